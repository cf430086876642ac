"""Find the columns that the templates of a drafted map's event name."""

from collections.abc import Iterator, Mapping, Sequence

from diplo.reading.maps.event_form import SPAN
from diplo.reading.maps.templates import template
from diplo.reading.tables.header import Meaning

_WHOLE = ("date", "year", "time")


def moments_of(header: Sequence[str], date: object) -> Iterator[Mapping[str, list[int]]]:
    """Yield the columns of a date, or of its start and its end, by what they hold.

    That is a date; a year, a month and a day; or a time and its precision, which has no column
    where it is guessed.
    """
    if not isinstance(date, dict):
        yield {"date": columns_in(header, date)}
    elif date.keys().isdisjoint(SPAN):
        yield {key: columns_in(header, part) for key, part in date.items()}
    else:
        for side in date.values():
            yield from moments_of(header, side)


def days_of(header: Sequence[str], date: object) -> list[int]:
    """Return the columns of whole dates, times and years in a date."""
    moments = moments_of(header, date)
    return [at for moment in moments for key in _WHOLE for at in moment.get(key, ())]


def replaced(header: Sequence[str], meaning: Meaning, key: str, value: object) -> Meaning:
    """Return a meaning with another value for a key, which leaves out and takes in columns."""
    event = {**meaning.event, key: value}
    used = columns_in(header, event)
    free = {*meaning.left_out, *(header[at] for at in columns_in(header, meaning.event))}
    left_out = [name for at, name in enumerate(header) if name in free and at not in used]
    return meaning._replace(event=event, left_out=left_out)


def columns_in(header: Sequence[str], value: object) -> list[int]:
    """Return the columns that templates name."""
    if isinstance(value, str):
        named = template(value, ()).columns
        return [at for column in named for at in column.found_in(header)]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [at for item in below for at in columns_in(header, item)]
