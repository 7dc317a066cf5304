"""Signs of the symbol fonts (Symbol, Wingdings, Webdings) as ordinary characters.

Word stores them as private code points U+F020 to U+F0FF, the font's own byte added to U+F000. Only what minutes use is
here: bullets, ticks, arrows, comparison signs; bullets are unified to a few shapes.
"""

import re

_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD0: "∠",
    0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0x62: "β", 0x61: "α", 0x6D: "μ", 0x70: "π", 0x44: "Δ",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪",
    0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_COMMONER = {0xA7: "▪", 0xA8: "◻"}  # bullets of Wingdings, where the font is lost: nobody means the suits of Symbol
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_LOST = re.compile(r"^([ \t]*)[?\ufffd](?=[ \t]+\S)", re.MULTILINE)
_FEWEST_LOST = 2  # lines


def glyph(code: int, font: str | None) -> str:
    """The character that this code shows in this font; empty where nothing sensible is known.

    Codes without the U+F000 offset count too. A code of a text font, or of Unicode proper, is itself.
    """
    low = code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
    name = (font or "").lower()
    if name.startswith("symbol"):
        return _SYMBOL.get(low) or _plain(low)
    if name.startswith(("wingding", "webding")):
        return _WINGDINGS.get(low, "")
    if low == code:
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
    return _COMMONER.get(low) or _SYMBOL.get(low) or _WINGDINGS.get(low) or ""


def plain_signs(text: str, font: str | None = None) -> str:
    """Text with the private code points of symbol fonts as ordinary characters, those unknown left out."""
    if text.isascii() or _PRIVATE.search(text) is None:
        return text
    return _PRIVATE.sub(lambda found: glyph(ord(found[0]), font), text)


def with_lost_bullets(text: str) -> str:
    """Text with the sign that an encoding left of bullets, before two lines or more, as bullets again."""
    return _LOST.sub(r"\1•", text) if len(_LOST.findall(text)) >= _FEWEST_LOST else text


def bullet(text: str, font: str | None) -> str:
    """A list bullet as shown: a known sign, else ``•``; the letter o of Courier New is a hollow bullet."""
    if text in ("o", "O"):
        return "◦"
    if (font or "").lower().startswith(("symbol", "wingding", "webding")) and len(text) == 1:
        return glyph(ord(text), font) or "•"
    return plain_signs(text, font) or "•"


def _plain(low: int) -> str:
    """A code of the Symbol font that shows as ASCII does (digits, brackets, full stops)."""
    return chr(low) if 0x20 <= low <= 0x3F or low in (0x5B, 0x5D, 0x7B, 0x7C, 0x7D) else ""
