"""Names that only a list of tasks gives."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

HEAD = "NOTULEN RAPAT TIM\nTanggal: 3 Maret 2025\nTempat: Ruang Rapat\n\nTindak Lanjut:\n"

LISTS = {
    "brackets": (["Rekap data (Togar)", "Cek ruangan (Lintang)"], [["Togar"], ["Lintang"]]),
    "dashes": (["Kirim surat - Togar", "Cek ruangan - Lintang"], [["Togar"], ["Lintang"]]),
    "colons behind": (["Laporan keuangan: Togar", "Cek ruangan: Lintang"], [["Togar"], ["Lintang"]]),
    "colons before": (["Togar: kirim surat undangan", "Lintang: cek ruangan rapat"], [["Togar"], ["Lintang"]]),
    "commas": (["Kirim surat, Togar", "Cek ruangan, Lintang"], [["Togar"], ["Lintang"]]),
    "by": (["Surat dikirim oleh Togar", "Ruangan dicek oleh Lintang"], [["Togar"], ["Lintang"]]),
    "verbs": (["Togar siapkan ruangan", "Lintang cetak spanduk"], [["Togar"], ["Lintang"]]),
    "pairs": (["Cek ruangan (Togar/Lintang)", "Kirim surat (Sekar)"], [["Togar", "Lintang"], ["Sekar"]]),
    "a given name alone": (["Kirim surat - Wahid"], [["Wahid"]]),
    "behind a full stop": (["Perbaikan atap. Pak Darmo"], [["Darmo"]]),
    "one unknown word": (["Kirim surat (Sagitarius)"], [[]]),
    "places and statuses": (["Kirim surat (Selesai)", "Cek ruangan (Aula)"], [[], []]),
    "verbs with capitals": (["Rekap data pelanggan", "Cetak spanduk besar"], [[], []]),
}


@pytest.mark.parametrize(("points", "owners"), LISTS.values(), ids=LISTS.keys())
def test_names_of_a_list(points: list[str], owners: list[list[str]], minutes: Callable[..., Result]) -> None:
    lines = "".join(f"{number}. {point}\n" for number, point in enumerate(points, 1))
    found = minutes(HEAD + lines).follow_ups
    assert [[owner.name for owner in each.owners] for each in found] == owners


def test_whom_a_label_names_once_is_known_elsewhere(minutes: Callable[..., Result]) -> None:
    head = HEAD.replace("Tindak Lanjut:\n", "Pembahasan:\n")
    text = "- Sound system: PIC Togar, ambil Kamis\n- Juri tarik tambang: Togar\n- Juri balap karung: Sagitarius\n"
    found = minutes(head + text).follow_ups
    assert [[owner.name for owner in each.owners] for each in found] == [["Togar"], ["Togar"]]
