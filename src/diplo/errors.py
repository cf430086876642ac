"""The one family of exceptions that becomes a message on standard error and an exit status."""

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar, NamedTuple

from diplo.text import escape, fold, shown

MOST_PROBLEMS = 20
_SHORTEST = 3  # letters that tell which word they begin
_LONGEST_LINE = 390
_LONGEST_FILE_NAME = 120


class Problem(NamedTuple):
    """Something wrong at a place in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    severity: str = "error"

    @property
    def place(self) -> str:
        """The place, as in ``events.yaml:3:10``."""
        return f"{file_name(self.file)}:{self.line}:{self.column}"


class DiploError(Exception):
    """A failure that the user can understand and mend.

    `exit_status` follows BSD's sysexits.h where that has a number for it.
    """

    exit_status: ClassVar[int]

    def messages(self) -> list[str]:
        """Return the lines that say what is wrong, without the leading "diplo: "."""
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
        """Return one line for each problem, and one for those that are left out."""
        lines = [f"{p.place}: {p.message}" for p in self.problems[:MOST_PROBLEMS]]
        if len(self.problems) > MOST_PROBLEMS:
            lines.append("there are more problems: 'diplo check' lists them all")
        return lines


class UnreadableError(DiploError):
    """An event file that cannot be read."""

    exit_status = 66


class OutputFileError(DiploError):
    """The file of ``--output`` cannot be made, written or replaced."""

    exit_status = 73


class StandardOutputError(DiploError):
    """Standard output cannot be written."""

    exit_status = 74


def file_name(name: str) -> str:
    """Return the name of a file as it may stand in a message."""
    safe = escape(name)
    return safe if len(safe) <= _LONGEST_FILE_NAME else shown(name, _LONGEST_FILE_NAME)


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Return the choices that a word may have been meant for, the nearest first."""
    folded = {fold(choice): choice for choice in choices}
    typed = fold(word)[:80]
    begun = [key for key in folded if len(typed) >= _SHORTEST and f"-{typed}" in f"-{key}"]
    import difflib  # noqa: PLC0415  (only mistakes need it)

    near = difflib.get_close_matches(typed, folded, n=most)
    return [folded[key] for key in dict.fromkeys([*sorted(begun, key=len), *near])][:most]


def did_you_mean(choices: Sequence[str]) -> str:
    """Return "; did you mean 'norway'?", or nothing where there are no choices."""
    return f"; did you mean {' or '.join(map(shown, choices))}?" if choices else ""


def suggestion(word: str, choices: Iterable[str]) -> str:
    """Return the question whether one of the nearest choices was meant, or nothing."""
    return did_you_mean(nearest(word, choices))


class Hints:
    """Suggestions for many words, until finding them has taken long enough."""

    def __init__(self, most: int = 20_000) -> None:
        """Take how many words may be compared, each of which takes some 20 microseconds."""
        self._left = most

    def __call__(self, word: str, choices: Collection[str]) -> str:
        """Return a suggestion, or nothing."""
        self._left -= len(choices)
        return suggestion(word, choices) if self._left >= 0 else ""


def choose(word: str, choices: Iterable[str], what: str) -> str:
    """Return a word that is one of the choices.

    Raises:
        UsageError: it is none of them.

    """
    choices = tuple(choices)
    if word in choices:
        return word
    hint = suggestion(word, choices) or f"; choose from {', '.join(choices)}"
    message = f"{shown(word)} is not a {what}{hint}"
    raise UsageError(message)


def cut(line: str) -> str:
    """Return a line, shortened where it is too long for a message."""
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 3]}..."
