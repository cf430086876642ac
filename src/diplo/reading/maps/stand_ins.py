"""Texts such as NA, which stand for what is not known in many tables, where no map says so."""

from collections import Counter
from collections.abc import Collection

from diplo.reading.maps.batch import Batch
from diplo.reading.maps.syntax import Map
from diplo.reading.maps.tally import Note
from diplo.reading.tables import inline_yaml
from diplo.terminal.text import shown

_SIGNS = frozenset(("NA", "<NA>", "N/A", "#N/A", "NaN", "nan", "NULL", "null", "None"))


class StandIns:
    """Grows as a table is read."""

    def __init__(self, mapping: Map, columns: Collection[int]) -> None:
        """Take a map, which may say what is blank, and the columns of texts that it takes."""
        told = {text for meant in mapping.values.values() for text in meant}
        self._signs = frozenset() if mapping.blank else _SIGNS - told
        self._columns = columns
        self._counts: Counter[str] = Counter()
        self._among: set[int] = set()
        self._first = 0  # row

    @property
    def found(self) -> Collection[str]:
        """The texts that stand for nothing, most frequent first."""
        return [text for text, _ in self._counts.most_common()]

    def look(self, batch: Batch) -> Batch:
        """Look at some rows, and return them."""
        for at in self._columns:
            if self._signs.isdisjoint(batch.columns[at]):  # as in most
                continue
            rows = zip(batch.numbers, batch.columns[at], strict=True)
            found = [(row, text) for row, text in rows if text in self._signs]
            self._counts.update(text for _, text in found)
            self._among.add(at)
            self._first = min(self._first or found[0][0], found[0][0])
        return batch

    def notes(self) -> list[Note]:
        """Return what a map would say of them, if there are any."""
        if not self._counts:
            return []
        cells, columns = self._counts.total(), len(self._among)
        names = ", ".join(map(shown, self.found))
        said = f"{names} stand{'' if len(self.found) > 1 else 's'} as a text in "
        said += f"{cells} cell{'s' if cells > 1 else ''}"
        said += f" of {columns} columns" if columns > 1 else ""
        blank = ", ".join(map(inline_yaml.plain, self.found))
        todo = f"where that means nothing, a map (--map) says so: blank: [{blank}]"
        return [Note(self._first, f"{said}; {todo}")]
