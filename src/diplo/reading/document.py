"""An event file once it is parsed: its data, and how to find where in it something stands."""

from collections.abc import Callable, Generator, Iterable

from diplo.model.events import Tallies
from diplo.reading.faults import Fault, Find, Path
from diplo.reading.records import Context
from diplo.terminal.errors import Problem, UnreadableError, input_name
from diplo.terminal.text import escape

# Is told, time and again, which file is being read and what share of that is done, if known.
Watch = Callable[[str, float | None], object]

DATE, COUNTRIES = "date", "countries"  # that a note may lack

UNREADABLE = object()  # stands for the data of a line of which there is none
SIFTED = object()  # stands for events of which none needs to be yielded


class Document:
    """The data of a file, and how to find where the values at some paths stand in it."""

    tallies: Tallies | None = None  # of events that are not yielded
    is_json = False
    has_table = False  # a note of which a table is not read
    is_led = False  # it has been said that a map reads it
    noun = ""  # what there may be many of with the same thing wrong, as in tables
    twice = "change one"  # what to do about an id that two events have
    source = ""  # by which what has no source cites the file, where that may be

    def __init__(self, name: str) -> None:
        """Take the file's name; the document is empty yet."""
        self.name = name
        self.data: object = {"events": []}
        self.find: Find = lambda _: {}
        self.problems: list[Problem] = []
        self.codes: frozenset[str] = frozenset()  # of countries in events that are not yielded
        self.notes: list[tuple[int, str]] = []  # on what was left out, with the first line or row
        self.unmapped = False  # events that a map would change in a table
        self.lacks: str | None = None  # what a note has not to be an event, None for no note
        self.parsed = 0.0  # the share of the work of reading that is done once there are data

    @property
    def different(self) -> int:
        """The number of problems, or of different ones where many are alike."""
        return len(self.problems)

    def events(self, around: Context) -> Generator[tuple[Path, object]]:
        """Yield the path of each event, and its data or, where it is plainly right, the event.

        What is surely not kept need not be yielded.
        """
        above: Path = ()
        items = self.data
        if isinstance(self.data, dict):
            items, above = self.data.get("events"), ("events",)
        if not isinstance(items, list):
            return
        located: Iterable[tuple[Path, object]] = (
            ((*above, index), item) for index, item in enumerate(items)
        )
        if self.is_json:
            from diplo.reading.judge import Judge  # noqa: PLC0415  (YAML needs no JSON)

            located = Judge(around).events(located)
        yield from located

    def line(self, noted: int) -> int:
        """Return the line of what a note is on."""
        return noted

    def done(self, number: int) -> float | None:
        """Return the share of the work that is done after so many events, None where unknown."""
        items = self.data.get("events") if isinstance(self.data, dict) else self.data
        many = len(items) if isinstance(items, list) else 0
        return self.parsed + (1 - self.parsed) * number / max(many, 1)

    def close(self) -> None:
        """Close the file, where it is still open."""

    def remember(self, faults: list[Fault]) -> None:
        """Note the places of faults in the event that was yielded last, where it will be gone."""


def faulty(name: str, *problems: Problem) -> Document:
    """Return the document of a file of which nothing is known but what is wrong with it."""
    document = Document(name)
    document.problems = [*problems]
    return document


class Locator(str):
    """What a file cites that is no source's id, and stands after the file's own."""

    __slots__ = ()


class Alone(Document):
    """One event that is a file of its own."""

    def __init__(self, file: Document, source: str = "") -> None:
        """Take a document whose data are the event, which cites the file if `source` is an id."""
        super().__init__(file.name)
        self._event = file.data
        self.find = file.find
        self.problems = file.problems
        self.notes = file.notes
        self.lacks = file.lacks
        self.source = source

    def events(self, _: Context) -> Generator[tuple[Path, object]]:
        """Yield the event, unless it is to be left out."""
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
        """Return nothing, as it is soon read."""
        return None


def unwatched(_name: str, _done: float | None) -> None:
    """Watch nothing."""


def unreadable(name: str, error: OSError) -> UnreadableError:
    """Turn what the system says of a file into the error to raise."""
    reason = error.strerror or str(error)
    return UnreadableError(
        f"{input_name(name)} cannot be read: {reason}; check its name and permissions"
    )
