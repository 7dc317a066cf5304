"""The action of a follow-up: its text without owner and deadline."""

import re
from functools import cache

from notula.models.blocks import Span
from notula.pipeline.extract.drafts import FollowUpDraft
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold, squeeze

_MODAL = re.compile(
    r"^[\s,;:–-]*(?:(?:akan|agar|segera|diminta|dimohon|ditugaskan|harus|wajib|supaya|mohon|untuk|bersedia|siap|"
    r"sanggup|juga|dapat|menyatakan|berkomitmen)\s+)+",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?<![\s,;])[\s,;]*\b(?:(?:yang\s+)?ditargetkan|dengan target|target|tenggat|deadline|batas waktu)\W*$"
    r"|,\s*batas(?:nya)?\W*$",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s,;:.–—→=>-]+|[\s,;:–—→=>(-]+$")
_EMPTY = re.compile(r"\(\s*[,;:.]*\s*\)|\[\s*\]")
_BARE = ("batas", "batasnya")  # of a deadline where nothing stands behind it any more


@cache
def _left_over(lexicon: Lexicon) -> "re.Pattern[str]":
    """Labels of a deadline and marks that stood around it and the owner at the end."""
    due = lexicon.calendar.due
    labels = word_pattern(due.limit_nouns, due.announce, due.finish, _BARE).pattern
    return re.compile(
        rf"(?:(?<![\s,;:–—-])(?:[\s,;:–—-]+{labels}){{1,20}}|(?<![\s,;:.–—(\[-]))"
        r"[\s,;:.–—(\[-]*(?<=[,;:–—(\[\s-])\.?$|(?<=\.)(?<!\.\.)\.+$",
        re.IGNORECASE,
    )


def action_text(draft: FollowUpDraft, scope: Scope) -> str:
    """The text of a follow-up without owner and deadline, modal words at its start left out.

    The whole text where next to nothing would be left.
    """
    whole = scope.text(*draft.span)
    text = _EMPTY.sub(" ", _cut(draft, scope))
    text = _MODAL.sub("", squeeze(_DANGLING.sub("", text)))
    text = re.sub(r"\s+([,;.])", r"\1", _EDGES.sub("", text)).strip()
    text = _left_over(scope.lexicon).sub("", text)
    text = text if "(" in text else text.rstrip(" )")
    return text if len(fold(text)) >= 3 else whole


def _cut(draft: FollowUpDraft, scope: Scope) -> str:
    """The text of a follow-up, a blank for each stretch that names its owner or deadline."""
    span = draft.span
    text = scope.document.text[span.start : span.end]
    cuts = [*draft.frames, *([draft.due.span] if draft.due else [])]
    for cut in reversed(_united([each for each in cuts if span.start <= each.start and each.end <= span.end])):
        text = text[: cut.start - span.start] + " " + text[cut.end - span.start :]
    return text


def _united(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
