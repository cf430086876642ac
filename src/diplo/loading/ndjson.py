"""NDJSON (JSON Lines): one event a line, read block by block, so that a file may be endless."""

import io
import itertools
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
        self.within: Path = ()  # where in it the event that was yielded last is
        self._places: dict[Path, Place] = {}

    def chunks(self, take: Take) -> Generator[Chunk]:
        """Yield many lines at a time; what a large file holds is taken by other processes.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        try:
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
        except OSError as error:
            raise unreadable(self.name, error) from error

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
            self._read += len(block)
            yield from self.chunk(*self._taken(block, take), partial(bytes, block))

    def chunk(self, lines: int, taken: Taken | None, block: Callable[[], bytes]) -> Iterator[Chunk]:
        """Yield what is on so many lines, unless reading is over."""
        if not self._is_over:
            events = partial(self.events_in, block, self.next)
            yield Chunk((self.next,), lines, taken, events)
            self.next += lines

    def events_in(self, block: Callable[[], bytes], first: int) -> Iterator[tuple[Path, object]]:
        """Yield the data of the events in a block, whose first line has a number."""
        for number, line in enumerate(io.BytesIO(block()), start=first):
            if len(line) > LONGEST_LINE:
                message = f"the line is longer than {LONGEST_LINE // 2**20} MiB; split it"
                self.refuse(message, number)
                self._is_over = True
                return
            if line.strip(BLANK):
                yield (number,), self.parse(line.rstrip(b"\r\n"), number - 1)

    def number(self, _: int) -> int:
        """Return the number in the file of a line of what was parsed last, which is one line."""
        return self.above + 1

    def parse(self, text: bytes, above: int) -> object:
        """Return the data of a text below so many lines, `UNREADABLE` where there are none."""
        data: object = UNREADABLE
        self._text, problems = files.decode(self.name, text)
        if not problems:
            data, problems = json.parse(self.name, self._text)
        self.above = above
        self.problems += [problem._replace(line=self.number(problem.line)) for problem in problems]
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
        parents = (f.path[:length] for f in faults for length in range(1, len(f.path) + 1))
        wanted = {(*self.within, *path[1:]): path for path in parents}
        for path, place in json.places(self._text, wanted).items():
            self._places[wanted[path]] = place.moved(self.number)

    def _find(self, wanted: Collection[Path]) -> Mapping[Path, Place]:
        starts = ((path, (int(path[0]), 1)) for path in wanted if len(path) == 1)
        return {**{path: Place(start, start) for path, start in starts}, **self._places}
