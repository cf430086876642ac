"""Quote texts as they are typed in a shell, for the commands in messages."""

import re
import shlex

from diplo.terminal.errors import file_name
from diplo.terminal.text import shown

_LONGEST = 60  # characters
_PLAIN = re.compile(r"[\w@%+=:,./-]+")  # a word that needs no quotes
_ACTING = re.compile(r"[\"\\$`]")  # special within double quotes


def typed_name(name: str) -> str:
    """Return the name of a file as it is typed in a command within a message.

    It goes in double quotes if it needs any, as messages put single quotes around commands.
    """
    safe = f"./{name}" if name.startswith("-") else name
    return in_double_quotes(file_name(safe))


def in_double_quotes(text: str) -> str:
    """Return a text as it is typed in a shell, in double quotes if it needs any."""
    return text if _PLAIN.fullmatch(text) else '"' + _ACTING.sub(r"\\\g<0>", text) + '"'


def quoted(text: str) -> str:
    """Return a text as it is typed in a shell, in double quotes if it has an apostrophe."""
    return in_double_quotes(text) if "'" in text else shlex.quote(text)


def echoed(text: str) -> str:
    """Return a text as it is typed in a shell or, if it is long, as messages show a text."""
    return quoted(text) if len(text) <= _LONGEST else shown(text, _LONGEST)
