"""A stretch of the minutes read as a follow-up: its owners, its deadline, how far it is."""

import itertools
import re
from bisect import bisect_right
from dataclasses import replace

from notula.models.minutes import Status, Where
from notula.pipeline.extract.done import BOX, is_done, is_ticked
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, OwnerRef, owner_refs
from notula.pipeline.extract.due import DueMention, find_due, find_dues
from notula.pipeline.extract.due_events import MAIN_EVENT, Event, find_events, own_day, with_topic
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import find_partners
from notula.pipeline.extract.owners import by_later_sentence, find_owners
from notula.pipeline.extract.scope import Scope, Span
from notula.pipeline.extract.task_events import topics
from notula.pipeline.structure.shapes import ARROWS
from notula.pipeline.text import fold

# Line breaks as spaces, and all arrows as one; each stands for one character.
_ALIKE = str.maketrans({"\n": " ", "\ufe0f": " "} | dict.fromkeys(ARROWS, "→"))
_SENTENCE_END = re.compile(r"(?<=\w\w\w)\.\s")
_DOING = re.compile(
    r"[(\[:;,–-]\s*(?:on ?going|on progress|in progress|dalam proses|masih berjalan|sedang (?:ber|di)\w+|proses)\b",
    re.IGNORECASE,
)
# Days before or after an event that stands in another sentence: "RAT tanggal 27 April. Undangan dicetak H-14."
_COUNTED = re.compile(r"(?:\w+\s+){0,2}?H\s?[-–+]\s?\d{1,2}(?:\s+hari)?\W*", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*\d{1,2}(?:\s*(?:[-–,&]|s\.?/?d\.?|dan)\s*\d{1,2})?\s*")


class Reading:
    """Reads stretches of one meeting's minutes."""

    def __init__(self, scope: Scope, known: Known) -> None:
        self._scope, self._known = scope, known
        self._topics = [
            (start, with_topic(known.events, heading, scope.lexicon) if heading else known.events)
            for above, section in itertools.pairwise((None, *scope.sections.sections))
            if section is not None
            for start, heading in topics(section, above)
        ]

    def draft(self, span: Span, where: Where, rule: str, *, section: bool) -> FollowUpDraft:
        """A stretch as a follow-up with what it says itself."""
        if box := BOX.match(self.text(span)):
            draft = self.draft(Span(span.start + box.end(), span.end), where, rule, section=section)
            return replace(draft, status=Status.DONE) if box["ticked"] else draft
        text, owners = self.text(span), self.owners(span, section=section)
        due = self._own_due(span, owners)
        if where is Where.SECTION and not (owners.named or owners.nobody):
            owners = by_later_sentence(text, self._known)
        refs = owner_refs(_each_once(owners.named), span.start, owners.rule)
        known = {ref.mention.name for ref in refs}
        partners = [
            each
            for each in find_partners(text, self._known)
            if each.mention.name not in known
            and not any(overlap(each, one) for one in owners.named)
            and not (owners.named and _SENTENCE_END.search(text, owners.named[-1].end, each.start))
        ]
        refs += owner_refs(tuple(partners), span.start, "owner_partner") if refs and not owners.nobody else ()
        frames = (shift(owners.frame, span.start),) if owners.frame else ()
        return FollowUpDraft(span, where, rule, refs, due, self._status(text, due, where), frames, nobody=owners.nobody)

    def partners(self, span: Span) -> tuple[OwnerRef, ...]:
        """Those with whom a stretch says that something is done ("bersama Rina")."""
        return owner_refs(find_partners(self.text(span), self._known), span.start, "owner_partner")

    def _status(self, text: str, due: DueRef | None, where: Where) -> Status:
        """How far it is; a sentence of talk that commits somebody is open, whatever else it says is done."""
        talk = where is Where.DISCUSSION
        if is_ticked(text) if talk else is_done(text, due.mention if due else None, self._known.day):
            return Status.DONE
        return Status.IN_PROGRESS if _DOING.search(text) else Status.OPEN

    def _own_due(self, span: Span, owners: Owners) -> DueRef | None:
        """The deadline of a stretch: of several the one in the owner's part of it; else what its last cell says."""
        text, mention = self.text(span), self.due(span)
        if mention is None and (tab := text.rfind("\t") + 1):
            cell = Span(span.start + tab, span.end)
            mention = self.due(cell, cell=True)
            told = mention is not None and mention.rule != "cell"
            return DueRef(shift(mention.span, cell.start), mention) if told and mention else None
        if mention is not None and owners.clause is not None:
            start = text.rfind("; ", 0, owners.clause.start) + 1
            end = text.find("; ", owners.clause.start)
            part = range(start, end if end >= 0 else len(text))
            dues = find_dues(text, self._scope.lexicon, self._known.day, self._events(span))
            mention = next((each for each in dues if each.start in part), mention)
        return DueRef(shift(mention.span, span.start), mention) if mention else None

    def owners(self, span: Span, *, section: bool) -> Owners:
        """Who a stretch says has to do it; offsets index its text."""
        mention = self.due(span)
        due = mention.span if mention else None
        return find_owners(self.text(span), self._known, section=section, due=due)

    def due(
        self, span: Span, *, cell: bool = False, task: Span | None = None, title: str = ""
    ) -> DueMention | None:
        """The deadline that a stretch, or with ``cell`` a table's cell (beside a ``task``) states; offsets index it.

        A cell of numbers has days in it where the ``title`` over it says so ("Tgl": "20-22").
        """
        text, known = self.text(span), self._known
        found = find_due(text, self._scope.lexicon, known.day, self._events(span), cell=cell)
        if found is not None and found.date is None and title and _NUMBERS.fullmatch(text):
            days = find_due(f"{title.rstrip('.')} {text}", self._scope.lexicon, known.day)
            return replace(found, date=days.date, kind=days.kind, derived=True, rule=days.rule) if days else found
        if found is None or found.date is not None or not _COUNTED.fullmatch(text, found.start, found.end):
            return found
        if task is not None and (day := own_day(self.text(task), self._scope.lexicon, known.day)):
            return find_due(text, self._scope.lexicon, known.day, (Event(MAIN_EVENT, day),), cell=cell)
        told = find_events(self._before(span), self._scope.lexicon, known.day)
        return find_due(text, self._scope.lexicon, known.day, told, cell=cell) if told else found

    def _events(self, span: Span) -> tuple[Event, ...]:
        """What the minutes date, for a stretch: its "H-7" counts from the event that its topic's heading names."""
        at = bisect_right(self._topics, span.start, key=lambda topic: topic[0]) - 1
        return self._topics[at][1] if at >= 0 else self._known.events

    def _before(self, span: Span) -> str:
        """What the block that a stretch stands in says before it."""
        blocks = (block for section in self._scope.sections.sections for block in section.blocks)
        block = next((each for each in blocks if each.start <= span.start < each.end), None)
        return self.text(Span(block.start, span.start)) if block else ""

    def due_ref(self, span: Span) -> DueRef | None:
        """The same with its place in the document."""
        mention = self.due(span)
        return DueRef(shift(mention.span, span.start), mention) if mention else None

    def text(self, span: Span) -> str:
        """A stretch of the document on one line."""
        return self._scope.document.text[span.start : span.end].translate(_ALIKE)


def _each_once(named: tuple[Named, ...]) -> tuple[Named, ...]:
    """The parties, whoever is named twice once ("... disiapkan Humas, dan Humas akan ...")."""
    told: dict[str, Named] = {}
    for each in named:
        told.setdefault(fold(each.mention.name), each)
    return tuple(told.values())


def overlap(one: Span | Named, other: Span | Named) -> bool:
    """Whether two stretches share any character."""
    return one.start < other.end and other.start < one.end


def shift(span: Span, by: int) -> Span:
    """A span further on in the text."""
    return Span(span.start + by, span.end + by)
