"""The document that the result to play with comes from, as it was printed or as OCR saw it."""

from collections.abc import Callable

import pytest

from notula.models.blocks import Document, PlacedLine
from notula.models.source import Line, Word

TEXT = """NOTULA RAPAT
Rapat Koordinasi Air Bersih
Hadir: Ratna Kusuma
1. Ratna Kusuma menyusun laporan debit – 5 Mei 2023"""


@pytest.fixture
def make_document() -> Callable[..., Document]:
    """``sure`` is how sure OCR was of everything but the words in ``words``; None: the text is the file's own."""

    def build(sure: float | None = None, words: dict[str, float] | None = None) -> Document:
        places, start = [], 0
        for text in TEXT.split("\n"):
            own = []
            for word, certainty in (words or {}).items():
                if (at := text.find(word)) >= 0:
                    own.append(Word(at, at + len(word), 0.0, 1.0, certainty))
            places.append(PlacedLine(start, start + len(text), Line(text, words=tuple(own), certainty=sure)))
            start += len(text) + 1
        return Document(TEXT, (), tuple(places))

    return build
