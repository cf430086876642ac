"""The picture of a span of time on an HTML page: inline SVG and its legend.

Bars stand on the step of time in which an event lies for certain. What may lie in several hangs
below the line, so that it stands on no false day, in a scale of its own, so that it stays small.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from diplo.history.time_axis import Axis, Falls, axis
from diplo.model.dates import Edtf, Window
from diplo.reports import plural

_STEPS = 100  # at the most: on a phone a step is three pixels wide
_BAR, _HIGHEST = 24, 96  # pixels of one event, and of the most in a step
_DEPTH, _DEEPEST = 6, 36  # the same below the line
_WIDEST = 0.04  # of the whole picture, for one bar
_ABOVE, _BELOW = 18, 24  # pixels for the labels
_LABELS = {"day": 2, "month": 3, "year": 6}  # how many a phone has room for
_SIZES = {
    "day": (1, 2, 3, 5, 7, 10, 14, 21, 28, 35, 50),
    "month": (1, 2, 3, 6, 12, 24, 60, 120),
    "year": (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000),
}
_MARGIN = 6  # percent at each side, where a label does not stand about its step
_ANCHORS = ("start", "middle", "end")
_DAYS = {"day": 1, "month": 30.44, "year": 365.25}


def picture(found: Sequence[Edtf], window: Window | None) -> Iterator[str]:
    """Yield a figure of when events fall, each of which has a day.

    There is none where there are no several steps of time.
    """
    span = axis(found, window, _STEPS)
    if span is None or len(span.starts) == 1:
        return
    falls = span.falls(found)
    legend = _legend(span, falls, found)
    first, last = span.ends
    yield "<figure>\n"
    yield from _drawn(span, falls, f"{first} to {last}", ". ".join(legend.values()))
    yield f"<figcaption>\n<p>{first} to {last}</p>\n<ul>\n"
    yield from (f'<li class="{kind}">{said}</li>\n' for kind, said in legend.items())
    yield "</ul>\n</figcaption>\n</figure>\n"


def _legend(span: Axis, falls: Sequence[Falls], found: Sequence[Edtf]) -> dict[str, str]:
    """Say what each kind of mark stands for, and how many events there are of it."""
    alone, most = sum(fall.alone for fall in falls), max(fall.alone for fall in falls)
    spread, deepest = len(found) - alone, max(fall.spread for fall in falls)
    legend = {}
    if alone:
        counted = f"{plural(alone, 'event')}, up to {most} in one bar"
        legend["bars"] = f"Bars: within {_step(span)} – {counted}"
    if spread:
        counted = f"{plural(spread, 'event')}, up to {deepest} at a time"
        legend["pale"] = f"Pale: lasting longer, or dated less exactly or in doubt – {counted}"
    return legend


def _step(span: Axis) -> str:
    days = (span.after - span.starts[0]) / len(span.starts)
    number = round(days / _DAYS[span.precision])
    return f"one {span.precision}" if number == 1 else f"{number} {span.precision}s"


def _drawn(span: Axis, falls: Sequence[Falls], title: str, about: str) -> Iterator[str]:
    most, deepest = max(fall.alone for fall in falls), max(fall.spread for fall in falls)
    height, depth = min(most * _BAR, _HIGHEST), min(deepest * _DEPTH, _DEEPEST)
    line, end = _ABOVE + height, _ABOVE + height + depth
    yield (
        '<svg role="img" aria-labelledby="_title _about" width="100%" '
        f'height="{end + _BELOW}">\n<title id="_title">{title}</title>\n'
        f'<desc id="_about">{about}</desc>\n'
    )
    if most:
        yield f'<line class="most" x2="100%" y1="{_ABOVE}" y2="{_ABOVE}"/>\n'
        yield f'<text y="{_ABOVE - 5}">{most}</text>\n'
    yield _layer("pale", (line, depth), len(falls), deepest, _pale(falls))
    yield _layer("bars", (_ABOVE, height), len(falls), most, _bars(span, falls, most))
    yield f'<line class="axis" x2="100%" y1="{line}" y2="{line}"/>\n'
    for place, label in _labels(span):
        at = f"{place:.2f}%"
        anchor = _ANCHORS[(place > _MARGIN) + (place > 100 - _MARGIN)]
        yield f'<line class="tick" x1="{at}" x2="{at}" y1="{end}" y2="{end + 5}"/>\n'
        yield f'<text x="{at}" y="{end + 19}" text-anchor="{anchor}">{label}</text>\n'
    yield "</svg>\n"


def _layer(kind: str, place: tuple[int, int], width: int, height: int, drawing: str) -> str:
    """Return a part of the picture: a step wide is one unit, an event high another."""
    return (
        f'<svg class="{kind}" y="{place[0]}" width="100%" height="{place[1]}" '
        f'viewBox="0 0 {width} {height}" preserveAspectRatio="none">{drawing}</svg>\n'
    )


def _bars(span: Axis, falls: Sequence[Falls], most: int) -> str:
    width = min(0.8, len(falls) * _WIDEST)
    return "".join(
        f'<rect x="{number + (1 - width) / 2:.2f}" y="{most - fall.alone}" '
        f'width="{width:.2f}" height="{fall.alone}">'
        f"<title>{_named(span, number)}: {plural(fall.alone, 'event')}</title></rect>"
        for number, fall in enumerate(falls)
        if fall.alone
    )


def _pale(falls: Sequence[Falls]) -> str:
    runs = groupby(fall.spread for fall in falls)
    outline = "".join(f"V{spread}h{len(list(steps))}" for spread, steps in runs)
    return f'<path d="M0 0{outline}V0z"/>'


def _named(span: Axis, number: int) -> str:
    """Say which days, month or years a step is."""
    after = (*span.starts, span.after)[number + 1]
    first, last = Axis((span.starts[number],), after, span.precision).ends
    return first if first == last else f"{first} to {last}"


def _labels(span: Axis) -> Iterator[tuple[float, str]]:
    """Yield the place, in percent, and the name of steps that are round numbers."""
    numbers = [_number(day, span) for day in span.starts]
    size = next(
        size
        for size in _SIZES[span.precision]
        if sum(number % size == 0 for number in numbers) <= _LABELS[span.precision]
    )
    for place, (number, day) in enumerate(zip(numbers, span.starts, strict=True)):
        if number % size == 0:
            first, _ = Axis((day,), day + 1, span.precision).ends
            yield (place + 0.5) / len(numbers) * 100, first


def _number(day: int, span: Axis) -> int:
    if span.precision == "day":
        return day - span.starts[0]
    when = date.fromordinal(day)
    return when.year if span.precision == "year" else when.year * 12 + when.month - 1
