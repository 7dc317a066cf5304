"""Plain text -> Source."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from notula.models.source import Cell, Line, Origin, Source, Table
from notula.pipeline.read.glyphs import plain_signs, with_lost_bullets
from notula.pipeline.read.lines import (
    POINTS_PER_COLUMN,
    columns,
    decode,
    is_rule,
    is_wrapped,
    require_text,
    split_lines,
    tidy,
)
from notula.pipeline.read.text_columns import ColumnFinder
from notula.pipeline.read.text_labels import labels_beside, labels_first
from notula.pipeline.read.text_pages import running_lines, with_pages, without
from notula.pipeline.read.text_stacked import StackFinder
from notula.pipeline.read.text_tabbed import tabbed_table
from notula.pipeline.read.text_tables import Printed, TableFinder, TextTable
from notula.pipeline.settings import Settings

MEDIA_TYPE = "text/plain"

_DECORATED = re.compile(r"([=#*_~+-])\1{2,}\s*([^\s=#*_~+-](?:.*[^\s=#*_~+-])?)\s*\1{2,}")
_WIDEST = 250  # columns of printed pages; wider lines are paragraphs
_LONGEST = 500  # characters of a printed line or a title
_FEWEST_SYLLABLES = 3  # words broken between them that make it a habit of the text
_HALF = re.compile(r"[^\s-]+")  # of a word with a hyphen
_OPEN_HYPHEN = re.compile(r"(?:[^\W\d_]-$)|(?:\d-$)")


def read_text(data: bytes, settings: Settings) -> Source:
    """The lines of a text file; a word that a hyphen breaks at the right margin is put together on the first line.

    Raises:
        DocumentError: ``empty`` or ``too_large``.
    """
    text = with_lost_bullets(plain_signs(decode(data)))
    raw = split_lines(text)
    printed = "\f" in text and max(map(len, raw)) <= _WIDEST
    wrapped = printed or is_wrapped(raw)
    content: Iterable[Line | Table] = _content(with_pages(list(_printed(raw))))
    content = tuple(rejoin_hyphens(content) if wrapped else content)
    require_text(content)
    pages = len(text.rstrip().split("\f")) if printed else None
    return Source(MEDIA_TYPE, content, pages=pages, wrapped=wrapped)


def _printed(raw: Sequence[str]) -> Iterator[Printed]:
    """The lines that hold anything: blank ones, rules and form feeds show in the line after them."""
    blank, new_page = 0, False
    for row in raw:
        parts = row.split("\f")
        for count, part in enumerate(parts):
            new_page |= count > 0
            text = undecorated(tidy(part))
            if not text or is_rule(text):
                blank += len(parts) == 1 or bool(text)  # nothing beside a form feed is no blank line
                continue
            yield Printed(part.replace("\u00a0", " ").rstrip(), blank, new_page)
            blank, new_page = 0, False


def _content(printed: Sequence[Printed]) -> Iterator[Line | Table]:
    """The lines, those at the edges of pages first and those that make tables put together."""
    aside = running_lines(printed)
    yield from (_line(printed[at], origin) for at, origin in sorted(aside.items()))
    body = list(labels_first(labels_beside(without(printed, aside))))
    tables, stacks, beside, at = TableFinder(body), StackFinder(body), ColumnFinder(body), 0
    while at < len(body):
        if table := tables.at(at) or stacks.at(at) or tabbed_table(body, at):
            yield _table(table)
            at = table.end
        elif side := beside.at(at):
            yield from (_line(line, "body") for line in side.lines)
            at = side.end
        else:
            yield _line(body[at], "body")
            at += 1


def _line(printed: Printed, origin: Origin) -> Line:
    indent = columns(printed.text) * POINTS_PER_COLUMN
    tidied = tidy(printed.text)
    text = undecorated(tidied)
    drawn = text != tidied  # as a title, as bold is where there is any
    return Line(
        text, bold=drawn, indent=indent, spaced=printed.blank > 0, blank=printed.blank, new_page=printed.new_page,
        origin=origin,
    )  # fmt: skip


def _table(found: TextTable) -> Table:
    cells = [
        Cell(at, column, tuple(Line(tidy(piece.text), indent=piece.indent * POINTS_PER_COLUMN) for piece in pieces))
        for at, row in enumerate(found.rows)
        for column, pieces in enumerate(row)
    ]
    return Table(tuple(cells), len(found.rows), found.columns, ruled=False)


def undecorated(text: str) -> str:
    """A title without the signs drawn on both sides of it (``### Notulen ###``)."""
    found = _DECORATED.fullmatch(text) if len(text) <= _LONGEST else None
    return found[2] if found else text


def rejoin_hyphens(content: Iterable[Line | Table]) -> list[Line | Table]:
    """Lines with the tail of a word broken at a hyphen moved up.

    The hyphen stays, as in ``selambat-lambatnya``, but for words broken between syllables in a text that does so often.
    """
    pieces, joined = list(content), list[Line | Table]()
    narrow = sum(starmap(_parts_syllables, pairwise(pieces))) >= _FEWEST_SYLLABLES
    for line in pieces:
        before = joined[-1] if joined else None
        if not isinstance(before, Line) or not isinstance(line, Line) or not _breaks_word(before, line):
            joined.append(line)
            continue
        tail, *rest = line.text.split(None, 1)
        head = before.text[:-1] if narrow and _parts_syllables(before, line) else before.text
        joined[-1] = before._replace(text=head + tail)
        if rest:
            moved = POINTS_PER_COLUMN * (len(tail) + 1)
            joined.append(line._replace(text=rest[0], indent=line.indent + moved, continues=True))
    return joined


def _parts_syllables(before: Line | Table, line: Line | Table) -> bool:
    """Whether a line breaks a word that has no hyphen of its own: its halves do not repeat each other."""
    if not isinstance(before, Line) or not isinstance(line, Line) or not _breaks_word(before, line):
        return False
    head, tail = _HALF.findall(before.text)[-1].lower(), line.text.split(None, 1)[0]
    twice = tail[:3] in head or head[-3:] in tail or head[:2] == tail[:2] or head[1:3] == tail[1:3]
    return head.isalpha() and not twice


def _breaks_word(before: Line, line: Line) -> bool:
    """Whether a hyphen at the end of a line stands inside a word or number that goes on in the next."""
    text, after = before.text, line.text
    if line.spaced or line.marker is not None or line.origin != before.origin or len(text) > _LONGEST:
        return False
    if _OPEN_HYPHEN.search(text) is None or not after:
        return False
    return after[0].isdigit() if text[-2].isdigit() else after[0].islower()
