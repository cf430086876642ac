"""What is open in the explorer: a place in a view, a list or a line over it, and a message."""

import functools
from typing import TYPE_CHECKING, Protocol

from diplo.explore.painting import panes
from diplo.explore.painting.screen import Layout, Painter, Scene
from diplo.explore.places import Place, starting_place
from diplo.explore.questions import Answers, Look, Question
from diplo.explore.states import Course
from diplo.explore.view import View
from diplo.model.events import Event
from diplo.reports import card as cards
from diplo.reports import citations
from diplo.terminal.colour import Line

if TYPE_CHECKING:  # named only
    from diplo.explore.listings import Listing
    from diplo.explore.prompt import Prompt


class Host(Protocol):
    """What runs the browser on a terminal."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def leave(self, status: int) -> None:
        """End with an exit status."""

    def ask(self, line: str, *, soon: bool) -> None:
        """Answer a line, at once or as soon as typing pauses, by calling `Browser.answer`."""


class Session:
    """What is open: a place and those before it, a list, a line that is typed, a message."""

    def __init__(
        self, answers: Answers, first: Question, host: Host, look: Look, size: tuple[int, int]
    ) -> None:
        self.answers, self.host = answers, host
        self.painter = Painter(look)
        self.width, self.height = size
        self.place = starting_place(View(first, answers.names), answers.last)
        self.before: list[Place] = []
        self.listing: Listing | None = None
        self.prompt: Prompt | None = None
        self.message = "\n".join(first.notes)
        self.awaited: str | None = None  # the line whose answer is wanted
        self._courses: dict[tuple[str, ...], Course] = {}

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.place.view

    @property
    def layout(self) -> Layout:
        """The layout of the screen."""
        return self.painter.layout(self.scene, self.width, self.height)

    def lines(self) -> list[Line]:
        """Return the lines of the screen, each of its full width."""
        layout = self.layout
        self.place = self.place.in_sight(layout.rows)
        return self.painter.lines(self.scene, layout)

    @property
    def scene(self) -> Scene:
        """What is to be painted."""
        event, last_day = self.place.event, self.answers.timeline.vocabulary.last_day
        return Scene(
            self.place,
            self._course,
            cards.card(event, self._effects, self.answers.names) if event else None,
            self.listing,
            self.prompt,
            self.message,
            panes.coverage_note(self.place.day, last_day),
        )

    @property
    def _course(self) -> Course:
        subjects = self.view.question.subjects
        key = tuple(subject.name for subject in subjects)
        if key not in self._courses:
            self._courses[key] = Course(subjects, self.answers.last, self.answers.names)
        return self._courses[key]

    @functools.cached_property
    def _effects(self) -> cards.Effects:
        timeline = self.answers.timeline
        return cards.Effects([e for e in timeline.events if e.status], timeline.last_days)

    def ask(self, line: str, *, soon: bool) -> None:
        """Have a line answered, at once or as soon as typing pauses."""
        self.awaited = line
        self.host.ask(line, soon=soon)

    def back(self) -> None:
        """Go back to the view before this one."""
        if self.before:
            self.place = self.before.pop()
        else:
            self.message = "this is the first view; q quits"

    def change(self, *, later: bool) -> None:
        """Go to the next or the previous event that changes a state."""
        place = self.place.change(later=later)
        if place is None:
            self.message = f"no {'later' if later else 'earlier'} event here changes a state"
        self.place = place or self.place

    def cite(self, event: Event | None) -> None:
        """Copy a citation of an event, if there is one."""
        if event is None:
            return
        citation = citations.sentences([event], self.answers.names).strip()
        if citation:
            self.copy(citation)
        else:
            self.message = f"the event {event.id} names no source"

    def copy(self, text: str) -> None:
        """Copy a text."""
        self.host.copy(text)
        self.message = f"Copied, where the terminal allows it:\n{text}"
