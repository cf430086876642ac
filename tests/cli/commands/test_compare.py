"""`diplo compare` as a user meets it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Write = Callable[..., Path]

BEYOND = "diplo: the events are known up to 20 Jun 2025; what came after that day is not in them\n"
FILE = """\
as_of: 2025-06-20
events:
- {id: visit, date: 2021-08, title: Norway visits, countries: [norway], type: visit}
- {id: treaty, date: 2021-09-01, title: All sign, countries: [norway, sweden], status: {T: on}}
- {id: reply, date: 2022, title: Sweden replies, countries: [sweden], type: statement}
- {id: office, date: 2019/.., title: An office stays, countries: [sweden]}
- {id: envoy, date: "[..2021-10]", title: An envoy is sent, countries: [norway]}
- {id: other, date: 2021, title: Others meet, countries: [finland, iceland]}
"""
ASKED = ("compare", "norway", "sweden", "--since", "2021", "--events", "e.yaml")


def test_a_column_for_each_argument(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    result = run("compare", "norway", "sweden,finland", "--events", "e.yaml", "--json")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out) == [
        {"period": "2019", "columns": {"norway": [], "sweden,finland": ["office"]}, "shared": []},
        {
            "period": "2021",
            "columns": {"norway": ["visit", "envoy"], "sweden,finland": ["other"]},
            "shared": ["treaty"],
        },
        {"period": "2022", "columns": {"norway": [], "sweden,finland": ["reply"]}, "shared": []},
    ]


def test_what_stands_beside_the_story_comes_last(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    rows = json.loads(run(*ASKED, "--by", "decade", "--json").out)
    assert rows == [
        {
            "period": "202X",
            "columns": {"norway": ["visit"], "sweden": ["reply"]},
            "shared": ["treaty"],
        },
        {"period": "ongoing", "columns": {"norway": [], "sweden": ["office"]}, "shared": []},
        {"period": None, "columns": {"norway": ["envoy"], "sweden": []}, "shared": []},
    ]


def test_only_what_began_in_the_range(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    rows = json.loads(run(*ASKED, "--began", "--json").out)
    assert [row["period"] for row in rows] == ["2021", "2022"]
    assert "--all" not in run(*ASKED, "--began", "-f", "table").out


def test_a_line_for_each_event_in_a_pipe(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    assert (
        run(*ASKED).out
        == """\
2021\tnorway\t2021-08\tcertain\tvisit\tNorway visits\tvisit
2021\tnorway; sweden\t2021-09-01\tcertain\t\tAll sign\ttreaty
2022\tsweden\t2022\tcertain\tstatement\tSweden replies\treply
ongoing\tsweden\t2019/..\tongoing\t\tAn office stays\toffice
\tnorway\t[..2021-10]\tpossible\t\tAn envoy is sent\tenvoy
"""
    )


def test_lanes(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    assert (
        run(*ASKED, "-f", "table").out
        == """\
Norway, Sweden since 2021                  3 events · 1 under way · 1 may belong

           NOR SWE
2021 ───────┬───┬───────────────────────────────────────────────────────────── 2
       Aug  ●   │  Norway visits
     1 Sep  ◆───◆  All sign
2022 ───────┼───┼───────────────────────────────────────────────────────────── 1
      2022  │   ●  Sweden replies
Under way before 2021: 1   May belong here: 1 ───────────────── --all lists them

◆ changes a state
"""
    )


def test_all_of_them_in_ascii(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    shown = run(*ASKED, "-f", "table", "--all", "--ascii", env={"COLUMNS": "40"}).out
    assert (
        shown
        == """\
Norway, Sweden since 2021
3 events . 1 under way . 1 may belong

            NOR SWE
2021 --------+---+-------------------- 2
        Aug  o   |  Norway visits
      1 Sep  *---*  All sign
2022 --------+---+-------------------- 1
       2022  |   o  Sweden replies
Under way before 2021: 1 ---------------
 since 2019      :  An office stays
May belong here: 1
by Oct 2021  ?      An envoy is sent

* changes a state   ? date in doubt
"""
    )


def test_where_nothing_matched_the_nearest_is_named(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    result = run(
        *("compare", "norway", "finland", "--year", "2023"), *("--events", "e.yaml", "-f", "table")
    )
    assert (result.status, result.err) == (0, "")
    title, blank, nearest = result.out.splitlines()
    assert title.split() == ["Norway,", "Finland", "in", "2023", "nothing"]
    assert blank == ""
    assert nearest.startswith("Nearest: ")


def test_white_space_in_an_argument_is_folded(run: Run) -> None:
    rows = json.loads(run("compare", " norway\n", "palestine\t, sweden", "--json").out)
    assert list(rows[0]["columns"]) == ["norway", "palestine , sweden"]


@pytest.mark.parametrize("by", ["year", "decade"])
@pytest.mark.parametrize("window", [(), ("--since", "2021")])
def test_an_event_stands_in_each_of_its_columns_or_is_shared_by_all(
    run: Run, by: str, window: tuple[str, ...]
) -> None:
    countries = {"norway": "NOR", "afghanistan": "AFG", "israel": "ISR"}
    asked = ("compare", *countries, "--by", by, *window)
    rows = json.loads(run(*asked, "--json").out)
    stand = {
        name: [i for row in rows for i in (*row["columns"][name], *row["shared"])]
        for name in countries
    }
    events = json.loads(run("timeline", ",".join(countries), *window, "--json").out)
    for name, code in countries.items():
        assert sorted(stand[name]) == sorted(e["id"] for e in events if code in e["countries"])
    ids = [event["id"] for event in events]
    assert [line.split("\t")[-1] for line in run(*asked).out.splitlines()] == ids


@pytest.mark.parametrize(
    ("options", "err"),
    [
        ((), ""),
        (("--since", "2021"), ""),
        (("--until", "2025-06-20"), ""),
        (("--until", "2025"), BEYOND),
        (("--since", "2025-06-21"), BEYOND),
    ],
)
def test_beyond_the_day_that_the_file_speaks_for(
    run: Run, write: Write, options: tuple[str, ...], err: str
) -> None:
    write("e.yaml", FILE)
    result = run("compare", "norway", "sweden", "--events", "e.yaml", *options)
    assert (result.status, result.err) == (0, err)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "missing argument"),
        (("norway",), "compare takes two countries or more, such as 'compare norway palestine'"),
        (("norway", "NOR"), "'norway' and 'NOR' are the same; compare others"),
        (("norway", "palestine", "norge"), "'norway' and 'norge' are the same"),
        (("norway", "palestin"), "did you mean 'palestine'?"),
        (("norway\x0e", "palestine"), r"no country is named 'norway\x0e'"),
        (("norway", "palestine\u2028"), r"no country is named 'palestine\u2028'"),
        (("norway", "palestine", "--by", "type"), "'type' is not a period to compare by"),
        (("norway", "palestine", "--format", "yaml"), "'yaml' is not a format"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("compare", *arguments)
    assert (result.status, result.out) == (2, "")
    assert says in result.err
