"""DOCX: each kind of block as Word paragraphs and tables."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import docx_marks as marks
from content import Block, Sample, lines, list_items, marker, paragraphs
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx_package import blank_document, package_bytes

TEXT_WIDTH = 160.0  # mm between the margins of blank_document
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_PAGE_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


@dataclass
class Place:
    """Where blocks go: the document's body or a table cell, whose first paragraph is there already."""

    box: Document | _Cell
    numbering: marks.Numbering
    justify: bool = False
    empty: Paragraph | None = None

    def paragraph(self) -> Paragraph:
        """A new paragraph at the end."""
        paragraph, self.empty = self.empty or self.box.add_paragraph(), None
        return paragraph

    def table(self, rows: int, widths: list[float], *, grid: bool) -> Table:
        """A new table at the end with columns of the given widths (mm)."""
        table = self.box.add_table(rows, len(widths))
        table.autofit = False
        if grid:
            table.style = "Table Grid"
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def inside(self, cell: _Cell) -> "Place":
        """The place that a cell of the table is."""
        return Place(cell, self.numbering, False, cell.paragraphs[0])


def build_docx(sample: Sample) -> bytes:
    """The sample as a DOCX file."""
    page = sample.page
    font, size = page.get("docx_font", "Arial"), page.get("size", 11)
    document = blank_document(font, size, all_styles=page.get("all_styles", False))
    section = document.sections[0]
    _running(section.header.paragraphs[0], page.get("header", ""))
    _running(section.footer.paragraphs[0], page.get("footer", ""))
    place = Place(document, marks.Numbering(document), page.get("justify", False))
    for block in sample.blocks:
        write(place, block)
    return package_bytes(document)


def write(place: Place, block: Block) -> None:
    """Append the block."""
    WRITERS[block["kind"]](place, block)


def _running(paragraph: Paragraph, text: str) -> None:
    for piece in re.split(r"(\{pages?\})", text):
        if piece in _PAGE_FIELDS:
            marks.add_field(paragraph.add_run(), _PAGE_FIELDS[piece])
        elif piece:
            paragraph.add_run(piece)


def _letterhead(place: Place, block: Block) -> None:
    for number, line in enumerate(block["lines"]):
        paragraph = place.paragraph()
        paragraph.alignment = _ALIGN["center"]
        paragraph.paragraph_format.space_after = Pt(0)
        marks.add_text(paragraph, line, bold=number < block.get("bold", 2))
    marks.add_rule(paragraph)


def _title(place: Place, block: Block) -> None:
    for line in block["lines"]:
        paragraph = place.paragraph()
        paragraph.alignment = _ALIGN[block.get("align", "center")]
        paragraph.paragraph_format.space_after = Pt(0)
        marks.add_text(paragraph, line, bold=block.get("bold", True))
    paragraph.paragraph_format.space_after = Pt(8)


def _text(place: Place, block: Block) -> None:
    paragraph = place.paragraph()
    paragraph.alignment = _ALIGN[block.get("align", "justify" if place.justify else "left")]
    if "indent" in block:
        paragraph.paragraph_format.left_indent = Mm(block["indent"])
    marks.add_text(paragraph, block["text"], bold=block.get("bold", False))


def _heading(place: Place, block: Block) -> None:
    paragraph = place.paragraph()
    if block.get("style", False):
        paragraph.style = f"Heading {block.get('level', 1)}"
    form = block.get("form", "")
    if form and block.get("auto", True):
        marks.number(paragraph, place.numbering.named(f"heading {form}", [form]), 0)
    elif form:
        marks.add_text(paragraph, marker(form, block["number"]) + "{tab}", bold=True)
    paragraph.paragraph_format.space_before = Pt(8)
    marks.add_text(paragraph, block["text"], bold=block.get("bold", True))


def _fields(place: Place, block: Block) -> None:
    style = block["style"]
    if style in ("grid", "aligned"):
        _field_table(place, block, grid=style == "grid")
        return
    for label, value in block["rows"]:
        _field_line(place, style, label, lines(value), block.get("tab", 35))


def _field_line(place: Place, style: str, label: str, values: list[str], tab: float) -> None:
    paragraph = place.paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    if style == "tabs":
        stops = paragraph.paragraph_format
        stops.tab_stops.add_tab_stop(Mm(tab))
        stops.tab_stops.add_tab_stop(Mm(tab + 3))
        stops.left_indent, stops.first_line_indent = Mm(tab + 3), Mm(-tab - 3)
        marks.add_text(paragraph, f"{label}{{tab}}:{{tab}}{'{br}'.join(values)}")
        return
    separator = {"plain": " ", "colon": " : ", "stacked": ""}[style]
    marks.add_text(paragraph, label)
    if style != "stacked":
        paragraph.add_run(separator)
        marks.add_text(paragraph, values.pop(0))
    for value in values:
        marks.add_text(place.paragraph(), value)


def _field_table(place: Place, block: Block, *, grid: bool) -> None:
    table = place.table(len(block["rows"]), block.get("widths", [35, 5, TEXT_WIDTH - 40]), grid=grid)
    for row, (label, value) in zip(table.rows, block["rows"], strict=True):
        _cell(place, row.cells[0], label, False)
        _cell(place, row.cells[1], ":", False)
        _cell(place, row.cells[2], "{p}".join(lines(value)), False)


def _list(place: Place, block: Block) -> None:
    forms = [block["form"], block.get("sub", "a."), block.get("subsub", "-")]
    auto = block.get("auto", True)
    number_id = place.numbering.new(forms, block.get("start", 1)) if auto else 0
    for item in list_items(block):
        paragraph = place.paragraph()
        paragraph.alignment = _ALIGN["justify" if place.justify else "left"]
        paragraph.paragraph_format.space_after = Pt(2)
        if auto:
            marks.number(paragraph, number_id, item.level)
        else:
            paragraph.paragraph_format.left_indent = Mm(7 * (item.level + 1))
            paragraph.paragraph_format.first_line_indent = Mm(-7)
            marks.add_text(paragraph, f"{item.marker}{{tab}}")
        marks.add_text(paragraph, item.text)


def _table(place: Place, block: Block) -> None:
    header = [block["header"]] if "header" in block else []
    rows: list[list[Any]] = header + block["rows"]
    table = place.table(len(rows), block["widths"], grid=block.get("grid", True))
    bold_columns = block.get("bold_columns", [])
    for at, values in enumerate(rows):
        cells = table.rows[at].cells
        for column, value in enumerate(values):
            _cell(place, cells[column], value, (bool(header) and at == 0) or column in bold_columns)
    for top, left, bottom, right in block.get("merge", []):
        _merge(table.cell(top, left), table.cell(bottom, right))
    if block.get("repeat", False):
        marks.repeat_row(table.rows[0]._tr)
    if isinstance(place.box, Document):
        place.paragraph().paragraph_format.space_after = Pt(0)


def _merge(first: _Cell, last: _Cell) -> None:
    """Merge, without the empty paragraphs that the emptied cells leave."""
    merged = first.merge(last)
    for paragraph in merged.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def _cell(place: Place, cell: _Cell, value: str, bold: bool) -> None:
    inner = place.inside(cell)
    for text in paragraphs(value):
        paragraph = inner.paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        marks.add_text(paragraph, text, bold=bold)


def _form(place: Place, block: Block) -> None:
    """A form of two columns: labels on the left, blocks on the right."""
    table = place.table(len(block["row"]), block["widths"], grid=True)
    for row, content in zip(table.rows, block["row"], strict=True):
        _cell(place, row.cells[0], content["label"], True)
        inner = place.inside(row.cells[1])
        for part in content["block"]:
            write(inner, part)
    place.paragraph()


def _signatures(place: Place, block: Block) -> None:
    columns = block["columns"]
    width = TEXT_WIDTH / len(columns)
    table = place.table(1, [width] * len(columns), grid=False)
    for cell, signed in zip(table.rows[0].cells, columns, strict=True):
        inner = place.inside(cell)
        for line in signed:
            paragraph = inner.paragraph()
            paragraph.alignment = _ALIGN["center"]
            paragraph.paragraph_format.space_after = Pt(0)
            marks.add_text(paragraph, line)


def _text_box(place: Place, block: Block) -> None:
    marks.add_text_box(place.paragraph(), block["lines"])


def _page_break(place: Place, block: Block) -> None:
    place.paragraph().add_run().add_break(WD_BREAK.PAGE)


WRITERS: dict[str, Callable[[Place, Block], None]] = {
    "letterhead": _letterhead,
    "title": _title,
    "text": _text,
    "heading": _heading,
    "fields": _fields,
    "list": _list,
    "table": _table,
    "form": _form,
    "signatures": _signatures,
    "text_box": _text_box,
    "page_break": _page_break,
}
