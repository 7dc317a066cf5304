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
from dataclasses import replace

from notula.models.blocks import Block, Document
from notula.models.sections import SectionKind, Sections
from notula.pipeline.heartbeat import beat
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.agenda_start import begins_agenda
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.columns import read_columns, section_kind
from notula.pipeline.structure.forms import Unit, unroll
from notula.pipeline.structure.header_end import begins_body, heads_within, is_agenda_line, leads_over
from notula.pipeline.structure.label_columns import deal_out
from notula.pipeline.structure.labels import ROSTER, Labels, Opening, get_labels
from notula.pipeline.structure.leaving import leaves_agenda, leaves_list, leaves_points, leaves_topic, next_heading
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.results import settle_results, settle_shares
from notula.pipeline.structure.shapes import (
    CHAPTER,
    INTRODUCES_AGREEMENTS,
    INTRODUCES_ATTENDEES,
    UNKNOWN_LABEL,
    follows,
    heads_list,
    is_sentence,
    is_short_line,
    is_starred,
    looks_alike,
    looks_like_heading,
    part,
    style_of,
    tail,
    unjoined,
)
from notula.pipeline.structure.wording import join_spaced

_BODY = {SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.PREVIOUS}
_TALK = {SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.HEADER}
_POINTS = {SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.PREVIOUS}
_LISTS = _POINTS | set(ROSTER)
_LOOK_AHEAD = 5


def find_sections(document: Document, lexicon: Lexicon) -> Sections:
    """The sections of one meeting's document, in order; together they hold every block."""
    labels = get_labels(lexicon)
    units = list(unroll(document.blocks, labels))
    cutter = _Cutter(labels, lexicon, _repeated(units, labels))
    for at, unit in enumerate(units):
        beat()
        cutter.take(unit, [each.block for each in units[at + 1 : at + 1 + _LOOK_AHEAD]])
    found = [open_.close() for open_ in cutter.sections if open_.blocks or open_.heading]
    return Sections(document, settle_results(settle_shares(deal_out(found)), labels, lexicon))


def _repeated(units: list[Unit], labels: Labels) -> frozenset[SectionKind]:
    """The kinds of sections whose labels stand before their values more than once: under each topic, that is."""
    found = [opening.kind for unit in units if (opening := labels.valued(unit.block.text))]
    return frozenset(kind for kind in found if found.count(kind) > 1)


class _Cutter:
    """Cuts the units of a document into sections, one after the other.

    ``repeated`` are the kinds of sections whose labels stand under each topic ("Keputusan: ...", "Keputusan: ...").
    """

    def __init__(self, labels: Labels, lexicon: Lexicon, repeated: frozenset[SectionKind]) -> None:
        self._labels, self._lexicon, self._repeated = labels, lexicon, repeated
        self.sections: list[OpenSection] = [OpenSection(SectionKind.HEADER)]
        self._body = False
        self._near_end = False
        self._topic: Block | None = None

    @property
    def _now(self) -> OpenSection:
        return self.sections[-1]

    def take(self, unit: Unit, ahead: list[Block]) -> None:
        """Put the next unit where it belongs; ``ahead`` are the blocks right after it."""
        block, opening, held = unit
        following = ahead[0] if ahead else None
        self._near_end = len(ahead) < _LOOK_AHEAD
        if opening is None and (cuts := self._further(block)):
            for start, end in itertools.pairwise([0, *cuts, len(block.text)]):
                self.take(Unit(part(block, start, end)), ahead)
            return
        signed = signs(block.text) and block.text.rstrip()[-1:] in ",0123456789"
        held = held and not heads_within(self._now, block, self._labels)
        self._now.held = self._now.held or held
        if held or (self._hangs(block) and not (closes(block.text) or signed)):
            self._add(block)
            return
        if opening is None:
            opening = self._table_opening(block) if block.table else self._opening(block, ahead)
        elif opening.kind is SectionKind.HEADER and self._body:
            opening = opening._replace(kind=SectionKind.OTHER)
        if opening is not None:
            self._topic = self._topic_over(opening, block)
            self._open(opening, block)
            return
        if self._topic is not None and leaves_topic(self._now, self._topic, block):
            self.sections.append(OpenSection(SectionKind.DISCUSSION, rule="after_inner"))
            self._topic = None
        if self._now.field and not self._body and leads_over(block, ahead, self._labels):
            self.sections.append(OpenSection(SectionKind.OTHER, rule="letter"))
        ending = self._ends(block, following)
        if self._header_ahead(block, ahead):
            ending = SectionKind.HEADER if ending is not None and self._now.kind is SectionKind.ABSENT else None
        if self._now.kind in ROSTER and self._now.blocks and INTRODUCES_AGREEMENTS.search(block.text):
            ending = SectionKind.DISCUSSION
        if ending is not None:
            self.sections.append(OpenSection(ending, rule="after_" + self._now.kind.value))
        self._add(block)
        self._introduce(block, following)

    def _further(self, block: Block) -> list[int]:
        """Where further labels stand in a line of the header."""
        if self._body or block.table is not None:
            return []
        whole = self._labels.opening(block.text) or self._bare(block)
        if whole is None and block.kind == "item":
            return []
        return self._labels.labels_in(block.text, whole.value if whole else None)

    def _introduce(self, block: Block, following: Block | None) -> None:
        """Open the section that a sentence over a list introduces ("... dihadiri oleh:", "... menyepakati:")."""
        if block.table is not None or following is None or (following.kind != "item" and following.table is None):
            return
        if INTRODUCES_ATTENDEES.search(block.text):
            self.sections.append(OpenSection(SectionKind.ATTENDEES, rule="introduced"))
        elif self._now.kind in (*_TALK, *ROSTER) and INTRODUCES_AGREEMENTS.search(block.text):
            self.sections.append(OpenSection(SectionKind.AGREEMENTS, rule="introduced"))

    def _hangs(self, block: Block) -> bool:
        """Whether an unmarked line stands further in than the list of the open section: it belongs to its last item."""
        first = self._now.first_item
        if self._now.kind not in _POINTS or first is None or block.kind != "paragraph" or block.bold or not block.lines:
            return False
        return block.indent > first.indent + 6 and block.align not in ("center", "right")

    def _open(self, opening: Opening, block: Block) -> None:
        self.sections.append(OpenSection(opening.kind, block, opening.rule, opening.field))
        if block.table is not None:
            self._now.heading = None
            self._add(block)
        elif (rest := tail(block, opening.value)) is not None:
            self._now.inline = True
            self._add(rest)

    def _add(self, block: Block) -> None:
        trimmed = tail(block, 0) if block.table is None else block
        if trimmed is not None:
            first = self._now.blocks[0] if len(self._now.blocks) == 1 and self._now.inline else None
            alike = first is not None and (follows(first, block) or style_of(first) == style_of(block) == "bullet-")
            if first is not None and first.level < block.level and alike:
                self._now.blocks[0] = replace(first, level=block.level)  # "Peserta : 1. ..." and "2. ..." below
            self._now.add(trimmed)
            self._body = self._body or self._now.kind in _BODY

    # what opens

    def _table_opening(self, block: Block) -> Opening | None:
        assert block.table is not None
        kind = section_kind(read_columns(block.table, self._lexicon))
        now = self._now.kind
        if kind is None or kind is now or (kind is SectionKind.FOLLOW_UPS and now is SectionKind.PREVIOUS):
            return None
        if kind is SectionKind.ATTENDEES and (now is SectionKind.ABSENT or self._labels.composes(self._now.heading)):
            return None
        return Opening(kind, None, 0, "table_columns")

    def _opening(self, block: Block, ahead: list[Block]) -> Opening | None:
        following = ahead[0] if ahead else None
        text = join_spaced(block.text) if block.kind != "item" else block.text
        spaced = len(text) != len(block.text)
        found = self._labels.opening(block.text)
        if found is None and spaced and (joined := self._labels.opening(text)):
            found = joined._replace(value=unjoined(block.text, text, joined.value))
        if found is None and not self._body:
            found = self._bare(block)
        over_list = heads_list(ahead)
        if found is None and looks_like_heading(block) and len(block.text.split()) <= 9:
            found = self._loose(block, over_list=over_list)
        headed = self._body or block.text.rstrip().endswith(":") or (block.outline and len(self.sections) > 1)
        if found is None and over_list and headed:
            found = self._labels.tasks(block.text, set_apart=looks_like_heading(block) or is_short_line(block))
        if found is None and block.kind == "item" and following is not None and following.level > block.level:
            found = self._labels.leading(block.text)
        if found is None and self._is_unknown_field(block):
            found = Opening(SectionKind.HEADER, "ignore", len(block.text), "label_unknown")
        if found is None:
            return self._by_pattern(block)
        announced = over_list and block.text.rstrip().endswith(":")
        if found.kind is SectionKind.DISCUSSION and self._in_title(block) and not announced:
            return None
        if found.kind is SectionKind.DISCUSSION and self._labels.is_result(block.text) and self._talked():
            found = found._replace(kind=SectionKind.AGREEMENTS, rule="heading_results")
        if found.kind is SectionKind.DISCUSSION and not self._body and "bahas" in block.text[: found.value].casefold():
            inline = len(block.text[found.value :].split())
            found = found._replace(kind=SectionKind.AGENDA) if 0 < inline < 15 else found
        if self._allowed(found, block, following):
            return found
        signed = self._now.kind is SectionKind.SIGNATURE
        return self._by_pattern(block) if block.text.rstrip().endswith(",") and not signed else None

    def _is_unknown_field(self, block: Block) -> bool:
        """Whether a line in the header has a label that is not known and a value ("Pakaian: batik")."""
        now = self._now
        valued = now.field is not None and bool(now.blocks) and (now.inline or now.held)
        return not self._body and valued and UNKNOWN_LABEL.match(block.text) is not None

    def _bare(self, block: Block) -> Opening | None:
        now = self._now
        if now.field in ("chair", "note_taker") and now.rule == "heading" and not now.blocks:
            return None  # the value under "Moderator" may be an office: "Sekretaris Camat"
        found = self._labels.bare(block.text, first=not any(section.field for section in self.sections))
        told = found is not None and found.field in ("chair", "note_taker") and is_sentence(block)
        return None if told else found  # "Sekretaris Desa menyampaikan panjang jalan."

    def _loose(self, block: Block, *, over_list: bool) -> Opening | None:
        kind = self._labels.loose_kind(block.text)
        if kind is None or kind is SectionKind.OTHER or (over_list and self._is_group(block, kind)):
            return None
        coverage = self._labels.coverage(block.text)
        strong = (
            block.outline is not None
            or block.bold
            or is_starred(block)
            or block.text.isupper()
            or bool(CHAPTER.match(block.marker or ""))
        ) or (over_list and "," not in block.text and (kind in _POINTS or self._labels.names_result(block.text)))
        titles = not self._body and len(self.sections) == 1
        if kind is SectionKind.AGENDA and self._body and coverage < 1:
            return None  # a topic of the talk: "TUJUAN 13 - IKLIM"
        if coverage < (0.5 if strong and not titles else 1):
            return None
        return Opening(kind, None, len(block.text), "heading_words", loose=True)

    def _is_group(self, block: Block, kind: SectionKind) -> bool:
        """Whether a heading below that of a list of tasks, with a list of its own, names a group ("Seksi Acara")."""
        above = self._now.heading
        below = above is not None and (above.outline or 9) < (block.outline or 0)
        return below and self._now.kind is SectionKind.FOLLOW_UPS and kind not in _POINTS

    def _talked(self) -> bool:
        """Whether a headed report of the talk came before: then "Hasil Rapat" heads what came out of it."""
        return any(
            section.kind is SectionKind.DISCUSSION and section.heading and section.blocks for section in self.sections
        )

    def _in_title(self, block: Block) -> bool:
        """Whether a block before the first label starts with the word for minutes ("Notulensi Rapat")."""
        labelled = self._body or len(self.sections) > 1
        text = join_spaced(block.text)
        starts = (text, text.split(maxsplit=1)[0], text.split(":")[0])
        return not labelled and any(self._labels.is_genre(start) for start in starts)

    def _by_pattern(self, block: Block) -> Opening | None:
        if not self._body or block.kind == "item":
            return None
        if signs(block.text):
            return Opening(SectionKind.SIGNATURE, None, 0, "signature")
        if self._now.kind is not SectionKind.SIGNATURE and closes(block.text):
            return Opening(SectionKind.CLOSING, None, 0, "closing_sentence")
        return None

    def _allowed(self, opening: Opening, block: Block, following: Block | None) -> bool:
        now = self._now
        if self._goes_on(block) or (opening.kind is SectionKind.OTHER and self._is_entry(opening, block)):
            return False
        if opening.kind is SectionKind.HEADER:
            if opening.field == "ignore" and now.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT):
                return False
            if opening.field == "title" and now.field in ("chair", "note_taker") and not now.inline:
                return False
            if self._body and opening.field in ("chair", "note_taker"):
                return self._late_office(opening, block)
            speech = following is not None and following.kind != "item" and len(following.text.split()) >= 25
            return not self._body and not (speech and not opening.has_value(block.text))
        if now.kind in _POINTS and block.kind == "item" and opening.has_value(block.text):
            return self._topic is not None and self._topic is now.heading and block.level <= self._topic.level
        if opening.kind is SectionKind.AGENDA and (self._body or now.kind is not SectionKind.AGENDA):
            return begins_agenda(self.sections, opening, block, following, self._labels)
        if now.kind is SectionKind.AGENDA and is_agenda_line(now, opening, block, following, self._labels):
            return False
        if opening.kind is SectionKind.DISCUSSION and now.kind is SectionKind.DISCUSSION:
            return block.kind != "item" or block.level <= 0
        counted_on = now.heading is not None and follows(now.heading, block)  # "II. TINDAK LANJUT", "III. DOKUMENTASI"
        lower = now.first_item is None or block.level >= now.first_item.level
        inner = block.kind == "item" and lower and not counted_on
        return not (opening.kind is SectionKind.OTHER and now.kind in _POINTS and inner)

    def _topic_over(self, opening: Opening, block: Block) -> Block | None:
        """The topic that a label stands under ("2. Iuran", then "Keputusan: ..."): the next one ends what it opens."""
        if opening.kind not in _BODY:
            return None
        if block.kind == "item":
            return block if opening.has_value(block.text) else None
        if self._now.kind is SectionKind.DISCUSSION and self._now.last_item is not None:
            return self._now.last_item
        return self._topic if self._now.inline and self._now.first_item is None else None

    def _late_office(self, opening: Opening, block: Block) -> bool:
        """Whether the chair or the note-taker has a line at the end or below those present ("Pencatat: Ade")."""
        value = len(block.text[opening.value :].split())
        place = self._near_end or self._now.rule == "introduced"
        return place and block.kind != "item" and 0 < value <= 8 and opening.rule == "label"

    def _is_entry(self, opening: Opening, block: Block) -> bool:
        """Whether an item with a word and its value is one of the list it stands in ("- Dokumentasi: Mas Tono")."""
        last = self._now.last
        alike = last is not None and last.kind == "item" and style_of(last) == style_of(block)
        return block.kind == "item" and alike and opening.has_value(block.text)

    def _goes_on(self, block: Block) -> bool:
        """Whether an item goes on in the list of the section it would leave."""
        first, chapter = self._now.first_item, bool(CHAPTER.match(block.marker or ""))
        if self._now.kind not in _LISTS or block.kind != "item" or is_starred(block):
            return False
        if first is None:
            return not self._now.blocks and not chapter
        if CHAPTER.match(block.marker or "") and not CHAPTER.match(first.marker or ""):
            return False
        if first.level != block.level:
            return block.level > first.level
        return style_of(first) == style_of(block) and not (
            self._now.heading and style_of(self._now.heading) == style_of(block)
        )

    # what ends

    def _ends(self, block: Block, following: Block | None) -> SectionKind | None:
        """The kind of section that a block without an opening begins, or None where it goes on in the open one."""
        now = self._now
        if now.kind is SectionKind.HEADER:
            return SectionKind.DISCUSSION if begins_body(self.sections, block, self._lexicon) else None
        if now.held and now.kind in ROSTER and not self._more_names(block):
            if now.blocks[-1].text.rstrip().endswith(","):
                return None
            return SectionKind.DISCUSSION
        if block.table is not None:
            return None
        if next_heading(now, block):
            return SectionKind.DISCUSSION
        if now.kind is SectionKind.AGENDA:
            return SectionKind.DISCUSSION if leaves_agenda(now, block) else None
        if now.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT):
            return SectionKind.DISCUSSION if leaves_list(now, block, following) else None
        if now.kind in _POINTS:
            left = leaves_points(now, block, following, labelled=now.kind in self._repeated)
            return SectionKind.DISCUSSION if left or self._next_topic(block, following) else None
        return None

    def _next_topic(self, block: Block, following: Block | None) -> bool:
        """Whether a line under decisions is set apart like the topics before them, and heads no list."""
        if self._now.kind is not SectionKind.AGREEMENTS or not self._now.blocks or block.kind == "item":
            return False
        if not looks_like_heading(block) or (following is not None and following.kind == "item"):
            return False
        heads = [section.heading for section in self.sections[:-1] if section.heading is not None]
        lines = [each for section in self.sections[-3:-1] for each in section.blocks if section.field is None]
        return any(looks_alike(each, block) for each in (*heads, *lines) if looks_like_heading(each))

    def _more_names(self, block: Block) -> bool:
        """Whether a block after a form is a list of people that its last row may have announced, or goes on with it."""
        if block.table is None:
            return self._now.last_item is not None and follows(self._now.last_item, block)
        return section_kind(read_columns(block.table, self._lexicon)) is SectionKind.ATTENDEES

    def _header_ahead(self, block: Block, ahead: list[Block]) -> bool:
        """Whether a plain line before the body is followed by more header labels: then it belongs to the header."""
        listed = block.kind == "item"
        if self._body or is_sentence(block) or (listed and not self._now.field):
            return False
        for each in ahead[: 1 if listed else None]:
            if each.table is not None or is_sentence(each) or (each.kind == "item" and not listed):
                return False
            found = self._labels.opening(each.text) or self._bare(each)
            if found is not None:
                return found.kind is SectionKind.HEADER or (found.kind in ROSTER and found.rule != "heading")
        return False
