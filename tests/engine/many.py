"""Many events of all kinds, in the order of their ids, and what may be asked of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from diplo.history.filters import PartySet
from diplo.history.selection import Query
from diplo.model import dates

COUNT = 20_000
_CODES = ("NOR", "SWE", "DNK", "AFG", "PSE", "ISR", "RUS", "SUN", "XKX")
_NAMES = ("norway", "Sverige", "Côte d'Ivoire", "Türkei", "state of palestine")
_TYPES = ("mission.opened", "mission.closed", "mission", "treaty", "visit.state", "vote")
_WORDS = ("støre", "Łódź", "Æsir", "naïve", "Straße", "talks", "Oslo", "it's", "“peace”", "1994–96")
_ACTORS = ("Jonas Gahr Støre", "King Harald V", "Taliban", "PLO", "Ólafur Thors")
_PLACES = ("Oslo", "Łódź", "Tromsø", "New York", None)
_SOURCES = ("blue-book", "red-book", "archive")
_DATES = (
    *("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{t}X", "{c}XX", "{y}-XX", "{y}-{m:02}-XX"),
    *("{y}-21", "{y}-24", "{y}~", "{y}?", "{y}-{m:02}%", "{y}-{m:02}/..", "/{y}-{m:02}", "/.."),
    *("{y}/{z}", "[..{y}-{m:02}-{d:02}]", "[{y}..]", "[{y}-{m:02}..{z}-{m:02}]", "{y}-{m:02}~/{z}"),
    *("{y}/", "{y}?/..", "{y}-22~"),
)


def events(count: int = COUNT, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield events."""
    chance = Random(seed)  # noqa: S311  (it must be repeatable)
    for number in range(count):
        countries = chance.sample(_CODES, chance.choice((1, 2, 2, 3)))
        if chance.random() < 0.05:
            countries = [chance.choice(_NAMES)]
        event: dict[str, Any] = {
            "id": f"event-{number:06}",
            "date": _date(chance),
            "title": " ".join(chance.choices(_WORDS, k=3)),
            "countries": countries,
        }
        more = {
            "type": chance.choice(_TYPES),
            "actors": chance.sample(_ACTORS, chance.choice((0, 1, 2))),
            "place": chance.choice(_PLACES),
            "summary": " ".join(chance.choices(_WORDS, k=6)),
            "sources": [_citation(chance) for _ in range(chance.choice((0, 1, 2)))],
            "note": chance.choice((None, "Inferred from the sentence before.")),
            "status": {f"Office {chance.randrange(9)}": chance.choice(("open", "closed"))},
        }
        yield event | {key: value for key, value in more.items() if chance.random() < 0.8}


def _date(chance: Random) -> str:
    year = chance.randrange(1960, 2025)
    form = chance.choices(_DATES, (60, *(3 for _ in _DATES[1:])))[0]
    parts = {"y": year, "z": year + chance.randrange(1, 9), "t": year // 10, "c": year // 100}
    return form.format(m=chance.randrange(1, 13), d=chance.choice((1, 15, 28)), **parts)


def _citation(chance: Random) -> dict[str, str]:
    source = chance.choice(_SOURCES)
    told = {"title": f"The {source}", "kind": "book"} if chance.random() < 0.3 else {}
    return {"source": source, "locator": f"page {chance.randrange(99)}", **told}


def write(path: Path, found: Iterator[dict[str, Any]]) -> Path:
    """Write events as NDJSON and return the path."""
    lines = (json.dumps(event, ensure_ascii=False) + "\n" for event in found)
    path.write_text("".join(lines), encoding="utf-8")
    return path


_COLUMNS = {
    **dict.fromkeys(("id", "date", "title", "type", "place", "summary", "note"), "VARCHAR"),
    **dict.fromkeys(("countries", "actors"), "VARCHAR[]"),
    "sources": "STRUCT(source VARCHAR, locator VARCHAR, title VARCHAR, kind VARCHAR)[]",
    "status": "MAP(VARCHAR, VARCHAR)",
}


def as_parquet(lines: Path) -> Path:
    """Write what is NDJSON as Parquet beside it and return the path."""
    duckdb = pytest.importorskip("duckdb", reason="the extra 'engine' is not installed")
    path = lines.with_suffix(".parquet")
    read = duckdb.read_json(str(lines), format="newline_delimited", columns=_COLUMNS)
    read.write_parquet(str(path), row_group_size=4096)
    return path


def questions(count: int, seed: int = 11) -> Iterator[Query]:
    """Yield what may be asked."""
    chance = Random(seed)  # noqa: S311  (it must be repeatable)

    def some(values: tuple[str, ...], often: float) -> tuple[str, ...]:
        return (
            tuple(chance.sample(values, chance.choice((1, 1, 2))))
            if chance.random() < often
            else ()
        )

    for _ in range(count):
        first = chance.randrange(715_000, 739_000)  # from 1958 on
        days = chance.choice((0, 30, 400, 400, 4000))
        window = dates.Window(first, first + days)
        groups = chance.choice((0, 1, 1, 1, 2))
        party = PartySet(frozenset(some(_CODES, 0.5)), frozenset(some(("taliban", "oslo"), 1)))
        yield Query(
            countries=tuple(frozenset(some(_CODES, 1)) for _ in range(groups)),
            window=window if chance.random() < 0.9 else None,
            types=some(("mission", "mission.closed", "vote", "visit"), 0.3),
            actors=some(("store", "HARALD", "Ólafur", "x"), 0.15),
            places=some(("lodz", "york", "Tromsø"), 0.15),
            sources=some(_SOURCES, 0.2),
            search=some(("store talks", '"it\'s"', "strasse", "norway oslo", "naive aesir"), 0.2),
            certain=chance.random() < 0.2,
            began=chance.random() < 0.2,
            parties=((party,),) if chance.random() < 0.1 else (),
            excluded_types=some(("mission", "treaty"), 0.15),
        )
