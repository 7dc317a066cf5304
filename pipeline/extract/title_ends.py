"""What belongs to a title and what does not: dates, times and document numbers at its end, words that say nothing."""

import re

from notula.pipeline.extract.dates import DateMention, find_dates
from notula.pipeline.extract.scope import Scope, Span, word_pattern
from notula.pipeline.extract.times import find_times
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

NUMBER = re.compile(r"\b(?:nomor|no)(?:\s*[.:]|(?=\s+[\w.-]*\d[\w.-]*/\w))", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:^|[,:]\s*)jalan\b|\b(?:jl|jln|telp|telepon|fax|faks\w*|e-?mail|surel|website|laman|kode pos|kotak pos"
    r"|http\S*|www\S*|badan hukum)\b"
    r"|@|\b\d{5}\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*\d+\s+[^\W\d]{4,}")  # "Weekly Meeting No. 18 Proyek Jembatan"
_PAGE = re.compile(r"(?<!\s)\s*\([^()]{0,40}\b(?:hal|hlm|halaman)\.?\s*\d{1,4}\)\s*$", re.IGNORECASE)  # of a book
_TAIL = re.compile(
    r"[\s,;:|\-–—/(]*(?:\b(?:hari(?:\s+(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?:\s+(?:pon|wage|kliwon|legi|pah?ing))?)?"
    r"|malam|malem|pada|tanggal|tgl|pukul|pkl|jam|held|on)\b[\s,:.]*)*$",
    re.IGNORECASE,
)


# Of the record, not of the meeting: "Notulen (versi ringkas)", "Catatan internal".
_ONLY_KIND = re.compile(
    r"\W*(?:versi\s+)?(?:ringkas|singkat|lengkap|internal|dinas|kilat|proses|sementara|resmi|terbatas)\W*",
    re.IGNORECASE,
)
# The beginning of a sentence that a day cuts off: "Rapat dilangsungkan hari".
_ONLY_HELD = re.compile(
    r"\W*(?:rapat|sidang|pertemuan|musyawarah|acara|kegiatan)\s+(?:ini\s+)?"
    r"di ?(?:buka|mulai|laksanakan|langsungkan|selenggarakan|adakan|gelar|helat)(?:\s+(?:pada\s+)?hari)?\W*",
    re.IGNORECASE,
)


def trim_title(scope: Scope, span: Span) -> Span | None:
    """The span without dates, times and document numbers at its end; None where what is left says nothing."""
    text = scope.document.text[span.start : span.end].replace("\n", " ")
    cut = page.start() if (page := _PAGE.search(text)) else len(text)
    number = NUMBER.search(text)
    if number and not _GOES_ON.match(text, number.end()):
        cut = number.start()
    when = [
        mention.start
        for mention in find_dates(text, scope.lexicon, lenient=True)
        if mention.parts.day and not _names_day(text, mention)
    ]
    when += [mention.char_start for mention in find_times(text, scope.lexicon)]
    stop = min([cut, *(start for start in when if start > 0)])
    kept = (_TAIL.sub("", text[:stop]) if stop < len(text) else text).strip(" ,;:|-–—*_")
    if not kept or _only_dates(scope, kept):
        return None
    start = span.start + text.index(kept)
    trimmed = Span(start, start + len(kept))
    return None if is_empty_title(scope, scope.text(*trimmed)) else trimmed


def _only_dates(scope: Scope, text: str) -> bool:
    """Whether nothing but a day, and words for minutes before it, is left ("Notulen 3 Maret")."""
    dates = find_dates(text, scope.lexicon, lenient=True)
    before = text[: dates[0].start] if dates else ""
    genre = not before.strip() or any(scope.labels.words.is_genre(part) for part in (before, before.strip(" -–—:,|")))
    return bool(dates) and genre and not text[dates[-1].end :].strip(" .,;:|-–—)")


def _names_day(text: str, mention: DateMention) -> bool:
    """Whether a day without year or weekday belongs to a name ("Panitia 17 Agustus") and does not date the meeting."""
    apart = re.search(r"(?:[,;:|(–—-]|\b(?:tanggal|tgl|pada|hari))\s*$", text[: mention.start], re.IGNORECASE)
    return not mention.parts.year and not mention.weekday and apart is None


def is_empty_title(scope: Scope, text: str) -> bool:
    """Whether nothing but words for minutes, meetings and dates is left."""
    words = re.findall(r"\d*[^\W\d_][^\W_]*", fold(join_spaced(text)))
    empty = {
        word
        for phrase in (*scope.lexicon.cues.genre, "rapat", "meeting", "pertemuan", "hasil", "sidang", "nomor")
        for word in phrase.split()
    }
    if _ONLY_KIND.fullmatch(text) or _ONLY_HELD.fullmatch(text):
        return True
    return not [word for word in words if word not in empty and len(word) > 1]


def names_meeting(scope: Scope, text: str) -> bool:
    """Whether a text begins with a word for a meeting."""
    return word_pattern(scope.lexicon.cues.meeting).match(text.lstrip(" #*\"“'‘")) is not None
