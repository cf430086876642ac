"""Countries that events have under letters of other lists, as GER is Germany's in the IOC's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.cli.options import files
from tests.conftest import Run

Write = Callable[..., Path]

FILE = """\
events:
- {date: 2020, title: A, countries: [GER, NOR], status: {Ties: kept}}
- {date: 2021, title: B, countries: [DEU]}
- {date: 2022, title: C, countries: [GFR]}
- {date: 2023, title: D, countries: [NIG]}
"""
GERMANY = (
    "GER or GFR, which may mean Germany; ask for DEU,GER,GFR, and 'diplo check FILE' says where"
)
GER = "GER, which may mean Germany; ask for DEU,GER, and 'diplo check FILE' says where"
NIGER = "NIG, which may mean Niger; ask for NER,NIG, and 'diplo check FILE' says where"


def notes(call: Run, *arguments: str) -> list[str]:
    """Return what is said beside the answer, without the name of the program."""
    result = call(*arguments, "--events", "e.yaml")
    assert result.status == 0
    return [line.removeprefix("diplo: ") for line in result.err.splitlines()]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("timeline germany", [f"2 events have {GERMANY}"]),
        ("stats germany", [f"2 events have {GERMANY}"]),
        ("compare norway germany", [f"2 events have {GERMANY}"]),
        (
            "timeline niger",
            ["no event concerns Niger (NER)", f"1 event has {NIGER}"],
        ),
        ("timeline DEU,GER,GFR", []),
        ("timeline norway", []),
        ("timeline", []),
        (
            "status germany",
            [
                "no event with a status concerns Germany (DEU)",
                f"1 event has {GER}",
            ],
        ),
    ],
)
def test_a_country_under_other_letters_has_a_note(
    call: Run, write: Write, typed: str, said: list[str]
) -> None:
    write("e.yaml", FILE)
    assert notes(call, *typed.split()) == said


def test_what_the_note_asks_for_finds_the_events(call: Run, write: Write) -> None:
    write("e.yaml", FILE)
    result = call("timeline", "DEU,GER,GFR", "--events", "e.yaml", "-c", "title")
    assert result.out == "A\nB\nC\n"


def test_letters_that_a_file_declares_are_a_party_of_its_own(call: Run, write: Write) -> None:
    write("e.yaml", f"countries: {{GER: {{name: Hanse}}, GFR: {{name: Bund}}}}\n{FILE}")
    assert notes(call, "timeline", "germany") == []


def test_events_that_are_not_soon_read_again_are_not_counted(
    call: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LARGEST", 10)
    write("e.yaml", FILE)
    assert notes(call, "timeline", "germany") == [f"some events have {GERMANY}"]
