"""Talk that stands under the headings of units: "Kepegawaian", "Humas (Rina)", "IT", each over a list of short notes.

Where most headings over lists name bodies, a field of work ("Humas", "IT") names its unit as well. A note that says
what to do, or by when something has to be so, gives work to the unit whose heading it stands under.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

from notula.models.blocks import Block
from notula.models.minutes import DueKind, PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.done import is_done
from notula.pipeline.extract.drafts import OwnerRef, owner_refs
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.groups import heading_owners
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.modality import is_question
from notula.pipeline.extract.owner_clauses import tells_no_task
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.language import VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_MOST_WORDS = 6  # of a heading
_FEWEST = 2  # headings that name bodies
_NOTE = 14  # words of a note whose mark names who does it
_SHORT = 4  # words of a cell that only tell something where they name a party
_BRACKET = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
_OFFICE = re.compile(
    r"(?:(?:ketua|kepala|wakil|koordinator|koord?|ka|kadiv|kadep\w*|kabid|kabag|kabiro|kasie?|kasubb?ag|sekbid|menteri|"
    r"manajer|manager|head|lead|pj|pic|staff?|anggota|divisi|div|bidang|bid|departemen|dep|dept|seksi|sie|biro|bagian|"
    r"unit|tim|of)\.?\s+)+(?P<unit>\S.*)"
)
_SIDES = re.compile(r"\s+[–—-]\s+")
_GENERAL = re.compile(r"\W*(?:umum|program|data|info\w*|acara|agenda|kegiatan)\W*$", re.IGNORECASE)  # as likely topics
_PARTS = re.compile(r"[,;.→]\s+|\s[–—-]\s")
_UNTIL = re.compile(r"(?:s\.?\s?/?d\.?|sampai|hingga|smp)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:harus|hrs|wajib|kudu|mesti)(?:\s+(?:sudah|sdh|udah))?\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\b(?:supaya|agar|biar|jangan sampai)\s")  # behind it stands what a task is for
# Orders at the head of a note under who has to do it; elsewhere they tell what is done.
_ORDERS = frozenset(["buka", "tutup", "turun", "bantu", "dukung", "kurangi", "gunakan", "tertibkan", "hadir"])
# What tells what to do as a verb, and at the head of a note what it is about as a noun.
_NOUNS_TOO = frozenset(
    ["data", "survei", "survey", "rilis", "update", "review", "revisi", "draft", "koordinasi", "konfirmasi", "kontak",
     "input", "booking", "finalisasi", "print", "lapor", "kumpul", "belanja", "fix", "follow", "handle", "edit",
     "submit", "garap", "deploy", "mulai", "lanjut", "gelar"]
)  # fmt: skip
MARKS = frozenset(
    ["owner_dash", "owner_tail", "owner_colon", "owner_bracket", "owner_arrow", "owner_label", "owner_by",
     "owner_by_bare", "owner_cleft", "owner_known"]
)  # fmt: skip
"""The rules by which a mark, not a clause, names who does something."""


def unit_headings(scope: Scope, known: Known) -> dict[int, tuple[OwnerRef, ...]]:
    """The headings over lists of talk by where they start, with the unit that each names; none where few name any."""
    talk = scope.sections.of(SectionKind.DISCUSSION, SectionKind.OTHER)
    heads = [block for section in talk for block in _heads(section)]
    told = {block.start: _unit(block, known) for block in heads}
    named = sum(map(bool, told.values()))
    if named < _FEWEST or named * 2 < len(heads):
        return {}
    for block in heads:
        if not (told[block.start] or _GENERAL.match(block.text)) and scope.labels.words.is_field_of_work(block.text):
            told[block.start] = heading_owners(block, known, loose=True)
    return told


def own_heading(heading: Block | None, known: Known) -> tuple[OwnerRef, ...]:
    """The unit that a heading names as the office of somebody present does ("Humas", where a "Kadiv Humas" is)."""
    if heading is None or fold(_BRACKET.sub("", heading.text).strip(" :")) not in _led(known):
        return heading_owners(heading, known)
    return heading_owners(heading, known, loose=True)


def _led(known: Known) -> frozenset[str]:
    """The names of units, folded, that stand in the offices of those present ("Kadiv Humas", "Koordinator Acara")."""

    def ask() -> frozenset[str]:
        offices = (_OFFICE.match(fold(each.role)) for each in known.people if each.role)
        return frozenset(office["unit"] for office in offices if office)

    return known.once("units of offices", ask)


def _heads(section: Section) -> Iterator[Block]:
    """The short lines of a section that have a list under them, its own heading first."""
    above = (section.heading,) if section.heading is not None and not section.inline else ()
    blocks: tuple[Block, ...] = (*above, *section.blocks)
    for block, below in itertools.pairwise(blocks):
        short = block.table is None and len(block.text.split()) <= _MOST_WORDS and block.text.strip()[-1:] not in ".?!"
        if short and block.kind != "item" and below.kind == "item":
            yield block


def _unit(heading: Block, known: Known) -> tuple[OwnerRef, ...]:
    """The unit that a heading names, or who heads it in a bracket; none where it names a person or an office alone."""
    owners = own_heading(heading, known)
    if owners and fold(heading.text.strip(" :")) in _led(known):
        return owners
    if owners and _BRACKET.search(heading.text):
        return owners
    crowd = fold(heading.text).split()[0] in known.lexicon.cues.collective  # "Para Camat"
    found = tuple(
        ref for ref in owners if crowd or kind_of(ref.mention.name, known.lexicon) is PartyKind.ORGANIZATION
    )
    if found or owners:
        return found
    cut = _SIDES.search(heading.text)  # "LAPANGAN – TIM PESISIR"
    named = known.named(heading.text, cut.end(), len(heading.text.rstrip(" :"))) if cut else ()
    bodies = tuple(each for each in named if each.mention.kind is PartyKind.ORGANIZATION)
    return owner_refs(bodies, heading.start, "owner_heading", derived=True)


def gives_work(text: str, due: DueMention | None, known: Known) -> bool:
    """Whether a note says what to do ("urus izin"), by when something has to be so, or with a mark who does it."""
    said = _MUST.sub(" ", _PURPOSE.split(text)[0])
    if is_question(text) or is_done(said) or _told(known.lexicon).search(said):
        return False
    ahead = due is not None and due.kind in (DueKind.ABSOLUTE, DueKind.RELATIVE) and not _UNTIL.match(due.text)
    if asks_others(text, known) or (len(text.split()) <= _NOTE and is_marked(text, due, known)):
        return True
    first, *others = [part for part in _PARTS.split(text) if part.strip()]
    if _bids(first, known, sure=not ahead) or any(_bids(part, known, sure=True) for part in others):
        return True
    if not ahead or due is None:
        return False
    done_to = any(known.language.verb_form(fold(word)) is VerbForm.PASSIVE for word in text.split())
    return due.strength >= 4 or _MUST.search(text) is not None or (due.strength == 3 and done_to)


def _bids(part: str, known: Known, *, sure: bool) -> bool:
    """Whether a part of a note begins with a bare verb; a ``sure`` one is no noun as well."""
    word = fold(part.split()[0].strip("•*-([")) if part.split() else ""
    bare = word in _ORDERS or known.bids(word)
    return bare and not (sure and word in _NOUNS_TOO) and len(part.split()) > 1


@cache
def _told(lexicon: Lexicon) -> "re.Pattern[str]":
    """Words of what is done, not so, or only possible."""
    cues = lexicon.cues
    return word_pattern(cues.done, cues.negative, cues.possible, cues.hope, cues.weak)


def is_marked(text: str, due: DueMention | None, known: Known) -> bool:
    """Whether a mark names the persons who do what a note says ("surat izin aula – Pak Joko, Rabu")."""
    owners = find_owners(text, known, section=True, due=due.span if due else None)
    if owners.rule == "owner_colon_first":  # "semua staf: ...": a person before a colon may only be speaking
        return all(each.mention.kind is PartyKind.GROUP for each in owners.named)
    return owners.rule in MARKS and all(map(known.is_person, owners.named)) and not tells_no_task(text, owners, known)


def asks_others(text: str, known: Known) -> bool:
    """Whether a note begins with asking others to do something ("minta tukang memeriksa atap"): its unit asks."""
    first, *others = [fold(word) for word in text.split()] or [""]
    acts = any(word in task_words(known.lexicon) or known.language.is_verb(word) for word in others)
    return first in known.lexicon.cues.ask and acts


def flat(blocks: Iterable[Block], known: Known) -> Iterator[tuple[int | None, Block]]:
    """The blocks, with those inside table cells and the place of their row in place of the tables.

    Short cells count where they name a party: they say who speaks.
    """
    for block in blocks:
        if block.table is None:
            yield None, block
            continue
        for row in block.table.rows:
            inner = [each for cell in row if not cell.derived for each in cell.blocks if each.table is None]
            for each in inner:
                if len(each.text.split()) >= _SHORT or known.is_party(each.text):
                    yield inner[0].start, each
