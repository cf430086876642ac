"""Find and read maps: those that ship with diplo, and those in files."""

import itertools
import os
from functools import partial
from pathlib import Path

from diplo.model.suggestions import suggestion
from diplo.reading import records
from diplo.reading.document import Document, unreadable
from diplo.reading.faults import Fault, locate
from diplo.reading.files import BOM, decode
from diplo.reading.maps import syntax
from diplo.reading.maps.syntax import DECLARED, Map
from diplo.reading.table_options import TableOptions
from diplo.terminal.errors import ContentError, Problem, UnreadableError, UsageError, file_name
from diplo.terminal.text import shown

_FOLDER = Path(__file__).resolve().parents[2] / "maps"
_ENDING = ".yaml"
_LARGEST = 2**20  # bytes


def names() -> list[str]:
    """Return the names of the maps that ship."""
    return sorted(path.stem for path in _FOLDER.glob(f"*{_ENDING}"))


def text(name: str) -> str:
    """Return the text of a map that ships.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in names():
        instead = f"; the built-in ones are {', '.join(names())}; any other is the name of a file"
        raise UsageError(f"no map is named {shown(name)}{suggestion(name, names()) or instead}")
    return (_FOLDER / f"{name}{_ENDING}").read_text(encoding="utf-8")


def may_be_file(name: str) -> bool:
    """Say whether a name is that of a file, or looks like one."""
    return os.path.lexists(name) or os.sep in name or "." in name


def about(name: str) -> str:
    """Return the opening comment of a map that ships."""
    comment = itertools.takewhile(lambda line: line.strip("# "), text(name).splitlines())
    return " ".join(line.strip("# ") for line in comment)


def table_options(name: str, dates: str | None = None, encoding: str | None = None) -> TableOptions:
    """Read the map of a file or one that ships.

    Raises:
        ContentError: the map is wrong.
        UnreadableError: the file cannot be read.
        UsageError: no map has that name.
    """
    if name in names():
        mapping, _ = _read(name, text(name))
        return TableOptions(mapping._replace(is_shipped=True), dates, encoding, None)
    if not may_be_file(name):
        text(name)
    try:
        with open(name, "rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        raise unreadable(name, error) from error
    if len(content) > _LARGEST:
        raise UnreadableError(f"{file_name(name)} is too large for a map; a map is a YAML file")
    content_text, problems = decode(name, content.removeprefix(BOM))
    if problems:
        raise ContentError(problems)
    mapping, file = _read(name, content_text)
    return TableOptions(mapping, dates, encoding, file)


def _read(name: str, content: str) -> tuple[Map, Document]:
    from diplo.reading import yaml  # noqa: PLC0415  (only maps need it here)

    data, problems = yaml.parse(name, content)
    if problems:
        raise ContentError(problems)
    if data is None:
        message = "the map is empty; it needs an event: {date: ..., title: ..., countries: [...]}"
        raise ContentError([Problem(name, 1, 1, message)])
    file = Document(name)
    file.find = partial(yaml.places, content)
    faults: list[Fault] = []
    mapping = syntax.read(name, data, faults)
    if isinstance(data, dict):
        _check_declared({key: data[key] for key in DECLARED if key in data}, faults)
    if faults or mapping is None:
        raise ContentError(locate((file, fault) for fault in faults))
    return mapping, file


def _check_declared(data: dict[str, object], faults: list[Fault]) -> None:
    """Check what a map declares by the rules of an event file."""
    top = records.top({**data, "events": []}, faults)
    top.text("title")
    records.as_of(top)
    for read in (records.sources, records.countries, records.types):
        list(read(top, faults))
