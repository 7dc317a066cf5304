"""Tables that give work by what their cells say, under titles of any kind or none."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Status
from notula.models.result import Result

Minutes = Callable[..., Result]
Row = tuple[str, ...]
HEAD = (
    "<h2>Notulen Rapat Panitia Panen</h2><p>Tanggal: 5 Mei 2025<br>Tempat: Balai Warga<br>Pimpinan: Ratmi Wulandari<br>"
    "Peserta: Ratmi Wulandari, Sugeng Prakoso, Karang Taruna, Dinas Sosial, Yohana Biri</p>"
    "<h3>Pembahasan</h3><p>Panen tahun lalu sepi karena hujan.</p><h3>Lain-lain</h3>"
)


def page(*rows: Row, width: int = 3) -> str:
    """A web page of minutes with a table of these rows under a heading that says nothing; a lone cell goes across."""
    lines = (
        f"<td colspan={width}>{row[0]}</td>" if len(row) == 1 else "".join(f"<td>{text}</td>" for text in row)
        for row in rows
    )
    return f"<html><body>{HEAD}<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></body></html>"


def told(result: Result) -> list[tuple[str, list[str], str | None]]:
    return [
        (each.text, [owner.name for owner in each.owners], each.due.date if each.due else None)
        for each in result.follow_ups
    ]


TENT = ("Sewa tenda dua unit", ["Yohana Biri"], "2025-05-12")
CARDS = ("Cetak undangan warga", ["Sugeng Prakoso"], "2025-05-09")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [("Urusan", "Juru", "Ujung"), (TENT[0], "Yohana Biri", "12 Mei"), (CARDS[0], "Sugeng Prakoso", "9 Mei")],
            id="unknown-titles",
        ),
        pytest.param(
            [("Ujung", "Sanggup", "Isi"), ("12 Mei", "Yohana Biri", TENT[0]), ("9 Mei", "Sugeng Prakoso", CARDS[0])],
            id="other-order",
        ),
        pytest.param([(TENT[0], "Yohana Biri", "12 Mei"), (CARDS[0], "Sugeng Prakoso", "9 Mei")], id="no-titles"),
        pytest.param(
            [("Yohana Biri",), (TENT[0], "12 Mei", ""), ("Sugeng Prakoso",), (CARDS[0], "9 Mei", "")],
            id="parties-in-rows-of-their-own",
        ),
        pytest.param(
            [("Soal", "Tempat", ""), (TENT[0], "Yohana Biri", "12 Mei"), (CARDS[0], "Sugeng Prakoso", "9 Mei"),
             ("Perkara tamu",)],
            id="topics-in-rows-of-their-own",
        ),
    ],
)  # fmt: skip
def test_cells_tell_who_does_what_by_when(rows: list[Row], minutes: Minutes) -> None:
    assert told(minutes(page(*rows), ".html")) == [TENT, CARDS]


def test_parties_as_titles_own_what_stands_below(minutes: Minutes) -> None:
    rows = [("Yohana Biri", "Karang Taruna"), (TENT[0], "pinjam kursi, 14 Mei"), ("", "pasang lampu 15 Mei")]
    assert told(minutes(page(*rows), ".html")) == [
        (TENT[0], ["Yohana Biri"], None),
        ("pinjam kursi, 14 Mei", ["Karang Taruna"], "2025-05-14"),
        ("pasang lampu 15 Mei", ["Karang Taruna"], "2025-05-15"),
    ]


def test_days_in_the_tasks_do_without_a_column(minutes: Minutes) -> None:
    rows = [("Beban", "Isi"), ("Yohana Biri", "menyewa tenda, 12 Mei"), ("Karang Taruna", "meminjam kursi, 14 Mei")]
    assert told(minutes(page(*rows), ".html")) == [
        ("menyewa tenda, 12 Mei", ["Yohana Biri"], "2025-05-12"),
        ("meminjam kursi, 14 Mei", ["Karang Taruna"], "2025-05-14"),
    ]


def test_what_is_ticked_off_among_open_rows_is_done(minutes: Minutes) -> None:
    result = minutes(
        page(
            ("Urusan", "Tangan", "Hasil cek"),
            ("Sewa tenda dua unit", "Yohana Biri", "belum, janji 12 Mei"),
            ("Cetak undangan warga", "Sugeng Prakoso", "sudah"),
            ("Pinjam kursi balai", "Karang Taruna", "belum"),
        ),
        ".html",
    )
    assert [each.status for each in result.follow_ups] == [Status.OPEN, Status.DONE, Status.OPEN]
    assert told(result)[0] == TENT
    assert not result.agreements


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [("Tanggal", "Materi", "Pemateri"), ("12 Mei", "Merawat tanaman obat", "Yohana Biri"),
             ("19 Mei", "Membuat pupuk cair", "Sugeng Prakoso")],
            id="programme",
        ),
        pytest.param(
            [("Petugas ronda", "Pos", "Malam"), ("Yohana Biri", "Pos utara gang", "12 Mei"),
             ("Sugeng Prakoso", "Pos selatan gang", "13 Mei")],
            id="roster",
        ),
        pytest.param(
            [("Nama", "Usulan"), ("Yohana Biri", "Membuat panggung tanggal 12 Mei"),
             ("Sugeng Prakoso", "Menambah lampu sebelum 14 Mei")],
            id="proposals",
        ),
        pytest.param(
            [("Pihak", "Pendirian"), ("Karang Taruna", "tidak keberatan lomba diadakan 17 Mei"),
             ("Dinas Sosial", "menunggu surat bupati sampai 20 Mei")],
            id="opinions",
        ),
        pytest.param(
            [("Nama", "Isi kerja", "Hari"), ("Yohana Biri", "Menyewa tenda dua unit", "12 April"),
             ("Sugeng Prakoso", "Mencetak undangan warga", "19 April")],
            id="days-gone-by",
        ),
        pytest.param(
            [("Dari", "Barang", "Jumlah"), ("Karang Taruna", "sewa tenda dua unit", "400.000"),
             ("Dinas Sosial", "beras warga miskin", "900.000")],
            id="budget",
        ),
        pytest.param(
            [("Nama", "Keadaan", "Sampai"), ("Yohana Biri", "cuti melahirkan anak", "12 Juni"),
             ("Sugeng Prakoso", "dinas luar kota", "14 Mei")],
            id="leave",
        ),
        pytest.param(
            [("Urusan", "Juru", "Ujung"), ("Sewa tenda dua unit", "Kaleng susu", "12 Mei"),
             ("Cetak undangan warga", "Kertas tebal", "9 Mei")],
            id="nobody-of-the-meeting",
        ),
    ],
)  # fmt: skip
def test_other_tables_of_names_and_days_give_no_work(rows: list[Row], minutes: Minutes) -> None:
    assert not minutes(page(*rows), ".html").follow_ups
