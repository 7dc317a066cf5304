"""Columns side by side in plain text, and labels halfway down their values."""

from textwrap import dedent

import pytest

from notula.models.source import Line
from notula.pipeline.read.plain import read_text
from notula.pipeline.settings import Settings


def texts(text: str) -> list[str]:
    content = read_text(dedent(text).strip("\n").encode(), Settings()).content
    return [part.text for part in content if isinstance(part, Line)]


def test_a_head_with_labels_in_two_columns_is_read_by_column() -> None:
    found = texts(
        """
        Tanggal: 12 Maret 2024           Pemandu: Lina Wijaya
        Jam: 09.30                       Pencatat: Anwar
        Lokasi: Aula Desa                Hadir: Lina, Anwar, Yusuf, Ibu
                                         Siti Aminah
        Rapat dibuka oleh kepala desa yang baru dilantik minggu lalu.
        """
    )
    assert found[:3] == ["Tanggal: 12 Maret 2024", "Jam: 09.30", "Lokasi: Aula Desa"]
    assert found[3:7] == ["Pemandu: Lina Wijaya", "Pencatat: Anwar", "Hadir: Lina, Anwar, Yusuf, Ibu", "Siti Aminah"]
    assert found[7].startswith("Rapat dibuka")


def test_text_set_in_two_columns_is_read_by_column() -> None:
    left = [f"Kelompok tani nomor {at} melaporkan panen" for at in range(1, 8)]
    right = [f"dan meminta pupuk sebanyak {at} karung besar" for at in range(1, 6)]
    lines = [f"{one:<45}{two}" for one, two in zip(left, [*right, "", ""], strict=True)]
    assert texts("\n".join(lines)) == [*left, *right]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Hari/Tanggal      Kamis\nPukul             08.30\nTempat            Aula\nAcara             Rapat",
            id="form",
        ),
        pytest.param(
            "Ketua,              Notulis,\nDesa Sukamaju       Desa Sukamaju\nArif: Wibowo        Siti", id="signatures"
        ),
        pytest.param("Tempat: Aula     Jam: 09.00\nAcara: Rapat     Hadir: Arif", id="two lines"),
    ],
)
def test_what_is_no_sure_column_is_read_across(text: str) -> None:
    assert len(texts(text)) == len(text.split("\n"))


def test_a_label_halfway_down_its_value_is_put_on_top() -> None:
    found = texts(
        """
        Hari       : Sabtu

                     Lina Wijaya (ketua), Anwar Yusuf (bendahara),
        Yang
                   : Siti Aminah (anggota), Ketua Kelompok
        hadir
                     Tani Makmur

        Acara      : Harga pupuk
        """
    )
    assert found == [
        "Hari\t: Sabtu",
        "Yang hadir : Lina Wijaya (ketua), Anwar Yusuf (bendahara),",
        "Siti Aminah (anggota), Ketua Kelompok",
        "Tani Makmur",
        "Acara\t: Harga pupuk",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hari       : Sabtu\n\nCatatan\nBiaya      : lima juta", id="heading above"),
        pytest.param("Hari       : Sabtu\n\n             Lina\nPeserta dari desa : Anwar", id="colon elsewhere"),
    ],
)
def test_other_lines_above_a_label_stay_there(text: str) -> None:
    assert [line.split()[0] for line in texts(text)] == [line.split()[0] for line in text.split("\n") if line]
