"""Read the values of options: dates, types, sources, texts and lists of these."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from diplo.model import dates
from diplo.model.dates import Period, Window
from diplo.model.events import EventType, Vocabulary, families
from diplo.model.suggestions import suggestion
from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold, fold_space, shown

if TYPE_CHECKING:
    from diplo.model.dates.lengths import Length

LISTED = "'diplo {}s' lists them"
_TYPE = "--type"

Value = TypeVar("Value")


class UnknownTypeError(UsageError):
    """A type that no file declares, and that resembles none."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


def today() -> date:
    """Return today, or the day in DIPLO_TODAY, for tests and for reproducible scripts.

    Raises:
        UsageError: DIPLO_TODAY is no day.
    """
    stated = os.environ.get("DIPLO_TODAY")
    if not stated:
        return date.today()  # noqa: DTZ011  (the user's own calendar day is meant)
    if dates.ISO_DAY.fullmatch(stated):
        try:
            return date.fromisoformat(stated)
        except ValueError:
            pass
    raise UsageError(
        f"DIPLO_TODAY is {shown(stated)}, which is not a day; write one such as 2025-06-20"
    )


def last_day(vocabulary: Vocabulary, today: date) -> int:
    """Return the last day that all files cover, but at most today, as an ordinal."""
    return min(vocabulary.as_of or today, today).toordinal()


def day(option: str, text: str, today: date) -> int:
    """Return the last day of the date that an option asks for, as an ordinal.

    Raises:
        UsageError: it cannot be read.
    """
    return _read(option, lambda: dates.parse_bound(text, today, dates.DAY)).last


def length(option: str, text: str) -> "Length":
    """Return the length of time that an option asks for.

    Raises:
        UsageError: it cannot be read.
    """
    from diplo.model.dates.lengths import parse_length  # noqa: PLC0415  (one command needs it)

    return _read(option, lambda: parse_length(text))


def window(
    since: str | None, until: str | None, year: list[str] | None, today: date
) -> Window | None:
    """Return the range of days that --since, --until and --year ask for, None without any.

    Raises:
        UsageError: a date cannot be read, or the options contradict each other.
    """
    if year:
        if len(year) > 1 or since is not None or until is not None:
            raise UsageError(
                "give --year once, and not with --since or --until; a range is --year A..B"
            )
        return _read("--year", lambda: dates.parse_window(year[0], today))
    first, last = _bound("--since", since, today), _bound("--until", until, today)
    return _read("--since", lambda: dates.between(first, last)) if first or last else None


def types(
    typed: list[str] | None, declared: Mapping[str, EventType], option: str = _TYPE
) -> tuple[str, ...]:
    """Return the types that an option names by their ids, families or labels.

    If files declare types, these must be known.

    Raises:
        UsageError: one is unknown or blank.
    """
    all_types = dict.fromkeys(family for key in declared for family in families(key))
    labels = {kind.label: key for key, kind in declared.items()}
    by_name = {fold(label): key for label, key in labels.items()} | {key: key for key in all_types}
    written = str if all_types else _kind
    keys = [by_name.get(fold(fold_space(key))) or written(key) for key in split(typed, option)]
    return _check_declared("type", keys, tuple(all_types), option, labels)


def _kind(text: str) -> str:
    """Return a type as it is read from the cell of a table, or else the text itself."""
    from diplo.reading.tables import cells  # noqa: PLC0415  (few ask for types)

    return cells.kind(text) or text


def sources(typed: list[str] | None, declared: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of --source; if files declare sources, these must be known.

    Raises:
        UsageError: one is unknown or blank.
    """
    return _check_declared("source", split(typed, "--source"), tuple(declared))


def texts(typed: list[str] | None, option: str) -> tuple[str, ...]:
    """Return texts with their white space folded, as in files.

    Raises:
        UsageError: one is blank.
    """
    folded = tuple(fold_space(text.strip()) for text in typed or [])
    if not all(map(fold, folded)):
        raise UsageError(f"{option} has a blank value; leave it out or write a text")
    return folded


def split(typed: list[str] | None, option: str, at: str = ",") -> list[str]:
    """Split texts at their commas, or at another sign.

    Raises:
        UsageError: a part is blank.
    """
    parts = []
    for text in typed or []:
        pieces = [piece.strip() for piece in text.split(at)]
        if not all(pieces):
            raise UsageError(f"{option}: something is blank in {shown(text)}; write a{at}b")
        parts += pieces
    return parts


def _bound(option: str, text: str | None, today: date) -> Period | None:
    return None if text is None else _read(option, lambda: dates.parse_bound(text, today))


def _read(option: str, read: Callable[[], Value]) -> Value:
    try:
        return read()
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _check_declared(
    kind: str,
    keys: Sequence[str],
    declared: Sequence[str],
    option: str = "",
    labels: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return ids of this kind in lower case; if any are declared, all of these must be."""
    listed = f"; {LISTED.format(kind)}"
    for key in keys:
        if declared and key.lower() not in declared:
            hint = suggestion(key, [*labels, *declared])
            message = f"no {kind} is named {shown(key)}{hint or listed}"
            if option == _TYPE and not hint:
                raise UnknownTypeError(message, key)
            raise UsageError(message)
    return tuple(key.lower() for key in keys)
