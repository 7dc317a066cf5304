"""Minutes of different hands in one file: each pair of written documents, one after the other, is two meetings."""

import itertools
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from notula.models.source import Line, Source, Table
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.read import read
from notula.pipeline.settings import Settings
from notula.pipeline.structure.documents import build_documents

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "samples", ROOT / "bench/quality"]
STEPS = (1, 7)  # each document is followed by the one that comes so many places later
AT_LEAST = 0.95  # of the pairs; the rest has no day, or a head like that of a section


def single_minutes() -> list[Source]:
    """The annotated documents that hold one meeting, those that wrap their lines first."""
    found = []
    for folder in FOLDERS:
        golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "gold").glob("*.json"))]
        meetings = Counter(gold["doc"] for gold in golds)
        found += [read(folder / "docs" / name, Settings()) for name in sorted(meetings) if meetings[name] == 1]
    return sorted(found, key=lambda source: (source.wrapped, source.pages is None))


def on_later_pages(piece: Line | Table, pages: int) -> Line | Table:
    box = piece.box and piece.box._replace(page=piece.box.page + pages)
    if isinstance(piece, Line):
        return piece._replace(box=box)
    cells = (replace(c, content=tuple(on_later_pages(p, pages) for p in c.content)) for c in piece.cells)
    return replace(piece, box=box, cells=tuple(cells))


def joined(first: Source, second: Source) -> Source:
    """Both in one file, the second from a new page on."""
    later = [on_later_pages(piece, first.pages or 0) for piece in second.content]
    if isinstance(later[0], Line):
        later[0] = later[0]._replace(new_page=True, spaced=True)
    pages = first.pages + (second.pages or 0) if first.pages else None
    return replace(first, content=(*first.content, *later), pages=pages)


def test_minutes_of_other_hands_are_told_apart() -> None:
    lexicon = load_lexicon(None)
    alike = [
        list(group)
        for _, group in itertools.groupby(single_minutes(), key=lambda source: (source.wrapped, source.pages is None))
    ]
    pairs = [
        (group[at], group[(at + step) % len(group)])
        for group in alike
        for step in STEPS
        for at in range(len(group))
        if step % len(group)
    ]
    split = [len(build_documents(joined(*pair), lexicon)) == 2 for pair in pairs]
    assert len(pairs) > 50
    assert sum(split) / len(split) >= AT_LEAST
