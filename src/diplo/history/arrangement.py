"""Order a timeline by its parts, date, country, type, title or id; find the nearest events."""

from collections.abc import Callable, Iterable
from itertools import chain

from diplo.history.parts import Match, parts
from diplo.model.dates import Edtf, Window
from diplo.model.events import Event
from diplo.terminal.text import fold

_SORT_KEYS: dict[str, Callable[[Event], tuple[str, ...]]] = {
    "country": lambda event: event.countries,
    "type": lambda event: (event.type or "",),
    "title": lambda event: (fold(event.title),),
    "id": lambda event: (event.id,),
}
BY_STORY, BY_DATE = "story", "date"
SORTS = (BY_STORY, BY_DATE, *_SORT_KEYS)


def arrange(
    matches: Iterable[Match],
    sort: str = BY_STORY,
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> list[Match]:
    """Sort matches, which come in the order of their files, and reverse and limit them if asked.

    A story is sorted part by part, and each part is reversed by itself; ties go by date. In a
    story and by date, events without a day stay last.
    """
    ordered = sorted(matches, key=lambda match: match.event.date.order)
    if key := _SORT_KEYS.get(sort):
        ordered.sort(key=lambda match: key(match.event))
        return ordered[::-1][:limit] if reverse else ordered[:limit]
    runs: Iterable[list[Match]] = parts(ordered) if sort == BY_STORY else [ordered]
    if reverse:
        runs = map(_reversed_dated, runs)
    return [*chain.from_iterable(runs)][:limit]


def sort_key(when: Edtf) -> tuple[tuple[int, int, bool], str]:
    """Return the sort key of a date; dates that tie go by their texts."""
    return when.order, when.text


def nearest(matches: Iterable[Match], window: Window) -> list[Match]:
    """Return the last event that begins before a window and the first that begins after it."""
    dated = [match for match in arrange(matches, BY_DATE) if match.event.date.is_dated]
    before = [match for match in dated if match.event.date.order[0] < window.first]
    after = [match for match in dated if match.event.date.order[0] > window.last]
    return [*before[-1:], *after[:1]]


def _reversed_dated(ordered: list[Match]) -> list[Match]:
    """Reverse matches, except those without a day, which stay last."""
    dated = [match for match in ordered if match.event.date.is_dated]
    return [*reversed(dated), *ordered[len(dated) :]]
