"""Headers on two lines: names of columns that stand above others."""

import itertools
from collections.abc import Iterable, Sequence

from diplo.terminal.text import fold_space


def of_two_lines(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the names of columns, if some stand in a header and others above it; else none.

    A name that is repeated follows what heads its group of columns. A name above must stand over
    cells: it may be a remark on the table, beside its title.
    """
    lines = ([*map(fold_space, row)] for row in rows[max(at - 1, 0) : at + 1])
    pairs = [pair for pair in itertools.zip_longest(*lines, fillvalue="") if len(pair) > 1]
    alone = [column for column, (upper, lower) in enumerate(pairs) if upper and not lower]
    is_title = sum(bool(upper) for upper, _ in pairs) == 1
    if is_title or not alone or any(pairs[column][0].isdecimal() for column in alone):
        return []
    names = _joined(pairs)
    is_sure = len({*names}) == len(names) and _are_over_cells(alone, rows[at], rows[at + 1 :])
    return names if is_sure else []


def _joined(pairs: Sequence[tuple[str, ...]]) -> list[str]:
    """Return one name for each column of two lines; a group's name holds up to the next."""
    lowers = [lower for _, lower in pairs]
    names, group = [], ""
    for number, (upper, lower) in enumerate(pairs, 1):
        group = (upper if lower else "") if upper else group
        whole = f"{group} {lower}" if lower and lowers.count(lower) > 1 else lower
        names.append((whole.strip() or upper).rstrip("?") or f"column {number}")
    return names


def _are_over_cells(
    columns: Iterable[int], header: Sequence[str], below: Sequence[Sequence[str]]
) -> bool:
    """Say whether a header reaches to all these columns, and rows below it fill them, if any."""
    return all(
        column < len(header)
        and (not below or any("".join(row[column : column + 1]).strip() for row in below))
        for column in columns
    )
