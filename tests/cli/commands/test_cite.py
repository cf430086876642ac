"""`diplo cite`: the sources of events as text, BibTeX, RIS and CSL JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Run

Write = Callable[..., Path]

HOSTILE = r"""}{ \end{x} "q" 'a' 100% & _b_ #c $d$ ~e ^f @g{h, TY - X"""
PLAIN = """\
sources:
  atlas: {title: Norway–Palestine relations, kind: encyclopedia article}
  paper: {title: A day, kind: news report, author: A. Writer, publisher: The Paper,
    date: 2025-06-20, url: "https://a.b/c_d?e=1&f=%20"}
events:
- id: one
  date: 2024-05-28
  title: Norway "recognises" Palestine
  countries: [NOR, PSE]
  sources: [{source: atlas, locator: "Lead, paragraph 1"}, {source: paper, locator: p. 1}]
- {id: two, date: /.., title: Two, countries: [NOR], sources: [{source: paper, locator: p. 1}]}
- {id: bare, date: 2024, title: Bare, countries: [NOR]}
"""
TEXT = """\
Norway–Palestine relations, Lead, paragraph 1 [Norway "recognises" Palestine, 28 May 2024].
A. Writer, A day, The Paper, 20 Jun 2025, p. 1 [Norway "recognises" Palestine, 28 May 2024].\
 https://a.b/c_d?e=1&f=%20
A. Writer, A day, The Paper, 20 Jun 2025, p. 1 [Two]. https://a.b/c_d?e=1&f=%20
"""
BIBTEX = """\
@misc{atlas-lead-paragraph-1,
  title = {{Norway–Palestine relations}},
  note = {Lead, paragraph 1},
  annote = {Norway "recognises" Palestine, 28 May 2024},
}

@article{paper-p-1,
  author = {{A. Writer}},
  title = {{A day}},
  journal = {The Paper},
  year = {2025},
  month = jun,
  date = {2025-06-20},
  url = {https://a.b/c_d?e=1&f=%20},
  note = {p. 1},
  annote = {Norway "recognises" Palestine, 28 May 2024; Two},
}
"""
RIS = """\
TY  - ENCYC
ID  - atlas-lead-paragraph-1
TI  - Norway–Palestine relations
N1  - Lead, paragraph 1
N1  - Norway "recognises" Palestine, 28 May 2024
ER  - \n
TY  - NEWS
ID  - paper-p-1
AU  - A. Writer
TI  - A day
PB  - The Paper
PY  - 2025
DA  - 2025/06/20/
UR  - https://a.b/c_d?e=1&f=%20
N1  - p. 1
N1  - Norway "recognises" Palestine, 28 May 2024; Two
ER  - \n"""
CSL = [
    {
        "id": "atlas-lead-paragraph-1",
        "type": "entry-encyclopedia",
        "title": "Norway–Palestine relations",
        "note": "Lead, paragraph 1",
        "annote": 'Norway "recognises" Palestine, 28 May 2024',
    },
    {
        "id": "paper-p-1",
        "type": "article-newspaper",
        "title": "A day",
        "author": [{"literal": "A. Writer"}],
        "publisher": "The Paper",
        "issued": {"date-parts": [[2025, 6, 20]]},
        "URL": "https://a.b/c_d?e=1&f=%20",
        "note": "p. 1",
        "annote": 'Norway "recognises" Palestine, 28 May 2024; Two',
    },
]
COMMANDS = {
    "{\\textbackslash}": "\\",
    "{\\textbraceleft}": "{",
    "{\\textbraceright}": "}",
    "{\\textasciitilde}": "~",
    "{\\textasciicircum}": "^",
    **{f"\\{character}": character for character in "%&_#$"},
}


@pytest.fixture
def cite(run: Run, write: Write) -> Run:
    write("e.yaml", PLAIN)
    return lambda *arguments, stdin="": run("cite", "--events", "e.yaml", *arguments, stdin=stdin)


def braced(text: str, start: int) -> int:
    """Return where the braces end that open at a place, counting as BibTeX does."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise AssertionError(text[start:])


def plain(value: str) -> str:
    """Return what TeX prints for a value: one group in another is the same."""
    value = value[1:-1] if value.startswith("{") and braced(value, 0) == len(value) - 1 else value
    command = re.compile("|".join(map(re.escape, COMMANDS)))
    rest = command.sub("", value)
    assert not re.search(r"[\\{}%&_#$~^]", rest), rest
    return command.sub(lambda found: COMMANDS[found[0]], value)


def bibtex(text: str) -> list[dict[str, str]]:
    """Read BibTeX: balanced entries of fields in braces, or of a word for a month."""
    entries = []
    place = 0
    while found := re.compile(r"\s*@([a-z]+)\{([a-z0-9-]+),").match(text, place):
        entry = {"type": found[1], "key": found[2]}
        place = found.end()
        while field := re.compile(r"\s*([a-z]+) = ").match(text, place):
            if text[field.end()] == "{":
                end = braced(text, field.end()) + 1
                value = text[field.end() + 1 : end - 1]
                entry[field[1]] = value[1:-1] if field[1] == "url" else plain(value)
                if field[1] == "url":
                    entry["url"] = value
            else:
                word = re.compile("[a-z]{3}").match(text, field.end())
                assert word
                entry[field[1]], end = word[0], word.end()
            assert text[end] == ","
            place = end + 1
        assert text[place : place + 3] == "\n}\n"
        place += 3
        entries.append(entry)
    assert text[place:].strip() == ""
    return entries


def ris(text: str) -> list[list[tuple[str, str]]]:
    """Read RIS: each line has a tag and a value, each record begins with TY and ends with ER."""
    records: list[list[tuple[str, str]]] = []
    for line in filter(None, text.split("\n")):
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()  # type: ignore[union-attr]
        if tag == "TY":
            assert not records or records[-1][-1] == ("ER", "")
            records.append([])
        records[-1].append((tag, value))
    assert all(record[-1] == ("ER", "") for record in records)
    return records


@pytest.mark.parametrize(
    ("form", "said"), [("text", TEXT), ("bibtex", BIBTEX), ("ris", RIS), ("csl-json", CSL)]
)
def test_every_format(cite: Run, form: str, said: Any) -> None:  # noqa: ANN401
    result = cite("one", "two", "-f", form)
    assert (result.status, result.err) == (0, "")
    assert cite("one", "two", "-f", form.upper()) == result
    assert (json.loads(result.out) if form == "csl-json" else result.out) == said


def test_text_is_the_default_and_events_come_as_for_show(cite: Run) -> None:
    assert cite("one", "two").out == TEXT
    assert cite("palestine", "-", stdin="two\n").out == TEXT
    assert cite("-", stdin="x\tone\ny\ttwo\n").out == TEXT
    assert cite("pale").out == "".join(TEXT.splitlines(keepends=True)[:2])


@pytest.mark.parametrize(("form", "out"), [("text", ""), ("bibtex", ""), ("csl-json", "[]\n")])
def test_an_event_without_a_source_is_said(cite: Run, form: str, out: str) -> None:
    said = "diplo: the event bare names no source, so none is cited\n"
    assert cite("bare", "-f", form) == Result(0, out, said)
    assert cite("bare", "one").out == cite("one").out


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "text"),
        ("a.bib", "bibtex"),
        ("a.RIS", "ris"),
        ("a.json", "csl-json"),
        ("a", "text"),
        ("-", "text"),
    ],
)
def test_the_ending_of_a_file_says_the_format(
    cite: Run, tmp_path: Path, name: str, form: str
) -> None:
    result = cite("one", "-o", name)
    written = tmp_path / name
    out = written.read_text(encoding="utf-8") if written.is_file() else result.out
    assert (result.status, out) == (0, cite("one", "--format", form).out)
    assert cite("one", "-f", "ris", "-o", "a.any").status == 0


def test_a_pipe_may_have_any_ending(shell: Run, write: Write) -> None:
    write("e.yaml", PLAIN)
    piped = "mkfifo p.fifo; cat p.fifo & diplo cite one two --events e.yaml -o p.fifo; wait"
    assert shell(piped) == Result(0, TEXT, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("one -f bib", "'bib' is not a format; did you mean 'bibtex'?"),
        (
            "one -o a.xlsx",
            (
                "--output knows no format for the ending '.xlsx';"
                " choose from .txt, .bib, .ris, .json, or give --format\n"
            ),
        ),
        ("one -f json", "'json' is not a format; did you mean 'csl-json'?"),
        ("one -o a.md", "--output knows no format for the ending '.md'; choose from .txt, .bib, "),
        ("one --output=", "--output needs the name of a file, or - for standard output"),
        ("onne", "no event has 'onne' as its id or in its title; did you mean 'one'?"),
        ("", "missing argument 'ID|WORDS"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(cite: Run, arguments: str, says: str) -> None:
    result = cite(*arguments.split())
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(f"diplo: {says}")


@pytest.mark.parametrize("kind", ["book", "treaty"])
def test_hostile_text_comes_back_as_it_was(run: Run, write: Write, kind: str) -> None:
    about = {"title": HOSTILE, "kind": kind, "author": HOSTILE, "publisher": HOSTILE}
    url = r"https://a.b/{x}\y%20&_z"
    cited = [{"source": "s", "locator": HOSTILE, "url": url, **about}, {"source": "s"}]
    event = {"id": "e", "date": "2021", "title": HOSTILE, "countries": ["NOR"], "sources": cited}
    write("e.json", json.dumps([event]))

    def told(form: str) -> str:
        result = run("cite", "e", "--events", "e.json", "-f", form)
        assert (result.status, result.err) == (0, "")
        out: str = result.out
        return out

    entry, other = bibtex(told("bibtex"))
    publisher = {"book": "publisher", "treaty": "howpublished"}[kind]
    assert entry["type"] == {"book": "book", "treaty": "misc"}[kind]
    keys = ("author", "title", publisher, "note")
    assert [entry[key] for key in keys] == [HOSTILE] * 4
    assert entry["annote"] == f"{HOSTILE}, 2021"
    assert entry["url"] == "https://a.b/%7Bx%7D%5Cy%20&_z"
    assert (other["key"], "note" in other) == ("s", False)
    record, _ = ris(told("ris"))
    assert record[0] == ("TY", {"book": "BOOK", "treaty": "LEGAL"}[kind])
    texts = {tag: text for tag, text in record if text in (HOSTILE, url)}
    assert texts == {"AU": HOSTILE, "TI": HOSTILE, "PB": HOSTILE, "UR": url, "N1": HOSTILE}
    item, _ = json.loads(told("csl-json"))
    assert (item["title"], item["author"], item["URL"]) == (HOSTILE, [{"literal": HOSTILE}], url)
    assert (item["publisher"], item["note"]) == (HOSTILE, HOSTILE)
    lines = told("text").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith(f"{HOSTILE} [{HOSTILE}, 2021]. {url}")


def test_keys_are_those_of_one_place_each(run: Run, write: Write) -> None:
    places = ["p. 1", "p 1", "P-1", "頁", "章", None]
    cited = [{"source": "s", "locator": place} for place in places]
    event = {"id": "e", "date": "2021", "title": "T", "countries": ["NOR"], "sources": cited * 2}
    write("e.json", json.dumps([event]))
    items = json.loads(run("cite", "e", "--events", "e.json", "-f", "csl-json").out)
    assert [item["id"] for item in items] == ["s-p-1", "s-p-1-2", "s-p-1-3", "s", "s-2", "s-3"]
    assert [item.get("note") for item in items] == places
    assert len(run("cite", "e", "--events", "e.json").out.splitlines()) == len(places)
    assert {item["title"] for item in items} == {"s"}


DATES = [
    ("2024-05-28", {"date-parts": [[2024, 5, 28]]}, "2024", "2024/05/28/"),
    ("2021-12", {"date-parts": [[2021, 12]]}, "2021", "2021/12//"),
    ("0990-XX", {"date-parts": [[990]]}, "0990", "0990///"),
    ("1994~", {"date-parts": [[1994]], "circa": True}, "c. 1994", ""),
    ("2001-24", {"date-parts": [[2001]], "season": 4}, "winter 2001–02", ""),
    ("1960/1969-05", {"date-parts": [[1960], [1969, 5]]}, "1960 – May 1969", ""),
    ("196X", {"literal": "1960s"}, "1960s", ""),
    ("[..2006]", {"literal": "by 2006"}, "by 2006", ""),
    ("2021-08/..", {"literal": "since Aug 2021"}, "since Aug 2021", ""),
]


@pytest.mark.parametrize(("date", "issued", "year", "day"), DATES)
def test_a_date_is_told_as_far_as_it_is_known(
    run: Run, write: Write, date: str, issued: dict[str, Any], year: str, day: str
) -> None:
    cited = [{"source": "s", "title": "S", "date": date}]
    event = {"id": "e", "date": "2021", "title": "T", "countries": ["NOR"], "sources": cited}
    write("e.json", json.dumps([event]))
    out = {f: run("cite", "e", "--events", "e.json", "-f", f).out for f in ("bibtex", "ris")}
    (item,) = json.loads(run("cite", "e", "--events", "e.json", "-f", "csl-json").out)
    assert item["issued"] == issued
    (entry,) = bibtex(out["bibtex"])
    assert entry["year"] == year
    told_in_numbers = ("month" in entry) + ("date" in entry)
    assert told_in_numbers == (2 - day.count("//") - day.count("///") if day else 0)
    (record,) = ris(out["ris"])
    told = [(tag, text) for tag, text in record if tag in ("PY", "DA", "N1")]
    dated = [("PY", year), ("DA", day)] if day else [("N1", year)]
    assert told == [*dated, ("N1", "T, 2021")]
