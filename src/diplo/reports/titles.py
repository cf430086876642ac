"""What was asked for, in words: the titles of screens."""

from collections.abc import Iterable

from diplo.history.filters import Together
from diplo.history.selection import Query
from diplo.reports.names import Names
from diplo.terminal.text import escape

EVERY_EVENT = "All events"


def title_of(query: Query, names: Names, whose: str = EVERY_EVENT, more: str = "") -> str:
    """Say in words what a query asks for, and `whose` where it names no country.

    Where it asks for nothing, the title of the file says what all of its events are.
    """
    if query == Query() and not more and whose == EVERY_EVENT and names.vocabulary.title:
        return escape(names.vocabulary.title)
    window = query.window.words if query.window else ""
    parts = [" ".join(filter(None, (_all_of(query, names) or whose, window, more)))]
    if query.types:
        parts.append(_any_of(names.type(key) for key in query.types))
    if query.without:
        parts.append(f"without {_any_of(names.type(key) for key in query.without)}")
    named = (query.actors, query.places, query.sources)
    parts += [_any_of(values) for values in named if values]
    if query.search:
        parts.append(_any_of(f'"{phrase}"' for phrase in query.search))
    if query.certain:
        parts.append("certain only")
    return escape(" · ".join(parts))


def together(parties: Together, names: Names) -> str:
    """Name parties that an event concerns all of."""
    countries = map(names.countries.name, sorted(parties.codes))
    return " and ".join([*countries, *sorted(parties.names)])


def _all_of(query: Query, names: Names) -> str:
    alternatives = [
        *([names.countries.name(code) for code in sorted(codes)] for codes in query.countries),
        *([together(each, names) for each in any_of] for any_of in query.parties),
    ]
    if len(alternatives) == 1:
        return _any_of(alternatives[0])
    return " and ".join(f"({_any_of(a)})" if len(a) > 1 else a[0] for a in alternatives)


def _any_of(values: Iterable[str]) -> str:
    return " or ".join(values)
