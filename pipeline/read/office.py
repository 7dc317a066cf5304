"""DOCX -> Source: headers, body, notes and footers, numbering and tables as Word shows them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from notula.models.issue import Note
from notula.models.source import Line, Origin, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.docx_numbering import Counter, Numbering
from notula.pipeline.read.docx_package import MEDIA_TYPE, Element, Package
from notula.pipeline.read.docx_pictures import FEW_OWN_LETTERS, Part, page_area, pictures_in, read_pasted
from notula.pipeline.read.docx_runs import DELETIONS, INSERTIONS, PICTURES
from notula.pipeline.read.docx_story import Scope, StoryReader, blocks, section_kind
from notula.pipeline.read.docx_styles import VAL, Styles, W, is_on, load_styles
from notula.pipeline.read.lines import is_wrapped, lines_in, require_text
from notula.pipeline.read.plain import rejoin_hyphens
from notula.pipeline.read.scan_engine import why_unread
from notula.pipeline.settings import Settings

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TRACKED = (*INSERTIONS, *DELETIONS)

Content = list[Line | Table]


def read_docx(data: bytes, settings: Settings) -> Source:
    """What a DOCX shows: headers first, then the body, its notes, footers last.

    Note D001 says that the document holds tracked changes, D004 that tables nested too deep were left out, D007 that a
    whole file put into it was not read (``w:altChunk``), P006 that pictures as large as pages were not read. A document
    of little more than such pictures is read as a scan.

    Raises:
        DocumentError: ``damaged``, ``encrypted``, ``too_large``, ``empty``; where it holds no text itself,
            ``needs_ocr`` for pictures and ``unsupported`` for a whole file put into it.
    """
    package = Package(data)
    document = _Document(package)
    parts = document.parts()
    content = [item for part in parts for item in part.items]
    letters = _own_letters(content)
    if not letters and document.imports:
        raise DocumentError("unsupported", reason="altChunk")
    if scan := read_pasted(parts, package, letters, settings):
        return replace(scan, notes=(*document.notes(), *scan.notes))
    if not letters and document.pictures:
        raise DocumentError("needs_ocr", reason=why_unread(settings))
    require_text(content)
    if wrapped := _is_pasted(content):
        content = rejoin_hyphens(content)
    return Source(MEDIA_TYPE, tuple(content), wrapped=wrapped, notes=(*document.notes(), *_unread(parts)))


class _Document:
    """A DOCX being read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        root = package.tree(package.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise DocumentError("damaged", reason="w:body")
        self._body, self._sections = body, tuple(body.iter(f"{W}sectPr"))
        self._styles: Styles = load_styles(package.blob(package.related("styles")))
        self._numbering = Numbering(package.tree(package.related("numbering")), self._styles)
        self.pictures = next(body.iter(*PICTURES), None) is not None
        self.imports = next(body.iter(f"{W}altChunk"), None) is not None
        self._tracked = _has_changes(body)
        self._too_deep = False

    def parts(self) -> list[Part]:
        """Everything shown, in order: each block of the body with its pictures, headers before and footers after."""
        story, scope = self._story(), Scope("", "body")
        area = page_area(self._body) if self.pictures else 0.0
        story.sections = tuple(map(section_kind, self._sections))
        body = [
            Part(story.read_block(node, scope), pictures_in(node, self._package, area) if self.pictures else [])
            for node in blocks(self._body)
        ]
        self._too_deep |= story.too_deep
        headers, footers = list(self._margins("header")), list(self._margins("footer"))
        return [Part(headers, []), *body, Part([*self._notes(story.runs.notes), *footers], [])]

    def notes(self) -> tuple[Note, ...]:
        """What a reader of the result has to know."""
        codes = ["D001"] * self._tracked + ["D004"] * self._too_deep + ["D007"] * self.imports
        return tuple(Note(code) for code in codes)

    def _story(self) -> StoryReader:
        return StoryReader(self._styles, Counter(self._numbering))

    def _read(self, root: Element, name: str, origin: Origin) -> Content:
        self._tracked |= _has_changes(root)
        story = self._story()
        content = story.read(root, Scope(name, origin))
        self._too_deep |= story.too_deep
        return content

    def _margins(self, kind: Origin) -> Iterator[Line | Table]:
        """The headers or footers that the sections show, each distinct text once."""
        seen: set[tuple[str, ...]] = set()
        for part in self._margin_parts(kind):
            root = self._package.tree(part)
            if root is None:
                continue
            content = self._read(root, kind, kind)
            text = tuple(line.text for line in lines_in(content))
            if text not in seen:
                seen.add(text)
                yield from content

    def _margin_parts(self, kind: str) -> Iterator[str]:
        """The parts of headers or footers, without those for first or even pages where there are none such."""
        done: set[str] = set()
        for section in self._sections:
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                relation = self._package.relations.get(reference.get(_R_ID, ""))
                if relation is None or relation.target in done or not self._is_shown(reference, section):
                    continue
                done.add(relation.target)
                yield relation.target

    def _is_shown(self, reference: Element, section: Element) -> bool:
        """Whether a section has pages of the kind that a header or footer is for."""
        pages = reference.get(f"{W}type", "default")
        if pages == "first":
            first = section.find(f"{W}titlePg")
            return first is not None and is_on(first.get(VAL))
        return pages == "default" or (pages == "even" and self._even_pages_differ)

    @cached_property
    def _even_pages_differ(self) -> bool:
        settings = self._package.tree(self._package.related("settings"))
        mark = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
        return mark is not None and is_on(mark.get(VAL))

    def _notes(self, references: list[tuple[str, str]]) -> Content:
        """The footnotes and endnotes that the body refers to, in the order it does."""
        content: Content = []
        parts: dict[str, dict[str, Element]] = {}
        for kind, name in dict.fromkeys(references):
            if kind not in parts:
                root = self._package.tree(self._package.related(f"{kind}s"))
                nodes = root.iterchildren(f"{W}{kind}") if root is not None else ()
                parts[kind] = {node.get(f"{W}id", ""): node for node in nodes}
            if name in parts[kind]:
                content.extend(self._read(parts[kind][name], f"{kind} {name}", "footnote"))
        return content


def _has_changes(root: Element) -> bool:
    """Whether tracked changes stand anywhere in a part."""
    return next(root.iter(*_TRACKED), None) is not None


def _is_pasted(content: Content) -> bool:
    """Whether paragraphs are the printed lines of another file: a PDF, a mail or a text file pasted in or converted."""
    lines = (piece for piece in content if isinstance(piece, Line) and piece.origin == "body")
    return is_wrapped(line.text if line.marker is None else f"{line.marker} {line.text}" for line in lines)


def _own_letters(content: Content) -> int:
    """How many letters and digits stand outside headers and footers; counted until they are more than a few."""
    count = 0
    for line in lines_in(content):
        if line.origin not in ("header", "footer"):
            count += sum(map(str.isalnum, line.text))
        if count >= FEW_OWN_LETTERS:
            break
    return count


def _unread(parts: list[Part]) -> Iterator[Note]:
    """The note that there are pictures as large as pages, which are not read where the document has text of its own."""
    count = sum(picture.is_page for part in parts for picture in part.pictures)
    if count:
        yield Note("P006", (("count", str(count)),))
