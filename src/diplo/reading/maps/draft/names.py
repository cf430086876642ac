"""Guess what columns are from the words in their headers, where these are not diplo's own."""

import re
from collections import Counter
from collections.abc import Sequence

from diplo.model.events import LIST_KEYS
from diplo.reading.maps.templates import of_items
from diplo.reading.tables.asides import words
from diplo.reading.tables.header import key_of, keys_of

_ENGLISH, _LANGUAGE = re.compile("en|eng"), re.compile("[a-z]{2,3}|value")
_VALUE, _OF_VALUES, _LABEL, _ITEM = ".value", ("type", "datatype", "xml:lang"), "Label", "item"
_IN_BRACKETS = re.compile(r" ?[(\[][^()\[\]]*[)\]] ?$")
# What a header may say, for `matches`: that it is of dates.
DATED = re.compile(
    r"date|datum|dato|\bdata\b|\bdat\b|fecha|year|\byr\b|jahr|annee|\banno?\b|sign|start|begin|since|\bbeg\b"
    r"|дата"
)
# It begins with the word for a date, or ends so; data is one only before of: data de firma.
DATE = re.compile(r"^(?:(?:date|datum|dato|fecha|дата)\b|data d)|\bdates? ?$")
# It is of the start of something, or of its end.
BEGUN = re.compile(
    r"\bbeg(?:in|ins|an|un|inning)?\b|\bstart(?:s|ed)?\b|\bfrom\b|\bentry\b|\btook\b|\bopen(?:ed|ing)\b"
    r"|\b(?:beginn|amtsantritt|von|inicio|desde|inizio|debut|ouverture|apertura|abertura|eroffnung"
    r"|baslangic)\b|начал|назначени|открыти|开始|起始|بداية|البدء"
)
ENDED = re.compile(
    r"\bend(?:s|ed|ing)?\b|\bend ?(?:date|year|yr)|\bexit|until|\btill?\b|\bthrough\b|\bexpir"
    r"|\bterminat|\bdate to\b|\bto date\b|\bvalid to\b|\blast da(?:y|te) ?$|\bfinish"
    r"|\bdepart(?:ed|s|ure)?\b|\bleft\b|\bwithdr|\bclos(?:e|es|ed|ing)\b|\bclosure|\bdissol"
    r"|\bceased?\b|\bvacated\b|\brecalled\b"
    r"|\b(?:ende|amtsende|bis|schliessung|fin|fermeture|jusqu|fim|ate|termino|encerramento|fine"
    r"|chiusura|hasta|cierre|bitis|kapanis)\b|окончани|конец|конца|закрыти|освобождени"
    r"|结束|终止|截止|关闭|انتهاء|نهاية"
)
_OF_THING = re.compile(r"(\w+) clos(?:ed|ure)\b")  # whose opening is its start: embassy closed
_OF_ANY = ("date", "day", "year")
# Words for ids and for lengths of time, which may look like years.
UNDATED = re.compile(r"\b(?:ids?|codes?|lengths?|durations?|days|ages?)\b")
TITLED = re.compile("title|description|event(?!o)")
# Words for what an event is called, or for a term of office.
CALLED = re.compile(
    r"\bnames?\b|name\b|\blabel\b|\bheadline\b|\btitle\b|\bevent text\b|\bwars?\b|\bagt\b"
    r"|^leader$|\bposition\b"
)
# It is a word for what happens, or for who is sent.
HAPPENING = re.compile(
    r"^ ?(?:treaty|agreement|convention|accord|pact|summit|conference|meeting|visit|crisis|incident"
    r"|battle|war|ambassador|envoy|subject) ?$"
)
# It is of pictures, addresses, notes, provinces or the like.
NO_TITLE = re.compile(
    r"\b(?:images?|img|pictures?|photos?|portraits?|thumb\w*|logos?|flags?|icons?|files?|filename"
    r"|ur[il]s?|links?|href|web\w*|\w*wiki\w*|slug|ids?|codes?|keywords?|tags?|alias\w*|lang\w*"
    r"|notes?|comments?|remarks?|sources?|refs?|references?|citations?|publications?|publishers?"
    r"|authors?|coders?|users?|username|surname|(?:first|last|given|family|other) names?"
    r"|alternat\w*|countr(?:y|ies)|states?|provinces?|regions?|districts?|prefectures?|count(?:y|ies)|cit(?:y|ies)"
    r"|capitals?|status|statut|types?|modes?|categor(?:y|ies)|members?|memberships?|campaigns?"
    r"|troops|casualties|participants?|actors?[12]?|parties|periods?|\w*anschrift|address)\b"
)
OF_SEVERAL = re.compile(r"\b(?:conflict|dyad|process|series|ppname)\b")  # of which events are part
# Whoever holds an office, what it is, or who held it before.
OFFICE = re.compile(
    r"\b(?:leaders?|ministers?|presidents?|persons?|rulers?|monarchs?|governors?|ambassadors?"
    r"|appoint(?:ees?|ed)|positions?|offices?|replace[ds]|predecessors?|successors?)\b"
)
IN_ENGLISH = re.compile(r"\b(?:en|eng|english)\b")
TITLES_ABROAD = frozenset(
    (
        *("titel", "titulo", "titre", "titolo", "tittel", "rubrik", "otsikko"),
        *("ereignis", "hendelse", "handelse", "begivenhed", "evento", "evenement", "gebeurtenis"),
    )
)
# In the form in which headers are compared; not data, which is an English word too.
DATES_ABROAD = frozenset(("datum", "dato", "fecha"))
TO_SORT = re.compile(r"\bsort|\bnumeric")  # a key to sort by, and no date as written


def guess_keys(header: Sequence[str]) -> dict[int, str]:
    """Return columns' keys, by the header, the header without brackets, or the path's last word."""
    own = {at: key for at, key in keys_of(header).items() if not _is_feature(header, at)}
    last = keys_of([_last(path) for path in header])
    bare = keys_of([_bare(name) for name in header])
    often = Counter(bare.values())
    single = {at: key for at, key in bare.items() if key in LIST_KEYS or often[key] == 1}
    by_language = _by_language(header).items()
    first = {at: key for at, key in by_language if key not in last.values()}
    taken = {*own.values()}.difference(LIST_KEYS)
    guessed = {**first, **single, **last}  # the surest last
    keys = {at: key for at, key in guessed.items() if key not in taken}
    keys.update(own)
    keys.update(_by_query(header))
    return {at: key for at, key in keys.items() if key}


def matches(header: str, *patterns: re.Pattern[str]) -> bool:
    """Say whether a header has words of one of these patterns in it."""
    return any(pattern.search(words(header)) for pattern in patterns)


def _is_feature(header: Sequence[str], at: int) -> bool:
    """Say whether a column is GeoJSON's type beside a geometry, which is always Feature."""
    return header[at] == "type" and any(name.partition(".")[0] == "geometry" for name in header)


def _by_query(header: Sequence[str]) -> dict[int, str]:
    """Return the keys of columns from Wikidata: beside eventLabel, event has only addresses.

    The empty key drops a column, such as the type of a value in SPARQL's JSON.
    """
    names = [name.removesuffix(_VALUE) for name in header]
    often = Counter(names)
    found = dict.fromkeys(of_values(header), "")
    for at, name in enumerate(names):
        labelled = name.removesuffix(_LABEL)
        if often[labelled] > (labelled == name):  # besides itself
            found[names.index(labelled)] = ""
            found[at] = "title" if labelled == _ITEM else key_of(labelled) or ""
    return found


def of_values(header: Sequence[str]) -> list[int]:
    """Return the columns of SPARQL's JSON that tell the type or language of another's values."""
    paths = ((at, *name.rpartition(".")) for at, name in enumerate(header))
    return [at for at, base, _, what in paths if what in _OF_VALUES and f"{base}{_VALUE}" in header]


def _last(path: str) -> str:
    """Return the last word of a path; of a list's item, only if its key may have several."""
    above, _, last = path.rpartition(".")
    return last if above and (of_items(path) == path or key_of(last) in LIST_KEYS) else ""


def _by_language(header: Sequence[str]) -> dict[int, str]:
    """Return the keys of columns such as title.en, preferring English."""
    found: dict[str, int] = {}
    for language in (_ENGLISH, _LANGUAGE):
        for at, path in enumerate(header):
            name, _, last = path.rpartition(".")
            if language.fullmatch(last) and (key := key_of(name)):
                found.setdefault(key, at)
    return {at: key for key, at in found.items()}


def _bare(name: str) -> str:
    """Return a header without brackets at its end, or nothing if it has none or names an end."""
    found = _IN_BRACKETS.search(name)
    return name[: found.start()] if found and not matches(name, ENDED) else ""


def stem(header: str) -> str:
    """Return a header without words for a start or an end, so that both ends of a span agree."""
    return " ".join(ENDED.sub("", BEGUN.sub("", words(header))).split())


def are_pair(start: str, end: str) -> bool:
    """Say whether headers may name both ends of a span: an embassy closes if it was opened."""
    found = _OF_THING.search(words(end))
    own = stem(start).split()
    return not (found and own) or found[1] in (*own, *_OF_ANY)
