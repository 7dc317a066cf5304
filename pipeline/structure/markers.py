"""List markers: ``1.``, ``(2)``, ``[3]``, ``b)``, ``IV.``, ``1.2``, ``-``, ``•``, a pictograph, ``1️⃣``, ``KESATU :``.

Rules against false markers:

- a number has at most three digits (four where it follows its predecessor: ``1000.``) and no digit after its dot
  (``15.00``, ``2020.`` are none);
- an upper-case letter with a dot is an initial (``H. Endang``) unless it starts a list (``A.``) or follows its
  predecessor;
- ``i``, ``v`` and ``x`` are Roman unless the letter before them came last.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Style = Literal["digit", "lower", "upper", "roman", "lroman", "compound", "bullet", "dictum", "keycap"]

_BOXES = "☐☑☒✓✔✅❌"  # one list, ticked or not
_ROMAN_LETTERS = "ivxIVX"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_PATTERN = re.compile(
    r"""\s*(?:
        (?P<keycap>\d\uFE0F?\u20E3|\U0001F51F)
      | (?P<bullet>[•●▪■◦○∙·‣⁃➢➤►▶✓✔☑☐→◆❖~*–—-]|[\u25A0-\u27BF\u2B00-\u2BFF\U0001F300-\U0001FAFF]\uFE0F?
            |[-=]{1,2}>(?=\s)|>(?=\s)|\+(?=\s)|\bo(?=\s{1,}\S)|\#(?=\s))(?=\s|[^\W\d_])
      | (?P<compound>(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])(?:\.(?:\d{1,2}|[a-z]))+)[.)]?(?=\s|$|[^\W\d])
      | (?P<open>\()?(?P<body>\d{1,4}|[ivxIVX]{1,5}|[A-Za-z])(?P<close>[.)]|\.\))(?=\s|$|[A-Z"“(])
      | \[(?P<square>\d{1,3})\](?=\s)
    )\s*""",
    re.VERBOSE,
)


_DEGREE = re.compile(r"\s*A\.\s?Md\b")  # goes on with the name of the line above
# The words that number the points of what was ruled ("KESATU : ...", "PERTAMA : ...").
_DICTUM = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_DICTUM_WORD = re.compile(rf"\s*(?:pertama|ke(?P<word>{'|'.join(_DICTUM)}))(?!\w)", re.IGNORECASE)
_DICTUM_SIGN = re.compile(r"\s*:\s*")


class Marker(NamedTuple):
    """A marker: as written, its style with its bracket, its ordinal and how many characters it takes."""

    text: str
    style: str
    value: int
    length: int


def parse_marker(text: str, last: "dict[str, int] | None" = None) -> Marker | None:
    """The marker that a text starts with, or None.

    Args:
        text: a line.
        last: the last value seen of each style, to tell letters from initials and from Roman numbers.
    """
    if text[:2].isalpha() and text[1:2] not in _ROMAN_LETTERS:
        return _dictum(text)  # a word: a letter that marks stands alone, but for Roman numbers
    match = _PATTERN.match(text)
    if match is None or (match.end() == len(text) and match["bullet"]) or _DEGREE.match(text):
        return None
    written, seen = match.group().strip(), last or {}
    if match["bullet"]:
        return _bullet(match, written, text)
    if match["compound"]:
        return _compound(match, written)
    if match["square"]:
        return Marker(written, "digit]", int(match["square"]), match.end())
    if match["keycap"]:
        return Marker(written, "keycap", int(written[0]) if written[0].isdigit() else 10, match.end())
    bracket = ("(" if match["open"] else "") + match["close"]
    body = match["body"]
    style, value = _ordinal(body, bracket, seen)
    if style == "digit" and len(body) == 4 and (value < 1000 or seen.get(style + bracket) != value - 1):
        return None  # a year
    if match["open"] and style not in ("digit", "lower", "lroman"):
        return None
    if style == "upper" and value != 1 and seen.get("upper" + bracket) != value - 1:
        return None
    if style == "roman" and not _follows(seen, "roman" + bracket, value):
        return None
    return Marker(written, style + bracket, value, match.end())


@lru_cache(maxsize=1_000)
def marker_style(written: str) -> str | None:
    """The style of a marker in the middle of a list, whatever came before it; None where it is none."""
    found = marker_place(written)
    return found[0] if found else None


def marker_place(written: str, last: "dict[str, int] | None" = None) -> tuple[str, int] | None:
    """The style and the ordinal of a marker of a list, whatever came before it; None where it is none."""
    if found := parse_marker(written + " x", last):
        return found.style, found.value
    match = _PATTERN.match(written)
    if match is None or not match["body"]:
        return None
    bracket = ("(" if match["open"] else "") + match["close"]
    style, value = _ordinal(match["body"], bracket, last or {})
    return style + bracket, value


def _dictum(text: str) -> Marker | None:
    """The marker of a line that begins with a word that numbers what was ruled and a colon."""
    word = _DICTUM_WORD.match(text)
    sign = _DICTUM_SIGN.match(text, word.end()) if word else None
    if word is None or sign is None or sign.end() == len(text):
        return None
    return Marker(text[: sign.end()].strip(), "dictum", dictum_value(word.group()) or 1, sign.end())


def dictum_value(text: str) -> int | None:
    """The number that a word for a point of what was ruled says ("KEDUA"), or None."""
    match = _DICTUM_WORD.fullmatch(text.strip(" .:\t"))
    if match is None:
        return None
    return _DICTUM.index(match["word"].casefold()) + 1 if match["word"] else 1


def _follows(seen: "dict[str, int]", style: str, value: int) -> bool:
    """Whether a Roman number starts a list or goes on in one (one may have been skipped)."""
    return value <= 1 or 0 < value - seen.get(style, 0) <= 2 or (value > 1 and value == 5 and len(seen) == 0)


def _bullet(match: "re.Match[str]", written: str, text: str) -> Marker | None:
    glyph = match["bullet"]
    rest = text[match.end() :]
    if glyph in "-–—" and (not rest or (rest[0].isdigit() and match.group()[-1] == glyph)):
        return None
    if glyph == "*" and (rest.startswith("*") or (not match.group()[-1].isspace() and "*" in rest)):
        return None  # "*Hadir:*" is set in bold
    return Marker(written, "bullet" + ("☐" if glyph in _BOXES else glyph), 0, match.end())


def _compound(match: "re.Match[str]", written: str) -> Marker | None:
    parts = match["compound"].split(".")
    if not any(part.isdigit() for part in parts) or (
        parts[0].isalpha() and len(parts[0]) == 1 and parts[0].islower() and len(parts) == 2 and not parts[1].isdigit()
    ):
        return None
    if all(part.isdigit() for part in parts) and len(parts) == 2 and len(parts[1]) == 2 and parts[1].startswith("0"):
        return None
    if len(parts) == 2 and all(p.isdigit() for p in parts) and len(parts[1]) == 2 and int(parts[0]) > 4:
        return None  # a time of day (09.30)
    last = parts[-1]
    value = int(last) if last.isdigit() else ord(last.lower()) - 96
    return Marker(written, f"compound{len(parts)}", value, match.end())


def _ordinal(body: str, bracket: str, seen: "dict[str, int]") -> tuple[str, int]:
    """The style and the ordinal of a marker's body."""
    if body.isdigit():
        return "digit", int(body)
    lower = body.islower()
    letter = ord(body.lower()) - 96 if len(body) == 1 else 0
    is_roman = all(ch in _ROMAN for ch in body.lower())
    letter_style = "lower" if lower else "upper"
    if is_roman and not (letter > 1 and seen.get(letter_style + bracket) == letter - 1):
        return ("lroman" if lower else "roman"), _roman(body.lower())
    return letter_style, letter


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total


_STEP = 14.0  # points that a list stands further in than the one above it, at least


class Levels:
    """Finds each item's depth from the order of markers and, where there are any, indents."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, int, float]] = []
        self._numbered: int | None = None
        self._bullet: int | None = None  # the level of the item before, if it has a bullet
        self._headed: int | None = None  # that of a bullet over the numbers that stand at its level
        self._indents: dict[int, list[float]] = {}
        self.last: dict[str, int] = {}

    def interrupt(self, *, heading: bool) -> None:
        """Take notice of a block that is no item; a heading ends the open lists."""
        self._numbered = self._bullet = self._headed = None
        if heading:
            self._stack.clear()
            self._indents.clear()

    def adopt(self, marker: Marker, level: int, indent: float, *, below_colon: bool = False) -> int:
        """The depth of an item whose level the file gives.

        Bullets right under a number of its level are deeper, and so are bullets further in than those of their level
        before them: lists of their own that each begin with the first level. Numbers from one on are deeper than the
        bullet of their level that a colon ends (``below_colon``), up to the next bullet there.
        """
        self.last[marker.style] = marker.value
        bullet = marker.style.startswith("bullet")
        if below_colon and not bullet and marker.value == 1 and self._bullet == level:
            self._headed = level
        if self._headed is not None and (level > self._headed or (level == self._headed and not bullet)):
            self._bullet = None
            return level + 1
        self._headed, self._bullet = None, level if bullet else None
        if self._numbered is not None and level < self._numbered:
            self._numbered = None
        if not bullet:
            self._numbered = level
            self._indents.clear()
        if bullet and self._numbered == level:
            return level + 1
        return level + self._further_in(level, indent) if bullet else level

    def _further_in(self, level: int, indent: float) -> int:
        """How many steps a bullet stands further in than the first of its level."""
        self._indents = {at: steps for at, steps in self._indents.items() if at <= level}
        steps = self._indents.setdefault(level, [])
        while steps and steps[-1] > indent + _STEP / 2:
            steps.pop()
        if not steps or indent >= steps[-1] + _STEP:
            steps.append(indent)
        return len(steps) - 1

    def place(self, marker: Marker, indent: float) -> int:
        """The depth of an item with this marker and indent, from 0; ordinals continue lists, ``1`` opens one."""
        self.last[marker.style] = marker.value
        for depth in self._depths(marker, indent):
            style, value, left = self._stack[depth]
            same = style == marker.style and (marker.value == value + 1 or marker.value == value == 0)
            if same and (marker.value or abs(left - indent) <= 6 or indent < left):
                if (
                    marker.value == 0
                    and depth > 0
                    and any(
                        s == marker.style and abs(at - indent) < abs(left - indent) for s, _, at in self._stack[:depth]
                    )
                ):
                    continue
                del self._stack[depth:]
                break
        else:
            chapter = marker.style.startswith(("roman", "upper"))
            while self._stack and self._above(self._stack[-1], marker.style, indent, chapter):
                self._stack.pop()
        self._stack.append((marker.style, marker.value, indent))
        return len(self._stack) - 1

    def _depths(self, marker: Marker, indent: float) -> list[int]:
        """The open lists from the deepest up; one at the item's indent that the item continues comes first."""
        depths = list(range(len(self._stack) - 1, -1, -1))
        here = [
            depth
            for depth in depths
            if self._stack[depth][:2] == (marker.style, marker.value - 1) and abs(self._stack[depth][2] - indent) <= 6
        ]
        return here[:1] + depths if marker.value > 1 else depths

    @staticmethod
    def _above(item: tuple[str, int, float], style: str, indent: float, chapter: bool) -> bool:
        """Whether a new list does not stand under an open item: left of it, or a chapter's number at the same place."""
        same, left = item[0] == style, item[2]
        if item[0].startswith("bullet") and not style.startswith("bullet") and indent <= left + 1:
            return True
        return indent < left - 6 or (indent <= left + 1 and same) or (chapter and not same and indent <= left + 6)
