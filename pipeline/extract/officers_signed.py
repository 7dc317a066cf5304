"""The chair and the note-taker as signatures name them: under "Notulis," or "Pimpinan Rapat,", or beside it."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.seen import Seen, key_of
from notula.pipeline.structure.closing import signs as signs_line
from notula.pipeline.text import fold

_AS_SIGNING = r"(?:(?:selaku|paraf|ttd\.?|tanda tangan)\s+)?"
_NUMBER = r"(?:\s+(?:I{1,3}|[1-3])\b)?"  # "Notulis II": one of several
_NOTE_TAKER = re.compile(
    rf"\s*{_AS_SIGNING}(?:(?:yang|yg|sing|nu)\s+)?(?:(?:me)?(?:ncatat|nulis)|nyatat|nyatet|nyathet"
    r"|(?:(?:mem|pem)buat|(?:men|pen)yusun|perangkum|penulis|pengetik|yang mencatat) "
    r"(?:notulen|notula|notulensi|risalah|catatan|ringkasan|rangkuman|resume|laporan(?: singkat)?)"
    r"|notulis|notulen|pencatat|peresume|perangkum|sekretaris rapat|di ?(?:catat|tulis)(?: oleh)?|disusun oleh"
    r"|penulis(?: (?:notula|notulen|risalah))?|note ?taker)"
    rf"(?:\s+(?:rapat|ini))?{_NUMBER}\s*(?:[,:.)]\s*|$)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{3,60})\)\s*")
_CHAIR = re.compile(
    rf"\s*{_AS_SIGNING}(?:(?:pimpinan|pemimpin|ketua|pemandu)\s+"
    r"(?:rapat|sidang|musyawarah|pertemuan|diskusi|forum|perundingan|rembu[gk])"
    r"|(?:yang|yg|sing)\s+(?:me)?(?:mimpin|mandu)(?:\s+(?:rapat|sidang|musyawarah|pertemuan))?|di ?pimpin oleh"
    rf"|moderator|chair(?:man|person)?|pimpinan(?=\s*:)){_NUMBER}\s*(?:[,:.)]\s*|$)",
    re.IGNORECASE,
)
# Who signs beside the chair counts where nobody else is told to have written ("Sekretaris,", "Sekretaris Panitia,").
_SECRETARY = re.compile(
    r"\s*sekretaris(?:\s+(?:senat|panitia|komite|komisi|tim|forum|sidang|rapat|pengurus|majelis|dewan))?\s*,\s*$",
    re.IGNORECASE,
)
# Before the office of the meeting, behind the one that its holder has else: "Ketua Yayasan/Pimpinan Rapat".
_OF_MEETING = re.compile(r"/\s*|\(|\bselaku\s+", re.IGNORECASE)
_TO_SIGN = re.compile(r"[\W_]*\(?(?:ttd|tanda ?tangan|tertanda|me?aterai|paraf)?[\W_]*", re.IGNORECASE)  # over a name
# Over a name whose office stands below it.
_SIGNS_OVER = re.compile(
    r"[\W_]*(?:(?:di(?:catat|tulis|buat|susun|setujui|ketahui)|mengetahui|menyetujui|ttd|tertanda|hormat kami|salam)"
    r"(?:\s+oleh)?)[\W_]*",
    re.IGNORECASE,
)
# "2. Afrizal (penulis risalah)   (..........)", "Rina Sari, notulis": the office behind the name.
_BESIDE_NAME = re.compile(
    r"[\W_]*(?:\d{1,2}[.)]\s*)?(?:[^\W\d_][\w ]{2,20}\s*:\s*)?(?P<who>[^\W\d_][^;:()\t]{1,60}?) *"
    r"(?:\((?P<bracketed>[^()]{3,40})\)|, *(?P<behind>[^,;:()\t]{3,30}?))[\W_]*"
)
# Nothing between the office and the name: "Ketua rapat Mahfud".
_BARE = re.compile(
    r"\s*(?P<office>(?:[Kk]etua|[Pp]impinan) rapat|[Nn]otul(?:is|en)|[Pp]enulis|[Pp]encatat)\s+(?=[A-Z][a-z])"
)
_COLUMN = re.compile(r"\t|(?<!\s)\s+\|\s+")
_ONE_WORD = re.compile(r"[A-Z][^\W\d_]{2,}")
_SIGN_MARK = re.compile(r"\s*(?:ttd|tertanda)\b[\s.,:]*", re.IGNORECASE)
_LAST_BLOCKS = 8  # of a section
_MOST_ROWS, _MOST_SIGNED_ROWS = 6, 3  # of a table that may hold signatures, of one told by its cells alone
_ENDING = (SectionKind.SIGNATURE, SectionKind.CLOSING)


def chair_signed(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who signs as the chair."""
    return _signed(scope, present, _CHAIR, "chair_signature")


def note_taker_signed(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who signs as the note-taker."""
    return _signed(scope, present, _NOTE_TAKER, "note_taker_signature")


def secretary_signed(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who signs as the secretary of those who met."""
    return _signed(scope, present, _SECRETARY, "note_taker_signature")


def last_blocks(scope: Scope) -> list[tuple[Block, bool]]:
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
    """Whether a block is a small table of signatures: its cells begin with offices of the meeting, one at least.

    "Mengetahui," and the place and day of signing count beside it.
    """
    if block.table is None or len(block.table.rows) > _MOST_SIGNED_ROWS:
        return False
    cells = [scope.document.text[cell.start : cell.end].strip() for row in block.table.rows for cell in row]
    first = [cell.split("\n", 1)[0] for cell in cells]
    offices = [line for line in first if _NOTE_TAKER.match(line) or _CHAIR.match(line)]
    return bool(offices) and len(offices) + sum(signs_line(line) for line in first if line not in offices) > 1


def _inner(block: Block) -> Iterator[Block]:
    if block.table is None:
        yield block
        return
    if len(block.table.rows) > _MOST_ROWS:
        return
    for column in zip(*block.table.rows, strict=False):
        for cell in column:
            if not cell.derived:
                for inner in cell.blocks:
                    yield from _inner(inner)


def _signed(scope: Scope, present: list[Seen], signed: "re.Pattern[str]", rule: str) -> list[Seen]:
    """The name that follows an office in the signatures, or stands over it.

    One word alone must be an attendee's ("Hesti (Bendahara)"), or stand right under the office among signatures.
    """
    known = {key_of(seen, scope.lexicon) for seen in present}
    lines = [(span, line, signs) for block, signs in last_blocks(scope) for span, line in _lines(scope, block)]
    if over := _over_office(scope, lines, signed, rule) or _before_office(scope, lines, signed, rule):
        return [over]
    both = all(any(_office(each, line) for _, line, _ in lines) for each in (_NOTE_TAKER, _CHAIR))
    for at, (span, line, signs) in enumerate(lines):
        signs = signs or both
        columns = _columns(line)
        for column, (begin, title) in enumerate(columns):
            office = _office(signed, title)
            if office is None:
                continue
            start = span.start + begin
            rest = title[office.end() :].strip(" ,:")
            behind = [Span(start + office.end(), start + len(title))] if rest else []
            later = [each for each in lines[at + 1 : at + 8] if each[0].start > span.start]
            first = True  # of what stands below
            for place in behind or _below(later, column, len(columns)):
                if same := [each for each in present if fold(each.mention.name) == fold(scope.text(*place))]:
                    return [replace(same[0], rule=rule)]  # "MUJIATI" alone would be no name
                seen = _signature(scope, place, rule)
                right_below = not behind and first
                apart = signs or "," in office.group() or len(columns) > 1
                apart = apart or (right_below and is_surely_name(scope.text(*place), scope.lexicon))
                sure = bool(seen and (" " in seen.mention.name or _in_office(seen))) and apart
                sure = sure or bool(seen and (right_below or behind) and signs and _stands_alone(scope, place))
                if seen and (sure or key_of(seen, scope.lexicon) in known):
                    return [seen]
                first = first and _TO_SIGN.fullmatch(scope.text(*place)) is not None
    return []


def _office(signed: "re.Pattern[str]", title: str) -> "re.Match[str] | None":
    """The office of the meeting that a title begins with, or ends with behind another one of its holder."""
    if (office := signed.match(title)) is not None:
        return office
    if (bare := _BARE.match(title)) is not None and signed.fullmatch(bare["office"]):
        return bare
    for before in _OF_MEETING.finditer(title):
        office = signed.match(title, before.end())
        if office and (":" in office.group() or not title[office.end() :].strip(" ,)")):
            return office
    return None


def _before_office(
    scope: Scope, lines: list[tuple[Span, str, bool]], signed: "re.Pattern[str]", rule: str
) -> Seen | None:
    """Who stands before the office on a line of the signatures, or the very last one ("Wiyono (notulis)")."""
    for at, (span, line, signs) in enumerate(lines):
        beside = _BESIDE_NAME.fullmatch(line) if signs or at + 1 == len(lines) else None
        if beside is not None and signed.fullmatch(beside["bracketed"] or beside["behind"]):
            start, end = (span.start + offset for offset in beside.span("who"))
            if seen := _signature(scope, Span(start, end), rule):
                return seen
    return None


def _columns(line: str) -> list[tuple[int, str]]:
    """What a line holds between tabs or bars, each with where it begins."""
    edges = [(0, 0), *(each.span() for each in _COLUMN.finditer(line)), (len(line), len(line))]
    return [(before[1], line[before[1] : after[0]]) for before, after in itertools.pairwise(edges)]


def _over_office(
    scope: Scope, lines: list[tuple[Span, str, bool]], signed: "re.Pattern[str]", rule: str
) -> Seen | None:
    """Who signs over the office ("Dicatat,", "Rina Sari", "Notulis"; "Rina", "(notulis)")."""
    for at, (_, line, signs) in enumerate(lines):
        last, above = at + 1 == len(lines), lines[at - 2][1] if at > 1 else ""
        bracketed = _IN_BRACKETS.fullmatch(line)
        title = bracketed[1] if bracketed else line
        if not at or not any(signed.fullmatch(each) for each in title.split(",")) or "\t" in line:
            continue
        if bracketed and (signs or last):
            return _signature(scope, lines[at - 1][0], rule)
        if _office(signed, lines[at - 1][1]) or line.rstrip().endswith((",", ":")):
            continue
        if _SIGNS_OVER.fullmatch(above):
            return _signature(scope, lines[at - 1][0], rule)
        if last and not signs and not above.rstrip().endswith((",", ":")):
            seen = _signature(scope, lines[at - 1][0], rule)
            return seen if seen and " " in seen.mention.name else None
    return None


def is_office(text: str) -> bool:
    """Whether a line is an office of the meeting."""
    return bool(_NOTE_TAKER.fullmatch(text) or _CHAIR.fullmatch(text))


def _stands_alone(scope: Scope, place: Span) -> bool:
    """Whether a line is one word that can be a name, and no word that signatures and headings begin with."""
    word = scope.text(*place).strip(" \t_()")
    return bool(_ONE_WORD.fullmatch(word)) and not signs_line(word) and scope.labels.opening(word) is None


def _in_office(seen: Seen) -> bool:
    """Whether one word that says whose office a name has is one: not "Mengetahui, Kepala Desa"."""
    return seen.mention.role is not None and not signs_line(seen.mention.name)


def _lines(scope: Scope, block: Block) -> Iterator[tuple[Span, str]]:
    """The lines of a block with where they stand."""
    start = block.start
    for line in scope.document.text[block.start : block.end].split("\n"):
        yield Span(start, start + len(line)), line
        start += len(line) + 1


def _below(lines: list[tuple[Span, str, bool]], column: int, columns: int) -> Iterator[Span]:
    """What stands under a column: in lines with as many columns, or under the only one."""
    for span, line, _ in lines:
        cells = _columns(line)
        if len(cells) == columns:
            start, text = cells[column]
            yield Span(span.start + start, span.start + start + len(text))


def _signature(scope: Scope, place: Span, rule: str) -> Seen | None:
    """The person who signs at a place; None where the line is something else (place and date, a number, a document)."""
    mark = _SIGN_MARK.match(scope.document.text, place.start, place.end)  # "Ttd. Rina"
    place = Span(mark.end(), place.end) if mark else place
    text = scope.document.text[place.start : place.end].strip(" \t_")
    text = text if "(" in text[1:] else text.strip(" \t()_")
    meeting = word_pattern(scope.lexicon.cues.meeting, scope.lexicon.cues.genre)
    if not re.match(r"[^\W\d_]", text) or any(ch.isdigit() for ch in text) or meeting.search(text):
        return None
    small = {*scope.lexicon.titles.particles, *scope.lexicon.titles.titles}  # "dr. Rina binti Salim"
    if any(word.islower() and word.rstrip(".") not in small for word in text.split()) or is_office(text):
        return None
    start = scope.document.text.index(text, place.start)
    mention = parse_entry(text, scope.lexicon)
    if mention is None or mention.kind is not PartyKind.PERSON or len(mention.name.split()) > 8:
        return None
    return Seen(Span(start + mention.start, start + mention.end), mention, rule)
