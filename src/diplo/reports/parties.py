"""The parties of events beside those that were asked for, and the hues of the first two."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.reports.names import Names

HUES = ("first", "second")  # of the parties with most events, all others being plain
ALONE, NO_OTHER = "alone", "no other country"  # the hue of what concerns none, and what that says
Thing = TypeVar("Thing")


class Party(NamedTuple):
    """A country that events concern beside those that were asked for."""

    code: str
    name: str
    total: int
    hue: str = ""


def asked_alone(query: Query) -> frozenset[str]:
    """Return the countries that every event concerns, as each was asked for by itself."""
    return frozenset().union(*(codes for codes in query.countries if len(codes) == 1))


def others(codes: Iterable[str], asked: Collection[str]) -> tuple[str, ...]:
    """Return the parties, of all countries, beside those that were asked for."""
    return tuple(code for code in codes if code not in asked)


def ranked(matches: Sequence[Match], names: Names, asked: Collection[str]) -> list[Party]:
    """Return the parties of events, those with most first, of which the first two have a hue."""
    found = Counter(code for match in matches for code in others(match.event.countries, asked))
    counts = found.most_common()
    plain = shared([count for _, count in counts], len(matches), asked)
    return [
        Party(code, names.countries.name(code), count, hue)
        for (code, count), hue in hued(counts, plain)
    ]


def shared(counts: Sequence[int], events: int, asked: Collection[str]) -> int:
    """Return how many parties, of 1 at most, nearly all events share though none was asked for.

    Their hue would tell nothing apart. `counts` begin with the most.
    """
    return int(not asked and len(counts) > 1 and 10 * counts[0] >= 9 * events)


def hue_of(codes: Collection[str], hues: Mapping[str, str]) -> str:
    """Return the hue of what concerns parties: the second, which fewer have, before the first.

    What concerns none has another one than parties without a hue, if there are any.
    """
    if hues and not codes:
        return ALONE
    return max((hues.get(code, "") for code in codes), key=("", *HUES).index, default="")


def hued(things: Iterable[Thing], plain: int = 0) -> Iterator[tuple[Thing, str]]:
    """Yield things, the most important first, each with its hue, which so many first lack."""
    return zip(things, chain(repeat("", plain), HUES, repeat("")), strict=False)
