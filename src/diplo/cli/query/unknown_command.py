"""Suggest what to type instead of a command that does not exist, such as `diplo norway`."""

import contextlib
import shlex
from collections.abc import Sequence
from itertools import chain
from os.path import splitext

from diplo.cli.framework.parse import NoSuchCommandError
from diplo.cli.framework.slips import BETWEEN, before_options
from diplo.cli.options.files import Files, is_event_file
from diplo.cli.options.selecting import Selecting
from diplo.cli.options.writing import Publishing
from diplo.cli.query.question import ask
from diplo.model.events import families
from diplo.terminal.errors import STANDARD_INPUT, DiploError, UsageError

_LONGEST = 200  # characters of a command line that a message repeats
_ALSO = {"list": ("timeline",), "events": ("timeline",), "version": ("--version",)}
_SEARCHES = ("search", "find")
_NO_CODE = 4  # letters, with which a word is too long for a code
_MOST_WORDS = 12  # words to look up
_SEARCH = "--search"


def with_suggestion(error: NoSuchCommandError) -> UsageError:
    """Return the error with a command line to type, if the unknown command hints at one."""
    with contextlib.suppress(DiploError):
        if line := _by_another_name(*error.typed) or _by_its_words(error):
            return UsageError(f"{error.said}; did you mean: {line}")
    return error


def _by_its_words(error: NoSuchCommandError) -> str:
    """Return what to type if the unknown command is a country, a type, an id or else finds some."""
    word, files = error.typed[0], Files()
    if STANDARD_INPUT in files.names:
        return ""
    words = before_options(error.typed)
    others, options = words[1:_MOST_WORDS], error.typed[len(words) :]
    if _is_country(word, files):
        return _line("timeline", word, *_arguments(*_countries_in(others, files)), *options)
    loaded = files.load()
    used = {event.type for event in loaded.events if event.type}
    if any(word in families(key) for key in {*loaded.vocabulary.types, *used}):
        return _line(
            "timeline", "--type", word, *_arguments(*_countries_in(others, files)), *options
        )
    if any(word == event.id for event in loaded.events):
        return _line("show", *error.typed)
    if not error.near and len(word) >= _NO_CODE:
        countries, sought = _countries_in(words[:_MOST_WORDS], files)
        if not sought or ask(countries, Selecting(search=[sought]), files).matches:
            return _line("timeline", *_arguments(countries, sought), *options)
    return ""


def _countries_in(words: Sequence[str], files: Files) -> tuple[list[str], str]:
    """Return the countries among words, and the other words as a text to search for."""
    words = [word for word in words if word not in BETWEEN]
    countries = [word for word in words if _is_country(word, files)]
    return countries, " ".join(word for word in words if word not in countries)


def _arguments(countries: Sequence[str], sought: str) -> list[str]:
    return [*countries, *([_SEARCH, sought] if sought else ())]


def _by_another_name(word: str, *others: str) -> str:
    """Return what to type for a command of other programs, or for the name of a file."""
    if is_event_file(word):
        return _line("timeline", "--events", word, *others)
    if also := _ALSO.get(word):
        return _line(*also, *others)
    words = before_options(others)
    if word == "export":
        return _line("timeline", *_exported(words), *others[len(words) :])
    if word in _SEARCHES and words:
        return _line("timeline", _SEARCH, " ".join(words), *others[len(words) :])
    return ""


def _exported(words: Sequence[str]) -> list[str]:
    """Return words as `timeline` takes them: a file to write, countries, and files to read."""
    read = [word for word in words if is_event_file(word)]
    others = [word for word in words if word not in read]
    ends = Publishing().endings
    written = next((word for word in others if splitext(word)[1].lower() in ends), "FILE")
    countries = [word for word in others if word != written]
    events = chain.from_iterable(("--events", name) for name in read)
    return ["-o", written, *countries, *events]


def _is_country(word: str, files: Files) -> bool:
    """Say whether `timeline` takes a word; a short one, perhaps a code, must also have events."""
    try:
        matches = ask([word], Selecting(), files).matches
    except UsageError:
        return False
    return len(word) >= _NO_CODE or bool(matches)


def _line(*words: str) -> str:
    """Return words as a command line, or nothing if it is too long."""
    line = shlex.join(["diplo", *words])
    return line if len(line) <= _LONGEST else ""
