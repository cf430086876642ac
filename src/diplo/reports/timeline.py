"""A timeline: the events that match a question, in their order."""

from diplo.reports.columns import event_columns
from diplo.reports.report import Report
from diplo.reports.selection import Selection
from diplo.reports.story import Story, StoryOptions, story


def timeline(selection: Selection, options: StoryOptions) -> Report:
    """Report events in their order."""
    columns = event_columns(selection.names, doubts=not options.has_parts)
    by_key = {column.key: column for column in columns}

    def screen() -> Story:
        whole = story(selection, options)
        hues = {party.code: party.hue for party in whole.parties}
        return whole._replace(states=selection.states(hues))

    return Report(
        columns=columns,
        rows=selection.matches,
        plain=tuple(by_key[k] for k in ("date", "match", "countries", "type", "title", "id")),
        table=tuple(by_key[key] for key in ("date", "type", "countries", "title", "id")),
        screen=screen,
        credits=selection.credits,
        vocabulary=selection.names.vocabulary,
    )
