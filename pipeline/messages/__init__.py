"""Every sentence the program says to a person, in Indonesian and English: a table for each area.

A key is ``area.name``; its pair is Indonesian, English.
"""

import re
from typing import Literal

from notula.pipeline.messages.command_line import COMMAND_LINE
from notula.pipeline.messages.documents import DOCUMENTS
from notula.pipeline.messages.evaluating import EVALUATING
from notula.pipeline.messages.examining import EXAMINING
from notula.pipeline.messages.exporting import EXPORTING
from notula.pipeline.messages.handing_over import HANDING_OVER
from notula.pipeline.messages.installing import INSTALLING
from notula.pipeline.messages.reasons import REASONS
from notula.pipeline.messages.refusals import REFUSALS
from notula.pipeline.messages.review_command import REVIEW_COMMAND
from notula.pipeline.messages.review_page import REVIEW_PAGE
from notula.pipeline.messages.rules import RULES
from notula.pipeline.messages.run_report import RUN_REPORT
from notula.pipeline.messages.running import RUNNING
from notula.pipeline.messages.showing import SHOWING
from notula.pipeline.messages.watching import WATCHING

__all__ = ["LABELS", "MESSAGES", "REASONS", "Lang", "place_words", "say"]
Lang = Literal["id", "en"]

# Used by name only: a test finds those that nobody uses.
LABELS = COMMAND_LINE | EVALUATING | EXAMINING | EXPORTING | HANDING_OVER | RUNNING | SHOWING | WATCHING
MESSAGES = DOCUMENTS | INSTALLING | REASONS | RULES | REFUSALS | LABELS | REVIEW_COMMAND | REVIEW_PAGE | RUN_REPORT


def say(key: str, lang: Lang, **details: str) -> str:
    """The message of a key, its ``{details}`` filled in; a ``reason`` that is itself a key is said in words.

    Raises:
        KeyError: there is no such message.
    """
    indonesian, english = MESSAGES[key]
    values = {"reason": "-"} | details
    if values["reason"] in REASONS:
        values["reason"] = REASONS[values["reason"]][lang == "en"].format(**details)
    return (indonesian if lang == "id" else english).format(**values)


def place_words(place: str, lang: Lang) -> str:
    """A place in a DOCX (``table 2 row 3 cell 1``) in the user's language."""
    names = r"\b(?:paragraph|table|row|cell|text box|header|footer|footnote|endnote)\b"
    return re.sub(names, lambda word: say(f"export.place.{word[0]}", lang), place)
