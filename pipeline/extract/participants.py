"""Who led, who took the notes, who was there and who was not.

- A label's value counts first, then prose ("dipimpin oleh ...", "bertindak sebagai notulis ..."), then the office in
  the attendance list ("fasilitator", "notulis"), then the signatures.
- Attendees come from tables, lists and fields; prose ("dihadiri oleh ...") only where there is none of them.
- The same person from several places is one, with all that is known.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notula.models.blocks import Block, Grid, GridCell, Span
from notula.models.minutes import PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.organizations import kind_of, split_role
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.people import PartyMention, parse_entry
from notula.pipeline.extract.scope import Scope
from notula.pipeline.structure.columns import Columns, read_columns
from notula.pipeline.text import fold, squeeze

_NAME_LABEL = re.compile(r"\s*(?:N\s*a\s*m\s*a|Name)\s*:\s*", re.IGNORECASE)
_OFFICE_LABEL = re.compile(r"\s*(?:J\s*a\s*b\s*a\s*t\s*a\s*n|Position)\s*:\s*", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:di ?pimpin|di ?pandu|di ?moderatori|di ?moderasi|memimpin rapat adalah)\s+(?:langsung\s+)?(?:rapat\s+)?(?:oleh\s+|:\s*)?(?:saudara\s+|sdr\.?\s+)?",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\b(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:pimpinan rapat|pemimpin rapat|ketua rapat|moderator|fasilitator|pimpinan sidang)\s+(?:adalah\s+)?",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"\b(?:(?:bertindak\s+)?(?:sebagai|selaku)\s+(?:notulis|notulen|pencatat|sekretaris rapat|penulis notula)|notulis(?!i)|notulensi oleh|pencatat(?: rapat)?)\s*(?:rapat\s+)?(?::|adalah|oleh|yaitu)?\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\s+(?:dan|serta|yang|dengan|sekaligus)?\s*|,\s*(?:dan\s+|serta\s+)?)(?:di ?hadiri|di ?buka|bertindak|notulis|pencatat|dimulai|dengan|pada pukul|pada hari|pukul|membahas|berlangsung|bertempat)\b"
    r"|[;\n]|\.\s*$|(?:,\s*)?\bdari\s+(?:sekretariat|dinas|bagian)\b",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\bdi ?hadiri\s+(?:pula\s+|juga\s+|langsung\s+)?oleh\s*:?\s*|(?:^|[\s,])(?:yang|yg) hadir(?:\s+(?:adalah|yaitu|antara lain))?\s*:?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_ATTENDED_ENDS = re.compile(
    r"\.\s*$|;|\s+(?:dg|dengan) (?:hasil|agenda|acara)|\s+(?:dalam rangka|untuk membahas|guna)\b|\s+berhalangan\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\s+(?:tidak|belum|tdk)\s+(?:dapat\s+|bisa\s+|sempat\s+)?(?:ikut\s+)?hadir\b|\s+berhalangan(?:\s+hadir)?\b|\s+(?:izin|ijin) tidak hadir\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:v|√|✓|✔|x?hadir|h|ya|yes|present|ok|1)\W*", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?:-|–|x|✗|✘|tidak.*|tdk.*|izin.*|ijin.*|sakit.*|alpa.*|a|i|s|absen.*|cuti.*|th)\W*", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:terlampir|tercatat|dilampirkan|sesuai daftar|daftar hadir)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\t+[-–•]\s*(?:\t+|(?=\S))")
_COUNT = re.compile(r"\W*(?:\d+|[-–])\s*\(?(?:\w+ ?){0,3}\)?\s*(?:orang|org|peserta|anggota)\b", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:sedang|karena|dan lain|tidak|belum|sudah|total|jumlah)\b")
_CHAIR_ROLE = re.compile(
    r"\b(?:fasilitator|moderator|pimpinan rapat|pemimpin rapat|ketua rapat|pemandu|chair)\b", re.IGNORECASE
)
_NOTE_ROLE = re.compile(r"\b(?:notulis|notulen|pencatat|note ?taker)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A party in the minutes: its span in the canonical text, how it was read, and the rule that found it."""

    span: Span
    mention: PartyMention
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Participants:
    """Everybody the minutes name as taking part."""

    chair: tuple[Seen, ...]
    note_taker: tuple[Seen, ...]
    attendees: tuple[Seen, ...]
    absent: tuple[Seen, ...]


def find_participants(scope: Scope) -> Participants:
    """The chair, the note-taker, the attendees and the absentees."""
    present, missing = _Attendance(scope).read()
    chair = (
        _labelled(scope, "chair")
        or _from_prose(scope, (_LED, _LED_BY), "chair_prose")
        or _by_role(present, _CHAIR_ROLE, "chair_role")
    )
    notes = (
        _labelled(scope, "note_taker")
        or _from_prose(scope, (_NOTED,), "note_taker_prose")
        or _by_role(present, _NOTE_ROLE, "note_taker_role")
    )
    notes = notes or _signed(scope, _NOTE_ROLE, "note_taker_signature")
    return Participants(tuple(chair), tuple(notes), tuple(present), tuple(missing))


# chair and note-taker


def _labelled(scope: Scope, field: str) -> list[Seen]:
    for section in scope.field(field):
        blocks = [block for block in section.blocks if block.table is None and not _OFFICE_LABEL.match(block.text)]
        if not blocks:
            continue
        block = blocks[0]
        label = _NAME_LABEL.match(block.text)
        start = label.end() if label else 0
        office = re.search(r"\s+(?:selaku|sebagai)\s", block.text)
        end = block.start + office.start() if office else block.end
        found = list(_mentions(scope, block.start + start, end, f"{field}_label", 0.95))
        if found:
            return merge_office(found[:3])
    return []


def _from_prose(scope: Scope, patterns: Iterable["re.Pattern[str]"], rule: str) -> list[Seen]:
    for section in scope.sections.sections[:40]:
        if section.kind not in (SectionKind.HEADER, SectionKind.DISCUSSION, SectionKind.ATTENDEES, SectionKind.OTHER):
            continue
        for block in [*([section.heading] if section.heading and not section.inline else []), *section.blocks[:4]]:
            for pattern in patterns:
                match = pattern.search(block.text) if block.table is None else None
                if match is None:
                    continue
                last = sentence_end(scope, block, match.end())
                end = _ENDS.search(block.text, match.end(), last)
                stop = end.start() if end else last
                found = merge_office(list(_mentions(scope, block.start + match.end(), block.start + stop, rule, 0.85)))
                found = [seen for seen in found if len(seen.mention.name.split()) <= 10][:1]
                if found:
                    return found
    return []


def sentence_end(scope: Scope, block: Block, offset: int) -> int:
    """Where the sentence that holds an offset of a block ends, as an offset into the block."""
    ends = (span.end - block.start for span in scope.sentences(block))
    return next((end for end in ends if end > offset), len(block.text))


def merge_office(found: list[Seen]) -> list[Seen]:
    """An office and the person named right beside it are one party ("Deputi Bidang X, Dr. Y"; "Drs. Y/Kabag X")."""
    if len(found) == 2 and found[0].mention.kind is PartyKind.GROUP and found[1].mention.kind is PartyKind.PERSON:
        office, person = found
        mention = replace(person.mention, role=person.mention.role or office.mention.name)
        return [replace(person, mention=mention)]
    if len(found) == 2 and found[0].mention.kind is PartyKind.PERSON and found[1].mention.kind is PartyKind.GROUP:
        person, office = found
        return [replace(person, mention=replace(person.mention, role=person.mention.role or office.mention.name))]
    return found


def _by_role(present: list[Seen], role: "re.Pattern[str]", rule: str) -> list[Seen]:
    return [
        replace(seen, rule=rule, confidence=0.85)
        for seen in present
        if seen.mention.role and role.search(seen.mention.role)
    ][:1]


def _signed(scope: Scope, role: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The name under an office in the signatures, where they stand in one column."""
    for section in scope.sections.of(SectionKind.SIGNATURE):
        text = " ".join(block.text for block in section.blocks)
        if "\t" in text:
            continue
        for at, block in enumerate(section.blocks):
            match = role.search(block.text)
            if match is None:
                continue
            places = [(block.start + match.end(), block.end), *((b.start, b.end) for b in section.blocks[at + 1 :])]
            for start, end in places:
                raw = scope.document.text[start:end].lstrip(" ,\n:")
                line = raw.split("\n", 1)[0].strip()
                begin = scope.document.text.index(line, start) if line else start
                mention = parse_entry(line, scope.lexicon) if re.match(r"[A-Z]", line) else None
                if mention is not None and mention.kind is PartyKind.PERSON and 1 < len(mention.name.split()) <= 8:
                    return [Seen(Span(begin + mention.start, begin + mention.end), mention, rule, 0.8)]
    return []


def _mentions(scope: Scope, start: int, end: int, rule: str, confidence: float) -> Iterator[Seen]:
    text = scope.document.text[start:end].replace("\n", " ")
    for mention in parse_parties(text, scope.lexicon):
        if is_name(mention.name) and not mention.absent:
            yield Seen(Span(start + mention.start, start + mention.end), mention, rule, confidence)


def is_name(text: str) -> bool:
    """Whether a text can name a party: letters, and no count ("25 orang")."""
    return re.search(r"[^\W\d_]{2}|^[A-Z]\b", text) is not None and not _COUNT.match(text) and not _NO_NAME.match(text)


# attendance


class _Attendance:
    """Reads attendees and absentees."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._present: list[Seen] = []
        self._missing: list[Seen] = []

    def read(self) -> tuple[list[Seen], list[Seen]]:
        """Those present and those missing, each once."""
        for section in self._scope.sections.of(SectionKind.ATTENDEES, SectionKind.ABSENT):
            if section.kind is SectionKind.ABSENT or not self._is_invited(section):
                self._section(section)
        if not self._present:
            self._prose()
        self._missed()
        missing = merge_same(self._missing, self._scope)
        away = {self._key(seen) for seen in missing}
        return [seen for seen in merge_same(self._present, self._scope) if self._key(seen) not in away], missing

    def _is_invited(self, section: Section) -> bool:
        return False

    def _key(self, seen: Seen) -> str:
        return fold(bare_name(seen.mention.name, self._scope.lexicon))

    def _section(self, section: Section) -> None:
        into = self._missing if section.kind is SectionKind.ABSENT else self._present
        group: Block | None = None
        blocks = section.blocks
        for at, block in enumerate(blocks):
            if block.table is not None:
                self._table(block.table, into)
                continue
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if (
                block.kind != "item"
                and following is not None
                and following.kind == "item"
                and len(block.text.split()) <= 12
            ):
                group = block if not re.search(r"\bhadir\b", fold(block.text)) else None
                continue
            if (
                block.kind == "item"
                and following is not None
                and following.kind == "item"
                and following.level > block.level
                and len(block.text.split()) <= 12
            ):
                group = block if not re.search(r"\bhadir\b", fold(block.text)) else None
                continue
            missed = _MISSED.search(block.text)
            if missed:
                self._absentee(block, 0, missed.start())
                continue
            self._block(block, group if block.kind == "item" else None, into)

    def _block(self, block: Block, group: Block | None, into: list[Seen]) -> None:
        if _NOBODY.search(block.text) and len(block.text.split()) <= 12:
            return
        for start, end in self._stretches(block):
            joined = _SEPARATOR.sub(
                lambda match: ";" * len(match.group()), self._scope.document.text[start:end].replace("\n", " ")
            )
            for mention in parse_parties(joined, self._scope.lexicon):
                if is_name(mention.name):
                    seen = Seen(
                        Span(start + mention.start, start + mention.end),
                        self._in_group(mention, group),
                        "attendee_list",
                        0.93,
                    )
                    (self._missing if mention.absent else into).append(seen)

    def _stretches(self, block: Block) -> list[Span]:
        """The block cut at its soft breaks, but for those after a comma: lines that list parties of their own."""
        cuts = [block.start]
        for placed in block.lines[1:]:
            before = self._scope.document.text[cuts[-1] : placed.start].rstrip()
            if placed.line.continues and placed.start > block.start and not before.endswith(","):
                cuts.append(placed.start)
        return [Span(start, end) for start, end in zip(cuts, [*cuts[1:], block.end], strict=True)]

    def _in_group(self, mention: PartyMention, group: Block | None) -> PartyMention:
        """The mention with the organisation (or the role) that its group's heading names."""
        if group is None:
            return mention
        heading = squeeze(group.text).strip(" :")
        if self._scope.labels.coverage(heading) >= 1 or re.search(
            r"\b(?:y ?a ?i ?t ?u|yakni|sbb|berikut)\b", fold(heading)
        ):
            return mention
        if kind_of(heading, self._scope.lexicon) is PartyKind.ORGANIZATION:
            return mention if mention.organization else replace(mention, organization=heading)
        return mention if mention.role else replace(mention, role=heading)

    def _table(self, grid: Grid, into: list[Seen]) -> None:
        columns = read_columns(grid, self._scope.lexicon)
        if columns is None or columns.at("name") is None:
            self._plain_table(grid, into)
            return
        group: str | None = None
        for row in grid.rows[columns.header :]:
            if (heading := self._group_row(row)) is not None:
                group = heading
                continue
            for name in columns.all("name"):
                self._row(row, name, columns, into, group)

    def _group_row(self, row: tuple[GridCell, ...]) -> str | None:
        """The organisation that a row of one merged cell names over the rows under it."""
        filled = [cell for cell in row if cell.text.strip() and not cell.derived]
        if len(filled) != 1 or sum(cell.derived for cell in row) < len(row) - 1 or len(row) < 2:
            return None
        text = re.sub(r"^\W*(?:[A-Z]|[IVX]+|\d+)[.)]\s*", "", squeeze(filled[0].text)).strip(" :")
        return text if kind_of(text, self._scope.lexicon) is not PartyKind.PERSON else None

    def _plain_table(self, grid: Grid, into: list[Seen]) -> None:
        """A table without titles: each row is one entry."""
        for row in grid.rows:
            cells = [
                cell
                for cell in row
                if cell.text.strip(" :\t.") and not cell.derived and not re.fullmatch(r"\s*\d+\s*\.?\s*", cell.text)
            ]
            if not cells or not cells[0].blocks:
                continue
            if len(cells) == 1:
                for block in cells[0].blocks:
                    self._block(block, None, into)
                continue
            mention = parse_entry(squeeze(cells[0].text), self._scope.lexicon)
            if mention is not None:
                self._entry(cells[0], cells[1] if len(cells) > 1 else None, None, into)

    def _row(self, row: tuple[GridCell, ...], name: int, columns: Columns, into: list[Seen], group: str | None) -> None:
        if not re.search(r"[^\W\d_]{2}", row[name].text) or row[name].derived:
            return
        nexts = [other for other in columns.all("name") if other > name]
        stop = nexts[0] if nexts else len(row)
        at = {
            role: row[column]
            for column, role in columns.roles.items()
            if name < column < stop or (column < name and not nexts and len(columns.all("name")) == 1)
        }
        attendance = at.get("attendance")
        if attendance is not None:
            said = squeeze(attendance.text)
            remark = at.get("remark")
            if _ABSENT.fullmatch(said) or (
                not said and remark is not None and re.search(r"\b(?:izin|ijin|sakit|alpa|cuti)\b", fold(remark.text))
            ):
                into = self._missing
            elif not said and any(_PRESENT.fullmatch(squeeze(cell.text)) for cell in row if cell is not row[name]):
                into = self._present
        self._entry(row[name], at.get("role"), at.get("organization"), into, group)

    def _entry(
        self,
        name: GridCell,
        role: GridCell | None,
        organization: GridCell | None,
        into: list[Seen],
        group: str | None = None,
    ) -> None:
        text = name.text
        mention = parse_entry(text, self._scope.lexicon)
        if mention is None or not name.text.strip():
            return
        if role is not None and (said := squeeze(role.text).strip(" :-")):
            parts = split_role(said, self._scope.lexicon)
            mention = replace(
                mention,
                role=said[slice(*parts.role)] if parts.role else mention.role,
                organization=said[slice(*parts.organization)] if parts.organization else mention.organization,
            )
        if organization is not None and (said := squeeze(organization.text).strip(" :-")):
            mention = replace(mention, organization=said)
        if group is not None and mention.organization is None:
            mention = replace(mention, organization=group)
        into.append(Seen(Span(name.start + mention.start, name.start + mention.end), mention, "attendee_table", 0.96))

    def _prose(self) -> None:
        for section in self._scope.sections.sections[:12]:
            for block in section.blocks[:4]:
                if block.table is not None:
                    continue
                match = _ATTENDED.search(block.text)
                if match is None:
                    continue
                last = sentence_end(self._scope, block, match.end())
                end = _ATTENDED_ENDS.search(block.text, match.end(), last)
                stop = end.start() if end else last
                self._present.extend(
                    _mentions(self._scope, block.start + match.end(), block.start + stop, "attendee_prose", 0.85)
                )
                if self._present:
                    return

    def _missed(self) -> None:
        """Those whom prose in the header says to be missing."""
        if self._missing:
            return
        for section in self._scope.sections.sections[:10]:
            for block in section.blocks[:6]:
                if block.table is not None or section.kind is SectionKind.ATTENDEES:
                    continue
                for span in self._scope.sentences(block):
                    text = self._scope.document.text[span.start : span.end].replace("\n", " ")
                    match = _MISSED.search(text)
                    if match and len(text[: match.start()].split()) <= 10:
                        self._absentee(block, span.start - block.start, span.start - block.start + match.start())

    def _absentee(self, block: Block, start: int, end: int) -> None:
        text = block.text[start:end]
        for mention in parse_parties(text, self._scope.lexicon):
            self._missing.append(
                Seen(
                    Span(block.start + start + mention.start, block.start + start + mention.end),
                    mention,
                    "absent_prose",
                    0.85,
                )
            )


def merge_same(seen: list[Seen], scope: Scope) -> list[Seen]:
    """Each party once; what a later mention adds (role, organisation) goes to the first."""
    kept: dict[str, Seen] = {}
    for each in seen:
        name = fold(bare_name(each.mention.name, scope.lexicon)) or fold(each.mention.name)
        first = kept.get(name)
        if first is None:
            kept[name] = each
            continue
        mention = first.mention
        kept[name] = replace(
            first,
            mention=replace(
                mention,
                role=mention.role or each.mention.role,
                organization=mention.organization or each.mention.organization,
            ),
        )
    return list(kept.values())
