"""Lines of their own below a task that only say who does it, when and how far it is, taken apart from its text.

- Lines with labels: "PIC: Rina | deadline: 5 Maret", "Penanggung jawab: Rina", "(PJ: Rina, tgl 5 Maret)";
- behind an arrow: "-> Bu Rina, Jumat";
- in brackets ("(Karang Taruna)"), or the parties alone, with their deadline or behind words for it ("Rina, 5 Maret",
  "yang urus Rina"), where the last task has such a line: else it heads the tasks below it. Parties alone count only
  where at least half of the tasks have them.

A line that ends in a colon is no task but a label of the same kind ("Bendera start:" over "PIC: Danang").
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.minutes import Status, Where
from notula.pipeline.extract.done import is_done
from notula.pipeline.extract.drafts import FollowUpDraft
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import BEFORE_DAY
from notula.pipeline.extract.reading import Reading
from notula.pipeline.extract.row_drafts import row_draft
from notula.pipeline.extract.rows import TaskRow
from notula.pipeline.extract.scope import Span
from notula.pipeline.structure.line_ends import leads_on
from notula.pipeline.structure.shapes import (
    ARROW,
    DETAIL,
    DETAIL_WORD,
    FIELD,
    NEXT_DETAIL,
    WHEN_WORD,
    WHO_FIELD,
    style_of,
)
from notula.pipeline.text import fold

_LONGEST = 160  # characters of a line of details
_MOST = 6  # lines of details below a task
_DEEPER = 6  # points that a line stands further in than the item above it
_ARROW = re.compile(r"\s*(?:→|[-=]+>|>>?|»)\s*")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)*)[)\]][\s.;]*")
_SEPARATOR = re.compile(r"\s*(?:[|\t•·]|\s[–—/-]\s)\s*")
# What the line of a task is called that has further lines for who does it and when.
WHAT = (
    r"(?:uraian|deskripsi|kegiatan|tugas|aksi|tindakan|pekerjaan|rencana|tindak ?lanjut|langkah|apa|action|task|to-?do"
    r"|what)(?: (?:kegiatan|tugas|pekerjaan|aksi|tindak ?lanjut|item))?"
)
_WHAT_FIELD = re.compile(rf"\W*{WHAT}\s*[:=]\s*(?=\S)", re.IGNORECASE)
_TRAILING = " \t.,;|·•/–—-("


@dataclass(frozen=True, slots=True)
class Details:
    """What the lines below a task say: the cells of owners and deadline, None where there is none or it is empty.

    ``head`` is where the task's own text stands; ``weak`` says that such lines could head other tasks, ``bare`` that
    nothing but parties tells what they are, ``labelled`` that a label does. ``end`` is where the lines end.
    """

    head: Span
    end: int
    owner: Span | None = None
    due: Span | None = None
    owner_told: bool = False
    due_told: bool = False
    done: bool = False
    weak: bool = False
    bare: bool = False
    labelled: bool = False

    def draft(self, end: int, reading: Reading, known: Known) -> FollowUpDraft:
        """The task as a follow-up, as if it were a row of a table; ``end`` is where what stands below it ends."""
        action = Span(self.head.start, max(self.head.end, end))
        parts = (self.owner,) if self.owner else ()
        status = Status.DONE if self.done else Status.OPEN
        owner, due = self.owner_told, self.due_told
        row = TaskRow(action, self.owner, parts, self.due, status, False, owner, False, False, self.done, due)
        draft = row_draft(row, reading, known)
        return replace(draft, rule="follow_up_point", frames=(*draft.frames, Span(self.head.end, self.end)))


class Card(NamedTuple):
    """A task and the lines of its details around it."""

    task: Block
    details: tuple[Block, ...]


def details_apart(
    blocks: Sequence[Block], reading: Reading, known: Known
) -> tuple[tuple[Block, ...], dict[int, Details]]:
    """The blocks without the lines of details below tasks, and what these say by where the task starts."""
    finder = _Finder(reading, known)
    if blocks and _begins_card(blocks[0], blocks[0]):
        cards = _in_cards(blocks)
        return (tuple(card.task for card in cards), finder.of_cards(cards)) if cards else (tuple(blocks), {})
    rows, told = finder.apart(blocks, weak=True)
    weak = [details for details in told.values() if details.weak]
    bare = sum(details.bare for details in weak)
    heads = [block for block in rows if block.table is None and block.kind == rows[0].kind]
    ends = bool(told) and rows[-1].start in told and told[rows[-1].start].weak
    if weak and not (ends and (not bare or (len(weak) > 1 and 2 * len(weak) >= len(heads)))):
        rows, told = finder.apart(blocks, weak=False)
    return tuple(rows), told


def _begins_card(block: Block, first: Block) -> bool:
    """Whether a line without a mark labels who does what, or by when, as the first line of a section does."""
    plain = block.kind != "item" and block.table is None
    labels = [DETAIL.match(each.text) for each in (block, first)] if plain else [None]
    kinds = [(bool(label["who"]), bool(label["when"])) for label in labels if label is not None]
    return len(kinds) == len(labels) and kinds[0] == kinds[1] and any(kinds[0])


def _in_cards(blocks: Sequence[Block]) -> list[Card]:
    """The lines of tasks that begin with who does them or when; none where such a line stands over several tasks."""
    starts = [at for at, block in enumerate(blocks) if _begins_card(block, blocks[0])]
    cards = []
    for start, end in itertools.pairwise([*starts, len(blocks)]):
        who, *others = blocks[start:end]
        tasks = [block for block in others if DETAIL.match(block.text) is None]
        if len(tasks) != 1 or tasks[0].table is not None or tasks[0].kind == "item":
            return []
        cards.append(Card(tasks[0], (who, *(block for block in others if block is not tasks[0]))))
    return cards if len(cards) > 1 else []


def labelled_tasks(blocks: Sequence[Block], reading: Reading, known: Known) -> Iterator[FollowUpDraft]:
    """The points of talk over lines with a label for who does them ("Dikerjakan oleh: Rina", "Tenggat: 3 Mei")."""
    _, told = _Finder(reading, known).apart(blocks, weak=False)
    for details in told.values():
        draft = details.draft(details.head.end, reading, known) if details.labelled else None
        if draft is not None and draft.owners:
            yield replace(draft, where=Where.DISCUSSION)
    for at, (point, below) in enumerate(itertools.pairwise(blocks)):
        if point.start in told or point.table or below.table or FIELD.match(point.text):
            continue
        if below.kind == "item" or below.text.rstrip().endswith(":") or not WHO_FIELD.match(below.text):
            continue  # a point of its own, or the head of a list
        fields = tuple(itertools.takewhile(lambda each: FIELD.match(each.text) is not None, blocks[at + 1 :]))
        draft = reading.draft(Span(point.start, fields[-1].end), Where.DISCUSSION, "follow_up_point", section=True)
        if draft.owners:
            yield draft


class _Finder:
    """Tells lines of details from other lines."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self._reading, self._known = reading, known

    def apart(self, blocks: Sequence[Block], *, weak: bool) -> tuple[list[Block], dict[int, Details]]:
        """The blocks without the lines of details, and these by task."""
        rows: list[Block] = []
        told: dict[int, Details] = {}
        counts: dict[int, int] = {}
        for block in blocks:
            head = rows[-1] if rows and self._may_have(rows[-1]) and block.table is None else None
            found = None
            if head is not None and counts.get(head.start, 0) < _MOST and self._may_tell(block, head):
                start = told.get(head.start) or Details(Span(head.start, head.end), head.end)
                found = self._read(Span(block.start, block.end), start, weak=weak)
            if head is None or found is None:
                row, inner = self._within(block, weak=weak)
                rows.append(row)
                found = inner
            if found is not None:
                told[rows[-1].start] = found
                counts[rows[-1].start] = counts.get(rows[-1].start, 0) + 1
        return rows, {start: self._labelled(details) for start, details in told.items()}

    def of_cards(self, cards: Sequence[Card]) -> dict[int, Details]:
        """What the lines around tasks say by where each starts; nothing of one with a line that says anything else."""
        told: dict[int, Details] = {}
        for task, lines in cards:
            found: Details | None = Details(Span(task.start, task.end), task.end)
            for line in lines:
                found = self._read(Span(line.start, line.end), found, weak=False) if found else None
            if found is not None:
                told[task.start] = self._labelled(found)
        return told

    def _may_have(self, head: Block) -> bool:
        """Whether a block can be a task with details below it."""
        text = head.text.strip()
        named = len(text.split()) < 2 and head.kind != "item"
        return head.table is None and not named and not text.endswith(":") and not DETAIL.match(text)

    def _may_tell(self, block: Block, head: Block) -> bool:
        """Whether a block is no item of the list that its task is one of."""
        if len(block.text) > _LONGEST:
            return False
        if block.kind != "item" or head.kind != "item":
            return block.kind != "item" or bool(block.marker and _ARROW.fullmatch(block.marker))
        deeper = block.level > head.level or block.indent > head.indent + _DEEPER
        return deeper or style_of(block) != style_of(head)

    def _within(self, block: Block, *, weak: bool) -> tuple[Block, Details | None]:
        """A block without the lines of details at its own end."""
        for at, placed in enumerate(block.lines[1:], start=1):
            if block.table is not None or len(block.lines) - at > _MOST:
                continue
            end = block.start + len(block.text[: placed.start - block.start].rstrip())
            text = block.text[: end - block.start]
            head = replace(block, end=end, text=text, lines=block.lines[:at])
            if len(text.split()) < 2 or leads_on(text) or not self._may_have(head):
                continue
            found: Details | None = Details(Span(block.start, end), end)
            for line in block.lines[at:]:
                span = Span(line.start, min(line.end, block.end))
                said = self._reading.text(span)[: _LONGEST + 1]
                apart = weak and bool(line.line.continues or _BRACKETS.match(said) or DETAIL_WORD.match(said))
                found = self._read(span, found, weak=apart) if found else None
            if found is not None:
                return head, found
        return block, None

    def _labelled(self, details: Details) -> Details:
        """The details of a task whose own line has a label too ("Kegiatan: ...")."""
        label = _what_label(self._reading.text(details.head))
        return replace(details, head=Span(details.head.start + label, details.head.end)) if label else details

    def _read(self, line: Span, before: Details, *, weak: bool) -> Details | None:
        """The details with those of one more line; None where it says anything else."""
        text = self._reading.text(line)
        if len(text) > _LONGEST or text.rstrip().endswith(":"):
            return None  # a heading over what is below it
        lead, bracket = _ARROW.match(text), _BRACKETS.fullmatch(text)
        inside = bracket.span("inside") if bracket else (lead.end() if lead else 0, len(text.rstrip()))
        start, end = inside
        if start >= end:
            return None
        before = replace(before, end=line.end)
        if DETAIL.match(text, start):
            return self._fields(text, start, end, line, before)
        if day := self._only_day(text, start, end, line, before):
            return day
        if not lead and (not weak or ":" in text or ARROW.search(text, start)):
            return None
        found = self._parties(text, start, end, line, before)
        if found is None or lead is not None:
            return found
        return replace(found, weak=True, bare=before.bare or bracket is None)

    def _fields(self, text: str, start: int, end: int, line: Span, before: Details) -> Details | None:
        """The details with those that stand behind labels on a line."""
        found: Details | None = before
        while found is not None and (label := DETAIL.match(text, start, end)):
            following = NEXT_DETAIL.search(text, label.end(), end)
            stop = following.start() if following else end
            value = text[label.end() : stop]
            if "\t" in value.strip():
                return None  # titles over the columns of those who sign
            cell = Span(line.start + label.end(), line.start + label.end() + len(value.rstrip(_TRAILING)))
            filled = cell if cell.end > cell.start and self._is_filled(value) else None
            if label["who"]:
                found = self._with_owner(found, filled)
            elif label["when"]:
                found = self._with_due(found, filled)
            else:
                found = replace(found, done=found.done or is_done(text[label.start() : stop]))
            start = following.end() if following else end
        if found is not None and start < end:  # "PIC: Rina, deadline 5 Maret"
            found = self._with_due(found, Span(line.start + start, line.start + end))
        return found

    def _only_day(self, text: str, start: int, end: int, line: Span, before: Details) -> Details | None:
        """The details with the day that a line is, behind a word for a deadline or below the line of who does it."""
        word = WHEN_WORD.match(text, start, end)
        if before.due is not None or not (word or before.owner):
            return None
        begin = word.end() if word else start
        mention = self._reading.due(Span(line.start + begin, line.start + end))
        if mention is None or mention.date is None or re.search(r"\w", text[begin : begin + mention.start]):
            return None
        rest = re.search(r"\w", text[begin + mention.end : end])
        return None if rest else replace(before, due=Span(line.start + begin, line.start + end), due_told=True)

    def _is_filled(self, value: str) -> bool:
        return bool(re.search(r"\w", value)) and fold(value).strip(" .") not in self._known.lexicon.cues.no_owner

    def _with_owner(self, before: Details, cell: Span | None) -> Details | None:
        if cell is None or before.owner is not None:
            return replace(before, owner_told=True) if before.owner is None else None
        text = self._reading.text(cell)
        told = replace(before, owner=cell, owner_told=True, labelled=True)
        return told if self._known.named(text, 0, len(text), loose=True) else None

    def _with_due(self, before: Details, cell: Span | None) -> Details | None:
        if cell is None or before.due is not None:
            return replace(before, due_told=True) if before.due is None else None
        mention = self._reading.due(cell, cell=True)
        said = mention is not None and mention.rule != "cell"
        return replace(before, due=cell, due_told=True) if said else None

    def _parties(self, text: str, start: int, end: int, line: Span, before: Details) -> Details | None:
        """The details with the parties that a line is made of, and the deadline behind them."""
        told = DETAIL_WORD.match(text, start, end)
        start = told.end() if told else start
        mention = self._reading.due(Span(line.start + start, line.start + end))
        stop, due = end, None
        if mention is not None and not re.search(r"\w", text[start + mention.end : end]):
            lead = BEFORE_DAY.search(text, start, start + mention.start)
            stop = lead.start() if lead else start + mention.start
            due = Span(line.start + start + mention.start, line.start + start + mention.end)
        stop = start + len(text[start:stop].rstrip(_TRAILING))
        if before.owner is not None or (due and before.due) or not self._known.named(text, start, stop):
            return None
        owner = Span(line.start + start, line.start + stop)
        due = due or before.due
        return replace(
            before,
            owner=owner,
            owner_told=True,
            due=due,
            due_told=before.due_told or due is not None,
        )


def _what_label(text: str) -> int:
    """Where the label of what is to be done ends, of a task told in lines with labels ("Kegiatan: ..."); 0 if none."""
    label = _WHAT_FIELD.match(text)
    return label.end() if label else 0
