"""Tables whose cells stand below each other as lines of plain text."""

from typing import Any

import pytest

TASKS = "Tugas\nPIC\nBatas waktu\n"


def rows(minutes: Any, text: str) -> list[list[str]]:
    """The rows of the only table in a text; none where there is no table."""
    grids = [block.table for block in minutes.blocks(text) if block.table is not None]
    assert len(grids) < 2
    return [[cell.text for cell in row] for grid in grids for row in grid.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TASKS}Cari gudang\nRani\n5 Mei 2024\nBeli pipa\nDodi\nsegera\n",
            [["Tugas", "PIC", "Batas waktu"], ["Cari gudang", "Rani", "5 Mei 2024"], ["Beli pipa", "Dodi", "segera"]],
            id="days",
        ),
        pytest.param(
            f"{TASKS}Cari gudang\nRani\n5 Mei\nBeli pipa\n\nH-3\nCat pagar\nDodi\n\n",
            [["Tugas", "PIC", "Batas waktu"], ["Cari gudang", "Rani", "5 Mei"], ["Beli pipa", "", "H-3"],
             ["Cat pagar", "Dodi", ""]],
            id="blank-lines-are-empty-cells",
        ),
        pytest.param(
            f"{TASKS}Cari gudang\nRani\n5 Mei\nPenutup\nRapat ditutup pukul 12.00.\n",
            [["Tugas", "PIC", "Batas waktu"], ["Cari gudang", "Rani", "5 Mei"]],
            id="a-heading-ends-it",
        ),
        pytest.param(
            "#\nTask\nAssignee\nETA\n1\nCari gudang\nRani\n5 Mei\n2\nBeli pipa\nDodi\ndone\n",
            [["#", "Task", "Assignee", "ETA"], ["1", "Cari gudang", "Rani", "5 Mei"],
             ["2", "Beli pipa", "Dodi", "done"]],
            id="a-sign-for-numbers",
        ),
        pytest.param(
            "Topik\nPembahasan\nTindak lanjut\nPIC\nPompa\nRusak lagi.\nBeli pipa\nDodi\nKas\nCukup.\n-\n-\n",
            [["Topik", "Pembahasan", "Tindak lanjut", "PIC"], ["Pompa", "Rusak lagi.", "Beli pipa", "Dodi"],
             ["Kas", "Cukup.", "-", "-"]],
            id="without-days",
        ),
        pytest.param(
            "Nama\nTugas\nRani Putri, S.Pd.\nMenyusun jadwal\nDodi\nTenda, sound system\nPak Beni\nCat pagar balai\n",
            [["Nama", "Tugas"], ["Rani Putri, S.Pd.", "Menyusun jadwal"], ["Dodi", "Tenda, sound system"],
             ["Pak Beni", "Cat pagar balai"]],
            id="names-and-tasks-by-turns",
        ),
        pytest.param(
            "Nama\nJabatan\nInstansi\nRani\nLurah\nKelurahan Melati\nDodi\nKetua RT\nRT 03\n",
            [["Nama", "Jabatan", "Instansi"], ["Rani", "Lurah", "Kelurahan Melati"], ["Dodi", "Ketua RT", "RT 03"]],
            id="those-present",
        ),
        pytest.param(
            "Kelompok\nHasil\nYang masih kurang\nPIC\nA\nSatu langkah\nFormulir\nRani\nB\nBagan\nDaftar isi\nDodi\n\n"
            "Kelompok lain berdebat lama.\nBerkas dikirim nanti.\nSESI DUA TENTANG PEMBAHASAN RENCANA KERJA\n",
            [["Kelompok", "Hasil", "Yang masih kurang", "PIC"], ["A", "Satu langkah", "Formulir", "Rani"],
             ["B", "Bagan", "Daftar isi", "Dodi"]],
            id="a-heading-is-no-party",
        ),
    ],
)  # fmt: skip
def test_titles_tell_how_wide_a_table_is(minutes: Any, text: str, expected: list[list[str]]) -> None:
    assert rows(minutes, f"NOTULEN RAPAT WARGA\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tugas\nPIC\nCari gudang\nRani\nBeli pipa\nDodi\n", id="two-titles"),
        pytest.param(f"{TASKS}Cari gudang\nRani\nDodi mengecat pagar balai desa\n", id="no-days"),
        pytest.param("Nama\nJabatan\nInstansi\nRani\nLurah\nKelurahan Melati\n", id="one-row-without-proof"),
        pytest.param("Bidang\nSeksi\nPanitia\nRani\nDodi\nWulan\nSari\nBeni\nTono\n", id="no-titles-of-tasks"),
    ],
)
def test_what_proves_no_table_stays_lines(minutes: Any, text: str) -> None:
    assert rows(minutes, f"NOTULEN RAPAT WARGA\n\n{text}") == []
