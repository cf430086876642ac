"""Values as YAML has them on one line, in maps that are begun and in messages that propose one."""

import re
from collections.abc import Callable, Mapping

from diplo.terminal.text import escape

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()-]*[\w.)])?")


def quoted(data: object) -> str:
    """Return a text in the quotes of YAML, or a list or a mapping of such texts."""
    return _written(data, _in_quotes)


def plain(data: object) -> str:
    """Return the same as people would write it, in quotes only where YAML needs them."""
    return _written(data, _plain)


def _written(data: object, text: Callable[[str], str]) -> str:
    if isinstance(data, Mapping):
        pairs = (f"{_plain(key)}: {_written(each, text)}" for key, each in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(_written(each, text) for each in data)}]"
    return text(str(data))


def _in_quotes(text: str) -> str:
    told = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{told if told.isprintable() else escape(told)}"'


def _plain(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else _in_quotes(text)
