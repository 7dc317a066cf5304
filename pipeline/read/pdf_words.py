"""The words of a page by PDFium: sides, baseline, size, weight.

Few foreign calls make it fast: one for the page's text, then per *word* the box of its first and last character and
the text object it belongs to; matrix and font are asked once per text object and font.

* PDFium ends a line at a hyphen with U+FFFE instead of a hyphen and a line break: it is a hyphen, and a word's end.
* A glyph without a Unicode value is no part of PDFium's text: then the text is put together character by character, so
  that an index into it stays one of the characters. Alone at the start of a line such a glyph is taken for a bullet.
* Boxes are in user space, before the page's own rotation.
"""

import ctypes
import math
import re
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium_c

from notula.pipeline.read.glyphs import glyph, plain_signs
from notula.pipeline.read.pdf_calls import (
    address,
    argument,
    char_matrix,
    font_size,
    loose_box,
    object_font,
    render_mode,
    text_object,
)
from notula.pipeline.read.pdf_page import Page, Placement, Token, TurnedToken
from notula.pipeline.read.sense import is_garbage
from notula.pipeline.text import clean

_WORD: Final = re.compile("[^\\s\ufffe]+\ufffe?|\ufffe")
_UNREADABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uefff\uf100-\uf8ff]")
_NO_TEXT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_BOLD: Final = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_SYMBOL_FONT: Final = re.compile("^(?:[A-Z]{6}\\+)?(symbol|wingding|webding)", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # font descriptor flag, ISO 32000-1 table 123
_UNMAPPED = "\ue000"
_LOST_BULLET: Final = re.compile("(?:(?<=\n)|^)[\x01-\x08\x0e-\x1f\ufffd\ue000](?=\\s)")
_FILL_AND_STROKE = pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE  # a makeshift bold
_STRAIGHT = 5  # degrees that upright text may lean (the text layer of a crooked scan)


class _Style(NamedTuple):
    """What the words of one text object share: ``quarter`` counts counter-clockwise turns, None at an odd angle."""

    base: float
    size: float
    bold: bool
    symbols: str | None
    quarter: int | None
    angle: int
    origin: tuple[float, float]


class WordReader:
    """Reads the words of one page; the text page has to stay open meanwhile."""

    def __init__(self, text_page: Any) -> None:
        self._page = argument(address(text_page))
        self._chars: int = pdfium_c.FPDFText_CountChars(text_page)
        self._text = self._read_text(text_page)
        self._unreadable = len(_UNREADABLE.findall(self._text))
        if self._unreadable:
            self._text = _LOST_BULLET.sub("•", self._text)
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, tuple[bool, str | None]] = {}
        self._rect = pdfium_c.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self._matrix = pdfium_c.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)

    def _read_text(self, text_page: Any) -> str:
        if self._chars <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * self._chars + 2))()
        units = pdfium_c.FPDFText_GetText(text_page, 0, self._chars, buffer)
        text = bytes(buffer)[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == self._chars:
            return text
        codes = (pdfium_c.FPDFText_GetUnicode(text_page, at) for at in range(self._chars))
        return "".join(chr(code) if code else _UNMAPPED for code in codes)

    def garbled(self) -> bool:
        """Whether most of the characters have no readable value, or make no sense."""
        visible = len(self._text) - self._text.count(" ") - self._text.count("\n") - self._text.count("\r")
        return (self._unreadable > 4 and 2 * self._unreadable > visible) or is_garbage(self._text)

    def read(self, page: Page, box: tuple[float, float, float, float], rotation: int) -> Placement:
        """Fills in the page's words; how the frame lies in user space."""
        place = Placement(*box, rotation)
        if rotation:
            return self._read_turned(page, box, rotation)
        others = self._read_upright(page, place)
        if others and 2 * sum(others) > sum(others) + sum(len(token.text) for token in page.tokens):
            page.tokens.clear()
            return self._read_turned(page, box, rotation)
        if others:
            self._add_turned(page, place)
        return place

    def _read_upright(self, page: Page, place: Placement) -> list[int]:
        """Adds the upright words; the lengths of the others. The hot loop: plain locals, no helper per word.

        ``tuple.__new__`` makes a named tuple in half the time of calling its class.
        """
        text_page, rect, rect_ref, styles = self._page, self._rect, self._rect_ref, self._styles
        new, left, top, tokens = tuple.__new__, place.left, place.top, page.tokens
        others: list[int] = []
        for found in _WORD.finditer(self._text):
            word, (first, end) = found[0], found.span()
            owner = text_object(text_page, first)
            if not owner:
                continue
            base, size, bold, symbols, quarter, _, _ = styles.get(owner) or self._style(owner, first)
            if quarter != 0:
                others.append(len(word))
                continue
            if symbols or not (word.isascii() and word.isprintable()):
                word = _readable(word, symbols)
                if not word:
                    continue
            loose_box(text_page, first, rect_ref)
            x0 = rect.left
            if end - first > 1:
                loose_box(text_page, end - 1, rect_ref)
            x1 = rect.right
            if end - first > 1 and not 0 < x1 - x0 < 1.6 * size * (end - first):
                self._add_pieces(page, place, first, end - 1)
                continue
            tokens.append(new(Token, (top - base, x0 - left, x1 - left, size, word, bold, len(tokens))))
        return others

    def _add_pieces(self, page: Page, place: Placement, first: int, last: int) -> None:
        """Adds a run of characters without white space that is no one word: it jumps to another line or column."""
        rect = self._rect
        start, text, sides = first, "", [0.0, 0.0]
        for at in range(first, last + 2):
            if at <= last:
                loose_box(self._page, at, self._rect_ref)
            size = self._style_at(start).size
            jumps = bool(text) and not -0.5 * size < rect.left - sides[1] < size
            if at > last or jumps:
                style = self._style_at(start)
                word = _readable(text, style.symbols)
                if word:
                    page.tokens.append(
                        Token(place.top - style.base, sides[0] - place.left, sides[1] - place.left, style.size, word,
                              style.bold, len(page.tokens))
                    )  # fmt: skip
                start, text, sides = at, "", [rect.left, rect.right]
            if not text:
                sides = [rect.left, rect.right]
            text += self._text[at] if at <= last else ""
            sides[1] = rect.right

    def _read_turned(self, page: Page, box: tuple[float, float, float, float], rotation: int) -> Placement:
        """Adds all words of a page that is turned, or whose text is: upright is what most of the letters are."""
        letters: dict[int | None, int] = {rotation: 1}
        words = self._boxed_words()
        for word, style, _ in words:
            letters[style.quarter] = letters.get(style.quarter, 0) + len(word)
        quarter = max((turn for turn in letters if turn is not None), key=lambda turn: letters[turn])
        place = Placement(*box, quarter)
        for word, style, around in words:
            if style.quarter == quarter:
                x0, _, x1, _ = place.box(*around)
                base = place.point(*style.origin)[1]
                page.tokens.append(Token(base, x0, x1, style.size, word, style.bold, len(page.tokens)))
            else:
                page.turned.append(_turned(word, style, place.box(*around)))
        return place

    def _add_turned(self, page: Page, place: Placement) -> None:
        for word, style, around in self._boxed_words():
            if style.quarter != place.quarter:
                page.turned.append(_turned(word, style, place.box(*around)))

    def _boxed_words(self) -> list[tuple[str, _Style, tuple[float, float, float, float]]]:
        """Every word with its style and its box in user space."""
        found = []
        for match in _WORD.finditer(self._text):
            first, last = match.start(), match.end() - 1
            style = self._style_at(first)
            word = _readable(match[0], style.symbols)
            if word:
                a, b = self._char_box(first), self._char_box(last)
                around = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
                found.append((word, style, around))
        return found

    def _char_box(self, at: int) -> tuple[float, float, float, float]:
        loose_box(self._page, at, self._rect_ref)
        return self._rect.left, self._rect.bottom, self._rect.right, self._rect.top

    def _style_at(self, at: int) -> _Style:
        owner = text_object(self._page, at)
        if not owner:
            return _Style(0.0, 1.0, False, None, None, 0, (0.0, 0.0))
        return self._styles.get(owner) or self._style(owner, at)

    def _style(self, owner: int, at: int) -> _Style:
        """The style of a text object; its matrix includes those of the forms around it."""
        matrix = self._matrix
        char_matrix(self._page, at, self._matrix_ref)
        size = font_size(self._page, at)
        quarter: int | None = 0
        angle = 0
        if matrix.b or matrix.c or matrix.a < 0:
            degrees = math.degrees(math.atan2(matrix.b, matrix.a))
            angle = round(degrees)
            quarter = round(degrees / 90) % 4 if abs(degrees - 90 * round(degrees / 90)) <= _STRAIGHT else None
            size *= math.hypot(matrix.c, matrix.d)
        else:
            size *= abs(matrix.d)
        bold, symbols = self._font(owner)
        style = _Style(matrix.f, size or 1.0, bold, symbols, quarter, angle, (matrix.e, matrix.f))
        self._styles[owner] = style
        return style

    def _font(self, owner: int) -> tuple[bool, str | None]:
        """Whether a text object is bold, and the name of its font if it is one of symbols."""
        key = object_font(owner)
        thick = render_mode(owner) == _FILL_AND_STROKE
        if not key:
            return thick, None
        known = self._fonts.get(key)
        if known is None:
            font = ctypes.cast(key, pdfium_c.FPDF_FONT)
            buffer = ctypes.create_string_buffer(256)
            pdfium_c.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            heavy = pdfium_c.FPDFFont_GetWeight(font) >= 600 or pdfium_c.FPDFFont_GetFlags(font) & _FORCE_BOLD
            symbol = _SYMBOL_FONT.match(name)
            known = bool(_BOLD.search(name) or heavy), symbol[1] if symbol else None
            self._fonts[key] = known
        return known[0] or thick, known[1]


def _readable(word: str, symbols: str | None) -> str:
    """A word as readers give it: the line-end hyphen a hyphen, symbols as characters, cleaned."""
    word = word.replace("\ufffe", "-")
    if symbols:
        coded = ((ord(sign), sign < "\u0100" or "\uf000" <= sign <= "\uf0ff") for sign in word)
        word = "".join(glyph(code, symbols) if raw else chr(code) for code, raw in coded) or "•"
    return _NO_TEXT.sub("", clean(plain_signs(word))).strip()


def _turned(word: str, style: _Style, around: tuple[float, float, float, float]) -> TurnedToken:
    """A word at an angle; ``across`` is its baseline's distance from the origin, which the words of a line share."""
    angle = math.radians(style.angle)
    across = style.origin[1] * math.cos(angle) - style.origin[0] * math.sin(angle)
    return TurnedToken(*around, style.size, word, style.angle, across)
