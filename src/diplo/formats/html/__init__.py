"""HTML: a page to publish, without a script and without anything from elsewhere.

Ids that begin with an underscore are the page's own; those of events never do.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple, cast

from diplo import __version__
from diplo.formats import Stream
from diplo.formats.html.picture import picture
from diplo.history.parts import STORY
from diplo.model import dates
from diplo.model.dates import NO_DAY, OPEN_END, POSSIBLE, Edtf, Period
from diplo.model.dates.edtf import set_ends
from diplo.model.events import Citation, Event, Source
from diplo.reports import Names, Report, story
from diplo.reports.story import Entry, Section, Story

_FEW = 3  # headings between which nobody needs to jump
_SIGNS = {story.CHANGE: "◆", story.DOUBT: "○", story.DOUBTED_CHANGE: "◇"}
_DOUBTS = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
_KNOWN = {
    "day": "exact day",
    "month": "only the month known",
    "season": "only the season known",
    "year": "only the year known",
    "open": "open",
}
_STAMPED = ("day", "month", "year")  # what HTML can state as a time

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
    """What is told, and the names that it is told in."""

    report: Report
    told: Story
    names: Names
    hues: Mapping[str, str]  # of parties, by their codes

    @property
    def sections(self) -> list[tuple[str, Section]]:
        """What stands under the headings, each with the id of its heading."""
        numbered = enumerate(self.told.sections, 1)
        parts = ((_key_of(aside.part), aside) for aside in self.told.asides)
        return [*((f"_{number}", section) for number, section in numbered), *parts]


def _key_of(part: str) -> str:
    return f"_{part.replace(' ', '-')}"


def write(report: Report, stream: Stream) -> None:
    """Write the page."""
    told = cast("Story", report.shown)
    hues = {party.code: party.hue for party in told.parties}
    page = _Page(report, told, Names(report.vocabulary), hues)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    titles = dict.fromkeys(filter(None, (told.title, report.vocabulary.title)))
    stream.write(_START.format(version=__version__, title=escape(" – ".join(titles)), style=style))
    for parts in (
        _header(page),
        _nav(page),
        ['<main id="_events">\n'],
        _main(page),
        _sources(report, page.names),
        ["</main>\n"],
        _footer(report),
    ):
        stream.write("".join(parts))


def _header(page: _Page) -> Iterator[str]:
    yield f'<header>\n<h1 dir="auto">{escape(page.told.title)}</h1>\n'
    yield f'<p class="counts">{" · ".join(_counts(page))}</p>\n'
    if page.told.parties:
        yield '<ul class="parties" aria-label="Parties">\n'
        for party in page.told.parties:
            yield f"<li>{_named(party.name, party.hue)} {party.total}</li>\n"
        yield "</ul>\n"
    happened = [match.event.date for match in page.report.rows if match.part == STORY]
    yield from picture(happened, page.told.window)
    yield "</header>\n"


def _counts(page: _Page) -> Iterator[str]:
    """Yield how many events there are, and how many beside the story, which lead to these."""
    apart = {aside.part for aside in page.told.asides}
    for part, said in page.told.tally.items():
        yield f'<a href="#{_key_of(part)}">{said}</a>' if part in apart else said


def _nav(page: _Page) -> Iterator[str]:
    headed = [(key, section.heading) for key, section in page.sections if section.heading]
    if len(headed) > _FEW:
        yield '<nav aria-label="Jump to">\n<ul>\n'
        for key, heading in headed:
            yield f'<li><a href="#{key}" dir="auto">{escape(heading)}</a></li>\n'
        yield "</ul>\n</nav>\n"


def _main(page: _Page) -> Iterator[str]:
    if not page.report.rows:
        yield "<p>No events were found.</p>\n"
    if said := " · ".join(_key(page)):
        yield f'<p class="key">{said}</p>\n'
    told: set[str] = set()
    for key, section in page.sections:
        yield from _section(key, section, page, told)


def _key(page: _Page) -> Iterator[str]:
    """Yield what each mark says that is used, and what the mark of both is made of."""
    marks = {entry.mark for _, section in page.sections for entry in section.rows}
    both = story.DOUBTED_CHANGE in marks
    yield from (
        f"{_SIGNS[mark]} {said}" for mark, said in story.MARKS.items() if both or mark in marks
    )


def _section(key: str, section: Section, page: _Page, told: set[str]) -> Iterator[str]:
    """Yield events under their heading; those that were `told` before have their id there."""
    if section.heading:
        yield f'<section aria-labelledby="{key}">\n'
        yield f'<h2 id="{key}" dir="auto">{escape(section.heading)}</h2>\n'
    if section.remark:
        yield f'<p class="remark">{escape(section.remark)}</p>\n'
    for entry in section.rows:
        own = "" if entry.event.id in told else f' id="{escape(entry.event.id)}"'
        yield f'<article{own} class="{entry.mark}">\n'
        yield from _event(entry, section, page)
        yield "</article>\n"
        told.add(entry.event.id)
    if section.heading:
        yield "</section>\n"


def _event(entry: Entry, section: Section, page: _Page) -> Iterator[str]:
    event = entry.event
    level = "h3" if section.heading else "h2"
    yield f'<{level} dir="auto">{escape(event.title)}</{level}>\n'
    yield f'<p class="when"><span class="date">{_date(event.date)}</span>\n'
    yield f'<span class="known">{escape(_certainty(event.date))}</span>\n'
    if section.part == STORY and entry.match == POSSIBLE and not dates.doubted(event.date):
        yield '<strong class="part">may belong</strong>\n'
    yield f"<code>{escape(event.date.text)}</code></p>\n"
    about = filter(None, (_listed(filter(None, [entry.kind])), _parties(entry, page)))
    if said := " · ".join(about):
        yield f'<p class="about">{said}</p>\n'
    if event.summary:
        yield f'<p dir="auto">{escape(event.summary)}</p>\n'
    facts = [(label, said) for label, said in _facts(event, page.names) if said]
    if facts:
        yield "<dl>\n"
        yield from (f"<div><dt>{label}</dt><dd>{said}</dd></div>\n" for label, said in facts)
        yield "</dl>\n"


def _parties(entry: Entry, page: _Page) -> str:
    names = page.names.countries
    return ", ".join(_named(names.name(code), page.hues.get(code)) for code in entry.parties)


def _named(name: str, hue: str | None) -> str:
    shown = f' class="{hue}"' if hue else ""
    return f"<bdi{shown}>{escape(name)}</bdi>"


def _facts(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what else there is to say of an event, each with its label."""
    yield "Actors", _listed(event.actors)
    yield "Place", _listed(filter(None, [event.place]))
    yield "Status", _list(_listed(pair, ": ") for pair in event.status.items())
    yield "Sources", _list(_cited(citation, names) for citation in event.sources)
    yield "Note", _listed(filter(None, [event.note]))


def _cited(citation: Citation, names: Names) -> str:
    title = _titled(names.source(citation.source))
    return f"{title}, {_listed([citation.locator])}" if citation.locator else title


def _titled(source: Source) -> str:
    title = f"<cite><bdi>{escape(source.title)}</bdi></cite>"
    if source.url and source.url.startswith(("http://", "https://")):
        return f'<a href="{escape(source.url)}" rel="noopener noreferrer">{title}</a>'
    return title


def _sources(report: Report, names: Names) -> Iterator[str]:
    cited = {citation.source for match in report.rows for citation in match.event.sources}
    if cited:
        yield '<section class="sources" aria-labelledby="_sources">\n'
        yield '<h2 id="_sources">Sources</h2>\n'
        yield _list(_described(names.source(key)) for key in _in_order(report, cited))
        yield "\n</section>\n"


def _in_order(report: Report, cited: Collection[str]) -> Iterable[str]:
    """Return the sources that are cited: first those that are declared, then as events come."""
    declared = (key for key in report.vocabulary.sources if key in cited)
    others = (citation.source for match in report.rows for citation in match.event.sources)
    return dict.fromkeys((*declared, *others))


def _described(source: Source) -> str:
    details = [_listed([text]) for text in (source.author, source.publisher, source.kind) if text]
    if source.date:
        details.append(_date(source.date))
    return ", ".join([_titled(source), *details])


def _footer(report: Report) -> Iterator[str]:
    title, as_of = report.vocabulary.title, report.vocabulary.as_of
    origin = [f"from <cite><bdi>{escape(title)}</bdi></cite>"] if title else []
    if as_of:
        origin.append(f"as of {_time(dates.day(as_of.toordinal()))}")
    yield "<footer>\n"
    if origin:
        yield f"<p>Events {', '.join(origin)}.</p>\n"
    if report.rows:
        yield "<p>The short notation by each date is EDTF, the Extended Date/Time Format.</p>\n"
    yield f"<p>Made with diplo {__version__}.</p>\n</footer>\n</body>\n</html>\n"


def _listed(texts: Iterable[str], between: str = ", ") -> str:
    """Return texts one after the other, none of which changes the direction of the others."""
    return between.join(f"<bdi>{escape(text)}</bdi>" for text in texts)


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def _date(when: Edtf) -> str:
    """Return a date in words; what HTML can state of it is marked as a time."""
    parts, said = [], dates.words(when)
    ends = dict.fromkeys(end for end in (when.start, when.end) if end.precision not in NO_DAY)
    for period in ends:
        before, found, after = said.partition(dates.words(period))
        if found:
            parts += [before, _time(period)]
            said = after
    return "".join((*parts, said))


def _time(period: Period) -> str:
    said = escape(dates.words(period))
    if period.precision in _STAMPED and not period.qualifier:
        return f'<time datetime="{period.text.replace("-XX", "")}">{said}</time>'
    return said


def _certainty(when: Edtf) -> str:
    """Say how much of a date is known."""
    if when.precision == "span":
        end = "still so" if when.end == OPEN_END else _known_end("end", when.end)
        return f"{_known_end('start', when.start)}; {end}"
    if when.precision != "range":
        return _known(when.start)
    first, last = set_ends(when.text)
    if first and last:
        return "some time in between"
    if first:
        return f"not earlier than {dates.with_article(first)}"
    return f"not later than {dates.with_article(last or when.end)}"


def _known_end(which: str, period: Period) -> str:
    if period.precision == "unknown":
        return f"{which} not told"
    return f"{which}: {_known(period)}"


def _known(period: Period) -> str:
    """Say how much of a moment, or of the end of a span, is known."""
    if period.qualifier:
        return f"{_DOUBTS[period.qualifier]} {period.precision}"
    return _KNOWN.get(period.precision) or f"some time in the {dates.words(period)}"
