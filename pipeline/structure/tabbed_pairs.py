"""Tables of two columns that lines set with gaps, tasks beside who does them, under titles that say so.

Readers make tables of aligned columns from three on; of two only titles tell ("Kegiatan", "Penanggung Jawab").
"""

import itertools
from collections.abc import Iterator

from notula.models.source import Cell, Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_titles import written_roles

Content = Line | Table

_FEWEST_ROWS = 2
_LONGEST_TITLE = 40  # characters


def gather_pairs(content: tuple[Content, ...], lexicon: Lexicon) -> tuple[Content, ...]:
    """The content with the lines of each such table put together."""
    return tuple(_gathered(content, lexicon))


def _gathered(content: tuple[Content, ...], lexicon: Lexicon) -> Iterator[Content]:
    at = 0
    while at < len(content):
        titled = _are_titles(content[at], lexicon)
        rows = list(itertools.takewhile(_is_pair, content[at + 1 :])) if titled else []
        if len(rows) < _FEWEST_ROWS:
            yield content[at]
            at += 1
            continue
        lines = [piece for piece in (content[at], *rows) if isinstance(piece, Line)]
        parted = ((row, column, part) for row, line in enumerate(lines) for column, part in enumerate(_parts(line)))
        cells = tuple(Cell(row, column, (part,)) for row, column, part in parted)
        yield Table(cells, len(lines), 2, ruled=False, place=lines[0].place, box=lines[0].box)
        at += len(lines)


def _are_titles(piece: Content, lexicon: Lexicon) -> bool:
    """Whether a line holds the title of tasks and that of owners."""
    if not _is_pair(piece) or not isinstance(piece, Line) or len(piece.text) > 2 * _LONGEST_TITLE:
        return False
    roles = [written_roles(lexicon, part.text) for part in _parts(piece)]
    return any("action" in one and "owner" in other for one, other in itertools.permutations(roles))


def _is_pair(piece: Content) -> bool:
    """Whether a line without a mark has a gap in it and no more, and no colon before it."""
    if not isinstance(piece, Line) or piece.marker is not None:
        return False
    left, _, right = (part.strip() for part in piece.text.partition("\t"))
    return bool(left and right) and "\t" not in right and not left.endswith(":") and not right.startswith(":")


def _parts(line: Line) -> Iterator[Line]:
    """The stretches of a line before and behind its gap, with their words."""
    left, gap, right = line.text.partition("\t")
    behind = len(left) + len(gap) + len(right) - len(right.lstrip())
    for start, end in ((0, len(left.rstrip())), (behind, len(line.text))):
        words = [word for word in line.words if start <= word.start and word.end <= end]
        box = line.box._replace(x0=words[0].x0, x1=words[-1].x1) if line.box and words else line.box
        moved = tuple(word._replace(start=word.start - start, end=word.end - start) for word in words)
        yield line._replace(text=line.text[start:end], words=moved, box=box)
