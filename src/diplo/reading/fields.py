"""Read the fields of one record as texts, lists, dates and the like, collecting every fault."""

import re
from collections.abc import Mapping, Sequence

from diplo.model import dates
from diplo.model.countries.codes import looks_like_code
from diplo.model.countries.lists import split_names
from diplo.model.countries.resolve import Countries, UnknownCountryError
from diplo.model.dates import Edtf
from diplo.model.events import ID_LENGTH, ID_PATTERN, REQUIRED_KEYS
from diplo.model.suggestions import did_you_mean, nearest
from diplo.reading.faults import Fault, Path
from diplo.terminal.text import fold, fold_space, refusal, shown

_BETWEEN = re.compile("[,;|]"), re.compile("[,;|&]| and ")  # names of countries
_BLANK = re.compile(" ")
_OF_ORGANISATION = "; name it under 'actors'; a file may declare a party under 'countries'"
_LONGEST_LIST = 160  # characters


class Record:
    """One mapping of a file, read key by key; whatever is wrong is added to `faults`."""

    def __init__(
        self,
        data: object,
        path: Path,
        keys: Sequence[str],
        faults: list[Fault],
        ignored: Sequence[str] = (),
    ) -> None:
        """Take data that should be a mapping with no other keys; `ignored` ones may be there."""
        self.path = path
        self._faults = faults
        self._is_mapping = isinstance(data, dict)
        self._data: Mapping[str, object] = data if isinstance(data, dict) else {}
        if not self._is_mapping:
            self.fault(f"must be a mapping with the keys {', '.join(keys[:4])}, ...; {_kind(data)}")
        self._misspelt: set[str] = set()
        for key in self._data:
            if key not in keys and key not in ignored:
                self._unknown(key, keys)

    def fault(self, message: str, *path: str | int, at_key: bool = False) -> None:
        """Add a fault of the record, or of the value at a path below it."""
        self._faults.append(Fault((*self.path, *path), message, at_key))

    def _unknown(self, key: str, keys: Sequence[str]) -> None:
        from diplo.reading.tables.header import key_of  # noqa: PLC0415  (only mistakes need it)

        header = key_of(key) if {*REQUIRED_KEYS}.issubset(keys) else None
        near = ["date" if header == "end" else header] if header else nearest(key, keys)
        self._misspelt.update(near)
        hint = did_you_mean(near) or f"; the keys are {', '.join(keys)}"
        if header == "end":
            hint += " A span is one date, as in 2006/2007"
        message = f"unknown key {shown(key)}{hint}"
        self._faults.append(Fault((*self.path, key), message, at_key=True, is_unknown_key=True))

    def get(self, key: str) -> object:
        """Return the plain data of a key, None if it is absent."""
        return self._data.get(key)

    def required(self, *keys: str) -> None:
        """Add a fault for each of these keys that is absent rather than misspelt."""
        for key in keys:
            missing = self._data.get(key) is None and key not in self._misspelt
            if self._is_mapping and missing:
                self.fault(f"{shown(key)} is missing; it is required here", key, at_key=True)

    def text(self, key: str) -> str | None:
        """Return a text with its white space folded, or None if it is absent or wrong."""
        return None if self.get(key) is None else self._text(self.get(key), key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts without those that are wrong."""
        texts = [self._text(item, key, i) for i, item in enumerate(self.items(key))]
        return tuple(text for text in texts if text)

    def items(self, key: str) -> list[object]:
        """Return the items of a list; none if it is absent or no list."""
        data = self.get(key)
        if data is not None and not isinstance(data, list):
            sample = (as_source(data) if key == "sources" else "") or _sample(data)
            self.fault(f"{shown(key)} must be a list, as in [{sample}]", key)
        return data if isinstance(data, list) else []

    def mapping(self, key: str) -> Mapping[str, object]:
        """Return a mapping; an empty one if it is absent or no mapping."""
        data = self.get(key)
        if data is not None and not isinstance(data, dict):
            self.fault(f"{shown(key)} must be a mapping; {_kind(data)}", key)
        return data if isinstance(data, dict) else {}

    def states(self, key: str) -> dict[str, str]:
        """Return the state of each subject, from a mapping of texts to texts."""
        states = {}
        for subject, data in self.mapping(key).items():
            name = self._text(subject, key, subject, at_key=True)
            state = self._text(data, key, subject)
            if name and name in states:
                message = f"{shown(name)} is repeated here; remove one"
                self.fault(message, key, subject, at_key=True)
            if name and state:
                states[name] = state
        return states

    def date(self, key: str) -> Edtf | None:
        """Return an EDTF date, or None if it is absent or wrong."""
        if isinstance(self.get(key), list):
            self.fault('a set needs quotes, as in "[..2006]"', key)
            return None
        ends = self.get(key)
        if isinstance(ends, dict) and "start" in ends:
            self.fault("must be a text; it is a mapping; a span is written 1960/1969", key)
            return None
        text = self.text(key)
        try:
            return None if text is None else dates.parse(text)
        except ValueError as error:
            self.fault(str(error), key)
            return None

    def matching(self, key: str, pattern: str, what: str) -> str | None:
        """Return a text that matches a pattern, or None if it is absent or wrong."""
        text = self.text(key)
        if text is not None and not re.fullmatch(pattern, text):
            self.fault(f"{shown(text)} is not {what}", key)
            return None
        return text

    def identifier(self, key: str, what: str, instead: str = "") -> str | None:
        """Return an id, or None if it is absent or malformed."""
        how = f"write {instead}" if instead else "use a-z, 0-9 and single hyphens"
        text = self.matching(key, ID_PATTERN, f"{what}; {how}")
        if text and len(text) > ID_LENGTH:
            self.fault(f"is longer than the {ID_LENGTH} characters of an id; shorten it", key)
        return text

    def _text(self, data: object, *path: str | int, at_key: bool = False) -> str | None:
        if type(data) is not str:
            wrong = f"must be a text; {_kind(data)}"
        elif refused := refusal(data):
            wrong = refused
        elif not data.strip():
            wrong = "is blank; write a text or leave the key out"
        else:
            return fold_space(data)
        self.fault(wrong, *path, at_key=at_key)
        return None

    def country(self, index: int, data: object, countries: Countries) -> str | None:
        """Return a country's code, or None if it is wrong; three capitals may be an unknown one."""
        text = self._text(data, "countries", index)
        if text is None:
            return None
        try:
            return countries.resolve(text)
        except ValueError as error:  # an unknown name, or an ambiguous one
            wrong = str(error)
            if isinstance(error, UnknownCountryError):
                if looks_like_code(text):
                    return text
                wrong += _OF_ORGANISATION if error.is_organisation else ""
                wrong = _in_words(text, countries) or wrong
            self.fault(_as_several(text, countries) or wrong, "countries", index)
            return None


def _as_several(text: str, countries: Countries) -> str:
    """Return a message if one text names several countries, else an empty text."""
    for between in _BETWEEN:
        names = split_names(text, between, countries)
        if len(names) > 1:
            return _several_named(text, names)
    return ""


def _in_words(text: str, countries: Countries) -> str:
    """Return that message for display names of countries with only blanks between them.

    Other names are too often part of one: Burma Myanmar, Faroe Island, China PR.
    """
    names = split_names(text, _BLANK, countries)
    are_shown = (fold(countries.name(countries.code(name))) == fold(name) for name in names)
    are_several = len({*map(fold, names)}) > 1 and all(are_shown)
    return _several_named(text, names) if are_several else ""


def _several_named(text: str, names: Sequence[str]) -> str:
    written = ", ".join(f'"{name}"' for name in names)
    how = f"as [{written}]" if len(written) <= _LONGEST_LIST else "each by itself"
    return f"{shown(text)} names {len(names)} countries: write them {how}"


def _kind(data: object) -> str:
    if data is None:
        return "it is empty"
    if isinstance(data, dict):
        return "it is a mapping"
    if isinstance(data, list):
        return "it is a list"
    if type(data) is str:
        return f"it is the text {shown(data)}"
    if isinstance(data, bool):
        return f"it is {str(data).lower()}"
    return f"it is a number: put {shown(str(data))} in double quotes"


def as_source(data: object) -> str:
    """Return the citation to write for a bare address or title; empty for an id."""
    if not isinstance(data, str):
        return ""
    is_address = data.startswith(("http://", "https://"))
    key = "url" if is_address else "title" if " " in data.strip() else ""
    text = "..." if re.search(r'["\\]', data) else _sample(data)  # it would end the quoted text
    return f'{{"source": "my-id", "{key}": "{text}"}}' if key else ""


def _sample(data: object) -> str:
    return "..." if isinstance(data, dict) else shown(str(data))[1:-1]
