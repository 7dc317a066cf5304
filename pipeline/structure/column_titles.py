"""What the titles of a table's columns stand for."""

import re
from collections.abc import Iterable
from functools import cache

from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.labels import get_labels
from notula.pipeline.structure.wording import normal

SURE_WORDS = {"pic", "pj"}
"""Words of which one makes a title, however long, one of owners."""

# What a section's heading is called as the title of a column.
_HEADED = {
    SectionKind.DISCUSSION: "pembahasan",
    SectionKind.AGREEMENTS: "keputusan",
    SectionKind.FOLLOW_UPS: "tindak lanjut",
}
_AS_OF = frozenset({"per", "hingga", "sampai", "sd", "s/d", "s.d", "s.d."})  # "Status per 5 Februari 2024"
_WITHIN = frozenset({"di", "dalam", "pada"})  # "Jabatan dalam panitia"
# Titles that ask for the task or its deadline, or say that something has to be done, with whatever verb.
_TALK = "bahas|bicara|diskusi|sampaikan|lapor|tanya|jelas|ketahui|perhati|hadir|capai|jadwal|undang|tugas"
_TASK = "perbaiki|kerjakan|lakukan|siapkan|lengkapi|benahi|urus|buat|selesaikan|tindaklanjuti|bereskan"
_SETTLED = "selesai|tuntas|rampung|beres|kelar|penyelesaian|penuntasan"
_ASKED = {
    "action": re.compile(
        rf"(?:(?:apa(?: saja)?|hal(?: hal)?|tindakan|perbaikan|langkah|kegiatan|upaya) )?"
        rf"yang (?:masih |segera )?(?:harus|perlu|akan|wajib|mesti) (?:segera )?di(?!{_TALK})[a-z]{{4,}}|"
        rf"apa(?: saja)? yang di(?:{_TASK})|"
        r"(?:tindakan|perbaikan|langkah|kegiatan|upaya) (?:yang )?(?:direncanakan|diperlukan|dibutuhkan|lanjutan)|"
        r"perlu tindakan|next actions?|langkah konkret|(?:jenis|uraian|sisa) pekerjaan(?: \w+)?|rekomendasi perbaikan|"
        r"tugas (?:yang )?(?:menindaklanjuti|diberikan|dibebankan)|tindak"
    ),
    "owner": re.compile(
        r"siapa(?: saja)?(?: yang)? "
        r"(?:pelaku|pelaksana|penanggung ?jawab|me|ny|ng|ber|kawal|urus|kerja|garap|pegang)\w*(?: jawab)?|"
        rf"(?:yang|sing|nu) (?!(?:mewakili|mengikuti|menghadiri|berhak|bertanya|mengusul)|me(?:m|n|ny|ng)?(?:{_TALK}))"
        r"(?:me|ny|ng|nge|ber|nand)[a-z]{4,}|"
        r"di(?:ambil|tugaskan|serahkan|urus|pegang|tangani|kelola|siapkan|buat) (?:oleh|ke|kepada)|ditangani|"
        r"(?:pejabat|pihak|instansi|unit|opd|bidang|dinas|tim|petugas|orang|personil|personel|seksi|divisi|nama) "
        r"(?:yang )?(?:penanggung ?jawab|bertanggung jawab|pengampu|pelaksana|ditunjuk|ditugasi)|"
        r"penanggung|penan?gung ?jawab(?: \w+)?|penjab|penjawab"
    ),
    "due": re.compile(
        rf"kapan (?:(?:harus|mesti) )?(?:{_SETTLED}|jadi|di[a-z]{{4,}})(?:nya)?|(?:by|due) when|sampai kapan|"
        r"(?:batas|tenggat|tenggang|deadline|jatuh tempo)(?: \w+){0,3}|horizon waktu|"
        r"(?:tgl|tanggal|target|janji|komitmen|rencana|estimasi|perkiraan|jadwal|waktu|hari|bulan) "
        rf"(?:(?:tanggal|tgl|waktu) )?(?:{_SETTLED}|komitmen|kesanggupan|kembali|setor|pengumpulan|revisi)|"
        rf"(?:{_SETTLED}) (?:pada|tanggal|tgl|revisi|kapan|paling lambat|bulan)"
    ),
}
# What a target or an estimate is of that is no day.
_MEASURED = re.compile(
    r"(?:target|estimasi|perkiraan|rencana|realisasi) (?:fisik|keuangan|biaya|anggaran|dana|capaian|kinerja|jam|peserta"
    r"|jumlah|volume|produksi|output|keluaran|sasaran)\b.*|(?:kapan|tanggal|tgl|waktu|jam) mulai"
)
# Of what a column of names may hold that is nobody.
_BODY = re.compile(
    r"desa|kelurahan|dusun|kecamatan|daerah|wilayah|sekolah|unit|instansi|lembaga|organisasi|usaha|perusahaan|kelompok|opd"
)
_THING = re.compile(
    r"kegiatan|program|barang|dokumen|proyek|paket|alat|obat|ruang|gedung|jalan|lokasi|produk|aplikasi|sistem|data|file"
    r"|berkas|surat|rekening|akun|komoditas|acara|rapat|tempat|pekerjaan|tugas|risiko|indikator|aset"
)
_EARLIER = re.compile(
    r"(?:keputusan|putusan|kesepakatan|kesimpulan|hasil|tindak lanjut|rekomendasi|arahan|tugas|rencana|rtl|komitmen)"
    r"(?: \w+){0,3} (?:lalu|sebelumnya|terdahulu|kemarin|lampau)"
)
_JOINED = re.compile(r"\s*[/,+&;|]\s*|\s+[-–—]\s+")  # titles of one column


def as_column(written: str, lexicon: Lexicon) -> str:
    """A title in the normal form, or what the lexicon calls such a column where it knows a section's heading.

    Of titles joined by a sign that it does not know together, the first that it knows ("Keputusan / siapa kerjakan");
    the task where the others say who has it and by when ("Tindak lanjut, PIC, target").
    """
    title = normal(written) or written
    if written.endswith("?") and title.rstrip(" ?") in lexicon.cues.status_done:
        return "status"  # "Beres?"
    if written.endswith("?") and title_roles(lexicon, asked := title.rstrip(" ?")):
        return asked  # "Hadir?"
    parts = [normal(part) for part in _JOINED.split(written)]
    first = next((part for part in parts if whole_title_roles(lexicon, part)), title)
    if first == parts[0] != title and "action" in title_roles(lexicon, first) - whole_title_roles(lexicon, title):
        return first
    if title_roles(lexicon, title):
        return title
    if kind := heading_kind(title, lexicon):
        return _HEADED.get(kind, title)
    return first


def lists_people(titles: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether written titles of columns may be those of a list of people: one is of names and none of deadlines."""
    roles = [title_roles(lexicon, as_column(title, lexicon)) for title in titles]
    return any("name" in found for found in roles) and not any("due" in found for found in roles)


def is_of_earlier(title: str) -> bool:
    """Whether a title in the normal form names what an earlier meeting decided or gave to do ("Tugas bulan lalu")."""
    return _EARLIER.fullmatch(title) is not None


def heading_kind(title: str, lexicon: Lexicon) -> SectionKind | None:
    """The kind of section that a title would head, nothing but words that such headings have in it."""
    words = get_labels(lexicon).words
    return words.worded_kind(title) or (words.loose_kind(title) if words.coverage(title) == 1 else None)


def title_roles(lexicon: Lexicon, title: str) -> frozenset[str]:
    """The roles of a title; of a longer title, of the longest known wording it starts with, and of one it ends with."""
    known = _titles(lexicon)
    words = title.split()
    if roles := whole_title_roles(lexicon, title):
        return roles
    if SURE_WORDS & set(words):
        return frozenset({"owner"})
    if _MEASURED.fullmatch(title):
        return frozenset()
    if len(words) > 1 and words[0] == "nama" and _THING.match(words[1]):
        return title_roles(lexicon, " ".join(words[1:]))  # "Nama paket" lists nobody
    for length in range(len(words) - 1, 0, -1):
        found = known.get(" ".join(words[:length]))
        within = found == frozenset({"role"}) and words[length] in _WITHIN
        if found and (length >= 2 or len(words) <= 2 or words[length] in _AS_OF or within):
            return found
    if len(words) > 1 and words[0] == "nama" and not _BODY.match(words[1]):
        return frozenset({"name"})
    ends = (" ".join(words[at:]) for at, word in enumerate(words) if word == "yang")  # "Dokumen yang harus dilengkapi"
    if found := next((found for end in ends if (found := known.get(end))), None):
        return found
    return next((frozenset({role}) for role, asked in _ASKED.items() if asked.fullmatch(title)), frozenset())


def whole_title_roles(lexicon: Lexicon, title: str) -> frozenset[str]:
    """The roles of a title that is a known wording, or two of them; none of any other."""
    known = _titles(lexicon)
    if title in known:
        return known[title]
    words = title.split()
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    first, second = next(((one, two) for one, two in halves if one in known and two in known), ("", ""))
    if not first:
        return frozenset()
    return known[first] if known[first] == {"due"} else known[first] | known[second]


def written_roles(lexicon: Lexicon, text: str) -> frozenset[str]:
    """As :func:`whole_title_roles`, of a title as it is written."""
    return whole_title_roles(lexicon, normal(text) or text.strip())


@cache
def _titles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for role, words in lexicon.labels.columns.items():
        for word in words:
            found.setdefault(normal(word) or word, set()).add(role)
    return {word: frozenset(roles) for word, roles in found.items()}
