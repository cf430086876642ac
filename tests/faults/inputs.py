"""Folders that are gone, files that change, FIFOs that are cut, too little memory."""

from tests.faults.fault import MANY, OK, ONE, Fault

PLACES = (
    *(
        Fault(f"{name} is {value}", f"{name}={value} {OK}", 0, ONE)
        for name, value in (("HOME", "/nonexistent"), ("HOME", "/proc"), ("PWD", "/nonexistent"))
    ),
    Fault(
        "no folder for temporary files",
        f"TMPDIR=/nonexistent {OK} -o new",
        0,
        "",
        "",
        ("new",),
        ONE,
    ),
    Fault(
        "a name without a home",
        "env -u HOME -u USER -u LOGNAME -u PATH $(command -v diplo) -V | wc -l",
        0,
        "1\n",
    ),
    Fault("a home that is a file", f"HOME=$PWD/old {OK} -f table >/dev/null"),
    Fault("a folder that is gone", "{gone} diplo timeline --events $up/ok.yaml", 0, ONE),
    Fault("the bundled file", "{gone} diplo timeline >/dev/null"),
    Fault("standard input", "{gone} diplo timeline --events - <$up/ok.yaml", 0, ONE),
    Fault("a relative file", "{gone} diplo timeline --events in.yaml", 66, err="in.yaml"),
    Fault("a relative output", "{gone} diplo timeline -o new", 73, err="new"),
    Fault(
        "an absolute output",
        "{gone} diplo timeline --events $up/ok.yaml -o $up/new",
        made=("new",),
        holds=ONE,
    ),
    Fault("a check", "{gone} diplo check ../ok.yaml | wc -l", 0, "1\n", "1 warning"),
)
# Between the opening of the one file and its reading stands the opening of the other, a FIFO.
MEANWHILE = (
    "mkfifo gate.yaml; ({many} --events gate.yaml; echo $? >status) >out & exec 3>gate.yaml;"
    " {change}; cat ok.yaml >&3; exec 3>&-; wait; wc -l <out; s=$(cat status);"
    " rm -f gate.yaml many.jsonl other out status; exit $s"
)


def changed(what: str, change: str, events: int = 1501, err: str = "") -> Fault:
    command = MEANWHILE.replace("{many}", MANY).replace("{change}", change)
    return Fault(what, command, 65 if err else 0, f"{events}\n", err, ("many.jsonl",))


CHANGES = (
    changed("nothing", ":"),
    changed("it is removed", "rm many.jsonl"),
    changed("another takes its place", "cp ok.yaml other; mv other many.jsonl"),
    changed("a folder takes its place", "rm many.jsonl; mkdir many.jsonl; rmdir many.jsonl"),
    changed("it may not be read", "chmod 000 many.jsonl"),
    changed("it grows", "sed -n '1,99s/\"e/\"f/p' many.jsonl >other; cat other >>many.jsonl", 1600),
    changed("it grows by half a line", 'printf \'{"id": "x"\' >>many.jsonl', 0, "many.jsonl:1501:"),
    changed("it is cut in a line", "truncate -s 100010 many.jsonl", 0, "many.jsonl:"),
    changed(
        "it is cut between lines", "truncate -s $(head -n 1000 many.jsonl | wc -c) many.jsonl", 1001
    ),
    changed("it is emptied", ": >many.jsonl", 0, "many.jsonl:"),
    changed(
        "zeros take its place",
        "truncate -s 100010 many.jsonl; truncate -s 200000 many.jsonl",
        0,
        "many.jsonl:",
    ),
)


def cut(what: str, file: str, given: str, status: int, out: str = "", err: str = "") -> Fault:
    reads = f"diplo timeline --events in.{file.rpartition('.')[2]}"
    return Fault(
        what,
        f"mkfifo in.{file.rpartition('.')[2]}; ({given}) >in.* & {reads}; s=$?; rm in.*; exit $s",
        status,
        out,
        err,
    )


FIFOS = (
    cut("a FIFO cut in YAML", "ok.yaml", "head -c 30 ok.yaml", 65, err="in.yaml:"),
    cut("a FIFO cut in JSON", "a.json", 'printf \'[{"date": "2021\'', 65, err="in.json:1:"),
    cut("a FIFO cut in a line", "a.jsonl", 'printf \'{"date": "2021\'', 65, err="in.jsonl:1:"),
    cut("a FIFO cut in a character", "a.yaml", r"cat ok.yaml; printf '# \xc3'", 65, err="0xc3"),
    cut("a FIFO without YAML", "a.yaml", ":", 65, err="empty"),
    cut("a FIFO without lines", "a.jsonl", ":", 0),
)


def twice(names: str, reads: str = "timeline", given: str = "") -> Fault:
    """Return the fault of a stream that is named twice."""
    command = f"mkfifo ff; ln -s ff alias; {given}diplo {reads} {names}; s=$?; rm ff alias; exit $s"
    return Fault(f"{given}{reads} {names}", command, 2, err="it can be read once")


TWICE = (
    twice("--events ff --events ff"),
    twice("--events ff --events ./ff"),
    twice("--events ff --events ok.yaml --events alias"),
    twice("--events - --events -", given="cat ok.yaml | "),
    twice("--events - --events /dev/stdin", given="cat ok.yaml | "),
    twice("--events - --events /dev/stdin <ok.yaml"),
    twice("--events /dev/fd/3 --events /proc/self/fd/3 3< <(cat ok.yaml)"),
    twice("ff ff", "check"),
    twice("- --events /dev/stdin", "show", "echo a | "),
    *(
        Fault(
            f"nothing in a range of {name}",
            f"mkfifo ff; cat ok.yaml >ff & {reads} -f table -y 1800 | cut -c 1-18 | head -n 1;"
            " s=$?; wait; rm ff; exit $s",
            0,
            "All events in 1800\n",
            "no event matches the range",
        )
        for name, reads in (
            ("a FIFO", "diplo timeline --events ff"),
            ("a pipe", "cat ff | diplo timeline --events /dev/stdin"),
        )
    ),
)
DEEP = "printf '%050000d' 0 | tr 0 '[' >{file}; diplo check {file}; s=$?; rm {file}; exit $s"
LIMITS = (
    Fault(
        "a table with little stack",
        f"ulimit -s 2048; {OK} -f table | tail -n 1 | cut -c 1-10",
        out="     2 Jan\n",
    ),
    *(
        Fault(
            f"deep {file} with little stack",
            f"ulimit -s 2048; {DEEP.replace('{file}', file)}",
            1,
            f"{file}:1:17: error: nested more than 16 levels deep; an event file needs five\n",
            f"diplo: 1 error in {file}",
        )
        for file in ("in.yaml", "in.json")
    ),
    *(
        Fault(
            f"512 MB of memory for {file}",
            f"large {file} >{file}; ulimit -v 524288; diplo timeline --events {file} -y 1500"
            f" | cut -c 1-4; s=${{PIPESTATUS[0]}}; rm {file}; exit $s",
            out="1500\n",
        )
        for file in ("a.yaml", "a.json", "a.jsonl")
    ),
)
