import pytest

from notula.pipeline.text import Stretches, clean, fold, key, squeeze


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param("Rp\u00a05.000", "Rp 5.000", id="no-break space"),
        pytest.param("a\u2009b\u202fc\u2003d", "a b c d", id="thin and wide spaces"),
        pytest.param("kese\u00adpakatan", "kesepakatan", id="soft hyphen"),
        pytest.param("\ufeffRapat\u200b", "Rapat", id="invisible marks"),
        pytest.param("\u202erapat\u202c", "rapat", id="marks of writing direction"),
        pytest.param("data\u2011data sub\u2010bagian", "data-data sub-bagian", id="hyphens"),
        pytest.param("ﬁnal aﬀair eﬃsien", "final affair effisien", id="ligatures"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param("½ m² № 5", "½ m² № 5", id="other compatibility characters stay"),
        pytest.param("“x” – ‘y’ — …", "“x” – ‘y’ — …", id="quotes and dashes stay"),
        pytest.param("a\tb  c", "a\tb  c", id="tabs and spaces stay"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_clean_twice_is_clean_once() -> None:
    raw = "".join(map(chr, range(0x20, 0x3000)))
    assert clean(clean(raw)) == clean(raw)


@pytest.mark.parametrize(
    ("raw", "squeezed"), [("  a \n\t b  ", "a b"), ("", ""), ("\u00a0", "")],
)  # fmt: skip
def test_squeeze(raw: str, squeezed: str) -> None:
    assert squeeze(raw) == squeezed


def test_fold_makes_apostrophes_and_case_alike() -> None:
    assert fold("JUM’AT ") == fold("Jum'at") == fold("jum`at")


def test_key_keeps_letters_and_digits_only() -> None:
    assert key(" Rapat: ke-2 (Tahun 2021) ") == "rapat ke 2 tahun 2021"


@pytest.mark.parametrize(
    ("start", "end", "held", "touched"),
    [
        pytest.param(0, 2, False, False, id="before all, up to the first"),
        pytest.param(1, 3, False, True, id="into the first"),
        pytest.param(2, 5, True, True, id="the first itself"),
        pytest.param(6, 8, True, True, id="in the long one, past the one inside it"),
        pytest.param(9, 13, False, True, id="out of the long one"),
        pytest.param(12, 20, False, False, id="between two"),
        pytest.param(22, 25, False, False, id="after all"),
    ],
)
def test_stretches_are_held_and_touched(start: int, end: int, held: bool, touched: bool) -> None:
    stretches = Stretches([(20, 22), (4, 12), (2, 5), (5, 6)])
    assert (stretches.hold(start, end), stretches.touch(start, end)) == (held, touched)
