"""What the texts of the command line mean: countries, columns and today."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from diplo.cli import arguments, values
from diplo.model.countries.resolve import Countries
from diplo.model.events import Country
from diplo.terminal.errors import UsageError
from tests.tables import each_of

COUNTRIES = Countries({"XAA": Country("XAA", "Aland, Free State of", ("Free Aland",))})


NAMES = {"taliban": "Taliban", "royal palace oslo": "Royal Palace, Oslo", "nor": "Nor"}


def said(found: arguments.PartyArguments) -> list[list[str]]:
    """Return each argument's alternatives, as one types them."""
    return [
        ["+".join(sorted(each.codes | each.names)) for each in any_of] for any_of in found.arguments
    ]


@each_of(
    ("typed", "meant"),
    [
        ([], []),
        (["norway", "sweden"], [["NOR"], ["SWE"]]),
        (["norway", "sweden,finland"], [["NOR"], ["SWE", "FIN"]]),
        (["aland, free state of"], [["XAA"]]),
        (["Free-Aland , NO"], [["XAA", "NOR"]]),
        (["Korea, Republic of"], [["KOR"]]),
        (["ma,li"], [["MAR", "LIE"]]),
        (["hong-kong,china,HKG"], [["HKG", "CHN"]]),
        (["vietnam, south"], [["RVN"]]),
        (["norway+sweden"], [["NOR+SWE"]]),
        (["norway + sweden,finland"], [["NOR+SWE", "FIN"]]),
        (["norway,free-aland+nor", "iceland"], [["NOR", "NOR+XAA"], ["ISL"]]),
        (["taliban"], [["Taliban"]]),
        (["TALIBAN+norway,royal-palace-oslo"], [["NOR+Taliban", "Royal Palace, Oslo"]]),
        (["royal palace, oslo", "nor"], [["Royal Palace, Oslo"], ["NOR"]]),
    ],
)
def test_all_of_the_arguments_any_between_commas_both_between_pluses(
    typed: list[str], meant: list[list[str]]
) -> None:
    found = arguments.parse_parties(typed, COUNTRIES, NAMES)
    assert said(found) == meant
    assert not found.unknown


def test_an_unofficial_code_is_left_to_the_events() -> None:
    found = arguments.parse_parties(["qqz,norway"], COUNTRIES)
    assert (said(found), list(found.unknown)) == ([["qqz", "NOR"]], ["qqz"])
    found = arguments.parse_parties(["qqz,norway"], COUNTRIES, codes=["QQZ"])
    assert (said(found), list(found.unknown)) == ([["QQZ", "NOR"]], [])
    assert found.codes == {"QQZ", "NOR"}


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        (["norwey"], "norwey"),
        (["norway,swedn"], "swedn"),
        (["norway+swedn", "swedn"], "swedn"),
        (["taliban\x1b"], "taliban\x1b"),
    ],
)
def test_what_is_unknown_is_told_once(typed: list[str], unknown: str) -> None:
    found = arguments.parse_parties(typed, COUNTRIES)
    assert list(found.unknown) == [unknown]
    assert "no country is named" in str(found.unknown[unknown])


@each_of(
    ("argument", "says"),
    [
        ("korea", r"KOR.*PRK"),
        ("", "blank"),
        (" \t", "blank"),
        ("norway,,sweden", "blank in 'norway,,sweden'; write a,b"),
        ("norway,", "blank in 'norway,'"),
        ("norway++sweden", r"blank in 'norway\+\+sweden'; write a\+b"),
        ("taliban\u2028", "no country is named 'taliban"),
    ],
)
def test_what_means_nobody_is_refused(argument: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        arguments.parse_parties([argument], COUNTRIES, NAMES)


def test_too_many_unknown_names_are_not_looked_for() -> None:
    typed = [f"qqqq{number}" for number in range(20)]
    assert len(arguments.parse_parties(typed, COUNTRIES).unknown) == 20
    with pytest.raises(UsageError, match="'qqqq0'"):
        arguments.parse_parties([*typed, "qqqq20"], COUNTRIES)


def test_the_name_of_a_file_is_told_from_that_of_a_country(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("g2.yaml", "g.'$1", "norway", "st. lucia"):
        (tmp_path / name).touch()
    for name, pattern in (("g2.yaml", "'*.yaml'"), ("g.'$1", '"*.\'\\$1"')):
        with pytest.raises(UsageError) as raised:
            arguments.parse_parties(["norway", name], COUNTRIES)
        assert str(raised.value) == (
            f"{name} is a file: quote the pattern (--events {pattern}) or give --events for each"
        )
    assert not arguments.parse_parties(["norway"], COUNTRIES).unknown
    assert list(arguments.parse_parties(["g3.yaml"], COUNTRIES).unknown) == ["g3.yaml"]


@each_of(
    ("typed", "codes", "names", "holds"),
    [
        ([], [], [], True),
        (["norway"], ["NOR", "SWE"], [], True),
        (["norway", "finland"], ["NOR", "SWE"], [], False),
        (["norway+sweden,finland"], ["NOR", "SWE"], [], True),
        (["norway+finland,iceland"], ["NOR", "SWE"], [], False),
        (["taliban"], ["NOR"], ["taliban", "oslo"], True),
        (["taliban+norway"], ["SWE"], ["taliban"], False),
    ],
)
def test_what_is_asked_for_holds_of_the_parties_of_something(
    typed: list[str], codes: list[str], names: list[str], *, holds: bool
) -> None:
    assert arguments.parse_parties(typed, COUNTRIES, NAMES).hold(codes, names) is holds


def test_columns_are_split_at_commas() -> None:
    assert values.split([" id, title"], "--columns") == ["id", "title"]
    with pytest.raises(UsageError, match="--columns"):
        values.split(["id,,title"], "--columns")


def test_today_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLO_TODAY", "2024-02-29")
    assert values.today() == date(2024, 2, 29)


@pytest.mark.parametrize("environment", [{}, {"DIPLO_TODAY": ""}])
def test_today_is_else_the_day_of_the_calendar(
    environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", environment)
    before = date.today()  # noqa: DTZ011  (the day of the user's own calendar is meant)
    assert before <= values.today() <= date.today()  # noqa: DTZ011


@pytest.mark.parametrize(
    "stated", ["2025-02-30", "2025", "20250101", "today", "２０２５-01-01", "2025-01-01x", " "]
)
def test_a_today_that_is_no_day_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLO_TODAY", stated)
    with pytest.raises(UsageError, match="DIPLO_TODAY"):
        values.today()
