"""What is seen at every size: whole lines, aligned, and only what the encoding has."""

from datetime import date
from pathlib import Path

import pytest

from diplo.cli.query.exploring import Explored
from diplo.explore import listings
from diplo.explore.listings import Listing
from diplo.explore.painting.lines import block, clipped, cut, reversed_, text_of
from diplo.explore.questions import Look
from diplo.explore.view import View
from diplo.formats.table.glyphs import FINE, Glyphs
from diplo.formats.table.glyphs import PLAIN as PLAIN_SIGNS
from diplo.terminal.colour import Run
from diplo.terminal.width import cells_of, fit
from tests.conftest import Run as RunProgram
from tests.explore.conftest import Open
from tests.explore.desks import Desk, events_in, explored

SIZES = [
    (20, 5),
    (30, 10),
    (59, 14),
    (60, 18),
    (80, 24),
    (100, 32),
    (119, 40),
    (120, 24),
    (240, 60),
]
PLAIN = Look(0, "ascii")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", [Look(), PLAIN, Look(encoding="latin-1", ascii=True)])
def test_every_screen_is_filled_and_no_more(desk: Open, size: tuple[int, int], look: Look) -> None:
    seen = desk(size=size, look=look)
    for keys in ("j", "n", "s", "escape", "t", "escape", "?", "escape", "enter", "escape", "/"):
        screen = seen.press(keys).screen
        assert [cells_of(line) for line in screen] == [size[0]] * size[1]
        assert all(line.encode(look.encoding) for line in screen)


def test_the_title_stays_where_there_is_no_room_for_counts(desk: Open) -> None:
    cut_short = desk("norway since 1990", size=(54, 10)).screen[0]
    assert cut_short.startswith("Norway since ")
    assert "…   6 events" in cut_short
    assert desk("norway since 1990", size=(30, 10)).screen[0].rstrip() == "Norway since 1990"
    assert desk(size=(30, 10)).screen[0].rstrip() == "Norway"
    assert desk(size=(36, 10)).screen[0].endswith("7 events · 1 start not told")


def test_panes_stand_below_or_beside(desk: Open) -> None:
    narrow, wide = desk(), desk(size=(140, 40))
    assert narrow.screen[2].startswith("1990s ──────┬──")
    assert narrow.screen[12] == "─" * 80
    assert narrow.screen[13].startswith("An embassy opens in Oslo")
    first = next(line for line in wide.screen if line.startswith("1990s"))
    assert first.split(" │ ")[1].rstrip() == "An embassy opens in Oslo"
    assert "State of relations on 2 May 1990" in wide.text


def test_a_row_says_what_the_table_says(desk: Open, run: RunProgram) -> None:
    table = run("timeline", "norway", "--all", "-f", "table", "--events", "history.yaml").out
    told = {" ".join(line.split()) for line in table.splitlines()}
    rows = [" ".join(line.rstrip(" █").split()) for line in desk(size=(80, 40)).screen[2:22]]
    assert len([row for row in rows if row in told and " " in row and "──" not in row]) == 8


def test_what_is_too_long_is_cut_with_a_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "A title that is so long that no terminal of eighty cells can show it on one line at all"
    event = {
        "date": "[1990-05-02..1991-06-03]",
        "title": long,
        "countries": ["NOR", "SWE", "DNK", "FIN"],
    }
    here = explored(monkeypatch, events_in(tmp_path, event))
    row = Desk(here).screen[3]
    assert row.startswith("between 2 May 1990 and 3 Jun 1991 │ A title")
    narrow = Desk(here, size=(44, 24)).screen[3]
    assert narrow.startswith("between 2 May 1990 and… │ A title that is…")
    wide = Desk(here, size=(240, 24)).screen[3]
    assert wide.startswith(f"between 2 May 1990 and 3 Jun 1991 │ {long}")
    assert row.rstrip().endswith("…  DNK FIN NO…") or "…  NOR SWE DNK" in row
    assert " .." not in row
    assert "between 2 May 1990 and 3 Jun 1991 | A title" in Desk(here, look=PLAIN).screen[3]
    assert Desk(here, "norway search terminal", size=(40, 24)).screen[0].startswith("Norway")


@pytest.mark.parametrize(
    ("width", "end"),
    [
        (80, "◆ Recognition of the g…  withheld for the time b…  between Mar 1990 and Nov 1997"),
        (66, "◆ Recognition o…  withheld for the time b…  between Mar 1990 and …"),
    ],
)
def test_a_listed_state_is_told_with_its_whole_date_where_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, end: str
) -> None:
    state = {"Recognition of the government in Kabul": "withheld for the time being"}
    event = {"date": "[1990-03..1997-11]", "status": state}
    here = explored(monkeypatch, events_in(tmp_path, event))
    assert Desk(here, size=(width, 24)).press("s").screen[3] == end


def test_a_long_name_takes_what_its_state_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = {"Palestinian mission in Oslo": "open", "Border": "closed from both sides"}
    here = explored(monkeypatch, events_in(tmp_path, {"date": "2001", "status": states}))
    assert [line.partition(" │ ")[2].rstrip() for line in Desk(here).screen[14:16]] == [
        "◆ Palestinian mission in Oslo  open",
        "◆ Border              closed from both sides",
    ]


@pytest.mark.parametrize(("width", "name", "code"), [(80, 55, 13), (40, 19, 9), (20, 9, 0)])
def test_a_long_type_is_cut_with_a_sign_before_its_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, name: int, code: int
) -> None:
    kind = f"treaty.{'friendship-' * 4}commerce-and-navigation"
    here = explored(monkeypatch, events_in(tmp_path, {"date": "2001", "type": kind}))
    line = Desk(here, size=(width, 24)).press("t").screen[3]
    assert line.rstrip() == f"{kind[:name]}…       1  {kind[:code]}{'…' * bool(code)}".rstrip()


@pytest.mark.parametrize("width", [2, 3, 12, 40, 120, 300])
def test_no_terminal_is_too_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    events = ({"date": str(day), "status": {f"S{day}": "x"}} for day in range(2001, 2010))
    here = explored(monkeypatch, events_in(tmp_path, *events))
    for height in (*range(1, 10), 16, 24):
        seen = Desk(here, size=(width, height))
        assert seen.press(*"/limit 0", "enter").screen
        for keys in ([], ["?"], ["escape", "/"], ["x", "y"], ["escape", "s"]):
            screen = seen.press(*keys).screen
            assert len(screen) <= height
            assert max(map(cells_of, screen)) <= width


def test_the_cursor_is_in_reverse_without_hues() -> None:
    line = [Run("a", "bold"), Run("b", "first"), Run("c", "bold second")]
    assert [run.style for run in reversed_(line)] == ["bold reverse", "reverse", "bold reverse"]


def test_hues_are_those_of_the_other_parties(desk: Open) -> None:
    first = desk()
    lines = [*first.browser.lines(), *first.press("s", "j").browser.lines()]
    styles = {run.text.strip(): run.style for line in lines for run in line}
    assert (styles["SWE"], styles["DNK"]) == ("first", "second")
    assert styles["open"] == "bold first"
    assert styles["not stated by then"] == "dim"


def test_the_foot_has_events_states_and_the_day(desk: Open) -> None:
    seen = desk(size=(80, 32)).press("n")
    foot = seen.browser.layout.foot_first
    events, *strips, axis, years = seen.screen[foot:-1]
    assert events.startswith("Events  ")
    assert events[26] == "▃"
    assert strips[0].startswith("Embassy in Oslo")
    assert "━" in strips[0]
    assert "─" in strips[0]
    assert axis.strip().strip("─") == "▲"
    assert years.split()[0] == "1992"
    assert axis.index("▲") == strips[0].rindex("◆")


def test_many_events_have_columns_by_the_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [{"date": "1990-05-02", "title": f"E{n}"} for n in range(20)]
    events += [{"date": "1999", "title": "Last"}]
    foot = Desk(explored(monkeypatch, events_in(tmp_path, *events))).screen[-4]
    assert (foot[26], foot.rstrip()[-1]) == ("█", "▁")


def test_the_thumb_shows_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [{"date": str(1900 + n), "title": f"E{n}"} for n in range(100)]
    desk = Desk(explored(monkeypatch, events_in(tmp_path, *events)))
    rows = desk.browser.layout.rows

    def thumb() -> list[int]:
        return [n for n, line in enumerate(desk.screen[2 : 2 + rows]) if line.endswith("█")]

    assert thumb() == [0]
    desk.press("G")
    assert thumb() == [rows - 1]


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [("ab", 3, "ab "), ("abcd", 3, "ab…"), ("abcd", 0, ""), ("東京都", 4, "東 …"), ("ab", 2, "ab")],
)
def test_text_is_made_to_fit(text: str, width: int, fitted: str) -> None:
    assert fit(text, width, "…") == fitted


def test_lines_are_clipped_and_blocks_filled() -> None:
    line = [Run("abc", "bold"), Run("def")]
    assert text_of(clipped(line, 5, "…")) == "abcd…"
    assert text_of(clipped(line, 3)) == "abc"
    assert text_of(clipped(line, 8)) == "abcdef  "
    assert [text_of(each) for each in block([line], 2, 2)] == ["ab", "  "]


def test_a_list_shows_what_is_around_the_cursor() -> None:
    listing = Listing("t", "Types", lambda _: [], ["a"] * 30)
    assert [listing._replace(at=at).top(30, 10) for at in (0, 5, 6, 29)] == [0, 0, 1, 20]
    assert listing._replace(values=(), at=3).top(30, 10) == 3


def test_what_is_cut_says_how_much_is_left_and_ends_at_no_colon() -> None:
    lines = [[Run(text)] for text in ("a", "b:", "c", "d")]
    assert cut(lines, 4, "more") == lines
    assert [text_of(line) for line in cut(lines, 3, "more")] == ["a", "3 more"]
    assert [text_of(line) for line in cut(lines, 1, "more")] == ["4 more"]


@pytest.mark.parametrize("glyphs", [FINE, PLAIN_SIGNS])
def test_keys_and_signs_are_told_on_eighty_cells(glyphs: Glyphs) -> None:
    lines = [text_of(line) for line in listings.keys(glyphs).draw(80)]
    assert max(map(cells_of, lines)) <= 80
    told = {line.split()[0]: line for line in lines if line.strip()}
    assert told[glyphs.change].endswith("a state that this event changes")
    assert told["?"].endswith("a date in doubt; after a state, perhaps")
    assert told[glyphs.earlier].endswith("at the foot: began earlier")
    assert {glyphs.dotted, glyphs.inexact * 2, glyphs.in_force * 2} < {*told}


def test_what_there_is_no_room_for_is_told(
    desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [{"date": f"199{n}", "status": {f"Subject {n}": "open"}} for n in range(9)]
    here = explored(monkeypatch, events_in(tmp_path, *events))
    latest = Desk(here).press("G").screen[13:19]
    *_, first, last = [line.partition(" │ ")[2].split() for line in latest]
    assert first[:2] == ["Subject", "5"]
    assert last == ["5", "more", "·", "s", "lists", "all"]
    assert "more" not in Desk(here, size=(140, 40)).press("G").text
    assert "more lines · Enter shows all" in desk(size=(80, 18)).text
    assert "more lines . Page Down" in desk(size=(80, 14), look=PLAIN).press("?").text


def test_states_that_concern_the_event_come_first(desk: Open) -> None:
    listed = desk("").press("d", *"2010", "enter", "s")
    assert [line[2:12].split()[0] for line in listed.screen[3:7]] == [
        "Bridge",
        "Pact",
        "Embassy",
        "Border",
    ]
    letter = desk("").press("d", *"2010", "enter", "g", "j", "j", "s")
    assert letter.title == "A letter arrives"
    assert letter.screen[4].startswith("  Border")


def test_a_day_beyond_what_is_known_is_told_of(desk: Open) -> None:
    note = "the events are known up to 31 Dec 2020"
    later = desk().press("d", *"2021", "enter")
    assert note in later.text
    assert f"State of relations on 31 Dec 2021; {note}" in later.press("s").screen[2]
    assert note not in desk().press("d", *"2020", "enter").text


def test_a_view_without_known_days_has_no_foot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = explored(monkeypatch, events_in(tmp_path, {"date": "/.."}))
    bare = View(here.answers.ask(""), here.answers.names)
    assert bare.scale(10) is None
    assert bare.row_on(date(2000, 1, 1).toordinal()) == 0


def test_headings_are_those_that_are_asked_for(desk: Open) -> None:
    assert desk("norway sort title").screen[2].split()[3:6] == ["A", "letter", "arrives"]
    assert desk("norway group-by type").screen[2].startswith("Mission ──")
    assert "of 8 events" in desk("norway sort title limit 3").screen[0]


def test_rows_under_a_country_name_the_others_alone(desk: Open) -> None:
    screen = desk("group-by country", size=(80, 40)).screen
    rows = [line.rstrip(" █") for line in screen if " │ Talks begin " in line]
    assert [row.split()[4:] for row in rows] == [["begin", "SWE"], ["begin", "NOR"]]


def test_the_number_of_what_stands_beside_the_story_is_with_its_heading(desk: Open) -> None:
    screen = desk("since 2021").press("G").screen
    assert any(line.startswith("Under way before 2021: 1 ──") for line in screen)


def test_days_of_a_window_bound_the_foot(history: Explored) -> None:
    view = View(history.answers.ask("norway since 1995 until 2004"), history.answers.names)
    scale = view.scale(10)
    assert scale is not None
    assert date.fromordinal(scale.first) == date(2000, 2, 29)
    loads = view.loads(scale)
    assert loads[0].total == 2
    assert loads[0].hue == "first"
