"""The text of a Markdown line without its marks: emphasis, code, links, images, escapes, entities."""

import html
import re
from typing import NamedTuple

from notula.pipeline.read.lines import tidy

_MAX_LENGTH = 20_000  # of a line that is looked at for marks: the patterns below take quadratic time at worst

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`{1,3})(?!`)(.+?)(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)?>?(?:\s+[\"'][^\"'\n]*[\"'])?\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{2,})\]\[[^\[\]\n]*\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|s|small|span|strong"
    r"|sub|summary|sup|u|ul)(?:\s[^<>\n]*)?/?>",
    re.I,
)
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_EMPHASES = (
    re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"),
)
_STRONG = re.compile(r"(\*\*\*?|(?<!\w)__)(?=\S)(.+?)(?<=\S)\1|</?(?:b|strong)\b[^<>]*>")
_HTML_STRONG = re.compile(r"<(b|strong)\b[^<>]*>(.+?)</\1>", re.I)
_DANGLING = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)")
_KEPT = re.compile("\x00(\\d+)\x00")


class Inline(NamedTuple):
    """A line's text, and whether all its letters are bold, all struck."""

    text: str
    bold: bool
    struck: bool


def inline(raw: str) -> Inline:
    """The text that a line of Markdown shows; struck words are left out of it unless all are struck."""
    raw = raw.replace("\x00", "")
    if len(raw) > _MAX_LENGTH:
        return Inline(tidy(raw), False, False)
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x00{len(kept) - 1}\x00"

    text = _CODE.sub(lambda found: keep(found[2]), raw)
    text = _ESCAPE.sub(lambda found: keep(found[1]), text)
    text = _AUTOLINK.sub(lambda found: keep(found[1]), text)
    for pattern in (_IMAGE, _FOOTNOTE):
        text = pattern.sub("", text)
    for pattern in (_LINK, _REFERENCE):
        text = pattern.sub(lambda found: found[1], text)
    bold = _is_bold(text)
    text, struck = _without_struck(_TAG.sub("", text))
    for pattern in _EMPHASES:
        for _ in range(3):  # emphasis inside emphasis
            text, count = pattern.subn(lambda found: found[2], text)
            if not count:
                break
    text = html.unescape(_DANGLING.sub("", text))
    return Inline(tidy(_KEPT.sub(lambda found: kept[int(found[1])], text)), bold, struck)


def _is_bold(text: str) -> bool:
    """Whether letters stand in strong emphasis and none outside."""
    rest, first = _HTML_STRONG.subn("", text)
    rest, second = _STRONG.subn("", rest)
    return first + second > 0 and not any(char.isalnum() for char in _KEPT.sub("x", _TAG.sub("", rest)))


def _without_struck(text: str) -> tuple[str, bool]:
    """The text without ``~~struck~~`` words; where that leaves no letters, all of it and True."""
    rest, count = _STRUCK.subn("", text)
    if not count:
        return text, False
    if any(char.isalnum() for char in rest):
        return rest, False
    return _STRUCK.sub(lambda found: found[1], text), True
