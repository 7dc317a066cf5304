"""Where minutes end: the closing sentence, the next meeting's announcement, the signatures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from notula.models.blocks import Grid
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.shapes import is_sentence

_SIGNATURE = re.compile(
    r"(?:mengetahui|menyetujui|di(?:setujui|periksa|ketahui|siapkan|sahkan)(?: oleh)?|dibuat oleh|yang membuat|"
    r"hormat kami|disusun oleh|"
    r"(?:pimpinan|pemimpin|ketua|sekretaris|notulis|notulen|pencatat)(?: rapat|"
    r" sidang)?(?: ?/ ?rapat)?)\s*,?\s*:?\s*(?:\t.*)?$"
    r"|(?:mengetahui|disetujui|menyetujui)\b.{0,60}$"
    r"|(?:kepala|ketua|pimpinan|pemimpin|direktur|camat|lurah|moderator)\b[^\t]{0,40}"
    r"\t+(?:notulis|notulen|pencatat|sekretaris)(?: rapat)?\s*,?\s*$",
    re.IGNORECASE,
)
_PLACE_DATE = re.compile(
    r"(?-i:(?!Rapat|Pada|Hari|Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|Ahad)"
    r"[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}),\s*(?:tanggal\s+)?\d{1,2}\s+[a-z]+\s+\d{4}"
    r"(?=\s*$|\s+(?:notulis|notulen|pimpinan|pemimpin|mengetahui|ketua|sekretaris|yang|kepala|direktur|pembuat|hormat|"
    r"camat|lurah|\t)|\s*\t)",
    re.IGNORECASE,
)
# "Panitia bersidang lagi hari Rabu": that the same party meets again on a day; with whom or what for is a task's.
_MEETS = r"(?:ber(?:temu|sidang|kumpul|musyawarah|apat)|rapat|sidang|kumpul|musyawarah)"
_WHEN = (
    r"(?:pada )?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|pekan|bulan)\b"
    r"(?:,? (?:depan|dpn|mendatang|berikutnya|(?:tanggal |tgl )?\d)|[ \t]*[.,]?$)"
)
_MEETS_AGAIN = re.compile(
    rf"(?:[^\W\d]\w* ){{1,3}}(?:akan )?{_MEETS} (?:lagi|lg|kembali) (?![^.]{{0,80}}\b(?:dengan|dgn|bersama)\b)"
    rf"(?:(?:pada )?(?:hari|tanggal|tgl)\b|{_WHEN})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:acara|rapat|pertemuan|sidang|musyawarah|diskusi|kegiatan)(?: \w+)? (?:di ?tutup|selesai|diakhiri|bubar|"
    r"berakhir)|"
    r"(?:selesai|bubar|kelar|berakhir|(?:di ?)?tutup)(?: pada)? (?:jam|pukul|pkl\.?) ?\d{1,2}(?:[.:]\d\d)?"
    r"(?: ?wi(?:b|ta|t))?\W*$|"
    r"demikian(?:lah)?\b|was+alam\w*|(?:sekian|cukup sekian|matur (?:nu)?w?un|mauliate|hatur nuhun)\b|"
    r"(?:rapat|pertemuan|sidang) ke[- ]?\w+\s*:(?=.{0,40}\d)|"
    r"(?:next|kumpul|ketemu|jumpa) (?:meeting|rapat|kumpul|lagi|lg)\b|"
    r"(?:oleh )?karena (?:sudah )?tidak ada (?:lagi )?(?:hal|yang|pertanyaan)\b|"
    r"di(?:catat|tulis|rangkum|ringkas) oleh\b|"
    r"(?:on (?:mon|tue|wed|thu|fri|sat|sun)\S* [^:]{4,40}\d[.:]\d\d\b.{0,60} wrote:|"  # a mail that is answered
    r"pada .{4,60}\d[.:]\d\d\b.{0,60} menulis:)\W*$|"
    r"(?:resume|rangkuman|ringkasan|catatan|notul\w+|notes|minutes) (?:by|oleh)\b|"
    r"(?:salam(?: hangat| hormat)?|hormat saya|(?:best |kind |warm )?regards|terima ?kasih|makasih)\s*,\s*$|"
    r"--\s*$|"  # over the signature of a mail (RFC 3676, 4.3)
    # "Kalau ada yang keliru, silakan balas surel ini."
    r"(?:kalau|kalo|jika|jk|bila|apabila|seandainya) (?:masih )?ada (?:hal |yang |yg ){0,2}"
    r"(?:kurang|keliru|salah|keberatan|koreksi|ralat|tambahan|terlewat|ketinggalan|perbaikan|catatan yang)\b.{0,80}"
    r"\b(?:silakan|silahkan|mohon|tolong|monggo|mangga|kabari|balas|hubungi|japri|kontak|sampaikan|beri ?tahu)\b|"
    r"(?:rapat|pertemuan|pembahasan|kopdar|sync|kumpul|kumpulan|temu|rembug|rembuk)(?: \w+){0,3} "
    r"(?:berikut(?:nya)?|selanjutnya|lanjutan|lagi|lg|maneh|meneh|malih|salajengna|sabanjure|sakbanjure|baliak)\b|"
    r"(?:rapat|pertemuan) (?:lanjutan|berikut(?:nya)?|selanjutnya)\b|"
    r"(?:rapat|pertemuan)(?: \S+){0,4} (?:dijadwalkan|direncanakan|diagendakan|akan dilaksanakan)\b)",
    re.IGNORECASE,
)


_SIGNED_LINE = 120  # characters
_SIGNED_ROWS = 5  # at most, of a table of signatures
_SIGNS_FOR = r"di(?:siapkan|buat|susun|periksa|ketahui|setujui|catat|sahkan)|me(?:ngetahui|nyetujui|ngesahkan)"
# "Disiapkan oleh: Rina    Disetujui: Ketua"
_SIGNED = re.compile(rf"\b(?:{_SIGNS_FOR})(?:\s+oleh)?\s*:", re.IGNORECASE)
# "Dibuat oleh, Notulis": who signs, behind what they sign for.
_SIGNED_FOR = re.compile(rf"(?:{_SIGNS_FOR}|ditetapkan)(?:\s+oleh)?\s*,(?:\s+\S.{{0,50}})?", re.IGNORECASE)
_TALK = 5  # paragraphs behind a closing sentence


def closes(text: str) -> bool:
    """Whether a text is a closing sentence or announces the next meeting."""
    start = text.lstrip("( ")
    return len(text) < 400 and (_CLOSING.match(start) or _MEETS_AGAIN.match(start)) is not None


def meets_again(text: str) -> bool:
    """Whether a sentence says that a party meets again on a day, and nothing of whom or for what."""
    return _MEETS_AGAIN.match(text) is not None


def signs(text: str) -> bool:
    """Whether a text begins a block of signatures: "Mengetahui,", a place with a date, the signer's office alone."""
    bare = text.strip()
    if "?" in bare:
        return False  # "Disetujui? Belum, menunggu kas"
    if "\t" in bare and len(bare) < 80 and all(part.rstrip().endswith(",") for part in bare.split("\t")):
        return True  # two offices side by side: "Ketua Komite,", "Notulis,"
    if len(bare) < _SIGNED_LINE and _SIGNED.match(bare) and len(_SIGNED.findall(bare)) > 1:
        return True
    return _PLACE_DATE.match(bare) is not None or (len(bare) < 80 and _SIGNATURE.match(bare) is not None)


def is_of_signatures(grid: Grid) -> bool:
    """Whether the first row of a table heads signatures side by side ("Notulis | Diperiksa | Disetujui")."""
    heads = _heads(grid)
    return len(grid.rows) <= _SIGNED_ROWS and len(heads) > 1 and all(map(signs, heads))


def is_signed_for(grid: Grid) -> bool:
    """Whether each cell of a table's first row says what somebody signs for ("Disetujui, Ketua | Dibuat oleh, ...")."""
    heads = _heads(grid)
    return len(grid.rows) <= _SIGNED_ROWS and len(heads) > 1 and all(map(_SIGNED_FOR.fullmatch, heads))


def _heads(grid: Grid) -> list[str]:
    """The first lines of the cells of a table's first row."""
    return [cell.blocks[0].text.strip() for cell in grid.rows[0] if cell.blocks and not cell.derived]


def settle_closings(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, those that a sentence like a closing one opened and that go on with the talk as discussion."""
    return tuple(replace(each, kind=SectionKind.DISCUSSION) if _goes_on(each) else each for each in sections)


def _goes_on(section: Section) -> bool:
    talk = section.kind is SectionKind.CLOSING and section.rule == "closing_sentence"
    return talk and sum(block.table is None and is_sentence(block) for block in section.blocks) > _TALK
