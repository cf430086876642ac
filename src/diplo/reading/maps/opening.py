"""Open a table as a document, from text, a sheet or typed cells, by its headers or by a map."""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from diplo.reading import advice, encodings, foreign_formats
from diplo.reading.document import Document, faulty
from diplo.reading.faults import CellError, Fault
from diplo.reading.maps import syntax
from diplo.reading.maps.applied import filters
from diplo.reading.maps.document import TableDocument
from diplo.reading.maps.left_out import LeftOutColumns
from diplo.reading.maps.missing_columns import NestedRecords, missing_columns
from diplo.reading.maps.syntax import Map
from diplo.reading.table_options import TableOptions
from diplo.reading.tables import delimited, inline_yaml, objects
from diplo.reading.tables.cell_dates import ONE_DAY
from diplo.reading.tables.header import (
    FIRST_ROWS,
    event_to_fill,
    has_date,
    known,
    meaning,
    no_column,
    of_parts,
    row_of,
)
from diplo.reading.tables.sheet_checks import NoSheetError
from diplo.reading.tables.table import Rows, Table, numbered, under_header
from diplo.reading.tables.two_lines import of_two_lines
from diplo.terminal.errors import Problem, file_name, fits
from diplo.terminal.text import shown


def of_text(name: str, content: bytes, options: TableOptions) -> Document:
    """Open delimited text."""
    form = options.form
    if other := foreign_formats.of_table(content):
        return faulty(name, Problem(name, 1, 1, other))
    try:
        text = encodings.decoded(content, options.encoding or form.encoding)
        laid = delimited.layout(text, form.delimiter, form.skip)
        opened = _opened(name, delimited.rows(text, laid), options, laid.delimiter)
    except CellError as error:
        return faulty(name, Problem(name, error.row, error.column, str(error)))
    mapping = options.map if opened.problems and form.delimiter else None
    if mapping and (other := delimited.instead(text, laid, partial(_fits, mapping))):
        return at_map(name, options, [Fault(("table", "delimiter"), other)])
    return opened


def _fits(mapping: Map, header: Sequence[str]) -> bool:
    """Say whether a header has several columns, some of which the map names or are known."""
    if len(header) > 1 and mapping.events:
        return len(missing_columns(mapping, header)) < len(missing_columns(mapping, ()))
    return len(header) > 1 and known(header) > 0


def of_sheet(name: str, content: bytes, options: TableOptions) -> Document:
    """Open a spreadsheet."""
    from diplo.reading.tables import spreadsheets  # noqa: PLC0415  (only they need calamine)

    form = options.form
    try:
        rows = spreadsheets.rows(content, form.sheet)
        opened = _opened(name, itertools.islice(rows, form.skip, None), options)
        if isinstance(opened, TableDocument):
            marks = spreadsheets.marks(content, form.sheet)
            opened.table = opened.table._replace(marks=marks)
    except CellError as error:
        if isinstance(error, NoSheetError) and form.sheet is not None:
            message = f"{file_name(name)} {error.what}"
            return at_map(name, options, [Fault(("table", "sheet"), message)])
        return faulty(name, Problem(name, error.row, error.column, str(error)))
    which, others = spreadsheets.other_tables(content) if form.sheet is None else ("", [])
    if others:
        also = ", ".join(map(shown, others))
        message = f"only {which} is read; a map (--map) reads {also}: table: {{sheet: NAME}}"
        if opened.problems:
            first, *more = opened.problems
            opened.problems = [first._replace(message=f"{first.message}; {message}"), *more]
        opened.notes.append((1, message))
    return opened


def of_cells(
    name: str,
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[object]]],
    options: TableOptions,
) -> Document:
    """Open numbered rows of typed cells under their header."""
    return as_meant(as_table(name, header, rows), options)


def as_table(
    name: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[object]]]
) -> Table:
    """Return numbered rows of typed cells as a table of texts."""
    names = [" ".join(title.split()) for title in header]
    texts = ((number, [*map(objects.text, cells)]) for number, cells in rows)
    return Table(name, names, texts, may_fill=False)


def as_meant(
    table: Table, options: TableOptions, below: Callable[[], NestedRecords] = NestedRecords
) -> Document:
    """Return a table as a document, by its headers or by a map; `below` finds nested records."""
    mapping = options.mapped
    if mapping is None or not mapping.events:
        return _by_header(table, options)
    if faults := missing_columns(mapping, table.header, below):
        return at_map(table.name, options, faults)
    return TableDocument(table, mapping, options)


def _opened(name: str, rows: Rows, options: TableOptions, delimiter: str = "") -> Document:
    header = options.form.header
    if header is True and not (options.map and options.map.events):
        first = list(itertools.islice(rows, FIRST_ROWS))
        if odd := _no_header(name, first, options):
            return odd
        rows = itertools.chain(first, rows)
    names = header if isinstance(header, tuple) else None
    table = under_header(name, rows, names, has_header=header is not False)
    table = table._replace(delimiter=delimiter)
    return as_meant(table, options) if table.header else _empty(name, options)


def _empty(name: str, options: TableOptions) -> Document:
    if options.form.skip:
        message = f"{file_name(name)} has nothing below the lines that are skipped; skip fewer"
        return at_map(name, options, [Fault(("table", "skip"), message)])
    return faulty(name, Problem(name, 1, 1, "the table is empty; it needs a header and rows"))


_DELIMITERS = re.compile("[,;|\t]")
_QUOTED = "quotes stand around the whole line, so that it is one column; take them off everywhere"


def _no_header(
    name: str, first: Sequence[tuple[int, Sequence[str]]], options: TableOptions
) -> Document | None:
    """Return the problem of a table that does not begin with its header, None if it does."""
    filled = [(number, cells) for number, cells in first if any(map(str.strip, cells))]
    if not filled:
        return None
    (at, top), *below = filled
    is_settled = at > 1 or options.form.delimiter  # the delimiter, by sep= or a map
    if len(top) == 1 and has_date(_DELIMITERS.split(top[0])) and not is_settled:
        return faulty(name, Problem(name, at, 1, _QUOTED))
    every = [cells for _, cells in first]
    later, header = first[found := row_of(every)]
    if later == at:
        return _headless(name, at, top, [cells for _, cells in below])
    if of_two_lines(every, found):
        message = f"lines {later - 1} and {later} together name the columns; that needs a map "
        return faulty(name, Problem(name, at, 1, f"{message}(--map){advice.begins(name)}"))
    message = f"line {at} is not a header, but line {later} looks like one"
    if has_date(top):
        message = f"line {at} heads groups of columns, and line {later} the columns"
    if repeated := _repeated(top, header):
        return faulty(name, Problem(name, at, 1, f"{message}, and repeats {repeated}"))
    message = (
        f"{message}; a table below other lines "
        f"needs a map (--map){advice.begins(name)}: "
        f"table: {{skip: {later - first[0][0] + options.form.skip}}}"
    )
    return faulty(name, Problem(name, at, 1, message))


def _repeated(groups: Sequence[str], header: Sequence[str]) -> str:
    """Say which name is repeated, and what makes it two, perhaps what heads it; empty if none."""
    for at, name in enumerate(map(str.strip, header)):
        if name and name in map(str.strip, header[:at]):
            above = [*filter(None, map(str.strip, groups[: at + 1]))]
            whole = f"{above[-1]} {name}" if above[1:] else ""
            how = f"make one header of both lines, as in {shown(whole)}" if whole else "rename one"
            return f"{shown(name)}: {how}"
    return ""


def _headless(
    name: str, at: int, top: Sequence[str], below: Sequence[Sequence[str]]
) -> Document | None:
    """Return the problem of a table that begins with a row of data, None if that is a header."""
    names = [*filter(None, map(str.strip, top))]
    if known(top) and len({*names}) == len(names):
        return None
    from diplo.reading.maps.draft import columns, recognised, sample  # noqa: PLC0415  (few fail)

    if not columns.is_row(top, below):
        return None
    message = f"line {at} is not a header but a row; "
    if like := recognised.by_row(top):
        return faulty(name, Problem(name, at, 1, f"{message}{advice.shipped(like)}"))
    found = columns.meaning_of(sample.take(numbered(top), [top, *below]))
    event = inline_yaml.quoted(event_to_fill(found))
    message += f"a map (--map) counts the columns{advice.begins(name)}"
    meant = f"{{table: {{header: false}}, event: {event}}}"
    return faulty(name, _with_map(Problem(name, at, 1, message), meant))


def _with_map(problem: Problem, addition: str) -> Problem:
    """Return a problem with any text of a map added, unless that is too long for a message."""
    whole = problem._replace(message=f"{problem.message}: {addition}")
    return whole if addition and fits(whole) else problem


def _by_header(table: Table, options: TableOptions) -> Document:
    meant, settings = meaning(table.header), options.mapped
    wrong = list(meant.wrong)
    if meant.missing:
        wrong.append((0, no_column(meant, table.header)))
    if settings and (faults := missing_columns(settings, table.header)):
        return at_map(table.name, options, faults)
    if wrong:
        cure, message = _cure(table, len(meant.missing))
        problems = (Problem(table.name, table.at, at + 1, f"{what}; {cure}") for at, what in wrong)
        return faulty(table.name, *(_with_map(problem, message) for problem in problems))
    mapping = syntax.read("", {"event": meant.event}, [])
    assert mapping  # noqa: S101  (it is made of what was found)
    is_own = meant.is_own
    if settings:
        opens = settings.open or ONE_DAY
        mapping = settings._replace(events=mapping.events, is_own=is_own, open=opens)
    else:
        mapping = mapping._replace(dates=options.dates, is_own=is_own, is_written=False)
    opened = TableDocument(table, mapping, options)
    looked_at = filters({**settings.only, **settings.leave}, table.header) if settings else ()
    used = {table.header[at] for at, _ in looked_at}
    if left_out := [name for name in meant.left_out if name not in used]:
        opened.left_out = LeftOutColumns(table, left_out)
        opened.table = table._replace(rows=opened.left_out.watched())
    if message := of_parts(table.header):
        opened.notes.append((table.at, message))
    return opened


def _cure(table: Table, missing: int) -> tuple[str, str]:
    """Return what to do about a header with missing columns, and what a map may say."""
    from diplo.reading.maps.draft import (  # noqa: PLC0415  (as above)
        columns,
        party_findings,
        precisions,
        recognised,
        sample,
    )

    if like := recognised.by_header(table.header):
        return advice.shipped(like), ""
    rows = [cells for _, cells in itertools.islice(table.rows, sample.MOST)]
    first = sample.take(table.header, rows)
    event = precisions.with_precision(first, event_to_fill(columns.meaning_of(first)))
    systems = party_findings.codes_of(first, event)
    event_text = f"event: {inline_yaml.quoted(event)}"
    event_text = f"{{codes: {inline_yaml.plain(systems)}, {event_text}}}" if systems else event_text
    rename = "rename columns" if missing > 1 else "rename one"
    return f"{rename} or use a map (--map){advice.begins(table.name)}", event_text


def at_map(name: str, options: TableOptions, faults: Sequence[Fault]) -> Document:
    """Return a document of the faults of a map that does not fit a table."""
    return faulty(name, *options.located(faults, name))
