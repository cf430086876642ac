"""HTML: one page that tells everything, safely, to everybody, in a real browser too."""

import html
import itertools
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import diplo
from diplo import formats, reading
from diplo.history.selection import Query
from diplo.model.dates import parse, parse_window, words
from diplo.reports import Names, Report, citations
from diplo.reports.story import Section, Story, StoryOptions
from tests.conftest import EVERYTHING, Run, timeline_of, written

Write = Callable[..., Path]

STYLE = Path(formats.__file__).with_name("html").joinpath("page.css").read_text(encoding="utf-8")
BREAKOUTS = (
    "</script><script>alert(1)</script>",
    '" onmouseover="x',
    "' onmouseover='x",
    "</title></style></svg><img src=x onerror=alert(1)>",
    "<!-- a --> ]]> &amp; &lt;b&gt; &#60;i&#62;",
    "{version} {style} %s $x",
)


class Element:
    """An element of a page: its name, its attributes, and the texts and elements in it."""

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.name, self.attributes, self.parent = name, attributes, parent
        self.inside: list[Element | str] = []

    @property
    def text(self) -> str:
        parts = (part if isinstance(part, str) else part.text for part in self.inside)
        return " ".join("".join(parts).split())

    def all(self, *names: str, **attributes: str) -> list["Element"]:
        """Return the elements within this one, in order; `kind` is their class."""
        asked = {"class" if key == "kind" else key: value for key, value in attributes.items()}
        return [
            element
            for element in self.within()
            if (not names or element.name in names) and asked.items() <= element.attributes.items()
        ]

    def one(self, *names: str, **attributes: str) -> "Element":
        (found,) = self.all(*names, **attributes)
        return found

    def within(self) -> Iterator["Element"]:
        for part in self.inside:
            if isinstance(part, Element):
                yield part
                yield from part.within()


class Reader(HTMLParser):
    """Reads a page in which every element is closed, in the right order, and every id is unique."""

    def __init__(self) -> None:
        super().__init__()
        self.here = self.top = Element("", {}, None)
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs)
        assert attributes.get("id") not in self.ids
        self.ids += [attributes["id"]] if "id" in attributes else []
        element = Element(tag, attributes, self.here)
        self.here.inside.append(element)
        if tag != "meta":
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.name
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)


def read(text: str) -> Element:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.top
    return reader.top


BY_YEAR, BY_TITLE = StoryOptions("year"), StoryOptions(sort="title")


def page_of(path: Path, query: Query | None = None, options: StoryOptions = BY_YEAR) -> Element:
    return read(written("html", timeline_of(path, query, options)))


def bundled(query: Query | None = None, options: StoryOptions = BY_YEAR) -> Report:
    return timeline_of(Path(reading.bundled()), query, options)


def within(text: str, *countries: str) -> Query:
    """Return the query for the events of countries within a range."""
    asked = tuple(frozenset({code}) for code in countries)
    return Query(asked, parse_window(text, date(2025, 12, 31)))


SINCE_2021 = within("2021..", "NOR")


def told_by(report: Report) -> Story:
    told = report.shown
    assert isinstance(told, Story)
    return told


def shown_by(told: Story) -> list[Section]:
    return [*told.sections, *told.asides]


def dated(*texts: str) -> str:
    """Return a JSON file with an event for each of these dates."""
    return json.dumps([{"date": text, "title": "T", "countries": ["NOR"]} for text in texts])


def headed(article: Element) -> str:
    """Return the text of an event's heading."""
    return article.all("h2", "h3")[0].text


def legend(page: Element) -> list[str]:
    return page.one("figcaption").text.split(" · ")


def drawn(page: Element) -> list[tuple[str, str, str, str]]:
    """Return the dots: their event, its shape, where it stands and its classes."""
    dots = [(link, link.one("use").attributes) for link in page.one("svg", kind="dots").all("a")]
    return [
        (link.attributes["href"], dot["href"], f"{dot['x']} {dot['y']}", dot["class"])
        for link, dot in dots
    ]


# --- The page


def test_a_page_says_what_was_asked_and_what_was_found() -> None:
    report = bundled(SINCE_2021)
    text, told = written("html", report), told_by(report)
    page, title, as_of = read(text), report.vocabulary.title, str(report.vocabulary.as_of)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert text.endswith("</html>\n")
    assert "\r" not in text
    assert page.one("head").one("title").text == f"Norway since 2021 – {title}"
    assert page.one("h1").text == "Norway since 2021"
    assert page.one("p", kind="counts").text == told.counts
    assert page.one("footer").text == (
        f"Events from {title}, as of {words(parse(as_of))}. Made with diplo {diplo.__version__}."
    )
    assert page.one("footer").one("time").attributes == {"datetime": as_of}


def test_the_parties_are_named_with_their_counts_and_two_of_them_in_colour(write: Write) -> None:
    countries = ("[NOR, SWE]", "[NOR, FIN]", "[DNK, NOR]", "[NOR, DNK, FIN]", "[FIN]", "[NOR]")
    events = (f"- {{date: 2001, title: T, countries: {codes}}}\n" for codes in countries)
    page = page_of(write("e.yaml", "".join(events)), Query((frozenset({"NOR"}),)))
    parties = page.one("ul", kind="parties").all("li")
    assert [party.text for party in parties] == ["Finland 2", "Denmark 2", "Sweden 1"]
    assert [party.attributes["class"] for party in parties] == ["first", "second", "plain"]
    hues = [article.attributes["class"] for article in page.all("article")]
    assert hues == ["event", "event first", "event second", "event second", "event alone"]
    abouts = [[p.text for p in a.all("p", kind="about")] for a in page.all("article")]
    assert abouts == [["Sweden"], ["Finland"], ["Denmark"], ["Denmark, Finland"], []]
    names = [name for about in page.all(kind="about") for name in about.all("bdi")]
    named = {name.text: name.attributes.get("class") for name in names}
    assert named == {"Finland": "first", "Denmark": "second", "Sweden": None}


def test_without_another_party_there_are_none_to_name(write: Write) -> None:
    query = Query((frozenset({"NOR"}),))
    page = page_of(write("e.json", dated("2001")), query)
    assert page.all("ul", kind="parties") == page.all("p", kind="about") == []


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("title: A & B\nas_of: 2025-06-20\n", "Events from A & B, as of 20 Jun 2025."),
        ("title: A & B\n", "Events from A & B."),
        ("as_of: 2025-06-20\n", "Events as of 20 Jun 2025."),
        ("", ""),
    ],
)
def test_where_events_come_from_is_small_print(write: Write, about: str, said: str) -> None:
    page = page_of(write("e.yaml", f"{about}{EVERYTHING}"))
    assert page.one("footer").text.partition("Made with")[0].strip() == said


MANY = f"""\
title: A file
as_of: 2025-06-20
{EVERYTHING}\
  - {{id: day, date: 1990-05-06, title: A day, countries: [NOR]}}
  - {{id: month, date: 1990-07, title: A month, countries: [NOR]}}
  - {{id: near, date: 1992~, title: Near a year, countries: [NOR]}}
  - {{id: span, date: 1983/1994, title: A span, countries: [NOR]}}
  - {{id: decade, date: 200X, title: A decade, countries: [NOR, FIN]}}
  - {{id: doubt, date: 1996-21?, title: A doubt, countries: [NOR, SWE], status: {{A: b}}}}
  - {{id: perhaps, date: 1997?, title: Perhaps, countries: [NOR, SWE]}}
  - {{id: so, date: /.., title: Still so, countries: [NOR]}}
  - {{id: set, date: "[1980..1990]", title: A set, countries: [NOR], status: {{A: c}}}}
"""


def test_a_whole_page(write: Write) -> None:
    query = within("1986..2022", "NOR")
    page = written("html", timeline_of(write("e.yaml", MANY), query, BY_YEAR))
    start, _, rest = page.partition(f"<style>\n{STYLE}</style>\n")
    whole = Path(__file__).with_name("expected.html").read_text(encoding="utf-8")
    assert start + rest == whole.replace("VERSION", diplo.__version__)


def test_without_a_title_of_the_file_the_question_is_the_title(write: Write) -> None:
    page = page_of(write("e.yaml"))
    assert page.one("head").one("title").text == page.one("h1").text == "All events"
    assert page.one("p", kind="counts").text == "1 event"
    assert "Events" not in page.one("footer").text


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    text = written("html", bundled())
    page = read(text)
    (policy,) = (e for e in page.all("meta") if "http-equiv" in e.attributes)
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert page.all("script", "link", "img", "iframe", "object", "base", "form") == []
    assert not re.search(r"@import|url\(|src=|</style", STYLE)
    assert text.count(STYLE) == text.count("<style>") == 1
    assert {a for e in page.within() for a in e.attributes if a.startswith("on")} == set()


def test_a_page_can_be_walked_by_landmarks_headings_and_links() -> None:
    page = read(written("html", bundled()))
    body = page.one("body")
    parts = [part.name for part in body.inside if isinstance(part, Element)]
    assert parts == ["a", "header", "main", "footer"]
    targets = {e.attributes["id"] for e in page.within() if "id" in e.attributes}
    links = [a.attributes["href"] for a in page.all("a")]
    assert links[0] == "#_events"
    assert {link.removeprefix("#") for link in links} < targets
    assert {a.attributes.get("tabindex", "") for a in page.one("svg", kind="dots").all("a")} == {
        "-1"
    }
    levels = [int(e.name[1]) for e in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_the_way_to_each_heading_stands_above_them_where_they_are_many(write: Write) -> None:
    page = page_of(write("e.json", dated("2001", "2002", "2003", "/..")))
    links = page.one("nav").all("a")
    headings = {h.attributes["id"]: h.text for h in page.one("main").all("h2")}
    assert [link.text for link in links] == ["2001", "2002", "2003", "Start not told"]
    assert [headings[link.attributes["href"][1:]] for link in links] == [a.text for a in links]
    assert [link.attributes["href"] for link in links[:3]] == ["#_2001", "#_2002", "#_2003"]
    assert page_of(write("e.json", dated("2001", "2002", "2003"))).all("nav") == []


@pytest.mark.parametrize(("by", "ids"), [("year", "_843 _1990"), ("decade", "_840s _1990s")])
def test_the_id_of_a_year_or_decade_is_its_name_also_before_1000(
    write: Write, by: str, ids: str
) -> None:
    page = page_of(write("e.json", dated("0843", "1990")), options=StoryOptions(by))
    assert [heading.attributes["id"] for heading in page.all("h2")] == ids.split()


def test_very_many_headings_are_folded_away(write: Write) -> None:
    for count, folded in ((30, 0), (31, 1)):
        page = page_of(write("e.json", dated(*(f"{1900 + n}" for n in range(count)))))
        assert len(page.one("nav").all("a")) == count
        assert [e.text for e in page.one("nav").all("summary")] == [f"{count} headings"] * folded


def test_ids_of_headings_are_those_of_no_event_nor_twice(write: Write) -> None:
    types = ("2001", "events", "sources", "grid", "s1", "2001 and more")
    events = [
        {"date": "2001", "title": "T", "countries": ["NOR"], "type": f"t{n}"} for n in range(6)
    ]
    labels = {f"t{n}": {"label": label} for n, label in enumerate(types)}
    path = write("e.json", json.dumps({"types": labels, "events": events}))
    keys = [h.attributes["id"] for h in page_of(path, options=StoryOptions("type")).all("h2")]
    assert keys == ["_2001", "_s2", "_s3", "_s4", "_s5", "_s6"]


def test_without_headings_events_stand_right_below_the_title(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING), options=BY_TITLE)
    assert [e.name for e in page.one("main").all("h2", "h3")] == ["h2", "h2", "h2"]
    assert page.all("nav") == []
    assert [e.text for e in page.all("section")] == [page.one("section", kind="sources").text]


def test_a_page_without_events_says_so(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING), Query(search=("qqq",)))
    assert page.one("main").text == "No events were found."
    assert page.one("h1").text == 'All events · "qqq"'
    assert page.one("p", kind="counts").text == "nothing"
    assert page.all("article", "section", "figure", "nav", "ul", "div") == []
    assert page.one("footer").text == f"Made with diplo {diplo.__version__}."


def test_the_command_writes_a_page(run: Run, tmp_path: Path) -> None:
    assert run("timeline", "-f", "html", "-o", "page.html").status == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    whole = written("html", bundled(options=StoryOptions()))
    start, end = whole.index("<figure>"), whole.index("</figure>")
    assert page.startswith(whole[:start])
    assert page.endswith(whole[whole.index("<nav") :])
    assert len(page) > len(whole)  # the command also tells what states changed
    assert whole[start:end].count("<li ") == 0


# --- Events


def test_an_event_is_told_in_full(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING), options=BY_YEAR)
    event = next(row.event for row in report.rows if row.event.id == "everything")
    page = read(written("html", report))
    least, everything = page.all("article")
    assert everything.attributes == {"id": "everything", "class": "change first"}
    assert everything.one("h3").text == 'The "office", as it was called'
    assert everything.one(kind="when").text == "since Aug"
    assert everything.one(kind="when").attributes["data-full"] == "since Aug 2021"
    said = [p.text for p in everything.one("div").all("p")]
    assert said[:6] == [
        "Mission closed · Sweden, Norway · Łódź · Jonas Gahr Støre, =1+1",
        "Office in Łódź: closed",
        "Envoy: gone",
        "One. Two.",
        "=1+1",
        "The book: page 1 · The film",
    ]
    assert everything.one("summary").text == "Cite"
    assert said[6:] == [
        *citations.sentences([event], Names(report.vocabulary)).splitlines(),
        "everything · 2021-08/.., start: only the month known; still so",
    ]
    assert least.one(kind="when").text == "by 2006"
    assert "data-full" not in least.one(kind="when").attributes
    assert [p.text for p in least.one("div").all("p")] == [
        "Norway",
        "least · [..2006], not later than 2006",
    ]


def test_an_event_has_a_link_of_its_own_and_a_citation_to_copy() -> None:
    report = bundled()
    names, page = Names(report.vocabulary), read(written("html", report))
    by_id = {row.event.id: row.event for row in report.rows}
    for article in page.all("article"):
        event = by_id[article.attributes["id"]]
        assert article.one("h3").one("a").attributes == {"href": f"#{event.id}"}
        copied = "".join(f"{p.text}\n" for p in article.one("details").all("p", kind="copied"))
        assert copied == citations.sentences([event], names)
        assert article.one("details").all("code")[0].text == event.id
    assert "user-select: all" in STYLE


def test_sources_that_follow_each_other_are_named_once(write: Write) -> None:
    places = "{source: a, locator: p. 1}, {source: a, locator: p. 2}, b, a"
    path = write("e.yaml", f"- {{date: 2001, title: T, countries: [NOR], sources: [{places}]}}\n")
    assert page_of(path).one("p", kind="told").text == "a: p. 1; p. 2 · b · a"


@pytest.mark.parametrize("query", [None, SINCE_2021])
@pytest.mark.parametrize(
    "options", [StoryOptions(), *map(StoryOptions, ("year", "decade", "type", "country")), BY_TITLE]
)
def test_nothing_of_the_bundled_events_is_lost(options: StoryOptions, query: Query | None) -> None:
    report = bundled(query, options)
    page, told, names = read(written("html", report)), told_by(report), Names(report.vocabulary)
    headings = [head.one("h2").text for head in page.all(kind="head")]
    assert headings == [*(s.heading for s in shown_by(told) if s.heading), "Sources"]
    shown = [entry for section in shown_by(told) for entry in section.rows]
    articles = page.all("article")
    assert len(articles) == len(shown)
    for entry, article in zip(shown, articles, strict=True):
        event = entry.event
        texts = [event.title, event.summary, event.note, event.place, event.date.text, entry.kind]
        texts += [*event.actors, *event.status, *event.status.values(), entry.when]
        texts += [names.countries.name(code) for code in entry.parties]
        texts += [text for c in event.sources for text in (names.source_title(c.source), c.locator)]
        assert [text for text in texts if text and text not in article.text] == []
        when = article.one(kind="when")
        assert words(event.date) in when.attributes.get("data-full", when.text)
    ids = [a.attributes["id"] for a in articles if "id" in a.attributes]
    assert sorted(ids) == sorted(row.event.id for row in report.rows)


def test_an_event_under_several_headings_has_its_id_once(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING), options=StoryOptions("country"))
    ids = {
        section.one("h2").text: [a.attributes.get("id") for a in section.all("article")]
        for section in page.all("section")[:2]
    }
    assert ids == {"Norway": ["least", "everything"], "Sweden": [None]}


PARTS = """\
- {id: aid, date: 2001~/.., title: Aid, countries: [NOR, SWE], status: {Aid: given}}
- {id: talks, date: 2022, title: Talks, countries: [NOR]}
- {id: relations, date: /.., title: Relations, countries: [NOR]}
- {id: meeting, date: "2021-06-19?", title: Meeting, countries: [NOR]}
- {id: office, date: "[..2022]", title: Office, countries: [NOR, SWE]}
- {id: rupture, date: "2023?", title: Rupture, countries: [NOR], status: {Aid: suspended}}
"""


def told_under(page: Element) -> dict[str, list[str]]:
    """Return the ids of the events under each heading."""
    return {
        section.one("h2").text: [article.attributes["id"] for article in section.all("article")]
        for section in page.one("main").all("section")
    }


def test_what_stands_beside_the_story_has_its_own_headings_at_the_end(write: Write) -> None:
    page = page_of(write("e.yaml", PARTS), SINCE_2021, StoryOptions())
    assert told_under(page) == {
        "2020s": ["meeting", "talks", "rupture"],
        "Under way before 2021": ["aid", "relations"],
        "May belong here": ["office"],
    }
    heads = [head.one("p").text for head in page.all(kind="head")]
    assert heads == ["3 events", "2 events", "not dated closely enough to say"]
    links = {a.text: a.attributes["href"] for a in page.one("p", kind="counts").all("a")}
    assert links == {"2 under way": "#_under-way", "1 may belong": "#_may-belong"}
    headings = {h.attributes.get("id"): h.text for h in page.one("main").all("h2")}
    assert headings["_under-way"] == "Under way before 2021"
    assert headings["_may-belong"] == "May belong here"
    assert page.one("p", kind="counts").text == "3 events · 2 under way · 1 may belong"


def test_without_a_range_only_what_has_no_day_stands_apart(write: Write) -> None:
    page = page_of(write("e.yaml", PARTS))
    assert list(told_under(page))[-1] == "Start not told"
    link = page.one("p", kind="counts").one("a")
    assert (link.text, link.attributes["href"]) == ("1 start not told", "#_under-way")


def test_what_is_counted_but_not_shown_is_not_linked(write: Write) -> None:
    report = timeline_of(write("e.yaml", PARTS), SINCE_2021)
    told = told_by(report)._replace(asides=())
    page = read(written("html", report._replace(screen=lambda: told)))
    assert page.one("p", kind="counts").text == "3 events · 2 under way · 1 may belong"
    assert page.one("p", kind="counts").all("a") == []


def test_a_range_in_which_nothing_happened_has_the_other_parts(write: Write) -> None:
    page = page_of(write("e.yaml", PARTS), within("2020", "NOR"))
    assert page.one("p", kind="counts").text == "nothing · 1 under way · 2 may belong"
    assert list(told_under(page)) == ["Under way before 2020", "May belong here"]
    assert page.all("figure", "nav") == []


def test_marks_say_what_changes_a_state_and_what_is_in_doubt(write: Write) -> None:
    page = page_of(write("e.yaml", PARTS), SINCE_2021)
    kinds = {a.attributes["id"]: a.attributes["class"] for a in page.all("article")}
    assert kinds == {
        "meeting": "doubt",
        "talks": "event",
        "rupture": "doubted change",
        "aid": "beside",
        "relations": "beside",
        "office": "doubt",
    }


def test_in_another_order_what_may_belong_is_said_where_its_date_does_not(write: Write) -> None:
    for options in (BY_TITLE, StoryOptions("type")):
        page = page_of(write("e.yaml", PARTS), SINCE_2021, options)
        said = {a.attributes["id"]: [e.text for e in a.all("strong")] for a in page.all("article")}
        assert said.pop("office") == ["may belong"]
        assert set(map(tuple, said.values())) == {()}


def test_three_words_for_doubt_are_enough(write: Write) -> None:
    for query, options in itertools.product((Query(), SINCE_2021), (StoryOptions(), BY_TITLE)):
        text = page_of(write("e.yaml", PARTS), query, options).text
        assert not re.search("possibl|ongoing|continuing", text, re.IGNORECASE)


def test_sources_stand_at_the_end_with_all_that_is_known_of_them(write: Write) -> None:
    book = "{title: B, kind: book, author: A, publisher: P, date: 1994-05, url: 'https://e.org/b'}"
    text = f"""
sources: {{b: {book}, unused: {{title: U}}, c: {{title: C, date: 2001~, url: 'http://e.org/?a&b'}}}}
events:
  - {{date: 2001, title: T, countries: [NOR], sources: [c, {{source: b, locator: p. 1}}, b]}}
"""
    page = page_of(write("e.yaml", text))
    items = page.one(kind="sources").one("ol").all("li")
    assert [item.text for item in items] == ["B, A, P, book, May 1994", "C, c. 2001"]
    assert [e.attributes for e in items[0].all("time")] == [{"datetime": "1994-05"}]
    links = [a for a in page.one("main").all("a") if "rel" in a.attributes]
    assert [link.text for link in links] == ["C", "B", "B", "C"]
    assert {link.attributes["href"] for link in links} == {"https://e.org/b", "http://e.org/?a&b"}
    assert {link.attributes["rel"] for link in links} == {"noopener noreferrer"}


def test_an_undeclared_source_is_what_an_event_tells_of_it_or_its_id(write: Write) -> None:
    told = {"source": "a", "title": "First", "author": "A", "url": "https://a.b/?c"}
    sources: list[list[object]] = [["b", "a"], [told]]
    events = [{"date": "2001", "title": "T", "countries": ["NOR"], "sources": s} for s in sources]
    events[0]["id"], events[1]["id"] = "a", "b"
    page = page_of(write("e.json", json.dumps(events)))
    items = page.one(kind="sources").all("li")
    assert [item.text for item in items] == ["b", "First, A"]
    assert [item.attributes["href"] for item in items[1].all("a")] == ["https://a.b/?c"]


def test_a_link_leads_to_the_web_only(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    sources = report.vocabulary.sources
    for url in ("javascript:alert(1)", "data:text/html,x", "//e.org", " https://e.org", "ftp://e"):
        bad = {key: source._replace(url=url) for key, source in sources.items()}
        page = report._replace(vocabulary=report.vocabulary._replace(sources=bad))
        links = [a.attributes["href"] for a in read(written("html", page)).one("main").all("a")]
        assert links == ["#least", "#everything"]


def test_a_row_that_cites_an_address_leads_there(write: Write) -> None:
    source = "{source: a, locator: 'https://e.org/1?a&b'}"
    path = write("e.yaml", f"- {{date: 2001, title: T, countries: [NOR], sources: [{source}]}}\n")
    told = page_of(path).one("article").one(kind="told")
    assert told.text == "a: https://e.org/1?a&b"
    assert [link.attributes["href"] for link in told.all("a")] == ["https://e.org/1?a&b"]


def test_a_summary_that_says_no_more_than_the_title_is_left_out(write: Write) -> None:
    told = "- {date: 2001, title: Aid begins, countries: [NOR], summary: Aid begins%s}\n"
    for more, paragraphs in (("", 2), (".", 2), (" again.", 3)):
        page = page_of(write("e.yaml", told % more))
        assert len(page.one("article").all("p")) - len(page.one("details").all("p")) == paragraphs


# --- Dates

DATES = {
    # EDTF: words, how much is known, and what is marked as a time.
    "2021-05-03": ("3 May 2021", "exact day", ["2021-05-03"]),
    "2021-05": ("May 2021", "only the month known", ["2021-05"]),
    "2021-05-XX": ("May 2021", "only the month known", ["2021-05"]),
    "2021": ("2021", "only the year known", ["2021"]),
    "0900": ("900", "only the year known", ["0900"]),
    "2021-XX": ("2021", "only the year known", ["2021"]),
    "2021-XX-XX": ("2021", "only the year known", ["2021"]),
    "2021-22": ("summer 2021", "only the season known", []),
    "196X": ("1960s", "some time in the 1960s", []),
    "19XX": ("20th century", "some time in the 20th century", []),
    "1994~": ("c. 1994", "approximate year", []),
    "1994-05?": ("May 1994?", "uncertain month", []),
    "1994-05-03%": ("c. 3 May 1994?", "approximate and uncertain day", []),
    "2021-21~": ("c. spring 2021", "approximate season", []),
    "196X?": ("1960s?", "uncertain decade", []),
    "[..2006]": ("by 2006", "not later than 2006", []),
    "[..196X]": ("by 1960s", "not later than the 1960s", []),
    "[2006-05..]": ("May 2006 or later", "not earlier than May 2006", []),
    "[2002..2006-05-01]": ("between 2002 and 1 May 2006", "some time in between", []),
    "2021-08/..": ("since Aug 2021", "start: only the month known; still so", ["2021-08"]),
    "2021/": ("from 2021", "start: only the year known; end not told", ["2021"]),
    "/..": ("not told", "start not told; still so", []),
    "/2021-05-03": ("until 3 May 2021", "start not told; end: exact day", ["2021-05-03"]),
    "../2021": ("until 2021", "start: open; end: only the year known", ["2021"]),
    "2021/2021-05-03": (
        "2021 – 3 May 2021",
        "start: only the year known; end: exact day",
        ["2021", "2021-05-03"],
    ),
    "2001/2021": ("2001–21", "start: only the year known; end: only the year known", ["2001"]),
    "2001~/2021~": ("c. 2001–21", "start: approximate year; end: approximate year", []),
    "2021/2021": ("2021", "start: only the year known; end: only the year known", ["2021"]),
    "[2002..2006]": ("in 2002–06", "some time in between", []),
    "1994~/2001": (
        "c. 1994 – 2001",
        "start: approximate year; end: only the year known",
        ["2001"],
    ),
    "198X/1994?": ("1980s–1994?", "start: some time in the 1980s; end: uncertain year", []),
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_said_in_words_with_how_much_is_known(write: Write, text: str) -> None:
    said, known, stamps = DATES[text]
    article = page_of(write("e.json", dated(text)), options=BY_TITLE).one("article")
    assert article.one(kind="when").text == said
    assert article.all("code")[1].text == text
    assert article.one("details").all("p")[-1].text.endswith(f" · {text}, {known}")
    times = article.all("time")
    assert [e.attributes["datetime"] for e in times] == stamps
    for element in times:
        stamp = element.attributes["datetime"]
        assert re.fullmatch("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", stamp)  # what HTML allows
        assert element.text == words(parse(stamp))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2021-05-03", "<time datetime='2021-05-03'>3 May</time>"),
        ("2021-08/..", "since <time datetime='2021-08'>Aug</time>"),
        ("2021-02/2021-05-03?", "<time datetime='2021-02'>Feb</time> – 3 May?"),
        (
            "2021-06-02/2021-06-25",
            "<time datetime='2021-06-02'>2</time>–<time datetime='2021-06-25'>25 Jun</time>",
        ),
        (
            "2021-06-05/2021-06-25",
            "<time datetime='2021-06-05'>5</time>–<time datetime='2021-06-25'>25 Jun</time>",
        ),
        (
            "2021-06/2021-06-15",
            "<time datetime='2021-06'>Jun</time> – <time datetime='2021-06-15'>15 Jun</time>",
        ),
        (
            "2021/2022-05",
            "<time datetime='2021'>2021</time> – <time datetime='2022-05'>May 2022</time>",
        ),
        ("2021", "<time datetime='2021'>2021</time>"),
    ],
)
def test_under_its_year_a_date_is_still_a_time(write: Write, text: str, said: str) -> None:
    page = written("html", timeline_of(write("e.json", dated(text)), options=BY_YEAR))
    found = re.search('<p class="when".*?>(.*?)</p>', page)
    assert found
    assert found[1].replace('"', "'") == said


# --- The picture


def test_each_event_is_a_dot_that_leads_to_it(write: Write) -> None:
    texts = (
        "{id: a, date: 2001-01-01, countries: [NOR, SWE], title: A & B}",
        "{id: b, date: 2001-01-02, countries: [NOR, SWE], title: T, status: {A: b}}",
        "{id: c, date: 2001-01-02?, countries: [NOR, FIN], title: T}",
        "{id: d, date: 2001-12-31?, countries: [NOR], title: T, status: {A: b}}",
        "{id: e, date: 2001-07-01, countries: [NOR], title: T}",
        "{id: f, date: 2001, countries: [NOR], title: T}",
    )
    page = page_of(write("e.yaml", "".join(f"- {text}\n" for text in texts)), within("2001", "NOR"))
    assert drawn(page) == [
        ("#f", "#_dot", "49.73% 29.5", "alone loose"),
        ("#a", "#_dot", "0.14% 29.5", "first"),
        ("#b", "#_turn", "0.14% 18.5", "first"),
        ("#c", "#_dot", "0.14% 7.5", "second hollow"),
        ("#e", "#_dot", "49.73% 18.5", "alone"),
        ("#d", "#_turn", "99.86% 29.5", "alone hollow"),
    ]
    titles = [link.one("title").text for link in page.one("svg", kind="dots").all("a")]
    assert titles[:3] == ["2001: T", "1 Jan 2001: A & B", "2 Jan 2001: T"]
    assert legend(page) == [
        *("● an event", "◆ changes a state", "○ date in doubt", "◇ both"),
        "grey: no other country",
        "pale mark: dated less closely",
    ]
    assert {e.attributes.get("aria-hidden") for e in page.all("svg")} == {"true"}


def test_the_legend_says_only_what_is_drawn(write: Write) -> None:
    page = page_of(write("e.json", dated("2001-05-03", "2002-05-03", "/..")))
    assert legend(page) == ["● an event"]


def test_the_picture_is_of_the_story_alone(write: Write) -> None:
    path = write("e.json", dated("1950/..", "2001", "2003", "[1960..2003]", "/.."))
    for options in (StoryOptions(), BY_TITLE):
        page = page_of(path, within("2000..2004"), options)
        assert len(drawn(page)) == 2
        assert page.one("svg", kind="heads").all("text")[0].text == "2001"


@pytest.mark.parametrize(
    ("dates", "last", "is_at_end"),
    [
        (("1948", "1970", "2001"), "1990", False),
        (("1948", "1970", "2002"), "2000", True),
        (("1948", "1970", "2005"), "2000", True),
        (("1948", "1970", "2006"), "2000", False),
        (("1960", "1961", "1970-01-02"), "1968", False),
    ],
)
def test_the_last_name_of_the_axis_may_stand_at_the_end_of_the_row(
    write: Write, dates: tuple[str, ...], last: str, *, is_at_end: bool
) -> None:
    page = page_of(write("e.json", dated(*dates)))
    name = page.one("svg", kind="heads").all("text")[-1]
    assert name.text == last
    assert ("text-anchor" in name.attributes) is is_at_end
    assert (name.attributes["x"] == "100%") is is_at_end


def test_an_event_under_several_headings_is_one_dot(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING), options=StoryOptions("country"))
    assert [dot[0] for dot in drawn(page)] == ["#least", "#everything"]


def test_what_has_no_day_is_no_dot(write: Write) -> None:
    page = page_of(write("e.json", dated("2001", "2002", "/..", "9999")), options=BY_TITLE)
    assert len(drawn(page)) == 2


@pytest.mark.parametrize("texts", [("/..", "/.."), ("2021-05-03",), ("2021", "/..")])
def test_one_event_is_no_picture(write: Write, texts: tuple[str, ...]) -> None:
    assert page_of(write("e.json", dated(*texts))).all("figure") == []


def test_dots_grow_smaller_and_at_last_become_bars(write: Write) -> None:
    for count, size, high in ((14, "4", 158), (20, "2.8", 158), (30, "1.9", 158)):
        page = page_of(write("e.json", dated(*["2001-05-03"] * count)))
        assert len(drawn(page)) == count
        assert page.one("circle").attributes["r"] == size
        assert page.one("svg", kind="dots").attributes["height"] == f"{high}"
    events = [
        {"date": "2001-05-03", "title": "T", "countries": ["NOR"] + ["SWE"] * (n > 9)}
        for n in range(40)
    ]
    page = page_of(write("e.json", json.dumps(events)), Query((frozenset({"NOR"}),)))
    assert page.one("svg", kind="dots").all("a") == []
    bars = [bar.attributes for bar in page.one("svg", kind="dots").all("rect")]
    assert [(bar["class"], bar["height"], bar["width"]) for bar in bars] == [
        ("first", "115.5", "1.67%"),
        ("alone", "38.5", "1.67%"),
    ]
    assert legend(page) == ["bars: events, up to 40 at a time", "grey: no other country"]


STATES = """\
as_of: 2004-12-31
types: {sanction: {label: Sanction, plover: SANCTION}}
events:
- {id: a, date: 1990, title: T, countries: [NOR, SWE], status: {Ties: good}}
- {id: b, date: 2001-07-02, title: T, countries: [NOR, SWE], status: {Embassy: open}}
- {id: c, date: 2002-07-02, title: T, countries: [NOR, SWE], status: {Embassy: closed}}
- {id: d, date: 2003-07-02?, title: T, countries: [NOR], status: {"A <b>": "c & d"}}
- {id: e, date: 2004-07-02, title: T, countries: [NOR, SWE], type: sanction, status: {Trade: cut}}
"""


def test_each_state_is_a_strip_on_the_axis_of_the_events(run: Run, write: Write) -> None:
    write("e.yaml", STATES)
    page = read(
        run("timeline", "norway", "--since", "2001", "--events", "e.yaml", "-f", "html").out
    )
    rows = page.one("figure").all("li")
    said = {row.one(kind="label").text: row.one(kind="said").text for row in rows}
    assert said == {
        "Ties": "good, since 1990",
        "Embassy": "closed, since 2 Jul 2002",
        "Trade": "cut, since 2 Jul 2004",
        "A <b>": "c & d?, since 2 Jul 2003?",
    }
    shapes = {
        row.one(kind="label").text: [
            tuple(e.attributes.get(k, "") for k in ("class", "x", "x1", "width", "x2", "href"))
            for e in row.one("svg").all("rect", "line", "use")[1:]
        ]
        for row in rows
    }
    assert shapes == {
        "Ties": [("bar first", "0%", "", "100%", "", "")],
        "Embassy": [
            ("bar first", "12.46%", "", "24.98%", "", ""),
            ("first", "", "37.44%", "", "100%", ""),
            ("first", "12.49%", "", "", "", "#_change"),
            ("first", "37.47%", "", "", "", "#_change"),
        ],
        "Trade": [
            ("first", "", "87.47%", "", "100%", ""),
            ("first", "87.51%", "", "", "", "#_change"),
        ],
        "A <b>": [
            ("dashed alone", "", "62.42%", "", "100%", ""),
            ("alone hollow", "62.46%", "", "", "", "#_change"),
        ],
    }
    assert legend(page)[-3:] == [
        "bar: in force",
        "line: closed, withheld",
        "dashes: start not told or not exact",
    ]


def test_a_dot_stands_above_the_change_that_it_is(run: Run, write: Write) -> None:
    dated = {"a": "1990", "b": '"[2001..2011]"', "c": "2020-05-03"}
    events = (
        f"- {{id: {key}, date: {when}, countries: [NOR], title: T, status: {{{key}: x}}}}\n"
        for key, when in dated.items()
    )
    write("e.yaml", "".join(events))
    page = read(run("timeline", "--events", "e.yaml", "-f", "html").out)
    rows = page.one("figure").all("li")
    turns = [row.one("svg", kind="strip").all("use")[-1].attributes["x"] for row in rows]
    assert sorted(place.split()[0] for _, _, place, _ in drawn(page)) == sorted(turns)


def test_one_event_that_changes_a_state_is_a_picture(run: Run, write: Write) -> None:
    write("e.yaml", STATES)
    page = read(run("timeline", "--year", "2003", "--events", "e.yaml", "-f", "html").out)
    assert len(drawn(page)) == 1
    assert len(page.one("figure").all("li")) == 3


@pytest.mark.parametrize(("count", "more"), [(24, []), (26, ["2 more states"])])
def test_very_many_states_are_folded_away(
    run: Run, write: Write, count: int, more: list[str]
) -> None:
    status = {f"Subject {number}": "open" for number in range(count)}
    event = {"date": "2001", "title": "T", "countries": ["NOR"], "status": status}
    write("e.json", json.dumps([event]))
    figure = read(run("timeline", "--events", "e.json", "-f", "html").out).one("figure")
    assert [summary.text for summary in figure.all("summary")] == more
    assert len(figure.all("li")) == count
    assert sum(len(details.all("li")) for details in figure.all("details")) == count - 24


# --- Safe, and to be read by everybody


@pytest.mark.parametrize("text", BREAKOUTS)
def test_no_text_acts_as_markup(write: Write, text: str) -> None:
    source = {"title": text, "kind": text, "author": text, "publisher": text}
    url = f"http://e.org/{text}".replace(" ", "")
    event = {
        "id": "a",
        "date": "2001",
        "title": text,
        "type": "t",
        "countries": ["NOR"],
        "actors": [text, text],
        "place": text,
        "summary": text,
        "sources": [{"source": "s", "locator": text}],
        "note": text,
        "status": {text: text},
    }
    path = write(
        "e.json",
        json.dumps(
            {
                "title": text,
                "sources": {"s": source | {"url": url}},
                "types": {"t": {"label": text}},
                "countries": {"NOR": {"name": text}},
                "events": [event, event | {"id": "b", "date": "2004"}],
            }
        ),
    )
    plain = json.loads(path.read_text().replace(json.dumps(text)[1:-1], "plain"))
    for options in map(StoryOptions, ("year", "type", "country")):
        page = page_of(path, Query(search=(text,)), options)
        usual = page_of(write("plain.json", json.dumps(plain)), Query(search=("plain",)), options)
        # Whatever the texts are, the page has the same elements with the same attributes.
        assert [(e.name, list(e.attributes)) for e in page.within()] == [
            (e.name, list(e.attributes)) for e in usual.within()
        ]
        said = " ".join(text.split())
        assert page.one("h1").text == f'All events · "{said}"'
        assert page.one("footer").one("cite").text == said
        assert page.one("ul", kind="parties").text == f"{said} 2"
        assert page.one("head").one("title").text == f'All events · "{said}" – {said}'
        article = page.all("article")[0]
        assert headed(article) == said
        assert article.one("p", kind="true").text == f"{said}: {said}"
        assert article.one("p", kind="copied").text.count(said) >= 1
        assert {a.attributes["href"] for a in article.all("a")} == {"#a", url}


def test_direction_follows_each_text(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING))
    for element in page.all("h1", "h2", "h3"):
        assert element.attributes.get("dir", "auto") == "auto"
    assert {"Sweden", "Norway", "Łódź", "Jonas Gahr Støre"} <= {e.text for e in page.all("bdi")}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_text_has_contrast_in_light_in_dark_and_on_paper() -> None:
    light, dark, paper = (
        dict(re.findall(r"--(\w+): (#\w{6});", block))
        for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    )
    for colours in (light, dark, light | paper):
        for text in ("ink", "muted", "first", "second", "alone"):
            assert contrast(colours[text], colours["paper"]) >= 4.5
    assert set(re.findall(r"[^-]color: ([^;]+);", STYLE)) <= {
        *(f"var(--{name})" for name in ("ink", "muted", "first", "second", "alone")),
        *("inherit", "CanvasText"),
    }


def test_nothing_but_two_parties_has_a_hue() -> None:
    hued = {
        name
        for name, colour in re.findall(r"--(\w+): #(\w{6});", STYLE)
        if max(bytes.fromhex(colour)) - min(bytes.fromhex(colour)) > 20
    }
    assert hued == {"first", "second"}
    colours = re.findall(r"--(first|second): (#\w{6});", STYLE)
    assert [colour for _, colour in colours] == ["#1b6ca8", "#c2410c", "#5fb3f2", "#f59e4c"]
    users = re.findall(r"^(.*?) \{ [^}]*var\(--(first|second)\)", STYLE, re.MULTILINE)
    assert users == [(f"svg .{hue}, bdi.{hue}, .{hue}::before", hue) for hue in ("first", "second")]


# --- In a browser

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
ALONE = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-component-update"
    " --disable-background-networking --disable-sync --allow-file-access-from-files"
    " --hide-scrollbars --enable-logging=stderr --v=0"
)
WIDTHS = (180, 360, 1280)  # the first is a phone at 200 %
TALL = 160  # pixels of a row of the figure whose words are broken into letters
FRAMES = """\
<!DOCTYPE html>
<body>
<script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll("iframe")].map(({contentDocument: page}) => ({
    width: page.documentElement.clientWidth,
    needed: page.documentElement.scrollWidth,
    tallest: Math.max(0, ...[...page.querySelectorAll("li.row")].map((row) => row.clientHeight)),
    text: page.body.innerText,
  }));
  document.body.textContent = JSON.stringify(seen);
});
</script>
"""


def seen(page: str, folder: Path) -> tuple[list[str], list[str]]:
    """Return the texts that a browser shows at each width, and what it complains about."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    frames = "".join(
        f'<iframe src="page.html" style="border: 0; height: 700px; width: {width}px"></iframe>\n'
        for width in WIDTHS
    )
    (folder / "frames.html").write_text(FRAMES + frames, encoding="utf-8")
    done = subprocess.run(
        [
            *(BROWSER, *ALONE.split(), f"--user-data-dir={folder / 'browser'}"),
            *("--dump-dom", (folder / "frames.html").as_uri()),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
    )
    views = json.loads(read_body(done.stdout))
    assert [view["width"] for view in views] == list(WIDTHS)
    complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    complaints += [f"too wide: {v['needed']}" for v in views if v["needed"] > v["width"]]
    complaints += [f"too tall: {v['tallest']}" for v in views if v["tallest"] > TALL]
    return [" ".join(view["text"].split()) for view in views], complaints


def read_body(dumped: str) -> str:
    found = re.search("<body>(.*)</body>", dumped, re.DOTALL)
    assert found
    return html.unescape(found[1])


in_a_browser = pytest.mark.skipif(not BROWSER, reason="no Chromium is installed")


@in_a_browser
def test_a_browser_shows_every_event_at_any_width(tmp_path: Path) -> None:
    report = bundled()
    texts, complaints = seen(written("html", report), tmp_path)
    assert complaints == []
    for text in texts:
        for event in (match.event for match in report.rows):
            told = (event.title, event.summary, event.note, event.place, *event.status)
            assert [part for part in told if part and part not in text] == []


@in_a_browser
def test_a_browser_shows_hostile_texts_at_any_width(tmp_path: Path, write: Write) -> None:
    long = "W" * 300
    event = {"date": "2001-01-02~/2002-02-03?", "title": long, "countries": ["NOR"]}
    event |= {"summary": long, "note": long, "place": long, "actors": [long], "type": "t" * 60}
    path = write("e.json", json.dumps({"title": long, "events": [event]}))
    texts, complaints = seen(written("html", timeline_of(path)), tmp_path)
    assert complaints == []
    assert {text.count(long) for text in texts} == {6}


@in_a_browser
def test_a_state_is_not_broken_into_letters_beside_its_subject(
    tmp_path: Path, run: Run, write: Write
) -> None:
    subject, state = "Diplomatic relations of Norway and Afghanistan", "legations exchanged"
    event = {"date": "1931", "title": "A", "countries": ["NOR", "AFG"], "status": {subject: state}}
    write("e.json", json.dumps([event]))
    texts, complaints = seen(run("timeline", "--events", "e.json", "-f", "html").out, tmp_path)
    assert complaints == []
    assert {text.count(state) for text in texts} == {2}


@in_a_browser
@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ("<script>1</script>", "Content Security Policy"),
        ("<img src='page.html' alt=''>", "Content Security Policy"),
        ("<p style='width: 2000px'>a</p>", "too wide"),
    ],
)
def test_a_fault_would_be_noticed(tmp_path: Path, fault: str, complaint: str) -> None:
    page = written("html", bundled()).replace("</main>", f"{fault}</main>")
    _, complaints = seen(page, tmp_path)
    assert len(complaints) == len(WIDTHS)
    assert all(complaint in line for line in complaints)
