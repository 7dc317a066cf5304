"""Which decisions give somebody work, by the rules and by what annotations taught."""

import pytest

from notula.models.blocks import Span
from notula.pipeline.extract.commitments import Commitments, Verdict
from notula.pipeline.extract.judge import Judge
from notula.pipeline.extract.known import Known
from notula.pipeline.logistic import NOTHING, Learnt, Logistic

WORK = "Dinas Perikanan mengirim data nelayan."
NOBODY = "Iuran tetap seperti tahun lalu."


@pytest.mark.parametrize(
    ("text", "weight", "verdict", "rule"),
    [
        pytest.param(WORK, None, Verdict.COMMITS, "follow_up_decision", id="rules-alone"),
        pytest.param(WORK, -4.0, Verdict.TELLS, "follow_up_decision_learned", id="model-against"),
        pytest.param(WORK, 0.1, Verdict.COMMITS, "follow_up_decision", id="model-for-it"),
        pytest.param("Anggota menunggak dua bulan dicoret.", None, Verdict.TELLS, "follow_up_decision", id="a-state"),
        pytest.param("Dinas Perikanan berkedudukan di kota.", 9.0, Verdict.TELLS, "follow_up_decision", id="a-place"),
        pytest.param("Dinas Perikanan tidak memungut iuran.", 9.0, Verdict.TELLS, "follow_up_decision", id="denied"),
        pytest.param("Dinas Perikanan tidak memungut iuran, cukup mendata lapak.", 9.0, Verdict.COMMITS,
                     "follow_up_decision_learned", id="something-else-instead"),
        pytest.param(NOBODY, 9.0, Verdict.TELLS, "follow_up_decision", id="nobody-is-named"),
    ],
)
def test_decisions(text: str, weight: float | None, verdict: Verdict, rule: str, known: Known) -> None:
    learnt = NOTHING if weight is None else Learnt(decisions=Logistic(intercept=weight, weights={}))
    judge = Judge(Commitments(known), known, learnt)
    assert judge.of_decision(Span(0, len(text)), text, None) == (verdict, rule)
    assert [each.span for each in judge.decided] == [Span(0, len(text))] and not judge.judged


@pytest.mark.parametrize(
    ("sentences", "each"),
    [((WORK, "Laporan disusun Bappeda."), True), ((WORK, NOBODY), False), ((WORK, WORK), False), ((WORK,), False)],
)
def test_decisions_that_give_work_in_every_sentence(sentences: tuple[str, ...], each: bool, known: Known) -> None:
    judge = Judge(Commitments(known), known, NOTHING)
    assert judge.gives_each([(text, None) for text in sentences]) is each
