"""A timeline as a staircase: a row per event, its mark on the axis and its title beside the mark.

The states of relations stand below, on the same axis. If there are too many events, all are ticks
above the axis, and only some have rows: those that change a state, if there are any.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from diplo.formats.drawing.elements import hline
from diplo.formats.svg import Picture
from diplo.formats.svg.captions import Item, Sign, legend
from diplo.formats.svg.frame import (
    GAP,
    MIDDLE,
    MOST,
    MOST_LINES,
    Axis,
    Frame,
    Part,
    Rail,
    on_axis,
    row_height,
    stacked,
)
from diplo.formats.svg.lettering import BOLD, PLAIN, letters, widest, width_of, wrapped
from diplo.formats.svg.marks import dot, mark
from diplo.formats.svg.staircase import axis_mark, is_earlier, is_wide, label, whiskers
from diplo.formats.svg.states import state_rows, strip_key, tail
from diplo.formats.svg.ticks import crowd, tick_key
from diplo.history.location import locate
from diplo.model import dates
from diplo.reports import entries
from diplo.reports.entries import Entry
from diplo.reports.parties import ALONE, NO_OTHER
from diplo.reports.status import Group
from diplo.reports.story import Section, Story
from diplo.terminal.text import plural

_STATES = 40  # most rows of states
_SHARE, _LEAST = 0.28, 130  # most of the width for labels, and their fewest pixels
_HEADING = 64  # pixels; a wider heading has a row of its own

Beside = Callable[[Entry], Sequence[str]]  # what stands between the date and the axis of a row


def picture(story: Story, frame: Frame) -> Picture:
    """Return the picture of a timeline."""
    return draw(story, frame, legend(story.parties))


def draw(
    story: Story,
    frame: Frame,
    parties: Sequence[Item],
    between: float = 0,
    beside: Callable[[float], tuple[Sequence[Rail], Beside]] = lambda _: ((), lambda _: ()),
) -> Picture:
    """Return the picture of a timeline.

    `beside` gives the rails, and the shapes of each row, that stand `between` dates and axis.
    """
    if not story.days or not story.entries:
        rows = [_nearest(entry, frame) for entry in story.nearest]
        return Picture(story.title, story.counts, stacked(rows), parties)
    sample, groups = _sampled(story), story.states.groups if story.states else ()
    is_crowded, drawn_groups = sample is not story, list(_drawn_groups(groups))
    strips = [row for group in drawn_groups for row in group.rows]
    frame = frame.columns(_labels(sample, frame), tail(strips, frame), between)
    axis = frame.axis(*story.days)
    rails, within = beside(frame.column)
    rows = [row for section in sample.shown for row in _section(section, axis, within)]
    body = [Part(8), *([crowd(story.entries, axis)] if is_crowded else ())]
    body.append(on_axis(rows, axis, rails=rails))
    if story.states:
        wider = axis._replace(frame=frame._replace(column=frame.start - GAP))
        body += [Part(12), on_axis(state_rows(drawn_groups, wider), wider, "State of relations")]
    pasts = (row.past for row in strips)
    before = any(is_earlier(locate(e.event.date, axis.days), axis) for e in sample.entries)
    key = [
        *(tick_key(story.entries) if is_crowded else ()),
        *_key(story, sample, axis),
        *strip_key(pasts, axis.scale, story.marks, is_earlier=before),
    ]
    notes = [_left_out(groups, len(strips))]
    counts = f"{story.counts}{_named_count(story, sample)}" if is_crowded else story.counts
    return Picture(story.title, counts, stacked(body), parties, key, notes, _about(story))


def _sampled(story: Story) -> Story:
    """Return the story or, if it has too many events, one with an even sample of them.

    These are changes of state, if there are any.
    """
    if len(story.entries) <= MOST:
        return story
    changes = [entry for entry in story.entries if entry.mark in entries.CHANGES]
    chosen = changes or story.entries
    step = max(len(chosen) / MOST, 1)
    ids = {chosen[int(number * step)].event.id for number in range(min(len(chosen), MOST))}
    sections = (
        section._replace(rows=[entry for entry in section.rows if entry.event.id in ids])
        for section in story.shown
    )
    return story._replace(sections=[section for section in sections if section.rows], listed=False)


def _named_count(story: Story, sample: Story) -> str:
    """Return how many events are named, as there are too many for rows."""
    changes = sum(entry.mark in entries.CHANGES for entry in story.entries)
    named = len(sample.entries)
    if named == changes:
        which = f"{named} that change a state are" if named > 1 else "one that changes a state is"
        return f" · each is a tick, and the {which} named"
    return f" · each is a tick, and {named} of them are named"


def _drawn_groups(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the states that there are rows for, leaving out the last."""
    room = _STATES
    for group in groups:
        yield group._replace(rows=group.rows[:room])
        room -= len(group.rows[:room])


def _left_out(groups: Sequence[Group], drawn_of_them: int) -> str:
    more = sum(len(group.rows) for group in groups) - drawn_of_them
    one, several = "more subject is not drawn.", "more subjects are not drawn."
    return plural(more, one, several) if more else ""


def _labels(story: Story, frame: Frame) -> float:
    """Return the width of the column of dates and, below them, of the subjects of states."""
    headings = (width_of(section.heading, BOLD) for section in story.shown)
    inline = max((width for width in headings if width <= _HEADING), default=0)
    date_width = widest(entry.when for entry in story.entries) + inline + 14
    groups = story.states.groups if story.states else ()
    subjects = (width_of(row.subject) for group in groups for row in group.rows)
    return min(max(date_width, _LEAST, *subjects), max(frame.room * _SHARE, _LEAST))


def _section(section: Section, axis: Axis, beside: Beside) -> Iterator[Part]:
    """Yield the rows of events under their heading; a short one stands in the first row."""
    frame, heading = axis.frame, section.heading
    width = width_of(heading, BOLD)
    rule = hline(frame.margin, frame.column, 0.5, "rule")
    if width > _HEADING:
        lines = wrapped(heading, frame.room, BOLD)
        yield Part(row_height(len(lines)), [rule, letters(lines, frame.margin, BOLD)])
        opening, width = [], 0
    else:
        opening = [rule, letters(heading, frame.margin, BOLD)] if heading else []
    for number, entry in enumerate(section.rows):
        yield _row(entry, axis, beside, [] if number else opening, width)


def _row(entry: Entry, axis: Axis, beside: Beside, opening: Sequence[str], used: float) -> Part:
    """Return the row of an event, with a heading of the `used` width beside its date, if any."""
    frame = axis.frame
    room = frame.column - frame.margin - used - 10
    date_lines = wrapped(entry.when, room, most=MOST_LINES)
    place = locate(entry.event.date, axis.days)
    words = label(entry.event.title, BOLD if entry.mark in entries.CHANGES else PLAIN, place, axis)
    shapes = [
        *opening,
        letters(date_lines, frame.column, kind="muted", anchor="end"),
        *beside(entry),
        *whiskers(place, entry.hue, axis),
        *words.shapes,
        axis_mark(entry.mark, entry.hue, place, axis),
    ]
    return Part(row_height(len(date_lines), words.lines), shapes, _in_words(entry))


def _in_words(entry: Entry) -> str:
    """Return an event in words, with its full date."""
    about = f" ({entry.kind})" if entry.kind else ""
    return f"{dates.words(entry.event.date)}: {entry.event.title}{about}"


def _nearest(entry: Entry, frame: Frame) -> Part:
    lines = wrapped(f"Nearest: {entry.when} {entry.event.title}", frame.room)
    return Part(row_height(len(lines)), [letters(lines, frame.margin)])


def _key(story: Story, sample: Story, axis: Axis) -> list[Sign]:
    """Return the marks and lines used, each with its meaning."""
    meanings = {entries.EVENT: "event"} if entries.EVENT in sample.marks else {}
    meanings |= entries.meanings(sample.marks)
    signs = [Sign(mark(name, "", 6, MIDDLE), words, 12) for name, words in meanings.items()]
    if any(entry.hue == ALONE for entry in story.entries):
        signs.append(Sign(dot(ALONE, 6, MIDDLE), NO_OTHER, 12))
    places = [locate(entry.event.date, axis.days) for entry in sample.entries]
    if any(is_wide(place, axis) for place in places):
        shape = hline(0, 24, MIDDLE, "line plain") + dot("plain", 12, MIDDLE)
        signs.append(Sign(shape, "day not told", 24))
    if any(place.span for place in places):
        signs.append(Sign(hline(0, 20, MIDDLE, "line long plain"), "lasting", 20))
    return signs


def _about(story: Story) -> list[str]:
    """Describe the changes of state to those who cannot see them."""
    changes = [_in_words(entry) for entry in story.entries if entry.mark in entries.CHANGES]
    return [f"What changes a state: {'; '.join(changes)}"] if changes else []
