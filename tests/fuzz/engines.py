"""Fuzzing an engine: whatever is asked of some events, DuckDB answers what Python does."""

import itertools
import json
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import NamedTuple

from diplo.formats import EVENT_FORMATS, FORMATS, PARQUET
from diplo.history.arrangement import SORTS
from diplo.history.groups import GROUPS, KINDS, TIMES
from tests.conftest import Result, environment
from tests.engine import many
from tests.fuzz.commandline import Line, called
from tests.fuzz.grammar import Grammar

MISSING = [name for name in ("ibis", "duckdb", "pyarrow") if not find_spec(name)]
_NUMBERS = itertools.count()
_COUNTRIES = ("norway", "SWE", "afghanistan,palestine", "norway+sweden", "taliban", "oslo", "SUN")
_DAYS = ("1975", "1990s", "2001-06-15", "2010-05", "2021")
_WRONG: tuple[tuple[str, object], ...] = (
    *(("date", "2021-13"), ("date", 2021), ("type", "No such"), ("title", ""), ("title", None)),
    *(("countries", []), ("countries", ["nowhere"]), ("countries", ["NOR", "Norway"])),
    *(("id", "zz-0"), ("sources", ["No such"]), ("sources", [{"locator": "page 1"}]), ("x", "y")),
)
_SELECTING = {
    "--since": _DAYS,
    "--year": (*_DAYS, "1980..2000", "..1999"),
    "--type": ("mission", "mission.closed,vote", "visit"),
    "--except": ("mission", "treaty"),
    "--actor": ("store", "HARALD", "x"),
    "--place": ("lodz", "york"),
    "--source": ("blue-book", "archive"),
    "--search": ("store talks", '"it\'s"', "strasse", "norway oslo"),
    "--certain": (),
    "--began": (),
}
_FORMAT: dict[str, tuple[str, ...]] = {"--format": FORMATS}
_OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "timeline": {
        **_SELECTING,
        "--format": tuple(sorted({*EVENT_FORMATS} - {PARQUET})),
        "--sort": SORTS,
        "--group-by": GROUPS,
        "--reverse": (),
        "--limit": ("1", "3"),
        "--all": (),
    },
    "stats": {**_SELECTING, **_FORMAT, "--by": KINDS},
    "compare": {**_SELECTING, **_FORMAT, "--by": TIMES, "--all": ()},
    "status": {**_FORMAT, "--on": _DAYS, "--history": (), "--all": ()},
    **dict.fromkeys(("countries", "types", "sources", "actors", "places"), _FORMAT),
    "check": {"--strict": ()},
}


class Given(NamedTuple):
    """Events as lines of JSON, in the order of their ids, and what is asked of them."""

    lines: str
    arguments: list[str]
    as_parquet: bool


def any_question(random: Random) -> Given:
    """Return some events, and a command line about them."""
    events = list(many.events(random.choice((0, 1, 3, 12, 40)), random.getrandbits(32)))
    as_parquet = bool(events) and random.random() < 0.3
    if not as_parquet and random.random() < 0.4:
        grammar = Grammar(random)
        events += [{**grammar.event(n), "id": f"zz-{n}"} for n in range(random.randint(1, 5))]
        if random.random() < 0.2:  # and one that is wrong, in what an engine has judged
            key, value = random.choice(_WRONG)
            events.append({**events[-1], "id": "zz-z", key: value})
    command = random.choice(("timeline", "timeline", "timeline", *_OPTIONS))
    known, line = _OPTIONS[command], [command]
    if "--all" in known:
        line += random.sample(_COUNTRIES, random.choice((0, 1, 1, 2)))
    for name in random.sample(list(known), min(len(known), random.choice((0, 1, 2, 3)))):
        line += [name, *([random.choice(known[name])] if known[name] else [])]
    lines = (json.dumps(event, ensure_ascii=random.random() < 0.5) + "\n" for event in events)
    return Given("".join(lines), line, as_parquet)


def check(given: Given) -> None:
    """Ask Python and DuckDB; they say the same, to the last byte."""
    path = Path(f"{next(_NUMBERS)}.jsonl")  # a process opens a file with an engine but once
    path.write_text(given.lines, encoding="utf-8", errors="surrogatepass")
    written = many.as_parquet(path) if given.as_parquet else path
    found, expected = _asked(given, "duckdb", written), _asked(given, "python", path)
    assert found == expected, (found, expected)
    written.unlink()
    path.unlink(missing_ok=True)


def _asked(given: Given, engine: str, path: Path) -> Result:
    files = [str(path)] if given.arguments[0] == "check" else ["--events", str(path)]
    arguments = [*given.arguments, *files, "--engine", engine]
    line = Line(arguments, {}, b"", {}, as_process=False)
    status, *told = called(line, environment({"COLUMNS": "80"}))
    return Result(status, *(text.replace(".parquet", ".jsonl") for text in told))
