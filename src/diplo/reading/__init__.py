"""Event files to a timeline, or to what is wrong with them. Come here to add a format or a rule.

Names are those of files once folders and patterns are spread out (`folders`). A file is opened as
bytes (`files`, `encodings`), by its format (`opening`): YAML and JSON are parsed to plain data
(`yaml`, `json`), as a note is by its front matter (`notes`, `paragraphs`; `other_notes` tells of
those that are left out). The largest part of the room reads what others have: `tables` has cells
and `maps` makes events of them, in the `manner` that a person asks for. Each is held as a document,
whole or as a stream (`document`, `ndjson`). Its events are checked one by one, record by record and
field by field (`records`, `fields`, `cited_sources`), but for what is plainly right (`lines`,
`array`, `judge`), some of which is sifted out before events are made (`sifted`, as `keeping` says
what is kept), and merged with those of other files (`merge`, `ids`), each of which may be a source
itself (`file_sources`). `faults` finds the line and column of what breaks a rule, as `yaml` (with
`yaml_slips`) and `json` do of what they cannot parse; `kinds`, `foreign` and `conflicts` say what
else a file may be, with `advice` on maps. `warnings` (with `duplicates`) says what is odd but not
wrong, `unmapped` what a map does not change, `schema` the rules as JSON Schema, and `shipped` knows
the file that comes with diplo.
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
    """Read event files, keeping the events that a predicate takes; by default, all of them.

    Args:
        names: the files, which merge into one timeline; "-" is standard input.
        keep: makes the predicate from what the files declare.
        watch: is told, time and again, which file is read and what share of that is done.
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
    """Return what was left out, with the name of its file or of the folder of several."""
    where = note.file if note.folder is None else note.folder
    return f"{input_name(where)}: {note.message}" if where else note.message


def check(
    names: Sequence[str],
    watch: Watch = unwatched,
    opening: Open = open_document,
    today: date | None = None,
) -> tuple[list[Problem], int]:
    """Return every problem of event files, errors and warnings, and the number of their events.

    Dates of tables far ahead of a day that is told to be today are among them.

    Raises:
        UnreadableError: a file cannot be opened or read.

    """
    reading = read(names, lambda _: everything, inf, watch, opening)
    odd = locate((origin.document, fault) for origin, fault in warnings(reading, today))
    lines = (reading.documents[note.file].line(note.line) for note in reading.notes)
    notes = (note._replace(line=line) for note, line in zip(reading.notes, lines, strict=True))
    return in_order([*reading.problems, *notes, *odd], names), len(reading.timeline.events)
