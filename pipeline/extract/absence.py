"""Who stayed away, as sentences tell it.

- A label with a word for absence heads the absentees ("Yang izin tertulis: ...").
- "X tidak bisa hadir", "X diundang tetapi tidak hadir" name them before the words for absence.
- Among the attendees weaker words do, too: "Rina izin, anaknya sakit".
- Whoever stayed only for a part ("tidak dapat hadir penuh") was there; conditions and the future tell of nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from notula.models.blocks import Block, Span
from notula.models.sections import SectionKind
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_heads import absent_words
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_named, is_party
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word

_LABEL = re.compile(r"(?:^|(?<=[.;]\s))(?P<head>[^:(.;]{3,70}):\s*")
_PARTLY = re.compile(r"\s+(?:penuh|sepenuhnya|tepat waktu|sampai|hingga|sejak|dari awal)\b", re.IGNORECASE)
_NOT_TOLD = re.compile(
    r":\s|\b(?:yang|yg|jika|kalau|klo|bila|apabila|bahwa|siapa|besok|akan|minggu depan|sering|selalu|kadang|jarang)\b",
    re.IGNORECASE,
)
# What stands between the party and the words for its absence.
_BETWEEN = re.compile(
    r"[\s,;–—-]*\b(?:(?:(?:yang|yg)\s+)?(?:telah|sudah|sdh|juga|ikut|turut)?\s*(?:di ?undang|(?:men|ter)daftar)"
    r"|tetapi|tapi|namun|ternyata|juga|jg|memang|"
    r"hari ini|izin|ijin|kali ini|mohon|minta|meminta|menyampaikan|mengajukan|memohon|sedang|lagi|"
    r"msh|masih|karena|dan)[\s,]*$",
    re.IGNORECASE,
)
# "hanya Bu Rina yang berhalangan".
_ALONE = re.compile(
    r"(?:[^.;:]*,\s*)?(?:hanya|cuma|cuman|tinggal)\s+(?P<who>(?:(?!\b(?:yang|yg)\b)[^.;:]){2,80}?)\s+(?:yang|yg)\s*$",
    re.IGNORECASE,
)
_ONLY_COUNT = re.compile(r"[,;)]\s*\d+\s*(?:orang|org|peserta)?\s*$")  # "Guru (34 orang), 2 izin": nobody by name
_CLAUSE = re.compile(r"[;(\[]|(?<=\w)\.\s+|\W[-–—]\s")
_COUNTED = re.compile(
    r"\b\d+\s*(?:orang|org)?\s*(?:izin|ijin|tidak hadir|tdk hadir|absen|berhalangan|sakit)\s*"
    r"(?:\((?P<who>[A-Z][^()]*)\))"
    r"|(?<=[,;(]\s)\d+\s+(?:orang\s+|org\s+)?(?:tidak|tdk|izin|ijin|absen)(?:\s+(?:hadir|datang))?\s*:\s*(?P<behind>[A-Z][^()]*)",
    re.IGNORECASE,
)
# "Semua guru hadir kecuali Bu Rina".
_EXCEPTED = re.compile(
    r"(?:\bhadir(?:\s+(?:semua|semuanya|lengkap))?\s*,?|^(?:peserta|hadir|yang hadir)\b[^.;]{0,160}?,?)"
    r"\s+(?:kecuali|minus|selain|tanpa)\s+"
    r"(?=(?-i:[A-Z])|(?:pak|bu|mas|mbak|mba|bapak|ibu)\s)",
    re.IGNORECASE,
)
_NAME_AND_REASON = re.compile(r"(?P<name>[A-Z]\S*(?: [A-Z]\S*){0,3}) (?P<reason>[a-z]{3,}(?: [a-z]+){0,3})")
_WEAK_END = re.compile(
    r"\s*(?:[,.;)(–—-]|$|(?:karena|krn|sebab|soalnya|lagi|sedang|tertulis|lewat|via|melalui|ada|ke|di|rapat|jadi)\b"
    r"|\s(?P<what>[a-z]{3,})\s*(?:[.;)]|$))",  # "Rina izin wisuda."
    re.IGNORECASE,
)
REASON = re.compile(
    r"(?<=\w)\s(?:karena|krn|karna|sebab|soalnya|dikarenakan|lagi|sedang)\s[^,;()]*", re.IGNORECASE
)
"""Why somebody was missing: "Rina krn dinas, Joko krn sakit"."""
_FIRST = 3  # sections at the top, whose sentences without a heading tell of the meeting itself
_MOST_WORDS = 10  # of a sentence before its words for absence
_MOST_LABEL_WORDS = 7
_MOST_EXCUSED_WORDS = 5  # before an excuse with what it is for


def missed(scope: Scope) -> list[Seen]:
    """Those whom sentences of the opening say to be missing."""
    found: list[Seen] = []
    for at, section in enumerate(scope.sections.sections[:10]):
        if section.kind is SectionKind.ATTENDEES:
            continue
        first = at < _FIRST and section.kind is SectionKind.DISCUSSION and section.heading is None
        weak = section.kind is SectionKind.HEADER or first
        for block in section.blocks[:6]:
            for span in scope.sentences(block) if block.table is None else ():
                told = missed_in(scope, span, weak=weak)
                found += told if weak else [seen for seen in told if _is_sure(seen, scope.lexicon)]
    return found


def _is_sure(seen: Seen, lexicon: Lexicon) -> bool:
    """Whether a mention in the talk is a party for sure, not a thing that has not come ("Pupuk belum datang")."""
    mention = seen.mention
    named = len(mention.name.split()) > 1 or is_surely_name(mention.name, lexicon)
    return named or mention.honorific is not None or opening_of(mention.name, lexicon) is not None


def missed_in(scope: Scope, span: Span, *, weak: bool, small: bool = False) -> list[Seen]:
    """The parties that a sentence says to be missing.

    With ``weak`` words such as "izin" count, too; with ``small`` names may be written in small letters.
    """
    text = scope.document.text[span.start : span.end].replace("\n", " ")
    for label in _LABEL.finditer(text):
        if len(label["head"].split()) <= _MOST_LABEL_WORDS and _away(scope.lexicon).search(label["head"]):
            return absentees(scope, span.start + label.end(), span.end)
    if excepted := _EXCEPTED.search(text):
        return absentees(scope, span.start + excepted.end(), span.end)
    counted = _COUNTED.search(text)
    if counted:
        start, end = counted.span("who" if counted["who"] else "behind")
        return absentees(scope, span.start + start, span.start + end)
    listed = _listed(scope.lexicon).search(text)
    if listed:
        return absentees(scope, span.start + listed.end(), span.end)
    found: list[Seen] = []
    begin = 0
    for match in _words_of_absence(text, scope.lexicon, weak=weak):
        if match.start() < begin or _PARTLY.match(text, match.end()) or re.match(r"\s*:", text[match.end() :]):
            continue
        place = _subject(text, begin, match.start())
        before = text[place.start : place.end]
        if before.strip() and len(before.split()) <= _MOST_WORDS and not _NOT_TOLD.search(before):
            named = absentees(scope, span.start + place.start, span.start + place.end)
            sure = [is_named(seen) or _is_handle(scope, seen) or _is_unit(seen, scope.lexicon) for seen in named]
            found += [seen for seen, told in zip(named, sure, strict=True) if told or (small and _is_word(seen))]
        begin = match.end()
    return found


def _is_word(seen: Seen) -> bool:
    """Whether a mention is one word, as names are where people write without capitals."""
    return seen.mention.name.isalpha() and seen.mention.name.islower()


def _is_unit(seen: Seen, lexicon: Lexicon) -> bool:
    """Whether a word for a unit begins a mention, in small letters as well ("seksi keamanan")."""
    opening = opening_of(seen.mention.name, lexicon)
    return opening is not None and opening.kind == "unit" and " " in seen.mention.name


def _is_handle(scope: Scope, seen: Seen) -> bool:
    """Whether "@" stands right before a name."""
    return scope.document.text[seen.span.start - 1 : seen.span.start] == "@"


def _words_of_absence(text: str, lexicon: Lexicon, *, weak: bool) -> "list[re.Match[str]]":
    """The words for absence in a sentence; with ``weak`` those for an excuse that ends a clause ("izin, ...") too."""
    strong = list(absent_words(lexicon).finditer(text))
    if strong or not weak:
        return strong[:1]
    ends = ((word, _WEAK_END.match(text, word.end())) for word in _excuses(lexicon).finditer(text))
    return [word for word, end in ends if end and (not end["what"] or _is_short(text[: word.start()]))]


def _is_short(before: str) -> bool:
    """Whether the words before an excuse can be names alone, so that it may go on ("Rina sama Joko izin wisuda")."""
    return len(before.split()) <= _MOST_EXCUSED_WORDS


def _subject(text: str, begin: int, end: int) -> Span:
    """The clause before the words for absence, without what joins them to it."""
    cuts = [
        cut.end()
        for cut in _CLAUSE.finditer(text, begin, end)
        if text[cut.end() : end].strip(" ([-–—") and not (cut.group() == "(" and ")" in text[cut.end() : end])
    ]
    start = cuts[-1] if cuts else begin
    if only := _ALONE.match(text, start, end):
        return Span(*only.span("who"))
    while between := _BETWEEN.search(text, start, end):
        end = between.start()
    if _ONLY_COUNT.search(text, start, end):
        return Span(end, end)
    return Span(start, start + len(text[start:end].rstrip(" -–—*•,(:")))


def absentees(scope: Scope, start: int, end: int) -> list[Seen]:
    """The parties of a stretch as absentees."""
    text = scope.document.text[start:end].replace("\n", " ")
    text = REASON.sub(lambda reason: " " * len(reason.group()), text)
    listed = parse_parties(text, scope.lexicon)
    small = bool(listed) and listed[0].name[:1].islower()  # names without capitals ("rina, joko")
    return [
        Seen(Span(start + mention.start, start + mention.end), mention, "absent_prose")
        for mention in map(_without_reason, listed)
        if is_party(mention, scope.lexicon) and not is_excuse(mention, scope.lexicon, small=small)
    ]


def _without_reason(mention: PartyMention) -> PartyMention:
    """The mention without the words in small letters behind a name that an honorific marks ("Bu Rina umrah")."""
    name = _NAME_AND_REASON.fullmatch(mention.name) if mention.honorific else None
    if name is None or mention.role or mention.remark:
        return mention
    start = mention.name_at.start
    end, after = start + name.end("name"), start + name.start("reason")
    remark_at = Span(after, mention.name_at.end)
    return replace(mention, name=name["name"], name_at=Span(start, end), remark=name["reason"], remark_at=remark_at)


def is_excuse(mention: PartyMention, lexicon: Lexicon, *, small: bool = True) -> bool:
    """Whether what stands in the place of a name says why somebody is missing ("..., sakit").

    Where names have capitals, not ``small`` letters, any word without them that begins no party says so.
    """
    if mention.honorific is not None or not mention.name.islower():
        return False
    return mention.name in lexicon.titles.remarks or not (small or opening_of(mention.name, lexicon))


def excused(seen: Seen, lexicon: Lexicon) -> Seen:
    """An absentee: an unknown word in small letters behind the name is why they are missing ("Rina (hajatan)")."""
    mention = seen.mention
    if mention.role is None or not mention.role.islower() or opening_of(mention.role, lexicon) is not None:
        return seen
    remark, remark_at = mention.remark or mention.role, mention.remark_at or mention.role_at
    return replace(seen, mention=replace(mention, role=None, role_at=None, remark=remark, remark_at=remark_at))


def told_absent(scope: Scope, block: Block) -> Iterator[tuple[Span, list[Seen]]]:
    """The stretches of a list of attendees that tell who is missing, with those they name."""
    for span in scope.sentences(block):
        found = missed_in(scope, span, weak=True, small=block.text[:1].islower())
        if found:
            first = min(seen.span.start for seen in found)
            before, behind = scope.document.text[span.start : first], scope.document.text[first : span.end]
            aside = before.rstrip().endswith("(") and _away(scope.lexicon).search(behind.partition(")")[0])
            cut = max(before.rfind(sign) for sign in (",;.(" if aside else ",;."))
            # The list goes on behind a bracket that tells of absentees.
            closed = behind.find(")") if before.rfind("(") > before.rfind(")") else -1
            yield Span(span.start + cut + 1, first + closed if closed >= 0 else span.end), found


@cache
def _excuses(lexicon: Lexicon) -> "re.Pattern[str]":
    words = [word for word in lexicon.titles.absent_labels if word not in ("kecuali", "minus", "selain")]
    return re.compile(
        rf"(?<=\w\s)(?<!rumah\s)(?:{any_word((*words, 'cuti', 'dinas luar'))}|{_left_out(lexicon).pattern})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _left_out(lexicon: Lexicon) -> "re.Pattern[str]":
    """What tells of people only that they were missing ("ga masuk", "tidak bisa ikut", "titip salam")."""
    not_words, able = any_word(lexicon.titles.not_words), any_word(lexicon.titles.able_words)
    return re.compile(
        rf"(?:{not_words})\s+(?:(?:{able})\s+)?(?:ikut|ikutan|masuk|nongol|muncul|kelihatan)"
        r"|(?:me|n)?t?itip(?:kan|in)?\s+(?:pesan|salam|suara|usul|usulan|pendapat|kabar|izin|ijin)", re.IGNORECASE
    )


@cache
def _listed(lexicon: Lexicon) -> "re.Pattern[str]":
    """What begins a list of absentees inside a sentence ("..., yang ijin Pak Eko")."""
    away = rf"(?i:{_away(lexicon).pattern})\s+(?:(?:cuma|hanya|adalah|yaitu|yakni|ialah)\s+)?"
    strong = rf"(?i:{absent_words(lexicon).pattern})\s+"
    name = r"(?=[A-Z]|(?:pak|bu|mas|mbak|mba|mb|kang|teh|bang)\s+[A-Z])"
    verb_first = rf"(?:^|[.;]\s+)(?:{strong}|(?i:absen)\s+)"
    who = r"(?i:(?:(?:undangan|anggota|peserta)\s+)?(?:yang|yg|sing|nu))"
    return re.compile(rf"(?:(?:^|[,.;(]\s*){who}\s+{away}|{verb_first}){name}")


@cache
def _away(lexicon: Lexicon) -> "re.Pattern[str]":
    """What makes a label one of absentees."""
    excuses = r"(?<!\w)(?:izin|ijin|absen|alpa|sakit|cuti)(?!\w)"
    return re.compile(rf"{absent_words(lexicon).pattern}|{excuses}", re.IGNORECASE)
