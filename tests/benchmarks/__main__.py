"""Benchmarks: diplo beside other programs and libraries, on the same input in the same run.

`python -m tests.benchmarks` takes several minutes and prints tables in Markdown; `--quick` takes
less than one and shows that everything works. Nothing is asserted about time.
"""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.engines import Sizes, measured
from tests.benchmarks.generate import as_list, write
from tests.benchmarks.measure import Cost, cost, costs
from tests.benchmarks.tables import drawn

ROOT = Path(__file__).parents[2]
SELECT = '(.countries | index("NOR")) and .date >= "2021"'
JQ = "apt install jq"
MILLER = 'any($countries, func(code) {return code == "NOR"}) && $date >= "2021"'
DUCKDB = """
import duckdb, sys
duckdb.sql(f"copy (select * from read_json_auto('{sys.argv[1]}') where date >= '2021' "
           "and list_contains(countries, 'NOR') order by date) to '/dev/stdout' (format json)")
"""
MSGSPEC = """
import msgspec, sys
decode = msgspec.json.Decoder().decode
for line in open(sys.argv[1], "rb"):
    decode(line)
"""


class Scale(NamedTuple):
    """How much is measured."""

    runs: int
    sizes: tuple[int, ...]  # events as JSON Lines; the last size also as JSON
    yaml: int  # events as YAML
    rows: tuple[int, ...]  # of tables
    engines: Sizes


class Row(NamedTuple):
    """One line of a table: what was run, what it cost, and beside what."""

    what: str
    cost: Cost
    beside: str
    other: Cost


NOTHING = Cost(0, 0)
MANY = Sizes(1_000_000, (100_000, 1_000_000, 10_000_000))
FULL = Scale(30, (1000, 10_000, 100_000, 1_000_000), 100_000, (100, 1000, 10_000), MANY)
QUICK = Scale(1, (200, 2000), 500, (100, 1000), Sizes(2000, (1000, 4000)))


def start(python: str, diplo: str, scale: Scale) -> Iterator[Row]:
    """Compare the start of commands with the import of the libraries that they stand on."""
    yardsticks = {"typer": "import typer", "rich": "import typer, rich.console, rich.table"}
    timeline = [diplo, "timeline", "norway", "--since", "2021"]
    commands = {
        "timeline norway --since 2021 --json": ([*timeline, "--json"], "typer"),
        "timeline norway --since 2021 -f table": ([*timeline, "-f", "table"], "rich"),
        "--version": ([diplo, "--version"], "typer"),
        "--help": ([diplo, "--help"], "rich"),
        "timeline --help": ([diplo, "timeline", "--help"], "rich"),
    }
    found = costs(
        {
            **{name: [python, "-c", code] for name, code in yardsticks.items()},
            **{name: command for name, (command, _) in commands.items()},
        },
        scale.runs,
    )
    for name, (_, yardstick) in commands.items():
        yield Row(f"diplo {name}", found[name], yardsticks[yardstick], found[yardstick])


def peers(path: str) -> dict[str, tuple[list[str], str]]:
    """Return programs that answer the same question, and how to install them."""
    python = [sys.executable, "-c"]
    duckdb = {"DuckDB": ([*python, DUCKDB, path], "pip install duckdb")}
    if path.endswith(".json"):
        return {**duckdb, "jq -c": (["jq", "-c", f".[] | select({SELECT})", path], JQ)}
    miller = ["mlr", "--ijsonl", "--ojson", "filter", MILLER, "then", "sort", "-f", "date", path]
    return {
        **duckdb,
        "jq -c": (["jq", "-c", f"select({SELECT})", path], JQ),
        "jq -s": (["jq", "-s", f"map(select({SELECT})) | sort_by(.date)", path], JQ),
        "mlr": (miller, "apt install miller"),
        "msgspec alone": ([*python, MSGSPEC, path], "pip install msgspec"),
    }


def is_there(command: Sequence[str]) -> bool:
    """Say whether a program, or the library that a script needs, is installed."""
    if command[0] == sys.executable:
        return (
            importlib.util.find_spec("duckdb" if "duckdb" in command[2] else "msgspec") is not None
        )
    return shutil.which(command[0]) is not None


def beside(
    what: str, diplo: Sequence[str], others: dict[str, tuple[list[str], str]], runs: int
) -> Iterator[Row]:
    """Compare a command with other programs; one that is not installed is told of."""
    there = {name: command for name, (command, _) in others.items() if is_there(command)}
    for name, (_, install) in others.items():
        if name not in there:
            print(f"{name} is left out: {install}", file=sys.stderr)
    found = costs({"": diplo, **there}, runs)
    yield from (Row(what, found[""], name, found[name]) for name in there)


def growth(diplo: str, folder: Path, scale: Scale) -> Iterator[Row]:
    """Compare answers from large files."""
    runs = min(scale.runs, 3)
    for size in scale.sizes:
        lines = folder / f"{size}.jsonl"
        write(lines, size)
        if size < scale.sizes[-1]:
            yield Row(f"{size:,} events, JSON Lines", cost(query(diplo, lines), runs), "", NOTHING)
    lists = as_list(lines, folder / f"{size}.json")
    os.sync()  # or the system writes while it is measured
    for path in (lines, lists):
        what = f"{size:,} events, {'JSON' if path.suffix == '.json' else 'JSON Lines'}"
        yield from beside(what, query(diplo, path), peers(str(path)), runs)
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"date": "2021-13", "title": "Wrong", "countries": ["NOR"]}\n')
    yield Row("JSON Lines with a wrong last line", cost(query(diplo, lines), runs), "", NOTHING)
    yaml = folder / "events.yaml"
    write(yaml, scale.yaml)
    gojq = ["gojq", "--yaml-input", "-c", f".[] | select({SELECT})", str(yaml)]
    there = {"gojq": (gojq, "apt install gojq")}
    yield from beside(f"{scale.yaml:,} events, YAML", query(diplo, yaml), there, runs)


def query(diplo: str, path: Path) -> list[str]:
    """Return the command for what concerns Norway since 2021."""
    return [diplo, "timeline", "norway", "--since", "2021", "--json", "--events", str(path)]


def reports(diplo: str, folder: Path, scale: Scale) -> Iterator[Row]:
    """Measure reports on many events, and tables of many rows."""
    path = folder / "reports.jsonl"
    write(path, scale.yaml)
    for name in ("stats", "status", "compare norway sweden"):
        found = cost([diplo, *name.split(), "--json", "--events", str(path)], min(scale.runs, 3))
        yield Row(f"{name}, {scale.yaml:,} events", found, "", NOTHING)
    for rows in scale.rows:
        path = folder / f"{rows}.jsonl"
        write(path, rows)
        yield Row(f"a table of {rows:,} rows, drawn", *drawn(path, min(scale.runs, 5)))


def shown(rows: Iterator[Row]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| what | seconds | MB | beside | seconds | ratio |"
    yield "|---|---:|---:|---|---:|---:|"
    for what, mine, name, other in rows:
        ratio = f"{mine.seconds / other.seconds:.2f}" if name else ""
        there = f"{other.seconds:.3f}" if name else ""
        yield f"| {what} | {mine.seconds:.3f} | {mine.megabytes:.0f} | {name} | {there} | {ratio} |"


def about() -> str:
    """Say on what machine this runs, and with what versions."""
    names = ("typer", "rich", "msgspec", "PyYAML", "duckdb")
    versions = [f"{name} {metadata.version(name)}" for name in names if _is_installed(name)]
    return f"Python {platform.python_version()}, {platform.machine()}, {', '.join(versions)}"


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def installed(folder: Path) -> Path:
    """Install diplo as users do, into a folder, and return that of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    subprocess.run([programs / "pip", "install", "--quiet", str(ROOT)], check=True)
    return programs


def main(arguments: Sequence[str]) -> None:
    """Run the benchmarks and print what they found."""
    quick = "--quick" in arguments
    scale = QUICK if quick else FULL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = Path(sys.executable).parent if quick else installed(folder / "venv")
        python, diplo = str(programs / "python"), str(programs / "diplo")
        print(about())
        for rows in (
            start(python, diplo, scale),
            growth(diplo, folder, scale),
            reports(diplo, folder, scale),
            (Row(*each) for each in measured(folder, scale.engines, min(scale.runs, 3))),
        ):
            print("", *shown(rows), sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
