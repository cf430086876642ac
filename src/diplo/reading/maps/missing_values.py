"""Find texts such as NA, which mean unknown in many tables, where a map does not say so."""

from collections import Counter
from collections.abc import Collection

from diplo.reading.maps.batch import Batch
from diplo.reading.maps.syntax import Map
from diplo.reading.maps.tally import Note
from diplo.reading.tables import inline_yaml
from diplo.terminal.text import plural, series, shown

_SIGNS = frozenset(("NA", "<NA>", "N/A", "#N/A", "NaN", "nan", "NULL", "null", r"\N", "None"))


class MissingValues:
    """Counts these texts as a table is read."""

    def __init__(self, mapping: Map, columns: Collection[int], noun: str) -> None:
        explained = {text for meant in mapping.values.values() for text in meant}
        self._signs = frozenset() if mapping.blank else _SIGNS - explained
        self._columns = columns
        self._counts: Counter[str] = Counter()
        self._among: set[int] = set()
        self._first = 0  # row
        self._noun = noun

    @property
    def found(self) -> list[str]:
        """The texts that were found, the most frequent first."""
        return [text for text, _ in self._counts.most_common()]

    def count(self, batch: Batch) -> None:
        """Count these texts in some rows."""
        for at in self._columns:
            if self._signs.isdisjoint(batch.columns[at]):  # as in most
                continue
            rows = zip(batch.numbers, batch.columns[at], strict=True)
            placed = [(row, text) for row, text in rows if text in self._signs]
            self._counts.update(text for _, text in placed)
            self._among.add(at)
            self._first = min(self._first or placed[0][0], placed[0][0])

    def notes(self) -> list[Note]:
        """Return a note on what a map can say of them, if there are any."""
        if not self._counts:
            return []
        cells, columns = self._counts.total(), len(self._among)
        are, pronoun = ("are", "they mean") if len(self.found) > 1 else ("is", "it means")
        message = f"{series([*map(shown, self.found)], 'and')} {are} kept as text"
        message += f" in {plural(cells, 'cell')}"
        message += f" of {columns} columns" if columns > 1 else ""
        where = f"{'first in ' if cells > 1 else ''}{self._noun} {self._first}"
        blank = inline_yaml.plain(self.found)
        advice = f"if {pronoun} nothing, a map (--map) says: blank: {blank}; if not, blank: []"
        return [Note(self._first, f"{message} ({where}); {advice}")]
