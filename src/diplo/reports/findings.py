"""What is wrong with event files."""

from collections.abc import Sequence

from diplo.errors import Problem, file_name
from diplo.reports.report import USUAL, Column, Report, plural
from diplo.text import escape


def problems(found: Sequence[Problem], events: int) -> Report:
    """Report what is wrong with event files, one problem a line."""
    line = Column("problem", lambda p: f"{p.place}: {p.severity}: {escape(p.message)}", wraps=USUAL)
    columns = (
        Column("file", lambda p: file_name(p.file)),
        Column("line", lambda p: p.line),
        Column("column", lambda p: p.column),
        Column("severity", lambda p: p.severity),
        Column("message", lambda p: escape(p.message)),
    )
    summary = "" if found else f"{plural(events, 'event')}, nothing wrong"
    return Report(columns, found, (line,), (line,), summary=summary, headed=False)
