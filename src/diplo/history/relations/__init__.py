"""The state of relations, for `status`. Come here to change what holds on a day or over time."""

from diplo.history.relations.fold import (
    Effect,
    Standing,
    Subject,
    events_behind,
    history,
    standing,
    subjects,
)
from diplo.history.relations.panel import UNITS, Spell, panel, periods, turns
from diplo.history.relations.stretches import (
    IN_FORCE,
    INEXACT,
    WITHHELD,
    Change,
    Past,
    Stretch,
    past,
)

__all__ = [
    "INEXACT",
    "IN_FORCE",
    "UNITS",
    "WITHHELD",
    "Change",
    "Effect",
    "Past",
    "Spell",
    "Standing",
    "Stretch",
    "Subject",
    "events_behind",
    "history",
    "panel",
    "past",
    "periods",
    "standing",
    "subjects",
    "turns",
]
