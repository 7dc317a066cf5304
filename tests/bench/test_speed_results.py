"""What the speed bench writes: the section of a whole run is made by itself, and stands where the others change."""

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "bench" / "speed"


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))


def test_figures_and_the_section_of_a_whole_run_stand_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "run", raising=False)
    import run

    results = tmp_path / "RESULTS.md"
    monkeypatch.setattr(run, "RESULTS", results)
    run._keep("# Speed\n\nold\n", whole=False)
    run._keep(f"{run.GROWTH_TITLE}: 20 documents\n\nfirst\n", whole=True)
    run._keep("# Speed\n\nnew\n", whole=False)
    assert results.read_text("utf-8") == f"# Speed\n\nnew\n\n{run.GROWTH_TITLE}: 20 documents\n\nfirst\n"
    run._keep(f"{run.GROWTH_TITLE}: 40 documents\n\nsecond\n", whole=True)
    assert results.read_text("utf-8") == f"# Speed\n\nnew\n\n{run.GROWTH_TITLE}: 40 documents\n\nsecond\n"


def test_a_whole_run_is_measured_from_its_start_to_its_report(tmp_path: Path) -> None:
    from whole_run import GROWTH_TITLE, run_growth

    text = run_growth(tmp_path / "short", 20)
    assert text.startswith(f"{GROWTH_TITLE}: 20 documents")
    assert "MB after the first tenth" in text and "a second run, all skipped" in text
