"""Selecting and ordering events, and the parts of a timeline."""

import itertools
import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo import reading
from diplo.history.selection import (
    MAY_BELONG,
    PARTS,
    SORTS,
    STORY,
    UNDER_WAY,
    Alternatives,
    Filter,
    Match,
    Matcher,
    Query,
    Together,
    arrange,
    at_place,
    concerns,
    concerns_any,
    holds_words,
    names_in,
    nearest,
    of_other_type,
    of_type,
    part_of,
    sought,
    spoken,
    told_by,
    with_actor,
)
from diplo.model.dates import CERTAIN, ONGOING, POSSIBLE, Window, match, parse, parse_window
from diplo.model.events import Citation, Event
from tests.conftest import ONE_EVENT

VISIT = Event(
    id="visit",
    date=parse("2021-08"),
    title="Støre visits Łódź",
    countries=("NOR", "POL"),
    type="visit.state",
    actors=("Jonas Gahr Støre", "Andrzej Duda"),
    place="Łódź, Poland",
    summary="Talks on the Ærø straße",
    sources=(Citation("memoir"), Citation("press", "p. 3")),
    note="Norway’s – so to speak – doubt",
    status={"Secret subject": "secret state"},
)
COUNTRIES = {"NOR": "Norway", "POL": "Poland"}


def together(*codes: str, names: tuple[str, ...] = ()) -> Together:
    return Together(frozenset(codes), frozenset(names))


def words(*texts: str) -> Filter:
    return holds_words(texts, lambda code: COUNTRIES.get(code, ""))


BARE = Event("bare", parse("2021"), "Something", ("ISL",))


def event_of(event_id: str, when: str = "2021", title: str = "T") -> Event:
    return Event(event_id, parse(when), title, ("NOR",))


def matches_of(*events: Event) -> list[Match]:
    return [Match(event) for event in events]


def found_in(window: str | None, *events: Event) -> list[Match]:
    """Return the matches of events in a window, in their order."""
    matches = Matcher(Query(window=window_of(window)))
    return [found for found in map(matches, events) if found]


def window_of(text: str | None) -> Window | None:
    return parse_window(text, date(2025, 3, 31)) if text else None


def ids_of(matches: list[Match]) -> list[str]:
    return [match.event.id for match in matches]


# Each filter.


@pytest.mark.parametrize(
    "keeps",
    [
        concerns(frozenset({"NOR"})),
        concerns(frozenset({"AFG", "POL"})),
        of_type(["visit"]),
        of_type(["visit.state"]),
        of_type(["treaty", "visit"]),
        with_actor(["store"]),
        with_actor(["JONAS GAHR"]),
        with_actor(["nobody", "duda"]),
        at_place(["lodz"]),
        at_place(["Oslo", "POLAND"]),
        told_by(["memoir"]),
        told_by(["other", "press"]),
        with_actor(["jonas-gahr-store"]),
        with_actor(["nobody", "gahr-st"]),
        at_place(["lodz-poland"]),
        at_place(["lodz, pol"]),
        concerns_any((together("NOR", "POL"),)),
        concerns_any((together("SWE"), together("POL"))),
        concerns_any((together("NOR", names=("Andrzej Duda",)),)),
        concerns_any((together(names=("jonas-gahr store", "LODZ  POLAND")),)),
        words("store visits"),
        words("visits store"),
        words("aero STRASSE"),
        words("andrzej"),
        words('"store visits" pol'),
        words("nothing", "lodz, pol"),
        words("norway"),
        words("poland duda talks"),
        words("norway's doubt"),
        words('"’s - so"'),
        words("“NORWAY`S – SO”"),
        words("visits\xa0store"),
    ],
)
def test_a_filter_keeps_what_it_asks_for(keeps: Filter) -> None:
    assert keeps(VISIT)
    assert not keeps(BARE)


@pytest.mark.parametrize(
    "keeps",
    [
        concerns(frozenset({"SWE"})),
        concerns(frozenset()),
        of_type(["visit.state.second"]),
        of_type(["vis"]),
        of_type(["treaty"]),
        with_actor(["Stoltenberg"]),
        with_actor(["Poland"]),
        at_place(["Duda"]),
        told_by(["mem"]),
        told_by(["MEMOIR"]),
        told_by(["p. 3"]),
        with_actor(["+"]),
        with_actor(["duda-andrzej"]),
        at_place(["lodz poland x"]),
        concerns_any((together("NOR", "SWE"), together("ISL", "NOR"))),
        concerns_any((together(names=("Duda",)),)),
        concerns_any((together("ISL", names=("Andrzej Duda",)),)),
        words('"visits store"'),
        words("store nothing"),
        words("memoir"),
        words("secret"),
        words("visit.state"),
        words("ISL"),
    ],
)
def test_a_filter_drops_everything_else(keeps: Filter) -> None:
    assert not keeps(VISIT)
    assert not keeps(BARE)


def test_types_that_are_left_out_are_left_out_with_their_members() -> None:
    for families in (["visit"], ["treaty", "visit.state"]):
        assert not of_other_type(families)(VISIT)
        assert of_other_type(families)(BARE)


def test_the_names_of_countries_are_not_searched_where_they_are_not_told() -> None:
    assert not holds_words(["poland norway's talks store iceland"])(VISIT)
    assert not holds_words(["iceland"])(BARE)
    assert holds_words(["something"])(BARE)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ["one", "two"]),
        ('"one two" three', ["one two", "three"]),
        ('one"two three"four', ["one", "two three", "four"]),
        ("«Één» – ‘x’", ["een", "-", "'x'"]),
        ('6" gun', ["6", "gun"]),
        ('"', ['"']),
        ('""', ['""']),
        ('" a " b', ["a", "b"]),
        ("israel-palestine", ["israel-palestine"]),
    ],
)
def test_a_text_is_searched_for_by_words_and_quoted_phrases(text: str, parts: list[str]) -> None:
    assert sought(text) == parts


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Jonas Gahr Støre", "jonas-gahr-store"),
        ("Royal Palace, Oslo", "royal-palace-oslo"),
        ("Al-Ram", "al ram"),
        ("Israel–Palestine", "israel palestine"),
        ("(PLO)", "plo"),
    ],
)
def test_a_name_is_compared_as_it_is_spoken(name: str, other: str) -> None:
    assert spoken(name) == spoken(other)


def test_names_that_are_spoken_otherwise_are_others() -> None:
    names = ["Harald V", "Harald", "HaraldV", "Harald V.", "挪威", "+", "="]
    assert len({*map(spoken, names)}) == len(names)
    assert names_in(VISIT) == {"jonas gahr store", "andrzej duda", "lodz poland"}
    assert names_in(BARE) == set()


# A query.


def test_an_empty_query_matches_every_event_for_certain() -> None:
    matches = Matcher(Query())
    assert [matches(event) for event in (VISIT, BARE)] == matches_of(VISIT, BARE)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (Query(countries=(frozenset({"NOR"}),)), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"POL"}))), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"AFG", "POL"}))), True),
        (Query(countries=(frozenset({"NOR"}), frozenset({"AFG"}))), False),
        (Query(types=("treaty", "visit")), True),
        (Query(types=("treaty",)), False),
        (Query(actors=("store",)), True),
        (Query(actors=("brende",)), False),
        (Query(places=("lodz",)), True),
        (Query(places=("oslo",)), False),
        (Query(sources=("press",)), True),
        (Query(sources=("archive",)), False),
        (Query(search=("store",)), True),
        (Query(search=("brende",)), False),
        (Query(search=("lodz, pol",)), True),
        (Query(search=("aero strasse",)), True),
        (Query(types=("visit",), actors=("store",), places=("lodz",), search=("aero",)), True),
        (Query(types=("visit",), actors=("store",), places=("oslo",), search=("aero",)), False),
        (Query(types=("visit",), window=window_of("2020")), False),
        (Query(without=("treaty",)), True),
        (Query(types=("visit",), without=("visit.state",)), False),
        (Query(parties=((together("NOR", "POL"),), (together(names=("Andrzej Duda",)),))), True),
        (Query(parties=((together("NOR", "POL"),), (together("SWE"),))), False),
    ],
)
def test_every_part_of_a_query_must_hold(query: Query, kept: bool) -> None:  # noqa: FBT001
    assert (Matcher(query)(VISIT) is not None) is kept


def test_the_countries_that_an_event_must_concern_are_told() -> None:
    groups = (frozenset({"NOR", "SWE"}), frozenset({"POL"}))
    assert Matcher(Query(countries=groups)).countries == groups


def test_every_alternative_concerns_one_of_its_countries() -> None:
    both, other = together("NOR", "POL"), together("SWE", names=("Duda",))
    query = Query((frozenset({"ISL"}),), parties=((both, other), (other, together(names=("X",)))))
    groups = (frozenset({"ISL"}), frozenset({"NOR", "POL", "SWE"}))
    assert Matcher(query).countries == groups


@pytest.mark.parametrize(
    ("wanted", "countries", "parties"),
    [
        ([], (), ()),
        ([(together("NOR"), together("SWE"))], ({"NOR", "SWE"},), ()),
        ([(together("NOR"),), (together("SWE"),)], ({"NOR"}, {"SWE"}), ()),
        ([(together("SWE", "NOR"),)], ({"NOR"}, {"SWE"}), ()),
        (
            [(together("NOR", names=("A", "B")),)],
            ({"NOR"},),
            ((together(names=("A",)),), (together(names=("B",)),)),
        ),
        (
            [(together("NOR", "SWE"), together("ISL"))],
            (),
            ((together("NOR", "SWE"), together("ISL")),),
        ),
        (
            [(together("NOR"), together(names=("A",)))],
            (),
            ((together("NOR"), together(names=("A",))),),
        ),
    ],
)
def test_what_countries_alone_can_say_is_said_by_them(
    wanted: list[Alternatives],
    countries: tuple[set[str], ...],
    parties: tuple[Alternatives, ...],
) -> None:
    query = Query(search=("x",)).concerning(wanted)
    assert query == Query(tuple(map(frozenset, countries)), search=("x",), parties=parties)


PARTIES = [together(*codes) for codes in ("A", "B", "C", "AB", "BC")] + [
    together("A", names=("X",)),
    together(names=("X", "Y")),
]


@given(
    st.lists(st.lists(st.sampled_from(PARTIES), min_size=1, max_size=3).map(tuple), max_size=3),
    st.lists(st.sampled_from("ABC"), min_size=1, unique=True),
    st.lists(st.sampled_from("XY"), unique=True),
)
def test_all_of_any_of_what_is_together(
    wanted: list[Alternatives], codes: list[str], actors: list[str]
) -> None:
    event = BARE._replace(countries=tuple(codes), actors=tuple(actors))
    holds = all(
        any(each.codes <= {*codes} and each.names <= {*actors} for each in any_of)
        for any_of in wanted
    )
    matches = Matcher(Query().concerning(wanted))
    assert (matches(event) is not None) is holds
    if holds:
        assert all(not group.isdisjoint(codes) for group in matches.countries)


@pytest.mark.parametrize("asked", [Query(places=("x",)), Query(search=("x",))])
def test_what_an_event_does_not_tell_holds_no_text(asked: Query) -> None:
    assert Matcher(asked)(BARE) is None


DATES = ["196X", "1960/1969", "2021-08/..", "/2021-08", "/..", "[..2006]", "1994~", "2021?", "2021"]
WINDOWS = ["1965..", "..1994", "2021", "2006..2021-06", "2021-08", "2022..", None]


@pytest.mark.parametrize("began", [True, False])
@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("when", DATES)
def test_a_date_may_match_where_an_event_of_it_does(
    when: str,
    window: str | None,
    certain: bool,  # noqa: FBT001  (a column of the table)
    began: bool,  # noqa: FBT001
) -> None:
    query = Query(window=window_of(window), certain=certain, began=began)
    matches = Matcher(query)
    assert matches.may_fall(parse(when)) is (matches(event_of("a", when)) is not None)


@pytest.mark.parametrize(
    ("when", "window", "found", "part"),
    [
        ("2021-08", "2021", CERTAIN, STORY),
        ("2021-08/..", "2021", CERTAIN, STORY),
        ("2021-08/..", "2022", ONGOING, UNDER_WAY),
        ("2021-08", "2021-08-15..", POSSIBLE, MAY_BELONG),
        ("2021-08?", "2021", POSSIBLE, STORY),
        ("2021-08?/..", "2022", POSSIBLE, UNDER_WAY),
        ("2021~", "2021..", POSSIBLE, STORY),
        ("2020~", "2021..", POSSIBLE, MAY_BELONG),
        ("2021-08", "2022", None, STORY),
        ("2021-08", None, CERTAIN, STORY),
        ("/..", None, CERTAIN, UNDER_WAY),
    ],
)
def test_a_match_says_how_sure_it_is_and_which_part_it_is_of(
    when: str, window: str | None, found: str | None, part: str
) -> None:
    event, query = event_of("a", when), Query(window=window_of(window))
    match = Matcher(query)(event)
    assert match == (found and Match(event, found, part))
    sure = None if found == POSSIBLE else match
    assert Matcher(query._replace(certain=True))(event) == sure
    began = match if part == STORY else None
    assert Matcher(query._replace(began=True))(event) == began


@given(st.sampled_from(DATES), st.sampled_from(WINDOWS))
def test_certain_leaves_out_just_what_is_only_possible(when: str, window: str | None) -> None:
    event, query = event_of("a", when), Query(window=window_of(window))
    found = Matcher(query)(event)
    kept = Matcher(query._replace(certain=True))(event)
    assert kept == (found if found and found.match != POSSIBLE else None)


# Parts.


@pytest.mark.parametrize(
    ("when", "window", "part"),
    [
        # The story: certain at its word, and begun there.
        ("2021", "2021..", STORY),
        ("2025-06-19?", "2021..", STORY),
        ("2025-06-19%", "2021..", STORY),
        ("1994~", "1994", STORY),
        ("1994~/..", "1994", STORY),
        ("2021-08/..", "2021..", STORY),
        ("2021-08?/2022~", "2021..", STORY),
        ("[..2006]", "..2021", STORY),
        ("[2021-08..2022-01]", "2021..", STORY),
        ("1960/1969", "..1965", STORY),
        ("../2021", "..2021", STORY),
        # Under way: a span that is ongoing at its word.
        ("1960/1969", "1965..", UNDER_WAY),
        ("1960?/1969~", "1965..", UNDER_WAY),
        ("2001~/2021~", "2021..", UNDER_WAY),
        ("1931/..", "2021", UNDER_WAY),
        ("/2021-08", "2021..", UNDER_WAY),
        ("/2021-08?", "2021..", UNDER_WAY),
        ("../2021-08", "2021-08", UNDER_WAY),
        ("/..", "2021..", UNDER_WAY),
        # It may belong: it overlaps the window at its word, or in doubt alone.
        ("2021", "2021-08", MAY_BELONG),
        ("196X", "1965..", MAY_BELONG),
        ("[2001..2021]", "2021..", MAY_BELONG),
        ("[..2025-04-24]", "2021..", MAY_BELONG),
        ("2020~", "2021", MAY_BELONG),
        ("2020%", "2021", MAY_BELONG),
        ("2020/2021-06~", "2021-07", MAY_BELONG),
        ("2021-08/", "2023", MAY_BELONG),
        ("/2021-08", "..2020", MAY_BELONG),
        ("/..", "..2021", MAY_BELONG),
        # With no window all is story, but what has no known day.
        ("196X", None, STORY),
        ("2021-08?", None, STORY),
        ("/2021-08", None, STORY),
        ("[..2006]", None, STORY),
        ("1931/..", None, STORY),
        ("/..", None, UNDER_WAY),
    ],
)
def test_a_date_is_taken_at_its_word_for_its_part(when: str, window: str | None, part: str) -> None:
    assert part_of(parse(when), window_of(window)) == part
    (found,) = found_in(window, event_of("a", when))
    assert found.part == part


QUALIFIED = [
    *("2021?", "2021~", "2021%", "2020-12~", "1994~/2021-03?", "2021-02%/..", "/2021~", "196X~"),
]


@given(st.sampled_from([*DATES, *QUALIFIED]), st.sampled_from(WINDOWS))
def test_what_is_certain_is_story_and_what_is_ongoing_under_way(
    when: str, window: str | None
) -> None:
    date_of, within = parse(when), window_of(window)
    found, part = match(date_of, within), part_of(date_of, within)
    if within and found in (CERTAIN, ONGOING) and not set("~?%") & set(when):
        assert part == (STORY if found == CERTAIN else UNDER_WAY)
    assert part == part_of(date_of.plain, within)
    assert part in PARTS


# Arranging.

UNARRANGED = matches_of(
    Event("e", parse("2021"), "Élan", ("NOR", "PSE"), type="treaty"),
    Event("d", parse("2021-08"), "zebra", ("AFG",), type="mission.closed"),
    Event("c", parse("196X"), "Apple", ("NOR",), type="mission"),
    Event("b", parse("2021"), "elan", ("NOR", "AFG"), type="treaty"),
    Event("a", parse("2021-12"), "Zebra", ("NOR",), type="mission"),
)


@pytest.mark.parametrize(
    ("sort", "ordered", "ties"),
    [
        ("story", "c e b d a", "c b e d a"),
        ("date", "c e b d a", "c b e d a"),
        ("country", "d c a b e", "d c a b e"),
        ("type", "c a d e b", "c a d b e"),
        ("title", "c e b d a", "c b e d a"),
        ("id", "a b c d e", "a b c d e"),
    ],
)
def test_ties_are_in_the_order_of_dates_and_then_of_the_file(
    sort: str, ordered: str, ties: str
) -> None:
    """`ties` is the order where the file is the other way round."""
    assert ids_of(arrange(UNARRANGED, sort)) == ordered.split()
    assert ids_of(arrange(UNARRANGED, sort, reverse=True)) == ordered.split()[::-1]
    assert ids_of(arrange(reversed(UNARRANGED), sort)) == ties.split()


def test_matches_are_told_as_a_story_unless_asked_otherwise() -> None:
    matches = found_in("2021", *(event_of(when, when) for when in ("1931/..", "2021")))
    assert ids_of(arrange(matches)) == ["2021", "1931/.."]
    assert ids_of(arrange(matches, "date")) == ["1931/..", "2021"]
    assert SORTS == ("story", "date", "country", "type", "title", "id")


def test_what_stands_first_in_the_file_stays_first_on_one_day() -> None:
    day = [event_of(key, "2021-08-15") for key in ("takeover", "closure", "evacuation")]
    for events in itertools.permutations(day):
        assert ids_of(arrange(matches_of(*events))) == [event.id for event in events]


@given(st.permutations(["b", "a", "c"]))
def test_files_come_in_the_order_given(order: list[str]) -> None:
    with TemporaryDirectory() as folder:
        for name in order:
            lines = (ONE_EVENT.replace("id: a", f"id: {name}-{key}") for key in ("z", "y"))
            Path(folder, f"{name}.yaml").write_text("".join(lines))
        files = [os.path.join(folder, f"{name}.yaml") for name in order]
        events = reading.load(files, lambda _: lambda _: True).events
    assert ids_of(arrange(matches_of(*events))) == [f"{name}-{k}" for name in order for k in "zy"]


def test_an_event_without_a_type_can_be_sorted_by_type() -> None:
    assert set(ids_of(arrange([*UNARRANGED, Match(BARE)], "type"))) == {*"abcde", "bare"}


TOLD = [
    event_of(when, when)
    for when in ("2021-12", "/..", "1931/..", "2020~", "/2022", "[2001..2021]", "2021", "2021-03?")
]
IN_2021 = {
    "story": "2021 2021-03? 2021-12 1931/.. /2022 /.. [2001..2021] 2020~",
    "story, reverse": "2021-12 2021-03? 2021 /2022 1931/.. /.. 2020~ [2001..2021]",
    "date": "1931/.. [2001..2021] 2020~ 2021 2021-03? 2021-12 /2022 /..",
    "date, reverse": "/2022 2021-12 2021-03? 2021 2020~ [2001..2021] 1931/.. /..",
}


@pytest.mark.parametrize("limit", [None, 0, 1, 2, 4, 99])
@pytest.mark.parametrize("asked", IN_2021)
def test_the_limit_keeps_the_first_after_each_part_is_turned_round(
    asked: str, limit: int | None
) -> None:
    """What has no known day is last either way."""
    sort, _, reverse = asked.partition(", ")
    arranged = arrange(found_in("2021..", *TOLD), sort, reverse=bool(reverse), limit=limit)
    assert ids_of(arranged) == IN_2021[asked].split()[:limit]


def test_with_no_window_what_has_no_known_day_is_last_either_way() -> None:
    matches = found_in(None, *(event_of(when, when) for when in ("/..", "2021", "196X")))
    for sort in ("story", "date"):
        assert ids_of(arrange(matches, sort)) == ["196X", "2021", "/.."]
        assert ids_of(arrange(matches, sort, reverse=True)) == ["2021", "196X", "/.."]


@given(st.permutations(TOLD), st.sampled_from(WINDOWS))
def test_a_story_is_all_that_matches_part_by_part_in_the_order_of_dates(
    events: list[Event], window: str | None
) -> None:
    found = found_in(window, *events)
    told = arrange(found)
    assert sorted(ids_of(told)) == sorted(ids_of(found))
    keys = [(PARTS.index(match.part), match.event.date.order) for match in told]
    assert keys == sorted(keys)


# What is next to a window.


@pytest.mark.parametrize(
    ("window", "near"),
    [
        ("1950", "1945 196X"),
        ("1945", "1931/.. 196X"),
        ("1970..1980", "196X [..2006]"),
        ("1960-01-01", "1945 [..2006]"),
        ("2025..", "2021-12"),
        ("1900", "1931/.."),
        ("..1900", "1931/.."),
        ("..", ""),
    ],
)
def test_the_nearest_are_the_last_before_and_the_first_after(window: str, near: str) -> None:
    texts = ["2021", "/..", "196X", "1945", "[..2006]", "2021-12", "1931/.."]
    within = window_of(window) if window != ".." else Window()
    assert within is not None
    found = nearest(matches_of(*(event_of(text, text) for text in texts)), within)
    assert ids_of(found) == near.split()
    assert nearest([], within) == []
