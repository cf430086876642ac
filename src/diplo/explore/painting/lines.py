"""Lines of an exact width, and blocks of them side by side."""

from collections.abc import Iterable, Iterator, Sequence

from diplo.terminal.colour import Line, Run
from diplo.terminal.width import fit


def clipped(line: Iterable[Run], width: int, dots: str = "") -> Line:
    """Return a line of exactly this width: filled, or cut, with dots at the cut."""
    runs: Line = []
    room = width
    for run in line:
        if run.cells > room:
            return [*runs, run._replace(text=fit(run.text, room, dots))]
        runs.append(run)
        room -= run.cells
    return [*runs, Run(" " * room)] if room else runs


def block(lines: Iterable[Line], width: int, height: int) -> list[Line]:
    """Return exactly `height` lines of this width."""
    filled = [clipped(line, width) for line, _ in zip(lines, range(height), strict=False)]
    return [*filled, *([Run(" " * width)] for _ in range(height - len(filled)))]


def cut(lines: Sequence[Line], height: int, sign: str) -> Sequence[Line]:
    """Return at most `height` lines; if some are cut, the last has their number and `sign`."""
    if len(lines) <= height:
        return lines
    whole = list(lines[: max(height - 1, 0)])
    while whole and text_of(whole[-1]).rstrip().endswith(":"):  # it heads lines that are cut
        whole.pop()
    return [*whole, [Run(f"{len(lines) - len(whole)} {sign}")]]


def beside(left: Sequence[Line], right: Sequence[Line], divider: str) -> Iterator[Line]:
    """Yield the lines of two blocks side by side."""
    for left_line, right_line in zip(left, right, strict=True):
        yield [*left_line, Run(f" {divider} ", "dim"), *right_line]


def reversed_(line: Iterable[Run]) -> Line:
    """Return a line in reverse video, without hues, as they would become backgrounds."""
    return [
        Run(run.text, "bold reverse" if "bold" in run.style.split() else "reverse") for run in line
    ]


def text_of(line: Iterable[Run]) -> str:
    """Return the text of a line."""
    return "".join(run.text for run in line)
