"""The matrix as a Word document, A4 landscape, with column titles on each page.

python-docx makes the document with an empty table; the rows are then written into its XML one by one, as a table that
is built through python-docx grows slower with each row.
"""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from notula.models.handover import Batch, Row
from notula.pipeline.export.files import replacing
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.matrix import Form, cells, made_on, titles, write_matrix
from notula.pipeline.export.words import moment

_WIDTHS = (700, 4_950, 3_000, 1_900, 1_700, 2_880)  # of the columns, in twentieths of a point
_A4 = (16_838, 11_906)  # width and height, landscape, in the same
_MARGIN = 850
_BODY, _END = "word/document.xml", b"</w:tbl>"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that ZIP knows; the same bytes for the same rows
_CELL = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{content}</w:p></w:tc>'
_MARK = '<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def write_docx(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A matrix, or with ``by_owner`` a list for each owner; our id is the name of a bookmark in the row."""
    return write_matrix(Form(".docx", _write), batch, target, options)


def bookmark(own_id: str) -> str:
    """A bookmark's name for an id: Word allows letters, digits and ``_``, and 40 characters."""
    return "notula_" + own_id.replace("-", "")[:33]


def _write(path: Path, title: str, rows: Iterable[Row], work: Work) -> int:
    number = 0
    frame = zipfile.ZipFile(io.BytesIO(_frame(title, work)))
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        for name in frame.namelist():
            if name != _BODY:
                archive.writestr(_entry(name), frame.read(name))
        head, tail = frame.read(_BODY).split(_END)
        with archive.open(_entry(_BODY), "w", force_zip64=True) as body:
            body.write(head)
            for number, row in enumerate(rows, start=1):
                body.write(_row_xml(number, row, work).encode("utf-8"))
            body.write(_END + tail)
    return number


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _row_xml(number: int, row: Row, work: Work) -> str:
    filled = []
    for place, (text, width) in enumerate(zip(cells(number, row, work), _WIDTHS, strict=True)):
        mark = _MARK.format(number=number, name=escape(bookmark(row.id))) if place == 0 else ""
        filled.append(_CELL.format(width=width, content=mark + _run_xml(text)))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(filled)}</w:tr>"


def _run_xml(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _frame(title: str, work: Work) -> bytes:
    """The document with its titles and a table that has only its first row."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt, Twips

    document = docx.Document()
    _set_properties(document.core_properties, title, work)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Twips, _A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    document.add_heading(title, level=1)
    document.add_paragraph(made_on(work))
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    for column, cell, name, width in zip(table.columns, table.rows[0].cells, titles(work), _WIDTHS, strict=True):
        column.width = cell.width = Twips(width)
        cell.paragraphs[0].add_run(name).bold = True
    _repeat(table.rows[0])
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_properties(properties: Any, title: str, work: Work) -> None:
    made_at = moment(work.batch.made_at)
    properties.title, properties.author, properties.last_modified_by, properties.comments = (
        title[:255],
        "Notula",
        "",
        "",
    )
    properties.created = properties.modified = made_at
    properties.language = work.lang


def _repeat(row: Any) -> None:
    """Let the row stand at the top of each page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
