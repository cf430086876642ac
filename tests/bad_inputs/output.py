"""Outputs that cannot be written, and odd environments."""

from tests.bad_inputs.case import Case, command, norway


def to_nobody(given: str) -> Case:
    """Return the case of a pipe whose reader has gone before anything is written."""
    return command(f"exec 3> >(:); wait $!; diplo {given} >&3", 141, what=f"{given} to nobody")


OUTPUT = (
    norway(">/dev/full", 74),
    norway("--json >/dev/full", 74),
    norway(">&-", 74),
    command("diplo --help >/dev/full", 74, what="help to a full disk"),
    command("diplo --version >/dev/full", 74, what="a version to a full disk"),
    norway(">&- 2>&-", 74),
    norway("2>/dev/full", 0),
    command("diplo timeline norwey 2>/dev/full", 2, what="an error to a full disk"),
    to_nobody("timeline norway --json"),
    norway("--events ok.yaml --json | head -1; exit ${PIPESTATUS[0]}", 0),
    norway("-o no/such/x.txt", 73, "no/such/x.txt"),
    norway("-o /dev/full", 73, "/dev/full"),
    norway("-o .", 73),
    norway("-o ok.yaml/x", 73),
    norway(r"-o $'no/\e[31m'", 73, r"\x1b"),
    norway(f"-o {'x' * 300}", 73, what="a file name of 300 characters"),
    command("ulimit -f 0; trap '' XFSZ; diplo timeline -o lim.txt", 73, what="a limit on files"),
    norway("-o /proc/nope", 73),
    norway("-o no/such.html -f html", 73, "no/such.html"),
    norway(r"-o $'no/\xff'", 73, r"\xff"),
    norway("-o ok.yaml/x -f timelinejs", 73),
    norway("-f html >/dev/full", 74, "standard output"),
    norway("-f table --color always >/dev/full", 74, "standard output"),
    to_nobody("timeline norway -f timelinejs"),
    to_nobody("completion bash"),
    command("mkdir ro; chmod 555 ro; diplo timeline norway -o ro/no/x", 73, "ro/no/x"),
    command("ln -s loop loop; diplo timeline norway -o loop", 73, "loop"),
    command(
        "diplo timeline norwey -o ok.yaml; s=$?; grep -q treaty ok.yaml && exit $s",
        says="norway",
        what="an error that leaves the output as it was",
    ),
    command(
        "ulimit -f 0; trap '' XFSZ; diplo timeline -o ok.yaml; "
        "s=$?; grep -q treaty ok.yaml && exit $s",
        73,
        "ok.yaml",
        what="a limit on files that leaves the output as it was",
    ),
)

ENVIRONMENT = (
    command(
        "PYTHONIOENCODING=cp1252 diplo timeline norway -f table >/dev/null", 0, what="a code page"
    ),
    command("PYTHONIOENCODING=ascii diplo timeline norway -f table >/dev/null", 0, what="ASCII"),
    command("COLUMNS=0 diplo timeline norway -f table >/dev/null", 0, what="COLUMNS of 0"),
    command("COLUMNS=1 diplo timeline norway -f table >/dev/null", 0, what="COLUMNS of 1"),
    command("COLUMNS=abc diplo timeline norway -f table >/dev/null", 0, what="COLUMNS of a word"),
    command(
        "COLUMNS=1000000000 diplo timeline norway -f table >/dev/null",
        0,
        what="COLUMNS of a billion",
    ),
    command("TERMINAL_WIDTH=abc diplo timeline norwey", 2, "norway", what="a width of a word"),
    command("TERMINAL_WIDTH=abc diplo timeline --help", 0, what="a width of a word in help"),
    command("env -u HOME diplo timeline norway", 0, what="no home"),
    command("env -u TERM diplo timeline norway -f table >/dev/null", 0, what="no terminal"),
    command('env -i "$(command -v diplo)" timeline norway', 0, what="no environment"),
    command("FORCE_COLOR=abc COLUMNS=٣ diplo timeline norway >/dev/null", 0),
    command("LC_ALL=nonsense LANG=x diplo timeline norway --json >/dev/null", 0),
    command("TZ=nonsense diplo status norway --on today >/dev/null 2>&1", 0),
    command("COLORTERM=x TERM=$'\\e[31m' diplo timeline norway -f table >/dev/null", 0),
    command("DIPLO_TODAY= diplo timeline norway >/dev/null", 0),
    command("DIPLO_TODAY=2021 diplo timeline norway", says="DIPLO_TODAY"),
    command("DIPLO_TODAY=２０２１-01-02 diplo timeline norway", says="DIPLO_TODAY"),
    command(r"DIPLO_TODAY=$'\e[31m' diplo timeline norway", says=r"\x1b"),
    command("DIPLO_EVENTS=:: diplo types >/dev/null", 0),
    command("DIPLO_EVENTS=' ' diplo types", says="DIPLO_EVENTS has a blank value; leave it out"),
    command("DIPLO_EVENTS='ok.yaml: ' diplo types", says="DIPLO_EVENTS has a blank value"),
    command("DIPLO_EVENTS=ok.yaml:nope.yaml diplo types", 66, "nope.yaml"),
    command("DIPLO_EVENTS=ok.yaml:ok.yaml diplo check", 1),
    command("mkdir d && DIPLO_EVENTS=d diplo timeline", 66),
    command("DIPLO_EVENTS=-:- diplo timeline </dev/null", says="twice"),
    command(r"DIPLO_EVENTS=$'no\e[31mpe' diplo timeline", 66, r"no\x1b[31mpe"),
    command("DIPLO_DEBUG=1 diplo timeline norwey", says="norway"),
    command("_DIPLO_COMPLETE=bash_source diplo timeline norway >/dev/null", 0),
    command("mkdir d; cd d; rmdir ../d; diplo timeline norway >/dev/null", 0),
    command("mkdir d; cd d; rmdir ../d; diplo timeline --events ok.yaml", 66, "ok.yaml"),
    command("mkdir d; cd d; rmdir ../d; diplo timeline -o x", 73, "x"),
)
