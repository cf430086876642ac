"""Problems in event files."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from diplo.reports.report import Column, Report
from diplo.terminal.errors import Problem, file_name, grouped, how_many, input_name
from diplo.terminal.text import escape, plural

ERROR = "error"


class Finding(NamedTuple):
    """Problems with the same words, at the place of the first."""

    place: str
    severity: str
    words: str

    @property
    def line(self) -> str:
        """The finding as people read it."""
        return f"{self.place}: {self.severity}: {self.words}"


class Findings(NamedTuple):
    """The findings that people are shown, or the summary if there are none."""

    items: Sequence[Finding]
    summary: str


def problems(problems: Sequence[Problem], events: int) -> Report:
    """Report what is wrong with event files, the most frequent problem first.

    People read one line for all problems with the same words; scripts read each problem.
    """
    groups = grouped(problems)
    findings = list(map(_finding, groups))
    summary = f"{plural(events, 'event')}, nothing wrong"
    line = Column("problem", lambda finding: finding.line)
    columns = (
        Column("file", lambda p: file_name(p.file)),
        Column("line", lambda p: p.line),
        Column("column", lambda p: p.column),
        Column("severity", lambda p: p.severity),
        Column("message", lambda p: escape(p.message)),
    )
    return Report(
        columns,
        list(itertools.chain.from_iterable(groups)),
        (line,),
        (line,),
        lines=findings,
        screen=lambda: Findings(findings, summary),
    )


def problem_count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are in which file, as in "6 errors, 1 warning in a.yaml"."""
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = [plural(errors, ERROR)] if errors else []
    counts += [plural(warnings, "warning")] if warnings else []
    names = {problem.file for problem in problems}
    where = input_name(*names) if len(names) == 1 else plural(len(names), "file")
    return f"{', '.join(counts)} in {where}"


def _finding(group: Sequence[Problem]) -> Finding:
    first = group[0]
    return Finding(first.place, first.severity, f"{escape(first.message)}{how_many(group)}")
