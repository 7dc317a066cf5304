"""The running heads and feet of the pages that form feeds part in a text file."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import chain, pairwise, takewhile

from notula.models.source import Origin
from notula.pipeline.read.text_tables import Printed, TableFinder
from notula.pipeline.text import fold

_EDGE = 3  # lines at the bottom of a page, and one more than at its top: so many again begin minutes
_ALONE = "\f"  # begins the key of a page number that says what it is: "Halaman 2 dari 5"
_DATED = re.compile(
    r"\W*(?:hari|tanggal|tgl|date|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b.{0,40}\d", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"(?P<word>\b(?:halaman|hal|page|hlm)\b\W{0,3})?(?<!\d)(?P<page>\d{1,4})(?:\s?(?:dari|of|/)\s?\d{1,4})?\W{0,3}$"
)


def running_lines(lines: Sequence[Printed]) -> dict[int, Origin]:
    """The lines that stand at the same edge of half of the pages, and of two at least; page numbers count as alike.

    Those at the top with a day close below are the titles of minutes.
    """
    starts = [0, *(at for at, line in enumerate(lines) if at and line.new_page), len(lines)]
    pages = [range(start, end) for start, end in pairwise(starts)]
    if len(pages) < 2:
        return {}
    tables = TableFinder(lines)
    tops = [_above_table(tables, page[:_EDGE]) for page in pages]
    feet = [page[::-1][:_EDGE] for page in pages]
    heads = (run for run in _repeated(lines, tops) if len(run) < _EDGE and not _begins_minutes(lines, run))
    found: dict[int, Origin] = dict.fromkeys(chain.from_iterable(heads), "header")
    return found | dict.fromkeys(chain.from_iterable(_repeated(lines, feet)), "footer")


def without(lines: Sequence[Printed], aside: Container[int]) -> list[Printed]:
    """The other lines; where one of those left out started a page, the next does."""
    kept: list[Printed] = []
    new_page = False
    for at, line in enumerate(lines):
        new_page |= line.new_page
        if at not in aside:
            kept.append(line._replace(blank=0, new_page=True) if new_page else line)
            new_page = False
    return kept


def _begins_minutes(lines: Sequence[Printed], run: Sequence[int]) -> bool:
    """Whether a day stands close below a repeated line: then it is the title of minutes, not of a page."""
    below = lines[run[-1] + 1 : run[-1] + 1 + _EDGE] if run else ()
    return any(_DATED.match(" ".join(line.text.split())) for line in below)


def _above_table(tables: TableFinder, edge: range) -> range:
    """The lines above the first that begins a table."""
    return range(edge.start, next((at for at in edge if tables.starts(at)), edge.stop))


def _repeated(lines: Sequence[Printed], edges: Sequence[range]) -> Iterator[list[int]]:
    """The lines of each page from the edge inwards up to the first that other pages have not there too."""
    keys = [[_key(lines[at].text, page) for at in edge] for page, edge in enumerate(edges)]
    on = Counter(key for page in keys for key in set(page))
    need = 2 if len(edges) <= 3 else len(edges) // 2
    for edge, page in zip(edges, keys, strict=True):
        pairs = zip(edge, page, strict=True)
        yield [at for at, _ in takewhile(lambda pair: on[pair[1]] >= need or pair[1].startswith(_ALONE), pairs)]


def _key(text: str, page: int) -> str:
    """A line without its gaps; the page number at its end counted from the page it stands on."""
    text = fold(" ".join(text.split()))
    found = _PAGE_NUMBER.search(text)
    if found is None:
        return text
    alone = _ALONE if found["word"] and not found.start() else ""
    return f"{alone}{text[: found.start()]}#{int(found['page']) - page}"
