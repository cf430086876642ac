"""Find records whose dates lie in lists beneath them, one date for each item."""

from collections.abc import Sequence
from itertools import chain

from diplo.reading.faults import Path
from diplo.reading.maps.begun import columns, findings, sample
from diplo.reading.tables import scattered_records
from diplo.reading.tables.objects import Objects


def said(rows: Objects, path: str, *, is_stream: bool) -> str:
    """Return the message on dates in lists beneath the records, with jq that makes them records.

    It is empty if no list has several items, as a map can then name the only one.
    """
    first = [cells for _, cells in rows.rows[: sample.MOST]]
    event = columns.meaning_of(sample.of(rows.names, first)).event
    for column in findings.columns_of(rows.names, {"date": event.get("date")}):
        if below := _listed(rows.paths[column], rows.paths):
            at = len(below) + 1  # of the keys of an item
            own = {each[:1] for each in rows.paths if each[: len(below)] != below}
            items = {each[at : at + 1] for each in rows.paths if each[: len(below)] == below}
            name = scattered_records.free("record", {*chain(*items)}) if own & items else ""
            jq = scattered_records.jq_of_lists(path, below, name, is_stream=is_stream)
            return f"the dates lie in lists beneath the records; {jq} makes a record of each item"
    return ""


def _listed(path: Path, others: Sequence[Path]) -> Path:
    """Return the path of the list around a path that has several items, or an empty path."""
    for at, key in enumerate(path):
        if isinstance(key, int) and any(
            each[:at] == path[:at] and each[at : at + 1] not in ((), (key,)) for each in others
        ):
            return path[:at]
    return ()
