"""What the texts of options mean; how they combine is tested beside the commands."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from diplo import reading
from diplo.cli.options.arranging import Arranging
from diplo.cli.options.files import Files
from diplo.cli.options.selecting import Selecting
from diplo.cli.options.writing import Publishing, Writing
from diplo.model.events import EventType, Source, Vocabulary
from diplo.terminal.errors import UsageError
from tests.conftest import HAS_PARQUET
from tests.tables import each_of

DAY = date(2025, 12, 31)
KNOWN = Vocabulary(
    sources={"blue-book": Source("blue-book", "Blue book")},
    types={key: EventType(key, key) for key in ("mission.closed", "treaty.peace.signed")},
)


@pytest.mark.parametrize(
    ("events", "environment", "files"),
    [
        (["a", "b"], {"DIPLO_EVENTS": "c"}, ["a", "b"]),
        (None, {"DIPLO_EVENTS": f"c{os.pathsep}d e"}, ["c", "d e"]),
        (None, {"DIPLO_EVENTS": f"{os.pathsep}c{os.pathsep}"}, ["c"]),
        (None, {"DIPLO_EVENTS": ""}, [reading.bundled()]),
        (None, {}, [reading.bundled()]),
        (["bundled", "a"], {}, [reading.bundled(), "a"]),
        (["./bundled"], {}, ["./bundled"]),
        (None, {"DIPLO_EVENTS": f"a{os.pathsep}bundled"}, ["a", reading.bundled()]),
    ],
)
def test_files_come_from_the_option_then_the_environment_then_the_package(
    events: list[str] | None,
    environment: Mapping[str, str],
    files: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.environ", environment)
    assert Files(events).checked().names == files


def test_a_blank_name_of_a_file_is_refused() -> None:
    with pytest.raises(UsageError, match="--events"):
        Files(["a", " "]).checked()


@each_of(
    ("selecting", "first", "last"),
    [
        (Selecting(since="2021"), "2021-01-01", None),
        (Selecting(until="2021"), None, "2021-12-31"),
        (Selecting(since="2021-02", until="2021-02"), "2021-02-01", "2021-02-28"),
        (Selecting(year=["196X"]), "1960-01-01", "1969-12-31"),
        (Selecting(year=["1960s"]), "1960-01-01", "1969-12-31"),
        (Selecting(year=["2020..2021-08"]), "2020-01-01", "2021-08-31"),
        (Selecting(year=["2020.."]), "2020-01-01", None),
        (Selecting(year=["..2020"]), None, "2020-12-31"),
        (Selecting(since="2 years ago", until="yesterday"), "2023-12-31", "2025-12-30"),
    ],
)
def test_a_bound_means_its_whole_period(
    selecting: Selecting, first: str | None, last: str | None
) -> None:
    window = selecting.window(DAY)
    assert window is not None
    if first:
        assert window.first == date.fromisoformat(first).toordinal()
    else:
        assert window.first < date.min.toordinal()
    if last:
        assert window.last == date.fromisoformat(last).toordinal()
    else:
        assert window.last > date.max.toordinal()


def test_no_bound_is_no_window() -> None:
    assert Selecting().window(DAY) is None


@each_of(
    ("selecting", "says"),
    [
        (Selecting(year=["2020", "2021"]), "--year"),
        (Selecting(year=["2020"], since="2019"), "--year"),
        (Selecting(year=["2020"], until="2019"), "--year"),
        (Selecting(since="2022", until="2021"), "after"),
        (Selecting(since=""), "--since"),
        (Selecting(until="soon"), "--until"),
        (Selecting(year=[""]), "--year"),
        (Selecting(year=[".."]), "--year"),
        (Selecting(year=["2021..2020"]), "after"),
    ],
)
def test_windows_that_contradict_themselves_are_refused(selecting: Selecting, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        selecting.window(DAY)


@each_of("family", ["mission", "mission.closed", "treaty", "treaty.peace", "treaty.peace.signed"])
def test_every_part_of_a_declared_type_up_to_a_dot_is_a_family(family: str) -> None:
    assert Selecting(type=[family]).query((), None, KNOWN).types == (family,)


@each_of(
    ("selecting", "says"),
    [
        (Selecting(type=["mision"]), "did you mean 'mission'"),
        (Selecting(type=["treaty,qqq"]), "diplo types"),
        (Selecting(type=[" "]), "--type"),
        (Selecting(source=["blue-bok"]), "did you mean 'blue-book'"),
        (Selecting(source=["qqq"]), "diplo sources"),
        (Selecting(actor=[""]), "--actor"),
        (Selecting(place=["\t"]), "--place"),
        (Selecting(search=[" "]), "--search"),
    ],
)
def test_unknown_and_blank_values_are_refused(selecting: Selecting, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        selecting.query((), None, KNOWN)


def test_types_and_sources_are_free_where_no_file_declares_them() -> None:
    query = Selecting(type=["any.thing, other"], source=["who"]).query((), None, Vocabulary())
    assert query.types == ("any.thing", "other")
    assert query.sources == ("who",)


def test_texts_lose_the_space_around_them() -> None:
    query = Selecting(actor=[" a b "], place=[" c"], search=[" d e "]).query((), None, KNOWN)
    assert (query.actors, query.places, query.search) == (("a b",), ("c",), ("d e",))


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("began", [True, False])
def test_a_query_takes_whether_only_what_is_certain_or_began_is_asked_for(
    *, certain: bool, began: bool
) -> None:
    query = Selecting(certain=certain, began=began).query((), None, KNOWN)
    assert (query.certain, query.began) == (certain, began)


@pytest.mark.parametrize(("limit", "most"), [(None, None), ("0", 0), ("20", 20)])
def test_a_limit_is_a_whole_number(limit: str | None, most: int | None) -> None:
    assert Arranging(limit=limit).checked().most == most


@each_of("limit", ["-1", "5.0", "1_0", "", " 5", "٣", "1e3", "+1", "x"])
def test_another_limit_is_refused(limit: str) -> None:
    with pytest.raises(UsageError, match="--limit"):
        Arranging(limit=limit).checked()


@each_of(
    "arranging",
    [
        Arranging(),
        *(Arranging(sort=key) for key in ("story", "date", "country", "type", "title", "id")),
        *(Arranging(group_by=key) for key in ("year", "decade", "type", "country")),
        Arranging(reverse=True, every=True, long=True),
    ],
)
def test_every_order_and_group_is_taken(arranging: Arranging) -> None:
    assert arranging.checked() == arranging


def test_a_timeline_is_told_as_a_story_unless_asked_otherwise() -> None:
    assert Arranging() == Arranging("story", reverse=False, limit=None, group_by=None)


@pytest.mark.parametrize(
    ("arranging", "says"),
    [
        (Arranging(sort="titel"), "did you mean 'title'"),
        (Arranging(sort="qqq"), "story, date, country, type, title, id"),
        (Arranging(group_by="decad"), "did you mean 'decade'"),
        (Arranging(group_by="qqq"), "year, decade, type, country"),
    ],
)
def test_an_unknown_order_is_refused_with_the_known_ones(arranging: Arranging, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        arranging.checked()


@each_of(
    ("writing", "terminal", "name"),
    [
        (Writing(), True, "table"),
        (Writing(), False, "plain"),
        (Writing(format="csv"), True, "csv"),
        (Writing(json=True), True, "json"),
        (Writing(json=True, format="json"), False, "json"),
    ],
)
def test_the_format_depends_on_the_options_and_then_on_the_reader(
    writing: Writing,
    terminal: bool,  # noqa: FBT001  (pytest gives it by name)
    name: str,
) -> None:
    assert writing.checked().format_for(terminal=terminal) == name


@each_of(
    ("writing", "says"),
    [
        (Writing(json=True, format="csv"), "contradict"),
        (Writing(format="jsn"), "did you mean 'json"),
        (Writing(format="qqq"), "table, plain, json, jsonl, csv, tsv"),
        (Writing(color="allways"), "did you mean 'always'"),
        (Writing(color="qqq"), "auto, always, never"),
        (Writing(output=""), "--output"),
        (Writing(bom=True, format="json"), "--bom goes with --format csv or tsv"),
    ],
)
def test_ways_to_write_that_make_no_sense_are_refused(writing: Writing, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        writing.checked()


@each_of(
    ("name", "typed", "keys"),
    [
        (None, None, None),
        (None, "id, title", ["id", "title"]),
        ("csv", "date", ["date"]),
        ("markdown", "date,id", ["date", "id"]),
        ("yaml", None, None),
    ],
)
def test_columns_are_chosen_where_the_format_has_any(
    name: str | None, typed: str | None, keys: list[str] | None
) -> None:
    assert Publishing(format=name).columns(typed) == keys


def test_events_can_be_published_in_more_formats() -> None:
    assert {*Writing().formats} < {*Publishing(format=None).formats}
    assert Publishing(format="html").checked().format == "html"
    with pytest.raises(UsageError, match="'html' is not a format"):
        Writing(format="html").checked()


@each_of(
    ("typed", "expected"),
    [
        ("md", "markdown"),
        (".MD", "markdown"),
        ("JSON", "json"),
        ("yml", "yaml"),
        ("txt", "plain"),
        ("text", "plain"),
    ],
)
def test_a_format_is_named_in_any_case_or_by_its_ending(typed: str, expected: str) -> None:
    assert Publishing(format=typed).checked().format == expected
    with pytest.raises(UsageError, match="--json and --format yaml contradict each other"):
        Publishing(format="YML", json=True).checked()


@each_of(
    ("name", "expected"),
    [
        *(("a.json", "json"), ("a.jsonl", "jsonl"), ("a.csv", "csv"), ("a.tsv", "tsv")),
        *(("a.md", "markdown"), ("a.yaml", "yaml"), ("a.html", "html"), ("a.txt", "plain")),
        ("a.svg", "svg"),
        *(("a.JSON", "json"), ("b.c/a.yml", "yaml"), ("a.b.htm", "html"), ("a.ndjson", "jsonl")),
        *([("a.parquet", "parquet")] if HAS_PARQUET else ()),
        *(("a", None), ("-", None), ("b.c/a", None), (".json", None), ("/dev/stdout", None)),
    ],
)
def test_the_extension_of_the_output_tells_the_format(name: str, expected: str | None) -> None:
    writing = Publishing(output=name).checked()
    assert isinstance(writing, Publishing)
    assert writing.format == expected
    assert Publishing(output=name, format="tsv").checked().format == "tsv"
    assert Publishing(output=name, json=True).checked().format_for(terminal=False) == "json"


@pytest.mark.parametrize("name", ["a.gif", "a.xlsx", "a.pdf", "a.2", "a."])
def test_an_extension_of_no_format_is_refused_with_those_that_are(
    tmp_path: Path, name: str
) -> None:
    said = (
        "choose from .json, .jsonl, .csv, .tsv, .md, .yaml, .html, .svg, .parquet, .txt, "
        "or give --format"
    )
    with pytest.raises(UsageError, match=re.escape(said)):
        Publishing(output=str(tmp_path / name)).checked()
    said = "choose from .json, .jsonl, .csv, .tsv, .txt, or give --format"
    with pytest.raises(UsageError, match=re.escape(said)):
        Writing(output=name).checked()
    with pytest.raises(UsageError, match=re.escape("the ending '.md'; choose from .json")):
        Writing(output="a.md").checked()
    os.mkfifo(tmp_path / name)
    assert Writing(output=str(tmp_path / name)).checked().format is None


def test_the_format_of_an_extension_has_whole_events_too() -> None:
    writing = Publishing(output="a.html").checked()
    assert isinstance(writing, Publishing)
    with pytest.raises(UsageError, match=r"^--format html has whole events"):
        writing.columns("id")
