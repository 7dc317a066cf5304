"""Attendees whom the opening of notes lists by their names alone.

"Senin 3/3 jam 14.00, kantor. Wiryo, Sekar, Pak Tegar (vendor)" or, below such a line, "(wiryo sekar tegar)"; behind how
many came ("Yang datang 27 KK. Pak RT (Pak Wiryo), Bu Sekar, Pak Tegar dll."); without a mark between them ("hadir wiryo
sekar tegar").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.listed_names import is_unknown
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.opening import first_blocks
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen
from notula.pipeline.extract.title_ends import names_meeting

_ADDRESS = r"(?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Kang|Bang|Kak|dr\.|Sdr\.)"
_NAME = rf"(?:{_ADDRESS}\s+)?(?:[A-Z][a-z'’]+|R[TW]\b)(?: [A-Z][\w.'’]*){{0,2}}"
_ONE = rf"{_NAME}(?:\s*\([^()]{{2,40}}\))?"
_LISTED = re.compile(
    rf"(?<=[.;]\s)(?P<who>{_ONE}(?:(?:\s*[,&+]\s*|\s+dan\s+){_ONE}){{2,}})"
    r"(?:,?\s+(?:dll|dkk|dst)\b)?(?=\s*(?:$|[.;:]|\s[–—-]\s))"
)
_CAME = r"\W*(?:(?:yang|yg)\s+)?(?:hadir|hdr|datang|dtg|ikut)\s+"
_HOW_MANY = re.compile(rf"{_CAME}(?:ada\s+|sekitar\s+)*\d+\s+[^\W\d_]+\s*\.\s", re.IGNORECASE)
_ROLL = re.compile(rf"{_CAME}(?P<who>[^\W\d_]{{3,}}(?:\s+[^\W\d_]{{3,}}){{2,}})\W*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<who>[^\W\d_]{3,}(?:,?\s+[^\W\d_]{3,}){2,})\)\s*$")
_BLOCKS = 2
_SECTIONS, _OF_SECTION = 8, 6  # in which a line may call over who came, and blocks of each


def listed_bare(scope: Scope) -> list[Seen]:
    """Those whom the first lines list, three at least and most of them known to be names."""
    if told := _called_over(scope):
        return told
    for at, block in enumerate(first_blocks(scope, _BLOCKS)):
        if block.table is not None or block.kind == "item":
            return []
        if not at and not find_dates(block.text, scope.lexicon, short=True) and not names_meeting(scope, block.text):
            return []
        if found := list(_listed(scope, block)):
            return found
    return []


def _called_over(scope: Scope) -> list[Seen]:
    """Those whom a line of the opening lists behind how many came, or behind the word for it alone."""
    for section in scope.sections.sections[:_SECTIONS]:
        for block in section.blocks[:_OF_SECTION]:
            told = block.table is None and (_HOW_MANY.match(block.text) or _ROLL.fullmatch(block.text))
            if told and (found := list(_listed(scope, block))):
                return found
    return []


def _listed(scope: Scope, block: Block) -> Iterator[Seen]:
    match = _LISTED.search(block.text) or _IN_BRACKETS.search(block.text) or _ROLL.fullmatch(block.text)
    if match is None:
        return
    who = match["who"] if match.re is _LISTED else re.sub(r"(?<!,)\s", ";", match["who"])
    mentions = list(parse_parties(who, scope.lexicon))
    sure = sum(is_surely_name(scope.text(*_span(block, match.start("who"), each)), scope.lexicon) for each in mentions)
    if sure * 2 <= len(mentions) or not all(_can_name(scope, each) for each in mentions):
        return
    for mention in mentions:
        yield Seen(_span(block, match.start("who"), mention), replace(mention, kind=PartyKind.PERSON), "attendee_prose")


def _span(block: Block, start: int, mention: PartyMention) -> Span:
    return Span(block.start + start + mention.start, block.start + start + mention.end)


def _can_name(scope: Scope, mention: PartyMention) -> bool:
    """Whether a mention is a name: a known one, one with an honorific or made of words that no list has."""
    sure = mention.honorific is not None or is_surely_name(mention.name, scope.lexicon)
    return sure or is_unknown(mention.name, scope.language, scope.lexicon)
