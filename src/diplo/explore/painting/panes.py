"""The state of relations on a day, beside the rows."""

from collections.abc import Iterator, Sequence

from diplo.explore.states import SubjectState
from diplo.explore.view import View
from diplo.formats.table import all_encodable
from diplo.formats.table.layout import GAP, Canvas
from diplo.formats.table.states import STATE
from diplo.model import dates
from diplo.terminal.colour import Line, Run
from diplo.terminal.width import cells_of, fit

_SINCE, _DATED = 14, 64  # least cells of when a state began, and of a pane that shows it
_NAME = 14  # cells that a name keeps beside a long date


def states_title(day: int) -> str:
    """Return the title of the state of relations on a day."""
    return f"State of relations on {dates.day_words(day)}"


def coverage_note(day: int, last: int | None) -> str:
    """Return a note if a day is after the last that the files cover, else ""."""
    if last is None or day <= last:
        return ""
    return f"the events are known up to {dates.day_words(last)}"


def states(
    stated: Sequence[SubjectState], view: View, canvas: Canvas, encoding: str
) -> Iterator[Line]:
    """Yield a line for each subject: its name, its state and, where there is room, since when.

    A long name takes the cells that its state leaves.
    """
    subjects, glyphs = all_encodable(list(stated), encoding), canvas.glyphs
    words = max((cells_of(subject.state.words) for subject in subjects), default=0)
    state = min(words, STATE, canvas.width // 2)
    room = canvas.width - len(GAP) * 2 - state
    since = 0
    if canvas.width >= _DATED:
        longest = max((cells_of(glyphs.adapt(s.state.since)) for s in subjects), default=0)
        since = max(min(longest, room - len(GAP) - _NAME), _SINCE)
        room -= len(GAP) + since
    for subject in subjects:
        spare = state - min(cells_of(subject.state.words), state)
        name = min(max(cells_of(subject.name), room), room + spare)
        mark = glyphs.change if subject.changed else " "
        bold = "bold " if subject.changed else ""
        hue = hue_of(subject, view) if subject.state.since else "dim"
        when = fit(glyphs.adapt(subject.state.since), since, glyphs.dots).rstrip()
        yield [
            Run(f"{mark} ", "bold"),
            Run(fit(subject.name, name, glyphs.dots), bold.strip()),
            Run(GAP),
            Run(fit(subject.state.words, room + state - name, glyphs.dots), f"{bold}{hue}".strip()),
            *([Run(GAP), Run(f"{when:>{since}}")] if since else ()),
        ]


def hue_of(subject: SubjectState, view: View) -> str:
    """Return the hue of a subject's first party that has one, beside those of every event."""
    codes = (code for code in subject.countries if code not in view.required)
    return next((view.hues[code] for code in codes if view.hues.get(code)), "")
