"""Remarks behind a name: how somebody attended rather than what they are."""

import re
from functools import cache

from notula.pipeline.extract.organizations import opening_of
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word


def is_remark(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says how somebody attended ("telat", "2 orang", "via Zoom") rather than what they are."""
    remark = _remarks(lexicon).match(text)
    if remark is None:
        return False
    found = opening_of(text, lexicon)
    return found is None or found[1] < remark.end() or remark.end() == len(text.rstrip(" ."))


@cache
def _remarks(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[±~]?\d+\s*(?:\(\w+\)\s*)?)?(?:{any_word(lexicon.titles.remarks)})(?!\w)", re.IGNORECASE)
