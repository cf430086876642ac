"""A parsed event file: its data, and how to find the place of a value in the file."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import Final, Literal

from diplo.model.events import Tallies
from diplo.reading.faults import Fault, Find, Path
from diplo.reading.records import Context
from diplo.terminal.errors import Problem, UnreadableError, input_name
from diplo.terminal.text import escape

# Called repeatedly with the file being read and the share of it that is done, None if unknown.
Watch = Callable[[str, float | None], object]

DATE: Final = "date"
COUNTRIES: Final = "countries"

UNREADABLE = object()  # stands for the data of a line that cannot be parsed
SIFTED = object()  # announces a batch from which unwanted events are left out


class Document:
    """The data of a file, and how to find the places of values in it by their paths."""

    tallies: Tallies | None = None  # of events that are not yielded
    is_json = False
    unread = ""  # what to do about the table or the dated lines of a note
    is_led = False  # a fault has pointed to a map already
    is_table = False
    is_note = False
    twice = "change one"  # what to do about an id that two events have
    source = ""  # the id under which events without a source cite the file, if they may

    def __init__(self, name: str) -> None:
        """Take the file's name; the document is still empty."""
        self.name = name
        self.data: object = {"events": []}
        self.find: Find = lambda _: {}
        self.problems: list[Problem] = []
        self.codes: frozenset[str] = frozenset()  # of countries in events that are not yielded
        self.notes: list[tuple[int, str]] = []  # on what was left out, with the first line or row
        self.unmapped = False  # it has events, which a map for tables leaves as they are
        # The key that a note lacks to be an event.
        self.lacks: Literal["date", "countries"] | None = None
        self.parsed = 0.0  # the share of the reading that is done once the data are parsed

    @property
    def items(self) -> list[object]:
        """The events among the data; none where these are no event file."""
        found = self.data.get("events") if isinstance(self.data, dict) else self.data
        return found if isinstance(found, list) else []

    @property
    def different(self) -> int:
        """The number of problems, or of distinct ones where many are alike."""
        return len(self.problems)

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the path of each event, with the event if it is plainly valid, else its data.

        Events that are surely not kept may be left out.
        """
        above: Path = ("events",) if isinstance(self.data, dict) else ()
        located: Iterable[tuple[Path, object]] = (
            ((*above, index), item) for index, item in enumerate(self.items)
        )
        if self.is_json:
            from diplo.reading.judge import Judge  # noqa: PLC0415  (YAML needs no JSON)

            located = Judge(context).events(located)
        yield from located

    def line(self, noted: int) -> int:
        """Return the line of the place that a note is about."""
        return noted

    def done(self, number: int) -> float | None:
        """Return the share of the reading that is done after so many events, None if unknown."""
        return self.parsed + (1 - self.parsed) * number / max(len(self.items), 1)

    def close(self) -> None:
        """Close the file if it is still open."""

    def remember(self, faults: list[Fault]) -> None:
        """Note where faults of the event yielded last stand, if its text is not kept."""


def faulty(name: str, *problems: Problem) -> Document:
    """Return a document of problems alone, for a file that cannot be read."""
    document = Document(name)
    document.problems = [*problems]
    return document


class Locator(str):
    """A cited text that is no source's id; it becomes the locator of a citation of the file."""

    __slots__ = ()


class Alone(Document):
    """A file that is one event."""

    def __init__(self, file: Document, source: str = "") -> None:
        """Take a document whose data are the event; it cites the file if `source` is an id."""
        super().__init__(file.name)
        self._event = file.data
        self.find = file.find
        self.problems = file.problems
        self.notes = file.notes
        self.is_note, self.lacks = file.is_note, file.lacks
        self.source = source

    def events(self, _: Context) -> Generator[tuple[Path, object]]:
        """Yield the event, unless it lacks a key and is left out."""
        if self.lacks:
            return
        if self.source and isinstance(self._event, dict):
            own = {"source": self.source, "title": escape(self.name)}
            cited = self._event.get("sources") or [own]
            self._event["sources"] = [
                {**own, "locator": str(each)} if isinstance(each, Locator) else each
                for each in cited
            ]
        yield (), self._event

    def done(self, _: int) -> float | None:
        """Return None, as one event is soon read."""
        return None


def unwatched(_name: str, _done: float | None) -> None:
    """Watch nothing."""


def unreadable(name: str, error: OSError) -> UnreadableError:
    """Return the error to raise for a file that the system cannot open or read."""
    reason = error.strerror or str(error)
    is_missing = isinstance(error, FileNotFoundError)
    cure = "check its name" if is_missing else "check its name and permissions"
    if name.startswith("~") and os.path.exists(os.path.expanduser(name)):
        cure = "the shell has left ~ as it is, as it does in quotes and after ="
    return UnreadableError(f"{input_name(name)} cannot be read: {reason}; {cure}")
