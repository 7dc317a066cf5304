"""Who led the meeting and who took its notes.

The first rule that finds somebody counts:

- a label's value; for the note-taker also a label of notes ("Notes: Rina") that holds nothing but an attendee;
- prose ("dipimpin oleh ...", "dicatat ..."), for the note-taker at the end of the minutes too; the words for an office
  behind a name ("Pak Galih selaku pemimpin rapat"); an attendee who acts ("Rina mimpin rapat");
- the office in the attendance list ("moderator", "notulis");
- who opened the meeting, where the attendance list calls them the head;
- the signatures: the name under "Notulis," or "Pimpinan Rapat,", or beside it in the same column.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.seen import Seen, is_named, key_of, mentions_in, merge_office, sentence_end
from notula.pipeline.text import fold

_MODERATOR = re.compile(r"\W*moderator\b", re.IGNORECASE)  # leads beside whoever opens and closes
_NAME_LABEL = re.compile(r"\s*(?:N\s*a\s*m\s*a|Name)\s*:\s*", re.IGNORECASE)
_OFFICE_LABEL = re.compile(r"\s*(?:J\s*a\s*b\s*a\s*t\s*a\s*n|Position)\s*:\s*", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:di ?pimpin|di ?pandu|di ?moderatori|di ?moderasi|memimpin rapat adalah"
    r"|(?:yang|yg) (?:me)?mimpin(?: rapat)?|(?:yang|yg) (?:me)?mandu"
    r"|(?:fasilitator|moderator|pemandu|pemimpin|pimpinan)(?: (?:diskusi|rapat|pertemuan|forum|sidang))? adalah)\s*"
    r"(?:langsung\s+)?(?:rapat\s+)?(?:oleh\s+|:\s*)?(?:saudara\s+|sdr\.?\s+)?",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:bertindak\s+)?(?:sebagai|selaku)\s+"
    r"(?:pimpinan rapat|pemimpin rapat|ketua rapat|moderator|fasilitator|pimpinan sidang)\s+(?:adalah\s+)?"
    r"(?!(?-i:me[mn]\w{3,}))",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"\b(?:(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat|sekretaris rapat|penulis notula)"
    r"|(?:dengan |dan )?sekretaris (?:rapat|sidang)(?=\s*:|\s+(?:adalah\s+)?(?-i:[A-Z]))"
    r"|notulis(?!i)|(?<=[,;]\s)notulen(?!\s+rapat)|notulensi oleh|pencatat(?: rapat)?)\s*(?:rapat\s+)?"
    r"(?::|adalah|oleh|yaitu)?\s+",
    re.IGNORECASE,
)
_NOTED_BY = re.compile(
    r"\b(?:di ?(?:catat|notulensi|notulen)(?:kan|i)?\s+(?:oleh\s+)?"
    r"|(?:risalah|notula|notulen|notulensi|catatan)(?:\s+(?:rapat|ini))?\s+di ?(?:buat|susun|tulis)\s+oleh\s+"
    r"|(?:yang|yg)\s+(?:me)?(?:ncatat|nyatat|nyatet|nulis(?: notula| notulen)?)\s*:?\s*"
    r"(?:(?:saya|sy|aku)\s+(?:sendiri\b)?[\s,]*)?)(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_AS_CHAIR = re.compile(
    r",?\s+(?:yang\s+)?(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:(?:pimpinan|pemimpin|ketua|pemandu)\s+"
    r"(?:rapat|sidang|musyawarah|pertemuan|diskusi)|moderator|fasilitator|pemandu)\s*"
    r"(?:[.,;]|$|(?:dan|serta|lalu|kemudian|di|m(?:em|en|eng|eny)\w{3,})\b)",
    re.IGNORECASE,
)
_AS_NOTE_TAKER = re.compile(
    r",?\s+(?:yang\s+)?(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat|sekretaris rapat)"
    r"(?:\s+rapat)?\s*(?:[.,;]|$|(?:dan|serta|lalu|kemudian|m(?:em|en|eng|eny)\w{3,})\b)",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"(?:^|\.\s+)di ?tulis\s+oleh\s*:?\s+(?=(?-i:[A-Z]))", re.IGNORECASE)  # at the end only
_CLAUSE = re.compile(r"[;:]\s*|(?<=\w\w)\.\s+|\b(?:oleh|dan|serta|adalah|dengan)\s+|,\s+(?!S\.|M\.|S[A-Z]|M[A-Z])")
_ENDS = re.compile(
    r"(?:\s+(?:dan|serta|yang|dengan|sekaligus)?\s*|,\s*(?:dan\s+|serta\s+)?)"
    r"(?:di ?hadiri|di ?ikuti|di ?buka|di ?tutup|di ?akhiri|di ?catat|di ?pandu|bertindak|notulis|pencatat|dimulai"
    r"|mulai|dengan|pada pukul|pada hari|pukul|jam"
    r"|membahas|berlangsung|bertempat|di (?:ruang|rr?\.|aula|kantor|rumah|balai|gedung|hotel|lantai|pendopo))(?!\w)"
    r"|,\s*(?:yang|yg|sing|nu)\s|[;\n]|\.\s*$|(?<=\w{3})\.\s+(?-i:(?=[a-z]{3}))|(?:,\s*)?\bdari\s+(?:sekretariat|dinas|bagian)\b",
    re.IGNORECASE,
)
_CHAIR_ROLE = re.compile(
    r"\b(?:fasilitator|moderator|(?:pimpinan|pemimpin|ketua) (?:rapat|sidang)|pemandu|chair|(?:me)?[mp]impin"
    r"(?: rapat)?)\b",
    re.IGNORECASE,
)
_NOTE_ROLE = re.compile(r"\b(?:notulis|notulen|pencatat|note ?taker|(?:me)?(?:n?catat|nyatat|nyatet))\b", re.IGNORECASE)
_HEAD_ROLE = re.compile(r"(?:ketua|koordinator|pimpinan)\b", re.IGNORECASE)
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
_SIGNED = re.compile(
    r"\s*(?:(?:yang|yg|sing|nu)\s+)?(?:(?:me)?(?:ncatat|nulis)|nyatat|nyatet|nyathet"
    r"|(?:mem|pem)buat (?:notulen|notula|notulensi|risalah|catatan)"
    r"|notulis|notulen|pencatat|sekretaris rapat|penulis(?: (?:notula|notulen|risalah))?|note ?taker)"
    r"(?:\s+rapat)?\s*(?:[,:.]\s*|$)",
    re.IGNORECASE,
)
_SIGNED_CHAIR = re.compile(
    r"\s*(?:selaku\s+)?(?:(?:pimpinan|pemimpin|ketua|pemandu)\s+(?:rapat|sidang|musyawarah|pertemuan|diskusi)"
    r"|moderator|chair(?:man|person)?)\s*(?:[,:.]\s*|$)",
    re.IGNORECASE,
)
# Another office on the line of a label ("Pimpinan rapat Pak Sukardi, notulis Bu Ratna").
_OTHER_OFFICE = re.compile(
    r"(?:[,;]\s*(?:dan\s+)?|\s+(?:dan|serta)\s+)(?:notulis|notulen|pencatat|sekretaris rapat|moderator"
    r"|pimpinan rapat)\s*:?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_OVER = re.compile(r"(?<=\w{3})\.\s+(?=[a-z]{3})")  # "ayu. disalin dari grup"
_LAST_BLOCKS, _MOST_SIGNED_ROWS = 8, 3
_ENDING = (SectionKind.SIGNATURE, SectionKind.CLOSING)
_PROSE = (SectionKind.HEADER, SectionKind.DISCUSSION, SectionKind.ATTENDEES, SectionKind.OTHER)


def find_chair(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who led the meeting; empty where the minutes do not say."""
    return (
        _labelled(scope, "chair")
        or _from_prose(scope, (_LED, _LED_BY), "chair_prose")
        or _holders(_told_as(scope, _AS_CHAIR, "chair_prose"), present)
        or _acting(scope, present, _LEADS, "chair_prose")
        or _by_role(present, _CHAIR_ROLE, "chair_role")
        or _opened_by(scope, present)
        or _signed(scope, present, _SIGNED_CHAIR, "chair_signature")
    )


def find_note_taker(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who took the notes; empty where the minutes do not say."""
    return (
        _labelled(scope, "note_taker")
        or _noted_label(scope, present)
        or _from_prose(scope, (_NOTED, _NOTED_BY), "note_taker_prose")
        or _told_as(scope, _AS_NOTE_TAKER, "note_taker_prose")
        or _acting(scope, present, _WRITES, "note_taker_prose")
        or _by_role(present, _NOTE_ROLE, "note_taker_role")
        or _signed(scope, present, _SIGNED, "note_taker_signature")
        or _from_end(scope)
    )


def _labelled(scope: Scope, field: str) -> list[Seen]:
    found: list[Seen] = []
    for section in sorted(scope.field(field), key=_is_secretary):
        if found and not (section.heading and _MODERATOR.match(section.heading.text)):
            continue
        blocks = [block for block in section.blocks if block.table is None and not _OFFICE_LABEL.match(block.text)]
        if not blocks:
            continue
        block = blocks[0]
        if word_pattern(scope.lexicon.cues.meeting).match(block.text):
            continue  # "Notulen: Rapat Warga Blok C"
        label = _NAME_LABEL.match(block.text)
        start = label.end() if label else 0
        office = re.search(r"\s+(?:selaku|sebagai)\s", block.text)
        other = _OTHER_OFFICE.search(block.text, start)
        over = _OVER.search(block.text, start)
        end = block.start + min([match.start() for match in (office, other, over) if match] or [len(block.text)])
        found += merge_office(list(mentions_in(scope, block.start + start, end, f"{field}_label"))[:3])
        for more in blocks[1:3] if block.kind == "item" else ():
            found += merge_office(list(mentions_in(scope, more.start, more.end, f"{field}_label"))[:1])
    return found


def _is_secretary(section: Section) -> bool:
    """Whether a label names the secretary, who counts only where no other label names who wrote."""
    return section.heading is not None and re.match(r"\W*sekretaris\b", section.heading.text, re.IGNORECASE) is not None


def _noted_label(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The attendee who alone stands behind a label for notes ("Notes: Rina")."""
    known = {key_of(seen, scope.lexicon) for seen in present if seen.mention.kind is PartyKind.PERSON}
    for section in scope.sections.sections[:12]:
        if not section.inline or section.kind is not SectionKind.DISCUSSION or len(section.blocks) != 1:
            continue
        block = section.blocks[0]
        found = list(mentions_in(scope, block.start, block.end, "note_taker_label"))
        if len(found) == 1 and _is_among(key_of(found[0], scope.lexicon), known):
            return found
    return []


def _is_among(name: str, known: set[str]) -> bool:
    """Whether one of the known people has this name, or one alone has it as a part of theirs."""
    words = set(name.split())
    return name in known or sum(words <= set(each.split()) for each in known) == 1


def _from_prose(scope: Scope, patterns: Iterable["re.Pattern[str]"], rule: str) -> list[Seen]:
    for section in scope.sections.sections[:40]:
        if section.kind not in _PROSE:
            continue
        heading = [section.heading] if section.heading and not section.inline else []
        for block in [*heading, *section.blocks[:6]]:
            for pattern in patterns:
                if found := _named_in(scope, block, pattern, rule):
                    return found
    return []


def _told_as(scope: Scope, office: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The party before the words for an office ("oleh Pak Galih selaku pemimpin rapat")."""
    for section in scope.sections.sections[:12]:
        if section.kind not in _PROSE:
            continue
        for block in section.blocks[:4]:
            match = office.search(block.text) if block.table is None else None
            if match is None:
                continue
            clause = [cut.end() for cut in _CLAUSE.finditer(block.text, 0, match.start())]
            start = clause[-1] if clause else 0
            found = merge_office(list(mentions_in(scope, block.start + start, block.start + match.start(), rule)))
            if named := [seen for seen in found if is_named(seen)]:
                return named[-1:]
    return []


def _holders(found: list[Seen], present: list[Seen]) -> list[Seen]:
    """The attendee who alone holds the office that leads ("Ketua Jemaat selaku pimpinan rapat"), or the office."""
    if len(found) != 1 or found[0].mention.kind is not PartyKind.GROUP:
        return found
    office = fold(found[0].mention.name)
    holders = [seen for seen in present if seen.mention.role and fold(seen.mention.role) == office]
    return [replace(holders[0], rule=found[0].rule)] if len(holders) == 1 else found


def _from_end(scope: Scope) -> list[Seen]:
    """The note-taker whom a sentence at the end names ("Yang mencatat: Rina")."""
    for block, _ in _last_blocks(scope):
        for pattern in (_NOTED_BY, _NOTED, _WRITTEN):
            if found := _named_in(scope, block, pattern, "note_taker_closing"):
                return found
    return []


def _named_in(scope: Scope, block: Block, pattern: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The party that stands behind a pattern in a block."""
    match = pattern.search(block.text) if block.table is None else None
    if match is None:
        return []
    last = sentence_end(scope, block, match.end())
    end = _ENDS.search(block.text, match.end(), last)
    stop = end.start() if end else last
    found = merge_office(list(mentions_in(scope, block.start + match.end(), block.start + stop, rule)))
    return [seen for seen in found if len(seen.mention.name.split()) <= 10][:1]


def _by_role(present: list[Seen], role: "re.Pattern[str]", rule: str) -> list[Seen]:
    return [replace(seen, rule=rule) for seen in present if seen.mention.role and role.search(seen.mention.role)][:1]


def _opened_by(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The head among the attendees, where a sentence at the beginning says that they opened the meeting."""
    heads = [seen for seen in present if seen.mention.role and _HEAD_ROLE.match(seen.mention.role)]
    for section in scope.sections.sections[:6] if heads else ():
        for block in section.blocks[:3]:
            for seen in heads:
                first = re.escape(seen.mention.name.split()[0])
                opened = re.match(rf"(?:\w+\.?\s+)?{first}\b(?:\s+[A-Z]\w+)*", block.text)
                if opened and _OPENS.match(block.text, opened.end()):
                    return [replace(seen, rule="chair_opened")]
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


# signatures


def _last_blocks(scope: Scope) -> list[tuple[Block, bool]]:
    """The last blocks of the minutes, each with whether it stands among signatures or closing words.

    The cells of a table are blocks of their own.
    """
    sections = scope.sections.of(SectionKind.SIGNATURE)
    last = [section for section in scope.sections.sections[-3:] if section.kind is not SectionKind.HEADER]
    found = [(block, True) for section in sections for block in section.blocks]
    found += [
        (block, section.kind in _ENDING or _is_signed(scope, block))
        for section in last
        for block in section.blocks[-_LAST_BLOCKS:]
    ]
    return [(inner, signs) for block, signs in found for inner in _inner(block)]


def _is_signed(scope: Scope, block: Block) -> bool:
    """Whether a block is a small table of signatures: several cells that begin with an office of the meeting."""
    if block.table is None or len(block.table.rows) > _MOST_SIGNED_ROWS:
        return False
    cells = [scope.document.text[cell.start : cell.end].strip() for row in block.table.rows for cell in row]
    first = [cell.split("\n", 1)[0] for cell in cells]
    return sum(bool(_SIGNED.match(line) or _SIGNED_CHAIR.match(line)) for line in first) > 1


def _inner(block: Block) -> Iterator[Block]:
    if block.table is None:
        yield block
        return
    if len(block.table.rows) > 6:  # A table of signatures is small.
        return
    for column in zip(*block.table.rows, strict=False):
        for cell in column:
            if not cell.derived:
                for inner in cell.blocks:
                    yield from _inner(inner)


def _signed(scope: Scope, present: list[Seen], signed: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The name that follows an office in the signatures; a name of one word must be an attendee's."""
    known = {key_of(seen, scope.lexicon) for seen in present}
    lines = [(span, line, signs) for block, signs in _last_blocks(scope) for span, line in _lines(scope, block)]
    for at, (span, line, signs) in enumerate(lines):
        columns = line.split("\t")
        for column, title in enumerate(columns):
            office = signed.match(title)
            if office is None:
                continue
            start = span.start + sum(len(each) + 1 for each in columns[:column])
            behind = [Span(start + office.end(), start + len(title))] if title[office.end() :].strip() else []
            later = [each for each in lines[at + 1 : at + 8] if each[0].start > span.start]
            for place in behind or _below(later, column, len(columns)):
                if same := [each for each in present if fold(each.mention.name) == fold(scope.text(*place))]:
                    return [replace(same[0], rule=rule)]  # "MUJIATI" alone would be no name
                seen = _signature(scope, place, rule)
                apart = signs or "," in office.group() or len(columns) > 1
                sure = " " in seen.mention.name and apart if seen else False
                if seen and (sure or key_of(seen, scope.lexicon) in known):
                    return [seen]
    return []


def _lines(scope: Scope, block: Block) -> Iterator[tuple[Span, str]]:
    """The lines of a block with where they stand."""
    start = block.start
    for line in scope.document.text[block.start : block.end].split("\n"):
        yield Span(start, start + len(line)), line
        start += len(line) + 1


def _below(lines: list[tuple[Span, str, bool]], column: int, columns: int) -> Iterator[Span]:
    """What stands under a column: in lines with as many columns, or under the only one."""
    for span, line, _ in lines:
        cells = line.split("\t")
        if len(cells) == columns:
            start = span.start + sum(len(cell) + 1 for cell in cells[:column])
            yield Span(start, start + len(cells[column]))


def _signature(scope: Scope, place: Span, rule: str) -> Seen | None:
    """The person who signs at a place; None where the line is something else (place and date, a number, a document)."""
    text = scope.document.text[place.start : place.end].strip(" \t()_")
    meeting = word_pattern(scope.lexicon.cues.meeting, scope.lexicon.cues.genre)
    if not re.match(r"[A-Z]", text) or any(ch.isdigit() for ch in text) or meeting.search(text):
        return None
    if any(word.islower() and word not in scope.lexicon.titles.particles for word in text.split()):
        return None
    start = scope.document.text.index(text, place.start)
    mention = parse_entry(text, scope.lexicon)
    if mention is None or mention.kind is not PartyKind.PERSON or len(mention.name.split()) > 8:
        return None
    return Seen(Span(start + mention.start, start + mention.end), mention, rule)
