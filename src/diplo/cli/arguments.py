"""Read the COUNTRY arguments, which name countries or else actors and places."""

import functools
import os
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from diplo.cli import values
from diplo.history.filters import Alternatives, PartySet, alternatives_met, name_key
from diplo.model.countries.codes import looks_like_code
from diplo.model.countries.resolve import AmbiguousCountryError, Countries, UnknownCountryError
from diplo.terminal.errors import UsageError, file_name
from diplo.terminal.shell import quoted
from diplo.terminal.text import refused_at, shown

_MOST_UNKNOWN = 20  # names to look for among all words of the events


class PartyArguments(NamedTuple):
    """The parties on the command line: all arguments must hold, each by any of its alternatives.

    Texts that name no country and no known party are `unknown`, each with its error; they are
    among the names as well, as they were typed.
    """

    arguments: tuple[Alternatives, ...]
    unknown: Mapping[str, UnknownCountryError]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all countries."""
        return frozenset().union(
            *(alternative.codes for alternative in chain.from_iterable(self.arguments))
        )

    def hold(self, codes: Collection[str], names: Collection[str]) -> bool:
        """Say whether all arguments hold for these countries and names of actors and places."""
        return all(
            any(alternatives_met(codes, names, alternatives)) for alternatives in self.arguments
        )


def parse_parties(
    arguments: Sequence[str],
    countries: Countries,
    names: Mapping[str, str] = MappingProxyType({}),
    codes: Collection[str] = (),
) -> PartyArguments:
    """Read the COUNTRY arguments: a comma means any and a plus both, unless a name has them.

    `names` are those of other parties, by their compared form; `codes` may occur in the files
    though they are in no standard.

    Raises:
        UsageError: a name is ambiguous, blank or that of a file.
    """
    reader = _Reader(countries, names, codes)
    alternatives = tuple(map(functools.cache(reader.alternatives), arguments))
    for argument in arguments:
        if not reader.unknown and refused_at(argument) is not None:  # comparing ignores it
            raise UsageError(
                f"no country is named {shown(argument)}; use a name or an ISO 3166 code"
            )
    return PartyArguments(alternatives, reader.unknown)


class _Reader:
    """Reads COUNTRY arguments and collects unknown names."""

    def __init__(
        self, countries: Countries, names: Mapping[str, str], codes: Collection[str]
    ) -> None:
        self.unknown: dict[str, UnknownCountryError] = {}
        self._countries = countries
        self._names = names
        self._codes = codes

    def alternatives(self, argument: str) -> Alternatives:
        if not argument.strip():
            raise UsageError(
                "a country is blank; write a name or an ISO 3166 code, such as norway or NOR"
            )
        if self._is_whole(argument) and not argument.strip().endswith((",", "+")):
            return (self._party(argument),)
        refuse_file(argument)
        party_sets = map(self._together, values.split([argument], "COUNTRY"))
        return tuple(dict.fromkeys(party_sets))

    def _is_whole(self, text: str) -> bool:
        return self._countries.knows(text) or name_key(text) in self._names

    def _together(self, text: str) -> PartySet:
        parts = [text] if self._is_whole(text) else values.split([text], "COUNTRY", "+")
        codes, names = zip(*map(self._party, parts), strict=True)
        return PartySet(frozenset().union(*codes), frozenset().union(*names))

    def _party(self, text: str) -> PartySet:
        if text in self.unknown:  # do not look for it again
            return PartySet(names=frozenset({text}))
        try:
            return PartySet(frozenset({self._countries.resolve(text)}))
        except AmbiguousCountryError as error:
            raise UsageError(str(error)) from None
        except UnknownCountryError as error:
            code, key = text.upper(), name_key(text)
            if looks_like_code(code) and code in self._codes:
                return PartySet(frozenset({code}))
            if key not in self._names:
                self._add_unknown(text, error)
            return PartySet(names=frozenset({self._names.get(key, text)}))

    def _add_unknown(self, text: str, error: UnknownCountryError) -> None:
        self.unknown[text] = error
        if len(self.unknown) > _MOST_UNKNOWN:
            raise UsageError(unknown_message(next(iter(self.unknown.values()))))


def unknown_message(error: UnknownCountryError, but: str = "") -> str:
    """Return the message on a name of no country, with the options that find an organisation."""
    if not error.is_organisation:
        return str(error)
    finds = f"which --actor or -q finds{but}; a file may declare a party under 'countries'"
    return f"{error}, {finds}"


def refuse_file(argument: str) -> None:
    """Refuse the name of a file, which a shell may have made of an unquoted pattern.

    Raises:
        UsageError: it is one.
    """
    if "." in argument and os.path.isfile(argument):
        file = file_name(argument)
        pattern = quoted(file_name(f"*{os.path.splitext(argument)[1]}"))
        raise UsageError(
            f"{file} is a file: quote the pattern (--events {pattern}) or give --events for each"
        )
