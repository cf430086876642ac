"""Letters that were garbled or lost are noticed, and those that only look so are left alone."""

from hypothesis import given
from hypothesis.strategies import sampled_from, text

from diplo.reading.garbled import garbled
from tests.tables import each_of

WORDS = ("Støre", "Łódź", "Привет", "Ελλάδα", "– “so”", "Türkiye’s", "Côte d’Ivoire", "€5")


def is_whole(word: str) -> bool:
    """Say whether windows-1252 has characters for all bytes of a word in UTF-8."""
    return word.encode().decode("windows-1252", "ignore").encode("windows-1252") == word.encode()


@given(sampled_from([word for word in WORDS if is_whole(word)]), text("abc øéЖ", max_size=20))
def test_utf_8_in_another_encoding_is_noticed_beside_any_text(word: str, beside: str) -> None:
    assert f"{beside} {word}" in garbled(f"{beside} {word.encode().decode('windows-1252')}")


def test_what_it_was_is_said() -> None:
    assert garbled("StÃ¸re meets BjÃ¸rn").startswith(
        "UTF-8 was read as windows-1252 here; 'Støre meets Bjørn' is meant"
    )


def test_a_lost_letter_is_noticed() -> None:
    assert garbled("St\ufffdre").startswith("U+FFFD stands where a letter was lost")


@each_of(
    "text",
    [*WORDS, "the CAFÉ” and Spaß“", "«PÅ»", "”YLEISIÄ”", "BLÅ…", "ÅÄÖ", "Â la carte", "ÐÐ", "â‚"],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert garbled(text) == ""
