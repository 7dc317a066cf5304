"""Drafts to a result: stable ids, parties, actions, cross-checks and issues."""

from uuid import NAMESPACE_URL, uuid5

from notula.models.blocks import Document
from notula.models.issue import Issue, Level, Note
from notula.models.minutes import Agreement, Due, DueKind, FollowUp, Item, Meeting, Party, Status, Where
from notula.models.result import MadeBy, Result, ResultStatus, SourceInfo
from notula.pipeline.extract.actions import action_text
from notula.pipeline.extract.drafts import FollowUpDraft
from notula.pipeline.extract.minutes import Minutes
from notula.pipeline.extract.scope import UNJUDGED, Span
from notula.pipeline.messages import Lang, say
from notula.pipeline.text import key, squeeze

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:notula:meeting")
_ISSUE_LEVELS = {
    "H001": Level.WARNING,
    "H003": Level.WARNING,
    "P001": Level.WARNING,
    "P003": Level.WARNING,
    "P005": Level.WARNING,
    "P006": Level.WARNING,
    "D004": Level.WARNING,
    "D007": Level.WARNING,
    "F001": Level.WARNING,
    "F002": Level.INFO,
    "D001": Level.WARNING,
}


class Ids:
    """Stable ids (UUID version 5): a meeting's of date and title, an item's of meeting, list and normalised text."""

    def __init__(self, meeting: Meeting, fallback: str) -> None:
        dated, titled = meeting.date, meeting.title
        named = f"{dated.start}|{key(titled.text)}" if dated and dated.start and titled else fallback
        self.meeting = uuid5(_NAMESPACE, named)
        self._seen: dict[str, int] = {}

    def item(self, kind: str, text: str) -> str:
        """The id of an item; the same text again in the same list gets a number."""
        named = f"{kind}|{key(text)}"
        count = self._seen[named] = self._seen.get(named, 0) + 1
        return str(uuid5(self.meeting, named if count == 1 else f"{named}|{count}"))


def assemble(
    minutes: Minutes, document: Document, source: SourceInfo, made_by: MadeBy, notes: tuple[Note, ...], lang: Lang
) -> Result:
    """The result of one meeting.

    Args:
        minutes: what the extractors found.
        document: the meeting's document.
        source: the file and which part of it this is.
        made_by: version, lexicon and settings.
        notes: what the reader and the structure stage had to say about the file.
        lang: the language of issue messages.
    """
    return _Assembler(minutes, document, source, lang).result(made_by, notes)


class _Assembler:
    def __init__(self, minutes: Minutes, document: Document, source: SourceInfo, lang: Lang) -> None:
        self._minutes, self._document, self._source, self._lang = minutes, document, source, lang
        self._ids = Ids(minutes.meeting, f"{source.sha256}|{source.part}")
        self._issues: list[Issue] = []

    def result(self, made_by: MadeBy, notes: tuple[Note, ...]) -> Result:
        minutes = self._minutes
        for note in (*notes, *minutes.notes):
            self._note(note)
        agreements = tuple(
            Agreement(
                id=self._ids.item("agreement", text),
                text=text,
                confidence=UNJUDGED,
                kind=draft.kind,
                evidence=self._document.evidence(*draft.span, draft.rule),
            )
            for draft in minutes.agreements
            if (text := self._text(draft.span))
        )
        by_span = {draft.span: agreement.id for draft, agreement in zip(minutes.agreements, agreements, strict=True)}
        follow_ups = tuple(self._follow_up(draft, by_span) for draft in minutes.follow_ups)
        return Result(
            id=str(self._ids.meeting),
            status=ResultStatus.OK,
            source=self._source,
            made_by=made_by,
            meeting=minutes.meeting,
            attendees=minutes.attendees,
            absent=minutes.absent,
            agenda=self._items("agenda", minutes.agenda, "agenda_point"),
            discussion=minutes.discussion(self._ids.item),
            agreements=agreements,
            follow_ups=follow_ups,
            suggestions=self._items("suggestion", minutes.suggestions, "suggestion_sentence"),
            issues=tuple(self._issues),
        )

    def _text(self, span: Span) -> str:
        return squeeze(self._document.text[span.start : span.end])

    def _items(self, kind: str, spans: tuple[Span, ...], rule: str) -> tuple[Item, ...]:
        return tuple(
            Item(
                id=self._ids.item(kind, text),
                text=text,
                confidence=UNJUDGED,
                evidence=self._document.evidence(*span, rule),
            )
            for span in spans
            if (text := self._text(span))
        )

    def _note(self, note: Note) -> None:
        evidence = None
        if note.start is not None and note.end is not None:
            evidence = self._document.evidence(note.start, note.end, "issue")
        message = say(f"issue.{note.code}", self._lang, **dict(note.details))
        self._issues.append(
            Issue(code=note.code, level=_ISSUE_LEVELS.get(note.code, Level.INFO), message=message, evidence=evidence)
        )

    # follow-ups

    def _follow_up(self, draft: FollowUpDraft, agreements: dict[Span, str]) -> FollowUp:
        text = self._text(draft.span)
        if draft.lead is not None:
            text = f"{self._text(draft.lead)} {text}"
        due = None
        if draft.due is not None:
            mention = draft.due.mention
            due = Due(
                date=mention.date.isoformat() if mention.date else None,
                text=self._text(draft.due.span),
                kind=mention.kind,
                evidence=self._document.evidence(*draft.due.span, "due_" + mention.rule, derived=mention.derived),
            )
        owners = self._minutes.owners(draft)
        reasons = self._reasons(draft, owners, due)
        return FollowUp(
            id=self._ids.item("follow_up", text),
            text=text,
            confidence=UNJUDGED,
            evidence=self._document.evidence(*draft.span, draft.rule),
            action=action_text(draft, self._minutes.scope),
            owners=owners,
            recipients=self._minutes.recipients(draft),
            due=due,
            where=draft.where,
            status=draft.status,
            agreement_id=agreements.get(draft.span),
            needs_review=bool(set(reasons) - {"no_due"}),
            review_reasons=tuple(reasons),
        )

    def _reasons(self, draft: FollowUpDraft, owners: tuple[Party, ...], due: Due | None) -> list[str]:
        reasons = []
        if not owners and draft.status is not Status.DONE:
            reasons.append("no_owner")
            self._note(Note("F002", (), *draft.span))
        if any(ref.derived for ref in draft.owners):
            reasons.append("owner_inferred")
        if due is None:
            reasons.append("no_due")
        elif due.date is None and due.kind in (DueKind.ABSOLUTE, DueKind.RELATIVE):
            reasons.append("due_not_resolved")
            assert draft.due is not None
            self._note(Note("F001", (("text", due.text),), *draft.due.span))
        if draft.where is Where.DISCUSSION:
            reasons.append("from_discussion")
        return reasons
