"""The state of relations: small files, worked out on paper first."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo import dates
from diplo.dates import CERTAIN, POSSIBLE, parse, parse_bound
from diplo.events import Event
from diplo.relations import Standing, Subject, history, standing, subjects


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
    (subject,) = subjects(events(*effects))
    return subject


def on(when: str, *effects: str) -> Standing | None:
    return standing(office(*effects), day(when))


def told(found: Standing | None) -> tuple[str | None, tuple[str, ...], str | None]:
    assert found is not None
    assert found.match == (POSSIBLE if found.possible else CERTAIN)
    return found.state, found.possible, found.effect.since.edtf if found.effect else None


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
    # Two in one month: the order is not told, the ids decide and the other stays possible.
    ("2024-09 closed; 2024-09 open", "2024-10", ("open", ("closed",), "2024-09")),
    # The later one begins after the other's latest day, and that one drops out.
    ("2023 closed; 2024 open", "2024-06", ("closed", ("open",), "2023")),
    ("2023 closed; 2024 open", "2024", ("open", (), "2024")),
    ("2023 closed; 2023-06 open", "2024", ("closed", ("open",), "2023")),
    # A certain one drops what began before it, also where that is only possible.
    ("[2019..2020] open; 2022? closed; 2023 open", "2024", ("open", (), "2023")),
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
    ("/2021-08 open; 2021-08 closed", "2022", ("closed", ("open",), "2021-08")),
    ("/2021-08 open; 2021-09 closed", "2022", ("closed", (), "2021-09")),
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
    ("/1994~ open", "1994", (None, ("open",), None)),
    ("/1994~ open", "1995", ("open", (), None)),
    # Perhaps: never certain, until a certain one begins after it.
    ("1994? open", "1993", None),
    ("1994? open", "2024", (None, ("open",), "1994?")),
    ("1990 closed; 1994? open", "2024", ("closed", ("open",), "1990")),
    ("1990 closed; 1994? open; 1995 closed", "2024", ("closed", (), "1995")),
    ("1990 closed; 1994? open; 1994 closed", "2024", ("closed", ("open",), "1990")),
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


@pytest.mark.parametrize(("effects", "when", "expected"), FOLDS)
def test_the_fold(
    effects: str, when: str, expected: tuple[str | None, tuple[str, ...], str | None] | None
) -> None:
    found = on(when, *effects.split("; "))
    assert (told(found) if found else None) == expected


@pytest.mark.parametrize(("effects", "when", "expected"), FOLDS)
def test_the_order_of_the_file_does_not_matter(effects: str, when: str, expected: object) -> None:
    told_backwards = [*reversed(events(*effects.split("; ")))]
    (subject,) = subjects(told_backwards)
    found = standing(subject, day(when))
    assert (told(found) if found else None) == expected


def test_subjects_come_in_the_order_of_their_first_event_with_the_countries_of_all() -> None:
    both = [
        Event("b", parse("2021"), "B", ("SWE", "NOR"), status={"One": "x", "Two": "x"}),
        Event("a", parse("2020"), "A", ("NOR", "DNK"), status={"Two": "y"}),
        Event("c", parse("2019"), "C", ("ISL",)),
    ]
    found = subjects(both)
    assert [(subject.name, subject.countries) for subject in found] == [
        ("Two", ("NOR", "DNK", "SWE")),
        ("One", ("SWE", "NOR")),
    ]
    assert [effect.state for effect in found[0].effects] == ["y", "x"]


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
    ("2000 o; 2005? o", "2030", [("o", (), "2000", None)]),
    ("2019? a; 2020 a", "2030", [(None, ("a",), "2019?", "2020"), ("a", (), "2020", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("effects", "when", "expected"), HISTORIES)
def test_the_history(effects: str, when: str, expected: list[object]) -> None:
    found = history(office(*effects.split("; ")), day(when))
    assert [
        (*told(state), state.until.since.edtf if state.until else None) for state in found
    ] == expected


DATES = st.sampled_from(
    (
        *("2020", "2020-06", "2020-06-15", "2021", "2021?", "2020~", "[..2020]", "[2020..]", "/.."),
        *("[2019..2021]", "2020/..", "/2020", "2020/2021", "202X", "2020%", "../2021"),
    )
)
EFFECTS = st.lists(st.tuples(DATES, st.sampled_from("abc")).map(" ".join), min_size=1, max_size=6)


@given(EFFECTS, st.integers(day("2018"), day("2031")))
def test_what_holds_is_what_some_order_of_the_days_allows(effects: list[str], when: int) -> None:
    subject = office(*effects)
    found = standing(subject, when)
    begun = [e for e in subject.effects if dates.begun(e.event.date, when)]
    assert (found is None) == (not begun)
    if found:
        certain = [e for e in begun if dates.begun(e.event.date, when) == CERTAIN]
        assert (found.state is None) == (not certain)
        assert {found.state, *found.possible} - {None} <= {e.state for e in begun}
        assert found.state not in found.possible
        # Whatever may have begun last is named: no certain one begins after its latest day.
        for effect in begun:
            if all(other.start.first <= effect.start.last for other in certain):
                assert effect.state in (found.state, *found.possible)


@given(EFFECTS, st.integers(day("2018"), day("2031")))
def test_a_history_ends_with_what_holds(effects: list[str], when: int) -> None:
    subject = office(*effects)
    states, found = history(subject, when), standing(subject, when)
    assert bool(states) == (found is not None)
    if found:
        last = states[-1]
        assert (last.state, last.possible, last.until) == (found.state, found.possible, None)
    for one, other in itertools.pairwise(states):
        assert one.until == other.effect
        assert (one.state, one.possible) != (other.state, other.possible)


def test_many_effects_take_no_long_time() -> None:
    many = office(*(f"{1000 + n}~ {'open' if n % 2 else 'closed'}" for n in range(3000)))
    assert standing(many, day("2030")) is not None
    assert len(history(many, day("2030"))) > 1000
