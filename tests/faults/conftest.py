"""The folder in which something goes wrong, and what is seen of it before and after."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ONE_EVENT
from tests.faults.fault import many
from tests.workbooks import xlsx

Write = Callable[..., Path]

TABLE = "date,title,country,type\n2021-01-02,T,NOR,treaty\n"
MAP = 'event: {date: "{date}", title: "{title}", countries: ["{country}"], type: "{type}"}\n'
EFFECT = f"{ONE_EVENT.replace('norway', 'norway, sweden')}  status: {{Treaty: signed}}\n"


@pytest.fixture
def folder(tmp_path: Path, write: Write) -> Path:
    """Fill the folder in which the program runs."""
    contents = {"ok.yaml": ONE_EVENT, "effect.yaml": EFFECT, "cut.yaml": "- {", "old": "x\n"}
    for name in ("folder", "home"):
        (tmp_path / name).mkdir()
    for name, content in {**contents, "many.jsonl": many(), "folder/target": "x\n"}.items():
        write(name, content)
    (tmp_path / "tables").mkdir()
    for name in ("table.csv", "tables/z.csv"):
        write(name, TABLE)
    write("map.yaml", MAP)
    write("sheet.xlsx", xlsx([*csv.reader(TABLE.splitlines())]))
    links = {"link": "folder/target", "chain": "link", "dangling": "folder/made"}
    for name, target in {**links, "tofolder": "folder", "nowhere": "no/such"}.items():
        (tmp_path / name).symlink_to(target)
    return tmp_path


def told(path: Path) -> bytes | str:
    """Return what a path holds, or what it is."""
    if path.is_symlink():
        return f"to {path.readlink()}"
    return path.read_bytes() if path.is_file() else "no file"


def seen(folder: Path) -> dict[str, bytes | str]:
    """Return what is in a folder, and what is in that."""
    return {str(path.relative_to(folder)): told(path) for path in folder.rglob("*")}
