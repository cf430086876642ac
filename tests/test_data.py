"""The curated file keeps the rules of curation that a program can see."""

import itertools
import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

import pytest

import diplo
from diplo import reading
from diplo.model.events import Event, Timeline
from diplo.terminal.text import fold

FAMILIES = range(12, 19)
EVENTS = range(65, 73)
COUNTRIES = {"AFG", "IRN", "ISR", "NOR", "PSE", "SUN", "TUN"}

# What a reader of each text would look for, by words that the event on it has.
FACTS = {
    "norway-palestine": (
        *("labour israel 1940s", "prophecy", "nordic friendliest", "jewish state unworkable"),
        *("frydenlund foreign minister", "frydenlund palestinian demands", "plo observer eight"),
        *("oslo accords signed", "oslo accords helps", "nobel peace prize", "embassy tunis plo"),
        *("palestinian mission embassy upgrades", "palestinian state within a year"),
        *("støre recognition september", "støre abbas", "støre statehood vote"),
        *("coastal road 38 civilians", "women's centre attacker", "women's centre money back"),
        *("women's centre un women", "labels settlements european union", "ceasefire 121"),
        *("støre rejects war laws", "støre defend themselves", "storting resolution"),
        *("støre hospitals gaza", "støre solidarity israel", "7 october attacks", "war gaza"),
        *("recognises state of palestine", "sedin ambassador", "sedin credentials harald"),
        *("formalise relations palestine", "arrest netanyahu gallant", "al-ram", "mission oslo"),
    ),
    "afghanistan-norway": (
        *("diplomatic relations 1931", "education health farming", "salang tunnel"),
        *("soviet relief", "mujaheddin", "taliban fall", "main donors", "security governance"),
        *("development aid given", "army police", "10,475", "advises against travel"),
        *("international security assistance force", "resolute support", "taliban power kabul"),
        *("human rights taliban criticises", "suspends development aid", "dialogue taliban"),
        *("brings taliban civil society", "10 million kroner 1.1", "1,000 afghans journalists"),
        *("talks taliban diplomats", "støre talks taliban", "contact group"),
        *("embassy in kabul closed", "no envoy in kabul", "afghan embassy shuts"),
        *("taliban run embassy", "sherkhan secretary", "embassy oslo reopens"),
    ),
    "taliban-diplomat-report": (
        *("taliban diplomat european", "ministry confirms diplomat", "muttaqi thanks trust"),
        *("muttaqi meets envoy", "muttaqi iran", "delegation kabul", "norway recognition channel"),
        *("countries recognise taliban human rights legitimacy",),
    ),
}


@pytest.fixture(scope="module", name="bundled")
def read_bundled() -> Timeline:
    return reading.load([reading.bundled()], lambda _: lambda _: True)


def words_of(event: Event) -> str:
    states = itertools.chain.from_iterable(event.status.items())
    told = event.title, event.summary, event.note, event.place
    return fold(" ".join(filter(None, (*told, *event.actors, *states))))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) +(?=[A-Z])", text)


def is_doubtful(event: Event) -> bool:
    return event.date.precision == "range" or any(mark in event.date.text for mark in "?~%")


def days(event: Event) -> Iterator[str]:
    """Yield the days, months and years that a date is made of."""
    yield from re.findall(r"\d[\dX-]*", event.date.text)


def first_known_day(event: Event) -> date:
    return event.date.earliest or event.date.latest or date.max


def test_the_version_tells_the_last_day_that_the_file_speaks_for(bundled: Timeline) -> None:
    assert str(bundled.vocabulary.as_of) == diplo.EVENTS_AS_OF


def test_the_file_has_its_size(bundled: Timeline) -> None:
    families = {name.partition(".")[0] for name in bundled.vocabulary.types}
    assert len(bundled.events) in EVENTS
    assert len(families) in FAMILIES
    assert set(bundled.vocabulary.sources) == set(FACTS)


def test_it_reaches_from_1931_to_2025(bundled: Timeline) -> None:
    years = [event.date.earliest.year for event in bundled.events if event.date.earliest]
    assert (min(years), max(years)) == (1931, 2025)


def test_only_the_countries_of_the_texts_occur(bundled: Timeline) -> None:
    concerned = {code for event in bundled.events for code in event.countries}
    assert concerned == set(bundled.vocabulary.countries) == COUNTRIES


def test_every_event_has_a_summary_and_says_where_it_is_told(bundled: Timeline) -> None:
    for event in bundled.events:
        assert event.summary, event.id
        assert event.sources, event.id
        assert all(citation.locator for citation in event.sources), event.id


def test_locators_count_paragraphs_as_the_file_says(bundled: Timeline) -> None:
    place = re.compile(r"Infobox|paragraph \d|(Lead|History|Recognition), paragraph \d\d?")
    for event in bundled.events:
        for citation in event.sources:
            assert citation.locator
            assert place.fullmatch(citation.locator), event.id


@pytest.mark.parametrize(
    ("source", "fact"), [(source, fact) for source, facts in FACTS.items() for fact in facts]
)
def test_what_a_reader_looks_for_is_found(bundled: Timeline, source: str, fact: str) -> None:
    told = (
        event
        for event in bundled.events
        if source in {citation.source for citation in event.sources}
    )
    assert any(all(word in words_of(event) for word in fold(fact).split()) for event in told)


def test_a_note_says_how_a_doubtful_date_was_reached(bundled: Timeline) -> None:
    untold = [event for event in bundled.events if not event.date.earliest]
    doubtful = [event for event in bundled.events if is_doubtful(event)]
    assert untold
    assert doubtful
    assert [event.id for event in (*untold, *doubtful) if not event.note] == []


def test_no_date_is_that_of_the_telling(bundled: Timeline) -> None:
    told = {str(bundled.vocabulary.as_of)}
    told.update(source.date.text for source in bundled.vocabulary.sources.values() if source.date)
    assert [event.id for event in bundled.events if told.intersection(days(event))] == []


def test_no_set_is_wider_than_ten_years(bundled: Timeline) -> None:
    as_of = bundled.vocabulary.as_of
    assert as_of
    sets = [event for event in bundled.events if event.date.precision == "range"]
    assert sets
    for event in sets:
        earliest, latest = event.date.earliest, event.date.latest or as_of
        assert not earliest or (latest - earliest).days <= 3653, event.id


def test_titles_are_headlines_that_fit_a_table(bundled: Timeline) -> None:
    for event in bundled.events:
        assert len(event.title) <= 60, event.id
        assert not event.title.endswith("."), event.id
        assert set(re.findall(r"\b[A-Z]{2,}\b", event.title)) <= {"UN"}, event.id


def test_summaries_and_notes_are_short(bundled: Timeline) -> None:
    for event in bundled.events:
        assert len(sentences(event.summary or "")) <= 2, event.id
        assert len(sentences(event.note or "")) <= 2, event.id
        assert (event.summary or "").endswith("."), event.id


def test_a_summary_does_not_say_its_title_again(bundled: Timeline) -> None:
    for event in bundled.events:
        title, summary = fold(event.title), fold(event.summary or "")
        shared = SequenceMatcher(None, title, summary, autojunk=False).find_longest_match()
        assert shared.size < 0.8 * len(title), event.id


def test_titles_and_ids_are_told_apart(bundled: Timeline) -> None:
    assert len({event.title for event in bundled.events}) == len(bundled.events)
    assert [event.id for event in bundled.events if len(event.id) > 30] == []


def test_subjects_and_states_fit_a_line(bundled: Timeline) -> None:
    states = [state for event in bundled.events for state in event.status.items()]
    assert states
    assert [subject for subject, _ in states if len(subject) > 30] == []
    assert [state for _, state in states if len(state) > 14] == []


def test_types_have_a_description_and_fit_a_table(bundled: Timeline) -> None:
    for kind in bundled.vocabulary.types.values():
        assert kind.description, kind.id
        assert len(kind.id) <= 16, kind.id


def test_every_type_is_of_use(bundled: Timeline) -> None:
    used = {event.type for event in bundled.events if event.type}
    heads = {kind.partition(".")[0] for kind in used}
    assert set(bundled.vocabulary.types) <= used | heads


def test_everybody_is_spelled_one_way(bundled: Timeline) -> None:
    actors = sorted({actor for event in bundled.events for actor in event.actors})
    alike = [
        pair
        for pair in itertools.combinations(actors, 2)
        if SequenceMatcher(None, fold(pair[0]), fold(pair[1])).ratio() > 0.85
    ]
    ministries = "Afghan Ministry of Foreign Affairs", "Norwegian Ministry of Foreign Affairs"
    assert alike == [ministries]  # two bodies, not two spellings of one


def test_events_stand_in_the_order_of_the_story(bundled: Timeline) -> None:
    assert list(bundled.events) == sorted(bundled.events, key=first_known_day)
    assert list(bundled.events) == sorted(bundled.events, key=lambda event: event.date.order)


@pytest.mark.parametrize(
    "story",
    [
        "taliban-takeover afghan-evacuation norway-embassy-kabul-closed",
        "abbas-meeting statehood-vote-legitimate",
        "taliban-talks stoere-defends-talks",
        "october-7-attacks gaza-war gaza-ceasefire-vote",
        "sedin-appointed sedin-credentials palestine-norway-relations",
        "afghan-embassy-closed taliban-diplomat-accepted afghan-embassy-resumes",
    ],
)
def test_what_came_first_stands_first(bundled: Timeline, story: str) -> None:
    ids = [event.id for event in bundled.events]
    places = [ids.index(name) for name in story.split()]
    assert places == sorted(places)
