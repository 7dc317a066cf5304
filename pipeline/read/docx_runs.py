"""The runs of a DOCX paragraph -> pieces of text with their formatting -> the lines between soft breaks.

* Insertions are read and deletions left out, as if all tracked changes were accepted.
* Of a field its result is read, never its code; a form's drop-down list or check box shows what is chosen.
* A content control shows its content, but not the prompt it shows while nothing is filled in.
* Of ``mc:AlternateContent`` one branch is read: the first choice that holds anything to read, else the fallback.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from notula.pipeline.read.docx_package import Element
from notula.pipeline.read.docx_styles import (
    VAL,
    RunProps,
    Styles,
    W,
    first_child,
    is_on,
    number,
    over,
    run_of_style,
    run_props,
)
from notula.pipeline.read.glyphs import glyph, plain_signs
from notula.pipeline.read.lines import tidy
from notula.pipeline.read.runs import Run, has_letters, merge

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT_BOX = f"{W}txbxContent"
ALTERNATE = f"{_MC}AlternateContent"
DELETIONS = (f"{W}del", f"{W}moveFrom")
INSERTIONS = (f"{W}ins", f"{W}moveTo")
PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)

_R, _T, _R_PR, _R_STYLE = (f"{W}{name}" for name in ("r", "t", "rPr", "rStyle"))
_LINE_BREAK, _PAGE_BREAK = _BREAKS = ("\v", "\f")  # no text of an XML file can hold these
_CONTAINERS = {f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")} | {
    *INSERTIONS
}
_MATH = {f"{_M}oMath", f"{_M}oMathPara"}
_GRAPHICS = {f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATE}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": _LINE_BREAK, f"{W}noBreakHyphen": "-"}
_READABLE = (f"{W}t", f"{W}sym", TEXT_BOX, *PICTURES)
_MOST_FIELDS = 50
_POINTS_PER_TAB, _POINTS_PER_SPACE = 36.0, 3.0


class Piece(NamedTuple):
    """Text with one formatting; a soft break or page break is a piece of its own."""

    text: str
    props: RunProps


class Segment(NamedTuple):
    """What stands between two soft breaks of a paragraph; ``lead`` is the width of tabs and spaces before it."""

    text: str
    bold: bool
    struck: bool
    size: float | None
    lead: float
    new_page: bool


@dataclass(slots=True)
class Field:
    """A complex field being read; ``shown`` counts the pieces before its result, ``form`` is what its form holds."""

    in_code: bool = True
    shown: int = 0
    form: str = ""


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one story; fields may span its paragraphs.

    ``boxes`` and ``notes`` gather the text boxes and foot- or endnote references met, for the caller to take.
    """

    styles: Styles
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _fields: list[Field] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)

    def pieces(self, paragraph: Element, base: RunProps) -> list[Piece]:
        """The visible pieces of a paragraph whose style formats runs as ``base``."""
        self._pieces = []
        for entry in self._fields:
            entry.shown = 0
        self._inline(paragraph, base)
        return self._pieces

    def _inline(self, node: Element, base: RunProps) -> None:
        for child in node:
            tag = child.tag
            if tag == _R:
                self._run(child, base)
            elif tag in _CONTAINERS:
                self._inline(child, base)
            elif tag == f"{W}sdt":
                content = filled_content(child)
                if content is not None:
                    self._inline(content, base)
            elif tag == ALTERNATE:
                self._inline(chosen_branch(child), base)
            elif tag in _MATH:
                self._add("".join(text.text or "" for text in child.iter(f"{_M}t")), base)

    def _run(self, run: Element, base: RunProps) -> None:
        props = self._props(first_child(run, _R_PR), base)
        for child in run:
            tag = child.tag
            if tag == _R_PR:
                continue
            if tag == _T:
                self._add(plain_signs(child.text or "", props.font), props)
            elif tag == f"{W}fldChar":
                self._field(child, props)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], props)
            elif tag == f"{W}br":
                self._add(_PAGE_BREAK if child.get(f"{W}type") == "page" else _LINE_BREAK, props)
            elif tag == f"{W}sym":
                self._add(_symbol(child), props)
            elif tag in _GRAPHICS:
                self._graphic(child, props)
            elif tag == f"{W}ruby":
                for text in child.iterchildren(f"{W}rubyBase"):
                    self._inline(text, base)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference") and not props.hidden:
                self.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))

    def _graphic(self, node: Element, props: RunProps) -> None:
        """Takes the text boxes of a drawing; a branch may also hold plain text (an emoji)."""
        if node.tag == ALTERNATE:
            node = chosen_branch(node)
            for text in node.iterchildren(f"{W}t"):
                self._add(text.text or "", props)
        if not props.hidden:
            self.boxes.extend(text_boxes(node))

    def _field(self, node: Element, props: RunProps) -> None:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            if len(self._fields) >= _MOST_FIELDS:  # never ended: no real document nests them so
                self._fields.clear()
            self._fields.append(Field(form=_form_value(node)))
        elif self._fields and kind == "separate":
            self._fields[-1].in_code, self._fields[-1].shown = False, len(self._pieces)
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            if ended.form and (ended.in_code or not _show_anything(self._pieces[ended.shown :])):
                self._add(ended.form, props)

    def _add(self, text: str, props: RunProps) -> None:
        if text and not props.hidden and not (self._fields and any([entry.in_code for entry in self._fields])):
            self._pieces.append(Piece(text, props))

    def _props(self, node: Element | None, base: RunProps) -> RunProps:
        """The formatting of a run: direct over its style over its paragraph's style."""
        if node is None or not len(node):
            return base
        style = first_child(node, _R_STYLE)
        if style is not None:
            base = run_of_style(base, self.styles.character(style.get(VAL)))
        return over(run_props(node), base)


def segments(pieces: Sequence[Piece]) -> Iterator[Segment]:
    """The lines of a paragraph, empty ones included (they separate)."""
    current: list[Piece] = []
    new_page = False
    if len(pieces) == 1 and pieces[0].text not in _BREAKS:  # most paragraphs
        yield _segment(pieces, False)
        return
    for piece in pieces:
        if piece.text in _BREAKS:
            yield _segment(current, new_page)
            current, new_page = [], piece.text == _PAGE_BREAK
        else:
            current.append(piece)
    yield _segment(current, new_page)


def _segment(pieces: Sequence[Piece], new_page: bool) -> Segment:
    if len(pieces) == 1 and not pieces[0].props.struck:  # most paragraphs
        ((text, props),) = pieces
        return Segment(tidy(text), bool(props.bold) and has_letters(text), False, props.size, lead(text), new_page)
    text, bold, struck = merge([Run(text, bool(props.bold), bool(props.struck)) for text, props in pieces])
    return Segment(tidy(text), bold, struck, _usual_size(pieces), lead(text), new_page)


def lead(text: str) -> float:
    """The width of the tabs and spaces that a text begins with."""
    count = len(text) - len(text.lstrip("\t \u00a0"))
    tabs = text.count("\t", 0, count)
    return tabs * _POINTS_PER_TAB + (count - tabs) * _POINTS_PER_SPACE


def _show_anything(pieces: Sequence[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _usual_size(pieces: Sequence[Piece]) -> float | None:
    """The size of most of the characters, None where there are none."""
    if len(pieces) == 1 or len({piece.props.size for piece in pieces}) == 1:
        return pieces[0].props.size
    sizes: Counter[float | None] = Counter()
    for piece in pieces:
        sizes[piece.props.size] += len(piece.text.strip())
    return sizes.most_common(1)[0][0] if sizes else None


def chosen_branch(node: Element) -> Element:
    """The branch of an ``mc:AlternateContent`` to read; the element itself, as if empty, where it has no branch."""
    choices = list(node.iterchildren(f"{_MC}Choice", f"{_MC}Fallback"))
    for choice in choices:
        if next(choice.iter(*_READABLE), None) is not None:
            return choice
    return choices[0] if choices else node


def filled_content(control: Element) -> Element | None:
    """What a content control holds, None where it only shows its prompt."""
    prompt = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if prompt is not None and is_on(prompt.get(VAL)):
        return None
    return control.find(f"{W}sdtContent")


def text_boxes(node: Element) -> list[Element]:
    """The outermost text boxes inside a drawing, one branch of each alternative, in order."""
    found = []
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at.tag == TEXT_BOX:
            found.append(at)
        elif at.tag == ALTERNATE and at is not node:
            waiting.append(chosen_branch(at))
        else:
            waiting.extend(reversed(at))
    return found


def _symbol(node: Element) -> str:
    try:
        code = int(node.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return glyph(code, node.get(f"{W}font"))


def _form_value(node: Element) -> str:
    """What a legacy form field holds: the chosen entry of its list or the state of its box."""
    data = node.find(f"{W}ffData")
    if data is None:
        return ""
    choices = data.find(f"{W}ddList")
    if choices is not None:
        entries = [entry.get(VAL, "") for entry in choices.iterchildren(f"{W}listEntry")]
        at = _first_number(choices, "result", "default") or 0
        return entries[at] if 0 <= at < len(entries) else ""
    box = data.find(f"{W}checkBox")
    if box is None:
        return ""
    state = box.find(f"{W}checked")
    state = box.find(f"{W}default") if state is None else state
    return "☒" if state is not None and is_on(state.get(VAL)) else "☐"


def _first_number(node: Element, *names: str) -> int | None:
    """The first number among these children."""
    for name in names:
        child = node.find(f"{W}{name}")
        if child is not None:
            return number(child.get(VAL))
    return None
