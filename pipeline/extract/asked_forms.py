"""Who is told to do something by the form of a sentence: "Kepada Rina ditugaskan ...", "Rina kami minta ...".

The party stands where no subject does: behind "kepada", or before the one who asks and the verb of asking.
"""

import re
from collections.abc import Callable

from notula.pipeline.extract.clause_words import Words
from notula.pipeline.language import Language

_ENTRUSTED = re.compile(  # "Kepada Kasi Trantib ditugaskan menertibkan parkir"
    r"\s*(?i:kepada)\s+(?P<who>[^,;:]{3,80}?)\s+di(?:percayakan|tugaskan|amanatkan|amanahkan|mandatkan|perintahkan"
    r"|instruksikan|mintakan|minta|mohon|bebankan)\s+(?:(?:untuk|agar|supaya)\s+)?(?P<verb>[a-z]{4,})\b"
)
_ASKED_BY_US = re.compile(  # "Dinas Sosial kami minta mendata warga"
    r"\s*(?:(?:untuk|kepada|sementara|selanjutnya|lalu|kemudian)\s+)?(?P<who>[^\s,;:.][^,;:.]{1,78}?)\s+"
    r"(?:saya|kami|kita|beliau|ia|dia)\s+(?:minta|suruh|wajibkan|instruksikan|perintahkan|tugaskan|tugasi|tunjuk|mohon(?!\s+(?:\w+\s+)?(?:memberi|menyampaikan|membuka|memimpin"
    r"|menjelaskan|menanggapi|menjawab|membaca|menutup|memaparkan|mendengar|memperhatikan)))\s+"
    r"(?:(?:untuk|agar|supaya|segera)\s+){0,2}(?P<verb>me[a-z]{4,}|turun|naik|datang|ikut|berangkat|pindah)\b",
    re.IGNORECASE,
)
_BY_US = re.compile(
    r"\s(?:saya|kami|kita|beliau|ia|dia)\s+(?:minta|suruh|wajibkan|instruksikan|perintahkan|tu(?:gas|njuk)|mohon)"
)
# "Kepada Dinas Sosial, Bupati meminta daftar warga", "Kepada Lurah beliau berpesan agar ..."; not what is told at once,
# and what a party in a council asks only with its day.
_ASKED_OF_WHOM = re.compile(
    r"\s*(?i:kepada)\s+(?P<who>[^,;:]{3,80}?)(?:,\s+(?!(?i:anggota|warga|peserta|masyarakat|penanya|perwakilan)\b"
    r"|(?i:fraksi)\b(?!.{0,300}\b(?:paling lambat|selambat|sebelum tanggal)))"
    r"[^\s,;:][^,;:]{1,58}?|,?\s+(?:ia|dia|beliau|saya|kami))\s+(?:juga\s+|lantas\s+|lalu\s+)?"
    r"(?P<verb>(?:me)?minta|berpesan|memerintahkan|menginstruksikan|menugaskan|menitipkan)\s+(?!(?:\w+\s+)?(?:penjelasan"
    r"|tanggapan|klarifikasi|masukan|pendapat|konfirmasi|jawaban|maaf|pengertian|dukungan|doa|restu|waktu|izin|kesabaran"
    r"|perhatian|keterangan|saran|maklum|kerja\s?sama|tidak|jangan)\b)"
)
_GIVEN_TIME = re.compile(  # "Camat memberi waktu dua minggu kepada kontraktor untuk memperbaiki ..."
    r"[^,;:]{0,80}?\b(?:(?:mem)?beri(?:kan)?|kasih)\s+(?:tenggat|tenggang|waktu)\b[^,;:.]{0,40}?\s(?:kepada|bagi)\s+"
    r"(?P<who>[^,;:.]{3,80}?)\s+(?:untuk|agar|supaya)\s+(?:segera\s+)?(?P<verb>(?!menjelaskan|menanggapi|menjawab"
    r"|memaparkan|menyampaikan|bertanya|berbicara|berpendapat|bergabung|berdiskusi|beristirahat)[a-z]{4,})\b",
    re.IGNORECASE,
)
_ENTRUSTED_LAST = re.compile(  # "Untuk mencetak baliho ditugaskan Seksi Publikasi"
    r"(?:[^:]{2,60}:)?\s*(?i:untuk)\s+(?P<verb>me[a-z]{4,})\s[^,.;:]{3,80}?,?\s+(?:akan\s+)?di(?:tugaskan|tugasi|tunjuk|percayakan)\s+"
    r"(?:kepada\s+)?(?P<who>[^,;:()]{2,60}?)(?=\s*(?:[,;.(]|$)|\s+(?:paling|sebelum|selambat|maksimal|sampai|minggu|pekan|bulan|hari|besok|tanggal)\b"
    r"|\s+\d)"
)
_ASKED_OF_THEM = re.compile(  # "Kepada Dinas Sosial saya minta tambahan beras diusahakan"
    r"\s*(?i:kepada)\s+(?P<who>[^,;:]{3,80}?)\s+(?:saya|kami|kita)\s+(?:minta|mohon|harap(?:kan)?)\s+"
    r"(?:(?:agar|supaya)\s+)?[^,;:.]{3,80}?\s(?:segera\s+|harus\s+)?(?P<verb>di[a-z]{4,})\b"
)
_OBJECT_FIRST = re.compile(  # "Datanya akan Dinas Sosial serahkan kepada ..."
    r"\s*[^,;:.]{3,80}?\s(?:akan|segera)\s+(?P<who>[A-Z][^,;:.()]{1,58}?)\s+(?P<verb>[a-z]{3,}(?:kan|i)|kirim|buat|bawa)\b"
)
_HANDED_OVER = re.compile(  # "Ketua menyerahkan urusan tenda kepada Rina"
    r"(?![^,;:]{0,80}\b(?:sudah|telah|akan|pernah|belum|tidak)\s+me)[^,;:]{2,80}?\s(?:menyerahkan|melimpahkan"
    r"|me(?:m|mp)ercayakan|menitipkan|mendelegasikan|membebankan)\s+(?P<verb>tugas|urusan|tanggung(?= ?jawab)"
    r"|pe(?:ngurus|nyusun|ngelola|nyelesai|laksana|nyiap|ngada|mbuat|nangan|ncetak|mesan|nagih)\w*an)\b[^,;:.]{0,80}?\s"
    r"(?:kepada|ke|pada)\s+(?P<who>[^,;:.()]{3,60}?)(?=\s*(?:[,;.(]|$)|\s+(?:paling|sebelum|selambat|maksimal|sampai"
    r"|mulai|minggu|pekan|bulan|hari|besok|tanggal|dengan|untuk|dan)\b)",
    re.IGNORECASE,
)
_DEED = re.compile(r"pe[mnr][a-z]{3,}an|tugas|urusan|tanggung")  # "dibebankan penyusunan naskah"
SPEAKS = re.compile(r"[^:;.]{2,60}:\s+")
"""Who speaks, before what is said."""
_NEAR = 200  # characters before a verb of asking in which words that lead to the party are looked for


def told_by_form(
    text: str, words: Words, is_party: Callable[[str], bool], language: Language
) -> tuple[tuple[int, int], int, str] | None:
    """Where the party that a sentence tells to do something stands, where its verb begins, and the verb; or None."""
    told = _ENTRUSTED.match(text) or _ENTRUSTED_LAST.match(text) or _asked_by_us(text, words, is_party)
    told = told or _ASKED_OF_THEM.match(text) or _ASKED_OF_WHOM.match(text) or _OBJECT_FIRST.match(text)
    told = told or _HANDED_OVER.match(text)
    told = told or _given_time(text)
    if told is None or not is_party(told["who"]):
        return None
    acts = told.re in (_ASKED_BY_US, _ASKED_OF_WHOM) or language.is_verb(told["verb"]) or _DEED.fullmatch(told["verb"])
    return (told.span("who"), told.start("verb"), told["verb"]) if acts else None


def _given_time(text: str) -> "re.Match[str] | None":
    """Who is given time for something, maybe by who speaks ("Camat: saya beri waktu ... kepada Rina untuk ...")."""
    spoken = SPEAKS.match(text)
    return _GIVEN_TIME.match(text, spoken.end() if spoken else 0)


def _asked_by_us(text: str, words: Words, is_party: Callable[[str], bool]) -> "re.Match[str] | None":
    """What a pronoun behind a party asks of it, at once or behind another clause ("... dan Rina ia suruh pulang")."""
    asks = _BY_US.search(text)
    if asks is None:
        return None
    near = max(0, asks.start() - _NEAR)
    starts = (0, *(begin.end() for begin in words.begin.finditer(text, near, asks.start())))
    found = (_ASKED_BY_US.match(text, start) for start in starts)
    return next((told for told in found if told and is_party(told["who"])), None)
