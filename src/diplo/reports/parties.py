"""The parties of events beside those that were asked for, and the hues of the first two."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.reports.names import Names

HUES = ("first", "second")  # of the parties with most events, all others being plain
ALONE, NO_OTHER = "alone", "no other country"  # the hue of events without others, and its meaning
Thing = TypeVar("Thing")


class Party(NamedTuple):
    """A country that events concern beside those that were asked for."""

    code: str
    name: str
    total: int
    hue: str = ""


def required_countries(query: Query) -> frozenset[str]:
    """Return the countries that were asked for by themselves, which every event concerns."""
    return frozenset().union(*(codes for codes in query.countries if len(codes) == 1))


def others(codes: Iterable[str], required: Collection[str | None]) -> tuple[str, ...]:
    """Return the countries beside those that every event concerns."""
    return tuple(code for code in codes if code not in required)


def ranked(matches: Sequence[Match], names: Names, required: Collection[str]) -> list[Party]:
    """Return the parties of events, those with most events first, with hues for two."""
    numbers = Counter(code for match in matches for code in others(match.event.countries, required))
    counts = numbers.most_common()
    plain = shared([count for _, count in counts], len(matches), required)
    return [
        Party(code, names.countries.name(code), count, hue)
        for (code, count), hue in hued(counts, plain)
    ]


def shared(counts: Sequence[int], events: int, required: Collection[str]) -> int:
    """Return 1 if nearly all events share their most frequent party though none was asked for.

    Its hue would distinguish nothing. `counts` begin with the most. Otherwise return 0.
    """
    return int(not required and len(counts) > 1 and 10 * counts[0] >= 9 * events)


def hue_of(codes: Collection[str], hues: Mapping[str, str]) -> str:
    """Return the hue of what concerns these parties: the second, as rarer, before the first.

    What concerns no party is `ALONE`, if any party has a hue.
    """
    if hues and not codes:
        return ALONE
    return max((hues.get(code, "") for code in codes), key=("", *HUES).index, default="")


def hued(things: Iterable[Thing], plain: int = 0) -> Iterator[tuple[Thing, str]]:
    """Yield things, the most important first, with hues; the first `plain` things have none."""
    return zip(things, chain(repeat("", plain), HUES, repeat("")), strict=False)
