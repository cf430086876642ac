"""Maps that are wrong, or do not fit what they are given; each with the place in the map."""

from tests.bad_inputs.case import Case, command

TABLE = "Date,Country,Title,Other\n2021,Norway,T,x\n"
EVENT = 'event: {date: "{Date}", title: "{Title}", countries: ["{Country}"]}\n'
MAP = "map.yaml"
_WIDE = ",".join(["Country", *(f"c{number}" for number in range(2_000))])


def mapped(
    what: str,
    content: str | bytes,
    status: int = 65,
    says: str = "",
    prints: tuple[str, ...] = (),
    given: str = TABLE,
    file: str = "in.csv",
    options: str = "",
) -> Case:
    """Return the case of a map of a table, with options."""
    line = f"diplo timeline --events {file} --map {MAP} {options}".rstrip()
    return Case(what, content, status, None, says, MAP, line, prints, others={file: given})


def faulty(what: str, *parts: tuple[str, str], head: str = EVENT) -> Case:
    """Return the case of a map of several faults, each with what it is told: at most 20."""
    content, cases = head, []
    for text, says in parts:
        cases.append(Case(text.strip()[:60], file=MAP, line=content.count("\n") + 1, says=says))
        content += f"{text}\n"
    line = f"diplo timeline --events in.csv --map {MAP}"
    return Case(
        what, content, 65, file=MAP, command=line, parts=tuple(cases), others={"in.csv": TABLE}
    )


def templates(what: str, *parts: tuple[str, str]) -> Case:
    """Return the case of a map of several events, each of which is wrong: at most 20."""
    return faulty(what, *((f"- {text}", says) for text, says in parts), head="events:\n")


MAPS = (
    # What a map is
    mapped(
        "a map of nothing",
        "",
        says="map.yaml:1:1: the map is empty; it needs an event: {date: ...,",
    ),
    mapped(
        "a map of a comment",
        "# nothing\n",
        says="map.yaml:1:1: the map is empty; it needs an event: {date: ...,",
    ),
    mapped(
        "a map that is a list",
        "- a\n- b\n",
        says="map.yaml:1:1: must be a mapping with the keys title, as_of,",
    ),
    mapped(
        "a map that is a text",
        "event\n",
        says="map.yaml:1:1: must be a mapping with the keys title, as_of,",
    ),
    mapped(
        "a map that is an event file",
        "title: T\nevents:\n- {date: 2021, title: T, countries: [NO]}\n",
        says="map.yaml:2:1: this is an event file, not a map; name it with --events",
    ),
    mapped(
        "a map that is a list of events",
        "- {date: 2021, title: T, countries: [NO]}\n",
        says="map.yaml:1:1: this is an event file, not a map; name it with --events",
    ),
    mapped(
        "a list of events of which one lacks a title",
        "events:\n- {date: 2021, title: T, countries: [NO]}\n- {date: 2021, countries: [NO]}\n",
        says="map.yaml:3:3: 'title' is missing; it is required here",
    ),
    mapped(
        "events of texts alone, with a key of maps",
        "events:\n- {date: 2021, title: T, countries: [NO]}\ndates: day-first\n",
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    mapped(
        "events with a column in a list and as a subject",
        'events:\n- {date: 2021, title: T, countries: ["{Country}"]}\n'
        '- {date: 2022, title: U, countries: [NO], status: {"{Title}": x}}\n',
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t", "2022\tcertain\tNOR\t\tU\t2022-u"),
    ),
    mapped(
        "a map that is no YAML",
        "event: {date: [\n",
        says="map.yaml:2:1: not valid YAML: did not find expected node",
    ),
    mapped(
        "a map that is a table",
        "Date,Country\n2021,Norway\n",
        says="map.yaml:1:1: must be a mapping with the keys title, as_of,",
    ),
    mapped(
        "a map in JSON",
        '{"event": {"date": "{Date}", "title": "{Title}", "countries": "{Country}"}}',
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    mapped(
        "a map in JSON that breaks off",
        '{"event": {"date": "{Date}"',
        says="map.yaml:2:1: not valid YAML: did not find expected ',' or '}';",
    ),
    mapped(
        "a map of two documents",
        f"{EVENT}---\n{EVENT}",
        says="map.yaml:2:1: a second document starts here; an event file is",
    ),
    mapped(
        "a map with anchors",
        "event: &e {date: x}\nopen: *e\n",
        says="map.yaml:1:8: the anchor &e is not read; remove it",
    ),
    mapped(
        "a map with a tag",
        "event: !!python/object/apply:os.system ['touch pwned']\n",
        says="map.yaml:1:8: the tag",
    ),
    mapped(
        "a map with merge keys",
        "event: {<<: {date: x}}\n",
        says="map.yaml:1:9: merge keys (<<) are not read; write the keys out",
    ),
    mapped(
        "a map with a key twice",
        EVENT + EVENT,
        says="map.yaml:2:1: the key 'event' is repeated here; remove",
    ),
    mapped(
        "a map that includes another",
        "event: !include other.yaml\n",
        says="map.yaml:1:8: the tag '!include' is not read; every value is",
    ),
    mapped(
        "a map of 17 levels",
        "event: " + "[" * 20 + "]" * 20 + "\n",
        says="map.yaml:1:23: nested more than 16 levels deep; an event file",
    ),
    mapped(
        "a map with a NUL",
        EVENT.encode() + b"\0",
        says="map.yaml:2:1: the character U+0000 is not allowed in an event",
    ),
    mapped(
        "a map in Latin-1",
        "title: S\xf8r\n".encode("latin-1") + EVENT.encode(),
        says="map.yaml:1:9: the byte 0xf8 is not UTF-8 text; save the file as",
    ),
    mapped(
        "a map in UTF-16",
        EVENT.encode("utf-16"),
        says="map.yaml:1:1: the byte 0xff is not UTF-8 text; save the file as",
    ),
    mapped(
        "a map with a byte mark",
        b"\xef\xbb\xbf" + EVENT.encode(),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    mapped(
        "a map with ESC",
        'title: "\\e[31m"\n' + EVENT,
        says="map.yaml:1:8: holds the character U+001B; remove it",
    ),
    mapped(
        "a map with an override",
        "title: a\u202eb\n" + EVENT,
        says="map.yaml:1:9: the character U+202E is not allowed in an event",
    ),
    mapped(
        "a map of two MB",
        EVENT + "#" * 2**21,
        66,
        says="map.yaml is too large for a map; a map is a YAML file",
    ),
    mapped(
        "a map of Windows' lines",
        EVENT.replace("\n", "\r\n"),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    command(
        "mkdir d; diplo timeline --events ok.yaml --map d", 66, "d", what="a map that is a folder"
    ),
    command(
        "diplo timeline --events ok.yaml --map nope.yaml",
        66,
        "nope.yaml",
        what="a map that is not there",
    ),
    command(
        "diplo timeline --events ok.yaml --map gdlet", 2, "gdelt", what="a map that is misspelt"
    ),
    command(
        "diplo timeline --events ok.yaml --map ''",
        2,
        what="a map that is blank",
        says="no map is named ''; the built-in ones are",
    ),
    command("diplo timeline --events ok.yaml --map", 2, "--map", what="no map"),
    command(
        "diplo timeline --events ok.yaml --map gdelt --map nope.yaml",
        66,
        "nope.yaml",
        what="two maps",
    ),
    command(
        "diplo timeline --events ok.yaml --map $'a\\e[31m'",
        2,
        what="a map named with ESC",
        says="no map is named 'a\\x1b[31m'; the built-in ones are",
    ),
    command(
        "diplo timeline --events ok.yaml --map https://mallory.example/m.yaml",
        66,
        what="a map from the web",
        says="https://mallory.example/m.yaml cannot be read: No such file or",
    ),
    command(
        "diplo timeline --events ok.yaml --map /dev/zero",
        66,
        what="a map without end",
        says="/dev/zero is too large for a map; a map is a YAML file",
    ),
    command(
        "diplo timeline --events ok.yaml --map /dev/null",
        65,
        what="a map that is a device",
        says="/dev/null:1:1: the map is empty; it needs an event: {date: ...,",
    ),
    command(
        "diplo timeline --events ok.yaml --map ../no/passwd",
        66,
        what="a map above",
        says="../no/passwd cannot be read",
    ),
    command(
        "diplo timeline --events ok.yaml --map -",
        2,
        what="a map from standard input",
        says="no map is named '-'; the built-in ones are",
    ),
    command(
        "diplo maps nope",
        2,
        what="no such map to print",
        says="no map is named 'nope'; the built-in ones are",
    ),
    command(
        "diplo maps ''",
        2,
        what="a blank map to print",
        says="NAME has a blank value; leave it out or write a text",
    ),
    command("diplo maps gdlet", 2, "gdelt", what="a map to print that is misspelt"),
    command(
        "diplo maps nope.csv",
        66,
        what="no table for a map",
        says="nope.csv cannot be read: No such file or directory; check its name",
    ),
    command(
        "diplo maps ok.yaml",
        65,
        what="an event file for a map",
        says="ok.yaml:1:1: this is YAML, which needs no map; give it to",
    ),
    Case(
        "a table that is called YAML for a map",
        "Date,Title,Country\n1994,A,Norway\n",
        65,
        says="in.yaml:1:1: this is a table, not YAML; give the file a name that ends in .csv",
        command="diplo maps in.yaml",
    ),
    command(
        "mkdir d; diplo maps d",
        66,
        what="a folder for a map",
        says="d is a folder; name one file in it, which a map is begun for",
    ),
    Case(
        "a NUL in a table for a map",
        b"Date,Country\n2021,\0Norway\n",
        65,
        2,
        "the character U+0000 is not allowed in a table; is it a text file in UTF-8?",
        "in.csv",
        "diplo maps in.csv",
    ),
    *(
        Case(
            f"{what} for a map", given, 65, None, f"in.json:{says}", "in.json", "diplo maps in.json"
        )
        for what, given, says in (
            ("JSON of 100 000 levels", "[" * 100_000, "1:17: nested more than 16 levels deep"),
            ("lines of JSON of many levels", '{"a": 1}\n{"a": 2}\n' + "[" * 50_000, "3:17: nested"),
            ("JSON with a key twice", '{"a": 1,\n"a": 2}', "2:1: the key 'a' is repeated here"),
            ("lines of JSON with a key twice", '{"a": 1}\n{"a": 2, "a": 3}', "2:10: the key 'a'"),
            ("JSON that breaks off", '[{"a": 1}', "1:10: not valid JSON: expecting ',' delimiter"),
            (
                "lines of JSON that break off",
                '{"a": 1}\n{"a": 2}\n{',
                "3:2: not valid JSON: expect",
            ),
        )
    ),
    command(
        "diplo maps -o maps.yaml", 2, "the list of maps is not YAML; name a map, or a file that"
    ),
    command("diplo maps gdelt --json", 2, "a map is YAML, not json; leave that out, or end the"),
    command("diplo maps gdelt -o map.csv", 2, "a map is YAML, not csv; leave that out, or end the"),
    command(
        "diplo maps gdelt icews",
        2,
        what="two maps to print",
        says="maps takes no more arguments, but got 'icews'; see 'diplo maps",
    ),
    command(
        "diplo schema --map x",
        2,
        what="a schema of something",
        says="schema takes no arguments, but got 'x'; see 'diplo schema",
    ),
    Case(
        "a map for an event file, which is left alone",
        EVENT,
        0,
        file=MAP,
        command="diplo timeline --events ok.yaml --map map.yaml",
        prints=("2021-01-02",),
    ),
    # Keys
    faulty(
        "keys at the top that are wrong",
        ("evnts: []", "unknown key 'evnts'; did you mean 'events' or"),
        ("tabel: {}", "unknown key 'tabel'; did you mean 'table'?"),
        ("date: x", "unknown key 'date'; did you mean 'dates'?"),
        ("dates: dayfirst", "'dayfirst' is not known here; did you mean"),
        ("codes: isoo", "'isoo' is not known here; did you mean 'iso'?"),
        ("only: [a]", "'only' must be a mapping; it is a list"),
        ("except: text", "'except' must be a mapping; it is the text"),
        ("unknown: ignore", "'ignore' is not known here; write error, skip or"),
        ("open: forever", "'forever' is not known here; write ongoing, unknown or"),
        ("together: [a]", 'must be a text such as "{column}"; put it in'),
        ("strip: html", "'html' is not known here; write footnotes or"),
        ("split: ;", "'split' must be a mapping; it is the text ';'"),
        ("values: [a]", "'values' must be a mapping; it is a list"),
        ("blank: {x: y}", "'x' is not known here; write id, date, title"),
        ("sources: [a]", "'sources' must be a mapping; it is a list"),
        ("countries: text", "'countries' must be a mapping; it is the text"),
        ("types: {A B: {label: x}}", "'A B' is not a type's id; use words such as"),
        ("as_of: soon", "'soon' is not an EDTF date"),
    ),
    faulty(
        "codes that are wrong",
        ("codes: {Country: cows, Other: 5}", "'cows' is not known here; did you mean 'cow'?"),
    ),
    faulty(
        "words that are no texts",
        ("codes: [iso]", "must be a text; write iso, cow, gw,"),
        ("strip: {a: b}", "must be a text; write footnotes or tags"),
    ),
    faulty(
        "blanks that are wrong",
        ("blank: {date: {a: b}}", "must be a list of texts, each in quotes"),
    ),
    faulty(
        "rows to take that are wrong",
        ("only: {Other: {a: b}}", "must be a list of texts, each in quotes"),
    ),
    faulty(
        "a separator that is nothing",
        ('split: {actors: ""}', "must be a text that stands between items, as in"),
    ),
    faulty(
        "a separator of a text",
        ("split: {title: ;}", "'title' is not known here; write countries, actors or"),
    ),
    faulty(
        "a separator that is a list",
        ('split: {actors: [";"]}', "must be a text that stands between items, as in"),
    ),
    faulty(
        "meanings that are wrong",
        (
            "values: {typ: {a: b}, type: [a], title: {a: [b]}, countries: {a: {b: c}}}",
            "'typ' is not known here; did you mean 'type'?",
        ),
    ),
    faulty(
        "a country that is declared wrongly",
        ("countries: {Norway: {name: Norway}}", "'Norway' is not an ISO 3166-1 alpha-3 code; use"),
    ),
    faulty(
        "a source without a title",
        ("sources: {a: {kind: b}}", "'title' is missing; it is required here"),
    ),
    faulty(
        "a type without a label",
        ("types: {a: {description: b}}", "'label' is missing; it is required here"),
    ),
    faulty(
        "ways a table is not laid out",
        (
            "table: {heading: true, delimiter: ab, skip: -1, encoding: utf-9, header: 5, sheet: [1], records: [a]}",
            "unknown key 'heading'; did you mean 'encoding'",
        ),
    ),
    faulty("a table that is a text", ("table: csv", "must be a mapping with the keys header,")),
    faulty(
        "a delimiter that is a word",
        ("table: {delimiter: comas}", 'must be one character, as in ";", or tab'),
    ),
    *(
        faulty(
            f"a delimiter that is no mark between cells: {mark}",
            (f'table: {{delimiter: "{mark}"}}', 'must be one character, as in ";", or tab'),
        )
        for mark in ('\\"', "\\n", "\\r")
    ),
    faulty(
        "a header of nothing",
        ("table: {header: []}", "must be true, false or a list of the names of"),
    ),
    faulty(
        "a header with a name twice",
        ('table: {header: [d, c, "d?"]}', "the column 'd' is repeated here; rename it or column 1"),
    ),
    faulty(
        "a header of one text",
        ("table: {header: Date}", "must be true, false or a list of the names of"),
    ),
    faulty("a header of no texts", ("table: {header: [a, [b]]}", "must be a text; it is a list")),
    faulty("lines that are no number", ("table: {skip: two}", "must be a number of lines")),
    faulty("lines of full-width digits", ("table: {skip: ５}", "must be a number of lines")),
    mapped(
        "neither event nor events",
        "title: a\n",
        says="map.yaml:1:1: a map has an 'event', or a list of 'events'; 'diplo maps",
    ),
    mapped(
        "event and events",
        EVENT + "events: []\n",
        says="map.yaml:1:1: a map has an 'event', or a list of 'events'; give",
    ),
    mapped(
        "no events",
        "events: []\n",
        says="map.yaml:1:9: must be a list of events, each as 'event' is",
    ),
    mapped(
        "events that are one",
        "events: {date: x}\n",
        says="map.yaml:1:9: must be a list of events, each as 'event' is",
    ),
    mapped(
        "an event of no countries",
        'event: {date: "{Date}", title: a, countries: []}\n',
        says="map.yaml:1:46: names no country; name at least one",
    ),
    mapped(
        "an event that is a list",
        "event: [a]\n",
        says="map.yaml:1:8: must be a mapping with the keys id, date, title,",
    ),
    mapped(
        "an event that is blank",
        "event:\n",
        says="map.yaml:1:1: a map has an 'event', or a list of 'events'; 'diplo maps",
    ),
    # Templates
    templates(
        "templates that are wrong",
        (
            '{date: "{Date", title: a, countries: NO}',
            "'{Date': a brace is unmatched; write {column}",
        ),
        (
            '{date: "Date}", title: a, countries: NO}',
            "'Date}': a brace is unmatched; write {column}",
        ),
        (
            '{date: "{{Date}}", title: a, countries: NO}',
            "'{{Date}}': a brace is unmatched; write {column}",
        ),
        (
            '{date: "{}", title: a, countries: NO}',
            "'{}': {} names no column; write its name in the",
        ),
        ('{date: "{ }", title: a, countries: NO}', "'{ }': {} names no column; write its name in"),
        (
            '{date: "{Date}", title: "{Title} {", countries: NO}',
            "'{Title} {': a brace is unmatched; write {column}",
        ),
        (
            '{date: "{Date}", title: [a], countries: NO}',
            'must be a text such as "{column}"; put it in',
        ),
        ('{date: "{Date}", title: a}', "'countries' is missing; it is required here"),
        ("{title: a, countries: NO}", "'date' is missing; it is required here"),
        ('{date: "{Date}", countries: NO}', "'title' is missing; it is required here"),
        (
            '{date: "{Date}", title: a, countries: NO, titel: b}',
            "unknown key 'titel'; did you mean 'title'?",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, match: certain}',
            "unknown key 'match'; the keys are id, date,",
        ),
        (
            "{date: {Date}, title: a, countries: NO}",
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: ["{Date}"], title: a, countries: NO}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: {month: "{Date}"}, title: a, countries: NO}',
            "'year' is missing; it is required here",
        ),
        (
            '{date: {start: "{Date}", stop: "{Date}"}, title: a, countries: NO}',
            "unknown key 'stop'; the keys are start, end",
        ),
        (
            '{date: {year: "{Date}", hour: "{Date}"}, title: a, countries: NO}',
            "unknown key 'hour'; the keys are year, month,",
        ),
    ),
    templates(
        "a template of very many columns",
        (
            f'{{date: "{{Date}}", title: "{"{Title}" * 201}", countries: NO}}',
            "names more than 200 columns; name fewer",
        ),
    ),
    mapped(
        "a template that makes too long a text of one row",
        EVENT.replace("{Title}", "{Title}" * 200),
        says="in.csv:3:3: the map's '{Title}{Title}{Title}{Title}{Title}{T...Title}{Title}"
        "{Title}' makes more than 100000 characters here; name fewer columns in it",
        given=f"{TABLE}2022,Norway,{'x' * 501},\n",
    ),
    mapped(
        "one of countries",
        EVENT.replace("{Country}", "{Country}" + "{Other}" * 199),
        says="in.csv:3:2: the map's '{Country}",
        given=f"{TABLE.replace('x', '')}2022,Norway,T,{'x' * 600}\n",
    ),
    mapped(
        "one of records",
        EVENT.replace("{Title}", "{Title}" * 200),
        says="in.json:2:44: the map's '{Title}",
        given='[\n{"Date": "2021", "Country": "NO", "Title": "' + "x" * 501 + '"}\n]\n',
        file="in.json",
    ),
    mapped(
        "one of very many columns by a pattern",
        EVENT.replace("{Title}", "{c*}" * 200),
        says="in.csv:2:3: the map's '{c*}",
        given=f"Date,{_WIDE}\n" + f"2021,Norway{',abcdefghij' * 2_000}\n" * 300,
    ),
    mapped(
        "long texts in different columns, which are not together too long",
        EVENT.replace("{Title}", "{Title}{Other}"),
        0,
        prints=("2021\t", "2022\t"),
        given=f"Date,Country,Title,Other\n2021,Norway,{'x' * 60_000},\n"
        f"2022,Norway,,{'x' * 60_000}\n",
        options="--columns date,id",
    ),
    templates(
        "more templates that are wrong",
        (
            '{date: {time: "{Date}", precison: "{Date}"}, title: a, countries: NO}',
            "unknown key 'precison'; did you mean",
        ),
        (
            '{date: {precision: "9"}, title: a, countries: NO}',
            "unknown key 'precision'; the keys are year,",
        ),
        (
            '{date: {start: {year: "{Date"}}, title: a, countries: NO}',
            "'{Date': a brace is unmatched; write {column}",
        ),
        (
            "{date: {start: [a]}, title: a, countries: NO}",
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: {a: b}}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: [["{Country}"]]}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: NO, actors: {a: b}}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: NO, sources: [{locator: a}]}',
            "'source' is missing; it is required here",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, sources: [{source: a, page: b}]}',
            "unknown key 'page'; the keys are source,",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, sources: [[a]]}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: [a]}',
            "'status' must be a mapping; it is a list",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: {" ": b}}',
            "the subject is blank; write one",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: {a: [b]}}',
            'must be a text such as "{column}"; put it in',
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: {"{a": b}}',
            "'{a': a brace is unmatched; write {column}",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, type: {a: b}}',
            'must be a text such as "{column}"; put it in',
        ),
        ("a", "must be a mapping with the keys id, date,"),
    ),
    # Columns
    templates(
        "columns that are not there",
        ('{date: "{Dat}", title: a, countries: NO}', "the table has no column 'Dat'; did you mean"),
        (
            '{date: "{Date}", title: "{Titel}", countries: NO}',
            "the table has no column 'Titel'; did you mean",
        ),
        (
            '{date: "{Date}", title: a, countries: "{Party}"}',
            "the table has no column 'Party'; it has Date,",
        ),
        (
            '{date: "{Date}", title: a, countries: ["{Country}", "{Country2}"]}',
            "the table has no column 'Country2'; did you",
        ),
        (
            '{date: "{Date}", title: a, countries: "{x*}"}',
            "the table has no column 'x*'; it has Date,",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, actors: "{Who}"}',
            "the table has no column 'Who'; it has Date,",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, sources: [{source: b, locator: "{Page}"}]}',
            "the table has no column 'Page'; it has Date,",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: {"{S}": b}}',
            "the table has no column 'S'; it has Date,",
        ),
        (
            '{date: "{Date}", title: a, countries: NO, status: {b: "{S}"}}',
            "the table has no column 'S'; it has Date,",
        ),
        (
            '{date: {year: "{y}", month: "{m}"}, title: a, countries: NO}',
            "the table has no column 'y'; it has Date,",
        ),
        (
            '{date: {start: "{from}", end: "{to}"}, title: a, countries: NO}',
            "the table has no column 'from'; it has Date,",
        ),
        (
            '{date: "{...}", title: a, countries: NO}',
            "write the name of a column in place of ...; the",
        ),
        (
            '{date: "{Date}", title: "{a\u202fb}", countries: NO}',
            "the table has no column 'a\\u202fb'; it has",
        ),
    ),
    faulty(
        "a column to choose by that is not there",
        ("only: {Othr: [x]}", "the table has no column 'Othr'; did you mean"),
    ),
    faulty(
        "a column to leave out by that is not there",
        ("except: {Nope: [x]}", "the table has no column 'Nope'; it has Date,"),
    ),
    faulty(
        "a column of no name to choose by and to leave out by",
        ('only: {"": [x]}', "the table has no column ''; it has Date,"),
        ('except: {"": [x]}', "the table has no column ''; it has Date,"),
    ),
    faulty(
        "a column of codes that is not there",
        ("codes: {Contry: iso}", "the table has no column 'Contry'; did you mean"),
    ),
    faulty(
        "a column of rows that is not there",
        ('together: "{Key}"', "the table has no column 'Key'; it has Date,"),
    ),
    mapped(
        "fewer columns than the map names",
        "table: {header: [a, b, c, d, e]}\n" + EVENT,
        says="in.csv:1:1: there are 4 columns, but the map names 5; name",
    ),
    # Values
    mapped(
        "a country that means nothing known",
        "values: {countries: {Norway: Atlantis}}\n" + EVENT,
        says="map.yaml:1:30: no country is named 'Atlantis'; use a name",
    ),
    mapped(
        "a country that means nothing",
        "values: {countries: {Norway: }}\n" + EVENT,
        0,
        says="in.csv: 1 row names no country and is left out (row 2)",
    ),
    mapped(
        "a country that is no code",
        "codes: cow\n" + EVENT,
        given="Date,Country,Title\n2021,QQQ,T\n",
        says="in.csv:2:2: 'QQQ' is not a code of the Correlates of War; say",
    ),
    mapped(
        "a code of nobody",
        "codes: fips\n" + EVENT,
        given="Date,Country,Title\n2021,ZZ,T\n",
        says="in.csv:2:2: 'ZZ' is not a code of FIPS 10-4; say under 'values'",
    ),
    mapped(
        "a number that is no state's",
        "codes: gw\n" + EVENT,
        given="Date,Country,Title\n2021,99999,T\n",
        says="in.csv:2:2: '99999' is not a code of Gleditsch and Ward; say under",
    ),
    mapped(
        "letters that are not ISO",
        "codes: iso\n" + EVENT,
        given="Date,Country,Title\n2021,GFR,T\n",
        says="in.csv:2:2: 'GFR' is not a code of ISO 3166; the Correlates of War",
    ),
    mapped(
        "a party that is skipped",
        "unknown: skip\n" + EVENT,
        0,
        given="Date,Country,Title\n2021,Atlantis,T\n",
        says="in.csv: 1 row names what is not a country and is left out (row 2)",
    ),
    mapped(
        "a party that becomes an actor, and no state is left",
        "unknown: actor\n" + EVENT,
        0,
        given="Date,Country,Title\n2021,Atlantis,T\n",
        says="in.csv: 1 row names what is not a country and is left out (row 2)",
    ),
    mapped(
        "a party that may be several, in spite of that",
        "unknown: actor\n" + EVENT,
        given="Date,Country,Title\n2021,Korea,T\n",
        says="in.csv:2:2: 'Korea' names several countries: South Korea (KOR),",
    ),
    mapped(
        "a date that is sentinel",
        EVENT,
        given="Date,Country,Title\n-9,Norway,T\n",
        says="in.csv:2:1: '-9' is not a date; where -9 means that it is not known, a map says so",
    ),
    mapped(
        "a sentinel that is told",
        'blank: ["-9"]\n' + EVENT,
        0,
        given="Date,Country,Title\n-9,Norway,T\n",
        says="in.csv: 1 row has no date and is left out (row 2)",
    ),
    mapped(
        "a precision that nobody knows",
        'event: {date: {time: "{Date}", precision: "{Other}"}, title: a, countries: NO}\n',
        says="in.csv:2:1: 'x' is not a precision; use day (11),",
    ),
    mapped(
        "a precision of a thousand years",
        'event: {date: {time: "{Date}", precision: "6"}, title: a, countries: NO}\n',
        says="in.csv:2:1: '6' is not a precision; use day (11),",
    ),
    mapped(
        "parts that are no date",
        'event: {date: {year: "{Date}", month: "{Other}"}, title: a, countries: NO}\n',
        says="in.csv:2:4: '2021', 'x' do not make a date",
    ),
    mapped(
        "an end that is before the start",
        'event: {date: {start: "{Date}", end: "2020"}, title: a, countries: NO}\n',
        says="in.csv:2:1: '2021/2020' ends before it starts; swap its ends",
    ),
    mapped(
        "a span of spans",
        'event: {date: {start: "2020/2021", end: "2022"}, title: a, countries: NO}\n',
        says="in.csv:2:1: '2020/2021' to '2022' is not a span; write one day at",
    ),
    mapped(
        "a type of signs",
        'event: {date: "{Date}", title: a, countries: NO, type: "***"}\n',
        says="map.yaml:1:56: '***' has no letter from a to z and no digit, as",
    ),
    mapped(
        "a type that the map does not declare",
        'types: {treaty: {label: T}}\nevent: {date: "{Date}", title: a, countries: NO, type: visit}\n',
        says="map.yaml:2:56: the type 'visit' is not declared; declare it under",
    ),
    mapped(
        "a source that the map does not declare",
        'sources: {b: {title: B}}\nevent: {date: "{Date}", title: a, countries: NO, sources: [{source: c}]}\n',
        says="map.yaml:2:69: the source 'c' is not declared; declare it under",
    ),
    mapped(
        "a title that comes out blank",
        'event: {date: "{Date}", title: "{Blank}", countries: NO}\n',
        given="Date,Country,Blank\n2021,Norway,\n",
        says="in.csv:2:3: 'title' is missing; it is required here, but the column 'Blank' is blank; "
        'name another column, or leave such rows out with except: {Blank: ""}',
    ),
    mapped(
        "a title of two columns and a text that comes out blank",
        'event: {date: "{Date}", title: "On {Blank}: {None}", countries: NO}\n',
        given="Date,Blank,None\n2020,x,\n2021, ,\n",
        says="in.csv:3:2: 'title' is missing; it is required here, but the columns 'Blank' and "
        "'None' are blank",
    ),
    mapped(
        "a title and countries that come out blank",
        EVENT,
        0,
        given="Date,Country,Title\n2021,,\n",
        says="in.csv: 1 row names no country and is left out",
    ),
    mapped(
        "a blank title of a row that is one event with another",
        'together: "{Other}"\n' + EVENT,
        0,
        given="Date,Country,Title,Other\n2021,NO,,x\n2021,SE,T,x\n",
        prints=("2021\tcertain\tNOR; SWE\t\tT\t",),
    ),
    mapped(
        "ids that are the same",
        'event: {id: a, date: "{Date}", title: a, countries: NO}\n',
        given="Date,Country\n2021,NO\n2022,NO\n",
        says="in.csv:3:1: the id 'a' is used twice; change one; see in.csv:2:1",
    ),
    mapped(
        "rows that share an id of theirs",
        'event: {id: "t-{No}", date: "{Date}", title: a, countries: "{Country}"}\n',
        given="Date,Country,No\n2021,NO,1\n2021,SE,1\n",
        says="in.csv:3:3: the id 't-1' is used twice; change one or, for rows that are one event, "
        'say in the map together: "t-{No}"; see in.csv:2:1',
    ),
    mapped(
        "templates that share an id",
        """events:
- {id: "t-{No}", date: "{Date}", title: a, countries: NO}
- {id: "t-{No}", date: "{Date}", title: b, countries: NO}
""",
        given="Date,No\n2021,1\n",
        says="in.csv:2:2: two templates of the map give this row the id 't-1'; add a word to the id "
        "of one, as in 't-1-end'",
    ),
    mapped(
        "an id of a row that another file has",
        'event: {id: "a", date: "{Date}", title: a, countries: "{Country}"}\n',
        given="Date,Country\n2021,NO\n",
        options="--events ok.yaml",
        says="ok.yaml:2:8: the id 'a' is used twice; change one; see in.csv:2:1",
    ),
    mapped(
        "an id of a file that a row has",
        'event: {id: "{Id}", date: "{Date}", title: a, countries: "{Country}"}\n',
        given="Date,Country,Id\n2021,NO,a\n",
        file="ok.yaml --events in.csv",
        says="in.csv:2:3: the id 'a' is used twice; change one; see ok.yaml:2:3",
    )._replace(others={"in.csv": "Date,Country,Id\n2021,NO,a\n"}),
    mapped(
        "rows that are all one event",
        "together: Title\n" + EVENT,
        says="map.yaml:1:11: 'Title' is the same for every row; write \"{Title}\"",
    ),
    mapped(
        "rows that are one event by nothing",
        'together: " "\n' + EVENT,
        says="map.yaml:1:11: ' ' is the same for every row; write \"{column}\"",
    ),
    mapped(
        "rows that are one event and disagree",
        'together: "{Title}"\n' + EVENT,
        given="Date,Country,Title\n2021,NO,T\n2022,SE,T\n",
        says="in.csv:3:1: the date of 'T' is '2022' here and '2021' in row 2;",
    ),
    mapped(
        "no row that is wanted",
        "only: {Other: [y]}\n" + EVENT,
        0,
        says="in.csv: the row is left out, as 'only' and 'except' in the",
    ),
    mapped(
        "a start without quotes",
        "event: {date: {start}, title: a, countries: NO}\n",
        says='map.yaml:1:15: must be a text such as "{column}"; put it in',
    ),
    mapped(
        "the year of a start without quotes",
        "event: {date: {start: {year}}, title: a, countries: NO}\n",
        says='map.yaml:1:23: must be a text such as "{column}"; put it in',
    ),
    mapped(
        "a foreign delimiter that is told",
        'table: {delimiter: ";"}\n' + EVENT,
        says="map.yaml:1:20: the map reads semicolons, but the header has commas; say in the map, ",
    ),
    mapped(
        "more lines to skip than there are",
        "table: {skip: 100}\n" + EVENT,
        says="map.yaml:1:15: in.csv has nothing below the lines that are skipped; skip fewer",
    ),
    mapped(
        "a billion lines to skip",
        "table: {skip: 9999999999}\n",
        says="map.yaml:1:15: in.csv has nothing below the lines that are skipped; skip fewer",
    ),
    mapped(
        "no header where there is one",
        "table: {header: false}\nevent: {date: '{1}', title: '{3}', countries: '{2}'}\n",
        says="in.csv:1:1: 'Date' is not a date",
    ),
    mapped(
        "a column of a number that is not there",
        "table: {header: false}\nevent: {date: '{9}', title: '{3}', countries: '{2}'}\n",
        says="map.yaml:2:15: the table has no column '9'; it has 1, 2, 3, 4",
    ),
    mapped(
        "a row that is longer than the first, where no header is",
        "table: {header: false}\nevent: {date: '{1}', title: '{3}', countries: '{2}'}\n",
        given="2021,Norway,T\n2021,Norway,T, t\n",
        says="in.csv:2:4: there is text in 4 columns, but the first row has 3; if the text has "
        "commas of its own, put quotes around it, else end the first row with more",
    ),
    mapped(
        "two orders of dates",
        EVENT,
        2,
        options="--dates first",
        says="'first' is not a value of --dates; did you mean 'day-first' or",
    ),
    mapped(
        "braces in cells, which are no templates",
        EVENT,
        0,
        given="Date,Country,Title\n2021,Norway,{Date} {__class__} %s $x\n",
        prints=("2021\tcertain\tNOR\t\t{Date} {__class__} %s $x\t2021-date-class-s",),
    ),
    mapped(
        "a pattern of ten thousand stars",
        f'event: {{date: "{{Date}}", title: "{{{"*a" * 10_000}}}", countries: NO}}\n',
        says="map.yaml:1:32: the table has no column",
    ),
    mapped(
        "a template of a million characters",
        f'event: {{date: "{{Date}}", title: "{"x" * 900_000}", countries: NO}}\n',
        0,
        options=">/dev/null",
    ),
    mapped(
        "ten thousand meanings",
        "values: {type: {" + ", ".join(f"a{n}*: b" for n in range(10_000)) + "}}\n" + EVENT,
        0,
        prints=("2021\tcertain\tNOR\t\tT\t2021-t",),
    ),
    # What is the same in every row
    mapped(
        "a constant country that is misspelt",
        'event: {date: "{Date}", title: T, countries: ["{Country}", Swedn]}\n',
        says="map.yaml:1:60: no country is named 'Swedn'; did you mean 'sweden'?",
    ),
    mapped(
        "a constant country that is several",
        'event: {date: "{Date}", title: T, countries: Korea}\n',
        says="map.yaml:1:46: 'Korea' names several countries: ",
    ),
    mapped(
        "a constant country that is an organisation",
        'event: {date: "{Date}", title: T, countries: EU}\n',
        says="map.yaml:1:46: no country is named 'EU'; a map (--map) takes an organisation as",
    ),
    mapped(
        "constant countries in one text",
        'event: {date: "{Date}", title: T, countries: "Norway, Sweden"}\n',
        says="map.yaml:1:46: 'Norway, Sweden' names 2 countries; write a list: [Norway, Sweden]",
    ),
    mapped(
        "constant countries that the map says something of, or that have codes of nobody",
        "values: {countries: {Norden: [NOR, SWE], X: ~, Y: ...}}\n"
        'event: {date: "{Date}", title: T, countries: [Norden, DNK; X, ZZZ, FIN - Finland]}\n',
        0,
        prints=("2021\tcertain\tNOR; SWE; DNK; ZZZ; FIN\t\tT\t",),
    ),
    mapped(
        "constant countries that may be actors",
        'unknown: actor\nevent: {date: "{Date}", title: T, countries: ["{Country}", EU]}\n',
        0,
        "1 party that is not a country becomes an actor: 'EU'",
        prints=("2021\tcertain\tNOR\t\tT\t",),
    ),
    mapped(
        "a meaning that is no country",
        EVENT + "values: {countries: {Norge: [SWE, Nroway]}}\n",
        says="map.yaml:2:29: no country is named 'Nroway'; did you mean 'norway'?",
    ),
    mapped(
        "a constant date that is none",
        'event: {date: tomorrow, title: T, countries: "{Country}"}\n',
        says="map.yaml:1:15: 'tomorrow' is not a date; write",
    ),
    mapped(
        "a constant end that is none",
        'event: {date: {start: "{Date}", end: soon}, title: T, countries: "{Country}"}\n',
        says="map.yaml:1:38: 'soon' is not a date; write",
    ),
    mapped(
        "a constant date in parts that is none",
        'event: {date: {year: "2021", month: "13"}, title: T, countries: "{Country}"}\n',
        says="map.yaml:1:15: '2021', '13' do not make a date",
    ),
    mapped(
        "a meaning that is no date, among those that are",
        EVENT + 'values: {date: {a: present, b: "2021-05-28T00:00:00Z", c: ~, d: ..., e: soon}}\n',
        says="map.yaml:2:73: 'soon' is not a date; write",
    ),
    mapped(
        "a constant type that is not declared",
        "types: {talk: {label: Talk}}\n" + EVENT.replace("title:", "type: talks, title:"),
        says="map.yaml:2:31: the type 'talks' is not declared; did you mean 'talk'?",
    ),
    mapped(
        "a meaning that is not declared",
        "types: {talk: {label: Talk}}\nvalues: {type: {x: Talk, y: talks}}\n" + EVENT,
        says="map.yaml:2:29: the type 'talks' is not declared; did you mean 'talk'?",
    ),
    mapped(
        "a meaning that is no type",
        "values: {type: {x: é-, y: '—'}}\n" + EVENT,
        says="map.yaml:1:27: '—' has no letter from a to z and no digit, as types have",
    ),
    mapped(
        "a blank type, and one in a cell",
        'types: {x: {label: X}}\nevents:\n- {date: "2001", title: A, type: "", countries: NO}\n'
        '- {date: "2002", title: B, type: "{Other}", countries: NO}\n',
        0,
        prints=("\t\tA\t", "\tx\tB\t"),
    ),
    mapped(
        "a source that is not declared but told, and what is no source",
        "sources: {nyt: {title: Times}}\n"
        + EVENT.replace("title:", "sources: [nty, {source: other, title: O}], title:"),
        0,
        prints=("2021\tcertain\tNOR\t\tT\t",),
    ),
    mapped(
        "a constant source that is misspelt",
        "sources: {nyt: {title: Times}}\n"
        + EVENT.replace("title:", "sources: [{source: nyt}, {source: nty}], title:"),
        says="map.yaml:2:59: the source 'nty' is not declared; did you mean 'nyt'?",
    ),
    mapped(
        "constant sources of which one is told where another event cites it",
        "sources: {nyt: {title: Times}}\nevents:\n"
        "- {date: 2001, title: A, countries: NO, sources: [{source: o, title: O}]}\n"
        "- {date: 2002, title: B, countries: NO, sources: [{source: o}, {source: '{Date}'}]}\n"
        "- {date: 2003, title: C, countries: NO, sources: [{source: x}]}\n",
        says="map.yaml:5:60: the source 'x' is not declared",
    ),
    mapped(
        "a constant source that may be one of those that cells tell of",
        "sources: {nyt: {title: Times}}\nevents:\n"
        '- {date: 2001, title: A, countries: NO, sources: [{source: "{Other}", title: O}]}\n'
        "- {date: 2002, title: B, countries: NO, sources: [{source: x}, {source: ' '}]}\n",
        0,
        prints=("\tB\t",),
    ),
    mapped(
        "thirty meanings that are no countries",
        EVENT + "values: {countries: {" + ", ".join(f"x{n}: y{n}" for n in range(30)) + "}}\n",
        says="map.yaml:2:26: no country is named 'y0'",
    ),
    # JSON
    mapped(
        "records that are not there",
        "table: {records: a.b}\n" + EVENT,
        given='{"a": {"c": []}}',
        file="in.json",
        says="map.yaml:1:18: there are no records at 'a.b'; the keys at 'a'",
    ),
    mapped(
        "records that are a text",
        "table: {records: a}\n" + EVENT,
        given='{"a": "b"}',
        file="in.json",
        says="map.yaml:1:18: what stands at 'a' is not a list of objects; say",
    ),
    mapped(
        "records that are numbers",
        "table: {records: a}\n" + EVENT,
        given='{"a": [1, 2]}',
        file="in.json",
        says="map.yaml:1:18: what stands at 'a' is not a list of objects; say",
    ),
    mapped(
        "records that are nothing",
        "table: {records: a}\n" + EVENT,
        0,
        given='{"a": []}',
        file="in.json",
    ),
    mapped(
        "records that nothing is in",
        "table: {records: a}\n" + EVENT,
        given='{"a": {}}',
        file="in.json",
        says="map.yaml:2:15: the table has no column 'Date'; it has none",
    ),
    mapped(
        "keys that no record has",
        'event: {date: "{When}", title: "{Title}", countries: "{Country}", note: "{Page}"}\n',
        given='[{"Signed": "2021", "Country": "Norway"}, {"Title": "T"}]',
        file="in.json",
        says="map.yaml:1:15: the table has no column 'When'; it has Signed, Country, Title",
    ),
    mapped(
        "a key that none of several lines has",
        'event: {date: "{Date}", title: T, countries: "{Country}", note: "{Page}"}\n',
        given='{"Date": "2021", "Country": "Norway"}\n' * 2,
        file="in.jsonl",
        says="map.yaml:1:65: the table has no column 'Page'; it has Date, Country",
    ),
    mapped(
        "records whose place is not told",
        EVENT,
        given='{"a": 1, "b c": {"d": [{"Date": "2021", "Country": "Norway", "Title": "T"}]}}',
        file="in.json",
        says="map.yaml:1:15: the table has no column 'Date'; the records are under 'b c.d'; write in "
        "the map table: {records: b c.d}",
    ),
    mapped(
        "records whose place is not told, of which some are none",
        EVENT,
        given='{"b": [{"Date": "2021"}, 1]}',
        file="in.json",
        says="map.yaml:1:15: the table has no column 'Date'; did you mean 'b.0.Date'?",
    ),
    mapped(
        "records whose place is not told, which lack a column",
        EVENT,
        given='{"b": [{"Day": "2021"}]}',
        file="in.json",
        says="map.yaml:1:15: the table has no column 'Date'; it has b.0.Day",
    ),
    mapped(
        "a path to the items of a list, which are several",
        'event: {date: "{d}", title: a, countries: ["{p.c}"]}\n',
        given='[{"d": "2021", "p": [{"c": "NOR"}, {"c": "SWE"}]}]',
        file="in.json",
        says="map.yaml:1:44: the table has no column 'p.c'; did you mean 'p.*.c'?",
    ),
    command(
        'echo \'[{"date": "2021"}]\' >in.json; diplo timeline --events in.json --map gdelt',
        65,
        what="the map of other JSON",
        says="in.json:1:1: the table has no column 'SQLDATE'; did you mean 'date'? (by the map gdelt)",
    ),
    mapped(
        "records of null",
        EVENT,
        given="null",
        file="in.json",
        says="map.yaml:1:1: what stands in the file is not a list of objects;",
    ),
    mapped(
        "JSON that breaks off",
        EVENT,
        given='[{"Date": "2021"',
        file="in.json",
        says="in.json:1:17: not valid JSON: expecting ',' delimiter; look at",
    ),
    mapped(
        "JSON of a wrong date",
        EVENT,
        given='[\n{"Date": "x1", "Country": "Norway", "Title": "T"}]',
        file="in.json",
        says="in.json:2:10: 'x1' is not a date",
    ),
    mapped(
        "JSON of a wrong country, deep within",
        'event: {date: "{a.b}", title: "{t}", countries: "{c.0.d}"}\n',
        given='[\n{"a": {"b": "2021"}, "t": "T", "c": [{"d": "Norwey"}]}]',
        file="in.json",
        says="in.json:2:44: no country is named 'Norwey'; did you mean",
    ),
    mapped(
        "JSON lines of a wrong date",
        EVENT,
        given='{"Date": "x1", "Country": "Norway", "Title": "T"}\n',
        file="in.jsonl",
        says="in.jsonl:1:10: 'x1' is not a date",
    ),
    mapped(
        "JSON with a key twice",
        EVENT,
        given='[{"Date": "2021", "Date": "2022", "Country": "Norway", "Title": "T"}]',
        file="in.json",
        says="in.json:1:19: the key 'Date' is repeated here; remove",
    ),
    mapped(
        "JSON of 17 levels",
        EVENT,
        given="[" * 17 + "]" * 17,
        file="in.json",
        says="in.json:1:17: nested more than 16 levels deep; an event file",
    ),
    mapped(
        "JSON of half a pair",
        EVENT,
        given='[{"Date": "2021", "Country": "Norway", "Title": "\\ud800"}]',
        file="in.json",
        says="in.json:1:49: holds the character U+D800; remove it",
    ),
    mapped(
        "Wikidata without bindings",
        "table: {records: results.bindings}\n" + EVENT,
        given='{"head": {"vars": []}}',
        file="in.json",
        says="map.yaml:1:18: there are no records at 'results.bindings'; the",
    ),
    command(
        "echo '{\"results\": {}}' | diplo timeline --events - --map wikidata",
        65,
        what="Wikidata's answer of nothing",
        says="-:1:1: there are no records at 'results.bindings'; the keys at",
    ),
    command(
        'echo \'{"results": {"bindings": []}}\' | diplo timeline --events - --map wikidata',
        0,
        what="Wikidata's answer without events",
    ),
    command(
        "echo '<html>429 Too Many Requests</html>' | diplo timeline --events - --map wikidata",
        65,
        what="a page in place of Wikidata's answer",
        says="-:1:1: this is a web page or XML, not a table; open it in a",
    ),
    *(
        Case(
            f"a table that is not as {name} has it",
            "a,b,c\n1,2,3\n",
            65,
            None,
            "in.csv:1:1: ",
            file="in.csv",
            command=f"diplo timeline --events in.csv --map {name}",
        )
        for name in (
            "gdelt",
            "icews",
            "polecat",
            "cow-diplomatic-exchange",
            "missions",
        )
    ),
)
