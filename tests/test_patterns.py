"""Word lists as patterns: grouped by their first characters, they match what the plain list matches."""

import re

import pytest

from notula.pipeline.patterns import Stems, any_of, by_first

WORDS = ["Kepala Bidang", "Kepala", "Ketua", "kabid", "Sekretaris", "s.d.", "sd", "-", "I", "II", "III", "1a", "Ý"]
TEXTS = [
    "kepala bidang data", "KEPALA", "Kepala  Bidang", "ketua", "Kabid", "\u017fekretaris", "S.D.", "sd.", "s", "-",
    "iii", "1A", "ý", "x", "\u212aetua", "",
]  # fmt: skip


@pytest.mark.parametrize("ignore_case", [True, False])
@pytest.mark.parametrize("text", TEXTS)
def test_any_of_matches_as_the_plain_list_does(text: str, ignore_case: bool) -> None:
    forms = [[r"\s+" if char == " " else re.escape(char) for char in word] for word in WORDS]
    plain = "|".join("".join(form) for form in forms)
    flags = re.IGNORECASE if ignore_case else 0
    expected = re.match(f"(?:{plain})", text, flags)
    found = re.match(any_of(forms, ignore_case=ignore_case), text, flags)
    assert (found and found[0]) == (expected and expected[0])


def test_the_earlier_of_two_forms_is_preferred() -> None:
    assert re.match(any_of([["a"], ["a", "b"]], ignore_case=False), "ab")[0] == "a"  # type: ignore[index]


def test_pieces_that_may_match_nothing_keep_their_place() -> None:
    forms = [["x?", "b"], ["a", "b"], ["b", "c"], ["a"]]
    assert [re.match(any_of(forms, ignore_case=True), text)[0] for text in ("bc", "ab", "ac", "xb")] == [  # type: ignore[index]
        "b", "ab", "a", "xb",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Kepala", "kepala", "PPK", "ppk", "Camat", "\u212aepala", "Staf", "-"])
def test_by_first_matches_as_the_plain_list_does(text: str) -> None:
    sources = ["(?i:Kepala)", "PPK", "(?i:Pengelola)", "Camat", "(?i:Staf)"]
    expected, found = re.match("|".join(sources), text), re.match(by_first(sources), text)
    assert (found and found[0]) == (expected and expected[0])


@pytest.mark.parametrize(
    ("words", "text", "held"),
    [
        pytest.param(["minggu", "pekan"], "dalam 2 Minggu", True, id="in any case"),
        pytest.param(["minggu", "pekan"], "rapat selesai", False, id="none of them"),
        pytest.param(["jum'at"], "hari Jumat", True, id="with or without its apostrophe"),
        pytest.param(["hari ini"], "hari\nitu", True, id="the longest piece alone"),
        pytest.param(["besok"], "beſo\u212a", True, id="letters that pass for others"),
        pytest.param(["hari"], "caf\u00e9", False, id="other letters"),
    ],
)
def test_stems_never_miss_a_word_that_a_pattern_could_match(words: list[str], text: str, held: bool) -> None:
    assert Stems(words).in_text(text) is held
