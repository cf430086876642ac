"""Queries for which counts or the first matches are enough, which engines can find themselves."""

from collections.abc import Collection
from itertools import compress
from typing import NamedTuple, cast

from diplo.history.filters import NameOf
from diplo.history.groups import TIMES
from diplo.history.selection import Matcher, Query
from diplo.history.tallies import tallies
from diplo.model.events import Columns, Tallies
from diplo.reading.keeping import Counting

# The columns that hold keys, by the kinds of keys.
_COLUMNS = {"country": "countries", "type": "types", **dict.fromkeys(TIMES, "dates")}


class Counts(NamedTuple):
    """The numbers of matches by date, and by one of the kinds of `groups` if `by` is one.

    An event with no country other than the `required` ones is counted by itself. Kinds are counted
    year by year if a picture of them is to be drawn.
    """

    by: str
    required: Collection[str] = ()
    in_years: bool = False


class First(NamedTuple):
    """The first matches, up to a number, in the order of a timeline."""

    number: int
    sort: str
    reverse: bool


class PushdownMatcher(Matcher, Counting):
    """Says whether and how events match a query for which counts or the first are enough."""

    def __init__(self, query: Query, name_of: NameOf, enough: Counts | First) -> None:
        super().__init__(query, name_of)
        self.enough = enough
        are_counted = isinstance(enough, Counts) and enough.by in _COLUMNS
        self.by_columns = are_counted and query.is_of_columns

    def tallies(self, columns: Columns) -> Tallies:
        """Count the events that match, looking at each distinct value once.

        Call this only if columns are enough (`by_columns`).
        """
        by, required, in_years = cast("Counts", self.enough)
        fits = self.may_keep(columns)
        whens = list(compress(columns.dates, fits))
        values = list(compress(getattr(columns, _COLUMNS[by]), fits))
        parts = {text: self.match_date(when)[1] for text, when in columns.distinct_dates.items()}
        return tallies(whens, values, parts, by, required, in_years=in_years)
