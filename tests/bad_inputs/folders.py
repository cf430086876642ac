"""Folders, patterns and notes: what stands in them that is no event, or cannot be read."""

from collections.abc import Mapping

from tests.bad_inputs.case import OTHER_USER, Case, Content

EVENT = "id: {}\ndate: 2021\ntitle: T\ncountries: [NO]\n"
NOTE = "---\ndate: 2021\ncountry: Norway\n---\n\nText.\n"
_DEEP = "/".join("d" * 60)


def folder(
    what: str,
    files: Mapping[str, Content],
    status: int = 65,
    says: str = "",
    prints: tuple[str, ...] = (),
    command: str = "",
    options: str = "",
) -> Case:
    """Return the case of a timeline of the folder `f`, in which some files stand."""
    given = command or f"diplo timeline --events f {options}".rstrip()
    named = {f"f/{name}": content for name, content in files.items()}
    return Case(what, "", status, None, says, "", given, prints, others=named)


def note(
    what: str, content: str | bytes, status: int = 65, says: str = "", prints: tuple[str, ...] = ()
) -> Case:
    """Return the case of a timeline of one note."""
    return Case(what, content, status, None, says, "in.md", "", prints)


FOLDERS = (
    # What is in a folder
    folder(
        "a folder of nothing",
        {},
        66,
        command="mkdir f; diplo timeline --events f",
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "a folder of other files",
        {"a.txt": "x", "b.pdf": "x"},
        66,
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "a wrong table in a text",
        {"a.txt": "Date,Country,Title\n2021,Norwey,T\n"},
        says="f/a.txt:2:2: no country is named 'Norwey'",
    ),
    folder(
        "texts that cannot be read, and a pipe named as one",
        {"a.yaml": EVENT.format("a"), "b.txt": "Date,Country,Title\n"},
        0,
        command=f"chmod 000 f/b.txt; mkfifo f/c.txt; {OTHER_USER} diplo timeline --events f",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a folder of hidden files",
        {".a.yaml": EVENT, ".b/c.yaml": EVENT},
        66,
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "a folder of folders of nothing",
        {"a/b/c/x.txt": ""},
        66,
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "a file whose name is nothing but its ending",
        {".yaml": EVENT},
        66,
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "the same id in two files",
        {"a.yaml": EVENT.format("a"), "b.yaml": EVENT.format("a")},
        says="f/b.yaml:1:5: the id 'a' is used twice; change one; see",
    ),
    folder(
        "the same id in a folder within",
        {"a/a.yaml": EVENT.format("a"), "b/b.yaml": EVENT.format("a")},
        says="f/b/b.yaml:1:5: the id 'a' is used twice; change one; see",
    ),
    folder(
        "unequal sources in two files",
        {
            "a.yaml": "sources: {s: {title: A}}\nevents: []\n",
            "b.yaml": "sources: {s: {title: B}}\nevents: []\n",
        },
        says="f/b.yaml:1:11: 's' is declared otherwise elsewhere; make both",
    ),
    folder(
        "unequal countries in two files",
        {
            "a.yaml": "countries: {NOR: {name: A}}\nevents: []\n",
            "b.yaml": "countries: {NOR: {name: B}}\nevents: []\n",
        },
        says="f/b.yaml:1:13: 'NOR' is declared otherwise elsewhere; make both",
    ),
    folder(
        "one wrong file among good ones",
        {"a.yaml": EVENT.format("a"), "b.yaml": "- x\n", "c.yaml": EVENT.format("c")},
        says="f/b.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    folder(
        "wrong files of all kinds",
        {
            "a.yaml": "- x\n",
            "b.json": "[1]",
            "c.csv": "a,b\n",
            "d.md": "---\ndate: [\n---\n",
            "e.xlsx": "x",
            "f.jsonl": "x\n",
        },
        says="f/a.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    folder(
        "an empty file",
        {"a.yaml": ""},
        says="f/a.yaml:1:1: the file is empty; an event file holds a list of",
    ),
    folder("an empty note", {"a.md": ""}, 0, says="f/a.md: 1 note has no date and is left out"),
    folder("an empty line of JSON", {"a.jsonl": ""}, 0),
    folder(
        "a file of two events, of which one is a mapping",
        {"a.yaml": EVENT.format("a") + "events: []\n"},
        says="f/a.yaml:1:1: unknown key 'id'; the keys are title, as_of,",
    ),
    folder(
        "an event that is a mapping without a date",
        {"a.yaml": "title: T\ncountries: [NO]\n"},
        says="f/a.yaml:1:1: 'events' is missing; it is required here",
    ),
    folder(
        "an event that is a mapping with a wrong date",
        {"a.yaml": "date: x1\ntitle: T\ncountries: [NO]\n"},
        says="f/a.yaml:1:7: 'x1' is not an EDTF date",
    ),
    folder(
        "an event that is a mapping with an unknown key",
        {"a.yaml": EVENT.format("a") + "titel: x\n"},
        says="f/a.yaml:5:1: unknown key 'titel'; did you mean 'title'?",
    ),
    folder(
        "an event that is a mapping in JSON, wrongly",
        {"a.json": '{"date": "x1",\n"title": "T", "countries": ["NO"]}'},
        says="f/a.json:1:10: 'x1' is not an EDTF date",
    ),
    folder(
        "a backup that an editor left",
        {"a.yaml": EVENT.format("a"), "a.yaml~": EVENT.format("a"), "#a.yaml#": EVENT.format("a")},
        0,
        prints=("2021\t",),
    ),
    folder(
        "a lock that a spreadsheet left",
        {"a.yaml": EVENT.format("a"), "~$a.xlsx": b"\x07Name" + bytes(50)},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "names with blanks and quotes",
        {"a b.yaml": EVENT.format("a"), "c'd\".yaml": EVENT.format("c")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a name with ESC",
        {"a\x1b[31m.yaml": "- x\n"},
        says="f/a\\x1b[31m.yaml:1:3: must be a mapping with the keys id, date,",
    ),
    folder(
        "a name with a line break",
        {"a\nb.yaml": "- x\n"},
        says="f/a\\nb.yaml:1:3: must be a mapping with the keys id, date,",
    ),
    folder(
        "a name with an override",
        {"a\u202eb.yaml": "- x\n"},
        says="f/a\\u202eb.yaml:1:3: must be a mapping with the keys id, date,",
    ),
    folder(
        "a name that looks like an option",
        {"--help.yaml": EVENT.format("a")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a name that looks like a pattern",
        {"[a]*.yaml": EVENT.format("a")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a name that looks like an address",
        {"https:/a.yaml": EVENT.format("a")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a name that is not UTF-8",
        {},
        command=r"mkdir f; printf -- '- x\n' >f/$'a\xff.yaml'; diplo timeline --events f",
        says="f/a\\xff.yaml:1:3: must be a mapping with the keys id, date,",
    ),
    folder(
        "endings in capitals",
        {"A.YAML": EVENT.format("a"), "B.CSV": "Date,Country,Title\n2021,Norway,T\n"},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a folder named as a file",
        {"a.yaml/b.yaml": EVENT.format("b")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\tb",),
    ),
    folder(
        "60 levels of folders",
        {f"{_DEEP}/a.yaml": EVENT.format("a")},
        0,
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "500 files",
        {f"{n}.yaml": EVENT.format(f"e{n}") for n in range(500)},
        0,
        options=">/dev/null",
    ),
    folder(
        "500 wrong files",
        {f"{n}.yaml": "- x\n" for n in range(500)},
        says="f/0.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    folder(
        "a map that stands among the tables",
        {
            "map.yaml": 'event: {date: "{d}", title: x, countries: NO}\n',
            "t.csv": "Date,Country,Title\n2021,Norway,T\n",
        },
        says="f/map.yaml:1:1: this is a map, which goes with a table: --events TABLE --map",
    ),
    folder(
        "tables of different headers",
        {"a.csv": "Date,Country,Title\n2021,Norway,T\n", "b.csv": "a,b\n1,2\n"},
        says="f/b.csv:1:1: no column holds a date, a title or a country; the",
    ),
    folder(
        "an id of two notes",
        {
            "a.md": "---\nid: a\ndate: 2021\ncountry: Norway\n---\n",
            "b.md": "---\nid: a\ndate: 2021\ncountry: Norway\n---\n",
        },
        says="f/b.md:2:5: the id 'a' is used twice; change one; see f/a.md:2:1",
    ),
    # Links, pipes and permissions
    folder(
        "a link that leads nowhere",
        {},
        66,
        command="mkdir f; ln -s gone f/a.yaml; diplo timeline --events f",
    ),
    folder(
        "a link to itself",
        {},
        66,
        command="mkdir f; ln -s a.yaml f/a.yaml; diplo timeline --events f",
        says="f/a.yaml cannot be read: Too many levels of symbolic links;",
    ),
    folder(
        "a link up",
        {"a.yaml": EVENT.format("b")},
        0,
        command="ln -s .. f/up; diplo timeline --events f",
    ),
    folder(
        "folders that are linked to each other",
        {"a/a.yaml": EVENT.format("a"), "b/b.yaml": EVENT.format("b")},
        0,
        command="ln -s ../b f/a/b; ln -s ../a f/b/a; diplo timeline --events f",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a file that may not be read",
        {"a.yaml": EVENT.format("a")},
        66,
        command=f"chmod 000 f/a.yaml; {OTHER_USER} diplo timeline --events f",
        says="f/a.yaml cannot be read: Permission denied; check its name and",
    ),
    folder(
        "a folder that may not be read",
        {"a.yaml": EVENT.format("a")},
        66,
        command=f"chmod 000 f; {OTHER_USER} diplo timeline --events f; s=$?; chmod 755 f; exit $s",
        says="f cannot be read: Permission denied; check its permissions",
    ),
    folder(
        "a folder within that may not be read",
        {"a.yaml": EVENT.format("a"), "b/c.yaml": EVENT.format("c")},
        66,
        command=f"chmod 000 f/b; {OTHER_USER} diplo timeline --events f; s=$?; chmod 755 f/b; exit $s",
        says="f/b cannot be read: Permission denied; check its permissions",
    ),
    folder(
        "a socket",
        {"a.yaml": EVENT.format("a")},
        66,
        command="python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"f/s.yaml\")'; diplo timeline --events f",
        says="f/s.yaml cannot be read: No such device or address; check its",
    ),
    folder(
        "a device",
        {},
        65,
        command="mkdir f; ln -s /dev/zero f/a.yaml; diplo timeline --events f",
        says="f/a.yaml:1:1: the character U+0000 is not allowed in an event",
    ),
    folder(
        "a folder that is gone",
        {},
        66,
        says="f cannot be read: No such file or directory; check its name",
    ),
    folder(
        "a folder that is a file",
        {},
        66,
        command="diplo timeline --events ok.yaml/",
        says="ok.yaml/ cannot be read: Not a directory; check its name",
    ),
    folder(
        "a folder twice",
        {"a.yaml": EVENT.format("a")},
        0,
        options="--events f",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a folder and a file in it",
        {"a.yaml": EVENT.format("a")},
        0,
        options="--events f/a.yaml",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a folder in the environment",
        {"a.yaml": "- x\n"},
        command="DIPLO_EVENTS=f diplo timeline",
        says="f/a.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    folder(
        "a folder to check",
        {"a.yaml": "- x\n", "b.csv": "a,b\n"},
        1,
        command="diplo check f",
        prints=("f/a.yaml:1:3: error: must be a mapping with the keys id, date, title,",),
    ),
    folder(
        "a folder of nothing to check",
        {"a.txt": ""},
        66,
        command="diplo check f",
        says="f is a folder without event files (YAML, JSON, tables, Markdown, Parquet)",
    ),
    folder(
        "a folder to write",
        {"a.yaml": EVENT.format("a")},
        73,
        command="diplo timeline --events f/a.yaml -f csv -o f",
        says="f cannot be written: Is a directory; name another file",
    ),
    # Patterns
    folder(
        "a pattern that is like nothing",
        {"a.yaml": EVENT},
        66,
        command="diplo timeline --events 'f/*.json'",
        says="no file matches f/*.json; check the pattern",
    ),
    folder(
        "a pattern that is not closed",
        {"a.yaml": EVENT},
        66,
        command="diplo timeline --events 'f/[a.yaml'",
        says="no file matches f/[a.yaml",
    ),
    folder(
        "a pattern of all, which folders are like too",
        {"a.yaml": EVENT.format("a"), "b/c.txt": ""},
        0,
        command="diplo timeline --events 'f/*'",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a pattern like a file that is no event file",
        {"a.yaml": EVENT.format("a"), "b.bin": bytes(9)},
        command="diplo timeline --events 'f/*'",
        says="f/b.bin:1:1: the character U+0000 is not allowed in an event",
    ),
    folder(
        "a pattern with ESC",
        {},
        66,
        command="diplo timeline --events $'f/\\e[31m*'",
        says="no file matches f/\\x1b[31m*",
    ),
    folder(
        "a pattern of many stars",
        {"a.yaml": EVENT.format("a")},
        66,
        command=f"diplo timeline --events 'f/{'*a' * 50}b'",
        says="no file matches",
    ),
    folder(
        "a pattern that goes deep",
        {"a/b/c.yaml": EVENT.format("c")},
        0,
        command="diplo timeline --events 'f/**/*.yaml'",
        prints=("2021\tcertain\tNOR\t\tT\tc",),
    ),
    folder(
        "a pattern of hidden files",
        {".a.yaml": EVENT.format("a")},
        66,
        command="diplo timeline --events 'f/*.yaml'",
        says="no file matches f/*.yaml",
    ),
    folder(
        "a pattern that is also a name",
        {"[a].yaml": EVENT.format("a")},
        0,
        command="diplo timeline --events 'f/[a].yaml'",
        prints=("2021\tcertain\tNOR\t\tT\ta",),
    ),
    folder(
        "a pattern to check",
        {"a.yaml": "- x\n"},
        1,
        command="diplo check 'f/*.yaml'",
        prints=("f/a.yaml:1:3: error: must be a mapping with the keys id, date, title,",),
    ),
    folder(
        "a pattern in the environment",
        {"a.yaml": "- x\n"},
        command="DIPLO_EVENTS='f/*' diplo timeline",
        says="f/a.yaml:1:3: must be a mapping with the keys id, date, title,",
    ),
    # Notes
    note(
        "a note without front matter",
        "# Title\n\nText.\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note that begins with a table that is none of events",
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a table in Markdown of dates and titles alone",
        "| Date | Title |\n| --- | --- |\n| 2021 | A |\n",
        says="in.md:1:1: no column holds a country; the header is: column 1, Date, Title",
    ),
    note(
        "a table in Markdown with a date that is none",
        "| Date | Country | Title |\n| --- | --- | --- |\n| soon | Norway | A |\n",
        says="in.md:3:2: 'soon' is not a date",
    ),
    note(
        "a note whose front matter is not closed",
        "\n---\ntags: [a]\nDate: 2021\ncountry: Norway\n\nText.\n",
        says="in.md:2:1: the front matter that begins here does not end; write --- below its last",
    ),
    note(
        "a note that begins with a rule",
        "---\n\n# Title\n\nText of no date: none.\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note whose front matter is a list",
        "---\n- a\n---\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note whose front matter is a text",
        "---\na\n---\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note without a date",
        "---\ntags: [a]\n---\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note with a blank date",
        "---\ndate:\n---\n",
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note without a country",
        "---\ndate: 2021\n---\n",
        says="in.md:2:1: 'countries' is missing; it is required here",
    ),
    note(
        "a note with a wrong date",
        "---\ndate: 2021-13\ncountry: Norway\n---\n",
        says="in.md:2:7: '2021-13' is not in the calendar: years run from",
    ),
    note(
        "a note with a date in an order that nobody told",
        "---\ndate: 12/11/2024\ncountry: Norway\n---\n",
        says="in.md:2:7: '12/11/2024' may be 2024-11-12 (day-first) or",
    ),
    note(
        "a note with a date that is a mapping",
        "---\ndate: {a: b}\ncountry: Norway\n---\n",
        says="in.md:2:7: must be a text; it is a mapping",
    ),
    note(
        "a note with a wrong country",
        "---\ndate: 2021\ncountry: Norwey\n---\n",
        says="in.md:3:10: no country is named 'Norwey'; did you mean 'norway'?",
    ),
    note(
        "a note with two countries in one text",
        "---\ndate: 2021\ncountry: Norway, Sweden\n---\n",
        says='in.md:3:10: \'Norway, Sweden\' names 2 countries: write them as ["Norway", "Sweden"]',
    ),
    note(
        "a note with two keys for countries",
        "---\ndate: 2021\ncountry: Norway\nparties: Sweden\n---\n",
        0,
        prints=("2021\tcertain\tNOR; SWE\t\tin\t2021-in",),
    ),
    note(
        "a note with a key twice",
        "---\ndate: 2021\ndate: 2022\ncountry: Norway\n---\n",
        says="in.md:3:1: the key 'date' is repeated here; remove one",
    ),
    note(
        "a note without a space after a colon",
        "\n---\ntitle: A\ndate:1994\ncountry: Norway\n---\n",
        says="in.md:5:1: not valid YAML: could not find expected ':'; a space goes after 'date:' in line 4",
    ),
    note(
        "a note with a list that is not closed",
        "---\ndate: 1994\nactors: [a, b\ncountry: Norway\n---\n",
        says="in.md:4:8: not valid YAML: did not find expected ',' or ']'; close the [ of line 3",
    ),
    note(
        "a note with a tag",
        "---\ndate: !!python/name:os.system x\n---\n",
        says="in.md:2:7: the tag 'tag:yaml.org,2002:python/name:os.system' is",
    ),
    note(
        "a note with anchors",
        "---\ndate: &a 2021\n---\n",
        says="in.md:2:7: the anchor &a is not read; remove it",
    ),
    note(
        "a note with a wrong id",
        "---\nid: ．\ndate: 2021\ncountry: Norway\n---\n",
        says="in.md:2:5: '．' is not an id; use a-z, 0-9 and single hyphens",
    ),
    note(
        "a note with sources that are a mapping",
        "---\ndate: 2021\ncountry: Norway\nsources: {a: b}\n---\n",
        says="in.md:4:10: 'sources' must be a list, as in [...]",
    ),
    note(
        "a note with a wrong source",
        "---\ndate: 2021\ncountry: Norway\nsources: [{page: 1}]\n---\n",
        says="in.md:4:11: 'source' is missing; it is required here",
    ),
    note(
        "a note with ESC in its text",
        "---\ndate: 2021\ncountry: Norway\n---\n\na\x1b[31mb\n",
        says="in.md:6:2: the character U+001B is not allowed in an event file;",
    ),
    note(
        "a note with an override in its title",
        "---\ndate: 2021\ncountry: Norway\ntitle: a\u202eb\n---\n",
        says="in.md:4:9: the character U+202E is not allowed in an event file;",
    ),
    note(
        "a note with a script in its text",
        "---\ndate: 2021\ncountry: Norway\n---\n\n<script>alert(1)</script> [a](javascript:b)\n",
        0,
        prints=("2021\tcertain\tNOR\t\tin\t2021-in",),
    ),
    note(
        "a note in Latin-1",
        "---\ndate: 2021\ncountry: Norway\ntitle: S\xf8r\n---\n".encode("latin-1"),
        says="in.md:4:9: the byte 0xf8 is not UTF-8 text; save the file as",
    ),
    note(
        "a note with a NUL",
        "---\ndate: 2021\n---\n\0",
        says="in.md:4:1: the character U+0000 is not allowed in an event file;",
    ),
    note(
        "a note that nests",
        f"---\ndate: {'[' * 20}\n---\n",
        says="in.md:2:22: nested more than 16 levels deep; an event file",
    ),
    note(
        "a note of a million lines",
        "---\ndate: 2021\ncountry: Norway\n---\n" + "\n" * 10**6,
        0,
        prints=("2021\tcertain\tNOR\t\tin\t2021-in",),
    ),
    note(
        "a note of a million dashes",
        "---\n" * 250_000,
        0,
        says="in.md: 1 note has no date and is left out",
    ),
    note(
        "a note of a million brackets",
        "---\ndate: 2021\ncountry: Norway\n---\n\n" + "[" * 10**6 + "\n",
        0,
        prints=("2021\tcertain\tNOR\t\tin\t2021-in",),
    ),
    *(
        note(
            f"a note of what is opened: {sign}",
            "---\ndate: 2021\ncountry: Norway\n---\n\n" + sign * 100_000 + "\n",
            0,
            prints=("2021\tcertain\tNOR\t\tin\t2021-in",),
        )
        for sign in ("<!--", " **a", " _a", " ~~a", "`a", "[^", "^[", "a\n\n", "*a _a `a")
    ),
    note(
        "a note of open links",
        "---\ndate: 2021\ncountry: Norway\n---\n\n" + "[[a|" * 100_000 + "\n",
        0,
        prints=("2021\tcertain\tNOR\t\tin\t2021-in",),
    ),
)
