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
from diplo import formats, loading
from diplo.dates import Window, parse, words
from diplo.reports import FOOTNOTE, Names, Report
from diplo.selection import Query
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


def page_of(path: Path, query: Query | None = None, by: str | None = "year") -> Element:
    return read(written("html", timeline_of(path, query, by)))


def bundled(by: str | None = "year") -> Report:
    return timeline_of(Path(loading.bundled()), by=by)


def dated(*texts: str) -> str:
    """Return a JSON file with an event for each of these dates."""
    return json.dumps([{"date": text, "title": "T", "countries": ["NOR"]} for text in texts])


def facts(article: Element) -> dict[str, str]:
    return {row.one("dt").text: row.one("dd").text for row in article.all("div")}


def legend(page: Element) -> dict[str, str]:
    return {item.attributes["class"]: item.text for item in page.one("figcaption").all("li")}


# --- The page


def test_a_page_says_what_it_is_and_what_was_asked() -> None:
    text = written("html", bundled())
    page, title = read(text), "Norway and Palestine, Norway and Afghanistan"
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert text.endswith("</html>\n")
    assert "\r" not in text
    assert page.one("head").one("title").text == f"All events – {title}"
    assert page.one("h1").text == title
    assert page.one("p", kind="asked").text == f"All events · {bundled().summary}"
    assert page.one("footer").text == (
        "Events as of 20 Jun 2025. The short notation by each date is EDTF, the Extended Date/Time "
        f"Format. Made with diplo {diplo.__version__}."
    )
    assert page.one("footer").one("time").attributes == {"datetime": "2025-06-20"}


MANY = f"""\
title: A file
as_of: 2025-06-20
{EVERYTHING}\
  - {{id: day, date: 1990-05-06, title: A day, countries: [NOR]}}
  - {{id: month, date: 1990-07, title: A month, countries: [NOR]}}
  - {{id: near, date: 1992~, title: Near a year, countries: [NOR]}}
  - {{id: span, date: 1983/1994, title: A span, countries: [NOR]}}
  - {{id: decade, date: 200X, title: A decade, countries: [SWE]}}
  - {{id: doubt, date: 1996-21?, title: A doubt, countries: [SWE]}}
"""


def test_a_whole_page(write: Write) -> None:
    query = Query(window=Window(725_007, 738_520, "1986 to 2022"))
    page = written("html", timeline_of(write("e.yaml", MANY), query))
    start, _, rest = page.partition(f"<style>\n{STYLE}</style>\n")
    whole = Path(__file__).with_name("expected.html").read_text(encoding="utf-8")
    assert start + rest == whole.replace("VERSION", diplo.__version__)


def test_without_a_title_of_the_file_the_question_is_the_title(write: Write) -> None:
    page = page_of(write("e.yaml"))
    assert page.one("head").one("title").text == page.one("h1").text == "All events"
    assert page.one("p", kind="asked").text == "1 event"
    assert "as of" not in page.one("footer").text


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
    assert parts == ["a", "header", "nav", "main", "footer"]
    targets = {e.attributes["id"] for e in page.within() if "id" in e.attributes}
    links = [a.attributes["href"] for a in page.all("a")]
    assert links[0] == "#_events"
    assert {link.removeprefix("#") for link in links} < targets
    levels = [int(e.name[1]) for e in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_the_way_to_each_heading_stands_above_them_where_they_are_many(write: Write) -> None:
    page = page_of(write("e.json", dated("2001", "2002", "2003", "2004")))
    links = page.one("nav").all("a")
    headings = {h.attributes["id"]: h.text for h in page.one("main").all("h2")}
    assert [link.text for link in links] == ["2001", "2002", "2003", "2004"]
    assert [headings[link.attributes["href"][1:]] for link in links] == [a.text for a in links]
    assert page_of(write("e.json", dated("2001", "2002", "2003"))).all("nav") == []


def test_without_headings_events_stand_right_below_the_title(write: Write) -> None:
    text = written("html", timeline_of(write("e.yaml", EVERYTHING), by=None))
    page = read(text)
    assert [e.name for e in page.one("main").all("h2", "h3")] == ["h2", "h2", "h2"]
    assert "H2" not in text
    assert [e.text for e in page.all("section")] == [page.one("section", kind="sources").text]


def test_a_page_without_events_says_so(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING), Query(search=("qqq",)))
    assert page.one("main").text == "No events were found."
    assert page.one("h1").text == 'All events · "qqq"'
    assert page.one("p", kind="asked").text == "0 events"
    assert page.all("article", "section", "figure", "nav") == []
    assert page.one("footer").text == f"Made with diplo {diplo.__version__}."


def test_the_command_writes_a_page(run: Run, tmp_path: Path) -> None:
    assert run("timeline", "-f", "html", "-o", "page.html").status == 0
    assert (tmp_path / "page.html").read_bytes() == written("html", bundled()).encode()


# --- Events


def test_an_event_is_told_in_full(write: Write) -> None:
    page = page_of(write("e.yaml", EVERYTHING))
    least, everything = page.all("article")
    assert everything.attributes == {"id": "everything"}
    assert everything.one("h3").text == 'The "office", as it was called'
    assert everything.one(kind="date").text == "since Aug 2021"
    assert everything.one("code").text == "2021-08/.."
    assert everything.one(kind="about").text == "Mission closed · Sweden, Norway"
    assert everything.all("p")[2].text == "One. Two."
    assert facts(everything) == {
        "Actors": "Jonas Gahr Støre, =1+1",
        "Place": "Łódź",
        "Status": "Office in Łódź: closedEnvoy: gone",
        "Sources": "The book, page 1The film",
        "Note": "=1+1",
    }
    assert least.one(kind="about").text == "Norway"
    assert len(least.all("p")) == 2
    assert least.all("dl") == []


@pytest.mark.parametrize("by", ["year", "decade", "type", "country", None])
def test_nothing_of_the_bundled_events_is_lost(by: str | None) -> None:
    report = bundled(by)
    page, names = read(written("html", report)), Names(report.vocabulary)
    headings = [
        e.text for e in page.one("main").all("h2") if e.parent and e.parent.name != "article"
    ]
    assert headings == [*(s.heading for s in report.sections if s.heading), "Sources"]
    shown = [row.event for section in report.sections for row in section.rows]
    articles = page.all("article")
    assert len(articles) == len(shown)
    for event, article in zip(shown, articles, strict=True):
        texts = [event.title, event.summary, event.note, event.place, event.date.text]
        texts += [*event.actors, *event.status, *event.status.values(), names.type(str(event.type))]
        texts += [names.countries.name(code) for code in event.countries]
        texts += [text for cited in event.sources for text in (names.source(cited), cited.locator)]
        assert [text for text in texts if text and text not in article.text] == []
    ids = [a.attributes["id"] for a in articles if "id" in a.attributes]
    assert sorted(ids) == sorted(row.event.id for row in report.rows)


def test_an_event_under_several_headings_has_its_id_once(write: Write) -> None:
    text = written("html", timeline_of(write("e.yaml", EVERYTHING), by="country"))
    assert "\n<article>\n<h3" in text
    page = read(text)
    ids = {
        section.one("h2").text: [a.attributes.get("id") for a in section.all("article")]
        for section in page.all("section")[:2]
    }
    assert ids == {"Norway": ["least", "everything"], "Sweden": [None]}


def test_what_is_possible_is_marked_and_explained(write: Write) -> None:
    query = Query(window=Window(732_000, 738_500, "2005 to 2022"))
    page = page_of(write("e.yaml", EVERYTHING), query)
    marks = {a.attributes["id"]: [e.text for e in a.all("strong")] for a in page.all("article")}
    assert marks == {"least": ["possibly in the range"], "everything": []}
    assert [p.text for p in page.all("p", kind="asked")] == [
        "2 events, 1 of them possibly",
        FOOTNOTE.removeprefix("? "),
    ]


def test_sources_stand_at_the_end_with_all_that_is_known_of_them(write: Write) -> None:
    book = "{title: B, kind: book, author: A, publisher: P, date: 1994-05, url: 'https://e.org/b'}"
    text = f"""
sources: {{b: {book}, unused: {{title: U}}, c: {{title: C, date: 2001~, url: 'http://e.org/?a&b'}}}}
events:
  - {{date: 2001, title: T, countries: [NOR], sources: [c, {{source: b, locator: p. 1}}, b]}}
"""
    page = page_of(write("e.yaml", text))
    items = page.one(kind="sources").all("li")
    assert [item.text for item in items] == ["B, A, P, book, May 1994", "C, c. 2001"]
    assert [e.attributes for e in items[0].all("time")] == [{"datetime": "1994-05"}]
    links = page.one("main").all("a")
    assert [link.text for link in links] == ["C", "B", "B", "B", "C"]
    assert {link.attributes["href"] for link in links} == {"https://e.org/b", "http://e.org/?a&b"}
    assert {link.attributes["rel"] for link in links} == {"noopener noreferrer"}


def test_an_undeclared_source_has_the_first_title_that_an_event_gives_or_its_id(
    write: Write,
) -> None:
    sources = [[{"source": "a", "title": "First"}, "b"], [{"source": "a", "title": "Second"}]]
    events = [{"date": "2001", "title": "T", "countries": ["NOR"], "sources": s} for s in sources]
    events[0]["id"], events[1]["id"] = "a", "b"
    page = page_of(write("e.json", json.dumps(events)))
    assert [item.text for item in page.one(kind="sources").all("li")] == ["First", "b"]


def test_a_link_leads_to_the_web_only(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    sources = report.vocabulary.sources
    for url in ("javascript:alert(1)", "data:text/html,x", "//e.org", " https://e.org", "ftp://e"):
        bad = {key: source._replace(url=url) for key, source in sources.items()}
        page = report._replace(vocabulary=report.vocabulary._replace(sources=bad))
        assert read(written("html", page)).one("main").all("a") == []


# --- Dates

DATES = {
    # EDTF: words, how much is known, and what is marked as a time.
    "2021-05-03": ("3 May 2021", "exact day", ["2021-05-03"]),
    "2021-05": ("May 2021", "only the month known", ["2021-05"]),
    "2021-05-XX": ("May 2021", "only the month known", ["2021-05"]),
    "2021": ("2021", "only the year known", ["2021"]),
    "0900": ("0900", "only the year known", ["0900"]),
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
    "[2006-05..]": ("May 2006 or later", "not earlier than May 2006", []),
    "[2002..2006-05-01]": ("between 2002 and 1 May 2006", "some time in between", []),
    "2021-08/..": ("since Aug 2021", "start: only the month known; going on", ["2021-08"]),
    "2021/": ("from 2021", "start: only the year known; end: unknown", ["2021"]),
    "/..": ("ongoing", "start: unknown; going on", []),
    "/2021-05-03": ("until 3 May 2021", "start: unknown; end: exact day", ["2021-05-03"]),
    "../2021": ("until 2021", "start: open; end: only the year known", ["2021"]),
    "2021/2021-05-03": (
        "2021 – 3 May 2021",
        "start: only the year known; end: exact day",
        ["2021", "2021-05-03"],
    ),
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
    article = page_of(write("e.json", dated(text))).one("article")
    assert article.one("code").text == text
    assert article.one(kind="date").text == said
    assert article.one(kind="known").text == known
    times = article.all("time")
    assert [e.attributes["datetime"] for e in times] == stamps
    for element in times:
        stamp = element.attributes["datetime"]
        assert re.fullmatch("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", stamp)  # what HTML allows
        assert element.text == words(parse(stamp))


# --- The picture


def test_bars_stand_for_what_is_certain_and_a_pale_strip_for_what_is_not(write: Write) -> None:
    texts = ("2001", "2001-05", "2003?", "200X", "[..2004]", "/..", "2002/2003")
    page = page_of(write("e.json", dated(*texts)))
    assert legend(page) == {
        "bars": "Bars: within one year – 2 events, up to 2 in one bar",
        "pale": "Pale: lasting longer, or dated less exactly or in doubt – 4 events, "
        "up to 4 at a time",
        "none": "Not drawn: neither start nor end known – 1 event",
    }
    bar = page.one("svg", kind="bars").one("rect")
    assert bar.text == "2001: 2 events"
    assert (bar.attributes["x"], bar.attributes["width"]) == ("1.30", "0.40")
    assert (bar.attributes["y"], bar.attributes["height"]) == ("0", "2")
    strip = page.one("svg", kind="pale").one("path")
    assert strip.attributes["d"] == "M0 0V2h2V3h1V4h1V2h1V1h5V0z"


def test_the_picture_keeps_to_the_range_that_was_asked_for(write: Write) -> None:
    path = write("e.json", dated("1950/..", "2001", "[1960..2003]"))
    window = Window(date(2000, 1, 1).toordinal(), date(2004, 12, 31).toordinal())
    page = page_of(path, Query(window=window))
    assert page.one("figcaption").one("p").text == "2000 to 2004"


def test_the_picture_is_told_to_those_who_do_not_see_it(write: Write) -> None:
    page = page_of(write("e.json", dated("2001", "2005", "/..")))
    (picture,) = page.all("svg", role="img")
    told = [page.one(id=key) for key in picture.attributes["aria-labelledby"].split()]
    assert [(e.name, e.text) for e in told] == [
        ("title", "2001 to 2005"),
        ("desc", ". ".join(legend(page).values())),
    ]
    assert page.one("figcaption").one("p").text == "2001 to 2005"


@pytest.mark.parametrize(
    ("texts", "step", "labels"),
    [
        (("2001-01-05", "2001-03-04"), "one day", ["5 Jan 2001", "9 Feb 2001"]),
        (("2001-01-05", "2001-01-06"), "one day", ["5 Jan 2001", "6 Jan 2001"]),
        (("2001-01", "2001-03"), "one month", ["Jan 2001", "Feb 2001", "Mar 2001"]),
        (("2001-01", "2002-06"), "one month", ["Jan 2001", "Jul 2001", "Jan 2002"]),
        (("2001-03", "2019-05-06"), "3 months", ["Jan 2005", "Jan 2010", "Jan 2015"]),
        (("1990", "1992"), "one year", ["1990", "1991", "1992"]),
        (("1931", "2025"), "one year", ["1940", "1960", "1980", "2000", "2020"]),
        (("0003", "0150"), "2 years", ["0050", "0100", "0150"]),
        (("0001", "9999"), "100 years", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_labels_are_few_and_round(
    write: Write, texts: tuple[str, ...], step: str, labels: list[str]
) -> None:
    page = page_of(write("e.json", dated(*texts)))
    assert legend(page) == {"bars": f"Bars: within {step} – 2 events, up to 1 in one bar"}
    drawn = page.one("svg", role="img").all("text")[1:]
    assert [label.text for label in drawn] == labels
    places = {"start": (0, 6), "middle": (6, 94), "end": (94, 100)}
    for label in drawn:
        low, high = places[label.attributes["text-anchor"]]
        assert low <= float(label.attributes["x"].removesuffix("%")) <= high


def test_a_bar_that_stands_for_several_years_says_so(write: Write) -> None:
    page = page_of(write("e.json", dated("0003", "0150")))
    bars = page.one("svg", kind="bars").all("rect")
    assert [bar.text for bar in bars] == ["0002 to 0003: 1 event", "0150 to 0151: 1 event"]


def test_what_has_no_day_alone_is_pale_only(write: Write) -> None:
    page = page_of(write("e.json", dated("198X", "1985/..")))
    assert list(legend(page)) == ["pale"]
    assert page.all("rect") == page.all("line", kind="most") == []


@pytest.mark.parametrize("text", ["/..", "2021-05-03", "2021-05"])
def test_one_step_of_time_is_no_picture(write: Write, text: str) -> None:
    assert page_of(write("e.json", dated(text))).all("figure") == []


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
    for by in ("year", "type", "country"):
        query = Query(search=(text,))
        page = page_of(path, query, by=by)
        usual = page_of(write("plain.json", json.dumps(plain)), Query(search=("plain",)), by=by)
        # Whatever the texts are, the page has the same elements with the same attributes.
        assert [(e.name, list(e.attributes)) for e in page.within()] == [
            (e.name, list(e.attributes)) for e in usual.within()
        ]
        said = " ".join(text.split())
        assert page.one("h1").text == said
        assert page.one("head").one("title").text == f'All events · "{said}" – {said}'
        article = page.all("article")[0]
        assert article.all("h3")[0].text == said
        assert facts(article)["Status"] == f"{said}: {said}"
        assert {a.attributes["href"] for a in article.all("a")} == {url}


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
        for text in ("ink", "muted", "accent", "doubt"):
            assert contrast(colours[text], colours["paper"]) >= 4.5
    assert set(re.findall(r"[^-]color: ([^;]+);", STYLE)) <= {
        *(f"var(--{name})" for name in ("ink", "muted", "accent", "doubt")),
        "inherit",
    }


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
FRAMES = """\
<!DOCTYPE html>
<body>
<script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll("iframe")].map(({contentDocument: page}) => ({
    width: page.documentElement.clientWidth,
    needed: page.documentElement.scrollWidth,
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
        for event, _ in report.rows:
            told = (event.title, event.summary, event.note, event.date.text, words(event.date))
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
