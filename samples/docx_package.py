"""A DOCX package that is small and the same bytes every time."""

import io
import zipfile

from docx import Document as new_document
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

_STYLES = {
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Default Paragraph Font", "Normal Table", "No List",
    "List Paragraph", "Table Grid", "Title", "header", "footer", "heading 1", "heading 2",
}  # fmt: skip
_UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml", "webSettings")


def blank_document(font: str, size: float, *, all_styles: bool = False) -> Document:
    """An empty A4 document of python-docx's template without the parts and, unless all are wanted, styles unused."""
    document = new_document()
    _drop_parts(document)
    if not all_styles:
        _drop_styles(document)
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(size)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def _drop_parts(document: Document) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]:
            del rels[key]


def _drop_styles(document: Document) -> None:
    root = document.styles.element
    for style in list(root):
        name = style.find(qn("w:name"))
        if style.tag == qn("w:latentStyles") or (name is not None and name.get(qn("w:val")) not in _STYLES):
            root.remove(style)
    kept = {style.get(qn("w:styleId")) for style in root.findall(qn("w:style"))}
    for style in root.findall(qn("w:style")):
        for link in style.findall(qn("w:link")):
            if link.get(qn("w:val")) not in kept:
                style.remove(link)


def package_bytes(document: Document) -> bytes:
    """The file's bytes: members in their order, dated 1 January 1980, stored rather than compressed.

    Stored, because compressors differ from one machine to the next.
    """
    made = io.BytesIO()
    document.save(made)
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 0  # else it says on which system it was written
            target.writestr(member, source.read(name))
    return fixed.getvalue()
