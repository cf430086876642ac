"""Plain lines: so that grep, cut, awk and sort just work."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.history.selection import Query
from diplo.model.dates import Window
from tests.conftest import EVERYTHING, report_of, timeline_of, written

Write = Callable[..., Path]

# Texts of a file hold no tabs and line breaks: they fold to spaces.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))


def test_an_event_is_a_line_of_six_fields(write: Write) -> None:
    title = 'The "office", as it was called'
    assert written("plain", timeline_of(write("e.yaml", EVERYTHING))).split("\n") == [
        "[..2006]\tcertain\tNOR\t\tLeast\tleast",
        f"2021-08/..\tcertain\tSWE; NOR\tmission.closed\t{title}\teverything",
        "",
    ]


@pytest.mark.parametrize(
    ("window", "date", "match"),
    [
        (Window(1, 700_000), "[..2006]", "possible"),
        (Window(738_500), "2021-08/..", "ongoing"),
        (Window(738_015), "2021-08/..", "certain"),
        (Window(732_900, 738_015), "2021-08/..", "possible"),
    ],
)
def test_a_line_says_how_sure_its_match_is(
    window: Window, date: str, match: str, write: Write
) -> None:
    report = timeline_of(write("e.yaml", EVERYTHING), Query(window=window))
    (line,) = written("plain", report).splitlines()
    assert line.split("\t")[:2] == [date, match]


def test_lines_come_part_by_part(write: Write) -> None:
    """What happened in the range stands before what may belong there, however old that is."""
    report = timeline_of(write("e.yaml", EVERYTHING), Query(window=Window(732_000)))
    lines = written("plain", report).splitlines()
    assert [line.split("\t")[1] for line in lines] == ["certain", "possible"]
    assert [line.split("\t")[-1] for line in lines] == ["everything", "least"]


@pytest.mark.parametrize("start", "=+-@＝＋－＠")
def test_a_formula_is_left_as_it_is(start: str) -> None:
    assert written("plain", report_of([{"a": f"{start}1"}], "a")) == f"{start}1\n"


def test_nothing_is_nothing() -> None:
    assert written("plain", report_of([], "a")) == ""


@pytest.mark.parametrize("colours", [0, 16, 256])
def test_nothing_is_wrapped_cut_or_coloured(colours: int, write: Write) -> None:
    path = write("e.yaml", EVERYTHING.replace("Least", "least of all " * 100))
    narrow = written("plain", timeline_of(path), width=20, colours=colours)
    assert narrow == written("plain", timeline_of(path), width=300)
    assert "\x1b" not in narrow
    assert narrow.count("\n") == 2


@given(rows=st.lists(st.fixed_dictionaries({"a": TEXTS, "b": TEXTS})))
def test_what_is_cut_at_tabs_is_what_was_written(rows: list[dict[str, str]]) -> None:
    *lines, last = written("plain", report_of(rows, "a", "b")).split("\n")
    assert [line.split("\t") for line in lines] == [[row["a"], row["b"]] for row in rows]
    assert last == ""
