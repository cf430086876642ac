"""A reader of pictures: their texts and marks as boxes in pixels, as their elements place them."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from diplo.formats.svg.lettering import BOLD, DOWN, LANE, PLAIN, SMALL, TITLE, Face, width_of

SVG = "{http://www.w3.org/2000/svg}"
FACES = (TITLE, BOLD, PLAIN, SMALL, LANE)
_FACES = {face.kind: face for face in FACES}


class Box(NamedTuple):
    """A text or a mark, and the pixels that it takes."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Picture(NamedTuple):
    """The root of a picture, and its texts and marks."""

    root: ET.Element
    texts: list[Box]
    marks: list[Box]

    @property
    def width(self) -> float:
        return float(self.root.attrib["width"])

    @property
    def height(self) -> float:
        return float(self.root.attrib["height"])

    @property
    def words(self) -> list[str]:
        return [box.words for box in self.texts]

    def inside(self, name: str) -> list[str]:
        """Return the texts of all elements of a name."""
        return ["".join(each.itertext()) for each in self.root.iter(f"{SVG}{name}")]

    def of_class(self, kind: str) -> list[ET.Element]:
        """Return the elements that have a class."""
        return [e for e in self.root.iter() if kind in e.get("class", "").split()]

    def faults(self) -> list[str]:
        """Return what runs out of the picture or into something else."""
        out = [
            f"{box.words} runs out"
            for box in self.texts
            if box.left < 0 or box.right > self.width or box.top < 0 or box.bottom > self.height
        ]
        crossed = [
            f"{a.words} meets {b.words}" for a, b in combinations(self.texts, 2) if a.meets(b)
        ]
        hidden = [f"{a.words} is over a mark" for a in self.texts for b in self.marks if a.meets(b)]
        return out + crossed + hidden


def read(text: str) -> Picture:
    """Read a picture, which must be well-formed XML."""
    root = ET.fromstring(text)  # noqa: S314  (what diplo wrote)
    return Picture(root, list(_texts(root, 0, 0)), list(_marks(root, 0, 0)))


def _moved(element: ET.Element, x: float, y: float) -> tuple[float, float]:
    found = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    return (x + float(found[1]), y + float(found[2])) if found else (x, y)


def _texts(element: ET.Element, x: float, y: float) -> Iterator[Box]:
    x, y = _moved(element, x, y)
    if element.tag == f"{SVG}text":
        yield from _lines(element, x, y)
    for child in element:
        yield from _texts(child, x, y)


def _lines(element: ET.Element, x: float, y: float) -> Iterator[Box]:
    kinds = element.get("class", "").split()
    face: Face = next((_FACES[kind] for kind in kinds if kind in _FACES), PLAIN)
    at, base = x + float(element.attrib["x"]), y + float(element.attrib["y"])
    for words in filter(None, (element.text, *(each.text for each in element))):
        width = width_of(words, face)
        left = at - width * {"end": 1, "middle": 0.5}.get(element.get("text-anchor", ""), 0)
        yield Box(words, left, base - face.size * 0.7, left + width, base + face.size * 0.2)
        base += face.size * DOWN


def _marks(element: ET.Element, x: float, y: float) -> Iterator[Box]:
    x, y = _moved(element, x, y)
    if "dot" in element.get("class", "").split():
        if element.tag == f"{SVG}circle":
            at = x + float(element.attrib["cx"]), y + float(element.attrib["cy"])
        else:
            start = re.match(r"M(\S+) ([-0-9.]+)l", element.attrib["d"])
            at = (x + float(start[1]), y + float(start[2]) + 5) if start else (-100, -100)
        yield Box("mark", at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4)
    for child in element:
        yield from _marks(child, x, y)
