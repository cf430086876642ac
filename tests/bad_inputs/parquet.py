"""Parquet: files that are none, columns and values that are no event's."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from tests.bad_inputs.case import Case, Content, beside

GOOD: Mapping[str, Sequence[Any]] = {
    "id": ["a"],
    "date": ["2021"],
    "title": ["T"],
    "countries": [["NOR"]],
}


def packed(columns: Mapping[str, Sequence[Any]], **types: str) -> bytes:
    """Return Parquet of columns; the types are names of pyarrow's."""
    import pyarrow as pa  # noqa: PLC0415  (which not every machine has)
    from pyarrow import parquet  # noqa: PLC0415

    kinds = {"null": pa.null(), "map": pa.map_(pa.string(), pa.string())}
    arrays = {
        name: pa.array(
            values, kinds.get(types[name]) or getattr(pa, types[name])() if name in types else None
        )
        for name, values in columns.items()
    }
    stream = io.BytesIO()
    parquet.write_table(pa.table(arrays), stream)
    return stream.getvalue()


def of(**columns: Sequence[Any] | str) -> Content:
    """Return Parquet of one event, some of whose columns are others, or of another type."""
    types = {name: each for name, each in columns.items() if isinstance(each, str)}
    return partial(
        packed, {**GOOD, **{n: c for n, c in columns.items() if n not in types}}, **types
    )


def without(name: str) -> Content:
    return partial(packed, {key: values for key, values in GOOD.items() if key != name})


def twice(first: str, second: str) -> Content:
    """Return Parquet with two more columns, which may have one name."""

    def content() -> bytes:
        import pyarrow as pa  # noqa: PLC0415  (which not every machine has)
        from pyarrow import parquet  # noqa: PLC0415

        others = {key: values for key, values in GOOD.items() if key not in {first, second}}
        names = [*others, first, second]
        columns = [*map(pa.array, others.values()), pa.array(["T"]), pa.array(["U"])]
        stream = io.BytesIO()
        parquet.write_table(pa.table(columns, names=names), stream)
        return stream.getvalue()

    return content


def damaged(columns: Mapping[str, Sequence[Any]] = GOOD) -> Content:
    """Return Parquet whose pages are not whole, though all that tells of them is."""

    def content() -> bytes:
        whole = packed(columns)
        return whole[:20] + bytes(60) + whole[80:]

    return content


def cut(start: int | None, end: int | None) -> Content:
    return lambda: packed(GOOD)[start:end]


def file(what: str, content: Content, says: str = "") -> Case:
    """Return one of several files that stand beside each other in one process."""
    return Case(what, content, line=1, says=says, file="in.parquet")


def alone(
    what: str,
    content: Content,
    status: int = 65,
    says: str = "",
    prints: tuple[str, ...] = (),
    command: str = "diplo timeline --events in.parquet",
) -> Case:
    return Case(what, content, status, None, says, "in.parquet", command, prints)


TABLE = {"date": ["2021"], "title": ["T"], "country": ["NO"]}

PARQUET = (
    beside(
        "files that are no Parquet",
        file("nothing", b"", "this is not a Parquet file"),
        file("text", b"Date,Country,Title\n", "this is not a Parquet file; check its name"),
        file("its mark alone", b"PAR1", "this is not a Parquet file; check its name"),
        file("its marks around nothing", b"PAR1PAR1", "this is not a Parquet file; check its name"),
        file(
            "its marks around text",
            b"PAR1" + b"x" * 100 + b"PAR1",
            "this is not a Parquet file; check its name",
        ),
        file("NULs", bytes(1_000), "this is not a Parquet file; check its name"),
        file(
            "a length that is not so",
            b"PAR1" + b"\xff\xff\xff\x7fPAR1",
            "this is not a Parquet file; check its name",
        ),
        file("the first half", cut(None, 300), "this is not a Parquet file; check its name"),
        file("the second half", cut(300, None), "this is not a Parquet file; check its name"),
        file("all but its end", cut(None, -4), "this is not a Parquet file; check its name"),
        file(
            "a spreadsheet",
            b"PK\x03\x04" + bytes(100),
            "this is not a Parquet file; check its name",
        ),
        file("JSON", b'{"date": "2021"}\n', "this is not a Parquet file; check its name"),
    ),
    beside(
        "columns that are no event's",
        file("no date", without("date"), "no column holds a date; the header is: id, title"),
        file("no title", without("title"), "the column 'title' is missing; it is required"),
        file("no countries", without("countries"), "no column holds a country; the header is: id"),
        file("an unknown column", of(titel=["x"]), "unknown column 'titel'; did you mean 'title'?"),
        file(
            "a column in capitals",
            of(DATE=["2021"]),
            "the columns 'date' and 'DATE' differ only in capitals; keep one",
        ),
        file(
            "a column twice",
            twice("title", "title"),
            "the column 'title' is there twice, or again as 'title_1'; keep one",
        ),
        file(
            "a column once more in capitals, which come first",
            twice("Title", "title"),
            "the columns 'Title' and 'title' differ only in capitals; keep one",
        ),
        file("an unknown column twice", twice("odd", "odd"), "unknown column 'odd_1'; the keys"),
        file(
            "a column with ESC",
            of(**{"a\x1b[31m": ["x"]}),
            "unknown column 'a\\x1b[31m'; the keys are id,",
        ),
        file(
            "a column with an override",
            of(**{"a\u202eb": ["x"]}),
            "unknown column 'a\\u202eb'; the keys are id,",
        ),
        file(
            "a column whose name is SQL",
            of(**{'a"; DROP TABLE b; --': ["x"]}),
            "unknown column 'a\"; DROP TABLE b; --'; the keys",
        ),
        file(
            "countries that are numbers",
            of(countries=[[578]]),
            "the column 'countries' holds array<int64>; it",
        ),
        file(
            "countries that are lists of lists",
            of(countries=[[["NOR"]]]),
            "the column 'countries' holds",
        ),
        file(
            "a date that is a list",
            of(date=[["2021"]]),
            "the column 'date' holds array<string>; it must",
        ),
        file("a date that is true", of(date=[True]), "the column 'date' holds boolean; it must be"),
        file(
            "a date that is a fraction",
            of(date=[2021.5]),
            "the column 'date' holds float64; it must be",
        ),
        file(
            "a date that is bytes", of(date=[b"2021"]), "the column 'date' holds binary; it must be"
        ),
        file(
            "a date that is a time of day",
            partial(packed, {**GOOD, "date": [dt.time(1)]}),
            "the column 'date' holds time; it must be string",
        ),
    ),
    beside(
        "more columns that are no event's",
        file(
            "a title that is a mapping",
            of(title=[{"a": "b"}]),
            "the column 'title' holds struct<a: string>; it",
        ),
        file(
            "a status that is a text",
            of(status=["a: b"]),
            "the column 'status' holds string; it must be",
        ),
        file(
            "a status that is an object",
            of(status=[{"a": "b"}]),
            "the column 'status' holds struct<a: string>; it",
        ),
        file(
            "sources that are a text",
            of(sources=["a"]),
            "the column 'sources' holds string; it must be",
        ),
        file(
            "sources of an unknown key",
            of(sources=[[{"source": "a", "page": "b"}]]),
            "the column 'sources' holds array<struct<source:",
        ),
        file(
            "sources without a source",
            of(sources=[[{"locator": "a"}]]),
            "the column 'sources' holds",
        ),
        file(
            "actors that are a text",
            of(actors=["a"]),
            "the column 'actors' holds string; it must be",
        ),
        file(
            "no columns that are known",
            lambda: packed({"a": [1], "b": [2]}),
            "no column holds a date, a title or a country; the header is: a, b",
        ),
        *(
            file(
                f"a source of a table that is no text of a cell: {what}",
                partial(packed, {**TABLE, "source": [value]}),
                f"the column 'source' holds {what}; make it a text or",
            )
            for what, value in (
                ("array<struct<source: string>>", [{"source": "x"}]),
                ("struct<source: string>", {"source": "x"}),
                ("binary", b"x"),
                ("array<binary>", [b"x"]),
                ("array<array<binary>>", [[b"x"]]),
            )
        ),
    ),
    *(
        alone(what, content, 65, "in.parquet:1:1: ")
        for what, content in (
            ("a date that is none", of(date=["x1"])),
            ("a date that is null", partial(packed, {**GOOD, "date": [None]}, date="string")),
            ("a country that is none", of(countries=[["Norwey"]])),
            ("no country", of(countries=[["NOR", None]])),
            ("a title that is blank", of(title=[" "])),
            ("an id that is none", of(id=["A B"])),
            ("ESC in a title", of(title=["a\x1b[31mb"])),
            ("an override in a title", of(title=["a\u202eb"])),
        )
    ),
    alone(
        "an id twice",
        partial(packed, {key: [*values, *values] for key, values in GOOD.items()}),
        65,
        "in.parquet:2:1: ",
    ),
    alone("damaged within", damaged(), 65, "in.parquet:1:1: the file seems to be damaged"),
    alone(
        "a damaged table",
        damaged({"Date": ["2021"], "Title": ["T"], "Country": ["NOR"]}),
        65,
        "in.parquet:1:1: the file seems to be damaged; copy it again (DuckDB",
    ),
    alone(
        "a damaged table of which little is asked for",
        damaged({"Date": ["2021"], "Title": ["T"], "Country": ["NOR"]}),
        65,
        "in.parquet:1:1: the file seems to be damaged; copy it again (DuckDB",
        command="diplo timeline norway --since 2021 --events in.parquet",
    ),
    alone(
        "a damaged table that is checked beside others",
        damaged({"Date": ["2021"], "Title": ["T"], "Country": ["NOR"]}),
        1,
        command="diplo check in.parquet ok.yaml",
        prints=("in.parquet:1:1: error: the file seems to be damaged", "ok.yaml:"),
    ),
    alone(
        "one that is checked beside others",
        damaged(),
        1,
        command="diplo check in.parquet ok.yaml",
        prints=("in.parquet:1:1: error: the file seems to be damaged", "ok.yaml:"),
    ),
    alone(
        "a subject of a status twice",
        partial(packed, {**GOOD, "status": [[("a", "b"), ("a", "c")]]}, status="map"),
        65,
        "in.parquet:1:1: the key 'a' is repeated here; remove one",
    ),
    alone(
        "a name that is not UTF-8",
        of(),
        66,
        "\\xff.parquet cannot be read: its path is not UTF-8; rename it",
        command=r"mv in.parquet $'\xff.parquet'; diplo timeline --events $'\xff.parquet'",
    ),
    alone(
        "a folder whose name is not UTF-8",
        of(),
        66,
        "in.parquet cannot be read: its path is not UTF-8; rename it",
        command=r"mkdir $'\xff'; cd $'\xff'; cp ../in.parquet .; diplo check in.parquet",
    ),
    alone(
        "a pipe",
        of(),
        66,
        "p.parquet cannot be read: Parquet needs a file, not a pipe; write it to one first",
        command="mkfifo p.parquet; diplo timeline --events p.parquet",
    ),
    alone("SQL in a title", of(title=["'; DROP TABLE a; --"]), 0, prints=("'; DROP TABLE a; --",)),
    alone("a number for a date", of(date=[2021]), 0, prints=("2021\t",)),
    alone(
        "no rows",
        partial(
            packed,
            {**{k: [] for k in GOOD}},
            id="string",
            date="string",
            title="string",
            countries="null",
        ),
        0,
    ),
    alone("countries that are a text", of(countries=["NOR"]), 0, prints=("2021\t",)),
    alone(
        "a file that is not there",
        b"",
        66,
        "nope.parquet",
        command="diplo timeline --events nope.parquet",
    ),
    alone(
        "Parquet, for which a map is begun",
        of(),
        65,
        command="diplo maps in.parquet",
        says="in.parquet:1:1: this is Parquet, which needs no map; give it to",
    ),
    alone(
        "Parquet from standard input",
        of(),
        65,
        command="diplo timeline --events - <in.parquet",
        says="-:1:1: this is Parquet, which is read from a file whose name ends in .parquet",
    ),
    alone(
        "Parquet by another name",
        of(),
        65,
        command="cp in.parquet in.csv; diplo timeline --events in.csv",
        says="in.csv:1:1: this is Parquet, which is read from a file",
    ),
    alone(
        "Parquet of anything by the name of YAML",
        of(),
        65,
        command="cp in.parquet in.yaml; diplo timeline --events in.yaml",
        says="in.yaml:1:1: this is Parquet, which is read from a file",
    ),
    alone(
        "wrong Parquet, checked",
        b"x",
        1,
        command="diplo check in.parquet",
        prints=("in.parquet:1:1: error: this is not a Parquet file; check its name",),
    ),
)
