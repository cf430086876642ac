"""CSV and TSV as tables: whatever texts events hold, they come back as they were."""

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from diplo import reading
from diplo.history.parts import Match
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.events import Citation, Event, Vocabulary
from diplo.reports import Names
from diplo.reports.selection import Selection
from diplo.reports.story import StoryOptions
from diplo.reports.timeline import timeline
from diplo.terminal.text import fold_space, refused_at
from tests.conftest import written
from tests.strategies import DATES, FRAGMENTS, IDS, TYPES

# What quotes, lists, citations, states, formulas and readers of tables are made of.
SIGNS = ["'", '"', "=", "+", "-", "@", "＝", "; ", ";", "|", ": ", ":", "(", ")", ",", "\\", " "]
PIECES = [*SIGNS, *"ab1", "''", '""', "NA", "none", "[1]", "*", "†", *FRAGMENTS]
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6)
    .map("".join)
    .map(fold_space)
    .filter(lambda text: text.strip() != "" and refused_at(text) is None)
)
OPTIONAL = st.none() | TEXTS
CITATIONS = st.builds(Citation, IDS, OPTIONAL)
EVENTS = st.builds(
    Event,
    IDS,
    DATES,
    TEXTS,
    st.just(("NOR", "SWE")),
    st.none() | TYPES,
    st.lists(TEXTS, max_size=3).map(tuple),
    OPTIONAL,
    OPTIONAL,
    st.lists(CITATIONS, max_size=2).map(tuple),
    OPTIONAL,
    st.dictionaries(TEXTS, TEXTS, max_size=2),
)


def of(text: str) -> Event:
    """Return an event that has one text wherever there is one."""
    cited, day = (Citation("book", text),), dates.parse("2021")
    states = {text: text, f"{text}{text}": text}
    countries, actors = ("NOR", "SWE"), (text, f"{text}{text}")
    return Event("a", day, text, countries, None, actors, text, text, cited, text, states)


def read_back(name: str, events: list[Event]) -> list[Event]:
    """Return what comes back of events in a format."""
    matches = [Match(event) for event in events]
    report = timeline(Selection(Query(), Names(Vocabulary()), matches, matches), StoryOptions())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"e.{name}")
        path.write_text(written(name, report), encoding="utf-8", newline="")
        return list(reading.load([str(path)]).events)


@given(events=st.lists(EVENTS, min_size=1, max_size=3, unique_by=lambda event: event.id))
@example(events=[of("=1")])
@example(events=[of("'=1")])
@example(events=[of("''=1")])
@example(events=[of("a; b")])
@example(events=[of('"a"; b')])
@example(events=[of("a: b")])
@example(events=[of('"a": b')])
@example(events=[of("a (b)")])
@example(events=[of("\\")])
def test_any_texts_come_back(events: list[Event]) -> None:
    for name in ("csv", "tsv"):
        assert read_back(name, events) == events, name
