"""Owners whose duty something is said to be ("menjadi tanggung jawab Bappeda", "dititipkan kepada Rina")."""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import STOP, Owners
from notula.pipeline.extract.owner_agents import longest_named, with_further
from notula.pipeline.extract.scope import Span
from notula.pipeline.patterns import Stems

_WHO = r"(?P<who>(?:[^.,;()]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z])\.)+)"  # "Dr. Rina"
DUTY_OF = re.compile(
    r"\b(?:di ?bawah|men?jadi|jadi|merupakan|adalah|itu|ini) (?:tanggung ?jawab|tanggungan|tugas|kewajiban|urusan|jatah"
    rf"|bagian|pekerjaan|kerjaan|garapan|catatan|beban|PR)(?:nya)?(?: dan (?:ke)?wewenang(?:an)?)?\s+{_WHO}",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^(?P<who>[^,;:()]{3,60}?)\s+(?:menjadi|bertanggung ?jawab|memegang|sebagai) (?:tanggung ?jawab|penanggung ?jawab|"
    r"atas|pic|koordinator)\b",
    re.IGNORECASE,
)
_DUTY_LAST = re.compile(
    r"^[^,;:()]{3,80}?(?<!ber)(?<!penanggung)(?<!sebagai) (?:tanggung ?jawab(?:nya)?|tanggungan|urusan|jatah"
    r"|giliran|kebagian)\s+(?P<who>[^.,;()]+?)\.?$",
    re.IGNORECASE,
)
_DUTY_GIVEN = re.compile(
    r"\b(?:tugas|tanggung ?jawab|pekerjaan|penyusunan|pengelolaan|penyelesaian|mandat|kewenangan)\b[^.,;:()]{0,80}?\s"
    r"(?:di(?:berikan|serahkan|bebankan|limpahkan|percayakan|delegasikan|amanatkan)|jatuh)\s+(?:kepada|ke|pada)\s+"
    + _WHO,
    re.IGNORECASE,
)
_DUTY_TRUSTED = re.compile(
    r"(?:\bdi(?:percayakan|bebankan|limpahkan|delegasikan|amanatkan|amanahkan|mandatkan|titipkan)"
    r"|(?:^|:\s)(?:untuk|utk|soal|urusan|masalah|mengenai|perihal|bimbingan|pembinaan|pe[mnr][a-z]{3,}an(?<!penghargaan)"
    r"(?<!pernyataan))\s[^.,;:()]{3,60}?,?\s(?:di|kita\s|kami\s)?serahkan)\s+"
    r"(?:kepada|ke|pada)\s+" + _WHO,
    re.IGNORECASE,
)
_DUTY_FALLS = re.compile(  # "Papan nama kebagian Pak Rus, ...": a thing, and whose it is
    r"^[^,;:()]{3,80}?\skebagian\s+(?P<who>[^.,;()]+)", re.IGNORECASE
)
_DUTY_NAMED = re.compile(  # "Lomba diadakan sederhana, panitianya Bidang Perempuan"
    r"(?:[,;]|\s[–—-])\s+(?:(?:menjadi\s+)?tanggung ?jawab\s+"
    r"|(?<=[–—-]\s)(?:tugas|urusan|jatah)\s+(?=(?-i:[A-Z]))"
    r"|(?:panitia|pelaksana|petugas|koordinator|penyelenggara|penanggung ?jawab|urusan|tanggungan)nya\s+(?:adalah\s+)?)"
    r"(?P<who>[^.;()]+)",
    re.IGNORECASE,
)
_LED = re.compile(  # "Lokakarya berada di bawah koordinasi Bappeda"
    r"\bdi ?bawah (?:koordinasi|komando|kendali|penanganan|pengelolaan)(?: dan (?:tanggung ?jawab|kendali))?\s+" + _WHO,
    re.IGNORECASE,
)
_DUTIES = (_DUTY_NAMED, DUTY_OF, _DUTY, _DUTY_GIVEN, _DUTY_TRUSTED, _DUTY_FALLS, _DUTY_LAST, _LED)
_SUPPOSED = re.compile(  # "tidak adil bila semuanya dibebankan ke PUPR"
    r"\b(?:bila|jika|kalau|kalo|apabila|seandainya|tidak|bukan|belum|jangan|sudah|telah"
    r"|merasa|(?:meng)?anggap|mengira|menduga|berpendapat|berpandangan|memandang)\s(?:(?!\bdan\b)[^,.;])*$",
    re.IGNORECASE,
)
# Whose task something is in general, said to turn it down ("kami tidak berwenang; itu tugas Dinas Pasar").
_TURNED_DOWN = re.compile(
    r"\b(?:tidak|bukan|tdk)\s(?:[^,.;]{0,30}?\s)?(?:wewenang|kewenangan|berwenang|berhak|tugas|urusan|ranah|bagian)\b[^.]{0,200}$",
    re.IGNORECASE,
)
# Who is said to have told what is going to be done ("Disampaikan Kepala Pasar (Rina) akan dilakukan tera ulang").
_TOLD_BY = re.compile(
    r"\W*di(?:sampaik|lapork|informasik|jelask|nyatak|umumk)an\s+(?:oleh\s+)?(?P<who>[^,;:]{2,80}?)\s+"
    r"(?:akan|segera|sanggup|bersedia|siap)\s+(?:segera\s+)?(?=(?:di\s?[a-z]|me)[a-z]{3,})",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(r"\boleh\s", re.IGNORECASE)  # "... akan dilakukan pemutihan pajak oleh Samsat"
_DUTY_STEMS = Stems(  # one stands in whatever these match
    ("jawab", "jadi", "itu", "ini", "tugas", "kewajiban", "urusan", "tanggungan", "jatah", "giliran", "memegang",
     "sebagai", "kebagian", "panitianya", "pelaksananya", "petugasnya", "koordinatornya",
     "penyelenggaranya", "urusannya", "tanggungannya", "beban",
     "diberikan", "serahkan", "dibebankan", "dilimpahkan", "dipercayakan",
     "bawah", "didelegasikan", "diamanatkan", "diamanahkan", "dititipkan", "dimandatkan")
)


def by_duty(text: str, known: Known) -> Owners | None:
    """The parties whose duty something is said to be ("menjadi tanggung jawab Bappeda")."""
    for pattern in _DUTIES if _DUTY_STEMS.in_text(text) else ():
        match = pattern.search(text)
        away = pattern is DUTY_OF and match is not None and _TURNED_DOWN.search(text, 0, match.start()) is not None
        if match and not away and not _SUPPOSED.search(text, 0, match.start("who")):
            start, end = match.span("who")
            stop = STOP.search(text, start, end)
            end = stop.start() if stop else end
            spans = known.named(text, start, end) or longest_named(text, start, end, known)[0]
            if spans:
                spans = with_further(spans, text, spans[-1].end, known)
                return Owners(spans, "owner_led" if pattern is _LED else "owner_duty", None, Span(*match.span()))
    return None


def by_teller(text: str, known: Known) -> Owners | None:
    """The party that a sentence says told what is going to be done, where nobody else is told to do it."""
    match = _TOLD_BY.match(text)
    if match is None or _BY_OTHERS.search(text, match.end()):
        return None
    start, end = match.span("who")
    named = known.named(text, start, end)
    return Owners(named, "owner_teller", None, Span(*match.span())) if len(named) == 1 else None
