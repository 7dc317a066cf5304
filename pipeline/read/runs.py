"""Stretches of text with their formatting -> a line's text, and what holds for all of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_WHOLLY = 0.9  # of the letters: a line struck but for a stray sign is struck

_SEVERAL = 3  # words
# What remarks on a struck task begin with, however long they are ("~~revisi RAB~~ sudah, dikirim kemarin").
_REMARK = re.compile(
    r"\W*(?:(?:sudah|sdh|udah|done|batal|dibatalkan)(?:\s*[,.;:–—()-]|$)|(?:sudah|sdh|udah|telah)\s+di\w{3,}"
    r"|(?:tidak|tdk|gak|ga|nggak)\s+jadi\b)",
    re.IGNORECASE,
)


class Run(NamedTuple):
    """Text of one formatting."""

    text: str
    bold: bool = False
    struck: bool = False


class Merged(NamedTuple):
    """A line as shown: its raw text, whether all its letters are bold, whether it is struck as a whole."""

    text: str
    bold: bool
    struck: bool


def merge(runs: Sequence[Run]) -> Merged:
    """The runs as one line; struck ones are left out of it unless nearly all of it is struck.

    A word behind several struck ones is a remark on them ("~~kirim surat undangan~~ sudah"), and so is what begins by
    saying that they are done or dropped.
    """
    wholly = False
    if any(run.struck for run in runs):
        struck, letters = sum(_letters(run.text) for run in runs if run.struck), sum(_letters(run.text) for run in runs)
        gone, left = (" ".join(run.text for run in runs if run.struck is side).split() for side in (True, False))
        first = next((run for run in runs if has_letters(run.text)), runs[0])
        remark = len(left) == 1 or _REMARK.match(" ".join(left)) is not None
        remarked = first.struck and len(gone) >= _SEVERAL and remark
        wholly = struck > 0 and (struck >= _WHOLLY * letters or remarked)
        if struck and not wholly:
            runs = [run for run in runs if not run.struck]
    spelt = [run.bold for run in runs if has_letters(run.text)]
    return Merged("".join([run.text for run in runs]), bool(spelt) and all(spelt), wholly)


def has_letters(text: str) -> bool:
    """Whether letters or digits stand in a text."""
    return any(map(str.isalnum, text))


def _letters(text: str) -> int:
    """How many letters and digits stand in a text."""
    return sum(map(str.isalnum, text))
