from functools import partial

from diplo.reading.tables.cells import headline
from tests.calls import calls_of


def test_a_headline_is_sought_at_the_beginning_of_a_summary_alone() -> None:
    short, long = (calls_of(partial(headline, "U.S. " * times)) for times in (200, 20_000))
    assert short == long
