"""What is enough to know of the events that match, where somebody can tell it without them."""

from collections.abc import Collection
from itertools import compress
from typing import NamedTuple, cast

from diplo.history.filters import NameOf
from diplo.history.groups import TIMES
from diplo.history.selection import Matcher, Query
from diplo.history.tallies import tallies
from diplo.model.events import Columns, Tallies
from diplo.reading.keeping import Counting

# What an event has its keys in, by the kinds of keys that columns tell.
_COLUMNS = {"country": "countries", "type": "types", **dict.fromkeys(TIMES, "dates")}


class Counts(NamedTuple):
    """Their numbers by date, and by one of the kinds of `groups` where `by` is one.

    Beside a country that was `asked` for there may be no other. Kinds are counted year by year
    where there is to be a picture of them.
    """

    by: str
    asked: Collection[str] = ()
    in_years: bool = False


class First(NamedTuple):
    """So many of them, in the order of a timeline."""

    number: int
    sort: str
    reverse: bool


class Brief(Matcher, Counting):
    """Says whether and how events match a query, of which something is enough to know."""

    def __init__(self, query: Query, name_of: NameOf, enough: Counts | First) -> None:
        """Take the query, what names the countries that are searched, and what is enough."""
        super().__init__(query, name_of)
        self.enough = enough
        others = query.actors or query.places or query.sources or query.search or query.parties
        is_in_columns = isinstance(enough, Counts) and enough.by in _COLUMNS
        self.by_columns = is_in_columns and not others

    def tallies(self, columns: Columns) -> Tallies:
        """Return the numbers of those events that match, each distinct value being looked at once.

        They match `by_columns`.
        """
        by, asked, in_years = cast("Counts", self.enough)
        fits = self.may_keep(columns)
        found = list(compress(columns.dates, fits))
        values = list(compress(getattr(columns, _COLUMNS[by]), fits))
        parts = {text: self.placed(when)[1] for text, when in columns.distinct_dates.items()}
        return tallies(found, values, parts, by, asked, in_years=in_years)
