"""Follow-ups by their spans, before they get ids; the same action stated twice made one."""

import re
from dataclasses import dataclass, replace

from notula.models.minutes import Status, Where
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.mentions import Named, PartyMention
from notula.pipeline.extract.scope import Scope, Span

# Not "Pihak Kesatu", "Pihak II", "Pihak Penyedia".
_SIDE = re.compile(
    r"[Pp]ihak\s+(?=[A-Z])(?![IVX]+\b|(?:Pertama|Kesatu|Kedua|Ketiga|Keempat|Penyedia|Pengguna|Terkait)\b)"
)


@dataclass(frozen=True, slots=True)
class OwnerRef:
    """An owner in the canonical text; ``derived`` where it stands outside the point (a heading, a merged cell)."""

    span: Span
    mention: PartyMention
    rule: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class DueRef:
    """A deadline's span in the canonical text and what it says."""

    span: Span
    mention: DueMention


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """A follow-up by its spans: the point, its owners and deadline, and the stretch that says what is to be done.

    ``lead`` is the span of a heading that the point needs to be understood ("Bendera Start:" over "PIC: Pak Danang").
    """

    span: Span
    where: Where
    rule: str
    owners: tuple[OwnerRef, ...] = ()
    due: DueRef | None = None
    status: Status = Status.OPEN
    frames: tuple[Span, ...] = ()
    lead: Span | None = None
    nobody: bool = False


def owner_refs(named: tuple[Named, ...], by: int, rule: str, *, derived: bool = False) -> tuple[OwnerRef, ...]:
    """The owners of a stretch that begins at ``by`` in the canonical text."""
    sides = ((each.start, each.end, _without_side(each.mention)) for each in named)
    return tuple(OwnerRef(Span(start + by, end + by), mention, rule, derived) for start, end, mention in sides)


def _without_side(mention: PartyMention) -> PartyMention:
    """The body that "pihak" only speaks of as a side ("pihak Bappeda")."""
    side = _SIDE.match(mention.name)
    if side is None:
        return mention
    start = mention.name_at.start + side.end()
    return replace(mention, name=mention.name[side.end() :], name_at=Span(start, mention.name_at.end))


def merge_repeated(drafts: list[FollowUpDraft], scope: Scope) -> list[FollowUpDraft]:
    """The drafts with the same action stated twice as one entry, the richer data kept."""
    kept: list[FollowUpDraft] = []
    words = {draft.span: frozenset(re.findall(r"\w+", scope.text(*draft.span).casefold())) for draft in drafts}
    for draft in drafts:
        twin = next((at for at, other in enumerate(kept) if _same_action(draft, other, words)), None)
        if twin is None:
            kept.append(draft)
            continue
        first, second = (kept[twin], draft) if _rank(kept[twin]) >= _rank(draft) else (draft, kept[twin])
        kept[twin] = replace(first, owners=first.owners or second.owners, due=first.due or second.due)
    return kept


def _rank(draft: FollowUpDraft) -> tuple[int, int, int]:
    order = {Where.DECISION: 1, Where.SECTION: 2, Where.DISCUSSION: 0}
    return order[draft.where], len(draft.owners), int(draft.due is not None)


def _same_action(one: FollowUpDraft, other: FollowUpDraft, words: dict[Span, frozenset[str]]) -> bool:
    if one.span == other.span:
        return True
    if one.where is other.where:
        return False
    a, b = words[one.span], words[other.span]
    least, both = min(len(a), len(b)), len(a) + len(b)
    return least >= 4 and 2 * least / both >= 0.8 and 2 * len(a & b) / both >= 0.8


def names_its_own(draft: FollowUpDraft) -> bool:
    """Whether an action says itself who does it: its first words, or those after "oleh"."""
    first = draft.owners[0] if draft.owners else None
    return first is not None and (
        first.rule == "owner_by" or (first.rule == "owner_subject" and first.span.start == draft.span.start)
    )
