"""Texts whose letters were garbled or lost on their way through a spreadsheet or the like."""

import re

from diplo.terminal.text import shown

_READ_AS = "windows-1252"  # by mistake
_NEXT = re.escape(bytes(range(0x80, 0xC0)).decode(_READ_AS, "ignore"))
# What UTF-8's bytes of Latin, Greek and Cyrillic letters, and of dashes and quotes, look like then.
# A quote, a dash or the like may also follow a capital at the end of a word: »PÅ«.
_ENDS = "«»‹›“”„‘’‚–—…"
_PAIR = f"[ÂÃÄÅÎÏÐÑ][{_NEXT}]"
_GARBLED = re.compile(f"(?:{_PAIR}){{2,}}|(?!.[{_ENDS}](?!\\w)){_PAIR}|(?:â[{_NEXT}]{{2}})+")
_LOST = "\ufffd"
_CURE = "take the text from its source again"


def garbled(text: str) -> str:
    """Say what is wrong with the letters of a text, and what it may have been; empty if nothing."""
    if _LOST in text:
        return f"U+FFFD stands where a letter was lost; {_CURE}"
    meant = _GARBLED.sub(lambda found: found[0].encode(_READ_AS).decode(errors="replace"), text)
    if meant == text or _LOST in meant:
        return ""
    return f"UTF-8 was read as {_READ_AS} here; {shown(meant)} is meant: {_CURE}"
