"""Tables in Markdown: whether a note is nothing but one of events."""

import re
from collections.abc import Sequence

from diplo.reading.tables.header import has_date, keys_of

_LINE = re.compile("\r\n?|\n")
_RULE = re.compile(r"\|[-:| \t]*-{3}[-:| \t]*")  # between a header and its rows
_TOLD = frozenset(("title", "countries"))  # either makes events of dates


def is_of_events(text: str, *, is_mapped: bool) -> bool:
    """Say whether a note has a table that is of events by its header, and nothing else.

    Where a map makes the events, a date is enough.
    """
    first, *others = (line.strip() for line in _LINE.split(text.strip()))
    header = first.split("|")
    is_known = is_mapped or not _TOLD.isdisjoint(keys_of(header).values())
    return has_date(header) and is_known and _are_rows(others)


def _are_rows(lines: Sequence[str]) -> bool:
    """Say whether all that stands below a header is of its table, blank lines aside."""
    is_one = sum(_RULE.fullmatch(line) is not None for line in lines) <= 1
    return is_one and all(line.startswith("|") for line in lines if line)
