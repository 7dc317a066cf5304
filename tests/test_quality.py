"""Figures over annotated minutes, which may only rise.

There are five tables of floors: the samples, the benchmark in ``bench/quality``, its scans, the minutes of other
authors in ``bench/unseen``, and ``external``, annotated minutes that are no part of the project: ``docs`` and ``gold``
in the folder that the environment variable NOTULA_EVAL names. Scans are annotated as the documents that were scanned;
they are measured where Tesseract is.

``pytest tests/test_quality.py --regenerate-floors`` writes the present figures (those of ``external`` only where
NOTULA_EVAL is set) less a margin; ``git diff tests/quality_floor.toml`` then shows what rose and what fell.
"""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from notula.pipeline.batch.run import run_batch
from notula.pipeline.evaluate import evaluate, figures_table, floor_toml, load_floor, shortfalls

ROOT = Path(__file__).resolve().parent.parent
FLOOR = Path(__file__).with_name("quality_floor.toml")
BENCH = ROOT / "bench" / "quality"
FOLDERS = {
    "samples": ROOT / "samples",
    "bench": BENCH,
    "unseen": ROOT / "bench" / "unseen",
    "scans": BENCH,
    "external": os.environ.get("NOTULA_EVAL"),
}
MARGIN = 0.02  # versions of PDFium and spaCy read a few words differently


@pytest.mark.parametrize("section", FOLDERS)
def test_figures_do_not_fall(
    section: str, tmp_path: Path, request: pytest.FixtureRequest, tool: Callable[[str], str]
) -> None:
    folder = FOLDERS[section]
    if not folder:
        pytest.skip("NOTULA_EVAL names no folder of annotated minutes")
    if section == "scans":
        tool("tesseract")
        documents, gold = BENCH / "scans", annotations_of(BENCH / "scans", tmp_path / "gold")
    else:
        documents, gold = Path(folder, "docs"), Path(folder, "gold")
    run_batch([documents], tmp_path / "results")
    evaluation = evaluate(gold, tmp_path / "results")
    if request.config.getoption("--regenerate-floors"):
        FLOOR.write_text(with_table(FLOOR.read_text("utf-8"), floor_toml(evaluation, section, MARGIN)), "utf-8")
    below = shortfalls(evaluation, load_floor(FLOOR, section))
    told = [f"{short.name}: {short.value} is below {short.floor}" for short in below]
    assert not below, "\n".join([*told, figures_table(evaluation, "en")])


def annotations_of(documents: Path, folder: Path) -> Path:
    """A folder with the benchmark's annotations of these documents."""
    folder.mkdir()
    names = {path.name for path in documents.iterdir()}
    for path in (BENCH / "gold").iterdir():
        text = path.read_text("utf-8")
        if json.loads(text)["doc"] in names:
            (folder / path.name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("section", FOLDERS)
def test_there_are_floors_to_fall_below(section: str) -> None:
    assert {"follow_ups.f1", "agreements.f1", "attendees.f1", "date.f1"} <= load_floor(FLOOR, section).keys()


def with_table(text: str, table: str) -> str:
    """A floor file with a table put in place of that of the same name, or at its end."""
    head, *tables = (part.strip() for part in re.split(r"^(?=\[)", text, flags=re.M))
    by_name = {part.splitlines()[0]: part for part in [*tables, table.strip()]}
    return "\n\n".join([head, *by_name.values()]) + "\n"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("[a]\nx.f1 = 0.5\n", "# how\n\n[a]\nx.f1 = 0.5\n\n[b]\ny.f1 = 0.2\n", id="in place"),
        pytest.param("[c]\nz.f1 = 0.3\n", "# how\n\n[a]\nx.f1 = 0.1\n\n[b]\ny.f1 = 0.2\n\n[c]\nz.f1 = 0.3\n", id="new"),
    ],
)
def test_a_table_is_put_into_the_file(table: str, expected: str) -> None:
    assert with_table("# how\n\n[a]\nx.f1 = 0.1\n\n[b]\ny.f1 = 0.2\n", table) == expected
