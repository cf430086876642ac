"""What each filter keeps, and how texts and names are compared."""

from diplo.history.filters import (
    Filter,
    at_place,
    cites,
    concerns_any,
    holds_words,
    name_key,
    names_in,
    search_terms,
    with_actor,
)
from diplo.history.selection import Matcher, Query
from tests.history.events import (
    BARE,
    VISIT,
    together,
)
from tests.tables import each_of

COUNTRIES = {"NOR": "Norway", "POL": "Poland"}


def words(*texts: str) -> Filter:
    return holds_words(texts, lambda code: COUNTRIES.get(code, ""))


def asked(query: Query) -> Filter:
    matcher = Matcher(query)
    return lambda event: matcher(event) is not None


@each_of(
    "keeps",
    [
        asked(Query((frozenset({"NOR"}),))),
        asked(Query((frozenset({"AFG", "POL"}),))),
        asked(Query(types=("visit",))),
        asked(Query(types=("visit.state",))),
        asked(Query(types=("treaty", "visit"))),
        with_actor(["store"]),
        with_actor(["JONAS GAHR"]),
        with_actor(["nobody", "duda"]),
        at_place(["lodz"]),
        at_place(["Oslo", "POLAND"]),
        cites(["memoir"]),
        cites(["other", "press"]),
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


@each_of(
    "keeps",
    [
        asked(Query((frozenset({"SWE"}),))),
        asked(Query((frozenset(),))),
        asked(Query(types=("visit.state.second",))),
        asked(Query(types=("vis",))),
        asked(Query(types=("treaty",))),
        with_actor(["Stoltenberg"]),
        with_actor(["Poland"]),
        at_place(["Duda"]),
        cites(["mem"]),
        cites(["MEMOIR"]),
        cites(["p. 3"]),
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
    for families in (("visit",), ("treaty", "visit.state")):
        keeps = asked(Query(excluded_types=families))
        assert not keeps(VISIT)
        assert keeps(BARE)


def test_the_names_of_countries_are_not_searched_where_they_are_not_told() -> None:
    assert not holds_words(["poland norway's talks store iceland"])(VISIT)
    assert not holds_words(["iceland"])(BARE)
    assert holds_words(["something"])(BARE)


@each_of(
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
    assert search_terms(text) == parts


@each_of(
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
    assert name_key(name) == name_key(other)


def test_names_that_are_spoken_otherwise_are_others() -> None:
    names = ["Harald V", "Harald", "HaraldV", "Harald V.", "挪威", "+", "="]
    assert len({*map(name_key, names)}) == len(names)
    assert names_in(VISIT) == {"jonas gahr store", "andrzej duda", "lodz poland"}
    assert names_in(BARE) == set()
