"""Problems in event files: one finding below another, wrapped between words."""

from collections.abc import Iterator

from diplo.formats.table.layout import NARROWEST, Canvas, flow, wrapped
from diplo.reports.findings import ERROR, Finding, Findings
from diplo.terminal.colour import Line, Run

_INDENT = "  "
_STYLES = {ERROR: "red"}  # warnings are yellow


def lines(screen: Findings, canvas: Canvas) -> Iterator[Line]:
    """Yield each finding, with its further lines indented, or the summary if there is none."""
    for finding in screen.items:
        yield from _finding(finding, canvas.width)
    if not screen.items:
        yield from wrapped(screen.summary, canvas.width)


def _finding(finding: Finding, width: int) -> Iterator[Line]:
    severity = Run(f"{finding.severity}:", _STYLES.get(finding.severity, "yellow"))
    words = [Run(f"{finding.place}:"), severity, *map(Run, finding.words.split(" "))]
    narrower = width - len(_INDENT)
    whole = sum(run.cells + 1 for run in words) - 1 <= width
    if whole or width < NARROWEST or max(run.cells for run in words) > narrower:
        yield from flow(words, " ", width)
        return
    first, *others = flow(words, " ", narrower)
    yield first
    for line in others:
        yield [Run(_INDENT), *line]
