"""Untrusted text: what it may hold, how it is shown, compared and made safe."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.terminal.text import (
    Lines,
    escape,
    fold,
    fold_space,
    is_plain,
    name_of,
    refused_at,
    shown,
    slug,
    without_formula,
)
from tests.tables import each_of

SPACE = "\t\n\v\f\r"
C0 = [chr(c) for c in range(0x20) if chr(c) not in SPACE]
DEL_AND_C1 = [chr(c) for c in range(0x7F, 0xA0)]  # NEL among them
SEPARATORS = ["\u2028", "\u2029"]
BIDI = [chr(c) for c in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
# Those that Python calls printable too: combining grapheme joiner, Khmer and Mongolian ones.
ZERO_WIDTH = [*"\u200b\u2060\ufeff\u180e\u00ad", *"\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f"]
FILLERS = [*"\u115f\u1160\u3164\uffa0"]
SURROGATES = [chr(c) for c in (0xD800, 0xDC80, 0xDFFF)]
TAGS = [chr(c) for c in (0xE0001, 0xE0020, 0xE0041, 0xE007F)]
WITHOUT_WIDTH = [chr(c) for c in (0xFFF0, 0xFFF8, 0x13430, 0x1343F, 0xE0080, 0xE01F0, 0xE0FFF)]
REFUSED = [
    *C0,
    *DEL_AND_C1,
    *SEPARATORS,
    *BIDI,
    *ZERO_WIDTH,
    *FILLERS,
    *SURROGATES,
    *TAGS,
    *WITHOUT_WIDTH,
]
JOINERS = ["\u200c", "\u200d"]


def code_points(text: str) -> str:
    """Name a case by its text; a case with a backslash in its name cannot be asked for alone."""
    return "-".join(f"{ord(character):x}" for character in text)


@pytest.mark.parametrize("before", ["", "ab", "a\t", "\u0644"], ids=code_points)
def test_a_character_that_acts_or_hides_is_refused_where_it_stands(before: str) -> None:
    for character in REFUSED:
        assert refused_at(f"{before}{character}b") == len(before), code_points(character)


@each_of(
    "text",
    [
        "",
        "plain",
        "tab\tand\nbreaks\r\n",
        "the breaks of Word\vand a page\f",
        "Jonas Gahr Støre – “Oslo”",
        "no-break\u00a0space",
        "[/bold] :smile: [red]",
        "نروژ",
        "e\u0301",
        "挪威",
        "葛\U000e0100",  # a form of the character
        "🇳🇴",
    ],
)
def test_what_people_write_is_accepted(text: str) -> None:
    assert refused_at(text) is None


@pytest.mark.parametrize("joiner", JOINERS, ids=code_points)
@pytest.mark.parametrize(("before", "after"), [("می", "خواهم"), ("क्", "ष"), ("a", "b")])
def test_a_joiner_may_stand_between_letters(joiner: str, before: str, after: str) -> None:
    assert refused_at(f"{before}{joiner}{after}") is None


@pytest.mark.parametrize("joiner", JOINERS, ids=code_points)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("", "a"),
        ("a", ""),
        ("a", " b"),
        ("a ", "b"),
        ("1", "2"),
        ("a\n", "b"),
        ("a", "-"),
    ],
)
def test_a_joiner_may_not_stand_elsewhere(joiner: str, before: str, after: str) -> None:
    assert refused_at(f"{before}{joiner}{after}") == len(before)


@pytest.mark.parametrize("joiner", JOINERS, ids=code_points)
def test_one_joiner_is_no_letter_for_another(joiner: str) -> None:
    assert refused_at(f"a{joiner}{joiner}b") == 1


def test_an_accepted_joiner_does_not_hide_what_follows() -> None:
    assert refused_at("a\u200cb\x1bc") == 3


@given(st.text(), st.sampled_from(REFUSED), st.text())
def test_the_first_refused_character_is_found(before: str, character: str, after: str) -> None:
    found = refused_at(f"{before}{character}{after}")
    assert found is not None
    assert found <= len(before)


@pytest.mark.parametrize(
    ("character", "name"), [("\x1b", "U+001B"), ("\u202e", "U+202E"), ("\U000e0041", "U+E0041")]
)
def test_a_character_is_named_by_its_number(character: str, name: str) -> None:
    assert name_of(character) == name


@each_of(
    ("text", "folded"),
    [
        ("", ""),
        (" \t\n ", ""),
        ("one two", "one two"),
        ("X ", "X"),
        ("  one\ttwo\r\n\r\n three\n", "one two three"),
        ("\tone\r", "one"),
        (" \xa0one\u3000", "\xa0one\u3000"),
    ],
)
def test_white_space_is_folded_and_trimmed(text: str, folded: str) -> None:
    assert fold_space(text) == folded


@each_of("text", ["", "plain", "Støre", "挪威", "e\u0301"])
def test_text_without_white_space_is_plain(text: str) -> None:
    assert is_plain(text)


def test_what_is_refused_anywhere_and_white_space_are_not_plain() -> None:
    for character in [*REFUSED, *JOINERS, *" \t\n\r\xa0\u3000"]:
        for text in (character, f"a{character}", f"{character}a", f"a{character}b"):
            assert not is_plain(text), code_points(text)


# Places in a text.


@st.composite
def _text_and_index(draw: st.DrawFn) -> tuple[str, int]:
    text = draw(st.text("a\n\r\u2028"))
    return text, draw(st.integers(0, len(text)))


@given(_text_and_index())
def test_a_place_is_counted_as_by_hand(found: tuple[str, int]) -> None:
    text, index = found
    line, column = 1, 1
    for at, character in enumerate(text[:index]):
        column += 1
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
    assert Lines(text).position(index) == (line, column)


@each_of(
    ("text", "index", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\nb\n", 5, (4, 1)),
        ("ø\nåx", 3, (2, 2)),
    ],
)
def test_lines_and_columns_count_from_one_in_characters(
    text: str, index: int, place: tuple[int, int]
) -> None:
    assert Lines(text).position(index) == place


# Messages.


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain Støre", "plain Støre"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\x7f\x85", "\\x7f\\x85"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u200bb", "a\\u200bb"),
        ("\u2028", "\\u2028"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        (b"\xff\x80.yaml".decode(errors="surrogateescape"), "\\xff\\x80.yaml"),
        ("\udc7f", "\\udc7f"),
        ("\udd00", "\\udd00"),
    ],
    ids=code_points,
)
def test_what_could_act_on_a_terminal_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(st.characters() | st.sampled_from(REFUSED)))
def test_escaped_text_is_safe_to_print_in_utf_8(text: str) -> None:
    safe = escape(text)
    assert refused_at(safe) is None
    assert safe.isprintable()
    assert safe.encode().decode() == safe


@each_of(
    ("text", "said"),
    [
        ("norwya", "'norwya'"),
        ("", "''"),
        ("\x1b", "'\\x1b'"),
        ("a" * 60, f"'{'a' * 60}'"),
        ("a" * 61, f"'{'a' * 37}...{'a' * 20}'"),
    ],
)
def test_text_is_quoted_in_a_message(text: str, said: str) -> None:
    assert shown(text) == said


@given(st.text(st.characters(exclude_characters="."), min_size=61), st.integers(10, 60))
def test_long_text_is_cut_in_the_middle(text: str, limit: int) -> None:
    said, whole = shown(text, limit)[1:-1], escape(text)
    start, _, end = said.partition("...")
    assert len(said) == limit
    assert whole.startswith(start)
    assert whole.endswith(end)


def test_both_ends_of_long_text_are_kept() -> None:
    assert re.fullmatch(r"'a{10,}\.\.\.b{10,}'", shown("a" * 100 + "b" * 100))


# Comparing.


@each_of(
    ("one", "other"),
    [
        ("Støre", "store"),
        ("STØRE", "store"),
        ("Ærø", "aero"),
        ("Åland", "aland"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Đinđić", "dindic"),
        ("São Tomé", "SAO TOME"),
        ("Zu\u0308rich", "z\u00fcrich"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("Œuvre", "oeuvre"),
        ("Reykjavík", "REYKJAVÍK"),
        ("Ｏｓｌｏ", "oslo"),
        ("Ǿ", "o"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        *(("Norway's", f"norway{sign}s") for sign in "’‘`´‚‛′‹›＇"),
        *(('"Peace"', f"{sign}peace{sign}") for sign in "“”„‟«»″＂"),
        *(("a-b", f"a{sign}b") for sign in "–—‐‑‒―−－"),
    ],
)
def test_texts_are_compared_without_case_and_accents_and_with_plain_marks(
    one: str, other: str
) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Oslo", "Osl"), ("Mali", "Malawi"), ("نروژ", "挪威")])
def test_other_texts_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from([str.upper, str.lower, str.title]))
def test_no_letter_with_an_accent_is_left(text: str, change: Callable[[str], str]) -> None:
    assert not any(map(unicodedata.combining, fold(change(text))))


@each_of(
    ("text", "expected"),
    [
        ("2024-05-28 Norway recognises Palestine", "2024-05-28-norway-recognises-palestine"),
        ("196X Støre's visit", "196x-stores-visit"),
        ("[..2006] “Oslo” – Åland", "2006-oslo-aland"),
        ("‘Oslo’ – Norway’s «´a`b´»", "oslo-norways-a-b"),
        ("--a  b--", "a-b"),
        ("挪威", ""),
        ("", ""),
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 80),
        (f"{'a' * 40} {'b' * 39}", f"{'a' * 40}-{'b' * 39}"),
        (f"{'a' * 40} {'b' * 40}", "a" * 40),
        (f"{'a' * 40} {'b' * 40} c", "a" * 40),
        (f"{'a' * 40} {'b' * 39} c", f"{'a' * 40}-{'b' * 39}"),
    ],
)
def test_a_slug_is_the_words_joined_by_hyphens_and_cut_between_words(
    text: str, expected: str
) -> None:
    assert slug(text) == expected


@given(st.text(st.characters() | st.sampled_from("ab1 -'")), st.integers(1, 80))
def test_a_slug_is_an_id_or_empty(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert not made or re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= limit


# Spreadsheets.


@pytest.mark.parametrize("sign", [*"=+-@\t＝＋－＠"], ids=code_points)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(sign: str) -> None:
    assert without_formula(f"{sign}1") == f"'{sign}1"
    assert without_formula(sign) == f"'{sign}"
    assert without_formula(f"'{sign}") == f"''{sign}"  # or its apostrophe would be lost in reading


@each_of("cell", ["", "1", "a=b", "2024-05-28", "'a", "(−1)", "a\t+1"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert without_formula(cell) == cell
