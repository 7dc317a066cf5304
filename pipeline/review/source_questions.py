"""What the page and the process that opens source files say to each other; PDFium and the pipeline stay unloaded."""

from typing import Final, NamedTuple

RULE: Final = "reviewer.selection"  # the evidence of an item that a person added


class SourceRef(NamedTuple):
    """A source file and what its bytes must be; ``part`` counts its meetings from 1."""

    path: str
    sha256: str
    part: int = 1


class PlacedText(NamedTuple):
    """A printed line: where its text stands in the canonical text and on its page (points from the upper left)."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
