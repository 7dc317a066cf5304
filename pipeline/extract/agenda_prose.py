"""An agenda that sentences of the opening tell: "membicarakan dua pokok, yakni (i) ...", "untuk membahas ..."."""

import re
from collections.abc import Iterator

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import OTHER_DAY, first_blocks, gathered
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.seen import sentence_end

_NUMBERED = re.compile(
    r"\b(?:membahas|agenda(?:\s+(?:rapat|pembahasan))?|dengan agenda|acara|materi(?:\s+(?:rapat|musyawarah))?|"
    r"(?:hal|pokok|topik|soal|materi)?\s*yang (?:di|akan di|hendak di)(?:bahas|bicarakan|perbincangkan|musyawarahkan"
    r"|rembug|rundingkan))\b[^.]{0,80}?(?:yaitu|yakni|ialah|adalah|antara lain|meliputi|:)\s*:?\s*",
    re.IGNORECASE,
)
_MEETING = r"(?:rapat|rakor|pertemuan|musyawarah|sidang|rembu[gk]\w*|forum|kumpul\w*|diskusi|audiensi)"
_DISCUSS = (
    r"(?:(?:mem)?bahas|(?:mem)?bicarakan|(?:me)?musyawarahkan|mendiskusikan|merundingkan|"
    r"merembug\w*|ngomongin|ngobrolin)"
)
_IS = r"(?:adalah|yaitu|yakni|ialah)"
_TOLD = re.compile(
    rf"\b(?:agenda|acara)\s+(?:utama\s+)?{_MEETING}?\s*(?:(?:hari |kali |malam )?ini)?\s*{_IS}\s+|"
    rf"\b(?:yang|yg|dan)\s+di(?:bicarakan|bahas|musyawarahkan|rembug\w*)\s+(?:\w+\s+)?{_IS}\s+|"
    rf"\bdengan\s+(?:agenda|acara|pokok bahasan|topik|materi)\s+(?:(?:pokok|utama|tunggal|rapat)\s+){{0,2}}"
    rf"(?:{_IS}\s+|:\s*)?(?:{_DISCUSS}\s+)?(?=\w)|"
    rf"\b(?:untuk|guna|dalam rangka|(?:ber)?tujuan|maksud)\s+(?:ny?a\s+)?{_DISCUSS}\s+(?=\w)|"
    rf"\b{_MEETING}\s+(?:\w+\s+)?ini\s+di ?(?:adakan|selenggarakan|laksanakan|gelar)\s+"
    rf"(?:untuk|guna|dalam rangka)\s+(?=\w)|"
    rf"\b{_MEETING}\s+(?:\w+\s+){{0,3}}ini\s+{_DISCUSS}\s+(?=\w)",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(rf"\b{_DISCUSS}\s+(?=\w)", re.IGNORECASE)
_ENDS = re.compile(
    r",?\s+(?:yang\s+)?(?:di ?pimpin|di ?hadiri|di ?buka|di ?ikuti|bertempat|dilaksanakan|dimulai"
    r"|pada hari|sebagai berikut)\b",
    re.IGNORECASE,
)
_LONGEST = 30  # words of an agenda told in a sentence
_VAGUE = re.compile(
    r"(?:hal|hal-hal|beberapa|berbagai|sejumlah|apa|itu|ini|tersebut|masalah ini|lebih lanjut"
    r"|sebagai berikut|berikut ini)\b",
    re.IGNORECASE,
)


def told_points(scope: Scope) -> Iterator[tuple[Block, int]]:
    """The blocks of the beginning whose sentence leads over to numbered points of an agenda, with where these begin."""
    for section in scope.sections.of(SectionKind.HEADER, SectionKind.DISCUSSION, SectionKind.ATTENDEES)[:6]:
        for block in section.blocks[:20]:
            match = _NUMBERED.search(block.text) if block.table is None else None
            if match:
                yield block, match.end() - 1


def told_agenda(scope: Scope) -> Span | None:
    """What a sentence of the opening says the agenda is ("Agenda rapat hari ini adalah pembagian tugas")."""
    for block, match in _told(scope):
        if _VAGUE.match(block.text, match.end()):
            continue
        last = sentence_end(scope, block, match.end())
        stop = _ENDS.search(block.text, match.end(), last)
        text = block.text[match.end() : stop.start() if stop else last].rstrip(" .,;:")
        if text.strip() and len(text.split()) <= _LONGEST and not _is_other(scope, block, match):
            return Span(block.start + match.end(), block.start + match.end() + len(text))
    return None


def _told(scope: Scope) -> Iterator[tuple[Block, re.Match[str]]]:
    """Where an agenda begins in the first blocks; a plain "membahas" counts where its sentence dates the meeting."""
    for block in first_blocks(scope, 10):
        if match := _TOLD.search(block.text) if block.table is None and block.kind != "item" else None:
            yield block, match
    for block, start, text in gathered(scope):
        match = _DISCUSSED.search(block.text, start, start + len(text))
        if match and text.rstrip().endswith(".") and find_dates(text[: match.start() - start], scope.lexicon):
            yield block, match


def _is_other(scope: Scope, block: Block, match: re.Match[str]) -> bool:
    """Whether the words before an agenda in its sentence speak of another meeting ("Rapat pekan depan ...")."""
    spans = [span for span in scope.sentences(block) if span.start <= block.start + match.start()]
    begin = spans[-1].start - block.start if spans else 0
    return OTHER_DAY.search(block.text, begin, match.start()) is not None
