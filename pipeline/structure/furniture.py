"""Running headers, footers, page numbers and watermarks: told from the body by place and repetition.

- A DOCX header, footer or footnote is known as such; one that is the head of minutes is none.
- On pages, a line is running text when its text stands near the same edge on at least two pages (and on half of the
  pages where there are more than three); digits may differ only in page numbers.
- A page number alone is furniture on the first or last printed line of a page.
- The first or last line of a later page, in smaller type than the body and clearly apart from it, is running text too.
- Turned text on a page is a watermark.
- What a web page says of its last change is its footer ("Halaman ini terakhir diubah ..."); when it was put up and how
  often it was read stands in its header.
- The fields that a mail begins with are no header of the minutes in it where these tell their own day.
- A line that starts with a header label (``Tempat : ...``) is never furniture, nor are lines right above one, or close
  above a day, that stands on no other page: they are the head of minutes, not of a page.
"""

import itertools
import re
from collections import Counter

from notula.models.blocks import FurnitureKind
from notula.models.source import Line, Table
from notula.pipeline.read.lines import text_in
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.opening_lines import leading_day
from notula.pipeline.structure.page_headers import PAGE_TAIL, heads_in_margins, tables_in_margins
from notula.pipeline.structure.title_lines import GENRE
from notula.pipeline.text import fold

Content = Line | Table

_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?P<word>(?:halaman|hal|page|hlm|lembar)\.?\s*(?::|ke[- ]?)?\s*)?\(?(?P<page>\d{1,4})\)?"
    r"(?:\s*(?:dari|of|[/|–—-])\s*(?P<pages>\d{1,4}))?(?:\s*[-–—])?",
    re.IGNORECASE,
)
_PAGE_TAIL = re.compile(
    rf"{PAGE_TAIL.pattern}|(?:(?<![^\W_])[-–]|[|\t])\s*\d{{1,3}}(?:\s*(?:dari|of|/)\s*\d{{1,3}})?\s*[-–]?\s*$",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"[^\w#]+")
_ALIKE = str.maketrans("1l!|t0q5", "iiiiiogs")
_EDGE_LINES = 3
_LABELLED_CELLS = 4  # at most in a row of labels and their values
_DATED_WITHIN, _LABELLED_WITHIN = 3, 6  # lines below a title: a day, a label for one
_MAIL_FIELD = re.compile(
    r"(?:from|dari|to|kepada|cc|bcc|reply-to|date|sent|tanggal|dikirim|subject|subjek|perihal|message-id)\s*:\s*\S",
    re.IGNORECASE,
)
_LAST_CHANGE = re.compile(
    r"\W*(?:halaman|artikel|dokumen|laman)(?: ini)? terakhir (?:kali )?di(?:ubah|sunting|perbarui|edit|mutakhirkan)\b",
    re.IGNORECASE,
)
# When and by whom a page was put up and how often it was read ("Diposting oleh admin | 3 Mei 2021 | Dibaca 40 kali").
_PUT_UP = re.compile(
    r"\W*(?:di ?(?:posting|publikasikan)|posted|published)\s+(?:oleh|pada|tanggal|tgl|by|on)\b.{0,120}"
    r"|(?:.{0,120}\W)?(?:(?:di ?(?:baca|lihat)|hits|views?)\W{0,3}\d[\d.,]*(?:\s*(?:kali|x|times|views?))?"
    r"|\d[\d.,]*\s*(?:(?:kali|x)\s+di(?:baca|lihat)|views))[^\w.]*",
    re.IGNORECASE,
)
_PUT_UP_WITHIN, _PUT_UP_LENGTH = 15, 160  # lines of the top, characters of one
_MAIL_ADDRESS = re.compile(r"[\w.+-]@[\w-]")
_MAIL_FIELDS = 3  # at least, that begin a mail
_BELOW_MAIL = 20  # lines in which its minutes tell their day


def find_furniture(content: tuple[Content, ...], labels: Labels) -> dict[int, FurnitureKind]:
    """The indexes of furniture lines in a source's content and what each is."""
    found: dict[int, FurnitureKind] = dict.fromkeys(tables_in_margins(content, labels), "header")
    minutes = heads_in_margins(content, labels)
    for index, piece in enumerate(content):
        if index in minutes:
            continue
        if isinstance(piece, Line) and piece.origin in ("header", "footer", "footnote"):
            found[index] = piece.origin
        elif isinstance(piece, Line) and piece.origin == "textbox" and piece.box is not None:
            found[index] = "watermark"
        elif isinstance(piece, Line) and _LAST_CHANGE.match(piece.text):
            found[index] = "footer"
        elif isinstance(piece, Line) and _is_put_up(piece.text, index):
            found[index] = "header"
    found.update(dict.fromkeys(_mail_head(content, labels), "header"))
    pages = _edges(content)
    count = max((piece.box.page for piece in content if piece.box), default=0)
    running = _running(content, pages)
    small = _small_edges(content, pages)
    heads = _heads(content, running, labels)
    for at, edge in pages:
        line = content[at]
        assert isinstance(line, Line)
        text = line.text.strip()
        if at in heads:
            continue
        if _is_page_number(text, line.box.page if line.box else 0, count):
            found[at] = "page_number"
        elif ((_masked(line), edge) in running or at in small) and labels.opening(text) is None:
            found[at] = "header" if edge == "top" else "footer"
    return found


def _is_put_up(text: str, index: int) -> bool:
    """Whether one of the first lines tells when a web page was put up or how often it was read."""
    return index < _PUT_UP_WITHIN and len(text) <= _PUT_UP_LENGTH and _PUT_UP.fullmatch(text) is not None


def _mail_head(content: tuple[Content, ...], labels: Labels) -> range:
    """The fields that a mail begins with, its sender's address among them; none where its minutes tell no day.

    A mail is sent after the meeting, and named as its writer likes.
    """
    top = list(itertools.takewhile(lambda piece: isinstance(piece, Line) and _MAIL_FIELD.match(piece.text), content))
    lines = [piece.text for piece in top if isinstance(piece, Line)]
    below = (_first_line(piece) for piece in content[len(top) : len(top) + _BELOW_MAIL])
    is_mail = len(lines) >= _MAIL_FIELDS and any(map(_MAIL_ADDRESS.search, lines))
    return range(len(top) if is_mail and any(_is_dated(text, labels) for text in below) else 0)


def _is_page_number(text: str, page: int, count: int) -> bool:
    """Whether a line is a page number; a bare "28/8" only where the second number is that of the pages."""
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None:
        return False
    if match["word"]:
        return True
    return int(match["pages"]) == count if match["pages"] else abs(int(match["page"]) - page) <= max(count, 20)


def _edges(content: tuple[Content, ...]) -> list[tuple[int, str]]:
    """The first and last lines of each page as (index, "top" or "bottom"); tables end the search."""
    found = []
    for order in _by_page(content).values():
        for edge, near in (("top", order[:_EDGE_LINES]), ("bottom", order[::-1][:_EDGE_LINES])):
            for index in near:
                if isinstance(content[index], Table):
                    break
                found.append((index, edge))
    return found


def _by_page(content: tuple[Content, ...]) -> dict[int, list[int]]:
    """The indexes of what stands on each page, from its top."""
    pages: dict[int, list[int]] = {}
    for index, piece in enumerate(content):
        if piece.box is not None:
            pages.setdefault(piece.box.page, []).append(index)
    return {page: sorted(indexes, key=lambda at: _top(content[at])) for page, indexes in pages.items()}


def _top(piece: Content) -> float:
    return piece.box.top if piece.box else 0.0


def _masked(line: Line) -> str:
    """The text with its page number masked; other digits count. What OCR takes for each other is the same."""
    text = fold(_PAGE_TAIL.sub("#", line.text))
    return text if line.certainty is None else _NO_LETTER.sub("", text).translate(_ALIKE)


def _running(content: tuple[Content, ...], edges: list[tuple[int, str]]) -> set[tuple[str, str]]:
    pages = {piece.box.page for piece in content if piece.box}
    need = 2 if len(pages) <= 3 else max(2, len(pages) // 2)
    on: dict[tuple[str, str], set[int]] = {}
    for index, edge in edges:
        line = content[index]
        assert isinstance(line, Line)
        if line.text.strip() and line.box:
            on.setdefault((_masked(line), edge), set()).add(line.box.page)
    repeated = {key for key, found in on.items() if len(found) >= need}
    for index, edge in edges:  # a footer such as "Halaman 1 dari 1" on a single page
        line = content[index]
        assert isinstance(line, Line)
        if re.match(r"(?:halaman|hal|page)\b", fold(line.text)) and _PAGE_TAIL.search(line.text):
            repeated.add((_masked(line), edge))
    return repeated


def _heads(content: tuple[Content, ...], running: set[tuple[str, str]], labels: Labels) -> set[int]:
    """Repeated first lines of a page that begin minutes: a label or a day of that page alone stands below."""
    written = Counter(_first_line(piece) for piece in content)
    found: set[int] = set()
    for order in _by_page(content).values():
        above = list(itertools.takewhile(lambda at: _is_running(content[at], running), order))
        below = (content[at] for at in order[len(above) : len(above) + _LABELLED_WITHIN])
        own = list(itertools.takewhile(lambda piece: written[_first_line(piece)] == 1, below))
        if _begins_minutes(own, labels):
            found.update(above)
    return found


def _begins_minutes(own: list[Content], labels: Labels) -> bool:
    """Whether below what stands on several pages, a page's own first lines are the head of minutes.

    They begin with a label, or give the day close below; a label for it may stand lower, if neither a part of minutes
    ("DAFTAR HADIR", in an annex) nor their name, which then is the head, stands over it.
    """
    texts = [_first_line(piece) for piece in own]
    opening = labels.opening(texts[0]) if texts else None
    if opening is not None and (opening.field is not None or opening.has_value(texts[0])):
        return True
    dated = next((at for at, text in enumerate(texts) if _is_dated(text, labels, near=at < _DATED_WITHIN)), None)
    if dated is None or any(labels.words.kind(text) for text in texts[:dated]):
        return False
    over = own[:dated] if dated >= _DATED_WITHIN else []
    return not any(isinstance(piece, Table) or GENRE.search(fold(piece.text)) for piece in over)


def _is_dated(text: str, labels: Labels, *, near: bool = True) -> bool:
    """Whether a line begins with a label for a day or, ``near`` to what it dates, with a day."""
    opening = labels.opening(text)
    return (near and leading_day(fold(text)) is not None) or (opening is not None and opening.field == "date")


def _first_line(piece: Content) -> str:
    """A line's text, of a table its first row with a colon behind the first cell; titles of columns have none."""
    if isinstance(piece, Line):
        return piece.text
    first = [text_in(cell) for cell in piece.cells if cell.row == 0]
    if len(first) > _LABELLED_CELLS:
        return " ".join(first)
    return f"{first[0].rstrip(': ')} : {' '.join(first[1:])}" if first else ""


def _is_running(piece: Content, running: set[tuple[str, str]]) -> bool:
    return isinstance(piece, Line) and (_masked(piece), "top") in running


def _small_edges(content: tuple[Content, ...], edges: list[tuple[int, str]]) -> set[int]:
    """The outermost lines of later pages that are set smaller than the body and apart from it."""
    lines = [piece for piece in content if isinstance(piece, Line) and piece.box and piece.size]
    if not lines:
        return set()
    sizes: Counter[int] = Counter()
    boxes: dict[int, list[tuple[float, Line]]] = {}
    for each in lines:
        sizes[round(each.size or 0)] += len(each.text)
        if each.box:
            boxes.setdefault(each.box.page, []).append((each.box.top, each))
    body = sizes.most_common(1)[0][0]
    pitch = 1.6 * body
    found, seen = set(), set()
    for index, edge in edges:
        line = content[index]
        assert isinstance(line, Line)
        outer = (line.box.page, edge) not in seen if line.box else False
        if line.box is None or not outer:
            continue
        seen.add((line.box.page, edge))
        if line.box.page == 1 or not line.size or line.size > body - 0.9:
            continue
        gaps = [abs(top - line.box.top) for top, other in boxes.get(line.box.page, []) if other is not line]
        if gaps and min(gaps) > 1.5 * pitch:
            found.add(index)
    return found
