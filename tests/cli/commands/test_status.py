"""`diplo status` as a user meets it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.answers import refused
from tests.conftest import Run

Write = Callable[..., Path]
BEYOND = "diplo: the events are known up to 20 Jun 2025; what came after that day is not in them\n"
FILE = """\
- {id: a, date: 2020, title: A, countries: [norway], status: {Office: open}}
- {id: b, date: 2022, title: B, countries: [sweden], status: {Office: closed}}
- {id: c, date: 2023, title: C, countries: [finland], status: {Envoy: sent}}
- {id: d, date: 2024, title: D, countries: [iceland]}
- {id: e, date: 2024, title: E, countries: [XKX], status: {Desk: open}}
"""
SPOKEN = """\
as_of: 2025-06-20
events:
  - {id: a, date: 2020, title: A, countries: [norway], status: {Office: open}}
  - {id: b, date: 2025-06-20, title: B, countries: [norway], status: {Office: closed}}
  - {id: c, date: /.., title: C, countries: [norway], status: {Desk: open}}
  - {id: d, date: 2025, title: D, countries: [norway], status: {Envoy: sent}}
  - {id: e, date: 2025-06-21, title: E, countries: [norway], status: {Office: gone}}
"""


def rows(run: Run, *arguments: str, **env: str) -> list[dict[str, object]]:
    result = run("status", "--events", "e.yaml", "--json", *arguments, env=env)
    assert (result.status, result.err) == (0, "")
    found: list[dict[str, object]] = json.loads(result.out)
    return found


@pytest.mark.parametrize(
    ("on", "subject", "state", "possible"),
    [
        ("2024-05-28", "Recognition of Palestine", "recognised", []),
        ("28 May 2024", "Recognition of Palestine", "recognised", []),
        ("2024-12-01", "Afghan embassy in Oslo", "closed", []),
        ("2025-04-01", "Afghan embassy in Oslo", "open", []),
        ("2024-09-15", "Afghan embassy in Oslo", None, ["closed"]),
        ("2024-09", "Afghan embassy in Oslo", "closed", []),
        ("2022", "Norwegian embassy in Kabul", "closed", []),
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


def test_what_nothing_has_touched_is_not_invented(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    assert [row["subject"] for row in rows(call, "--on", "2020")] == ["Office"]
    assert rows(call, "--on", "2020", "--all")[1] == {
        "subject": "Envoy",
        "state": None,
        "since": None,
        "match": "certain",
        "event": None,
        "countries": ["FIN"],
        "possible": [],
        "sources": [],
    }


@pytest.mark.parametrize(
    ("today", "on"),
    [("2025-12-31", "20 Jun 2025"), ("2025-06-20", "20 Jun 2025"), ("2024-03-01", "1 Mar 2024")],
)
def test_the_day_is_the_last_of_the_file_or_today(
    call: Run, write: Write, today: str, on: str
) -> None:
    write("e.yaml", SPOKEN)
    env = {"DIPLO_TODAY": today}
    result = call("status", "--events", "e.yaml", "-f", "table", env=env)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"All relations on {on} ")


def test_the_day_is_today_where_a_file_does_not_say_what_it_speaks_for(
    call: Run, write: Write
) -> None:
    write("e.yaml", FILE)
    result = call("status", "--events", "e.yaml", "-f", "table")
    assert result.out.startswith("All relations on 31 Dec 2025 ")


def test_beyond_the_last_day_of_the_file_there_is_a_note(call: Run, write: Write) -> None:
    write("e.yaml", SPOKEN)
    events = ("--events", "e.yaml")
    assert call("status", *events, "--on", "2025-06-20").err == ""
    result = call("status", *events, "--on", "2025-06-21")
    assert (result.status, result.err) == (0, BEYOND)
    assert result.out.startswith("Office\tgone\t2025-06-21\tcertain\t")
    assert call("status", *events, "--every", "year", "--until", "2025").err == BEYOND
    assert call("status", *events, "--every", "year", "--until", "2025-06-20").err == ""
    assert call("status", *events, "--every", "year").err == ""


@pytest.mark.parametrize("history", [(), ("--history",)])
def test_what_is_told_without_a_start_is_left_out_but_with_all(
    call: Run, write: Write, history: tuple[str, ...]
) -> None:
    write("e.yaml", SPOKEN)
    told = ["Office", "Envoy"]
    assert list(dict.fromkeys(row["subject"] for row in rows(call, *history))) == told
    every = [*told, "Desk"]
    assert list(dict.fromkeys(row["subject"] for row in rows(call, *history, "--all"))) == every
    options = ("--events", "e.yaml", "-f", "table", *history)
    more = "1 more is told without a start (--all shows it)"
    assert call("status", *options).out.splitlines()[-1] == more
    assert "more" not in call("status", *options, "--all").out


def test_what_is_told_without_a_start_is_certain_on_the_last_day_of_the_file(
    call: Run, write: Write
) -> None:
    write("e.yaml", SPOKEN)
    options = ("--all", "--on")
    *_, desk = rows(call, *options, "2025-06-20")
    assert (desk["state"], desk["match"], desk["since"]) == ("open", "certain", None)
    *_, desk = rows(call, *options, "2025-06-19")
    assert (desk["state"], desk["match"], desk["possible"]) == (None, "possible", ["open"])


@pytest.mark.parametrize(
    ("on", "certain"),
    [
        ("2020-01-31", ["Old"]),
        ("2025-06-19", ["Old"]),
        ("2025-06-20", ["New", "Old"]),
        ("2030", ["New", "Old"]),
    ],
)
@pytest.mark.parametrize("names", [("new", "none", "old"), ("old", "new", "none")])
def test_an_unknown_start_is_bounded_by_the_last_day_of_its_own_file(
    call: Run, write: Write, on: str, certain: list[str], names: tuple[str, ...]
) -> None:
    """A file that tells no such day bounds none, whatever another tells."""
    event = "{date: /.., title: T, countries: [norway], status: {%s: open}}"
    for name, as_of in (("old", "2020-01-31"), ("new", "2025-06-20"), ("none", "~")):
        told = event % name.capitalize()
        write(f"{name}.yaml", f"as_of: {as_of}\nevents:\n- {told}\n")
    files = [part for name in names for part in ("--events", f"{name}.yaml")]
    found = json.loads(call("status", *files, "--all", "--on", on, "--json").out)
    assert sorted(row["subject"] for row in found if row["match"] == "certain") == certain
    assert len(found) == 3


def test_the_day_is_the_last_that_all_files_speak_for(call: Run, write: Write) -> None:
    for name, as_of in (("a", "2020-01-31"), ("b", "2025-06-20"), ("c", "~")):
        event = f"{{id: {name}, date: 2001, title: T, countries: [norway], status: {{{name}: x}}}}"
        write(f"{name}.yaml", f"as_of: {as_of}\nevents:\n- {event}\n")
    files = ("--events", "b.yaml", "--events", "a.yaml", "--events", "c.yaml")
    assert call("status", *files, "-f", "table").out.startswith("All relations on 31 Jan 2020 ")


def test_countries_choose_subjects_and_never_the_events_that_are_folded(
    call: Run, write: Write
) -> None:
    write("e.yaml", FILE)

    def subjects(*countries: str) -> list[str]:
        return [f"{row['subject']} {row['state']}" for row in rows(call, *countries)]

    assert subjects() == ["Office closed", "Envoy sent", "Desk open"]
    assert subjects("norway") == ["Office closed"]
    assert subjects("norway", "sweden") == ["Office closed"]
    assert subjects("norway,finland") == ["Office closed", "Envoy sent"]
    assert call("status", "norway", "finland", "--events", "e.yaml").out == ""
    assert subjects("xkx") == ["Desk open"]


def test_a_country_without_effects_has_a_note(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    result = call("status", "iceland", "--events", "e.yaml")
    assert result == (0, "", "diplo: no event with a status concerns Iceland (ISL)\n")
    of_diplo = call("status", "iceland").err
    assert of_diplo == "diplo: no event with a status concerns Iceland (ISL); see 'diplo status'\n"


def test_the_history_has_each_state_with_its_span(run: Run) -> None:
    result = run("status", "afghanistan", "--history", "--on", "2025-06-20", "--json")
    found = json.loads(result.out)
    embassy = [row for row in found if row["subject"] == "Afghan embassy in Oslo"]
    assert [(row["state"], row["since"], row["until"], row["match"]) for row in embassy] == [
        ("closed", "2024-09", "2025-03", "certain"),
        ("open", "2025-03", None, "certain"),
    ]
    assert list(embassy[0]) == [
        *("subject", "state", "since", "match", "event", "countries", "possible", "sources"),
        "until",
    ]


def test_the_history_with_all_has_what_was_not_stated(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    options = ("--events", "e.yaml", "--on", "2021", "--history")
    assert len(call("status", *options).out.splitlines()) == 1
    assert len(call("status", *options, "--all").out.splitlines()) == 3
    table = call("status", *options, "--all", "-f", "table").out
    assert "not stated by then" in table


def test_long_tells_of_the_events_behind_the_states(call: Run, write: Write) -> None:
    write("e.yaml", FILE.replace("title: B,", "title: They leave, sources: [book],"))
    table = ("status", "--events", "e.yaml", "-f", "table")
    assert "They leave" not in call(*table).out
    assert "\n  They leave\n  book\n" in call(*table, "--long").out


def test_ascii_is_for_other_terminals(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    table = call("status", "--events", "e.yaml", "-f", "table", "--ascii").out
    assert table.isascii()
    assert "=====" in table


def test_a_panel_begins_with_the_first_change_and_ends_with_the_file(
    call: Run, write: Write
) -> None:
    write("e.yaml", SPOKEN)
    found = rows(call, "--every", "year")
    assert list(found[0]) == ["subject", "period", "start", "end", "first", "last", "changes"]
    assert [row["period"] for row in found if row["subject"] == "Office"] == [
        *("2020", "2021", "2022", "2023", "2024", "2025"),
    ]
    assert {row["subject"] for row in found} == {"Office", "Envoy"}
    assert list(found[5].values()) == ["Office", "2025", "open", "closed", "open", "closed", 1]
    assert list(found[11].values()) == ["Envoy", "2025", None, None, None, None, 0]
    months = rows(call, "--every", "month", "--since", "2025-05")
    assert [row["period"] for row in months] == ["2025-05", "2025-06"] * 2


@pytest.mark.parametrize(
    ("bounds", "periods"),
    [
        (("--since", "2024"), ["2024", "2025"]),
        (("--until", "2021"), ["2020", "2021"]),
        (("--since", "2018", "--until", "2020"), ["2018", "2019", "2020"]),
        (("-s", "2030", "-u", "2031"), ["2030", "2031"]),
        (("--until", "2020-06"), ["2020"]),  # which is perhaps
        (("--until", "2019"), []),
    ],
)
def test_the_bounds_of_a_panel(
    call: Run, write: Write, bounds: tuple[str, ...], periods: list[str]
) -> None:
    write("e.yaml", SPOKEN)
    result = call("status", "--events", "e.yaml", "--every", "year", *bounds, "-f", "csv")
    assert result.status == 0
    found = list(csv.DictReader(io.StringIO(result.out)))
    assert [row["period"] for row in found if row["subject"] == "Office"] == periods


def test_a_panel_begins_with_the_first_change_that_is_not_before_all_days(
    call: Run, write: Write
) -> None:
    ever = "{id: a, date: ../1950, title: A, countries: [NOR], status: {Office: open}}"
    later = "{id: b, date: 2003, title: B, countries: [NOR], status: {Desk: open}}"
    write("e.yaml", f"as_of: 2004-06-30\nevents: [{ever}, {later}]\n")
    found = call("status", "--events", "e.yaml", "--every", "year").out.splitlines()
    assert [line.split("\t")[:3] for line in found if line.startswith("Office")] == [
        ["Office", "2003", "open"],
        ["Office", "2004", "open"],
    ]


def test_a_panel_in_every_format(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    panel = ("status", "--events", "e.yaml", "--every", "year", "--until", "2020", "-f")
    keys = ("subject", "period", "start", "end", "first", "last", "changes")
    assert call(*panel, "plain").out == "Office\t2020\t\topen\topen\topen\t1\n"
    assert call(*panel, "csv").out == f"{','.join(keys)}\nOffice,2020,,open,open,open,1\n"
    tabs = "\t".join(keys)
    assert call(*panel, "tsv").out == f"{tabs}\nOffice\t2020\t\topen\topen\topen\t1\n"
    (row,) = json.loads(call(*panel, "json").out)
    assert json.loads(call(*panel, "jsonl").out) == row
    assert row == dict(zip(keys, ("Office", "2020", None, "open", "open", "open", 1), strict=True))
    assert call(*panel, "table").out.splitlines() == [
        "All relations until 2020 by year                                       1 subject",
        "",
        "Subject  Period  At its start  At its end  Changes",
        "Office   2020    -             open              1",
    ]


def test_a_panel_has_states_without_a_start_where_all_are_asked_for(run: Run, write: Write) -> None:
    standing = "{id: a, date: /.., title: A, countries: [NOR], status: {Office: open}}"
    later = "{id: b, date: 2003, title: B, countries: [NOR], status: {Desk: open}}"
    write("e.yaml", f"as_of: 2001-06-30\nevents: [{standing}, {later}]\n")
    panel = ("status", "--events", "e.yaml", "--every", "year", "--since", "2000", "-f", "csv")
    until = run(*panel, "--until", "2001")
    assert until.out.splitlines()[1:] == []
    assert "1 subject is told without a start; --all shows it" in until.err
    assert run(*panel, "--until", "2001", "--all").out.splitlines()[1:] == [
        "Desk,2000,,,,,0",
        "Desk,2001,,,,,0",
        "Office,2000,,,,,0",
        "Office,2001,,open,open,open,0",
    ]


def test_a_panel_of_nothing_is_its_title(call: Run) -> None:
    panel = call("status", "iceland", "--every", "month", "--since", "2021", "-f", "table")
    assert panel.out == f"{'Iceland since 2021 by month':<73}nothing\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--on", "12/11/2024"), "--on: '12/11/2024' is not a date"),
        (("--on",), "option '--on' requires an argument"),
        (("--on", "--json"), "--on needs a value, but the option '--json' follows it"),
        (("norwey",), "no country is named 'norwey'; did you mean 'norway'"),
        (("--format", "html"), "'html' is not a format; choose from table, plain"),
        (("--since", "2021"), "--since and --until go with --every year or --every month"),
        (("--until", "2021"), "--since and --until go with --every year or --every month"),
        (("--every", "week"), "'week' is not a unit of --every; choose from year, month"),
        (("--every", "year", "--on", "2021"), "--every and --on contradict each other"),
        (("--every", "month", "--history"), "--every and --history contradict each other"),
        (("--every", "month", "--long"), "--every and --long contradict each other"),
        (("--every", "year", "--since", "2021", "--until", "2020"), "2021 is after 2020"),
        (("--every", "year", "--since", "2035"), "--since lies after 20 Jun 2025"),
        (("--every", "year", "--since", "soon"), "--since: 'soon' is not a date"),
    ],
)
def test_wrong_usage(call: Run, arguments: tuple[str, ...], says: str) -> None:
    refused(call("status", *arguments), 2, says)


SAME_DAY = """\
- {id: %s, date: 2021-01-02, title: A, countries: [norway], status: {Office: open}}
- {id: %s, date: 2021-01-02, title: B, countries: [norway], status: {Office: closed}}
"""


@pytest.mark.parametrize("ids", [("a", "z"), ("z", "a")])
@pytest.mark.parametrize("form", ["yaml", "json", "jsonl", "csv"])
def test_of_two_changes_on_one_day_the_last_of_the_file_holds(
    run: Run, write: Write, ids: tuple[str, str], form: str
) -> None:
    write("first.yaml", SAME_DAY % ids)
    assert run("timeline", "--events", "first.yaml", "-o", f"e.{form}").err == ""
    result = run("status", "--events", f"e.{form}", "--json")
    (row,) = json.loads(result.out)
    assert (row["state"], row["event"]) == ("closed", ids[1])


def test_a_span_whose_end_is_better_known_than_its_start_has_begun_by_then(
    run: Run, write: Write
) -> None:
    text = "- {id: a, date: 2021/2021-03, title: T, countries: [norway], status: {Talks: held}}\n"
    write("e.yaml", f"{text}- {{id: b, date: 2021-05, title: U, countries: [norway]}}\n")
    arguments = ("--events", "e.yaml", "--json")
    found = json.loads(run("timeline", *arguments, "--until", "2021-06").out)
    assert {event["id"]: event["match"] for event in found} == {"a": "certain", "b": "certain"}
    (row,) = json.loads(run("status", *arguments, "--on", "2021-04-01").out)
    assert (row["state"], row["match"]) == ("held", "certain")
    (row,) = json.loads(run("status", *arguments, "--on", "2021-02-01").out)
    assert (row["state"], row["possible"]) == (None, ["held"])
