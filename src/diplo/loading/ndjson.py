"""NDJSON (JSON Lines): one event a line, read block by block, so that a file may be endless."""

import io
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from functools import partial

from diplo.errors import Problem
from diplo.loading import files, json, processes
from diplo.loading.bulk import Take, Taken
from diplo.loading.documents import UNREADABLE, Chunk, Document, unreadable
from diplo.loading.files import BLANK, LONGEST_LINE, EventFile, Share
from diplo.loading.places import Fault, Path, Place
from diplo.loading.typed import of_lines

Part = tuple[int, int, Taken | None]  # bytes, lines and what was taken of them


class Stream(Document):
    """An NDJSON file: an event's path begins with the number of its line."""

    def __init__(self, file: EventFile) -> None:
        """Take an open file."""
        super().__init__(file.name)
        self.find = self._find
        self._file = file
        self._readers = 1
        self._read = 0  # bytes, by this process
        self._next = 1  # the number of the next line
        self._number = 0  # that of the line that was yielded last
        self._line = ""
        self._is_over = False
        self._places: dict[Path, Place] = {}

    def chunks(self, take: Take) -> Generator[Chunk]:
        """Yield many lines at a time; of a large file, other processes take their share.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        try:
            shares = self._file.shares(processes.at_hand())
            self._readers = max(len(shares), 1)
            tasks = [partial(self._parts, share, take) for share in shares[1:]]
            with processes.working(tasks) as made:
                yield from self._chunks(self._file.blocks(*shares[:1]), take)
                for share, parts in zip(shares[1:], made, strict=True):
                    yield from self._others(share, parts, take)
        except OSError as error:
            raise unreadable(self.name, error) from error

    def _parts(self, share: Share, take: Take) -> Iterator[Part]:
        """Take what is plainly right in a share, in a process of its own."""
        for block in self._file.blocks(share):
            yield len(block), *_taken(block, take)

    def _others(self, share: Share, parts: Iterable[Part], take: Take) -> Iterator[Chunk]:
        """Yield what another process has taken, and take the rest of its share, if there is one."""
        start = share.start
        for size, lines, taken in parts:
            yield from self._chunk(lines, taken, partial(self._file.at, start, size))
            start += size
        yield from self._chunks(self._file.blocks(Share(start, share.end)), take)

    def _chunks(self, blocks: Iterable[bytes], take: Take) -> Iterator[Chunk]:
        for block in blocks:
            self._read += len(block)
            yield from self._chunk(*_taken(block, take), partial(bytes, block))

    def _chunk(
        self, lines: int, taken: Taken | None, block: Callable[[], bytes]
    ) -> Iterator[Chunk]:
        if not self._is_over:
            yield Chunk((self._next,), lines, taken, partial(self._events_in, block, self._next))
            self._next += lines

    def _events_in(self, block: Callable[[], bytes], first: int) -> Iterator[tuple[Path, object]]:
        for number, line in enumerate(io.BytesIO(block()), start=first):
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
        size = self._file.size
        return min(self._read * self._readers / size, 1) if size else None

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


def _taken(block: bytes, take: Take) -> tuple[int, Taken | None]:
    """Return how many lines a block has, and what is taken of them."""
    taken = take(partial(of_lines, block))
    return len(taken.ids) if taken else block.count(b"\n"), taken
