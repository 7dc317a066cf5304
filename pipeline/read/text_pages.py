"""The running heads and feet of the pages of a text file: form feeds part them, or their numbers that count up."""

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
_PAGE_NUMBER = re.compile(  # a year is none
    r"(?P<word>\b(?:halaman|hal|page|hlm)\b\W{0,3})?(?<!\d)(?P<page>\d{1,3})(?:\s?(?:dari|of|/)\s?\d{1,4})?\W{0,3}$"
)
_NUMBER_ALONE = re.compile(
    r"\s{0,200}(?:(?P<word>(?:halaman|hal|page|hlm)\b\W{0,3})(?P<worded>\d{1,3})(?:\s?(?:dari|of|/)\s?\d{1,3})?"
    r"|[-–—] ?(?P<dashed>\d{1,3}) ?[-–—]|(?P<bare>\d{1,3}))",
    re.IGNORECASE,
)
_SHORTEST_PAGE = 10  # lines that hold anything
_FAR_IN = 20  # columns before a bare number


def with_pages(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, each below a page number as the first of a page; as they are where form feeds say where pages begin.

    Numbers of pages stand alone apart from the text, all alike, and count up from the first or second page.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        if line.new_page and at:
            return list(lines)
        number = _NUMBER_ALONE.fullmatch(line.text)
        if number is None or not number.lastgroup or not _is_apart(lines, at):
            continue
        if number.lastgroup != "bare" or len(line.text) - len(line.text.lstrip()) >= _FAR_IN:
            found.setdefault(number.lastgroup, []).append((at, int(number[number.lastgroup])))
    kept = list(lines)
    for numbers in found.values():
        counted = [number for _, number in numbers]
        apart = numbers[-1][0] >= _SHORTEST_PAGE * (len(numbers) - 1) and numbers[0][0] >= _SHORTEST_PAGE
        if len(numbers) > 1 and apart and counted[0] <= 2 and counted == [*range(counted[0], counted[-1] + 1)]:
            for at, _ in numbers[: None if numbers[-1][0] + 1 < len(lines) else -1]:
                kept[at + 1] = kept[at + 1]._replace(new_page=True)
    return kept


def _is_apart(lines: Sequence[Printed], at: int) -> bool:
    """Whether a blank line stands above a line or below it, or nothing does."""
    return lines[at].blank > 0 or at + 1 == len(lines) or lines[at + 1].blank > 0


def running_lines(lines: Sequence[Printed]) -> dict[int, Origin]:
    """The lines that stand at the same edge of half of the pages, and of two at least; page numbers count as alike.

    Those at the top with a day close below are the titles of minutes.
    """
    starts = [0, *(at for at, line in enumerate(lines) if at and line.new_page), len(lines)]
    pages = [range(start, end) for start, end in pairwise(starts)]
    if len(pages) < 2:
        return {}
    tables = TableFinder(lines)
    tops = [_above_text(lines, tables, page[:_EDGE]) for page in pages]
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


def _above_text(lines: Sequence[Printed], tables: TableFinder, edge: range) -> range:
    """The lines above the first that begins a table or says who speaks below it."""
    said = (at for at in edge if tables.starts(at) or lines[at].text.endswith(":"))
    return range(edge.start, next(said, edge.stop))


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
