"""Timelines side by side: a staircase as of one timeline, and beside its dates a lane a side."""

from collections.abc import Sequence

from diplo.formats.drawing.elements import line
from diplo.formats.drawing.marks import mark
from diplo.formats.svg import Picture
from diplo.formats.svg.captions import Item
from diplo.formats.svg.frame import MIDDLE, Frame, Lane
from diplo.formats.svg.timeline import Beside, drawn
from diplo.reports import comparison
from diplo.reports.comparison import Lanes
from diplo.reports.story import Entry, Section, Story

_LANE, _FIRST = 36, 30  # pixels from lane to lane, and from the dates to the first


def picture(told: Lanes, frame: Frame) -> Picture:
    """Return the picture of timelines side by side; what sides share has no hue."""

    def beside(column: float) -> tuple[Sequence[Lane], Beside]:
        places = [column + _FIRST + number * _LANE for number in range(len(told.lanes))]
        sides = list(zip(places, told.lanes, strict=True))

        def marked(entry: Entry) -> list[str]:
            at = [x for x, lane in sides if lane.side.holds(entry.event)]
            joined = [line(at[0], at[-1], MIDDLE, "line plain")] if len(at) > 1 else []
            return [*joined, *(mark(entry.mark, entry.hue, x, MIDDLE) for x in at)]

        return [Lane(x, ",".join(lane.side.heads), lane.hue) for x, lane in sides], marked

    held = [_lanes(entry, told) for entry in told.story.entries]
    legend = [
        Item(f"{lane.name} {sum(lane in each for each in held)}", lane.hue) for lane in told.lanes
    ]
    shared = sum(len(each) > 1 for each in held)
    legend += [Item(f"{shared} shared", None)] if shared else []
    return drawn(_hued(told), frame, legend, len(told.lanes) * _LANE, beside)


def _lanes(entry: Entry, told: Lanes) -> list[comparison.Lane]:
    return [lane for lane in told.lanes if lane.side.holds(entry.event)]


def _hued(told: Lanes) -> Story:
    """Return the events in the hues of their sides."""

    def hued(section: Section) -> Section:
        lanes = [(entry, _lanes(entry, told)) for entry in section.rows]
        rows = [e._replace(hue=of[0].hue if len(of) == 1 else "") for e, of in lanes]
        return section._replace(rows=rows)

    both = (list(map(hued, sections)) for sections in (told.story.sections, told.story.asides))
    sections, asides = both
    return told.story._replace(sections=sections, asides=asides)
