"""What a label of the header that no list knows names, told by the words it is made of ("Dosen yang hadir").

Only asked for between the known labels of a header, with a value behind: elsewhere such words tell of people, too.
"""

import re

from notula.models.sections import SectionKind
from notula.pipeline.structure.wording import normal

_GATHERING = (
    r"(?:forum|diskusi|perundingan|negosiasi|dialog|audiensi|sarasehan|lokakarya|workshop|fgd|briefing|rembu[gk]|kumpulan"
    r"|obrolan|sesi|panel|debat|konsultasi|rakor|raker|rapat|sidang|pertemuan|musyawarah|meeting|acara|kegiatan)"
)
_NOT = r"(?:tidak|tak|belum|gak?|nggak|ngga|enggak|kagak|ndak|ora|mboten|teu|henteu|not|batal|urung|gagal)"
_CAME = r"(?:hadir|datang|ikut|ikut serta|bergabung|present|attending)"
# "Utusan tidak hadir", "Dosen yang tidak dapat hadir", "Invitees absent", "Titip absen".
_AWAY = re.compile(
    rf"(?:\w+ ){{0,4}}(?:yang )?(?:{_NOT} (?:(?:dapat|bisa|sempat|turut) )?{_CAME}|berhalangan(?: hadir)?|absent)"
    r"(?: sebab\w*| alasan\w*)?|(?:minta|titip) (?:izin|ijin|absen)|absent with apolog\w+"
)
# "Dosen hadir", "OPD yang ikut", "Yang hadir dari asosiasi", "Peserta kelas B", "Unit yang diundang".
_PRESENT = re.compile(
    rf"(?:\w+ ){{0,4}}{_CAME}(?: (?:dari|dalam|di|pada|secara) \w+(?: \w+)?)?"
    r"|(?:\w+ ){1,3}yang (?:diundang|terundang)"
    r"|peserta(?: \w+){1,4}|(?:\w+ ){1,2}peserta|ikut serta|terundang|perwakilan|utusan"
    r"|yang mewakili(?: \w+){0,2}|anggota (?:kelompok|tim|pokja|panitia)"
)
_COUNTED = re.compile(r"(?:jumlah|total|banyak\w*|daftar|jenis|kriteria|syarat|status|kuorum|hak|tugas|target) ")
_LEADER = (
    r"(?:pimpinan|pemimpin|ketua|pemandu|koordinator|fasilitator|moderator|host|pic|leader|pengarah|imam"
    r"|penanggung jawab)"
)
_CHAIR = re.compile(
    rf"{_LEADER} {_GATHERING}(?: (?:sementara|utama|harian))?"
    r"|(?:pimpinan|fasilitator|moderator|pemandu) (?:utama|sementara)"
    r"|(?:\w+ ){0,3}(?:yang|selaku|sebagai|merangkap|sekaligus)"
    rf" (?:(?:me)?mimpin(?: jalannya)?|pimpinan|pemimpin|moderator)(?: {_GATHERING})?|siapa (?:yang )?(?:me)?mimpin"
)
_JOINED_CHAIR = re.compile(r"[^:]{2,40}\s*[&/]\s*(?:pimpinan|pemimpin|moderator)(?: \w+)?\s*", re.IGNORECASE)
_WRITER = re.compile(
    rf"(?:pencatat|notulis|penulis|perekam|sekretaris) {_GATHERING}(?: sementara)?"
    r"|(?:tim|petugas|penyusun|penanggung jawab) notul\w+"
    r"|notulis (?:bertugas|utama|pendamping)|siapa (?:yang )?(?:mencatat|menulis|mencatet|nyatat|nyatet)"
)
_TOPIC = re.compile(
    r"(?:masalah|permasalahan|persoalan|isu|tema|soal|materi) yang (?:akan )?di(?:bicarakan|bahas|rapatkan|diskusikan)"
)
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:=\t\n]{2,60}?)[ \t]*(?::[ \t]*|\t[ \t:]*)(?=\S)")


def guessed(text: str) -> tuple[SectionKind, str | None, int] | None:
    """The kind, the field and where the value starts of a line whose label tells by its words; else None."""
    match = _LABEL.match(text)
    if match is None or len(match["label"].split()) > 6:
        return None
    label = normal(match["label"])
    if _COUNTED.match(label):
        return None
    if _AWAY.fullmatch(label):
        return SectionKind.ABSENT, None, match.end()
    if _CHAIR.fullmatch(label) or _JOINED_CHAIR.fullmatch(match["label"]):
        return SectionKind.HEADER, "chair", match.end()
    if _WRITER.fullmatch(label):
        return SectionKind.HEADER, "note_taker", match.end()
    if _TOPIC.fullmatch(label):
        return SectionKind.AGENDA, None, match.end()
    return (SectionKind.ATTENDEES, None, match.end()) if _PRESENT.fullmatch(label) else None
