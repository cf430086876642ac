"""Find what a drafted map has to say of the cells in an event's columns."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diplo.reading.maps.draft.date_findings import DateFindings
from diplo.reading.maps.draft.event_columns import columns_in
from diplo.reading.maps.draft.party_findings import PartyFindings, codes_of
from diplo.reading.maps.draft.sample import Sample


class Findings(NamedTuple):
    """What a map may have to say of the cells in a table."""

    dates: DateFindings
    parties: PartyFindings

    @property
    def marked(self) -> str:
        """A text that can be read only without its footnote mark."""
        return self.dates.marked or self.parties.marked


class Collector:
    """Takes a table row by row, and finds what there is to say of its cells once all are noted."""

    def __init__(
        self, header: Sequence[str], event: Mapping[str, object], first: Sequence[Sequence[str]]
    ) -> None:
        """Take the first rows, which are still to be noted, to know the columns by them."""
        self._header, self._event, self._first = header, event, first
        self._columns = columns_in(header, event.get("countries"))
        self._dates = DateFindings(header, event, first)
        self._counts: Counter[tuple[int, str]] = Counter()

    def note(self, row: Sequence[str]) -> None:
        """Note the cells of a row."""
        width = len(self._header)
        cells = [*row, *[""] * width][:width]
        if not self._dates.is_no_event(cells):
            self._counts.update((at, cells[at].strip()) for at in self._columns)
        self._dates.note(cells)

    def findings(self) -> Findings:
        """Return the findings in all rows that were noted."""
        alone = [[*[""] * at, text] for at, text in self._counts]  # each text in a row of its own
        systems = codes_of(Sample(self._header, [*alone, *self._first]), self._event)
        return Findings(self._dates, PartyFindings(self._header, self._counts, systems))
