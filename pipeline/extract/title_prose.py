"""Titles that sentences of the opening tell: what was held, what a message reports, what stands behind the day."""

import re

from notula.models.blocks import Block
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.title_blocks import names_book, top_blocks
from notula.pipeline.extract.title_ends import is_empty_title, names_meeting, trim_title
from notula.pipeline.extract.title_extent import TAKES_PLACE, is_prose, is_styled
from notula.pipeline.text import fold

_HELD = re.compile(
    r"(?P<what>[A-Z][^.;:]{4,120}?)\s*,?\s+(?:telah\s+)?(?:dilaksanakan|diadakan|diselenggarakan|digelar|berlangsung|"
    r"pada hari|bertempat)\b"
)
# "Berikut hasil rapat RT 05 hari Ahad ...": what the opening of a message says it reports.
_REPORTED = re.compile(
    r"\b(?:notulen\w*|notula|hasil|rangkuman|ringkasan|risalah|resume|catatan|mom)\s+(?:dari\s+)?"
    r"(?P<what>(?:rapat|pertemuan|musyawarah|kumpul\w*|rembug)\b(?!\s*\d)[^.,;:()]{2,80}?)\s*"
    r"(?:,|\(|\b(?:pada|hari|tanggal|tgl|tadi|semalam|kemarin|yang|yg|td|sebagai berikut|sbb)\b"
    r"|:\s*$|(?<!\brt\s)(?<!\brw\s)(?<!\d)(?=\d))",
    re.IGNORECASE,
)
# "Telah dilaksanakan rapat lintas sektor pada ...": what an opening sentence says took place.
_TOOK_PLACE = re.compile(
    r"\b(?:(?:(?:telah|sudah)\s+|(?<=\s))di ?(?:laksanakan|adakan|selenggarakan|gelar|langsungkan)"
    r"|(?:telah|sudah)\s+me(?:laksanakan|ngadakan|nyelenggarakan|nggelar))\s+(?:sebuah\s+)?"
    r"(?P<what>(?:rapat|pertemuan|musyawarah|sidang|rakor|forum|audiensi|koordinasi|sosialisasi|evaluasi)\b(?!\s+(?:yang|yg)\b)[^.,;:]{4,120}?)\s*"
    r"(?:,|;|\.|:|\b(?:pada|bertempat|yang|yg|dengan agenda|oleh|di|dihadiri|dipimpin|dimulai)\b)",
    re.IGNORECASE,
)
# What stands behind the day that a line begins with.
_BEHIND_DAY = re.compile(
    r"(?:\s+(?:pagi|siang|sore|malam)\b|\s*\([^()]*\))*\s*(?:(?P<dash>[-–—:|·])|[,.])\s+"
    r"(?P<what>[^,;.(]{3,120}?)\s*(?=$|[,;(]|\.(?:\s|$)|\s(?:di|jam|pukul|pkl|lewat|via|bertempat)\s)"
)
# The same behind a day in brackets ("[4/5/2024] pompa air").
_FRAMED_BEHIND = re.compile(r"[\])]\s+(?P<what>[^\W\d_].{2,120}?)\s*$")
_OPENED = ("[", "(")
# Between a meeting's name and its day: "Rapat warga RT 05, hari Ahad ...".
_TO_DAY = re.compile(r"\s*[,(–—-]\s*(?:(?:pada|hari|tanggal|tgl\.?)\s*){0,2}$", re.IGNORECASE)
_TO_WEEKDAY = re.compile(rf"{_TO_DAY.pattern[:-1]}|(?<=\w) +$", re.IGNORECASE)  # "Rapat RT 05 Ahad 4 Mei 2025"
# Who led a meeting or was there, behind its name.
_LED = re.compile(r"(?:\byang )?\bdi ?(?:pimpin|pandu|buka|hadiri|ikuti|moderatori)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z]{2,6}\s*#?\d{1,3}")  # a meeting by its short name: "WPM 13"
Found = tuple[Span, str]
"""Where a title stands, and the rule that found it."""


def behind_day(scope: Scope) -> Found | None:
    """What the first line says behind its day: after a dash anything, after a comma or full stop a meeting's name."""
    block = next(first_blocks(scope, 1), None)
    if block is None or block.table is not None or block.kind == "item":
        return None
    days = [mention for mention in find_dates(block.text, scope.lexicon, short=True) if mention.parts.day]
    framed = _FRAMED_BEHIND.match(block.text, days[0].end) if days and block.text[: days[0].start] in _OPENED else None
    if not days or not (days[0].start == 0 or framed):
        return None
    match = framed or _BEHIND_DAY.match(block.text, days[0].end)
    if match is None or not (framed or match["dash"] or names_meeting(scope, match["what"])):
        return None
    span = _told(scope, block, match)
    return (span, "title_heading") if span else None


def over_day(scope: Scope) -> Found | None:
    """The first line where it is set apart right above one that begins with the day ("Demo ke mitra")."""
    title, below = (*first_blocks(scope, 2), None, None)[:2]
    if title is None or below is None or title.table or below.table or is_prose(below):
        return None
    if title.kind == "item" or not is_styled(title) or names_book(title):
        return None
    days = [mention for mention in find_dates(below.text, scope.lexicon) if mention.parts.day]
    span = trim_title(scope, Span(title.start, title.end)) if days and not days[0].start else None
    return (span, "title_heading") if span else None


def before_day(scope: Scope) -> Found | None:
    """The meeting's name that a line of the opening begins with, its day behind it ("Rapat RT 05, Ahad 4 Mei")."""
    for block in first_blocks(scope, 3):
        sentence = next(iter(scope.sentences(block)), None) if block.table is None else None
        days = find_dates(scope.text(*sentence), scope.lexicon, short=True) if sentence else ()
        first = next((mention for mention in days if mention.parts.day), None)
        to_day = _TO_WEEKDAY if first and first.weekday else _TO_DAY
        mark = to_day.search(block.text, 0, first.start) if first else None
        name = block.text[: mark.start()] if mark else ""
        if led := _LED.search(name):  # "Rakor stunting dipimpin Wakil Bupati diikuti ..., hari Kamis ..."
            name = name[: led.start()].rstrip(" ,")
            name = name if " " in name else ""
        if TAKES_PLACE.search(name):
            continue  # "Rapat dilaksanakan pada hari Ahad 4 Mei"
        if name and (names_meeting(scope, name) or (is_styled(block) and _NUMBERED.fullmatch(name))):
            span = trim_title(scope, Span(block.start, block.start + len(name)))
            if span and not is_empty_title(scope, scope.text(*span)):
                return span, "title_prose"
    return None


def held(scope: Scope) -> Found | None:
    """What the opening sentence says was held ("Rapat warga RT 05 dilaksanakan pada hari ...")."""
    for block in top_blocks(scope)[:3]:
        match = _HELD.match(block.text)
        if match and names_meeting(scope, block.text) and not is_empty_title(scope, match["what"]):
            return Span(block.start, block.start + match.end("what")), "title_prose"
    return None


def reported(scope: Scope) -> Found | None:
    """What the first sentence of a message says that it reports ("Berikut rangkuman rapat takmir hari Ahad ...")."""
    days = set(scope.lexicon.calendar.weekday_names)
    for at, block in enumerate(first_blocks(scope, 8)):
        told = (_REPORTED.search(block.text) if at < 3 else None) or _TOOK_PLACE.search(block.text)
        match = told if block.table is None else None
        span = _told(scope, block, match) if match else None
        if span and days.isdisjoint(fold(scope.text(*span)).split()):
            return span, "title_prose"
    return None


def _told(scope: Scope, block: Block, match: re.Match[str]) -> Span | None:
    return trim_title(scope, Span(block.start + match.start("what"), block.start + match.end("what")))
