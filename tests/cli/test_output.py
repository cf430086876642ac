"""How answers are written: encodings, colours and widths, in a pipe and on a terminal."""

import re
from collections.abc import Mapping

import pytest

from tests.cli.answers import SMALL, Write, refused
from tests.conftest import WRITABLE, Forks, Result, Run
from tests.terminals import in_terminal


def test_plain_is_the_default_in_a_pipe_and_in_a_file(run: Run, write: Write) -> None:
    line = "2021-01-02\tcertain\tNOR\ttreaty\tT\ta\n"
    folder = write("ok.yaml").parent
    assert run("timeline", "--events", "ok.yaml") == Result(0, line, "")
    assert run("timeline", "--events", "ok.yaml", "-o", "out") == Result(0, "", "")
    assert (folder / "out").read_text(encoding="utf-8") == line


def test_nothing_is_noted_where_nothing_was_written(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    arguments = ("timeline", "iceland", "--events", "small.yaml")
    refused(run(*arguments, "-o", "no/such"), 73, "no/such cannot be written")
    assert run(*arguments, "-o", "out").err == run(*arguments).err != ""


@pytest.mark.parametrize("format_name", [name for name in WRITABLE if name != "table"])
def test_scripts_get_utf_8_whatever_the_locale(run: Run, write: Write, format_name: str) -> None:
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"}
    write("small.yaml", SMALL.replace("Zebra", "中文 Łódź"))
    arguments = ("timeline", "--events", "small.yaml", "-f", format_name)
    result = run(*arguments, env=env)
    assert result == run(*arguments)
    assert "中文 Łódź".encode() in result.out.encode(errors="surrogateescape")
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


def test_a_mark_for_excel_begins_what_is_read_back_without_it(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    unmarked = run("timeline", "--events", "small.yaml", "-f", "csv").out
    marked = run("timeline", "--events", "small.yaml", "-f", "csv", "--bom").out
    assert marked == "\ufeff" + unmarked
    write("small.csv", marked)
    assert run("timeline", "--events", "small.csv", "-f", "csv").out == unmarked


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
    forks: Forks,
    write: Write,
    env: Mapping[str, str],
    coloured: bool,  # noqa: FBT001  (pytest gives it by name)
) -> None:
    folder = write("small.yaml", SMALL).parent
    status, shown = in_terminal("diplo timeline --events small.yaml", folder, env=env, forks=forks)
    assert status == 0
    assert ("\x1b" in shown) is coloured


@pytest.mark.parametrize("columns", [60, 120])
def test_a_table_is_as_wide_as_the_terminal(forks: Forks, write: Write, columns: int) -> None:
    folder = write("small.yaml", SMALL.replace("Zebra", "Zebra " * 30)).parent
    command = "COLUMNS=300 diplo timeline --events small.yaml --color never"
    status, shown = in_terminal(command, folder, columns, forks=forks)
    widest = max(len(line) for line in shown.split("\n"))
    assert status == 0
    assert re.search("2020s ─+┼─", shown)
    assert widest == min(columns, 100 if columns < 110 else columns)


@pytest.mark.parametrize(
    ("stated", "width"), [("50", 50), ("", 80), ("0", 80), ("abc", 80), ("-5", 80), ("９９", 80)]
)
def test_the_width_in_a_pipe_is_that_of_columns_where_it_is_sane(
    run: Run, write: Write, stated: str, width: int
) -> None:
    write("small.yaml", SMALL.replace("Zebra", "z " * 300))
    out = run("timeline", "--events", "small.yaml", "-f", "table", env={"COLUMNS": stated}).out
    assert width - 6 < max(map(len, out.splitlines())) <= width


def test_a_table_on_a_terminal_is_what_it_is_in_a_pipe(write: Write) -> None:
    folder = write("small.yaml", SMALL).parent
    command = "diplo timeline --events small.yaml --group-by type --color never"
    assert in_terminal(command, folder) == in_terminal(f"{command} -f table | cat", folder)
