import copy
import json
from typing import Any, TypeVar

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo.model import dates
from diplo.reading import bundled
from diplo.reading.schema import text
from tests.tables import each_of

EVENT: dict[str, Any] = {"date": "2021", "title": "T", "countries": ["NOR"]}
DERIVED = ("earliest", "latest", "precision", "match")

FULL: dict[str, Any] = {
    "title": "T",
    "as_of": "2025-06-20",
    "sources": {
        "a-b": {
            "title": "A", "kind": "K", "author": "B", "publisher": "P", "date": "[..2006]",
            "url": "https://example.org",
        },
        "c": {"title": "C", "kind": None, "date": None, "url": None},
    },
    "countries": {"NOR": {"name": "Norway", "aliases": ["Norge"]}, "SWE": {"name": "Sweden"}},
    "types": {
        "a": {"label": "A"},
        "a.b": {"label": "B", "description": "D", "plover": "P", "cameo": "054"},
    },
    "events": [
        EVENT,
        {
            **EVENT, "id": "x-1", "type": "a.b", "actors": ["A"], "place": "P", "summary": "S",
            "sources": [
                "c", {"source": "a-b", "locator": "p. 1", "title": "A", "date": "[..2006]"},
                {"source": "c", "kind": None, "author": "B", "publisher": "P", "url": None},
            ],
            "note": "N", "status": {"A": "b"},
            "earliest": "2021-01-01", "latest": None, "precision": "year", "match": "certain",
        },
        {
            **EVENT, "id": None, "type": None, "actors": None, "place": None, "summary": None,
            "sources": None, "note": None, "status": None,
        },
    ],
}  # fmt: skip


def validator(**changed: object) -> jsonschema.Draft202012Validator:
    """Return the schema with some changes, made for each test, so that a fault in it is seen."""
    return jsonschema.Draft202012Validator({**json.loads(text()), **changed})


def dates_validator() -> jsonschema.Draft202012Validator:
    return validator(oneOf=[{"$ref": "#/$defs/edtf"}])


Where = TypeVar("Where", str, list[str])


def each(where: Where, *values: object) -> list[tuple[Where, object]]:
    """Return one case for each of several values at the same place."""
    return [(where, value) for value in values]


def plain(data: object) -> object:
    """Return data in which the plain empty texts of YAML are absent values."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data or None


def test_it_is_a_schema_of_draft_2020_12() -> None:
    made = json.loads(text())
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == "diplo event file"
    assert made["description"].startswith("Events of diplomatic history; ")
    jsonschema.Draft202012Validator.check_schema(made)
    assert text().endswith("}\n")


def test_the_bundled_file_is_valid() -> None:
    with open(bundled(), encoding="utf-8") as file:
        data = plain(yaml.load(file, Loader=yaml.BaseLoader))  # noqa: S506  (all is text)
    assert isinstance(data, dict)
    validator().validate(data)
    validator().validate(data["events"])


@each_of("data", [FULL, FULL["events"], {"events": []}, [], [EVENT]])
def test_every_key_is_valid(data: object) -> None:
    validator().validate(data)


@each_of("key", ["title", "as_of", "sources", "countries", "types"])
def test_everything_but_events_may_be_absent(key: str) -> None:
    validator().validate({**FULL, key: None})
    validator().validate({name: value for name, value in FULL.items() if name != key})


@pytest.mark.parametrize("key", DERIVED)
@pytest.mark.parametrize("value", [None, "x", 5, [["a"]], {"a": 1}])
def test_derived_keys_may_hold_anything(key: str, value: object) -> None:
    validator().validate([{**EVENT, key: value}])


@each_of("data", [None, "text", 5, True, {}, EVENT, [[]], ["text"], [None]])
def test_other_documents_are_refused(data: object) -> None:
    assert not validator().is_valid(data)


@each_of(
    ("key", "value"),
    [
        *[(key, None) for key in ("date", "title", "countries")],
        *[(key, []) for key in ("id", "date", "title", "type", "place", "summary", "note")],
        *[(key, 5) for key in ("id", "date", "title", "type", "place", "summary", "note")],
        *[(key, True) for key in ("actors", "countries", "sources", "status")],
        *[(key, "text") for key in ("actors", "countries", "sources", "status")],
        *[(key, "") for key in ("id", "date", "title", "type", "place", "summary", "note")],
        *[("title", blank) for blank in (" ", "\t", "\n", " \r\n\t ")],
        *[("id", bad) for bad in ("A", "a_b", "-a", "a-", "a--b", "a.b", "é", "a" * 81)],
        *[("type", bad) for bad in ("A", ".a", "a.", "a..b", "a b", "a.-b")],
        *each("countries", [], ["NOR", "NOR"], [""], [None], [["NOR"]], [5]),
        *each("actors", [""], [None], [["A"]], [5], {"a": "b"}),
        *each("sources", [""], ["A B"], [None], [[]], [{}], {"source": "a"}),
        ("sources", [{"locator": "p. 1"}]),
        ("sources", [{"source": None}]),
        ("sources", [{"source": "A B"}]),
        ("sources", [{"source": "a", "locator": 5}]),
        ("sources", [{"source": "a", "title": " "}]),
        ("sources", [{"source": "a", "kind": " "}]),
        ("sources", [{"source": "a", "date": "soon"}]),
        ("sources", [{"source": "a", "url": "ftp://a"}]),
        ("sources", [{"source": "a", "publishr": "P"}]),
        *each("status", {"a": None}, {"a": ""}, {"a": ["b"]}, {"": "b"}, ["a"]),
        ("titel", "T"),
        ("aliases", ["a"]),
        ("Earliest", "2021"),
    ],
)
def test_faulty_events_are_refused(key: str, value: object) -> None:
    assert not validator().is_valid([{**EVENT, key: value}])
    assert not validator().is_valid({"events": [EVENT, {**EVENT, key: value}]})


@pytest.mark.parametrize("key", ["date", "title", "countries"])
def test_required_keys_are_required(key: str) -> None:
    assert not validator().is_valid([{name: data for name, data in EVENT.items() if name != key}])


@each_of(
    ("path", "value"),
    [
        (["titel"], "T"),
        (["match"], "certain"),
        (["events"], None),
        (["events"], {}),
        (["title"], ["T"]),
        *[(["as_of"], bad) for bad in ("2025", "2025-06", "2025-06-20~", "20 June 2025", 2025)],
        *[([key], []) for key in ("sources", "countries", "types")],
        *[(["sources", bad], {"title": "T"}) for bad in ("A", "a b", "a.b", "-a", "a" * 81)],
        *[(["countries", bad], {"name": "N"}) for bad in ("NO", "nor", "NORW", "N0R")],
        *[(["types", bad], {"label": "L"}) for bad in ("A", "a..b", ".a", "a_b")],
        *each(["sources", "a"], None, "A", [], {}, {"kind": "K"}),
        *each(["countries", "AFG"], None, "A", {}, {"aliases": []}),
        *each(["types", "b"], None, "B", {}, {"cameo": "054"}),
        *[(["sources", "c", key], "x") for key in ("name", "match", "locator")],
        *[(["countries", "NOR", key], "x") for key in ("title", "earliest")],
        *[(["types", "a", key], "x") for key in ("name", "latest")],
        *[(["sources", "c", "url"], bad) for bad in ("ftp://a", "https://", "https://a b", 5)],
        *[(["sources", "c", "date"], bad) for bad in ("", "x", 2021, ["2006"])],
        *[(["sources", "c", "title"], bad) for bad in (None, "", 5)],
        *[(["countries", "NOR", "aliases"], bad) for bad in ("Norge", [""], [["a"]], [5])],
        *[(["types", "a", key], 54) for key in ("label", "description", "plover", "cameo")],
    ],
)
def test_faulty_files_are_refused(path: list[str], value: object) -> None:
    data = copy.deepcopy(FULL)
    *parents, key = path
    record = data
    for parent in parents:
        record = record[parent]
    record[key] = value
    assert not validator().is_valid(data)


DAYS = [
    "2024-05-28", "2021-12", "2007", "196X", "19XX", "2004-XX", "2004-XX-XX", "2004-05-XX",
    "2001-21", "2001-22", "2001-23", "2001-24", "0001", "9999-12-31",
]  # fmt: skip
SPANS = ["2021-08/..", "2021-08/", "/2021-08", "../2021", "/..", "1960/1969"]
SETS = ["[..2025-04-24]", "[2002..]", "[2021-08..2022-01]", "[..196X]", "[2001-21..]"]
FORMS = [*DAYS, *(day + mark for day in DAYS for mark in "?~%"), *SPANS, *SETS]


@each_of("date", FORMS)
def test_dates_of_every_form_are_valid(date: str) -> None:
    assert dates.parse(date).text == date
    dates_validator().validate(date)


def is_date(written: str) -> bool:
    try:
        return dates.parse(written).text == written
    except ValueError:
        return False


ENDS = st.builds("{}{}".format, st.sampled_from(DAYS), st.sampled_from(["", "?", "~", "%"]))
WRITTEN = st.one_of(
    st.builds(
        "{}/{}".format, ENDS | st.sampled_from(["", ".."]), ENDS | st.sampled_from(["", ".."])
    ),
    st.builds("[{}..{}]".format, ENDS | st.just(""), ENDS | st.just("")),
    st.text("0123456789-X/.[]?~%", max_size=12),
)


@given(WRITTEN)
@settings(deadline=None)
def test_every_date_that_is_read_is_valid(written: str) -> None:
    assert dates_validator().is_valid(written) or not is_date(written)


@each_of(
    "date",
    [
        "", "21", "May 2024", "2024/05/28/", "2024-5", "2024-05-2", "2024-05-28T10:00", "1990s",
        "../..x", "[2002]", "[2002,2003]", "2002..", "~1994", "1994~~", "20240528", "２０２１",
        "196X-05", " 2021", "[2002~..]",
    ],
)  # fmt: skip
def test_anything_but_dates_is_refused(date: str) -> None:
    assert not dates_validator().is_valid(date)
