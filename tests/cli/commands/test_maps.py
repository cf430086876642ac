import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from diplo.reading.maps import shipped
from tests.cli.tables.case import Case
from tests.cli.tables.shipped import SHIPPED
from tests.conftest import Run

Write = Callable[..., Path]

VISITS = "Stories\n\nWhen?,Country,Mood,Title\n1/2/2021,Norwey,x,a\n3/4/2021,Atlantis,y,b\n5/4/2021,Norwey\n"
GUESSED = '{start: {time: "{start}", precision: "guess"}, end: {time: "{end}", precision: "guess"}}'
OF_ROWS = ("created", "create", "update", "access", "mod", "pub", "reg", "publ")


def test_the_maps_that_ship_are_listed(run: Run) -> None:
    listed = [line.split("\t") for line in run("maps").out.splitlines()]
    assert [name for name, _ in listed] == shipped.names()
    assert dict(listed)["icews"].startswith("ICEWS Coded Event Data")
    assert json.loads(run("maps", "--json").out)[1]["map"] == "gdelt"


def test_a_map_that_ships_is_printed_to_be_copied(run: Run) -> None:
    result = run("maps", "wikidata")
    assert result == (0, shipped.text("wikidata"), "")
    assert "SELECT ?event" in result.out


def test_a_map_is_begun_for_standard_input(run: Run) -> None:
    result = run("maps", "-", stdin=b"Date,Country,Title\n2021,Norway,A\n")
    assert result.out.startswith("# A map for standard input, to be used with --map;\n")
    assert '  date: "{Date}"\n' in result.out


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("gdlet", 2, "did you mean 'gdelt'?"),
        ("zzzzz", 2, "the built-in ones are cow-"),
        (" ", 2, "blank"),
        (".", 66, "is a folder; name one file in it"),
        ("gone.csv", 66, "cannot be read"),
        ("bad.xlsx", 65, "bad.xlsx:1:A: it is"),
        ("bad.csv", 65, "bad.csv:1:3: the column 'a'"),
        ("bad.json", 65, "bad.json:1:2: not valid JSON"),
        ("nul.json", 65, "nul.json:1:2: "),
        ("own.yaml", 65, "own.yaml:1:1: this is YAML, which needs no map; give it to --events as"),
        ("own.json", 65, "own.json:1:1: this is JSON, which needs no map; give it to --events as"),
        ("own.jsonl", 65, "own.jsonl:1:1: this is JSON, which needs no map; give it to --events"),
        ("one.json", 65, "one.json:1:1: this is JSON, which needs no map"),
        ("here/not", 66, "here/not cannot be read: No such file"),
        ("not.csv", 66, "not.csv cannot be read: No such file"),
        ("text.yaml", 65, "text.yaml:1:1: this YAML has no list of records; make one of it, with"),
        ("apart.yaml", 65, "apart.yaml:1:1: this YAML has no list of records; make one of it"),
        ("one.yaml", 65, "one.yaml:1:1: this is YAML, which needs no map; give it to --events as"),
        ("slip.yaml", 65, "slip.yaml:1:1: this is YAML, which needs no map"),
        ("map.yaml", 65, "map.yaml:1:1: this is a map, which goes with a table: --events TABLE"),
        ("maps.yaml", 65, "maps.yaml:1:1: this is a map, which goes with a table"),
        ("broken.yaml", 65, "broken.yaml:2:2: not valid YAML"),
        ("latin.yaml", 65, "latin.yaml:1:6: the byte 0xf8 is not UTF-8 text"),
        ("note.md", 65, "note.md:1:1: this is a note, which needs no map; give it to --events"),
        ("ours.md", 65, "ours.md:1:1: this is a note, which needs no map; give it to --events"),
        ("table.md", 65, "table.md:1:1: no map is begun for a note; its table is read from a file"),
        ("lines.md", 65, "lines.md:1:1: no map is begun for a note; its lines with dates are not"),
        ("lines.txt", 65, "lines.txt:1:1: this is a chronology; make a table of it, with the col"),
        ("years.md", 65, "years.md:1:1: no map is begun for a note; its lines with dates are not"),
        (
            "prose.md",
            65,
            "no map is begun for a note, which is one event if its front matter has a",
        ),
        ("marked.csv", 65, "marked.csv:1:1: holds the character U+FEFF; remove it"),
        ("mixed.csv", 65, "mixed.csv:2:2: the byte 0xff is not UTF-8, as other letters are"),
    ],
)
def test_what_is_no_map_and_no_table_is_said(
    run: Run, write: Write, name: str, status: int, said: str
) -> None:
    write("ours.md", "| date | title | country |\n|---|---|---|\n| 2001 | T | NO |\n")
    write("lines.md", "- 1949: Norway joins NATO\n- 28 May 2024: Norway recognises Palestine\n")
    write("lines.txt", "NATO\n1949 - Norway joins\n1952 - Greece joins\n")
    write("years.md", "# NATO\n\n## 1949\n\n- 4 April: Norway joins\n")
    write("prose.md", "# NATO\n\nNorway has joined it.\n")
    write("table.md", "A list\n\n| When | What |\n|---|---|\n| 2001 | T |\n")
    write("bad.xlsx", "x")
    write("bad.csv", "a,b,a\n")
    write("bad.json", "[")
    write("marked.csv", b"\xef\xbb\xbf" * 2 + "Date,Title,Country\n2001,Tromsø,NO\n".encode())
    write("mixed.csv", "Date,Title,Country\n2001,øøø".encode() + b" \xff,NO\n")
    write("note.md", "---\ndate: 2021\ncountry: NO\n---\n")
    write("own.yaml")
    one = '{"date": "1990", "title": "T", "countries": ["NOR"], "match": "certain"}\n'
    write("own.json", f'{{"events": [{one}]}}')
    write("own.jsonl", one * 2)
    write("one.json", one)
    write("text.yaml", "So it was.\n")
    write("apart.yaml", "1957:\n- {name: A}\n1963:\n- {name: B}\n")
    write("one.yaml", "date: 1990\ntitle: T\nland: NOR\n")
    write("slip.yaml", "evnts:\n- {date: 1990, titel: T, countries: [NOR]}\n")
    write("map.yaml", "event: {date: '{D}', title: '{T}', countries: '{C}'}\n")
    write("maps.yaml", "events: [{date: '{D}', title: '{T}', countries: '{C}'}]\n")
    write("broken.yaml", "- a: b\n c: d\n")
    write("latin.yaml", b"- a: \xf8\n")
    write("nul.json", b"{\0}").with_name("gone.csv").symlink_to("nowhere")
    result = run("maps", name)
    assert result.status == status
    assert said in result.err


def test_a_map_is_begun_for_a_table(run: Run, write: Write) -> None:
    write("visits.csv", VISITS)
    begun = run("maps", "visits.csv").out
    assert begun == (
        "# A map for visits.csv, to be used with --map;\n"
        "# 'diplo maps' lists others, 'diplo maps --help' the keys.\n"
        "# Columns left out so far: Mood\n"
        'title: "visits"\n'
        'table: {skip: "2"}\n'
        'dates: "..."  # day-first or month-first; only you can tell\n'
        "values:\n"
        "  countries:  # not countries yet: a name or a code each; ~ is nobody\n"
        '    "Norwey": "NOR"  # 2 cells\n'
        '    "Atlantis": "..."  # 1 cell\n'
        "event:\n"
        '  date: "{When?}"\n'
        '  title: "{Title}"\n'
        '  countries: ["{Country}"]\n'
    )
    write("m.yaml", begun)
    left = "m.yaml:6:8: write day-first or month-first in place of ..."
    assert left in run("timeline", "--events", "visits.csv", "--map", "m.yaml").err
    begun = begun.replace('dates: "..."', "dates: day-first")
    write("m.yaml", begun)
    left = "write in the map what 'Atlantis' is, in place of ...: a name, a code or ~"
    assert left in run("timeline", "--events", "visits.csv", "--map", "m.yaml").err
    mended = begun.replace('"Atlantis": "..."', '"Atlantis": ~')
    write("m.yaml", mended)
    result = run("timeline", "--events", "visits.csv", "--map", "m.yaml")
    assert result.status == 65  # the last row has no title
    assert "visits.csv:6:4: 'title' is missing" in result.err


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        (
            "a.csv",
            "Date,Country,Title\n2001,AGO;EC,a\n2002,GMB;EC,b\n",
            ['    "EC": "..."  # 2 cells: ECU or ~\n'],
        ),
        ("a.csv", "sep=;\nTitle\n\nDate;Country\n2001;NO\n", ['table: {skip: "2"}\n']),
        (
            "a.csv",
            "year,month,end,Country,Title\n301,,a,NO,a\n1096,2,1097,NO,b\n",
            [
                '  date:  # not dates yet: write each like 1990s or 1990~, or present\n    "a": "..."',
                '  year:  # not dates yet: write each like 1990s or 1990~, or present\n    "301": "0301"',
            ],
        ),
        (
            "a.csv",
            "Date,Country,Title\n1/21/77,NO,a\n1/22/77,NO,b\n1/23/77,NO,c\n1/23/77,NO,d\n3-May-77,NO,e\n",
            [
                (
                    "# 5 dates have years of two digits, as '1/21/77': write four, in the file\n"
                    "event:\n"
                ),
            ],
        ),
        (
            "a.csv",
            (
                "date,country,Title\n1957-03-25T00:00:00Z,IT,a\n1919-01-01T00:00:00Z,NO,b\n"
                "1951-04-18T00:00:00Z,FR,c\n"
            ),
            [
                (
                    '  date: "{date}"  # or {time: "{date}", precision: "guess"}: takes 1 January '
                    "at midnight for the year\n"
                )
            ],
        ),
        (
            "a.csv",
            "Date,Date of entry,Country,Title\n,1990-02-03,NO,a\n,1991,NO,b\n1990-02-03,1991,NO,c\n",
            ["# other dates: 'Date'; ", '  date: "{Date of entry}"\n'],
        ),
        (
            "a.csv",
            "Day,Country,Title\n8863,NO,a\n128,NO,b\n-813,NO,c\n17533,NO,d\n,NO,e\n",
            [
                (
                    "# 'Day' seems to count days since some day: write dates in the file, as in "
                    "2018-01-02\nevent:\n"
                )
            ],
        ),
        (
            "a.csv",
            "Date,Country,Title\n128,NO,a\n-813,NO,b\n9999,NO,c\n",
            ['    "128": "0128"', '# except: {Date: "-813"}'],
        ),
        (
            "a.csv",
            "Date,Country,Embassy,Status\n2001,NO,1,open\n2002,SE,2,closed\n",
            ['  title: "{Country}: {Status}"\n', "# Columns left out so far: Embassy\n"],
        ),
        *(
            ("a.csv", f"{header}\n2001,{rows}\n2002,{rows[:-1]}\n", ['  title: "{...}"'])
            for header, rows in (
                ("Date,Embassy,Status", "1,open"),
                ("Date,Country,Status", f"NO,{'so it was ' * 9}"),
                ("Date,Country,Status}", "NO,open"),
                ("Date,p1,p2,p3,p4,p5,Status", "NO,SE,DK,FI,IS,open"),
            )
        ),
        *(
            (
                "a.csv",
                f"start,country,{name},{post}\n2001,NO,A. B.,Prime Minister\n2002,NO,C. D.,Minister\n",
                [f'  title: "{title}"\n'],
            )
            for name, post, title in (
                ("name", "position_title", "{name}"),
                ("Head of Government", "HoG Title", "{Head of Government}, {HoG Title}"),
                ("officeholderlabel", "positionlabel", "{officeholderlabel}, {positionlabel}"),
                ("whoever", "position_title", "{position_title}"),
            )
        ),
        *(
            (
                "a.csv",
                f"Date,Country,Title,{names}\n2001,NO,a,1,0,1,1,1\n",
                [
                    (
                        f"\n# 5 of them look like {what}, one column each: first make the table long, "
                        'one row a value (unpivot, melt, or mlr reshape)\ntitle: "a"\n'
                    )
                ],
            )
            for names, what in (
                ("Belgium,Norway,France,Italy,Spain", "countries"),
                ("1990,1991,1992,1993,2001", "years"),
            )
        ),
        *(
            ("a.csv", f"Date,Country,Title\n{unit},text,text\n2001,NO,a\n", [f"# except: {told}"])
            for unit, told in (
                ("%td", '{Date: "%td"}'),
                ("(yyyy-mm-dd)", '{Date: "(yyyy-mm-dd)"}'),
                ("text", "{Date: text}"),
            )
        ),
        (
            "a.csv",
            "jaar,x y\n",
            ['  date: "{...}"  # the day', '  countries: ["{...}"]  # columns with the'],
        ),
        (
            "a.csv",
            "Start,End,Party 1,Party 2,Text\n2001,2002,NO,SE\n",
            [
                '  date: {start: "{Start}", end: "{End}"}',
                '  countries: ["{Party 1}", "{Party 2}"]',
                '  summary: "{Text}"',
            ],
        ),
        (
            "a.csv",
            "Date,Country,Title\n2021,Norge,Stør\n".encode("cp1252"),
            ['table: {encoding: "windows-1252"}'],
        ),
        (
            "a.json",
            '{"a": {"rows": [{"Date": "2021", "Country": "NO", "Title": "T"}]}}',
            ['table: {records: "a.rows"}', '  date: "{Date}"'],
        ),
        ("a.json", '{"a": {"b": 1}}', ["# Columns left out so far: a.b"]),
        *(
            (
                "a.json",
                json.dumps([{"title": "A", "country": "Norway", **dates}]),
                [f"event:\n  date: {date}\n"],
            )
            for dates, date in (
                (
                    {"start": {"year": 1990, "day": 4, "month": 3}, "end": {"year": 1991}},
                    (
                        '{start: {year: "{start.year}", month: "{start.month}", day: "{start.day}"}, '
                        'end: {year: "{end.year}"}}'
                    ),
                ),
                (
                    {"a": {"begin": {"year": 1990, "month": 3}, "end": {"year": 1991, "month": 2}}},
                    (
                        '{start: {year: "{a.begin.year}", month: "{a.begin.month}"}, '
                        'end: {year: "{a.end.year}", month: "{a.end.month}"}}'
                    ),
                ),
                (
                    {"date": {"year": 1990, "month": 3}, "photo": {"year": 1951, "month": 3}},
                    '{year: "{date.year}", month: "{date.month}"}',
                ),
            )
        ),
        (
            "a.json",
            '[{"d": "2021", "name": "A", "p": [{"c": "NOR"}, {"c": "SWE"}]}]',
            ['  countries: ["{p.*.c}"]'],
        ),
        (
            "a.json",
            '[{"d": "2021", "name": "A", "p": [{"c": "NOR", "x": {"c": "DNK"}}]}]',
            ['  countries: ["{p.0.c}", "{p.*.x.c}"]'],
        ),
        (
            "a.json",
            (
                '[{"when": "2021", "title": {"no": "B", "en": "V"}, "summary": {"no": "S"}, "countries": '
                '[{"code": "NO", "name": "Norway"}, {"code": "IS", "name": "elsewhere"}]}]'
            ),
            [
                "# Columns left out so far: title.no, countries.0.name, countries.1.name\n",
                (
                    '  title: "{title.en}"\n  countries: ["{countries.*.code}"]\n'
                    '  summary: "{summary.no}"\n'
                ),
            ],
        ),
        (
            "a.json",
            '[{"d": "2021", "countries": [{"is": "NO", "title": "Host"}], "sources": [{"url": "u"}]}]',
            ['  countries: ["{countries.*.is}"]\n  sources: ["{sources.0.url}"]\n'],
        ),
        (
            "a.jsonl",
            '{"Date": "2021", "a\\"b\\\\": 1}\n{"Date": 1}',
            ['# Columns left out so far: a"b\\'],
        ),
        ("a.csv", 'Date,Country,Title\n2021,"A ""b"" \\",x\n', ['    "A \\"b\\" \\\\": ']),
        (
            "a.csv",
            "Signed,Tid,Land,Event\nno,2021,Norge,a\nno,May 2022,NO,b\n",
            ["# Columns left out so far: Signed\n", 'date: "{Tid}"', 'countries: ["{Land}"]'],
        ),
        (
            "a.csv",
            "Year,{Land},Event\n1999,Norwey,a\n2000,Norway,b\n2001,Norway,c\n",
            ['    "Norwey": "NOR"', '  countries: ["{*Land*}"]'],
        ),
        ("a.csv", "Year,Location,Event\n1999,Norway,a\n", ['  countries: ["{Location}"]']),
        (
            "a.csv",
            "When,Date,State,Host,Title,Name\nsoon,2021,open,Norway & Sweden,a,b\n",
            [
                "# Columns left out so far: When, State, Name\n",
                '  date: "{Date}"',
                '  countries: ["{Host}"]',
                '  title: "{Title}"',
            ],
        ),
        (
            "a.csv",
            "Date,When,Country 1,Country 2,To,Title\n2021,2022,NO,,Rome,a\n",
            [
                "# Columns left out so far: When, To\n",
                '  date: "{Date}"',
                '  countries: ["{Country 1}", "{Country 2}"]',
            ],
        ),
        (
            "a.csv",
            "Start,End,To,Country,Title\n2001,,present,NO,a\n2002,,2003,NO,b\n",
            ['  date: {start: "{Start}", end: "{To}"}'],
        ),
        ("a.csv", "Start,End,Title\n2001,,a\n", ['  date: {start: "{Start}", end: "{End}"}']),
        (
            "a.csv",
            "Year,Month,From,To,Title\n2001,5,USA,Bolivia,a\n2001,6,USA,Chile,a\n",
            [
                '  date: {year: "{Year}", month: "{Month}"}',
                '  countries: ["{From}", "{To}"]',
            ],
        ),
        (
            "a.csv",
            "When,Country,Title\n13/2/2021,NO,a\n2/13/2021,NO,b\n",
            ["dates: day-first  # but 2/13/2021 can only be month-first\n"],
        ),
        (
            "a.csv",
            "When,Country,Title\n1/2/2021,NO,a\n",
            ['dates: "..."  # day-first or month-first; only you can tell\n'],
        ),
        (
            "a.csv",
            "Date,Country,Ref,What happened?\nearly 1990s,NO,p. 3,A state visit\n1991,SE,,Talks in Bergen\n",
            [
                "  date:  # not dates yet",
                '    "early 1990s": "..."',
                'title: "{What happened?}"',
            ],
        ),
        ("a.csv", "Date,Country,Ref\n2021,NO,p. 3\n", ['title: "{...}"']),
        (
            "a.csv",
            "Date,Country,Title\n2021,NO,a\nTotal 1,,\nTotal 2,,\nTotal 3,,\nTotal 4,,\n",
            ["# except: {Date: [Total 1, Total 2, Total 3]}"],
        ),
        (
            "a.csv",
            "No,Day,Land,What\n1,2021,Norway,a\n2,2022,–,?\nTotal,41,,\n¹ of sorts,¹ by some,,\n",
            [
                "# except: {No: Total, Day: ¹ by some}",
                '# blank: {"*": ["?"], countries: ["–"]}',
            ],
        ),
        (
            "a.csv",
            "Day,Land\n2021,Norway\n2022,–\n",
            ['# blank: {countries: ["–"]}'],
        ),
        (
            "a.csv",
            "No,,Who,What\n1,2021-01-03,Norway,T\n",
            ["# Columns left out so far: No, What\n", '  date: "{column 2}"'],
        ),
        (
            "a.csv",
            "Visits\n\nDate of visit,Host,Guest,What,Notes\n1998,UK,France,a,\n,UK,China,b,date??\n",
            ['table: {skip: "2"}', '  date: "{Date of visit}"', '  note: "{Notes}"'],
        ),
        *(
            (
                "a.csv",
                f"King in Bonn,{days[0]},\nKing in Rome,{days[1]},start\nKing in Oslo,{days[2]},start\n",
                ['title: "a"\ntable: {header: "false"}\n', '  date: "{2}"\n  title: "{1}"\n'],
            )
            for days in (
                ("1999-05-04", "2001-05-05", "2002-06-07"),
                ("4/5/1999", "5/5/2001", "7/6/2002"),
            )
        ),
        (
            "a.csv",
            "Visits\nCountry,,Period,,\n,City,From,To,\nNorway,Oslo,1990,1991,\n",
            [
                'table: {skip: "3", header: ["Country", "City", "From", "To", "column 5"]}',
                '  date: {start: "{From}", end: "{To}"}',
                '  countries: ["{Country}"]',
            ],
        ),
        (
            "a.csv",
            "State?,Signature,,Entry,\n,Date,Place,Date,Place\nNorway,1990,Oslo,1991,Oslo\n",
            [
                'header: ["State", "Signature Date", "Signature Place", "Entry Date", "Entry Place"]',
                '  date: "{Signature Date}"',
            ],
        ),
        (
            "a.csv",
            "Norge;Sverige;12/11/2024;Visit of the king\n\nSverige;Norge;2021;Visit of the queen\n",
            [
                'table: {header: "false"}',
                '  date: "{3}"',
                '  title: "{4}"',
                '  countries: ["{1}", "{2}"]',
            ],
        ),
        *(
            (
                "a.csv",
                f"year,{header},name,country\n1945,{one},A,Norway\n1949,{other},B,Chile\n",
                [f"event:\n  date: {date}\n"],
            )
            for header, one, other, date in (
                ("开始", "1945-11-27", "1949-04-04", '"{开始}"'),
                ("opened", "1945", "1949-04-04", '"{year}"'),
                ("joined", "3/4/1945", "5/6/1949", '"{joined}"'),
                ("joined", "1945-11-27", "", '"{year}"'),
                ("joined", "1945-11-27", "1950-04-04", '"{year}"'),
                ("a,signed", "1945-01-02,1945-02-03", "1949-01-02,1949-02-03", '"{signed}"'),
                (
                    "appointed,left",
                    "1945-11-27,1950-01-01",
                    "1949-04-04,1951-02-02",
                    '{start: "{appointed}", end: "{left}"}',
                ),
                (
                    "left,entry,end",
                    "1945-11-27,1945-11-20,1945-12-27",
                    "1949-04-04,1949-02-02,1949-05-04",
                    '{start: "{entry}", end: "{end}"}',
                ),
            )
        ),
        *(
            (
                "a.csv",
                f"0,{name},2,3\n1990-01-02,{one},Peru,Talks on fish\n1992-01-02,{other},Chile,Talks on ships\n",
                [f"event of each\n{then}"],
            )
            for name, one, other, then in (
                (
                    *("1", "1991-03-04", "1992-01-02"),
                    '# date: {start: "{0}", end: "{1}"}  # if \'1\', which is never earlier, is the end\n',
                ),
                ("1", "1989-03-04", "1992-01-02", "event:\n"),
                ("Seen", "1991-03-04", "1992-01-02", "event:\n"),
            )
        ),
        (
            "a.csv",
            "0,1,2,3\n1991-03-04,Peru,Talks on fish,1992-01-02\n1992-01-02,Chile,Talks on ships,\n",
            ["event of each\nevent:\n"],
        ),
        *(
            ("a.csv", f"Embassy;{names.replace(' ', chr(10) + 'Embassy;')}\n", [then])
            for names, then in (
                ("Samoa Finland Fidji-Inseln Syria", 'countries: ["{2}"]\n'),
                ("Samoa Apia Suva Syria", 'countries: ["{...}"]'),
            )
        ),
        (
            "a.csv",
            (
                "no,styear,stmon,stday,endyear,endmon,endday,name,State\n"
                "3551,1992,7,-9,1993,-9,-9,War,Norway\n3552,1993,12,31,1993,12,31,War,Sweden\n"
            ),
            [
                '\nblank: ["-9"]  # means',
                (
                    '  date: {start: {year: "{styear}", month: "{stmon}", day: "{stday}"}, '
                    'end: {year: "{endyear}", month: "{endmon}", day: "{endday}"}}\n'
                ),
            ],
        ),
        *(
            (
                "a.csv",
                f"{header},Country\n6,7,1905,12,31,2019,Norway\n",
                [f"left out so far: {left_out}\n" if left_out else "A map", f"  date: {date}\n"],
            )
            for header, date, left_out in (
                (
                    "gwsmonth,gwsday,gwsyear,gwemonth,gweday,gweyear",
                    (
                        '{start: {year: "{gwsyear}", month: "{gwsmonth}", day: "{gwsday}"}, '
                        'end: {year: "{gweyear}", month: "{gwemonth}", day: "{gweday}"}}'
                    ),
                    "",
                ),
                (
                    "bmonth,bday,byear,emonth,eday,eyear",
                    (
                        '{start: {year: "{byear}", month: "{bmonth}", day: "{bday}"}, '
                        'end: {year: "{eyear}", month: "{emonth}", day: "{eday}"}}'
                    ),
                    "",
                ),
                (
                    "smonth,sday,syear,emonth2,eday2,eyear2",
                    '{year: "{syear}", month: "{smonth}", day: "{sday}"}',
                    "emonth2, eday2, eyear2",
                ),
            )
        ),
        (
            "a.csv",
            "b_end_yr,b_end_mo,b_st_yr,b_st_mo,b_st_dy,c_st_yr,c_st_mo\n2001,2,2000,1,3,1999,1\n",
            [
                (
                    '  date: {start: {year: "{b_st_yr}", month: "{b_st_mo}", day: "{b_st_dy}"}, '
                    'end: {year: "{b_end_yr}", month: "{b_end_mo}"}}\n'
                )
            ],
        ),
        (
            "a.csv",
            (
                "StartYear1,StartMonth1,EndYear1,EndMonth1,StartYear2,StartMonth2,EndYear2,EndMonth2\n"
                "1990,1,1991,2,1992,3,-8,-8\n"
            ),
            [
                (
                    '  date: {start: {year: "{StartYear1}", month: "{StartMonth1}"}, '
                    'end: {year: "{EndYear1}", month: "{EndMonth1}"}}\n'
                )
            ],
        ),
        (
            "a.csv",
            "Año,Mes,Día,País\n2001,2,3,Perú\n",
            ['  date: {year: "{Año}", month: "{Mes}", day: "{Día}"}', 'countries: ["{País}"]'],
        ),
        (
            "a.csv",
            "id,begun_year,year_end,Country\n1,1990,1991,NO\n2,1991,,NO\n",
            [
                "\nopen: day  # what a blank end means; or ongoing, or unknown\n",
                '  date: {start: "{begun_year}", end: {year: "{year_end}"}}',
            ],
        ),
        (
            "a.csv",
            (
                "code,number,born,Signature Date,In force until,Country\n"
                "2001,4001,1901-02-03,2001-02-03,2002-03-04,NO\n2002,17,1901-02-03,2001,,SE\n"
            ),
            ['  date: {start: "{Signature Date}", end: "{In force until}"}'],
        ),
        (
            "a.csv",
            (
                "Title,Covering dates,Country\nA,1906 Jan-Mar,NO\nB,[1915],SE\nC,1918-19,SE\n"
                "D,undated,SE\nE,1907-1909,NO\n"
            ),
            [
                '    "[1915]": "..."  # 1 cell: 1915\n',
                '    "1918-19": "..."  # 1 cell: 1918/1919\n',
                '  date: "{Covering dates}"\n',
            ],
        ),
        (
            "a.csv",
            "start,end,Country\n1494,1918,NO\n[1495],1716,SE\n1496,1918-19,SE\n",
            [
                '    "[1495]": "..."  # 1 cell: 1495\n',
                '    "1918-19": "..."  # 1 cell\n',
            ],
        ),
        (
            "a.json",
            '[{"date": {"year": 2024, "month": 3, "day": 5}, "title": "A", "countries": ["NO"]}]',
            ['  date: {year: "{date.year}", month: "{date.month}", day: "{date.day}"}\n'],
        ),
        (
            "a.csv",
            "rivalry,start,end,Country\nA,1494,1918,NO\nB,P1494,1716,SE\n",
            ["  date:  # not dates yet: write each like 1990s or 1990~, or present\n"],
        ),
        (
            "a.csv",
            "number,IndDate,Country\n2001,178309,NO\n3999,186707,SE\n",
            ['  date: "{IndDate}"\n'],
        ),
        (
            "a.csv",
            "year,date,Country\n2001,2001-02-03,NO\n2002,2002-03-04,SE\n",
            ["# Columns left out so far: year\n", '  date: "{date}"\n'],
        ),
        (
            "a.csv",
            (
                "Signature,Accession (a),published,Country\n"
                "2 Feb 2001,3 Mar 2002 a,4 Apr 2003,Norway\n5 May 2004,6 Jun 2005 a,,Sweden 2\n"
            ),
            [
                "strip: footnotes  # takes off marks, as in 'Sweden 2'\n",
                "# other dates: 'Accession (a)'; a list under events: makes an event of each\n",
                '  date: "{Signature}"\n',
            ],
        ),
        (
            "a.csv",
            "Signed,Country\n2 Feb 2001,Norway\n5 May 2004 a,Sweden\n0000-00-00,Peru\n",
            [
                '\nblank: ["0000-00-00"]  # means',
                "\nstrip: footnotes  # takes off marks, as in '5 May 2004 a'\n",
            ],
        ),
        (
            "a.csv",
            "year,stabb,enemy,name\n1990,UKG,FRN,a\n1991,USA,GMY,b\n1992,AUS,CAN,c\n",
            ["\ncodes: {stabb: cow, enemy: cow}\n", '  countries: ["{stabb}", "{enemy}"]\n'],
        ),
        *(
            (
                "a.csv",
                f"year,{one},{other},title\n1906,AUS,SWZ,a\n1907,NOR,UKG,b\n",
                [f"\ncodes: {{{one}: cow, {other}: cow}}\nevent:\n"],
            )
            for one, other in (("country1", "country2"), ("state_a", "state_b"))
        ),
        (
            "a.csv",
            "year,country1,country2,title\n1906,AUS,SWZ,a\n1907,DEU,UKG,b\n1908,DEU,NOR,c\n",
            ["\ncodes: {country2: cow}\nevent:\n"],
        ),
        (
            "a.csv",
            "year,parties,title\n1906,AUS;SWZ,a\n1907,NOR;UKG,b\n",
            ["\ncodes: {parties: cow}\nevent:\n"],
        ),
        (
            "a.csv",
            "year,country,title\n1906,SWE,a\n1907,SWZ,b\n1908,UKG,c\n1909,GMY,d\n1909,DEU,e\n",
            [
                '    "UKG": "GBR"  # 1 cell\n    "GMY": "DEU"  # 1 cell\n',
                (
                    "\n# codes: {country: cow}  "
                    "# if SWZ is CHE, as in the Correlates of War, which alone has UKG\nevent:\n"
                ),
            ],
        ),
        *(
            ("a.csv", f"date,country,title\n1990,AU,a\n1991,{two},b\n1992,{three},c\n", lines)
            for two, three, lines in (
                ("EI", "NO", ["\ncodes: {country: fips}\nevent:"]),
                ("UK;EI", "NO", ["\ncodes: {country: fips}\nevent:"]),
                ("UK", "NO", ['title: "a"\nevent:']),
                ("QM", "NO", ['\n    "QM": "..."  # 1 cell\nevent:']),
                (
                    "EI",
                    "DE",
                    [
                        (
                            '\n    "EI": "IRL"  # 1 cell\n# codes: {country: fips}  '
                            "# if AU is AUT, as in FIPS 10-4, which alone has EI\nevent:"
                        )
                    ],
                ),
            )
        ),
        *(
            ("a.csv", f"date,{name},title\n1990,NO,a\n1991,NO,b\n", [f'  countries: ["{named}"]'])
            for name, named in (
                ("country_code", "{country_code}"),
                ("CountryCode", "{CountryCode}"),
                ("ISO2", "{ISO2}"),
                ("iso-code", "{iso-code}"),
                ("iso", "{iso}"),
                ("alpha 2", "{alpha 2}"),
                ("isolated", "{...}"),
                ("code", "{...}"),
            )
        ),
        (
            "a.csv",
            "date,country,title\n1990,GER,a\n1991,NED,b\n1992,SUI,c\n1993,DEN,d\n1994,NIR,e\n",
            [
                (
                    '    "GER": "DEU"  # 1 cell\n    "NED": "NLD"  # 1 cell\n'
                    '    "SUI": "CHE"  # 1 cell\n    "DEN": "DNK"  # 1 cell\n'
                    '    "NIR": "..."  # 1 cell: GBR or NER\nevent:'
                )
            ],
        ),
        (
            "a.json",
            (
                '[{"date": "2001", "t": "A", "actor": [{"c": "NOR"}, {"c": "SWE"}]},'
                ' {"date": "2002", "t": "B", "actor": {"c": "DNK"}}]'
            ),
            ['\n  countries: ["{actor.*.c}"]\n'],
        ),
        (
            "a.csv",
            "date,country,title\n1990,C&ocirc;te d&#39;Ivoire,a\n1991,{{flag|Norway}},b\n1992,A &amp; B,c\n",
            [
                (
                    "\nstrip: tags  # reads what pages have, as in 'C&ocirc;te d&#39;Ivoire'\n"
                    "values:\n  countries:  # not countries yet: a name or a code each; ~ is nobody\n"
                    '    "{{flag|Norway}}": "NOR"  # 1 cell\n    "A & B": "..."  # 1 cell\nevent:'
                )
            ],
        ),
        *(
            (
                "a.csv",
                f"date,country,title\n1990,{country},{title}\n1991,Sweden,b\n",
                [f"\nstrip: tags  # reads what pages have, as in '{tagged}'\nevent:"],
            )
            for country, title, tagged in (
                ("Norway", "<a href=x>A</a> b", "<a href=x>A</a> b"),
                ("<b>Norway</b>", "a", "<b>Norway</b>"),
            )
        ),
        (
            "a.csv",
            "date,country,title\n1990,Norway&nbsp;,a\n1991,Norway 2,b\n",
            ["\nstrip: [tags, footnotes]  # reads what pages have, as in 'Norway&nbsp;'\nevent:"],
        ),
        (
            "a.csv",
            "date,country1,country2,title\n1990,NO,AU,a\n1991,NO,EI,b\n",
            ["\ncodes: {country1: fips, country2: fips}\nevent:"],
        ),
        (
            "a.csv",
            "year,country,title\n1906,SWE,a\n1908,UKG,b\n1909,DEU,c\n",
            ['    "UKG": "GBR"  # 1 cell\nevent:\n'],
        ),
        *(
            (
                name,
                f"|Datum|Land|\n|---|---|\n|{day}|Peru|\n|Datum|Land|\n|---|---|\n|1872|Kuba|\n{last}",
                [
                    f'title: "a"\nexcept: {told}  # the header, where it is repeated\n{lines}event:\n'
                ],
            )
            for name, day, last, told, lines in (
                ("a.txt", "1871", "", '{Datum: "Datum"}', ""),
                (
                    *("a.csv", "18.1.", "", '{Datum: "Datum"}'),
                    'values:\n  date:  # not dates yet: write each like 1990s or "[1990..1993]"\n    "18.1.": "..."  # 1 cell\n',
                ),
                (
                    *("a.txt", "1871", "|Total|2|\n", '{Datum: "Datum"}'),
                    "# except: {Datum: [Datum, Total]}  # leaves out rows that are not events\n",
                ),
            )
        ),
        *(
            (
                "a.csv",
                f"Date,Country\n2001,Peru\n{told},\n",
                [f"\n# except: {{Date: {beginning}}}  #"],
            )
            for told, beginning in (
                (f"Note:{'记' * 30}", f'"Note:{"记" * 19}*"'),
                (f"* {'记' * 30}", f'"* {"记" * 22}*"'),
                ("**Ends**", '"**Ends*"'),
            )
        ),
        (
            "a.csv",
            "Date,Country\n2001,Peru\n***,Cuba\n",
            ["  date:  # not dates yet", '"***": "..."'],
        ),
        ("a.csv", "when,what\nx,y\n\nwhen,what\n", ['except: {when: "when"}  # the header']),
        ("a.csv", "国家,日期\n法国,1964\n日本,1972\n", ['  countries: ["{国家}"]\n']),
        *(
            (
                "a.csv",
                f"Jahr;Pays;Titre\n1990;{one};a\n1991;RDC;b\n1992;USA;c\n1993;GER;d\n1994;FRA;e\n",
                [f'~ is nobody\n    "GER": "DEU"  # 1 cell\n{told}event:\n'],
            )
            for one, told in (("Sénégal", '    "RDC": "..."  # 1 cell\n'), ("SEN", ""))
        ),
        *(
            (
                "a.csv",
                f"year,title,{one},{other}\n1900,a,563,200\n1901,b,711,2\n",
                [f"\ncodes: {{{told}}}\n"],
            )
            for one, other, told in (
                ("ccode", "cause", "ccode: gw"),
                ("ccode1", "ccode2", "ccode1: gw, ccode2: gw"),
                ("ccode", "cowcode", "ccode: gw, cowcode: cow"),
                ("cowcode1", "cowcode2", "cowcode2: cow"),
            )
        ),
        (
            "a.csv",
            "year,ccode1,ccode2,dispute,gwno,M49,rate\n1990,2,200,4,,,3\n1991,200,220,5,,,900\n",
            [
                "\ncodes: {ccode1: cow, ccode2: cow}\nevent:\n",
                '  countries: ["{ccode1}", "{ccode2}"]\n',
            ],
        ),
        (
            "a.csv",
            "Title,Participant(s),Submitter,Date\nA,Norway; World Bank,Norway,1946\nB,Norway; Sweden,Norway,1964\n",
            [
                '\n    "World Bank": "..."  # 1 cell\n# unknown: actor  # takes ',
                '  countries: ["{Participant(s)}", "{Submitter}"]\n',
            ],
        ),
        (
            "a.csv",
            (
                'Title,Participants,Submitter,Date\nA,"Netherlands (Kingdom of the)\nNorway",Norway,1946\n'
                "B,United Kingdom of Great Britain and Northern Ireland; Norway,Norway,1947\n"
                "C,Norway; Union of Soviet Socialist Republics,Norway,1948\n"
            ),
            ['title: "a"\nevent:\n', '  countries: ["{Participants}", "{Submitter}"]\n'],
        ),
        *(
            (
                "a.csv",
                f"Year,Country,Participants\n1990,NO,{told}\n1991,SE,{told}\n",
                ["# Columns left out so far: Participants\n"],
            )
            for told in ("Norway; Anna; Kari", "")
        ),
        *(
            (
                "a.csv",
                f'Title,Year,Country\n{told}L,2003,"Hong Kong SAR, China"\n',
                lines,
            )
            for told, lines in (
                (
                    'A,2003,"Congo, DRC"\n',
                    ['title: "a"\nvalues:', '    "Congo, DRC": "..."  # 1 cell: COD\nevent:\n'],
                ),
                (
                    'A,2003,"Norway, Sweden"\n',
                    ['title: "a"\nvalues:', '    "Norway, Sweden": "..."  # 1 cell\nevent:\n'],
                ),
                (
                    (
                        'A,2003,"Norway, Sweden"\nB,2003,"Norway, Peru"\nB,2003,"Norway, Chile"\n'
                        'C,2003,"Norway; Hong Kong SAR, China"\n'
                    ),
                    [
                        '\nsplit: {countries: ","}',
                        '    "Hong Kong SAR, China": "..."  # 1 cell: HKG or [HKG, CHN]\n',
                        '    "Norway; Hong Kong SAR, China": "..."  # 1 cell\n',
                    ],
                ),
            )
        ),
        *(
            (
                "a.csv",
                f"year,{one},{other},area\n1816,200,-9,7\n1817,,790,8\n",
                [
                    f"\ncodes: {{{one}: cow, {other}: cow}}\n",
                    '    "-9": ~  # 1 cell\n',
                    f'  countries: ["{{{one}}}", "{{{other}}}"]\n',
                ],
            )
            for one, other in (
                ("gainer", "loser"),
                ("primarysender", "targetstate"),
                ("Sender1", "Target"),
            )
        ),
        (
            "a.csv",
            'pa_date,gwno,conflict_id,pa_name\n1995-12-14,"346, 345",389,Dayton\n1993-03-07,700,333,Islamabad\n',
            [
                '\ncodes: {gwno: gw}\nsplit: {countries: ","}  # semicolons split too\nevent:\n',
                '  countries: ["{gwno}"]\n',
            ],
        ),
        *(
            (
                "a.csv",
                f"{header},year,name,Country\n{number},1902,{one},NOR\n{number},{year},{other},SWE\n",
                lines,
            )
            for header, number, year, one, other, lines in (
                (
                    *("treaty_id,manyID", "2,2", "1902", "a", "a"),
                    [
                        '"a"\n# together: "{treaty_id}"  # makes one event of the rows that share it\nevent:'
                    ],
                ),
                *(
                    (
                        name,
                        "Q2",
                        "1902",
                        "a",
                        "a",
                        [f'title: "a"\n# together: "{{{name}}}"  # makes'],
                    )
                    for name in ("id", "Key", "item", "Event")
                ),
                ("dispnum", "2", "1902", "a", "b", ['title: "a"\nevent:\n']),
                ("dispnum", "2", "1903", "a", "a", ['title: "a"\nevent:\n']),
                ("number", "2", "1902", "a", "a", ['title: "a"\nevent:\n']),
            )
        ),
        ("a.csv", "dispnum,Country\n2,NOR\n2,SWE\n", ['title: "a"\nevent:\n']),
        ("a.csv", "event,date,Country\nA,1902,NOR\nA,1902,SWE\n", ['title: "a"\nevent:\n']),
        (
            "a.csv",
            "dispnum,year,Country\n2,1902,NOR\n2,1902,SWE\n,1990,PER\n,1991\n",
            ['title: "a"\n# together: "{dispnum}"  # makes'],
        ),
        (
            "a.csv",
            "ccode1,state1,ccode2,state2,year,name\n365,Russia,290,Poland,1955,Pact\n255,Nowhere,200,UK,1838,Old\n2,USA,20,Canada,1990,New\n",
            [
                "# Columns left out so far: state1, state2\n",
                "\ncodes: {ccode1: cow, ccode2: cow}\nevent:\n",
                '  countries: ["{ccode1}", "{ccode2}"]\n',
            ],
        ),
        *(
            (
                "a.csv",
                "year,ccode,state,title\n"
                + "1950,365,Russia,x\n1951,200\n" * 100
                + f"1952,{number},Sweden,y\n1953,2,Norway,z\n",
                [
                    "# Columns left out so far: state\n",
                    f"cow}}\n# 'ccode' and 'state' differ in some rows, such as {pair}: name the ",
                ],
            )
            for number, pair in ((380, "'2' and 'Norway'"), (200, "'200' and 'Sweden'"))
        ),
        (
            "a.csv",
            "year,ccode,state,title\n1950,365,Russia,x\n1951,200\n1952,990,NA\n1953,385,Norway,z\n",
            ["\ncodes: {ccode: cow}\n# blank: "],
        ),
        (
            "a.csv",
            "year,ccode,countries,title\n1950,2,Norway; Sweden,x\n1951,2,Denmark; France,y\n",
            ['title: "a"\nevent:\n', '  countries: ["{countries}"]\n'],
        ),
        (
            "a.csv",
            "year,country1,country2,ccode,title\n1950,Russia,Poland,365,x\n1951,USA,Cuba,2,y\n",
            ['  countries: ["{ccode}", "{country2}"]\n'],
        ),
        (
            "a.csv",
            'year,gainer,targetstate,title\n1950,2,385,x\n1951,380,"2,200",y\n',
            ['  countries: ["{gainer}", "{targetstate}"]\n'],
        ),
        (
            "a.csv",
            "start,end,country,title\n1950/1952,,NO,a\n1950/1952,1960,SE,b\n1950/1953,1960,SE,b\n",
            ["values:\n  date:", '\n    "1950/1953": "..."  # 1 cell: 1950 or 1953\n'],
        ),
        ("a.csv", "", ['title: "a"\nevent:\n  date: "{...}"']),
        *(
            (
                "a.csv",
                f"year,Country,State,{whose},name\n1955,Russia,NOR,365,a\n1956,{name},PER,{number},b\n1957,,CHL\n",
                ['title: "a"\nevent:\n', '  countries: ["{Country}", "{State}"]\n'],
            )
            for whose, name, number in (
                ("ccode", "Norway", ""),
                ("ccode", "Norway", "290"),
                ("M49", "Norway", "578"),
            )
        ),
        (
            "a.csv",
            "year,state_a,state_b,what\n1990,ROM,AUS,a\n1991,AUS,DEN,b\n1992,CAN,NOR,c\n",
            [
                'title: "a"\nvalues:\n  countries:',
                '\n    "ROM": "ROU"  # 1 cell\n    "DEN": "DNK"  # 1 cell\n',
                '  countries: ["{state_a}", "{state_b}"]\n',
            ],
        ),
        (
            "a.csv",
            "date,country,title\n1962,Tanganyika,a\n1961,Cameroons,b\n1960,Norway,c\n1959,Peru,d\n",
            [
                '    "Tanganyika": "..."  # 1 cell: TZA\n',
                '    "Cameroons": "..."  # 1 cell: CMR or NGA\n',
            ],
        ),
        *(
            (
                "a.csv",
                f"Year,{name},Country,Event\n1990,{one},Norway,a\n1991,{other},Peru,b\n,,,\n1992\n",
                lines,
            )
            for name, one, other, lines in (
                ("Date", "15 May", "June 20", ['title: "a"\nevent:\n  date: "{Date} {Year}"\n']),
                ("Day/month", "5.1.", "20.6.", ['  date: "{Day/month}{Year}"\n']),
                (
                    *("Date", "8/19", "7/4"),
                    ["\ndates: month-first  # as 8/19/1990 tells\n", '  date: "{Date}/{Year}"\n'],
                ),
                ("Date", "8/9", "7/4", ['\ndates: "..."', '  date: "{Date}/{Year}"\n']),
                (
                    "Date",
                    "5 May",
                    "soon",
                    ["# Columns left out so far: Date\n", '  date: "{Year}"\n'],
                ),
                ("Date", "5 May", "20", ['  date: "{Year}"\n']),
                ("Date", "", "", ['  date: "{Year}"\n']),
                ("Mood", "5 May", "6 May", ['  date: "{Year}"\n']),
                ("National day", "17 May", "28 July", ['  date: "{Year}"\n']),
                ("Date of election", "5 May", "6 May", ['  date: "{Year}"\n']),
                ("Date of the event", "5 May", "", ['  date: "{Date of the event} {Year}"\n']),
                ("Day (and month)", "5 May", "6 May", ['  date: "{Day (and month)} {Year}"\n']),
                ("Last updated date", "5 May", "6 May", ['  date: "{Year}"\n']),
            )
        ),
        (
            "a.csv",
            "Year,Date,Country,Event\n1990,5 May,Norway,a\n1991,6 May,Peru,b\n,7 May,Peru,c\n",
            ['    "7 May": "..."  # 1 cell\n', '  date: "{Date} {Year}"\n'],
        ),
        (
            "a.csv",
            "Year,Date,Country,Event\n1990,5 May,Norway,a\n1991,6 May,Peru,b\n1992,n/a,Peru,c\n1993, ? ,Peru,d\nNaN,8 May,Peru,e\n",
            [
                'title: "a"\nblank: ["n/a", "?", "NaN"]  # means that nothing is there\nvalues:\n',
                '    "8 May": "..."  # 1 cell\nevent:\n  date: "{Date} {Year}"\n',
            ],
        ),
        *(
            (
                "a.csv",
                f"sort_year,{name},country,title\n1250,13th century,Peru,a\n1835,{told},Peru,b\n",
                lines,
            )
            for name, told, lines in (
                (
                    *("display_date", "1830s"),
                    ["# Columns left out so far: sort_year\n", '  date: "{display_date}"\n'],
                ),
                (
                    *("Date as written", "of old"),
                    [
                        "\n# 'Date as written' seems to have the dates as they are written, which 's",
                        '  date: "{sort_year}"\n',
                    ],
                ),
                ("display_name", "1830s", ['title: "a"\nevent:\n  date: "{sort_year}"\n']),
            )
        ),
        *(
            (
                "a.csv",
                f"date_sort,label_date,country,title\n{key},{one},Peru,a\n1906-06-04,{other},Peru,b\n",
                [line],
            )
            for key, one, other, line in (
                *(
                    (key, one, other, 'title: "a"\nevent:\n  date: "{label_date}"\n')
                    for key, one, other in (
                        ("1905-05-03", "c. 1905", "c. 1906"),
                        ("1905-05-03", "3 May 1905", "4 June 1906"),
                        ("1905-01-01", "1905", "June 1906"),
                    )
                ),
                ("1905-05-03", "1905", "June 1906", '\nevent:\n  date: "{date_sort}"\n'),
            )
        ),
        (
            "a.csv",
            "SQLDATE,Actor1CountryCode,Actor2CountryCode,what\n20150218,ROM,AUS,a\n20150219,AUS,,b\n",
            ["\ncodes: {Actor1CountryCode: cameo, Actor2CountryCode: cameo}\n"],
        ),
        *(
            (
                "a.csv",
                f"SQLDATE,Actor1CountryCode,what\n20150218,GM,a\n20150219,AU,b\n20150220,{other},c\n",
                [f'title: "a"\n{lines}event:'],
            )
            for other, lines in (
                ("NO", "# codes: {Actor1CountryCode: fips}  # if GM is DEU, as in FIPS 10-4\n"),
                ("EI", "codes: {Actor1CountryCode: fips}\n"),
            )
        ),
        *(
            (
                "a.csv",
                f"{header},country,title\n1945-01-01T00:00:00Z,{one},Norway,a\n1960-05-01T00:00:00Z,{other},Norway,b\n",
                [f"  date: {date}"],
            )
            for header, one, other, date in (
                ("date,datePrecision", 9, 10, '{time: "{date}", precision: "{datePrecision}"}'),
                (
                    "date.value,precision.value",
                    11,
                    "",
                    '{time: "{date.value}", precision: "{precision.value}"}',
                ),
                (
                    "When,Precision of it",
                    "Month",
                    "Year",
                    '{time: "{When}", precision: "{Precision of it}"}',
                ),
                ("date,datePrec", 9, 11, '{time: "{date}", precision: "{datePrec}"}'),
                ("date,prec of title", 9, 11, '"{date}"'),
                ("date,precedence", 9, 11, '"{date}"'),
                *(
                    ("start,end,year", "1963-01-01T00:00:00Z,1946", f"{end},1962", date)
                    for end, date in (
                        ("1964-01-01T00:00:00Z", GUESSED),
                        (
                            "1963-02-01T00:00:00Z",
                            f'{{start: "{{start}}", end: "{{end}}"}}  # or {GUESSED}',
                        ),
                    )
                ),
                ("date,precision", 3, 9, '"{date}"'),
                ("date,precision", "", "", '"{date}"'),
                ("date,measured", 9, 9, '"{date}"'),
                (
                    "date,precision,precision of title",
                    "9,9",
                    "9,9",
                    '{time: "{date}", precision: "{precision}"}',
                ),
                ("date,precision of day,precision of title", "9,9", "9,9", '"{date}"'),
                (
                    "startDate,startPrecision,endDate,end_precision,precision",
                    "9,1946-01-01T00:00:00Z,10,9",
                    "9,,,9",
                    '{start: {time: "{startDate}", precision: "{startPrecision}"}, end: {time: "{endDate}", precision: "{end_precision}"}}',
                ),
                ("start,end,precision", "1946-05,9", "1962,9", '{start: "{start}", end: "{end}"}'),
            )
        ),
        (
            "a.csv",
            "date,precision,country,title\n+1952-00-00T00:00:00Z,9,NO,a\n+1993-08-20T00:00:00Z,11,NO,b\n",
            ['\ntitle: "a"\nevent:\n  date: {time: "{date}", precision: "{precision}"}\n'],
        ),
        (
            "a.csv",
            "date,country,title\n1952-01-01T00:00:00Z,NO,a\nsoon,NO,b\n1960-01-01T00:00:00Z,NO,b\n",
            ['    "soon": "..."  # 1 cell\nevent:\n  date: {time: "{date}", precision: "guess"}\n'],
        ),
        (
            "a.csv",
            "date,country,title\n+2003-00-00T00:00:00Z,NO,a\n2004-05-00,NO,b\n2004-00-06,NO,c\n2004-13-00,NO,d\n31. juni 2004,NO,e\n2. okt. 2004,NO,f\n",
            [
                '    "+2003-00-00T00:00:00Z": "2003"  # 1 cell\n    "2004-05-00": "2004-05"  # 1 cell\n',
                '    "31. juni 2004": "..."  # 1 cell: 2004-06\n    "2. okt. 2004": "2004-10-02"  # 1 cell\n',
                '    "2004-00-06": "..."  # 1 cell: 2004\n    "2004-13-00": "..."  # 1 cell: 2004/2013\n',
            ],
        ),
        (
            "a.csv",
            "date,country,title\n45440,NO,a\n12000,NO,b\n1716854400000,NO,c\n99999,NO,d\n",
            [
                '    "45440": "2024-05-28"  # 1 cell\n',
                '    "12000": "..."  # 1 cell: 1932-11-07 or 2002-11-09 or 1992-11-08\n',
                '    "1716854400000": "2024-05-28"  # 1 cell\n    "99999": "..."  # 1 cell\n',
            ],
        ),
        ("a.csv", "year,gwno,cowcode\n1990,340,\n1991,2,\n", ["\ncodes: {gwno: gw}\n"]),
        (
            "a.csv",
            "c1;c2;c3;c4;c5;code;year;treaty\n4;356;;;;7;2003;a\n32;36;40;;;8;2004;b\n",
            [
                "# Columns left out so far: code, treaty\n",
                '\ncodes: {"c*": iso}\n',
                '  countries: ["{c*}"]\n',
            ],
        ),
        (
            "a.csv",
            "Signed,Date Added,Date,Country\n1989-01-02,2024-01-02,1990,NO\n",
            ["# other dates: 'Signed'; a list", '  date: "{Date}"\n'],
        ),
        *(
            (
                "a.csv",
                f"{end},{start},Country\n1990-02-03,1990-01-02,NO\n,1990-01-05,NO\n",
                [f'  date: {{start: "{{{start}}}", end: "{{{end}}}"}}\n'],
            )
            for start, end in (
                ("Date from", "Date to"),
                ("Date (from)", "Date (to)"),
                ("First day", "Last day"),
                ("Arrival", "Departure"),
            )
        ),
        (
            "a.csv",
            "Date (UTC),Country (ISO),Title [short],Source (web),Source (print)\n1990,NOR,Ax,b,c\n",
            [
                (
                    '  date: "{Date (UTC)}"\n  title: "{Title [short]}"\n'
                    '  countries: ["{Country (ISO)}"]\n'
                    '  sources: ["{Source (web)}", "{Source (print)}"]\n'
                )
            ],
        ),
        (
            "a.csv",
            "Date,Country,Title (English),Title (French),Type (of visit),Type\n1990,NO,Ax,Bx,a,b\n",
            [
                "# Columns left out so far: Title (French), Type (of visit)\n",
                '  title: "{Title (English)}"\n',
                '  type: "{Type}"\n',
            ],
        ),
        (
            "a.csv",
            "year,country\n1990,Slovania\n1991,French Guinea\n1992,Peru\n1993,Peru\n1994,Chile\n",
            ['"Slovania": "..."  # 1 cell: SVK or SVN\n', '"French Guinea": "..."  # 1 cell\n'],
        ),
        (
            "a.csv",
            "2003,4,NOR,SWE,DNK,FIN,ISL,a\n2004,5,DEU,FRA,GBR,IRL,ESP,b\n",
            ['  countries: ["{3}", "{4}", "{5}", "{6}", "{7}"]\n'],
        ),
        (
            "a.csv",
            "member,yrent,moent,yrexit,moexit\n200,1815,1,0,0\n220,1815,1,1815,2\n",
            ["\ncodes: {member: cow}\n", '\nblank: ["0"]', '  countries: ["{member}"]\n'],
        ),
        (
            "a.csv",
            (
                "year,country\n1990,Government of Russia (Soviet Union)\n1991,Peru\n1992,Chile\n"
                "1993,Atlantis (ROC)\n1994,Cuba\n"
            ),
            [
                '"Government of Russia (Soviet Union)": "..."  # 1 cell: RUS or SUN\n',
                '"Atlantis (ROC)": "..."  # 1 cell\n',
            ],
        ),
        (
            "a.csv",
            "year,country\n1990,Yugoslavia (Bosnia and Herzegovina)\n1991,Peru\n1992,Chile\n",
            ['"Yugoslavia (Bosnia and Herzegovina)": "..."  # 1 cell: YUG or BIH\n'],
        ),
        (
            "a.csv",
            "joined,left,side_a,country\n1990,1991,Government of Peru,Peru\n",
            [
                '  date: {start: "{joined}", end: "{left}"}\n',
                '  countries: ["{country}"]\n',
            ],
        ),
        ("a.csv", "year,State\n1990,955\n1991,2\n", ["\ncodes: {State: cow}\n"]),
        (
            "a.csv",
            (
                "year,abbr,iso3,name,language\n1990,GMY,DEU,Germany,English\n"
                "1991,CHN,CHN,China,French\n1992,DRC,COD,Congo,\n1993,UKG,GBR,United Kingdom,\n"
            ),
            ['  countries: ["{iso3}"]\n'],
        ),
        (
            "a.csv",
            "year,iso3,Country,In force\n1990,DEU,Germany,NO\n1991,CHN,China,NO\n",
            ['  countries: ["{Country}"]\n'],
        ),
        (
            "a.csv",
            (
                "year,members,name\n"
                '1990,"Norway, Sweden, Denmark, Finland, Iceland, Atlantis, Estonia, Latvia",a\n'
                '1991,"Norway, Korea",b\n1992,"Norway, Sweden",c\n'
            ),
            [
                'split: {countries: ","}',
                '    "Atlantis": "..."  # 1 cell\n',
                '    "Korea": "..."  # 1 cell: KOR or PRK\n',
                '  countries: ["{members}"]\n',
            ],
        ),
        (
            "a.csv",
            (
                "ID,year,Country,status,url,text of it\n"
                "1,1990,NO,party,https://example.org/a/1,\n1,1991,NO,party,https://example.org/a/2,x\n"
            ),
            [
                "# Columns left out so far: ID, status, text of it\n",
                '# status: {"...": "{status}"}  # under event: what becomes so, and what it is\n',
                'title: "{...}"',
            ],
        ),
        (
            "a.csv",
            "year,Country,status\n1990,NO,Treaty: in force\n",
            ['title: "a"\nevent:\n', '  status: "{status}"\n'],
        ),
        (
            "a.csv",
            "code,moment,Country\n1999,May 2001,Peru\n0,June 2002,Peru\n2001,May 2003,Peru\n",
            ["# Columns left out so far: code\n", '  date: "{moment}"\n'],
        ),
        (
            "a.csv",
            "year,Host,Guest\n1990,Peru,Chile\n1991\n1992\n1993\n",
            ['  countries: ["{Host}", "{Guest}"]\n'],
        ),
        (
            "a.csv",
            "Until,Country,Title\n2001,Peru,a\n",
            ['  date: {start: "", end: "{Until}"}\n'],
        ),
        (
            "a.csv",
            "Year,Country\n" + "1990,Peru\n" * 40 + "1991,Norwey\n",
            ['    "Norwey": "NOR"  # 1 cell\n'],
        ),
        (
            "a.csv",
            b"Date,Country,Title\r1899,Somalia,Hassan\x92s war\r",
            ['table: {encoding: "windows-1252"}'],
        ),
        (
            "a.csv",
            b"Date,Country,Title\n1899,Peru,The state\xd5s \xd2law\xd3.\xca\n",
            ['table: {encoding: "mac-roman"}'],
        ),
        (
            "a.csv",
            b"Date,Country,Title\r1899,Peru,Mej\x92a\r",
            ['table: {encoding: "mac-roman"}'],
        ),
        (
            "a.csv",
            b"Date,Country,Title\n1899,Peru,Caf\xe9",
            ['table: {encoding: "windows-1252"}'],
        ),
        *(
            (
                "a.csv",
                f"Name,{date},Land,{other}\nA,10–20 mars 1950,NO,2021-01-02\nB,1951,SE,2021-01-03\n",
                [
                    f"# Columns left out so far: {other}\n",
                    '    "10–20 mars 1950": "1950-03-10/1950-03-20"  # 1 cell\n',
                    f'  date: "{{{date}}}"\n',
                ],
            )
            for date, other in (
                ("Date", "Signed"),
                ("When", "Last updated"),
                ("Datum", "Geändert am"),
                ("Fecha", "Adoption"),
            )
        ),
        (
            "a.csv",
            (
                "Jahr;Monat;Tag;Land;Title\n1990;Oktober;3;NO;a\n1990;Oktober;4;NO;a\n1991;Q1;;NO;b\n"
                "1991;Nisan;4;NO;c\n1991;May;4;NO;d\n1991;?;;NO;e\n1991;6;;NO;f\n"
                "1992;Février;;NO;g\n1992;Ağustos;;NO;h\n1992;września;;NO;i\n1992;Май;;NO;j\n"
            ),
            [
                (
                    'values:\n  month:  # not months in English: write the number of each, like "10"\n'
                    '    "Oktober": "10"  # 2 cells\n    "Nisan": "..."  # 1 cell\n'
                    '    "Février": "02"  # 1 cell\n    "Ağustos": "08"  # 1 cell\n'
                    '    "września": "09"  # 1 cell\n    "Май": "05"  # 1 cell\n# blank'
                ),
            ],
        ),
        *(
            (
                "a.csv",
                f"Land;{date}\nNorway;{one}\nSweden;{other}\n",
                [
                    f'    "{other}": "{meant}"  # 1 cell',
                    f'  date: "{{{date}}}"\n  title: "{{...}}"',
                ],
            )
            for date, one, other, meant in (
                ("Date of recognition", "15 May 2011 (de facto)", "30 Oct 2014 (first)", "..."),
                ("Data de reconhecimento", "10 de setembro de 1974", "Maio de 1975", "1975-05"),
                ("Дата признания", "10 сентября 1974", "весной 1975", "..."),
                ("Date de signature", "1er septembre 1974", "11 août 1975", "1975-08-11"),
                ("Firma", "1 de marzo de 1990", "2 de abril de 1991", "1991-04-02"),
                ("Data", "25/01/2011 a 27/01/2011", "1º de abril de 2011", "2011-04-01"),
                ("Data", "2011", "12 a 15 de março de 2011", "2011-03-12/2011-03-15"),
            )
        ),
        (
            "a.csv",
            "País;Firma;Entrada en vigor\nNorway;1 de marzo de 1990;15.06.1994\nPeru;2 de abril de 1991;15.06.1995\n",
            ["# other dates: 'Entrada en vigor'; a list", '  date: "{Firma}"\n'],
        ),
        (
            "a.csv",
            "Land,Data source,Signed\nNorway,Gazette 1990,1990\nSweden,Gazette 1991,1991\n",
            ['  date: "{Signed}"\n'],
        ),
        *(
            (
                "a.csv",
                f"{header}\nA,Chile,{start},{end}\nB,Chile,{start},1996\n",
                [
                    f"values:\n  date:{told}",
                    f'  date: {{start: "{{{name}}}", end: "{{{last}}}"}}\n',
                ],
            )
            for header, start, end, told, name, last in (
                (
                    *("Name,Country,Took office,Left office", "mid-1990", "15 June 1994"),
                    "",
                    "Took office",
                    "Left office",
                ),
                (
                    *("Name,Country,Start,Left office", "mid-1990", "15 June 1994"),
                    "",
                    "Start",
                    "Left office",
                ),
                (
                    *("Name,Country,In,Left office", "mid-1990", "15 June 1994"),
                    "",
                    "In",
                    "Left office",
                ),
                (
                    *("Name,Country,Took office,Left office", "1990", "end 1994"),
                    "",
                    "Took office",
                    "Left office",
                ),
                (
                    *("Name,Country,Born,Took office,Left office", "1930,mid-1990", "1994"),
                    "",
                    "Took office",
                    "Left office",
                ),
            )
        ),
        *(
            (
                "a.csv",
                f"{name},Country,Embassy closed\nAccord of 1990,Norway,1990\nAccord of 1991,Chile,1991\n",
                ['  date: "{Embassy closed}"\n'],
            )
            for name in ("Wars", "Notes 1", "Title")
        ),
        (
            "a.csv",
            "Name,Day,Land,Adopted,Created\nA,Monday,NO,2021,2022-01-02\nB,Friday,SE,2022,2022-01-02\n",
            ['  date: "{Adopted}"\n'],
        ),
        (
            "a.csv",
            "date,country,side,Title\n1999,DR Congo (Zaire),DR Congo,a\n1998,Peru,Peru,b\n2001,UN,Chile,c\n",
            [
                '    "DR Congo (Zaire)": "..."  # 1 cell: COD or ZAR\n',
                '  countries: ["{country}"]\n',
            ],
        ),
        (
            "a.csv",
            "date,country,country_txt\n1999,151,Norway\n1998,217,Peru\n",
            ['  countries: ["{country_txt}"]\n'],
        ),
        (
            "a.csv",
            "Year,Month,Country,Title\n-44,3,Italy,a\n1990,-9,-9,b\n",
            [
                'blank: ["-9"]  # means',
                '    "-9": ~  # 1 cell\n# except: {Year: "-44"}  # leaves out',
            ],
        ),
        (
            "a.csv",
            "Start,End,Country,Title\n-1940,1950,Italy,a\n-999,1950,Italy,b\n",
            ['blank: ["-999"]  # means', '    "-1940": "..."  # 1 cell\n'],
        ),
        *(
            (
                "a.csv",
                f"date,{one},target,event,Persons\n2024,NOR,PSE,a,B\n2025,Norway,Sweden,b,C\n",
                [f'  countries: ["{{{one}}}", "{{target}}"]\n  actors: ["{{Persons}}"]\n'],
            )
            for one in ("source", "Actor")
        ),
        *(
            (
                "a.csv",
                f"year,{letters},ccode,name\n1990,USA,2,a\n1991,{one},{number},b\n",
                [f"{codes}\n", f'  countries: ["{{{letters}}}"]\n'],
            )
            for letters, one, number, codes in (
                ("stateabb", "NOR", "385", "\ncodes: {stateabb: cow}"),
                ("idacr", "AUS", "", "\ncodes: {idacr: cow}"),
                ("stabb", "AUT", "305", 'title: "a"'),
                ("country", "AUS", "305", "\ncodes: {country: cow}"),
                ("country", "AUS", "900", 'title: "a"'),
                ("country", "YUG", "345", 'title: "a"\nevent:'),
                ("country", "AUS", "990", 'title: "a"'),
            )
        ),
        (
            "a.csv",
            "start_date,end_date,length,country\n1/21/77,9/23/77,1045,NO\n9/24/77,1/20/81,Approx. 1914,NO\n",
            ['  date: {start: "{start_date}", end: "{end_date}"}\n'],
        ),
        ("a.csv", "date,year,country\n9/24/06,1906,NO\n12/8/06,1906,SE\n", ['  date: "{year}"\n']),
        (
            "a.csv",
            "archive_id,years,countries\nA'.2.4.1.C(C))1-1,,Norway\n2011-0710,,Italy\n2011-0712,,Peru\n",
            ['  date: "{...}"'],
        ),
        *(
            (
                "a.csv",
                f"stateabb,sdate,smonth,syear,emonth,eyear\nUSA,{day},4,1945,1,1953\nUSA,,4,1953,,1961\n",
                [f"  date: {date}\n"],
            )
            for day, date in (
                (
                    12,
                    '{start: {year: "{syear}", month: "{smonth}", day: "{sdate}"}, end: {year: "{eyear}", month: "{emonth}"}}',
                ),
                (
                    32,
                    '{start: {year: "{syear}", month: "{smonth}"}, end: {year: "{eyear}", month: "{emonth}"}}',
                ),
            )
        ),
        *(
            (
                "a.csv",
                f"date,title,{header}\n"
                + "".join(f"1861-07-0{n},a,{x}\n" for n, x in enumerate(cells, 1)),
                [f'  countries: ["{{{countries}}}"]'],
            )
            for header, countries, cells in (
                ("state", "...", ("MO", "PA", "TX", "GA")),
                ("State", "...", ("MS", "VA", "TN", "MS")),
                ("state", "state", ("MS", "VA", "VA", "MS")),
                ("state", "state", ("NO", "SE", "TX")),
                ("states", "...", ("Georgia", "Hawaii", "Texas")),
                ("states", "...", ("Arizona; Utah", "Georgia", "–")),
                ("state", "state", ("Georgia", "Armenia", "")),
                ("country", "country", ("US", "GA", "TX")),
            )
        ),
        *(
            (
                "a.csv",
                f"date,title,{header},which\n"
                + "".join(f"1990-01-0{n},a,{one},{x}\n" for n, (one, x) in enumerate(cells, 1)),
                [f'  countries: ["{countries}"]'],
            )
            for header, countries, cells in (
                (
                    "country_name",
                    "{country_name}",
                    (("FRANCE ; ITALY", "BI"), ("PERU", "BI"), ("CHILE", "BI")),
                ),
                (
                    "country_name",
                    "{country_name}",
                    (("FRANCE", "BI"), ("PERU", "MULTI"), ("CHILE", "GB"), ("CHILE", "US")),
                ),
                (
                    "country_name",
                    "{country_name}",
                    (("FRANCE", "GB"), ("PERU", "US"), ("CHILE", "FR")),
                ),
                ("where", "{where}", (("FRANCE", "GB"), ("PERU", "GB"), ("CHILE", "GB"))),
                (
                    "where",
                    '{where}", "{which}',
                    (("FR", "GB"), ("PE", "GB"), ("CHILE", "GB")),
                ),
                (
                    "country_name",
                    '{country_name}", "{which}',
                    (("FRANCE", "Spain"), ("PERU", "Spain"), ("CHILE", "Spain")),
                ),
                ("party", "{...}", (("Republican", ""), ("Democratic", ""))),
                ("party", "{...}", (("NARC", ""), ("JP", ""), ("UDA", ""))),
                ("Party", "{Party}", (("Republican", ""), ("Peru", ""), ("Chilean", ""))),
            )
        ),
        *(
            (
                "a.csv",
                f"Date,Country,{header},Title\n1990,Peru,{one},a\n1991,Chile,{other},b\n",
                [f'  countries: ["{{Country}}"{also}]\n'],
            )
            for header, one, other, also in (
                ("MAE ?", "PR", "PR", ""),
                ("Rank", "AE", "CA", ""),
                ("Party", "PS", "PR", ""),
                ("US State", "CA", "GA", ""),
                ("Rank", "AE", "FRA", ', "{Rank}"'),
                *(
                    (name, "AE", "CA", f', "{{{name}}}"')
                    for name in ("Country 2", "Other State", "Side B", "Partner", "alpha2", "Land")
                ),
            )
        ),
        *(
            ("a.csv", f"date,iso2,title\n1990,NA,a\n1991,{code},b\n", [f'title: "a"\n{then}'])
            for code, then in (
                ("NO", "event:"),
                ("NA", "# blank: "),
                ("NOR", "# blank: "),
            )
        ),
        *(
            (
                "a.json",
                (
                    '{"meta": {"n": 1}, "facts": [{"label": "Founded", "value": "1955"}], '
                    f'"a": {{"events": [{{{key}, "title": "A"}}]}}}}'
                ),
                [f'table: {{records: "{taken}"}}\n# other lists of records: {other!r}\n'],
            )
            for key, taken, other in (
                ('"date": "1955-07-25"', "a.events", "facts"),
                ('"x": "1955-07-25"', "a.events", "facts"),
                ('"x": "so"', "facts", "a.events"),
            )
        ),
        *(
            (
                "a.csv",
                f"Date,Country,{name},Description\n2001,NO,{one},Talks\n2002,SE,G20,{other}\n",
                [f'event:\n  date: "{{Date}}"\n  {first}'],
            )
            for name, one, other, first in (
                ("Objet", "G8", "", 'title: "{...}"'),
                ("Objet", "G8", "Talks", 'summary: "{Description}"'),
                ("Objet", "", "", 'summary: "{Description}"'),
                ("Type", "G8", "", 'summary: "{Description}"'),
            )
        ),
        *(
            (
                "a.csv",
                f"start,end,country,{name}\n1944-10-21,1947-02-04,IS,A\n1947,,IS,B\n{rows}",
                [f"\nopen: {opened}  # what a blank end means"],
            )
            for opened, name, rows in (
                ("...", "leader", "1949,1952,IS,C\n"),
                ("ongoing", "leader", "1943,1946,IS,C\nt123456,,IS,D\n"),
                ("ongoing", "leader", "1949,1952,NO,C\n"),
                ("ongoing", "leader", "2000,2007,NO,C\n"),
                ("...", "leader", "2000,2008,NO,C\n"),
                ("...", "leader", "1947-05-06,1949,IS,C\n1950,,IS,D\n"),
                ("ongoing", "treaty", "1949,1952,IS,C\n2000,2008,NO,D\n"),
            )
        ),
        *(
            ("a.csv", f"start,end,country,title\n{rows}", [f"\nopen: {opened}  # what a blank"])
            for opened, rows in (
                ("ongoing", "1905,1990,NO,a\n1945,,SE,b\n1990,1991,SE,c\n1991,2000,SE,d\n"),
                ("...", "1905,1907,NO,a\n1945,,SE,b\n1946,-9,SE,c\n"),
                ("day", "1905,1906,NO,a\n1945,,SE,b\n,1990,NO,c\n"),
                ("day", "1905,1990,NO,a\n1945,present,SE,b\n"),
                ("...", "1850,1853,NO,a\n1853,1857,NO,b\n1857,,NO,c\n1866,Present,NO,d\n"),
                ("ongoing", "1850,1853,NO,a\n1853,1857,NO,b\n1857,,NO,c\n1866,unknown,NO,d\n"),
                ("...", "1905,1990,NO,a\n1945,,SE,b\n1990,1991,SE,c\n1990,1991,SE,d\n"),
                ("...", "1812,1815,US,a\n1811,NA,US,b\n1832,,US,c\n2001,2021,US,d\n"),
                ("ongoing", "1812,1815,US,a\n1811,,US,b\n1990,,US,c\n2001,9999,US,d\n"),
                ("ongoing", "1812,1915,US,a\n1899,,US,b\n1900,,US,c\n1990,2001,US,d\n"),
            )
        ),
        (
            "a.csv",
            "yrent,moent,yrexit,moexit,country\n1949,4,0,0,USA\n1949,4,1966,6,France\n",
            ['blank: ["0"]  # means that nothing is there\nopen: ongoing  # what a blank'],
        ),
        (
            "a.csv",
            (
                "Begin,End,country,Title\n1990~,..2001,NO,a\n2001..,..,NO,b\n1990/1995,1995,NO,c\n"
                "..1816-01-01,1866-12-26,NO,d\n2003..,NA,NO,e\n2004..,soon,NO,f\n2005,2004,NO,g\n"
                "never,2005..,NO,h\n"
            ),
            [
                '    "..2001": "..."  # 1 cell: 2001 or unknown\n',
                '    "2001..": "..."  # 1 cell: 2001 or unknown\n',
                '    "1990/1995": "..."  # 1 cell: 1990 or 1995\n',
                '    "..1816-01-01": "..."  # 1 cell: 1816-01-01 or unknown\n',
                '    "soon": "..."  # 1 cell\n    "never": "..."  # 1 cell\n    "',
            ],
        ),
        (
            "a.csv",
            "start year,end year,country,title\n1990..,1995,NO,a\n",
            ['title: "a"\nopen: day'],
        ),
        *(
            ("a.csv", f"start,end,country,{who}\n1905,1906,NO,a\n1945,,SE,b\n", ["\nopen: ..."])
            for who in ("leader", "Prime minister", "presidentLabel", "person")
        ),
        (
            "a.csv",
            "start,end,country,title\n1905,present,NO,a\n1945,now?,SE,b\nnow,1950,SE,b\n",
            [
                (
                    "  date:  # not dates yet: write each like 1990s or 1990~, or present\n"
                    '    "now?": "..."  # 1 cell\n    "now": "..."  # 1 cell\nevent:'
                )
            ],
        ),
        (
            "a.csv",
            "id,iyear,imonth,iday,country_txt\n1,2011,7,22,Norway\n2,1970,0,0,Norway\n",
            ['blank: ["0"]', '  date: {year: "{iyear}", month: "{imonth}", day: "{iday}"}\n'],
        ),
        (
            "a.csv",
            "yrtrig,motrig,datrig,yrterm,moterm,daterm,actor\n1918,5,7,1920,4,1,Russia\n",
            [
                (
                    '  date: {start: {year: "{yrtrig}", month: "{motrig}", day: "{datrig}"}, '
                    'end: {year: "{yrterm}", month: "{moterm}", day: "{daterm}"}}\n'
                )
            ],
        ),
        (
            "a.csv",
            (
                "systrgyr,systrgmo,systrgda,sysendyr,sysendmo,sysendda,yrtrig,motrig,datrig,yrterm,"
                "moterm,daterm,actor\n1956,7,26,1957,3,12,1956,10,29,1957,3,12,Egypt\n"
            ),
            [
                "# other dates: 'yrtrig', 'yrterm'; a list",
                '{start: {year: "{systrgyr}", month: "{systrgmo}", day: "{systrgda}"}, end: {year: ',
            ],
        ),
        *(
            (
                "a.csv",
                f"{x}year,{x}month,{x}day,state,{other}\n1918,5,7,Peru,1918,1,1,1918-01-02\n",
                [f"  date: {date}\n"],
            )
            for x, other, date in (
                ("birth", "q,w,x,When", '"{When}"'),
                ("a", "q,w,x,When", '"{When}"'),
                ("birth", "q,w,x,Signed", '"{Signed}"'),
                ("a", "byear,bmonth,bday,Signed", '"{Signed}"'),
                *((f"{x}_", "q,w,x,Signed", '"{Signed}"') for x in OF_ROWS),
                ("a", "q,w,x,Signed", '{year: "{ayear}", month: "{amonth}", day: "{aday}"}'),
            )
        ),
        *(
            (
                "a.csv",
                f"{event},{event}Label,day,country,countryLabel\nhttp://e.org/Q0,A,1910-01-07,http://e.org/Q20,Norway\n",
                [
                    f"# Columns left out so far: {event}, country\n",
                    f'  title: "{{{event}Label}}"\n  countries: ["{{countryLabel}}"]\n',
                ],
            )
            for event in ("event", "item")
        ),
        (
            "a.json",
            (
                '[{"event": {"type": "uri", "value": "http://e.org/Q0"}, "eventLabel": {"type": "l", "value": "A"},'
                ' "date": {"datatype": "x", "value": "1910~~"}, "reign": {"type": "x"}}]'
            ),
            ['  date: "{date.value}"\n  title: "{eventLabel.value}"\n', '  type: "{reign.type}"\n'],
        ),
        (
            "a.csv",
            (
                "inception,dissolved,countryLabel\n1906-01-01T00:00:00Z,,NO\n1954-10-05T00:00:00Z,1990,NO\n"
                "1907-01-01T00:00:00Z,http://www.wikidata.org/.well-known/genid/c2d,NO\n,1980,NO"
            ),
            [
                '  date: {start: {time: "{inception}", precision: "guess"}, end: "{dissolved}"}\n',
                'title: "a"\nopen',
            ],
        ),
        (
            "a.csv",
            (
                'Participant,Signature\n"Germany 5,6",18 Apr 1961\nNetherlands (Kingdom of the) 8,1 May 1961\n'
                "Türkiye 9,2 May 1961\n"
            ),
            [
                "title: \"a\"\nstrip: footnotes  # takes off marks, as in 'Germany 5,6'\nevent:\n",
                '  countries: ["{Participant}"]\n',
            ],
        ),
        (
            "a.csv",
            "Country,Treaty,Ratification\nAL,CAT,11 May 1994 (a)\nHR,CAT,12 Oct 1992 (d)\nDZ,CAT,1989\n",
            [
                "strip: footnotes  # takes off marks, as in '11 May 1994 (a)'\n",
                '  date: "{Ratification}"\n',
            ],
        ),
        (
            "a.txt",
            (
                "# Recognitions\n\n| No. | State | Date of recognition |\n|---|---|---|\n"
                "| 1 | Bahrain, Iraq, Kuwait | 15 November 1988 |\n| 2 | Norway | 28 May 2024 |\n"
            ),
            ['table: {skip: "2"}\n', '  date: "{Date of recognition}"\n'],
        ),
        (
            "a.csv",
            "Visits\n------\nHost,Guest,Date of visit\nNorway,France,1998-03-04\n",
            ['table: {skip: "2"}\n', '  date: "{Date of visit}"\n'],
        ),
        (
            "a.csv",
            "Member state,Date\nBenin[b],20 September 1960\nNorway,27 November 1945\n",
            ["\nstrip: footnotes  # takes off marks, as in 'Benin[b]'\n"],
        ),
        (
            "a.csv",
            "Member state,Date\n**Benin**,20 September 1960\nNorway,27 November 1945\n",
            ["\n# strip: footnotes  # takes off marks, as in '**Benin**'\n"],
        ),
        (
            "a.csv",
            "Fecha;País;Lugar del acto;Título\n28 May 2024;Norway;en la ciudad de Oslo;Visita\n",
            ['  title: "{Título}"\n'],
        ),
        (
            "a.csv",
            "SQLDATE,Actor1CountryCode,ActionGeo_CountryCode,Actor1Geo_ADM1Code\n20240528,NOR,NI,NO\n",
            ['  countries: ["{Actor1CountryCode}"]\n'],
        ),
        (
            "a.csv",
            "Accredited,To,Land,Title\n2021-01-02,New York,NO,a\n2022-01-02,Oslo,SE,b\n",
            ['  date: "{Accredited}"\n'],
        ),
        *(
            (
                "a.csv",
                f"Name,Land,{of_row}\nA,NO,2021-01-02\n",
                ["# other dates:", '  date: "{...}"'],
            )
            for of_row in ("Date modified", "Ceasefire verified", "dateLastActivity")
        ),
        *(
            (
                "a.csv",
                f"Land,Mission,{date}\nNO,Embassy in Oslo,1990-05-06\nSE,Embassy in Rome,1991-05-06\n",
                [f'  date: "{{{date}}}"\n'],
            )
            for date in (
                "Andrade signed",
                "Recreated",
                "Created",
                "Erstellt",
                "Year added",
                "completed_at",
            )
        ),
        *(
            (
                "a.csv",
                f"Land,Mission,{of_row},Due\nNO,Embassy in Oslo,2024-05-06,2024-03-02\n",
                ['  date: "{Due}"\n'],
            )
            for of_row in ("dateLastActivity", "completed_at")
        ),
        (
            "a.csv",
            (
                "Staat;Aufnahme;Abbruch;Ereignis\nÖsterreich;01.11.1952;;Aufnahme\n"
                "Jugoslawien;10.12.1951;19.10.1957;Aufnahme\nÄgypten;im 7. 1952;13.05.1965;Aufnahme\n"
                "Kuba;um 1954;Januar 1963;Aufnahme\n"
            ),
            ["# other dates: 'Abbruch'; ", '  date: "{Aufnahme}"\n'],
        ),
        (
            "a.csv",
            "year_s,month_s,day_s,year_e,month_e,day_e,country\n2001,5,6,2002,7,8,NO\n",
            ['end: {year: "{year_e}", month: "{month_e}", day: "{day_e}"}}\n'],
        ),
        *(
            (
                "a.csv",
                f"Jahr,Staat,Ereignis\n1990,NO,x\n{rule}\n1991,SE,y\n",
                ['  date: "{Jahr}"\n'],
            )
            for rule in ("-----,,", "-,-,-", ",,-")
        ),
        *(
            ("a.csv", f"{above}\n{table}\n", ['table: {skip: "1"}\n', '  date: "{date}"\n'])
            for above, table in (
                ("Events of Norway,,,Source: MFA", "date,country,title\n2001-05-06,NO,x"),
                ("Events of Norway,,,Source: MFA", "date,country,title,\n2001-05-06,NO,x,"),
                ("Title,Made,By", "date,country\n2001,NO"),
                ("Exported by,me,2024", "date,country,,title\n1990-01-02,NO,x,Treaty"),
            )
        ),
        ("a.csv", "id,model,title,country\n1,2000,a,NO\n2,B 2001,b,SE\n", ['  date: "{...}"']),
        (
            "a.csv",
            "1990-01-01: x\n1991-01-01: y\n1992: z\n\ndate,country,title\n1990,Norway,a\n",
            ['table: {skip: "4"}\n', '  date: "{date}"\n'],
        ),
        (
            "a.csv",
            "Country,Independence_date,Year\nNO,31-May-10,1910\nEG,28-Feb-22,1922\n",
            [
                "# dates in 'Independence_date' have years of two digits, as '31-May-10': write four, in the file\n",
                '  date: "{Year}"\n',
            ],
        ),
        *(
            ("a.csv", f"of,period,Land\n{rows}", [f'  date: "{{{date}}}"\n'])
            for date, rows in (
                ("of", "2019,2019-01-01,NO\n2020,2020-01-01,NO\n2021,2021-01-01,NO\n"),
                ("period", "2019,2019-01-01,NO\n2020,2020-01-01,NO\n"),
                ("of", "2019-Q2,2019-04-01,NO\n2019-07,2019-07-01,NO\n2019,2019-01-01,NO\n"),
                ("period", "2019,2019-01-01,NO\n2020,2020-01-02,NO\n2021,2021-01-01,NO\n"),
                ("period", "x,2020-01-01,NO\ny,2020-01-01,NO\nz,2020-01-01,NO\n"),
            )
        ),
        *(
            (
                "a.csv",
                f"State,Established,Severed,Title\nNO,2 March 1952,{blank},a\nSE,c. 1951,2 May 1963,b\n",
                [f'  date: "{{{date}}}"\n'],
            )
            for blank, date in (("", "Established"), ("4 May 1964", "Severed"))
        ),
        (
            "a.csv",
            "year,term_year,term_month,country,title\n1990,2,6,NO,a\n",
            ['  date: "{year}"\n'],
        ),
        *(
            (
                "a.csv",
                f"Country,Embassy,{start},{end}\nNO,Embassy in Oslo,1990,1995\nSE,Embassy in Rome,1991,1999\n",
                [f'  date: {{start: "{{{start}}}", end: "{{{end}}}"}}\n'],
            )
            for start, end in (
                ("Date created", "Date closed"),
                ("Created", "Dissolved"),
                ("Embassy opened", "Embassy closed"),
                ("Opening", "Embassy closure"),
                ("Signed", "Date closed"),
                ("Beginn", "Ende"),
                ("Von", "Bis"),
                ("Inicio", "Fin"),
                ("Desde", "Hasta"),
                ("Début", "Fin"),
                ("Amtsantritt", "Amtsende"),
                ("Дата назначения", "Дата освобождения"),
                ("Начало", "Окончание"),
                ("Başlangıç", "Bitiş"),
                ("Year created", "Year closed"),
            )
        ),
        (
            "a.csv",
            "Country,Established,Embassy opened,Embassy closed\nNorway,1950,1952,2001\nSweden,1951,1953,2015\n",
            [
                "# Columns left out so far: Established\n",
                '  date: {start: "{Embassy opened}", end: "{Embassy closed}"}\n',
            ],
        ),
        (
            "a.csv",
            "Country,Mission opened,Consulate opened,Consulate closed,Mission closed\nPeru,1950,1952,1960,1970\n",
            [
                "# other dates: 'Consulate opened', 'Consulate closed'; a list",
                '  date: {start: "{Mission opened}", end: "{Mission closed}"}\n',
            ],
        ),
        (
            "a.csv",
            "Country,Recognition Date,Embassy Closed\nNorway,1950,2001\nSweden,1951,2015\n",
            ["# other dates: 'Embassy Closed'; a list", '  date: "{Recognition Date}"\n'],
        ),
        *(
            (
                "a.csv",
                f"Country,threat_start,imp_start,{end}\nNO,1988,1990,1995\nSE,.,1991,ongoing\nPE,1992,1993,ongoing\n",
                [f"  date: {date}\n"],
            )
            for end, date in (
                ("imp_end", '{start: "{imp_start}", end: "{imp_end}"}'),
                ("threat_end", '{start: "{threat_start}", end: "{threat_end}"}'),
                ("end", '{start: "{threat_start}", end: "{end}"}'),
                ("other", '"{threat_start}"'),
            )
        ),
        *(
            (
                "a.csv",
                f"stateID,Title,{dates}\nNOR,a,1949-04-04,1949-04-04,1950-04-04\nNOR,b,1990,1990,2001\n",
                ['  date: {start: "{Beg}", end: "{End}"}\n'],
            )
            for dates in ("Beg,Signature,End", "Signature,Beg,End")
        ),
        (
            "a.csv",
            "Signed,Created,Closed,Country,Title\n1990,1990,1995,NO,a\n",
            ['  date: {start: "{Signed}", end: "{Closed}"}\n'],
        ),
        *(
            (
                "a.csv",
                f"{date},Country,Title,Data\n1990-05-06,NO,a,{one}\n1991-05-06,SE,b,{other}\n",
                ["# Columns left out so far: Data\n", f'  date: "{{{date}}}"\n'],
            )
            for date, one, other in (
                ("When", "Letter of 1990", "Cable of 1991"),
                ("Signed", "Polity 2018", "Polity 2018"),
                ("Start", "1990", "1991"),
            )
        ),
        *(
            (
                "a.csv",
                f"date,{header},title\n2024-05-28,{one},a\n2024-05-29,{other},b\n",
                [f'  countries: ["{countries}"]\n'],
            )
            for header, one, other, countries in (
                ("Country,Source", "Norway,US", "Sweden,UK", "{Country}"),
                ("country,sources", "Norway,US; UK", "Sweden,US", "{country}"),
                ("country,actors", "Norway,Georgia", "Sweden,Jordan", "{country}"),
                (
                    "country,source,target",
                    "Norway,Peru,Chad",
                    "Fiji,Cuba,Mali",
                    '{country}", "{source}", "{target}',
                ),
                ("sources,target", "Peru,Chad", "Cuba,Mali", "{target}"),
            )
        ),
        *(
            (
                "a.csv",
                f"date,{header},title\n1990,{one},a\n1991,{other},b\n",
                [f'  countries: ["{{{header}}}"]\n'],
            )
            for header, one, other in (
                ("geo_country", "Norway", "Sweden"),
                ("GEO_NAME", "Norway", "Sweden"),
                ("event_geo_iso3", "NOR", "SWE"),
            )
        ),
        (
            "a.csv",
            "Date,From,To,Title,Land\n1990,Gate 4,Gate 5,a,NO\n1991,Gate 6,Gate 7,b,SE\n",
            ['  date: "{Date}"\n'],
        ),
        (
            "a.csv",
            "From,To,Title,Land\n1990,1991,a,NO\n1991,4e kwartaal,b,SE\n1992,3e kwartaal,b,SE\n",
            ['  date: {start: "{From}", end: "{To}"}\n'],
        ),
        *(
            (
                "a.csv",
                f"Date,Land,{abroad},{title}\n1990,NO,State visit,Visit to Oslo by the king\n",
                [f'  title: "{{{title}}}"\n'],
            )
            for abroad, title in (
                ("Titel", "Title of document"),
                ("Titre", "Description of event"),
                ("Titulo", "What the event was"),
            )
        ),
        (
            "a.csv",
            "Date,Land,Titel,Evento\n1990,NO,State visit,Visit to Oslo by the king\n",
            ['  title: "{Titel}"\n'],
        ),
        ("a.csv", "Date,Land,Titel,Event no.\n1990,NO,Besuch,a\n", ['  title: "{Titel}"\n']),
        (
            "a.csv",
            "Start,End,To,Country,Title\n2024,30,x,NO,a\n1939,45,y,NO,b\n1940,ongoing,x,NO,b\n",
            ['    "45": "..."  # 1 cell\n', '  date: {start: "{Start}", end: "{End}"}\n'],
        ),
        (
            "a.csv",
            "Start,VisitEnd,Country\n2001-01-02,2001-01-05,NO\n",
            ['  date: {start: "{Start}", end: "{VisitEnd}"}\n'],
        ),
        (
            "a.csv",
            "Date,Signed Year,Signed Month,Country\n2001-05-03,2002,3,NO\n",
            ["# other dates: 'Signed Year'; a list", '  date: "{Date}"\n'],
        ),
        (
            "a.csv",
            "Date,Country,Code,Title\n2001,Norway 1,NO,a\n2002,Sweden 2,SE,b\n",
            ["# Columns left out so far: Code\n", '  countries: ["{Country}"]\n'],
        ),
        (
            "a.csv",
            "Date,Country,Host\n2001,Norway,Sweden\n2002,Atlantis,Denmark\n2003,Mordor,Finland\n",
            ['  countries: ["{Country}", "{Host}"]\n'],
        ),
        ("a.csv", "n,Country,Title\n1000,NO,a\n2100,NO,b\n", ['  date: "{n}"\n']),
        (
            "a.csv",
            "Date,Signed,Country\n2021-01-02,2001,NO\n2022-01-02,2001-02-03,SE\n",
            ['# Columns left out so far: Signed\ntitle: "a"\nevent:\n', '  date: "{Date}"\n'],
        ),
        (
            "a.csv",
            "Date,Country,What it was\n2001,NO,The embassy in Oslo was opened\n,SE\n",
            ['  title: "{What it was}"\n'],
        ),
        *(
            ("a.csv", f"Date,Country,{header}\n{rows}", [f'  title: "{{{title}}}"'])
            for header, title, rows in (
                ("What it was", "...", "2001,NO,The embassy in Oslo opened\n2002,SE\n"),
                ("event,headline", "headline", "2001,NO,141,Rally\n2002,SE,141,Talks in Bergen\n"),
                ("event,label", "label", "2001,NO,http://e.org/a,Rally\n2002,SE,,Talks\n"),
                ("name,headline", "headline", "2001,NO,a,Rally\n2002,SE,,Talks\n"),
                ("Label,leader", "leader", "2001,NO,Peru,Ollanta\n2002,SE,Chile,Sebastián\n"),
                ("OthAgr,Agt", "Agt", "2001,NO,A long account,Oslo\n2002,SE,NA,Bergen\n"),
                ("PPName,Agt", "Agt", "2001,NO,Process of Oslo,Oslo\n2002,SE,Another,Bergen\n"),
                ("pa_comment,pa_name", "pa_name", "2001,NO,A long account of it,Oslo accord\n"),
                ("account,name_en", "name_en", f"2001,NO,{'a ' * 120},Oslo accord\n"),
                ("name_tr,name_en", "name_en", "2001,NO,Bedir Savaşı,Battle of Badr\n"),
                ("account", "...", f"2001,NO,{'a ' * 120}\n"),
                ("county,battle_name", "battle_name", "2001,NO,Cullman and Mobile Counties,Gap\n"),
                ("position,image", "position", "2001,NO,Minister,The king of Norway.jpg\n"),
                ("position,portrayed", "position", "2001,NO,Minister,The king of Norway.jpg\n"),
                ("mode_nomination,x", "...", "2001,NO,By the president of Peru,x\n"),
                ("url_source,wars", "wars", "2001,NO,War in Donbass of 2014,Donbass\n"),
                (
                    "what,war_name",
                    "what",
                    "".join(f"200{n},NO,Ship {n} goes down,A\n" for n in range(5)),
                ),
                ("n,war_name", "war_name", "".join(f"200{n},NO,{n},The war\n" for n in range(5))),
            )
        ),
        *(
            (
                "a.csv",
                f"{first},Date,Country,{more}\n{one},2001,NO,x\n{other},2002,SE,\nOslo,2003,NO,\n",
                [f'  date: "{{Date}}"\n  {key}: "{title}"'],
            )
            for first, more, one, other, key, title in (
                ("Treaty", "Place signed", "Treaty of Oslo", "Pact", "title", "{Treaty}"),
                ("Summit", "Outcome", "Rome", "Bergen", "title", "{Summit}"),
                ("Ambassador", "Notes", "A. B.", "C. D.", "title", "{Ambassador}"),
                ("Subject", "Description", "Visit", "Talks", "title", "{Subject}"),
                ("Reminder", "Description", "on and on and on", "off", "title", "{...}"),
                ("Visit", "Outcome", "yes", "", "title", "{...}"),
                ("Visit", "Outcome", "Oslo", "Oslo", "title", "{...}"),
            )
        ),
        (
            "a.csv",
            "Date,Country,What it was\n2001,NO,The embassy in Oslo was opened\nTotal 1,SE\n",
            ['  title: "{What it was}"\n'],
        ),
        (
            "a.csv",
            "Date,Country\nsoon,Peru / Chile\n2001,Norway & Sweden\nsoon,Denmark & Finland\n",
            ['\nsplit: {countries: "&"}', '    "soon": "..."  # 2 cells\n'],
        ),
        (
            "a.csv",
            "Year,Country,ccode,Title\n2001,NOR,385,a\n2002,FIN,375,b\n",
            ['# Columns left out so far: ccode\ntitle: "a"\nevent:\n'],
        ),
        (
            "a.csv",
            "Date,Country,Code\n2001,Norway,NO\n2002,Ruritania,SE\n",
            ["# Columns left out so far: Country\n", '  countries: ["{Code}"]\n'],
        ),
        ("a.csv", "p,q,r\n2001,x,y\n2002,x\n", ['  date: "{p}"\n']),
        ("a.csv", "Country,Title,Date\nNO,a,2001\nSE,b\n", ['  date: "{Date}"\n']),
        ("a.csv", "iyear,imonth,iday,Country,Title\n2001,5,6,NO,a\n", [' the keys.\ntitle: "a"\n']),
        ("a.csv", "Date,Country\n2001,NOR\n2002,FIN\n", ['title: "a"\nevent:\n']),
        (
            "a.csv",
            "Date,Country,Visitor\n2001,Norway,USA\n2002,Sweden,USA\n2003,Norway,RUS\n",
            ['  countries: ["{Country}", "{Visitor}"]\n'],
        ),
        ("a.json", '[{"": "NOR", "day": "1964"}]', ['  countries: ["{column 1}"]\n']),
        ("a.json", '[{"when": "", "country": "A", "told": "So it was"}]', ['  title: "{...}"']),
        ("a.csv", "Day code,Country\n1939-01-01,Norway\n", ['  date: "{Day code}"\n']),
        ("a.csv", "Date,Country\n999,Norway\n888,Norway\n", ['"999": "..."', '"888": "0888"']),
        (
            "a.csv",
            "Date,Country\n-11448086400000,NO\n-99448086400000,NO\n",
            ['"-11448086400000": "1607-03-24"', '"-99448086400000": "..."'],
        ),
        (
            "a.csv",
            "Country,year,bmonth,byear,emonth,eyear\nNO,1905,6,1814,6,1905\n",
            ['  date: "{year}"\n'],
        ),
        (
            "a.csv",
            "Date,Country,A_tr,A_en\n2001,NO,Norge og flere andre land her,Talks and more\n",
            ['  title: "{A_en}"\n'],
        ),
        (
            "a.yml",
            "timeline:\n- year: 1797\n  name: A\n  land: NOR\n",
            ['table: {records: "timeline"}\n', '  date: "{year}"\n  title: "{name}"\n'],
        ),
        (
            "a.json",
            '{"eras": [{"name": "B", "start": "1947"}], "events": [{"what": "A", "on": "1949-04-04"}]}',
            ["table: {records: \"events\"}\n# other lists of records: 'eras'\n"],
        ),
        (
            "a.csv",
            "Wann;Wer;Was\n1. Mai 2004;Polen;Beitritt\n3.10.1990;Deutschland;Einheit\n",
            ['  date: "{Wann}"\n'],
        ),
        (
            "a.json",
            '{"events": [{"id": 1204, "name": "A"}], "treaties": [{"date": "2001-02-03"}]}',
            ["table: {records: \"treaties\"}\n# other lists of records: 'events'\n"],
        ),
        (
            "a.csv",
            "Date,Country\n#date+event,#country+name\n2001,NOR\n2002,FIN\nTotal,2 states\n",
            [
                '"a"\n# except: {Date: ["#date+event", Total]}  # leaves out rows that are not events\n'
            ],
        ),
        (
            "a.csv",
            'Date,Parties,Event\n1921,"Ireland, Northern",A\n1922,"Norway, France",B\n1923,"Spain, Italy",C\n1924,"Guinea, New",D\n',
            ['    "Northern": "..."  # 1 cell\n    "New": "..."  # 1 cell\n'],
        ),
        (
            "a.csv",
            'Date,Parties,Event\n2001,"EFTA (Iceland, Norway), Mexico",A\n2002,"Norway, France",B\n2003,"Spain, Italy",C\n',
            ['    "EFTA (Iceland, Norway)": "..."  # 1 cell\nevent'],
        ),
        (
            "a.csv",
            (
                "Year,WarName,SideA,SideB\n1816,Algiers,United Kingdom,Algeria\n1838,Zulu,United Kingdom,Zulu tribe\n1854,Tukulor,France,Tukulor\n"
                "1855,Santal,United Kingdom,Santal\n"
            ),
            ['countries: ["{SideA}", "{SideB}"]', '    "Zulu tribe": "..."'],
        ),
        (
            "a.csv",
            "startyear,sender1,sender2,targetstate\n1945,2,200,260\n1950,2,1000,710\n1951,2,210,710\n1952,2,20,365\n1954,200,2,630\n",
            ["codes: {sender1: cow, sender2: cow, targetstate: cow}", '    "1000": "..."'],
        ),
        (
            "a.csv",
            "Year,Country,Boycott,Reason\n1980,United States,Full,Afghanistan\n1980,Norway,Full,\n1976,Tanzania,Full,New Zealand\n",
            ["# Columns left out so far: Boycott, Reason\n", 'countries: ["{Country}"]'],
        ),
        (
            "a.json",
            (
                '{"results": {"bindings": [{"personLabel": {"type": "literal", "value": "Gozney"}, "countryLabel": {"type": "literal", "value": "Indonesia"}, '
                '"startyear": {"datatype": "http://www.w3.org/2001/XMLSchema#integer", "type": "literal", "value": "2000"}, '
                '"endyear": {"datatype": "http://www.w3.org/2001/XMLSchema#integer", "type": "literal", "value": "2004"}}]}}'
            ),
            ['date: {start: "{startyear.value}", end: "{endyear.value}"}'],
        ),
        *(
            (
                "a.csv",
                f"Name,Country,Start date,{end}\nA,Israel,May 1948,present\nB,Egypt,1956,June 1967\n",
                [f'date: {{start: "{{Start date}}", end: "{{{end}}}"}}\n'],
            )
            for end in (
                "Closing date",
                "Finish",
                "Till",
                "valid_to",
                "Data de término",
                "Cierre",
                "Schließung",
                "Дата окончания",
                "结束时间",
            )
        ),
        (
            "a.csv",
            'Date,Country,Told\n2001,NO,"Talks on fish, of which there were many, in the capital, in May"\n',
            ['  title: "{Told}"\n  countries: ["{Country}"]\n'],
        ),
    ],
)
def test_a_map_is_begun_for_what_is_there(
    run: Run, write: Write, name: str, content: str | bytes, lines: list[str]
) -> None:
    write(name, content)
    begun = run("maps", name)
    assert begun.err == ""
    assert [line for line in lines if line not in begun.out] == []


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        (
            ("636", "43-01-01"),
            ['    "636": "0636"  # 1 cell', '    "43-01-01": "0043-01-01"  # 1 cell'],
        ),
        (
            ("636-05-06", "7-01"),
            ['    "636-05-06": "0636-05-06"  # 1 cell', '    "7-01": "0007-01"'],
        ),
        (("636", "43", "99"), ['    "636": "0636"', '    "43": "0043"', '    "99": "..."']),
        (("7015", *map(str, range(636, 656))), ['    "7015": "..."', '    "636": "0636"']),
        (("43-01-01", "45"), ['    "43-01-01": "..."  # 1 cell', '    "45": "..."']),
        (("c. 800", "999"), ['    "c. 800": "0800~"  # 1 cell', '    "999": "..."']),
        (("circa 198?", "843?"), ['1990..1993]"\n    "843?": "..."']),
        (("c. 843 (?)", "999"), ['    "c. 843 (?)": "0843%"  # 1 cell']),
        (("May 198", "c. 198-05"), ['    "May 198": "..."  # 1 cell', '    "c. 198-05": "..."']),
        (("633-651", "980–1010"), ['    "633-651": "0633/0651"', '    "980–1010": "0980/1010"']),
        (("651-633", "636-13-01"), ['    "651-633": "..."', '    "636-13-01": "..."']),
        (
            ("480 BCE", "-0208-01-01T00:00:00Z", "-1940"),
            ['# except: {date: ["480 BCE", "-0208-01-01T00:00:00Z"]}', '    "-1940": "..."'],
        ),
        (
            [f"{year} BCE" for year in range(480, 475, -1)],
            ['# except: {date: ["480 BCE", "479 BCE", "478 BCE", "477 BCE", "476 BCE"]}'],
        ),
    ],
)
def test_a_map_is_begun_with_what_early_dates_mean(
    run: Run, write: Write, days: Sequence[str], lines: list[str]
) -> None:
    late = "".join(f"{year},a,NO\n" for year in range(1400, 1410))
    write("a.csv", "date,title,country\n" + "".join(f"{day},a,NO\n" for day in days) + late)
    begun = run("maps", "a.csv").out
    assert [line for line in lines if line not in begun] == []


@pytest.mark.parametrize("told", ["Feature", "MultiPolygon", "141", "-1.5"])
def test_a_map_is_begun_without_a_type_that_is_none(run: Run, write: Write, told: str) -> None:
    write("a.csv", f"date,country,title,type\n2021,NO,a,{told}\n2022,SE,b,\n")
    assert "# Columns left out so far: type\n" in run("maps", "a.csv").out


@pytest.mark.parametrize("geometry", ["null", '{"type": "Point", "coordinates": [10.7, 59.9]}'])
def test_a_map_of_geojson_is_begun_with_the_type_of_what_happened(
    run: Run, write: Write, geometry: str
) -> None:
    told = '{"type": "Visit", "date": "2021", "name": "The King visits", "country": "Norway"}'
    feature = f'{{"type": "Feature", "geometry": {geometry}, "properties": {told}}}'
    write("a.geojson", f'{{"type": "FeatureCollection", "features": [{feature}, {feature}]}}')
    write("a.geojsonl", f"{feature}\n{feature}\n")
    write("a.geojsons", f"\x1e{feature}\n\x1e{feature}\n")
    for name in ("a.geojson", "a.geojsonl", "a.geojsons"):
        begun = run("maps", name, "-o", "m.yaml")
        assert begun.status == 0
        first, _ = run("timeline", "--events", name, "--map", "m.yaml").out.splitlines()
        assert first.split("\t")[:5] == ["2021", "certain", "NOR", "visit", "The King visits"]


MESSY = """\
When?;Who;;From;To;Place;What;URL;Link;Event;Day
21/02/1972;Nixon;x;USA;China;Beijing;State visit*;a;b;x;y
5-8 Sept 1962;–;;France;W. Ruritania;Bonn;State visit;;;;
2/3/1979;n/a;;USA;NATO;Brussels;Talks;;;;
3/3/1979;Carter;;US;Egypt, Israel;Cairo;no;;;;
4/3/1979;Carter;;US;Italy;Rome;no;;;;
Total: 3;;;;;;;;;;
* not a state visit by some, who count only those of heads of state;;;;;;;;;;
"""

NO_EVENTS = '{"When?": ["Total: 3", "* not a state visit by*"]}'


def test_a_map_is_begun_by_what_cells_say_with_what_else_it_may_say(run: Run, write: Write) -> None:
    write("my.csv", MESSY)
    begun = run("maps", "my.csv").out
    assert begun.splitlines()[2:] == [
        "# Columns left out so far: Who, column 3, What, Event, Day",
        'title: "my"',
        "dates: day-first  # as 21/02/1972 tells",
        'split: {countries: ","}  # semicolons split too',
        "values:",
        "  countries:  # not countries yet: a name or a code each; ~ is nobody",
        '    "W. Ruritania": "..."  # 1 cell',
        '    "NATO": "..."  # 1 cell',
        "# unknown: actor  # takes 'NATO' and the like as actors, and leaves out rows of nobody else",
        f"# except: {NO_EVENTS}  # leaves out rows that are not events",
        '# blank: ["–", "n/a"]  # means that nothing is there',
        "# strip: footnotes  # takes off marks, as in 'State visit*'",
        "event:",
        '  date: "{When?}"',
        '  title: "{...}"  # a headline, such as "{a} visits {b}"',
        '  countries: ["{From}", "{To}"]',
        '  place: "{Place}"',
        '  sources: ["{URL}", "{Link}"]',
    ]
    mended = re.sub("^# (?=unknown|except|blank|strip)", "", begun, flags=re.MULTILINE)
    mended = mended.replace('"W. Ruritania": "..."', '"W. Ruritania": DEU')
    write("m.yaml", mended.replace('"NATO": "..."', "PLO: ~").replace("{...}", "{What}"))
    found = json.loads(run("timeline", "--events", "my.csv", "--map", "m.yaml", "--json").out)
    assert [(each["date"], each["title"], each["countries"]) for each in found] == [
        ("1962-09-05/1962-09-08", "State visit", ["FRA", "DEU"]),
        ("1972-02-21", "State visit", ["USA", "CHN"]),
        ("1979-03-02", "Talks", ["USA"]),
        ("1979-03-03", "no", ["USA", "EGY", "ISR"]),
        ("1979-03-04", "no", ["USA", "ITA"]),
    ]


def test_a_map_that_is_begun_gives_the_dates_that_no_map_gives(run: Run, write: Write) -> None:
    write("a.csv", "start,end,country,title\n1949,,Norway,A\n1950,1951,Norway,B\n")
    write("m.yaml", run("maps", "a.csv").out)
    without, with_map = (
        run("timeline", "--events", "a.csv", *mapped).out for mapped in ([], ["--map", "m.yaml"])
    )
    assert with_map == without
    assert without.startswith("1949\t")


def test_a_map_is_begun_for_a_spreadsheet(run: Run, write: Write) -> None:
    from tests.reading.tables.test_spreadsheets import book  # noqa: PLC0415

    write("a.xlsx", book(("Date", "Country", "Title"), ("2021", "Norwey", "T")))
    assert '    "Norwey": "NOR"  # 1 cell\n' in run("maps", "a.xlsx").out


def test_a_map_is_begun_for_a_table_in_markdown_that_lacks_a_column(run: Run, write: Write) -> None:
    write("a.md", "| Date | Event |\n|---|---|\n| 1949 | Norway joins NATO |\n")
    assert "which 'diplo maps a.md' begins" in run("timeline", "--events", "a.md").err
    write("m.yaml", run("maps", "a.md").out.replace('["{...}"]', "[NOR]"))
    result = run("timeline", "--events", "a.md", "--map", "m.yaml")
    assert result.out.startswith("1949\tcertain\tNOR\t\tNorway joins NATO\t")


def test_a_map_is_begun_for_the_sheet_that_is_most_like_a_table(run: Run, write: Write) -> None:
    from tests.reading.tables.test_spreadsheets import book  # noqa: PLC0415

    cover = (("Visits",), ("Date:", "2021"), ("Source:", "somebody"))
    table = (("Year", "Name", "Country"), ("2021", "A", "Norway"))
    write("a.xlsx", book(*cover, data=table))
    begun = run("maps", "a.xlsx").out
    assert 'table: {sheet: "Data"}\n' in begun
    assert '  date: "{Year}"\n' in begun


MAPPED = [pytest.param(case, id=case.what) for case in SHIPPED if "--map" in case.command]


@pytest.mark.parametrize("case", MAPPED)
def test_a_map_that_ships_for_such_a_file_is_named(run: Run, write: Write, case: Case) -> None:
    name = case.command.rpartition(" ")[2]
    for file, content in case.files.items():
        write(file, content)
        assert run("maps", file).out.startswith(f"# This looks like {name}: --map {name}\n")


@pytest.mark.parametrize(
    "content",
    [
        "Year,Month,Day,End Year,End Month,Headline,Country\n2021,1,2,2022,3,A,Norway\n",
        "year,month,day,country,title\n2021,1,2,Norway,A\n",
        "ccode1,ccode2,year,alliance\n385,380,1990,1\n",
        "date,countries,endDate,type\n1990,NOR,1991,treaty\n",
        "\t".join(["2024-05-28", "x", *map(str, range(59))]) + "\n",
        "\t".join(["1", "20240528", *map(str, range(57))]) + "\n",
    ],
)
def test_no_map_that_ships_is_named_for_what_is_only_a_little_like_it(
    run: Run, write: Write, content: str
) -> None:
    write("a.csv", content)
    assert run("maps", "a.csv").out.startswith("# A map for a.csv")


def test_a_schema_of_maps_is_printed(run: Run) -> None:
    assert json.loads(run("schema", "--map").out)["title"] == "diplo map"


def test_a_placeholder_is_to_be_filled(run: Run, write: Write) -> None:
    write("a.csv", "jaar,land\n2021,Norway\n")
    write("m.yaml", run("maps", "a.csv").out)
    err = run("timeline", "--events", "a.csv", "--map", "m.yaml").err
    assert (
        "m.yaml:6:10: write the name of a column in place of ...; the table has jaar, land" in err
    )


def test_a_country_may_hold_for_all_rows(run: Run, write: Write) -> None:
    write("a.csv", "date,event\n2003-03-20,The war begins\n")
    begun = run("maps", "a.csv").out
    assert '  countries: ["{...}"]  # columns with the states that it concerns, or what' in begun
    assert begun.endswith("holds for all rows: [NOR]\n")
    write("m.yaml", begun)
    err = run("timeline", "--events", "a.csv", "--map", "m.yaml").err
    said = (
        "in place of ..., or what holds for all rows, as in countries: [NOR]; the table has date, "
    )
    assert said in err
    write("m.yaml", begun.replace('["{...}"]', "[Iraq, USA]"))
    result = run("timeline", "--events", "a.csv", "--map", "m.yaml")
    assert result.out.startswith("2003-03-20\tcertain\tIRQ; USA\t\tThe war begins\t")


def test_a_placeholder_is_to_be_filled_where_records_may_lack_a_column(
    run: Run, write: Write
) -> None:
    write("a.json", '{"data": [{"jaar": "2021", "land": "Norway"}]}')
    write("m.yaml", run("maps", "a.json").out)
    err = run("timeline", "--events", "a.json", "--map", "m.yaml").err
    assert "write the name of a column in place of ...; the table has jaar, land" in err


def test_a_map_begins_with_what_stands_last_in_paths(run: Run, write: Write) -> None:
    record = '{"type": "F", "p": {"Date": "2021", "Title": "T", "Country": "NO", "Type": "x"}}'
    write("a.json", f'{{"features": [{record}]}}')
    text = run("maps", "a.json").out
    assert '  title: "{p.Title}"\n  countries: ["{p.Country}"]\n  type: "{type}"\n' in text
    write("m.yaml", text)
    result = run("timeline", "--events", "a.json", "--map", "m.yaml")
    assert result.out == "2021\tcertain\tNOR\tf\tT\t2021-t\n"


def test_a_panel_is_made_of_transitions(run: Run, write: Write) -> None:
    rows = [
        f"{state},{change},{year},,,\n"
        for state in ("Norway", "Sweden", "Tunisia")
        for year, change in ((1950, "Legation"), (1955, "Embassy"), (1961, "None"))
    ]
    write("m.csv", "state_dept_name,status_change,year,month,day,notes\n" + "".join(rows))
    panel = json.loads(
        run(
            "status",
            "--events",
            "m.csv",
            "--map",
            "missions",
            "--every",
            "year",
            "--until",
            "1962",
            "--json",
        ).out
    )
    assert len(panel) == 3 * 13
    found = {
        (row["subject"], row["period"]): (row["first"], row["last"], row["changes"])
        for row in panel
    }
    subject = "Mission of the United States in Norway"
    assert found[subject, "1955"] == (None, "Embassy", 1) or found[subject, "1955"][1] == "Embassy"
    assert found[subject, "1962"] == ("none", "none", 0)
