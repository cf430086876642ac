"""The documents are short, agree with the code on its rooms, and lead to what is there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README, CONTRIBUTING = Path("README.md"), Path(".github/CONTRIBUTING.md")
SECURITY = Path(".github/SECURITY.md")


def text_of(document: Path) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def section(document: Path, heading: str) -> str:
    return text_of(document).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def layers() -> list[str]:
    """Return the layers of the contract on rooms, top to bottom; those in brackets are optional."""
    settings = tomllib.loads(text_of(Path("pyproject.toml")))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (found,) = (each["layers"] for each in contracts if each.get("containers") == ["diplo"])
    return list(found)


def rooms() -> list[str]:
    """Return the folders of the code, top to bottom."""
    folders = {path.parent.name for path in (ROOT / "src" / "diplo").glob("*/__init__.py")}
    return [name for layer in layers() if (name := layer.strip("()")) in folders]


@pytest.mark.parametrize(("document", "most"), [(README, 130), (CONTRIBUTING, 80), (SECURITY, 40)])
def test_a_document_is_short(document: Path, most: int) -> None:
    assert len(text_of(document).splitlines()) <= most


def test_every_room_is_a_layer() -> None:
    folders = {path.name for path in (ROOT / "src" / "diplo").iterdir() if path.is_dir()}
    assert folders - {"__pycache__", "maps"} == set(rooms())  # maps are data
    assert {layer for layer in layers() if not layer.startswith("(")} <= set(rooms())


def test_the_documents_name_the_rooms_from_top_to_bottom() -> None:
    assert re.findall("^    ([a-z]+) {2,}", section(README, "The code"), re.MULTILINE) == rooms()
    told = section(CONTRIBUTING, "The rooms")
    assert re.findall("^- `([a-z]+)`: ", told, re.MULTILINE) == rooms()
    assert all(f"`{layer.strip('()')}`" in told for layer in layers())


def test_links_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)#]+)", text_of(README))
    assert CONTRIBUTING.as_posix() in links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_what_contributors_are_sent_to_is_there() -> None:
    if not (ROOT / ".ci").is_dir():
        pytest.skip("an sdist has not all that a clone has")
    named = re.findall(r"`((?:src|tests|\.ci|\.github)/[^ `]+)", text_of(CONTRIBUTING))
    assert len(named) > 15
    assert [path for path in named if not (ROOT / path).exists()] == []
