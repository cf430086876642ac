"""TimelineJS: what its documentation asks for, with dates as honest as they were."""

import json
from collections.abc import Callable
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from diplo import reading
from diplo.history.parts import Match, part_of
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import parse_window
from diplo.model.events import Citation, Country, Event, Source, Vocabulary
from diplo.reports import Names, Report
from diplo.reports.selection import Selection
from diplo.reports.story import Story, StoryOptions
from diplo.reports.timeline import timeline
from tests.conftest import EVERYTHING, timeline_of, written
from tests.tables import each_of

Write = Callable[..., Path]

DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "year": {"type": "integer", "minimum": 1, "maximum": 9999},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
SLIDE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "display_date": {"type": "string", "minLength": 1},
        "text": {
            "type": "object",
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "required": ["headline", "text"],
            "additionalProperties": False,
        },
        "group": {"type": "string", "minLength": 1},
        "autolink": {"const": False},
        "unique_id": {"type": "string", "minLength": 1},
    },
    "required": ["text", "unique_id", "autolink"],
    "additionalProperties": False,
}
# As https://timeline.knightlab.com/docs/json-format.html describes it, for human dates.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {**SLIDE, "not": {"required": ["start_date"]}},
        "events": {"type": "array", "items": {**SLIDE, "required": ["start_date", "unique_id"]}},
        "scale": {"const": "human"},
    },
    "required": ["title", "events", "scale"],
    "additionalProperties": False,
}
HOSTILE = "</p><script>x()</script> & &amp; \"a\" 'b' <img src=x onerror=y()> www.x'onclick='y()"


class Html(HTMLParser):
    """What HTML holds: its tags with their attributes, and its text by paragraphs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs = [""]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        self.paragraphs[-1] += data


def read(report: Report) -> dict[str, Any]:
    """Return the data that was written, having checked it against the documentation."""
    data: dict[str, Any] = json.loads(written("timelinejs", report))
    Draft202012Validator(SCHEMA).validate(data)
    ids = [slide["unique_id"] for slide in (data["title"], *data["events"])]
    assert len(set(ids)) == len(ids)
    return data


def report_on(*events: Event, vocabulary: Vocabulary | None = None) -> Report:
    matches = [Match(event, part=part_of(event.date, None)) for event in events]
    return timeline(
        Selection(Query(), Names(vocabulary or Vocabulary()), matches, matches), StoryOptions()
    )


def since_2021(path: Path, *countries: str, options: StoryOptions | None = None) -> Report:
    asked = tuple(frozenset({code}) for code in countries)
    query = Query(asked, parse_window("2021..", date(2025, 12, 31)))
    return timeline_of(path, query, options)


def ids(report: Report) -> list[str]:
    return [slide["unique_id"] for slide in read(report)["events"]]


def groups(report: Report) -> dict[str, str | None]:
    return {slide["unique_id"]: slide.get("group") for slide in read(report)["events"]}


def dated(*texts: str) -> list[Event]:
    return [Event(f"e{i}", dates.parse(t), "T", ("NOR",)) for i, t in enumerate(texts)]


def days(slide: dict[str, Any], key: str) -> str:
    """Return a date as year-month-day, as far as it is told."""
    numbers = slide.get(key, {})
    assert list(numbers) == ["year", "month", "day"][: len(numbers)]
    return "-".join(map(str, numbers.values()))


def test_an_event_is_told_in_full(write: Write) -> None:
    path = write("e.yaml", f"title: File & co\nas_of: 2025-06-20\n{EVERYTHING}")
    assert (
        written("timelinejs", timeline_of(path))
        == """\
{
  "title": {
    "unique_id": "title_slide",
    "text": {
      "headline": "File &amp; co",
      "text": "<p>as of 20 Jun 2025</p>"
    },
    "autolink": false
  },
  "events": [
    {
      "unique_id": "everything",
      "start_date": {
        "year": 2021,
        "month": 8
      },
      "display_date": "since Aug 2021",
      "text": {
        "headline": "The \\"office\\", as it was called",
        "text": "<p>One. Two.</p><p>Mission closed · Sweden, Norway · Łódź · Jonas Gahr Støre, =1+1\
</p><p>Office in Łódź: closed; Envoy: gone</p><p>Note: =1+1</p>\
<p>Sources: The book, page 1; The film</p>"
      },
      "group": "Sweden",
      "autolink": false
    }
  ],
  "scale": "human"
}
"""
    )


def test_nothing_is_an_empty_list(write: Write) -> None:
    data = read(timeline_of(write("e.yaml", "events: []")))
    assert data["events"] == []
    assert data["title"]["text"] == {"headline": "All events", "text": ""}


@each_of(
    ("date", "start", "end", "words"),
    [
        ("2021", "2021", "", ""),
        ("2021-08", "2021-8", "", ""),
        ("2021-08-15", "2021-8-15", "", ""),
        ("2021-XX", "2021", "", ""),
        ("2021-08-XX", "2021-8", "", ""),
        ("0001", "1", "", ""),
        ("9998-12-31", "9998-12-31", "", ""),
        ("1994~", "1994", "", "c. 1994"),
        ("1994-02?", "1994-2", "", "Feb 1994?"),
        ("1994-02-03%", "1994-2-3", "", "c. 3 Feb 1994?"),
        ("2021-21", "2021-3", "2021-5", "spring 2021"),
        ("2023-24", "2023-12", "2024-2", "winter 2023–24"),
        ("196X", "1960", "1969", "1960s"),
        ("00XX", "1", "99", "1st century"),
        ("196X~", "1960", "1969", "c. 1960s"),
        ("2021-01-02/2021-03-04", "2021-1-2", "2021-3-4", ""),
        ("2021-01-02?/2021-03-04", "2021-1-2", "2021-3-4", "2 Jan 2021? – 4 Mar 2021"),
        ("2021-01-02/2021-03-04~", "2021-1-2", "2021-3-4", "2 Jan 2021 – c. 4 Mar 2021"),
        ("2021-01/2021-03-04", "2021-1", "2021-3-4", "Jan – 4 Mar 2021"),
        ("2021-01-02/2021-02", "2021-1-2", "2021-2", "2 Jan – Feb 2021"),
        ("2002/2006", "2002", "2006", "2002–06"),
        ("2002/2002", "2002", "", "2002"),
        ("2001~/2021~", "2001", "2021", "c. 2001–21"),
        ("196X/1975", "1960", "1975", "1960s–1975"),
        ("2021-08/..", "2021-8", "", "since Aug 2021"),
        ("2021-08?/..", "2021-8", "", "since Aug 2021?"),
        ("2021-08-15/", "2021-8-15", "", "from 15 Aug 2021"),
        ("196X/..", "1960", "", "since 1960s"),
        ("[2002..]", "2002", "", "2002 or later"),
        ("[2023-10-07..]", "2023-10-7", "", "7 Oct 2023 or later"),
        ("[196X..]", "1960", "", "1960s or later"),
        ("[2002..2006]", "2002", "2006", "in 2002–06"),
        (
            *("[2023-10-07..2023-12]", "2023-10-7", "2023-12"),
            "between 7 Oct and Dec 2023",
        ),
    ],
)
def test_a_date_is_told_in_numbers_and_what_they_cannot_tell_in_words(
    date: str, start: str, end: str, words: str
) -> None:
    slide = read(report_on(*dated(date)))["events"][0]
    assert (days(slide, "start_date"), days(slide, "end_date")) == (start, end)
    assert slide.get("display_date", "") == words


@each_of(
    "text",
    [
        "/..",
        "[..2006]",
        "[..2025-04-24]",
        "/2010-12",
        "../2021",
        "/2021~",
        "../196X",
        "/2021-08-15",
    ],
)
def test_what_has_no_day_to_begin_on_is_left_out(text: str) -> None:
    assert ids(report_on(*dated(text, "2001"))) == ["e1"]


PARTS = """\
- {id: aid, date: 1990/.., title: Aid, countries: [NOR, AFG]}
- {id: meeting, date: "2021-06-19?", title: Meeting, countries: [NOR, SWE, AFG]}
- {id: visit, date: 2022, title: Visit, countries: [AFG, NOR]}
- {id: vote, date: 2023, title: Vote, countries: [NOR]}
- {id: office, date: "[2019..2022]", title: Office, countries: [NOR, SWE]}
- {id: relations, date: /.., title: Relations, countries: [NOR, SWE]}
"""


def test_the_story_alone_is_told(write: Write) -> None:
    path = write("e.yaml", PARTS)
    assert ids(since_2021(path)) == ["meeting", "visit", "vote"]
    assert read(since_2021(path))["title"]["text"]["headline"] == "All events since 2021"
    every = ["aid", "office", "meeting", "visit", "vote"]  # there are no parts among countries
    assert ids(since_2021(path, options=StoryOptions("country"))) == every
    assert ids(timeline_of(path)) == ["aid", "office", "meeting", "visit", "vote"]
    assert "ossibl" not in written("timelinejs", since_2021(path))


def test_a_doubt_stands_in_the_date(write: Write) -> None:
    slide, *_ = read(since_2021(write("e.yaml", PARTS)))["events"]
    assert slide["display_date"] == "19 Jun 2021?"


def test_a_lane_is_the_first_other_party(write: Write) -> None:
    path = write("e.yaml", PARTS)
    named = {"meeting": "Sweden", "visit": "Afghanistan", "vote": None}
    assert groups(since_2021(path, "NOR")) == named
    named = {"meeting": "Norway", "visit": "Norway"}
    assert groups(since_2021(path, "AFG")) == named
    named = {"meeting": "Norway", "visit": "Afghanistan", "vote": "Norway"}
    assert groups(since_2021(path)) == named


def test_where_there_is_one_party_in_all_there_are_no_lanes(write: Write) -> None:
    path = write("e.yaml", PARTS.replace("[NOR, SWE, AFG]", "[NOR, AFG]"))
    assert groups(since_2021(path, "NOR")) == {"meeting": None, "visit": None, "vote": None}
    assert groups(since_2021(path, "NOR", "AFG")) == {"meeting": None, "visit": None}


def test_a_group_names_every_heading_where_they_were_asked_for(write: Write) -> None:
    path = write("e.yaml", EVERYTHING.replace("[..2006]", "2006"))
    named = {"least": "Norway", "everything": "Norway, Sweden"}
    assert groups(timeline_of(path, options=StoryOptions("country"))) == named
    assert groups(timeline_of(path, options=StoryOptions("year"))) == {
        "least": "2006",
        "everything": "2021",
    }


@pytest.mark.parametrize("heading", ["A & B", "&lt;img src=x onerror=y()&gt;", HOSTILE])
def test_a_group_is_shown_as_it_is_however_it_is_shown(heading: str) -> None:
    names = {code: Country(code, heading) for code in ("NOR", "SWE")}
    event = dated("2021")[0]._replace(countries=("NOR", "SWE"))
    found, known = [Match(event)], Names(Vocabulary(countries=names))
    lanes = timeline(Selection(Query(), known, found, found), StoryOptions())
    headings = timeline(
        Selection(Query((frozenset({"NOR"}),)), known, found, found), StoryOptions("country")
    )
    for report in (lanes, headings):
        check_group(read(report)["events"][0]["group"], heading)


def check_group(group: str, heading: str) -> None:
    # TimelineJS takes its text out of it as out of HTML, and puts that where HTML stands.
    once = Html(group)
    twice = Html(once.paragraphs[0])
    assert once.tags == twice.tags == []
    assert twice.paragraphs == [heading]


@pytest.mark.parametrize(
    ("url", "tags"),
    [
        ("https://a.b/?c=1&d=\"'", ["p", "p", "a"]),
        ("http://a.b/", ["p", "p", "a"]),
        ("javascript:x()//http://a.b", ["p", "p"]),
        (None, ["p", "p"]),
    ],
)
def test_a_source_is_a_link_to_the_web_only(url: str | None, tags: list[str]) -> None:
    sources = {"s": Source("s", "<i>S</i>", url=url)}
    vocabulary = Vocabulary(sources=sources, described={"t": Source("t", "&T")})
    event = dated("2021")[0]._replace(sources=(Citation("s", "p. <1>"), Citation("t")))
    html = Html(read(report_on(event, vocabulary=vocabulary))["events"][0]["text"]["text"])
    assert [tag for tag, _ in html.tags] == tags
    assert [attributes for tag, attributes in html.tags if tag == "a"] == [{"href": url}] * (
        "a" in tags
    )
    assert html.paragraphs[1] == "Sources: <i>S</i>, p. <1>; &T"


def test_a_source_without_a_title_is_named_by_its_id() -> None:
    event = dated("2021")[0]._replace(sources=(Citation("s"),))
    assert read(report_on(event))["events"][0]["text"]["text"].endswith("<p>Sources: s</p>")


@given(texts=st.lists(st.text(min_size=1), min_size=7, max_size=7))
def test_no_text_acts_as_html(texts: list[str]) -> None:
    check_texts(texts)


def test_no_hostile_text_acts_as_html() -> None:
    check_texts([HOSTILE] * 7)


def check_texts(texts: list[str]) -> None:
    """Check that texts wherever they can stand are all there, and nothing else."""
    title, words, note, subject, place, actor, locator = texts
    summary = f"{words} at length"
    event = Event(
        *("a", dates.parse("2021"), title, ("NOR",), None, (actor,), place, summary),
        (Citation("s", locator),),
        note,
        {subject: "so"},
    )
    report = report_on(event, vocabulary=Vocabulary(title=title))
    data = read(report._replace(screen=lambda: Story(f"All {title}", {}, (), (), (), ())))
    told = data["events"][0]["text"]
    assert "<" not in told["headline"]
    assert unescape(told["headline"]) == title
    assert [tag for tag, _ in Html(told["text"]).tags] == ["p"] * 5
    assert unescape(told["text"].removeprefix("<p>").removesuffix("</p>")).split("</p><p>") == [
        part
        for text in (
            summary,
            f"Norway · {place} · {actor}",
            f"{subject}: so",
            f"Note: {note}",
            f"Sources: s, {locator}",
        )
        for part in text.split("</p><p>")
    ]
    assert data["title"]["text"]["text"].count("<") == 2
    assert data["title"]["text"]["headline"] == f"All {told['headline']}"


def test_of_the_bundled_file_all_is_told_that_begins_on_some_day() -> None:
    report = timeline_of(Path(reading.bundled()))
    data = read(report)
    events = [match.event for match in report.rows if match.event.date.earliest]
    assert [slide["unique_id"] for slide in data["events"]] == [event.id for event in events]
    assert [unescape(slide["text"]["headline"]) for slide in data["events"]] == [
        event.title for event in events
    ]
    assert all("Sources: " in slide["text"]["text"] for slide in data["events"])
