"""Files that hold events already, given along with a map that only says how to read tables."""

from collections.abc import Sequence

from diplo.reading.document import Document
from diplo.reading.table_options import TableOptions
from diplo.terminal.errors import Problem

_SAID = "the map only says how tables are read, and "


def mark(document: Document, options: TableOptions) -> Document:
    """Return a document, marked as unmapped if it has events and the map is for tables alone."""
    is_other = not (document.is_table or document.problems or document.lacks)
    # Only a plain document, with its data at hand, can have no events.
    has_events = bool(document.items) or type(document) is not Document
    document.unmapped = options.is_for_tables and is_other and has_events
    return document


def tell(documents: Sequence[Document]) -> None:
    """Note which events the map leaves alone; without any table, that is a problem."""
    has_table = any(document.is_table or document.problems for document in documents)
    for document in documents:
        if document.unmapped and has_table:
            document.notes.append((1, f"{_SAID}these events stay as they are"))
        elif document.unmapped:
            message = f"{_SAID}these are events already; leave out --map"
            document.problems.append(Problem(document.name, 1, 1, message))
