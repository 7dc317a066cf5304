"""HTML -> Source: block elements as lines, lists with their markers, tables with their spans.

* White space collapses as in a browser; no-break spaces do not, and three of them are a gap.
* ``<br>`` continues a paragraph; two in a row end it.
* Numbers and bullets are counted as a browser does (``start``, ``value``, ``reversed``, ``type``, ``list-style-type``);
  those that Word writes out into its HTML (``mso-list: Ignore``) are markers too.
* A table of a single cell is layout: its content stands in its place; so is one with a menu beside the text of a page.
* Template code (Blade, PHP, Jinja, ASP) is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from notula.models.issue import Note
from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.glyphs import bullet, plain_signs
from notula.pipeline.read.html_style import Element, Look, breaks_page, css_of, is_shown, look_of
from notula.pipeline.read.html_tables import lay_out, page_cells
from notula.pipeline.read.html_templates import without_templates
from notula.pipeline.read.lines import MAX_CHARS, decode, is_rule, require_text, tidy
from notula.pipeline.read.numerals import numeral
from notula.pipeline.read.runs import Run, merge
from notula.pipeline.settings import Settings

MEDIA_TYPE = "text/html"
MAX_ELEMENTS = 1_000_000
MAX_TABLE_DEPTH = 50
MAX_DEPTH = 200  # elements; libxml2 gives up at 256

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr",
    "ul",
))  # fmt: skip
_ROWS = frozenset(("thead", "tbody", "tfoot", "tr"))
_CELLS = frozenset(("td", "th", "col", "colgroup"))
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_MSO_LEVEL = re.compile(r"\blevel(\d)")
_FONT = re.compile(r"font-family:\s*[\"']?(symbol|wingdings|webdings|courier new)", re.I)


def read_html(data: bytes, settings: Settings) -> Source:
    """What a page shows. Note D004 says that tables nested too deep were left out.

    Raises:
        DocumentError: ``empty`` or ``too_large``.
    """
    found = _CHARSET.search(data[:4096])
    return read_page(decode(data, found[1].decode("ascii", "replace") if found else None), MEDIA_TYPE)


def read_page(text: str, media_type: str) -> Source:
    """What a page shows whose characters are these; notes and errors as for :func:`read_html`."""
    page = _read(without_templates(text))
    require_text(page.content)
    return Source(media_type, tuple(page.content), notes=(Note("D004"),) if page.too_deep else ())


def read_fragment(text: str) -> tuple[Line | Table, ...]:
    """What HTML inside of another file shows.

    Raises:
        DocumentError: ``too_large``.
    """
    return tuple(_read(text).content)


def _read(text: str) -> "_Page":
    if len(text) > MAX_CHARS:
        raise DocumentError("too_large", reason="reason.characters", limit=str(MAX_CHARS))
    if text.count("<") > MAX_ELEMENTS:
        raise DocumentError("too_large", reason="reason.elements", limit=str(MAX_ELEMENTS))
    page = _Page()
    root = _parse(text)
    if root is not None:
        page.walk(root, Look())
        page.flush()
    return page


def _parse(text: str) -> Element | None:
    """The root element, None where there is none.

    Raises:
        DocumentError: elements are nested too deep to be read (``too_large``).
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = lxml.html.document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError("too_large", reason="reason.nested", limit=str(MAX_DEPTH))
    return root


@dataclass(slots=True)
class _List:
    """A list being read: its numbers' style (None where it has bullets, empty where it shows nothing)."""

    style: str | None
    level: int
    number: int = 1
    step: int = 1

    def marker(self, item: Element) -> str | None:
        """The marker of the next item."""
        if self.style == "":
            return None
        if self.style is None:
            return "•"
        self.number = _integer(item.get("value"), self.number)
        shown = numeral(self.number, self.style)
        self.number += self.step
        return f"{shown}."


@dataclass(slots=True)
class _Page:
    """The page as read so far; ``runs`` is the paragraph being read, ``look`` how its first text looks."""

    content: list[Line | Table] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    lists: list[_List] = field(default_factory=list)
    marker: tuple[str, int] | None = None
    nested: int = 0
    tables: int = 0
    too_deep: bool = False
    continues: bool = False
    spaced: bool = False
    new_page: bool = False

    def walk(self, element: Element, around: Look) -> None:
        """Reads an element, what follows it (its tail) excluded.

        Raises:
            DocumentError: it is nested too deep (``too_large``).
        """
        if self.nested > MAX_DEPTH:
            raise DocumentError("too_large", reason="reason.nested", limit=str(MAX_DEPTH))
        if not isinstance(element.tag, str):
            return
        css = css_of(element)
        if not is_shown(element, css):
            return
        block = element.tag in _BLOCKS
        before = len(self.content)
        if block:
            self.flush(end=True)
            self.new_page |= breaks_page(css, "before")
        self.nested += 1
        self._inside(element, css, look_of(element, css, around))
        self.nested -= 1
        if block:
            self.flush(end=True)
            self.spaced |= len(self.content) == before and element.tag in ("p", "hr")
            self.new_page |= breaks_page(css, "after")

    def _inside(self, element: Element, css: dict[str, str], look: Look) -> None:
        tag = element.tag
        if tag == "br":
            self._break(look)
        elif tag == "table":
            self._table(element, look)
        elif css.get("mso-list") == "ignore":
            self.marker = _written_marker(element), self.marker[1] if self.marker else 0
        elif tag in ("ol", "ul", "menu"):
            self.lists.append(_list_of(element, css, len(self.lists)))
            self._children(element, look)
            self.lists.pop()
        elif tag == "li":
            shown = self.lists[-1].marker(element) if self.lists else "•"
            self.marker = (shown, max(len(self.lists) - 1, 0)) if shown else None
            self._children(element, look)
            self.flush(end=True)
            self.marker = None
        else:
            if found := _MSO_LEVEL.search(css.get("mso-list", "")):
                self.marker = "", int(found[1]) - 1
            self._children(element, look)

    def _children(self, element: Element, look: Look) -> None:
        self._text(element.text, look)
        for child in element:
            self.walk(child, look)
            self._text(child.tail, look)

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if not self.runs:
            self.look = look
        if not look.preformatted:
            self.runs.append(Run(_SPACES.sub(" ", text), look.bold, look.struck))
            return
        for count, row in enumerate(text.replace("\r\n", "\n").split("\n")):
            if count:
                self._break(look)
            self.look = look
            self.runs.append(Run(row, look.bold, look.struck))

    def _break(self, look: Look) -> None:
        """Ends a line; where it is empty, the paragraph too."""
        shown = self.flush()
        self.continues = shown
        self.spaced |= not shown
        self.look = look

    def flush(self, end: bool = False) -> bool:
        """Puts out the line being read, True where there is one; ``end`` ends its paragraph as well."""
        merged = merge(self.runs)
        raw = merged.text if self.look.preformatted else re.sub(" {2,}", " ", merged.text)
        text = tidy(plain_signs(raw))
        self.runs = []
        if text and not is_rule(text):
            marker, level = self.marker or (None, None)
            look = self.look
            self.content.append(
                Line(
                    text, bold=merged.bold, align=look.align, indent=round(look.indent, 2), marker=marker or None,
                    level=level if marker else None, outline=look.outline, continues=self.continues,
                    spaced=self.spaced, new_page=self.new_page, struck=merged.struck, origin=look.origin,
                )
            )  # fmt: skip
            self.marker = None
            self.spaced = self.new_page = False
            shown = True
        else:
            self.spaced |= bool(text)
            shown = False
        if end:
            self.continues = False
        return shown

    def _table(self, element: Element, look: Look) -> None:
        if self.tables >= MAX_TABLE_DEPTH:
            self.too_deep = True
            return
        look = look._replace(outline=None, indent=0.0)
        self._outside_cells(element, look)
        self.flush(end=True)
        if parts := page_cells(element):
            for cell, origin in parts:
                self.content.extend(self._cell(cell, look._replace(origin=origin)))
            return
        table = lay_out(element, lambda cell: self._cell(cell, look))
        if len(table.cells) == 1:
            self.content.extend(table.cells[0].content)
        elif any(cell.content for cell in table.cells):
            self.content.append(table)

    def _outside_cells(self, part: Element, look: Look) -> None:
        """Reads what stands in a table but in no cell (HTML Living Standard, 13.2.6.4.9): it goes before the table."""
        self._text(part.text, look)
        for child in part:
            if child.tag in _ROWS:
                if is_shown(child, css_of(child)):
                    self._outside_cells(child, look)
            elif child.tag not in _CELLS:
                self.walk(child, look)
            self._text(child.tail, look)

    def _cell(self, cell: Element, look: Look) -> tuple[Line | Table, ...]:
        """The content of a table cell, read as a page of its own."""
        inner = _Page(nested=self.nested + 1, tables=self.tables + 1, new_page=self.new_page)
        inner.walk(cell, look)
        inner.flush()
        self.too_deep |= inner.too_deep
        self.new_page = inner.new_page
        return tuple(inner.content)


def _list_of(element: Element, css: dict[str, str], level: int) -> _List:
    kind = css.get("list-style-type") or css.get("list-style") or ""
    names = element.get("class") or ""
    if kind.startswith("none") or "list-unstyled" in names or "list-none" in names:
        return _List("", level)
    style = _STYLES.get(kind.split(" ")[0])
    if element.tag != "ol":
        return _List(style, level)
    style = style or _STYLES.get((element.get("type") or "").strip(), "decimal")
    if element.get("reversed") is None:
        return _List(style, level, _integer(element.get("start"), 1))
    items = sum(1 for _ in element.iterchildren("li"))
    return _List(style, level, _integer(element.get("start"), items), -1)


def _written_marker(element: Element) -> str:
    """The marker that Word wrote into the text, its symbol font's sign as an ordinary one."""
    text = tidy("".join(_texts(element)))
    font = next((found[1] for node in element.iter() if (found := _FONT.search(node.get("style") or ""))), None)
    around = element.getparent()
    if font is None and around is not None:
        found = _FONT.search(around.get("style") or "")
        font = found[1] if found else None
    return bullet(text, font) if len(text) == 1 and not text.isdigit() else text


def _texts(element: Element) -> Iterator[str]:
    yield from (str(text) for text in element.itertext())


def _integer(value: str | None, default: int) -> int:
    try:
        return int(value) if value is not None and len(value) < 10 else default
    except ValueError:
        return default
