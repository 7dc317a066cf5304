"""Messages of a chat as messengers print them.

"[19.36] Rina: ...", "20/04/24 19.40 - Mas Tono: ...", "20:14 <rina> ..."; "Rina, [20.04.24 19:40]" over what she wrote.
"""

import re
from collections.abc import Sequence

from notula.models.sections import Section
from notula.pipeline.text import fold

_SENT = (
    r"[\[(]?(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?,?\s+)?(?P<at>\d{1,2}[.:]\d{2})(?:[.:]\d{2})?[\])]?\s*[-–—|]?\s*"
)
MESSAGE = re.compile(
    rf"\s*(?P<sent>{_SENT})?(?:<[ @+%~]?(?P<nick>[^<>\s@+%~][^<>]{{1,40}})>:?"
    r"|(?(sent)(?P<name>[^\W\d][^:;<>\[\]]{1,40}?)\s*:|(?!)))\s+(?=\S)"
)
"""A message's head: when it was sent (``at``), where that is printed, and who wrote it (``nick`` or ``name``)."""

# An evening of learning that a group announces to itself, kept with what was taught and asked: it is held, has a topic,
# stands ahead and takes place in the group ("nanti malam kita adakan kulwap di grup ini, temanya ...").
_ANNOUNCED = (
    re.compile(
        r"\b(?:m\w{0,2}ng)?(?:adakan|gelar|selenggarakan)\b[^.]{0,60}\b(?:kulwap|kulgram|diskusi|sharing|webinar|bincang"
        r"|kuliah (?:whatsapp|wa|telegram|online|daring))\b"
    ),
    re.compile(r"\b(?:ber)?(?:topik|tema)(?:nya)?\b"),
    re.compile(r"\b(?:akan|nanti|besok|malam ini)\b"),
    re.compile(r"\b(?:whatsapp|wa|wag|telegram|tele|discord|irc|gro?up|grup)\b"),
)
_OPENING, _LONGEST_OPENING = 4, 800  # sections, characters


def is_announced_talk(sections: Sequence[Section]) -> bool:
    """Whether the opening announces a talk in a group of a messenger: what stands below teaches and gives no tasks."""
    blocks = [block for section in sections[:_OPENING] for block in section.blocks[:_OPENING]]
    opening = fold(" ".join(block.text for block in blocks)[:_LONGEST_OPENING])
    return all(sign.search(opening) for sign in _ANNOUNCED)


SENT_ON = re.compile(
    r"\s*(?:(?:[^\[\]\n]{1,40},\s)?\[(?P<day>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]"
    r"|(?P<on>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}\s+[-–]\s)"
)
"""The head of a message that tells the day on which it was sent (``day`` or ``on``)."""


def is_message(text: str) -> bool:
    """Whether a line is a message with the time at which it was sent."""
    head = MESSAGE.match(text)
    return head is not None and head["at"] is not None
