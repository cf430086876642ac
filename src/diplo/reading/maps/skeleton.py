"""A map to begin with, for a table: what its headers say, and the names that are no country yet."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from diplo.model.countries.resolve import Countries
from diplo.reading import files, json, other_formats
from diplo.reading.document import unreadable
from diplo.reading.faults import CellError
from diplo.reading.file_sources import source_of
from diplo.reading.files import SHEET, TABLE, EventFile
from diplo.reading.maps import hints
from diplo.reading.maps.columns import LOOKED_AT, is_row, meaning_of
from diplo.reading.maps.language import ANY, PLACEHOLDER, Map
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.templates import template
from diplo.reading.tables import (
    cell_dates,
    cells,
    delimited,
    encodings,
    flow,
    json_tables,
    objects,
)
from diplo.reading.tables.cell_dates import DAY_FIRST, MONTH_FIRST
from diplo.reading.tables.extent import SheetError
from diplo.reading.tables.header import LISTS, Meaning, begun, known, row_of
from diplo.reading.tables.table import Rows, Table, under_header
from diplo.terminal.errors import ContentError, Problem, UnreadableError, file_name
from diplo.terminal.text import escape, fold_space, shown

_MOST_LOOKED_AT = 2**26  # bytes of delimited text
_CUT = f"# Only the first {_MOST_LOOKED_AT // 2**20} MiB of the table have been looked at.\n"
_MOST_NAMES = 500
_FEW = 3  # texts that are shown as examples
_FIRST = 30  # rows, for one that looks like a header
_HINTS = {
    "date": "the day, or {year: ..., month: ..., day: ...}, or {start: ..., end: ...}",
    "title": 'a headline, such as "{a} visits {b}"',
    "countries": "the states that it concerns, from one column or from several",
}


class _Rows(NamedTuple):
    """The rows of a table, and how it is laid out where that is not plain."""

    rows: Rows
    form: Mapping[str, str]


def text(name: str) -> str:
    """Return the text of a map for the table of a file.

    Raises:
        ContentError: it is no table that can be read.
        UnreadableError: the file cannot be read.

    """
    try:
        file = files.open_file(name, mapped=True)
        content = file.whole()
        file.close()
    except IsADirectoryError:
        message = f"{file_name(name)} is a folder; name one file in it, which a map is begun for"
        raise UnreadableError(message) from None
    except OSError as error:
        raise unreadable(name, error) from error
    if file.format == "yaml" or content.startswith(files.PARQUET):
        what = "YAML" if file.format == "yaml" else "Parquet"
        message = f"this is {what}, which needs no map; give it to --events as it is"
        raise ContentError([Problem(name, 1, 1, message)])
    if other := other_formats.said(content, is_sheet=file.format == SHEET):
        raise ContentError([Problem(name, 1, 1, other)])
    if len(content) > files.LARGEST_DOCUMENT and file.format != TABLE:
        message = f"the file is larger than {files.LARGEST_DOCUMENT // 2**20} MiB; "
        message += "begin the map with a part of it, in a file of its own"
        raise ContentError([Problem(name, 1, 1, message)])
    head = content[: content.rfind(b"\n", 0, _MOST_LOOKED_AT) + 1 or _MOST_LOOKED_AT]
    is_cut = file.format == TABLE and len(content) > _MOST_LOOKED_AT
    try:
        found = _rows(file, head if is_cut else content)
        has_header = "header" not in found.form
        table = under_header(name, found.rows, None, has_header=has_header)
        return (_CUT if is_cut else "") + of_table(table, found.form)
    except (CellError, SheetError, ValueError) as error:
        row, column = getattr(error, "row", 1), getattr(error, "column", 1)
        raise ContentError([Problem(name, row, column, str(error))]) from error


def of_table(table: Table, form: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text of a map for a table; the form says how it is laid out, if not plainly."""
    return "".join(f"{line}\n" for line in _lines(table.name, table.header, table.rows, form))


def _rows(file: EventFile, content: bytes) -> _Rows:
    if file.format == SHEET:
        from diplo.reading.tables import spreadsheets  # noqa: PLC0415  (only they need calamine)

        return _without_preamble(spreadsheets.rows(content), {})
    if file.format in ("json", "ndjson"):
        return _of_json(file, content)
    form = {}
    told = None
    try:
        said = encodings.decoded(content, None)
    except CellError:
        told = encodings.wide(content) if b"\0" in content else encodings.likely(content)
        if told is None:
            raise
        form["encoding"] = told
        said = content.decode(told, errors="replace")  # a guess, of which to be told is no use
    return _without_preamble(delimited.rows(said, delimited.layout(said)), form)


def _without_preamble(rows: Rows, form: dict[str, str]) -> _Rows:
    """Leave out what stands above a line that looks like a header, if one does; a row is none."""
    first = list(itertools.islice(rows, _FIRST))
    above = row_of([cells for _, cells in first])
    if any(any(map(str.strip, cells)) for _, cells in first[:above]):
        form["skip"] = str(first[above][0] - 1)
    top, *below = [cells for _, cells in first[above:] if any(map(str.strip, cells))] or [[]]
    if not known(top) and is_row(top, below):
        form["header"] = "false"
    return _Rows(itertools.chain(first[above:], rows), form)


def _of_json(file: EventFile, content: bytes) -> _Rows:
    said, problems = files.decode(file.name, content)
    if problems:
        raise ContentError(problems)
    data, problems = json.parse(file.name, said)
    if problems:
        if not json_tables.is_stream(said):
            raise ContentError(problems)
        data = [value for _, value in json_tables.stream(file.name, said)]
    where = objects.where(data)
    found, _ = objects.records(data, where)
    made = objects.as_rows(enumerate(found, 2))
    rows = itertools.chain([(1, made.names)], made.rows)
    return _Rows(iter(rows), {"records": where} if where else {})


def _lines(name: str, header: Sequence[str], rows: Rows, form: Mapping[str, str]) -> list[str]:
    first = list(itertools.islice(rows, LOOKED_AT))
    found = meaning_of(header, [row for _, row in first])
    seen = _seen(header, itertools.chain(first, rows), found)
    lines = [
        f"# A map for {escape(file_name(name))}, to be used with --map;",
        "# 'diplo maps' lists others, 'diplo maps --help' the keys.",
    ]
    if found.left_out:
        lines.append(f"# Columns left out so far: {', '.join(map(escape, found.left_out))}")
    lines.append(f"title: {flow.quoted(source_of(name))}")
    if form:
        lines.append(f"table: {flow.template(form)}")
    if seen.readings:
        lines.append(_order(seen.readings))
    if seen.mark:
        lines.append(f"split: {{countries: {flow.quoted(seen.mark)}}}  # semicolons split too")
    if seen.names or seen.days:
        lines.append("values:")
    if seen.names:
        lines.append("  countries:  # that are none yet: a name or a code each; ~ is nobody")
        lines += _meant(seen.names, seen.known)
    if seen.days:
        lines.append('  date:  # that are none yet: each as in 1990s or "[1990..1993]"')
        lines += _meant(seen.days, {})
    lines += _remarks(
        seen, [row for _, row in first], _columns(header, found.event.get("countries"))
    )
    lines.append("event:")
    needed = begun(found)
    for key, value in {**needed, **found.event}.items():
        hint = "" if key in found.event else f"  # {_HINTS[key]}"
        listed = [value] if key in LISTS and not isinstance(value, list) else value
        lines.append(f"  {key}: {flow.template(listed)}{hint}")
    return lines


def _meant(texts: Counter[str], known: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each text, with what it is known to mean or a place for that."""
    for text, many in texts.most_common(_MOST_NAMES):
        meant = known.get(text, PLACEHOLDER)
        yield f"    {flow.quoted(text)}: {flow.quoted(meant)}  # {_counted(many)}"


def _counted(many: int) -> str:
    return "1 cell" if many == 1 else f"{many} cells"


class _Seen(NamedTuple):
    """What the cells of a table have that a map may have to tell of."""

    names: Counter[str]  # that are no country
    known: dict[str, str]  # codes of those that are nearly one
    days: Counter[str]  # that are no dates
    actors: list[str]  # organisations among these
    readings: dict[str, str]  # orders of numbers in dates that have but one, with such a date
    odd: dict[str, list[str]]  # what stands in a column of rows that are likely no events
    mark: str = ""  # that stands between countries most often

    def no_event(self, column: str, text: str) -> None:
        """Note what stands in a column of a row that is likely no event."""
        known = self.odd.setdefault(column, [])
        if text not in known and len(known) < _FEW:
            known.append(text)


def _order(readings: Mapping[str, str]) -> str:
    """Return how dates in numbers are written, if they tell."""
    known = [order for order, text in readings.items() if text]
    if len(known) == 1:
        return f"dates: {known[0]}  # as {escape(readings[known[0]])} tells"
    return f"dates: {DAY_FIRST}  # or {MONTH_FIRST}; which one, only you can tell"


def _remarks(seen: _Seen, rows: Sequence[Sequence[str]], countries: Sequence[int]) -> Iterator[str]:
    """Yield what a map may say too of such a table, as comments."""
    if seen.actors:
        yield f"# unknown: actor  # takes {shown(seen.actors[0])} and the like as actors"
    if seen.odd:
        yield f"# {hints.left_out(seen.odd)}  # leaves out rows that are no events"
    told = dict.fromkeys(
        (fold_space(text), at in countries) for row in rows for at, text in enumerate(row)
    )
    if blank := _blank([each for each in told if each[0] and cells.is_nothing(each[0])]):
        yield f"# blank: {flow.template(blank)}  # means that nothing is there"
    if marked := next((text for text, _ in told if cells.without_marks(text) != text), ""):
        yield f"# strip: footnotes  # takes off marks, as in {shown(marked)}"


def _blank(told: Sequence[tuple[str, bool]]) -> object:
    """Return how a map says that texts mean nothing, each with whether it stands for a country."""
    others, parties = ([text for text, of in told if of is each][:_FEW] for each in (False, True))
    if not parties:
        return others
    return {flow.quoted(ANY): others, "countries": parties} if others else {"countries": parties}


def _seen(header: Sequence[str], rows: Rows, found: Meaning) -> _Seen:
    """Return what there is in the columns of countries and of dates."""
    parties = Parties(Map("", ()), header, Countries({}), ())
    columns = _columns(header, found.event.get("countries"))
    days = _columns(header, found.event.get("date"))
    seen = _Seen(Counter(), {}, Counter(), [], {}, {})
    marks: Counter[str] = Counter()
    for _, row in rows:
        for at in columns:
            named = parties.of(row[at].strip(), at, "") if at < len(row) else ()
            marks.update(party.mark for party in named if party.mark)
            unknown = [party for party in named if party.wrong and not party.mark]
            seen.names.update(party.text for party in unknown)
            seen.known.update((party.text, party.near) for party in unknown if party.near)
            seen.actors.extend(party.text for party in unknown if hints.is_actor(party.wrong))
        for at in days:
            text = row[at] if at < len(row) else ""
            said = cell_dates.date(text)
            for order, _ in said.readings:
                seen.readings.setdefault(order, "")
                if len(said.readings) == 1:
                    seen.readings[order] = seen.readings[order] or text
            total = hints.total_in(row) if said.wrong else None
            if hints.is_no_event(text):
                seen.no_event(header[at], text)
            elif total is not None and total < len(header):
                seen.no_event(header[total], row[total])
            elif said.wrong and not said.readings:
                seen.days[fold_space(text)] += 1
    mark = max(marks, key=lambda each: marks[each], default="")
    return seen._replace(mark=mark)


def _columns(header: Sequence[str], value: object) -> list[int]:
    """Return the columns that templates name."""
    if isinstance(value, str):
        columns = template(value, ()).columns
        return [at for column in columns for at in column.found_in(header)]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [at for each in below for at in _columns(header, each)]
