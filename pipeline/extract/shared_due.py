"""Gives a deadline that is said once for several tasks to each of them that has none of its own.

It is said in one of these places:

- a sentence that says nothing else, after the tasks or among them: "Seluruh rekomendasi diselesaikan paling lambat X",
  "Langkah 1 s.d. 4 paling lambat X", "Yang tidak mencantumkan batas waktu selesai sebelum X", "Selebihnya: X", each
  part of "Butir 1 paling lambat X, sedangkan butir 2 menunggu Y"; it is no task itself
- a line "Deadline: X" that ends a list of which no other task has a deadline
- a heading over tasks: "Tindak lanjut (paling lambat X)", "Hal yang harus selesai sebelum X:"; of follow-ups also
  "Tugas minggu ini", or a day alone
- the title of a table's column: "Target: Mei 2024"
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from notula.models.blocks import Block, Grid
from notula.models.minutes import DueKind, Status, Where
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.agreements import is_log
from notula.pipeline.extract.dates_grammar import DASH, alternatives, pattern, words_of
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft
from notula.pipeline.extract.due import DueMention, find_dues, whole_due
from notula.pipeline.extract.due_context import LIMITED, PLACED
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.columns import read_columns

_LONGEST_HEADING = 16  # words
_LONGEST = 260  # characters of a sentence that says only when a list is due
_SCANNED = (
    SectionKind.FOLLOW_UPS, SectionKind.AGREEMENTS, SectionKind.DISCUSSION, SectionKind.CLOSING, SectionKind.OTHER,
)  # fmt: skip
_LISTING = (SectionKind.FOLLOW_UPS, SectionKind.AGREEMENTS)
_MARK = re.compile(r"(?<!\w)(?:\d{1,2}|[a-z])(?!\w)", re.IGNORECASE)
_Test = Callable[[FollowUpDraft], bool]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Patterns of what a sentence says of a list beside its deadline."""

    numbered: re.Pattern[str]
    lacking: re.Pattern[str]
    label: re.Pattern[str]
    excepted: re.Pattern[str]
    parting: re.Pattern[str]
    every: re.Pattern[str]
    filler: re.Pattern[str]
    tasks: re.Pattern[str]
    until: re.Pattern[str]
    each: re.Pattern[str]
    collected: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Statement:
    """A deadline for tasks of a list: where it is said, the deadline, the numbers it is for (all where empty).

    ``bare`` tells that it names no list ("Deadline: 5 Mei"), ``each`` what it calls one task of it ("Tiap blok ...").
    """

    span: Span
    due: DueRef
    numbers: frozenset[str] = frozenset()
    bare: bool = False
    each: str = ""


def share_dues(scope: Scope, known: Known, drafts: Sequence[FollowUpDraft]) -> list[FollowUpDraft]:
    """The drafts in their order, those without a deadline with the one of their list.

    A draft that only says when the others are due is left out.
    """
    return _Sharing(scope, known).share(drafts)


@cache
def _grammar(lexicon: Lexicon) -> _Grammar:
    words, due = lexicon.calendar.shared, lexicon.calendar.due
    task = alternatives([*words.lists, *words.tasks])
    mark = r"(?:\d{1,2}|[a-z])(?!\w)"
    until = rf"(?:{DASH}|{alternatives(words.until)})"
    link = rf"\s*(?:,\s*(?:{alternatives(words.also)}\s+)?|{until}|{alternatives(words.also)})\s*"
    again = rf"(?:{task}\.?\s+)?"
    limits = [*words.limits, *due.limit_nouns, *due.announce]
    filler = [*words.filler, *due.announce, *due.limit_nouns, *due.finish]
    apart = alternatives([*words.apart, *words.stating, *words.limits])
    return _Grammar(
        label=pattern(rf"\W*{alternatives([*due.limit_nouns, *due.announce])}(?!\w)"),
        excepted=pattern(rf"(?<!\w){alternatives(words.excepting)}(?:\s+{apart}(?!\w))+"),
        parting=pattern(rf"(?:;|,?\s+{alternatives(words.whereas)})\s+(?=(?:{alternatives(words.filler)}\s+)*{task}\.?\s+{mark})"),
        numbered=pattern(rf"(?<!\w){task}\.?\s+{again}(?P<marks>{mark}(?:{link}{again}{mark})*)"),
        lacking=pattern(
            rf"(?<!\w){alternatives(words.lacking)}\s+(?:{alternatives(words.stating)}\s+)?{alternatives(limits)}(?!\w)"
        ),
        every=pattern(words_of([*words.all, *words.lists, *words.others])),
        filler=pattern(words_of(filler)),
        tasks=pattern(words_of([*words.lists, *words.tasks])),
        until=pattern(rf"{until}$"),
        each=pattern(rf"\W*{alternatives(words.each)}\s+(?P<what>{task}|[^\W\d_]{{2,20}})(?!\w)"),
        collected=pattern(
            rf"\W*{alternatives(words.all)}\s+(?:{alternatives(words.work)}\s+)?(?:{alternatives(words.filler)}\s+){{0,2}}"
            rf"di(?:{'|'.join(words.collected)})[a-z]*(?:\s+{alternatives(words.whereto)}\s+[^|.;,]{{1,40}})?(?=\s|$)"
        ),
    )


class _Sharing:
    """Shares the deadlines of one meeting's minutes."""

    def __init__(self, scope: Scope, known: Known) -> None:
        self._scope, self._known = scope, known
        self._words = _grammar(scope.lexicon)

    def share(self, drafts: Sequence[FollowUpDraft]) -> list[FollowUpDraft]:
        kept = list(drafts)
        for at, section in enumerate(self._scope.sections.sections):
            if section.kind not in _SCANNED or is_log(section):
                continue
            headed = [(head, span, self._over_tasks(head, section)) for head, span in self._headed(section)]
            kept = _cut_at(kept, [head.start for head, _, over in headed if over])
            for head, span, over in headed:
                if due := self._due(Span(head.start, head.end)) or over:
                    kept = _given(kept, due, partial(_inside, span))
            for grid in (block.table for block in section.blocks if block.table):
                kept = self._by_column(kept, grid)
            for statement in self._statements(section):
                kept = self._by_statement(kept, statement, at)
        return kept

    # what is said

    def _due(self, span: Span) -> DueRef | None:
        """The day that a limit in a span sets; None where it sets none, or one before the meeting."""
        text = self._scope.document.text[span.start : span.end].replace("\n", " ")
        for mention in find_dues(text, self._scope.lexicon, self._known.day, self._known.events):
            past = mention.date and self._known.day and mention.date < self._known.day
            labelled = self._words.label.match(text, 0, mention.start) and text[: mention.start].rstrip().endswith(":")
            if (mention.strength == LIMITED or labelled) and mention.date and not past:
                shared = replace(mention, derived=True, rule=f"shared_{mention.rule}")
                return DueRef(Span(span.start + mention.start, span.start + mention.end), shared)
        return None

    def _over_tasks(self, heading: Block, section: Section) -> DueRef | None:
        """The day to come that a heading of follow-ups is, or names beside words for tasks ("Tugas minggu ini")."""
        if section.kind is not SectionKind.FOLLOW_UPS or self._words.label.match(heading.text):
            return None
        scope, text = self._scope, heading.text
        whole = whole_due(text, scope.lexicon, self._known.day, self._known.events)
        for mention in (whole,) if whole else find_dues(text, scope.lexicon, self._known.day, self._known.events):
            rest = f"{text[: mention.start]} {text[mention.end :]}".strip(" ,:()-–")
            for words in () if whole else (self._words.tasks, self._words.filler, self._words.every):
                rest = words.sub(" ", rest)
            party = text[:1].isalpha() and self._known.is_party(rest.strip())  # "(Rina, 5 Maret)" is of the task above
            tasks = not re.search(r"\w", rest) or party
            tasks = tasks or scope.labels.words.kind(rest) is SectionKind.FOLLOW_UPS
            if tasks and mention.strength >= PLACED and self._to_come(mention):
                shared = replace(mention, derived=True, rule=f"shared_{mention.rule}")
                return DueRef(Span(heading.start + mention.start, heading.start + mention.end), shared)
        return None

    def _to_come(self, due: DueMention) -> bool:
        """Whether a day lies behind the meeting's, or is it and told from it ("hari ini")."""
        day = self._known.day
        if due.date is None or day is None:
            return due.date is not None
        return due.date > day or (due.date == day and due.kind is DueKind.RELATIVE)

    def _headed(self, section: Section) -> Iterator[tuple[Block, Span]]:
        """The headings of tasks in a section, the section's own first, each with where the tasks under it stand."""
        if section.kind not in _LISTING:
            return
        first = next((at for at, block in enumerate(section.blocks) if block.kind == "item"), 0)
        begins = first > 0 and self._over_tasks(section.blocks[first - 1], section) is not None
        labelled = first == 1 and self._labels(section.blocks[0])  # "Deadline: 5 Maret" over the first tasks
        for at, block in enumerate(section.blocks):
            heads = block.kind == "heading" or block.text.rstrip().endswith((":", ")"))
            heads = heads or (labelled and self._labels(block))
            if len(block.text.split()) > _LONGEST_HEADING:
                continue
            lines = _lines_under(section.blocks, at)
            under = _under(section.blocks, at) or (lines if lines and self._over_tasks(block, section) else [])
            if not under:
                continue
            if heads or ((begins or block.kind == "item") and self._over_tasks(block, section)):
                yield block, Span(under[0].start, under[-1].end)
        if section.heading is not None and not section.inline:
            yield section.heading, _extent(section)

    def _labels(self, block: Block) -> bool:
        """Whether a line without a mark begins with a label for a deadline."""
        return block.kind != "item" and self._words.label.match(block.text) is not None

    def _statements(self, section: Section) -> Iterator[_Statement]:
        for block in section.blocks:
            if block.table is not None or not re.search(r"\d|[^\W\d_]", block.text):
                continue
            for span in self._scope.sentences(block):
                if span.end - span.start <= _LONGEST:
                    yield from filter(None, map(self._statement, self._parts(span)))

    def _parts(self, span: Span) -> Iterator[Span]:
        """The parts of a sentence that speak of one task after the other ("Butir 1 ..., sedangkan butir 2 ...")."""
        text = self._scope.document.text
        start = span.start
        for mark in self._words.parting.finditer(text, span.start, span.end):
            if self._due(Span(start, mark.start())):
                yield Span(start, mark.start())
                start = mark.end()
        yield Span(start, span.end)

    def _statement(self, span: Span) -> _Statement | None:
        """What a sentence says of a list; None where it says anything else as well."""
        due = self._due(span)
        if due is None:
            return None
        text = self._scope.document.text
        rest = f"{text[span.start : due.span.start]} | {text[due.span.end : span.end]}".replace("\n", " ")
        collected, each = self._words.collected.match(rest), self._words.each.match(rest)
        if said := collected or each:
            rest = rest[said.end() :]
        numbered = self._words.numbered.search(rest)
        numbers = self._numbers(numbered["marks"]) if numbered else frozenset()
        if numbered:
            rest = rest[: numbered.start()] + rest[numbered.end() :]
        rest, lacking = self._words.lacking.subn(" ", rest)
        rest = self._words.excepted.sub(" ", rest)
        rest, every = self._words.every.subn(" ", rest)
        rest, tasks = self._words.tasks.subn(" ", rest)
        rest = self._words.filler.sub(" ", rest)
        if re.search(r"\w", rest):
            return None
        if not (numbers or lacking or every or said):
            return None if tasks else _Statement(span, due, bare=True)
        return _Statement(span, due, numbers, each=each["what"] if each and not collected else "")

    def _numbers(self, marks: str) -> frozenset[str]:
        """The marks that a list of them names, ranges filled in ("1, 3 s.d. 5", "a sampai d")."""
        found: list[str] = []
        for match in _MARK.finditer(marks):
            mark = match[0].casefold()
            if found and self._words.until.search(marks[: match.start()].rstrip()):
                found.extend(_between(found[-1], mark))
            found.append(mark)
        return frozenset(found)

    # who gets it

    def _by_column(self, drafts: list[FollowUpDraft], grid: Grid) -> list[FollowUpDraft]:
        """The drafts of a table with the deadline that the title of a column states, where its cell is empty."""
        columns = read_columns(grid, self._scope.lexicon)
        titles = columns.header if columns else 0
        for at, cell in (pair for row in grid.rows[:titles] for pair in enumerate(row)):
            if cell.derived or not cell.text.strip() or not (due := self._due(Span(cell.start, cell.end))):
                continue
            open_rows = [row for row in grid.rows[titles:] if not re.search(r"\w", row[at].text)]
            spans = [Span(other.start, other.end) for row in open_rows for other in row if not other.derived]
            return _given(drafts, due, partial(_inside_any, spans))
        return drafts

    def _by_statement(self, drafts: list[FollowUpDraft], statement: _Statement, at: int) -> list[FollowUpDraft]:
        said = statement.span
        others = [draft for draft in drafts if not (said.start <= draft.span.start < said.end)]
        meant = self._before(others, statement, at) if statement.bare else self._meant(others, at)
        if statement.numbers:
            marks = _marks(self._scope.sections.sections)
            meant = [draft for draft in meant if marks.get(draft.span.start) in statement.numbers]
        if statement.each:
            meant = self._called(meant, statement.each)
        if not meant:
            return drafts
        spans = {draft.span for draft in meant}
        return _given(others, statement.due, lambda draft: draft.span in spans)

    def _called(self, drafts: list[FollowUpDraft], what: str) -> list[FollowUpDraft]:
        """The tasks of a list that begin with the word that a sentence calls each by; all for a word for tasks."""
        text, begins = self._scope.document.text, re.compile(rf"\W*{re.escape(what)}\b", re.IGNORECASE)
        if len(found := [draft for draft in drafts if begins.match(text, draft.span.start)]) > 1:
            return found
        return drafts if self._words.tasks.fullmatch(what) else []

    def _meant(self, drafts: list[FollowUpDraft], at: int) -> list[FollowUpDraft]:
        """The tasks of a sentence's section; where it has none, of the follow-ups, else decisions, before it."""
        sections = self._scope.sections.sections
        here = [draft for draft in drafts if _inside(_extent(sections[at]), draft)]
        if any(draft.where is not Where.DISCUSSION for draft in here):
            return here
        for kind in _LISTING:
            spans = [_extent(section) for section in sections[:at] if section.kind is kind]
            if found := [draft for draft in drafts if _inside_any(spans, draft)]:
                return found
        return []

    def _before(self, drafts: list[FollowUpDraft], statement: _Statement, at: int) -> list[FollowUpDraft]:
        """The tasks of its list that a bare deadline ends; none where one of them has a deadline of its own."""
        sections = self._scope.sections.sections
        if at and statement.span.start == sections[at].blocks[0].start and sections[at - 1].kind in _LISTING:
            at -= 1  # right after a list of tasks
        here = [draft for draft in drafts if _inside(_extent(sections[at]), draft)]
        earlier = [draft for draft in here if draft.span.end <= statement.span.start]
        holder = [draft for draft in here if draft.span.start < statement.span.start < draft.span.end]
        if len(here) > len(earlier) + len(holder) or any(draft.due for draft in earlier):
            return []
        return earlier


def _cut_at(drafts: list[FollowUpDraft], heads: Sequence[int]) -> list[FollowUpDraft]:
    """The drafts that go on into the heading of the tasks after them, without it and the deadline that it tells."""
    found = []
    for draft in drafts:
        head = next((head for head in heads if draft.span.start < head < draft.span.end), None)
        if head is not None:
            due = draft.due if draft.due and draft.due.span.start < head else None
            draft = replace(draft, span=Span(draft.span.start, head - 1), due=due)
        found.append(draft)
    return found


def _given(drafts: list[FollowUpDraft], due: DueRef, meant: _Test) -> list[FollowUpDraft]:
    """The drafts with a deadline for those that are meant, still open and without one."""
    return [
        replace(draft, due=due) if draft.due is None and draft.status is not Status.DONE and meant(draft) else draft
        for draft in drafts
    ]


def _inside(span: Span, draft: FollowUpDraft) -> bool:
    return span.start <= draft.span.start < span.end


def _inside_any(spans: Sequence[Span], draft: FollowUpDraft) -> bool:
    return any(_inside(span, draft) for span in spans)


def _extent(section: Section) -> Span:
    """Where a section's blocks stand."""
    return Span(section.blocks[0].start, section.blocks[-1].end) if section.blocks else Span(0, 0)


def _under(blocks: Sequence[Block], at: int) -> list[Block]:
    """The items right after a line, of an item the deeper ones."""
    head = blocks[at]
    found: list[Block] = []
    for block in map(blocks.__getitem__, range(at + 1, len(blocks)) if head.table is None else ()):
        if block.kind != "item" or (head.kind == "item" and block.level <= head.level):
            break
        found.append(block)
    return found


def _lines_under(blocks: Sequence[Block], at: int) -> list[Block]:
    """The lines without marks right after an item, further in than it."""
    head, below = blocks[at], itertools.takewhile(lambda block: block.kind == "paragraph", blocks[at + 1 :])
    return [block for block in below if head.kind == "item" and block.table is None and block.indent > head.indent]


def _marks(sections: Sequence[Section]) -> dict[int, str]:
    """From where an item or a table's cell starts to its mark or the number in its row's first cell."""
    marks: dict[int, str] = {}
    for section in sections:
        for block in section.blocks:
            if block.marker:
                marks[block.start] = _plain(block.marker)
            for row in block.table.rows if block.table else ():
                marks |= {cell.start: _plain(row[0].text) for cell in row[1:]}
    return marks


def _plain(mark: str) -> str:
    return re.sub(r"[^\w]", "", mark).casefold()


def _between(first: str, last: str) -> list[str]:
    """The marks between two numbers or two letters."""
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
