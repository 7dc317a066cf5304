"""What a confidence model is worth on documents it was not fitted on, as tables for people."""

from collections.abc import Sequence

from notula.pipeline.evaluate.calibration import Row, risk_coverage
from notula.pipeline.evaluate.fitting import cross_validate, try_out
from notula.pipeline.evaluate.sentences import Sentence, learnable, try_sentences
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns

_HEADS = ("field", "values", "right", "error", "chance", "brier")
_THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)


def trials_table(rows: Sequence[Row], lang: Lang = "id") -> str:
    """The calibration of each field, and what of the whole follow-ups passes each threshold.

    Raises:
        UsageError: scikit-learn is not installed.
    """
    fields = [
        [name, str(trial.rows), *(f"{figure:.3f}" for figure in (trial.right, trial.error, trial.chance, trial.brier))]
        for name, trial in try_out(rows).items()
    ]
    parts = [columns(fields, [say(f"train.{head}", lang) for head in _HEADS], right=range(1, len(_HEADS)))]
    ready = [row for row in rows if row.field == "ready"]
    if ready:
        points = risk_coverage(cross_validate(ready), _THRESHOLDS)
        curve = [[f"{point.threshold:.2f}", f"{point.coverage:.3f}", f"{point.precision:.3f}"] for point in points]
        heads = [say(f"train.{head}", lang) for head in ("threshold", "coverage", "kept")]
        parts.append(columns(curve, heads, right=range(3)))
    return "\n\n".join(parts)


def sentences_table(sentences: Sequence[Sentence], lang: Lang = "id") -> str:
    """What rules, model and both together are worth in telling which sentences and which decisions are follow-ups.

    Raises:
        UsageError: scikit-learn is not installed.
    """
    talk, decisions = ([each for each in sentences if each.decided == decided] for decided in (False, True))
    tables = [_sentences_table("train.sentences", talk, lang)]
    tables += [_sentences_table("train.decisions", decisions, lang)] if learnable(decisions) else []
    return "\n\n".join(tables)


def _sentences_table(head: str, sentences: Sequence[Sentence], lang: Lang) -> str:
    by = {"rules": "train.by_rules", "model": "train.by_model", "both": "train.by_both"}
    rows = [
        [say(by[name], lang), str(share.given), *(f"{figure:.3f}" for figure in share[1:])]
        for name, share in try_sentences(sentences).items()
    ]
    heads = [say(f"evaluate.{head}", lang) for head in ("given", "precision", "recall")]
    return columns(rows, [say(head, lang), *heads, "F1"], right=range(1, 5))
