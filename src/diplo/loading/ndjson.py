"""NDJSON (JSON Lines): one event a line, read line by line, so that a file may be of any length."""

from collections.abc import Collection, Iterator, Mapping

from diplo.errors import Problem
from diplo.loading import files, json
from diplo.loading.documents import UNREADABLE, Document, unreadable
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
        self._places: dict[Path, Place] = {}

    def events(self) -> Iterator[tuple[Path, object]]:
        """Yield the data of each line, `UNREADABLE` where that is in `problems`.

        Raises:
            UnreadableError: the file cannot be read on.

        """
        for number, line in enumerate(self._lines(), start=1):
            self._number = number
            self._read += len(line)
            if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
                message = f"the line is longer than {LONGEST_LINE // 2**20} MiB; split it"
                self.problems.append(Problem(self.name, number, 1, message))
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

    def _lines(self) -> Iterator[bytes]:
        try:
            yield from self._file.lines()
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
