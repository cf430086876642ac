"""A large JSON file that is a list, an event a line, as diplo writes it: a stream of lines."""

from collections.abc import Callable, Generator, Iterator
from math import inf

from diplo.reading import json
from diplo.reading.bulk import Take, Taken
from diplo.reading.document import UNREADABLE, Chunk
from diplo.reading.faults import Path
from diplo.reading.files import BLANK, WORTH_STREAMING, EventFile, Share
from diplo.reading.ndjson import Stream
from diplo.reading.typed import of_elements

_MOST_OTHERS = 10  # lines that do not look like an element, as the first and the last one


def has_elements(file: EventFile) -> bool:
    """Say whether a JSON file is large and a list of which nearly each line is an element."""
    if file.size < WORTH_STREAMING or [line.strip(BLANK) for line in file.head] != [b"["]:
        return False
    others = map(_others, file.blocks(Share(0, file.size)))
    return sum(others) <= _MOST_OTHERS


def _others(block: bytes) -> float:
    """Return how many lines do not end as elements do; any other break of a line is too much."""
    return inf if b"\r" in block else block.count(b"\n") - block.count(b"},\n")


class Elements(Stream):
    """A list of events, each on a line; an event's path begins with the number of its line."""

    columns = staticmethod(of_elements)

    def __init__(self, file: EventFile) -> None:
        """Take an open file, of which the first line has been read."""
        super().__init__(file)
        self._is_closed = False
        self._has_comma = True  # what was read last

    def chunks(self, take: Take) -> Generator[Chunk]:
        """Yield many lines at a time; what a large file holds is taken by other processes.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        yield from super().chunks(take)
        if not (self._is_closed or self.problems):
            self.refuse("the list is not closed; end it with ]", self.next)

    def chunk(self, lines: int, taken: Taken | None, block: Callable[[], bytes]) -> Iterator[Chunk]:
        """Yield what is on so many lines."""
        return super().chunk(lines, taken if self._has_comma else None, block)

    def events_in(self, block: Callable[[], bytes], first: int) -> Iterator[tuple[Path, object]]:
        """Yield the data of the events in a block, whose first line has a number."""
        body = block().rstrip(BLANK)
        if not body:
            return
        if self._is_closed:
            self.refuse("the list ends above this line; remove what follows", first)
        elif self._has_comma == (body.strip(BLANK) == b"]"):
            what = "remove the comma" if self._has_comma else "a comma is missing"
            self.refuse(f"{what} at the end of the line above", first)
        self._is_closed, self._has_comma = body.endswith(b"]"), body.endswith(b",")
        yield from self._list(body.removesuffix(b","), first)

    def _list(self, body: bytes, first: int) -> Iterator[tuple[Path, object]]:
        opened = body if first == 1 else b"[\n" + body
        above = first - 1 - (first > 1)
        data = self.parse(opened if self._is_closed else opened + b"\n]", above)
        if not isinstance(data, list):
            yield (first,), UNREADABLE
            return
        places = json.places(self._text, {(index,) for index in range(len(data))})
        numbers = [self.number(places[index,].value[0]) for index in range(len(data))]
        rows = self._text.split("\n")[1:-1]
        one_each = len(rows) == len(set(numbers)) == len(data)
        for index, (number, item) in enumerate(zip(numbers, data, strict=True)):
            self.within = () if one_each else (index,)
            if one_each:  # so that a fault is looked for in one line only
                self._text, self.above = rows[index].rstrip(" \t,"), number - 1
            yield (number,), item
