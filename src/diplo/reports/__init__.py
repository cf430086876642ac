"""What each command has to say, as plain data: rows and their columns, or a screen.

A report is made by the module that is named after it; `columns` has those of events, and here is
what all of them share. A timeline is told as a `story` of `entries`, one event in full as a `card`;
`states` says what there is to say of a subject, and `changed` which of them stand beside a story;
numbers (`counting`) are shown as `bars` or `strips`. `titles` say what was asked for, `names` and
`parties` whom it concerns, `credits` and `citations` where it is told.
"""

from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Value, flat, flat_item

__all__ = ["Column", "Names", "Report", "Value", "flat", "flat_item"]
