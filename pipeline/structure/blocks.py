"""Lines to blocks: wrapped lines joined into paragraphs, list items told apart and placed in their lists.

A line goes on in the block before it when

- the reader says so (soft break) and it starts no item and no labelled field; or
- the source is wrapped, the line starts no item, label or heading, its weight and size are those of the block, the line
  before it was full (the next word would not have fitted) or was cut in the middle of a sentence, and no clear gap or
  step to the left stands between them.
"""

import re
from collections.abc import Callable

from notula.models.blocks import Block, BlockKind, PlacedLine
from notula.models.source import Line
from notula.pipeline.structure.chat import is_message
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.frames import CHARACTER, Frame, left_edge, right_edge
from notula.pipeline.structure.line_ends import is_cut, leads_on
from notula.pipeline.structure.markers import Levels, Marker, parse_marker

Opens = Callable[[str], bool]

_END = (".", ";", "!", "?")
_ENTRY = re.compile(r"[A-Z][\w.,' ]{2,45}\s[-–]\s[A-Za-z]")
_LABELLED = re.compile(r"[^\W\d_][\w/]*(?: [\w/]+)?\s?:\s\S")
_SET_OUT = re.compile(r"[^\W\d_][\w/ ]{0,30}\t\s?:\s?\S")  # "sekretaris    : Rina"
_SAID = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.;]\s")
_NAMED = re.compile(r"[A-Z][\w.']*(?: (?:dan |& )?[A-Z][\w.']*){0,2} ?: \S")
# "ani -> pesan tempat": a few words, an arrow and more.
_ARROWED = re.compile(r"\s*[^\W\d_][\w .,&+/()]{1,30}?\s*(?:-{1,2}>|=>|→|>>)\s*[^\W\d_]")
_GIVEN = re.compile(r" (?:→|->|=>) ?[A-Z]\w")
_TO_TICK = re.compile(r"\s*\[[ xXvV✓✔]?\]\s*\S")  # "[ ] spanduk", "[x] izin aula"
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\b")
_AT_CLOCK = re.compile(r"\b(?:jam|pukul|pkl\.?)\s*$", re.IGNORECASE)
_DASH = re.compile(r"[-–—] [a-z]")
_ACRONYM = 5  # letters
_FEW = 4  # words of a label
_HEADING = 4  # words in bold over a break, at least, that are a line of their own whatever follows
_SMALL_TITLE = re.compile(r"\s*(?:dr[gh]?|drs|apt|ust|sdri?|bpk|ns)\. ?[A-Z]")  # before a name: "dr. Rani" begins anew
_SAYS_NEXT = re.compile(r"[.!?]\s+[A-Z][^.!?:]{2,40}:$")  # "... terlalu lama. Rina:", and what she says below
_GAP, _SMALL_GAP = 1.45, 1.2  # of the pitch of lines: between paragraphs for sure, where the next has a capital


def _is_parted(line: Line) -> bool:
    """Whether a line's text stands in columns (two signers side by side): a gap in it, not only behind a list mark."""
    marker = parse_marker(line.text) if "\t" in line.text else None
    return "\t" in line.text[marker.length if marker else 0 :].strip()


def _width_of_first_word(line: Line) -> float:
    if line.words:
        return line.words[0].x1 - line.words[0].x0
    first = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    return len(first) * CHARACTER


class BlockBuilder:
    """Builds the blocks of one flow (a body or a cell) from its placed lines, in order."""

    def __init__(
        self, text: Callable[[int, int], str], frame: Frame, opens: Opens, levels: Levels | None = None
    ) -> None:
        self._text, self._frame, self._opens = text, frame, opens
        self._levels = levels or Levels()
        self._lines: list[PlacedLine] = []
        self._marker: Marker | None = None
        self._depth = -1
        self._start = 0
        self.blocks: list[Block] = []

    def add(self, placed: PlacedLine) -> None:
        """Take the next line."""
        line = placed.line
        marker = self._marker_of(line)
        if self._lines and marker is None and self._continues(placed):
            self._lines.append(placed)
            return
        self.flush()
        self._lines, self._marker = [placed], marker
        skip = marker.length if marker and line.marker is None else 0
        self._start = placed.start + skip
        if marker is None:
            self._depth = -1
            self._levels.interrupt(heading=line.outline is not None)
        elif line.level is not None:
            colon = bool(self.blocks) and self.blocks[-1].text.rstrip().endswith(":")
            self._depth = self._levels.adopt(marker, line.level, line.indent, below_colon=colon)
        else:
            self._depth = self._levels.place(marker, left_edge(line) - self._frame.column(line).left)

    def add_block(self, block: Block) -> None:
        """Take a finished block (a table)."""
        self.flush()
        self.blocks.append(block)

    def flush(self) -> None:
        """Close the open block."""
        if not self._lines:
            return
        first, last = self._lines[0], self._lines[-1]
        raw = self._text(self._start, last.end)
        line = first.line
        kind: BlockKind = "item" if self._marker else "heading" if line.outline is not None else "paragraph"
        if raw.strip():
            self.blocks.append(
                Block(
                    kind=kind,
                    start=self._start,
                    end=last.end,
                    text=raw.replace("\n", " "),
                    lines=tuple(self._lines),
                    marker=self._marker.text if self._marker else None,
                    level=self._depth,
                    outline=line.outline,
                    bold=all(each.line.bold for each in self._lines),
                    size=line.size,
                    align=line.align,
                    indent=left_edge(line),
                    new_page=line.new_page,
                )
            )
        self._lines, self._marker = [], None

    @staticmethod
    def _heads(before: Line, line: Line) -> bool:
        """Whether a line in bold over a break and plain type stands alone: what is below begins anew."""
        return not line.text[:1].islower() or len(before.text.split()) >= _HEADING

    def _marker_of(self, line: Line) -> Marker | None:
        if line.marker is not None:
            return parse_marker(line.marker + " x", self._levels.last) or Marker(
                line.marker, "bullet" + line.marker, 0, 0
            )
        marker = self._written(line.text)
        if marker is None or not self._lines or not self._frame.wrapped:
            return marker
        before = self._lines[-1].line
        if not line.spaced and _CLOCK.match(line.text) and _AT_CLOCK.search(before.text):
            return None  # "... dipindah ke jam" / "00.30 supaya aman"
        if self._is_dash(before, line):
            return None  # "... tabel kesetaraan" / "– magang, dibahas lagi"
        plausible = marker.value <= 1 or marker.style.startswith(("bullet", "compound"))
        if not plausible and self._levels.last.get(marker.style) != marker.value - 1:
            cut = not before.text.rstrip().endswith((*_END, ":", ",")) and self._full(before, line)
            return None if cut else marker
        return marker

    def _is_dash(self, before: Line, line: Line) -> bool:
        """Whether a dash before a small letter stands in the sentence of the full line above, at its left edge."""
        if self._marker is not None or line.box is None or _DASH.match(line.text) is None:
            return False
        ended = before.text.rstrip().endswith((*_END, ":", ","))
        return not ended and abs(left_edge(line) - left_edge(before)) <= 1 and self._full(before, line)

    def _written(self, text: str) -> Marker | None:
        """The marker in a line's text; one behind a colon is that of a value (": 1. Pompa" in a cell)."""
        skip = len(text) - len(text.lstrip(": \t")) if text[:1] == ":" else 0
        marker = parse_marker(text[skip:], self._levels.last)
        return marker._replace(length=marker.length + skip) if marker else None

    def _continues(self, placed: PlacedLine) -> bool:
        line, before = placed.line, self._lines[-1].line
        if (
            (self._opens(line.text) and not self._in_sentence(before, line))
            or line.outline is not None
            or (before.outline is not None and not self._frame.wrapped)
        ):
            return False
        if self._is_entry(line):
            return False
        if line.continues and self._marker is not None and self._heads_next(before, line):
            return False
        if line.continues:
            return not before.bold or line.bold or not self._heads(before, line)
        if not self._frame.wrapped:
            return False
        if line.align in ("center", "right") or before.align in ("center", "right"):
            return line.bold == before.bold and is_cut(before.text, line.text) and not self._gap(before, line)
        drawn = not (_SAID.search(before.text) and _SAID.search(line.text))  # a rule of signs
        return not drawn and self._joins(before, line)

    @staticmethod
    def _heads_next(before: Line, line: Line) -> bool:
        """Whether a line over a break in an item names what the items below it are about or for ("Humas:")."""
        named = line.text.rstrip().endswith(":") and line.text[:1].isupper()
        return named and len(line.text.rstrip(" :").split()) <= _FEW and not leads_on(before.text)

    def _in_sentence(self, before: Line, line: Line) -> bool:
        """Whether a line that reads like a label stands inside a sentence ("... dalam tiga" / "hari.").

        One of a few words below a blank line does not.
        """
        if line.spaced and not line.new_page and len(line.text.split()) <= _FEW:
            return False
        low, open_end = line.text.lstrip()[:1].islower(), not before.text.rstrip().endswith((*_END, ":"))
        colon = ":" in _SENTENCE_END.split(line.text, maxsplit=1)[0]
        if not self._frame.wrapped or (colon and (line.box is None or self._opens(self._lines[0].line.text))):
            return False
        return (low and open_end and self._full(before, line)) or is_cut(before.text, line.text)

    def _is_entry(self, line: Line) -> bool:
        """Whether a line begins a message, or another entry like the first line ("Nama - Jabatan", "[ ] izin")."""
        first, last = self._lines[0].line, self._lines[-1].line
        plain = line.box is None and not line.indent
        forms = (_ENTRY, _LABELLED, _ARROWED) if plain else (_ENTRY,) if ";" in last.text else (_ENTRY, _NAMED)
        given = _GIVEN.search(line.text) and _GIVEN.search(last.text)  # "Sewa tenda → Ari"
        alone = bool(given) or _SET_OUT.match(line.text) is not None or _TO_TICK.match(line.text) is not None
        return alone or is_message(line.text) or any(form.match(line.text) and form.match(first.text) for form in forms)

    def _joins(self, before: Line, line: Line) -> bool:
        """Whether a wrapped line carries on the sentence of the line before."""
        text, cut = before.text.rstrip(), is_cut(before.text, line.text)
        ended = text.endswith(_END) and not cut
        if line.text.rstrip().endswith(":") and line.text[:1].isupper():
            words = len(line.text.split())
            if (words <= 4 and not cut and not self._is_narrow(before, line)) or (ended and words <= 8):
                return False
        if before.bold != line.bold and (before.bold or not self._lines[0].line.bold):
            return False
        signed = signs(text) and text[-1:] in ",0123456789"
        if signed or (text.endswith(":") and not (_SAYS_NEXT.search(text) and self._full(before, line))):
            return False
        if before.size and line.size and abs(before.size - line.size) > 1:
            return False
        if _is_parted(before) and _is_parted(line):
            return False
        if text.isupper() and line.text[:1].isupper() != line.text.isupper():
            return False
        full = self._full(before, line)
        starts_low = line.text.lstrip()[:1].islower() and not _SMALL_TITLE.match(line.text)
        if text.isupper() and before.box is None and self._is_heading_over(starts_low=starts_low, full=full):
            return False
        if self._gap(before, line) and not self._goes_on_below(before, line, full=full):
            return False
        if not cut and self._begins_paragraph(before, line):
            return False
        if self._steps_left(line) and not ((starts_low and full) or cut):
            return False
        small = before.box is None and self._marker is None and self._begins_low()  # then a small letter tells nothing
        return full or (starts_low and not ended and not small) or cut

    def _is_narrow(self, before: Line, line: Line) -> bool:
        """Whether a line of a few words fills its column: what it begins goes on, be it but a word before a colon."""
        return len(self._lines) == 1 and len(before.text.split()) <= _FEW and self._full(before, line)

    def _goes_on_below(self, before: Line, line: Line, *, full: bool) -> bool:
        """Whether a sentence goes on below a blank line."""
        text, starts_low = before.text.rstrip(), line.text.lstrip()[:1].islower()
        if _TO_TICK.match(self._lines[0].line.text):
            return False
        if line.box is None and len(self._lines) > 1 and left_edge(line) < left_edge(before) - CHARACTER:
            return False
        if line.text.isupper() and not text.isupper() and len(line.text.strip()) > _ACRONYM:
            return False  # a heading in capitals
        few = len(line.text.split()) <= _FEW and not line.text.rstrip().endswith(".")
        if line.box is None and not starts_low and (few or self._marker is not None):
            return False  # a heading ("Laporan tugas"), what stands below a list
        low = starts_low and (full or not self._begins_low())
        spread = line.box is None and (line.new_page or (len(self._lines) > 1 and before.spaced))
        return (low or (full and spread)) and not text.endswith(_END) and not closes(line.text)

    def _is_heading_over(self, *, starts_low: bool, full: bool) -> bool:
        """Whether the lines so far, the last in capitals, are a heading of plain text over one in small letters."""
        capitals = self._marker is None and all(each.line.text.isupper() for each in self._lines)
        return (starts_low and capitals) or (not full and len(self._lines[-1].line.text.split()) <= _FEW)

    def _begins_low(self) -> bool:
        """Whether the block begins with a small letter: then one after a blank line says nothing."""
        return self._text(self._start, self._start + 1).islower()

    def _full(self, before: Line, line: Line) -> bool:
        right = self._frame.column(before).right
        slack = right - right_edge(before)
        if before.box is None and not before.text.rstrip().endswith(_END):
            return slack < 0.3 * right  # plain text keeps the breaks of a page whose width it has lost
        spare = 0.6 if before.certainty is None else 1.0  # what OCR gives are the sides of the ink
        return slack < _width_of_first_word(line) + spare * CHARACTER

    def _gap(self, before: Line, line: Line) -> bool:
        if before.box and line.box and self._frame.pitch:
            if before.box.page != line.box.page or line.box.top < before.box.top:
                return False
            return line.box.top - before.box.top > _GAP * self._frame.pitch
        return line.spaced

    def _begins_paragraph(self, before: Line, line: Line) -> bool:
        """Whether a line with a capital stands a little further below than the lines of a printed paragraph do."""
        if not (before.box and line.box and self._frame.pitch) or before.certainty is not None:
            return False
        apart = line.box.top - before.box.top > _SMALL_GAP * self._frame.pitch and before.size == line.size
        return apart and line.text[:1].isupper() and before.box.page == line.box.page

    def _steps_left(self, line: Line) -> bool:
        """Whether a line stands left of where its list item's marker stands."""
        first = self._lines[0].line
        if self._marker is None or self._frame.column(first) != self._frame.column(line):
            return False
        return left_edge(line) < left_edge(first) - 3
