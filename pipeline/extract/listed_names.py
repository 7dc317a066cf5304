"""Names of people that only the lists of tasks give: "Rekap data (Fauzan)", "Kirim surat - Wahid", "Sari: cek ruangan".

A list is marked alike from point to point. So a word with a capital that no list of words knows is taken for a name
where another point has one in the same place: in a bracket at the end, behind the last dash, colon or comma, behind
"oleh" or a passive verb, before a dash or colon and a verb, or before a verb. Behind "PIC" one such word is enough,
wherever it stands ("Sound system: PIC Rio").
"""

import re
from collections.abc import Iterator
from functools import cache

from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.points import find_points
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.language import Language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_NAME = r"[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]*\.?){0,2}"
_NAMES = rf"(?P<who>{_NAME}(?:(?:\s*[,/&+]\s*|\s+dan\s+){_NAME})*)"
_END = r"\s*[.;]?\s*(?:[,(–-].*)?$"
_BEFORE = re.compile(rf"\W*{_NAMES}\s*(?:\([^()]*\)\s*)?(?::|\s[-–—])\s+(?P<verb>[a-z]\w+)\s+\S")
_FIRST = re.compile(rf"\W*{_NAMES}\s+(?P<verb>[a-z]\w+)\s+\S")
_PASSIVE = re.compile(rf"\b(?P<verb>di[a-z]{{3,}})\s+(?P<by>oleh\s+)?{_NAMES}{_END}")
_PLACES = {
    "bracket": re.compile(rf"[(\[]\s*(?:oleh\s+)?{_NAMES}\s*[)\]]{_END}"),
    "dash": re.compile(rf"\s[-–—]{{1,2}}\s+{_NAMES}{_END}"),
    "colon": re.compile(rf":\s+{_NAMES}{_END}"),
    "comma": re.compile(rf",\s+{_NAMES}\.?$"),
}
_LABELLED = re.compile(rf"\bPIC\b\s?:?\s+{_NAMES}(?=\s*(?:[.,;()]|$))")
_ONE = re.compile(_NAME)
_NOUN = re.compile(r"(?:pe|ke)\w{3,}an|\w{3,}(?:si|tas|isme)", re.IGNORECASE)
_FEWEST = 2  # points with a name in the same place


def names_in_lists(scope: Scope) -> frozenset[str]:
    """The names, folded, that only the places of a list of tasks tell to be some."""
    found = set(_behind_labels(scope))
    for section in scope.sections.of(SectionKind.FOLLOW_UPS):
        texts = [scope.text(point.start, point.end) for point in find_points(section.blocks)]
        held: dict[str, list[str]] = {}
        for text in texts:
            for place, who in _placed(text, scope.language, scope.lexicon):
                held.setdefault(place, []).append(who)
        for each in held.values():
            if len(each) >= _FEWEST:
                found.update(_bare_names(each, scope.lexicon))
    return frozenset(found)


def _behind_labels(scope: Scope) -> Iterator[str]:
    sections = scope.sections.of(SectionKind.FOLLOW_UPS, SectionKind.DISCUSSION)
    for block in (block for section in sections for block in section.blocks if block.table is None):
        for match in _LABELLED.finditer(block.text) if "PIC" in block.text else ():
            names = (bare_name(one.group(), scope.lexicon) for one in _ONE.finditer(match["who"]))
            yield from (fold(name) for name in names if is_unknown(name, scope.language, scope.lexicon))


def _bare_names(texts: list[str], lexicon: Lexicon) -> Iterator[str]:
    for text in texts:
        yield from (fold(bare_name(match.group(), lexicon)) for match in _ONE.finditer(text))


def _placed(text: str, language: Language, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The places of a point that hold nothing but words that can be names, and these words."""
    for place, pattern in _PLACES.items():
        match = pattern.search(text)
        if match and _can_name(match["who"], language, lexicon):
            yield place, match["who"]
    passive = _PASSIVE.search(text)
    told = passive is not None and (passive["by"] or language.is_verb(passive["verb"]))
    if passive and told and _can_name(passive["who"], language, lexicon):
        yield "passive", passive["who"]
    for place, pattern in (("before", _BEFORE), ("first", _FIRST)):
        match = pattern.match(text)
        if match and _acts(match["verb"], language, lexicon) and _can_name(match["who"], language, lexicon):
            yield place, match["who"]


def _acts(word: str, language: Language, lexicon: Lexicon) -> bool:
    return word in task_words(lexicon) or language.verb_form(word) is not None


def _can_name(who: str, language: Language, lexicon: Lexicon) -> bool:
    """Whether all names of a stretch consist of words that the lexicon does not know."""
    return all(is_unknown(match.group(), language, lexicon) for match in _ONE.finditer(who))


def is_unknown(name: str, language: Language, lexicon: Lexicon) -> bool:
    """Whether a name consists of words that no list of words knows, so that it can be a person's."""
    if kind_of(name, lexicon) is not PartyKind.PERSON or opening_of(name, lexicon) or is_field(name, lexicon):
        return False
    if language.organizations(name):
        return False
    first = fold(name.split()[0])
    return not (
        first in _common(lexicon)
        or (first.endswith("nya") and first not in lexicon.names.given)
        or _NOUN.fullmatch(first)
        or (language.verb_form(first) is not None and " " not in name)
    )


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    """Words that begin labels, headings, places, days and months, or are told of tasks."""
    cues, headings, labels = lexicon.cues, lexicon.headings, lexicon.labels
    words = (
        *cues.bare_task, *cues.task, *cues.commit, *cues.place_head, *cues.online, *cues.genre, *cues.meeting,
        *cues.status_done, *cues.status_doing, *cues.no_owner, *cues.collective, *cues.members, *cues.done, *cues.doing,
        *cues.report, *cues.things, *cues.tellers,
        *headings.follow_ups, *headings.discussion, *headings.agreements, *headings.other, *headings.agenda,
        *(word for group in labels.fields.values() for word in group),
        *(word for group in labels.columns.values() for word in group),
        *(word for group in lexicon.calendar.months.values() for word in group),
        *lexicon.calendar.weekday_names,
    )  # fmt: skip
    return frozenset(fold(word).split()[0] for word in words if word.split())
