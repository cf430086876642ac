"""Advice within messages: which map to use, how to begin one, and a formula for spreadsheets."""

from os.path import splitext

from diplo.terminal.errors import STANDARD_INPUT, Problem
from diplo.terminal.shell import typed_name
from diplo.terminal.text import refused_in

ALONE = "its table is read from a file of its own that ends in .txt"  # of a note
DATED_LINES = (
    "its lines with dates are not read: make them a table (date, country, title) in a file of its "
    "own, or each a note with 'date: 1949-04-04' in its front matter"
)


def shipped(like: str) -> str:
    """Recommend the shipped map for the data that this looks like."""
    return f"this looks like {like}: give --map {like}"


def begins(name: str) -> str:
    """Return the clause that names the command to begin a map for a file or standard input."""
    if name == STANDARD_INPUT:
        return ", which 'diplo maps FILE' begins for a file"
    return f", which 'diplo maps {typed_name(name)}' begins"


def of_lists(name: str, first: str) -> str:
    """Return the command that makes a table of lists, of which this is the first.

    It is empty unless they are lists of plain values.
    """
    from json import loads  # noqa: PLC0415  (only mistakes need it)

    try:
        row = loads(first)
    except (ValueError, RecursionError):
        return ""
    if not (isinstance(row, list) and row) or any(isinstance(cell, dict | list) for cell in row):
        return ""
    command = "jq -r @csv"
    if name != STANDARD_INPUT:
        command += f" {typed_name(name)} >{typed_name(f'{splitext(name)[0]}.csv')}"
    return f"'{command}' makes a table of such lists"


def by_formula(problem: Problem) -> Problem:
    """Say of a character in a spreadsheet, where few can see or type it, what removes it."""
    character = refused_in(problem.message) if problem.is_in_sheet else ""
    if not character:
        return problem
    formula = f'=SUBSTITUTE(A1,UNICHAR({ord(character)}),"")'
    return problem._replace(message=f"{problem.message}, as the formula {formula} does for A1")
