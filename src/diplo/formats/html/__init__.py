"""HTML: a self-contained page to publish, without scripts or external resources.

Ids that begin with an underscore are the page's own; event ids never do.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple, cast

from diplo import __version__
from diplo.formats import Stream
from diplo.formats.html.article import Narrator, titled
from diplo.formats.html.figure import figure
from diplo.formats.html.text import bdi, items, joined
from diplo.formats.html.when import time, timed
from diplo.history.parts import STORY
from diplo.model import dates
from diplo.model.events import Source
from diplo.reports import Names, Report
from diplo.reports.story import Section, Story
from diplo.terminal.text import plural

_FEW = 3  # so many headings need no navigation
_MANY = 30  # more headings than this are folded, not to push the story down
_YEAR = re.compile("[0-9]{3,4}s?")  # or a decade

_START = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="diplo {version}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#_events">Skip to the events</a>
"""


class _Page(NamedTuple):
    """A report, its story, and the narrator of its events."""

    report: Report
    story: Story
    narrator: Narrator

    @property
    def sections(self) -> list[tuple[str, Section]]:
        """The sections and asides, each with the id of its heading."""
        sections = [
            (_section_id(number, section), section)
            for number, section in enumerate(self.story.sections, 1)
        ]
        return sections + [(_part_id(aside.part), aside) for aside in self.story.asides]


def _part_id(part: str) -> str:
    return f"_{part.replace(' ', '-')}"


def _section_id(number: int, section: Section) -> str:
    """Return the id of a heading: a year itself, which stays when others are added, or a number."""
    is_year = _YEAR.fullmatch(section.heading)
    return f"_{section.heading}" if is_year else f"_s{number}"


def write(report: Report, stream: Stream) -> None:
    """Write the page."""
    story, names = cast("Story", report.shown), Names(report.vocabulary)
    narrator = Narrator(names, {party.code: party.hue for party in story.parties})
    page = _Page(report, story, narrator)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    titles = dict.fromkeys(filter(None, (story.title, report.vocabulary.title)))
    stream.write(_START.format(version=__version__, title=escape(" – ".join(titles)), style=style))
    for parts in (_header(page), _main(page), _footer(report)):
        stream.write("".join(parts))


def _header(page: _Page) -> Iterator[str]:
    story = page.story
    yield f'<header>\n<h1 dir="auto">{escape(story.title)}</h1>\n'
    yield f'<p class="counts">{" · ".join(_counts(page))}</p>\n'
    if story.parties:
        yield '<ul class="parties" aria-label="Parties">\n'
        for party in story.parties:
            yield f'<li class="{party.hue or "plain"}">{bdi(party.name)} {party.total}</li>\n'
        yield "</ul>\n"
    entries = {entry.event.id: entry for section in story.sections for entry in section.rows}
    happened = [entries[m.event.id] for m in page.report.rows if m.part == STORY]
    yield from figure(story, happened, page.report.vocabulary.last_day)
    yield from _nav(page)
    yield "</header>\n"


def _counts(page: _Page) -> Iterator[str]:
    """Yield the number of events in each part, linked to the section of a part beside the story."""
    apart = {aside.part for aside in page.story.asides}
    for part, count in page.story.tally.items():
        yield f'<a href="#{_part_id(part)}">{count}</a>' if part in apart else count


def _nav(page: _Page) -> Iterator[str]:
    headed = [(key, section.heading) for key, section in page.sections if section.heading]
    if len(headed) > _FEW:
        links = items(f'<a href="#{key}" dir="auto">{escape(words)}</a>' for key, words in headed)
        if len(headed) > _MANY:
            links = f"<details>\n<summary>{len(headed)} headings</summary>\n{links}</details>\n"
        yield f'<nav aria-label="Jump to">\n{links}</nav>\n'


def _main(page: _Page) -> Iterator[str]:
    yield '<main id="_events">\n'
    if not page.report.rows:
        yield "<p>No events were found.</p>\n"
    seen: set[str] = set()
    for key, section in page.sections:
        yield from _section(key, section, page, seen)
    yield from _sources(page.report, page.narrator.names)
    yield "</main>\n"


def _section(key: str, section: Section, page: _Page, seen: set[str]) -> Iterator[str]:
    """Yield events under their heading; ids in `seen` are of events that the page already has."""
    if section.heading:
        yield f'<section aria-labelledby="{key}">\n<div class="head">\n'
        yield f'<h2 id="{key}" dir="auto">{escape(section.heading)}</h2>\n'
        yield f"<p>{escape(section.remark or plural(len(section.rows), 'event'))}</p>\n</div>\n"
    yield '<div class="events">\n'
    for entry in section.rows:
        yield from page.narrator.article(entry, section, first=entry.event.id not in seen)
        seen.add(entry.event.id)
    yield "</div>\n</section>\n" if section.heading else "</div>\n"


def _sources(report: Report, names: Names) -> Iterator[str]:
    """Yield the cited sources: the declared ones first, the others in the order of events."""
    cited = dict.fromkeys(c.source for match in report.rows for c in match.event.sources)
    if cited:
        declared = (key for key in report.vocabulary.sources if key in cited)
        ordered = dict.fromkeys((*declared, *cited))
        yield '<section class="sources" aria-labelledby="_sources">\n'
        yield '<div class="head">\n<h2 id="_sources">Sources</h2>\n</div>\n'
        yield items((_description(names.source(key)) for key in ordered), "ol")
        yield "</section>\n"


def _description(source: Source) -> str:
    details = [joined([text]) for text in (source.author, source.publisher, source.kind) if text]
    if source.date:
        details.append(timed(source.date))
    return ", ".join([titled(source), *details])


def _footer(report: Report) -> Iterator[str]:
    title, last = report.vocabulary.title, report.vocabulary.last_day
    origin = [f"from <cite>{bdi(title)}</cite>"] if title else []
    if last:
        origin.append(f"as of {time(dates.day(last), dates.day_words(last))}")
    yield "<footer>\n"
    if origin:
        yield f"<p>Events {', '.join(origin)}.</p>\n"
    yield f"<p>Made with diplo {__version__}.</p>\n</footer>\n</body>\n</html>\n"
