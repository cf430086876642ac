"""Markdown: tables in GitHub's syntax, with event text escaped so that none acts as markup."""

import re
from collections.abc import Iterator, Sequence

from diplo.formats import Stream
from diplo.reports import Column, Report
from diplo.reports.story import Section, Story
from diplo.terminal.text import fold_space

# Escaping these disables the markup of CommonMark, GitHub's tables and links, and the usual
# extensions (emoji, footnotes, mathematics). A colon only acts before text: ":tada:", "://".
_ACTIVE = re.compile(r"[\\`*_\[<#~&$@|]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
_EDGE = re.compile(r"\A\s|\s\Z")


def write(report: Report, stream: Stream) -> None:
    """Write the table's columns: the story first, then each part beside it under a heading."""
    stream.write("\n".join(_blocks(report)))


def _blocks(report: Report) -> Iterator[str]:
    story = report.shown
    if not isinstance(story, Story):
        yield _table(report.table, report.rows)
        return
    if story.grouped and story.sections:
        yield from _headed(report, story.sections)
    else:
        apart = {aside.part for aside in story.asides}
        yield _table(report.table, [row for row in report.rows if row.part not in apart])
    yield from _headed(report, story.asides)


def _headed(report: Report, sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield f"## {_escaped(section.heading)}\n"
        yield _table(report.table, section.rows)


def _table(columns: Sequence[Column], rows: Sequence[object]) -> str:
    lines = [
        [_escaped(column.heading) for column in columns],
        ["---:" if column.right else "---" for column in columns],
        *([_escaped(column.text(row)) for column in columns] for row in rows),
    ]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _escaped(text: str) -> str:
    """Return text on one line, escaped so that it is shown literally."""
    line = _ACTIVE.sub(r"\\\g<0>", fold_space(text))
    # A renderer may trim whitespace left at the ends, such as a no-break space.
    return _EDGE.sub(lambda found: f"&#{ord(found[0])};", line)
