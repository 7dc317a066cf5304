"""The chair and the note-taker as sentences tell them: "dipimpin oleh ...", "Rina mimpin rapat"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.officers_signed import is_office, last_blocks
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_named, key_of, mentions_in, merge_office, sentence_end
from notula.pipeline.text import fold

_LED = re.compile(
    r"\b(?:di ?pimpin|di ?pandu|di ?moderatori|di ?moderasi|memimpin rapat adalah"
    r"|(?:yang|yg) (?:(?:me)?m|p)(?:impin(?: rapat)?|andu)"
    r"(?!\s*[),.;]| (?:rapat )?(?:sampai|hingga|sejak|dari|dengan|secara|untuk)\b| rapat\b)"
    r"|(?<=,\s)moderator(?=\s+(?:mas|mbak|pak|bu|bapak|ibu|kak|kang|bang)\s)"
    r"|(?:fasilitator|moderator|pemandu|pemimpin|pimpinan)(?: (?:diskusi|rapat|pertemuan|forum|sidang))?"
    r" (?:adalah|ialah))\s*"
    r"(?:(?:secara\s+)?(?:langsung|bergantian|bersama)\s+)?(?:rapat\s+)?(?:oleh\s+|:\s*)?(?:saudara\s+|sdr\.?\s+)?",
    re.IGNORECASE,
)
# "Rapat berlangsung pukul 09.00 di bawah pimpinan Camat": said of a meeting, not of a unit.
_UNDER = re.compile(
    r"\b(?:rapat|sidang|musyawarah|pertemuan|acara|dimulai|dibuka|berlangsung|selesai|wi(?:b|ta|t))\b[^.;\n]{0,60}?"
    r"\bdi ?bawah\s+(?:pimpinan|kepemimpinan)\s+",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:bertindak\s+)?(?:sebagai|selaku)\s+"
    r"(?:(?:pimpinan|pemimpin|ketua) (?:rapat|sidang|musyawarah)|moderator|fasilitator"
    r"|pemandu(?: (?:rapat|acara|diskusi))?)\s+(?:adalah\s+)?"
    r"(?!(?-i:me[mn]\w{3,}|(?:dan|serta|lalu|kemudian|pada|pukul|jam|di|dengan|dalam)\s))",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"\b(?:(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat|sekretaris rapat|penulis notula)"
    r"|(?:dengan |dan )?sekretaris (?:rapat|sidang)(?=\s*:|\s+(?:(?:adalah|ialah)\s+)?(?-i:[A-Z]))"
    r"|notulis(?!i)|(?<=[,;]\s)notulen(?!\s+rapat)|(?<=\.\s)notulen(?=\s*:)|notulensi oleh"
    r"|pencatat(?: rapat)?)\s*(?:rapat\s+)?"
    r"(?:(?:hari|kali|malam|pagi|sore|rapat|saat) ini\s*)?(?::|adalah|ialah|oleh|yaitu|yakni)?\s+",
    re.IGNORECASE,
)
_NOTES = (
    r"\b(?:di ?(?:catat|notulensi|notulen)(?:kan|i)?\s+(?:dan\s+di ?\w+\s+)?"
    r"(?:(?:belakangan|kembali|langsung|seadanya|sendiri|ulang)\s+)?"
    r"(?:oleh\s+|ku\s+|sama\s+)?|(?:risalah|notula|notulen|notulensi|catatan|notes|log|resume|rangkuman|ringkasan|transkrip)"
    r"(?:\s+(?:rapat|ini))?\s+"
    r"(?:di ?(?:buat|susun|tulis|rapikan|rangkum|ringkas|ketik|pegang)\s+"
    r"(?:(?:dari|berdasarkan)\s+\w+\s+)?(?:(?:sama|oleh)\s*:?\s+|ku\s+)?"
    r"|oleh\s*:?\s+|by\s+)"
    r"|tulisan\s*:\s*|(?:saya|sy|aku)\s+(?:yang|yg)\s+(?:me)?(?:ncatat|nyatat|nyatet|nulis)\s*\("
    r"|(?:yang|yg)\s+(?:me)?r(?:angkum|esume)\s+(?:nanti\s+)?"
    r"|(?:yang|yg)\s+(?:me)?(?:ncatat|nyatat|nyatet|nulis(?: notula| notulen)?)\s*:?\s*"
    r"(?:(?:saya|sy|aku)\s+(?:sendiri\b)?[\s,(]*)?)"
)
_NOTED_BY = re.compile(_NOTES + r"(?=(?-i:[A-Z]))(?!senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad)", re.IGNORECASE)
_NOTED_SMALL = re.compile(_NOTES + r"(?=(?-i:[a-z]))", re.IGNORECASE)  # "dicatat joko": an attendee
_AS_CHAIR = re.compile(
    r"(?<!\s)\s+(?:yang|yg)\s+(?:(?:sekaligus|juga|kemudian|selanjutnya|langsung)\s+)?(?:me)?(?:mimpin|mandu)"
    r"(?:\s+(?:(?:jalannya )?(?:rapat|sidang|pertemuan)|diskusi|musyawarah|acara))?\s*"
    r"(?:[.,;]|$|(?:sampai|hingga|sejak|dari awal)\b)|"
    r"(?:,|(?<![\s,]))\s+(?:yang\s+)?(?:(?:bertindak|ditunjuk|dipilih|didapuk|terpilih)\s+)?(?:sebagai|selaku)\s+(?:(?:pimpinan|pemimpin|ketua|pemandu)\s+"
    r"(?:rapat|sidang|musyawarah|pertemuan|diskusi)|moderator|fasilitator|pemandu)\s*"
    r"(?:[.,;]|$|(?:dan|serta|lalu|kemudian|di|pada|pukul|jam|dengan|dalam|m(?:em|en|eng|eny)\w{3,})\b)",
    re.IGNORECASE,
)
_AS_NOTE_TAKER = re.compile(
    r"(?:,|(?<![\s,]))\s+(?:yang\s+)?(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat"
    r"|sekretaris rapat)(?:\s+rapat)?\s*(?:[.,;]|$|(?:dan|serta|lalu|kemudian|m(?:em|en|eng|eny)\w{3,})\b)",
    re.IGNORECASE,
)
# "dipimpin Rektor, ... dengan Sekretaris Senat Dr. Rina".
_LED_WITH = re.compile(
    r"\b(?:di ?pimpin|di ?pandu|di ?buka)\b[^;:]{3,150}?\bdengan\s+(?:seorang\s+)?sekretaris"
    r"(?:\s+(?:rapat|sidang|senat|komisi|komite|panitia|majelis|dewan|tim|forum|yayasan|pengurus))?,?\s+"
    r"(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# "dipimpin oleh ..., dengan Sekretaris Yayasan, Ibu Rina, sebagai pembuat risalah".
_AS_WRITER = re.compile(
    r"(?:,|(?<![\s,]))\s+(?:yang\s+)?(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:pembuat|penyusun|penulis)"
    r"\s+(?:risalah|notula|notulen|berita acara)\s*(?:[.,;]|$|(?:dan|serta|lalu|kemudian|m(?:em|en|eng|eny)\w{3,})\b)",
    re.IGNORECASE,
)
# A deed's notary: "saya, RINA SARI, Sarjana Hukum, Notaris di Kota Malang, membuat risalah ...".
_NOTARY = re.compile(
    r"\b(?:saya|di ?hadapan saya|oleh saya),\s+(?P<who>(?-i:[A-Z])[^;:()]{2,120}?),\s+(?:(?:selaku|sebagai)\s+)?"
    r"(?:pengganti\s+)?notaris\b",
    re.IGNORECASE,
)
# At the end only.
_WRITTEN = re.compile(r"(?:^|\.\s+)di ?(?:tulis|buat|susun|ketik)\s+oleh\s*:?\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]\s*|(?<=\w\w)\.\s+|\b(?:oleh|dan|serta|adalah|dengan|kepada|ke|sedangkan|sementara|adapun)\s+"
    r"|,\s+(?!S\.|M\.|S[A-Z]|M[A-Z]|A\.[A-Z]|(?:Ph|Sp|Lc|Ak|Apt)\b)"
)
_ENDS = re.compile(
    r"(?:\s+(?:dan|serta|yang|dengan|sekaligus)?\s*|,\s*(?:dan\s+|serta\s+)?)"
    r"(?:(?:turut |ikut )?hadir|di ?hadiri|di ?ikuti|di ?buka"
    r"|di ?tutup|di ?akhiri|di ?catat|catatan|notulensi"
    r"|(?:me)?(?:ncatat|nyat[ae]t)|di ?pandu|bertindak|notulis|pencatat|dimulai"
    r"|mulai|dengan|pada pukul|pada hari|pukul|jam"
    r"|membahas|berlangsung|bertempat|di (?:ruang|rr?\.|aula|kantor|rumah|balai|gedung|hotel|lantai|pendopo))(?!\w)"
    r"|\s+(?:ini|itu|tersebut|sesuai|berdasarkan|menurut)\b|,?\s+(?:sedangkan|sementara|adapun|karena|krn|sebab|dikarenakan|didampingi)\s"
    r"|\s+(?:dan\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat|sekretaris|moderator|narasumber)\b|(?:,|\s+(?:dan|serta))\s*(?:yang|yg|sing|nu)\s|[;\n]|\.\s*$|(?<=\w{3})\.\s+(?-i:(?=[a-z]{3}))|(?:,\s*)?\bdari\s+(?:sekretariat|dinas|bagian)\b",
    re.IGNORECASE,
)
_DEGREE_END = re.compile(r"\.[A-Z][A-Za-z]{0,3}$")  # its own dot may end the sentence: "Rina, S.H."
_AND = re.compile(r"\s*(?:&|dan|serta|/)\s*(?:[A-Z][a-z]{1,6}\.?\s+)?")
_FACILITATED = re.compile(r"\bdi ?fasilitasi\s+oleh\s+", re.IGNORECASE)
# "Moderator Rina (Kasi Umum).": the office in front of a name begins a sentence.
_OFFICE_FIRST = re.compile(
    r"(?:^|(?<=\w{3}\.\s)|(?<=\)\.\s)|(?<=;\s))(?i:moderator|fasilitator|pemandu|presidium(?: sidang)?(?: (?:i|1))?"
    r"|(?:pimpinan|pemimpin|ketua) (?:rapat|sidang|musyawarah|pertemuan|diskusi))\s+"
    r"(?=(?:[A-Z][\w.']*\s+){0,2}[A-Z][\w.']*\s*[(,.;])"
)
_HEAD_ROLE = re.compile(r"(?:ketua|koordinator|pimpinan)\b", re.IGNORECASE)
_OPENED = re.compile(
    r"\b(?:rapat|sidang|musyawarah|pertemuan|acara)\s+di ?buka\s+(?:secara resmi\s+)?oleh\s+", re.IGNORECASE
)
_OPENED_OVER = re.compile(  # and who came, in one breath: "Rapat dibuka oleh Camat dihadiri oleh ..."
    _OPENED.pattern + r"(?=[^.;:]{2,90}?\b(?:di ?hadiri|di ?ikuti)\b)", re.IGNORECASE
)
_OPENS = re.compile(r"\s+(?:membuka|memimpin|memulai)\b", re.IGNORECASE)
_WHO_ACTS = r"\s+(?:(?:yang|yg|sing|nu)\s+)?"
_LEADS = re.compile(
    _WHO_ACTS + r"(?:me)?(?:mimpin|pimpin|mandu|moderatori)\s+(?:jalannya\s+)?"
    r"(?:rapat|sidang|diskusi|musyawarah|acara)(?!\w)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    _WHO_ACTS + r"(?:(?:me)?(?:ncatat|nulis)\s+(?:notul\w+|risalah|jalannya rapat)"
    r"|(?<=\byang )(?:me)?(?:ncatat|nulis|nyatat|nyatet)\s*(?:[.,;]|$)"
    r"|(?<=\byg )(?:me)?(?:ncatat|nulis|nyatat|nyatet)\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
# A whole clause that tells who led or wrote: "Ibu Sari memandu, Dodi mencatat.", "Ketua (Pak Umar) pegang rapat;". What
# follows the verb would be its object ("mencatat 12 kasus").
_THE_MEETING = (
    r"(?:\s+(?:jalannya\s+)?(?:rapat|sidang|pertemuan|diskusi|musyawarah|acara|forum)(?:\s+(?:ini|tersebut))?)?"
)
_DONE_THEN = r"\s*(?:[.,;)]|$|(?:dan|serta|lalu|sedangkan|sementara)\s)"
_HE_LEADS = re.compile(
    r",?(?<!\s)\s+(?:(?:yang|yg|sing|nu)\s+)?(?:(?:mem)?buka(?: rapat)?\s+(?:dan|lalu|serta|sekaligus|terus)\s+)?"
    rf"(?:(?:(?:me)?(?:mimpin|mandu|moderatori)|pimpin|pandu){_THE_MEETING}|pegang (?:rapat|acara)){_DONE_THEN}",
    re.IGNORECASE,
)
_HE_WRITES = re.compile(
    r",?(?<!\s)\s+(?:(?:yang|yg|sing|nu)\s+(?:catat|tulis)|(?:(?:yang|yg|sing|nu)\s+)?(?:(?:me)?(?:ncatat|nulis)|nyatat|nyatet|nyathet|menotulakan"
    r"|menotulensi(?:kan)?|(?:pegang|(?:me)?nulis|(?:mem)?buat|bikin) (?:notul\w+|catatan|risalah)))"
    rf"(?:\s+(?:notul\w+|risalah|catatan|jalannya rapat))?(?:\s+(?:ini|rapat))*{_DONE_THEN}",
    re.IGNORECASE,
)
_ONLY_OFFICE = re.compile(r"[^\W\d_]+:\s*|(?:[^\W\d_]+\s+){0,3}\(?", re.IGNORECASE)  # before a name: "UPM ", "Ketua ("
_NOT_THEN = re.compile(
    r"\b(?:minggu|pekan|bulan|besok|depan|berikut\w*|selanjutnya|kalau|jika|bila|biar|agar|supaya|siapa|menurut|usul"
    r"|yang|yg|tidak|bukan|untuk|semoga|mau|akan|harus|wajib|sebaiknya|minta|diminta|bisa|siap|bersedia|belum)\b",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"\s*(?:\([^()]*\)|\))?\s*")
# The last line of a message: "_Bu Rina - sekretaris_", "ttd Joko (notulis)".
_SIGNED_AS = re.compile(
    r"[\W_]*(?:(?:ttd|tertanda|salam|hormat kami|disusun|oleh)\b[\s,.:]*)*"
    r"(?P<who>[^\W\d_][^,;:()–—-]{1,40}?)\s*(?:[,(–—-]\s*)"
    r"(?:sekretaris|sekre|sekr|notulis|notulen|pencatat)(?:\s+(?:rapat|rt|rw|i|1)(?:\s*\d+)?)?[\W_]*",
    re.IGNORECASE,
)
# In the next column of signatures: "Notulis", beside it "Pimpinan Rapat".
_OFFICE_BESIDE = re.compile(
    r"(?:selaku\s+)?(?:pimpinan|pemimpin|ketua|moderator|notul\w+|pencatat|sekretaris|kepala|mengetahui)\b",
    re.IGNORECASE,
)
_NOBODY = ("oleh", "beliau", "rapat")  # "Dipimpin oleh," over a signature
_CLAUSE_END = re.compile(
    r"[;:|—·]\s*|(?<![A-Z]\w)(?<![A-Z]\w\w)(?<![A-Z]\w{3})\n|\b(?:saya|aku)\s*\((?=(?-i:[A-Z]))|(?<=[\w)][\w)])\.\s+"
    r"|,\s+(?!(?-i:S\.|M\.|[SM][A-Z]|A\.[A-Z]|(?:Ph|Sp|Lc|Ak|Apt)\b))",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 90  # characters
_ACTING_WITHIN, _ACTING_BLOCKS = 12, 6  # sections, and blocks of each, where somebody leads or writes
_OPENING = 4  # sections, and blocks of each, that can tell of a deed's notary
_AT_END = "note_taker_closing"
_PROSE = (SectionKind.HEADER, SectionKind.DISCUSSION, SectionKind.ATTENDEES, SectionKind.OTHER)


def chair_in_prose(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Whom a sentence says to lead the meeting."""
    return (
        _from_prose(scope, (_LED, _LED_BY, _UNDER), "chair_prose")
        or _holders(_told_as(scope, _AS_CHAIR, "chair_prose"), present)
        or _acting(scope, present, _LEADS, "chair_prose")
        or _from_prose(scope, (_OFFICE_FIRST, _FACILITATED), "chair_prose")
        or _holders(_who_did(scope, _HE_LEADS, "chair_prose"), present)
    )


def note_taker_in_prose(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Whom a sentence says to take the notes."""
    return (
        _notary(scope)
        or _from_prose(scope, (_NOTED, _NOTED_BY), "note_taker_prose")
        or _people(_from_prose(scope, (_LED_WITH,), "note_taker_prose"))
        or _told_as(scope, _AS_NOTE_TAKER, "note_taker_prose")
        or _told_as(scope, _AS_WRITER, "note_taker_prose")
        or _acting(scope, present, _WRITES, "note_taker_prose")
        or _people(_who_did(scope, _HE_WRITES, "note_taker_prose"))
        or _among(_from_prose(scope, (_NOTED_SMALL,), "note_taker_prose"), present, scope)
    )


def _notary(scope: Scope) -> list[Seen]:
    """The notary who makes the deed, named in its first sentences."""
    for section in scope.sections.sections[:_OPENING]:
        for block in section.blocks[:_OPENING]:
            match = _NOTARY.search(block.text) if block.table is None else None
            if match is not None:
                start, end = (block.start + offset for offset in match.span("who"))
                return _people(list(mentions_in(scope, start, end, "note_taker_prose")))[:1]
    return []


def _people(found: list[Seen]) -> list[Seen]:
    return [seen for seen in found if seen.mention.kind is PartyKind.PERSON]


def _among(found: list[Seen], present: list[Seen], scope: Scope) -> list[Seen]:
    """Those of the parties who are attendees."""
    known = {key_of(seen, scope.lexicon) for seen in present}
    return [seen for seen in found if key_of(seen, scope.lexicon) in known]


def _from_prose(scope: Scope, patterns: Iterable["re.Pattern[str]"], rule: str) -> list[Seen]:
    for section in scope.sections.sections[:40]:
        for block in _telling(section):
            for pattern in patterns:
                if found := _named_in(scope, block, pattern, rule):
                    return found
    return []


def _telling(section: Section) -> list[Block]:
    """The blocks of a section that can tell who led or wrote: the first ones, and the line behind a list of the header.

    The points of an agenda and the absent tell nothing.
    """
    last = list(section.blocks[-1:])
    if section.kind in (SectionKind.ABSENT, SectionKind.AGENDA):
        return [block for block in last if block.kind != "item" and len(section.blocks) > 1]
    if section.kind not in _PROSE:
        return []
    heading = [section.heading] if section.heading and not section.inline else []
    return [*heading, *section.blocks[:6], *(last if section.kind is SectionKind.ATTENDEES else ())]


def _told_as(scope: Scope, office: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The party before the words for an office ("oleh Pak Galih selaku pemimpin rapat")."""
    for section in scope.sections.sections[:12]:
        if section.kind not in _PROSE:
            continue
        for block in section.blocks[:4]:
            match = office.search(block.text) if block.table is None else None
            if match is None:
                continue
            cuts = _CLAUSE.finditer(block.text, 0, match.start())
            clause = [cut.end() for cut in cuts if not _ends_title(scope, block.text, cut)]
            start = clause[-1] if clause else 0
            found = merge_office(list(mentions_in(scope, block.start + start, block.start + match.start(), rule)))
            if named := [seen for seen in found if is_named(seen) and not is_office(seen.mention.name)]:
                return named[-1:]
    return []


def _who_did(scope: Scope, act: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The party that a clause of the first lines says did something, and no more ("Bu Sari memandu, Dodi mencatat")."""
    for section in scope.sections.sections[:_ACTING_WITHIN]:
        for block in section.blocks[:_ACTING_BLOCKS] if section.kind in _PROSE else ():
            for match in act.finditer(block.text) if block.table is None and block.kind != "item" else ():
                cuts = _CLAUSE_END.finditer(block.text, max(0, match.start() - _LONGEST_CLAUSE), match.start())
                start = max((cut.end() for cut in cuts if not _ends_title(scope, block.text, cut)), default=0)
                clause = Span(block.start + start, block.start + match.start())
                found = merge_office(list(mentions_in(scope, *clause, rule)))
                said = scope.document.text[clause.start : clause.end]
                if len(found) == 1 and is_named(found[0]) and _fills(said, found[0], clause.start):
                    return found
    return []


def _fills(clause: str, seen: Seen, start: int) -> bool:
    """Whether a clause up to its verb is nothing but a party, with its office before it or behind it in a bracket."""
    first, end = seen.span.start - start, seen.span.end - start
    before = clause[:first].strip()
    return _ONLY_OFFICE.fullmatch(f"{before} " if before[-1:].isalnum() else before) is not None and (
        _BEHIND_NAME.fullmatch(clause, end) is not None and not _NOT_THEN.search(clause)
    )


def _ends_title(scope: Scope, text: str, cut: "re.Match[str]") -> bool:
    """Whether a full stop is that of a title before a name ("Drs. Galih"), which ends no clause."""
    return cut.group().startswith(".") and text[: cut.start()].split(" ")[-1] in scope.lexicon.titles.titles


def _holders(found: list[Seen], present: list[Seen]) -> list[Seen]:
    """The attendee who alone holds the office that leads ("Ketua Jemaat selaku pimpinan rapat"), or the office."""
    if len(found) != 1 or found[0].mention.kind is not PartyKind.GROUP:
        return found
    office = fold(found[0].mention.name)
    holders = [seen for seen in present if seen.mention.role and fold(seen.mention.role) == office]
    return [replace(holders[0], rule=found[0].rule)] if len(holders) == 1 else found


def note_taker_at_end(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The note-taker whom a sentence at the end names ("Yang mencatat: Rina"), or an attendee who signs as such."""
    last = next(reversed(scope.sections.sections), None)
    for block in last.blocks[-1:] if last and last.kind is not SectionKind.ATTENDEES else ():
        signed = _SIGNED_AS.fullmatch(block.text) if block.table is None and block.kind != "item" else None
        if signed:
            named = mentions_in(scope, block.start + signed.start("who"), block.start + signed.end("who"), _AT_END)
            if found := _among(list(named), present, scope):
                return found[:1]
    for block, _ in last_blocks(scope):
        for pattern in (_NOTED_BY, _NOTED, _WRITTEN):
            if found := _named_in(scope, block, pattern, _AT_END):
                return found
    return []


def _named_in(scope: Scope, block: Block, pattern: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The party that stands behind a pattern in a block."""
    match = pattern.search(block.text) if block.table is None else None
    if match is None or ("\t" in match.group() and _OFFICE_BESIDE.match(block.text, match.end())):
        return []
    last = sentence_end(scope, block, match.end())
    end = _ENDS.search(block.text, match.end(), last)
    stop = end.start() if end else last
    stop += _DEGREE_END.search(block.text, match.end(), stop) is not None and block.text.startswith(".", stop)
    found = merge_office(list(mentions_in(scope, block.start + match.end(), block.start + stop, rule)))
    found = [seen for seen in found if len(seen.mention.name.split()) <= 10 and not _is_phrase(seen, scope)]
    found = [seen for seen in found if seen.mention.name.casefold() not in _NOBODY]
    return found[: 2 if _are_two(scope, found) else 1]


def _is_phrase(seen: Seen, scope: Scope) -> bool:
    """Whether what stands in the place of a party is several words in small letters ("pencatat suhu baru dipasang")."""
    name = seen.mention.name
    known = is_named(seen) or opening_of(name, scope.lexicon) is not None
    return not known and name.islower() and len(name.split()) > 2


def _are_two(scope: Scope, found: list[Seen]) -> bool:
    """Whether two people share an office ("dicatat oleh Rina dan Joko")."""
    people = len(found) == 2 and all(seen.mention.kind is PartyKind.PERSON for seen in found)
    return people and _AND.fullmatch(scope.document.text, found[0].span.end, found[1].span.start) is not None


def opened_by(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The head among the attendees, where a sentence at the beginning says that they opened the meeting."""
    if told := _told_open(scope, present):
        return told
    heads = [seen for seen in present if seen.mention.role and _HEAD_ROLE.match(seen.mention.role)]
    for section in scope.sections.sections[:6] if heads else ():
        for block in section.blocks[:3]:
            for seen in heads:
                first = re.escape(seen.mention.name.split()[0])
                opened = re.match(rf"(?:\w+\.?\s+)?{first}\b(?:\s+[A-Z]\w+)*", block.text)
                if opened and _OPENS.match(block.text, opened.end()):
                    return [replace(seen, rule="chair_opened")]
    return []


def _told_open(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The head by whom a sentence at the beginning says that the meeting was opened ("dibuka oleh Ketua ...")."""
    known = {key_of(seen, scope.lexicon): seen for seen in present}
    for section in scope.sections.sections[:6]:
        for block in section.blocks[:3]:
            for seen in _named_in(scope, block, _OPENED, "chair_opened"):
                same = known.get(key_of(seen, scope.lexicon), seen)
                roles = [each.mention.role for each in (seen, same)] + [seen.mention.name]
                if any(role and _HEAD_ROLE.match(role) for role in roles):
                    return [replace(same, rule="chair_opened")]
            if found := _named_in(scope, block, _OPENED_OVER, "chair_opened"):
                return found
    return []


def _acting(scope: Scope, present: list[Seen], acts: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The attendee whom a sentence at the beginning says to act ("Rina mimpin rapat, Joko yang nyatet")."""
    people = [seen for seen in present if seen.mention.kind is PartyKind.PERSON]
    for section in scope.sections.sections[:8] if people else ():
        for block in section.blocks[:3]:
            for seen in people if acts.search(block.text) else ():
                name = re.escape(seen.mention.name.split()[0])
                named = re.finditer(rf"\b{name}\b(?: [A-Z][\w']*){{0,3}}", block.text)
                if any(acts.match(block.text, each.end()) for each in named):
                    return [replace(seen, rule=rule)]
    return []
