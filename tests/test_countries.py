"""Countries: what people type, the codes that it stands for, and the names of codes."""

import re

import pycountry
import pytest

from diplo.countries import (
    AmbiguousCountryError,
    Countries,
    UnknownCountryError,
    in_iso_3166,
    looks_like_code,
)
from diplo.events import Country

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
KEYS = ("alpha_2", "alpha_3", "name", "common_name", "official_name")
NAMES = [
    pytest.param(country.alpha_3, getattr(country, key), id=f"{country.alpha_3}-{key}")
    for country in pycountry.countries
    for key in KEYS
    if hasattr(country, key)
]
SEVERAL = ("korea", "congo", "virgin islands", "virgin-islands")


def _refusal(countries: Countries, text: str, error: type[ValueError] = UnknownCountryError) -> str:
    with pytest.raises(error) as refused:
        countries.resolve(text)
    return str(refused.value)


# What a file declares.


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


# What ISO 3166 lists.


@pytest.mark.parametrize(
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


def _forms(name: str) -> list[str]:
    return [name, name.upper(), name.lower(), name.replace(" ", "-"), name.partition(",")[0]]


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_every_code_and_name_of_iso_3166_is_resolved_or_ambiguous(code: str, name: str) -> None:
    for form in _forms(name):
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


@pytest.mark.parametrize(
    "text",
    [
        "PLO",
        "SUN",
        "YUG",
        "Soviet Union",
        "Yugoslavia",
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
    ("text", "meant"),
    [("norwya", "norway"), ("Afganistan", "afghanistan"), ("united-kindom", "united-kingdom")],
)
def test_an_unknown_name_lists_the_nearest(text: str, meant: str) -> None:
    assert f"did you mean '{meant}'" in _refusal(ISO, text)


def test_an_unknown_name_that_is_near_to_none_gets_advice() -> None:
    assert "use a name or an ISO 3166 code" in _refusal(ISO, "xyzzy")


@pytest.mark.parametrize("code", LISTED)
def test_what_is_suggested_can_be_typed_and_is_a_country(code: str) -> None:
    name = ISO.name(code)
    message = _refusal(ISO, f"{name[:4]}q{name[4:]}q")
    suggested = re.findall("'([^']*)'", message.partition("; ")[2])
    assert suggested or "use a name" in message
    for typed in suggested:
        assert not set(" ,").intersection(typed)  # a comma would mean any of several
        assert not looks_like_code(typed.upper())  # a code tells nobody what it stands for
        assert ISO.knows(typed)
        if typed not in SEVERAL:
            assert ISO.resolve(typed) in LISTED


@pytest.mark.parametrize(
    "text", ["NOR", "norge", "kingdom-of-norway", "Twin", "both", "Iran", "DE", "Congo"]
)
def test_a_name_of_one_country_or_of_several_is_known(text: str) -> None:
    assert DECLARED.knows(text)


@pytest.mark.parametrize("text", ["YUG", "norwya", "norway,palestine", ""])
def test_what_names_no_country_is_not_known(text: str) -> None:
    assert not DECLARED.knows(text)


# Names and codes.


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("NOR", "Norway"),
        ("IRN", "Iran"),
        ("KOR", "South Korea"),
        ("YUG", "Yugoslavia, (Socialist) Federal Republic of"),
        ("DDR", "German Democratic Republic"),
        ("PLO", "PLO"),
    ],
)
def test_a_code_has_its_common_name_or_stands_for_itself(code: str, name: str) -> None:
    assert ISO.name(code) == name


def test_the_name_that_a_file_gives_goes_first() -> None:
    assert DECLARED.name("KOR") == "Korea"
    assert DECLARED.name("SUN") == "Soviet Union"
    assert "USSR" in ISO.name("SUN")


@pytest.mark.parametrize("text", ["NOR", "PLO", "SUN", "XXX"])
def test_three_capitals_look_like_a_code(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text", ["", "nor", "Nor", "NO", "NORW", "N R", "NO1", "NØR", "NOR\n", "ＮＯＲ"]
)
def test_nothing_else_looks_like_a_code(text: str) -> None:
    assert not looks_like_code(text)


@pytest.mark.parametrize("code", LISTED)
def test_what_iso_3166_lists_is_in_it(code: str) -> None:
    assert in_iso_3166(code)


@pytest.mark.parametrize("code", ["PLO", "SUN", "YUG", "nor", "NO", ""])
def test_withdrawn_and_unofficial_codes_are_not_in_iso_3166(code: str) -> None:
    assert not in_iso_3166(code)


def test_nothing_is_suggested_in_place_of_what_looks_like_a_code() -> None:
    suggested = []

    def suggest(word: str, _: object) -> str:
        suggested.append(word)
        return ""

    countries = Countries({}, suggest)
    for text in ("QQQ", "norwey"):
        with pytest.raises(UnknownCountryError):
            countries.resolve(text)
    assert suggested == ["norwey"]
