"""Formatting of DOCX paragraphs and runs: what a style chain and direct formatting come to.

* The nearest of direct formatting, the style, what the style is based on, and the document's defaults wins, property by
  property (ISO/IEC 29500-1, 17.7.2).
* Bold, strike and hidden are toggles: set by both the paragraph's and the run's style they cancel out (17.7.3).
"""

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar

from notula.models.source import Align
from notula.pipeline.read.docx_package import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
NO_OUTLINE = -1
"""The outline of a style that says it is body text, whatever it is based on."""

_BREAK_BEFORE, _NUM_PR, _OUTLINE, _IND, _JC = (
    f"{W}{name}" for name in ("pageBreakBefore", "numPr", "outlineLvl", "ind", "jc")
)
_INDENTS = tuple(f"{W}{name}" for name in ("left", "start", "hanging", "firstLine"))
_SAYING = frozenset((_BREAK_BEFORE, _NUM_PR, _OUTLINE, _IND, _JC))
_NUM_ID, _ILVL = f"{W}numId", f"{W}ilvl"
_B, _SZ, _FONTS, _VANISH = (f"{W}{name}" for name in ("b", "sz", "rFonts", "vanish"))
_STRIKES = (f"{W}strike", f"{W}dstrike")
_DEFAULT_SIZE = 10.0  # points where nothing says a size (17.3.2.38)
_TWIPS = 20.0
_CACHEABLE = 1_000_000
_HEADING = re.compile(r"(?:heading|judul|tajuk)\s*([1-9])$", re.I)
_TITLE = re.compile(r"(?:title|judul)$", re.I)
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify",
    "distribute": "justify",
}  # fmt: skip


class RunProps(NamedTuple):
    """Character formatting; None where not said. ``size`` in points."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None


class ParagraphProps(NamedTuple):
    """Paragraph formatting; None where not said.

    ``left`` and ``first`` (of the first line, against ``left``) in points; ``num_style`` is the style that brought the
    numbering in, None where it is direct.
    """

    outline: int | None = None
    align: Align | None = None
    left: float | None = None
    first: float | None = None
    num_id: str | None = None
    ilvl: int | None = None
    num_style: str | None = None
    breaks_before: bool | None = None


Props = TypeVar("Props", RunProps, ParagraphProps)
_PLAIN_RUN, _PLAIN_PARAGRAPH = RunProps(), ParagraphProps()


def over(top: Props, base: Props) -> Props:
    """Formatting with what ``top`` leaves open taken from ``base``."""
    if top.count(None) == len(top):
        return base
    kind = type(base)
    return kind._make([mine if mine is not None else under for mine, under in zip(top, base, strict=True)])


@lru_cache(maxsize=1024)
def paragraph_over(top: ParagraphProps, base: ParagraphProps) -> ParagraphProps:
    """As :func:`over`, remembered: most paragraphs are formatted as others are."""
    return over(top, base)


class Style(NamedTuple):
    """A style as written: its own formatting and what it is based on."""

    based_on: str | None
    paragraph: ParagraphProps
    run: RunProps


class Styles:
    """The styles of a document, their chains resolved when asked for."""

    def __init__(self, styles: dict[str, Style], default: str | None, base: Style) -> None:
        self._styles, self._default, self._base = styles, default, base
        self._resolved: dict[str, tuple[ParagraphProps, RunProps]] = {}
        self._paragraphs: dict[str | None, tuple[ParagraphProps, RunProps]] = {}

    def paragraph(self, name: str | None) -> tuple[ParagraphProps, RunProps]:
        """The formatting of a paragraph style by id; the default style's where there is no such style."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name)
        return self._paragraphs[name]

    def _paragraph(self, name: str | None) -> tuple[ParagraphProps, RunProps]:
        known = name if name in self._styles else self._default
        paragraph, run = self._chain(known) if known is not None else (ParagraphProps(), RunProps())
        if name is not None and name not in self._styles and paragraph.outline is None:
            paragraph = paragraph._replace(outline=_outline_of(name))
        return over(paragraph, self._base.paragraph), over(run, self._base.run)

    def character(self, name: str | None) -> RunProps:
        """The formatting of a character style by id, nothing where there is no such style."""
        return self._chain(name)[1] if name is not None and name in self._styles else RunProps()

    def num_id(self, name: str) -> str | None:
        """The numbering that a style brings in, None where it brings none."""
        return self._chain(name)[0].num_id if name in self._styles else None

    def _chain(self, name: str) -> tuple[ParagraphProps, RunProps]:
        """The formatting of a known style and of all it is based on."""
        if name not in self._resolved:
            paragraph, run = ParagraphProps(), RunProps()
            seen: set[str] = set()
            at: str | None = name
            while at is not None and at in self._styles and at not in seen:
                seen.add(at)
                style = self._styles[at]
                paragraph, run = over(paragraph, style.paragraph), over(run, style.run)
                at = style.based_on
            self._resolved[name] = paragraph, run
        return self._resolved[name]


def load_styles(data: bytes | None) -> Styles:
    """The styles of a ``styles.xml``; parsed once for all documents made from the same template."""
    if data is None:
        return Styles({}, None, Style(None, ParagraphProps(), RunProps(size=_DEFAULT_SIZE)))
    return _load_cached(data) if len(data) <= _CACHEABLE else _load(data)


def _load(data: bytes) -> Styles:
    styles: dict[str, Style] = {}
    default = None
    base = Style(None, ParagraphProps(), RunProps(size=_DEFAULT_SIZE))
    for node in parse(data, "styles.xml"):
        if node.tag == f"{W}style":
            name = node.get(f"{W}styleId")
            if name is None:
                continue
            styles[name] = _style(node, name)
            if node.get(f"{W}type") == "paragraph" and is_on(node.get(f"{W}default", "0")):
                default = name
        elif node.tag == f"{W}docDefaults":
            run = run_props(node.find(f"{W}rPrDefault/{W}rPr"))
            base = Style(None, paragraph_props(node.find(f"{W}pPrDefault/{W}pPr")), over(run, base.run))
    return Styles(styles, default, base)


_load_cached = lru_cache(maxsize=16)(_load)


def _style(node: Element, name: str) -> Style:
    own = paragraph_props(node.find(f"{W}pPr"))
    if own.outline is None or _outline_of(_val(node, "name")) == 0:
        outline = _outline_of(_val(node, "name"))
        own = own._replace(outline=_outline_of(name) if outline is None else outline)
    if own.num_id is not None:
        own = own._replace(num_style=name)
    return Style(_val(node, "basedOn"), own, run_props(node.find(f"{W}rPr")))


def _outline_of(name: str | None) -> int | None:
    """The outline that a style's name or id tells (0 for a title), None where it tells none."""
    name = (name or "").strip()
    if _TITLE.match(name):
        return 0
    found = _HEADING.match(name)
    return int(found[1]) if found else None


def run_props(node: Element | None) -> RunProps:
    """The formatting that a ``w:rPr`` says itself."""
    if node is None or not len(node):
        return _PLAIN_RUN
    bold = struck = hidden = size = font = None
    for child in node:
        tag = child.tag
        if tag == _B:
            bold = is_on(child.get(VAL))
        elif tag == _SZ:
            size = (number(child.get(VAL)) or 0) / 2 or None
        elif tag == _FONTS:
            font = child.get(f"{W}ascii") or child.get(f"{W}hAnsi")
        elif tag in _STRIKES:
            struck = is_on(child.get(VAL)) or bool(struck)
        elif tag == _VANISH:
            hidden = is_on(child.get(VAL))
    return RunProps(bold, struck, hidden, size, font)


def paragraph_props(node: Element | None) -> ParagraphProps:
    """The formatting that a ``w:pPr`` says itself."""
    return _PLAIN_PARAGRAPH if node is None else props_of(named_children(node))


def named_children(node: Element) -> dict[str, Element]:
    """The children of an element by their names, of several with one name the first."""
    return {child.tag: child for child in reversed(node)}


def first_child(node: Element, tag: str) -> Element | None:
    """The first child of this name; most such elements, if they are there, have to stand before all others."""
    if len(node) and node[0].tag == tag:
        return node[0]
    return next(node.iterchildren(tag), None)


def props_of(own: dict[str, Element]) -> ParagraphProps:
    """The formatting that the children of a ``w:pPr`` say."""
    if own.keys().isdisjoint(_SAYING):
        return _PLAIN_PARAGRAPH
    breaks, listed = own.get(_BREAK_BEFORE), named_children(own[_NUM_PR]) if _NUM_PR in own else {}
    return _meant(
        value_of(own.get(_OUTLINE)),
        value_of(own.get(_JC)),
        tuple(map(own[_IND].get, _INDENTS)) if _IND in own else None,
        value_of(listed.get(_NUM_ID)),
        value_of(listed.get(_ILVL)),
        None if breaks is None else is_on(breaks.get(VAL)),
    )


@lru_cache(maxsize=1024)
def _meant(
    outline: str | None,
    align: str | None,
    indents: tuple[str | None, ...] | None,
    num_id: str | None,
    ilvl: str | None,
    breaks: bool | None,
) -> ParagraphProps:
    """The formatting that values come to as they are written: most paragraphs have those of another."""
    level = number(outline)
    left, first = _indents(*indents) if indents else (None, None)
    return ParagraphProps(
        outline=None if level is None else level + 1 if 0 <= level < 9 else NO_OUTLINE,
        align=_ALIGN.get(align or ""),
        left=left,
        first=first,
        num_id=num_id,
        ilvl=number(ilvl),
        breaks_before=breaks,
    )


def run_of_style(paragraph: RunProps, character: RunProps) -> RunProps:
    """The formatting of a run's style within a paragraph's style, toggles cancelled out."""
    merged = over(character, paragraph)
    return merged._replace(
        bold=bool(paragraph.bold) != bool(character.bold),
        struck=bool(paragraph.struck) != bool(character.struck),
        hidden=bool(paragraph.hidden) != bool(character.hidden),
    )


def is_on(value: str | None) -> bool:
    """Whether an on/off value is on; an element without one is."""
    return value not in ("0", "false", "off")


def number(value: str | None) -> int | None:
    """An integer attribute, None where it is none (or is absurdly long)."""
    if value is None or len(value) > 12:
        return None
    try:
        return int(value) if value.isdecimal() else int(float(value))
    except (ValueError, OverflowError):
        return None


def _val(node: Element, path: str) -> str | None:
    return value_of(node.find(f"{W}{path}"))


def value_of(node: Element | None) -> str | None:
    """What a property says (``w:val``); None where it is not there or says nothing."""
    value: str | None = None if node is None else node.get(VAL)
    return value


def _indents(
    left: str | None, start: str | None, hanging: str | None, first: str | None
) -> tuple[float | None, float | None]:
    """Left and first-line indent in points, from the values of ``_INDENTS``."""
    edge, back, shift = number(start if left is None else left), number(hanging), number(first)
    shift = shift if back is None else -back
    return None if edge is None else edge / _TWIPS, None if shift is None else shift / _TWIPS
