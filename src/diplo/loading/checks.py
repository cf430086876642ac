"""What is not wrong in event files but deserves a look: the warnings of `diplo check`."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from diplo.countries import in_iso_3166
from diplo.events import Event, in_family
from diplo.loading.places import Fault, Origin
from diplo.loading.reading import Reading
from diplo.text import fold, shown

_ALIKE = 0.85  # of titles, as difflib measures it
_MOST_COMPARED = 50  # events of one day and the same countries; comparing grows as their square

Warnings = Iterator[tuple[Origin, Fault]]


def warnings(reading: Reading) -> Warnings:
    """Yield what to look at in files that were read without errors."""
    for event, origin in zip(reading.timeline.events, reading.origins, strict=True):
        yield from _about_event(event, origin, reading)
    yield from _repeated_states(reading)
    yield from _near_duplicates(reading)
    yield from _about_declarations(reading)


def _about_event(event: Event, origin: Origin, reading: Reading) -> Warnings:
    as_of, earliest = reading.timeline.vocabulary.as_of, event.date.earliest
    if as_of and earliest and earliest > as_of:
        yield _warning(origin, f"the date is after {as_of}, the file's as_of", "date")
    if not event.sources:
        yield _warning(origin, "no source supports this event; name one under 'sources'")
    for index, code in enumerate(event.countries):
        if code not in reading.timeline.vocabulary.countries and not in_iso_3166(code):
            yield _warning(origin, _unknown_code(code), "countries", index)


def _repeated_states(reading: Reading) -> Warnings:
    states: dict[str, str] = {}
    pairs = zip(reading.timeline.events, reading.origins, strict=True)
    for event, origin in sorted(pairs, key=lambda pair: pair[0].order):
        for subject, state in event.status.items():
            if states.get(subject) == state:
                message = f"{shown(subject)} is {shown(state)} already; leave it out here"
                yield _warning(origin, message, "status", subject)
            states[subject] = state


def _near_duplicates(reading: Reading) -> Warnings:
    alike: defaultdict[object, list[tuple[Event, Origin]]] = defaultdict(list)
    for event, origin in zip(reading.timeline.events, reading.origins, strict=True):
        alike[event.date.order, frozenset(event.countries)].append((event, origin))
    for members in alike.values():
        for (first, _), (second, origin) in combinations(members[:_MOST_COMPARED], 2):
            ratio = SequenceMatcher(None, fold(first.title), fold(second.title)).ratio()
            if ratio >= _ALIKE:
                message = f"looks like {first.id}: the same date and countries, a similar title"
                yield _warning(origin, message, "title")


def _about_declarations(reading: Reading) -> Warnings:
    events = reading.timeline.events
    cited = {citation.source for event in events for citation in event.sources}
    used = {event.type for event in events}
    for (kind, key), origin in reading.declared.items():
        if kind == "countries" and not in_iso_3166(key):
            yield _warning(origin, _unknown_code(key))
        if kind == "sources" and key not in cited:
            yield _warning(origin, f"no event cites the source {key}")
        if kind == "types" and not any(in_family(member, key) for member in used):
            yield _warning(origin, f"no event is of the type {key}")


def _unknown_code(code: str) -> str:
    return f"ISO 3166-1 does not list {code} today; it is taken as it is"


def _warning(origin: Origin, message: str, *below: str | int) -> tuple[Origin, Fault]:
    return origin, Fault((*origin.path, *below), message, severity="warning")
