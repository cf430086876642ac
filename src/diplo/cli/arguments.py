"""What the texts of the command line mean: countries, dates, ids and lists of them."""

import functools
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from diplo.history.filters import Alternatives, Together, among, spoken
from diplo.model import dates
from diplo.model.countries.codes import looks_like_code
from diplo.model.countries.resolve import AmbiguousCountryError, Countries, UnknownCountryError
from diplo.model.dates import Period, Window
from diplo.model.events import families
from diplo.model.suggestions import suggestion
from diplo.terminal.errors import UsageError, file_name
from diplo.terminal.text import fold, fold_space, refused_at, shown

if TYPE_CHECKING:
    from diplo.model.dates.lengths import Length

_TYPE = "--type"
_MOST_UNKNOWN = 20  # names that are looked for among all that events tell

Value = TypeVar("Value")


class UnknownTypeError(UsageError):
    """A type that no file declares, and to which none is near."""

    def __init__(self, message: str, key: str) -> None:
        """Take what is said of it, and what was typed."""
        super().__init__(message)
        self.key = key


class Asked(NamedTuple):
    """The parties of the command line: all of the arguments, any of the alternatives of each.

    What is `unknown` names no country, and nobody else that is known of; it stands among the
    names, as it was typed, with what is wrong with it.
    """

    arguments: tuple[Alternatives, ...]
    unknown: Mapping[str, UnknownCountryError]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all countries."""
        return frozenset().union(*(each.codes for each in chain.from_iterable(self.arguments)))

    def hold(self, codes: Collection[str], names: Collection[str]) -> bool:
        """Say whether all arguments hold for the countries, actors and places of something."""
        return all(any(among(codes, names, each)) for each in self.arguments)


def asked(
    arguments: Sequence[str],
    countries: Countries,
    names: Mapping[str, str] = MappingProxyType({}),
    codes: Collection[str] = (),
) -> Asked:
    """Read the COUNTRY arguments: a comma means any, a plus both, unless a name has them.

    Beside countries there may be names of others, by what is spoken of them, and codes that occur
    though they are in no standard.

    Raises:
        UsageError: a name is ambiguous, blank or that of a file.

    """
    reader = _Reader(countries, names, codes)
    found = tuple(map(functools.cache(reader.alternatives), arguments))
    for argument in arguments:
        if not reader.unknown and refused_at(argument) is not None:  # which comparing ignores
            message = f"no country is named {shown(argument)}; use a name or an ISO 3166 code"
            raise UsageError(message)
    return Asked(found, reader.unknown)


class _Reader:
    """Reads COUNTRY arguments, remembering what is unknown."""

    def __init__(
        self, countries: Countries, names: Mapping[str, str], codes: Collection[str]
    ) -> None:
        self.unknown: dict[str, UnknownCountryError] = {}
        self._countries = countries
        self._names = names
        self._codes = codes

    def alternatives(self, argument: str) -> Alternatives:
        if not argument.strip():
            message = "a country is blank; write a name or an ISO 3166 code, such as norway or NOR"
            raise UsageError(message)
        if self._is_whole(argument) and not argument.strip().endswith((",", "+")):
            return (self._party(argument),)
        refuse_file(argument)
        return tuple(map(self._together, split([argument], "COUNTRY")))

    def _is_whole(self, text: str) -> bool:
        return self._countries.knows(text) or spoken(text) in self._names

    def _together(self, text: str) -> Together:
        parts = [text] if self._is_whole(text) else split([text], "COUNTRY", "+")
        codes, names = zip(*map(self._party, parts), strict=True)
        return Together(frozenset().union(*codes), frozenset().union(*names))

    def _party(self, text: str) -> Together:
        if text in self.unknown:  # which was looked for long enough
            return Together(names=frozenset({text}))
        try:
            return Together(frozenset({self._countries.resolve(text)}))
        except AmbiguousCountryError as error:
            raise UsageError(str(error)) from None
        except UnknownCountryError as error:
            code, key = text.upper(), spoken(text)
            if looks_like_code(code) and code in self._codes:
                return Together(frozenset({code}))
            if key not in self._names:
                self._take(text, error)
            return Together(names=frozenset({self._names.get(key, text)}))

    def _take(self, text: str, error: UnknownCountryError) -> None:
        self.unknown[text] = error
        if len(self.unknown) > _MOST_UNKNOWN:
            raise UsageError(unknown(next(iter(self.unknown.values()))))


def unknown(error: UnknownCountryError, but: str = "") -> str:
    """Return the message on a name that is no country's, with what finds an organisation."""
    if not error.is_organisation:
        return str(error)
    finds = f"which --actor or -q finds{but}; a file may declare a party under 'countries'"
    return f"{error}, {finds}"


def refuse_file(argument: str) -> None:
    """Refuse the name of a file, as a shell may have made of a pattern.

    Raises:
        UsageError: it is one.

    """
    if "." in argument and os.path.isfile(argument):
        said = file_name(argument)
        pattern = file_name(f"*{os.path.splitext(argument)[1]}")
        message = (
            f"{said} is a file: quote the pattern (--events '{pattern}') or give --events for each"
        )
        raise UsageError(message)


def columns(text: str | None) -> list[str] | None:
    """Return the keys of --columns, None where it is not given."""
    return None if text is None else split([text], "--columns")


def today(environment: Mapping[str, str]) -> date:
    """Return today, which DIPLO_TODAY sets for tests and for scripts that must repeat.

    Raises:
        UsageError: DIPLO_TODAY is no day.

    """
    stated = environment.get("DIPLO_TODAY")
    if not stated:
        return date.today()  # noqa: DTZ011  (the user's own calendar day is meant)
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", stated):
        try:
            return date.fromisoformat(stated)
        except ValueError:
            pass
    message = f"DIPLO_TODAY is {shown(stated)}, which is not a day; write one such as 2025-06-20"
    raise UsageError(message)


def day(option: str, text: str, today: date) -> int:
    """Return the last day of what an option asks for, as an ordinal.

    Raises:
        UsageError: it cannot be read.

    """
    return _read(option, lambda: dates.parse_bound(text, today, dates.DAY)).last


def length(option: str, text: str) -> "Length":
    """Return the length of time that an option asks for.

    Raises:
        UsageError: it cannot be read.

    """
    from diplo.model.dates.lengths import parse_length  # noqa: PLC0415  (one command needs it)

    return _read(option, lambda: parse_length(text))


def window(
    since: str | None, until: str | None, year: list[str] | None, today: date
) -> Window | None:
    """Return the range of days that --since, --until and --year ask for, None where they do not.

    Raises:
        UsageError: a date cannot be read, or the options contradict each other.

    """
    if year:
        if len(year) > 1 or since is not None or until is not None:
            message = "give --year once, and not with --since or --until; a range is --year A..B"
            raise UsageError(message)
        return _read("--year", lambda: dates.parse_window(year[0], today))
    first, last = _bound("--since", since, today), _bound("--until", until, today)
    return _read("--since", lambda: dates.between(first, last)) if first or last else None


def types(typed: list[str] | None, declared: Iterable[str], option: str = _TYPE) -> tuple[str, ...]:
    """Return the types of an option, families included.

    Where files declare types, they must be known.

    Raises:
        UsageError: one is unknown or blank.

    """
    known = dict.fromkeys(family for key in declared for family in families(key))
    return _known("type", split(typed, option), tuple(known), option)


def sources(typed: list[str] | None, declared: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of --source; where files declare sources, they must be known.

    Raises:
        UsageError: one is unknown or blank.

    """
    return _known("source", split(typed, "--source"), tuple(declared))


def texts(typed: list[str] | None, option: str) -> tuple[str, ...]:
    """Return texts with their white space folded, as that of files is.

    Raises:
        UsageError: one is blank.

    """
    folded = tuple(fold_space(text.strip()) for text in typed or [])
    if not all(map(fold, folded)):
        message = f"{option} has a blank value; leave it out or write a text"
        raise UsageError(message)
    return folded


def split(typed: list[str] | None, option: str, at: str = ",") -> list[str]:
    """Split texts at their commas, or at another sign.

    Raises:
        UsageError: a part is blank.

    """
    parts = []
    for text in typed or []:
        pieces = [piece.strip() for piece in text.split(at)]
        if not all(pieces):
            message = f"{option}: something is blank in {shown(text)}; write a{at}b"
            raise UsageError(message)
        parts += pieces
    return parts


def _bound(option: str, text: str | None, today: date) -> Period | None:
    return None if text is None else _read(option, lambda: dates.parse_bound(text, today))


def _read(option: str, read: Callable[[], Value]) -> Value:
    try:
        return read()
    except ValueError as error:
        message = f"{option}: {error}"
        raise UsageError(message) from None


def _known(
    what: str, keys: Sequence[str], declared: Sequence[str], option: str = ""
) -> tuple[str, ...]:
    """Return the ids that were typed, in any case; where ids are declared, they must be."""
    for key in keys:
        if declared and key.lower() not in declared:
            hint = suggestion(key, declared)
            listed = f"; 'diplo {what}s' lists them"
            message = f"no {what} is named {shown(key)}{hint or listed}"
            if option == _TYPE and not hint:
                raise UnknownTypeError(message, key)
            raise UsageError(message)
    return tuple(key.lower() for key in keys)
