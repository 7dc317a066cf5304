"""Predicates: where the one of a subject starts, and what its modal words and verb say."""

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from notula.pipeline.extract.clause_words import CONCERNED, FLAGS, NO_VERB, Words, clause_words, flag_of
from notula.pipeline.language import Language, VerbForm, get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_LINKS = {
    "juga",
    "untuk",
    "dengan",
    "pada",
    "oleh",
    "kepada",
    "dalam",
    "secara",
    "kembali",
    "lebih",
    "sebagai",
    "yang",
    "saat",
    "hanya",
    "langsung",
    "bersama",
    "selalu",
    "nanti",
}
# Words that promise nothing of their subject without a verb behind them ("Kadis mohon pengertian", "Poli mulai 09.40").
_NEED_VERB = frozenset(["mohon", "harap", "tolong", "tlg", "kiranya", "mulai", "lanjut", "bantu"])
_DUE = frozenset(["harus", "hrs", "wajib", "mesti", "musti", "kudu"])
_ACTORS = frozenset(["ia", "dia", "beliau", "saya", "kami", "kita", "aku"])
_THAT = re.compile(r"\s+(?:bahwa|bhw|kalau|kalo)\b")  # whatever tells that something is so is a report
_PROMISE = re.compile(r"(?:bersedia|siap|sanggup|setuju|berkenan)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"(?:belum|blm|belom)\b", re.IGNORECASE)
_BIDDING = ("untuk", "utk", "u/", "to")
_PASSIVE = re.compile(r"di[a-z]{4,}(?:kan|i)")
_PIECE = re.compile(r"[()\[\]]|[^\s()\[\]]+")
_INSTEAD = re.compile(r",?\s+(?:melainkan|tetapi|tapi|namun)\s+(?:(?:segera|langsung|cukup)\s+)*(?P<verb>me\w{4,})\b")
_SHORT_FORM_ENDS = re.compile(r"[A-Z]{3,}\.\s+[A-Z][a-z]")  # "... tim PKK. Rina mengetik"
_TITLES = frozenset(["drs.", "dra.", "prof.", "apt.", "kab.", "kec.", "kel."])
_PREDICATE_WORD = re.compile(r"[^\s(),;]+")
_MAX_PREDICATE = 8  # words in which its verb is looked for
_YET = re.compile(  # "belum menunjuk operator, agar ditunjuk minggu ini"
    r"[^.;]{0,120},\s+(?:agar|supaya|mohon|harap|diminta|wajib|harus)\s+(?:(?:segera|untuk|juga)\s+)*(?P<verb>(?:me|di)\w{4,})\b"
)
_FARTHEST = 160  # characters of a subject, with what tells more of it, behind which no predicate is looked for
_INITIALS = 3  # letters at most
_FAR = 2_000  # characters of brackets that are stepped over


class Clause(NamedTuple):
    """A subject (offsets into the sentence), the modal words and the verb after it.

    ``verb_start`` is -1 where only modal words were found. ``firm`` says that a modal word commits; ``soft`` that one
    takes it back (ability, hope, advice); ``denied``, ``done`` and ``doing`` as their words say. ``asked`` marks the
    one whom somebody else asks.
    """

    start: int
    end: int
    verb_start: int
    verb: str
    passive: bool
    firm: bool
    soft: bool
    weak: bool
    denied: bool
    done: bool
    doing: bool
    report: bool
    asked: bool = False


def predicate_of(text: str, clause: Clause) -> str:
    """What stands between the subject of a clause and the end of its verb."""
    return text[clause.end : clause.verb_start + len(clause.verb)]


class _Role(NamedTuple):
    """What a word can be between a subject and its verb, told by itself; ``ends`` where nothing is looked for after it.

    ``predicate`` is what a predicate begins with: a modal word, "belum", "sudah" and the like, or a verb;
    ``heads_phrase`` is a word that a modal phrase begins with.
    """

    relative: bool
    modal: bool
    predicate: bool
    ends: bool
    heads_phrase: bool


_AMONG = re.compile(  # "pengawas silang antar kelas": brings nothing
    r"antar\s+(?:kelas|desa|dusun|rt|rw|unit|bidang|instansi|lembaga|divisi|bagian|seksi|kelompok|tim|sekolah|prodi"
    r"|kecamatan|kabupaten|kota|provinsi|daerah|wilayah|pihak|opd|kementerian|negara)\b",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?:untuk|dan|atas)\s+[A-Z][a-z]")  # "Koalisi Warga untuk Layanan Publik akan ..."
CALLING = re.compile(  # "juru tagih", "dokter jaga disiapkan"
    r"(?<=\bjuru )\w+|(?:(?<=\bprodusen )|(?<=\bwali ))data\b"
    r"|(?:(?<=\bdokter )|(?<=\bperawat )|(?<=\bbidan )|(?<=\bpetugas )|(?<=\bguru ))(?:jaga|piket)"
    r"(?=\s+(?:dan|serta|di[a-z]{4,}|agar|supaya|akan|harus|wajib)\b)",
    re.IGNORECASE,
)
_HELPED = re.compile(  # "A dibantu B mendata ...", "A dibantu B nyebar ..."
    r"(?:dibantu|ditemani)\s+(?:oleh\s+)?(?:[^,;:.()]|\.(?=\s[A-Z])){2,80}?\s(?=(?:me[a-z]{4,}|n[gy][aeiou][a-z]{2,})\b)"
)

# How a crowd does it, before the verb that tells what: "Warga RT 02 kerja bakti mengecat pos".
_JOINT_WORK = re.compile(r"(?:kerja\s?bakti|gotong\s?royong|kerja bareng)\s+(?=(?:me|n[gy])\w{3,})", re.IGNORECASE)


def find_predicate(text: str, begin: int, words: Words) -> int | None:
    """Where the predicate after a subject starts; brackets are stepped over."""
    depth, relative = 0, False
    for match in _PIECE.finditer(text, begin, begin + _FAR):
        piece = match.group()
        if piece in "([":
            depth += 1
        elif piece in ")]":
            depth = max(depth - 1, 0)
        if depth or piece in "()[]":
            continue
        role, at = _role_of(piece, words.lexicon), match.start()
        if _SHORT_FORM_ENDS.match(text, at) and fold(piece) not in _TITLES:
            return None
        if any(form.match(text, at) for form in (_AMONG, _HELPED, _IN_NAME, CALLING)):
            continue
        if role.relative:
            relative = True
            continue
        if at > begin and not relative and _JOINT_WORK.match(text, at):
            return at
        if role.modal if relative else role.predicate and at > begin:
            return at
        if role.heads_phrase and at > begin and words.phrases.match(text, at):
            return at  # "setuju untuk menyusun"
        if (role.ends and not relative) or at - begin > _FARTHEST:
            return None
    return None


@lru_cache(maxsize=8192)
def _role_of(piece: str, lexicon: Lexicon) -> _Role:
    """The role of a word, the marks that stand at it included."""
    bare = piece.strip(",.;:\"“”'")
    words, word = clause_words(lexicon), fold(bare)
    modal = word in words.commit or word in words.soft or word in words.weak or word in _BIDDING
    modal = modal and not (bare.isupper() and len(bare) <= _INITIALS)  # somebody's: "BS", where "bs" is "bisa"
    told = word in words.negative or word in words.done or word in words.doing
    stops = piece[-1] == "." and len(piece) > 4 and (piece[0].islower() or len(piece) > 8)
    return _Role(
        relative=word in ("yang", "yg"),
        modal=modal,
        predicate=modal or told or _verbal(word, piece, words, get_language(lexicon)),
        ends=piece[-1] in ";:" or stops,
        heads_phrase=word in words.phrase_heads,
    )


_HOW_MANY = ("berdua", "bertiga", "berempat")  # do it: no verbs, as other words with "ber-" are


def _verbal(word: str, written: str, words: Words, language: Language) -> bool:
    if word in words.task or word in words.bare_task or word in words.report:
        return not written[:1].isupper()
    if written[:1].isupper() or word in CONCERNED or word in _HOW_MANY:
        return False
    return language.verb_form(word) not in (None, VerbForm.BASE) or _PASSIVE.fullmatch(word) is not None


def read_predicate(text: str, start: int, end: int, at: int, words: Words, language: Language) -> Clause | None:
    """The clause of a subject (``start``, ``end``) with its predicate ``at``; None without modal word or verb."""
    rest = text[at:]
    phrase = words.phrases.match(rest)
    flags = dict.fromkeys(FLAGS, False) | {"firm": phrase is not None}
    near = True  # base forms ("koordinasi") are verbs only right behind the subject or a modal word
    pieces = _PREDICATE_WORD.finditer(rest, phrase.end() if phrase else 0)
    for count, match in enumerate(itertools.islice(pieces, _MAX_PREDICATE)):
        written = match.group()
        word = fold(written.strip(".:\"“”'"))
        if count == 1 and flags["firm"] and "," in rest[: match.start()] and _PROMISE.match(rest):
            break  # "Pak Joko bersedia, minta dijemput"
        if flag := flag_of(word, words):
            flags[flag] = not (flag == "done" and flags["firm"])  # "harus sudah menyerahkan"
            flags["done"] = flags["done"] and word not in _DUE  # "sudah harus menyerahkan"
            continue
        bidden = not count and _is_order(rest, match, language)
        if bidden or (_verbal(word, written, words, language) and (near or language.verb_form(word) is not None)):
            passive = word not in words.bare_task and _is_passive(word, language)
            other = _INSTEAD.search(rest, match.end()) if flags["denied"] else None
            if other and language.is_verb(other["verb"]):  # "tidak menunggu ..., melainkan mengaktifkan ..."
                flags["denied"] = False
                return Clause(start, end, at + other.start("verb"), fold(other["verb"]), False, **flags, report=False)
            yet = _YET.match(rest, match.end()) if flags["denied"] and _NOT_YET.match(rest) else None
            if yet:
                flags |= {"denied": False, "firm": True}
                return Clause(start, end, at + yet.start("verb"), fold(yet["verb"]), False, **flags, report=False)
            if word.startswith(("me", "di")) and not flags["firm"]:
                word = word.removesuffix("nya")  # "menyetujuinya" only tells what "menyetujui" does
            report = word in words.report or _THAT.match(rest, match.end()) is not None
            return Clause(start, end, at + match.start(), word, passive, **flags, report=report)
        if word in _ACTORS and any(flags.values()):
            return None  # "Keduanya akan ia tagih": who acts stands before the verb
        if flags["firm"] and fold(rest.split()[0]) not in _NEED_VERB and _can_be_verb(word, written):
            return Clause(start, end, at + match.start(), word, False, **flags, report=False)
        if count > 4 and not any(flags.values()):
            return None
        near = word in _LINKS
    if any(flags.values()):
        return Clause(start, end, -1, "", False, **flags, report=False)
    return None


def _is_order(rest: str, word: "re.Match[str]", language: Language) -> bool:
    """Whether a predicate begins with a base verb ("Rina temui camat"); before another verb it is part of a name."""
    following = _PREDICATE_WORD.match(rest, word.end() + 1)
    acts = (VerbForm.ACTIVE, VerbForm.PASSIVE)
    joined = following is not None and language.verb_form(following.group()) in acts
    return word.group().islower() and language.verb_form(word.group()) is VerbForm.BASE and not joined


def _is_passive(word: str, language: Language) -> bool:
    passives = (VerbForm.PASSIVE, VerbForm.RESULTANT)
    return language.verb_form(word) in passives or _PASSIVE.fullmatch(word) is not None


def _can_be_verb(word: str, written: str) -> bool:
    """Whether a word that no list knows can be the verb behind a modal word that commits."""
    return written.islower() and word.isalpha() and len(word) > 3 and word not in _LINKS and word not in NO_VERB
