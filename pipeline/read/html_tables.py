"""The grid of an HTML table (HTML Living Standard, 4.9.12: forming a table), and tables that lay out a whole page."""

from collections.abc import Callable, Iterator

from notula.models.source import Cell, Line, Origin, Table
from notula.pipeline.read.html_style import Element, css_of, is_shown
from notula.pipeline.read.lines import check_grid

_MOST_COLUMNS = 100  # the standard allows 1,000 a cell; minutes never need them
_FEWEST_LINKS = 3  # of a menu
_MOST_BESIDE = 1.5  # times as much as beside it, at least, has the text of a page
_FEWEST_PARTS = 3  # of the text of a page: paragraphs, lists, headings, tables


def lay_out(table: Element, read_cell: Callable[[Element], tuple[Line | Table, ...]]) -> Table:
    """A table with its cells placed, each read by ``read_cell``."""
    rows = list(_rows(table))
    taken: dict[int, int] = {}  # by column: the first row that is free again
    cells: list[Cell] = []
    header, heading = 0, True
    for at, (row, in_head) in enumerate(rows):
        placed = list(row.iterchildren("td", "th"))
        heading = heading and bool(placed) and (in_head or all(cell.tag == "th" for cell in placed))
        header += heading
        column = 0
        for cell in placed:
            while taken.get(column, 0) > at:
                column += 1
            columns = min(_span(cell, "colspan") or 1, _MOST_COLUMNS)
            down = min(_span(cell, "rowspan") or len(rows), len(rows) - at)
            if column >= _MOST_COLUMNS:
                break
            cells.append(Cell(at, column, read_cell(cell), down, columns))
            for covered in range(column, column + columns):
                taken[covered] = at + down
            column += columns
    width = max((cell.column + cell.columns for cell in cells), default=0)
    check_grid(len(rows), width)
    return Table(tuple(cells), len(rows), width, header_rows=header if header < len(rows) else 0)


def page_cells(table: Element) -> list[tuple[Element, Origin]]:
    """The cells of a table that lays out a page, and which part of it each is; nothing where a table is none.

    Such a table has a cell with a menu of links and one with the text of the page; below that stands the page's foot.
    Or it has one row, with headings in every cell and hardly anything beside the text, which then comes first.
    """
    cells = [(at, cell) for at, (row, _) in enumerate(_rows(table)) for cell in row.iterchildren("td", "th")]
    menus = [cell for _, cell in cells if _is_menu(cell)]
    text = next((at for at, cell in cells if cell not in menus and _has_parts(cell)), None)
    if text is None or any(cell.tag == "th" for _, cell in cells):
        return []
    if not menus:
        return [(cell, "body") for cell in _text_first([cell for _, cell in cells])] if cells[-1][0] == 0 else []
    return [(cell, "header" if cell in menus else "footer" if at > text else "body") for at, cell in cells]


def _text_first(cells: list[Element]) -> list[Element]:
    """The cells of a row that is the whole page, the one with its text first; nothing where they are something else."""
    lengths = [len("".join(cell.itertext()).strip()) for cell in cells]
    main = lengths.index(max(lengths))
    beside = [cell for at, cell in enumerate(cells) if at != main and lengths[at]]
    small = max(lengths) >= _MOST_BESIDE * (sum(lengths) - max(lengths))
    whole = beside and small and _has_parts(cells[main]) and all(map(_is_headed, [cells[main], *beside]))
    return [cells[main], *beside] if whole else []


def _is_headed(cell: Element) -> bool:
    return next(cell.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None


def _is_menu(cell: Element) -> bool:
    """Whether a cell holds hardly anything but links."""
    links = [len("".join(link.itertext()).strip()) for link in cell.iter("a")]
    return len(links) >= _FEWEST_LINKS and 2 * sum(links) >= len("".join(cell.itertext()).strip())


def _has_parts(cell: Element) -> bool:
    return len(list(cell.iter("p", "ul", "ol", "h1", "h2", "h3", "h4", "table"))) >= _FEWEST_PARTS


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The shown rows of a table, not those of tables in it, and whether each is in its head; its foot comes last."""
    feet: list[Element] = []
    for part in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if not is_shown(part, css_of(part)):
            continue
        rows = [part] if part.tag == "tr" else list(part.iterchildren("tr"))
        rows = [row for row in rows if is_shown(row, css_of(row))]
        if part.tag == "tfoot":
            feet.extend(rows)
        else:
            yield from ((row, part.tag == "thead") for row in rows)
    yield from ((row, False) for row in feet)


def _span(cell: Element, name: str) -> int:
    """How many rows or columns a cell says it covers (0: all that are left, for rows)."""
    value = (cell.get(name) or "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
