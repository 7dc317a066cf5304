"""Whether a text says that an action is done."""

import re
from datetime import date

from notula.models.blocks import Block
from notula.pipeline.extract.due import DueMention
from notula.pipeline.patterns import Stems

_MARKED = r"[(\[]\s*(?:(?:sudah|telah|sdh) )?(?:sudah|sdh|beres|selesai|done|tuntas|closed)\s*[)\]]|✅|✔|\[x\]"
# What has happened behind "sudah", in words without "di-" or "me-".
_HAPPENED = (
    r"masuk|terbit|datang|dateng|dtg|tiba|lunas|"
    r"ter(?:kirim|pasang|bentuk|bayar|pesan|kumpul|isi|cetak|beli)\w{0,3}"
)
BOX = re.compile(r"\s*(?:\[ ?\]|[☐□]|(?P<ticked>\[[xXvV✓✔]\]|[☑☒✅✔✓]))\s*(?=\S)")
"""A box to tick before a point, ticked or not ("[ ]", "[x]")."""
_TICKED = re.compile(_MARKED, re.IGNORECASE)
_DONE = re.compile(
    r"[(\[:;,–→➜>-]\s*(?:(?:sudah|telah|sdh)\s*)?(?:selesai|done|tuntas|terlaksana|rampung|closed)\b"
    r"(?![^.;]*\b(?:sebelum|paling|target)\b)(?!\s+(?:hari|tgl|tanggal|akhir|awal|pertengahan|dalam|maks\w*|per|minggu"
    r"|bulan|pekan|besok|lusa|senin|selasa|rabu|kamis|jum.?at|sabtu|ahad|H-|\d))|"
    r"(?<!yang )(?<!yg )(?<!harus )(?<!wajib )(?<!mesti )\b(?:sudah|telah|sdh|udah)\s+di\w+|"
    rf"\b(?:sudah|telah|sdh|udah) (?:selesai|terlaksana|tuntas|rampung|beres|kelar)\b|{_MARKED}|"
    r"^(?:(?!\b(?:yang|yg|harus|wajib|agar|supaya|setelah|jika|bila|apabila|kalau|begitu|belum|target|sebelum|akan|apakah"
    r"|cek|pastikan|memastikan)\b)(?:[^,;:.]|(?<=\d)[.,](?=\d)))*?\b(?:sudah|telah|sdh|udah)\s+"
    rf"(?:(?:me|ber)\w{{4,}}|(?:{_HAPPENED})\b|jadi\s*(?:$|[.,;)]))|"
    r"[(\[:;,–-]\s*(?:sudah|telah|sdh|udah)\s+(?:beres|kelar)\b|"
    r"\s(?:[–→➜-]|[-=]>)\s*(?:sudah|sdh|udah)(?:\s*\([^()]{1,40}\))?[\s.]*$|"
    r"^\W*(?:sudah|sdh|udah|done|beres)\s*:\s*[^\W\d]|"
    r"^\W*(?:selesai|tuntas|beres|rampung)\s+(?:pada\s+)?(?:saat|ketika|sewaktu|selama)\s",
    re.IGNORECASE,
)
_DONE_WORDS = Stems(
    ("selesai", "done", "tuntas", "terlaksana", "rampung", "closed", "udah", "telah", "sdh", "beres", "kelar",
     "✅", "✔", "[x]"),
    pieces=r"\S+",
)  # fmt: skip  # one stands in whatever says so
_CONDITION = re.compile(r"\b(?:apabila|jika|bila|kalau|setelah|sesudah|begitu)\b[^.;]*$|\([^()]*\w\s[^()]*$", re.I)


_BY = 4  # characters between "selesai" and the day by which it must be
_THIS_ROUND = 300  # days; one further ahead is last year's, whose year the minutes leave out


_DROPPED = r"(?:di)?batal(?:kan)?|cancel(?:l?ed)?|drop(?:ped)?|(?:tidak|tdk|ga|gak|nggak|ndak) jadi|gugur|ditiadakan"
_IS_DROPPED = re.compile(
    rf"(?:.*[(\[:;,–—-])?\s*(?:sudah |telah |sdh )?(?:{_DROPPED})\s*[)\].!]*\s*", re.IGNORECASE | re.DOTALL
)


def is_dropped(text: str) -> bool:
    """Whether a text says at its end that the action is not to be done any more ("sewa tenda: batal")."""
    return _IS_DROPPED.fullmatch(text) is not None


def is_struck(block: Block) -> bool:
    """Whether all of a block is struck out."""
    return bool(block.lines) and all(placed.line.struck for placed in block.lines)


def is_ticked(text: str) -> bool:
    """Whether a mark on a text says that the action is done ("(sudah)", "[x]", "✅")."""
    return _TICKED.search(text) is not None


def is_done(text: str, due: DueMention | None = None, day: date | None = None) -> bool:
    """Whether a text says that the action is done, not what it waits for or what a bracket tells of something else.

    Args:
        text: what is said of the action.
        due: its deadline: "selesai" before a day to come says when it must be done.
        day: the day of the meeting.
    """
    found = _DONE.finditer(text) if _DONE_WORDS.in_text(text) else ()
    return any(
        not _CONDITION.search(text[: match.start() + 1]) and not _is_ahead(match, due, day) for match in found
    )


def _is_ahead(done: re.Match[str], due: DueMention | None, day: date | None) -> bool:
    """Whether a deadline to come stands right beside the words ("selesai 5 Mei", "Rabu sudah dikirim")."""
    if due is None or due.date is None or day is None:
        return False
    beside = done.end() <= due.start <= done.end() + _BY or due.end <= done.start() <= due.end + 1
    return beside and 0 <= (due.date - day).days <= _THIS_ROUND
