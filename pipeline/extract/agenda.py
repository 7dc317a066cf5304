"""The agenda: one span per point.

A list gives a point per item; a sentence that numbers its parts (``(1) ...; (2) ...``) a point per part; anything else
one point. Prose such as "membicarakan dua pokok, yakni (i) ..." counts where no agenda is labelled.
"""

import re
from collections.abc import Iterator

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.points import find_points
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.seen import sentence_end
from notula.pipeline.structure.columns import read_columns
from notula.pipeline.text import fold

_PART = re.compile(
    r"(?:^|(?<=[\s;,:]))\(?(\d{1,2}|[a-h]|i{1,3}|iv|v)\)\s*|(?:^|(?<=[;,.]\s))(\d{1,2})\.\s+(?=\S)"
)
# "1. Laporan 2. Kongres"
_DOTTED = re.compile(r"(?:^|(?<=\s))(\d{1,2})\.\s+(?=[A-Z])")
# The subject of a letter that brings the minutes is no agenda.
_REPORT = re.compile(
    r"\W*(?:notul\w+|risalah|(?:laporan|hasil|penyampaian)\s+(?:\w+\s+){0,2}"
    r"(?:notul\w+|risalah|rapat|pertemuan|sidang|musyawarah|kegiatan))\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"[\s;,]*(?:\b(?:dan|serta)\b)?[\s;,]*$", re.IGNORECASE)
_PROSE = re.compile(
    r"\b(?:membahas|agenda(?:\s+(?:rapat|pembahasan))?|dengan agenda|acara|materi(?:\s+(?:rapat|musyawarah))?|"
    r"hal yang dibahas)\b[^.]{0,80}?(?:yaitu|yakni|adalah|antara lain|meliputi|:)\s*:?\s*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:agenda|acara)\s+(?:utama\s+)?(?:rapat|pertemuan|musyawarah)?\s*(?:(?:hari |kali |malam )?ini)?\s*"
    r"(?:adalah|yaitu|yakni|ialah)\s+|\bdengan\s+agenda\s+(?:rapat\s+)?(?=\w)",
    re.IGNORECASE,
)
_TOLD_ENDS = re.compile(
    r",?\s+(?:yang\s+)?(?:di ?pimpin|di ?hadiri|di ?buka|di ?ikuti|bertempat|dilaksanakan|dimulai"
    r"|pada hari|sebagai berikut)\b",
    re.IGNORECASE,
)
_LONGEST_TOLD = 25  # words of an agenda told in a sentence
_LONGEST_TOPIC = 6  # words below a point of an agenda
_COLUMN = ("agenda", "agenda rapat", "mata acara")


def find_agenda(scope: Scope) -> tuple[Span, ...]:
    """The agenda's points as spans, in order; empty where the minutes have none."""
    subjects = (each for each in scope.field("subject") if not any(_REPORT.match(own.text) for own in each.blocks[:1]))
    for section in (*scope.sections.of(SectionKind.AGENDA), *subjects):
        blocks = [block for block in section.blocks if block.table is None]
        spans = [span for span in _spans(blocks, inline=section.inline) if re.search(r"\w", scope.text(*span))]
        if spans:
            return tuple(spans)
    return tuple(_from_column(scope)) or tuple(_from_prose(scope)) or tuple(_from_sentence(scope))


def _from_column(scope: Scope) -> Iterator[Span]:
    """The cells of a column headed "Agenda" in a table of what was said about each point."""
    for section in scope.sections.sections:
        for block in section.blocks:
            columns = read_columns(block.table, scope.lexicon) if block.table else None
            if block.table is None or columns is None or not columns.header:
                continue
            titles = block.table.rows[columns.header - 1]
            at = next((at for at, cell in enumerate(titles) if fold(cell.text).strip(" :") in _COLUMN), None)
            if at is None:
                continue
            for row in block.table.rows[columns.header :]:
                if row[at].blocks and not row[at].derived:
                    yield Span(row[at].blocks[0].start, row[at].blocks[-1].end)
            return


def _spans(blocks: list[Block], *, inline: bool) -> Iterator[Span]:
    items = [block for block in blocks if block.kind == "item"]
    if len(items) == len(blocks) == 1 and (parts := _rest_parts(items[0])):
        yield from parts
        return
    if items:
        for point in find_points(list(_topics(blocks, min(item.level for item in items)))):
            if point.block.kind == "item":
                yield Span(point.start, point.end)
            elif inline or len(items) < 2:
                yield Span(point.block.start, point.block.end)
        return
    if not blocks:
        return
    if not inline and len(blocks) > 1 and not any(block.text[:1].islower() for block in blocks[1:]):
        for block in blocks:
            yield from split_parts(block) or [Span(block.start, block.end)]
        return
    if len(blocks) == 1:
        yield from split_parts(blocks[0]) or _listed(blocks[0]) or [Span(blocks[0].start, blocks[0].end)]
    else:
        yield Span(blocks[0].start, blocks[-1].end)


def _listed(block: Block) -> list[Span]:
    """The parts of a line that semicolons keep apart."""
    cuts = [match.span() for match in re.finditer(r"\s*;\s*(?:(?:dan|serta)\s+)?", block.text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(block.text)]
    places = [place for place in zip(starts, ends, strict=True) if place[0] < place[1]]
    return [Span(block.start + start, block.start + end) for start, end in places] if len(places) > 1 else []


def _topics(blocks: list[Block], top: int) -> Iterator[Block]:
    """The blocks without what only tells of a point: lists of sentences below the top level, which are a report."""
    deeper = [block for block in blocks if block.kind == "item" and block.level > top]
    told = any(len(block.text.split()) > _LONGEST_TOPIC or block.text.endswith(".") for block in deeper)
    yield from (block for block in blocks if not told or block.kind != "item" or block.level == top)


def _rest_parts(item: Block) -> list[Span]:
    """The parts of an item that holds the points after its own, too ("(1) ...; (2) ...; (3) ...")."""
    marks = list(_PART.finditer(item.text))
    if not marks or _sign(marks[0]) not in ("2", "b", "ii"):
        return []
    own = _LAST.sub("", item.text[: marks[0].start()])
    return [Span(item.start, item.start + len(own)), *_parts(item, marks)]


def _sign(mark: "re.Match[str]") -> str:
    """The number or letter of a part."""
    return str(mark[mark.lastindex or 0])


def split_parts(block: Block, begin: int = 0) -> list[Span]:
    """The parts of a sentence that numbers them, without marks and joining words; empty where it does not."""
    marks = list(_PART.finditer(block.text, begin))
    marks = marks if len(marks) > 1 else list(_DOTTED.finditer(block.text, begin))
    if len(marks) < 2 or _sign(marks[0]) not in ("1", "a", "i"):
        return []
    return _parts(block, marks)


def _parts(block: Block, marks: list["re.Match[str]"]) -> list[Span]:
    spans = []
    ends = [*(mark.start() for mark in marks[1:]), len(block.text)]
    for mark, end in zip(marks, ends, strict=True):
        text = block.text[mark.end() : end]
        kept = _LAST.sub("", text)
        if kept.strip():
            spans.append(Span(block.start + mark.end(), block.start + mark.end() + len(kept)))
    return spans


def _from_prose(scope: Scope) -> Iterator[Span]:
    for section in scope.sections.of(SectionKind.HEADER, SectionKind.DISCUSSION, SectionKind.ATTENDEES)[:6]:
        for block in section.blocks[:20]:
            match = _PROSE.search(block.text) if block.table is None else None
            if match and (spans := split_parts(block, match.end() - 1)):
                yield from spans
                return


def _from_sentence(scope: Scope) -> Iterator[Span]:
    """What a sentence of the opening says the agenda is ("Agenda rapat hari ini adalah pembagian tugas")."""
    for block in first_blocks(scope, 10):
        match = _TOLD.search(block.text) if block.table is None and block.kind != "item" else None
        if match is None:
            continue
        last = sentence_end(scope, block, match.end())
        stop = _TOLD_ENDS.search(block.text, match.end(), last)
        text = block.text[match.end() : stop.start() if stop else last].rstrip(" .,;:")
        if text.strip() and len(text.split()) <= _LONGEST_TOLD:
            yield Span(block.start + match.end(), block.start + match.end() + len(text))
            return
