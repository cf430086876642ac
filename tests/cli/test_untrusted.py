"""What strangers write, as names of files and countries, moves, marks and runs nothing."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Write = Callable[..., Path]

TABLE = "date,title,country\n2021,T,NOR\n"
MAP = 'event: {date: "{date}", title: "{title}", countries: ["{country}"]}\n'
NAMES = (
    *("a\x1b[31mb", "a\nb", "a\u202eb", "a\u200bb", "$(touch mallory)", "`touch mallory`"),
    *("; touch mallory", "<script>", "' OR 1=1 --", "=cmd|x", "{date}", "%s", "🇳🇴", "שלום"),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("ending", "content", "more"),
    [
        ("csv", TABLE, ()),
        ("csv", TABLE, ("--map", "m.yaml")),
        ("md", "---\ndate: 2021\ncountries: [NOR]\n---\nWords.\n", ()),
    ],
)
def test_the_name_of_a_file_is_only_its_name(
    call: Run, write: Write, tmp_path: Path, name: str, ending: str, content: str, more: tuple[str]
) -> None:
    file = f"{name}.{ending}"
    for path in (file, "m.yaml"):
        write(path, MAP if path == "m.yaml" else content)
    for form in ("json", "table", "html", "svg", "csv"):
        result = call("timeline", "--events", file, *more, "-f", form)
        assert (result.status, result.err) == (0, "")
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e\u200b]", result.out)
        assert form not in ("html", "svg") or "<script>" not in result.out
    checked = call("check", file, *more)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\u200b]", checked.out + checked.err)
    assert {path.name for path in tmp_path.iterdir()} == {file, "m.yaml"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:x", "file:///etc/x"])
def test_an_address_that_is_no_page_leads_nowhere(run: Run, write: Write, address: str) -> None:
    header, row = TABLE.splitlines()
    write("e.csv", f"{header},url\n{row},{address}\n")
    write("m.yaml", MAP.replace("}\n", ', sources: [{source: a, url: "{url}"}]}\n'))
    for form in ("html", "svg", "markdown", "timelinejs"):
        result = run("timeline", "--events", "e.csv", "-f", form)
        assert (result.status, result.err) == (0, "")
        assert not re.search(rf"(?:href=.?|\(|<){re.escape(address)}", result.out)
    refused = run("timeline", "--events", "e.csv", "--map", "m.yaml")
    assert (refused.status, refused.out) == (65, "")
    assert "is not a web address" in refused.err


@pytest.mark.parametrize("path", ["secret.yaml", "../secret.yaml", "file:secret.yaml", "{f}"])
def test_a_map_reads_no_other_file(run: Run, write: Write, path: str) -> None:
    write("secret.yaml", "a secret\n")
    write("e.csv", "date,title,country,f\n2021,T,NOR,secret.yaml\n")
    for text in (
        MAP.replace("{title}", path),
        f"table: {{records: {json.dumps(path)}}}\n{MAP}",
        f"values: {{title: {{T: {json.dumps(path)}}}}}\n{MAP}",
        f"include: {json.dumps(path)}\n{MAP}",
    ):
        write("m.yaml", text)
        result = run("timeline", "--events", "e.csv", "--map", "m.yaml")
        assert result.status in (0, 65)
        assert "a secret" not in result.out + result.err


HEBREW, ARABIC = "ישראל", "فلسطين"
RIGHT_TO_LEFT = f"""\
countries: {{ISR: {{name: {HEBREW}}}, PSE: {{name: {ARABIC}}}}}
types: {{treaty: {{label: {ARABIC}}}}}
events:
- {{id: a, date: 2021-01-02, title: {HEBREW} 12, countries: [ISR, PSE], type: treaty}}
- {{id: b, date: 2021-02-03, title: {ARABIC}, countries: [ISR], status: {{{HEBREW}: {ARABIC}}}}}
"""


def directions(line: str) -> str:
    """Return the directions of the letters and numbers of a line, and where it changes for them."""
    found = (unicodedata.bidirectional(character) for character in line)
    kinds = {"R": "R", "AL": "R", "L": "L", "EN": "1"}
    return re.sub(r"(.)\1+", r"\1", "".join(kinds.get(kind, " ") for kind in found))


@pytest.mark.parametrize("command", ["timeline", "timeline --sort type", "status", "stats"])
def test_names_from_right_to_left_stay_in_their_columns(
    run: Run, write: Write, command: str
) -> None:
    write("e.yaml", RIGHT_TO_LEFT)
    given = (*command.split(), "--events", "e.yaml", "-f", "table")
    for columns in ("60", "150"):
        shown = run(*given, env={"COLUMNS": columns}).out
        assert HEBREW in shown
        for line in shown.splitlines():
            # What has another column after it is followed by a mark from left to right.
            apart = line.replace(f"{HEBREW} 12", HEBREW)
            assert not re.search("R( +)[1R]", directions(apart)), (columns, line)
        assert "\u200e" in shown, columns
    assert "\u200e" not in run(*given, env={"PYTHONIOENCODING": "ascii"}).out
    for form in ("plain", "json", "csv"):
        assert "\u200e" not in run(*given[:-1], form).out


def test_under_each_country_many_others_are_named_once(run: Run, write: Write) -> None:
    def length(count: int, form: str) -> int:
        codes = [f"{a}{b}{c}" for a in "QX" for b in "ABCDEFGHIJKLMNOP" for c in "ABCDEFGHIJ"][
            :count
        ]
        declared = {code: {"name": f"Country {code}"} for code in codes}
        event = {"id": "a", "date": "2021", "title": "T", "countries": codes}
        write("e.json", json.dumps({"countries": declared, "events": [event]}))
        shown = run("timeline", "--events", "e.json", "--group-by", "country", "-f", form).out
        assert all(shown.count(code) >= 1 for code in codes)
        return len(shown)

    for form in ("table", "markdown", "html"):
        few, many = length(80, form), length(320, form)
        assert many < 5 * few
