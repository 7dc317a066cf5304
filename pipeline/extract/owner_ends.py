"""Owners at the end of a point: behind dashes, dots or a wide gap, behind a comma, right before the deadline."""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import BEFORE_DAY, Owners, between
from notula.pipeline.extract.owner_agents import longest_named
from notula.pipeline.extract.party_patterns import belongs_to_address
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import task_words

_TAIL = re.compile(  # but the dots of titles: "Surat izin, drh. Rina"
    r"(?<!\bdr)(?<!\bdrh)(?<!\bdrg)(?<!\b[HI]r)(?<!\bDr[as])(?<!\bProf)(?<!\bH)(?<!\bHj)[,.]\s+"
    r"(?P<who>(?:(?:dr|drh|drg|Ir|Drs|Dra|Prof|H|Hj|KH)\.\s+){0,3}[^,.;:()]{3,50})\.?\s*$"
)
_BEHIND = re.compile(r"[\s)]*,\s+(?P<who>[^,;:()]{3,60}?)\.?\s*")  # a deadline
_DASH = re.compile(r"\s+(?:[–—-]{1,3}|[|]|/{1,2})\s+|\s*;\s+")
_LEADER = re.compile(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*|\s+(?:\.{3}|…)\s+(?=\S)|\s*\t\s*| {4,}")
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[A-Z][^\W\d_]{2})")
_BEHIND_DUE = 2  # words that may follow a deadline at the end ("setiap Senin sampai lunas")
_MOST_OWNER_WORDS = 6
_FIRST_WORD = re.compile(r"\W*(?P<word>[a-z]+)\b")
_NEXT_WORD = re.compile(r"\s+([a-z]+)\b")


def by_dash(text: str, known: Known, due: Span | None) -> Owners | None:
    """A part of a point cut by dashes that is made of parties: one behind a dash, else the first."""
    cuts = list(_DASH.finditer(text))
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for at, (cut, end) in enumerate(zip(cuts, ends, strict=False), start=1):
        if due is not None and cut.end() < due.start < end:
            end = due.start
        comma = text.find(",", cut.end(), end)
        spans = known.named(text, cut.end(), end)
        if spans and "/" in cut.group() and len(cuts) == 1 and known.is_party(text[: cut.start()].split()[-1]):
            continue  # "lapor PLN / dinas": both are told
        if not spans and comma >= 0:  # "cetak undangan - Rina, sudah jadi tgl 2 Mei"
            spans, end = known.named(text, cut.end(), comma), comma
        if not spans and (led := _before_verb(text, cut.end(), end, known)):
            spans, end = led, led[-1].end
        if spans:
            more, end = _behind_slash(text, cuts[at:], end, known)
            return Owners((*spans, *more), "owner_dash", None, Span(cut.start(), end))
    first = known.named(text, 0, cuts[0].start()) if cuts else ()
    return Owners(first, "owner_dash", None, Span(0, cuts[0].end())) if first else None


def _behind_slash(text: str, cuts: list[re.Match[str]], end: int, known: Known) -> tuple[tuple[Named, ...], int]:
    """The parties behind a slash that follows those of a part ("– Rina / Ketut – 3 Mei"), and where they end."""
    if not cuts or cuts[0].start() != end or "/" not in cuts[0].group():
        return (), end
    stop = cuts[1].start() if len(cuts) > 1 else len(text)
    named = known.named(text, cuts[0].end(), stop)
    return named, stop if named else end


def _before_verb(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The known persons that a part begins with, before a verb ("perbaiki server - Rina minta bantuan vendor")."""
    named, to = longest_named(text, start, end, known)
    verb = _NEXT_WORD.match(text, to, end)
    acts = verb is not None and (verb[1] in task_words(known.lexicon) or verb[1] in known.lexicon.cues.ask)
    return named if acts and all(map(known.is_person, named)) else ()


def by_leader(text: str, known: Known, due: Span | None) -> Owners | None:
    """The parties at the right edge, behind dots or a wide gap ("Mencetak undangan ........ Bagian Umum")."""
    cut = _LEADER.search(text)
    if cut is None or not text[: cut.start()].strip() or text.startswith(":", cut.end()):
        return None
    end = due.start if due is not None and due.start > cut.end() else len(text)
    further = _LEADER.search(text, cut.end(), end)
    end = further.start() if further else end
    end = cut.end() + len(text[cut.end() : end].rstrip(" (,;–-"))
    if len(text[cut.end() : end].split()) > _MOST_OWNER_WORDS:
        return None
    if "\t" in cut.group() and (first := _first_cell(text, cut, end, known)):
        return first
    marks = [] if known.gazetteer.is_one_unit(text[cut.end() : end]) else list(_SLASH.finditer(text, cut.end(), end))
    parts = between(marks, cut.end(), end)
    named = tuple(each for part in parts for each in known.named(text, *part, loose=True))
    return Owners(named, "owner_leader", None, Span(cut.start(), end)) if named else None


def _first_cell(text: str, cut: re.Match[str], end: int, known: Known) -> Owners | None:
    """The parties before a wide gap where only they are known to be some ("Rina    rsync ulang cermin"), or None."""
    if not known.is_party(text[: cut.start()].strip()) or known.named(text, cut.end(), end):
        return None
    named = known.named(text, 0, cut.start())
    return Owners(named, "owner_leader", None, Span(0, cut.end())) if named else None


def by_tail(text: str, known: Known, due: Span | None) -> Owners | None:
    """The persons that a point ends with, behind a comma or a full stop ("Perbaikan atap. Pak Darmo").

    Other parties only as the one part between the task and its deadline ("Pendataan warga, RT 03, besok"), or right
    behind that ("Pendataan warga besok, RT 03").
    """
    behind = _BEHIND.fullmatch(text, due.end) if due is not None and due.start > 0 else None
    named = known.named(text, *behind.span("who")) if behind is not None else ()
    if behind is not None and named and (behind["who"][:1].isupper() or all(map(known.is_listed, named))):
        return Owners(named, "owner_tail", None, Span(behind.start(), behind.end("who")))
    last = due is not None and len(text[due.end :].strip(" .)").split()) <= _BEHIND_DUE
    end = due.start if due is not None and last else len(text)
    match = _TAIL.search(text[:end].rstrip(" ,;(–-"))
    named = known.named(text, *match.span("who")) if match else ()
    if match is None or not named or belongs_to_address(text, match.start(), known.lexicon):
        return None
    alone = due is not None and last and "," not in text[: match.start()]
    alone = alone and not known.is_party(text[: match.start()].split()[-1])
    listed = "," not in text[: match.start()] and all(known.is_listed(each) for each in named)
    listed = listed and not known.is_party(text[: match.start()].split()[-1])
    joined = "+" in match["who"] and len(named) > 1  # "Pendataan rumah rusak, Kades Ambar + Kades Lesung"
    if not (alone or listed or joined) and not all(known.is_person(each) for each in named):
        return None
    return Owners(named, "owner_tail", None, Span(match.start(), match.end("who")))


def by_noted(text: str, known: Known, due: Span | None) -> Owners | None:
    """The persons that a note of the talk names right before its deadline ("Surat izin aula – Pak Joko, Rabu").

    Behind the last dash as well, where the note begins with what to do ("sebar undangan sisa - Rina").
    """
    found = (by_dash(text, known, due) or by_tail(text, known, due)) if due is not None else None
    if found is not None and due is not None and all(map(known.is_person, found.named)):
        behind, frame = found.named[-1].end, found.frame
        told = behind <= due.start and not BEFORE_DAY.sub("", text[behind : due.start]).strip(" ,;.(–-")
        if told and frame is not None and text[frame.start] != ".":
            return found
    return _by_last(text, known)


def _by_last(text: str, known: Known) -> Owners | None:
    """The persons behind the last dash of a note that begins with what to do."""
    cuts, first = list(_DASH.finditer(text)), _FIRST_WORD.match(text)
    if not cuts or first is None or not known.bids(first["word"]):
        return None
    named = known.named(text, cuts[-1].end(), len(text.rstrip(" .")))
    if not named or not all(map(known.is_person, named)):
        return None
    return Owners(named, "owner_dash", None, Span(cuts[-1].start(), len(text)))
