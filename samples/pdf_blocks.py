"""PDF: each kind of block as reportlab flowables."""

from collections.abc import Callable, Iterable
from typing import Any
from xml.sax.saxutils import escape

from content import Block, Sample, lines, list_items, marker, paragraphs, spans
from pdf_pages import Columnar, Look, look_of, render
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import FrameBreak, HRFlowable, PageBreak, Paragraph, Spacer, Table
from reportlab.platypus.flowables import Flowable, KeepTogether

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_BREAKS = {"break": "<br/>", "tab": "&nbsp;&nbsp;&nbsp;&nbsp;", "hyphen": "-<br/>"}
_LINE = 0.6


def build_pdf(sample: Sample) -> bytes:
    """The sample as a PDF file: laid out once to count the pages, then again with their number."""
    look = look_of(sample.page)
    _, pages = render(_story(sample.blocks, look), sample.page, 0)
    made, _ = render(_story(sample.blocks, look), sample.page, pages)
    return made


def _story(blocks: Iterable[Block], look: Look) -> list[Flowable]:
    return [flowable for block in blocks for flowable in FLOWS[block["kind"]](block, look)]


def _markup(text: str) -> str:
    """The text in reportlab's markup; tracked changes and content controls have no place in a PDF."""
    pieces = []
    for span in spans(text):
        if span.mark in _BREAKS:
            pieces.append(_BREAKS[span.mark])
        elif span.mark in ("plain", "bold"):
            plain = escape(span.text)
            pieces.append(f"<b>{plain}</b>" if span.mark == "bold" else plain)
        else:
            raise ValueError(f"a PDF cannot show {span.mark} text: {span.text}")
    return "".join(pieces)


def _paragraph(text: str, look: Look, **changes: Any) -> Paragraph:
    bullet = changes.pop("bullet", None)
    style: dict[str, Any] = {
        "fontName": look.bold if changes.pop("bold", False) else look.font,
        "fontSize": look.size,
        "leading": look.leading,
        "spaceAfter": 3,
        "alignment": TA_JUSTIFY if look.justify else TA_LEFT,
        "bulletFontName": look.font,
        "bulletFontSize": look.size,
    }
    return Paragraph(_markup(text), ParagraphStyle("block", **(style | changes)), bulletText=bullet)


def _letterhead(block: Block, look: Look) -> list[Flowable]:
    bold = block.get("bold", 2)
    head: list[Flowable] = [
        _paragraph(line, look, bold=number < bold, alignment=TA_CENTER, spaceAfter=0)
        for number, line in enumerate(block["lines"])
    ]
    return [*head, HRFlowable(width="100%", thickness=1.4, color=black, spaceBefore=4, spaceAfter=10)]


def _title(block: Block, look: Look) -> list[Flowable]:
    align = _ALIGN[block.get("align", "center")]
    bold = block.get("bold", True)
    return [
        *(_paragraph(line, look, bold=bold, alignment=align, spaceAfter=1) for line in block["lines"]),
        Spacer(1, 8),
    ]


def _text(block: Block, look: Look) -> list[Flowable]:
    changes: dict[str, Any] = {"bold": block.get("bold", False), "leftIndent": block.get("indent", 0) * mm}
    if "align" in block:
        changes["alignment"] = _ALIGN[block["align"]]
    return [_paragraph(block["text"], look, **changes)]


def _heading(block: Block, look: Look) -> list[Flowable]:
    text = block["text"]
    if "form" in block:
        text = f"{marker(block['form'], block['number'])} {text}"
    keep = int(block.get("keep", True))  # with the whole of what follows: not before a table that should break
    bold = block.get("bold", True)
    return [_paragraph(text, look, bold=bold, spaceBefore=7, alignment=TA_LEFT, keepWithNext=keep)]


def _fields(block: Block, look: Look) -> list[Flowable]:
    rows = [(label, lines(value)) for label, value in block["rows"]]
    style = block["style"]
    if style == "columnar":
        return [Columnar(rows, look, block["tab"] * mm), Spacer(1, 6)]
    if style in ("aligned", "tabs", "grid"):
        return _field_table(rows, block, look, grid=style == "grid")
    if style == "stacked":
        return [part for label, values in rows for part in _stacked(label, values, look)]
    separator = {"plain": " ", "colon": " : "}[style]
    return [
        _paragraph(line, look, alignment=TA_LEFT)
        for label, values in rows
        for line in [f"{label}{separator}{values[0]}", *values[1:]]
    ]


def _stacked(label: str, values: list[str], look: Look) -> list[Flowable]:
    return [
        _paragraph(label, look, bold=True, spaceAfter=0, keepWithNext=1),
        *(_paragraph(value, look, leftIndent=10, spaceAfter=2, alignment=TA_LEFT) for value in values),
    ]


def _field_table(rows: list[tuple[str, list[str]]], block: Block, look: Look, *, grid: bool) -> list[Flowable]:
    label = block.get("tab", 35) * mm
    cells = [[_cells(name, look), _cells(":", look), _cells("{p}".join(values), look)] for name, values in rows]
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2)]
    style += [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    if grid:
        style.append(("GRID", (0, 0), (-1, -1), _LINE, black))
    return [Table(cells, [label, 10, look.width - label - 10], style=style), Spacer(1, 6)]


def _list(block: Block, look: Look) -> list[Flowable]:
    step = block.get("step", 17)
    return [
        _paragraph(
            item.text, look, bullet=item.marker, leftIndent=step * (item.level + 1), bulletIndent=step * item.level
        )
        for item in list_items(block)
    ]


def _table(block: Block, look: Look) -> list[Flowable]:
    small = Look(look.font, block.get("size", look.size - 1), look.width)
    header = [block["header"]] if "header" in block else []
    bold_columns = block.get("bold_columns", [])
    cells = [
        [_cells(value, small, bold=(bool(header) and at == 0) or column in bold_columns) for column, value in row_of]
        for at, row_of in enumerate(list(enumerate(values)) for values in header + block["rows"])
    ]
    widths = [width * mm for width in block["widths"]]
    style = _grid(block)
    return [
        Table(cells, widths, style=style, repeatRows=int(block.get("repeat", False)), splitByRow=1),
        Spacer(1, 8),
    ]


def _grid(block: Block) -> list[Any]:
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    style += [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    if block.get("grid", True):
        style.append(("GRID", (0, 0), (-1, -1), _LINE, black))
    style += [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in block.get("merge", [])]
    return style


def _cells(value: str, look: Look, *, bold: bool = False) -> list[Flowable]:
    return [_paragraph(text, look, bold=bold, spaceAfter=0, alignment=TA_LEFT) for text in paragraphs(value)]


def _signatures(block: Block, look: Look) -> list[Flowable]:
    columns = [
        [_paragraph(line or "&nbsp;", look, alignment=TA_CENTER, spaceAfter=0) if line else Spacer(1, look.leading)
         for line in signed]
        for signed in block["columns"]
    ]  # fmt: skip
    width = look.width / len(columns)
    table = Table([columns], [width] * len(columns), style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    return [Spacer(1, 10), KeepTogether([table])]


FLOWS: dict[str, Callable[[Block, Look], list[Flowable]]] = {
    "letterhead": _letterhead,
    "title": _title,
    "text": _text,
    "heading": _heading,
    "fields": _fields,
    "list": _list,
    "table": _table,
    "signatures": _signatures,
    "page_break": lambda block, look: [PageBreak()],
    "frame_break": lambda block, look: [FrameBreak()],
}
