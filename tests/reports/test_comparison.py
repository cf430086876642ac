"""Timelines side by side."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from diplo import loading, selection
from diplo.dates import parse_window
from diplo.reports import FOOTNOTE, Names, Report, comparison
from diplo.reports.comparison import Side
from diplo.selection import Query
from tests.conftest import written
from tests.formats.test_table import styled

Write = Callable[..., Path]

FILE = """\
- {id: both, date: 1990, title: Both agree, countries: [norway, sweden]}
- {id: still, date: /.., title: Norway is far, countries: [norway]}
- {id: span, date: 1993/1995, title: A long visit, countries: [sweden], type: visit}
- {id: day, date: 1996-05-03, title: Sweden speaks, countries: [sweden]}
- {id: late, date: 2000-02, title: Norway answers, countries: [norway]}
- {id: early, date: 2000-01, title: Finland asks, countries: [finland]}
- {id: all, date: "[..2002]", title: All meet, countries: [norway, sweden, finland]}
- {id: open, date: 1998/.., title: Norway opens an office, countries: [norway]}
- {id: sixties, date: 196X, title: Norway grows, countries: [norway]}
"""


def compared(
    path: Path, *sides: str, by: str = "year", window: str | None = None, types: Sequence[str] = ()
) -> Report:
    loaded = loading.load([str(path)])
    codes = [Side(side, frozenset(side.split("+"))) for side in sides]
    query = Query(
        (frozenset().union(*(side.codes for side in codes)),),
        parse_window(window, date(2025, 1, 1)) if window else None,
        tuple(types),
    )
    found = filter(None, map(selection.Matcher(query), loaded.events))
    return comparison.comparison(
        selection.arrange(found), codes, query, by, Names(loaded.vocabulary)
    )


def data(report: Report) -> list[tuple[str | None, list[list[str]], list[str]]]:
    rows = json.loads(written("json", report))
    return [(row["period"], list(row["columns"].values()), row["shared"]) for row in rows]


def test_every_event_stands_once_in_its_column_or_among_the_shared(write: Write) -> None:
    assert data(compared(write("e.yaml", FILE), "NOR", "SWE")) == [
        (None, [["still"], []], []),
        ("196X", [["sixties"], []], []),
        ("1990", [[], []], ["both"]),
        ("1993", [[], ["span"]], []),
        ("1996", [[], ["day"]], []),
        ("1998", [["open"], []], []),
        ("2000", [["late"], []], []),
        ("2002", [[], []], ["all"]),
    ]


def test_by_decade(write: Write) -> None:
    assert data(compared(write("e.yaml", FILE), "NOR+FIN", "SWE", by="decade")) == [
        (None, [["still"], []], []),
        ("196X", [["sixties"], []], []),
        ("199X", [["open"], ["span", "day"]], ["both"]),
        ("200X", [["early", "late"], []], ["all"]),
    ]


def test_a_table_folds_empty_years(write: Write) -> None:
    assert (
        written("table", compared(write("e.yaml", FILE), "NOR", "SWE"), width=90)
        == """\
Norway | Sweden  8 events

Norway                              Sweden                     Both
── Undated ─────────────────────────────────────────────────────────────────────
ongoing: Norway is far
── 1960s ───────────────────────────────────────────────────────────────────────
Norway grows
── 1970–1989: 20 years of silence in this file ─────────────────────────────────
── 1990 ────────────────────────────────────────────────────────────────────────
                                                               Both agree
── 1991–1992: 2 years of silence in this file ──────────────────────────────────
── 1993 ────────────────────────────────────────────────────────────────────────
                                    1993–1995: A long visit
── 1996 ────────────────────────────────────────────────────────────────────────
                                    3 May 1996: Sweden speaks
── 1997: 1 year of silence in this file ────────────────────────────────────────
── 1998 ────────────────────────────────────────────────────────────────────────
since 1998: Norway opens an office
── 1999: 1 year of silence in this file ────────────────────────────────────────
── 2000 ────────────────────────────────────────────────────────────────────────
Feb 2000: Norway answers
── 2001: 1 year of silence in this file ────────────────────────────────────────
── 2002 ────────────────────────────────────────────────────────────────────────
                                                               by 2002: All meet

silence: no event is dated to these years
"""
    )


def test_silence_is_between_the_years_that_events_are_dated_to(write: Write) -> None:
    headings = [
        section.heading for section in compared(write("e.yaml", FILE), "NOR", "SWE").sections
    ]
    assert [heading for heading in headings if "silence" in heading] == [
        "1970–1989: 20 years of silence in this file",
        "1991–1992: 2 years of silence in this file",
        "1997: 1 year of silence in this file",
        "1999: 1 year of silence in this file",
        "2001: 1 year of silence in this file",
    ]


def test_what_is_open_is_dated_to_its_start(write: Write) -> None:
    file = "".join(
        f"- {{date: '{when}', title: T, countries: [norway]}}\n"
        for when in ("[2002..]", "2006/..", "2008/", "2011")
    )
    sections = compared(write("e.yaml", file), "NOR", "SWE").sections
    assert [section.heading for section in sections if not section.rows] == [
        "2003–2005: 3 years of silence in this file",
        "2007: 1 year of silence in this file",
        "2009–2010: 2 years of silence in this file",
    ]


def test_what_lasts_leaves_no_silence(write: Write) -> None:
    file = "".join(
        f"- {{date: {when}, title: T, countries: [norway]}}\n"
        for when in ("1990/2000", "1993", "1998", "2003")
    )
    sections = compared(write("e.yaml", file), "NOR", "SWE").sections
    assert [section.heading for section in sections if not section.rows] == [
        "2001–2002: 2 years of silence in this file"
    ]


def test_what_lasts_from_before_the_window_leaves_no_silence(write: Write) -> None:
    file = "".join(
        f"- {{date: {when}, title: T, countries: [norway]}}\n"
        for when in ("1990/2010", "2001", "2015", "2016")
    )
    sections = compared(write("e.yaml", file), "NOR", "SWE", window="2000..").sections
    assert [section.heading for section in sections] == [
        "Continuing",
        "2001",
        "2011–2014: 4 years of silence in this file",
        "2015",
        "2016",
    ]


def test_without_silence_nothing_is_said_of_it(write: Write) -> None:
    assert compared(write("e.yaml", FILE), "FIN", "ISL", window="1996").footnote == FOOTNOTE


def test_silence_in_decades(write: Write) -> None:
    found = compared(write("e.yaml", FILE), "NOR", "SWE", by="decade")
    assert [section.heading for section in found.sections if not section.rows] == [
        "1970–1989: 20 years of silence in this file"
    ]


def test_silence_and_names_of_columns_stand_back(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "SWE", window="1990..1993")
    assert (
        styled("table", report, 90)
        == """\
bold[Norway | Sweden · 1990 to 1993]  dim[4 events, 2 of them possibly]

dim[Norway]                    dim[Sweden]                   dim[Both]
dim[── ]bold[Continuing]dim[ ────────────────────────────────────────────────────────]
? ongoing: Norway is far
dim[── ]bold[1990]dim[ ──────────────────────────────────────────────────────────────]
                                                   Both agree
dim[── ]dim[1991–1992: 2 years of silence in this file]dim[ ────────────────────────]
dim[── ]bold[1993]dim[ ──────────────────────────────────────────────────────────────]
                          1993–1995: A long visit
dim[── ]dim[1996–2001: 6 years of silence in this file]dim[ ────────────────────────]
dim[── ]bold[2002]dim[ ──────────────────────────────────────────────────────────────]
                                                   ? by 2002: All meet

dim[silence: no event is dated to these years]
dim[? possibly in the range: the date is not known closely enough to say more]
"""
    )
    assert (
        styled("table", report, 40)
        == """\
bold[Norway | Sweden · 1990 to 1993]
dim[4 events, 2 of them possibly]

dim[── ]bold[Continuing]dim[ ──────────────────────────]
dim[Norway]
  ? ongoing: Norway is far
dim[── ]bold[1990]dim[ ────────────────────────────────]
dim[Both]
  Both agree
dim[1991–1992: 2 years of silence in this]
dim[file]
dim[── ]bold[1993]dim[ ────────────────────────────────]
dim[Sweden]
  1993–1995: A long visit
dim[1996–2001: 6 years of silence in this]
dim[file]
dim[── ]bold[2002]dim[ ────────────────────────────────]
dim[Both]
  ? by 2002: All meet

dim[silence: no event is dated to these]
dim[  years]
dim[? possibly in the range: the date is]
dim[  not known closely enough to say more]
"""
    )


def test_a_title_names_all_that_was_asked_for(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR+FIN", "SWE", types=["visit"])
    assert report.title == "Finland or Norway | Sweden · visit"
    assert written("table", report).splitlines()[2].split("  ")[0] == "Finland or Norway"


def test_plain_lines_have_an_event_each(write: Write) -> None:
    assert (
        written("plain", compared(write("e.yaml", FILE), "NOR", "SWE", "FIN"))
        == """\
\tNOR\t/..\tcertain\t\tNorway is far\tstill
196X\tNOR\t196X\tcertain\t\tNorway grows\tsixties
1990\tNOR; SWE\t1990\tcertain\t\tBoth agree\tboth
1993\tSWE\t1993/1995\tcertain\tvisit\tA long visit\tspan
1996\tSWE\t1996-05-03\tcertain\t\tSweden speaks\tday
1998\tNOR\t1998/..\tcertain\t\tNorway opens an office\topen
2000\tFIN\t2000-01\tcertain\t\tFinland asks\tearly
2000\tNOR\t2000-02\tcertain\t\tNorway answers\tlate
2002\tNOR; SWE; FIN\t[..2002]\tcertain\t\tAll meet\tall
"""
    )


def test_a_narrow_table_names_the_column_of_each_event(write: Write) -> None:
    found = compared(write("e.yaml", FILE), "NOR", "SWE", "FIN", window="2000..")
    assert (
        written("table", found, width=40)
        == """\
Norway | Sweden | Finland · since 2000
5 events, 1 of them possibly

── Continuing ──────────────────────────
Norway
  ongoing: Norway is far
  since 1998: Norway opens an office
── 2000 ────────────────────────────────
Norway
  Feb 2000: Norway answers
Finland
  Jan 2000: Finland asks
── 2001: 1 year of silence in this file
── 2002 ────────────────────────────────
Shared
  ? by 2002: All meet

silence: no event is dated to these
  years
? possibly in the range: the date is
  not known closely enough to say more
"""
    )


def test_columns_are_as_wide_as_each_other(write: Write) -> None:
    long = "- {date: 2000, title: %s, countries: [%s]}\n"
    file = long % ("word " * 20, "norway") + long % ("text " * 30, "sweden")
    header = written("table", compared(write("e.yaml", file), "NOR", "SWE")).splitlines()[2]
    assert header.index("Sweden") == 41


@pytest.mark.parametrize("width", [62, 100])
def test_a_long_word_has_the_room_it_needs(write: Write, width: int) -> None:
    file = (
        "- {date: 2000, title: a b c d e f g h i j k l m n o p q r s, countries: [norway]}\n"
        f"- {{date: 2000, title: {'x' * 34} and more words follow here, countries: [sweden]}}\n"
    )
    lines = written("table", compared(write("e.yaml", file), "NOR", "SWE"), width).splitlines()
    assert any("x" * 34 in line for line in lines)
    assert max(map(len, lines)) <= width
    assert lines[2].split() == ["Norway", "Sweden"]


def test_a_side_without_events_has_its_column(write: Write) -> None:
    lines = written("table", compared(write("e.yaml", FILE), "ISL", "FIN")).splitlines()
    assert lines[2].split() == ["Iceland", "Finland"]


def test_what_not_all_share_says_who_does(write: Write) -> None:
    table = written("table", compared(write("e.yaml", FILE), "NOR", "SWE", "FIN"), width=200)
    assert "Both agree (Norway, Sweden)" in table
    assert "All meet (" not in table


def test_each_event_of_a_line_has_its_keys(write: Write) -> None:
    assert [column.key for column in compared(write("e.yaml", FILE), "NOR", "SWE").plain] == [
        *("period", "columns", "date", "match", "type", "title", "id")
    ]


def test_nothing_is_the_title_alone(write: Write) -> None:
    found = compared(write("e.yaml", FILE), "ISL", "DNK")
    assert written("table", found) == "Iceland | Denmark  0 events\n"
    assert written("json", found) == "[]\n"
    assert written("plain", found) == ""


def test_a_heading_above_its_text_is_wrapped(write: Write) -> None:
    event = '{{"date": "2021", "title": "{0}", "countries": ["{0}"]}}\n'
    path = write("e.jsonl", event.format("SUN") + event.format("NOR"))
    lines = written("table", compared(path, "SUN", "NOR"), width=33).splitlines()
    assert any("Socialist" in line for line in lines)
    assert max(map(len, lines)) <= 33
