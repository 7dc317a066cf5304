"""Owners told by their place: a list that names them behind a dash, or in a bracket at the end, does so throughout.

What nothing else tells of is taken for a party there ("Simulasi kode merah – K3RS – 3 Mei"), where most points of the
list name one in that place.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from notula.pipeline.extract.drafts import FollowUpDraft, owner_refs
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import BEFORE_DAY
from notula.pipeline.extract.reading import Reading, shift
from notula.pipeline.extract.scope import Span

_DASH = re.compile(r"\s+[–—-]{1,2}\s+")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]][\s.;,–—-]*$")
_NAMES = re.compile(r"(?:[@A-Z][\w.'/-]*|&|dan|\d{1,2})(?:,?\s+(?:[@A-Z][\w.'/-]*|&|dan|\d{1,2}))*")
_MOST_WORDS = 6
_LEAST = 2  # points that name somebody known in a place


def _behind_dash(text: str, due: int) -> Span | None:
    """What stands between the last two dashes before the deadline, or behind the last one."""
    end = len(BEFORE_DAY.sub("", text[:due]))
    cuts = list(_DASH.finditer(text, 0, end))
    return Span(cuts[-1].end(), end) if cuts else None


def _in_bracket(text: str, due: int) -> Span | None:
    """What a bracket at the end holds, or holds before the deadline."""
    bracket = _BRACKET.search(text) or _BRACKET.search(text[:due])
    if bracket is None:
        return None
    start, end = bracket.span(1)
    return Span(start, start + len(BEFORE_DAY.sub("", text[start : min(end, due)])))


_PLACES: dict[str, Callable[[str, int], Span | None]] = {"owner_dash": _behind_dash, "owner_bracket": _in_bracket}


def in_their_place(drafts: Sequence[FollowUpDraft], reading: Reading, known: Known) -> list[FollowUpDraft]:
    """The points of a list, those that name nobody for sure with what stands where most of the others name somebody."""
    naming = Counter(draft.owners[0].rule for draft in drafts if draft.owners)
    unsure = sum(map(_is_unsure, drafts))
    places = [rule for rule in _PLACES if naming[rule] >= max(_LEAST, unsure / 2)]
    return [
        next((found for rule in places if (found := _named_at(draft, rule, reading, known)) is not draft), draft)
        if _is_unsure(draft)
        else draft
        for draft in drafts
    ]


def _is_unsure(draft: FollowUpDraft) -> bool:
    """Whether a point names nobody, or the last of several names only."""
    return not draft.nobody and (not draft.owners or draft.owners[0].rule == "owner_tail")


def _named_at(draft: FollowUpDraft, rule: str, reading: Reading, known: Known) -> FollowUpDraft:
    """A point with the parties that stand in a place of it, where it can be nothing but names."""
    text = reading.text(draft.span)
    due = draft.due.span.start - draft.span.start if draft.due else len(text)
    place = _PLACES[rule](text, due if due > 0 else len(text))
    words = text[place.start : place.end] if place else ""
    if place is None or len(words.split()) > _MOST_WORDS or not _NAMES.fullmatch(words):
        return draft
    named = known.named(text, place.start, place.end, loose=True)
    if len(named) <= len(draft.owners):
        return draft
    frames = (*draft.frames, shift(place, draft.span.start))
    return replace(draft, owners=owner_refs(named, draft.span.start, rule), frames=frames)
