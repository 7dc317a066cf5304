"""Whether a sentence of the discussion or a decision is a follow-up: the rules, weighed with what annotations taught.

The rules (``commitments.py``) were made while looking at minutes and are too sure of the wordings they know; the model
was fitted on annotated minutes alone. Both together are right more often on minutes that neither has seen: the rules'
word counts ``RULES`` in log-odds; a sentence or decision is a follow-up from ``BOUND`` on. What a sentence itself
excludes ("tidak akan"), and a decision that names nobody, the model is not asked about.
"""

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from notula.models.minutes import DueKind
from notula.pipeline.extract.clause_commitments import only_gives, only_says, takes
from notula.pipeline.extract.commit_features import Place, Seen, features
from notula.pipeline.extract.commitments import Commitments, Verdict
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.modality import NOT_MEANT, promises_nothing
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.speakers import awaits
from notula.pipeline.extract.stand_ins import find_stand_ins
from notula.pipeline.logistic import Learnt, Logistic

RULES: Final = 2.75
BOUND: Final = 0.1
# Behind what is not done: what is done in its place.
_HEARD = re.compile(r"\W{0,9}(?:kabarnya|konon|isunya|gosipnya|dengar-dengar)\b", re.IGNORECASE)  # hearsay
_INSTEAD = re.compile(r",\s+(?:cukup|tetapi|tapi|melainkan|hanya|namun|dan|lalu)\b", re.IGNORECASE)


class Judged(NamedTuple):
    """A sentence or decision: where it stands, what the rules say (log-odds, 0 where nothing), its features."""

    span: Span
    ruled: float
    features: frozenset[str]

    def commits(self, model: Logistic) -> bool:
        """Whether rules and model together take it for a follow-up."""
        return self.ruled + model.log_odds(self.features) > BOUND


class Judge:
    """Judges the sentences of one meeting's discussion and its decisions; by the rules alone where there is no model.

    ``rules`` are what it judges by, ``judged`` and ``decided`` the sentences and the decisions so far.
    """

    def __init__(self, rules: Commitments, known: Known, learnt: Learnt) -> None:
        self.rules, self._known, self._learnt = rules, known, learnt
        self.judged: list[Judged] = []
        self.decided: list[Judged] = []

    def of_sentence(self, span: Span, text: str, due: DueMention | None, place: Place) -> tuple[Verdict, str]:
        """What a sentence does, and the name of what said so."""
        verdict = self.rules.of_sentence(text, due, item=place.item, aside=place.aside)
        owners = find_owners(text, self._known, section=False, due=due.span if due else None)
        clause = owners.clause
        against = takes(text, due, self._known) or promises_nothing(text) or awaits(text) or self._is_gone(due)
        against = against or self.rules.told_as_done(text, owners)
        against = against or (clause is None and _is_usual(text, owners))
        against = against or (clause is not None and self.rules.excludes(text, clause, due))
        against = against or (clause is not None and self.rules.is_custom(clause, due))
        ruled = RULES if verdict is Verdict.COMMITS else -math.inf if against else 0.0
        before = "other" if self.judged and self.judged[-1].ruled <= 0 else "ruled" if self.judged else "none"
        judged = Judged(span, ruled, self._features(text, owners, due, place) | {f"before={before}"})
        self.judged.append(judged)
        sure = verdict is Verdict.COMMITS and place.item and _ends_in_label(text, owners)
        weighed = verdict if sure else _weighed(verdict, judged, self._learnt.sentences)
        return weighed, "follow_up_sentence" if weighed is verdict else "follow_up_learned"

    def _is_gone(self, due: DueMention | None) -> bool:
        """Whether a day is written out that is none to come: that of the meeting, or of what was told of it."""
        day = self._known.day
        told = due.date if due is not None and due.kind is DueKind.ABSOLUTE else None
        return told is not None and day is not None and told <= day

    def of_decision(self, span: Span, text: str, due: DueMention | None) -> tuple[Verdict, str]:
        """What a decision does, and the name of what said so; without an owner it gives nobody work."""
        verdict = self.rules.of_decision(text, due)
        owners = find_owners(text, self._known, section=True, due=due.span if due else None)
        gives = owners.clause is not None and only_gives(text, owners.clause)
        gives = gives or _is_denied(text, owners)
        gives = gives or (owners.clause is not None and self.rules.is_news(text, owners.clause))
        gives = gives or (due is None and owners.clause is not None and only_says(text, owners.clause))
        ruled = RULES if verdict is Verdict.COMMITS else 0.0 if owners.named and not gives else -math.inf
        judged = Judged(span, ruled, self._features(text, owners, due, Place(item=True)))
        self.decided.append(judged)
        weighed = _weighed(verdict, judged, self._learnt.decisions)
        return weighed, "follow_up_decision" if weighed is verdict else "follow_up_decision_learned"

    def gives_each(self, sentences: Sequence[tuple[str, DueMention | None]]) -> bool:
        """Whether several sentences, told with their deadlines, give work to a party each, and none to the same."""
        spans = ((text, due.span if due else None) for text, due in sentences)
        owners = [find_owners(text, self._known, section=True, due=due) for text, due in spans]
        first = [found.named[0] for found in owners if found.named]
        sure = len(first) > 1 and not any(map(self._known.is_strange, first))
        if not sure or len({each.mention.name for each in first}) < len(sentences):
            return False
        return all(self.rules.of_decision(text, due) is Verdict.COMMITS for text, due in sentences)

    def _features(self, text: str, owners: Owners, due: DueMention | None, place: Place) -> frozenset[str]:
        stand_ins = find_stand_ins(text, owners, due, self._known)
        seen = Seen(owners, due, place, self.rules.facts(text, owners, due), stand_ins)
        return features(text, seen, self._known.lexicon)


def _is_usual(text: str, owners: Owners) -> bool:
    """Whether right behind those whom a note begins with stands that it is what they usually do."""
    behind = text[owners.frame.end :].lstrip() if owners.frame is not None else ""
    return NOT_MEANT.match(behind) is not None or _HEARD.match(text) is not None


def _is_denied(text: str, owners: Owners) -> bool:
    """Whether a decision only says what somebody does not do ("Panitia tidak membayar honor")."""
    denied = owners.clause is not None and all(clause.denied for clause in owners.clauses)
    return denied and _INSTEAD.search(text) is None


def _ends_in_label(text: str, owners: Owners) -> bool:
    """Whether a point ends with a label and who it names ("Genset: PJ Pak Kadus"), which leaves no doubt."""
    behind = text[owners.named[-1].end :] if owners.named else text
    return owners.rule.startswith("owner_label") and (not re.search(r"\w", behind) or behind.lstrip(" )")[:1] == ",")


def _weighed(verdict: Verdict, judged: Judged, model: Logistic | None) -> Verdict:
    """The rules' verdict, or another where rules and model together say so."""
    committed = verdict is Verdict.COMMITS
    if model is None or judged.commits(model) == committed:
        return verdict
    return Verdict.TELLS if committed else Verdict.COMMITS
