"""A section while its blocks are collected."""

import dataclasses
from dataclasses import dataclass

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind


@dataclass(slots=True)
class OpenSection:
    """A section being filled."""

    kind: SectionKind
    heading: Block | None = None
    rule: str = "start"
    field: str | None = None
    inline: bool = False
    blocks: list[Block] = dataclasses.field(default_factory=list)

    def close(self) -> Section:
        """The finished section."""
        return Section(self.kind, self.heading, tuple(self.blocks), self.rule, self.field, self.inline)

    @property
    def last(self) -> Block | None:
        """The last block, or None."""
        return self.blocks[-1] if self.blocks else None

    @property
    def last_item(self) -> Block | None:
        """The last list item, or None."""
        return next((block for block in reversed(self.blocks) if block.kind == "item"), None)

    @property
    def first_item(self) -> Block | None:
        """The first list item, or None."""
        return next((block for block in self.blocks if block.kind == "item"), None)
