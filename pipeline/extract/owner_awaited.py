"""Whose it is to bring what is awaited by a day: "Draf SK dari Bagian Hukum paling lambat Jumat"."""

import re
from functools import cache

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import BEFORE_DAY, Owners
from notula.pipeline.extract.owner_agents import longest_named
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.lexicon import Lexicon

_LEADS = re.compile(r"[\s:,;–—-]*")
_OF = re.compile(r"(?<=\w),?\s+(?:dari|dr|from)\s+(?=\w)", re.IGNORECASE)
# Where it goes to, and that it comes in.
_TO = re.compile(r"\s*,?\s*(?:ke|kepada|kpd|to)\s+[^,;:.()]{2,50}", re.IGNORECASE)
_COMES_IN = re.compile(
    r"\s*,?\s*(?:(?:sudah|sdh|udah)\s+(?=ha?rus)|ha?rus\s+(?:sudah\s+|sdh\s+)?|wajib\s+|mohon\s+|agar\s+){0,2}"
    r"(?:masuk|diterima|terkumpul|dikumpulkan|ditunggu|dikirim(?:kan)?|disampaikan|diserahkan|disetor(?:kan)?|ada)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:sebelum|sblm|paling|plg|selambat|maks|sampai|hingga|s\.?/?d|by|before|deadline|ddl|dl|tenggat|batas|target)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,;:(–—-]|\b(?:deadline|ddl|dl|tenggat|batas|target|due)\b", re.IGNORECASE)
# Behind the day: what others do with the thing once they have it, but not that it comes in.
_DONE_WITH = re.compile(
    r"[\s,)]*(?:(?:untuk|utk|agar|supaya|akan|harus|segera|langsung|sudah|dan|lalu)\s+){0,2}"
    r"di(?!terima|kumpulkan|kumpul\b|tunggu|kirim|sampaikan|serahkan|setor|masukkan\b|email|unggah|upload)[a-z]{3,}",
    re.IGNORECASE,
)
# Behind what is awaited these tell more of it than what it is called, or that it is a gift.
_NOT_THEIRS = frozenset(
    ["yang", "yg", "untuk", "utk", "sudah", "akan", "sesuai", "berdasarkan", "atas", "sumbangan", "bantuan",
     "hibah", "dana", "uang", "iuran", "sisa", "pinjaman", "kiriman", "berasal", "tindak", "terhadap", "ke",
     "kepada", "di", "pada"]
)  # fmt: skip
_FEW = 4  # words more of what is awaited
_NEAR = 80  # characters behind "dari"


def by_awaited(text: str, known: Known, due: Span | None) -> Owners | None:
    """Those from whom a thing that people hand over is to come by a day, where nothing is said of anybody else.

    "Tagihan dari PLN sebelum tanggal 20" has to be paid by others; "Temuan dari BPK diselesaikan ..." as well.
    """
    if due is None:
        return None
    first = _LEADS.match(text, due.end if not text[: due.start].strip() else 0)
    thing = _awaited(known.lexicon).match(text, first.end() if first else 0)
    of = _OF.search(text, thing.end()) if thing else None
    if thing is None or of is None or _says(text[thing.end() : of.start()], known):
        return None
    ahead = due.start >= of.end()
    end = min(due.start if ahead else len(text), of.end() + _NEAR)
    named, to = longest_named(text, of.end(), end, known)
    if not named:
        return None
    to = goes.end() if (goes := _TO.match(text, to, end)) else to
    comes = _COMES_IN.match(text, to, end)
    if ahead and _DONE_WITH.match(text, due.end):
        return None  # "Data dari Bappeda sebelum Jumat dimasukkan ke sistem"
    rest = text[comes.end() if comes else to : due.start if ahead else len(text)]
    limited = comes or not ahead or _LIMIT.match(text, due.start) or _MARK.search(rest)
    if not limited or BEFORE_DAY.sub("", rest).strip(" ,;:.(–—-"):
        return None
    return Owners(named, "owner_awaited", None, Span(of.start(), to))


def _says(between: str, known: Known) -> bool:
    """Whether more than a few words tell what is awaited, or what is done with it."""
    words = between.split()
    return len(words) > _FEW or any(
        word in _NOT_THEIRS or known.language.is_verb(word.strip(",.").lower())
        for word in words
    )


@cache
def _awaited(lexicon: Lexicon) -> "re.Pattern[str]":
    return re.compile(word_pattern(lexicon.cues.handed_in).pattern + r"(?:-\w+|nya)?", re.IGNORECASE)
