"""TimelineJS 3: the JSON that Knight Lab's script shows as a timeline in a web page.

Headlines and texts are HTML; dates are numbers, with words to display where numbers do not suffice.
Events without an earliest day are left out, as TimelineJS cannot show them and none is invented.
`autolink` is off because it would add links to text that was already escaped.
"""

import json
from datetime import date
from html import escape
from typing import Any, cast

from diplo.formats import Stream
from diplo.history.parts import STORY
from diplo.model import dates
from diplo.model.dates import Edtf, Period, set_ends
from diplo.model.events import Citation, Event
from diplo.reports import Names, Report
from diplo.reports.citations import WEB
from diplo.reports.entries import distinct_summary
from diplo.reports.story import Story

_NUMBERS = ("year", "month", "day")
_STATED = {"day": 3, "month": 2, "season": 2, "year": 1, "decade": 1, "century": 1}  # how many
_TITLE_ID = "title_slide"  # no event's: their ids have no underscore

Slide = dict[str, Any]


def write(report: Report, stream: Stream) -> None:
    """Write a title slide, and a slide for each event of the story that has an earliest day."""
    names = Names(report.vocabulary)
    story = cast("Story", report.shown)
    groups = _headings(story) if story.grouped else _lanes(story)
    slides = [
        _slide(match.event, names, groups.get(match.event.id, ""))
        for match in report.rows
        if match.event.date.earliest and (match.part == STORY or not story.aside_counts)
    ]
    timeline = {"title": _title(report, story), "events": slides, "scale": "human"}
    stream.write(json.dumps(timeline, ensure_ascii=False, indent=2) + "\n")


def _slide(event: Event, names: Names, group: str) -> Slide:
    return {
        "unique_id": event.id,
        **_date(event.date),
        "text": {"headline": _html(event.title), "text": _text(event, names)},
        # TimelineJS decodes a group once, and then shows it as HTML.
        **({"group": _html(_html(group))} if group else {}),
        "autolink": False,
    }


def _title(report: Report, story: Story) -> Slide:
    title, last = report.vocabulary.title, report.vocabulary.last_day
    day = f"as of {dates.day_words(last)}" if last else ""
    about = ", ".join(filter(None, ("" if title == story.title else title, day)))
    text = {"headline": _html(story.title), "text": _paragraphs(_html(about))}
    return {"unique_id": _TITLE_ID, "text": text, "autolink": False}


def _headings(story: Story) -> dict[str, str]:
    """Return the headings of each event by its id, joined by commas."""
    headings: dict[str, list[str]] = {}
    for section in story.sections:
        for entry in section.rows:
            headings.setdefault(entry.event.id, []).append(section.heading)
    return {key: ", ".join(names) for key, names in headings.items()}


def _lanes(story: Story) -> dict[str, str]:
    """Return the name of each event's first party by its id, if there are several parties."""
    if len(story.parties) <= 1:
        return {}
    names = {party.code: party.name for party in story.parties}
    entries = [entry for section in story.sections for entry in section.rows if entry.parties]
    return {entry.event.id: names.get(entry.parties[0], "") for entry in entries}


def _date(when: Edtf) -> Slide:
    """Return the days of a date, with its words where the days alone are not exact."""
    days = _days(when)
    exact = when.precision in _NUMBERS or when.start.precision == when.end.precision == "day"
    if exact and not when.is_qualified:
        return days
    return {**days, "display_date": dates.words(when)}


def _days(when: Edtf) -> Slide:
    """Return the start of a date as stated and, if it differs, the end."""
    start, end = set_ends(when.text) if when.is_set else (when.start, when.end)
    first, last = _numbers(start), _numbers(end, last=True)
    return {"start_date": first, **({"end_date": last} if last not in ({}, first) else {})}


def _numbers(period: Period | None, *, last: bool = False) -> Slide:
    """Return the first or last day of a period, only as precise as the period is."""
    if not (period and period.edtf):
        return {}
    day = date.fromordinal(period.last if last else period.first)
    return dict(zip(_NUMBERS[: _STATED[period.precision]], day.timetuple(), strict=False))


def _text(event: Event, names: Names) -> str:
    sources = "; ".join(_source(citation, names) for citation in event.sources)
    return _paragraphs(
        _html(distinct_summary(event)),
        _html(_facts(event, names)),
        _html("; ".join(f"{subject}: {state}" for subject, state in event.status.items())),
        f"Note: {_html(event.note)}" if event.note else "",
        f"Sources: {sources}" if sources else "",
    )


def _facts(event: Event, names: Names) -> str:
    kind = names.kind(event.type)
    countries = ", ".join(map(names.countries.name, event.countries))
    actors = ", ".join(event.actors)
    return " · ".join(filter(None, (kind, countries, event.place, actors)))


def _source(citation: Citation, names: Names) -> str:
    source, place = names.source_and_locator(citation)
    title = _html(source.title)
    if source.url and source.url.startswith(WEB):
        title = f'<a href="{escape(source.url)}">{title}</a>'
    return f"{title}, {_html(place)}" if place else title


def _paragraphs(*parts: str) -> str:
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _html(text: str) -> str:
    return escape(text, quote=False)
