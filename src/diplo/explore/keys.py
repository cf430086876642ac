"""Moving about: what each key, click and typed line does, however it is shown."""

from collections.abc import Callable

from diplo.explore.entry import LineInput
from diplo.explore.list_keys import Lists
from diplo.explore.painting import foot
from diplo.explore.prompt import DAY, FILE, Prompt
from diplo.explore.questions import Answers, Look, Question
from diplo.explore.session import Host, Session
from diplo.explore.view import View
from diplo.terminal.errors import DiploError
from diplo.terminal.signals import INTERRUPTED
from diplo.terminal.text import escape


class Browser(Session):
    """A session that takes keys, clicks and typed lines."""

    def __init__(
        self, answers: Answers, first: Question, host: Host, look: Look, size: tuple[int, int]
    ) -> None:
        super().__init__(answers, first, host, look, size)
        self.lists = Lists(self, self._browse)
        self.entry = LineInput(self, self.lists)

    def resize(self, width: int, height: int) -> None:
        """Set the size of the screen."""
        self.width, self.height = width, height

    def press(self, key: str, character: str | None = None) -> None:
        """Do what a key does; `character` is what it types."""
        if key == "ctrl+c":
            self.host.leave(INTERRUPTED)
        elif self.prompt:
            self.entry.press(self.prompt, key, character)
        else:
            self.message = ""
            name = character if character and character.isprintable() else key
            if self.listing:
                self.lists.press(self.listing, name)
            else:
                self._browse(name)

    def _browse(self, key: str) -> None:
        if action := _ACTIONS.get(key):
            action(self)
        else:
            self.message = f"{escape(key)} does nothing here; ? lists the keys"

    def paste(self, text: str) -> None:
        """Insert a text into the line that is typed."""
        self.entry.paste(text)

    def answered(self, line: str) -> View | DiploError:
        """Return the view of a line, or what is wrong with it; this may take a while."""
        return self.entry.answered(line)

    def answer(self, line: str, outcome: View | DiploError) -> None:
        """Show what a line was answered with, unless something else has been typed since."""
        self.entry.answer(line, outcome)

    def go(self, steps: int) -> None:
        """Move the cursor by a number of rows."""
        self.place = self.place.at(self.place.row + steps)

    def page(self, pages: int) -> None:
        """Move the cursor by a number of screens of rows."""
        self.go(pages * max(self.layout.rows - 1, 1))

    def go_years(self, number: int) -> None:
        """Move the cursor by a number of years."""
        self.place = self.place.years(number)

    def click(self, x: int, y: int) -> None:
        """Go to the row or the day at a cell of the screen, or choose from a list."""
        layout = self.layout
        if self.prompt or y >= self.height:
            return
        if self.on_foot(y):
            self.drag(x)
        elif self.listing:
            self.lists.click(self.listing, y - layout.first - 1)
        elif x < layout.left and layout.first <= y < layout.first + layout.rows:
            line = self.place.top + y - layout.first
            if line < self.view.size and isinstance(row := self.view.on_line(line), int):
                self.place = self.place.at(row)

    def on_foot(self, y: int) -> bool:
        """Say whether a line of the screen belongs to the foot."""
        layout = self.layout
        return layout.foot_first <= y < layout.foot_first + layout.foot

    def drag(self, x: int) -> None:
        """Go to the day at a cell of the foot, unless a line is being typed."""
        if self.prompt:
            return
        day = foot.day_at(x, self.view, self.width)
        if day is not None:
            self.lists.look_at(day)

    def scroll(self, lines: int) -> None:
        """Scroll by a number of lines; the cursor stays where it is, except in a list."""
        if self.prompt:
            return
        if self.listing:
            self.lists.press(self.listing, "j" if lines > 0 else "k")
            return
        self.place = self.place.scrolled(lines, self.layout.rows)


def _keys(*names: str, action: Callable[[Browser], None]) -> dict[str, Callable[[Browser], None]]:
    return dict.fromkeys(names, action)


_ACTIONS = {
    **_keys("j", "down", action=lambda b: b.go(1)),
    **_keys("k", "up", action=lambda b: b.go(-1)),
    **_keys("pagedown", " ", "ctrl+f", action=lambda b: b.page(1)),
    **_keys("pageup", "b", "ctrl+b", action=lambda b: b.page(-1)),
    **_keys("home", "g", action=lambda b: b.go(-b.place.row)),
    **_keys("end", "G", action=lambda b: b.go(len(b.view.matches))),
    **_keys("n", action=lambda b: b.change(later=True)),
    **_keys("p", "N", action=lambda b: b.change(later=False)),
    **_keys("]", "right", "l", action=lambda b: b.go_years(1)),
    **_keys("[", "left", "h", action=lambda b: b.go_years(-1)),
    **_keys("escape", "backspace", "u", action=lambda b: b.back()),
    **_keys("/", ":", action=lambda b: b.entry.question()),
    **_keys("d", action=lambda b: b.entry.begin(Prompt(DAY))),
    **_keys("e", action=lambda b: b.entry.begin(Prompt(FILE))),
    **_keys("t", action=lambda b: b.lists.types()),
    **_keys("c", action=lambda b: b.lists.countries()),
    **_keys("s", action=lambda b: b.lists.states()),
    **_keys("enter", action=lambda b: b.lists.event()),
    **_keys("?", "f1", action=lambda b: b.lists.keys()),
    **_keys("y", action=lambda b: b.cite(b.place.event)),
    **_keys("Y", action=lambda b: b.copy(b.view.question.command)),
    **_keys("q", "Q", "ctrl+q", action=lambda b: b.host.leave(0)),
}
