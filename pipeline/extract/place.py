"""Where the meeting was, and whether online.

- a labelled value counts before what follows date and time, that before prose ("bertempat di ...");
- a line that names a place above the word for minutes belongs to a letterhead and counts last;
- a link, a meeting ID, a password and a remark in brackets are no part of a place.
"""

import re
from collections.abc import Iterable, Iterator

from notula.models.blocks import Block, Span
from notula.models.minutes import Mode, TextValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import LONGEST_LINE, first_blocks, gathered, times_after_date
from notula.pipeline.extract.scope import UNJUDGED, Scope, word_pattern
from notula.pipeline.extract.seen import sentence_end
from notula.pipeline.extract.times import find_times

_AT = re.compile(
    r"\b(?:bertempat(?:\s+di)?|berlokasi\s+di|bertempatan\s+di|dilaksanakan\s+(?:di|melalui|via|secara)"
    r"|diselenggarakan\s+(?:di|melalui|via))\s+",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"(?:,\s*|\s+)(?:(?:dan|serta)\s+)?(?:(?:telah|sudah|akan|dengan|dimulai|pukul|jam"
    r"|pada\s+(?:hari|tanggal|pukul|malam|senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad|\d)"
    r"|dari\s+(?:jam|pukul)|mulai|yang\s+di|(?:yang|yg)\s+(?:hadir|datang|ikut)|hadir"
    r"|di ?(?:hadiri|ikuti|pimpin|pandu|catat|buka|tutup|moderatori|mulai)"
    r"|diselenggarakan|dilaksanakan|kami|maka|untuk|guna|dalam rangka)\b|[.;]\s*$|;\s)",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+di\s+")
_BEHIND = re.compile(r"\s*(?:[|/]|,?\s*(?:bertempat\s+)?di\b|,?\s*via\b|[-–—])\s*", re.IGNORECASE)
_ROOM = re.compile(r"(?:RUANG|AULA|R\.)")
_PIN = re.compile(r"\W*(?:📍|📌|🏠|🏢)")
_LEAD = re.compile(r"(?:di|lokasi di|tempat di)\s+", re.IGNORECASE)
_BAR = re.compile(r"\||\s/\s")
_MOST_WORDS = 12
# A bracket that tells something of the place ("(aula masih direnovasi)").
_REMARK = re.compile(
    r"\s*\([^()]*\b(?:masih|karena|krn|sebab|sedang|lagi|sudah|sdh|tidak|tdk|belum|blm|jadi|akibat|semula"
    r"|di ?hadiri|di ?ikuti)\b[^()]*\)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*,\s*")
_LINK = re.compile(
    r"\s*(?:[-–—:|,(]\s*)*(?:https?://\S+|www\.\S+"
    r"|\(?\s*(?:meeting\s*id|id\s*(?:rapat|meeting|zoom|[:.]?\s*\d{3})|passcode|password|kata sandi|link|tautan)\b.*)",
    re.IGNORECASE,
)


def find_place(scope: Scope) -> TextValue | None:
    """Where the meeting was; None where the minutes do not say."""
    for span, rule in _place_candidates(scope):
        text = scope.text(*span)
        if text and any(ch.isalnum() for ch in text):
            return TextValue(text=text, confidence=UNJUDGED, evidence=scope.evidence(*span, rule))
    return None


def _place_candidates(scope: Scope) -> Iterator[tuple[Span, str]]:
    for section in scope.field("place"):
        if section.blocks and (span := _place_value(scope, section)):
            yield span, "place_label"
    for section in scope.field("date", "time"):
        for block in section.blocks:
            bare = section.field == "time"
            yield from ((span, "place_with_date") for span in _after_when(scope, block, bare=bare))
        yield from ((span, "place_line") for span in _lines(scope, section.blocks[1:], listed=True))
        told = ((block, _AT.search(block.text)) for block in section.blocks if block.table is None)
        yield from ((_place_from(scope, block, match.end()), "place_prose") for block, match in told if match)
    blocks = [block for block in first_blocks(scope, 14) if block.table is None]
    genre = word_pattern(scope.lexicon.cues.genre)
    above = next((at for at, block in enumerate(blocks) if genre.match(block.text)), 0)
    for at, block in enumerate(blocks):
        if match := _AT.search(block.text):
            yield _place_from(scope, block, match.end()), "place_prose"
        if at >= above:
            yield from ((span, "place_line") for span in _lines(scope, (block,)))
        if len(block.text) < LONGEST_LINE:
            yield from ((span, "place_with_date") for span in _after_when(scope, block))
    yield from ((span, "place_prose") for span in _in_prose(scope))
    yield from ((span, "place_line") for span in _lines(scope, blocks[:above]))


def _lines(scope: Scope, blocks: Iterable[Block], *, listed: bool = False) -> Iterator[Span]:
    """The short lines that begin with a place's first word."""
    head = word_pattern(scope.lexicon.cues.place_head)
    for block in blocks:
        letterhead = block.text.isupper() and not _ROOM.match(block.text)
        plain = block.kind != "item" or listed or _PIN.match(block.marker or "")
        short = len(block.text.split()) <= _MOST_WORDS and plain and block.table is None
        if not short or letterhead:
            continue
        if head.match(block.text) or _PIN.match(block.marker or ""):
            yield _before_when(scope, block)
        elif (lead := _LEAD.match(block.text)) and head.match(block.text, lead.end()):
            yield _place_from(scope, block, lead.end())


def _before_when(scope: Scope, block: Block) -> Span:
    """A line that names a place, up to a date that a comma or a dash sets apart ("Masjid Nurul Huda, Ahad 5 Mei")."""
    for mention in find_dates(block.text, scope.lexicon, lenient=True):
        before = re.sub(r"[\s,;(/–—-]*(?:\b(?:hari|tanggal|tgl|pada)\b\s*)*$", "", block.text[: mention.start])
        if before and before != block.text[: mention.start].rstrip():
            return Span(block.start, block.start + len(before))
    return Span(block.start, block.end)


def _in_prose(scope: Scope) -> Iterator[Span]:
    """What "di" names in the sentences that tell of the meeting: behind the time, or with a place's first word."""
    head = word_pattern(scope.lexicon.cues.place_head)
    for block, start, text in gathered(scope):
        for match in _IN.finditer(text):
            timed = any(each.char_end == match.start() for each in find_times(text, scope.lexicon))
            timed = timed or any(each.end == match.start() for each in find_dates(text, scope.lexicon))
            if timed or head.match(text, match.end()):
                yield _place_from(scope, block, start + match.end())


def _place_from(scope: Scope, block: Block, start: int) -> Span:
    """A place that starts at an offset of a block, up to the words that begin something else."""
    last = sentence_end(scope, block, start)
    end = _AT_END.search(block.text, start, last)
    remark = _REMARK.search(block.text, start, end.start() if end else last)
    end = remark or end
    text = block.text[start : end.start() if end else last].rstrip(" .,")
    return Span(block.start + start, block.start + start + len(text))


def _place_value(scope: Scope, section: Section) -> Span | None:
    """The value of a place label: its blocks up to a link, a meeting ID or a password."""
    start, end = section.blocks[0].start, section.blocks[min(len(section.blocks), 3) - 1].end
    text = scope.document.text[start:end].replace("\n", " ")
    stop = min((match.start() for match in (_LINK.search(text), _REMARK.search(text)) if match), default=len(text))
    kept = text[:stop].rstrip(" ,;(|-–—\t")
    return Span(start, start + len(kept)) if kept.strip() else None


def _after_when(scope: Scope, block: Block, *, bare: bool = False) -> Iterator[Span]:
    """What follows date and time on a line, behind a bar or a dash or "di"; a place's first word needs but a comma."""
    dates = find_dates(block.text, scope.lexicon)
    behind = list(times_after_date(scope, block))
    ends = [mention.end for mention in dates]
    ends += [mention.char_end for mention in (*find_times(block.text, scope.lexicon, bare=bare), *behind)]
    for end in sorted(ends, reverse=True):
        if span := _place_behind(scope, block, end, listed=bool(dates)):
            yield span


def _place_behind(scope: Scope, block: Block, end: int, *, listed: bool) -> Span | None:
    """The place right behind a date or a time that ends at an offset of a block."""
    match = _BEHIND.match(block.text, end) or (_LISTED.match(block.text, end) if listed else None)
    if match is None:
        return None
    head = word_pattern(scope.lexicon.cues.place_head)
    if match.re is _LISTED and not head.match(block.text, match.end()):
        return None
    found = _place_from(scope, block, match.end())
    sign = _BAR.search(block.text, match.end())
    stop = min(found.end, block.start + sign.start()) if sign else found.end
    text = scope.document.text[found.start : stop].rstrip(" .,")
    return Span(found.start, found.start + len(text)) if len(text) > 2 else None


def find_mode(scope: Scope, place: TextValue | None) -> Mode | None:
    """Online, onsite or both, by the words of the place (and of the attendance)."""
    if place is None:
        return None
    text = place.text
    online = word_pattern(scope.lexicon.cues.online).search(text) is not None
    onsite = word_pattern(scope.lexicon.cues.onsite).search(text) is not None
    attendance = " ".join(
        section.heading.text for section in scope.sections.of(SectionKind.ATTENDEES) if section.heading
    )
    online_too = re.search(r"\b(?:daring|online|zoom|virtual)\b", attendance, re.IGNORECASE) is not None
    if (online or online_too) and onsite:
        return Mode.HYBRID
    if online:
        return Mode.ONLINE
    return Mode.ONSITE if onsite else None
