"""Timelines side by side."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from diplo import reading
from diplo.history import relations
from diplo.history.arrangement import arrange
from diplo.history.filters import Alternatives, PartySet
from diplo.history.parts import Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates import parse, parse_window
from diplo.model.events import Citation, Event, Source, Vocabulary
from diplo.reports import Names, Report, comparison
from diplo.reports.changed import Changed
from diplo.reports.comparison import Lane, Lanes, Side
from diplo.reports.selection import Selection
from tests.conftest import written

Write = Callable[..., Path]

FILE = """\
- {id: far, date: /.., title: Norway is far, countries: [norway]}
- {id: both, date: 1990, title: Both agree, countries: [norway, sweden], status: {Peace: made}}
- {id: span, date: 1993/1995, title: A long visit, countries: [sweden], type: visit}
- {id: day, date: 1996-05-03?, title: Sweden speaks, countries: [sweden]}
- {id: late, date: 2000-02, title: Norway answers, countries: [norway]}
- {id: early, date: 2000-01, title: Finland asks, countries: [finland]}
- {id: all, date: "[..2002]", title: All meet, countries: [norway, sweden, finland]}
- {id: open, date: 1998/.., title: Norway opens an office, countries: [norway]}
- {id: sixties, date: 196X, title: Norway grows, countries: [norway]}
- {id: ends, date: 2000-03-04~, title: Norway and Finland part, countries: [norway, finland],
   status: {Union: over}}
- {id: doubt, date: 2001?, title: Perhaps an envoy leaves, countries: [sweden], status: {E: gone}}
"""


def alternatives(*sides: str) -> Alternatives:
    return tuple(PartySet(frozenset(side.split("+"))) for side in sides)


def compared(
    path: Path,
    *sides: str,
    by: str = "year",
    window: str | None = None,
    types: Sequence[str] = (),
    listed: bool = False,
) -> Report:
    loaded = reading.load([str(path)])
    codes = [Side(side, alternatives(*side.split(","))) for side in sides]
    query = Query(
        (frozenset().union(*(side.codes for side in codes)),),
        parse_window(window, date(2025, 1, 1)) if window else None,
        tuple(types),
    )
    matches = arrange(filter(None, map(Matcher(query), loaded.events)))
    selection = Selection(query, Names(loaded.vocabulary), matches, matches)
    return comparison.comparison(selection, codes, by, listed=listed)


def data(report: Report) -> list[tuple[str | None, list[list[str]], list[str]]]:
    rows = json.loads(written("json", report))
    return [(row["period"], list(row["columns"].values()), row["shared"]) for row in rows]


def test_a_comparison_says_where_it_comes_from_and_what_is_beside_it() -> None:
    source, asked = Citation("film"), Query((frozenset({"NOR", "SWE"}),))
    other = Event("b", parse("2022"), "B", ("SWE",), sources=(source,), status={"Office": "open"})
    changed = Changed(relations.subjects([other], {}), parse("2023").start.first)
    known = Vocabulary(sources={"book": Source("book", "The book")})
    sides = [
        Side("UN", (PartySet(frozenset({"NOR"}), frozenset({"UN"})),)),
        Side("SWE", alternatives("SWE")),
    ]
    event = Event("a", parse("2021"), "A", ("NOR",), None, ("UN",), sources=(Citation("book"),))
    near = [Match(event._replace(actors=()))]
    matches = [Match(event)]
    selection = Selection(asked, Names(known), matches, matches, lambda: near, changed)
    report = comparison.comparison(selection, sides, "year")
    assert report.credits() == "Sources: The book; film."
    assert (report.columns, report.vocabulary) == (report.table, known)
    assert [[*map(side.holds, (event, near[0].event, other))] for side in sides] == [
        [True, False, False],
        [False, False, True],
    ]
    told = report.shown
    assert isinstance(told, Lanes)
    assert told.lanes == [
        Lane(sides[0], "first", "Norway and UN"),
        Lane(sides[1], "second", "Sweden"),
    ]
    assert told.story.title == "Norway and UN; Sweden"
    assert [entry.event for entry in told.story.nearest] == [near[0].event]
    assert told.story.states is not None
    assert [group.hue for group in told.story.states.groups] == ["second"]
    nothing = Selection(asked, Names(known), [], [])
    assert comparison.comparison(nothing, sides, "year").credits() == ""


# --- What scripts read


def test_every_event_stands_once_in_its_column_or_among_the_shared(write: Write) -> None:
    assert data(compared(write("e.yaml", FILE), "NOR", "SWE")) == [
        ("196X", [["sixties"], []], []),
        ("1990", [[], []], ["both"]),
        ("1993", [[], ["span"]], []),
        ("1996", [[], ["day"]], []),
        ("1998", [["open"], []], []),
        ("2000", [["late", "ends"], []], []),
        ("2001", [[], ["doubt"]], []),
        ("2002", [[], []], ["all"]),
        ("ongoing", [["far"], []], []),
    ]


def test_by_decade(write: Write) -> None:
    assert data(compared(write("e.yaml", FILE), "FIN,NOR", "SWE", by="decade")) == [
        ("196X", [["sixties"], []], []),
        ("199X", [["open"], ["span", "day"]], ["both"]),
        ("200X", [["early", "late", "ends"], ["doubt"]], ["all"]),
        ("ongoing", [["far"], []], []),
    ]


def test_what_stands_beside_the_story_comes_last_apart(write: Write) -> None:
    assert data(compared(write("e.yaml", FILE), "NOR", "SWE", window="1994..2000")) == [
        ("1996", [[], ["day"]], []),
        ("1998", [["open"], []], []),
        ("2000", [["late", "ends"], []], []),
        ("ongoing", [[], ["span"]], []),
        (None, [["far"], []], ["all"]),
    ]


def test_keys_are_the_arguments(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "FIN", window="1990")
    row = json.loads(written("json", report))[0]
    assert list(row) == ["period", "columns", "shared"]
    assert row["columns"] == {"NOR": ["both"], "FIN": []}


def test_plain_lines_have_an_event_each(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "SWE", "FIN", window="1994..2000")
    assert (
        written("plain", report)
        == """\
1996\tSWE\t1996-05-03?\tpossible\t\tSweden speaks\tday
1998\tNOR\t1998/..\tcertain\t\tNorway opens an office\topen
2000\tFIN\t2000-01\tcertain\t\tFinland asks\tearly
2000\tNOR\t2000-02\tcertain\t\tNorway answers\tlate
2000\tNOR; FIN\t2000-03-04~\tcertain\t\tNorway and Finland part\tends
ongoing\tSWE\t1993/1995\tongoing\tvisit\tA long visit\tspan
\tNOR; SWE; FIN\t[..2002]\tpossible\t\tAll meet\tall
\tNOR\t/..\tpossible\t\tNorway is far\tfar
"""
    )
    assert [column.key for column in report.plain] == [
        *("period", "columns", "date", "match", "type", "title", "id")
    ]


def test_nothing_is_the_title_alone(write: Write) -> None:
    found = compared(write("e.yaml", FILE), "ISL", "DNK")
    assert written("table", found).split() == ["Iceland,", "Denmark", "nothing"]
    assert written("json", found) == "[]\n"
    assert written("plain", found) == ""


# --- What people see


def test_lanes(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "SWE", "FIN", window="1990..2002")
    assert (
        written("table", report)
        == """\
Norway, Sweden, Finland from 1990 to 2002                8 events · 2 may belong

           NOR SWE FIN
1990 ───────┬───┬───┬───────────────────────────────────────────────────────── 1
      1990  ◆───◆   │  Both agree
1993 ───────┼───┼───┼───────────────────────────────────────────────────────── 1
   1993–95  │   ●   │  A long visit
1996 ───────┼───┼───┼───────────────────────────────────────────────────────── 1
    3 May?  │   ○   │  Sweden speaks
1998 ───────┼───┼───┼───────────────────────────────────────────────────────── 1
since 1998  ●   │   │  Norway opens an office
2000 ───────┼───┼───┼───────────────────────────────────────────────────────── 3
       Jan  │   │   ●  Finland asks
       Feb  ●   │   │  Norway answers
  c. 4 Mar  ◆───┼───◆  Norway and Finland part
2001 ───────┼───┼───┼───────────────────────────────────────────────────────── 1
     2001?  │   ◇   │  Perhaps an envoy leaves
May belong here: 2 ──────────────────────────────────────────── --all lists them

◆ changes a state   ○ date in doubt   ◇ both
"""
    )


def test_what_stands_beside_the_story_is_listed_where_that_is_asked_for(write: Write) -> None:
    path = write("e.yaml", FILE)
    report = compared(path, "NOR", "SWE", "FIN", window="1994..1999", listed=True)
    assert (
        written("table", report)
        == """\
Norway, Sweden, Finland from 1994 to 1999
2 events · 1 under way · 2 may belong

           NOR SWE FIN
1996 ───────┬───┬───┬───────────────────────────────────────────────────────── 1
    3 May?  │   ○   │  Sweden speaks
1998 ───────┼───┼───┼───────────────────────────────────────────────────────── 1
since 1998  ●   │   │  Norway opens an office
Under way before 1994: 1 ───────────────────────────────────────────────────────
   1993–95      ┊      A long visit
May belong here: 2 ───────────────────────────── not dated closely enough to say
   by 2002  ○───○───○  All meet
  not told  ○          Norway is far

○ date in doubt
"""
    )


def test_lanes_in_ascii_on_forty_columns(write: Write) -> None:
    path = write("e.yaml", FILE)
    report = compared(path, "NOR", "SWE", "FIN", window="1994..2002", listed=True)
    assert (
        written("table", report, 40, plain=True)
        == """\
Norway, Sweden, Finland from 1994 to
2002
6 events . 1 under way . 2 may belong

           NOR SWE FIN
1996 -------+---+---+----------------- 1
    3 May?  |   ?   |  Sweden speaks
1998 -------+---+---+----------------- 1
since 1998  o   |   |  Norway opens an
            |   |   |  office
2000 -------+---+---+----------------- 3
       Jan  |   |   o  Finland asks
       Feb  o   |   |  Norway answers
  c. 4 Mar  *---+---*  Norway and
            |   |   |  Finland part
2001 -------+---+---+----------------- 1
     2001?  |   *   |  Perhaps an envoy
            |   |   |  leaves
Under way before 1994: 1 ---------------
   1993-95      :      A long visit
May belong here: 2
   by 2002  ?---?---?  All meet
  not told  ?          Norway is far

* changes a state   ? date in doubt
"""
    )


def test_where_there_is_little_room_dates_stand_above_titles(write: Write) -> None:
    path = write("e.yaml", FILE)
    report = compared(path, "NOR", "SWE", "FIN", window="1996..2000", listed=True)
    assert (
        written("table", report, 26)
        == """\
Norway, Sweden, Finland
from 1996 to 2000
5 events · 2 may belong

NOR SWE FIN
─┬───┬───┬─ 1996 ─────── 1
 │   ○   │  3 May?
 │   │   │  Sweden speaks
─┼───┼───┼─ 1998 ─────── 1
 ●   │   │  since 1998
 │   │   │  Norway opens
 │   │   │  an office
─┼───┼───┼─ 2000 ─────── 3
 │   │   ●  Jan
 │   │   │  Finland asks
 ●   │   │  Feb
 │   │   │  Norway answers
 ◆───┼───◆  c. 4 Mar
 │   │   │  Norway and
 │   │   │  Finland part
May belong here: 2
 ○───○───○  by 2002
 ┊   ┊   ┊  All meet
 ○          not told
 ┊          Norway is far

◆ changes a state
○ date in doubt
"""
    )


SIX = ("NOR", "SWE", "FIN", "DNK", "ISL", "EST")
LONG = """\
- {date: 17XX, title: Norway considers the internationalisation, countries: [norway]}
- {date: 1998/2004, title: Sweden acts, countries: [sweden, norway]}
"""


def test_six_sides_on_twenty_columns(write: Write) -> None:
    assert (
        written("table", compared(write("e.yaml", LONG), *SIX), 20)
        == """\
Norway, Sweden,
Finland, Denmark,
Iceland, Estonia
2 events

N S F D I E
O W I N S S
R E N K L T
┬─┬─┬─┬─┬─┬ 18th
│ │ │ │ │ │ century
● │ │ │ │ │
18th century
Norway considers the
internationalisation
┼─┼─┼─┼─┼─┼ 1998 ─ 1
●─● │ │ │ │
1998–2004
Sweden acts
"""
    )


def test_where_lanes_have_no_room_codes_stand_for_them(write: Write) -> None:
    report = compared(write("e.yaml", FILE), *SIX, "LVA", window="2000..2001", listed=True)
    assert (
        written("table", report, 20)
        == """\
Norway, Sweden,
Finland, Denmark,
Iceland, Estonia,
Latvia from 2000 to
2001
4 events · 1 under
way · 2 may belong

2000 ───────────── 3
● FIN
Jan
Finland asks
● NOR
Feb
Norway answers
◆ NOR FIN
c. 4 Mar
Norway and Finland
part
2001 ───────────── 1
◇ SWE
2001?
Perhaps an envoy
leaves
Under way before
2000: 1
┊ NOR
since 1998
Norway opens an
office
May belong here: 2
○ NOR SWE FIN
by 2002
All meet
○ NOR
not told
Norway is far

◆ changes a state
○ date in doubt
◇ both
"""
    )


def test_a_side_of_several_countries_has_their_codes(write: Write) -> None:
    path = write("e.yaml", FILE)
    report = compared(path, "NOR", "DNK,FIN,SWE", "FIN,SWE", by="decade")
    assert (
        written("table", report)
        == """\
Norway, (Denmark, Finland or Sweden), (Finland or Sweden)
10 events · 1 start not told

                  DNK,FIN,
              NOR SWE      FIN,SWE
1960s ─────────┬──────┬───────┬─────────────────────────────────────────────── 1
        1960s  ●      │       │    Norway grows
1990s ─────────┼──────┼───────┼─────────────────────────────────────────────── 4
         1990  ◆──────◆───────◆    Both agree
      1993–95  │      ●───────●    A long visit
  3 May 1996?  │      ○───────○    Sweden speaks
   since 1998  ●      │       │    Norway opens an office
2000s ─────────┼──────┼───────┼─────────────────────────────────────────────── 5
     Jan 2000  │      ●───────●    Finland asks
     Feb 2000  ●      │       │    Norway answers
c. 4 Mar 2000  ◆──────◆───────◆    Norway and Finland part
        2001?  │      ◇───────◇    Perhaps an envoy leaves
      by 2002  ●──────●───────●    All meet
Start not told: 1 ───────────────────────────────────────────── --all lists them

◆ changes a state   ○ date in doubt   ◇ both
"""
    )


@pytest.mark.parametrize(
    ("sides", "width", "heads"),
    [
        (("FIN+NOR", "NOR+SWE"), 80, ["FIN+NOR NOR+SWE"]),
        (("FIN+NOR", "NOR+SWE"), 36, ["FIN+ NOR+", "NOR  SWE"]),
        (("FIN+NOR", "NOR+SWE"), 16, ["F N", "I O", "N R", "+ +", "N S", "O W", "R E"]),
        (("NOR+SWE,DNK", "FIN"), 80, ["NOR+SWE,", "DNK      FIN"]),
        (("NOR,DNK+SWE", "FIN"), 80, ["NOR,DNK+", "SWE      FIN"]),
    ],
)
def test_codes_stand_and_are_joined_as_they_were_asked_for(
    sides: tuple[str, ...], width: int, heads: list[str], write: Write
) -> None:
    event = "- {date: 2021, title: A certain event, countries: [NOR, FIN]}"
    report = compared(write("e.yaml", event), *sides)
    lines = [line.strip() for line in written("table", report, width).splitlines()]
    first = lines.index(heads[0])
    assert lines[first : first + len(heads)] == heads


def test_codes_stand_above_each_other_where_titles_need_the_room(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "SWE,FIN", window="2000")
    assert (
        written("table", report, 43)
        == """\
Norway, (Sweden or Finland) in 2000
3 events · 1 under way · 2 may belong

               SWE,
           NOR FIN
2000 ───────┬────┬─────────────────────── 3
       Jan  │    ●  Finland asks
       Feb  ●    │  Norway answers
  c. 4 Mar  ◆────◆  Norway and Finland part
Under way before 2000: 1
May belong here: 2  --all lists them

◆ changes a state
"""
    )


def test_lanes_have_hues_changes_are_bold_and_lines_stand_back(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR", "SWE", "FIN", window="2000", listed=True)
    lines = written("table", report, 60, colours=256).splitlines()
    blue, orange, dim, end = "\x1b[38;5;32m", "\x1b[38;5;166m", "\x1b[2m", "\x1b[0m"
    bold, both = "\x1b[1m", "\x1b[1;38;5;32m"
    told = f"{bold}Norway and Finland part{end}"
    assert lines[2:8] == [
        "",
        f"           {blue}NOR{end} {orange}SWE{end} FIN",
        f"{bold}2000{end} {dim}───────┬───┬───┬─────────────────────────────────────{end} 3",
        f"       Jan  {dim}│{end}   {dim}│{end}   ●  Finland asks",
        f"       Feb  {blue}●{end}   {dim}│{end}   {dim}│{end}  Norway answers",
        f"  c. 4 Mar  {both}◆{end}{dim}───┼───{end}{bold}◆{end}  {told}",
    ]
    assert f"since 1998  {blue}┊{end}          Norway opens an office" in lines


def test_titles_are_not_coloured(write: Write) -> None:
    file = "- {date: 2000-02, title: '[red]Norway[/red]', countries: [norway]}"
    lines = written("table", compared(write("e.yaml", file), "NOR", "SWE")).splitlines()
    assert lines[4] == "       Feb  ●   │  [red]Norway[/red]"


def test_only_what_stands_beside_an_empty_story(write: Write) -> None:
    path = write("e.yaml", FILE)
    assert (
        written("table", compared(path, "ISL", "FIN", window="1980"))
        == """\
Iceland, Finland in 1980                                  nothing · 1 may belong

May belong here: 1 ──────────────────────────────────────────── --all lists them
"""
    )
    assert (
        written("table", compared(path, "ISL", "FIN", window="1980", listed=True))
        == """\
Iceland, Finland in 1980                                  nothing · 1 may belong

           ISL FIN
May belong here: 1 ───────────────────────────── not dated closely enough to say
   by 2002      ○  All meet

○ date in doubt
"""
    )


def test_a_title_says_all_that_was_asked_for(write: Write) -> None:
    report = compared(write("e.yaml", FILE), "NOR,FIN", "SWE", window="1990s", types=["visit"])
    first = written("table", report).splitlines()[0]
    assert first.startswith("(Norway or Finland), Sweden in the 1990s · visit  ")


def test_a_day_stays_with_its_month(write: Write) -> None:
    others = "".join(f"- {{date: {2000 + n}, title: T, countries: [norway]}}\n" for n in range(20))
    war = "- {date: 2023-10-07~/.., title: War, countries: [sweden]}\n"
    drawn = written("table", compared(write("e.yaml", others + war), "NOR", "SWE"))
    assert drawn.splitlines()[-2:] == ["     since  │   ●  War", "  c. 7 Oct  │   │"]


def test_rules_are_as_wide_as_the_widest_row(write: Write) -> None:
    file = f"- {{date: 2000, title: {'long word ' * 20}, countries: [norway]}}"
    lines = written("table", compared(write("e.yaml", file), "NOR", "SWE"), 300).splitlines()
    assert len(lines[0]) == len(lines[3]) == len(lines[4]) == 218


COUNTRIES = (*SIX, "LVA", "LTU", "POL", "DEU", "FRA", "ESP", "PRT", "ITA", "CHE", "AUT")
EVERY_WIDTH = (*range(20, 61), 79, 80, 99, 100, 140, 300)


@pytest.mark.parametrize("sides", [2, 3, 6, 16])
@pytest.mark.parametrize("length", [7, 20])
def test_at_any_width_every_word_is_there_in_its_order(
    write: Write, sides: int, length: int
) -> None:
    def title(number: int) -> str:
        starts = [f"{'条約wideé'[n % 7]}{number}-{n}" for n in range(10)]
        return " ".join(start + "x" * (length - cell_len(start)) for start in starts)

    events = [
        {
            "date": ("1998-05/2001-06-07", "[..2002]", "2000-21~")[number % 3],
            "title": title(number),
            "countries": COUNTRIES[number // 2 : number + 1],
        }
        for number in range(sides)
    ]
    path = write("e.json", json.dumps(events))
    report = compared(path, *COUNTRIES[:sides], window="1999..", listed=True)
    for width in EVERY_WIDTH:
        lines = written("table", report, width).splitlines()
        assert (width, [line for line in lines if cell_len(line) > width]) == (width, [])
        found = Counter(" ".join(lines).split())
        for event in events:
            missing = Counter(str(event["title"]).split()) - found
            assert (width, missing) == (width, Counter())
