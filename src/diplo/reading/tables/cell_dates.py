"""The date in one cell of a table, or in several of a row: what it says, as EDTF, or what is wrong.

Cells repeat, so that each text is looked at once. What is wrong with it is a result, as wrong cells
repeat too.
"""

import functools
import re
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates.corrections import is_date, nearly
from diplo.reading.tables import flow
from diplo.reading.tables.cells import MANY, is_nothing, number, without_marks
from diplo.terminal.text import fold_space, shown

DAY_FIRST, MONTH_FIRST = ORDERS = ("day-first", "month-first")
ONGOING, NOT_KNOWN, ONE_DAY = OPENS = ("ongoing", "unknown", "day")
PARTS = ("year", "month", "day")
GUESS = "guess"
_LAST_YEAR = "9999"
_DECEMBER = 12
_STILL = frozenset(
    (
        *("..", "-", "–", "—", "present", "the present", "to present", "now", "today", "to date"),
        *("ongoing", "current", "continuing", "open", "still", "in force"),
    )
)
_SLASHED = re.compile(
    r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?:[T ,]+[0-9]{1,2}:[0-9:.]+\b.*)?"
)
_COMPACT = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_FRACTION = re.compile(r"[0-9]{4}\.[0-9]+")  # October, where a spreadsheet makes 2021.1 of 2021.10


class Said(NamedTuple):
    """What a text says, or what is wrong with it; both are empty where it says nothing.

    A date in numbers, whose order nobody told, has a reading for each order that makes a day of it.
    """

    value: str = ""
    wrong: str = ""
    readings: tuple[tuple[str, str], ...] = ()  # orders, each with a day
    text: str = ""  # that is wrong


def undecided(first: Said, other: Said | None = None) -> str:
    """Say what is wrong with a date whose order nobody told, or with two, of which one tells."""
    said = [first, other] if other else [first]
    orders = min((each.readings for each in said), key=len)
    ways = " or ".join(f"--dates {order}" for order, _ in orders)
    return f"{', but '.join(map(_readable, said))}; give {ways}"


def _readable(said: Said) -> str:
    days = " or ".join(f"{day} ({order})" for order, day in said.readings)
    return f"{shown(said.text)} {'may' if len(said.readings) > 1 else 'can only'} be {days}"


@functools.lru_cache(MANY)
def date(text: str, order: str | None = None) -> Said:
    """Read a date as people write it, as EDTF; `order` is that of numbers with slashes."""
    told = number(without_marks(fold_space(text)).removeprefix("'"))
    return Said() if is_nothing(told) else _date(told, order)


def _date(told: str, order: str | None) -> Said:
    """Read a date without what stands around it."""
    if found := _SLASHED.fullmatch(told):  # before what takes long to be refused
        return _slashed(told, found, order)
    if (found := _COMPACT.fullmatch(told)) and is_date(day := "-".join(found.groups())):
        return Said(day)
    if is_date(told):
        return Said(told)
    lead = nearly(told)
    if len(lead.forms) == 1 and not (lead.why or _FRACTION.fullmatch(told)):
        return Said(lead.forms[0])
    return Said(wrong=_refusal(told, lead.refusal(told, "a date", _FORMS)), text=told)


_FORMS = "write, for example, 2024-05-28, 28 May 2024, May 2024, 2024, 1990s or c. 1994"
_ABOUT = re.compile("(?:early|mid|late|end|beginning|start|middle|around)\\b", re.IGNORECASE)
_SERIAL = re.compile("[1-9][0-9]{4}")
_FIRST_SERIAL = dates.parse("1899-12-30").start.first


def _refusal(text: str, said: str) -> str:
    """Return what is wrong, with more words where spreadsheets and other languages are guessed."""
    if _SERIAL.fullmatch(text):
        meant = dates.day(_FIRST_SERIAL + int(text)).text
        return f"{shown(text)} is not a date; as a spreadsheet counts days it is {meant}"
    if text == "...":
        return "... is a place in the map for a date; write there what it means"
    if said.endswith(_FORMS) and re.search(r"[^\W\d_]{3}", text) and re.search("[0-9]", text):
        if _ABOUT.match(text):
            meant = f"values: {{date: {{{flow.plain(text)}: ...}}}}"
            return f"{said}; a map (--map) can say what it means: {meant}"
        return f"{said}; months are read in English"
    return said


def _slashed(text: str, found: "re.Match[str]", order: str | None) -> Said:
    """Read 28/05/2024 in an order that is told; with dots, the day is first."""
    one, sign, other, year = found.groups()
    days = {
        DAY_FIRST: f"{year}-{int(other):02}-{int(one):02}",
        MONTH_FIRST: f"{year}-{int(one):02}-{int(other):02}",
    }
    told = DAY_FIRST if sign == "." else order
    if told is None:
        readings = tuple((each, day) for each, day in days.items() if is_date(day))
        if not readings:
            return Said(wrong=f"{shown(text)} is no day in any order of its numbers")
        said = Said(readings=readings, text=text)
        return said._replace(wrong=undecided(said))
    if is_date(days[told]):
        return Said(days[told])
    return Said(wrong=f"{shown(text)} is no day, as {told.replace('-', ' is ')} here")


@functools.lru_cache(MANY)
def end(text: str, order: str | None = None) -> Said:
    """Read the end of a span, ".." where it is open; the year 9999 stands for that."""
    told = without_marks(fold_space(text)).removeprefix("'")
    if told.lower() in _STILL:
        return Said("..")
    said = date(told, order)
    return Said("..") if said.value.startswith(_LAST_YEAR) else said


@functools.lru_cache(MANY)
def span(start: str, last: str, opened: str | None = None) -> Said:
    """Join a start and an end, each as EDTF or nothing; `opened` is what no end means."""
    if not last:
        tail = {ONGOING: "/..", NOT_KNOWN: "/"}.get(opened or ONE_DAY, "")
        return Said(start + tail) if start and not set("/[").intersection(start) else Said(start)
    if start == last:
        return Said(start)
    if set("/[").intersection(start + last):
        return Said(wrong=f"{shown(start)} to {shown(last)} is no span; write one day at each end")
    joined = f"{start}/{last}"
    try:
        dates.parse(joined)
    except ValueError as error:
        return Said(wrong=str(error))
    return Said(joined)


def parts(year: str, month: str, day: str) -> Said:
    """Join a year, a month and a day; what is blank leaves less precision."""
    said = date(year)
    if said.wrong or not said.value or date(month) == Said():
        return said
    name = f"{number(day)} {number(month)}" if date(day) != Said() else number(month)
    numbers = [number(month), *([number(day)] if date(day) != Said() else [])]
    if all(each.isdecimal() and each.isascii() for each in numbers):
        joined = "-".join([said.value, *(each.zfill(2) for each in numbers)])
        if is_date(joined) and int(numbers[0]) <= _DECEMBER:
            return Said(joined)
    elif (worded := date(f"{name} {said.value}")).value:
        return worded
    written = ", ".join(map(shown, [year, month, *([day] if len(numbers) > 1 else [])]))
    zero = '; where 0 means that it is not known, a map says so: blank: ["0"]'
    hint = zero if "0" in numbers else ""
    return Said(wrong=f"{written} are no year, month and day{hint}")


_PRECISIONS = {
    **dict.fromkeys(("11", "12", "13", "14", "day"), "day"),
    **dict.fromkeys(("10", "month"), "month"),
    **dict.fromkeys(("9", "year"), "year"),
    **dict.fromkeys(("8", "decade"), "decade"),
    **dict.fromkeys(("7", "century"), "century"),
}
_MIDNIGHT = re.compile(r"\+?([0-9]{4}-01-01)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")


@functools.lru_cache(MANY)
def timed(time: str, precision: str, order: str | None = None) -> Said:
    """Read a time to a precision, by the numbers of Wikidata or by name; or guess that."""
    told = time.strip().removeprefix("+")
    if precision == GUESS:
        found = _MIDNIGHT.fullmatch(told)
        return Said(found[1][:4]) if found else date(told, order)
    name = _PRECISIONS.get(number(precision).lower()) if precision else "day"
    if name is None:
        known = "day (11), month (10), year (9), decade (8), century (7)"
        return Said(wrong=f"{shown(precision)} is no precision that can be written: {known}")
    if name != "day":
        told = re.sub(
            r"^([0-9]{4})-00-00", r"\1-01-01", re.sub(r"^([0-9]{4}-[0-9]{2})-00", r"\1-01", told)
        )
    said = date(told, order)
    if said.wrong or not said.value or name == "day":
        return said
    year = said.value[:4]
    forms = {
        "month": said.value[:7],
        "year": year,
        "decade": f"{year[:3]}X",
        "century": f"{(int(year) - 1) // 100:02}XX",
    }
    return Said(forms[name])
