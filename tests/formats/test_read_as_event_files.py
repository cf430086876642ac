"""JSON, NDJSON and YAML are event files again: other readers and diplo find the same events."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from diplo import reading
from diplo.history.parts import UNDER_WAY, Match
from diplo.model.dates import ONGOING
from tests.conftest import Run, written
from tests.formats.round_trips import arbitrary, in_order, objects, quickly, same
from tests.strategies import Found

Save = Callable[[str, str], Path]


@pytest.fixture(scope="module", autouse=True)
def compiled(compiled_bundle: ModuleType) -> Iterator[None]:
    """Have the bundled events compiled, whose sources the readers of tables look into."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, compiled_bundle.__name__, compiled_bundle)
        yield


def pyyaml(text: str) -> object:
    return yaml.safe_load(text)


def yaml_1_2(text: str) -> object:
    ruamel = pytest.importorskip("ruamel.yaml")
    reader = ruamel.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader.load(text)


@quickly
@arbitrary
def test_arbitrary_events_come_back(save: Save, found: Found) -> None:
    come_back_from_yaml(save, found)
    come_back_from_tables(save, found)
    come_back_from_json(save, found)


def come_back_from_yaml(save: Save, found: Found) -> None:
    text = written("yaml", found.report)
    data = pyyaml(text)
    assert in_order(yaml_1_2(text)) == in_order(data)
    # As JSON, in which a text is nothing but a text, it is still the same event file.
    text = json.dumps(data)
    loaded = reading.load([str(save("json", text))])
    assert list(loaded.events) == found.events
    for kind, declared in loaded.vocabulary._asdict().items():
        known = stated = getattr(found.vocabulary, kind)
        if kind == "sources":  # those that events tell of too, where all can be declared
            known = {**found.vocabulary.described, **known}
        if isinstance(declared, dict):
            if kind != "described":  # which comes in the order of the events
                kept = [key for key in stated if key in declared]
                assert [key for key in declared if key in stated] == kept
            assert declared.items() <= known.items()
        else:
            assert declared == (known if found.events else None)


def come_back_from_tables(save: Save, found: Found) -> None:
    for name in ("csv", "tsv"):
        loaded = reading.load([str(save(name, written(name, found.report)))])
        assert list(loaded.events) == found.events, name


def come_back_from_json(save: Save, found: Found) -> None:
    used = {citation.source for event in found.events for citation in event.sources}
    known = {**found.vocabulary.described, **found.vocabulary.sources}
    for name in ("json", "jsonl"):
        loaded = reading.load([str(save(name, written(name, found.report)))])
        assert list(loaded.events) == found.events, name
        told = {key: known[key] for key in used if key in known}
        assert loaded.vocabulary.described == told, name


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_was_under_way_comes_back(name: str, save: Save, large: Found) -> None:
    ongoing = [Match(event, ONGOING, UNDER_WAY) for event in large.events]
    text = written(name, large._replace(matches=ongoing).report)
    assert text.count('"match": "ongoing"') == len(ongoing)
    assert [event.id for event in reading.load([str(save(name, text))]).events] == [
        event.id for event in large.events
    ]


def test_diplo_through_every_format_that_it_reads(large: Found, run: Run) -> None:
    first = run("timeline", "--events", "-", "--json", stdin=written("yaml", large.report)).out
    ordered = sorted(large.events, key=lambda event: event.date.order)
    same(json.loads(first), objects(large._replace(matches=[Match(event) for event in ordered])))
    text = first
    for name in ("jsonl", "yaml", "json"):
        result = run("timeline", "--events", "-", "--format", name, stdin=text)
        assert (result.status, result.err) == (0, "")
        text = result.out
    assert text == first
