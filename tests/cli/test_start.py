"""What a command does not need, it does not import, so that it starts quickly."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import environment

RUN = """
import sys
from diplo.cli.main import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""
# Of countries that no file declares.
FOR_NAMES = ("pycountry", "tempfile", "importlib.metadata", "diplo.model.countries.misspellings")
NEVER = ("rich.table", "rich.markup", "rich.markdown", "dateutil.parser", *FOR_NAMES)
NO_PICTURE = (
    "rich.console",
    "rich.cells",
    "rich.style",
    "diplo.formats.table",
    "diplo.terminal.colour",
)
OTHER_REPORTS = ("diplo.reports.statistics", "diplo.reports.comparison", "diplo.reports.status")
NO_CARD = ("diplo.reports.card", "diplo.history.relations")
LINE = '{"id": "a", "date": "2021", "title": "T", "countries": ["XKX"]}\n'


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (
            "--version",
            (
                "typer",
                "difflib",
                "yaml",
                "msgspec",
                "json",
                "diplo.reading",
                "diplo.cli.framework.run",
            ),
        ),
        ("--help", ("yaml", "msgspec", *NO_PICTURE)),
        ("timeline --help", ("yaml", "msgspec", *NO_PICTURE, *NO_CARD, *OTHER_REPORTS)),
        (
            "timeline norway --since 2021 --json",
            ("msgspec", *NO_PICTURE, *NO_CARD, *OTHER_REPORTS),
        ),
        (
            "timeline norway --since 2021",
            ("msgspec", "json", *NO_PICTURE, *NO_CARD, *OTHER_REPORTS),
        ),
        ("timeline norway --format csv", ("msgspec", "json", *NO_PICTURE, *NO_CARD)),
        ("show --events e.jsonl a --json", ("yaml", *NO_PICTURE, *NO_CARD)),
        ("timeline --format table", ("msgspec", "json", "rich.console")),
        ("timeline --events e.jsonl", ("yaml", "diplo.reading.tables", *NO_PICTURE)),
        ("timeline --events e.yaml", ("msgspec", "diplo.reading.tables", "diplo.reading.maps")),
        ("status --on 2024-05-28 --json", ("msgspec", *NO_PICTURE)),
        ("stats --format table", ("msgspec", "rich.console", "diplo.reports.status")),
        ("types", ("msgspec", "json", *NO_PICTURE, *NO_CARD)),
    ],
)
def test_what_a_command_does_not_import(
    tmp_path: Path, arguments: str, unwanted: tuple[str, ...]
) -> None:
    (tmp_path / "e.jsonl").write_text(LINE)
    (tmp_path / "e.yaml").write_text(f"events: [{LINE.strip()}]\n")
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments.split()],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={k: v for k, v in environment().items() if not k.startswith("COVERAGE")},
        text=True,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.splitlines()[-1].split())
    never = set(NEVER) - set(FOR_NAMES if "--events" in arguments else ())
    assert loaded & {*never, *unwanted} == set()
