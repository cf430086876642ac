"""Write a map to begin with for a table, from its headers and its cells."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from diplo.model.events import LIST_KEYS
from diplo.reading import files
from diplo.reading.date_order import DAY_FIRST, MONTH_FIRST
from diplo.reading.document import unreadable
from diplo.reading.faults import CellError
from diplo.reading.file_sources import source_of
from diplo.reading.files import TABLE
from diplo.reading.maps.draft import (
    date_columns,
    findings,
    layout,
    names,
    precisions,
    recognised,
    remarks,
    sample,
    values,
)
from diplo.reading.maps.draft.column_kinds import kinds_of
from diplo.reading.maps.draft.columns import meaning_of, other_dates
from diplo.reading.maps.draft.event_columns import columns_in
from diplo.reading.maps.draft.findings import Findings
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.draft.state_numbers import Twins
from diplo.reading.maps.syntax import PLACEHOLDER
from diplo.reading.tables import cells, inline_yaml
from diplo.reading.tables.delimited import is_rule
from diplo.reading.tables.header import Meaning, draft, key_of
from diplo.reading.tables.sheet_checks import SheetError
from diplo.reading.tables.table import Rows, Table, is_header, under_header
from diplo.terminal.errors import ContentError, Problem, UnreadableError, file_name, input_name
from diplo.terminal.text import escape, shown

_MOST_LOOKED_AT = 2**26  # bytes of delimited text
_CUT = f"# Only the first {_MOST_LOOKED_AT // 2**20} MiB of the table have been looked at.\n"
_MOST_DATES = 6  # columns
_MOST_LISTS = 6
_HINTS = {
    "date": "the day, or {year: ..., month: ..., day: ...}, or {start: ..., end: ...}",
    "title": 'a headline, such as "{a} visits {b}"',
    "countries": "columns with the states that it concerns, or what holds for all rows: [NOR]",
}


def text(name: str) -> str:
    """Return the text of a map for the table of a file.

    Raises:
        ContentError: it is no table that can be read.
        UnreadableError: the file cannot be read.
    """
    try:
        file = files.open_file(name, mapped=True)
        content = file.content(None)
        file.close()
    except IsADirectoryError:
        raise UnreadableError(
            f"{file_name(name)} is a folder; name one file in it, which a map is begun for"
        ) from None
    except OSError as error:
        raise unreadable(name, error) from error
    if refused := layout.refused(file, content):
        raise ContentError([Problem(name, 1, 1, refused)])
    head = content[: content.rfind(b"\n", 0, _MOST_LOOKED_AT) + 1 or _MOST_LOOKED_AT]
    is_cut = file.format == TABLE and len(content) > _MOST_LOOKED_AT
    try:
        found = layout.of_file(file, head if is_cut else content)
        table = under_header(name, found.rows, None, has_header="header" not in found.form)
        return (_CUT if is_cut else "") + of_table(table, found.form, found.others)
    except (CellError, SheetError, ValueError) as error:
        row, column = getattr(error, "row", 1), getattr(error, "column", 1)
        raise ContentError([Problem(name, row, column, str(error))]) from error


def of_table(
    table: Table, form: Mapping[str, str] = MappingProxyType({}), others: Sequence[str] = ()
) -> str:
    """Return the text of a map for a table; `form` is its layout where not the default.

    `others` are paths to further lists of records, which the map mentions.
    """
    return "".join(f"{line}\n" for line in _lines(table, form, others))


def _lines(table: Table, form: Mapping[str, str], others: Sequence[str]) -> Iterator[str]:
    repeated: list[int] = []
    rows = _told(table, repeated)
    header, first = table.header, [*itertools.islice(rows, sample.MOST)]
    looked_at = sample.of(header, [row for _, row in first])
    found = meaning_of(looked_at)
    event = precisions.with_precision(looked_at, found.event)
    twins = Twins(looked_at, found)
    nothing: dict[str, None] = {}
    every = twins.noted(itertools.chain(first, rows))
    seen = findings.of(header, *date_columns.joined(header, every, event, nothing))
    seen.nothing |= nothing
    told = (text for at in columns_in(header, event) for text in looked_at.told(at))
    seen.tagged = seen.tagged or next(filter(cells.has_tags, told), "")
    is_plain = "header" not in form
    like = recognised.by_header(header) if is_plain else recognised.by_row(looked_at.rows[0])
    if like:
        yield f"# This looks like {like}: --map {like}"
    yield f"# A map for {escape(input_name(table.name))}, to be used with --map;"
    yield "# 'diplo maps' lists others, 'diplo maps --help' the keys."
    taken = [header[at] for at in columns_in(header, event)]
    if left_out := [escape(name) for name in found.left_out if name not in taken]:
        yield f"# Columns left out so far: {', '.join(left_out)}"
    yield from remarks.wide(found.left_out)
    yield f"title: {inline_yaml.quoted(source_of(table.name))}"
    if form:
        yield f"table: {inline_yaml.quoted(form)}"
    if others:
        yield f"# other lists of records: {', '.join(map(shown, others[:_MOST_LISTS]))}"
    if repeated:
        telling = columns_in(header, [event.get("date"), event.get("countries")])
        column = header[next(iter(telling), 0)]
        yield f"except: {inline_yaml.quoted({column: column})}  # the header, where it is repeated"
        if seen.odd:
            seen.odd[column] = [column, *seen.odd.get(column, ())]
    yield from _settings(seen, found.event)
    yield from values.lines(seen)
    for name in map(shown, seen.counting):
        said = f"# {name} seems to count days since some day"
        yield f"{said}: write dates in the file, as in 2018-01-02"
    yield from date_columns.remarks(header, found)
    yield from twins.remarks()
    yield from remarks.lines(seen, looked_at.rows, columns_in(header, found.event.get("countries")))
    whole = {key: event.get(key) for key in ("date", "title")}
    yield from remarks.together(looked_at, columns_in(header, whole))
    yield from _further_columns(looked_at, found.event)
    yield "event:"
    yield from _event(looked_at, found, event)


def _told(table: Table, repeated: list[int]) -> Rows:
    """Yield the rows of a table without rules and the header, noting where it is repeated."""
    for number, row in table.rows:
        if row and is_header(row, table.header):
            repeated.append(number)
        elif not is_rule(row):
            yield number, row


def _event(first: Sample, found: Meaning, event: Mapping[str, object]) -> Iterator[str]:
    """Yield the template of an event, with what is still to be filled in."""
    guess = precisions.with_precision(first, found.event, 0).get("date")
    years = f"  # or {inline_yaml.quoted(guess)}: takes 1 January at midnight for the year"
    years = years if guess != event.get("date") else ""
    for key, value in {**draft(found), **event}.items():
        hint = f"  # {_HINTS[key]}" if key not in found.event else years if key == "date" else ""
        listed = [value] if key in LIST_KEYS and not isinstance(value, list) else value
        yield f"  {key}: {inline_yaml.quoted(listed)}{hint}"


def _settings(seen: Findings, event: Mapping[str, object]) -> Iterator[str]:
    """Yield the settings without which the map could not read its cells."""
    if seen.readings:
        yield _order(seen.readings)
    if seen.codes:
        yield f"codes: {inline_yaml.plain(seen.codes)}"
    if seen.nothing:
        yield f"blank: {inline_yaml.quoted([*seen.nothing])}  # means that nothing is there"
    when = event.get("date")
    if isinstance(when, dict) and "end" in when:  # a map has another default
        is_office = any(names.says(each, names.OFFICE) for each in seen.header)
        yield remarks.opened(seen.lengths, is_office=is_office, are_over=seen.terms.are_over)
    if seen.tagged:
        what = "[tags, footnotes]" if seen.marked else "tags"
        yield f"strip: {what}  # reads what pages have, as in {shown(seen.tagged)}"
    elif seen.marked:
        yield f"strip: footnotes  # takes off marks, as in {shown(seen.marked)}"
    if seen.mark:
        yield f"split: {inline_yaml.quoted({'countries': seen.mark})}  # semicolons split too"


def _further_columns(first: Sample, event: Mapping[str, object]) -> Iterator[str]:
    """Yield comments on columns of days and states that the event lacks, and how to use them."""
    header = first.header
    taken = columns_in(header, event)
    if others := other_dates(first, kinds_of(first), taken, is_dated="date" in event):
        named = ", ".join(shown(header[at]) for at in others[:_MOST_DATES])
        yield f"# other dates: {named}; a list under events: makes an event of each"
    for at in date_columns.likely_ends(first, date := event.get("date"), others):
        span = inline_yaml.quoted({"start": date, "end": f"{{{header[at]}}}"})
        yield f"# date: {span}  # if {shown(header[at])}, which is never earlier, is the end"
    states = [name for name in header if key_of(name) == "status"]
    if states and "status" not in event:
        becomes = inline_yaml.quoted({PLACEHOLDER: f"{{{states[0]}}}"})
        yield f"# status: {becomes}  # under event: what becomes so, and what it is"


def _order(readings: Mapping[str, str]) -> str:
    """Return the `dates` of a map: the order of day and month, if the dates show it."""
    known = [order for order, text in readings.items() if text]
    if len(known) > 1:
        other = f"{escape(readings[MONTH_FIRST])} can only be {MONTH_FIRST}"
        return f"dates: {DAY_FIRST}  # but {other}"
    if len(known) == 1:
        return f"dates: {known[0]}  # as {escape(readings[known[0]])} tells"
    return f'dates: "{PLACEHOLDER}"  # {DAY_FIRST} or {MONTH_FIRST}; only you can tell'
