"""The figure at the head of a page: a dot per event, and a strip per state, on one axis.

Each row is an SVG of its own with positions in percent, so that it fits any width without scaling
its text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from diplo.formats.drawing.bands import band, signs
from diplo.formats.drawing.elements import element
from diplo.history.location import Days, axis_days, locate
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD
from diplo.history.scale import Scale, Tick
from diplo.model import dates
from diplo.reports import entries
from diplo.reports.entries import Entry
from diplo.reports.parties import ALONE, NO_OTHER
from diplo.reports.states import ON_STRIPS, State
from diplo.reports.story import Story

_COLUMNS = 48  # columns of dots: as many as a phone has room for
_COLUMN, _WIDE = 100 / _COLUMNS, 80 / _COLUMNS  # percent: the width of a column, and of a bar in it
_PITCH, _LEAST = 11, 5  # pixels between dots: at most, and at least
_HIGHEST = 154  # most pixels of a column
_PERCENT = 100
_LONGEST = "28 May 2024"  # name of a tick
_LETTER, _BESIDE, _APART = 2.4, 1.4, 2.5  # percent of a phone: a letter, beside a line, between
_STRIPS = 24  # strips that are not folded
_SEVERAL = 2  # events that make a figure without states
_BAR, _HIGH = 3, 10  # pixels of a strip: its upper edge and its height
_HALF = 5.5  # half the height of a diamond
_MIDDLE = _BAR + _HIGH // 2
_SIGNS = {
    entries.EVENT: "●",
    entries.CHANGE: "◆",
    entries.DOUBT: "○",
    entries.DOUBTED_CHANGE: "◇",
}
_MEANINGS = {
    ALONE: f"grey: {NO_OTHER}",
    "loose": "pale mark: dated less closely",
    entries.CHANGE: f"◆ {ON_STRIPS[entries.CHANGE]}",
    entries.DOUBTED_CHANGE: f"◇ in a strip: {ON_STRIPS[entries.DOUBTED_CHANGE]}",
    IN_FORCE: f"bar: {ON_STRIPS[IN_FORCE]}",
    WITHHELD: f"line: {ON_STRIPS[WITHHELD]}",
    INEXACT: f"dashes: {ON_STRIPS[INEXACT]}",
}


class _Dot(NamedTuple):
    """An event in a `column`, given in percent, on a `level` above the ground.

    It is `loose` if its possible days are more than two columns wide.
    """

    entry: Entry
    column: float
    level: int
    loose: bool

    @property
    def kind(self) -> str:
        """The CSS classes of its shapes."""
        hue = self.entry.hue or "plain"
        return f"{hue} loose" if self.loose else hue


def figure(story: Story, happened: Sequence[Entry], last: int | None) -> Iterator[str]:
    """Yield the figure of the events that `happened`, and of the states that they changed.

    The axis reaches to the `last` day that the files cover, if that is near. A single event without
    states has no figure.
    """
    days = axis_days([entry.event.date for entry in happened], story.window, last)
    groups = story.states.groups if story.states else ()
    rows = [(row, group.hue) for group in groups for row in group.rows]
    if days is None or (len(happened) < _SEVERAL and not rows):
        return
    scale = Scale(*days, 100)
    dots = list(_dots(happened, days, scale))
    levels = max((dot.level for dot in dots), default=0) + 1
    yield "<figure>\n"
    yield from _heads(scale)
    yield from _events(dots, levels)
    if rows:
        yield from _strips(rows[:_STRIPS], scale)
    if more := rows[_STRIPS:]:
        yield f"<details>\n<summary>{len(more)} more states</summary>\n"
        yield from _strips(more, scale)
        yield "</details>\n"
    yield f"<figcaption>{' · '.join(_key(dots, levels, rows, scale))}</figcaption>\n</figure>\n"


def _key(
    dots: Sequence[_Dot], levels: int, rows: Iterable[tuple[State, str]], scale: Scale
) -> Iterator[str]:
    """Yield the meanings of the shapes used."""
    marks: set[str] = set()
    if _is_crowded(levels):
        yield f"bars: events, up to {levels} at a time"
    else:
        marks = {dot.entry.mark for dot in dots}
        meanings = {entries.EVENT: "an event"} if entries.EVENT in marks else {}
        meanings |= entries.meanings(marks)
        yield from (f"{_SIGNS[mark]} {words}" for mark, words in meanings.items())
    used = signs((band(row.past, scale) for row, _ in rows), marks)
    used |= {"loose" for dot in dots if dot.loose}
    used |= {ALONE for dot in dots if dot.entry.hue == ALONE}
    yield from (meaning for kind, meaning in _MEANINGS.items() if kind in used)


def _heads(scale: Scale) -> Iterator[str]:
    """Yield the row of tick names, which defines the grid and the diamond that all rows use."""
    ticks = _fitting_ticks(scale)
    lines = element("path", d="".join(f"M{tick.at:.2f} 0v1" for tick in ticks))
    grid = '<symbol id="_grid" viewBox="0 0 100 1" preserveAspectRatio="none">'
    shapes = element("defs", f"{grid}{lines}</symbol>", _diamond("_change", _HALF))
    yield f'<div class="row">\n{_row("heads", 18, shapes, *map(_name, ticks))}</div>\n'


def _fitting_ticks(scale: Scale) -> Sequence[Tick]:
    """Return the named ticks, without the last if its name does not fit at the end of the row."""
    *others, last = scale.dates(_APART, _width, _PERCENT + _width(_LONGEST)) or [Tick(0, "")]
    end = others[-1].at + _width(others[-1].words) + _APART if others else 0
    return [*others, last] if last.words and end <= _PERCENT - _width(last.words) else others


def _name(tick: Tick) -> str:
    if tick.at + _width(tick.words) + _APART <= _PERCENT:
        return element("text", tick.words, x=_percent(tick.at), dx=5, y=12)
    return element("text", tick.words, x="100%", y=12, text_anchor="end")


def _width(words: str) -> float:
    return _BESIDE + _LETTER * len(words)


def _diamond(key: str, half: float) -> str:
    return element("path", id=key, d=f"M0-{half:g}L{half:g} 0 0 {half:g}-{half:g} 0z")


def _row(kind: str, height: float, *shapes: str) -> str:
    """Return an SVG over the grid of the axis, hidden from screen readers."""
    start = f'<svg class="{kind}" width="100%" height="{height:g}" aria-hidden="true">'
    return f'{start}<use href="#_grid"/>{"".join(shapes)}</svg>\n'


def _dots(happened: Sequence[Entry], days: Days, scale: Scale) -> Iterator[_Dot]:
    """Yield events in columns, each stacked on those before it."""
    levels: Counter[float] = Counter()
    width = (days[1] - days[0] + 1) / _COLUMNS
    places = [locate(entry.event.date, days) for entry in happened]
    xs = [scale.at(place.day or days[0]) for place in places]  # what happened has a day
    columns = _columns(xs)
    for entry, place, at in zip(happened, places, xs, strict=True):
        column = columns[at]
        first, last = place.stated or place.bounds or (days[0], days[0])
        yield _Dot(entry, column, levels[column], last - first > 2 * width)
        levels[column] += 1


def _columns(places: Iterable[float]) -> dict[float, float]:
    """Return the column of each place; places within a column's width of its first share it."""
    columns: dict[float, float] = {}
    first = -_COLUMN
    for place in sorted({*places}):
        first = place if place - first >= _COLUMN else first
        columns[place] = first
    return columns


def _events(dots: Sequence[_Dot], levels: int) -> Iterator[str]:
    """Yield the row of events: a dot for each or, if there are too many, bars."""
    pitch = min(_PITCH, _HIGHEST / levels)
    height = levels * pitch + 4
    shapes = _bars(dots, pitch, height) if _is_crowded(levels) else _linked(dots, pitch, height)
    ground = element("line", x2="100%", y1=height - 0.5, y2=height - 0.5)
    row = _row("dots", height, *shapes, ground)
    yield f'<div class="row"><span class="label">Events</span>\n{row}</div>\n'


def _is_crowded(levels: int) -> bool:
    """Say whether dots stacked in these levels would be too small to see."""
    return _HIGHEST / levels < _LEAST


def _linked(dots: Iterable[_Dot], pitch: float, height: float) -> Iterator[str]:
    """Yield dots linked to their events, for pointers only: the keyboard has the headings."""
    size = pitch / _PITCH
    shapes = (element("circle", id="_dot", r=4 * size), _diamond("_turn", _HALF * size))
    yield element("defs", *shapes)
    for dot in dots:
        entry = dot.entry
        mark = "turn" if entry.mark in entries.CHANGES else "dot"
        hollow = " hollow" if entry.mark in entries.DOUBTS else ""
        when = dates.words(entry.event.date)
        yield element(
            "a",
            element("title", escape(f"{when}: {entry.event.title}")),
            element(
                "use",
                href=f"#_{mark}",
                x=_percent(dot.column),
                y=height - (dot.level + 0.5) * pitch - 2,
                class_=f"{dot.kind}{hollow}",
            ),
            href=f"#{entry.event.id}",
            tabindex="-1",
        )


def _bars(dots: Iterable[_Dot], pitch: float, height: float) -> Iterator[str]:
    """Yield the bars of each column, one for each kind of dot."""
    counts = Counter((dot.column, dot.kind) for dot in dots)
    levels: Counter[float] = Counter()
    for column, kind in sorted(counts, key=_stack_order):
        count = counts[column, kind]
        levels[column] += count
        yield element(
            "rect",
            class_=kind,
            x=_percent(min(column, _PERCENT - _WIDE)),
            y=height - levels[column] * pitch,
            width=_percent(_WIDE),
            height=count * pitch,
        )


def _stack_order(bar: tuple[float, str]) -> tuple[float, bool, str]:
    """Return what sorts the bars of a column: grey ones stand on top."""
    column, kind = bar
    return column, kind.startswith(ALONE), kind


def _strips(rows: Iterable[tuple[State, str]], scale: Scale) -> Iterator[str]:
    """Yield a row for each state: its subject, how it stands, and its strip."""
    yield "<ul>\n"
    for row, hue in rows:
        since = f", since {row.since}" if row.since else ""
        yield f'<li class="row"><span class="label" dir="auto">{escape(row.subject)}</span>\n'
        state = f"{escape(row.words)}<span>{escape(since)}</span>"
        yield f'<span class="said" dir="auto">{state}</span>\n'
        yield _row("strip", 2 * _MIDDLE, *_strip(row, hue or "plain", scale))
        yield "</li>\n"
    yield "</ul>\n"


def _strip(row: State, hue: str, scale: Scale) -> Iterator[str]:
    strip = band(row.past, scale)
    for piece in strip.pieces:
        start, end = _percent(piece.start), _percent(piece.end)
        if piece.kind == IN_FORCE:
            wide = _percent(piece.end - piece.start)
            yield element("rect", class_=f"bar {hue}", x=start, y=_BAR, width=wide, height=_HIGH)
        else:
            kind = f"dashed {hue}" if piece.kind == INEXACT else hue
            yield element("line", class_=kind, x1=start, x2=end, y1=_MIDDLE, y2=_MIDDLE)
    for turn in strip.turns:
        kind = hue if turn.certain else f"{hue} hollow"
        yield element("use", href="#_change", x=_percent(turn.at), y=_MIDDLE, class_=kind)


def _percent(place: float) -> str:
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"
