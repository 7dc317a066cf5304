"""A mini-language for DOCX files: only the parts a test is about are written out, as raw WordprocessingML."""

import importlib.util
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from notula.models.source import Line, Source, Table
from notula.pipeline.read.office import read_docx
from notula.pipeline.settings import Settings

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)

# part name -> root element; the kind of its relation is the name without digits, its id the name
ROOTS = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr", "footnotes": "footnotes",
         "endnotes": "endnotes", "settings": "settings"}  # fmt: skip

Build = Callable[..., bytes]
ReadBody = Callable[..., Source]


def build_docx(body: str = "", *, extra: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A DOCX with this body and parts by name (``styles=``, ``header1=``: their inner XML); ``extra`` entries as is."""
    entries: dict[str, bytes] = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": _relations({name: (_kind(name), f"{name}.xml") for name in parts}),
    }
    for name, inner in parts.items():
        root = ROOTS[_kind(name)]
        entries[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inner}</w:{root}>".encode()
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (entries | dict(extra or {})).items():
            archive.writestr(name, content)
    return data.getvalue()


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'.encode()


def p(inner: str = "", properties: str = "", *, style: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    if inner and not inner.startswith("<"):
        inner = r(inner)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, num: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(inner: str = "", properties: str = "") -> str:
    inner = inner if inner.startswith("<") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


class Word:
    """The words of the mini-language, for tests to take from one fixture."""

    build = staticmethod(build_docx)
    p, r, listed, table, tr, tc = map(staticmethod, (p, r, listed, table, tr, tc))

    @staticmethod
    def read(body: str = "", **parts: str) -> Source:
        return read_docx(build_docx(body, **parts), Settings())

    @classmethod
    def lines(cls, body: str = "", **parts: str) -> list[Line]:
        content = cls.read(body, **parts).content
        assert all(isinstance(part, Line) for part in content)
        return [part for part in content if isinstance(part, Line)]

    @classmethod
    def line(cls, body: str, **parts: str) -> Line:
        (line,) = cls.lines(body, **parts)
        return line

    @classmethod
    def table_of(cls, body: str, **parts: str) -> Table:
        (found,) = (part for part in cls.read(body, **parts).content if isinstance(part, Table))
        return found


@pytest.fixture(scope="session")
def word() -> type[Word]:
    return Word


@pytest.fixture(scope="session")
def scans() -> ModuleType:
    """The module that draws pictures of pages."""
    spec = importlib.util.spec_from_file_location("scans", Path(__file__).with_name("scans.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
