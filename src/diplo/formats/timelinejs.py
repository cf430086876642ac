"""TimelineJS 3: the JSON from which Knight Lab's script shows a timeline in a web page.

There a headline and a text are HTML, dates are numbers, and a date that numbers cannot state has
words to display. A slide's `autolink` would add links to the text after it was made safe.
"""

import json
from datetime import date
from html import escape
from typing import Any

from diplo import dates
from diplo.dates import POSSIBLE, Edtf, Period
from diplo.events import Citation, Event
from diplo.formats import Stream
from diplo.reports import FOOTNOTE, Names, Report
from diplo.selection import Match

_EXACT = {"year": 1, "month": 2, "day": 3}  # precisions, and the numbers that state them
_NUMBERS = ("year", "month", "day")
_POSSIBLY = f"{FOOTNOTE.removeprefix('? ').capitalize()}."
_TITLE_ID = "title_slide"  # of no event: their ids have no underscore
_WEB = ("http://", "https://")

Slide = dict[str, Any]


def write(report: Report, stream: Stream) -> None:
    """Write a title and a slide for every event."""
    names = Names(report.vocabulary)
    groups = _groups(report) if report.grouped else {}
    now = _now(report)
    slides = [
        {
            "unique_id": match.event.id,
            **_dated(match.event.date, now),
            "text": {"headline": _html(match.event.title), "text": _text(match, names)},
            **groups.get(match.event.id, {}),
            "autolink": False,
        }
        for match in report.rows
    ]
    timeline = {"title": _title(report), "events": slides, "scale": "human"}
    stream.write(json.dumps(timeline, ensure_ascii=False, indent=2) + "\n")


def _title(report: Report) -> Slide:
    title, as_of = report.vocabulary.title, report.vocabulary.as_of
    day = f"as of {dates.words(dates.day(as_of.toordinal()))}" if as_of else ""
    about = ", ".join(filter(None, (title, day)))
    text = {"headline": _html(report.title), "text": _paragraphs(_html(about))}
    return {"unique_id": _TITLE_ID, "text": text, "autolink": False}


def _groups(report: Report) -> dict[str, Slide]:
    """Return the group of each event, which names every heading that it stands under."""
    headings: dict[str, list[str]] = {}
    for heading, matches in report.sections:
        for match in matches:
            headings.setdefault(match.event.id, []).append(heading)
    # TimelineJS decodes a group once, and then shows it as HTML.
    return {key: {"group": _html(_html(", ".join(said)))} for key, said in headings.items()}


def _now(report: Report) -> date:
    """Return the day on which what has neither start nor end stands."""
    days = [day for m in report.rows for day in (m.event.date.earliest, m.event.date.latest) if day]
    return report.vocabulary.as_of or max(days, default=date.min)


def _dated(when: Edtf, now: date) -> Slide:
    """Return the days of a date, and its words where they say more."""
    days = _days(when, now)
    stated = when.precision in _EXACT or when.start.precision == when.end.precision == "day"
    if stated and not (when.start.qualifier or when.end.qualifier):
        return days
    return {**days, "display_date": dates.words(when)}


def _days(when: Edtf, now: date) -> Slide:
    anchor, latest = dates.anchor(when), when.latest
    if anchor is None:
        return {"start_date": _numbers(now)}
    start = {"start_date": _start(anchor)}
    is_start = when.precision == "span" and anchor == when.start
    if latest and (is_start or anchor.precision not in _EXACT):
        return {**start, "end_date": _numbers(latest)}
    return start


def _start(period: Period) -> Slide:
    return _numbers(date.fromordinal(period.first), _EXACT.get(period.precision, len(_NUMBERS)))


def _numbers(day: date, count: int = len(_NUMBERS)) -> Slide:
    return dict(zip(_NUMBERS[:count], day.timetuple(), strict=False))


def _text(match: Match, names: Names) -> str:
    event = match.event
    sources = "; ".join(_source(citation, names) for citation in event.sources)
    return _paragraphs(
        _POSSIBLY if match.match == POSSIBLE else "",
        _html(event.summary or ""),
        _html(_facts(event, names)),
        _html("; ".join(f"{subject}: {state}" for subject, state in event.status.items())),
        f"Note: {_html(event.note)}" if event.note else "",
        f"Sources: {sources}" if sources else "",
    )


def _facts(event: Event, names: Names) -> str:
    kind = names.type(event.type) if event.type else ""
    countries = ", ".join(map(names.countries.name, event.countries))
    actors = ", ".join(event.actors)
    return " · ".join(filter(None, (kind, countries, event.place, actors)))


def _source(citation: Citation, names: Names) -> str:
    title = _html(names.source(citation) or citation.source)
    declared = names.vocabulary.sources.get(citation.source)
    if declared and declared.url and declared.url.startswith(_WEB):
        title = f'<a href="{escape(declared.url)}">{title}</a>'
    return f"{title}, {_html(citation.locator)}" if citation.locator else title


def _paragraphs(*parts: str) -> str:
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _html(text: str) -> str:
    return escape(text, quote=False)
