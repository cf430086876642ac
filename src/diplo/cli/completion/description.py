"""What there is to complete: commands, their options and arguments, and lists of words."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

COMMANDS = "commands"
FILES = "files"
FREE = "free"
OTHERS = "others"  # the list of what is offered where pluses may stand and nothing else fits
FLAG = "flag"
_WIDTH = 90


class Value(NamedTuple):
    """What a value is: one of some words or of a list, else it is free.

    Between several there are commas, or where `between` is "+", pluses too.
    """

    words: str | Sequence[str] = ()  # the name of a list is a text; "files" are the shell's own
    between: str = ""


class Option(NamedTuple):
    """An option by all its names, of which its first long and short ones are offered.

    A flag has no value.
    """

    names: tuple[str, ...]
    about: str = ""
    value: Value | None = None
    repeatable: bool = False

    @property
    def long(self) -> str:
        """The name to offer."""
        return next((name for name in self.names if name.startswith("--")), self.names[0])

    @property
    def offered(self) -> list[str]:
        """The names to offer."""
        return [name for name in self.names if name not in self.others]

    @property
    def others(self) -> list[str]:
        """The other long names."""
        return [name for name in self.names if name.startswith("--") and name != self.long]


class Argument(NamedTuple):
    """What stands at one place of a command, or, where it is repeatable, at all from there."""

    name: str
    value: Value = Value()
    repeatable: bool = False


class Command(NamedTuple):
    """A command of a program."""

    name: str
    about: str = ""
    options: Sequence[Option] = ()
    arguments: Sequence[Argument] = ()


class Program:
    """A program, of which every value has a kind, which is a word too.

    That is "flag", "free", "files" or the name of a list, with what may stand between several.
    """

    def __init__(
        self,
        options: Sequence[Option],
        commands: Sequence[Command],
        lists: Mapping[str, Sequence[str]],
    ) -> None:
        """Take the lists that values name; other words that a value may be get a name here."""
        self.top = Command("", "", options, [Argument("command", Value(COMMANDS))])
        self.commands = commands
        self.with_top = [self.top, *commands]
        self._lists = {**lists, COMMANDS: [command.name for command in commands]}
        self._names: dict[tuple[str, ...], str] = {(): FREE}
        for command in self.with_top:
            for name, value in _values(command):
                if not isinstance(value.words, str):
                    self._name(tuple(value.words), name, f"{command.name}.{name}")

    def _name(self, words: tuple[str, ...], short: str, long: str) -> None:
        if words not in self._names:
            name = long if short in (*self._lists, FILES, FREE, FLAG) else short
            self._names[words] = name
            self._lists[name] = words

    def kind(self, value: Value | None) -> str:
        """Return the kind of a value."""
        if value is None:
            return FLAG
        words = value.words
        name = words if isinstance(words, str) else self._names[tuple(words)]
        return f"{name}{value.between}"

    def lists(self, commands: Iterable[Command]) -> Iterator[tuple[str, list[str]]]:
        """Return each list that commands need, with lines of those of its words that are plain."""
        values = [value for command in commands for _, value in _values(command)]
        names = {self.kind(value).rstrip(",+") for value in values}
        names |= {OTHERS for value in values if value.between == "+"}
        for name in sorted(names - {FREE, FILES}):
            words = sorted(filter(is_plain, self._lists[name]))
            yield name, textwrap.wrap(" ".join(words), _WIDTH, break_on_hyphens=False)


def case(variable: str, name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the branch of a shell's case in which a variable gets the words of a list."""
    yield f"{name})"
    yield f"  {variable}='"
    yield from (f"    {line}" for line in lines)
    yield "  ' ;;"


def is_plain(word: str) -> bool:
    """Say whether no shell can take a word for anything but itself."""
    return re.fullmatch("[a-z0-9][a-z0-9.-]*", word) is not None


def _values(command: Command) -> Iterator[tuple[str, Value]]:
    for option in command.options:
        if option.value is not None:
            yield option.long.lstrip("-"), option.value
    for argument in command.arguments:
        yield argument.name, argument.value
