"""Fuzzing pictures and pages: hostile text must stay text, in XML that is strictly right."""

import json
from functools import partial
from html.parser import HTMLParser
from random import Random
from xml.etree import ElementTree as ET

from tests.fuzz import formats
from tests.fuzz.checks import limited
from tests.fuzz.formats import Given
from tests.fuzz.grammar import right

_HOSTILE = (
    *("<script>", "</text>", "</svg>", "</style>", "</title>", "]]>", "<![CDATA[", "<!--", "-->"),
    *("&x;", "&lt;", "&#0;", "&#x1b;", '"', "'", " onload=", "url(//m.ex)", "javascript:x", "<b>"),
    *("<image href='//m.ex'/>", "<?xml?>", "<!DOCTYPE a>", "{", "}", "\\", "`", "=", "\ufffd"),
)
_ELEMENTS = {
    *("svg", "title", "desc", "style", "g", "rect", "text", "tspan", "line", "path", "circle"),
    *("polygon", "polyline", "defs", "pattern", "clipPath", "ellipse", "use", "symbol", "a"),
}
_NEVER = {"script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "input"}
_SVG = "{http://www.w3.org/2000/svg}"
_COMMANDS = (
    *(("timeline",), ("timeline", "--all"), ("status", "--all"), ("status", "--history")),
    *(("stats", "--by", "place"), ("stats", "--by", "type"), ("compare", "NOR", "PSE")),
)
_LINKS = ("https://a.b/?c=d&e=<f>'\"", "#")


def any_picture(random: Random) -> Given:
    """Return a file with hostile text everywhere, and a command that can be drawn."""

    def text() -> str:
        said = "".join(
            random.choice((*_HOSTILE, "a", " b ", "Ø")) for _ in range(random.randint(1, 6))
        )
        return right(said)

    events = [
        {
            "id": f"e{number}",
            "date": random.choice(
                ("2021", "1994~", "2001/..", "/..", "[..2006]", "196X", "2021-05-02?")
            ),
            "title": text(),
            "type": random.choice(("treaty", "mission")),
            "countries": random.sample(("NOR", "PSE", "SWE"), random.randint(1, 3)),
            **({"place": text()} if random.random() < 0.5 else {}),
            **({"summary": text(), "note": text()} if random.random() < 0.5 else {}),
            **({"status": {text(): text()}} if random.random() < 0.5 else {}),
            "sources": ["s"],
        }
        for number in range(random.randint(0, 8))
    ]
    data = {
        "title": text(),
        "sources": {"s": {"title": text(), "url": _LINKS[0]}},
        "countries": {code: {"name": f"{text()} {code}"} for code in ("NOR", "PSE", "SWE")},
        "types": {name: {"label": text()} for name in ("treaty", "mission")},
        "events": events,
    }
    arguments = list(random.choice(_COMMANDS))
    return Given(json.dumps(data).encode(), arguments, random.choice((320, 1200)), 0, "utf-8")


def check(given: Given) -> None:
    """Draw it, and for a timeline write the page too; look at every element and attribute."""
    with open("events.json", "wb") as file:
        file.write(given.content)
    command, *options = given.arguments
    report = formats.report_of(command, options, "events.json")
    if report is None:
        return
    size = len(given.content)
    root = ET.fromstring(limited(size, partial(formats.written, "svg", report, given)))  # noqa: S314
    for element in root.iter():
        assert element.tag.startswith(_SVG), element.tag
        assert element.tag.removeprefix(_SVG) in _ELEMENTS, element.tag
        _check(dict(element.attrib))
    if command == "timeline":
        reader = _Page()
        reader.feed(limited(size, partial(formats.written, "html", report, given)))


def _check(attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        assert not name.startswith("on"), name
        assert "href" not in name or value.startswith(_LINKS), value
        assert "url(" not in value or value.startswith("url(#"), value


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _NEVER, tag
        _check({name: value or "" for name, value in attrs})
