"""The state of relations, for `status`: who changes what holds on a day, over time, by period."""

from diplo.history.relations.fold import Effect, Standing, Subject, history, standing, subjects
from diplo.history.relations.panel import UNITS, Spell, Turn, panel, periods, turns
from diplo.history.relations.stretches import (
    IN_FORCE,
    INEXACT,
    WITHHELD,
    Change,
    Stretch,
    Strip,
    strip,
)

__all__ = [
    "INEXACT",
    "IN_FORCE",
    "UNITS",
    "WITHHELD",
    "Change",
    "Effect",
    "Spell",
    "Standing",
    "Stretch",
    "Strip",
    "Subject",
    "Turn",
    "history",
    "panel",
    "periods",
    "standing",
    "strip",
    "subjects",
    "turns",
]
