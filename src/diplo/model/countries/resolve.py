"""Find the country for a name or a code, from a file's own, ISO 3166 and many languages."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from diplo.model.countries import everyday, former, iso, languages, other_codes, other_languages
from diplo.model.countries.spelling import LONGEST, Index, index, index_of, key, spelled_out
from diplo.model.events import Country
from diplo.model.suggestions import Suggest, did_you_mean, near, unlimited
from diplo.terminal.text import series, shown

CODES_BY_NAME = index_of(everyday.EVERYDAY)
_NEVER_LISTED = index_of(former.NEVER_LISTED)
_DOUBT = "?"  # after a name; resolving it would lose the doubt
_FEW_LETTERS = 3  # a name this short is near to none
_MOST_SUGGESTED = 3
_NONE: frozenset[str] = frozenset()
_ADVICE = "; use a name or an ISO 3166 code"
_TURNED = re.compile(r"([^,()]+?)(?:,| ?\((?=.*\)$))([^,()]+)\)?")
_JOINTS = ("of", "of the")  # to join names turned round: Iran, Islamic Republic
_TWO_NAMES = re.compile(r"([^()/]+?) ?(?:\(([^()/]+)\)|/([^()/]+))")
# Parts of the world, which always resemble the name of some country.
_REGION = re.compile("([a-z ]* )?(africa|americas?|asia|europe|siberia)")
_NOTED = re.compile(r"([^()]+?) ?\(([^()]+)\)")
_FORMER = re.compile(r"(?:the )?(?:former|ex) (.+)|(.+) \(?former\)?")


class UnknownCountryError(ValueError):
    """A name of no country, with what is `said` of it alone, and the codes of the nearest ones."""

    is_organisation = False

    def __init__(
        self, name: str, why: str = "", advice: str = _ADVICE, near: Iterable[str] = ()
    ) -> None:
        """Take the name, why it is no country, if that is known, and advice on what to write."""
        self.said = f"no country is named {shown(name)}{why}"
        super().__init__(f"{self.said}{advice}")
        self.is_explained = bool(why) or advice != _ADVICE
        self.near = tuple(near)


class OrganisationError(UnknownCountryError):
    """The name of an organisation; the caller says where it belongs."""

    is_organisation = True

    def __init__(self, name: str) -> None:
        super().__init__(name, ": an organisation is an actor", "")


class AmbiguousCountryError(ValueError):
    """A name that several countries share; the message lists them."""

    def __init__(self, message: str, codes: Iterable[str]) -> None:
        super().__init__(message)
        self.codes = tuple(codes)


class Countries:
    """The countries that can be named: those a file declares, today's and former ones."""

    def __init__(self, declared: Mapping[str, Country], suggest: Suggest = unlimited) -> None:
        """Take a file's countries by code, and a function that suggests names for unknown ones."""
        self._declared = declared
        self._suggest = suggest
        self._codes = {key(code): frozenset((code,)) for code in declared}
        self._names = index((c.name, c.code) for c in declared.values())
        self._aliases = index((a, c.code) for c in declared.values() for a in c.aliases)

    def knows(self, text: str) -> bool:
        """Say whether a whole text is a code, name or alias, of one country or of several.

        A text with commas is one name if it is listed so or turned round (Vietnam, South). If each
        part is a name (Hong Kong, China), it is a list, unless the file or ISO 3166 lists it whole.
        """
        if self._declares(text):
            return True
        parts = text.split(",")
        if all(map(self._declares, parts)):
            return False  # decided without loading pycountry
        if _look_up(text, self._listed()):
            return True
        text = spelled_out(text)
        if len(parts) == 1:
            return bool(self._as_written(text) or self._shared(text) or self._former(text))
        if _DOUBT in text or all(map(self._codes_of, parts)):
            return False
        return languages.has_exactly(key(text)) or bool(self._turned_round(text))

    def resolve(self, text: str) -> str:
        """Return the alpha-3 code that a code, name or alias stands for.

        Raises:
            UnknownCountryError: it stands for none.
            AmbiguousCountryError: it stands for several.
        """
        codes = self.candidates(text)
        if not codes:
            raise self._unknown(text)
        if len(codes) == 1:
            return next(iter(codes))
        names = ", ".join(f"{self.name(code)} ({code})" for code in sorted(codes))
        message = f"{shown(text)} names several countries: {names}; use the code"
        raise AmbiguousCountryError(message, sorted(codes))

    def code(self, text: str) -> str:
        """Return the code that a code, name or alias stands for, or nothing for none or several."""
        codes = self.candidates(text)
        return next(iter(codes)) if len(codes) == 1 else ""

    def name(self, code: str) -> str:
        """Return a country's everyday name by its code, or the code if it has none."""
        if code in self._declared:
            return self._declared[code].name
        for names in (everyday.EVERYDAY, former.WITHDRAWN, former.NEVER_LISTED):
            if code in names:
                return names[code][0]
        return iso.names().get(code, code)

    def candidates(self, text: str) -> frozenset[str]:
        """Return the codes of all countries that a text may stand for."""
        spelled = spelled_out(text)
        codes = self._as_written(text) or self._as_written(spelled) or self._shared(text)
        return codes or self._former(spelled)

    def _declares(self, text: str) -> bool:
        return bool(_look_up(text, (self._codes, self._names, self._aliases)))

    def _codes_of(self, text: str) -> frozenset[str]:
        codes = _look_up(text, self._listed())
        return codes or (_NONE if self._names_two_states(text) else _in_languages(text))

    def _as_written(self, text: str) -> frozenset[str]:
        return self._codes_of(text) or self._turned_round(text)

    def _turned_round(self, text: str) -> frozenset[str]:
        """Return the codes of a listed name that is turned round: Vietnam, South; Korea (Rep.)."""
        match = _TURNED.fullmatch(text.strip()) if len(text) <= LONGEST else None
        if match is None or self._names_two_states(text):
            return _NONE
        last, first = match.groups()
        joined = (self._codes_of(f"{first} {joint} {last}") for joint in _JOINTS)
        return _look_up(f"{first} {last}", self._listed()) or next(filter(None, joined), _NONE)

    def _shared(self, text: str) -> frozenset[str]:
        """Return the only code that two names share: Macedonia (FYROM), Burma/Myanmar."""
        first, second = self.both_names(text)
        return first & second if len(first & second) == 1 else _NONE

    def _former(self, text: str) -> frozenset[str]:
        """Return the codes of a state that is gone and is marked so: Yugoslavia (former)."""
        match = _FORMER.fullmatch(key(text)) if len(text) <= LONGEST else None
        codes = self._as_written(match[1] or match[2]) if match else _NONE
        return _NONE if codes & iso.codes() else codes

    def both_names(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the codes of both names in Russia (Soviet Union); empty if there are not two.

        Each may stand for several countries.
        """
        match = _TWO_NAMES.fullmatch(spelled_out(text.strip())) if len(text) <= LONGEST else None
        names = [*filter(None, match.groups())] if match else []
        if not names or everyday.ADJECTIVES.intersection(map(key, names)):
            return _NONE, _NONE
        first, second = map(self._as_written, names)
        return first, second

    def _names_two_states(self, text: str) -> bool:
        """Say whether a text names two states, one of them gone: Russia (USSR).

        Such a text must not be looked up in languages, which know only one of them, nor turned
        round, which may give a third.
        """
        first, second = self.both_names(text)
        if not (first and second) or (first, second) in former.RENAMED:
            return False
        return not first & second and not iso.codes().issuperset(first | second)

    def _listed(self) -> Iterator[Index]:
        """Yield the indexes to search, in order; lazily, as most names are a file's own."""
        yield from (self._codes, self._names, self._aliases, CODES_BY_NAME)
        yield iso.today()
        yield iso.withdrawn()
        yield _NEVER_LISTED
        yield other_languages.names()

    def _unknown(self, text: str) -> UnknownCountryError:
        """Return the error for a name of no country, with what to type in its place."""
        name = key(text)
        if states := self._states_of(text):
            return UnknownCountryError(text, *states)
        if later := everyday.BECAME.get(name):
            names = [*map(self.name, later)]
            use = series([*map(_typed, names)], "or")
            why = f": its territory is now in {series(names, 'and')}"
            return UnknownCountryError(text, why, f"; use {use}", later)
        if other_codes.is_organisation(name.upper()):
            return OrganisationError(text)
        typed: Sequence[str] = [
            _typed(self.name(c)) for c in other_codes.MEANT.get(name.upper(), ())
        ]
        if not typed and len(name) > _FEW_LETTERS and not _REGION.fullmatch(name):
            typed = self._suggest(text, self._typable, self._near)
        if not typed and (code := self._before_note(text)):
            typed = [_typed(self.name(code))]
        if not typed and " " in name and other_codes.has_organisation_word(name):
            return OrganisationError(text)
        codes = (codes for codes in map(self._codes_of, typed) if len(codes) == 1)
        advice = did_you_mean(typed) or _ADVICE
        return UnknownCountryError(text, advice=advice, near=map(min, codes))

    def _before_note(self, text: str) -> str:
        """Return the code of the country before a note in brackets: Norway (observer)."""
        match = _NOTED.fullmatch(text) if len(text) <= LONGEST else None
        is_note = match and key(match[2]) not in {*everyday.ADJECTIVES, "former", "ex"}
        return self.code(match[1]) if match and is_note else ""

    def _states_of(self, text: str) -> tuple[str, str] | None:
        """Return why a part of a state, or several, are no country, and advice; or nothing."""
        if part_of := everyday.PARTS.get(key(text)):
            whole = self.name(part_of)
            return f": it is a part of the {whole}", f"; use {_typed(whole)}"
        first, second = self.both_names(text)
        if first and second:
            names = [self.name(min(first)), self.name(min(second))]
            union = former.UNIONS.get(first | second)
            ways = [_typed(name) for name in (*names, *([self.name(union)] if union else []))]
            return f": that is two, {' and '.join(names)}", f"; use {' or '.join(ways)}"
        several = text.split(";")
        if len(several) > 1 and all(map(self.knows, several)):
            return f": that is {len(several)} countries", "; name each by itself"
        return None

    def _near(self, word: str, names: Iterable[str]) -> list[str]:
        """Return names near to a word, one of each country: preferably its everyday name."""
        one_of_each: dict[str, str] = {}
        for name in near(key(word).replace(" ", "-"), names):
            code = self._typable[name]
            if name == _typed(self.name(code)):
                one_of_each[code] = name
            one_of_each.setdefault(code, name)
        return list(one_of_each.values())[:_MOST_SUGGESTED]

    @functools.cached_property
    def _typable(self) -> dict[str, str]:
        """Return the names that can be suggested, as they are typed, with their codes."""
        shown_names = index((name, code) for code, name in iso.names().items())
        typable: dict[str, str] = {}
        for names in (self._names, self._aliases, shown_names, CODES_BY_NAME, _NEVER_LISTED):
            for name, codes in names.items():
                if re.fullmatch(r"[\w -]{4,}", name):  # what needs no quotes and is no code
                    typable.setdefault(_typed(name), min(codes))
        return typable


@functools.cache
def all_countries() -> Countries:
    """Return the countries that can be named where no file declares any."""
    return Countries({})


def _look_up(text: str, indexes: Iterable[Index]) -> frozenset[str]:
    """Return the codes in the first index that has a name."""
    if _DOUBT in text:
        return _NONE
    name = key(text)
    return next((index[name] for index in indexes if name in index), _NONE)


def _in_languages(text: str) -> frozenset[str]:
    """Return the codes of a name in other languages, unless in ASCII it may be a slip."""
    name = key(text)
    codes = _NONE if _DOUBT in text else languages.codes_of(name)
    return languages.without_slips(name, codes) if text.isascii() else codes


def _typed(name: str) -> str:
    return key(name).replace(" ", "-")
