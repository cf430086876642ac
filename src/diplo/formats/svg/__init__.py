"""SVG: a picture of an answer for an article or a slide, without scripts or fonts to fetch.

The type of a report's screen decides which module draws it. Colours follow the reader's scheme,
light or dark.
"""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import NamedTuple

from diplo.formats import SVG, Stream, painter
from diplo.formats.drawing.elements import element, safe
from diplo.formats.svg.captions import Item, Sign, foot, head
from diplo.formats.svg.frame import Frame, Part, stacked
from diplo.reports import Report

_TOP, _BOTTOM = 24, 16  # pixels


class Picture(NamedTuple):
    """What a painter draws of a report, and the words around it.

    `legend` has the parties with their hues, `key` the meanings of signs, `notes` further remarks;
    `about` has phrases that describe the picture to those who cannot see it.
    """

    title: str
    counts: str
    body: Part
    legend: Sequence[Item] = ()
    key: Sequence[Sign] = ()
    notes: Sequence[str] = ()
    about: Sequence[str] = ()


def write(report: Report, stream: Stream) -> None:
    """Write the picture."""
    screen, frame = report.shown, Frame(stream.pixels)
    picture: Picture = painter(SVG, screen).picture(screen, frame)
    notes = [*picture.notes, report.credits()]
    parts = (
        Part(_TOP),
        head(picture.title, picture.counts, picture.legend, frame),
        picture.body,
        foot(picture.key, notes, frame),
        Part(_BOTTOM),
    )
    stream.write(_document(picture, stacked(parts), frame.width))


def _document(picture: Picture, whole: Part, width: int) -> str:
    """Return a picture as an SVG document, with a description for those who cannot see it."""
    height = ceil(whole.height)
    about = f"{'; '.join(picture.about)}." if picture.about else ""
    style = Path(__file__).with_name("picture.css").read_text(encoding="utf-8")
    lines = (
        element("title", safe(picture.title), id="_title"),
        element("desc", safe(f"{picture.counts}. {about}".strip()), id="_about"),
        element("style", f"\n{style}"),
        element("rect", class_="paper", width="100%", height="100%"),
        *whole.shapes,
    )
    svg = element(
        "svg",
        *(f"\n{line}" for line in lines),
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby="_title _about",
    )
    return f"{svg}\n"
