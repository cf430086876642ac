"""Event files that are to exhaust memory, stack or time."""

from itertools import product
from string import ascii_uppercase

from tests.bad_inputs.case import Case, command, event, json_event, nested

LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
MERGES = "m0: &m0 {x: y}\n" + "".join(
    f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}\n" for n in range(1, 9)
)

QUOTES = '["' + '\\"' * 200_000
BLANKS = "mkfifo in.jsonl; (tr '\\0' ' ' </dev/zero >in.jsonl &); diplo timeline --events in.jsonl"
# Many events of one day, whose titles have nearly the same words.
ALIKE = "".join(
    f"- {{id: e{n}, date: 2021, countries: [NOR], title: a{n % 97} signs b{n % 11} with c{n}}}\n"
    for n in range(5_000)
)
CODES = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)]
DIRECTIVES = "".join(f"%TAG !a{number}! b\n" for number in range(20_000)) + "--- []\n"
# Two of each title, whose default ids are the same once they are cut for a number.
LONG = "".join(
    f"- {{date: 202{n % 9}, countries: [NOR], title: {'a' * 70} {n // 2:04}}}\n"
    for n in range(6_000)
)

DENIAL_OF_SERVICE = (
    Case("lists that multiply", LAUGHS, line=1, says="&a0"),
    Case("mappings that multiply", MERGES, line=1, says="&m0"),
    Case("17 levels in YAML", nested(17), line=1, says="16 levels"),
    Case("25 000 levels in YAML", nested(25_000), line=1, says="16 levels"),
    Case("25 000 open brackets in YAML", "[" * 25_000, line=1, says="16 levels"),
    Case("25 000 open braces in YAML", "{" * 25_000, line=1),
    Case("25 000 open braces after keys", "{a: " * 25_000, line=1, says="16 levels"),
    Case("5 000 lists on one line", "- " * 5_000, line=1, says="16 levels"),
    Case("5 000 question marks", "? " * 5_000, line=1),
    Case("25 000 levels in JSON", nested(25_000), line=1, says="16 levels", file="in.json"),
    Case("25 000 open brackets in JSON", "[" * 25_000, line=1, file="in.json"),
    Case("levels in the middle of JSON", '{"a": ' * 25_000, line=1, file="in.json"),
    Case("25 000 levels in NDJSON", f"\n{nested(25_000)}\n", line=2, file="in.ndjson"),
    Case("a number of 5 000 digits", f"[{'9' * 5_000}]", line=1, file="in.json"),
    Case(
        "a number of 5 000 digits as a date",
        f"[{json_event(date='9' * 5_000)}]",
        line=1,
        file="in.json",
    ),
    Case("a huge exponent", f"[{json_event(date='1e999999999')}]", line=1, file="in.json"),
    Case("a title of a million words that is wrong", event(titel="a " * 10**6), says="'title'"),
    Case("a key of a million characters", event("x" * 10**6 + ": y"), line=6),
    Case("a date of a million digits", event(date="2" * 10**6), line=2, says="EDTF"),
    Case("an id of a million characters", event(id="a" * 10**6), line=1, says="80"),
    Case("a country of a million characters", event(countries=f"[{'x' * 10**6}]"), line=5),
    Case("a million blank lines", "\n" * 10**6, line=1),
    Case("20 000 wrong events", "- x\n" * 20_000, line=1),
    Case("20 000 unknown keys", "".join(f"k{n}: v\n" for n in range(20_000)), line=1),
    Case("200 000 quotes in a string that never ends", QUOTES, line=1, file="in.json"),
    Case("such a string on a line", f"\n{QUOTES}\n", line=2, file="in.jsonl"),
    Case("20 000 directives", DIRECTIVES, line=101, says="directives"),
    command(BLANKS, 65, "in.jsonl:1", what="blanks without an end"),
    *(
        Case(what, content, status, command="diplo check in.yaml >/dev/null")
        for what, content, status in (
            ("6 000 long titles that begin alike", LONG, 0),
            ("5 000 events of one year", ALIKE, 0),
            ("17 000 countries", event(countries=f"[{', '.join(CODES)}]"), 1),
        )
    ),
)
