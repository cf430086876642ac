"""The first paragraph of a note in Markdown, as plain text."""

import re

from diplo.terminal.text import fold_space

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPEN_COMMENT = re.compile(r"<!--.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
_BREAK = re.compile(r"\n[ \t]*\n")
# Headings, quotes, tables, lists, rules, code, pictures, admonitions and footnotes.
_NO_PARAGRAPH = re.compile(
    r"\s*(?:[#>|]|[*+-](?:\s|$)|[0-9]+[.)] |([*_=-])\1+(?:\s|$)"
    r"|```|~~~|!\[|!!!|\[\^[^\[\]]*\]:|$)"
)
# A few words in bold or italics that stand alone and end no sentence.
_HEADING = re.compile(r"([*_]{1,3})[^*_\n]{0,60}[^*_\n.!?…]\1:?$")
_FIELD = re.compile(r"\s*([*_]{1,3})[^*_]+(?::\1|\1:)")  # **Date:** 2001
# A footnote in the text, or a mark of one.
_FOOTNOTE = re.compile(r"\^\[[^\[\]]*\]|\[\^[^\[\]]*\]")
# A link holds no brackets, as text that opens many and closes none would take forever.
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")


def _between(sign: str, many: str) -> re.Pattern[str]:
    """Return a pattern for text between two signs that are no part of 2*3*4, a_b_c or a URL."""
    sign = re.escape(sign)
    return re.compile(
        rf"(?<![\w\\/{sign}])({sign}{many})(?=[^\s{sign}])([^{sign}]*[^\s{sign}])\1(?![\w/{sign}])"
    )


_CODE = re.compile(r"(?<!`)(`{1,2})([^`]+)\1(?!`)")
_MARKED = (_between("*", "{1,3}"), _between("_", "{1,3}"), _between("~", "{2}"), _CODE)
_NESTED = 2  # levels of what is marked: bold in italics


def first(text: str) -> str:
    """Return the first paragraph of a note, without headings, lists and pictures."""
    paragraphs = (
        _words(block) for block in _BREAK.split(_without_comments(text)) if _is_paragraph(block)
    )
    return next(filter(None, paragraphs), "")


def _without_comments(text: str) -> str:
    """Remove comments from a text; one that is not closed ends with its block."""
    closed, end, rest = text.rpartition("-->")
    return _COMMENT.sub("", closed + end) + _OPEN_COMMENT.sub("", rest)


def _is_paragraph(block: str) -> bool:
    """Say whether a block is a paragraph, and not a heading, a list or the like, or fields."""
    if _NO_PARAGRAPH.match(block):
        return False
    bare = _FOOTNOTE.sub("", block).strip()
    return not _HEADING.match(bare) and not all(map(_FIELD.match, bare.splitlines()))


def _words(block: str) -> str:
    """Return a paragraph without footnotes, link targets, and marks of bold, italics and code."""
    bare = _LINK.sub(lambda link: link[1] or link[2] or "", _FOOTNOTE.sub("", block))
    for _ in range(_NESTED):
        for marked in _MARKED:
            bare = marked.sub(r"\2", bare)
    return fold_space(bare)
