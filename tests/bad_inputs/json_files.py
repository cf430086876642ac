"""JSON and NDJSON that is broken or says too little."""

from tests.bad_inputs.case import Case, beside, event, json_event

_TABLE = "Date,Title,Country\n1994,A,Norway\n"
_BROKEN = (
    Case("single quotes", "[{'id': 'a'}]", line=1, says='is not a quote in JSON; write "'),
    Case("curly quotes", '[{"id": \u201ca\u201d}]', line=1, says='is not a quote in JSON; write "'),
    Case("an end in the middle", '[{"id": "a"', line=1),
    Case("a comma at the end", f"[{json_event()},\n]", says="comma before ] is one too many; re"),
    Case("one of an object", f"[{json_event()[:-1]},}}]", line=1, says="comma before } is one too"),
    Case("one of a line", f"{json_event()},\n{json_event()}", 65, 1, "have no commas", "in.jsonl"),
    Case("a comment", f"// events\n[{json_event()}]", line=1, says="it has no comments; remove"),
    Case(
        "a value of Python's", f"[{json_event(note='None')}]", line=1, says="None is written null"
    ),
    Case("a key twice", '[{"id": "a", "id": "b"}]', line=1, says="'id'"),
    Case("a key twice on two lines", '[{"id": "a",\n"id": "b"}]', line=2, says="'id'"),
    Case("a key twice, once escaped", '[{"id": "a",\n"\\u0069d": "b"}]', line=2, says="'id'"),
    Case("an unescaped tab", '[{"id": "a\tb"}]', line=1),
    Case(
        "a number that is none",
        f"[{json_event(date='NaN')}]",
        line=1,
        says="NaN is not JSON; write null",
    ),
    Case("an infinity", f"[{json_event(date='-Infinity')}]", line=1),
    Case("two lists", "[]\n[]\n", line=2, says="in.json' joins them"),
    Case("two values", "[]\n1\n", line=2, says="extra data"),
    Case("no comma between events", '[{"id": "a"}\n{"id": "b"}]\n', line=2, says="','"),
    Case("lines that are no events", '{"id": "a"}\n{"id": "b"}\n', line=2, says="its date"),
)
_WRONG = (
    Case(
        "an escaped ESC",
        f"[{json_event(title=chr(34) + chr(92) + 'u001b[31m' + chr(34))}]",
        line=1,
        says="U+001B",
    ),
    Case("a date that is a number", f"[\n{json_event(date='2021')}]", line=2, says="quotes"),
    Case("a date with a point", f"[{json_event(date='2021.5')}]", line=1, says="quotes"),
    Case("a title that is true", f"[{json_event(title='true')}]", line=1, says="true"),
    Case("a title that is null", f"[{json_event(title='null')}]", line=1, says="'title'"),
    Case("a date that is a list", f"[{json_event(date='[2021]')}]", line=1),
    Case("a text at the top", '"hello"', line=1),
    Case("a number at the top", "5", line=1),
    Case("null at the top", "null", line=1),
    Case("a mapping without events", '{"title": "T"}', line=1, says="'events'"),
    Case("a bad second line", f"{json_event()}\n{{bad}}\n", line=2, file="in.ndjson"),
    Case("lines that are a list", f"\n[{json_event()}]\n", 65, 2, "a list begins here", "in.jsonl"),
    *(
        Case(
            f"lines that are lists: {line[:20]}",
            f"{line}\n{line}\n",
            65,
            1,
            f"a list begins here, where each line is an event; {way_out}",
            "in.jsonl",
        )
        for line, way_out in (
            ('["date", null, 1]', "'jq -r @csv in.jsonl >in.csv' makes a table of such lists"),
            ('["date", ["a"]]', "give the file a name"),
            ("[]", "give the file a name"),
            ("[" * 100_000, "give the file a name"),
        )
    ),
    Case("a second line that is a list", f"{json_event()}\n[1]\n", line=2, file="in.jsonl"),
    Case("a second line that is a text", f'{json_event()}\n"x"\n', line=2, file="in.jsonl"),
    Case(
        "a second line with a bad date",
        f"{json_event()}\n{json_event(id=chr(34) + 'b' + chr(34), date=chr(34) * 2)}\n",
        line=2,
        file="in.ndjson",
    ),
    Case(
        "an id on two lines",
        f"{json_event()}\n\n{json_event()}\n",
        line=3,
        file="in.ndjson",
        says="in.ndjson:1:",
    ),
    Case("two events on one line", json_event() * 2, line=1, file="in.ndjson", says="twice"),
    Case("an event over lines", json_event(id="1").replace(", ", ",\n"), line=1, file="in.ndjson"),
    Case("its end missing", json_event()[:-1].replace(", ", ",\n"), line=4, file="in.jsonl"),
    Case("its middle missing", '{"date": "2021",\n"title"}\n', line=2, file="in.jsonl"),
    Case("17 levels on lines", '{"a":\n' * 17 + "}\n" * 17, line=17, file="in.jsonl"),
    *(
        Case(what, content, 65, 1, f"1:1: this is {says}; give the file a name", name, options)
        for what, content, says, name, options in (
            ("a table called JSON", _TABLE, "a table, not JSON", "in.json", ""),
            ("a table with tabs", _TABLE.replace(",", "\t"), "a table, not JSON", "in.json", ""),
            ("a table called lines of JSON", _TABLE, "a table, not JSON", "in.jsonl", ""),
            ("a table called YAML", _TABLE, "a table, not YAML", "in.yml", ""),
            ("one in quotes", f'"Date","X"\n{_TABLE}', "a table, not YAML", "in.yml", ""),
            (
                "a table called JSON, with a map",
                _TABLE,
                "a table, not JSON",
                "in.json",
                "diplo timeline --events in.json --map wikidata",
            ),
            ("YAML called JSON", f"---\n{event()}", "YAML, not JSON", "in.json", ""),
            ("YAML called lines of JSON", event(), "YAML, not JSON", "in.ndjson", ""),
            ("YAML of more called JSON", f"\nevents:\n{event()}", "YAML, not JSON", "in.json", ""),
        )
    ),
    Case("a text called lines of JSON", "events", 65, 1, "not valid JSON", "in.ndjson"),
    Case("a text called YAML", "events, dated\n", 65, 1, "must be a mapping", "in.yml"),
    Case(
        "a second line in a file without an ending",
        f"{json_event()}\n{{}}\n",
        line=2,
        file="events",
    ),
)


def _in_json(case: Case) -> Case:
    return case._replace(file="in.json") if case.file == "in.yaml" else case


JSON = (
    Case(
        "rows under a key that is blank",
        '[{"": "NOR", "year": "1964"}]',
        says="in.json:1:1: no column holds a title or a country; the header is: column 1, year",
        file="in.json",
    ),
    Case(
        "rows of a table, and a text",
        '[{"year": 1990, "who": "A"}, "x"]',
        says="in.json:1:2: 'title' is missing; it is required",
        file="in.json",
    ),
    Case(
        "two lists on standard input",
        "[]\n[]\n",
        says="-:2:1: not valid JSON: a second list starts here; a file holds one: 'jq -s add -'",
        file="in.json",
        command="diplo timeline --events - <in.json",
    ),
    Case(
        "rows on standard input",
        '["date", "title"]\n["2021", "T"]\n',
        says="-:2:1: not valid JSON: a second list starts here; a file holds one: 'jq -r @csv' "
        "makes a table of such lists",
        file="in.json",
        command="diplo timeline --events - <in.json",
    ),
    Case(
        "rows, each a list",
        '["date", "title"]\n["2021", "T"]\n',
        says="in.json:2:1: not valid JSON: a second list starts here; a file holds one: "
        "'jq -r @csv in.json >in.csv' makes a table of such lists",
        file="in.json",
    ),
    beside("JSON that cannot be parsed", *map(_in_json, _BROKEN)),
    *map(_in_json, _WRONG),
)
