"""Sentences with common words in place of parties and deadlines."""

import pytest

from notula.models.blocks import Span
from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.stand_ins import StandIn, find_stand_ins, masked


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param([], "rina dan bapak adi kirim surat", id="nothing"),
        pytest.param([(0, 4, "PERSON")], " PERSON  dan bapak adi kirim surat", id="one"),
        pytest.param([(9, 14, "PERSON"), (15, 18, "PERSON")], "rina dan  PERSON  kirim surat", id="neighbours"),
        pytest.param([(9, 14, "GROUP"), (15, 18, "PERSON")], "rina dan  GROUP   PERSON  kirim surat", id="unlike"),
    ],
)
def test_what_stands_in(parts: list[tuple[int, int, str]], text: str) -> None:
    assert masked("Rina dan Bapak Adi kirim surat", [StandIn(*part) for part in parts]) == text


def test_deadline_owners_and_whoever_else_is_named(known: Known) -> None:
    text = "Rina akan mengirim surat kepada Bapak Tono sebelum 5 Mei 2023"
    due = find_due(text, known.lexicon, known.day, known.events)
    assert due is not None
    owners = find_owners(text, known, section=False, due=Span(due.start, due.end))
    found = find_stand_ins(text, owners, due, known)
    assert [(text[each.start : each.end], each.word) for each in found] == [
        ("Rina", "PERSON"), ("Bapak Tono", "PERSON"), ("sebelum 5 Mei 2023", "WHEN"),
    ]  # fmt: skip
