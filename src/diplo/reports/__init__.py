"""What each command reports, as plain data: rows and their columns, or a screen.

Each report is made by the module named after it; `report` has what all share, `columns` those of
events. A timeline is a `story` of `entries`, an event in full a `card`; `states` describes the
state of a subject, `changed` the states beside a story; numbers (`counting`) are shown as `bars` or
`strips`. `titles` says what was asked for, `names` and `parties` whom it concerns, `credits` and
`citations` which sources it rests on.
"""

from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Value, flat, flat_item

__all__ = ["Column", "Names", "Report", "Value", "flat", "flat_item"]
