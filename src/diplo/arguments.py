"""What the texts of the command line mean: countries, dates, ids and lists of them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from diplo import dates
from diplo.countries import (
    AmbiguousCountryError,
    Countries,
    UnknownCountryError,
    looks_like_code,
)
from diplo.dates import Period, Window
from diplo.errors import UsageError, suggestion
from diplo.events import families
from diplo.text import fold, fold_space, refused_at, shown

Value = TypeVar("Value")


class Asked(NamedTuple):
    """The countries of the command line: all clauses must hold, any code of each."""

    clauses: tuple[frozenset[str], ...]
    doubtful: Mapping[str, UnknownCountryError]  # codes that must occur in the events

    def check(self, occurring: Collection[str]) -> None:
        """Make sure that codes which are in no standard are at least in the events.

        Raises:
            UsageError: one is not.

        """
        for code, error in self.doubtful.items():
            if code not in occurring:
                raise UsageError(str(error))

    def hold(self, codes: Iterable[str]) -> bool:
        """Say whether all clauses hold for the countries of something."""
        return all(not clause.isdisjoint(codes) for clause in self.clauses)


def asked(arguments: Sequence[str], countries: Countries) -> Asked:
    """Read the COUNTRY arguments; one that is a name as a whole is not split at its commas.

    Raises:
        UsageError: a name is unknown, ambiguous or blank.

    """
    doubtful: dict[str, UnknownCountryError] = {}

    def code_of(text: str) -> str:
        try:
            return countries.resolve(text)
        except UnknownCountryError as error:
            if not looks_like_code(text.upper()):
                raise UsageError(str(error)) from None
            doubtful[text.upper()] = error
            return text.upper()
        except AmbiguousCountryError as error:
            raise UsageError(str(error)) from None

    def clause(argument: str) -> frozenset[str]:
        if not argument.strip():
            message = "a country is blank; write a name or an ISO 3166 code, such as norway or NOR"
            raise UsageError(message)
        whole = countries.knows(argument)
        parts = [argument] if whole else split([argument], "COUNTRY")
        codes = frozenset(code_of(part) for part in parts)
        if refused_at(argument) is not None:  # which the comparing of names does not see
            message = f"no country is named {shown(argument)}; use a name or an ISO 3166 code"
            raise UsageError(message)
        return codes

    return Asked(tuple(clause(argument) for argument in arguments), doubtful)


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
    message = f"DIPLO_TODAY is {shown(stated)}, which is no day; write one such as 2025-06-20"
    raise UsageError(message)


def day(option: str, text: str, today: date) -> int:
    """Return the last day of what an option asks for, as an ordinal.

    Raises:
        UsageError: it cannot be read.

    """
    return _read(option, lambda: dates.parse_bound(text, today)).last


def window(
    since: str | None, until: str | None, year: list[str] | None, today: date
) -> Window | None:
    """Return the range of days that --since, --until and --year ask for, None where they do not.

    Raises:
        UsageError: a date cannot be read, or the options contradict each other.

    """
    if year:
        if len(year) > 1 or since is not None or until is not None:
            message = "--year stands once, and without --since and --until; write A..B"
            raise UsageError(message)
        return _read("--year", lambda: dates.parse_window(year[0], today))
    first, last = _bound("--since", since, today), _bound("--until", until, today)
    return _read("--since", lambda: dates.between(first, last)) if first or last else None


def types(typed: list[str] | None, declared: Iterable[str]) -> tuple[str, ...]:
    """Return the types of --type, families included; where files declare types, they must be known.

    Raises:
        UsageError: one is unknown or blank.

    """
    known = dict.fromkeys(family for key in declared for family in families(key))
    return _known("type", split(typed, "--type"), tuple(known))


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


def split(typed: list[str] | None, option: str) -> list[str]:
    """Split texts at their commas.

    Raises:
        UsageError: a part is blank.

    """
    parts = []
    for text in typed or []:
        pieces = [piece.strip() for piece in text.split(",")]
        if not all(pieces):
            message = f"{option}: something is blank in {shown(text)}; write a, b or a,b"
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


def _known(what: str, keys: Sequence[str], declared: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that were typed, in any case; where ids are declared, they must be."""
    for key in keys:
        if declared and key.lower() not in declared:
            hint = suggestion(key, declared) or f"; 'diplo {what}s' lists them"
            message = f"no {what} is named {shown(key)}{hint}"
            raise UsageError(message)
    return tuple(key.lower() for key in keys)
