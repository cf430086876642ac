"""Files as sources: the ids under which events without a source cite the file they stand in."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from diplo.terminal.errors import STANDARD_INPUT
from diplo.terminal.text import slug

_LONGEST = 60  # characters


def source_of(name: str) -> str:
    """Return the id of a file as a source: its name without the ending, as a slug."""
    return _slug(_stem(name))


def sources_of(names: Iterable[str]) -> Mapping[str, str]:
    """Return distinct ids for files that are read together.

    Files with the same stem get their endings too, or else their folders, or else numbers.
    """
    files = list(dict.fromkeys(names))
    forms = [
        [_slug(form(name)) for name in files] for form in (_stem, os.path.basename, _in_folder)
    ]
    counts = list(map(Counter, forms))
    return {
        name: next(
            (form[at] for form, count in zip(forms, counts, strict=True) if count[form[at]] == 1),
            f"{forms[-1][at]}-{at + 1}",
        )
        for at, name in enumerate(files)
    }


def _stem(name: str) -> str:
    if name == STANDARD_INPUT:
        return "standard-input"
    return os.path.splitext(os.path.basename(name))[0]


def _in_folder(name: str) -> str:
    return f"{os.path.basename(os.path.dirname(os.path.abspath(name)))}-{_stem(name)}"


def _slug(text: str) -> str:
    return slug(text, _LONGEST) or "table"
