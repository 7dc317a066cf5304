"""Tables whose cells stand below each other, with unknown titles or cells of several lines."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from tests.structure.test_stacked_columns import rows

HEAD = "NOTULEN RAPAT WARGA\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Blok\nSoal\nRencana aksi\nPIC\nBatas waktu\nBiaya\n"
            "Utara\nPompa\nBeli pipa\nDodi\n5 Mei 2024\n2 juta\n"
            "Selatan\nPagar\nCat pagar\nRani\nH-3\n-\n"
            "Barat\nKabel\nGanti kabel\n\nJuni 2024\n1 juta\n\n",
            [["Blok", "Soal", "Rencana aksi", "PIC", "Batas waktu", "Biaya"],
             ["Utara", "Pompa", "Beli pipa", "Dodi", "5 Mei 2024", "2 juta"],
             ["Selatan", "Pagar", "Cat pagar", "Rani", "H-3", "-"],
             ["Barat", "Kabel", "Ganti kabel", "", "Juni 2024", "1 juta"]],
            id="unknown-titles-around-known-ones",
        ),
        pytest.param(
            "Seksi\nPenanggung jawab\nTugas\nWaktu\n"
            "Acara\nRani\nSusun naskah\n5 Mei\n\n\nUndang penari\n9 Mei\nDana\nDodi\nTagih iuran\nH-7\n\n",
            [["Seksi", "Penanggung jawab", "Tugas", "Waktu"], ["Acara", "Rani", "Susun naskah", "5 Mei"],
             ["Acara", "Rani", "Undang penari", "9 Mei"], ["Dana", "Dodi", "Tagih iuran", "H-7"]],
            id="empty-first-cells-are-those-above",
        ),
        pytest.param(
            "Pelaksana\nUraian tugas\nTarget\nRani\nSusun naskah\n5 Mei\n\nUndang penari\n9 Mei\nDodi\nTagih\nH-7\n\n",
            [["Pelaksana", "Uraian tugas", "Target"], ["Rani", "Susun naskah", "5 Mei"], ["", "Undang penari", "9 Mei"],
             ["Dodi", "Tagih", "H-7"]],
            id="an-owner-left-out-stays-so",
        ),
        pytest.param(
            "Bidang\nRencana aksi\nPIC\nTenggat\nUtara\nBeli pipa\nDodi\n(bendahara)\n5 Mei\n"
            "Selatan\nCat pagar\nRani\n9 Mei\nBarat\nGanti kabel\nWulan\nH-3\n\n",
            [["Bidang", "Rencana aksi", "PIC", "Tenggat"], ["Utara", "Beli pipa", "Dodi (bendahara)", "5 Mei"],
             ["Selatan", "Cat pagar", "Rani", "9 Mei"], ["Barat", "Ganti kabel", "Wulan", "H-3"]],
            id="a-cell-of-two-lines",
        ),
        pytest.param(
            "Topik\nTindak lanjut\nPenanggung\njawab\nBatas\nwaktu\n"
            "Pompa\nBeli pipa\nDodi\n5 Mei\n\nCat pompa\nRani\n9 Mei\nPagar\nCat pagar\nWulan\nH-3\n\n",
            [["Topik", "Tindak lanjut", "Penanggung jawab", "Batas waktu"], ["Pompa", "Beli pipa", "Dodi", "5 Mei"],
             ["Pompa", "Cat pompa", "Rani", "9 Mei"], ["Pagar", "Cat pagar", "Wulan", "H-3"]],
            id="titles-of-two-lines",
        ),
        pytest.param(
            "Kegiatan\nPihak yang bertanggung jawab\nTarget waktu\n\nPIC\nPelaksana\n\n"
            "Beli pipa\nDodi\nRani\n5 Mei\nCat pagar\nWulan\nSari\nH-3\nGanti kabel\n\n\nJuni 2024\n\n",
            [["Kegiatan", "PIC", "Pelaksana", "Target waktu"], ["Beli pipa", "Dodi", "Rani", "5 Mei"],
             ["Cat pagar", "Wulan", "Sari", "H-3"], ["Ganti kabel", "", "", "Juni 2024"]],
            id="two-rows-of-titles",
        ),
        pytest.param(
            "Unit\nTindak lanjut\nPIC\n\nDeadline\nStatus\nGudang\nBeli pipa\nDodi\nRani\n5 Mei\nopen\n"
            "Dapur\nCat pagar\nWulan\n-\n9 Mei\nopen\n\nGanti kabel\nSari\nBeni\nH-3\nopen\n\n",
            [["Unit", "Tindak lanjut", "PIC", "PIC", "Deadline", "Status"],
             ["Gudang", "Beli pipa", "Dodi", "Rani", "5 Mei", "open"],
             ["Dapur", "Cat pagar", "Wulan", "-", "9 Mei", "open"],
             ["Dapur", "Ganti kabel", "Sari", "Beni", "H-3", "open"]],
            id="a-title-above-two-columns",
        ),
        pytest.param(
            "Instansi\nAksi\nTarget\nTenggat\nLurah\nKirim data\n2 berkas\n5 Mei\n"
            "Camat\nSusun draf\n1 naskah\nH-3\nPuskesmas\nSurvei lansia\nlaporan\nJuni 2024\n\n",
            [["Instansi", "Aksi", "Target", "Tenggat"], ["Lurah", "Kirim data", "2 berkas", "5 Mei"],
             ["Camat", "Susun draf", "1 naskah", "H-3"], ["Puskesmas", "Survei lansia", "laporan", "Juni 2024"]],
            id="a-target-that-is-no-day",
        ),
        pytest.param(
            "Action items\nID\nAction\nOwner\nDeadline\nPrio\nA-01\nBeli pipa\nDodi\n5 Mei\nHigh\n"
            "A-02\nCat pagar\nRani\n9 Mei\nLow\nA-03\nGanti kabel\nWulan\nH-3\n\n\n",
            [["ID", "Action", "Owner", "Deadline", "Prio"], ["A-01", "Beli pipa", "Dodi", "5 Mei", "High"],
             ["A-02", "Cat pagar", "Rani", "9 Mei", "Low"], ["A-03", "Ganti kabel", "Wulan", "H-3", ""]],
            id="the-heading-above-is-no-title",
        ),
        pytest.param(
            "Rencana\nPIC\nStatus\nBeli pipa\nDodi\nSelesai 28/8\nCat pagar\nRani\nbelum, menunggu cat\n"
            "Ganti kabel\nWulan\nproses, baru separuh\n\n",
            [["Rencana", "PIC", "Status"], ["Beli pipa", "Dodi", "Selesai 28/8"],
             ["Cat pagar", "Rani", "belum, menunggu cat"], ["Ganti kabel", "Wulan", "proses, baru separuh"]],
            id="how-far-tasks-are",
        ),
        pytest.param(
            "Tugas\nHasil\nBeli pipa\nsudah, tiba Senin\nCat pagar\nbelum\nGanti kabel\nsudah diganti\nPembahasan\n",
            [["Tugas", "Hasil"], ["Beli pipa", "sudah, tiba Senin"], ["Cat pagar", "belum"],
             ["Ganti kabel", "sudah diganti"]],
            id="tasks-and-states-by-turns",
        ),
    ],
)  # fmt: skip
def test_rows_are_cut_where_days_stand_below_the_deadline(minutes: Any, text: str, expected: list[list[str]]) -> None:
    assert rows(minutes, f"{HEAD}{text}Catatan tambahan dari bendahara.\n") == expected


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Penutup\nRapat ditutup pukul 12.00.\n", id="heading"),
        pytest.param("\nC. Kesepakatan\n1. Iuran tetap.\n2. Arisan setiap bulan, mulai 3 Juni.\n", id="section"),
        pytest.param("Next: Kamis 22 Juni, giliran Wulan yang memimpin.\n", id="label"),
        pytest.param("Jadwal di atas dapat berubah bila hujan turun terus pada minggu itu.\n", id="sentence"),
        pytest.param("\nKetua,\n\n\nDodi Pratama\nSekretaris,\n\n\nRani Putri\n", id="signatures"),
    ],
)
def test_a_table_ends_where_something_else_begins(minutes: Any, below: str) -> None:
    titles, last = "Blok\nTugas\nPIC\nWaktu\n", "Barat\nGanti kabel\nSari\n9 Mei\n"
    table = f"{titles}Utara\nBeli pipa\nDodi\n5 Mei\nSelatan\nCat pagar\nRani\nH-3\n{last}"
    assert len(rows(minutes, HEAD + table + below)) == 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Blok\nTugas\nPIC\nWaktu\nKios\nBeli pipa\nDodi\nRani\nToko\nCat\nSari\nBeni\n", id="no-days"),
        pytest.param("Blok\nTugas\nPIC\nWaktu\nUtara\nBeli pipa\nDodi\n5 Mei\nsisanya belum dibahas\n", id="one-row"),
        pytest.param("Tugas\nHasil\nBeli pipa\nsudah tiba\nCat pagar\nDodi\nKabel\nRani\n", id="few-states"),
        pytest.param(
            "Waktu\n15.30 WIB\nTempat\nBalai\nTopik\nPompa\nTugas\nDodi: beli pipa (besok)\nRani: cat pagar (9 Mei)\n"
            "Waktu\n16.30 WIB\nTempat\nAula\nTopik\nPagar\nTugas\nDodi: tagih iuran\n",
            id="forms",
        ),
    ],
)
def test_what_proves_no_table_stays_lines(minutes: Any, text: str) -> None:
    assert rows(minutes, HEAD + text) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "NOTULEN RAPAT WARGA #1\nTanggal : 6 Mei 2024\nTempat : Balai\nTugas\nPIC\nTugas\nTarget\n",
            "\nNOTULEN RAPAT WARGA #2\nTanggal : 13 Mei 2024\nTempat : Aula\nPembahasan\n- Pompa rusak\n",
            id="minutes-and-the-label-of-their-day",
        ),
        pytest.param(
            "Senin, 6 Mei 2024 - pompa\nHadir: Dodi, Rani\nPR\nSiapa\nMengerjakan apa\nKapan beres\n",
            "Senin, 13 Mei 2024 - pagar\nHadir: Dodi, Rani, Wulan\nSepakat\n- Pagar dicat putih\n",
            id="a-day-right-below",
        ),
    ],
)
def test_the_next_meeting_begins_below_a_table(minutes: Any, first: str, second: str) -> None:
    table = "Dodi\nBeli pipa\n9 Mei\nRani\nCat pagar\nRabu ini\nWulan\nTagih iuran\n10 Mei\n"
    starts = [document.blocks[0].text for document in minutes.documents(first + table + second)]
    assert starts == [first.split("\n")[0], second.strip().split("\n")[0]]


def test_a_section_of_such_a_table_holds_tasks(minutes: Any) -> None:
    text = (
        f"{HEAD}Rencana tindak lanjut\nBlok\nSoal\nRencana aksi\nPIC\nBatas waktu\n"
        "Utara\nPompa\nBeli pipa\nDodi\n5 Mei 2024\n\nKabel\nGanti kabel\nRani\n9 Mei 2024\nBarat\nPagar\nCat\n\n\n"
    )
    assert SectionKind.FOLLOW_UPS in {section.kind for section in minutes.sections(text).sections}


def test_thousands_of_titles_take_no_time(minutes: Any) -> None:
    assert minutes.blocks(HEAD + "Tugas\nBlok\nPIC\nWaktu\nH-3\n" * 4_000)
