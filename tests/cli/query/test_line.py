"""The line of the explorer says what a command says, without dashes."""

import pytest
import typer

from diplo.cli.commands import program
from diplo.cli.query.line import Lines, ParsedLine
from diplo.terminal.errors import UsageError

DATES = {"2021", "2023", "28 May 2024", "May 2024", "2 years ago", "last year", "2001..2010"}
LISTS = {
    "countries": ["norway", "north-korea", "palestine"],
    "others": ["oslo", "taliban"],
    "types": ["mission", "mission.closed"],
    "actors": ["taliban"],
}


@pytest.fixture
def lines() -> Lines:
    top = typer.main.get_command(program(["explore"]))
    parent = typer.Context(top, info_name="diplo", **top.context_settings)
    command = top.commands["explore"]  # type: ignore[attr-defined]
    context = typer.Context(command, info_name="explore", parent=parent)
    return Lines(context, DATES.__contains__)


@pytest.mark.parametrize(
    ("line", "options", "again"),
    [
        ("", "", ""),
        ("norway since 2021", "norway --since 2021", None),
        ("norway palestine", "norway palestine", None),
        ("since 28 May 2024 norway", "norway|--since|28 May 2024", 'norway since "28 May 2024"'),
        ("after 2 years ago", "--since|2 years ago", 'since "2 years ago"'),
        ("from 2021 to 2023", "--since 2021 --until 2023", "since 2021 until 2023"),
        ("year 2001..2010", "--year 2001..2010", None),
        ("since soon norway", "norway --since soon", "norway since soon"),
        ("type mission type aid", "--type mission --type aid", None),
        ("search king harald type aid", "--type|aid|--search|king harald", None),
        ("search king harald", "--search|king harald", 'search "king harald"'),
        ('search "peace talks" oslo', '--search|"peace talks" oslo', None),
        ('search "peace talks"', "--search|peace talks", None),
        ("actor taliban norway", "norway --actor taliban", None),
        ('actor "type" "since"', "since --actor type", '"since" actor "type"'),
        ("norway --since 2021 -t mission", "norway --since 2021 --type mission", None),
        ("certain began reverse limit 5", "--certain --began --reverse --limit 5", None),
        ("sort title group-by type long all", "--sort title --group-by type --all --long", None),
        ('place "-x', "--place=-x", 'place "-x"'),
        ("sort story norway", "norway", "norway"),
    ],
)  # fmt: skip
def test_a_line_and_a_command_say_the_same(
    lines: Lines, line: str, options: str, again: str | None
) -> None:
    said = lines.read(line)
    expected = options.split("|" if "|" in options else None)
    assert lines.options(said) == expected
    written = lines.line(said)
    assert again is None or written == again
    assert lines.read(written) == said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("norway since", "since needs a value: since DATE"),
        ("limit many", "--limit takes"),
        ("sort wrong", "sort key"),
        ("--json", "'--json' is not understood here"),
        ("-n5", "'-n5' is not understood here"),
        ("--since=2021", "'--since=2021' is not understood here"),
        ("-h", "'-h' is not understood here"),
        ("--events x", "'--events' is not understood"),
    ],
)
def test_what_a_line_cannot_say(lines: Lines, line: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        lines.read(line)


def test_nothing_at_all_is_said_by_an_empty_line(lines: Lines) -> None:
    assert lines.read("  ").countries == ()
    assert lines.line(ParsedLine(["a b"])) == '"a b"'


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nor", ["norway", "north-korea"]),
        ("Norw", ["norway"]),
        ("sin", ["since"]),
        ("norway,pa", ["norway,palestine"]),
        ("norway+os", ["norway+oslo"]),
        ("type mis", ["mission", "mission.closed"]),
        ("-t mission,mis", ["mission,mission", "mission,mission.closed"]),
        ("sort ti", ["title"]),
        ("since 20", []),
        ("reverse nort", ["north-korea"]),
        ("place os", []),
    ],
)
def test_what_a_word_may_become(lines: Lines, typed: str, words: list[str]) -> None:
    assert lines.completions(typed, LISTS) == words


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        *(("ga", True), ("norway GAZ", True), ("norway,ga", True), ("reverse a+ga", True)),
        *(("g", False), ("gaza", False), ("norway ", False), ("1ga", False)),
        *(("type aid", False), ("norway all", False), ("", False)),
        *(("type aid no", True), ('"south ko', True), ("search peace war", False)),
        *(("2 years ago", False), ("norway since 2 years ago", False)),
        *(("-x no", False), ("--nope no", False)),
    ],
)
def test_what_may_be_a_code_while_it_is_typed(lines: Lines, typed: str, *, may_be: bool) -> None:
    assert lines.may_be_code(typed) == may_be


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("-q gaza finds 2 events", "search gaza finds 2 events"),
        ("-q 'a b' or --actor x", 'search "a b" or actor x'),
        ("""-q "it's" finds 2 events""", """search it's finds 2 events"""),
        (r"""-q "it's \"so\"" finds 2""", r"""search "it's \"so\"" finds 2"""),
        ("'diplo types' lists them", "Tab lists them"),
        ("; give COUNTRY without it: diplo explore oslo", "; give COUNTRY without it: oslo"),
    ],
)
def test_a_message_of_a_command_is_said_in_the_words_of_lines(
    lines: Lines, said: str, here: str
) -> None:
    assert lines.reworded(said) == here
