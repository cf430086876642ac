"""The whole screen: title, rows, the panes beside or below them, the foot, and the last lines."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from diplo.explore.listings import Listing
from diplo.explore.painting import foot, panes
from diplo.explore.painting.lines import beside, block, clipped, cut, reversed_
from diplo.explore.painting.rows import page_of, rows
from diplo.explore.places import Place
from diplo.explore.prompt import LABELS, Prompt
from diplo.explore.questions import Look
from diplo.explore.states import Course, SubjectState
from diplo.explore.view import View
from diplo.formats.table import all_encodable
from diplo.formats.table import card as cards
from diplo.formats.table.glyphs import Glyphs, glyphs_for
from diplo.formats.table.layout import GAP, Canvas, cells, wrapped
from diplo.history.scale import Scale
from diplo.reports.card import Card, Cards
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, fit

_BESIDE = 120  # width from which the event and the states stand beside the rows
_NARROWEST_PANE, _WIDEST_PANE = 44, 76
_LOWER, _PANES, _FOOT = 6, 18, 14  # least lines of the panes, and of a screen with panes, a foot
_TALL = 30  # lines of a screen from which more than one strip fits
_GAP = 3  # cells between panes
_LEAST_TITLE = 12  # cells that a title keeps beside counts
_MOST = 8  # most lines of a message

KEYS = (
    ("/", "find"),
    ("n p", "change"),
    ("[ ]", "year"),
    ("d", "day"),
    ("s", "states"),
    ("y", "cite"),
    ("Y", "command"),
    ("t", "types"),
    ("c", "countries"),
    ("e", "export"),
    ("Enter", "in full"),
    ("?", "keys"),
    ("q", "quit"),
)


class Scene(NamedTuple):
    """What is to be seen: a place in a view, and what is open over it."""

    place: Place
    course: Course
    card: Card | None
    listing: Listing | None = None
    prompt: Prompt | None = None
    message: str = ""
    coverage_note: str = ""  # a note on the day, if it lies beyond what is known

    @property
    def view(self) -> View:
        """The view that is seen."""
        return self.place.view


class Layout(NamedTuple):
    """Where things stand: the size of the screen, of the rows, and of what is around them."""

    width: int
    height: int
    head: Sequence[Line]
    last: Sequence[Line]
    rows: int  # lines
    left: int  # cells of the rows
    lower: int  # lines of the panes below
    strips: int  # in the foot
    scale: Scale | None  # of the foot, if there is one

    @property
    def foot(self) -> int:
        """The lines of the foot: columns, strips, an axis and its years."""
        return 3 + self.strips if self.scale else 0

    @property
    def first(self) -> int:
        """The first line of the rows."""
        return len(self.head)

    @property
    def foot_first(self) -> int:
        """The first line of the foot."""
        return self.height - len(self.last) - self.foot


class Painter:
    """Paints scenes on a terminal of some size."""

    def __init__(self, look: Look) -> None:
        self.glyphs: Glyphs = glyphs_for(look.encoding, plain=look.ascii)
        self.encoding = look.encoding

    def layout(self, scene: Scene, width: int, height: int) -> Layout:
        """Return where things stand on a screen of this size."""
        canvas = Canvas(width, self.glyphs)
        story = all_encodable(scene.view.story, self.encoding)
        counts = Run(f"   {self.glyphs.adapt(story.counts)}")
        if width - counts.cells < min(cells_of(story.title), _LEAST_TITLE):
            counts = Run("")
        words = fit(story.title, width - counts.cells, self.glyphs.dots)
        head = [[Run(words, "bold"), counts], *canvas.legend(story.parties, coded=True, most=1)]
        last_lines = self._last_lines(scene, width)
        scale = foot.scale_of(scene.view, width) if height >= _FOOT else None
        strips = min(len(scene.course), 1 if height < _TALL else (height - 20) // 5)
        strips = strips if scale and foot.label(width) and height >= _PANES else 0
        size = 3 + strips if scale else 0
        room = max(height - len(head) - len(last_lines) - size, 1)
        row_width, lower = width, 0
        if width >= _BESIDE and not scene.listing:
            row_width -= min(max(width * 2 // 5, _NARROWEST_PANE), _WIDEST_PANE) + _GAP
        elif height >= _PANES and width > 2 * _GAP and not scene.listing:
            least = max(_LOWER, room // 3)
            lower = least if room - least > 1 else 0
        divider = 1 if lower else 0
        body = room - lower - divider
        return Layout(width, height, head, last_lines, body, row_width, lower, strips, scale)

    def lines(self, scene: Scene, layout: Layout) -> list[Line]:
        """Return all lines of the screen."""
        width = layout.width
        lines = [clipped(line, width, self.glyphs.dots) for line in layout.head]
        listing = scene.listing
        lines += self._listed(listing, layout) if listing else self._body(scene, layout)
        if layout.scale:
            place, canvas = scene.place, Canvas(width, self.glyphs)
            subjects = list(islice(scene.course.on(place.day, place.event), layout.strips))
            footer = foot.Foot(scene.view, scene.course, subjects, place.day, layout.scale)
            lines += block(foot.lines(footer, canvas, self.encoding), width, layout.foot)
        lines += block(layout.last, width, len(layout.last))
        return lines[: layout.height]

    def _body(self, scene: Scene, layout: Layout) -> list[Line]:
        row_lines = self._rows(scene, layout)
        if layout.left < layout.width:
            pane_width = layout.width - layout.left - _GAP
            panes_beside = self._beside(scene, pane_width, layout.rows)
            return list(beside(row_lines, panes_beside, self.glyphs.divider))
        if not layout.lower:
            return row_lines
        line = [Run(self.glyphs.rule * layout.width, "dim")]
        pane_width = min(max((layout.width - _GAP) // 2, _NARROWEST_PANE), layout.width * 3 // 5)
        width = layout.width - _GAP - pane_width
        card = block(self._card(scene, width, layout.lower), width, layout.lower)
        states = self._states(scene, pane_width, layout.lower)
        return [*row_lines, line, *beside(card, states, self.glyphs.divider)]

    def _beside(self, scene: Scene, width: int, height: int) -> list[Line]:
        """Return the event, and the states below it, each with its share of the lines."""
        states = min(len(scene.course) + 1, height // 2) if len(scene.course) else 0
        card = self._card(scene, width, height - states - 1)
        lower = height - len(card) - 1
        lines = [*block(card, width, len(card) + 1), *self._states(scene, width, lower)]
        return lines[:height]

    def _rows(self, scene: Scene, layout: Layout) -> list[Line]:
        width, view = layout.left - 2, scene.view
        canvas = Canvas(width, self.glyphs)
        visible = range(scene.place.top, min(scene.place.top + layout.rows, view.size))
        if not view.size:
            drawn: Iterator[Line] = iter(self._empty(view, canvas))
        else:
            page = page_of(view, canvas, self.encoding)
            drawn = rows(view, page, self.encoding, visible, scene.place.row)
        lines = block(drawn, width, layout.rows)
        thumb = self._thumb(scene.place.top, layout.rows, view.size)
        return [[*line, Run(f" {mark}")] for line, mark in zip(lines, thumb, strict=True)]

    def _empty(self, view: View, canvas: Canvas) -> list[Line]:
        near = all_encodable(view.story.nearest, self.encoding)
        events = [f"{self.glyphs.adapt(entry.when)} {entry.event.title}" for entry in near]
        words = "Nothing matches; / finds something else, Esc goes back"
        if events:
            words = f"Nearest: {f' {self.glyphs.separator} '.join(events)}"
        return wrapped(words, canvas.width)

    def _thumb(self, top: int, visible: int, size: int) -> list[str]:
        """Return the last cell of each line of the rows: a scroll bar."""
        if size <= visible:
            return [" "] * visible
        length = max(visible * visible // size, 1)
        first = top * (visible - length) // (size - visible)
        return [self.glyphs.thumb if first <= n < first + length else " " for n in range(visible)]

    def card(self, card: Card, width: int) -> list[Line]:
        """Return the lines of an event in full."""
        screen = Cards([all_encodable(card, self.encoding)])
        return list(cards.lines(screen, Canvas(width, self.glyphs)))

    def _card(self, scene: Scene, width: int, height: int) -> Sequence[Line]:
        drawn = self.card(scene.card, width) if scene.card else []
        return cut(drawn, height, self.glyphs.adapt("more lines · Enter shows all"))

    def _states(self, scene: Scene, width: int, height: int) -> list[Line]:
        if not len(scene.course) or not height:
            return block((), width, height)
        head: list[Line] = [[Run(panes.states_title(scene.place.day), "bold")]]
        head += [[Run(scene.coverage_note)]] if scene.coverage_note else []
        room = max(height - len(head), 0)
        subjects = scene.course.shown_by_default(scene.place.day, scene.place.event)
        stated = list(islice(subjects, room))
        if len(stated) < len(scene.course):
            stated = stated[: max(room - 1, 0)]
        rest = len(scene.course) - len(stated)
        drawn = [*panes.states(stated, scene.view, Canvas(width, self.glyphs), self.encoding)]
        end = self.glyphs.adapt(f"{rest} more · s lists all")
        return block([*head, *drawn, [Run(end if rest > 0 else "")]], width, height)

    def states(self, stated: Sequence[SubjectState], view: View, width: int) -> list[Line]:
        """Return the lines of subjects."""
        canvas = Canvas(min(width, 100), self.glyphs)
        return list(panes.states(stated, view, canvas, self.encoding))

    def _listed(self, listing: Listing, layout: Layout) -> list[Line]:
        width = layout.width
        drawn = listing.draw(width)
        canvas, name = Canvas(width, self.glyphs), Run(listing.title, "bold")
        head = canvas.rule([name], f"{len(drawn)}", {}, width)
        visible = layout.rows - 1
        top = listing.top(len(drawn), visible)
        if listing.is_choice:
            whole = [clipped(line, width, self.glyphs.dots) for line in drawn]
            lines: Sequence[Line] = [
                reversed_(line) if n == listing.at else line
                for n, line in enumerate(whole[top : top + visible], top)
            ]
        else:
            lines = cut(drawn[top:], visible, self.glyphs.adapt("more lines · Page Down"))
        return block([head, *lines], width, layout.rows)

    def _last_lines(self, scene: Scene, width: int) -> list[Line]:
        """Return the last lines: what is typed, a message, or the keys."""
        if scene.prompt:
            return self._typed(scene.prompt, width)
        if scene.message:
            message = all_encodable(scene.message, self.encoding).splitlines()
            return [line for words in message for line in wrapped(words, width)][:_MOST]
        if scene.listing:
            return self._keys((*scene.listing.keys, ("Esc", "back")), width)
        return self._keys(KEYS, width)

    def _keys(self, keys: Sequence[tuple[str, str]], width: int) -> list[Line]:
        """Return as many keys as there is room for, the last two in any case."""
        labels = [[Run(key, "bold"), Run(f" {meaning}{GAP}")] for key, meaning in keys]
        while sum(map(cells, labels)) > width + len(GAP) and labels[:-2]:
            del labels[-3]
        return [[run for label in labels for run in label]]

    def _typed(self, prompt: Prompt, width: int) -> list[Line]:
        label = LABELS[prompt.key]
        before, after = (all_encodable(half, self.encoding) for half in prompt.typed.halves)
        room = width - len(label) - 1
        before = before[max(len(before) + len(after[:1]) - room, 0) :]
        at = after[:1] or " "
        line = [Run(label, "bold"), Run(before), Run(at, "reverse"), Run(after[1:])]
        message = all_encodable(prompt.message, self.encoding)
        below = wrapped(message, width, "red" if prompt.wrong else "")[:_MOST]
        return [clipped(line, width), *below]
