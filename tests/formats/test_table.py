"""Tables for people: never wider than the terminal, never losing text, aligned in any script."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplo import loading
from diplo.dates import Window
from diplo.reports import FOOTNOTE, Report, Section
from diplo.reports.report import SENTENCES
from diplo.selection import Query
from tests.conftest import EVERYTHING, ONE_EVENT, cards_of, report_of, timeline_of, written

Write = Callable[..., Path]
Make = Callable[[Path], Report]

WIDTHS = (*range(20, 121), *range(121, 301, 12))
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
YEARS = Query(window=Window(730_000, 738_000, "1999 to 2021"))

HOSTILE = {
    "wide characters": "外交关系 条约 日本国大使館が東京に開設された ｆｕｌｌ 한국과 노르웨이",
    "combining marks": "e\u0301te\u0301 " * 5 + "n\u0303" * 60 + " क्षत्रिय ไทยภาษา กำลัง e\u0301",
    "long words": f"{'x' * 19} {'y' * 20} {'z' * 21} {'w' * 88} {'v' * 301} end",
    "wide long words": f"{'条' * 9} {'约' * 10} {'大' * 11} a{'使' * 160} end",
    "markup": "[bold]x[/bold] [/] [link=http://x]y[/link] :smile: {braces} {0} %s \\[ ]",
    "signs": "a – b · c ─ d £ “e” ?",
    "flags and emoji": "🇳🇴 visits 🇸🇪 with ✈️ and 1️⃣ ☎️ 👍🏽 end",
}


def hostile(text: str) -> str:
    """Return a JSON file with events that have a text in every field."""
    many = [a + b + c for a in "QX" for b in "ABC" for c in "ABC"]
    fields = {"title": text, "summary": text, "place": text, "note": text, "actors": [text, "b"]}
    sources = [{"source": "s", "locator": text, "title": text}]
    events = [
        {"id": "a" * 80, "date": "196X", "countries": ["NOR"], **fields, "sources": sources},
        {"id": "b", "date": "[2001-01-02..2022-12-31]", "countries": many, "type": "t.u", **fields},
        {"id": "c", "date": "2021-08-30~/2022-12-31?", "countries": ["NOR"], "title": "T"},
        {"id": "d", "date": "2021", "type": "t" * 60, "countries": ["NOR"], **fields},
        {"id": "e", "date": "[1999..]", "countries": ["NOR"], "title": "T", "status": {text: text}},
    ]
    return json.dumps(events)


def by_country(path: Path) -> Report:
    return timeline_of(path, by="country")


def possibly(path: Path) -> Report:
    return timeline_of(path, YEARS)


def with_all_columns(path: Path) -> Report:
    report = timeline_of(path)
    return report.only([column.key for column in report.columns])


MAKERS = (timeline_of, by_country, possibly, with_all_columns, cards_of)


def cells(report: Report) -> Iterator[str]:
    """Yield the texts of the columns that must be there."""
    for section in report.sections:
        for row in section.rows:
            yield from (column.text(row) for column in report.table if not column.optional)


def words_of(report: Report) -> Counter[str]:
    texts = [*cells(report), report.title, report.summary if report.title else ""]
    texts += [section.heading or "" for section in report.sections]
    return Counter(word for text in texts for word in text.split())


def lost(report: Report, text: str, width: int) -> list[str]:
    """Return the words of a report that a table does not hold (in pieces, if they are longer)."""
    shown, together = Counter(text.split()), "".join(text.split())
    return [
        word
        for word, count in words_of(report).items()
        if (shown[word] < count if cell_len(word) <= width else together.count(word) < count)
    ]


def too_wide(text: str, width: int) -> list[str]:
    return [line for line in text.splitlines() if cell_len(line) > width]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("what", HOSTILE)
def test_at_any_width_hostile_text_fits_and_none_is_lost(
    write: Write, what: str, make: Make
) -> None:
    report = make(write("e.json", hostile(HOSTILE[what])))
    for width in WIDTHS:
        text = written("table", report, width)
        assert (width, too_wide(text, width)) == (width, [])
        # Where a label or a margin stands beside it, a word has less room than the width.
        assert (width, lost(report, text, min(width, 88) - 20)) == (width, [])


@pytest.mark.parametrize("make", MAKERS)
def test_at_any_width_the_bundled_events_fit_and_no_word_is_lost(make: Make) -> None:
    report = make(Path(loading.bundled()))
    for width in WIDTHS:
        text = written("table", report, width)
        assert (width, too_wide(text, width)) == (width, [])
        assert (width, lost(report, text, width)) == (width, [])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("what", HOSTILE)
def test_in_any_encoding_lines_fit(write: Write, what: str, encoding: str) -> None:
    report = timeline_of(write("e.json", hostile(HOSTILE[what])))
    for width in (20, 33, 60, 80, 120):
        text = written("table", report, width, encoding=encoding)
        text.encode(encoding)
        assert (width, too_wide(text, width)) == (width, [])


@given(
    texts=st.lists(
        st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1), min_size=1
    ),
    width=st.integers(20, 300),
)
def test_any_text_fits_and_none_is_lost(texts: list[str], width: int) -> None:
    report = report_of([{"a": " ".join(texts), "b": texts[0]}], "a", "b")
    wrapped = tuple(column._replace(wraps=24) for column in report.table)
    for table in (report, report._replace(table=wrapped), report._replace(cards=True)):
        text = written("table", table, width)
        assert too_wide(text, width) == []
        assert lost(table, text, width - 20) == []


def test_a_word_is_broken_only_where_it_is_longer_than_the_width(write: Write) -> None:
    word = "w" * 60
    report = timeline_of(write("e.yaml", ONE_EVENT.replace("title: T", f"title: a {word} b")))
    for width in WIDTHS[40:]:
        assert word in written("table", report, width)


# --- Columns


def starts(text: str, *words: str) -> list[list[int]]:
    """Return where each word starts, in cells, on each line that holds it."""
    return [
        [cell_len(line[: line.index(word)]) for line in text.splitlines() if word in line]
        for word in words
    ]


def test_columns_are_aligned_whatever_stands_in_them() -> None:
    names = ["plain", "条约条约", "e\u0301e\u0301e\u0301e\u0301", "ｆ", "[b]", "한국", ""]
    rows = [{"a": name, "b": "SECOND", "c": f"{name}third"} for name in names]
    text = written("table", report_of(rows, "a", "b", "c"))
    for found in starts(text, "SECOND"):
        assert len(found) == len(names)
        assert len(set(found)) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_columns_are_aligned_in_poor_encodings(encoding: str) -> None:
    names = ["plain", "Støre", "条约条约", "e\u0301e\u0301"]
    rows = [{"a": name, "b": "SECOND"} for name in names]
    text = written("table", report_of(rows, "a", "b"), encoding=encoding)
    (found,) = starts(text, "SECOND")
    assert len(set(found)) == 1


def test_a_column_stands_under_its_heading(write: Write) -> None:
    text = written("table", timeline_of(write("e.yaml", EVERYTHING)), 120)
    (heading,) = starts(text, "Title")
    (title,) = starts(text, "The")
    assert heading[0] == title[0]


def test_dates_are_said_in_words_and_aligned_at_the_right(write: Write) -> None:
    lines = written("table", timeline_of(write("e.yaml", EVERYTHING)), 120).splitlines()
    dated = [re.match(" *(by 2006|since Aug 2021)", line) for line in lines]
    ends = {found.end() for found in dated if found}
    assert len([found for found in dated if found]) == 2
    assert len(ends) == 1


def test_the_id_stands_where_there_is_room(write: Write) -> None:
    report = timeline_of(write("e.yaml", ONE_EVENT.replace("id: a", "id: the-id")))
    assert "the-id" in written("table", report, 120)
    assert "the-id" not in written("table", report, 40)


def test_a_row_is_stacked_where_its_columns_do_not_fit(write: Write) -> None:
    title = "An office is closed in a town"
    report = timeline_of(write("e.yaml", ONE_EVENT.replace("title: T", f"title: {title}")))
    lines = written("table", report, 30).splitlines()
    (short,) = (number for number, line in enumerate(lines) if "2 Jan 2021" in line)
    assert lines[short].split() == ["2", "Jan", "2021", "treaty", "NOR"]
    assert " ".join(" ".join(lines[short + 1 :]).split()) == title
    wide = written("table", report, 60).splitlines()
    assert any("2 Jan 2021" in line and title in line for line in wide)


@pytest.mark.parametrize(
    ("width", "title", "line"),
    [
        (25, "some words", "  some words"),
        (24, "some words", "some words"),
        (26, "x" * 24, f"  {'x' * 24}"),
        (25, "x" * 24, "x" * 24),
    ],
)
def test_what_stands_below_is_indented_where_there_is_room(
    write: Write, width: int, title: str, line: str
) -> None:
    codes = "NOR, SWE, DNK, FIN, ISL, AFG, PSE, ISR, EGY, JOR, LBN"
    event = f"- {{date: 2021-08-30, title: {title}, type: treaty, countries: [{codes}]}}\n"
    report = timeline_of(write("e.yaml", event), by=None)
    assert written("table", report, width).splitlines()[-1] == line


@pytest.mark.parametrize(("width", "line"), [(35, "Place      Łódź"), (34, "Place")])
def test_a_label_stands_beside_its_text_where_there_is_room(
    write: Write, width: int, line: str
) -> None:
    lines = written("table", cards_of(write("e.yaml", EVERYTHING)), width).splitlines()
    assert next(found for found in lines if found.startswith("Place")) == line


# --- Headings, marks, titles


def headings(text: str) -> list[str]:
    return [line.strip("─ ") for line in text.splitlines() if line.startswith("──")]


def test_events_stand_under_their_years(write: Write) -> None:
    dates = ("196X", "1960", "1965-03-04", "1965-05", "2021-08/..", "[..2006]")
    events = [{"date": date, "title": "T", "countries": ["NOR"]} for date in dates]
    path = write("e.json", json.dumps(events))
    by_year = headings(written("table", timeline_of(path)))
    assert by_year == ["1960s", "1960", "1965", "2006", "2021"]
    assert headings(written("table", timeline_of(path, by="decade"))) == ["1960s", "2000s", "2020s"]
    assert headings(written("table", timeline_of(path, by=None))) == []


def test_a_span_from_before_the_window_stands_first_under_continuing(write: Write) -> None:
    dates = ("1931/..", "2005", "2007/2008")
    events = [{"date": date, "title": "T", "countries": ["NOR"]} for date in dates]
    text = written("table", timeline_of(write("e.json", json.dumps(events)), YEARS))
    assert headings(text) == ["Continuing", "2005", "2007"]


def test_types_and_countries_head_groups_by_their_names(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    countries = headings(written("table", timeline_of(path, by="country")))
    assert countries == ["Norway", "Sweden"]
    assert "Mission closed" in headings(written("table", timeline_of(path, by="type")))


def test_what_is_possible_is_marked_and_explained(write: Write) -> None:
    query = Query(window=Window(732_000, 738_500, "2005 to 2022"))
    text = written("table", timeline_of(write("e.yaml", EVERYTHING), query))
    assert " ".join(text.split()).endswith(FOOTNOTE)
    marked = [line for line in text.splitlines() if " ? " in line]
    assert len(marked) == 1
    assert "by 2006" in marked[0]
    assert "2 events, 1 of them possibly" in text


def test_what_is_certain_has_no_mark_and_no_footnote(write: Write) -> None:
    text = written("table", timeline_of(write("e.yaml", EVERYTHING)))
    assert "?" not in text
    assert text.startswith("All events  2 events\n\n")


def test_nothing_is_the_title(write: Write) -> None:
    query = Query(search=("qqq",), window=Window(1, 2, "in 0001"))
    report = timeline_of(write("e.yaml"), query)
    assert written("table", report) == 'All events · "qqq" · in 0001  0 events\n'


def test_no_rows_and_no_title_are_the_summary() -> None:
    report = report_of([], "a")
    assert written("table", report) == ""
    assert written("table", report._replace(summary="0 things")) == "0 things\n"


def test_the_summary_closes_a_table_without_a_title() -> None:
    report = report_of([{"a": "b"}], "a")._replace(summary="1 thing")
    assert written("table", report) == "A\nb\n\n1 thing\n"
    assert written("table", report._replace(headed=False)) == "b\n\n1 thing\n"


def test_a_heading_longer_than_the_width_is_wrapped() -> None:
    report = report_of([{"a": "b"}], "a")._replace(
        sections=[Section("long heading " * 10, [{"a": "b"}])]
    )
    text = written("table", report, 20)
    assert too_wide(text, 20) == []
    assert text.count("heading") == 10


# --- Colours and encodings


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("colours", [16, 256])
def test_colours_change_nothing_but_the_colour(write: Write, make: Make, colours: int) -> None:
    report = make(write("e.yaml", EVERYTHING))
    for width in (20, 80, 200):
        coloured = written("table", report, width, colours)
        assert "\x1b[" in coloured
        assert ESCAPE.sub("", coloured) == written("table", report, width)
        assert "\x1b" not in written("table", report, width)
        # No colour runs on into the next line.
        assert all(line.count("\x1b[0m") * 2 == line.count("\x1b") for line in coloured.split("\n"))


def test_16_colours_are_not_256(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    assert "38;5;" in written("table", report, colours=256)
    assert "38;5;" not in written("table", report, colours=16)


def styled(name: str, report: Report, width: int) -> str:
    """Return what a format makes of a report in 256 colours, with its styles in words."""
    text = written(name, report, width, colours=256)
    for code, word in (("0", "]"), ("1", "bold["), ("2", "dim[")):
        text = text.replace(f"\x1b[{code}m", word)
    return re.sub("\x1b\\[38;5;([0-9]+)m", r"\1[", text)


TWO = """\
- {id: a, date: 2021-01-02, title: T, type: talks, countries: [norway]}
- {id: b, date: 2021, title: X, countries: [norway]}
"""


def test_headings_and_ids_stand_back_and_types_have_colours(write: Write) -> None:
    query = Query(window=Window(737_791, 737_971, "in winter"))
    assert (
        styled("table", timeline_of(write("e.yaml", TWO), query), 80)
        == """\
bold[All events · in winter]  dim[2 events, 1 of them possibly]

        dim[Date]  dim[Type]   dim[Country]  dim[Title]  dim[Id]
dim[── ]bold[2021]dim[ ───────────────────────────────]
      2021 ?         NOR      X      dim[b]
2 Jan 2021    133[talks]  NOR      T      dim[a]

dim[? possibly in the range: the date is not known closely enough to say more]
"""
    )


def test_stacked_rows_have_the_same_styles(write: Write) -> None:
    lines = styled("table", timeline_of(write("e.yaml", TWO)), 20).splitlines()
    assert lines[2:] == [
        *("dim[── ]bold[2021]dim[ ────────────]", "2021  NOR", "X"),
        *("2 Jan 2021  133[talks]", "NOR", "T"),
    ]


def test_a_heading_as_wide_as_the_table_has_no_rule_after_it() -> None:
    report = report_of([{"a": "b" * 20}], "a")._replace(sections=[Section("h" * 16, [{"a": "b"}])])
    assert "── hhhhhhhhhhhhhhhh" in written("table", report, 20).splitlines()
    assert "dim[── ]bold[hhhhhhhhhhhhhhhh]" in styled("table", report, 20)


def test_the_styles_of_a_card(write: Write) -> None:
    assert (
        styled("table", cards_of(write("e.yaml", EVERYTHING)), 80)
        == """\
bold[The "office", as it was called]
dim[Date       ]since Aug 2021 (2021-08/..)
dim[Type       ]31[Mission closed (mission.closed)]
dim[Countries  ]Sweden, Norway
dim[Actors     ]Jonas Gahr Støre, =1+1
dim[Place      ]Łódź
dim[Summary    ]One. Two.
dim[Sources    ]The book, page 1
           The film
dim[Note       ]=1+1
dim[Status     ]Office in Łódź: closed
           Envoy: gone
dim[Id         ]dim[everything]

bold[Least]
dim[Date       ]by 2006 ([..2006])
dim[Countries  ]Norway
dim[Id         ]dim[least]
"""
    )


@pytest.mark.parametrize(
    ("encoding", "title", "line"),
    [
        ("utf-8", "a – ø 条", "──"),
        ("cp1252", "a – ø ?", "--"),
        ("latin-1", "a - ø ?", "--"),
        ("ascii", "a - ? ?", "--"),
    ],
)
def test_a_table_has_the_characters_of_its_encoding(
    write: Write, encoding: str, title: str, line: str
) -> None:
    path = write("e.yaml", ONE_EVENT.replace("title: T", "title: a – ø 条"))
    text = written("table", timeline_of(path), encoding=encoding)
    assert title in text
    assert f"{line} 2021 {line}" in text
    assert text.encode(encoding).decode(encoding) == text


def test_what_an_encoding_lacks_is_replaced_before_lines_are_laid_out() -> None:
    report = report_of([{"a": "b" * 20}], "a")._replace(
        title="条约" * 6, summary="1 thing", sections=[Section("条约" * 3, [{"a": "b" * 20}])]
    )
    assert written("table", report, width=22, encoding="ascii").splitlines() == [
        *(f"{'?' * 12}  1 thing", "", "A", f"-- {'?' * 6} ----------", "b" * 20)
    ]


def test_what_an_encoding_lacks_is_replaced_in_headings() -> None:
    report = report_of([{"条约": "b"}], "条约")
    assert written("table", report, encoding="ascii").splitlines() == ["??", "b"]


@pytest.mark.parametrize("wraps", [0, SENTENCES])
def test_what_is_stacked_and_wrapped_keeps_its_style(wraps: int) -> None:
    report = report_of([{"a": "word " * 9, "b": "x" * 20}], "a", "b")
    column = report.table[0]._replace(style="bold", wraps=wraps)
    text = styled("table", report._replace(table=(column, report.table[1])), 20)
    lines = [line.strip() for line in text.splitlines() if "word" in line]
    assert len(lines) > 2
    assert all(line.startswith("bold[word") for line in lines)


# --- Cards


def test_a_card_tells_everything(write: Write) -> None:
    least, everything = written("table", cards_of(write("e.yaml", EVERYTHING)), 80).split("\n\n")[
        ::-1
    ]
    assert [line.split("  ", 1)[0].strip() for line in everything.splitlines()] == [
        'The "office", as it was called',
        *("Date", "Type", "Countries", "Actors", "Place", "Summary", "Sources", "", "Note"),
        *("Status", "", "Id"),
    ]
    for part in (
        *("since Aug 2021 (2021-08/..)", "Mission closed (mission.closed)", "Sweden, Norway"),
        *("Jonas Gahr Støre, =1+1", "Łódź", "One. Two.", "The book, page 1", "The film", "=1+1"),
        *("Office in Łódź: closed", "Envoy: gone"),
    ):
        assert part in everything
    assert least.split() == [
        *("Least", "Date", "by", "2006", "([..2006])", "Countries", "Norway", "Id", "least")
    ]


def test_the_texts_of_a_card_are_aligned(write: Write) -> None:
    text = written("table", cards_of(write("e.yaml", EVERYTHING)), 80)
    found = starts(text, "since", "Mission closed", "Sweden", "Jonas", "The film", "Envoy", "least")
    assert len({start for word in found for start in word}) == 1


def test_running_text_is_not_spread_over_a_wide_terminal(write: Write) -> None:
    path = write("e.yaml", EVERYTHING.replace("One. Two.", "word " * 100))
    assert max(map(len, written("table", cards_of(path), 300).splitlines())) <= 100


def test_ids_stand_in_a_table_where_everything_fits_in_a_line(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    whole = written("table", report, width=200)
    needed = max(map(len, whole.splitlines()))
    assert "everything" in whole
    assert written("table", report, width=needed) == whole
    assert "everything" not in written("table", report, width=needed - 1)
