"""What a query asks for, and how sure its matches are."""

from hypothesis import given
from hypothesis import strategies as st

from diplo.history.filters import (
    Alternatives,
)
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, Match
from diplo.history.selection import AnyOf, Matcher, Query, has_effects
from diplo.model.dates import CERTAIN, ONGOING, POSSIBLE
from diplo.model.events import Columns
from tests.history.events import (
    BARE,
    DATES,
    VISIT,
    WINDOWS,
    event_of,
    matches_of,
    together,
    window_of,
)
from tests.tables import each_of


def test_an_empty_query_matches_every_event_for_certain() -> None:
    matches = Matcher(Query())
    assert [matches(event) for event in (VISIT, BARE)] == matches_of(VISIT, BARE)


@each_of(
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
        (Query(actors=("jonas-gahr-store",)), True),
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
        (Query(excluded_types=("treaty",)), True),
        (Query(types=("visit",), excluded_types=("visit.state",)), False),
        (Query(parties=((together("NOR", "POL"),), (together(names=("Andrzej Duda",)),))), True),
        (Query(parties=((together("NOR", "POL"),), (together("SWE"),))), False),
    ],
)
def test_every_part_of_a_query_must_hold(query: Query, kept: bool) -> None:  # noqa: FBT001
    assert (Matcher(query)(VISIT) is not None) is kept


@each_of(
    ("query", "visit", "bare"),
    [
        (Query(actors=("brende",)), True, True),
        (Query(types=("visit",)), True, False),
        (Query(countries=(frozenset({"ISL"}),)), False, True),
        (Query(window=window_of("2021-08")), True, True),
        (Query(window=window_of("2021-09")), False, True),
    ],
)
def test_dates_countries_and_types_tell_what_may_be_kept(
    query: Query,
    visit: bool,  # noqa: FBT001  (a column of the table)
    bare: bool,  # noqa: FBT001
) -> None:
    both = VISIT, BARE
    columns = Columns([e.date for e in both], [e.countries for e in both], [e.type for e in both])
    assert Matcher(query).may_keep(columns) == [visit, bare]


@each_of(
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
    assert (Matcher(Query().concerning(wanted))(event) is not None) is holds


@each_of(
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


def test_what_any_of_several_keeps_is_kept() -> None:
    matches = Matcher(Query(types=("treaty",)))
    assert [AnyOf(matches, has_effects)(event) for event in (VISIT, BARE)] == [True, False]
    assert [AnyOf(matches, Matcher(Query()))(event) for event in (VISIT, BARE)] == [True, True]
    assert not AnyOf()(VISIT)


def test_the_names_of_countries_are_searched_too() -> None:
    matches = Matcher(Query(search=("noreg",)), {"NOR": "Noreg", "POL": "Polen"}.__getitem__)
    assert matches(VISIT)
