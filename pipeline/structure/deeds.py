"""The dashes that a notary fills the rest of a deed's lines with, so that nobody can add a word: they are no text.

A paragraph of a deed begins with one, too ("-Rapat dipimpin oleh ..."). They are taken away where several lines of a
file end in them, so that a table drawn with dashes or a dash between two words stays.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from notula.models.source import Line, Source, Table
from notula.pipeline.structure.slips import edited

_FILLED: Final = re.compile(r"[^\s-]\s?-{3,}\s*$")
_FILLING: Final = re.compile(r"^-+\s*(?=[^\W\d_])|(?<=[^\s-])\s?-{2,}\s*$")
_ONLY_DASHES: Final = re.compile(r"[\s-]*-{2,}[\s-]*")
_FEWEST = 3  # filled lines that make a deed


def without_fillings(source: Source) -> Source:
    """The source without the dashes that fill a deed's lines; any other source as it is."""
    filled = sum(isinstance(piece, Line) and _FILLED.search(piece.text) is not None for piece in source.content)
    return source if filled < _FEWEST else replace(source, content=tuple(_unfilled(source.content)))


def _unfilled(content: tuple[Line | Table, ...]) -> Iterator[Line | Table]:
    for piece in content:
        if isinstance(piece, Table):
            yield piece
        elif not _ONLY_DASHES.fullmatch(piece.text):
            edits = [(dashes.start(), dashes.end(), "") for dashes in _FILLING.finditer(piece.text)]
            yield edited(piece, edits) if edits else piece
