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

    def key(said: str, between: str) -> list[str]:
        return [each for each in said.split(between) if each[0] in "◆○◇"]

    signs = dict(zip((CHANGE, DOUBT, BOTH, IN_DOUBT), "◆○◇◇", strict=True))
    expected = [f"{signs[each]} {each}" for each in meanings]
    assert key(told("table").splitlines()[-1], "   ") == expected
    caption = re.search("(?<=<figcaption>).*(?=</figcaption>)", told("html"))
    assert key(caption[0] if caption else "none", " · ") == expected
    assert [each for each in read(told("svg")).words if each in signs] == meanings


def test_in_ascii_there_is_one_sign_for_changes_certain_or_not(run: Run, write: Write) -> None:
    write("in.yaml", FILE)
    arguments = ("--events", "in.yaml", "--year", "2004", "-f", "table", "--ascii")
    assert run("timeline", "norway", *arguments).out.splitlines()[-1] == f"* {CHANGE}"
