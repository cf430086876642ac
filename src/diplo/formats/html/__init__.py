"""HTML: a page to publish, without a script and without anything from elsewhere.

Ids that begin with an underscore are the page's own; those of events never do.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from diplo import __version__, dates
from diplo.dates import NO_DAY, OPEN_END, POSSIBLE, Edtf, Period
from diplo.events import Citation, Event, Source
from diplo.formats import Stream
from diplo.formats.html.picture import picture
from diplo.reports import Names, Report
from diplo.selection import Match

_FEW = 3  # headings between which nobody needs to jump
_DOUBTS = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
_KNOWN = {
    "day": "exact day",
    "month": "only the month known",
    "season": "only the season known",
    "year": "only the year known",
    "range": "some time in between",
    "open": "open",
    "unknown": "unknown",
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


def write(report: Report, stream: Stream) -> None:
    """Write the page."""
    names = Names(report.vocabulary)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    about = list(dict.fromkeys(filter(None, (report.vocabulary.title, report.title))))
    title = escape(" – ".join(reversed(about)))
    stream.write(_START.format(version=__version__, title=title, style=style))
    for parts in (
        _header(report, about),
        _nav(report),
        ['<main id="_events">\n'],
        _sections(report, names),
        _sources(report, names),
        ["</main>\n"],
        _footer(report),
    ):
        stream.write("".join(parts))


def _header(report: Report, about: Sequence[str]) -> Iterator[str]:
    title, *asked = about
    yield f'<header>\n<h1 dir="auto">{escape(title)}</h1>\n'
    yield f'<p class="asked">{_listed((*asked, report.summary), " · ")}</p>\n'
    if report.footnote:
        yield f'<p class="asked">{escape(report.footnote.removeprefix("? "))}</p>\n'
    yield from picture([match.event.date for match in report.rows], report.window)
    yield "</header>\n"


def _nav(report: Report) -> Iterator[str]:
    if len(report.sections) > _FEW:
        yield '<nav aria-label="Jump to">\n<ul>\n'
        for number, section in enumerate(report.sections, 1):
            yield f'<li><a href="#_{number}" dir="auto">{escape(section.heading)}</a></li>\n'
        yield "</ul>\n</nav>\n"


def _sections(report: Report, names: Names) -> Iterator[str]:
    if not report.rows:
        yield "<p>No events were found.</p>\n"
    told: set[str] = set()
    for number, (heading, matches) in enumerate(report.sections, 1):
        if heading:
            yield f'<section aria-labelledby="_{number}">\n'
            yield f'<h2 id="_{number}" dir="auto">{escape(heading)}</h2>\n'
        for match in matches:
            key = match.event.id
            yield "<article>\n" if key in told else f'<article id="{escape(key)}">\n'
            yield from _event(match, names, "h3" if heading else "h2")
            yield "</article>\n"
            told.add(key)
        if heading:
            yield "</section>\n"


def _event(match: Match, names: Names, level: str) -> Iterator[str]:
    event = match.event
    yield f'<{level} dir="auto">{escape(event.title)}</{level}>\n'
    yield f'<p class="when"><span class="date">{_date(event.date)}</span>\n'
    yield f'<span class="known">{escape(_certainty(event.date))}</span>\n'
    if match.match == POSSIBLE:
        yield '<strong class="possible">possibly in the range</strong>\n'
    yield f"<code>{escape(event.date.text)}</code></p>\n"
    countries = _listed(map(names.countries.name, event.countries))
    kind = f"{_listed([names.type(event.type)])} · " if event.type else ""
    yield f'<p class="about">{kind}{countries}</p>\n'
    if event.summary:
        yield f'<p dir="auto">{escape(event.summary)}</p>\n'
    facts = [(label, said) for label, said in _facts(event, names) if said]
    if facts:
        yield "<dl>\n"
        yield from (f"<div><dt>{label}</dt><dd>{said}</dd></div>\n" for label, said in facts)
        yield "</dl>\n"


def _facts(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what else there is to say of an event, each with its label."""
    yield "Actors", _listed(event.actors)
    yield "Place", _listed(filter(None, [event.place]))
    yield "Status", _list(_listed(pair, ": ") for pair in event.status.items())
    yield "Sources", _list(_cited(citation, names) for citation in event.sources)
    yield "Note", _listed(filter(None, [event.note]))


def _cited(citation: Citation, names: Names) -> str:
    title = _titled(_source(citation, names))
    return f"{title}, {_listed([citation.locator])}" if citation.locator else title


def _source(citation: Citation, names: Names) -> Source:
    declared = names.vocabulary.sources.get(citation.source)
    return declared or Source(citation.source, citation.title or citation.source)


def _titled(source: Source) -> str:
    title = f"<cite><bdi>{escape(source.title)}</bdi></cite>"
    if source.url and source.url.startswith(("http://", "https://")):
        return f'<a href="{escape(source.url)}" rel="noopener noreferrer">{title}</a>'
    return title


def _sources(report: Report, names: Names) -> Iterator[str]:
    cited = [citation for match in report.rows for citation in match.event.sources]
    if cited:
        # Of several titles that events give to one source, the first counts.
        used = {citation.source: _source(citation, names) for citation in reversed(cited)}
        order = [key for key in names.vocabulary.sources if key in used]
        yield '<section class="sources" aria-labelledby="_sources">\n'
        yield '<h2 id="_sources">Sources</h2>\n'
        keys = dict.fromkeys((*order, *(citation.source for citation in cited)))
        yield _list(_described(used[key]) for key in keys)
        yield "\n</section>\n"


def _described(source: Source) -> str:
    details = [_listed([text]) for text in (source.author, source.publisher, source.kind) if text]
    if source.date:
        details.append(_date(source.date))
    return ", ".join([_titled(source), *details])


def _footer(report: Report) -> Iterator[str]:
    as_of = report.vocabulary.as_of
    yield "<footer>\n"
    if as_of:
        yield f"<p>Events as of {_time(dates.day(as_of.toordinal()))}.</p>\n"
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
    for period in dict.fromkeys((when.start, when.end)):
        if period.precision not in NO_DAY:
            before, _, said = said.partition(dates.words(period))
            parts += [before, _time(period)]
    return "".join((*parts, said))


def _time(period: Period) -> str:
    said = escape(dates.words(period))
    if period.precision in _STAMPED and not period.qualifier:
        return f'<time datetime="{period.text.replace("-XX", "")}">{said}</time>'
    return said


def _certainty(when: Edtf) -> str:
    """Say how much of a date is known."""
    if when.precision == "span":
        end = "going on" if when.end == OPEN_END else f"end: {_known(when.end)}"
        return f"start: {_known(when.start)}; {end}"
    anchor = dates.anchor(when)
    if when.precision != "range" or anchor is None or anchor == when.start:
        return _known(when.start)
    return f"not {'later' if when.earliest is None else 'earlier'} than {dates.words(anchor)}"


def _known(period: Period) -> str:
    """Say how much of a moment, or of the end of a span, is known."""
    if period.qualifier:
        return f"{_DOUBTS[period.qualifier]} {period.precision}"
    return _KNOWN.get(period.precision) or f"some time in the {dates.words(period)}"
