"""One meeting's sections and spans of its text."""

from collections.abc import Callable

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.extract.scope import Scope, word_pattern

TEXT = """NOTULA RAPAT
Rapat Pengelolaan Sampah

Tempat: Balai RW 03
Tanggal: 8 Mei 2023

Pembahasan
1. Truk datang pukul 06.00 WIB. Petugas terlambat. Dr. Hani mencatat.
"""


@pytest.fixture(scope="module")
def scope(scope_of: Callable[[str], Scope]) -> Scope:
    return scope_of(TEXT)


def test_text_has_its_white_space_squeezed(scope: Scope) -> None:
    text = scope.document.text
    start, end = text.index("NOTULA"), text.index("Sampah") + 6
    assert scope.text(start, end) == "NOTULA RAPAT Rapat Pengelolaan Sampah"


def test_fields_come_in_the_order_of_their_names(scope: Scope) -> None:
    assert [section.field for section in scope.field("date", "place")] == ["date", "place"]
    assert [section.field for section in scope.field("place", "date")] == ["place", "date"]


def test_a_field_that_is_missing_gives_nothing(scope: Scope) -> None:
    assert list(scope.field("chair")) == []


def test_sentences_are_spans_of_the_canonical_text(scope: Scope) -> None:
    (section,) = scope.sections.of(SectionKind.DISCUSSION)
    sentences = [scope.text(*span) for span in scope.sentences(section.blocks[0])]
    assert sentences == ["Truk datang pukul 06.00 WIB.", "Petugas terlambat.", "Dr. Hani mencatat."]


def test_evidence_leaves_white_space_out_and_keeps_the_rule(scope: Scope) -> None:
    at = scope.document.text.index("Balai")
    evidence = scope.evidence(at - 1, at + 12, "place_label", derived=True)
    assert (evidence.quote, evidence.char_start, evidence.rule) == ("Balai RW 03", at, "place_label")
    assert evidence.derived


def test_evidence_of_nothing_is_an_error(scope: Scope) -> None:
    at = scope.document.text.index("\n")
    with pytest.raises(ValueError, match="no text"):
        scope.evidence(at, at + 1, "place_label")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rapat kerja dimulai", "rapat kerja"),
        ("RAPAT dimulai", "RAPAT"),
        ("rapat \n kerja", "rapat \n kerja"),
        ("merapat", None),
        ("rapatnya", None),
        ("(rapat)", "rapat"),
        ("di r. tamu", "r."),
    ],
    ids=["longest first", "any case", "any space", "end of a word", "start of a word", "in brackets", "with a dot"],
)
def test_word_pattern(text: str, expected: str | None) -> None:
    match = word_pattern(("rapat", "r."), ("rapat kerja",)).search(text)
    assert (match.group() if match else None) == expected


def test_labels_behind_a_full_stop_go_with_their_sentence(scope_of: Callable[..., Scope]) -> None:
    said = "Atap bocor. Talang diganti. PJ : Rina. BW : 20 Maret 2023"
    scope = scope_of(f"NOTULA RAPAT\nRapat Atap\nTempat: Balai\n\nPembahasan\n{said}\n")
    block = next(block for block in scope.document.blocks if block.text.startswith("Atap"))
    assert [scope.text(*span) for span in scope.sentences(block)] == [
        "Atap bocor.",
        "Talang diganti. PJ : Rina. BW : 20 Maret 2023",
    ]
