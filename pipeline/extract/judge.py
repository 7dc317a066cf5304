"""Whether a sentence of the discussion is a follow-up: the rules' verdict, weighed with what annotations taught.

The rules (``commitments.py``) were made while looking at minutes and are too sure of the wordings they know; the model
was fitted on annotated minutes alone. Both together are right more often on minutes that neither has seen: the rules'
word for a sentence counts ``RULES`` in log-odds, and it is a follow-up from ``BOUND`` on. What a sentence itself
excludes ("tidak akan") the model is not asked about.
"""

import math
from typing import Final, NamedTuple

from notula.pipeline.extract.commit_features import Seen, features
from notula.pipeline.extract.commitments import Commitments, Verdict
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.modality import is_question
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.stand_ins import find_stand_ins
from notula.pipeline.logistic import Logistic

RULES: Final = 2.5
BOUND: Final = 0.5


class Judged(NamedTuple):
    """A sentence of the discussion: where it stands, what the rules say (log-odds, 0 where nothing), features."""

    span: Span
    ruled: float
    features: frozenset[str]

    def commits(self, model: Logistic) -> bool:
        """Whether rules and model together take it for a follow-up."""
        return self.ruled + model.log_odds(self.features) > BOUND


class Judge:
    """Judges the sentences of one meeting's discussion; by the rules alone where there is no model."""

    def __init__(self, rules: Commitments, known: Known, model: Logistic | None) -> None:
        self._rules, self._known, self._model = rules, known, model
        self.judged: list[Judged] = []

    def of_sentence(
        self, span: Span, text: str, due: DueMention | None, *, item: bool, aside: bool
    ) -> tuple[Verdict, str]:
        """What a sentence does, and the name of what said so."""
        verdict = self._rules.of_sentence(text, due, item=item, aside=aside)
        judged = self._judged(span, text, due, verdict, item=item, aside=aside)
        self.judged.append(judged)
        committed = verdict is Verdict.COMMITS
        if self._model is None or judged.commits(self._model) == committed:
            return verdict, "follow_up_sentence"
        return (Verdict.TELLS if committed else Verdict.COMMITS), "follow_up_learned"

    def _judged(
        self, span: Span, text: str, due: DueMention | None, verdict: Verdict, *, item: bool, aside: bool
    ) -> Judged:
        owners = find_owners(text, self._known, section=False, due=due.span if due else None)
        clause = owners.clause
        against = is_question(text) or (clause is not None and self._rules.excludes(text, clause, due))
        ruled = RULES if verdict is Verdict.COMMITS else -math.inf if against else 0.0
        stand_ins = find_stand_ins(text, owners, due, self._known)
        seen = Seen(owners, due, item, aside, self._rules.facts(text, owners, due), stand_ins)
        return Judged(span, ruled, features(text, seen))
