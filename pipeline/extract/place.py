"""Where the meeting was, and whether online.

- a labelled value counts before what follows date and time, that before prose ("bertempat di ...");
- a line that names a place above the word for minutes belongs to a letterhead and counts last;
- a link, a meeting ID, a password and a remark in brackets are no part of a place.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from notula.models.blocks import Block, Span
from notula.models.minutes import DateValue, Mode, PartyKind, TextValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.datelines import REMARK, datelines, place_beside
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import LONGEST_LINE, first_blocks, gathered, times_after_date
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.scope import UNJUDGED, Scope, word_pattern
from notula.pipeline.extract.seen import sentence_end
from notula.pipeline.extract.times import find_times
from notula.pipeline.structure.opening_lines import DAY_NAME

_AT = re.compile(
    r"\b(?:bertempat(?:\s+di)?|berlokasi\s+di|bertempatan\s+di|(?<=,\s)tempat(?:nya)?\s+di|dilaksanakan\s+(?:di|melalui|via|secara)"
    r"|diselenggarakan\s+(?:di|melalui|via))\s+",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"(?:,\s*|(?<!\s)\s+)(?:(?:dan|serta)\s+)?(?:(?:telah|sudah|akan|dengan|dgn|dg|dimulai|pukul|pkl|jam"
    r"|pada\s+(?:hari|tanggal|pukul|malam|senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad|\d)"
    r"|dari\s+(?:jam|pukul)|mulai|yang\s+di|(?:yang|yg)\s+(?:hadir|datang|ikut)|hadir"
    r"|(?:yang|yg)\s+(?:me)?(?:[mp]impin|mandu|ncatat|nulis|nyat[ae]t)"
    r"|(?:yang|yg)\s+(?:di ?)?(?:mulai|pimpin|pandu|buka|catat|laksanakan|selenggarakan)"
    r"|di ?(?:hadiri|ikuti|pimpin|pandu|catat|buka|tutup|moderatori|mulai)"
    r"|di ?selenggarakan|di ?laksanakan|di ?adakan|digelar|dilangsungkan|berlangsung|(?:mem)?bahas"
    r"|di ?(?:terus|lanjut)kan|(?:yang|yg) bertanda"
    r"|ini(?=[\s,.])|(?:tema|topik)(?:nya)?|kami|(?:di ?hadapan |oleh )?saya(?=,)|maka|untuk|utk|(?<!serba )guna"
    r"|dalam rangka|karena|krn|sebab"
    r"|hanya|cuma|sekitar"
    r"|sambil|(?:se)?habis|abis|setelah|sesudah|seusai|ba'?da|bakda|(?:seperti|kayak|spt)\s+biasa\w*)\b"
    r"|[.;]\s*$|;\s)",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:di|(?P<by>via|lewat|lwt|melalui|dari|pakai|pake))\s+")
_BEHIND = re.compile(r"\s*(?:[|/·•]|,?\s*(?:bertempat\s+)?di\b|,?\s*via\b|[-–—])\s*", re.IGNORECASE)
_ROOM = re.compile(r"(?:RUANG|AULA|R\.)")
_PIN = re.compile(r"\W*(?:📍|📌|🏠|🏢)")
_LEAD = re.compile(r"(?:di|lokasi di|tempat di|via|lewat|melalui|lwt)\s+", re.IGNORECASE)
_MANNER = re.compile(r"(?:secara\s+)?(?:daring|luring|online|offline|virtual|hybrid|hibrida?)", re.IGNORECASE)
_PLACE_TOO = re.compile(r"\b(?:tempat|lokasi|ruang\w*|place|venue)\b", re.IGNORECASE)  # "Waktu & tempat: ..."
_DASHES = ("-", "–", "—")
_TURNS_PAGES = re.compile(r"^\W*[«‹←]|[»›→]\W*$")  # "« Mei | Juni 2021 | Juli »"
_BAR = re.compile(r"\||\s[/·•]\s")
# What lists parties or points, none of which tells where the meeting was.
_LISTS = (SectionKind.ATTENDEES, SectionKind.ABSENT, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_MOST_WORDS = 12
_LISTED = re.compile(r"\)?\s*[,;(]\s*|\s+")
_COMMA = re.compile(r"(?<!\s)\s*[,;]")
_POINTS = re.compile(
    r"(?:atas|bawah|mana|antara\w*|sini|situ|sana|dalamnya)", re.IGNORECASE
)  # "tanggal 9 Juni di atas"
_POINTS_BACK = re.compile(r"\S+\s+(?:ini|itu|tersebut|tsb)\b", re.IGNORECASE)  # "Halaman ini catatan bersama"
# The menu of a web page, which begins with a word for a veranda, too ("Beranda | Profil Desa | Berita").
_MENU = re.compile(
    r"\W*(?:beranda|home)\W*(?:$|[|/•·»>\t]|(?:profil|berita|tentang|kontak|layanan|informasi|data|galeri|ppid|unduhan)\b)",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(rf"(?:(?:di)?mulai|pukul|jam)\b|(?:{DAY_NAME})$", re.IGNORECASE)
_BEFORE_WHEN = re.compile(rf"[\s,;(/–—-]*(?:\b(?:hari|tanggal|tgl|pada|(?i:{DAY_NAME}))\b[\s,(]*)*$")
_LINK = re.compile(
    r"\s*(?:[-–—:|,(]\s*)*(?:https?://\S+|www\.\S+|(?:[a-z][a-z-]*\.)+[a-z]{2,}/\S+"
    r"|\(?\s*(?:meeting\s*id|id\s*(?:rapat|meeting|zoom|[:.]?\s*\d{3})|passcode|password|kata sandi|link|tautan)\b.*"
    r"|\(?\s*(?:kode(?:\s+(?:rapat|akses|masuk|meeting|ruang))?|pin|sandi)\s*[:=].*)",
    re.IGNORECASE,
)


# What begins the next line of a header that runs on behind a place ("Aula Dipimpin Camat, dicatat Bu Sari").
_NEXT_LABEL = re.compile(
    r"(?:[,;]\s*di|\s+D[Ii] ?|\s+DI ?)(?i:pimpin|pandu|moderatori|hadiri|ikuti|catat|notulen|buka)(?!\w*an\b)"
)


def find_place(scope: Scope, date: DateValue | None = None) -> TextValue | None:
    """Where the meeting of a date was; None where the minutes do not say.

    A word that only says how people met ("daring") gives way to the place that another line names.
    """
    found: TextValue | None = None
    for span, rule in _place_candidates(scope):
        text = scope.text(*span)
        if (
            not any(ch.isalnum() for ch in text)
            or _POINTS.fullmatch(text)
            or _TELLS_WHEN.match(text)
            or (rule != "place_label" and _elsewhen(scope, span, date))
        ):
            continue
        if found is None or not _MANNER.fullmatch(text):
            found = TextValue(text=text, confidence=UNJUDGED, evidence=scope.evidence(*span, rule))
        if rule == "place_label" or not _MANNER.fullmatch(text):
            return found
    return found


def _elsewhen(scope: Scope, place: Span, date: DateValue | None) -> bool:
    """Whether the line or sentence around a place speaks of another day than that of the meeting."""
    block = next((block for block in _blocks(scope) if block.start <= place.start < block.end), None)
    if block is None:
        return False
    told = next(
        (scope.text(*each) for each in scope.sentences(block) if each.start <= place.start < each.end), block.text
    )
    mentions = find_dates(told, scope.lexicon)
    days = {mention.day.isoformat() for mention in mentions if mention.day}
    if date is None or not date.start or date.start in days:
        return False
    held = dt.date.fromisoformat(date.start)
    ahead = (mention.parts for mention in mentions if mention.day is None)  # "Pameran tgl 21 Mei di Pendopo"
    return bool(days) or any((each.month or 0, each.day or 0) > (held.month, held.day) for each in ahead)


def _blocks(scope: Scope) -> Iterator[Block]:
    for section in scope.sections.sections:
        yield from ((section.heading,) if section.heading else ()) + section.blocks


def _place_candidates(scope: Scope) -> Iterator[tuple[Span, str]]:
    for section in scope.field("place"):
        if section.blocks and (span := _place_value(scope, section)):
            yield span, "place_label"
    for section in scope.field("date", "time"):
        if section.blocks and section.heading and _PLACE_TOO.search(section.heading.text.split(":")[0]):
            yield from ((span, "place_label") for block in section.blocks[:1] if (span := place_beside(scope, block)))
        for block in section.blocks:
            bare = section.field == "time"
            yield from ((span, "place_with_date") for span in _after_when(scope, block, bare=bare))
        yield from ((span, "place_line") for span in _lines(scope, section.blocks[1:], listed=True))
        told = ((block, _AT.search(block.text)) for block in section.blocks if block.table is None)
        yield from ((_place_from(scope, block, match.end()), "place_prose") for block, match in told if match)
    for line in datelines(scope):
        if line.place:
            whole = _place_from(scope, line.block, line.place.start - line.block.start)
            yield Span(line.place.start, min(line.place.end, whole.end)), "place_with_date"
    blocks = [block for block in first_blocks(scope, 14, without=_LISTS) if block.table is None]
    genre = word_pattern(scope.lexicon.cues.genre)
    above = next((at for at, block in enumerate(blocks) if genre.match(block.text)), 0)
    opening = next((at for at, block in enumerate(blocks) if block.outline is None), 0)
    for at, block in enumerate(blocks):
        if match := _AT.search(block.text):
            yield _place_from(scope, block, match.end()), "place_prose"
        if at >= above and not _is_institution(scope, block):
            yield from ((span, "place_line") for span in _lines(scope, (block,)))
        if len(block.text) < LONGEST_LINE or at <= opening:
            yield from ((span, "place_with_date") for span in _after_when(scope, block))
    yield from ((span, "place_prose") for span in _in_prose(scope))
    yield from ((span, "place_line") for span in _lines(scope, (*blocks[above:], *blocks[:above])))


def _is_institution(scope: Scope, block: Block) -> bool:
    """Whether a line may name the body whose minutes they are ("Kantor Pertanahan"): then what is told counts first."""
    return kind_of(block.text.strip(), scope.lexicon) is PartyKind.ORGANIZATION


def _lines(scope: Scope, blocks: Iterable[Block], *, listed: bool = False) -> Iterator[Span]:
    """The short lines that begin with a place's first word."""
    head = word_pattern(scope.lexicon.cues.place_head)
    for block in blocks:
        letterhead = block.text.isupper() and not _ROOM.match(block.text)
        plain = block.kind != "item" or listed or _PIN.match(block.marker or "")
        short = len(block.text.split()) <= _MOST_WORDS and plain and block.table is None
        if not short or letterhead or _POINTS_BACK.match(block.text) or _MENU.match(block.text):
            continue
        if head.match(block.text) or _PIN.match(block.marker or ""):
            remark = REMARK.search(block.text)
            yield _before_when(scope, block.start, block.start + remark.start() if remark else block.end)
        elif (lead := _LEAD.match(block.text)) and head.match(block.text, lead.end()):
            yield _place_from(scope, block, lead.end())


def _before_when(scope: Scope, start: int, end: int) -> Span:
    """A place without the date or time that goes with it ("Masjid Nurul Huda, Ahad 5 Mei", "Aula, 09.00-11.00 WIB").

    A day that no sign and no word sets apart belongs to the place ("Gedung 17 Agustus").
    """
    text = scope.document.text[start:end].replace("\n", " ")
    for mention in find_dates(text, scope.lexicon, lenient=True):
        before = _BEFORE_WHEN.sub("", text[: mention.start])
        if before and before != text[: mention.start].rstrip():
            text = before
            break
    for time in find_times(text, scope.lexicon):
        if before := _BEFORE_WHEN.sub("", text[: time.char_start]):
            text = before
            break
    return Span(start, start + len(text))


def _in_prose(scope: Scope) -> Iterator[Span]:
    """What "di" names in the sentences that tell of the meeting: behind the time, or with a place's first word."""
    head = word_pattern(scope.lexicon.cues.place_head)
    for block, start, text in gathered(scope):
        for match in _IN.finditer(text):
            timed = any(each.char_end == match.start() for each in find_times(text, scope.lexicon))
            timed = timed or any(each.end == match.start() for each in find_dates(text, scope.lexicon))
            if (timed and not match["by"]) or head.match(text, match.end()):
                yield _place_from(scope, block, start + match.end())


def _place_from(scope: Scope, block: Block, start: int) -> Span:
    """A place that starts at an offset of a block, up to the words that begin something else."""
    last = sentence_end(scope, block, start)
    end = _AT_END.search(block.text, start, last)
    ends = (end, *(sign.search(block.text, start, last) for sign in (_LINK, REMARK)))
    text = block.text[start : min((each.start() for each in ends if each), default=last)].rstrip(" .,")
    if text.endswith(")") and text.count("(") < text.count(")"):
        text = text[:-1].rstrip(" .,")
    return _before_when(scope, block.start + start, block.start + start + len(text))


def _place_value(scope: Scope, section: Section) -> Span | None:
    """The value of a place label: its blocks up to a table, a link, a meeting ID or a password."""
    blocks = list(itertools.takewhile(lambda block: block.table is None, section.blocks[:3]))
    if not blocks:
        return None
    start, end = blocks[0].start, blocks[-1].end
    text = scope.document.text[start:end].replace("\n", " ")
    ends = (sign.search(text) for sign in (_LINK, REMARK, _NEXT_LABEL))
    stop = min((match.start() for match in ends if match), default=len(text))
    kept = text[:stop].rstrip(" ,;(|-–—\t")
    return _before_when(scope, start, start + len(kept)) if kept.strip() else None


def _after_when(scope: Scope, block: Block, *, bare: bool = False) -> Iterator[Span]:
    """What follows date and time on a line, behind a bar or a dash or "di"; a place's first word needs but a comma."""
    if _TURNS_PAGES.search(block.text):
        return
    line = block.text[: max(LONGEST_LINE, sentence_end(scope, block, 0))]
    dates = find_dates(line, scope.lexicon)
    behind = list(times_after_date(scope, block))
    sure = {mention.end for mention in dates}
    sure |= {mention.char_end for mention in (*find_times(line, scope.lexicon, bare=bare), *behind)}
    loose = {mention.end for mention in find_dates(line, scope.lexicon, lenient=True)}
    for end in sorted(sure | loose, reverse=True):
        if span := _place_behind(scope, block, end, (_BEHIND, _LISTED) if end in sure else (_LISTED,)):
            yield span
    last = sentence_end(scope, block, 0)  # "Minggu, 5 Mei 2024, jam 9-setengah 11, teras rumah Bu Sekar"
    for comma in _COMMA.finditer(line, min(loose), last) if loose else ():
        if span := _place_behind(scope, block, comma.start(), (_LISTED,)):
            yield span


def _place_behind(scope: Scope, block: Block, end: int, marks: Sequence["re.Pattern[str]"]) -> Span | None:
    """The place right behind a date or a time that ends at an offset of a block, and one of these marks."""
    match = next((hit for mark in marks if (hit := mark.match(block.text, end))), None)
    if match is None or block.text[match.end() :][:1].isdigit():
        return None  # nothing, or another date or time
    head, cues = word_pattern(scope.lexicon.cues.place_head), scope.lexicon.cues
    unsure = match.re is _LISTED or (match.group().strip() in _DASHES and block.text[match.end() :][:1].islower())
    if unsure and not head.match(block.text, match.end()):
        return None
    if word_pattern(cues.meeting).match(block.text, match.end()):
        return None
    found = _place_from(scope, block, match.end())
    sign = _BAR.search(block.text, match.end())
    stop = min(found.end, block.start + sign.start()) if sign else found.end
    text = scope.document.text[found.start : stop].rstrip(" .,")
    if match.group().strip() == "(":
        text = text.split(")")[0]
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
