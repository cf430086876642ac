"""SVG: a picture of an answer for an article or a slide, without a script or a font to fetch.

What a report shows says who draws it. Colours are those of the reader's scheme, light or dark.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple

from diplo.formats import Stream
from diplo.formats.drawing.elements import element, moved, number, safe
from diplo.formats.svg.frame import Frame, Part, Sign, below, blank, foot, head
from diplo.reports import Report

# The module that draws each kind of screen.
_PAINTERS = {
    "Story": "timeline",
    "Lanes": "lanes",
    "Bars": "bars",
    "Strips": "strips",
    "States": "states",
    "History": "courses",
}
_TOP = 24  # pixels above and below


class Picture(NamedTuple):
    """What a painter draws of a report, and what it says of it.

    `legend` are the parties with their hues; `key` says what signs mean, `notes` what else there is
    to know, and `about` tells those who cannot see the picture what is in it.
    """

    title: str
    counts: str
    body: Part
    legend: Sequence[tuple[str, str]] = ()
    key: Sequence[Sign] = ()
    notes: Sequence[str] = ()
    about: str = ""


def write(report: Report, stream: Stream) -> None:
    """Write the picture."""
    screen = report.shown
    frame = Frame(stream.pixels)
    painter = import_module(f"{__name__}.{_PAINTERS[type(screen).__name__]}")
    drawn: Picture = painter.picture(screen, frame)
    whole = below(
        [
            blank(_TOP),
            head(drawn.title, drawn.counts, drawn.legend, frame),
            drawn.body,
            foot(drawn.key, [*drawn.notes, report.credits()], frame),
            blank(_TOP - 8),
        ]
    )
    height = number(int(whole.height) + 1)
    style = files(__name__).joinpath("picture.css").read_text(encoding="utf-8")
    stream.write(
        element(
            "svg",
            "\n",
            *("<title id='_title'>", safe(drawn.title), "</title>\n"),
            *("<desc id='_about'>", safe(f"{drawn.counts}. {drawn.about}".strip()), "</desc>\n"),
            *("<style>\n", style, "</style>\n"),
            element("rect", class_="paper", width="100%", height="100%"),
            "\n",
            "\n".join(whole.shapes),
            "\n",
            xmlns="http://www.w3.org/2000/svg",
            width=frame.width,
            height=height,
            viewBox=f"0 0 {frame.width} {height}",
            role="img",
            aria_labelledby="_title _about",
        )
        + "\n"
    )
