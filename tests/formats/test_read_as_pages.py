"""What a reader of HTML finds in pages, and in the slides of TimelineJS, is what was written."""

from diplo.history.parts import MAY_BELONG, STORY
from diplo.model import dates
from diplo.model.events import Event, Source
from diplo.reports import Names, citations
from diplo.reports.entries import distinct_summary
from diplo.terminal.text import escape
from tests.conftest import written
from tests.formats import test_html as html
from tests.formats import test_timelinejs as timelinejs
from tests.formats.round_trips import arbitrary, cited, quickly
from tests.strategies import Found


def kind_and_countries(event: Event, found: Found) -> list[str]:
    known = Names(found.vocabulary)
    kind = [known.type(event.type)] if event.type else []
    return [*kind, ", ".join(map(known.countries.name, event.countries))]


def told_in(event: Event, found: Found) -> list[str]:
    """Return the sources of an event as people read them."""
    told = [cited(citation, found) for citation in event.sources]
    named = [(each["title"] or each["source"], each["locator"]) for each in told]
    return [", ".join(filter(None, names)) for names in named]


def states(event: Event) -> list[str]:
    return [f"{subject}: {state}" for subject, state in event.status.items()]


def raw(element: html.Element) -> str:
    """Return the text of an element as it is."""
    return "".join(part if isinstance(part, str) else raw(part) for part in element.inside)


def all_raw(elements: list[html.Element]) -> list[str]:
    return [raw(element) for element in elements]


@quickly
@arbitrary
def test_arbitrary_events_are_found_in_pages(found: Found) -> None:
    are_found_in_html(found)
    have_their_sources_in_html(found)
    are_found_in_slides(found)


def are_found_in_html(found: Found) -> None:
    page = html.read(written("html", found.report))
    assert raw(page.one("h1")) == escape(found.vocabulary.title or "All events")
    assert all_raw(page.one("footer").all("cite")) == list(filter(None, [found.vocabulary.title]))
    articles = {article.attributes["id"]: article for article in page.all("article")}
    assert len(articles) == len(found.matches)
    assert [e.text for e in page.all("h2", id="_may-belong")] == ["May belong here"] * any(
        match.part == MAY_BELONG for match in found.matches
    )
    for match in found.matches:
        event, article = match.event, articles[match.event.id]
        assert raw(article.one("h3")) == event.title
        when = article.one("p", kind="when")
        assert when.attributes.get("data-full", raw(when)) == dates.words(event.date)
        assert all_raw(article.all("code")) == [event.id, event.date.text]
        assert article.all("strong") == []
        about = [*kind_and_countries(event, found), event.place, ", ".join(event.actors)]
        told = [
            *(" · ".join(filter(None, about)), *states(event)),
            *filter(None, (distinct_summary(event), event.note)),
        ]
        paragraphs = article.one("div").all("p")
        assert all_raw(paragraphs)[: len(told)] == told
        cited = article.all("p", kind="told")
        assert len(cited) == bool(event.sources)
        names = Names(found.vocabulary)
        titles = [names.source_title(citation.source) for citation in event.sources]
        texts = [*titles, *filter(None, (citation.locator for citation in event.sources))]
        assert [text for text in texts if text not in raw(cited[0])] == []
        copied = citations.sentences([event], names).splitlines()
        assert all_raw(article.all("p", kind="copied")) == copied


def described(source: Source) -> str:
    when = dates.words(source.date) if source.date else None
    parts = (source.title or source.id, source.author, source.publisher, source.kind, when)
    return ", ".join(filter(None, parts))


def have_their_sources_in_html(found: Found) -> None:
    page = html.read(written("html", found.report))
    cited = [citation.source for event in found.events for citation in event.sources]
    used = dict.fromkeys((*(key for key in found.vocabulary.sources if key in cited), *cited))
    sources = [found.vocabulary.source(key) for key in used]
    items = [item for part in page.all("section", kind="sources") for item in part.all("li")]
    assert len(items) == len(used)
    for item, source in zip(items, sources, strict=True):
        assert raw(item) == described(source)
        links = [link.attributes["href"] for link in item.all("a")]
        assert links == list(filter(None, [source.url]))


def are_found_in_slides(found: Found) -> None:
    data = timelinejs.read(found.report)
    told = [m.event for m in found.matches if m.part == STORY and m.event.date.earliest]
    for event, slide in zip(told, data["events"], strict=True):
        headline, text = (timelinejs.Html(slide["text"][key]) for key in ("headline", "text"))
        assert slide["unique_id"] == event.id
        assert (headline.paragraphs, headline.tags) == ([event.title], [])
        about = [*kind_and_countries(event, found), event.place, ", ".join(event.actors)]
        parts = [
            distinct_summary(event),
            " · ".join(filter(None, about)),
            "; ".join(states(event)),
            event.note and f"Note: {event.note}",
            event.sources and f"Sources: {'; '.join(told_in(event, found))}",
        ]
        assert text.paragraphs == [*filter(None, parts), ""]
