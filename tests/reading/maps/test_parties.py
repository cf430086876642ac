import pytest

from diplo.model.countries.resolve import Countries
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.syntax import Map
from tests.calls import calls_of


@pytest.mark.parametrize(
    "cell",
    [", ".join(f"x{n}" for n in range(20_000)), "x y " * 20_000, "x and y " * 20_000],
    ids=["commas", "blanks", "and"],
)
def test_a_cell_as_long_as_a_book_is_not_looked_up_word_by_word(cell: str) -> None:
    parties = Parties(Map("", ()), ["country"], Countries({}), ())
    calls = calls_of(lambda: parties.lookup(cell, 0, ""))
    assert calls < 10 * 20_000
    (party,) = parties.lookup(cell, 0, "")
    assert party.wrong.endswith("; write a name or a code")
