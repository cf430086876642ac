"""Files as sources: under which id what stands in a file without a source cites the file itself."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping

from diplo.terminal.errors import STANDARD_INPUT
from diplo.terminal.text import slug

_LONGEST = 60


def source_of(name: str) -> str:
    """Return the id by which a file is cited: its name without its ending."""
    return _slug(_stem(name))


def sources_of(names: Iterable[str]) -> Mapping[str, str]:
    """Return the ids of files that are read together; those of one stem have more of their names.

    That is their ending, or else the folder that they are in.
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
