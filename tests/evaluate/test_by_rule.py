"""What each rule brings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notula.models.result import Result
from notula.pipeline import cli
from notula.pipeline.evaluate import Evaluation, evaluate
from notula.pipeline.evaluate.by_rule import Brought, by_rule, rules_table

Annotated = Callable[[Path, Result], tuple[Path, Path]]


@pytest.fixture
def evaluation(result: Result, tmp_path: Path, annotated: Annotated) -> Evaluation:
    return evaluate(*annotated(tmp_path, result))


def test_values_are_counted_by_rule_and_field(result: Result, evaluation: Evaluation) -> None:
    found = {(each.field, each.rule): each for each in by_rule(evaluation, [result])}
    owner = result.follow_ups[0].owners[0]
    mine = found["owners", owner.evidence.rule]
    assert (mine.given, mine.right) == (1, 0)
    assert all(each.field != "ready" for each in found.values())


def test_without_its_only_rule_a_field_has_nothing(result: Result, evaluation: Evaluation) -> None:
    (title,) = (each for each in by_rule(evaluation, [result]) if each.field == "title")
    assert (title.right, title.loss) == (1, 1.0)


def test_a_wrong_value_costs(result: Result, evaluation: Evaluation) -> None:
    assert all(each.loss <= 0 for each in by_rule(evaluation, [result]) if each.right == 0)


def test_the_table_has_a_row_for_each_rule() -> None:
    table = rules_table([Brought("owners", "owner_label", 4, 3, 0.25)], "en")
    assert table.splitlines()[-1].split() == ["owners", "owner_label", "4", "3", "0.750", "+0.250"]


def test_the_command_prints_the_table(
    result: Result, tmp_path: Path, annotated: Annotated, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, out = annotated(tmp_path, result)
    assert cli.main(["evaluate", str(gold), str(out), "--rules", "--lang", "en"]) == 0
    assert "F1 lost without" in capsys.readouterr().out
