"""Lists over the rows: what opens them, and what each key does while one is open."""

import functools
from collections.abc import Callable, Mapping

from diplo.explore import listings
from diplo.explore.listings import CARD, COUNTRIES, HELP, STATES, TYPES, Listing
from diplo.explore.painting import panes
from diplo.explore.session import Session
from diplo.model import dates
from diplo.model.events import Event
from diplo.terminal.text import escape

# Keys that move in a list: how many lines to move by, given those of a page and of all.
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
_OPENING = (TYPES, COUNTRIES, STATES, HELP, "/")  # that open another list, or a line
_CLOSING = ("escape", "backspace", "enter", "q")


class Lists:
    """Opens lists in a session, and takes the keys that are pressed there."""

    def __init__(self, session: Session, browse: Callable[[str], None]) -> None:
        """Take the session, and what handles keys when no list is open."""
        self._session, self._browse = session, browse

    def types(self) -> None:
        """List types to choose from."""
        view, answers, dots = self._session.view, self._session.answers, self._dots
        self._choose(listings.types(view, answers.names, answers.timeline.events, dots))

    def countries(self) -> None:
        """List countries to choose from."""
        view, answers = self._session.view, self._session.answers
        self._choose(listings.countries(view, answers.names, self._dots))

    @property
    def _dots(self) -> str:
        return self._session.painter.glyphs.dots

    def keys(self) -> None:
        """List all keys."""
        self._session.listing = listings.keys(self._session.painter.glyphs)

    def _choose(self, listing: Listing | None) -> None:
        self._session.listing = listing
        if listing is None:
            self._session.message = "there is nothing to choose from here"

    def states(self) -> None:
        """List all states of relations on the day."""
        scene, painter = self._session.scene, self._session.painter
        stated = list(scene.course.on(scene.place.day, scene.place.event))
        draw = functools.cache(lambda width: painter.states(stated, scene.view, width))
        self._session.listing = listings.states(
            panes.states_title(scene.place.day), stated, scene.coverage_note, draw
        )

    def event(self) -> None:
        """Show the event at the cursor in full."""
        card, painter = self._session.scene.card, self._session.painter
        if card:
            read = Listing(CARD, "In full", lambda width: painter.card(card, width))
            self._session.listing = read

    def look_at(self, day: int) -> None:
        """Go to a day and, if states are listed, list those of that day."""
        self._session.place = self._session.place.on(day)
        if self._session.listing and self._session.listing.key == STATES:
            self.states()

    def press(self, listing: Listing, key: str) -> None:
        """Do what a key does while a list is open."""
        session = self._session
        lines, page = len(listing.draw(session.width)), max(session.layout.rows - 2, 1)
        if steps := _STEPS.get(key):
            most = lines if listing.is_choice else lines - page
            session.listing = listing.moved(steps(page, lines), most)
        elif listing.events and key in _OF_STATES:
            self._press_on(listing.events[listing.at], key)
        elif listing.key == STATES and key in _OF_DAYS:
            self._browse(key)
            if not session.prompt:
                self.states()
        elif listing.key == CARD and key in _COPYING:
            self._browse(key)
        elif key in (listing.key, *_OPENING, *_CLOSING):
            session.listing = None
            if key == "enter" and listing.is_choice:
                self._narrow(listing)
            elif key in _OPENING and key != listing.key:
                self._browse(key)
        else:
            session.message = (
                f"{escape(key)} does nothing here; Esc goes back, and then ? lists the keys"
            )

    def _press_on(self, event: Event | None, key: str) -> None:
        """Do what a key does at a state, given the event behind it."""
        session = self._session
        if key == "Y":
            on = dates.day(session.place.day).text
            session.copy(f"{session.view.question.status_command} --on {on}")
        elif key == "e":
            session.message = "e exports events; Y copies the command that prints these states"
        elif event is None:
            session.message = "nothing is stated by then, so there is no event behind it"
        elif key == "y":
            session.cite(event)
        elif (row := session.view.row_of(event)) is None:
            session.message = f"{event.title}: this event is not among those that were asked for"
        else:
            session.listing = None
            session.place = session.place.at(row)

    def _narrow(self, listing: Listing) -> None:
        option = "type" if listing.key == TYPES else "country"
        line, value = self._session.view.question.line, listing.values[listing.at]
        self._session.ask(self._session.answers.narrow(line, option, value), soon=False)

    def click(self, listing: Listing, line: int) -> None:
        """Choose the entry on a line of a list."""
        lines = len(listing.draw(self._session.width))
        chosen = listing.top(lines, self._session.layout.rows - 1) + line
        if listing.is_choice and line >= 0 and chosen < lines:
            self.press(listing._replace(at=chosen), "enter")
