"""Spreadsheets made by hand, so that they can be odd: xlsx, ods and xls, each made of rows."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from struct import pack
from typing import NamedTuple
from xml.sax.saxutils import escape

_DAY = 1  # the style of a day in the xlsx below, and the format of one in the xls
HEADER = ("Date", "Country", "Title")
GOOD = (HEADER, ("2021", "Norway", "T"))

Cell = object
Rows = Sequence[Sequence[Cell]]


class Day(NamedTuple):
    """A day as spreadsheets count them."""

    number: float


class Raw(NamedTuple):
    """A cell as raw XML; that of an xlsx gets its attribute `r`."""

    xml: str


def zipped(parts: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """Return a zip archive of parts, by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name)  # without a time, so that the bytes are the same each time
            part.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            made.writestr(part, content)
    return stream.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _xlsx_cell(cell: Cell, at: str) -> str:
    if isinstance(cell, Raw):
        return cell.xml.replace("<c", f'<c r="{at}"', 1)
    if isinstance(cell, Day):
        return f'<c r="{at}" s="{_DAY}"><v>{cell.number}</v></c>'
    if isinstance(cell, bool):
        return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, int | float):
        return f'<c r="{at}"><v>{cell}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell))}</t></is></c>'


def _xlsx_sheet(rows: Rows, first: int, more: str) -> str:
    lines = []
    for number, row in enumerate(rows, first):
        cells = (_xlsx_cell(c, f"{letters(at)}{number}") for at, c in enumerate(row) if c != "")
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{more}</worksheet>'


def xlsx(
    rows: Rows,
    *,
    first: int = 1,
    state: str = "visible",
    is_1904: bool = False,
    shared: str = "",
    more: str = "",
    before: Mapping[str, Rows] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return an xlsx; `before` has the rows of sheets that come first, by name."""
    sheets = {**(before or {}), "S": rows}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" '
        f'state="{state if name == "S" or before else "visible"}"/>'
        for n, name in enumerate(sheets, 1)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kind}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(sheets, 1)
    )
    links += f'<Relationship Id="s" Type="{kind}/styles" Target="styles.xml"/>'
    links += f'<Relationship Id="t" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/>'
    date = '<workbookPr date1904="1"/>' if is_1904 else ""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{date}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
    }
    for number, each in enumerate(sheets.values(), 1):
        made[f"xl/worksheets/sheet{number}.xml"] = _xlsx_sheet(each, first, more)
    return zipped({**made, **(parts or {})})


_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, Raw):
        return cell.xml
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    said = f"<text:p>{escape(str(cell))}</text:p>"
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'


def ods(
    rows: Rows,
    *,
    manifest: str = "",
    styles: str = "",
    columns: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return an ods."""
    names = {each: each for each in ("office", "table", "text", "style")} | {"number": "datastyle"}
    spaces = " ".join(f'xmlns:{name}="{_OPEN}:{each}:1.0"' for name, each in names.items())
    lines = (f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}>{styles}<office:body>'
        f'<office:spreadsheet><table:table table:name="S">{columns}{"".join(lines)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    listed = f'<m:manifest xmlns:m="{_OPEN}:manifest:1.0">{manifest}</m:manifest>'
    made = {"mimetype": _ODS, "META-INF/manifest.xml": listed, "content.xml": content}
    return zipped({**made, **(parts or {})}, packed=False)


def _record(number: int, data: bytes = b"") -> bytes:
    return pack("<HH", number, len(data)) + data


def _text(text: str, size: str) -> bytes:
    wide = text.encode("utf-16-le")
    return pack(f"<{size}B", len(wide) // 2, 1) + wide


def _xls_cell(cell: Cell, row: int, column: int) -> bytes:
    if isinstance(cell, Day):
        return _record(0x0203, pack("<HHHd", row, column, _DAY, cell.number))
    if isinstance(cell, int | float):
        return _record(0x0203, pack("<HHHd", row, column, 0, cell))
    return _record(0x0204, pack("<HHH", row, column, 0) + _text(str(cell), "H"))


def _biff(rows: Rows, globals_: bytes) -> bytes:
    formats = b"".join(_record(0x00E0, pack("<HH16x", 0, each)) for each in (0, 14))
    start = _record(0x0809, pack("<HH12x", 0x0600, 0x0005)) + globals_ + formats
    name = _text("S", "B")
    at = len(start) + 4 + 6 + len(name) + 4
    start += _record(0x0085, pack("<IBB", at, 0, 0) + name) + _record(0x000A)
    cells = b"".join(
        _xls_cell(cell, number, column)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell != ""
    )
    return start + _record(0x0809, pack("<HH12x", 0x0600, 0x0010)) + cells + _record(0x000A)


def ole(stream: bytes, name: str = "Workbook") -> bytes:
    """Return an OLE compound file with one stream."""
    data = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    count = len(data) // 512
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    chain = [0xFFFFFFFD, end, *range(3, count + 2), end]
    table = pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    assert len(table) == 512, "so large a stream needs a second sector"

    def entry(called: str, kind: int, child: int, start: int, size: int) -> bytes:
        wide = called.encode("utf-16-le")
        length = len(wide) + 2 if called else 0
        head = wide.ljust(64, b"\0") + pack("<HBBIII", length, kind, 1, none, none, child)
        return head + bytes(36) + pack("<IQ", start, size)

    folder = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, none, 2, len(data))
    folder += entry("", 0, none, 0, 0) * 2
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += pack("<109I", 0, *[none] * 108)
    return head + table + folder + data


def xls(rows: Rows, *, is_1904: bool = False, more: bytes = b"") -> bytes:
    """Return an xls; `more` are records that stand in front."""
    return ole(_biff(rows, more + (_record(0x0022, b"\1\0") if is_1904 else b"")))


LOCKED_XLS = _record(0x002F, b"\1\0" + bytes(52))  # a record that says that there is a password
