"""What pictures are drawn with: elements, letters, marks, strips of states and stacks of ticks."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.formats.drawing.bands import Band, Piece, Turn, Word, band
from diplo.formats.drawing.elements import element, number, safe
from diplo.formats.svg.axis import grid, names, ticks
from diplo.formats.svg.frame import Axis, Frame
from diplo.formats.svg.lettering import (
    BOLD,
    CUT,
    PLAIN,
    SMALL,
    TITLE,
    balanced,
    letters,
    width_of,
    wrapped,
)
from diplo.formats.svg.marks import mark
from diplo.formats.svg.states import strip_shapes
from diplo.formats.svg.ticks import crowd
from diplo.history.parts import Match
from diplo.history.relations import IN_FORCE, INEXACT, WITHHELD, Change, Past, Stretch
from diplo.history.scale import Scale
from diplo.model import dates
from diplo.model.events import Event, Vocabulary
from diplo.reports import Names, entries
from diplo.reports.entries import EntryMaker
from tests.tables import each_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@each_of(
    ("value", "said"),
    [(1, "1"), (1.25, "1.2"), (0.04, "0"), (-0.04, "0"), (-1.5, "-1.5"), (1200.0, "1200")],
)
def test_numbers_are_short(value: float, said: str) -> None:
    assert number(value) == said


def test_an_element_has_attributes_that_are_not_empty() -> None:
    assert element("g", "a", class_="b", text_anchor="", x=1.0) == '<g class="b" x="1">a</g>'
    assert element("path", d='"<') == '<path d="&quot;&lt;"/>'


@given(TEXTS)
def test_any_text_is_well_formed(text: str) -> None:
    read = ET.fromstring(f'<a b="{safe(text)}">{safe(text)}</a>')  # noqa: S314
    kept = "".join(c if c.isprintable() else "" for c in read.text or "")
    assert kept == "".join(c for c in safe_of(text) if c.isprintable())


def safe_of(text: str) -> str:
    """Return a text in which what XML cannot hold is replaced."""
    forbidden = {*map(chr, range(32)), "\ufffe", "\uffff"} - {"\t", "\n", "\r"}
    return "".join("\ufffd" if c in forbidden else c for c in text)


# As Chromium measures them in Liberation Sans, which is as wide as Arial and Helvetica.
MEASURED = [
    ("Norway recognises the State of Palestine", 24, True, 469.5),
    ("Norway recognises the State of Palestine", 13, True, 254.3),
    ("Norway recognises the State of Palestine", 13, False, 237.8),
    ("Norway recognises the State of Palestine", 12, False, 219.5),
    ("King Harald V receives Marie Sedin's credentials", 24, True, 554),
    ("King Harald V receives Marie Sedin's credentials", 13, True, 300.1),
    ("King Harald V receives Marie Sedin's credentials", 13, False, 280.7),
    ("Norway says it would arrest Netanyahu and Gallant", 24, True, 584.2),
    ("Norway says it would arrest Netanyahu and Gallant", 13, True, 316.4),
    ("Norway says it would arrest Netanyahu and Gallant", 13, False, 295.5),
    ("28 May 2024", 24, True, 140.1),
    ("28 May 2024", 13, True, 75.9),
    ("28 May 2024", 13, False, 75.2),
    ("since c. 2001–21?", 24, True, 202.8),
    ("since c. 2001–21?", 13, True, 109.9),
    ("since c. 2001–21?", 13, False, 105.5),
    ("Norwegian embassy in Kabul", 24, True, 333.4),
    ("Norwegian embassy in Kabul", 13, True, 180.6),
    ("Norwegian embassy in Kabul", 13, False, 168.4),
    ("Norwegian embassy in Kabul", 12, False, 155.4),
]


@each_of(("text", "size", "bold", "measured"), MEASURED)
def test_texts_are_no_wider_than_they_are_said_to_be(
    text: str, size: int, *, bold: bool, measured: float
) -> None:
    face = {(24, True): TITLE, (13, True): BOLD, (13, False): PLAIN, (12, False): SMALL}[size, bold]
    assert measured <= width_of(text, face) <= measured * 1.13


@each_of(
    ("text", "ems"),
    [("é", 0.56), ("漢", 1.05), ("\u0301", 0), ("Ж", 0.85), ("ø", 0.56), ("É", 0.667)],
)
def test_letters_of_other_scripts_have_a_width(text: str, ems: float) -> None:
    assert width_of(text) == pytest.approx(ems * 13 * 1.03)


@given(st.text("ab cdefgW漢", min_size=1, max_size=80), st.integers(20, 200), st.integers(1, 4))
def test_lines_fit_and_keep_all_words_unless_they_are_cut(text: str, room: int, most: int) -> None:
    for lines in (wrapped(text, room, most=most), balanced(text, room, most=most)):
        assert 1 <= len(lines) <= most
        assert all(width_of(line) <= room + 0.1 for line in lines)
        if not lines[-1].endswith(CUT):
            assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_are_about_equally_long() -> None:
    text = "Norway votes for a ceasefire in Gaza now"
    room = width_of("Norway votes for a ceasefire in Gaza")
    assert wrapped(text, room) == ["Norway votes for a ceasefire in Gaza", "now"]
    assert balanced(text, room) == ["Norway votes for a", "ceasefire in Gaza now"]
    assert balanced("Norway", room) == ["Norway"]


def test_a_text_is_one_element_whatever_its_lines() -> None:
    assert letters("<a>", 1, y=2) == '<text x="1" y="2">&lt;a&gt;</text>'
    said = letters(["a", "b"], 1, SMALL, y=2, kind="muted", anchor="end")
    assert said == (
        '<text x="1" y="2" class="small muted" text-anchor="end">a'
        '<tspan x="1" dy="15.6">b</tspan></text>'
    )


@each_of(
    ("of", "tag", "kind"),
    [
        (entries.EVENT, "circle", "dot first"),
        (entries.ASIDE, "circle", "dot first"),
        (entries.DOUBT, "circle", "dot first hollow"),
        (entries.CHANGE, "path", "dot first"),
        (entries.DOUBTED_CHANGE, "path", "dot first hollow"),
    ],
)
def test_a_change_is_a_diamond_and_doubt_is_hollow(of: str, tag: str, kind: str) -> None:
    drawn = ET.fromstring(mark(of, "first", 10, 11))  # noqa: S314
    assert (drawn.tag, drawn.attrib["class"]) == (tag, kind)
    assert 'class="dot plain' in mark(of, "", 10, 11)
    assert (drawn.get("r") == "2.9") == (of == entries.ASIDE)


def test_an_axis_has_one_shape_for_all_lines_and_a_name_beside_each() -> None:
    named = ticks(Scale(737791, 738155, 400), 420)
    assert [tick.words for tick in named] == ["2021", "Apr", "Jul", "Oct"]
    (lines,) = grid(named, 10, -4, 20)
    assert lines.count("M") == 4
    assert 'd="M10 -4V20M' in lines
    assert next(names(named, 10)) == '<text x="14" y="15.5" class="bold muted">2021</text>'
    assert list(grid([], 0, 0, 0)) == []


LINE = Scale(101, 200, 1000)  # ten pixels a day
PAST = Past(
    (
        Stretch(51, 120, "open", IN_FORCE, is_former=True),
        Stretch(121, 140, "closed", INEXACT),
        Stretch(141, 160, "closed", WITHHELD, is_former=True),
        Stretch(161, 230, "new", IN_FORCE),
        Stretch(231, 240, "newer", IN_FORCE),
    ),
    (Change(40, 50, certain=True), Change(121, 140, certain=True), Change(161, 161, certain=False)),
)


def test_a_strip_is_what_a_line_has_room_for() -> None:
    strip = band(PAST, LINE, lambda words: 20 * len(words))
    assert strip == Band(
        [
            *(Piece(IN_FORCE, 0, 200), Piece(INEXACT, 200, 400), Piece(WITHHELD, 400, 600)),
            Piece(IN_FORCE, 600, 1000),
        ],
        [Turn(300, certain=True), Turn(605, certain=False)],
        [Word(5, "open", IN_FORCE), Word(405, "closed", WITHHELD)],
        from_before=True,
    )
    assert band(PAST, LINE).words == []
    assert [word.words for word in band(PAST, LINE, lambda words: 40 * len(words)).words] == [
        "open"
    ]
    assert band(Past(), LINE) == Band([], [], [], from_before=False)
    early = Past(PAST.stretches[:1], (Change(50, 110, certain=True),))
    assert band(early, LINE).turns == [Turn(95, certain=True)]
    changes = [
        Change(121, 140, certain=True, bound=True),
        Change(50, 110, certain=True, bound=True),
    ]
    bound = Past(PAST.stretches[:1], tuple(changes))
    assert band(bound, LINE).turns == [Turn(205, certain=True), Turn(95, certain=True)]


def test_a_strip_is_drawn() -> None:
    strip = band(PAST, LINE, lambda words: 20 * len(words))
    shapes = [ET.fromstring(shape) for shape in strip_shapes(strip, "second", 50, 11)]  # noqa: S314
    assert [(shape.tag, shape.get("class")) for shape in shapes] == [
        *(("rect", "bar second"), ("path", "line dashed second"), ("path", "line second")),
        *(("rect", "bar second"), ("path", "dot second"), ("text", "small")),
        *(("rect", "paper"), ("text", "small"), ("path", "dot second")),
        ("path", "dot second hollow"),
    ]
    assert shapes[0].attrib["x"] == "50"
    slight = band(Past((Stretch(101, 101, "a", INEXACT),)), LINE._replace(size=100))
    assert list(strip_shapes(slight, "", 0, 0)) == []


def test_ticks_of_one_time_are_stacked() -> None:
    entry_of = EntryMaker(Names(Vocabulary()))
    whens = ("2021-01-01", "2021-01-05", "2021-01-07?", "2021-01-03", "/..")
    told = [entry_of(Match(Event(when, dates.parse(when), "", ()))) for when in whens]
    first = told[0].event.date.start.first
    drawn = crowd(told, Axis(Frame(600, 0, 50, 350), Scale(first, first + 299, 300)))
    *squares, _ = (ET.fromstring(shape) for shape in drawn.shapes)  # noqa: S314
    assert [(each.attrib["class"], each.attrib["d"]) for each in squares] == [
        ("tick plain", "M50 14h4.5v4.5h-4.5zM50 8h4.5v4.5h-4.5zM50 2h4.5v4.5h-4.5z"),
        ("tick plain long", "M56 14h4.5v4.5h-4.5z"),
    ]
