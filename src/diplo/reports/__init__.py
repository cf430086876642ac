"""What each command has to say, as plain data: rows, their columns, headings and a title."""

from diplo.reports.comparison import Side, comparison
from diplo.reports.events import FOOTNOTE, event_columns, show, timeline, title_of
from diplo.reports.findings import problems
from diplo.reports.names import Names
from diplo.reports.report import MARKS, Column, Report, Section, Style, Value, flat, plural
from diplo.reports.statistics import statistics
from diplo.reports.status import history, status
from diplo.reports.vocabulary import countries, sources, types

__all__ = [
    "FOOTNOTE",
    "MARKS",
    "Column",
    "Names",
    "Report",
    "Section",
    "Side",
    "Style",
    "Value",
    "comparison",
    "countries",
    "event_columns",
    "flat",
    "history",
    "plural",
    "problems",
    "show",
    "sources",
    "statistics",
    "status",
    "timeline",
    "title_of",
    "types",
]
