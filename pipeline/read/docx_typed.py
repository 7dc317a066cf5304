"""Where in a DOCX the lines stand that were read from it as those of a text file.

A reader of text puts lines together and apart: a piece may be a cell of a line set in columns, or a line with the tail
of a word from the next. So each is looked for among the paragraphs' own lines:

- first one with just its words, of several the first that is left, as most come in order;
- else one near behind where the last was found that holds its words, else one that begins it;
- what is in none of them (signs were put right) has no place.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from notula.models.source import Line, Table

_NEAR: Final = 60  # lines behind the last one found that are looked at for a part of a line


def with_places(content: Iterable[Line | Table], originals: Sequence[Line]) -> tuple[Line | Table, ...]:
    """Lines and tables with the place of the paragraph that each line comes from."""
    return tuple(_Finder(originals).placed(content))


class _Finder:
    def __init__(self, originals: Sequence[Line]) -> None:
        self._originals, self._at = originals, 0
        self._whole: defaultdict[str, deque[int]] = defaultdict(deque)
        for at, line in enumerate(originals):
            self._whole[line.text].append(at)

    def placed(self, content: Iterable[Line | Table]) -> Iterator[Line | Table]:
        """Content with places, looked for in its order."""
        for piece in content:
            if isinstance(piece, Line):
                yield self._line(piece, self._at)
            else:
                yield self._table(piece)

    def _table(self, table: Table) -> Table:
        """A table, the cells of whose rows all stand behind the row before."""
        cells, row, start = [], 0, self._at
        for cell in table.cells:
            if cell.row > row:
                row, start = cell.row, self._at
            lines = [self._line(each, start) if isinstance(each, Line) else each for each in cell.content]
            cells.append(replace(cell, content=tuple(lines)))
        return replace(table, cells=tuple(cells))

    def _line(self, line: Line, start: int) -> Line:
        found = self._find(line.text, start)
        if found is None:
            return line
        if line.origin == "body":
            self._at = max(self._at, found)
        return line._replace(place=self._originals[found].place)

    def _find(self, text: str, start: int) -> int | None:
        if whole := self._whole.get(text):
            return whole.popleft()
        near = range(start, min(start + _NEAR, len(self._originals)))
        texts = [(at, self._originals[at].text) for at in near]
        holding = next((at for at, own in texts if text in own), None)
        beginning = (at for at, own in texts if own and text.startswith(own.removesuffix("-")))
        return holding if holding is not None else next(beginning, None)
