"""Country names in the markup of pages and wikis: Bosnia &amp; Herzegovina, {{flag|Norway}}."""

import re

from diplo.reading.maps.syntax import TAGS
from diplo.terminal.text import fold_space, shown

_ENTITY = re.compile("&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{(?:[^{}|]*\|)?([^{}|]+)(?:\|[^{}]*)?\}\}")


def plain(text: str) -> str | None:
    """Return a text with its HTML entities decoded, or the names in its wiki templates, if any."""
    if has_entities(text):
        return fold_space(_unescaped(text).replace("\xa0", " "))
    names = _TEMPLATE.findall(text) if "{{" in text else []
    return "; ".join(map(fold_space, names)) if names else None


def has_entities(text: str) -> bool:
    """Say whether a text has HTML entities."""
    return "&" in text and any(
        not _unescaped(entity).endswith(";") for entity in _ENTITY.findall(text)
    )


def message(text: str, meant: str) -> str:
    """Return the message on a text with markup; `meant` is the text without it."""
    advice = f"write {shown(meant)}" if meant else "leave it blank"
    if has_entities(text):
        return (
            f"{shown(text)} has entities of HTML: {advice}, or say in a map (--map) strip: {TAGS}"
        )
    return f"{shown(text)} is a template of a wiki: {advice}"


def _unescaped(text: str) -> str:
    from html import unescape  # noqa: PLC0415  (few tables need it)

    return unescape(text)
