"""Owners beside tasks: in the heading of a list or of a part of it, in a label's brackets, in a cell of their own."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import Section
from notula.pipeline.extract.done import BOX
from notula.pipeline.extract.drafts import OwnerRef, owner_refs
from notula.pipeline.extract.due import DueMention, whole_due
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import HELPING, between
from notula.pipeline.extract.party_openings import is_office_beyond, is_role
from notula.pipeline.extract.points import Point, may_name
from notula.pipeline.extract.rows import PartyCell, TaskRow
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.structure.labels import get_labels
from notula.pipeline.structure.shapes import FIELD, part
from notula.pipeline.text import fold

ONLY_OWNER = re.compile(
    r"\s*(?:(?:PIC|PJ|Penanggung ?jawab)\s*[:=]?|(?:Koordinator|Petugas)(?:\s*[:=]"
    # without a colon a name follows: "petugas lapangan telat" tells of them
    r"|(?=\s+(?:(?-i:[A-Z@(])|(?:pak|bu|bapak|ibu|mas|mbak|bang|kang|kak|sdri?)\b))(?=(?:\s+\S+){1,4}\s*$)))\s*",
    re.IGNORECASE,
)
_SECTION_OF = re.compile(r"\W*(?:seksi|sie)\s", re.IGNORECASE)  # of a committee: the body in brackets does its work
_COORDINATOR = re.compile(r"\(\s*(?:koor\w*|PIC|PJ|ketua)?\s*[:.]?\s*([^()]+)\)", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[](?P<who>[^()\[\]]{2,60})[)\]]\s*[:–—-]*\s*$")
_ALL_IN_BRACKETS = re.compile(r"\s*[(\[](?P<who>[^()\[\]]{2,80})[)\]][\s:]*")
# Headings over lists whose parts are headed by who does them.
_BY_PARTY = re.compile(
    r"\b(?:(?:se)?tiap|per|masing-?(?:masing|2))[ -](?:divisi|sek?si|sie|bidang|bagian|unit|tim|kelompok|pokja|regu|"
    r"panitia|departemen|dept|orang|anggota|pengurus|dinas|opd|instansi|lembaga|pihak|komisi|cabang|pic|pj|"
    r"penanggung jawab|perso\w+|individu|team|peran)\b|"
    r"\b(?:pembagian|bagi2?|bagi-bagi|distribusi) (?:tugas|kerja\w*|job\w*|peran|tanggung jawab|pr)\b|"
    r"\bjob ?des[ck]\w*|\b(?:siapa|who|sopo|saha) (?:does|ngapain|me\w+|nge\w+|kerja|apa|opo)\b",
    re.IGNORECASE,
)
# What a heading says around the name of who has to do what stands under it.
_LEAD = re.compile(
    r"\s*(?:.{0,60}\b(?:oleh|(?:menjadi|jadi) (?:tugas|tanggung ?jawab|kewajiban)(?:nya)?|"
    r"(?:meminta|menugaskan|menugasi|mewajibkan|menginstruksikan|mendesak|mengamanatkan)(?:\s+kepada)?)\s+|"
    r"(?:yang|yg|hal yang)\s+(?:(?:harus|hrs|perlu|akan|wajib|mesti|mau|masih|segera)\s+){0,2}"
    r"di(?:kerja|siap|persiap|laku|laksana|urus|garap|lengkap|selesai|sedia|bikin|pegang|emban|tangan|beban|tugas)[a-z]*\s+"
    r"(?!(?:di|ke|dari|pada|dalam|untuk|utk|buat|bagi|dengan|bersama|sebelum|sesudah|setelah|sampai|saat|selama|segera"
    r"|agar|supaya|terkait|mengenai|tentang|soal|hari|minggu|pekan|bulan|tahun)\b)|"
    r"(?:(?:kepada|untuk|utk|bagi|khusus|tugas|pr|kewajiban|tanggung ?jawab|to-? ?do|action(?: items?)?)\s+){1,2})",
    re.IGNORECASE,
)
# "Rina yang pegang:"
_DOES = (
    r"(?:yang|yg)\s+(?:pegang|megang|memegang|urus|ngurus|mengurus|handle|tangani|nangani|menangani|kerjakan|kerjain|ngerjain"
    r"|mengerjakan|siapkan|siapin|nyiapin|menyiapkan|bawa|membawa|beli|membeli|buat|membuat|bikin|garap|menggarap"
    r"|(?:ber)?tanggung ?jawab)"
)
_TRAIL = re.compile(
    rf"\s*,?\s+(?:{_DOES}|agar|supaya|untuk|diminta|dimohon|wajib|harus|akan|segera|berkewajiban|bersedia|sanggup|menyanggupi|"
    r"siap|ditugaskan|ditugasi|diwajibkan|bertugas|berkomitmen|bertanggung ?jawab)(?:\s+(?:untuk|segera|agar))?\s*$",
    re.IGNORECASE,
)
_HOLDS = re.compile(rf"\w\s+{_DOES}[:\s]*$", re.IGNORECASE)
_AND_WORK = re.compile(
    r"\w\s+(?:dan|serta|&)\s+(?:pembagian\s+)?(?:tugas|pekerjaan|kerja|tanggung ?jawab|peran)(?:nya)?[\s:]*$",
    re.IGNORECASE,
)
# By when the tasks under a heading are due, behind who does them ("Seksi Acara (paling lambat 3 Mei)").
_TIMED = re.compile(
    r"\s*[(\[–,;-]\s*(?:paling|selambat\S*|sebelum|maks\S*|target|tenggat|batas|deadline|due|sampai|s\.?/?d\b)[^()]*\d[^()]*[)\]]?\s*$",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r"\s*(?:[(\[,;–—]|\s-\s)\s*(?P<day>[^()\[\],;–—]{0,30}\d[^()\[\];–—]{0,30})[)\]]?\s*$")
# Behind "Tugas": whoever each task names, or what else the heading names.
_NOBODY = re.compile(
    r"\s*(?:(?:masing-?\s?masing|masing ?2|msg2|sendiri-?sendiri|kita|bersama)\W*$|(?:dan|serta|&)\s)", re.IGNORECASE
)
_PARTED = re.compile(r"[,;=→.-]\s|:\s+\S|\s[–—]\s")
_BEFORE_DUE = re.compile(r"\s*(?:[,;|(\[]|(?<!\d)/|/(?!\d))\s*|\s+[–—-]\s+")
# What an owner's cell tells more of who does it: "Setiap PD, dikoordinasikan Bappeda".
_ASIDE = re.compile(
    r"\s*[,;(]\s*(?:di ?(?:koordinasi|koordinir|fasilitasi|awasi|pantau|supervisi)\w*|tembusan|cc)\b", re.IGNORECASE
)
_OWN_LABEL = re.compile(
    r"\W*(?:PIC|PJ|penanggung ?jawab|koordinator|koor|ketua|lead|pelaksana|utama)\s*[:=]\s*", re.IGNORECASE
)
_APART = re.compile(
    rf"{HELPING}|\s{{1,20}}/\s*|\s{{0,20}}/\s+|\s{{1,20}}(?=@)"
    r"|(?:(?:\s{0,20},)?\s{1,20}|\s{1,20}\()(?:di(?:bantu|dampingi)(?:\s+oleh)?|bersama(?:-sama)?(?:\s+dengan)?"
    r"|(?:be)?kerja\s?sama\s+dengan|berkolaborasi\s+dengan)\s+"
)
_PARTING = re.compile(r"[,;/&+()]|\b(?:dan|serta|bersama|dibantu)\b")  # what parts the parties of a cell
_TOPIC_OF = re.compile(r"\W*(?P<topic>[^\W\d_][^:]{2,40}):\s+(?P<who>[^\s:][^:]{1,79}):\s*")
_MOST_LINES = 8  # of a cell whose lines may make parties
_MOST_WORDS = 4  # of a heading that is taken for a party though nothing else tells of it


def heading_owners(group: Block | None, known: Known, *, loose: bool = False) -> tuple[OwnerRef, ...]:
    """The parties that a heading over a list names; with ``loose`` as they stand where nothing else tells of them."""
    if group is None or fold(group.text).strip(" .:") in known.lexicon.cues.no_owner:
        return ()
    text = group.text
    if _AND_WORK.search(text):
        return ()  # "Tim penulis dan tugas" over their table
    box = BOX.match(text)
    label = ONLY_OWNER.match(text)
    if label and is_office_beyond(text, label.end(), known.lexicon):
        label = None  # "PJ UKM"
    label = label or _LEAD.match(text) or box
    start, end = label.end() if label else 0, len(text.rstrip(" :,"))
    trail = _TRAIL.search(text, start, end)
    end = trail.start() if trail else end
    if timed := _TIMED.search(text, start, end):
        end = timed.start()
    day = _LAST_PART.search(text, start, end)
    if day is not None and whole_due(day["day"], known.lexicon, known.day) is not None:
        end = day.start()
    if whole := _ALL_IN_BRACKETS.fullmatch(text):
        start, end = whole.span("who")  # "(Seksi Acara)" over its tasks
    bracket = _COORDINATOR.search(text) if whole is None else None
    named = known.named(text, bracket.start(1), bracket.end(1)) if bracket else ()
    if len(named) < 2 and not any(map(known.is_person, named)) and not _SECTION_OF.match(text):
        named = ()  # "Tim Aset (Dinas Perikanan)", but of several each is one
    named = named or known.named(text, start, end, loose=loose)
    return owner_refs(named, group.start, "owner_heading", derived=True)


def topic_owners(group: Block, known: Known) -> tuple[OwnerRef, ...]:
    """The people between the topic of a list and the colon over it, and no more ("Hadiah: Bu Rina & Joko:")."""
    headed, words = _TOPIC_OF.fullmatch(group.text), get_labels(known.lexicon).words
    topic = headed["topic"] if headed else ""
    if headed is None or words.kind(topic) or words.field(topic) or is_role(topic, known.lexicon):
        return ()  # "Usulan: Bu Rina:" over what she said
    named = known.named(group.text, *headed.span("who"))
    parts = [part for part in _PARTING.split(headed["who"]) if part.strip()]
    whole = len(parts) == len(named) and all(map(known.is_person, named))
    return owner_refs(named, group.start, "owner_heading", derived=True) if whole else ()


def section_owners(heading: Block | None, known: Known) -> tuple[OwnerRef, ...]:
    """The parties whose tasks a heading says to head ("Tugas Bendahara", "Yang harus disiapkan oleh Seksi Acara").

    "PR masing-masing" heads tasks of whoever each of them names, "Tugas dan Penanggung Jawab" those of nobody.
    """
    lead = _LEAD.match(heading.text) if heading is not None else None
    if heading is not None and lead is None and _HOLDS.search(heading.text):
        return heading_owners(heading, known)
    if heading is None or lead is None or _NOBODY.match(heading.text, lead.end()):
        return ()
    return heading_owners(heading, known)


def under_names(points: Sequence[Point], known: Known) -> list[Point]:
    """The points with a line that is nothing but a party as the heading over those behind it."""
    points = [each for point in points for each in _taken_apart(point, known)]
    names = [_is_name(point, known) for point in points]
    if all(names) or not any(names):
        return list(points)
    found: list[Point] = []
    group: Block | None = None
    for at, point in enumerate(points):
        if names[at] and at + 1 < len(points) and not names[at + 1]:
            group = point.block
        else:
            found.append(replace(point, group=point.group or group))
    return found


def over_names(points: Sequence[Point], known: Known) -> list[Point]:
    """The points with lists of nothing but people as the names of those who do what stands over them."""
    found: list[Point] = []
    for group, run in itertools.groupby(points, key=lambda point: point.group.start if point.group else None):
        together = list(run)
        head = together[0].group
        blocks = [point.block for point in together if not point.under]
        if group is not None and head and len(blocks) == len(together) and _are_people(blocks, head, known):
            found.append(Point(head, names=tuple(blocks)))
        else:
            found += [
                replace(point, under=(), names=point.under) if _are_people(point.under, point.block, known) else point
                for point in together
            ]
    return found


def _are_people(blocks: Sequence[Block], head: Block, known: Known) -> bool:
    """Whether lines below one that is no party name people, at least half of whom something else tells of."""
    named = all(block.kind == "item" and may_name(block.text) for block in blocks)
    if not blocks or not named or known.is_party(head.text):
        return False
    given = known.lexicon.names.given
    told = [known.is_party(block.text) or block.text.split()[0].casefold() in given for block in blocks]
    return 2 * sum(told) >= len(told)


def listed_owners(point: Point, known: Known) -> tuple[OwnerRef, ...]:
    """The people whom the lines under a point name."""
    named = ((block, known.named(block.text, 0, len(block.text), loose=True)) for block in point.names)
    return tuple(ref for block, who in named for ref in owner_refs(who, block.start, "owner_heading", derived=True))


def _taken_apart(point: Point, known: Known) -> Iterator[Point]:
    """What stands under an item that is nothing but a party or a day as points of its own, else the point as it is."""
    name = point.block.kind == "item" and not _PARTED.search(point.block.text) and _is_party_or_day(point.block, known)
    if not point.under or not name or any(FIELD.match(block.text) for block in point.under):
        yield point
    elif all((block.kind, block.level) == (point.under[0].kind, point.under[0].level) for block in point.under) and (
        point.under[0].kind == "item" or point.block.text.rstrip().endswith(":") or not known.is_party(point.block.text)
    ):  # plain lines below a party without a colon may be one task
        yield from (Point(block, (), point.block) for block in point.under)
    else:
        yield Point(point.under[0], point.under[1:], point.block)


def _is_party_or_day(block: Block, known: Known) -> bool:
    """Whether a text is nothing but a party, or the day by which what stands below it is to be done."""
    return known.is_party(block.text) or whole_due(block.text, known.lexicon, known.day) is not None


def _is_name(point: Point, known: Known) -> bool:
    """Whether a line without a mark is a party and nothing else."""
    bare = point.block.kind != "item" and not point.under and _PARTED.search(point.block.text) is None
    return bare and known.is_party(point.block.text)


def label_owners(section: Section, known: Known) -> tuple[OwnerRef, ...]:
    """The parties in the bracket of a label before a task ("TODO (Rina): ...")."""
    if section.heading is None or not section.inline or not section.blocks:
        return ()
    label = part(section.heading, 0, section.blocks[0].start - section.heading.start)
    bracket = _BRACKET.search(label.text)
    if bracket is None or not bracket["who"][:1].isupper():
        return ()
    return owner_refs(known.named(label.text, *bracket.span("who"), loose=True), label.start, "owner_label_bracket")


def _apart(named: Named, text: str, known: Known) -> tuple[Named, ...]:
    """A person and the body or office behind a comma in an owner's cell as two, unless it is told to be theirs."""
    mention = named.mention
    person, body, office = mention.name_at, mention.organization_at, mention.role_at
    behind = office if body is None or (office is not None and person.end < office.start < body.start) else body
    if mention.kind is not PartyKind.PERSON or behind is None or behind.start < person.end:
        return (named,)
    start, last = named.start - mention.start, max(each.end for each in (body, office) if each is not None)
    told = [each for each in known.people if fold(mention.name) in fold(each.name)]
    own, theirs = ("role", mention.role) if behind is office else ("organization", mention.organization)
    said = [fold(getattr(each, own)) for each in told if getattr(each, own)]
    held = [fold(each.role).split()[0] for each in known.people if each.role and each not in told]
    if fold(theirs or "") in said or text[start + person.end : start + behind.start].strip() != ",":
        return (named,)
    other_has_it = told and not said and fold(theirs or "") in held  # "Bu Rina, Ketua", another is "Ketua Panitia"
    several = _names_several(text[start + behind.start : start + behind.end])
    several |= fold(mention.name) in known.lexicon.cues.members  # "Gudang, Bendahara": a unit has no office
    if behind is office and not (said or other_has_it or several):
        return (named,)  # nothing tells that it is not theirs
    alone = replace(mention, end=person.end, organization=None, organization_at=None, role=None, role_at=None)
    other = known.loosely(text, start + behind.start, start + last)
    return (Named(named.start, start + person.end, alone), *other)


def _names_several(office: str) -> bool:
    """Whether many can hold an office: it stands in small letters or in short form ("Rina, staf gudang")."""
    return office[:1].islower() or office.isupper()


def _is_one(text: str, known: Known) -> bool:
    """Whether the lines of a cell are one party that something tells of, not given names below each other."""
    named = known.named(text, 0, len(text))
    return bool(named) and not any(map(known.is_strange, named))


def cell_owners(row: TaskRow, text_of: Callable[[Span], str], known: Known) -> tuple[OwnerRef, ...]:
    """The parties in the cell of a row's owners and of their helpers, its paragraphs apart where each is a party."""
    cells = row.helpers
    if row.owner is not None:
        cells = (PartyCell(row.owner, row.owner_parts, row.owner_listed, row.owner_derived, row.owner_lines), *cells)
    told: dict[str, OwnerRef] = {}
    for ref in (ref for cell in cells for ref in _of_cell(cell, text_of, known)):
        told.setdefault(fold(ref.mention.name), ref)
    return tuple(told.values())


def _of_cell(cell: PartyCell, text_of: Callable[[Span], str], known: Known) -> Iterator[OwnerRef]:
    """The parties in one cell."""
    parts = cell.parts
    listed = cell.listed and not _is_one(text_of(cell.span), known)
    titles = any(part.start >= cell.span.end for part in parts)  # of crossed columns
    told = any(text_of(part).startswith("(") for part in parts)  # "Seksi Acara" over "(Rina)"
    apart = len(parts) > 1 and not told and (titles or listed or all(known.is_party(text_of(part)) for part in parts))
    for span in parts if apart else _of_lines(cell, text_of, known) or (cell.span,):
        text = text_of(span)
        aside = _ASIDE.search(text)
        for start, end in _slashed(text[: aside.start()] if aside else text):
            whole = known.named(text, start, end, loose=True)
            named = tuple(each for one in whole for each in _apart(one, text, known))
            yield from owner_refs(named, span.start, "owner_column", derived=cell.derived)


def _of_lines(cell: PartyCell, text_of: Callable[[Span], str], known: Known) -> tuple[Span, ...]:
    """The parties known to the minutes that the lines of a cell make, one or several each, where nothing else does."""
    lines, found = tuple(line for line in cell.lines if line.end <= cell.span.end), []
    if not 1 < len(lines) <= _MOST_LINES or _PARTING.search(text_of(cell.span)):
        return ()
    while lines:
        spans = [Span(lines[0].start, line.end) for line in lines]
        size = next((at for at in range(len(lines), 1, -1) if known.aliases.knows(text_of(spans[at - 1]))), 1)
        found.append(spans[size - 1])
        lines = lines[size:]
    return tuple(found) if len(found) > 1 and all(known.aliases.knows(text_of(span)) for span in found) else ()


def parted_cell(row: TaskRow, text_of: Callable[[Span], str], due_of: Callable[[Span], DueMention | None]) -> TaskRow:
    """A row with the deadline that ends the cell of its owners in a cell of its own ("PIC / Due": "Rina / 13 Nov")."""
    cell = row.owner
    if cell is None or row.due_cell:
        return row
    text = text_of(cell)
    marks = {(mark.start(), mark.end()) for mark in _BEFORE_DUE.finditer(text)}
    marks |= {(one.end - cell.start, other.start - cell.start) for one, other in itertools.pairwise(row.owner_parts)}
    cuts, last = sorted(marks), len(text.rstrip(" )]"))
    ways = [(end, start, to) for (end, start), to in zip(cuts, [*(cut[0] for cut in cuts[1:]), last], strict=False)]
    ways += [
        (before.end - cell.start, line.start - cell.start, last)
        for before, line in itertools.pairwise(row.owner_lines)
        if text_of(before)[:1].isupper()
    ]
    for end, start, to in ways:
        mention = due_of(Span(cell.start + start, cell.start + to)) if end > 0 and start < to else None
        if mention is not None and mention.rule != "cell":
            owner, due = Span(cell.start, cell.start + end), Span(cell.start + start, cell.start + last)
            parts = (Span(part.start, min(part.end, owner.end)) for part in row.owner_parts if part.start < owner.end)
            return row._replace(owner=owner, owner_parts=tuple(parts), due=due, due_cell=True)
    return row


def _slashed(text: str) -> Iterator[Span]:
    """A cell's parts between handles, partners or slashes that stand apart ("Gizi / Promkes", "@ani @budi")."""
    label = _OWN_LABEL.match(text)
    first = label.end() if label else 0
    marks = list(_APART.finditer(text, first))
    last = len(text.rstrip(" )")) if any(mark.group().lstrip().startswith("(") for mark in marks) else len(text)
    yield from between(marks, first, last)


def headed_by_parties(groups: Sequence[Block], heading: Block | None, known: Known) -> bool:
    """Whether the parts of a list are headed by who does them: its heading says so, or most of theirs are parties."""
    told = [bool(heading_owners(group, known)) for group in groups]
    unknown = (group for group, party in zip(groups, told, strict=True) if not party)
    if any(len(group.text.split()) > _MOST_WORDS for group in unknown) or any(_is_task(each, known) for each in groups):
        return False
    if heading is not None and _BY_PARTY.search(heading.text):
        return True
    return len(told) > 1 and sum(told) * 2 >= len(told)


def _is_task(group: Block, known: Known) -> bool:
    """Whether a heading begins with what to do, or with a small letter, or counts something."""
    first = group.text.split()[0]
    verb = first.casefold() in task_words(known.lexicon) or known.language.verb_form(first.casefold()) is not None
    return verb or not first[:1].isupper() or any(map(str.isdigit, group.text))
