"""What is wrong is answered in one line, with what to do about it."""

from pathlib import Path

import pytest

from tests.cli.answers import Write, refused
from tests.conftest import ONE_EVENT, Run
from tests.terminals import in_terminal


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timelin"], "no such command 'timelin'; did you mean 'timeline'? See 'diplo --help'"),
        (["qqq"], "no such command 'qqq'; see 'diplo --help'"),
        (["timeline", "--sicne", "2021"], "'--since'? See 'diplo timeline --help'"),
        (["sources", "--since", "2021"], "no such option '--since'; see 'diplo sources --help'"),
        (["check", "--events", "x"], "'--events'; give files without it: diplo check FILE; see"),
        (["schema", "--events", "x"], "no such option '--events'; see 'diplo schema --help'"),
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
        (["--json"], "no such option '--json'; options go after the command; see 'diplo -"),
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


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("timeline --desc", "did you mean '--reverse'"),
        ("timeline --newest", "did you mean '--reverse'"),
        ("timeline --last 5", "did you mean '--limit 5 --reverse'"),
        ("timeline --start 2001", "did you mean '--since'"),
        ("compare norway palestine --end=2001", "did you mean '--until'"),
        ("timeline --category mission", "did you mean '--type'"),
        ("stats --filter mission", "did you mean '--type' or '--search'"),
        ("timeline --find mission", "did you mean '--search'"),
        ("timeline --person x", "did you mean '--actor'"),
        ("timeline --file x", "did you mean '--events'"),
        ("stats --input x", "did you mean '--events'"),
        ("timeline --location x", "did you mean '--place'"),
        ("timeline --city x", "did you mean '--place'"),
        ("show x --export y", "did you mean '--output'"),
        ("status --save y", "did you mean '--output'"),
        ("places --out y", "did you mean '--output'"),
        ("check --csv", "did you mean '--format csv'"),
        ("timeline --html", "did you mean '--format html'"),
        ("timeline --markdown", "did you mean '--format markdown'"),
        ("timeline --md", "did you mean '--format markdown'"),
        ("timeline --svg", "did you mean '--format svg'"),
        ("timeline --xlsx", "did you mean '--format csv --bom'"),
        ("cite x --bibtex", "did you mean '--format bibtex'"),
        ("timeline --order title", "did you mean '--sort'"),
        ("timeline --by year", "did you mean '--group-by'"),
        ("stats --group-by year", "did you mean '--by'"),
        ("status norway --year 2012", "did you mean '--on'"),
        ("schema --csv", "no such option '--csv'; see 'diplo schema --help'"),
        (
            "compare --country x",
            "'--country'; give countries without it: diplo compare COUNTRY; see",
        ),
        ("stats --countries x", "give countries without it: diplo stats COUNTRY; see"),
        ("show --country x", "no such option '--country'; see 'diplo show --help'"),
    ],
)
def test_an_option_of_other_programs_leads_to_what_does_the_same(
    run: Run, typed: str, says: str
) -> None:
    refused(run(*typed.split()), 2, says)


def test_a_command_that_is_no_utf_8_is_escaped(run: Run) -> None:
    refused(run(b"tim\xff"), 2, r"no such command 'tim\xff'; see 'diplo --help'")


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    refused(run("timeline", env={"DIPLO_TODAY": "2025-02-30"}), 2, "DIPLO_TODAY", "2025-02-30")


def test_errors_survive_any_encoding(run: Run) -> None:
    refused(run("timeline", "Ωβ", env={"PYTHONIOENCODING": "ascii"}), 2, "\\u03a9")


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


def test_an_error_on_a_terminal_has_no_escapes(tmp_path: Path) -> None:
    status, shown = in_terminal("diplo timeline norwey", tmp_path)
    error = shown.rpartition("\x1b[?25h")[2]  # a bar stands before it on a slow machine
    assert status == 2
    assert error.startswith("diplo: ")
    assert "\x1b" not in error


@pytest.mark.parametrize("name", ["markdown", "yaml", "html", "timelinejs", "parquet"])
@pytest.mark.parametrize("command", ["show salang-tunnel", "status", "stats", "types", "check"])
def test_other_reports_have_other_formats(run: Run, name: str, command: str) -> None:
    refused(run(*command.split(), "-f", name), 2, f"'{name}' is not a format; choose from table")
