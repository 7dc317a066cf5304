"""Owners before or behind a colon ("Pak Joko: sewa tenda", "Konsumsi: Bu Sari")."""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import BEFORE_DAY, Owners
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.language import VerbForm
from notula.pipeline.text import fold

_NAMES = re.compile(r"\s*\w{2,}(?:\s*(?:[&+/,]|\s(?:dan|sama|sm)\s)\s*\w{2,})+\s*")
_FROM = re.compile(r"\W*(?:dari|dr|from)\s+", re.IGNORECASE)  # "dari Bappeda: data terbaru" is awaited
# "Yang sudah setor: Bu Rina, Pak Joko" tells what was.
_WHO_DID = re.compile(
    r"\W*(?:yang|yg)\s+(?:sudah|sdh|udah|telah|belum|blm|tidak|tdk|hadir|ikut|datang|menang|usul\w*|setuju)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?:(?<=\w{3})|(?<=\s[A-Z]{2})(?<!PT|CV|UD|PD|KH|DR|IR|HJ))[.;]\s+(?=[A-Z])")
_NEXT_PART = re.compile(r"\s*[.;,]\s+[^\W\d]\w*(?:\s\w+){0,3}:\s+(?P<who>[^.,;:()]{2,60})(?=\s*(?:[.,;]|$))")
_HELPED = re.compile(r"\s+(?:dibantu|ditemani|didampingi)\s")
_DAY_FIRST = re.compile(r"\s*\)?\s*[,;–-]\s*(?=\S)")
_BRACKET = re.compile(r"\w\s*(?:[–-]\s*)?\(([^()]{2,80})\)\s*$")
_MOST_BEHIND, _MOST_NAMING = 16, 10  # words after a colon, and of those that name somebody
_SHORT_TASK = 8  # words after a colon that say what to do; more are what somebody said


def by_colon(text: str, known: Known, due: Span | None) -> Owners | None:
    """The parties before a colon, else those behind it."""
    match = re.search(r"\s*:\s+", text)
    if match is None:
        return None
    if len(text[: match.start()].split()) <= 8:
        lead = _FROM.match(text)
        spans = _named_before(text, lead.end() if lead else 0, match.start(), known)
        behind = _names_after_colon(text, match, known, due)
        if behind and all(map(known.is_person, behind.named)) and not all(map(known.is_person, spans)):
            return behind
        whose = bool(spans) and all(known.is_person(each) and not known.is_strange(each) for each in spans)
        timed = behind and due is not None and behind.named[-1].end <= due.start and not _says(text, behind, due)
        if timed and not whose:  # "Rina: BA serah terima (Kamis)" is what Rina does, whatever may be a name in it
            return behind
        fewest = 1 if whose or len(spans) > 1 else 2
        if spans and len(text[match.end() :].split()) >= fewest:
            return Owners(spans, "owner_colon_first", None, Span(0, match.end()))
    return _names_after_colon(text, match, known, due)


def _named_before(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties before a colon; the people in a bracket at its end where nobody else is named."""
    spans = known.named(text, start, end) or _with_known(text[:end], known)
    inside = people_in_bracket(text, end, known)
    told = {each.mention.name for each in inside}
    return inside if inside and all(each.mention.name in told for each in spans) else spans


def _with_known(text: str, known: Known) -> tuple[Named, ...]:
    """The single names of a list in which at least one person is known ("rina&joko: cari relawan")."""
    if not _NAMES.fullmatch(text):
        return ()
    named = known.named(text, 0, len(text), loose=True)
    return named if len(named) > 1 and any(map(known.is_person, named)) else ()


def people_in_bracket(text: str, end: int, known: Known) -> tuple[Named, ...]:
    """The people in a bracket at ``end``, behind a field of work ("Dana usaha (Rina): cari sponsor")."""
    bracket = _BRACKET.search(text, 0, end)
    named = known.named(text, *bracket.span(1)) if bracket else ()
    return named if all(map(known.is_person, named)) else ()


def _says(text: str, behind: Owners, due: Span) -> bool:
    """Whether more stands behind a colon than parties and a deadline."""
    rest = BEFORE_DAY.sub("", text[behind.named[-1].end : due.start]) + text[due.end :]
    return re.search(r"\w", rest) is not None


def by_colon_name(text: str, known: Known, due: Span | None) -> Owners | None:
    """In running text only "object : persons", with nothing else behind."""
    match = re.search(r"\s*:\s+", text)
    if match is None or len(text[: match.start()].split()) > 8 or len(text[match.end() :].split()) > _MOST_BEHIND:
        return None
    if _WHO_DID.match(text):
        return None
    acts = (VerbForm.ACTIVE, VerbForm.PASSIVE)
    if any(word.islower() and known.language.verb_form(word) in acts for word in text[: match.start()].split()):
        return None
    found = _names_after_colon(text, match, known, due)
    if found and found.frame and len(text[match.end() : found.frame.end].split()) > _MOST_NAMING:
        return None
    if found is None and len(text[match.end() :].split()) <= _SHORT_TASK:
        found = _told_after_colon(text, match, known)
    if found is None or not any(known.is_person(each) for each in found.named):
        return None
    said = text[match.end() :].split()  # "Tanya jawab: Bu Rina (loket) mengusulkan nomor antrian"
    return None if any(word in known.lexicon.cues.report for word in said) else found


def by_told(text: str, known: Known) -> Owners | None:
    """The parties before a colon that a verb follows ("semua: unggah foto masing-masing")."""
    match = re.match(r"[^:]{2,60}?(?=\s*:\s)", text)
    mark = re.compile(r"\s*:\s+").match(text, match.end()) if match else None
    if mark and fold(text[: mark.start()].split()[0]) in known.lexicon.cues.collective:
        crowd = known.named(text, 0, mark.start())  # "semua: piket sesuai jadwal"
        return Owners(crowd, "owner_colon_first", None, Span(0, mark.end())) if crowd else None
    return _told_after_colon(text, mark, known) if mark else None


def _told_after_colon(text: str, match: "re.Match[str]", known: Known) -> Owners | None:
    """The persons before a colon, where a verb behind it says what to do ("Pak Joko & Mas Tono: sewa sound system")."""
    rest = text[match.end() :].split()
    verb = rest[0].casefold() if rest else ""
    if verb not in task_words(known.lexicon):
        return None
    named = _named_before(text, 0, match.start(), known)
    return Owners(named, "owner_colon_first", None, Span(0, match.end())) if named else None


def _names_after_colon(text: str, match: "re.Match[str]", known: Known, due: Span | None) -> Owners | None:
    if due is not None and (day := _DAY_FIRST.match(text, due.end)) and not text[match.end() : due.start].strip(" ("):
        named = known.named(text, day.end(), len(text))  # "Pasang umbul-umbul : tgl 1 Agustus, semua bapak"
        return Owners(named, "owner_colon", None, Span(match.start(), len(text))) if named else None
    end = due.start if due is not None and due.start > match.end() else len(text)
    comma = re.search(
        r",\s+(?=(?:di|paling|H-|sebelum|maks|tgl|tanggal|tiap|setiap|mulai)\w*)", text[match.end() : end]
    )
    end = match.end() + comma.start() if comma else end
    for word in re.finditer(r",\s+(?P<verb>[a-z]+)\s", text[match.end() : end]):
        if word["verb"] in task_words(known.lexicon):  # "Video: Mas Tono, kumpulin foto"
            end = match.end() + word.start()
            break
    if (helped := _HELPED.search(text, match.end(), end)) and not known.named(text, match.end(), end):
        end = helped.start()  # "catat suhu: Rina dibantu adiknya"
    bracket = re.search(r"\(([^()]+)\)\s*[.,]?\s*$", text[match.end() : end])
    if bracket:
        a, b = match.end() + bracket.start(1), match.end() + bracket.end(1)
        inner = known.named(text, a, b)
        if inner and all(known.is_person(each) for each in inner):
            return Owners(inner, "owner_colon_unit", None, Span(match.start(), end))
    spans = known.named(text, match.end(), end)
    if not spans and (stop := _SENTENCE_END.search(text, match.end(), end)):  # "Ronda: Linmas. Laporan ke Pak RT."
        end = stop.start()
        spans = known.named(text, match.end(), end)
    if bracket and not spans:  # "Konsumsi: Mas Tono (40 kotak + galon)"
        end = match.end() + bracket.start()
        spans = tuple(each for each in known.named(text, match.end(), end) if known.is_person(each))
    if spans and all(map(known.is_person, spans)):
        spans += _of_next_parts(text, end, known)
    return Owners(spans, "owner_colon", None, Span(match.start(), end)) if spans else None


def _of_next_parts(text: str, end: int, known: Known) -> tuple[Named, ...]:
    """The people of further parts of a task, each behind its own colon ("Teks: Rina. Gambar: Joko. Cetak Senin")."""
    found: list[Named] = []
    while part := _NEXT_PART.match(text, end):
        named = known.named(text, *part.span("who"))
        if not named or not all(map(known.is_person, named)):
            break
        found.extend(named)
        end = part.end()
    return tuple(found)
