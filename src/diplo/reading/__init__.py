"""Read event files into a timeline, or report what is wrong. Come here for a format that is read.

`folders` expands folders and patterns to files. A file is opened as bytes (`files`, `recoded`,
`encodings`) by its format (`opening`): `yaml` and `json` parse text to plain data, and `notes` the
front matter of Markdown (`paragraphs` finds a summary, `other_notes` reports notes left out). The
largest part of the room reads the data of others: `tables` reads cells and `maps` makes events of
them, in the `table_options` given (`date_order`). Each file becomes a document, whole or as a
stream (`document`, `ndjson`). Events are checked record by record and field by field (`records`,
`fields`, `cited_sources`); plainly valid ones take a faster way (`lines`, `array`, `judge`), where
`sifted` skips those that the predicate of `keeping` rules out. `merge` joins the files, with unique
`ids`; a file may be a source itself (`file_sources`). `faults` finds the line and column of what
breaks a rule, `yaml` (with `yaml_slips`) and `json` of what they cannot parse; `foreign_formats`,
`foreign` and `conflicts` say what else a file may be, with `advice` on maps. `warnings` (with
`duplicates` and `garbled`) reports what is odd but not wrong, `unmapped` events that a map leaves
alone. `schema` has the rules as JSON Schema, and `shipped` finds the file that comes with diplo.
"""

from collections.abc import Callable, Sequence
from datetime import date
from math import inf

from diplo.model.events import Timeline, Vocabulary
from diplo.reading.document import Watch, unwatched
from diplo.reading.faults import locate
from diplo.reading.folders import expanded
from diplo.reading.keeping import Keep, everything
from diplo.reading.merge import Open, in_order, read
from diplo.reading.opening import open_document
from diplo.reading.shipped import path as bundled
from diplo.reading.warnings import warnings
from diplo.terminal.errors import ContentError, Problem, input_name

__all__ = ["bundled", "check", "everything", "expanded", "load", "open_document"]


def load(
    names: Sequence[str],
    keep: Callable[[Vocabulary], Keep] = lambda _: everything,
    watch: Watch = unwatched,
    opening: Open = open_document,
) -> Timeline:
    """Read event files, keeping the events that satisfy a predicate; by default, all of them.

    Args:
        names: the files to merge into one timeline; "-" is standard input.
        keep: makes the predicate from what the files declare.
        watch: called repeatedly with the file being read and the share of it that is done.
        opening: opens a file as a document.

    Raises:
        ContentError: the content of a file is wrong.
        UnreadableError: a file cannot be opened or read.
    """
    reading = read(names, keep, watch=watch, opening=opening)
    if reading.problems:
        raise ContentError(reading.problems)
    return reading.timeline._replace(notes=tuple(map(_noted, reading.notes)))


def _noted(note: Problem) -> str:
    """Return a note prefixed with its file, or with the folder of several files."""
    where = note.file if note.folder is None else note.folder
    return f"{input_name(where)}: {note.message}" if where else note.message


def check(
    names: Sequence[str],
    watch: Watch = unwatched,
    opening: Open = open_document,
    today: date | None = None,
) -> tuple[list[Problem], int]:
    """Return all errors and warnings of event files, and the number of their events.

    If `today` is given, dates in tables that lie far ahead of it are warned of.

    Raises:
        UnreadableError: a file cannot be opened or read.
    """
    reading = read(names, lambda _: everything, inf, watch, opening)
    odd = locate((origin.document, fault) for origin, fault in warnings(reading, today))
    lines = (reading.documents[note.file].line(note.line) for note in reading.notes)
    notes = (note._replace(line=line) for note, line in zip(reading.notes, lines, strict=True))
    return in_order([*reading.problems, *notes, *odd], names), len(reading.timeline.events)
