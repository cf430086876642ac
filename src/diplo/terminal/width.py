"""The width of text in terminal cells, and where it breaks."""

from rich.cells import cell_len, chop_cells, set_cell_size


def wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces, and within words that are longer than the width.

    A width below one cell counts as one.
    """
    if cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = chop_cells(word, max(width, 1)) if cell_len(word) > width else [word]
        lines += pieces
    return [*lines, line]


def longest_word(text: str) -> int:
    """Return the width of the widest word."""
    return max(map(cell_len, text.split()), default=0)


def cells_of(text: str) -> int:
    """Return the width of a text on one line."""
    return cell_len(text)


def fit(text: str, width: int, dots: str) -> str:
    """Return a text of exactly this width: filled with spaces, or cut, with dots at the cut."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(width - cell_len(dots), 0)) + dots, width)
