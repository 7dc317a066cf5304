"""Datelines: lines of the opening that give day, time and place one behind the other, and nothing else.

"Sabtu, 3 Mei 2025, 09.30-11.45 WIB, Kedai Semeru", "20 Mei 2025 / pukul 10.00 / Aula", "Di pos ronda, jam 8 malam."
under a heading that is a day.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notula.models.blocks import Block, Span
from notula.models.sections import SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.times import find_times
from notula.pipeline.structure.section_kinds import POINTS
from notula.pipeline.text import fold

_FIRST = 8  # blocks
_LONGEST = 200  # characters of a sentence
_MOST_WORDS = 9  # of a place
_LISTS = (SectionKind.ATTENDEES, SectionKind.ABSENT, *POINTS, SectionKind.CLOSING)
_CUT = re.compile(
    r"\s*[,;|·•]\s+|\s*\t\s*|\s+[-–—/@]+\s+|\s*[()]\s*"
    r"|\s+(?=(?:di|lewat|lwt|via|melalui|bertempat|tempat)\s)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:bertempat|tempat(?:nya)?|pindah|kumpul|ketemu|rapat|pertemuan)\s+){0,3}"
    r"(?:di|ke|lewat|lwt|via|melalui|lokasi|bertempat|tempat(?:nya)?|@|pakai|pake)\s+",
    re.IGNORECASE,
)
# Words beside days and times: "pada hari", "mulai", "kira-kira 40 menit", "waktu istirahat".
_WHEN = re.compile(
    r"hari|tanggal|tgl|pada|pukul|pkl|jam|jm|(?:di)?mulai\w*|sampai|sampe|s|d|sd|dengan|hingga|selesai|sekitar|kira|kurang"
    r"|lebih|menit|mnt|pagi|siang|sore|petang|malam|mlm|malem|dini|tadi|semalam|waktu|istirahat|pertama|kedua|ba|da|bakda"
    r"|habis|abis|setelah|sesudah|sehabis|wi[bt]|wita|tahun|masehi|lewat|dikit|tepat|an"
)
# What begins something else behind the dateline.
_OTHER = re.compile(
    r"(?:yang|yg|hadir\w*|di ?(?:hadiri|pimpin|pandu|catat|ikuti|buka|tutup)\w*|pimpinan|notul\w*|pencatat|pemandu"
    r"|peserta|datang|ikut|catatan|acara|agenda|nomor|no|lanjutan|\d+\s+orang|oleh|pak|bu|bapak|ibu)\b",
    re.IGNORECASE,
)


# A bracket that tells something of the place ("(aula masih direnovasi)").
REMARK = re.compile(
    r"\s*\([^()]*\b(?:masih|msh|karena|krn|sebab|sedang|sdg|lagi|lg|sudah|sdh|tidak|tdk|tak|gak|ga|nggak|ngga"
    r"|belum|blm|jadi|akibat|semula|pindah\w*|sebelum|sesudah|setelah|sehabis|di ?hadiri|di ?ikuti|wfh|semua"
    r"|link|tautan)\b[^()]*\)"
    r"|\s*\(\s*(?:yang|yg)\s[^()]*\)"
    r"|(?:(?<=zoom)|(?<=jitsi)|(?<=meet)|(?<=teams)|(?<=skype))\s*\((?:ruang|room)\s[^()]*\)"
    r"|\s*\(\s*(?-i:[A-Z])[^()]*\s(?:lewat|via|melalui)\s[^()]*\)",  # "(Bu Sari lewat Zoom)"
    re.IGNORECASE,
)
# What a place ends before: "dapur pagi-pagi sebelum belanja", "Jitsi seperti biasa".
_TAIL = re.compile(
    r"\s+(?:pagi\S*|siang|sore|malam|sebelum|sesudah|setelah|(?:se)?habis|abis|ba'?da|bakda|seusai|sambil|karena|krn|jam|hari|mulai"
    r"|(?:seperti|kayak|spt|sebagaimana)\s+biasa\w*)\b",
    re.IGNORECASE,
)


# A channel of a chat ("kanal #warga-05 (Slack)").
_CHANNEL = re.compile(r"(?:(?:kanal|channel|grup)\s+)?#[a-z][\w-]*(?P<of>\s\([A-Z][^()]{1,20}\))?", re.IGNORECASE)


class Dateline(NamedTuple):
    """A dateline: where it stands, the place it names if any, and how sure its wording is of that."""

    block: Block
    span: Span
    place: Span | None
    told: bool


class _Piece(NamedTuple):
    start: int
    end: int
    when: bool


def datelines(scope: Scope) -> Iterator[Dateline]:
    """The datelines among the first blocks, in order."""
    dated = False
    for block in first_blocks(scope, _FIRST, without=_LISTS):
        if block.table is not None or block.kind == "item":
            continue
        spans = scope.sentences(block)[:1]
        line = _dateline(scope, block, spans[0], dated=dated) if spans else None
        if line is not None:
            yield line
        dated = bool(_days(scope, block.text)) and len(block.text) < _LONGEST


def _dateline(scope: Scope, block: Block, span: Span, *, dated: bool) -> Dateline | None:
    """A sentence as a dateline; ``dated`` says that the line above it gave a day."""
    start, end = span.start - block.start, span.end - block.start
    text = block.text[start:end].rstrip(" .")
    days, times = _days(scope, text), bool(find_times(text, scope.lexicon, bare=True))
    if len(text) > _LONGEST or not (days or dated) or not (days or times or _LEAD.match(text)):
        return None
    pieces = list(_pieces(scope, text))
    stop = next((at for at, each in enumerate(pieces) if _OTHER.match(text, each.start)), len(pieces))
    pieces = pieces[:stop]
    runs = [each for each in pieces if not each.when]
    if not pieces or not (pieces[0].when or pieces[-1].when or dated):
        return None
    if not runs:
        return Dateline(block, Span(span.start, span.start + pieces[-1].end), None, told=False)
    first = pieces.index(runs[0])
    joined = next((at for at in range(first, len(pieces)) if pieces[at].when or _opens(text, pieces[at])), len(pieces))
    place = _place(scope, text, runs[0], pieces[joined - 1].end, timed=times and days)
    if place is None or any(not each.when for each in pieces[joined:] if not _opens(text, each)):
        return None
    found, told = place
    return Dateline(block, span, Span(span.start + found.start, span.start + found.end), told)


def _opens(text: str, piece: _Piece) -> bool:
    """Whether a piece stands in brackets: a remark."""
    return text[: piece.start].rstrip().endswith("(")


def place_beside(scope: Scope, block: Block) -> Span | None:
    """The place in the value of a label for place and time ("Balai RW; jam 10")."""
    pieces = list(_pieces(scope, block.text))
    first = next((at for at, each in enumerate(pieces) if not each.when), None)
    if first is None:
        return None
    last = next((at for at in range(first, len(pieces)) if pieces[at].when), len(pieces))
    found = _place(scope, block.text, pieces[first], pieces[last - 1].end, timed=True)
    return Span(block.start + found[0].start, block.start + found[0].end) if found else None


def _pieces(scope: Scope, text: str) -> Iterator[_Piece]:
    begin = 0
    for cut in (*_CUT.finditer(text), None):
        end = cut.start() if cut else len(text)
        if text[begin:end].strip():
            yield _Piece(begin, end, _is_when(scope, text[begin:end]))
        begin = cut.end() if cut else end


def _is_when(scope: Scope, text: str) -> bool:
    """Whether a piece tells only of days and times."""
    for found in find_dates(text, scope.lexicon, lenient=True, short=True):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    for time in find_times(text, scope.lexicon, bare=True):
        text = text[: time.char_start] + " " * (time.char_end - time.char_start) + text[time.char_end :]
    weekdays = scope.lexicon.calendar.weekday_names
    words = re.findall(r"[^\W\d_]+", fold(text))
    return all(_WHEN.fullmatch(word) or word in weekdays for word in words)


def _days(scope: Scope, text: str) -> bool:
    """Whether a text names a day or begins with a weekday."""
    words = fold(text).replace(",", " ").split()[:2]
    weekdays = scope.lexicon.calendar.weekday_names
    dates = find_dates(text, scope.lexicon, lenient=True, short=True)
    return any(each.parts.day for each in dates) or any(word in weekdays for word in words)


def _place(scope: Scope, text: str, piece: _Piece, end: int, *, timed: bool) -> tuple[Span, bool] | None:
    """The place from a piece on, and whether a word says that it is one."""
    lead = _LEAD.match(text, piece.start, end)
    start = lead.end() if lead else piece.start
    for time in find_times(text[start:end], scope.lexicon):
        if time.char_start:
            end = start + len(text[start : start + time.char_start].rstrip(" ,;("))
            break
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    head = word_pattern(scope.lexicon.cues.place_head)
    if text[end : end + 2] == " (" and head.match(text, end + 2) and not REMARK.match(text, end):
        end = text.find(")", end) + 1 or end
    channel = _CHANNEL.match(text, start)
    if channel and channel["of"] and channel.start("of") == end:
        end = channel.end()
    words, cues = text[start:end].split(), scope.lexicon.cues
    if not words or len(words) > _MOST_WORDS or word_pattern(cues.meeting).match(text, start):
        return None
    if find_dates(text[start:end], scope.lexicon, lenient=True):
        return None
    told = lead is not None or channel is not None or head.match(text, start) is not None
    named = (
        timed
        and tail is None
        and words[0][:1].isalpha()
        and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    )
    return (Span(start, end), told) if told or named else None
