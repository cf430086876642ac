"""NDJSON (JSON Lines): one event a line, read block by block, so that a file may be endless."""

import io
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from diplo.errors import Problem
from diplo.loading import files, json
from diplo.loading.documents import UNREADABLE, Chunk, Document, unreadable
from diplo.loading.files import BLANK, LONGEST_LINE, EventFile
from diplo.loading.places import Fault, Path, Place


class Stream(Document):
    """An NDJSON file: an event's path begins with the number of its line."""

    def __init__(self, file: EventFile) -> None:
        """Take an open file."""
        super().__init__(file.name)
        self.find = self._find
        self._file = file
        self._number = 0
        self._read = 0  # bytes
        self._line = ""
        self._is_over = False
        self._places: dict[Path, Place] = {}

    def chunks(self) -> Iterator[Chunk]:
        """Yield the data of many lines at a time, none where some line is not plainly right.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        number = 1
        for block in self._blocks():
            lines = block.count(b"\n") + (not block.endswith(b"\n"))
            data = json.parse_lines(block) if len(block) <= LONGEST_LINE else []
            whole = data if len(data) == lines else []
            events = partial(self._events, block, number)
            yield Chunk((number,), whole, events, keys=block.count(b'":'))
            if self._is_over:
                return
            number += lines

    def events(self) -> Iterator[tuple[Path, object]]:
        """Yield the data of each line, `UNREADABLE` where that is in `problems`.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        for chunk in self.chunks():
            yield from chunk.one_by_one()

    def _events(self, block: bytes, first: int) -> Iterator[tuple[Path, object]]:
        for number, line in enumerate(io.BytesIO(block), start=first):
            self._number = number
            if len(line) > LONGEST_LINE:
                message = f"the line is longer than {LONGEST_LINE // 2**20} MiB; split it"
                self.problems.append(Problem(self.name, number, 1, message))
                self._is_over = True
                return
            if line.strip(BLANK):
                yield (number,), self._data(line)

    def done(self, _: int) -> float | None:
        """Return the share of the bytes that are read, None where their number is not known."""
        return self._read / self._file.size if self._file.size else None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def remember(self, faults: list[Fault]) -> None:
        """Note the places of faults in the line that was yielded last."""
        paths = [fault.path[1:] for fault in faults]
        wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
        for path, (key, value) in json.places(self._line, wanted).items():
            place = Place((self._number, key[1]), (self._number, value[1]))
            self._places[(self._number, *path)] = place

    def _blocks(self) -> Iterator[bytes]:
        try:
            for block in self._file.blocks():
                self._read += len(block)
                yield block
        except OSError as error:
            raise unreadable(self.name, error) from error

    def _data(self, line: bytes) -> object:
        data: object = UNREADABLE
        self._line, problems = files.decode(self.name, line.rstrip(b"\r\n"))
        if not problems:
            data, problems = json.parse(self.name, self._line)
        self.problems += [problem._replace(line=self._number) for problem in problems]
        return UNREADABLE if problems else data

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        starts = ((path, (int(path[0]), 1)) for path in wanted if len(path) == 1)
        return {**{path: Place(start, start) for path, start in starts}, **self._places}
