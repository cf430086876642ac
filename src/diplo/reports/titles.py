"""What was asked for, in words: the titles of screens."""

from collections.abc import Iterable, Sequence

from diplo.history.filters import PartySet
from diplo.history.selection import Query
from diplo.reports.names import Names
from diplo.terminal.text import escape, series

EVERY_EVENT = "All events"


def title_of(query: Query, names: Names, subject: str = EVERY_EVENT, suffix: str = "") -> str:
    """Say in words what a query asks for, with `subject` in place of countries if it names none.

    For a query that asks for nothing, return the title of the file if it has one.
    """
    if query == Query() and not suffix and subject == EVERY_EVENT and names.vocabulary.title:
        return escape(names.vocabulary.title)
    window = query.window.words if query.window else ""
    parts = [" ".join(filter(None, (_all_of(query, names) or subject, window, suffix)))]
    criteria: tuple[tuple[str, Iterable[str]], ...] = (
        ("", map(names.type, query.types)),
        ("without ", map(names.type, query.excluded_types)),
        ("actor ", query.actors),
        ("place ", query.places),
        ("source ", map(names.source_title, query.sources)),
        ("", (f'"{phrase}"' for phrase in query.search)),
    )
    parts += [f"{before}{text}" for before, values in criteria if (text := _any_of(values))]
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
        *([_parties(parties, names) for parties in any_of] for any_of in query.parties),
    ]
    if len(alternatives) == 1:
        return _any_of(map(_joint, alternatives[0]))
    every: list[str] = []
    for any_of in alternatives:
        if len(any_of) == 1:
            every += any_of[0]
        else:
            every.append(f"({_any_of(map(_joint, any_of))})")
    return _joint(every)


def _joint(values: Sequence[str]) -> str:
    return series(values, "and")


def _any_of(values: Iterable[str]) -> str:
    return series([*values], "or")
