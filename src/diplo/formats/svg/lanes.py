"""Timelines side by side: a staircase as of one timeline, with a lane per side by its dates."""

from collections.abc import Callable, Sequence

from diplo.formats.drawing.elements import hline
from diplo.formats.svg import Picture
from diplo.formats.svg.captions import Item
from diplo.formats.svg.frame import MIDDLE, Frame, Rail
from diplo.formats.svg.lettering import LANE, width_of
from diplo.formats.svg.marks import mark
from diplo.formats.svg.timeline import Beside, draw
from diplo.reports.comparison import Lane, Lanes
from diplo.reports.entries import Entry
from diplo.reports.story import Section, Story

_APART = 10  # pixels between the heads of lanes
_SHARE = 0.3  # most of the width that lanes take


def picture(screen: Lanes, frame: Frame) -> Picture:
    """Return the picture of timelines side by side; events that sides share have no hue.

    If there is no room for lanes, the codes of an event's sides follow its title.
    """
    held = [_lanes(entry, screen) for entry in screen.story.entries]
    legend = [
        Item(f"{lane.name} {sum(lane in lanes for lanes in held)}", lane.hue)
        for lane in screen.lanes
    ]
    shared = sum(len(lanes) > 1 for lanes in held)
    legend += [Item(f"{shared} shared")] if shared else []
    wide = max(width_of(_head(lane), LANE) for lane in screen.lanes) + _APART
    between = wide * len(screen.lanes)
    if between > frame.room * _SHARE:
        return draw(_with_entries(screen, _with_codes), frame, legend)
    return draw(
        _with_entries(screen, _with_hue),
        frame,
        legend,
        between,
        lambda column: _beside(screen, column, wide),
    )


def _beside(screen: Lanes, column: float, wide: float) -> tuple[Sequence[Rail], Beside]:
    """Return a rail for each lane, and a function that marks and joins the lanes of an event."""
    places = [column + (number + 0.85) * wide for number in range(len(screen.lanes))]
    sides = list(zip(places, screen.lanes, strict=True))

    def marks(entry: Entry) -> list[str]:
        at = [x for x, lane in sides if lane.side.holds(entry.event)]
        line = [hline(at[0], at[-1], MIDDLE, "line plain")] if len(at) > 1 else []
        return [*line, *(mark(entry.mark, entry.hue, x, MIDDLE) for x in at)]

    return [Rail(x, _head(lane), lane.hue) for x, lane in sides], marks


def _head(lane: Lane) -> str:
    return "".join(lane.side.heads)


def _lanes(entry: Entry, screen: Lanes) -> list[Lane]:
    return [lane for lane in screen.lanes if lane.side.holds(entry.event)]


def _with_hue(entry: Entry, lanes: Sequence[Lane]) -> Entry:
    """Return an event in the hue of its side, if it belongs to only one."""
    return entry._replace(hue=lanes[0].hue if len(lanes) == 1 else "")


def _with_codes(entry: Entry, lanes: Sequence[Lane]) -> Entry:
    """Return an event in the hue of its side, with the codes of its sides after its title."""
    title = f"{entry.event.title} [{' '.join(map(_head, lanes))}]"
    return _with_hue(entry, lanes)._replace(event=entry.event._replace(title=title))


def _with_entries(screen: Lanes, change: Callable[[Entry, Sequence[Lane]], Entry]) -> Story:
    """Return the story with each event changed according to its lanes."""

    def changed_section(section: Section) -> Section:
        return section._replace(
            rows=[change(entry, _lanes(entry, screen)) for entry in section.rows]
        )

    story = screen.story
    return story._replace(
        sections=list(map(changed_section, story.sections)),
        asides=list(map(changed_section, story.asides)),
    )
