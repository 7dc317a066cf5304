"""What counts as a list marker, and the depth of an item."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notula.pipeline.structure.markers import Levels, Marker, parse_marker


@pytest.mark.parametrize(
    ("text", "marker", "style", "value"),
    [
        pytest.param("1. Membuka rapat", "1.", "digit.", 1, id="number-dot"),
        pytest.param("12) Menutup rapat", "12)", "digit)", 12, id="number-bracket"),
        pytest.param("(2) Anggaran", "(2)", "digit()", 2, id="number-in-brackets"),
        pytest.param("[3] Anggaran", "[3]", "digit]", 3, id="number-in-square-brackets"),
        pytest.param("3.Anggaran", "3.", "digit.", 3, id="no-space-before-capital"),
        pytest.param("b. Pengadaan", "b.", "lower.", 2, id="letter-dot"),
        pytest.param("c) Pengadaan", "c)", "lower)", 3, id="letter-bracket"),
        pytest.param("A. Umum", "A.", "upper.", 1, id="capital-starts-list"),
        pytest.param("I. Pendahuluan", "I.", "roman.", 1, id="roman"),
        pytest.param("ii. pompa", "ii.", "lroman.", 2, id="small-roman"),
        pytest.param("1.2 Jadwal", "1.2", "compound2", 2, id="compound"),
        pytest.param("2.1.3. Jadwal", "2.1.3.", "compound3", 3, id="compound-three"),
        pytest.param("1.a Jadwal", "1.a", "compound2", 1, id="compound-letter"),
        pytest.param("- pompa", "-", "bullet-", 0, id="hyphen"),
        pytest.param("+ pompa", "+", "bullet+", 0, id="plus"),
        pytest.param("• pompa", "•", "bullet•", 0, id="bullet"),
        pytest.param("✓ pompa", "✓", "bullet☐", 0, id="tick"),
        pytest.param("☐ pompa", "☐", "bullet☐", 0, id="box"),
        pytest.param("KEDUA : Pompa diganti", "KEDUA :", "dictum", 2, id="dictum"),
        pytest.param("Pertama: pompa diganti", "Pertama:", "dictum", 1, id="dictum-small"),
        pytest.param("o pompa", "o", "bulleto", 0, id="hollow"),
        pytest.param("🔸 pompa", "🔸", "bullet🔸", 0, id="pictograph"),
        pytest.param("✅ pompa", "✅", "bullet☐", 0, id="ticked-pictograph"),
        pytest.param("3️⃣ pompa", "3️⃣", "keycap", 3, id="keycap"),
        pytest.param("-> pompa", "->", "bullet->", 0, id="drawn-arrow"),
        pytest.param("➢pompa", "➢", "bullet➢", 0, id="bullet-without-space"),
    ],
)
def test_marker(text: str, marker: str, style: str, value: int) -> None:
    found = parse_marker(text)
    assert found is not None
    assert (found.text, found.style, found.value) == (marker, style, value)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("1. Membuka", "Membuka", id="number"),
        pytest.param("  2)   Menutup", "Menutup", id="blanks-around"),
        pytest.param("-\tpompa", "pompa", id="tab"),
        pytest.param("1.1. Dana", "Dana", id="compound"),
    ],
)
def test_length_reaches_to_the_item(text: str, rest: str) -> None:
    found = parse_marker(text)
    assert found is not None
    assert text[found.length :] == rest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("15.00 WIB", id="time"),
        pytest.param("09.30 WIB rapat dibuka", id="time-with-zero"),
        pytest.param("13.45 rehat", id="time-without-zone"),
        pytest.param("2020. Anggaran", id="year"),
        pytest.param("H. Endang Kosim", id="initial"),
        pytest.param("M. Yusuf", id="roman-looking-initial"),
        pytest.param("-5 derajat", id="negative-number"),
        pytest.param("-", id="dash-alone"),
        pytest.param("•", id="bullet-alone"),
        pytest.param("+62 812 0000 1111", id="plus-of-a-number"),
        pytest.param("Rapat dibuka", id="word"),
        pytest.param("Kedua orang itu: Rina", id="ordinal-in-words"),
        pytest.param("(H) Endang", id="capital-in-brackets"),
        pytest.param("**tebal", id="stars"),
        pytest.param("a.n. Kepala Dinas", id="abbreviation"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_marker(text: str) -> None:
    assert parse_marker(text) is None


@pytest.mark.parametrize(
    ("text", "last", "style"),
    [
        pytest.param("B. Teknis", {"upper.": 1}, "upper.", id="capital-after-its-predecessor"),
        pytest.param("1000. pompa", {"digit.": 999}, "digit.", id="four-digits-after-their-predecessor"),
        pytest.param("i. pompa", {"lower.": 8}, "lower.", id="i-after-h"),
        pytest.param("i. pompa", {}, "lroman.", id="i-first"),
        pytest.param("v. pompa", {"lroman.": 4}, "lroman.", id="v-after-iv"),
        pytest.param("III. Teknis", {"roman.": 2}, "roman.", id="roman-goes-on"),
        pytest.param("I. Teknis", {"upper.": 8}, "upper.", id="capital-i-after-h"),
    ],
)
def test_style_depends_on_what_came_before(text: str, last: dict[str, int], style: str) -> None:
    found = parse_marker(text, last)
    assert found is not None
    assert found.style == style


def depths(*items: tuple[str, float]) -> list[int]:
    levels = Levels()
    found = []
    for text, indent in items:
        marker = parse_marker(text, levels.last)
        assert marker is not None, text
        found.append(levels.place(marker, indent))
    return found


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param([("1. x", 0), ("2. x", 0), ("3. x", 0)], [0, 0, 0], id="flat"),
        pytest.param([("1. x", 0), ("a. x", 0), ("b. x", 0), ("2. x", 0)], [0, 1, 1, 0], id="letters-without-indent"),
        pytest.param([("1. x", 0), ("a. x", 18), ("1) x", 36), ("b. x", 18)], [0, 1, 2, 1], id="three-levels"),
        pytest.param([("1. x", 0), ("- x", 12), ("- x", 12), ("2. x", 0)], [0, 1, 1, 0], id="bullets-under-number"),
        pytest.param([("- x", 0), ("- x", 24), ("- x", 0)], [0, 1, 0], id="bullets-by-indent"),
        pytest.param([("A. x", 0), ("1. x", 0), ("2. x", 0), ("B. x", 0), ("1. x", 0)], [0, 1, 1, 0, 1], id="chapters"),
        pytest.param([("1. x", 0), ("2. x", 0), ("1. x", 0)], [0, 0, 0], id="one-opens-a-list"),
        pytest.param([("1. x", 0), ("1. x", 18), ("2. x", 18), ("2. x", 0)], [0, 1, 1, 0], id="same-style"),
    ],
)
def test_depths(items: list[tuple[str, float]], expected: list[int]) -> None:
    assert depths(*items) == expected


def test_heading_ends_the_open_lists() -> None:
    levels = Levels()
    assert levels.place(Marker("1.", "digit.", 1, 3), 0) == 0
    assert levels.place(Marker("a.", "lower.", 1, 3), 18) == 1
    levels.interrupt(heading=True)
    assert levels.place(Marker("b.", "lower.", 2, 3), 18) == 0


def test_paragraph_leaves_the_lists_open() -> None:
    levels = Levels()
    levels.place(Marker("1.", "digit.", 1, 3), 0)
    levels.place(Marker("a.", "lower.", 1, 3), 18)
    levels.interrupt(heading=False)
    assert levels.place(Marker("b.", "lower.", 2, 3), 18) == 1


def test_bullet_under_number_of_the_files_same_level_is_deeper() -> None:
    levels = Levels()
    assert levels.adopt(Marker("1.", "digit.", 1, 0), 0, 0.0) == 0
    assert levels.adopt(Marker("•", "bullet•", 0, 0), 0, 0.0) == 1
    assert levels.adopt(Marker("2.", "digit.", 2, 0), 0, 0.0) == 0


def test_bullets_behind_a_shallower_one_are_at_the_files_level_again() -> None:
    levels, number, bullet = Levels(), Marker("1.", "digit.", 1, 0), Marker("-", "bullet-", 0, 0)
    placed = [(bullet, 0), (number, 1), (bullet, 1), (bullet, 0), (bullet, 1)]
    assert [levels.adopt(marker, level, 12.0 * level) for marker, level in placed] == [0, 1, 2, 0, 1]


def test_numbers_below_a_bullet_with_a_colon_are_its_list() -> None:
    levels, bullet = Levels(), Marker("-", "bullet-", 0, 0)
    assert levels.adopt(bullet, 1, 12.0) == 1
    assert levels.adopt(Marker("1.", "digit.", 1, 0), 1, 12.0, below_colon=True) == 2
    assert levels.adopt(Marker("2.", "digit.", 2, 0), 1, 12.0) == 2
    assert levels.adopt(bullet, 1, 12.0) == 1


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_parsed(text: str) -> None:
    found = parse_marker(text)
    if found is not None:
        assert 0 < found.length <= len(text)
        assert text[: found.length].strip() == found.text


@given(
    st.lists(st.tuples(st.sampled_from(["1. x", "2) x", "a. x", "- x", "• x", "I. x", "1.1 x"]), st.integers(0, 90)))
)
def test_a_depth_is_at_most_one_below_the_one_before(items: list[tuple[str, int]]) -> None:
    levels, before = Levels(), -1
    for text, indent in items:
        marker = parse_marker(text, levels.last)
        if marker is not None:
            depth = levels.place(marker, indent)
            assert 0 <= depth <= before + 1
            before = depth


def test_bullets_further_in_are_deeper_though_their_list_begins_anew() -> None:
    levels, bullet = Levels(), Marker("•", "bullet•", 0, 0)
    assert [levels.adopt(bullet, 0, indent) for indent in (0.0, 18.0, 18.0, 36.0, 2.0, 18.0)] == [0, 1, 1, 2, 0, 1]
    levels.interrupt(heading=True)
    assert levels.adopt(bullet, 0, 18.0) == 0
