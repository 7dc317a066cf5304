"""Ruled tables of PDF pages: geometry, merged cells, what is no table."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from pdfplumber.table import merge_edges as plumber_merge
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from notula.models.source import Line, Table
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.read.pdf_grids import find_cells, find_crossings, find_grids, group_cells, merge_edges
from notula.pipeline.read.pdf_page import Edge, Edges
from notula.pipeline.settings import Settings

Draw = Callable[[Canvas], None]


def content_of(draw: Draw) -> tuple[Line | Table, ...]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return read_pdf(buffer.getvalue(), Settings()).content


def texts(items) -> list[str]:
    return [item.text if isinstance(item, Line) else "TABLE" for item in items]


def cells_of(table) -> dict[tuple[int, int, int, int], list[str]]:
    assert isinstance(table, Table)
    return {(c.row, c.column, c.rows, c.columns): texts(c.content) for c in table.cells}


def lattice(canvas: Canvas, xs: list[float], ys: list[float], words: dict[tuple[int, int], str] | None = None) -> None:
    canvas.grid(xs, ys)
    for (row, column), text in (words or {}).items():
        for at, line in enumerate(text.split("/")):
            canvas.drawString(xs[column] + 4, ys[row] - 12 - 12 * at, line)


PLACES = st.sampled_from([40.0, 42.0, 80.0, 80.7, 120.0, 160.0, 162.5, 200.0])
EDGES = st.lists(
    st.builds(lambda at, ends: Edge(at, min(ends), max(ends)), PLACES, st.tuples(PLACES, PLACES)), max_size=14
)


def as_plumber(edges: Edges) -> list[dict[str, object]]:
    level = [
        {"orientation": "h", "x0": s, "x1": e, "top": at, "bottom": at, "width": e - s, "height": 0}
        for at, s, e in edges.level
    ]
    upright = [
        {"orientation": "v", "x0": at, "x1": at, "top": s, "bottom": e, "width": 0, "height": e - s}
        for at, s, e in edges.upright
    ]
    return level + upright


@settings(max_examples=300, deadline=None)
@given(EDGES, EDGES)
def test_cells_and_tables_are_those_of_pdfplumber(level: list[Edge], upright: list[Edge]) -> None:
    merged = plumber_merge(as_plumber(Edges(level, upright)), 3, 3, 3, 3)
    kept = [edge for edge in merged if edge["width"] + edge["height"] >= 3]
    expected = intersections_to_cells(edges_to_intersections(kept, 3, 3))
    found = find_cells(find_crossings(Edges(merge_edges(level), merge_edges(upright))))
    assert rounded(found) == rounded(expected)
    assert {frozenset(rounded(group)) for group in group_cells(found)} == {
        frozenset(rounded(group)) for group in cells_to_tables(expected)
    }


def rounded(cells) -> list[tuple[float, ...]]:
    return sorted(tuple(round(side, 6) for side in cell) for cell in cells)


def test_a_table_has_its_cells_row_by_row_with_a_line_for_each_printed_one() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 720, "Daftar tugas")
        lattice(canvas, [60, 90, 300, 400], [700, 680, 650], {
            (0, 0): "No", (0, 1): "Uraian", (0, 2): "Pelaksana", (1, 0): "1", (1, 1): "Menyusun jadwal/bulan Juni",
            (1, 2): "Seksi Kebersihan",
        })  # fmt: skip
        canvas.drawString(60, 630, "Sekian")

    before, table, after = content_of(draw)
    assert (before.text, after.text) == ("Daftar tugas", "Sekian")
    assert (table.rows, table.columns, table.ruled) == (2, 3, True)
    assert cells_of(table) == {
        (0, 0, 1, 1): ["No"], (0, 1, 1, 1): ["Uraian"], (0, 2, 1, 1): ["Pelaksana"], (1, 0, 1, 1): ["1"],
        (1, 1, 1, 1): ["Menyusun jadwal", "bulan Juni"], (1, 2, 1, 1): ["Seksi Kebersihan"],
    }  # fmt: skip
    assert table.box[:2] == (1, 60)
    assert table.box.top == pytest.approx(A4[1] - 700, abs=0.5)


@pytest.mark.parametrize(
    ("xs", "tables"),
    [
        pytest.param([100, 180, 340, 400], 2, id="no column line in common"),
        pytest.param([100, 250, 340, 400], 1, id="one in common"),
        pytest.param([100, 400], 1, id="a row of one cell"),
    ],
)
def test_tables_that_stand_on_each_other(xs: list[float], tables: int) -> None:
    def draw(canvas: Canvas) -> None:
        lattice(canvas, [100, 250, 400], [700, 680, 660])
        lattice(canvas, xs, [660, 640, 620], {(0, 0): "Agenda"})

    assert sum(isinstance(item, Table) for item in content_of(draw)) == tables


def test_a_merged_cell_stands_once_with_its_spans() -> None:
    def draw(canvas: Canvas) -> None:
        xs, ys = [60, 160, 260, 360], [700, 670, 640, 610]
        canvas.rect(xs[0], ys[-1], xs[-1] - xs[0], ys[0] - ys[-1])
        canvas.line(xs[1], ys[0], xs[1], ys[-1])
        canvas.line(xs[2], ys[1], xs[2], ys[-1])
        canvas.line(xs[1], ys[1], xs[3], ys[1])
        canvas.line(xs[1], ys[2], xs[3], ys[2])
        for x, y, text in ((64, 685, "Bidang Umum"), (164, 685, "Kegiatan"), (164, 655, "rapat"), (264, 625, "lusa")):
            canvas.drawString(x, y, text)

    (table,) = content_of(draw)
    assert cells_of(table) == {
        (0, 0, 3, 1): ["Bidang Umum"], (0, 1, 1, 2): ["Kegiatan"], (1, 1, 1, 1): ["rapat"], (1, 2, 1, 1): [],
        (2, 1, 1, 1): [], (2, 2, 1, 1): ["lusa"],
    }  # fmt: skip


def test_a_row_without_column_rules_is_parted_as_its_words_are() -> None:
    def draw(canvas: Canvas) -> None:
        lattice(canvas, [60, 200, 300], [700, 676], {(0, 0): "Pompa", (0, 1): "Rani"})
        lattice(canvas, [60, 300], [676, 652])
        canvas.drawString(64, 660, "Pipa")
        canvas.drawString(204, 660, "Dodi")
        lattice(canvas, [60, 200, 300], [652, 628], {(0, 0): "Kabel", (0, 1): "Wati"})
        lattice(canvas, [60, 300], [628, 604])
        canvas.drawString(64, 612, "Pekerjaan yang ditunda sampai musim kemarau tahun")
        lattice(canvas, [60, 300], [604, 580])
        canvas.drawString(64, 588, "B. Sarana")

    (table,) = content_of(draw)
    assert cells_of(table) == {
        (0, 0, 1, 1): ["Pompa"], (0, 1, 1, 1): ["Rani"],
        (1, 0, 1, 1): ["Pipa"], (1, 1, 1, 1): ["Dodi"],
        (2, 0, 1, 1): ["Kabel"], (2, 1, 1, 1): ["Wati"],
        (3, 0, 1, 2): ["Pekerjaan yang ditunda sampai musim kemarau tahun"],
        (4, 0, 1, 2): ["B. Sarana"],
    }  # fmt: skip


@pytest.mark.parametrize("below", [True, False], ids=["below", "above"])
def test_a_row_that_a_page_break_left_open(below: bool) -> None:
    def draw(canvas: Canvas) -> None:
        lattice(canvas, [60, 200, 300], [700, 676], {(0, 0): "Pompa", (0, 1): "Rani"})
        top, bottom = (676, 652) if below else (724, 700)
        for x in (60, 200, 300):
            canvas.line(x, top, x, bottom)
        canvas.drawString(64, bottom + 8, "Pipa")
        canvas.drawString(204, bottom + 8, "Dodi")

    (table,) = content_of(draw)
    found = cells_of(table)
    assert found[1 if below else 0, 0, 1, 1] == ["Pipa"]
    assert found[1 if below else 0, 1, 1, 1] == ["Dodi"]


def test_borders_of_thin_filled_pieces_are_borders() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (60, 200, 340):
            for y in (600, 640):
                canvas.rect(x, y, 0.5, 39.5, stroke=0, fill=1)
        for y in (600, 640, 680):
            for x in (60, 200):
                canvas.rect(x + 0.5, y, 139.5, 0.5, stroke=0, fill=1)
        canvas.drawString(70, 660, "Nama")
        canvas.drawString(210, 620, "hadir")

    (table,) = content_of(draw)
    assert cells_of(table) == {(0, 0, 1, 1): ["Nama"], (0, 1, 1, 1): [], (1, 0, 1, 1): [], (1, 1, 1, 1): ["hadir"]}


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.rect(50, 600, 400, 150),
        lambda canvas: canvas.grid([50, 450], [750, 680, 600]),
        lambda canvas: canvas.line(60, 698, 160, 698),
        lambda canvas: (canvas.rect(20, 20, 550, 800), canvas.line(20, 740, 570, 740)),
        lambda canvas: (
            canvas.setFillGray(0.9),
            canvas.rect(58, 690, 300, 20, stroke=0, fill=1),
            canvas.setFillGray(0),
        ),
        lambda canvas: (canvas.line(60, 760, 500, 760), canvas.line(60, 757, 500, 757), canvas.line(60, 660, 500, 660)),
    ],
    ids=["frame", "one_column", "underline", "page_border", "highlight", "letterhead_rules"],
)
def test_rules_that_make_no_table_leave_lines(draw: Draw) -> None:
    def both(canvas: Canvas) -> None:
        draw(canvas)
        canvas.drawString(60, 700, "Kesimpulan rapat warga")
        canvas.drawString(60, 640, "Iuran tetap")

    assert texts(content_of(both)) == ["Kesimpulan rapat warga", "Iuran tetap"]


@pytest.mark.parametrize(
    ("rules", "rows"),
    [
        ([(60, y, 360, y) for y in (700, 680, 660)] + [(200, 700, 200, 660)], 2),
        ([(x, 700, x, 660) for x in (60, 200, 360)] + [(60, 680, 360, 680)], 2),
        ([(60, y, 360, y) for y in (700, 680, 660, 640)], 3),
        ([(60, y, 360, y) for y in (700, 680, 660, 640)] + [(x, 700, x, 640) for x in (60, 360)], 3),
    ],
    ids=["open_at_the_sides", "open_above_and_below", "level_rules_only", "level_rules_in_a_frame"],
)
def test_a_table_with_open_sides_is_closed(rules: list[tuple[float, float, float, float]], rows: int) -> None:
    def draw(canvas: Canvas) -> None:
        for rule in rules:
            canvas.line(*rule)
        for at in range(rows):
            canvas.drawString(66, 686 - 20 * at, f"kiri {at}")
            canvas.drawString(206, 686 - 20 * at, f"kanan {at}")

    (table,) = content_of(draw)
    assert (table.rows, table.columns) == (rows, 2)
    assert [text for cell in cells_of(table).values() for text in cell] == [
        f"{side} {at}" for at in range(rows) for side in ("kiri", "kanan")
    ]


@pytest.mark.parametrize(
    "rules",
    [
        [(60, y, 500, y) for y in (700, 680, 660, 640)],
        [(60, 700, 360, 700), (60, 660, 360, 660), (200, 700, 200, 660)],
    ],
    ids=["ruled_paper", "two_rules_and_a_bar"],
)
def test_rules_around_running_text_close_nothing(rules: list[tuple[float, float, float, float]]) -> None:
    def draw(canvas: Canvas) -> None:
        for rule in rules:
            canvas.line(*rule)
        for y in (686, 666, 646):
            canvas.drawString(66, y, "Peserta menyampaikan bahwa kegiatan sudah berjalan dengan baik sekali.")

    assert all(isinstance(item, Line) for item in content_of(draw))


def test_a_table_inside_a_cell_stays_in_it() -> None:
    def draw(canvas: Canvas) -> None:
        lattice(canvas, [50, 150, 450], [750, 600], {(0, 0): "Lampiran"})
        lattice(
            canvas, [170, 250, 330], [720, 690, 660], {(0, 0): "Hari", (0, 1): "Jam", (1, 0): "Senin", (1, 1): "tujuh"}
        )
        canvas.drawString(170, 730, "Jadwal:")

    (outer,) = content_of(draw)
    assert cells_of(outer) == {(0, 0, 1, 1): ["Lampiran"], (0, 1, 1, 1): ["Jadwal:", "TABLE"]}
    inner = outer.cells[1].content[1]
    assert [words for words in cells_of(inner).values()] == [["Hari"], ["Jam"], ["Senin"], ["tujuh"]]


def test_shading_inside_of_cells_adds_no_cells() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for x in (60, 200):
            canvas.rect(x + 5, 664, 125, 12, stroke=0, fill=1)
        canvas.setFillGray(0)
        lattice(canvas, [60, 200, 340], [680, 660, 640], {(0, 0): "Nama", (0, 1): "Tugas"})

    (table,) = content_of(draw)
    assert (table.rows, table.columns) == (2, 2)


def test_shaded_areas_alone_make_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for row, y in enumerate((680, 660, 640)):
            for x in (60, 200, 340):
                canvas.setFillGray(0.7 + 0.1 * row)
                canvas.rect(x, y, 140, 20, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(66, 686, "Nama")
        canvas.drawString(206, 646, "Tugas")

    (table,) = content_of(draw)
    assert (table.rows, table.columns) == (3, 3)


def test_white_areas_rule_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        for x in (60, 200):
            for y in (660, 640):
                canvas.rect(x, y, 140, 20, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(66, 666, "Ringkasan")

    assert texts(content_of(draw)) == ["Ringkasan"]


def test_a_grid_inside_a_scaled_form_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("kisi")
        canvas.grid([0, 70, 140], [30, 15, 0])
        canvas.endForm()
        canvas.saveState()
        canvas.translate(60, 600)
        canvas.scale(2, 2)
        canvas.doForm("kisi")
        canvas.restoreState()
        canvas.drawString(66, 640, "Waktu")
        canvas.drawString(206, 610, "siang")

    (table,) = content_of(draw)
    assert cells_of(table)[0, 0, 1, 1] == ["Waktu"]
    assert cells_of(table)[1, 1, 1, 1] == ["siang"]


def test_no_word_of_a_table_with_a_hole_is_lost() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 160, 260], [700, 680])
        canvas.grid([60, 160], [680, 660])
        canvas.drawString(66, 666, "kiri bawah")
        canvas.drawString(166, 666, "tanpa garis")

    (table,) = content_of(draw)
    assert cells_of(table)[1, 1, 1, 1] == ["tanpa garis"]


def test_no_edges_make_no_grids() -> None:
    assert find_grids(Edges([], []), Edges([], []), []) == []
