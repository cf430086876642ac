"""Arbitrary events and declarations of a file, for tests of properties."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from diplo.history.parts import MAY_BELONG, Match
from diplo.history.selection import Query
from diplo.model import dates
from diplo.model.dates import POSSIBLE
from diplo.model.events import (
    ID_LENGTH,
    URL_PATTERN,
    Citation,
    Country,
    Event,
    EventType,
    Source,
    Vocabulary,
)
from diplo.reports import Names, Report
from diplo.reports.selection import Selection
from diplo.reports.story import StoryOptions
from diplo.reports.timeline import timeline
from diplo.terminal.text import fold, fold_space, refused_at

Drawn = TypeVar("Drawn")

# Texts that some reader could mistake for something else.
FRAGMENTS = [
    *("NO", "y", "null", "~", "true", "0x1F", "1_000", "1:30", "2021-08-15", "1e3", ".inf", "="),
    *("-", "- a", "? a", "a: b", "a #b", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", "<<"),
    *("'", '"', "''", '""', "\\", "\\n", "\\u0041", "|", "||", ">", "---", "...", ",", ";", "; "),
    *("=1+1", "+1", "-1", "@a", "＝1", "\u00a0=1", "a,b", 'a "b", c', "(a)", "a: ", "\u3000"),
    *("<b>", "</p><p>", "<!--", "]]>", "&amp;", "&lt", "&#60;", '" a="', "</style>", "<a href=b>"),
    *("*a*", "__a__", "[a](b)", "![a](b)", "www.a.b", "http://a.b", ":tada:", "$a$", "~~a~~"),
    *(
        "{0}",
        "%s",
        "$(a)",
        "{{ a }}",
        "a\u00a0",
        "\u00a0a",
        "e\u0301",
        "می\u200cخواهم",
        "क\u094d\u200dष",
    ),
    *("\U0001f1f3\U0001f1f4", "\U0001fffe", "\U0010ffff", "\ue000", "\u0378", "שלום", "中文", "ß"),
    *("a" * 90, "a " * 60 + "b", "- a " * 40 + "#", "é" * 70 + " # b"),
]
CODES = ["NOR", "SWE", "PSE", "XKX", "SUN", "XYZ"]
# Most are names of other countries: any code may have any of them.
COUNTRY_NAMES = ["Norway", "Sweden", "SE", "no", "Republic of Korea", "SWE of the south"]
AMBIGUOUS_IDS = ["no", "y", "null", "007", "1e3", "0x1f", "12-30", "true", "a" * ID_LENGTH]
PERIODS = [
    *("2024-05-28", "2021-12", "2007", "196X", "19XX", "2004-XX", "2004-XX-XX", "2004-05-XX"),
    *("2001-21", "2001-24", "0001", "9999-12-31"),
]


def _forms() -> Iterator[str]:
    ends = [f"{period}{mark}" for period in PERIODS for mark in ("", "?", "~", "%")]
    yield from ends
    for start, end in itertools.product([*ends, "", ".."], repeat=2):
        yield f"{start}/{end}"
    for start, end in itertools.product([*PERIODS, ""], repeat=2):
        yield f"[{start}..{end}]"


def _is_date(form: str) -> bool:
    try:
        return dates.parse(form).text == form
    except ValueError:
        return False


def _may_stand(text: str) -> bool:
    return text.strip() != "" and refused_at(text) is None


def _may_name(text: str) -> bool:
    """Say whether a text cannot be a country's code, which is not allowed as a name."""
    return len(re.sub("[^a-z]", "", fold(text)).removeprefix("the")) != len("NOR")


TEXTS = (
    (
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)
        | st.sampled_from(FRAGMENTS)
        | st.tuples(*[st.sampled_from(FRAGMENTS)] * 3).map("".join)
    )
    .map(fold_space)
    .filter(_may_stand)
)
OPTIONAL = st.none() | TEXTS
SEVERAL = st.lists(TEXTS, max_size=3).map(tuple)
DATES = st.sampled_from(list(filter(_is_date, _forms()))).map(dates.parse)
WORDS = st.text("abcxyz0189", min_size=1, max_size=5)
IDS = st.lists(WORDS, min_size=1, max_size=3).map("-".join) | st.sampled_from(AMBIGUOUS_IDS)
TYPES = st.lists(IDS, min_size=1, max_size=3).map(".".join).filter(lambda t: len(t) <= ID_LENGTH)
URLS = TEXTS.map(lambda text: f"https://a.b/{''.join(text.split())}").filter(
    lambda url: _may_stand(url) and re.fullmatch(URL_PATTERN, url) is not None
)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """Draw the declarations of a file: some or none of each kind of record."""
    about = (OPTIONAL, OPTIONAL, OPTIONAL, st.none() | DATES, st.none() | URLS)
    declared = draw(st.dictionaries(IDS, st.tuples(TEXTS, *about), max_size=2))
    most = 0 if declared else 2
    told = draw(st.dictionaries(IDS, st.tuples(TEXTS | st.just(""), *about), max_size=most))
    types = st.tuples(TEXTS, OPTIONAL, OPTIONAL, OPTIONAL)
    names = TEXTS.filter(_may_name)
    aliases = st.lists(names, max_size=3).map(tuple)
    countries = st.tuples(names | st.sampled_from(COUNTRY_NAMES), aliases)
    return Vocabulary(
        draw(OPTIONAL),
        draw(st.none() | st.dates()),
        {k: Source(k, *v) for k, v in declared.items()},
        {
            k: Country(k, *v)
            for k, v in draw(st.dictionaries(st.sampled_from(CODES), countries, max_size=2)).items()
        },
        {k: EventType(k, *v) for k, v in draw(st.dictionaries(TYPES, types, max_size=2)).items()},
        {k: Source(k, *v) for k, v in told.items() if any(v)},
    )


@st.composite
def matches(draw: st.DrawFn, vocabulary: Vocabulary) -> Match:
    """Draw a match of an event that uses the declared sources and types, if there are any."""
    sources, types = sorted(vocabulary.sources), sorted(vocabulary.types)
    told = st.sampled_from(sorted(vocabulary.described)) if vocabulary.described else st.nothing()
    citations = st.builds(Citation, st.sampled_from(sources) if sources else told | IDS, OPTIONAL)
    event = Event(
        draw(IDS),
        draw(DATES),
        draw(TEXTS),
        tuple(draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))),
        draw(st.none() | (st.sampled_from(types) if types else TYPES)),
        draw(SEVERAL),
        draw(OPTIONAL),
        draw(OPTIONAL),
        tuple(draw(st.lists(citations, max_size=2))),
        draw(OPTIONAL),
        draw(st.dictionaries(TEXTS, TEXTS, max_size=2)),
    )
    return draw(st.sampled_from([Match(event), Match(event, POSSIBLE, MAY_BELONG)]))


class Found(NamedTuple):
    """Some events, and the declarations of the file that they were found in."""

    vocabulary: Vocabulary
    matches: list[Match]

    @property
    def events(self) -> list[Event]:
        return [match.event for match in self.matches]

    @property
    def report(self) -> Report:
        return timeline(
            Selection(Query(), Names(self.vocabulary), self.matches, self.matches), StoryOptions()
        )


@st.composite
def few(draw: st.DrawFn) -> Found:
    """Draw a file of up to two events."""
    known = draw(vocabularies())
    drawn = st.lists(matches(known), max_size=2, unique_by=lambda match: match.event.id)
    return Found(known, draw(drawn))


def many(count: int) -> Found:
    """Return a file of about so many arbitrary events."""
    files = _drawn(vocabularies(), 10)
    known = Vocabulary(
        sources={source.id: source for file in files for source in file.sources.values()},
        countries={country.code: country for file in files for country in file.countries.values()},
        types={kind.id: kind for file in files for kind in file.types.values()},
    )
    drawn = _drawn(matches(known), count)
    return Found(known, list({match.event.id: match for match in drawn}.values()))


def _drawn(strategy: st.SearchStrategy[Drawn], count: int) -> list[Drawn]:
    values: list[Drawn] = []

    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(strategy)
    def collect(value: Drawn) -> None:
        values.append(value)

    collect()
    return values
