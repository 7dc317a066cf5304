"""What every extractor works on: one meeting's sections, the lexicon, and spans of the canonical text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from notula.models.blocks import Block, Document, Grid, Span
from notula.models.evidence import Evidence
from notula.models.sections import Section, SectionKind, Sections
from notula.pipeline.language import Language, get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_of
from notula.pipeline.structure.chat import is_announced_talk
from notula.pipeline.structure.labels import Labels, get_labels
from notula.pipeline.text import squeeze

__all__ = ["UNJUDGED", "Scope", "Span", "word_pattern"]
UNJUDGED: Final = 0.5  # the confidence of a value until the confidence stage tells how probable it is


@dataclass(frozen=True)
class Scope:
    """One meeting's sections and what is needed to read them."""

    sections: Sections
    lexicon: Lexicon

    @property
    def document(self) -> Document:
        """The meeting's document."""
        return self.sections.document

    @property
    def labels(self) -> Labels:
        """The lexicon's labels."""
        return get_labels(self.lexicon)

    @property
    def language(self) -> Language:
        """The language layer."""
        return get_language(self.lexicon)

    @cached_property
    def teaches(self) -> bool:
        """Whether these are no minutes but notes of a talk that a messenger's group announces to itself."""
        return is_announced_talk(self.sections.sections)

    @property
    def tables(self) -> Iterator[Grid]:
        """The tables of the minutes, those among the rows of forms too."""
        for section in self.sections.sections:
            yield from (block.table for block in section.blocks if block.table is not None)

    def text(self, start: int, end: int) -> str:
        """The canonical text of a span, white space squeezed."""
        return squeeze(self.document.text[start:end])

    def evidence(self, start: int, end: int, rule: str, *, derived: bool = False) -> Evidence:
        """Evidence for a span."""
        return self.document.evidence(start, end, rule, derived=derived)

    def field(self, *names: str) -> Iterator[Section]:
        """The header sections of these fields, in the order of the names."""
        for name in names:
            yield from (section for section in self.sections.of(SectionKind.HEADER) if section.field == name)

    def decides(self, section: Section) -> bool:
        """Whether a section of tasks holds decisions as well, by its heading ("Keputusan dan Tindak Lanjut")."""
        heading = section.heading if section.kind is SectionKind.FOLLOW_UPS else None
        return heading is not None and self.labels.words.decides(heading.text)

    def reports(self, section: Section) -> bool:
        """Whether a section is a part of a report: what is done, being done or planned ("Sudah", "Akan")."""
        heading = section.heading
        label = heading.text[: section.blocks[0].start - heading.start] if heading and section.inline else None
        text = label or (heading.text if heading else "")
        return self.labels.words.report_part(text) is not None

    def sentences(self, block: Block) -> list[Span]:
        """The sentences of a block as spans of the canonical text.

        A label behind a full stop goes with the sentence before ("Atap diperbaiki. PJ: Rina. Batas waktu: 3 Mei").
        """
        found: list[Span] = []
        for start, end in self.language.sentences(block.text):
            if found and _own_label(self.lexicon).match(block.text, start):
                start = found.pop().start - block.start
            found.append(Span(block.start + start, block.start + end))
        return found


@cache
def _own_label(lexicon: Lexicon) -> "re.Pattern[str]":
    """A label for owners or a deadline, at the beginning of a sentence."""
    cues, due = lexicon.cues, lexicon.calendar.due
    labels = word_pattern(cues.owner_label, cues.owner_office, due.limit_nouns, due.announce).pattern
    return re.compile(rf"\W{{0,3}}(?:{labels})\s*:", re.IGNORECASE)


@cache
def word_pattern(*groups: tuple[str, ...]) -> "re.Pattern[str]":
    """A pattern for any of these words or phrases, whole, longest first, case ignored, spaces flexible."""
    words = sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word))
    forms = [[r"\s+" if char == " " else re.escape(char) for char in word] for word in words]
    options = any_of(forms, ignore_case=True) if forms else ""
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)", re.IGNORECASE)
