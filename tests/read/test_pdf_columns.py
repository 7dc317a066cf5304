"""Reading order: columns of text, lists in two columns, turned pages and turned text."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from notula.models.source import Line, Table
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.settings import Settings

LEFT = [
    "Bendahara menyampaikan laporan kas bulan",
    "Mei yang masih bersisa cukup untuk kegiatan",
    "dua bulan ke depan tanpa iuran tambahan.",
    "Warga meminta agar laporan ditempel pada",
    "papan pengumuman setiap akhir bulan supaya",
    "semua orang dapat membacanya sendiri.",
    "Ketua setuju dan meminta bendahara mulai",
    "bulan depan menempelkan laporan tersebut.",
    "Tidak ada keberatan dari peserta lainnya.",
    "Pembahasan berikutnya tentang kerja bakti",
    "yang akan dilaksanakan pada hari Minggu.",
]
RIGHT = [
    "Seksi lingkungan membagi warga menjadi",
    "empat kelompok menurut gang masing-masing",
    "dan setiap kelompok membawa alat sendiri.",
    "Konsumsi disiapkan oleh ibu-ibu dari gang",
    "tiga dan dibayar dari kas warga sebesar",
    "tiga ratus ribu rupiah saja.",
    "Rapat ditutup pukul sembilan malam dengan",
    "doa bersama dan foto di depan balai warga.",
    "Rapat berikutnya diumumkan kemudian oleh",
    "sekretaris melalui grup percakapan warga",
    "paling lambat tiga hari sebelumnya.",
]


def lines_of(draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> list[Line | Table]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return list(read_pdf(buffer.getvalue(), Settings()).content)


def texts(items) -> list[str]:
    return [item.text if isinstance(item, Line) else "TABLE" for item in items]


def column(canvas: Canvas, x: float, top: float, texts: list[str], pitch: float = 13) -> None:
    for at, text in enumerate(texts):
        canvas.drawString(x, top - pitch * at, text)


def rows(canvas: Canvas, top: float, pairs, x: float = 60, second: float = 310) -> None:
    for at, (left, right) in enumerate(pairs):
        canvas.drawString(x, top - 13 * at, left)
        canvas.drawString(second, top - 13 * at, right)


@pytest.mark.parametrize("shift", [0, 5], ids=["same_baselines", "own_baselines"])
@pytest.mark.parametrize("across", [False, True], ids=["column_by_column", "row_by_row"])
def test_two_columns_are_read_one_after_the_other(shift: float, across: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, "Buletin hasil rapat warga dengan judul di atas kedua kolom halaman ini")
        if across:
            for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                canvas.drawString(60, 720 - 13 * at, left)
                canvas.drawString(310, 720 - shift - 13 * at, right)
        else:
            column(canvas, 60, 720, LEFT)
            column(canvas, 310, 720 - shift, RIGHT)
        canvas.drawString(60, 540, "Demikian hasil rapat ini disampaikan kepada seluruh warga tanpa kecuali")

    found = texts(lines_of(draw))
    assert found[0].startswith("Buletin")
    assert found[1:-1] == [*LEFT, *RIGHT]
    assert found[-1].startswith("Demikian")


def test_three_columns_are_read_from_left_to_right() -> None:
    short = [[" ".join(text.split()[:4]) for text in side] for side in (LEFT, RIGHT, LEFT)]

    def draw(canvas: Canvas) -> None:
        for x, side in zip((40, 230, 420), short, strict=True):
            column(canvas, x, 720, side)

    assert texts(lines_of(draw)) == [text for side in short for text in side]


def test_a_table_in_a_column_stays_in_it() -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, 60, 720, LEFT)
        column(canvas, 310, 720, RIGHT[:6])
        canvas.grid([310, 400, 500], [640, 620, 600])
        canvas.drawString(316, 626, "Kas")
        canvas.drawString(406, 606, "lunas")

    assert texts(lines_of(draw)) == [*LEFT, *RIGHT[:6], "TABLE"]


def test_labels_given_before_their_values_are_no_column_of_text() -> None:
    labels = [
        "Hari dan tanggal rapat",
        "Waktu rapat dimulai",
        "Tempat rapat warga",
        "Pimpinan rapat ini",
        "Pencatat rapat ini",
    ]
    values = [
        ": Senin, 3 Mei 2032",
        ": pukul tujuh malam",
        ": balai warga gang tiga",
        ": Bapak Ketua RT",
        ": Ibu Sekretaris RT",
    ]

    def draw(canvas: Canvas) -> None:
        column(canvas, 60, 720, labels)
        column(canvas, 250, 720, values)

    (table,) = lines_of(draw)
    assert isinstance(table, Table)
    assert [texts(cell.content)[0] for cell in table.cells if cell.column == 0] == labels


def test_signatures_are_read_across() -> None:
    pairs = [("Mengetahui,", "Sukamaju, 4 Mei 2032"), ("Ketua RT 05", "Sekretaris")]

    def draw(canvas: Canvas) -> None:
        column(canvas, 60, 760, ["Demikian catatan rapat ini dibuat untuk diketahui oleh warga yang tidak hadir."])
        rows(canvas, 700, pairs)
        rows(canvas, 620, [("Wagimin Sastro", "Lilis Suryani")])

    assert texts(lines_of(draw))[1:] == [
        "Mengetahui,\tSukamaju, 4 Mei 2032",
        "Ketua RT 05\tSekretaris",
        "Wagimin Sastro\tLilis Suryani",
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["- Darto", "- Mimin", "- Usep"], ["- Kokom", "- Jajang"]),
        (["1. Darto", "2. Mimin", "3. Usep"], ["4. Kokom", "5. Jajang", "6. Nining"]),
    ],
    ids=["bullets", "numbers_going_on"],
)
def test_a_list_in_two_columns_is_read_down(left: list[str], right: list[str]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 740, "Yang hadir dalam pertemuan ini sebagaimana tercatat pada buku tamu:")
        for at, text in enumerate(left):
            canvas.drawString(60, 720 - 13 * at, text)
            if at < len(right):
                canvas.drawString(250, 720 - 13 * at, right[at])

    assert texts(lines_of(draw))[1:] == [*left, *right]


def test_numbers_of_a_signature_column_do_not_make_a_list_in_two() -> None:
    def draw(canvas: Canvas) -> None:
        names = ["Darto", "Mimin", "Usep"]
        rows(canvas, 720, [(f"{at}. {name}", f"{at}. ........") for at, name in enumerate(names, 1)])

    assert texts(lines_of(draw)) == ["1. Darto\t1. ........", "2. Mimin\t2. ........", "3. Usep\t3. ........"]


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_turned_page_with_turned_text_is_read_as_shown(quarter: int) -> None:
    wide, high = (A4[1], A4[0]) if quarter % 2 else A4  # reportlab swaps the sides of the paper
    width, height = A4

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90 * quarter)
        canvas.translate(*{1: (wide, 0), 2: (wide, high), 3: (0, high)}[quarter])
        canvas.rotate(90 * quarter)
        canvas.grid([100, 250, 400], [height - 100, height - 120, height - 140])
        canvas.drawString(106, height - 114, "Hari")
        canvas.drawString(256, height - 134, "Senin")
        canvas.drawString(100, height - 80, "Jadwal ronda")

    title, table = lines_of(draw)
    assert (title.text, round(title.indent)) == ("Jadwal ronda", 100)
    assert title.box.top < 80 < title.box.bottom
    assert title.box.x1 < width
    assert [texts(cell.content) for cell in table.cells] == [["Hari"], [], [], ["Senin"]]


def test_a_page_whose_text_was_printed_sideways_is_read_upright_with_boxes_as_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        column(canvas, 100, 500, LEFT[:3])

    found = lines_of(draw)
    assert texts(found) == LEFT[:3]
    assert found[0].shown.x0 == pytest.approx(A4[0] - 500 - 0.8 * 10, abs=1)
    assert found[0].shown.bottom == pytest.approx(A4[1] - 100, abs=1)
    assert found[1].shown.x0 > found[0].shown.x0
    assert [round(line.box.x0) for line in found] == [100] * 3, "one margin in the frame it was read in"


def test_turned_text_comes_last_and_is_marked() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 50)
        canvas.drawString(0, 0, "RANCANGAN AWAL")
        canvas.restoreState()
        canvas.setFont("Helvetica", 10)
        column(canvas, 60, 720, LEFT)

    found = lines_of(draw)
    assert texts(found) == [*LEFT, "RANCANGAN AWAL"]
    assert [item.origin for item in found] == ["body"] * len(LEFT) + ["textbox"]


def test_a_cropped_page_counts_from_its_visible_corner() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 500, 800))
        canvas.drawString(80, 700, "Catatan singkat")

    (line,) = lines_of(draw)
    assert round(line.indent) == 30
    assert line.box.top < 100 < line.box.bottom
