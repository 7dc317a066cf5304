"""A DOCX story (body, header, footer, note) -> lines and tables in reading order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from notula.models.source import Line, Origin, Table
from notula.pipeline.heartbeat import beat
from notula.pipeline.read.docx_numbering import Counter, Numbered
from notula.pipeline.read.docx_package import Element
from notula.pipeline.read.docx_runs import (
    ALTERNATE,
    INSERTIONS,
    Piece,
    RunReader,
    chosen_branch,
    filled_content,
    segments,
)
from notula.pipeline.read.docx_styles import (
    NO_OUTLINE,
    VAL,
    ParagraphProps,
    Styles,
    W,
    first_child,
    named_children,
    paragraph_over,
    props_of,
)
from notula.pipeline.read.docx_tables import read_table
from notula.pipeline.read.lines import is_rule

MAX_TABLE_DEPTH = 50

_MOST_CARRIED = 1_000  # pieces of paragraphs run together
_P, _P_PR, _P_STYLE, _R_PR, _SECT_PR, _SDT = (
    f"{W}{name}" for name in ("p", "pPr", "pStyle", "rPr", "sectPr", "sdt")
)
_IMPORT = f"{W}altChunk"
_BLOCKS = (_P, f"{W}tbl", _IMPORT)
_CONTINUOUS = ("continuous", "nextColumn")
_WRAPPERS = {f"{W}customXml", f"{W}smartTag", *INSERTIONS}


@dataclass(slots=True)
class Scope:
    """Where reading is: a container's name (empty for the body) and the counts of what stands in it so far."""

    name: str
    origin: Origin
    depth: int = 0
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> str:
        """The place of the next paragraph."""
        self.paragraphs += 1
        return self.name or f"paragraph {self.paragraphs}"

    def table(self) -> str:
        """The place of the next table."""
        self.tables += 1
        return f"{self.name} table {self.tables}".lstrip()


@dataclass(slots=True)
class StoryReader:
    """Reads one story; ``too_deep`` says afterwards that tables were nested past the limit and not read to the end.

    ``sections`` are the kinds of the section breaks of the body in order, the last section's own included; ``section``
    is the number of those that have ended so far. ``imported`` gives what a whole file shows that is put in
    (``w:altChunk``). ``typed`` are the lines of the paragraphs read so far, with the spaces and tabs in them.
    """

    styles: Styles
    counter: Counter
    imported: Callable[[Element], list[Line | Table]]
    sections: tuple[str, ...] = ()
    too_deep: bool = False
    runs: RunReader = field(init=False)
    section: int = 0
    typed: list[str] = field(default_factory=list)
    _new_page: bool = False
    _spaced: bool = False
    _carried: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runs = RunReader(self.styles)

    def read(self, container: Element, scope: Scope) -> list[Line | Table]:
        """What stands in a body, cell, text box, header or note."""
        return [item for node in blocks(container) for item in self.read_block(node, scope)]

    def read_block(self, node: Element, scope: Scope) -> list[Line | Table]:
        """What stands in a paragraph, a table or a whole file that is put in."""
        beat()
        if node.tag == _P:
            return self._paragraph(node, scope)
        if node.tag == _IMPORT:
            return self.imported(node)
        if scope.depth >= MAX_TABLE_DEPTH:
            self.too_deep = True
            return []
        table = self._table(node, scope)
        return [table] if table is not None else []

    def _table(self, node: Element, scope: Scope) -> Table | None:
        def read_cell(cell: Element, place: str) -> tuple[Line | Table, ...]:
            self._spaced = False
            return tuple(self.read(cell, Scope(place, scope.origin, scope.depth + 1)))

        table = read_table(node, scope.table(), read_cell)
        self._spaced = False
        return table

    def _paragraph(self, node: Element, scope: Scope) -> list[Line | Table]:
        """The lines of a paragraph, then those of the text boxes anchored in it.

        A paragraph whose mark is deleted runs on into the next: it is carried there.
        """
        place = scope.paragraph()
        written = first_child(node, _P_PR)
        own = {} if written is None else named_children(written)
        direct, style, mark = props_of(own), own.get(_P_STYLE), own.get(_R_PR)
        inherited, base = self.styles.paragraph(None if style is None else style.get(VAL))
        pieces = self._carried + self.runs.pieces(node, base)
        self._carried = []
        if mark is not None and len(pieces) <= _MOST_CARRIED and (_has(mark, "del") or _has(mark, "moveFrom")):
            self._carried = pieces
            return []
        boxes, self.runs.boxes = self.runs.boxes, []
        found: list[Line | Table] = []
        if pieces or not (base.hidden or _has(mark, "vanish")):
            found += self._lines(pieces, direct, inherited, place, scope.origin)
            self.typed += "".join(piece.text for piece in pieces).replace("\v", "\n").split("\n")
        for count, box in enumerate(boxes, 1):
            origin: Origin = "textbox" if scope.origin == "body" else scope.origin
            found += self.read(box, Scope(f"{place} text box {count}", origin, scope.depth + 1))
        if _SECT_PR in own:
            self._end_section()
        return found

    def _lines(
        self, pieces: list[Piece], direct: ParagraphProps, inherited: ParagraphProps, place: str, origin: Origin
    ) -> list[Line]:
        props = paragraph_over(direct, inherited)
        numbered = self.counter.next(props.num_id, props.ilvl, props.num_style)
        self._new_page |= bool(props.breaks_before)
        indent = _indent(direct, inherited, numbered)
        outline = None if props.outline == NO_OUTLINE else props.outline
        shown = numbered is not None and numbered.marker is not None
        marker, level = (numbered.marker, numbered.level) if numbered is not None and shown else (None, None)
        lines: list[Line] = []
        for segment in segments(pieces):
            self._new_page |= segment.new_page
            if not segment.text or is_rule(segment.text):
                self._spaced = True
                continue
            lines.append(
                Line(
                    segment.text,
                    place,
                    size=segment.size,
                    bold=segment.bold,
                    align=props.align,
                    indent=round(indent + segment.lead, 2),
                    marker=None if lines else marker,
                    level=None if lines else level,
                    outline=outline,
                    continues=bool(lines),
                    spaced=self._spaced,
                    new_page=self._new_page,
                    struck=segment.struck,
                    origin=origin,
                )
            )
            self._new_page = self._spaced = False
        return lines

    def _end_section(self) -> None:
        """The next line starts a page unless the next section runs on."""
        self.section += 1
        if self.section < len(self.sections):
            self._new_page |= self.sections[self.section] not in _CONTINUOUS


def section_kind(section: Element) -> str:
    """How a section starts (``nextPage`` where it does not say)."""
    kind = section.find(f"{W}type")
    return "nextPage" if kind is None else str(kind.get(VAL, "nextPage"))


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs, tables and imports of a container, those in content controls and insertions included."""
    for child in container:
        tag = child.tag
        if tag in _BLOCKS:
            yield child
        elif tag == _SDT:
            content = filled_content(child)
            if content is not None:
                yield from blocks(content)
        elif tag in _WRAPPERS:
            yield from blocks(child)
        elif tag == ALTERNATE:
            yield from blocks(chosen_branch(child))


def _has(node: Element | None, name: str) -> bool:
    return node is not None and len(node) > 0 and first_child(node, f"{W}{name}") is not None


def _indent(direct: ParagraphProps, inherited: ParagraphProps, numbered: Numbered | None) -> float:
    """Where the first line, or its marker, starts.

    The list level's indents win over the style's where the paragraph itself asks for the list, else the style's do.
    """
    near: ParagraphProps | Numbered = inherited
    far: ParagraphProps | Numbered = inherited if numbered is None else numbered
    if direct.num_id is not None:
        near, far = far, near
    return _nearest(direct.left, near.left, far.left) + _nearest(direct.first, near.first, far.first)


def _nearest(own: float | None, near: float | None, far: float | None) -> float:
    """The first that is given, 0 where none is."""
    found = own if own is not None else near if near is not None else far
    return found or 0.0
