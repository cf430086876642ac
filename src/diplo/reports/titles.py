"""What was asked for, in words: the titles of screens."""

from collections.abc import Iterable

from diplo.history.filters import PartySet
from diplo.history.selection import Query
from diplo.reports.names import Names
from diplo.terminal.text import escape, series

EVERY_EVENT = "All events"


def title_of(query: Query, names: Names, whose: str = EVERY_EVENT, more: str = "") -> str:
    """Say in words what a query asks for, with `whose` in place of countries if it names none.

    For a query that asks for nothing, return the title of the file if it has one.
    """
    if query == Query() and not more and whose == EVERY_EVENT and names.vocabulary.title:
        return escape(names.vocabulary.title)
    window = query.window.words if query.window else ""
    parts = [" ".join(filter(None, (_all_of(query, names) or whose, window, more)))]
    asked: tuple[tuple[str, Iterable[str]], ...] = (
        ("", map(names.type, query.types)),
        ("without ", map(names.type, query.excluded_types)),
        ("actor ", query.actors),
        ("place ", query.places),
        ("source ", map(names.source_title, query.sources)),
        ("", (f'"{phrase}"' for phrase in query.search)),
    )
    parts += [f"{before}{said}" for before, values in asked if (said := _any_of(values))]
    if query.certain:
        parts.append("certain only")
    return escape(" · ".join(parts))


def joint_name(parties: PartySet, names: Names) -> str:
    """Name parties that an event concerns together."""
    return series(_parties(parties, names), "and")


def _parties(together: PartySet, names: Names) -> list[str]:
    return [*map(names.countries.name, sorted(together.codes)), *sorted(together.names)]


def _all_of(query: Query, names: Names) -> str:
    alternatives = [
        *([[names.countries.name(code)] for code in sorted(codes)] for codes in query.countries),
        *([_parties(each, names) for each in any_of] for any_of in query.parties),
    ]
    if len(alternatives) == 1:
        return _any_of(series(each, "and") for each in alternatives[0])
    every: list[str] = []
    for any_of in alternatives:
        is_one = len(any_of) == 1
        every += any_of[0] if is_one else [f"({_any_of(series(each, 'and') for each in any_of)})"]
    return series(every, "and")


def _any_of(values: Iterable[str]) -> str:
    return series([*values], "or")
