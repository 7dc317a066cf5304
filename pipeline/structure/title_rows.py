"""Titles of columns in two rows: one over several ("Pelaksana" over "Bagian" and "Nama"), the others over both rows."""

from notula.models.blocks import Grid, GridCell

_LONGEST = 40  # characters


def lower_titles(grid: Grid, index: int) -> dict[int, str]:
    """The titles by column that stand below one over several of them in a row; nothing where a row is the last one."""
    if index + 2 >= len(grid.rows):
        return {}
    row, below = grid.rows[index], grid.rows[index + 1]
    found = {at: below[at].text.strip() for at in range(len(row)) if _spans(row, at)}
    others = (at for at in range(len(row)) if at not in found)
    apart = all(below[at].start == row[at].start or not below[at].text.strip() for at in others)
    whole = all(0 < len(title) <= _LONGEST for title in found.values())
    own = all(not below[at].derived for at in found)
    return found if apart and whole and own else {}


def _spans(row: tuple[GridCell, ...], at: int) -> bool:
    """Whether the cell of a column is one over several columns."""
    beside = (row[near] for near in (at - 1, at + 1) if 0 <= near < len(row))
    return bool(row[at].text.strip()) and any(cell.start == row[at].start for cell in beside)
