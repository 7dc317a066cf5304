"""DOCX -> Source: headers, body, notes and footers, numbering and tables as Word shows them."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from notula.models.issue import Note
from notula.models.source import Line, Origin, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import read_data, sniff
from notula.pipeline.read.docx_numbering import Counter, Numbering
from notula.pipeline.read.docx_package import MEDIA_TYPE, Element, Package
from notula.pipeline.read.docx_pictures import FEW_OWN_LETTERS, Part, page_area, pictures_in, read_pasted
from notula.pipeline.read.docx_runs import DELETIONS, INSERTIONS, PICTURES, lead
from notula.pipeline.read.docx_story import Scope, StoryReader, blocks, section_kind
from notula.pipeline.read.docx_styles import VAL, Styles, W, is_on, load_styles
from notula.pipeline.read.docx_typed import with_places
from notula.pipeline.read.lines import is_rule, is_wrapped, lines_in, require_text, tidy
from notula.pipeline.read.plain import read_text, rejoin_hyphens
from notula.pipeline.read.scan_engine import why_unread
from notula.pipeline.settings import Settings

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMER = f"{W}sectPrChange"  # what a section was like before a tracked change
_TRACKED = (*INSERTIONS, *DELETIONS)

Content = list[Line | Table]

_IMPORTED = ("docx", "mhtml", "html", "rtf", "text", "markdown")  # the readers of what may be put in

_FEWEST_TYPED = 8  # lines, that tell a text file from a short document


def read_docx(data: bytes, settings: Settings) -> Source:
    """What a DOCX shows: each section's own headers over its body, then the notes, footers last.

    A whole file that is put in (``w:altChunk``, ECMA-376 part 1, 17.17.2.1) is read where it stands, if it is a page,
    text, RTF or another DOCX; what is put into that is not. Note D001 says that the document holds tracked changes,
    D004 that tables nested too deep were left out, D007 that such a file was not read, P006 that pictures as large as
    pages were not read. A document of little more than such pictures is read as a scan, one of
    nothing but typed lines without a format as a text file.

    Raises:
        DocumentError: ``damaged``, ``encrypted``, ``too_large``, ``empty``; where it holds no text itself,
            ``needs_ocr`` for pictures and ``unsupported`` for a whole file put into it.
    """
    return _read(data, settings)


def _read(data: bytes, settings: Settings, is_import: bool = False) -> Source:
    package = Package(data)
    document = _Document(package, settings, is_import)
    parts = document.parts()
    content = [item for part in parts for item in part.items]
    letters = _own_letters(content)
    if not letters and document.unread_imports:
        raise DocumentError("unsupported", reason="altChunk")
    if scan := read_pasted(parts, package, letters, settings):
        return replace(scan, notes=(*document.notes(), *scan.notes))
    if not letters and document.pictures:
        raise DocumentError("needs_ocr", reason=why_unread(settings))
    require_text(content)
    notes = (*document.notes(), *_unread(parts))
    if _is_plain(content, document.typed):
        typed = read_text("\n".join(document.typed).encode(), settings)
        placed = with_places(typed.content, list(lines_in(content)))
        return replace(typed, media_type=MEDIA_TYPE, content=placed, pages=None, notes=notes)
    if wrapped := _is_pasted(content):
        content = rejoin_hyphens(content)
    return Source(MEDIA_TYPE, tuple(content), wrapped=wrapped, notes=notes)


class _Document:
    """A DOCX being read, itself put into another where ``is_import`` says so.

    ``unread_imports`` says afterwards that a whole file put in was not read, ``typed`` are the lines of its body with
    the spaces and tabs in them.
    """

    def __init__(self, package: Package, settings: Settings, is_import: bool) -> None:
        self._package, self._settings, self._is_import = package, settings, is_import
        self.unread_imports = False
        self._notes_of_imports: list[Note] = []
        self.typed: list[str] = []
        root = package.tree(package.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise DocumentError("damaged", reason="w:body")
        self._body = body
        self._sections = tuple(each for each in body.iter(f"{W}sectPr") if each.getparent().tag != _FORMER)
        self._styles: Styles = load_styles(package.blob(package.related("styles")))
        self._numbering = Numbering(package.tree(package.related("numbering")), self._styles)
        self.pictures = next(body.iter(*PICTURES), None) is not None
        self._tracked = _has_changes(body)
        self._too_deep = False

    def parts(self) -> list[Part]:
        """Everything shown, in order: each block of the body with its pictures, headers before and footers after."""
        story, scope = self._story(), Scope("", "body")
        area = page_area(self._body) if self.pictures else 0.0
        story.sections = tuple(map(section_kind, self._sections))
        headers = self._margins("header")
        parts = [Part(next(headers, []), [])]
        for node in blocks(self._body):
            section = story.section
            items = story.read_block(node, scope)
            parts.append(Part(items, pictures_in(node, self._package, area) if self.pictures else []))
            parts += [Part(above, []) for above in itertools.islice(headers, story.section - section)]
        self._too_deep |= story.too_deep
        self.typed = story.typed
        margins = itertools.chain(headers, [self._notes(story.runs.notes)], self._margins("footer"))
        return [*parts, *(Part(content, []) for content in margins)]

    def notes(self) -> tuple[Note, ...]:
        """What a reader of the result has to know."""
        codes = ["D001"] * self._tracked + ["D004"] * self._too_deep + ["D007"] * self.unread_imports
        return tuple(dict.fromkeys((*map(Note, codes), *self._notes_of_imports)))

    def _story(self) -> StoryReader:
        return StoryReader(self._styles, Counter(self._numbering), self._imported)

    def _imported(self, node: Element) -> Content:
        """What a whole file shows that is put in here; nothing where it cannot be read."""
        relation = self._package.relations.get(node.get(_R_ID, ""))
        if relation is not None and not self._is_import:
            try:
                source = _import(self._package.imported(relation.target), relation.target, self._settings)
                self._notes_of_imports += source.notes
                return list(source.content)
            except DocumentError:
                pass
        self.unread_imports = True
        return []

    def _read(self, root: Element, name: str, origin: Origin) -> Content:
        self._tracked |= _has_changes(root)
        story = self._story()
        content = story.read(root, Scope(name, origin))
        self._too_deep |= story.too_deep
        return content

    def _margins(self, kind: Origin) -> Iterator[Content]:
        """The headers or footers that each section shows, each distinct text once in the file."""
        seen: set[tuple[str, ...]] = set()
        done: set[str] = set()
        for section in self._sections:
            found: Content = []
            for part in self._margin_parts(kind, section):
                root = self._package.tree(part) if part not in done else None
                done.add(part)
                content = self._read(root, kind, kind) if root is not None else []
                text = tuple(line.text for line in lines_in(content))
                if text not in seen:
                    seen.add(text)
                    found += content
            yield found

    def _margin_parts(self, kind: str, section: Element) -> Iterator[str]:
        """The parts of a section's headers or footers, without those for first or even pages where none are such."""
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            relation = self._package.relations.get(reference.get(_R_ID, ""))
            if relation is not None and self._is_shown(reference, section):
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


def _import(data: bytes, name: str, settings: Settings) -> Source:
    """What a file shows that is put into a DOCX."""
    reader = sniff(data, name)
    if reader.name not in _IMPORTED:
        raise DocumentError("unsupported", reason=reader.name)
    return _read(data, settings, is_import=True) if reader.name == "docx" else read_data(data, name, settings)


def _has_changes(root: Element) -> bool:
    """Whether tracked changes stand anywhere in a part."""
    return next(root.iter(*_TRACKED), None) is not None


def _is_pasted(content: Content) -> bool:
    """Whether paragraphs are the printed lines of another file: a PDF, a mail or a text file pasted in or converted."""
    lines = (piece for piece in content if isinstance(piece, Line) and piece.origin == "body")
    return is_wrapped(line.text if line.marker is None else f"{line.marker} {line.text}" for line in lines)


def _is_plain(content: Content, typed: list[str]) -> bool:
    """Whether a document is nothing but typed lines without any format: a text file that was opened or pasted in."""
    lines = [piece for piece in content if isinstance(piece, Line)]
    if not _FEWEST_TYPED <= len(lines) == len(content) or len({(line.size, line.align) for line in lines}) > 1:
        return False
    if sum(line.new_page for line in lines) > sum(each.count("\f") for each in typed):
        return False
    texts = ((text, lead(each)) for each in typed if (text := tidy(each)) and not is_rule(text))
    return all(map(_is_typed, lines)) and [(line.text, line.indent) for line in lines] == list(texts)


def _is_typed(line: Line) -> bool:
    formatted = line.bold or line.struck or line.marker or line.outline is not None
    return line.origin == "body" and line.align in (None, "left", "justify") and not formatted


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
