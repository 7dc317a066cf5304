"""What the end of a line, and the beginning of the next, tell of whether one sentence goes over both."""

import re

from notula.pipeline.structure.opening_lines import DAY_NAME
from notula.pipeline.structure.title_lines import MONTH

_LEADS_ON = re.compile(
    r"(?:[,:(/&+–—-]|\b(?:dan|serta|atau|dengan|dg|dgn|untuk|utk|bagi|yang|yg|di|ke|dari|dr|pada|oleh|kepada|kpd|dalam|"
    r"tentang|mengenai|terkait|agar|supaya|bahwa|akan|juga|adalah|yaitu|yakni|antara|per|para|sdr|sdri|bapak|ibu|pak|bu|"
    r"mas|mbak|bpk|saudara|saudari|kepala|ketua|dinas|badan|bidang|seksi|tanggal|tgl|hari|jam|pukul|bulan)\.?)\s*$",
    re.IGNORECASE,
)
# Small words and shortened titles that no sentence, name or label ends in.
_WANTS_MORE = re.compile(
    r"\b(?:dan|serta|atau|dengan|dgn|untuk|utk|bagi|yang|yg|di|ke|dari|pada|oleh|kepada|kpd|dalam|tentang|mengenai|"
    r"terkait|agar|supaya|bahwa|akan|adalah|antara|para)\s*$|"
    r"\b(?:[Pp]rof|[Dd]r|Drs|Dra|Ir|Hj|KH|Ust|Sdr|Sdri|Bpk|Pdt|Ns|Kab|Kec|Jl|Jln)\.\s*$"
)
_OPEN = re.compile(r"\([^()]*$")
_CLOSED = re.compile(r"[^()]*\)")
_DAY_LAST = re.compile(r"\b(?:[0-2]?\d|3[01])\s*$")
_MONTH_FIRST = re.compile(rf"\s*{MONTH}\s+\d{{4}}\b", re.IGNORECASE)
_MONTH_LAST = re.compile(rf"\b(?:[0-2]?\d|3[01])\s+{MONTH}\s*$", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    r"\b(?:tanggal|tgl\.?|sebelum|sblm|setelah|sesudah|lambat|lambatnya|telat|maksimal|sampai|hingga|s\.?/?d\.?|sejak"
    rf"|{DAY_NAME},?)\s*$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(rf"\s*(?:[0-2]?\d|3[01])\s+{MONTH}\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d\d\b(?![./-]\d)")


def leads_on(text: str) -> bool:
    """Whether a line ends in a sign or a word behind which its sentence goes on."""
    return _LEADS_ON.search(text) is not None


def is_cut(before: str, after: str) -> bool:
    """Whether a line breaks off for sure: at a small word, a title, in a bracket or a date that the next one ends."""
    if _WANTS_MORE.search(before) or (_OPEN.search(before) and _CLOSED.match(after)):
        return True
    dated = _DAY_LAST.search(before) and _MONTH_FIRST.match(after)
    dated = dated or (_BEFORE_DAY.search(before) and _DAY_FIRST.match(after))
    return bool(dated or (_MONTH_LAST.search(before) and _YEAR_FIRST.match(after)))
