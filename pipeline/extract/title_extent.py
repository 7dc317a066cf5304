"""How far a title goes: the lines that go on with it, told by how they are set and how they begin."""

import itertools
import re

from notula.models.blocks import Block
from notula.models.minutes import PartyKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.title_ends import ADDRESS, NUMBER, is_empty_title, names_meeting
from notula.pipeline.structure.shapes import looks_like_heading
from notula.pipeline.text import fold

_SUBTITLE = re.compile(
    r"(?!(?:perumahan|perkumpulan|perusahaan|pelabuhan|perguruan|pemerintahan)\b)"
    r"(?:pe\w{3,}an|rencana|rancangan|re[vw]i[eu]w?|program|proyek|paket|kegiatan|evaluasi|koordinasi|sosialisasi|tahun|tema|klaster|periode|triwulan|"
    r"dalam rangka|tentang|terkait|membahas|antara|dengan)\b",
    re.IGNORECASE,
)
# Which week's meeting it was ("Minggu ke-2 Mei 2024").
_WEEK = re.compile(r"(?:minggu|pekan)\s+(?:ke[-\s]?)?(?:\d{1,2}|[IVX]{1,5})\b.{0,30}", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”'‘].{4,120}[\"“”'’]")
_SENTENCES = re.compile(r"\b(?!prov?\b|prof\b)[^\W\d_]{4,}\.\s+[^\W\d_]\S*\s+\S", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][^:]{1,30}\s:\s+\S")  # a row of a form: "Unit Kerja : Bagian Umum"
# The code of a form ("FM-UMUM-07 Rev. 02", "F/SOP/12/03"), which is no title.
_CODE = re.compile(
    r"[A-Z]{1,8}(?:[-./][A-Z\d]+)+(?:[\s,/|-]*(?i:rev(?:isi)?|edisi|terbitan)\b.{0,30}|(?<=[-./]\d\d))"
)
_SHORT_TITLE = 4  # words
# The end of a line that names nothing but the kind of the meeting and the organs that met.
_ONLY_KIND = re.compile(
    r"\b(?:rapat|musyawarah|sidang|pertemuan)(?:\s+(?:pleno|paripurna|kerja|koordinasi|gabungan|rutin|bulanan|mingguan"
    r"|tahunan|luar|biasa|besar|umum|internal|terbatas|harian|anggota|pengurus|pengawas|pembina|pimpinan|komisaris|direksi"
    r"|staf|dewan|panitia|dan|dengan|ke-?\d*|[ivx]+|\d+))*\W*$",
    re.IGNORECASE,
)
TAKES_PLACE = re.compile(r"\b(?:telah\s+)?di ?(?:adakan|laksanakan|selenggarakan|gelar)\b", re.IGNORECASE)
# What begins a letter or the sentence under a title.
_NO_TITLE = re.compile(
    r"\W*(?:yth\b|kepada\s+yth|(?:kepada|dari)\s*:|(?:dalam rangka|sehubungan|berdasarkan)\s.*[:,]\s*$)", re.IGNORECASE
)


def lines_behind(scope: Scope, own: str, blocks: list[Block], at: int) -> list[Block]:
    """The lines after the word for minutes that make the title or go on with what stands behind the word (``own``)."""
    whole = own and _is_whole(own, blocks, at)
    if whole:
        return _subtitles(scope, blocks, at) or _whose(scope, blocks, at) or _theme(scope, own, blocks, at)
    return _title_lines(scope, blocks[at + 1 :])


def lines_under(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The lines that go on with a heading."""
    return _subtitles(scope, blocks, at) or _second_line(scope, blocks, at)


def _title_lines(scope: Scope, blocks: list[Block]) -> list[Block]:
    """The blocks that make a title, from the first on."""
    taken: list[Block] = []
    for block in blocks[:6]:
        text = block.text.strip()
        if taken and not _same_style(taken[-1], block) and not _is_subtitle(scope, block, blocks):
            break
        if not taken and not is_styled(block) and len(text.split()) < 3 and not names_meeting(scope, text):
            break
        if (
            block.table is not None
            or block.kind == "item"
            or NUMBER.match(text)
            or (ADDRESS.search(text) and not names_meeting(scope, text))
            or _CODE.fullmatch(text)
            or _NO_TITLE.match(text)
            or (_LABELLED.match(text) and not _SUBTITLE.match(text))
            or len(text) > 260
        ):
            break
        if (len(text.split()) > 14 and text.endswith(".")) or TAKES_PLACE.search(text):
            break
        if taken and (_dated(scope, text) or text.endswith(".")):
            break
        if not taken and _dated(scope, text) and is_empty_title(scope, text):
            break
        taken.append(block)
    return taken


def _is_whole(own: str, blocks: list[Block], at: int) -> bool:
    """Whether a title on the genre's own line is complete: what follows is set in another style."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return True
    if len(own.split()) <= 2:
        return False
    return not _same_style(blocks[at], following)


def _subtitles(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The lines right after a title that go on with it in another style."""
    following = map(blocks.__getitem__, range(at + 1, len(blocks)))
    return list(itertools.takewhile(lambda block: _is_subtitle(scope, block, blocks), following))


def _is_subtitle(scope: Scope, block: Block, blocks: list[Block]) -> bool:
    """Whether a line is the last one or two before the first label and says what the meeting is for."""
    text = block.text.strip()
    last = block in blocks[-2:]
    if _NO_TITLE.match(text):
        return False
    if _QUOTED.fullmatch(text):
        return True
    if last and len(text.split()) >= 3 and _SUBTITLE.match(text) and not _dated(scope, text):
        return True
    return last and _WEEK.fullmatch(text) is not None and not _names_day(scope, text)


def _whose(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The body under a title that tells only the kind of meeting ("RAPAT PLENO II"), set apart."""
    if at + 2 != len(blocks) or not is_styled(blocks[at + 1]) or not _ONLY_KIND.search(blocks[at].text):
        return []
    text = blocks[at + 1].text.strip()
    other = ADDRESS.search(text) or NUMBER.match(text) or _dated(scope, text) or _NO_TITLE.match(text)
    return [] if other or kind_of(text, scope.lexicon) is not PartyKind.ORGANIZATION else [blocks[at + 1]]


def _theme(scope: Scope, own: str, blocks: list[Block], at: int) -> list[Block]:
    """The one heading under a title that tells little more than the kind of meeting ("RAPAT MITRA"): what it was on."""
    if at + 2 != len(blocks) or len(own.split()) > _SHORT_TITLE or not names_meeting(scope, own):
        return []
    theme = blocks[at + 1]
    text = theme.text.strip()
    if fold(text).startswith(fold(own)):
        return []  # the title anew
    told = len(text.split()) < _SHORT_TITLE or text.endswith((".", ":")) or _dated(scope, text) or _NO_TITLE.match(text)
    other = ADDRESS.search(text) or NUMBER.match(text) or kind_of(text, scope.lexicon) is PartyKind.ORGANIZATION
    return [] if told or other or not (theme.bold or theme.outline) else [theme]


def _second_line(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The line that goes on with a short title, set like it ("RAPAT KOORDINASI II", then the name of the event)."""
    first, second = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if second is None or not first.bold or len(first.text.split()) > _SHORT_TITLE:
        return []
    alike = (second.bold, second.align, second.outline) == (True, first.align, first.outline)
    text = second.text.strip()
    other = ADDRESS.search(text) or _dated(scope, text) or kind_of(text, scope.lexicon) is PartyKind.ORGANIZATION
    return [second] if alike and looks_like_heading(second) and not other else []


def is_styled(block: Block) -> bool:
    """Whether a block is set apart: weight, centring, outline, capitals."""
    return block.bold or block.align == "center" or block.outline is not None or block.text.isupper()


def is_prose(block: Block) -> bool:
    """Whether a line that nothing sets apart is several sentences."""
    return not is_styled(block) and _SENTENCES.search(block.text) is not None


def _same_style(before: Block, block: Block) -> bool:
    """Whether a line goes on with the title before it: set alike, or joined by how it begins or the other ends."""
    if before.text.rstrip().endswith((":", ",", "-", "–", " dan", " terkait", " tentang")):
        return True
    alike = (before.bold, before.align, before.outline, before.text.isupper()) == (
        block.bold,
        block.align,
        block.outline,
        block.text.isupper(),
    )
    size = before.size is None or block.size is None or abs(before.size - block.size) <= 2.5
    goes_on = block.text[:1].islower() and before.outline == block.outline
    return (alike and size and is_styled(block)) or goes_on


def _dated(scope: Scope, text: str) -> bool:
    return bool(find_dates(text, scope.lexicon))


def _names_day(scope: Scope, text: str) -> bool:
    return any(mention.parts.day for mention in find_dates(text, scope.lexicon))
