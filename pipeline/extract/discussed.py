"""Follow-ups of the discussion: sentences that commit or instruct a named party, and promises in the first person."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.minutes import DueKind, PartyKind, Status, Where
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.addressed import Turns, answers
from notula.pipeline.extract.agreements import AGREED_PROPOSAL, AgreementDraft
from notula.pipeline.extract.called_on import called_on
from notula.pipeline.extract.commit_features import Place
from notula.pipeline.extract.commitments import Verdict
from notula.pipeline.extract.done import BOX
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, OwnerRef, owner_refs
from notula.pipeline.extract.due import is_ahead
from notula.pipeline.extract.due_context import LIMITED
from notula.pipeline.extract.groups import ONLY_OWNER, heading_owners, topic_owners
from notula.pipeline.extract.judge import Judge
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.later_due import tells_when
from notula.pipeline.extract.modality import asks_which, promises_nothing
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_lone import by_lone_party
from notula.pipeline.extract.owner_supposed import by_dated_subject, by_supposed_subject
from notula.pipeline.extract.reading import Reading, overlap, shift
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.speakers import (
    both_before,
    colon_speaker,
    counts_self_in,
    does_by,
    heading_speaker,
    is_member,
    is_of_speaker,
    is_speaker_line,
    means_another,
    means_him,
    message_start,
    promised,
    quotes,
    refers_back,
    reported_speaker,
    reporter,
    requests,
    says_no_object,
    signer,
    speaks_of_both,
    speaks_of_self,
    takes_on,
    told_of,
    told_within,
)
from notula.pipeline.extract.task_details import labelled_tasks
from notula.pipeline.extract.unit_talk import asks_others, flat, gives_work, is_marked, unit_headings
from notula.pipeline.structure.closing import closes, meets_again
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.shapes import ARROW

_POINTER = re.compile(r"\s*(?:-{1,2}>|=>|→|>{1,2})\s*(?=\S)")

_ENDS = (".", "!", "?", ":")
_NOTE_WORDS = 25
_FEWEST_NOTES = 3
_HEADING_WORDS = 5

# A line over who may see, approve or be reached where, no work: "Hak akses tiap akun:", then "Kasir -> Rina".
_OF_RIGHTS = re.compile(
    r"\W*(?:daftar )?(?:hak(?: akses)?|akses|akun|user|pengguna|login|wewenang|kewenangan|kontak"
    r"|persetujuan|approval|otorisasi|(?:nomor|no\.?) (?:hp|wa|telepon))\b[^:]{0,40}:\s*$",
    re.IGNORECASE,
)
_UNDATED = (DueKind.VAGUE, DueKind.CONDITIONAL)


class Discussed:
    """Finds the follow-ups of one meeting's discussion; ``suggestions`` are the sentences that only suggest."""

    def __init__(
        self, scope: Scope, known: Known, agreements: list[AgreementDraft], reading: Reading, judge: Judge
    ) -> None:
        self._scope, self._known = scope, known
        self._agreements = [each for each in agreements if each.rule != AGREED_PROPOSAL]
        self._reading, self._judge = reading, judge
        self._aside = self._member = self._orders = False
        self._teller: tuple[OwnerRef, ...] = ()  # whom the block before reports
        self._units = unit_headings(scope, known)
        self._unit: tuple[OwnerRef, ...] = ()  # under whose heading a note stands
        self._turns = Turns(known, scope.document.text)
        self._notes: frozenset[int] = frozenset()  # where the lines begin that are points without a mark
        self.suggestions: list[Span] = []

    def find(self, section: Section) -> Iterator[FollowUpDraft]:
        """The follow-ups of a section, with where their block stands above."""
        self._aside, self._member = section.kind is not SectionKind.DISCUSSION, False
        self._orders = section.heading is not None and self._scope.labels.words.orders(section.heading.text)
        labelled = section.rule == "label" and section.heading is not None
        self._turns = self._turns if labelled else Turns(self._known, self._scope.document.text)
        self._turns.answering = labelled and section.heading is not None and answers(section.heading.text)
        above: dict[int, Block] = {}
        group: tuple[int, tuple[OwnerRef, ...]] | None = None
        speaker: tuple[OwnerRef, ...] = ()
        row: int | None = None
        self._unit = self._units.get(section.heading.start, ()) if section.heading else ()
        pieces = tuple(flat(section.blocks, self._known))
        lines = [block for _, block in pieces]
        self._notes = _notes(lines, self._known, self._scope.labels)
        given = self._given(section.blocks, lines)
        taken = -1  # the end of what is given
        rights = False  # whether lines with arrows stand under a line over rights
        for (at, block), following in zip(pieces, [*lines[1:], None], strict=False):
            if block.start in given:
                yield from given[block.start]
                ends = (span.end for draft in given[block.start] for span in (draft.span, *draft.frames))
                taken = max([block.end, *ends])
            apart = bool(block.lines) and block.lines[0].line.spaced
            below = rights and ARROW.search(block.text) is not None and not apart
            rights = below or _OF_RIGHTS.match(block.text) is not None
            if block.start < taken or rights:
                continue
            if at != row:  # what a row's first cell says of the speaker holds for that row
                row, speaker = at, ()
            self._unit = self._units.get(block.start, self._unit if block.kind == "item" else ())
            level = block.level if block.kind == "item" else -1
            if group is not None and level <= group[0]:
                group = None
            above = {depth: each for depth, each in above.items() if depth < level}
            ordered = self._orders or any(self._scope.labels.words.orders(each.text) for each in above.values())
            whole = Span(block.start, block.end)
            if group is not None:
                draft = self._reading.draft(whole, Where.DISCUSSION, "follow_up_under_owner", section=False)
                own = draft.owners if group[0] == 0 else ()  # a point below "PJ: Rina" may name another
                yield replace(draft, owners=own or group[1])
            elif _is_over(block, following) and (owners := self._labels_alone(block, level)):
                group = (level, owners)
            elif (label := ONLY_OWNER.match(block.text)) and level > 0 and above:
                owners = heading_owners(block, self._known, loose=True)
                if block.text.rstrip().endswith(":") and owners:
                    group = (level, owners)
                elif owners:
                    lead = above[max(above)]
                    draft = self._reading.draft(whole, Where.DISCUSSION, "follow_up_owner_line", section=False)
                    frames = (Span(block.start, block.start + label.end()),)
                    yield replace(draft, lead=Span(lead.start, lead.end), frames=frames)
            else:
                heading = heading_speaker(block, self._known)
                if heading or is_speaker_line(block):
                    speaker = owner_refs(heading, block.start, "owner_speaker", derived=True)
                    self._member = is_member(block.text)
                own = owner_refs(colon_speaker(block, self._known), block.start, "owner_speaker", derived=True)
                own = self._turns.next(block, own)
                yield from self._sentences(block, own or speaker, ordered=ordered)
            above[level] = block

    def _labels_alone(self, block: Block, level: int) -> tuple[OwnerRef, ...]:
        """The owners that a line over points labels and says nothing else ("PJ: Rina & Joko"), but their topic."""
        if level == 0 and ONLY_OWNER.match(block.text):
            return heading_owners(block, self._known, loose=True)
        return topic_owners(block, self._known)

    def _given(self, blocks: Sequence[Block], lines: Sequence[Block]) -> dict[int, tuple[FollowUpDraft, ...]]:
        """What lines give to those whom one calls on, boxes or labels under them name, by where they begin."""
        called = called_on(blocks, self._reading, self._known)
        given: dict[int, tuple[FollowUpDraft, ...]] = {}
        boxes = {block.start: boxed for block in lines if block.kind == "item" and (boxed := self._boxed(block))}
        dealt = any(boxed.owners for boxed in boxes.values())  # then a box without an owner is a task, too
        for block in lines:
            if block.start in called:
                party, whole = called[block.start], Span(block.start, block.end)
                given[block.start] = (party.draft(whole, Where.DISCUSSION, self._reading),) if party else ()
            elif dealt and block.start in boxes:
                given[block.start] = (boxes[block.start],)
        return given | {draft.span.start: (draft,) for draft in labelled_tasks(blocks, self._reading, self._known)}

    def _boxed(self, block: Block) -> FollowUpDraft | None:
        """The item of several words behind a box that is not ticked.

        It names nobody, begins with a party or marks one as its owner.
        """
        box = BOX.match(block.text)
        if box is None or box["ticked"] or " " not in block.text[box.end() :].strip():
            return None
        draft = self._reading.draft(Span(block.start, block.end), Where.DISCUSSION, "follow_up_point", section=True)
        first = draft.owners[0] if draft.owners else None
        own = first is None or first.rule != "owner_subject" or first.span.start == draft.span.start
        return draft if own else None

    def _sentences(
        self, block: Block, speaker: tuple[OwnerRef, ...], *, ordered: bool = False
    ) -> Iterator[FollowUpDraft]:
        listed = (block.kind == "item" or block.start in self._notes) and block.outline is None and not self._aside
        before, self._teller = self._teller, ()
        spans = [self._unmarked(whole) for whole in self._scope.sentences(block)]
        told = -1  # the end of what a follow-up has taken along
        subject: tuple[OwnerRef, ...] = ()  # the one of the sentence before, whom it commits
        he: tuple[OwnerRef, ...] = ()  # the last of the block who told something and is no body
        for at, span in enumerate(spans):
            if span.start < told or any(overlap(span, agreement.span) for agreement in self._agreements):
                continue
            text = self._reading.text(span)
            teller = owner_refs(reporter(text, self._known), span.start, "owner_speaker")
            self._teller = teller or self._teller
            before = () if teller else before  # who tells something here is nearer
            back, further = refers_back(text) or (bool(subject) and quotes(text)), means_another(text)
            nearest = he if means_him(text) and he and not _is_one(subject) else subject
            before_that = (nearest or before) if back or further else ()
            speaker = (nearest if back else ()) or teller or (before_that if further else ()) or speaker or before_that
            he = teller if _is_one(teller) else he
            speaker = owner_refs(told_within(text, self._known), span.start, "owner_before", derived=True) or speaker
            if self._member and requests(text):
                continue
            following = spans[at + 1 : at + 2]
            further_on = self._reading.text(Span(span.start, (following or [span])[0].end))
            signed = signer(further_on, len(text), self._known)
            speaker = owner_refs(signed, span.start, "owner_speaker") or speaker
            later = self._later(span, following)
            place = Place(listed, self._aside, at == 0, at == len(spans) - 1)
            draft = self._told(span, self._sentence(span, speaker, later, place, ordered=ordered))
            if draft is not None and later:
                draft = replace(draft, span=Span(span.start, later[0].end), due=later[1])
                told = later[0].end
            first = owner_refs(told_of(text, self._known), span.start, "owner_before", derived=True)
            subject = _alone(draft) or first or (subject if back else ())
            if draft is not None:
                yield self._of_both(draft, text, spans[at - 1]) if at and speaks_of_both(text) else draft

    def _told(self, span: Span, draft: FollowUpDraft | None) -> FollowUpDraft | None:
        """What a turn tells somebody to do whom it calls on or to whom it speaks; else the draft as it is."""
        text, due = self._reading.text(span), self._reading.due(span)
        owners = self._turns.told(text, span.start, due)
        if not owners or promises_nothing(text) or self._aside:
            return draft
        own = draft or self._reading.draft(span, Where.DISCUSSION, "follow_up_sentence", section=False)
        return replace(own, owners=owners) if own.status is Status.OPEN else draft

    def _of_both(self, draft: FollowUpDraft, text: str, before: Span) -> FollowUpDraft:
        """One of "keduanya" with the two whom the sentence before names; and that one where it tells what."""
        named = both_before(self._reading.text(before), self._known)
        if not named:
            return draft
        start = before.start if says_no_object(text) else draft.span.start
        owners = owner_refs(named, before.start, "owner_before", derived=True)
        return replace(draft, span=Span(start, draft.span.end), owners=owners)

    def _later(self, span: Span, following: Sequence[Span]) -> tuple[Span, DueRef] | None:
        """The sentence after one without a day that tells it, and the deadline."""
        text, own = self._reading.text(span), self._reading.due(span)
        told = own is not None and (own.date is not None or own.kind not in _UNDATED)
        for other in () if told else following:
            due = self._reading.due(other)
            if due is not None and tells_when(self._reading.text(other), due, text, self._known):
                return other, DueRef(shift(due.span, other.start), due)
        return None

    def _sentence(
        self,
        span: Span,
        speaker: tuple[OwnerRef, ...],
        later: tuple[Span, DueRef] | None,
        place: Place,
        *,
        ordered: bool,
    ) -> FollowUpDraft | None:
        """What a sentence commits somebody to, with the deadline that a later one tells; None where it does not."""
        text, due = self._reading.text(span), self._reading.due(span)
        if meets_again(text):
            return None
        if later:
            due = replace(later[1].mention, start=len(text), end=len(text))
        verdict, rule = self._judge.of_sentence(span, text, due, place)
        if self._unit and place.item and (verdict is Verdict.COMMITS or gives_work(text, due, self._known)):
            return self._of_unit(span, text, rule if verdict is Verdict.COMMITS else "")
        if verdict is Verdict.COMMITS:
            draft = self._reading.draft(span, Where.DISCUSSION, rule, section=False)
            others = tuple(each for each in draft.owners if not is_of_speaker(each.mention.name))
            if speaker and (others != draft.owners or (draft.owners and counts_self_in(text))):
                draft = replace(draft, owners=(*speaker, *others))
            if speaker and refers_back(text) and promised(text, self._known) and not counts_self_in(text):
                beside = tuple(each for each in draft.owners if each.rule == "owner_cleft")  # "..., Rina yang menyalin"
                draft = replace(draft, owners=(*self._with_partners(span, speaker), *beside))
            if not draft.owners and (supposed := self._supposed(span, speaker)):
                draft = replace(draft, owners=self._with_partners(span, supposed))
            if draft.owners or rule != "follow_up_learned":  # only a party that is named is committed by talk
                return draft
        elif ordered and place.item and self._judge.rules.of_decision(text, due) is Verdict.COMMITS:
            return self._reading.draft(span, Where.DISCUSSION, "follow_up_ordered", section=True)
        elif not self._aside and (promise := self._promise(span, speaker)):
            return promise
        elif verdict is Verdict.SUGGESTS and not closes(text):
            self.suggestions.append(span)
        return None

    def _of_unit(self, span: Span, text: str, rule: str) -> FollowUpDraft:
        """What a note under the heading of a unit gives to do; ``rule`` says what told that it commits somebody."""
        name, marked = rule or "follow_up_of_unit", is_marked(text, self._reading.due(span), self._known)
        draft = self._reading.draft(span, Where.DISCUSSION, name, section=not rule)
        if marked and not draft.owners:  # "Rina ke dinas besok": read as a sentence it names nobody
            draft = self._reading.draft(span, Where.DISCUSSION, name, section=True)
        own = draft.owners and (rule or marked) and not asks_others(text, self._known)
        return draft if own else replace(draft, owners=self._unit)

    def _supposed(self, span: Span, speaker: tuple[OwnerRef, ...]) -> tuple[OwnerRef, ...]:
        """Whom a sentence that commits somebody means where it names no party: its speaker, or its subject."""
        text = self._reading.text(span)
        told = owner_refs(reported_speaker(text, self._known), span.start, "owner_speaker")
        if told or speaks_of_self(text, self._known):
            return told or speaker
        due = self._reading.due(span)
        subject, alone = self._by_subject(span), by_lone_party(text, self._known, due.span if due else None)
        reports = subject is not None and subject.clause is not None and subject.clause.report
        found = by_supposed_subject(text, self._known) or (alone or subject if reports else subject or alone)
        found = found or (by_dated_subject(text, self._known) if is_ahead(due) else None)
        if found:
            return owner_refs(found.named, span.start, found.rule)
        return speaker if promised(text, self._known) else ()

    def _by_subject(self, span: Span) -> Owners | None:
        """The parties that a sentence begins with, as the reading of a list of tasks finds them."""
        owners = self._reading.owners(span, section=True)
        begins = owners.rule == "owner_subject" and owners.named and owners.named[0].start == 0
        return owners if begins else None

    def _with_partners(self, span: Span, owners: tuple[OwnerRef, ...]) -> tuple[OwnerRef, ...]:
        """The owners and those with whom a sentence says that they do it."""
        named = [owner.span for owner in owners]
        further = (each for each in self._reading.partners(span) if not any(overlap(each.span, one) for one in named))
        return (*owners, *further)

    def _unmarked(self, span: Span) -> Span:
        """A stretch without what a messenger prints before it, or the arrow that only marks it as an item."""
        text = self._reading.text(span)
        pointer = _POINTER.match(text)
        return Span(span.start + (pointer.end() if pointer else message_start(text)), span.end)

    def _promise(self, span: Span, speaker: tuple[OwnerRef, ...]) -> FollowUpDraft | None:
        """What a speaker promises in the first person."""
        text = self._reading.text(span)
        due = self._reading.due(span)
        limited = due is not None and due.date is not None and due.strength >= LIMITED
        then = is_ahead(due) and does_by(text, due.span, self._known)
        then = then or self._turns.offers(text, due) or promised(text, self._known)
        if not (then or (limited and takes_on(text, self._known))) or asks_which(text):
            return None
        owners = owner_refs(reported_speaker(text, self._known), span.start, "owner_speaker") or speaker
        draft = self._reading.draft(span, Where.DISCUSSION, "follow_up_promise", section=False)
        promised_so = owners and draft.status is Status.OPEN
        return replace(draft, owners=self._with_partners(span, owners)) if promised_so else None


def _is_over(block: Block, below: Block | None) -> bool:
    """Whether points stand below one, deeper than it."""
    return block.kind == "item" and below is not None and below.kind == "item" and below.level > block.level


def _notes(blocks: Sequence[Block], known: Known, labels: Labels) -> frozenset[int]:
    """Where the plain lines of talk begin, if most are short and end without a full stop, as notes without marks do.

    Set apart, labelled, of a few words or over a list a line is a heading; "Rina -> ..." may tell what Rina has done.
    """
    plain = [block for block in blocks if block.kind == "paragraph" and block.table is None]
    open_end = [block for block in plain if block.text.rstrip()[-1:] not in _ENDS]
    short = [block for block in open_end if len(block.text.split()) <= _NOTE_WORDS]
    if len(short) < _FEWEST_NOTES or len(short) * 3 < len(plain) * 2:
        return frozenset()
    over = {one.start for one, other in itertools.pairwise(blocks) if other.kind == "item"}
    told = (block for block in short if block.start not in over and labels.opening(block.text) is None)
    return frozenset(block.start for block in told if _is_note(block, known))


def _is_note(block: Block, known: Known) -> bool:
    """Whether a short line can be a note by what it says itself."""
    arrow = ARROW.search(block.text)
    if arrow is not None:
        return not known.is_party(block.text[: arrow.start()].strip())
    return len(block.text.split()) > _HEADING_WORDS and not block.bold


def _alone(draft: FollowUpDraft | None) -> tuple[OwnerRef, ...]:
    """The one whom a sentence commits as its subject, whom the next one means by "he"; none of several or of bodies."""
    owners = draft.owners if draft is not None else ()
    return owners if _is_one(owners) and owners[0].rule == "owner_subject" else ()


def _is_one(owners: tuple[OwnerRef, ...]) -> bool:
    """Whether these are one person, told by name or office."""
    return len(owners) == 1 and owners[0].mention.kind is not PartyKind.ORGANIZATION
