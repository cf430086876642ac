"""Rows and their columns: the form of every report, whatever it is written as."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from diplo.model.events import Vocabulary
from diplo.model.suggestions import choose, did_you_mean
from diplo.terminal.errors import UsageError
from diplo.terminal.text import shown

if TYPE_CHECKING:  # modules with screens import this one
    from diplo.reports.bars import Bars
    from diplo.reports.card import Cards
    from diplo.reports.comparison import Lanes
    from diplo.reports.findings import Findings
    from diplo.reports.status import States
    from diplo.reports.status_history import History
    from diplo.reports.story import Story
    from diplo.reports.strips import Strips

    Screen: TypeAlias = Story | Cards | Lanes | Bars | Strips | States | History | Findings

Value = str | int | list[Any] | dict[str, Any] | None

USUAL = 24  # the least width of a column of sentences
SENTENCES = 20  # what is narrower holds names and codes
TWO_CODES = 7  # the least width of a column of countries


class Column(NamedTuple):
    """One column: its key and, for a row, its value as data and the words that a person reads.

    `style` is that of its words, such as "dim"; `right` aligns them; `wraps` is the least width of
    a column that may wrap.
    """

    key: str
    value: Callable[[Any], Value]
    words: Callable[[Any], str] | None = None
    style: str = ""
    right: bool = False
    wraps: int = 0
    header: str | None = None

    @property
    def is_long(self) -> bool:
        """Whether it holds sentences, which stand below the rest if there is little room."""
        return self.wraps >= SENTENCES

    @property
    def heading(self) -> str:
        """What stands above the column."""
        return self.key.capitalize() if self.header is None else self.header

    def text(self, row: object) -> str:
        """Return what people read in this column of a row."""
        return flat(self.value(row)) if self.words is None else self.words(row)


class Report(NamedTuple):
    """Rows with every column that a script may read, and those that people are shown.

    `screen` makes what people read if that is more than a grid of the `table` columns; formats
    draw it. A grid may have a `heading`: a title and counts. `credits` names the sources.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Any]
    plain: tuple[Column, ...]
    table: tuple[Column, ...]
    heading: tuple[str, str] | None = None
    summary: str = ""
    lines: Sequence[Any] | None = None  # the rows of plain lines, if they differ
    screen: "Callable[[], Screen] | None" = None
    credits: Callable[[], str] = str
    chosen: bool = False  # the columns were asked for
    vocabulary: Vocabulary = Vocabulary()  # of the events in the rows, if any

    @property
    def shown(self) -> "Screen | None":
        """The screen that people read, or None for a grid."""
        return self.screen() if self.screen else None

    def only(self, keys: Sequence[str]) -> "Report":
        """Return the report with these columns, in this order.

        Raises:
            UsageError: a key names no column, or is named twice.
        """
        by_key = {column.key: column for column in self.columns}
        chosen = tuple(by_key[_chosen(key, by_key)] for key in keys)
        repeated = next((key for key in keys if list(keys).count(key) > 1), None)
        if repeated:
            raise UsageError(f"the column '{repeated}' is named twice; name it once")
        return self._replace(columns=chosen, plain=chosen, table=chosen, chosen=True)


def _chosen(key: str, known: Collection[str]) -> str:
    """Return the key of a column; an error suggests the column that a name may mean.

    Raises:
        UsageError: the key names no column.
    """
    if key not in known:
        from diplo.reading.tables.header import key_of  # noqa: PLC0415  (only mistakes need it)

        if (standard_key := key_of(key)) and standard_key in known:
            raise UsageError(f"{shown(key)} is not a column{did_you_mean([standard_key])}")
    return choose(key, known, "column")


def flat(value: Value) -> str:
    """Return a value as the text of one cell: items are joined by "; "."""
    if isinstance(value, str):  # first, as most are
        return value
    if isinstance(value, list):
        return "; ".join(map(flat_item, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(item)}" for key, item in value.items())
    return "" if value is None else str(value)


def flat_item(value: Value) -> str:
    """Return an item of a list as text; a dictionary is a cited source."""
    if not isinstance(value, dict):
        return flat(value)
    return f"{value['source']} ({value['locator']})" if value["locator"] else value["source"]
