"""What a case of the catalogue is, and short ways to write one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

Content = str | bytes | Callable[[], bytes]  # the last is made only where it is written

# A good file, which declares its country, so that none need be looked up elsewhere.
GOOD = """\
events:
- {id: a, date: 2021-01-02, title: T, type: treaty, countries: [norway]}
countries: {NOR: {name: Norway}}
"""
OTHER_USER = "setpriv --reuid=65534 --regid=65534 --clear-groups --"


class Case(NamedTuple):
    """What is wrong, what is given, and what must come of it.

    The content is written to `file`, where that has a name, beside the good file `ok.yaml` and
    others. Without a command of its own, a case is a timeline of its file. A case of several parts
    has a message for each of them.
    """

    what: str
    content: Content = ""
    status: int = 65
    line: int | None = None  # of the file, which the first message names
    says: str = ""  # in the first message
    file: str = "in.yaml"
    command: str = ""  # for bash
    prints: tuple[str, ...] = ()  # on standard output
    never: tuple[str, ...] = ()  # nowhere on standard output
    parts: tuple["Case", ...] = ()
    others: Mapping[str, Content] = MappingProxyType({})  # files beside it
    keys: str | None = None  # that are pressed in a terminal, where it has one


def event(*more: str, **fields: str) -> str:
    """Return one event in YAML, each field on its own line; lines may follow."""
    good = {"id": "a", "date": "2021-01-02", "title": "T", "type": "treaty"}
    lines = [
        f"{key}: {value}" for key, value in {**good, "countries": "[norway]", **fields}.items()
    ]
    return "- " + "\n  ".join([*lines, *more]) + "\n"


def json_event(**fields: str) -> str:
    """Return one event in JSON, on one line; the values are JSON too."""
    good = {"id": '"a"', "date": '"2021"', "title": '"T"', "countries": '["NO"]'}
    return "{" + ", ".join(f'"{k}": {v}' for k, v in {**good, **fields}.items()) + "}"


def together(what: str, *cases: Case) -> Case:
    """Return the case of one file that has the events of several cases, at most 20."""
    content, parts = "", []
    for case in cases:
        assert isinstance(case.content, str)
        assert case.line is not None
        parts.append(case._replace(line=content.count("\n") + case.line))
        content += case.content
    return Case(what, content, parts=tuple(parts))


def beside(what: str, *cases: Case) -> Case:
    """Return the case of the files of several cases, each of which cannot be parsed; at most 20."""
    parts = tuple(case._replace(file=f"{n}-{case.file}") for n, case in enumerate(cases))
    given = " ".join(["diplo timeline", *(f"--events {part.file}" for part in parts)])
    return Case(what, file="", command=given, parts=parts)


def in_rows(
    what: str, header: str, *cells: tuple[str, str], status: int = 65, options: str = ""
) -> Case:
    """Return the case of a table whose rows are wrong, each in a way that is told: at most 20.

    The header has a `*` before the column that differs; the others are as they should be.
    """
    names = header.split(",")
    good = {"Date": "2021", "End": "2021", "Country": "Norway", "Title": "T", "Type": "treaty"}
    at = next(index for index, name in enumerate(names) if name.startswith("*"))
    lines, parts = [header.replace("*", "")], []
    for cell, says in cells:
        row = [good.get(name, "") for name in names]
        row[at] = '"{}"'.format(cell.replace('"', '""'))
        number = "".join(lines).count("\n") + len(lines) + 1
        lines.append(",".join(row))
        parts.append(Case(f"{what}: {cell}", file="in.csv", line=number, says=says))
    content = "".join(f"{line}\n" for line in lines)
    given = f"diplo timeline --events in.csv {options}".rstrip()
    return Case(what, content, status, file="in.csv", command=given, parts=tuple(parts))


def table(
    what: str,
    content: Content,
    status: int = 65,
    says: str = "",
    prints: tuple[str, ...] = (),
    *,
    file: str = "in.csv",
    options: str = "",
    **others: Content,
) -> Case:
    """Return the case of a timeline of a table, with options."""
    given = f"diplo timeline --events {file} {options}".rstrip()
    named = {name.replace("_", "."): each for name, each in others.items()}
    return Case(what, content, status, None, says, file, given, prints, others=named)


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def command(given: str, status: int = 2, says: str = "", what: str = "") -> Case:
    """Return the case of a bash command line."""
    return Case(what or given, status=status, says=says, file="", command=given)


def norway(options: str, status: int = 2, says: str = "", what: str = "") -> Case:
    """Return the case of `diplo timeline norway` with options (and redirections) of the shell."""
    return command(f"diplo timeline norway {options}", status, says, what or options)


def printing(given: str, *prints: str, never: tuple[str, ...] = (), status: int = 0) -> Case:
    """Return the case of a bash command line that succeeds."""
    return command(given, status)._replace(prints=prints, never=never)


def each(commands: tuple[str, ...], rest: str, status: int = 2, says: str = "") -> tuple[Case, ...]:
    """Return the cases of several commands with the same options."""
    return tuple(command(f"diplo {name} {rest}", status, says) for name in commands)
