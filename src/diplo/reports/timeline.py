"""A timeline: the events that match a question, in their order."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.reports.columns import event_columns
from diplo.reports.credits import credit_story
from diplo.reports.names import Names
from diplo.reports.report import Report
from diplo.reports.story import Story, StoryOptions, story

if TYPE_CHECKING:  # seldom needed
    from diplo.reports.changed import Changed


def timeline(
    matches: Sequence[Match],
    query: Query,
    names: Names,
    options: StoryOptions,
    found: Sequence[Match],
    near: Callable[[], Sequence[Match]] = tuple,
    changed: "Changed | None" = None,
) -> Report:
    """Report events that match a query, in their order.

    `found` are all that match, of which `matches` are reported; `near` returns those nearest to an
    empty range; `changed` adds states of relations.
    """
    columns = event_columns(names, doubts=not options.has_parts)
    by_key = {column.key: column for column in columns}

    def screen() -> Story:
        whole = story(matches, query, names, options, found, near())
        hues = {party.code: party.hue for party in whole.parties}
        return whole._replace(states=changed.states(query, names, hues)) if changed else whole

    return Report(
        columns=columns,
        rows=matches,
        plain=tuple(by_key[k] for k in ("date", "match", "countries", "type", "title", "id")),
        table=tuple(by_key[key] for key in ("date", "type", "countries", "title", "id")),
        screen=screen,
        credits=lambda: credit_story(matches, changed, names),
        vocabulary=names.vocabulary,
    )
