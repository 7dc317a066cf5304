"""What the page asks of a source file, done in a process of its own: page pictures, page sizes, lines with their boxes.

A file is only ever used where its bytes are those that the result was made from (its sha256): what is drawn is what
was read, or nothing.
"""

import hashlib
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from notula.models.blocks import Document
from notula.models.evidence import Evidence
from notula.pipeline.errors import DocumentError
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.read import read_bytes, read_data
from notula.pipeline.read.pdf_render import Pages, open_pages
from notula.pipeline.review.source_questions import RULE, PlacedText, SourceRef
from notula.pipeline.settings import Settings
from notula.pipeline.structure.documents import build_documents

MEMORY: Final = 2_000_000_000  # bytes a file may make this process take (not on Windows)


class ChangedError(Exception):
    """The file is not the one that the result was made from."""


class SourceWork:
    """Answers questions about source files; the last file stays open."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._open = ExitStack()
        self._pages: tuple[SourceRef, Pages] | None = None
        self._document: tuple[SourceRef, Document] | None = None

    def sizes(self, ref: SourceRef) -> tuple[tuple[float, float], ...]:
        """Width and height of each page of a PDF, in points."""
        return self._pages_of(ref).sizes()

    def png(self, ref: SourceRef, number: int, scale: float) -> bytes:
        """A page of a PDF as PNG."""
        return self._pages_of(ref).png(number, scale)

    def lines(self, ref: SourceRef, text_sha256: str) -> tuple[PlacedText, ...]:
        """The printed lines of a meeting; none where the file does not give this canonical text (another version)."""
        document = self._document_of(ref)
        if hashlib.sha256(document.text.encode("utf-8")).hexdigest() != text_sha256:
            return ()
        return tuple(
            PlacedText(placed.start, placed.end, box.page, box.x0, box.top, box.x1, box.bottom)
            for placed in document.lines
            if (box := placed.line.shown or placed.line.box)
        )

    def evidence(self, ref: SourceRef, start: int, end: int, quote: str) -> Evidence | None:
        """Evidence for a stretch of the canonical text, with its boxes; None where the file does not say ``quote``."""
        document = self._document_of(ref)
        if document.text[start:end] != quote or not quote.strip():
            return None
        return document.evidence(start, end, RULE)

    def _pages_of(self, ref: SourceRef) -> Pages:
        if self._pages and self._pages[0][:2] == ref[:2]:
            return self._pages[1]
        self._open.close()
        self._pages = None
        pages = self._open.enter_context(open_pages(self._bytes(ref)))
        self._pages = (ref, pages)
        return pages

    def _document_of(self, ref: SourceRef) -> Document:
        if self._document is None or self._document[0] != ref:
            source = read_data(self._bytes(ref), Path(ref.path).name, self._settings)
            documents = build_documents(source, load_lexicon(self._settings.lexicon))
            if not 1 <= ref.part <= len(documents):
                raise ChangedError(ref.path)
            self._document = (ref, documents[ref.part - 1])
        return self._document[1]

    def _bytes(self, ref: SourceRef) -> bytes:
        data = read_bytes(Path(ref.path), self._settings.max_bytes)
        if hashlib.sha256(data).hexdigest() != ref.sha256:
            raise ChangedError(ref.path)
        return data


def serve(questions: Connection, answers: Connection) -> None:
    """Answer what comes over a pipe until it closes: to each ``(method, arguments)`` an ``(ok, value)``."""
    _limit_memory()
    work = SourceWork()
    while True:
        try:
            method, arguments = questions.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer = (True, getattr(work, method)(*arguments))
        except (DocumentError, ChangedError) as trouble:
            answer = (False, type(trouble).__name__)
        except Exception as trouble:  # a document must not end the process; the page shows its text instead
            answer = (False, type(trouble).__name__)
        try:
            answers.send(answer)
        except (OSError, KeyboardInterrupt):
            return


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
