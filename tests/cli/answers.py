"""What tests of commands share: small event files, and what they expect of an answer."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Result

Write = Callable[..., Path]


EVENT_KEYS = (
    *("id", "date", "earliest", "latest", "precision", "match", "title", "summary", "type"),
    *("countries", "actors", "place", "sources", "note", "status"),
)


SMALL = """\
sources:
  blue-book: {title: Blue book, kind: report}
  red-book: {title: Red book}
types:
  mission: {label: Mission}
  mission.closed: {label: Mission closed}
  treaty: {label: Treaty}
events:
  - {id: decade, date: 196X, title: Émile visits, type: mission, countries: [norway],
     actors: [Jonas Gahr Støre], place: Łódź, sources: [blue-book]}
  - {id: span, date: 1965/.., title: Office open, type: mission.closed,
     countries: [norway, sweden], summary: A long story,
     sources: [{source: red-book, locator: page 3}]}
  - {id: year, date: 1968, title: accord, type: treaty, countries: [sweden, finland],
     place: Lange Straße, sources: [blue-book, red-book]}
  - {id: by, date: "[..1990]", title: Brief, type: mission, countries: [finland]}
  - {id: day, date: 2021-03-04, title: Zebra, type: treaty, countries: [norway, sweden],
     actors: [Æsop], status: {Zebra: signed}}
"""


FREE = """\
- {id: free, date: 2001, title: Free, type: any.thing, countries: [norway, XKX],
   sources: [{source: who, title: Who knows}]}
"""


def refused(result: Result, status: int, *says: str) -> None:
    assert (result.status, result.out) == (status, "")
    lines = result.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("diplo: ")
    for part in says:
        assert part in lines[0]


def ids(result: Result) -> list[str]:
    assert result.status == 0, result.err
    return [line.split("\t")[-1] for line in result.out.splitlines()]
