"""Read the date in one cell of a table, as EDTF, or say what is wrong with it.

Cells repeat, so results are cached; what is wrong is a result too, as wrong cells also repeat.
"""

import functools
import re
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates.corrections import BEFORE, IN_ENGLISH, VAGUE, Lead, is_date, lead_for
from diplo.model.dates.corrections.calendars import CALENDAR
from diplo.model.dates.corrections.moments import without_clock
from diplo.model.dates.corrections.other_languages import STILL
from diplo.model.dates.corrections.ranges import NOW
from diplo.reading.date_order import DAY_FIRST, MONTH_FIRST, ORDERS
from diplo.reading.tables import inline_yaml, two_numbers, unread_words
from diplo.reading.tables.cells import MANY, NO_DATE, has_letter, is_nothing, number, without_marks
from diplo.reading.tables.counted_days import counted
from diplo.terminal.text import fold, fold_space, refusal, shown

ONGOING, NOT_KNOWN, ONE_DAY = OPENS = ("ongoing", "unknown", "day")
_LAST_YEAR = "9999"
_STILL = frozenset(NOW) - {"date"} | {  # "date" is no end by itself, only in "to date"
    *("-", "–", "—", "to present", "to date", "until now", "until present", "till now"),
    *("till date", "continuing", "still", "in force", "still in force"),
    *("in office", "still in office", "in post"),
}
_UNKNOWN_ENDS = ("?", "unknown", "not known", "date unknown", "unknown date", "date not known")
_UNKNOWN_END = "/"  # what follows a start whose end is unknown
# A day in numbers, with the year first or last; only if it is last is their order in question.
_NUMBERED = re.compile(
    r"""
    [0-9]{4} ([-/.]) [0-9]{1,2} \1 [0-9]{1,2} (?![0-9])  # 2024-05-28
    |
    (?<![0-9]) (?:  # the start of a span, up to its end: 28-30/05/2024, 28/05 to 02/06/2024
        (?<![-:./]) (?P<start_left>[0-9]{1,2}) (?:[./] (?P<start_right>[0-9]{1,2}))? \.?
        (?:[ ]?[-‐‑–—][ ]?|[ ](?:al?|to)[ ]) (?=[0-9]{1,2} (?:\.[ ]|[/.]))
    )?
    (?P<left>[0-9]{1,2}) (?P<sign>\.[ ]|[-/.]) (?P<right>[0-9]{1,2})  # 28/05, 28. 05
    (?:(?P=sign)|(?P<blank>[ ])) (?P<year>[0-9]{4}) (?![0-9])
    """,
    re.VERBOSE,
)
_ZERO_DAYS = ("1899-12-30", "1899-12-31", "1900-01-01")  # as spreadsheets and databases have them
_COMPACT = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
# It may be October, as a spreadsheet makes 2021.1 of 2021.10.
_FRACTION = re.compile(r"[0-9]{4}[.,][0-9]+")


class CellDate(NamedTuple):
    """The date that a text means, or what is wrong with it; both are empty if it says nothing.

    A date in numbers whose order is not given has a reading for each order that makes it a day.
    """

    value: str = ""
    wrong: str = ""
    readings: tuple[tuple[str, str], ...] = ()  # orders, each with a day
    text: str = ""  # as it stands, if it is wrong or has two numbers
    numbers: str = ""  # what two numbers may be, by `two_numbers`
    part: int = 0  # the index of the wrong one of a year, a month and a day
    by_map: str = ""  # the end of the message on what is wrong: what a map can do about it
    is_before_christ: bool = False  # diplo cannot express it

    @property
    def message(self) -> str:
        """What is wrong, and what a map can do about it."""
        return self.wrong + self.by_map


def undecided(first: CellDate, other: CellDate | None = None) -> str:
    """Say that the order of a date's numbers must be given, perhaps as a second date shows it."""
    cells = [first, other] if other else [first]
    orders = min((cell.readings for cell in cells), key=len)
    ways = " or ".join(f"--dates {order}" for order, _ in orders)
    return f"{', but '.join(map(_readable, cells))}; give {ways}"


def disagreeing(first: CellDate, other: CellDate) -> str:
    """Say that two dates have one reading each, in different orders, so neither can be given."""
    sentences = ", but ".join(map(_readable, (first, other)))
    return f"{sentences}: the cells disagree; write each as in {first.readings[0][1]}"


def _readable(cell: CellDate) -> str:
    days = " or ".join(f"{day} ({order})" for order, day in cell.readings)
    return f"{shown(cell.text)} {'may' if len(cell.readings) > 1 else 'can only'} be {days}"


_NO_BREAK = dict.fromkeys(map(ord, "\xa0\u2007\u2009\u202f"), " ")  # in dates on web pages


def bare(text: str) -> str:
    """Return a cell's text without white space, footnote marks and an apostrophe around it."""
    return without_marks(fold_space(text.translate(_NO_BREAK))).removeprefix("'")


@functools.lru_cache(MANY)
def date(text: str, order: str | None = None) -> CellDate:
    """Read a date as people write it; `order` is that of its numbers, as in 28/05/2024."""
    plain = number(bare(text))
    if is_nothing(plain):
        return CellDate()
    result = _date(plain, order)
    numbers = two_numbers.kind(plain)
    return result._replace(text=plain, numbers=numbers) if numbers else result


def _date(text: str, order: str | None) -> CellDate:
    """Read a date from a bare text."""
    if is_date(text):  # as most are
        return CellDate(text)
    plain = without_clock(text)
    first = _in_order(plain, order or DAY_FIRST)
    if order is None and (last := _in_order(plain, MONTH_FIRST)) != first:
        return _undecided(text, (first, last))
    lead = _lead(first)
    if value := _sure(first, lead):
        return CellDate(value)
    return _refused(text, plain, lead, order)._replace(text=text)


def _lead(text: str) -> Lead:
    """Return the date that a text is, or else the dates that it may be meant as."""
    if (match := _COMPACT.fullmatch(text)) and is_date(day := "-".join(match.groups())):
        return Lead((day,))
    return Lead((text,)) if is_date(text) else lead_for(text)


def _sure(text: str, lead: Lead) -> str:
    """Return the only date that a text may mean, as EDTF, or nothing."""
    is_sure = len(lead.forms) == 1 and not (lead.why or _FRACTION.fullmatch(text))
    return lead.forms[0] if is_sure else ""


def _in_order(text: str, order: str, dotted: str = DAY_FIRST) -> str:
    """Write each 28/05/2024 in a text as EDTF, by this order or, for 28.05.2024, that of dots."""

    def day(match: "re.Match[str]") -> str:
        left, sign, right, year = match.group("left", "sign", "right", "year")
        if year is None or (match["blank"] and match.start()):  # May 5/6 1905
            return match[0]
        is_day_first = (dotted if sign[0] == "." else order) == DAY_FIRST
        month, day = (right, left) if is_day_first else (left, right)
        last = f"{year}-{int(month):02}-{int(day):02}"
        if match["start_left"] is None:
            return last
        if not (is_day_first or match["start_right"]):  # 28-30/05/2024
            return match[0]
        if is_day_first:
            first_day, first_month = match["start_left"], match["start_right"] or month
        else:
            first_month, first_day = match["start_left"], match["start_right"]
        start = f"{year}-{int(first_month):02}-{int(first_day):02}"
        return f"{start}/{last}" if start <= last else match[0]

    return _NUMBERED.sub(day, text)


def _undecided(text: str, ordered: tuple[str, str]) -> CellDate:
    """Read a date whose order is not given, in each of the orders."""
    values = [_sure(form, _lead(form)) for form in ordered]
    readings = tuple((order, form) for order, form in zip(ORDERS, values, strict=True) if form)
    if readings:
        result = CellDate(readings=readings, text=text)
        return result._replace(wrong=undecided(result))
    return _refused(text, without_clock(text), lead_for(text), None)._replace(text=text)


_FORMS = "write, for example, 2024-05-28, 28 May 2024, May 2024, 2024, 1990s or c. 1994"
_NARROW = (
    "this column of a spreadsheet was too narrow to show its dates, hence {}; widen it there and "
    "save the file again"
)
UNFILLED = "...: "  # begins a text for which a map is yet to give the date


def unfilled(text: str, what: str, example: str) -> str:
    """Say that a map is yet to tell which date, month or day a text is; empty if it is not."""
    if not text.startswith(UNFILLED):
        return ""
    meant = shown(text.removeprefix(UNFILLED))
    return f"write in the map which {what} {meant} is, in place of ...: as in {example}"


def _refused(text: str, plain: str, lead: Lead, order: str | None) -> CellDate:
    """Say what is wrong with a text, by what it most likely is: an error, a number, no date."""
    narrow = _NARROW.format(shown(text)) if len(text) > 1 and {*text} == {"#"} else ""
    if message := refusal(text) or narrow or unfilled(text, "date", "1990s"):
        return CellDate(wrong=message)
    wrong = f"{shown(text)} is not a date"
    if days := counted(text):
        return CellDate(wrong=f"{wrong}; {days}")
    if not lead.forms and (codes := unread_words.codes((text,))):
        return CellDate(wrong=wrong, by_map=f"; {codes}")
    if NO_DATE.fullmatch(plain):
        by_map = f", or a map (--map) says so: blank: {inline_yaml.quoted([text])}"
        return CellDate(wrong=f"{wrong}; leave it blank", by_map=by_map)
    is_led = (lead.forms and lead.why != CALENDAR) or lead.instead
    match = _NUMBERED.fullmatch(plain)
    if match and match["year"] and not (is_led or match["start_right"]):
        return CellDate(wrong=_misordered(text, plain, order, is_dotted=match["sign"][0] == "."))
    return _unclear(text, plain, lead)


def _unclear(text: str, plain: str, lead: Lead) -> CellDate:
    """Say what a text that is no single date may be meant as, and how else a map can help."""
    if several := _several(plain):
        held = f"holds {len(several)} dates: {', '.join(several)}"
        return CellDate(wrong=f"{shown(text)} {held}; give each its own row")
    if _FRACTION.fullmatch(plain) and re.sub("[.,]", "-", plain) not in lead.forms:  # no 1995.05
        lead = Lead(why="a year has no fraction")
    why = by_map = ""
    if lead.forms and lead.is_followed and has_letter(text):
        by_map = ", or a map (--map) takes off such marks: strip: footnotes"
    elif lead.why in (IN_ENGLISH, VAGUE):
        values = inline_yaml.values("date", text, lead.forms[0])
        by_map = f", or a map (--map) can say what it means: {values}"
    elif lead.is_followed or not (lead.forms or lead.instead):
        is_explained = bool(lead.why or _NUMBERED.search(text))
        why, by_map = unread_words.advice(text, is_explained=is_explained)
    wrong = lead.refusal(text, "a date", _FORMS) + why
    return CellDate(wrong=wrong, by_map=by_map, is_before_christ=lead.why == BEFORE)


def _several(text: str) -> list[str]:
    """Return the dates that a cell lists; none if it is not a list of dates."""
    parts = [part.strip() for part in re.split(" and |[,;&|]", text.strip("{}"))]
    dates = [_sure(part, _lead(part)) for part in parts]
    return dates if len(dates) > 1 and all(dates) else []


def _misordered(text: str, plain: str, order: str | None, *, is_dotted: bool) -> str:
    """Say that a day has its numbers in another order than the given one, or than that of dots."""
    expected = DAY_FIRST if is_dotted else order
    if expected is None:
        return f"{shown(text)} is not a day in any order of its numbers"
    other = MONTH_FIRST if expected == DAY_FIRST else DAY_FIRST
    is_declared = other == order
    why = "dots are read day first" if is_declared else f"{expected.replace('-', ' is ')} here"
    message = f"{shown(text)} is not a day, as {why}"
    day = _in_order(plain, other, other)
    if not is_date(day):
        return message
    if is_declared:
        return f"{message}; write {day}"
    more = "" if is_dotted else f", or give --dates {other} where all are so"
    return f"{message}; it can only be {day} ({other}): write that{more}"


@functools.lru_cache(MANY)
def end(text: str, order: str | None = None) -> CellDate:
    """Read the end of a span: ".." if it is open, as 9999 is, "/" if it is said to be unknown."""
    return ending(text) or last_of(date(text, order))


def ending(text: str) -> CellDate | None:
    """Return an end that is said to be open or unknown, None for any other text."""
    word = bare(text).lower()
    if word.startswith("(") and word.endswith(")"):
        word = word[1:-1]
    if word in _STILL or fold(word) in STILL:
        return CellDate("..")
    return CellDate(_UNKNOWN_END) if word in _UNKNOWN_ENDS else None


def last_of(last: CellDate) -> CellDate:
    """Return the end of a span, as open if it is in the year 9999."""
    return CellDate("..") if last.value.startswith(_LAST_YEAR) else last


@functools.lru_cache(MANY)
def span(start: str, last: str, opened: str | None = None) -> CellDate:
    """Join a start and an end, both read before; `opened` says what a missing end means."""
    if last in ("", _UNKNOWN_END):
        tail = last or {ONGOING: "/..", NOT_KNOWN: _UNKNOWN_END}.get(opened or ONE_DAY, "")
        is_day = start and not set("/[").intersection(start)
        return CellDate(start + tail if is_day else start)
    if start == last:
        return CellDate(start)
    if set("/[").intersection(start + last):
        whole = f"{ends(start)[0]}/{ends(last)[-1]}"
        instead = f", or {whole} in place of both" if is_date(whole) else ""
        message = f"{shown(start)} to {shown(last)} is not a span; write one day at each end"
        return CellDate(wrong=f"{message}{instead}")
    joined = f"{start}/{last}"
    try:
        dates.parse(joined)
    except ValueError as error:
        if last in _ZERO_DAYS:
            return CellDate(wrong=f"an end on {last} mostly stands for none; leave it blank")
        return CellDate(wrong=str(error))
    return CellDate(joined)


def ends(date: str) -> list[str]:
    """Return the two ends of a span or a set in EDTF, or a single date alone."""
    return date.strip("[]").split(".." if date.startswith("[") else "/")
