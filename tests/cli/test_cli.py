"""The command line as a user meets it: the real process, on the bundled file and on small ones."""

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from diplo import reading
from diplo.formats import EVENT_FORMATS
from tests.conftest import ONE_EVENT, Result, Run
from tests.terminals import in_terminal

Write = Callable[..., Path]

EVENT_KEYS = (
    *("id", "date", "earliest", "latest", "precision", "match", "title", "summary", "type"),
    *("countries", "actors", "place", "sources", "note", "status"),
)
COMMANDS = (
    *("timeline", "show", "countries", "types", "sources", "actors", "places", "check", "schema"),
    "completion",
)
WRITING = ("--format", "-f", "--json", "--output", "-o", "--color")
OPTIONS = {
    "timeline": (
        *("--since", "-s", "--until", "-u", "--year", "-y", "--type", "-t", "--actor", "--place"),
        *(
            "--source",
            "--search",
            "-q",
            "--except",
            "-x",
            "--certain",
            "--events",
            "--sort",
            "--reverse",
            "-r",
        ),
        *("--limit", "-n", "--group-by", "--columns", "-c", "--exit-status", "-e", *WRITING),
    ),
    "show": ("--events", *WRITING),
    "countries": ("--events", *WRITING),
    "types": ("--events", *WRITING),
    "sources": ("--events", *WRITING),
    "actors": ("--events", *WRITING),
    "places": ("--events", *WRITING),
    "check": WRITING,
    "schema": (),
    "completion": ("--events",),
}

SMALL = """\
sources:
  blue-book: {title: Blue book, kind: report}
  red-book: {title: Red book}
types:
  mission: {label: Mission}
  mission.closed: {label: Mission closed}
  treaty: {label: Treaty}
events:
  - {id: decade, date: 196X, title: Émile visits, type: mission, countries: [norway],
     actors: [Jonas Gahr Støre], place: Łódź, sources: [blue-book]}
  - {id: span, date: 1965/.., title: Office open, type: mission.closed,
     countries: [norway, sweden], summary: A long story,
     sources: [{source: red-book, locator: page 3}]}
  - {id: year, date: 1968, title: accord, type: treaty, countries: [sweden, finland],
     place: Lange Straße, sources: [blue-book, red-book]}
  - {id: by, date: "[..1990]", title: Brief, type: mission, countries: [finland]}
  - {id: day, date: 2021-03-04, title: Zebra, type: treaty, countries: [norway, sweden],
     actors: [Æsop], status: {Zebra: signed}}
"""
FREE = """\
- {id: free, date: 2001, title: Free, type: any.thing, countries: [norway, XKX],
   sources: [{source: who, title: Who knows}]}
"""
NOTHING = "- {id: a, date: 2001, title: T, countries: [iceland]}\n"


def refused(result: Result, status: int, *says: str) -> None:
    assert (result.status, result.out) == (status, "")
    lines = result.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("diplo: ")
    for part in says:
        assert part in lines[0]


def ids(result: Result) -> list[str]:
    assert result.status == 0, result.err
    return [line.split("\t")[-1] for line in result.out.splitlines()]


@pytest.fixture(scope="module")
def bundled() -> list[dict[str, Any]]:
    """The events of the bundled file as the file has them."""
    text = Path(reading.bundled()).read_text(encoding="utf-8")
    events: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)["events"]  # noqa: S506
    return events


# --- The bundled file


def test_a_country_since_a_year(run: Run, bundled: list[dict[str, Any]]) -> None:
    result = run("timeline", "norway", "--since", "2021")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert (result.status, result.err) == (0, "")
    assert {len(row) for row in rows} == {6}
    dated = {e["id"] for e in bundled if "NOR" in e["countries"] and "2021" <= e["date"] < "["}
    assert dated
    assert dated <= {row[5] for row in rows}
    assert all("NOR" in row[2].split("; ") for row in rows)
    assert [row[1] for row in rows if row[5] == "palestine-recognised"] == ["certain"]
    assert [row[1] for row in rows if row[5] == "sedin-appointed"] == ["possible"]


def test_two_countries_and_two_types(run: Run, bundled: list[dict[str, Any]]) -> None:
    found = ids(run("timeline", "norway", "palestine", "--type", "recognition,mission"))
    assert set(found) == {
        event["id"]
        for event in bundled
        if {"NOR", "PSE"} <= set(event["countries"])
        and event["type"].partition(".")[0] in ("recognition", "mission")
    }


def test_a_decade_marks_what_only_possibly_lies_in_it(run: Run) -> None:
    result = run("timeline", "--year", "196X", "--json")
    match = {event["id"]: event["match"] for event in json.loads(result.out)}
    assert match["salang-tunnel"] == "certain"
    assert match["afghan-norway-relations"] == "ongoing"
    assert match["sedin-appointed"] == "possible"
    assert "oslo-accords" not in match


def test_json_holds_every_event_with_every_key_in_order(
    run: Run, bundled: list[dict[str, Any]]
) -> None:
    result = run("timeline", "--json")
    events = json.loads(result.out)
    assert {tuple(event) for event in events} == {EVENT_KEYS}
    assert sorted(event["id"] for event in events) == sorted(event["id"] for event in bundled)
    assert "Støre" in result.out


def test_a_pipe_from_diplo_to_diplo_selects_further(shell: Run, run: Run) -> None:
    pipe = "diplo timeline norway -f jsonl | diplo timeline --events - --type mission"
    assert ids(shell(pipe)) == ids(run("timeline", "norway", "--type", "mission"))


def test_every_event_can_be_shown(run: Run, bundled: list[dict[str, Any]]) -> None:
    names = [event["id"] for event in bundled]
    result = run("show", *names, "--json")
    shown = json.loads(result.out)
    assert [event["id"] for event in shown] == names
    assert {tuple(event) for event in shown} == {EVENT_KEYS}


def test_an_event_shown_twice_is_shown_once(run: Run) -> None:
    assert len(run("show", "oslo-accords", "oslo-accords", "-f", "jsonl").out.splitlines()) == 1


def test_the_bundled_file_passes_its_own_check(run: Run) -> None:
    assert run("check") == Result(0, "", "")


def test_the_last_five_newest_first(run: Run) -> None:
    told = ids(run("timeline", "norway", "--since", "2021", "--began"))
    assert ids(run("timeline", "norway", "--since", "2021", "-n", "5", "-r")) == told[:-6:-1]


# --- Selecting and arranging


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("", "decade span year by day"),
        ("--since 1969", "day span+ decade? by?"),
        ("-s 1969 --certain", "day span+"),
        ("--until 1964", "decade? by?"),
        ("-s 1969 --began", "day"),
        ("-u 1968", "span year decade? by?"),
        ("--year 196X", "decade span year by?"),
        ("-y 1960s", "decade span year by?"),
        ("-y 1968..1969", "year span+ decade? by?"),
        ("-y 2000..", "day span+"),
        ("-y 2000.. --sort date", "span+ day"),
        ("-y 1968.. -r", "day year span+ by? decade?"),
        ("-y 1968.. -r -n 1", "day"),
        ("-y ..1950", "by?"),
        ("--since 1968-02 --until 1968-02", "span+ decade? year? by?"),
        ("--type mission", "decade span by"),
        ("-t mission.closed,treaty", "span year day"),
        ("-t treaty --type Mission.Closed", "span year day"),
        ("--actor store", "decade"),
        ("--actor GAHR --actor aesop", "decade day"),
        ("--place lodz", "decade"),
        ("--place strasse --place Ł", "decade year"),
        ("--source blue-book", "decade year"),
        ("--source red-book,blue-book", "decade span year"),
        ("--source red-book --source blue-book", "decade span year"),
        ("--search emile", "decade"),
        ("-q store", "decade"),
        ("-q LODZ", "decade"),
        ("--search=long\u00a0story", "span"),
        ("--search=a\tlong", "span"),
        ("-q zebra --type mission", ""),
        ("norway", "decade span day"),
        ("norway sweden", "span day"),
        ("norway,finland", "decade span year by day"),
        ("norway sweden,finland", "span day"),
        ("Kingdom-of-Norway swe", "span day"),
        ("sweden --since 1969 --certain --type mission -q office", "span+"),
        ("--sort date", "decade span year by day"),
        ("--sort country", "by decade span day year"),
        ("--sort type", "decade by span year day"),
        ("--sort title", "year by decade span day"),
        ("--sort id", "by day decade span year"),
        ("--sort id --reverse", "year span decade day by"),
        ("--sort type -r", "day year span by decade"),
        ("--limit 2", "decade span"),
        ("-n 2 -r", "day by"),
        ("-n 0", ""),
        ("-n 99", "decade span year by day"),
        ("--group-by country", "decade span year by day"),
    ],
)
def test_options_select_and_arrange(run: Run, write: Write, arguments: str, found: str) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "--events", "small.yaml", *arguments.split(" ") if arguments else ())
    rows = [line.split("\t") for line in result.out.splitlines()]
    marks = {"certain": "", "ongoing": "+", "possible": "?"}
    assert " ".join(row[5] + marks[row[1]] for row in rows) == found
    assert (result.status, bool(result.err)) == (0, not found and "-n" not in arguments)


def test_a_quoted_phrase_must_stand_as_it_is(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    assert ids(run("timeline", "--events", "small.yaml", "-q", '"story long"')) == []
    assert ids(run("timeline", "--events", "small.yaml", "-q", "story long")) == ["span"]
    assert ids(run("timeline", "--events", "small.yaml", "-q", "A LONG")) == ["span"]


@pytest.mark.parametrize(
    "format_name", ["json", "jsonl", "csv", "tsv", "plain"], ids="as {}".format
)
def test_grouping_does_not_matter_to_scripts(run: Run, write: Write, format_name: str) -> None:
    write("small.yaml", SMALL)
    plain = run("timeline", "--events", "small.yaml", "-f", format_name)
    grouped = run("timeline", "--events", "small.yaml", "-f", format_name, "--group-by", "country")
    assert plain.out
    assert grouped == plain


@pytest.mark.parametrize(
    ("options", "story", "grouped"),
    [
        (("-n", "1"), "b", "a"),
        (("-n", "2"), "b c", "a b"),
        (("-n", "1", "-r"), "c", "c"),
        (("-n", "3", "-r"), "c b a", "c b a"),
        (("-n", "1", "--sort", "title", "-r"), "c", "c"),
    ],
)
@pytest.mark.parametrize("by", ["type", "country"])
def test_the_limit_keeps_the_first_of_the_order_that_is_shown(
    run: Run, write: Write, options: tuple[str, ...], story: str, grouped: str, by: str
) -> None:
    """Grouped by other things than time, what was under way stands where its date does."""
    dated = {"a": "1931/..", "b": "2021", "c": "2022"}
    events = (
        f"- {{id: {i}, date: {d}, title: T{i}, type: x, countries: [norway]}}\n"
        for i, d in dated.items()
    )
    write("e.yaml", "".join(events))
    asked = ("timeline", "--events", "e.yaml", "--since", "2000", *options, "--group-by", by)
    assert ids(run(*asked)) == story.split()
    page = run(*asked, "-f", "markdown", "-c", "id").out
    assert re.findall("^[|] ([abc]) [|]$", page, re.MULTILINE) == grouped.split()


def test_a_table_puts_an_event_under_each_of_its_countries(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    out = run("timeline", "--events", "small.yaml", "-f", "table", "--group-by", "country").out
    headings = [line.split()[0] for line in out.splitlines() if " ─" in line]
    assert headings == ["Norway", "Sweden", "Finland"]
    assert [out.count(title) for title in ("Zebra", "accord", "Brief")] == [2, 2, 1]


# --- Countries


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["norway", "sweden"], []),
        (["norway", "sweden,xkx"], ["free"]),
        (["XKX"], ["free"]),
        (["xkx,sweden"], ["free"]),
        (["Iran, Islamic Republic of,norway"], None),
        (["Iran, Islamic Republic of"], []),
        (["Islamic Republic of Iran,norway"], ["free"]),
    ],
)
def test_a_comma_means_any_unless_it_belongs_to_a_name(
    run: Run, write: Write, arguments: list[str], found: list[str] | None
) -> None:
    write("free.yaml", FREE)
    result = run("timeline", *arguments, "--events", "free.yaml")
    if found is None:
        refused(result, 2, "Islamic Republic of")
    else:
        assert ids(result) == found


def test_a_country_without_events_is_noted(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "iceland", "--events", "small.yaml")
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("diplo: ")
    assert "Iceland" in result.err
    assert result.err.count("\n") == 1


def test_nothing_is_noted_where_nothing_was_written(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    arguments = ("timeline", "iceland", "--events", "small.yaml")
    refused(run(*arguments, "-o", "no/such"), 73, "no/such cannot be written")
    assert run(*arguments, "-o", "out").err == run(*arguments).err != ""


def test_a_country_whose_events_were_not_asked_for_is_not_noted(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    said = "diplo: no event matches -q qqq; without it 3 events match\n"
    assert run("timeline", "norway", "--events", "small.yaml", "-q", "qqq") == Result(0, "", said)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timelin"], "no such command 'timelin'; did you mean 'timeline'? See 'diplo --help'"),
        (["qqq"], "no such command 'qqq'; see 'diplo --help'"),
        (["timeline", "--sicne", "2021"], "'--since'? See 'diplo timeline --help'"),
        (["sources", "--since", "2021"], "no such option '--since'; see 'diplo sources --help'"),
        (["timeline", "-z"], "no such option '-z'; see 'diplo timeline --help'"),
        (["show", "--evnts", "x"], "--events"),
        (["timeline", "norwey"], "did you mean 'norway'"),
        (["timeline", "palestina,israell"], "did you mean 'israel'"),
        (["timeline", "korea"], "KOR"),
        (["timeline", "korea"], "PRK"),
        (["timeline", "XQQ"], "XQQ"),
        (["timeline", "--type", "mision"], "did you mean 'mission'"),
        (["timeline", "--source", "norway-palestina"], "'norway-palestine'"),
        (["show", "palestine-recognized"], "'palestine-recognised'"),
        (["show", "qqqqqq"], "diplo timeline"),
        (["timeline", "--columns", "id,titel"], "did you mean 'title'"),
        (["timeline", "--columns", "qqq"], "precision"),
        (["timeline", "--columns", "id,title,id"], "'id'"),
        (["timeline", "--columns", ""], "--columns"),
        (["timeline", "--format", "jsn"], "'json"),
        (["timeline", "--format", "qqq"], "plain"),
        (["timeline", "--sort", "titel"], "did you mean 'title'"),
        (["timeline", "--group-by", "yeer"], "did you mean 'year'"),
        (["timeline", "--color", "allways"], "did you mean 'always'"),
        (["timeline", "--since", "--json"], "--since"),
        (["timeline", "-s", "-r"], "-s"),
        (["timeline", "norway", "--events", "--json"], "--events"),
        (["timeline", "--since"], "--since"),
        (["timeline", "--year", "2020", "--year", "2021"], "--year"),
        (["timeline", "--year", "2020", "--since", "2019"], "--year"),
        (["timeline", "--year", "2020", "-u", "2021"], "--year"),
        (["timeline", "--since", "2022", "--until", "2021"], "after"),
        (["timeline", "--since", "12/11/2024"], "write 2024-11-12"),
        (["timeline", "--json", "-f", "csv"], "--json"),
        (["timeline", "--limit", "5.0"], "--limit"),
        (["timeline", "--events", ""], "--events has a blank value"),
        (["timeline", "-o", ""], "--output"),
        (["timeline", "--events", "-", "--events", "-"], "twice"),
        (["show"], "ID"),
        (["schema", "a", "b"], "schema takes no arguments, but got 'a b'; see 'diplo schema -"),
        (["completion", "bash", "zsh"], "completion takes no more arguments, but got 'zsh'; see"),
        (["--json"], "no such option '--json'; options stand after the command; see 'diplo -"),
        (["--hepl"], "no such option '--hepl'; did you mean '--help'? See 'diplo --help'"),
        (["--version=1"], "option '--version' does not take a value; see 'diplo --help'"),
        (["timeline", "-r=1"], "no such option '-='; see 'diplo timeline --help'"),
        (["timeline", "--reverse=1"], "does not take a value; see 'diplo timeline --help'"),
        (["timeline", "--limit"], "requires an argument; see 'diplo timeline --help'"),
        (["timeline", "-n", "9" * 16], "--limit takes 1 to 15 digits, such as 20, not '9"),
        (["check", ""], "FILE has a blank value"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_answered_in_one_line_with_what_to_do(
    run: Run, arguments: list[str], says: str
) -> None:
    refused(run(*arguments), 2, says)


def test_a_command_that_is_no_utf_8_is_escaped(run: Run) -> None:
    refused(run(b"tim\xff"), 2, r"no such command 'tim\xff'; see 'diplo --help'")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--type", "any"], ["free"]),
        (["--type", "never.heard"], []),
        (["--source", "who"], ["free"]),
        (["--source", "nobody"], []),
    ],
)
def test_types_and_sources_are_free_where_the_file_declares_none(
    run: Run, write: Write, arguments: list[str], found: list[str]
) -> None:
    write("free.yaml", FREE)
    assert ids(run("timeline", "--events", "free.yaml", *arguments)) == found


# --- Files


def test_files_of_the_option_merge(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    write("more.json", '[{"id": "more", "date": "1970", "title": "M", "countries": ["NOR"]}]')
    found = ids(run("timeline", "norway", "--events", "small.yaml", "--events", "more.json"))
    assert found == ["decade", "span", "more", "day"]


def test_files_of_the_environment_merge_until_the_option_is_given(run: Run, write: Write) -> None:
    write("one.yaml")
    write("free.yaml", FREE)
    env = {"DIPLO_EVENTS": f"one.yaml{os.pathsep}free.yaml"}
    assert ids(run("timeline", env=env)) == ["free", "a"]
    assert ids(run("timeline", "--events", "one.yaml", env=env)) == ["a"]
    assert json.loads(run("countries", "--json", env=env).out)[0]["count"] == 2
    assert "one.yaml:" in run("check", env=env).out


def test_a_file_name_with_spaces_is_one_file(run: Run, write: Write) -> None:
    write("my events.yaml")
    assert ids(run("timeline", env={"DIPLO_EVENTS": "my events.yaml"})) == ["a"]


@pytest.mark.parametrize(
    ("today", "found"), [("2021-03-04", ["day", "span"]), ("2022-01-01", ["span"])]
)
def test_relative_dates_go_by_the_day_that_is_set(
    run: Run, write: Write, today: str, found: list[str]
) -> None:
    write("small.yaml", SMALL)
    env = {"DIPLO_TODAY": today}
    arguments = ("--since", "2 months ago", "--certain")
    assert ids(run("timeline", "--events", "small.yaml", *arguments, env=env)) == found


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    refused(run("timeline", env={"DIPLO_TODAY": "2025-02-30"}), 2, "DIPLO_TODAY", "2025-02-30")


# --- Writing


@pytest.mark.parametrize(
    ("format_name", "out"),
    [
        ("json", "[]\n"),
        ("jsonl", ""),
        ("plain", ""),
        ("csv", ",".join(EVENT_KEYS) + "\n"),
        ("tsv", "\t".join(EVENT_KEYS) + "\n"),
    ],
)
@pytest.mark.parametrize(("options", "status"), [((), 0), (("-e",), 1), (("--exit-status",), 1)])
def test_nothing_matched(
    run: Run, write: Write, format_name: str, out: str, options: tuple[str, ...], status: int
) -> None:
    write("events.yaml", NOTHING)
    result = run("timeline", "-q", "qqq", "-f", format_name, "--events", "events.yaml", *options)
    said = "diplo: no event matches -q qqq; without it 1 event matches\n"
    assert result == Result(status, out, said)


def test_a_table_of_nothing_is_its_title(run: Run) -> None:
    result = run("timeline", "norway", "--year", "1800", "--certain", "-q", "qqq", "-f", "table")
    assert result.status == 0
    assert len(result.out.splitlines()) == 1
    for part in ("Norway in 1800", "qqq", "nothing"):
        assert part in result.out


def test_exit_status_is_0_where_something_matched(run: Run) -> None:
    assert run("timeline", "norway", "-n", "1", "--exit-status").status == 0


@pytest.mark.parametrize(
    ("date", "options", "status"),
    [
        ("/..", (), 1),
        ("1931/..", (), 0),
        ("1931/..", ("--since", "2000"), 1),
        ('"[..2006]"', (), 0),
        ('"[..2006]"', ("--since", "2000"), 1),
        ("2001?", ("--since", "2000"), 0),
    ],
)
@pytest.mark.parametrize("sort", [(), ("--sort", "date"), ("--group-by", "type")])
def test_the_exit_status_looks_at_the_story(
    run: Run, write: Write, date: str, options: tuple[str, ...], status: int, sort: tuple[str, ...]
) -> None:
    write("e.yaml", ONE_EVENT.replace("2021-01-02", date))
    result = run("timeline", "--events", "e.yaml", "-e", *options, *sort)
    assert (result.status, result.err, len(result.out.splitlines())) == (status, "", 1)


@pytest.mark.parametrize(
    ("format_name", "out"),
    [
        ("plain", "T\t2021-01-02\n"),
        ("csv", "title,date\nT,2021-01-02\n"),
        ("tsv", "title\tdate\nT\t2021-01-02\n"),
        ("jsonl", '{"title": "T", "date": "2021-01-02"}\n'),
        ("json", '[\n{"title": "T", "date": "2021-01-02"}\n]\n'),
    ],
)
def test_columns_are_chosen_and_ordered(run: Run, write: Write, format_name: str, out: str) -> None:
    write("ok.yaml")
    arguments = ("--events", "ok.yaml", "-c", "title,date", "-f", format_name)
    assert run("timeline", *arguments) == Result(0, out, "")


def test_columns_of_a_table_are_chosen_and_ordered(run: Run, write: Write) -> None:
    write("ok.yaml")
    out = run("timeline", "--events", "ok.yaml", "--columns", "id,actors,title", "-f", "table").out
    assert "Id  Actors  Title" in out
    assert "treaty" not in out


def test_columns_help_lists_the_names(run: Run) -> None:
    assert run("timeline", "--columns", "help") == Result(0, "\n".join(EVENT_KEYS) + "\n", "")


def test_plain_is_the_default_in_a_pipe_and_in_a_file(run: Run, write: Write) -> None:
    line = "2021-01-02\tcertain\tNOR\ttreaty\tT\ta\n"
    folder = write("ok.yaml").parent
    assert run("timeline", "--events", "ok.yaml") == Result(0, line, "")
    assert run("timeline", "--events", "ok.yaml", "-o", "out") == Result(0, "", "")
    assert (folder / "out").read_text(encoding="utf-8") == line


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["timeline"], EVENT_KEYS),
        (["show", "day"], EVENT_KEYS),
        (["countries"], ("code", "name", "aliases", "count")),
        (["types"], ("type", "label", "description", "plover", "cameo", "count")),
        (
            ["sources"],
            ("source", "title", "kind", "author", "publisher", "date", "url", "count"),
        ),
        (["check"], ("file", "line", "column", "severity", "message")),
    ],
    ids=lambda value: value[0],
)
def test_the_keys_of_every_command_have_their_order(
    run: Run, write: Write, arguments: list[str], keys: tuple[str, ...]
) -> None:
    write("small.yaml", SMALL)
    env = {"DIPLO_EVENTS": "small.yaml"}
    rows = json.loads(run(*arguments, "--json", env=env).out)
    assert rows
    assert {tuple(row) for row in rows} == {keys}
    lines = run(*arguments, "-f", "jsonl", env=env).out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert run(*arguments, "-f", "csv", env=env).out.splitlines()[0] == ",".join(keys)


def test_the_vocabularies_count(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    env = {"DIPLO_EVENTS": "small.yaml"}
    assert run("types", env=env).out.splitlines() == [
        "mission\tMission\t\t\t\t3",
        "mission.closed\tMission closed\t\t\t\t1",
        "treaty\tTreaty\t\t\t\t2",
    ]
    assert run("sources", env=env).out.splitlines() == [
        "blue-book\tBlue book\treport\t\t\t\t\t2",
        "red-book\tRed book\t\t\t\t\t\t2",
    ]
    assert sorted(run("countries", env=env).out.splitlines()) == [
        "FIN\tFinland\t\t2",
        "NOR\tNorway\t\t3",
        "SWE\tSweden\t\t3",
    ]


# --- Help and version


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_lists_every_option(run: Run, command: str, flag: str) -> None:
    result = run(command, flag)
    assert (result.status, result.err) == (0, "")
    assert f"Usage: diplo {command}" in result.out
    words = result.out.replace(",", " ").split()
    for option in (*OPTIONS[command], "-h", "--help"):
        assert option in words
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_the_program_alone_prints_its_help(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.status, result.err) == (0, "")
    for word in (*COMMANDS, "--version", "-V", "--help", "-h"):
        assert word in result.out.replace(",", " ").split()


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_needs_no_event_file(run: Run, flag: str) -> None:
    import diplo  # noqa: PLC0415  (the package, beside the modules taken from it above)

    head = Path(reading.bundled()).read_text(encoding="utf-8")
    as_of = yaml.load(head, Loader=yaml.BaseLoader)["as_of"]  # noqa: S506  (texts only)
    said = f"diplo {diplo.__version__} (events as of {as_of})\n"
    assert run(flag, env={"DIPLO_EVENTS": "nothing.yaml"}) == Result(0, said, "")


def test_the_schema_is_json(run: Run) -> None:
    result = run("schema")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out)["$schema"].startswith("https://json-schema.org/")


# --- check


def test_check_finds_nothing(run: Run, write: Write) -> None:
    write("ok.yaml", "- {date: 2021, title: T, countries: [NOR], sources: [a]}\n")
    assert run("check", "ok.yaml") == Result(0, "", "")
    assert run("check", "ok.yaml", "--json") == Result(0, "[]\n", "")
    assert run("check", "ok.yaml", "-f", "table") == Result(0, "1 event, nothing wrong\n", "")


def test_check_prints_warnings_and_exits_with_0(run: Run, write: Write) -> None:
    write("events.yaml", "- {date: 2021, title: T, countries: [NOR, ZQX], sources: [a]}\n")
    result = run("check", "events.yaml")
    assert (result.status, result.err) == (0, "diplo: 1 warning in events.yaml\n")
    assert result.out.startswith("events.yaml:1:43: warning: ")
    assert "ZQX" in result.out


def test_check_prints_every_error_and_exits_with_1(run: Run, write: Write) -> None:
    wrong = "- {date: 2021-DD, title: T, countries: [NOR]}\n"
    write("events.yaml", "".join(wrong.replace("DD", str(number)) for number in range(40, 70)))
    result = run("check", "events.yaml")
    assert (result.status, result.err) == (1, "diplo: 30 errors in events.yaml\n")
    lines = result.out.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        [f"events.yaml:{number}:10", "error"] for number in range(1, 31)
    ]
    (first, *_) = json.loads(run("check", "events.yaml", "--json").out)
    assert (first["file"], first["line"], first["column"]) == ("events.yaml", 1, 10)
    assert first["severity"] == "error"


def test_check_reads_several_files_as_one(run: Run, write: Write) -> None:
    write("a.yaml")
    write("b.yaml")
    result = run("check", "a.yaml", "b.yaml")
    assert result.status == 1
    assert "b.yaml:1:7: error: the id 'a' is used twice; change one; see a.yaml:1:3" in result.out


def test_check_cannot_read_a_file(run: Run) -> None:
    refused(run("check", "nothing.yaml"), 66, "nothing.yaml")


@pytest.mark.parametrize("format_name", ["csv", "tsv", "plain", "table", "json"])
def test_the_name_of_a_file_never_acts_on_the_terminal(
    run: Run, write: Write, format_name: str
) -> None:
    write("a\x1b[31m\u202e.yaml")
    result = run("check", "a\x1b[31m\u202e.yaml", "-f", format_name)
    assert result.status == 0
    assert "a" in result.out
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out


@pytest.mark.parametrize("format_name", ["csv", "plain", "table", "json"])
def test_the_name_of_a_file_may_be_no_utf_8(run: Run, tmp_path: Path, format_name: str) -> None:
    name = os.fsencode(tmp_path) + b"/b\xff.yaml"
    Path(os.fsdecode(name)).write_text(ONE_EVENT, encoding="utf-8")
    result = run("check", b"b\xff.yaml", "-f", format_name)
    assert (result.status, result.err) == (0, "diplo: 1 warning in b\\xff.yaml\n")
    assert "xff.yaml" in result.out


# --- Encodings


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}])
@pytest.mark.parametrize("format_name", [name for name in EVENT_FORMATS if name != "table"])
def test_scripts_get_utf_8_whatever_the_locale(
    run: Run, write: Write, format_name: str, env: Mapping[str, str]
) -> None:
    write("small.yaml", SMALL.replace("Zebra", "中文 Łódź"))
    arguments = ("timeline", "--events", "small.yaml", "-f", format_name)
    result = run(*arguments, env=env)
    assert result == run(*arguments)
    assert "中文 Łódź" in result.out
    assert not result.out.startswith("\ufeff")


def test_a_table_follows_the_encoding_of_the_stream(run: Run, write: Write) -> None:
    write("small.yaml", SMALL.replace("Zebra", "中 Łódź é–"))
    arguments = ("timeline", "--events", "small.yaml", "-f", "table", "--year", "2021")
    ascii_only = run(*arguments, env={"PYTHONIOENCODING": "ascii"}).out
    assert "? ??d? ?-" in ascii_only
    assert "2021 ------+---" in ascii_only
    in_file = run(*arguments, "-o", "out", env={"PYTHONIOENCODING": "ascii"})
    assert in_file == Result(0, "", "")
    assert "中 Łódź é–" in write("x").with_name("out").read_text(encoding="utf-8")


def test_errors_survive_any_encoding(run: Run) -> None:
    refused(run("timeline", "Ωβ", env={"PYTHONIOENCODING": "ascii"}), 2, "\\u03a9")


# --- Errors


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["timeline", "norwey"], 2),
        (["timeline", "--events", "wrong.yaml"], 65),
        (["types", "--events", "nothing.yaml"], 66),
        (["timeline", "-o", "no/such/folder"], 73),
    ],
)
def test_an_error_leaves_standard_output_empty(
    run: Run, write: Write, arguments: list[str], status: int
) -> None:
    write("wrong.yaml", "- {date: 2021-13, title: T, countries: [NOR]}\n")
    refused(run(*arguments), status)


def test_a_problem_names_file_line_and_column(run: Run, write: Write) -> None:
    write("wrong.yaml", ONE_EVENT.replace("2021-01-02", "2021-13"))
    refused(run("timeline", "--events", "wrong.yaml"), 65, "diplo: wrong.yaml:2:9: ")


@pytest.mark.parametrize("arguments", [["timeline", f"--{'x' * 500}"], ["x" * 500]])
def test_a_long_word_does_not_make_a_long_message(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    refused(result, 2)
    assert len(result.err) <= 400


def test_a_long_name_does_not_make_a_long_note(run: Run, write: Write) -> None:
    write("long.yaml", f"countries: {{SWE: {{name: {'x' * 500}}}}}\nevents: []\n")
    result = run("timeline", "swe", "--events", "long.yaml")
    assert result.status == 0
    assert "SWE" in result.err
    assert len(result.err) <= 400


def break_down(*_: object) -> None:
    message = "the \x1b[31mbug " + "x" * 500
    raise RuntimeError(message)


def test_a_bug_is_one_line(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    result = call("timeline")
    refused(result, 70, "RuntimeError", "DIPLO_DEBUG=1")
    assert len(result.err) < 400
    assert "\x1b" not in result.err


def test_the_version_is_told_before_a_command(run: Run) -> None:
    assert run("--version", "timeline") == run("-V") == run("--version")


def test_a_bug_shows_its_traceback_on_request(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    result = call("timeline", env={"DIPLO_DEBUG": "1"})
    assert (result.status, result.out) == (70, "")
    assert "Traceback" in result.err
    assert "break_down" in result.err
    assert "\x1b" not in result.err


def test_a_bug_without_standard_error_writes_nothing(
    call: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "load", break_down)
    monkeypatch.setattr(sys, "stderr", None)
    assert call("timeline", env={"DIPLO_DEBUG": "1"}) == Result(70, "", "")


@pytest.mark.parametrize(
    ("raised", "status"), [(KeyboardInterrupt, 130), (typer.Abort, 130), (BrokenPipeError, 141)]
)
def test_who_went_away_is_told_nothing(
    call: Run, monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], status: int
) -> None:
    def go(*_: object) -> None:
        raise raised

    monkeypatch.setattr(reading, "load", go)
    assert call("types") == Result(status, "", "")


# --- Colour


COLOURED = "\x1b["


@pytest.mark.parametrize(
    ("options", "env", "coloured"),
    [
        ([], {}, False),
        (["--color", "auto"], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"CLICOLOR_FORCE": "1"}, True),
        ([], {"CLICOLOR_FORCE": "0"}, False),
        ([], {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ([], {"FORCE_COLOR": "1", "CLICOLOR": "0"}, True),
        ([], {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_in_a_pipe(
    run: Run,
    write: Write,
    options: list[str],
    env: Mapping[str, str],
    coloured: bool,  # noqa: FBT001  (pytest gives it by name)
) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "--events", "small.yaml", "-f", "table", *options, env=env)
    assert (COLOURED in result.out) is coloured
    assert ("\x1b" in result.out) is coloured


@pytest.mark.parametrize("format_name", ["plain", "json", "jsonl", "csv", "tsv"])
def test_only_tables_have_colours(run: Run, write: Write, format_name: str) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "--events", "small.yaml", "-f", format_name, "--color", "always")
    assert "\x1b" not in result.out


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, True),
        ({"TERM": "xterm"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"CLICOLOR": "0"}, False),
        ({"CLICOLOR": "1"}, True),
    ],
)
def test_colour_on_a_terminal(
    write: Write,
    env: Mapping[str, str],
    coloured: bool,  # noqa: FBT001  (pytest gives it by name)
) -> None:
    folder = write("small.yaml", SMALL).parent
    status, shown = in_terminal("diplo timeline --events small.yaml", folder, env=env)
    assert status == 0
    assert ("\x1b" in shown) is coloured


@pytest.mark.parametrize("columns", [60, 120])
def test_a_table_is_as_wide_as_the_terminal(write: Write, columns: int) -> None:
    folder = write("small.yaml", SMALL.replace("Zebra", "Zebra " * 30)).parent
    command = "COLUMNS=300 diplo timeline --events small.yaml --color never"
    status, shown = in_terminal(command, folder, columns)
    widest = max(len(line) for line in shown.split("\n"))
    assert status == 0
    assert re.search("2020s ─+┼─", shown)
    assert widest == min(columns, 100 if columns < 110 else columns)


def test_an_error_on_a_terminal_has_no_escapes(tmp_path: Path) -> None:
    status, shown = in_terminal("diplo timeline norwey", tmp_path)
    assert status == 2
    assert shown.startswith("diplo: ")
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("stated", "width"), [("50", 50), ("", 80), ("0", 80), ("abc", 80), ("-5", 80), ("９９", 80)]
)
def test_the_width_in_a_pipe_is_that_of_columns_where_it_is_sane(
    run: Run, write: Write, stated: str, width: int
) -> None:
    write("small.yaml", SMALL.replace("Zebra", "z " * 300))
    out = run("timeline", "--events", "small.yaml", "-f", "table", env={"COLUMNS": stated}).out
    assert width - 6 < max(map(len, out.splitlines())) <= width


HOSTILE = r"a\e[31m\u202e"


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        ([f'- {{date: 2021, title: T, countries: "{HOSTILE}"}}'], "must be a list"),
        ([f'sources: {{"{HOSTILE}": {{title: {t}}}}}\nevents: []' for t in "AB"], "otherwise"),
        ([f'types: {{"{HOSTILE}": {{label: {t}}}}}\nevents: []' for t in "AB"], "otherwise"),
    ],
)
def test_text_of_a_file_is_escaped_in_every_problem(
    run: Run, write: Write, files: list[str], wrong: str
) -> None:
    names = [write(f"{number}.yaml", text).name for number, text in enumerate(files)]
    options = [word for name in names for word in ("--events", name)]
    for result in (run("timeline", *options), run("check", *names), run("check", *names, "--json")):
        told = result.out + result.err
        assert wrong in told
        assert told.replace("\n", "").isprintable()
        assert "\\u001b" not in told


# --- The formats of events alone


@pytest.mark.parametrize("name", ["yaml", "html", "timelinejs"])
def test_formats_of_whole_events_take_no_columns(run: Run, name: str) -> None:
    refused(run("timeline", "-f", name, "-c", "id"), 2, f"--format {name} has whole events")


@pytest.mark.parametrize("name", ["markdown", "yaml", "html", "timelinejs"])
@pytest.mark.parametrize("command", ["show salang-tunnel", "status", "stats", "types", "check"])
def test_other_reports_have_other_formats(run: Run, name: str, command: str) -> None:
    refused(run(*command.split(), "-f", name), 2, f"'{name}' is not a format; choose from table")


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("markdown", "| Date | Type | Country | Title | Id |\n| ---: | --- | --- | --- | --- |\n"),
        ("yaml", "events: []\n"),
    ],
)
def test_nothing_matched_as_events(run: Run, name: str, out: str) -> None:
    result = run("timeline", "--search", "qqq", "-f", name)
    assert (result.status, result.out) == (0, out)
    assert result.err.startswith("diplo: no event matches -q qqq; without it ")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2021"], ""),
        (["2021", "/.."], "1 event without a first day is left out, as TimelineJS needs one"),
        (
            ["2021", '"[..2006]"', "/2010"],
            "2 events without a first day are left out, as TimelineJS needs one",
        ),
    ],
)
def test_what_timelinejs_cannot_show_is_counted(
    run: Run, write: Write, dates: list[str], said: str
) -> None:
    write("e.yaml", "".join(f"- {{date: {d}, title: T, countries: [norway]}}\n" for d in dates))
    asked = ("timeline", "--events", "e.yaml", "-f")
    result = run(*asked, "timelinejs")
    assert (result.status, len(json.loads(result.out)["events"])) == (0, 1)
    assert result.err == (f"diplo: {said}\n" if said else "")
    assert run(*asked, "html").err == ""


def test_markdown_has_the_columns_that_are_asked_for(run: Run) -> None:
    result = run("timeline", "--year", "2007", "--certain", "-f", "markdown", "-c", "id,date")
    assert result.out.splitlines()[0] == "| Id | Date |"
    assert "| norway-embassy-tunis | 2007 |" in result.out


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_headings_are_those_that_are_asked_for(run: Run, name: str) -> None:
    grouped = run("timeline", "palestine", "-f", name, "--group-by", "country").out
    start = grouped.index("## Norway" if name == "markdown" else ">Norway</h2>")
    assert grouped.index("Tunisia", start) > start
    plain = run("timeline", "palestine", "-f", name).out
    assert "## 2020s" not in plain
    assert ("2020s</h2>" in plain) is (name == "html")
