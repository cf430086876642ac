"""Where events are told, and where answers come from."""

from datetime import date

import pytest

from diplo.model.dates import parse
from diplo.model.events import Citation, Event, Source, Vocabulary
from diplo.reports import Names
from diplo.reports.citations import Reference, address, references, sentences
from diplo.reports.credits import credit_events
from tests.tables import each_of

ADDRESS = "https://a.b/c_d?e=1&f=%20"
SOURCES = {
    "atlas": Source("atlas", "An atlas", "encyclopedia"),
    "blog": Source("blog", "Is it?", url=ADDRESS),
    "paper": Source("paper", "A day", None, "A. Writer", "The Paper", parse("2025-06-20"), ADDRESS),
}
NAMES = Names(Vocabulary(sources=SOURCES))


def event_of(when: str, title: str, *cited: str) -> Event:
    """Return an event whose id is its title, told at these places: "source" or "source: place"."""
    parted = [each.partition(": ") for each in cited]
    citations = [Citation(source, place or None) for source, _, place in parted]
    return Event(title, parse(when), title, ("NOR",), sources=tuple(citations))


@each_of(
    ("event", "said"),
    [
        (event_of("2024", "A"), []),
        (event_of("2024", "A", "atlas"), ["An atlas [A, 2024]."]),
        (event_of("/..", "A", "atlas: p. 1"), ["An atlas, p. 1 [A]."]),
        (event_of("2024-05-28", "A", "who"), ["who [A, 28 May 2024]."]),
        (event_of("2021?", 'Who "is" it', "atlas"), ['An atlas [Who "is" it, 2021?].']),
        (event_of("2021", "A", "atlas: p. 1."), ["An atlas, p. 1. [A, 2021]."]),
        (event_of("2021", "A", "atlas: now!"), ["An atlas, now! [A, 2021]."]),
        (event_of("2021", "A", "blog"), [f"Is it? [A, 2021]. {ADDRESS}"]),
        (
            event_of("2021", "A", "paper: p. 1", "atlas", "paper: p. 1"),
            [
                f"A. Writer, A day, The Paper, 20 Jun 2025, p. 1 [A, 2021]. {ADDRESS}",
                "An atlas [A, 2021].",
            ],
        ),
    ],
)
def test_a_citation_begins_with_its_source(event: Event, said: list[str]) -> None:
    assert sentences([event], NAMES) == "".join(f"{line}\n" for line in said)


def test_a_place_in_a_source_is_one_reference_under_a_key_of_its_own() -> None:
    events = [
        event_of("2021", "A", "paper: p. 1", "atlas"),
        event_of("/..", "B", "who", "paper: p. 1", "paper: P 1", "paper: p.1", "atlas"),
    ]
    found = references([*events, events[0]], NAMES)
    assert [(told.key, told.source.title, told.locator, told.about) for told in found] == [
        ("paper-p-1", "A day", "p. 1", "A, 2021; B"),
        ("atlas", "An atlas", None, "A, 2021; B"),
        ("who", "who", None, "B"),
        ("paper-p-1-2", "A day", "P 1", "B"),
        ("paper-p-1-3", "A day", "p.1", "B"),
    ]


@each_of(
    ("said", "kind"),
    [
        ("Encyclopaedia article", "encyclopedia"),
        ("wikipedia", "encyclopedia"),
        ("press News", "news"),
        ("newspaper article", "news"),
        ("Treaties", "treaty"),
        ("convention", "treaty"),
        ("an act", "law"),
        ("statute book", "law"),
        ("dissertation", "thesis"),
        ("monograph", "book"),
        ("reports", "report"),
        ("journal", "article"),
        ("blog", "page"),
        ("web page", "page"),
        ("fact", ""),
        (None, ""),
    ],
)
def test_kinds_are_known_by_how_their_words_begin(said: str | None, kind: str) -> None:
    assert Reference("a", Source("a", "A", said), None, ()).kind == kind


@each_of(
    ("when", "numbers"),
    [
        ("2025", ["2025"]),
        ("2025-06", ["2025", "06"]),
        ("2025-06-20", ["2025", "06", "20"]),
        ("2025~", []),
        ("202X", []),
        (None, []),
    ],
)
def test_a_date_of_a_source_is_numbers_as_far_as_it_is_told(
    when: str | None, numbers: list[str]
) -> None:
    source = Source("a", "A", date=parse(when) if when else None)
    assert Reference("a", source, None, ()).numbers == numbers


@pytest.mark.parametrize(
    ("url", "safe"),
    [(None, ""), (ADDRESS, ADDRESS), ("https://a.b/ø \x1b<", "https://a.b/%C3%B8%20%1B%3C")],
)
def test_an_address_is_safe_to_print(url: str | None, safe: str) -> None:
    assert address(Source("a", "A", url=url)) == safe


@each_of(
    ("events", "as_of", "said"),
    [
        ([], None, ""),
        ([event_of("2021", "A")], None, ""),
        ([], date(2025, 6, 20), "Events as of 20 Jun 2025."),
        ([event_of("2021", "A", "paper", "who")], None, "Sources: A day; who."),
        (
            [event_of("2021", "A", "paper"), event_of("2022", "B", "who", "paper: p. 1")],
            date(2025, 6, 20),
            "Sources: A day; who. Events as of 20 Jun 2025.",
        ),
    ],
)
def test_an_answer_names_its_sources_once_and_the_day_they_speak_for(
    events: list[Event], as_of: date | None, said: str
) -> None:
    assert credit_events(events, Names(Vocabulary(sources=SOURCES, as_of=as_of))) == said
