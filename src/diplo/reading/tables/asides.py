"""Headers of dates that matter less than the event's own: of a birth, or of the row itself."""

import re

from diplo.terminal.text import fold

_ASIDE = re.compile(r"born|birth|death|died|publ|regist|\b(?:pub|reg)(?:date|year)?\b")
# The date of a row rather than of what it describes; no event is dated by it.
_OF_ROW = re.compile(
    r"\b(?:date|last|year)?(?:(?:retriev|updat|verif|modifi|aktualisier|oppdater|uppdater|actualiz"
    r"|atualiz|aggiornat)[a-z]*|access(?:ed)?|mod|versions?|edited|geandert|endret|andrad"
    r"|mis a jour|last activity)(?:date|time|year|on|at)?\b"
)
# The date of a row or, if it is the only one, of what the row describes: an embassy is created too.
_MADE = re.compile(
    r"\b(?:date|year)?(?:created?|added|erstellt|opprettet|skapad|creado|criado)"
    r"(?:date|time|year|on|at)?\b|\bcompleted at\b"
)


def words(header: str) -> str:
    """Return a header as words with blanks between them, split at capitals and signs too."""
    apart = re.sub("(?<=[a-z])(?=[A-Z])", " ", header)
    return re.sub(r"[\W_]+", " ", fold(apart))


def is_aside(header: str) -> bool:
    """Say whether a header is of a date that matters less than the event's, such as a birth."""
    return _ASIDE.search(words(header)) is not None


def is_of_row(header: str) -> bool:
    """Say whether a header is of a date of the row, such as when it was changed."""
    return _OF_ROW.search(words(header)) is not None or is_made(header)


def is_made(header: str) -> bool:
    """Say whether a header is of the date when the row, or what it describes, was created."""
    return _MADE.search(words(header)) is not None
