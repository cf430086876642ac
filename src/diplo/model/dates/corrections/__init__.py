"""Suggest the EDTF that a date which is nearly right may stand for.

Only refused texts get here, and nothing here is imported before that. The rules look only at the
form of a text; afterwards, dates that the calendar lacks are dropped. The forms are those that
people write in files (EDTF drafts, messydates, spreadsheets, MySQL, Wikidata) and those in which
diplo itself shows dates.
"""

import re
from itertools import chain

from diplo.model.dates.corrections.calendars import (
    CALENDAR,
    NEW_STYLE,
    NOT_KNOWN,
    YEARS,
    in_both_styles,
    in_new_style,
    of_no_calendar,
    weekday_message,
)
from diplo.model.dates.corrections.explained import VAGUE, explained, in_doubt_at_its_bound
from diplo.model.dates.corrections.lead import Lead, is_date
from diplo.model.dates.corrections.moments import (
    DECADE,
    day_first,
    moment,
    quarter_months,
    year_first,
)
from diplo.model.dates.corrections.other_languages import IN_ENGLISH, MONTHS, in_english
from diplo.model.dates.corrections.ranges import (
    about,
    bounded,
    either,
    few_days,
    range_of,
    single_form,
)
from diplo.model.dates.corrections.rule import Forms, rule
from diplo.model.dates.corrections.stretches import (
    going_on,
    half,
    half_behind,
    throughout,
    unknown,
)
from diplo.model.dates.edtf import PERIOD
from diplo.model.dates.from_words import month
from diplo.terminal.text import fold, fold_space, shown

__all__ = [
    "BEFORE",
    "FOUR",
    "IN_ENGLISH",
    "MONTHS",
    "VAGUE",
    "Lead",
    "is_date",
    "lead_for",
    "lead_to",
]

BEFORE = "years before 0001 cannot be written"
_SETS = "brackets are for sets, with .. in them"
FOUR = "a year has four digits, from 0001 to 9999"
_LONGEST = 60  # characters; longer texts are not looked at
_MOST_ENDS = 2
_OF_ORG = re.compile(r"\[[0-9]{4}-[0-9]{2}-[0-9]{2} [^]]+\]")  # [2024-05-28 Tue], if inactive
_ENDS = re.compile(r"[][/?~%]|\.\.")  # stand around the ends of a span or set


def lead_for(text: str) -> Lead:
    """Return the lead for a text that is no date; its forms are all in the calendar."""
    if (bare := _unquoted(text)) != text:
        lead = lead_to(bare)
        is_set = text[0] == "[" and lead.forms and not _OF_ORG.fullmatch(text)
        return lead._replace(why=lead.why or _SETS) if is_set else lead
    lead = _lead_by_form(fold_space(text))
    forms = [form for form in lead.forms if form != text]
    dates = tuple(filter(is_date, forms))
    if forms and not dates:  # the correction that loses least
        return max(map(lead_for, forms), key=_detail)
    if not dates and not lead.why:
        return _nearly_by_part(text, lead)
    return lead._replace(forms=dates, why=lead.why or weekday_message(text, dates))


def lead_to(text: str) -> Lead:
    """Return the lead for a text, which is the text itself if it is a date."""
    return Lead((text,)) if is_date(text) else lead_for(text)


# Brackets that are no set, such as those of links.
_IN_BRACKETS = re.compile(
    r"\[\[[^][]+\]\]|\[(?!.*(?:\.\.|[0-9]{4}.+[0-9]{4}))[^][,/]+\]|\([^()]+\)"
)
_QUOTES = ('""', "''", "<>", "“”", "‘’", "„“", "«»")


def _unquoted(text: str) -> str:
    """Return a text without quotes, or without the brackets that mark what catalogues infer.

    Quotes may be those of a formula, ="1994", or of a program, <2024-05-28 Tue>.
    """
    is_short = len(text) <= _LONGEST
    if is_short and text.startswith('="'):
        text = text[1:]
    is_quoted = is_short and text[:1] + text[-1:] in _QUOTES
    return text[1:-1] if is_quoted or (is_short and _IN_BRACKETS.fullmatch(text)) else text


def _detail(lead: Lead) -> int:
    """Return the length of a lead's longest form that is not a span, as a measure of detail."""
    return max((len(form) for form in lead.forms if "/" not in form), default=0)


def _nearly_by_part(text: str, lead: Lead) -> Lead:
    """Return the lead for a span or set one end of which the calendar lacks, if there is one."""
    parts = [part for part in _ENDS.split(text) if part]
    if len(parts) > _MOST_ENDS:
        return lead
    for part in parts:
        if part != text and PERIOD.fullmatch(part) and not is_date(part):
            lead_of_part = lead_for(part)
            leads = (lead_to(text.replace(part, form, 1)) for form in lead_of_part.forms)
            return lead_of_part._replace(forms=tuple(chain.from_iterable(x.forms for x in leads)))
    return lead


_DASHES = "‒–—→"  # besides minus signs
_SIGNS = str.maketrans(
    {**dict.fromkeys(f"‐‑−{_DASHES}", "-"), "’": "'", "≤": "<=", "≥": ">="}
)  # as word processors have them
_INFERRED = re.compile(r"\[([a-z]{3,9}\.?|[0-9]{4}|[0-9]{1,2}(?=\] [a-z]))\]")  # [May] 2014

_COLONS = re.compile("[0-9]{1,2}:[0-9]{1,2}:[0-9]{4}|[0-9]{4}:[0-9]{2}:[0-9]{2}")
_ERA = re.compile(r"(?<![.\w])(?:a\. ?d|c\. ?e)\.")
_TO_A_YEAR = re.compile(  # of 1998–01, 1905–6
    rf"(?<=[0-9]{{4}})(?<!winter [0-9]{{4}})[{_DASHES}](?=[0-9]{{1,2}}(?![-0-9./‐‑{_DASHES}]))",
    re.IGNORECASE,
)
_LIKE_A_MONTH = re.compile("(?!.*winter)[^0-9]*([0-9]{4}-[0-9]{2})[^0-9]*", re.IGNORECASE)


def _lead_by_form(text: str) -> Lead:
    """Return the lead for a text with folded white space, by its form alone."""
    if forms := _in_characters(text):
        return Lead(forms)
    plain = _TO_A_YEAR.sub(" - ", text).translate(_SIGNS).lower()
    plain = _ERA.sub(_without_dots, NEW_STYLE.sub("", plain))
    plain = plain.replace(":", "/") if _COLONS.fullmatch(plain) else plain
    is_long = len(plain) > _LONGEST
    if is_long or not plain.isascii():
        return Lead() if is_long else _in_another_language(fold(plain)) or Lead()
    if lead := of_no_calendar(text) or _years_in_doubt(text):
        return lead
    if forms := day_first(plain):
        return Lead(forms, is_spoken=True)
    plain = _INFERRED.sub(r"\1", plain)
    for read in _RULES:
        if forms := read(plain):
            return Lead((*in_new_style(plain, forms), *forms))
    lead = explained(plain) or _before_1000(plain) or _with_addition(text)
    return lead or _in_another_language(plain) or _without_year(plain)


@rule("([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
def _in_characters(*numbers: str) -> Forms:
    """Read 2024年5月28日."""
    return ("-".join(number.zfill(2) for number in numbers if number),)


def _in_another_language(plain: str) -> Lead | None:
    """Return the lead for a text in another language."""
    english = in_english(plain)
    lead = lead_for(english) if english != plain else Lead()
    return None if lead == Lead() else lead._replace(why=lead.why or IN_ENGLISH)


def _without_dots(match: "re.Match[str]") -> str:
    return re.sub("[. ]", "", match[0])


_RULES = (
    *(in_both_styles, year_first, moment, quarter_months, half, half_behind, throughout),
    *(about, bounded, either, few_days, range_of, going_on, unknown),
)


_EARLY = re.compile(r"\b0(?!000)([0-9]{3})(?![0-9])")  # the calendar repeats 2000 years later
_THOUSAND = re.compile("([12])[.,'\u202f]([0-9]{3})")  # 1.945, as a spreadsheet writes a number
_SHORT_YEAR = re.compile("[1-9][0-9]{2}(?:-[0-9]{2}){0,2}")
# Three digits of a year, as in c. 800; but those of 198? may be of a decade.
_THREE = re.compile(rf"(?<![0-9])(?!{DECADE} ?[?])([1-9][0-9]{{2}})(?![0-9])")
_DAY_AND_MONTH = re.compile(r"([a-z]{3,9})\.?[- ]?'?[0-9]{1,2}|[0-9]{1,2}[-. ]{0,2}([a-z]{3,9})")


def _before_1000(plain: str) -> Lead | None:
    """Return the lead for a text with a year before 1000, if need be with a zero before it."""
    if match := _THOUSAND.fullmatch(plain):
        return Lead((match[1] + match[2],), FOUR)
    if _SHORT_YEAR.fullmatch(plain):
        return Lead((f"0{plain}",), FOUR)
    padded = _THREE.sub(r"0\1", plain)
    late = _EARLY.sub(r"2\1", padded)
    if late == padded:
        return None
    why = FOUR if padded != plain else ""
    if forms := about(late):
        return Lead(tuple(f"0{form[1:]}" for form in forms), why)
    if not why:
        return None
    forms = bounded(padded)
    return Lead(forms, why) if forms else in_doubt_at_its_bound(padded)


def _without_year(plain: str) -> Lead:
    """Return the lead for a text without a year of four digits, with the reason if it is known."""
    match = _DAY_AND_MONTH.fullmatch(plain)
    if match and month(match[1] or match[2]):
        return Lead(why=FOUR)
    return Lead(why=next((why for form, why in _HOPELESS if form.fullmatch(plain)), ""))


# 12 Jan 1990 a; but not letters that belong to the year or continue the date.
_BEHIND = re.compile(r"(.*[0-9]) ?(\([^()]*\)|(?<= )(?!bc|o[nr]|to)[a-z]{1,2})", re.IGNORECASE)

_ALL, _MARK = " where that is all that is meant", 2  # characters of a footnote's mark
_UNTIL = re.compile(f"[{_DASHES}]([0-9]{{4}})")


def _with_addition(text: str) -> Lead | None:
    """Return the lead for a date with an addition that is no part of it, if a text is one."""
    if match := _UNTIL.fullmatch(text):
        return Lead((f"/{match[1]}",), BEFORE, " where until then is meant")
    if match := _BEHIND.fullmatch(text):
        return _lead_before(*match.groups())
    return None


def _lead_before(text: str, behind: str) -> Lead:
    """Return the lead for what stands before something that is no part of a date."""
    addition = behind.strip("() ").lower()
    if (form := single_form(text.lower())) and form == single_form(addition):
        return Lead((form,))  # the same day in two ways
    forms = lead_to(text).forms
    suffix = _ALL if len(addition) > _MARK else ""
    if not forms:
        return Lead()
    return Lead(forms, f"{shown(behind)} behind it is not part of one", suffix, is_followed=True)


_HOPELESS = (
    (
        re.compile(
            r"(?:.*[-/ ])?(?:[0-9]+ ?(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|v\. ?u\. ?z\.?"
            r"|av\.? ?j\.?-? ?c\.?|a\. ?c\.)|bce? [0-9]+)|-+[0-9][-0-9tz:]*"
        ),
        BEFORE,
    ),
    (re.compile("[+y]?[0-9]{5,}(?:-[0-9]{2}){0,2}"), FOUR),
    (re.compile("(?:(?:in|the|early|mid|late|by)[- ])*'?[1-9]0'?s"), FOUR),
    (re.compile(r"[0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[a-z]+)\1'?[0-9]{2}"), FOUR),
)


def _years_in_doubt(text: str) -> Lead | None:
    """Return the lead for years that would look like a month without their doubt: c. 1990-91."""
    match = _LIKE_A_MONTH.fullmatch(text)
    lead = of_no_calendar(match[1]) if match else None
    if not lead or not lead.forms or lead.why == NOT_KNOWN:
        return None
    forms = about(text.lower())
    return Lead(forms, CALENDAR, YEARS, is_formed=True) if forms else None
