"""A section while its blocks are collected, and what is cut so far."""

import dataclasses
from dataclasses import dataclass

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.section_kinds import BODY, ROSTER
from notula.pipeline.structure.shapes import style_of


@dataclass(slots=True)
class OpenSection:
    """A section being filled; ``held`` says that the form whose row it is gave it a value."""

    kind: SectionKind
    heading: Block | None = None
    rule: str = "start"
    field: str | None = None
    inline: bool = False
    held: bool = False
    blocks: list[Block] = dataclasses.field(default_factory=list)
    first_item: Block | None = None
    last_item: Block | None = None

    def add(self, block: Block) -> None:
        """Puts a block at the end; the first and the last list item are kept in sight."""
        self.blocks.append(block)
        if block.kind == "item":
            self.first_item, self.last_item = self.first_item or block, block

    def close(self) -> Section:
        """The finished section."""
        return Section(self.kind, self.heading, tuple(self.blocks), self.rule, self.field, self.inline)

    @property
    def last(self) -> Block | None:
        """The last block, or None."""
        return self.blocks[-1] if self.blocks else None


@dataclass(slots=True)
class Cut:
    """What of a document is cut so far; the last of the ``sections`` is open.

    ``repeated`` are the kinds of sections whose labels stand under each topic ("Keputusan: ...", "Keputusan: ...").
    ``in_body`` says that the header is over, ``near_end`` that few blocks are left. ``topic`` is what the label of the
    open section stands under, or None.
    """

    labels: Labels
    lexicon: Lexicon
    repeated: frozenset[SectionKind]
    sections: list[OpenSection] = dataclasses.field(default_factory=lambda: [OpenSection(SectionKind.HEADER)])
    in_body: bool = False
    near_end: bool = False
    topic: Block | None = None

    @property
    def now(self) -> OpenSection:
        """The open section."""
        return self.sections[-1]

    def is_talk(self) -> bool:
        """Whether the body last headed is the talk, or a turn of it."""
        headed = (each.kind for each in reversed(self.sections) if each.kind in BODY and each.heading is not None)
        return next(headed, None) is SectionKind.DISCUSSION

    def begin(self, kind: SectionKind, rule: str) -> None:
        """Close the open section and begin one without a heading."""
        self.sections.append(OpenSection(kind, rule=rule))

    def goes_on_topics(self, kind: SectionKind, block: Block) -> bool:
        """Whether a line goes on with the topics of the talk, those it could head being told ("1) KAS", "2) IZIN")."""
        first = self.now.first_item if self.now.kind is SectionKind.DISCUSSION else None
        told = kind in ROSTER and any(section.kind is kind for section in self.sections)
        return first is not None and told and (block.level, style_of(block)) == (first.level, style_of(first))
