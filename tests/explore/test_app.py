"""The explorer in Textual: what reaches the browser, and what is drawn."""

import asyncio
import os
import pty
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

pytest.importorskip("textual", reason="Textual is not installed")

from textual.events import MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, Paste
from textual.geometry import Offset
from textual.pilot import Pilot

from diplo.cli.query.exploring import Explored
from diplo.explore.app import GONE, Explorer
from diplo.explore.painting.lines import text_of
from diplo.explore.questions import Look
from diplo.explore.terminal import Screen
from tests.explore.desks import events_in, explored

Script = Callable[[Explorer, Pilot[None]], Awaitable[None]]


def play(
    here: Explored,
    script: Script,
    line: str = "norway",
    size: tuple[int, int] = (80, 24),
    look: Look | None = None,
) -> Explorer:
    """Run the explorer without a terminal, and a script that uses it."""

    async def main() -> Explorer:
        parent, child = pty.openpty()
        first = here.answers.ask(line)
        app = Explorer(here.answers, first, look or Look(), Screen(child, "utf-8"), child)
        async with app.run_test(size=size) as pilot:
            await script(app, pilot)
        os.close(parent)
        os.close(child)
        return app

    return asyncio.run(asyncio.wait_for(main(), 20))


def shown(app: Explorer) -> list[str]:
    return [app.painting.render_line(y).text for y in range(app.size.height)]


async def settled(app: Explorer, pilot: Pilot[None], line: str) -> None:
    """Wait until a line has been answered."""
    while app.browser.view.question.line != line:
        await app.workers.wait_for_complete()
        await pilot.pause()


def test_keys_move_and_only_what_changed_is_drawn(history: Explored) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        assert app.browser.place.row == 0
        await pilot.press("j", "n")
        assert app.browser.place.row == 3
        assert shown(app) == [text_of(line) for line in app.browser.lines()]
        assert "State of relations on 29 Feb 2000" in "\n".join(shown(app))
        await pilot.press("z", "z")
        await pilot.press("q")

    assert play(history, script).return_code == 0


def test_a_question_is_typed_and_answered(history: Explored) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"since")
        await pilot.press("space", *"2000", "enter")
        await settled(app, pilot, "norway since 2000")
        assert shown(app)[0].startswith("Norway since 2000")
        await pilot.press("slash", "space", "a")
        await pilot.press("escape")
        assert shown(app)[-1].startswith("/ find")

    play(history, script)


def test_a_pause_is_enough_of_an_end(history: Explored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplo.explore.app._PAUSE", 0.001)

    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.press("slash", "ctrl+u", *"sweden")
        await settled(app, pilot, "sweden")
        assert shown(app)[-2].startswith("/ sweden")

    play(history, script)


def test_the_mouse(history: Explored) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        line = next(n for n, text in enumerate(shown(app)) if "The embassy closes" in text)
        await pilot.click(offset=Offset(20, line))
        assert app.browser.place.row == 3
        foot = app.browser.layout.foot_first
        await pilot.mouse_down(offset=Offset(79, foot))
        assert app.browser.place.day > 732000
        await pilot.hover(offset=Offset(26, foot))
        painting = app.painting

        def event(kind: type[MouseEvent], x: int, y: int, button: int) -> MouseEvent:
            return kind(painting, x, y, 0, 0, button, shift=False, meta=False, ctrl=False)

        painting.post_message(event(MouseMove, 26, foot, 0))
        painting.post_message(event(MouseMove, 26, foot, 1))
        await pilot.pause()
        assert app.browser.place.day < 727000
        painting.post_message(event(MouseScrollDown, 20, 5, 0))
        await pilot.pause()
        assert not shown(app)[2].startswith("1990")
        painting.post_message(event(MouseScrollUp, 20, 5, 0))
        await pilot.pause()
        assert shown(app)[2].startswith("1990")

    play(history, script, size=(80, 20))


def test_pasting_and_resizing(history: Explored) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.press("slash", "ctrl+u")
        app.painting.post_message(Paste("sweden"))
        await pilot.pause()
        await pilot.press("enter")
        await settled(app, pilot, "sweden")
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert len(shown(app)) == 40
        assert {len(line) for line in shown(app)} == {140}
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.painting.render_line(99).text == ""

    play(history, script)


def test_what_is_copied_reaches_the_clipboard(history: Explored) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.press("Y")
        assert app.clipboard == "diplo timeline norway --all --events history.yaml"

    play(history, script)


@pytest.mark.parametrize(
    ("look", "coloured"), [(Look(256), {"color(32)", "color(166)"}), (Look(0), set())]
)
def test_colours_are_those_of_the_table_or_none(
    history: Explored, look: Look, coloured: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")  # which the command line has heeded

    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.pause()
        strips = [app.painting.render_line(y) for y in range(24)]
        colours = {
            s.style.color.name for strip in strips for s in strip if s.style and s.style.color
        }
        assert colours - {"default"} == coloured
        assert list(app.get_line_filters()) == []

    play(history, script, look=look)


def test_it_ends_where_the_terminal_goes_away(
    history: Explored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diplo.explore.app._OFTEN", 0.001)
    monkeypatch.setattr("diplo.explore.app.is_gone", lambda _: True)

    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        while app.return_code is None:
            await pilot.pause()

    assert play(history, script).return_code == GONE


@pytest.mark.parametrize("shell", [True, False])
def test_ctrl_z_suspends_where_there_is_a_shell(
    history: Explored, monkeypatch: pytest.MonkeyPatch, *, shell: bool
) -> None:
    done: list[str] = []
    monkeypatch.setattr("diplo.explore.app.can_stop", lambda: shell)
    monkeypatch.setattr(Explorer, "action_suspend_process", lambda _: done.append("suspended"))

    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+z")
        assert ("ctrl+z does nothing here" in shown(app)[-1]) is not shell

    play(history, script)
    assert done == ["suspended"] * shell


def test_a_bug_ends_it_and_is_kept(history: Explored, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(app.browser, "press", lambda *_: 1 / 0)
        await pilot.press("j")

    with pytest.raises(ZeroDivisionError):
        play(history, script)


def test_no_key_takes_long_among_ten_thousand_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [
        {
            "id": f"e{n}",
            "date": f"{1900 + n % 120}-{1 + n % 12:02}-{1 + n % 28:02}",
            "title": f"Event {n}",
            "countries": ["NOR", "SWE" if n % 3 else "DNK"],
            "status": {f"Subject {n % 300}": "open" if n % 7 else "closed"} if n % 10 == 0 else {},
        }
        for n in range(10_000)
    ]
    here = explored(monkeypatch, events_in(tmp_path, *events))

    async def script(app: Explorer, pilot: Pilot[None]) -> None:
        await pilot.pause()
        taken = []
        for key in (*"jjjkkGgnnnppp[[]]stc", "pagedown", "pagedown", "escape"):
            begun = time.process_time()
            app.browser.press(key, key if len(key) == 1 else None)
            app.painting.update()
            taken.append(time.process_time() - begun)
        assert sorted(taken)[len(taken) // 2] < 0.05

    play(here, script, size=(200, 60))
