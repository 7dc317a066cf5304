"""What says that there is nothing, and what a form asks for and nobody filled in."""

import re

_PLACEHOLDER = re.compile(
    r"[\s\-–—.…_]*|(?:nihil|kosong|(?:tidak|tdk|belum) (?:ada|perlu(?= tinda))|none|n/?a)"
    r"(?: tindak(?:an)?(?: ?lanjut\w*| khusus| perbaikan)?)?\s*"
    r"(?:[(,–-][^()]*\)?)?\s*\.?",
    re.IGNORECASE,
)
# What a form asks for and nobody filled in ("[tuliskan nama notulis]", "<tanggal>").
_PROMPT = re.compile(
    r"\s*(?:(?:[\[<{]\s*(?:(?:di)?isi(?:kan)?|(?:di)?tulis(?:kan)?|ketik|sebutkan|masukkan|cantumkan|pilih|nama|tanggal|tgl|jam|"
    r"hari|waktu|tempat|lokasi|jabatan|instansi|uraian|tugas|kegiatan|batas|tenggat|pic|penanggung|keterangan|contoh|"
    r"agenda|topik|insert|enter|fill|type|name|date|task|owner|due)\b[^\[\]<>{}\d]{0,80}[\]>}]|"
    r"\(\s*(?:di)?isi(?:kan)?\b[^()\d]{0,80}\))[\s.:;,–-]*)+",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Whether a point says that there is nothing ("-", "Nihil", "Tidak ada."), or what belongs there in a form."""
    return _PLACEHOLDER.fullmatch(text) is not None or is_prompt(text)


def is_prompt(text: str) -> bool:
    """Whether a text only says what a form wants to be filled in ("[nama notulis]")."""
    return _PROMPT.fullmatch(text) is not None
