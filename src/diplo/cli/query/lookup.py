"""Choose single events: by their ids, by words of their titles, or from standard input."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, NamedTuple

from diplo.cli.arguments import refuse_file
from diplo.cli.framework.declare import argument
from diplo.cli.options.files import Files
from diplo.model.events import Event, Timeline
from diplo.model.suggestions import near, nearest, suggestion
from diplo.reading.document import unreadable
from diplo.reading.files import open_file
from diplo.terminal.errors import STANDARD_INPUT, UsageError
from diplo.terminal.inputs import check_once
from diplo.terminal.text import fold, series, shown

_MOST = 10  # events to suggest, if words fit several
_MOST_NEAR = 3  # ids to suggest in place of a word
_LONGEST = 340  # characters of a message that lists suggestions
_APOSTROPHES = str.maketrans("", "", "'’")

EventArguments = Annotated[
    list[str],
    argument(
        "Ids of events, or words of a title; - reads ids. 'diplo timeline -c id,title' lists them.",
        "ID|WORDS...",
        "ids",
    ),
]


class Chosen(NamedTuple):
    """The events that are asked for, the timeline that was read, and notes."""

    events: list[Event]
    timeline: Timeline
    notes: tuple[str, ...] = ()


def choose_events(typed: Sequence[str], files: Files) -> Chosen:
    """Find the events that were asked for, each once.

    Raises:
        UsageError: no event has an id or words in its title, or several fit the words.
    """
    piping = [word for word in typed if word == STANDARD_INPUT]
    check_once([*piping, *(files.names if piping else ())])
    piped = list(_lines()) if STANDARD_INPUT in typed else []
    timeline = files.load()
    by_id = {event.id: event for event in timeline.events}
    words = [_as_id(word.strip(), by_id) for word in typed if word != STANDARD_INPUT]
    ids = [
        *_ids_of(words, by_id, files),
        *(_id_on_line(number, line, by_id) for number, line in piped),
    ]
    notes = timeline.notes if ids else ("standard input names no event",)
    return Chosen([by_id[key] for key in dict.fromkeys(ids)], timeline, notes)


def _lines() -> Iterator[tuple[int, str]]:
    """Yield the lines of standard input that are not blank, with their numbers."""
    try:
        with contextlib.closing(open_file(STANDARD_INPUT)) as file:
            text = file.content().decode(errors="surrogateescape")
    except OSError as error:
        raise unreadable(STANDARD_INPUT, error) from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, line


def _id_on_line(number: int, line: str, by_id: Mapping[str, Event]) -> str:
    """Return the last tab-separated field of a line that is an id."""
    fields = [field.strip() for field in reversed(line.split("\t"))]
    key = next((field for field in fields if field in by_id), None)
    if key is None and len(fields) == 1 and line.strip().startswith(("[", "{")):
        raise UsageError(
            "standard input is JSON, of which no ids are read; pipe 'diplo timeline ... -c id'"
        )
    if key is None:
        hint = suggestion(fields[0], by_id, _nearest) or "; write an id a line"
        raise UsageError(
            f"standard input, line {number}: no event has the id {shown(fields[0])}{hint}"
        )
    return key


def _as_id(word: str, by_id: Mapping[str, Event]) -> str:
    """Return a word in lower case if it is an id then, else the word."""
    return word.lower() if word not in by_id and word.lower() in by_id else word


def _ids_of(words: Sequence[str], by_id: Mapping[str, Event], files: Files) -> list[str]:
    """Return the ids among words, and the id of the event whose title has the other words."""
    others = [word for word in words if word not in by_id]
    if not others:
        return list(words)
    fitting_all = _fitting(words, by_id.values())
    if len(fitting_all) == 1:
        return fitting_all
    if fitting_all:
        raise UsageError(_several_found(words, fitting_all))
    fitting_others = _fitting(others, by_id.values())
    if not fitting_others:
        _refuse_files(others, files)
        raise UsageError(_none_found(others, by_id))
    if len(fitting_others) > 1:
        raise UsageError(_several_found(others, fitting_others))
    return [*(word for word in words if word in by_id), *fitting_others]


def _refuse_files(words: Sequence[str], files: Files) -> None:
    """Refuse words that are names of files.

    Raises:
        UsageError: one is such a name.
    """
    files.refuse_typed(words, ", beside the id of an event")
    for word in words:
        refuse_file(word)


def _fitting(words: Iterable[str], events: Iterable[Event]) -> list[str]:
    """Return the ids of events whose titles have all words, or words that begin so.

    Events whose titles have no other words come alone, if there are any.
    """
    wanted = _parts(" ".join(words))
    if not wanted:
        return []
    exact, beginning = [], []
    for event in events:
        title = _parts(event.title)
        if title == wanted:
            exact.append(event.id)
        elif all(any(part.startswith(word) for part in title) for word in wanted):
            beginning.append(event.id)
    return exact or beginning


def _parts(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).translate(_APOSTROPHES))


def _several_found(words: Sequence[str], ids: Sequence[str]) -> str:
    """Return the message on words that fit several events, with as many ids as fit in it."""
    count = f"{len(ids)} titles fit {shown(' '.join(words))}"

    def suggesting(most: int) -> str:
        hint = " Add a word, for these are not all" if most < len(ids) else ""
        suggested = series([f"'{key}'" for key in ids[:most]], "or")
        return f"{count}; did you mean {suggested}?{hint}"

    messages = map(suggesting, range(min(len(ids), _MOST), 0, -1))
    return next((message for message in messages if len(message) <= _LONGEST), count)


def _none_found(words: Sequence[str], by_id: Mapping[str, Event]) -> str:
    hint = (
        suggestion("-".join(words), by_id, _nearest) or "; 'diplo timeline -c id,title' lists them"
    )
    return f"no event has {shown(' '.join(words))} as its id or in its title{hint}"


def _nearest(word: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that a word misspells or is a part of, else those that share most letters."""
    ids = list(ids)
    return near(word, ids)[:_MOST_NEAR] or nearest(word, ids)
