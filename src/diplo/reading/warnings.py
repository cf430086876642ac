"""What is not wrong in event files but deserves a look: the warnings of `diplo check`."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, date

from diplo.model.countries.codes import code_warning
from diplo.model.countries.other_codes import is_organisation
from diplo.model.dates import NEVER, NO_DAY, Edtf
from diplo.model.events import Event, Source, in_family
from diplo.reading.duplicates import near_duplicates
from diplo.reading.faults import Fault, Origin
from diplo.reading.garbled import garbled
from diplo.reading.merge import Reading
from diplo.terminal.text import fold, shown

_TITLE_LENGTH = 60
_MOST_YEARS = 10  # of a set
_A_YEAR = 365  # days
# Placeholders for no date in databases and spreadsheets, as in manytreaties and parlparse.
_LAST_YEAR, _FIRST_YEAR = "9999", "0001"
_AHEAD = 50  # years
_FAR = (
    f" is more than {_AHEAD} years ahead; leave the cell blank where it stands for what is still "
    "so or not known, and write the Gregorian year where it has one of another calendar"
)
_FEW = 5  # days, which may all be of a new year by chance
_SOME = 10  # days, which may be the first of a month, as many terms begin then
_MOST = 0.9  # a share of days

_TWO_NUMBERS = re.compile("[0-9]{4}-[0-9]{2}")
_YEAR_OR_TWO = re.compile("[0-9]{4}(?:-[0-9]{2})?")

Warnings = Iterator[tuple[Origin, Fault]]
_Events = Iterable[tuple[Event, Origin]]  # in the order of their dates


def warnings(reading: Reading, today: date | None) -> Warnings:
    """Yield all warnings or, if there are errors, those that do not depend on all events."""
    events = list(zip(reading.timeline.events, reading.origins, strict=True))
    ahead = today and date(min(today.year + _AHEAD, MAXYEAR), 12, 31)  # the last plausible day
    noted = {origin.document.name for event, origin in events if event.note}
    for event, origin in events:
        has_notes = not origin.document.is_table or origin.document.name in noted
        yield from _about_event(event, origin, reading, has_notes=has_notes)
        if ahead and origin.document.is_table and _begins_or_ends_after(event.date, ahead):
            yield _warning(origin, f"{event.date.text}{_FAR}", "date")
    yield from _alike_days(events)
    yield from _alike_months(events)
    if not reading.problems:
        in_order = sorted(events, key=lambda pair: pair[0].date.order)
        yield from _repeated_states(in_order)
        yield from _lasting_states(in_order)
        yield from _near_subjects(in_order)
        for origin, message in near_duplicates(in_order):
            yield _warning(origin, message, "title")
        yield from _about_declarations(reading)


def _about_event(event: Event, origin: Origin, reading: Reading, *, has_notes: bool) -> Warnings:
    as_of, vocabulary = reading.as_of.get(origin.document.name), reading.timeline.vocabulary
    if as_of and _begins_or_ends_after(event.date, as_of):
        yield _warning(origin, f"the date is after {as_of}, the file's as_of", "date")
    if not event.sources:
        yield _warning(origin, "no source supports this event; name one under 'sources'")
    yield from _about_texts(event, origin)
    if instead := _stand_in(event.date):
        yield _warning(origin, instead, "date")
    is_range = event.date.is_set
    for message in _about_set(event, as_of, vocabulary.sources) if is_range else ():
        yield _warning(origin, message, "date")
    if has_notes and not event.note and (is_range or event.date.is_qualified):
        message = "no note says why the date is not exact; say under 'note' what was inferred"
        yield _warning(origin, message, "date")
    for index, code in enumerate(event.countries):
        if code not in vocabulary.countries and (odd := code_warning(code)):
            yield _warning(origin, odd, "countries", index)


def _about_texts(event: Event, origin: Origin) -> Warnings:
    if len(event.title) > _TITLE_LENGTH:
        message = f"the title has {len(event.title)} characters; say it in {_TITLE_LENGTH}"
        yield _warning(origin, message, "title")
    if "<" in event.title and _has_tags(event.title):
        message = "the title has tags of HTML; leave them out"
        also = ", as a map does with strip: tags" if origin.document.is_table else ""
        yield _warning(origin, f"{message}{also}", "title")
    for key in ("title", "summary", "place"):
        if wrong := garbled(getattr(event, key) or ""):
            yield _warning(origin, wrong, key)


def _has_tags(text: str) -> bool:
    from diplo.reading.tables import cells  # noqa: PLC0415  (few titles need it)

    return cells.has_tags(text)


def _stand_in(when: Edtf) -> str | None:
    """Say what to write in place of 9999 or 0001, which mostly stand for no known year."""
    first, between, last = when.text.strip("[]").partition("/" if "/" in when.text else "..")
    start = "" if first == ".." else first
    if _LAST_YEAR in (first[:4], last[:4]):
        known = "" if first.startswith(_LAST_YEAR) else start
        written = f"{known}/.., or {known}/ where the end is not known"
        if not known:
            written = "/.. for what is still so, or leave the event out"
        elif between == "..":
            written = f'"[{known}..]"'
        return (
            f"the year 9999 stands in most data for what is still so or not known; write {written}"
        )
    if not first.startswith(_FIRST_YEAR):
        return None
    written = "what is known, as in [..2006], or leave the event out"
    if last and not last.startswith(_FIRST_YEAR):
        written = f"/{last}" if between == "/" else f'"[..{last}]"'
    return f"the year 0001 stands in most data for what is not known; write {written}"


def _alike_days(events: _Events) -> Warnings:
    """Yield a warning for each file whose days were likely only years or months once.

    It says how a map for a table has them so.
    """
    days: defaultdict[str, list[tuple[date, Origin]]] = defaultdict(list)
    for event, origin in events:
        if event.date.start.precision == "day":
            day = date.fromordinal(event.date.start.first)
            days[origin.document.name].append((day, origin))
    for dated in days.values():
        firsts = [(day, origin) for day, origin in dated if day.day == 1]
        years = [(day, origin) for day, origin in firsts if day.month == 1]
        if len(years) >= _FEW and 2 * len(years) > len(dated):
            some, what, known, precision = years, "1 January", "year", "guess"
        elif len(firsts) >= max(_SOME, _MOST * len(dated)):
            # In a map, that would make months of all days.
            precision = "month" if len(firsts) == len(dated) else ""
            some, what, known = firsts, "the first of a month", "month"
        else:
            continue
        many = "all" if len(some) == len(dated) else f"{len(some)} of"
        message = f"{many} {len(dated)} days are {what}; write the {known} where only that is known"
        if precision and some[0][1].document.is_table:
            message += f', or in a map date: {{time: "{{column}}", precision: {precision}}}'
        yield _warning(some[0][1], message, "date")


def _alike_months(events: _Events) -> Warnings:
    """Yield a warning for each table whose months are likely spans of years, as 2009-10."""
    months: defaultdict[str, dict[str, Origin]] = defaultdict(dict)
    for event, origin in events:
        if origin.document.is_table:
            months[origin.document.name].setdefault(event.date.text, origin)
    for (first, *others), origins in ((sorted(dates), dates) for dates in months.values()):
        if others and all(map(_is_next, origins)):
            pattern = "all dates end in the number of the next year"
        elif len(others) > 1 and _are_chained((first, *others)):
            pattern = "each date ends in the number of the year with which the next begins"
        else:
            continue
        year = int(first[:4])
        span = f"{year:04}/{year + (int(first[5:]) - year) % 100:04}"
        message = f"{pattern}, as {first}; if years are meant, write {span}"
        yield _warning(origins[first], message, "date")


def _is_next(date: str) -> bool:
    """Say whether a date is a year, a hyphen and the two digits of the next year."""
    return bool(_TWO_NUMBERS.fullmatch(date)) and int(date[5:]) == (int(date[:4]) + 1) % 100


def _are_chained(dates: Sequence[str]) -> bool:
    """Say whether each date is a year, a hyphen and the two digits of the next one's later year.

    The last may be a year alone.
    """
    pairs = itertools.pairwise(dates)
    are_two = all(map(_TWO_NUMBERS.fullmatch, dates[:-1])) and _YEAR_OR_TWO.fullmatch(dates[-1])
    return bool(are_two) and all(
        date[5:] == following[2:4] and date[:4] < following[:4] for date, following in pairs
    )


def _about_set(event: Event, as_of: date | None, sources: Mapping[str, Source]) -> Iterator[str]:
    first, _, last = event.date.text[1:-1].partition("..")
    if telling := _telling(event, as_of, sources, (first, last)):
        yield (
            f"the date is bounded by {telling}, which does not date the event; write what the "
            "text tells, as in 2025? or [..2025-04], or /.. for what still is so"
        )
    if first and last and _whole_years(event.date) >= _MOST_YEARS:
        yield (
            f"the set is wider than {_MOST_YEARS} years; write about when, as in 1994~, or, for "
            f"what lasted, a span: {first}/{last}"
        )


def _telling(
    event: Event, as_of: date | None, sources: Mapping[str, Source], ends: tuple[str, str]
) -> str | None:
    """Name an end of a set that is only the as_of of the file or the day of a source, if any is."""
    if as_of and as_of.isoformat() in ends:
        return f"{as_of}, the file's as_of"
    if as_of and ends[1] == f"{as_of:%Y-%m}":
        return f"{ends[1]}, the month of the file's as_of"
    for citation in event.sources:
        day = sources[citation.source].date if citation.source in sources else None
        if day and day.precision == "day" and day.start.text in ends:
            return f"{day.start.text}, the day of the source {citation.source}"
    return None


def _whole_years(when: Edtf) -> int:
    """Count the full years from the first day to the last: nine for 199X."""
    (first, *since), (year, *until) = (
        date.fromordinal(day).timetuple()[:3] for day in (when.start.first, when.end.last)
    )
    return year - first - (until < since)


def _repeated_states(events: _Events) -> Warnings:
    states: dict[str, str] = {}
    for event, origin in sorted(events, key=_is_start_told):  # without a start, it comes first
        for subject, state in event.status.items():
            if states.get(subject) == state:
                message = f"{shown(subject)} is {shown(state)} already; leave it out here"
                yield _warning(origin, message, "status", subject)
            states[subject] = state


def _is_start_told(warned: tuple[Event, Origin]) -> bool:
    return warned[0].date.start.precision not in NO_DAY


def _lasting_states(events: _Events) -> Warnings:
    """Yield a warning for each state that no event changes when its own ends, or later."""
    begun_last: defaultdict[str, int] = defaultdict(int)
    for event, _ in filter(_is_start_told, events):
        for subject in event.status:
            begun_last[subject] = max(begun_last[subject], event.date.start.last)
    for event, origin in events:
        when = event.date
        since, is_span, until = when.text.partition("/")
        lasts = is_span and when.end.last - when.start.first >= _A_YEAR  # a conference does not
        ends = lasts and when.end.precision not in NO_DAY and not _stand_in(when)
        for subject, state in event.status.items() if ends else ():
            if begun_last[subject] < when.end.first:
                what = f"{shown(subject)} stays {shown(state)} after {until}, as no event"
                message = f"{what} changes it; add one, or write {since}/.. if it stayed so"
                yield _warning(origin, message, "status", subject)


def _near_subjects(events: _Events) -> Warnings:
    """Yield a warning for each subject that differs from another in capitals or accents alone."""
    alike: dict[str, set[str]] = {}
    for event, origin in events:
        for subject in event.status:
            others = alike.setdefault(fold(subject), set())
            if others and subject not in others:
                message = f"{shown(subject)} is nearly {shown(min(others))}; write both alike"
                yield _warning(
                    origin, f"{message}, or each has states of its own", "status", subject
                )
            others.add(subject)


def _begins_or_ends_after(when: Edtf, day: date) -> bool:
    ends = [end.first for end in (when.start, when.end) if end.precision not in NO_DAY]
    return day.toordinal() < max(ends, default=0) < NEVER


def _about_declarations(reading: Reading) -> Warnings:
    events = reading.timeline.events
    cited = {citation.source for event in events for citation in event.sources}
    used = {event.type for event in events}
    for (kind, key), origin in reading.declared.items():
        if kind == "countries" and not is_organisation(key) and (odd := code_warning(key)):
            yield _warning(origin, odd)  # an organisation is a party where a file says so
        if origin.document.is_table:  # a map declares what any of its tables may have
            continue
        if kind == "sources" and key not in cited:
            yield _warning(origin, f"no event cites the source {key}")
        if kind == "types" and not any(in_family(member, key) for member in used):
            yield _warning(origin, f"no event is of the type {key}")


def _warning(origin: Origin, message: str, *below: str | int) -> tuple[Origin, Fault]:
    return origin, Fault((*origin.path, *below), message, severity="warning")
