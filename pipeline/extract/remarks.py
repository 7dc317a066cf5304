"""Remarks behind a name: how somebody attended, how many or by when, rather than what they are."""

import re
from functools import cache

from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word

_COUNT = re.compile(r"\s*\d+\s+[a-z]+[\s.]*")  # "5 daerah", "2 unit"


def is_remark(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says how somebody attended ("telat", "2 orang", "via Zoom") rather than what they are.

    What counts something or sets a limit ("5 daerah", "paling lambat 3 Mei") is a remark too.
    """
    if _COUNT.fullmatch(text) or _limits(lexicon).match(text):
        return True
    remark = _remarks(lexicon).match(text)
    if remark is None:
        return False
    found = opening_of(text, lexicon)
    return found is None or found.end < remark.end() or remark.end() == len(text.rstrip(" ."))


@cache
def _limits(lexicon: Lexicon) -> re.Pattern[str]:
    due = lexicon.calendar.due
    words = any_word((*due.limit, *due.limit_nouns, *due.ceiling, *due.announce, *lexicon.calendar.words.date))
    return re.compile(rf"\s*(?:{words})(?!\w).*\d", re.IGNORECASE)


@cache
def _remarks(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[±~]?\d+\s*(?:\(\w+\)\s*)?)?(?:{any_word(lexicon.titles.remarks)})(?!\w)", re.IGNORECASE)
