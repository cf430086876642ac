"""Find the columns that the templates of a begun map's event name."""

from collections.abc import Iterator, Mapping, Sequence

from diplo.reading.maps.templates import template

PARTS = ("year", "month", "day")


def whole_of(date: object) -> list[object]:
    """Return the templates of whole dates, times and years in a date."""
    if not isinstance(date, dict):
        return [date]
    return [
        each
        for key in ("start", "end", "year", "time")
        if key in date
        for each in whole_of(date[key])
    ]


def parts_of(header: Sequence[str], date: object) -> Iterator[tuple[str, int]]:
    """Yield each part (year, month or day) of a date in parts, with its column."""
    keys: Mapping[str, object] = date if isinstance(date, dict) else {}
    for key, below in keys.items():
        if isinstance(below, dict):
            yield from parts_of(header, below)
        elif key in PARTS and len(keys) > 1:
            yield from ((key, at) for at in columns_in(header, below))


def years_of(date: object) -> Iterator[object]:
    """Yield the templates of the years of dates in parts."""
    for key, below in date.items() if isinstance(date, dict) else ():
        yield from [below] if key == "year" else years_of(below)


def precise_of(header: Sequence[str], date: object) -> Iterator[tuple[int, list[int]]]:
    """Yield each column of times, with that of its precision (none where it is guessed)."""
    keys: Mapping[str, object] = date if isinstance(date, dict) else {}
    for key, below in keys.items():
        if key == "time":
            yield from (
                (at, columns_in(header, keys["precision"])) for at in columns_in(header, below)
            )
        yield from precise_of(header, below)


def columns_in(header: Sequence[str], value: object) -> list[int]:
    """Return the columns that templates name."""
    if isinstance(value, str):
        named = template(value, ()).columns
        return [at for column in named for at in column.found_in(header)]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [at for each in below for at in columns_in(header, each)]
