"""Words on the command line that are no country's, and answers that are empty."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo.cli.options import files
from tests.cli.answers import ids
from tests.conftest import Result, Run

Write = Callable[..., Path]

FILE = """\
countries: {NOR: {name: Norway}, AFG: {name: Afghanistan}, PSE: {name: Palestine}}
types: {visit: {label: Visit}, talks.peace: {label: Peace talks}, war: {label: War}}
events:
- {id: visit, date: 2001, title: A visit to Gaza, type: visit, countries: [NOR, AFG],
   actors: [Taliban, Jonas Gahr Støre], place: Oslo}
- {id: talks, date: 2002, title: Talks, type: talks.peace, countries: [AFG], actors: [Taliban],
   status: {Office: open}}
- {id: other, date: 2003, title: Others talk, type: talks.peace, countries: [NOR, PSE],
   actors: [Oslo, UN], place: "Royal Palace, Oslo"}
- {id: women, date: 2004, title: Support, type: visit, countries: [PSE], actors: [UN Women],
   place: Gaza Strip, status: {Desk: open}, note: A doubt}
"""
TALIBAN = "diplo: taliban is an actor here: 2 events; --actor taliban finds the same\n"


@pytest.fixture
def ask(call: Run, write: Write) -> Run:
    """Ask about the file in plain lines, or as told."""
    write("e.yaml", FILE)
    return lambda *typed: call(*typed, "--events", "e.yaml")


def refused(result: Result, *says: str) -> None:
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.startswith("diplo: ")
    for part in says:
        assert part in result.err


# Who and where.


@pytest.mark.parametrize(
    ("typed", "found", "note"),
    [
        (["taliban"], "visit talks", TALIBAN),
        (["norway", "Taliban"], "visit", TALIBAN),
        (["norway+taliban"], "visit", TALIBAN),
        (["taliban,palestine"], "visit talks other women", TALIBAN),
        (["norway+taliban,palestine", "norway"], "visit other", TALIBAN),
        (
            ["jonas-gahr-store"],
            "visit",
            "'jonas gahr store' is an actor here: 1 event; --actor 'jonas gahr store' finds the",
        ),
        (["un"], "other", "un is an actor here: 1 event; --actor un finds 2 events"),
        (
            ["oslo"],
            "visit other",
            "oslo is an actor and a place here: 2 events; --actor oslo finds 1 event, --place",
        ),
        (
            ["royal palace, oslo"],
            "other",
            "'royal palace oslo' is a place here: 1 event; --place 'royal palace oslo' finds the",
        ),
        (["gaza-strip", "palestine"], "women", "'gaza strip' is a place here: 1 event; --place"),
    ],
)
def test_the_whole_name_of_an_actor_or_a_place_is_taken_as_that(
    ask: Run, typed: list[str], found: str, note: str
) -> None:
    result = ask("timeline", *typed)
    assert ids(result) == found.split()
    assert result.err.count("\n") == 1
    assert note in result.err


def test_a_name_is_taken_from_standard_input_too(run: Run) -> None:
    result = run("timeline", "norway", "taliban", "--events", "-", stdin=FILE)
    assert (ids(result), result.err) == (["visit"], TALIBAN)


def test_a_country_is_a_country_whoever_has_its_name(ask: Run, write: Write) -> None:
    write("e.yaml", FILE.replace("UN Women", "Norway").replace("actors: [Taliban]", "actors: [NO]"))
    result = ask("timeline", "norway,no")
    assert (ids(result), result.err) == (["visit", "other"], "")


def test_a_code_that_no_standard_has_is_that_of_a_country_where_one_has_it(
    ask: Run, write: Write
) -> None:
    assert ids(ask("timeline", "un")) == ["other"]
    write("e.yaml", FILE.replace("[Oslo, UN]", "[Oslo, QQZ]"))
    assert ids(ask("timeline", "qqz")) == ["other"]
    write("e.yaml", FILE.replace("[Oslo, UN]", "[Oslo, QQZ]").replace("[AFG]", "[AFG, QQZ]"))
    result = ask("timeline", "qqz")
    assert (ids(result), result.err) == (["talks"], "")


def test_the_title_has_the_names(ask: Run) -> None:
    def title(*typed: str) -> str:
        return ask(*typed, "-f", "table").out.partition("  ")[0].strip()

    assert title("timeline", "taliban", "norway") == "Norway and Taliban"
    assert title("timeline", "norway+taliban,palestine") == "Norway and Taliban or Palestine"
    assert (
        title("timeline", "norway", "oslo,taliban+palestine")
        == "Norway and (Oslo or Palestine and Taliban)"
    )
    assert title("timeline", "-x", "visit,war") == "All events · without Visit or War"
    assert title("compare", "taliban", "norway+palestine") == "Taliban; Norway and Palestine"


def test_stats_count_them(ask: Run) -> None:
    result = ask("stats", "taliban", "--by", "type", "--json")
    assert [(row["key"], row["count"]) for row in json.loads(result.out)] == [
        ("talks.peace", 1),
        ("visit", 1),
    ]
    assert result.err == TALIBAN


def test_status_tells_of_their_subjects(ask: Run) -> None:
    result = ask("status", "taliban", "--on", "2005", "--json")
    assert [row["subject"] for row in json.loads(result.out)] == ["Office"]
    assert result.err == "diplo: taliban is an actor here: 2 events\n"
    assert ask("status", "palestine", "gaza-strip", "--on", "2005").out.startswith("Desk\t")


def test_lanes_of_names_and_of_parties_together(ask: Run) -> None:
    typed = ("compare", "norway+afghanistan", "taliban", "palestine,norway+taliban")
    result = ask(*typed, "--json")
    assert result.err == TALIBAN
    assert [(list(row["columns"].values()), row["shared"]) for row in json.loads(result.out)] == [
        ([[], [], []], ["visit"]),
        ([[], ["talks"], []], []),
        ([[], [], ["other"]], []),
        ([[], [], ["women"]], []),
    ]
    drawn = ask(*typed, "-f", "table").out
    assert "AFG NOR TAL" not in drawn
    for head in ("AFG", "TAL", "PSE"):
        assert head in drawn
    assert drawn.count("A visit to Gaza") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("norway+taliban", "Taliban+NOR"),
        ("norway+palestine,taliban", "taliban,palestine+norway"),
        ("taliban", "TALIBAN"),
    ],
)
def test_lanes_that_are_the_same_are_refused(ask: Run, one: str, other: str) -> None:
    refused(ask("compare", one, other), "are the same")


def test_lanes_that_differ_in_a_plus_differ(ask: Run) -> None:
    assert ask("compare", "norway+palestine", "norway,palestine").status == 0


# What is nobody's.


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["gaza"], "no country is named 'gaza'; -q gaza finds 2 events, --place gaza 1\n"),
        (["norway", "jonas"], "'jonas'; -q jonas finds 1 event, --actor jonas 1\n"),
        (["peace-talks"], "'peace-talks'"),
        (["a-talk,norway"], "'a-talk'; -q 'a talk' finds 2 events\n"),
        (["norway+stripe"], "'stripe'"),
        (["qqqqqq"], "--actor"),
        (["qqqqqq"], "-q"),
        (["afghanistann"], "did you mean 'afghanistan'?\n"),
        (["palestin"], "did you mean 'palestine'"),
        (["palestin"], "? -q palestin finds 2 events\n"),
        (["norway", "since", "soon"], "no country is named 'since'; did you mean --since?\n"),
        (["norway", "2001"], "no country is named '2001'; did you mean --year 2001?\n"),
        (["norway,2001..2003"], "'2001..2003'; did you mean --year 2001..2003?\n"),
        (["last year"], "'last year'; did you mean --year 'last year'?\n"),
        (["war"], "no country is named 'war'; did you mean --type war?\n"),
        (["norway", "TALKS"], "'TALKS'; did you mean --type TALKS? -q TALKS finds 1 event\n"),
        (["-t", "war,visit", "talks.peace"], "did you mean --type war,visit,talks.peace?\n"),
        (["isit"], "'isit'; use a name or an ISO 3166 code; -q TEXT and --actor NAME look for"),
        (["tal"], "'tal'; use a name or an ISO 3166 code; -q TEXT and --actor NAME look for"),
        (["england"], ": it is a part of the United Kingdom; use united-kingdom\n"),
        (["hamas"], "-q finds, but no event mentions it; a file may declare a party under"),
        *(
            ([text], "; did you mean norway palestine (both) or norway,palestine (either)?\n")
            for text in (
                *("norway/palestine", "norway;palestine", "Norway & Palestine", "norway palestine"),
                *("norway and palestine", "NORWAY AND  palestine"),
            )
        ),
        *(
            (
                typed.split(),
                "; did you mean norway palestine (both) or norway,palestine (either)?\n",
            )
            for typed in (
                *("norway, palestine", "norway ,palestine", "norway + palestine"),
                *("norway , palestine", "+norway palestine,"),
            )
        ),
        (
            ["united", "kingdom,", "norway"],
            "; did you mean united-kingdom norway (both) or united-kingdom,norway (either)?\n",
        ),
        (["norwey,", "palestine"], "COUNTRY: something is blank in 'norwey,'; write a,b\n"),
        (["norway,"], "COUNTRY: something is blank in 'norway,'; write a,b\n"),
        (
            ["nor/south korea/afghanistan"],
            (
                "; did you mean nor south-korea afghanistan (all) or"
                " nor,south-korea,afghanistan (any)?\n"
            ),
        ),
        (
            ["norway and bosnia and herzegovina"],
            (
                "; did you mean norway bosnia-and-herzegovina (both) or"
                " norway,bosnia-and-herzegovina (either)?\n"
            ),
        ),
        (
            ["Cote d'Ivoire and France"],
            '; did you mean "cote-d\'ivoire" france (both) or "cote-d\'ivoire",france (either)?\n',
        ),
        (["norway and qqq"], "'norway and qqq'; use a name"),
        (["x" * 100], "no country is named 'xxxx"),
        (["\u0301"], "no country is named"),
    ],
)
def test_an_error_names_the_options_that_would_find_a_word(
    ask: Run, typed: list[str], says: str
) -> None:
    refused(ask("timeline", *typed), says)


@pytest.mark.parametrize(
    ("title", "typed", "says"),
    [
        ("The European Union visits", "EU", "no country is named 'EU'; -q EU finds 1 event\n"),
        ("A senator visits", "nato", "an actor, which --actor or -q finds; a file may declare"),
        ("A visit to England", "england", "; use united-kingdom; -q england finds 1 event\n"),
    ],
)
def test_an_error_names_no_option_that_finds_letters_within_words(
    ask: Run, write: Write, title: str, typed: str, says: str
) -> None:
    write("e.yaml", FILE.replace("A visit to Gaza", f'"{title}"'))
    refused(ask("timeline", typed), says)


def test_an_error_may_be_said_of_standard_input(run: Run) -> None:
    result = run("timeline", "gaza", "--events", "-", stdin=FILE)
    refused(result, "-q gaza finds 2 events, --place gaza 1")


def test_status_names_the_command_that_has_the_options(ask: Run) -> None:
    refused(
        ask("status", "norway", "2001"), "no country is named '2001'; did you mean --on 2001?\n"
    )
    refused(ask("status", "war"), "'war'; use a name or an ISO 3166 code; diplo timeline -q TEXT")
    refused(ask("status", "gaza"), "; diplo timeline -q gaza finds 2 events, --place gaza 1\n")


def test_a_long_word_is_not_told_in_full(ask: Run, write: Write) -> None:
    write("e.yaml", FILE.replace("A doubt", "x" * 200))
    result = ask("timeline", "x" * 150)
    refused(result, "finds 1 event")
    assert len(result.err) < 300


def test_a_pattern_that_the_shell_has_resolved_is_told_from_a_country(
    ask: Run, write: Write
) -> None:
    write("f.yaml")
    refused(ask("timeline", "f.yaml"), "f.yaml is a file", "--events '*.yaml'", "for each")
    refused(ask("show", "f.yaml"), "f.yaml is a file", "--events '*.yaml'", "for each")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("timeline a.CSV norway", "a.CSV is a file: give it as --events a.CSV"),
        ("stats f.yaml", "f.yaml is a file: give it as --events f.yaml"),
        ("status f.yaml", "f.yaml is a file: give it as --events f.yaml"),
        ("explore f.yaml", "f.yaml is a file: give it as --events f.yaml"),
        ("show f.yaml", "f.yaml is a file: give it as --events f.yaml, beside the id of an event"),
        ("cite 'f o.txt'", 'f o.txt is a file: give it as --events "f o.txt", beside the id of'),
        ("show f.yaml a.CSV", "f.yaml is a file: quote the pattern (--events '*.yaml') or give"),
        ("timeline a.CSV f.yaml", "a.CSV is a file: quote the pattern (--events '*.CSV') or"),
        ("show f.csv", "no event has 'f.csv' as its id or in its title"),
        ("f.yaml norway", "no such command 'f.yaml'; did you mean: diplo timeline --events f.yaml"),
        (
            "export norway f.yaml",
            "did you mean: diplo timeline -o FILE norway --events f.yaml",
        ),
        ("norway", "no such command 'norway'; did you mean: diplo timeline norway"),
    ],
)
def test_a_file_that_is_given_without_its_option_is_told_from_a_country_or_an_id(
    call: Run, write: Write, typed: str, says: str
) -> None:
    for name in ("f.yaml", "a.CSV", "f o.txt", "norway"):
        write(name)
    refused(call(*shlex.split(typed)), says)


# Words that are searched for.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["gaza visit"], "visit"),
        (['"visit gaza"'], ""),
        (['"to gaza" norway'], "visit"),
        (["palestine oslo"], "other"),
        (["doubt"], "women"),
        (["gaza visit", "doubt"], "visit women"),
    ],
)
def test_all_words_are_found_in_any_order(ask: Run, typed: list[str], found: str) -> None:
    assert ids(ask("timeline", *(f"--search={text}" for text in typed))) == found.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("norway's embassy", "a"),
        ("norway`s", "a"),
        ("israel-palestine", "b"),
        ("israel−palestine", "b"),
        ('"peace"', "c"),
        ("„peace“", "c"),
        ("minus-sign", "d"),
        ("'quoted'", "d"),
    ],
)
def test_quotes_and_dashes_of_all_kinds_are_plain(
    call: Run, write: Write, text: str, found: str
) -> None:
    write(
        "x.yaml",
        """\
- {id: a, date: 2021, title: Norway’s embassy closes, countries: [NOR]}
- {id: b, date: 2022, title: Israel–Palestine talks, countries: [NOR]}
- {id: c, date: 2023, title: A “peace” of sorts, countries: [NOR]}
- {id: d, date: 2024, title: A ‘quoted’ minus−sign, countries: [NOR]}
""",
    )
    assert ids(call("timeline", "-q", text, "--events", "x.yaml")) == [found]


def test_a_country_that_no_file_declares_is_found_by_its_name(call: Run, write: Write) -> None:
    write("x.yaml", "- {id: a, date: 2021, title: T, countries: [ISL]}\n")
    assert ids(call("timeline", "-q", "iceland t", "--events", "x.yaml")) == ["a"]


# Types that are left out, and dates by other names.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["--except", "visit"], "talks other"),
        (["-x", "talks,war"], "visit women"),
        (["-x", "talks.peace", "-x", "VISIT"], ""),
        (["--type", "visit,talks", "--except", "talks"], "visit women"),
        (["--from", "2003"], "other women"),
        (["--after=2003"], "other women"),
        (["--to", "2001"], "visit"),
        (["--before", "2002", "norway"], "visit"),
        (["--after", "2002", "--before", "2003"], "talks other"),
    ],
)
def test_types_are_left_out_and_dates_have_other_names(
    ask: Run, typed: list[str], found: str
) -> None:
    assert ids(ask("timeline", *typed)) == found.split()


def test_other_commands_leave_types_out_too(ask: Run) -> None:
    assert ask("stats", "-x", "visit").out.count("\n") == 2
    assert "visit\t" not in ask("compare", "norway", "afghanistan", "-x", "visit").out
    assert ask("status", "--every", "year", "--from", "2003", "--to", "2004").status == 0


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["--except", "vist"], "no type is named 'vist'; did you mean 'visit'?"),
        (["--except", "visit,"], "--except: something is blank"),
        (["--from", "--json"], "--from needs a value"),
        (["--form", "2021"], "'--from'"),
        (["--after", "2003", "--before", "2001"], "after"),
    ],
)
def test_what_is_wrong_with_them_is_said(ask: Run, typed: list[str], says: str) -> None:
    refused(ask("timeline", *typed), says)


def test_help_has_one_long_name_of_an_option_and_tells_of_the_others(run: Run) -> None:
    said = run("timeline", "--help").out
    assert "-s, --since DATE" in said
    assert "(also --from, --after)" in " ".join(said.split())
    assert "(also --to, --before)" in " ".join(said.split())
    assert "-x, --except TYPE" in said


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["-t", "talks"], "a b"),
        (["-t", "Visit"], "c"),  # an id goes before a label
        (["-t", "Peace  TALKS"], "a"),
        (["-t", "state visit, talks.peace"], "a c"),
        (["-x", "State visit"], "a b"),
        (["-t", "State visit witheld"], "did you mean 'State visit withheld'"),
        (["-t", "stat visit"], "did you mean 'State visit'"),
    ],
)
def test_types_go_by_their_labels_too(
    call: Run, write: Write, typed: list[str], found: str
) -> None:
    event = "- {id: %s, date: 2021, title: %s, countries: [NOR], type: %s}\n"
    kinds = {"a": "talks.peace", "b": "talks", "c": "visit"}
    labels = "talks.peace: {label: Peace talks}, talks: {label: Visit}, visit: {label: State visit}"
    withheld = "visit.none: {label: State visit withheld}"
    events = "".join(event % (key, key, kind) for key, kind in kinds.items())
    write("x.yaml", f"types: {{{labels}, {withheld}}}\nevents:\n{events}")
    result = call("timeline", *typed, "--events", "x.yaml")
    assert found in result.err if "mean" in found else sorted(ids(result)) == found.split()


def test_a_type_that_is_none_may_be_a_word_to_search_for(ask: Run, run: Run) -> None:
    listed = "diplo: no type is named 'gaza'; 'diplo types' lists them"
    for command in (["timeline"], ["stats"], ["compare", "norway", "palestine"]):
        assert ask(*command, "-t", "visit,gaza").err == f"{listed}; -q gaza finds 2 events\n"
    assert ask("timeline", "-x", "gaza").err == f"{listed}\n"
    assert run("timeline", "-t", "gaza", "--events", "-", stdin=FILE).err == f"{listed}\n"
    assert ask("timeline", "-t", "qqq").err == f"{listed}\n".replace("gaza", "qqq")


# Actors and places.


def test_actors_and_places_are_listed_by_their_number(ask: Run) -> None:
    assert ask("actors").out.splitlines() == [
        *("Taliban\t2", "Jonas Gahr Støre\t1", "Oslo\t1", "UN\t1", "UN Women\t1")
    ]
    assert json.loads(ask("places", "--json").out) == [
        {"name": "Gaza Strip", "count": 1},
        {"name": "Oslo", "count": 1},
        {"name": "Royal Palace, Oslo", "count": 1},
    ]
    assert ask("places", "-f", "csv").out.splitlines()[0] == "name,count"


def test_sources_that_events_tell_of_are_chosen_as_declared_ones(call: Run, write: Write) -> None:
    line = '{"date": "2021", "title": "T", "countries": ["NOR"], "sources": %s, "id": "%s"}\n'
    write("a.jsonl", line % ('[{"source": "film", "title": "The film"}]', "a"))
    write("b.yaml", "sources: {book: {title: The book}}\nevents: []\n")
    files = ("--events", "a.jsonl", "--events", "b.yaml")
    assert ids(call("timeline", *files, "--source", "film,book")) == ["a"]
    assert call("sources", *files).out.splitlines()[1].startswith("film\tThe film\t")
    result = call("stats", *files, "--source", "flim")
    assert (result.status, result.out) == (2, "")
    assert "did you mean 'film'?" in result.err


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-q visit", "-q does not find 1 event of type visit; -t visit does\n"),
        ("-q peace,talks", ""),
        ("-q qq -q peace", "-q does not find 2 events of type talks.peace; -t talks.peace does\n"),
        ("-q visit norway", ""),
        ("-q visit --certain -n 1", "-q does not find 1 event of type visit; -t visit does\n"),
        ("-q visit -x visit", ""),
        ("-q visit -t visit", ""),
        ("-q vis", ""),
        ("-q war", ""),
    ],
)
def test_a_type_that_a_search_names_is_told_if_it_finds_more(
    ask: Run, typed: str, says: str
) -> None:
    err = ask("timeline", *typed.split()).err
    assert "".join(re.findall("-q does not find.*\n", err)) == says


# Empty answers.


@pytest.mark.parametrize(
    ("title", "typed", "says"),
    [
        ("A women's centre", "women's center", """-q "women's centre" finds 1 event"""),
        (
            "They recognise Palestine",
            "recognize palestine",
            "-q 'recognise palestine' finds 1 event",
        ),
        ("They organize, analyze", "organise analysed", ""),
        ("The organizers", "organiz*", "-q organiz finds 1 event"),
        ("The organizers", "* organiz*", "-q organiz finds 1 event"),
        ("The organizers", "*", ""),
        ("They organized it", "organised it", "-q 'organized it' finds 1 event"),
        ("Labour labels goods", "labor", "-q labour finds 1 event"),
        ("Labelling of goods", "labeling of", "-q 'labelling of' finds 1 event"),
        ("A traveler comes", "traveller", "-q traveler finds 1 event"),
        ("A defence programme", "defense program", "-q 'defence programme' finds 1 event"),
        ("Two theaters", "Theatres", "-q Theaters finds 1 event"),
        ("A minister", "ministre", "-q minister finds 1 event"),
        ("An embassy in Oslo", "embasy", "-q embassy finds 1 event"),
        ("An embassy in Oslo", "oslo embasy", "-q 'oslo embassy' finds 1 event"),
        ("An embassy in Oslo", "embasy zzzzz", ""),
        ("Labour", "labor -q center", ""),
        ("Labour", "labor --place nowhere", ""),
    ],
)
def test_a_text_that_finds_nothing_may_be_spelt_in_another_way(
    call: Run, write: Write, title: str, typed: str, says: str
) -> None:
    write("x.yaml", f'- {{date: 2021, title: "{title}", countries: [NOR]}}\n')
    text, *more = re.split(" (?=-)", typed)
    options = [word for each in more for word in each.split(" ")]
    err = call("timeline", "-q", text, *options, "--events", "x.yaml").err
    assert err.startswith("diplo: no event matches ")
    assert err.partition("; -q ")[2] == says.partition("-q ")[2] + "\n" * bool(says)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("--actor stoere", "--actor 'Støre' finds 1 event"),
        ("--place kirkennes", "--place Kirkenes finds 1 event"),
        ("--place tromso,kirkennes", "without it 1 event matches"),
        ("--place tunis", "without it 1 event matches"),
        ("--actor stoere --place kirkennes", "without them 1 event matches"),
    ],
)
def test_a_slip_in_a_name_is_told(call: Run, write: Write, typed: str, says: str) -> None:
    event = "date: 2021, title: T, countries: [NOR], actors: [Jonas Gahr Støre], place: Kirkenes"
    write("x.yaml", f"- {{{event}}}\n")
    err = call("timeline", *typed.split(), "--events", "x.yaml").err
    assert err.partition("; ")[2] == f"{says}\n"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "norway afghanistan palestine",
            "no event concerns all three; with commas between them 4 concern any",
        ),
        (
            "norway+afghanistan+palestine",
            "no event concerns all three; with commas between them 4 concern any",
        ),
        (
            "afghanistan palestine",
            "no event concerns both; with a comma between them 4 concern either",
        ),
        (
            "afghanistan palestine --type war",
            "no event matches the countries or --type war; without them 4 events match",
        ),
        (
            "afghanistan palestine,un",
            "no event concerns both; with a comma between them 4 concern either",
        ),
        (
            "afghanistan+palestine,un+taliban",
            "no event matches the countries; without them 4 events match",
        ),
        (
            "afghanistan palestine norway taliban",
            "no event concerns all 4; with commas between them 4 concern any",
        ),
        ("-q qqq", "no event matches -q qqq; without it 4 events match"),
        ("-q norge", "no event matches -q norge; as a country, norge finds 2 events"),
        ("-q sverige", "no event matches -q sverige; without it 4 events match"),
        ("norway -q qqq", "no event matches -q qqq; without it 2 events match"),
        (
            "norway -q qqq -q zzz --actor nobody",
            "no event matches --actor nobody or -q qqq -q zzz; without them 2 events match",
        ),
        (
            "afghanistan --source red --type visit,war --place gaza",
            "no event matches --source red; without it none matches either",
        ),
        (
            "--type talks,war --actor women",
            (
                "no event matches all of this; without --type talks,war 1 event matches,"
                " without --actor women 2"
            ),
        ),
        (
            "--except visit,talks",
            "no event matches --except visit,talks; without it 4 events match",
        ),
        (
            "norway --type talks -q visit --place strip",
            (
                "no event matches the countries, --type talks, --place strip and -q visit together;"
                " leave out two of them or more"
            ),
        ),
        ("-q otherz", "no event matches -q otherz; -q Others finds 1 event"),
        ("--since 2030", "no event matches the range; without it 4 events match"),
        (
            "palestine --until 2002",
            (
                "no event matches all of this; without the countries 2 events match,"
                " without the range 2"
            ),
        ),
        ("iran", "no event concerns Iran (IRN)"),
        ("iran --since 1990", "no event concerns Iran (IRN)"),
        (
            "iran,iraq,oman,qatar,yemen",
            "no event concerns Iran (IRN), Iraq (IRQ), Oman (OMN) or 2 others",
        ),
    ],
)
def test_an_empty_answer_says_what_would_have_matched(ask: Run, typed: str, says: str) -> None:
    result = ask("timeline", *typed.split())
    assert (result.status, result.out) == (0, "")
    (why,) = [line for line in result.err.splitlines() if " here: " not in line]
    assert why == f"diplo: {says}"


def test_a_long_value_is_not_told_in_full(ask: Run) -> None:
    result = ask("timeline", "-q", "x" * 100, "--actor", "it's", "--certain", "--began", "-e")
    assert (result.status, result.out) == (1, "")
    assert "--actor \"it's\" or -q 'xxxx" in result.err
    assert len(result.err) < 200


@pytest.mark.parametrize("command", ["timeline", "stats", "compare afghanistan"])
@pytest.mark.parametrize("name", ["table", "plain", "json"])
def test_it_is_said_beside_every_format(ask: Run, command: str, name: str) -> None:
    result = ask(*command.split(), "norway", "-q", "qqq", "-f", name)
    assert result.status == 0
    assert result.err.startswith("diplo: no event matches -q qqq; without it ")
    assert result.err.count("\n") == 1


def test_a_table_names_what_is_next_to_a_range_itself(ask: Run) -> None:
    narrow = ("--since", "2030")
    for command in ("timeline", "compare norway palestine"):
        result = ask(*command.split(), *narrow, "-f", "table")
        assert (result.err, "Nearest" in result.out) == ("", True)
        assert "without it" in ask(*command.split(), *narrow).err
    assert "without it" in ask("stats", *narrow, "-f", "table").err
    result = ask("timeline", "-q", "qqq", *narrow, "-f", "table")
    assert (
        result.err == "diplo: no event matches the range or -q qqq; without them 4 events match\n"
    )
    result = ask("timeline", "palestine", "--until", "2002", "-f", "table")
    assert (result.err, "Nearest" in result.out) == ("", True)


NEAR = "".join(f"- {{date: {year}, title: T, countries: [norway]}}\n" for year in (1945, 1960))


def table(run: Run, write: Write, dates: str, *options: str) -> Result:
    """Return the table of events of these dates."""
    lines = (f'- {{date: "{d}", title: T, countries: [norway]}}\n' for d in dates.split())
    write("dates.yaml", "".join(lines))
    result: Result = run("timeline", "--events", "dates.yaml", "-f", "table", *options)
    return result


@pytest.mark.parametrize(
    ("dates", "lines"),
    [
        ("1931/..", ["Under way: since 1931 T"]),
        ("1931/.. 1932/.. 1933/..", ["Under way before 1950: 3"]),
        ("[..2006]", ["May belong here: 1"]),
        ("1931/.. 1945 1960", ["Nearest: 1945 T · 1960 T", "Under way: since 1931 T"]),
    ],
)
def test_what_stands_beside_an_empty_story_is_not_the_nearest(
    call: Run, write: Write, dates: str, lines: list[str]
) -> None:
    result = table(call, write, dates, "--year", "1950")
    found = [line.partition(" ─")[0] for line in result.out.splitlines()]
    assert (found[-len(lines) :], "Nearest" in result.out, result.err) == (
        lines,
        "Nearest" in lines[0],
        "",
    )


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        ("24", ["Nearest: 1945 T · 1960 T"]),
        ("23", ["Nearest: 1945 T", "Nearest: 1960 T"]),
    ],
)
def test_each_of_the_nearest_has_a_line_where_one_is_not_enough(
    call: Run, write: Write, columns: str, lines: list[str]
) -> None:
    write("dates.yaml", NEAR)
    asked = ("timeline", "--events", "dates.yaml", "-f", "table", "--year", "1950")
    found = call(*asked, env={"COLUMNS": columns}).out.splitlines()
    assert found[found.index("") + 1 :] == lines


def test_it_is_said_why_nothing_matched_where_nothing_is_nearest(call: Run, write: Write) -> None:
    """What may lie in the range begins neither before nor after it."""
    for date in ("2021?", "/.."):
        result = table(call, write, date, "--until", "2021", "--certain")
        assert "Nearest" not in result.out
        said = "without the range 1 event matches, without --certain 1\n"
        assert result.err.endswith(said)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-q qqq", "no event matches -q qqq\n"),
        (
            "norway -t war --since 2001 --certain",
            (
                "no event matches the countries, the range, --type war and --certain together;"
                " leave one out\n"
            ),
        ),
        ("", ""),
    ],
)
def test_standard_input_is_not_read_again(run: Run, typed: str, says: str) -> None:
    given = FILE if typed else ""
    result = run("timeline", *typed.split(), "--events", "-", stdin=given)
    assert result == Result(0, "", f"diplo: {says}" if says else "")


def test_a_large_file_is_not_read_again(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGEST", 100)
    assert ask("timeline", "-q", "qqq").err == "diplo: no event matches -q qqq\n"


def test_an_empty_limit_is_no_empty_answer(ask: Run) -> None:
    assert ask("timeline", "--limit", "0") == Result(0, "", "")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "afghanistan palestine",
            "no subject concerns both; with a comma between them 2 concern either",
        ),
        (
            "taliban palestine",
            "no subject concerns both; with a comma between them 2 concern either",
        ),
        (
            "afghanistan taliban palestine",
            "no subject concerns all three; with commas between them 2 concern any",
        ),
        ("--on 1900", "2 subjects have no state by that day; --all shows them"),
        ("afghanistan --on 1900", "1 subject has no state by that day; --all shows it"),
        ("iran", "no event with a status concerns Iran (IRN)"),
        ("un", ""),
    ],
)
def test_an_empty_status_says_what_would_not_be(ask: Run, typed: str, says: str) -> None:
    result = ask("status", *typed.split())
    assert (result.status, result.out) == (0, "")
    said = [line for line in result.err.splitlines() if " here: " not in line]
    assert said == ([f"diplo: {says}"] if says else [])


def test_what_is_told_without_a_start_is_counted_once(ask: Run, write: Write) -> None:
    write("e.yaml", FILE.replace("date: 2002", "date: /.."))
    result = ask("status", "afghanistan", "--on", "2005")
    assert result == Result(0, "", "diplo: 1 subject is told without a start; --all shows it\n")
    assert ask("status", "afghanistan", "--on", "2005", "-f", "table").err == ""
    write("e.yaml", FILE.replace("date: 2002", "date: /..").replace("date: 2004", "date: /.."))
    assert "2 subjects are told" in ask("status", "--on", "2005").err


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("soviet union", "'union'; did you mean 'soviet-union'?"),
        ("norway united kingdom", "'united'; did you mean 'united-kingdom'?"),
        ("papua new guinea norway", "'papua'; did you mean 'papua-new-guinea'?"),
    ],
)
def test_a_name_without_quotes_is_seen(run: Run, typed: str, says: str) -> None:
    result = run("timeline", *typed.split())
    assert result == Result(2, "", f"diplo: no country is named {says}\n")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "timeline norway and palestine",
            "leave out 'and' (AND is Andorra); a name of several words goes in quotes",
        ),
        (
            "explore norway '&' tobago",
            "leave out '&'; a name of several words goes in quotes",
        ),
        ("compare norway to palestine", "leave out 'to' (TO is Tonga)"),
        ("compare norway vs palestine", "leave out 'vs'"),
        ("compare norway or palestine", "leave out 'or'"),
        ("status norway with taliban", "leave out 'with'"),
        (
            "timeline norway or palestine",
            "for 'or' write a comma: norway,palestine; a name of several words goes in quotes",
        ),
        (
            "stats x norway or 'san marino' and y",
            "for 'or' write a comma: 'norway,san marino'; a name of several words goes in quotes",
        ),
        (
            "timeline saudi arabia trinidad and tobago norway",
            "quote a name of several words: 'trinidad and tobago'",
        ),
        (
            "compare norway saint vincent '&' the grenadines",
            "quote a name of several words: 'saint vincent & the grenadines'",
        ),
        ("timeline 2012 in norway", "no country is named '2012'; did you mean --year 2012?"),
        ("timeline norway and ''", "a country is blank; write a name or an ISO 3166 code, such"),
    ],
)
def test_a_word_between_countries_is_no_country(run: Run, typed: str, says: str) -> None:
    refused(run(*shlex.split(typed)), f"diplo: {says}")


@pytest.mark.parametrize("typed", ["norway AND palestine", "and", "and norway", "norway,and"])
def test_a_code_that_is_no_word_between_countries_is_that_of_a_country(
    call: Run, typed: str
) -> None:
    assert "Andorra (AND)" in call("timeline", *typed.split()).err


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("stats norway by year", "'by year' write --by year"),
        ("timeline by type", "'by type' write --group-by type"),
        ("status norway on 2012", "'on 2012' write --on 2012"),
        ("timeline norway in May 2024 and", "'in May 2024' write --year 'May 2024'"),
        ("compare norway palestine from 2001 to 2010", "'from 2001' write --since 2001"),
        ("explore to last year", "'to last year' write --until 'last year'"),
    ],
)
def test_what_a_sentence_says_is_said_by_an_option(run: Run, typed: str, says: str) -> None:
    refused(run(*typed.split()), f"diplo: for {says}\n")


def test_what_is_no_such_sentence_is_a_country(call: Run) -> None:
    assert "Belarus (BLR)" in call("timeline", "by", "norway").err
    assert "Tonga (TON)" in call("timeline", "norway", "to").err
