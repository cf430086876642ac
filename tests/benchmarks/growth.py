"""How time grows with what is read: `python -m tests.benchmarks.growth [LARGEST]`.

It prints the seconds of a processor for each case at 100, 1000 and so on, less those of a start,
and the slope of the last step on a line of logarithms: 1 is as much again, 2 is its square.
"""

import itertools
import json
import math
import string
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.generate import events, write
from tests.benchmarks.measure import cost

LARGEST = 100_000
_RUNS = 3
_LEAST = 0.02  # seconds, below which a slope says nothing
_CODES = 8000  # countries, at the most

Data = Mapping[str, Any]


class Case(NamedTuple):
    """A command, and what writes its file or folder of a size; `most` is the largest of these."""

    what: str
    command: str
    write: Callable[[Path, int], None]
    ending: str = "jsonl"
    most: int = LARGEST


def event(number: int, **more: object) -> Data:
    """Return an event that is like others but for its number."""
    return {"id": f"e{number}", "date": "2021", "title": "T", "countries": ["NOR"], **more}


def lines(path: Path, found: Iterator[Data]) -> None:
    """Write events as JSON Lines."""
    path.write_text("".join(f"{json.dumps(each)}\n" for each in found), encoding="utf-8")


def of_countries(path: Path, size: int) -> None:
    """Write two events of many countries each."""
    letters = map("".join, itertools.product(string.ascii_uppercase, repeat=3))
    codes = list(itertools.islice(letters, size))
    declared = {code: {"name": f"Country {code}"} for code in codes}
    found = [{**event(number), "countries": codes} for number in range(2)]
    path.write_text(json.dumps({"countries": declared, "events": found}), encoding="utf-8")


def of_effects(date: str) -> Callable[[Path, int], None]:
    """Return what writes effects on one subject, at dates of a form with the year in it."""

    def write_effects(path: Path, size: int) -> None:
        states = ({"S": f"state {number}"} for number in range(size))
        days = (date.format(1000 + number % 1000) for number in range(size))
        pairs = enumerate(zip(days, states, strict=True))
        lines(path, (event(n, status=state, date=day) for n, (day, state) in pairs))

    return write_effects


def of_types(path: Path, size: int) -> None:
    """Write events of as many types."""
    lines(path, (event(number, type=f"t{number // 10}.k{number}") for number in range(size)))


def of_title(path: Path, size: int) -> None:
    """Write an event with a title of ten times as many characters."""
    lines(path, iter([event(0, title="word and " * (size * 10 // 9))]))


def of_files(path: Path, size: int) -> None:
    """Write a folder of files of an event each."""
    path.mkdir()
    for number in range(size):
        (path / f"{number}.json").write_text(json.dumps([event(number)]), encoding="utf-8")


def of_csv(path: Path, size: int) -> None:
    """Write a table."""
    rows = (f"{each['date']},{each['title']},{each['countries'][0]}\n" for each in events(size))
    path.write_text("date,title,country\n" + "".join(rows), encoding="utf-8")


TIMELINE, BY_COUNTRY = "timeline --json", "timeline --group-by country -f"
HISTORY = "status --history -f table"
CASES = (
    *(
        Case(f"events, {command}", command, write)
        for command in (
            *(TIMELINE, "timeline -f table", "timeline -f html", "timeline -f svg", "stats"),
            *("compare norway sweden -f table", "check", f"{BY_COUNTRY} table"),
        )
    ),
    Case("events as YAML", TIMELINE, write, "yaml"),
    Case("a table", TIMELINE, of_csv, "csv"),
    *(
        Case(f"an event's countries, {form}", f"{BY_COUNTRY} {form}", of_countries, "json", _CODES)
        for form in ("table", "markdown", "html")
    ),
    Case("possible effects", HISTORY, of_effects("{}?")),
    Case("effects of one day", HISTORY, of_effects("2021-01-02")),
    Case("effects by then", HISTORY, of_effects("[..{}]")),
    Case("effects, a picture", "status -f svg", of_effects("{}")),
    Case("types", "types -f table", of_types),
    Case("types, by type", "timeline --group-by type -f table", of_types),
    Case("a long title", "timeline -f table", of_title),
    Case("a long title, checked", "check", of_title),
    Case("files in a folder", TIMELINE, of_files, "", 10_000),
)


def seconds(case: Case, size: int) -> float:
    """Return what a case of a size takes of a processor at the least, in some runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"e.{case.ending}" if case.ending else "e")
        case.write(path, size)
        diplo = str(Path(sys.executable).with_name("diplo"))
        name, *options = case.command.split()
        reading = [str(path)] if name == "check" else ["--events", str(path)]
        return cost([diplo, name, *options, *reading], _RUNS).work


def slope(found: Mapping[int, float]) -> str:
    """Return the slope between the last two sizes, nothing where these are soon done."""
    (size, before), (larger, after) = list(found.items())[-2:]
    if before < _LEAST:
        return ""
    return f"{math.log(after / before) / math.log(larger / size):.2f}"


def main(largest: int) -> None:
    """Print a table of all cases up to a size."""
    sizes = [10**power for power in range(2, 6) if 10**power <= largest]
    print("| what |", *(f"{size:,} |" for size in sizes), "slope |")
    print("|---|", *("---: |" for _ in sizes), "---: |")
    for case in CASES:
        tried = [min(size, case.most) for size in sizes if size // 10 < case.most]
        start = seconds(case, 1)
        found = {size: max(seconds(case, size) - start, 0) for size in tried}
        shown = [f"{each:.2f} |" for each in found.values()]
        print(f"| {case.what} |", *shown, *["|"] * (len(sizes) - len(tried)), slope(found), "|")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else LARGEST)
