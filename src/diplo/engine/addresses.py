"""The names that engines open: of a file, a pattern of several, or an address."""

import re
from pathlib import PurePath

from diplo.reading.files import ENDINGS
from diplo.terminal.errors import UnreadableError, file_name
from diplo.terminal.shell import typed_name

PATTERN = re.compile(r"[*?\[]")
_AT_ADDRESSES = (".parquet", ".ndjson", ".jsonl")  # what engines read there
_OF_THE_WEB = re.compile("https?://", re.IGNORECASE)
_OF_A_FILE = "file://"
_ENGINES = "--engine duckdb or --engine spark://host:7077"


def is_address(name: str) -> bool:
    """Say whether a name is an address, such as s3://bucket/events."""
    return "://" in name


def names_one(name: str) -> bool:
    """Say whether a name is that of one local file, and not a pattern."""
    return not (is_address(name) or PATTERN.search(name))


def ending(name: str) -> str:
    """Return the ending of a name in small letters; in the web, without what follows ? or #."""
    return PurePath(
        re.split("[?#]", name, maxsplit=1)[0] if _OF_THE_WEB.match(name) else name
    ).suffix.lower()


def check_address(name: str, engine: str | None) -> None:
    """Make sure that an engine is asked for at an address, and may read what is there.

    Raises:
        UnreadableError: it is not, or diplo reads that format only from a file.
    """
    suffix = ending(name)
    may_be_read = suffix in _AT_ADDRESSES or suffix not in ENDINGS
    if engine and may_be_read:
        return
    what = f"{file_name(name)} is an address"
    if suffix in _AT_ADDRESSES or (may_be_read and not _OF_THE_WEB.match(name)):
        raise UnreadableError(f"{what}; to open it, give {_ENGINES}")
    why = f"{what}, from which engines read only Parquet and JSON Lines"
    or_by_engine = f"; if it is one of these, give {_ENGINES}" if may_be_read else ""
    raise UnreadableError(f"{why}; {_here(name, suffix)}{or_by_engine}")


def _here(name: str, suffix: str) -> str:
    """Say how to get a file from an address."""
    if name.startswith(_OF_A_FILE):
        return f"leave out {_OF_A_FILE}"
    if _OF_THE_WEB.match(name):
        file = f"events{suffix if suffix in ENDINGS else '.csv'}"
        return f"download it first: curl -L -o {file} {typed_name(name)}"
    return "copy it to a file first"
