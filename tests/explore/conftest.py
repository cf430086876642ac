"""A small history to explore: Norway, Sweden and Denmark."""

from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.cli.query.exploring import Explored
from diplo.explore.questions import Look
from tests.explore.desks import Desk, explored

HISTORY = """\
as_of: 2020-12-31
sources: {book: {title: The book}}
types:
  mission: {label: Mission}
  mission.closed: {label: Mission closed, plover: SANCTION}
  treaty: {label: Treaty}
events:
  - {id: open, date: 1990-05-02, title: An embassy opens in Oslo, type: mission,
     countries: [NOR, SWE], summary: It is a small one., sources: [{source: book, locator: page 1}],
     status: {Embassy in Oslo: open}}
  - {id: talk, date: 1990-06, title: Talks begin, countries: [NOR, SWE], actors: [Émile]}
  - {id: perhaps, date: 1990-07?, title: A letter arrives, countries: [NOR, DNK]}
  - {id: shut, date: 2000-02-29, title: The embassy closes, type: mission.closed,
     countries: [NOR, SWE], status: {Embassy in Oslo: closed}}
  - {id: same, date: 2000-02-29, title: A note is handed over, type: treaty, countries: [NOR, SWE],
     place: Bergen}
  - {id: pact, date: 2005, title: Denmark and Norway sign a pact, type: treaty,
     countries: [NOR, DNK], status: {Pact: in force}}
  - {id: early, date: "[..2000-02-29]", title: A plan is made, countries: [DNK]}
  - {id: late, date: "[..2006]", title: A visit takes place, countries: [NOR, DNK]}
  - {id: long, date: /.., title: The two are neighbours, countries: [NOR, SWE],
     status: {Border: open}}
  - {id: other, date: 2010-01-01, title: Sweden and Denmark build a bridge, type: treaty,
     countries: [SWE, DNK], status: {Bridge: open}}
"""
Open = Callable[..., Desk]


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Explored:
    """Read the history."""
    path = tmp_path / "history.yaml"
    path.write_text(HISTORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return explored(monkeypatch, "history.yaml")


@pytest.fixture
def desk(history: Explored) -> Open:
    """Open the history at a line."""

    def opened(
        line: str = "norway", size: tuple[int, int] = (80, 24), look: Look | None = None
    ) -> Desk:
        return Desk(history, line, size, look or Look())

    return opened
