"""Recognised words put right."""

import numpy as np
import pytest

from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_words import aligned, in_columns, tidy

SIZE = 30.0


def word(
    text: str, x0: float, base: float = 100.0, *, line: int = 0, size: float = SIZE, sure: float = 0.95
) -> SeenWord:
    high = 0.71 if set(text) & set("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhijklt0123456789") else 0.51
    deep = 0.21 if set(text) & set("gjpqy") else 0.0
    return SeenWord(base, x0, x0 + 15 * len(text), base - high * size, base + deep * size, size, text, sure, line)


def texts(words: list[SeenWord]) -> list[str]:
    return [each.text for each in words]


def page(*blobs: tuple[int, int, int, int]) -> np.ndarray:
    """Ink: rectangles as x0, top, x1, bottom."""
    ink = np.zeros((400, 800), dtype=bool)
    for x0, top, x1, bottom in blobs:
        ink[top:bottom, x0:x1] = True
    return ink


@pytest.mark.parametrize(
    ("blobs", "found"),
    [
        pytest.param([(150, 85, 160, 95)], ["•", "Membeli", "cat"], id="bullet"),
        pytest.param([(150, 90, 162, 93)], ["-", "Membeli", "cat"], id="dash"),
        pytest.param([(150, 70, 160, 100)], ["Membeli", "cat"], id="too high"),
        pytest.param([(190, 85, 199, 95)], ["Membeli", "cat"], id="too near"),
        pytest.param([(20, 85, 30, 95)], ["Membeli", "cat"], id="too far"),
        pytest.param([(150, 30, 160, 40)], ["Membeli", "cat"], id="on another line"),
        pytest.param([], ["Membeli", "cat"], id="nothing"),
    ],
)
def test_a_bullet_that_was_not_recognised_is_seen(blobs: list[tuple[int, int, int, int]], found: list[str]) -> None:
    assert texts(tidy([word("Membeli", 200), word("cat", 320)], page(*blobs))) == found


@pytest.mark.parametrize("misread", ["e", "*", "se", "«"])
def test_a_bullet_taken_for_a_letter_is_a_bullet(misread: str) -> None:
    assert texts(tidy([word(misread, 150), word("Membeli", 210)], page((150, 85, 160, 95)))) == ["•", "Membeli"]


def test_a_letter_of_a_list_stays_a_letter() -> None:
    ink = page((150, 80, 163, 100))
    assert texts(tidy([word("e", 150), word("Membeli", 210)], ink)) == ["e", "Membeli"]


@pytest.mark.parametrize(
    ("read", "parts"),
    [("2Feb2024", ["2", "Feb", "2024"]), ("26Jan", ["26", "Jan"]), ("4unit", ["4", "unit"]), ("60rb", ["60rb"]),
     ("kira2", ["kira2"]), ("H-3", ["H-3"]), ("2024", ["2024"])],
)  # fmt: skip
def test_numbers_and_words_run_together_are_parted(read: str, parts: list[str]) -> None:
    found = tidy([word("mulai", 10), word(read, 200)], page())
    assert texts(found)[1:] == parts
    assert [each.x0 for each in found] == sorted(each.x0 for each in found)


@pytest.mark.parametrize(
    ("text", "sure"), [("~", 0.9), ("|", 0.96), ("\\/", 0.2), ("¥", 0.5)], ids=["wave", "rule", "stroke", "stain"]
)
def test_what_is_no_print_is_left_out(text: str, sure: float) -> None:
    assert texts(tidy([word("hadir", 10), word(text, 200, sure=sure)], page())) == ["hadir"]


@pytest.mark.parametrize(
    ("blobs", "found"),
    [
        pytest.param([], ["Membeli", "cat"], id="no ink"),
        pytest.param([(420, 88, 435, 92)], ["Membeli", "-", "cat"], id="ink"),
    ],
)
def test_a_sign_where_there_is_no_ink_is_made_up(blobs: list[tuple[int, int, int, int]], found: list[str]) -> None:
    assert texts(tidy([word("Membeli", 200), word("—", 420), word("cat", 460)], page(*blobs))) == found


@pytest.mark.parametrize(
    ("lefts", "moved"),
    [
        pytest.param([100, 101, 106, 100, 101], [101, 101, 101, 101, 101], id="near"),
        pytest.param([100, 101, 130, 100, 101], [100.5, 100.5, 130, 100.5, 100.5], id="apart"),
        pytest.param([100, 103, 106], [100, 103, 106], id="few"),
    ],
)
def test_lines_that_start_near_each_other_start_alike(lefts: list[float], moved: list[float]) -> None:
    words = [word("Membeli", left, 100.0 + 40 * at, line=at) for at, left in enumerate(lefts)]
    assert [each.x0 for each in aligned(words)] == moved


def test_only_what_starts_a_line_or_comes_after_a_gap_is_moved() -> None:
    words = [
        word(text, left, 100.0 + 40 * at, line=at)
        for at in range(4)
        for text, left in (("Hari", 100), ("ini", 166 + at))
    ]
    assert [each.x0 for each in aligned(words)][1::2] == [166, 167, 168, 169]


def test_the_full_stop_of_a_letter_on_a_line_of_its_own_is_no_bullet() -> None:
    words = [word("D", 175, line=0), word(".", 193, line=1), word("TINDAK", 230, line=1)]
    assert "•" not in texts(tidy(words, page((176, 80, 189, 100), (195, 93, 203, 100))))


@pytest.mark.parametrize(
    ("blobs", "read"),
    [
        pytest.param([(252, 85, 256, 89), (252, 96, 256, 100)], ":", id="two dots"),
        pytest.param([(252, 79, 256, 100)], "1", id="a stroke"),
        pytest.param([(252, 79, 256, 82), (252, 86, 256, 100)], "1", id="a dot over a stroke"),
    ],
)
def test_two_dots_above_each_other_are_a_colon(blobs: list[tuple[int, int, int, int]], read: str) -> None:
    sign = SeenWord(100.0, 250, 256, 79, 101, SIZE, "1", 0.9, 0)
    assert texts(tidy([word("Waktu", 100), sign, word("pagi", 280)], page(*blobs))) == ["Waktu", read, "pagi"]


_DOTS = [(182, 85, 186, 89), (182, 96, 186, 100)]


@pytest.mark.parametrize(("read", "sure"), [(":", 0.0), (":", 0.9), (">", 0.7), ("*", 0.8)])
def test_a_colon_is_neither_lost_nor_a_bullet(read: str, sure: float) -> None:
    sign = SeenWord(100.0, 182, 186, 85, 100, SIZE, read, sure, 0)
    words = [word("Jam", 100), sign, word("Selasa", 210)]
    assert texts(tidy(words, page(*_DOTS))) == ["Jam", ":", "Selasa"]


@pytest.mark.parametrize(
    ("blobs", "found"),
    [
        pytest.param(_DOTS, ["Jam", ":", "14.00"], id="two dots"),
        pytest.param([(182, 79, 186, 100)], ["Jam", "114.00"], id="a stroke"),
    ],
)
def test_a_colon_read_as_the_first_digit_is_a_colon(blobs: list[tuple[int, int, int, int]], found: list[str]) -> None:
    time = SeenWord(100.0, 182, 280, 79, 101, SIZE, "114.00", 0.6, 0)
    assert texts(tidy([word("Jam", 100), time], page(*blobs, (194, 79, 280, 100)))) == found


@pytest.mark.parametrize(("foot", "read"), [(100, "Lurah:"), (103, "Lurah;")], ids=["dot", "tail"])
def test_a_colon_with_a_tail_is_a_semicolon(foot: int, read: str) -> None:
    seen = SeenWord(100.0, 182, 280, 79, 104, SIZE, "Lurah:", 0.9, 0)
    ink = page((182, 79, 268, 100), (274, 86, 278, 90), (274, 96, 278, foot))
    assert texts(tidy([word("Hadir", 100), seen], ink)) == ["Hadir", read]


@pytest.mark.parametrize(("dash", "sure"), [("—", 0.14), ("~", 0.9)])
def test_a_time_that_the_engine_doubts_stays(dash: str, sure: float) -> None:
    words = [word("Waktu", 10), word("09.00", 200, sure=0.14), word(dash, 300, sure=sure), word("12.15", 340)]
    ink = page((200, 79, 270, 100), (300, 89, 314, 92), (340, 79, 410, 100))
    assert texts(tidy(words, ink)) == ["Waktu", "09.00", "–", "12.15"]


@pytest.mark.parametrize(
    ("top", "bottom", "found"),
    [
        pytest.param(79, 100, ["Ns.", "I", "Gede"], id="as high as capitals"),
        pytest.param(70, 108, ["Ns.", "Gede"], id="rest of a rule"),
        pytest.param(90, 100, ["Ns.", "Gede"], id="low"),
    ],
)
def test_a_stroke_as_high_as_capitals_is_an_i(top: float, bottom: float, found: list[str]) -> None:
    stroke = SeenWord(100.0, 182, 186, top, bottom, SIZE, "|", 0.7, 0)
    assert texts(tidy([word("Ns.", 130), stroke, word("Gede", 200)], page((182, 79, 186, 100)))) == found


def test_a_line_is_as_bold_as_most_of_its_letters() -> None:
    stems = [(100 + 20 * at, 60 + 40 * row, 103 + 20 * at, 80 + 40 * row) for row in range(4) for at in range(12)]
    heading = [(x0, 220, x0 + (5 if x0 < 260 else 3), 240) for x0 in range(100, 340, 20)]
    words = [word("Rapat", 100 + 80 * at, 80.0 + 40 * row, line=row) for row in range(4) for at in range(3)]
    words += [word("C.", 60, 240.0, line=4), word("Masyarakat", 100, 240.0, line=4), word("Desa", 270, 240.0, line=4)]
    bold = {each.text: each.bold for each in tidy(words, page(*stems, *heading)) if each.base > 200}
    assert bold == {"C.": True, "Masyarakat": True, "Desa": True}


def test_heights_near_the_usual_one_are_the_usual_one() -> None:
    words = [word("Rapat", 10), word("hari ini", 100), word("buka", 300, size=33), word("AIR", 10, 50, size=45, line=1)]
    assert [each.size for each in tidy(words, page())] == pytest.approx([30, 30, 30, 45])


def test_long_columns_are_read_one_after_the_other() -> None:
    rows = [[word(f"{side}{at}{part}", x + 70 * part, 100 + 30 * at, line=at) for part in range(3)]
            for at in range(9) for side, x in (("kiri", 10), ("kanan", 400))]  # fmt: skip
    found = texts(in_columns([each for row in rows for each in row]))
    assert [text[:4] for text in found] == ["kiri"] * 27 + ["kana"] * 27


def test_labels_with_values_are_read_across() -> None:
    words = [word(text, x, 100 + 30 * at, line=at) for at in range(9) for text, x in (("Waktu", 10), ("pukul", 400))]
    assert in_columns(words) == words
