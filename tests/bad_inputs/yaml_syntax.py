"""Event files that are no YAML, or YAML that is refused."""

from tests.bad_inputs.case import Case, beside, event

YAML_SYNTAX = (
    beside(
        "indents, quotes and signs",
        Case("a tab as indent", "- id: a\n\tdate: 2021-01-02\n", line=2, says="tab"),
        Case("a tab before a key", "events:\n\t- id: a\n", line=2),
        Case("a colon in an unquoted title", event(title="Treaty: the end"), line=3, says="quotes"),
        Case("no colon after a key", "- id a\n  date: 2021\n", line=2, says="after 'id' in line 1"),
        Case("a list in the middle of a mapping", "events:\n  x: 1\n  - id: a\n", line=3),
        Case("a double quote that is not closed", event(title='"foo'), line=3, says="close the"),
        Case("a single quote that is not closed", event(title="'foo"), line=3, says="close the"),
        Case("an apostrophe in single quotes", event(title="'Cote d'Ivoire'"), line=3),
        Case("backslashes in double quotes", event(title='"C:\\Users\\x"'), line=3, says="quotes"),
        Case("a value that starts with @", event(title="@foo"), line=3, says="quotes"),
        Case("a value that starts with %", event(title="%foo"), line=3, says="quotes"),
        Case("a value that starts with a backtick", event(title="`foo`"), line=3, says="quotes"),
        Case("a value that starts with a bracket", event(title="[a] b"), line=3),
    ),
    beside(
        "brackets, blocks and marks",
        Case("a value that starts with a brace", event(title="{a} b"), line=3),
        Case("brackets that are not closed", "{events: ["),
        Case("a bracket too many", "events: []]\n", line=1),
        Case("a text beside the sign of a block", event(title="> foo"), line=3),
        Case("the marks of a merge conflict", f"<<<<<<< HEAD\n{event()}=======\n{event()}", line=2),
        Case("a text after the end", f"{event()}...\nfoo: 1\n", line=7),
        Case("a directive of YAML 2", f"%YAML 2.0\n---\n{event()}", line=1, says="1.2"),
        Case("a directive that is none", f"%FOO\n{event()}", line=1),
        Case("a full-width colon", "- id： a\n  date: 2021\n", line=2),
        Case("an indent that goes back half way", "- id: a\n   date: 2021\n  title: T\n", line=2),
        Case("a question mark alone", "? \n", line=1),
        Case("a comma at the start of a list", event(countries="[, norway]"), line=5),
    ),
)
YAML_SLIPS = (
    beside(
        "spaces, hyphens and brackets",
        *(
            Case(what, f"{lines}\n  countries: [norway]\n", line=line, says=says)
            for what, lines, line, says in (
                ("no space after a colon", "- date:2021\n  title: T", 2, "after 'date:' in line 1"),
                ("the same before another", "- date:2021: a: b\n  title: T", 1, "'date:' here"),
                ("the same below", "- date: 2021\n  title:T", 3, "after 'title:' in line 2"),
                ("the same above blank lines", "- date:2021\n\n \n  title: T", 4, "in line 1"),
                ("no space after a hyphen", "-date: 2021\n  title: T", 2, "after '-' in line 1"),
                ("a dash", "– date: 2021\n  title: T", 2, "a hyphen (-) goes in place of '–'"),
                ("a no-break space", "- title:\xa0É\n  date: 2021", 2, "of U+00A0 in line 1"),
                ("a key too deep", "- date: 2021\n     title: T", 2, "indent this key as the one"),
                ("a colon in a text", "- title: a title: b\n  date: 2021", 1, "in quotes"),
                ("the same", "- title: Été\n  date:2021\n  type: t", 3, "'date:' in line 2"),
                ("a list", "- title: T\n  actors: [É, b\n  date: 2021", 3, "the [ of line 2, or"),
                (
                    "a mapping",
                    "- title: T\n  status: {a: b\n  date: 2021",
                    3,
                    "the { of line 2, or",
                ),
            )
        ),
    ),
)
YAML_FEATURES = (
    beside(
        "repeated keys, anchors and aliases",
        Case("a key twice at the top", "events: []\nevents: []\n", line=2, says="'events'"),
        Case("a key twice in an event", event("title: U"), line=6, says="'title'"),
        Case("a key twice in braces", "- {id: a, id: b}\n", line=1, says="'id'"),
        Case(
            "a country declared twice", "countries:\n  NOR: {name: A}\n  NOR: {name: B}\n", line=3
        ),
        Case("an alias of nothing", event(title="*nope"), line=3, says="*nope"),
        Case("an anchor without an alias", event(title="&x T"), line=3, says="&x"),
        Case("an anchor at a key", event("&x note: T"), line=6, says="&x"),
        Case("an anchor at a list", event(countries="&x [norway]"), line=5, says="&x"),
        Case("an alias as a key", event("*x : T"), line=6),
        Case("a merge key", "- {<<: {id: a}, title: T}\n", line=1, says="<<"),
    ),
    beside(
        "tags, keys and documents",
        Case("a name from Python", event(title='!!python/name:os.system ""'), line=3, says="tag"),
        Case("an object from Python", event(title="!!python/object/apply:os.abort []"), line=3),
        Case("a tag that does not fit", event(title="!!bool abc"), line=3, says="tag"),
        Case("a tag of bytes", event(title="!!binary aGVsbG8="), line=3, says="tag"),
        Case("a tag that would fit", event(title="!!str T"), line=3, says="tag"),
        Case("a tag of our own", event(countries="[!country NO]"), line=5, says="tag"),
        Case("a tag at a mapping", event(status="!!map {a: b}"), line=6, says="tag"),
        Case("a tag at a key", event("!!str note: T"), line=6, says="tag"),
        Case("a key that is a list", event("[a, b]: c"), line=6, says="key"),
        Case("a key that is a mapping", event("? {a: b}\n  : c"), line=6, says="key"),
        Case(
            "a subject that is nothing", event("status: {~: a}"), line=6, says="the key ~ is noth"
        ),
        Case(
            "one in letters", event("status:\n    null: a"), line=7, says="the key null is nothing"
        ),
        Case("a second document", f"{event()}---\n{event(id='b')}", line=6, says="second document"),
        Case(
            "a document an event",
            "date: 2021\ntitle: T\ncountries: [NO]\n---\ndate: 2022\n",
            line=4,
            says="a second document starts here",
        ),
    ),
)
