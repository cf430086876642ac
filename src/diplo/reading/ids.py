"""The ids of all events, perhaps a million: which are there, and in what order they came."""

from collections.abc import Iterator, Sequence
from itertools import chain, count


class Ids:
    """Ids, each there once, in the order in which they came."""

    def __init__(self) -> None:
        """Begin with none."""
        self._all: set[str] = set()
        self._lots: list[Sequence[str]] = []
        self._clashed = False
        self._numbers: dict[str, int] = {}  # of the lots up to one, once they are asked for
        self._numbered = 0  # lots

    def __contains__(self, name: str) -> bool:
        return name in self._all

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def add(self, names: Sequence[str]) -> bool:
        """Add ids, or none of them if one is there already or stands among them twice.

        As that is rare, it is looked for beforehand only once it has happened.
        """
        if self._clashed and not self._are_new(names):
            return False
        wanted = len(self._all) + len(names)
        self._all.update(names)
        if len(self._all) < wanted:
            self._clashed = True
            self._all = set(chain.from_iterable(self._lots))
            return False
        self._lots.append(names)
        return True

    def number_of(self, name: str) -> int:
        """Return how many ids came before one that is there."""
        for names in self._lots[self._numbered :]:
            self._numbers.update(zip(names, count(len(self._numbers))))
        self._numbered = len(self._lots)
        return self._numbers[name]

    def _are_new(self, names: Sequence[str]) -> bool:
        return len(set(names)) == len(names) and self._all.isdisjoint(names)
