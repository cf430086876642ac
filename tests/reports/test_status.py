"""The state of relations as it is reported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diplo import loading, relations
from diplo.events import Vocabulary
from diplo.reports import Names, Report
from diplo.reports import status as reports
from tests.conftest import written
from tests.formats.test_table import styled
from tests.test_relations import day

Write = Callable[..., Path]

FILE = """\
sources: {book: {title: The book}}
events:
  - {id: a, date: 2020, title: Norway opens an office, countries: [norway],
     status: {Office: open}, sources: [{source: book, locator: page 1}]}
  - {id: b, date: 2024-09, title: Sweden closes the office, countries: [sweden],
     status: {Office: closed, Envoy: gone}, sources: [book, {source: book, locator: page 2}]}
  - {id: c, date: /.., title: Somebody lives there, countries: [norway], status: {House: used}}
  - {id: d, date: 2030~, title: Later, countries: [norway], status: {Later: so}}
"""


def status(path: Path, on: str, *, every: bool = False) -> Report:
    loaded = loading.load([str(path)])
    found = [(s, relations.standing(s, day(on))) for s in relations.subjects(loaded.events)]
    rows = [state or relations.Standing(s, None) for s, state in found if state or every]
    return reports.status(rows, (), day(on), Names(loaded.vocabulary))


def history(path: Path, on: str) -> Report:
    loaded = loading.load([str(path)])
    subjects = relations.subjects(loaded.events)
    rows = [state for subject in subjects for state in relations.history(subject, day(on))]
    return reports.history(rows, (frozenset({"NOR"}),), day(on), Names(loaded.vocabulary))


def test_the_keys_of_scripts(write: Write) -> None:
    report = status(write("e.yaml", FILE), "2024-09-15", every=True)
    assert [c.key for c in report.columns] == (
        ["subject", "state", "since", "match", "event", "countries", "possible", "sources"]
    )
    book = {"source": "book", "title": "The book"}
    assert [[column.value(row) for column in report.columns] for row in report.rows] == [
        ["House", None, None, "possible", "c", ["NOR"], ["used"], []],
        ["Office", "open", "2020", "possible", "a", ["NOR", "SWE"], ["closed"],
         [{**book, "locator": "page 1"}]],
        ["Envoy", None, "2024-09", "possible", "b", ["SWE"], ["gone"],
         [{**book, "locator": None}, {**book, "locator": "page 2"}]],
        ["Later", None, None, "certain", None, ["NOR"], [], []],
    ]  # fmt: skip


def test_the_table_says_in_words_what_is_not_certain(write: Write) -> None:
    table = written("table", status(write("e.yaml", FILE), "2024-09-15", every=True), width=100)
    assert (
        table
        == """\
All relations · on 15 Sep 2024  4 states, 3 of them not certain

Subject  State                                    Since  By
House    possibly used, else not stated  start not told  Somebody lives there

Office   open, possibly closed                     2020  Norway opens an office
                                                         book

Envoy    possibly gone, else not stated        Sep 2024  Sweden closes the office
                                                         book

Later    not stated by then

possibly: the dates do not tell whether it had begun by then, or what came last
"""
    )


LONG = """\
- {id: a, date: 2020, title: Norway opens an office, countries: [norway],
   status: {The office of Norway: open}, sources: [book, film]}
- {id: b, date: 2024-09, title: Sweden closes the office, countries: [sweden],
   status: {The office of Norway: closed by Sweden, Envoy: gone}, sources: [book]}
- {id: c, date: 2024, title: It moves, countries: [sweden], status: {The office of Norway: moved}}
- {id: d, date: 2021, title: It moves to a place of which nobody has heard, countries: [sweden],
   status: {House: used}}
"""


def test_what_is_long_is_wrapped_and_what_is_certain_is_bold(write: Write) -> None:
    assert (
        styled("table", status(write("e.yaml", LONG), "2024-09-15"), 72)
        == """\
bold[All relations · on 15 Sep 2024]  dim[3 states, 2 of them not certain]

dim[Subject]              dim[State]               dim[Since]  dim[By]
The office of        open, possibly       2020  Norway opens an office
Norway               closed by                  book, film
                     Sweden or moved

House                bold[used]                 2021  It moves to a place of
                                                which nobody has heard

Envoy                possibly gone,   Sep 2024  Sweden closes the office
                     else not stated            book

dim[possibly: the dates do not tell whether it had begun by then, or what]
dim[came last]
"""
    )


def test_plain_lines_have_every_key(write: Write) -> None:
    assert (
        written("plain", status(write("e.yaml", LONG), "2024-09-15"))
        == """\
The office of Norway\topen\t2020\tpossible\ta\tNOR; SWE\tclosed by Sweden; moved\tbook; film
House\tused\t2021\tcertain\td\tSWE\t\t
Envoy\t\t2024-09\tpossible\tb\tSWE\tgone\tbook
"""
    )
    assert (
        written("plain", history(write("e.yaml", FILE), "2024"))
        == """\
House\t\t\tpossible\tc\tNOR\tused\t\t
Office\topen\t2020\tcertain\ta\tNOR; SWE\t\tbook (page 1)\t2024-09
Office\tclosed\t2024-09\tcertain\tb\tNOR; SWE\t\tbook; book (page 2)\t
Envoy\tgone\t2024-09\tcertain\tb\tSWE\t\tbook; book (page 2)\t
"""
    )


def test_a_title_says_whose_relations_they_are() -> None:
    clauses = (frozenset({"NOR"}), frozenset({"SWE"}))
    report = reports.status([], clauses, day("2024-09-15"), Names(Vocabulary()))
    assert report.title == "Norway and Sweden · on 15 Sep 2024"


def test_an_open_start_is_always_and_an_unknown_one_is_not_told(write: Write) -> None:
    text = "".join(
        f"- {{id: {name}, date: {when}, title: T, countries: [norway], status: {{{name}: so}}}}\n"
        for name, when in (("a", "../1990"), ("b", "/1990"))
    )
    lines = written("table", status(write("e.yaml", text), "2000")).splitlines()
    assert [line.split()[2:-1] for line in (lines[3], lines[5])] == [
        ["always"],
        ["start", "not", "told"],
    ]


def test_what_is_certain_needs_no_footnote(write: Write) -> None:
    text = "- {id: a, date: 2020, title: T, countries: [norway], status: {Office: open}}\n"
    assert (
        written("table", status(write("e.yaml", text), "2021"))
        == """\
All relations · on 31 Dec 2021  1 state

Subject  State  Since  By
Office   open    2020  T
"""
    )


def test_a_history(write: Write) -> None:
    report = history(write("e.yaml", FILE), "2024")
    assert [c.key for c in report.columns][-2:] == ["sources", "until"]
    assert (
        written("table", report, width=100)
        == """\
Norway · until 31 Dec 2024  4 states, 1 of them not certain

         Since     Until  State                           By
── House ─────────────────────────────────────────────────────────────────────────
start not told            possibly used, else not stated  Somebody lives there
── Office ────────────────────────────────────────────────────────────────────────
          2020  Sep 2024  open                            Norway opens an office
                                                          book
      Sep 2024            closed                          Sweden closes the office
                                                          book
── Envoy ─────────────────────────────────────────────────────────────────────────
      Sep 2024            gone                            Sweden closes the office
                                                          book

possibly: the dates do not tell whether it had begun by then, or what came last
"""
    )


def test_nothing_is_the_title_alone(write: Write) -> None:
    assert written("table", status(write("e.yaml", ONE), "2024")) == (
        "All relations · on 31 Dec 2024  0 states\n"
    )


ONE = "- {date: 2020, title: T, countries: [norway]}\n"


@pytest.mark.parametrize(
    ("on", "subject", "state"),
    [
        ("2024-05-27", "Recognition of Palestine by Norway", None),
        ("2024-05-28", "Recognition of Palestine by Norway", ("recognised", "certain", ())),
        ("2024-12-01", "Embassy of Afghanistan in Oslo", ("closed", "certain", ())),
        ("2025-04-01", "Embassy of Afghanistan in Oslo", ("open", "certain", ())),
        ("2024-09-15", "Embassy of Afghanistan in Oslo", (None, "possible", ("closed",))),
        ("2024-08-31", "Embassy of Afghanistan in Oslo", None),
        ("2022", "Embassy of Norway in Kabul", ("closed", "certain", ())),
        ("2010-12-31", "Palestinian mission in Oslo", ("embassy", "certain", ())),
        ("2021-07-31", "Development aid from Norway to Afghanistan", ("given", "certain", ())),
        (
            "2024",
            "Development aid from Norway to Afghanistan",
            ("given", "possible", ("suspended",)),
        ),
        ("2025-06-20", "Development aid from Norway to Afghanistan", ("suspended", "certain", ())),
    ],
)
def test_the_bundled_file(on: str, subject: str, state: object) -> None:
    found = {s.name: s for s in relations.subjects(loading.load([loading.bundled()]).events)}
    standing = relations.standing(found[subject], day(on))
    assert (standing and (standing.state, standing.match, standing.possible)) == state
