"""A JSON array whose events are all plainly valid: it is decoded once, straight to events."""

from collections.abc import Generator
from itertools import compress, repeat

from diplo.reading import json
from diplo.reading.document import SIFTED, Document
from diplo.reading.faults import Path
from diplo.reading.judge import Judge
from diplo.reading.lines import Line, as_data, plain_array, with_plain_texts
from diplo.reading.records import Context
from diplo.reading.sifted import Sifted

_BATCH = 512  # events between two reports of progress


class Array(Document):
    """The events of an array, made from its decoded lines."""

    is_json = True

    def __init__(self, name: str, content: bytes, lines: list[Line]) -> None:
        """Take the file's name, its bytes, and the lines decoded from them."""
        super().__init__(name)
        self.parsed = json.SHARE
        self.find = lambda paths: json.places(content.decode(), paths)
        self._lines, self._done = lines, 0

    def events(self, context: Context) -> Generator[tuple[Path, object]]:
        """Yield the path of each event, with the event or, failing that, its data."""
        judge = Judge(context)
        sifted = Sifted(judge, context)
        for first in range(0, len(self._lines), _BATCH):
            self._done, lines = first, self._lines[first : first + _BATCH]
            every = with_plain_texts(lines)
            wanted = sifted.wanted(every, first)
            numbered = enumerate(zip(lines, every, strict=True), first)
            if wanted:
                yield (first,), SIFTED
            for number, (line, plain) in compress(numbered, wanted or repeat(1)):
                path = (number,)
                yield path, (plain and judge.event(plain, path)) or as_data(line)
        self.tallies, self.codes = sifted.tallies, judge.codes

    def done(self, _: int) -> float:
        """Return the share of the reading that is done."""
        return self.parsed + (1 - self.parsed) * self._done / len(self._lines)


def opened(name: str, content: bytes) -> Array | None:
    """Return the document of an array with events, None unless each is plainly one."""
    lines = plain_array(content)
    return Array(name, content, lines) if lines else None
