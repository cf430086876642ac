"""What is wrong with a command line or its file in the same way for every command."""

from tests.bad_inputs.case import Case, command, each, event, printing

READING = (
    *(
        "timeline",
        "show a",
        "cite a",
        "status",
        "stats",
        "compare norway sweden",
        "countries",
        "types",
    ),
    *("sources", "actors", "places", "completion bash"),
)
BROKEN = event(date="2021-02-30")
CONTROLLED = event(title="a\x1b[31mb\x07")

COMMANDS = (
    *(
        Case(f"a broken file: {name}", BROKEN, line=2, command=f"diplo {name} --events in.yaml")
        for name in READING
    ),
    # What all commands have in common, each at some of them.
    *each(("stats", "types", "completion bash"), "--events nope.yaml", 66, "nope.yaml"),
    *each(("status", "check", "schema"), "--hepl", says="did you mean '--help'? See 'diplo "),
    *each(("show a", "compare norway sweden"), "--format tsb", says="did you mean 'tsv'"),
    command("diplo sources --format html", says="choose from table, plain"),
    command("diplo countries --json --format csv", says="contradict"),
    command("diplo types --color red", says="auto, always, never"),
    command("diplo check --format --json", says="--format needs a value"),
    command("diplo explore --events in.yaml </dev/null", says="explore needs a terminal"),
    command("diplo show a --events ''", says="--events"),
    command(
        "diplo show a --around '' --events ok.yaml", says="--around: '' is not a length of time"
    ),
    command("diplo show a --around --json --events ok.yaml", says="--around"),
    command("diplo stats --help >/dev/full", 74, "standard output"),
    command("diplo check ok.yaml -o no/such.txt", 73, "no/such.txt"),
    command("diplo show a --events ok.yaml -o no/such.txt", 73, "no/such.txt"),
    command("diplo countries >/dev/full", 74, "standard output"),
    command("diplo compare norway palestine -f json >&-", 74, "closed"),
    command("diplo schema >/dev/full", 74, "standard output"),
    command("diplo compare norway sweden -o no/such.txt", 73, "no/such.txt cannot be written"),
    command("diplo show", says="ID"),
    command("diplo show ''"),
    printing("diplo show A --events ok.yaml", "a\t2021-01-02"),
    command("diplo show a b --events ok.yaml", says="'b'"),
    command(r"diplo show $'a\e[31m' --events ok.yaml", says=r"a\x1b[31m"),
    command(r"diplo show $'\xff'", says=r"\xff", what="an id that is no UTF-8"),
    command(f"diplo show {'x' * 100_000}", says="xxx...xxx", what="an id of 100 000 characters"),
    printing(f"diplo show {'a ' * 5_000} --events ok.yaml -f plain", "a\t")._replace(
        what="an id 5 000 times"
    ),
    command("diplo show a --events - </dev/null", says="'a'"),
    command("diplo cite", says="ID"),
    command("diplo cite A --events ok.yaml", 0, says="the event a names no source"),
    command("diplo cite a --events ok.yaml -f html", says="text, bibtex, ris, csl-json"),
    command("diplo cite a --events ok.yaml -o no/such.bib", 73, "no/such.bib"),
    command(r"diplo cite $'a\e[31m' --events ok.yaml", says=r"a\x1b[31m"),
    command("diplo cite a --events nope.yaml", 66, "nope.yaml"),
    command("diplo help xyz", says="no such command 'xyz'"),
    command("diplo actors oslo", says="oslo"),
    command("diplo places --sort name", says="--sort"),
    command("diplo countries norway", says="norway"),
    command("diplo types --type treaty", says="--type"),
    command("diplo sources book film", says="'book film'"),
    command("diplo sources --since 2021", says="--since'; see 'diplo sources --help'"),
    command(r"diplo countries $'a\e[31mb'", says=r"a\x1b[31mb"),
    command(f"diplo types {'x' * 5_000}", what="an argument of 5 000 characters"),
    command("diplo sources --events ok.yaml --events ok.yaml", 65, "ok.yaml:2:"),
    command("diplo schema v2 v3", says="schema takes no arguments, but got 'v2 v3'"),
    command("diplo schema --json", says="--json"),
    command(r"diplo schema $'\xff'", says=r"\xff"),
    command("diplo completion", says="bash, zsh, fish"),
    command("diplo completion tcsh", says="bash, zsh, fish"),
    command("diplo completion BASH", says="did you mean 'bash'"),
    command("diplo completion bash zsh", says="completion takes no more arguments"),
    command("diplo completion --json bash", says="--json"),
    command(r"diplo completion $'ba\e[31msh'", says=r"ba\x1b[31msh"),
    command("mkdir d && diplo completion fish --events d", 66),
    command("diplo check ''", says="FILE has a blank value"),
    command("mkdir d && diplo check d", 66),
    command("diplo maps gdlet", 2, "gdelt"),
    command("diplo check --events ok.yaml", says="--events"),
    command("diplo check ok.yaml nope.yaml", 66, "nope.yaml"),
    command("diplo check - <&-", 66, "standard input"),
    command("diplo check - - </dev/null", says="twice"),
    command("diplo check nope.yaml -o report.txt; s=$?; ! test -e report.txt && exit $s", 66),
    printing("diplo check ok.yaml ok.yaml", "ok.yaml:2:8: error: ", status=1),
    printing("printf 'a: [' | diplo check -", "-:2:1: error: ", status=1),
    Case(
        "a broken file that is checked",
        BROKEN,
        status=1,
        command="diplo check in.yaml",
        prints=("in.yaml:2:9: error: '2021-02-30'",),
    ),
    Case(
        "forty mistakes that are checked",
        "".join(event(id=f"e{n}", titel="x") for n in range(40)),
        status=1,
        command="diplo check in.yaml -f csv",
        prints=("in.yaml,6,3,error,", "in.yaml,240,3,error,"),
    ),
    *(
        Case(
            f"control characters that are checked in {name}",
            CONTROLLED,
            status=1,
            command=f"diplo check in.yaml -f {name}",
            prints=("U+001B",),
        )
        for name in ("table", "jsonl")
    ),
    *(
        Case(
            f"a formula and markup that are checked in {name}",
            event("'=1+1 [bold] <b>': x"),
            status=1,
            command=f"diplo check in.yaml -f {name} --color always",
            prints=("=1+1 [bold] <b>",),
        )
        for name in ("table", "csv")
    ),
)
