"""Page headers of a word processor that hold the head of minutes: its labels, its title over them, or a section's day.

Each section of a file may have headers of its own (``w:headerReference``, ECMA-376 part 1, 17.10.5). Most hold a
letterhead, a document's number or the page's; some are the only place where day, time and place of a meeting stand.
"""

import itertools
import re
from collections.abc import Iterator

from notula.models.source import Line, Table
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.header_forms import is_header_form
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.title_lines import DATE, GENRE, text_field
from notula.pipeline.text import fold

Content = Line | Table

PAGE_TAIL = re.compile(
    r"\b(?:halaman|hal|page|hlm|lembar)\.?\s*(?::\s*|ke[- ]?)?\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?\s*$", re.IGNORECASE
)
_FEWEST_FIELDS = 2  # labelled in a header that is the head of minutes, a day among them


def heads_in_margins(content: tuple[Content, ...], labels: Labels) -> set[int]:
    """The indexes of what stands in page headers that are the heads of minutes."""
    runs = list(_headers(content))
    days = [_day(run, content) for run in runs]
    dated = len(set(days) - {None}) > 1
    return {
        at
        for run, day in zip(runs, days, strict=True)
        if (dated and day)
        or _is_labelled(run, content, labels)
        or _is_title(run, content, labels)
        or (day and _names_other(run, day, content))
        for at in run
        if not _tells_page(content[at])
    }


def _names_other(run: list[int], day: str, content: tuple[Content, ...]) -> bool:
    """Whether the header of a later section names minutes and a day that nothing above it tells."""
    above = content[: run[0]]
    named = any(GENRE.match(fold(line.text)) for line in lines_in(content[at] for at in run))
    later = not all(map(_is_header, above))
    return named and later and not any(day in fold(line.text) for line in lines_in(above))


def _tells_page(piece: Content) -> bool:
    """Whether a line gives the page's number and no day: what stands above the later pages of minutes."""
    return isinstance(piece, Line) and bool(PAGE_TAIL.search(piece.text)) and not DATE.search(fold(piece.text))


def tables_in_margins(content: tuple[Content, ...], labels: Labels) -> set[int]:
    """The indexes of tables in the page headers of later sections that are no forms of a meeting's head."""
    above = next((at for at, piece in enumerate(content) if not _is_header(piece)), len(content))
    return {
        at
        for at, piece in enumerate(content)
        if at > above and isinstance(piece, Table) and _is_header(piece) and not is_header_form(piece, labels)
    }


def _headers(content: tuple[Content, ...]) -> Iterator[list[int]]:
    """The places of what stands in the header of each section."""
    for in_header, run in itertools.groupby(range(len(content)), lambda at: _is_header(content[at])):
        if in_header:
            yield list(run)


def _is_header(piece: Content) -> bool:
    """Whether something stands in the page header of a word processor's file."""
    return piece.place is not None and piece.place.startswith("header")


def _day(run: list[int], content: tuple[Content, ...]) -> str | None:
    """The first day that a header tells."""
    texts = (fold(line.text) for line in lines_in(content[at] for at in run))
    return next((found.group() for text in texts if (found := DATE.search(text))), None)


def _is_labelled(run: list[int], content: tuple[Content, ...], labels: Labels) -> bool:
    """Whether the lines of a header have the labels of a meeting's head."""
    lines = (content[at] for at in run)
    fields = {text_field(line.text, labels) for line in lines if isinstance(line, Line)} - {None, "ignore"}
    return len(fields) >= _FEWEST_FIELDS and "date" in fields


def _is_title(run: list[int], content: tuple[Content, ...], labels: Labels) -> bool:
    """Whether a header names the minutes whose labels begin right below."""
    below = content[run[-1] + 1 : run[-1] + 2]
    labelled = any(
        is_header_form(piece, labels) if isinstance(piece, Table) else text_field(piece.text, labels) for piece in below
    )
    return labelled and any(GENRE.search(fold(line.text)) for line in lines_in(content[at] for at in run))
