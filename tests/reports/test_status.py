"""The state of relations as it is reported and drawn."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from diplo import reading
from diplo.history import relations
from diplo.history.relations import Standing
from diplo.history.selection import Query
from diplo.model.dates import Window, parse
from diplo.model.events import Vocabulary
from diplo.reports import Names, Report, status_history, status_panel
from diplo.reports import status as reports
from diplo.reports.states import View, left_out
from diplo.reports.status import States
from diplo.reports.status_history import History
from tests.conftest import written
from tests.history.test_relations import day

Write = Callable[..., Path]

FILE = """\
as_of: 2025-06-20
sources: {book: {title: The book}}
countries: {PSE: {name: Palestine}}
types:
  closing: {label: Closing, plover: SANCTION}
  opening: {label: Opening, plover: SUPPORT}
events:
  - {id: a, date: 1931/.., title: They exchange envoys, countries: [norway, afghanistan],
     type: opening, status: {Relations with Afghanistan: established}}
  - {id: b, date: 2005-03, title: Norway opens an embassy, countries: [norway, afghanistan],
     type: opening, status: {Embassy in Kabul: open}, sources: [{source: book, locator: page 1}]}
  - {id: c, date: 2021-08-15, title: Norway leaves Kabul, countries: [norway, afghanistan],
     type: closing, status: {Embassy in Kabul: left, Aid to Kabul: suspended},
     sources: [book, {source: book, locator: page 2}]}
  - {id: d, date: 2025, title: The Taliban send an envoy, countries: [norway, afghanistan],
     status: {Envoy from Kabul: accepted}}
  - {id: i, date: 2007, title: Norway opens one in Tunis, countries: [norway, tunisia],
     status: {Embassy in Tunis: open, Envoy in Tunis: sent}}
  - {id: e, date: /2010-12, title: Palestine has a mission, countries: [norway, palestine],
     status: {Mission in Oslo: mission}}
  - {id: f, date: 2010-12, title: The mission becomes an embassy, countries: [norway, palestine],
     status: {Mission in Oslo: embassy}}
  - {id: g, date: 2024-05-28, title: Norway recognises Palestine, countries: [norway, palestine],
     status: {Palestine: recognised, Envoy from Palestine: received}}
  - {id: h, date: /.., title: Norway has an office, countries: [norway, palestine],
     status: {Office in Al-Ram: open}}
"""


def report_of(
    path: Path, on: str, *, history: bool = False, long: bool = False, untold: bool = False
) -> Report:
    """Return the report of a file, with all subjects or those of which a start is told."""
    loaded = reading.load([str(path)])
    every = relations.subjects(loaded.events, loaded.last_days)
    told = [(subject, relations.standing(subject, day(on))) for subject in every]
    shown = [(subject, state) for subject, state in told if untold or (state and state.dated)]
    without = sum(state is not None for _, state in told) - len(shown)
    view = View(Query((frozenset({"NOR"}),)), day(on), max(without, 0), long)
    names = Names(loaded.vocabulary)
    if history:
        found = (relations.history(s, day(on)) or [Standing(s, None)] for s, _ in shown)
        rows = [row for states in found for row in states]
        return status_history.history(rows, view, names)
    rows = [state or Standing(subject, None) for subject, state in shown]
    return reports.status(rows, view, names)


def screen(path: Path, width: int, on: str = "2025-06-20", **asked: bool) -> str:
    return written("table", report_of(path, on, **asked), width)


def test_the_keys_of_scripts(write: Write) -> None:
    report = report_of(write("e.yaml", FILE), "2021-08", untold=True)
    keys = ["subject", "state", "since", "match", "event", "countries", "possible", "sources"]
    assert [column.key for column in report.columns] == keys
    found = {row.subject.name: [c.value(row) for c in report.columns] for row in report.rows}
    assert list(found) == [
        *("Relations with Afghanistan", "Embassy in Kabul", "Embassy in Tunis", "Envoy in Tunis"),
        *("Mission in Oslo", "Aid to Kabul", "Palestine", "Envoy from Palestine"),
        *("Envoy from Kabul", "Office in Al-Ram"),
    ]
    assert found["Relations with Afghanistan"][1:7] == (
        ["established", "1931", "certain", "a", ["NOR", "AFG"], []]
    )
    left = ["Embassy in Kabul", "left", "2021-08-15", "certain", "c", ["NOR", "AFG"], []]
    assert found["Embassy in Kabul"][:7] == left
    assert str(found["Embassy in Kabul"][7]).count("'source': 'book'") == 2
    assert found["Office in Al-Ram"][1:7] == (
        [None, None, "possible", "h", ["NOR", "PSE"], ["open"]]
    )
    assert found["Palestine"][1:] == [None, None, "certain", None, ["NOR", "PSE"], [], []]


@pytest.mark.parametrize("history", [False, True])
def test_relations_of_all_say_so_and_where_they_are_told(
    write: Write,
    history: bool,  # noqa: FBT001
) -> None:
    loaded = reading.load([str(write("e.yaml", FILE))])
    names, view = Names(loaded.vocabulary), View(Query(), day("2010"))
    rows = [
        standing
        for subject in relations.subjects(loaded.events, loaded.last_days)
        for standing in relations.history(subject, view.day)
    ]
    report = (status_history.history if history else reports.status)(rows, view, names)
    told = report.shown
    assert isinstance(told, States | History)
    assert told.title == "All relations on 31 Dec 2010"
    assert report.credits() == "Sources: The book. Events as of 20 Jun 2025."
    if isinstance(told, History):
        starts = {course.subject: [step.start for step in course.steps] for course in told.courses}
        assert starts["Embassy in Kabul"] == [parse("2005-03")]
        assert starts["Mission in Oslo"] == [None, parse("2010-12")]


def test_the_keys_of_a_history(write: Write) -> None:
    report = report_of(write("e.yaml", FILE), "2025", history=True)
    assert [column.key for column in report.columns][-2:] == ["sources", "until"]
    assert report.credits() == "Sources: The book. Events as of 20 Jun 2025."
    assert written("plain", report).splitlines()[1:3] == [
        "Embassy in Kabul\topen\t2005-03\tcertain\tb\tNOR; AFG\t\tbook (page 1)\t2021-08-15",
        "Embassy in Kabul\tleft\t2021-08-15\tcertain\tc\tNOR; AFG\t\tbook; book (page 2)\t",
    ]


AT_100 = """\
Norway on 20 Jun 2025                                                                     9 subjects

Subject                     State              Since  2005       2010       2015       2020
Afghanistan ────────────────────────────────────────────────────────────────────────────────────── 4
Relations with Afghanistan  established         1931  ◂━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Embassy in Kabul            left         15 Aug 2021  ◆━━━━━━━━━━━━━━━ open ━━━━━━━━━━━━━━━◆────────
Aid to Kabul                suspended    15 Aug 2021  ┊          ┊          ┊          ┊   ◆────────
Envoy from Kabul            accepted?           2025  ┊          ┊          ┊          ┊          ╌◇
Palestine ──────────────────────────────────────────────────────────────────────────────────────── 3
Mission in Oslo             embassy         Dec 2010  ╌╌ mission ╌╌◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Palestine                   recognised   28 May 2024  ┊          ┊          ┊          ┊         ◆━━
Envoy from Palestine        received     28 May 2024  ┊          ┊          ┊          ┊         ◆━━
Tunisia ────────────────────────────────────────────────────────────────────────────────────────── 2
Embassy in Tunis            open                2007  ┊   ╌╌◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Envoy in Tunis              sent                2007  ┊   ╌╌◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

◆ a change   ◇ perhaps by then   ━━ in force   ── closed, withheld   ╌╌ start not told or not exact
◂ began earlier
1 more is told without a start (--all shows it)
"""
AT_80 = """\
Norway on 20 Jun 2025                                                 9 subjects

Subject                     State              Since  2005  2010  2015   2020
Afghanistan ────────────────────────────────────────────────────────────────── 4
Relations with Afghanistan  established         1931  ◂━━━━━━━━━━━━━━━━━━━━━━━━━
Embassy in Kabul            left         15 Aug 2021  ◆━━━━━━━ open ━━━━━━━◆────
Aid to Kabul                suspended    15 Aug 2021  ┊     ┊     ┊      ┊ ◆────
Envoy from Kabul            accepted?           2025  ┊     ┊     ┊      ┊     ◇
Palestine ──────────────────────────────────────────────────────────────────── 3
Mission in Oslo             embassy         Dec 2010  ╌╌╌╌╌╌╌◆━━━━━━━━━━━━━━━━━━
Palestine                   recognised   28 May 2024  ┊     ┊     ┊      ┊    ◆━
Envoy from Palestine        received     28 May 2024  ┊     ┊     ┊      ┊    ◆━
Tunisia ────────────────────────────────────────────────────────────────────── 2
Embassy in Tunis            open                2007  ┊ ╌◆━━━━━━━━━━━━━━━━━━━━━━
Envoy in Tunis              sent                2007  ┊ ╌◆━━━━━━━━━━━━━━━━━━━━━━

◆ a change   ◇ perhaps by then   ━━ in force   ── closed, withheld
╌╌ start not told or not exact   ◂ began earlier
1 more is told without a start (--all shows it)
"""
AT_60 = """\
Norway on 20 Jun 2025                             9 subjects

Subject                     State              Since
Afghanistan ────────────────────────────────────────────── 4
Relations with Afghanistan  established         1931
Embassy in Kabul            left         15 Aug 2021
Aid to Kabul                suspended    15 Aug 2021
Envoy from Kabul            accepted?           2025
Palestine ──────────────────────────────────────────────── 3
Mission in Oslo             embassy         Dec 2010
Palestine                   recognised   28 May 2024
Envoy from Palestine        received     28 May 2024
Tunisia ────────────────────────────────────────────────── 2
Embassy in Tunis            open                2007
Envoy in Tunis              sent                2007

? perhaps by then
1 more is told without a start (--all shows it)
"""
AT_50 = """\
Norway on 20 Jun 2025                   9 subjects

Subject                   State              Since
Afghanistan ──────────────────────────────────── 4
Relations with            established         1931
Afghanistan
Embassy in Kabul          left         15 Aug 2021
Aid to Kabul              suspended    15 Aug 2021
Envoy from Kabul          accepted?           2025
Palestine ────────────────────────────────────── 3
Mission in Oslo           embassy         Dec 2010
Palestine                 recognised   28 May 2024
Envoy from Palestine      received     28 May 2024
Tunisia ──────────────────────────────────────── 2
Embassy in Tunis          open                2007
Envoy in Tunis            sent                2007

? perhaps by then
1 more is told without a start (--all shows it)
"""
AT_24 = """\
Norway on 20 Jun 2025
9 subjects

Afghanistan ────────── 4
Relations with
Afghanistan
  established  1931
Embassy in Kabul
  left  15 Aug 2021
Aid to Kabul
  suspended  15 Aug 2021
Envoy from Kabul
  accepted?  2025
Palestine ──────────── 3
Mission in Oslo
  embassy  Dec 2010
Palestine
  recognised
  28 May 2024
Envoy from Palestine
  received  28 May 2024
Tunisia ────────────── 2
Embassy in Tunis
  open  2007
Envoy in Tunis
  sent  2007

? perhaps by then
1 more is told without a
start (--all shows it)
"""
ASCII = """\
Norway on 20 Jun 2025                                                                     9 subjects

Subject                     State              Since  2005       2010       2015       2020
Afghanistan -------------------------------------------------------------------------------------- 4
Relations with Afghanistan  established         1931  <=============================================
Embassy in Kabul            left         15 Aug 2021  *=============== open ===============*--------
Aid to Kabul                suspended    15 Aug 2021  :          :          :          :   *--------
Envoy from Kabul            accepted?           2025  :          :          :          :          ~?
Palestine ---------------------------------------------------------------------------------------- 3
Mission in Oslo             embassy         Dec 2010  ~~ mission ~~*================================
Palestine                   recognised   28 May 2024  :          :          :          :         *==
Envoy from Palestine        received     28 May 2024  :          :          :          :         *==
Tunisia ------------------------------------------------------------------------------------------ 2
Embassy in Tunis            open                2007  :   ~~*=======================================
Envoy in Tunis              sent                2007  :   ~~*=======================================

* a change   ? perhaps by then   == in force   -- closed, withheld   ~~ start not told or not exact
< began earlier
1 more is told without a start (--all shows it)
"""
LONG = """\
Norway on 20 Jun 2025                                                 9 subjects

Subject                     State              Since  2005  2010  2015   2020
Afghanistan ────────────────────────────────────────────────────────────────── 4
Relations with Afghanistan  established         1931  ◂━━━━━━━━━━━━━━━━━━━━━━━━━
  They exchange envoys
Embassy in Kabul            left         15 Aug 2021  ◆━━━━━━━ open ━━━━━━━◆────
  Norway leaves Kabul
  The book
  The book, page 2
Aid to Kabul                suspended    15 Aug 2021  ┊     ┊     ┊      ┊ ◆────
  Norway leaves Kabul
  The book
  The book, page 2
Envoy from Kabul            accepted?           2025  ┊     ┊     ┊      ┊     ◇
  The Taliban send an envoy
Palestine ──────────────────────────────────────────────────────────────────── 3
Mission in Oslo             embassy         Dec 2010  ╌╌╌╌╌╌╌◆━━━━━━━━━━━━━━━━━━
  The mission becomes an embassy
Palestine                   recognised   28 May 2024  ┊     ┊     ┊      ┊    ◆━
  Norway recognises Palestine
Envoy from Palestine        received     28 May 2024  ┊     ┊     ┊      ┊    ◆━
  Norway recognises Palestine
Tunisia ────────────────────────────────────────────────────────────────────── 2
Embassy in Tunis            open                2007  ┊ ╌◆━━━━━━━━━━━━━━━━━━━━━━
  Norway opens one in Tunis
Envoy in Tunis              sent                2007  ┊ ╌◆━━━━━━━━━━━━━━━━━━━━━━
  Norway opens one in Tunis

◆ a change   ◇ perhaps by then   ━━ in force   ── closed, withheld
╌╌ start not told or not exact   ◂ began earlier
1 more is told without a start (--all shows it)
"""
HISTORY = """\
Norway on 20 Jun 2025                                                 9 subjects

Relations with Afghanistan ─────────────────────────────────────────────────────
       1931 ◆ established  They exchange envoys
Embassy in Kabul ───────────────────────────────────────────────────────────────
   Mar 2005 ◆ open         Norway opens an embassy
15 Aug 2021 ◆ left         Norway leaves Kabul
Embassy in Tunis ───────────────────────────────────────────────────────────────
       2007 ◆ open         Norway opens one in Tunis
Envoy in Tunis ─────────────────────────────────────────────────────────────────
       2007 ◆ sent         Norway opens one in Tunis
Mission in Oslo ────────────────────────────────────────────────────────────────
   not told ◆ mission      Palestine has a mission
   Dec 2010 ◆ embassy      The mission becomes an embassy
Aid to Kabul ───────────────────────────────────────────────────────────────────
15 Aug 2021 ◆ suspended    Norway leaves Kabul
Palestine ──────────────────────────────────────────────────────────────────────
28 May 2024 ◆ recognised   Norway recognises Palestine
Envoy from Palestine ───────────────────────────────────────────────────────────
28 May 2024 ◆ received     Norway recognises Palestine
Envoy from Kabul ───────────────────────────────────────────────────────────────
       2025 ◇ accepted     The Taliban send an envoy

◆ a change   ◇ perhaps by then
1 more is told without a start (--all shows it)
"""
HISTORY_LONG = """\
Norway on 20 Jun 2025
9 subjects

Relations with
Afghanistan
◆ 1931  established
  They exchange envoys
Embassy in Kabul ───────
◆ Mar 2005  open
  Norway opens an
  embassy
  The book, page 1
◆ 15 Aug 2021  left
  Norway leaves Kabul
  The book
  The book, page 2
Embassy in Tunis ───────
◆ 2007  open
  Norway opens one in
  Tunis
Envoy in Tunis ─────────
◆ 2007  sent
  Norway opens one in
  Tunis
Mission in Oslo ────────
◆ not told  mission
  Palestine has a
  mission
◆ Dec 2010  embassy
  The mission becomes an
  embassy
Aid to Kabul ───────────
◆ 15 Aug 2021  suspended
  Norway leaves Kabul
  The book
  The book, page 2
Palestine ──────────────
◆ 28 May 2024
recognised
  Norway recognises
  Palestine
Envoy from Palestine ───
◆ 28 May 2024  received
  Norway recognises
  Palestine
Envoy from Kabul ───────
◇ 2025  accepted
  The Taliban send an
  envoy

◆ a change
◇ perhaps by then
1 more is told without a
start (--all shows it)
"""
EARLY = """\
Norway on 10 Mar 2005                                                10 subjects

Subject                     State                    Since       1950  1975
Afghanistan ────────────────────────────────────────────────────────────────── 4
Relations with Afghanistan  established               1931  ◆━━━━━━━━━━━━━━━━━━━
Embassy in Kabul            open?                 Mar 2005       ┊     ┊       ◇
Aid to Kabul                not stated by then                   ┊     ┊
Envoy from Kabul            not stated by then                   ┊     ┊
Palestine ──────────────────────────────────────────────────────────────────── 4
Mission in Oslo             mission?              not told  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
Palestine                   not stated by then                   ┊     ┊
Envoy from Palestine        not stated by then                   ┊     ┊
Office in Al-Ram            open?                 not told  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
Tunisia ────────────────────────────────────────────────────────────────────── 2
Embassy in Tunis            not stated by then                   ┊     ┊
Envoy in Tunis              not stated by then                   ┊     ┊

◆ a change   ◇ perhaps by then   ━━ in force   ╌╌ start not told or not exact
"""
EARLY_HISTORY = """\
Norway on 10 Mar 2005                                                10 subjects

Relations with Afghanistan -----------------------------------------------------
      1931 * established         They exchange envoys
Embassy in Kabul ---------------------------------------------------------------
  Mar 2005 ? open                Norway opens an embassy
Embassy in Tunis ---------------------------------------------------------------
             not stated by then
Envoy in Tunis -----------------------------------------------------------------
             not stated by then
Mission in Oslo ----------------------------------------------------------------
  not told ? mission             Palestine has a mission
Aid to Kabul -------------------------------------------------------------------
             not stated by then
Palestine ----------------------------------------------------------------------
             not stated by then
Envoy from Palestine -----------------------------------------------------------
             not stated by then
Envoy from Kabul ---------------------------------------------------------------
             not stated by then
Office in Al-Ram ---------------------------------------------------------------
  not told ? open                Norway has an office

* a change   ? perhaps by then
"""


@pytest.mark.parametrize(
    ("width", "expected"), [(100, AT_100), (80, AT_80), (60, AT_60), (50, AT_50), (24, AT_24)]
)
def test_at_a_glance(write: Write, width: int, expected: str) -> None:
    assert screen(write("e.yaml", FILE), width) == expected


def test_without_doubt_there_is_no_word_of_it(write: Write) -> None:
    path = write("e.yaml", FILE.replace("{id: d, date: 2025", "{id: d, date: 2025-01"))
    assert "perhaps" not in screen(path, 60)


def test_at_a_glance_in_ascii(write: Write) -> None:
    table = written("table", report_of(write("e.yaml", FILE), "2025-06-20"), 100, plain=True)
    assert table == ASCII
    assert table.isascii()


def test_at_a_glance_with_what_is_behind_it(write: Write) -> None:
    assert screen(write("e.yaml", FILE), 80, long=True) == LONG


def test_a_history(write: Write) -> None:
    assert screen(write("e.yaml", FILE), 80, history=True) == HISTORY


def test_a_history_with_its_sources_where_there_is_little_room(write: Write) -> None:
    assert screen(write("e.yaml", FILE), 24, history=True, long=True) == HISTORY_LONG


def test_what_had_not_begun_or_is_told_without_a_start(write: Write) -> None:
    path = write("e.yaml", FILE)
    assert screen(path, 80, "2005-03-10", untold=True) == EARLY
    report = report_of(path, "2005-03-10", history=True, untold=True)
    assert written("table", report, 80, plain=True) == EARLY_HISTORY
    assert "\nEnvoy from Palestine\nnot stated by then\n" in written("table", report, 20)


def in_colour(report: Report, width: int) -> list[str]:
    text = written("table", report, width, 256)
    codes = {"0": "]", "1": "bold[", "2": "dim[", "38;5;32": "blue[", "38;5;166": "orange["}
    for code, word in {**codes, "1;38;5;32": "bold blue[", "1;38;5;166": "bold orange["}.items():
        text = text.replace(f"\x1b[{code}m", word)
    return text.splitlines()


def test_the_first_two_parties_have_hues_and_the_others_none(write: Write) -> None:
    lines = in_colour(report_of(write("e.yaml", FILE), "2025-06-20"), 80)
    assert lines[0].startswith("bold[Norway on 20 Jun 2025] ")
    assert lines[2].startswith("dim[Subject] ")
    assert lines[2].endswith("  dim[2005  2010  2015   2020]")
    assert lines[3].startswith("bold blue[Afghanistan] dim[──")
    assert lines[3].endswith("──] 4")
    assert "  bold[established] " in lines[4]
    assert lines[4].endswith("  blue[◂━━━━━━━━━━━━━━━━━━━━━━━━━]")
    assert lines[5].endswith("  blue[◆━━━━━━━ open ━━━━━━━◆────]")
    assert lines[6].endswith("      dim[┊] blue[◆────]")
    assert lines[8].startswith("bold orange[Palestine] dim[──")
    assert lines[9].endswith("  orange[╌╌╌╌╌╌╌◆━━━━━━━━━━━━━━━━━━]")
    assert lines[12].startswith("bold[Tunisia] dim[──")
    assert lines[13].endswith(" ╌◆━━━━━━━━━━━━━━━━━━━━━━")


def test_the_current_states_of_a_history_are_bold(write: Write) -> None:
    lines = in_colour(report_of(write("e.yaml", FILE), "2025-06-20", history=True), 80)
    assert lines[4].startswith("bold[Embassy in Kabul] dim[──")
    assert lines[5].startswith("   Mar 2005 ◆ open ")
    assert lines[6].startswith("15 Aug 2021 bold[◆] bold[left] ")


def one(name: str, when: str, countries: str, **status: str) -> str:
    """Return an event of which something is so."""
    states = ", ".join(f"{subject}: {state}" for subject, state in (status or {name: "so"}).items())
    head = f'- {{id: {name}, date: "{when}", title: T {name}, countries: [{countries}],'
    return f"{head} status: {{{states}}}}}\n"


def groups(path: Path, *codes: str) -> list[tuple[str, str, int]]:
    found = relations.subjects(reading.load([str(path)]).events, {})
    rows = [relations.standing(s, day("2030")) or Standing(s, None) for s in found]
    view = View(Query(tuple(frozenset(code.split()) for code in codes)), day("2030"))
    report = reports.status(rows, view, Names(Vocabulary()))
    told = report.shown
    assert isinstance(told, States)
    return [(g.heading, g.hue, len(g.rows)) for g in told.groups]


def test_there_are_groups_where_there_is_more_than_one_other_party(write: Write) -> None:
    text = one("a", "2001", "norway, sweden") + one("b", "2002", "denmark, norway")
    path = write("e.yaml", text + one("c", "2003", "norway, denmark, iceland"))
    both = [("Denmark", "first", 2), ("Sweden", "second", 1)]
    assert groups(path, "NOR") == groups(path) == both  # of what all concern is no group either
    assert groups(path, "NOR DNK") == both
    path = write("e.yaml", text + one("c", "2003", "norway"))
    assert groups(path, "NOR") == [
        ("Sweden", "first", 1),
        ("Denmark", "second", 1),
        ("Norway", "", 1),
    ]


def test_there_is_no_group_where_there_is_one_other_party_or_none(write: Write) -> None:
    path = write("e.yaml", one("a", "2001", "norway, sweden") + one("b", "2002", "norway"))
    assert groups(path, "NOR") == [("", "first", 2)]
    assert groups(write("e.yaml", one("a", "2001", "norway"))) == [("", "first", 1)]
    assert groups(write("e.yaml", "[]")) == []


DOUBTS = (
    one("a", "2001", "norway", A="open")
    + one("b", "2002?", "norway", A="closed", B="closed")
    + one("c", "2003?", "norway", A="moved", B="moved")
    + one("d", "../2001", "norway", C="so")
    + one("e", "/2001", "norway", D="so")
    + one("f", "[..2006]", "norway", E="so")
    + one("g", "2004", "norway", F="so")
    + one("h", "2004", "norway", F="too")
)


def test_what_is_doubtful_is_said_in_words(write: Write) -> None:
    assert (
        screen(write("e.yaml", DOUBTS), 60, "2010", untold=True, long=True)
        == """\
Norway on 31 Dec 2010                             6 subjects

Subject  State                  Since          2005
A        open?                   2001  ╌╌◆╌◇╌◇━━━━━━━━━━━━━━
  perhaps closed or moved
  T a
C        so                    always  ◂━━━━━━━━━━━━━━━━━━━━
  T d
D        so                  not told  ╌╌━━━━━━━━━━━━━━━━━━━
  T e
B        closed or moved?       2003?    ╌╌◇╌◇╌╌╌╌╌╌╌╌╌╌╌╌╌╌
  T c
F        too?                    2004        ╌╌◆━━━━━━━━━━━━
  perhaps so
  T h
E        so                   by 2006  ╌╌╌╌╌╌╌╌╌╌╌╌◆━━━━━━━━
  T f

◆ a change   ◇ perhaps by then   ━━ in force
╌╌ start not told or not exact   ◂ began earlier
"""
    )


@pytest.mark.parametrize(
    ("first", "others", "opens"),
    [
        *(("2001", 7, "2005"), ("2001", 8, "2012"), ("2001", 18, "2012")),
        *(("1931", 7, "2012"), ("1931", 4, "2012"), ("1931", 3, "1940")),
    ],
)
def test_one_change_long_before_others_does_not_crush_them(
    write: Write, first: str, others: int, opens: str
) -> None:
    subjects = "SABCDEFGHIJKLMNOPQR"
    dated = zip(subjects, [first, *["2012", "2013"] * 9], strict=True)
    told = "".join(
        one(s.lower(), year, "norway", **{s: "so"}) for s, year in [*dated][: others + 1]
    )
    assert screen(write("e.yaml", told), 80, "2020").splitlines()[2].split()[3] == opens


def test_one_change_some_years_before_others_is_on_the_axis_with_them(write: Write) -> None:
    dated = zip("SABCD", ["2017", *["2020-11"] * 4], strict=True)
    told = "".join(one(s.lower(), when, "norway", **{s: "so"}) for s, when in dated)
    table = screen(write("e.yaml", told), 80, "2020")
    assert "2017 " in table.splitlines()[2]
    assert "◂" not in table


def test_the_doubtful_states_of_a_history(write: Write) -> None:
    assert (
        screen(write("e.yaml", DOUBTS), 60, "2010", untold=True, history=True)
        == """\
Norway on 31 Dec 2010                             6 subjects

A ──────────────────────────────────────────────────────────
      2001 ◆ open    T a
     2002? ◇ closed  T b
     2003? ◇ moved   T c
C ──────────────────────────────────────────────────────────
    always ◆ so      T d
D ──────────────────────────────────────────────────────────
  not told ◆ so      T e
B ──────────────────────────────────────────────────────────
     2002? ◇ closed  T b
     2003? ◇ moved   T c
F ──────────────────────────────────────────────────────────
      2004 ◆ so      T g
      2004 ◆ too?    T h
E ──────────────────────────────────────────────────────────
   by 2006 ◆ so      T f

◆ a change   ◇ perhaps by then
"""
    )


NOTHING = "Norway on 31 Dec 2024                                                    nothing\n"


def test_nothing_is_the_title_alone_and_what_is_left_out(write: Write) -> None:
    path = write("e.yaml", "- {date: 2020, title: T, countries: [norway]}\n")
    assert screen(path, 80, "2024") == screen(path, 80, "2024", history=True) == NOTHING
    both = one("a", "/..", "norway") + one("b", "/..", "norway")
    more = "\n2 are told without a start (--all shows them)\n"
    assert screen(write("e.yaml", both), 80, "2024") == NOTHING + more
    assert screen(write("e.yaml", both), 80, "2024", history=True) == NOTHING + more


def test_a_panel(write: Write) -> None:
    (subject, *_) = relations.subjects(reading.load([str(write("e.yaml", DOUBTS))]).events, {})
    periods = list(relations.periods(Window(day("2000-01-01"), day("2001")), "year"))
    query, names = Query(window=Window(words="in 2000–2001")), Names(Vocabulary())
    report = status_panel.panel(list(relations.panel(subject, periods)), query, names, "year")
    keys = ["subject", "period", "start", "end", "first", "last", "changes"]
    assert [column.key for column in report.columns] == keys
    headings = ["Subject", "Period", "At its start", "At its end", "First", "Last", "Changes"]
    assert [column.heading for column in report.columns] == headings
    assert [column.wraps for column in report.columns] == [14, 0, 1, 1, 1, 1, 0]
    assert (
        written("plain", report)
        == """\
A\t2000\t\t\t\t\t0
A\t2001\t\topen\topen\topen\t1
"""
    )
    assert (
        written("table", report)
        == """\
All relations in 2000–2001 by year                                     1 subject

Subject  Period  At its start  At its end  Changes
A        2000    -             -                 0
A        2001    -             open              1
"""
    )


LONG_WORDS = one("a", "2001-01-01", "norway", S="x" * 30 + " y") + (
    one(
        "b", "[2002-01-03..2002-05-08]", "norway", **{"A subject with a very long name": "so it is"}
    )
)
LONG_WORDS += one("c", "2003-01-01", "sweden", **{"n" * 90: "z" * 25, "条约 大使馆": "开 馆"})


@pytest.mark.parametrize("text", [FILE, DOUBTS, LONG_WORDS])
@pytest.mark.parametrize("history", [False, True])
def test_no_word_is_lost_and_no_line_too_wide_at_any_width(
    write: Write,
    text: str,
    history: bool,  # noqa: FBT001
) -> None:
    path = write("e.yaml", text)
    report = report_of(path, "2025-06-20", history=history, untold=True, long=True)
    told = report.shown
    assert isinstance(told, States | History)
    words = {word for said in texts_of(told) for word in said.split()}
    for width in (*range(20, 130), 200, 300):
        table = written("table", report, width)
        assert max(map(cell_len, table.splitlines())) <= width
        shown = "".join(table.split())
        assert [w for w in words if w not in shown and cell_len(w) <= width] == []


def texts_of(told: States | History) -> Iterator[str]:
    """Yield all that a screen has to say in words."""
    yield from (told.title, told.counts, left_out(told.undated, told[2], hint=True))
    if isinstance(told, States):
        rows = [row for group in told.groups for row in group.rows]
        yield from (text for r in rows for text in (r.subject, r.words, r.since, r.others, r.title))
        yield from (source for row in rows for source in row.sources)
        return
    steps = [step for course in told.courses for step in course.steps]
    yield from (course.subject for course in told.courses)
    yield from (text for step in steps for text in (step.when, step.words, step.title))
    yield from (source for step in steps for source in step.sources)


def test_long_subjects_wrap_beside_their_strips(write: Write) -> None:
    text = one(
        "a",
        "2001-01-01",
        "norway",
        **{"The embassy of Norway in the capital of its neighbour": "open"},
    )
    text += one("b", "2015-01-01", "norway", **{"The envoy of Norway to all of the place": "sent"})
    assert (
        screen(write("e.yaml", text), 80, "2020")
        == """\
Norway on 31 Dec 2020                                                 2 subjects

Subject                                          State       Since       2010
The embassy of Norway in the capital of its      open   1 Jan 2001  ◆━━━━━━━━━━━
neighbour                                                                ┊
The envoy of Norway to all of the place          sent   1 Jan 2015       ┊  ◆━━━

◆ a change   ━━ in force
"""
    )


def test_a_heading_that_leaves_no_room_for_its_rule_stands_alone(write: Write) -> None:
    text = FILE.replace("Palestine}}\ntypes", "The Free State of Palestine}}\ntypes")
    lines = screen(write("e.yaml", text), 24).splitlines()
    start = lines.index("The Free State of")
    assert lines[start + 1].startswith("Palestine ")  # and the number of its subjects


def test_marks_are_those_that_an_encoding_has(write: Write) -> None:
    report = report_of(write("e.yaml", FILE), "2025-06-20")
    assert written("table", report, 100, encoding="ascii") == ASCII
