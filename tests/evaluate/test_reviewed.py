"""Reviewed meetings as truth: what reviewers changed is what the pipeline got wrong."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from notula.models.decisions import Accept, Add, Edit, EditHeader, HeaderChanges, ItemChanges, Promote, Reject
from notula.models.result import Result
from notula.models.review import ItemList, ReviewedDate, ReviewedDue, ReviewedParty
from notula.models.review_views import ItemFilter, MeetingFilter
from notula.pipeline.cli import main
from notula.pipeline.errors import NoInputError
from notula.pipeline.evaluate.reviewed import ReviewedEvaluation, evaluate_reviewed, reviewed_table
from notula.pipeline.run import process
from notula.pipeline.store import Store, accept_all, decide, meeting_page, meeting_view, open_store, sync

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "docs" / "rakor-kekeringan.docx"


@pytest.fixture(scope="module")
def result() -> tuple[Result, str]:
    (extraction,) = process(SAMPLE, name=SAMPLE.name).extractions
    return extraction.result, extraction.text


@pytest.fixture
def store(tmp_path: Path, result: tuple[Result, str]) -> Iterator[Store]:
    (tmp_path / "rakor.docx.json").write_text(result[0].model_dump_json(), "utf-8")
    (tmp_path / "rakor.docx.txt").write_text(result[1], "utf-8")
    with open_store(tmp_path) as found:
        sync(found)
        yield found


@pytest.fixture
def meeting(store: Store) -> str:
    return meeting_page(store, MeetingFilter()).meetings[0].id


@pytest.fixture
def accept_rest(store: Store, meeting: str) -> Callable[[], ReviewedEvaluation]:
    def accept() -> ReviewedEvaluation:
        accept_all(store, ItemFilter(meeting_id=meeting), 0.0, "Ani")
        return evaluate_reviewed(store)

    return accept


def figure(reviewed: ReviewedEvaluation, name: str) -> tuple[float, float]:
    found = reviewed.evaluation.figures[name]
    return found.precision, found.recall


def test_what_is_accepted_as_it_is_was_right(accept_rest: Any, result: tuple[Result, str]) -> None:
    reviewed = accept_rest()
    for name in ("title", "date", "attendees", "agenda", "agreements", "follow_ups", "owners", "due_dates"):
        assert figure(reviewed, name) == (1.0, 1.0), name
    assert reviewed.evaluation.figures["follow_ups"].got == len(result[0].follow_ups) > 2
    assert reviewed.calibration["follow_ups"].right == 1.0


def test_a_rejected_item_is_spurious(store: Store, meeting: str, accept_rest: Any) -> None:
    first, *others = meeting_view(store, meeting).follow_ups
    decide(store, Reject(item_id=first.id), "Ani")
    reviewed = accept_rest()
    assert figure(reviewed, "follow_ups") == (pytest.approx(len(others) / (len(others) + 1), abs=1e-4), 1.0)
    assert [miss.kind for miss in reviewed.evaluation.misses if miss.field == "follow_ups"] == ["spurious"]
    assert reviewed.calibration["follow_ups"].right < 1


def test_an_added_item_was_missed(store: Store, meeting: str, accept_rest: Any) -> None:
    changes = ItemChanges(text="Kegiatan yang tidak ditemukan oleh mesin")
    decide(store, Add(meeting_id=meeting, list=ItemList.FOLLOW_UPS, changes=changes), "Ani")
    precision, recall = figure(accept_rest(), "follow_ups")
    assert precision == 1.0 and recall < 1.0


def test_a_moved_item_is_spurious_there_and_missed_here(store: Store, meeting: str, accept_rest: Any) -> None:
    agreement = meeting_view(store, meeting).agreements[0]
    decide(store, Promote(item_id=agreement.id), "Ani")
    reviewed = accept_rest()
    assert figure(reviewed, "agreements")[0] < 1.0
    assert figure(reviewed, "follow_ups")[1] < 1.0


def test_edited_owners_and_dates_were_wrong(store: Store, meeting: str, accept_rest: Any) -> None:
    item = next(item for item in meeting_view(store, meeting).follow_ups if item.values.due and item.values.owners)
    changes = ItemChanges(due=ReviewedDue(date="2031-01-01"), owners=(ReviewedParty(name="Orang Lain"),))
    decide(store, Edit(item_id=item.id, changes=changes), "Ani")
    reviewed = accept_rest()
    assert figure(reviewed, "owners")[0] < 1.0 and figure(reviewed, "due_dates")[0] < 1.0
    assert figure(reviewed, "follow_ups") == (1.0, 1.0)


def test_an_edited_header_was_wrong(store: Store, meeting: str, accept_rest: Any) -> None:
    decide(store, EditHeader(item_id=meeting, changes=HeaderChanges(date=ReviewedDate(start="2030-01-01"))), "Ani")
    reviewed = accept_rest()
    assert figure(reviewed, "date") == (0.0, 0.0) and figure(reviewed, "title") == (1.0, 1.0)
    assert reviewed.calibration["date"].right == 0.0


def test_a_list_that_is_not_wholly_reviewed_does_not_count(store: Store, meeting: str) -> None:
    view = meeting_view(store, meeting)
    for item in (view.header, *view.agenda, *view.agreements, *view.follow_ups[1:]):
        decide(store, Accept(item_id=item.id), "Ani")
    reviewed = evaluate_reviewed(store)
    assert reviewed.lists == {"agenda": 1, "agreements": 1, "follow_ups": 0}
    assert reviewed.evaluation.figures["follow_ups"].gold == reviewed.evaluation.figures["follow_ups"].got == 0


def test_what_nobody_looked_at_is_no_truth(store: Store) -> None:
    accept_all(store, ItemFilter(), 0.0, "Ani")
    with pytest.raises(NoInputError):
        evaluate_reviewed(store)


def test_documents_can_be_chosen(store: Store, accept_rest: Any) -> None:
    accept_rest()
    with pytest.raises(NoInputError):
        evaluate_reviewed(store, only="bukan-ini")


def test_the_calibration_is_of_the_confidences_that_were_given(accept_rest: Any, result: tuple[Result, str]) -> None:
    given = [item.confidence for item in result[0].follow_ups]
    found = accept_rest().calibration["follow_ups"]
    assert (found.values, found.promised) == (len(given), pytest.approx(sum(given) / len(given), abs=1e-4))
    assert found.error == pytest.approx(1 - found.promised, abs=1e-3)  # all were right


@pytest.mark.parametrize(("lang", "word"), [("id", "galat kalibrasi"), ("en", "calibration error")])
def test_the_table_is_for_people(accept_rest: Any, lang: Any, word: str) -> None:
    table = reviewed_table(accept_rest(), lang)
    assert word in table and "follow_ups" in table


def test_the_command_prints_and_writes(
    store: Store, accept_rest: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accept_rest()
    arguments = ["evaluate", "--reviewed", str(store.folder), "--json", str(tmp_path / "angka.txt"), "--lang", "en"]
    assert main(arguments) == 0
    assert "Whether confidences can be trusted" in capsys.readouterr().out
    told = json.loads((tmp_path / "angka.txt").read_text("utf-8"))
    assert told["meetings"] == 1 and told["calibration"]["follow_ups"]["right"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--reviewed", "{}"], 3), (["--reviewed", "{}/kosong"], 3), (["a", "b", "--reviewed", "{}"], 2), (["a"], 2),
     ([], 2)],
    ids=["nothing reviewed", "no store", "both", "one folder", "nothing"],
)  # fmt: skip
def test_wrong_calls_are_told(
    store: Store, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (store.folder / "kosong").mkdir()
    assert main(["evaluate", *[one.format(store.folder) for one in arguments]]) == code
    assert capsys.readouterr().err.startswith("notula: ")
