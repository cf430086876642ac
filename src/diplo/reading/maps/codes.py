"""Look up states by their codes in ISO 3166, COW, Gleditsch and Ward, FIPS 10-4 and CAMEO.

The tables are in `maps/codes.csv`, whose opening comment cites their sources.
"""

import csv
import functools
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from diplo.model.countries import iso
from diplo.model.countries.resolve import all_countries
from diplo.reading.tables import inline_yaml
from diplo.terminal.text import shown

ISO, COW, GW, FIPS, CAMEO, NAMES = "iso", "cow", "gw", "fips", "cameo", "names"
BY_YEAR = (COW, GW)  # the states behind many codes change over time
_LONGEST = 3  # letters of a code
_LENGTHS = 2, _LONGEST
_FIRST, _LAST = "0000", "9999-12-31"
_TITLES = {
    ISO: "ISO 3166",
    COW: "the Correlates of War",
    GW: "Gleditsch and Ward",
    FIPS: "FIPS 10-4",
    CAMEO: "CAMEO",
}

Stretches = Sequence[tuple[str, str]]  # the last day of each stretch, and its state


def state(code: str, system: str) -> str | None:
    """Return the latest state of a code, None if the code is unknown.

    A code of a region, or of no state at all, gives an empty text.
    """
    known = states(code, system)
    return known[-1] if known else None


def states(code: str, system: str, day: str = "") -> Sequence[str]:
    """Return the state of a code on an EDTF date, or every state that it is during a span.

    Without a date it is the latest state; an unknown code has none.
    """
    stretches = _stretches(code, system)
    if not stretches:
        is_iso = system == ISO or (system == CAMEO and len(code) == _LONGEST)
        code_of_iso = _iso(code) if is_iso else None
        return () if code_of_iso is None else (code_of_iso,)
    first, last = _ends(day)
    since = ("", *(until for until, _ in stretches))
    held = (
        name
        for before, (until, name) in zip(since, stretches, strict=False)
        if before < last and first <= until
    )
    return [*dict.fromkeys(held)]


def _ends(day: str) -> tuple[str, str]:
    """Return the first and the last day of an EDTF date; an end that is not known tells nothing."""
    start, _, end = day.partition("/")
    first = _FIRST if start == ".." else _bound(start, "0") or _bound(end, "0") or _LAST
    return first, _LAST if end == ".." else max(first, _bound(end, "9"))


def _bound(end: str, digit: str) -> str:
    """Return one end of a date, with a digit in place of those that are not known."""
    return end.strip("[].").partition("..")[0].rstrip("?~%").replace("X", digit)


def ever(code: str, system: str) -> frozenset[str]:
    """Return every state that a code has ever stood for, in a system other than ISO."""
    return frozenset(name for _, name in _stretches(code, system))


def changes(code: str, system: str) -> bool:
    """Say whether a code has stood for several states."""
    return len(_stretches(code, system)) > 1


def may_be_name(text: str) -> bool:
    """Say whether a text is too long to be a code."""
    return len(text) > _LONGEST and not text.isdecimal()


def advice(code: str, system: str) -> str:
    """Return the message on a text that is no code of a system, naming those that have it."""
    others = [
        f"{_TITLES[other]} has it for {all_countries().name(meant)} (codes: {other})"
        for other in _TITLES
        if other != system and (meant := state(code, other))
    ]
    hint = f"; {', '.join(others[:2])}" if others else "; say under 'values' what it means"
    return f"{shown(code)} is not a code of {_TITLES[system]}{hint}"


def undeclared(code: str, system: str, meant: str, columns: Iterable[str]) -> str:
    """Return the message on a code that ISO 3166 lacks, but the system of these columns has."""
    systems = inline_yaml.plain(dict.fromkeys(columns, system))
    return (
        f"{shown(code)} is not a code of ISO 3166, but {_TITLES[system]} has it for "
        f"{all_countries().name(meant)}: say in a map (--map) codes: {systems}, or write {meant}"
    )


def are_letters(text: str) -> bool:
    """Say whether a text is two or three capitals, as codes are."""
    return len(text) in _LENGTHS and text.isascii() and text.isalpha() and text.isupper()


def has_all(system: str, texts: Iterable[str]) -> bool:
    """Say whether some texts are letter codes, and a system has every one of these."""
    letters = [*filter(are_letters, texts)]
    return bool(letters) and all(state(letter_code, system) is not None for letter_code in letters)


def differ(text: str, system: str) -> bool:
    """Say whether a code means one state in ISO 3166 and another in a system."""
    one, other = state(text, ISO), state(text, system)
    return bool(one and other) and one != other


def remark(column: str, system: str, alone: str, shared: str) -> str:
    """Return the `codes` of a map for a column with a code that a system shares with ISO.

    `alone` is a code that only the system has, if the column holds one.
    """
    systems, meant = inline_yaml.plain({column: system}), state(shared, system)
    more = f", which alone has {alone}" if alone else ""
    return f"codes: {systems}  # if {shared} is {meant}, as in {_TITLES[system]}{more}"


def _iso(code: str) -> str | None:
    if code.isascii() and code.isdecimal():
        return iso.numbers().get(code.zfill(3))
    return iso.letters().get(code.upper())


def _stretches(code: str, system: str) -> Stretches:
    return _tables()[system].get(_key(code), ())


def _key(code: str) -> str:
    return str(int(code)) if code.isascii() and code.isdecimal() else code.upper()


@functools.cache
def _tables() -> Mapping[str, Mapping[str, Stretches]]:
    """Read the tables: for each system, its numbers and letters with their states over time."""
    found: dict[str, dict[str, Stretches]] = {system: {} for system in _TITLES}
    path = Path(__file__).resolve().parents[2] / "maps" / "codes.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        for row in csv.DictReader(lines):
            stretches = [each.partition("<")[::2] for each in row["states"].split()]
            until = [(day or _LAST, "" if name == "-" else name) for name, day in stretches]
            for code in filter(None, (row["number"], row["letters"])):
                found[row["system"]][code] = until
    return found
