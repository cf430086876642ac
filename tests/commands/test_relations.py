"""`diplo status` as a user meets it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_cli import refused

Write = Callable[..., Path]
BEYOND = "diplo: the events are known up to 20 Jun 2025; what came after that day is not in them\n"
FILE = """\
- {id: a, date: 2020, title: A, countries: [norway], status: {Office: open}}
- {id: b, date: 2022, title: B, countries: [sweden], status: {Office: closed}}
- {id: c, date: 2023, title: C, countries: [finland], status: {Envoy: sent}}
- {id: d, date: 2024, title: D, countries: [iceland]}
- {id: e, date: 2024, title: E, countries: [XKX], status: {Desk: open}}
"""


@pytest.mark.parametrize(
    ("on", "subject", "state", "possible"),
    [
        ("2024-05-28", "Recognition of Palestine by Norway", "recognised", []),
        ("28 May 2024", "Recognition of Palestine by Norway", "recognised", []),
        ("2024-12-01", "Embassy of Afghanistan in Oslo", "closed", []),
        ("2025-04-01", "Embassy of Afghanistan in Oslo", "open", []),
        ("2024-09-15", "Embassy of Afghanistan in Oslo", None, ["closed"]),
        ("2024-09", "Embassy of Afghanistan in Oslo", "closed", []),
        ("2022", "Embassy of Norway in Kabul", "closed", []),
    ],
)
def test_the_state_of_relations_on_a_day(
    run: Run, on: str, subject: str, state: str | None, possible: list[str]
) -> None:
    result = run("status", "--on", on, "--json")
    assert (result.status, result.err) == (0, "")
    found = {row["subject"]: row for row in json.loads(result.out)}
    row = found[subject]
    assert (row["state"], row["possible"]) == (state, possible)
    assert row["match"] == ("possible" if possible else "certain")
    assert row["sources"][0]["locator"]


def test_what_nothing_has_touched_is_not_invented(run: Run) -> None:
    subject = "Recognition of Palestine by Norway"
    assert subject not in run("status", "--on", "2024-05-27").out
    every = json.loads(run("status", "--on", "2024-05-27", "--all", "--json").out)
    assert next(row for row in every if row["subject"] == subject) == {
        "subject": subject,
        "state": None,
        "since": None,
        "match": "certain",
        "event": None,
        "countries": ["NOR", "PSE"],
        "possible": [],
        "sources": [],
    }
    options = ("palestine", "--on", "2024-05-27", "--all", "--format", "table")
    table = run("status", *options, env={"COLUMNS": "200"}).out
    assert re.search(f"^{subject} +not stated by then$", table, re.MULTILINE)


def test_today_is_the_day_and_lies_beyond_the_file(run: Run) -> None:
    result = run("status", "norway", "palestine")
    assert (result.status, result.err) == (0, BEYOND)
    assert "Recognition of Palestine by Norway\trecognised\t2024-05-28\tcertain" in result.out
    assert run("status", env={"DIPLO_TODAY": "2025-06-20"}).err == ""
    assert run("status", "--on", "2025-06-21").err == BEYOND


def test_countries_choose_subjects_and_never_the_events_that_are_folded(
    run: Run, write: Write
) -> None:
    write("e.yaml", FILE)

    def subjects(*countries: str) -> list[str]:
        result = run("status", *countries, "--events", "e.yaml", "--json")
        assert (result.status, result.err) == (0, "")
        return [f"{row['subject']} {row['state']}" for row in json.loads(result.out)]

    assert subjects() == ["Office closed", "Envoy sent", "Desk open"]
    assert subjects("norway") == ["Office closed"]
    assert subjects("norway", "sweden") == ["Office closed"]
    assert subjects("norway,finland") == ["Office closed", "Envoy sent"]
    assert subjects("norway", "finland") == []
    assert subjects("xkx") == ["Desk open"]


def test_a_country_without_effects_has_a_note(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    result = run("status", "iceland", "--events", "e.yaml")
    assert result == (0, "", "diplo: no event with a status concerns ISL (Iceland)\n")


def test_the_history_has_each_state_with_its_span(run: Run) -> None:
    result = run("status", "afghanistan", "--history", "--on", "2025-06-20", "--json")
    rows = [row for row in json.loads(result.out) if row["subject"].endswith("Afghanistan in Oslo")]
    embassy = [row for row in rows if row["subject"].startswith("Embassy")]
    assert [(row["state"], row["since"], row["until"], row["match"]) for row in embassy] == [
        ("closed", "2024-09", "2025-03", "certain"),
        ("open", "2025-03", None, "certain"),
    ]
    assert list(embassy[0]) == [
        *("subject", "state", "since", "match", "event", "countries", "possible", "sources"),
        "until",
    ]


def test_the_history_with_all_has_what_was_not_stated(run: Run, write: Write) -> None:
    write("e.yaml", FILE)
    options = ("--events", "e.yaml", "--on", "2021", "--history")
    assert len(run("status", *options).out.splitlines()) == 1
    assert len(run("status", *options, "--all").out.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--on", "12/11/2024"), "--on: '12/11/2024' is not a date; write 2021"),
        (("--on",), "option '--on' requires an argument"),
        (("--on", "--json"), "--on needs a value, but the option '--json' follows it"),
        (("norwy",), "no country is named 'norwy'; did you mean 'norway'"),
        (("SUN",), "no country is named 'SUN'"),
        (("--format", "html"), "'html' is not a format; choose from table, plain"),
        (("--since", "2021"), "no such option '--since'; see 'diplo status --help'"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    refused(run("status", *arguments), 2, says)
