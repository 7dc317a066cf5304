"""A party as the minutes name it, and what chair, note-taker and attendance share in finding one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_COUNT = re.compile(
    r"\W*(?:\d+|[-–])\s*\(?(?:\w+ ?){0,3}\)?\s*(?:orang|org|peserta|anggota|akun|hadir|dari \d+)\b", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"(?:(?:saya|kami|kita|aku)\b(?!\s*\w)|(?:jam|pukul|pkl|tanggal|tgl|sekitar|[Dd]i)\b|sedang|karena|dan lain"
    r"|tidak|belum|sudah|total|jumlah)\b"
)
# Words of a sentence; no name holds one.
_TELLING = re.compile(
    r"\b(?:yang|yg|akan|sudah|sdh|telah|belum|blm|masih|adalah|ada|bahwa|untuk|utk|agar|supaya|karena|krn|dapat|harus|perlu|"
    r"tidak|tdk"
    r"|mengusulkan|menyampaikan|menanyakan|meminta|melaporkan|memakai)\b"
)
_PASSIVE = re.compile(r"\bdi(?!nas\b|visi\b|gital\b)[a-z]{4,}")
_NUMERAL = re.compile(r"[IVX]+|[A-Z]\.")  # or the letter of a list's part
_CAPITAL = re.compile(r"(?:[a-z]{2,4}\. ?)?[A-Z]")  # with a title before it: "dr. Rina"
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Seen:
    """A party in the minutes: its span in the canonical text, how it was read, and the rule that found it."""

    span: Span
    mention: PartyMention
    rule: str


def is_name(text: str) -> bool:
    """Whether a text can name a party: letters, and no count ("25 orang")."""
    return re.search(r"[^\W\d_]{2}|^[A-Z]\b", text) is not None and not _COUNT.match(text) and not _NO_NAME.match(text)


def is_named(seen: Seen) -> bool:
    """Whether a mention is a name rather than a word of the sentence."""
    return seen.mention.honorific is not None or _CAPITAL.match(seen.mention.name) is not None


def is_party(mention: PartyMention, lexicon: Lexicon) -> bool:
    """Whether a mention names a party and is no sentence or topic: an unknown name has no number and tells nothing."""
    name = mention.name
    if not is_name(name) or _NUMERAL.fullmatch(name):
        return False
    if mention.kind is PartyKind.ORGANIZATION or opening_of(name, lexicon) is not None:
        return True
    if mention.kind is PartyKind.GROUP:
        return not _TELLING.search(name)
    bare = bare_name(name, lexicon)
    told = _PASSIVE.search(bare) or _TELLING.search(bare)
    return not (re.search(r"(?<!\w)\d", bare) or told or len(bare.split()) > _MOST_WORDS)


def mentions_in(scope: Scope, start: int, end: int, rule: str) -> Iterator[Seen]:
    """The parties that a stretch of the canonical text lists, without those it excepts."""
    text = scope.document.text[start:end].replace("\n", " ")
    for mention in parse_parties(text, scope.lexicon):
        if is_name(mention.name) and not mention.absent:
            yield Seen(Span(start + mention.start, start + mention.end), mention, rule)


def sentence_end(scope: Scope, block: Block, offset: int) -> int:
    """Where the sentence that holds an offset of a block ends, as an offset into the block."""
    ends = (span.end - block.start for span in scope.sentences(block))
    return next((end for end in ends if end > offset), len(block.text))


def key_of(seen: Seen, lexicon: Lexicon) -> str:
    """What makes two mentions the same party: the name without titles."""
    return fold(bare_name(seen.mention.name, lexicon)) or fold(seen.mention.name)


def merge_same(seen: list[Seen], lexicon: Lexicon) -> list[Seen]:
    """Each party once; what a later mention adds (role, organisation) goes to the first."""
    kept: dict[str, Seen] = {}
    for each in seen:
        key = key_of(each, lexicon)
        first = kept.get(key)
        if first is None:
            kept[key] = each
            continue
        role = first.mention.role or each.mention.role
        organization = first.mention.organization or each.mention.organization
        kept[key] = replace(first, mention=replace(first.mention, role=role, organization=organization))
    return list(kept.values())


def merge_office(found: list[Seen]) -> list[Seen]:
    """An office and the person named right beside it are one party, and so are an office and its body.

    "Deputi Bidang X, Dr. Y"; "Drs. Y/Kabag X"; "Kepala Bidang Data, Dinas Y".
    """
    kinds = [seen.mention.kind for seen in found]
    if kinds == [PartyKind.GROUP, PartyKind.ORGANIZATION]:
        office, body = found
        return [replace(office, mention=replace(office.mention, organization=body.mention.name))]
    if kinds == [PartyKind.ORGANIZATION] * 2 and found[1].span.start - found[0].span.end <= len(", "):
        unit, body = found  # "Direktorat Data, Bappenas"
        return [replace(unit, mention=replace(unit.mention, organization=body.mention.name))]
    if sorted(kinds) != [PartyKind.GROUP, PartyKind.PERSON]:
        return found
    person, office = sorted(found, key=lambda seen: seen.mention.kind is PartyKind.GROUP)
    return [replace(person, mention=replace(person.mention, role=person.mention.role or office.mention.name))]
