"""Confidence falls with how sure OCR was of the lines."""

from collections.abc import Callable

import pytest

from notula.models.blocks import Document, PlacedLine
from notula.models.result import Result
from notula.models.source import Line
from notula.pipeline.extract.certainty import lessen


def document(result: Result, text: str, certainty: float | None) -> Document:
    places, start = [], 0
    for part in text.split("\n"):
        places.append(PlacedLine(start, start + len(part), Line(part, certainty=certainty)))
        start += len(part) + 1
    return Document(text, (), tuple(places))


TEXT = """NOTULA RAPAT
Rapat Koordinasi Air Bersih
Hadir: Ratna Kusuma
1. Ratna Kusuma menyusun laporan debit – 5 Mei 2023"""


@pytest.mark.parametrize(("certainty", "factor"), [(1.0, 1.0), (0.81, 0.9), (0.25, 0.5)])
def test_every_value_falls_with_its_lines(
    make_result: Callable[..., Result], certainty: float, factor: float
) -> None:
    result = make_result()
    found = lessen(result, document(result, TEXT, certainty))
    assert found.meeting.title and result.meeting.title
    assert found.meeting.title.confidence == pytest.approx(result.meeting.title.confidence * factor, abs=0.006)
    assert found.follow_ups[0].confidence == pytest.approx(result.follow_ups[0].confidence * factor, abs=0.006)
    owner, before = found.follow_ups[0].owners[0], result.follow_ups[0].owners[0]
    assert owner.confidence == pytest.approx(before.confidence * factor, abs=0.006)
    assert found.follow_ups[0].evidence == result.follow_ups[0].evidence


def test_text_of_the_file_itself_changes_nothing(make_result: Callable[..., Result]) -> None:
    result = make_result()
    assert lessen(result, document(result, TEXT, None)) is result
