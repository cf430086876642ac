import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.model.events import Event, Vocabulary
from diplo.reading import bundled, check, load, shipped
from diplo.terminal.errors import ContentError, UnreadableError
from tests.conftest import ONE_EVENT

Write = Callable[..., Path]


CHECKED = Path(__file__).with_name("checked")  # files, and what is said of them


def everything(_: Vocabulary) -> Callable[[Event], bool]:
    return lambda _: True


def test_events_are_loaded(write: Write) -> None:
    timeline = load([str(write("a.yaml"))], everything)
    assert [event.id for event in timeline.events] == ["a"]
    assert timeline.codes == {"NOR"}


def test_events_are_kept_as_the_predicate_of_the_vocabulary_says(write: Write) -> None:
    declared = "types: {treaty: {label: Treaty}, b: {label: B}}\nevents:\n"
    path = write("a.yaml", f"{declared}{ONE_EVENT}{ONE_EVENT.replace(': a', ': b', 1)}")
    found = load([str(path)], lambda v: lambda event: "b" in v.types and event.id == "b")
    assert [event.id for event in found.events] == ["b"]


def test_wrong_content_is_an_error_with_every_problem(write: Write) -> None:
    path = write("a.yaml", ONE_EVENT.replace("norway", "").replace("2021-01-02", "x"))
    with pytest.raises(ContentError) as raised:
        load([str(path)], everything)
    assert raised.value.exit_status == 65
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [
        (2, 9), (5, 14),
    ]  # fmt: skip
    assert raised.value.messages()[0].startswith(f"{path}:2:9: ")


@pytest.mark.parametrize("said", sorted(CHECKED.glob("*.txt")), ids=lambda said: said.stem)
def test_everything_wrong_or_odd_is_said_with_its_place(
    said: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKED)
    found, _ = check([said.stem])
    lines = [f"{p.line}:{p.column}: {p.severity}: {p.message}" for p in found]
    assert lines == said.read_text(encoding="utf-8").splitlines()


def test_of_many_problems_the_first_are_told(write: Write) -> None:
    path = str(write("a.yaml", ONE_EVENT.replace("norway", "") * 50))
    with pytest.raises(ContentError) as raised:
        load([path], everything)
    messages = raised.value.messages()
    assert len(messages) == 21
    assert "diplo check" in messages[-1]
    assert len(check([path])[0]) == 50


@pytest.mark.parametrize("form", ["a.yaml", "a.json", "list.json", "a.jsonl"])
def test_who_watches_is_told_what_is_read_and_how_far(write: Write, form: str) -> None:
    events = [f'{{"date": "2021", "title": "{n}", "countries": ["NOR"]}}' for n in range(3000)]
    listed = f"[{','.join(events)}]"
    texts = {"a.jsonl": "\n".join(events), "list.json": listed}
    path = str(write(form, texts.get(form, f'{{"events": {listed}}}')))
    told: list[tuple[str, float | None]] = []
    load([path], everything, lambda name, done: told.append((name, done)))
    assert {name for name, _ in told} == {path}
    shares = [share for _, share in told if share is not None]
    assert shares == sorted(shares)
    assert len(set(shares)) > 2
    assert 0 <= shares[0] < 0.5 < shares[-1] <= 1


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    for function in (lambda names: load(names, everything), check):
        with pytest.raises(UnreadableError, match="nowhere"):
            function([str(tmp_path / "nowhere")])


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
def test_check_counts_the_events_without_errors(write: Write, name: str) -> None:
    line = '{"date": "2021", "title": "T", "countries": ["NOR"], "sources": ["s"]}\n'
    dash = "- " if name == "a.yaml" else ""
    path = write(name, f"{dash}{line}{dash}{line.replace('NOR', 'SWE')}")
    assert check([str(path)]) == ([], 2)


def test_check_tells_errors_as_load_does(write: Write) -> None:
    path = str(write("a.yaml", ONE_EVENT.replace("norway", "")))
    with pytest.raises(ContentError) as raised:
        load([path], everything)
    assert tuple(check([path])[0]) == raised.value.problems


def test_the_bundled_file_lies_in_the_package_or_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "src" / "diplo" / "reading" / "__init__.py"
    module.parent.mkdir(parents=True)
    monkeypatch.setattr(shipped, "__file__", str(module))
    assert bundled() == str(tmp_path / "events.yaml")
    inside = tmp_path / "src" / "diplo" / "events.yaml"
    inside.touch()
    assert bundled() == str(inside)


def test_the_bundled_file_is_the_default_of_this_installation() -> None:
    timeline = load([bundled()], everything)
    assert {"NOR", "PSE", "AFG"} <= timeline.codes
    assert str(timeline.vocabulary.as_of) == "2025-06-20"


@pytest.mark.parametrize("library", ["msgspec", "pycountry", "dateutil"])
def test_the_bundled_file_is_loaded_without_libraries_that_it_does_not_need(library: str) -> None:
    code = (
        "import sys; from diplo.reading import bundled, load\n"
        f"load([bundled()], lambda _: lambda _: True); sys.exit({library!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
