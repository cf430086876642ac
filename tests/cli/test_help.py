"""The help: its examples work, its headings stand out, and a wrong command leads to a right one."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import typer

from diplo.cli import manual
from diplo.cli.commands import program
from diplo.model import dates
from diplo.reading.tables import cell_dates
from tests.conftest import Forks, Run
from tests.terminals import in_terminal

Write = Callable[..., Path]

COMMANDS = tuple(typer.main.get_command(program([])).commands)  # type: ignore[attr-defined]
EXAMPLES = [(name, typed) for name in ("", *COMMANDS) for typed in manual.EXAMPLES[name].values()]
PRINTING = [(name, typed) for name, typed in EXAMPLES if name != "explore"]  # which needs keys
OWN = """\
sources: {book: {title: The book}}
types: {talks: {label: Talks}}
events:
  - {id: talks, date: 2021, title: Talks, type: talks, countries: [NOR], sources: [book]}
"""


def examples_of(text: str) -> list[str]:
    return re.findall("^    (diplo .*)$", text.partition("\nExamples:\n")[2], re.MULTILINE)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_ends_with_three_examples(run: Run, name: str) -> None:
    result = run(*filter(None, [name]), "--help")
    expected = [*manual.EXAMPLES[name].values()]
    assert examples_of(result.out) == expected
    assert len(expected) == 3
    for about, typed in manual.EXAMPLES[name].items():
        assert ("on a day" in about) == ("--on " in typed)
    assert result.out.endswith(f"    {expected[-1]}\n")
    assert max(map(len, result.out.splitlines())) <= 80
    assert run("help", *filter(None, [name])) == result


def test_dates_are_explained_as_they_are_written_and_read(run: Run) -> None:
    result = run("help", "dates")
    assert (result.status, result.err, result.out[:1]) == (0, "", "I")
    assert max(map(len, result.out.splitlines())) <= 80
    assert "(diplo help dates)" in " ".join(run("help").out.split())
    files, tables, typed = (
        [(way.strip(), means) for written, means in ways.items() for way in written.split(", ")]
        for ways in manual.DATES.values()
    )
    for way, means in files:
        assert dates.words(dates.parse(way)) in means
    assert not [way for way, _ in tables if cell_dates.date(way).wrong]
    for way, _ in typed:
        dates.parse_window(way.strip("'"), date(2025, 6, 30))


@pytest.mark.parametrize(("name", "typed"), PRINTING)
def test_an_example_works(
    forks: Forks, tmp_path: Path, write: Write, name: str, typed: str
) -> None:
    write("mine.yaml", OWN)
    write("visits.csv", "Date,Country,Title\n2021,Norway,A visit\n")
    given = {*tmp_path.iterdir()}
    status, shown = in_terminal(f"set -o pipefail; {typed}", tmp_path, forks=forks)
    made = {*tmp_path.iterdir()} - given
    assert (status, "diplo: " in shown) == (0, False), shown
    assert f"diplo {name}".strip() in typed or name in ("actors", "places", "show", "help", "")
    assert shown or [path.stat().st_size > 0 for path in made] == [True]


@pytest.mark.parametrize(
    "name", ["timeline", "show", "cite", "status", "stats", "compare", "types", "check", "maps"]
)
def test_the_file_that_help_names_for_an_output_can_be_written(
    run: Run, tmp_path: Path, name: str
) -> None:
    said = re.search(r"--output FILE.*?\(([a-z.]+)\)", run(name, "--help").out, re.DOTALL)
    assert said
    taken = {"show": ["oslo-accords"], "cite": ["oslo-accords"], "maps": ["gdelt"]}
    given = {**taken, "compare": ["norway", "palestine"]}.get(name, [])
    result = run(name, *given, "--output", said[1])
    assert (result.status, result.err) == (0, "")
    assert (tmp_path / said[1]).stat().st_size


def test_help_says_what_an_exit_status_means(run: Run) -> None:
    said = run("help").out
    for status in (0, 1, 2, 65, 66, 70, 71, 73, 74, 130):
        assert re.search(rf"^  {status}[ ,]", said, re.MULTILINE)
    assert "DIPLO_EVENTS" in said


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ([], "1 With --exit-status, nothing matched that began in the range;"),
        (["timeline"], "--exit-status Exit with 1 if nothing began in the range."),
    ],
)
def test_help_says_what_does_not_count_as_found(run: Run, asked: list[str], says: str) -> None:
    assert says in " ".join(run("help", *asked).out.split())


def test_help_says_what_comes_first_in_a_story(run: Run) -> None:
    said = "By story (what began first), date, country, type, title, id.\n"
    assert f"  --sort KEY      {said}" in run("help", "timeline").out


def test_headings_are_bold_where_there_is_colour_and_nothing_else_is(
    forks: Forks, tmp_path: Path, run: Run
) -> None:
    for words in ("help timeline", "timeline --help", "help", ""):
        plain = run(*words.split()).out
        _, shown = in_terminal(f"diplo {words}", tmp_path, 82, forks=forks)
        bold = re.findall("\x1b\\[1m(.*?)\x1b\\[0m", shown)
        assert bold == re.findall("^(Usage:|[A-Z].*:$)", plain, re.MULTILINE)
        assert {"Usage:", "Examples:"} < set(bold)
        assert re.sub("\x1b\\[[01]m", "", shown) == plain
        assert in_terminal(f"NO_COLOR=1 diplo {words}", tmp_path, 82, forks=forks)[1] == plain


@pytest.mark.parametrize("width", [40, 60, 70])
@pytest.mark.parametrize("words", ["", "timeline --help"])
def test_help_is_whole_on_a_narrow_terminal(
    forks: Forks, run: Run, tmp_path: Path, words: str, width: int
) -> None:
    _, shown = in_terminal(f"NO_COLOR=1 diplo {words}", tmp_path, width, forks=forks)
    wide = run(*words.split(), env={"COLUMNS": "80"}).out
    assert "".join(shown.split()) == "".join(wide.split())
    told = shown.partition("Examples:")[0]  # where commands stand, which are not broken
    assert max(map(len, told.splitlines())) <= width


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("help timelin", "no such command 'timelin'; did you mean 'timeline'? See 'diplo --help'"),
        ("help qqq", "no such command 'qqq'; see 'diplo --help'"),
        ("help norway", "no such command 'norway'; did you mean: diplo timeline norway"),
        ("help timeline --man", "--man prints one page for all commands; leave the command out"),
        ("help a b", "help takes no more arguments, but got 'b'; see 'diplo help --help'"),
        ("norway", "no such command 'norway'; did you mean: diplo timeline norway"),
        ("NO --json", "no such command 'NO'; did you mean: diplo timeline NO --json"),
        ("iceland", "no such command 'iceland'; did you mean: diplo timeline iceland"),
        (
            "norway,palestine --since 2021",
            "'norway,palestine'; did you mean: diplo timeline norway,palestine --since 2021",
        ),
        ("IS", "no such command 'IS'; see 'diplo --help'"),
        ("mission.opened -r", "did you mean: diplo timeline --type mission.opened -r"),
        ("recognition", "did you mean: diplo timeline --type recognition"),
        ("oslo-accords", "no such command 'oslo-accords'; did you mean: diplo show oslo-accords"),
        ("list norway -n 5", "no such command 'list'; did you mean: diplo timeline norway -n 5"),
        ("export", "did you mean: diplo timeline -o FILE"),
        ("export norway", "did you mean: diplo timeline -o FILE norway"),
        ("export norway x.csv -r", "did you mean: diplo timeline -o x.csv norway -r"),
        ("version", "did you mean: diplo --version"),
        ("find oslo accords -r", "did you mean: diplo timeline --search 'oslo accords' -r"),
        ("search -r", "no such command 'search'; see 'diplo --help'"),
        ("salang", "did you mean: diplo timeline --search salang"),
        ("timeliness", "no such command 'timeliness'; did you mean 'timeline'? See 'diplo --help'"),
        ("qqq norway", "no such command 'qqq'; see 'diplo --help'"),
        ("qqqq norway", "no such command 'qqqq'; see 'diplo --help'"),
        ("norway and palestine", "did you mean: diplo timeline norway palestine"),
        ("what happened with norway", "no such command 'what'; see 'diplo --help'"),
        (
            "norway aid suspended --since 2021",
            "did you mean: diplo timeline norway --search 'aid suspended' --since 2021",
        ),
        (
            "mission norway salang",
            "did you mean: diplo timeline --type mission norway --search salang",
        ),
        ("salang tunnel", "did you mean: diplo timeline --search 'salang tunnel'"),
    ],
)
def test_what_is_no_command_leads_to_what_was_meant(call: Run, typed: str, says: str) -> None:
    result = call(*typed.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("diplo: ")
    assert result.err.endswith(f"{says}\n")


def test_what_is_meant_is_quoted_and_not_repeated_where_it_is_long(call: Run) -> None:
    said = "no such command 'norway'; did you mean: diplo timeline norway -q 'a; b'\n"
    assert call("norway", "-q", "a; b").err == f"diplo: {said}"
    long = call("norway", "-q", "x" * 500).err
    assert long == "diplo: no such command 'norway'; see 'diplo --help'\n"
    assert call("norway\x1b").err.count("\x1b") == 0


@pytest.mark.parametrize(
    "env", [{"DIPLO_EVENTS": "-"}, {"DIPLO_EVENTS": "none.yaml"}, {"DIPLO_EVENTS": "bad.yaml"}]
)
def test_files_that_cannot_be_read_say_nothing_here(
    run: Run, write: Write, env: dict[str, str]
) -> None:
    write("bad.yaml", "- {}")
    result = run("norway", env=env)
    assert result == (2, "", "diplo: no such command 'norway'; see 'diplo --help'\n")


def test_the_page_for_man_has_all_that_help_has(run: Run) -> None:
    result = run("help", "--man")
    assert (result.status, result.err) == (0, "")
    page = result.out.replace("\\-", "-").replace("\\(dq", '"').replace("\\e", "\\")
    assert re.findall("^[.]SH (.*)$", page, re.MULTILINE) == [
        *("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "DATES", "EXIT STATUS"),
        *("ENVIRONMENT", "EXAMPLES"),
    ]
    assert r"spring 2001, winter 2001\(en02" in page
    sections = re.findall("^[.]SS diplo ([a-z]+)", page, re.MULTILINE)
    assert sections == list(COMMANDS)
    for _, typed in EXAMPLES:
        assert typed in page
    bare = [line for line in result.out.splitlines() if not re.match("[.][A-Z]", line)]
    assert not [line for line in bare if re.match("[.']", line) or re.search(r"[^\\]-", line)]


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is missing")
def test_the_page_for_man_is_right(shell: Run) -> None:
    result = shell("diplo help --man | groff -man -ww -b -Tutf8 | grep -c 'diplo timeline norway'")
    assert (result.status, result.err) == (0, "")
    assert int(result.out) > 2


LISTED = (
    *(
        "timeline",
        "explore",
        "show",
        "countries",
        "types",
        "sources",
        "actors",
        "places",
        "check",
        "schema",
    ),
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
    "show": ("--around", "--events", *WRITING),
    "explore": (
        "--since",
        "--type",
        "--search",
        "--events",
        "--limit",
        "--all",
        "--color",
        "--ascii",
    ),
    "countries": ("--events", *WRITING),
    "types": ("--events", *WRITING),
    "sources": ("--events", *WRITING),
    "actors": ("--events", *WRITING),
    "places": ("--events", *WRITING),
    "check": WRITING,
    "schema": (),
    "completion": ("--events",),
}


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", LISTED)
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
    for word in (*LISTED, "--version", "-V", "--help", "-h"):
        assert word in result.out.replace(",", " ").split()


def test_help_of_maps_and_their_schema_say_what_each_key_is_for(run: Run) -> None:
    said = run("maps", "--help").out
    listed = said.partition("\nKeys of a map, ")[2].partition("\nExamples:")[0]
    rules = json.loads(run("schema", "--map").out)["properties"]
    described = {key: rule["description"] for key, rule in rules.items() if "description" in rule}
    assert re.findall("^  ([a-z]+)  ", listed, re.MULTILINE) == [*described]
    folded = " ".join(listed.split())
    assert [key for key, about in described.items() if f"{key} {about}" not in folded] == []
    assert {*rules} - {*described} == {"title", "as_of", "sources", "countries", "types"}
