"""Moving about: what keys, typed lines and clicks do."""

import re
from datetime import date
from pathlib import Path

import pytest

from diplo.cli.query.exploring import Explored
from diplo.explore.painting.screen import KEYS
from tests.conftest import Run
from tests.explore.conftest import Open
from tests.explore.desks import Desk, events_in, explored

ROWS = [
    "An embassy opens in Oslo",
    "Talks begin",
    "A letter arrives",
    "The embassy closes",
    "A note is handed over",
    "Denmark and Norway sign a pact",
    "A visit takes place",
    "The two are neighbours",
]


def day(desk: Desk) -> str:
    return date.fromordinal(desk.browser.place.day).isoformat()


def test_rows_stand_in_the_order_of_the_table(desk: Open) -> None:
    assert desk().titles == ROWS


@pytest.mark.parametrize(
    ("keys", "row", "on"),
    [
        ((), 0, "1990-05-02"),
        (("j",), 1, "1990-06-30"),
        (("down", "down"), 2, "1990-07-31"),
        (("j", "j", "k"), 1, "1990-06-30"),
        (("k", "up"), 0, "1990-05-02"),
        (("G",), 7, "2020-12-31"),
        (("end", "g"), 0, "1990-05-02"),
        (("end", "home"), 0, "1990-05-02"),
        (("pagedown",), 7, "2020-12-31"),
        ((" ", "pageup"), 0, "1990-05-02"),
        (("ctrl+f", "ctrl+b"), 0, "1990-05-02"),
        (("n",), 3, "2000-02-29"),
        (("n", "n"), 5, "2005-12-31"),
        (("n", "n", "n", "n"), 7, "2020-12-31"),
        (("G", "p"), 5, "2005-12-31"),
        (("G", "N", "p"), 3, "2000-02-29"),
        (("p",), 0, "1990-05-02"),
        (("]",), 2, "1991-05-02"),
        (("right", "l"), 2, "1992-05-02"),
        (("n", "["), 2, "1999-02-28"),
        (("n", "left", "h"), 2, "1998-02-28"),
        (("d", *"29 February 2000", "enter"), 3, "2000-02-29"),
        (("d", *"March 2000", "enter"), 4, "2000-03-31"),
        (("d", *"1900", "enter"), 0, "1900-12-31"),
    ],
)
def test_keys_move_the_cursor_and_its_day(
    desk: Open, keys: tuple[str, ...], row: int, on: str
) -> None:
    pressed = desk().press(*keys)
    assert (pressed.browser.place.row, day(pressed)) == (row, on)


def test_what_is_dated_to_a_day_comes_before_what_may_have_been_on_it(desk: Open) -> None:
    every = desk("").press("d", *"2000-02-29", "enter")
    assert "A plan is made" in every.titles[3]
    assert every.title == "The embassy closes"


def test_years_stop_at_the_ends_of_the_calendar(desk: Open) -> None:
    there = desk().press("d", *"9999-12-31", "enter", "]")
    assert day(there) == "9999-12-31"
    assert day(there.press("d", *"0001-01-01", "enter", "[")) == "0001-01-01"


def test_the_states_are_those_of_the_day_the_changed_one_first(desk: Open) -> None:
    def states(desk: Desk) -> list[str]:
        return [line.partition(" │ ")[2].strip() for line in desk.screen[-11:-5]]

    first = desk()
    assert states(first)[0] == "State of relations on 2 May 1990"
    assert states(first)[1].split() == ["◆", "Embassy", "in", "Oslo", "open"]
    at_pact = first.press("n", "n")
    assert [line.split()[-1] for line in states(at_pact)[1:3]] == ["force", "closed"]
    assert states(at_pact)[1].startswith("◆ Pact")
    a_year_before = first.press("g", "d", *"2004-12-31", "enter")
    assert states(a_year_before)[0] == "State of relations on 31 Dec 2004"
    assert states(a_year_before)[1].split()[-2:] == ["Oslo", "closed"]


def test_what_has_no_known_start_is_not_among_the_states_unless_the_event_is_about_it(
    desk: Open,
) -> None:
    def states(desk: Desk) -> list[str]:
        return [line.partition(" │ ")[2].strip() for line in desk.screen[14:17]]

    assert states(desk().press("d", *"1980", "enter"))[1:] == ["2 more · s lists all", ""]
    untold = desk().press("G")
    assert untold.title == "The two are neighbours"
    assert [line.split()[-1] for line in states(untold)] == ["open", "closed", "force"]
    listed = desk().press("d", *"1980", "enter", "s").screen[3:6]
    assert [line.split()[-1] for line in listed] == ["then", "told", "then"]


def test_a_change_beyond_the_last_is_told_of(desk: Open) -> None:
    assert "no later event here changes a state" in desk().press("G", "n").text
    assert "no earlier event here changes a state" in desk().press("p").text
    assert "no earlier" not in desk().press("p", "j").text


@pytest.mark.parametrize("key", ["z", "f7"])
def test_another_key_leads_to_the_list_of_keys(desk: Open, key: str) -> None:
    assert f"{key} does nothing here; ? lists the keys" in desk().press(key).text


def test_keys_that_end(desk: Open) -> None:
    assert desk().press("q").left == 0
    assert desk().press("ctrl+q").left == 0
    assert desk().press("ctrl+c").left == 130
    assert desk().press("/", "ctrl+c").left == 130
    assert desk().press("t", "q").left is None


# --- Lists


def test_types_to_choose_from_and_back(desk: Open) -> None:
    listed = desk().press("t")
    every = listed.screen[3:6]
    assert [line.split() for line in every] == [
        ["Mission", "2", "mission"],
        ["Treaty", "2", "treaty"],
        ["Mission", "closed", "1", "mission.closed"],
    ]
    assert "all types" not in listed.text
    chosen = listed.press("enter")
    assert chosen.titles == [ROWS[0], ROWS[3]]
    assert chosen.view.question.line == "norway type mission"
    again = chosen.press("t")
    assert again.screen[3].startswith("all types")
    assert again.screen[4:7] == every
    assert again.press("enter").titles == ROWS
    assert again.press("escape").titles == [ROWS[0], ROWS[3]]
    assert again.press("backspace").titles == ROWS
    assert "this is the first view; q quits" in again.press("u").text
    other = again.press("t", "enter", "t", "j", "j", "enter")
    assert other.view.question.line == "norway type treaty"


def test_countries_to_choose_from(desk: Open) -> None:
    listed = desk().press("c", "G")
    assert [line.split()[-1] for line in listed.screen[3:6]] == ["countries", "SWE", "DNK"]
    chosen = listed.press("enter")
    assert chosen.view.question.line == "norway denmark"
    assert len(chosen.titles) == 3
    assert len(chosen.press("c", "enter").titles) == 10
    assert "all countries" not in chosen.press("c").text


def test_where_there_is_nothing_to_choose_from(desk: Open) -> None:
    alone = desk("norway search talks")
    assert "there is nothing to choose from here" in alone.press("t").text


def test_lists_are_moved_over_and_closed(desk: Open) -> None:
    listed = desk().press("t", "G", "pageup", "pagedown", " ", "b", "g", "k", "down", "up")
    assert listed.press("enter").view.question.line == "norway type mission"
    for keys in (("t", "t"), ("t", "q"), ("s", "s"), ("?", "enter"), ("enter", "enter")):
        assert "Esc back" not in desk().press(*keys).text
    assert desk().press("t", "c").screen[2].startswith("Countries")
    assert desk().press("t", "z").screen[2].startswith("Types")
    assert desk().press("?", "/").screen[-2].startswith("/ norway")


def test_all_states_follow_the_day(desk: Open) -> None:
    listed = desk().press("s")
    assert listed.screen[2].startswith("State of relations on 2 May 1990")
    assert listed.press("n").screen[2].startswith("State of relations on 29 Feb 2000")
    assert listed.press("]").screen[2].startswith("State of relations on 28 Feb 2001")
    typing = listed.press("d")
    assert typing.screen[-2].startswith("Day:")
    assert typing.screen[2].startswith("State of relations on 28 Feb 2001")
    there = typing.type("2005").press("enter")
    assert there.screen[2].startswith("State of relations on 31 Dec 2005")
    there.browser.drag(26)
    assert there.screen[2].startswith("State of relations on 2 May 1990")


def test_a_state_leads_to_its_event(desk: Open) -> None:
    listed = desk().press("n", "s")
    assert listed.screen[-1].startswith("j k move  Enter to its event  y cite  Y command")
    assert listed.screen[3].split()[-4:] == ["closed", "29", "Feb", "2000"]
    assert "the event shut names no source" in listed.press("y").text
    assert listed.press("j", "enter").title == "The two are neighbours"
    assert "State of relations" not in listed.screen[2]
    last = listed.press("g", "s", "G")
    assert last.screen[5].split() == ["Pact", "not", "stated", "by", "then"]
    for key in ("enter", "y"):
        assert "nothing is stated by then, so there is no event behind it" in last.press(key).text
    assert last.press("g", "y").copied[-1].startswith("The book, page 1 [An embassy")
    assert "e exports events; Y copies" in last.press("e").text
    elsewhere = desk("norway until 1995").press("s").press("d").type("2005").press("enter", "enter")
    assert "Denmark and Norway sign a pact: this event is not among those" in elsewhere.text


@pytest.mark.parametrize("on", ["1980", "2001", "2020-12-31"])
def test_the_command_prints_the_same_states(desk: Open, shell: Run, on: str) -> None:
    listed = desk("norway sweden").press("d").type(on).press("enter", "s", "Y")
    (copied,) = listed.copied
    said = r"diplo status norway sweden --all --events history.yaml --on \d{4}-\d\d-\d\d"
    assert re.fullmatch(said, copied)
    printed = shell(f"{copied} --format table").out
    first = listed.browser.layout.first + 1
    rows = sorted(" ".join(line.lstrip("◆ ").split()) for line in listed.screen[first : first + 2])
    printed_rows = sorted(" ".join(line.split()) for line in printed.splitlines())
    assert all(any(line.startswith(row) for line in printed_rows) for row in rows), printed
    assert [row.split()[0] for row in rows] == ["Border", "Embassy"]


def test_how_files_are_read_stands_in_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    here = explored(monkeypatch)
    here._files = here._files._replace(events=["a b.csv"], dates="day-first")  # noqa: SLF001
    command = "diplo timeline norway --all --events 'a b.csv' --dates day-first"
    assert here.answers.ask("norway").command == command


def test_a_key_that_does_nothing_in_a_list_says_so(desk: Open) -> None:
    for opens in ("t", "c", "s", "?", "enter"):
        said = desk().press(opens, "z").screen[-1]
        assert said.startswith("z does nothing here; Esc goes back, and then ? lists the keys")
    assert desk().press("enter", "y").copied
    assert "does nothing here" in desk().press("?", "y").text


def test_counts_to_choose_by_are_those_of_the_title(desk: Open) -> None:
    for key in ("t", "c"):
        for line in ("", "norway", "norway since 1995", "norway sort title limit 2"):
            listed = desk(line).press(key)
            for row in listed.screen[3 : 3 + len(listed.browser.layout.head) + 2]:
                words = row.split()
                if len(words) < 2 or not words[-2].isdigit():
                    continue
                asked = f"{line} type {words[-1]}" if key == "t" else f"{words[-1]} {line}"
                count = desk(asked).view.story.counts.split(" ·")[0]
                last = count.removeprefix("2 of ").removeprefix("1 of ").removeprefix("all ")
                assert last.split()[0] in (words[-2], "nothing"), (asked, count, row)


def test_the_event_in_full_and_the_keys(desk: Open) -> None:
    full = desk(size=(80, 12)).press("enter")
    assert full.screen[2].startswith("In full")
    assert "It is a small one." in full.text
    assert "page 1" in full.press("G").text
    keys = desk(size=(100, 40)).press("?").text
    for sign in "◆◇○┊━─╌":
        assert f"{sign}  " in keys or f"{sign * 2}  " in keys
    for key, _ in KEYS:
        assert "?" in key or set(key.split()) <= set(keys.split())


# --- Typing


def test_a_line_is_answered_as_it_is_typed_and_kept_or_not(desk: Open) -> None:
    typing = desk().press("/").type("since 2000")
    assert typing.pending
    assert typing.titles == ROWS
    typing.settle()
    assert typing.titles[:2] == ROWS[3:5]
    assert typing.screen[-2:] == [
        "/ norway since 2000".ljust(80),
        "3 events · 1 under way · 1 may belong".ljust(80),
    ]
    assert typing.press("escape").titles == ROWS
    kept = desk().press("/").type("since 2000").press("enter")
    assert kept.view.question.line == "norway since 2000"
    assert kept.press("escape").titles == ROWS


def test_what_is_answered_too_late_is_not_shown(desk: Open) -> None:
    typing = desk().press("/").type("since 2000")
    late = typing.pending[-1]
    view = typing.browser.answered(late)
    typing.press("escape")
    typing.browser.answer(late, view)
    assert typing.titles == ROWS


def test_an_error_stands_under_the_line(desk: Open) -> None:
    typing = desk().press("/", "ctrl+u").type("norwey").press("enter")
    assert "no country is named 'norwey'; did you mean 'norway'?" in typing.text
    assert typing.screen[-2].startswith("/ norwey")
    typing.press("backspace", "backspace", "a", "y", "enter")
    assert typing.titles == ROWS


def test_enter_before_the_answer_and_after_an_error(desk: Open) -> None:
    typing = desk().press("/", "ctrl+u").type("sweden")
    typing.settle()
    assert typing.press("home", "right").screen[-2].startswith("/ sweden")
    assert not typing.pending
    assert typing.press("enter").view.question.line == "sweden"


def test_tab_completes(desk: Open) -> None:
    typing = desk().press("/").type("type mis").press("tab")
    assert typing.screen[-2].startswith("/ norway type mission ")
    assert typing.screen[-1].startswith("mission  mission.closed")
    assert typing.pending[-1] == "norway type mission"
    several = desk().press("/", "ctrl+u").type("norway,swe").press("tab")
    assert several.screen[-2].startswith("/ norway,sweden ")
    pending = len(typing.pending)
    assert len(typing.press("tab").pending) == pending
    assert "Day:" in desk().press("d", "tab").text


def test_what_a_half_word_may_become_is_listed_without_an_error(desk: Open) -> None:
    typing = desk().press("/").type("emi")
    typing.settle()
    assert typing.screen[-1].startswith("Tab: emile")
    typing.type("l").settle()
    assert typing.screen[-1].startswith("Tab: emile")
    typing.press("ctrl+w").type("until").settle()
    assert "until needs a value: until DATE" in typing.text
    typing.press("ctrl+u").type("s").press("tab")
    assert typing.screen[-1].startswith("sweden  search  since  sort")
    typing.settle()
    assert typing.screen[-1].startswith("sweden  search  since  sort")


def test_letters_of_a_name_are_not_read_as_a_code(desk: Open) -> None:
    typing = desk().press("/").type("fi")
    assert typing.screen[-1].strip() == ""
    assert typing.type("n").pending == ["norway f"]
    typing.settle()
    assert typing.view.question.line == "norway"
    typing.type(" ").settle()
    assert typing.screen[0].startswith("Norway and Finland")
    assert desk().press("/").type("swe").screen[-1].startswith("Tab: sweden")
    assert desk().press("/").type("swe").press("enter").view.question.line == "norway swe"
    assert desk().press("/").type("xswe").press("left", "left", "left").press("backspace").pending


def test_an_error_brings_back_the_view_that_was_before(desk: Open) -> None:
    typing = desk().press("/").type("since 2000")
    typing.settle()
    assert typing.titles != ROWS
    typing.type(" qqqq").settle()
    assert "no country is named 'qqqq'" in typing.text
    assert typing.titles == ROWS


@pytest.mark.parametrize("line", ["29 February 2000", "norway 2000-02-29"])
def test_a_line_that_is_a_date_goes_to_that_day(desk: Open, line: str) -> None:
    typing = desk().press("/", "ctrl+u").type(line)
    typing.settle()
    assert typing.screen[-1].startswith("Enter goes to 29 Feb 2000")
    there = typing.press("enter")
    assert (there.title, day(there)) == ("The embassy closes", "2000-02-29")
    assert there.titles == ROWS
    assert "this is the first view" in there.press("escape").text


def test_a_date_behind_another_question_is_a_day_of_its_events(desk: Open) -> None:
    typing = desk().press("/", "ctrl+u").type("sweden")
    typing.settle()
    there = typing.type(" 2000-02-29").press("enter")
    assert (there.view.question.line, day(there)) == ("sweden", "2000-02-29")
    assert there.press("escape").view.question.line == "norway"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("bridge", "'bridge'; search bridge finds 1 event"),
        ("qqq", "; search TEXT and actor NAME look for other words"),
        ("emile-x", "search TEXT and actor NAME look for other words"),
        ("norwey", "'norwey'; did you mean 'norway'?"),
        ("note-is", '; search "note is" finds 1 event'),
        ("-z", "'-z' is not understood here"),
        ('"x -zz"', "no country is named 'x -zz'"),
        ("type", "type needs a value: type TYPE,..."),
        ("type type", "type needs a value: type TYPE,..."),
        ("type since 2000", "type needs a value: type TYPE,..."),
        ("since soon", "since: 'soon' is not a date"),
        (
            "year 2000 until 2001",
            "give year once, and not with since or until; a range is year A..B",
        ),
        ("limit x", "limit takes a whole number"),
        ("type qqq", "no type is named 'qqq'; Tab lists them"),
        ('search "--x"', ""),
    ],
)
def test_an_error_speaks_of_what_to_type_here(desk: Open, line: str, says: str) -> None:
    said = desk().press("/", "ctrl+u").type(line).press("enter").text.replace("\n", " ")
    assert says in " ".join(said.split())
    assert not re.search("diplo|--[a-z]{2}| -q", said)


def test_pasting_is_typing(desk: Open) -> None:
    typing = desk().press("/", "ctrl+u")
    typing.browser.paste("sweden\ndenmark")
    assert typing.press("enter").view.question.line == "sweden denmark"
    typing.browser.paste("lost")
    assert "lost" not in typing.text


def test_keys_that_type_nothing(desk: Open) -> None:
    typing = desk().press("/").press("f5", "pageup")
    typing.browser.press("x", None)
    assert typing.screen[-2].startswith("/ norway  ")


def test_a_day_that_is_none(desk: Open) -> None:
    typing = desk().press("d").type("soon").press("enter")
    assert "the day: 'soon'" in typing.text.replace("\n", " ")
    assert typing.press("escape").screen[-1].startswith("/ find")


def test_a_choice_that_fails_is_told_of(history: Explored) -> None:
    failing = history.answers._replace(narrow=lambda *_: "qqq")
    desk = Desk(history, "norway", answers=failing).press("t", "enter")
    assert "no country is named 'qqq'" in desk.text
    assert desk.titles == ROWS


def test_a_day_that_is_typed_while_a_choice_is_answered(desk: Open) -> None:
    typing = desk().press("t")
    typing.is_slow = True
    typing.press("enter", "d").settle()
    assert typing.screen[-2].startswith("Day:")
    assert typing.view.question.line == "norway type mission"


# --- Copying and exporting


def test_a_citation_is_copied_and_shown(desk: Open) -> None:
    copied = desk().press("y")
    said = "The book, page 1 [An embassy opens in Oslo, 2 May 1990]."
    assert copied.copied == [said]
    assert copied.screen[-1].rstrip() == said
    assert said not in copied.press("j").text
    assert "the event talk names no source" in copied.press("y").text


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("norway", "diplo timeline norway --all --events history.yaml"),
        ("", "diplo timeline --all --events history.yaml"),
        (
            "norway since 2000 type mission,treaty",
            "diplo timeline norway --since 2000 --type mission,treaty --events history.yaml",
        ),
        (
            'search "a note" reverse limit 1',
            "diplo timeline --search 'a note' --reverse --limit 1 --events history.yaml",
        ),
        ("norway limit 8", "diplo timeline norway --limit 8 --events history.yaml"),
        ("norway group-by type", "diplo timeline norway --group-by type --events history.yaml"),
    ],
)
def test_the_command_prints_the_same_events(
    desk: Open, shell: Run, line: str, command: str
) -> None:
    copied = desk(line).press("Y")
    assert copied.copied == [command]
    shown = "".join(line.strip() for line in copied.screen)
    assert command.replace(" ", "") in shown.replace(" ", "")
    printed = shell(f"{command} -c id")
    assert (printed.status, printed.err) == (0, "")
    ids = [match.event.id for match in copied.view.matches]
    assert sorted(set(printed.out.split())) == sorted(set(ids))
    if "group-by" not in line:
        assert printed.out.split() == ids


def test_events_are_exported_by_the_ending(desk: Open, tmp_path: Path, run: Run) -> None:
    typing = desk("norway since 2000").press("e").type("out.csv").press("enter")
    assert "Wrote out.csv" in typing.text
    written = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert (
        run("timeline", "norway", "-s", "2000", "-f", "csv", "--events", "history.yaml").out
        == written
    )


def test_a_file_is_replaced_only_where_that_is_meant(desk: Open, tmp_path: Path) -> None:
    (tmp_path / "out.html").write_text("mine")
    typing = desk().press("e").type("out.html").press("enter")
    assert "out.html is there already; Enter replaces it" in typing.text
    assert (tmp_path / "out.html").read_text() == "mine"
    typing.press("enter")
    assert "<html" in (tmp_path / "out.html").read_text()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("-", "name a file, such as story.html"),
        ("/dev/null", "name a file, such as story.html"),
        ("", "name a file, such as story.html"),
        ("out.odd", "no format has the ending '.odd'; these do: .json, .jsonl, .csv"),
        ("no/such.csv", "no/such.csv cannot be written"),
    ],
)
def test_what_cannot_be_exported(desk: Open, name: str, says: str) -> None:
    typing = desk().press("e").type(name).press("enter")
    assert says in typing.text
    assert typing.press("escape").titles == ROWS


# --- The mouse


def test_a_click_goes_to_an_event(desk: Open) -> None:
    clicked = desk()
    line = next(n for n, text in enumerate(clicked.screen) if ROWS[3] in text)
    clicked.browser.click(20, line)
    assert clicked.title == ROWS[3]
    for x, y in ((20, 2), (20, 13), (20, 0), (20, 99), (20, 16)):
        clicked.browser.click(x, y)
        assert clicked.title == ROWS[3]
    wide = desk(size=(140, 40))
    wide.browser.click(130, 5)
    assert wide.title == ROWS[0]
    wide.browser.click(20, 30)
    assert wide.title == ROWS[0]


def test_a_click_on_the_foot_goes_to_a_day(desk: Open) -> None:
    clicked = desk()
    place = clicked.browser.layout.foot_first
    assert clicked.browser.on_foot(place)
    assert not clicked.browser.on_foot(place - 1)
    clicked.browser.click(79, place)
    assert day(clicked)[:4] == "2006"
    clicked.browser.drag(26)
    assert day(clicked) == "1990-05-02"
    for beyond in (3, 80):
        clicked.browser.drag(beyond)
        assert day(clicked) == "1990-05-02"


def test_a_click_chooses_from_a_list_but_does_not_disturb_typing(desk: Open) -> None:
    listed = desk().press("t")
    listed.browser.click(5, 2)
    listed.browser.click(5, 9)
    assert listed.screen[2].startswith("Types")
    listed.browser.click(5, 4)
    assert listed.view.question.line == "norway type treaty"
    typing = desk().press("/")
    typing.browser.click(5, 5)
    assert typing.title == ROWS[0]
    before = day(typing)
    typing.browser.drag(79)
    assert day(typing) == before
    reading = desk().press("s")
    reading.browser.click(5, 9)
    assert reading.screen[2].startswith("State")
    reading.browser.click(5, 3)
    assert reading.title == ROWS[0]


def test_the_wheel_scrolls_and_a_key_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [{"date": str(1900 + n), "title": f"Event {n}"} for n in range(100)]
    scrolled = Desk(explored(monkeypatch, events_in(tmp_path, *events)))
    for lines, shown in ((50, "Event 46 "), (-99, "Event 0 "), (999, "Event 99 ")):
        scrolled.browser.scroll(lines)
        assert shown in "".join(scrolled.screen[2:13])
    assert "Event 1 " in "".join(scrolled.press("j").screen[2:13])
    scrolled.press("/").browser.scroll(50)
    assert "Event 1 " in "".join(scrolled.screen[2:13])
    listed = scrolled.press("escape", "?")
    listed.browser.scroll(3)
    listed.browser.scroll(-3)
    assert listed.screen[2].startswith("Keys")


# --- What there is none of


def test_nothing_matches(desk: Open) -> None:
    empty = desk("norway since 2012 until 2013 type treaty")
    assert empty.titles == []
    assert "Nearest: 2005 Denmark and Norway sign a pact" in empty.text
    for key in "jkGgnpy]":
        empty.press(key)
    assert "Copied" not in empty.press("enter", "y").text
    assert empty.press("/", "ctrl+u").type("norway").press("enter").titles == ROWS
    none = desk("norway type treaty search qqq")
    assert none.screen[1].startswith("Nothing matches; / finds something else")
    filled = none.press("/").type("x").press("enter", "escape")
    assert filled.titles == []


def test_notes_are_told_at_the_start_and_of_a_line(desk: Open) -> None:
    assert "emile is an actor here: 1 event" in desk("émile").text
    assert "no event concerns Iceland (ISL)" in desk("iceland").text
    typing = desk().press("/", "ctrl+u").type("bergen")
    typing.settle()
    assert "bergen is a place here" in typing.screen[-1]


def test_a_larger_screen_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [{"date": str(1900 + n), "title": f"Event {n}"} for n in range(30)]
    small = Desk(explored(monkeypatch, events_in(tmp_path, *events)), size=(80, 16))
    for away in ("G", ""):
        if not away:
            small.browser.resize(80, 16)
            small.browser.scroll(99)
        assert "Event 29 " in small.press(*away).text
        small.browser.resize(80, 60)
        assert "Event 0 " in small.text


def test_events_without_any_day_or_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = Desk(explored(monkeypatch, events_in(tmp_path, {"date": "/..", "title": "Bare"})))
    assert bare.title == "Bare"
    assert day(bare) == "2025-12-31"
    assert "State of relations" not in bare.text
    bare.browser.click(40, 22)
    bare.browser.drag(40)
    assert day(bare.press("]")) == "2026-12-31"
    assert "Start not told" in bare.text
