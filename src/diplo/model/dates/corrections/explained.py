"""Corrections with a reason: why a text is no date, and which dates to write instead."""

import re

from diplo.model.dates.corrections.calendars import day_of_no_month, of_two_years
from diplo.model.dates.corrections.lead import Lead
from diplo.model.dates.corrections.ranges import unsure_bound
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.corrections.stretches import in_list, two_dates, vague

VAGUE = "it is vague"


@rule("([0-9]{4})([?~%]?)-([?~%]?)([0-9]{2})([?~%]?)(?:-([?~%]?)([0-9]{2}))?")
def _in_doubt_in_part(year: str, *parts: str) -> Forms:
    """Move the signs of doubt in 1984-06?-02 or 2004-06-~11 of EDTF's level 2 to the end."""
    text = "".join(parts)
    numbers, signs = re.findall("[0-9]{2}", text), {*re.sub("[0-9]", "", text)}
    sign = signs.pop() if len(signs) == 1 else "%"
    return ("-".join([year, *numbers]) + sign,)


# What reads a text, why that is no date, and what follows the forms to write instead.
_OTHERWISE = (
    (vague, VAGUE, " where that will do"),
    (two_dates, "it is two", " where a span is meant"),
    (in_list, "it lists several", " where one of them is meant"),
    (day_of_no_month, "a day tells nothing where its month is not known", ""),
    (_in_doubt_in_part, "a sign of doubt is of the whole date and stands at its end", ""),
    (of_two_years, "a year that began in March is written as from January on", ""),
)


def explained(plain: str) -> Lead | None:
    """Return the lead for a text whose correction needs an explanation."""
    for read, why, suffix in _OTHERWISE:
        if forms := read(plain):
            return Lead(forms, why, suffix)
    return in_doubt_at_its_bound(plain)


def in_doubt_at_its_bound(plain: str) -> Lead | None:
    """Return the lead for a set whose bound is in doubt, if a text is one."""
    if not (form := unsure_bound(plain)):
        return None
    year = "last" if form.endswith("YEAR]") else "first"
    instead = f'write "{form}" with the {year} year that it may be'
    return Lead(why="the bound of a set is never in doubt", instead=instead)
