"""What a text is that is not read as its name or --encoding says, and what to do about it."""

import codecs
import re

from diplo.reading import plain_text
from diplo.reading.files import BLANK, YAML, is_header
from diplo.terminal.errors import STANDARD_INPUT, Problem, fits
from diplo.terminal.shell import typed_name

_UTF_8 = "utf-8"
_TYPED = {"mac-roman": "macintosh", "euc_jp": "euc-jp", "euc_kr": "euc-kr"}  # for iconv

_BEGINNING = 2**14  # bytes
_YAML = re.compile(rb"---\s|(?:- +)?[a-z_]+:\s")
_SCRIPT = re.compile(rb"(?:(?:export )?(?:var|let|const) )?[\w.$]+ *= *[\[{]|export default [\[{]")


def other(content: bytes, form: str) -> str:
    """Say that what is called YAML or JSON is a table or YAML by how it begins, or nothing."""
    line = content.lstrip(BLANK).partition(b"\n")[0] + b"\n"
    called = "YAML" if form == YAML else "JSON"
    if is_header(line):
        return f"this is a table, not {called}; give the file a name that ends in .csv"
    if form != YAML and _SCRIPT.match(line):
        return "this is JavaScript, not JSON; delete what stands before the first bracket"
    if form != YAML and _YAML.match(line):
        return "this is YAML, not JSON; give the file a name that ends in .yaml"
    return plain(content)


def plain(content: bytes) -> str:
    """Say what a text is that is none of the formats, by how it is laid out, or nothing."""
    found = plain_text.said(content[:_BEGINNING].decode(errors="replace"))
    return f"this is {found}" if found else ""


def in_utf_8(problem: Problem, content: bytes, told: str | None) -> Problem:
    """Return the problem of what is not UTF-8 with the command that makes such text of it.

    The encoding is what is told, though of tables alone, or else the one that is likely. There is
    none where encodings are mixed, of which it would spoil one.
    """
    from diplo.reading import encodings  # noqa: PLC0415  (only mistakes need it)

    wrong = problem.message.partition(";")[0]
    if not (name := encodings.seeming(content)):
        is_mixed = b"\0" not in content and not encodings.is_utf_8(content)
        return problem._replace(message=f"{wrong}, {encodings.MIXED}") if is_mixed else problem
    if told and (known := codecs.lookup(told).name) != _UTF_8:
        name, why = known, ", as --encoding is for tables"
    else:
        why = f"; this is likely {name}"
    typed = _TYPED.get(name, name.replace("utf-16-", "utf-16"))
    file = "" if problem.file == STANDARD_INPUT else f" {typed_name(problem.file)}"
    how = f"save the file as UTF-8{why}: 'iconv -f {typed} -t utf-8{file}' prints it so"
    better = problem._replace(message=f"{wrong}; {how}")
    return better if fits(better) else problem
