"""Check the texts of a map that are the same for every row, before any row is read."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

from diplo.model.countries.resolve import Countries, UnknownCountryError
from diplo.reading import records
from diplo.reading.faults import Fault, Path
from diplo.reading.maps import hints
from diplo.reading.maps.meanings import Meanings
from diplo.reading.maps.moments import DateReader
from diplo.reading.maps.parties import Parties
from diplo.reading.maps.syntax import ERROR, PLACEHOLDER, Map
from diplo.reading.maps.tally import Tally
from diplo.reading.maps.texts import Texts
from diplo.reading.records import Context
from diplo.reading.tables import cell_dates, cells, row_dates
from diplo.terminal.text import fold_space, shown

_MOST = 20  # faults, as each may search for similar names

_PlacedText = tuple[Path, str]  # where a text stands in the map, and the text


def wrong(mapping: Map, context: Context) -> list[Fault]:
    """Return the faults of a map's constant texts and of the meanings in its `values`."""
    if not mapping.is_written:
        return []
    faults = itertools.chain(
        _dates(mapping),
        _judged(_meanings(mapping, "date"), lambda text: _date(text, mapping.dates)),
        _judged(_countries(mapping), lambda text: _country(text, mapping, context.countries)),
        _judged(_types(mapping), lambda text: _type(text, context)),
        _judged(_sources(mapping), lambda text: _event_fault(context, sources=[text])),
    )
    return list(itertools.islice(faults, _MOST))


def _judged(texts: Iterable[_PlacedText], judge: Callable[[str], str]) -> Iterator[Fault]:
    """Yield a fault for each text that is wrong."""
    for path, text in texts:
        if message := judge(text):
            yield Fault(path, message)


def _meanings(mapping: Map, key: str) -> Iterator[_PlacedText]:
    """Yield the meanings in a key's `values`, except placeholders."""
    for text, meant in mapping.values.get(key, {}).items():
        for meaning in meant if isinstance(meant, list) else [meant]:
            if meaning and meaning != PLACEHOLDER:
                yield ("values", key, text), str(meaning)


def _constants(mapping: Map, key: str) -> Iterator[_PlacedText]:
    """Yield the templates of a key that are the same for all rows, and not blank."""
    templates = (template for form in mapping.events for template in form.templates_for(key))
    yield from (
        (template.path, template.text)
        for template in templates
        if template.text and not template.columns
    )


def _dates(mapping: Map) -> Iterator[Fault]:
    for form in mapping.events:
        moments = DateReader(form, mapping, Texts(mapping, ()), Tally())
        for path, message in moments.wrong():
            yield Fault(path, message)


def _date(text: str, order: str | None) -> str:
    """Return what is wrong with a date, unless it can be read as a start, an end or a time."""
    date = cell_dates.date(text, order)
    others = cell_dates.end(text, order), row_dates.timed(text, "", order)
    return date.message if all(reading.wrong for reading in others) else ""


def _countries(mapping: Map) -> Iterator[_PlacedText]:
    meant, split = mapping.values.get("countries", Meanings()), mapping.split.get("countries", "")
    for path, text in _constants(mapping, "countries"):
        if fold_space(text) not in meant:
            yield from ((path, name) for name in cells.items(text, split) if name not in meant)
    yield from _meanings(mapping, "countries")


def _country(name: str, mapping: Map, countries: Countries) -> str:
    try:
        countries.resolve(name)
    except UnknownCountryError as error:
        parties = Parties(Map("", ()), (), countries, ()).lookup(name, None, "")
        if mapping.unknown != ERROR or not any(party.wrong for party in parties):
            return ""
        parts = [*map(str.strip, name.split(","))]
        if len(parts) > 1 and all(map(countries.knows, parts)):
            return f"{shown(name)} names {len(parts)} countries; write a list: [{', '.join(parts)}]"
        return hints.of_no_country(name, error, "") if error.is_organisation else str(error)
    except ValueError as error:  # several countries
        return str(error)
    return ""


def _types(mapping: Map) -> Iterator[_PlacedText]:
    yield from _constants(mapping, "type")
    yield from _meanings(mapping, "type")


def _type(text: str, context: Context) -> str:
    kind = cells.kinds(context.vocabulary.types)(text)
    if not kind:
        return f"{shown(text)} has no letter from a to z and no digit, as types have"
    return _event_fault(context, type=kind)


def _sources(mapping: Map) -> Iterator[_PlacedText]:
    """Yield the ids of cited sources to which no citation in the map gives a title."""
    cited = [
        citation
        for form in mapping.events
        for citation in form.sources or ()
        if isinstance(citation, Mapping)
    ]
    titled = [citation["source"] for citation in cited if "title" in citation]
    if any(template.columns for template in titled):
        return
    known = {template.text for template in titled}
    for citation in cited:
        template = citation["source"]
        if not template.columns and template.text.strip() and template.text not in known:
            yield template.path, fold_space(template.text)


def _event_fault(context: Context, **fields: object) -> str:
    """Return the message of the first fault in fields of an event, or an empty text."""
    return next((fault.message for fault in records.wrong_alone(context, **fields)), "")
