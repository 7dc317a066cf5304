"""The agenda: one span per point.

A list gives a point per item; a sentence that numbers its parts (``(1) ...; (2) ...``) a point per part; anything else
one point. Prose such as "membicarakan dua pokok, yakni (i) ..." counts where no agenda is labelled.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.agenda_prose import told_agenda, told_points
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.points import find_points
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.structure.columns import read_columns
from notula.pipeline.text import fold

_PART = re.compile(r"(?:^|(?<=[\s;,:]))\(?(\d{1,2}|[a-h]|i{1,3}|iv|v)\)\s*|(?:^|(?<=[;,.]\s))(\d{1,2})\.\s+(?=\S)")
# "1. Laporan 2. Kongres"
_DOTTED = re.compile(r"(?:^|(?<=\s))(\d{1,2})\.\s+(?=[A-Z])")
# The subject of a letter that brings the minutes is no agenda.
_REPORT = re.compile(
    r"\W*(?:notul\w+|risalah|(?:laporan|hasil|penyampaian)\s+(?:\w+\s+){0,2}"
    r"(?:notul\w+|risalah|rapat|pertemuan|sidang|musyawarah|kegiatan))\b",
    re.IGNORECASE,
)
# "Rapat Teknis Migrasi", "Weekly Operation Meeting": a subject that is the meeting's own name.
_NAMES = re.compile(r"\W*(?:rapat|sidang|pertemuan|(?:[^\W\d]+ ){0,3}meeting)\b", re.IGNORECASE)
_IN_TITLE = re.compile(r"\W*TENTANG\s*")  # on a line of its own between the lines of a title
_OF_LETTER = re.compile(r"\W*(?:perihal|hal|tentang|keperluan)\b", re.IGNORECASE)
_SIGN = re.compile(r"\s+(-{1,2}|–|—|\||/|•|·|[-=]>|→)\s+(?=\S)")  # "Laporan -- Iuran -- Lain-lain"
_LAST = re.compile(r"[\s;,]*(?:\b(?:dan|serta)\b)?[\s;,]*$", re.IGNORECASE)
_LONGEST_TOPIC = 6  # words below a point of an agenda
_DATELINE = 60  # characters
_PROGRAMME = (
    "acara",
    "mata acara",
    "susunan acara",
    "agenda",
    "agenda rapat",
    "kegiatan",
    "materi",
    "uraian",
    "uraian acara",
    "uraian kegiatan",
    "topik",
    "pokok bahasan",
    "pembahasan",
    "item",
    "topic",
)
# "14.00 - 14.30 WIB: "
_TIME = re.compile(
    r"\(?(?:pukul |jam |pkl\.? )?\d{1,2}[.:]\d{2}(?:\s*(?:WIB|WITA|WIT))?"
    r"(?:\s*(?:-|–|—|s/d|s\.d\.|sampai)\s*(?:\d{1,2}[.:]\d{2}|selesai)(?:\s*(?:WIB|WITA|WIT))?)?\)?\s*[:|–—-]?\s+(?=\S)",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\b(?:agenda|acara)\b", re.IGNORECASE)


class Agenda(NamedTuple):
    """The agenda's points as spans, in order, and the name of the event in a field of its own above their list."""

    points: tuple[Span, ...]
    event: tuple[Span, ...] = ()
    """One span ("Acara : Rapat Koordinasi"), or empty where no field names the event."""


def find_agenda(scope: Scope) -> Agenda:
    """The agenda; without points where the minutes have none."""
    headed = list(itertools.islice(_headed(scope), 2))
    if len(headed) == 2 and len(headed[0]) == 1 < len(headed[1]):
        return Agenda(points=headed[1], event=headed[0])
    if headed:
        return Agenda(headed[0])
    if points := tuple(_from_column(scope)) or tuple(_from_prose(scope)):
        return Agenda(points)
    told = told_agenda(scope)
    return Agenda((told,) if told else ())


def _headed(scope: Scope) -> Iterator[tuple[Span, ...]]:
    """The points of each headed agenda, then of each subject."""
    subjects = (each for each in scope.field("subject") if not _is_title(each))
    for section in (*scope.sections.of(SectionKind.AGENDA), *subjects):
        programme = [span for block in section.blocks[:1] if block.table is not None for span in _programme(block)]
        found = programme or [_untimed(scope, span) for span in _spans(_own(scope, section), inline=section.inline)]
        spans = [span for span in found if re.search(r"\w", scope.text(*span))]
        if spans and not _is_report(scope, section):
            yield tuple(spans)


def _before_talk(blocks: list[Block]) -> list[Block]:
    """The blocks up to the line that says the first point again: there the talk about it begins."""
    first = next((block for block in blocks if block.kind == "item"), None)
    said = fold(first.text).rstrip(" .:;") if first else ""
    for at, block in enumerate(blocks):
        counts_on = block.kind == "item" and first is not None and block.marker != first.marker
        if block is not first and not counts_on and fold(block.text).rstrip(" .:;") == said:
            return blocks[:at]
    return blocks


def _is_report(scope: Scope, section: Section) -> bool:
    """Whether "Acara" heads what the section of that name reports: below it stand other fields of work ("Humas")."""
    if section.inline or section.heading is None or not scope.labels.words.is_field_of_work(section.heading.text):
        return False
    told = all(block.text.rstrip().endswith(".") for block in section.blocks)
    at = scope.sections.sections.index(section)
    following = [line for each in scope.sections.sections[at + 1 : at + 2] for line in (each.heading, *each.blocks)]
    lines = [line.text for line in following if line is not None and line.kind != "item" and line.table is None]
    return told and bool(lines) and scope.labels.words.is_field_of_work(lines[0].split()[0])


def _is_title(subject: Section) -> bool:
    """Whether a subject is a report of the meeting, or its own name behind a label that letters do not have."""
    text = subject.blocks[0].text if subject.blocks else ""
    letter = subject.heading is not None and _OF_LETTER.match(subject.heading.text)
    if subject.heading is not None and _IN_TITLE.fullmatch(subject.heading.text):
        return True
    return _REPORT.match(text) is not None or (not letter and _NAMES.match(text) is not None)


def _heads_agenda(title: str, scope: Scope) -> bool:
    """Whether the title of a column says that it holds the agenda, not topics of any kind."""
    return _AGENDA.search(title) is not None and scope.labels.words.worded_kind(title) is SectionKind.AGENDA


def _from_column(scope: Scope) -> Iterator[Span]:
    """The cells of a column headed by a word for agenda in a table of what was said about each point."""
    for section in scope.sections.sections:
        for block in section.blocks:
            columns = read_columns(block.table, scope.lexicon) if block.table else None
            if block.table is None or columns is None or not columns.header:
                continue
            titles = block.table.rows[columns.header - 1]
            at = next((at for at, cell in enumerate(titles) if _heads_agenda(cell.text, scope)), None)
            if at is None:
                continue
            for row in block.table.rows[columns.header :]:
                if row[at].blocks and not row[at].derived:
                    yield Span(row[at].blocks[0].start, row[at].blocks[-1].end)
            return


def _programme(block: Block) -> Iterator[Span]:
    """The points of a programme that stands below "Susunan acara" as a table with their times."""
    assert block.table is not None
    titles = [fold(cell.text).strip(" :") for cell in block.table.rows[0]]
    at = next((titles.index(title) for title in _PROGRAMME if title in titles), len(titles))
    for row in block.table.rows[1:] if at < len(titles) else ():
        if row[at].blocks and not row[at].derived:
            yield Span(row[at].blocks[0].start, row[at].blocks[-1].end)


def _own(scope: Scope, section: Section) -> list[Block]:
    """The blocks of an agenda; behind a value on the label's own line those up to one that begins with a day."""
    blocks = _before_talk([block for block in section.blocks if block.table is None])
    if not section.inline:
        return blocks

    def goes_on(block: Block) -> bool:
        return not any(day.start == 0 for day in find_dates(block.text[:_DATELINE], scope.lexicon))

    return [*blocks[:1], *itertools.takewhile(goes_on, blocks[1:])]


def _untimed(scope: Scope, span: Span) -> Span:
    """A point without the time of the programme that stands before it."""
    time = _TIME.match(scope.document.text, span.start, span.end)
    return Span(time.end(), span.end) if time else span


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
    """The parts of a line that semicolons keep apart, or two or more signs of one kind that stand alone."""
    cuts = [match.span() for match in re.finditer(r"\s*;\s*(?:(?:dan|serta)\s+)?", block.text)]
    if not cuts and (sign := _SIGN.search(block.text)):
        alike = [match.span() for match in _SIGN.finditer(block.text) if match[1] == sign[1]]
        cuts = alike if len(alike) > 1 else []
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
    marks = list(_PART.finditer(item.text)) or list(_DOTTED.finditer(item.text))
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
    for block, begin in told_points(scope):
        if spans := split_parts(block, begin):
            yield from spans
            return
