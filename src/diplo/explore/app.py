"""The explorer as Textual runs it: events in, lines out; all else is in the browser."""

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from diplo.explore.keys import Browser
from diplo.explore.questions import Answers, Look, Question
from diplo.explore.terminal import Screen, can_stop, driver, is_gone, restored
from diplo.explore.view import View
from diplo.terminal.colour import Line, paint
from diplo.terminal.errors import DiploError

if TYPE_CHECKING:  # named only
    from textual.timer import Timer

_PAUSE = 0.15  # seconds without a key before what is typed is answered
_OFTEN = 1.0  # seconds between checks that the terminal is there
_WHEEL = 3  # lines per turn
GONE = 129  # the exit status if the terminal went away, as after SIGHUP


def explore(answers: Answers, first: Question, look: Look, terminal: int, keys: int) -> int:
    """Run the explorer on a question's events, and return the exit status.

    `terminal` and `keys` are file descriptors: of the terminal to draw on, and of its input.
    """
    screen = Screen(terminal, look.encoding)
    gc.freeze()  # events have no reference cycles, but Textual's objects have
    gc.enable()
    app = Explorer(answers, first, look, screen, keys)
    with restored(screen, keys):
        app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0


class Answered(Message):
    """A line has been answered."""

    def __init__(self, line: str, outcome: View | DiploError) -> None:
        super().__init__()
        self.line, self.outcome = line, outcome


class Painting(Widget, can_focus=True):
    """All lines of the screen; only those that have changed are redrawn."""

    DEFAULT_CSS = "Painting { width: 100%; height: 100%; }"

    def __init__(self, browser: Browser, colours: int) -> None:
        super().__init__()
        self._browser = browser
        self._colours = colours
        self._lines: list[Line] = []
        self._dragging = False

    def update(self) -> None:
        """Redraw the lines that have changed."""
        before, self._lines = self._lines, self._browser.lines()
        if len(before) != len(self._lines):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._lines, strict=True))
        rows = [n for n, (old, new) in pairs if old != new]
        if rows:
            self.refresh(*(Region(0, n, self.size.width, 1) for n in rows))

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        line = self._lines[y] if y < len(self._lines) else []
        ground = self.rich_style
        return Strip(Segment(run.text, ground + paint(run.style, self._colours)) for run in line)

    def on_resize(self, event: events.Resize) -> None:
        """Redraw the screen in another size."""
        self._browser.resize(event.size.width, event.size.height)
        self._lines = []
        self.update()

    def on_key(self, event: events.Key) -> None:
        """Press a key."""
        event.stop()
        event.prevent_default()
        if event.key == "ctrl+z" and can_stop():
            self.app.action_suspend_process()
            return
        self._browser.press(event.key, event.character)
        self.update()

    def on_paste(self, event: events.Paste) -> None:
        """Paste a text, once."""
        event.stop()
        self._browser.paste(event.text)
        self.update()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Click, perhaps to drag."""
        self._dragging = self._browser.on_foot(event.y)
        self._browser.click(event.x, event.y)
        self.update()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag along the foot."""
        if self._dragging and event.button:
            self._browser.drag(event.x)
            self.update()

    def on_mouse_scroll_down(self, _: events.MouseScrollDown) -> None:
        """Turn the wheel."""
        self._browser.scroll(_WHEEL)
        self.update()

    def on_mouse_scroll_up(self, _: events.MouseScrollUp) -> None:
        """Turn the wheel back."""
        self._browser.scroll(-_WHEEL)
        self.update()


class Explorer(App[None], inherit_bindings=False):
    """The Textual application: the painting, and the host of the browser."""

    CSS = "Screen, Painting { background: ansi_default; color: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self, answers: Answers, first: Question, look: Look, screen: Screen, keys: int
    ) -> None:
        super().__init__(driver_class=driver(screen), ansi_color=True)
        self.browser = Browser(answers, first, self, look, (80, 24))
        self.painting = Painting(self.browser, look.colours)
        self.failure: Exception | None = None
        self._answers = answers
        self._keys = keys
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show the painting alone."""
        yield self.painting

    def on_mount(self) -> None:
        """Take keys, prepare completions, and keep checking that the terminal is there."""
        self.painting.focus()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.set_interval(_OFTEN, self._look)
        self.call_after_refresh(self._prepare)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return no filters, so that colours stay as they are."""
        return ()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self.copy_to_clipboard(text)

    def leave(self, status: int) -> None:
        """End with an exit status."""
        self.exit(return_code=status)

    def ask(self, line: str, *, soon: bool) -> None:
        """Have a line answered, at once or as soon as typing pauses."""
        if self._pause:
            self._pause.stop()
        if soon:
            self._pause = self.set_timer(_PAUSE, lambda: self._begin(line))
        else:
            self._begin(line)

    def on_answered(self, message: Answered) -> None:
        """Show an answer."""
        self.browser.answer(message.line, message.outcome)
        self.painting.update()

    def _begin(self, line: str) -> None:
        def work() -> None:
            self.post_message(Answered(line, self.browser.answered(line)))

        self.run_worker(work, thread=True, exclusive=True)

    def _prepare(self) -> None:
        self.run_worker(lambda: self._answers.words(""), thread=True, group="words")

    def _look(self) -> None:
        if is_gone(self._keys):
            self.leave(GONE)

    def _handle_exception(self, error: Exception) -> None:
        self.failure = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End; `explore` raises the failure once the terminal is restored."""
        self._close_messages_no_wait()
