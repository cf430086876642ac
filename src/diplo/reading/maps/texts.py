"""Fill in templates with the cells of rows, cleaning and translating each text once."""

import functools
import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from diplo.model.events import LIST_KEYS
from diplo.reading.faults import CellError
from diplo.reading.maps.batch import Batch, nothing
from diplo.reading.maps.event_form import PARTS
from diplo.reading.maps.meanings import ANY, Meanings
from diplo.reading.maps.memory import Memory
from diplo.reading.maps.syntax import FOOTNOTES, PLACEHOLDER, TAGS, Map
from diplo.reading.maps.templates import Column, Template
from diplo.reading.tables import cells
from diplo.reading.tables.cell_dates import UNFILLED
from diplo.terminal.text import fold_space, shown, unprotected

_LONGEST = 100_000  # characters of what a template makes

Row = Sequence[str]
Text = Callable[[Batch], Sequence[str]]  # gives the text of each row


Step = Callable[[str], str]


def _combined(steps: Sequence[Step]) -> Step:
    """Combine steps into one, with a cache if there are several."""
    if len(steps) == 1:
        return steps[0]
    return Memory[str, str](
        lambda text: functools.reduce(lambda cleaned, step: step(cleaned), steps, text)
    ).__getitem__


class Texts:
    """The templates of a map, bound to the columns of a table."""

    def __init__(self, mapping: Map, header: Sequence[str]) -> None:
        self._map = mapping
        self._found = Memory[Column, list[int]](lambda column: column.found_in(header))
        parties = (template for form in mapping.events for template in form.lists["countries"])
        self._parties = {at for template in parties for at in self.columns(template)}

    def columns(self, template: Template | None) -> list[int]:
        """Return the columns of a template."""
        named = template.columns if template else []
        return [at for column in named for at in self._found[column]]

    def first(self, template: Template | None) -> int | None:
        """Return the first column of a template, None where it has none."""
        return next(iter(self.columns(template)), None)

    def bind(self, template: Template | None, key: str) -> Text:
        """Return a function that fills in a template for a key of an event, blank if it is None.

        It raises a CellError if a text is too long.
        """
        if template is None:
            return nothing
        columns = self.columns(template)
        if template.is_cell and len(columns) == 1:
            return self._cell(columns[0], key)
        if not columns:
            same = "" if template.columns else template.text
            return lambda batch: [same] * len(batch.numbers)
        used = set(columns)
        plain = {at: _combined(self._cleaning(key, column=at)) for at in used}
        meant = _combined([fold_space, *self._meaning(key)])
        pieces = [
            part if isinstance(part, str) else self._found[part] or "" for part in template.parts
        ]

        def texts(batch: Batch) -> list[str]:
            cleaned = {at: [*map(plain[at], batch.columns[at])] for at in used}
            if (long := _too_long(pieces, cleaned)) is not None:
                message = f"the map's {shown(template.text)} makes more than {_LONGEST}"
                raise CellError(
                    f"{message} characters here; name fewer columns in it",
                    batch.numbers[long],
                    columns[0] + 1,
                )
            has_text = map(any, zip(*cleaned.values(), strict=True))
            return [
                meant(text) if is_filled else ""
                for is_filled, text in zip(has_text, _filled(pieces, cleaned), strict=True)
            ]

        return texts

    def bind_each(self, template: Template, key: str) -> list[Text]:
        """Return functions that fill in a template, one for each column if it is a lone pattern."""
        if template.is_cell:
            return [self._cell(at, key) for at in self.columns(template)]
        return [self.bind(template, key)]

    def cleaner(self, key: str, column: int | None = None) -> Step:
        """Return a function that cleans the cells of a key, before their meaning is looked up."""
        return _combined(self._cleaning(key, self._map.values.get(key, ()), column))

    def _cell(self, at: int, key: str) -> Text:
        clean = _combined([self.cleaner(key, at), *self._meaning(key)])
        return lambda batch: [*map(clean, batch.columns[at])]

    def _cleaning(
        self, key: str, meant: Collection[str] = (), column: int | None = None
    ) -> list[Step]:
        """Return the steps that clean a cell; texts in `meant` are never blank."""
        marked = "countries" if column in self._parties else key
        blank = self._map.blank.get(key, frozenset())
        if key != "countries":
            blank |= self._map.usual_blank
        blank = blank.difference(meant)
        steps: list[Step] = []
        if TAGS in self._map.strip:
            steps.append(cells.without_tags)
        if FOOTNOTES in self._map.strip:
            steps.append(lambda text: cells.without_footnotes(text, marked))
        # Lists keep their breaks, at which they are split.
        steps.append(_without_ends if key in LIST_KEYS else _folded)
        if blank:
            steps.append(lambda text: "" if {text, cells.number(text)} & blank else text)
        return steps

    def _meaning(self, key: str) -> list[Step]:
        """Return the step that gives a text its meaning, if the map has `values` for the key."""
        meant = self._map.values.get(key)
        if not meant or key == "countries":  # whose meanings are looked up for each party
            return []
        if key in ("date", *PARTS):
            return [lambda text: _of_date(text, _joined(meant.meaning(text)))]
        if key in ("actors", "sources"):
            split = self._map.split.get(key, "")
            return [lambda text: _of_list(meant, text, split)]
        return [lambda text: _joined(meant.meaning(text))]


def _too_long(
    pieces: Sequence[str | Sequence[int]], cleaned: Mapping[int, Sequence[str]]
) -> int | None:
    """Return the first row whose text would be too long, before it is made; None where none is."""
    plain = sum(len(piece) for piece in pieces)  # for a pattern, the spaces between its columns
    used = Counter(at for piece in pieces if not isinstance(piece, str) for at in piece)
    lengths = ([times * len(text) for text in cleaned[at]] for at, times in used.items())
    rows = enumerate(map(sum, zip(*lengths, strict=True)))
    return next((row for row, length in rows if plain + length > _LONGEST), None)


def _filled(
    pieces: Sequence[str | Sequence[int]], cleaned: Mapping[int, Sequence[str]]
) -> Iterator[str]:
    """Return the text of each row: the pieces, with cells in place of columns."""
    parts = [
        itertools.repeat(piece)
        if isinstance(piece, str)
        else map(" ".join, zip(*(cleaned[at] for at in piece), strict=True))
        for piece in pieces
    ]
    return map("".join, zip(*parts, strict=False))


def _of_list(meant: Meanings, text: str, split: str) -> str:
    """Return what a list means by a map: as a whole, or else item by item."""
    items = cells.items(text, split)
    if len(items) == 1 or fold_space(text) in meant:
        return _joined(meant.meaning(text))
    meanings = [_joined(meant.meaning(item)) for item in items]
    return text if meanings == [*items] else "; ".join(meanings)


def is_one_of(text: str, wanted: frozenset[str]) -> bool:
    """Say whether a text is one that a map lists, or begins like one that ends in `*`."""
    # The mark begins a file that was joined to another.
    plain = unprotected(text).strip().removeprefix("\ufeff")
    if not wanted.isdisjoint((plain, cells.without_marks(plain), cells.number(plain))):
        return True
    return plain != "" and any(key.endswith(ANY) and plain.startswith(key[:-1]) for key in wanted)


def _folded(text: str) -> str:
    return fold_space(unprotected(text))


def _without_ends(text: str) -> str:
    return unprotected(text).strip(" \t\r\n\v\f")


def _of_date(text: str, meant: str) -> str:
    return f"{UNFILLED}{text}" if meant == PLACEHOLDER else meant


def _joined(meant: object) -> str:
    return "; ".join(map(str, meant)) if isinstance(meant, list) else str(meant or "")
