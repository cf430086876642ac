"""What event files hold, drawn at random: dates, texts, events and declarations, mostly right."""

from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from typing import Any

from diplo.terminal.text import fold_space, refused_at

Data = dict[str, Any]
Fields = Mapping[str, Callable[[], Any]]

WORDS = (
    *("Norway", "opens", "an", "embassy", "in", "Łódź", "Støre", "São", "外交关系", "条约", "한국"),
    *("سفارت", "می\u200cخواهم", "שגרירות", "क्षत्रिय", "กำลัง", "e\u0301te\u0301", "ｆｕｌｌ"),
    *("🇳🇴", "👍🏽"),
    *("NO", "no", "y", "null", "~", "true", "0x1F", "1e3", "12:30", "2021", "2021-08-15", ".inf"),
    *("- a", "? a", ": a", "a: b", "a #b", "# a", "{a}", "[a, b]", "&a", "*a", "!!a", "%a", "@a"),
    *("`a`", "'", '"', "''", "\\", "\\n", "|", ">", "---", "...", "<<", "=1+1", "+1", "＝1", "-1"),
    *("[/bold]", "[link=x]", ":smile:", "<script>", "</b>", "&amp;", "|a|", "$x$", "www.a.b"),
    *("http://a.b", "$(x)", "{{x}}", "%s", "**a**", "_a_", "]]>", "<!--", "\u00a0", "\u3000"),
    *("a" * 99, "条" * 30),
)  # fmt: skip
_LARGEST = 2**18  # characters, roughly, of a file
BLOCKS = (
    *((0x20, 0x7E), (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x24F), (0x300, 0x36F), (0x370, 0x5FF)),
    *((0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1100, 0x11FF), (0x2000, 0x206F)),
    *((0x2500, 0x25FF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xADFF), (0xFE00, 0xFEFF)),
    *((0xFF00, 0xFFFF), (0x1D400, 0x1D4FF), (0x1F1E6, 0x1F6FF), (0xE0000, 0xE01FF), (0, 0x9F)),
    *((0xD800, 0xDFFF), (0, 0x10FFFF)),
)
YEARS = (0, 1, 44, 999, 1000, 1814, 1905, 1960, 1994, 2007, 2021, 2024, 9999)
CODES = ("NOR", "PSE", "AFG", "SWE", "SUN", "XKX", "XYZ")
IDS = (*("a", "a-b", "no", "y", "null", "true", "007", "1e3", "0x1f", "12-30", "2021"), "x" * 78)
TYPES = ("treaty", "mission", "mission.closed", "a.b-c.d", "no", "null")
_NAMES = ("norway", "Sverige", "Korea", "nowhere", "the Netherlands", "NO", "")


class Grammar:
    """Draws the parts of event files; each part is wrong with a small probability."""

    def __init__(self, random: Random, wrong: float = 0.0) -> None:
        """Take the source of chance, and how often something is wrong."""
        self.random = random
        self.wrong = wrong
        self._titles: dict[str, str] = {}

    def chance(self, probability: float) -> bool:
        """Say yes with a probability."""
        return self.random.random() < probability

    def characters(self, most: int = 12) -> str:
        """Return any characters of Unicode."""
        blocks = (self.random.choice(BLOCKS) for _ in range(self.random.randint(1, most)))
        return "".join(chr(self.random.randint(*block)) for block in blocks)

    def text(self) -> str:
        """Return a text that, if it is right, a file may hold."""
        count = self.random.choice((1, 1, 1, 2, 3, 5, 25))
        words = (
            self.characters() if self.chance(0.2) else self.random.choice(WORDS)
            for _ in range(count)
        )
        text = " ".join(words)
        return text if self.chance(self.wrong) else right(text)

    def period(self) -> str:
        """Return a day, month, season, year, decade or century."""
        random = self.random
        year = random.choice(YEARS) if self.chance(0.5) else random.randint(0, 9999)
        year, most = (year, 31) if self.chance(self.wrong) else (max(year, 1), 28)
        written, month, day = f"{year:04}", random.randint(1, 12), random.randint(1, most)
        return random.choice(
            (
                written,
                f"{written}-{month:02}",
                f"{written}-{month:02}-{day:02}",
                f"{written}-2{random.randint(1, 4)}",
                f"{written[:3]}X",
                f"{written[:2]}XX",
                f"{written}-XX",
                f"{written}-XX-XX",
                f"{written}-{month:02}-XX",
            )
        )

    def date(self) -> str:
        """Return an EDTF date."""
        form = self.random.randrange(8)
        if form < 4:
            return self.period() + self.random.choice(("", "", "", "?", "~", "%"))
        first, last = self.period(), self.period()
        if not self.chance(self.wrong) and first[:2] >= last[:2]:
            first = "" if form < 7 else ".."
        qualifier = self.random.choice(("", "", "?", "~", "%"))
        return (
            *(f"{first}{qualifier if first else ''}/{last}", f"{first}/{last}{qualifier}"),
            *(f"{last}/..", f"[{first.strip('.')}..{last}]"),
        )[form - 4]

    def id(self) -> str:
        """Return an id; there are few of them, so that some are used twice."""
        return self.random.choice(IDS)

    def odd(self) -> Any:  # noqa: ANN401  (anything)
        """Return a value that is wrong in most places."""
        kinds: tuple[Callable[[], Any], ...] = (
            *(lambda: None, str, lambda: "  ", list, dict, lambda: True, lambda: 2021),
            *(lambda: -0.5, lambda: [[]], lambda: {"a": None}, lambda: [None], self.text),
            *(self.characters, self.date, self.id, lambda: "x" * 5000, lambda: _nested(20)),
        )
        return self.random.choice(kinds)()

    def some(self, fields: Fields, *required: str) -> Data:
        """Return a mapping with the keys that are required and some others, in any order."""
        keys = [key for key in fields if key in required or self.chance(0.4)]
        if self.chance(0.3):
            self.random.shuffle(keys)
        data = {key: self.odd() if self.chance(self.wrong) else fields[key]() for key in keys}
        if self.chance(self.wrong):
            data[self.random.choice(("titel", "<<", "", "end_date", *fields))] = self.odd()
        if data and self.chance(self.wrong):
            data.pop(self.random.choice(list(data)))
        return data

    def event(self, number: int) -> Data:
        """Return an event."""
        random, several = self.random, range(self.random.randint(0, 3))
        codes = random.sample(CODES, random.randint(1, 3))
        return self.some(
            {
                "id": lambda: self.id() if self.chance(self.wrong) else f"{self.id()}-{number}",
                "date": self.date,
                "title": self.text,
                "type": lambda: random.choice(TYPES),
                "countries": lambda: (
                    [*codes, random.choice(_NAMES)] if self.chance(self.wrong) else codes
                ),
                "actors": lambda: [self.text() for _ in several],
                "place": self.text,
                "summary": self.text,
                "sources": lambda: [
                    self.id() if self.chance(0.5) else self.citation() for _ in several
                ],
                "note": self.text,
                "status": lambda: {
                    f"{name} {index}": self.text()
                    for index, name in enumerate(self.text() for _ in several)
                },
                "match": lambda: random.choice(("certain", "possible")),
                "earliest": self.text,
            },
            *("date", "title", "countries"),
            *(("id",) if self.chance(0.8) else ()),
        )

    def citation(self) -> Data:
        """Return where an event is told; a source has the same title wherever it has one."""
        source = self.id()
        title = partial(self.source_title, source)
        return self.some({"source": lambda: source, "locator": self.text, "title": title}, "source")

    def source_title(self, source: str) -> str:
        """Return the title of a source, the same whenever nothing is wrong."""
        if self.chance(self.wrong):
            return self.text()
        return self._titles.setdefault(source, self.text())

    def events(self, most: int = 6) -> list[Data]:
        """Return some events."""
        return [self.event(number) for number in range(self.random.randint(0, most))]

    def vocabulary(self) -> Data:
        """Return declarations; right ones declare all sources and types that events name."""
        texts = dict.fromkeys
        source: Fields = {
            **texts(("title", "kind", "author", "publisher"), self.text),
            "date": self.date,
            "url": lambda: "https://a.b/?c=d&e=<f>'\"",
        }
        kind: Fields = texts(("label", "description", "plover", "cameo"), self.text)
        return self.some(
            {
                "title": self.text,
                "as_of": lambda: f"{self.random.choice(YEARS[1:]):04}-06-30",
                "sources": lambda: {
                    key: self.some({**source, "title": partial(self.source_title, key)}, "title")
                    for key in IDS
                },
                "countries": self.countries,
                "types": lambda: {key: self.some(kind, "label") for key in TYPES},
            }
        )

    def countries(self) -> Data:
        """Return declarations of some countries, whose names differ."""
        codes = self.random.sample(CODES, self.random.randint(0, len(CODES)))
        return {
            code: self.some(
                {"name": partial("{} {}".format, self.text(), code), "aliases": lambda: ["T", "U"]},
                "name",
            )
            for code in codes
        }

    def document(self) -> list[Data] | Data:
        """Return a whole file."""
        if self.chance(0.4):
            return self.events()
        parts = {**self.vocabulary(), "events": self.events()}
        return self.some({key: partial(_same, part) for key, part in parts.items()}, *parts)

    def crowd(self) -> Data:
        """Return a file with very many events, or declarations, that differ in one thing."""
        event, count = self.event(0), self.random.choice((300, 1000, 3000))
        key = self.random.choice(list(event) or ["title"])
        count = min(count, _LARGEST // len(repr(event)))
        kept = () if self.chance(0.5) else ("id",)
        event = {name: value for name, value in event.items() if name not in kept}
        events = [{**event, key: _numbered(event.get(key), number)} for number in range(count)]
        declared = self.vocabulary()
        kinds = [kind for kind in ("sources", "types") if isinstance(declared.get(kind), dict)]
        for kind in kinds if self.chance(0.5) else ():
            first = list(declared[kind].items())[:1]
            many = range(min(count, 3000))
            declared[kind] = {f"{name}-{n}": entry for name, entry in first for n in many}
        return {**declared, "events": events}


def right(text: str) -> str:
    """Return a text without what may not stand in a file."""
    while (index := refused_at(text)) is not None:
        text = text[:index] + text[index + 1 :]
    return fold_space(text) if text.strip() else "x"


def _nested(depth: int) -> list[Any]:
    data: list[Any] = []
    for _ in range(depth):
        data = [data]
    return data


def _numbered(value: Any, number: int) -> Any:  # noqa: ANN401  (any data)
    """Return a value in which every text ends with a number."""
    if isinstance(value, list):
        return [_numbered(item, number) for item in value]
    if isinstance(value, dict):
        return {f"{key}{number}": item for key, item in value.items()}
    return f"{value}{number}" if isinstance(value, str) else value


def _same(value: object) -> object:
    return value
