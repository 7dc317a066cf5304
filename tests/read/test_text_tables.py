"""Tables that plain text sets with spaces, and the rows that their printed lines make."""

from textwrap import dedent

import pytest

from notula.models.source import Line, Table
from notula.pipeline.read.plain import read_text
from notula.pipeline.read.text_numbers import numbers_apart
from notula.pipeline.settings import Settings


def content(text: str) -> list[Line | Table]:
    return list(read_text(dedent(text).strip("\n").encode(), Settings()).content)


def rows(table: Line | Table) -> list[list[str]]:
    """The cells of a table, the printed lines of each apart by a slash."""
    assert isinstance(table, Table)
    grid = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = "/".join(line.text for line in cell.content if isinstance(line, Line))
    return grid


def only_table(text: str) -> list[list[str]]:
    (table,) = content(text)
    return rows(table)


def test_a_row_starts_at_its_number() -> None:
    found = only_table(
        """
        No   Kegiatan                     Pelaksana          Waktu
        1    Menyusun daftar pengungsi    Seksi Sosial       5 Mei
             dan membagikannya            bersama kader
        2    Membeli pompa                Bendahara          Juni
        """
    )
    assert found == [
        ["No", "Kegiatan", "Pelaksana", "Waktu"],
        ["1", "Menyusun daftar pengungsi/dan membagikannya", "Seksi Sosial/bersama kader", "5 Mei"],
        ["2", "Membeli pompa", "Bendahara", "Juni"],
    ]


def test_numbers_a_space_before_the_next_cell_are_a_column() -> None:
    found = only_table(
        """
        No           Nama                          Jabatan                 Instansi
        1 Dodi Pratama Wijaya,          Kepala Bidang Sarana            Kelurahan
          M.M.                          dan Prasarana                   Melati
        2 Rani Putri, S.Kom.            Pranata Komputer
        3 Wulan Sari                    Sekretaris                      RW 03
        """
    )
    assert found == [
        ["No", "Nama", "Jabatan", "Instansi"],
        ["1", "Dodi Pratama Wijaya,/M.M.", "Kepala Bidang Sarana/dan Prasarana", "Kelurahan/Melati"],
        ["2", "Rani Putri, S.Kom.", "Pranata Komputer", ""],
        ["3", "Wulan Sari", "Sekretaris", "RW 03"],
    ]


def test_titles_a_single_space_apart_stand_over_columns() -> None:
    found = only_table(
        """
        NO NAMA               HADIR KET
        1. Rina Anggraini       v
        2. Joko Susilo          -   ke luar kota
        3. Wulan Sari           v
        """
    )
    assert found == [
        ["NO", "NAMA", "HADIR", "KET"],
        ["1.", "Rina Anggraini", "v", ""],
        ["2.", "Joko Susilo", "-", "ke luar kota"],
        ["3.", "Wulan Sari", "v", ""],
    ]


def test_two_columns_below_titles_a_space_apart_are_lines() -> None:
    found = content(
        """
        No Uraian
        1. Iuran warga          masuk
        2. Kerja bakti          jalan
        3. Arisan               tutup
        """
    )
    assert all(isinstance(each, Line) for each in found)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["No    Nama", "1 Dodi", "2 Rani"], ["No      Nama", "1   Dodi", "2   Rani"], id="parted"),
        pytest.param(["No  Nama", "1 Dodi", "  lurah", "2 Rani"], ["No    Nama", "1   Dodi", "    lurah", "2   Rani"],
                     id="a-line-below"),
        pytest.param(["No    Nama", "1 Dodi", "2 Rani", "Penutup rapat"], ["No      Nama", "1   Dodi", "2   Rani"],
                     id="a-paragraph-ends-it"),
        pytest.param(["No   Nama", "1    Dodi", "2    Rani"], None, id="parted-already"),
        pytest.param(["No   Waktu", "1    pagi", "        20 Mei", "        21 Mei"], None, id="days-in-a-cell"),
        pytest.param(["No   Nama", "1 Dodi"], None, id="one-row"),
        pytest.param(["Nomor Nama", "1 Dodi", "2 Rani"], None, id="a-title-across"),
    ],
)  # fmt: skip
def test_numbers_apart(lines: list[str], expected: list[str] | None) -> None:
    assert numbers_apart(lines) == expected


def test_blank_lines_part_rows_whose_cells_are_centred() -> None:
    found = only_table(
        """
        Bidang          Tugas                    Batas

                        Memetakan sawah yang
        Pertanian                                akhir Mei
                        kering

        Pekerjaan       Memperbaiki pintu air    10 Juni
        Umum

        Sosial          Menyalurkan beras        -
        """
    )
    assert found == [
        ["Bidang", "Tugas", "Batas"],
        ["Pertanian", "Memetakan sawah yang/kering", "akhir Mei"],
        ["Pekerjaan/Umum", "Memperbaiki pintu air", "10 Juni"],
        ["Sosial", "Menyalurkan beras", "-"],
    ]


def test_a_row_goes_as_far_above_its_centred_number_as_below_it() -> None:
    found = only_table(
        """
        No Kegiatan                    Pelaksana        Dana
           Menyusun daftar
        1                              Seksi Sosial     hibah
           pengungsi
           Membeli pompa dan selang    Bendahara dan
        2                                               kas
           cadangan                    Seksi Air
        3  Menutup posko               Ketua            -
        """
    )
    assert found[1:] == [
        ["1", "Menyusun daftar/pengungsi", "Seksi Sosial", "hibah"],
        ["2", "Membeli pompa dan selang/cadangan", "Bendahara dan/Seksi Air", "kas"],
        ["3", "Menutup posko", "Ketua", "-"],
    ]


def test_without_numbers_a_row_fills_the_first_column_or_all_others() -> None:
    found = only_table(
        """
        Unit                 Nama            Jabatan
        Puskesmas            Arif Wibowo     Dokter
                             Siti Aminah     Perawat
        Kelurahan Sukamaju   Budi Santoso    Lurah
        dan sekitarnya
        """
    )
    assert found == [
        ["Unit", "Nama", "Jabatan"],
        ["Puskesmas", "Arif Wibowo", "Dokter"],
        ["", "Siti Aminah", "Perawat"],
        ["Kelurahan Sukamaju/dan sekitarnya", "Budi Santoso", "Lurah"],
    ]


def test_a_cell_that_begins_anew_starts_a_row_of_its_own() -> None:
    found = only_table(
        """
        No   Masalah     Uraian                      Tugas            Petugas
        1    Gudang      Atap bocor di dua tempat    Ganti seng       Anwar
                         sejak musim hujan.
                         Pintu tidak terkunci.       Pasang gembok    Yusuf
        2    Kantor      Kipas mati.                 Beli kipas       Lina
        """
    )
    assert [row[3:] for row in found[1:]] == [
        ["Ganti seng", "Anwar"],
        ["Pasang gembok", "Yusuf"],
        ["Beli kipas", "Lina"],
    ]


def test_columns_may_stand_one_space_apart_in_some_rows() -> None:
    found = only_table(
        """
        No   Nama              Jabatan              Instansi
        1    Arif Wibowo    Kepala Bidang Dinas Kesehatan
        2    Siti Aminah    Perawat       Puskesmas
        3    Budi           Lurah         Kelurahan
        """
    )
    assert found[1] == ["1", "Arif Wibowo", "Kepala Bidang", "Dinas Kesehatan"]


AFTER = [
    pytest.param("Rapat ditutup pukul dua belas siang dengan doa bersama.", id="text"),
    pytest.param("\nPENUTUP", id="heading"),
    pytest.param("\n\n\n\nKetua        Notulis          Saksi", id="signatures"),
]


@pytest.mark.parametrize("after", AFTER)
def test_what_follows_a_table_is_no_part_of_it(after: str) -> None:
    table = "No   Nama              Jabatan\n1    Arif Wibowo       Ketua\n2    Siti Aminah       Sekretaris"
    found = content(f"{table}\n{after}")
    assert len(found) == 2
    assert rows(found[0])[-1] == ["2", "Siti Aminah", "Sekretaris"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tempat    : Aula\nWaktu     : 09.00\nAcara     : Rapat", id="two columns"),
        pytest.param("Ketua     Notulis     Saksi\n\n\nArif      Siti        Budi", id="signatures"),
        pytest.param("-   Arif     -   Siti\n-   Budi     -   Lina\n-   Anwar    -   Yusuf", id="bullets side by side"),
        pytest.param(
            "Liputan                   Petugas     Setor\nTarif parkir baru dan     Wulan\n"
            "                                      Rabu\nwawancara jukir           Rizki\n"
            "Harga kopi naik           Fajar\n                                      Kamis\ndi pasar dunia",
            id="centred without numbers",
        ),
        pytest.param(
            "Ketua   melaporkan   kas\nyang ada pada bendahara sejak bulan lalu\nkepada   seluruh   anggota",
            id="justified",
        ),
    ],
)
def test_what_is_no_sure_table_stays_lines(text: str) -> None:
    assert not any(isinstance(part, Table) for part in content(text))


PAGE = "No   Nama              Jabatan\n1    Arif Wibowo       Ketua\n2    Siti Aminah       Sekretaris dan"


@pytest.mark.parametrize(
    ("below", "last"),
    [
        pytest.param("3      Budi             Anggota", [["3", "Budi", "Anggota"]], id="one row"),
        pytest.param(
            "3     Budi       Anggota\n4     Lina       Anggota\n5     Anwar      Anggota",
            [["3", "Budi", "Anggota"], ["4", "Lina", "Anggota"], ["5", "Anwar", "Anggota"]],
            id="rows",
        ),
        pytest.param(
            "No     Nama        Jabatan\n3      Budi        Anggota\n4      Lina        Anggota",
            [["3", "Budi", "Anggota"], ["4", "Lina", "Anggota"]],
            id="titles again",
        ),
    ],
)
def test_a_table_goes_on_over_a_page_break(below: str, last: list[list[str]]) -> None:
    assert only_table(f"{PAGE}\n\f{below}")[3:] == last


def test_the_rest_of_a_row_may_stand_on_the_next_page() -> None:
    found = only_table(
        f"{PAGE}\n\f                 bendahara\n3     Budi       Anggota\n4     Lina       Anggota\n5     Ani  Anggota"
    )
    assert found[2] == ["2", "Siti Aminah", "Sekretaris dan/bendahara"]


def test_other_titles_begin_another_table() -> None:
    found = content(f"{PAGE}\n\fNo   Tugas         Petugas\n1    Beli pompa    Anwar\n2    Sewa tenda    Lina")
    assert [rows(table)[0] for table in found] == [["No", "Nama", "Jabatan"], ["No", "Tugas", "Petugas"]]


def test_titles_of_another_table_end_the_one_above() -> None:
    above = "No   Nama          Jabatan\n\n1    Arif Wibowo   Ketua\n\n2    Siti Aminah   Anggota"
    below = "No   Tugas         Petugas\n\n1    Beli pompa    Arif\n\n2    Sewa tenda    Siti"
    assert [rows(table)[0] for table in content(f"{above}\n\n{below}")] == [
        ["No", "Nama", "Jabatan"],
        ["No", "Tugas", "Petugas"],
    ]


def test_a_line_may_be_a_place_out_of_line() -> None:
    found = only_table(
        """
        Butir      Uraian                                  Petugas        Batas
        1.1        Membeli pompa                           Anwar          Mei
        1.2        Menyusun daftar warga yang mengungsi dan Lina          Juni
                   membagikannya
        1.3        Menyewa tenda                           Yusuf          Mei
        1.4        Melaporkan hasil                        Anwar          Juli
        1.5        Mencetak undangan                       Lina           Juli
        1.6        Memasang spanduk                        Yusuf          Juli
        """
    )
    assert found[2] == ["1.2", "Menyusun daftar warga yang mengungsi dan/membagikannya", "Lina", "Juni"]


def test_titles_stand_again_below_the_few_rows_at_the_foot_of_a_page() -> None:
    foot = "No    Temuan            Tugas             Petugas\n1     Atap bocor        Ganti seng        Anwar"
    top = "No   Temuan        Tugas             Petugas\n                   dan talang"
    rest = "2    Kipas mati    Beli kipas        Lina\n3    Cat pudar     Cat ulang         Yusuf"
    assert only_table(f"{foot}\n\f{top}\n{rest}") == [
        ["No", "Temuan", "Tugas", "Petugas"],
        ["1", "Atap bocor", "Ganti seng/dan talang", "Anwar"],
        ["2", "Kipas mati", "Beli kipas", "Lina"],
        ["3", "Cat pudar", "Cat ulang", "Yusuf"],
    ]


def test_lines_of_three_parts_whose_white_shifts_are_no_table() -> None:
    lines = "kegiatan  tugas  ada\njadwal  dana  ada\nkegiatan  jadwal  ada"
    assert all(isinstance(piece, Line) for piece in content(lines))
