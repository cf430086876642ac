"""Messages on cells that are no date or country, ending with what a map can say of them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from diplo.model.countries.everyday import BECAME
from diplo.model.countries.resolve import Countries, UnknownCountryError, all_countries
from diplo.model.countries.spelling import key
from diplo.reading.maps import usa
from diplo.reading.maps.meanings import ANY
from diplo.reading.tables import cells, inline_yaml
from diplo.terminal.text import fold_space, shown

# How a cell begins in a row that is no event: a total or count of rows, a remark under the table,
# HXL tags, or the format of the cells below.
_NO_EVENT = re.compile(
    r"(?:(?:grand |sub-?)?totals?|sum|average|mean|sources?|notes?)\b"
    r"|\*(?=.*\w)|[†‡§¹²³⁴-⁹]|#[a-z]+(?=[+\s]|$)|\([0-9]+ rows?(?: affected)?\)"
    r"|%t[a-z]$|\(?(?:(?:yyyy|mm?m?|dd?)[-/. ]?){3}\)?$|(?:text|string|numeric|integer|datetime)$",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:(?:grand |sub-?)?totals?|sum)\s*:?", re.IGNORECASE)
_LONGEST = 24  # characters of a cell, beyond which only its beginning is given
_LONGEST_NAME = 80  # characters; who would type more into a map?
_FEW = 3  # texts that are named
_OF_WIKIDATA = re.compile("(?:https?://www[.]wikidata[.]org/(?:entity|wiki)/|wd:)?Q[0-9]+")
_OF_MANY = frozenset(  # words in the names of many countries
    (
        *(
            "north",
            "northern",
            "south",
            "southern",
            "east",
            "eastern",
            "west",
            "western",
            "central",
        ),
        *(
            "new",
            "great",
            "equatorial",
            "arab",
            "democratic",
            "federal",
            "federated",
            "independent",
        ),
        *(
            "kingdom",
            "republic",
            "state",
            "states",
            "union",
            "united",
            "islands",
            "ocean",
            "territory",
        ),
    )
)
_ACTOR = "a map (--map) takes an organisation as an actor: unknown: actor"


def is_no_event(text: str) -> bool:
    """Say whether a cell begins a row that is no event, such as a total or a remark."""
    return _NO_EVENT.match(text.strip()) is not None


def total_in(row: Sequence[str]) -> int | None:
    """Return the column whose cell calls the row a total, None if none does."""
    return next((at for at, text in enumerate(row) if _TOTAL.fullmatch(text.strip())), None)


def left_out(odd: Mapping[str, Iterable[str]]) -> str:
    """Return the map's `except` that leaves out rows with these texts in these columns."""
    beginnings = {column: [*dict.fromkeys(map(_beginning, texts))] for column, texts in odd.items()}
    written = {
        column: texts if len(texts) > 1 else texts[0] for column, texts in beginnings.items()
    }
    return f"except: {inline_yaml.plain(written)}"


def of_no_event(column: str, text: str) -> str:
    """Return the message on a cell whose row is probably no event."""
    return f"{shown(text)} is probably not an event; a map (--map) leaves out its row: " + left_out(
        {column: [text]}
    )


def of_several(name: str, parts: Sequence[str], mark: str, what: str) -> str:
    """Return the message on a cell that names several parties.

    It suggests to split at the mark between them. A map can split at one mark only: where no mark
    is given, the message suggests `values` instead.
    """
    message = f"{shown(name)} names {len(parts)} {what}: put semicolons between them"
    if mark:
        return f"{message}, or say in a map split: {inline_yaml.quoted({'countries': mark})}"
    if len(name) > _LONGEST_NAME:
        return message
    return f"{message}, or say in a map {inline_yaml.values('countries', name, [*parts])}"


def of_union(name: str, code: str, countries: Countries) -> str:
    """Return the message on a name that may mean one state or two countries."""
    message = f"{shown(name)} may be {countries.name(code)} ({code}) or two countries"
    todo = f"write {code}, or put semicolons between the two, or say in a map"
    return f"{message}: {todo} {inline_yaml.values('countries', name, code)}"


def code_near(name: str, near: Sequence[str], countries: Countries) -> str:
    """Return the code of the only country that a name is near to, unless it may mean another.

    It may if one of its words names a country: French Guinea is near to French Guiana. A former
    state is never the one that it became, and Northern alone is no name.
    """
    words = name.split() if len(near) == 1 and key(name) not in BECAME else []
    if _OF_MANY.issuperset(key(name).split()):
        return ""
    is_other = len(words) > 1 and any(map(countries.knows, words))
    return near[0] if words and not is_other else ""


def of_no_country(name: str, error: UnknownCountryError, near: str) -> str:
    """Return the message on a name that is no country, with what a map can say of it.

    It suggests countries with similar names; `near` is the code of the only one, if any.
    """
    if error.is_organisation:
        return f"no country is named {shown(name)}; {_ACTOR}"
    if _OF_WIKIDATA.fullmatch(name):
        return (
            f"no country is named {shown(name)}, an item of Wikidata; take the column of its "
            "label, which a query has as ?countryLabel"
        )
    if usa.is_state(name):
        return (
            f"no country is named {shown(name)}; where the column holds states of the USA, a map "
            "(--map) says for all rows: countries: [USA]"
        )
    if len(name) > _LONGEST_NAME:
        return f"{error.said}; write a name or a code"
    meant = inline_yaml.values("countries", name, near or "NAME OR CODE")
    if near:
        return f"{error} or say so in a map (--map): {meant}"
    start = f"{error} or" if error.near else f"{error.said};"
    return f"{start} say in a map (--map) what it is: {meant}"


def is_nobody(name: str) -> bool:
    """Say whether a text in place of a country stands for an unknown one, or for nobody."""
    return cells.is_nothing(name) or cells.BELOW_NOTHING.fullmatch(name) is not None


def of_nobody(name: str, elsewhere: Collection[str]) -> str:
    """Return the message on a text for nobody; `elsewhere` are the blanks of other keys."""
    none = is_none("countries", name, elsewhere)
    return f"no country is named {shown(name)}; {none}"


def of_namibia(text: str, elsewhere: Collection[str]) -> str:
    """Return the message on NA, Namibia's code or nobody, in a column of country names."""
    none = is_none("countries", text, elsewhere)
    return f"{shown(text)} may mean Namibia or nobody: write NAM for Namibia; {none}"


def of_two_letters(text: str, code: str) -> str:
    """Return the message on a two-letter code in a column of three-letter codes."""
    values = inline_yaml.values("countries", text, code)
    return (
        f"{shown(text)} may be {all_countries().name(code)} ({code}) or not, as other codes of its "
        f"column have three letters: say in a map (--map) what it is: {values}"
    )


def of_signs(key: str, text: str, elsewhere: Collection[str]) -> str:
    """Return the message on an id or a type without letters or digits."""
    message = f"{shown(text)} has no letter from a to z and no digit, as {key}s have"
    return f"{message}; {is_none(key, text, elsewhere)}" if cells.is_nothing(text) else message


def of_no_zero(key: str, text: str, zero: str) -> str:
    """Return the message on a code whose leading zero a spreadsheet has probably dropped."""
    return (
        f"{shown(text)} has likely lost a zero, as the map knows {shown(zero)}; read the column "
        "as text in the spreadsheet, or take the file as it was; if it is meant, say in the map "
        f"{inline_yaml.values(key, text, text)}"
    )


def is_none(key: str, text: str, elsewhere: Collection[str]) -> str:
    """Return the `blank` that makes a text mean nothing for a key, as `elsewhere` do for others."""
    others = {ANY: sorted(elsewhere)[:_FEW]} if elsewhere else {}
    blank = inline_yaml.plain({**others, key: [text]})
    return f"if it means nothing, a map (--map) says: blank: {blank}"


def _beginning(text: str) -> str:
    """Return a cell, or its beginning and `*` if it is long or ends in `*` itself."""
    plain = fold_space(text)
    if len(plain) <= _LONGEST and not plain.endswith(ANY):
        return plain
    cut = plain[:_LONGEST]
    return (cut.rpartition(" ")[0].rstrip(ANY) or cut.rstrip(ANY)) + ANY
