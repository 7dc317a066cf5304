"""One file, several meetings: where each begins.

A meeting begins at a title that carries or is followed by its own date or header labels. Candidates are short lines
with a word for minutes or a meeting, set apart by capitals, weight, outline, centring, a new page or a blank line.
A candidate counts as a beginning when, before the next candidate, a date stands in it or in its first lines, or at
least two different header labels do. A file with fewer than two beginnings is one meeting.
"""

import itertools
import re

from notula.models.source import Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.closing import closes
from notula.pipeline.structure.labels import Labels, get_labels, join_spaced
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.text import fold

Content = Line | Table

_GENRE = re.compile(r"\b(?:notula|notulen|notulensi|risalah|minutes of meeting|mom|catatan rapat|berita acara|laporan singkat)\b")
_MEETING = re.compile(r"\b(?:rapat|sidang|pertemuan|musyawarah|wawancara|meeting|presentasi|kumpul\w*|diskusi|konsultasi|rakor)\b")
_DATE = re.compile(
    r"\b\d{1,2}[\s./-]{1,3}(?:\d{1,2}|jan|feb|peb|mar|apr|mei|may|jun|jul|ag|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
    r"[\s./-]{1,3}(?:\d{4}|\d{2})\b"
)
_NEXT = re.compile(r"\b(?:next|berikut\w*|selanjutnya|lanjutan|mendatang)\b")
_NEAR = 8
_VERB = re.compile(r"\b(?:di|akan|telah|sudah|untuk|pada|dengan|oleh|yang)\b|\bdi[a-z]{4,}")


def split_meetings(content: tuple[Content, ...], lexicon: Lexicon) -> tuple[tuple[Content, ...], ...]:
    """The content of each meeting in order; all of it in one part where there is only one meeting."""
    labels = get_labels(lexicon)
    starts = _beginnings(content, labels)
    if len(starts) < 2:
        return (content,)
    cuts = [0, *starts[1:], len(content)]
    return tuple(content[start:end] for start, end in itertools.pairwise(cuts))


def _beginnings(content: tuple[Content, ...], labels: Labels) -> list[int]:
    marks = [index for index in range(len(content)) if _is_mark(content, index, labels)]
    heads: list[int] = []
    for index in marks:
        if heads and _same_head(content, heads[-1], index, labels):
            continue
        heads.append(index)
    return [
        index
        for at, index in enumerate(heads)
        if _has_own_header(content, index, heads[at + 1] if at + 1 < len(heads) else len(content), labels)
    ]


def _is_mark(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    line = content[index]
    if isinstance(line, Table):
        return bool({"title", "date"} & (fields := _table_fields(line, labels))) and len(fields - {"ignore"}) >= 2
    if not line.text.strip() or line.marker is not None or parse_marker(line.text) is not None or closes(line.text):
        return False
    text = fold(join_spaced(line.text))
    if len(text) > 110 or text.endswith((".", ";", ",", ":")) or len(text.split()) > 16:
        return False
    if not labels.is_genre(line.text) and labels.coverage(line.text) >= 0.6 and labels.loose_kind(line.text):
        return False
    opening = labels.opening(line.text)
    if opening is not None:
        return opening.field == "title" and opening.value < len(line.text) and not line.text[:1].isdigit()
    if (not _GENRE.search(text) and not _MEETING.search(text)) or _NEXT.search(text):
        return False
    capitals = join_spaced(line.text).upper() == join_spaced(line.text)
    apart = capitals or line.bold or line.outline is not None or line.align == "center"
    return apart or (line.new_page and not _VERB.search(text))


def _same_head(content: tuple[Content, ...], head: int, index: int, labels: Labels) -> bool:
    """Whether two marks belong to one header: nothing but titles, labels or other short lines stands between them."""
    between = content[head + 1 : index]
    if len(between) > _NEAR or any(isinstance(piece, Table) for piece in between):
        return False
    own = [content[head], *between]
    dated = any(isinstance(piece, Line) and _DATE.search(fold(piece.text)) for piece in own)
    labelled = sum(1 for piece in own if isinstance(piece, Line) and _labelled(piece, labels))
    return not (dated or labelled >= 2) or (index - head <= 2 and not dated)


def _table_fields(table: Table, labels: Labels) -> set[str | None]:
    """The header fields whose labels stand in a table's cells."""
    lines = [line for cell in table.cells for line in cell.content if isinstance(line, Line) and len(line.text) < 40]
    found = {labels.field(line.text.rstrip(" :")) for line in lines}
    return found - {None}


def _labelled(line: Line, labels: Labels) -> str | None:
    opening = labels.opening(line.text) or labels.bare(line.text)
    return opening.field if opening and opening.field not in (None, "ignore", "title") else None


def _has_own_header(content: tuple[Content, ...], start: int, end: int, labels: Labels) -> bool:
    if end - start < (2 if isinstance(content[start], Table) else 3):
        return False
    near = content[start : min(end, start + _NEAR)]
    fields: set[str | None] = set()
    for at, piece in enumerate(near):
        if isinstance(piece, Table):
            found = _table_fields(piece, labels) - {"ignore"}
            if {"title", "date", "time"} & found and len(found) >= 2:
                return True
            fields |= found
            break
        if at <= 2 and len(piece.text) < 110 and _DATE.search(fold(piece.text)):
            fields.add("date_line")
        fields.add(_labelled(piece, labels))
    fields -= {None, "ignore", "title"}
    return "date_line" in fields or len(fields) >= 2
