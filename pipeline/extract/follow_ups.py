"""Follow-ups: what is to be done after the meeting, by whom, by when.

- ``section``: every point and table row of a follow-up section, and what an earlier meeting's table still has open;
- ``decision``: an agreement that gives somebody work;
- ``discussion``: a sentence elsewhere that commits or instructs a named party.

Hopes, advice and possibilities become suggestions. What the minutes say is done keeps the status ``done``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.minutes import Status, Where
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.agreements import AgreementDraft, is_log
from notula.pipeline.extract.commitments import Commitments, Verdict
from notula.pipeline.extract.done import is_done
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, OwnerRef, merge_repeated, owner_refs
from notula.pipeline.extract.due import DueMention, find_due
from notula.pipeline.extract.groups import (
    ONLY_OWNER,
    cell_owners,
    headed_by_parties,
    heading_owners,
    label_owners,
    parted_cell,
    section_owners,
    under_names,
)
from notula.pipeline.extract.judge import Judge, Judged
from notula.pipeline.extract.known import Known, Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import find_partners
from notula.pipeline.extract.owner_clauses import by_supposed_subject
from notula.pipeline.extract.owners import by_later_sentence, find_owners
from notula.pipeline.extract.points import Point, find_points, heading_over, is_intro, is_placeholder
from notula.pipeline.extract.rows import TaskRow, decided_rows, task_rows
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.speakers import (
    colon_speaker,
    heading_speaker,
    is_member,
    is_speaker_line,
    promised,
    refers_back,
    reported_speaker,
    reporter,
    requests,
    speaks_of_self,
)
from notula.pipeline.extract.tabbed import with_tabbed_tables
from notula.pipeline.extract.unit_talk import asks_others, flat, gives_work, is_marked, unit_headings
from notula.pipeline.language import VerbForm
from notula.pipeline.logistic import Logistic
from notula.pipeline.structure.closing import closes

# What announces the next meeting is no task.
_NEXT_MEETING = re.compile(
    r"\W*(?:rapat|pertemuan|sidang|pleno|musyawarah|meeting|check-?in|rakor|diskusi|kumpul)\b(?:\s+\w+){0,3}?\s*"
    r"\b(?:berikut(?:nya)?|selanjutnya|mendatang|depan|lanjutan|bulan|minggu)\b|\W*next meeting\b",
    re.IGNORECASE,
)
_TICKED = ("☑", "✓", "✔", "✅")
_POINTER = re.compile(r"\s*(?:-{1,2}>|=>|→|➔|>{1,2})\s*(?=\S)")
_BOX = re.compile(r"\s*(?:\[ ?\]|[☐□]|(?P<ticked>\[[xXvV✓✔]\]|[☑☒✅✔✓]))\s*(?=\S)")
_DOING = re.compile(
    r"[(\[:;,–-]\s*(?:on ?going|on progress|in progress|dalam proses|masih berjalan|sedang (?:ber|di)\w+|proses)\b",
    re.IGNORECASE,
)


class FollowUps:
    """Finds the follow-ups of one meeting."""

    def __init__(
        self, scope: Scope, known: Known, agreements: list[AgreementDraft], model: Logistic | None = None
    ) -> None:
        self._scope, self._known, self._agreements = scope, known, agreements
        self._commitments = Commitments(scope.lexicon, known)
        self._judge = Judge(self._commitments, known, model)
        self._aside = self._member = self._orders = False
        self._teller: tuple[OwnerRef, ...] = ()  # whom the block before reports
        self._units: dict[int, tuple[OwnerRef, ...]] = {}  # the headings of units
        self._unit: tuple[OwnerRef, ...] = ()  # under whose heading a note stands
        self.suggestions: list[Span] = []

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The sentences that were judged, in the order in which they stand."""
        return tuple(self._judge.judged)

    def find(self) -> list[FollowUpDraft]:
        """All follow-ups in reading order, one for each action."""
        found: list[FollowUpDraft] = []
        self._units = unit_headings(self._scope, self._known)
        for at, section in enumerate(self._scope.sections.sections):
            if section.kind is SectionKind.FOLLOW_UPS:
                found.extend(self._listed(section, heading_over(self._scope.sections.sections, at)))
            elif section.kind is SectionKind.PREVIOUS:
                found.extend(self._carried(section))
        found.extend(self._decided())
        for section in self._scope.sections.of(SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.CLOSING):
            self._aside, self._member = section.kind is not SectionKind.DISCUSSION, False
            self._orders = section.heading is not None and self._scope.labels.orders(section.heading.text)
            if not is_log(section):
                found.extend(self._discussed(section))
        return merge_repeated(sorted(found, key=lambda draft: draft.span), self._scope)

    # section

    def _listed(self, section: Section, over: Block | None) -> Iterator[FollowUpDraft]:
        blocks = with_tabbed_tables(section.blocks, self._scope.lexicon)
        rows = [
            row
            for block in blocks
            if block.table
            for row in task_rows(block.table, self._scope, guess=section.rule != "table_columns")
        ]
        decides, points = self._scope.decides(section), under_names(find_points(blocks), self._known)
        groups = list({point.group.start: point.group for point in points if point.group}.values())
        loose = headed_by_parties(groups, section.heading, self._known)
        whole = label_owners(section, self._known) or section_owners(section.heading, self._known)
        for point in points:
            if point.block.kind != "item" and (rows or is_intro(point.block)):
                continue
            if decides and not self._is_task(point):
                continue
            group = heading_owners(point.group, self._known, loose=loose) if point.group else whole
            yield from self._point(point, group or heading_owners(None if point.group else over, self._known))
        yield from (self._row(row) for row in rows)

    def _is_task(self, point: Point) -> bool:
        """Whether a point under a heading of decisions and tasks gives somebody work, or begins with what to do."""
        span = Span(point.start, point.end)
        text = self._text(span)
        commits = self._commitments.of_decision(text, self._due(span)) is Verdict.COMMITS
        return commits or self._begins_with_verb(span)

    def _carried(self, section: Section) -> Iterator[FollowUpDraft]:
        """The rows of an earlier meeting's table that say they are not done yet."""
        for block in section.blocks:
            for row in task_rows(block.table, self._scope) if block.table else ():
                if row.owner is not None and row.stated and row.status is not Status.DONE:
                    yield replace(self._row(row), rule="follow_up_carried")

    def _point(self, point: Point, group: tuple[OwnerRef, ...]) -> Iterator[FollowUpDraft]:
        whole = Span(point.start, point.end)
        text = self._text(whole)
        if (
            is_placeholder(text)
            or not re.search(r"[^\W\d_]{2}", text)
            or (_NEXT_MEETING.match(text) and not self._owners(whole, section=True).named)
        ):
            return
        for span in self._actions(point):
            draft = self._read(span, Where.SECTION, "follow_up_point", section=True)
            if point.block.marker in _TICKED:
                draft = replace(draft, status=Status.DONE)
            if not (draft.owners or draft.nobody) and point.under and span == whole:
                head = self._owners(Span(point.start, point.block.end), section=True)
                draft = replace(draft, owners=owner_refs(head.named, point.start, head.rule))
            guessed = all(ref.rule == "owner_name" for ref in draft.owners)
            if guessed and not draft.nobody and group:
                partners = owner_refs(find_partners(self._text(span), self._known), span.start, "owner_partner")
                draft = replace(draft, owners=group + partners)
            yield draft

    def _actions(self, point: Point) -> list[Span]:
        """The point whole, or its sentences where each names a party of its own or only some are done already."""
        whole = Span(point.start, point.end)
        listed = any(block.kind == "item" for block in point.under)
        blocks = () if listed else (point.block, *point.under)
        sentences = [span for block in blocks for span in self._scope.sentences(block)]
        if len(sentences) < 2 and not point.under:
            sentences = self._semicolon_parts(whole)
        if len(sentences) < 2:
            return [whole]
        done = [len(self._text(span).split()) for span in sentences if is_done(self._text(span))]
        if 0 < len(done) < len(sentences):
            return [whole] if max(done) <= 3 else sentences  # "Sudah selesai." tells of the whole point
        owners = [self._owners(span, section=True) for span in sentences]
        named = [found.named[0].mention.name for found in owners if found.named and found.clause]
        if len(named) == len(sentences):
            return sentences if len(set(named)) > 1 else [whole]
        bidden = sum(self._begins_with_verb(span) for span in sentences)
        each = point.block.kind != "item" and len(named) + bidden >= len(sentences)
        return sentences if each else [whole]

    def _begins_with_verb(self, span: Span) -> bool:
        """Whether a sentence begins with what is to be done ("Cari pinjaman tenda")."""
        first = re.match(r"\W*([^\W\d_]+)", self._text(span))
        form = self._known.language.verb_form(first[1].casefold()) if first else None
        return form in (VerbForm.ACTIVE, VerbForm.BASE)

    def _semicolon_parts(self, whole: Span) -> list[Span]:
        """The parts of a point that semicolons divide ("Dani memanggil tukang; Yuni membuat edaran")."""
        text = self._text(whole)
        marks = list(re.finditer(r";\s+", text))
        starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
        return [_shift(Span(start, end), whole.start) for start, end in zip(starts, ends, strict=True)]

    def _row(self, row: TaskRow) -> FollowUpDraft:
        row, due = parted_cell(row, self._text, lambda cell: self._due(cell, cell=True)), None
        if row.due is not None:
            mention = self._due(row.due, cell=True)
            due = DueRef(_shift(Span(mention.start, mention.end), row.due.start), mention) if mention else None
        nobody = row.owner_cell and row.owner is None
        owners = cell_owners(row, self._text, self._known)
        status = Status.DONE if is_done(self._text(row.action)) else row.status
        draft = FollowUpDraft(row.action, Where.SECTION, "follow_up_row", owners, due, status, nobody=nobody)
        complete = (owners or row.owner_cell) and (due or row.due_cell)
        if complete and not row.owner_before:
            return draft
        read = self._read(row.action, Where.SECTION, "follow_up_row", section=True)
        if row.owner_before and _names_its_own(read):
            owners = read.owners
        if complete:
            return replace(draft, owners=owners)
        return replace(
            draft,
            owners=owners or (() if row.owner_cell else read.owners),
            due=due or (None if row.due_cell else read.due),
            frames=read.frames,
        )

    # decision

    def _decided(self) -> Iterator[FollowUpDraft]:
        tables = (block.table for block in self._scope.document.blocks if block.table)
        rows = [row for table in tables for row in decided_rows(table, self._scope)]
        for agreement in self._agreements:
            row = next((row for row in rows if _overlap(row.action, agreement.span)), None)
            verdict = self._commitments.of_decision(self._text(agreement.span), self._due(agreement.span))
            if row is None and verdict is not Verdict.COMMITS:
                continue
            draft = self._read(agreement.span, Where.DECISION, "follow_up_decision", section=True)
            if row is not None:
                told = self._row(row)
                owners, due = told.owners or draft.owners, told.due or draft.due
                draft = replace(draft, rule="follow_up_decision_row", owners=owners, due=due, status=told.status)
            yield draft

    # discussion

    def _discussed(self, section: Section) -> Iterator[FollowUpDraft]:
        above: dict[int, Block] = {}
        group: tuple[int, tuple[OwnerRef, ...]] | None = None
        speaker: tuple[OwnerRef, ...] = ()
        row: int | None = None
        self._unit = self._units.get(section.heading.start, ()) if section.heading else ()
        for at, block in flat(section.blocks, self._known):
            if at != row:  # what a row's first cell says of the speaker holds for that row
                row, speaker = at, ()
            self._unit = self._units.get(block.start, self._unit if block.kind == "item" else ())
            level = block.level if block.kind == "item" else -1
            if group is not None and level <= group[0]:
                group = None
            above = {depth: each for depth, each in above.items() if depth < level}
            ordered = self._orders or any(self._scope.labels.orders(each.text) for each in above.values())
            if group is not None:
                yield replace(
                    self._read(Span(block.start, block.end), Where.DISCUSSION, "follow_up_under_owner", section=False),
                    owners=group[1],
                )
            elif (label := ONLY_OWNER.match(block.text)) and level > 0 and above:
                owners = heading_owners(block, self._known, loose=True)
                if block.text.rstrip().endswith(":") and owners:
                    group = (level, owners)
                elif owners:
                    lead = above[max(above)]
                    yield replace(
                        self._read(
                            Span(block.start, block.end), Where.DISCUSSION, "follow_up_owner_line", section=False
                        ),
                        lead=Span(lead.start, lead.end),
                        frames=(Span(block.start, block.start + label.end()),),
                    )
            else:
                heading = heading_speaker(block, self._known)
                if heading or is_speaker_line(block):
                    speaker = owner_refs(heading, block.start, "owner_speaker", derived=True)
                    self._member = is_member(block.text)
                own = owner_refs(colon_speaker(block, self._known), block.start, "owner_speaker", derived=True)
                yield from self._sentences(block, own or speaker, ordered=ordered)
            above[level] = block

    def _sentences(
        self, block: Block, speaker: tuple[OwnerRef, ...], *, ordered: bool = False
    ) -> Iterator[FollowUpDraft]:
        listed = block.kind == "item" and block.outline is None and not self._aside
        before, self._teller = self._teller, ()
        for whole in self._scope.sentences(block):
            span = self._unmarked(whole)
            if any(_overlap(span, agreement.span) for agreement in self._agreements):
                continue
            text, due = self._text(span), self._due(span)
            teller = owner_refs(reporter(text, self._known), span.start, "owner_speaker")
            self._teller = teller or self._teller
            speaker = teller or speaker or (before if refers_back(text) else ())
            if self._member and requests(text):
                continue
            verdict, rule = self._judge.of_sentence(span, text, due, item=listed, aside=self._aside)
            if self._unit and listed and (verdict is Verdict.COMMITS or gives_work(text, due, self._known)):
                yield self._of_unit(span, text, rule if verdict is Verdict.COMMITS else "")
            elif verdict is Verdict.COMMITS:
                draft = self._read(span, Where.DISCUSSION, rule, section=False)
                draft = draft if draft.owners else replace(draft, owners=self._supposed(span, speaker))
                if draft.owners or rule != "follow_up_learned":  # only a party that is named is committed by talk
                    yield draft
            elif ordered and listed and self._commitments.of_decision(text, due) is Verdict.COMMITS:
                yield self._read(span, Where.DISCUSSION, "follow_up_ordered", section=True)
            elif not self._aside and (promise := self._promise(span, speaker)):
                yield promise
            elif verdict is Verdict.SUGGESTS and not closes(text):
                self.suggestions.append(span)

    def _of_unit(self, span: Span, text: str, rule: str) -> FollowUpDraft:
        """What a note under the heading of a unit gives to do; ``rule`` says what told that it commits somebody."""
        draft = self._read(span, Where.DISCUSSION, rule or "follow_up_of_unit", section=not rule)
        told = rule != "" or is_marked(text, self._due(span), self._known)
        own = draft.owners and told and not asks_others(text, self._known)
        return draft if own else replace(draft, owners=self._unit)

    def _supposed(self, span: Span, speaker: tuple[OwnerRef, ...]) -> tuple[OwnerRef, ...]:
        """Whom a sentence that commits somebody means where it names no party: its speaker, or its subject."""
        text = self._text(span)
        told = owner_refs(reported_speaker(text, self._known), span.start, "owner_speaker")
        if told or speaks_of_self(text, self._known):
            return told or speaker
        found = by_supposed_subject(text, self._known)
        if found:
            return owner_refs(found.named, span.start, found.rule)
        return speaker if promised(text, self._known) else ()

    def _unmarked(self, span: Span) -> Span:
        """A stretch without the arrow that only marks it as an item."""
        pointer = _POINTER.match(self._text(span))
        return Span(span.start + pointer.end(), span.end) if pointer else span

    def _promise(self, span: Span, speaker: tuple[OwnerRef, ...]) -> FollowUpDraft | None:
        """What a speaker promises in the first person."""
        text = self._text(span)
        if not promised(text, self._known):
            return None
        owners = owner_refs(reported_speaker(text, self._known), span.start, "owner_speaker") or speaker
        draft = self._read(span, Where.DISCUSSION, "follow_up_promise", section=False)
        return replace(draft, owners=owners) if owners and draft.status is Status.OPEN else None

    # shared

    def _read(self, span: Span, where: Where, rule: str, *, section: bool) -> FollowUpDraft:
        if box := _BOX.match(self._text(span)):
            draft = self._read(Span(span.start + box.end(), span.end), where, rule, section=section)
            return replace(draft, status=Status.DONE) if box["ticked"] else draft
        mention = self._due(span)
        due = DueRef(_shift(Span(mention.start, mention.end), span.start), mention) if mention else None
        text, owners = self._text(span), self._owners(span, section=section)
        if where is Where.SECTION and not (owners.named or owners.nobody):
            owners = by_later_sentence(text, self._known)
        refs = owner_refs(owners.named, span.start, owners.rule)
        known = {ref.mention.name for ref in refs}
        partners = [
            each
            for each in find_partners(text, self._known)
            if each.mention.name not in known and not any(_overlap(each, one) for one in owners.named)
        ]
        refs += owner_refs(tuple(partners), span.start, "owner_partner") if refs and not owners.nobody else ()
        frames = (_shift(owners.frame, span.start),) if owners.frame else ()
        status = Status.DONE if is_done(text) else Status.IN_PROGRESS if _DOING.search(text) else Status.OPEN
        return FollowUpDraft(span, where, rule, refs, due, status, frames, nobody=owners.nobody)

    def _owners(self, span: Span, *, section: bool) -> Owners:
        mention = self._due(span)
        due = Span(mention.start, mention.end) if mention else None
        return find_owners(self._text(span), self._known, section=section, due=due)

    def _due(self, span: Span, *, cell: bool = False) -> DueMention | None:
        return find_due(self._text(span), self._scope.lexicon, self._known.day, self._known.events, cell=cell)

    def _text(self, span: Span) -> str:
        return self._scope.document.text[span.start : span.end].replace("\n", " ")


def _names_its_own(draft: FollowUpDraft) -> bool:
    """Whether an action says itself who does it: its first words, or those after "oleh"."""
    first = draft.owners[0] if draft.owners else None
    return first is not None and (
        first.rule == "owner_by" or (first.rule == "owner_subject" and first.span.start == draft.span.start)
    )


def _overlap(one: Span | Named, other: Span | Named) -> bool:
    return one.start < other.end and other.start < one.end


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
