"""Headings told by their size alone."""


import pytest

from notula.models.source import Line, Table
from notula.pipeline.structure.heading_sizes import outline_by_size

LETTERHEAD = [("DINAS PERHUBUNGAN", 16.0), ("Jalan Merdeka 1, telepon 021-555", 10.0)]
BODY = ("Ruas jalan yang rusak sudah diukur, hasilnya dibagikan kepada peserta.", 11.0)


def outlines(*lines: tuple[str, float | None], own: int | None = None) -> dict[str, int | None]:
    """The outline that each line has afterwards; the last line has one of its own where ``own`` says so."""
    content: list[Line | Table] = [Line(text, size=size) for text, size in lines]
    if own is not None:
        content.append(Line("Lain-lain", size=11.0, outline=own))
    return {piece.text: piece.outline for piece in outline_by_size(tuple(content)) if isinstance(piece, Line)}


def test_larger_print_is_a_heading_on_a_level_of_its_size() -> None:
    found = outlines(*LETTERHEAD, BODY, ("Senin, 3 Juni", 14.0), BODY, ("Hasil", 12.5), BODY, ("Selasa, 4 Juni", 14.0))
    assert (found["Senin, 3 Juni"], found["Hasil"], found["Selasa, 4 Juni"]) == (2, 3, 2)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("DINAS PERHUBUNGAN", [*LETTERHEAD, BODY], id="letterhead"),
        pytest.param("Hasil", [BODY, ("Hasil", 11.4), BODY], id="hardly larger"),
        pytest.param("Kami sepakat.", [BODY, ("Kami sepakat.", 14.0), BODY], id="sentence"),
        pytest.param("baris 3", [BODY, *((f"baris {at}", 14.0) for at in range(4)), BODY, BODY], id="a paragraph"),
        pytest.param("Hasil", [("Hasil", None), ("Jalan rusak", None)], id="no size known"),
    ],
)
def test_what_is_no_heading(text: str, lines: list[tuple[str, float | None]]) -> None:
    assert outlines(*lines)[text] is None


def test_a_point_counts_in_bold_type() -> None:
    bold = Line("Hasil", size=12.0, bold=True)
    body = [Line(BODY[0], size=11.0)] * 2
    found = outline_by_size((*body, bold, *body, bold._replace(bold=False)))
    assert [piece.outline for piece in found if isinstance(piece, Line)] == [None, None, 2, None, None, None]


def test_a_heading_on_two_lines_has_one_outline() -> None:
    found = outlines(BODY, ("Tindak Lanjut Hasil Pemeriksaan", 14.0), ("Semester Pertama", 14.0), BODY)
    assert (found["Tindak Lanjut Hasil Pemeriksaan"], found["Semester Pertama"]) == (2, None)


def test_a_file_with_headings_of_its_own_keeps_them() -> None:
    assert outlines(BODY, ("Hasil", 14.0), BODY, own=1) == {BODY[0]: None, "Hasil": None, "Lain-lain": 1}
