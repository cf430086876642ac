"""`diplo show`: events by their ids, by words of a title, or by what a pipe brings."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import EVENT_KEYS
from tests.conftest import Result, Run

Write = Callable[..., Path]

EVENTS = """\
sources:
  memoir:
    title: A memoir
    author: A. Writer
    publisher: A house
    date: 1999-05
    url: "https://a.b/ø?q=\\"x\\"&{1}"
  plain: {title: Plain}
events:
- {id: oslo, date: 1993, title: Oslo accords, countries: [NOR],
   sources: [{source: memoir, locator: p. 7}, plain]}
- {id: oslo-2, date: 1995, title: The Oslo accords are widened, countries: [NOR]}
- {id: stoere, date: 2021, title: "Støre rejects Norway's part", countries: [NOR]}
- {id: war, date: 2022, title: Norway deplores the war, countries: [NOR]}
- {id: deal, date: 2023, title: A fish deal, countries: [NOR]}
- {id: deal-2, date: 2024, title: A fish deal, countries: [NOR]}
- {id: deal-3, date: 2025, title: A fish deal ends, countries: [NOR]}
"""


@pytest.fixture
def show(run: Run, write: Write) -> Run:
    write("e.yaml", EVENTS)

    def show_events(*arguments: str, stdin: str = "") -> Result:
        return run("show", "--events", "e.yaml", *arguments, stdin=stdin)

    return show_events


def shown(result: Result) -> list[str]:
    assert (result.status, result.err) == (0, "")
    return [line.partition("\t")[0] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("war oslo", "war oslo"),
        ("oslo oslo", "oslo"),
        ("store", "stoere"),
        ("STØRE REJECT", "stoere"),
        ("part norways", "stoere"),
        ("oslo accords", "oslo"),  # the whole title
        ("accords widened", "oslo-2"),
        ("deplores war", "war"),
        ("war rejects", "war stoere"),  # an id, and words
        ("OSLO-2 War", "oslo-2 war"),
    ],
)
def test_ids_and_words_of_a_title(show: Run, words: str, ids: str) -> None:
    assert shown(show(*words.split())) == ids.split()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("norway", "2 titles fit 'norway'; did you mean 'stoere' or 'war'?"),
        ("oslo norway", "2 titles fit 'norway'; did you mean 'stoere' or 'war'?"),
        ("a fish deal", "2 titles fit 'a fish deal'; did you mean 'deal' or 'deal-2'?"),
        ("oslo-3", "no event has 'oslo-3' as its id or in its title; did you mean 'oslo-2'"),
        ("oslo-22", "no event has 'oslo-22' as its id or in its title; did you mean 'oslo-2'?\n"),
        ("storre", "no event has 'storre' as its id or in its title; did you mean 'stoere'?\n"),
        ("qqq zzz", "no event has 'qqq zzz' as its id or in its title; 'diplo timeline -c id,tit"),
        ("award", "no event has 'award'"),  # a word begins so, or it does not
        ("!", "no event has '!'"),
    ],
)
def test_what_is_not_one_event_is_said_in_a_line(show: Run, words: str, says: str) -> None:
    result = show(*words.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"diplo: {says}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("length", [10, 75])
def test_of_many_events_the_first_are_named(run: Run, write: Write, length: int) -> None:
    ids = [f"{'a' * length}-{number}" for number in range(12)]
    event = '{"id": "%s", "date": "2021", "title": "War", "countries": ["NOR"]}\n'
    write("e.jsonl", "".join(event % key for key in ids).replace("War", "War again", 11))
    result = run("show", "--events", "e.jsonl", "wa")
    named = re.findall(f"'(a{{{length}}}-[0-9]+)'", result.err)
    assert (result.status, named) == (2, ids[: len(named)])
    assert len(named) == (10 if length == 10 else 3)
    names = f"{', '.join(map(repr, named[:-1]))} or {named[-1]!r}"
    assert result.err.startswith(f"diplo: 12 titles fit 'wa'; did you mean {names}?")
    assert result.err.endswith("? Add a word, for these are not all\n")
    assert len(result.err) < 390


@pytest.mark.parametrize(
    ("stdin", "arguments", "ids"),
    [
        ("war\noslo\n", "-", "war oslo"),
        ("2021\tcertain\tNOR\t\tT\twar\r\n\n", "-", "war"),
        ("war\tNorway deplores the war\n", "-", "war"),  # as -c id,title has it
        ("war\nwar", "oslo -", "oslo war"),
        ("war", "- stoere rejects", "stoere war"),
    ],
)
def test_ids_come_through_a_pipe(show: Run, stdin: str, arguments: str, ids: str) -> None:
    assert shown(show(*arguments.split(), stdin=stdin)) == ids.split()


def test_what_a_timeline_lists_is_shown(shell: Run, write: Write) -> None:
    write("e.yaml", EVENTS)
    env = {"DIPLO_EVENTS": "e.yaml"}
    for listed in ("", "-c title,id", "-f tsv -c id"):
        result = shell(f"diplo timeline norway {listed} | grep -v '^id$' | diplo show -", env)
        assert shown(result) == re.findall(r"id: ([\w-]+)", EVENTS)


def test_a_pipe_that_brings_nothing_is_said(show: Run) -> None:
    result = show("-", "--json", stdin=" \n")
    assert result == Result(0, "[]\n", "diplo: standard input names no event\n")


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        ("-", "war\n\nosl\n", "standard input, line 3: no event has the id 'osl'; did you mean '"),
        ("-", "é\n", "standard input, line 1: no event has the id 'é'; write an id a line"),
        ("-", "[\n", "standard input is JSON, of which no ids are read; pipe 'diplo timeline ..."),
        ("-", ' {"id": "a"}\n', "standard input is JSON, of which no ids are read; pipe"),
        ("-", "[a\tb\n", "standard input, line 1: no event has the id 'b'; write an id a line"),
        ("-", "\x1b[31m\n", r"standard input, line 1: no event has the id '\x1b[31m'"),
        ("- -", "", "standard input ('-') is named twice; it can be read once"),
        ("- --events -", "", "standard input ('-') is named twice; it can be read once"),
    ],
)
def test_what_a_pipe_may_not_bring(show: Run, arguments: str, stdin: str, says: str) -> None:
    result = show(*arguments.split(), stdin=stdin)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"diplo: {says}")


def test_a_closed_standard_input_is_said(shell: Run, write: Write) -> None:
    write("e.yaml", EVENTS)
    result = shell("diplo show --events e.yaml - <&-")
    assert (result.status, result.out) == (66, "")
    assert result.err.startswith("diplo: standard input")


def test_sources_are_shown_with_what_is_told_of_them(show: Run) -> None:
    out = show("oslo", "-f", "table").out
    assert (
        out.split("\n\n")[1]
        == """\
Sources  A. Writer, A memoir, A house, May 1999, p. 7
         https://a.b/%C3%B8?q=%22x%22&%7B1%7D
         Plain"""
    )
    assert "\x1b" not in out


def test_sources_are_links_where_there_is_colour(show: Run) -> None:
    out = show("oslo", "-f", "table", "--color", "always").out
    words = "A. Writer, A memoir, A house, May 1999, p. 7"
    link = "\x1b]8;;https://a.b/%C3%B8?q=%22x%22&%7B1%7D\x1b\\"
    assert f"{link}{words}\x1b]8;;\x1b\\\n" in out
    assert out.count("\x1b]8;;") == 2
    assert "\n         Plain\n" in out


def test_an_address_is_left_out_where_there_is_no_room(run: Run, write: Write) -> None:
    write("e.yaml", EVENTS)
    narrow = run("show", "oslo", "--events", "e.yaml", "-f", "table", env={"COLUMNS": "30"})
    assert "https" not in narrow.out
    assert "A. Writer" in narrow.out


def test_objects_have_all_of_a_source(show: Run) -> None:
    (event,) = json.loads(show("oslo", "--json").out)
    assert event["sources"] == [
        {
            "source": "memoir",
            "locator": "p. 7",
            "title": "A memoir",
            "kind": None,
            "author": "A. Writer",
            "publisher": "A house",
            "date": "1999-05",
            "url": 'https://a.b/ø?q="x"&{1}',
        },
        {
            "source": "plain",
            "locator": None,
            "title": "Plain",
            **dict.fromkeys(("kind", "author", "publisher", "date", "url")),
        },
    ]


def test_sources_lose_nothing_on_their_way_through_json(run: Run, write: Write) -> None:
    write("e.yaml", EVENTS)
    first = run("timeline", "--events", "e.yaml", "--json").out
    text = first
    for name in ("json", "jsonl", "yaml", "jsonl", "json"):
        result = run("timeline", "--events", "-", "-f", name, stdin=text)
        assert (result.status, result.err) == (0, "")
        text = result.out
    assert text == first


def test_sources_are_listed_with_what_is_told_of_them(run: Run, write: Write) -> None:
    write("e.yaml", EVENTS)
    lines = run("timeline", "--events", "e.yaml", "-f", "jsonl").out
    rows = [json.loads(run("sources", "--events", "e.yaml", "--json").out)]
    rows.append(json.loads(run("sources", "--events", "-", "--json", stdin=lines).out))
    assert rows[0] == rows[1]
    assert list(rows[0][0].items()) == [
        ("source", "memoir"),
        ("title", "A memoir"),
        ("kind", None),
        ("author", "A. Writer"),
        ("publisher", "A house"),
        ("date", "1999-05"),
        ("url", 'https://a.b/ø?q="x"&{1}'),
        ("count", 1),
    ]
    table = run("sources", "--events", "e.yaml", "-f", "table", env={"COLUMNS": "120"}).out
    assert table.split("\n")[0].split() == [
        *("Source", "Title", "Kind", "Author", "Publisher", "Date", "Address", "Events")
    ]


def test_standard_input_that_cannot_be_read_is_said(shell: Run, write: Write) -> None:
    write("e.yaml")
    result = shell("diplo show --events e.yaml - 0>/dev/null")
    assert (result.status, result.out) == (66, "")
    assert result.err.startswith("diplo: standard input")
    assert result.err.count("\n") == 1


def test_every_event_can_be_shown(run: Run, bundled: list[dict[str, Any]]) -> None:
    names = [event["id"] for event in bundled]
    result = run("show", *names, "--json")
    shown = json.loads(result.out)
    assert [event["id"] for event in shown] == names
    assert {tuple(event) for event in shown} == {EVENT_KEYS}


def test_an_event_shown_twice_is_shown_once(run: Run) -> None:
    assert len(run("show", "oslo-accords", "oslo-accords ", "-f", "jsonl").out.splitlines()) == 1


# --- What happened around an event

AROUND = """\
- {id: early, date: 2019-05, title: Early, countries: [NOR, SWE]}
- {id: eve, date: 2020-12-31, title: Eve, countries: [SWE, NOR, FIN], status: {Post: open}}
- {id: other, date: 2021-05, title: Other, countries: [NOR, FIN]}
- {id: month, date: 2021-05, title: Month, countries: [NOR, SWE]}
- {id: same, date: 2021-05-17, title: Same, countries: [NOR, SWE]}
- {id: last, date: 2022-05-31, title: Last, countries: [NOR, SWE]}
- {id: late, date: 2022-06-01, title: Late, countries: [NOR, SWE]}
- {id: lasting, date: 2001/.., title: Lasting, countries: [NOR, SWE]}
- {id: set, date: "[..2021-05]", title: Set, countries: [NOR, SWE]}
- {id: gone, date: /2021-05-20, title: Gone, countries: [NOR, SWE]}
- {id: so, date: /.., title: So, countries: [NOR, SWE]}
"""


@pytest.fixture
def around(run: Run, write: Write) -> Run:
    write("e.yaml", AROUND)

    def show_around(*arguments: str, env: dict[str, str] | None = None) -> Result:
        return run("show", "--events", "e.yaml", *arguments, env=env)

    return show_around


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("month --around 1y", "eve month same last lasting gone set so"),
        ("month --around 14d", "month same lasting gone set so"),
        ("same --around 0d", "same lasting month gone set so"),
        ("late --around 1d", "last late lasting so"),
        ("gone --around 2w", "same gone lasting month set so"),  # it is no event beside itself
        ("set --around 1d", "set lasting month so"),
        ("other --around 1y", "eve other"),
        ("so --around 1y", "so"),
        ("late early --around 1d", "last late lasting so early gone set"),
    ],
)
def test_what_happened_around_an_event(around: Run, asked: str, ids: str) -> None:
    for form in ("json", "jsonl", "csv", "plain"):
        result = around(*asked.split(), "-f", form)
        said = "diplo: no day of 'so' is known, so nothing is shown around it\n"
        assert (result.status, result.err) == (0, said if asked.startswith("so ") else "")
    lines = around(*asked.split(), "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids.split()


def test_how_each_event_matches_the_days_around_one_is_told(around: Run) -> None:
    rows = json.loads(around("month", "--around", "1y", "--json").out)
    assert {row["id"]: row["match"] for row in rows} == {
        **dict.fromkeys(("eve", "month", "same", "last"), "certain"),
        **dict.fromkeys(("lasting", "gone"), "ongoing"),
        **dict.fromkeys(("set", "so"), "possible"),
    }


def test_a_table_tells_what_happened_before_at_the_time_and_after(around: Run) -> None:
    out = around("month", "--around", "1y", "-f", "table").out
    assert (
        out
        == """\
Month
May 2021 · Norway, Sweden

Norway and Sweden from 1 May 2020 to 31 May 2022
4 events · 2 under way · 2 may belong
FIN Finland 1

1 year before ─┬────────────────────────────────────────────────────────────── 1
   31 Dec 2020 ◆ Eve      FIN
May 2021 ──────┼────────────────────────────────────────────────────────────── 2
      May 2021 │ Month
   17 May 2021 │ Same
1 year after ──┼────────────────────────────────────────────────────────────── 1
   31 May 2022 │ Last
Under way before 1 May 2020: 2 ─────────────────────────────────────────────────
    since 2001 ┊ Lasting
  until 20 May ┊ Gone
          2021 ┊
May belong here: 2 ───────────────────────────── not dated closely enough to say
   by May 2021 ○ Set
      not told ○ So

◆ changes a state   ○ date in doubt

month                                                                2021-05
"""
    )


def test_the_rules_of_headings_meet_the_axis(around: Run) -> None:
    out = around("month", "--around", "12m", "-f", "table").out
    starts = ["12 months before ┬─", "May 2021 ────────┼─", "12 months after ─┼─"]
    rules = [line for line in out.splitlines() if re.search("[┬┼]", line)]
    assert [rule[:19] for rule in rules] == starts
    assert "\n     31 Dec 2020 ◆ Eve " in out
    narrow = around("month", "--around", "12m", "-f", "table", env={"COLUMNS": "59"}).out
    assert "\n   31 Dec 2020 ◆ Eve " in narrow


def test_a_table_leaves_out_what_is_empty_around_an_event(around: Run) -> None:
    out = around("early", "so", "--around", "2w", "-f", "table").out
    assert [line.split(" ─")[0] for line in out.splitlines() if "─┬─" in line] == ["May 2019"]
    assert "2 weeks" not in out
    assert re.search(r"\n\nSo\nStart not told · Norway, Sweden\n\nso +/\.\.\n$", out)


def test_a_wrong_length_of_time_is_said_in_a_line(around: Run) -> None:
    result = around("month", "--around", "1y6m")
    forms = "write 1y, 6m, 2w, 90d, '2 years' or 'a month'"
    says = f"diplo: --around: '1y6m' is not a length of time; {forms}\n"
    assert result == Result(2, "", says)
