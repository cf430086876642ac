"""Readers that leave, disks that are full, descriptors that are closed or do not wait."""

from tests.faults.fault import FULL, MANY, NOBODY, OK, ONE, UNMEASURED, Fault


def of_reader(what: str, command: str, status: int = 141, out: str | None = None) -> Fault:
    return Fault(what, f"{command}; exit ${{PIPESTATUS[0]}}", status, out)


REPORTS = ("compare norway sweden", "check ok.yaml")  # the one an answer, the other findings
FORMATS = ("plain", "html", "table")
SET = "export DIPLO_EVENTS=effect.yaml;"

READERS = (
    *(
        of_reader(f"one line of {name}", f"{MANY} -f {name} | head -n 1 >/dev/null")
        for name in FORMATS
    ),
    *(
        Fault(f"{report} to nobody", f"{SET} {NOBODY} diplo {report} --json >&3", 141)
        for report in REPORTS
    ),
    of_reader("a reader that leaves late", f"{MANY} | head -c 120000 | wc -c", 141, "120000\n"),
    of_reader("nobody hears the error", "diplo timeline norwey 2>&1 >/dev/null | true", 2),
    Fault("nobody hears either", f"{NOBODY} {MANY} >&3 2>&3", 141),
    Fault("a device for both", f"{OK} -o /dev/stdout | cat", 0, ONE),
)
FULL_DISKS = (
    *(Fault(f"{r} to a full disk", f"{SET} diplo {r} >/dev/full", 74, err=FULL) for r in REPORTS),
    *(
        Fault(f"{name} to a full disk", f"{OK} -f {name} >/dev/full", 74, err=FULL)
        for name in ("html", "table")
    ),
    Fault("both streams on a full disk", f"{OK} >/dev/full 2>/dev/full", 74),
    Fault("a completion to a full disk", "diplo completion zsh >/dev/full", 74, err=FULL),
    Fault(
        "a disk full half way",
        f"ulimit -f 64; {UNMEASURED} {MANY} >cut",
        74,
        None,
        "too large",
        ("cut",),
    ),
    *(
        Fault(
            f"a disk full half way to {to}",
            f"ulimit -f 64; {UNMEASURED} {MANY} -o {to}",
            73,
            err="large",
        )
        for to in ("new", "link")
    ),
    Fault(
        "a full file system",
        "disk; diplo timeline -f html -o disk/new; s=$?; ls -A disk; exit $s",
        73,
        err=FULL,
    ),
    Fault(
        "a full file system with an old file",
        f"disk; echo x >disk/old; {MANY} -o disk/old; s=$?; ls -A disk; cat disk/old; exit $s",
        73,
        "old\nx\n",
        FULL,
    ),
    Fault("standard output on a full file system", f"disk; {MANY} >disk/out", 74, err=FULL),
)
DESCRIPTORS = (
    *(Fault(f"{r} >&-", f"{SET} diplo {r} >&-", 74, err="is closed") for r in REPORTS),
    Fault(
        "no standard input",
        "diplo check ok.yaml <&- >out && wc -l <out && rm out",
        0,
        "1\n",
        "1 warning",
    ),
    Fault("an answer without any", "diplo check ok.yaml <&- >&- 2>&-", 74),
    Fault("an error without any", "diplo timeline norwey <&- >&- 2>&-", 2),
    Fault("a wrong file without any", "diplo timeline --events cut.yaml <&- >&- 2>&-", 65),
    Fault("no file without any", "diplo timeline --events none <&- >&- 2>&-", 66),
    Fault("a file instead", f"{OK} -o out <&- >&- 2>&-", made=("out",), holds=ONE),
    Fault("no file instead", f"{OK} -o no/out <&- >&- 2>&-", 73),
    Fault("standard output that is read-only", f"{OK} 1<old", 74, err="Bad file descriptor"),
    Fault("standard error that is read-only", "diplo timeline norwey 2<old", 2),
    Fault(
        "standard input that is write-only",
        "diplo timeline --events - 0>w",
        66,
        "",
        "Bad file",
        ("w",),
    ),
    Fault("few descriptors", f"ulimit -n 10; {OK}", 0, ONE),
)
