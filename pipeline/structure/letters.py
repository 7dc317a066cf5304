"""Letters between minutes: what tells that a day and a place stand in an invitation or in the head of a letter."""

import itertools
import re
from collections.abc import Sequence

from notula.models.source import Line, Table
from notula.pipeline.read.lines import text_in
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.title_lines import headed_field
from notula.pipeline.text import fold

Content = Line | Table

INVITES = re.compile(
    r"\b(?:mengundang|mengharap(?:kan)? (?:kehadiran|dengan hormat)|di ?mohon (?:hadir|kehadiran)|untuk hadir pada|"
    r"kehadiran (?:bapak|saudara))\b"
)
"""What a folded line of an invitation asks for."""
_ASKED = re.compile(
    rf"{INVITES.pattern}|\b(?:mohon|harap|untuk|agar)\W+(?:\w+\W+){{0,3}}(?:hadir|menghadiri|kehadiran)\b"
)
_CAME = re.compile(r"\b(?:(?:telah|sudah) (?:hadir|mengundang|menghadiri)|atas kehadiran)\b")
_LETTER = re.compile(
    r"\W*(?P<label>kepada|dari|yth|nomor|sifat|lampiran|perihal|hal|tembusan)\b\.?\s*[:\t]", re.IGNORECASE
)
_ADDRESSED = re.compile(r"\W*(?:kepada|yth)\b", re.IGNORECASE)
_WITHIN = 8  # lines between what invites and the last label of its day and place
_LINE = 400  # characters


def is_of_letter(lines: Sequence[Line]) -> bool:
    """Whether the lines near a date are the head of a letter that reports on a meeting ("Kepada", "Dari", "Hal")."""
    return len({found["label"].casefold() for line in lines if (found := _LETTER.match(line.text))}) >= 2


def addresses(table: Table) -> bool:
    """Whether the first column of a table has the label of whom a letter goes to."""
    return any(_ADDRESSED.match(text_in(cell)) for cell in table.cells if cell.column == 0)


def is_invited_to(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a day stands right below a sentence that asks somebody to come, with nothing but labels in between."""
    above = reversed(content[max(0, index - _WITHIN) : index])
    over = next(itertools.dropwhile(lambda piece: _is_labelled(piece, labels), above), None)
    text = fold(over.text[-_LINE:]) if isinstance(over, Line) else ""
    return _ASKED.search(text) is not None and _CAME.search(text) is None


def _is_labelled(piece: Content, labels: Labels) -> bool:
    return isinstance(piece, Line) and headed_field(piece, labels) is not None
