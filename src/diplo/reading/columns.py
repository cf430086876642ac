"""Many events by column: each column is checked at once for what needs nothing but itself.

What is not plainly right is refused here without a word; `records` says what is wrong and where.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from diplo.model.events import CITATION_KEYS, DERIVED_KEYS, EVENT_KEYS, ID_LENGTH, SOURCE_KEYS
from diplo.terminal.text import is_plain

_KEYS = frozenset((*EVENT_KEYS, *DERIVED_KEYS))
_REQUIRED = frozenset(("id", "date", "title", "countries"))
_PLAIN = bytes(range(0x20, 0x7F))
_BLANKEST = " \U0010ffff"  # what begins with a space, and nothing at all, are not above it
_TEXT, _LIST, _MAPPING = {str}, {list}, {dict}
_FREE = ("locator", *SOURCE_KEYS)  # texts of citations
Telling = tuple[str | None, ...]  # a source's id and what is told of it, key by key


class UnplainError(ValueError):
    """Something that `records` has to look at."""


class Columns(NamedTuple):
    """Events by column, of the right shape; what they refer to is not checked yet.

    `row` gives an event with all that it has, as a mapping. `told` is what is told of sources.
    """

    row: Callable[[int], Mapping[str, Any]]
    ids: Sequence[str]
    dates: Sequence[str]
    countries: Sequence[tuple[str, ...]]
    types: Iterable[str]
    sources: Iterable[str]
    told: Collection[Telling] = ()


def of_mappings(rows: Sequence[Any]) -> Columns:
    """Take events as YAML and JSON have them.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: some event is not plainly right.

    """
    require(_types(rows) <= _MAPPING)
    keys: set[str] = set().union(*rows)
    require(_REQUIRED <= keys <= _KEYS)
    columns = _columns(rows, keys)

    def present(key: str) -> list[Any]:
        return [value for value in columns.get(key, ()) if value is not None]

    lists = [present(key) for key in ("countries", "actors", "sources")]
    require(_types(chain.from_iterable(lists)) <= _LIST)
    actors, sources = (list(chain.from_iterable(found)) for found in lists[1:])
    cited = [item for item in sources if type(item) is not str]
    require(_types(cited) <= _MAPPING)
    named: set[str] = set().union(*cited)
    require(named <= set(CITATION_KEYS))
    states = present("status")
    require(_types(states) <= _MAPPING)
    check_states(states)
    fields = ([i[k] for i in cited if i.get(k) is not None] for k in _FREE if k in named)
    free = map(present, ("place", "summary", "note", *DERIVED_KEYS))
    texts = [*chain(columns["title"], *free, actors, *fields, *map(parts, states))]
    require(_types(chain(columns["id"], present("type"), texts)) <= _TEXT)
    require(all(columns["countries"]))
    require(max(map(len, columns["id"])) <= ID_LENGTH)
    check_not_blank(texts)
    check_texts(texts)
    bare = (item for item in sources if type(item) is str)
    return Columns(
        rows.__getitem__,
        columns["id"],
        columns["date"],
        list(map(tuple, columns["countries"])),
        present("type"),
        [*bare, *(item["source"] for item in cited)],
        set(map(telling, cited)) if named.intersection(SOURCE_KEYS) else (),
    )


def telling(item: Mapping[str, str | None]) -> Telling:
    """Return what a citation tells of its source."""
    return (item["source"], *map(item.get, SOURCE_KEYS))


def require(right: object) -> None:
    """Refuse what is not right.

    Raises:
        UnplainError: it is not.

    """
    if not right:
        raise UnplainError


def check_not_blank(texts: Sequence[str]) -> None:
    """Make sure that texts hold more than spaces; one that begins with a space is refused too."""
    require(min(texts, default="x") > _BLANKEST)


def check_texts(texts: Sequence[str]) -> None:
    """Make sure that texts hold nothing to refuse and no break to fold."""
    unusual = "\n".join(texts).encode().translate(None, _PLAIN)
    require(unusual.count(b"\n") == max(len(texts) - 1, 0))
    require(is_plain(unusual.replace(b"\n", b"").decode()))


def check_states(states: Collection[Mapping[str, object]]) -> None:
    """Make sure that no two subjects of an event may be the same once their spaces are folded."""
    require("  " not in "\n".join(chain.from_iterable(states)))


def parts(state: Mapping[Any, Any]) -> Iterable[Any]:
    """Return the texts that a state is made of."""
    return chain(state, state.values())


def _columns(rows: Sequence[Mapping[str, Any]], keys: set[str]) -> Mapping[str, Sequence[Any]]:
    if sum(map(len, rows)) == len(rows) * len(keys):  # every row has every key
        return dict(zip(keys, zip(*map(itemgetter(*keys), rows), strict=True), strict=True))
    return {key: [row.get(key) for row in rows] for key in keys}


def _types(values: Iterable[object]) -> set[type]:
    return set(map(type, values))
