"""NDJSON (JSON Lines) and other streams of JSON, read block by block, so that one may be endless.

An event is one line or, as jq prints it, several, which are kept until its brackets close.
"""

import io
from collections.abc import Collection, Generator, Iterator, Mapping
from itertools import compress, repeat

from diplo.model.events import REQUIRED_KEYS
from diplo.reading import files, json
from diplo.reading.document import SIFTED, UNREADABLE, Document, unreadable
from diplo.reading.faults import Fault, Path, Place
from diplo.reading.files import BLANK, LONGEST_LINE, EventFile, is_event
from diplo.reading.judge import Judge
from diplo.reading.lines import plain
from diplo.reading.records import Context
from diplo.reading.sifted import Sifted
from diplo.terminal.errors import ContentError, Problem

_MOST_LINES = 100_000  # of an event


class Stream(Document):
    """An NDJSON file: an event's path begins with the number of its first line.

    For an event that follows another on its line, the column comes next.
    """

    is_json = True

    def __init__(self, file: EventFile) -> None:
        """Take an open file."""
        super().__init__(file.name)
        self.find = self._find
        self._file = file
        # The text read last, and the numbers of lines above it and of characters to its left.
        self._last = (b"", 0, 0)
        self._open = bytearray()  # the lines of a value that is not complete
        self._start = (0, 0)  # the line where it starts, and the characters to its left
        self._depth = 0  # of its brackets
        self._is_lost = False  # after a broken value, until another starts
        self._places: dict[Path, Place] = {}

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the path of each event, with the event if it is plainly valid, else its data.

        Raises:
            UnreadableError: the file cannot be read further.
        """
        judge, above = Judge(context), 0
        sifted = Sifted(judge, context)
        try:
            for block in self._file.blocks():
                lines = io.BytesIO(block).readlines()
                are_short = len(block) <= LONGEST_LINE
                every = plain(lines, block) if are_short else [None] * len(lines)
                first, above = above + 1, above + len(lines)
                is_whole = not (self._open or self._is_lost)
                wanted = sifted.wanted(every, first) if is_whole else None
                numbered = enumerate(zip(lines, every, strict=True), first)
                if wanted:
                    yield (first,), SIFTED
                for number, (line, found) in compress(numbered, wanted or repeat(1)):
                    path = (number,)
                    is_next = not self._open and self._may_start(line)
                    if found and is_next and (event := judge.event(found, path)):
                        self._last, self._is_lost = (line, number - 1, 0), False
                        yield path, event
                        continue
                    yield from self._events_on(number, line)
        except ContentError as error:  # nothing below can be read
            self.problems += error.problems
            return
        except OSError as error:
            raise unreadable(self.name, error) from error
        if self._open:
            yield from self._end()
        self.tallies, self.codes = sifted.tallies, judge.codes

    def _may_start(self, line: bytes) -> bool:
        """Say whether a line may begin a value; after a broken one, only a bracket shows that."""
        return not self._is_lost or line.startswith(b"{")

    def _events_on(self, number: int, line: bytes) -> Iterator[tuple[Path, object]]:
        """Yield the path and data of each event that ends on a line."""
        if len(line) > LONGEST_LINE:
            message = f"the line is longer than {LONGEST_LINE // 2**20} MiB; split it"
            raise ContentError([Problem(self.name, number, 1, message)])
        line = _without_returns(line)
        # An object with all required keys is an event, not a part of one that is still open.
        if self._open and line.startswith(b"{") and is_event(json.value(line), REQUIRED_KEYS):
            yield from self._end()
        if self._open:
            yield from self._values(number, line)
            return
        if not (line.strip(BLANK) and self._may_start(line)):
            return
        self._is_lost = False
        if _has_more(line):
            yield from self._values(number, line)
        else:
            yield (number,), self._parse(line, number - 1)

    def _values(self, number: int, line: bytes) -> Iterator[tuple[Path, object]]:
        """Yield the values that end on a line; the first may have begun above it."""
        found = json.brackets(line, self._depth)
        start = left = 0
        for end in found.ends:
            yield self._value(line[start:end], number, left)
            left += len(line[start:end].decode(errors="replace"))
            start = end
        rest = line[start:]
        self._depth = found.depth
        if found.broken or (rest.strip(BLANK) and not found.depth):
            yield self._value(rest, number, left)
        elif found.depth:
            self._keep(rest, number, left)

    def _value(self, text: bytes, number: int, left: int) -> tuple[Path, object]:
        """Return the path and data of a value, of which this text is the whole or the end."""
        if self._open:
            text = bytes(self._open) + text
            number, left = self._start
            self._open.clear()
        self._depth = 0
        data = self._parse(text, number - 1, left)
        self._is_lost = data is UNREADABLE
        column = left + 1 + len(text) - len(text.lstrip(BLANK))
        return (number, column) if left else (number,), data

    def _keep(self, text: bytes, number: int, left: int) -> None:
        """Keep the start of a value that continues below."""
        if not self._open:
            self._start = number, left
        self._open += text + b"\n"
        first = self._start[0]
        if len(self._open) > LONGEST_LINE or number - first >= _MOST_LINES:
            most = f"{_MOST_LINES} lines and {LONGEST_LINE // 2**20} MiB"
            message = f"the event does not end within {most}; close its brackets"
            raise ContentError([Problem(self.name, first, 1, message)])

    def _end(self) -> Iterator[tuple[Path, object]]:
        """Yield a value that stays incomplete, noting that as a problem."""
        text = bytes(self._open).rstrip(BLANK)
        self._open.clear()
        yield self._value(text, *self._start)

    def _parse(self, text: bytes, above: int, left: int = 0) -> object:
        """Return the data of a text, or note its problems and return `UNREADABLE`.

        The text has so many lines above it and so many characters to its left.
        """
        data: object = UNREADABLE
        self._last = (text, above, left)
        decoded, problems = files.decode(self.name, text, self._file.encoding)
        if not problems:
            data, problems = json.parse(self.name, decoded)
        for problem in problems:
            line, column = self._moved((problem.line, problem.column))
            self.problems.append(problem._replace(line=line, column=column))
        return UNREADABLE if problems else data

    def done(self, _: int) -> float | None:
        """Return the share of the file's bytes that is read, None if its size is unknown."""
        return self._file.done

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def remember(self, faults: list[Fault]) -> None:
        """Note where faults of the event yielded last stand, as its text is not kept."""
        text, _, left = self._last
        top = 2 if left else 1  # the length of the event's path
        parents = (f.path[:length] for f in faults for length in range(top, len(f.path) + 1))
        wanted = {path[top:]: path for path in parents}
        for path, (key, value) in json.places(_without_returns(text).decode(), wanted).items():
            self._places[wanted[path]] = Place(self._moved(key), self._moved(value))

    def _moved(self, place: tuple[int, int]) -> tuple[int, int]:
        """Turn a line and column of the text read last into those of the file."""
        _, above, left = self._last
        line, column = place
        return above + line, column + (left if line == 1 else 0)

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        starts = ((path, _start(path)) for path in wanted if path)
        found = {path: Place(start, start) for path, start in starts if start}
        return {**found, **self._places}


def _without_returns(line: bytes) -> bytes:
    """Strip the end of a line; a carriage return within it becomes a tab, so as to end no line."""
    return line.rstrip(b"\r\n").replace(b"\r", b"\t")


def _has_more(line: bytes) -> bool:
    """Say whether an object on a line continues below, or another follows it there."""
    if not line.lstrip(BLANK).startswith(b"{"):
        return False
    found = json.brackets(line)
    return len(found.ends) > 1 or (found.depth > 0 and not found.broken)


def _start(path: Path) -> tuple[int, int] | None:
    """Return the line and column where an event starts, None for a path within an event."""
    line, *others = path
    column = others[0] if others else 1
    if len(others) > 1 or isinstance(column, str):
        return None
    return int(line), column
