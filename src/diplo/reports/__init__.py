"""What each command has to say, as plain data: rows, their columns, headings and a title."""

from diplo.reports.events import FOOTNOTE, event_columns, show, timeline, title_of
from diplo.reports.findings import problems
from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Section, Style, Value, flat
from diplo.reports.status import history, status
from diplo.reports.vocabulary import countries, sources, types

__all__ = [
    "FOOTNOTE",
    "Column",
    "Names",
    "Report",
    "Section",
    "Style",
    "Value",
    "countries",
    "event_columns",
    "flat",
    "history",
    "problems",
    "show",
    "sources",
    "status",
    "timeline",
    "title_of",
    "types",
]
