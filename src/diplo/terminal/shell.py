"""Texts as people type them in a shell, where a message gives a command."""

import re
import shlex

from diplo.terminal.errors import file_name
from diplo.terminal.text import shown

_LONGEST = 60  # characters
_PLAIN = re.compile(r"[\w@%+=:,./-]+")  # a word for a shell
_ACTING = re.compile(r"[\"\\$`]")  # in double quotes


def typed_name(name: str) -> str:
    """Return the name of a file as it is typed in a command that a message gives.

    Nothing in it acts in a shell: another quotes, as single quotes stand about the command.
    """
    safe = f"./{name}" if name.startswith("-") else name
    return in_double_quotes(file_name(safe))


def in_double_quotes(text: str) -> str:
    """Return a text as it is typed in a shell, in double quotes where it needs any."""
    return text if _PLAIN.fullmatch(text) else '"' + _ACTING.sub(r"\\\g<0>", text) + '"'


def quoted(text: str) -> str:
    """Return a text as one types it in a shell, an apostrophe being within double quotes."""
    return in_double_quotes(text) if "'" in text else shlex.quote(text)


def repeated(text: str) -> str:
    """Return a text as one types it in a shell, or in a message as others are where it is long."""
    return quoted(text) if len(text) <= _LONGEST else shown(text, _LONGEST)
