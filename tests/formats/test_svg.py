"""Pictures: what stands in them, that nothing runs into anything else, what they may not hold."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo import reading
from diplo.formats import Stream, svg, writer
from diplo.formats.svg.frame import MOST
from diplo.history import relations
from diplo.history.arrangement import arrange
from diplo.history.filters import PartySet
from diplo.history.groups import KINDS
from diplo.history.parts import Match
from diplo.history.selection import Matcher, Query
from diplo.model.dates import parse_window
from diplo.model.events import Timeline, Vocabulary
from diplo.reports import Names, Report, status, status_history
from diplo.reports.changed import Changed
from diplo.reports.comparison import Side, comparison
from diplo.reports.selection import Selection
from diplo.reports.states import View
from diplo.reports.statistics import statistics
from diplo.reports.story import StoryOptions
from diplo.reports.timeline import timeline
from tests import strategies
from tests.formats.pictures import FACES, Picture, read
from tests.strategies import Found

Write = Callable[..., Path]

NORWAY = (frozenset({"NOR"}),)
STYLE = Path(svg.__file__).with_name("picture.css").read_text(encoding="utf-8")
LAST = date(2025, 6, 20).toordinal()
TELLING = """\
title: A history
as_of: 2025-06-20
sources: {book: {title: The book}, film: {title: The film}}
types: {closing: {label: Closing, plover: SANCTION}}
events:
  - {id: a, date: 2021-08, title: They meet, countries: [norway, sweden], sources: [book]}
  - {id: b, date: 2021-08/.., title: They part, type: closing, countries: [norway, sweden],
     status: {Embassy: closed}, sources: [film, book]}
  - {id: c, date: 2022-03-04?, title: They may talk, countries: [norway, finland]}
  - {id: d, date: 2023?, title: They may trade, countries: [norway, finland],
     status: {Trade: open}}
  - {id: e, date: "[2023-10-07..]", title: They wait, countries: [norway, iceland]}
  - {id: f, date: 2024-05-28, title: They trade, countries: [norway, finland],
     status: {Trade: free}}
  - {id: g, date: 2010/.., title: They had an embassy, countries: [norway, sweden],
     status: {Embassy: open}}
  - {id: h, date: "[..2024-05]", title: They had met, countries: [norway, sweden]}
  - {id: i, date: "[2024-01..2024-11]", title: They vote, countries: [norway, sweden]}
  - {id: j, date: /.., title: They are neighbours, countries: [norway, sweden]}
  - {id: k, date: 2022-01/, title: They pay, countries: [norway, sweden]}
"""


def load(path: Path) -> Timeline:
    return reading.load([str(path)])


def found_in(told: Timeline, query: Query) -> list[Match]:
    return arrange(filter(None, map(Matcher(query), told.events)))


def timeline_of(told: Timeline, query: Query, options: StoryOptions | None = None) -> Report:
    """Return a timeline with the states that its events change."""
    subjects = relations.subjects(told.events, told.last_days)
    changed, options = Changed(subjects, LAST), options or StoryOptions()
    matches = found_in(told, query)
    if not options.has_parts:
        matches = arrange(matches, options.order)
    names = Names(told.vocabulary)
    return timeline(Selection(query, names, matches, matches, changed=changed), options)


def comparison_of(told: Timeline, *codes: str) -> Report:
    parties = tuple(PartySet(frozenset({code})) for code in codes)
    sides = [Side(code, (party,)) for code, party in zip(codes, parties, strict=True)]
    query = Query().concerning([parties])
    subjects = relations.subjects(told.events, told.last_days)
    names, changed = Names(told.vocabulary), Changed(subjects, LAST)
    matches = found_in(told, query)
    return comparison(Selection(query, names, matches, matches, changed=changed), sides, "year")


def status_of(told: Timeline, *, history: bool = False, undated: int = 0) -> Report:
    subjects = relations.subjects(told.events, told.last_days)
    view, names = View(Query(NORWAY), LAST, undated), Names(told.vocabulary)
    if history:
        rows = [row for subject in subjects for row in relations.history(subject, LAST)]
        return status_history.history(rows, view, names)
    found = filter(None, (relations.standing(subject, LAST) for subject in subjects))
    return status.status(list(found), view, names)


def statistics_of(told: Timeline, by: str, query: Query | None = None) -> Report:
    query = query or Query(NORWAY)
    return statistics(found_in(told, query), query, by, Names(told.vocabulary))


def written(report: Report, width: int = 1200) -> str:
    text = io.StringIO()
    writer("svg")(report, Stream(text.write, io.BytesIO(), pixels=width))
    return text.getvalue()


def picture(report: Report, width: int = 1200) -> Picture:
    return read(written(report, width))


@pytest.fixture
def told(write: Write) -> Timeline:
    return load(write("told.yaml", TELLING))


# --- A timeline


QUARTERS = [
    *("2021", "Apr", "Jul", "Oct", "2022", "Apr", "Jul", "Oct"),
    *("2023", "Apr", "Jul", "Oct", "2024", "Apr"),
]


def since_2021() -> Query:
    return Query(NORWAY, parse_window("2021..", date(2025, 6, 20)))


def test_a_timeline_has_a_row_for_each_event_and_a_strip_for_each_state(told: Timeline) -> None:
    found = picture(timeline_of(told, since_2021()))
    assert found.faults() == []
    assert found.words == [
        *("Norway since 2021", "8 events · 2 under way · 1 may belong"),
        *("Sweden 4", "Finland 3", "Iceland 1"),
        *QUARTERS,
        *("2020s", "Aug 2021", "They meet", "since Aug 2021", "They part"),
        *("from Jan 2022", "They pay", "4 Mar 2022?", "They may talk", "2023?"),
        *("They may trade", "7 Oct 2023 or later", "They wait"),
        *("between Jan and Nov 2024", "They vote", "28 May 2024", "They trade"),
        *("State of relations", *QUARTERS),
        *("Embassy", "open", "closed", "Trade", "open", "free"),
        *("event", "changes a state", "date in doubt", "both", "day not told", "lasting"),
        *("in a strip: perhaps by then", "in force", "closed, withheld"),
        *("start not told or not exact", "began earlier"),
        "Sources: The book; The film. Events as of 20 Jun 2025.",
    ]
    assert found.inside("title")[:3] == [
        "Norway since 2021",
        "Aug 2021: They meet",
        "since Aug 2021: They part (Closing)",
    ]
    assert found.inside("desc")[0] == (
        "8 events · 2 under way · 1 may belong. What changes a state: "
        "since Aug 2021: They part (Closing); 2023?: They may trade; 28 May 2024: They trade."
    )


def test_marks_have_the_hues_of_parties_and_are_hollow_in_doubt(told: Timeline) -> None:
    found = picture(timeline_of(told, since_2021()))
    rows = [e for e in found.root.iter() if e.get("transform") and e[0].tag.endswith("title")]
    marks = {
        e[0].text: [each.attrib["class"] for each in e if "dot" in each.get("class", "")]
        for e in rows
    }
    assert marks == {
        "Aug 2021: They meet": ["dot first"],
        "since Aug 2021: They part (Closing)": ["dot first"],
        "from Jan 2022: They pay": ["dot first"],
        "4 Mar 2022?: They may talk": ["dot second hollow"],
        "2023?: They may trade": ["dot second hollow"],
        "7 Oct 2023 or later: They wait": ["dot plain"],
        "between Jan and Nov 2024: They vote": ["dot first"],
        "28 May 2024: They trade": ["dot second"],
        "Embassy: closed · Aug 2021": ["dot first", "dot first"],
        "Trade: free · 28 May 2024": ["dot second hollow", "dot second"],
    }


def test_what_stands_beside_the_story_is_drawn_on_request(told: Timeline) -> None:
    found = picture(timeline_of(told, since_2021(), StoryOptions(listed=True)))
    assert found.faults() == []
    words = found.words[found.words.index("They trade") + 1 :]
    assert words[:9] == [
        *("Under way before 2021", "since 2010", "They had an embassy"),
        *("not told", "They are neighbours", "May belong here", "by May 2024", "They had met"),
        "State of relations",
    ]
    query = Query(NORWAY, parse_window("2015", date(2025, 6, 20)))
    alone = picture(timeline_of(told, query, StoryOptions(listed=True)))
    assert alone.faults() == []
    assert alone.words[:2] == ["Norway in 2015", "nothing · 1 under way · 2 may belong"]
    assert {"They had an embassy", "They are neighbours", "They had met"} <= {*alone.words}


def test_headings_may_be_others_than_years(told: Timeline) -> None:
    found = picture(timeline_of(told, Query(NORWAY), StoryOptions("country")))
    assert found.faults() == []
    assert {"Sweden", "Finland", "Iceland"} <= {*found.words}
    assert "Norway" not in found.words[2:]
    grouped = picture(timeline_of(told, Query(NORWAY), StoryOptions(sort="title")))
    assert grouped.faults() == []
    assert len(grouped.of_class("rule")) == 0


def test_where_nothing_happened_it_says_what_is_near(told: Timeline) -> None:
    query = Query(NORWAY, parse_window("1990", date(2025, 6, 20)))
    names, near = Names(told.vocabulary), found_in(told, Query())[:1]
    report = timeline(Selection(query, names, [], [], lambda: near), StoryOptions())
    found = picture(report)
    assert found.faults() == []
    assert found.words == [
        *("Norway in 1990", "nothing", "Nearest: since 2010 They had an embassy"),
        "Events as of 20 Jun 2025.",
    ]
    assert picture(timeline_of(Timeline(Vocabulary(), (), frozenset()), Query())).words == [
        "All events",
        "nothing",
    ]


def many(count: int, changes: int) -> str:
    """Return a file of so many events, of which some change states."""
    lines = (
        f"- {{id: e{n}, date: {1900 + n % 97}-0{1 + n % 9}{'' if n % 3 else '?'}, title: Event {n},"
        f" countries: [norway, sweden]{f', status: {{S{n % 50}: t{n}}}' if n < changes else ''}}}\n"
        for n in range(count)
    )
    return "".join(lines)


@pytest.mark.parametrize(
    ("changes", "named", "said"),
    [
        (20, 20, "500 events · each is a tick, and the 20 that change a state are named"),
        (1, 1, "500 events · each is a tick, and the one that changes a state is named"),
        (0, 80, "500 events · each is a tick, and 80 of them are named"),
        (300, 80, "500 events · each is a tick, and 80 of them are named"),
    ],
)
def test_of_many_events_those_are_named_that_change_a_state(
    write: Write, changes: int, named: int, said: str
) -> None:
    found = picture(timeline_of(load(write("many.yaml", many(500, changes))), Query(NORWAY)))
    assert found.faults() == []
    assert found.words[1] == said
    titles = [words for words in found.words if words.startswith("Event ")]
    assert len(titles) == min(named, MOST)
    ticks = [e.attrib["d"].count("M") for e in found.of_class("tick")]
    assert sum(ticks[:2]) == 500
    subjects = [words for words in found.words if re.fullmatch("S[0-9]+", words)]
    assert len(subjects) == min(changes, 40)
    more = [words for words in found.words if "not drawn" in words]
    assert more == (["10 more subjects are not drawn."] if changes == 300 else [])


def test_an_event_without_a_day_is_no_tick(write: Write) -> None:
    told = load(write("many.yaml", many(90, 3) + "- {date: /.., title: A, countries: [norway]}\n"))
    found = picture(timeline_of(told, Query(), StoryOptions(listed=True)))
    ticks = [e.attrib["d"].count("M") for e in found.of_class("tick")]
    assert sum(ticks[:2]) == 90


# --- States, counts and comparisons


def test_states_have_strips_and_say_how_they_stand(told: Timeline) -> None:
    found = picture(status_of(told, undated=2))
    assert found.faults() == []
    words = found.words
    assert words[:2] == ["Norway on 20 Jun 2025", "2 subjects"]
    assert words[words.index("Sweden 1") :] == [
        *("Sweden 1", "Embassy", "open", "closed · Aug 2021"),
        *("Finland 1", "Trade", "free · 28 May 2024"),
        *("a change", "perhaps by then", "in force", "closed, withheld"),
        *("start not told or not exact", "2 more are told without a start."),
        "Sources: The film; The book. Events as of 20 Jun 2025.",
    ]
    assert found.inside("desc") == [
        "2 subjects. Embassy: closed · Aug 2021; Trade: free · 28 May 2024."
    ]
    nothing = Timeline(Vocabulary(), (), frozenset())
    assert picture(status_of(nothing)).words == ["Norway on 20 Jun 2025", "nothing"]
    assert picture(status_of(nothing, history=True)).words == ["Norway on 20 Jun 2025", "nothing"]


def test_a_history_has_a_row_for_each_state(told: Timeline) -> None:
    found = picture(status_of(told, history=True, undated=1))
    assert found.faults() == []
    words = found.words
    assert words[words.index("Embassy") : words.index("a change")] == [
        *("Embassy", "2010", "open: They had an embassy", "Aug 2021", "closed: They part"),
        *("Trade", "2023?", "open: They may trade", "28 May 2024", "free: They trade"),
    ]
    assert found.inside("desc")[0] == (
        "2 subjects. Embassy: open (2010), closed (Aug 2021); "
        "Trade: open (2023?), free (28 May 2024)."
    )


def test_a_narrow_picture_tells_of_whole_dates_and_states(write: Write) -> None:
    file = """\
- {date: "[1990-01-03..1997-11-30]", title: A, countries: [norway], status: {A: held for a time}}
- {date: 2001-21~/2010-24?, title: B, countries: [norway], status: {B: somehow open}}
"""
    told = load(write("narrow.yaml", file))
    between, about = "between 3 Jan 1990 and 30 Nov 1997", "c. spring 2001 – winter 2010–11?"
    for report, said in (
        (timeline_of(told, Query()), (between, about)),
        (status_of(told, history=True), (between, "c. spring 2001")),
        (status_of(told), (f"held for a time · {between}", "somehow open · c. spring 2001")),
    ):
        found = picture(report, 480)
        assert found.faults() == []
        assert {words for words in said if words not in " ".join(found.words)} == set()


def test_a_history_tells_of_what_has_no_start_or_no_state(write: Write) -> None:
    file = """\
- {id: a, date: /2010, title: They had an office, countries: [norway], status: {Office: open}}
- {id: b, date: 2011, title: They left, countries: [norway], status: {Office: gone}}
- {id: c, date: 2030, title: They will be back, countries: [norway], status: {Office: new}}
"""
    told = load(write("office.yaml", file))
    found = picture(status_of(told, history=True))
    assert {"not told", "open: They had an office", "gone: They left"} <= {*found.words}
    view, names = View(Query(), date(2000, 1, 1).toordinal()), Names(told.vocabulary)
    subject = relations.subjects(told.events, {})[0]._replace(effects=())
    report = status_history.history([relations.Standing(subject, None)], view, names)
    assert "not stated by then" in picture(report).words


def test_counts_over_time_have_a_square_for_each_event(told: Timeline) -> None:
    found = picture(statistics_of(told, "year", since_2021()))
    assert found.faults() == []
    words = found.words
    assert words[5:] == [
        *("2021", "2", "They part", "2022", "2", "2023", "2", "They may trade"),
        *("2024", "2", "They trade", "Under way before 2021: 2"),
        *("Not tied to one year: 1", "changes a state", "date in doubt"),
        "Sources: The book; The film. Events as of 20 Jun 2025.",
    ]
    squares = [e.attrib["d"].count("M") for e in found.of_class("solid")]
    assert (sum(squares), len(found.of_class("pale"))) == (6, 3)
    assert found.inside("desc")[0].endswith("2021: 2; 2022: 2; 2023: 2; 2024: 2.")


def test_counts_over_time_without_changes_or_events(write: Write) -> None:
    told = load(write("many.yaml", many(1800, 0)))
    found = picture(statistics_of(told, "decade"))
    assert found.faults() == []
    assert "changes a state" not in found.words
    assert all(e.attrib["d"].count("M") == 1 for e in found.of_class("solid"))
    gap = load(write("gap.yaml", many(1, 0) + many(99, 0).splitlines()[60].replace("-07", "")))
    assert "1901–1959" in picture(statistics_of(gap, "year")).words
    nothing = Timeline(Vocabulary(), (), frozenset())
    assert picture(statistics_of(nothing, "year")).words == ["Norway by year", "nothing"]


def test_counts_by_kind_have_columns_over_the_same_years(told: Timeline) -> None:
    found = picture(statistics_of(told, "country", since_2021()))
    assert found.faults() == []
    words = found.words
    assert words[words.index("Sweden") :] == [
        *("Sweden", "4", "Finland", "3", "Iceland", "1"),
        "a column is a year, the highest 2 events",
        *("Under way before 2021: 2.", "May belong here: 1."),
        "Sources: The book; The film. Events as of 20 Jun 2025.",
    ]
    hues = [e.attrib["class"] for e in found.of_class("solid")]
    assert hues == ["solid first", "solid second", "solid plain", "solid plain"]
    by_type = picture(statistics_of(told, "type"))
    assert by_type.faults() == []
    assert {"Closing", "No type"} <= {*by_type.words}


FAMILIES = """\
- {date: 196X, title: A, type: aid.food, countries: [norway]}
- {date: 19XX, title: B, type: aid, countries: [norway]}
- {date: 1234, title: C, type: aid.food, countries: [norway]}
- {date: /.., title: D, type: vote, countries: [norway]}
"""


def test_counts_by_kind_tell_of_decades_and_families(write: Write) -> None:
    found = picture(statistics_of(load(write("old.yaml", FAMILIES)), "type"))
    assert found.faults() == []
    assert "a column is 5 years, the highest 1 event" in found.words
    assert "dated to a decade or a century" in found.words
    assert len(found.of_class("dashed")) == 3 + 1
    places = {box.words: round(box.left) for box in found.texts}
    assert places["aid.food"] == places["aid"] + 16
    undated = load(write("undated.yaml", FAMILIES.splitlines()[3]))
    assert picture(statistics_of(undated, "type")).words == [
        *("Norway by type", "nothing · 1 start not told", "vote", "1"),
        "Start not told: 1, counted above but not drawn.",
    ]


def test_too_many_kinds_are_counted(write: Write) -> None:
    lines = [f"- {{date: 2001, title: T, place: P{n}, countries: [norway]}}\n" for n in range(83)]
    found = picture(statistics_of(load(write("places.yaml", "".join(lines))), "place"))
    assert found.faults() == []
    assert len([words for words in found.words if words.startswith("P")]) == MOST
    assert "3 more are not drawn." in found.words
    lines = lines[:81]
    found = picture(statistics_of(load(write("places.yaml", "".join(lines))), "place"))
    assert "1 more is not drawn." in found.words


def test_a_comparison_has_lanes_which_shared_events_join(told: Timeline) -> None:
    found = picture(comparison_of(told, "SWE", "NOR", "FIN"))
    assert found.faults() == []
    assert found.words[:6] == [
        *("Sweden, Norway, Finland", "10 events · 1 start not told"),
        *("Sweden 6", "Norway 10", "Finland 3", "9 shared"),
    ]
    assert {"SWE", "NOR", "FIN"} <= {*found.words}
    legend = [e.attrib["class"] for e in found.of_class("dot")][:4]
    assert legend == ["dot first", "dot second", "dot plain", "dot plain"]
    alone = picture(comparison_of(told, "SWE", "FIN"))
    assert alone.words[2:4] == ["Sweden 6", "Finland 3"]
    assert "dot first" in {e.attrib["class"] for e in alone.of_class("dot")}


def test_a_comparison_of_many_has_codes_for_lanes(told: Timeline) -> None:
    codes = ("SWE", "NOR", "FIN", "ISL", "DNK", "EST", "LVA", "LTU")
    found = picture(comparison_of(told, *codes), 480)
    assert found.faults() == []
    text = " ".join(found.words)
    assert "[NOR FIN]" in text
    assert "NOR" not in found.words


# --- What holds of every picture


@pytest.mark.parametrize("width", [480, 640, 1200, 3000])
def test_nothing_runs_into_anything_else_at_any_width(told: Timeline, width: int) -> None:
    reports = (
        timeline_of(told, since_2021()),
        timeline_of(told, Query(), StoryOptions(listed=True)),
        comparison_of(told, "SWE", "FIN"),
        status_of(told),
        status_of(told, history=True),
        *(statistics_of(told, by) for by in KINDS),
    )
    for report in reports:
        found = picture(report, width)
        assert found.faults() == []
        assert found.width == width


WIDTHS = st.sampled_from([480, 800, 1200])


@given(strategies.few(), WIDTHS)
@settings(max_examples=25)
def test_arbitrary_events_are_drawn(found: Found, width: int) -> None:
    told = Timeline(found.vocabulary, tuple(found.events), frozenset())
    subjects = relations.subjects(told.events, {})
    names, changed = Names(told.vocabulary), Changed(subjects, LAST)
    options = StoryOptions(listed=True)
    report = timeline(
        Selection(Query(), names, found.matches, found.matches, changed=changed), options
    )
    text = written(report, width)
    assert read(text).faults() == []
    assert written(report, width) == text


@given(strategies.few(), WIDTHS, st.sampled_from(KINDS))
@settings(max_examples=25)
def test_arbitrary_answers_are_drawn(found: Found, width: int, by: str) -> None:
    told = Timeline(found.vocabulary, tuple(found.events), frozenset())
    for report in (
        statistics_of(told, by, Query()),
        status_of(told),
        status_of(told, history=True),
        comparison_of(told, "NOR", "SWE"),
    ):
        assert picture(report, width).faults() == []


def test_long_texts_are_cut_and_shown_whole_to_a_pointer(write: Write) -> None:
    name = "Long " * 200
    file = f"""\
countries: {{NOR: {{name: {name}}}}}
events:
  - {{date: 2021, title: {name}, countries: [norway, NOR, sweden], status: {{{name}: {name}}}}}
""".replace("norway, ", "")
    told = load(write("long.yaml", file))
    for report in (timeline_of(told, Query()), status_of(told), status_of(told, history=True)):
        found = picture(report, 480)
        assert found.faults() == []
        assert [words for words in found.words if words.endswith("…")]
    assert any(name.strip() in each for each in found.inside("desc"))


def test_no_bundled_title_is_cut_in_the_narrowest_picture() -> None:
    told = load(Path(reading.bundled()))
    for report in (
        timeline_of(told, Query(countries=(frozenset({"AFG"}),))),
        statistics_of(told, "year", Query(countries=(frozenset({"NOR"}),))),
    ):
        found = picture(report, 480)
        assert [words for words in found.words if words.endswith("…")] == []
        assert found.faults() == []


def test_a_legend_has_two_rows_at_the_most(write: Write) -> None:
    codes = [chr(a) + chr(b) + "X" for a in range(65, 70) for b in range(65, 85)]
    lines = [f"- {{date: 2021, title: T, countries: [{code}]}}\n" for code in codes]
    found = picture(timeline_of(load(write("codes.yaml", "".join(lines))), Query()), 640)
    assert found.faults() == []
    legend = found.words[2 : found.words.index("2021")]
    more = re.fullmatch(r"\+(\d+) more", legend[-1])
    assert more
    assert int(more[1]) + len(legend) - 1 == len(codes)
    tops = {round(box.top) for box in found.texts if re.fullmatch("[A-Z]{3} 1", box.words)}
    assert len(tops) == 2


def test_a_picture_runs_and_fetches_nothing(told: Timeline) -> None:
    for report in (timeline_of(told, Query()), status_of(told), statistics_of(told, "type")):
        text = written(report)
        assert re.findall("<script|href|url|@import|onload|<image|<foreign", text) == []
        assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


# --- Colours and letters


def colours(style: str) -> dict[str, str]:
    """Return the fills of a style sheet by their classes, the last where there are several."""
    rules = re.findall(r"^ *([^{}@]+) \{ ([^}]*) \}", style, re.MULTILINE)
    fills = [(names, re.search(r"fill: (#\w+)", body)) for names, body in rules]
    return {name: fill[1] for names, fill in fills if fill for name in names.split(", ")}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > 4 else "".join(each * 2 for each in colour[1:])
    shares = [value / 255 for value in bytes.fromhex(digits)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_texts_and_hues_stand_out_in_light_and_dark() -> None:
    light, dark = STYLE.split("@media (prefers-color-scheme: dark)")
    for style in (light, dark):
        found = colours(style)
        for name in ("text", ".muted", ".first", ".second", ".plain", ".alone"):
            assert contrast(found[name], found[".paper"]) >= 4.5, name
        assert contrast(found[".alone"], found[".plain"]) >= 2
        assert found[".hollow"] == found[".paper"]
    hues = [(colours(style)[".first"], colours(style)[".second"]) for style in (light, dark)]
    assert hues == [("#1b6ca8", "#c2410c"), ("#5fb3f2", "#f59e4c")]


def test_letters_are_as_large_as_they_are_measured() -> None:
    sizes = dict(re.findall(r"^\.?(\w+) \{ [^}]*?font-size: (\d+)px", STYLE, re.MULTILINE))
    bold = set(re.findall(r"^\.(\w+) \{ [^}]*font-weight: 700", STYLE, re.MULTILINE))
    assert {face.kind or "text": str(face.size) for face in FACES if face.kind != "bold"} == sizes
    assert {face.kind for face in FACES if face.bold} == bold


def test_squares_are_of_one_size(told: Timeline) -> None:
    found = picture(statistics_of(told, "year"))
    widths = {re.findall("h([0-9.]+)v14", e.attrib["d"])[0] for e in found.of_class("solid")}
    assert widths == {"24.5"}


def test_a_long_name_leaves_room_for_how_many_are_left_out(write: Write) -> None:
    named = "".join(f"  {code}: {{name: {code * 60}}}\n" for code in ("SWE", "FIN"))
    events = "events: [{date: 2021, title: T, countries: [SWE, FIN, DNK, ISL]}]\n"
    told = load(write("long.yaml", f"countries:\n{named}{events}"))
    found = picture(statistics_of(told, "year", Query()), 480)
    assert [words for words in found.words if words.endswith(" more")] == ["+2 more"]
    assert found.faults() == []


def test_a_title_stands_behind_the_days_that_bound_its_event(write: Write) -> None:
    events = "".join(
        f"- {{date: '{date}', title: Talks, countries: [NOR]}}\n"
        for date in ("[1990..1993]", "2020")
    )
    text = written(timeline_of(load(write("talks.yaml", events)), Query()))
    drawn = re.search(r'd="M[\d.]+ [\d.]+H([\d.]+)" class="line dashed', text)
    words = re.search(r'<text x="([\d.]+)"[^>]*>Talks', text)
    assert drawn
    assert words
    assert float(words[1]) > float(drawn[1])
