"""Names of states as people write them in many languages, from the list of countrynames.

Its list is used, but not its functions: they load ICU or guess without it ("-" is Zimbabwe),
raise on Zaire, and take a second. Names in its list that are parts of states or cities, or slips
(Gremany), are left out.
"""

import functools
from collections.abc import Mapping, Sequence
from importlib.machinery import SourceFileLoader
from types import ModuleType

from diplo.model.countries import everyday, iso
from diplo.model.countries.spelling import loose_key, without_commas

_SHORTEST = 4  # letters of a name; shorter ones could be codes of any list
_NONE: frozenset[str] = frozenset()
# Cities, and regions that ISO 3166-2 does not list, that countrynames takes for their states.
_PLACES = frozenset(
    """
    abu dhabi, andalusia, avon, barcelona, basel, basseterre, bedfordshire, beirut, belgrade,
    belize city, belmopan, belo horizonte, berkshire, brasilia, bratislava, breda, brussels,
    bucharest, bucks, calatayud, cardiff, catalonia, charlestown, charlottetown, chechen republic,
    chechen republic of ichkeria, chechnya, cheshire, city of london, cleveland, columbia,
    copenhagen, cumberland, dagestan, donetsk oblast, douglas, dubai, durham, edmonton alberta,
    england and wales, england wales, fredericton, gaza strip, geneva, george town,
    greater london, greater manchester, guiana, halifax, hamamatsu, hamilton, humberside,
    huntingdonshire, jakarta, johannesburg, kanata, kawasaki, kitakyushu, kobe, kowloon city,
    kuala lumpur, kuwait city, kwun tong, london, londra, londres, lugano, luhansk oblast, main
    island, male, mena, merseyside, middlesex, moscow, munchen, munich, nagoya, nassau, new
    orleans, new york city, nicosia, north cyprus, northamptonshire, nossa senhora de fatima,
    ottawa, perth, pondicherry, poole, prague, ramsey, ras al khaimah, republic of tatarstan,
    road town, roseau, sagamihara, sai kung, saint helier, saint john, saint mary, saint peter port,
    sakai, san ignacio, santo antonio, sao lazaro, sao lourenco, sapporo, sendai, sha tin, sham shui
    po, sharjah, siberia, sicily, stanley, stockholm, sussex, tai po, teheran, tel aviv, tenerife,
    thirteen colonies, toronto, tsuen wan, tuen mun, turkish cypriot, turkish republic of north,
    tyne and wear, victoria british columbia, vienna, wan chai, west bank, west brabant, west
    midlands, westmorland, wong tai sin, yokohama, yuen long
    """.strip()
    .replace("\n    ", " ")
    .split(", ")
)

_OTHERS = _PLACES | everyday.BECAME.keys() | everyday.PARTS.keys()  # which are no states of today

# By countrynames' codes: the World Trade Organization's name, beside Hong Kong, China; and what
# either state is called in German and Nordic languages.
_ALSO = {"MO": ("Macao, China",), "CD": ("Kongo",)}


def codes_of(name: str) -> frozenset[str]:
    """Return the codes of the states with a name, which is checked when it is looked up."""
    words = loose_key(name)
    if words.isascii() and len(words) < _SHORTEST:
        return _NONE
    if words not in _names():
        words = without_commas(words)
    codes = _names().get(words, _NONE)
    if without_commas(words) in _OTHERS or any(iso.is_part(words, code) for code in codes):
        return _NONE
    from diplo.model.countries.misspellings import is_slip  # noqa: PLC0415  (only names of no file need it)

    return frozenset(code for code in codes if not is_slip(words, code))


def without_slips(name: str, codes: frozenset[str]) -> frozenset[str]:
    """Leave out states whose name this is in at most one language, if it may be a slip.

    It may if it is one letter away from the English name of another state: Nigera.
    """
    from diplo.model.countries.misspellings import resembles_another  # noqa: PLC0415  (only names of no file need it)

    return frozenset(code for code in codes if not resembles_another(loose_key(name), code))


def has_exactly(name: str) -> bool:
    """Say whether a name is listed with exactly these commas."""
    return loose_key(name) in _names() and bool(codes_of(name))


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    """Return the codes of states by their names, which are folded all at once for speed."""
    states = ((_state(code), (*names, *_ALSO.get(code, ()))) for code, names in _data().items())
    pairs = [(code, " ".join(name.split())) for code, names in states if code for name in names]
    lines = loose_key("\n".join(name for _, name in pairs)).split("\n")
    codes_by_name: dict[str, frozenset[str]] = {}
    for (code, _), line in zip(pairs, lines, strict=True):
        name = line.strip().removeprefix("the ")
        for form in {name, without_commas(name)}:
            codes_by_name[form] = codes_by_name.get(form, _NONE) | {code}
    return codes_by_name


def _data() -> Mapping[str, Sequence[str]]:
    """Return names by codes, loading the data without the rest of the package."""
    from importlib.metadata import distribution  # noqa: PLC0415  (only names of no file need it)

    path = distribution("countrynames").locate_file("countrynames/data.py")
    loader = SourceFileLoader("countrynames.data", str(path))
    data = ModuleType(loader.name)
    loader.exec_module(data)
    names: Mapping[str, Sequence[str]] = data.DATA
    return names


def _state(code: str) -> str:
    """Return the alpha-3 code for a code of countrynames, or nothing if it is no state."""
    if code == "XK":
        return "XKX"
    name = code.lower()
    codes = iso.today().get(name) or iso.withdrawn().get(name, _NONE)
    return next(iter(codes)) if len(codes) == 1 else ""
