import json

import jsonschema
import pytest

from diplo.reading import yaml
from diplo.reading.maps import shipped
from diplo.reading.maps.schema import text
from tests.cli.tables.maps import MAPS

SCHEMA = json.loads(text())
RIGHT = [
    (case.what, str(case.files["map.yaml"]))
    for case in MAPS
    if "map.yaml" in case.files and not case.status
]
WRONG = [
    "dates: us\nevent: {date: x, title: T, countries: NO}\n",
    'event: {date: "{a", title: T, countries: NO}\n',
    "event: {date: x, title: T, countries: NO, place: [a]}\n",
    "event: {date: {year: x, moth: y}, title: T, countries: NO}\n",
    "title: T\n",
    "values: {zzz: {}}\nevent: {date: x, title: T, countries: NO}\n",
]


def valid(said: str) -> bool:
    data, problems = yaml.parse("map.yaml", said)
    assert problems == []
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(data))


@pytest.mark.parametrize("said", [pytest.param(said, id=what) for what, said in RIGHT])
def test_a_map_that_is_right_is_valid(said: str) -> None:
    assert valid(said)


@pytest.mark.parametrize("name", shipped.names())
def test_a_map_that_ships_is_valid(name: str) -> None:
    assert valid(shipped.text(name))


@pytest.mark.parametrize("said", WRONG)
def test_a_map_that_is_wrong_is_not_valid(said: str) -> None:
    assert not valid(said)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
