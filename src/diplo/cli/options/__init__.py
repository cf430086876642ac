"""The options that commands share, declared once, and what their texts mean."""

from diplo.cli.options.arranging import All, Arranging, by_key
from diplo.cli.options.files import Files, Tables
from diplo.cli.options.selecting import (
    CountryArguments,
    Selecting,
    countries,
    first_date,
    last_date,
)
from diplo.cli.options.writing import (
    COLUMNS_HELP,
    Columns,
    ExitStatus,
    Publishing,
    Writing,
    format_of,
)

__all__ = [
    "COLUMNS_HELP",
    "All",
    "Arranging",
    "Columns",
    "CountryArguments",
    "ExitStatus",
    "Files",
    "Publishing",
    "Selecting",
    "Tables",
    "Writing",
    "by_key",
    "countries",
    "first_date",
    "format_of",
    "last_date",
]
