"""Whether a text says that an action is done."""

import re

from notula.pipeline.patterns import Stems

_DONE = re.compile(
    r"[(\[:;,–-]\s*(?:sudah|telah|sdh)?\s*(?:selesai|done|tuntas|terlaksana|rampung|"
    r"closed)\b(?![^.;]*\b(?:sebelum|paling|target)\b)(?!\s+(?:hari|tgl|tanggal|akhir|awal|pertengahan|dalam|maks\w*|minggu|bulan|pekan|besok|lusa|"
    r"senin|selasa|rabu|kamis|jum.?at|sabtu|ahad|H-|\d))|"
    r"(?<!yang )(?<!yg )\b(?:sudah|telah|sdh|udah)\s+di\w+|\b(?:sudah|telah|sdh) (?:selesai|terlaksana|tuntas|"
    r"rampung)\b|[(\[]\s*(?:sudah|sdh|beres)\s*[)\]]|✅|✔|\[x\]|"
    r"^(?:(?!\b(?:yang|yg|harus|wajib|agar|supaya|setelah|jika|bila|apabila|belum|target|sebelum|akan)\b)[^,;:.])*?"
    r"\b(?:sudah|telah|sdh)\s+(?:me|ber)\w{4,}",
    re.IGNORECASE,
)
_DONE_WORDS = Stems(
    ("selesai", "done", "tuntas", "terlaksana", "rampung", "closed", "udah", "telah", "sdh", "beres", "✅", "✔", "[x]"),
    pieces=r"\S+",
)  # one stands in whatever says so
_CONDITION = re.compile(r"\b(?:apabila|jika|bila|kalau|setelah|sesudah|begitu)\b[^.;]*$|\([^()]*\w\s[^()]*$", re.I)


def is_done(text: str) -> bool:
    """Whether a text says that the action is done, not what it waits for or what a bracket tells of something else."""
    found = _DONE.finditer(text) if _DONE_WORDS.in_text(text) else ()
    return any(not _CONDITION.search(text[: match.start() + 1]) for match in found)
