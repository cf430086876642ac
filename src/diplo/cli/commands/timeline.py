"""Show the events that are asked for, as a timeline."""

from collections.abc import Sequence

from diplo.cli.framework.program import Answer, command
from diplo.cli.options.arranging import Arranging
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import CountryArguments, Selecting
from diplo.cli.options.writing import COLUMNS_HELP, Columns, ExitStatus, Publishing, Width
from diplo.cli.query.question import ask, outside_coverage_notes, story_options
from diplo.formats import HEADED_FORMATS, STATE_FORMATS, TIMELINEJS
from diplo.history.arrangement import BY_DATE, BY_STORY, arrange
from diplo.history.parts import STORY, Match
from diplo.history.pushdown import First
from diplo.model.events import Vocabulary
from diplo.reports import Names
from diplo.reports import timeline as reports
from diplo.reports.columns import event_columns
from diplo.terminal.text import plural

NOTHING_MATCHED = 1


@command
def timeline(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    arranging: Arranging,
    writing: Publishing,
    columns: Columns = None,
    width: Width = None,
    exit_status: ExitStatus = False,
) -> Answer:
    """Show the events, as a table or for scripts."""
    keys = writing.columns(columns)
    if keys == [COLUMNS_HELP]:
        listed = "".join(f"{c.key}\n" for c in event_columns(Names(Vocabulary())))
        return Answer(listed, writing)
    form, pixels = writing.written_as, writing.pixels(width)
    options, most = story_options(arranging, headed=form in HEADED_FORMATS), arranging.most
    in_time = options.order in (BY_STORY, BY_DATE)
    others_count = form in HEADED_FORMATS or exit_status  # in a heading, or for the status
    are_enough = in_time and not others_count
    first = First(most, options.order, options.reverse) if most and are_enough else None
    found = ask(country, selecting, files, states=form in STATE_FORMATS, enough=lambda _: first)
    matches = arrange(found.matches, options.order, reverse=options.reverse, limit=most)
    report = reports.timeline(found.selection(matches), options)
    has_parts = options.has_parts and found.query.window
    meant = [match for match in matches if match.part == STORY or not has_parts]
    return Answer(
        report.only(keys) if keys else report,
        writing,
        (
            *found.notes(writing),
            *outside_coverage_notes(found.timeline.vocabulary, found.query.window),
            *(_left_out(meant) if form == TIMELINEJS else ()),
        ),
        NOTHING_MATCHED if exit_status and not found.has_story else 0,
        pixels,
    )


def _left_out(matches: Sequence[Match]) -> tuple[str, ...]:
    """Return a note on events that TimelineJS cannot show, as they have no first day."""
    count = sum(match.event.date.earliest is None for match in matches)
    one, several = "event without a first day is", "events without a first day are"
    note = f"{plural(count, one, several)} left out, as TimelineJS needs one"
    return (note,) if count else ()
