"""Events, sources, countries and types: their fields, keys and patterns, as in a file.

A `Timeline` is all that was read from files; `Columns` hold the same for many events by column,
and a `Tally` counts events.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from diplo.model.dates import Edtf

# The keys of each kind of record, in the order in which files are best written.
FILE_KEYS = ("title", "as_of", "sources", "countries", "types", "events")
SOURCE_KEYS = ("title", "kind", "author", "publisher", "date", "url")
COUNTRY_KEYS = ("name", "aliases")
TYPE_KEYS = ("label", "description", "plover", "cameo")
CITATION_KEYS = ("source", "locator", *SOURCE_KEYS)  # and those of the source, if undeclared
EVENT_KEYS = (
    "id",
    "date",
    "title",
    "type",
    "countries",
    "actors",
    "place",
    "summary",
    "sources",
    "note",
    "status",
)
LIST_KEYS = ("countries", "actors", "sources")
REQUIRED_KEYS = ("date", "title", "countries")
DERIVED_KEYS = ("earliest", "latest", "precision", "match")  # written, ignored when read

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 80
TYPE_PATTERN = rf"{ID_PATTERN}(\.{ID_PATTERN})*"
CODE_PATTERN = "[A-Z]{3}"
_HOST = r'\[[0-9A-Fa-f:.]+\]|[^ /?#@:\[\]<>"\\^`{|}]+'  # an IPv6 address stands in brackets
URL_PATTERN = rf"https?://([^ /?#@]*@)?({_HOST})(:[0-9]{{0,5}})?([/?#][^ ]*)?"


class Source(NamedTuple):
    """A text that events are taken from."""

    id: str
    title: str
    kind: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: Edtf | None = None
    url: str | None = None


class Country(NamedTuple):
    """A state by its ISO 3166-1 alpha-3 code, with the names that people type for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


class EventType(NamedTuple):
    """A word of the vocabulary, with its nearest PLOVER and CAMEO codes."""

    id: str
    label: str
    description: str | None = None
    plover: str | None = None
    cameo: str | None = None


class Citation(NamedTuple):
    """Where an event is reported: a source's id, and the place in it."""

    source: str
    locator: str | None = None


class Event(NamedTuple):
    """Something that happened, as precisely as its sources report it."""

    id: str
    date: Edtf
    title: str
    countries: tuple[str, ...]
    type: str | None = None
    actors: tuple[str, ...] = ()
    place: str | None = None
    summary: str | None = None
    sources: tuple[Citation, ...] = ()
    note: str | None = None
    status: Mapping[str, str] = {}


class Columns(NamedTuple):
    """The dates, countries and types of many events, column by column."""

    dates: list[Edtf]
    countries: list[tuple[str, ...]]
    types: list[str | None]

    @property
    def distinct_dates(self) -> dict[str, Edtf]:
        """The dates by their texts."""
        return {when.text: when for when in self.dates}


class Vocabulary(NamedTuple):
    """What event files declare besides their events.

    `as_of` is the last day that all files which give one cover. `described` are sources that no
    file declares, but that citations describe.
    """

    title: str | None = None
    as_of: date | None = None
    sources: Mapping[str, Source] = {}
    countries: Mapping[str, Country] = {}
    types: Mapping[str, EventType] = {}
    described: Mapping[str, Source] = {}

    @property
    def last_day(self) -> int | None:
        """The last day that the files cover, as an ordinal, or None if no file gives one."""
        return self.as_of.toordinal() if self.as_of else None

    @property
    def citable(self) -> Mapping[str, Source]:
        """The sources that events may cite; empty if no file declares any, as any will do then."""
        return {**self.sources, **self.described} if self.sources else {}

    def source(self, key: str) -> Source:
        """Return a source by its id, with an empty title if no file describes it."""
        return self.sources.get(key) or self.described.get(key) or Source(key, "")


class Tally(NamedTuple):
    """The number of events with one key in a part of a timeline, with their first and last date."""

    key: str | None
    number: int
    first: Edtf
    last: Edtf


class Tallies(NamedTuple):
    """Counts of events: by date, each event once, and by key, each once for each of its keys."""

    dated: Sequence[Tally] = ()
    keyed: Sequence[Tally] = ()


def sum_tallies(counts: Iterable[Tallies]) -> Tallies:
    """Join tallies of several counts into one."""
    dated: list[Tally] = []
    keyed: list[Tally] = []
    for tallies in counts:
        dated += tallies.dated
        keyed += tallies.keyed
    return Tallies(dated, keyed)


class Timeline(NamedTuple):
    """The events that were kept, and the country codes of all events that were read.

    For each event that changes a state, `last_days` maps its id to the last day that its own file
    covers, if the file gives one.
    """

    vocabulary: Vocabulary
    events: tuple[Event, ...]
    codes: frozenset[str]
    last_days: Mapping[str, date] = {}
    tallies: Tallies | None = None  # of further events, which are counted but not kept
    notes: tuple[str, ...] = ()  # on what was left out of the files


def families(kind: str) -> list[str]:
    """Return the families that a type belongs to, and itself: "mission", "mission.closed"."""
    words = kind.split(".")
    return [".".join(words[: length + 1]) for length in range(len(words))]


def in_family(member: str | None, family: str) -> bool:
    """Say whether a type is a family or belongs to it, with more words after a dot."""
    return member is not None and (member == family or member.startswith(f"{family}."))
