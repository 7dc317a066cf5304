"""Tables of PDF pages without ruling lines: labels with values, aligned columns; and what stays lines."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from notula.models.source import Line, Table
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.settings import Settings

Row = tuple[tuple[float, str], ...]
INTRO = "Catatan pertemuan ini disusun oleh panitia untuk dibagikan kepada semua peserta yang hadir."


def content_of(draw: Callable[[Canvas], None]) -> list[Line | Table]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return list(read_pdf(buffer.getvalue(), Settings()).content)


def page_of(rows: list[Row], pitch: float = 14) -> list[Line | Table]:
    """A page with an introduction and rows of (x, text)."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, INTRO)
        for at, row in enumerate(rows):
            for x, text in row:
                canvas.drawString(x, 730 - pitch * at, text)

    return content_of(draw)[1:]


def table_rows(table) -> list[list[str]]:
    """A table's rows, the lines of a cell apart by a slash."""
    assert isinstance(table, Table), table
    assert not table.ruled
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append("/".join(line.text for line in cell.content))
    assert all(len(row) == table.columns for row in rows)
    return rows


def texts(items) -> list[str]:
    return [item.text if isinstance(item, Line) else "TABLE" for item in items]


@pytest.mark.parametrize(
    "style",
    [
        lambda label, value: ((60, label), (140, ":"), (152, value)),
        lambda label, value: ((60, label), (140, f": {value}")),
        lambda label, value: ((60, label), (140, f":{value}")),
        lambda label, value: ((60, f"{label}:"), (140, value)),
        lambda label, value: ((60, f"{label} :"), (140, value)),
    ],
    ids=["own_column", "before_value", "glued_to_value", "glued_to_label", "after_label"],
)
def test_labels_with_colons_make_a_table_of_three_columns(style: Callable[[str, str], Row]) -> None:
    (table,) = page_of([style("Hari", "Rabu, 2 Juni 2032"), style("Tempat", "Aula")])
    assert table_rows(table) == [["Hari", ":", "Rabu, 2 Juni 2032"], ["Tempat", ":", "Aula"]]


def test_a_value_goes_on_where_it_started_and_ends_at_the_next_paragraph() -> None:
    table, after = page_of([
        ((60, "Tempat"), (140, ":"), (152, "Balai pertemuan warga gang lima,")),
        ((152, "lantai dua"),),
        ((60, "Acara"), (140, ":"), (152, "1. Laporan kas")),
        ((152, "2. Rencana kerja bakti di taman"),),
        ((164, "dan saluran air"),),
        ((60, "Pembahasan dimulai dengan laporan kas."),),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["Tempat", ":", "Balai pertemuan warga gang lima,/lantai dua"],
        ["Acara", ":", "1. Laporan kas/2. Rencana kerja bakti di taman/dan saluran air"],
    ]
    assert after.text == "Pembahasan dimulai dengan laporan kas."


def test_a_list_in_a_value_may_be_as_far_apart_as_the_labels() -> None:
    first, second = [(60, "Tempat"), (140, ":"), (152, "Balai")], [(60, "Hadir"), (140, ":"), (152, "1. Dodi")]
    (table,) = page_of([tuple(first), tuple(second), ((152, "2. Rani"),)], pitch=28)
    assert table_rows(table) == [["Tempat", ":", "Balai"], ["Hadir", ":", "1. Dodi/2. Rani"]]


def test_a_value_goes_on_between_its_label_and_its_colon() -> None:
    table, after = page_of([
        ((60, "Tempat"), (140, ":"), (152, "Aula")),
        ((60, "Peserta"), (140, ":"), (152, "Rina Anggraini, Ketut Darma,")),
        ((125, "Gede Mahardika"),),
        ((60, "Pembahasan dimulai dengan laporan kas."),),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["Tempat", ":", "Aula"],
        ["Peserta", ":", "Rina Anggraini, Ketut Darma,/Gede Mahardika"],
    ]
    assert after.text == "Pembahasan dimulai dengan laporan kas."


def test_a_long_label_goes_on_below_itself() -> None:
    (table,) = page_of([
        ((60, "Pejabat yang"), (160, ":"), (172, "Ibu Kartika Dewanti, kepala")),
        ((60, "menandatangani"), (172, "seksi sarana")),
        ((60, "Waktu"), (160, ":"), (172, "09.00")),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["Pejabat yang/menandatangani", ":", "Ibu Kartika Dewanti, kepala/seksi sarana"],
        ["Waktu", ":", "09.00"],
    ]


def test_a_label_without_room_before_its_colon_goes_on_below() -> None:
    (table,) = page_of([
        ((60, "Masa"), (122, ":"), (134, "Kedua")),
        ((60, "Persidangan"),),
        ((60, "Sifat"), (122, ":"), (134, "Terbuka")),
    ])  # fmt: skip
    assert table_rows(table) == [["Masa/Persidangan", ":", "Kedua"], ["Sifat", ":", "Terbuka"]]


def test_a_heading_between_labels_is_none_of_them() -> None:
    *_, heading, _ = page_of([
        ((60, "Hari"), (180, ":"), (192, "Rabu")),
        ((60, "Tempat"), (180, ":"), (192, "Aula")),
        ((60, "Peserta"),),
        ((60, "Rina"), (180, ":"), (192, "bendahara")),
    ])  # fmt: skip
    assert heading.text == "Peserta"


def test_an_empty_value_leaves_an_empty_cell() -> None:
    (table,) = page_of([((60, "Hari"), (140, ":"), (152, "Rabu")), ((60, "Notulis"), (140, ":"))])
    assert table_rows(table) == [["Hari", ":", "Rabu"], ["Notulis", ":", ""]]


def test_two_labels_a_row_make_six_columns() -> None:
    (table,) = page_of([
        ((60, "Hari"), (120, ":"), (132, "Rabu"), (300, "Pemimpin"), (370, ":"), (382, "Bu Rini")),
        ((60, "Jam"), (120, ":"), (132, "09.00"), (300, "Pencatat"), (370, ":"), (382, "Pak Oman")),
        ((60, "Tempat"), (120, ":"), (132, "Aula")),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["Hari", ":", "Rabu", "Pemimpin", ":", "Bu Rini"],
        ["Jam", ":", "09.00", "Pencatat", ":", "Pak Oman"],
        ["Tempat", ":", "Aula", "", "", ""],
    ]


def test_names_with_roles_after_a_colon_keep_their_numbers() -> None:
    (table,) = page_of([
        ((80, "1."), (100, "Sulastri"), (220, ":"), (232, "Ketua")),
        ((80, "2."), (100, "Broto Susanto"), (220, ":"), (232, "Sekretaris")),
        ((80, "3."), (100, "Yohanes"), (220, ":"), (232, "Anggota")),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["1.\tSulastri", ":", "Ketua"], ["2.\tBroto Susanto", ":", "Sekretaris"], ["3.\tYohanes", ":", "Anggota"],
    ]  # fmt: skip


def test_letter_spaced_labels_keep_their_letters_together() -> None:
    (table,) = page_of([
        ((60, "H a r i"), (170, ": Rabu, 2 Juni 2032")),
        ((60, "T e m p a t   r a p a t"), (170, ": Aula")),
    ])  # fmt: skip
    assert table_rows(table) == [["H a r i", ":", "Rabu, 2 Juni 2032"], ["T e m p a t r a p a t", ":", "Aula"]]


def test_words_of_a_split_colon_stay_in_step_with_their_text() -> None:
    (table,) = page_of([((60, "Hari"), (140, ":Rabu pagi")), ((60, "Tempat"), (140, ":Aula"))])
    for cell in table.cells:
        for line in cell.content:
            assert " ".join(line.text[w.start : w.end] for w in line.words) == line.text
            assert all(w.x0 < w.x1 for w in line.words)


def test_columns_with_titles_make_a_table() -> None:
    (table,) = page_of([
        ((60, "No"), (90, "Kegiatan"), (280, "Pelaksana"), (420, "Waktu")),
        ((60, "1"), (90, "Mengecat pagar taman dan"), (280, "Seksi Sarana"), (420, "12 Juni")),
        ((90, "pos ronda"),),
        ((60, "2"), (90, "Membeli lampu jalan"), (280, "Bendahara dan"), (420, "20 Juni")),
        ((280, "Seksi Sarana"),),
        ((60, "3"), (90, "Mendata warga baru"), (280, "Sekretaris"), (420, "Juli")),
    ])  # fmt: skip
    assert table_rows(table) == [
        ["No", "Kegiatan", "Pelaksana", "Waktu"],
        ["1", "Mengecat pagar taman dan/pos ronda", "Seksi Sarana", "12 Juni"],
        ["2", "Membeli lampu jalan", "Bendahara dan/Seksi Sarana", "20 Juni"],
        ["3", "Mendata warga baru", "Sekretaris", "Juli"],
    ]


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        pytest.param(280, [["3", "Mendata warga", "Sekretaris"]], id="same-columns"),
        pytest.param(310, "3\tMendata warga\tSekretaris", id="other-columns"),
    ],
)
def test_a_row_alone_below_a_page_break_goes_on_with_the_table(x: float, expected: list[list[str]] | str) -> None:
    rows = [((60, "No"), (90, "Kegiatan"), (280, "Pelaksana")), ((60, "1"), (90, "Mengecat pagar"), (280, "Bendahara")),
            ((60, "2"), (90, "Membeli lampu"), (280, "Seksi Sarana"))]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for at, row in enumerate(rows):
            for left, text in row:
                canvas.drawString(left, 120 - 16 * at, text)
        canvas.drawString(290, 30, "Halaman 1")
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        for left, text in ((60, "3"), (90, "Mendata warga"), (x, "Sekretaris")):
            canvas.drawString(left, 770, text)
        canvas.drawString(60, 730, INTRO)

    first, _, last, _ = content_of(draw)
    assert isinstance(first, Table)
    assert (last.text if isinstance(last, Line) else table_rows(last)) == expected


def test_what_follows_a_table_is_no_part_of_it() -> None:
    names = ["Ani", "Budi", "Cici"]
    rows: list[Row] = [((60, str(at)), (100, name), (300, "hadir")) for at, name in enumerate(names, 1)]
    found = page_of([*rows, ((60, "Rapat ditutup."),), ((60, "Sekian dan terima kasih atas perhatiannya."),)])
    assert texts(found) == ["TABLE", "Rapat ditutup.", "Sekian dan terima kasih atas perhatiannya."]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([((60, "1."), (90, "Pembukaan")), ((60, "2."), (90, "Laporan kas")), ((60, "3."), (90, "Lain-lain"))],
         ["1.\tPembukaan", "2.\tLaporan kas", "3.\tLain-lain"]),
        ([((60, "a. Pembina : Pak Lurah"),), ((60, "b. Penasihat umum : Bu Camat"),)],
         ["a. Pembina : Pak Lurah", "b. Penasihat umum : Bu Camat"]),
        ([((60, "Date : Senin"),), ((60, "Time : sore"),)], ["Date : Senin", "Time : sore"]),
        ([((60, "Ketua"), (300, "Sekretaris")), ((60, "Ngatijo"), (300, "Maryati"))],
         ["Ketua\tSekretaris", "Ngatijo\tMaryati"]),
        ([((60, "Waktu"), (140, ":"), (152, "09.00"))], ["Waktu\t: 09.00"]),
        ([((60, "Lina"), (150, "->"), (200, "undangan")), ((60, "Tono"), (150, "->"), (214, "sewa tenda besar")),
          ((60, "Wati"), (150, "->"), (228, "memesan kursi merah"))],
         ["Lina\t->\tundangan", "Tono\t->\tsewa tenda besar", "Wati\t->\tmemesan kursi merah"]),
    ],
    ids=["list", "prose_colons", "equal_labels", "signatures", "one_row", "crooked_columns"],
)  # fmt: skip
def test_what_is_not_sure_stays_lines(rows: list[Row], expected: list[str]) -> None:
    assert texts(page_of(rows)) == expected


def test_a_centred_heading_below_a_header_is_no_value() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, INTRO)
        for at, (label, value) in enumerate((("Hari", "Rabu"), ("Peserta", "terlampir"))):
            canvas.drawString(60, 730 - 14 * at, label)
            canvas.drawString(230, 730 - 14 * at, f": {value}")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawCentredString(285, 690, "PEMBAHASAN")

    assert texts(content_of(draw)) == [INTRO, "TABLE", "PEMBAHASAN"]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ([(646, "Yang"), (632, "hadir")], [(653, "Kartika,"), (639, "Surya,"), (625, "Melati")]),
        ([(639, "Hadir")], [(653, "Kartika,"), (639, "Surya,"), (625, "Melati")]),
        ([(639, "Hadir")], [(646, "Kartika,"), (632, "Surya, Melati")]),
    ],
    ids=["two-lines-of-label", "beside-a-line", "between-two-lines"],
)
def test_a_label_halfway_down_its_value(label: list[tuple[float, str]], lines: list[tuple[float, str]]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, INTRO)
        for y, (first, value) in ((710, ("Hari", "Rabu")), (682, ("Tempat", "Aula")), (597, ("Acara", "Kas"))):
            for x, text in ((60, first), (140, ":"), (152, value)):
                canvas.drawString(x, y, text)
        for x, column in ((60, label), (140, [(639.0, ":")]), (152, lines)):
            for y, text in column:
                canvas.drawString(x, y, text)

    (table,) = content_of(draw)[1:]
    assert table_rows(table)[1:] == [
        ["Tempat", ":", "Aula"],
        ["/".join(text for _, text in label), ":", "/".join(text for _, text in lines)],
        ["Acara", ":", "Kas"],
    ]


def test_text_further_left_below_a_table_is_no_column_of_it() -> None:
    rows: list[Row] = [
        ((140, "Tugas"), (280, "Petugas"), (400, "Batas")),
        ((140, "Beli pompa"), (280, "Anwar"), (400, "5 Mei")),
        ((140, "Sewa tenda"), (280, "Lina"), (400, "Juni")),
        ((60, "Penutup"),),
    ]
    table, below = page_of(rows)
    assert table_rows(table)[1:] == [["Beli pompa", "Anwar", "5 Mei"], ["Sewa tenda", "Lina", "Juni"]]
    assert texts([below]) == ["Penutup"]


def test_labels_whose_colons_stand_elsewhere_are_rows_of_one_table() -> None:
    (table,) = page_of([
        ((60, "Hari"), (120, ":"), (132, "Rabu")),
        ((60, "Jam"), (120, ":"), (132, "09.00")),
        ((60, "Pimpinan rapat"), (160, ":"), (172, "Dodi")),
        ((60, "Hadir"), (160, ":")),
    ])  # fmt: skip
    assert [row[0] for row in table_rows(table)] == ["Hari", "Jam", "Pimpinan rapat", "Hadir"]


LONG = "Rina Anggraini, Ketut Darma, Gede Mahardika, Ni Luh Sari, Made Wijaya dan"


@pytest.mark.parametrize(
    ("value", "below", "taken"),
    [
        pytest.param(LONG, "Komang Ayu, Wayan Oka", True, id="list"),
        pytest.param(LONG.replace(",", ";"), "Komang Ayu; Wayan Oka", True, id="with-semicolons"),
        pytest.param(LONG, "warga dua dusun", True, id="small-letter"),
        pytest.param(LONG.replace(",", "") + " (Sdr.", "Komang), warga", True, id="torn-bracket"),
        pytest.param("Rina Anggraini, Ketut Darma,", "Komang Ayu, Wayan Oka", False, id="room-behind"),
        pytest.param(LONG, "Pembahasan :", False, id="label"),
        pytest.param(LONG.replace(",", ""), "Demikian agar maklum", False, id="no-list"),
    ],
)
def test_a_value_wrapped_to_below_its_label(value: str, below: str, taken: bool) -> None:
    table, *after = page_of([
        ((60, "Hari"), (110, ":"), (122, "Rabu")),
        ((60, "Hadir"), (110, ":"), (122, value)),
        ((60, below),),
    ])  # fmt: skip
    assert (table_rows(table)[1][2] == f"{value}/{below}") is taken
    assert bool(after) is not taken


def test_rows_that_wrap_make_columns_where_white_parts_them() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 760, INTRO)
        rows = [("Apa", "Siapa", "Kapan")] + [(f"Tugas {at} untuk", "Dodi", f"{at} Mei") for at in range(4)]
        for at, (what, who, when) in enumerate(rows):
            for x, text in ((60, what), (200, who), (330, when)):
                canvas.drawString(x, 730 - 32 * at, text)
            if at:
                canvas.drawString(60, 730 - 32 * at - 13, "warga")
        canvas.drawString(60, 560, "Rapat ditutup dengan doa bersama.")

    _, table, after = content_of(draw)
    assert table_rows(table)[1:] == [[f"Tugas {at} untuk/warga", "Dodi", f"{at} Mei"] for at in range(4)]
    assert after.text == "Rapat ditutup dengan doa bersama."


def test_lines_below_white_or_a_drawn_rule_are_spaced() -> None:
    rows = [((60, INTRO),), ((60, "Kas cukup."),), ((60, "Iuran tetap."),), (), ((60, "Lampu mati."),)]
    lines = page_of([*rows, ((60, "=" * 30),), ((60, "Pompa rusak."),)])
    assert [(line.text, line.spaced) for line in lines[1:]] == [
        ("Kas cukup.", False),
        ("Iuran tetap.", False),
        ("Lampu mati.", True),
        ("Pompa rusak.", True),
    ]
