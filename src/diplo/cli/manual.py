"""The help besides commands and options: examples, exit statuses, the environment, dates."""

from collections.abc import Mapping

PROGRAM = ""  # diplo itself, in place of a command's name


# What examples show, with the command lines to type, by the name of their command; the tests run
# them beside an event file mine.yaml.
EXAMPLES: Mapping[str, Mapping[str, str]] = {
    PROGRAM: {
        "What has happened with Norway since 2021:": "diplo timeline norway --since 2021",
        "How things stood between two countries on a day:": (
            "diplo status norway palestine --on 2012-06-30"
        ),
        "More about a command, with examples:": "diplo help timeline",
    },
    "timeline": {
        "What concerns both, in the 1990s:": "diplo timeline norway palestine --year 1990s",
        "The last five, newest first:": "diplo timeline norway --limit 5 --reverse",
        "A page for the web:": "diplo timeline palestine --output story.html",
    },
    "show": {
        "One event in full:": "diplo show palestine-recognised",
        "Two, for a script:": "diplo show oslo-accords palestine-recognised --json",
        "With the year before and after:": "diplo show palestine-recognised --around 1y",
    },
    "cite": {
        "The sources of an event:": "diplo cite palestine-recognised",
        "For LaTeX:": "diplo cite oslo-accords --format bibtex",
        "For Zotero and others:": "diplo cite oslo-accords --format ris",
    },
    "status": {
        "How things stand between two countries:": "diplo status norway palestine",
        "How things stood on a day:": "diplo status afghanistan --on 2021-08-31",
        "How each state came about:": "diplo status norway palestine --history",
    },
    "stats": {
        "How many events in each year:": "diplo stats norway --since 2000",
        "How many of each type:": "diplo stats palestine --by type",
        "Who took part most often, as CSV:": "diplo stats --by actor --format csv",
    },
    "compare": {
        "Two timelines side by side:": "diplo compare afghanistan palestine --since 2021",
        "By decade:": "diplo compare afghanistan palestine --by decade",
        "For a script:": "diplo compare afghanistan palestine --json",
    },
    "explore": {
        "Browse one country's events:": "diplo explore norway",
        "Begin with what concerns both, since a year:": "diplo explore norway palestine -s 2021",
        "With your own events:": "diplo explore --events mine.yaml",
    },
    "countries": {
        "Every country, with its code:": "diplo countries",
        "Those of your own file:": "diplo countries --events mine.yaml",
        "Only the names:": "diplo countries --format plain | cut -f 2",
    },
    "types": {
        "Every type of event, and what it means:": "diplo types",
        "Those of your own file:": "diplo types --events mine.yaml",
        "For a spreadsheet:": "diplo types --output types.csv",
    },
    "sources": {
        "Every source, with the number of its events:": "diplo sources",
        "Those of your own file:": "diplo sources --events mine.yaml",
        "With all that is known of each:": "diplo sources --json",
    },
    "actors": {
        "Everyone who took part:": "diplo actors",
        "What one of them did:": "diplo timeline --actor taliban",
        "For a script:": "diplo actors --json",
    },
    "places": {
        "Every place:": "diplo places",
        "What happened at one:": "diplo timeline --place oslo",
        "For a script:": "diplo places --json",
    },
    "check": {
        "Check your own file:": "diplo check mine.yaml",
        "Together with the bundled events:": "diplo check bundled mine.yaml",
        "In a script, with warnings as errors:": "diplo check mine.yaml --strict --json",
    },
    "maps": {
        "The built-in maps:": "diplo maps",
        "One of them, to copy and change:": "diplo maps wikidata > my-map.yaml",
        "A map to begin with, for a table:": "diplo maps visits.csv > visits.yaml",
    },
    "schema": {
        "The rules for your own file:": "diplo schema",
        "For an editor:": "diplo schema > schema.json",
        "What an event may have:": "diplo schema | grep description",
    },
    "completion": {
        'For bash; in ~/.bashrc: eval "$(diplo completion bash)"': "diplo completion bash",
        'For zsh; in ~/.zshrc: eval "$(diplo completion zsh)"': "diplo completion zsh",
        "For fish; in its config: diplo completion fish | source": "diplo completion fish",
    },
    "help": {
        "All commands, and what an exit status means:": "diplo help",
        "One command, with examples:": "diplo help timeline",
        "A page for man:": "diplo help --man > diplo.1",
    },
}

EXITS: Mapping[str, str] = {
    "0": "Done, even if nothing matched; 'check' found no errors.",
    "1": "With --exit-status, nothing matched that began in the range; 'check' found errors, or "
    "with --strict warnings.",
    "2": "Wrong usage: a command, option, date, country, type, source, id, column or format.",
    "65": "The content of an event file is wrong.",
    "66": "An event file cannot be read, or the package that reads it is not installed.",
    "70": "A bug in diplo; DIPLO_DEBUG=1 shows more.",
    "71": "There is not enough memory, or an engine failed.",
    "73": "The file of --output cannot be written.",
    "74": "Standard output cannot be written.",
    "130, 141": "Interrupted; the reader of the pipe went away.",
}

ENVIRONMENT: Mapping[str, str] = {
    "DIPLO_EVENTS": "The event files to read where --events names none, separated as in PATH.",
    "DIPLO_TODAY": "The day to use as today, such as 2025-06-30.",
    "DIPLO_ENGINE": "What reads the events where --engine does not say.",
    "DIPLO_DEBUG": "With 1, a bug shows its traceback.",
    "NO_COLOR, FORCE_COLOR": "Turn colour off or on where --color does not say.",
}


# How dates are written: under each heading, forms with their meaning.
DATES: Mapping[str, Mapping[str, str]] = {
    "In event files, in EDTF, and as people read it": {
        "2024-05-28, 2021-12": "That day, that month: 28 May 2024, Dec 2021.",
        "2007, 196X, 19XX": "That year, decade, century: 2007, 1960s, 20th century.",
        "2001-21, 2001-24": "Seasons, from spring to winter: spring 2001, winter 2001–02.",
        "1994~": "About then: c. 1994.",
        "1994?": "Perhaps then: 1994?",
        "1960/1969": "All through: 1960–69.",
        "2021-08/..": "Still so: since Aug 2021.",
        "/2021-08": "Start not told: until Aug 2021.",
        "[..2025-04-24]": "Some day up to then: by 24 Apr 2025.",
        "[2002..]": "Some day from then on: 2002 or later.",
        "[2021-08..2022-01]": "Some day between: between Aug 2021 and Jan 2022.",
    },
    "In tables and notes, also": {
        "28.05.2024, 28 May 2024": "That day; 12/11/2024 needs --dates day-first or month-first.",
        "Dec 2010, 1990s, c. 1994": "That month, that decade, about that year.",
    },
    "After --since, --until and --year": {
        "2021, 2021-08, 2021-08-15": "All of that year, that month, that day.",
        "1990s, 19XX, 'summer 2021'": "That decade, that century, that season.",
        "'28 May 2024', 'Q1 2021'": "In words.",
        "today, '2 years ago'": "Counted from today; 'last month' will do too.",
        "2001..2010, 2021-08..": "With --year, a range.",
    },
}


def further(command: str) -> Mapping[str, Mapping[str, str]]:
    """Return the additional lists in the help of a command, by heading."""
    if command == PROGRAM:
        return {"Exit status": EXITS, "Environment": ENVIRONMENT}
    if command != "maps":
        return {}
    from diplo.reading.maps.syntax import (  # noqa: PLC0415  (only this help needs it)
        DECLARED,
        OWN_KEYS,
    )

    heading = f"Keys of a map, besides {', '.join(DECLARED[:-1])} and {DECLARED[-1]}"
    return {heading: OWN_KEYS}
