"""Fuzzing the formats: every kind of report in every format, with any text in every field."""

import io
import json
import re
from collections.abc import Sequence
from functools import partial
from random import Random
from typing import Any, NamedTuple

import typer

from diplo import reading
from diplo.cli import commands
from diplo.formats import EVENT_FORMATS, FORMATS, PARQUET, Stream, writer
from diplo.history.arrangement import SORTS
from diplo.history.groups import GROUPS, KINDS, TIMES
from diplo.reports import Report
from diplo.reports.card import Cards
from diplo.reports.story import Story
from diplo.terminal.errors import UsageError
from tests.formats.test_table import lost, too_wide, without_axis, words_of
from tests.fuzz.checks import COLOUR, check_plain, limited
from tests.fuzz.grammar import CODES, Grammar
from tests.fuzz.rendering import as_json

_FILE = "events.json"
PROGRAM: Any = typer.main.get_command(commands.program(()))
_READABLE = ("json", "jsonl", "yaml")  # by diplo itself


class Given(NamedTuple):
    """A file, the command that reports it, and what the output is shown on."""

    content: bytes
    arguments: list[str]
    width: int
    colours: int
    encoding: str


def any_report(random: Random) -> Given:
    """Return a file that is right, and a command."""
    grammar = Grammar(random)
    content = as_json(random, grammar.document()).encode()
    pick = random.choice
    code, other = random.sample(CODES, 2)
    window = pick(((), (), ("--year", "1900..2021"), ("--since", "1994")))
    arguments = pick(
        (
            ("timeline", *window, "--group-by", pick(GROUPS)),
            ("timeline", *window, "--sort", pick(SORTS), pick(("-r", "-n2"))),
            ("timeline", *window, "--search", grammar.characters()),
            ("timeline", *window, code, pick(("--all", "--long", "--began"))),
            ("show",),
            ("status", "--all", "--on", pick(("2021", "0001", "9999"))),
            ("status", pick(("--history", "--long"))),
            ("status", "--every", pick(("year", "month")), "--since", "2001", "--until", "2021"),
            ("stats", *window, "--by", pick(KINDS), pick(("--began", "--certain"))),
            ("compare", code, other, *window, "--by", pick(TIMES), pick(("--all", "--certain"))),
            *(("countries",), ("types",), ("sources",), ("check",)),
        )
    )
    width, colours = pick((20, 33, 80, 300, random.randint(20, 300))), pick((0, 0, 16, 256))
    encoding = pick(("utf-8", "utf-8", "ascii", "cp1252", "latin-1"))
    return Given(content, list(arguments), width, colours, encoding)


def check(given: Given) -> None:
    """Write a report in every format that it has, and look at what is written."""
    with open(_FILE, "wb") as file:
        file.write(given.content)
    command, *options = given.arguments
    if command == "show":
        options = [event.id for event in reading.load([_FILE]).events]
    report = report_of(command, options, _FILE)
    if report is None:
        return
    for name in sorted({*EVENT_FORMATS} - {PARQUET}) if command == "timeline" else FORMATS:
        text = limited(len(given.content), partial(written, name, report, given))
        is_table = name == "table"
        # After names from right to left, and the comma between two of them, a table has a mark.
        kept_apart = re.sub("(?<=[ ,])\u200e", "", text) if is_table else text
        check_plain(kept_apart, coloured=is_table and given.colours > 0)
        if is_table:
            _check_table(COLOUR.sub("", text), report, given)
        # Names of countries that the file declares are searched too, and gone once it is written.
        may_be_read = name in _READABLE and "--search" not in options
        if command == "timeline" and may_be_read and report.rows:
            again = f"again.{name}"
            with open(again, "w", encoding="utf-8") as file:
                file.write(text)
            reread = report_of(command, options, again)
            assert reread
            assert written("json", reread, given) == written("json", report, given), name
    data = [{c.key: c.value(row) for c in report.columns} for row in report.rows]
    assert json.loads(written("json", report, given)) == data
    assert written("plain", report, given).count("\n") == len(
        report.rows if report.lines is None else report.lines
    )


def report_of(command: str, options: Sequence[str], name: str) -> Report | None:
    """Return what a command has to report, None where the file lacks what it asks for."""
    files = [name] if command == "check" else ["--events", name]
    try:
        answer = PROGRAM.main([command, *options, *files], "diplo", standalone_mode=False)
    except (UsageError, typer.TyperException):  # no ids, or a code that is no country's
        return None
    report: Report = answer.report
    return report


def written(name: str, report: Report, given: Given) -> str:
    text = io.StringIO()
    colours, encoding = (given.colours, given.encoding) if name == "table" else (0, "utf-8")
    writer(name)(report, Stream(text.write, io.BytesIO(), given.width, colours, encoding))
    text.getvalue().encode(encoding)
    return text.getvalue()


def _check_table(text: str, report: Report, given: Given) -> None:
    assert too_wide(text, given.width) == []
    screen = report.shown
    if given.encoding == "utf-8" and (screen is None or isinstance(screen, Story | Cards)):
        # Where a label or a margin stands beside it, a word has less room than the width.
        assert lost(words_of(report), without_axis(text), min(given.width, 76) - 24) == []
