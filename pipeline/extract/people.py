"""People whom running text names with an honorific or a title."""

import re

from notula.models.minutes import PartyKind
from notula.pipeline.extract.mentions import PartyMention, mention_of
from notula.pipeline.extract.names import name_spans
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon

_LONGEST = 400  # characters of a name in running text, titles and degrees included
_STOP = re.compile(r"(?<=[a-z]{3})\.\s")  # where a sentence ends with a name: "... dijawab Pak Made. Surat menyusul."


def find_people(text: str, lexicon: Lexicon) -> tuple[PartyMention, ...]:
    """The people that running text names with an honorific or a title."""
    found = []
    for span in get_language(lexicon).people(text):
        stop = _STOP.search(text, span.end - 1, span.start + _LONGEST)
        end = stop.start() if stop else min(span.start + _LONGEST, len(text))
        spans = name_spans(text, span.start, end, lexicon, prose=True)
        addressed = spans is not None and (spans.honorific or patterns(lexicon).title.match(text, span.start, end))
        if spans and addressed and kind_of(text[span.start : spans.name.end], lexicon) is PartyKind.PERSON:
            parts = {"name": spans.name} | ({"honorific": spans.honorific} if spans.honorific else {})
            found.append(mention_of(text, PartyKind.PERSON, parts))
    return tuple(found)
