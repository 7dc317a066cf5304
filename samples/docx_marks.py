"""WordprocessingML that python-docx has no call for: automatic numbering, fields, text boxes, tracked changes."""

from content import Span, spans
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Row
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

_CHANGED = 'w:author="Penelaah" w:date="2023-11-20T08:00:00Z"'
_W = nsdecls("w")
_SYMBOL_BULLET = "\uf0b7"  # the bullet of Word's Symbol font, in the private use area
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "I": "upperRoman"}
_BREAKS = {"break": f"<w:br {_W}/>", "tab": f"<w:tab {_W}/>"}


class Numbering:
    """The document's numbering part: real Word lists, each counting for itself."""

    def __init__(self, document: Document) -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._count = 0
        self._named: dict[str, int] = {}

    def new(self, forms: list[str], start: int = 1) -> int:
        """The id of a new list whose levels have the given forms (``1.``, ``a)``, ``-``)."""
        levels = "".join(_level_xml(form, level, start if level == 0 else 1) for level, form in enumerate(forms))
        abstract = f'<w:abstractNum {_W} w:abstractNumId="{self._count}">{levels}</w:abstractNum>'
        number_id = self._count + 1
        self._root.insert(self._count, parse_xml(abstract))
        number = f'<w:num {_W} w:numId="{number_id}"><w:abstractNumId w:val="{self._count}"/></w:num>'
        self._root.append(parse_xml(number))
        self._count += 1
        return number_id

    def named(self, name: str, forms: list[str]) -> int:
        """The id of the list of that name, which goes on counting wherever it is used."""
        if name not in self._named:
            self._named[name] = self.new(forms)
        return self._named[name]


def _level_xml(form: str, level: int, start: int) -> str:
    sign = next((sign for sign in _FORMATS if sign in form), None)
    left, hanging = 360 + 360 * level, 360
    if sign:
        kind, text, font = _FORMATS[sign], form.replace(sign, f"%{level + 1}"), ""
    elif form == "•":
        kind, text, font = "bullet", _SYMBOL_BULLET, '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    else:
        kind, text, font = "bullet", form, ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{font}</w:lvl>'
    )


def number(paragraph: Paragraph, number_id: int, level: int) -> None:
    """Make the paragraph an item of the list."""
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = level
    numbered.get_or_add_numId().val = number_id


def add_text(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Append the text with its marks as runs, tracked changes and content controls."""
    for span in spans(text):
        _add_span(paragraph, span, bold)


def _add_span(paragraph: Paragraph, span: Span, bold: bool) -> None:
    if span.mark in ("plain", "bold"):
        run = paragraph.add_run(span.text)
        run.bold = True if bold or span.mark == "bold" else None
    elif span.mark in _BREAKS:
        paragraph.add_run()._r.append(parse_xml(_BREAKS[span.mark]))
    elif span.mark != "hyphen":  # Word divides words for itself
        paragraph._p.append(_wrapped(span))


def _wrapped(span: Span) -> etree._Element:
    text = span.text.replace("&", "&amp;").replace("<", "&lt;")
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    shapes = {
        "inserted": f'<w:ins {_W} w:id="2" {_CHANGED}>{run}</w:ins>',
        "deleted": f'<w:del {_W} w:id="1" {_CHANGED}>{run.replace("w:t", "w:delText")}</w:del>',
        "control": f'<w:sdt {_W}><w:sdtPr><w:alias w:val="Isian"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>',
    }
    element: etree._Element = parse_xml(shapes[span.mark])
    return element


def add_field(run: Run, name: str) -> None:
    """Append a field such as ``PAGE`` or ``NUMPAGES``, with 1 as its stored result."""
    for part in (
        f'<w:fldChar {_W} w:fldCharType="begin"/>',
        f'<w:instrText {_W} xml:space="preserve"> {name} </w:instrText>',
        f'<w:fldChar {_W} w:fldCharType="separate"/>',
        f"<w:t {_W}>1</w:t>",
        f'<w:fldChar {_W} w:fldCharType="end"/>',
    ):
        run._r.append(parse_xml(part))


def add_rule(paragraph: Paragraph) -> None:
    """Draw a line below the paragraph, as under a letterhead."""
    border = parse_xml(f'<w:pBdr {_W}><w:bottom w:val="single" w:sz="12" w:space="1" w:color="auto"/></w:pBdr>')
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def add_text_box(paragraph: Paragraph, text_lines: list[str]) -> None:
    """Append a floating text box, the way Word writes it: once as a drawing and once more as a fallback."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text_lines)
    width, height = int(Mm(62)), int(Mm(6 + 6 * len(text_lines)))
    paragraph.add_run()._r.append(parse_xml(_TEXT_BOX.format(body=body, width=width, height=height)))


def repeat_row(row_element: CT_Row) -> None:
    """Have Word print the row again at the top of each page."""
    row_element.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {_W}/>"))


_TEXT_BOX = """<mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml">
<mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Kotak Teks 1"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525">
<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>
</wps:spPr><wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="position:absolute;width:176pt;height:60pt">
<v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent>"""
