"""Remarks told from offices and bodies."""

import pytest

from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"), [("dinas luar", True), ("Dinas Sosial", False), ("2 orang", True), ("Ketua", False)]
)
def test_is_remark(text: str, expected: bool) -> None:
    assert is_remark(text, LEXICON) is expected
