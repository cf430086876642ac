"""Moving about: what each key, click and typed line does, whatever shows it."""

import contextlib
import functools
from collections.abc import Callable, Mapping
from os.path import isfile, lexists
from typing import Protocol

from diplo.explore import listings
from diplo.explore.listings import CARD, COUNTRIES, HELP, STATES, TYPES, Listing
from diplo.explore.painting import foot, panes
from diplo.explore.painting.screen import Layout, Painter, Scene
from diplo.explore.places import Place, opened
from diplo.explore.prompt import DAY, FILE, QUESTION, Prompt, listed
from diplo.explore.questions import Answers, Look, Question
from diplo.explore.standing import Course
from diplo.explore.typed import Typed
from diplo.explore.view import View
from diplo.model import dates
from diplo.model.events import Event
from diplo.reports import card as cards
from diplo.reports import citations
from diplo.terminal.colour import Line
from diplo.terminal.errors import DiploError
from diplo.terminal.signals import INTERRUPTED
from diplo.terminal.text import escape

# What moves over a list: how many lines on, of a page and of all.
_STEPS: Mapping[str, Callable[[int, int], int]] = {
    **dict.fromkeys(("j", "down"), lambda *_: 1),
    **dict.fromkeys(("k", "up"), lambda *_: -1),
    **dict.fromkeys(("pagedown", " ", "ctrl+f"), lambda page, _: page),
    **dict.fromkeys(("pageup", "b", "ctrl+b"), lambda page, _: -page),
    **dict.fromkeys(("home", "g"), lambda _, lines: -lines),
    **dict.fromkeys(("end", "G"), lambda _, lines: lines),
}
_OF_DAYS = ("n", "p", "N", "[", "]", "left", "right", "h", "l", "d")  # while states are listed
_OF_STATES = ("enter", "y", "Y", "e")
_COPYING = ("y", "Y")
_OPENING = (TYPES, COUNTRIES, STATES, HELP, "/")  # another list, or a line
_CLOSING = ("escape", "backspace", "enter", "q")


class Host(Protocol):
    """What shows the browser."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def leave(self, status: int) -> None:
        """End with an exit status."""

    def ask(self, line: str, *, soon: bool) -> None:
        """Have a line answered, at once or as soon as typing pauses, and `Browser.answer` told."""


class Browser:
    """A view to move about in, and what is open over it."""

    def __init__(
        self, answers: Answers, first: Question, host: Host, look: Look, size: tuple[int, int]
    ) -> None:
        """Take who answers, what was asked first, and the width and height of the screen."""
        self._answers = answers
        self._host = host
        self._painter = Painter(look)
        self._before: list[Place] = []
        self._typing_from: Place | None = None
        self._listing: Listing | None = None
        self._prompt: Prompt | None = None
        self._message = "\n".join(first.notes)
        self._awaited: str | None = None  # the line whose answer is wanted
        self._sure_of = ""  # the file that may be replaced
        self._width, self._height = size
        self._courses: dict[tuple[str, ...], Course] = {}
        self._place = opened(View(first, answers.names), answers.last)

    # --- What is seen

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._place.view

    @property
    def day(self) -> int:
        """The day of the cursor."""
        return self._place.day

    @property
    def row(self) -> int:
        """The row of the cursor."""
        return self._place.row

    @property
    def layout(self) -> Layout:
        """Where things stand."""
        return self._painter.layout(self._scene, self._width, self._height)

    def lines(self) -> list[Line]:
        """Return the lines of the screen, each as wide as that is."""
        layout = self.layout
        self._place = self._place.in_sight(layout.rows)
        return self._painter.lines(self._scene, layout)

    def resize(self, width: int, height: int) -> None:
        """Take another size of the screen."""
        self._width, self._height = width, height

    @property
    def _scene(self) -> Scene:
        place = self._place
        event = place.event
        return Scene(
            place.view,
            self._course,
            cards.card(event, self._effects, self._answers.names) if event else None,
            event,
            place.row,
            place.day,
            place.top,
            self._listing,
            self._prompt,
            self._message,
            panes.beyond(place.day, self._answers.timeline.vocabulary.as_of),
        )

    @property
    def _course(self) -> Course:
        subjects = self.view.question.subjects
        key = tuple(subject.name for subject in subjects)
        if key not in self._courses:
            self._courses[key] = Course(subjects, self._answers.last, self._answers.names)
        return self._courses[key]

    @functools.cached_property
    def _effects(self) -> cards.Effects:
        timeline = self._answers.timeline
        return cards.Effects([e for e in timeline.events if e.status], timeline.spoken)

    # --- Where one is

    def go(self, steps: int) -> None:
        """Go so many rows on."""
        self._place = self._place.at(self.row + steps)

    def page(self, pages: int) -> None:
        """Go so many screens of rows on."""
        self.go(pages * max(self.layout.rows - 1, 1))

    def go_to_change(self, *, later: bool) -> None:
        """Go to the next or the last event that changes a state."""
        place = self._place.change(later=later)
        if place is None:
            self._message = f"no {'later' if later else 'earlier'} event here changes a state"
        self._place = place or self._place

    def go_years(self, number: int) -> None:
        """Go so many years on."""
        self._place = self._place.years(number)

    def _look_at(self, day: int) -> None:
        """Go to a day."""
        self._place = self._place.on(day)
        if self._listing and self._listing.key == STATES:
            self.list_states()

    def back(self) -> None:
        """Go back to the view before this one."""
        if self._before:
            self._place = self._before.pop()
        else:
            self._message = "this is the first view; q quits"

    # --- Keys

    def press(self, key: str, character: str | None = None) -> None:
        """Do what a key does; `character` is what it types."""
        if key == "ctrl+c":
            self._host.leave(INTERRUPTED)
        elif self._prompt:
            self._typed(self._prompt, key, character)
        else:
            self._message = ""
            name = character if character and character.isprintable() else key
            if self._listing:
                self._listed(self._listing, name)
            else:
                self._browse(name)

    def _browse(self, key: str) -> None:
        if does := _DOES.get(key):
            does(self)
        else:
            self._message = f"{escape(key)} is no key here; ? lists them"

    # --- Copying

    def copy_citation(self) -> None:
        """Copy a citation of the event at the cursor."""
        if event := self._place.event:
            self._cite(event)

    def _cite(self, event: Event) -> None:
        told = citations.sentences([event], self._answers.names).strip()
        if told:
            self._copy(told)
        else:
            self._message = f"the event {event.id} names no source"

    def copy_command(self) -> None:
        """Copy the command that prints the events."""
        self._copy(self.view.question.command)

    def _copy(self, text: str) -> None:
        self._host.copy(text)
        self._message = f"Copied, where the terminal allows it:\n{text}"

    # --- Lists

    def list_types(self) -> None:
        """List types to choose from."""
        self._list(listings.types(self.view, self._answers.names))

    def list_countries(self) -> None:
        """List countries to choose from."""
        self._list(listings.countries(self.view, self._answers.names))

    def read_keys(self) -> None:
        """List all keys."""
        self._list(listings.keys(self._painter.glyphs))

    def leave(self) -> None:
        """End."""
        self._host.leave(0)

    def _list(self, listing: Listing | None) -> None:
        """Cover the rows with a list, if there is anything in it."""
        self._listing = listing
        if listing is None:
            self._message = "there is nothing to choose from here"

    def list_states(self) -> None:
        """List all states of relations on the day."""
        scene, painter = self._scene, self._painter
        stated = list(scene.course.on(scene.day, scene.event))
        draw = functools.cache(lambda width: painter.states(stated, scene.view, width))
        self._listing = listings.states(panes.on(scene.day), stated, scene.beyond, draw)

    def read_event(self) -> None:
        """Show the event at the cursor in full."""
        card, painter = self._scene.card, self._painter
        if card:
            self._listing = Listing(CARD, "In full", lambda width: painter.card(card, width))

    def _listed(self, listing: Listing, key: str) -> None:
        """Do what a key does while something covers the rows."""
        lines, page = len(listing.draw(self._width)), max(self.layout.rows - 2, 1)
        if steps := _STEPS.get(key):
            most = lines if listing.is_choice else lines - page
            self._listing = listing.moved(steps(page, lines), most)
        elif listing.events and key in _OF_STATES:
            self._press_on(listing.events[listing.at], key)
        elif listing.key == STATES and key in _OF_DAYS:
            self._browse(key)
            if not self._prompt:
                self.list_states()
        elif listing.key == CARD and key in _COPYING:
            self._browse(key)
        elif key in (listing.key, *_OPENING, *_CLOSING):
            self._listing = None
            if key == "enter" and listing.is_choice:
                self._narrow(listing)
            elif key in _OPENING and key != listing.key:
                self._browse(key)
        else:
            self._message = f"{escape(key)} is no key here; Esc goes back, and then ? lists them"

    def _press_on(self, event: Event | None, key: str) -> None:
        """Do what a key does at a state, given the event behind it."""
        if key == "Y":
            on = dates.day(self.day).text
            self._copy(f"{self.view.question.standing} --on {on}")
        elif key == "e":
            self._message = "e exports events; Y copies the command that prints these states"
        elif event is None:
            self._message = "no event is behind this, as nothing is stated by then"
        elif key == "y":
            self._cite(event)
        elif (row := self.view.row_of(event)) is None:
            self._message = f"{event.title}: this event is not among those that were asked for"
        else:
            self._listing = None
            self._place = self._place.at(row)

    def _narrow(self, listing: Listing) -> None:
        option = "type" if listing.key == TYPES else "country"
        line = self.view.question.line
        self._ask(self._answers.narrow(line, option, listing.values[listing.at]), soon=False)

    # --- Typing

    def type(self, prompt: Prompt) -> None:
        """Have something typed."""
        self._prompt, self._typing_from, self._sure_of = prompt, self._place, ""

    def type_question(self) -> None:
        """Have the question changed."""
        line = self.view.question.line
        line = f"{line} " if line else ""
        self.type(Prompt(QUESTION, Typed(line, len(line))))

    def paste(self, text: str) -> None:
        """Put a text into what is typed."""
        if self._prompt:
            self._changed(self._prompt, self._prompt.typed.inserted(text))

    def _typed(self, prompt: Prompt, key: str, character: str | None) -> None:
        if key == "escape":
            self._prompt = self._awaited = None
            self._place = self._typing_from or self._place
        elif key == "enter":
            self._entered(prompt)
        elif key == "tab":
            self._complete(prompt)
        elif (typed := prompt.typed.pressed(key)) is not None:
            self._changed(prompt, typed)
        elif character and character.isprintable():
            self._changed(prompt, prompt.typed.inserted(character))

    def _changed(self, prompt: Prompt, typed: Typed) -> None:
        if typed.text == prompt.typed.text:
            self._prompt = prompt._replace(typed=typed)
            return
        self._prompt = prompt._replace(typed=typed, said="", wrong=False, kept=False)
        if prompt.key == QUESTION:
            self._ask(typed.text, soon=True)

    def _complete(self, prompt: Prompt) -> None:
        if prompt.key == QUESTION:
            words = self._answers.words(prompt.typed.halves[0])
            self._prompt = completed = prompt.completed(words)
            self._awaited = None  # what would be said of the word that is not whole
            if completed.typed.text != prompt.typed.text:
                self._ask(completed.typed.text, soon=True)

    def _entered(self, prompt: Prompt) -> None:
        text = prompt.typed.text.strip()
        try:
            if prompt.key == QUESTION:
                self._prompt = prompt._replace(kept=True)
                self._ask(prompt.typed.text, soon=False)
            elif prompt.key == DAY:
                self._look_at(self._answers.day(text))
                self._prompt = None
            else:
                self._export(prompt, text)
        except DiploError as error:
            self._refuse(prompt, error.messages()[0])

    def _refuse(self, prompt: Prompt, said: str) -> None:
        self._prompt = prompt._replace(said=said, wrong=True)

    def _export(self, prompt: Prompt, name: str) -> None:
        if name in ("", "-") or (lexists(name) and not isfile(name)):
            self._refuse(prompt, "name a file, such as story.html")
        elif isfile(name) and name != self._sure_of:
            self._sure_of = name
            self._refuse(prompt, f"{escape(name)} is there already; Enter replaces it")
        else:
            self._answers.export(self.view.question, name)
            self._prompt = None
            self._message = f"Wrote {escape(name)}"

    # --- Answers

    def _ask(self, line: str, *, soon: bool) -> None:
        self._awaited = line
        self._host.ask(line, soon=soon)

    def answered(self, line: str) -> View | DiploError:
        """Return the view of a line, or what is wrong with it; this may take its time."""
        try:
            return View(self._answers.ask(line), self._answers.names)
        except DiploError as error:
            return error

    def answer(self, line: str, outcome: View | DiploError) -> None:
        """Show what a line was answered with, unless something else has been typed since."""
        if line != self._awaited:
            return
        self._awaited = None
        prompt = self._prompt if self._prompt and self._prompt.key == QUESTION else None
        if isinstance(outcome, DiploError):
            said = outcome.messages()[0]
            if prompt:
                self._doubted(prompt, said)
            else:
                self._message = said
            return
        before = self._typing_from if prompt and self._typing_from else self._place
        self._place = opened(outcome, self._answers.last, before)
        notes = "\n".join(outcome.question.notes)
        if prompt and not prompt.kept:
            counts = outcome.told.counts
            self._prompt = prompt._replace(said=notes or counts, wrong=False)
            return
        if prompt:
            self._prompt = None
        self._before.append(before)
        self._message = notes

    def _doubted(self, prompt: Prompt, said: str) -> None:
        """Go to the day that a line is, say what its last word may become, or what is wrong."""
        there, before = self._dated(prompt.typed.text), prompt.typed.halves[0]
        if there and prompt.kept:
            self._prompt = None
            if self._typing_from and there.view is not self._typing_from.view:
                self._before.append(self._typing_from)
            self._place = there
        elif there:
            words = dates.words(dates.day(there.day))
            self._prompt = prompt._replace(said=f"Enter goes to {words}", wrong=False)
        elif not prompt.kept and (whole := self._whole(before)):
            self._prompt = prompt._replace(said=f"Tab: {listed(whole)}", wrong=False)
        else:
            self._refuse(prompt._replace(kept=False), said)

    def _whole(self, before: str) -> list[str]:
        """Return what the word may become that is being typed, if there is one."""
        last = before.rpartition(" ")[2]
        return [word for word in self._answers.words(before) if word != last] if last else []

    def _dated(self, line: str) -> Place | None:
        """Return the place of the day that a line is, or that stands behind a question in it."""
        for place in filter(None, (self._typing_from, self._place)):
            with contextlib.suppress(DiploError):
                day = self._answers.day(line.removeprefix(place.view.question.line).strip())
                return place.on(day)
        return None

    # --- The mouse

    def click(self, x: int, y: int) -> None:
        """Go to what stands on a cell of the screen: a row, or a day of the foot."""
        if self._prompt or y >= self._height:
            return
        layout = self.layout
        if layout.foot_first <= y < layout.foot_first + layout.foot:
            self.drag(x)
        elif self._listing:
            self._click_listing(self._listing, y - layout.first - 1)
        elif x < layout.left and layout.first <= y < layout.first + layout.rows:
            line = self._place.top + y - layout.first
            if line < self.view.size and isinstance(row := self.view.on_line(line), int):
                self._place = self._place.at(row)

    def _click_listing(self, listing: Listing, line: int) -> None:
        lines = len(listing.draw(self._width))
        chosen = listing.top(lines, self.layout.rows - 1) + line
        if listing.is_choice and line >= 0 and chosen < lines:
            self._listed(listing._replace(at=chosen), "enter")

    def on_foot(self, y: int) -> bool:
        """Say whether a line of the screen is of the foot."""
        layout = self.layout
        return layout.foot_first <= y < layout.foot_first + layout.foot

    def drag(self, x: int) -> None:
        """Go to the day of a cell of the foot."""
        day = foot.day_at(x, self.view, self._width)
        if day is not None:
            self._look_at(day)

    def scroll(self, lines: int) -> None:
        """Show other lines, the cursor staying where it is."""
        if self._listing:
            self._listed(self._listing, "j" if lines > 0 else "k")
            return
        self._place = self._place.scrolled(lines, self.layout.rows)


def _keys(*names: str, does: Callable[[Browser], None]) -> dict[str, Callable[[Browser], None]]:
    return dict.fromkeys(names, does)


_DOES = {
    **_keys("j", "down", does=lambda b: b.go(1)),
    **_keys("k", "up", does=lambda b: b.go(-1)),
    **_keys("pagedown", " ", "ctrl+f", does=lambda b: b.page(1)),
    **_keys("pageup", "b", "ctrl+b", does=lambda b: b.page(-1)),
    **_keys("home", "g", does=lambda b: b.go(-b.row)),
    **_keys("end", "G", does=lambda b: b.go(len(b.view.matches))),
    **_keys("n", does=lambda b: b.go_to_change(later=True)),
    **_keys("p", "N", does=lambda b: b.go_to_change(later=False)),
    **_keys("]", "right", "l", does=lambda b: b.go_years(1)),
    **_keys("[", "left", "h", does=lambda b: b.go_years(-1)),
    **_keys("escape", "backspace", "u", does=Browser.back),
    **_keys("/", ":", does=Browser.type_question),
    **_keys("d", does=lambda b: b.type(Prompt(DAY))),
    **_keys("e", does=lambda b: b.type(Prompt(FILE))),
    **_keys("t", does=Browser.list_types),
    **_keys("c", does=Browser.list_countries),
    **_keys("s", does=Browser.list_states),
    **_keys("enter", does=Browser.read_event),
    **_keys("?", "f1", does=Browser.read_keys),
    **_keys("y", does=Browser.copy_citation),
    **_keys("Y", does=Browser.copy_command),
    **_keys("q", "Q", "ctrl+q", does=Browser.leave),
}
