"""The meeting's title: the subject line without the word for minutes.

Rules, first that gives something:

- the value of a title label (Judul, Nama rapat, Pertemuan), last of all of a subject label (Perihal);
- what stands behind "Tentang" under the number of the minutes, as records that are numbered like decrees have it;
- the lines between the word for minutes and the first label or section, with what follows that word on its own line;
- the last heading before the first label, where no word for minutes stands, or a line set apart right above the day;
- the only agenda point, or the first one when it names a meeting;
- what a message says that it reports ("Berikut rangkuman rapat takmir").

Before all of them but a label comes what stands behind the day on the line that minutes open with ("4 Mei 2024 — Pompa
air"). A title that is only a number ("RAPAT II") or says who met gives way to the subject.

Dates, times and numbers of the minutes at the end of the line go; a line that is nothing but such words is no title.
"""

import re

from notula.models.blocks import Block
from notula.models.minutes import PartyKind, TextValue
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import UNJUDGED, Scope, Span, word_pattern
from notula.pipeline.extract.title_blocks import names_book, top_blocks
from notula.pipeline.extract.title_ends import ADDRESS, is_empty_title, names_meeting, trim_title
from notula.pipeline.extract.title_extent import is_prose, is_styled, lines_behind, lines_under
from notula.pipeline.extract.title_prose import Found, before_day, behind_day, held, over_day, reported
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold, squeeze

_LONGEST_TITLE = 30  # words
_MOST_WHO_WORDS = 4  # of a title that says who met
_MOST_BODY_WORDS = 8  # of a title that is the name of a body
_LINES = 8  # of the head, in which a title stands
_JOINERS = re.compile(r"[\s\-–—:|,/]+")
_TELLS = re.compile(
    r"\b(?:di ?pimpin|di ?hadiri|di ?buka|di ?mulai|di ?tutup|di ?laksanakan|membahas|menyampaikan)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"[\s#*–—-]*(?:(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]\s+)?"
    r"(?:(?:lembar|form|formulir|format|draf|draft|hasil|laporan|pelaksanaan|lampiran|dokumen|buku|akta"
    r"|(?:log|transkrip|salinan|kutipan)(?=\s+(?:rapat|pertemuan|musyawarah|sidang|diskusi|kopdar)\b))\s+){0,2}",
    re.IGNORECASE,
)
# What follows the word for minutes and tells of the record: "dibuat oleh Rina", "ini memuat hasil rapat".
_OF_RECORD = re.compile(r"(?:di ?(?:buat|catat|tulis|susun|rangkum)\s+)?oleh\b|ini\s+(?:me|di|ber)\w+", re.IGNORECASE)
_BETWEEN = re.compile(r"[ :\-–—|\t,]*(?:of\s+(?:the\s+)?)?")
_PARTED = re.compile(r"\s*[-–—:|]\s+(?=\S)")
_AND_GENRE = re.compile(r"\s*(?:dan|&|/)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\W*no(?:mor|\.)?\b", re.IGNORECASE)
_ABOUT = re.compile(r"\W*tentang(?:\s*:)?\s+(?=\S+\s+\S)", re.IGNORECASE)
_COUNT = re.compile(r"[IVX]+|\d+")
_UNDER_NUMBER = 3  # blocks
_FIRST_SECTIONS = 6
_OF_PROJECT = re.compile(r"\W*(?:nama\s+)?(?:project|proyek)\b", re.IGNORECASE)
# Titles that say which meeting it was by its number or its kind alone.
_ONLY_NUMBERED = re.compile(
    r"\W*rapat\s+(?:koordinasi|konsinyering|konsinyasi|teknis|kerja|pembahasan|terbatas|dengar pendapat|pleno|paripurna"
    r"|internal)\W*"
    r"|\W*musyawarah\s+(?:desa|dusun|kelurahan|nagari|kampung)\W*"
    r"|\W*(?:rapat|pertemuan|sidang|sesi)\s+(?:ke[-\s]?)?(?:\d{1,3}|[ivx]{1,5}|pertama|ke\w+)\W*(?:\([^()]*\))?\W*",
    re.IGNORECASE,
)


def find_title(scope: Scope, agenda: tuple[Span, ...]) -> TextValue | None:
    """The title, or None where the minutes have none."""
    numbered: Found | None = None
    for finder in (_labelled, behind_day, _numbered, _after_genre, held, _heading, over_day, before_day, _subject):
        found = finder(scope) if numbered is None or finder is _subject else None
        if found and _ONLY_NUMBERED.fullmatch(scope.text(*found[0])):
            numbered = found
        elif found and (subject := _subject(scope)) and _tells_who_met(scope, scope.text(*found[0])):
            return _value(scope, *subject)
        elif found and len(agenda) == 1 and _names_only_body(scope, found):
            return _value(scope, agenda[0], "title_from_agenda")
        elif found:
            return _value(scope, _longer(scope, found[0]), found[1])
    if agenda and (len(agenda) == 1 or names_meeting(scope, scope.text(*agenda[0]))):
        return _value(scope, agenda[0], "title_from_agenda")
    last = (_said_again(scope, numbered) if numbered else None) or reported(scope) or _project(scope)
    return _value(scope, *last) if last else None


def _tells_who_met(scope: Scope, text: str) -> bool:
    """Whether a title says no more than who met ("RAPAT STAF", "KOMITE KEPERAWATAN"); a number tells which meeting."""
    words = text.split()
    if not words or len(words) > _MOST_WHO_WORDS or _COUNT.fullmatch(words[-1]):
        return False
    if not names_meeting(scope, text):
        return opening_of(text, scope.lexicon) is not None
    return len(words) > 1 and kind_of(" ".join(words[1:]), scope.lexicon) is not PartyKind.PERSON


def _names_only_body(scope: Scope, found: Found) -> bool:
    """Whether a title is but the name of the body whose minutes they are ("NOTULEN", "SDN 4 KARANGMULYA")."""
    text = scope.text(*found[0])
    if found[1] != "title_after_genre" or len(text.split()) > _MOST_BODY_WORDS or names_meeting(scope, text):
        return False
    return opening_of(text, scope.lexicon) is not None


def _longer(scope: Scope, span: Span) -> Span:
    """The title, or the line set apart below that says it again and goes on ("RAPAT KERJA", "Rapat Kerja 2023")."""
    title = fold(join_spaced(scope.text(*span)))
    subject = _subject(scope)
    said = scope.text(*subject[0]) if subject else ""
    if subject and names_meeting(scope, said) and set(title.split()) < set(fold(said).split()):
        return subject[0]  # "RAPAT TIM K3" in a form's letterhead, "Rapat Bulanan Tim K3 Juli 2023" as its subject
    for block in top_blocks(scope)[:_LINES]:
        again = block.start >= span.end and is_styled(block) and fold(join_spaced(block.text)).startswith(f"{title} ")
        if again and (whole := trim_title(scope, Span(block.start, block.end))):
            return whole if len(scope.text(*whole)) > len(title) else span
    return span


def _said_again(scope: Scope, numbered: Found) -> Found:
    """A title of little, or the line below that says it again and goes on ("RAPAT PLENO", "Rapat pleno tentang X")."""
    title = fold(join_spaced(scope.text(*numbered[0])))
    for section in scope.sections.sections[:_FIRST_SECTIONS]:
        for block in section.blocks[:_UNDER_NUMBER]:
            below = block.start >= numbered[0].end and block.kind == "paragraph" and block.table is None
            if not below or is_prose(block) or block.text.rstrip().endswith(".") or _TELLS.search(block.text):
                continue
            again = fold(block.text).startswith(f"{title} ")
            whole = trim_title(scope, Span(block.start, block.end)) if again else None
            if whole is not None and len(scope.text(*whole).split()) <= _LONGEST_TITLE:
                return whole, numbered[1]
    return numbered


def _project(scope: Scope) -> Found | None:
    """The project whose meeting it was, where nothing else tells ("Project : Jembatan Ambar - Rapat Mingguan ke-4")."""
    for section in scope.field("ignore"):
        if section.blocks and section.heading is not None and _OF_PROJECT.match(section.heading.text):
            span = trim_title(scope, Span(section.blocks[0].start, section.blocks[-1].end))
            return (span, "title_subject") if span is not None else None
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
        named = (block for block in blocks if names_meeting(scope, block.text))
        found = next(((Span(block.start, block.end), "title_label") for block in named), None)
    return found


def _numbered(scope: Scope) -> Found | None:
    """What numbered minutes are about ("RISALAH RAPAT", "Nomor : 07/III/2023", "Tentang", "PEMBAGIAN LAPAK")."""
    for section in scope.field("ignore"):
        if section.heading is None or not _NUMBER.match(section.heading.text):
            continue
        for block in section.blocks[:_UNDER_NUMBER]:
            about = _ABOUT.match(block.text)
            if about is None or is_prose(block) or block.text.rstrip().endswith("."):
                continue
            span = trim_title(scope, Span(block.start + about.end(), block.end))
            return (span, "title_about") if span is not None else None
    return None


def _subject(scope: Scope) -> Found | None:
    return _of_field(scope, "subject", "title_subject")


def _of_field(scope: Scope, name: str, rule: str) -> Found | None:
    for section in scope.field(name):
        if section.blocks:
            span = trim_title(scope, Span(section.blocks[0].start, section.blocks[-1].end))
            if span is not None:
                return span, rule
    return None


def _after_genre(scope: Scope) -> Found | None:
    """The lines from the word for minutes on."""
    blocks = top_blocks(scope)
    genre = word_pattern(scope.lexicon.cues.genre)
    for at, block in enumerate(blocks):
        if is_prose(block):
            continue
        joined = join_spaced(block.text)
        if names_book(block):
            continue
        lead = _LEAD.match(joined)
        match = genre.match(joined.lstrip()) or genre.match(joined, lead.end() if lead else 0)
        if match is None:
            match = genre.search(joined) if _ends_in_genre(scope, joined) else None
        if match is None:
            continue
        listed = False  # with minutes on one paper ("Notulen & Daftar Tindak Lanjut")
        if joined_on := _AND_GENRE.match(joined, match.end()):
            listed = scope.labels.words.loose_kind(joined[joined_on.end() :]) is not None
            match = genre.match(joined, joined_on.end()) or match  # "Berita Acara dan Risalah"
        start, end = _own_rest(scope, block, match.end() if joined == block.text else len(block.text)), block.end
        rest = squeeze(_JOINERS.sub(" ", scope.document.text[start:end]))
        own = "" if listed or is_empty_title(scope, rest) or _OF_RECORD.match(rest) else rest
        lines = lines_behind(scope, own, blocks, at)
        if not own and not lines:
            continue
        span = trim_title(scope, Span(start if own else lines[0].start, lines[-1].end if lines else end))
        if span is not None:
            return span, "title_after_genre"
    return None


def _ends_in_genre(scope: Scope, text: str) -> bool:
    """Whether the word for minutes stands at the end of a line of the letterhead."""
    words = text.split()
    ends = (" ".join(words[-count:]) for count in (1, 2, 3))
    return ADDRESS.search(text) is not None and any(scope.labels.words.is_genre(end) for end in ends)


def _own_rest(scope: Scope, block: Block, length: int) -> int:
    """Where the words after the genre word, and a day right behind it, start on its own line."""
    rest = block.text[length:]
    lead = _BETWEEN.match(rest)
    start = length + (lead.end() if lead else 0)
    day = next(iter(find_dates(block.text[start:], scope.lexicon)), None)
    if day and day.parts.day and not day.start and (behind := _PARTED.match(block.text, start + day.end)):
        start = behind.end()  # "MoM 3/3/2025 - Pompa air"
    return block.start + start


def _heading(scope: Scope) -> Found | None:
    """A line before the first label that names a meeting or is set as a title."""
    blocks = top_blocks(scope)
    for at, block in enumerate(blocks):
        text = join_spaced(block.text).strip()
        listed = block.kind == "item" and not block.bold
        if listed or block.table is not None or ADDRESS.search(text) or len(text) > 200 or is_prose(block):
            continue
        if names_book(block):
            continue
        if len(text.split()) > 9 and _TELLS.search(text):
            continue
        lead = _LEAD.match(block.text)
        skip = lead.end() if lead and not names_meeting(scope, text) else 0
        names = names_meeting(scope, text) or names_meeting(scope, block.text[skip:]) or _ends_in_meeting(scope, block)
        titled = block.outline is not None and (block.outline <= 1 or _heads_all(scope, block))
        titled = titled and not _is_letterhead(scope, blocks, at)
        if (not names and not titled) or (text.endswith(".") and not names):
            continue
        more = lines_under(scope, blocks, at)
        span = trim_title(scope, Span(block.start + skip, more[-1].end if more else block.end))
        if span is not None and len(scope.text(*span).split()) <= _LONGEST_TITLE:
            return span, "title_heading"
    return None


def _is_letterhead(scope: Scope, blocks: list[Block], at: int) -> bool:
    """Whether a heading is but the name of whose minutes they are: a subject is told, or a heading stands below."""
    below = _subject(scope) is not None or any(block.outline is not None for block in blocks[at + 1 :])
    return below and kind_of(blocks[at].text.strip(" #"), scope.lexicon) is PartyKind.ORGANIZATION


def _heads_all(scope: Scope, block: Block) -> bool:
    """Whether the minutes begin with a heading and all others are below it ("## Pompa air", "### Tugas")."""
    sections = scope.sections.sections
    blocks = [each for section in sections for each in (section.heading, *section.blocks) if each is not None]
    levels = [each.outline for each in blocks if each.outline is not None and each is not block]
    assert block.outline is not None
    return blocks[0] is block and bool(levels) and min(levels) > block.outline


def _ends_in_meeting(scope: Scope, block: Block) -> bool:
    """Whether a line that is set apart ends with a word for a meeting ("Project Coordination Meeting")."""
    words = block.text.split()
    return is_styled(block) and 2 <= len(words) <= 8 and names_meeting(scope, words[-1])
