"""The beginning of the minutes: its first blocks and the sentences that tell of the meeting."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.times import TimeMention, find_times

HELD = re.compile(
    r"\b(?:pada hari|hari ini|hari/tanggal|pada tanggal|hari\b.{0,20}\btanggal|bertempat|dilaksanakan|diselenggarakan)",
    re.IGNORECASE,
)
BEGAN = re.compile(r"\b(?:di ?buka|di ?mulai|berlangsung)\b", re.IGNORECASE)
OTHER_DAY = re.compile(
    r"\b(?:berikutnya|selanjutnya|mendatang|besok|lusa|kemarin|lalu|akan|depan|(?<!ada )lagi|deadline|paling lambat)\b",
    re.IGNORECASE,
)
LONGEST_LINE = 160
_GATHERED = re.compile(
    r"\b(?:di ?pimpin|di ?hadiri|di ?ikuti|di ?lanjutkan|bertemu|ketemuan|kali ini di|diadakan|digelar|dilangsungkan"
    r"|berkumpul|kumpul|(?:yang|yg) (?:hadir|datang))\b",
    re.IGNORECASE,
)
# The first point of a report, which tells of the meeting.
_WAS_HELD = re.compile(
    r"(?:rapat|pertemuan|kegiatan|sidang|musyawarah|diskusi)\b[^.:;]{0,80}"
    r"\bdi ?(?:selenggara|laksana|ada)kan\s+(?:pada|di)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[\s,:–—-]*(?:(?:di)?mulai|start)?[\s,:–—-]*", re.IGNORECASE)


def first_blocks(scope: Scope, count: int, without: Sequence[SectionKind] = ()) -> Iterator[Block]:
    """The first blocks of the minutes in reading order, headings included, without labelled fields and some kinds."""
    for section in scope.sections.sections:
        if (section.kind is SectionKind.HEADER and section.field is not None) or section.kind in without:
            continue
        for block in ([section.heading] if section.heading else []) + list(section.blocks):
            if count == 0:
                return
            count -= 1
            yield block


def gathered(scope: Scope) -> Iterator[tuple[Block, int, str]]:
    """The first sentences that tell of this meeting ("Rapat dipimpin oleh ..."), each with its offset in the block."""
    for block in list(first_blocks(scope, 14))[:9]:
        plain = block.table is None and (block.kind != "item" or _WAS_HELD.match(block.text) is not None)
        for span in scope.sentences(block) if plain else ():
            start, end = span.start - block.start, span.end - block.start
            text = block.text[start:end]
            told = any(sign.search(text) for sign in (_GATHERED, BEGAN, HELD)) or _dated_meeting(scope, text)
            dated = scope.teaches and bool(find_dates(text, scope.lexicon))
            if told and not scope.teaches and OTHER_DAY.search(text):
                continue  # but a talk is announced as still to come
            if told or dated:
                yield block, start, text


def _alone(times: Iterable[TimeMention], text: str, start: int) -> Iterator[TimeMention]:
    """The time between two bars or slashes behind a date ("3 Maret 2024 / Posko / 19.00")."""
    for mention in times:
        before, after = text[start : mention.char_start].rstrip(), text[mention.char_end :].lstrip()
        if mention.char_start > start and before[-1:] in ("/", "|") and after[:1] in ("", "/", "|"):
            yield mention


def _dated_meeting(scope: Scope, text: str) -> bool:
    """Whether a sentence names a meeting and its day ("Berikut hasil rapat RT hari Ahad, 9 Maret 2025 di balai")."""
    meeting = word_pattern(scope.lexicon.cues.meeting).search(text)
    return meeting is not None and bool(find_dates(text, scope.lexicon, lenient=True))


def times_after_date(scope: Scope, block: Block) -> Iterator[TimeMention]:
    """The time that follows the date on a line without a word for it ("Sabtu, 20 Juli, mulai 20.00")."""
    if len(block.text) >= LONGEST_LINE:
        return
    dates = find_dates(block.text, scope.lexicon, lenient=True)
    times = find_times(block.text, scope.lexicon, bare=True) if dates else ()
    for date in dates:
        yield from _alone(times, block.text, date.end)
        gap = _STARTS.match(block.text, date.end)
        at = gap.end() if gap else date.end
        for mention in times:
            if at > date.end and mention.char_start == at:
                yield mention
