"""Messages of a chat as messengers print them.

"[19.36] Rina: ...", "20/04/24 19.40 - Mas Tono: ...", "20:14 <rina> ..."; "Rina, [20.04.24 19:40]" over what she wrote.
"""

import re
from collections.abc import Sequence

from notula.models.sections import Section, SectionKind
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
_TALK = r"(?:kulwap|kulgram|diskusi|sharing|webinar|bincang\w*|kuliah (?:whatsapp|wa|telegram|online|daring))\b"
_HELD = r"\b(?:m\w{0,2}ng|di ?)?(?:adakan|gelar|selenggarakan|laksanakan)\b"
_ANNOUNCED = (
    re.compile(rf"{_HELD}[^.]{{0,60}}\b{_TALK}|\b{_TALK}[^.]{{0,60}}{_HELD}"),
    re.compile(r"\b(?:ber)?(?:topik|tema)(?:nya)?\b|\b(?:pemateri|narasumber|pembicara)(?:nya)?\b"),
    re.compile(r"\b(?:akan|nanti|besok|malam ini|insya ?allah)\b"),
    re.compile(r"\b(?:whatsapp|wa|wag|telegram|tele|discord|irc|gro?up|grup)\b"),
)
_OPENING, _LONGEST_OPENING = 4, 800  # sections, characters


def is_announced_talk(sections: Sequence[Section]) -> bool:
    """Whether a paragraph of the opening announces a talk in a messenger's group: below it is taught, not decided.

    Minutes with a header of their own, or with those who were there, may tell of such a talk among other things.
    """
    opening = sections[:_OPENING]
    if any(section.field == "date" or section.kind is SectionKind.ATTENDEES for section in opening):
        return False
    texts = (fold(block.text[:_LONGEST_OPENING]) for section in opening for block in section.blocks[:_OPENING])
    return any(all(sign.search(text) for sign in _ANNOUNCED) for text in texts)


SENT_ON = re.compile(
    r"\s*(?:(?:[^\[\]\n]{1,40},\s)?\[(?P<day>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]"
    r"|(?P<on>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}\s+[-–]\s)"
)
"""The head of a message that tells the day on which it was sent (``day`` or ``on``)."""


def is_message(text: str) -> bool:
    """Whether a line is a message with the time at which it was sent."""
    head = MESSAGE.match(text)
    return head is not None and head["at"] is not None
