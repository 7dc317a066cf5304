"""Confidences against what came true, and the model fitted on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notula.models.result import Result
from notula.pipeline import cli
from notula.pipeline.confidence.model import load_model
from notula.pipeline.errors import UsageError
from notula.pipeline.evaluate import evaluate
from notula.pipeline.evaluate.calibration import (
    Forecast,
    Row,
    calibration_error,
    error_by_chance,
    read_rows,
    risk_coverage,
    rows_of,
    write_rows,
)
from notula.pipeline.evaluate.fitting import cross_validate, fit, try_out

Annotated = Callable[[Path, Result], tuple[Path, Path]]
ROOT = Path(__file__).resolve().parents[2]
GOOD, BAD = ("rule=table",), ("rule=guess",)


def made_rows(*, unseen: bool = False) -> list[Row]:
    """Forty documents: what a table says is right in 19 of 20, what is guessed in 1 of 2."""
    return [
        Row(f"doc{number}", field, features, right, unseen)
        for number in range(40)
        for field in ("ready", "title")
        for features, right in ((GOOD, number % 20 != 0), (BAD, number % 2 == 0))
    ]


@pytest.mark.parametrize(
    ("promised", "kept", "error"),
    [
        pytest.param(0.8, 0.8, 0.0, id="honest"),
        pytest.param(0.9, 0.6, 0.3, id="boastful"),
        pytest.param(0.5, 0.9, 0.4, id="timid"),
    ],
)
def test_calibration_error(promised: float, kept: float, error: float) -> None:
    forecasts = [Forecast(promised, number % 10 < kept * 10) for number in range(100)]
    assert calibration_error(forecasts) >= error - 1e-9
    assert abs(sum(each.probability - each.right for each in forecasts)) / 100 == pytest.approx(error)


def test_calibration_error_of_nothing() -> None:
    assert calibration_error([]) == 0


def test_few_values_show_an_error_by_chance_alone() -> None:
    few, many = ([Forecast(0.8, True)] * count for count in (50, 5000))
    assert error_by_chance(few) > 0.1 > 0.03 > error_by_chance(many) > 0
    assert error_by_chance([Forecast(1.0, False)] * 50) == 0


def test_what_passes_a_threshold() -> None:
    forecasts = [Forecast(0.9, True), Forecast(0.9, True), Forecast(0.6, False), Forecast(0.6, True)]
    points = [(point.coverage, point.precision) for point in risk_coverage(forecasts, (0.5, 0.8, 0.95))]
    assert points == [(1.0, 0.75), (0.5, 1.0), (0.0, 1.0)]


def test_the_model_tells_tables_from_guesses() -> None:
    model = fit(made_rows())
    assert model.probability("ready", GOOD) > 0.8 > 0.65 > model.probability("ready", BAD) > 0.35


def test_the_same_rows_give_the_same_model() -> None:
    assert fit(made_rows()) == fit(made_rows())


def test_unseen_documents_decide_what_the_trial_tells() -> None:
    seen = [row._replace(right=True) for row in made_rows()]
    rows = [*seen, *(row._replace(group="new " + row.group) for row in made_rows(unseen=True))]
    assert try_out(rows)["ready"].rows == 80
    assert all(each.right for each in cross_validate([row for row in seen if row.field == "ready"]))


def test_a_field_without_telling_features_still_has_a_probability() -> None:
    rows = [Row(f"doc{number}", "place", (), number != 0) for number in range(10)]
    assert 0.6 < fit(rows).probability("place", ()) < 0.95


def test_nothing_to_learn() -> None:
    with pytest.raises(UsageError):
        fit([])


def test_rows_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_rows(made_rows(), tmp_path / "rows.jsonl")
    assert list(read_rows(tmp_path / "rows.jsonl")) == made_rows()


@pytest.mark.parametrize("text", ["{", '{"group": "a"}'])
def test_rows_that_cannot_be_used(text: str, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(text, "utf-8")
    with pytest.raises(UsageError):
        list(read_rows(tmp_path / "rows.jsonl"))


def test_each_value_is_right_or_wrong_by_itself(result: Result, tmp_path: Path, annotated: Annotated) -> None:
    rows = {row.field: row.right for row in rows_of(evaluate(*annotated(tmp_path, result)), [result])}
    assert rows["title"] and rows["follow_ups"] and rows["due"]
    assert not rows["owners"] and not rows["ready"]


def test_train_writes_a_model_that_run_can_use(
    result: Result, tmp_path: Path, annotated: Annotated, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows(made_rows(), tmp_path / "rows.jsonl")
    gold, out = annotated(tmp_path, result)
    saved, model = tmp_path / "all.jsonl", tmp_path / "model.json"
    calls = ["train", "--rows", str(tmp_path / "rows.jsonl"), "--annotated", str(gold), str(out)]
    assert cli.main([*calls, "--save-rows", str(saved), "-o", str(model), "--lang", "en"]) == 0
    assert "calibration error" in capsys.readouterr().out
    assert set(load_model(model).fields) >= {"ready", "title", "owners"}
    assert len(list(read_rows(saved))) > len(made_rows())


def test_train_without_anything_to_learn_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["train", "--lang", "en"]) == 2
    assert "nothing to learn" in capsys.readouterr().err


def test_the_shipped_model_is_what_the_rows_of_the_repository_give() -> None:
    assert fit(list(read_rows(ROOT / "bench/calibration/rows.jsonl"))).fields == load_model().fields
