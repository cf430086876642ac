"""Parse YAML to plain data, every scalar as text, and find the line and column of values.

The parser's events are walked, not loaded: no tag, anchor or merge key has any effect, nesting is
bounded, and each value has a line and a column.
"""

import itertools
import re
from collections.abc import Callable, Collection, Mapping

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from diplo.reading import yaml_slips
from diplo.reading.faults import DEEPEST, TOO_DEEP, Path, Place
from diplo.reading.yaml_slips import Mark
from diplo.terminal.errors import Problem
from diplo.terminal.text import Lines, shown

Watch = Callable[[float], object]  # called repeatedly with the share of a text that is read
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SHARE = 0.8  # of the time of reading a file, spent on parsing
_OFTEN = 256  # values of a list between two reports of progress
_MOST_DIRECTIVES = 100  # libyaml compares each with all before it
_TOO_DEEP = "nesting depth"  # in libyaml's message on its own limit, which came with 6.0.4
_AHEAD = 1100  # characters, more than it looks ahead for the colon that would make a list a key
_DIRECTIVE = re.compile(r"(?<![^\r\n])%")  # at the start of a line, whatever ended the last
# Texts of an event in which a comment may be meant as a number: Resolution #242.
_CUT = re.compile(
    r"^[ \t]*(?:- )?(?:title|summary|note|place): +(?![\"'|>#])(?:[^\r\n#]|(?<! )#)*"
    r"(?:\r?\n[ \t]+(?![-# \t])(?:[^\r\n:#]|(?<! )#)*)*(?<= )(#[0-9][^\r\n]*)",
    re.MULTILINE,
)
_BREAKS = dict.fromkeys(map(ord, "\v\f"), " ")  # of Word and FileMaker, forbidden in YAML
_NULL = ("~", "null")
_ABSENT = ("", *_NULL)
_HINTS = {  # by the words of PyYAML
    "mapping values are not allowed": "put a text that holds ': ' in quotes",
    "cannot start any token": "put the text in quotes; indent with spaces",
    "tab character": "indent with spaces",
    "escape character": "use single quotes, or write \\\\ for each backslash",
    "hex": "use single quotes, or write \\\\ for each backslash",
    "incompatible YAML document": "only YAML 1.1 and 1.2 can be read",
}


def parse(name: str, text: str, watch: Watch = lambda _: None) -> tuple[object, list[Problem]]:
    """Parse YAML into dictionaries, lists and texts (None for an absent value), with problems."""
    text = text.translate(_BREAKS)
    if many := next(itertools.islice(_DIRECTIVE.finditer(text), _MOST_DIRECTIVES, None), None):
        message = f"more than {_MOST_DIRECTIVES} directives (%); remove them"
        return None, [Problem(name, *Lines(text).position(many.start()), message)]
    walk = _Walk(text, watch=watch)
    try:
        data = _document(walk, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [_syntax_problem(name, text, error, yaml_slips.opening(error) or mark)]
    except _TooDeepError as error:
        return None, [_problem(name, error.args[0], TOO_DEEP)]
    except (ValueError, OverflowError) as error:  # an escape that PyYAML without libyaml misses
        mark = walk.loader.get_mark()  # which only that can tell
        return None, [_problem(name, mark, f"not valid YAML from here on: {error}")]
    return data, [_problem(name, mark, message) for mark, message in walk.refusals]


def places(text: str, wanted: Collection[Path]) -> Mapping[Path, Place]:
    """Find the places of the values at these paths in a text that `parse` accepts."""
    walk = _Walk(text.translate(_BREAKS), wanted)
    walk.document()
    return walk.places


def notes(text: str) -> list[tuple[int, str]]:
    """Return a line and a note on texts that end before # and a number, which YAML drops."""
    cut = [*_CUT.finditer(text)]
    if not cut:
        return []
    line, _ = Lines(text).position(cut[0].start(1))
    what = "a text ends" if len(cut) == 1 else f"{len(cut)} texts end, the first"
    return [(line, f"{what} before {shown(cut[0][1])}, as # begins a comment; put it in quotes")]


def _document(walk: "_Walk", text: str) -> object:
    """Read the one document of a text, with our own limit of nesting whatever that of PyYAML.

    libyaml reads ahead of the events it yields, and may meet its limit before the walk meets ours.
    Then the text before is read alone, with commas for the rest, as they nest nothing.
    """
    try:
        return walk.document()
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in (error.problem or "") and error.problem_mark:
            before = text[: error.problem_mark.index]
            _Walk(before + "," * _AHEAD).document()
        raise


def _syntax_problem(
    name: str, text: str, error: yaml.MarkedYAMLError, mark: Mark | None
) -> Problem:
    what = error.problem or "it cannot be read"
    known = (hint for part, hint in _HINTS.items() if part in what)
    meant = yaml_slips.hint(text, error, mark) if mark else ""
    hint = meant or next(known, "look at the quotes and indents")
    return _problem(name, mark, f"not valid YAML: {what}; {hint}")


def _problem(name: str, mark: Mark | None, message: str) -> Problem:
    return Problem(name, *_place(mark), message)


def _place(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _TooDeepError(ValueError):
    """Nesting beyond `DEEPEST`."""


class _Walk:
    """One pass over the parser's events."""

    def __init__(
        self,
        text: str,
        wanted: Collection[Path] = (),
        watch: Watch = lambda _: None,
    ) -> None:
        self.refusals: list[tuple[Mark | None, str]] = []
        self.places: dict[Path, Place] = {}
        self._wanted = wanted
        self.loader = _LOADER(text)
        self._next: Callable[[], Event] = self.loader.get_event
        self._watch = watch
        self._length = len(text)

    def document(self) -> object:
        """Read the one document, None if there is none."""
        self._next()
        if not isinstance(self._next(), DocumentStartEvent):
            return None
        data = self._value(self._next(), ())
        self._next()
        if not isinstance(end := self._next(), StreamEndEvent):
            message = "a second document starts here; an event file is one document, a list"
            self._refuse(end, message)
        return data

    def _value(self, event: Event, path: Path, key: Event | None = None) -> object:
        if path in self._wanted:
            self.places[path] = Place(_place((key or event).start_mark), _place(event.start_mark))
        self._refuse_features(event)
        if isinstance(event, CollectionStartEvent):
            if len(path) >= DEEPEST:
                raise _TooDeepError(event.start_mark)
            is_mapping = isinstance(event, MappingStartEvent)
            return self._mapping(path) if is_mapping else self._sequence(path)
        if isinstance(event, ScalarEvent) and (event.style or event.value not in _ABSENT):
            return event.value
        return None

    def _mapping(self, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(key := self._next(), MappingEndEvent):
            name = self._key(key, data, path)
            data[name] = self._value(self._next(), (*path, name), key)
        return data

    def _key(self, event: Event, above: Mapping[str, object], path: Path) -> str:
        if not isinstance(event, ScalarEvent):
            in_braces = isinstance(event, MappingStartEvent) and event.flow_style
            hint = "; put {{...}} in quotes, or it is two mappings" if in_braces else ""
            self._refuse(event, f"a key must be a plain text{hint}")
            self._value(event, (*path, ""))
            return ""
        self._refuse_features(event)
        if event.value in above:
            self._refuse(event, f"the key {shown(event.value)} is repeated here; remove one")
        if event.value in _NULL and not event.style:
            message = (
                f"the key {event.value} is nothing in YAML; write a text, in quotes if it is one"
            )
            self._refuse(event, message)
        if event.value == "<<" and not event.style:
            self._refuse(event, "merge keys (<<) are not read; write the keys out")
        return event.value

    def _sequence(self, path: Path) -> list[object]:
        data: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            if len(data) % _OFTEN == 0:
                self._watch(getattr(event.start_mark, "index", 0) / self._length)
            data.append(self._value(event, (*path, len(data))))
        return data

    def _refuse_features(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(event, f"the alias *{event.anchor} is not read; write the value out")
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            self._refuse(event, f"the anchor &{event.anchor} is not read; remove it")
        if (tag := getattr(event, "tag", None)) is not None:
            self._refuse(event, f"the tag {shown(tag)} is not read; every value is text")

    def _refuse(self, event: Event, message: str) -> None:
        self.refusals.append((event.start_mark, message))
