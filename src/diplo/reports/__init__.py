"""What each command has to say, as plain data: rows, their columns, headings and a title.

A report is made by the module that is named after it; here is what all of them share.
"""

from diplo.reports.names import Names
from diplo.reports.report import (
    FOOTNOTE,
    MARKS,
    Column,
    Report,
    Section,
    Style,
    Value,
    flat,
    plural,
)

__all__ = [
    "FOOTNOTE",
    "MARKS",
    "Column",
    "Names",
    "Report",
    "Section",
    "Style",
    "Value",
    "flat",
    "plural",
]
