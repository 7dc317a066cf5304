"""The sections of one meeting's minutes."""

from dataclasses import dataclass
from enum import StrEnum

from notula.models.blocks import Block, Document


class SectionKind(StrEnum):
    """What a section holds."""

    HEADER = "header"
    ATTENDEES = "attendees"
    ABSENT = "absent"
    AGENDA = "agenda"
    DISCUSSION = "discussion"
    AGREEMENTS = "agreements"
    FOLLOW_UPS = "follow_ups"
    PREVIOUS = "previous"  # follow-ups of an earlier meeting and their state
    CLOSING = "closing"
    SIGNATURE = "signature"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading or label (None where the section has none) and what stands under it, sub-headings included.

    The header is cut at its labels: ``field`` names the one a section holds (``date``, ``place``, ``chair``, ...).
    A value on the label's own line is the first of ``blocks`` and ``inline`` is true. ``rule`` says why it was taken
    for ``kind``.
    """

    kind: SectionKind
    heading: Block | None
    blocks: tuple[Block, ...]
    rule: str
    field: str | None = None
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Sections:
    """One meeting's document and its sections in order."""

    document: Document
    sections: tuple[Section, ...]

    def of(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of these kinds, in order."""
        return tuple(section for section in self.sections if section.kind in kinds)
