"""Tables for people: never wider than the terminal, never losing text, aligned in any script."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from diplo import reading
from diplo.history.selection import Query
from diplo.model.dates import Window
from diplo.reports import Report
from diplo.reports.card import Cards
from diplo.reports.report import SENTENCES
from diplo.reports.story import Story, StoryOptions
from tests.conftest import ONE_EVENT, cards_of, report_of, timeline_of, written

Write = Callable[..., Path]
Make = Callable[[Path], Report]

ESCAPE = re.compile("\x1b\\[[0-9;]*m")
YEARS = Query(window=Window(730_000, 738_000, "from 1999 to 2021", "1999"))

HOSTILE = {
    "wide characters": "外交关系 条约 日本国大使館が東京に開設された ｆｕｌｌ 한국과 노르웨이",
    "combining marks": "e\u0301te\u0301 " * 5 + "n\u0303" * 60 + " क्षत्रिय ไทยภาษา กำลัง e\u0301",
    "long words": f"{'x' * 19} {'y' * 20} {'z' * 21} {'w' * 88} {'v' * 301} end",
    "wide long words": f"{'条' * 9} {'约' * 10} {'大' * 11} a{'使' * 160} end",
    "markup": "[bold]x[/bold] [/] [link=http://x]y[/link] :smile: {braces} {0} %s \\[ ]",
    "signs": "a – b · c ─ d £ “e” ?",
    "flags and emoji": "🇳🇴 visits 🇸🇪 with ✈️ and 1️⃣ ☎️ 👍🏽 end",
}


def hostile(text: str) -> str:
    """Return a JSON file with events that have a text in every field."""
    many = [a + b + c for a in "QX" for b in "ABC" for c in "ABC"]
    fields = {
        "title": text,
        "summary": f"{text}!",
        "place": text,
        "note": text,
        "actors": [text, "b"],
    }
    sources = [{"source": "s", "locator": text, "title": text}]
    events = [
        {"id": "a" * 80, "date": "196X", "countries": ["NOR"], **fields, "sources": sources},
        {"id": "b", "date": "[2001-01-02..2022-12-31]", "countries": many, "type": "t.u", **fields},
        {"id": "c", "date": "2021-08-30~/2022-12-31?", "countries": ["NOR"], "title": "T"},
        {"id": "d", "date": "2021", "type": "t" * 60, "countries": ["NOR"], **fields},
        {"id": "e", "date": "[1999..]", "countries": ["NOR"], "title": "T", "status": {text: text}},
    ]
    return json.dumps(events)


def by_country(path: Path) -> Report:
    return timeline_of(path, options=StoryOptions("country"))


def listed(path: Path) -> Report:
    return timeline_of(path, YEARS, StoryOptions(listed=True, long=True))


def with_all_columns(path: Path) -> Report:
    report = timeline_of(path)
    return report.only([column.key for column in report.columns])


MAKERS = (timeline_of, by_country, listed, with_all_columns, cards_of)


def texts_of(report: Report) -> Iterator[str]:
    """Yield what must be there whatever the width."""
    screen = report.shown
    if isinstance(screen, Cards):
        for card in screen.cards:
            yield from (card.title, *card.about, card.summary, card.id, *card.codes)
            yield from (label for label, _ in card.facts)
            yield from (said.words for _, told in card.facts for said in told)
            yield from (f"{entry.when} {entry.event.title}" for entry in card.neighbours)
        return
    if screen is None:
        yield from (column.text(row) for column in report.table for row in report.rows)
        return
    assert isinstance(screen, Story)
    asides = screen.asides if screen.listed else ()
    yield from (f"{s.heading}: {len(s.rows)} {s.remark}" for s in asides)
    for section in (*screen.sections, *asides):
        yield section.heading if section in screen.sections else ""
        for row in section.rows:
            if report.chosen:
                yield from (column.text(row) for column in report.table)
            else:
                yield from (row.when, row.event.title)
                yield from ((row.event.summary or "", *row.sources) if screen.long else ())
    if not report.chosen:
        yield from (screen.title, screen.counts)


def words_of(report: Report) -> Counter[str]:
    return Counter(word for text in texts_of(report) for word in text.split())


def lost(words: Counter[str], text: str, width: int) -> list[str]:
    """Return the words that a table does not hold (in pieces, if they are longer)."""
    shown, together = Counter(text.split()), "".join(text.split())
    return [
        word
        for word, count in words.items()
        if (shown[word] < count if cell_len(word) <= width else together.count(word) < count)
    ]


def without_axis(text: str) -> str:
    """Return a table without what runs down the page, which parts the pieces of long words."""
    return re.sub("(?m)^ *[│┊] ", " ", text)


def too_wide(text: str, width: int) -> list[str]:
    return [line for line in text.splitlines() if cell_len(line) > width]


def widths() -> list[int]:
    """Return some narrow widths and some others, which are not the same for each test and run."""
    narrow, others = random.sample(range(21, 45), 12), random.sample(range(45, 301), 9)
    return sorted({20, *narrow, *others})


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("what", HOSTILE)
def test_at_any_width_hostile_text_fits_and_none_is_lost(
    write: Write, what: str, make: Make
) -> None:
    report = make(write("e.json", hostile(HOSTILE[what])))
    words = words_of(report)
    for width in widths():
        text = written("table", report, width)
        assert (width, too_wide(text, width)) == (width, [])
        assert (width, lost(words, without_axis(text), min(width, 76) - 24)) == (width, [])


@pytest.mark.parametrize("make", MAKERS)
def test_at_any_width_the_bundled_events_fit_and_no_word_is_lost(make: Make) -> None:
    report = make(Path(reading.bundled()))
    words = words_of(report)
    for width in widths():
        text = written("table", report, width)
        assert (width, too_wide(text, width)) == (width, [])
        assert (width, lost(words, text, width)) == (width, [])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("what", HOSTILE)
def test_in_any_encoding_lines_fit(write: Write, what: str, encoding: str) -> None:
    report = timeline_of(write("e.json", hostile(HOSTILE[what])))
    for width in (20, 33, 60, 80, 120):
        text = written("table", report, width, encoding=encoding)
        text.encode(encoding)
        assert (width, too_wide(text, width)) == (width, [])


@given(
    texts=st.lists(
        st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1), min_size=1
    ),
    width=st.integers(20, 300),
)
def test_any_text_fits_and_none_is_lost(texts: list[str], width: int) -> None:
    report = report_of([{"a": " ".join(texts), "b": texts[0]}], "a", "b")
    wrapped = tuple(column._replace(wraps=24) for column in report.table)
    words = Counter(" ".join([*texts, texts[0]]).split())
    for table in (report, report._replace(table=wrapped)):
        text = written("table", table, width)
        assert too_wide(text, width) == []
        assert lost(words, text, width - 20) == []


# --- The timeline, to the letter


STORY = """\
countries: {NOR: {name: Norway}, PSE: {name: Palestine}}
events:
- {id: takeover, date: 2021-08, title: The capital falls, type: power, countries: [NOR, AFG]}
- id: closed
  date: 2021-08/..
  title: Norway closes its embassy
  type: mission.closed
  countries: [NOR, AFG]
  summary: It stays shut.
  sources: [{source: gazette, locator: page 3}]
  status: {Embassy in Kabul: closed}
- {id: war, date: "[2021-10-07..]", title: War breaks out, countries: [NOR, ISR, PSE]}
- {id: talks, date: "2022-01?", title: Talks are held, countries: [NOR, AFG]}
- {id: envoy, date: "2022?", title: An envoy comes, countries: [NOR, AFG], status: {Envoy: there}}
- {id: relations, date: 1931/.., title: Relations begin, countries: [NOR, AFG]}
- {id: force, date: "[2015..2021]", title: Norway joins a force, countries: [NOR, AFG]}
- {id: alone, date: 2022-03-04, title: A minister resigns, countries: [NOR]}
- {id: office, date: /.., title: Norway keeps an office, countries: [NOR, PSE]}
"""
SINCE = Query(
    countries=(frozenset({"NOR"}),), window=Window(737_791, 3_652_060, "since 2021", "2021")
)


def shown(
    write: Write, width: int, options: StoryOptions | None = None, *, plain: bool = False
) -> str:
    return written("table", timeline_of(write("e.yaml", STORY), SINCE, options), width, plain=plain)


def test_a_timeline_at_80_columns(write: Write) -> None:
    assert (
        shown(write, 80)
        == """\
Norway since 2021                          6 events · 2 under way · 1 may belong
AFG Afghanistan 4   ISR Israel 1   PSE Palestine 1

2021 ──────────┬────────────────────────────────────────────────────────────── 3
           Aug │ The capital falls          AFG
     since Aug ◆ Norway closes its embassy  AFG
7 Oct or later │ War breaks out             ISR PSE
2022 ──────────┼────────────────────────────────────────────────────────────── 3
         2022? ◇ An envoy comes             AFG
          Jan? ○ Talks are held             AFG
         4 Mar │ A minister resigns
Under way before 2021: 2   May belong here: 1 ───────────────── --all lists them

◆ changes a state   ○ date in doubt   ◇ both
"""
    )


def test_a_timeline_that_lists_all_in_ascii_with_summaries(write: Write) -> None:
    assert (
        shown(write, 60, StoryOptions(listed=True, long=True), plain=True)
        == """\
Norway since 2021      6 events . 2 under way . 1 may belong
AFG Afghanistan 4   ISR Israel 1   PSE Palestine 1

2021 ----------+------------------------------------------ 3
           Aug | The capital falls          AFG
     since Aug * Norway closes its embassy  AFG
               | It stays shut.
               | gazette, page 3
7 Oct or later | War breaks out             ISR PSE
2022 ----------+------------------------------------------ 3
         2022? * An envoy comes             AFG
          Jan? ? Talks are held             AFG
         4 Mar | A minister resigns
Under way before 2021: 2 -----------------------------------
    since 1931 : Relations begin            AFG
      not told : Norway keeps an office     PSE
May belong here: 1 --------- not dated closely enough to say
    in 2015-21 ? Norway joins a force       AFG

* changes a state   ? date in doubt
"""
    )


def test_a_timeline_has_types_names_and_ids_where_there_is_room(write: Write) -> None:
    def row(width: int) -> str:
        lines = shown(write, width).splitlines()
        return next(line for line in lines if "closes" in line)

    start = "     since Aug ◆ Norway closes its embassy"
    assert row(59) == f"{start} [AFG]"
    assert row(60) == row(99) == f"{start}  AFG"
    assert row(100) == row(109) == f"{start}  AFG      mission.closed"
    named = f"{start}  Afghanistan        mission.closed"
    assert row(110) == row(129) == named
    assert row(130) == row(300) == f"{named}  closed"


def test_a_long_title_takes_the_room_of_the_id_and_then_of_the_type(write: Write) -> None:
    kind = "a-type-with-a-long-name"
    event = {"id": "i" * 40, "title": "word " * 12, "type": kind, "date": "2021-01-02"}
    path = write("e.json", json.dumps([{**event, "countries": ["NOR"]}]))

    def shows(width: int) -> tuple[bool, bool]:
        text = written("table", timeline_of(path), width)
        return kind in text, event["id"] in text

    assert [shows(width) for width in (90, 120, 135, 200)] == [
        *((False, False), (True, False), (True, False), (True, True))
    ]


def test_on_a_narrow_screen_titles_stand_below_their_dates(write: Write) -> None:
    lines = shown(write, 24).splitlines()
    start = lines.index("◆ since Aug")
    assert lines[start : start + 3] == ["◆ since Aug", "  Norway closes its", "  embassy [AFG]"]


LONG_WORD = """\
- id: long
  date: "[2001-02-03..2001-04-05]"
  title: See https://example.org/documents/2001/01/treaty-of-peace-between-them.pdf
  countries: [ISR, EGY]
  type: war
  summary: Told in https://example.org/documents/2001/01/treaty-of-peace.pdf
- {id: short, date: 2002, title: Short, countries: [ISR, JOR], type: war}
"""
BESIDE = """\
All events                                                              2 events
ISR Israel 2   EGY Egypt 1   JOR Jordan 1

2000s ─────────┬────────────────────────────────────────────────────────────── 2
 between 3 Feb │
and 5 Apr 2001 │ See
               │ https://example.org/documents/2001/01/treaty-of-peace-between-t
               │ hem.pdf [ISR EGY]
"""
SUMMARY = """\
               │ Told in
               │ https://example.org/documents/2001/01/treaty-of-peace.pdf
"""
SHORT = """\
          2002 │ Short                                                   ISR JOR
"""


def test_a_long_word_takes_a_row_but_not_the_columns_of_others(write: Write) -> None:
    def told(width: int, options: StoryOptions | None = None) -> str:
        return written("table", timeline_of(path, options=options), width)

    path = write("e.yaml", LONG_WORD)
    assert told(80) == BESIDE + SHORT
    assert told(80, StoryOptions(long=True)) == BESIDE + SUMMARY + SHORT
    assert told(59).endswith(
        "of-peace-between-them.pdf [ISR EGY]\n          2002 │ Short [ISR JOR]\n"
    )
    path = write("e.yaml", LONG_WORD.replace("treaty", "treaty" * 20))
    rows = [" ".join(row.split()) for row in told(130).splitlines()[-2:]]
    assert rows[0].endswith("them.pdf [ISR EGY] war long")
    assert rows[1] == "2002 │ Short Israel, Jordan war short"


def test_where_titles_stand_below_their_dates_codes_follow_them(write: Write) -> None:
    long_name = f"countries: {{ISR: {{name: {'Republic' * 20}}}}}\nevents:\n"
    path = write("e.yaml", long_name + LONG_WORD)
    assert "\n  Short [ISR JOR]\n" in written("table", timeline_of(path), 110)


def test_the_column_of_dates_is_as_wide_as_most_dates_need(write: Write) -> None:
    def dated(*dates: str) -> int:
        events = [{"date": date, "title": "T", "countries": ["NOR"]} for date in dates]
        text = written("table", timeline_of(write("e.json", json.dumps(events))), 80)
        return text.splitlines()[3].index("┬") - 1

    long = "2021-08-01/2023-11-30"  # 1 Aug 2021 – 30 Nov 2023
    assert dated("2021") == 10
    assert dated(*["2021"] * 14, long) == 10
    assert dated("2021", long, long) == 14


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2001%/2021%", ["c. 2001–21?"]),
        ("2023-10-07~/..", ["since", "c. 7 Oct", "2023"]),
        ("2023-10-17?/..", ["since", "17 Oct", "2023?"]),
        ("[2023-10-07..]", ["7 Oct 2023", "or later"]),
    ],
)
def test_a_day_stays_with_its_month_and_about_with_its_year(
    write: Write, date: str, told: list[str]
) -> None:
    dates = [date, *["2024"] * 20]
    events = [{"date": each, "title": "T", "countries": ["NOR"]} for each in dates]
    report = timeline_of(write("e.json", json.dumps(events)), options=StoryOptions("country"))
    said = re.findall("(?m)^ *(.*?) [│○]", written("table", report, 80))
    assert said[: len(told)] == told


def test_a_day_that_none_is_of_heads_nothing(write: Write) -> None:
    path = write("e.yaml", STORY)
    query = Query(window=Window(711_858, 712_222, "in 1950", "1950"))
    assert (
        written("table", timeline_of(path, query))
        == """\
All events in 1950                          nothing · 1 under way · 1 may belong

Under way: since 1931 Relations begin
May belong here: 1 ──────────────────────────────────────────── --all lists them
"""
    )


def test_many_parties_are_named_as_far_as_there_is_room(write: Write) -> None:
    codes = ["AFG", "ALB", "DZA", "AND", "AGO", "ARG", "ARM", "AUS", "AUT", "AZE", "BHS", "BHR"]
    events = [{"date": "2021", "title": "T", "countries": codes}]
    lines = written("table", timeline_of(write("e.json", json.dumps(events))), 80).splitlines()
    assert lines[1].startswith("AFG Afghanistan 1   ALB Albania 1")
    assert re.search(r"\+[0-9]+ more$", lines[2])
    assert lines[3] == ""


@pytest.mark.parametrize(
    ("options", "headings"),
    [
        (StoryOptions("type"), ["No type", "Power", "Mission"]),
        (StoryOptions("country"), ["Afghanistan", "Israel", "Palestine", "No country"]),
        (StoryOptions("decade"), ["2020s"]),
        (StoryOptions(sort="title"), []),
    ],
)
def test_groups_have_headings_with_counts(
    write: Write, options: StoryOptions, headings: list[str]
) -> None:
    report = timeline_of(write("e.yaml", STORY), SINCE, options)
    lines = written("table", report, 80).splitlines()
    found = [re.match("(.+?) ─+[┬┼]─+ [0-9]+$", line) for line in lines]
    assert [match[1] for match in found if match] == headings


FAMILIES = """
types: {aid: {label: Aid}, aid.suspended: {label: Aid suspended}, aid.relief: {label: Relief}}
events:
- {date: 2021, title: Some aid is given by the one to the other, countries: [NOR], type: aid}
- {date: 2022, title: T, countries: [NOR], type: aid.suspended}
- {date: 2023, title: T, countries: [NOR], type: aid.relief}
"""
UNDECLARED = """
- {date: 2021, title: T, countries: [NOR], type: aid}
- {date: 2022, title: T, countries: [NOR], type: aid.suspended}
- {date: 2023, title: T, countries: [NOR], type: aids.other}
"""


@pytest.mark.parametrize(
    ("text", "width", "said"),
    [
        (FAMILIES, 100, ["", "suspended", "Relief"]),
        (FAMILIES, 99, ["", "", ""]),
        (UNDECLARED, 100, ["", "suspended", "other"]),
    ],
)
def test_under_its_family_the_member_of_an_event_is_told(
    write: Write, text: str, width: int, said: list[str]
) -> None:
    lines = written(
        "table", timeline_of(write("e.yaml", text), options=StoryOptions("type")), width
    )
    rows = [line.partition("NOR")[2].strip() for line in lines.splitlines()[3:] if " │ " in line]
    assert rows == said


def test_titles_give_way_to_the_members_of_families(write: Write) -> None:
    path = write("e.yaml", FAMILIES.replace("Some aid", "Some " + "more " * 14 + "aid"))
    lines = written("table", timeline_of(path, options=StoryOptions("type")), 100).splitlines()
    assert [len(line) for line in lines[4:8]] == [89, 54, 100, 97]


@pytest.mark.parametrize(("label", "rule"), [("T" * 16, " ┬─"), ("T" * 17, " ──")])
def test_dates_make_room_for_the_rules_of_no_long_headings(
    write: Write, label: str, rule: str
) -> None:
    path = write("e.yaml", f"types: {{treaty: {{label: {label}}}}}\nevents:\n{ONE_EVENT}")
    text = written("table", timeline_of(path, options=StoryOptions("type")), 80)
    assert f"\n{label}{rule}" in text


def test_with_chosen_columns_a_timeline_is_a_grid_under_its_headings(write: Write) -> None:
    report = timeline_of(write("e.yaml", STORY), SINCE).only(["date", "id"])
    assert written("table", report, 60).splitlines() == [
        "Norway since 2021      6 events · 2 under way · 1 may belong",
        "",
        "               Date  Id",
        "2021",
        "           Aug 2021  takeover",
        "     since Aug 2021  closed",
        "7 Oct 2021 or later  war",
        "2022",
        "              2022?  envoy",
        "          Jan 2022?  talks",
        "         4 Mar 2022  alone",
        "Under way before 2021: 2  May belong here: 1",
        "--all lists them",
    ]


# --- Grids


def starts(text: str, *words: str) -> list[list[int]]:
    """Return where each word starts, in cells, on each line that holds it."""
    return [
        [cell_len(line[: line.index(word)]) for line in text.splitlines() if word in line]
        for word in words
    ]


def test_columns_are_aligned_whatever_stands_in_them() -> None:
    names = ["plain", "条约条约", "e\u0301e\u0301e\u0301e\u0301", "ｆ", "[b]", "한국", ""]
    rows = [{"a": name, "b": "SECOND", "c": f"{name}third"} for name in names]
    text = written("table", report_of(rows, "a", "b", "c"))
    for found in starts(text, "SECOND"):
        assert len(found) == len(names)
        assert len(set(found)) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_columns_are_aligned_in_poor_encodings(encoding: str) -> None:
    rows = [{"a": name, "b": "SECOND"} for name in ("plain", "Støre", "条约条约")]
    text = written("table", report_of(rows, "a", "b"), encoding=encoding)
    (found,) = starts(text, "SECOND")
    assert len(set(found)) == 1


def test_a_grid_without_rows_is_its_summary() -> None:
    report = report_of([], "a", "b")._replace(summary="no things")
    assert written("table", report) == "no things\n"


def test_the_summary_closes_a_grid() -> None:
    report = report_of([{"a": "b"}], "a")._replace(summary="1 thing")
    assert written("table", report) == "A\nb\n\n1 thing\n"


@pytest.mark.parametrize(
    ("width", "text", "line"),
    [
        (25, "some words", "  some words"),
        (24, "some words", "some words"),
        (26, "x" * 24, f"  {'x' * 24}"),
        (25, "x" * 24, "x" * 24),
    ],
)
def test_what_stands_below_is_indented_where_there_is_room(
    width: int, text: str, line: str
) -> None:
    report = report_of([{"a": "y" * 40, "b": text, "c": "z" * 9}], "a", "b", "c")
    first, second, third = report.table
    report = report._replace(table=(first, second._replace(wraps=SENTENCES), third))
    lines = written("table", report, width).splitlines()
    assert lines[-1] == line
    assert lines[0] == "y" * width


# --- Colours and encodings


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("colours", [16, 256])
def test_colours_change_nothing_but_the_colour(write: Write, make: Make, colours: int) -> None:
    report = make(write("e.yaml", STORY))
    for width in (20, 80, 200):
        coloured = written("table", report, width, colours)
        assert "\x1b[" in coloured
        assert ESCAPE.sub("", coloured) == written("table", report, width)
        assert "\x1b" not in written("table", report, width)
        # No colour runs on into the next line.
        assert all(line.count("\x1b[0m") * 2 == line.count("\x1b") for line in coloured.split("\n"))


def styled(report: Report, width: int, colours: int = 256) -> list[str]:
    """Return the lines of a table in colours, with its styles in words."""
    text = written("table", report, width, colours)
    codes = {"0": "]", "1": "bold[", "2": "dim[", "36": "cyan[", "33": "yellow["}
    for code, word in {**codes, "38;5;32": "blue[", "38;5;166": "orange["}.items():
        text = text.replace(f"\x1b[{code}m", word)
    return text.splitlines()


@pytest.mark.parametrize(("colours", "hues"), [(256, ("blue", "orange")), (16, ("cyan", "yellow"))])
def test_the_two_parties_with_most_events_have_hues(
    write: Write, colours: int, hues: tuple[str, str]
) -> None:
    lines = styled(timeline_of(write("e.yaml", STORY), SINCE), 80, colours)
    first, second = hues
    assert lines[1] == f"{first}[AFG] Afghanistan 4   {second}[ISR] Israel 1   PSE Palestine 1"
    (war,) = (line for line in lines if "War" in line)
    assert war.endswith(f"{second}[ISR] PSE")


def test_what_changes_a_state_is_bold_and_rules_stand_back(write: Write) -> None:
    lines = styled(timeline_of(write("e.yaml", STORY), SINCE), 130)
    assert lines[0].startswith("bold[Norway since 2021]  ")
    assert lines[3].startswith("bold[2021] dim[──────────┬───")
    assert lines[4] == (
        "           Aug dim[│] The capital falls          blue[Afghanistan]        "
        "dim[power]           dim[takeover]"
    )
    assert lines[5].startswith("     since Aug bold[◆] bold[Norway closes its embassy]  ")
    (talks,) = (line for line in lines if "Talks" in line)
    assert talks.startswith("          Jan? ○ Talks are held ")


@pytest.mark.parametrize(
    ("encoding", "title", "line"),
    [
        ("utf-8", "a – ø 条", "2021 ──"),
        ("cp1252", "a – ø ?", "2021 --"),
        ("latin-1", "a - ø ?", "2021 --"),
        ("ascii", "a - ? ?", "2021 --"),
    ],
)
def test_a_table_has_the_characters_of_its_encoding(
    write: Write, encoding: str, title: str, line: str
) -> None:
    path = write("e.yaml", ONE_EVENT.replace("title: T", "title: a – ø 条"))
    text = written("table", timeline_of(path), encoding=encoding)
    assert title in text
    assert line in text
    assert text.encode(encoding).decode(encoding) == text


# --- Cards


CARD = """\
as_of: 2025-06-20
types: {mission: {label: Mission}, mission.closed: {label: Closed, plover: REJECT, cameo: "16"}}
events:
  - {id: before, date: 2020, title: Before, countries: [NOR, SWE]}
  - id: closed
    date: 2021-08
    title: An office closes
    type: mission.closed
    countries: [SWE, NOR]
    place: Łódź
    status: {Office: closed, Envoy: gone}
  - {id: other, date: 2021-09, title: Elsewhere, countries: [NOR]}
  - {id: open, date: 2022, title: It opens, countries: [NOR, SWE], status: {Office: open}}
  - {id: standing, date: /.., title: Standing, countries: [NOR, SWE]}
"""


def test_a_card_tells_what_came_before_and_after(write: Write) -> None:
    text = written("table", cards_of(write("e.yaml", CARD)), 80)
    assert (
        text.split("\n\n\n")[1]
        == """\
An office closes
Aug 2021 · Closed · Sweden, Norway

Makes true  Office: closed, until 2022
            Envoy: gone, still so on 20 Jun 2025
Place       Łódź

    2020 │ Before
Aug 2021 ◆ An office closes
    2022 ◆ It opens

closed                                    2021-08 · PLOVER REJECT · CAMEO 16"""
    )
    standing = text.split("\n\n\n")[4]
    assert standing.startswith("Standing\nStart not told · Norway, Sweden\n\nstanding ")


@pytest.mark.parametrize(
    ("width", "line"), [(36, "Makes true  Office: closed, until"), (35, "Makes true")]
)
def test_a_label_stands_beside_its_text_where_there_is_room(
    write: Write, width: int, line: str
) -> None:
    lines = written("table", cards_of(write("e.yaml", CARD)), width).splitlines()
    assert next(found for found in lines if found.startswith("Makes")) == line


def test_running_text_is_not_spread_over_a_wide_terminal(write: Write) -> None:
    path = write("e.yaml", ONE_EVENT + f"  summary: {'word ' * 99}\n")
    assert max(map(len, written("table", cards_of(path), 200).splitlines())) <= 76
