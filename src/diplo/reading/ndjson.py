"""NDJSON (JSON Lines) and other streams of JSON, read block by block, so that one may be endless.

An event is a line or, as jq prints it, several; then its lines are kept until its brackets close.
"""

import io
import itertools
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from functools import partial

from diplo.reading import files, json, processes
from diplo.reading.bulk import Take, Taken
from diplo.reading.document import UNREADABLE, Chunk, Document, unreadable
from diplo.reading.faults import Fault, Path, Place
from diplo.reading.files import BLANK, LONGEST_LINE, EventFile, Share
from diplo.reading.typed import of_lines
from diplo.terminal.errors import Problem

Part = tuple[int, int, Taken | None]  # bytes, lines and what was taken of them


# What an object has that is an event, and no part of one that goes on from above.
_ALONE = ("date", "title", "countries")
_MOST_LINES = 100_000  # of an event


class Stream(Document):
    """An NDJSON file: an event's path begins with the number of its first line.

    Of an event that begins where another ends, the column follows.
    """

    columns = staticmethod(of_lines)

    def __init__(self, file: EventFile) -> None:
        """Take an open file."""
        super().__init__(file.name)
        self.find = self._find
        self.next = 1  # the number of the next line
        self._file = file
        self._size = file.size  # bytes, 0 where that is not known
        self._read = 0  # bytes
        self._is_over = False
        self._text = ""  # what was parsed last
        self.above = 0  # the number of the lines above it
        self._left = 0  # the number of characters on its first line before it
        self.within: Path = ()  # where in it the event that was yielded last is
        self._top = 1  # the length of that event's path
        self._open = bytearray()  # the lines of a value that is not complete
        self._start = (0, 0)  # its line, and the characters before it
        self._depth = 0  # of its brackets
        self._is_lost = False  # until another value starts
        self._places: dict[Path, Place] = {}

    def chunks(self, take: Take) -> Generator[Chunk]:
        """Yield many lines at a time; what a large file holds is taken by other processes.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        try:
            yield from self._all(take)
        except OSError as error:
            raise unreadable(self.name, error) from error
        if self._open:
            yield Chunk((self.next,), 0, None, self._end)

    def _all(self, take: Take) -> Iterator[Chunk]:
        many = processes.at_hand()
        shares = self._file.shares() if many > 1 else []
        if len(shares) <= 1:
            yield from self._chunks(self._file.blocks(), take)
            return
        tasks = [partial(self._parts, shares[1 + n :: many], take) for n in range(many)]
        with processes.working(tasks) as made:
            yield from self._chunks(self._file.blocks(shares[0]), take)
            for share, parts in zip(shares[1:], itertools.cycle(made)):
                yield from self._others(share, parts, take)

    def _parts(self, shares: Iterable[Share], take: Take) -> Iterator[Part | None]:
        """Take what is plainly right in each share, in a process of its own; None ends a share."""
        for share in shares:
            for block in self._file.blocks(share):
                yield len(block), *self._taken(block, take)
            yield None

    def _taken(self, block: bytes, take: Take) -> tuple[int, Taken | None]:
        """Return how many lines a block has, and what is taken of them."""
        taken = take(partial(self.columns, block))
        return taken.ids.count("\n") + 1 if taken else block.count(b"\n"), taken

    def _others(self, share: Share, parts: Iterator[Part | None], take: Take) -> Iterator[Chunk]:
        """Yield what another process has taken, and take the rest of a share, if there is one."""
        start = share.start
        while part := next(parts, None):
            size, lines, taken = part
            self._read += size
            yield from self.chunk(lines, taken, partial(self._file.at, start, size))
            start += size
        yield from self._chunks(self._file.blocks(Share(start, share.end)), take)

    def _chunks(self, blocks: Iterable[bytes], take: Take) -> Iterator[Chunk]:
        for block in blocks:
            if self._is_over:
                break
            self._read += len(block)
            yield from self.chunk(*self._taken(block, take), partial(bytes, block))

    def chunk(self, lines: int, taken: Taken | None, block: Callable[[], bytes]) -> Iterator[Chunk]:
        """Yield what is on so many lines, unless reading is over."""
        if not self._is_over:
            events = partial(self.events_in, block, self.next)
            yield Chunk((self.next,), lines, None if self._open else taken, events)
            self.next += lines

    def events_in(self, block: Callable[[], bytes], first: int) -> Iterator[tuple[Path, object]]:
        """Yield the data of the events in a block, whose first line has a number."""
        for number, line in enumerate(io.BytesIO(block()), start=first):
            if len(line) > LONGEST_LINE:
                self._stop(f"the line is longer than {LONGEST_LINE // 2**20} MiB; split it", number)
            if self._is_over:
                return
            yield from self._events_on(number, line.rstrip(b"\r\n").replace(b"\r", b"\t"))

    def _stop(self, message: str, number: int) -> None:
        self.refuse(message, number)
        self._is_over = True
        self._open.clear()

    def _events_on(self, number: int, line: bytes) -> Iterator[tuple[Path, object]]:
        """Yield the data of the events that end on a line."""
        if self._open and line.startswith(b"{") and json.is_event(line, _ALONE):
            yield from self._end()
        if self._open:
            yield from self._values(number, line)
            return
        if not line.strip(BLANK) or (self._is_lost and not line.startswith(b"{")):
            return
        self._is_lost = False
        known = len(self.problems)
        data = self.parse(line, number - 1)
        if data is UNREADABLE and _has_more(line):
            del self.problems[known:]
            yield from self._values(number, line)
        else:
            self._top = 1
            yield (number,), data

    def _values(self, number: int, line: bytes) -> Iterator[tuple[Path, object]]:
        """Yield the values that end on a line, the first of which may have begun above it."""
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
        """Return the path and the data of a value that ends with a text."""
        if self._open:
            text = bytes(self._open) + text
            number, left = self._start
            self._open.clear()
        self._depth = 0
        data = self.parse(text, number - 1, left)
        self._is_lost = data is UNREADABLE
        column = left + 1 + len(text) - len(text.lstrip(BLANK))
        path: Path = (number, column) if left else (number,)
        self._top = len(path)
        return path, data

    def _keep(self, text: bytes, number: int, left: int) -> None:
        """Keep what is there of a value, the rest of which is below."""
        if not self._open:
            self._start = number, left
        self._open += text + b"\n"
        first = self._start[0]
        if len(self._open) > LONGEST_LINE or number - first >= _MOST_LINES:
            most = f"{_MOST_LINES} lines and {LONGEST_LINE // 2**20} MiB"
            self._stop(f"the event does not end within {most}; close its brackets", first)

    def _end(self) -> Iterator[tuple[Path, object]]:
        """Note that a value is not complete."""
        text = bytes(self._open).rstrip(BLANK)
        self._open.clear()
        yield self._value(text, *self._start)

    def number(self, line: int) -> int:
        """Return the number in the file of a line of what was parsed last."""
        return self.above + line

    def _moved(self, place: tuple[int, int]) -> tuple[int, int]:
        line, column = place
        return self.number(line), column + (self._left if line == 1 else 0)

    def parse(self, text: bytes, above: int, left: int = 0) -> object:
        """Return the data of a text below so many lines, `UNREADABLE` where there are none.

        There are so many characters left of it.
        """
        data: object = UNREADABLE
        self._text, problems = files.decode(self.name, text, self._file.encoding)
        if not problems:
            data, problems = json.parse(self.name, self._text)
        self.above, self._left = above, left
        for problem in problems:
            line, column = self._moved((problem.line, problem.column))
            self.problems.append(problem._replace(line=line, column=column))
        return UNREADABLE if problems else data

    def refuse(self, message: str, number: int) -> None:
        """Note what is wrong with a line."""
        self.problems.append(Problem(self.name, number, 1, message))

    def done(self, _: int) -> float | None:
        """Return the share of the bytes that are read, None where their number is not known."""
        return min(self._read / self._size, 1) if self._size else None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def remember(self, faults: list[Fault]) -> None:
        """Note the places of faults in the event that was yielded last."""
        top = self._top
        parents = (f.path[:length] for f in faults for length in range(top, len(f.path) + 1))
        wanted = {(*self.within, *path[top:]): path for path in parents}
        for path, (key, value) in json.places(self._text, wanted).items():
            self._places[wanted[path]] = Place(self._moved(key), self._moved(value))

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        starts = ((path, _start(path)) for path in wanted if path)
        found = {path: Place(start, start) for path, start in starts if start}
        return {**found, **self._places}


def _has_more(line: bytes) -> bool:
    """Say whether an object on a line goes on below, or others follow it there."""
    if not line.lstrip(BLANK).startswith(b"{"):
        return False
    found = json.brackets(line)
    return len(found.ends) > 1 or (found.depth > 0 and not found.broken)


def _start(path: Path) -> tuple[int, int] | None:
    """Return where an event starts, None where the path is not that of an event."""
    line, *others = path
    column = others[0] if others else 1
    if len(others) > 1 or isinstance(column, str):
        return None
    return int(line), column
