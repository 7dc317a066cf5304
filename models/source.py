"""What a reader gives: a file's lines and tables in reading order.

These are plain frozen dataclasses, not pydantic models: a reader makes thousands of them a document and nobody outside
the program does. What it makes most of are named tuples, which take a tenth of the time.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from notula.models.issue import Note
from notula.models.quality import PageQuality

Align = Literal["left", "center", "right", "justify"]
Origin = Literal["body", "header", "footer", "footnote", "textbox"]


class Word(NamedTuple):
    """A printed word: ``start``/``end`` index the text of its line, ``x0``/``x1`` are PDF points from the left.

    ``certainty`` is how sure OCR was of it, None where the file itself has it. ``shown`` is its sides on the page as
    given, where it was read straightened or turned.
    """

    start: int
    end: int
    x0: float
    x1: float
    certainty: float | None = None
    shown: tuple[float, float] | None = None


class Box(NamedTuple):
    """A rectangle on a page: PDF points from the page's upper left corner, pages counted from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Line(NamedTuple):
    r"""A printed line (PDF, plain text) or a paragraph up to a soft break (DOCX, HTML, Markdown).

    ``text`` holds no line break; a tab or a gap clearly wider than a space is ``\t``; no-break spaces are spaces and
    soft hyphens are gone. Automatic numbering is not in ``text``: ``marker`` has it as displayed (``1.``, ``b)``,
    ``•``) and ``level`` its depth from 0. ``outline`` is a heading's depth (0 for a title, 1 for ``Heading 1``, ``#``,
    ``<h1>``). ``continues`` says that the line goes on in the paragraph of the line before (soft break).
    ``spaced`` says that a blank line (or a clearly larger gap) stands before it, ``blank`` how many do in plain text,
    ``new_page`` that a page starts here.
    ``indent`` is in points (plain text: columns times 6). ``certainty`` is how sure OCR was of the letters, None where
    the file itself has them. ``shown`` is the line's box on the page as given where the page was read another way,
    put straight (OCR) or turned because its text was printed sideways; ``box`` is then that on the page as read.
    """

    text: str
    place: str | None = None
    box: Box | None = None
    words: tuple[Word, ...] = ()
    size: float | None = None
    bold: bool = False
    align: Align | None = None
    indent: float = 0.0
    marker: str | None = None
    level: int | None = None
    outline: int | None = None
    continues: bool = False
    spaced: bool = False
    blank: int = 0
    new_page: bool = False
    struck: bool = False
    origin: Origin = "body"
    certainty: float | None = None
    shown: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``row``/``column`` count from 0, ``rows``/``columns`` are its spans.

    ``sides`` are where its ruled outline begins and ends, in points, where that is known.
    """

    row: int
    column: int
    content: tuple["Line | Table", ...] = ()
    rows: int = 1
    columns: int = 1
    sides: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells row by row; a merged cell stands once, at its upper left.

    ``ruled`` tells a table with ruling lines (or a DOCX, HTML or Markdown one) from columns found by alignment alone.
    ``header_rows`` counts rows marked to repeat as header (0 where the format does not say).
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    ruled: bool = True
    header_rows: int = 0
    place: str | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: ``content`` in reading order, furniture (``origin`` not ``body``) included.

    ``wrapped`` says that a line may break in the middle of a sentence (PDF, plain text, a DOCX of printed lines), so
    that paragraphs have to be put together again. ``pages`` is None where the format has none (a text file has those
    that form feeds part). ``page_quality`` has the pages read by OCR.
    ``tools`` names the other programs that took part, with their versions: other versions may read otherwise.
    """

    media_type: str
    content: tuple[Line | Table, ...]
    pages: int | None = None
    wrapped: bool = False
    text_from: Literal["text_layer", "ocr", "mixed"] = "text_layer"
    notes: tuple[Note, ...] = ()
    page_quality: tuple[PageQuality, ...] = ()
    tools: tuple[tuple[str, str], ...] = ()
