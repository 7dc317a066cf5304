"""The owners that a rule finds, and where names end."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.scope import Span

STOP = re.compile(
    r"\s+(?:untuk|agar|supaya|paling|selambat\S*|sebelum|sampai|pada|dalam|dengan|yang|yg|di|ke|kepada|setelah|secara|selama|"
    r"secepatnya|segera|maksimal|maks\.?|tanggal|tgl|deadline|ddl|tenggat|"
    r"melalui|lewat|via|pakai|pake|memakai|menggunakan|begitu|terkait|mengenai|tentang|guna|"
    r"serta akan|dan akan|dan di\w+|dan me\w+|akan|apabila|jika|bila|"
    r"(?:bulan|minggu|tahun|pekan)\s+(?:ini|depan)|bulan\s+[A-Z]\w+|karena|krn|karna|sebab|utk|spy|dgn|minimal|hingga|s\.d\.?|s/d|H-\d+|"
    r"(?:se)?tiap(?!\s+(?:R[TW]|dusun|blok|kelas|desa|kelurahan|unit|seksi|divisi|bidang|kelompok|sekolah|cabang)\b))\b"
)

NOTED_OF = re.compile(
    r"\s*[,;]\s*(?:nanti|akan|tapi|tetapi|kalau|jika|sudah|belum|tinggal|masih|biar|tunggu|di\w{4,})\s"
)
"""Behind a party in a bracket: what more is told of it."""
BEFORE_DAY = re.compile(
    r"[\s,;/–-]*(?:\b(?:tgl|tanggal|hari|paling|maks\w*|sebelum|target|due|deadline|dl|tenggat|batas)\b\W*)*$",
    re.IGNORECASE,
)
"""Behind a party: what leads from it to the deadline."""
_LEADS_TO_DAY = re.compile(
    r"(?:(?<=[\s(\[,;])(?:target|due(?: date)?|deadline|ddl|dl|tenggat(?: waktu)?|batas waktu)"
    r"|(?<=[(\[,;]\s)(?:selesai|rampung|tuntas))\b[\s:]*$",
    re.IGNORECASE,
)

_HELP = r"pendukung|support(?:ing|ed by)?|back-?up|di(?:bantu|dukung)(?:\s+oleh)?"
HELPING = rf"[\s,;/(]{{0,20}}\b(?i:{_HELP}|anggota)\s*[:=]\s*|[,;/(]\s*(?i:{_HELP})\s+(?=[A-Z@])"
"""What labels those who help the one before ("PJ: Rina, pendukung: Humas", "PIC Rina, support Tono")."""


class Owners(NamedTuple):
    """The owners (offsets into the text) and the rule that found them; nothing where nobody is named.

    ``clauses`` are all clauses of the text; ``clause`` is the one whose subject they are, if any; ``frame`` spans what
    names them with its label and brackets.
    """

    named: tuple[Named, ...] = ()
    rule: str = ""
    clause: Clause | None = None
    frame: Span | None = None
    nobody: bool = False
    clauses: tuple[Clause, ...] = ()


def between(marks: Iterable["re.Match[str]"], start: int, end: int) -> Iterator[Span]:
    """The stretches of a text from ``start`` to ``end`` that marks in it part."""
    for mark in marks:
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, end)


def with_lead(text: str, due: Span | None) -> Span | None:
    """A deadline with the word right before it that says it is one ("Rina deadline 3 Mei"): no name goes on there."""
    lead = _LEADS_TO_DAY.search(text, 0, due.start) if due is not None else None
    return due if due is None or lead is None else Span(lead.start(), due.end)
