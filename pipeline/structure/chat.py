"""Messages of a chat as messengers print them.

"[19.36] Rina: ...", "20/04/24 19.40 - Mas Tono: ...", "20:14 <rina> ..."; "Rina, [20.04.24 19:40]" over what she wrote.
"""

import re

_SENT = (
    r"[\[(]?(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?,?\s+)?(?P<at>\d{1,2}[.:]\d{2})(?:[.:]\d{2})?[\])]?\s*[-–—|]?\s*"
)
MESSAGE = re.compile(
    rf"\s*(?P<sent>{_SENT})?(?:<[ @+%~]?(?P<nick>[^<>\s@+%~][^<>]{{1,40}})>:?"
    r"|(?(sent)(?P<name>[^\W\d][^:;<>\[\]]{1,40}?)\s*:|(?!)))\s+(?=\S)"
)
"""A message's head: when it was sent (``at``), where that is printed, and who wrote it (``nick`` or ``name``)."""

SENT_ON = re.compile(
    r"\s*(?:(?:[^\[\]\n]{1,40},\s)?\[(?P<day>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]"
    r"|(?P<on>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d),?\s+\d{1,2}[.:]\d{2}\s+[-–]\s)"
)
"""The head of a message that tells the day on which it was sent (``day`` or ``on``)."""


def is_message(text: str) -> bool:
    """Whether a line is a message with the time at which it was sent."""
    head = MESSAGE.match(text)
    return head is not None and head["at"] is not None
