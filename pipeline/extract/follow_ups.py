"""Follow-ups: what is to be done after the meeting, by whom, by when.

- ``section``: every point and table row of a follow-up section, and what an earlier meeting's table still has open;
- ``decision``: an agreement that gives somebody work;
- ``discussion``: a sentence elsewhere that commits or instructs a named party.

Hopes, advice and possibilities become suggestions. What the minutes say is done keeps the status ``done``.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.minutes import Status, Where
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.agreements import AGREED_PROPOSAL, AgreementDraft, is_log
from notula.pipeline.extract.assigned_tables import rows_of
from notula.pipeline.extract.blanks import is_placeholder
from notula.pipeline.extract.called_on import called_on
from notula.pipeline.extract.commitments import Commitments, Verdict
from notula.pipeline.extract.discussed import Discussed
from notula.pipeline.extract.done import is_done, is_dropped, is_struck
from notula.pipeline.extract.drafts import FollowUpDraft, OwnerRef, merge_repeated, names_its_own, owner_refs
from notula.pipeline.extract.due import DueMention, is_ahead
from notula.pipeline.extract.earlier import is_of_earlier
from notula.pipeline.extract.groups import (
    headed_by_parties,
    heading_owners,
    label_owners,
    listed_owners,
    over_names,
    section_owners,
    under_names,
)
from notula.pipeline.extract.judge import Judge, Judged
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owner_agents import begins_together
from notula.pipeline.extract.owner_places import in_their_place
from notula.pipeline.extract.owner_supposed import by_dated_subject
from notula.pipeline.extract.points import Point, find_points, heading_over, is_intro
from notula.pipeline.extract.reading import Reading, overlap, shift
from notula.pipeline.extract.row_drafts import read_row, row_draft
from notula.pipeline.extract.rows import TaskRow, decided_rows, task_rows
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.tabbed import with_tabbed_tables
from notula.pipeline.extract.task_details import WHAT, details_apart
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.extract.unit_talk import own_heading
from notula.pipeline.language import VerbForm
from notula.pipeline.logistic import NOTHING, Learnt
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.text import fold

# What announces the next meeting is no task.
_NEXT_MEETING = re.compile(
    r"\W*(?:rapat|pertemuan|sidang|pleno|musyawarah|meet(?:ing)?|check-?in|rakor|diskusi|kumpul|demo|kopdar|weekly)\b(?:\s+\w+){0,3}?\s*"
    r"\b(?:berikut(?:nya)?|selanjutnya|mendatang|depan|lanjutan|bulan|minggu)\b"
    r"|\W*next\s+(?:meet(?:ing)?|sync|call|stand-?up|check-?in|session|weekly|rapat|pertemuan|kumpul)\b|"
    r"\W*(?:rapat|pertemuan|sidang|pleno)\s+(?:ke-?\s?)?(?:[IVX]{1,4}|\d{1,2}|kedua|ketiga|keempat|kelima)\b\s*"
    r"(?::|,|pada\b|hari\b|tanggal\b|insya\b|in sya\b|akan\b|dijadwalkan\b|direncanakan\b|dilaksanakan\b|diadakan\b)",
    re.IGNORECASE,
)
# A word and a bracket that end a part of a point, with what joins the next part to it.
_BRACKETED = re.compile(
    r"(?<=[^\s,;/+] )\w[^\s()]*\s*\([^()]+\)(?P<end>)"
    r"(?:\s*[,;/+]\s*(?:(?:dan|serta|lalu)\b|&)?\s*|(?P<joined>\s+(?:dan|serta|lalu|&)\s+)|\W*$)"
)
# What parts the task of a point from the matter that it is about ("Atap bocor. Tindak lanjut: ...").
_TASK_LABEL = re.compile(
    r"(?<=[.;,)\w])\s+(?:rencana )?(?:tindak ?lanjut(?:nya)?|rtl|tl|follow[- ]?up|action(?: item)?"
    r"|langkah(?:nya)?|solusi(?:nya)?)\s*:\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_COUNTED_TASK = re.compile(  # the number of a task that is told in the lines below
    rf"\W*(?:{WHAT}|butir|poin|item)\s*(?:ke-?\s?|no\.?\s*|#\s*)?\d{{1,2}}\W*", re.IGNORECASE
)
_PARTY_LIKE = re.compile(r"[A-Z]{2,}\b|(?:Se)?[Tt]iap\b|Semua\b|Seluruh\b|Masing-masing\b")
_PARTED = re.compile(r"\S\s+[–—-]\s+[^–—]+\s[–—-]\s+\S")  # "Cetak spanduk – Rina – 3 Mei"
_INITIALS = re.compile(r"\([A-Z]{2,4}\)$")
_ACTING = ("owner_subject", "owner_asked", "owner_by")  # rules of owners that a verb tells
_TICKED = ("☑", "✓", "✔", "✅")


def _only_heads(point: Point) -> bool:
    """Whether a line is over what was cut into points of its own ("Masing-masing bidang bertugas:")."""
    return point.block.text.rstrip().endswith(":") and not (point.under or point.names)


class FollowUps:
    """Finds the follow-ups of one meeting."""

    def __init__(self, scope: Scope, known: Known, agreements: list[AgreementDraft], learnt: Learnt = NOTHING) -> None:
        self._scope, self._known, self._agreements = scope, known, agreements
        self._commitments = Commitments(known)
        self._reading = Reading(scope, known)
        self._judge = Judge(self._commitments, known, learnt)
        self._discussed = Discussed(scope, known, agreements, self._reading, self._judge)

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The sentences that were judged, in the order in which they stand."""
        return tuple(self._judge.judged)

    @property
    def decided(self) -> tuple[Judged, ...]:
        """The decisions that were judged, in the order in which they stand."""
        return tuple(self._judge.decided)

    @property
    def suggestions(self) -> tuple[Span, ...]:
        """The sentences of the discussion that only suggest."""
        return tuple(self._discussed.suggestions)

    def find(self) -> list[FollowUpDraft]:
        """All follow-ups in reading order, one for each action."""
        found: list[FollowUpDraft] = []
        for at, section in enumerate(self._scope.sections.sections):
            if self._scope.teaches and section.rule == "heading_words":
                continue  # "Langkah-langkah yang perlu dilakukan" by whoever wants to learn it
            earlier = is_of_earlier(section, self._scope.lexicon, self._known.day)
            if section.kind is SectionKind.FOLLOW_UPS and not earlier:
                listed = list(self._listed(section, self._over(at), self._above(at)))
                found.extend(in_their_place(listed, self._reading, self._known))
            elif section.kind in (SectionKind.FOLLOW_UPS, SectionKind.PREVIOUS):
                found.extend(self._carried(section))
        found.extend(self._decided())
        for section in self._scope.sections.of(SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.CLOSING):
            if not (self._scope.teaches or is_log(section, self._scope.sections.sections)):
                found.extend(self._discussed.find(section))
        return merge_repeated(sorted(found, key=lambda draft: draft.span), self._scope)

    # section

    def _over(self, at: int) -> Block | None:
        return heading_over(self._scope.sections.sections, at, self._scope.reports)

    def _above(self, at: int) -> Block | None:
        """The heading of a section, or the last line of the one before it: in a list of the header one in bold."""
        section, before = self._scope.sections.sections[at], self._scope.sections.sections[at - 1] if at else None
        if section.heading or before is None:
            return section.heading
        last = before.blocks[-1] if before.blocks and not before.field else None
        listed = last is not None and before.kind in ROSTER and not last.bold
        return None if listed else last or (None if before.blocks else before.heading)

    def _listed(self, section: Section, over: Block | None, above: Block | None) -> Iterator[FollowUpDraft]:
        blocks = with_tabbed_tables(section.blocks, self._scope.lexicon)
        rows = [
            (row, head)
            for head, block in itertools.pairwise((above, *blocks))
            if block is not None and block.table
            for row in rows_of(block.table, section.rule, self._scope, self._known)
        ]
        decides = self._scope.decides(section)
        listed, told = details_apart(blocks, self._reading, self._known)
        points = under_names(over_names(find_points(listed), self._known), self._known)
        groups = list({point.group.start: point.group for point in points if point.group}.values())
        loose = section.rule == "heading_parties" or headed_by_parties(groups, section.heading, self._known)
        whole = label_owners(section, self._known) or section_owners(section.heading, self._known)
        called = called_on(listed, self._reading, self._known)
        for point in points:
            if point.block.kind != "item" and (rows or is_intro(point.block) or _only_heads(point)):
                continue
            if decides and point.start not in told and not self._is_task(point):
                continue
            if point.start in called:
                party = called[point.start]
                yield from (party.draft(Span(point.start, point.end), Where.SECTION, self._reading),) if party else ()
                continue
            if point.names:
                span = Span(point.start, point.end)
                draft = self._reading.draft(span, Where.SECTION, "follow_up_point", section=True)
                yield replace(draft, owners=listed_owners(point, self._known))
                continue
            group = heading_owners(point.group, self._known, loose=loose) if point.group else whole
            group = group or heading_owners(point.over, self._known)
            group = group or own_heading(None if point.group else over, self._known)
            if self._gives_nothing(point):
                continue
            if details := told.get(point.start):
                yield self._with_group(details.draft(point.end, self._reading, self._known), group)
            else:
                yield from self._point(point, group)
        for row, head in rows:
            decision = decides and row.owner_cell and row.owner is None and row.due is None
            for each in () if decision else self._by_doers(row):
                yield self._headed(row_draft(each, self._reading, self._known), each.over or head)

    def _by_doers(self, row: TaskRow) -> Iterator[TaskRow]:
        """The paragraphs of a row that names nobody as rows of their own, where each says itself who does it.

        Where no column is for that, one that dashes part into the task, who does it and when says it for all.
        """
        whole = len(row.parts) < 2 or row.owner is not None or row.parts[0].start != row.action.start
        alone = not (row.owner_cell or row.due_cell) and row.parts[-1:] and row.parts[-1].end == row.action.end
        parted = alone and any(_PARTED.search(self._scope.text(*part)) for part in row.parts)
        if whole or not (
            parted or all(names_its_own(read_row(row._replace(action=part), self._reading)) for part in row.parts)
        ):
            yield row
        else:
            yield from (row._replace(action=part) for part in row.parts)

    def _headed(self, draft: FollowUpDraft, head: Block | None) -> FollowUpDraft:
        """A row that names nobody with the party that the line over it or over its table names, and no more."""
        if draft.owners or draft.nobody or head is None or head.table is not None:
            return draft
        return replace(draft, owners=own_heading(head, self._known))

    def _is_task(self, point: Point) -> bool:
        """Whether a point under a heading of decisions and tasks gives somebody work, or begins with what to do."""
        span = Span(point.start, point.end)
        text = self._reading.text(span)
        commits = self._commitments.of_decision(text, self._reading.due(span)) is Verdict.COMMITS
        return commits or self._begins_with_verb(span)

    def _carried(self, section: Section) -> Iterator[FollowUpDraft]:
        """The rows of an earlier meeting's table that say they are not done yet."""
        for block in section.blocks:
            for row in task_rows(block.table, self._scope, guess=True) if block.table else ():
                if row.owner is not None and row.stated and row.status is not Status.DONE:
                    yield replace(row_draft(row, self._reading, self._known), rule="follow_up_carried")

    def _gives_nothing(self, point: Point) -> bool:
        """Whether a point holds no task: it is left blank, struck out, or only tells when to meet again."""
        whole = Span(point.start, point.end)
        text = self._reading.text(whole)
        return bool(
            is_placeholder(text)
            or is_dropped(text)
            or fold(text).strip(" .!()") in self._scope.lexicon.cues.status_done  # what it was about is struck out
            or not re.search(r"[^\W\d_]{2}", text)
            or _COUNTED_TASK.fullmatch(text)
            or (_NEXT_MEETING.match(text) and not self._reading.owners(whole, section=True).named)
        )

    def _point(self, point: Point, group: tuple[OwnerRef, ...]) -> Iterator[FollowUpDraft]:
        whole = Span(point.start, point.end)
        for span in self._actions(point):
            draft = self._reading.draft(span, Where.SECTION, "follow_up_point", section=True)
            if point.block.marker in _TICKED or is_struck(point.block):
                draft = replace(draft, status=Status.DONE)
            if not (draft.owners or draft.nobody) and point.under and span == whole:
                head = self._reading.owners(Span(point.start, point.block.end), section=True)
                draft = replace(draft, owners=owner_refs(head.named, point.start, head.rule))
            yield self._with_group(draft, group)

    def _with_group(self, draft: FollowUpDraft, group: tuple[OwnerRef, ...]) -> FollowUpDraft:
        """A follow-up that names nobody for certain with the owners that stand over it, and those beside them."""
        if not group or draft.nobody:
            return draft
        if not all(ref.rule == "owner_name" for ref in draft.owners):
            together = begins_together(self._reading.text(draft.span))
            return replace(draft, owners=group + draft.owners) if together else draft
        return replace(draft, owners=group + self._reading.partners(draft.span))

    def _actions(self, point: Point) -> list[Span]:
        """The point whole, or its sentences where each names a party of its own or only some are done already."""
        whole = Span(point.start, point.end)
        if label := _TASK_LABEL.search(self._reading.text(whole)):
            return [Span(whole.start + label.end(), whole.end)]
        listed = any(block.kind == "item" for block in point.under)
        blocks = () if listed else (point.block, *point.under)
        sentences = [span for block in blocks for span in self._scope.sentences(block)]
        if len(sentences) < 2 and not point.under:
            if parts := self._bracketed_parts(whole):
                return parts
            sentences = self._semicolon_parts(whole)
        if len(sentences) < 2:
            return [whole]
        done = [len(self._reading.text(span).split()) for span in sentences if is_done(self._reading.text(span))]
        if 0 < len(done) < len(sentences):
            return [whole] if max(done) <= 3 else sentences  # "Sudah selesai." tells of the whole point
        owners = [self._reading.owners(span, section=True) for span in sentences]
        named = [found.named[0].mention.name for found in owners if found.named and found.clause]
        if len(named) == len(sentences):
            return sentences if len(set(named)) > 1 else [whole]
        bidden = sum(self._begins_with_verb(span) for span in sentences)
        each = point.block.kind != "item" and len(named) + bidden >= len(sentences)
        return sentences if each else [whole]

    def _begins_with_verb(self, span: Span) -> bool:
        """Whether a sentence begins with what is to be done ("Cari pinjaman tenda")."""
        first = re.match(r"\W*([^\W\d_]+)", self._reading.text(span))
        word = first[1].casefold() if first else ""
        form = self._known.language.verb_form(word) if word else None
        return form in (VerbForm.ACTIVE, VerbForm.BASE) or word in task_words(self._known.lexicon)

    def _semicolon_parts(self, whole: Span) -> list[Span]:
        """The parts of a point that semicolons divide ("Dani memanggil tukang; Yuni membuat edaran")."""
        text = self._reading.text(whole)
        marks = list(re.finditer(r";\s+", text))
        starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
        return [shift(Span(start, end), whole.start) for start, end in zip(starts, ends, strict=True)]

    def _bracketed_parts(self, whole: Span) -> list[Span]:
        """The parts of a point that each end with their owners in brackets ("cari tenda (Dani), cari sound (Yuni)")."""
        text = self._reading.text(whole)
        marks = list(_BRACKETED.finditer(text))
        ends, starts = [mark.end("end") for mark in marks], [0, *(mark.end() for mark in marks)]
        if len(ends) < 2 or ends[-1] < len(text.rstrip(" .;")):
            return []
        joined = [Span(whole.start + mark.end(), whole.end) for mark in marks if mark["joined"]]
        if not all(map(self._begins_with_verb, joined)):
            return []  # one task in two places: "data blok C (Dani) dan blok D (Yuni)"
        parts = [shift(Span(start, end), whole.start) for start, end in zip(starts, ends, strict=False)]
        told = [self._reading.owners(part, section=True).rule == "owner_bracket" for part in parts]
        short = [_INITIALS.search(self._reading.text(part)) is not None for part in parts]
        return parts if any(told) and all(map(max, told, short)) else []

    # decision

    def _decided(self) -> Iterator[FollowUpDraft]:
        rows = [row for table in self._scope.tables for row in decided_rows(table, self._scope)]
        for agreement in self._agreements:
            if agreement.rule == AGREED_PROPOSAL:
                continue
            row = next((row for row in rows if overlap(row.action, agreement.span)), None)
            text, due = self._reading.text(agreement.span), self._reading.due(agreement.span)
            verdict, rule = self._judge.of_decision(agreement.span, text, due)
            bound = heading_owners(agreement.bound_by, self._known)
            if row is None and not bound and verdict is not Verdict.COMMITS:
                part = self._committing_part(agreement.span)
                yield from (part,) if part else self._supposed(agreement.span, due)
                continue
            if row is None and not bound:
                for span in self._each_decided(agreement.span):
                    yield self._reading.draft(span, Where.DECISION, rule, section=True)
                continue
            draft = self._reading.draft(agreement.span, Where.DECISION, rule, section=True)
            draft = self._with_group(draft, bound)
            if row is not None:
                told = row_draft(row, self._reading, self._known)
                draft = replace(draft, rule="follow_up_decision_row", status=told.status,
                                owners=told.owners or draft.owners, due=told.due or draft.due)  # fmt: skip
            yield draft

    def _committing_part(self, whole: Span) -> FollowUpDraft | None:
        """The one sentence of a decision that gives somebody work beside others that only decide, or None."""
        told = [shift(Span(*span), whole.start) for span in self._known.language.sentences(self._reading.text(whole))]
        drafts = [
            self._reading.draft(span, Where.DECISION, "follow_up_decision", section=True)
            for span in (told if len(told) > 1 else ())
            if self._commitments.of_decision(self._reading.text(span), self._reading.due(span)) is Verdict.COMMITS
        ]
        acting = [draft for draft in drafts if draft.owners and draft.owners[0].rule in _ACTING]
        return acting[0] if len(drafts) == 1 and acting else None

    def _supposed(self, span: Span, due: DueMention | None) -> Iterator[FollowUpDraft]:
        """A decision that a day is set for, of whoever stands before its verb, though nothing else tells of them.

        A thing can stand there too ("Seragam hari Kamis memakai batik"), so only what capitals or a number of all
        mark as a party counts ("BPP Lintong menyusun ...", "Setiap rumah memasang ...").
        """
        text = self._reading.text(span)
        if not is_ahead(due) or not _PARTY_LIKE.match(text) or self._reading.owners(span, section=True).named:
            return
        if found := by_dated_subject(text, self._known):
            draft = self._reading.draft(span, Where.DECISION, "follow_up_decision", section=True)
            yield replace(draft, owners=owner_refs(found.named, span.start, found.rule))

    def _each_decided(self, whole: Span) -> tuple[Span, ...]:
        """The sentences of a decision that give work to a party each; else it whole."""
        told = self._known.language.sentences(self._reading.text(whole))
        spans = tuple(shift(Span(*span), whole.start) for span in told)
        each = [(self._reading.text(span), self._reading.due(span)) for span in spans]
        return spans if self._judge.gives_each(each) else (whole,)
