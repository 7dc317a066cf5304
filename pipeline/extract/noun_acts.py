"""Nouns of doing that short notes put where a verb would stand ("Satpol PP sosialisasi jam buka", "RT 05 ronda")."""

import re

from notula.pipeline.extract.clause_words import Words
from notula.pipeline.language import Language, VerbForm

_MORE = re.compile(r"[^\s.]")
_WORD = re.compile(r"[^\s,;:.()]+|[,;:.()]")
# What ends the object of such a noun: what is said behind it is said of something else.
_OBJECT_ENDS = frozenset(
    ["yang", "yg", "untuk", "utk", "agar", "supaya", "ke", "kepada", "kpd", "di", "pada", "dengan", "dgn", "dan",
     "serta", "sebelum", "sblm", "setelah", "sesudah", "selama", "saat", "mulai", "sampai", "hingga", "bila",
     "jika", "kalau", "karena", "soal", "terkait", "tentang", "oleh", "per", "tiap", "setiap", "dalam", "via",
     "lewat", "melalui"]
)  # fmt: skip
# Behind such a noun these tell that it is done, whatever heads the party: "Panitia audiensi dengan Bupati".
_DONE_SO = frozenset(["ke", "kepada", "kpd", "dengan", "dgn", "ulang", "bersama"])
# Behind a comma: what came of it, so that it was done ("..., air sudah mengalir").
_RESULT = re.compile(
    r"[,;]\s+(?:hasil\w*\b|(?:yang\s+)?(?:diikuti|dihadiri|disambut)\b|peserta\w*\s+\d"
    r"|(?:[^\W\d]+\s+){0,3}(?:sudah|telah|sdh|udah)\s+(?!ha?rus\b)|\d[\d.]*\s+(?:\w+\s+){1,2}(?:di|ter)[a-z]{4,})",
    re.IGNORECASE,
)
_SAYING = (VerbForm.ACTIVE, VerbForm.PASSIVE)
_FARTHEST = 120  # characters of the object of such a noun


def find_noun_act(text: str, begin: int, end: int, words: Words, language: Language) -> "re.Match[str] | None":
    """The noun of doing behind a party that begins at ``begin``, no farther than ``end``; None where there is none.

    Its object ends before any verb: "BPBD simulasi gempa ditunda" tells of a simulation. A word that units are named
    after another with ("Tim", "Kepala Bidang") takes the noun for its name.
    """
    act = words.act.search(text, begin + 1, end)
    if act is None or not act.group().islower() or _MORE.search(text, act.end()) is None:
        return None
    subject = text[begin : act.start()].rstrip()
    last = subject.rsplit(maxsplit=1)[-1] if subject else ""
    crowd = subject.split(maxsplit=1)[0].casefold() in words.lexicon.cues.collective if subject else False
    named = last[:1].isupper() or last.isdigit() or text[:1].islower() or crowd
    if not last or not named or last.endswith((",", ".", ":")):
        return None
    if _says_more(text, act.end(), words, language):
        return None
    following = _WORD.search(text, act.end())
    done_so = following is not None and following.group() in _DONE_SO
    return act if done_so or not _takes_name(last, words) else None


def tells_result(text: str, at: int) -> bool:
    """Whether behind a noun of doing that begins at a place stands what came of it."""
    return _RESULT.search(text, at) is not None


def _says_more(text: str, at: int, words: Words, language: Language) -> bool:
    """Whether behind a noun of doing, before its object ends, something is said of it."""
    for match in _WORD.finditer(text, at, at + _FARTHEST):
        word = match.group().casefold()
        if word in _OBJECT_ENDS or not word[0].isalnum():
            return False
        told = word in words.commit or word in words.negative or word in words.done or word in words.doing
        if told or (match.group().islower() and language.verb_form(word) in _SAYING):
            return True
    return False


def _takes_name(last: str, words: Words) -> bool:
    """Whether the last word of a party is one that is nothing without a name or a field of work behind it."""
    return last.strip(".").casefold() in words.act_heads
