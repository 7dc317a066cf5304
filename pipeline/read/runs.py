"""Stretches of text with their formatting -> a line's text, and what holds for all of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

_WHOLLY = 0.9  # of the letters: a line struck but for a stray sign is struck


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
    """The runs as one line; struck ones are left out of it unless nearly all of it is struck."""
    struck = _letters(runs, lambda run: run.struck)
    wholly = struck > 0 and struck >= _WHOLLY * _letters(runs, lambda run: True)
    if struck and not wholly:
        runs = [run for run in runs if not run.struck]
    bold = _letters(runs, lambda run: run.bold)
    return Merged("".join(run.text for run in runs), 0 < bold == _letters(runs, lambda run: True), wholly)


def _letters(runs: Sequence[Run], which: Callable[[Run], bool]) -> int:
    """How many letters and digits stand in the runs asked for."""
    return sum(sum(map(str.isalnum, run.text)) for run in runs if which(run))
