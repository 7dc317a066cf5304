"""Over-long paragraphs: cut behind sentences, nothing lost, and said so."""

import pytest

from notula.models.blocks import Block
from notula.models.issue import Note
from notula.models.source import Line, Source
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.documents import build_documents
from notula.pipeline.structure.long_blocks import MOST_LETTERS, cut_long


def item(text: str) -> Block:
    return Block("item", 100, 100 + len(text), text, marker="1.", level=0)


def test_a_usual_block_stays_whole() -> None:
    block = item("a" * MOST_LETTERS)
    assert list(cut_long(block)) == [block]


@pytest.mark.parametrize(
    ("unit", "ending"), [("Rapat dibuka. ", "dibuka."), ("Camat, ", "Camat,"), ("kata ", "kata"), ("x", "x")]
)
def test_a_long_block_is_cut_behind_the_surest_end(unit: str, ending: str) -> None:
    text = (unit * MOST_LETTERS)[: 3 * MOST_LETTERS]
    pieces = list(cut_long(item(text)))
    assert all(len(piece.text) <= MOST_LETTERS for piece in pieces)
    assert all(piece.text.endswith(ending) for piece in pieces[:-1])
    assert "".join(piece.text for piece in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(text[piece.start - 100 : piece.end - 100] == piece.text for piece in pieces)


def test_the_first_piece_keeps_the_marker() -> None:
    first, second, *_ = cut_long(item("kata " * MOST_LETTERS))
    assert (first.kind, first.marker, second.kind, second.marker) == ("item", "1.", "paragraph", None)


@pytest.mark.parametrize(("length", "notes"), [(100, ()), (2 * MOST_LETTERS, (Note("T001"),))])
def test_the_document_says_so(length: int, notes: tuple[Note, ...]) -> None:
    source = Source("text/plain", (Line("NOTULEN RAPAT"), Line("a " * (length // 2))))
    assert build_documents(source, load_lexicon())[0].notes == notes
