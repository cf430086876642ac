"""Opening an event file: by its format, whole or as a stream, with a document as the result."""

import contextlib
from collections.abc import Collection, Mapping
from functools import partial
from importlib import import_module

from diplo.reading import files, shipped
from diplo.reading.document import Document, Watch, unreadable, unwatched
from diplo.reading.faults import Path, Place
from diplo.reading.files import BLANK, LARGEST_DOCUMENT, EventFile
from diplo.terminal.errors import Problem

_BREAKS = dict.fromkeys(map(ord, "\v\f"), " ")  # of Word and FileMaker, where YAML has no such


def open_document(name: str, watch: Watch = unwatched) -> Document:
    """Open an event file, or standard input for "-"; a stream is read later, others at once.

    Raises:
        UnreadableError: it cannot be opened or read.

    """
    try:
        file = files.open_file(name)
        if file.format == "ndjson":
            from diplo.reading.ndjson import Stream  # noqa: PLC0415  (YAML needs no JSON)

            return Stream(file)
        with contextlib.closing(file):
            content = file.content()
    except OSError as error:
        raise unreadable(name, error) from error
    return _whole(file, content, watch)


def _whole(file: EventFile, content: bytes, watch: Watch) -> Document:
    document = Document(file.name)
    if len(content) > LARGEST_DOCUMENT:
        message = f"the file is larger than {LARGEST_DOCUMENT // 2**20} MiB; write it as NDJSON"
        document.problems = [Problem(file.name, 1, 1, message)]
        return document
    if not content.strip(BLANK):
        document.problems = [] if file.may_be_empty else [_nothing_in(file.name)]
        return document
    if file.name == shipped.path() and (data := shipped.data(content)) is not None:
        document.data = data
        document.find = partial(_places, content)
        return document
    parser = import_module(f"diplo.reading.{file.format}")  # late: each needs a library
    text, document.problems = files.decode(file.name, content, file.encoding)
    if document.problems:
        return document
    if file.format == "yaml":
        text = text.translate(_BREAKS)
    document.parsed = parser.SHARE
    data, document.problems = parser.parse(
        file.name, text, lambda done: watch(file.name, done * parser.SHARE)
    )
    if data is None and not document.problems:
        document.problems = [_nothing_in(file.name)]
    if not document.problems:
        document.data = data
    document.find = partial(parser.places, text)
    return document


def _places(content: bytes, wanted: Collection[Path]) -> Mapping[Path, Place]:
    from diplo.reading import yaml  # noqa: PLC0415  (only what is odd in the file needs it)

    return yaml.places(content.decode(), wanted)


def _nothing_in(name: str) -> Problem:
    message = "the file is empty; an event file holds a list of events, or events: [...]"
    return Problem(name, 1, 1, message)
