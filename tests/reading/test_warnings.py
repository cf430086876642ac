from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from diplo.reading import bundled, check, load
from tests.reading.test_merge import entry

Write = Callable[..., Path]
Warnings = Callable[..., list[str]]

SOURCED = "countries: [NOR], sources: [s]"


@pytest.fixture
def warned(write: Write) -> Warnings:
    """Return what deserves a look in the text of files, as "line: message"."""

    def warn(*texts: str, name: str = "yaml") -> list[str]:
        paths = [str(write(f"{index}.{name}", text)) for index, text in enumerate(texts)]
        found, _ = check(paths)
        assert {problem.severity for problem in found} <= {"warning"}
        return [f"{problem.line}: {problem.message}" for problem in found]

    return warn


def sourced(title: str = "T", more: str = "", date: str = "2021", country: str = "NOR") -> str:
    """Return an event with a source, so that only the rest may deserve a look."""
    return entry(title, f"countries: [{country}], sources: [s]{more}", date)


def states(*pairs: tuple[str, str], subject: str = "A") -> str:
    """Return events of these dates that set one subject to these states."""
    return "".join(
        sourced(f"{title} {date}", f", status: {{{subject}: {state}}}", date)
        for title, (date, state) in zip("abcdefg", pairs, strict=False)
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (states(("2020", "x"), ("2021", "x")), 2),
        (states(("2021", "x"), ("2020", "x")), 1),
        (states(("2020", "x"), ("2021", "y"), ("2022", "y")), 3),
        (states(("2020", "x"), ("2021", "'  x '")), 2),
    ],
)
def test_a_state_that_is_set_to_what_it_was_deserves_a_look(
    warned: Warnings, text: str, line: int
) -> None:
    (warning,) = warned(text)
    assert warning.startswith(f"{line}: 'A' is ")


@pytest.mark.parametrize(
    ("told", "stays"),
    [
        (
            [("1890/1914", "x")],
            "stays x after 1914, as no event changes it; add one, or write 1890/..",
        ),
        (
            [("/1914-07", "x")],
            "stays x after 1914-07, as no event changes it; add one, or write /..",
        ),
        ([("1890/1914", "x"), ("1900", "y")], "stays x after 1914"),
        ([("1890/1914", "x"), ("/..", "y")], "stays x after 1914"),
        ([("1890/1914", "x"), ("1914-03", "y")], ""),
        ([("/1914-07", "x"), ("1914-07", "y")], ""),
        ([("1890/1914", "x"), ("1920", "y")], ""),
        ([("1890/..", "x")], ""),
        ([("1890/", "x")], ""),
        ([("1890", "x")], ""),
        ([("1890/9999-12-31", "x")], ""),
        ([("1995-12-14/1995-12-16", "x")], ""),
        ([("1995-12-14/1996-12-13", "x")], "stays x after 1996-12-13"),
        ([("1995-12-14/1996-12-12", "x")], ""),
    ],
)
def test_a_state_that_outlasts_its_event_deserves_a_look(
    warned: Warnings, told: list[tuple[str, str]], stays: str
) -> None:
    found = [warning for warning in warned(states(*told)) if " stays " in warning]
    assert len(found) == bool(stays)
    assert all(warning.startswith(f"1: 'A' {stays.replace('x', repr('x'))}") for warning in found)


@pytest.mark.parametrize("subject", ["embassy in oslo", "Embassy in O\u0301slo", "Émbassy in Oslo"])
def test_a_subject_that_is_nearly_another_deserves_a_look_once(
    warned: Warnings, subject: str
) -> None:
    others = states(("2021", "y"), ("2022", "z"), subject=subject)
    (warning,) = warned(states(("2020", "x"), subject="Embassy in Oslo") + others)
    assert warning.startswith("2: ")
    assert " is nearly 'Embassy in Oslo'; write both alike, or each has states of its" in warning


@pytest.mark.parametrize(
    "text",
    [
        states(("2020", "x"), ("2021", "y"), ("2022", "x")),
        states(("2020", "x"), ("2022", "x"), ("2021", "y")),
        states(("2020", "x")) + states(("2021", "x"), subject="B"),
    ],
)
def test_a_state_that_changes_deserves_no_look(warned: Warnings, text: str) -> None:
    assert warned(text) == []


@pytest.mark.parametrize(
    ("date", "late"),
    [
        ("2025-06-21", True),
        ("2025-07", True),
        ("2026", True),
        ('"[2026..]"', True),
        ("2025-06-20", False),
        ("2025-06", False),
        ("2025", False),
        ("2025-06-20/..", False),
        ('"[..2030]"', False),
        ("/..", False),
    ],
)
def test_dates_after_the_last_day_of_the_file_deserve_a_look(
    warned: Warnings, date: str, *, late: bool
) -> None:
    found = warned(f"as_of: 2025-06-20\nevents:\n{sourced(more=', note: N', date=date)}")
    assert [warning.partition(" 2025-06-20")[0] for warning in found] == [
        "3: the date is after"
    ] * late


def test_dates_are_never_late_where_no_last_day_is_told(warned: Warnings) -> None:
    assert warned(sourced(date="9998")) == []


@pytest.mark.parametrize(
    ("name", "today", "count"),
    [
        ("a.csv", date(2025, 6, 20), 1),
        ("a.csv", date(9990, 1, 1), 0),
        ("a.csv", None, 0),
        ("a.yaml", date(2025, 6, 20), 0),
    ],
)
def test_what_is_far_ahead_deserves_a_look_in_tables(
    write: Write, name: str, today: date | None, count: int
) -> None:
    table = "date,country,title,source\n9998,NOR,T,s\n2001,NOR,U,s\n"
    text = table if name.endswith("csv") else f"events:\n{sourced(date='9998')}"
    found, _ = check([str(write(name, text))], today=today)
    assert ["50 years ahead" in problem.message for problem in found] == [True] * count


NEVER = "the year 9999 stands in most data for what is still so or not known; write "
NEVER_FILLED = "the year 0001 stands in most data for what is not known; write "
LEFT_OUT = "leave the event out"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("1921-01-01/9999-12-31", f"{NEVER}1921-01-01/.., or 1921-01-01/ where the end is not"),
        ("1921~/9999", f"{NEVER}1921~/.., or 1921~/ where the end is not known"),
        ("../9999", f"{NEVER}/.. for what is still so, or {LEFT_OUT}"),
        ("9999-12-31", f"{NEVER}/.. for what is still so, or {LEFT_OUT}"),
        ("9999", f"{NEVER}/.. for what is still so, or {LEFT_OUT}"),
        ("9999-12/9999", f"{NEVER}/.. for what is still so, or {LEFT_OUT}"),
        ("[2002..9999]", f'{NEVER}"[2002..]"'),
        ("[..9999]", f"{NEVER}/.. for what is still so, or {LEFT_OUT}"),
        ("0001-01-01", f"{NEVER_FILLED}what is known, as in [..2006], or {LEFT_OUT}"),
        ("0001-01-01/..", f"{NEVER_FILLED}/.."),
        ("0001-01-01/1990", f"{NEVER_FILLED}/1990"),
        ("[0001-01-01..1990]", f'{NEVER_FILLED}"[..1990]"'),
        ("0001", f"{NEVER_FILLED}what is known, as in [..2006], or {LEFT_OUT}"),
        ("0001/0001", f"{NEVER_FILLED}what is known, as in [..2006], or {LEFT_OUT}"),
        ("[0001..0001-12]", f"{NEVER_FILLED}what is known, as in [..2006], or {LEFT_OUT}"),
        ("0001-05-02", f"{NEVER_FILLED}what is known, as in [..2006], or {LEFT_OUT}"),
        ("0002", ""),
        ("9998-12-31", ""),
        ("999X", ""),
    ],
)
def test_a_date_that_stands_for_none_deserves_a_look(write: Write, date: str, said: str) -> None:
    path = write("a.yaml", f"as_of: 2025-06-20\nevents:\n{sourced(more=BOUND, date=repr(date))}")
    found = [problem.message for problem in check([str(path)])[0]]
    stand_ins = [message for message in found if "stands in most data" in message]
    assert [message[: len(said)] for message in stand_ins] == [said] * bool(said)
    assert not said or not any(message.startswith("the date is after") for message in found)


AS_OF = "2025-06-20, the file's as_of"
AS_OF_MONTH = "2025-06, the month of the file's as_of"
BY_THEN = "'[..2025-06-20]'"
ITEM = "2025-06-18, the day of the source s"
DATED = """\
as_of: 2025-06-20
sources:
  s: {title: S, date: 2025-06-18?}
  t: {title: T, date: 2025-06-19}
  u: {title: U, date: 2025}
events:
- {date: "2025-06-20", title: Day, countries: [NOR], sources: [t, u]}
"""


@pytest.mark.parametrize(
    ("date", "bound"),
    [
        ("[..2025-06-20]", AS_OF),
        ("[2021..2025-06-20]", AS_OF),
        ("[2025-06-20..]", AS_OF),
        ("[..2025-06-18]", ITEM),
        ("[2025-06-18..2025-06-20]", AS_OF),
        ("[..2025-06-19]", ""),  # the day of a source that the event does not cite
        ("[..2025-06]", AS_OF_MONTH),
        ("[2021..2025-06]", AS_OF_MONTH),
        ("[2025-06..]", ""),
        ("[..2025-05]", ""),
        ("[..2025]", ""),
        ("2021/2025-06-20", ""),
        ("2025-06-18", ""),
    ],
)
def test_a_set_that_ends_with_the_day_of_the_telling_deserves_a_look(
    warned: Warnings, date: str, bound: str
) -> None:
    cited = sourced(more=", note: N", date=f'"{date}"').replace("[s]", "[{source: s}, u]")
    found = warned(f"{DATED}{cited}")
    assert [warning.partition(", which does not date")[0] for warning in found] == [
        f"8: the date is bounded by {bound}"
    ] * bool(bound)


def test_a_set_is_not_measured_by_what_no_file_declares(warned: Warnings) -> None:
    assert warned(sourced(more=", note: N", date=BY_THEN)) == []


def test_the_last_day_of_another_file_bounds_nothing(warned: Warnings) -> None:
    bounded = f"events:\n{sourced(more=', note: N', date=BY_THEN)}"
    assert warned("as_of: 2025-06-20\nevents: []\n", bounded) == []


@pytest.mark.parametrize(
    ("date", "wide"),
    [
        ("[1990..1999]", False),
        ("[1990..2000]", True),
        ("[1990-05-05..2000-05-04]", False),
        ("[1990-05-05..2000-05-05]", True),
        ("[1996-02-29..2006-02-28]", False),
        ("[1996-02-29..2006-03]", True),
        ("[..2006]", False),
        ("[1990..]", False),
        ("1990/2006", False),
    ],
)
def test_a_set_of_more_than_ten_years_deserves_a_look(
    warned: Warnings, date: str, *, wide: bool
) -> None:
    found = warned(sourced(more=", note: N", date=f'"{date}"'))
    span = date.strip("[]").replace("..", "/")
    said = "1: the set is wider than 10 years; write about when, as in 1994~, or, for what lasted"
    assert found == [f"{said}, a span: {span}"] * wide


@pytest.mark.parametrize("note", ["", ", note: ~", ", note: Inferred"])
@pytest.mark.parametrize(
    ("date", "inexact"),
    [
        ("1994?", True),
        ("1994~", True),
        ("1994%", True),
        ("199X?", True),
        ("1994~/..", True),
        ("/1994?", True),
        ("[..2006]", True),
        ("[2001..2006]", True),
        ("1994", False),
        ("199X", False),
        ("1994/..", False),
        ("/..", False),
    ],
)
def test_a_date_that_was_inferred_without_a_note_deserves_a_look(
    warned: Warnings, date: str, note: str, *, inexact: bool
) -> None:
    said = "1: no note says why the date is not exact; say under 'note' what was inferred"
    missing = inexact and "Inferred" not in note
    assert warned(sourced(more=note, date=f'"{date}"')) == [said] * missing


@pytest.mark.parametrize(("length", "long"), [(60, False), (61, True)])
def test_a_title_of_more_than_sixty_characters_deserves_a_look(
    warned: Warnings, length: int, *, long: bool
) -> None:
    said = f"1: the title has {length} characters; say it in 60"
    assert warned(sourced("é" * length)) == [said] * long


def test_letters_that_were_garbled_deserve_a_look(warned: Warnings) -> None:
    (said,) = warned(sourced(more=", place: MalmÃ¶"))
    assert said.startswith("1: UTF-8 was read as windows-1252 here; 'Malmö' is meant")


@pytest.mark.parametrize(
    ("title", "tagged"),
    [
        ("a <b>T</b>", True),
        ("T<br/>", True),
        ("<A HREF='x'>T</A>", True),
        ("a < b > c", False),
        ("<T>", False),
    ],
)
def test_a_title_with_tags_deserves_a_look(warned: Warnings, title: str, *, tagged: bool) -> None:
    said = "the title has tags of HTML; leave them out"
    assert warned(sourced(f'"{title}"')) == [f"1: {said}"] * tagged
    table = warned(f"date,title,country\n2021,{title},NOR\n", name="csv")
    assert table == [f"2: {said}, as a map does with strip: tags"] * tagged


NOT_LISTED = "ISO 3166-1 does not list"
GERMANY = f"{NOT_LISTED} GER today; did you mean DEU (Germany)?"
ORGANISATION = "EUE is an organisation, not a state; name it under 'actors'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (sourced(country="NOR, ZZZ"), [f"1: {NOT_LISTED} ZZZ today; it is taken as it is"]),
        (
            sourced(country="ZZZ") + sourced("Other", country="ZZZ"),
            [f"{line}: {NOT_LISTED} ZZZ today; it is taken as it is" for line in (1, 2)],
        ),
        (
            "countries:\n  NOR: {name: N}\n  ZZZ: {name: Z}\nevents: []\n",
            [f"3: {NOT_LISTED} ZZZ today; it is taken as it is"],
        ),
        (sourced(country="GER"), [f"1: {GERMANY}"]),
        ("countries:\n  GER: {name: Germany}\nevents: []\n", [f"2: {GERMANY}"]),
        (sourced(country="ROM"), [f"1: {NOT_LISTED} ROM today; did you mean ROU (Romania)?"]),
        (sourced(country="EUE"), [f"1: {ORGANISATION}"]),
        (f"countries: {{EUE: {{name: EU}}}}\nevents:\n{sourced(country='EUE')}", []),
    ],
)
def test_codes_that_no_list_of_states_has_deserve_a_look(
    warned: Warnings, text: str, expected: list[str]
) -> None:
    assert warned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        sourced(country="SUN"),
        sourced(country="AUH, Prussia, Yugoslavia"),
        sourced(country="XKX"),
        sourced(country="KSV"),
        "countries: {YUG: {name: Y}}\nevents: []\n",
        f"countries: {{XKX: {{name: Kosovo}}}}\nevents:\n{sourced(country='KSV')}",
        f"countries: {{KSV: {{name: Kosovo}}}}\nevents:\n{sourced(country='XKX')}",
        f"countries: {{NOR: {{name: N}}}}\nevents:\n{sourced(country='N, SWE, af')}",
    ],
)
def test_states_of_today_and_states_that_are_gone_deserve_none(warned: Warnings, text: str) -> None:
    assert warned(text) == []


@pytest.mark.parametrize("declared", ["", "countries: {KSV: {name: Kosova}}\n"])
def test_kosovo_is_one_in_files(write: Write, declared: str) -> None:
    names = ("KSV", "XKX", "XK", "Kosovo")
    events = "".join(sourced(name, country=name, date=f"200{n}") for n, name in enumerate(names))
    loaded = load([str(write("a.yaml", f"{declared}events:\n{events}"))])
    assert [event.countries for event in loaded.events] == [("XKX",)] * 4
    assert set(loaded.vocabulary.countries) == ({"XKX"} if declared else set())


@pytest.mark.parametrize("sources", ["", ", sources: []", ", sources: ~"])
def test_an_event_without_a_source_deserves_a_look(warned: Warnings, sources: str) -> None:
    (warning,) = warned(sourced() + entry("Other", f"countries: [SWE]{sources}"))
    assert warning.startswith("2: no source")


def test_a_source_that_is_not_cited_deserves_a_look(warned: Warnings) -> None:
    declared = "sources:\n  s: {title: S}\n  t: {title: T}\nevents:\n"
    (warning,) = warned(declared + sourced())
    assert warning.startswith("3: no event cites the source t")
    assert warned(declared + sourced(more=", note: N").replace("[s]", "[s, {source: t}]")) == []


def test_a_source_that_another_file_cites_deserves_none(warned: Warnings) -> None:
    assert warned("sources: {s: {title: S}}\nevents: []\n", sourced()) == []


@pytest.mark.parametrize(
    ("used", "unused"),
    [
        ("a", ["3: a.b", "4: a.b.c", "5: ab"]),
        ("a.b", ["4: a.b.c", "5: ab"]),
        ("a.b.c", ["5: ab"]),
        ("ab", ["2: a", "3: a.b", "4: a.b.c"]),
    ],
)
def test_types_of_which_no_event_is_deserve_a_look(
    warned: Warnings, used: str, unused: list[str]
) -> None:
    declared = "".join(f"  {key}: {{label: L}}\n" for key in ("a", "a.b", "a.b.c", "ab"))
    found = warned(f"types:\n{declared}events:\n{sourced(more=f', type: {used}')}")
    assert [warning.replace("no event is of the type ", "") for warning in found] == unused


NORWAY = "Norway recognises the State of Palestine"
BOUND = ", note: The text says so"


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (sourced(NORWAY), sourced(NORWAY), True),
        (sourced(NORWAY), sourced(NORWAY.upper()), True),
        (sourced(NORWAY), sourced(f"{NORWAY}s"), True),
        (sourced(NORWAY, country="NOR, PSE"), sourced(NORWAY, country="PSE, NOR"), True),
        (sourced(NORWAY), sourced("Norway and Palestine exchange ambassadors"), False),
        (sourced(NORWAY), sourced("Palestine recognises the State of Norway"), False),
        (sourced("Iran attacks Israel"), sourced("Israel attacks Iran"), False),
        (sourced("A"), sourced("B"), False),
        (sourced(NORWAY), sourced(NORWAY.replace("cog", "gog")), True),
        (sourced(NORWAY), sourced(f"The {NORWAY}"), True),
        (sourced(NORWAY), sourced(NORWAY, date="2022"), False),
        (sourced(NORWAY), sourced(NORWAY, date="2021-01"), True),
        (sourced(NORWAY, date="202X"), sourced(NORWAY, date="2021/2022"), True),
        (sourced(NORWAY, date="2021-01"), sourced(NORWAY, date="2021-01-31/2021-03"), True),
        (sourced(NORWAY, date="2021-01-31"), sourced(NORWAY, BOUND, "2021-01-31?"), True),
        (sourced(NORWAY, date="2021-01"), sourced(NORWAY, date="2021-02/2021-03"), False),
        (sourced(NORWAY, date="2020/.."), sourced(NORWAY), False),
        (sourced(NORWAY, BOUND, "'[..2021]'"), sourced(NORWAY, BOUND, "'[..2021]'"), True),
        (sourced(NORWAY), sourced(NORWAY, country="SWE"), False),
        (sourced(NORWAY), sourced(NORWAY, country="NOR, PSE"), False),
    ],
)
@pytest.mark.parametrize("apart", ["", sourced("Other", date="2021", country="AFG")])
def test_events_that_are_nearly_the_same_deserve_a_look(
    warned: Warnings, first: str, second: str, apart: str, *, alike: bool
) -> None:
    found = warned(first + apart + second)
    line = 3 if apart else 2
    assert [warning.partition(":")[0] for warning in found] == [str(line)] * alike
    assert all("looks like 202" in warning for warning in found)


def test_nearly_the_same_events_are_found_across_files(warned: Warnings) -> None:
    (warning,) = warned(sourced(NORWAY), "\n" + sourced(NORWAY))
    assert warning.startswith("2: looks like")


def test_lines_of_events_have_their_warnings_in_their_lines(warned: Warnings) -> None:
    line = '{"date": "2021", "title": "T", "countries": ["ZZZ"], "sources": ["s"]}\n'
    assert [
        warning.partition(":")[0]
        for warning in warned("\n" + line.replace("T", "U") + "\n" + line, name="jsonl")
    ] == ["2", "4"]  # fmt: skip


def test_errors_hide_only_what_depends_on_all_events(write: Write) -> None:
    declared = "types: {a: {label: A}}\nevents:\n"
    path = write("a.yaml", declared + entry() + entry(more="countries: []"))
    problems, _ = check([str(path)])
    assert [(p.severity, p.line) for p in problems] == [("warning", 3), ("error", 4)]


def test_a_date_is_compared_with_the_last_day_of_its_own_file(write: Write) -> None:
    early = write("a.yaml", f"as_of: 2020-01-01\nevents:\n{sourced(date='2019')}")
    late = write("b.yaml", f"as_of: 2026-01-01\nevents:\n{sourced(date='2025')}")
    assert check([str(early), str(late)]) == ([], 2)


def test_warnings_come_in_the_order_of_the_text(warned: Warnings) -> None:
    text = "sources: {s: {title: S}, t: {title: T}}\nevents:\n" + entry() + sourced(country="ZZZ")
    lines = [warning.partition(":")[0] for warning in warned(text)]
    assert lines == ["1", "3", "4"]


def test_the_bundled_file_has_no_problem() -> None:
    found, events = check([bundled()])
    assert found == []
    assert events > 0


@pytest.mark.parametrize(
    ("firsts", "others", "says"),
    [
        (5, 4, "5 of 9 days are 1 January; write the year where only that is known"),
        (5, 0, "all 5 days are 1 January; write the year"),
        (4, 0, ""),
        (5, 5, ""),
    ],
)
def test_days_most_of_which_are_a_new_year_deserve_a_look(
    warned: Warnings, firsts: int, others: int, says: str
) -> None:
    days = [sourced("abcdefghij"[n] * 9, date=f"{1980 + n}-01-01") for n in range(firsts)]
    days += [sourced("klmnopqrst"[n] * 9, date=f"{1980 + n}-05-02") for n in range(others)]
    found = warned(sourced("z", date="1990"), "".join(days))
    assert [f"1: {says}" in each for each in found] == [True] * bool(says)


@pytest.mark.parametrize(
    ("firsts", "others", "says"),
    [
        (10, 0, "all 10 days are the first of a month; write the month where only that is known,"),
        (10, 1, "10 of 11 days are the first of a month; write the month where only that is known"),
        (10, 2, ""),
        (9, 0, ""),
    ],
)
def test_days_most_of_which_begin_a_month_deserve_a_look(
    write: Write, firsts: int, others: int, says: str
) -> None:
    days = [f"{1980 + n}-0{n % 8 + 2}-01" for n in range(firsts)]
    days += [f"{1960 + n}-05-02" for n in range(others)]
    rows = "".join(f"{day},{'abcdefghijkl'[n] * 9},NO\n" for n, day in enumerate(days))
    found, _ = check([str(write("in.csv", f"date,title,country\n{rows}"))])
    assert [f"{each.message},".startswith(says) for each in found] == [True] * bool(says)
    assert ["precision: month" in each.message for each in found] == [not others] * bool(says)


@pytest.mark.parametrize(
    ("days", "first", "says"),
    [
        ("2021-22 2020-21 2022-23 2020-21", 3, "as 2020-21; if years are meant, write 2020/2021"),
        ("2009-10 2010-11", 2, "as 2009-10; if years are meant, write 2009/2010"),
        ("2005-10 2001-05 2010-12", 3, "as 2001-05; if years are meant, write 2001/2005"),
        ("1999-03 2003-07 2007-12 2012", 2, "as 1999-03; if years are meant, write 1999/2003"),
        ("2009-10", 0, ""),
        ("2009-10 2010-11 2010-12", 0, ""),
        ("2009-10 2010-11 2010", 0, ""),
        ("2010-10 2010-11 2011-03", 0, ""),
        ("2001-05 2005-09 2009-11-03", 0, ""),
    ],
)
def test_months_that_may_be_years_deserve_a_look(
    write: Write, days: str, first: int, says: str
) -> None:
    rows = "".join(f"{day},T{n * 7}{day},NO\n" for n, day in enumerate(days.split()))
    found, _ = check([str(write("in.csv", f"date,title,country\n{rows}"))])
    assert [each.line for each in found if each.message.endswith(says)] == [first] * bool(says)


def test_months_that_an_event_file_has_are_months(warned: Warnings) -> None:
    assert warned(sourced(date="2009-10") + sourced("b" * 9, date="2010-11")) == []


def test_the_months_of_a_table_lead_to_its_map(write: Write) -> None:
    rows = "".join(f"{year}-03-01,T{year},NO\n" for year in range(1980, 1990))
    (found,), _ = check([str(write("in.csv", f"date,title,country\n{rows}"))])
    assert found.message.endswith('or in a map date: {time: "{column}", precision: month}')


def test_the_days_of_a_table_lead_to_its_map(write: Write) -> None:
    rows = "".join(f"{year}-01-01,T{year},NO\n" for year in range(1980, 1990))
    (found,), _ = check([str(write("in.csv", f"date,title,country\n{rows}"))])
    assert (found.line, found.column) == (2, 1)
    assert found.message.endswith('or in a map date: {time: "{column}", precision: guess}')
