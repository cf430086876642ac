"""Recognise states of the USA, which columns of states may hold, and which are no countries."""

import re
from collections.abc import Sequence

from diplo.reading.tables import cells
from diplo.reading.tables.header import simple
from diplo.terminal.text import fold, fold_space

_HEADERS = frozenset(("state", "states", "st", "province", "region"))
# Codes that countries have too, codes of these states alone, and names.
_LISTS = (
    "al,ar,az,ca,co,ct,de,ga,id,il,in,ky,la,ma,md,me,mi,mn,mo,ms,mt,nc,ne,nh,pa,sc,sd,tn,va",
    "ak,dc,fl,hi,ia,ks,nd,nj,nm,nv,ny,oh,ok,or,ri,tx,ut,vt,wa,wi,wv,wy",
    (
        "alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,"
        "hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,"
        "michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,"
        "new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,"
        "rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,"
        "west virginia,wisconsin,wyoming"
    ),
)
_BOTH, _ALONE, _NAMES = (frozenset(states.split(",")) for states in _LISTS)
_CODES = _BOTH | _ALONE
_STATES = _CODES | _NAMES
_SURE = _STATES - _BOTH - {"georgia"}
_BETWEEN = re.compile(r"[;,|/&\n]| and ")
_SEVERAL = 3  # codes, which are hardly all of such states by chance


def is_state(text: str) -> bool:
    """Say whether a text is a state of the USA and not also the code or name of a country."""
    return fold(text) in _SURE and not text.islower()


def may_stand_in(header: str, text: str) -> bool:
    """Say whether a header is of states, and a text can only be a state of the USA."""
    return simple(header) in _HEADERS and is_state(text)


def is_of_states(header: str, texts: Sequence[str]) -> bool:
    """Say whether a header is of states, and most of its cells are states of the USA."""
    if simple(header) not in _HEADERS:
        return False
    filled = [text for text in map(fold_space, texts) if not cells.is_nothing(text)]
    names = [fold(fold_space(name)) for text in filled for name in _BETWEEN.split(text)]
    is_sure = not _SURE.isdisjoint(names)
    is_sure |= _CODES.issuperset(names) and len({*names}) >= _SEVERAL
    return is_sure and 2 * sum(name in _STATES for name in names) > len(names)
