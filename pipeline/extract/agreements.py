"""Agreements: what the meeting decided, concluded or recommended.

- every point of a section headed so (also of one for decisions and tasks), and every cell of a decision column;
- elsewhere each sentence that says outright that the meeting or its chair agreed ("disepakati", "rapat memutuskan"),
  or rejected something unanimously; not where the word is denied, conditional or still to come, or news of what others
  agreed to ("sudah disetujui Kanwil");
- the items under "rapat menyepakati hal-hal sebagai berikut:".

A long paragraph under a conclusion heading that says nothing of agreeing sums up the talk and is left out.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from notula.models.blocks import Block, Grid
from notula.models.minutes import AgreementKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.assigned_tables import TOLD
from notula.pipeline.extract.blanks import is_placeholder
from notula.pipeline.extract.decision_tables import decided_cells
from notula.pipeline.extract.earlier import is_of_earlier
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.points import Point, binds, find_points, is_intro
from notula.pipeline.extract.rows import is_assigned
from notula.pipeline.extract.scope import Scope, Span, word_pattern
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems
from notula.pipeline.structure.chat import is_message
from notula.pipeline.structure.columns import Columns, is_talk, read_columns
from notula.pipeline.structure.results import INNER_TASKS
from notula.pipeline.structure.shapes import INTRODUCES_AGREEMENTS
from notula.pipeline.text import fold

_ELSEWHERE = (
    SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.HEADER, SectionKind.PREVIOUS, SectionKind.CLOSING
)  # fmt: skip
_SUMMED_UP = (SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_FEW_MESSAGES = 5
_BY = re.compile(r"\s+(?:oleh|dengan)\s+", re.IGNORECASE)
_DECIDING = re.compile(r"(?:(?:akhirnya|lalu|kemudian|juga)\s+)?(?:memutuskan|menetapkan|menyetujui)\b", re.IGNORECASE)
# A sentence that only agrees to what the one before it proposes.
_ONLY_AGREES = re.compile(
    r"\W*(?:(?:semua|seluruh(?: peserta| warga)?|peserta|forum|rapat|warga|hadirin|usul(?:an)?(?: ini| itu)?)\s+)?"
    r"(?:(?:sudah|udah|sdh|dah|wis|wes|geus)\s+)?"
    r"(?:di ?setujui|di ?sepakati|menyetujui|menyepakati|setuju|sepakat|mufakat|di ?terima)"
    r"(?:\s+(?:bersama|semua(?:nya)?|kabeh|sadaya(?:na)?|sedaya|oleh (?:semua|forum|rapat)|forum|rapat|peserta"
    r"|secara aklamasi|aklamasi))?\W*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)\s+(?=[A-Z])")  # before a sentence: "(7 suara lawan 3) Jadi disepakati ..."
_APPROVED = re.compile(r"di ?setujui", re.IGNORECASE)
# "Anggaran yang disetujui 40 juta": what somebody approved before.
_OF_THING = re.compile(r"[^\W\d]\s+(?:yang|yg)\s+(?:(?:telah|sudah|sdh)\s+)?$", re.IGNORECASE)
_NAMED = r"(?!\s+(?:di ?atas|tersebut|tsb|ini|itu|tadi)\b)"  # "Mufakat di atas diambil ...": how it was come to
AGREED_PROPOSAL = "agreement_proposal"
"""The rule of a proposal that the next sentence agrees to: whom it gives work is told as in other talk."""
_LONG = 45  # words: a longer plain paragraph is a summary, no point that a secretary keys in


class AgreementDraft(NamedTuple):
    """An agreement's span, its kind, the rule that found it and the line over it that says whose duty it is."""

    span: Span
    kind: AgreementKind
    rule: str
    bound_by: Block | None = None


def find_agreements(scope: Scope, chair: tuple[str, ...] = (), day: dt.date | None = None) -> list[AgreementDraft]:
    """The agreements of the minutes of a ``day`` in reading order, none twice; ``chair`` are the names of who leads."""
    found: dict[Span, AgreementDraft] = {}
    elsewhere = () if scope.teaches else _ELSEWHERE
    for section in scope.sections.sections:
        drafts: list[AgreementDraft] = []
        if section.kind is SectionKind.AGREEMENTS or scope.decides(section) or section.rule == INNER_TASKS:
            drafts = list(_headed(scope, section))
        elif section.kind in elsewhere and section.field is None and not is_log(section, scope.sections.sections):
            drafts = list(_stated(scope, section, chair))
        tables = () if is_of_earlier(section, scope.lexicon, day) else _decided_in_tables(scope, section)
        for draft in (*drafts, *tables, *_headed_rows(scope, section)):
            found.setdefault(draft.span, draft)
    return sorted(found.values(), key=lambda draft: draft.span)


def _headed(scope: Scope, section: Section) -> Iterator[AgreementDraft]:
    kind = _kind_of(section.heading)
    for point in find_points(_of_label(scope, section), groups=False):
        text = scope.text(point.start, point.end)
        summary = (
            point.block.kind != "item" and len(text.split()) > _LONG and not _cues(scope.lexicon).agree.search(text)
        )
        empty = text.endswith(":") and not point.under
        if is_placeholder(text) or _PROGRAMME.fullmatch(text) or summary or empty:
            continue
        bound_by = point.group if binds(point.group) else None
        told = _told_in(scope, point) if section.inline or point.block.kind != "item" else []
        for span in told or [Span(point.start, point.end)]:
            yield AgreementDraft(span, kind, "agreement_point", bound_by)
    for block in section.blocks:
        for row in decided_cells(block.table, scope) if block.table else ():
            yield AgreementDraft(Span(row.start, row.end), kind, "agreement_row")


def _told_in(scope: Scope, point: Point) -> list[Span]:
    """The sentences of a paragraph, or a point behind a label, that each tell a decision, where several do."""
    sentences = [span for span in scope.sentences(point.block) if point.start <= span.start < point.end]
    told = [span for span in sentences if states_agreement(scope.text(*span), scope.lexicon)]
    return told if len(told) > 1 else []


def _of_label(scope: Scope, section: Section) -> list[Block]:
    """The blocks of a section; behind a sentence on the label's own line ("Sepakat: ...") no paragraphs of the talk."""
    first, *others = section.blocks or (None,)
    if first is None or not section.inline or first.kind == "item" or not first.text.rstrip().endswith("."):
        return list(section.blocks)

    def decides(block: Block) -> bool:
        return block.kind == "item" or states_agreement(block.text, scope.lexicon) is not None

    return [first, *(block for block in itertools.takewhile(decides, others) if block is not None)]


def _kind_of(heading: Block | None) -> AgreementKind:
    text = fold(heading.text) if heading else ""
    if "rekomendasi" in text:
        return AgreementKind.RECOMMENDATION
    if re.search(r"simpul|conclusion", text):
        return AgreementKind.CONCLUSION
    return AgreementKind.DECISION


def _decided_in_tables(scope: Scope, section: Section) -> Iterator[AgreementDraft]:
    if section.kind in (SectionKind.PREVIOUS, SectionKind.ATTENDEES) or section.rule == TOLD:
        return
    for block in section.blocks:
        columns = read_columns(block.table, scope.lexicon) if block.table else None
        mixed = columns is not None and columns.mixed
        column = columns.at("action" if mixed else "decision") if columns else None
        yield from _marked_rows(scope, block.table, columns) if block.table and columns else ()
        if block.table is None or columns is None or column is None:
            continue
        for row in block.table.rows[columns.header :]:
            if row[column].derived or (mixed and is_assigned(row, columns, scope)):
                continue
            for inner in row[column].blocks:
                if not is_placeholder(inner.text) and (not mixed or states_agreement(inner.text, scope.lexicon)):
                    yield AgreementDraft(Span(inner.start, inner.end), AgreementKind.DECISION, "agreement_column")


def _marked_rows(scope: Scope, grid: Grid, columns: Columns) -> Iterator[AgreementDraft]:
    """The rows of a table of tasks whose owner's cell says that they were decided ("PIC: Kesepakatan")."""
    action, owner = columns.at("action"), columns.at("owner")
    if action is None or owner is None:
        return
    for row in grid.rows[columns.header :]:
        if scope.labels.words.kind(row[owner].text) is SectionKind.AGREEMENTS and row[action].blocks:
            span = Span(row[action].blocks[0].start, row[action].blocks[-1].end)
            yield AgreementDraft(span, AgreementKind.DECISION, "agreement_marked_row")


def _headed_rows(scope: Scope, section: Section) -> Iterator[AgreementDraft]:
    """What stands in a row of a report whose first cell heads it as the conclusion ("Kesimpulan | ...")."""
    if section.kind is not SectionKind.DISCUSSION:
        return
    for block in section.blocks:
        for row in block.table.rows[1:] if block.table else ():
            head, *cells = [cell for cell in row if not cell.derived and cell.blocks] or [row[0]]
            if cells and scope.labels.words.kind(head.text) is SectionKind.AGREEMENTS:
                for point in find_points([inner for cell in cells for inner in cell.blocks], groups=False):
                    yield AgreementDraft(Span(point.start, point.end), _kind_of(head.blocks[0]), "agreement_row")


def _stated(scope: Scope, section: Section, chair: tuple[str, ...]) -> Iterator[AgreementDraft]:
    """The sentences of running text that state an agreement, in tables that report the talk too."""
    blocks = list(_told(scope, section))
    for at, block in enumerate(blocks):
        before: Span | None = None
        for span in scope.sentences(block):
            text, proposal = scope.document.text[span.start : span.end].replace("\n", " "), before
            rule = states_agreement(text, scope.lexicon, chair)
            if rule and (aside := _ASIDE.match(text)):
                span, text = Span(span.start + aside.end(), span.end), text[aside.end() :]
            if rule is None and span.end >= block.end - 2 and INTRODUCES_AGREEMENTS.search(text):
                rule = "agreement_listed"  # "Saya bacakan kesimpulan rapat:", in the cell of a speaker
            if rule is None and (at_value := _labelled(scope, span)):
                span, rule = Span(at_value, span.end), "agreement_labelled"
            before = span if rule is None else None
            if rule is None:
                continue
            if (is_intro(block) or (text.endswith(":") and ". " not in text)) and span.end >= block.end - 2:
                yield from (
                    AgreementDraft(Span(p.start, p.end), AgreementKind.DECISION, "agreement_listed")
                    for p in _listed(blocks, at)
                )
            elif proposal and _ONLY_AGREES.fullmatch(text):
                yield AgreementDraft(Span(proposal.start, span.end), AgreementKind.DECISION, AGREED_PROPOSAL)
            else:
                yield AgreementDraft(span, AgreementKind.DECISION, rule)


def _labelled(scope: Scope, sentence: Span) -> int | None:
    """Where in running text what a sentence labels as decided begins ("... Keputusan: lapak dibagi rata.")."""
    text = scope.text(*sentence)
    opening = scope.labels.opening(text) if ": " in text else None
    labelled = opening is not None and opening.kind is SectionKind.AGREEMENTS and opening.rule == "label"
    return sentence.start + opening.value if opening and labelled and opening.has_value(text) else None


def _told(scope: Scope, section: Section) -> Iterator[Block]:
    """The blocks of a section, of tables the paragraphs in columns that hold neither decisions nor tasks."""
    for block in section.blocks:
        if block.table is None:
            yield block
        elif section.kind is SectionKind.DISCUSSION and is_talk(block.table, scope.lexicon):
            columns = read_columns(block.table, scope.lexicon)
            listed = {at for role in ("action", "decision") for at in columns.all(role)} if columns else set()
            cells = [cell for row in block.table.rows for at, cell in enumerate(row) if at not in listed]
            yield from (inner for cell in cells if not cell.derived for inner in cell.blocks if inner.table is None)


def is_log(section: Section, sections: Sequence[Section] = ()) -> bool:
    """Whether a section is a chat log or a transcript: it repeats what the minutes sum up.

    So do headed messages with their times, where decisions or tasks stand in another of the ``sections``.
    """
    heading = section.heading.text.casefold() if section.heading else ""
    if re.search(r"\b(?:log|transkrip|chat)\b", heading):
        return True
    summed_up = any(each.kind in _SUMMED_UP and each.blocks for each in sections)
    sent = sum(is_message(block.text) for block in section.blocks) if heading and summed_up else 0
    return sent > _FEW_MESSAGES and sent * 4 > len(section.blocks) * 3


def _listed(blocks: list[Block], at: int) -> list[Point]:
    """The items of the list that the block at ``at`` introduces."""
    first = blocks[at + 1] if at + 1 < len(blocks) else None
    if first is None or first.kind != "item":
        return []
    items = []
    for block in blocks[at + 1 :]:
        if block.kind != "item" or block.level < first.level:
            break
        items.append(block)
    return find_points(items)


class _Cues(NamedTuple):
    agree: re.Pattern[str]
    passive: re.Pattern[str]
    first: re.Pattern[str]
    active: re.Pattern[str]
    verbs: Stems  # one stands in what the pattern before it matches
    undone: re.Pattern[str]
    told: re.Pattern[str]
    meeting: re.Pattern[str]
    reject: re.Pattern[str]
    unanimous: re.Pattern[str]


# "Setelah dibahas agak lama disepakati ...", "Atas usul ini rapat menyetujui ...": talked over first, and agreed.
_TALKED = re.compile(
    r"\b(?:(?:setelah|sesudah|seusai|usai|lewat|melalui|habis)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:di|ber|mem|men|pem|per)?(?:diskusi|debat|musyawarah|bahas|bicara|rembu[gk]|voting|dialog|timbang)(?:kan|an)?|"
    r"(?:ber)?tukar\s+(?:pendapat|pikiran)|tanya jawab|pemungutan suara)"
    r"(?:\s+(?:bersama|matang|cukup|agak|sangat|lama|panjang|lebar|alot|sebentar|akhirnya|maka|lalu|kemudian)){0,3}|"
    r"atas\s+(?:usul|usulan|saran|masukan|permintaan)\s+(?:ini|itu|tersebut|tsb))\s*,?\s*$",
    re.IGNORECASE,
)
# What became of a proposal: "undian berhadiah -> ditolak", "... keputusan final", "usul itu ditolak rapat".
_OUTCOME = re.compile(
    r"(?:→|=>|-{1,2}>)\s*\**(?:diterima|ditolak|setuju|sepakat|deal|acc|batal|di-?drop|ditunda)\b"
    r"|^\W*(?:ok|oke|okay|fix|deal)\b[,.]?\s+(?:(?:kita|semua|semuanya)\s+)?sepakat\b"
    r"|\bkeputusan(?:nya)? final\b|,\s*(?:sepakat|setuju|mufakat|kesepakatan bersama)\s*(?:[.,!]|$)"
    r"|\bakhir(?:nya|nye|e)\s+(?:(?:semua|kita|pada|pade|kabeh|warga|peserta)\s+)?(?:sepakat|setuju|mufakat)\b"
    r"|\b(?:ditolak|diterima|dikabulkan|tidak disetujui)\s+(?:oleh\s+)?(?:rapat|forum|sidang|musyawarah|pleno)\b"
    r"|\b(?:rapat|forum|sidang|musyawarah|pleno)\s+(?:tidak\s+)?(?:mengabulkan|menolak)\b"
    r"|\((?:hasil\s+)?(?:keputusan|putusan|kesepakatan)(?:\s+[\w.]+){0,3}\)\s*[.;]?\s*$"
    r"|^\W*(?:sudah|udah|sdh|dah|wis|wes|geus)\s+(?:mufakat|sepakat|setuju)(?:\s+(?:semua|kabeh))?\W*$"
    r"|\((?:(?:semua|sudah|udah|sdh|wis)\s+)?(?:sepakat|setuju|mufakat)(?:,?\s+[\w.]+){0,4}\)\s*[.;]?\s*$",
    re.IGNORECASE,
)
# "... diterima secara aklamasi", "... disahkan dengan dua perubahan", "usul itu diterima": what was put to the meeting.
_ADOPTED = re.compile(
    r"\b(?:diterima|disahkan|ditetapkan|terpilih|dipilih)\b(?:\s+[^\s.;]+){0,5}?\s+secara\s+(?:aklamasi|mufakat|bulat|musyawarah)\b"
    r"|\b(?:diterima|disahkan)\s+dengan\s+(?:\w+\s+)?(?:perubahan|perbaikan|catatan|syarat|revisi)\b"
    r"|\bdengan\s+(?:\w+\s+)?(?:koreksi|perbaikan|perubahan|catatan|revisi)\s+(?:ini|itu|tersebut|tsb)\s+(?:\w+\s+){0,4}?"
    r"di ?(?:sahkan|terima)\b"
    r"|\bditetapkan\s+(?:harus|wajib)\b"
    r"|\b(?:usul|usulan|saran|permintaan|permohonan)\s+(?:ini|itu|tersebut|tsb)\s+(?:\w+\s+)?(?:diterima|dikabulkan)\b",
    re.IGNORECASE,
)


# The chair puts the word to all: "usul itu kita setujui", "Pasal 4 kita putuskan ditunda", "semua oke iuran dinaikkan".
_WE = re.compile(
    r"\bkita\s+(?:putuskan|setujui|sepakati|tetapkan|sahkan)\b"
    r"|(?:^|[.;]\s+)(?:(?:jadi|akhirnya|maka)\s+)?kami\s+(?:putuskan|sepakati)\b"
    r"|(?:^|[.;]\s+)(?:jadi\s+)?(?:semua(?:nya)?|semua (?:peserta|warga|anggota)|forum)\s+"
    r"(?:oke|ok|acc|deal)\b[,:]?\s+\w+",
    re.IGNORECASE,
)
# What is not decided, or was before: "apakah kita setujui", "yang kita putuskan kemarin".
_NOT_WE = re.compile(
    r"\b(?:apa|apakah|kalau|klo|nanti|besok|lusa|mari|ayo|harus|bisa|boleh|kapan|tinggal|yang|yg|seperti|sudah|sdh|telah"
    r"|tadi|rapat (?:lalu|kemarin))(?:\s+\w+)?\s*$|^\W*(?:ini|itu)\s*$",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"\W*(?:penutup|doa|doa penutup|lain-lain|pembukaan)\W*", re.IGNORECASE)  # what heads a part
# One side's answer to another, or what some think: "kami setuju soal jadwalnya", "sebagian warga setuju".
_OPINION = re.compile(r"kami\s+(?:\w+\s+)?setuju\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:beberapa|sebagian(?!\s+besar)|separuh|banyak)(?:\s+\w+){1,2}\s*$", re.IGNORECASE)
# Behind who approved something: when that was ("disetujui pemilik 12 Februari").
_DATED = re.compile(
    r"(?:\s+[^\W\d]+){0,3}\s+(?:(?:pada\s+)?(?:tanggal|tgl\.?)\s+)?\d{1,2}\s+"
    r"(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des)"
    r"|(?:\s+[^\W\d]+){1,4}\s+(?:kemarin|kmrn|kmr|(?:minggu|pekan|bulan|tahun)\s+lalu)\b",
    re.IGNORECASE,
)
# How many were for and against: "16 setuju, 1 menolak" says nothing of what was decided.
_VOTES = re.compile(
    r"\b\d+\s+(?:(?:suara|orang|org|anggota)\s+)?(?:tidak\s+)?(?:setuju|menolak|ditolak|abstain)\b", re.IGNORECASE
)


@cache
def _cues(lexicon: Lexicon) -> _Cues:
    cues = lexicon.cues
    passive = tuple(word for word in cues.agree if word.startswith("di") or word == "agreed")
    active = tuple(word for word in cues.agree if word not in passive)
    lead = rf"(?:{word_pattern(cues.lead_ins).pattern}\s*,?\s*)?"
    return _Cues(
        agree=word_pattern(cues.agree),
        passive=word_pattern(passive),
        first=re.compile(rf"\W*{lead}{word_pattern(cues.agree_first).pattern}{_NAMED}", re.IGNORECASE),
        active=re.compile(
            rf"(?:^|{word_pattern(cues.agree_subject).pattern})(?:\s+[\w()/.-]+){{0,3}}?\s*(?P<verb>{word_pattern(active).pattern})",
            re.IGNORECASE,
        ),
        verbs=Stems(active),
        undone=re.compile(rf"{word_pattern(cues.not_agreed).pattern}(?:\s+\w+){{0,2}}\s*$", re.IGNORECASE),
        told=re.compile(rf"{word_pattern(cues.done).pattern}\s*$", re.IGNORECASE),
        meeting=re.compile(rf"\s*(?:oleh\s+)?{word_pattern(cues.agree_subject).pattern}", re.IGNORECASE),
        reject=word_pattern(cues.reject),
        unanimous=word_pattern(cues.unanimous),
    )


def states_agreement(text: str, lexicon: Lexicon, chair: tuple[str, ...] = ()) -> str | None:
    """The rule by which a sentence states that the meeting agreed, or its ``chair`` decided; None where it does not."""
    cues = _cues(lexicon)
    if text.rstrip().endswith("?"):
        return None
    text = _VOTES.sub(lambda votes: " " * len(votes.group()), text)
    for match in itertools.chain(cues.passive.finditer(text), _ADOPTED.finditer(text)):
        before = _TALKED.sub("", text[: match.start()])
        told = cues.undone.search(before) or (_APPROVED.match(match.group()) and _OF_THING.search(before))
        if not (told or _is_news(text, match, lexicon)):
            return "agreement_passive"
    if cues.first.match(text) or _OUTCOME.search(text):
        return "agreement_passive"
    for match in _WE.finditer(text):
        before = text[: match.start()]
        if not (cues.undone.search(before) or _NOT_WE.search(before)):
            return "agreement_active"
    for match in cues.active.finditer(text) if cues.verbs.in_text(text) else ():
        before = _TALKED.sub("", text[: match.start()]) + text[match.start() : match.start("verb")]
        if _OPINION.match(text, match.start()) or _SOME.search(before):
            continue
        if not cues.undone.search(before):
            return "agreement_active"
    if any(_decides(text, name) for name in chair):
        return "agreement_chair"
    if cues.reject.search(text) and cues.unanimous.search(text):
        return "agreement_rejected"
    return None


def _is_news(text: str, match: "re.Match[str]", lexicon: Lexicon) -> bool:
    """Whether something is told that others than the meeting agreed to before ("sudah disetujui Kanwil").

    What "sudah disetujui" by nobody in particular, and what others approved on a day, is news, too.
    """
    cues, rest = _cues(lexicon), text[match.end() :]
    by = _BY.match(rest)
    agent = rest[by.end() :] if by else rest.lstrip()
    others = opening_of(agent, lexicon) is not None and not cues.meeting.match(rest)
    told = cues.told.search(text[: match.start()]) is not None
    if _APPROVED.match(match.group()) and not cues.meeting.match(rest):
        return told or (others and _DATED.match(rest) is not None)
    return others and told


def _decides(text: str, name: str) -> bool:
    """Whether a sentence begins with a name and a verb of deciding."""
    begins = fold(text).startswith(f"{name} ")
    return begins and _DECIDING.match(text, len(name) + 1) is not None
