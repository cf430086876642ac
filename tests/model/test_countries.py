"""Countries: what people type, the codes that it stands for, and the names of codes."""

import re
from importlib.metadata import distribution

import pycountry
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml import CSafeLoader

from diplo.model.countries import (
    everyday,
    former,
    iso,
    languages,
    other_codes,
    other_languages,
    spelling,
)
from diplo.model.countries.codes import (
    code_warning,
    looks_like_code,
    may_mean,
    one_code,
)
from diplo.model.countries.lists import split_names
from diplo.model.countries.other_codes import is_organisation
from diplo.model.countries.resolve import AmbiguousCountryError, Countries, UnknownCountryError
from diplo.model.events import Country
from diplo.model.suggestions import Find, nearest
from tests.tables import each_of

ISO = Countries({})
DECLARED = Countries(
    {
        country.code: country
        for country in (
            Country("NOR", "Norway", ("Norge", "Kingdom of Norway")),
            Country("PSE", "Palestine", ("State of Palestine", "PLO")),
            Country("SUN", "Soviet Union", ("USSR", "Россия")),
            Country("XAA", "Norge", ("Nor", "Soviet Union")),
            Country("XBB", "Twin", ("Both",)),
            Country("XCC", "Twin", ("Both", "Germany", "IS")),
            Country("KOR", "Korea"),
        )
    }
)
LISTED = [country.alpha_3 for country in pycountry.countries]
WITHDRAWN = [country.alpha_3 for country in pycountry.historic_countries]
KNOWN = sorted({*LISTED, *WITHDRAWN, *former.NEVER_LISTED, "XKX"})
KEYS = ("alpha_2", "alpha_3", "name", "common_name", "official_name")
NAMES = [
    (country.alpha_3, getattr(country, key))
    for country in pycountry.countries
    for key in KEYS
    if hasattr(country, key)
]
SEVERAL = ("korea", "congo", "virgin islands", "virgin-islands")
ORGANISATION = "an organisation is an actor"


def _refusal(countries: Countries, text: str, error: type[ValueError] = UnknownCountryError) -> str:
    with pytest.raises(error) as refused:
        countries.resolve(text)
    return str(refused.value)


def _suggested(text: str) -> list[str]:
    _, _, advice = _refusal(ISO, text).partition("; did you mean ")
    return re.findall("'([^']*)'", advice)


# What people type first.


@each_of(
    ("text", "code"),
    [
        ("russia", "RUS"),
        ("uk", "GBR"),
        ("U.K.", "GBR"),
        ("britain", "GBR"),
        ("great britain", "GBR"),
        ("the united kingdom", "GBR"),
        ("usa", "USA"),
        ("U.S.", "USA"),
        ("america", "USA"),
        ("United States of America", "USA"),
        ("holland", "NLD"),
        ("the netherlands", "NLD"),
        ("burma", "MMR"),
        ("swaziland", "SWZ"),
        ("macedonia", "MKD"),
        ("north-macedonia", "MKD"),
        ("cape verde", "CPV"),
        ("east timor", "TLS"),
        ("timor-leste", "TLS"),
        ("vatican", "VAT"),
        ("holy see", "VAT"),
        ("the holy see", "VAT"),
        ("uae", "ARE"),
        ("emirates", "ARE"),
        ("bosnia", "BIH"),
        ("bosnia & herzegovina", "BIH"),
        ("turkey", "TUR"),
        ("türkiye", "TUR"),
        ("Türkei", "TUR"),
        ("soviet union", "SUN"),
        ("ussr", "SUN"),
        ("UAR", "EGY"),
        ("U.A.R.", "EGY"),
        ("United Arab Republic", "EGY"),
        ("Union of Myanmar", "MMR"),
        ("State Union of Serbia and Montenegro", "SCG"),
        ("Socialist Republic of Vietnam", "VNM"),
        ("Vietnam, Socialist Republic of", "VNM"),
        ("Republic of Afghanistan", "AFG"),
        ("Democratic Republic of Afghanistan", "AFG"),
        ("Republic of Georgia", "GEO"),
        ("Georgia, Republic of", "GEO"),
        ("Macedonia (Former Yugoslav Republic of)", "MKD"),
        ("Korea, Dem. Rep. of", "PRK"),
        ("Korea, Rep. of", "KOR"),
        ("Kosovo (UNSCR 1244)", "XKX"),
        ("Kosovo (under UNSCR 1244)", "XKX"),
        ("N Korea", "PRK"),
        ("s vietnam", "RVN"),
        ("Malagasy Republic", "MDG"),
        ("U.K. & N.I.", "GBR"),
        ("ivory coast", "CIV"),
        ("ivory-coast", "CIV"),
        ("kosovo", "XKX"),
        ("palestine", "PSE"),
        ("Palestina", "PSE"),
        ("iran", "IRN"),
        ("persia", "IRN"),
        ("syria", "SYR"),
        ("south korea", "KOR"),
        ("north korea", "PRK"),
        ("tanzania", "TZA"),
        ("venezuela", "VEN"),
        ("vietnam", "VNM"),
        ("laos", "LAO"),
        ("moldova", "MDA"),
        ("taiwan", "TWN"),
        ("czechia", "CZE"),
        ("czech republic", "CZE"),
        ("dr congo", "COD"),
        ("drc", "COD"),
        ("congo-brazzaville", "COG"),
        ("micronesia", "FSM"),
        ("brunei", "BRN"),
        ("falklands", "FLK"),
        ("saudi arabia", "SAU"),
        ("ceylon", "LKA"),
        ("siam", "THA"),
        ("west germany", "DEU"),
        ("prc", "CHN"),
        ("norge", "NOR"),
        ("Noreg", "NOR"),
        ("Deutschland", "DEU"),
        ("Россия", "RUS"),
        ("Bahamas, The", "BHS"),
        ("st. lucia", "LCA"),
        ("the gambia", "GMB"),
        ("trinidad & tobago", "TTO"),
        ("Czech Rep.", "CZE"),
        ("W. Sahara", "ESH"),
        ("S. Korea", "KOR"),
        ("Bosnia and Herz.", "BIH"),
        ("Dem. Rep. Congo", "COD"),
        ("Iran, Islamic Rep.", "IRN"),
        ("Korea, Rep.", "KOR"),
        ("Congo, Dem. Rep.", "COD"),
        ("Germany (West)", "DEU"),
        ("German Federal Republic", "DEU"),
        ("Norway (Kingdom of)", "NOR"),
        ("Macedonia (FYROM)", "MKD"),
        ("Democratic Kampuchea", "KHM"),
        ("SFR Yugoslavia", "YUG"),
        ("Germany, Democratic Republic", "DDR"),
        ("Congo (DRC)", "COD"),
        ("Burma/Myanmar", "MMR"),
        ("P.R. China", "CHN"),
        ("China, P.R.: Mainland", "CHN"),
        ("Venezuela, RB", "VEN"),
        ("Macedonia, FYR", "MKD"),
        ("Germany, Fed. Rep. of", "DEU"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Russian Fed.", "RUS"),
        ("Government of Norway", "NOR"),
        ("Niger (the)", "NER"),
        ("Korea (the Republic of)", "KOR"),
        ("Georgia (country)", "GEO"),
        ("Saint Vincent & the Grenadines", "VCT"),
        ("China, Hong Kong SAR", "HKG"),
        ("China, Macao SAR", "MAC"),
        ("China, Taiwan Province of", "TWN"),
        ("Taiwan (ROC)", "TWN"),
        ("Republic of Macedonia", "MKD"),
        ("TFYR Macedonia", "MKD"),
        ("Guinea-Conakry", "GIN"),
        ("Česko", "CZE"),
        ("Yemen, PDR", "YMD"),
        ("Yugoslavia, FR", "YUG"),
        ("The Government of the Republic of Korea", "KOR"),
        ("Germany, Federal Republic of (former)", "DEU"),
        ("Korea, DPR", "PRK"),
        ("British Honduras", "BLZ"),
        ("Guyane", "GUF"),
    ],
)
def test_everyday_names_are_understood(text: str, code: str) -> None:
    assert ISO.resolve(text) == code
    assert ISO.knows(text)


@each_of(
    ("text", "code"),
    [
        ("yugoslavia", "YUG"),
        ("YU", "YUG"),
        ("czechoslovakia", "CSK"),
        ("serbia and montenegro", "SCG"),
        ("east germany", "DDR"),
        ("GDR", "DDR"),
        ("DDR", "DDR"),
        ("german democratic republic", "DDR"),
        ("Deutsche Demokratische Republik", "DDR"),
        ("zaire", "ZAR"),
        ("zaïre", "ZAR"),
        ("rhodesia", "RHO"),
        ("upper volta", "HVO"),
        ("dahomey", "DHY"),
        ("sikkim", "SKM"),
        ("north vietnam", "VDR"),
        ("south vietnam", "RVN"),
        ("south yemen", "YMD"),
        ("austria-hungary", "AUH"),
        ("Autriche-Hongrie", "AUH"),
        ("Österreich–Ungarn", "AUH"),
        ("Австро-Венгрия", "AUH"),
        ("austrian empire", "AUH"),
        ("ottoman-empire", "OTT"),
        ("prussia", "PRU"),
        ("bavaria", "BAV"),
        ("wurttemberg", "WRT"),
        ("papal states", "PAP"),
        ("two sicilies", "SIC"),
        ("piedmont", "SAR"),
        ("tibet", "TBT"),
        ("hawaii", "HAW"),
        ("texas", "TEX"),
        ("zanzibar", "ZAN"),
        ("manchukuo", "MCK"),
        ("korean empire", "JOS"),
        ("Yugoslavia (former)", "YUG"),
        ("the former Yugoslavia", "YUG"),
        ("ex-Yugoslavia", "YUG"),
        ("Former USSR", "SUN"),
        ("Former Soviet Union", "SUN"),
        ("Union of Soviet Socialist Republics (former)", "SUN"),
        ("URSS", "SUN"),
        ("Česko-Slovensko", "CSK"),
        ("Unión Soviética", "SUN"),
        ("Tchécoslovaquie", "CSK"),
        ("Viet Nam, Republic of", "RVN"),
        ("Viet Nam, South", "RVN"),
        ("Viet Nam, Democratic Republic of", "VDR"),
    ],
)
def test_states_that_are_gone_are_states_and_not_their_successors(text: str, code: str) -> None:
    assert ISO.resolve(text) == code


@each_of("text", ["XKX", "XK", "KSV", "KOS", "xk", "Kosovo", "Republic of Kosovo"])
def test_kosovo_is_one(text: str) -> None:
    assert ISO.resolve(text) == "XKX"
    assert one_code("KSV") == one_code("XKX") == "XKX"
    assert one_code("NOR") == "NOR"
    assert one_code("PSE") == "PSE"
    assert one_code("QQQ") == "QQQ"


def test_iso_has_numbers_and_two_or_three_letters_for_states_of_today_and_former_ones() -> None:
    numbers = {"578": "NOR", "112": "BLR", "810": "SUN"}
    assert {each: iso.numbers().get(each) for each in numbers} == numbers
    letters = {"NO": "NOR", "NOR": "NOR", "BY": "BLR", "SU": "SUN", "SUHH": None}
    letters |= dict.fromkeys(("XK", "XKX"), "XKX")
    assert {each: iso.letters().get(each) for each in letters} == letters


# What is near to a name, and what is not.


@each_of(
    ("typed", "meant"),
    [
        ("norwey", "norway"),
        ("norwya", "norway"),
        ("swedn", "sweden"),
        ("isreal", "israel"),
        ("isralel", "israel"),
        ("palastine", "palestine"),
        ("palestien", "palestine"),
        ("palest", "palestine"),
        ("afghansitan", "afghanistan"),
        ("egpyt", "egypt"),
        ("frnace", "france"),
        ("germny", "germany"),
        ("nehterlands", "netherlands"),
        ("columbia", "colombia"),
        ("venezuala", "venezuela"),
        ("azerbajan", "azerbaijan"),
        ("kazahkstan", "kazakhstan"),
        ("saudi-arabai", "saudi-arabia"),
        ("united-kindom", "united-kingdom"),
        ("soviet onion", "soviet-union"),
        ("ottomn empire", "ottoman-empire"),
        ("ottoman", "ottoman-empire"),
        ("prusia", "prussia"),
        ("yugoslvia", "yugoslavia"),
        ("czechoslovkia", "czechoslovakia"),
        ("austria-hungry", "austria-hungary"),
        ("north-kroea", "north-korea"),
        ("lebannon", "lebanon"),
        ("kuwiat", "kuwait"),
        ("ukriane", "ukraine"),
        ("icleand", "iceland"),
        ("RUSSSIA", "russia"),
        ("gremany", "germany"),
        ("itlay", "italy"),
        ("turky", "turkey"),
        ("palesine", "palestine"),
        ("afghanastan", "afghanistan"),
        ("switerland", "switzerland"),
        ("urugauy", "uruguay"),
        ("el-salbador", "el-salvador"),
        ("romainia", "romania"),
        ("austrilia", "australia"),
        ("belorusia", "belorussia"),
    ],
)
def test_a_slip_leads_to_the_name_as_one_types_it(typed: str, meant: str) -> None:
    assert _suggested(typed) == [meant]


def test_the_name_of_a_country_goes_before_its_aliases() -> None:
    declared = Countries({"PSE": Country("PSE", "Palestine", ("Palestina",))})
    assert _refusal(declared, "palestin").endswith("; did you mean 'palestine'?")
    declared = Countries({"RUR": Country("RUR", "Ruritania", ("Strelsau",))})
    assert _refusal(declared, "ruritana").endswith("; did you mean 'ruritania'?")


@each_of("text", ["Norway?", "Norway (?)", "? Norway", "NOR?", "Norway, Sweden?"])
def test_a_name_in_doubt_is_no_name(text: str) -> None:
    declared = Countries({"NOR": Country("NOR", "Norway")})
    for countries in (ISO, declared):
        assert not countries.knows(text)
        assert _refusal(countries, text).startswith(f"no country is named '{text}'")


def test_a_word_that_several_names_begin_with_leads_to_all() -> None:
    assert _suggested("united") == ["united-states", "united-kingdom", "united-arab-emirates"]


@each_of(
    "text",
    [
        "taliban",
        "støre",
        "store",
        "putin",
        "biden",
        "abbas",
        "fatimid",
        "oslo",
        "kabul",
        "gaza",
        "tiger",
        "chna",
        "irna",
        "QQQ",
        "XX",
        "abcd",
        "xyzzy",
        "atlantis",
        "africa",
        "south america",
        "north africa",
        "siberia",
        "middle east",
        "embassy",
        "treaty",
        "refugees",
        "china, pr: mainlnad",  # near to what needs quotes
    ],
)
def test_none_is_suggested_that_only_shares_some_letters(text: str) -> None:
    message = _refusal(ISO, text)
    assert message.endswith("; use a name or an ISO 3166 code")
    assert not ISO.knows(text)


@each_of(
    "text",
    [
        "EU",
        "eu",
        "UN",
        "NATO",
        "nato",
        "PLO",
        "EEC",
        "ASEAN",
        "OPEC",
        "OECD",
        "BRICS",
        "european union",
        "European Economic Community",
        "african-union",
        "the League of Nations",
        "EUE",
        "Hanseatic League",
        "UN Security Council",
    ],
)
def test_organisations_are_actors_and_near_to_no_country(text: str) -> None:
    assert _refusal(ISO, text) == f"no country is named '{text}': {ORGANISATION}"


def test_an_organisation_that_a_file_declares_is_a_party() -> None:
    declared = Countries({"EUE": Country("EUE", "European Union", ("EU",))})
    assert {declared.resolve(text) for text in ("EUE", "eu", "european union")} == {"EUE"}


@each_of(
    ("text", "two", "use"),
    [
        ("Russia (Soviet Union)", "Russia and Soviet Union", "russia or soviet-union"),
        ("DR Congo/Zaire", "DR Congo and Zaire", "dr-congo or zaire"),
        ("Russia (USSR)", "Russia and Soviet Union", "russia or soviet-union"),
        ("Russia/USSR", "Russia and Soviet Union", "russia or soviet-union"),
        ("Rhodesia (Zimbabwe)", "Rhodesia and Zimbabwe", "rhodesia or zimbabwe"),
        ("Austria/Hungary", "Austria and Hungary", "austria or hungary or austria-hungary"),
    ],
)
def test_two_states_in_one_name_are_told_apart(text: str, two: str, use: str) -> None:
    assert _refusal(ISO, text).endswith(f": that is two, {two}; use {use}")


@each_of(
    ("text", "code"),
    [
        ("Burma/Myanmar", "MMR"),
        ("Saint-Martin (France)", "MAF"),  # a territory and whose it is
        ("Vietnam (North)", "VDR"),
        ("Zimbabwe (Rhodesia)", "ZWE"),
        ("Zimbabwe / Rhodesia", "ZWE"),
        ("Zimbabwe Rhodesia", "RHO"),
        ("Sri Lanka (Ceylon)", "LKA"),
        ("Germany, Democratic Republic (GDR)", "DDR"),
    ],
)
def test_two_names_of_one_state_are_that_state(text: str, code: str) -> None:
    assert ISO.resolve(text) == code


@pytest.mark.parametrize("text", ["India (British)", "Guinea (Portuguese)", "Congo (Belgian)"])
def test_whose_a_territory_was_is_no_second_state(text: str) -> None:
    assert "that is two" not in _refusal(ISO, text)


@pytest.mark.parametrize(
    "text",
    ["West Bank", "Federation of Malaya", "Union of South Africa and X", "State Union of Xland"],
)
def test_federations_and_unions_of_states_are_no_organisations(text: str) -> None:
    assert ORGANISATION not in _refusal(ISO, text)


@pytest.mark.parametrize("text", ["Union of South American Nations", "Federation of Party X"])
def test_organisations_may_be_unions_too(text: str) -> None:
    assert ORGANISATION in _refusal(ISO, text)


@pytest.mark.parametrize(
    ("text", "number"), [("Norway; Sweden", 2), ("NOR;SWE; Republic of Korea", 3)]
)
def test_a_list_is_no_name_but_several(text: str, number: int) -> None:
    assert f": that is {number} countries; name each by itself" in _refusal(ISO, text)
    assert "countries" not in _refusal(ISO, f"{text}; x")


@pytest.mark.parametrize(
    "text", ["Russia ({})", "{} (Russia)", "Govt. of {}, Rep. of", "Former {}"]
)
def test_a_name_of_great_length_is_none(text: str) -> None:
    assert "no country is named" in _refusal(ISO, text.format("x" * 1000))


@each_of(
    "text",
    ["former Norway", "Germany (former)", "former Atlantis", "former Foo, Bar", "ex-president"],
)
def test_a_state_of_today_is_not_former(text: str) -> None:
    assert not ISO.knows(text)
    assert "did you mean" not in _refusal(ISO, text)


@each_of("text", ["England", "Kingdom of England", "scotland", "Wales", "northern-ireland"])
def test_a_part_of_a_state_leads_to_the_state(text: str) -> None:
    message = _refusal(ISO, text)
    assert message.endswith(": it is a part of the United Kingdom; use united-kingdom")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("GER", ["germany"]),
        ("rom", ["romania"]),
        ("NIG", ["niger", "nigeria"]),
        ("TCH", ["czechoslovakia"]),
    ],
)
def test_letters_of_other_lists_lead_to_the_state_that_they_mean(
    text: str, meant: list[str]
) -> None:
    assert _suggested(text) == meant


# The list that ships, and those of others.


def test_the_list_that_ships_takes_no_letters_that_iso_has_given() -> None:
    given_away = {*LISTED, *WITHDRAWN}
    assert given_away.isdisjoint(former.NEVER_LISTED)
    assert given_away.isdisjoint(other_codes.MEANT)
    assert given_away.isdisjoint(other_codes.ORGANISATION_LETTERS)
    assert not other_codes.MEANT.keys() & {*former.NEVER_LISTED, *other_codes.ORGANISATION_LETTERS}


def test_everyday_names_are_no_other_state_in_iso_3166() -> None:
    listed = iso.today()
    for code, names in everyday.EVERYDAY.items():
        for name in names:
            assert listed.get(spelling.key(name), {code}) >= {code}, name


def test_names_of_states_that_are_gone_are_no_names_of_today() -> None:
    for code, names in (former.WITHDRAWN | former.NEVER_LISTED).items():
        for name in (code, *names):
            assert ISO.resolve(name) == code, name


def test_names_abroad_are_those_of_no_other_state() -> None:
    for name, codes in other_languages.names().items():
        assert ISO.candidates(name) == codes, name
        assert languages.codes_of(name) <= codes, name


@each_of(
    ("text", "code"),
    [
        *(("مصر", "EGY"), ("فلسطين", "PSE"), ("بريطانيا", "GBR"), ("الاتحاد السوفيتي", "SUN")),
        *(("СССР", "SUN"), ("ФРГ", "DEU"), ("ГДР", "DDR"), ("Югославия", "YUG"), ("Бирма", "MMR")),
        *(("İngiltere", "GBR"), ("Çin", "CHN"), ("Filistin", "PSE"), ("Sovyetler Birliği", "SUN")),
        *(("苏联", "SUN"), ("东德", "DDR"), ("中國", "CHN"), ("韓国", "KOR")),
        *(("南ベトナム", "RVN"), ("Birmania", "MMR"), ("EE. UU.", "USA")),
        *(("Alemania Oriental", "DDR"), ("Allemagne de l’Est", "DDR"), ("Prusse", "PRU")),
    ],
)
def test_names_abroad_are_known_that_countrynames_lacks(text: str, code: str) -> None:
    assert ISO.knows(text)
    assert ISO.resolve(text) == code


@pytest.mark.parametrize("text", ["RFA", "RDC", "EUA", "Çin ve Maçin", "KKTC", "中华民国"])
def test_names_abroad_that_may_be_codes_or_several_states_are_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"no country|several countries"):
        ISO.resolve(text)


def test_letters_that_are_used_may_mean_a_state() -> None:
    assert may_mean("LBN", ["NOR", "LIB", "LEB", "LBN"]) == ["LEB", "LIB"]
    assert may_mean("NOR", ["NOR", "LIB"]) == []


def test_a_comma_is_a_word_of_a_name_that_is_looked_up() -> None:
    assert (
        spelling.loose_key(" Macao,China ")
        == spelling.loose_key("MACAO , CHINA")
        == "macao , china"
    )


def test_codes_are_indexed_by_themselves_and_by_their_names() -> None:
    assert spelling.index_of({"NOR": ("Norway", "Norge"), "XNO": ("Norge",)}) == {
        "nor": {"NOR"},
        "norway": {"NOR"},
        "norge": {"NOR", "XNO"},
        "xno": {"XNO"},
    }


@each_of(
    ("text", "said"),
    [
        ("Tanganyika", "Tanzania; use tanzania"),
        ("Kingdom of Mysore", "India; use india"),
        ("the Cameroons", "Cameroon and Nigeria; use cameroon or nigeria"),
        ("Moldavia", "Moldova, Romania and Ukraine; use moldova, romania or ukraine"),
        ("Leeward Islands", "Antigua and Barbuda, Saint Kitts and Nevis, Montserrat and British "),
    ],
)
def test_former_states_and_colonies_are_not_the_states_that_they_became(
    text: str, said: str
) -> None:
    assert not ISO.knows(text)
    assert f": its territory is now in {said}" in _refusal(ISO, text)


def test_what_letters_mean_is_known() -> None:
    assert {code for codes in other_codes.MEANT.values() for code in codes} <= {*KNOWN}
    assert set(everyday.PARTS.values()) <= {*LISTED}
    assert {code for codes in everyday.BECAME.values() for code in codes} <= {*LISTED}


def test_an_organisation_is_no_name_of_a_country() -> None:
    for name in other_codes.ORGANISATIONS:
        assert name == spelling.key(name)
        assert ORGANISATION in _refusal(ISO, name)


def test_the_name_of_a_code_stands_for_the_code() -> None:
    for code in KNOWN:
        name = ISO.name(code)
        assert ISO.resolve(name) == code
        assert not set(",()").intersection(name), name  # no "Palestine, State of"
        assert ISO.resolve(code) == code
        assert code_warning(code) is None


@each_of(
    ("code", "said"),
    [
        ("GER", "ISO 3166-1 does not list GER today; did you mean DEU (Germany)?"),
        ("ROM", "ISO 3166-1 does not list ROM today; did you mean ROU (Romania)?"),
        ("NED", "ISO 3166-1 does not list NED today; did you mean NLD (Netherlands)?"),
        ("UKG", "ISO 3166-1 does not list UKG today; did you mean GBR (United Kingdom)?"),
        (
            "NIG",
            "ISO 3166-1 does not list NIG today; did you mean NER (Niger) or NGA (Nigeria)?",
        ),
        ("EUE", "EUE is an organisation, not a state; name it under 'actors'"),
        ("WHO", "WHO is an organisation, not a state; name it under 'actors'"),
        ("ZZZ", "ISO 3166-1 does not list ZZZ today; it is taken as it is"),
    ],
)
def test_a_doubtful_code_is_told_with_what_is_meant(code: str, said: str) -> None:
    assert code_warning(code) == said
    assert is_organisation(code) is (code in ("EUE", "WHO"))


# Names as people write them.


@each_of(
    "text",
    [
        "Paris",
        "London",
        "Moscow",
        "Washington",
        "Zürich",
        "Quebec",
        "California",
        "Chechnya",
        "Siberia",
        "Crimea",
        "Abkhazia",
        "South Ossetia",
        "Northern Cyprus",
        "Turkish Cypriot",
        "Kurdistan",
        "Somaliland",
        "Belfast",
        "West Indies",
        "Worldwide",
        "Unknown",
        "N/A",
    ],
)
def test_places_and_what_is_no_state_in_countrynames_are_no_countries(text: str) -> None:
    assert not ISO.knows(text)


@each_of(
    ("text", "code"),
    [
        ("Rusia", "RUS"),  # Spanish
        ("Afganistan", "AFG"),  # Polish
        ("Norwy", "NOR"),  # Welsh
        ("Danmark", "DNK"),
        ("Kuba", "CUB"),
        ("Ukraina", "UKR"),  # Norwegian
        ("Birma", "MMR"),  # German
        ("Makedonia", "MKD"),  # Finnish, where North Macedonia is Pohjois-Makedonia
        ("Vaticano", "VAT"),  # Spanish, within a longer name
        ("Iugoslavia", "YUG"),  # Romanian, of a state that is gone
        ("Kosowo", "XKX"),  # Polish, of a state that ISO does not list
        ("Mɔldova", "MDA"),  # Ewe, with a letter that English lacks
        ("Faeroe Islands", "FRO"),  # English, as the UN wrote it
        ("Russia!", "RUS"),  # English, and a letter away from Prussia
    ],
)
def test_a_letter_away_from_english_is_a_name_where_a_language_has_it(text: str, code: str) -> None:
    assert ISO.resolve(text) == code


@pytest.mark.parametrize("text", ["iron", "irag", "lomania", "german"])
def test_a_letter_away_from_english_is_no_name_where_no_language_has_it(text: str) -> None:
    assert not ISO.knows(text)


@each_of(
    ("text", "meant"),
    [
        ("Nigera", ["niger", "nigeria"]),  # Niger in Latvian, with an accent
        ("Nigeri", ["niger", "nigeria"]),
        ("Andola", ["angola"]),
        ("Almania", ["albania"]),
        ("Oland", ["poland"]),
        ("Giana", []),
        ("Pahama", ["panama"]),
        ("Ugana", ["uganda"]),
        ("Jaman", []),
        ("Neru", []),
        ("Main Island", []),  # of Bermuda, for countrynames
        ("Guiana", ["guyana", "french-guiana"]),
        ("Giyane", ["guyane"]),
        ("Baren", []),  # a letter away from Baden
    ],
)
def test_a_letter_away_from_another_country_is_no_name_where_hardly_a_language_has_it(
    text: str, meant: list[str]
) -> None:
    assert not ISO.knows(text)
    assert sorted(_suggested(text)) == sorted(meant)


@each_of(
    ("text", "code"),
    [
        ("Nigēra", "NER"),  # Latvian
        # Four letters, of which a code may have three.
        ("Viro", "EST"),
        ("Noru", "NRU"),
        ("Czad", "TCD"),
        ("Bolivia Plurinational State of", "BOL"),
        ("Turkish Republic", "TUR"),
        ("Irão", "IRN"),  # Portuguese
        ("Irak", "IRQ"),
        ("Chine", "CHN"),
        ("Sambia", "ZMB"),
        ("Bielorussia", "BLR"),  # Italian, and not Byelorussia
        ("Polland", "POL"),  # Faroese, and not Holland
        ("Norga", "NOR"),  # Sami, and two letters away from Korea
        ("Griekenland", "GRC"),
    ],
)
def test_a_letter_away_from_another_country_is_a_name_where_languages_have_it(
    text: str, code: str
) -> None:
    assert ISO.resolve(text) == code


@pytest.mark.parametrize("text", ["ZIM", "sam", "GER", "RAK"])
def test_a_few_letters_are_never_looked_up_in_countrynames(text: str) -> None:
    assert not languages.codes_of(text)


def test_countrynames_gives_nothing_but_codes_that_are_known() -> None:
    data = distribution("countrynames").locate_file("countrynames/data.yaml")
    with open(str(data), encoding="utf-8") as stream:
        names = {str(name) for each in yaml.load(stream, CSafeLoader).values() for name in each}
    given_ = set().union(*(languages.codes_of(spelling.key(name)) for name in names))
    assert given_ <= {*LISTED, *WITHDRAWN, "XKX"}
    assert len(given_) > len(LISTED) - 10


@given(st.text(max_size=120))
def test_any_text_is_resolved_or_refused_in_one_line(text: str) -> None:
    try:
        answer = ISO.resolve(text)
    except (AmbiguousCountryError, UnknownCountryError) as error:
        answer = str(error)
    assert answer.isprintable()
    assert answer in KNOWN or 3 < len(answer) < 300


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_hyphens_and_the_article_do_not_count(code: str, changed: type[str]) -> None:
    name = changed(ISO.name(code))
    assert ISO.resolve(name) == ISO.resolve(name.replace(" ", "-")) == ISO.resolve(f"the {name}")


def test_what_a_file_declares_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        pytest.fail("what is not needed is loaded")

    for name in ("today", "withdrawn", "names", "codes"):
        monkeypatch.setattr(iso, name, load)
    assert DECLARED.resolve("norway") == "NOR"
    assert DECLARED.knows("palestine")
    assert not DECLARED.knows("norway,palestine")
    assert DECLARED.name("KOR") == "Korea"
    assert ISO.resolve("russia") == "RUS"
    assert ISO.name("RUS") == "Russia"


# What a file declares.


@each_of(
    ("text", "code"),
    [
        ("NOR", "NOR"),
        ("nor", "NOR"),
        ("Norway", "NOR"),
        ("kingdom-of-norway", "NOR"),
        ("state of palestine", "PSE"),
        ("plo", "PSE"),
        ("sun", "SUN"),
        ("ussr", "SUN"),
        ("РОССИЯ", "SUN"),
    ],
)
def test_the_codes_names_and_aliases_of_a_file_are_known(text: str, code: str) -> None:
    assert DECLARED.resolve(text) == code


@each_of(
    ("text", "code", "why"),
    [
        ("nor", "NOR", "a code goes before an alias"),
        ("norge", "XAA", "a name goes before an alias"),
        ("soviet union", "SUN", "a name goes before an alias"),
        ("germany", "XCC", "an alias goes before a name in ISO 3166"),
        ("is", "XCC", "an alias goes before a code in ISO 3166"),
        ("korea", "KOR", "a name goes before those that several share in ISO 3166"),
        ("iceland", "ISL", "what the file does not declare is in ISO 3166"),
    ],
)
def test_the_file_goes_before_iso_3166_and_codes_before_names_before_aliases(
    text: str, code: str, why: str
) -> None:
    assert DECLARED.resolve(text) == code, why


@pytest.mark.parametrize("text", ["twin", "both"])
def test_a_name_that_a_file_gives_twice_lists_the_candidates(text: str) -> None:
    message = _refusal(DECLARED, text, AmbiguousCountryError)
    assert "several" in message
    assert "Twin (XBB), Twin (XCC)" in message


def test_the_names_of_a_file_are_suggested() -> None:
    assert "'soviet-union'" in _refusal(DECLARED, "soviet onion")
    assert "'kingdom-of-norway'" in _refusal(DECLARED, "kingdon-of-norway")


def test_codes_are_matched_exactly_and_names_without_accents() -> None:
    declared = Countries({"XAA": Country("XAA", "ÞA", ("Åland",))})
    assert declared.resolve("THA") == declared.resolve("tha") == "THA"
    assert declared.resolve("ÞA") == declared.resolve("þa") == "XAA"
    assert declared.resolve("Thaïland") == "THA"
    assert declared.resolve("aland") == "XAA"


@each_of("text", ["NØR", "ÑO", "ＮＯＲ", "Ü.K.", "the ÚK", "ﬁn"])
def test_what_folds_to_a_code_is_none(text: str) -> None:
    assert not ISO.knows(text)


# What ISO 3166 lists.


@each_of(
    ("text", "code"),
    [
        ("NO", "NOR"),
        ("no", "NOR"),
        ("NOR", "NOR"),
        ("Norway", "NOR"),
        ("Kingdom of Norway", "NOR"),
        ("NORWAY", "NOR"),
        ("palestine", "PSE"),
        ("Palestine, State of", "PSE"),
        ("iran", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("south-korea", "KOR"),
        ("north korea", "PRK"),
        ("Korea, Republic of", "KOR"),
        ("bolivia", "BOL"),
        ("taiwan", "TWN"),
        ("Tanzania", "TZA"),
        ("united-states", "USA"),
        ("United States of America", "USA"),
        ("Côte d'Ivoire", "CIV"),
        ("cote d’ivoire", "CIV"),
        ("cote-divoire", "CIV"),
        ("turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("curacao", "CUW"),
        ("Åland Islands", "ALA"),
        ("aland-islands", "ALA"),
        ("Guinea-Bissau", "GNB"),
        ("guinea bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Saint Helena", "SHN"),
    ],
)
def test_iso_3166_is_known_by_codes_and_names(text: str, code: str) -> None:
    assert ISO.resolve(text) == code


def test_iso_3166_is_indexed_by_codes_and_names_and_what_stands_before_a_comma() -> None:
    iso.today.cache_clear()  # as others have asked for it
    iso.withdrawn.cache_clear()
    names = {name for name, codes in iso.today().items() if codes == {"BOL"}}
    assert names == {
        *("bo", "bol", "bolivia", "bolivia , plurinational state of"),
        "plurinational state of bolivia",
    }
    names = {name for name, codes in iso.withdrawn().items() if codes == {"HVO"}}
    assert names == {"hv", "hvo", "hvbf", "upper volta", "upper volta , republic of"}


def test_translators_are_given_the_names_of_a_state_by_its_list() -> None:
    assert iso.translated("NOR") == {"iso3166-1": ["Norway", "Kingdom of Norway"]}
    assert iso.translated("DHY") == {"iso3166-3": ["Dahomey"]}
    assert iso.translated("ZZZ") == {}


def _forms(name: str) -> list[str]:
    return [name, name.upper(), name.lower(), name.replace(" ", "-"), name.partition(",")[0]]


def test_every_code_and_name_of_iso_3166_is_resolved_or_ambiguous() -> None:
    for code, form in ((code, form) for code, name in NAMES for form in _forms(name)):
        if form.lower() in SEVERAL:
            assert f"({code})" in _refusal(ISO, form, AmbiguousCountryError)
        else:
            assert ISO.resolve(form) == code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Korea", ["South Korea (KOR)", "North Korea (PRK)"]),
        ("congo", ["(COD)", "(COG)"]),
        ("Virgin-Islands", ["(VGB)", "(VIR)"]),
    ],
)
def test_a_name_that_several_share_lists_the_candidates(text: str, candidates: list[str]) -> None:
    message = _refusal(ISO, text, AmbiguousCountryError)
    assert message.startswith(f"'{text}' ")
    assert all(candidate in message for candidate in candidates)
    assert "did you mean" not in message


@each_of(
    "text",
    [
        "PLO",
        "XX",
        "",
        "-",
        ",",
        "the",
        "N",
        "nor way",
        "Norwa",
        "578",
        "🇳🇴",
        "\x1b[31m",
        "x" * 10_000,
    ],
)
def test_what_is_no_country_is_never_guessed(text: str) -> None:
    message = _refusal(ISO, text)
    assert "no country is named" in message
    assert message.isprintable()
    assert len(message) < 250


@pytest.mark.parametrize(
    ("text", "codes"),
    [("norwya", ("NOR",)), ("Tanganyika", ("TZA",)), ("xyzzy", ())],
)
def test_an_unknown_name_tells_the_codes_of_the_nearest(text: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(UnknownCountryError) as refused:
        ISO.resolve(text)
    assert refused.value.near == codes


def test_a_name_of_no_country_or_of_several_has_no_code() -> None:
    assert [ISO.code(text) for text in ("Norway", "xyzzy", "Congo", "Kongo")] == ["NOR", "", "", ""]


def test_an_unknown_name_that_is_near_to_none_gets_advice() -> None:
    assert "use a name or an ISO 3166 code" in _refusal(ISO, "xyzzy")


def test_what_is_suggested_can_be_typed_and_is_a_country() -> None:
    names = map(ISO.name, LISTED)
    messages = [_refusal(ISO, f"{name[:4]}q{name[4:]}q") for name in names]
    suggested = [re.findall("'([^']*)'", said.partition("; ")[2]) for said in messages]
    without = [said for said, names in zip(messages, suggested, strict=True) if not names]
    assert all("use a name" in said for said in without)
    assert 3 * len(without) < 2 * len(messages)
    for typed in {name for names in suggested for name in names}:
        assert not set(" ,").intersection(typed), typed  # a comma would mean any of several
        assert not looks_like_code(typed.upper()), typed  # a code tells nobody what it stands for
        assert ISO.knows(typed), typed
        if typed not in SEVERAL:
            assert ISO.resolve(typed) in LISTED


@each_of("text", ["NOR", "norge", "kingdom-of-norway", "Twin", "both", "Iran", "DE", "Congo"])
def test_a_name_of_one_country_or_of_several_is_known(text: str) -> None:
    assert DECLARED.knows(text)


@each_of(
    "text",
    [
        "Korea, Republic of",
        "palestine,state of",
        "Bahamas, The",
        "Virgin Islands, U.S.",
        "Vietnam, South",
        "Ireland, Republic of",
        "China, People's Republic of",
        "Venezuela, Republica Bolivariana de",
    ],
)
def test_a_name_that_is_written_with_a_comma_or_turns_round_is_one(text: str) -> None:
    assert ISO.knows(text)
    assert ISO.resolve(text) == ISO.resolve(" ".join(reversed(text.split(","))))


@each_of(
    "text", ["guinea,bissau", "guinea+bissau", "hong kong,china", "Taiwan, China", "saudi,arabia"]
)
def test_a_comma_or_plus_that_no_name_has_parts_names(text: str) -> None:
    assert not ISO.knows(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Taiwan, China", "TWN"), ("Hong Kong SAR, China", "HKG"), ("Macao, China", "MAC")],
)
def test_in_a_file_what_stands_between_quotes_is_one_name(text: str, code: str) -> None:
    assert ISO.resolve(text) == code


@each_of(
    "text",
    [
        *("GER", "norwya", "norway,palestine", "norway,iceland", ""),
        *("Nowhere, South/Burma", "Congo/Congo", "Xyz. Norway"),
    ],
)
def test_what_names_no_country_is_not_known(text: str) -> None:
    assert not DECLARED.knows(text)


# Several in one text.


@each_of(
    ("text", "names"),
    [
        ("Norway", ["Norway"]),
        (" Norway ,New  Zealand,, Iceland,", ["Norway", "New Zealand", "Iceland"]),
        ("Bosnia and Herzegovina and Croatia", ["Bosnia and Herzegovina", "Croatia"]),
        (
            "Iran, Saint Helena, Ascension and Tristan da Cunha and Oman",
            ["Iran", "Saint Helena, Ascension and Tristan da Cunha", "Oman"],
        ),
        ("Serbia and Montenegro", ["Serbia", "Montenegro"]),
        ("SCG and Serbia and Montenegro", ["SCG", "Serbia", "Montenegro"]),
        ("Norway, nowhere", []),
        ("nowhere, Norway", []),
        ("", []),
    ],
)
def test_neighbours_in_a_list_that_are_one_name_stay_so(text: str, names: list[str]) -> None:
    assert split_names(text, re.compile(",| and "), ISO) == names


# Names and codes.


@each_of(
    ("code", "name"),
    [
        ("NOR", "Norway"),
        ("IRN", "Iran"),
        ("KOR", "South Korea"),
        ("RUS", "Russia"),
        ("PSE", "Palestine"),
        ("BOL", "Bolivia"),
        ("SYR", "Syria"),
        ("TUR", "Turkey"),
        ("CIV", "Ivory Coast"),
        ("COD", "DR Congo"),
        ("VAT", "Holy See"),
        ("GBR", "United Kingdom"),
        ("USA", "United States"),
        ("XKX", "Kosovo"),
        ("SUN", "Soviet Union"),
        ("YUG", "Yugoslavia"),
        ("DDR", "East Germany"),
        ("DHY", "Dahomey"),
        ("AUH", "Austria-Hungary"),
        ("PLO", "PLO"),
    ],
)
def test_a_code_has_its_everyday_name_or_stands_for_itself(code: str, name: str) -> None:
    assert ISO.name(code) == name


def test_the_name_that_a_file_gives_goes_first() -> None:
    assert DECLARED.name("KOR") == "Korea"
    assert DECLARED.name("SUN") == "Soviet Union"


@pytest.mark.parametrize("text", ["NOR", "PLO", "SUN", "XXX"])
def test_three_capitals_look_like_a_code(text: str) -> None:
    assert looks_like_code(text)


@each_of("text", ["", "nor", "Nor", "NO", "NORW", "N R", "NO1", "NØR", "NOR\n", "ＮＯＲ"])
def test_nothing_else_looks_like_a_code(text: str) -> None:
    assert not looks_like_code(text)


def test_what_iso_3166_lists_is_in_it() -> None:
    assert iso.codes().issuperset(LISTED)


@each_of("code", ["PLO", "SUN", "YUG", "nor", "NO", ""])
def test_withdrawn_and_unofficial_codes_are_not_in_iso_3166(code: str) -> None:
    assert code not in iso.codes()


def test_nothing_is_suggested_in_place_of_what_looks_like_a_code() -> None:
    suggested = []

    def suggest(word: str, _: object, _find: Find = nearest) -> list[str]:
        suggested.append(word)
        return []

    countries = Countries({}, suggest)
    for text in ("QQQ", "norwey"):
        with pytest.raises(UnknownCountryError):
            countries.resolve(text)
    assert suggested == ["norwey"]
