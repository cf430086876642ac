"""The options that commands share, declared once, and what their texts mean."""

import functools
import inspect
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from diplo import dates, loading
from diplo.countries import (
    AmbiguousCountryError,
    Countries,
    UnknownCountryError,
    looks_like_code,
)
from diplo.dates import Window
from diplo.errors import UsageError, choose, suggestion
from diplo.events import Vocabulary
from diplo.formats import FORMATS, PLAIN, TABLE
from diplo.selection import GROUPS, SORTS, Query
from diplo.text import shown

COLOURS = ("auto", "always", "never")
COLUMNS_HELP = "help"

_SELECTING = "Selecting"
_ARRANGING = "Arranging"
_WRITING = "Writing"

Texts = list[str] | None
Value = TypeVar("Value")


def _option(panel: str, about: str, *names: str, metavar: str | None = None) -> Any:  # noqa: ANN401
    return typer.Option(
        *names, help=about, metavar=metavar, show_default=False, rich_help_panel=panel
    )


CountryArguments = Annotated[
    Texts,
    typer.Argument(
        metavar="[COUNTRY]...",
        help="Names or ISO 3166 codes. Several must all be concerned; a comma means any of them.",
        show_default=False,
    ),
]
Columns = Annotated[
    str | None,
    _option(
        _WRITING,
        "Show these columns, or keys in JSON, in this order; 'help' lists them.",
        *("--columns", "-c"),
        metavar="A,B,...",
    ),
]
ExitStatus = Annotated[
    bool, _option(_WRITING, "Exit with 1 where nothing matched.", "--exit-status", "-e")
]


class Reading(NamedTuple):
    """Which event files to read."""

    events: Annotated[
        Texts,
        _option(
            _SELECTING,
            "Read this event file, not the bundled one; - is standard input. Repeatable.",
            "--events",
            metavar="FILE",
        ),
    ] = None

    def checked(self) -> "Reading":
        """Return the same, no name being blank.

        Raises:
            UsageError: one is.

        """
        _texts(self.events, "--events")
        return self

    def files(self, environment: Mapping[str, str]) -> list[str]:
        """Return the files of the option, else of DIPLO_EVENTS, else the bundled one."""
        listed = environment.get("DIPLO_EVENTS", "").split(os.pathsep)
        return self.events or [name for name in listed if name] or [loading.bundled()]


class Selecting(NamedTuple):
    """Which events to take."""

    since: Annotated[
        str | None,
        _option(
            _SELECTING,
            "From this date on: 2021, 2021-08, 1990s, 'May 2024', '2 years ago', ...",
            *("--since", "-s"),
            metavar="DATE",
        ),
    ] = None
    until: Annotated[
        str | None,
        _option(_SELECTING, "Up to the end of this date.", "--until", "-u", metavar="DATE"),
    ] = None
    year: Annotated[
        Texts,
        _option(
            _SELECTING,
            "Within a year, month, decade, ..., or a range: 2021, 1960s, 2001..2010, 2021-08..",
            *("--year", "-y"),
            metavar="DATE",
        ),
    ] = None
    type: Annotated[
        Texts,
        _option(
            _SELECTING,
            "Of any of these types; a family finds its members. See 'diplo types'.",
            *("--type", "-t"),
            metavar="TYPE,...",
        ),
    ] = None
    actor: Annotated[
        Texts, _option(_SELECTING, "With an actor of this name, or part of it.", metavar="NAME")
    ] = None
    place: Annotated[
        Texts, _option(_SELECTING, "At a place of this name, or part of it.", metavar="NAME")
    ] = None
    source: Annotated[
        Texts,
        _option(_SELECTING, "Told by any of these. See 'diplo sources'.", metavar="ID,..."),
    ] = None
    search: Annotated[
        str | None,
        _option(
            _SELECTING,
            "With this phrase in the title, the summary, an actor or the place.",
            *("--search", "-q"),
            metavar="TEXT",
        ),
    ] = None
    certain: Annotated[
        bool,
        _option(_SELECTING, "Without what only possibly lies in the range.", "--certain"),
    ] = False

    def checked(self) -> "Selecting":
        """Return the same; what is wrong shows in `window` and `query`."""
        return self

    def window(self, today: date) -> Window | None:
        """Return the range of days that is asked for, None where none is.

        Raises:
            UsageError: a date cannot be read, or the options contradict each other.

        """
        if years := self.year:
            if len(years) > 1 or self.since is not None or self.until is not None:
                message = "--year stands once, and without --since and --until; write A..B"
                raise UsageError(message)
            return _read("--year", lambda: dates.parse_window(years[0], today))
        since = _bound("--since", self.since, today)
        until = _bound("--until", self.until, today)
        return _read("--since", lambda: dates.between(since, until)) if since or until else None

    def query(
        self, countries: tuple[frozenset[str], ...], window: Window | None, known: Vocabulary
    ) -> Query:
        """Return the query, with types and sources that the files know.

        Raises:
            UsageError: a type or source is unknown, or a text is blank.

        """
        return Query(
            countries=countries,
            window=window,
            types=_known("type", _split(self.type, "--type"), _with_families(known.types)),
            actors=_texts(self.actor, "--actor"),
            places=_texts(self.place, "--place"),
            sources=_known("source", _split(self.source, "--source"), known.sources),
            search=None if self.search is None else _texts([self.search], "--search")[0],
            certain=self.certain,
        )


class Arranging(NamedTuple):
    """The order, number and grouping of events."""

    sort: Annotated[
        str, _option(_ARRANGING, f"By {', '.join(SORTS)}.", "--sort", metavar="KEY")
    ] = SORTS[0]
    reverse: Annotated[
        bool, _option(_ARRANGING, "Turn the whole order round.", "--reverse", "-r")
    ] = False
    limit: Annotated[
        str | None, _option(_ARRANGING, "Keep the first N.", "--limit", "-n", metavar="N")
    ] = None
    group_by: Annotated[
        str | None,
        _option(
            _ARRANGING,
            f"Put a table under headings by {', '.join(GROUPS)}; by year where dates sort it.",
            "--group-by",
            metavar="KEY",
        ),
    ] = None

    def checked(self) -> "Arranging":
        """Return the same, its texts being right.

        Raises:
            UsageError: one is not.

        """
        choose(self.sort, SORTS, "sort key")
        if self.group_by is not None:
            choose(self.group_by, GROUPS, "group")
        if self.limit is not None and not re.fullmatch("[0-9]{1,15}", self.limit):
            message = f"--limit takes a whole number such as 20, not {shown(self.limit)}"
            raise UsageError(message)
        return self

    @property
    def groups(self) -> str | None:
        """What a table is grouped by."""
        return self.group_by or ("year" if self.sort == "date" else None)

    @property
    def most(self) -> int | None:
        """How many events to keep at the most."""
        return None if self.limit is None else int(self.limit)


class Writing(NamedTuple):
    """How and where to write."""

    format: Annotated[
        str | None,
        _option(
            _WRITING,
            f"As {', '.join(FORMATS)}; table on a terminal, plain elsewhere.",
            *("--format", "-f"),
            metavar="FORMAT",
        ),
    ] = None
    json: Annotated[bool, _option(_WRITING, "The same as --format json.", "--json")] = False
    output: Annotated[
        str | None,
        _option(
            _WRITING,
            "Write to this file, whole or not at all; - is standard output.",
            *("--output", "-o"),
            metavar="FILE",
        ),
    ] = None
    color: Annotated[
        str, _option(_WRITING, f"Colour: {', '.join(COLOURS)}.", "--color", metavar="WHEN")
    ] = COLOURS[0]

    def checked(self) -> "Writing":
        """Return the same, its texts being right.

        Raises:
            UsageError: one is not, or --json and --format contradict each other.

        """
        choose(self.color, COLOURS, "value of --color")
        if self.format is not None:
            choose(self.format, FORMATS, "format")
        if self.json and self.format not in (None, "json"):
            message = f"--json and --format {self.format} contradict each other; give one"
            raise UsageError(message)
        if self.output == "":
            message = "--output needs the name of a file, or - for standard output"
            raise UsageError(message)
        return self

    def format_for(self, *, terminal: bool) -> str:
        """Return the format to write, given whether somebody looks at the output."""
        return "json" if self.json else self.format or (TABLE if terminal else PLAIN)


class Asked(NamedTuple):
    """The countries of the command line: all clauses must hold, any code of each."""

    clauses: tuple[frozenset[str], ...]
    doubtful: Mapping[str, UnknownCountryError]  # codes that must occur in the events


def asked(arguments: Sequence[str], countries: Countries) -> Asked:
    """Read the COUNTRY arguments; one that is a name as a whole is not split at its commas.

    Raises:
        UsageError: a name is unknown, ambiguous or blank.

    """
    doubtful: dict[str, UnknownCountryError] = {}

    def code_of(text: str) -> str:
        try:
            return countries.resolve(text)
        except UnknownCountryError as error:
            if not looks_like_code(text.upper()):
                raise UsageError(str(error)) from None
            doubtful[text.upper()] = error
            return text.upper()
        except AmbiguousCountryError as error:
            raise UsageError(str(error)) from None

    def clause(argument: str) -> frozenset[str]:
        if not argument.strip():
            message = "a country is blank; write a name or an ISO 3166 code, such as norway or NOR"
            raise UsageError(message)
        whole = countries.knows(argument)
        parts = [argument] if whole else _split([argument], "COUNTRY")
        return frozenset(code_of(part) for part in parts)

    return Asked(tuple(clause(argument) for argument in arguments), doubtful)


def columns(text: str | None) -> list[str] | None:
    """Return the keys of --columns, None where it is not given."""
    return None if text is None else _split([text], "--columns")


def today(environment: Mapping[str, str]) -> date:
    """Return today, which DIPLO_TODAY sets for tests and for scripts that must repeat.

    Raises:
        UsageError: DIPLO_TODAY is no day.

    """
    stated = environment.get("DIPLO_TODAY")
    if not stated:
        return date.today()  # noqa: DTZ011  (the user's own calendar day is meant)
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", stated):
        try:
            return date.fromisoformat(stated)
        except ValueError:
            pass
    message = f"DIPLO_TODAY is {shown(stated)}, which is no day; write one such as 2025-06-20"
    raise UsageError(message)


def with_options(command: Callable[..., object]) -> Callable[..., object]:
    """Let a command take groups of options: each field becomes a parameter, and is checked."""
    parameters = inspect.signature(command).parameters
    groups = {n: p.annotation for n, p in parameters.items() if hasattr(p.annotation, "_fields")}
    flat: list[inspect.Parameter] = []
    for name, parameter in parameters.items():
        flat += _fields(groups[name]) if name in groups else [parameter]

    @functools.wraps(command)
    def takes_fields(**values: object) -> object:
        for name, group in groups.items():
            fields = {field: values.pop(field) for field in group._fields}
            values[name] = group(**fields).checked()
        return command(**values)

    takes_fields.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    return takes_fields


def _fields(group: Any) -> list[inspect.Parameter]:  # noqa: ANN401
    return [
        inspect.Parameter(
            field,
            inspect.Parameter.KEYWORD_ONLY,
            default=group._field_defaults[field],
            annotation=group.__annotations__[field],
        )
        for field in group._fields
    ]


def _bound(option: str, text: str | None, today: date) -> dates.Period | None:
    return None if text is None else _read(option, lambda: dates.parse_bound(text, today))


def _read(option: str, read: Callable[[], Value]) -> Value:
    try:
        return read()
    except ValueError as error:
        message = f"{option}: {error}"
        raise UsageError(message) from None


def _split(texts: Texts, option: str) -> list[str]:
    """Split texts at their commas."""
    return [part for text in texts or [] for part in _texts(text.split(","), option)]


def _texts(texts: Texts, option: str) -> tuple[str, ...]:
    """Return texts without the space around them; none may be blank."""
    stripped = tuple(text.strip() for text in texts or [])
    if "" in stripped:
        message = f"{option} has a blank value; leave it out or write a text"
        raise UsageError(message)
    return stripped


def _known(what: str, keys: Sequence[str], declared: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that were typed, in any case; where ids are declared, they must be."""
    declared = tuple(declared)
    for key in keys:
        if declared and key.lower() not in declared:
            hint = suggestion(key, declared) or f"; 'diplo {what}s' lists them"
            message = f"no {what} is named {shown(key)}{hint}"
            raise UsageError(message)
    return tuple(key.lower() for key in keys)


def _with_families(types: Iterable[str]) -> list[str]:
    parts = (key.split(".") for key in types)
    return list(
        dict.fromkeys(".".join(words[: n + 1]) for words in parts for n in range(len(words)))
    )
