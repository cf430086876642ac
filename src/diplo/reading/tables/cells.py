"""What one cell of a table says: a date, an end, a type, an id, a list; pure, by its text alone.

Cells repeat, so that each text is looked at once. What is wrong with it is a result, as wrong cells
repeat too.
"""

import functools
import re
from typing import NamedTuple

from diplo.model import dates
from diplo.model.dates.corrections import is_date, nearly
from diplo.model.events import ID_LENGTH
from diplo.reading.tables import flow
from diplo.terminal.text import fold_space, shown, slug

DAY_FIRST, MONTH_FIRST = ORDERS = ("day-first", "month-first")
ONGOING, NOT_KNOWN, ONE_DAY = OPENS = ("ongoing", "unknown", "day")
PARTS = ("year", "month", "day")
GUESS = "guess"
_MANY = 2**16  # texts that are remembered
_LAST_YEAR = "9999"
_HEADLINE = 60  # characters
_DECEMBER = 12

# Texts that stand for a date that nobody knows, in tables of all kinds.
_NOTHING = frozenset(
    (
        *(
            "",
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "nan",
            "nat",
            "null",
            "none",
            "nil",
            "tbd",
            "tba",
        ),
        *("-", "--", "–", "—", ".", "..", "?", "unknown", "not known", "undated", "n.d.", "nd"),
    )
)
_STILL = frozenset(
    (
        *("..", "-", "–", "—", "present", "the present", "to present", "now", "today", "to date"),
        *("ongoing", "current", "continuing", "open", "still", "in force"),
    )
)
# Footnote marks of what is pasted from a page: 1988[12], Nepal[note 4]*.
_MARKS = re.compile(
    r"(?<=[^\s\[])(?:\s*(?:\[(?:(?:note|nb|n|fn) ?)?(?:[0-9]{1,3}|[a-z]{1,2})\]"
    r"|\[citation needed\]|[*†‡§¹²³⁰⁴-⁹]))+\s*$",
    re.IGNORECASE,
)
_TAG = re.compile("<[^<>]*>")
_SLASHED = re.compile(
    r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?:[T ,]+[0-9]{1,2}:[0-9:.]+\b.*)?"
)
_COMPACT = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_DECIMAL = re.compile(r"(-?[0-9]+)\.0+")
_FRACTION = re.compile(r"[0-9]{4}\.[0-9]+")  # October, where a spreadsheet makes 2021.1 of 2021.10
_TAIL = re.compile("([0-9]{4}) ?[-–—]")


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


def without_marks(text: str) -> str:
    """Return a text without the footnote marks at its end."""
    return _MARKS.sub("", text) if text and text[-1] in "]*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹ " else text


def without_tags(text: str) -> str:
    """Return a text of a web page as its words."""
    from html import unescape  # noqa: PLC0415  (few tables need it)

    return unescape(_TAG.sub(" ", text))


def number(text: str) -> str:
    """Return a whole number as it is written without a point: 1945.0 is 1945."""
    found = _DECIMAL.fullmatch(text.strip())
    return found[1] if found else text.strip()


@functools.lru_cache(_MANY)
def date(text: str, order: str | None = None) -> Said:
    """Read a date as people write it, as EDTF; `order` is that of numbers with slashes."""
    told = number(without_marks(fold_space(text)).removeprefix("'"))
    return Said() if is_nothing(told) else _date(told, order)


def is_nothing(text: str) -> bool:
    """Say whether a text stands for what nobody knows."""
    return text.lower() in _NOTHING


def _date(told: str, order: str | None) -> Said:
    """Read a date without what stands around it."""
    if found := _SLASHED.fullmatch(told):  # before what takes long to be refused
        return _slashed(told, found, order)
    if (found := _COMPACT.fullmatch(told)) and is_date(day := "-".join(found.groups())):
        return Said(day)
    if is_date(told):
        return Said(told)
    if found := _TAIL.fullmatch(told):
        return Said(f"{found[1]}/..")
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


@functools.lru_cache(_MANY)
def end(text: str, order: str | None = None) -> Said:
    """Read the end of a span, ".." where it is open; the year 9999 stands for that."""
    told = without_marks(fold_space(text)).removeprefix("'")
    if told.lower() in _STILL:
        return Said("..")
    said = date(told, order)
    return Said("..") if said.value.startswith(_LAST_YEAR) else said


@functools.lru_cache(_MANY)
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


@functools.lru_cache(_MANY)
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


@functools.lru_cache(_MANY)
def kind(text: str) -> str:
    """Return a type as it is written in files: "State visit" is state-visit."""
    words = filter(None, map(slug, text.split(".")))
    return ".".join(words)


@functools.lru_cache(_MANY)
def identifier(text: str) -> str:
    """Return an id as it is written in files: "A-17" is a-17."""
    return slug(number(text), ID_LENGTH)


# An item of a list in quotes, or up to the next separator; what is not well quoted stands as it is.
_ITEM = re.compile(r'[ \t]*("(?:[^"]|"")*"[ \t]*(?=[;|\r\n]|$)|[^;|\r\n]*)(?:[;|\r\n]|$)')


@functools.lru_cache(_MANY)
def items(text: str, also: str = "") -> tuple[str, ...]:
    """Split a list at semicolons, bars, line breaks and what else is told, outside quotes."""
    if not set(';|\n\r"').intersection(text):
        found = [text]
    else:
        found = [each.strip() for each in _ITEM.findall(text)]
    parts = (part for each in found for part in _parts(each, also))
    return tuple(filter(None, map(fold_space, parts)))


def _parts(item: str, also: str) -> list[str]:
    """Return what an item is split into; what is in quotes is whole."""
    whole = unquoted(item)
    return whole.split(also) if also and whole == item else [whole]


def unquoted(text: str) -> str:
    """Return an item without the quotes around it."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text


_CITED = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*) \((.+)\)")


def cited(text: str) -> tuple[str, str] | None:
    """Return the id and the locator of a source as diplo writes them, if that is what it is."""
    found = _CITED.fullmatch(text)
    return (found[1], found[2]) if found and len(found[1]) <= ID_LENGTH else None


_QUOTED_SUBJECT = re.compile('"((?:[^"]|"")*)": (.*)')


def subject_and_state(item: str) -> tuple[str, str]:
    """Return the two of "subject: state", blank where that is not what a text is."""
    if found := _QUOTED_SUBJECT.fullmatch(item):
        return found[1].replace('""', '"'), found[2]
    subject, _, state = item.partition(": ")
    return subject.strip(" "), state.strip(" ")


_SENTENCE = re.compile(r".+?[.!?](?= |$)")


def headline(summary: str) -> str:
    """Return the first sentence of a summary, cut at a word where it is long for a title."""
    told = fold_space(summary)
    first = _SENTENCE.match(told)
    title = (first[0].rstrip(".") if first else told) or told
    if len(title) <= _HEADLINE:
        return title
    return f"{title[:_HEADLINE].rpartition(' ')[0] or title[: _HEADLINE - 1]}…"


def without_apostrophe(text: str) -> str:
    """Return a cell without the apostrophe that stands before a formula."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


_FORMULA = re.compile("'+[=+@\t\r＝＋－＠-]")
