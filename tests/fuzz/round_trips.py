"""Fuzzing what diplo writes as tables: read back, it is the same events."""

import json
from random import Random

from diplo import reading
from tests.fuzz import formats
from tests.fuzz.formats import Given
from tests.fuzz.grammar import Grammar
from tests.fuzz.rendering import as_json

_FILE, _WIDE = "events.json", 80


def any_events(random: Random) -> Given:
    """Return a file that is right, and the table as which it is written."""
    content = as_json(random, Grammar(random).document()).encode()
    return Given(content, [random.choice(("csv", "tsv"))], _WIDE, 0, "utf-8")


def check(given: Given) -> None:
    """Write a table, and read it: but for what tables cannot say, nothing is lost."""
    with open(_FILE, "wb") as file:
        file.write(given.content)
    (name,) = given.arguments
    report = formats.report_of("timeline", ["--sort", "id"], _FILE)
    if report is None or not reading.load([_FILE]).events:
        return
    again = f"again.{name}"
    with open(again, "w", encoding="utf-8", newline="") as file:
        file.write(formats.written(name, report, given))
    reread = formats.report_of("timeline", ["--sort", "id"], again)
    assert reread
    one, other = (json.loads(formats.written("json", each, given)) for each in (report, reread))
    assert [_told(event) for event in one] == [_told(event) for event in other]


def _told(event: dict[str, object]) -> dict[str, object]:
    """Return what a table says of an event: of sources, the id and the place in it."""
    cited = event["sources"]
    assert isinstance(cited, list)
    return {**event, "sources": [(each["source"], each["locator"]) for each in cited]}
