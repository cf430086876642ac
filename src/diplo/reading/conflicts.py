"""Conflict markers that git left in a file, unless the file quotes them."""

import re

from diplo.reading import files

CONFLICTED = "a conflict of git begins above; keep one of its sides, and take out its three marks"
_SIDES = [re.compile(sign, re.MULTILINE) for sign in (rb"^<{7} ", rb"^={7}\r?$", rb"^>{7} ")]
# The front matter of a note, which may begin with a conflict.
_FRONT = re.compile(
    rb"\s*(?:<{7} [^\n]*\n)?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


def line(content: bytes, form: str) -> int:
    """Return the number of the first line inside a conflict, 0 if there is none."""
    if b"\n>>>>>>> " not in content:
        return 0
    places, at = [], 0
    for sign in _SIDES:
        found = sign.search(content, at)
        if found is None:
            return 0
        places.append(found.start())
        at = found.end()
    begun = places[0]
    is_quoted = form == files.TABLE and content.count(b'"', 0, begun) % 2 == 1
    if form == files.NOTE:
        front = _FRONT.match(content)
        is_quoted = not front or begun >= front.end()  # in its body
    return 0 if is_quoted else content.count(b"\n", 0, begun) + 2
