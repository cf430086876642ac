"""Errors and their exit statuses: wrong usage, a faulty or unreadable file, a full disk.

What is wrong in a file is a problem at a place in it; problems that are alike are shown together.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from diplo.terminal.text import escape, shown

MOST_PROBLEMS = 20
STANDARD_INPUT = "-"
SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".xls")  # the second has macros
_LONGEST_LINE = 390
_PROGRAM = "diplo: "
_LONGEST_FILE_NAME = 120


class Problem(NamedTuple):
    """Something wrong at a place in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    severity: str = "error"
    noun: str = ""  # what to count where many problems are alike: "cell"
    folder: str | None = None  # of the several files that it is about

    @property
    def is_in_sheet(self) -> bool:
        """Whether the file is a spreadsheet by its name."""
        return self.file.lower().endswith(SPREADSHEETS)

    @property
    def place(self) -> str:
        """The place, as in ``events.yaml:3:10``, or ``visits.xlsx:3:B`` in a spreadsheet."""
        column = column_letters(self.column) if self.is_in_sheet else self.column
        return f"{file_name(self.file)}:{self.line}:{column}"


def fits(problem: Problem) -> bool:
    """Say whether the message of a problem fits on its line without being cut."""
    return len(f"{_PROGRAM}{problem.place}: {problem.message}") <= _LONGEST_LINE


def grouped(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Group problems with the same message, the most frequent first."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.message), []).append(problem)
    return sorted(groups.values(), key=len, reverse=True)


def how_many(group: Sequence[Problem]) -> str:
    """Return how many problems have the same message, in words; empty for a single one.

    A cell that is wrong twice, as the title and summary made of it, counts once.
    """
    first, *others = group
    count = len({problem[:3] for problem in group}) if first.noun else len(group)
    if count == 1:
        return ""
    return f" ({count} {first.noun}s)" if first.noun else f" (and {len(others)} more like it)"


def column_letters(number: int) -> str:
    """Return the name of a column as spreadsheets show it: A, B, ... AA for 1, 2, ... 27."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


class DiploError(Exception):
    """A failure that the user can understand and mend.

    `exit_status` follows BSD's sysexits.h where that has a number for it.
    """

    exit_status: ClassVar[int]

    def messages(self) -> list[str]:
        """Return the lines of the message, without the leading "diplo: "."""
        return [str(self)]


class UsageError(DiploError):
    """A wrong command, option, date, country, type, source, id, column or format."""

    exit_status = 2


class ContentError(DiploError):
    """An event file whose content is wrong."""

    exit_status = 65

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take every problem that was found; the first `MOST_PROBLEMS` are shown."""
        super().__init__("the content of an event file is wrong")
        self.problems = tuple(problems)

    def messages(self) -> list[str]:
        """Return one line for each problem, and one if there are more than are shown."""
        groups = [[problem] for problem in self.problems]
        if any(problem.noun for problem in self.problems):
            groups = grouped(self.problems)
        first_groups = groups[:MOST_PROBLEMS]
        lines = [f"{group[0].place}: {group[0].message}{how_many(group)}" for group in first_groups]
        if len(groups) > MOST_PROBLEMS:
            lines.append("there are more problems: 'diplo check' lists them all")
        return lines


class UnreadableError(DiploError):
    """An event file that cannot be read."""

    exit_status = 66


class MissingError(DiploError):
    """A command or format that needs an extra which is not installed."""

    exit_status = 66


class OutputFileError(DiploError):
    """The file of ``--output`` cannot be made, written or replaced."""

    exit_status = 73


class StandardOutputError(DiploError):
    """Standard output cannot be written."""

    exit_status = 74


def file_name(name: str) -> str:
    """Return the name of a file for a message: escaped, and cut if it is too long."""
    safe = escape(name)
    return safe if len(safe) <= _LONGEST_FILE_NAME else shown(name, _LONGEST_FILE_NAME)


def input_name(name: str) -> str:
    """Return the name of an input for a message."""
    return "standard input" if name == STANDARD_INPUT else file_name(name)


def cut(line: str) -> str:
    """Return a line, cut if it is too long for a message."""
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 3]}..."
