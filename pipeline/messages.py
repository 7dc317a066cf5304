"""Every sentence the program says to a person, in Indonesian and English."""

from typing import Literal

from notula.pipeline.labels import LABELS

Lang = Literal["id", "en"]

MESSAGES: dict[str, tuple[str, str]] = {
    "document.needs_ocr": (
        "Halaman hanya berupa gambar (hasil pindai); teksnya belum bisa dibaca tanpa OCR.",
        "The pages are images (a scan); their text cannot be read without OCR.",
    ),
    "document.encrypted": ("Dokumen dilindungi kata sandi.", "The document is protected by a password."),
    "document.damaged": ("Dokumen rusak dan tidak dapat dibuka: {reason}", "The document is damaged: {reason}"),
    "document.unsupported": ("Jenis berkas tidak didukung: {reason}", "This kind of file is not supported: {reason}"),
    "document.empty": ("Dokumen tidak berisi teks.", "The document holds no text."),
    "document.too_large": ("Dokumen melampaui batas: {reason}", "The document is over a limit: {reason}"),
    "document.timeout": ("Waktu pembacaan habis.", "Reading took too long."),
    "document.crashed": ("Pembacaan terhenti mendadak.", "Reading ended abruptly."),
    "document.not_minutes": ("Bukan notula rapat: {reason}", "Not minutes of a meeting: {reason}"),
    "issue.D001": (
        "Berkas memuat perubahan terlacak; dibaca seolah-olah semuanya diterima.",
        "The file has tracked changes; it was read as if all were accepted.",
    ),
    "issue.D004": (
        "Tabel atau elemen bersarang terlalu dalam; isi yang lebih dalam tidak dibaca.",
        "Tables or elements are nested too deeply; what lies deeper was left out.",
    ),
    "issue.P001": (
        "Halaman {pages} hanya berupa gambar; isinya tidak terbaca.",
        "Pages {pages} are pictures without text; what they say is missing.",
    ),
    "issue.P002": (
        "Halaman {pages} memuat terlalu banyak objek; tabelnya tidak dicari.",
        "Pages {pages} hold too many objects; no tables were looked for.",
    ),
    "issue.P003": (
        "Halaman {pages} rusak dan tidak terbaca; isinya hilang dari hasil.",
        "Pages {pages} are damaged and cannot be read; what they say is missing.",
    ),
    "issue.H001": ("Hari dan tanggal tidak cocok: {text}", "Weekday and date disagree: {text}"),
    "issue.H002": ("Judul rapat tidak ditemukan.", "No title was found."),
    "issue.H003": ("Tanggal rapat tidak ditemukan.", "No date was found."),
    "issue.H004": ("Tempat rapat tidak ditemukan.", "No place was found."),
    "issue.F001": (
        "Tenggat tidak dapat dipastikan tanggalnya: {text}",
        "The day of this deadline cannot be fixed: {text}",
    ),
    "issue.F002": ("Tindak lanjut tanpa penanggung jawab.", "A follow-up without an owner."),
    "usage.lexicon": (
        "Berkas leksikon {path} tidak dapat dipakai: {reason}",
        "The lexicon file {path} cannot be used: {reason}",
    ),
    "document.unreadable": ("Berkas tidak dapat dibaca: {reason}", "The file cannot be read: {reason}"),
}
REASONS: dict[str, tuple[str, str]] = {
    "errno.EACCES": ("tidak ada izin", "Permission denied"),
    "errno.EPERM": ("tidak diizinkan", "Operation not permitted"),
    "errno.EEXIST": ("sudah ada berkas dengan nama itu", "File exists"),
    "errno.ENOENT": ("tidak ada berkas atau folder itu", "No such file or folder"),
    "errno.ENOTDIR": ("bukan folder", "Not a folder"),
    "errno.EISDIR": ("berupa folder", "Is a folder"),
    "errno.ENOSPC": ("ruang penyimpanan habis", "No space left on the device"),
    "errno.EDQUOT": ("kuota penyimpanan habis", "Disk quota exceeded"),
    "errno.EROFS": ("media hanya dapat dibaca", "Read-only file system"),
    "errno.ENAMETOOLONG": ("nama terlalu panjang", "File name too long"),
    "errno.EIO": ("kesalahan perangkat penyimpanan", "Input/output error"),
    "errno.ELOOP": ("tautan berputar-putar", "Too many levels of links"),
    "errno.EMFILE": ("terlalu banyak berkas terbuka", "Too many open files"),
    "errno.EBADF": ("saluran tertutup", "The stream is closed"),
    "reason.not_regular": ("bukan berkas biasa", "not a regular file"),
    "reason.no_page": ("tidak ada halaman yang terbaca", "no page can be read"),
    "reason.pdf": ("susunan PDF tidak utuh", "the structure of the PDF is broken"),
    "reason.nested": ("elemen HTML bersarang lebih dari {limit} tingkat", "HTML nested more than {limit} deep"),
    "reason.bytes": ("lebih dari {limit} bita", "more than {limit} bytes"),
    "reason.binary": ("data biner", "binary data"),
    "reason.not_utf8": ("bukan teks UTF-8", "not UTF-8 text"),
}
MESSAGES |= LABELS | REASONS


def say(key: str, lang: Lang, **details: str) -> str:
    """The message of a key, its ``{details}`` filled in; a ``reason`` that is itself a key is said in words.

    Raises:
        KeyError: there is no such message.
    """
    indonesian, english = MESSAGES[key]
    values = {"reason": "-"} | details
    if values["reason"] in REASONS:
        values["reason"] = REASONS[values["reason"]][lang == "en"].format(**details)
    return (indonesian if lang == "id" else english).format(**values)
