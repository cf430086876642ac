"""The vocabularies, and the keys that scripts rely on."""

import json

import pytest

from tests.cli.answers import EVENT_KEYS, SMALL, Write
from tests.conftest import Run


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


def test_where_there_is_no_room_for_headings_a_number_says_what_it_counts(
    run: Run, write: Write
) -> None:
    write("small.yaml", SMALL)
    env = {"DIPLO_EVENTS": "small.yaml", "COLUMNS": "30"}
    assert "blue-book  report  Events: 2\n" in run("sources", "-f", "table", env=env).out
