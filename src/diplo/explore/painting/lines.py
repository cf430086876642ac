"""Lines of an exact width, and blocks of them side by side."""

from collections.abc import Iterable, Iterator, Sequence

from diplo.terminal.colour import Line, Run
from diplo.terminal.width import fit


def clipped(line: Iterable[Run], width: int, dots: str = "") -> Line:
    """Return a line of exactly this width: filled, or cut, with dots at the cut."""
    kept: Line = []
    left = width
    for run in line:
        if run.cells > left:
            return [*kept, run._replace(text=fit(run.text, left, dots))]
        kept.append(run)
        left -= run.cells
    return [*kept, Run(" " * left)] if left else kept


def block(lines: Iterable[Line], width: int, height: int) -> list[Line]:
    """Return exactly `height` lines of this width."""
    found = [clipped(line, width) for line, _ in zip(lines, range(height), strict=False)]
    return [*found, *([Run(" " * width)] for _ in range(height - len(found)))]


def cut(lines: Sequence[Line], height: int, sign: str) -> Sequence[Line]:
    """Return at most `height` lines; if some are cut, the last has their number and `sign`."""
    if len(lines) <= height:
        return lines
    kept = list(lines[: max(height - 1, 0)])
    while kept and text_of(kept[-1]).rstrip().endswith(":"):  # it heads lines that are cut
        kept.pop()
    return [*kept, [Run(f"{len(lines) - len(kept)} {sign}")]]


def beside(left: Sequence[Line], right: Sequence[Line], divider: str) -> Iterator[Line]:
    """Yield the lines of two blocks side by side."""
    for one, other in zip(left, right, strict=True):
        yield [*one, Run(f" {divider} ", "dim"), *other]


def reversed_(line: Iterable[Run]) -> Line:
    """Return a line in reverse video, without hues, as they would become backgrounds."""
    return [
        Run(run.text, "bold reverse" if "bold" in run.style.split() else "reverse") for run in line
    ]


def text_of(line: Iterable[Run]) -> str:
    """Return the text of a line."""
    return "".join(run.text for run in line)
