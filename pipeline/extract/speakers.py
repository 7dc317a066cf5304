"""Who speaks, and what speakers promise in the first person ("Kami akan mengganti ...").

The speaker of a sentence is the one it reports ("Kepala Dinas menyampaikan pihaknya akan ..."), the one before the
colon that begins its block, the one whom the sentence before reports ("... Pihaknya akan ..."), or the party that the
heading above names alone. "Kita" is the whole meeting, nobody in
particular.
"""

import itertools
import re
from functools import cache

from notula.models.blocks import Block
from notula.models.minutes import PartyKind
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems
from notula.pipeline.structure.chat import MESSAGE
from notula.pipeline.structure.shapes import broken_off
from notula.pipeline.text import fold

_LEAD = re.compile(
    r"\s*(?:(?:tanggapan|jawaban|penjelasan|arahan|sambutan|paparan|pandangan)\s+(?:dari\s+|oleh\s+)?)?", re.IGNORECASE
)
_COLON = re.compile(
    r"(?:[TJQA]\s*[-–—]\s*)?(?P<lead>(?:tanggapan|jawaban|penjelasan|respons?)\s+(?:dari\s+|oleh\s+)?)?"
    r"(?P<who>[^:;\[\]]{2,70}?)\s*:\s+(?=\S)|\[(?P<tag>[^\[\]\d]{2,40})\]\s+(?=\S)",
    re.IGNORECASE,
)
_HOLDER = re.compile(r"(?P<who>[A-Z][^().;:]{1,50}?)\s*\((?P<name>[A-Z][^():;]{2,50})\)\s*\.\s+(?=[A-Z])")
_ALONE = re.compile(r"(?P<who>[A-Z][\w/&-]*(?: [\w/&-]+){0,5})\.\s+(?=[A-Z])")
_MEMBER = re.compile(r"\W*(?:F-\w+|fraksi|anggota|warga|penanya|peserta|perwakilan|masyarakat)\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:saya|kami|kita)\s+(?:\w+\s+)?(?:(?:me)?minta|(?:me)?mohon|harap|usul\w*)\b", re.IGNORECASE)
_AND = re.compile(r"\s+(?:dan|serta)\s+")
_RUN = re.compile(r"\S+")
_VERB = re.compile(r"\bme[a-z]{4,}\b")
_BOTH = re.compile(r"\W*keduanya\b(?!\s+(?:(?:akan|segera|nanti)\s+)?(?:ia|dia|saya|kami|beliau)\b)", re.IGNORECASE)
_TOLD_BY = re.compile(r"\b(?:kata|ujar|ucap|tutur|jawab)\s+(?=\w)")  # "... cukup ditambah besi, kata Pak Joko"
_ACCORDING = re.compile(r"\W*menurut\s+(?=(?:(?:p?ak|b?u|mas|mbak|sdr\.?)\s)?(?-i:[A-Z]))", re.IGNORECASE)
_LED_TO = re.compile(r"[^,;.:]{3,60},\s+")  # "Menjawab hal itu, ..."
_BACK = re.compile(r"\W*(?:beliau|ia|dia|pihaknya|mereka|yang bersangkutan|ybs)(?:lah)?\b", re.IGNORECASE)
_HE_NEXT = re.compile(
    r"(?:[,;]\s+(?:(?:jadi|maka|dan|lalu|tapi|nanti)\s+)?|\sdan\s)(?:ia|dia|beliau|(?:yang|yg)\s+bersangkutan|ybs)\s+"
    r"(?:sendiri\s+)?(?:(?:yang|yg)\s+(?:akan\s+|nanti\s+|bakal\s+)?|akan\s+|bersedia\s+|sanggup\s+|(?:menyatakan"
    r"|berjanji|menyanggupi|menjanjikan|memastikan)\s+)[a-z]{3,}"
)
_HIM = re.compile(r"\b(?:ia|dia|beliau)\b", re.IGNORECASE)
# What the one told of before does with a thing ("Usulan itu ia masukkan sendiri", "Genset diurus beliau sendiri").
_BACK_DOES = re.compile(
    r"\b(?:(?:ia|dia|beliau)\s+(?!sendiri\b)\w{3,}\s+sendiri|di\w{3,}nya\s+sendiri|dialah\s+yang\s+\w{4,}|(?:di\w{3,}|ber\w{3,})\s+(?:oleh\s+)?(?:ia|dia|beliau)\s+sendiri"
    r"|(?:akan|nanti|segera)\s+(?:ia|dia|beliau)\s+\w{3,})\b",
    re.IGNORECASE,
)
_HE_DOES = re.compile(  # "kuitansinya dia kirim besok", "dia yang jemput"
    r"(?<=\w\s)(?<!yang\s)(?<!yg\s)(?<!oleh\s)(?<!kata\s)(?<!dari\s)(?<!ke\s)(?<!sama\s)(?<!dengan\s)(?<!untuk\s)"
    r"(?<!kepada\s)(?<!menurut\s)(?:ia|dia|beliau)\s+(?:(?:yang|yg)\s+)?(?P<verb>[a-z]{3,})\b"
)
_TAKES_ON = re.compile(
    r"\W*(?:beliau|ia|dia|pihaknya)(?:\s+(?:bersama|dan)\s+(?:\S+\s+){0,4}?\S+)?\s+(?P<verb>me[a-z]{4,})\b",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?P<who>[A-Z][^:;!?]{2,50}?)(?:\s*:\s+\S|, (?:yang|yg)\s[^,;:.]{3,80}, me[a-z]{4,}\b)")
_MOST_WORDS = 10
_NEAR_WORDS = 5
_NEAR = 80  # characters before a pronoun in which the person is looked for
_PARTED = re.compile(r"[,.;:](?=\s)")
_SELF = ("saya", "sy", "kami", "aku", "gue", "gua", "gw", "awak", "beliau", "ia", "dia")
_PROMISING = ("akan", "segera", "siap")
# What a note under the heading of its speaker begins with where it tells what comes next.
_COMES_NEXT = (
    r"^\s*(?:will\s+(?!be\b)[a-z]{3,}|(?:next(?:\s+(?:step|week|sprint))?|to-?do|rencana(?:nya)?|plan)\s*:\s+\S)"
)
_SAYING = ("mengatakan", "menyatakan", "menyampaikan", "mengungkapkan", "menjelaskan", "menanggapi")


# What the speaker will do with a thing named before ("Modul akan kami antar"), and who says to be the one ("saya yang
# mencari"); whose part it is ("itu bagian saya").
_FIRST = r"(?:saya|sy|kami|aku|gue|gua|gw|awak)"
_BY_ME = (
    r"(?<!yang )(?<!yg )\b(?:akan|bakal|segera|lusa|biar|(?:nanti|ntar|entar|besok)(?: (?:pagi|siang|sore|malam))?)\s+"
    rf"(?:{_FIRST}|beliau|ia|dia)\s+(?:\w+\s+)?")
_ME_WHO = rf"\b{_FIRST}\s+(?:yang|yg)\s+(?:(?:akan|bakal|nanti)\s+(?=\w{{4}})|(?=me\w{{4,}}|ng\w{{3,}}|\w{{3,}}kan\b))"
# What people do in verbs of "ber-"; what only is or comes about is left out.
_BER = (
    r"ber(?!harap|ada\b|laku|jalan|tambah|kurang|ubah|akhir|langsung|lanjut|henti|potensi|dampak|akibat|usaha|pikir)"
    r"\w{4,}"
)
_WE_WHO = rf"\b(?:nanti|biar|besok)\s+{_FIRST}\s+(?:sama|dan|bareng|dengan)\s+\S+(?:\s+\S+){{0,3}}?" + (
    r"\s+(?:yang|yg)\s+\w{4}"
)
# What the speaker does with a thing named before, beside a day ("Laporan saya serahkan dua hari lagi"); what speakers
# ask, get or think is nothing they do.
_I_DO = re.compile(
    rf"(?<!yang )(?<!yg )(?<!menurut )(?<!dari )\b{_FIRST}\s+(?P<verb>(?!(?:tunggu|nanti|minta|harap|mohon|terima|dapat"
    r"|rasa|kira|pikir|anggap|lihat|dengar|usul|saran|ingin|butuh)\w*)[a-z]{3,})\b", re.IGNORECASE
)
_AND_I = re.compile(
    rf"(?:^|:)\W*(?:(?:nanti|besok|biar)\s+)?(?:{_FIRST}|beliau|ia|dia)\s+(?:dan|bersama|bareng|sama|serta)\s+\S",
    re.IGNORECASE,
)
_AWAITS = re.compile(rf"\b{_FIRST}\s+(?:\w+\s+)?(?:me)?n?(?:t?unggu|nanti(?:kan)?)\b", re.IGNORECASE)
_NOT_MINE = r"(?<!di )(?<!dari )(?<!pada )(?<!bukan )(?<!hanya )(?<!cuma )"
_MY_PART = rf"{_NOT_MINE}\b(?:bagian|tugas|urusan|tanggungan|tanggung jawab)\s+{_FIRST}\b"
_SAYS = re.compile(r"\s*(?P<who>\S[^,;:.]{1,60}?)(?<!\s)\s+(?:bilang|ngomong)\s")  # "Rina bilang dia yang urus"
_SAID_BY = re.compile(  # behind what was said, or before what "he" does ("Genset, kata Pak Joko, akan ia periksa")
    r"[,”\"]\s*(?:kata|ujar|ucap|tutur|sahut|jawab)\s+(?P<who>[^,;:\"”]{2,60}?)"
    r"(?:[\s.\"”]*$|,\s(?=[^.]{0,99}\b(?:ia|dia|beliau|pihaknya)\b))", re.IGNORECASE
)

# Who "I" is, said at once, or behind what was said, as under a letter.
_MYSELF = re.compile(rf"\b{_FIRST}\s*\((?P<who>[^().;:]{{2,40}})\)", re.IGNORECASE)
_SIGNED = re.compile(r"[.!]\s*(?:[–—-]\s*(?P<dashed>[^().;:]{2,40}?)|\((?P<who>[^().;:]{2,40})\))\s*\.?\s*$")
# Who is quoted further on in a sentence ("..., Rina: “nanti saya kirim”").
_QUOTED = re.compile(r"[,.]\s+(?P<who>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}):\s*[\"“]")
_SIGNED_NEXT = re.compile(r"\s*\((?P<who>[^().;:]{2,40})\)(?:\s|$)")
# A part of what the speaker speaks for ("tim teknis kami").
_OF_SPEAKER = re.compile(r"\w\s+(?:kami|saya)$", re.IGNORECASE)


def signer(text: str, end: int, known: Known) -> tuple[Named, ...]:
    """Who says "I" in the sentence that a text begins with, up to ``end``, by a name in brackets or behind it."""
    if not speaks_of_self(text[:end], known):
        return ()
    within = (form.search(text, 0, end) for form in (_MYSELF, _QUOTED, _SIGNED))
    for found in (*within, _SIGNED_NEXT.match(text, end)):
        if found and found.lastgroup and (named := _party_at(text, found.span(found.lastgroup), known)):
            return named
    return ()


def _party_at(text: str, span: tuple[int, int], known: Known) -> tuple[Named, ...]:
    return known.named(text, *span) if known.is_party(text[slice(*span)]) else ()


def is_of_speaker(name: str) -> bool:
    """Whether a name is that of a part of what the speaker speaks for."""
    return _OF_SPEAKER.search(name) is not None


def heading_speaker(block: Block, known: Known) -> tuple[Named, ...]:
    """The party that a short line names alone, as the heading over what it said; empty where it is no such line."""
    text = block.text.rstrip(" :")
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if block.table is not None or text.endswith(".") or len(text.split()) > _MOST_WORDS:
        return ()
    return _party_at(block.text, (start, len(text)), known)


def is_speaker_line(block: Block) -> bool:
    """Whether a line in capitals with a colon names who speaks next, known or not ("FRAKSI MAJU (SITI):")."""
    text = block.text.strip()
    return text.endswith(":") and len(text.split()) <= _MOST_WORDS and sum(map(str.isupper, text)) > len(text) // 2


def is_member(text: str) -> bool:
    """Whether a line names a member of an assembly or of the public: they ask and cannot order."""
    return _MEMBER.match(text) is not None


def requests(text: str) -> bool:
    """Whether a sentence asks in the first person ("Saya minta Dinas ...")."""
    return _REQUEST.search(text) is not None


def message_start(text: str) -> int:
    """Where a message begins behind the time and the name that a messenger prints before it; 0 where it prints none."""
    head = MESSAGE.match(text)
    return head.end() if head else 0


def colon_speaker(block: Block, known: Known) -> tuple[Named, ...]:
    """The party before the colon that begins a block, or alone before its first full stop; empty where none is.

    "Kadis PU: kami akan ...", "Dinas PU. Saluran tersumbat. Pihaknya akan ...".
    """
    head = MESSAGE.match(block.text)
    if head is not None:
        return known.loosely(block.text, *head.span("name" if head["name"] else "nick"))
    if (end := broken_off(block, _MOST_WORDS)) and known.is_party(block.text[:end]):
        return known.named(block.text, 0, end)  # with what it said on the next line
    if (holder := _HOLDER.match(block.text)) and known.is_party(holder["who"]):
        return known.named(block.text, *holder.span("who"))  # "Bappeda (Rina Sari). Data belum lengkap. ..."
    if (alone := _ALONE.match(block.text)) and known.is_party(alone["who"]):
        (_, end), *_ = known.language.sentences(block.text[: alone.end() + 1])
        if end == alone.end("who") + 1:  # no "Kec. Ambar"
            return known.named(block.text, *alone.span("who"))
    match = _COLON.match(block.text)
    group = match.lastgroup if match else None
    if match is None or group is None:
        return ()
    if known.is_party(match[group]):
        return known.named(block.text, *match.span(group))
    return known.loosely(block.text, *match.span(group)) if match["lead"] else ()


def promised(text: str, known: Known) -> bool:
    """Whether a sentence promises something in the first person."""
    return _promise_stems(known.lexicon).in_text(text) and _promise(known.lexicon).search(text) is not None


def takes_on(text: str, known: Known) -> bool:
    """Whether a sentence tells by a pronoun who does something, alone or with others ("Beliau bersama X menyusun").

    What is promised may stand in the passive ("Beliau berjanji selokan dikeruk").
    """
    if _gives_word(known.lexicon).match(text):
        return True
    match = _TAKES_ON.match(text)
    cues = known.lexicon.cues
    return match is not None and fold(match["verb"]) not in {*cues.report, *cues.state, *cues.ask} - {*cues.task}


def does_by(text: str, due: Span, known: Known) -> bool:
    """Whether a sentence tells beside a day what its speaker does then ("Jumat saya kirim", "saya serahkan besok").

    What is done today is done at the meeting.
    """
    cues = known.lexicon.cues
    if fold(text[due.start : due.end]).endswith(known.lexicon.calendar.words.today):
        return False
    if _BACK_DOES.search(text):
        return True
    for match in itertools.chain(_I_DO.finditer(text), _HE_DOES.finditer(text)):
        verb = match["verb"].casefold()
        base = verb.endswith("kan") or known.language.verb_form(verb) is VerbForm.BASE
        acts = base or verb in bare_tasks(known.lexicon)
        part = max(text.rfind(mark, 0, match.start()) for mark in ",;") + 1
        told = word_pattern((*cues.done, *cues.negative)).search(text, part, match.end()) is not None
        between = text[due.end : match.start()] if due.end <= match.start() else text[match.end() : due.start]
        if acts and not told and _PARTED.search(between) is None and len(between.split()) <= _NEAR_WORDS:
            return True
    return False


def speaks_of_self(text: str, known: Known) -> bool:
    """Whether a sentence speaks in the first person."""
    return word_pattern((*known.lexicon.cues.pronouns, *_SELF)).search(text) is not None


def counts_self_in(text: str) -> bool:
    """Whether a sentence begins with its speaker and somebody else who does it as well ("Saya dan Pak Edi ...")."""
    return _AND_I.search(text) is not None


def awaits(text: str) -> bool:
    """Whether a sentence tells what its speaker waits for, which others do ("Senin depan kami tunggu datanya")."""
    return _AWAITS.search(text) is not None


def refers_back(text: str) -> bool:
    """Whether a sentence begins with a word for somebody of whom it was told before ("Beliau ...", "Pihaknya ...")."""
    return _BACK.match(text) is not None


def told_within(text: str, known: Known) -> tuple[Named, ...]:
    """The one person of whom a sentence tells before it says by a pronoun what that person will do.

    "Rina sudah minta harga; setelah itu ia yang akan mengurus izin."
    """
    does = _HE_NEXT.search(text)
    named = (told_of(text[: does.start()], known) or _last_person(text, does.start(), known)) if does else ()
    return named if _is_somebody(named, known) else ()


def _last_person(text: str, end: int, known: Known) -> tuple[Named, ...]:
    """The person whom the last words up to a place name ("kunci ada di Pak Joko")."""
    starts = [word.start() for word in _RUN.finditer(text, max(0, end - _NEAR), end)][-_NEAR_WORDS:]
    stretches = (known.named(text, start, end) for start in starts)
    return next((named for named in stretches if _is_somebody(named, known)), ())


def _is_somebody(named: tuple[Named, ...], known: Known) -> bool:
    """Whether these are one person, told by name or office."""
    return len(named) == 1 and (known.is_person(named[0]) or is_role(named[0].mention.name, known.lexicon))


def means_him(text: str) -> bool:
    """Whether a sentence speaks of one person by a pronoun, whom no body can be."""
    return _HIM.search(text) is not None


def means_another(text: str) -> bool:
    """Whether a sentence tells further on what somebody does of whom it was told ("... diurus beliau sendiri")."""
    return _BACK_DOES.search(text) is not None or _HE_DOES.search(text) is not None


def speaks_of_both(text: str) -> bool:
    """Whether a sentence begins with "keduanya"."""
    return _BOTH.match(text) is not None


def both_before(text: str, known: Known) -> tuple[Named, ...]:
    """The two parties that "dan" joins last in a sentence, whom the next one means by "keduanya"; none without them."""
    for join in reversed(list(_AND.finditer(text))):
        starts = [word.start() for word in _RUN.finditer(text, 0, join.start())][-_MOST_WORDS:]
        ends = [word.end() for word in _RUN.finditer(text, join.end())][:_MOST_WORDS]
        left = next((start for start in starts if known.is_party(text[start : join.start()])), None)
        right = next((end for end in reversed(ends) if known.is_party(text[join.end() : end])), None)
        if left is not None and right is not None:
            return (*known.named(text, left, join.start()), *known.named(text, join.end(), right))
    return ()


def says_no_object(text: str) -> bool:
    """Whether a sentence tells only by "-nya" what is to be done with it ("Keduanya diminta menyampaikannya ...")."""
    verb = _VERB.search(text)
    return verb is not None and verb[0].endswith("nya")


def reported_speaker(text: str, known: Known) -> tuple[Named, ...]:
    """The subject of the verb of saying before a promise; offsets index the sentence."""
    promise = _promise(known.lexicon).search(text)
    for clause in known.clauses(text):
        if clause.report and promise is not None and clause.end <= promise.start() + 1:
            return known.named(text, clause.start, clause.end)
    said = _SAYS.match(text) or _SAID_BY.search(text)
    return known.named(text, *said.span("who")) if said else ()


def reporter(text: str, known: Known) -> tuple[Named, ...]:
    """The party that a sentence begins with as the one who tells something; offsets index the sentence."""
    head = _HEADED.match(text)
    if head and known.is_party(head["who"]):
        return known.named(text, *head.span("who"))
    for clause in known.clauses(text):
        first = clause.start <= 2 or _LED_TO.fullmatch(text, 0, clause.start) is not None
        if clause.report and first and not (clause.firm or clause.asked):  # but "Rina akan membuka loket"
            return known.named(text, clause.start, clause.end)
    return ()


def told_of(text: str, known: Known) -> tuple[Named, ...]:
    """The one party that a sentence begins with, whatever it does; offsets index the sentence."""
    first = next(iter(known.clauses(text)), None)
    if first is None or not (first.start <= 2 or _LED_TO.fullmatch(text, 0, first.start)):
        return _person_first(text, known)
    named = known.named(text, first.start, first.end)
    one = named[0].mention if len(named) == 1 else None
    crowd = one is not None and one.kind is PartyKind.GROUP and not is_role(one.name, known.lexicon)
    return named if one is not None and not crowd else ()


def _person_first(text: str, known: Known) -> tuple[Named, ...]:
    """The one person that a sentence begins with, maybe behind what led to it, or who it says tells it.

    "Ditanya soal itu, Pak Joko bilang ...", "..., kata Pak Joko".
    """
    marks = (_ACCORDING.match(text), _LED_TO.match(text), _TOLD_BY.search(text))
    for start in (0, *(mark.end() for mark in marks if mark)):
        if not known.recognizer.may_begin(text, start):
            continue
        words = list(_RUN.finditer(text, start))[:_NEAR_WORDS]
        ends = [word.end() for word in words if start or word.end() < len(text.rstrip())]
        found = next((named for end in reversed(ends) if (named := known.named(text, start, end))), ())
        if len(found) == 1 and known.is_person(found[0]) and not known.is_strange(found[0]):
            return found
    return ()


def quotes(text: str) -> bool:
    """Whether a sentence begins with what somebody said, word for word."""
    return text.lstrip()[:1] in ('"', "“", "”", "„")


@cache
def _gives_word(lexicon: Lexicon) -> "re.Pattern[str]":
    """A pronoun and a word of promise at the beginning, of what will be done."""
    promise = word_pattern(lexicon.cues.promise).pattern
    return re.compile(rf"\W*(?:beliau|ia|dia|pihaknya)\s+(?:juga\s+)?{promise}\s[^.;]*?\bdi[a-z]{{4,}}", re.IGNORECASE)


@cache
def _promise_stems(lexicon: Lexicon) -> Stems:
    return Stems((*_PROMISING, *_SELF, "will", "next", "do", "rencana", "plan", *lexicon.cues.promise), pieces=r"\S+")


@cache
def _promise(lexicon: Lexicon) -> "re.Pattern[str]":
    cues = lexicon.cues
    bare = word_pattern(cues.bare_task).pattern
    says = word_pattern(tuple(word for word in cues.report if word in _SAYING)).pattern
    it_is = r"^\W*(?:beliau|ia|dia|pihaknya)(?:lah)?\s+(?:sendiri\s+)?(?:yang|yg)\s+(?:(?:akan|nanti|bakal)\s+)?"
    says_so = rf"\b(?:{says}|bilang|ngomong)\s+(?:(?:bahwa|kalau|kalo)\s+)?(?:ia|dia|beliau)\s+" + (
        r"(?:sendiri\s+)?(?:yang|yg)\s+(?:(?:akan|nanti|bakal)\s+)?"
    )
    return re.compile(
        rf"{_COMES_NEXT}|{says_so}(?:me\w{{4,}}|ng\w{{3,}}|{bare})\b|{it_is}(?:me\w{{4,}}|ng\w{{3,}}|{bare})\b|{_BY_ME}(?:\w{{3,}}(?:kan|in)|{bare})\b|{_ME_WHO}\w|{_WE_WHO}|\b{_FIRST}\s+(?:(?:sendiri|saja|aja)\s+)?(?:yang|yg)\s+(?:akan\s+|nanti\s+)?(?:{bare}|ng\w{{3,}})\b|\b(?:saya|aku|gue|gw)\s+(?:(?:sendiri|saja|aja)\s+)?(?:yang|yg)\s+{_BER}|{_MY_PART}|(?:^\s*|^[^:.;]{{2,70}}:\s+|{says}(?:\s+bahwa)?\s+"
        rf"|{says}\b[^.]*\b(?:dan|serta|lalu)\s+(?=akan\s+(?:segera\s+)?{word_pattern(cues.task).pattern})"
        rf"|(?:^|[,:;]\s*|\b(?:bahwa|dan|maka)\s+|{says}\s+)(?:{word_pattern(cues.pronouns).pattern})\s+)(?:juga\s+)?"
        rf"{word_pattern((*_PROMISING, *cues.promise)).pattern}"
        rf"\s+(?:\w+\s+){{0,2}}?(?:(?<=bersedia )|(?<=sanggup )|(?<=anggupi )|(?!menjadi\b))"
        rf"(?:me\w{{4,}}|{_BER}|minta|\w+kan|{word_pattern(cues.bare_task).pattern})\b",
        re.IGNORECASE,
    )
