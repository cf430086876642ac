"""Whether an encoding can show a text, and what to show in place of what it cannot."""

_PLAINER = {"–": "-", "·": "."}


def can_show(text: str, encoding: str) -> bool:
    """Say whether an encoding has every character of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def encodable(text: str, encoding: str) -> str:
    """Return the text with a plainer form, or "?", for each character that an encoding lacks."""
    if can_show(text, encoding):
        return text
    for fine, plain in _PLAINER.items():
        if not can_show(fine, encoding):
            text = text.replace(fine, plain)
    return text.encode(encoding, "replace").decode(encoding)
