import json

import jsonschema
import pytest

from diplo.reading import yaml
from diplo.reading.maps import shipped
from diplo.reading.maps.schema import text
from tests.cli.tables.maps import MAPS
from tests.tables import each_of

RIGHT = [
    (case.what, str(case.files["map.yaml"]))
    for case in MAPS
    if "map.yaml" in case.files and not case.status
]
EVENT = "event: {date: x, title: T, countries: NO}\n"
WRONG = [
    "dates: us\nevent: {date: x, title: T, countries: NO}\n",
    'event: {date: "{a", title: T, countries: NO}\n',
    "event: {date: x, title: T, countries: NO, place: [a]}\n",
    "event: {date: {year: x, moth: y}, title: T, countries: NO}\n",
    "title: T\n",
    "blank: [NA]\nevents: []\n",
    *(
        f"event: {{date: {date}, countries: NO}}\n"
        for date in ("{month: x}", "{}", "{start: x, ende: y}", "{date: x, tim: y}", "[x]")
    ),
    *(
        f"event: {{date: x, countries: NO, sources: {sources}}}\n"
        for sources in ("{locator: p}", "{source: x, titel: y}", "[{locator: p}]", "[[x]]")
    ),
    *(
        f"event: {{date: x, countries: NO, {rest}}}\n"
        for rest in ("actors: {a: b}", "status: [a]", "status: {a: [b]}", "zzz: a")
    ),
    "event: {date: x}\n",
    "event: {countries: NO}\n",
    "event: {date: x, countries: {a: b}}\n",
    "event: {date: x, countries: []}\n",
    "events: []\n",
    "events: {a: b}\n",
    f"{EVENT}events: [{{date: x, countries: NO}}]\n",
    *(
        f"{own}\n{EVENT}"
        for own in (
            *("values: {zzz: {}}", "values: {type: [a]}", "values: {type: {a: {b: c}}}"),
            *("table: {skip: a}", "table: {delimiter: ''}", "table: {header: maybe}"),
            *("table: {encoding: [a]}", "table: {sheet: [a]}", "table: {records: [a]}"),
            *("table: {skip: [1]}", "table: {header: [[a]]}", "table: {zzz: a}", "table: [a]"),
            *("table: {delimiter: '\"'}", "table: {header: []}", "table: {header: [a, a]}"),
            *("only: [a]", "only: {a: {b: c}}", "except: [a]", "together: [a]", "together: '{a'"),
            *("codes: zzz", "codes: {a: zzz}", "unknown: zzz", "open: zzz", "dates: zzz"),
            *("blank: {zzz: a}", "blank: {'*': {a: b}}", "strip: zzz", "strip: [zzz]"),
            *("split: {actors: ''}", "split: {zzz: ','}", "split: ','", "zzz: a"),
        )
    ),
]


def valid(said: str) -> bool:
    data, problems = yaml.parse("map.yaml", said)
    assert problems == []
    return bool(jsonschema.Draft202012Validator(json.loads(text())).is_valid(data))


@pytest.mark.parametrize("said", [pytest.param(said, id=what) for what, said in RIGHT])
def test_a_map_that_is_right_is_valid(said: str) -> None:
    assert valid(said)


@each_of("name", shipped.names())
def test_a_map_that_ships_is_valid(name: str) -> None:
    assert valid(shipped.text(name))


@each_of("said", WRONG)
def test_a_map_that_is_wrong_is_not_valid(said: str) -> None:
    assert not valid(said)


@pytest.mark.parametrize(("skip", "right"), [(0, True), (1, True), (-1, False)])
def test_a_number_of_rows_is_none_below_zero(*, skip: int, right: bool) -> None:
    data = {"table": {"skip": skip}, "event": {"date": "x", "countries": "NO"}}
    assert jsonschema.Draft202012Validator(json.loads(text())).is_valid(data) is right


def test_the_schema_is_one() -> None:
    made = json.loads(text())
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == "diplo map"
    assert made["description"].startswith("How the rows of a table, ")
    jsonschema.Draft202012Validator.check_schema(made)
