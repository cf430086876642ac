"""A question in one line of the explorer: the words of a command, without dashes."""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from typer.core import TyperOption

from diplo.cli.completion.description import OTHERS
from diplo.cli.completion.words import completed_by
from diplo.cli.options.arranging import Arranging
from diplo.cli.options.selecting import Selecting
from diplo.cli.values import LISTED
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|([^\s"]+)')
# An option of a command, perhaps with a value in quotes.
_TYPED_OPTION = re.compile(
    r"""(?<![\w-])(--?[a-z][a-z-]*+)(?![\w=])( (?:'[^']*'|"(?:[^"\\]|\\.)*")+)?"""
)
_LISTING = re.compile(LISTED.format("[a-z]+"))
_LAST = re.compile(r"[^\s,+]*$")  # the word that is being typed
_CODE = re.compile(r"(?<![^\s,+])[A-Za-z]{2,3}$")
_MOST_WORDS = 4  # of a date
_DATE, _SEARCH = "DATE", "search"
_FIELDS = (*Selecting._fields, *Arranging._fields)

Lists = Mapping[str, Sequence[str]]
_NO_LISTS: Lists = MappingProxyType({})
Context = Any  # of Typer, whose own types are private


class ParsedLine(NamedTuple):
    """What a line asks."""

    countries: Sequence[str] = ()
    selecting: Selecting = Selecting()
    arranging: Arranging = Arranging()


class _Word(NamedTuple):
    text: str
    quoted: bool


class Lines:
    """Reads and writes lines, with the options of a command."""

    def __init__(self, context: Context, is_date: Callable[[str], bool]) -> None:
        self._context = context
        self._is_date = is_date
        parameters = context.command.get_params(context)
        options = [p for p in parameters if isinstance(p, TyperOption) and p.name in _FIELDS]
        self._names = {option.name: _long(option.opts)[0] for option in options}
        self._by_word = {name: option for option in options for name in option.opts}
        self._by_word |= {name[2:]: o for o in options for name in _long(o.opts)}
        self._completed = completed_by(context.command.callback)

    def read(self, line: str) -> ParsedLine:
        """Return what a line asks.

        Raises:
            UsageError: it cannot be read.
        """
        command, context = self._context.command, self._context
        arguments = list(self._arguments(line))
        with command.make_context(context.info_name, arguments, parent=context.parent) as parsed:
            parameters: Mapping[str, Any] = parsed.params
        values = {k: list(v) if isinstance(v, tuple) else v for k, v in parameters.items()}
        selecting = Selecting._make(values[name] for name in Selecting._fields)
        arranging = Arranging._make(values[name] for name in Arranging._fields)
        return ParsedLine(values["country"] or (), selecting, arranging.checked())

    def _arguments(self, line: str) -> Iterator[str]:
        """Yield the arguments that would have been typed in a shell."""
        words = [_Word(_plain(token), token[0][0] == '"') for token in _TOKEN.finditer(line)]
        while words:
            word = words.pop(0)
            option = None if word.quoted else self._by_word.get(word.text)
            if option is None:
                if word.text.startswith("-") and not word.quoted:
                    raise UsageError(f"{shown(word.text)} is not understood here")
                yield word.text
                continue
            name = _long(option.opts)[0]
            if option.is_flag:
                yield name
                continue
            if not words or (
                self._is_option(words[0]) and words[0].text not in self._choices(option)
            ):
                raise UsageError(f"{word.text} needs a value: {word.text} {option.metavar}")
            value, words = self._value(option, words)
            yield f"{name}={value}"

    def _value(self, option: TyperOption, words: list[_Word]) -> tuple[str, list[_Word]]:
        """Return the value of an option, and the words after it.

        A date takes the most words that make one; a search goes on to the next option.
        """
        most = next((n for n, w in enumerate(words) if self._is_option(w)), len(words))
        size = 1
        if option.name == _SEARCH:
            size = most
        elif option.metavar == _DATE:
            sizes = range(min(most, _MOST_WORDS), 0, -1)
            size = next((n for n in sizes if self._is_date(_joined(words[:n]))), 1)
        value, rest = words[:size], words[size:]
        if option.name == _SEARCH and size > 1:
            return " ".join(f'"{w.text}"' if w.quoted else w.text for w in value), rest
        return _joined(value), rest

    def _is_option(self, word: _Word) -> bool:
        return not word.quoted and word.text in self._by_word

    def _choices(self, option: TyperOption, lists: Lists = _NO_LISTS) -> Sequence[str]:
        """Return the words to choose an option's value from, its own or those of a list."""
        listed = self._completed.get(option.name or "", ((), ""))[0]
        return lists.get(listed, ()) if isinstance(listed, str) else listed

    def reworded(self, message: str) -> str:
        """Rewrite a message about the options of a command in the words of a line."""

        def in_a_line(match: re.Match[str]) -> str:
            option, value = self._by_word.get(match[1]), match[2]
            if option is None:
                return match[0]
            quoted = "".join(f" {self._quoted(word)}" for word in shlex.split(value or ""))
            return f"{_long(option.opts)[0][2:]}{quoted}"

        text = message.replace(f"{self._context.command_path} ", "")
        return _LISTING.sub("Tab lists them", _TYPED_OPTION.sub(in_a_line, text))

    def options(self, parsed: ParsedLine) -> list[str]:
        """Return the arguments of a command that asks the same."""
        words = list(parsed.countries)
        for name, value in self._set_options(parsed):
            if value is True:
                words.append(name)
            else:
                words += [f"{name}={value}"] if value.startswith("-") else [name, value]
        return words

    def line(self, parsed: ParsedLine) -> str:
        """Return the line that asks the same."""
        words = [self._quoted(country) for country in parsed.countries]
        for name, value in self._set_options(parsed):
            words += [name[2:]] if value is True else [name[2:], self._quoted(value)]
        return " ".join(words)

    def _set_options(self, parsed: ParsedLine) -> Iterator[tuple[str, Any]]:
        """Yield each option that is given, with its value, or True for a flag."""
        values: Mapping[str, Any] = {**parsed.selecting._asdict(), **parsed.arranging._asdict()}
        usual = {**Selecting._field_defaults, **Arranging._field_defaults}
        for field, value in values.items():
            if value and value != usual[field]:
                items = value if isinstance(value, list) else [value]
                yield from ((self._names[field], item) for item in items)

    def _quoted(self, text: str) -> str:
        if re.fullmatch(r'[^\s"\\-][^\s"\\]*', text) and text not in self._by_word:
            return text
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    def completions(self, typed: str, lists: Lists) -> list[str]:
        """Return the completions of the last word that is typed, given the lists of words."""
        before, _, last = typed.rpartition(" ")
        option = self._option_behind(before)
        match = _LAST.search(last)
        partial = match[0].lower() if match else ""
        start = last[: len(last) - len(partial)]
        if option is None:
            words = [*lists["countries"], *lists[OTHERS]]
            if not start:
                words += sorted(word for word in self._by_word if word[:1] != "-")
        else:
            words = [*self._choices(option, lists)]
        return [start + word for word in words if word.startswith(partial)]

    def may_be_code(self, typed: str) -> bool:
        """Say whether the last word that is typed may be the code of a country."""
        words = typed.split()
        if not _CODE.search(typed) or words[-1] in self._by_word:
            return False
        if any(self._is_date(" ".join(words[-size:])) for size in range(2, _MOST_WORDS + 1)):
            return False
        try:
            *_, last = self._arguments(typed)
        except UsageError:
            return False
        return not last.startswith("--")

    def _option_behind(self, before: str) -> TyperOption | None:
        """Return the option whose value comes next, if any."""
        words = before.split()
        option = self._by_word.get(words[-1]) if words else None
        return None if option is None or option.is_flag else option


def _long(names: Sequence[str]) -> list[str]:
    return [name for name in names if name.startswith("--")]


def _plain(token: re.Match[str]) -> str:
    """Return the text of a word, without its quotes."""
    return token[2] if token[1] is None else re.sub(r"\\(.)", r"\1", token[1])


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words)
