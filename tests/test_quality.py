"""Figures over annotated minutes, which may only rise (``quality_floor.toml`` says how to raise them).

Besides the samples, those of a folder that the environment variable NOTULA_EVAL names are checked: ``docs`` and
``gold``, and ``blind/docs`` and ``blind/gold``, which nobody who writes rules looks into.
"""

import os
from pathlib import Path

import pytest

from notula.pipeline.batch.run import run_batch
from notula.pipeline.evaluate import evaluate, figures_table, load_floor, shortfalls

ROOT = Path(__file__).resolve().parent.parent
FLOOR = Path(__file__).with_name("quality_floor.toml")


def corpora() -> dict[str, Path]:
    found = {"samples": ROOT / "samples"}
    if named := os.environ.get("NOTULA_EVAL"):
        found |= {"eval": Path(named), "blind": Path(named, "blind")}
    return found


@pytest.mark.parametrize(("section", "folder"), corpora().items(), ids=corpora())
def test_figures_do_not_fall(section: str, folder: Path, tmp_path: Path) -> None:
    floor = load_floor(FLOOR, section)
    run_batch([folder / "docs"], tmp_path)
    evaluation = evaluate(folder / "gold", tmp_path)
    below = shortfalls(evaluation, floor)
    told = [f"{short.name}: {short.value} is below {short.floor}" for short in below]
    assert not below, "\n".join([*told, figures_table(evaluation, "en")])


def test_there_are_floors_to_fall_below() -> None:
    for section in ("samples", "eval", "blind"):
        assert {"follow_ups.f1", "agreements.f1", "attendees.f1", "date.f1"} <= load_floor(FLOOR, section).keys()
