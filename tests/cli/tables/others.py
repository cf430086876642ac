"""Flat JSON, folders, patterns and notes."""

import json

from tests.cli.tables.case import Case, dates, mapped
from tests.workbooks import HEADER, Day, xls

FLAT = '[{"Date": "2024-05-28", "Country": "Norway", "Title": "R", "n": null}, {"Date": 2007, "Country": "Norway", "Title": "E", "x": true, "y": 1.5}]'
NOTE = "---\ndate: {}\ncountry: Norway; Israel\ntags: [a]\ntype: Peace talks\n---\n\n# Heading\n\nThe [[parties|p]] meet in\n[Oslo](x).\n\nMore.\n"
EVENT = "id: {}\ndate: 2010-12\ntitle: Upgrade\ncountries: [NOR]\n"
MAP = 'event: {date: "{d}", title: "{t}", countries: "{c}"}\n'
PAGES = "table: {records: items}\n" + MAP
PAGE = (
    '{{"items": [{{"d": "200{}", "t": "T", "c": "{}"}}, {{"d": "200{}", "t": "T", "c": "NOR"}}]}}\n'
)

CONFLICT = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n"

OTHERS = (
    Case(
        "records of which the first has NaN, as pandas writes what is not there",
        {
            "in.jsonl": '{"date": "2021", "country": "Norway", "title": "A", "note": NaN}\n'
            '{"date": "2022", "country": "Norway", "title": "B", "note": "x"}\n'
        },
        "timeline --events in.jsonl",
        [{"note": note} for note in (None, "x")],
    ),
    Case(
        "cells that are the labels of types, but for capitals, blanks and accents",
        {
            "in.csv": "Date,Country,Title,Type\n"
            "1991,Norway,A,Mission  UPGRADÉD\n1992,Norway,B,mission.upgraded\n1993,Norway,C,\n"
        },
        "timeline --events in.csv --events bundled --source in",
        [{"type": kind} for kind in ("mission.upgraded", "mission.upgraded", None)],
    ),
    *(
        Case(
            f"a type of a note beside types that are declared: {kind}",
            {
                "n/a.md": f"---\ndate: 1991\ncountry: Norway\ntype: {kind}\n---\n",
                "n/t.yaml": "types: {visit.state: {label: State visit}}\nevents: []\n",
            },
            "timeline --events n",
            [{"type": "visit.state"}] if not says else None,
            status=65 if says else 0,
            says=says,
        )
        for kind, says in (
            ("State  Visit", ()),
            ("Visit.State", ()),
            ("State dinner", [r"a.md:4:7: the type 'state-dinner' is not declared"]),
            ("会", [r"a.md:4:7: .*'会'"]),
        )
    ),
    *(
        Case(
            f"types of cells that are asked for as they are written there: {options}",
            {
                "in.csv": "Date,Country,Title,Type\n1991,Norway,A,Mission opened\n"
                "1992,Norway,B,Talks.Éven\n"
            },
            f"timeline --events in.csv {options}",
            [{"title": title} for title in titles],
            says=says,
        )
        for options, titles, says in (
            ("--type 'Mission Opened'", "A", ()),
            ("--type mission-opened,'talks .even'", "AB", ()),
            ("--except 'Talks.Éven'", "A", ()),
            ("--type 会", "", ["no event matches --type '会'"]),
        )
    ),
    Case(
        "a label that a map declares and names",
        {
            "in.csv": "d,t\n1991,A\n",
            "m.yaml": "types: {a.b: {label: An Ébb}}\n"
            'event: {date: "{d}", countries: [NO], title: "{t}", type: an ebb}\n',
        },
        "timeline --events in.csv --map m.yaml",
        [{"type": "a.b"}],
    ),
    *(
        Case(
            f"all that a begun map leaves to be filled, at once, {what}",
            {
                "in.csv": "d,t\n1991,A\n",
                "m.yaml": f'dates: {dates}\nvalues: {{countries: {{X: "...", Y: NOR}}}}\n'
                'event: {date: "{d}", title: "{...}", countries: ["{...}"]}\n',
            },
            "timeline --events in.csv --map m.yaml",
            status=65,
            says=[
                rf"^{dated}diplo: m.yaml:2:25: .*'X'.*\ndiplo: m.yaml:3:[0-9]+: .*\ndiplo: m.yaml:3:[0-9]+: .*\n$"
            ],
        )
        for what, dates, dated in (
            ("with the order of dates", "...", r"diplo: m.yaml:1:8: .*\n"),
            ("but for the order of dates", "day-first", ""),
        )
    ),
    Case(
        "a label that two types have",
        {
            "in.csv": "d,t\n1991,A\n",
            "m.yaml": "types: {a: {label: Ebb}, b: {label: ebb}}\n"
            'event: {date: "{d}", countries: [NO], title: "{t}", type: Ebb}\n',
        },
        "timeline --events in.csv --map m.yaml",
        status=65,
        says=["the type 'ebb' is not declared"],
    ),
    Case(
        "a conflict of git that a cell and the bodies of notes quote",
        {
            "f/a.csv": f'Date,Country,Title,Summary\n1991,Norway,T,"So:\n{CONFLICT}"\n',
            "f/b.md": f"---\ndate: 1992\ncountry: Norway\n---\n\nSo:\n\n```\n{CONFLICT}```\n",
            "f/c.md": f"# Git\n\n{CONFLICT}",
        },
        "timeline --events f",
        [{"date": "1991"}, {"date": "1992", "title": "b", "summary": "So:"}],
        says=["1 note has no date and is left out"],
    ),
    Case(
        "years before 1000 in JSON, which has no zeros before a number",
        {
            "t.json": '{"events": [{"start_date": {"year": 476, "month": 9}, "end_date": {"year": 999}'
            ', "text": {"headline": "R"}, "group": "Italy"}, {"start_date": {"year": 79}, '
            '"text": {"headline": "V"}, "group": "Italy"}]}'
        },
        "timeline --events t.json --map timelinejs",
        [{"date": "0079", "title": "V"}, {"date": "0476-09/0999", "title": "R"}],
    ),
    Case(
        "a year of two digits in a table, which may be of any century",
        {"in.csv": "Year,Month,Country,Title\n94,5,Norway,T\n"},
        status=65,
        says=[r"in\.csv:2:1: '94' is not a date"],
    ),
    Case(
        "a table in Markdown",
        {"f.md": "| Date | Country | Title |\n| ---: | --- | --- |\n| 2021 | Norway | A |\n"},
        "timeline --events f.md",
        [{"date": "2021", "title": "A", "countries": ["NOR"], "sources": [("f", "row 3")]}],
    ),
    *(
        Case(
            f"a table whose rule has a dash for each column: {rule}",
            {name: f"| Date | Country | Title |\n{rule}\n| 2021 | Norway | A |\n| - | - | - |\n"},
            f"timeline --events {name}",
            [{"date": "2021", "countries": ["NOR"], "sources": [("f", "row 3")]}],
            says=[rf"^diplo: {name}: 1 row has no date and is left out \(row 4\)\n$"],
        )
        for rule in ("|-|-|-|", "| - | :-: | -: |")
        for name in ("f.md", "f.txt")
    ),
    *(
        Case(
            f"a note with a table that cannot be read as events: {text}",
            {"n.md": text},
            "timeline --events n.md",
            [],
            says=[
                "1 note has no date .*; its table is read from a file of its own that ends in .txt"
            ],
        )
        for text in (
            "| A | What | Who |\n|---|---|---|\n| 2021 | A | NO |\n",
            "A | What\n- | -\n2021 | A\n",
            "# T\r\n\r\nDate | Title | State\r\n :--- | --- | ---: \r\n2021 | A | NO\r\n",
            "| 2021 | A | NO |\n",
        )
    ),
    *(
        Case(
            f"a note with dated lines: {text}",
            {"n.md": text},
            "timeline --events n.md",
            [],
            says=[f"^diplo: n.md: 1 note has no date and is left out{says}"],
        )
        for text, says in (
            (
                "- 1949: NATO\n- 28 May 2024: Palestine\n",
                "; its lines with dates are not read: make ",
            ),
            (
                "# NATO\n\n* **1949** – Norway joins NATO\n",
                "; its lines with dates are not read: make ",
            ),
            *(
                (f"- {day} - Visit, Rome\n", "; its lines with dates are not read: make ")
                for day in (
                    *("**1949:** Norway", "14/06/2012", "18.01.1871", "juin 2012", "14 juin 2012"),
                    *("14 de junio de 2012", "1º de março de 2011"),
                )
            ),
            ("- The talks of 1949: NATO\n- 194: x\n- so: 1949\n", "\n$"),
        )
    ),
    Case(
        "notes without a date, of which one has a table",
        {"n/a.md": "---|---\n", "n/b.md": "A | B\n"},
        "timeline --events n",
        [],
        says=[r"2 notes have no date and are left out \('a\.md', 'b\.md'\)\n"],
    ),
    Case(
        "the table of a note in a file of its own, with a map",
        mapped(
            "A | Who | What\n--- | :--: | ---\n2021 | NO | a\n --- | NO | b\n---|---|---\n",
            "event: {date: '{A}', countries: '{Who}', title: '{What}'}\n",
            "in.txt",
        ),
        "timeline --events in.txt --map map.yaml",
        [{"date": "2021", "sources": [("in", "row 3")]}],
        says=[r"2 rows have no date and are left out \(rows 4, 5\)"],
    ),
    Case(
        "notes that begin with a table, beside one that is nothing else and a good one",
        {
            "n/good.md": NOTE.format("20 Aug 1993"),
            "n/names.md": "| date | place |\n|---|---|\n| 2021 | Oslo |\n",
            "n/prose.md": "| date | title | country |\n|---|---|---|\n| 2021 | A | NO |\n\nProse.\n",
            "n/table.md": "\n| Date | Country | Title |\n|---|---|---|\n\n| 1994 | Norway | A |\n",
            "n/two.md": "| date | title |\n|---|---|\n| 1 | A |\n\n| A | B |\n|---|---|\n| x | y |\n",
        },
        "timeline --events n",
        [{"date": "1993-08-20"}, {"date": "1994"}],
        says=[r"3 notes have no date and are left out \('names.md', 'prose.md', 'two.md'\)\n"],
    ),
    Case(
        "codes with blanks between them in a table in Markdown, as diplo writes them",
        {
            "f.md": "| Date | Country | Title |\n|---|---|---|\n| 2021 | NOR SUN | FRA USA |\n"
            "| 2022 | NOR | A |\n"
        },
        "timeline --events f.md",
        [
            {"date": "2021", "title": "FRA USA", "countries": ["NOR", "SUN"]},
            {"date": "2022", "countries": ["NOR"]},
        ],
    ),
    Case(
        "letters with blanks between them that are no codes, and codes in CSV",
        {
            "f.md": "| Date | Country | Title |\n|---|---|---|\n| 2021 | NOR QQQ | A |\n",
            "f.csv": "Date,Country,Title\n2021,NOR SWE,A\n",
        },
        "check f.md f.csv",
        status=1,
        prints=[r"f\.md:3:3: error: .*'NOR QQQ'", r"f\.csv:2:2: error: .*'NOR SWE'"],
    ),
    Case(
        "a table in Markdown by a map",
        {
            "f.md": "| Date | What | Country |\n|---|---|---|\n| 2021 | A | NOR SWE |\n",
            "map.yaml": 'event: {date: "{Date}", title: "{What}", countries: "{Country}"}\n'
            "values: {countries: {NOR SWE: DNK}}\n",
        },
        "timeline --events f.md --map map.yaml",
        [{"date": "2021", "title": "A", "countries": ["DNK"]}],
    ),
    Case(
        "an array of flat objects",
        {"f.json": FLAT},
        "timeline --events f.json",
        [{"date": "2007", "sources": [("f", "record 2")]}, {"date": "2024-05-28"}],
        says=["'n', 'x', 'y' are left out"],
    ),
    *(
        Case(
            f"objects with more in them: {how}",
            {"f.json": f'[{{"Date": "2024", "Title": "T", {more}}}]'},
            "timeline --events f.json",
            [{"date": "2024", "countries": countries}],
            says=[says] if says else [],
        )
        for how, more, countries, says in (
            ("a list of countries", '"Countries": ["Norway", "Sweden"]', ["NOR", "SWE"], ""),
            ("a place", '"Country": "NO", "x": {"lat": 59}', ["NOR"], "the column 'x.lat' is left"),
            ("objects", '"Country": "NO", "x": [{"a": 1}]', ["NOR"], "the column 'x.0.a' is left"),
        )
    ),
    *(
        Case(
            f"an event that is no row of a table: {how}",
            {"f.json": f"[{event}]"},
            "timeline --events f.json",
            status=65,
            says=[says],
        )
        for how, event, says in (
            (
                "a date that is no text",
                '{"Date": {"value": "2024"}, "Country": "NO"}',
                "these records lack .* they need a map",
            ),
            ("no country", '{"Date": "2024", "Title": "T", "actors": ["A"]}', "key 'Date'"),
            (
                "sources of ours",
                '{"date": "2024", "title": "T", "country": "NO", "sources": [{"source": "a"}]}',
                "unknown key 'country'; did you mean 'countries'",
            ),
        )
    ),
    *(
        Case(
            f"numbers of JSON, {how}",
            {
                "f.json": '[{"d": 2021.0, "n": 1e3, "l": 12345678901234567890, "h": 1.50, "x": '
                f"{number}}}]",
                "map.yaml": 'event: {date: "{d}", title: "{n} {l} {h}", note: "{x}", countries: NOR}\n',
            },
            "timeline --events f.json --map map.yaml",
            [{"date": "2021", "title": "1000 12345678901234567890 1.5", "note": note}],
        )
        for how, number, note in (
            ("read quickly", "7", "7"),
            ("one of them too large to be read quickly", "-1e400", "-1e400"),
        )
    ),
    *(
        Case(
            f"no list of records, but {how}",
            {"in.json": content},
            "timeline --events in.json",
            status=65,
            says=[
                "in.json:1:1: this JSON is not a list of records; pandas writes one with orient="
            ],
        )
        for how, content in (
            ("rows by their names", '{"0": {"date": "2021", "title": "T"}, "1": {"date": "2022"}}'),
            ("columns by their names", '{"date": {"0": "2021"}, "title": {"0": "T"}}'),
            ("columns, names and rows", '{"columns": ["date"], "index": [0], "data": [["2021"]]}'),
            ("names and rows", '{"columns": ["date"], "rows": [["2021"]], "truncated": false}'),
            ("lists", '[["2021-05-01", "T"], ["2022-05-01", "T"]]'),
            ("lists with a header that is too short", '[["date", "title"], ["2021", "T", "NO"]]'),
            ("a header without rows", '[["date", "title", "country"]]'),
            ("lists below which there are more", '[["date", "title"], ["2021", ["T"]]]'),
            ("lists in two places", '{"a": [["date", "title"], ["2021", "T"]], "b": [["c", "d"]]}'),
            ("lists beside more", '{"a": [["date", "title"], ["2021", "T"]], "b": {"c": "d"}}'),
        )
    ),
    *(
        Case(
            f"rows of JSON that are lists: {how}",
            {"in.json": content, "map.yaml": "event: {date: '{Day}', title: T, countries: '{Of}'}"},
            f"timeline --events in.json{by_map}",
            [{"date": "2021", "countries": ["NOR"], "sources": [("in", f"row {row}")]}],
        )
        for how, content, by_map, row in (
            (
                "a header first, and a row that is shorter",
                '[["Date", "Country", "Title", "Note"], [2021, "NO", "A"]]',
                "",
                2,
            ),
            (
                "a header first, below a key of sheets",
                '{"range": "A1", "values": [["Date", "Country", "Title"], ["2021", "NO", "A"]]}',
                "",
                2,
            ),
            (
                "a header beside them, and a map",
                '{"columns": ["Day", "Of"], "index": [0], "data": [["2021", "NO"]]}',
                " --map map.yaml",
                1,
            ),
        )
    ),
    Case(
        "rows of JSON that are lists, of which one is wrong",
        {"in.json": '[["Date", "Country", "Title"],\n["2021", "NO", "A"],\n["202", "NO", "A"]]'},
        "timeline --events in.json",
        status=65,
        says=[r"^diplo: in\.json:3:2: '202' is not a date"],
    ),
    Case(
        "rows of JSON that are lists, for which a map is begun",
        {"in.json": '{"values": [["When", "Land"], ["2021-05-01", "Norway"]]}'},
        "maps in.json",
        prints=[r'\nevent:\n  date: "{When}"\n.*\n  countries: \["{Land}"\]\n'],
    ),
    Case(
        "rows of lines of JSON that are lists, which nothing reads",
        {"in.jsonl": '["When", "Land"]\n["2021-05-01", "Norway"]\n'},
        "maps in.jsonl",
        status=65,
        says=["this JSON is not a list of records; "],
    ),
    Case(
        "rows of JSON that are lists without a header, for which no map is begun",
        {"in.json": '[["Norway", "2024-05-28", "x"]]'},
        "maps in.json",
        status=65,
        says=["this JSON is not a list of records; pandas writes one with orient='records'"],
    ),
    Case(
        "rows of JSON that are lists without a header, with a map",
        mapped(
            '[["Norway", "2024-05-28", "x"]]',
            'event: {date: "{d}", title: "{t}", countries: ["{c}"]}\n',
            "in.json",
        ),
        "timeline --events in.json --map map.yaml",
        status=65,
        says=["^diplo: in.json:1:1: this JSON is not a list of records; pandas "],
    ),
    Case(
        "dates in lists beneath records of YAML, which jq does not read",
        {"in.yaml": "- {country: NO, terms: [{date: 2001}, {date: 2005}]}\n"},
        "maps in.yaml",
        status=65,
        says=["beneath the records; make JSON of this YAML, as 'yq -o json' does; then jq '"],
    ),
    *(
        Case(
            f"records that lie apart: {how}, {command}",
            {"in.json": content},
            f"{command} in.json",
            status=65,
            says=[rf"^diplo: in\.json:1:1: {says}\n$"],
        )
        for how, content, says in (
            (
                "by year",
                '{"2024": [{"date": "2024", "what": "A"}], "2023": [{"date": "2023"}], "n": 2}',
                r"the records .* \('2024', '2023'\); jq '\[to_entries.* {group: \$k} \+ \.\]' makes one list",
            ),
            (
                "by year, below a key",
                '{"a": {"x": [{"date": "1", "b": 1}], "y": [{"date": "2"}], "z": [{"date": "2"}]}}',
                r"the records lie under several keys \('x', 'y', \.\.\.\); jq '\[\.a \| to_entries\[\] .*",
            ),
            (
                "by year, which is their only date",
                '{"2024": [{"what": "A"}], "2023": [{"what": "B"}]}',
                r"the records lie under several keys \('2024', '2023'\); jq .* {date: \$k} \+ \.\]' .*",
            ),
            (
                "by month, which is their only date",
                '{"2024-05": [{"what": "A"}], "2024-06": [{"what": "B"}]}',
                r"the records lie under several keys \('2024-05', '2024-06'\); jq .* {date: \$k} \+ \.\]' .*",
            ),
            (
                "by year, with a day in words that no header is of",
                '{"2024": [{"dato": "28 May 2024"}], "2023": [{"dato": "1 May 2023"}]}',
                r"the records .* \('2024', '2023'\); jq .* {group: \$k} \+ \.\]' makes one list",
            ),
            (
                "by year, each with a date and a group, the latter behind the first",
                '{"2024": [{"date": "2"}, {"date": "2", "group": "EU"}], "2023": [{"date": "1"}]}',
                r"the records .* \('2024', '2023'\); jq .* {key: \$k} \+ \.\]' makes one list",
            ),
            (
                "by what their dates are called elsewhere",
                '{"a": [{"datering": "28 May 2024"}], "b": [{"datering": "1905"}]}',
                r"the records lie under several keys \('a', 'b'\); jq .*",
            ),
            (
                "by year, below a key that is odd in a shell",
                """{"a'": {"x": [{"date": "1"}], "y": [{"date": "2"}]}}""",
                r"the records .*; jq '\[\.PATH \| to_entries.*",
            ),
            (
                "by page, each with its country",
                '{"a": {"x": [{"date": "1", "country": "NO"}], "y": [{"date": "2", "country": "SE"}]}}',
                r"the records .*; jq '\[\.a\[\] \| arrays\[\]\]' makes one list",
            ),
            (
                "by year, each with its country",
                '{"2024": [{"date": "1", "country": "NO"}], "2023": [{"date": "2", "country": "SE"}]}',
                r"the records .*; jq '\[to_entries.*",
            ),
            (
                "by id",
                '{"e1": {"date": "2024", "title": "A"}, "e2": {"date": "2023", "title": "B"}}',
                r"this JSON is not a list of .*, and jq '\[to_entries.* {group: \$k} \+ \.\]' makes one of this",
            ),
            (
                "by number",
                '{"0": {"date": "2024", "title": "A"}, "1": {"date": "2023", "title": "B"}}',
                r"this JSON is not a list of .*, and jq '\[\.\[\] \| objects\]' makes one of this",
            ),
            (
                "by country, with dates in words that no header is of",
                '{"norway": {"name": "A", "since": "2024-10-20"}, "chad": {"since": "1 May 2021", "name": "B"}}',
                r"this JSON is not .* jq '\[to_entries.* \| objects \| {country: \$k} \+ \.\]' makes one of this",
            ),
            (
                "lists by country",
                '{"norway": [{"date": "2024", "b": 1}], "chad": [{"date": "2021"}]}',
                r"the records .* jq '\[to_entries.* \| arrays\[\] \| {country: \$k} \+ \.\]' makes .*",
            ),
            (
                "by day, each with its country",
                '{"2026-02-28": {"title": "A", "country": "NO"}, "2026-03-01": {"note": "B"}}',
                r"this JSON is not .* \| objects \| {date: \$k} \+ \.\]' makes one of this",
            ),
            (
                "texts by day",
                '{"daily": {"2026-02-28": "A", "2026-03-01": "B", "note": "C"}}',
                r"the keys are dates; jq '\[\.daily \| to_entries\[\] \| {date: \.key, text: \.value}\]' makes .*",
            ),
            (
                "lists of texts by day",
                '{"2026-02-28": ["A", "B"], "2026-03-01": []}',
                r"the keys are dates; jq '\[to_entries\[\] \| {date: \.key, text: \.value\[\]}\]' makes .*",
            ),
            (
                "columns by their names, of rows that are counted",
                '{"country": {"0": "Norway", "1": "Chad"}, "date": {"0": "1994", "1": "1995"}}',
                r"this JSON is .* jq '\. as \$c \| .* map_values\(\.\[\$r\]\)\]' makes one of these columns",
            ),
            (
                "columns by their names, of rows that go by countries",
                '{"a": {"title": {"Norway": "A", "Chad": "B"}, "date": {"Norway": "1994", "Chad": "1995"}}}',
                r"this JSON .* jq '\.a as .* map_values\(\.\[\$r\]\) \+ {country: \$r}\]' makes one .*",
            ),
            (
                "events by id",
                (
                    '{"a": {"date": "1990", "title": "A", "countries": ["NOR"]}, '
                    '"b": {"date": "1991", "title": "B", "countries": ["NOR"]}}'
                ),
                r"this JSON is not a list of .*, and jq '\[\.\[\] \| objects\]' makes one of this",
            ),
            (
                "by what none of them is called",
                '{"a": {"date": "1990", "group": "EU"}, "b": {"date": "1991", "group": ""}}',
                r"this JSON is not .* {key: \$k} \+ \.\]' makes one of this",
            ),
            (
                "by what none of them is called, though some are called key",
                '{"a": {"date": "1990", "group": "EU", "key": "1"}, "b": {"date": "1", "group": ""}}',
                r"this JSON is not .* {key_2: \$k} \+ \.\]' makes one of this",
            ),
            (
                "texts by day, by country",
                '{"Norway": {"1990": "A", "1991": "B"}, "Chad": {"1992": "C", "1993": ["D"]}}',
                (
                    r"the keys are dates below others; jq '\[to_entries\[\] \| \.key as \$k \| \.value "
                    r"\| to_entries\[\] \| {country: \$k, date: \.key, text: \.value}\]' makes .*"
                ),
            ),
            (
                "beside the number of pages",
                '[{"page": 1}, [{"date": "2024", "title": "A"}]]',
                r"the records are a list within a list; jq '\.\[1\]' takes it out",
            ),
        )
        for command in ("timeline --events", "maps")
    ),
    Case(
        "records beside others that have no date",
        {
            "in.json": '{"items": [{"id": "1", "name": "A", "date": "2024", "country": "NO"}], '
            '"users": [{"id": "7", "name": "Bob"}]}'
        },
        "maps in.json",
        prints=[
            r"""table: {records: "items"}\n# other lists of .*: 'users'\nevent:\n  date: "{date}"\n"""
        ],
    ),
    Case(
        "a list of records behind what else goes by keys, with dates",
        {
            "in.json": '{"meta": {"a": {"updated": "2024-01-01"}, "b": {"updated": "2024-02-01"}}, '
            '"data": {"all": [{"date": "2020", "country": "NO", "what": "A"}]}}'
        },
        "maps in.json",
        prints=[r"""table: {records: "data\.all"}\nevent:"""],
    ),
    *(
        Case(
            f"several lists of records with dates: {how}",
            {"in.json": content},
            "maps in.json",
            prints=[rf"""table: {{records: "{path}"}}\n# other lists of records: '{other}'\n"""],
        )
        for how, path, other, content in (
            (
                "one by the name of records",
                "a.Events",
                "a.eras",
                '{"a": {"eras": [{"start": "1990", "x": "A"}, {"start": "2", "x": "B"}], "Events": [{"start": "1993", "x": "A"}]}}',
            ),
            (
                "one that is longer",
                "things",
                "eras",
                '{"eras": [{"start": "1990", "x": "A"}], "things": [{"start": "1993", "y": "A"}, {"start": "1994", "z": "A"}]}',
            ),
        )
    ),
    *(
        Case(
            f"dates in lists beneath records: {how}",
            {name: content},
            f"maps {name}",
            status=65,
            says=[
                f"the dates lie in lists beneath the records; {says} makes a record of each item"
            ],
        )
        for how, name, content, says in (
            (
                "beside a country",
                "in.json",
                '[{"country": "NO"}, {"country": "NO", "terms": [{"date": "2001"}, {"date": "2005"}]}]',
                r"jq '\[\.\[\] \| \. as \$r \| \.terms\[\]\? \| \(\$r \| del\(\.terms\)\) \+ \.\]'",
            ),
            (
                "with the same keys, below another",
                "in.json",
                '{"all": [{"name": "NO", "s": [{"t": [{"name": "A", "date": "2001"}, {"date": "2003"}]}]}]}',
                r"jq '\[\.all\[\] \| .* \| \.s\[0\]\.t\[\]\? \| \. \+ {record: \(\$r \| del\(.*\)\)}\]'",
            ),
            (
                "with the same keys, and one that is called record",
                "in.json",
                '[{"name": "NO", "t": [{"name": "A", "record": 1, "date": "2001"}, {"date": "2003"}]}]',
                r"jq '\[\.\[\] \| .* \| \.t\[\]\? \| \. \+ {key: \(\$r \| del\(\.t\)\)}\]'",
            ),
            (
                "under a key that is odd in a shell, a line each",
                "in.jsonl",
                """{"c": "NO", "a'": [{"date": "2001"}, {"date": "2005"}]}\n""" * 2,
                r"jq -s '\[\.\[\] \| \. as \$r \| \.PATH\[\] \| .*\]'",
            ),
            (
                "under a key that jq takes in quotes",
                "in.json",
                '[{"c": "NO", "a b": [{"date": "2001"}, {"date": "2005"}]}]',
                r"jq '\[\.\[\] \| \. as \$r \| \.\[\"a b\"\]\[\]\? \| \(\$r \| del\(\.\[\"a b\"\]\)\) \+ \.\]'",
            ),
        )
    ),
    Case(
        "lists of lists in what is one record, which a map reads",
        {
            "in.json": '{"date": "1990", "title": "A", "countries": ["NOR"], "aka": [["b", "c"]]}',
            "m.yaml": 'event: {date: "{date}", title: "{title}", countries: ["{countries}"]}',
        },
        "timeline --events in.json --map m.yaml",
        prints=[r"^1990\tcertain\tNOR\t\tA\t1990-a$"],
    ),
    Case(
        "a map for what is an event but for a key",
        {"in.json": '{"date": "1990", "title": "A", "countries": ["NOR"], "aka": [["b", "c"]]}'},
        "maps in.json",
        prints=[r'date: "{date}"'],
    ),
    Case(
        "rows that are lists beside keys of an event file",
        {
            "in.json": '{"as_of": "2020", "events": [["date", "title", "country"], ["1990", "A", "NO"]]}'
        },
        "timeline --events in.json",
        status=65,
        says=["must be a mapping with the keys id, date, title, .*; it is a list"],
    ),
    Case(
        "records under a key of an event file, below a blank key",
        {"in.json": '{"": {"types": [{"date": "1990"}]}}'},
        "timeline --events in.json",
        status=65,
        says=["'events' is missing"],
    ),
    Case(
        "dates in lists beneath records, of which none has two",
        {"in.json": '[{"name": "A", "dates": [{"begin": "2001-01-02"}], "of": [{"c": "NO"}]}]'},
        "maps in.json",
        prints=[r'date: "{dates\.0\.begin}"'],
    ),
    Case(
        "dates in CSL, which a map that is begun takes",
        {
            "in.json": '[{"title": "A", "issued": {"date-parts": [[1993, 9, 13]]}}, '
            '{"title": "B", "issued": {"date-parts": [[1994]], "season": 2}}]'
        },
        "maps in.json",
        prints=[r'date: "{issued\.date-parts}"'],
    ),
    Case(
        "dates in CSL, in each of its ways",
        {
            "in.json": json.dumps(
                [
                    {"t": str(at), "issued": each}
                    for at, each in enumerate(
                        (
                            {"date-parts": [[476]]},
                            {"date-parts": [["1993", "9"]], "circa": True},
                            {"date-parts": [[1994]], "season": 2},
                            {"date-parts": [[1995, 4, 5], [1995, 5]], "season": 2},
                            {"date-parts": [[None]], "circa": True},
                            {"date-parts": [[]]},
                            {"date-parts": ["1993"]},
                            {"date-parts": "1996"},
                            {"date-parts": [[1997, None, None]], "circa": "false"},
                            {"date-parts": [["1998-09-13"]]},
                            {"date-parts": [[1999], None]},
                            {"date-parts": [["2000", "Sep"]]},
                            {"date-parts": [[2001]], "season": "Spring"},
                            {"date-parts": [{"year": 2002}]},
                        )
                    )
                ]
            ),
            "map.yaml": "event: {date: '{issued.date-parts}', title: '{t}', countries: NO}\n",
        },
        "timeline --events in.json --map map.yaml",
        dates(
            *("0476", "1993", "1993-09~", "1994-22", "1995-04-05/1995-05", "1996", "1997"),
            *("1998-09-13", "1999/", "2000-09", "2001-21"),
        ),
        says=[r"3 records have no date and are left out \(records 5, 6, 14\)"],
    ),
    *(
        Case(
            f"a date in CSL that is wrong: {said}",
            {
                "in.json": json.dumps(
                    [
                        {"t": "A", "issued": {"date-parts": [[1993, 9, 13]]}},
                        {"t": "B", "issued": {"date-parts": parts, "season": season}},
                    ]
                ),
                "map.yaml": "event: {date: '{issued.date-parts}', title: '{t}', countries: NO}\n",
            },
            "timeline --events in.json --map map.yaml",
            status=65,
            says=[said],
        )
        for parts, season, said in (
            ([[-44, 3, 15]], None, "'-44-03-15' is not a date: years before 0001"),
            ([[93, 1, 1]], None, "'93-01-01' is not a date: a year has four digits"),
            ([[1993, 9, 13, 4]], None, "'1993-09-13-04' is not a date"),
            ([[1993, None, 13]], None, "'1993--13' is not a date"),
            ([[1993]], 5, "'1993-25' is not in the calendar"),
            ([[1993]], "Herbst", "'Herbst 1993' is not a date"),
        )
    ),
    *(
        Case(
            f"TimelineJS 1 and 2, which have years first, with commas: {command}",
            {
                "in.json": '{"timeline": {"headline": "H", "date": [{"startDate": "2012,1,27", '
                '"endDate": "2012,2,3", "headline": "A", "text": "B"}]}}',
                "map.yaml": "table: {records: timeline.date}\nevent: {title: '{headline}', "
                "date: {start: '{startDate}', end: '{endDate}'}, countries: NO}\n",
            },
            f"{command.format('in.json')}",
            events,
            status,
            says,
            prints,
        )
        for command, events, status, says, prints in (
            ("maps {}", None, 0, (), (r'date: {start: "{startDate}", end: "{endDate}"}',)),
            ("timeline --events {} --map map.yaml", [{"date": "2012-01-27/2012-02-03"}], 0, (), ()),
            (
                "timeline --events {} --map timelinejs",
                None,
                65,
                ("the keys there are: timeline; those .* 'timeline.date' need .* in.json' begins",),
                (),
            ),
        )
    ),
    *(
        Case(f"one record, though {how}", {"in.json": content}, "maps in.json", prints=[prints])
        for how, content, prints in (
            (
                "objects with the same keys lie in it",
                '{"start": {"year": "1990", "month": "5"}, "end": {"year": "1991", "month": "6"}}',
                r"""  date: {start: {year: "{start.year}", month: "{start.month}"}, end: {year: """,
            ),
            (
                "most of its keys are days",
                '{"2026-02-28": "Norway", "2026-03-01": {"a": "B"}}',
                r"  countries: \[\"{2026-02-28}\"\]",
            ),
        )
    ),
    *(
        Case(
            f"a list within a list that is no list of records: {how}",
            {"in.json": content},
            "timeline --events in.json",
            status=65,
            says=["in.json:1:.*must be a mapping with the keys id, date"],
        )
        for how, content in (
            ("beside events", '[{"date": "2024", "x": {}}, [{"date": "2024"}]]'),
            ("of numbers", '[{"page": {}}, [1]]'),
        )
    ),
    *(
        Case(
            f"records that lie apart, with a map for one of them: {how}",
            {
                "in.json": content,
                "map.yaml": f'{more}event: {{date: "{{date}}", title: T, countries: NO}}\n',
            },
            "timeline --events in.json --map map.yaml",
            status=65,
            says=[says],
        )
        for how, more, content, says in (
            (
                "by year",
                "",
                '{"2024": [{"date": "2024"}], "2023": [{"date": "2023"}]}',
                "^diplo: in.json:1:1: the records lie under several keys",
            ),
            (
                "beside the number of pages",
                "",
                '[{"page": 1}, [{"date": "2024"}]]',
                "^diplo: in.json:1:1: the records are a list within a list; jq",
            ),
            (
                "beside others that it names",
                "table: {records: a}\n",
                '{"a": [{"day": "2024"}], "b": [{"day": "2023"}]}',
                "^diplo: map.yaml:2:15: the table has no column 'date'; it has day",
            ),
        )
    ),
    *(
        Case(
            f"an item alone where other records have a list, as JSON made of XML has it: {items}",
            {
                "in.json": f'[{{"d": "1990", "p": [{items}]}}, {{"d": "1991", "p": {{"n": "Sweden"}}}}]',
                "map.yaml": 'event: {date: "{d}", title: T, countries: "{p.*.n}"}\n',
            },
            "timeline --events in.json --map map.yaml",
            events=[{"countries": countries}, {"countries": ["SWE"]}],
        )
        for items, countries in (
            ('{"n": "Norway"}', ["NOR"]),
            ('{"n": "Norway"}, {"n": "Denmark"}', ["NOR", "DNK"]),
        )
    ),
    Case(
        "a record with two lists of objects, with a map that reads it",
        {
            "in.json": '{"made": "2024", "host": [{"name": "NO"}], "guest": [{"name": "SE"}]}',
            "map.yaml": 'event: {date: "{made}", title: T, countries: "{*.*.name}"}\n',
        },
        "timeline --events in.json --map map.yaml",
        [{"date": "2024", "countries": ["NOR", "SWE"]}],
    ),
    *(
        Case(
            f"texts of no format: {says}",
            {"in.txt": content},
            "timeline --events in.txt",
            status=65,
            says=[rf"in\.txt:1:1: this is {says}"],
        )
        for content, says in (
            ('"date" "title"\n"1" 2024 "A b"\n', "a table with blanks between its columns, as R"),
            (
                '{| class="x"\n! Date !! Country\n|-\n| 2024 || NO\n|}\n',
                "a table of a wiki; copy it",
            ),
            ("+------+\n| date |\n+------+\n", "a table drawn with lines, as databases print one"),
            ("INSERT INTO events VALUES (1, 'a');\n", "SQL, not a table; have the database write"),
            ("<table><tr><th>Date</th></tr></table>\n", "a web page or XML, not a table; open it"),
            ("Date   Country  Title\n2024   Norway   A\n", "a table whose columns are aligned by"),
            ("2024-05-28: Norway\n1993: Oslo\n", "a chronology; make a table of it, with the col"),
            ("- 28 May 2024 – Norway\n\n- 1993 – Oslo\n", "a chronology; make a table of it"),
            ("Ministers\n 7 Jun 1905 - 1906    A\n 1 Feb 1910 - 1912    B\n", "a chronology; make"),
        )
    ),
    Case(
        "a table of Org below its title",
        {
            "in.org": "#+TITLE: Talks\n| Date | Country | Title |\n|----+---+---|\n| 2024 | NO | A |\n"
        },
        "timeline --events in.org",
        status=65,
        says=["line 2 looks like one; .*'diplo maps in.org' begins: table: {skip: 1}"],
    ),
    *(
        Case(
            f"bars in a file whose name gives no format, {what}",
            {"in": content},
            "timeline --events in",
            status=65,
            says=[message],
        )
        for what, content, message in (
            (
                "below the front matter of a note",
                "---\nd: 2024\n---\n\n|a|\n|b|\n",
                "^diplo: in:3:1: ",
            ),
            (
                "in broken YAML",
                "a: |\n  x\n|b|\n|c|\nevents: []\n",
                "^diplo: in:3:2: not valid YAML",
            ),
        )
    ),
    *(
        Case(
            f"texts of no format that are told nothing of: {content}",
            {"in.txt": content},
            "timeline --events in.txt",
            status=65,
            says=[says],
        )
        for content, says in (
            ("Date   Country\n2024\n", "must be a mapping"),
            ("Name   Country\nA   Norway\n", "must be a mapping"),
            ("Date:   Country\n2024   Norway\n", "not valid YAML: could not find expected ':'"),
            ("2024: Norway\nMore: Oslo\n", "'events' is missing"),
            ("1x: Norway\n2x: Oslo\n", "'events' is missing"),
            ("Oslo\n1905 - Norway\n", "must be a mapping"),
            ("2024-05-28", "must be a mapping"),
        )
    ),
    *(
        Case(
            f"a note with what no map mends: {front}",
            {"in.md": f"---\n{front}\n---\n"},
            "timeline --events in.md",
            status=65,
            says=[rf"^diplo: in\.md:{says}\n$"],
        )
        for front, says in (
            (
                "date: 2021\ncountry: [[Norway]]",
                r'3:10: a link without quotes is a list in YAML; write country: "\[\[Norway\]\]"',
            ),
            (
                "date: 2021\ncountries: [NOR, [[Sweden]]]",
                r'3:18: a link without quotes is a list in YAML; write "\[\[Sweden\]\]"',
            ),
            (
                'date: 2021\nplace: [[The "Hague"]]',
                r'3:8: a link without quotes is a list .*; write place: "\[\[The \\"Hague\\"\]\]"',
            ),
            ("date: 2021\ncountries: [[NO, SE]]", r"3:13: must be a text; it is a list"),
            ("date: -9\ncountry: NO", "2:7: '-9' is not a date"),
            ("date: 2021\nend-date: true\ncountry: NO", "3:11: 'true' is not .* or c. 1994"),
            *(
                (f"date: {date}\ncountry: NO", f"2:7: '{date}' is not a date.* {said}")
                for date, said in (
                    ("15-ago-1993", r"1990s or c\. 1994; dates are read in English"),
                    ("1990 a", "is not part of one; write 1990"),
                    ("0000-00-00", "leave it blank"),
                    ("early 1990s", "it is vague; write 199X or .* where that will do"),
                )
            ),
        )
    ),
    *(
        Case(
            f"records of somebody else, {how}",
            {"in.json": content},
            "timeline --events in.json",
            status=65,
            says=[rf"^diplo: in\.json:1:1: {said}; they need a map \(--map\), which .* begins\n$"],
        )
        for how, content, said in (
            (
                "with keys that are nearly ours",
                '[{"relation": "Q1", "inception": "1949", "country1Label": "NO", "iso1": "NO"}]',
                "most keys of these records are none of an event",
            ),
            (
                "with one key of ours",
                '[{"object_id": 1, "title": "A", "dating": {"d": 20}, "country": ["NO"], "k": [1], "links": {}, "makers": []}]',
                "most keys of these records are none of an event",
            ),
            ("with none", '[{"a": 1, "b": 2}]', "these records lack 'title' and 'countries', .*"),
        )
    ),
    *(
        Case(
            f"events with more below a key of somebody else: {how}",
            {name: content},
            f"timeline --events {given}",
            status=65,
            says=[says],
        )
        for how, name, content, given, says in (
            (
                "a date in parts",
                "in.json",
                '[{"date": {"year": 2024, "month": 3}, "title": "A", "countries": ["NO"]}]',
                "in.json",
                r"is a mapping; what is not an event file needs a map .*, which 'diplo maps in\.json' beg",
            ),
            (
                "who took part",
                "in.json",
                '[{"date": "2024", "title": "A", "who": [{"name": "NO"}]}]',
                "in.json",
                r"unknown key 'who'; .*; what is not an event file needs a map .*, which 'diplo maps in\.json' beg",
            ),
            (
                "lines of a database, of which the first is told",
                "in.jsonl",
                '{"_id": {"$oid": "a"}, "date": {"$date": "2024"}, "title": "A"}\n' * 2,
                "in.jsonl",
                r":1:2: [^\n]*'id'\? What is not [^\n]*in\.jsonl' begins\n(?!(.|\n)*What is)",
            ),
            (
                "tags, from a pipe",
                "in.json",
                '[{"date": "2024", "title": "A", "countries": ["NO"], "tags": ["x"]}]',
                "- <in.json",
                r"'tags'; .* What is not an event file needs .*, which 'diplo maps FILE' begins for a file\n",
            ),
            (
                "most keys are somebody else's",
                "in.json",
                '[{"event": "Q1", "eventLabel": "A", "date": "1927", "countryLabel": "Norway"}]',
                "in.json",
                r"'event'; did you mean 'title'\? What is not an event file needs a map .*, which 'diplo maps in",
            ),
            (
                "a slip in half of ours",
                "in.json",
                '[{"date": "2024", "titel": "A", "contries": ["NO"], "type": "visit"}]',
                "in.json",
                r"'titel'; did you mean 'title'\?\n",
            ),
            (
                "a slip in one of ours",
                "in.json",
                '[{"date": "2024", "title": "A", "countries": ["NO"], "stauts": {"A": "a"}}]',
                "in.json",
                r"'stauts'; did you mean 'status'\?\n",
            ),
        )
    ),
    *(
        Case(
            f"YAML with a slip, beside a table with a map: {content}",
            {
                "in.yaml": f"- {content}\n",
                "t.csv": "date,title,x\n1980,V,1\n",
                "m.yaml": f"event: {{date: {date}, title: '{{title}}', countries: [NOR]}}\n",
            },
            "timeline --events in.yaml --events t.csv --map m.yaml",
            status=65,
            says=[rf"in\.yaml:1:\d+: {said}"],
        )
        for content, date, said in (
            ("{date: 1990, title: T, contries: [SWE]}", "'{date}'", "unknown key 'contries'"),
            ("{date: 1990, title: T, country: SWE}", "'{date}'", "unknown key 'country'"),
            ("{date: 1990, title: T}", "'{date}'", "'countries' is missing"),
            ("{dat: 1990, title: T, countries: [SWE]}", "'{D?}1980'", "unknown key 'dat'"),
            ("{date: 1990, title: T, name: N}", "'{D?}{x}'", "'countries' is missing"),
        )
    ),
    *(
        Case(
            f"YAML of somebody else: {how}",
            {"in.yml": content, **({"m.yaml": f"event: {event}\n{table}"} if event else {})},
            "timeline --events in.yml" + (" --map m.yaml" if event else ""),
            events=events,
            status=0 if events else 65,
            says=says,
        )
        for how, content, event, table, events, says in (
            (
                "under headers of a table",
                "- year: 1797\n  country: UK\n  title: A\n- year: c.1815-1818\n  country: FR\n  title: B\n",
                "",
                "",
                [
                    {"date": "1797", "countries": ["GBR"], "title": "A"},
                    {"date": "1815~/1818", "countries": ["FRA"]},
                ],
                [],
            ),
            (
                "without a country",
                "- year: 1797\n  title: A\n",
                "",
                "",
                None,
                [
                    r"in\.yml:1:1: no column holds a country; .* 'diplo maps in\.yml' begins: event: {date: \"{year}"
                ],
            ),
            (
                "with our keys, for a map",
                "- date: 1797\n  title: A\n  description: B\n",
                '{date: "{date}", title: "{title}", countries: [GBR], summary: "{description}"}',
                "",
                [{"date": "1797", "countries": ["GBR"], "summary": "B"}],
                [],
            ),
            (
                "below a key",
                "made: 2024\ntimeline:\n- id: a\n  name: A\n  when: 1797-02\n",
                '{id: "{id}", date: "{when}", title: "{name}", countries: [GBR]}',
                "table: {records: timeline}\n",
                [{"date": "1797-02", "id": "a"}],
                [],
            ),
            (
                "below a key, without a map",
                "made: 2024\ntimeline:\n- id: a\n  name: A\n",
                "",
                "",
                None,
                [
                    r":1:1: the records are under 'timeline'; .* 'diplo maps in\.yml' begins: .*records: timeline}"
                ],
            ),
            (
                "under other keys",
                "- jaar: 1797\n  who: A\n",
                "",
                "",
                None,
                [
                    r"these records lack 'title' and 'countries', .*, which 'diplo maps in\.yml' begins"
                ],
            ),
            (
                "with a wrong day, for a map",
                "- when: 1797\n  who: A\n- when: 1797-02-30\n  who: A\n",
                '{date: "{when}", title: "{who}", countries: [GBR]}',
                "",
                None,
                [r"in\.yml:3:9: '1797-02-30' is not in the calendar"],
            ),
            (
                "for another map",
                "- {jaar: 1797, wie: A}\n",
                '{date: "{D}", title: "{wie}", countries: [GBR]}',
                "",
                None,
                [r"m\.yaml:1:15: the table has no column 'D'; it has jaar, wie"],
            ),
            (
                "with an item that is no record",
                "- {year: 1797, who: A}\n- x\n",
                "",
                "",
                None,
                [r"in\.yml:2:3: must be a mapping with the keys id, date, .*; it is the text 'x'"],
            ),
            ("nothing of it", "a: {x: 1}\nb: [[1]]\n", "", "", None, [r":1:1: unknown key 'a'"]),
            (
                "several lists",
                '"2001": [{x: 1}]\nb: [{x: 1}]\n',
                "",
                "",
                None,
                [r"records are under '2001'"],
            ),
        )
    ),
    Case(
        "records under a key that is a little like one of ours",
        {"in.json": '{"articles": [{"seen": "2024", "title": "A", "land": "Norway"}]}'},
        "timeline --events in.json",
        status=65,
        says=["the records are under 'articles'; they need a map"],
    ),
    *(
        Case(
            f"a file without events, with a list of another of our keys: {how}",
            {name: content},
            f"timeline --events {name}",
            status=65,
            says=[says],
        )
        for how, name, content, says in (
            (
                "citations",
                "in.json",
                '{"sources": [{"id": "a", "title": "A", "date": "2024"}]}',
                "'events' is missing",
            ),
            ("YAML", "in.yaml", "countries: [{year: 2024, land: NO}]", "'events' is missing"),
            (
                "records with dates",
                "in.json",
                '{"countries": [{"date": "2024", "what": "A", "name": "Norway"}]}',
                "the records are under 'countries'; they need a map .* 'diplo maps in.json' begins: table",
            ),
        )
    ),
    Case(
        "records under one key beside other lists",
        {"in.json": '{"a": [{"date": "1", "what": "A", "who": "B"}], "links": [{"x": 1}]}'},
        "timeline --events in.json",
        status=65,
        says=["the records are under 'a'; they need a map"],
    ),
    Case(
        "a map in JSON, which is no list of records either",
        {"in.json": '{"event": {"date": "{d}"}}'},
        "timeline --events in.json",
        status=65,
        says=["in.json:1:2: this is a map, which goes with a table"],
    ),
    Case(
        "a table without anything in it",
        {"in.csv": "\n"},
        "timeline --events in.csv",
        status=65,
        says=["in.csv:1:1: the file is empty; a table has a header and rows"],
    ),
    Case(
        "records under a key, on standard input",
        {"in.json": '{"a": [{"Date": "2021", "Country": "NO", "Title": "T"}]}'},
        "timeline --events - <in.json",
        status=65,
        says=[
            "-:1:1: the records are under 'a'; they need a map .*'diplo maps FILE' begins for a file"
        ],
    ),
    Case(
        "records under a key, as others' services give them",
        {
            "in.json": '{"count": 1, "a": {"rows": [{"Date": "2021", "Country": "NO", "Title": "T"}]}}'
        },
        "timeline --events in.json",
        status=65,
        says=[
            r"^diplo: in\.json:1:1: the records are under 'a\.rows'; they need a map \(--map\), ",
            r"which 'diplo maps in\.json' begins: table: {records: a\.rows}\n$",
        ],
    ),
    Case(
        "records under the key of events, below another",
        {"in.json": '{"run": 1, "result": {"events": [{"date": "2021", "what": "T"}]}}'},
        "timeline --events in.json",
        status=65,
        says=["in.json:1:1: the records are under 'result.events'; they need a map"],
    ),
    *(
        Case(
            f"records of others that are no events, {how}",
            {"in.json": content},
            "timeline --events in.json",
            status=65,
            says=[r"^diplo: in\.json:1:1: these records lack .*'diplo maps in\.json' begin"],
        )
        for how, content in (
            ("under our key", '{"_note": "n", "events": [{"date": "2021", "name": "T"}]}'),
            ("in a list", '[{"date": "2021", "what": "x", "parties": ["NO", "SE"]}]'),
        )
    ),
    Case(
        "an event whose title is misspelt",
        {"in.json": '[{"date": "2021", "titel": "T", "actors": ["A"]}]'},
        "timeline --events in.json",
        status=65,
        says=["unknown key 'titel'; did you mean 'title'"],
    ),
    Case(
        "a flat event whose title is misspelt",
        {"in.json": '[{"date": "2021", "titel": "T"}]'},
        "timeline --events in.json",
        status=65,
        says=["unknown key 'titel'; did you mean 'title'"],
    ),
    Case(
        "records with more in them, under headers of a table",
        {"n.json": '[{"Date": "2024", "Country": {"name": "Norway"}, "Title": "A"}]'},
        "timeline --events n.json",
        status=65,
        says=[r"n\.json:1:1: these records lack .* 'diplo maps n\.json' begins"],
    ),
    Case(
        "flat records that name no country",
        {"in.jsonl": '{"date": "2021", "name": "T", "kind": "k"}\n'},
        "timeline --events in.jsonl",
        status=65,
        says=[r"in\.jsonl:1:1: no column holds a country; .* 'diplo maps in\.jsonl' begins"],
    ),
    Case(
        "events under a key that is misspelt",
        {"in.json": '{"evnts": [{"date": "2021", "countries": ["NO"], "title": "T"}]}'},
        "timeline --events in.json",
        status=65,
        says=["unknown key 'evnts'; did you mean 'events'"],
    ),
    Case(
        "lines of flat objects",
        {
            "f.jsonl": '{"Date": "2021", "Country": "NO", "Title": "R"}\n\n{"Date": "x1",\n"Country": "Norway", "Title": "S"}\n'
        },
        "timeline --events f.jsonl",
        status=65,
        says=[r"f\.jsonl:3:1: 'x1'"],
    ),
    Case(
        "lines of flat objects that break off",
        {"f.jsonl": '{"Date": "2021", "Country": "NO", "Title": "R"}\n{"Date": \n'},
        "timeline --events f.jsonl",
        status=65,
        says=[r"f\.jsonl:3:1: not valid JSON"],
    ),
    *(
        Case(
            f"flat objects whose keys are ours, as what was CSV has them: {name}",
            {
                name: begin
                + '{"date": "2024", "title": "A", "countries": "NOR; PSE", "type": ""}'
                + end
            },
            f"timeline --events {name}",
            [{"date": "2024", "countries": ["NOR", "PSE"], "type": None}],
        )
        for name, begin, end in (("f.json", "[", "]"), ("f.jsonl", "", "\n"))
    ),
    Case(
        "an array of flat objects whose keys are nearly ours",
        {"f.json": '[{"date": "28 May 2024", "country": "Norway", "title": "R"}]'},
        "timeline --events f.json",
        [{"date": "2024-05-28", "countries": ["NOR"], "title": "R"}],
    ),
    Case(
        "a line of such an object, from a pipe",
        {"f.jsonl": '{"date": "2024", "country_a": "NO", "country_b": "SE", "title": "R"}\n'},
        "timeline --events - <f.jsonl",
        [{"date": "2024", "countries": ["NOR", "SWE"]}],
    ),
    Case(
        "a map in place of a table",
        {"map.yaml": 'event: {date: "{d}", title: "{t}", countries: NOR}\n'},
        "check map.yaml",
        status=1,
        prints=[
            r"map\.yaml:1:1: error: this is a map, which goes with a table: --events TABLE --map MAP\n"
        ],
    ),
    Case(
        "a map of several events in place of a table",
        {
            "map.yaml": 'title: T\nevents:\n- {date: "{when}", title: A, countries: [NOR]}\n'
            '- {date: {start: "2021", end: "{e}"}, title: A, countries: [NOR]}\n'
            '- {date: "2021", title: "{what}", countries: "{who}"}\n'
        },
        "check map.yaml",
        status=1,
        prints=[r"^map\.yaml:2:1: error: this is a map, which goes with a table[^\n]*\n$"],
    ),
    *(
        Case(
            f"no map: {wrong}",
            {
                "in.yaml": f"events:\n- {{date: '{{when}}', title: A, countries: [NOR]}}\n- {wrong}\n"
            },
            "check in.yaml",
            status=1,
            prints=[r"^in\.yaml:2:10: error: '\{when\}' is not an EDTF date"],
        )
        for wrong in ("2021", "{date: '2021', title: '{sic}', countries: [NOR]}")
    ),
    Case(
        "an event with a country in the wrong place",
        {"f.json": '[{"date": "2024", "countries": "Norway", "title": "R", "tpye": "x"}]'},
        "timeline --events f.json",
        status=65,
        says=["unknown key 'tpye'; did you mean 'type'"],
    ),
    Case(
        "a flat object of an array with a key twice",
        {"f.json": '[{"Date": "2021", "Title": "T", "Title": "U", "Country": "NO"}]'},
        "timeline --events f.json",
        status=65,
        says=[r"f\.json:1:33: the key 'Title' is repeated here"],
    ),
    Case(
        "a flat object on a line with a key twice",
        {
            "f.jsonl": '{"Date": "2021", "Title": "T", "Country": "NO"}\n{"Date": "2021",\n"Title": "T", "Title": "U"}\n'
        },
        "timeline --events f.jsonl",
        status=65,
        says=[r"f\.jsonl:3:15: the key 'Title' is repeated here"],
    ),
    Case(
        "objects for a map, one of them with a key twice",
        {
            "f.json": '{"d": "2021", "t": "T"}\n{"d": "2021", "t": "T", "t": "U"}\n',
            "map.yaml": 'event: {date: "{d}", title: "{t}", countries: NOR}\n',
        },
        "timeline --events f.json --map map.yaml",
        status=65,
        says=[r"f\.json:2:25: the key 't' is repeated here"],
    ),
    Case(
        "records without the column by which a map takes rows",
        {
            "f.json": '[{"d": "2021", "t": "T"}]',
            "map.yaml": 'only: {kind: a}\nevent: {date: "{d}", title: "{t}", countries: NOR}\n',
        },
        "timeline --events f.json --map map.yaml",
        status=65,
        says=[r"map\.yaml:1:8: the table has no column 'kind'"],
    ),
    Case(
        "a wrong cell of an array",
        {"f.json": '[\n{"Date": "2021", "Country": "Norwey", "Title": "T"}]'},
        "timeline --events f.json",
        status=65,
        says=[r"f\.json:2:29: .*'Norwey'"],
    ),
    Case(
        "a wrong title of an array",
        {"f.json": '[\n{"Date": "2021", "Country": "Norway", "Title": ""}]'},
        "timeline --events f.json",
        status=65,
        says=[r"f\.json:2:\d+: 'title' is missing"],
    ),
    Case(
        "a folder",
        {
            "notes/a/b.yaml": EVENT.format("b"),
            "notes/c.json": '{"id": "c", "date": "2011",\n"title": "T", "countries": ["NO"]}',
            "notes/.hidden.yaml": "x",
            "notes/readme.rst": "x",
            "notes/d.csv": "date,country,title\n2012,Norway,D\n",
        },
        "timeline --events notes",
        [{"id": "b"}, {"id": "c"}, {"date": "2012"}],
    ),
    Case(
        "files of one name, which are cited by more of it",
        {
            "a.csv": "date,country,title\n2011,NO,A\n",
            "a.tsv": "date\tcountry\ttitle\n2012\tNO\tB\n",
            "b.csv": "date,country,title\n2013,NO,C\n",
            "b/a.md": "---\ndate: 2014\ncountry: NO\n---\n",
        },
        "timeline --events a.csv --events a.tsv --events b.csv --events b",
        [
            {"sources": [("a-csv", "row 2")]},
            {"sources": [("a-tsv", "row 2")]},
            {"sources": [("b", "row 2")]},
            {"sources": [("a-md", None)]},
        ],
    ),
    Case(
        "notes and tables of a folder as sources, called as they are named",
        {
            **{f"n/{each}/x.md": f"---\ndate: 201{each}\ncountry: NO\n---\n" for each in "12"},
            "n/c.csv": "date,country,title\n2013,NO,C\n",
        },
        "timeline --events n -f jsonl",
        prints=[f'"title": "{name}", "kind"' for name in ("n/1/x.md", "n/2/x.md", "n/c.csv")],
    ),
    Case(
        "the same id in a folder",
        {"notes/1.yaml": EVENT.format("a"), "notes/2.yaml": EVENT.format("a")},
        "timeline --events notes",
        status=65,
        says=[r"notes/2\.yaml:1:5: .*notes/1\.yaml:1:1"],
    ),
    Case(
        "texts in a folder, of which some are tables",
        {
            "f/a.txt": "Date\tCountry\tTitle\n2021\tNorway\tA\n",
            "f/b.TXT": "date;country;title\n2022;Norway;B\n".encode("utf-16"),
            "f/c.txt": "Read me first.\n",
            "f/d.txt": "",
            "f/e.txt": '{"date": "2023", "title": "E", "countries": ["NO"]}\n',
        },
        "timeline --events f",
        [{"title": "A"}, {"title": "B"}],
    ),
    Case(
        "lines of JSON with records in each, as pages have them",
        {"m.yaml": PAGES, "f.jsonl": PAGE.format(1, "NOR", 2) + PAGE.format(3, "SWE", 4)},
        "timeline --events f.jsonl --map m.yaml",
        [
            {"date": f"200{n}", "countries": [code], "sources": [("f", f"record {n}")]}
            for n, code in ((1, "NOR"), (2, "NOR"), (3, "SWE"), (4, "NOR"))
        ],
    ),
    *(
        Case(
            f"lines of JSON with records in each, one of which is wrong: {says}",
            {"m.yaml": PAGES, "f.jsonl": PAGE.format(1, "NOR", 2) + page},
            "timeline --events f.jsonl --map m.yaml",
            status=65,
            says=[says],
        )
        for page, says in (
            (PAGE.format(3, "Nowhereland", 4), r"f\.jsonl:2:1: no country is named 'Nowhereland'"),
            ('{"page": 2}', r"m\.yaml:1:18: there are no records at 'items'; .*: page\n"),
        )
    ),
    Case(
        "lines of JSON with many brackets in a text, which nest nothing",
        {
            "m.yaml": MAP,
            "f.json": f'{{"d": "2021", "t": "{"[" * 600}", "c": "NOR"}}\n'
            '{"d": "2022", "t": "B", "c": "SWE"}\n',
        },
        "timeline --events f.json --map m.yaml",
        [{"title": "[" * 600}, {"title": "B"}],
    ),
    *(
        Case(
            f"a folder in which the map of its tables lies: {folder} {mapping}",
            {"d/x.csv": "d,t,c\n2021,A,NOR\n", "d/m.yaml": MAP},
            f"timeline --events {folder} --map {mapping}",
            [{"date": "2021", "title": "A", "countries": ["NOR"]}],
        )
        for folder, mapping in (("d", "d/m.yaml"), ("d", "./d/../d/m.yaml"), ("'d/*'", "d/m.yaml"))
    ),
    *(
        Case(
            f"a map in place of tables: {events}",
            {"d/m.yaml": MAP, "d/x.txt": "x"},
            f"timeline --events {events} --map d/m.yaml",
            status=65,
            says=[r"d/m\.yaml:1:1: this is a map"],
        )
        for events in ("d", "d/m.yaml")
    ),
    Case(
        "a folder without events",
        {"notes/x.rst": "x"},
        "timeline --events notes",
        status=66,
        says=["notes is a folder without event files"],
    ),
    Case(
        "a pattern",
        {"a1.yaml": EVENT.format("x"), "a2.yaml": EVENT.format("y"), "b.yaml": "x"},
        "timeline --events a?.yaml",
        [{"id": "x"}, {"id": "y"}],
    ),
    Case(
        "a pattern of folders within folders",
        {"f/a.yaml": EVENT.format("x"), "f/b/c/a.yaml": EVENT.format("y")},
        "timeline --events f/**/a.yaml",
        [{"id": "x"}, {"id": "y"}],
    ),
    Case(
        "a pattern that is like nothing",
        {},
        "timeline --events a*.yaml",
        status=66,
        says=["no file matches"],
    ),
    Case(
        "notes",
        {
            "n/Oslo talks.md": NOTE.format("20 Aug 1993"),
            "n/todo.md": "# To do\n",
            "n/none.md": "---\ntags: x\n---\n",
            "n/nd.md": "---\ndate: n.d.\ncountry: NO\n---\n",
        },
        "timeline --events n",
        [
            {
                "date": "1993-08-20",
                "title": "Oslo talks",
                "summary": "The p meet in Oslo.",
                "countries": ["NOR", "ISR"],
                "type": "peace-talks",
                "sources": [("oslo-talks", None)],
            }
        ],
        says=[
            r"^diplo: n: 3 notes have no date and are left out \('nd.md', 'none.md', 'todo.md'\)\n$"
        ],
    ),
    Case(
        "more notes without a date than are named, of which some may have it in their names",
        {f"n/{name}.md": "---\ntags: x\n---\n" for name in ("a", "b", "2021-13-01", "c2021-05-03")},
        "timeline --events n",
        [],
        says=[
            r"^diplo: n: 4 notes .* \('c2021-05-03.md', '2021-13-01.md', 'a.md', \.\.\.\); to date the first, put 'date: 2021-05-03' in its front matter\n$"
        ],
    ),
    Case(
        "notes without a date in folders that stand here",
        {"a/a.md": "x", "b/b.md": "y"},
        "timeline --events a --events b",
        [],
        says=[r"^diplo: 2 notes have no date and are left out \('a/a.md', 'b/b.md'\)\n$"],
    ),
    Case(
        "notes without a date, checked",
        {"n/a.md": "x", "n/2021-05-03.md": "y", "n/b 2021-05-04.md": "z"},
        "check n",
        prints=[
            r"^n/2021-05-03\.md:1:1: warning: 3 notes .* \('2021-05-03.md', 'a.md', 'b 2021-05-04.md'\); to"
        ],
        says=["1 warning in"],
    ),
    Case(
        "notes of a diary beside one of an event",
        {
            "n/a.md": "---\ndate: Monday\nstatus: done\ntitel: Day\n---\n",
            "n/b.md": "---\ndate: 2021-05-03\n---\n",
            "n/c.md": NOTE.format("1993"),
            "n/d.md": "x",
        },
        "timeline --events n",
        [{"date": "1993", "sources": [("c", None)]}],
        says=[
            r"^diplo: n/d.md: 1 note has no date and is left out\n",
            r"diplo: n: 2 notes have no countries and are left out \('a.md', 'b.md'\); where the first is an event, put 'countries: \[Norway, \.\.\.\]' in its front matter\n$",
        ],
    ),
    Case(
        "a note of a diary beside one of an event, checked",
        {"n/a.md": "---\ndate: 2021\n---\n", "n/c.md": NOTE.format("1993")},
        "check n",
        prints=[r"n/a.md:1:1: warning: 1 note has no countries and is left out; where it is an"],
    ),
    Case(
        "a note of a diary that is the only one, beside events",
        {"n/a.md": "---\ndate: 2021\n---\n", "n/e.yaml": EVENT.format("e")},
        "timeline --events n",
        status=65,
        says=[r"a.md:2:1: 'countries' is missing"],
    ),
    *(
        Case(
            f"notes of which one has wrong countries: {key}",
            {"n/a.md": f"---\ndate: 2021\n{key}\n---\n", "n/c.md": NOTE.format("1993")},
            "timeline --events n",
            status=65,
            says=[says],
        )
        for key, says in (
            ("coutries: [Norway]", "'countries' is missing"),
            ("countries: []", "'countries' is missing"),
            ("states:", "'countries' is missing"),
            ("countries: [Norwey]", "no country is named 'Norwey'"),
        )
    ),
    Case(
        "a note of a day without a date",
        {"2021-05-03 Oslo.md": "---\ncountry: Norway\n---\n"},
        "check '2021-05-03 Oslo.md'",
        prints=[
            "Oslo.md:1:1: warning: 1 note has no date and is left out; to date it, put 'date: 2021-05-03' in its"
        ],
        says=["1 warning in"],
        status=0,
    ),
    *(
        Case(
            f"a template for notes: {date}",
            {"n/a.md": f"---\nDate: {date}\ntitle: {{{{title}}}}\n---\n", "n/b.md": "x\n"},
            "timeline --events n",
            [],
            says=["n: 2 notes have no date and are left out"],
        )
        for date in ("{{date}}", "'{{date:YYYY}}'", "<% tp.date.now() %>")
    ),
    Case(
        "a template for notes of a certain date",
        {"a.md": "---\ndate: 2021\ntitle: {{title}}\n---\n"},
        "timeline --events a.md",
        status=65,
        says=[
            r"a.md:3:9: a key must be a plain text; put {{...}} in quotes, or it is two mappings"
        ],
    ),
    Case(
        "a note whose date has an end and no start",
        {"a.md": "---\ndate: n.d.\nend: 2021\ncountry: NO\n---\n"},
        "timeline --events a.md",
        [],
        says=["a.md: 1 note has no date and is left out"],
    ),
    *(
        Case(
            f"a note whose date has numbers in an order that is told {how}",
            {
                "a.md": "---\ndate: 12/11/2024\nend: 01/12/2024\ncountry: NO\n---\n",
                "m.yaml": "dates: day-first\n",
            },
            f"timeline --events a.md {options}",
            [{"date": "2024-11-12/2024-12-01"}],
        )
        for how, options in (
            ("by a person", "--dates day-first"),
            ("by a map", "--map m.yaml"),
            ("by a person for that of a map", "--map gdelt --dates day-first"),
        )
    ),
    Case(
        "a note with a wrong date",
        {"a.md": "\n---\ntitle: x\ndate: soon 9\ncountries: [NO]\n---\n"},
        "timeline --events a.md",
        status=65,
        says=[r"a\.md:4:7: 'soon 9'"],
    ),
    *(
        Case(
            f"{count} notes of which the same is left out",
            {
                f"n/{n}.md": "---\ndate: 2021\ncountry: NO\nstatus: draft\n---\n"
                for n in range(count)
            },
            "check n",
            prints=[rf"n/0\.md:4:1: .* write subject: state{said}\n"],
            says=["[0-9] warnings? in "],
        )
        for count, said in (
            (1, ""),
            (2, r" \(and in 1 more file\)"),
            (3, r" \(and in 2 more files\)"),
        )
    ),
    Case(
        "a note with slips in its keys, beside those of other programs",
        {
            "a.md": "---\ndate: 2021\ncontries: [SE]\nparties: Norway\nsumary: s\ntags: [a]\ncssclass: b\n---\n"
        },
        "check a.md",
        prints=[
            "a.md:3:1: warning: the key 'contries' is left out; did you mean 'countries'?",
            "a.md:5:1: warning: the key 'sumary' is left out; did you mean 'summary'?",
        ],
        says=["2 warnings in a.md"],
    ),
    Case(
        "a note with a wrong country",
        {"a.md": "---\ndate: 2021\ntitle: x\nparties: Norwey\nsources: [x]\nsummary: s\n---\n"},
        "timeline --events a.md",
        status=65,
        says=[r"a\.md:4:\d+: .*'Norwey'"],
    ),
    Case(
        "a note whose YAML is wrong",
        {"a.md": "---\ndate: [\n---\n"},
        "timeline --events a.md",
        status=65,
        says=[r"a\.md:3:1: not valid YAML|a\.md:2:\d+"],
    ),
    Case(
        "a note with a date of another kind",
        {"a.md": "---\ndate: [2021]\ncountries: [NO]\n---\n"},
        "timeline --events a.md",
        status=65,
        says=[r"a\.md:2:7: .*quotes"],
    ),
    Case(
        "a note that names its countries under two keys",
        {"a.md": "---\ndate: 2021\ncountry: Norway\nparties: [SE, Norway]\nstates: Israel\n---\n"},
        "timeline --events a.md",
        [{"countries": ["NOR", "SWE", "ISR"]}],
    ),
    *(
        Case(
            f"a key of a note that is read as a cell is: {keys}",
            {"a.md": f"---\ndate: 2021\n{keys}\n---\n"},
            "timeline --events a.md",
            [{"countries": ["NOR"], **event}],
        )
        for keys, event in (
            ("country: 🇳🇴 Norway", {}),
            ("countries: [🇳🇴]", {}),
            ('country: "Norway[1]"', {}),
            ('country: "[[Norway|NO]]"', {}),
            (
                'country: NO\npeople: ["[[People/Gro Harlem Brundtland#Life|Gro]]", "A [b]"]',
                {"actors": ["Gro Harlem Brundtland", "A [b]"]},
            ),
            ('country: NO\npeople: "[[A|x]]; [[B]]"', {"actors": ["A", "B"]}),
            (
                'country: NO\nplace: "[[Oslo]], at [[ The Castle ]]"',
                {"place": "Oslo, at The Castle"},
            ),
            ("country: NO\nid: A_1", {"id": "a-1"}),
        )
    ),
    *(
        Case(
            f"a note that cites: {keys}",
            {"Oslo talks.md": f"---\ndate: 2021\ncountry: NO\n{keys}\n---\n"},
            "timeline --events 'Oslo talks.md'",
            [{"sources": sources}],
        )
        for keys, sources in (
            ("source: https://x.org/a;b", [("oslo-talks", "https://x.org/a;b")]),
            ("url: https://x.org", [("oslo-talks", "https://x.org")]),
            (
                "source: Smith 1999; smith-1999",
                [("oslo-talks", "Smith 1999"), ("smith-1999", None)],
            ),
            ("sources: [gazette (Page 3)]", [("gazette", "Page 3")]),
            ('sources: ["[[Smith 1999]]"]', [("oslo-talks", "Smith 1999")]),
            (
                "sources: [https://x.org, {source: a, locator: p}]\nlink: B",
                [("oslo-talks", "https://x.org"), ("a", "p"), ("oslo-talks", "B")],
            ),
            (
                "sources:\n- {title: The Act, url: 'https://x.org', outlet: W}\n- {title: B}",
                [("oslo-talks", "The Act, https://x.org"), ("oslo-talks", "B")],
            ),
        )
    ),
    Case(
        "a note that cites what is no source's id, as it is called",
        {"Oslo talks.md": "---\ndate: 2021\ncountry: NO\nurl: https://x.org\n---\n"},
        "sources --events 'Oslo talks.md'",
        prints=["oslo-talks\tOslo talks.md"],
    ),
    *(
        Case(
            f"a note with a status: {status}",
            {"a.md": f"---\ndate: 2021\ncountry: NO\nstatus: {status}\n---\n"},
            "timeline --events a.md",
            [{"status": states}],
            says=[rf"^diplo: a\.md: the status '{says}' names no subject and is left out; write"]
            if says
            else [],
        )
        for status, states, says in (
            ("draft", {}, "draft"),
            ("'Embassy: open; Talks: under way'", {"Embassy": "open", "Talks": "under way"}, ""),
            ("'Embassy: open; done; Embassy: open'", {"Embassy": "open"}, "done"),
            ("{Embassy: open}", {"Embassy": "open"}, ""),
        )
    ),
    Case(
        "a note with a status that is two",
        {"a.md": "---\ndate: 2021\ncountry: NO\nstatus: 'A: open; A: closed'\n---\n"},
        "timeline --events a.md",
        status=65,
        says=["a.md:4:9: 'status' must be a mapping; it is the text 'A: open; A: closed'"],
    ),
    Case(
        "a note with a status of nothing, to check",
        {"a.md": "---\ndate: 2021\ncountry: NO\nstatus: draft\n---\n"},
        "check a.md",
        prints=["a.md:4:1: warning: the status 'draft' names no subject"],
        says=["1 warning in a.md"],
    ),
    Case(
        "a note that cites in a text that says nothing",
        {"a.md": '---\ndate: 2021\ncountry: NO\nsources: [" "]\n---\n'},
        "timeline --events a.md",
        status=65,
        says=["a.md:4:11: is blank"],
    ),
    *(
        Case(
            f"a note whose {key} is none",
            {"a.md": f"---\ndate: 2021\ncountry: NO\n{key}: 北京\n---\n"},
            "timeline --events a.md",
            status=65,
            says=[rf"a\.md:4:\d: '北京' is not an? {key}; use"],
        )
        for key in ("id", "type")
    ),
    *(
        Case(
            f"a note whose date has an end, {how}",
            {"a.md": f"---\n{keys}\ncountry: Norway\n---\n"},
            "timeline --events a.md",
            [{"date": date}],
        )
        for how, keys, date in (
            ("with a start", "start: 2021-01-02\nend: Feb 2021", "2021-01-02/2021-02"),
            ("beside the date", "date: 3 May 2021\nend-date: present", "2021-05-03/.."),
            ("the same day", "date: 2021-05-03\nend: 3 May 2021", "2021-05-03"),
            ("which is blank", "date: 2021-05-03\nendDate:", "2021-05-03"),
            ("which is not known", "date: 2021-05-03\nend: n.d.", "2021-05-03"),
        )
    ),
    *(
        Case(
            f"a note whose date has an end, {how}",
            {"a.md": f"---\ndate: 2021\nend: {end}\ncountry: Norway\n---\n"},
            "timeline --events a.md",
            status=65,
            says=[rf"a\.md:3:6: {says}"],
        )
        for how, end, says in (
            ("which is none", "soon", "'soon' is not a date"),
            ("which is before it", "2020", "'2021/2020' ends before it starts"),
            ("which is a list", "[2022]", "must be a text"),
            ("which is a mapping", "{a: b}", "must be a text"),
        )
    ),
    *(
        Case(
            f"a note with front matter of Hugo's, {how}",
            {"a.md": f"+++\n{more}+++\ndate = 2\n"},
            "timeline --events a.md",
            status=status,
            says=[says],
        )
        for how, more, status, says in (
            ("dated", 'title = "T"\ndate = 2021-01-02\n', 65, r"a\.md:1:1: front matter in TOML"),
            ("not dated", 'title = "T"\n', 0, "a.md: 1 note has no date and is left out"),
        )
    ),
    *(
        Case(
            f"a note that is wrong and not without a date: {how}",
            {"a.md": content, "b.md": "x\n"},
            "check a.md b.md",
            status=1,
            prints=[r"a\.md:\d:\d: error: .*\n.*b\.md:1:1: warning: 1 note has no date and is"],
            says=["1 error, 1 warning in 2 files"],
        )
        for how, content in (
            ("TOML", "+++\ndate = 2021\n+++\n"),
            ("no end", "---\ndate: 2021\n"),
            ("no YAML", "---\ndate: [\n---\n"),
        )
    ),
    *(
        Case(
            f"a number that is a comment, {how}",
            {name: content},
            f"timeline --events {name}",
            [{"title": title} for title in titles],
            says=[rf"{name}: {says}, as # begins a comment; put it in quotes"],
        )
        for how, name, content, titles, says in (
            (
                "in a list",
                "a.yaml",
                "- title: Paper #2 x\n  date: 2021\n  countries: [NO]\n  note: By #3\n",
                ["Paper"],
                "2 texts end, the first before '#2 x'",
            ),
            (
                "on a further line",
                "a.yaml",
                "- title: The\n    paper #2\n  date: 2021\n  countries: [NO]\n",
                ["The paper"],
                "a text ends before '#2'",
            ),
            (
                "in an event alone",
                "a.yaml",
                "date: 2021 #1\ntitle: Paper #2\ncountries: [NO]\nnote: '1 #4'\nplace: x # 5\n",
                ["Paper"],
                "a text ends before '#2'",
            ),
            (
                "in a note",
                "a.md",
                "---\ndate: 2021\ntitle: Paper #2\ncountry: NO\n---\n",
                ["Paper"],
                "a text ends before '#2'",
            ),
        )
    ),
    Case(
        "a note with brackets that open no link",
        {"a.md": "---\ndate: 2021\ncountry: Norway\n---\n\nOn [x [[a|b]] and [c](d) (e).\n"},
        "timeline --events a.md",
        [{"summary": "On [x b and c (e)."}],
    ),
    *(
        Case(
            f"the first paragraph of a note: {text!r}",
            {"a.md": f"---\ndate: 2021\ncountry: Norway\n---\n{text}\n"},
            "timeline --events a.md",
            [{"summary": summary}],
        )
        for text, summary in (
            ("<!-- draft -->\nIt opens.\n\n[^1]: A footnote.", "It opens."),
            ("<!-- a\n\nb -->\n\nIt <!-- c -->opens.", "It opens."),
            ("It opens. <!-- a\n\nb", "It opens."),
            ("[^1]: A footnote.\n\nIt opens.", "It opens."),
            ("It **opens**, *in Oslo*, a `chancery`[^1].", "It opens, in Oslo, a chancery."),
            ("It opens[^1](again)^[as told].", "It opens(again)."),
            ("[^1]\n\nIt opens.", "It opens."),
            ("**It** opens.", "It opens."),
            ("**Date:** 2001\n__Place__: Oslo\n\nIt opens.", "It opens."),
            ("**It** opens.\n**Place:** Oslo", "It opens. Place: Oslo"),
            ("**A** [^1]\n\n***B***\n\n*C d*\n\n_E_:\n\nIt opens.", "It opens."),
            ("**It opens.**\n\nIt closes.", "It opens."),
            ("!!! note\n    A\n\nIt opens.", "It opens."),
            ("<!-- a -->\n\n<!-- b\n\nIt opens.", "It opens."),
            ("**Summary**\n\n__Told__:\n\n**It** opens **now**", "It opens now"),
            (
                "See https://x.org/_a_/b, a/*b* and *b*/c",
                "See https://x.org/_a_/b, a/*b* and *b*/c",
            ),
            ("It ***opens*** ~~here~~, __in *Oslo*__ _too_.", "It opens here, in Oslo too."),
            ("*It **opens** now*, ``here``.", "It opens now, here."),
            ("2 * 3 * 4, 2*3*4, * a*, **, \\*b*", "2 * 3 * 4, 2*3*4, * a*, **, \\*b*"),
            ("snake_case_names, _a_b, a~~b~~, ``", "snake_case_names, _a_b, a~~b~~, ``"),
            ("* * *\n\n- A\n- B\n\n***\n\n---\n\n```\nx\n```\n\n1. C\n\nIt opens.", "It opens."),
            ("![](a.png)\n\n> A\n\n|a|\n\n~~~\nx\n~~~\n\n+ B\n\nIt opens.", "It opens."),
            ("# A", None),
        )
    ),
    Case(
        "what a spreadsheet leaves while it is open",
        {"f/a.yaml": EVENT.format("a"), "f/~$b.xlsx": b"\x07Name"},
        "timeline --events f",
        [{"id": "a"}],
    ),
    Case(
        "a folder, and a file in it",
        {"f/a.yaml": EVENT.format("a")},
        "timeline --events f --events f/a.yaml",
        [{"id": "a"}],
    ),
    Case(
        "an empty note among others",
        {"f/a.md": "", "f/b.yaml": EVENT.format("b")},
        "timeline --events f",
        [{"id": "b"}],
        says=["f/a.md: 1 note has no date and is left out"],
    ),
    Case(
        "an xls",
        {"in.xls": xls((HEADER, (Day(45_440), "Norway", "T"), (1945.0, "SE; NO", "U")))},
        "timeline --events in.xls",
        [
            {"date": "1945", "countries": ["SWE", "NOR"], "sources": [("in", "row 3")]},
            {"date": "2024-05-28", "title": "T"},
        ],
    ),
    Case(
        "an xls with a line above its header",
        {
            "in.xls": xls((("Visits",), HEADER, ("2024", "Norway", "T"))),
            "map.yaml": 'table: {skip: 1}\nevent: {date: "{Date}", title: "{Title}", countries: NO}\n',
        },
        "timeline --events in.xls --map map.yaml",
        [{"date": "2024", "sources": [("in", "row 3")]}],
    ),
    Case(
        "UTF-16 without its mark, as is told",
        {"in.csv": "Date,Country,Title\n2021,Norway,Støre\n".encode("utf-16-le")},
        "timeline --events in.csv --encoding utf-16-le",
        [{"title": "Støre"}],
    ),
)
