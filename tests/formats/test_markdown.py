"""Markdown: a renderer shows every text as it is, in a table of the same columns."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diplo import loading
from diplo.dates import parse_window
from diplo.reports import Section
from diplo.selection import Query
from diplo.text import fold_space, refused_at
from tests.conftest import EVERYTHING, report_of, timeline_of, written

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
IN_2006 = Query(window=parse_window("2006", date(2025, 12, 31)))


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


def test_the_columns_are_those_of_the_table(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING))
    assert written("markdown", report) == (
        "| Date | Type | Country | Title | Id |\n"
        "| ---: | --- | --- | --- | --- |\n"
        "| by 2006 |  | NOR | Least | least |\n"
        '| since Aug 2021 | mission.closed | SWE NOR | The "office", as it was called |'
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


@pytest.mark.parametrize("grouped", [False, True])
def test_nothing_is_the_header(grouped: bool, write: Write) -> None:  # noqa: FBT001
    report = timeline_of(write("e.yaml", "events: []"))._replace(grouped=grouped)
    assert written("markdown", report) == (
        "| Date | Type | Country | Title | Id |\n| ---: | --- | --- | --- | --- |\n"
    )


def test_headings_that_were_asked_for_have_a_table_each(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING), by="country").only(["id"])
    assert "#" not in written("markdown", report)
    assert written("markdown", report._replace(grouped=True)) == (
        "## Norway\n\n| Id |\n| --- |\n| least |\n| everything |\n\n"
        "## Sweden\n\n| Id |\n| --- |\n| everything |\n"
    )


def test_what_is_only_possible_is_marked_and_the_mark_explained(write: Write) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING), IN_2006)
    text = written("markdown", report)
    assert shown(text, "td")[0] == "by 2006 ?"
    assert shown(text, "paragraph") == [report.footnote]
    assert text.endswith(f" |\n\n{report.footnote}\n")
    assert report.footnote.startswith("? possibly")
    assert shown(written("markdown", report.only(["title"])), "paragraph") == []


def test_a_date_of_two_lines_is_one(write: Write) -> None:
    least = '- {id: a, date: "[2002-02-28..2006-12]", title: T, countries: [NOR]}'
    report = timeline_of(write("e.yaml", least), IN_2006)
    assert "\n" in report.table[0].text(report.rows[0])
    assert shown(written("markdown", report), "td")[0] == "between 28 Feb 2002 and Dec 2006 ?"


def test_every_row_of_the_bundled_file_has_every_cell() -> None:
    report = timeline_of(Path(loading.bundled()))
    cells = shown(written("markdown", report), "td")
    assert cells[3::5] == [match.event.title for match in report.rows]
    assert cells[4::5] == [match.event.id for match in report.rows]


def test_no_heading_of_a_column_acts_as_markup() -> None:
    markdown = written("markdown", report_of([{"a_|*b*": "c"}], "a_|*b*"))
    assert shown(markdown, "th") == ["A_|*b*"]
    assert shown(markdown, "td") == ["c"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_acts_as_markup(text: str) -> None:
    rows = [{"a": text, "b": "b"}]
    report = report_of(rows, "a", "b")._replace(sections=[Section(text, rows)], grouped=True)
    markdown = written("markdown", report)
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
    report = report_of([], "a")._replace(sections=[Section(text, [])], grouped=True)
    assert shown(written("markdown", report), "heading") == [text]
