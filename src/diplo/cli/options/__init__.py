"""The options that commands share, each declared once, and the reading of their values."""

from diplo.cli.options.arranging import All, Arranging, by_key
from diplo.cli.options.files import Files, Reading
from diplo.cli.options.selecting import (
    CountryArguments,
    Selecting,
    countries,
    first_date,
    last_date,
)
from diplo.cli.options.writing import (
    COLOURS,
    COLUMNS_HELP,
    Ascii,
    Color,
    Columns,
    Drawing,
    ExitStatus,
    Publishing,
    Width,
    Writing,
    format_of,
    output_option,
)

__all__ = [
    "COLOURS",
    "COLUMNS_HELP",
    "All",
    "Arranging",
    "Ascii",
    "Color",
    "Columns",
    "CountryArguments",
    "Drawing",
    "ExitStatus",
    "Files",
    "Publishing",
    "Reading",
    "Selecting",
    "Width",
    "Writing",
    "by_key",
    "countries",
    "first_date",
    "format_of",
    "last_date",
    "output_option",
]
