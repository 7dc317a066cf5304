"""Letters between minutes: what tells that a day and a place stand in an invitation or in the head of a letter."""

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
    """Whether a day stands right below a sentence that asks somebody to come, with nothing but labels in between.

    The label of the day stands once among them: a second one is that of a header below the invitation.
    """
    above = content[max(0, index - _WITHIN) : index][::-1]
    fields = [_field(piece, labels) for piece in above]
    over = next((at for at, field in enumerate(fields) if field is None), len(above))
    own = _field(content[index], labels)
    if over == len(above) or (own is not None and own in fields[:over]):
        return False
    piece = above[over]
    text = fold(piece.text[-_LINE:]) if isinstance(piece, Line) else ""
    return _ASKED.search(text) is not None and _CAME.search(text) is None


def _field(piece: Content, labels: Labels) -> str | None:
    return headed_field(piece, labels) if isinstance(piece, Line) else None
