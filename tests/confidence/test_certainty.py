"""Confidence falls with how sure OCR was of the words."""

from collections.abc import Callable

import pytest

from notula.models.blocks import Document
from notula.models.result import Result
from notula.pipeline.confidence.certainty import lessen

MakeDocument = Callable[..., Document]


@pytest.fixture
def result(make_result: Callable[..., Result]) -> Result:
    """A result whose deadline and whole follow-up have a confidence, too."""
    plain = make_result()
    item = plain.follow_ups[0]
    assert item.due
    due = item.due.model_copy(update={"confidence": 0.9})
    return plain.model_copy(update={"follow_ups": (item.model_copy(update={"due": due, "ready": 0.7}),)})


def confidences(result: Result) -> list[float | None]:
    item, title = result.follow_ups[0], result.meeting.title
    assert title and item.due
    own = [each.confidence for each in (*item.owners, *result.attendees, *result.agenda)]
    return [title.confidence, item.confidence, item.ready, item.due.confidence, *own]


@pytest.mark.parametrize(("certainty", "factor"), [(1.0, 1.0), (0.81, 0.9), (0.25, 0.5)])
def test_every_value_falls_with_its_lines(
    result: Result, make_document: MakeDocument, certainty: float, factor: float
) -> None:
    found = lessen(result, make_document(certainty))
    assert confidences(found) == pytest.approx([one and one * factor for one in confidences(result)], abs=0.006)
    assert found.follow_ups[0].evidence == result.follow_ups[0].evidence


def test_a_value_is_as_sure_as_its_own_words(result: Result, make_document: MakeDocument) -> None:
    found = lessen(result, make_document(1.0, {"menyusun laporan debit": 1.0, "5 Mei 2023": 0.25})).follow_ups[0]
    before = result.follow_ups[0]
    assert found.due and before.due and before.due.confidence and before.ready
    assert found.due.confidence == pytest.approx(before.due.confidence / 2)
    assert found.owners == before.owners
    assert found.ready == pytest.approx(before.ready / 2)  # the deadline is what is least sure of it


def test_text_of_the_file_itself_changes_nothing(result: Result, make_document: MakeDocument) -> None:
    assert lessen(result, make_document(None)) is result
