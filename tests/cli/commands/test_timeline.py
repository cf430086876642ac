"""`diplo timeline` as a user meets it, on the bundled file and on small ones."""

import json
import re
from typing import Any

import pytest

from diplo.formats import FULL_FORMATS
from tests.cli.answers import EVENT_KEYS, FREE, SMALL, Write, ids, refused
from tests.conftest import ONE_EVENT, WRITABLE, Result, Run


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


def test_the_last_five_newest_first(run: Run) -> None:
    told = ids(run("timeline", "norway", "--since", "2021", "--began"))
    assert ids(run("timeline", "norway", "--since", "2021", "-n", "5", "-r")) == told[:-6:-1]


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


def test_a_table_puts_an_event_under_each_of_its_countries(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    out = run("timeline", "--events", "small.yaml", "-f", "table", "--group-by", "country").out
    headings = [line.split()[0] for line in out.splitlines() if " ─" in line]
    assert headings == ["Norway", "Sweden", "Finland"]
    assert [out.count(title) for title in ("Zebra", "accord", "Brief")] == [2, 2, 1]


@pytest.mark.parametrize("period", ["1968", "196X", "1968-02", "1968-02-03"])
def test_from_a_period_to_the_same_is_told_as_the_period(
    run: Run, write: Write, period: str
) -> None:
    write("small.yaml", SMALL)
    within = run("timeline", "--events", "small.yaml", "-f", "table", "--year", period)
    arguments = ("--since", period, "--until", period)
    assert run("timeline", "--events", "small.yaml", "-f", "table", *arguments) == within


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_headings_are_those_that_are_asked_for(run: Run, name: str) -> None:
    grouped = run("timeline", "palestine", "-f", name, "--group-by", "country").out
    start = grouped.index("## Norway" if name == "markdown" else ">Norway</h2>")
    assert grouped.index("Tunisia", start) > start
    plain = run("timeline", "palestine", "-f", name).out
    assert "## 2020s" not in plain
    assert ("2020s</h2>" in plain) is (name == "html")


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


NOTHING = "- {id: a, date: 2001, title: T, countries: [iceland]}\n"


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


def test_a_table_of_nothing_is_its_title(run: Run) -> None:
    result = run("timeline", "norway", "--year", "1800", "--certain", "-q", "qqq", "-f", "table")
    assert result.status == 0
    assert len(result.out.splitlines()) == 1
    for part in ("Norway in 1800", "qqq", "nothing"):
        assert part in result.out


def test_exit_status_is_0_where_something_matched(run: Run) -> None:
    assert run("timeline", "norway", "-n", "1", "--exit-status").status == 0


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


def test_markdown_has_the_columns_that_are_asked_for(run: Run) -> None:
    result = run("timeline", "--year", "2007", "--certain", "-f", "markdown", "-c", "id,date")
    assert result.out.splitlines()[0] == "| Id | Date |"
    assert "| norway-embassy-tunis | 2007 |" in result.out


def test_columns_help_lists_the_names(run: Run) -> None:
    assert run("timeline", "--columns", "help") == Result(0, "\n".join(EVENT_KEYS) + "\n", "")


@pytest.mark.parametrize("name", [name for name in WRITABLE if name in FULL_FORMATS])
def test_formats_of_whole_events_take_no_columns(run: Run, name: str) -> None:
    refused(run("timeline", "-f", name, "-c", "id"), 2, f"--format {name} has whole events")


def test_a_country_without_events_is_noted(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    result = run("timeline", "iceland", "--events", "small.yaml")
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("diplo: ")
    assert "Iceland" in result.err
    assert result.err.count("\n") == 1


def test_a_country_whose_events_were_not_asked_for_is_not_noted(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    said = "diplo: no event matches -q qqq; without it 3 events match\n"
    assert run("timeline", "norway", "--events", "small.yaml", "-q", "qqq") == Result(0, "", said)


def test_a_long_name_does_not_make_a_long_note(run: Run, write: Write) -> None:
    write("long.yaml", f"countries: {{SWE: {{name: {'x' * 500}}}}}\nevents: []\n")
    result = run("timeline", "swe", "--events", "long.yaml")
    assert result.status == 0
    assert "SWE" in result.err
    assert len(result.err) <= 400


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


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ("--sort title", "2001 b c 2002 a"),
        ("--sort title -r", "2002 a 2001 c b"),
        ("--sort date -r", "2002 a 2001 b c"),
    ],
)
def test_years_are_in_order_whatever_their_events_are_sorted_by(
    run: Run, write: Write, options: str, shown: str
) -> None:
    dated = {"c": "2001-01", "a": "2002", "b": "2001-05"}
    events = (f"- {{id: {i}, date: {d}, title: {i}, countries: [NOR]}}\n" for i, d in dated.items())
    write("e.yaml", "".join(events))
    asked = f"timeline --events e.yaml --group-by year -f markdown -c id {options}"
    told = re.findall("^(?:## |[|] )([0-9]{4}|[abc])\\b", run(*asked.split()).out, re.MULTILINE)
    assert told == shown.split()


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


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ("--since 2000", 0),
        ("--until 2025", 2),
        ("--since 2000 --until 2025 --sort title", 3),
    ],
)
def test_what_timelinejs_would_not_show_anyway_is_not_counted(
    run: Run, write: Write, options: str, count: int
) -> None:
    dates = ("2021", "/..", "/2010", '"[..2025]"')
    write("e.yaml", "".join(f"- {{date: {d}, title: T, countries: [norway]}}\n" for d in dates))
    result = run("timeline", "--events", "e.yaml", "-f", "timelinejs", *options.split())
    assert len(json.loads(result.out)["events"]) == 1
    assert result.err.partition(" event")[0] == (f"diplo: {count}" if count else "")


@pytest.mark.parametrize("command", ["timeline", "stats"])
@pytest.mark.parametrize(
    ("options", "is_beyond"),
    [
        ((), False),
        (("--since", "2025-06-20"), False),
        (("--since", "2025", "--until", "2026"), False),
        (("--since", "2025-06-21"), True),
        (("--year", "2026"), True),
    ],
)
def test_of_what_lies_beyond_the_last_day_of_the_file_there_is_a_note(
    run: Run, write: Write, command: str, options: tuple[str, ...], *, is_beyond: bool
) -> None:
    since = "  - {date: 2021/.., title: T, countries: [norway]}\n"
    file = f"as_of: 2025-06-20\nevents:\n{since}  - {{date: 2025, title: T, countries: [norway]}}\n"
    write("e.yaml", file)
    result = run(command, "--events", "e.yaml", *options)
    note = "the events are known up to 20 Jun 2025; what came after that day is not in them"
    assert (result.status, result.err) == (0, f"diplo: {note}\n" if is_beyond else "")
    write("e.yaml", file.partition("\n")[2])
    assert run(command, "--events", "e.yaml", *options).err == ""
