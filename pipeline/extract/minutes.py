"""One meeting's sections to its minutes: the extractors in their order."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from notula.models.blocks import Block, Span
from notula.models.issue import Note
from notula.models.minutes import DateValue, Discussion, Item, Meeting, Party
from notula.models.sections import SectionKind, Sections
from notula.pipeline.extract.agenda import find_agenda
from notula.pipeline.extract.agreements import AgreementDraft, find_agreements, is_log
from notula.pipeline.extract.aliases import build_aliases
from notula.pipeline.extract.assigned_tables import with_assigned_tables
from notula.pipeline.extract.blanks import is_prompt
from notula.pipeline.extract.drafts import FollowUpDraft
from notula.pipeline.extract.due_events import find_events, with_main
from notula.pipeline.extract.follow_ups import FollowUps
from notula.pipeline.extract.judge import Judged
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.participants import find_participants
from notula.pipeline.extract.scope import UNJUDGED, Scope
from notula.pipeline.extract.seen import Seen
from notula.pipeline.extract.shared_due import share_dues
from notula.pipeline.extract.task_events import task_events, topic_events
from notula.pipeline.extract.title import find_title
from notula.pipeline.extract.when import find_when
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.logistic import NOTHING, Learnt
from notula.pipeline.text import fold, squeeze

_RECIPIENT = re.compile(r"\b(?:kepada|kpd|ke)\s+(?P<who>[^,.;:()]+)", re.IGNORECASE)
_RECIPIENT_STOP = re.compile(
    r"\s+(?:untuk|agar|paling|selambat\S*|sebelum|pada|dalam|dengan|yang|melalui|terkait|mengenai|tentang|guna|setelah|"
    r"maks\S*|tanggal|tgl|secara|H-\d+)\b"
)

_UNFITTED = 0.8  # the confidence of recipients and speakers, which no fitted model judges

NewId = Callable[[str, str], str]


@dataclass(frozen=True)
class Minutes:
    """What the extractors found in one meeting's minutes, before ids."""

    scope: Scope
    known: Known
    meeting: Meeting
    attendees: tuple[Party, ...]
    absent: tuple[Party, ...]
    agenda: tuple[Span, ...]
    agreements: tuple[AgreementDraft, ...]
    follow_ups: tuple[FollowUpDraft, ...]
    suggestions: tuple[Span, ...]
    judged: tuple[Judged, ...]
    decided: tuple[Judged, ...]
    notes: tuple[Note, ...]

    @property
    def day(self) -> dt.date | None:
        """The (first) day of the meeting."""
        return _day(self.meeting.date)

    def owners(self, draft: FollowUpDraft) -> tuple[Party, ...]:
        """The owners of a follow-up as parties."""
        return tuple(self.party(ref.span, ref.mention, ref.rule, derived=ref.derived) for ref in draft.owners)

    def recipients(self, draft: FollowUpDraft) -> tuple[Party, ...]:
        """The parties that a follow-up's result goes to ("kepada LAN"); owners are none of them."""
        text = self.scope.document.text[draft.span.start : draft.span.end].replace("\n", " ")
        owned = [ref.span for ref in draft.owners]
        found = []
        for match in _RECIPIENT.finditer(text):
            stop = _RECIPIENT_STOP.search(text, match.start("who"), match.end("who"))
            named = self.known.named(text, match.start("who"), stop.start() if stop else match.end("who"))
            for each in named:
                span = Span(draft.span.start + each.start, draft.span.start + each.end)
                if not any(span.start < other.end and other.start < span.end for other in owned):
                    found.append(self.party(span, each.mention, "recipient", confidence=_UNFITTED))
        return tuple(found)

    def party(
        self, span: Span, mention: PartyMention, rule: str, *, derived: bool = False, confidence: float = UNJUDGED
    ) -> Party:
        """A mention as a party, with the document's and the registry's other names for it."""
        return make_party(self.scope, self.known, span, mention, rule, derived=derived, confidence=confidence)

    def discussion(self, new_id: NewId) -> tuple[Discussion, ...]:
        """What was said, point by point, with the speaker where a point names one."""
        return tuple(self._talk(new_id))

    def _talk(self, new_id: NewId) -> Iterator[Discussion]:
        for section in self.scope.sections.of(SectionKind.DISCUSSION):
            if is_log(section):
                continue
            blocks = [block for block in section.blocks if block.table is None]
            at = 0
            while at < len(blocks):
                head = blocks[at]
                under = []
                while (
                    at + 1 < len(blocks)
                    and blocks[at + 1].level > max(head.level, -1)
                    and blocks[at + 1].kind == "item"
                ):
                    at += 1
                    under.append(blocks[at])
                at += 1
                yield self._contribution(head, under, new_id)

    def _contribution(self, head: Block, under: list[Block], new_id: NewId) -> Discussion:
        points = tuple(
            Item(
                id=new_id("point", text),
                text=text,
                confidence=0.9,
                evidence=self.scope.evidence(block.start, block.end, "discussion_point"),
            )
            for block in under
            if (text := squeeze(block.text))
        )
        end = under[-1].end if under else head.end
        return Discussion(
            speaker=self._speaker(head),
            text=squeeze(head.text),
            points=points,
            evidence=self.scope.evidence(head.start, end, "discussion_item"),
        )

    def _speaker(self, block: Block) -> Party | None:
        colon = re.match(r"[^:.]{2,60}(?=\s*:)", block.text)
        if colon and (named := self.known.named(block.text, 0, colon.end())):
            each = named[0]
        else:
            sentence = block.text[:200]
            clauses = self.known.clauses(sentence)
            first = next((clause for clause in clauses if clause.report and clause.start <= 2), None)
            named = self.known.named(sentence, first.start, first.end) if first else ()
            if not named:
                return None
            each = named[0]
        return self.party(
            Span(block.start + each.start, block.start + each.end), each.mention, "speaker", confidence=_UNFITTED
        )


def extract_meetings(meetings: Sequence[Sections], lexicon: Lexicon, learnt: Learnt = NOTHING) -> list[Minutes]:
    """The minutes of each meeting of a file, each beside the one dated before it, else beside one dated behind it.

    Who was at the meetings before is known by name in those after them.
    """
    found: list[Minutes] = []
    day: dt.date | None = None
    met: tuple[PartyMention, ...] = ()
    for sections in meetings:
        found.append(extract_minutes(sections, lexicon, learnt, day, met))
        day, met = found[-1].day or day, found[-1].known.people
    dated = next((at for at, minutes in enumerate(found) if minutes.day), 0)
    for at in range(dated - 1, -1, -1):
        found[at] = extract_minutes(meetings[at], lexicon, learnt, found[at + 1].day)
    return found


def _day(date: DateValue | None) -> dt.date | None:
    return dt.date.fromisoformat(date.start) if date and date.start else None


def extract_minutes(
    sections: Sections,
    lexicon: Lexicon,
    learnt: Learnt = NOTHING,
    beside: dt.date | None = None,
    met: tuple[PartyMention, ...] = (),
) -> Minutes:
    """Everything that the extractors find in one meeting's sections.

    ``learnt`` tells which sentences and decisions are follow-ups; where it tells nothing the rules judge alone.
    ``beside`` is the day of the meeting next to it in the file, ``met`` who was at the meetings before it.
    """
    scope = Scope(_without_prompts(sections), lexicon)
    scope.language.learn(scope.document.text)
    agenda = find_agenda(scope)
    title = find_title(scope, agenda.event or agenda.points)
    when = find_when(scope, beside)
    people = find_participants(scope)
    everybody = [seen.mention for seen in (*people.attendees, *people.absent, *people.chair, *people.note_taker)]
    day = _day(when.date)
    text = _paragraphs(scope)
    events = (*find_events(text, lexicon, day), *task_events(scope, day))
    events = (*events, *topic_events(scope, day, events))
    known = Known(
        scope,
        (*everybody, *met),
        build_aliases(scope.document.text, lexicon, everybody),
        day,
        with_main(events, title.text if title else "", text, lexicon, day),
    )
    scope = replace(scope, sections=with_assigned_tables(scope.sections, known))
    agreements = find_agreements(scope, _names(known, people.chair), day)
    finder = FollowUps(scope, known, agreements, learnt)
    follow_ups = share_dues(scope, known, finder.find())

    def parties(seen: tuple[Seen, ...]) -> tuple[Party, ...]:
        return tuple(make_party(scope, known, each.span, each.mention, each.rule) for each in seen)

    meeting = Meeting(
        title=title,
        date=when.date,
        time=when.time,
        place=when.place,
        mode=when.mode,
        chair=parties(people.chair),
        note_taker=parties(people.note_taker),
    )
    missing = [code for code, value in (("H002", title), ("H003", when.date), ("H004", when.place)) if value is None]
    return Minutes(
        scope,
        known,
        meeting,
        parties(people.attendees),
        parties(people.absent),
        agenda.points,
        tuple(agreements),
        tuple(follow_ups),
        tuple(finder.suggestions),
        finder.judged,
        finder.decided,
        (*scope.document.notes, *when.notes, *(Note(code) for code in missing)),
    )


def _without_prompts(sections: Sections) -> Sections:
    """The sections without lines of a form that nobody filled in ("[nama notulis]")."""
    blank = {block.start for section in sections.sections for block in section.blocks if is_prompt(block.text)}
    if not blank:
        return sections
    kept = [
        replace(section, blocks=tuple(block for block in section.blocks if block.start not in blank))
        for section in sections.sections
    ]
    return replace(sections, sections=tuple(section for section in kept if section.blocks or not section.inline))


def make_party(
    scope: Scope,
    known: Known,
    span: Span,
    mention: PartyMention,
    rule: str,
    *,
    derived: bool = False,
    confidence: float = UNJUDGED,
) -> Party:
    """A mention as a party of the contract."""
    aliases = [each for each in known.aliases.spellings(mention.name) if each != mention.name]
    aliases += [each for each in (mention.full, mention.alias) if each and each not in aliases]
    return Party(
        name=squeeze(mention.name),
        canonical_name=known.aliases.canonical(mention.name),
        aliases=tuple(dict.fromkeys(aliases)),
        kind=mention.kind,
        honorific=mention.honorific,
        role=_clean(mention.role),
        organization=_clean(mention.organization),
        confidence=confidence,
        evidence=scope.evidence(*span, rule, derived=derived),
    )


def _names(known: Known, seen: tuple[Seen, ...]) -> tuple[str, ...]:
    """The folded names, offices and short forms of parties, as a sentence may begin with them."""
    told = [name for each in seen for name in (each.mention.name, each.mention.role, each.mention.alias) if name]
    return tuple(dict.fromkeys(fold(form) for name in told for form in (name, *known.aliases.spellings(name))))


def _clean(text: str | None) -> str | None:
    return squeeze(text) if text and text.strip() else None


def _paragraphs(scope: Scope) -> str:
    """The document's text, one block a line."""
    lines: list[str] = []

    def walk(blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if block.table is None:
                lines.append(block.text)
            else:
                for row in block.table.rows:
                    for cell in row:
                        if not cell.derived:
                            walk(cell.blocks)

    walk(scope.document.blocks)
    return "\n".join(lines)
