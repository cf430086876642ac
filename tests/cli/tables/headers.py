"""Tables without a map: delimiters, headers, cells, encodings."""

import re

from tests.cli.tables.case import BY_MAP, Case, csv, dates, mapped

R = (
    '"","date","end","title","country_a","country_b","type","actors","place","note","source"\n'
    '"1",1994,NA,"A","Norway",NA,"visit",NA,NA,NA,NA\n'
    '"2",1995,1996,"B","Sweden","Norway",NA,"X","Oslo","n","s"\n'
)
ONE = "date,country,title\n2022,Norway,Fine\n"
VISITS = "Date;Country;Title\n28/05/2024;Norway;One reading\n12/11/2024;Norway;Two readings\n"
ONE_OF, AT_R = '{"C": "NO", "Y": 1905}', "table: {records: r}\n"
PAGES = f'{{"r": [{ONE_OF}]}}\n{{"r": [{{"C": "ZZ", "Y": 1906}}]}}\n'
BY_YEAR = 'event: {date: "{Y}", title: T, countries: "{C}"}\n'

HEADERS = (
    Case(
        "blanks in a table with a map, or among records, which stand for nothing",
        {"in.csv": "C,Y\nNO,1905\nNO,\n", "in.json": '[{"C": "NO", "Y": 1905}, {"Y": 1906}]'}
        | {"map.yaml": 'event: {date: "{Y}", title: T, countries: "{C}"}\n'},
        "timeline --events in.csv --events in.json --map map.yaml",
        [{"date": "1905"}, {"date": "1905"}],
        says=[r"\(row 3\)\n", r"\(record 2\)\n"],
    ),
    *(
        Case(
            f"records that are left out, where they stand: {says}",
            {"in.json": content, "map.yaml": how + BY_YEAR},
            "check in.json --map map.yaml",
            prints=[rf"in\.json:{line}:1: warning: 1 record {says} and is left out \(record 2\)"],
        )
        for says, how, content, line in (
            ("has no date", "", f'[{ONE_OF},\n\n{{"C": "NO"}}]', 3),
            ("names no country", "unknown: skip\n", f'[{ONE_OF}, {{"Y": 1906}}]', 1),
            ("names what is not a country", "unknown: skip\n" + AT_R, PAGES, 2),
        )
    ),
    *(
        Case(
            f"words that are no date, of which no map is named: {text}",
            csv(f"Date,Country,Title\n{text},Norway,T\n"),
            status=65,
            says=[r"is not a date; write, for example, .* 1990s or c\. 1994\n$"],
        )
        for text in ("a long visit of kings", "x", "a journey in 1905 from Oslo to Rome", "# a row")
    ),
    *(
        Case(
            f"blanks below what they may stand for: {column}",
            csv(content),
            status=status,
            says=[rf"{says} fill the column down in the spreadsheet where a blank means what s"],
        )
        for column, content, status, says in (
            (
                "Country",
                "Country,Date,Title\nNorway,2024,A\n,2023,B\nSweden,2022,C\n,2021,D\n",
                65,
                r"in\.csv:3:1: names no country; name at least one, or",
            ),
            (
                "Year",
                "Country,Year,Title\nNorway,1905,A\nNorway,,B\nSweden,1906,C\n",
                0,
                r"1 row has no date and is left out \(row 3\);",
            ),
            (
                "Year, with a month beside it",
                "Country,Year,Month,Title\nNorway,1905,5,A\nNorway,,6,B\nSweden,1906,7,C\n",
                0,
                r"1 row has no date and is left out \(row 3\);",
            ),
        )
    ),
    *(
        Case(
            f"blanks that stand for nothing: {how}",
            csv(f"Country,Year,Title\n{rows}"),
            status=status,
            says=[rf"{says}\n$"],
        )
        for how, rows, status, says in (
            ("above all", ",1905,A\nNorway,1906,B\n", 65, "name at least one"),
            ("above", "Norway,,A\nNorway,1905,B\n", 0, r"\(row 2\)"),
            ("few", "NO,1905,A\nNO,1906,B\nNO,1907,C\nNO,,D\n", 0, r"\(row 5\)"),
            ("a footer", "NO,1905,A\nNO,1906,B\n,,Source: my notes\n", 0, r"\(row 4\)"),
        )
    ),
    Case(
        "blanks of records, which stand for nothing above",
        {"in.json": '[{"Country": "NO", "Year": "1905", "Title": "A"}, {"Year": "1906"}]'},
        "timeline --events in.json",
        status=65,
        says=[r"name at least one\n$"],
    ),
    Case(
        "blanks of nobody, where a map skips who is no country",
        {
            "in.csv": "C,Y\nNO,1905\n,1906\n",
            "map.yaml": 'unknown: skip\nevent: {date: "{Y}", title: T, countries: "{C}"}\n',
        },
        "timeline --events in.csv --map map.yaml",
        [{"date": "1905"}],
        says=[r"1 row names no country and is left out \(row 3\)\n$"],
    ),
    Case(
        "blanks of nobody, with a map that ships",
        {
            "in.csv": "GLOBALEVENTID,SQLDATE,Actor1Name,Actor1CountryCode,Actor2Name,"
            "Actor2CountryCode,EventCode,SOURCEURL\n"
            "1,20240528,NORWAY,NOR,PALESTINE,PSE,054,http://x\n2,20240528,,,,,010,http://x\n",
        },
        "timeline --events in.csv --map gdelt",
        [{"date": "2024-05-28"}],
        says=[r"1 row names no country and is left out \(row 3\)\n$"],
    ),
    Case(
        "a spreadsheet of a student",
        csv(
            "Date,Country A,Country B,Type,Description,Source URL\n"
            "28.05.2024,Norway,Palestine,Recognition,Norway recognises Palestine,https://e.org/1\n"
            "c. 1994,Norway,Palestine,Aid,Aid begins. It grows.,\n"
            "1990s,Norway,Israel,State visit,Norway mediates,https://e.org/3\n",
            "my.csv",
        ),
        "timeline --events my.csv",
        [
            {"date": "199X", "countries": ["NOR", "ISR"], "type": "state-visit"},
            {
                "date": "1994~",
                "title": "Aid begins",
                "summary": "Aid begins. It grows.",
                "sources": [("my", "row 3")],
            },
            {"date": "2024-05-28", "sources": [("my", "https://e.org/1")]},
        ],
    ),
    Case(
        "a title above a header with semicolons",
        csv("Table 1, of two\n\nDate;Country;Title\n2001;Norway;a\n"),
        status=65,
        says=[r"line 3 looks like one.* \(--map\), which 'diplo maps in\.csv' begins: .*skip: 2"],
    ),
    Case(
        "a title above a header on standard input, which cannot be read again",
        {"x": "sep=;\nMy visits\n\nDate;Title;Countries\n2001;Visit;Norway\n"},
        "timeline --events - <x",
        status=65,
        says=[
            r"-:2:1: .* line 4 .* a map \(--map\), which 'diplo maps FILE' begins for a file: .* 2}\n"
        ],
    ),
    Case(
        "sentences with full stops in them",
        csv(
            "date,country,text\n"
            "2001,NOR,The U.S. opens an embassy in Oslo. It is small.\n"
            "2002,NOR,Dr. Kissinger visits. He stays.\n"
            "2003,NOR,On 28. May it ends. More follows.\n"
            "2004,NOR,It ended in 2021. More follows.\n"
            "2005,NOR,He left the U.S.\n"
            "2006,NOR,It opens (see p. 4)! Then it closes.\n"
        ),
        events=[
            {"title": title}
            for title in (
                *("The U.S. opens an embassy in Oslo", "Dr. Kissinger visits"),
                *("On 28. May it ends", "It ended in 2021", "He left the U.S."),
                "It opens (see p. 4)!",
            )
        ],
    ),
    Case(
        "an apostrophe before what a spreadsheet would run",
        csv("date,country,title,more\n2001,NOR,'=SUM(1),x\n2002,NOR,'plain',\n"),
        events=[{"title": "=SUM(1)"}, {"title": "'plain'"}],
        says=["'more' is left out"],
    ),
    Case(
        "a formula around each cell, to protect it from a spreadsheet",
        csv(
            'date,country,title,place\n"=""2001""","=""NOR""","=""A """"wise"""" call""","=""Oslo"""\n'
            '2002,NOR,"=""open","\'=""Oslo"""\n'
        ),
        events=[
            {"title": 'A "wise" call', "place": "Oslo"},
            {"title": '="open', "place": '="Oslo"'},
        ],
    ),
    Case(
        "blanks around semicolons, and commas in dates",
        csv('Date ; Country ; Title \nDec 21, 2019 ; Norway ; Away \n"20191219" ; Norway ; To \n'),
        events=[{"date": "2019-12-19", "title": "To"}, {"date": "2019-12-21", "title": "Away"}],
    ),
    Case(
        "lines that end in a carriage return",
        csv("Date,Country,Title\r2024-05-28,Norway,R\r2025-04-24,Norway,S\r"),
        events=dates("2024-05-28", "2025-04-24"),
    ),
    Case(
        "a word about the delimiter",
        csv("sep=|\nDate|Country|Title\n2021|Norway|a, b\n"),
        events=[{"title": "a, b"}],
    ),
    Case(
        "quotes that stand in quotes and among letters",
        csv('Date,Country,Title\n2021,Norway,"a ""b"" c"\n2022,Norway,say "x" now\n'),
        events=[{"title": 'a "b" c'}, {"title": 'say "x" now'}],
    ),
    Case(
        "blanks before quotes, and a delimiter at the very end",
        csv('Date, Country,Title,\n2021, "Norway", "a, ""b""" ,\n2022,Sweden,c,'),
        events=[{"title": 'a, "b"'}, {"title": "c"}],
    ),
    Case(
        "an open quote far down",
        csv(ONE + "2022,Norway,Fine\n" * 60 + '2023,Norway,"b\n'),
        status=65,
        says=[r"in\.csv:63:3: a quote"],
    ),
    Case(
        "a cell that is longer than the library takes",
        {"x": f"date,country,title,{'n' * 140_000}\n2021,Norway,a,\n"},
        "timeline --events - <x",
        dates("2021"),
        says=["column 'nnn"],
    ),
    *(
        Case(
            f"standard input that tells its delimiter: {line!r}",
            {"x": f"{line}date;country;title\r\n2021;Norway;a\r\n"},
            "timeline --events - <x",
            [{"date": "2021", "sources": [("standard-input", "row 3")]}],
        )
        for line in ("sep=;\n", '"sep=;"\r\n', '"SEP=;"\r')
    ),
    Case(
        "standard input that is YAML, with as many commas on its lines",
        {"x": "- {date: 2021, title: T}\n- {date: 2022, title: [T}\n"},
        "timeline --events - <x",
        status=65,
        says=[r"^diplo: -:2:25: not valid YAML: "],
    ),
    Case(
        "standard input whose lines end in a carriage return",
        {"x": "date,country,title\r2021,Norway,a\r"},
        "timeline --events - <x",
        dates("2021"),
    ),
    *(
        Case(
            f"standard input that is a table without a known date, {how}",
            {"x": text},
            command,
            status=status,
            says=[says],
            prints=prints,
        )
        for how, text, command, status, says, prints in (
            (
                "read",
                "Opened,Country,Title\n1990,Norway,a: b\n",
                "timeline --events - <x",
                65,
                r"^diplo: -:1:1: no column holds a date; the header is: Opened, Country, Title; .*--map",
                [],
            ),
            (
                "to check",
                "\nOpened;Country;Title\n1990;Norway;a\n",
                "check - <x",
                1,
                "1 error in standard input",
                ["^-:2:1: error: no column holds a date; the header is: Opened, Country, Title"],
            ),
            (
                "in UTF-16",
                "Opened\tCountry\tTitle\n1990\tNorway\ta\n".encode("utf-16"),
                "timeline --events - <x",
                65,
                "diplo: -:1:1: no column holds a date; the header is: Opened, Country, Title;",
                [],
            ),
            (
                "which is a report",
                "subject,state,since\nT,open,1990\n",
                "status --events - <x",
                65,
                "-:1:1: no column holds a date or a title; the header is: subject, state",
                [],
            ),
            (
                "nor a header",
                "1990-01-02\tNOR\tT\n1991\tNOR\t\n",
                "timeline --events - <x",
                65,
                r"-:1:1: line 1 is not a header but a row; a map \(--map\) counts the columns, .* file: {table:",
                [],
            ),
        )
    ),
    *(
        Case(
            f"standard input that is no table: {text!r}",
            {"x": text},
            "timeline --events - <x",
            status=65,
            says=["^diplo: -:1:1: must be a mapping with the keys"],
        )
        for text in ("a\nb\n", "a, b\n", "a, b\nc\n", 'a, b\n"c, d\n')
    ),
    Case(
        "a table that is called YAML",
        {"in.yaml": "Opened,Country\n1990,Norway\n"},
        "timeline --events in.yaml",
        status=65,
        says=["in.yaml:1:1: must be a mapping"],
    ),
    Case(
        "quotes are signs where tabs divide",
        csv('Date\tCountry\tTitle\n2021\tNorway\t"The talks\n', "in.tsv"),
        "timeline --events in.tsv",
        [{"title": '"The talks'}],
    ),
    Case(
        "an open quote",
        csv('Date,Country,Title\n2021,Norway,a\n2022,Norway,"b\n'),
        status=65,
        says=[r"in\.csv:3:3: a quote"],
    ),
    Case(
        "more text than columns",
        csv("date,country,title\n2022,Norway,F\n2023,Norway,V,to Kabul\n"),
        status=65,
        says=[r"in\.csv:3:4: .*4.*3"],
    ),
    Case(
        "blank cells at the end and blank rows lose nothing",
        csv("date,country,title,,\n2022,Norway,F,,,,\n,,\n\n2023,Norway\n,Norway,x\n"),
        status=65,
        says=[r"in\.csv:5:3: 'title' is missing"],
    ),
    Case(
        "a column twice",
        csv("date,country,title,date\n2021,Norway,a,b\n"),
        status=65,
        says=[r"in\.csv:1:4: the column 'date' is repeated here"],
    ),
    Case(
        "two columns for one key",
        csv("Date,When,Country,Title\n2021,2022,Norway,a\n"),
        status=65,
        says=[
            (
                r"in\.csv:1:2: the columns 'Date' and 'When' could both be the date; rename .*\(--map\)"
                r', .*: event: {date: "{Date}", title: "{Title}", countries: \["{Country}"\]}\n'
            )
        ],
    ),
    Case(
        "three columns for one key, and a summary for a title",
        csv("Date,When,Day,Land,Summary\n2021,2022,2023,Norway,a\n"),
        status=65,
        says=[
            r"in\.csv:1:2: the columns 'Date' and 'When' and 'Day' could all be the date",
            r'in\.csv:1:1: .*: {date: "{Date}", summary: "{Summary}", countries: \["{Land}"\]}\n',
        ],
    ),
    Case(
        "standard input without a title",
        {"x": "date,country\n2021,Norway\n"},
        "timeline --events - <x",
        status=65,
        says=[
            r"1:1: no column holds a title; .*use a map \(--map\), which 'diplo maps FILE' begins for a file: event: {date: "
        ],
    ),
    Case(
        "no column for the date",
        csv("jaar,country,title\n2022,Norway,Fine\n"),
        status=65,
        says=[r'in\.csv:1:1: no column holds a date; .*jaar.*--map.*date: "\{jaar\}"'],
    ),
    Case(
        "text above the header",
        csv("Table 1. Missions\n\nDate,Country,Title\n2024,Norway,R\n"),
        status=65,
        says=[r"in\.csv:1:1: line 1 is not a header.*line 3.*skip: 2"],
    ),
    Case(
        "a row in place of the header",
        csv("2001-02-03,Norge,Norge\n2002,Sverige,Something happens in Norway\n"),
        status=65,
        says=[
            "csv:1:1: line 1 is not a header but a row; .* 'diplo maps in.csv' begins: {table: ",
            r'\{header: false\}, event: \{date: "\{1\}", title: "\{3\}", countries: \["\{2\}"\]\}',
        ],
    ),
    *(
        Case(
            f"a row in place of the header, {how}",
            csv(rows, name),
            f"{command} {name}",
            status=status,
            says=["csv:1:1: line 1 is not a header but a row; .*header: false"] if status else [],
            prints=[] if status else [r'table: \{header: "false"\}'],
        )
        for how, name, rows in (
            (
                "of countries, with dates that are not read",
                "in.csv",
                "2,USA,United States of America,01:01:1816\n385,NOR,Norway,07:06:1905\n",
            ),
            (
                "with a cell twice, beside a day",
                "in.csv",
                "20240528,NOR,GOV,PSE,GOV,text\n20240529,NOR,GOV,PSE,MIL,text\n",
            ),
        )
        for command, status in (("timeline --events", 65), ("maps", 0))
    ),
    Case(
        "a day twice in a header",
        csv("Country,2024-05-28,2024-05-28\nNorway,1,2\n"),
        status=65,
        says=["the column '2024-05-28' is repeated here"],
    ),
    Case(
        "a header and nothing below it, of a country",
        csv("Norway,Sweden\n"),
        status=65,
        says=["no column holds a date, a title or a country; the header is: Norway, Sweden"],
    ),
    Case(
        "a column of parts of countries, beside that of the countries",
        csv("Date,State,Country,Title\n2024,Georgia,United States,A\n"),
        events=[{"countries": ["GEO", "USA"]}],
        says=[
            r"in\.csv: the columns 'State' and 'Country' are both read as countries; .* takes 'Country'"
        ],
    ),
    Case(
        "a column of states, without one of countries",
        csv("Date,State,Countries,Title\n2024,Norway,Sweden,A\n"),
        events=[{"countries": ["NOR", "SWE"]}],
    ),
    Case(
        "years in a header",
        csv("Land,1990,1991\nNorge,3,4\n"),
        status=65,
        says=["the header is: Land, 1990, 1991"],
    ),
    Case(
        "a column of another language, whose name is a part of others for days",
        csv("Year,Country,Title,DA,SV\n1990,Norway,A,Besøg,Besök\n"),
        events=dates("1990"),
        says=["the columns 'DA', 'SV' are left out"],
    ),
    *(
        Case(
            f"terms, which are no ends: {header}",
            csv(f"{header},country,title\n1990,2,NO,A\n"),
            events=dates("1990"),
            says=["the column '.*term.*' is left out"],
        )
        for header in ("year,termyear", "start_year,term_year", "date,yrterm")
    ),
    Case(
        "columns that mean nothing are named",
        csv("Date,Country,Title,Mood,\n2021,Norway,a,good\n"),
        events=dates("2021"),
        says=["column 'Mood' is left out, .*; a map \\(--map\\) can take it\n$"],
    ),
    Case(
        "a date in three columns",
        csv(
            "Year,Month,Day,Country,Title\n1942,6,6,Norway,a\n1852,,,Norway,b\n1815,Jul,,Norway,c\n1900,7.0,NA,Norway,d\n"
        ),
        events=dates("1815-07", "1852", "1900-07", "1942-06-06"),
    ),
    Case(
        "parts that are no day",
        csv(
            "Year,Month,Day,Country,Title\n1942,0,6,Norway,a\n1942,Foo,,Norway,b\n1943,00,00,Norway,c\n1944,,4,Norway,d\n"
        ),
        status=65,
        says=[
            r'in\.csv:2:2: .*blank: \["0"\]',
            r"in\.csv:3:2: '1942', 'Foo' do not make",
            r'in\.csv:4:2: .*; where 00 means .*: blank: \["00"\]',
            r"in\.csv:5:2: '1944', '', '4' do not make .*: there is a day but no month; write .*\n",
        ],
    ),
    Case(
        "months in words of other languages in a column of their own",
        csv(
            "year,month,day,country,title\n1990,Oktober,3,NO,a\n1991,März,4,NO,b\n1991,Ekim,,NO,c\n"
            "1991,10月,,NO,d\n1991,foo,,NO,e\n"
        ),
        status=65,
        says=[
            (
                r"csv:2:2: '1990', 'Oktober', '3' do not make a date; dates are read in English, or a "
                r"map \(--map\) can say what it means: values: {month: {Oktober: \"10\"}}\n"
            ),
            r"csv:3:2: .*'März', '4' do not .*: values: {month: {März: \"03\"}}\n",
            r"csv:4:2: .*'Ekim' do not .*: values: {month: {Ekim: \"10\"}}\n",
            "csv:5:2: .*'10月' do not make a date; a month is a number",
            "csv:6:2: .*'foo' do not make a date; a month is a number",
        ],
    ),
    Case(
        "a map that says what a month in another language means",
        mapped(
            "year,month,day,country,title\n1990,Oktober,3,NO,a\n",
            "values: {month: {Oktober: \"10\"}}\nevent: {date: {year: '{year}', month: '{month}', "
            "day: '{day}'}, title: '{title}', countries: '{country}'}\n",
        ),
        "timeline --events in.csv --map map.yaml",
        [{"date": "1990-10-03"}],
    ),
    Case(
        "a map that is yet to say what a year, a month and a day mean",
        mapped(
            "year,month,day,country,title\n1990,Nisan,,NO,a\n1990s,Nisan,3,NO,b\n1991,5,last,NO,c\n"
            "then,5,3,NO,d\n",
            'values: {year: {then: "..."}, month: {Nisan: "..."}, day: {last: "..."}}\n'
            "event: {date: {year: '{year}', month: '{month}', day: '{day}'}, title: '{title}', "
            "countries: '{country}'}\n",
        ),
        BY_MAP,
        status=65,
        says=[
            r"csv:2:2: write in the map which month 'Nisan' is, in .*: as in \"10\" \(2 cells\)\n",
            r"csv:4:3: write in the map which day 'last' is, in place of \.\.\.: as in \"10\"\n",
            r"csv:5:1: write in the map which date 'then' is, in place of \.\.\.: as in 1990s\n",
        ],
    ),
    Case(
        "a day that its month lacks, also of an end",
        csv(
            "Start Year,Start Month,Start Day,End Year,End Month,End Day,Country,Title\n"
            "1997,2,30,,,,NO,a\n1996,Feb,29,1996,April,31st,NO,b\n1996,5,x,,,,NO,c\n"
            "1996,spring,3,,,,NO,d\n0843,2,30,,,,NO,e\n"
        ),
        status=65,
        says=[
            (
                r"csv:2:3: '1997', '2', '30' do not make a date: February 1997 has 28 days; "
                r"write the right one, or leave it blank\n"
            ),
            r"csv:3:6: '1996', 'April', '31st' do not make .*: April 1996 has 30 days; write",
            r"csv:4:3: '1996', '5', 'x' do not make a date; a month is a number",
            r"csv:5:3: '1996', 'spring', '3' do not make a date; a month is a number",
            r"csv:6:3: .* do not make a date: February 843 has 28 days; write",
        ],
    ),
    Case(
        "parts that say more than what they are",
        csv(
            "Year,Month,Day,Country,Title\n1991.0,5.0,03,Norway,a\n1992,Sept.,3rd,Norway,b\n"
            "1993,05 - May,,Norway,c\n1994,spring,,Norway,d\n1995,q1,,Norway,e\n1996,MAY,4.,Norway,f\n"
        ),
        events=dates(
            "1991-05-03", "1992-09-03", "1993-05", "1994-21", "[1995-01..1995-03]", "1996-05-04"
        ),
    ),
    Case(
        "parts each of which is judged alone",
        csv(
            "Year,Month,Day,Country,Title\n1905–1906,5,,Norway,a\n1995,1995-05,,Norway,b\n"
            "1990,May,1990-05-28,Norway,c\n1990-1991,May,,Norway,d\n1995,2024-05,,Norway,e\n"
            "1990,before,,Norway,f\n1990,6 - May,,Norway,g\n1990,21,,Norway,h\n"
            "1990,Q1,3,Norway,i\n1990,Q1 1991,,Norway,j\n1990,May,28-30,Norway,k\n1990,.,4,Norway,l\n"
        ),
        status=65,
        says=[
            (
                rf"in\.csv:{row}:{column}: '19[-–0-9]+', '.* do not make a date(; a month is"
                r"|: there is a day but no month)"
            )
            for row, column in enumerate((1, 2, 3, 1, 2, 2, 2, 2, 2, 2, 3, 2), 2)
        ],
    ),
    Case(
        "codes in parts for what is not known",
        csv(
            "Year,Month,Day,Country,Title\n1990,-9,-9,Norway,a\n1990,–9,,Norway,b\n"
            "1990,5,-3,Norway,c\n1990,-8.0,-9,Norway,d\n1990,99,,Norway,e\n-999,,,Norway,f\n"
        ),
        status=65,
        says=[
            r"""in\.csv:2:2: '1990', '-9', '-9' do not .*; where -9 means .*: blank: \["-9"\]\n""",
            r"""in\.csv:3:2: .*; where –9 means that it is not known, .*: blank: \["–9"\]\n""",
            r"""in\.csv:4:3: .*; where -3 means that it is not known, .*: blank: \["-3"\]\n""",
            r"""in\.csv:5:2: .*; where -8\.0 means .*: blank: \["-8\.0", "-9"\]\n""",
            r"""in\.csv:6:2: .*; where 99 means that it is not known, .*: blank: \["99"\]\n""",
            r"""in\.csv:7:1: '-999' is not a date; where -999 means .*: blank: \["-999"\]\n""",
        ],
    ),
    Case(
        "codes in dates and ends for what is not known, and a year before the first",
        csv(
            "Date,End,Country,Title\n1990,0,Norway,a\n1990,-9,Norway,b\n99,,Norway,c\n"
            "−8,,Norway,d\n999,,Norway,e\n-44,,Norway,f\n"
        ),
        status=65,
        says=[
            r"""in\.csv:2:2: '0' is not a date; where 0 means that it is not .*: blank: \["0"\]\n""",
            r"""in\.csv:3:2: '-9' is not a date; where -9 means .*: blank: \["-9"\]\n""",
            r"""in\.csv:4:1: '99' is not a date; where 99 means .*: blank: \["99"\]\n""",
            r"""in\.csv:5:1: '−8' is not a date; where −8 means .*: blank: \["−8"\]\n""",
            r"in\.csv:6:1: '999' is not a date: a year has four digits, .*; write 0999\n",
            r"in\.csv:7:1: '-44' is not a date: years before 0001 cannot be written; write",
        ],
    ),
    Case(
        "codes in the parts of ends, and in JSON",
        {
            "a.csv": "start year,start month,end year,end month,country,title\n2001,5,2003,-9,NO,a\n",
            "b.json": '[{"year": 1991.0, "month": -9, "country": "NO", "title": "T"}]',
        },
        "timeline --events a.csv --events b.json",
        status=65,
        says=[
            r"""a\.csv:2:4: '2003', '-9' do not make a date; .*: blank: \["-9"\]\n""",
            r"""b\.json:.*'1991', '-9' do not make a date; .*: blank: \["-9"\]\n""",
        ],
    ),
    Case(
        "ends that are open, and one that is not told",
        csv(
            "start,end,country,title\n2001,present,Norway,a\n2007,to date,Norway,b\n2011,-,Norway,c\n2014,31.12.9999,Norway,d\n2015,,Norway,e\n2016,2016,Norway,f\n2017,2019-03,Norway,g\n,2020,Norway,h\n"
        ),
        events=dates(
            "2001/..", "2007/..", "2011/..", "2014/..", "2015", "2016", "2017/2019-03", "/2020"
        ),
    ),
    Case(
        "ends that are open in other words",
        csv(
            "start,end,country,title\n2001,Incumbent,NO,a\n2002,in office,NO,b\n"
            "2003,still in office,NO,c\n2004,(ongoing),NO,d\n2005,present day,NO,e\n"
            "2006,the present day,NO,f\n2007,until now,NO,g\n2008,until present,NO,h\n"
            "2009,Till now,NO,i\n2010,till date,NO,j\n2011,Still in force,NO,k\n"
        ),
        events=dates(*(f"{year}/.." for year in range(2001, 2012))),
    ),
    Case(
        "ends that are open in other languages",
        csv(
            "start,end,country,title\n2001,Heute,NO,a\n2002,н.в.,NO,b\n2003,至今,NO,c\n"
            "2004,Aujourd’hui,NO,d\n2005,en el cargo,NO,e\n2006,حتى الآن,NO,f\n2007,(até hoje),NO,g\n"
        ),
        events=dates(*(f"{year}/.." for year in range(2001, 2008))),
    ),
    Case(
        "ends that are told to be unknown",
        csv(
            "start,end,country,title\n2001,?,Norway,a\n2002,Unknown,Norway,b\n2003,not known,Norway,c\n2004,NA,Norway,d\n2005/2006,?,Norway,e\n2007,date unknown,Norway,f\n2008,no date,Norway,g\n"
        ),
        events=dates("2001/", "2002/", "2003/", "2004", "2005/2006", "2007/", "2008"),
    ),
    Case(
        "an end in parts, and a span with an end",
        csv("start year,start month,end year,end month,country,title\n2001,5,2003,,Norway,a\n"),
        events=dates("2001-05/2003"),
    ),
    Case(
        "a span with an end",
        csv("start,end,country,title\n2001/2002,2003,Norway,a\n"),
        status=65,
        says=[r"in\.csv:2:2: .*not a span"],
    ),
    Case(
        "an end before its start",
        csv("start,end,country,title\n2001,1999,Norway,a\n2001,x9,Norway,b\n"),
        status=65,
        says=[r"in\.csv:2:2: .*ends before", r"in\.csv:3:2: 'x9'"],
    ),
    Case(
        "rows without a date are counted",
        csv("date,country,title\n2007,Norway,a\n,Norway,b\nNA,Norway,c\n"),
        events=dates("2007"),
        says=[r"in\.csv: 2 rows have no date and are left out \(rows 3, 4\)\n"],
    ),
    Case(
        "rows whose date is still to come",
        csv(
            "date,country,title\n2007,NO,a\nTBC,NO,b\npending,NO,c\nto be confirmed,NO,d\n"
            "To be determined,NO,e\nto be announced,NO,f\n"
        ),
        events=dates("2007"),
        says=[r"in\.csv: 5 rows have no date and are left out \(rows 3, 4, 5, \.\.\.\)\n"],
    ),
    Case(
        "rows without a date, in the words of catalogues",
        csv(
            "date,country,title\n2007,NO,a\nno date,NO,b\nDate unknown,NO,c\ns.d.,NO,d\n"
            "s. d.,NO,e\nunknown date,NO,f\ndate not known,NO,g\nn. d.,NO,h\n"
        ),
        events=dates("2007"),
        says=[r"in\.csv: 7 rows have no date and are left out \(rows 3, 4, 5, \.\.\.\)\n"],
    ),
    Case(
        "rows that R has numbered under a header without a name for that",
        {"in.tsv": '"Date"\t"Country"\t"Title"\n"1"\t2021\t"NO"\t"T"\n"2"\t2022\t"NO"\t"U"\n'},
        "timeline --events in.tsv",
        status=65,
        says=[r"in\.tsv:2:4: there is .* has 3; the first is the number .* = FALSE\) \(2 cells\)"],
    ),
    Case(
        "flags alone, which are codes",
        csv(
            "date,country,title\n2021,\U0001f1f8\U0001f1ea,a\n2022,\U0001f1f3\U0001f1f4 Norway,b\n"
        ),
        events=[{"countries": ["SWE"]}, {"countries": ["NOR"]}],
    ),
    Case(
        "a rule under the header, as in Markdown and of databases",
        {
            "a.csv": "|Date|Country|Title|\n|---|:--|--:|\n|2021|Norway|a|\n",
            "b.txt": " date | country | title\n------+---------+-------\n 2022 | Norway  | b\n",
        },
        "timeline --events a.csv --events b.txt",
        dates("2021", "2022"),
        says=["^$"],
    ),
    Case(
        "a rule further down",
        {"in.csv": "Date|Country|Title\n2021|Norway|a\n--|--|--\n"},
        events=dates("2021"),
        says=[r"in\.csv: 1 row has no date and is left out \(row 3\)\n"],
    ),
    Case(
        "one line in another encoding among many, with more such letters than all of them",
        {
            "in.csv": b"date,country,title\n"
            + "2022,NO,Støre\n".encode() * 3
            + "2022,NO,ÆØÅæøåÆØÅ\n".encode("cp1252")
        },
        status=65,
        says=[r"in\.csv:5:3: .*; save all of the file as UTF-8\n$"],
    ),
    Case(
        "dates in brackets that nobody knows",
        csv("date,country,title\n[n.d.],NO,a\n[S.D.],NO,b\n1990,NO,c\n"),
        events=dates("1990"),
        says=[r"in\.csv: 2 rows have no date and are left out \(rows 2, 3\)\n"],
    ),
    Case(
        "many rows without a date, of which a few are named",
        csv("date,country,title\n" + ",Norway,b\n" * 4),
        events=[],
        says=[r"in\.csv: 4 rows have no date and are left out \(rows 2, 3, 4, \.\.\.\)\n"],
    ),
    Case(
        "a year that goes on, days as a spreadsheet counts them, and a month in Norwegian",
        csv("date,country,title\n1994-,Norway,a\n45000,Norway,b\n5 mai 2021,Norway,c\n"),
        status=65,
        says=[
            r"in\.csv:3:1: '45000' is not a date; as a spreadsheet counts days it is 2023-03-15: write that\n",
            r"in\.csv:4:1: '5 mai 2021'.*read in English",
        ],
    ),
    *(
        Case(
            f"a header of groups of columns above the header: {groups}",
            csv(f"{groups}\n{names}\n2001,2002,a,NO,SE\n"),
            status=65,
            says=[
                "line 1 heads groups of columns, and line 2 the columns; a table below other lines ",
                r"needs a map \(--map\), which 'diplo maps in\.csv' begins: table: {skip: 1}\n",
            ],
        )
        for groups, names in (
            ("When,,,Who,", "Start,End,Title,Country,Note"),
            ("Date,Date,Event,Parties,Parties", "start,end,title,a,b"),
            ("Date,,Event,Parties,", "start,end,title,party a,party b"),
        )
    ),
    *(
        Case(
            f"a header below another line that has a name twice: {above}",
            csv(f"{above}\nState,Date,Place,Date,Place\nNorway,1990,Oslo,1991,Oslo\n"),
            status=65,
            says=[rf"in\.csv:1:1: line 1 .*line 2 .*, and repeats 'Date': {how}\n$"],
        )
        for above, how in (
            ("State,Signature,,Entry,", "make one header of both lines, as in 'Entry Date'"),
            ("State,Signature,,,", "make one header of both lines, as in 'Signature Date'"),
            ("Visits", "rename one"),
        )
    ),
    Case(
        "names of columns on two lines",
        csv("Visits\nCountry,,Period,\n,City,From,To\nNorway,Oslo,1990,1991\n"),
        status=65,
        says=[
            r"in\.csv:1:1: lines 2 and 3 together name the columns; .*'diplo maps in\.csv' begins\n$"
        ],
    ),
    Case(
        "a row of words that are headers, fewer than in the header",
        csv("date,title,countries,type\n2001,date,NO,event\n,start,SE,end\n"),
        events=[{"date": "2001"}],
        says=["1 row has no date and is left out"],
    ),
    Case(
        "the map that begins for a table whose groups of columns have a header",
        mapped(
            "Date,,Event,Parties,\nstart,end,title,a,b\n2001,2002,x,NO,SE\n",
            "table: {skip: 1}\nevent: {date: {start: '{start}', end: '{end}'}, title: '{title}', "
            "countries: ['{a}', '{b}']}\n",
        ),
        BY_MAP,
        dates("2001/2002"),
    ),
    Case(
        "days that are counted and look like years",
        csv("date,end,country,title\n8863,,NO,a\n7300,7301,NO,b\n2021,,NO,c\n"),
        events=[{"date": "2021"}, {"date": "7300/7301"}, {"date": "8863"}],
        says=[
            r"most dates are years after 2100, such as 8863 \(row 2\), which may be of another calendar or a day: ",
            "as a spreadsheet counts days it is 1924-04-06, as R 1994-04-08, as Stata .* is meant\n",
        ],
    ),
    Case(
        "years to come that are no more than others, and years that stand for what is not known",
        csv("date,country,title\n2167,NO,a\n2021,NO,b\n9999,NO,c\n2101-05,NO,d\n"),
        events=[{"date": "2021"}, {"date": "2101-05"}, {"date": "2167"}, {"date": "9999"}],
    ),
    Case(
        "days that are counted otherwise, by a spreadsheet with a time and by Unix",
        csv(
            "date,country,title\n45440.75,Norway,a\n1679614100,Norway,b\n1679614100000,Norway,c\n"
            "769910400000,NO,d\n-23500000000,NO,e\n-769910400000,NO,f\n123456789.5,NO,g\n"
            "-123456789,NO,h\n-1234567890,NO,i\n-999999999,NO,j\n-12345678,NO,k\n"
            "202405281030,NO,l\n199902301030,NO,m\n202405282530,NO,n\n999999999,NO,o\n"
            "99999999999,NO,p\n99999,NO,q\n13638758400,NO,r\n"
        ),
        status=65,
        says=[
            r"in\.csv:2:1: '45440\.75' is .* as a spreadsheet counts days it is 2024-05-28: write",
            r"in\.csv:3:1: '1679614100' is .* as Unix time it is 2023-03-23: write that",
            r"in\.csv:4:1: '1679614100000' is .* as Unix time it is 2023-03-23: write",
            r"in\.csv:5:1: '769910400000' is .* as Unix time it is 1994-05-26: write",
            r"in\.csv:6:1: '-23500000000' is .* as Unix time it is 1969-04-04: write",
            r"in\.csv:7:1: '-769910400000' is .* as Unix time it is 1945-08-09: write",
            r"in\.csv:8:1: '123456789\.5' is .* as Unix time it is 1973-11-29: write",
            r"in\.csv:9:1: '-123456789' is .* as Unix time it is 1966-02-02: write",
            r"in\.csv:10:1: '-1234567890' is .* as Unix time it is 1930-11-18: write",
            r"in\.csv:11:1: '-999999999' is not a date: years before 0001 cannot",
            r"in\.csv:12:1: '-12345678' is not a date: years before 0001 cannot",
            r"in\.csv:13:1: '202405281030' .*; as a day and a time it is 2024-05-28: write",
            r"in\.csv:14:1: '199902301030' is .* as Unix time it is 1976-05-02: write",
            r"in\.csv:15:1: '202405282530' is .* as Unix time it is 1976-05-31: write",
            r"in\.csv:16:1: '999999999' is not a date; where 999999999 means that",
            r"in\.csv:17:1: '99999999999' is not a date; where 99999999999 means",
            r"in\.csv:18:1: '99999' is not a date; where 99999 means that it is",
            r"in\.csv:19:1: '13638758400' is not a date: a year has four digits",
        ],
    ),
    Case(
        "thousandths of seconds in JSON, as pandas writes them",
        {"in.json": '[{"date": 769910400000, "country": "NO", "title": "T"}]'},
        "timeline --events in.json",
        status=65,
        says=[r"'769910400000' is not a date; as Unix time it is 1994-05-26: write that\n"],
    ),
    Case(
        "a number with half a year in JSON",
        {"in.json": '[{"date": 1995.5, "country": "NO", "title": "T"}]'},
        "timeline --events in.json",
        status=65,
        says=[r"'1995\.5' is not a date: a year has no fraction; write, for example, 2024-05-28"],
    ),
    *(
        Case(
            f"a month that may be years, as others of its column are: {others[0]}",
            csv("date,country,title\n" + "".join(f"{x},NO,T\n" for x in ("1910-12", *others))),
            status=65,
            says=[
                (
                    rf"in\.csv:2:1: '1910-12' may be years, as '{others[0]}' in its column is; "
                    r"write Dec 1910 or 1910/1912\n"
                ),
                *more,
            ],
        )
        for others, more in (
            (("1914-18", "1939-45"), [r"in\.csv:3:1: '1914-18' is not in the calendar"]),
            (("1914-1918", "1939-1945"), []),
            (
                ("1914-18", "1939-45", "1920-21", "2010-05"),
                [r"csv:5:1: '1920-21' may be years, as .*; write spring 1920 or 1920/1921\n"],
            ),
        )
    ),
    *(
        Case(
            f"months that may be years, in a column that says so: {header}",
            mapped(
                f"{header},who,c\n2001-05,A,NO\n2005-10,B,NO\n1995,C,NO\n",
                f'event: {{date: "{{{header}}}", title: "{{who}}", countries: "{{c}}"}}\n',
            ),
            BY_MAP,
            status=65,
            says=[
                rf"'2001-05' may be years, as its column '{header}' says; write May 2001 or 2001/20"
            ],
        )
        for header in ("Years", "Years in office", "In office", "Amtsjahre", "Années")
    ),
    *(
        Case(
            f"months in a column that may have years: {header}, {texts}",
            mapped(
                f"{header},who,c\n" + "".join(f"{each},A,NO\n" for each in texts),
                f'event: {{date: "{{{header}}}", title: "{{who}}", countries: "{{c}}"}}\n',
            ),
            BY_MAP,
            dates(*texts),
        )
        for header, texts in (
            ("Years", ("2001-05", "2005-10", "2006-01")),
            ("Years", ("2005-06", "2005-07")),
            ("Period", ("2001-05", "2005-10")),
            ("Term start", ("2001-05", "2005-10")),
            ("End term", ("2001-05", "2005-10")),
        )
    ),
    Case(
        "months that are surely some, beside whole years, and days beside a column of years",
        csv(
            "start,end,country,title\n2003-05,2003-07,NO,a\n2010-05,,NO,b\n1914-1918,,NO,c\n"
            "1999-99,,NO,d\n"
        ),
        "check in.csv",
        status=1,
        prints=[r"^in\.csv:5:1: error: '1999-99' is not in the calendar.*\n$"],
        says=["1 error"],
    ),
    *(
        Case(
            f"a month that is a slip, beside others that may be years: {texts}",
            csv("date,country,title\n" + "".join(f"{each},NO,T\n" for each in texts)),
            "check in.csv",
            status=1,
            prints=[r"^in\.csv:3:1: error: '2001-13' is not in the calendar.*\n$"],
            says=["1 error"],
        )
        for texts in (
            ("2001-11", "2001-13", "2005-07", "2005-02"),
            ("2005-02", "2001-13", "2005-07", "2006-01", "2001-11"),
        )
    ),
    Case(
        "a year alone that may be a month, as others of its column are years",
        csv("Year,Month,Country,Title\n1910-12,,NO,a\n1914-1918,,NO,b\n"),
        status=65,
        says=[r"in\.csv:2:1: '1910-12' may be years, as '1914-1918' in its column is"],
    ),
    Case(
        "days as statistics programs write them, or in quotes twice",
        csv('date,country,title\n28may2024,Norway,a\n2024m6,Norway,b\n"""2025""",Norway,c\n'),
        events=dates("2024-05-28", "2024-06", "2025"),
    ),
    Case(
        "a year that goes on",
        csv("date,country,title\n1994-,Norway,a\n1995 –,Norway,b\n"),
        events=dates("1994/..", "1995/.."),
    ),
    Case(
        "dates in words that go on, or whose start nobody knows",
        csv(
            "date,country,title\nAug 2021–,Norway,a\n1990s/..,Norway,b\n..Aug 2021,Norway,c\nMay 2024 / ?,Norway,d\nAug 2021..,Norway,e\n28 May 2024.,Norway,f\n"
        ),
        events=dates(
            "199X/..", "[2021-08..]", "2021-08/..", "[..2021-08]", "2024-05/", "2024-05-28"
        ),
    ),
    Case(
        "dates as catalogues and officials write them",
        csv(
            "date,country,title\n(1990),NO,a\n197-,NO,b\nnot later than 2006,NO,c\n"
            "prior to 2006,NO,d\nfrom 2001 onwards,NO,e\n1990 through 1995,NO,f\n"
            "28 or 29 May 1994,NO,g\n28.V.2024,NO,h\n1991.,NO,i\n"
        ),
        events=dates(
            *("197X", "1990", "1990/1995", "1991", "[1994-05-28..1994-05-29]", "2001/.."),
            *("[..2005]", "[..2006]", "2024-05-28"),
        ),
    ),
    Case(
        "what may be a set or a year that is inferred, and a span or a year before the first",
        csv("date,country,title\n[1994],NO,a\n–2001,NO,b\n"),
        status=65,
        says=[
            r"csv:2:1: '\[1994\]' is not a date: brackets are for sets, .*; write 1994\n",
            r"csv:3:1: '–2001' .*: years before 0001 .*; write /2001 where until then is meant\n",
        ],
    ),
    Case(
        "zeros for what is not known",
        csv(
            "date,country,title\n20240500,Norway,a\n00.05.2024,Norway,b\n28/00/2024,Norway,c\n1927-00-00T00:00:00Z,Norway,d\n0000-00-00,Norway,e\n"
        ),
        status=65,
        says=[
            r"in\.csv:2:1: '20240500' is not in the calendar: .* 00, .*; write 2024-05\n",
            r"in\.csv:3:1: '00\.05\.2024' .*; write 2024-05\n",
            r"in\.csv:4:1: '28/00/2024' .*; write 2024\n",
            r"in\.csv:5:1: '1927-00-00T00:00:00Z' .*; write 1927\n",
            r"in\.csv:6:1: '0000-00-00' .*leave it blank, .*: blank: \[\"0000-00-00\"\]\n",
        ],
    ),
    Case(
        "words among which no month is missed",
        csv(
            "date,country,title\n2 Apr 24,Norway,a\nbefore 12/11/24,Norway,b\nLeft post 12/11/2024,Norway,c\n28 plus 29 May 2024,Norway,d\n28 May 24,Norway,e\n28 May 1905 OS,Norway,f\n1st quarter 2021,Norway,g\n(1 way),NO,h\nest. 1977,NO,i\nChristmas 1994,NO,j\nBesøk 1/13/2024/2,NO,k\n"
        ),
        status=65,
        says=[
            *(rf"in\.csv:{row}:1: .* or c\. 1994\n" for row in (2, 4, 6, 7, 12)),
            *(rf"in\.csv:{row}:1: .* or c\. 1994; a map .*\n" for row in (3, 5, 8, 9, 10, 11)),
        ],
    ),
    Case(
        "months of other languages, and words that tell of a part of a decade",
        csv(
            "date,country,title\n31 de Janeiro,NO,a\n5. des. 2021,NO,b\n30 de Março,NO,c\n"
            "2 abril 1990,NO,d\nthe early 1990s,NO,e\nby mid-2014,NO,f\n1994 (early),NO,g\n"
            "first half of May 2014,NO,h\n28. mai 2024,NO,i\n"
        ),
        status=65,
        says=[
            r"csv:2:1: '31 de Janeiro' is not a date: a year has four digits",
            r"csv:3:1: .*; dates are read in English, or a map .*\n",
            r"csv:4:1: '30 de Março' is not a date: a year has four digits",
            r"csv:5:1: .*: dates are read in English; write 1990-04-02, or a map .*\n",
            r'in\.csv:6:1: .*, or a map .*: values: \{date: \{the early 1990s: "199X"\}\}\n',
            r'10:1: .*: dates .*; write 2024-05-28, or a map .*: \{"28. mai 2024": "2024-05-28"\}\}\n',
            r"in\.csv:7:1: .*; a map .*: values: \{date: \{by mid-2014: \.\.\.\}\}\n",
            r'csv:8:1: .*\(early\).* is not part .*: \{date: \{"1994 \(early\)": \.\.\.\}\}\n',
            r"in\.csv:9:1: .*; a map .*: values: \{date: \{first half of May 2014: \.\.\.\}\}\n",
        ],
    ),
    Case(
        "several dates in a cell, and what stands behind one",
        csv(
            'date,country,title\n"1961–1979, 1994–present",Norway,a\n1959; 1990,Norway,b\n'
            "before 1993-00-00,Norway,c\n12 Jan 1990 a,Norway,d\n1994 and 1850,Norway,e\n"
        ),
        status=65,
        says=[
            r"csv:2:1: .* holds 2 dates: 1961/1979, 1994/\.\.; give each its own row\n",
            r"csv:3:1: '1959; 1990' holds 2 dates: 1959, 1990; give each its own row\n",
            r'csv:4:1: .* so leave it out; write "\[\.\.1992\]"\n',
            r"csv:5:1: .*: 'a' behind it is not part of one; write 1990-01-12, or .*: strip: footnotes\n",
            r"csv:6:1: '1994 and 1850' holds 2 dates: 1994, 1850; give each its own row\n",
        ],
    ),
    Case(
        "blanks that do not break, after dots too, and times without signs between",
        csv(
            "date,country,title\n28\xa0May\u202f2024,Norway,a\n28. 5. 2024,Norway,b\n"
            "20240528120000,Norway,c\n"
        ),
        events=dates(*["2024-05-28"] * 3),
    ),
    Case(
        "more that is wrong than is told",
        csv(
            "date,country,title\n"
            + "".join(f"2021,Nowhere {n},a\n" for n in range(150))
            + "2021,Norway,a\n"
        ),
        "check in.csv",
        status=1,
        prints=[r"in\.csv:2:2: .*'Nowhere 0'(?s:.*)in\.csv:151:2: .*'Nowhere 149'"],
    ),
    Case(
        "much that is wrong among what is right",
        csv("date,country,title\n" + "".join(f"x{n},NO,a\n2021,NO,a\n" for n in range(400))),
        "check in.csv",
        status=1,
        prints=[r"'x0' is not a date(?!.* cells\))", r"'x399' is not a date(?!.* cells\))"],
        says=["400 errors"],
    ),
    Case(
        "dates with two readings",
        csv(VISITS),
        status=65,
        says=[
            (
                r"in\.csv:2:1: '28/05/2024' can only be 2024-05-28 \(day-first\), but '12/11/2024' may "
                r"be 2024-11-12 \(day-first\) or 2024-12-11 \(month-first\); give --dates day-first "
                r"\(2 cells\)"
            )
        ],
    ),
    Case(
        "dates with two readings before one that has one",
        csv("Date,Country,Title\n1/2/2024,NO,a\n12/31/2024,NO,b\n99/99/2024,NO,c\n"),
        status=65,
        says=[
            (
                r"in\.csv:2:1: '1/2/2024' may be .*, but '12/31/2024' can only be 2024-12-31 "
                r"\(month-first\); give --dates month-first \(2 cells\)"
            ),
            r"in\.csv:4:1: '99/99/2024' is not a day in any order",
        ],
    ),
    *(
        Case(
            f"dates that disagree in the order of their numbers, {where}",
            csv(f"Date,End,Country,Title\n{rows}"),
            status=65,
            says=[
                (
                    rf"^diplo: in\.csv:2:1: '28/05/2024' can only be 2024-05-28 \(day-first\), but "
                    rf"'05/29/2024' can only be 2024-05-29 \(month-first\): the cells disagree; write "
                    rf"each as in 2024-05-28 \({count} cells\)\n$"
                )
            ],
        )
        for where, rows, count in (
            ("before others", "28/05/2024,,NO,a\n05/29/2024,,NO,b\n12/11/2024,,NO,c\n", 3),
            ("in two columns", "28/05/2024,,NO,a\n2024-01-02,05/29/2024,NO,b\n", 2),
        )
    ),
    Case(
        "dates of which all have two readings",
        csv("Date,Country,Title\n1/2/2024,NO,a\n2/1/2024,NO,b\n"),
        status=65,
        says=[r"'1/2/2024' may be .*; give --dates day-first or --dates month-first \(2 cells\)"],
    ),
    Case(
        "dates with the day first",
        csv(VISITS),
        "timeline --events in.csv --dates day-first",
        dates("2024-05-28", "2024-11-12"),
    ),
    Case(
        "dates with the month first",
        csv(VISITS),
        "timeline --events in.csv --dates month-first",
        status=65,
        says=[
            r"'28/05/2024' is not a day, as month is first here; it can only be 2024-05-28 \(day-first\): write that, or give --dates day-first where all are so\n"
        ],
    ),
    Case(
        "spans and bounds with the day first, and with times",
        csv(
            "date,country,title\n28/05/2024 - 30/05/2024,NO,a\n29/05/2024–30-05-2024,NO,b\n30/05/2024/..,NO,c\nbefore 28/06/2024,NO,d\nsince 28/07/2024,NO,e\n28/08/2024 10:00 - 30/08/2024 12:00,NO,f\n2024-09-01-2024-09-02,NO,g\n"
            "28-30/10/2024,NO,h\n28/11-01/12/2024,NO,i\n"
        ),
        "timeline --events in.csv --dates day-first",
        dates(
            "2024-05-28/2024-05-30",
            "2024-05-29/2024-05-30",
            "2024-05-30/..",
            "[..2024-06-27]",
            "2024-07-28/..",
            "2024-08-28/2024-08-30",
            "2024-09-01/2024-09-02",
            "2024-10-28/2024-10-30",
            "2024-11-28/2024-12-01",
        ),
    ),
    Case(
        "spans with an arrow, as Notion has them",
        csv(
            'date,country,title\n"May 28, 2024 → May 30, 2024",NO,a\n05/28/2024 → 05/30/2024,NO,b\n'
            "1990→91,NO,c\n1991 → present,NO,d\n"
        ),
        events=dates("1990/1991", "1991/..", "2024-05-28/2024-05-30", "2024-05-28/2024-05-30"),
        command="timeline --events in.csv --dates month-first",
    ),
    Case(
        "values of Wikidata that are not known",
        csv(
            "date,country,title\nhttp://www.wikidata.org/.well-known/genid/0a1,NO,a\n_:t12,NO,b\n"
            "1990,NO,c\n"
        ),
        events=dates("1990"),
        says=["2 rows have no date and are left out"],
    ),
    Case(
        "days that have their month and year only once, with dots",
        csv(
            "date,country,title\n28.-30.05.2024,NO,a\n28.06.–30.06.2024,NO,b\n28.-30.7.2024,NO,c\n"
            "28. – 30. 8. 2024,NO,d\n"
        ),
        events=dates(
            "2024-05-28/2024-05-30",
            "2024-06-28/2024-06-30",
            "2024-07-28/2024-07-30",
            "2024-08-28/2024-08-30",
        ),
    ),
    Case(
        "days that have their month only once, in an order that nobody told, or month first",
        {
            "a.csv": "date,country,title\n28-30/05/2024,NO,a\n",
            "b.csv": "date,country,title\n05/28-05/30/2024,NO,a\n",
        },
        "timeline --events a.csv --events b.csv",
        status=65,
        says=[
            r"a\.csv:2:1: '28-30/05/2024' can only be 2024-05-28/2024-05-30 \(day-first\); give",
            r"b\.csv:2:1: '05/28-05/30/2024' can only be 2024-05-28/2024-05-30 \(month-first\); give",
        ],
    ),
    *(
        Case(
            f"a span in numbers with a word before its end: {span}",
            csv(f"date,country,title\n{span},NO,a\n"),
            "timeline --events in.csv --dates day-first",
            dates("2023-06-30/2023-07-02"),
        )
        for span in ("30/06 a 02/07/2023", "30/6 al 2/7/2023", "30.06. to 02.07.2023")
    ),
    Case(
        "a bound of two readings",
        csv("date,country,title\nbefore 12/11/2024,NO,a\n"),
        status=65,
        says=[
            r"'before 12/11/2024' may be \[\.\.2024-11-11\] \(day-first\) or \[\.\.2024-12-10\] \(month-first\); give --dates day-first or --dates month-first\n"
        ],
    ),
    Case(
        "a day that is the same in any order",
        csv("date,country,title\n05/05/2024,NO,a\n"),
        events=dates("2024-05-05"),
    ),
    Case(
        "numbers with dots that can only have the month first, and that can be no day",
        csv("date,country,title\n5.28.2024,NO,a\n31.31.2024,NO,b\n"),
        status=65,
        says=[
            r"'5\.28\.2024' is not a day, as day is first here; it can only be 2024-05-28 \(month-first\): write that\n",
            r"'31\.31\.2024' is not a day, as day is first here\n",
        ],
    ),
    Case(
        "days with dots that would be month first, as others are told to be",
        csv("date,country,title\n5.13.1990,NO,a\n4.12.1990,NO,b\n31.31.1990,NO,c\n"),
        "timeline --events in.csv --dates month-first",
        status=65,
        says=[
            r"2:1: '5\.13\.1990' is not a day, as dots are read day first; write 1990-05-13\n",
            r"4:1: '31\.31\.1990' is not a day, as dots are read day first\n",
        ],
    ),
    Case(
        "two readings where signs and blanks are mixed, and none where a name tells",
        csv(
            "date,country,title\n5/6 1905,NO,a\n1905–6,NO,b\n2001-2,NO,c\n1998–01,NO,d\n"
            "1999/00,NO,e\n1990-91?,NO,f\n1990 1,NO,g\n5 May/6 1905,NO,h\n"
        ),
        status=65,
        says=[
            r"csv:2:1: '5/6 1905' may be 1905-06-05 \(day-first\) or 1905-05-06 \(month-first\); give",
            r"csv:3:1: '1905–6' .* has two readings; write 1905-06 or 1905/1906\n",
            r"csv:4:1: '2001-2' .* has two readings; write 2001-02 or 2001/2002\n",
            r"csv:5:1: '1998–01' .* has two readings; write 1998-01 or 1998/2001\n",
            r"csv:6:1: '1999/00' .* has two readings; write 1999 or 1999/2000\n",
            r"csv:7:1: '1990-91\?' is not in the calendar: .*; write 1990\?/1991\? where years are",
            r"csv:8:1: '1990 1' is not a date; write, for example",
            r"csv:9:1: '5 May/6 1905' is not a date; write, for example",
        ],
    ),
    Case(
        "doubt in brackets, which is no footnote",
        mapped(
            "date,country,title\n1905 (ca),Latvia 2,a\n1906 (d),Estonia 3,b\n1907 (c),Norway,c\n",
            'strip: footnotes\nevent: {date: "{date}", title: "{title}", countries: "{country}"}\n',
        ),
        BY_MAP,
        events=dates("1905~", "1906", "1907~"),
    ),
    Case(
        "rows by the texts of formulas that protect cells",
        mapped(
            'date,who,title\n2024,NOR,"=""Visit"""\n2025,NOR,"="""""\n2026,NOR,"=""Talks"""\n',
            'except: {title: ["", Talks]}\n'
            'event: {date: "{date}", title: "{title}", countries: ["{who}"]}\n',
        ),
        BY_MAP,
        events=[{"title": "Visit"}],
    ),
    Case(
        "a blank title that a formula protects",
        mapped(
            'date,who,title\n2025,NOR,"="""""\n',
            'event: {date: "{date}", title: "{title}", countries: ["{who}"]}\n',
        ),
        BY_MAP,
        status=65,
        says=["the column 'title' is blank; name another column, or leave such rows out with "],
    ),
    Case(
        "a letter of two bytes, the last of which looks like a bar",
        {"in.csv": "date,country,title\n2024,CHN,許功蓋會談\n".encode("big5")},
        status=65,
        says=[r"this is likely big5 \('許功蓋會談'\): "],
    ),
    Case(
        "a letter of another encoding within a long word",
        {"in.csv": f"date,country,title\n2024,CHN,{'x' * 99}é{'y' * 99}\n".encode("latin1")},
        status=65,
        says=[r"this is likely windows-1252 \('xxxxxxxxxxéyyyyyyyyy'\)"],
    ),
    Case(
        "years of other calendars, and days in the old style, behind which no letters are footnotes",
        mapped(
            "date,country,title\n2567 BE,NO,a\n1344 SH,NO,b\n28 May 1905 OS,NO,c\n1990 a,NO,d\n",
            'strip: footnotes\nevent: {date: "{date}", title: "{title}", countries: "{country}"}\n',
        ),
        "check in.csv --map map.yaml",
        status=1,
        prints=[
            r"""csv:2:1: error: '2567 BE' .*: its year is of another calendar; write the Gregorian one\n""",
            r"""csv:3:1: error: '1344 SH' .*; write the Gregorian one\n""",
            r"""csv:4:1: error: '28 May 1905 OS' .*; write, for .* 1990s or c\. 1994\n(?!.*csv:5)""",
        ],
    ),
    Case(
        "a day and a month before a blank, in the order that is told",
        csv("date,country,title\n1/12 1999,NO,a\nMay 5/6 1905,NO,b\n2021-8,NO,c\n"),
        "timeline --events in.csv --dates day-first",
        events=dates("1905-05-05/1905-05-06", "1999-12-01", "2021-08"),
    ),
    Case(
        "a name that is no country, most frequent first",
        csv("date,country,title\n2022,Norwey,a\n2023,Atlantis,b\n2024,Atlantis,c\n"),
        "check in.csv",
        status=1,
        prints=[r"^in\.csv:3:2: error: .*Atlantis.*\(2 cells\)\nin\.csv:2:2: .*Norwey.*[Nn]orway"],
    ),
    Case(
        "years that stand for none, or are of another calendar",
        csv(
            "start,end,country,title,source\n2999-12-31,,NO,a,s\n2075-12-31,,NO,b,s\n"
            "2076,,NO,c,s\n1990,2099-12-31,NO,d,s\n2564,,NO,e,s\n2021,now,NO,f,s\n,8888,NO,g,s\n"
        ),
        "check in.csv",
        prints=[
            "^"
            + "".join(
                rf"in\.csv:{row}:1: warning: {told} is more than 50 years ahead; leave the cell .*\n"
                for row, told in (
                    (2, "2999-12-31"),
                    (4, "2076"),
                    (5, "1990/2099-12-31"),
                    (6, "2564"),
                    (8, "/8888"),
                )
            )
            + "$"
        ],
    ),
    Case(
        "what a map says of names that are no countries, and of rows that are not events",
        csv(
            "Date,Country A,Title\n2021,NATO,a\n2021,W. Ruritania,b\n2021,Norwey,c\n2021,Total,3\n"
            "Source: the archives of the ministry,,\nGrand totals*,,\n"
            "(1 rows affected),,\n(12 rows),,\n"
        ),
        status=65,
        says=[
            r"2:2: no country is named 'NATO'; a map .* takes .* as an actor: unknown: actor\n",
            r"3:2: no country is named 'W. Ruritania'; say .* values: {countries: {W. Ruritania: NAME OR CODE}}",
            r"4:2: .*'Norwey'; did you mean 'norway'\? or .*: values: {countries: {Norwey: NOR}}\n",
            r"5:2: 'Total' is probably not an event; .*: except: {Country A: Total}\n",
            r'6:1: .* except: {Date: "Source: the archives of\*"}\n',
            r"7:1: .* except: {Date: Grand totals}\n",
            r'8:1: .* except: {Date: "\(1 rows affected\)"}\n',
            r"9:1: '\(12 rows\)' is probably not an event",
        ],
    ),
    Case(
        "signs that no eye sees, as a map has them",
        csv('date,country,title\n2021,\ufeffNor\\"wey,a\n2021,Norway\u200b,b\n'),
        "maps in.csv",
        prints=[
            r'\n    "Norway\\u200b": "NOR"  # 1 cell',
            r'\n    "\\ufeffNor\\\\\\"wey": "\.\.\."  # 1 cell',
        ],
    ),
    Case(
        "a list of countries with commas, and a number",
        csv(
            'date,country,title\n2022,"Norway, Sweden",a\n2022,578,b\n2022,Norway; Sweden|Denmark,c\n'
        ),
        status=65,
        says=["'Norway, Sweden' names 2 countries.*split", "'578'.*codes: iso"],
    ),
    *(
        Case(
            f"two countries with another mark between them: {mark}",
            csv(f"date,country,title\n2022,Norway{mark}Sweden,a\n"),
            status=65,
            says=[f"Sweden' names 2 countries: .* split: {{countries: {re.escape(given)}}}"],
        )
        for mark, given in (
            (" + ", '"+"'),
            ("::", '"::"'),
            (" vs. ", '" vs. "'),
            (" <-> ", '"<->"'),
        )
    ),
    Case(
        "countries as items of Wikidata",
        csv("date,country,title\n2022,http://www.wikidata.org/entity/Q20,a\n2022,wd:Q20,b\n"),
        status=65,
        says=["2:2: .*, an item of Wikidata; take the column of its label", "3:2: .*of Wikidata"],
    ),
    Case(
        "countries with notes in brackets",
        csv(
            "date,country,title\n2022,Norway (observer),a\n1990,Germany (1871–1945),b\n"
            "1950,Guinea (Portuguese),c\n"
        ),
        status=65,
        says=[
            r"2:2: .*; did you mean 'norway'\?",
            r"3:2: .*; did you mean 'germany'\?",
            r"4:2: no country is named 'Guinea \(Portuguese\)'; say in a map",
        ],
    ),
    Case(
        "an end on the day that stands for none",
        csv("date,end,country,title\n2001,1900-01-01,Norway,a\n"),
        status=65,
        says=["2:2: an end on 1900-01-01 mostly stands for none; leave it blank"],
    ),
    Case(
        "a list of countries with commas, where others that are none are actors",
        mapped(
            'date,country,title\n2022,"Norway, Sweden",a\n',
            'unknown: actor\nevent: {date: "{date}", title: "{title}", countries: "{country}"}\n',
        ),
        BY_MAP,
        status=65,
        says=["'Norway, Sweden' names 2 countries"],
    ),
    Case(
        "a list that is split at commas is split at semicolons too, but not in quotes",
        mapped(
            'date,country,title\n2022,"Norway, Sweden; Denmark",a\n2022,"""Korea, South"";Fiji",b\n'
            '2023,"""Norway"", ""Korea, South"" ,Fiji","""Kofi ""Annan, ""Doe, Jo"", B"\n',
            'split: {countries: ",", actors: ", "}\n'
            'event: {date: "{date}", title: T, countries: "{country}", actors: "{title}"}\n',
        ),
        BY_MAP,
        events=[
            {"countries": ["NOR", "SWE", "DNK"]},
            {"countries": ["KOR", "FJI"]},
            {
                "countries": ["NOR", "KOR", "FJI"],
                "actors": ['"Kofi "Annan', "Doe, Jo", "B"],
            },
        ],
    ),
    Case(
        "a date that only a map can read, and a place for one",
        mapped(
            "date,country,title\nearly 1990s,NOR,a\nlate '80s,NOR,b\n",
            'values: {date: {"late \'80s": "..."}}\n'
            'event: {date: "{date}", title: "{title}", countries: "{country}"}\n',
        ),
        BY_MAP,
        status=65,
        says=[
            r'write 199X or "\[1990..1993\]" .*, or a map .*: values: {date: {early 1990s: "199X"}}',
            "write in the map which date 'late '80s' is, in place of",
        ],
    ),
    Case(
        "several marks between countries, of which a map splits at one",
        mapped(
            'date,country,title\n2021,"NOR, SWE",a\n2022,NOR & SWE,b\n',
            'split: {countries: ","}\n'
            'event: {date: "{date}", title: "{title}", countries: "{country}"}\n',
        ),
        BY_MAP,
        status=65,
        says=[r'or say in a map values: {countries: {"NOR & SWE": \[NOR, SWE\]}}'],
    ),
    Case(
        "a file whose name has a blank",
        {"my visits.csv": "Tid,Land,Hva\n2021,Norge,a\n"},
        "timeline --events 'my visits.csv'",
        status=65,
        says=["'diplo maps \"my visits.csv\"' begins"],
    ),
    Case(
        "Parquet by the name of a table",
        {"in.csv": b"PAR1\x15\x04"},
        status=65,
        says=["in.csv:1:1: this is Parquet, which is read from a file whose name ends in .parquet"],
    ),
    Case(
        "UTF-16 that is cut in the middle of a letter",
        {"in.csv": "\ufeffDate,Country,Title\n".encode("utf-16-le") + b"\x00\xd8"},
        status=65,
        says=["in.csv:.* UTF-16"],
    ),
    Case(
        "footnotes in small figures",
        csv("Date,Country,Title\n1984¹,Nepal²³,a\n"),
        events=[{"date": "1984", "countries": ["NPL"]}],
    ),
    Case(
        "footnotes after names and dates, and a flag",
        csv("Date [1],Country,Title\n9 September 2011*[96],Nepal[note 4],a\n2012,🇳🇴\xa0Norway,b\n"),
        events=[{"date": "2011-09-09", "countries": ["NPL"]}, {"countries": ["NOR"]}],
    ),
    Case(
        "UTF-16",
        {"in.txt": "Date\tCountry\tTitle\r\n2022-01\tNorway\tStøre\r\n".encode("utf-16")},
        "timeline --events in.txt --encoding windows-1252",
        [{"title": "Støre"}],
    ),
    Case(
        "UTF-8 with a mark, though another encoding is told",
        {"in.csv": "\ufeffDate;Country;Title\n2022;Norway;Støre\n".encode()},
        "timeline --events in.csv --encoding windows-1252",
        [{"title": "Støre"}],
    ),
    Case(
        "a mark of UTF-8 on what is another encoding, which is told",
        {"in.csv": b"\xef\xbb\xbf" + "Date;Country;Title\n2022;Norway;Støre\n".encode("cp1252")},
        "timeline --events in.csv --encoding windows-1252",
        [{"title": "Støre"}],
    ),
    Case(
        "another encoding",
        {"in.csv": "Date;Country;Title\n2022;Norway;Støre\n".encode("cp1252")},
        status=65,
        says=[r"in\.csv:2:3: .*--encoding windows-1252"],
    ),
    Case(
        "another encoding that is told",
        {"in.csv": "Date;Country;Title\n2022;Norway;Støre\n".encode("cp1252")},
        "timeline --events in.csv --encoding windows-1252",
        [{"title": "Støre"}],
    ),
    Case(
        "check takes how a table is read",
        {"in.csv": "When;Country;Title\n12/11/2024;Norway;Støre\n".encode("cp1252")},
        "check in.csv --encoding windows-1252 --dates day-first --engine python -f table",
        prints=["1 event, nothing wrong"],
    ),
    Case(
        "check takes a map",
        mapped(
            "Day,Who,What\n2024,Norway,a\n",
            'event: {date: "{Day}", title: "{What}", countries: ["{Who}"]}\n',
        ),
        "check in.csv --map map.yaml -f table",
        prints=["1 event, nothing wrong"],
    ),
    Case(
        "Cyrillic, and a Mac",
        {
            "in.csv": "Date;Country;Title\n2022;Norway;Привет\n".encode("cp1251"),
            "mac.csv": "Date;Country;Title\r2022;Norway;Støre\r".encode("mac-roman"),
        },
        "check in.csv mac.csv",
        status=1,
        prints=["windows-1251", "mac-roman"],
    ),
    Case(
        "letters that several encodings have, each with what it makes of them",
        {"in.csv": "date,country,title\n2022,NO,Sign פגישה בירושלים\n".encode("windows-1255")},
        status=65,
        says=[
            (
                r"^diplo: in\.csv:2:3: the byte 0xf4 is not UTF-8; this is likely windows-1251 "
                r"\('фвйщд'\) or windows-1255 \('פגישה'\) or .*: give --encoding windows-1251\n$"
            )
        ],
    ),
    Case(
        "the quotes of Windows where Latin 1 is given, as it often is",
        {"in.csv": b"date,country,title\n2022,NO,\x93Meeting\n"},
        "timeline --events in.csv --encoding latin1",
        status=65,
        says=[
            (
                r"^diplo: in\.csv:2:3: the byte 0x93 is no letter or sign in latin1; this is likely "
                r"windows-1252 \('“Meeting'\) .*: give --encoding windows-1252\n$"
            )
        ],
    ),
    Case(
        "Latin 1 that is given",
        {"in.csv": "date,country,title\n2022,NO,Støre\n".encode("latin1")},
        "timeline --events in.csv --encoding latin1",
        [{"title": "Støre"}],
    ),
    *(
        Case(
            f"{encoding}, which is likely by {text!r}",
            {"in.csv": f"date,country,title\n2022,NO,{text}\n".encode(encoding)},
            status=65,
            says=[rf"this is likely {encoding} .*: give --encoding {encoding}\n"],
        )
        for encoding, text in (
            ("shift_jis", "外相がオスロを訪問した"),
            ("shift_jis", "首脳会談"),
            ("euc_jp", "条約に署名する"),
            ("euc_kr", "한국과 수교"),
            ("gb18030", "外交部长访问奥斯陆"),
            ("big5", "與美國斷交"),
            ("windows-1252", "Côte d’Ivoire – Åland: São Tomé, Réunion"),
            ("windows-1252", "£5 – “so”"),
            ("windows-1250", "Łódź: wizyta, żółty"),
            ("windows-1250", "Světová organizace, Střední Evropa"),
            ("windows-1251", "МИД: Визит президента"),
            ("windows-1253", "Επίσκεψη προέδρου"),
            ("koi8-r", "МИД: Визит президента"),
            ("mac-roman", "Støre à Genève"),
            ("mac-roman", "Besuch, Grüße"),
            ("cp850", "Reunión en Bogotá: José llegó"),
            ("windows-1254", "İstanbul: Dışişleri Bakanlığı görüşmesi"),
            ("windows-1255", "פגישת שגרירים"),
            ("windows-1251", "съезд и объединение стран"),
            ("windows-1256", "زيارة رئيس الوزراء"),
        )
    ),
    *(
        Case(
            f"lines that are no UTF-8 among others that are: {many}",
            {
                "in.csv": b"date,country,title\n2022,NO,A\n"
                + "2022,NO,Støre\n".encode() * many
                + "2022,NO,Støre\n".encode("cp1252") * many
            },
            command,
            status=65,
            says=[
                (
                    rf"in\.csv:{many + 3}:3: the byte 0xf8 is not UTF-8, as other letters are: "
                    r"encodings are mixed; save all of the file as UTF-8\n$"
                )
            ],
        )
        for many, command in ((1, "timeline --events in.csv"), (2, "maps in.csv"))
    ),
    Case(
        "an encoding that is wrong",
        csv(ONE),
        "timeline --events in.csv --encoding ascii-7",
        status=2,
        says=["'ascii-7'"],
    ),
    Case(
        "bytes that the encoding lacks",
        {"in.csv": ONE.encode() + b"2022,Norway,\xff\n"},
        "timeline --events in.csv --encoding ascii",
        status=65,
        says=[r"in\.csv:3:3: .*0xff.*ascii"],
    ),
    Case(
        "half a character",
        {"in.csv": ONE.encode() + b"x"},
        "timeline --events in.csv --encoding utf-16",
        status=65,
        says=["not utf-16 text"],
    ),
    Case(
        "a NUL",
        {"in.csv": ONE.encode() + b"2022,Nor\0way,x\n"},
        status=65,
        says=[r"in\.csv:3:2: .*U\+0000"],
    ),
    Case(
        "a NUL, in UTF-8 by another of its names",
        {"in.csv": ONE.encode() + b"2022,Nor\0way,x\n"},
        "timeline --events in.csv --encoding UTF_8",
        status=65,
        says=[r"in\.csv:3:2: the character U\+0000 is not allowed in a table"],
    ),
    Case(
        "a second byte order mark",
        csv("\ufeff\ufeff" + ONE),
        status=65,
        says=[r"in\.csv:1:1: holds the character U\+FEFF; remove it\n"],
    ),
    *(
        Case(f"what is no table but {what}", csv(content), status=65, says=[f"1:1: this is {says}"])
        for what, content, says in (
            ("a list in JSON", "[1, 2]\n", "JSON, not a table; give the file a name"),
            ("XML", "<x>1</x>\n", "a web page"),
        )
    ),
    Case(
        "breaks of Word inside a cell",
        csv('date,country,title\n2024,Norway,"a\vb\nc"\n'),
        events=[{"title": "a b c"}],
    ),
    Case(
        "a character that is refused",
        csv("date,country,title\n2024,Norway,a\u202eb\n2024,Norway,æ\n"),
        status=65,
        says=[r"in\.csv:2:3: .*U\+202E"],
    ),
    Case("an empty table", csv("\ufeff\n"), status=65, says=["empty"]),
    Case("a table of blank cells", csv(",,\n,,\n"), status=65, says=["the table is empty"]),
    Case(
        "an encoding of another kind",
        csv(ONE),
        "timeline --events in.csv --encoding punycode",
        status=2,
        says=["no encoding is named 'punycode'"],
    ),
    Case(
        "a title that comes from a wrong summary",
        csv("date,country,summary\n2021,Norway,a\u202eb\n"),
        status=65,
        says=[r"^diplo: in\.csv:2:3: holds the character U\+202E; remove it\n$"],
    ),
    Case("a header alone", csv("date,country,title\n"), events=[]),
    Case(
        "a status, an id, people and places",
        csv(
            "Date,Country,Title,Status,ID,Person,Place,Notes\n2021,Norway,a,Mission: open; Envoy: none,A 17,X; Y,Oslo,n\n"
        ),
        events=[
            {
                "id": "a-17",
                "status": {"Mission": "open", "Envoy": "none"},
                "actors": ["X", "Y"],
                "place": "Oslo",
                "note": "n",
            }
        ],
    ),
    Case(
        "what R writes for what it does not know, in columns of texts and of countries",
        csv(R),
        status=65,
        says=[
            r"in\.csv:2:6: 'NA' may mean Namibia or nobody: write NAM for Namibia; if it means nothing, ",
            r"""a map \(--map\) says: blank: {"\*": \[NA\], countries: \[NA\]}\n""",
        ],
    ),
    Case(
        "what R writes for what it does not know, which a map tells",
        mapped(R, 'blank: {"*": [NA], countries: [NA]}\n'),
        BY_MAP,
        [
            {"date": "1994", "countries": ["NOR"], "type": "visit", "place": None, "actors": []},
            {"date": "1995/1996", "countries": ["SWE", "NOR"], "type": None, "place": "Oslo"},
        ],
        says=["'column 1' is left out"],
    ),
    *(
        Case(
            f"letters of Namibia among names, which the map has as blank elsewhere: {rows!r}",
            mapped(f"date,title,country,place\n2021,a,Norway,NA\n{rows}\n", "blank: [NA, none]\n"),
            BY_MAP,
            [
                {"countries": ["NOR"], "place": None},
                *([{"countries": ["NAM"]}] * len(rows.split())),
            ],
            says=[
                rf"in\.csv: 'NA' is Namibia in {said}; if it means nothing, a map \(--map\) says: ",
                r"blank: {\"\*\": \[NA, none\], countries: \[NA\]}\n",
            ],
        )
        for rows, said in (
            ("2022,b,NA,", r"1 cell \(row 3\)"),
            ("2022,b,NA,\n2023,c,NA,", r"2 cells \(first in row 3\)"),
        )
    ),
    *(
        Case(
            f"NA among countries, told by others: {what}",
            csv(f"date,title,party1,party2\n2021,a,{one}\n2022,b,{other}\n"),
            events=None if codes is None else [{"countries": each} for each in codes],
            status=65 if codes is None else 0,
            says=[] if codes else [r"""'NA' may mean Namibia or .*: blank: {countries: \[NA\]}"""],
        )
        for what, one, other, codes in (
            ("a name", "NA,Norway", "Sweden,Norway", None),
            ("letters of ISO", "SWE,NA", "SWE,NOR", None),
            ("names in another column", "Sweden,NA", "Norway,NA", None),
            ("names and the everyday letters of one", "Sweden,NA", "Norway,UK", None),
            ("names, most of them", "NO;NA,", "Sweden;Chad,", None),
            ("two letters", "Norway,NA", "Sweden,SE", [["NOR", "NAM"], ["SWE"]]),
            ("nothing but itself", "NA,", "NA,", [["NAM"], ["NAM"]]),
            ("everyday letters alone", "NA,", "US,", [["NAM"], ["USA"]]),
            (
                *("everyday letters beside a name", "NA;US,UK", "China,"),
                [["NAM", "USA", "GBR"], ["CHN"]],
            ),
            ("everyday letters beside more names", "NA;US,", "China;Sweden,", None),
        )
    ),
    Case(
        "letters of two among those of three, which only the map has",
        mapped(
            "date,title,parties\n2001,a,NOR\n2002,b,AGO\n2003,c,Quito\n",
            "values: {countries: {Quito: EC}}\n",
        ),
        BY_MAP,
        status=65,
        says=[r"in\.csv:1:3: 'EC' may be Ecuador \(ECU\) or not, as .*: ECU}}"],
    ),
    *(
        Case(
            f"letters of two among those of three: {what}",
            mapped(
                "date,title,parties\n2001,a,NOR\n2002,b,AGO-EC\n2003,c,GMB-EC\n",
                f'{told}split: {{countries: "-"}}\n',
            ),
            BY_MAP,
            [{"countries": each} for each in codes] if codes else None,
            status=0 if codes else 65,
            says=[]
            if codes
            else [r"in\.csv:3:3: 'EC' may be Ecuador \(ECU\) or not, as .*: ECU}}"],
        )
        for what, told, codes in (
            ("untold", "", ()),
            ("nobody", "values: {countries: {EC: ~}}\n", (["NOR"], ["AGO"], ["GMB"])),
            ("of ISO", "codes: iso\n", (["NOR"], ["AGO", "ECU"], ["GMB", "ECU"])),
        )
    ),
    Case(
        "a line of its delimiter above a title, which a map skips",
        mapped("sep=;\nA title\n\nDate;Title;Country\n2021;a;NO\n", "table: {skip: 2}\n"),
        BY_MAP,
        dates("2021"),
    ),
    Case(
        "letters of two of a state that has three letters too",
        csv("Date,Title,Countries\n2001,A,NOR;SWE\n2002,B,DNK\n2003,C,NO\n"),
        "timeline --events in.csv",
        [{"countries": each} for each in (["NOR", "SWE"], ["DNK"], ["NOR"])],
    ),
    Case(
        "NA among countries in lines of JSON",
        csv(
            '{"date": "2021", "title": "a", "country": "NA"}\n'
            '{"date": "2022", "title": "b", "country": "Norway"}\n',
            "in.jsonl",
        ),
        "timeline --events in.jsonl",
        status=65,
        says=[r"in\.jsonl:1:1: 'NA' may mean Namibia or nobody"],
    ),
    *(
        Case(
            f"texts that stand for nothing: {rows!r}",
            csv(f"date,title,country,place,note\n2021,a,Norway,x,y\n{rows}\n"),
            events=None,
            says=[rf"in\.csv: {said}; if .* nothing, .*: blank: \[{blank}\]; if not, .*\[\]\n"],
        )
        for rows, said, blank in (
            ("2022,b,Norway,NA,", r"'NA' is kept as text in 1 cell \(row 3\)", "NA"),
            (
                "2022,b,Norway,,NA\n2023,c,Norway,,NA",
                r"'NA' is kept as text in 2 cells \(first in row 3\)",
                "NA",
            ),
            (
                "2022,b,Norway,NA,NA",
                r"'NA' is kept as text in 2 cells of 2 columns \(first in row 3\)",
                "NA",
            ),
            (
                "2022,b,Norway,None,\n2023,c,Norway,N/A,",
                r"'None' and 'N/A' are kept as text in 2 cells \(first in row 3\)",
                'None, "N/A"',
            ),
            (
                "2022,b,Norway,\\N,\n2023,c,Norway,\\N,\n\\N,c,Norway,d,e",
                r"'\\N' is kept as text in 2 cells \(first in row 3\)",
                r'"\\\\N"',
            ),
            (
                "2022,NaN,Norway,NULL,#N/A\n2023,c,Norway,,NULL",
                r"'NULL', 'NaN' and '#N/A' are kept as text in 4 cells of 3 columns \(first in row 3\)",
                '"NULL", NaN, "#N/A"',
            ),
        )
    ),
    Case(
        "an id twice",
        csv("date,country,title,id\n2021,Norway,a,x\n2022,Norway,b,x\n"),
        status=65,
        says=[
            r"in\.csv:3:4: the id 'x' is used twice; change one or, for rows that are one event,",
            r'say in a map \(--map\) together: "\{id\}"; see in\.csv:2:1',
        ],
    ),
    Case(
        "an id twice in what diplo wrote itself",
        csv("id,date,match,title,countries\nx,2021,,a,NOR\nx,2022,,b,NOR\n"),
        status=65,
        says=[r"in\.csv:3:1: the id 'x' is used twice; change one; see in\.csv:2:1"],
    ),
    Case(
        "a long summary, and none",
        csv(f"date,country,summary\n2021,Norway,{'word ' * 30}\n"),
        events=[{"title": f"{'word ' * 11}word…"}],
    ),
    Case(
        "sources of all kinds beside a file that declares one",
        {
            "in.csv": "date,country,title,source,link\n2021,Norway,a,gazette; The Times,https://e.org/?a;b\n2022,Norway,b,gazette (page 3),\n",
            "b.yaml": "sources: {gazette: {title: The Gazette}}\nevents: []\n",
        },
        "timeline --events in.csv --events b.yaml",
        [
            {"sources": [("gazette", None), ("in", "The Times"), ("in", "https://e.org/?a;b")]},
            {"sources": [("gazette", "page 3")]},
        ],
    ),
    Case(
        "a cell that is far too long for the name of a country",
        csv(f"date,title,country\n2001,a,{'Ruritania or ' * 8}nobody\n"),
        status=65,
        says=[r"in\.csv:2:3: no country is named 'Ruritania.*'; write a name or a code$"],
    ),
    Case(
        "three capitals that nobody lists",
        csv("date,title,country\n2001,a,ZZZ\n"),
        events=[{"countries": ["ZZZ"]}],
    ),
    Case(
        "letters that only the Correlates of War has, beside others that it shares with ISO",
        csv("date,country,title\n1902-07,UKG,a\n1902-08,SWZ,b\n1902-09,GMY,c\n1902-10,AUS,d\n"),
        status=65,
        says=[
            (
                r"in\.csv:2:2: 'UKG' is not a code of ISO 3166, but the Correlates of War has it for "
                r"United Kingdom: say in a map \(--map\) codes: {country: cow}, or write GBR\n"
            ),
            r"in\.csv:4:2: 'GMY' .*for Germany: .*{country: cow}, or write DEU\n$",
        ],
    ),
    Case(
        "letters of the Correlates of War in one of several columns",
        csv("year,state a,state b,title\n1902,NOR; SPN,ZZZ,a\n"),
        status=65,
        says=[r"^\S+ in\.csv:2:2: 'SPN' .* codes: {state a: cow}, or write ESP\n$"],
    ),
    *(
        Case(
            f"letters of the Correlates of War beside a column of {what}",
            csv(f"year,country1,country2,title\n1906,{one},SWZ,a\n1907,NOR,UKG,b\n"),
            status=65,
            says=[rf"in\.csv:3:3: 'UKG' .* codes: {{{told}}}, or write GBR\n$"],
        )
        for what, one, told in (
            ("its letters", "AUS", "country1: cow, country2: cow"),
            ("its letters and nobody's", "AUS;NA", "country1: cow, country2: cow"),
            ("ISO's letters", "DEU", "country2: cow"),
            ("everyday letters", "UK", "country2: cow"),
        )
    ),
    *(
        Case(
            f"a list of texts in a cell, as {whose} writes it",
            csv("date\tcountry\ttitle\tactors\tsources\n" + row + "\n", "in.tsv"),
            "timeline --events in.tsv",
            events=[{"countries": countries, "actors": actors, "sources": sources}],
        )
        for whose, row, countries, actors, sources in (
            (
                "Python",
                """1990\t['Norway', 'C\u00f4te d\\'Ivoire']\tT\t['A; B', "O'B", 'C\\xa0"D"', '']\t[]""",
                ["NOR", "CIV"],
                ["A; B", "O'B", 'C\xa0"D"'],
                [("in", "row 2")],
            ),
            (
                "JSON",
                """1990\t["NOR","Korea, South"]\tT\t[ "\\u00c5 \\"B\\"" ]\t["http://x.org/|","y.org"]""",
                ["NOR", "KOR"],
                ['\u00c5 "B"'],
                [("in", "http://x.org/|"), ("in", "y.org")],
            ),
            ("NumPy", "1990\t['NOR' 'SWE']\tT\t[]\t", ["NOR", "SWE"], [], [("in", "row 2")]),
            (
                "PostgreSQL",
                """1990\t{NOR,"Korea, South",Cote d'Ivoire}\tT\t{A,B}\t""",
                ["NOR", "KOR", "CIV"],
                ["{A,B}"],
                [("in", "row 2")],
            ),
            (
                "nobody",
                "1990\t{'NOR', SE}\tT\t['\\q']\t[A, B]",
                *(["NOR", "SWE"],),
                *(["['\\q']"], [("in", "[A, B]")]),
            ),
        )
    ),
    Case(
        "braces of a wiki and of JSON, which are no list",
        csv('date\tcountry\ttitle\n1990\t{}\tT\n1991\t{"a": 1}\tT\n', "in.tsv"),
        "timeline --events in.tsv",
        status=65,
        says=["no country is named '{}'.*\n.*no country is named '{\"a\": 1}'"],
    ),
    Case(
        "an actor that is called as a list is written",
        {
            "in.json": """[{"date": "1990", "title": "T", "countries": ["NOR"], "actors": ["['A']"]}]"""
        },
        "timeline --events in.json --format csv --columns actors",
        prints=['^actors\n"""\\[\'A\'\\]"""\n$'],
    ),
    Case(
        "an actor that is called as a list is written, read again",
        csv('date,match,countries,title,actors\n1990,certain,NOR,T,"""[\'A\']"""\n'),
        events=[{"actors": ["['A']"]}],
    ),
    *(
        Case(
            f"a country as {where} has it: {text}",
            csv(f"date\tcountry\ttitle\n1990\t{text}\tT\n", "in.tsv"),
            "timeline --events in.tsv",
            status=65,
            says=[rf"^diplo: in\.tsv:2:2: '{re.escape(text)}' {said}\n$"],
        )
        for where, text, said in (
            (
                "a page",
                "C&ocirc;te d&#39;Ivoire",
                r"has entities of HTML: write 'Côte d'Ivoire', .* \(--map\) strip: tags",
            ),
            ("a page", "A &amp; B; C", "has .*: write 'A & B; C', .*"),
            ("a page", "Norway &amp; Sweden", "has .*: write 'Norway; Sweden', .*"),
            ("a page", "Norway&nbsp;", "has .*: write 'Norway', .*"),
            ("a page", "&#xA0;", "has .*: leave it blank, or .*"),
            ("a wiki", "{{flag|Norway}}", "is a template of a wiki: write 'Norway'"),
            ("a wiki", "{{NOR}}; {{flag|SE|1815}}", "is a .*: write 'NOR; SE'"),
        )
    ),
    Case(
        "signs of a page and of a wiki that are none",
        csv("date,country,title\n1990,R&D; Norway,T\n1991,{{}},T\n"),
        status=65,
        says=["no country is named 'R&D'", "no country is named '{{}}'"],
    ),
    Case(
        "a state that is gone without a code, and names of what it became",
        csv(
            "date,country,title\n1962,Tanganyika,a\n1963,Tanzania/Tanganyika,b\n"
            "1964,Tanzania (Tanganyika),c\n"
        ),
        status=65,
        says=[
            (
                r"^diplo: in\.csv:2:2: no country is named 'Tanganyika': its territory is now in "
                r"Tanzania; use tanzania or say in a map .* what it is: .*Tanganyika: NAME OR CODE}}\n$"
            )
        ],
    ),
    Case(
        "a part of Indonesia, or of Papua New Guinea",
        csv("date,country,title\n1962,Papua,a\n1963,Papua New Guinea,b\n"),
        status=65,
        says=[r"^diplo: in\.csv:2:2: no country is named 'Papua'.*\n$"],
    ),
    Case(
        "letters that FIPS 10-4 alone has, beside some that ISO has for other states",
        csv("country,date,title\nAU,1990,A\nGM,1991,B\nEI,1995,C\nCH,1997,D\n"),
        status=65,
        says=[
            (
                r"in\.csv:4:1: 'EI' is not a code of ISO 3166, but FIPS 10-4 has it for Ireland: "
                r"say in a map \(--map\) codes: {country: fips}, or write IRL\n$"
            )
        ],
    ),
    Case(
        "letters of FIPS 10-4 in two columns, of which one has everyday letters too",
        csv("date,country a,country b,title\n1990,AU; UK,SZ; SP,A\n1991,NO,RS,B\n"),
        status=65,
        says=[r"'SP' .*for Spain: .* codes: {country a: fips, country b: fips}, or write ESP\n$"],
    ),
    Case(
        "letters that stand beside those of ISO, and of no list",
        csv("country,date,title\nUK,1990,A\nXK,1991,B\nAN,1992,C\nSU,1993,D\nEH2,1994,E\n"),
        status=65,
        says=[r"^diplo: in\.csv:6:1: no country is named 'EH2'; say in a map .*\n$"],
    ),
    Case(
        "letters that FIPS 10-4 alone has, where a map takes strangers as actors",
        mapped(
            "when,who\n1990,NO; SP\n",
            'unknown: actor\nevent: {date: "{when}", title: x, countries: "{who}"}\n',
        ),
        BY_MAP,
        events=[{"countries": ["NOR"], "actors": ["SP"]}],
        says=["1 party that is not a country becomes an actor: 'SP'"],
    ),
    Case(
        "letters of the Correlates of War beside a column of which a map says whose it has",
        mapped(
            "when,a,b\n1906,AUS,UKG\n",
            'codes: {a: iso}\nevent: {date: "{when}", title: x, countries: ["{a}", "{b}"]}\n',
        ),
        BY_MAP,
        status=65,
        says=[r" codes: {b: cow}, or write GBR\n$"],
    ),
    Case(
        "letters of the IOC and FIFA, of which the Correlates of War and CAMEO have some too",
        csv("date,country,title\n2001,GER,a\n2002,DEN,b\n2003,NOR,c\n2004,ROM,d\n2005,NIR,e\n"),
        "check in.csv",
        prints=[
            r"in\.csv:2:2: warning: .* GER today; did you mean DEU \(Germany\)\?\n",
            r"in\.csv:3:2: warning: .* DEN today; did you mean DNK \(Denmark\)\?\n",
            r"in\.csv:5:2: warning: .* ROM today; did you mean ROU \(Romania\)\?\n",
            r"in\.csv:6:2: warning: .* NIR today; did you mean GBR .* or NER .*\n",
        ],
    ),
    Case(
        "letters of the Correlates of War, beside some that it shares with others",
        csv("date,country,title\n1902,DEN,a\n1903,GMY,b\n"),
        status=65,
        says=[r"^\S+ in\.csv:3:2: 'GMY' .* codes: {country: cow}, or write DEU\n$"],
    ),
    Case(
        "letters of the Correlates of War in an answer of diplo's own",
        csv("date,match,countries,title,id\n1902-07,certain,UKG,a,a\n"),
        events=[{"countries": ["UKG"]}],
    ),
    Case(
        "letters of the Correlates of War that a file has of its own",
        {
            "in.csv": "date,country,title\n1902-07,UKG,a\n",
            "own.yaml": "countries: {UKG: {name: Uckermark}}\nevents: []\n",
        },
        "timeline --events in.csv --events own.yaml",
        events=[{"countries": ["UKG"]}],
    ),
    Case(
        "a misspelt name that two states have",
        csv("date,title,country\n2001,a,Repubic of China\n"),
        status=65,
        says=[r"in\.csv:2:3: no country is named 'Repubic of China'; say in a map .*NAME OR CODE"],
    ),
    Case(
        "letters whose map tells whose they are",
        csv("year,stabb,what\n1990,UKG,a\n1991,GMY,b\n"),
        status=65,
        says=['begins: {codes: {stabb: cow}, event: {date: "{year}", .*countries: .*}}\n'],
    ),
    Case(
        "the parts of a start and of an end by short names",
        csv("styr,stmo,stday,endyr,endmo,endday,country,title\n1990,1,2,1991,3,,NO,a\n"),
        events=dates("1990-01-02/1991-03"),
    ),
    Case(
        "a year beside the parts of another start",
        csv("year,styear,stmonth,country,title\n1990,1989,12,NO,a\n"),
        events=dates("1990"),
        says=["the columns 'styear', 'stmonth' are left out"],
    ),
    *(
        Case(
            f"the map for a table is left out where it is too long to be told: {what}",
            csv(f"{table}\n"),
            status=65,
            says=[rf"in\.csv:1:1: {says}'diplo maps in\.csv' begins\n$"],
        )
        for what, table, says in (
            (
                "a header",
                f"year,{'A party ' * 15},{'B party ' * 15}\n1990,Norway,Sweden",
                r"no column holds a title or a country; .*; rename columns or use a map \(--map\), which ",
            ),
            (
                "no header",
                (
                    "2021-01-02,NOR,SWE,DNK,FIN,ISL,DEU,FRA,GBR,IRL,ESP,PRT,ITA,CHE,AUT,POL,CZE,SVK,HUN,"
                    "EST,LVA,LTU,BEL,NLD,LUX,GRC,TUR,BGR,ROU,SRB,HRV,SVN,ALB"
                ),
                r"line 1 is not a header but a row; a map \(--map\) counts the columns, which ",
            ),
        )
    ),
    *(
        Case(
            f"a map says of a name no more than is sure: {name}",
            csv(f"date,title,country\n2001,a,{name}\n"),
            status=65,
            says=[
                rf" say (?:so )?in a map \(--map\).*: values: {{countries: {{{name}: {meant}}}}}\n$"
            ],
        )
        for name, meant in (
            ("Norwey", "NOR"),
            ("Slovania", "NAME OR CODE"),
            ("French Guinea", "NAME OR CODE"),
        )
    ),
    *(
        Case(
            f"a name of several parties, by which a map splits: {what}",
            csv(f'date,title,country\n2001,a,"{name}"\n'),
            status=65,
            says=[rf"in\.csv:2:3: '.*' names {says}"],
        )
        for what, name, says in (
            (
                "no mark alone does",
                "Norway, Trinidad and Tobago, Sweden and EU",
                r'4 parties: .*: {countries: {"Norway, Trin.*": \[Norway, Trinidad and Tobago, Swe',
            ),
            (
                "no mark alone does, and there are many",
                "Norway, Sweden, Denmark, Finland, Iceland, Estonia, Latvia, Lithuania, Poland and Germany",
                r"10 countries: put semicolons between them\n$",
            ),
            ("one does", "Norway, NATO, EU", r'3 parties: .* split: {countries: ","}\n$'),
        )
    ),
    *(
        Case(
            f"two states, which may be the one that they were: {name}",
            csv(f"date,title,country\n1902,a,{name}\n"),
            status=65,
            says=[
                (
                    rf"in\.csv:2:3: '{name}' may be Austria-Hungary \(AUH\) or two countries: write AUH, "
                    rf"or put semicolons between the two, or say in a map values: .*{name}\"?: AUH}}}}\n$"
                )
            ],
        )
        for name in ("Austria/Hungary", "Hungary-Austria", "Rakousko-Maďarsko")
    ),
    Case(
        "a name of a state that is gone, which a comma splits into two others",
        csv('date,title,country\n2010,a,"Serbia, Montenegro"\n2011,b,"Yugoslavia, FR"\n'),
        status=65,
        says=[
            r"in\.csv:2:3: 'Serbia, Montenegro' may be Serbia and Montenegro \(SCG\) or two countr"
        ],
    ),
    Case(
        "two names of one state, of which one is that of two",
        csv('date,title,country\n2002,a,"Congo, DRC"\n'),
        status=65,
        says=[
            r"'Congo, DRC' may be DR Congo \(COD\) or two countries: write COD, or put semicolons"
        ],
    ),
    *(
        Case(
            f"two states that had one king and no code: {name}",
            csv(f'date,title,country\n1814,a,"{name}"\n'),
            status=65,
            says=["names 2 countries: put semicolons between them, or say in a map split"],
        )
        for name in ("Sweden-Norway", "Austria, Hungary")
    ),
    Case(
        "weekdays that are those of their days, or of none",
        csv(
            'date,title,country\n"Tue, 28 May 2024",a,NO\nWed 2024,b,NO\n'
            "Monday 27 May 2024 - Tuesday 29 May 2024,c,NO\n"
        ),
        status=65,
        says=[r"^diplo: in\.csv:3:1: 'Wed 2024' is not a date; write, for example, .*\n$"],
    ),
    Case(
        "a code and the name of the same country",
        csv('date,title,country\n2001,a,NOR - Norway\n2002,b,"Norge, NOR"\n'),
        events=[{"countries": ["NOR"]}, {"countries": ["NOR"]}],
    ),
)
