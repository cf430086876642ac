"""Markdown: a renderer shows every text as it is, in a table of the same columns."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diplo import reading
from diplo.history.selection import Query
from diplo.model.dates import parse_window
from diplo.reports import Report
from diplo.reports.story import Section, Story, StoryOptions
from diplo.terminal.text import fold_space, refused_at
from tests.conftest import EVERYTHING, report_of, timeline_of, written
from tests.tables import each_of

Write = Callable[..., Path]

TEXTS = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]))
    .map(fold_space)
    .filter(lambda text: refused_at(text) is None)
)
# These let HTML pass, so that the texts have to keep it back.
RENDERER, UNJOINED = (
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(rules)
    for rules in ([], ["text_join"])
)
# What renderers beyond CommonMark look for in the text that no markup covers.
EXTRAS = re.compile(r"www\.|://|:[\w+-]+:|@\w|#\d|\$|\[\^|~", re.IGNORECASE)
HOSTILE = [
    *("a | b", "\\", "\\|", "a \\| b", "||", "`a` ``b", "*a* **b**", "_a_ __b__", "~a~ ~~b~~"),
    *("[a](b)", "![a](b)", "[a][b]", "[^1]", "[a]: b", "<b>", "<!-- a -->", "<http://a.b>"),
    *("<a@b.c>", "a@b.c", "@user", "#12", "user/repo#12", "# a #", "> a", "1. a", "- a", "+ a"),
    *("www.example.org", "WWW.example.org", "http://example.org", "ftp://a.b", "&amp; &#60; &copy"),
    *(":smile:", "a :+1: b", "10:30", "a: b", "$a$", "$$a$$", "---", "===", "```", "~~~", "\\\\"),
    *("a\\", "\\<b>", "\\`a\\`", "'quoted' \"twice\"", "(c) -- ...", "{{ a }}"),
    *("a\u00a0", "\u00a0a", "\u3000"),
]
SINCE_2021 = Query(window=parse_window("2021..", date(2025, 12, 31)))
PARTS = """\
- {id: aid, date: 2001~/.., title: Aid, countries: [NOR]}
- {id: talks, date: 2022, title: Talks, countries: [NOR]}
- {id: relations, date: /.., title: Relations, countries: [NOR]}
- {id: meeting, date: "2021-06-19?", title: Meeting, countries: [NOR]}
- {id: office, date: "[..2022]", title: Office, countries: [NOR]}
"""


def shown(markdown: str, kind: str) -> list[str]:
    """Return the text of each cell, heading or paragraph, none of which may hold markup."""
    tokens = RENDERER.parse(markdown)
    places = [i for i, token in enumerate(tokens) if token.type == "inline"]
    assert all(c.type == "text" for i in places for c in tokens[i].children or [])
    return [
        "".join(child.content for child in tokens[i].children or [])
        for i in places
        if tokens[i - 1].type == f"{kind}_open"
    ]


def bare(markdown: str) -> list[str]:
    """Return the pieces of text in which a renderer's extensions look for their own markup."""
    tokens = UNJOINED.parse(markdown)
    return [c.content for token in tokens for c in token.children or [] if c.type == "text"]


def headed(heading: str, report: Report) -> Report:
    """Return a report whose rows stand under a heading."""
    told = Story("", {}, [Section(heading, report.rows)], (), (), (), grouped=True)
    return report._replace(screen=lambda: told)


def test_the_columns_are_those_of_the_table(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    assert written("markdown", report) == (
        "| Date | Type | Country | Title | Id |\n"
        "| ---: | --- | --- | --- | --- |\n"
        "| by 2006 |  | NOR | Least | least |\n"
        '| since Aug 2021 | Mission closed | SWE NOR | The "office", as it was called |'
        " everything |\n"
    )


def test_columns_can_be_chosen(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING)).only(["status", "title"])
    assert written("markdown", report) == (
        "| Status | Title |\n"
        "| --- | --- |\n"
        "|  | Least |\n"
        '| Office in Łódź: closed; Envoy: gone | The "office", as it was called |\n'
    )


@pytest.mark.parametrize("by", [None, "year", "country"])
def test_nothing_is_the_header(by: str | None, write: Write) -> None:
    report = timeline_of(write("e.yaml", "events: []"), options=StoryOptions(by))
    assert written("markdown", report) == (
        "| Date | Type | Country | Title | Id |\n| ---: | --- | --- | --- | --- |\n"
    )


def test_headings_that_were_asked_for_have_a_table_each(write: Write) -> None:
    path = write("e.yaml", EVERYTHING)
    assert "#" not in written("markdown", timeline_of(path).only(["id"]))
    report = timeline_of(path, options=StoryOptions("country")).only(["id"])
    assert written("markdown", report) == (
        "## Norway\n\n| Id |\n| --- |\n| least |\n| everything |\n\n"
        "## Sweden\n\n| Id |\n| --- |\n| everything |\n"
    )


def test_what_stands_beside_the_story_has_its_own_tables_at_the_end(write: Write) -> None:
    report = timeline_of(write("e.yaml", PARTS), SINCE_2021).only(["date", "id"])
    head = "| Date | Id |\n| ---: | --- |\n"
    assert written("markdown", report) == (
        f"{head}| 19 Jun 2021? | meeting |\n| 2022 | talks |\n\n"
        f"## Under way before 2021\n\n{head}| since c. 2001 | aid |\n| not told | relations |\n\n"
        f"## May belong here\n\n{head}| by 2022 | office |\n"
    )


def test_the_parts_follow_the_years_that_were_asked_for(write: Write) -> None:
    path = write("e.yaml", PARTS)
    text = written("markdown", timeline_of(path, SINCE_2021, StoryOptions("year")).only(["id"]))
    headings = ["2021", "2022", "Under way before 2021", "May belong here"]
    assert shown(text, "heading") == headings
    assert shown(text, "td") == ["meeting", "talks", "aid", "relations", "office"]


def test_without_a_range_only_what_has_no_day_stands_apart(write: Write) -> None:
    text = written("markdown", timeline_of(write("e.yaml", PARTS)).only(["id"]))
    assert shown(text, "heading") == ["Start not told"]
    assert shown(text, "td") == ["aid", "meeting", "talks", "office", "relations"]


def test_a_story_without_events_is_the_header_above_the_parts(write: Write) -> None:
    least = '- {id: a, date: "[2002-02-28..2006-12]", title: T, countries: [NOR]}'
    query = Query(window=parse_window("2006", date(2025, 12, 31)))
    for options in (StoryOptions(), StoryOptions("year")):
        text = written("markdown", timeline_of(write("e.yaml", least), query, options))
        assert text.splitlines()[1:4] == [
            "| ---: | --- | --- | --- | --- |",
            "",
            "## May belong here",
        ]
        assert shown(text, "heading") == ["May belong here"]
        assert shown(text, "td")[0] == "between 28 Feb 2002 and Dec 2006"


def test_in_another_order_there_are_no_parts_and_what_may_belong_is_marked(write: Write) -> None:
    options = StoryOptions(sort="title")
    text = written("markdown", timeline_of(write("e.yaml", PARTS), SINCE_2021, options))
    assert shown(text, "heading") == []
    said = {"19 Jun 2021?", "2022", "by 2022?", "not told", "since c. 2001"}
    assert set(shown(text, "td")[::5]) == said


def test_every_row_of_the_bundled_file_has_every_cell() -> None:
    report = timeline_of(Path(reading.bundled()))
    cells = shown(written("markdown", report), "td")
    assert len(cells) == 5 * len(report.rows)
    assert cells[3::5] == [match.event.title for match in report.rows]
    assert cells[4::5] == [match.event.id for match in report.rows]


def test_no_heading_of_a_column_acts_as_markup() -> None:
    markdown = written("markdown", report_of([{"a_|*b*": "c"}], "a_|*b*"))
    assert shown(markdown, "th") == ["A_|*b*"]
    assert shown(markdown, "td") == ["c"]


@each_of("text", HOSTILE)
def test_no_text_acts_as_markup(text: str) -> None:
    markdown = written("markdown", headed(text, report_of([{"a": text, "b": "b"}], "a", "b")))
    assert shown(markdown, "td") == [text, "b"]
    assert shown(markdown, "heading") == [text]
    assert not [piece for piece in bare(markdown) if EXTRAS.search(piece)]


def test_a_text_without_markup_stays_readable() -> None:
    text = "Oslo (Norway), 28–29 May: \"It's 50% - or 1/2; isn't it?\" – yes, and that's it!"
    assert f"| {text} |\n" in written("markdown", report_of([{"a": text}], "a"))


def test_a_column_without_a_text_is_a_cell(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING)).only(["type", "place", "note", "id"])
    assert shown(written("markdown", report), "td")[:4] == ["", "", "", "least"]


@given(texts=st.lists(TEXTS, min_size=2, max_size=2))
@example(texts=["\\", "|"])
@example(texts=["a\\", "\\b"])
@example(texts=["w" * 3 + ".a", "\U0001f1f3\U0001f1f4"])
def test_what_is_shown_is_what_was_written(texts: list[str]) -> None:
    report = report_of([dict(zip("ab", texts, strict=True))], "a", "b")
    markdown = written("markdown", report)
    assert shown(markdown, "td") == texts
    assert not [piece for piece in bare(markdown) if EXTRAS.search(piece)]


@given(text=TEXTS.filter(bool))
def test_a_heading_is_shown_as_it_was_written(text: str) -> None:
    assert shown(written("markdown", headed(text, report_of([], "a"))), "heading") == [text]
