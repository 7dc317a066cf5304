"""docs/review-store.md says what is there."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from notula.models import decisions
from notula.pipeline import store

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "review-store.md").read_text("utf-8")
NOT_FUNCTIONS = {"FILE_NAME", "Store", "NotFoundError", "NothingToUndoError"}


def test_its_example_runs(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes = desk.minutes(todos=[("Menyusun laporan", "Ratna Kusuma", "2023-05-05", 0.3)])
    out = tmp_path / "outputs"
    out.mkdir()
    (out / "rapat.json").write_text(minutes.result("rapat.txt").model_dump_json(), "utf-8")
    monkeypatch.chdir(tmp_path)
    example = PAGE.split("```python\n")[1].split("```")[0]
    exec(compile(example.replace('    undo(store, "Ani")\n', ""), "docs/review-store.md", "exec"), {})
    told = capsys.readouterr().out
    assert "2023-05-02 menyusun laporan ['Ratna Kusuma'] date='2023-06-01'" in told


def test_it_names_every_function_and_decision() -> None:
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert set(store.__all__) - NOT_FUNCTIONS <= named
    union = get_args(get_args(decisions.Decision)[0])
    assert {kind.__name__ for kind in union} <= named
