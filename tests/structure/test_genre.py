"""What is taken for minutes, and what is refused."""

from typing import Any

import pytest

from notula.pipeline.structure.genre import why_no_minutes


def why(minutes: Any, text: str) -> str | None:
    return why_no_minutes(minutes.sections(text), minutes.lexicon)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("NOTULEN\n\nIuran dibahas.", id="genre-word"),
        pytest.param("N O T U L A\n\nIuran dibahas.", id="letter-spaced"),
        pytest.param("RISALAH RAPAT\n\nIuran dibahas.", id="risalah"),
        pytest.param("Berita Acara Musyawarah\n\nIuran dibahas.", id="berita-acara"),
        pytest.param("Minutes of Meeting\n\nBudget.", id="english"),
        pytest.param("Rapat RT\nTanggal: 4 Maret 2024\n", id="meeting-with-a-label"),
        pytest.param("Rapat RT\n\nKesimpulan\n1. Iuran naik\n", id="meeting-with-a-section"),
        pytest.param("Iuran\n\nPeserta:\n1. Dodi\n\nKesimpulan:\n1. Iuran naik\n", id="two-sections-without-a-title"),
        pytest.param("Tanggal: 4 Maret 2024\nTempat: Balai\n\n1. Iuran dibahas\n2. Lampu\n", id="labels-and-talk"),
        pytest.param("NOTA DINAS\nHal: Laporan Rapat Iuran\n\n1. Iuran dibahas.\n", id="letter-that-reports-a-meeting"),
        pytest.param("Rapat warga RT\n4 Maret 2024\n\nIuran dibahas. Lampu mati.", id="meeting-and-its-day-alone"),
        pytest.param("rapat warga rt\n4 Maret 2024\n\nproposal dibahas lagi\nundangan belum jadi", id="talk-of-papers"),
        pytest.param("Paruman Banjar\n04-03-2024\n\nIuran dibahas.", id="meeting-in-a-regional-word"),
        pytest.param("Rapat RT\nTanggal: 4 Maret 2024\nKEPUTUSAN RAPAT\n1. Iuran naik\n", id="decisions-of-a-meeting"),
        pytest.param("HASIL REMBUG WARGA RT\n\nIuran dibahas.\n", id="results-of-a-gathering-in-another-word"),
        pytest.param("CATATAN RAPAT RT\n\nIuran dibahas.\n", id="notes-of-a-meeting"),
        pytest.param(
            "Selasa, 22 Juli 2025, di rumah Bu Rani, hadir Dodi dan Rani.\n\nDisepakati iuran naik.\n", id="account"
        ),
        pytest.param("Catatan mtg 4/3/2024\n\n1) Lampu mati\n2) Iuran naik\n", id="notes-of-a-meeting-in-short"),
        pytest.param(
            "Dipimpin Camat, ikut hadir Kepala Puskesmas dan Kades, yg dibicarakan :\n1. Air bersih\n2. Posyandu\n",
            id="who-led-and-who-was-there",
        ),
        pytest.param(
            "Vicon dipimpin Camat diikuti Kepala Puskesmas dan para Kades, hasil sbb :\n1. Air bersih\n2. Posyandu\n",
            id="who-led-and-who-took-part",
        ),
        pytest.param(
            "Budi daya jamur tiram\n\nMalam nanti yang cerita Kang Dodi, yang mencatat Teh Rani.\n\nBibit disimpan di "
            "tempat teduh.\n\nKelas ditutup Teh Rani jam 21.30.\n",
            id="who-wrote-it-down-and-when-it-was-closed",
        ),
        pytest.param("Rapat RT\nDaftar hadir: Dodi, Rani\n\nIuran dibahas.\n", id="label-of-those-present"),
        pytest.param(
            "Catatan uji coba pompa\n\nPembahasan\nPak Dodi bilang pompa bocor.\nMenurut Bu Rani listriknya kurang.\n\n"
            "Yang dikerjakan tukang:\nGanti pipa\nPasang saringan\n",
            id="notes-of-people-and-tasks",
        ),
        pytest.param("Kamis, 4/3/2024\nTindak lanjut\n1. Dodi menagih iuran\n", id="day-and-tasks-without-a-title"),
        pytest.param("Hadir: Dodi, Rani\n\nPembahasan\n1. Iuran\n", id="present-and-talk-without-a-title"),
        pytest.param(
            "Notulis: Rani\nUndangan warga baru\n\nPembahasan\n1. Iuran\n", id="a-note-taker-beside-an-invitation"
        ),
        pytest.param("NOTULEN RAPAT\nPerihal: Undangan RT\n\nIuran dibahas.\n", id="named-minutes-about-an-invitation"),
    ],
)
def test_minutes(minutes: Any, text: str) -> None:
    assert why(minutes, text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Langkah selanjutnya\n1. Siram bibit.\n", "reason.no_sign", id="steps-of-a-guide"),
        pytest.param(
            "KEPUTUSAN BUPATI\nMEMUTUSKAN:\nKESATU : Membentuk panitia.\n",
            "reason.no_sign",
            id="decree-with-points",
        ),
        pytest.param("Resep soto ayam\n1. Rebus ayam\n2. Tumis bumbu\n", "reason.no_sign", id="recipe"),
        pytest.param("Daftar belanja\n- beras\n- gula\n", "reason.no_sign", id="shopping"),
        pytest.param("Catatan belanja\n- beras\n", "reason.no_sign", id="notes-of-something-else"),
        pytest.param(
            "Catatan rilis pompa\n\nTindak lanjut\n1. Ganti pipa (Pak Dodi)\n2. Pasang saringan (Bu Rani)\n",
            "reason.no_sign",
            id="notes-of-a-release",
        ),
        pytest.param(
            "Catatan pompa\n\nTindak lanjut\n1. Ganti pipa\n2. Pasang saringan\n",
            "reason.no_sign",
            id="notes-that-speak-of-nobody",
        ),
        pytest.param("Hasil panen padi\n- beras\n", "reason.no_sign", id="results-of-something-else"),
        pytest.param("Tanggal: 4 Maret 2024\nTempat: Balai\n", "reason.no_sign", id="labels-alone"),
        pytest.param("Pergi ke pasar.\n", "reason.no_sign", id="sentence"),
        pytest.param(
            "SURAT UNDANGAN\nNomor : 12\nMengharap kehadiran Bapak/Ibu pada rapat\nTanggal : 4 Maret 2024\n",
            "reason.other_paper",
            id="invitation",
        ),
        pytest.param(
            "Perihal: Undangan\nDimohon hadir pada rapat RT\nTanggal: 4 Maret 2024\n",
            "reason.other_paper",
            id="perihal",
        ),
        pytest.param("KEPUTUSAN KEPALA DESA\nMenimbang perlunya panitia.\n", "reason.other_paper", id="decree"),
        pytest.param("PENGUMUMAN\nRapat warga ditunda.\n", "reason.other_paper", id="announcement"),
        pytest.param("DAFTAR HADIR\n1. Dodi\n2. Rani\n", "reason.other_paper", id="attendance-list"),
        pytest.param("NOTA DINAS\nTanggal: 4 Maret 2024\nMohon arahan.\n", "reason.other_paper", id="memo"),
    ],
)
def test_no_minutes(minutes: Any, text: str, reason: str) -> None:
    assert why(minutes, text) == reason
