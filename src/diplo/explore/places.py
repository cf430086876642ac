"""Places in views: the row and the day of the cursor, and how to get to others."""

from bisect import bisect_left, bisect_right
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from diplo.explore.view import View
from diplo.model.events import Event


class Place(NamedTuple):
    """A row of a view, the day that is looked at, and the first line that is shown.

    `last` is the last day that the files cover, used for an event without a day. What is shown
    `follows` the cursor, unless it was scrolled away.
    """

    view: View
    row: int
    day: int
    last: int
    top: int = 0
    follows: bool = True

    @property
    def event(self) -> Event | None:
        """The event at the cursor, or None if there is none."""
        return self.view.matches[self.row].event if self.view.matches else None

    def at(self, row: int) -> "Place":
        """Go to a row, or the nearest one, and to the day of its event."""
        days = self.view.days
        if not days:
            return self
        row = min(max(row, 0), len(days) - 1)
        return self._replace(row=row, day=days[row] or self.last, follows=True)

    def on(self, day: int) -> "Place":
        """Go to a day, and to its first event or the last before it."""
        return self._replace(row=self.view.row_on(day), day=day, follows=True)

    def years(self, number: int) -> "Place":
        """Go by a number of years, to the same day of the year if there is one."""
        day = date.fromordinal(self.day)
        year = min(max(day.year + number, MINYEAR), MAXYEAR)
        try:
            moved = day.replace(year=year)
        except ValueError:  # on 29 February
            moved = day.replace(year=year, day=28)
        return self.on(moved.toordinal())

    def change(self, *, later: bool) -> "Place | None":
        """Go to the next or the previous event that changes a state, or None if there is none."""
        changes = self.view.changes
        place = bisect_right(changes, self.row) if later else bisect_left(changes, self.row) - 1
        return self.at(changes[place]) if 0 <= place < len(changes) else None

    def scrolled(self, lines: int, visible: int) -> "Place":
        """Scroll by a number of lines, given how many are visible; the cursor stays in its row."""
        most = max(self.view.size - visible, 0)
        return self._replace(top=min(max(self.top + lines, 0), most), follows=False)

    def in_sight(self, visible: int) -> "Place":
        """Scroll to the row of the cursor, and put it in the middle if it was far away."""
        full = max(self.view.size - visible, 0)  # the highest first line that leaves none blank
        if not self.follows or not self.view.matches:
            return self._replace(top=min(self.top, full))
        line = self.view.line_of(self.row) if self.row else 0
        least, most = line - visible + 1, line  # what may be the first line
        if not least - 1 <= self.top <= most + 2:
            least = most = min(line - visible // 2, self.view.size - visible)
        return self._replace(top=max(min(max(self.top, least), most, full), 0))


def starting_place(view: View, last: int, near: Place | None = None) -> Place:
    """Return where to begin in a view: at the event of the place before or, if gone, its day."""
    place = Place(view, 0, near.day if near else last, last)
    if near is None:
        return place.at(0)
    row = view.row_of(near.event) if near.event else None
    return place.at(view.row_on(near.day) if row is None else row)
