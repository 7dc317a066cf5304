"""Markdown -> Source, as people write minutes in it: closer to what they mean than to what CommonMark says.

* Every line stands for itself (labels under each other are not run together), with or without a hard break; only an
  indented line right under a list item continues it.
* ``##Heading`` is a heading, ``#tag`` is none; an indented ``o`` is a bullet, so is ``#`` far to the right in a list.
* Lists nest by where their marks stand: two columns further right is a level deeper.
* ``a.`` counts as a list mark only where it is indented: at the left margin it may be an initial.
* Tables drawn with rules and bars are read as pipe tables; a row of theirs may have several lines.
* Tables and lists written in HTML, as converters leave them, are read as those of a page.
* The markup of a wiki's page is turned into Markdown first.
* Four leading spaces are an indent, never code; a fenced block is read as lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from notula.models.source import Cell, Line, Source, Table
from notula.pipeline.read.drawn_tables import as_pipes
from notula.pipeline.read.glyphs import plain_signs, with_lost_bullets
from notula.pipeline.read.lines import (
    POINTS_PER_COLUMN,
    check_grid,
    columns,
    decode,
    is_pipe_rule,
    is_rule,
    is_wrapped,
    require_text,
    split_lines,
    tidy,
)
from notula.pipeline.read.markdown_inline import inline
from notula.pipeline.read.plain import rejoin_hyphens, undecorated
from notula.pipeline.read.webpage import read_fragment
from notula.pipeline.read.wikitext import as_markdown, is_wikitext
from notula.pipeline.settings import Settings

MEDIA_TYPE = "text/markdown"

_DEEPER = 2  # columns
_FAR = 4
_MOST_COLUMNS = 100

_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`]*$")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[^\s#]))(.*)$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_BULLET = re.compile(r"([-*+•◦▪●○■□➢➤✓–—·])[ \t]+(?=\S)|([•◦▪●○■□➢➤✓])(?=\S)")
_HOLLOW_BULLET = re.compile(r"(o)[ \t]+(?=\S)")
_FAR_BULLET = re.compile(r"([#>])[ \t]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3}[.)])(?:[ \t]+(?=\S)|(?=[^\W\d_]))")
_LETTER = re.compile(r"([a-z][.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"\s{0,3}>[ \t]?")
_BR = re.compile(r"<br\s*/?>", re.I)
_MARKUP = re.compile(r"\s{0,3}<(table|ul|ol|dl)\b", re.I)
_TAG = re.compile(r"<[^<>]*>")
_PIPE = re.compile(r"(?<!\\)\|")
_ROW_NUMBER = re.compile(r"\d{1,3}[.)]?")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]^]+\]:\s+\S+\s*$")
_TITLE = re.compile(r"(?:title|judul):\s+", re.IGNORECASE)
_KEY = re.compile(r"([\w -]{1,40}):(?:\s+(.*))?$")


def read_markdown(data: bytes, settings: Settings) -> Source:
    """What a Markdown file shows; front matter comes as lines of origin ``header``.

    Its title is the first heading of a page that has none of the first level.

    Raises:
        DocumentError: ``empty`` or ``too_large``.
    """
    text = _without_comments(with_lost_bullets(plain_signs(decode(data))))
    raw = as_pipes(split_lines(as_markdown(text) if is_wikitext(text) else text))
    matter, body = _front_matter(raw)
    blocks = _Blocks(body)
    content = [*matter, *blocks.read()]
    if not any(isinstance(part, Line) and part.outline == 1 for part in content):
        content[: len(matter)] = map(_headed, matter)
    wrapped = is_wrapped(blocks.prose) or is_wrapped(_unmarked(blocks.prose))
    if wrapped:
        content = rejoin_hyphens(content)
    require_text(content)
    return Source(MEDIA_TYPE, tuple(content), wrapped=wrapped)


def _front_matter(raw: Sequence[str]) -> tuple[list[Line], Sequence[str]]:
    """The ``key: value`` lines of a YAML block on top, and what follows it."""
    start = next((at for at, line in enumerate(raw) if line.strip()), len(raw))
    if start == len(raw) or raw[start].strip() != "---":
        return [], raw
    lines: list[Line] = []
    for at in range(start + 1, min(start + 200, len(raw))):
        text = raw[at].strip()
        if text in ("---", "..."):
            return lines, raw[at + 1 :]
        found = _KEY.match(text)
        if found is not None and found[2]:
            value = re.sub(r"^([\"'])(.*)\1$", r"\2", found[2].strip())
            lines.append(Line(tidy(f"{found[1]}: {value}"), origin="header"))
        elif text and not text.startswith(("-", "#")) and found is None and not raw[at][0].isspace():
            return [], raw  # prose between two rules
        elif found is None and (value := text.removeprefix("- ").strip("\"'")):
            lines.append(Line(tidy(value), origin="header"))
    return [], raw


def _headed(line: Line) -> Line:
    """A line of the front matter, as a heading where it gives the title."""
    title = _TITLE.match(line.text)
    return Line(line.text[title.end() :], outline=1) if title else line


def _without_comments(text: str) -> str:
    """The text without ``<!-- comments -->``; one that never ends is kept."""
    kept: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[at:begin])
        at = end + 3
    return "".join(kept) + text[at:]


@dataclass(slots=True)
class _Blocks:
    """The blocks of a file, read line by line.

    ``stack`` holds the columns of the list marks that the current line may be under; ``item`` says that the line before
    belongs to a list item; ``prose`` gathers what stands outside code and tables; ``ends`` is where HTML elements end.
    """

    raw: Sequence[str]
    at: int = 0
    stack: list[int] = field(default_factory=list)
    spaced: bool = False
    item: bool = False
    prose: list[str] = field(default_factory=list)
    ends: dict[str, dict[int, int]] = field(default_factory=dict)

    def read(self) -> Iterator[Line | Table]:
        while self.at < len(self.raw):
            row = self.raw[self.at]
            if fence := _FENCE.match(row):
                yield from self._fenced(fence[1])
            elif self._is_table():
                yield self._table()
            elif markup := _MARKUP.match(row):
                yield from self._markup(markup[1].lower())
            else:
                self.at += 1
                self.prose.append(row)
                yield from self._row(row)

    def _row(self, row: str) -> Iterator[Line]:
        """The lines of one row of the file."""
        quote = _QUOTE.match(row)
        row = row[quote.end() :] if quote else row
        text = row.strip()
        if not text or (is_rule(text) and not _ATX.match(text)) or _DEFINITION.match(row):
            self.spaced, self.item = True, False
            return
        text = text.removesuffix("\\").rstrip()
        width = columns(row)
        if not (width >= _FAR and self.stack) and (heading := _ATX.match(text)):
            yield from self._heading(heading[2].rstrip("# \t"), len(heading[1]))
        elif mark := self._mark(text, width):
            yield from self._item(mark, text, width)
        elif note := _NOTE.match(text):
            yield from self._lines(text[note.end() :], Line("", origin="footnote"))
        elif underline := self._underline():
            yield from self._heading(text, 1 if underline == "=" else 2)
        else:
            yield from self._paragraph(text, width)

    def _heading(self, text: str, outline: int) -> Iterator[Line]:
        self.stack.clear()
        self.item = False
        yield from self._lines(text, Line("", outline=outline))

    def _item(self, mark: re.Match[str], text: str, width: int) -> Iterator[Line]:
        while self.stack and width < self.stack[-1]:
            self.stack.pop()
        if not self.stack or width >= self.stack[-1] + _DEEPER:
            self.stack.append(width)
        self.item = True
        sign = mark[1] or mark[2]
        level = len(self.stack) - 1
        if sign in ("-", "*", "+", "#", "o", ">"):
            sign = "•" if sign != "-" else "-"
        like = Line("", marker=sign, level=level, indent=width * POINTS_PER_COLUMN)
        yield from self._lines(text[mark.end() :], like)

    def _paragraph(self, text: str, width: int) -> Iterator[Line]:
        """A line without a mark; one at the left margin after a blank line ends the list."""
        inside = self.item and width >= _DEEPER
        if self.spaced and width < _DEEPER:
            self.stack.clear()
        self.item = inside
        continues = inside and not self.spaced
        yield from self._lines(undecorated(text), Line("", indent=width * POINTS_PER_COLUMN, continues=continues))

    def _lines(self, text: str, like: Line) -> Iterator[Line]:
        """The text as lines like the one given, cut at ``<br>``; the first takes its marker."""
        first = True
        for part in _BR.split(text):
            shown = inline(part)
            if not shown.text:
                continue
            line = like._replace(text=shown.text, bold=shown.bold, struck=shown.struck, spaced=self.spaced)
            yield line if first else line._replace(marker=None, level=None, continues=True)
            first = self.spaced = False

    def _mark(self, text: str, width: int) -> re.Match[str] | None:
        """The list mark that a row starts with, None where it starts with none."""
        found = _BULLET.match(text) or _NUMBER.match(text)
        if found is None and (self.stack or width >= _DEEPER):
            found = _LETTER.match(text)
        if found is None and width >= _DEEPER:
            found = _HOLLOW_BULLET.match(text)
        if found is None and self.stack and width >= _FAR:
            found = _FAR_BULLET.match(text)
        return found

    def _underline(self) -> str | None:
        """The sign of the line drawn right under a paragraph of one line, None where there is none."""
        under = _SETEXT.match(self.raw[self.at]) if self.at < len(self.raw) else None
        before = self.raw[self.at - 2].strip() if self.at >= 2 else ""
        if under is None or (before and not _ATX.match(before) and not is_rule(before)):
            return None
        self.at += 1
        return under[1][0]

    def _fenced(self, fence: str) -> Iterator[Line]:
        """The lines of a code block, as they are."""
        self.at += 1
        self.stack.clear()
        self.spaced, self.item = True, False
        while self.at < len(self.raw):
            row = self.raw[self.at]
            self.at += 1
            if row.strip().startswith(fence) and not row.strip().strip(fence[0]):
                break
            text = tidy(row)
            if text:
                yield Line(text, indent=columns(row) * POINTS_PER_COLUMN, spaced=self.spaced)
            self.spaced = not text
        self.spaced = True

    def _markup(self, tag: str) -> Iterator[Line | Table]:
        """What an HTML element shows that begins here; one that never ends goes to the next blank line.

        Its rows are text where they hold no whole tag.
        """
        self.stack.clear()
        self.item = False
        begin, end = self.at, self._end_of(tag, self.at)
        shown = read_fragment("\n".join(self.raw[begin:end]))
        if shown:
            self.at, self.spaced = end, False
            yield from shown
        while self.at < end:
            row = self.raw[self.at]
            self.at += 1
            if _TAG.sub("", row).strip():
                yield from self._row(row)

    def _end_of(self, tag: str, begin: int) -> int:
        """The row after an element."""
        if tag not in self.ends:
            self.ends[tag] = _ends(self.raw, tag)
        if end := self.ends[tag].get(begin):
            return end
        return next((at for at in range(begin, len(self.raw)) if not self.raw[at].strip()), len(self.raw))

    def _is_table(self) -> bool:
        """Whether a pipe table starts here: a rule under the first row, or two rows set in pipes."""
        if "|" not in self.raw[self.at] or self.at + 1 >= len(self.raw):
            return False
        row, after = self.raw[self.at].strip(), self.raw[self.at + 1].strip()
        if is_pipe_rule(after):
            return True
        return all(len(text) > 2 and text[0] == text[-1] == "|" for text in (row, after))

    def _table(self) -> Table:
        self.stack.clear()
        self.spaced = self.item = False
        top, rows, header = self.at, list[list[str]](), 0
        framed = self.raw[top].lstrip().startswith("|")
        while self.at < len(self.raw) and (
            _PIPE.search(self.raw[self.at]) or (header and not framed and self._goes_on(top))
        ):
            row = self.raw[self.at].strip()
            self.at += 1
            if is_pipe_rule(row):
                header = header or len(rows)
                continue
            first, *others = _cells(row)
            if header and not framed and _is_rest([first, *others], rows):
                rows[-1][-1:] = [f"{rows[-1][-1]} {first.strip()}", *others]
            else:
                rows.append([first, *others])
        cells = [
            Cell(y, x, tuple(self._lines(text.replace("\\|", "|"), Line(""))))
            for y, row_cells in enumerate(rows)
            for x, text in enumerate(row_cells)
        ]
        width = max(map(len, rows), default=0)
        check_grid(len(rows), width)
        return Table(tuple(cells), len(rows), width, header_rows=header)

    def _goes_on(self, top: int) -> bool:
        """Whether a line without a pipe is the rest of a cell, broken at a margin, in a table without outer pipes.

        The row goes on below it, or the table, whose rows end with two spaces, has none above it.
        """
        here, below = self.raw[self.at], self.raw[self.at + 1 : self.at + 3]
        if not here.strip() or _ATX.match(here):
            return False
        new_table = len(below) == 2 and is_pipe_rule(below[1].strip())
        within = bool(below) and _PIPE.search(below[0]) is not None and not new_table
        return within or (self.raw[top].endswith("  ") and not self.raw[self.at - 1].endswith("  "))


def _unmarked(rows: Sequence[str]) -> list[str]:
    """The rows that begin no item: some programs wrap paragraphs alone."""
    return [row for row in rows if not _BULLET.match(row.lstrip()) and not _NUMBER.match(row.lstrip())]


def _cells(row: str) -> list[str]:
    """The cells of a row of a pipe table."""
    row = row.removeprefix("|")
    return _PIPE.split(row[:-1] if row.endswith("|") and not row.endswith("\\|") else row)[:_MOST_COLUMNS]


def _is_rest(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether cells are the rest of the row above them: a row has room for them, and no number begins them."""
    fits = len(rows) > 1 and len(rows[-1]) + len(cells) - 1 <= len(rows[0])
    return fits and not _ROW_NUMBER.fullmatch(cells[0].strip())


def _ends(raw: Sequence[str], tag: str) -> dict[int, int]:
    """By the row that elements of a name begin in, the row after the end of the outermost of them that ends."""
    sign = re.compile(rf"<(/?){tag}\b", re.I)
    ends: dict[int, int] = {}
    opened: list[int] = []
    for at, row in enumerate(raw):
        for found in sign.finditer(row):
            if not found[1]:
                opened.append(at)
            elif opened:
                ends[opened.pop()] = at + 1
    return ends
