"""Templates of maps: text in which {column} stands for a cell; plain replacement, no code."""

import re
from collections.abc import Sequence
from string import digits
from typing import NamedTuple

from diplo.model.suggestions import nearest
from diplo.reading.faults import Path
from diplo.reading.tables.header import compared, simple

_VALUE = ".value"  # ends paths in SPARQL's JSON, but no header of its CSV
MOST_COLUMNS = 200  # of a template, counting repeats
_ITEM = re.compile(r"(?<=\.)[0-9]+(?=\.)")  # index of a list's item within a path
_ITEMS = ".*."  # in a path: any item of a list
_PART = re.compile(r"\{([^{}]*)\}")


class Column(NamedTuple):
    """A column that a template names: with `*` a pattern, with `?` at its end optional."""

    name: str
    is_optional: bool = False

    @property
    def is_pattern(self) -> bool:
        """Whether it stands for every column that matches it."""
        return "*" in self.name

    def found_in(self, header: Sequence[str]) -> list[int]:
        """Return the columns that it stands for, in their order.

        If several are numbered, as c1 and c2 are for c*, others such as code are not meant. The
        items of a list may be a single one without a list, as JSON made of XML has it.
        """
        if self.is_pattern:
            pieces = compared(self.name).split("*")
            single = compared(of_one_item(self.name)) if _ITEMS in self.name else None
            like = dict(enumerate(map(compared, header)))
            found = [at for at, name in like.items() if _is_like(name, pieces) or name == single]
            rest = {at: like[at].removeprefix(pieces[0]).removesuffix(pieces[-1]) for at in found}
            several = sum(map(str.isdecimal, rest.values())) > 1
            return [
                at
                for at in found
                if not several or not rest[at].strip(digits) or like[at] == single
            ]
        if self.name in header:
            return [header.index(self.name)]
        names = list(map(simple, header))
        forms = map(simple, (self.name, self.name.removesuffix(_VALUE)))
        return next(([names.index(form)] for form in forms if form in names), [])

    def named_in(self, header: Sequence[str]) -> str:
        """Return its name for messages, without `.value` if no column of the table ends so."""
        if any(name.endswith(_VALUE) for name in header):
            return self.name
        return self.name.removesuffix(_VALUE)

    def near(self, header: Sequence[str]) -> list[str]:
        """Return the columns that may have been meant, those of a list's items as one pattern."""
        names = [name for name in header if name]
        patterns = dict.fromkeys(map(of_items, names))
        items = [pattern for pattern in patterns if of_one_item(pattern) == self.name]
        bare = {name.removesuffix(_VALUE): name for name in names}
        return items or [bare[pattern] for pattern in nearest(self.name.removesuffix(_VALUE), bare)]


def column_named(name: str) -> Column:
    """Return the column that a key of a map names, optional if it ends in `?`."""
    return Column(name.removesuffix("?"), name.endswith("?"))


def of_items(name: str) -> str:
    """Return a path with `*` for the index of each list item in it."""
    return _ITEM.sub("*", name)


def of_one_item(pattern: str) -> str:
    """Return the path of a single item that stands where others have a list of them."""
    return pattern.replace(_ITEMS, ".")


class Template(NamedTuple):
    """A text of a map and the columns in it; `path` is where in the map it stands."""

    text: str
    parts: tuple[str | Column, ...]
    path: Path

    @property
    def columns(self) -> list[Column]:
        """The columns that it names."""
        return [part for part in self.parts if isinstance(part, Column)]

    @property
    def is_cell(self) -> bool:
        """Whether it is one column and no other text."""
        return len(self.parts) == 1 and isinstance(self.parts[0], Column)


def _is_like(name: str, pieces: Sequence[str]) -> bool:
    """Say whether a name matches a pattern, given as the pieces between its `*`."""
    first, *between, last = pieces
    at, end = len(first), len(name) - len(last)
    for piece in between:
        place = name.find(piece, at, max(end, 0))
        if place < 0:
            return False
        at = place + len(piece)
    return at <= end and name.startswith(first) and name.endswith(last)


def template(text: str, path: Path) -> Template:
    """Read a template.

    Raises:
        ValueError: a brace is unmatched, braces are empty, or there are too many columns.
    """
    parts: list[str | Column] = []
    end = 0
    for match in _PART.finditer(text):
        parts += _plain(text[end : match.start()])
        name = match[1].strip()
        is_optional = name.endswith("?") and len(name) > 1
        name = name[:-1].rstrip() if is_optional else name
        if not name:
            raise ValueError("{} names no column; write its name in the braces")
        parts.append(Column(name, is_optional))
        end = match.end()
    parts += _plain(text[end:])
    made = Template(text, tuple(parts), path)
    if len(made.columns) > MOST_COLUMNS:
        raise ValueError(f"it names more than {MOST_COLUMNS} columns; name fewer")
    return made


def _plain(text: str) -> list[str]:
    if set("{}").intersection(text):
        raise ValueError("a brace is unmatched; write {column}")
    return [text] if text else []
