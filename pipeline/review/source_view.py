"""The source beside the reading: page pictures with marks, or the canonical text cut at its marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from notula.models.evidence import Evidence, PageBox
from notula.models.review import MeetingSummary
from notula.pipeline.review.source_process import SourceProcess, UnavailableError
from notula.pipeline.review.source_questions import SourceRef
from notula.pipeline.review.sources import Sources

PDF = "application/pdf"
Marked = Iterable[tuple[str, Evidence]]


@dataclass(frozen=True)
class Piece:
    """A stretch of the canonical text, ``mark`` is its look; ``first`` is the first marked one."""

    start: int
    text: str
    mark: str = ""
    first: bool = False


@dataclass(frozen=True)
class SourceView:
    """What the template shows: ``pages`` (number, width, height in points) or ``pieces`` of text.

    ``notice`` is a message's key; ``switch`` leads to the other view, ``picture`` and ``lines`` to page pictures and
    printed lines, ``download`` to the file; empty where there is none.
    """

    filename: str
    pages: tuple[tuple[int, float, float], ...] | None = None
    pieces: tuple[Piece, ...] = ()
    boxes: tuple[tuple[str, PageBox], ...] = ()
    notice: str = ""
    switch: str = ""
    picture: str = ""
    lines: str = ""
    download: str = ""


def ref_of(summary: MeetingSummary, sources: Sources) -> SourceRef:
    """The source file of a meeting.

    Raises:
        UnavailableError: it is not there any more, or is another one.
    """
    return SourceRef(str(sources.find(summary.source)), summary.source.sha256, summary.source.part)


class SourceDesk(Protocol):
    """Where source files are, and the process that opens them."""

    @property
    def sources(self) -> Sources:
        """The source files."""

    @property
    def process(self) -> SourceProcess:
        """The process."""


def source_view(
    summary: MeetingSummary, text: str, marked: Marked, desk: SourceDesk, *, as_text: bool = False
) -> SourceView:
    """The view of a meeting's source, what is ``marked`` lit; text where the pages cannot be shown."""
    found = list(marked)
    name, base = summary.source.filename, f"/meetings/{summary.id}"
    try:
        ref = ref_of(summary, desk.sources)
        if summary.source.media_type == PDF and not as_text:
            sizes = desk.process.sizes(ref)
            return SourceView(
                name,
                pages=tuple((at, *size) for at, size in enumerate(sizes, 1)),
                boxes=tuple((look, box) for look, evidence in found for box in evidence.boxes),
                switch="?view=text",
                picture=f"{base}/pages/",
                lines=f"{base}/lines" if summary.source.text_from == "text_layer" else "",
                download=f"{base}/source",
            )
    except UnavailableError as trouble:
        notice = "" if trouble.reason == "missing" and summary.source.media_type != PDF else f"source_{trouble.reason}"
        return SourceView(name, pieces=cut(text, found), notice=notice)
    switch = "?view=pages" if summary.source.media_type == PDF else ""
    return SourceView(name, pieces=cut(text, found), switch=switch, download=f"{base}/source")


def cut(text: str, marked: Marked) -> tuple[Piece, ...]:
    """The text in pieces: a line each, cut further where a mark begins or ends; the last mark of a stretch shows."""
    spans = [(look, each.char_start, each.char_end) for look, each in marked]
    cuts = {0, len(text)} | {at for _, start, end in spans for at in (start, end) if 0 <= at <= len(text)}
    at = text.find("\n")
    while at >= 0:
        cuts.add(at + 1)
        at = text.find("\n", at + 1)
    pieces: list[Piece] = []
    first = True
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        look = ""
        for name, begin, stop in spans:
            if begin <= start and end <= stop:
                look = name
        pieces.append(Piece(start, text[start:end], look, bool(look) and first))
        first = first and not look
    return tuple(pieces)
