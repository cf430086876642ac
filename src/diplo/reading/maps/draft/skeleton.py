"""Write a draft of a map for a table, from its headers and its cells."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from diplo.model.events import LIST_KEYS
from diplo.reading import files
from diplo.reading.date_order import DAY_FIRST, MONTH_FIRST
from diplo.reading.document import unreadable
from diplo.reading.file_sources import source_of
from diplo.reading.files import TABLE
from diplo.reading.maps.draft import (
    date_columns,
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
from diplo.reading.maps.draft.date_columns import Joiner
from diplo.reading.maps.draft.event_columns import columns_in
from diplo.reading.maps.draft.findings import Collector, Findings
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.draft.state_numbers import TwinColumns
from diplo.reading.maps.syntax import PLACEHOLDER
from diplo.reading.tables import cells, inline_yaml
from diplo.reading.tables.header import Meaning, event_to_fill, is_rule, key_of
from diplo.reading.tables.table import Table, is_header, under_header
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
        laid_out = layout.of_file(file, head if is_cut else content)
        has_header = _has_header(laid_out.form)
        table = under_header(name, laid_out.rows, None, has_header=has_header)
        return (_CUT if is_cut else "") + of_table(table, laid_out.form, laid_out.others)
    except ValueError as error:  # a CellError or a SheetError too
        row, column = getattr(error, "row", 1), getattr(error, "column", 1)
        raise ContentError([Problem(name, row, column, str(error))]) from error


def of_table(
    table: Table, form: layout.Form = MappingProxyType({}), others: Sequence[str] = ()
) -> str:
    """Return the text of a map for a table; `form` is its layout where not the default.

    `others` are paths to further lists of records, which the map mentions.
    """
    draft = _draft(table)
    lines = itertools.chain(
        _head(table, draft, has_header=_has_header(form)),
        _layout(draft, form, others),
        _settings(draft),
        values.lines(draft.findings),
        _remarks(draft),
        _event(draft),
    )
    return "".join(f"{line}\n" for line in lines)


def _has_header(form: layout.Form) -> bool:
    return form.get("header") != "false"


class _Draft(NamedTuple):
    """What is known of a table once all its rows are read."""

    sample: Sample
    meaning: Meaning
    event: Mapping[str, object]  # that of the meaning, with the precision of its dates
    findings: Findings
    twins: TwinColumns
    unknown_days: Mapping[str, None]  # texts that stand for no day or year where these are joined
    repeats_header: bool

    @property
    def header(self) -> Sequence[str]:
        """The header of the table."""
        return self.sample.header

    @property
    def marked(self) -> str:
        """A text with a footnote mark: one to be read without it, or a state, as titles name."""
        parties = columns_in(self.header, self.event.get("countries"))
        texts = (text for at in parties for text in self.sample.known_texts(at))
        plain = (text for text in texts if not text.startswith("**"))  # no bold type of Markdown
        of_state = (text for text in plain if cells.without_marks(text) != text)
        return self.findings.marked or next(of_state, "")

    @property
    def unknown(self) -> list[str]:
        """Texts that stand for unknown dates."""
        return [*{**self.findings.dates.unknown, **self.unknown_days}]


def _draft(table: Table) -> _Draft:
    """Read a table, guessing by its first rows what all of them are."""
    repeated: list[int] = []
    rows = _body(table, repeated)
    header, first = table.header, [*itertools.islice(rows, sample.MOST)]
    looked_at = sample.take(header, first)
    meaning = meaning_of(looked_at)
    event = precisions.with_precision(looked_at, meaning.event)
    twins = TwinColumns(looked_at, meaning)
    joiner = Joiner(header, event)
    collector = Collector(header, joiner.event, [*map(joiner.joined, first)])
    for row in itertools.chain(first, rows):
        twins.note(row)
        collector.note(joiner.joined(row))
    findings = collector.findings()
    return _Draft(looked_at, meaning, event, findings, twins, joiner.unknown, bool(repeated))


def _body(table: Table, repeated: list[int]) -> Iterator[list[str]]:
    """Yield the rows of a table without rules and the header, noting where it is repeated."""
    for number, row in table.rows:
        if row and is_header(row, table.header):
            repeated.append(number)
        elif not is_rule(row):
            yield row


def _head(table: Table, draft: _Draft, *, has_header: bool) -> Iterator[str]:
    """Yield what the map is for, the columns that it leaves out, and its title."""
    header, rows = draft.header, draft.sample.rows
    like = recognised.by_header(header) if has_header else recognised.by_row(rows[0])
    if like:
        yield f"# This looks like {like}: --map {like}"
    yield f"# A map for {escape(input_name(table.name))}, to be used with --map;"
    yield "# 'diplo maps' lists others, 'diplo maps --help' the keys."
    taken = [header[at] for at in columns_in(header, draft.event)]
    if left_out := [escape(name) for name in draft.meaning.left_out if name not in taken]:
        yield f"# Columns left out so far: {', '.join(left_out)}"
    yield from remarks.wide(draft.meaning.left_out)
    yield f"title: {inline_yaml.quoted(source_of(table.name))}"


def _layout(draft: _Draft, form: layout.Form, others: Sequence[str]) -> Iterator[str]:
    """Yield the layout of the table, and the rows that are no rows of it."""
    if form:
        yield f"table: {inline_yaml.quoted(form)}"
    if others:
        yield f"# other lists of records: {', '.join(map(shown, others[:_MOST_LISTS]))}"
    if draft.repeats_header:
        column = _telling_column(draft)
        yield f"except: {inline_yaml.quoted({column: column})}  # the header, where it is repeated"


def _telling_column(draft: _Draft) -> str:
    """Return the name of a column that tells the header from a row."""
    date, countries = draft.event.get("date"), draft.event.get("countries")
    columns = columns_in(draft.header, [date, countries])
    return draft.header[columns[0] if columns else 0]


def _remarks(draft: _Draft) -> Iterator[str]:
    """Yield comments on what else a map may say of the table."""
    header, event, looked_at = draft.header, draft.event, draft.sample
    for name in map(shown, draft.findings.dates.counting):
        yield (
            f"# {name} seems to count days since some day: write dates in the file, as in "
            "2018-01-02"
        )
    yield from date_columns.remarks(header, draft.meaning)
    yield from values.beside(looked_at, draft.meaning.left_out)
    yield from draft.twins.remarks()
    no_events = draft.findings.dates.no_events
    if draft.repeats_header and no_events:
        column = _telling_column(draft)
        no_events = {**no_events, column: [column, *no_events.get(column, ())]}
    parties = columns_in(header, draft.meaning.event.get("countries"))
    yield from remarks.of_parties(draft.findings.parties)
    yield from remarks.of_no_events(no_events)
    yield from remarks.of_cells(
        looked_at.rows,
        parties,
        has_unknown=bool(draft.unknown),
        is_marked=bool(draft.marked),
    )
    whole = {key: event.get(key) for key in ("date", "title")}
    yield from remarks.together(looked_at, columns_in(header, whole))
    yield from _further_columns(looked_at, draft.meaning.event)


def _event(draft: _Draft) -> Iterator[str]:
    """Yield the template of an event, with what is still to be filled in."""
    own = draft.meaning.event
    guess = precisions.with_precision(draft.sample, own, 0).get("date")
    or_years = f"  # or {inline_yaml.quoted(guess)}: takes 1 January at midnight for the year"
    yield "event:"
    for key, value in {**event_to_fill(draft.meaning), **draft.event}.items():
        hint = ""
        if key not in own:
            hint = f"  # {_HINTS[key]}"
        elif key == "date" and guess != draft.event.get("date"):
            hint = or_years
        whole = [value] if key in LIST_KEYS and not isinstance(value, list) else value
        yield f"  {key}: {inline_yaml.quoted(whole)}{hint}"


def _settings(draft: _Draft) -> Iterator[str]:
    """Yield the settings without which the map could not read its cells."""
    dates, parties = draft.findings.dates, draft.findings.parties
    if dates.orders:
        yield _order(dates.orders)
    if parties.systems:
        yield f"codes: {inline_yaml.plain(parties.systems)}"
    if draft.unknown:
        yield f"blank: {inline_yaml.quoted(draft.unknown)}  # means that nothing is there"
    date = draft.meaning.event.get("date")
    if isinstance(date, dict) and "end" in date:  # a map has another default
        is_office = any(names.matches(name, names.OFFICE) for name in draft.header)
        yield remarks.opened(dates.lengths, dates.terms, is_office=is_office)
    yield from _strip(draft)
    if parties.mark:
        split = inline_yaml.quoted({"countries": parties.mark})
        yield f"split: {split}  # semicolons split too"


def _strip(draft: _Draft) -> Iterator[str]:
    """Yield the setting that takes tags and footnote marks off cells."""
    used = columns_in(draft.header, draft.event)
    texts = (text for at in used for text in draft.sample.known_texts(at))
    tagged = draft.findings.parties.tagged or next(filter(cells.has_tags, texts), "")
    marked = draft.marked
    if tagged:
        what = "[tags, footnotes]" if marked else "tags"
        yield f"strip: {what}  # reads what pages have, as in {shown(tagged)}"
    elif marked:
        yield f"strip: footnotes  # takes off marks, as in {shown(marked)}"


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


def _order(orders: Mapping[str, str]) -> str:
    """Return the `dates` of a map: the order of day and month, if the dates show it."""
    known = [order for order, text in orders.items() if text]
    if len(known) > 1:
        other = f"{escape(orders[MONTH_FIRST])} can only be {MONTH_FIRST}"
        return f"dates: {DAY_FIRST}  # but {other}"
    if len(known) == 1:
        return f"dates: {known[0]}  # as {escape(orders[known[0]])} tells"
    return f'dates: "{PLACEHOLDER}"  # {DAY_FIRST} or {MONTH_FIRST}; only you can tell'
