"""Whether a document reads like minutes at all.

It does when a word for minutes or a meeting stands in its title lines, or when it has sections that only minutes have,
or is notes of what is to be done that speak of several people.
A letter of invitation, a decree, an announcement says what it is in its first lines.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from notula.models.blocks import Block
from notula.models.sections import SectionKind, Sections
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.chat import is_announced_talk
from notula.pipeline.structure.letters import INVITES
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

_OTHER_PAPERS = re.compile(
    r"^\W*(?:surat (?:undangan|tugas|keputusan|edaran|perintah|pernyataan|keterangan|permohonan|pengantar)|undangan|"
    r"(?:keputusan|peraturan|pengumuman)(?! (?:rapat|musyawarah|sidang|pertemuan|pleno|forum))|"
    r"nota dinas|memorandum|kerangka acuan|term of reference|daftar hadir|proposal|kuitansi|invoice|brosur)\b"
)
# What an account of a meeting tells without calling it one: who was there or led, and what came out of it.
_WAS_THERE = re.compile(r"\b(?:hadir|dihadiri|memimpin|dipimpin)\b")
_PRESENT = re.compile(r"\b(?:(?:di)?hadir(?:i)?|diikuti)\b")
_AGREED = re.compile(r"\b(?:(?:di|meny|ber)?sepakat\w*|diputuskan|memutuskan|bersedia|menyanggupi)\b")
_LED = re.compile(r"\b(?:dipimpin|memimpin|dipandu|memandu|pimpinan|moderator)\b")
_WROTE = re.compile(r"\b(?:(?:yang|yg|di) ?(?:men)?catat\w*|mencatat|notulis|notulen|pencatat)\b")
_CLOSED = re.compile(r"\bditutup\b[^.]{0,60}\b(?:jam|pukul|pkl\.?)\s*\d")
# Notes without a word for a meeting: their title, and people spoken of as those who sat together do.
_NOTES = re.compile(
    r"\W*(?:catatan|ringkasan|rangkuman|hasil|notes)\b(?! (?:kaki|rilis|kuliah|harian|perjalanan|perubahan))"
)
_ADDRESSED = re.compile(
    r"\b(?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Bang|Kak|Kang|Teh|Om|Tante|Sdri?\.|drh?\.|Ust(?:adz|\.))\s[A-Z][a-z]+"
)
_LABELS = re.compile(r"(?: \w+){0,3}\s*[:=]\s*\S")
_BODY = (SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.ATTENDEES, SectionKind.AGENDA)
_OFFICES = frozenset(["chair", "note_taker"])  # fields that only a meeting held has
_TOP = 12
_TITLE = 3  # lines
_PEOPLE = 2
_FEWEST = 3  # blocks: a title, a day and what was said
# What a title that begins with it calls the gathering, in the languages that minutes are written in.
_GATHERING = re.compile(
    r"\W*(?:rapat|rpt|pertemuan|musyawarah|sidang|rakor\w*|raker|meeting|kumpulan|rembug(?:an)?|rembuk|riungan|sawala|"
    r"gempungan|paruman|sangkep\w*|rapek|rapot|pleno)\b"
)


def why_no_minutes(sections: Sections, lexicon: Lexicon) -> str | None:
    """None where the document reads like minutes, else the key of the reason in the messages."""
    document = sections.document
    top = [fold(join_spaced(line)) for line in islice(_lines(document.blocks), _TOP)]
    genre, report, meetings, day = _patterns(lexicon)
    if is_announced_talk(sections.sections) and any(each.kind is SectionKind.DISCUSSION for each in sections.sections):
        return None
    named = any(genre.search(line) or report.search(line) for line in top)
    meeting = any(meetings.search(line) for line in top)
    kinds = {section.kind for section in sections.sections if section.blocks}
    told = kinds & {SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS}
    inviting = INVITES.search(fold(document.text[:3000])) is not None
    subject = any(re.match(r"(?:perihal|hal)\s*:?\s*undangan\b", line) or _is_other_paper(line) for line in top)
    fields = {section.field for section in sections.sections if section.field not in (None, "ignore")}
    outcome = bool(kinds & {SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS})
    held = outcome or (told and fields & _OFFICES)
    titled = not inviting and _is_titled_and_dated(top, day)
    if not named and not titled and subject and (inviting or not held):
        return "reason.other_paper"
    if named or (meeting and (told or fields or SectionKind.ATTENDEES in kinds)):
        return None
    if titled and len(document.blocks) >= _FEWEST:
        return None
    if len(kinds & set(_BODY)) >= 2 or (told and (len(fields) >= 2 or SectionKind.ATTENDEES in kinds)):
        return None
    text, days = fold(document.text), [day.search(line) is not None for line in top]
    first = " ".join(top)
    accounted = bool(any(days) and _WAS_THERE.search(first) and _AGREED.search(text))
    accounted = accounted or any(_LED.search(line) and _PRESENT.search(line) for line in top[:_TITLE])
    accounted = accounted or bool(_WROTE.search(first) and _CLOSED.search(text))
    noted = SectionKind.FOLLOW_UPS in kinds and any(map(_NOTES.match, top[:1]))
    noted = noted and len(set(_ADDRESSED.findall(document.text))) >= _PEOPLE
    listed = outcome and (meetings.search(text) or any(days[:_TITLE]) or noted)
    if (accounted or listed) and not (inviting or subject):
        return None
    return "reason.no_sign"


def _is_other_paper(line: str) -> bool:
    """Whether a folded line names a paper that is no minutes; one with a value labels it ("Daftar hadir: Rina")."""
    found = _OTHER_PAPERS.match(line)
    return found is not None and not _LABELS.match(line, found.end())


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Paragraphs and the rows of tables, each as one line."""
    for block in blocks:
        if block.table is None:
            yield " ".join(placed.line.text for placed in block.lines)
        else:
            yield from (" ".join(cell.text for cell in row if not cell.derived) for row in block.table.rows)


def _is_titled_and_dated(top: list[str], day: re.Pattern[str]) -> bool:
    """Whether a document begins with a word for a meeting and a line or two below with its day, and no more."""
    titles = [at for at, line in enumerate(top[:_TITLE]) if _GATHERING.match(line)]
    return any(day.search(line) for at in titles for line in top[at : at + _TITLE])


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """Words for minutes; a report, notes or results of a meeting ("Hal: Laporan Rapat ..."); meetings; a day."""
    loose = ("hasil", "catatan", "ringkasan")
    genre, meetings = (
        "|".join(re.escape(word) for word in words if word not in loose)
        for words in (lexicon.cues.genre, lexicon.cues.meeting)
    )
    months = "|".join(re.escape(fold(word)) for words in lexicon.calendar.months.values() for word in words)
    what = r"(?:laporan|catatan|ringkasan|hasil|rangkuman|hsl)(?: (?:hasil|pelaksanaan|kegiatan|singkat))?"
    return (
        re.compile(rf"\b(?:{genre})\b"),
        re.compile(rf"\b{what} (?:{'|'.join(map(re.escape, lexicon.cues.meeting))})\b"),
        re.compile(rf"\b(?:{meetings})\b"),
        re.compile(rf"\b\d{{1,2}}(?: (?:{months}) |[./-]\d{{1,2}}[./-])(?:20)?\d\d\b"),
    )
