"""Options for which events to select."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, NamedTuple

from diplo.cli import values
from diplo.cli.framework.declare import argument, selecting
from diplo.cli.framework.untyped import Declared
from diplo.history.filters import Alternatives
from diplo.history.selection import Query
from diplo.model.dates import Window
from diplo.model.events import Vocabulary

Texts = list[str] | None


def countries(combination: str, metavar: str) -> Declared:
    """Declare the arguments for countries and others; `combination` says how several combine."""
    about = f"Names or ISO 3166 codes, or else whole names of actors or places{combination}"
    about += "; a,b means any, a+b both, and a,b+c either a or both b and c."
    return argument(about, metavar, "countries", between="+")


def first_date(about: str) -> Declared:
    """Declare the option for the first date, --since, with its other names."""
    return selecting(f"{about} (also --from, --after).", "--since -s --from --after DATE")


def last_date(about: str) -> Declared:
    """Declare the option for the last date, --until, with its other names."""
    return selecting(f"{about} (also --to, --before).", "--until -u --to --before DATE")


CountryArguments = Annotated[
    Texts, countries(". An event must concern all of them", "[COUNTRY]...")
]


class Selecting(NamedTuple):
    """Which events to take."""

    since: Annotated[
        str | None,
        first_date(
            "From the start of this date: 2021, 1990s, 'May 2024', '2 years ago'; see 'diplo help "
            "dates'"
        ),
    ] = None
    until: Annotated[str | None, last_date("Up to the end of this date")] = None
    year: Annotated[
        Texts,
        selecting(
            "Within a year, month, decade, ..., or a range: 2021, 1960s, 2001..2010, 2021-08..",
            "--year -y DATE",
        ),
    ] = None
    type: Annotated[
        Texts,
        selecting(
            "Of any of these types; mission finds mission.closed too. See 'diplo types'.",
            "--type -t TYPE,...",
            "types",
        ),
    ] = None
    without: Annotated[
        Texts,
        selecting(
            "Leave these types out, a family with its members.", "--except -x TYPE,...", "types"
        ),
    ] = None
    actor: Annotated[
        Texts,
        selecting(
            "With an actor of this name, or part of it. See 'diplo actors'.",
            "--actor NAME",
            "actors",
        ),
    ] = None
    place: Annotated[
        Texts,
        selecting(
            "At a place of this name, or part of it. See 'diplo places'.", "--place NAME", "places"
        ),
    ] = None
    source: Annotated[
        Texts,
        selecting("In any of these sources. See 'diplo sources'.", "--source ID,...", "sources"),
    ] = None
    search: Annotated[
        Texts,
        selecting(
            "With all these words, in any order, or an exact '\"phrase\"', in title, summary,"
            " actors, place, note or country names; given several times, any will do.",
            "--search -q TEXT",
        ),
    ] = None
    certain: Annotated[
        bool, selecting("Leave out what may lie outside the range.", "--certain")
    ] = False
    began: Annotated[
        bool, selecting("Only what began in the range, not what was under way.", "--began")
    ] = False

    def window(self, today: date) -> Window | None:
        """Return the range of days that is asked for, None without one.

        Raises:
            UsageError: a date cannot be read, or the options contradict each other.
        """
        return values.window(self.since, self.until, self.year, today)

    def query(
        self, parties: Iterable[Alternatives], window: Window | None, vocabulary: Vocabulary
    ) -> Query:
        """Return the query for some parties, with types and sources that the files know.

        Raises:
            UsageError: a type or source is unknown, or a text is blank.
        """
        return Query(
            window=window,
            types=values.types(self.type, vocabulary.types),
            actors=values.texts(self.actor, "--actor"),
            places=values.texts(self.place, "--place"),
            sources=values.sources(self.source, vocabulary.citable),
            search=values.texts(self.search, "--search"),
            certain=self.certain,
            began=self.began,
            excluded_types=values.types(self.without, vocabulary.types, "--except"),
        ).concerning(parties)
