"""Paragraphs far longer than any that people write, cut into pieces that can be read in good time.

Whole files copied into one line, or made to keep a program busy. Looking for who does what by when takes longer than in
proportion to a paragraph's length; so no block is longer than ``MOST_LETTERS``, and a note of the document says where
one was. A cut is made behind a sentence, else a comma, else a word.
"""

import re
from collections.abc import Iterator

from notula.models.blocks import Block
from notula.pipeline.structure.run_in import part_of

MOST_LETTERS = 20_000
_ENDS = tuple(re.compile(pattern) for pattern in (r"[.;!?]\s+", r",\s+", r"\s+"))


def cut_long(block: Block) -> Iterator[Block]:
    """The block, or the blocks it is cut into where it is too long; the first keeps its marker."""
    if len(block.text) <= MOST_LETTERS or block.table is not None:
        yield block
        return
    start = 0
    while start < len(block.text):
        end = _end(block.text, start)
        if start:
            yield part_of(block, start, end, "paragraph", None, -1)
        else:
            yield part_of(block, 0, end, block.kind, block.marker, block.level)
        start = end


def _end(text: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends; at least half a piece on."""
    limit = start + MOST_LETTERS
    if len(text) <= limit:
        return len(text)
    for ending in _ENDS:
        last = max((match.end() for match in ending.finditer(text, limit - MOST_LETTERS // 2, limit)), default=None)
        if last is not None:
            return last
    return limit
