"""Words of a PDF page to printed lines: rows, gaps, alignment."""

import pytest

from notula.models.source import Box, Word
from notula.pipeline.read.pdf_lines import (
    Bounds,
    align_rows,
    cut_rows,
    make_line,
    make_rows,
    text_area,
)
from notula.pipeline.read.pdf_page import Token

PAGE = Bounds(60, 500)
EM = 10.0


def token(text: str, x0: float, base: float = 100.0, size: float = EM, bold: bool = False) -> Token:
    """A word as wide as half its size a letter."""
    return Token(base, x0, x0 + 0.5 * size * len(text), size, text, bold, 0)


def spread(texts: str, gaps: list[float], x0: float = 60.0, base: float = 100.0) -> list[Token]:
    """Words with these gaps between them."""
    found = []
    for text, gap in zip(texts.split(), [*gaps, 0.0], strict=True):
        found.append(token(text, x0, base))
        x0 = found[-1].x1 + gap
    return found


def line_text(*rows: list[Token], bounds: Bounds = PAGE) -> str:
    """The text of the first of some rows."""
    made = make_rows([word for row in rows for word in row])
    cut_rows(made, bounds)
    return make_line(made[0], 1).text


@pytest.mark.parametrize(
    ("texts", "gaps", "expected"),
    [
        ("rapat dibuka oleh ketua", [2.8, 2.8, 2.8], "rapat dibuka oleh ketua"),
        ("Hari Rabu dua", [60, 2.8], "Hari\tRabu dua"),
        ("No Nama Jabatan", [40, 90], "No\tNama\tJabatan"),
        ("Tempat Aula", [30], "Tempat\tAula"),
        ("yang telah lama direncanakan bersama", [9, 9.1, 8.9, 9], "yang telah lama direncanakan bersama"),
        ("1. yang telah lama direncanakan", [14, 6, 6.1, 5.9], "1.\tyang telah lama direncanakan"),
        ("1. Pembukaan oleh ketua", [2.8, 2.8, 2.8], "1. Pembukaan oleh ketua"),
        ("- Pembukaan", [12], "-\tPembukaan"),
        ("N O T U L A", [9, 9, 9, 9, 9], "N O T U L A"),
        ("T E M P A T R A P A T", [4, 4, 4, 4, 4, 14, 4, 4, 4, 4], "T E M P A T R A P A T"),
        ("W a k t u : pagi", [3, 3, 3, 3, 40, 3], "W a k t u\t: pagi"),
    ],
    ids=[
        "spaces", "one_tab", "columns", "two_words", "justified", "justified_item", "item", "bullet", "letters",
        "two_spaced_words", "spaced_label",
    ],
)  # fmt: skip
def test_wide_gaps_are_tabs(texts: str, gaps: list[float], expected: str) -> None:
    assert line_text(spread(texts, gaps)) == expected


@pytest.mark.parametrize(
    ("right", "below", "expected"),
    [(160, True, "Yosef Marpaung"), (160, False, "Yosef\tMarpaung"), (300, True, "Yosef\tMarpaung")],
    ids=["fills_the_cell", "last_line", "narrower"],
)
def test_two_words_at_both_sides_of_a_cell_are_justified(right: float, below: bool, expected: str) -> None:
    rows = [[token("Yosef", 66), token("Marpaung", 114)]]
    if below:
        rows.append([token("Siahaan", 66, base=112)])
    assert line_text(*rows, bounds=Bounds(60, right, cell=True)) == expected


def test_a_shadow_is_no_word_of_its_own_but_bold() -> None:
    (row,) = make_rows([token("Kesimpulan", 60), token("Kesimpulan", 60.4, base=100.2)])
    line = make_line(row, 1)
    assert (line.text, line.bold) == ("Kesimpulan", True)


def test_rows_keep_apart_by_baseline_and_order_by_place() -> None:
    words = [token("tiga", 60, base=112), token("dua", 90), token("satu", 60, base=100.8)]
    assert [[word.text for word in row.tokens] for row in make_rows(words)] == [["satu", "dua"], ["tiga"]]


def test_small_raised_words_join_the_row_of_the_large_ones() -> None:
    raised = token("2", 100, base=96.5, size=6)
    (row,) = make_rows([raised, token("luas", 60), token("hektare", 110)])
    assert [word.text for word in row.tokens] == ["luas", "2", "hektare"]
    assert (row.base, row.size) == (100, EM)


@pytest.mark.parametrize(
    ("bold", "expected"),
    [([True, True], True), ([True, False], False), ([False, False], False)],
    ids=["all", "part", "none"],
)
def test_a_line_is_bold_where_nearly_all_its_letters_are(bold: list[bool], expected: bool) -> None:
    (row,) = make_rows([token("Kesimpulan", 60, bold=bold[0]), token("rapat", 120, bold=bold[1])])
    assert make_line(row, 1).bold is expected


def test_words_index_the_text_of_their_line() -> None:
    row = make_rows(spread("Hari Rabu pagi", [40, 3]))
    cut_rows(row, PAGE)
    line = make_line(row[0], 3)
    assert line.text == "Hari\tRabu pagi"
    assert line.words == (Word(0, 4, 60, 80), Word(5, 9, 120, 140), Word(10, 14, 143, 163))
    assert line.box == Box(3, 60, 92, 163, 102.2)
    assert line.indent == 60


@pytest.mark.parametrize(
    ("x0", "length", "bounds", "expected"),
    [
        (60, 20, PAGE, "left"),
        (230, 20, PAGE, "center"),
        (400, 20, PAGE, "right"),
        (76, 81, PAGE, "left"),
        (240, 20, Bounds(100, 500, middle=290), "center"),
        (140, 4, Bounds(100, 200, cell=True), "center"),
        (176, 4, Bounds(100, 200, cell=True), "right"),
        (105, 18, Bounds(100, 200, cell=True), "left"),
    ],
    ids=["left", "center", "right", "long", "page_middle", "cell_center", "cell_right", "cell_full"],
)
def test_lines_are_aligned_in_the_text_area(x0: float, length: int, bounds: Bounds, expected: str) -> None:
    assert align_rows(make_rows([token("m" * length, x0)]), bounds) == [expected]


def test_a_list_item_is_not_centred_by_chance() -> None:
    rows = make_rows([token("2.", 230), token("m" * 17, 245)])
    assert align_rows(rows, PAGE) == ["left"]


def test_a_line_that_goes_on_below_the_text_of_a_list_mark_is_not_centred() -> None:
    rows = make_rows([token("b.", 215), token("m" * 40, 230), token("m" * 20, 230, base=114)])
    assert align_rows(rows, PAGE) == ["left"] * 2


def test_lines_that_start_together_are_not_centred() -> None:
    rows = make_rows([token("m" * 20, 230, base=100 + 14 * at) for at in range(4)])
    assert align_rows(rows, PAGE) == ["left"] * 4


def test_neighbours_with_one_middle_are_centred_beside_a_logo() -> None:
    rows = make_rows([token("m" * 40, 140), token("m" * 20, 190, base=114), token("m" * 30, 165, base=128)])
    assert align_rows(rows, PAGE) == ["center"] * 3


def test_the_text_area_is_what_two_rows_share() -> None:
    words = [
        token("m" * 80, 70),
        token("m" * 80, 70, base=114),
        token("m" * 10, 20, base=128),
        token("m", 70, base=142),
    ]
    assert text_area(make_rows(words), [], PAGE) == Bounds(70, 470)
    assert text_area(make_rows(words[:1]), [], PAGE) is PAGE
