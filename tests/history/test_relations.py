"""The state of relations: small files, worked out on paper first."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.history.relations import (
    IN_FORCE,
    INEXACT,
    WITHHELD,
    Effect,
    Past,
    Standing,
    Subject,
    events_behind,
    history,
    panel,
    past,
    periods,
    standing,
    subjects,
    turns,
)
from diplo.model import dates
from diplo.model.dates import CERTAIN, POSSIBLE, Window, parse, parse_bound
from diplo.model.events import Event
from tests.calls import calls_of
from tests.tables import each_of


def day(text: str) -> int:
    return parse_bound(text, date(2025, 1, 1)).last


def events(*effects: str) -> list[Event]:
    """Return events of dates and the states that they make true of one subject."""
    pairs = [effect.split(" ", 1) for effect in effects]
    return [
        Event(f"{state}-{number}", parse(when), "T", ("NOR",), status={"Office": state})
        for number, (when, state) in enumerate(pairs)
    ]


def office(*effects: str) -> Subject:
    (subject,) = subjects(events(*effects), {})
    return subject


def on(when: str, *effects: str) -> Standing | None:
    return standing(office(*effects), day(when))


def told(found: Standing | None) -> tuple[str | None, tuple[str, ...], str | None]:
    assert found is not None
    assert found.match == (POSSIBLE if [*found.possible] else CERTAIN)
    return found.state, tuple(found.possible), found.effect.since.edtf if found.effect else None


# Effects, a day (or the last of a period), and the state, the other possible ones and its start.
FOLDS = [
    # Days: from the day on, until another changes it.
    ("2024-05-28 yes", "2024-05-28", ("yes", (), "2024-05-28")),
    ("2024-05-28 yes", "2050", ("yes", (), "2024-05-28")),
    ("2020-01-01 open; 2021-01-01 closed", "2020-12-31", ("open", (), "2020-01-01")),
    ("2020-01-01 open; 2021-01-01 closed", "2021-01-01", ("closed", (), "2021-01-01")),
    ("2021-01-01 closed; 2020-01-01 open", "2021-01-01", ("closed", (), "2021-01-01")),
    # Months and years: possible in their course, certain at their end.
    ("2024-09 closed", "2024-09-15", (None, ("closed",), "2024-09")),
    ("2024-09 closed", "2024-09-30", ("closed", (), "2024-09")),
    ("2020 open; 2024-09 closed", "2024-09-15", ("open", ("closed",), "2020")),
    ("2020 open; 2024-09 closed", "2024-09", ("closed", (), "2024-09")),
    # Two in one month: the order is that of the file, and the other stays possible.
    ("2024-09 closed; 2024-09 open", "2024-10", ("open", ("closed",), "2024-09")),
    # The later one begins after the other's latest day, and that one drops out.
    ("2023 closed; 2024 open", "2024-06", ("closed", ("open",), "2023")),
    ("2023 closed; 2024 open", "2024", ("open", (), "2024")),
    ("2023 closed; 2023-06 open", "2024", ("closed", ("open",), "2023")),
    # A certain one drops what began before it, also where that is only possible.
    ("[2019..2020] open; 2022? closed; 2023 open", "2024", ("open", (), "2023")),
    # What begins about then may still do so when one between has dropped out.
    ("2001~ a; 2002-02 b; 2002-06-01 c", "2003", ("c", ("a",), "2002-06-01")),
    ("2001~ a; 2002-02 a; 2002-06-01 c", "2003", ("c", ("a",), "2002-06-01")),
    # Sets: the order of timelines puts [..2024-09] after 2024-09, the order of folding does not.
    ("2024-09 open; [..2024-09] closed", "2024-10", ("open", ("closed",), "2024-09")),
    ("[..2024-09] open; 2024-09-30 closed", "2024-10", ("closed", ("open",), "2024-09-30")),
    ("[..2024-09] open; 2024-10 closed", "2024-10", ("closed", (), "2024-10")),
    ("[..2024-09] open", "1900", (None, ("open",), "[..2024-09]")),
    ("[2002..] open", "2001", None),
    ("[2002..] open", "2030", (None, ("open",), "[2002..]")),
    ("2001 closed; [2002..] open", "2030", ("closed", ("open",), "2001")),
    ("[2001..2021-08] given; [2021-08..2025] cut", "2026", ("cut", ("given",), "[2021-08..2025]")),
    ("[2001..2021-08] given; [2021-09..2025] cut", "2026", ("cut", (), "[2021-09..2025]")),
    ("[2001..2021-08] given; [2021-08..2025] cut", "2022", ("given", ("cut",), "[2001..2021-08]")),
    # Spans: the start counts, and the end of an event ends no effect.
    ("2021-08/.. closed", "2021-08-15", (None, ("closed",), "2021-08")),
    ("2021-08/.. closed", "2022", ("closed", (), "2021-08")),
    ("1990/1995 given", "2000", ("given", (), "1990")),
    ("1990/1995 given; 1993 cut", "2000", ("cut", (), "1993")),
    ("2021/ open", "2022", ("open", (), "2021")),
    ("/2021-08 open", "1900", (None, ("open",), None)),
    ("/2021-08 open", "2021-08-31", ("open", (), None)),
    # A span without a start lasts until the month in which another state begins.
    ("/2021-08 open; 2021-08 closed", "2022", ("closed", (), "2021-08")),
    ("/2021-08 open; 2021-09 closed", "2022", ("closed", (), "2021-09")),
    ("/2021-08 o; [2021-07-31..2022] c", "2022", ("c", ("o",), "[2021-07-31..2022]")),
    ("../2021-08 open", "0001", ("open", (), None)),
    ("../2021-08 open; 2000 closed", "2000", ("closed", (), "2000")),
    ("/.. open", "0001", (None, ("open",), None)),
    ("/.. open", "2030", (None, ("open",), None)),
    ("2000 closed; /.. open", "2030", ("closed", ("open",), "2000")),
    # About: both ends are wider by a year, a month, a day.
    ("1994~ open", "1992", None),
    ("1994~ open", "1993", (None, ("open",), "1994~")),
    ("1994~ open", "1994", (None, ("open",), "1994~")),
    ("1994~ open", "1995", ("open", (), "1994~")),
    ("1994~ open; 1995-06 closed", "1996", ("closed", ("open",), "1995-06")),
    ("1994~ open; 1996 closed", "1996", ("closed", (), "1996")),
    ("1994~/.. open; 1996-02~ closed", "1996", ("closed", (), "1996-02~")),
    # What comes last is told by the dates as they are stated.
    ("1994~/1996 open; 1995-06 closed", "2000", ("closed", ("open",), "1995-06")),
    ("1994/1994-05~ open; 1994-06-10 closed", "2000", ("closed", ("open",), "1994-06-10")),
    ("/1994~ open", "1994", (None, ("open",), None)),
    ("/1994~ open", "1995", ("open", (), None)),
    # Perhaps: never certain, until a certain one begins after it.
    ("1994? open", "1993", None),
    ("1994? open", "2024", (None, ("open",), "1994?")),
    ("1990 closed; 1994? open", "2024", ("closed", ("open",), "1990")),
    ("1990 closed; 1994? open; 1995 closed", "2024", ("closed", (), "1995")),
    ("1990 closed; 1994? open; 1994 closed", "2024", ("closed", ("open",), "1994")),
    ("1990 closed; 1994 closed; 1994? open", "2024", ("closed", ("open",), "1990")),
    ("1994% open; 1995 closed", "2024", ("closed", ("open",), "1995")),
    ("1994% open; 1996 closed", "2024", ("closed", (), "1996")),
    ("1994?/.. open", "2024", (None, ("open",), "1994?")),
    ("1994/1995? open", "2024", ("open", (), "1994")),
    ("/1995? open", "2024", (None, ("open",), None)),
    # What only repeats a state begins nothing: it is so since the first that says it.
    ("2020 open; 2022 open", "2024", ("open", (), "2020")),
    ("2018 closed; 2020 open; 2022 open", "2024", ("open", (), "2020")),
    ("2020 open; 2021 closed; 2022 open", "2024", ("open", (), "2022")),
    ("2020 open; 2021? closed; 2022 open", "2024", ("open", (), "2022")),
    ("2020 open; [..2024] open", "2024", ("open", (), "2020")),
    ("2019? open; 2020 open", "2024", ("open", (), "2020")),
    ("2020? open; 2021? open", "2024", (None, ("open",), "2020?")),
    # Several others, in the order in which they may have begun.
    ("2019? a; 2020? b; 2021? c", "2024", (None, ("a", "b", "c"), "2021?")),
    ("2018 z; 2019? a; 2020? z; 2021? c", "2024", ("z", ("a", "c"), "2018")),
]


@each_of(("effects", "when", "expected"), FOLDS)
def test_the_fold(
    effects: str, when: str, expected: tuple[str | None, tuple[str, ...], str | None] | None
) -> None:
    found = on(when, *effects.split("; "))
    assert (told(found) if found else None) == expected


def orders(effects: str) -> list[tuple[int, int]]:
    return [effect.order for effect in office(*effects.split("; ")).effects]


@each_of(
    ("effects", "when", "expected"),
    [fold for fold in FOLDS if len(set(orders(fold[0]))) == len(orders(fold[0]))],
)
def test_the_order_of_the_file_does_not_matter_where_dates_tell_it(
    effects: str, when: str, expected: object
) -> None:
    told_backwards = [*reversed(events(*effects.split("; ")))]
    (subject,) = subjects(told_backwards, {})
    found = standing(subject, day(when))
    assert (told(found) if found else None) == expected


def test_the_order_of_the_file_decides_between_two_of_one_date() -> None:
    assert told(on("2025", "2024-09 closed", "2024-09 open"))[:2] == ("open", ("closed",))
    assert told(on("2025", "2024-09 open", "2024-09 closed"))[:2] == ("closed", ("open",))


AS_OF = date(2025, 6, 20)


def test_what_stands_without_a_start_is_certain_from_the_last_day_of_the_file_on() -> None:
    spoken = {"open-0": AS_OF}
    (subject,) = subjects(events("/.. open"), spoken)
    assert told(standing(subject, AS_OF.toordinal() - 1)) == (None, ("open",), None)
    assert told(standing(subject, AS_OF.toordinal())) == ("open", (), None)
    (subject,) = subjects(events("/2021 open"), spoken)  # which ended
    assert told(standing(subject, day("2020"))) == (None, ("open",), None)
    assert told(standing(subject, day("2021"))) == ("open", (), None)


def test_what_begins_after_the_last_day_of_a_file_ends_what_stood_by_then() -> None:
    (subject,) = subjects(events("/.. open", "2026-03 closed"), {"open-0": AS_OF})
    assert told(standing(subject, day("2026-02"))) == ("open", (), None)
    assert told(standing(subject, day("2026"))) == ("closed", (), "2026-03")
    assert [told(row) for row in history(subject, day("2026"))] == [
        ("open", (), None),
        ("closed", (), "2026-03"),
    ]
    assert [turn.state for turn in turns(subject)] == ["open", "closed"]


def test_what_stands_without_a_start_had_begun_by_the_last_day_of_its_own_file() -> None:
    (subject,) = subjects(events("/.. open", "/.. busy"), {"busy-1": AS_OF, "other": AS_OF})
    assert [effect.start.last for effect in subject.effects] == [AS_OF.toordinal(), dates.END]


@each_of(
    ("effects", "when", "dated"),
    [
        ("/.. open", "2030", False),
        ("/2010 open", "2005", False),
        ("/2010 open; 2010 closed", "2005", False),
        ("/2010 open; 2010 closed", "2010", True),
        ("/.. open; 2010 closed", "2030", True),
        ("/.. open; /2010 closed", "2030", False),
        ("../2010 open", "2005", True),
        ("2010? open", "2030", True),
    ],
)
def test_a_state_of_which_no_start_is_told(effects: str, when: str, dated: bool) -> None:  # noqa: FBT001
    found = on(when, *effects.split("; "))
    assert found is not None
    assert found.dated is dated


def test_subjects_come_in_the_order_of_their_first_event_with_the_countries_of_all() -> None:
    both = [
        Event("b", parse("2021"), "B", ("SWE", "NOR"), status={"One": "x", "Two": "x"}),
        Event("a", parse("2020"), "A", ("NOR", "DNK"), status={"Two": "y"}),
        Event("c", parse("2019"), "C", ("ISL",)),
    ]
    found = subjects(both, {})
    assert [(subject.name, subject.countries) for subject in found] == [
        ("Two", ("NOR", "DNK", "SWE")),
        ("One", ("SWE", "NOR")),
    ]
    assert [effect.state for effect in found[0].effects] == ["y", "x"]


def test_what_is_behind_a_day_may_have_begun_by_then() -> None:
    subject = office("2020 a", "2021 b", "2022 c")
    assert [event.id for event in events_behind([subject], day("2021-06"))] == ["a-0", "b-1"]


# Effects, a day, and each state, the other possible ones, its start and its end.
HISTORIES = [
    ("2020 o; 2021 c", "2030", [("o", (), "2020", "2021"), ("c", (), "2021", None)]),
    ("2020 o; 2021 c", "2020", [("o", (), "2020", None)]),
    ("2020 o; 2021 c", "2019", []),
    ("2020 o; 2021 o; 2022 no", "2030", [("o", (), "2020", "2022"), ("no", (), "2022", None)]),
    ("2020 a; 2020 b", "2030", [("a", (), "2020", "2020"), ("b", ("a",), "2020", None)]),
    ("2020 a; [..2020] b", "2030", [("b", (), "[..2020]", "2020"), ("a", ("b",), "2020", None)]),
    # What only possibly has begun leaves the state before it possible too.
    ("2020 a; 2024 b", "2024-09-15", [("a", (), "2020", "2024"), ("a", ("b",), "2024", None)]),
    ("2024-09 b", "2024-09-15", [(None, ("b",), "2024-09", None)]),
    ("2020 a; /.. b", "2030", [("a", (), "2020", None), ("a", ("b",), None, None)]),
    ("2000 o; 2005? c; 2010 m", "2030",
     [("o", (), "2000", "2005?"), ("o", ("c",), "2005?", "2010"), ("m", (), "2010", None)]),
    ("2000 o; 2005? c; 2010 c", "2030",
     [("o", (), "2000", "2005?"), ("o", ("c",), "2005?", "2010"), ("c", (), "2010", None)]),
    ("2000 o; 2005? c; 2010 o", "2030",
     [("o", (), "2000", "2005?"), ("o", ("c",), "2005?", "2010"), ("o", (), "2010", None)]),
    ("2000 o; 2005? o", "2030", [("o", (), "2000", None)]),
    ("2019? a; 2020 a", "2030", [(None, ("a",), "2019?", "2020"), ("a", (), "2020", None)]),
]  # fmt: skip


@each_of(("effects", "when", "expected"), HISTORIES)
def test_the_history(effects: str, when: str, expected: list[object]) -> None:
    found = history(office(*effects.split("; ")), day(when))
    assert [
        (*told(state), state.until.since.edtf if state.until else None) for state in found
    ] == expected


DATES = st.sampled_from(
    (
        *("2020", "2020-06", "2020-06-15", "2021", "2021?", "2020~", "[..2020]", "[2020..]", "/.."),
        *("[2019..2021]", "2020/..", "/2020", "2020/2021", "202X", "2020%", "../2021"),
        *("2020-06~", "2020?", "2021-12-31"),
    )
)
EFFECTS = st.lists(st.tuples(DATES, st.sampled_from("abc")).map(" ".join), min_size=1, max_size=6)


@given(EFFECTS, st.integers(day("2018"), day("2031")))
def test_what_holds_is_what_some_order_of_the_days_allows(effects: list[str], when: int) -> None:
    subject = office(*effects)
    found = standing(subject, when)
    begun = [e for e in subject.effects if dates.begun_by(e.start, when)]
    assert (found is None) == (not begun)
    if found:
        certain = [e for e in begun if e.has_begun_by(when)]
        assert (found.state is None) == (not certain)
        assert {found.state, *found.possible} - {None} <= {e.state for e in begun}
        assert found.state not in tuple(found.possible)
        # Whatever may have begun last is named: no certain one surely came later.
        for number, effect in enumerate(begun):
            if not any(effect.ended_by(other) for other in begun[number:] if other in certain):
                assert effect.state in (found.state, *found.possible)


@given(EFFECTS, st.integers(day("2018"), day("2031")))
def test_a_history_ends_with_what_holds(effects: list[str], when: int) -> None:
    subject = office(*effects)
    states, found = history(subject, when), standing(subject, when)
    assert bool(states) == (found is not None)
    if found:
        assert found.subject is subject
        last = states[-1]
        assert (last.state, *last.possible) == (found.state, *found.possible)
        assert last.until is None
    for one, other in itertools.pairwise(states):
        assert one.until == other.effect
        assert (one.state, *one.possible) != (other.state, *other.possible)


def test_twice_the_effects_take_some_twice_the_steps() -> None:
    def steps(number: int) -> int:
        many = office(*(f"{1000 + n}~ {'open' if n % 2 else 'closed'}" for n in range(number)))
        return calls_of(lambda: (standing(many, day("2030")), history(many, day("2030"))))

    assert steps(600) < 2.5 * steps(300)


def test_what_else_is_possible_is_not_listed_unless_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed: list[object] = []
    states = history(office(*(f"{1000 + n}? s{n}" for n in range(900))), day("2030"))
    monkeypatch.setattr(type(states[0].possible), "__iter__", listed.append)
    assert [row.match for row in states] == [POSSIBLE] * 900
    assert past(states[0].subject, day("2030"), closed).stretches
    assert listed == []


def test_what_has_dropped_out_is_not_possible_later_and_was_before() -> None:
    effects = ("2001? a", "2002? b", "/2002 c", "2003? d", "2005 e", "2006? f", "2006? f")
    states = history(office(*effects), day("2030"))
    assert [(row.state, *row.possible) for row in states] == [
        (None, "a"),
        ("c", "a"),
        ("c", "a", "b"),
        ("c", "a", "b", "d"),
        ("e",),
        ("e", "f"),
    ]


def closed(effect: Effect) -> bool:
    return effect.state == "closed"


def drawn(found: Past) -> tuple[list[str], list[str]]:
    """Return stretches and changes in words."""

    def said(ordinal: int) -> str:
        return date.fromordinal(ordinal).isoformat() if ordinal else "-"

    return (
        [
            f"{said(s.first)} {said(s.last)} {s.state} {s.kind}{' former' * s.is_former}"
            for s in found.stretches
        ],
        [
            f"{said(c.first)} {said(c.day)}{' bounds' * c.bound}{'' if c.certain else ' ?'}"
            for c in found.changes
        ],
    )


# Effects, a day, stretches and changes.
STRIPS = [
    (
        "2020-01-05 open; 2021-03-01 closed",
        "2021-06-30",
        [
            "2020-01-05 2021-02-28 open in force former",
            "2021-03-01 2021-06-30 closed withheld",
        ],
        ["2020-01-05 2020-01-05", "2021-03-01 2021-03-01"],
    ),
    # The days of a set only bound the change.
    (
        "[2020-01-05..2021] open",
        "2022",
        ["2020-01-05 2021-12-30 open inexact", "2021-12-31 2022-12-31 open in force"],
        ["2020-01-05 2021-12-31 bounds"],
    ),
    # Before the first certain day a start is not exact.
    (
        "2020-01-05 open; 2021 closed",
        "2022",
        [
            "2020-01-05 2020-12-31 open in force former",
            "2021-01-01 2021-12-30 closed inexact",
            "2021-12-31 2022-12-31 closed withheld",
        ],
        ["2020-01-05 2020-01-05", "2021-01-01 2021-12-31"],
    ),
    # What may have begun by the day is a doubtful change then.
    (
        "2025 open",
        "2025-06-20",
        ["2025-01-01 2025-06-19 open inexact", "2025-06-20 2025-06-20 open inexact"],
        ["2025-01-01 2025-06-20 ?"],
    ),
    # What is doubted is a doubtful change, and leaves what was before.
    (
        "2000-01-01 open; 2005? closed",
        "2006",
        [
            "2000-01-01 2004-12-31 open in force",
            "2005-01-01 2005-12-30 closed inexact",
            "2005-12-31 2006-12-31 open in force",
        ],
        ["2000-01-01 2000-01-01", "2005-01-01 2005-12-31 ?"],
    ),
    # Without a start there is no change, and a former state is known by what followed.
    (
        "/2010-12 mission; 2010-12 embassy",
        "2011",
        [
            "- 2010-12-31 mission inexact former",
            "2010-12-31 2011-12-31 embassy in force",
        ],
        ["2010-12-01 2010-12-31"],
    ),
    (
        "/2010 mission; 2020-01-01 embassy",
        "2020",
        [
            "- 2010-12-31 mission inexact",
            "2011-01-01 2019-12-31 mission in force former",
            "2020-01-01 2020-12-31 embassy in force",
        ],
        ["2020-01-01 2020-01-01"],
    ),
    ("/.. open", "2030", ["- 2030-12-31 open inexact"], []),
    ("../1990 open", "2000", ["- 2000-12-31 open in force"], []),
    # Two of one month: the file tells the order.
    (
        "2024-09 closed; 2024-09 open",
        "2024",
        [
            "2024-09-01 2024-09-29 closed inexact",
            "2024-09-30 2024-09-30 closed withheld former",
            "2024-09-30 2024-12-31 open in force",
        ],
        ["2024-09-01 2024-09-30", "2024-09-01 2024-09-30"],
    ),
    # A later change that is exact does not wait for an earlier one that is not.
    (
        "1994~ open; 1994-12-31 closed",
        "1995-06-30",
        [
            "1993-01-01 1994-12-30 open inexact",
            "1994-12-31 1994-12-31 open inexact former",
            "1994-12-31 1995-06-30 closed withheld",
        ],
        ["1993-01-01 1994-12-31 ?", "1994-12-31 1994-12-31"],
    ),
    # One that says the same more exactly counts, but not one that is doubted.
    (
        "2019-01-01 open; 2021~ closed; 2021 closed",
        "2022",
        [
            "2019-01-01 2019-12-31 open in force former",
            "2020-01-01 2021-12-30 closed inexact",
            "2021-12-31 2022-12-31 closed withheld",
        ],
        ["2019-01-01 2019-01-01", "2020-01-01 2021-12-31"],
    ),
    (
        "2020~ open; 2020? closed",
        "2022",
        [
            "2019-01-01 2021-12-30 open inexact",
            "2021-12-31 2021-12-31 open in force",
            "2021-12-31 2022-12-31 open in force",
        ],
        ["2019-01-01 2021-12-31", "2020-01-01 2021-12-31 ?"],
    ),
    ("2030 open", "2020", [], []),
]


@each_of(("effects", "when", "stretches", "changes"), STRIPS)
def test_a_strip(effects: str, when: str, stretches: list[str], changes: list[str]) -> None:
    found = past(office(*effects.split("; ")), day(when), closed)
    assert drawn(found) == (stretches, changes)


DATED = st.lists(
    st.tuples(DATES.filter(lambda text: not text.startswith("/")), st.sampled_from("abc")).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
)


@given(DATED, st.integers(day("2018"), day("2031")))
def test_a_strip_shows_what_holds_on_each_day(effects: list[str], when: int) -> None:
    subject = office(*effects)
    found = past(subject, when, closed)
    assert all(s.first <= s.last <= when for s in found.stretches)
    assert all(c.first <= c.day <= when for c in found.changes)
    for some in {day for s in found.stretches for day in (s.first, s.last) if day}:
        shown = [s for s in found.stretches if s.first <= some <= s.last][-1]
        holds = standing(subject, some)
        if shown.kind != INEXACT:
            assert holds is not None
            assert holds.state == shown.state


def test_the_kinds_of_stretches_are_told_apart() -> None:
    assert len({IN_FORCE, WITHHELD, INEXACT}) == 3


def in_periods(
    subject: Subject, unit: str, first: str, last: str
) -> list[tuple[str | int | None, ...]]:
    window = Window(parse_bound(first, date(2025, 1, 1)).first, day(last))
    found = panel(subject, periods(window, unit))
    return [
        (row.period.text, row.start, row.end, row.first, row.last, row.changes) for row in found
    ]


# Effects, and the rows of the years from 2019 to 2022.
PANELS = [
    (
        "2020-05-01 open; 2021 closed",
        [
            ("2019", None, None, None, None, 0),
            ("2020", None, "open", "open", "open", 1),
            ("2021", "open", "closed", "open", "closed", 1),  # on its last day
            ("2022", "closed", "closed", "closed", "closed", 0),
        ],
    ),
    (
        "2020-02 a; 2020-03 b; 2020-07-01 a; 2020-08-01 a",
        [
            ("2019", None, None, None, None, 0),
            ("2020", None, "a", "a", "a", 3),
            ("2021", "a", "a", "a", "a", 0),
            ("2022", "a", "a", "a", "a", 0),
        ],
    ),
    (
        "2000 open; 2021-01-01 closed; 2022-12-31 open",
        [
            ("2019", "open", "open", "open", "open", 0),
            ("2020", "open", "open", "open", "open", 0),
            ("2021", "closed", "closed", "closed", "closed", 1),  # on the first day
            ("2022", "closed", "open", "closed", "open", 1),
        ],
    ),
    # What is doubted never counts, and what is not exact counts on its last day.
    (
        "2018? open; 2020/2021 a; [2019..2022] b",
        [
            ("2019", None, None, None, None, 0),
            ("2020", None, "a", "a", "a", 1),
            ("2021", "a", "a", "a", "a", 0),
            ("2022", "a", "b", "a", "b", 1),
        ],
    ),
    # A state whose start is not told is known by its end, which is no change.
    (
        "/2020 a; 2021 b",
        [
            ("2019", None, None, None, None, 0),
            ("2020", None, "a", "a", "a", 0),
            ("2021", "a", "b", "a", "b", 1),
            ("2022", "b", "b", "b", "b", 0),
        ],
    ),
    ("/.. a; [2002..] b", [(f"{year}", None, None, None, None, 0) for year in range(2019, 2023)]),
    # One that is only certain later than what followed it changes nothing.
    (
        "2020~ a; 2020-12-31 b",
        [
            ("2019", None, None, None, None, 0),
            ("2020", None, "b", "b", "b", 1),
            ("2021", "b", "b", "b", "b", 0),
            ("2022", "b", "b", "b", "b", 0),
        ],
    ),
]


@each_of(("effects", "rows"), PANELS)
def test_a_panel(effects: str, rows: list[object]) -> None:
    assert in_periods(office(*effects.split("; ")), "year", "2019", "2022") == rows


def test_a_panel_of_months_keeps_to_the_days_asked_for() -> None:
    subject = office("2020-01-20 a", "2020-03-01 b", "2020-03-02 c")
    assert in_periods(subject, "month", "2020-01-25", "2020-03-01") == [
        ("2020-01", "a", "a", "a", "a", 0),
        ("2020-02", "a", "a", "a", "a", 0),
        ("2020-03", "b", "b", "b", "b", 1),
    ]
    found = list(periods(Window(1, day("0001-02")), "month"))
    assert [(period.text, period.first, period.last) for period in found] == [
        ("0001-01", 1, 31),
        ("0001-02", 32, 59),
    ]
    *_, last = periods(Window(day("9998"), day("9999-12-31")), "year")
    assert (last.text, last.last) == ("9999", dates.END - 1)


@given(EFFECTS)
def test_a_panel_is_what_holds_on_the_days_of_each_period(effects: list[str]) -> None:
    subject = office(*effects)

    def state(when: int) -> str | None:
        found = standing(subject, when)
        return found.state if found else None

    turning = {effect.start.last for effect in subject.effects}
    for row in panel(subject, periods(Window(day("2018"), day("2024")), "year")):
        first, last = row.period.first, row.period.last
        inside = sorted(when for when in turning if first <= when <= last)
        states = [*map(state, (first - 1, *inside, last))]
        assert row.subject == subject.name
        assert (row.start, row.end) == (state(first), state(last))
        assert row.last == row.end
        within = [turn for turn in turns(subject) if first <= turn.day <= last]
        assert row.changes == sum(turn.dated for turn in within)
        # Of several on one day, only the last is seen from outside.
        seen = sum(one != other for one, other in itertools.pairwise(states))
        alone = len({turn.day for turn in within}) == len(within)
        assert seen == len(within) if alone else seen < len(within)
        if alone:
            known = [each for each in (state(first), *states[1:]) if each is not None]
            assert row.first == (known[0] if known else None)


def test_a_panel_of_twice_the_effects_takes_some_twice_the_steps_at_most() -> None:
    def steps(number: int) -> int:
        many = office(*(f"{1400 + n} {'open' if n % 2 else 'closed'}" for n in range(number)))
        return calls_of(lambda: [*panel(many, years)])

    years = list(periods(Window(day("1799"), day("1999")), "year"))
    assert steps(600) < 2.5 * steps(300)


def test_what_has_begun_by_the_last_day_of_the_calendar_has_turned() -> None:
    assert [(turn.day, turn.state) for turn in turns(office("2030 a", "9999 b", "[2040..] c"))] == [
        (day("2030"), "a"),
        (day("9999"), "b"),
    ]
