"""What signs mean is said alike in a table, a picture and a page, wherever they are drawn."""

import re

import pytest

from tests.cli.answers import Write
from tests.conftest import Run
from tests.formats.pictures import read

CHANGE, DOUBT, BOTH = "changes a state", "date in doubt", "both"
IN_DOUBT = f"{CHANGE}, {DOUBT}"
FILE = """\
as_of: 2025-06-20
events:
  - {id: a, date: 2001-02, title: They meet, countries: [norway, sweden]}
  - {id: b, date: 2002-02, title: They trade, countries: [norway, sweden], status: {Trade: free}}
  - {id: c, date: 2003-02?, title: They talk, countries: [norway, sweden]}
  - {id: d, date: 2004-02?, title: They part, countries: [norway, sweden], status: {Envoy: none}}
"""


def caption(page: str) -> list[str]:
    """Return what a page says of the signs in its picture."""
    return page.partition("<figcaption>")[2].partition("</figcaption>")[0].split(" · ")


@pytest.mark.parametrize(
    ("years", "meanings"),
    [
        ("2001..2004", [CHANGE, DOUBT, BOTH]),
        ("2003..2004", [DOUBT, IN_DOUBT]),
        ("2004", [IN_DOUBT]),
        ("2001..2003", [CHANGE, DOUBT]),
        ("2001..2002", [CHANGE]),
    ],
)
def test_the_sign_of_both_says_of_what_where_these_are_not_there(
    run: Run, write: Write, years: str, meanings: list[str]
) -> None:
    write("in.yaml", FILE)

    def told(form: str) -> str:
        asked = ("timeline", "norway", "--events", "in.yaml", "--year", years)
        return run(*asked, "-f", form).out

    def key(said: list[str]) -> list[str]:
        return [each for each in said if each[0] in "◆○◇" and "in a strip" not in each]

    signs = dict(zip((CHANGE, DOUBT, BOTH, IN_DOUBT), "◆○◇◇", strict=True))
    expected = [f"{signs[each]} {each}" for each in meanings]
    assert key(told("table").splitlines()[-1].split("   ")) == expected
    assert key(caption(told("html"))) == expected
    assert [each for each in read(told("svg")).words if each in signs] == meanings


def test_in_ascii_there_is_one_sign_for_changes_certain_or_not(run: Run, write: Write) -> None:
    write("in.yaml", FILE)
    arguments = ("--events", "in.yaml", "--year", "2004", "-f", "table", "--ascii")
    assert run("timeline", "norway", *arguments).out.splitlines()[-1] == f"* {CHANGE}"


STRIPS = """\
as_of: 2025-06-20
events:
  - {id: a, date: 1990/.., title: They trade, countries: [norway, sweden], status: {Trade: free}}
  - {id: b, date: /2021, title: They talk, countries: [norway, sweden], status: {Talks: held}}
  - {id: c, date: 2021, title: They stop, countries: [norway, sweden], status: {Talks: ended}}
  - {id: d, date: 2025, title: They part, countries: [norway, sweden], status: {Envoy: none}}
"""
ARROW = "v8l-5 -4z"
PERHAPS = "perhaps by then"
BESIDE_EVENTS = f"in a strip: {PERHAPS}"
ON_STRIPS = ["a change", PERHAPS, BESIDE_EVENTS, "began earlier"]


def told_of_strips(run: Run, asked: str) -> list[str]:
    """Return what a picture says of the signs on strips, which a table says too if it has any."""
    words = read(run(*asked.split(), "--events", "in.yaml", "-f", "svg").out).words
    return [each for each in words if each in ON_STRIPS]


def test_signs_on_strips_are_explained_where_they_are_drawn(run: Run, write: Write) -> None:
    write("in.yaml", STRIPS)
    assert told_of_strips(run, "status norway") == ["a change", PERHAPS]
    assert "◂" not in run("status", "--events", "in.yaml", "-f", "table").out
    many = "".join(
        f"  - {{id: e{n}, date: 2022, title: T, countries: [norway], status: {{S{n}: so}}}}\n"
        for n in range(8)
    )
    write("in.yaml", STRIPS + many)
    assert told_of_strips(run, "status norway") == ["a change", PERHAPS, "began earlier"]
    assert told_of_strips(run, "status norway --history") == ["a change", PERHAPS, "began earlier"]
    table = run("status", "--events", "in.yaml", "-f", "table").out
    assert re.search("(?m)^Trade .* ◂━", table)
    assert "   ◂ began earlier\n" in table
    # What began at a time that is not told may have begun later: beside the sign, one has it.
    drawn = run("status", "--events", "in.yaml", "-f", "svg").out
    assert (table.count("◂"), drawn.count(ARROW)) == (2, 2)


def test_what_a_timeline_says_of_its_marks_is_not_said_again_of_its_strips(
    run: Run, write: Write
) -> None:
    write("in.yaml", STRIPS)
    assert told_of_strips(run, "timeline sweden") == [BESIDE_EVENTS]
    assert told_of_strips(run, "timeline sweden --since 2021") == [BESIDE_EVENTS, "began earlier"]
    page = run("timeline", "sweden", "--events", "in.yaml", "-f", "html").out
    assert caption(page)[:3] == ["◆ changes a state", f"◇ {BESIDE_EVENTS}", "bar: in force"]


def test_where_a_page_has_bars_it_says_what_marks_its_strips(run: Run, write: Write) -> None:
    more = "".join(
        f"  - {{id: e{n}, date: 2001, title: T, countries: [norway, sweden]}}\n" for n in range(40)
    )
    write("in.yaml", STRIPS + more)
    page = run("timeline", "sweden", "--events", "in.yaml", "-f", "html").out
    assert caption(page)[:3] == [
        "bars: events, up to 40 at a time",
        "◆ a change",
        f"◇ {BESIDE_EVENTS}",
    ]


SEVERAL = """\
- {id: a, date: 2001, title: They meet, countries: [norway, sweden]}
- {id: b, date: 2001, title: They meet, countries: [norway, finland]}
- {id: c, date: 2001, title: They meet, countries: [norway, iceland]}
- {id: d, date: 2001, title: Norway rests, countries: [norway]}
"""


def test_what_concerns_no_other_country_does_not_look_like_one_that_has_no_colour(
    run: Run, write: Write
) -> None:
    write("in.yaml", SEVERAL)

    def told(command: str, form: str) -> str:
        return run(command, "norway", "--events", "in.yaml", "-f", form).out

    for command, drawn in (("timeline", "dot"), ("stats", "solid")):
        picture = read(told(command, "svg"))
        kinds = [each.attrib["class"] for each in picture.of_class("alone")]
        assert kinds.count(f"{drawn} alone") == 2  # the second of which is explained
        assert picture.words.count("no other country") == 1
    page = told("timeline", "html")
    dots = re.findall('href="#_dot"[^>]* class="([a-z]+)', page)
    assert dots == ["first", "second", "plain", "alone"]
    assert "grey: no other country" in caption(page)
    # On a terminal there are two colours, and the rest is plain.
    bar = run("stats", "norway", "--events", "in.yaml", "-f", "table", "--color", "always").out
    assert re.search("m▇{5}\x1b\\[0m\x1b[^m]+m▇{5}\x1b\\[0m▇{10}$", bar, re.MULTILINE)


def test_where_there_is_no_other_country_at_all_nothing_is_set_apart(
    run: Run, write: Write
) -> None:
    write("in.yaml", SEVERAL[SEVERAL.index("- {id: d") :])
    for command, form in (("timeline", "svg"), ("stats", "svg"), ("timeline", "html")):
        out = run(command, "norway", "--events", "in.yaml", "-f", form).out
        assert "no other country" not in out
        assert 'alone"' not in out
