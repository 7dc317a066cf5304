"""Where a value stands in its document."""

from notula.models.base import Model


class PageBox(Model):
    """A rectangle on a page, in PDF points from the page's upper left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Evidence(Model):
    """The characters of the canonical text that a value was read from.

    ``quote`` is exactly ``text[char_start:char_end]``. ``page`` counts from 1 and is None where the format has no
    pages; ``place`` names a DOCX element (``paragraph 12``, ``table 2 row 3 cell 1``), else None; ``boxes`` has one
    box per printed line and is empty where the format has no geometry. ``rule`` names the rule that found the value,
    ``derived`` is true where the value was inferred (a year from the meeting's date, an owner from a merged cell).
    """

    page: int | None = None
    place: str | None = None
    char_start: int
    char_end: int
    quote: str
    boxes: tuple[PageBox, ...] = ()
    rule: str
    derived: bool = False
