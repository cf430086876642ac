"""Write values as YAML on one line, for new maps and for messages that propose one."""

import re
from collections.abc import Callable, Mapping

from diplo.terminal.text import escape

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()-]*[\w.)])?")


def quoted(data: object) -> str:
    """Write a text, or a list or mapping of texts, in double quotes."""
    return _written(data, _in_quotes)


def plain(data: object) -> str:
    """Write the same as people would, in quotes only where YAML may need them."""
    return _written(data, _plain)


def values(key: str, text: str, meant: object = None) -> str:
    """Write the `values` of a map that say what a text means under a key, `...` where unknown."""
    meaning = "..." if meant is None else plain(meant)
    return f"values: {{{_plain(key)}: {{{_plain(text)}: {meaning}}}}}"


def _written(data: object, text: Callable[[str], str]) -> str:
    if isinstance(data, Mapping):
        pairs = (f"{_plain(key)}: {_written(value, text)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(_written(value, text) for value in data)}]"
    return text(str(data))


def _in_quotes(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted if quoted.isprintable() else escape(quoted)}"'


def _plain(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else _in_quotes(text)
