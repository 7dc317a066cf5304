"""Headings that only their size tells: where a file names no outline, larger print stands for it.

Most PDFs name none, and many Word files have titles in larger letters instead of heading styles.
"""

from collections import Counter
from collections.abc import Iterator

from notula.models.source import Line, Table
from notula.pipeline.read.lines import lines_in

Content = Line | Table

_LARGER, _LARGER_BOLD = 1.1, 1.05  # times the body's size
_MOST_LINES = 3  # of a heading
_MOST_LETTERS = 150  # of a heading's line
_ENDS = (".", ";", ",")


def outline_by_size(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content with an outline for lines in larger print, from level 2 on; as it was where a file has its own.

    None is on level 1, which would make it the title of the minutes: a letterhead's print is larger still.
    """
    body = _body_size(content)
    if not body or any(isinstance(piece, Line) and piece.outline is not None for piece in content):
        return content
    first = {at: _size(content[at]) for at in _heading_starts(content, body)}
    levels = {size: depth for depth, size in enumerate(sorted(set(first.values()), reverse=True), start=2)}
    return tuple(
        piece._replace(outline=levels[first[at]]) if at in first and isinstance(piece, Line) else piece
        for at, piece in enumerate(content)
    )


def _body_size(content: tuple[Content, ...]) -> float:
    """The size that most letters have, in half points; 0 where none is known."""
    letters: Counter[float] = Counter()
    for line in lines_in(content):
        if line.size:
            letters[_half(line.size)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _heading_starts(content: tuple[Content, ...], body: float) -> Iterator[int]:
    """Where one to three short lines in one larger size begin, below the letterhead and title of a file."""
    plain = (at for at, piece in enumerate(content) if _size(piece) > 0 and not _is_larger(piece, body))
    at = next(plain, len(content))
    while at < len(content):
        size, end = _size(content[at]), at + 1
        if not _is_larger(content[at], body):
            at = end
            continue
        while end < len(content) and _size(content[end]) == size:
            end += 1
        if end - at <= _MOST_LINES and all(_is_short(piece) for piece in content[at:end]):
            yield at
        at = end


def _is_larger(piece: Content, body: float) -> bool:
    """Whether a line's print is larger than the body's; in bold type a point is enough."""
    return _size(piece) >= body * (_LARGER_BOLD if isinstance(piece, Line) and piece.bold else _LARGER)


def _is_short(piece: Content) -> bool:
    return isinstance(piece, Line) and len(piece.text) <= _MOST_LETTERS and not piece.text.rstrip().endswith(_ENDS)


def _size(piece: Content) -> float:
    """A line's size in half points; 0 for a table and where it is not known."""
    return _half(piece.size) if isinstance(piece, Line) and piece.size and piece.text.strip() else 0.0


def _half(size: float) -> float:
    return round(size * 2) / 2
