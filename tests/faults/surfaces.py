"""The same around tables, maps, spreadsheets, folders, pictures and Parquet."""

from tests.conftest import HAS_PARQUET
from tests.faults.fault import FULL, MANY, NOBODY, OK, UNMEASURED, Fault

ROW = "2021-01-02\tcertain\tNOR\ttreaty\tT\t2021-01-02-t\n"
READS = {
    "a table": "diplo timeline --events table.csv",
    "a map": "diplo timeline --events table.csv --map map.yaml",
    "a spreadsheet": "diplo timeline --events sheet.xlsx",
    "a folder": "diplo timeline --events tables",
}
PICTURES = ("svg", "html", "timelinejs", "csv", "yaml", *(["parquet"] if HAS_PARQUET else []))
GATE = (
    "mkfifo tables/a.csv; ({reads}; echo $? >status) >out & exec 3>tables/a.csv; {change};"
    " cat table.csv >&3; exec 3>&-; wait; s=$(cat status); rm -f tables/a.csv out status; exit $s"
)


def around(what: str, how: str, status: int, err: str = "", out: str | None = "") -> Fault:
    """Return a fault of one of the surfaces that are read."""
    return Fault(f"{what}: {how}", how.replace("{}", READS[what]), status, out, err)


def meanwhile(what: str, reads: str, change: str, status: int, err: str, *made: str) -> Fault:
    """Return the fault of a change between the listing of a folder and the end of its reading."""
    command = GATE.replace("{reads}", reads).replace("{change}", change)
    return Fault(what, command, status, "", err, made)


SURFACES = (
    *(
        fault
        for what in READS
        for fault in (
            around(what, "{} >/dev/full", 74, FULL),
            around(what, "{} >&-", 74, "is closed"),
            around(what, "{} -o /dev/full", 73, FULL),
            around(what, "{} -o no/new", 73, "No such file"),
            around(what, "HOME=/proc TMPDIR=/nonexistent {}", 0, out=ROW),
            around(what, f"{NOBODY} {{}} >&3", 141),
        )
    ),
    *(
        fault
        for form in PICTURES
        for fault in (
            Fault(f"{form} to a full disk", f"{OK} -f {form} >/dev/full", 74, err=FULL),
            Fault(f"{form} into a full disk", f"{OK} -f {form} -o /dev/full", 73, err=FULL),
            Fault(
                f"{form} and a disk full half way",
                f"ulimit -f 16; {UNMEASURED} {MANY} -f {form} -o old",
                73,
                err="too large",
            ),
            Fault(
                f"{form} to a reader that leaves",
                f"{NOBODY} {MANY} -f {form} >&3",
                141,
            ),
        )
    ),
    meanwhile(
        "a table of a folder vanishes",
        "diplo timeline --events tables",
        "mv tables/z.csv z",
        66,
        "tables/z.csv cannot be read",
        *("tables/z.csv", "z"),
    ),
    meanwhile(
        "a table of a folder becomes one",
        "diplo timeline --events tables",
        "mv tables/z.csv z; mkdir tables/z.csv",
        66,
        "Is a directory",
        *("tables/z.csv", "z"),
    ),
    meanwhile(
        "a table of a folder is emptied",
        "diplo timeline --events tables",
        ": >tables/z.csv",
        65,
        "tables/z.csv:1:1",
        "tables/z.csv",
    ),
    meanwhile(
        "a map vanishes once it is read",
        "diplo timeline --events tables --map map.yaml",
        "mv map.yaml away",
        0,
        "",
        *("map.yaml", "away"),
    ),
    *(
        Fault(f"{what} in a folder that is gone", f"{{gone}} {command}", status, out, err)
        for what, command, status, out, err in (
            ("a table", "diplo timeline --events $up/table.csv", 0, ROW, ""),
            ("a spreadsheet", "diplo timeline --events $up/sheet.xlsx", 0, ROW, ""),
            ("a folder", "diplo timeline --events $up/tables", 0, ROW, ""),
            ("a pattern", "diplo timeline --events '*.csv'", 66, "", "no file matches *.csv"),
            ("a folder of the same", "diplo timeline --events .", 66, "", "without event files"),
            ("a map", "diplo timeline --events $up/table.csv --map map.yaml", 66, "", "map.yaml"),
            ("a picture", "diplo timeline -f svg -o new.svg", 73, "", "new.svg"),
        )
    ),
    Fault(
        "half a spreadsheet",
        "head -c 900 sheet.xlsx >h.xlsx; diplo check h.xlsx; s=$?; rm h.xlsx; exit $s",
        1,
        None,
        "1 error in h.xlsx",
    ),
    Fault(
        "a spreadsheet through a pipe",
        "mkfifo f.xlsx; cat sheet.xlsx >f.xlsx & diplo timeline --events f.xlsx; s=$?; wait;"
        " rm f.xlsx; exit $s",
        0,
        ROW,
    ),
    Fault(
        "a map through a pipe",
        "diplo timeline --events table.csv --map <(cat map.yaml)",
        0,
        ROW,
    ),
    Fault(
        "a table cut in its quotes",
        "printf 'date,title,country\\n2021,\"T' | diplo timeline --events -",
        65,
        err="-:2:2: a quote opens this cell",
    ),
)
