"""Engines: which reads what, what is not installed, and what is wrong in what DuckDB reads."""

from tests.bad_inputs.case import Case, command

GOOD = '{"id": "a", "date": "2021", "title": "T", "countries": ["NOR"]}\n'
_DUCKDB = "--engine duckdb"


def chosen(engine: str, says: str = "there is no engine", status: int = 2, what: str = "") -> Case:
    """Return the case of an engine for a file that Python reads."""
    return command(
        f"diplo timeline --events ok.yaml --engine {engine}",
        status,
        says,
        what or f"an engine {engine}"[:50],
    )


def lines(
    what: str,
    content: str | bytes,
    status: int = 65,
    says: str = "",
    options: str = "",
    prints: tuple[str, ...] = (),
) -> Case:
    """Return the case of lines of JSON that DuckDB reads."""
    given = f"diplo timeline --events in.ndjson {_DUCKDB} {options}".rstrip()
    return Case(what, content, status, None, says, "in.ndjson", given, prints)


ENGINES = (
    # Choice
    *(
        chosen(engine)
        for engine in (
            "sqlite",
            "polars",
            "DuckDB",
            "DUCKDB",
            "duckdb:",
            "'duckdb '",
            "pyspark",
            "spark",
            "spark:",
            "spark://",
            "localhost",
            "local[",
            "local[]",
            "local]",
            "https://mallory.example",
            "file:///etc/passwd",
            "'$(touch pwned)'",
            "'; DROP TABLE events'",
            "１",
            "0",
            "-",
        )
    ),
    chosen("''", "--engine has a blank value", what="an engine that is empty"),
    chosen("' '", "--engine has a blank value", what="an engine that is blank"),
    chosen(r"$'\e[31m'", r"\x1b", what="an engine with ESC"),
    chosen(r"$'\xff'", r"\xff", what="an engine that is no UTF-8"),
    chosen("x" * 10_000, what="an engine of 10 000 characters"),
    command("diplo timeline --engine", 2, "--engine", what="no engine"),
    command("diplo timeline --engine --json", 2, "--engine", what="an option for an engine"),
    command(
        "DIPLO_ENGINE=sqlite diplo timeline",
        2,
        "sqlite",
        what="an engine in the environment that is none",
    ),
    command(
        "DIPLO_ENGINE=' ' diplo timeline",
        2,
        what="a blank engine in the environment",
        says="there is no engine ' '; write python, duckdb or a Spark master,",
    ),
    command(
        "diplo check ok.yaml --engine sqlite",
        2,
        "sqlite",
        what="an engine for a check that is none",
    ),
    command(
        "diplo stats --events ok.yaml --engine sqlite",
        2,
        "sqlite",
        what="an engine for counts that is none",
    ),
    command(
        "diplo explore --engine sqlite --events ok.yaml",
        2,
        what="an engine for the explorer that is none",
        says="explore needs a terminal to draw on; 'diplo timeline' prints",
    ),
    command("diplo maps --engine duckdb", 2, "--engine", what="an engine for maps"),
    command(
        "diplo timeline --events in.parquet --engine python",
        2,
        "leave out --engine python",
        what="Python for Parquet",
    ),
    command(
        "DIPLO_ENGINE=python diplo timeline --events in.parquet",
        2,
        "leave out --engine python",
        what="Python for Parquet in the environment",
    ),
    command(
        f"diplo timeline --events nope.ndjson {_DUCKDB}",
        66,
        "nope.ndjson",
        what="lines that are not there, by an engine",
    ),
    command(
        f"diplo timeline --events nope.parquet {_DUCKDB}",
        66,
        "nope.parquet",
        what="Parquet that is not there, by an engine",
    ),
    command(
        f"diplo timeline --events 'no*.ndjson' {_DUCKDB}",
        66,
        "no*.ndjson",
        what="a pattern that is like nothing, by an engine",
    ),
    command(
        f"mkdir d.parquet; diplo timeline --events d.parquet {_DUCKDB}",
        66,
        what="a folder that is called Parquet",
        says="d.parquet cannot be read: no such file; check its name",
    ),
    command(
        "diplo timeline --events s3://a/b.parquet",
        66,
        "is an address",
        what="an address without an engine",
    ),
    command(
        "diplo timeline --events https://mallory.example/a.csv",
        66,
        "is an address",
        what="a web address without an engine",
    ),
    command(
        "diplo timeline --events s3://a/b.parquet --engine python",
        66,
        "is an address",
        what="an address for Python",
    ),
    command("diplo check hdfs://a/b", 66, "is an address", what="an address to check"),
    command(
        f"echo '{{' | diplo timeline --events - {_DUCKDB}",
        65,
        "-:2",
        what="standard input, which Python reads",
    ),
    Case(
        "a table, which Python reads whatever the engine",
        "Date,Country,Title\n2021,Norway,T\n",
        0,
        file="in.csv",
        command=f"diplo timeline --events in.csv {_DUCKDB}",
        prints=("2021\t",),
    ),
    Case(
        "YAML, which Python reads whatever the engine",
        "- x\n",
        65,
        1,
        command=f"diplo timeline --events in.yaml {_DUCKDB}",
        says="in.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    # Lines that DuckDB reads
    lines("lines that are right", GOOD, 0, prints=("2021\t",)),
    lines("lines of nothing", "", 0),
    lines("lines that are blank", "\n\n \n", 0),
    lines(
        "a line that breaks off",
        GOOD + '{"id": "b"',
        says="in.ndjson:2:11: not valid JSON: expecting ',' delimiter; look",
    ),
    lines(
        "a line that is no object",
        GOOD + "[1]\n",
        says="in.ndjson:2:1: must be a mapping with the keys id, date, title,",
    ),
    lines(
        "a wrong date",
        GOOD + GOOD.replace('"a"', '"b"').replace("2021", "x1"),
        says="in.ndjson:2:21: 'x1' is not an EDTF date",
    ),
    lines(
        "a wrong country",
        GOOD + GOOD.replace('"a"', '"b"').replace("NOR", "Norwey"),
        says="in.ndjson:2:57: no country is named 'Norwey'; did you mean",
    ),
    lines(
        "an unknown key",
        GOOD + GOOD.replace('"id": "a"', '"titel": "b"'),
        says="in.ndjson:2:2: unknown key 'titel'; did you mean 'title'?",
    ),
    lines(
        "a key twice",
        GOOD.replace('"id"', '"date": "2020", "id"'),
        says="in.ndjson:1:29: the key 'date' is repeated here;",
    ),
    lines(
        "a number for a date",
        GOOD.replace('"2021"', "2021"),
        says="in.ndjson:1:21: must be a text; it is a number: put '2021' in",
    ),
    lines("an id twice", GOOD * 2, says="in.ndjson:2:8: the id 'a' is used twice; change one; see"),
    lines(
        "no title",
        GOOD.replace('"title": "T", ', ""),
        says="in.ndjson:1:1: 'title' is missing; it is required here",
    ),
    lines(
        "ESC in a title",
        GOOD.replace('"T"', '"a\\u001b[31mb"'),
        says="in.ndjson:1:38: holds the character U+001B; remove it",
    ),
    lines(
        "an override in a title",
        GOOD.replace('"T"', '"a\\u202eb"'),
        says="in.ndjson:1:38: holds the character U+202E; remove it",
    ),
    lines(
        "half a pair",
        GOOD.replace('"T"', '"\\ud800"'),
        says="in.ndjson:1:38: holds the character U+D800; remove it",
    ),
    lines(
        "a NUL",
        GOOD.encode() + b"\0\n",
        says="in.ndjson:2:1: the character U+0000 is not allowed in an event",
    ),
    lines(
        "Latin-1",
        GOOD.replace("T", "S\xf8r").encode("latin-1"),
        says="in.ndjson:1:40: the byte 0xf8 is not UTF-8 text; save the file",
    ),
    lines(
        "17 levels",
        '{"id": ' * 17 + "1" + "}" * 17 + "\n",
        says="in.ndjson:1:113: nested more than 16 levels deep; an event file",
    ),
    lines(
        "SQL in a value",
        GOOD.replace('"T"', '"a\'; DROP TABLE b; --"'),
        0,
        prints=("a'; DROP TABLE b; --",),
    ),
    lines("SQL on the command line", GOOD, 0, options='-q "\' OR 1=1 --"', says="no event"),
)
