"""What is printed on a PDF page, as both engines give it: words, ruling edges, turned text.

The *frame* of a page is the page turned so that most of its text is upright: points from the upper left corner, ``y``
downwards. It is the page as shown unless the text itself was printed sideways (a landscape table on a portrait page).
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from notula.models.source import Box, Line, Table, Word
from notula.pipeline.read.sense import likelihood

ASCENT, DESCENT = 0.8, 0.22
"""How far a line's box reaches above and below its baseline, in font sizes (ascender and descender of text fonts)."""

THIN = 3.0
"""Points: a path no wider is a line, whatever its outline."""
_PICTURE = 0.4
"""The share of a page that images cover where the page may be a picture."""
FEW_LETTERS = 60
"""On a page that is a picture: a scanner's stamp, not text."""
_FRAMED, _COVERED = 0.55, 0.8  # ... of a page that is a picture between margins, and up to its edges
_HEAD, _FOOT = 0.17, 0.12  # shares of the height that headers with their letterhead and footers may take
_MOST_STAMPED, _STAMP = 500, 0.15  # letters, and share of the height, of an electronic signature's note
_SOUND = 0.7  # how likely the letters of text are at least that has hardly any wrong
_MANY_DRAWINGS = 400


class Token(NamedTuple):
    """A printed word: its baseline and sides in the frame; ``order`` counts words as the file gives them."""

    base: float
    x0: float
    x1: float
    size: float
    text: str
    bold: bool
    order: int


class TurnedToken(NamedTuple):
    """A word printed at an angle: the box around it and the line it stands on, as ``angle`` and distance from it."""

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    text: str
    angle: int
    across: float


class Edge(NamedTuple):
    """A ruling edge: ``at`` is its place across its direction (an upright edge's x), ``start`` and ``end`` along it."""

    at: float
    start: float
    end: float


class Edges(NamedTuple):
    """Ruling edges by direction."""

    level: list[Edge]
    upright: list[Edge]


@dataclass(slots=True)
class Page:
    """A page's contents; ``width`` and ``height`` are the frame's.

    ``edges`` are drawn, ``shades`` are the sides of areas that are only filled.
    ``turn`` counts the clockwise quarter turns from the frame to the page as shown. ``crowded`` says that there was
    too much to look for tables, ``garbled`` that its text is unreadable, ``settled`` that OCR saw no more on it than
    its own text says. ``pictured`` is the share of it that images cover, ``drawings`` counts the paths on it.
    """

    number: int
    width: float
    height: float
    tokens: list[Token] = field(default_factory=list)
    turned: list[TurnedToken] = field(default_factory=list)
    edges: Edges = field(default_factory=lambda: Edges([], []))
    shades: Edges = field(default_factory=lambda: Edges([], []))
    turn: int = 0
    crowded: bool = False
    pictured: float = 0.0
    garbled: bool = False
    settled: bool = False
    drawings: int = 0

    @property
    def readable(self) -> bool:
        """Whether its text is what it shows, as far as can be told: no picture of text, letters that make words."""
        return self.settled or not (self.garbled or self.is_picture or self.is_doubtful or self._is_drawn())

    @property
    def is_picture(self) -> bool:
        """Whether what it says is in its pictures.

        It may have a stamp or the note of an electronic signature as text, a header, a footer, or a watermark that says
        the same again and again.
        """
        if self.settled or self.pictured <= _PICTURE:
            return False
        if self.letters < FEW_LETTERS:
            return True
        body = [token for token in self.tokens if _HEAD < token.base / self.height < 1 - _FOOT]
        letters = sum(map(len, {token.text for token in body}))
        if self.pictured > _FRAMED and letters < FEW_LETTERS:
            return True
        bases = [token.base for token in body]
        return (
            self.pictured > _COVERED and letters < _MOST_STAMPED and max(bases) - min(bases) <= _STAMP * self.height
        )

    @property
    def is_doubtful(self) -> bool:
        """Whether its text is what an earlier OCR made of its picture, and many letters are wrong."""
        likely = likelihood(self.text) if self.pictured > _COVERED else None
        return likely is not None and likely < _SOUND

    @property
    def text(self) -> str:
        """Its upright words."""
        return " ".join(token.text for token in self.tokens)

    def _is_drawn(self) -> bool:
        """Whether its letters may be drawings: hardly any text, many paths."""
        return self.letters < FEW_LETTERS and self.drawings > _MANY_DRAWINGS

    @property
    def letters(self) -> int:
        """How many characters its words have."""
        return sum(len(token.text) for token in self.tokens) + sum(len(token.text) for token in self.turned)


class Placement(NamedTuple):
    """How a page's user space (PDF units, ``y`` upwards) lies in its frame: ``quarter`` clockwise turns."""

    left: float
    bottom: float
    right: float
    top: float
    quarter: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the frame."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space in the frame."""
        if self.quarter == 0:
            return x - self.left, self.top - y
        if self.quarter == 1:
            return y - self.bottom, x - self.left
        if self.quarter == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle of user space in the frame, as x0, top, x1, bottom."""
        if self.quarter == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        a, b = self.point(x0, y0), self.point(x1, y1)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def turn_back(item: "Line | Table", page: Page) -> "Line | Table":
    """The item with where it lies on the page as shown; its own boxes stay in the frame, in which it is upright.

    Text that is turned in the frame (origin ``textbox``) has its box as shown.
    """
    if isinstance(item, Line) and item.origin == "textbox":
        return item._replace(box=_turned(item.box, page), words=())
    if isinstance(item, Line):
        words = tuple(_turned_word(word, page) for word in item.words)
        return item._replace(shown=_turned(item.box, page), words=words)
    cells = tuple(replace(cell, content=tuple(turn_back(part, page) for part in cell.content)) for cell in item.cells)
    return replace(item, cells=cells)


def _turned_word(word: Word, page: Page) -> Word:
    """The word with its sides as shown, where it still runs level."""
    return word._replace(shown=(page.width - word.x1, page.width - word.x0)) if page.turn == 2 else word


def _turned(box: Box | None, page: Page) -> Box | None:
    if box is None:
        return None
    corners = [_turned_point(box.x0, box.top, page), _turned_point(box.x1, box.bottom, page)]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(box.page, xs[0], ys[0], xs[1], ys[1])


def _turned_point(x: float, y: float, page: Page) -> tuple[float, float]:
    if page.turn == 1:
        return page.height - y, x
    if page.turn == 2:
        return page.width - x, page.height - y
    return y, page.width - x
