"""What a text is that is not read as its name or --encoding says, and what to do about it."""

import codecs

from diplo.reading.tables import encodings
from diplo.terminal.errors import STANDARD_INPUT, Problem, fits, typed_name

_UTF_8 = "utf-8"
_TYPED = {"mac-roman": "macintosh", "euc_jp": "euc-jp", "euc_kr": "euc-kr"}  # for iconv


def in_utf_8(problem: Problem, content: bytes, told: str | None) -> Problem:
    """Return the problem of what is not UTF-8 with the command that makes such text of it.

    The encoding is what is told, though of tables alone, or else the one that is likely.
    """
    if not (name := encodings.seeming(content)):
        return problem
    if told and (known := codecs.lookup(told).name) != _UTF_8:
        name, why = known, ", as --encoding is for tables"
    else:
        why = f"; this is likely {name}"
    typed = _TYPED.get(name, name.replace("utf-16-", "utf-16"))
    file = "" if problem.file == STANDARD_INPUT else f" {typed_name(problem.file)}"
    wrong = problem.message.partition(";")[0]
    how = f"save the file as UTF-8{why}: 'iconv -f {typed} -t utf-8{file}' prints it so"
    better = problem._replace(message=f"{wrong}; {how}")
    return better if fits(better) else problem
