"""Content that is hostile but valid, in every format: what must be printed, and what never."""

from tests.bad_inputs.case import Case, event

SIGNS = "+-@＝＋－＠"
EXTREMES = ("0001-01-01~", "9999-12-31~", "0001/9999", "[..0001-01-01]", "9999/..", "/..", "000X~")
HOSTILE = "".join(
    (
        event(
            id="markup",
            title="'<script>alert(1)</script> [bold]x[/bold] :smile: $(touch pwned)'",
        ),
        event(id="formula", title="'=1+1'"),
        *(event(id=f"sign-{n}", title=f"'{sign}1'") for n, sign in enumerate(SIGNS)),
        event(id="separators", title="""'a, "b" | c; d'"""),
        event(id="texts", title=r'"a\tb\r\n  c 漢字 עברית نص e\u0301 😀 \\033[31m %s {0}"'),
        event(id="actors", actors=f"[{', '.join(f'actor {n}' for n in range(3_000))}]"),
        *(event(id=f"end-{n}", date=f'"{text}"') for n, text in enumerate(EXTREMES)),
        event(id="long", title="x" * 20_000),
    )
)
YAML_LIKE = event(title="'- &a [*b, !c, %d]: #e'")
_MARKUP = "<script>alert(1)</script> [bold]x[/bold] :smile: $(touch pwned)"
_SEPARATED = 'a, "b" | c; d'
_TEXT = "a b c 漢字 עברית نص e\u0301 😀 "
_CODES = "\\033[31m %s {0}"
_IN_JSON = (r'"a, \"b\" | c; d"', f"{_TEXT}\\{_CODES}")
_ENDS = ("9999", "x" * 30)  # of the calendar, and of a very long word
EVERYWHERE = """\
title: =T <b>
as_of: 2025-06-30
sources:
  bad: {title: '=<i>Book</i>', kind: '@kind', url: 'https://example.org/?"><script>1</script>'}
countries: {NOR: {name: '=Norway $(touch pwned)', aliases: ['[red]N']}, SWE: {name: '<b>S'}}
types: {treaty: {label: '@T|<u>', description: '+1 `x`', plover: '=P', cameo: '-1'}}
events:
  - id: hostile
    date: 2021
    title: =1+1
    type: treaty
    countries: [NOR, SWE]
    actors: ['=A', '-2; x']
    place: '@P $(touch pwned)'
    summary: '[s](javascript:alert(1)) <img src=x onerror=alert(1)>'
    sources: [{source: bad, locator: '"><b onclick=alert(1)>'}]
    note: '</script></style></title>'
    status: {'=S | [bold]': '@open <b>'}
"""


def printed(name: str, *prints: str, never: tuple[str, ...] = (), says: str = "") -> Case:
    """Return the case of a wide timeline in a format."""
    given = f"COLUMNS=300 diplo timeline --events in.yaml -f {name} --color always"
    what = f"all that is hostile in {name}"
    return Case(what, HOSTILE, 0, says=says, command=given, prints=prints, never=never)


def reported(command: str, *prints: str, never: tuple[str, ...] = ()) -> Case:
    """Return the case of a command on a file that is hostile everywhere."""
    given = f"diplo {command.replace(' |', ' --events in.yaml |', 1)}"
    given = given if "|" in command else f"{given} --events in.yaml"
    return Case(command, EVERYWHERE, 0, command=given, prints=prints, never=never)


FORMATS = (
    printed("table", _MARKUP, "=1+1", _SEPARATED, _TEXT + _CODES, *_ENDS),
    printed(
        *("plain", _MARKUP, "\t=1+1\t", f"\t{_SEPARATED}\t"),
        *(f"\t{_TEXT}{_CODES}\t", *_ENDS),
        never=("'=1+1",),
    ),
    printed("json", _MARKUP, '"=1+1"', *_IN_JSON, "actor 2999", *_ENDS),
    printed("jsonl", _MARKUP, '"=1+1"', *_IN_JSON, "actor 2999", *_ENDS),
    printed(
        *("csv", _MARKUP, ",'=1+1,", *(f",'{sign}1," for sign in SIGNS)),
        *('"a, ""b"" | c; d"', _TEXT + _CODES, "actor 2999", *_ENDS),
        never=(",=1+1", *(f",{sign}1" for sign in SIGNS)),
    ),
    printed(
        *("tsv", _MARKUP, "\t'=1+1\t", *(f"\t'{sign}1\t" for sign in SIGNS)),
        *('"a, ""b"" | c; d"', "actor 2999", *_ENDS),
        never=("\t=1+1", *(f"\t{sign}1" for sign in SIGNS)),
    ),
    printed("yaml", _MARKUP, "=1+1", _SEPARATED, _TEXT + _CODES, "actor 2999", *_ENDS),
    printed(
        *("markdown", r"\<script>alert(1)\</script> \[bold]x\[/bold] \:smile: \$(touch pwned)"),
        *("=1+1", r'| a, "b" \| c; d |', _TEXT + r"\\033\[31m %s {0}", *_ENDS),
        never=("'=1+1", "<script>alert(1)</script>"),
    ),
    printed(
        *("html", "&lt;script&gt;alert(1)", "=1+1", _TEXT + _CODES),
        *("actor 2999", *_ENDS),
        never=("<script", "'=1+1"),
    ),
    printed(
        *("svg", "&lt;script&gt;alert(1)", "=1+1", f"{_TEXT}{_CODES}", "a, &quot;b&quot; | c; d"),
        never=("<script", "'=1+1"),
    ),
    printed(
        *("timelinejs", "&lt;script&gt;alert(1)", *_IN_JSON, "actor 2999", *_ENDS),
        never=("<script",),
        says="2 events without a first day are left out",
    ),
    Case(
        "all that is hostile in parquet",
        HOSTILE,
        0,
        command="diplo timeline --events in.yaml -f parquet -o out.parquet",
    ),
    Case(
        "what looks like YAML, read again",
        YAML_LIKE,
        0,
        command="diplo timeline --events in.yaml -f yaml | diplo timeline --events - -f plain",
        prints=("\t- &a [*b, !c, %d]: #e\t",),
    ),
    Case(
        "what is hostile everywhere, read again",
        EVERYWHERE,
        0,
        command="diplo timeline --events in.yaml -f yaml | diplo timeline --events - -f csv",
        prints=("'=1+1", '"\'=A; ""-2; x""",\'@P', ',"""=S | [bold]: @open <b>"""'),
    ),
    reported("timeline -f html", "&lt;b&gt;", never=("<script", "<img", "<b>", "<b ")),
    reported("timeline -f html --group-by country", "=Norway", never=("<script", "<img", "<b>")),
    reported("timeline -f svg", "&lt;b&gt;", never=("<script", "<img", "<b>", "<b ")),
    reported("status --on 2021 -f svg", "=S | [bold]", "@open &lt;b&gt;", never=("<b>",)),
    reported("stats --by place -f svg", "@P $(touch pwned)", never=("<b>",)),
    reported("compare NOR SWE -f svg", "=Norway $(touch pwned)", never=("<b>", "<u>")),
    reported("timeline -f timelinejs --group-by country", never=("<script", "<img", "<b")),
    reported("timeline -f markdown --group-by country", r"## =Norway \$(touch pwned)"),
    reported("timeline -f table --group-by country", "=Norway $(touch pwned)"),
    reported("show hostile -f table --color always", "=<i>Book</i>", "=S | [bold]"),
    reported("show hostile -f csv", "'=1+1", "'=A", never=(",=", ",@")),
    reported("status --on 2021 -f table --color always", "=S | [bold]", "@open <b>"),
    reported("status --on 2021 -f csv", "'=S | [bold],'@open <b>", never=("\n=", ",=", ",@")),
    reported(
        "status --on 2021 --history -f tsv", "'=S | [bold]\t'@open <b>", never=("\n=", "\t=", "\t@")
    ),
    reported("status --on 2021 --json", '"subject": "=S | [bold]", "state": "@open <b>"'),
    reported("stats --by place -f csv", "\n'@P $(touch pwned),", never=("\n@",)),
    reported("stats --by actor -f table --color always --ascii", "=A", "-2; x"),
    reported("stats --by country -f table", "=Norway $(touch pwned)"),
    reported("compare NOR SWE -f table --color always", "=Norway $(touch pwned)", "<b>S"),
    reported("compare NOR SWE -f csv", "hostile"),
    reported("countries -f csv", "NOR,'=Norway $(touch pwned),[red]N", never=(",=",)),
    reported("countries -f table --color always", "=Norway $(touch pwned)", "[red]N"),
    reported("types -f tsv", "\t'@T|<u>\t'+1 `x`\t'=P\t'-1\t", never=("\t=", "\t@", "\t+", "\t-")),
    reported("types -f table --color always", "@T|<u>", "+1 `x`"),
    reported("sources -f csv", ",'=<i>Book</i>,'@kind,", never=(",=", ",@")),
    reported("sources -f table --color always", "=<i>Book</i>", "@kind"),
    *(
        reported(
            f"completion {shell}",
            "treaty",
            never=("pwned", "=Norway"),
        )
        for shell in ("bash", "zsh", "fish")
    ),
    reported("completion bash | bash"),
)
