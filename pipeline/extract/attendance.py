"""Who was there and who was not.

- Attendees come from tables, lists and fields; prose ("dihadiri oleh ...") only where there is none of them, and those
  who signed after that; those who speak only where the minutes tell of no attendance at all.
- A paragraph over a list heads its parties; one that begins another topic ends the attendance.
- The same person from several places is one, with all that is known.
"""

import re
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.absence import absentees, excused, is_excuse, missed, told_absent
from notula.pipeline.extract.attendance_asides import without_asides
from notula.pipeline.extract.attendance_bare import listed_bare
from notula.pipeline.extract.attendance_lines import is_title_line, read_line
from notula.pipeline.extract.attendance_prose import attended, counted_only, spoke
from notula.pipeline.extract.attendance_sent import sent
from notula.pipeline.extract.attendance_signers import signers
from notula.pipeline.extract.attendance_tables import AttendanceTable
from notula.pipeline.extract.mentions import PartyMention, mention_of
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_heads import absent_words, office_of_body
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.seen import Seen, is_party, key_of, merge_same
from notula.pipeline.extract.shared_heads import split_series
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.leaving import heads_names
from notula.pipeline.structure.shapes import CHAPTER, is_sentence
from notula.pipeline.structure.title_lines import MEETING
from notula.pipeline.text import fold, squeeze

_NOBODY = re.compile(r"\b(?:terlampir|tercatat|dilampirkan|sesuai daftar|daftar hadir)\b", re.IGNORECASE)
_REMARK = re.compile(r"(?<=\w)\s*\([^()]*\)\s*\.?$")  # "TPID (daftar terlampir)" names somebody
# "5 dari 9 orang anggota dan undangan", "9 unit, hadir 7": how many came, and nobody by name.
_SHARE = re.compile(
    r"\W*\d+\s+(?:orang\s+)?dari\s+\d+\s+[^\W\d]+[^,;:]*$|\W*\d+\s+[^\W\d]+,\s+(?:yang\s+)?hadir\s+\d+(?:\s+[^\W\d]+)?\W*$"
)
_HOW_MANY = re.compile(r"\W*\d{1,4}\s*(?:orang|org|jiwa|peserta|warga|undangan)?\W*", re.IGNORECASE)
_WHO = re.compile(r"\W*(?:(?:yang|yg|sing|nu)\s+)?", re.IGNORECASE)
_LABEL_END = re.compile(r"\s*:")
_EXCEPT = re.compile(r"\W*(?:minus|kecuali|selain|tanpa)\s+(?=\S)", re.IGNORECASE)
_LETTER = re.compile(r"\s*[A-Z]\.\s+(?=[A-Z][a-z]+(?:\s+\w+){0,3}\s*:)")
_GROUP_LETTER = re.compile(r"^[A-Z]\.\s+(?=[A-Z])")
_GROUP_COUNT = re.compile(
    r"\s*[,:(]?\s*\d+\s*(?:(?:orang|org)\s*)?(?:dari\s+\d+\s*)?(?:orang|org)\s*\)?$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\W*(?:lengkap|komplit|full|\d{1,3}\s*(?:orang|org|peserta|anggota)|ber(?:dua|tiga|empat|lima|enam|tujuh|delapan))\s*"
    r"\((?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\)\W*$",
    re.IGNORECASE,
)
# Names that people go by in chats, with nothing between them but spaces: one of them is written like no word.
_HANDLES = re.compile(r"(?=.*(?:\w_\w|[a-z][A-Z]|[a-z]\d))[^\W\d][\w.]{2,}(?: [^\W\d][\w.]{2,}){2,}")
# "P. Rahmat, B. Wati": before several names of a list they are no initials but "Pak" and "Bu".
_PAK = re.compile(r"(?:^|(?<=[,;]\s))[PB]\.\s(?=[A-Z][a-z]{2})")
_SEPARATOR = re.compile(r"\t+[-–•]\s*(?:\t+|(?=\S))")
_INTRODUCES = re.compile(r"\b(?:y ?a ?i ?t ?u|yakni|sbb|berikut)\b")
_LISTS_PRESENT = re.compile(r"\b(?:hadir|peserta)\W*$")
_JOINING = frozenset({"dan", "dari", "di", "secara", "serta", "pada", "untuk", "melalui", "via", "oleh"})
_FIRST_ENTRY = re.compile(r"\s*1[.)]\s")
_OF_GROUP = re.compile(r"(?:(?:dari|unsur|pihak|tim dari|perwakilan|wakil|delegasi|undangan)\s+)+", re.IGNORECASE)
_MEMBERS = re.compile(r"anggota\s+", re.IGNORECASE)
_CROWD = re.compile(r"(?:unsur|undangan|perwakilan|wakil)\b", re.IGNORECASE)
# "Rina (izin)": a remark that says nothing but that somebody was missing.
_AWAY = re.compile(
    r"\W*(?:izin|ijin|sakit|alpa|cuti|absen|(?:tidak|tdk) hadir|berhalangan(?: hadir)?|(?:dinas|tugas) luar"
    r"|tanpa keterangan|(?:izin|ijin) sakit)\W*",
    re.IGNORECASE,
)
_GUESTS = re.compile(r"\W*(?:(?:tamu )?undangan|tamu|narasumber)\s*:", re.IGNORECASE)
_TICKED = re.compile(r"[☑✓✔✅]")
_BOX = re.compile(r"\s*(?:\[(?P<tick>[ xXvV✓√]?)\]|(?P<sign>[☐☑☒✓✔✅❌]))\s*")
_DISCUSSED = re.compile(r"\b(?:dibahas|dibicarakan|pembahasan|agenda|materi|acara|topik)\b", re.IGNORECASE)
# A group of those present behind their count, as records of councils list them.
_COUNCIL = re.compile(
    r"(?:(?:unsur )?pimpinan|ketua|anggota|sekretariat|pemerintah|eksekutif|undangan|pendamping|mitra"
    r"|fraksi [^:]{2,30})\W*$",
    re.IGNORECASE,
)
# How the talk begins behind those present: a greeting, or the first word of a sentence that names nobody.
_TALK = re.compile(
    r"\W*(?:as+al+a+m[uw]\S*|bismillah\S*|om swasti?y?astu|shal+om|salam (?:sejahtera|sehat|hormat|kebajikan)"
    r"|selamat (?:pagi|siang|sore|malam|datang)|puji (?:dan )?syukur|halo|hai|dear"
    r"|adapun|selanjutnya|berdasarkan|menindaklanjuti|sehubungan|setelah|sesudah|demikian|bahwa|(?:dengan|dalam)\s+\w+)"
    r"\b(?!\s*:)",
    re.IGNORECASE,
)
_OF_DAYS = ("date", "time", "end_time", "place", "title")
_SEVERAL = 3  # speakers, where only a count tells who came
_LONGEST_HEADING, _SHORTEST_SENTENCE, _LONGEST_NAME = 12, 5, 3


def read_attendance(scope: Scope) -> tuple[list[Seen], list[Seen]]:
    """Those present and those missing, each once."""
    reader = _Attendance(scope)
    sections = scope.sections.sections
    for at, section in enumerate(sections):
        if section.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT):
            following = sections[at + 1] if at + 1 < len(sections) else None
            rest = _rest_of_line(section, following) or _rest_of_list(following)
            reader.read([*section.blocks, *rest], absent=section.kind is SectionKind.ABSENT)
            if len(section.blocks) == 1 and _SHARE.match(section.blocks[0].text):
                reader.read(_councillors(sections[at + 1 :]), absent=False)
    guests = attended(scope) if reader.present and _only_guests(scope) else []
    told = [*guests, *reader.present] or sent(scope) or attended(scope) or listed_bare(scope) or signers(scope)
    fields = scope.sections.of(SectionKind.ATTENDEES)
    listed = not all(map(_only_counts, fields)) or counted_only(scope)
    speakers = [] if told or listed else spoke(scope)
    present = told or (speakers if not any(fields) or len(speakers) >= _SEVERAL else [])
    missing = merge_same([excused(seen, scope.lexicon) for seen in reader.missing or missed(scope)], scope.lexicon)
    away = {key_of(seen, scope.lexicon) for seen in missing}
    return [seen for seen in merge_same(present, scope.lexicon) if key_of(seen, scope.lexicon) not in away], missing


def _only_counts(section: Section) -> bool:
    """Whether a field of attendance says how many came and no more ("Hadir : 38 Orang")."""
    return bool(section.blocks) and all(_HOW_MANY.fullmatch(block.text) is not None for block in section.blocks)


def _only_guests(scope: Scope) -> bool:
    """Whether no label but one of guests heads attendees, so that a sentence may tell of the members."""
    headings = [section.heading for section in scope.sections.of(SectionKind.ATTENDEES)]
    return all(heading is not None and _GUESTS.match(heading.text) for heading in headings)


class _Attendance:
    """Reads sections of attendance; ``present`` and ``missing`` hold what they name."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        # A word processor's crossed box is a ticked one, unless ticks stand beside it.
        crossed = ("☒", "❌") if _TICKED.search(scope.document.text) else ("❌",)
        self._away = ("☐", *crossed)
        self.present: list[Seen] = []
        self.missing: list[Seen] = []

    def read(self, blocks: list[Block], *, absent: bool) -> None:
        """Takes in those whom the blocks of a section name."""
        group: Block | None = None
        first: Block | None = None
        listed = False
        blocks = [block for block in blocks if not self._labels_day(block)]
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if block.table is not None:
                self._table(block, absent)
            elif not at and _captions(block, following):
                continue
            elif self._is_over(block, first, listed=listed):
                return
            elif self._heads_rows(block, following) or _heads_councils(block, blocks[at + 1 : at + 3]):
                continue
            elif _heads(block, following):
                if (listed and self._is_topic(block)) or self._heads_notes(block, following):
                    return
                group = block if not re.search(r"\bhadir\b", fold(block.text)) else None
            else:
                self._entries(block, group if block.kind == "item" else None, absent)
                listed = listed or block.kind == "item"
                first = first or (block if block.kind == "item" else None)

    def _is_over(self, block: Block, first: Block | None, *, listed: bool) -> bool:
        """Whether a block tells of the meeting behind those present, or heads what comes behind their list."""
        if first is not None and _is_chapter(block, first):
            return True
        return (listed or bool(self.present)) and block.kind != "item" and self._tells(block)

    def _labels_day(self, block: Block) -> bool:
        """Whether a line above a list gives the meeting's day, time or place once more, with its label."""
        opening = self._scope.labels.opening(block.text) if block.table is None else None
        return opening is not None and opening.field in _OF_DAYS

    def _tells(self, block: Block) -> bool:
        """Whether a paragraph behind a list tells of the meeting ("Rapat dimulai pukul 09.00 ...") or greets."""
        if _TALK.match(block.text):
            return "hadir" not in fold(block.text)
        meeting = word_pattern(self._scope.lexicon.cues.meeting).match(block.text)
        told = meeting is not None and len(block.text.split()) > _SHORTEST_SENTENCE
        return told and "hadir" not in fold(block.text)

    def _heads_rows(self, block: Block, following: Block | None) -> bool:
        """Whether a line names the body whose offices follow with their holders ("Direksi", "Direktur : Rina")."""
        if following is None or ":" in block.text or block.kind == "item" or not heads_names(following):
            return False
        body = kind_of(squeeze(block.text), self._scope.lexicon) is not PartyKind.PERSON
        return body and is_role(following.text.partition(":")[0].strip(), self._scope.lexicon)

    def _is_topic(self, heading: Block) -> bool:
        """Whether a heading after a list is none of attendees: a phrase that names no party ("Pokok yang dibahas")."""
        text, lexicon = squeeze(heading.text), self._scope.lexicon
        if text.endswith(":") and _DISCUSSED.search(text):
            return True
        if text.endswith(":") or opening_of(text, lexicon) is not None or is_remark(text, lexicon):
            return False
        words = text.split()
        return len(words) > 2 and any(word.islower() and word not in _JOINING for word in words)

    def _heads_notes(self, heading: Block, following: Block | None) -> bool:
        """Whether a heading behind names with capitals is over notes in small letters, and no group of people."""
        named = [seen.mention.name[:1].isupper() for seen in self.present]
        if following is None or not named or not all(named) or not following.text[:1].islower():
            return False
        lexicon = self._scope.lexicon
        person = patterns(lexicon).honorific.match(following.text) is not None
        group = opening_of(squeeze(heading.text), lexicon) is not None
        return not (person or group) and len(following.text.split()) > _LONGEST_NAME

    def _table(self, block: Block, absent: bool) -> None:
        if block.table is None:
            return

        def read_block(inner: Block) -> None:
            self._entries(inner, None, absent)

        table = AttendanceTable(self._scope, block.table, read_block, absent=absent)
        table.read()
        self.present += table.present
        self.missing += table.missing

    def _entries(self, block: Block, group: Block | None, absent: bool) -> None:
        """Takes in the parties that a block lists; an empty box before a name makes an absentee."""
        if box := _BOX.match(block.text):
            block = replace(block, start=block.start + box.end(), text=block.text[box.end() :])
            absent = absent or box["tick"] in ("", " ") or box["sign"] in self._away
        absent = absent or block.marker in self._away
        told = [] if absent or block.kind == "item" else list(told_absent(self._scope, block))
        if stretch := self._names_only_absentees(block, told=bool(told)):
            self.missing += absentees(self._scope, *stretch)
            return
        for _, found in told:
            self.missing += found
        nobody = _NOBODY.search(_REMARK.sub("", block.text)) and len(block.text.split()) <= _LONGEST_HEADING
        if nobody or _SHARE.match(block.text) or is_title_line(block.text, self._scope.lexicon):
            return
        for start, end in self._stretches(block, [span for span, _ in told]):
            text = self._scope.document.text[start:end].replace("\n", " ")
            if (counted := _COUNTED.match(text)) and counted["who"][:1].isalpha():  # "4 orang (Rina, Joko – cuti)"
                start, text = start + counted.start("who"), counted["who"]
            text = without_asides(text, absent=absent)
            if len(_PAK.findall(text)) > 1:
                text = _PAK.sub("   ", text)
            joined = _SEPARATOR.sub(lambda match: ";" * len(match.group()), text)
            handles = _HANDLES.fullmatch(joined) is not None
            joined = joined.replace(" ", ";") if handles else joined
            line = read_line(text, self._scope.lexicon) or _one_of_several(joined, self._scope.lexicon)
            for mention in [line] if line else parse_parties(joined, self._scope.lexicon):
                if is_party(mention, self._scope.lexicon) and not is_excuse(mention, self._scope.lexicon):
                    span = Span(start + mention.start, start + mention.end)
                    mention = replace(mention, kind=PartyKind.PERSON) if handles else mention
                    seen = Seen(span, self._in_group(mention, group), "attendee_list")
                    away = absent or mention.absent or _AWAY.fullmatch(mention.remark or "") is not None
                    (self.missing if away else self.present).append(seen)

    def _names_only_absentees(self, block: Block, *, told: bool) -> Span | None:
        """Where a block names those who were missing, and nobody else ("Minus Rina", "Tidak hadir Rina")."""
        if excepted := _EXCEPT.match(block.text):
            return Span(block.start + excepted.end(), block.end)
        away = absent_words(self._scope.lexicon).search(block.text)
        if away is None or _LABEL_END.match(block.text, away.end()):
            return None
        if _WHO.fullmatch(block.text, 0, away.start()):
            return Span(block.start + away.end(), block.end)
        before = block.text[: away.start()].rstrip(" :(–-")
        return None if told else Span(block.start, block.start + len(before))

    def _stretches(self, block: Block, told: list[Span]) -> list[Span]:
        """The block cut at soft breaks, but for those after a comma: lines that list parties; without what is told."""
        cuts = [block.start]
        for placed in block.lines[1:]:
            before = self._scope.document.text[cuts[-1] : placed.start].rstrip()
            if placed.line.continues and placed.start > block.start and not before.endswith(","):
                cuts.append(placed.start)
        spans = [Span(start, end) for start, end in zip(cuts, [*cuts[1:], block.end], strict=True)]
        return [self._unlettered(span) for span in _without(spans, told)]

    def _unlettered(self, span: Span) -> Span:
        """A stretch without the letter of its group ("B. Undangan: ...")."""
        letter = _LETTER.match(self._scope.document.text, span.start, span.end)
        return Span(letter.end(), span.end) if letter else span

    def _in_group(self, mention: PartyMention, group: Block | None) -> PartyMention:
        """The mention with the organisation (or the role) that its group's heading names."""
        if group is None:
            return mention
        heading = _GROUP_COUNT.sub("", _GROUP_LETTER.sub("", squeeze(group.text)).strip(" :"))
        labels, lexicon = self._scope.labels, self._scope.lexicon
        if _SHARE.match(heading):
            return mention  # "5 dari 8 orang anggota": how many came
        if labels.words.coverage(heading) >= 1 or _INTRODUCES.search(fold(heading)) or is_remark(heading, lexicon):
            return mention
        lead = _OF_GROUP.match(heading)
        body = heading[lead.end() :] if lead else heading
        if mention.role and (members := _MEMBERS.match(heading)):
            body = heading[members.end() :]  # "Rina (Ketua)" under "Anggota Komisi C"
        if _CROWD.match(heading) and kind_of(body, lexicon) is not PartyKind.ORGANIZATION:
            return mention
        if kind_of(body, lexicon) is PartyKind.ORGANIZATION or (lead and body and not is_role(body, lexicon)):
            mention = office_of_body(mention, lexicon)
            own = mention.organization or mention.kind is PartyKind.ORGANIZATION
            return mention if own else replace(mention, organization=body)
        return mention if mention.role else replace(mention, role=heading)


def _is_chapter(block: Block, first: Block) -> bool:
    """Whether an item in bold is numbered, unlike those of the list before: a chapter's heading ("2. Tujuan")."""
    numbered = [(each.marker or "")[:1].isdigit() for each in (first, block)]
    return block.kind == "item" and block.bold and not first.bold and numbered == [False, True]


def _captions(block: Block, following: Block | None) -> bool:
    """Whether a line right below the heading names the meeting whose table of those present stands under it."""
    table = block.kind != "item" and following is not None and following.table is not None
    return table and MEETING.match(fold(block.text)) is not None and not is_sentence(block)


def _one_of_several(text: str, lexicon: Lexicon) -> PartyMention | None:
    """The heads of several neighbourhoods that bare numbers tell apart, as one group ("Ketua RT 04, 05, 06")."""
    numbered = [part for part in split_series(text) if part.text.isdigit()]
    start = len(text) - len(text.lstrip())
    name = Span(start, len(text.rstrip(" .")))
    return mention_of(text, kind_of(text, lexicon), {"name": name}) if numbered else None


def _rest_of_line(section: Section, following: Section | None) -> list[Block]:
    """The line that goes on with an attendance whose last line ends in a comma."""
    if following is None or following.kind is not SectionKind.DISCUSSION or following.heading is not None:
        return []
    last, first = section.blocks[-1:], following.blocks[:1]
    goes_on = any(block.table is None and block.text.rstrip().endswith(",") for block in last)
    return [block for block in first if goes_on and block.kind == "paragraph"]


def _rest_of_list(following: Section | None) -> list[Block]:
    """The list that goes on with an attendance behind its counts: "Jumlah: 18 orang. Yaitu:", "Anggota yang hadir"."""
    if following is None or following.kind is not SectionKind.DISCUSSION or following.heading is not None:
        return []
    blocks = [block for block in following.blocks if block.table is None]
    for at, block in enumerate(blocks[:3]):
        introduced = _INTRODUCES.match(fold(block.text)) or _LISTS_PRESENT.search(fold(block.text))
        if introduced and at + 1 < len(blocks) and _heads(block, blocks[at + 1]):
            rest = blocks[at + 1 :]
            end = next((index for index, each in enumerate(rest) if each.kind != "item" or each.level < rest[0].level),
                       len(rest))  # fmt: skip
            return [block, *rest[:end]]
        if not re.match(r"\W*(?:j ?u ?m ?l ?a ?h|total)\b", fold(block.text)):
            return []
    return []


def _councillors(sections: tuple[Section, ...]) -> list[Block]:
    """The lists of groups behind the count of those present, with their headings ("PIMPINAN :", "ANGGOTA :")."""
    found: list[Block] = []
    for section in sections:
        blocks = [*([section.heading] if section.heading else []), *section.blocks]
        for at, block in enumerate(blocks):
            heads = block.kind != "item" and _COUNCIL.match(block.text) and at + 1 < len(blocks)
            if not (heads and blocks[at + 1].kind == "item") and not (block.kind == "item" and found):
                return found
            found.append(block)
    return found


def _without(spans: list[Span], told: list[Span]) -> list[Span]:
    """The spans without those told already."""
    for out in told:
        spans = [
            Span(start, end)
            for span in spans
            for start, end in ((span.start, min(span.end, out.start)), (max(span.start, out.end), span.end))
            if start < end
        ]
    return spans


def _heads_councils(block: Block, ahead: list[Block]) -> bool:
    """Whether an item names a group of a council whose factions follow with their members ("B. ANGGOTA")."""
    grouped = len(ahead) > 1 and ahead[0].kind != "item" and ahead[1].kind == "item"
    return block.kind == "item" and grouped and _COUNCIL.fullmatch(block.text) is not None


def _heads(block: Block, following: Block | None) -> bool:
    """Whether a block heads the list after it: a paragraph, or an item over deeper ones."""
    if following is None or following.kind != "item" or len(block.text.split()) > _LONGEST_HEADING:
        return False
    if block.kind != "item" and _FIRST_ENTRY.match(block.text):
        return False
    chapter = CHAPTER.match(block.marker or "") and not CHAPTER.match(following.marker or "")
    return block.kind != "item" or following.level > block.level or bool(chapter)
