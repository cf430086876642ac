"""What commands have to say, as plain data: columns and rows, and what people read of events."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diplo import reading
from diplo.history import relations
from diplo.history.arrangement import arrange
from diplo.history.filters import PartySet
from diplo.history.location import axis_days
from diplo.history.parts import MAY_BELONG, STORY, UNDER_WAY, Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates import CERTAIN, ONGOING, POSSIBLE, Window, parse, parse_window, words
from diplo.model.dates.lengths import parse_length, stated_days, window_around
from diplo.model.events import Citation, Country, Event, EventType, Source, Timeline, Vocabulary
from diplo.reports import Column, Names, Report, Value, findings, flat, vocabulary
from diplo.reports.card import Card, Cards, cards
from diplo.reports.changed import Changed
from diplo.reports.columns import event_columns
from diplo.reports.entries import Entry, date_words, mark_of
from diplo.reports.maps import maps
from diplo.reports.report import SENTENCES, USUAL
from diplo.reports.selection import Selection
from diplo.reports.show import show
from diplo.reports.story import Section, Story, StoryOptions, story
from diplo.reports.timeline import timeline
from diplo.reports.titles import title_of
from diplo.terminal.errors import Problem, UsageError
from diplo.terminal.text import plural
from tests.conftest import EVERYTHING, cards_of, report_of, timeline_of, written
from tests.tables import each_of

Write = Callable[..., Path]

KNOWN = Vocabulary(
    sources={"book": Source("book", "The book")},
    countries={
        "NOR": Country("NOR", "Norge"),
        "PSE": Country("PSE", "Palestine"),
        "XAA": Country("XAA", "Aland"),
    },
    types={
        "mission": EventType("mission", "Mission"),
        "mission.closed": EventType("mission.closed", "Mission closed"),
        "treaty": EventType("treaty", "Treaty"),
    },
)
FREE = """\
- {date: 2001, title: A, type: b.c, countries: [XKX, norway],
   sources: [{source: who, title: Who}, who]}
- {date: 2002, title: B, type: a, countries: [norway], sources: [{source: where, locator: p. 1}]}
"""


def load(path: Path) -> tuple[Timeline, Names]:
    timeline = reading.load([str(path)], lambda _: lambda _: True)
    return timeline, Names(timeline.vocabulary)


def table(report: Report) -> list[list[Value]]:
    return [[column.value(row) for column in report.columns] for row in report.rows]


# --- Cells


@each_of(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("a", "a"),
        (0, "0"),
        ([], ""),
        (["a", "b"], "a; b"),
        ({}, ""),
        ({"a": "b", "c": "d"}, "a: b; c: d"),
        ({"source": "b", "locator": "d"}, "source: b; locator: d"),
        ([{"source": "a", "title": "A", "locator": "page 1"}], "a (page 1)"),
        (
            [{"source": "a", "title": "A", "locator": None}, {"source": "b", "locator": "2"}],
            "a; b (2)",
        ),
    ],
)
def test_a_value_is_the_text_of_one_cell(value: Value, text: str) -> None:
    assert flat(value) == text


def test_a_column_says_how_it_is_shown() -> None:
    assert Column("a", str).heading == "A"
    assert Column("a", str, header="").heading == ""
    assert Column("a", lambda _: None).text(1) == ""
    assert Column("a", lambda _: None, lambda row: f"<{row}>").text(1) == "<1>"
    assert [Column("a", str, wraps=SENTENCES - n).is_long for n in (0, 1)] == [True, False]


@each_of(
    ("count", "nouns", "said"),
    [
        (0, ["event"], "0 events"),
        (1, ["event"], "1 event"),
        (2, ["event"], "2 events"),
        (1, ["country", "countries"], "1 country"),
        (2, ["country", "countries"], "2 countries"),
    ],
)
def test_things_are_counted_in_words(count: int, nouns: list[str], said: str) -> None:
    assert plural(count, *nouns) == said


def test_columns_are_chosen_in_any_order() -> None:
    report = report_of([{"a": "1", "b": "2", "c": "3"}], "a", "b", "c").only(["c", "a"])
    assert table(report) == [["3", "1"]]
    assert report.columns == report.plain == report.table
    assert report.chosen
    assert not report_of([], "a").chosen


@each_of(
    ("keys", "says"),
    [
        (["titel"], "did you mean 'title'"),
        (["Headline"], "'Headline' is not a column; did you mean 'title'"),
        (["venue"], "'venue' is not a column; choose from title, date"),
        (["zzz"], "'zzz' is not a column; choose from title, date"),
        (["title", "date", "title"], "'title' is named twice"),
    ],
)
def test_columns_that_are_unknown_or_repeated_are_refused(keys: Sequence[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        report_of([], "title", "date").only(keys)


# --- Names


def test_names_are_those_that_a_file_declares() -> None:
    names = Names(KNOWN)
    assert names.type("mission.closed") == "Mission closed"
    assert names.type("un.known") == "un.known"
    assert names.source("book").title == "The book"
    assert names.source("other") == Source("other", "other")
    told = Names(KNOWN._replace(described={"other": Source("other", "Other", author="A")}))
    assert told.source("other") == Source("other", "Other", author="A")
    assert names.countries.name("NOR") == "Norge"
    assert [names.source_title(key) for key in ("book", "other")] == ["The book", "other"]


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (Citation("book"), "The book"),
        (Citation("book", "page 1"), "The book, page 1"),
        (Citation("other", "page 2"), "other, page 2"),
    ],
)
def test_a_citation_is_told_by_its_title_and_the_place_in_it(citation: Citation, said: str) -> None:
    assert Names(KNOWN).short_citation(citation) == said


@pytest.mark.parametrize(
    ("key", "label"),
    [("mission", "Mission"), ("treaty", "Treaty"), ("vote", "Vote"), ("un-known", "Un-known")],
)
def test_a_family_has_the_label_of_its_type_or_its_own_name(key: str, label: str) -> None:
    assert Names(KNOWN).family(key) == label


# --- Titles


@each_of(
    ("query", "parts"),
    [
        (Query(), ["All events"]),
        (Query((frozenset({"NOR"}),)), ["Norge"]),
        (Query((frozenset({"NOR", "XAA"}),)), ["Norge or Aland"]),
        (Query((frozenset({"NOR"}), frozenset({"SWE"}))), ["Norge and Sweden"]),
        (Query((frozenset({"SWE"}), frozenset({"NOR", "XAA"}))), ["Sweden and (Norge or Aland)"]),
        (Query(parties=((PartySet(frozenset({"NOR"}), frozenset({"UN"})),),)), ["Norge and UN"]),
        (
            Query((frozenset({"SWE"}),), parties=((PartySet(names=frozenset({"b", "a"})),),)),
            ["Sweden, a and b"],
        ),
        (Query(types=("mission", "un.known")), ["All events", "Mission or un.known"]),
        (Query(types=("mission", "vote", "b")), ["All events", "Mission, vote or b"]),
        (Query(actors=("a", "b")), ["All events", "actor a or b"]),
        (Query(places=("c",)), ["All events", "place c"]),
        (Query(sources=("book",)), ["All events", "source The book"]),
        (Query(search=("x y",)), ["All events", '"x y"']),
        (Query(window=Window(1, 2, "since 2021")), ["All events since 2021"]),
        (Query((frozenset({"NOR"}),), Window(1, 2, "in the 1960s")), ["Norge in the 1960s"]),
        (
            Query((frozenset({"NOR"}),), Window(1, 2, "on 28 May 2024"), ("mission",), ("a",)),
            ["Norge on 28 May 2024", "Mission", "actor a"],
        ),
        (Query(certain=True), ["All events", "certain only"]),
        (Query(search=("a\x1b[31m",)), ["All events", '"a\\x1b[31m"']),
    ],
)
def test_a_title_says_what_was_asked(query: Query, parts: list[str]) -> None:
    assert title_of(query, Names(KNOWN)) == " · ".join(parts)
    named = title_of(query, Names(KNOWN._replace(title="Of the file\x1b")))
    assert named == ("Of the file\\x1b" if query == Query() else " · ".join(parts))


def test_the_title_of_a_file_says_nothing_of_relations_or_counts() -> None:
    names = Names(KNOWN._replace(title="Of the file"))
    assert title_of(Query(), names, "All relations", "on a day") == "All relations on a day"
    assert title_of(Query(), names, suffix="by year") == "All events by year"


def test_an_address_in_place_of_a_page_is_that_of_its_source() -> None:
    names, address = Names(KNOWN), "https://example.org/1"
    assert names.source_and_locator(Citation("x", address)) == (Source("x", "x", url=address), None)
    assert names.source_and_locator(Citation("x", "page 1")) == (Source("x", "x"), "page 1")
    assert names.source_and_locator(Citation("x")) == (Source("x", "x"), None)
    known = Source("x", "x", url="https://example.org/")
    names = Names(KNOWN._replace(sources={"x": known}))
    assert names.source_and_locator(Citation("x", address)) == (known, address)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (Query(), "Nobody by year"),
        (Query((frozenset({"NOR"}),), Window(1, 2, "since 2021")), "Norge since 2021 by year"),
        (Query(certain=True), "Nobody by year · certain only"),
    ],
)
def test_a_title_may_say_more_and_be_of_another(query: Query, title: str) -> None:
    assert title_of(query, Names(KNOWN), "Nobody", "by year") == title


# --- Events


def test_a_timeline_has_the_same_columns_for_scripts_whatever_is_possible(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    report = timeline_of(path, Query(window=Window(732_000, 738_500, "w")))
    keys = [column.key for column in report.columns]
    assert keys == [column.key for column in timeline_of(path).columns]
    assert keys == [
        *("id", "date", "earliest", "latest", "precision", "match", "title", "summary", "type"),
        *("countries", "actors", "place", "sources", "note", "status"),
    ]
    assert [column.key for column in report.plain] == [
        *("date", "match", "countries", "type", "title", "id")
    ]


CITED = ("source", "locator", "title", "kind", "author", "publisher", "date", "url")
TOLD_IN_FULL = (
    *("paper", "p. 1", "A day", "news", "A. Writer", "The Paper", "2025-06-20"),
    "https://a.b/c",
)
BARELY = ("who", *[None] * 7)
WHOLE = Source(
    "paper", "A day", "news", "A. Writer", "The Paper", parse("2025-06-20"), "https://a.b/c"
)


@each_of(
    ("key", "value", "text", "heading", "shown"),
    [
        ("id", "i", "i", "Id", "dim"),
        ("date", "2021-08?", "Aug 2021?", "Date", "right"),
        ("earliest", "2021-08-01", "2021-08-01", "Earliest", ""),
        ("latest", "2021-08-31", "2021-08-31", "Latest", ""),
        ("precision", "month", "month", "Precision", ""),
        ("match", CERTAIN, CERTAIN, "Match", ""),
        ("title", "T", "T", "Title", "24"),
        ("summary", "S", "S", "Summary", "24"),
        ("type", "treaty", "Treaty", "Type", ""),
        ("countries", ["NOR", "PSE", "XAA"], "NOR PSE XAA", "Country", "7"),
        ("actors", ["a", "b"], "a; b", "Actors", "24"),
        ("place", "P", "P", "Place", ""),
        (
            "sources",
            [dict(zip(CITED, cited, strict=True)) for cited in (TOLD_IN_FULL, BARELY)],
            "A. Writer, A day, The Paper, 20 Jun 2025, p. 1; who",
            "Sources",
            "24",
        ),
        ("note", "N", "N", "Note", "24"),
        ("status", {"Office": "open"}, "Office: open", "Status", "24"),
    ],
)
def test_the_columns_of_an_event(
    key: str, value: Value, text: str, heading: str, shown: str
) -> None:
    event = Event(
        *("i", parse("2021-08?"), "T", ("NOR", "PSE", "XAA"), "treaty", ("a", "b"), "P", "S"),
        (Citation("paper", "p. 1"), Citation("who")),
        "N",
        {"Office": "open"},
    )
    names = Names(KNOWN._replace(sources={"paper": WHOLE}))
    report = timeline(Selection(Query(), names, [], []), StoryOptions())
    (column,) = (column for column in report.columns if column.key == key)
    row = Match(event, CERTAIN)
    assert (column.value(row), column.text(row), column.heading) == (value, text, heading)
    style = str(column.style or ("right" if column.right else column.wraps or ""))
    assert style == shown


def test_countries_that_are_named_elsewhere_are_only_counted() -> None:
    many = "NOR AFG AGO ALB AND ARG ARM ATG AUS AUT AZE BHR BHS DZA EGY"
    events = [event_of("2021", many), event_of("2022", many.removesuffix(" EGY"))]
    (codes,) = (column for column in event_columns(Names(KNOWN)) if column.key == "countries")
    sections = told_of(events, options=StoryOptions("country")).sections
    told = {s.heading: [(len(e.parties), e.more, codes.text(e)) for e in s.rows] for s in sections}
    assert told["Afghanistan"] == [(13, 0, many), (12, 0, many[:-4])]
    assert told["Angola"] == [(12, 1, f"{many[:-4]} +1 more"), (12, 0, many[:-4])]


def test_a_timeline_says_where_it_comes_from() -> None:
    event = event_of("2021", sources=(Citation("book"),))
    other = event_of("2022", "NOR", status={"Office": "open"}, sources=(Citation("film"),))
    changed = Changed(relations.subjects([other], {}), parse("2023").start.first)
    found = [Match(event)]
    report = timeline(
        Selection(Query(NORWAY), Names(KNOWN), found, found, changed=changed), StoryOptions()
    )
    assert (report.credits(), report.vocabulary) == ("Sources: The book; film.", KNOWN)
    told = report.shown
    assert isinstance(told, Story)
    assert told.states is not None
    assert (told.states.title, told.states.counts) == ("Norge on 1 Jan 2023", "1 subject")
    assert [group.rows[0].subject for group in told.states.groups] == ["Office"]
    none = timeline(Selection(Query(NORWAY), Names(KNOWN), [], [], changed=changed), StoryOptions())
    assert none.credits() == ""


def test_what_a_timeline_shows_in_words(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    report = timeline_of(path)
    (countries,) = (column for column in report.table if column.key == "countries")
    assert [countries.text(row) for row in report.rows] == ["NOR", "SWE NOR"]
    assert [column.key for column in report.columns if column.is_long] == [
        *("title", "summary", "actors", "sources", "note", "status")
    ]


@each_of(
    ("options", "match", "said"),
    [
        (StoryOptions(), POSSIBLE, "Aug 2021"),
        (StoryOptions(group_by="year"), POSSIBLE, "Aug 2021"),
        (StoryOptions(sort="title"), POSSIBLE, "Aug 2021?"),
        (StoryOptions(sort="date"), POSSIBLE, "Aug 2021?"),
        (StoryOptions(group_by="type"), POSSIBLE, "Aug 2021?"),
        (StoryOptions(group_by="type"), CERTAIN, "Aug 2021"),
    ],
)
def test_a_date_is_marked_where_no_part_says_that_it_is_only_possible(
    options: StoryOptions, match: str, said: str
) -> None:
    found = [Match(event_of("2021-08"), match)]
    report = timeline(Selection(Query(), Names(KNOWN), found, found), options)
    (column,) = (column for column in report.table if column.key == "date")
    assert column.text(found[0]) == said
    assert column.right


def test_a_timeline_is_a_story_only_for_people() -> None:
    asked = []

    def near() -> list[Match]:
        asked.append(1)
        return [Match(event_of("1945"))]

    found = [Match(event_of("2021"), CERTAIN), Match(event_of("1931/.."), CERTAIN, UNDER_WAY)]
    report = timeline(Selection(Query(), Names(KNOWN), found[:1], found, near), StoryOptions())
    assert asked == []
    told = report.shown
    assert isinstance(told, Story)
    assert (told.counts, len(told.nearest)) == ("1 event · 1 start not told", 1)
    alone = timeline(Selection(Query(), Names(KNOWN), found[:1], found[:1]), StoryOptions()).shown
    assert isinstance(alone, Story)
    assert (alone.counts, alone.nearest) == ("1 event", [])


# --- How a timeline is told


@each_of(
    ("options", "has_parts", "order"),
    [
        (StoryOptions(), True, "story"),
        (StoryOptions("year"), True, "story"),
        (StoryOptions("decade"), True, "story"),
        (StoryOptions("type"), False, "date"),
        (StoryOptions("country"), False, "date"),
        (StoryOptions(None, "date"), False, "date"),
        (StoryOptions("year", "date"), False, "date"),
        (StoryOptions(None, "title"), False, "title"),
        (StoryOptions("type", "title"), False, "title"),
    ],
)
def test_there_are_parts_where_a_story_stands_under_times(
    options: StoryOptions,
    has_parts: bool,  # noqa: FBT001  (a column of the table)
    order: str,
) -> None:
    old = Match(event_of("1931/..", "NOR")._replace(id="old"), ONGOING, UNDER_WAY)
    new = Match(event_of("2021", "NOR")._replace(id="new"))
    headed, beside = options.split([new, old])
    assert (options.has_parts, options.order) == (has_parts, order)
    assert (list(headed), list(beside)) == (([new], [old]) if has_parts else ([new, old], []))


@each_of(
    ("options", "few", "many"),
    [
        (StoryOptions(), "decade", "year"),
        (StoryOptions(None, "date"), "decade", "year"),
        (StoryOptions("year"), "year", "year"),
        (StoryOptions("decade", "date"), "decade", "decade"),
        (StoryOptions("type"), "type", "type"),
        (StoryOptions(None, "title"), None, None),
        (StoryOptions("country", "title"), "country", "country"),
    ],
)
def test_headings_are_those_asked_for_or_of_time_where_that_is_the_order(
    options: StoryOptions, few: str | None, many: str | None
) -> None:
    two = [Match(event_of(when)) for when in ("2021", "2022")]
    six = [Match(event_of(f"{year}-0{month}")) for year in (2021, 2022) for month in (1, 2, 3)]
    assert (options.grouping(two), options.grouping(six)) == (few, many)


@each_of(
    ("date", "match", "needed", "expected"),
    [
        ("2021-08", POSSIBLE, True, "Aug 2021?"),
        ("2021-08", POSSIBLE, False, "Aug 2021"),
        ("2021-08", CERTAIN, True, "Aug 2021"),
        ("2021-08?", POSSIBLE, True, "Aug 2021?"),
        ("2021~", POSSIBLE, True, "c. 2021"),  # "c. 2021?" is of 2021%
        ("2020/2021~", POSSIBLE, True, "2020 – c. 2021"),
        ("[..2021]", POSSIBLE, True, "by 2021?"),
    ],
)
def test_a_sign_of_doubt_is_set_where_it_is_needed_and_not_there(
    date: str,
    match: str,
    needed: bool,  # noqa: FBT001  (a column of the table)
    expected: str,
) -> None:
    event = event_of(date)
    assert date_words(words(event.date), Match(event, match), needed=needed) == expected


@each_of(
    ("when", "match", "part", "told", "alone"),
    [
        ("2021", CERTAIN, STORY, "event", "event"),
        ("2021?", POSSIBLE, STORY, "doubt", "doubt"),
        ("2021?", CERTAIN, STORY, "doubt", "doubt"),
        ("2021~", POSSIBLE, STORY, "event", "doubt"),
        ("1931/..", CERTAIN, UNDER_WAY, "beside", "event"),
        ("1931?/..", POSSIBLE, UNDER_WAY, "beside", "doubt"),
        ("[..2025]", POSSIBLE, MAY_BELONG, "doubt", "doubt"),
    ],
)
def test_the_mark_of_an_event(when: str, match: str, part: str, told: str, alone: str) -> None:
    """What changes a state has another mark than the rest, but beside the story."""
    changes = {"event": "change", "doubt": "doubted change"}
    for has_parts, mark in ((True, told), (False, alone)):
        found = Match(event_of(when), match, part)
        assert mark_of(found, has_parts=has_parts) == mark
        changing = found._replace(event=found.event._replace(status={"Office": "open"}))
        beside = has_parts and part != STORY
        expected = mark if beside else changes[mark]
        assert mark_of(changing, has_parts=has_parts) == expected


# --- The story


def event_of(when: str, countries: str = "NOR", title: str = "", **fields: Any) -> Event:  # noqa: ANN401
    """Return an event with its date for an id."""
    return Event(when, parse(when), title or when, tuple(countries.split()), **fields)


NORWAY = (frozenset({"NOR"}),)
TOLD = [
    event_of("1931/..", "AFG NOR", status={"Relations": "diplomatic"}),
    event_of("/..", "NOR PSE", type="mission"),
    event_of("[2015..2021]", "NOR AFG"),
    event_of("2021-08", "AFG NOR", sources=(Citation("book", "page 1"), Citation("who"))),
    event_of("2021-08/..", "NOR AFG", type="mission.closed", status={"Embassy": "closed"}),
    event_of("2022-01?", "NOR AFG"),
    event_of("[2023-10-07..]", "NOR ISR PSE", type="un.known"),
    event_of("2024-05-28", "NOR PSE", type="treaty", status={"Recognition": "recognised"}),
    event_of("2025-06-19%", "NOR AFG", status={"Envoy": "accepted"}),
]


def told_of(
    events: Sequence[Event] = TOLD,
    window: str = "2021..",
    options: StoryOptions | None = None,
    countries: tuple[frozenset[str], ...] = NORWAY,
    limit: int | None = None,
) -> Story:
    within = parse_window(window, date(2025, 12, 31)) if window else None
    query, options = Query(countries, within), options or StoryOptions("year")
    found = [match for match in map(Matcher(query), events) if match]
    matches = arrange(found, options.order, limit=limit)
    return story(Selection(query, Names(KNOWN), matches, found), options)


def lines_of(sections: Sequence[Section]) -> dict[str, list[str]]:
    return {s.heading: [f"{entry.when}, {entry.mark}" for entry in s.rows] for s in sections}


def test_a_story_is_what_happened_under_its_years_and_what_stands_beside_it() -> None:
    told = told_of()
    assert told.title == "Norge since 2021"
    assert told.counts == "6 events · 2 under way · 1 may belong"
    assert lines_of(told.sections) == {
        "2021": ["Aug, event", "since Aug, change"],
        "2022": ["Jan?, doubt"],
        "2023": ["7 Oct or later, event"],
        "2024": ["28 May, change"],
        "2025": ["c. 19 Jun?, doubted change"],
    }
    assert lines_of(told.asides) == {
        "Under way before 2021": ["since 1931, beside", "not told, beside"],
        "May belong here": ["in 2015–21, doubt"],
    }
    assert told.aside_counts == ["Under way before 2021: 2", "May belong here: 1"]
    assert [(section.part, section.remark) for section in told.asides] == [
        (UNDER_WAY, ""),
        (MAY_BELONG, "not dated closely enough to say"),
    ]
    assert {(section.part, section.remark) for section in told.sections} == {(STORY, "")}
    assert told.nearest == []
    assert (told.grouped, told.window) == (True, parse_window("2021..", date(2025, 12, 31)))
    assert not told_of(options=StoryOptions()).grouped


@pytest.mark.parametrize("as_of", [None, date(2025, 12, 31)])
def test_a_story_is_drawn_over_its_days_and_up_to_the_last_that_files_speak_for(
    as_of: date | None,
) -> None:
    found = [Match(event_of("2021/.."), CERTAIN), Match(event_of("2025-06"), CERTAIN)]
    whens, window = [match.event.date for match in found], parse_window("2021..", date(2025, 9, 1))
    names = Names(KNOWN._replace(as_of=as_of))
    told = story(Selection(Query(window=window), names, found, found), StoryOptions())
    assert told.days == axis_days(whens, window, as_of.toordinal() if as_of else None)
    assert told.days != axis_days(whens, None, None)


def test_decades_head_a_story_where_years_hold_few_and_dates_keep_their_years() -> None:
    assert lines_of(told_of(options=StoryOptions()).sections) == {
        "2020s": [
            *("Aug 2021, event", "since Aug 2021, change", "Jan 2022?, doubt"),
            *("7 Oct 2023 or later, event", "28 May 2024, change"),
            "c. 19 Jun 2025?, doubted change",
        ]
    }


@pytest.mark.parametrize(
    ("window", "opening"),
    [
        ("2021", "2021"),
        ("2020s", "the 2020s"),
        ("2021-08..2023", "Aug 2021"),
        ("28 May 2024", "28 May 2024"),
    ],
)
def test_what_is_under_way_was_so_before_the_range_opens(window: str, opening: str) -> None:
    aside, *_ = told_of(window=window).asides
    assert aside.heading == f"Under way before {opening}"


def test_without_a_window_only_what_has_no_known_day_stands_beside_the_story() -> None:
    told = told_of(window="")
    assert told.title == "Norge"
    assert told.counts == "8 events · 1 start not told"
    assert told.aside_counts == ["Start not told: 1"]
    assert lines_of(told.asides) == {"Start not told": ["not told, beside"]}
    assert [*lines_of(told.sections)] == ["1931", "2015", *map(str, range(2021, 2026))]


@each_of(
    ("dates", "window", "limit", "counts"),
    [
        ("2021", "2021", None, "1 event"),
        ("2021 2021-08", "2021", None, "2 events"),
        ("2021 2021-08 2021-09", "2021", 2, "2 of 3 events"),
        ("2021 2021-08 1931/..", "2021", 1, "1 of 2 events · 1 under way"),
        ("2021 2021-08 1931/..", "2021", 2, "2 events · 1 under way"),
        ("2021 2021-08 1931/..", "2021", 0, "0 of 2 events · 1 under way"),
        ("1931/.. 202X", "2021", None, "nothing · 1 under way · 1 may belong"),
        ("1931/.. 202X", "2021", 1, "nothing · 1 under way · 1 may belong"),
        ("202X 2021~", "2021", None, "1 event · 1 may belong"),
        ("2020", "2021", None, "nothing"),
        ("", "", None, "nothing"),
        ("/..", "", None, "nothing · 1 start not told"),
        ("2021 /..", "", None, "1 event · 1 start not told"),
    ],
)
def test_the_counts_of_a_story(dates: str, window: str, limit: int | None, counts: str) -> None:
    told = told_of([event_of(when) for when in dates.split()], window, limit=limit)
    assert told.counts == counts


@pytest.mark.parametrize(
    "options", [StoryOptions("type"), StoryOptions(None, "title"), StoryOptions()]
)
def test_only_events_of_the_story_are_counted_as_such(options: StoryOptions) -> None:
    dated = [event_of(when) for when in ("1931/..", "1932/..", "2021-01", "2021-02")]
    assert told_of(dated, "2021", options, limit=3).counts == (
        "2 events · 2 under way" if options.has_parts else "3 of 4 events"
    )


def test_the_parties_are_those_beside_whom_was_asked_for_and_two_have_a_hue() -> None:
    told = told_of()
    assert [(p.code, p.name, p.total, p.hue) for p in told.parties] == [
        ("AFG", "Afghanistan", 4, "first"),
        ("PSE", "Palestine", 2, "second"),
        ("ISR", "Israel", 1, ""),
    ]
    entries = [entry for section in told.sections for entry in section.rows]
    assert [entry.parties for entry in entries] == [
        *[("AFG",)] * 3,
        *[("ISR", "PSE"), ("PSE",), ("AFG",)],
    ]


@pytest.mark.parametrize(
    ("concerned", "asked", "hues"),
    [
        (["NOR SWE"] * 9 + ["FIN"], (), {"NOR": "", "SWE": "first", "FIN": "second"}),
        (["NOR SWE"] * 9 + ["FIN"], (frozenset({"NOR"}),), {"SWE": "first"}),
        (["NOR SWE"] * 8 + ["FIN"], (), {"NOR": "first", "SWE": "second", "FIN": ""}),
        (["NOR"], (), {"NOR": "first"}),  # there is no other
    ],
)
def test_who_nearly_all_events_share_has_no_hue_where_no_country_was_asked_for(
    concerned: list[str], asked: tuple[frozenset[str], ...], hues: dict[str, str]
) -> None:
    told = told_of([event_of("2021", codes) for codes in concerned], countries=asked)
    assert {party.code: party.hue for party in told.parties} == hues


@pytest.mark.parametrize(
    ("countries", "parties"),
    [
        ((), ["NOR", "AFG", "PSE", "ISR"]),
        ((frozenset({"NOR", "AFG"}),), ["NOR", "AFG", "PSE", "ISR"]),
        ((*NORWAY, frozenset({"PSE", "ISR"})), ["PSE", "ISR"]),
        ((*NORWAY, frozenset({"PSE"})), ["ISR"]),
    ],
)
def test_who_was_asked_for_by_name_is_no_other_party(
    countries: tuple[frozenset[str], ...], parties: list[str]
) -> None:
    assert [party.code for party in told_of(countries=countries).parties] == parties


def test_an_entry_says_all_that_there_is_to_say() -> None:
    sections = told_of().sections
    taken, closed = sections[0].rows
    assert taken == Entry(
        event=TOLD[3],
        match=CERTAIN,
        part=STORY,
        when="Aug",
        mark="event",
        parties=("AFG",),
        kind="",
        sources=("The book, page 1", "who"),
        hue="first",
    )
    assert (closed.kind, closed.sources) == ("Mission closed", ())
    assert sections[2].rows[0].kind == "un.known"
    assert sections[1].rows[0].match == POSSIBLE


def test_a_story_without_parts_has_all_in_one_order_and_marks_what_is_only_possible() -> None:
    told = told_of(options=StoryOptions(None, "title"))
    assert lines_of(told.sections) == {
        "": [
            *("not told, event", "since 1931, change", "Aug 2021, event"),
            *("since Aug 2021, change", "Jan 2022?, doubt", "28 May 2024, change"),
            *("c. 19 Jun 2025?, doubted change", "in 2015–21?, doubt"),
            "7 Oct 2023 or later, event",
        ]
    }
    assert (told.asides, told.aside_counts) == ([], ())
    assert told.counts == "9 events"
    assert {entry.part for entry in told.sections[0].rows} == {STORY}


def test_by_date_all_stands_under_times() -> None:
    assert [*lines_of(told_of(options=StoryOptions("year", "date")).sections)] == [
        *("1931", "2015", *map(str, range(2021, 2026)), "No known day")
    ]


def test_by_type_events_stand_under_families() -> None:
    sections = lines_of(told_of(options=StoryOptions("type")).sections)
    assert [(heading, len(lines)) for heading, lines in sections.items()] == [
        *(("No type", 5), ("Mission", 2), ("Un", 1), ("Treaty", 1))
    ]
    assert sections["Mission"] == ["since Aug 2021, change", "not told, event"]


def test_by_country_events_stand_under_each_other_party_and_are_counted_once() -> None:
    told = told_of(options=StoryOptions("country"))
    assert [(section.heading, len(section.rows)) for section in told.sections] == [
        *(("Afghanistan", 6), ("Israel", 1), ("Palestine", 3))
    ]
    assert told.counts == "9 events"


@pytest.mark.parametrize(
    "options", [StoryOptions(), StoryOptions("year"), StoryOptions(None, "title")]
)
def test_nothing_has_no_heading(options: StoryOptions) -> None:
    told = told_of([], options=options)
    assert (told.counts, told.sections, told.asides, [*told.aside_counts]) == (
        "nothing",
        [],
        [],
        [],
    )
    assert (told.marks, told.parties) == (set(), [])


def test_what_is_next_to_a_range_is_told_with_its_years() -> None:
    near = [Match(event_of("1945-05", "NOR SWE")), Match(event_of("196X"))]
    told = story(Selection(Query(NORWAY), Names(KNOWN), [], [], lambda: near), StoryOptions())
    assert [(entry.when, entry.parties) for entry in told.nearest] == [
        ("May 1945", ("SWE",)),
        ("1960s", ()),
    ]


@pytest.mark.parametrize("long", [True, False])
@pytest.mark.parametrize("listed", [True, False])
def test_the_marks_are_those_of_what_is_shown(*, listed: bool, long: bool) -> None:
    told = told_of(options=StoryOptions("year", listed=listed, long=long))
    assert (told.listed, told.long) == (listed, long)
    marks = {"event", "change", "doubt", "doubted change"}
    assert told.marks == (marks | {"beside"} if listed else marks)


# --- Cards


def card_of(number: int, *events: Event, as_of: str | None = None) -> Card:
    """Return the card of one of the events, among all of them.

    `as_of` is the last day that their file speaks for, or one such day or "-" for each.
    """
    days = zip(events, (as_of or "-").split() * len(events), strict=False)
    spoken = {event.id: date.fromisoformat(day) for event, day in days if day != "-"}
    timeline = Timeline(KNOWN, events, frozenset(), spoken)
    (card,) = cards([events[number]], timeline, Names(KNOWN)).cards
    return card


def changes(*effects: str) -> list[Event]:
    pairs = [effect.split() for effect in effects]
    return [event_of(when, status={"Office": state}) for when, state in pairs]


def test_a_card_has_the_same_data_as_a_timeline(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    assert sorted(map(str, table(cards_of(path)))) == sorted(map(str, table(timeline_of(path))))
    assert written("plain", cards_of(path)).splitlines()[1].startswith("least\t[..2006]\t\t")
    assert cards_of(path).shown is not None


def facts_of(card: Card) -> list[tuple[str, list[str]]]:
    """Return the facts of a card in words, none of which has an address."""
    assert not any(said.address for _, told in card.facts for said in told)
    return [(label, [said.words for said in told]) for label, told in card.facts]


def test_a_card_says_everything(write: Write) -> None:
    told = cards_of(write("e.yaml", EVERYTHING)).shown
    assert isinstance(told, Cards)
    everything, least = told.cards
    assert everything._replace(neighbours=(), facts=()) == Card(
        title='The "office", as it was called',
        about=["since Aug 2021", "Mission closed", "Sweden, Norway"],
        summary="One. Two.",
        facts=(),
        neighbours=(),
        id="everything",
        codes=["2021-08/.."],
    )
    assert facts_of(everything) == [
        ("Makes true", ["Office in Łódź: closed, still so", "Envoy: gone, still so"]),
        ("Actors", ["Jonas Gahr Støre, =1+1"]),
        ("Place", ["Łódź"]),
        ("Note", ["=1+1"]),
        ("Sources", ["The book, page 1", "The film"]),
    ]
    assert least._replace(neighbours=()) == Card(
        "Least", ["by 2006", "Norway"], "", [], (), "least", ["[..2006]"]
    )


def test_a_card_has_the_address_of_a_source() -> None:
    names = Names(KNOWN._replace(sources={"paper": WHOLE}))
    event = event_of("2021", sources=(Citation("paper"), Citation("who")))
    (told,) = cards([event], Timeline(KNOWN, (event,), frozenset()), names).cards
    assert told.facts == [
        ("Sources", [(names.full_citation(Citation("paper")), WHOLE.url), ("who", "")])
    ]


def test_a_card_has_the_codes_of_its_type() -> None:
    types = {"vote": EventType("vote", "Vote", None, "CONSULT", "04"), "x": EventType("x", "X")}
    known = Vocabulary(types=types)
    shown = [event_of("2021", type=kind) for kind in ("vote", "x", None)]
    timeline = Timeline(known, tuple(shown), frozenset())
    found = cards(shown, timeline, Names(known)).cards
    assert [card.codes for card in found] == [
        ["2021", "PLOVER CONSULT", "CAMEO 04"],
        ["2021"],
        ["2021"],
    ]
    assert [card.about[1] for card in found] == ["Vote", "X", "Norway"]


@each_of(
    ("number", "effects", "as_of", "said"),
    [
        (0, ["2021-08 shut"], None, "shut, still so"),
        (0, ["2021-08 shut"], "2025-06-20", "shut, still so on 20 Jun 2025"),
        (0, ["2001 open", "2021-08 shut"], "2025-06-20", "open, until Aug 2021"),
        (1, ["2001 open", "2021-08 shut"], "2025-06-20", "shut, still so on 20 Jun 2025"),
        (0, ["2001 open", "2021-08~ shut"], None, "open, until c. Aug 2021"),
        (0, ["2001 open", "2021-08/.. shut"], None, "open, until Aug 2021"),
        (0, ["2001 open", "[..2025-04-24] shut"], None, "open, changed by 24 Apr 2025"),
        (0, ["2001 open", "[2020..2030] shut"], None, "open, changed in 2020–30"),
        (0, ["2001 open", "/2010 shut"], None, "open, until a day that is not told"),
        (0, ["2001 open", "2021? shut"], None, "open, until 2021?"),
        # What is only perhaps so is not said to be so.
        (1, ["2001 open", "2021? shut"], "2025-06-20", "shut, perhaps still so on 20 Jun 2025"),
        (0, ["2021? shut"], None, "shut, perhaps still so"),
        # What only says it again begins nothing, and ends nothing.
        (0, ["2001 open", "2005 open", "2010 shut"], None, "open, until 2010"),
        (1, ["2001 open", "2005 open", "2010 shut"], None, "open"),
        # Beyond the last day of the file nothing is known yet.
        (0, ["2001 open", "2030 shut"], "2025-06-20", "open, still so on 20 Jun 2025"),
        (1, ["2001 open", "2030 shut"], "2025-06-20", "shut"),
        # Each file has a last day of its own.
        (0, ["2001 open", "2010 shut"], "2005-06-20 2025-06-20", "open, until 2010"),
        (1, ["2001 open", "2010 shut"], "2005-06-20 2025-06-20", "shut, still so on 20 Jun 2025"),
        (
            0,
            ["2001 open", "/.. shut"],
            "2025-06-20 2005-06-20",
            "open, until a day that is not told",
        ),
        (0, ["2001 open", "2010 shut"], "2025-06-20 -", "open, until 2010"),
        (0, ["2001 open", "2005 open"], "2005-06-20 -", "open, still so on 20 Jun 2005"),
        (1, ["2001 open", "2010 shut"], "2005-06-20 -", "shut, still so"),
    ],
)
def test_a_card_says_how_long_what_it_makes_true_lasts(
    number: int, effects: list[str], as_of: str | None, said: str
) -> None:
    card = card_of(number, *changes(*effects), as_of=as_of)
    assert facts_of(card) == [("Makes true", [f"Office: {said}"])]


AROUND = [
    event_of("2021-12", "NOR AFG"),
    event_of("1931/..", "NOR AFG"),
    event_of("2001", "AFG NOR PSE"),
    event_of("/..", "NOR AFG"),
    event_of("2005", "NOR SWE"),
    event_of("2007", "NOR AFG"),
    event_of("2007-05", "NOR AFG", status={"Office": "open"}),
    event_of("2021-08?", "NOR AFG"),
]


@each_of(
    ("number", "around"),
    [
        (1, "1931/.. 2001 2007"),
        (2, ""),
        (3, ""),
        (4, ""),
        (5, "1931/.. 2001 2007 2007-05 2021-08?"),
        (6, "2001 2007 2007-05 2021-08? 2021-12"),
        (0, "2007-05 2021-08? 2021-12"),
    ],
)
def test_a_card_stands_between_what_concerns_all_of_its_countries_too(
    number: int, around: str
) -> None:
    assert [entry.event.id for entry in card_of(number, *AROUND).neighbours] == around.split()


def test_what_is_around_a_card_is_said_in_full() -> None:
    around = card_of(6, *AROUND).neighbours
    assert [(entry.when, entry.mark) for entry in around] == [
        ("2001", "event"),
        ("2007", "event"),
        ("May 2007", "change"),
        ("Aug 2021?", "doubt"),
        ("Dec 2021", "event"),
    ]
    assert around[0].parties == ("AFG", "NOR", "PSE")
    assert card_of(3, *AROUND).about[0] == "Start not told"


NEAR = [
    event_of("2021-08", "NOR AFG"),
    event_of("2021-07-31", "NOR AFG PSE"),
    event_of("2021-08-01", "NOR AFG", status={"Office": "open"}),
    event_of("2021-08-31", "NOR AFG PSE"),
    event_of("2021-09-01?", "NOR AFG SWE"),
    event_of("1931/..", "NOR AFG"),
    event_of("2021~", "NOR AFG"),
    event_of("[2019..2020]", "NOR AFG"),
    event_of("2021-08", "NOR SWE")._replace(id="other"),
    event_of("/..", "NOR AFG"),
]


@pytest.mark.parametrize(
    ("number", "counts", "sections", "asides", "parties"),
    [
        (
            0,
            "5 events · 1 under way · 2 may belong",
            {
                "2 months before": ["31 Jul 2021, event"],
                "Aug 2021": ["Aug 2021, event", "1 Aug 2021, change", "31 Aug 2021, event"],
                "2 months after": ["1 Sep 2021?, doubt"],
            },
            {
                "Under way before 1 Jun 2021": ["since 1931, beside"],
                "May belong here": ["c. 2021, doubt", "not told, doubt"],
            },
            [("PSE", 2), ("SWE", 1)],
        ),
        (4, "1 event", {"1 Sep 2021?": ["1 Sep 2021?, doubt"]}, {}, []),
        (
            7,
            "1 event · 1 under way · 2 may belong",
            {"in 2019–20": ["in 2019–20, event"]},
            {
                "Under way before 1 Nov 2018": ["since 1931, beside"],
                "May belong here": ["c. 2021, doubt", "not told, doubt"],
            },
            [],
        ),
    ],
)
def test_what_happened_around_an_event_is_told_before_it_at_its_time_and_after_it(
    number: int,
    counts: str,
    sections: dict[str, list[str]],
    asides: dict[str, list[str]],
    parties: list[tuple[str, int]],
) -> None:
    timeline, long = Timeline(KNOWN, tuple(NEAR), frozenset()), parse_length("2 months")
    told = show([NEAR[number]], timeline, Names(KNOWN), long).shown
    assert isinstance(told, Cards)
    (card,) = told.cards
    near, query = card.story, Query(tuple(frozenset({c}) for c in NEAR[number].countries))
    days = stated_days(NEAR[number].date)
    assert near is not None
    assert days is not None
    assert (near.counts, lines_of(near.sections), card.neighbours) == (counts, sections, ())
    asked = query._replace(window=window_around(days, long))
    assert near._replace(sections=(), asides=(), parties=(), tally={}) == Story(
        title_of(asked, Names(KNOWN)), {}, (), (), (), (), listed=True, window=asked.window
    )
    assert lines_of(near.asides) == asides
    assert [(party.code, party.total) for party in near.parties] == parties


def test_events_in_full_have_what_happened_around_them_once_where_it_is_asked_for() -> None:
    timeline, events = Timeline(KNOWN, tuple(NEAR), frozenset()), [NEAR[0], NEAR[4], NEAR[9]]
    alone = show(events, timeline, Names(KNOWN))
    assert (alone.rows, alone.plain, alone.table) == ([*map(Match, events)], alone.columns, ())
    report = show(events, timeline, Names(KNOWN), parse_length("1 day"))
    assert [(row.event.id, row.part) for row in report.rows] == [
        *((day, STORY) for day in ("2021-07-31", "2021-08", "2021-08-01", "2021-08-31")),
        *(("2021-09-01?", STORY), ("1931/..", UNDER_WAY)),
        *(("2021~", MAY_BELONG), ("/..", MAY_BELONG)),
    ]
    told = report.shown
    assert isinstance(told, Cards)
    assert [card.story is None for card in told.cards] == [False, False, True]


# --- Vocabularies


def test_countries_are_declared_or_occur(write: Write) -> None:
    report = vocabulary.countries(load(write("e.yaml", EVERYTHING))[0])
    assert table(report) == [["NOR", "Norway", [], 2], ["SWE", "Sweden", ["Sverige"], 1]]
    assert report.summary == "2 countries"
    assert written("plain", report) == "NOR\tNorway\t\t2\nSWE\tSweden\tSverige\t1\n"
    free = vocabulary.countries(load(write("free.yaml", FREE))[0])
    assert table(free) == [["NOR", "Norway", [], 2], ["XKX", "Kosovo", [], 1]]
    assert [column.key for column in free.columns] == ["code", "name", "aliases", "count"]


def test_types_are_declared_or_occur_and_count_their_families(write: Write) -> None:
    report = vocabulary.types(load(write("e.yaml", EVERYTHING))[0])
    assert table(report) == [
        ["mission", "Mission", None, None, None, 1],
        ["mission.closed", "Mission closed", None, None, None, 1],
    ]
    free = vocabulary.types(load(write("free.yaml", FREE))[0])
    assert [(row[0], row[5]) for row in table(free)] == [("a", 1), ("b.c", 1)]
    assert [column.key for column in free.columns] == [
        *("type", "label", "description", "plover", "cameo", "count")
    ]


def test_a_type_counts_its_members_whatever_comes_first(write: Write) -> None:
    event = '{{"date": "2021", "title": "{0}", "countries": ["NOR"], "type": "{0}"}}\n'
    report = vocabulary.types(load(write("e.jsonl", event.format("a.b") + event.format("a")))[0])
    assert [(row[0], row[5]) for row in table(report)] == [("a", 2), ("a.b", 1)]


def test_sources_are_declared_or_cited_and_count_each_event_once(write: Write) -> None:
    report = vocabulary.sources(load(write("e.yaml", EVERYTHING))[0])
    assert table(report) == [
        ["book", "The book", *[None] * 5, 1],
        ["film", "The film", "film", *[None] * 4, 1],
    ]
    assert [column.key for column in report.table] == ["source", "title", "kind", "count"]
    free = vocabulary.sources(load(write("free.yaml", FREE))[0])
    assert [(row[0], row[-1]) for row in table(free)] == [("where", 1), ("who", 1)]
    assert [row[1] for row in table(free)] == [None, "Who"]
    keys = ["source", "title", "kind", "author", "publisher", "date", "url", "count"]
    assert [column.key for column in free.columns] == keys
    assert free.plain == free.columns


def test_all_that_is_told_of_a_source_stands_in_columns(write: Write) -> None:
    file = """\
sources:
  who: {title: Who}
  paper: {title: A day, kind: news, author: A. Writer, publisher: The Paper, date: 2025-06-20,
    url: "https://a.b/c"}
events: [{date: 2001, title: A, countries: [NOR], sources: [paper]}]
"""
    report = vocabulary.sources(load(write("e.yaml", file))[0])
    assert [(c.key, c.heading, c.wraps, [*map(c.text, report.rows)]) for c in report.table] == [
        ("source", "Source", 0, ["who", "paper"]),
        ("title", "Title", 24, ["Who", "A day"]),
        ("kind", "Kind", 0, ["", "news"]),
        ("author", "Author", 24, ["", "A. Writer"]),
        ("publisher", "Publisher", 24, ["", "The Paper"]),
        ("date", "Date", 0, ["", "20 Jun 2025"]),
        ("url", "Address", 24, ["", "https://a.b/c"]),
        ("count", "Events", 0, ["0", "1"]),
    ]
    assert table(report)[1][5] == "2025-06-20"


def test_maps_are_named_with_what_they_read() -> None:
    report = maps([("a", "A table"), ("b", "B table")])
    assert table(report) == [["a", "A table"], ["b", "B table"]]
    assert [(c.key, c.wraps) for c in report.columns] == [("map", 0), ("about", 2)]
    assert report.columns == report.plain == report.table


DECLARED = """\
sources: {book: {title: A long title of a book that nobody has, kind: book}}
countries: {NOR: {name: Norway in the north of Europe, aliases: [Norge, Kingdom of Norway]}}
types:
  mission: {label: Mission abroad, description: An office of a state in another one,
    plover: CONSULT, cameo: "05"}
events:
  - {date: 2001, title: A, type: mission, countries: [NOR], sources: [book]}
  - {date: 2002, title: B, type: mission, countries: [NOR], sources: [book]}
"""


def test_actors_and_places_are_counted_the_most_frequent_first(write: Write) -> None:
    event = "- {{date: {}, title: T, countries: [NOR], actors: [{}], place: {}}}\n"
    lines = [("2001", "b, Ä", "x"), ("2002", "b, b", "X"), ("2003", "A", "x"), ("2004", "", "~")]
    timeline, _ = load(write("e.yaml", "".join(event.format(*line) for line in lines)))
    actors, places = vocabulary.actors(timeline), vocabulary.places(timeline)
    assert written("csv", actors) == "name,count\nb,2\nA,1\nÄ,1\n"
    assert written("plain", places) == "x\t2\nX\t1\n"
    assert (actors.summary, places.summary) == ("3 actors", "2 places")
    assert [column.wraps for column in actors.table] == [USUAL, 0]


def test_vocabularies_are_tables(write: Write) -> None:
    timeline, _ = load(write("e.yaml", DECLARED))
    countries = written("table", vocabulary.countries(timeline), 66)
    types = written("table", vocabulary.types(timeline), 69)
    sources = written("table", vocabulary.sources(timeline), 50)
    assert (
        countries + types + sources
        == """\
Code  Name                        Aliases                   Events
NOR   Norway in the north of      Norge; Kingdom of Norway       2
      Europe

1 country
Type     Label         Description             PLOVER   CAMEO  Events
mission  Mission       An office of a state    CONSULT  05          2
         abroad        in another one

1 type
Source  Title                         Kind  Events
book    A long title of a book that   book       2
        nobody has

1 source
"""
    )


def test_a_type_that_no_file_declares_counts_the_events_of_its_members(write: Write) -> None:
    line = "- {date: 2001, title: %s, type: %s, countries: [norway]}\n"
    file = "".join(line % pair for pair in (("A", "a"), ("B", "a.b"), ("C", "a.b"), ("D", "a.c")))
    free = vocabulary.types(load(write("free.yaml", file))[0])
    assert [(row[0], row[1], row[5]) for row in table(free)] == [
        *(("a", "a", 4), ("a.b", "a.b", 2), ("a.c", "a.c", 1))
    ]


# --- Problems


def test_problems_are_lines_for_people_and_fields_for_scripts() -> None:
    problem = Problem("a\x1b.yaml", 3, 10, "it is wrong", "warning")
    report = findings.problems([problem], 5)
    assert written("plain", report) == "a\\x1b.yaml:3:10: warning: it is wrong\n"
    assert [column.key for column in report.columns] == [
        *("file", "line", "column", "severity", "message")
    ]
    assert [column.key for column in (*report.plain, *report.table)] == ["problem", "problem"]
    assert table(report) == [["a\\x1b.yaml", 3, 10, "warning", "it is wrong"]]


@each_of(
    ("problems", "said"),
    [
        ("a error", "1 error in a"),
        ("a error, a error", "2 errors in a"),
        ("a warning", "1 warning in a"),
        ("- error", "1 error in standard input"),
        ("a warning, b warning", "2 warnings in 2 files"),
        ("a error, b warning, a error", "2 errors, 1 warning in 2 files"),
        ("a\x1b warning, a\x1b error", "1 error, 1 warning in a\\x1b"),
    ],
)
def test_problems_are_counted_by_how_bad_they_are(problems: str, said: str) -> None:
    pairs = [each.split() for each in problems.split(", ")]
    assert findings.problem_count([Problem(file, 1, 1, "no", how) for file, how in pairs]) == said


@pytest.mark.parametrize(
    ("events", "summary"), [(0, "0 events, nothing wrong"), (1, "1 event, nothing wrong")]
)
def test_no_problem_is_said_to_people(events: int, summary: str) -> None:
    assert written("table", findings.problems([], events)) == f"{summary}\n"


def test_problems_are_wrapped_under_no_heading() -> None:
    problem = Problem("a.yaml", 3, 10, "it is wrong and should be another", "error")
    assert written("table", findings.problems([problem], 5), width=40) == (
        "a.yaml:3:10: error: it is wrong and\n  should be another\n"
    )
