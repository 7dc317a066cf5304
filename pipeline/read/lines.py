"""What the readers share: bytes to characters, gaps to tabs, the check that there is any text."""

import codecs
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notula.models.source import Cell, Line, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.text import clean

TAB_STOP = 8
POINTS_PER_COLUMN = 6.0
MAX_CHARS = 20_000_000
"""Characters of a text file; the longest minutes seen have fewer than a million."""
MAX_LINES = 500_000
MAX_GRID = 1_000_000
_ROW_TABS = 2  # at least, in a row of a table
_NARROWEST = 40
_OFTEN = 3
_MAX_FILE_WIDTH = 120  # wider lines are paragraphs, not printed lines

_CONTROLS: dict[int, str | None] = {
    **dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
    **dict.fromkeys([0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], " "),
}
_GAP = re.compile(r" *\t[ \t]*| {3,}")
_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85")
_RULE_SIGNS = tuple("-=*#_~+")
_ENDS_OPEN = re.compile(r"[\w,%)”’\"'&/-]$")
_LABELLED = re.compile(r"[^\W\d_][\w /.-]{1,25}\s*:\s")  # "Jabatan : Direktur"
_HANGING = 2  # lines under the text of items
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z])[.)]|[-*•>])\s")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of a text file: by its byte order mark, its declared charset, or by trial.

    Tried are UTF-16 (every other byte zero), UTF-8 and Windows-1252. A UTF-8 file with a few broken bytes stays UTF-8.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if declared is not None and (text := _strictly(data, declared)) is not None:
        return text
    if wide := _utf16_without_mark(data):
        return data.decode(wide, "replace")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken and 2 * broken > sum(1 for char in text if char > "\x7f"):
        return data.decode("cp1252", "replace")
    return text


def _strictly(data: bytes, name: str) -> str | None:
    """The bytes in this charset, None where there is no such charset or they do not fit it.

    Pages that declare ISO-8859-1 are Windows-1252 (WHATWG Encoding Standard).
    """
    try:
        codec = codecs.lookup(name).name
        return data.decode("cp1252" if codec in ("iso8859-1", "ascii") else codec)
    except (LookupError, ValueError):
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order where nearly every other byte is zero, else None."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2:
        return None
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def split_lines(text: str) -> list[str]:
    """The lines of a text file, form feeds kept.

    Raises:
        DocumentError: it is too long for minutes (``too_large``).
    """
    if len(text) > MAX_CHARS:
        raise DocumentError("too_large", reason="reason.characters", limit=str(MAX_CHARS))
    lines = _BREAK.split(text)
    if len(lines) > MAX_LINES:
        raise DocumentError("too_large", reason="reason.lines", limit=str(MAX_LINES))
    return lines


def columns(text: str) -> int:
    """How many columns the leading spaces and tabs of a line take."""
    width = 0
    for char in text:
        if char == "\t":
            width += TAB_STOP - width % TAB_STOP
        elif char in " \u00a0":
            width += 1
        else:
            break
    return width


def tidy(text: str) -> str:
    r"""Text cleaned, gaps (a tab, three spaces or more) as one ``\t``, two spaces as one, none at the ends."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most lines
        return text.strip()
    plain = clean(text if text.isprintable() else text.translate(_CONTROLS))
    if "\t" in plain or "   " in plain:
        plain = _GAP.sub("\t", plain)
    return plain.replace("  ", " ").strip()


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a drawn rule: three or more of the same sign (``----``, ``====``, ``* * *``)."""
    if not text.lstrip().startswith(_RULE_SIGNS):
        return False
    signs = "".join(text.split())
    return len(signs) >= 3 and signs == signs[0] * len(signs)


def is_pipe_rule(text: str) -> bool:
    """Whether a line is the rule under the title row of a pipe table (``|---|:-:|``)."""
    return "|" in text and "-" in text and set(text) <= set("|:- \t")


def check_grid(rows: int, columns: int) -> None:
    """Nothing where a table is of a size that minutes can have: later stages lay every cell of it out.

    Raises:
        DocumentError: it is larger (``too_large``).
    """
    if rows * columns > MAX_GRID:
        raise DocumentError("too_large", reason="reason.cells", limit=str(MAX_GRID))


def is_wrapped(lines: Iterable[str]) -> bool:
    """Whether lines are broken at a right margin rather than where a paragraph ends.

    * The margin is the length that 95 % of the longer half of the lines stay within; past 120 columns there is none.
    * A few lines may run on beyond the margin of the others (put in later, never broken anew): where the file is not
      wrapped at the first margin, it is at the one that 70 % stay within if a line goes on in lower case there three
      times or more and, of those that end open, in two of three, and nearly never after a shorter or longer line.
    * A line is broken where it comes near the margin (three quarters), ends without a full stop or colon, and the
      next line goes on in lower case.
    * A file is wrapped where that happens twice or more, and after a quarter or more of the lines near the margin; or
      once or more, where three lines or more, and three of four that end open near the margin, have no room for the
      first word of the next line (names and numbers begin wrapped lines too).
    * Where more lines go on so after short ones, the notes are in lower case throughout: then half of those that end
      open near the margin must have no room.
    * What stands before the next item of a list ends there, however it ends.
    * Below items of a list lines stand under the items' text: twice or more, and below half of the items with such a
      line, they go on with a text that ends open.
    * The rows of a table, with tabs between their cells, do not count.
    """
    lines = list(lines)
    texts = [text for line in lines if (text := line.strip()).count("\t") < _ROW_TABS]
    lengths = sorted(len(text) for text in texts if text)
    if len(lengths) < 3:
        return False
    longer = lengths[len(lengths) // 2 :]
    margin, usual = (longer[min(int(len(longer) * share), len(longer) - 1)] for share in (0.95, 0.7))
    broken = _Breaks.at(margin, texts)
    if _NARROWEST <= margin <= _MAX_FILE_WIDTH and (_hangs_under_items(lines) or broken.are_of_a_margin()):
        return True
    return _NARROWEST <= usual <= _MAX_FILE_WIDTH and usual < margin and _Breaks.at(usual, texts).are_of_most()


class _Breaks(NamedTuple):
    """How the lines of a file end at a margin.

    ``near`` counts those that come near it, ``cut`` those of them that end open before another line, ``tight`` those
    of these that had no room for its first word; ``broken`` the lines near it that go on in lower case, ``loose`` the
    others that do.
    """

    near: int = 0
    cut: int = 0
    tight: int = 0
    broken: int = 0
    loose: int = 0

    @classmethod
    def at(cls, margin: int, texts: Sequence[str]) -> "_Breaks":
        near = broken = cut = tight = loose = 0
        for text, after in zip(texts, [*texts[1:], ""], strict=True):
            goes_on = bool(_ENDS_OPEN.search(text)) and after[:1].islower() and after[1:2] not in ".)"
            if len(text) >= 0.75 * margin:
                near += 1
                if after and _ENDS_OPEN.search(text) and not _ITEM.match(after):
                    cut += 1
                    tight += len(text) + 1 + len(after.split(maxsplit=1)[0]) > margin
                broken += goes_on
            else:
                loose += goes_on
        return cls(near, cut, tight, broken, loose)

    def are_of_a_margin(self) -> bool:
        """Whether lines are broken at the margin."""
        if self.loose > self.broken and 2 * self.tight < self.cut:
            return False
        often = self.broken >= 2 and 4 * self.broken >= self.near
        return often or (self.broken >= 1 and self.tight >= 3 and 4 * self.tight >= 3 * self.cut)

    def are_of_most(self) -> bool:
        """Whether they are, as far as lines tell of which some run on beyond it."""
        return self.broken >= _OFTEN and 3 * self.broken >= 2 * self.cut and 4 * self.loose <= self.broken


def _hangs_under_items(lines: Sequence[str]) -> bool:
    """Whether items of a list go on in lines that stand under their text."""
    under = open_ends = 0
    for line, after in itertools.pairwise(lines):
        item = _ITEM.match(line.lstrip())
        below = after.strip()
        hanging = below != "" and not _ITEM.match(below) and not _LABELLED.match(below)
        if item and hanging and _indent(after) == _indent(line) + item.end():
            under += 1
            open_ends += bool(_ENDS_OPEN.search(line.rstrip()))
    return open_ends >= _HANGING and 2 * open_ends >= under


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def lines_in(content: Iterable[Line | Table]) -> Iterator[Line]:
    """Every line of a content, those in table cells included."""
    for part in content:
        if isinstance(part, Line):
            yield part
        else:
            for cell in part.cells:
                yield from lines_in(cell.content)


def text_in(cell: Cell) -> str:
    """The lines of a cell in one, those of the tables inside it included."""
    return " ".join(line.text for line in lines_in(cell.content)).strip()


def require_text(content: Iterable[Line | Table]) -> None:
    """Nothing where a letter or digit stands in the content.

    Raises:
        DocumentError: there is none (``empty``).
    """
    if not any(char.isalnum() for line in lines_in(content) for char in line.text):
        raise DocumentError("empty")
