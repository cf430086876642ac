"""Expand names of files, folders and patterns to names of files, in their order."""

import contextlib
import glob
import os
from collections.abc import Callable, Iterator, Sequence

from diplo.reading.files import ENDINGS, TABLE, open_file
from diplo.terminal.errors import STANDARD_INPUT, UnreadableError, file_name

_MOST = 100_000  # files
_HIDDEN = ".", "~$"  # the second begins the lock file of an open spreadsheet
_PATTERN = set("*?[")
_KINDS = "YAML, JSON, tables, Markdown, Parquet"
_TEXT = ".txt"  # which may be a table


def expanded(names: Sequence[str], whole: Callable[[str], bool] = lambda _: False) -> list[str]:
    """Replace folders and patterns with their files, except for the names that `whole` accepts.

    Raises:
        UnreadableError: a folder has no event file or cannot be read, a pattern matches none,
            or there are too many files.
    """
    found = [each for name in names for each in ([name] if whole(name) else _files(name))]
    if len(found) > _MOST:
        raise UnreadableError(f"these are more than {_MOST} files; name fewer")
    return found if found == list(names) else _once(found)


def within(name: str) -> Iterator[str]:
    """Yield every path that matches a pattern, and the files below those that are folders."""
    for path in glob.iglob(name, recursive=True):
        yield path
        for folder, _, files in os.walk(path):
            yield from (os.path.join(folder, file) for file in files)


def _once(names: Sequence[str]) -> list[str]:
    """Leave out files that were named before, if otherwise: below a folder and by a link."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(os.path.realpath(name), name)
    return list(first.values())


def _files(name: str) -> list[str]:
    if name == STANDARD_INPUT or os.path.isfile(name):
        return [name]
    if os.path.isdir(name):
        found = list(_within(name, {_identity(name)}))
        none = f"{file_name(name)} is a folder without event files ({_KINDS})"
    elif _PATTERN.isdisjoint(name) or os.path.lexists(name):
        return [name]
    else:
        found = sorted(filter(os.path.isfile, glob.iglob(name, recursive=True)))
        none = f"no file matches {file_name(name)}; check the pattern"
    if not found:
        raise UnreadableError(none)
    return found


def _within(folder: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield the event files of a folder and its subfolders, by name, without hidden ones.

    Raises:
        UnreadableError: a folder cannot be read.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UnreadableError(
            f"{file_name(folder)} cannot be read: {error.strerror}; check its permissions"
        ) from error
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith(_HIDDEN):
            continue
        if os.path.isdir(path):
            identity = _identity(path)
            if identity not in seen:  # links may lead here again, even without end
                seen.add(identity)
                yield from _within(path, seen)
        elif name.lower().endswith(ENDINGS) or (name.lower().endswith(_TEXT) and _is_table(path)):
            yield path


def _is_table(path: str) -> bool:
    """Say whether a text file begins with the header of a table; False if it cannot be read."""
    with contextlib.suppress(OSError):
        if os.path.isfile(path):
            with contextlib.closing(open_file(path)) as file:
                return file.format == TABLE
    return False


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino
