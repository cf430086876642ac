"""Event files of any size: made up, the same each time, about 370 bytes an event as JSON."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CODES = (
    *("NOR", "SWE", "DNK", "FIN", "ISL", "DEU", "FRA", "GBR", "USA", "AFG", "PSE", "ISR", "BRA"),
    *("IND", "CHN", "JPN", "ZAF", "KEN", "EGY", "TUR", "POL", "ESP", "ITA", "CHE", "CAN"),
)
_TYPES = (
    *("mission.opened", "mission.closed", "visit.state", "treaty", "statement.praise", "vote"),
    *("recognition", "envoy.accredited", "aid.humanitarian", "meeting.hosted", "mediation"),
)
_WORDS = (
    *("the", "government", "of", "a", "state", "receives", "an", "envoy", "and", "signs", "an"),
    *("accord", "on", "trade", "fisheries", "borders", "aid", "after", "long", "talks", "in"),
    *("the", "capital", "while", "ministers", "from", "both", "sides", "speak", "to"),
)
_PLACES = ("Oslo", "Geneva", "New York", "Tromsø", "Kabul", "Ramallah", "Łódź", "Nairobi")
_ACTORS = (
    "Jonas Gahr Støre",
    "Foreign Ministry",
    "Security Council",
    "King Harald V",
    "Parliament",
)


def events(count: int) -> Iterator[dict[str, Any]]:
    """Yield made-up events: two or three countries each, and dates of all kinds."""
    chance = random.Random(20250620)  # noqa: S311  (nothing secret is made of it)
    for number in range(count):
        yield {
            "id": f"event-{number}",
            "date": _date(chance),
            "title": _text(chance, 5, 9).capitalize(),
            "type": chance.choice(_TYPES),
            "countries": chance.sample(_CODES, chance.choice((2, 2, 2, 3))),
            "actors": chance.sample(_ACTORS, chance.choice((0, 1, 1, 2))),
            "place": chance.choice(_PLACES),
            "summary": _text(chance, 14, 24).capitalize() + ".",
            "sources": [{"source": f"source-{chance.randrange(40)}", "locator": f"page {number}"}],
        }


def _date(chance: random.Random) -> str:
    year, month = chance.randrange(1900, 2025), chance.randrange(1, 13)
    day = chance.randrange(1, 29)
    kinds = (
        f"{year}-{month:02}-{day:02}",
        f"{year}-{month:02}",
        f"{year}",
        f"{year // 10}X",
        f"{year}~",
        f"{year}-{month:02}/..",
        f"[..{year}-{month:02}-{day:02}]",
        f"{year}/{year + chance.randrange(1, 9)}",
    )
    return chance.choices(kinds, (70, 12, 8, 2, 2, 2, 2, 2))[0]


def _text(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randrange(least, most)))


def write(path: Path, count: int) -> None:
    """Write so many events as JSON Lines or, where the name of the file ends so, as YAML."""
    with path.open("w", encoding="utf-8") as file:
        for event in events(count):
            line = json.dumps(event, ensure_ascii=False)
            file.write(_block(event) if path.suffix == ".yaml" else f"{line}\n")


def as_list(lines: Path, path: Path) -> Path:
    """Write events that are lines as a JSON list, one a line, and return its path."""
    with lines.open(encoding="utf-8") as found, path.open("w", encoding="utf-8") as file:
        file.write(f"[\n{next(found).rstrip()}")
        file.writelines(f",\n{line.rstrip()}" for line in found)
        file.write("\n]\n")
    return path


def _block(event: dict[str, Any]) -> str:
    """Return an event as people write it in YAML."""
    lines = []
    for key, value in event.items():
        shown = value
        if isinstance(value, list):
            items = (json.dumps(item) if isinstance(item, dict) else item for item in value)
            shown = f"[{', '.join(items)}]"
        elif value.startswith("["):
            shown = f'"{value}"'
        lines.append(f"{key}: {shown}\n")
    return "- " + "  ".join(lines)
