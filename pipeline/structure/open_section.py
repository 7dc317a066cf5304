"""A section while its blocks are collected."""

import dataclasses
from dataclasses import dataclass

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind


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
