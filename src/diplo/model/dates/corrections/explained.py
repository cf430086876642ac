"""Corrections that need a reason: what a text is instead of a date."""

import re

from diplo.model.dates.corrections.calendars import day_of_no_month, of_two_years
from diplo.model.dates.corrections.lead import Lead
from diplo.model.dates.corrections.ranges import unsure_bound
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.corrections.stretches import among, both, vague

VAGUE = "it is vague"


@rule("([0-9]{4})([?~%]?)-([?~%]?)([0-9]{2})([?~%]?)(?:-([?~%]?)([0-9]{2}))?")
def _in_doubt_in_part(year: str, *others: str) -> Forms:
    """Move the signs of doubt in 1984-06?-02 or 2004-06-~11 of EDTF's level 2 to the end."""
    parts = "".join(others)
    numbers, signs = re.findall("[0-9]{2}", parts), {*re.sub("[0-9]", "", parts)}
    return ("-".join([year, *numbers]) + (signs.pop() if len(signs) == 1 else "%"),)


# What reads a text, why that is no date, and what is said after what to write instead.
_OTHERWISE = (
    (vague, VAGUE, " where that will do"),
    (both, "it is two", " where a span is meant"),
    (among, "it lists several", " where one of them is meant"),
    (day_of_no_month, "a day tells nothing where its month is not known", ""),
    (_in_doubt_in_part, "a sign of doubt is of the whole date and stands at its end", ""),
    (of_two_years, "a year that began in March is written as from January on", ""),
)


def explained(plain: str) -> Lead | None:
    """Return the lead for a text whose correction needs an explanation."""
    for read, why, more in _OTHERWISE:
        if forms := read(plain):
            return Lead(forms, why, more)
    return in_doubt_at_its_bound(plain)


def in_doubt_at_its_bound(plain: str) -> Lead | None:
    """Return the lead for a set whose bound is in doubt, if a text is one."""
    if not (form := unsure_bound(plain)):
        return None
    year = "last" if form.endswith("YEAR]") else "first"
    instead = f'write "{form}" with the {year} year that it may be'
    return Lead(why="the bound of a set is never in doubt", instead=instead)
