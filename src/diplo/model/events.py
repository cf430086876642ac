"""Events, sources, countries and types: their fields, keys and patterns, as a file has them.

A `Timeline` is all that was read of files; `Columns` have the same of many events side by side,
and a `Tally` says how many there are.
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
CITATION_KEYS = ("source", "locator", *SOURCE_KEYS)  # the source itself, where nobody declares it
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
    """Where an event is told: a source's id, and the place in it."""

    source: str
    locator: str | None = None


class Event(NamedTuple):
    """Something that happened, as precisely as its sources tell."""

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
    """The dates of many events, what countries these concern, and their types."""

    dates: list[Edtf]
    countries: list[tuple[str, ...]]
    types: list[str | None]

    @property
    def distinct_dates(self) -> dict[str, Edtf]:
        """The dates by their texts."""
        return {when.text: when for when in self.dates}


class Vocabulary(NamedTuple):
    """What event files declare beside their events.

    `as_of` is the last day that all files speak for which tell one. `told` are sources that no file
    declares, as the events that were read tell what they are.
    """

    title: str | None = None
    as_of: date | None = None
    sources: Mapping[str, Source] = {}
    countries: Mapping[str, Country] = {}
    types: Mapping[str, EventType] = {}
    told: Mapping[str, Source] = {}

    @property
    def last_day(self) -> int | None:
        """The last day that the files speak for as an ordinal, None where they tell none."""
        return self.as_of.toordinal() if self.as_of else None

    @property
    def citable(self) -> Mapping[str, Source]:
        """The sources that events may cite; none where no file declares any, as all will do."""
        return {**self.sources, **self.told} if self.sources else {}

    def source(self, key: str) -> Source:
        """Return what is known of a source; its title is empty where nobody gives one."""
        return self.sources.get(key) or self.told.get(key) or Source(key, "")


class Tally(NamedTuple):
    """So many events of one key, all of one part of a timeline, from a first date to a last one."""

    key: str | None
    number: int
    first: Edtf
    last: Edtf


class Tallies(NamedTuple):
    """Events that are counted: each once by its date, and by each of its keys."""

    dated: Sequence[Tally] = ()
    keyed: Sequence[Tally] = ()


def together(counted: Iterable[Tallies]) -> Tallies:
    """Return what is counted apart as if it were counted together."""
    every = [*counted]
    return Tallies(*([tally for each in every for tally in each[at]] for at in (0, 1)))


class Timeline(NamedTuple):
    """The events that were kept of those that were read, and the codes of all that were read.

    For each event that changes a state, `spoken` has the last day that its own file speaks for, if
    that is told, by the id of the event.
    """

    vocabulary: Vocabulary
    events: tuple[Event, ...]
    codes: frozenset[str]
    spoken: Mapping[str, date] = {}
    tallies: Tallies | None = None  # of more events, which are only counted
    notes: tuple[str, ...] = ()  # on what was left out of the files


def families(kind: str) -> list[str]:
    """Return a type and the families that it is of: "mission.closed" is of "mission"."""
    words = kind.split(".")
    return [".".join(words[: length + 1]) for length in range(len(words))]


def in_family(member: str | None, family: str) -> bool:
    """Say whether a type is one of a family: the family itself or, after a dot, a member."""
    return member is not None and (member == family or member.startswith(f"{family}."))
