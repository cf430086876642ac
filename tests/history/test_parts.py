"""The parts of a timeline."""

from hypothesis import given
from hypothesis import strategies as st

from diplo.history.parts import MAY_BELONG, PARTS, STORY, UNDER_WAY, part_of
from diplo.model.dates import CERTAIN, ONGOING, match, parse
from tests.history.events import (
    DATES,
    WINDOWS,
    event_of,
    found_in,
    window_of,
)
from tests.tables import each_of


@each_of(
    ("when", "window", "part"),
    [
        # The story: certain at its word, and begun there.
        ("2021", "2021..", STORY),
        ("2025-06-19?", "2021..", STORY),
        ("2025-06-19%", "2021..", STORY),
        ("1994~", "1994", STORY),
        ("1994~/..", "1994", STORY),
        ("2021-08/..", "2021..", STORY),
        ("2021-08?/2022~", "2021..", STORY),
        ("[..2006]", "..2021", STORY),
        ("[2021-08..2022-01]", "2021..", STORY),
        ("1960/1969", "..1965", STORY),
        ("../2021", "..2021", STORY),
        # Under way: a span that is ongoing at its word.
        ("1960/1969", "1965..", UNDER_WAY),
        ("1960?/1969~", "1965..", UNDER_WAY),
        ("2001~/2021~", "2021..", UNDER_WAY),
        ("1931/..", "2021", UNDER_WAY),
        ("/2021-08", "2021..", UNDER_WAY),
        ("/2021-08?", "2021..", UNDER_WAY),
        ("../2021-08", "2021-08", UNDER_WAY),
        ("/..", "2021..", UNDER_WAY),
        # It may belong: it overlaps the window at its word, or in doubt alone.
        ("2021", "2021-08", MAY_BELONG),
        ("196X", "1965..", MAY_BELONG),
        ("[2001..2021]", "2021..", MAY_BELONG),
        ("[..2025-04-24]", "2021..", MAY_BELONG),
        ("2020~", "2021", MAY_BELONG),
        ("2020%", "2021", MAY_BELONG),
        ("2020/2021-06~", "2021-07", MAY_BELONG),
        ("2021-08/", "2023", MAY_BELONG),
        ("/2021-08", "..2020", MAY_BELONG),
        ("/..", "..2021", MAY_BELONG),
        # With no window all is story, but what has no known day.
        ("196X", None, STORY),
        ("2021-08?", None, STORY),
        ("/2021-08", None, STORY),
        ("[..2006]", None, STORY),
        ("1931/..", None, STORY),
        ("/..", None, UNDER_WAY),
    ],
)
def test_a_date_is_taken_at_its_word_for_its_part(when: str, window: str | None, part: str) -> None:
    assert part_of(parse(when), window_of(window)) == part
    (found,) = found_in(window, event_of("a", when))
    assert found.part == part


QUALIFIED = [
    *("2021?", "2021~", "2021%", "2020-12~", "1994~/2021-03?", "2021-02%/..", "/2021~", "196X~"),
]


@given(st.sampled_from([*DATES, *QUALIFIED]), st.sampled_from(WINDOWS))
def test_what_is_certain_is_story_and_what_is_ongoing_under_way(
    when: str, window: str | None
) -> None:
    date_of, within = parse(when), window_of(window)
    found, part = match(date_of, within), part_of(date_of, within)
    if within and found in (CERTAIN, ONGOING) and not set("~?%") & set(when):
        assert part == (STORY if found == CERTAIN else UNDER_WAY)
    assert part == part_of(date_of.plain, within)
    assert part in PARTS
