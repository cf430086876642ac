"""Which event files are read."""

import json
import os

from tests.cli.answers import FREE, SMALL, Write, ids
from tests.conftest import Run


def test_files_of_the_option_merge(run: Run, write: Write) -> None:
    write("small.yaml", SMALL)
    write("more.json", '[{"id": "more", "date": "1970", "title": "M", "countries": ["NOR"]}]')
    found = ids(run("timeline", "norway", "--events", "small.yaml", "--events", "more.json"))
    assert found == ["decade", "span", "more", "day"]


def test_files_of_the_environment_merge_until_the_option_is_given(run: Run, write: Write) -> None:
    write("one.yaml")
    write("free.yaml", FREE)
    env = {"DIPLO_EVENTS": f"one.yaml{os.pathsep}free.yaml"}
    assert ids(run("timeline", env=env)) == ["free", "a"]
    assert ids(run("timeline", "--events", "one.yaml", env=env)) == ["a"]
    assert json.loads(run("countries", "--json", env=env).out)[0]["count"] == 2
    assert "one.yaml:" in run("check", env=env).out


def test_a_file_name_with_spaces_is_one_file(run: Run, write: Write) -> None:
    write("my events.yaml")
    assert ids(run("timeline", env={"DIPLO_EVENTS": "my events.yaml"})) == ["a"]
