"""Blocks to sections: the minutes cut at every label and heading.

- A known label or heading opens a section; header fields only until the body has begun.
- In a list (agenda, attendees, agreements, follow-ups) the next item of that list opens nothing.
- A heading-like block that is not known ends a section whose heading has the same numbering, the header and the agenda.
- After a list of agreements or follow-ups an ordinary paragraph ends the section, unless a new list follows it: then it
  is a heading over that list (an owner, a topic).
- A table of tasks or of attendees makes its own section.
- Without any heading the body begins at the first item, long sentence or heading after the header.
"""

import itertools
import re
from dataclasses import replace

from notula.models.blocks import Block, Document
from notula.models.sections import SectionKind, Sections
from notula.pipeline.heartbeat import beat
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.agenda_start import introduces_agenda, introduces_talk, settle_agenda
from notula.pipeline.structure.closing import closes, settle_closings, signs
from notula.pipeline.structure.forms import Unit, unroll
from notula.pipeline.structure.header_end import WHEN_AND_WHERE, heads_within, leads_over, tells_before, tops_form
from notula.pipeline.structure.label_columns import deal_out
from notula.pipeline.structure.labels import Labels, Opening, get_labels
from notula.pipeline.structure.leaving import goes_on_programme, heads_group, heads_names, leaves_topic
from notula.pipeline.structure.open_section import Cut, OpenSection
from notula.pipeline.structure.opening_lines import DAY_NAME, HOUR, leading_day
from notula.pipeline.structure.results import settle_inner_tasks, settle_results, settle_shares
from notula.pipeline.structure.scattered_columns import settle_scattered
from notula.pipeline.structure.section_ending import Endings
from notula.pipeline.structure.section_kinds import BODY, POINTS, ROSTER
from notula.pipeline.structure.section_opening import Openings
from notula.pipeline.structure.shapes import (
    ARROW,
    INTRODUCES_AGREEMENTS,
    INTRODUCES_ATTENDEES,
    LAST_SENTENCE,
    follows,
    part,
    style_of,
    tail,
)
from notula.pipeline.structure.soft_lines import with_lines_apart
from notula.pipeline.text import fold

_ROW_BLOCKS = 2  # the value of a form's row and the next label
_TALK = (SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.HEADER)
_LOOK_AHEAD = 5  # blocks
_WEEKDAY = re.compile(rf"\W*(?:hari )?{DAY_NAME}\b")
_DAY_WITHIN = 60  # characters of a line that begins with a day
_FEW_WORDS = 5  # of a line that only heads the agenda


def find_sections(document: Document, lexicon: Lexicon) -> Sections:
    """The sections of one meeting's document, in order; together they hold every block."""
    labels = get_labels(lexicon)
    units = list(unroll(document.blocks, labels))
    cut = Cut(labels, lexicon, _repeated(units, labels))
    cutter = _Cutter(cut)
    for at, unit in enumerate(units):
        beat()
        cutter.take(unit, [each.block for each in units[at + 1 : at + 1 + _LOOK_AHEAD]])
    found = [with_lines_apart(open_.close()) for open_ in cut.sections if open_.blocks or open_.heading]
    settled = settle_results(settle_agenda(settle_shares(settle_closings(deal_out(found))), labels), labels, lexicon)
    return Sections(document, settle_scattered(settle_inner_tasks(settled, labels), labels))


def _repeated(units: list[Unit], labels: Labels) -> frozenset[SectionKind]:
    """The kinds of sections whose labels stand before their values more than once: under each topic, that is."""
    found = [opening.kind for unit in units if (opening := labels.valued(unit.block.text))]
    return frozenset(kind for kind in found if found.count(kind) > 1)


class _Cutter:
    """Cuts the units of a document into sections, one after the other."""

    def __init__(self, cut: Cut) -> None:
        self._cut, self._labels, self._openings = cut, cut.labels, Openings(cut)
        self._endings = Endings(cut, self._openings)

    def take(self, unit: Unit, ahead: list[Block]) -> None:
        """Put the next unit where it belongs; ``ahead`` are the blocks right after it."""
        block, opening, held = unit
        following = ahead[0] if ahead else None
        self._cut.near_end = len(ahead) < _LOOK_AHEAD
        if opening is None and (cuts := self._further(block) or self._tasks_behind(block, ahead)):
            for start, end in itertools.pairwise([0, *cuts, len(block.text)]):
                cut = part(block, start, end)
                first = replace(cut, kind=block.kind, marker=block.marker, level=block.level)
                self.take(Unit(cut if start else first), ahead)
            return
        top = block.lines[0].line.text if block.lines else block.text  # the signer's office, over a name
        ends = (text for text in (block.text, top) if "\t" in text or text.rstrip()[-1:] in ",0123456789")
        signed = any(map(signs, ends))
        held = held and not heads_within(self._cut.now, block, self._labels)
        self._cut.now.held = self._cut.now.held or held
        programme = goes_on_programme(self._cut.now, block, following)
        if held or programme or (self._hangs(block) and not (closes(block.text) or signed)):
            self._add(block)
            return
        if opening is None:
            opening = self._openings.of_table(block) if block.table else self._openings.of_line(block, ahead)
        else:
            opening = self._of_form(opening, block, ahead)
        if opening is not None and not self._names_group(opening, block, following):
            self._cut.topic = self._topic_over(opening, block)
            self._open(opening, block)
            if self._cut.now.inline and self._cut.now.kind in ROSTER and INTRODUCES_AGREEMENTS.search(block.text):
                self._introduce(block, ahead)  # "Hadir Camat dan Lurah. ... Setelah dibahas diperoleh hasil sbb:"
            return
        if self._cut.topic is not None and leaves_topic(self._cut.now, self._cut.topic, block):
            self._cut.begin(SectionKind.DISCUSSION, "after_inner")
            self._cut.topic = None
        self._leave_field(block, ahead)
        above = tells_before(self._cut.sections, block, ahead, self._labels)
        ending = None if above else self._endings.following(block, following)
        if self._endings.header_goes_on(block, ahead):
            ending = SectionKind.HEADER if ending is not None and self._cut.now.kind is SectionKind.ABSENT else None
        if self._cut.now.kind in ROSTER and self._cut.now.blocks and INTRODUCES_AGREEMENTS.search(block.text):
            ending = SectionKind.DISCUSSION
        if ending is not None:
            self._cut.begin(ending, "after_" + self._cut.now.kind.value)
        self._add(block)
        self._introduce(block, ahead)

    def _leave_field(self, block: Block, ahead: list[Block]) -> None:
        """End a field of the header above what leads over to the minutes, or above their day below their number."""
        now = self._cut.now
        if not now.field or self._cut.in_body:
            return
        text = fold(block.text[:_DAY_WITHIN])
        told = now.field in ("ignore", "title", "subject") and now.inline and not now.held
        numbered = told and block.kind == "paragraph"
        if numbered and leading_day(text) and (HOUR.search(text) or _WEEKDAY.match(text)):
            self._cut.begin(SectionKind.HEADER, "after_number")
        elif leads_over(block, ahead, self._labels):
            self._cut.begin(SectionKind.OTHER, "letter")

    def _of_form(self, opening: Opening, block: Block, ahead: list[Block]) -> Opening:
        """What a form's row opens: behind the header no field of it, in talk by numbered turns what was said.

        Nor is it the agenda beside the day of some other meeting.
        """
        turns = block.kind == "item" and opening.rule == "form_row" and self._cut.is_talk()
        if turns and opening.kind in (SectionKind.OTHER, SectionKind.HEADER):
            return opening._replace(kind=SectionKind.DISCUSSION, field=None)
        agenda = opening.kind is SectionKind.AGENDA and self._is_beside_day(ahead)
        if not (agenda or opening.kind is SectionKind.HEADER) or not self._cut.in_body:
            return opening
        if tops_form(self._cut.sections):
            self._cut.in_body = False
            return opening
        return opening._replace(kind=SectionKind.OTHER)

    def _is_beside_day(self, ahead: list[Block]) -> bool:
        """Whether the rows of a form around one tell a day, an hour or a place: it announces or lists those present."""
        now, words = self._cut.now, self._labels.words
        if not any(each.kind is SectionKind.HEADER and each.field in WHEN_AND_WHERE for each in self._cut.sections):
            return False
        above = now.rule == "form_row" and now.kind is SectionKind.OTHER and now.field in WHEN_AND_WHERE
        return above or any(words.field(each.text.rstrip(" :")) in WHEN_AND_WHERE for each in ahead[:_ROW_BLOCKS])

    def _names_group(self, opening: Opening, block: Block, following: Block | None) -> bool:
        """Whether a line over a list names a group: of those present ("A. PIMPINAN :"), of people with their tasks."""
        if self._cut.now.kind is SectionKind.FOLLOW_UPS and opening.field is not None and following is not None:
            return not opening.has_value(block.text) and ARROW.search(following.text) is not None
        mark = (block.marker or "").strip("(). ")
        letter = block.kind == "item" and len(mark) == 1 and mark.isalpha()
        listed = following is not None and following.kind == "item" and not opening.has_value(block.text)
        return self._cut.now.kind is SectionKind.ATTENDEES and opening.field == "chair" and letter and listed

    def _further(self, block: Block) -> list[int]:
        """Where further labels stand in a line of the header."""
        if self._cut.in_body or block.table is not None:
            return []
        whole = self._labels.opening(block.text) or self._openings.bare(block)
        if whole is None and block.kind == "item":
            return []
        return self._labels.labels_in(block.text, whole.value if whole else None)

    def _tasks_behind(self, block: Block, ahead: list[Block]) -> list[int]:
        """Where the last sentence of a topic over a list heads tasks ("2. Kerja bakti hari Minggu. Bagi tugas:")."""
        sentence = LAST_SENTENCE.search(block.text)
        following = ahead[0] if ahead else None
        listed = following is not None and following.kind == "item" and style_of(block) != style_of(following)
        if sentence is None or not listed or not self._cut.in_body:
            return []
        heading = part(block, sentence.start("last"), len(block.text))
        return [sentence.start("last")] if self._labels.words.kind(heading.text) is SectionKind.FOLLOW_UPS else []

    def _introduce(self, block: Block, ahead: list[Block]) -> None:
        """Open the section that a sentence over a list introduces ("... dihadiri oleh:", "... menyepakati:")."""
        following = ahead[0] if ahead else None
        grouped = any(heads_names(each) for each in ahead[:2]) or heads_group(ahead)
        if INTRODUCES_ATTENDEES.search(block.text) and grouped:
            self._cut.begin(SectionKind.ATTENDEES, "introduced")  # "Direksi yang hadir:", "Direktur Utama : Ibu Rina"
        if block.table is not None or following is None or (following.kind != "item" and following.table is None):
            return
        if INTRODUCES_ATTENDEES.search(block.text):
            self._cut.begin(SectionKind.ATTENDEES, "introduced")
        elif self._cut.now.kind in (*_TALK, *ROSTER) and INTRODUCES_AGREEMENTS.search(block.text):
            self._cut.begin(SectionKind.AGREEMENTS, "introduced")
            self._cut.topic = block if block.kind == "item" and style_of(block) != style_of(following) else None
        elif introduces_talk(self._cut.sections, block):
            self._cut.begin(SectionKind.DISCUSSION, "introduced")
            self._cut.now.heading = self._cut.sections[-2].blocks.pop()
        elif introduces_agenda(self._cut.sections, block, ahead, self._labels):
            heads = block.kind != "item" and self._cut.now.kind in ROSTER and len(block.text.split()) <= _FEW_WORDS
            self._cut.begin(SectionKind.AGENDA, "introduced")
            if heads:  # "H. Urutan Acara :" is nobody who was there
                self._cut.now.heading = self._cut.sections[-2].blocks.pop()

    def _hangs(self, block: Block) -> bool:
        """Whether an unmarked line stands further in than the list of the open section: it belongs to its last item."""
        first = self._cut.now.first_item
        if self._cut.now.kind not in POINTS or first is None:
            return False
        if block.kind != "paragraph" or block.bold or not block.lines:
            return False
        return block.indent > first.indent + 6 and block.align not in ("center", "right")

    def _open(self, opening: Opening, block: Block) -> None:
        self._cut.sections.append(OpenSection(opening.kind, block, opening.rule, opening.field))
        if block.table is not None:
            self._cut.now.heading = None
            self._add(block)
        elif (rest := tail(block, opening.value)) is not None:
            self._cut.now.inline = True
            self._add(rest)

    def _add(self, block: Block) -> None:
        trimmed = tail(block, 0) if block.table is None else block
        if trimmed is not None:
            first = self._cut.now.blocks[0] if len(self._cut.now.blocks) == 1 and self._cut.now.inline else None
            alike = first is not None and (follows(first, block) or style_of(first) == style_of(block) == "bullet-")
            if first is not None and first.level < block.level and alike:
                self._cut.now.blocks[0] = replace(first, level=block.level)  # "Peserta : 1. ..." and "2. ..." below
            self._cut.now.add(trimmed)
            self._cut.in_body = self._cut.in_body or self._cut.now.kind in BODY

    def _topic_over(self, opening: Opening, block: Block) -> Block | None:
        """The topic that a label stands under ("2. Iuran", then "Keputusan: ..."): the next one ends what it opens."""
        if opening.kind not in BODY:
            return None
        if block.kind == "item":
            return block if opening.has_value(block.text) else None
        if self._cut.now.kind is SectionKind.DISCUSSION and self._cut.now.last_item is not None:
            return self._cut.now.last_item
        return self._cut.topic if self._cut.now.inline and self._cut.now.first_item is None else None
