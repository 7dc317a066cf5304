"""When two values say the same, and where evidence stands in another text."""

from typing import Any

import pytest

from notula.pipeline.store.values import anchored, identical, same


def party(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": "person", **more}


def due(day: str | None, text: str) -> dict[str, Any]:
    return {"date": day, "text": text}


PU = "Dinas Pekerjaan Umum"


@pytest.mark.parametrize(
    ("field", "one", "other", "expected"),
    [
        pytest.param("text", "Menyusun laporan.", "menyusun  LAPORAN", True, id="case and punctuation"),
        pytest.param("text", "Menyusun laporan", "Menyusun lampiran", False, id="another word"),
        pytest.param("due", due("2023-05-05", "5 Mei"), due("2023-05-05", "lusa"), True, id="day"),
        pytest.param("due", due(None, "segera"), due(None, "nanti"), False, id="no day"),
        pytest.param("due", None, due("2023-05-05", ""), False, id="a day or none"),
        pytest.param("owners", [party("A B"), party("C")], [party("c"), party("a b")], True, id="order of parties"),
        pytest.param("owners", [party("A")], [party("A"), party("B")], False, id="one party more"),
        pytest.param("owners", [party("A"), party("A")], [party("A"), party("B")], False, id="each used once"),
        pytest.param("owners", [party("DPU")], [party("DPU", canonical_name=PU)], True, id="a long form more"),
        pytest.param("owners", [party(PU)], [party("DPU", canonical_name=PU)], True, id="long form"),
        pytest.param("attendees", [party("A")], [party("A", role="Lurah")], True, id="a role more"),
        pytest.param("attendees", [party("A", role="Camat")], [party("A", role="Lurah")], False, id="another role"),
        pytest.param("title", {"text": "Rapat A"}, {"text": "RAPAT A"}, True, id="title"),
        pytest.param("time", {"start": "09:00"}, {"start": "09:00", "end": "10:00"}, False, id="an end more"),
        pytest.param("status", "open", "done", False, id="status"),
    ],
)
def test_same(field: str, one: Any, other: Any, expected: bool) -> None:
    assert same(field, one, other) is same(field, other, one) is expected


def test_identical_is_as_written_whatever_the_evidence() -> None:
    assert identical({"text": "a", "confidence": 1, "evidence": {}}, {"text": "a", "evidence": None})
    assert not identical({"text": "a"}, {"text": "A"})


def evidence(start: int, quote: str) -> dict[str, Any]:
    return {"char_start": start, "char_end": start + len(quote), "quote": quote, "boxes": [1], "page": 1, "place": None}


@pytest.mark.parametrize(
    ("text", "start"),
    [("..pompa", 2), ("pompa", 0), ("pompa ....... pompa", 0), ("....pompa", 4), ("sumur", None)],
    ids=["where it was", "before", "the nearer of two", "behind", "nowhere"],
)
def test_evidence_moves_with_its_quote(text: str, start: int | None) -> None:
    moved = anchored({"owners": [{"evidence": evidence(2, "pompa")}]}, text)["owners"][0]["evidence"]
    assert (moved and moved["char_start"]) == start
    assert moved is None or text[moved["char_start"] : moved["char_end"]] == "pompa"


def test_evidence_that_has_moved_has_no_boxes_of_the_old_page() -> None:
    moved = anchored(evidence(2, "pompa"), "pompa")
    assert (moved["boxes"], moved["page"]) == ([], None)
    assert anchored(evidence(2, "pompa"), "..pompa")["boxes"] == [1]
