"""Events that may be duplicates: their countries are the same, their dates and titles agree."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from diplo.model.dates import NEVER, extent
from diplo.model.events import Event
from diplo.reading.faults import Origin
from diplo.terminal.text import fold

_ALIKE = 0.8  # the least Sørensen-Dice coefficient of titles
_MOST_COMPARED = 50  # earlier events of the same countries
_NO_DAYS = NEVER, -1  # overlap with no other days
_LONG = 200  # characters of a title that are compared

_Pairs = set[tuple[bool, str, str]]  # adjacent characters, and whether they are in the first half


class _Compared(NamedTuple):
    """What later events are compared with: an event's date, first and last day, and title."""

    id: str
    when: str
    first: int
    last: int
    pairs: _Pairs


def near_duplicates(events: Iterable[tuple[Event, Origin]]) -> Iterator[tuple[Origin, str]]:
    """Yield the place of each event that may duplicate an earlier one, with a message.

    The events must be in the order of their dates.
    """
    before: defaultdict[frozenset[str], deque[_Compared]]
    before = defaultdict(lambda: deque(maxlen=_MOST_COMPARED))  # by the countries
    for event, origin in events:
        when, pairs, earlier = event.date, _pairs(event.title), before[frozenset(event.countries)]
        is_bounded = when.earliest is not None and when.latest is not None
        days = (when.start.first, when.end.last) if is_bounded else _NO_DAYS
        for other in earlier:
            # Not a function: among many events, the calls would take longer than all else.
            may_be_one = other.first <= days[1] and days[0] <= other.last
            if (may_be_one or other.when == when.text) and _similar(other.pairs, pairs):
                what = f"looks like {other.id}: countries, date and title agree"
                yield origin, f"{what}; leave one out if they are one event"
                break
        days = extent(when) if is_bounded else _NO_DAYS
        earlier.append(_Compared(event.id, when.text, *days, pairs))


def _pairs(title: str) -> _Pairs:
    text = f" {fold(title)[:_LONG]} "
    return {(2 * place < len(text), *pair) for place, pair in enumerate(pairwise(text))}


def _similar(first: _Pairs, second: _Pairs) -> bool:
    return 2 * len(first & second) >= _ALIKE * (len(first) + len(second))
