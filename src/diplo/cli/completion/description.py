"""What there is to complete: commands, their options and arguments, and lists of words."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

COMMANDS = "commands"
FILES = "files"
FREE = "free"
OTHERS = "others"  # the list offered where pluses may stand, if nothing else fits
FLAG = "flag"
_WIDTH = 90


class Option(NamedTuple):
    """An option with all its names; completion offers its first long name and its short ones."""

    names: tuple[str, ...]
    about: str = ""
    kind: str = FLAG
    repeatable: bool = False

    @property
    def long(self) -> str:
        """The long name to offer."""
        return next((name for name in self.names if name.startswith("--")), self.names[0])

    @property
    def offered(self) -> list[str]:
        """All names to offer."""
        return [name for name in self.names if name not in self.others]

    @property
    def others(self) -> list[str]:
        """The long names that are not offered."""
        return [name for name in self.names if name.startswith("--") and name != self.long]


class Argument(NamedTuple):
    """An argument of a command; if repeatable, it takes all further places as well."""

    name: str
    kind: str = FREE
    repeatable: bool = False


class Command(NamedTuple):
    """A command of a program."""

    name: str
    about: str = ""
    options: Sequence[Option] = ()
    arguments: Sequence[Argument] = ()


class Program:
    """A program, with the lists of words that the kinds of its values name."""

    def __init__(
        self,
        options: Sequence[Option],
        commands: Sequence[Command],
        lists: Mapping[str, Sequence[str]],
    ) -> None:
        self.top = Command("", "", options, [Argument("command", COMMANDS)])
        self.commands = commands
        self.with_top = [self.top, *commands]
        self._lists = {**lists, COMMANDS: [command.name for command in commands]}

    def lists(self, commands: Sequence[Command]) -> Iterator[tuple[str, list[str]]]:
        """Yield each list that commands need, by name, with its plain words wrapped in lines."""
        options = {option.kind for command in commands for option in command.options}
        kinds = options | {argument.kind for command in commands for argument in command.arguments}
        names = {kind.rstrip(",+") for kind in kinds}
        names |= {OTHERS for kind in kinds if kind.endswith("+")}
        for name in sorted(names - {FREE, FILES, FLAG}):
            words = sorted(filter(is_shell_safe, self._lists[name]))
            yield name, textwrap.wrap(" ".join(words), _WIDTH, break_on_hyphens=False)


class Kinds:
    """Assigns a kind to each value, and a name to each list of words.

    A kind is "flag", "free", "files" or the name of a list. The name is followed by the separator
    that several words may have: a comma, or "+" for commas and pluses.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self.lists = dict(lists)
        self._names: dict[tuple[str, ...], str] = {(): FREE}

    def assign(self, words: str | Sequence[str], between: str, name: str, command: str) -> str:
        """Return the kind of a list, given by name or as words; new words get a value's name."""
        if isinstance(words, str):
            return f"{words}{between}"
        if (key := tuple(words)) not in self._names:
            is_taken = name in (*self.lists, COMMANDS, FILES, FREE, FLAG)
            self._names[key] = f"{command}.{name}" if is_taken else name
            self.lists[self._names[key]] = key
        return f"{self._names[key]}{between}"


def case(variable: str, name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the branch of a shell's `case` that sets a variable to the words of a list."""
    yield f"{name})"
    yield f"  {variable}='"
    yield from (f"    {line}" for line in lines)
    yield "  ' ;;"


def is_shell_safe(word: str) -> bool:
    """Say whether a word means nothing special in any shell."""
    return re.fullmatch("[a-z0-9][a-z0-9.-]*", word) is not None
