import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from diplo.reading.tables import cells, sheet_checks, spreadsheets
from diplo.reading.tables.sheet_checks import SheetError
from tests import workbooks
from tests.conftest import Run
from tests.tables import each_of
from tests.workbooks import Raw

Write = Callable[..., Path]


def book(
    *rows: Sequence[object],
    sheet: str = "Visits",
    epoch: dt.datetime | None = None,
    data: Sequence[Sequence[object]] = (),
) -> bytes:
    made = openpyxl.Workbook()
    if epoch:
        made.epoch = epoch
    first = made.active
    assert first
    first.title = sheet
    for row in rows:
        first.append(list(row))
    made.create_sheet("Other").append(["date", "country", "title"])
    if data:
        below = made.create_sheet("Data")
        for row in data:
            below.append(list(row))
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


HEADER = ("Date", "Country", "Title")


def ods(*rows: str, encrypted: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{"".join(rows)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    space = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f'<?xml version="1.0"?><m:manifest {space}>{encrypted}</m:manifest>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", content)
    return stream.getvalue()


GROUP_END = "</table:table-row-group>"
ENCRYPTED = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'


def ods_row(*cells: str, repeated: int = 1, times: int = 1) -> str:
    made = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{made}{empty}</table:table-row>'
    )


@each_of(
    ("cell", "expected"),
    [
        ("a", "a"),
        (True, "true"),
        (1945.0, "1945"),
        (1.5, "1.5"),
        (1e300, "1e+300"),
        (dt.date(2024, 5, 28), "2024-05-28"),
        (dt.datetime(2024, 5, 28), "2024-05-28"),  # noqa: DTZ001  (as spreadsheets have them)
        (dt.datetime(2024, 5, 28, 10, 30), "2024-05-28 10:30:00"),  # noqa: DTZ001
        (dt.timedelta(hours=30), "30 h"),
        (dt.time(3, 4), "03:04:00"),
    ],
)
def test_a_typed_cell_is_the_text_that_means_the_same(cell: object, expected: str) -> None:
    assert cells.text(cell) == expected


@each_of(
    ("code", "day", "expected"),
    [
        ("mmm-yy", dt.date(2010, 12, 1), "2010-12"),  # what Excel makes of Dec 2010
        ("mmm yyyy", dt.date(2010, 12, 1), "2010-12"),
        ("[$-414]mmmm\\ yyyy;@", dt.date(2010, 12, 1), "2010-12"),
        ('mmmm" de "yyyy', dt.date(2010, 12, 1), "2010-12"),
        ("M/YYYY", dt.date(2010, 12, 1), "2010-12"),
        ("yyyy", dt.date(2010, 1, 1), "2010"),
        # More is known than is shown.
        ("mmm yyyy", dt.date(2010, 12, 15), "2010-12-15"),
        ("yyyy", dt.date(2010, 12, 1), "2010-12-01"),
        # A day is shown, or no year.
        ("d mmm yyyy", dt.date(2010, 12, 1), "2010-12-01"),
        ("mm-dd-yy", dt.date(2010, 1, 1), "2010-01-01"),
        ("mmmm", dt.date(2010, 1, 1), "2010-01-01"),
        ("dddd", dt.date(2010, 1, 1), "2010-01-01"),
        ("mmm yyyy hh:mm", dt.date(2010, 1, 1), "2010-01-01"),
        # What is no day.
        ("mmm yyyy", "2010-12-01", "2010-12-01"),
        ("General", 2010, "2010"),
        # A day that only Excel has, and its number.
        ("yyyy-mm-dd", 59, "1900-02-28"),
        ("yyyy-mm-dd", 60, "1900-02-29"),
        ("mmm yyyy", 60, "1900-02-29"),
        ("yyyy-mm-dd", 61, "1900-03-01"),
        ("General", 60, "60"),
    ],
)
def test_a_day_is_as_exact_as_its_format_shows(code: str, day: object, expected: str) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet
    sheet["C3"], sheet["D3"] = day, dt.date(2010, 1, 1)
    sheet["C3"].number_format = code
    sheet["D3"].number_format = "yyyy-mm-dd"
    found = dict(spreadsheets.rows(saved(made)))
    assert found[3] == ["", "", expected, "2010-01-01"]


# A month and a year, a year, and a day, as OpenDocument has their parts; the last style has none.
ODS_STYLES = "<office:automatic-styles>" + "".join(
    f'<number:date-style style:name="N{n}">{parts}</number:date-style>'
    f'<style:style style:name="ce{n}" style:family="table-cell" style:data-style-name="N{n}"/>'
    for n, parts in enumerate(
        (
            '<number:month number:textual="true"/><number:text> </number:text><number:year/>',
            "<number:year/>",
            "<number:day/><number:month/><number:year/>",
        )
    )
)
ODS_STYLES += '<number:date-style/><style:style style:name="ce4"/></office:automatic-styles>'


def _dated(day: str, style: str = "", more: str = "") -> Raw:
    styled = f' table:style-name="{style}"' if style else ""
    value = f'office:value-type="date" office:date-value="{day}"'
    return Raw(f"<table:table-cell{styled} {value} {more}><text:p>x</text:p></table:table-cell>")


@each_of(
    ("style", "day", "expected"),
    [
        ("ce0", "1994-05-01", "1994-05"),
        ("ce0", "1994-05-02", "1994-05-02"),
        ("ce1", "1994-01-01", "1994"),
        ("ce1", "1994-05-01", "1994-05-01"),
        ("ce2", "1994-01-01", "1994-01-01"),
        ("ce4", "1994-01-01", "1994-01-01"),
        ("", "1994-01-01", "1994-01"),  # as its column is
    ],
)
def test_a_day_of_an_ods_is_as_exact_as_its_style_shows(
    style: str, day: str, expected: str
) -> None:
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="ce0"/>'
    rows = [("1994-01-01", _dated(day, style)), ("a", _dated("1994-05-01"))]
    found = dict(spreadsheets.rows(workbooks.ods(rows, styles=ODS_STYLES, columns=columns)))
    assert found == {1: ["1994-01-01", expected], 2: ["a", "1994-05"]}


def test_cells_and_rows_of_an_ods_that_are_told_once_are_as_exact_each() -> None:
    cells = _dated("1994-01-01", "ce1", 'table:number-columns-repeated="2"').xml
    lines = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    made = workbooks.ods(
        [("a", "b", _dated("1994-05-01", "ce0"))], styles=ODS_STYLES, columns=lines
    )
    found = dict(spreadsheets.rows(made))
    assert [row[:2] for row in found.values()] == [["1994"] * 2, ["1994"] * 2, ["a", "b"]]
    assert found[3][2] == "1994-05"


def test_the_groups_of_columns_and_rows_of_an_ods_are_none_themselves() -> None:
    day = _dated("1994-05-01").xml
    columns = (
        '<table:table-columns><table:table-column-group table:display="true"><table:table-column/>'
        '<table:table-column table:default-cell-style-name="ce0"/>'
        "</table:table-column-group></table:table-columns>"
    )
    lines = (
        f"<table:table-header-rows><table:table-row>{day}{day}</table:table-row>"
        f"</table:table-header-rows><table:table-row-group><table:table-row>{day}{day}"
        "</table:table-row></table:table-row-group>"
    )
    made = workbooks.ods([("a", "b")], styles=ODS_STYLES, columns=columns + lines)
    found = dict(spreadsheets.rows(made))
    assert found == {1: ["1994-05-01", "1994-05"], 2: ["1994-05-01", "1994-05"], 3: ["a", "b"]}


def test_a_sheet_is_read_with_the_numbers_and_letters_that_it_shows(run: Run, write: Write) -> None:
    rows = [
        (),
        (None, *HEADER),
        (None, dt.date(2024, 5, 28), "Norway", "R"),
        (None, 1945.0, "Norwey"),
    ]
    write("my.xlsx", book(*rows))
    result = run("timeline", "--events", "my.xlsx")
    assert result.err == (
        "diplo: my.xlsx:4:C: no country is named 'Norwey'; did you mean 'norway'? or say so in a "
        "map (--map): values: {countries: {Norwey: NOR}}\n"
    )
    write("my.xlsx", book(*rows[:3]))
    assert "\t2024-05-28" in f"\t{run('timeline', '--events', 'my.xlsx').out}"
    assert '"locator": "row 3"' in run("timeline", "--events", "my.xlsx", "--json").out


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_count_from_1900_or_from_1904(
    run: Run, write: Write, epoch: dt.datetime | None
) -> None:
    write("my.xlsx", book(HEADER, (dt.date(1910, 2, 3), "NO", "a"), epoch=epoch))
    assert run("timeline", "--events", "my.xlsx").out.startswith("1910-02-03\t")


def test_what_formulas_gave_is_read_and_errors_and_durations_are_no_dates(
    run: Run, write: Write
) -> None:
    rows = [
        HEADER,
        ("#REF!", "NO", "a"),
        (dt.timedelta(hours=5), "NO", "b"),
        ("1850-01-02", "NO", "c"),
    ]
    write("my.xlsx", book(*rows))
    assert "my.xlsx:3:A: '5 h' is not a date" in run("timeline", "--events", "my.xlsx").err
    write("my.xlsx", book(*rows[:2], *rows[3:]))
    result = run("timeline", "--events", "my.xlsx")
    said = "the cell holds the error '#REF!'; mend it in the spreadsheet"
    assert result.err == f"diplo: my.xlsx:2:A: {said}\n"
    write("my.xlsx", book(HEADER, *rows[3:], ("=DATE(1994,5,28)", "NO", "d")))
    said = "the cell holds a formula without a value; open the file in a spreadsheet and save it"
    result = run("timeline", "--events", "my.xlsx")
    assert result.err == f"diplo: my.xlsx:3:A: {said}\n"


def test_a_sheet_is_chosen_by_name_or_number(run: Run, write: Write) -> None:
    write("my.xlsx", book(HEADER, ("2021", "NO", "a")))
    event = 'event: {date: "{Date}", title: "{Title}", countries: "{Country}"}\n'
    for sheet, status in (("Visits", 0), ("1", 0), ("2", 0), ("Talks", 65), ("3", 65)):
        write("m.yaml", f"table: {{sheet: {sheet}}}\n{event}")
        result = run("timeline", "--events", "my.xlsx", "--map", "m.yaml")
        assert result.status == status
        missing = (
            f"diplo: m.yaml:1:16: my.xlsx has no sheet {sheet}; its sheets are Visits, Other\n"
        )
        assert result.err == (missing if status else "")


def test_other_sheets_with_events_are_told_of(run: Run, write: Write) -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(HEADER, ("2021", "NO", "a"))))
    made["Other"].append(["2022", "NO", "b"])
    made.create_sheet("Remarks").append(["What a nice sheet"])
    write("my.xlsx", saved(made))
    said = "only the first sheet is read; a map (--map) reads 'Other': table: {sheet: NAME}"
    assert run("timeline", "--events", "my.xlsx").err == f"diplo: my.xlsx: {said}\n"


def test_the_first_sheet_that_shows_is_read(run: Run, write: Write) -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(HEADER, ("2021", "NO", "a"))))
    made["Other"].append(["2022", "NO", "b"])
    made.create_chartsheet("Chart", 0)
    write("my.xlsx", saved(made))
    assert run("timeline", "--events", "my.xlsx").out.startswith("2021\t")
    made["Visits"].sheet_state = "hidden"
    write("my.xlsx", saved(made))
    result = run("timeline", "--events", "my.xlsx")
    assert result.out.startswith("2022\t")
    assert "only 'Other', the first sheet that shows, is read; a map (--map) reads" in result.err
    assert "'Visits': table: {sheet: NAME}" in result.err


def test_the_sheet_with_events_is_told_of_where_the_first_has_none(run: Run, write: Write) -> None:
    made = openpyxl.Workbook()
    made.active.append(["Read me first"])
    sheet = made.create_sheet("Data")
    for row in (HEADER, ("2021", "NO", "a")):
        sheet.append(row)
    write("my.xlsx", saved(made))
    result = run("timeline", "--events", "my.xlsx")
    assert result.status == 65
    assert result.err.count("a map (--map) reads 'Data': table: {sheet: NAME}") == 1


def test_an_ods_sheet_is_read(run: Run, write: Write) -> None:
    write(
        "my.ods", ods(ods_row(*HEADER), ods_row("May 2024", "Norway", "R"), ods_row(repeated=10**6))
    )
    assert run("timeline", "--events", "my.ods").out.startswith("2024-05\t")


def far() -> bytes:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["XFD1048576"] = "x", "y"
    return saved(made)


def with_size(content: bytes, size: int) -> bytes:
    """Return a packed file whose directory says another size of its first part."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 24] + size.to_bytes(4, "little") + content[at + 28 :]


def test_a_column_that_a_sheet_has_twice_is_named_by_its_letter(run: Run, write: Write) -> None:
    write("my.xlsx", book((*HEADER, "Date"), ("2021", "NO", "a", "b")))
    err = run("timeline", "--events", "my.xlsx").err
    assert "my.xlsx:1:D: the column 'Date' is repeated here" in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ods(encrypted=ENCRYPTED), "it has a password"),
        (far(), "spans 17179869184 cells"),
        (ods(ods_row("x", repeated=10**9, times=10**9)), "spans 17179869184 cells"),
        (
            ods("<table:table-row-group>", ods_row("x", repeated=10**9, times=10**9), GROUP_END),
            "spans 17179869184 cells",
        ),
        (with_size(far(), 2**31), "2048 MiB once it is unpacked"),
        (b"PK\x03\x04 and nothing else", "is damaged"),
        (b"no spreadsheet at all", "not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0..." + "EncryptedPackage".encode("utf-16-le"), "it has a password"),
        (far()[:-40], "is damaged"),
    ],
    # As bytes would be no names.
    ids=("sealed", "far", "repeated", "grouped", "large", "nothing", "text", "sealed-xls", "cut"),
)
@pytest.mark.parametrize("name", ["my.xlsx", "my.ods"])
def test_a_spreadsheet_that_would_burst_is_refused(
    run: Run, write: Write, content: bytes, said: str, name: str
) -> None:
    write(name, content)
    result = run("timeline", "--events", name, limits={"DATA": 2**30})
    assert result.status == 65
    assert said in result.err


def test_the_cells_of_an_ods_sheet_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    content = ods(ods_row("a", "b"), ods_row("c"), ods_row(repeated=5))
    monkeypatch.setattr(sheet_checks, "MOST_CELLS", 4)
    sheet_checks.check(content)
    monkeypatch.setattr(sheet_checks, "MOST_CELLS", 3)
    with pytest.raises(SheetError, match="it spans 4 cells, more than 3; save it as CSV"):
        sheet_checks.check(content)


def test_shared_strings_that_grow_are_damaged() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("xl/sharedStrings.xml", "x" * 100)
    content = stream.getvalue()
    at = content.index(b"PK\x01\x02")
    with pytest.raises(SheetError, match="is damaged"):
        sheet_checks.check(content[: at + 24] + (7).to_bytes(4, "little") + content[at + 28 :])


def test_an_encrypted_part_has_a_password() -> None:
    content = far()
    at = content.index(b"xl/worksheets", content.index(b"PK\x01\x02")) - 46
    with pytest.raises(SheetError, match="password"):
        sheet_checks.check(content[: at + 8] + b"\x01" + content[at + 9 :])


def test_a_sheet_of_too_many_columns_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_COLUMNS", 2)
    with pytest.raises(SheetError, match="more than 2 columns"):
        next(spreadsheets.rows(book(HEADER)))


def test_merged_cells_stand_in_all_of_their_rows() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet
    blank, first, second = ("",) * 3, ("2021", "Norway", "A"), ("", "", "B")
    for row in (blank, HEADER, blank, first, second, second, ("2022", "Sweden", "C")):
        sheet.append(row)
    for merged in ("A2:A3", "A4:A5", "B4:B9", "C4:D4", "A6:A7"):
        sheet.merged_cells.add(merged)
    expected = [blank, HEADER, blank, first, ("2021", "Norway", "B"), ("", "Norway", "B")]
    expected.append(("2022", "Sweden", "C"))
    rows = spreadsheets.rows(saved(made))
    assert [tuple(cells) for _, cells in rows] == expected


def test_an_empty_sheet_has_no_rows() -> None:
    assert list(spreadsheets.rows(saved(openpyxl.Workbook()))) == []


class PanicException(BaseException):
    pass


@pytest.mark.parametrize(
    ("raised", "error"), [(PanicException, SheetError), (KeyboardInterrupt, KeyboardInterrupt)]
)
def test_what_rust_gives_up_is_damaged(
    monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], error: type[BaseException]
) -> None:
    def give_up(_: object) -> None:
        raise raised

    monkeypatch.setattr(spreadsheets, "_book", give_up)
    with pytest.raises(error):
        spreadsheets.rows(book(HEADER))


def test_no_standard_error_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> int:
        raise OSError

    monkeypatch.setattr("os.dup", refuse)
    assert list(spreadsheets.rows(book(HEADER))) == [(1, [*HEADER])]
