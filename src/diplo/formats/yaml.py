"""YAML: an event file, with the events and the declarations that they use."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from diplo.formats import Stream
from diplo.model.dates import Edtf
from diplo.model.events import (
    COUNTRY_KEYS,
    EVENT_KEYS,
    SOURCE_KEYS,
    TYPE_KEYS,
    Citation,
    Event,
    Source,
    Vocabulary,
    families,
)
from diplo.reports import Report

Data = str | Sequence["Data"] | Mapping[str, "Data"]

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_WIDTH = 96  # columns after which a line breaks at the next space
_LONG = 80  # characters beyond which a text stands below its key
_SHORT = 60  # most characters of a list on one line
_RESERVED = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")  # in YAML 1.1 or 1.2


def write(report: Report, stream: Stream) -> None:
    """Write the declarations used and every event in full, or an empty list of events."""
    events = [match.event for match in report.rows]
    if not events:
        stream.write("events: []\n")
        return
    vocabulary = _with_described(events, report.vocabulary)
    for key, declared in _declarations(events, vocabulary).items():
        stream.write(_text({key: declared}))
    stream.write("events:\n")
    for event in events:
        stream.write(_text([_event(event, vocabulary)]))


def _with_described(events: Sequence[Event], vocabulary: Vocabulary) -> Vocabulary:
    """Declare the sources that events describe, if every cited source then has a title."""
    cited = [citation.source for event in events for citation in event.sources]
    described = {key: vocabulary.described[key] for key in cited if key in vocabulary.described}
    sources = {**described, **vocabulary.sources}
    if not all(key in sources and sources[key].title for key in cited):
        return vocabulary
    return vocabulary._replace(sources=sources, described={})


def _declarations(events: Sequence[Event], vocabulary: Vocabulary) -> dict[str, Data]:
    sources = {citation.source for event in events for citation in event.sources}
    countries = {code for event in events for code in event.countries}
    types = {family for event in events if event.type for family in families(event.type)}
    declared: dict[str, Data] = {
        "title": vocabulary.title or "",
        "as_of": vocabulary.as_of.isoformat() if vocabulary.as_of else "",
        "sources": _entries(vocabulary.sources, sources, SOURCE_KEYS),
        "countries": _entries(vocabulary.countries, countries, COUNTRY_KEYS),
        "types": _entries(vocabulary.types, types, TYPE_KEYS),
    }
    return {key: data for key, data in declared.items() if data}


def _event(event: Event, vocabulary: Vocabulary) -> dict[str, Data]:
    """Return the data of an event; its citations describe sources that are not declared."""
    sources = [_citation(citation, vocabulary.described) for citation in event.sources]
    data = {key: sources if key == "sources" else getattr(event, key) for key in EVENT_KEYS}
    return {key: _data(value) for key, value in data.items() if value}


def _citation(citation: Citation, described: Mapping[str, Source]) -> Data:
    source = described.get(citation.source)
    about = _record(source, SOURCE_KEYS) if source else {}
    data = {**_record(citation, ("source", "locator")), **about}
    return data if len(data) > 1 else citation.source


def _entries(declared: Mapping[str, object], used: set[str], keys: Sequence[str]) -> Data:
    return {key: _record(entry, keys) for key, entry in declared.items() if key in used}


def _record(record: object, keys: Sequence[str]) -> dict[str, Data]:
    values = {key: getattr(record, key) for key in keys}
    return {key: _data(value) for key, value in values.items() if value}


def _data(value: Any) -> Data:  # noqa: ANN401  (the fields of records have many types)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    plain: Data = value
    return plain


def _text(document: Data) -> str:
    text = _emit(document, _DUMPER)
    # libyaml escapes emoji; PyYAML's own, slower dumper does not.
    return _emit(document, yaml.SafeDumper) if "\\U" in text else text


def _emit(document: Data, dumper: Any) -> str:  # noqa: ANN401  (its type is private)
    start, end = yaml.StreamStartEvent(), yaml.StreamEndEvent()
    whole = (yaml.DocumentStartEvent(), *_node(document), yaml.DocumentEndEvent())
    text: str = yaml.emit((start, *whole, end), Dumper=dumper, allow_unicode=True, width=_WIDTH)
    return text


def _node(data: Data) -> Iterator[yaml.Event]:
    if isinstance(data, str):
        yield _scalar(data, ">" if len(data) > _LONG else None)
    elif isinstance(data, Mapping):
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
        for key, value in data.items():
            yield _scalar(key)
            yield from _node(value)
        yield yaml.MappingEndEvent()
    else:
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=_is_short(data))
        for item in data:
            yield from _node(item)
        yield yaml.SequenceEndEvent()


def _scalar(text: str, style: str | None = None) -> yaml.Event:
    return yaml.ScalarEvent(None, None, (True, True), text, style=style or _quotes(text))


def _quotes(text: str) -> str | None:
    """Return a quote if some YAML parser would not read the plain scalar as text."""
    return None if text[0].isalpha() and text.lower() not in _RESERVED else "'"


def _is_short(items: Sequence[Data]) -> bool:
    texts = [item for item in items if isinstance(item, str)]
    return len(texts) == len(items) and sum(map(len, texts)) <= _SHORT
