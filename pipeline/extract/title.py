"""The meeting's title: the subject line without the word for minutes.

Rules, first that gives something:

- the value of a title label (Judul, Nama rapat, Pertemuan), last of all of a subject label (Perihal);
- the lines between the word for minutes and the first label or section, with what follows that word on its own line;
- the last heading before the first label, where no word for minutes stands;
- the only agenda point, or the first one when it names a meeting;
- what a message says that it reports ("Berikut rangkuman rapat takmir").

Before all of them but a label comes what stands behind the day on the line that minutes open with ("4 Mei 2024 — Pompa
air"). A title that is only a number ("RAPAT II") gives way to the subject.

Dates, times and numbers of the minutes at the end of the line go; a line that is nothing but such words is no title.
"""

import itertools
import re

from notula.models.blocks import Block
from notula.models.minutes import PartyKind, TextValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.scope import UNJUDGED, Scope, Span, word_pattern
from notula.pipeline.extract.title_ends import NUMBER, is_empty_title, trim_title
from notula.pipeline.structure.labels import join_spaced
from notula.pipeline.structure.shapes import looks_like_heading
from notula.pipeline.text import fold, squeeze

_ADDRESS = re.compile(
    r"(?:^|[,:]\s*)jalan\b|\b(?:jl|jln|telp|telepon|fax|faks\w*|e-?mail|surel|website|laman|kode pos|kotak pos"
    r"|http\S*|www\S*|badan hukum)\b"
    r"|@|\b\d{5}\b",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(
    r"(?!(?:perumahan|perkumpulan|perusahaan|pelabuhan|perguruan|pemerintahan)\b)"
    r"(?:pe\w{3,}an|program|proyek|kegiatan|evaluasi|koordinasi|sosialisasi|tahun|tema|klaster|periode|triwulan|"
    r"dalam rangka|tentang|terkait|membahas|antara|dengan)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?P<what>[A-Z][^.;:]{8,120}?)\s*,?\s+(?:telah\s+)?(?:dilaksanakan|diadakan|diselenggarakan|digelar|berlangsung|"
    r"pada hari|bertempat)\b"
)
# "Berikut hasil rapat RT 05 hari Ahad ...": what the opening of a message says it reports.
_REPORTED = re.compile(
    r"\b(?:notulen\w*|notula|hasil|rangkuman|ringkasan|risalah|resume|catatan)\s+(?:dari\s+)?"
    r"(?P<what>(?:rapat|pertemuan|musyawarah|kumpul\w*|rembug)\b(?!\s*\d)[^.,;:()]{2,80}?)\s*"
    r"(?:,|\(|\b(?:pada|hari|tanggal|tgl|tadi|semalam|kemarin|yang|yg|td)\b|(?=\d))",
    re.IGNORECASE,
)
# "Telah dilaksanakan rapat lintas sektor pada ...": what an opening sentence says took place.
_TOOK_PLACE = re.compile(
    r"\b(?:telah|sudah)\s+di ?(?:laksanakan|adakan|selenggarakan|gelar|langsungkan)\s+(?:sebuah\s+)?"
    r"(?P<what>(?:rapat|pertemuan|musyawarah|sidang|rakor|forum|audiensi|koordinasi|sosialisasi|evaluasi)\b[^.,;:]{4,120}?)\s*"
    r"(?:,|;|\.|:|\b(?:pada|bertempat|yang|yg|dengan agenda|oleh|di|dihadiri|dipimpin|dimulai)\b)",
    re.IGNORECASE,
)
_SHORT_TITLE = 4  # words
_JOINERS = re.compile(r"[\s\-–—:|,/]+")
_TELLS = re.compile(
    r"\b(?:di ?pimpin|di ?hadiri|di ?buka|di ?mulai|di ?tutup|di ?laksanakan|membahas|menyampaikan)\b", re.IGNORECASE
)
_TAKES_PLACE = re.compile(r"\b(?:telah\s+)?di ?(?:adakan|laksanakan|selenggarakan|gelar)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"[\s#*–—-]*(?:(?:lembar|form|formulir|format|draf|draft|hasil|laporan|lampiran|dokumen|buku)\s+){0,2}",
    re.IGNORECASE,
)
_ADMIN = re.compile(r"\b(?:dokumen|formulir|form|rev(?:isi)?|fm-\S+|no\.? ?dok\w*)\b", re.IGNORECASE)


# What begins a letter or the sentence under a title.
_NO_TITLE = re.compile(
    r"\W*(?:yth\b|kepada\s+yth|(?:kepada|dari)\s*:|(?:dalam rangka|sehubungan|berdasarkan)\s.*[:,]\s*$)", re.IGNORECASE
)
# What stands behind the day that a line begins with.
_BEHIND_DAY = re.compile(
    r"(?:\s+(?:pagi|siang|sore|malam)\b|\s*\([^()]*\))*\s*(?:(?P<dash>[-–—:|·])|[,.])\s+"
    r"(?P<what>[^,;.(]{3,120}?)\s*(?=$|[,;(]|\.(?:\s|$)|\s(?:di|jam|pukul|pkl|lewat|via|bertempat)\s)"
)
# Titles that say which meeting it was by its number or its kind alone.
_ONLY_NUMBERED = re.compile(
    r"\W*rapat\s+(?:koordinasi|konsinyering|konsinyasi|teknis|kerja|pembahasan|terbatas|dengar pendapat)\W*"
    r"|\W*(?:rapat|pertemuan|sidang|sesi)\s+(?:ke[-\s]?)?(?:\d{1,3}|[ivx]{1,5}|pertama|ke\w+)\W*(?:\([^()]*\))?\W*",
    re.IGNORECASE,
)
Found = tuple[Span, str]


def find_title(scope: Scope, agenda: tuple[Span, ...]) -> TextValue | None:
    """The title, or None where the minutes have none."""
    numbered: Found | None = None
    for finder in (_labelled, _behind_day, _after_genre, _prose, _heading, _subject):
        found = finder(scope) if numbered is None or finder is _subject else None
        if found and _ONLY_NUMBERED.fullmatch(scope.text(*found[0])):
            numbered = found
        elif found:
            return _value(scope, *found)
    if agenda and (len(agenda) == 1 or _names_meeting(scope, scope.text(*agenda[0]))):
        return _value(scope, agenda[0], "title_from_agenda")
    reported = numbered or _reported(scope)
    return _value(scope, *reported) if reported else None


def _behind_day(scope: Scope) -> Found | None:
    """What the first line says behind its day: after a dash anything, after a comma or full stop a meeting's name."""
    block = next(first_blocks(scope, 1), None)
    if block is None or block.table is not None or block.kind == "item":
        return None
    days = [mention for mention in find_dates(block.text, scope.lexicon, short=True) if mention.parts.day]
    if not days or days[0].start > 0:
        return None
    match = _BEHIND_DAY.match(block.text, days[0].end)
    if match is None or not (match["dash"] or _names_meeting(scope, match["what"])):
        return None
    span = trim_title(scope, Span(block.start + match.start("what"), block.start + match.end("what")))
    return (span, "title_heading") if span and not is_empty_title(scope, scope.text(*span)) else None


def _reported(scope: Scope) -> Found | None:
    """What the first sentence of a message says that it reports ("Berikut rangkuman rapat takmir hari Ahad ...")."""
    days = {word for names in scope.lexicon.calendar.weekdays.values() for word in names}
    for block in first_blocks(scope, 3):
        match = _REPORTED.search(block.text) or _TOOK_PLACE.search(block.text) if block.table is None else None
        span = (
            trim_title(scope, Span(block.start + match.start("what"), block.start + match.end("what")))
            if match
            else None
        )
        if span and not is_empty_title(scope, scope.text(*span)) and not days & set(fold(scope.text(*span)).split()):
            return span, "title_prose"
    return None


def _prose(scope: Scope) -> Found | None:
    """What the opening sentence says was held ("Rapat warga RT 05 dilaksanakan pada hari ...")."""
    for block in _top(scope)[:3]:
        match = _HELD.match(block.text)
        if match and _names_meeting(scope, block.text):
            return Span(block.start, block.start + match.end("what")), "title_prose"
    return None


def _value(scope: Scope, span: Span, rule: str) -> TextValue:
    return TextValue(
        text=squeeze(join_spaced(scope.document.text[span.start : span.end].replace("\n", " "))),
        confidence=UNJUDGED,
        evidence=scope.evidence(*span, rule),
    )


def _labelled(scope: Scope) -> Found | None:
    found = _of_field(scope, "title", "title_label")
    if found is None:  # "Notulen: Rapat Warga Blok C"
        blocks = [section.blocks[0] for section in scope.field("note_taker") if section.blocks]
        named = (block for block in blocks if _names_meeting(scope, block.text))
        found = next(((Span(block.start, block.end), "title_label") for block in named), None)
    return found


def _subject(scope: Scope) -> Found | None:
    return _of_field(scope, "subject", "title_subject")


def _of_field(scope: Scope, name: str, rule: str) -> Found | None:
    for section in scope.field(name):
        if section.blocks:
            span = trim_title(scope, Span(section.blocks[0].start, section.blocks[-1].end))
            if span is not None and not is_empty_title(scope, scope.text(*span)):
                return span, rule
    return None


def _after_genre(scope: Scope) -> Found | None:
    """The lines from the word for minutes on."""
    blocks = _top(scope)
    genre = word_pattern(scope.lexicon.cues.genre)
    for at, block in enumerate(blocks):
        joined = join_spaced(block.text)
        lead = _LEAD.match(joined)
        match = genre.match(joined.lstrip()) or genre.match(joined, lead.end() if lead else 0)
        if match is None:
            match = genre.search(joined) if _ends_in_genre(scope, joined) else None
        if match is None:
            continue
        start, end = _own_rest(block, match.end() if joined == block.text else len(block.text)), block.end
        rest = squeeze(_JOINERS.sub(" ", scope.document.text[start:end]))
        own = None if not rest or is_empty_title(scope, rest) else Span(start, end)
        whole = own is not None and _is_whole(rest, block, blocks, at)
        lines = _subtitles(scope, blocks, at) if whole else _title_lines(scope, blocks[at + 1 :])
        if own is None and not lines:
            continue
        span = Span(own.start if own else lines[0].start, lines[-1].end if lines else end)
        trimmed = trim_title(scope, span)
        if trimmed is not None and not is_empty_title(scope, scope.text(*trimmed)):
            return trimmed, "title_after_genre"
    return None


def _ends_in_genre(scope: Scope, text: str) -> bool:
    """Whether the word for minutes stands at the end of a line of the letterhead."""
    words = text.split()
    ends = (" ".join(words[-count:]) for count in (1, 2, 3))
    return _ADDRESS.search(text) is not None and any(scope.labels.is_genre(end) for end in ends)


def _own_rest(block: Block, length: int) -> int:
    """Where the words after the genre word start on its own line."""
    rest = block.text[length:]
    lead = re.match(r"[ :\-–—|\t,]*(?:of\s+(?:the\s+)?)?", rest)
    return block.start + length + (lead.end() if lead else 0)


def _is_whole(own: str, block: Block, blocks: list[Block], at: int) -> bool:
    """Whether a title on the genre's own line is complete: what follows is set in another style."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return True
    if len(own.split()) <= 2:
        return False
    return not _same_style(block, following)


def _title_lines(scope: Scope, blocks: list[Block]) -> list[Block]:
    """The blocks that make a title, from the first on."""
    taken: list[Block] = []
    for block in blocks[:6]:
        text = block.text.strip()
        if taken and not _same_style(taken[-1], block) and not _is_subtitle(scope, block, blocks):
            break
        if not taken and not _styled(block) and len(text.split()) < 3 and not _names_meeting(scope, text):
            break
        if (
            block.table is not None
            or block.kind == "item"
            or NUMBER.match(text)
            or _ADDRESS.search(text)
            or _NO_TITLE.match(text)
            or len(text) > 260
        ):
            break
        if (len(text.split()) > 14 and text.endswith(".")) or _TAKES_PLACE.search(text):
            break
        if taken and (_dated(scope, text) or text.endswith(".")):
            break
        if not taken and _dated(scope, text) and is_empty_title(scope, text):
            break
        taken.append(block)
    return taken


def _subtitles(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The lines right after a title that go on with it in another style."""
    return list(itertools.takewhile(lambda block: _is_subtitle(scope, block, blocks), blocks[at + 1 :]))


def _is_subtitle(scope: Scope, block: Block, blocks: list[Block]) -> bool:
    """Whether a line is the last one or two before the first label and says what the meeting is for."""
    text = block.text.strip()
    last = len(blocks) - blocks.index(block) <= 2
    if _NO_TITLE.match(text):
        return False
    return last and len(text.split()) >= 3 and _SUBTITLE.match(text) is not None and not _dated(scope, text)


def _second_line(scope: Scope, blocks: list[Block], at: int) -> list[Block]:
    """The line that goes on with a short title, set like it ("RAPAT KOORDINASI II", then the name of the event)."""
    first, second = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if second is None or not first.bold or len(first.text.split()) > _SHORT_TITLE:
        return []
    alike = (second.bold, second.align, second.outline) == (True, first.align, first.outline)
    text = second.text.strip()
    other = _ADDRESS.search(text) or _dated(scope, text) or kind_of(text, scope.lexicon) is PartyKind.ORGANIZATION
    return [second] if alike and looks_like_heading(second) and not other else []


def _styled(block: Block) -> bool:
    """Whether a block is set apart: weight, centring, outline, capitals."""
    return block.bold or block.align == "center" or block.outline is not None or block.text.isupper()


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
    return (alike and size and _styled(block)) or block.text[:1].islower()


def _heading(scope: Scope) -> Found | None:
    """A line before the first label that names a meeting or is set as a title."""
    blocks = _top(scope)
    for at, block in enumerate(blocks):
        text = join_spaced(block.text).strip()
        if block.kind == "item" or block.table is not None or _ADDRESS.search(text) or len(text) > 200:
            continue
        if len(text.split()) > 9 and _TELLS.search(text):
            continue
        lead = _LEAD.match(block.text)
        skip = lead.end() if lead and not _names_meeting(scope, text) else 0
        names = (
            _names_meeting(scope, text) or _names_meeting(scope, block.text[skip:]) or _ends_in_meeting(scope, block)
        )
        titled = block.outline is not None and block.outline <= 1
        if (not names and not titled) or (text.endswith(".") and not names):
            continue
        more = _subtitles(scope, blocks, at) or _second_line(scope, blocks, at)
        span = trim_title(scope, Span(block.start + skip, more[-1].end if more else block.end))
        if span is None or is_empty_title(scope, scope.text(*span)) or len(scope.text(*span).split()) > 30:
            continue
        return span, "title_heading"
    return None


def _top(scope: Scope) -> list[Block]:
    """The blocks before the first labelled field, headings of the document included.

    What stands below the number or the address of a letterhead belongs to them, too.
    """
    found: list[Block] = []
    for section in scope.sections.sections:
        if section.field == "ignore" and section.inline:
            found.extend(section.blocks[1:])
            continue
        if section.rule == "after_header" and any(scope.field("ignore")):
            found.extend(itertools.takewhile(looks_like_heading, section.blocks[:3]))
        if section.kind is not SectionKind.HEADER or section.field is not None:
            if section.heading is not None and _is_genre_heading(scope, section):
                found.extend([section.heading, *section.blocks])
                continue
            break
        found.extend(([section.heading] if section.heading else []) + list(section.blocks))
    return _flatten(scope, found)


def _flatten(scope: Scope, blocks: list[Block]) -> list[Block]:
    """The blocks with those of layout tables (a letterhead beside the word for minutes) in place of the tables."""
    flat: list[Block] = []
    labels = scope.labels

    def is_ignored(text: str) -> bool:
        opening = labels.opening(text)
        return opening is not None and opening.field == "ignore"

    for block in blocks:
        if block.table is None:
            flat.append(block)
        else:
            flat.extend(
                each
                for row in block.table.rows
                for cell in row
                if not cell.derived
                for each in cell.blocks
                if not _ADMIN.search(each.text) and not is_ignored(each.text)
            )
    return flat


def _is_genre_heading(scope: Scope, section: Section) -> bool:
    """Whether a heading that opened a section is the word for minutes at the very top ("NOTULENSI")."""
    assert section.heading is not None
    text = fold(join_spaced(section.heading.text))
    return section is scope.sections.sections[1 if len(scope.sections.sections) > 1 else 0] and any(
        text.startswith(word) for word in scope.lexicon.cues.genre
    )


def _names_meeting(scope: Scope, text: str) -> bool:
    return word_pattern(scope.lexicon.cues.meeting).match(text.lstrip(" #*")) is not None


def _ends_in_meeting(scope: Scope, block: Block) -> bool:
    """Whether a line that is set apart ends with a word for a meeting ("Project Coordination Meeting")."""
    words = block.text.split()
    return _styled(block) and 2 <= len(words) <= 8 and _names_meeting(scope, words[-1])


def _dated(scope: Scope, text: str) -> bool:
    return bool(find_dates(text, scope.lexicon))
