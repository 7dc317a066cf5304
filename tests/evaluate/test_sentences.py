"""Learning which sentences of a discussion are follow-ups."""

import json
import math
from pathlib import Path

import pytest

from notula.pipeline import cli
from notula.pipeline.confidence.model import load_model
from notula.pipeline.evaluate.sentences import fit_sentences, sentences_of, try_sentences
from notula.pipeline.extract.judge import RULES, Judged
from notula.pipeline.extract.scope import Span
from notula.pipeline.logistic import Logistic

MINUTES = """NOTULA RAPAT
Rapat Irigasi Blok {letter}
Tanggal: 4 Maret 2024
Peserta: Dinas Pertanian, Wulan Sari

Pembahasan
Dinas Pertanian akan mengirim peta saluran kepada ketua blok.
Musim tanam tahun lalu cukup baik menurut Wulan Sari.
"""
TASK = "Dinas Pertanian akan mengirim peta saluran kepada ketua blok."


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Eight documents with a task and a remark each, and their annotations."""
    documents, gold = tmp_path_factory.mktemp("docs"), tmp_path_factory.mktemp("gold")
    for letter in "ABCDEFGH":
        (documents / f"{letter}.txt").write_text(MINUTES.format(letter=letter), "utf-8")
        task = {"text": TASK, "owners": ["Dinas Pertanian"], "where": "discussion"}
        note = {"doc": f"{letter}.txt", "meeting": {}, "follow_ups": [task]}
        (gold / f"{letter}.json").write_text(json.dumps(note), "utf-8")
    return documents, gold


def test_sentences_are_right_where_the_annotation_has_them(folders: tuple[Path, Path]) -> None:
    found = list(sentences_of(*folders))
    assert [(each.group, each.right) for each in found[:4]] == [("A", True), ("A", False), ("B", True), ("B", False)]
    assert {each.judged.ruled for each in found if each.right} == {RULES}


def test_an_annotation_may_leave_out_who_does_it_and_when(tmp_path: Path) -> None:
    task = "Konsumsi – Wulan Sari – Sabtu, 9 Maret 2024"
    text = MINUTES.format(letter="A").replace(TASK, f"{task}\nSound system – Dinas Pertanian – Jumat, 8 Maret 2024")
    (tmp_path / "A.txt").write_text(text, "utf-8")
    own = {"text": "Konsumsi", "owners": ["Wulan Sari"], "due_text": "Sabtu, 9 Maret 2024", "where": "discussion"}
    (tmp_path / "A.json").write_text(json.dumps({"doc": "A.txt", "meeting": {}, "follow_ups": [own]}), "utf-8")
    assert sum(each.right for each in sentences_of(tmp_path, tmp_path)) == 1


def test_only_words_of_several_documents_are_learnt(folders: tuple[Path, Path]) -> None:
    (folders[0] / "A.txt").write_text(MINUTES.format(letter="A").replace("ketua blok", "raksasa"), "utf-8")
    weights = fit_sentences(list(sentences_of(*folders))).weights
    assert weights["w=akan"] > 0 > weights["w=tahun"]
    assert "w=raksasa" not in weights


def test_documents_are_left_out_whole_when_a_model_is_tried(folders: tuple[Path, Path]) -> None:
    shares = try_sentences(list(sentences_of(*folders)))
    assert shares["both"].recall == shares["model"].f1 == shares["rules"].precision == 1.0


@pytest.mark.parametrize(
    ("ruled", "weight", "commits"),
    [
        pytest.param(RULES, -1.5, True, id="rules-for-it"),
        pytest.param(RULES, -4.0, False, id="model-strongly-against"),
        pytest.param(0.0, 1.0, True, id="model-for-it"),
        pytest.param(0.0, -1.0, False, id="nobody-for-it"),
        pytest.param(-math.inf, 9.0, False, id="excluded"),
    ],
)
def test_rules_and_model_together(ruled: float, weight: float, commits: bool) -> None:
    judged = Judged(Span(0, 1), ruled, frozenset({"w=akan"}))
    assert judged.commits(Logistic(intercept=0, weights={"w=akan": weight})) is commits


def test_train_learns_sentences_and_keeps_the_rest(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.json"
    assert cli.main(["train", "--documents", *map(str, folders), "-o", str(own), "--lang", "en"]) == 0
    assert "both" in capsys.readouterr().out
    model = load_model(own)
    assert model.fields == load_model().fields
    assert model.commits is not None and "w=akan" in model.commits.weights


def test_documents_that_cannot_be_read_are_passed_over(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "B.txt").write_text(MINUTES.format(letter="B"), "utf-8")
    (tmp_path / "A.txt").write_bytes(b"")
    assert {each.group for each in sentences_of(tmp_path, folders[1])} == {"B"}


def test_the_shipped_model_judges_sentences() -> None:
    commits = load_model().commits
    assert commits is not None
    assert commits.weights["clause=firm"] > 0 > commits.weights["softened"]


def test_one_document_is_too_little_to_learn_from(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "A.txt").write_text(MINUTES.format(letter="A"), "utf-8")
    calls = ["train", "--documents", str(tmp_path), str(folders[1]), "-o", str(tmp_path / "own.json"), "--lang", "en"]
    assert cli.main(calls) == 2
    assert "Too few annotated sentences" in capsys.readouterr().err
    assert not (tmp_path / "own.json").exists()
