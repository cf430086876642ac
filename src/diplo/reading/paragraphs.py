"""The first paragraph of a note in Markdown, as its words."""

import re

from diplo.terminal.text import fold_space

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"\n[ \t]*\n")
# Headings (also in bold alone), quotes, tables, lists, rules, code, pictures, and footnotes.
_NO_PARAGRAPH = re.compile(
    r"\s*(?:[#>|]|[*+-](?:\s|$)|[0-9]+[.)] |([*_=-])\1+(?:\s|$)|([*_]{2})[^*_]+\2:?\s*$"
    r"|```|~~~|!\[|\[\^[^\[\]]*\]:|$)"
)
# A footnote's mark, or the whole of it within the text.
_FOOTNOTE = re.compile(r"\^\[[^\[\]]*\]|\[\^[^\[\]]*\]")
# None has a bracket within, or what only begins many would take forever.
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")


def _between(sign: str, many: str) -> re.Pattern[str]:
    """Return what stands between signs that are no part of 2*3*4, a_b_c or an address."""
    sign = re.escape(sign)
    return re.compile(
        rf"(?<![\w\\/{sign}])({sign}{many})(?=[^\s{sign}])([^{sign}]*[^\s{sign}])\1(?![\w/{sign}])"
    )


_CODE = re.compile(r"(?<!`)(`{1,2})([^`]+)\1(?!`)")
_MARKED = (_between("*", "{1,3}"), _between("_", "{1,3}"), _between("~", "{2}"), _CODE)
_NESTED = 2  # levels of what is marked: bold in italics


def first(text: str) -> str:
    """Return the first paragraph of a note, without headings, lists and pictures."""
    blocks = _BREAK.split(_COMMENT.sub("", text))
    told = (_words(block) for block in blocks if not _NO_PARAGRAPH.match(block))
    return next(filter(None, told), "")


def _words(block: str) -> str:
    """Return a paragraph without footnotes, links and the marks of bold, italics and code."""
    bare = _LINK.sub(lambda link: link[1] or link[2] or "", _FOOTNOTE.sub("", block))
    for _ in range(_NESTED):
        for marked in _MARKED:
            bare = marked.sub(r"\2", bare)
    return fold_space(bare)
