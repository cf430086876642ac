"""Pictures: hostile text, odd data and odd options in SVG."""

from itertools import product

from tests.bad_inputs.case import Case, event

TEXTS = (
    "</text></svg><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onload='alert(1)",
    "<![CDATA[x]]> ]]>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'> &x;",
    "<?xml-stylesheet href='https://mallory.example/a.css'?>",
    "<image href='https://mallory.example/a.png'/>",
    "<foreignObject><iframe src='//mallory.example'/></foreignObject>",
    "<style>*{background:url(//mallory.example)}</style>",
    "url(https://mallory.example/a.svg#b)",
    "javascript:alert(1)",
    "&lt;script&gt; &amp; &#60;",
    "{{x}} ${x} %s {0} $(touch pwned) `touch pwned`",
    "-->\u00a0<!--",
)
COMMANDS = ("timeline", "status --on 2021", "stats --by place", "compare NOR SWE")
NEVER = (
    "<script",
    "<image",
    "<foreignObject",
    "<iframe",
    "<!ENTITY",
    "<?xml-s",
    '" onload',
    "<style>*",
    "<![CDATA",
)
_ODD = [
    "0001-01-01",
    "0001",
    "9999-12-31",
    "9999",
    "000X",
    "99XX",
    "/..",
    "9999/..",
    "/0001",
    "[..0001]",
    "[9999..]",
    "0001/9999",
    "1994~",
    "1994?",
    "1994%",
    "2001-24",
]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def hostile(text: str) -> str:
    """Return a file that has a text wherever a picture has any."""
    said = quoted(text)
    return f"""\
title: {said}
sources: {{s: {{title: {said}, url: "https://example.org/?a=b&c=<d>"}}}}
countries: {{NOR: {{name: {quoted(f"N {text}")}}}, SWE: {{name: {quoted(f"S {text}")}}}}}
types: {{treaty: {{label: {said}}}}}
events:
- {{id: a, date: 2021-01-02, title: {said}, type: treaty, countries: [NOR, SWE], place: {said}, summary: {said}, sources: [{{source: s, locator: {said}}}], status: {{{said}: {said}}}}}
- {{id: b, date: 2020/.., title: {said}, type: treaty, countries: [NOR]}}
"""


def drawn(
    what: str,
    content: str,
    options: str,
    status: int = 0,
    says: str = "",
    *prints: str,
    never: tuple[str, ...] = NEVER,
) -> Case:
    """Return the case of a picture of a file."""
    prints = prints if prints or status else ("</svg>\n",)
    return Case(
        what,
        content,
        status,
        None,
        says,
        command=f"diplo {options} --events in.yaml -f svg",
        prints=prints,
        never=never,
    )


def _many(count: int, **fields: str) -> str:
    return "".join(
        event(id=f"e{n}", **{key: each.format(n) for key, each in fields.items()})
        for n in range(count)
    )


PICTURES = (
    *(
        drawn(f"{command.split()[0]}: {text}", hostile(text), command)
        for command, text in product(COMMANDS, TEXTS)
    ),
    *(drawn(f"a timeline of {date}", event(date=f'"{date}"'), "timeline") for date in _ODD),
    drawn("no events", "events: []\n", "timeline"),
    drawn("no states", "events: []\n", "status"),
    drawn("nothing to count", "events: []\n", "stats"),
    drawn("nothing that matches", event(), "timeline --since 2030"),
    drawn("a word of 20 000 letters", event(title="x" * 20_000), "timeline"),
    drawn("a title of 200 wide words", event(title="条约 " * 200), "timeline"),
    drawn("text from right to left", event(title="سفارت نروژ در کابل"), "timeline"),
    drawn("letters with many marks", event(title="e" + "\u0301" * 2_000), "timeline"),
    drawn(
        "flags and families", event(title="🇳🇴 👩\u200d👩\u200d👧 👍🏽"), "timeline", 65, "U+200D"
    ),
    drawn(
        "letters of the first plane but one",
        event(title="𝔸𝔹 \U000e0041"),
        "timeline",
        65,
        says="in.yaml:3:13: the character U+E0041 is not allowed in an event",
    ),
    drawn("1 000 events of a day", _many(1_000, title="T{}"), "timeline"),
    drawn("300 years of events", _many(300, date="1{:03}"), "timeline"),
    drawn("300 types", _many(300, type="t{}"), "timeline"),
    drawn(
        "60 countries",
        event(countries=f"[{', '.join(f'XA{chr(65 + n)}' for n in range(26))}]"),
        "timeline",
    ),
    drawn(
        "300 states of one subject",
        _many(300, date="1{:03}", status="{{s: s{}}}"),
        "status --history",
    ),
    drawn("300 subjects", _many(300, status="{{s{}: open}}"), "status"),
    *(
        drawn(f"a width of {width}", event(), f"timeline --width {width}", 2, "--width")
        for width in ("0", "-1", "1", "12px", "1e3", "''", "９００", "9" * 30, "100000", "1200.5")
    ),
    drawn("a width of 10 000 digits", event(), f"timeline --width {'9' * 10_000}", 2, "--width"),
    Case(
        "a width without a picture",
        event(),
        2,
        says="--width",
        command="diplo timeline --events in.yaml -f csv --width 900",
    ),
    Case(
        "columns of a picture",
        event(),
        2,
        says="--columns",
        command="diplo timeline --events in.yaml -f svg -c title",
    ),
    Case(
        "a picture of one event",
        event(),
        2,
        command="diplo show a --events in.yaml -f svg",
        says="only timeline, status, stats and compare can be drawn; here",
    ),
    Case(
        "a picture of a vocabulary",
        event(),
        2,
        command="diplo countries --events in.yaml -f svg",
        says="only timeline, status, stats and compare can be drawn; here",
    ),
    Case(
        "a picture of what is wrong",
        event(date="x1"),
        65,
        2,
        command="diplo timeline --events in.yaml -f svg",
        says="in.yaml:2:9: 'x1' is not an EDTF date",
    ),
    Case(
        "a picture of a check",
        event(),
        2,
        command="diplo check in.yaml -f svg",
        says="only timeline, status, stats and compare can be drawn; here",
    ),
    Case(
        "a picture to a full disk",
        event(),
        74,
        command="diplo timeline --events in.yaml -f svg >/dev/full",
        says="standard output",
    ),
    Case(
        "a picture to no folder",
        event(),
        73,
        command="diplo timeline --events in.yaml -o no/such.svg",
        says="no/such.svg",
    ),
    Case(
        "a picture with colour",
        event(),
        0,
        command="diplo timeline --events in.yaml -f svg --color always",
        never=("\x1b",),
        prints=("</svg>",),
    ),
    Case(
        "a picture in ASCII",
        event(title="Støre"),
        0,
        command="PYTHONIOENCODING=ascii diplo timeline --events in.yaml -f svg",
        prints=("Støre",),
    ),
)
