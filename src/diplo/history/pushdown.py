"""What is enough to know of the events that match, where somebody can tell it without them."""

from collections.abc import Collection
from typing import NamedTuple

from diplo.history.filters import NameOf
from diplo.history.selection import Matcher, Query


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


class Brief(Matcher):
    """Says whether and how events match a query, of which something is enough to know."""

    def __init__(self, query: Query, name_of: NameOf, enough: Counts | First) -> None:
        """Take the query, what names the countries that are searched, and what is enough."""
        super().__init__(query, name_of)
        self.enough = enough
