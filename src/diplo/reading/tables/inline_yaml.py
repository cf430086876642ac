"""Values as YAML has them on one line, in maps that are begun and in messages that propose one."""

import re
from collections.abc import Mapping

from diplo.terminal.text import escape

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()-]*[\w.)])?")


def quoted(text: str) -> str:
    """Return a text in the quotes of YAML."""
    told = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{told if told.isprintable() else escape(told)}"'


def plain(text: str) -> str:
    """Return a text as people would write it, in quotes only where YAML needs them."""
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else quoted(text)


def template(data: object) -> str:
    """Return a template, or a list or a mapping of templates."""
    if isinstance(data, Mapping):
        return f"{{{', '.join(f'{key}: {template(each)}' for key, each in data.items())}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(template, data))}]"
    return quoted(str(data))


def mapping(data: Mapping[str, str]) -> str:
    """Return a mapping of texts, as people would write it."""
    return f"{{{', '.join(f'{plain(key)}: {plain(each)}' for key, each in data.items())}}}"
