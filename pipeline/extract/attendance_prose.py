"""Attendees that sentences of the opening name ("dihadiri oleh ..."), or who speak."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Grid, Span
from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.listed_names import is_unknown
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_named, is_party, mentions_in, merge_office, sentence_end
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.opening_lines import DAY_NAME

_CAME = r"(?:hadir|hdr|datang|dtg|dateng|ikut|rawuh|teka|sumping)"
_SELF = r"(?:saya|sy|aku|gue|gw|ana)"
_TOGETHER = r"(?:ber(?:dua|tiga|empat|lima|enam|tujuh|delapan))"
_AMONG = r"(?:(?:di ?)?antaranya|antara lain|adalah|yaitu|yakni|ialah|terdiri (?:dari|atas)|meliputi)"
_ONLY = r"(?:cuma|cuman|hanya|baru|tadi|kemarin|semalam)"
_MEETING = r"(?:rapat|acara|kegiatan|pertemuan|forum|musyawarah|musdes|musdus|sidang|diskusi|sosialisasi|kesempatan)"
_FIRST = r"(?:^|[.;]\s+)"  # of a sentence
_NUMBER = r"(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
# What a list of those present stands behind; "begun" is its first letter where only a known word may begin it.
_WAYS = (
    # "dihadiri oleh 5 orang yaitu ...", "diikuti warga RT 03"
    r"\bdi ?(?:hadiri|ikuti|datangi)\s+(?:(?:pula|juga|langsung)\s+)?oleh\s*:?\s*"
    rf"(?:{_NUMBER}(?:\s+[^\W\d]+){{1,2}}\s*,?\s+{_AMONG}\s*:?\s+)?",
    r"\b(?:di ?hadiri|di ?ikuti|dihdr)\s*:?\s+(?=(?P<bare>\S))",
    # "yang hadir 5 orang yaitu ...", "yang bisa datang cuma ..."
    rf"(?:^|[\s,])(?:yang|yg|sing|ingkang|nu)\s+(?:(?:bisa|dapat|sempat|jadi)\s+)?{_CAME}(?:\s+{_ONLY})?"
    rf"(?:\s+(?:sebanyak\s+)?\d+\s+(?:dari\s+\d+\s+)?\w+(?:[^.;:]{{0,60}}?(?=,?\s+{_AMONG}))?)?"
    rf"(?:,?\s+{_AMONG})?\s*:?\s+(?=(?-i:[A-Z])|{_SELF}\s*,)",
    # "yang ada cuma bertiga: ...", "lengkap berlima: ...", "kumpul bertiga: ..."
    rf"{_FIRST}(?:(?:yang|yg)\s+(?:ada|masuk|kumpul|ngumpul|gabung|join|nongol)(?:\s+(?:ruang|ruangan|room|zoom|meet))?|lengkap|komplit)"
    rf"(?:\s+{_ONLY})*(?:\s+(?:{_TOGETHER}|\d+\s+\w+))?\s*:\s+",
    rf"(?<!\w){_TOGETHER}\s+(?:(?:aja|saja|doang)\s+)?(?:sama|bareng|dgn|dengan)\s+|(?<!\w){_TOGETHER}\s*:\s+",
    rf"(?<!\w){_TOGETHER}\s*\((?=[^()]*,)",  # "Cuma bertiga (Rina, Joko, Sari)"
    rf"{_FIRST}ada\s+(?={_SELF}\s*,)",
    # "Hadir 12 dari 20 anggota, di antaranya ..."
    rf"{_FIRST}(?:hadir|peserta(?:\s+(?:(?:yang|yg)\s+)?hadir)?)\s+(?=\d)[^.;:]{{1,60}}?(?:,?\s+{_AMONG}\s*:?|:)\s+",
    rf"{_FIRST}(?:hadir|hdr|peserta|datang|dtg|ikut)\s*:\s*",
    rf"{_FIRST}peserta\s+(?:rapat|pertemuan|diskusi|musyawarah)\s+{_AMONG}\s*:?\s+",
    r"(?<=\d\s)hadir\s+(?=(?P<told>\S)[^.]{0,120},)",
    r"(?<=[a-z,]\s)(?<!dak\s)(?<!lum\s)(?<!kan\s)(?<!tdk\s)(?<!yang\s)(?<!yg\s)hadir\s+(?=(?-i:[A-Z])[^.]{0,120},)",
    rf"{_FIRST}(?:(?:turut |ikut |tampak |nampak )?hadir(?:\s+(?:pula|juga))?|peserta)"
    rf"(?:\s+(?:dalam|pada|di)\s+{_MEETING}(?:\s+(?:tersebut|ini|itu|tsb))?)?"
    rf"(?:\s+{_AMONG})?\s*:?\s+(?=(?-i:[A-Z]))",
    rf"{_FIRST}(?:turut |ikut )?hadir\s+(?:dalam|pada|di)\s+{_MEETING}(?:\s+(?:tersebut|ini|itu|tsb))?\s*:\s*",
    rf"{_FIRST}(?:turut |ikut )?hadir\s+(?:pula|juga)\s+(?=(?P<begun>[a-z]))",
)
_ATTENDED = re.compile("|".join(_WAYS), re.IGNORECASE)
# "Semua guru hadir kecuali Bu Rina": who came stands before the word for it.
_ALL_CAME = re.compile(
    r"(?:^|(?<=[.;]\s))(?P<who>(?:semua|seluruh|segenap)\s+[^\W\d]+(?:\s+[^\W\d]+){0,4}?)\s+(?:dapat\s+|bisa\s+)?hadir"
    r"(?:\s+(?:semua|lengkap|semuanya))?(?=\s*(?:[.,;(]|$)|\s+(?:kecuali|selain)\b)",
    re.IGNORECASE,
)
# "Rina, Joko dan Sari hadir; Budi tidak."
_LIST_CAME = re.compile(
    r"(?:^|(?<=[.;]\s))(?P<who>[A-Z][^.;:]{0,200}?(?:,|\s(?i:dan|serta))\s[^.;:,]{2,60}?)\s+hadir(?=\s*(?:[.;,]|$))"
)
# "Zoom jam 4 sore, cuma Rina + Pak Joko."
_ONLY_THEY = re.compile(
    r"(?:^|(?<=[.;,]\s))(?:cuma|cuman|hanya)\s+(?P<who>(?!\S+\s+(?:yang|yg)\b)[^.;:]{2,80}?"
    r"(?:,|\s(?:dan|sama|sm|\+|&))\s[^.;:]{2,80}?)\s*(?=[.;]|$)", re.IGNORECASE,
)
_SPEAKERS = re.compile(r"pembicara|penyampai|disampaikan oleh|penanya|speaker", re.IGNORECASE)
_SPEECH = re.compile(r"(?:sambutan|arahan|paparan|laporan|tanggapan)\s+(?:dari\s+|oleh\s+)?", re.IGNORECASE)
_SPOKEN_BY = re.compile(
    r"\b(?:di ?sampaikan|di ?buka|di ?paparkan|di ?bacakan|pemaparan [^.]{0,60})\s+oleh\s+", re.IGNORECASE
)
_AFTER_SPEAKER = re.compile(r"[.;,:]|\s+(?:dengan|pada|mengenai|tentang|dan|kecamatan)\b", re.IGNORECASE)
_BEFORE_SPEECH = re.compile(
    r"(?P<who>[^:.;]{3,50}?)(?:\s+me[a-z]{3,}(?:\s[^:.;]{1,40}?)?\s(?:dan|serta|lalu|dengan|sambil|seraya))?"
    r"(?:\s*:\s|\s+(?:menyampaikan|menjelaskan|menanyakan|melaporkan|mengusulkan|menyarankan"
    r"|mengingatkan|memaparkan|bertanya|menjawab|menanggapi|lapor|usul|bilang|minta|meminta|menilai|menambahkan|cerita"
    r"|setuju|keberatan|akan|sanggup|bersedia|siap)\b)"
)
_HOLDER = re.compile(r"(?P<office>[A-Z][^:.;()]{1,48}?)\s*\((?P<name>[A-Z][^():;]{2,60})\)\s*:\s")
# "Rina Sari, S.E. (Kabid Anggaran): ...", said by somebody with their office behind the name.
_WITH_OFFICE = re.compile(r"(?P<who>(?P<name>[A-Z][^:;()]{3,60}?)\s*\((?P<office>[^():;]{3,60})\))\s*:\s")
_FULL_NAME = re.compile(r"[A-Z][\w.']*(?:,? [A-Z][\w.']*)+")
# A line of a chat: "[19.32] wira: ...", "12/03/23 19.32 - Rina: ...", "<rina> ...".
_SAID = re.compile(
    r"\[?(?:\d{1,2}/\d{1,2}/\d{2,4},?\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\]?\s*(?:[-–]\s*)?"
    r"(?:<@?(?P<nick>[^\s<>]{2,30})>|@?(?P<who>[^\W\d][\w.'’ -]{0,30}?)\s*:)\s+\S|<@?(?P<bare>[^\s<>]{2,30})>\s+\S"
)
_TELLS = re.compile(r"\s(?:tidak|belum|yang|yg|dapat|bisa|akan|sudah|me[mn][a-z]{3,})\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"(?:^|[.;]\s+)(?:[^\W\d]+\s+)?(?:(?:yang|yg)\s+)?hadir\s*:?\s+(?:sebanyak\s+)?\d+\s+(?:orang\s+)?dari\s+\d+",
    re.IGNORECASE,
)
_OPENING = 12  # blocks
_FEWEST_SAID = 4  # lines of a chat
_PLAIN_NAME = re.compile(r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]*\.?){0,2}")
_FEWEST_PLAIN = 3  # names without anything that marks them as such: fewer are found by chance
_ATTENDED_ENDS = re.compile(
    r"\.\s*$|;|(?<=\s[IVX])\.\s+(?=[A-Z])"
    r"|,\s*(?:untuk\s+)?(?:me[mn]|meny|meng)[a-z]{3,}\s|,\s*(?:selebihnya|sisanya|lainnya)\b"
    r"|,?\s+(?:sedangkan|sementara|sedang)\s|\s+tanpa\s|,\s*dari\s[^,.;]{2,40}\shadir\s"
    r"|,\s*(?:(?:se)?pulang|sehabis|selepas|usai|setelah|sesudah|ba'?k?da)\s"
    r"|,?\s*\b(?:yang|yg|sing|nu) (?:ijin|izin|tidak|tdk|gak?|nggak|berhalangan|absen|sakit|ora|teu|mboten)\b"
    r"|,?\s+(?:dan\s+)?(?:di ?pimpin|di ?buka|di ?pandu|di ?moderatori|bertempat|dimulai)\b"
    r"|\s+(?:sebagaimana|sesuai (?:dengan )?(?:daftar|presensi)|\(?(?:daftar hadir )?terlampir)\b"
    rf"|,?\s+(?:pada\s+)?hari\s+{DAY_NAME}\b|,\s*{DAY_NAME}\s+(?:(?:tgl|tanggal)\.?\s*)?\d"
    r"|,\s*(?:pada\s+)?(?:tgl|tanggal|pukul|pkl)\b\.?\s*\d"
    r"|\s+(?:dg|dgn|dengan) (?:hasil|agenda|acara|pokok|topik|tema|bahasan|pembahasan|materi|susunan acara)\b"
    r"|\s+(?:dalam rangka|untuk membahas|guna)\b|\s+berhalangan\b",
    re.IGNORECASE,
)


_TEACHES = re.compile(
    r"\b(?:(?:pemateri|narasumber|pembicara)(?:nya)?(?:\s+(?:adalah|oleh))?"
    r"|(?:yang|yg)\s+(?:ngisi|mengisi|bawakan|membawakan|menyampaikan)\s+(?:materi|paparan)"
    r"|(?:materi|paparan)\b[^.,;]{0,30}\b(?:disampaikan|dibawakan|diisi)\s+(?:oleh)?)\s*:?\s+",
    re.IGNORECASE,
)
_WHO_ENDS = re.compile(r",|\s+(?:dan|sedangkan|dg|dgn|dengan|yang|yg)\s|;")


def attended(scope: Scope) -> list[Seen]:
    """Those whom the first paragraph about it says to be present, or who is announced to teach."""
    if scope.teaches and (teachers := _announced(scope)):
        return teachers
    for section in scope.sections.sections[:12]:
        for block in section.blocks[:6]:
            found = [
                seen
                for start, end in _stretches(scope, block)
                for seen in mentions_in(scope, block.start + start, block.start + end, "attendee_prose")
                if is_party(seen.mention, scope.lexicon)
            ]
            if found:
                return found
    return []


def _announced(scope: Scope) -> list[Seen]:
    """Who an announced talk is said to be held by ("pemateri mas Rino", "paparan disampaikan oleh Rino")."""
    for block in first_blocks(scope, _OPENING):
        for match in _TEACHES.finditer(block.text) if block.table is None else ():
            end = sentence_end(scope, block, match.end())
            if comma := _WHO_ENDS.search(block.text, match.end(), end):
                end = comma.start()
            named = mentions_in(scope, block.start + match.end(), block.start + end, "attendee_prose")
            if found := [seen for seen in named if is_named(seen)]:
                return found
    return []


def _stretches(scope: Scope, block: Block) -> Iterator[tuple[int, int]]:
    """Where a block lists attendees, up to the end of that sentence."""
    for match in _ATTENDED.finditer(block.text) if block.table is None else ():
        unsure = match["bare"] or match["told"] or match["begun"]
        if unsure and not _begins_list(block.text[match.end() :], scope.lexicon):
            continue
        last = sentence_end(scope, block, match.end())
        if match.group().endswith("("):
            last = block.text.find(")", match.end())
        listed = block.text.count(";", match.end(), last) > 1  # the parties themselves, their titles behind commas
        ends = _ATTENDED_ENDS.finditer(block.text, match.end(), last)
        yield match.end(), next((end.start() for end in ends if not (listed and end.group() == ";")), last)
    for match in _ALL_CAME.finditer(block.text) if block.table is None else ():
        yield match.span("who")
    lists = itertools.chain(_LIST_CAME.finditer(block.text), _ONLY_THEY.finditer(block.text))
    for match in lists if block.table is None else ():
        who = Span(*match.span("who"))
        named = list(mentions_in(scope, block.start + who.start, block.start + who.end, "attendee_prose"))
        if len(named) > 1 and all(is_named(seen) and not _TELLS.search(seen.mention.name) for seen in named):
            yield match.span("who")


def _begins_list(text: str, lexicon: Lexicon) -> bool:
    """Whether a party begins here: a capital, a count, an honorific or a known word ("dihadiri warga RT 03")."""
    honorific = patterns(lexicon).honorific.match(text)
    return text[:1].isupper() or text[:1].isdigit() or honorific is not None or opening_of(text, lexicon) is not None


def spoke(scope: Scope) -> list[Seen]:
    """Those who speak in the discussion: the attendees of minutes that tell of no attendance at all."""
    if logged := _in_chat(scope):
        return logged
    found: list[Seen] = []
    plain: list[Seen] = []
    for section in scope.sections.of(SectionKind.DISCUSSION):
        for block in section.blocks if not section.inline else ():
            found += _in_column(scope, block.table) if block.table else []
            place = _speaker(block) if block.table is None else None
            if holder := _holder(scope, block) or _with_office(scope, block):
                found.append(holder)
            elif place is not None:
                named = mentions_in(scope, block.start + place.start, block.start + place.end, "attendee_speaker")
                first = next(iter(merge_office(list(itertools.islice(named, 2)))), None)
                if first and _may_speak(first, scope.lexicon):
                    found.append(first)
                elif first and ":" not in block.text[: place.end + 2] and _is_plain_name(first, scope):
                    plain.append(first)
    held = {seen.mention.role for seen in found if seen.mention.kind is PartyKind.PERSON}
    found = [seen for seen in found if seen.mention.name not in held]  # "Ketua: ..." behind "Ketua (Rina): ..."
    names = {seen.mention.name for seen in plain}
    return sorted([*found, *(plain if len(names) >= _FEWEST_PLAIN else [])], key=lambda seen: seen.span.start)


def _holder(scope: Scope, block: Block) -> Seen | None:
    """Who speaks, where their office stands before the name ("Waka Kurikulum (Rina Sari, S.Pd.): ...")."""
    match = _HOLDER.match(block.text) if block.table is None else None
    if match is None or is_surely_name(match["office"], scope.lexicon):
        return None
    office, name = match["office"].strip(), Span(*match.span("name"))
    mention = parse_entry(block.text, scope.lexicon, name)
    if mention is None or mention.kind is not PartyKind.PERSON or not _FULL_NAME.match(mention.name):
        return None
    if kind_of(office, scope.lexicon) is PartyKind.PERSON and not is_surely_name(match["name"], scope.lexicon):
        return None  # "Rina (Balai Bahasa): ..."
    body = kind_of(office, scope.lexicon) is PartyKind.ORGANIZATION
    mention = replace(mention, organization=office) if body else replace(mention, role=office)
    return Seen(Span(block.start + mention.start, block.start + mention.end), mention, "attendee_speaker")


def _with_office(scope: Scope, block: Block) -> Seen | None:
    """Who speaks, where their office or body stands behind a full name."""
    match = _WITH_OFFICE.match(block.text) if block.table is None and block.kind != "item" else None
    if match is None or kind_of(match["office"], scope.lexicon) is PartyKind.PERSON:
        return None
    mention = parse_entry(block.text, scope.lexicon, Span(*match.span("who")))
    if mention is None or mention.kind is not PartyKind.PERSON or not (mention.role or mention.organization):
        return None
    if not (_FULL_NAME.match(mention.name) or is_unknown(mention.name, scope.language, scope.lexicon)):
        return None
    return Seen(Span(block.start + mention.start, block.start + mention.end), mention, "attendee_speaker")


def counted_only(scope: Scope) -> bool:
    """Whether the opening says how many came and nobody's name ("Hadir 12 dari 15 anggota")."""
    blocks = itertools.islice((block for section in scope.sections.sections for block in section.blocks), _OPENING)
    return any(block.table is None and _HOW_MANY.search(block.text) for block in blocks)


def _in_chat(scope: Scope) -> list[Seen]:
    """Those who write in minutes that are the log of a chat."""
    blocks = [block for section in scope.sections.sections for block in section.blocks if block.table is None]
    said = [(block.start, match) for block in blocks if (match := _SAID.match(block.text))]
    if len(said) < _FEWEST_SAID:
        return []
    found = []
    for start, match in said:
        at, end = match.span(match.lastgroup or 0)
        mention = parse_entry(match[match.lastgroup or 0], scope.lexicon)
        if mention is not None:
            found.append(Seen(Span(start + at, start + end), mention, "attendee_speaker"))
    return found


def _in_column(scope: Scope, grid: Grid) -> list[Seen]:
    """Those in the column of speakers of a table of what was said."""
    at = next((at for at, cell in enumerate(grid.rows[0]) if _SPEAKERS.fullmatch(cell.text.strip())), None)
    cells = [row[at] for row in grid.rows[1:] if not row[at].derived] if at is not None else []
    named = [cell for cell in cells if cell.text.strip() and scope.labels.words.kind(cell.text) is None]
    return [seen for cell in named for seen in mentions_in(scope, cell.start, cell.end, "attendee_speaker")]


def _speaker(block: Block) -> Span | None:
    """Where a block names who speaks: "Pak Darto: ...", "Sambutan Camat", "disampaikan oleh Rina"."""
    if match := _SPEECH.match(block.text):
        return Span(match.end(), len(block.text)) if len(block.text.split()) <= 8 else None
    if match := _SPOKEN_BY.search(block.text):
        end = _AFTER_SPEAKER.search(block.text, match.end())
        return Span(match.end(), end.start() if end else len(block.text))
    match = _BEFORE_SPEECH.match(block.text)
    return Span(*match.span("who")) if match else None


def _is_plain_name(seen: Seen, scope: Scope) -> bool:
    """Whether a mention is a name that neither an honorific nor a title marks."""
    name = seen.mention.name
    address = name in scope.lexicon.titles.honorifics
    return not address and _PLAIN_NAME.fullmatch(name) is not None and is_unknown(name, scope.language, scope.lexicon)


def _may_speak(seen: Seen, lexicon: Lexicon) -> bool:
    """Whether a mention is a person or the holder of an office."""
    office = is_role(seen.mention.name, lexicon)
    return office or seen.mention.honorific is not None or patterns(lexicon).title.match(seen.mention.name) is not None
