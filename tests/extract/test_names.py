"""The words of a person's name."""

import pytest

from notula.pipeline.extract.names import bare_name
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Drs. H. Amir Hamzah, S.H., M.H.", "Amir Hamzah"),
        ("Bu Rani", "Rani"),
        ("dr. Wira Adi, Sp.PD", "Wira Adi"),
        ("Tono Sari S.Pd", "Tono Sari"),
        ("Eka P.", "Eka P."),
    ],
)
def test_bare_name(name: str, expected: str) -> None:
    assert bare_name(name, LEXICON) == expected
