"""Parties that share a head: "Seksi Acara dan Konsumsi" names two sections, "Wakil Dekan I dan II" two vice deans."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notula.pipeline.extract.party_kinds import is_field
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.lexicon import Lexicon

_JOIN = re.compile(r"(?<!\s)(?:\s*,\s*(?:dan|serta|&)\s+|\s*(?:[,&+]|(?<!\bs)/(?!d\b))\s*|\s+(?:dan|serta)\s+)")
_OF_COMMITTEE = re.compile(r"(?:Koordinator )?(?:Seksi|Sie)\b")
# A body that several places have each ("Dinas Pasar Kab. Ambar dan Melati").
_OF_PLACES = re.compile(
    r"(?:[A-Z][\w.]* ){1,5}(?:Kab\.|Kabupaten|Kota|Kec\.|Kecamatan) "
    r"(?=[A-Z][a-z]+(?:, [A-Z][a-z]+){0,5},? dan (?!Kepulauan)[A-Z][a-z]+\W*$)"
)
# Offices and bodies told apart by numbers or letters ("Wakil Dekan I dan II", "Ketua RT 03, RT 04 dan RT 05").
_NUMBER = r"(?:\d{1,3}|[IVX]{1,4}|[A-H])"
_ANOTHER = r"(?:\s*,\s*(?:dan\s+)?|\s+dan\s+|\s*&\s*)"
_SERIES = re.compile(
    rf"\s*(?P<head>(?=[A-Z])(?:[^\d,;:()&+]{{1,60}}?\s)??(?P<last>[A-Za-z]+))\s+{_NUMBER}"
    rf"(?:{_ANOTHER}(?:(?P=last)\s+)?{_NUMBER})+[\s.]*"
)


class SharedPart(NamedTuple):
    """One of the parties that share a head; ``full`` is its name with the head where the text leaves the head out."""

    start: int
    end: int
    text: str
    full: str | None


def split_shared_head(text: str, lexicon: Lexicon) -> tuple[SharedPart, ...]:
    """The parties that share a head: "Seksi Acara dan Konsumsi" gives "Seksi Acara" and "Konsumsi" ("Seksi Konsumsi").

    Empty where the text has no such head or names one party only.
    """
    placed = _OF_PLACES.match(text) if not is_field(text.rpartition(" ")[2], lexicon) else None
    head = placed or patterns(lexicon).shared_head.match(text)
    joins = list(_JOIN.finditer(text, head.end())) if head else []
    if head is None or not joins or "(" in text[: joins[-1].start()]:
        return ()
    starts, ends = [0, *(join.end() for join in joins)], [*(join.start() for join in joins), len(text.rstrip())]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        body = opening_of(piece, lexicon)
        # "Seksi alat, humas dan konsumsi": within a committee a field of work and no office of its own
        field = body is not None and body.end == len(piece) and is_field(piece, lexicon) and _OF_COMMITTEE.match(text)
        own = start > 0 and ((body is not None and not field) or patterns(lexicon).address(piece))
        if not piece.strip() or own or len(piece.split()) > (6 if start == 0 else 3):
            return ()
        if start and head.group().strip() == "Kelompok" and is_field(piece, lexicon):
            return ()  # a work group of a ministry: "Kelompok Organisasi dan Kepegawaian"
        parts.append(SharedPart(start, end, piece, f"{head.group().strip()} {piece}" if start else None))
    return tuple(parts)


def headed_units(offices: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """The units that folded offices head: "kabid data" gives "bidang data", "kepala seksi acara" "seksi acara"."""
    for office in offices:
        head, _, unit = office.partition(" ")
        if unit and head in lexicon.titles.headed:
            yield f"{lexicon.titles.headed[head]} {unit}".strip()


def split_series(text: str) -> tuple[SharedPart, ...]:
    """The parties of a series that numbers or letters tell apart; empty where a text is no such series."""
    series = _SERIES.fullmatch(text)
    if series is None:
        return ()
    first = re.compile(rf"{re.escape(series['head'])}\s+{_NUMBER}").search(text, series.start("head"))
    assert first is not None
    parts = [SharedPart(*first.span(), first.group(), None)]
    for each in re.compile(rf"(?:{series['last']}\s+)?{_NUMBER}\b").finditer(text, first.end()):
        full = f"{series['head']} {each.group().removeprefix(series['last']).strip()}"
        parts.append(SharedPart(*each.span(), each.group(), full if full != each.group() else None))
    return tuple(parts)
