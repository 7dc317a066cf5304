"""What the first words of a party's name are."""

from collections.abc import Callable

import pytest

from notula.pipeline.extract.party_openings import is_office_beyond, is_role, opening_of
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"), [("Kepala Bidang", True), ("Plt. Camat", True), ("Bidang Data", False), ("Rani", False)]
)
def test_is_role(text: str, expected: bool) -> None:
    assert is_role(text, LEXICON) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("PJ UKM", True), ("PJ Rina", False), ("PJ Seksi Acara", False), ("PJ Kepala Desa", False)]
)
def test_is_office_beyond_a_label(text: str, expected: bool) -> None:
    assert is_office_beyond(text, len("PJ "), LEXICON) is expected


@pytest.mark.parametrize("case", [str, str.title], ids=["as listed", "in titles"])
def test_every_listed_opening_opens(case: Callable[[str], str]) -> None:
    titles, bodies = LEXICON.titles, LEXICON.institutions
    words = (*bodies.heads, *bodies.teams, *titles.functions, *titles.roles, *titles.collectives, *titles.crowds)
    listed = [word for word in words if not word.isupper()]
    assert listed
    assert [word for word in listed if opening_of(f"{case(word)} Anu", LEXICON) is None] == []
