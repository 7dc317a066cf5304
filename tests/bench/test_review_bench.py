"""The benchmark of the review store runs, on a few meetings."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parents[2] / "bench" / "review"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_evidence_of_made_results_holds() -> None:
    result, text = script("make_results").make_result(7)
    assert (len(result.follow_ups), len(result.attendees)) == (8, 10)
    values = [*result.agenda, *result.agreements, *result.follow_ups, *result.suggestions, *result.attendees]
    for value in values:
        evidence = value.evidence
        assert text[evidence.char_start : evidence.char_end] == evidence.quote


def test_the_same_number_makes_the_same_result() -> None:
    make = script("make_results").make_result
    assert make(3) == make(3) != make(4)


def test_the_store_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert script("make_results").main([str(tmp_path), "--meetings", "5"]) == 0
    assert script("measure_store").main([str(tmp_path), "--decisions", "8"]) == 0
    told = capsys.readouterr().out
    assert "5 files, 105 items" in told
    assert "all follow-ups, one by one" in told
