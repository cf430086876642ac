"""Hints on invalid YAML: what people who write an event file by hand likely meant."""

import re
from typing import Protocol

from yaml.error import MarkedYAMLError

from diplo.model.events import CITATION_KEYS, EVENT_KEYS, FILE_KEYS
from diplo.terminal.text import shown


class Mark(Protocol):
    """A place in the text; its numbers count from 0."""

    index: int
    line: int
    column: int


_KEY = f"(?:{'|'.join(sorted({*FILE_KEYS, *EVENT_KEYS, *CITATION_KEYS}))})"
_SLIPS = (
    (re.compile(rf"[ -]*({_KEY}:)(?=[^\s:/])"), "a space goes after {}"),
    (re.compile(rf" *- +({_KEY})(?= +[^ :][^:]*$)"), "a colon goes after {}"),
    (re.compile(rf" *(-)(?={_KEY}:)"), "a space goes after {}"),
    (re.compile(rf" *([–—])(?= *{_KEY}:)"), "a hyphen (-) goes in place of {}"),
    (re.compile("[ -]*\xa0|[^'\"]*:\xa0"), "a plain space goes in place of U+00A0"),
)
_KEY_LINE = re.compile(rf"( *(?:- +)?){_KEY}:(?: |$)")
_LISTED = re.compile("flow (?:sequence|mapping)")


def opening(error: MarkedYAMLError) -> Mark | None:
    """Return the mark of a quote that opens and is never closed, if that is the error."""
    is_open = "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or "")
    return error.context_mark if is_open else None


def hint(text: str, error: MarkedYAMLError, mark: Mark) -> str:
    """Say what to mend where the parser stops or in the line above; empty if unknown."""
    if opening(error):
        return "close the quote that opens here"
    begun = error.context_mark
    start = text.rfind("\n", 0, mark.index) + 1
    here, before = text[start:].partition("\n")[0], text[:start].rstrip()  # without blank lines
    if meant := _in_lines(here, before.rpartition("\n")[2], before.count("\n") + 1):
        return meant
    if begun and begun.line < mark.line and _LISTED.search(error.context or ""):
        return f"close the {text[begun.index]} of line {begun.line + 1}, or put a comma"
    return ""


def _in_lines(here: str, above: str, number: int) -> str:
    """Say what to mend in a line or in the one above it, which has this number; or nothing."""
    if meant := _slip(here):
        return f"{meant} here"
    if meant := _slip(above):
        return f"{meant} in line {number}"
    keys = _KEY_LINE.match(here), _KEY_LINE.match(above)
    is_deeper = keys[0] and keys[1] and len(keys[0][1]) > len(keys[1][1])
    return "indent this key as the one above it" if is_deeper else ""


def _slip(line: str) -> str:
    """Say what to mend in a line; empty if nothing is known."""
    found = ((pattern.match(line), message) for pattern, message in _SLIPS)
    meant = (message.format(*map(shown, match.groups())) for match, message in found if match)
    return next(meant, "")
