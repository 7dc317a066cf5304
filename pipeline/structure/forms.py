"""Form tables: rows of label and value, unrolled into openings and the blocks under them; tables that are lists."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block, Grid, GridCell
from notula.models.sections import SectionKind
from notula.pipeline.structure.columns import read_columns, section_kind
from notula.pipeline.structure.form_tables import NUMBERS, Inner, cell_words, inner_tables, label_blocks, narrowed
from notula.pipeline.structure.header_forms import is_box
from notula.pipeline.structure.labels import Labels, Opening
from notula.pipeline.structure.markers import dictum_value
from notula.pipeline.structure.page_headers import PAGE_TAIL
from notula.pipeline.structure.section_kinds import POINTS, ROSTER
from notula.pipeline.structure.shapes import part
from notula.pipeline.structure.soft_lines import lines_apart
from notula.pipeline.structure.title_lines import announces
from notula.pipeline.text import fold

_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]?\s*")
# Fields that tell a numbered form from a numbered list of offices and their holders.
_OF_FORMS = ("date", "time", "place")
_OF_HEADERS = (*_OF_FORMS, "chair", "note_taker", "title")
_HEADER_LABELS = 2  # below the first row of a form, at least
_OF_TALK = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_OFFICES = {"jabatan", "nama"}  # titles of a list of offices and their holders
# What the heading of minutes begins with, in a row above those of a form ("RSUD Melati | NOTULEN RAPAT | No. 3").
_TITLED = re.compile(
    r"\s*(?:notul\w*|risalah|berita acara|minutes|mom|catatan (?:rapat|pertemuan)|resume|hasil rapat)\b", re.IGNORECASE
)
_TOPIC_WORDS = 4  # of a topic that ends with a full stop
_AGENDA_WORDS = 30  # at most, in the value of "Yang dibahas" of a form
_BLANK_LABEL_WORDS = 4  # words of a label that nothing stands beside
_TASK_LABEL_WORDS = 6  # at most, of a label in which words for tasks or decisions stand beside others
_LONGEST_ANNOUNCED = 60  # characters
_HALF = 0.5
_SEVERAL_LABELS = 2  # in one cell


class Unit(NamedTuple):
    """A block in reading order.

    ``opening`` is set where a form's label cell says what it opens; ``held`` where a form's value cell belongs to it.
    """

    block: Block
    opening: Opening | None = None
    held: bool = False


def unroll(blocks: tuple[Block, ...], labels: Labels) -> Iterator[Unit]:
    """The blocks with form tables taken apart; other tables stay whole."""
    for block in (_with_values_apart(block, labels) for block in blocks):
        inner = list(inner_tables(block.table, labels)) if block.table is not None else []
        if block.table is not None and inner and is_form(_without(block.table, inner), labels):
            yield from _around(block, block.table, inner, labels)
        elif block.table is not None and is_form(block.table, labels):
            yield from _form(block.table, labels)
        elif block.table is not None and is_box(block.table, labels):
            yield from _boxed(block.table, labels)
        elif block.table is not None and _is_ruling(block.table):
            yield from _ruled(block.table)
        else:
            yield Unit(block)


def _with_values_apart(block: Block, labels: Labels) -> Block:
    """A block; a table with a block for each line of the values that stand in one paragraph beside several labels."""
    counts = [len(label_blocks(row[0], labels)) for row in block.table.rows] if block.table is not None else []
    if block.table is None or max(counts, default=0) < _SEVERAL_LABELS:
        return block
    rows = tuple(map(_cut_like, block.table.rows, counts))
    return replace(block, table=replace(block.table, rows=rows))


def _cut_like(row: tuple[GridCell, ...], labels: int) -> tuple[GridCell, ...]:
    """A row, the paragraphs of as many lines as there are labels cut into these."""

    def cut(cell: GridCell) -> GridCell:
        alike = labels >= _SEVERAL_LABELS and len(cell.blocks) == 1 and len(cell.blocks[0].lines) == labels
        return replace(cell, blocks=tuple(lines_apart(cell.blocks[0]))) if alike else cell

    return (row[0], *map(cut, row[1:]))


def _around(block: Block, whole: Grid, inner: list[Inner], labels: Labels) -> Iterator[Unit]:
    """The rows of a form, and the tables that stand among them whole."""
    starts = {each.rows.start: each for each in inner}
    ends = sorted({0, len(whole.rows), *starts, *(each.rows.stop for each in inner)})
    for first, last in itertools.pairwise(ends):
        grid = replace(whole, rows=whole.rows[first:last], header=0)
        if first not in starts:
            yield from _form(grid, labels)
            continue
        own = starts[first]
        if own.label is not None:
            yield from _row(own.label, label_blocks(own.label, labels), [], labels)
        grid = replace(grid, rows=tuple(row[own.column :] for row in grid.rows[own.over :]))
        start, end = grid.rows[0][0].start, max(cell.end for cell in grid.rows[-1])
        text = block.text[start - block.start : end - block.start]
        yield Unit(replace(block, start=start, end=end, text=text, table=narrowed(grid)))


def _without(grid: Grid, inner: list[Inner]) -> Grid:
    """A table without the rows of others."""
    kept = (row for at, row in enumerate(grid.rows) if not any(at in each.rows for each in inner))
    return replace(grid, rows=tuple(kept), header=0)


def _own_blocks(grid: Grid) -> Iterator[Block]:
    """The blocks of a table's cells in reading order, those of a merged cell once."""
    return (block for row in grid.rows for cell in row if not cell.derived for block in cell.blocks)


def _boxed(grid: Grid, labels: Labels) -> Iterator[Unit]:
    """What stands in the cells of a header; those who were there, behind their label, end with their cell."""
    for block in _own_blocks(grid):
        opening = labels.opening(block.text)
        if opening is not None and opening.kind in ROSTER and opening.has_value(block.text):
            yield Unit(part(block, 0, opening.value), opening)
            yield Unit(part(block, opening.value, len(block.text)), held=True)
        else:
            yield Unit(block)


def _is_ruling(grid: Grid) -> bool:
    """Whether the first cells of a table number what was ruled ("KESATU | : | ...", "KEDUA | : | ...")."""
    return all(dictum_value(row[0].text) == count for count, row in enumerate(grid.rows, start=1))


def _ruled(grid: Grid) -> Iterator[Unit]:
    """What each row rules, as an item that its first cell marks, and what else stands in the row."""
    for row in grid.rows:
        blocks = [block for cell in row[1:] if not cell.derived for block in cell.blocks if block.text.strip(" :")]
        for block in blocks[:1]:
            yield Unit(replace(block, kind="item", marker=row[0].text.strip(" :"), level=0))
        yield from (Unit(block, held=True) for block in blocks[1:])


def is_form(grid: Grid, labels: Labels) -> bool:
    """Whether a table is a form: a good part of its rows start with a known label, or its titles are all labels."""
    if not grid.rows or len(grid.rows[0]) < 2:
        return False
    if _is_upright(grid, labels):
        return True
    offices = {fold(cell.text).strip(" :") for cell in grid.rows[0]} >= _OFFICES
    if offices or (len(grid.rows) > 2 and (_is_titled(grid, labels) or _gives_tasks(grid, labels))):
        return False
    rows = _rows(grid)
    if len(rows[0]) < len(grid.rows[0]) and not any(labels.words.field(row[0].text) in _OF_FORMS for row in rows):
        return False
    labelled = [row for row in rows if _labels_in(row, labels)]
    of_next = next((at for at, row in enumerate(rows) if at and not row[0].derived and _is_of_next(row[0])), len(rows))
    own = [row for row in rows[:of_next] if _labels_in(row, labels)]
    answered = [fold(row[0].text) for row in own if any(cell.text.strip(" :") for cell in row[1:])]
    fields = {labels.words.field(cell_words(row[0])) for row in own} & {*_OF_FORMS}
    if len({*answered}) < len(answered) and len(fields) < _HEADER_LABELS:
        return False  # a form asks for nothing twice, but topic by topic below the header of minutes
    known = len(labelled)
    known += sum(1 for row in rows if len(row) == 4 and _is_second_label(row, labels))
    colons = len(grid.rows[0]) == 3 and all(row[1].text.strip() == ":" for row in grid.rows)
    sure = known if colons else sum(1 for row in rows if any(_field(cell, labels) for cell in row[:1]))
    sure = sure or sum(1 for row in rows if len(row) == 2 and labels.words.kind(cell_words(row[0])) in ROSTER)
    sections = len(labelled) == len(rows) > 1  # "Peserta | ...", "Hasil | ...", "Tindak Lanjut | ..."
    asks = known >= 2 and known * 5 >= len(rows) * 2 and (sure >= 1 or sections)
    return asks or (len(rows) == 1 and known == sure == 1)


def _is_of_next(cell: GridCell) -> bool:
    """Whether a cell heads the day and place of the next meeting."""
    text = fold(cell_words(cell))
    return len(text) < _LONGEST_ANNOUNCED and announces(text)


def _is_titled(grid: Grid, labels: Labels) -> bool:
    """Whether the first row holds nothing but labels of sections, or two of the talk: the titles of a table of it."""
    filled = [cell.text for cell in grid.rows[0] if cell.text.strip() and not cell.derived]
    titles = [text for text in filled if fold(text).strip(" .") not in NUMBERS]
    found = [labels.opening(text) or labels.opening(text.partition("/")[0].strip()) for text in titles]
    sections = [each.kind for each in found if each is not None and each.field is None]
    return len(titles) > 2 and (len(sections) == len(titles) or sum(kind in _OF_TALK for kind in sections) > 1)


def _gives_tasks(grid: Grid, labels: Labels) -> bool:
    """Whether the titles of a table's columns are those of follow-ups, and not the first of a header's labels."""
    if section_kind(read_columns(grid, labels.words.lexicon)) is not SectionKind.FOLLOW_UPS:
        return False
    below = [labels.words.field(cell_words(row[0])) for row in grid.rows[1:] if label_blocks(row[0], labels)]
    return sum(field in _OF_HEADERS for field in below) < _HEADER_LABELS


def _is_second_label(row: tuple[GridCell, ...], labels: Labels) -> bool:
    """Whether the third of four cells is a label of a header and the fourth its value."""
    return _field(row[2], labels) and bool(row[3].text.strip()) and not label_blocks(row[3], labels)


def _is_upright(grid: Grid, labels: Labels) -> bool:
    """Whether the rows of a table are by turns the labels of a header and their values."""
    titles, values = grid.rows[::2], grid.rows[1::2]
    if len(titles) != len(values):
        return False
    cells = [cell for row in titles for cell in row]
    known = [labels.opening(cell.text.strip().rstrip(":") + " :") for cell in cells if label_blocks(cell, labels)]
    fields = [found.field or found.kind for found in known if found and (found.field or found.kind in ROSTER)]
    filled = all(cell.text.strip() and not label_blocks(cell, labels) for row in values for cell in row)
    return len(fields) == len(set(fields)) == len(cells) and filled


def _rows(grid: Grid) -> list[tuple[GridCell, ...]]:
    """The rows of a table without a first column that only numbers them, and without its titles."""
    titled = len(grid.rows) > 1 and fold(grid.rows[0][0].text).strip(" .") in NUMBERS
    rows = grid.rows[1:] if titled else grid.rows
    numbered = len(grid.rows[0]) > 2 and all(_NUMBER.fullmatch(row[0].text) for row in rows)
    return [row[1:] for row in rows] if numbered else list(grid.rows)


def _field(cell: GridCell, labels: Labels) -> bool:
    return (bool(label_blocks(cell, labels)) and labels.words.field(cell_words(cell)) not in (None, "ignore")) or len(
        label_blocks(cell, labels)
    ) > 1


def _labels_in(row: tuple[GridCell, ...], labels: Labels) -> bool:
    return (any(cell.text.strip() for cell in row[1:]) and bool(label_blocks(row[0], labels))) or bool(
        row[0].text.strip().endswith(":") and label_blocks(row[0], labels)
    )


def _form(grid: Grid, labels: Labels) -> Iterator[Unit]:
    heading = True  # of the minutes, in cells above the rows
    for row in _pairs(grid) if _is_upright(grid, labels) else _rows(grid):
        heading = heading and not label_blocks(row[0], labels)
        if heading and any(_TITLED.match(cell.text) for cell in row):
            yield from (Unit(block) for cell in row if not cell.derived for block in cell.blocks if block.text.strip())
            continue
        cells = [cell for cell in row if not cell.derived and cell.blocks and cell.text.strip(" :\t\n")]
        other = bool(cells) and cells[0] is row[0] and (len(cells) > 1 or _is_left_blank(row) or _heads(row, labels))
        if other and not label_blocks(cells[0], labels):
            first, *more = cells[0].blocks
            yield Unit(first, Opening(_unknown_kind(cells[0], labels), None, len(first.text), "form_row"))
            yield from (Unit(block, held=True) for block in more)
            del cells[0]
        while cells:
            label = cells.pop(0)
            heads = label_blocks(label, labels)
            if not heads and (over := _opening_over(label, row, labels)):
                yield Unit(label.blocks[0], over)
                yield from (Unit(block, held=True) for block in label.blocks[1:])
                continue
            if not heads:
                yield from (Unit(block, held=True) for block in label.blocks)
                continue
            values = cells[:1]
            controls = [cell for cell in cells[1:] if _controls_document(cell, labels)]
            cells = [cell for cell in cells[1:] if cell not in controls]
            while cells and not label_blocks(cells[0], labels):
                values.append(cells.pop(0))
            yield from _row(label, heads, values, labels)
            for block in (block for cell in controls for block in cell.blocks):
                yield Unit(block, Opening(SectionKind.HEADER, "ignore", len(block.text), "form_row"))


def _opening_over(cell: GridCell, row: tuple[GridCell, ...], labels: Labels) -> Opening | None:
    """What a cell over all columns opens whose first line is a label, over what it labels ("Peserta:", names)."""
    whole = cell is row[0] and all(other.derived for other in row[1:]) and len(cell.blocks) > 1
    words = cell.blocks[0].text.strip().rstrip(" :") if whole else ""
    opening = labels.opening(f"{words} :") if words and len(words.split()) <= _BLANK_LABEL_WORDS else None
    if opening is None or opening.value < len(words):
        return None
    return opening._replace(value=len(cell.blocks[0].text), rule="form_row")


def _controls_document(cell: GridCell, labels: Labels) -> bool:
    """Whether a cell beside a value only tells of the document, its label with it ("Rev. : 1", "Hal. : 1 dari 2")."""
    found = [labels.opening(block.text) for block in cell.blocks]
    told = zip(found, cell.blocks, strict=True)
    return bool(found) and all(
        PAGE_TAIL.match(block.text.strip())
        or (each is not None and each.field == "ignore" and each.has_value(block.text))
        for each, block in told
    )


def _unknown_kind(label: GridCell, labels: Labels) -> SectionKind:
    """What a row opens whose label is no known wording: tasks or decisions where most of its words name them."""
    words = cell_words(label)
    kind = labels.words.loose_kind(words) if len(words.split()) <= _TASK_LABEL_WORDS else None
    return kind if kind in POINTS and labels.words.coverage(words) > _HALF else SectionKind.OTHER


def _heads(row: tuple[GridCell, ...], labels: Labels) -> bool:
    """Whether the one line of a row over all columns names tasks or decisions beside other words."""
    whole = len(row) > 1 and all(cell.derived for cell in row[1:]) and len(row[0].blocks) == 1
    return whole and row[0].blocks[0].kind != "item" and _unknown_kind(row[0], labels) in POINTS


def _is_left_blank(row: tuple[GridCell, ...]) -> bool:
    """Whether nothing stands beside the first cell of a row, which holds a few words ("Paraf pembimbing")."""
    blank = len(row) > 1 and not any(cell.derived or cell.text.strip(" :\t\n") for cell in row[1:])
    line = len(row[0].blocks) == 1 and row[0].blocks[0].kind != "item"
    return blank and line and len(cell_words(row[0]).split()) <= _BLANK_LABEL_WORDS


def _pairs(grid: Grid) -> Iterator[tuple[GridCell, ...]]:
    """Each label with the value below it."""
    for titles, values in zip(grid.rows[::2], grid.rows[1::2], strict=True):
        yield from zip(titles, values, strict=True)


def _row(label: GridCell, heads: list[Block], values: list[GridCell], labels: Labels) -> Iterator[Unit]:
    """The openings of a label cell and their values; several labels in one cell go with as many value blocks."""
    blocks = [block for cell in values for block in cell.blocks if block.text.strip(" :")]
    shares = [blocks]
    if len(heads) > 1:
        shares = [[block] for block in blocks] if len(blocks) == len(heads) else [blocks, *([] for _ in heads[1:])]
    for head, share in zip(heads, shares, strict=True):
        text = cell_words(label) if len(heads) == 1 else head.text.strip().rstrip(":")
        opening = labels.opening(text + " :")
        assert opening is not None
        if opening.kind is SectionKind.DISCUSSION and _is_agenda(text, share):
            opening = opening._replace(kind=SectionKind.AGENDA)
        yield Unit(head, opening._replace(value=len(head.text), rule="form_row"))
        yield from (Unit(block, held=True) for block in share)


def _is_agenda(label: str, values: list[Block]) -> bool:
    """Whether a label such as "Yang dibahas" in a form stands over topics rather than over what was said."""
    words = sum(len(block.text.split()) for block in values)
    told = any(block.text.rstrip().endswith(".") and len(block.text.split()) > _TOPIC_WORDS for block in values)
    return "bahas" in label.casefold() and 0 < words <= _AGENDA_WORDS and not told
