"""The explorer: arguments that are wrong, no terminal, and hostile text on the screen."""

from tests.bad_inputs.case import Case, command, event
from tests.bad_inputs.pictures import TEXTS, hostile

NEEDS = "explore needs a terminal"
_SHARES = 4  # processes for the hostile texts, as each takes long
_FILE = "diplo explore --events in.yaml"


def typed(
    what: str,
    content: str,
    keys: str,
    *prints: str,
    options: str = "",
    status: int = 0,
    says: str = "",
) -> Case:
    """Return the case of an explorer in a terminal, in which some keys are pressed, and q last."""
    given = f"{_FILE} {options}".rstrip()
    return Case(what, content, status, None, says, "in.yaml", given, prints, keys=f"{keys}q")


EXPLORER = (
    # No terminal
    command("diplo explore", says=NEEDS, what="no terminal"),
    command("diplo explore >/dev/null", says=NEEDS, what="a device for a terminal"),
    command(
        "diplo explore norway | cat; exit ${PIPESTATUS[0]}",
        says=NEEDS,
        what="a pipe for a terminal",
    ),
    command("diplo explore norway >out.txt", says=NEEDS, what="a file for a terminal"),
    command("diplo explore >&-", says=NEEDS, what="no standard output"),
    command("TERM=dumb diplo explore", says=NEEDS, what="a dumb terminal"),
    command(
        "diplo explore --events nope.yaml",
        says=NEEDS,
        what="no terminal for a file that is not there",
    ),
    command("diplo explore norwey", says=NEEDS, what="no terminal for a country that is none"),
    # Options
    *(
        command(f"diplo explore {options}", says=says)
        for options, says in (
            ("--limit x", "--limit"),
            ("--limit -1", "--limit"),
            ("--limit 1_0", "--limit"),
            ("-n", "requires an argument"),
            ("--sort random", "sort key"),
            ("--sort ''", "sort key"),
            ("--group-by month", "month"),
            ("--color sometimes", "sometimes"),
            ("--columns id", "--columns"),
            ("--format json", "--format"),
            ("--json", "--json"),
            ("--output x", "--output"),
            ("--exit-status", "--exit-status"),
            ("--sicne 2021", "--since"),
            ("--events ''", "--events"),
            ("--encoding utf-9", "utf-9"),
            ("--dates first", "first"),
            ("--reverse=1", "--reverse"),
            ("--ascii=1", "--ascii"),
            ("--since", "--since"),
            ("--since --all", "--since"),
            (f"--{'x' * 5_000}", "no such option"),
            (r"--$'\e[31m'", r"\x1b"),
        )
    ),
    # In a terminal
    typed(
        "a country that is none",
        event(),
        "",
        options="norwey",
        status=2,
        says="no country is named 'norwey'",
    ),
    typed("a country with ESC", event(), "", options="no\u202ern", status=2, says="no country"),
    typed("a date that is none", event(), "", options="--since 2021-13", status=2, says="--since"),
    typed(
        "a type that is none",
        "types: {treaty: {label: T}}\nevents: []\n",
        "",
        options="--type treatey",
        status=2,
        says="treaty",
    ),
    typed("a file that is wrong", event(date="x1"), "", status=65, says="in.yaml:2:9"),
    typed(
        "a file that is not there",
        event(),
        "",
        options="--events nope.yaml",
        status=66,
        says="nope.yaml",
    ),
    typed(
        "a map that is not there",
        event(),
        "",
        options="--map nope.yaml",
        status=66,
        says="nope.yaml",
    ),
    typed(
        "an engine that is none", event(), "", options="--engine sqlite", status=2, says="sqlite"
    ),
    typed("no events at all", "events: []\n", ""),
    typed("nothing that matches", event(), "", options="--since 2030"),
    typed("letters that a terminal has not", event(title="Støre 漢字 سفارت e\u0301"), "", "Støre"),
    typed("a word of 20 000 letters", event(title="x" * 20_000), "\rq"),
    typed(
        "events at the ends of the calendar",
        event(id="b", date="0001-01-01~")
        + event(id="c", date="9999-12-31~")
        + event(id="d", date="/.."),
        "jjkkGg<>",
    ),
    typed("keys that do nothing", event(), "zZ\x00\x01\x7f~}"),
    *(
        typed(f"texts: {TEXTS[at]}", hostile(" ".join(TEXTS[at::_SHARES])), "jk\rq")
        for at in range(_SHARES)
    ),
)
