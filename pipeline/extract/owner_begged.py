"""Owners who are begged for it: "atap bocor, tolong Pak Joko ya", "tagihan es, Rina please pay"."""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import longest_named
from notula.pipeline.extract.scope import Span

_BEGS = re.compile(
    r"(?:^\W*|[,;.–—-]\s+)(?:(?:nanti|jadi|maka|mohon|minta)\s+){0,2}"
    r"(?:tolong|tlg|tulung|punten|mohon|minta)(?:\s+bantuan)?\s+"
    r"(?:dibantu\s+(?:oleh\s+|sama\s+)?)?(?=\S)",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"(?:^\W*|[,;.–—-] )(?P<who>[^\s,;:.()–—]{2,30}(?: [^\s,;:.()–—]{2,30}){0,3}) (?:please|pls|plis|plz) [a-z]{3,}",
    re.IGNORECASE,
)
# What may stand behind the one who is begged: nothing, "ya", more behind a mark, what is to be done with the thing.
_END = re.compile(
    r"\s*(?:(?:ya+h?|dong|nggih|njih|lagi|juga)\b\s*)?(?:$|[.,;!(–—-])"
    r"|\s+(?:nanti\s+|segera\s+|langsung\s+)?(?P<verb>di[a-z]{3,})\b"
    # "yang kemarin", "yang punya truk" tell which of them, not what is to be done
    r"|\s+(?P<which>yang|yg)\s+(?!(?:kemarin|kmrn|tadi|dulu|dl|lalu|lama|baru|biasa\w*|sudah|sdh|udah|pernah|belum|blm"
    r"|masih|sedang|sakit|punya|tinggal|rumahnya|jadi|tidak|nggak|gak|paling|lebih|bisa|mau|kerja|ikut|hadir|ter\w+)\b)[a-z]{3,}"
)
_WHICH = re.compile(r"\s(?:yang|yg)\s")
# What is done to somebody: "tolong Pak Joko dikabari" asks nothing of him.
_DONE_TO_PERSONS = frozenset(
    ["dikabari", "dikabarin", "dihubungi", "dihubungin", "ditelepon", "ditelpon", "dikontak", "diundang",
     "dijemput", "diantar", "diantarkan", "diberi", "diberikan", "diberitahu", "diberitahukan", "diinfokan",
     "diingatkan", "diingetin", "ditanya", "ditanyakan", "dikasih", "diajak", "dibantu", "disurati", "dikirimi",
     "dikirim", "ditemui", "ditemani", "didampingi", "dilibatkan", "dipanggil", "dijenguk", "ditengok", "dibesuk",
     "didoakan", "dimasukkan", "ditunggu", "ditagih", "dibayar", "disampaikan", "diganti", "digantikan",
     "dicarikan", "dibuatkan", "disiapkan", "dibekali", "dikoordinasikan", "dimaklumi", "dimengerti", "dimaafkan",
     "dibebaskan", "ditegur", "dinasihati", "dinasehati", "ditembusi", "disusul", "dimintai", "diminta", "disambut",
     "dipersilakan", "diprioritaskan", "dijadwalkan", "dibantukan", "diantarkan", "dipindah", "dipindahkan",
     "dimasukin", "disemangati", "diwakili", "diwakilkan", "dipertimbangkan", "didata", "dipinjami", "digaji",
     "diundangkan", "diusulkan", "ditunjuk", "dijadikan", "dipilih", "dicoret", "dikeluarkan", "diobati"]
)  # fmt: skip
_NEAR = 100  # characters behind a word that begs


def by_begged(text: str, known: Known, due: Span | None) -> Owners | None:
    """The people behind a word that begs, where nothing but the end, or a passive verb of the thing, follows."""
    for mark in _BEGS.finditer(text):
        end = due.start if due is not None and due.start > mark.end() else len(text)
        named, to = longest_named(text, mark.end(), min(end, mark.end() + _NEAR), known)
        told = _WHICH.search(text, mark.end(), to)
        to = told.start() if told else to
        behind = _END.match(text, to, end) if named else None
        if behind is None or not all(map(known.is_person, named)):
            continue
        which = behind["which"] is not None and not _DONE_TO_PERSONS.isdisjoint(re.split(r"\W+", text[behind.end() :]))
        if not which and (behind["verb"] is None or behind["verb"] not in _DONE_TO_PERSONS):
            return Owners(named, "owner_begged", None, Span(mark.start(), to))
    please = _PLEASE.search(text)
    named = known.named(text, *please.span("who")) if please else ()
    if please and named and all(map(known.is_person, named)):
        return Owners(named, "owner_begged", None, Span(*please.span("who")))
    return None
