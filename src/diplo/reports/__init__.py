"""What each command has to say, as plain data: rows and their columns, or a screen.

A report is made by the module that is named after it; `columns` has those of events, and here is
what all of them share.
"""

from diplo.reports.names import Names
from diplo.reports.report import Column, Report, Value, flat, flat_item

__all__ = ["Column", "Names", "Report", "Value", "flat", "flat_item"]
