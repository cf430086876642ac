"""Which dates matter less than that of the event, by their headers: of a birth, or of the row."""

import re

from diplo.terminal.text import fold

_ASIDE = re.compile(r"born|birth|death|died|publ|regist|\b(?:pub|reg)(?:date|year)?\b")
# Of the row rather than of what it tells, which no event is dated by.
_OF_ROW = re.compile(
    r"\b(?:date|last|year)?(?:(?:retriev|updat|verif|modifi|aktualisier|oppdater|uppdater|actualiz"
    r"|atualiz|aggiornat)[a-z]*|access(?:ed)?|mod|versions?|edited|geandert|endret|andrad"
    r"|mis a jour)(?:date|time|year|on|at)?\b"
)
# Of the row or, where nothing else is a date, of what it tells: an embassy is created too.
_MADE = re.compile(
    r"\b(?:date|year)?(?:created?|added|erstellt|opprettet|skapad|creado|criado)"
    r"(?:date|time|year|on|at)?\b"
)


def words(header: str) -> str:
    """Return a header as words, also those that only a capital or a sign divides."""
    apart = re.sub("(?<=[a-z])(?=[A-Z])", " ", header)
    return re.sub(r"[\W_]+", " ", fold(apart))


def is_aside(header: str) -> bool:
    """Say whether a header tells of what matters less than the event, such as a birth."""
    return _ASIDE.search(words(header)) is not None


def is_of_row(header: str) -> bool:
    """Say whether a header tells of the row, such as when it was changed."""
    return _OF_ROW.search(words(header)) is not None or is_made(header)


def is_made(header: str) -> bool:
    """Say whether a header tells when the row, or else what it tells of, came to be."""
    return _MADE.search(words(header)) is not None
