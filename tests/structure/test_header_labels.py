"""Labels of the header that no list knows, told by the words they are made of."""

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.structure.header_labels import guessed

HEADER, PRESENT, ABSENT = SectionKind.HEADER, SectionKind.ATTENDEES, SectionKind.ABSENT


@pytest.mark.parametrize(
    ("text", "kind", "field", "value"),
    [
        ("Instansi hadir : Dinas Pasar", PRESENT, None, "Dinas Pasar"),
        ("Penyuluh yang datang: Wulan, Bagus", PRESENT, None, "Wulan, Bagus"),
        ("Yang hadir dari koperasi: Wulan", PRESENT, None, "Wulan"),
        ("Peserta kelas B\t: Wulan", PRESENT, None, "Wulan"),
        ("OPD peserta: Dinas Pasar", PRESENT, None, "Dinas Pasar"),
        ("Yang mewakili desa: Wulan", PRESENT, None, "Wulan"),
        ("Penyuluh yang tidak dapat hadir: Dodi", ABSENT, None, "Dodi"),
        ("Kelompok yang diundang : 9 kelompok", PRESENT, None, "9 kelompok"),
        ("Batal datang: Dodi", ABSENT, None, "Dodi"),
        ("Titip absen : Dodi", ABSENT, None, "Dodi"),
        ("Pimpinan perundingan: Bagus", HEADER, "chair", "Bagus"),
        ("Pimpinan sidang sementara: Bagus", HEADER, "chair", "Bagus"),
        ("Narasumber & pimpinan: Bagus", HEADER, "chair", "Bagus"),
        ("Ketua harian yang memimpin rapat: Bagus", HEADER, "chair", "Bagus"),
        ("Sekretaris forum: Wulan", HEADER, "note_taker", "Wulan"),
        ("Masalah yg dibicarakan\t: Iuran", SectionKind.AGENDA, None, "Iuran"),
        ("Tim notulensi: Wulan", HEADER, "note_taker", "Wulan"),
    ],
)
def test_told_by_its_words(text: str, kind: SectionKind, field: str | None, value: str) -> None:
    found = guessed(text)
    assert found is not None
    assert (found[0], found[1], text[found[2] :]) == (kind, field, value)


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah peserta hadir: 25 orang",
        "Target peserta: 40 kelompok",
        "Arahan pimpinan: panen dimajukan",
        "Ketua kelompok: panen dimajukan",
        "Sekretaris desa: panen dimajukan",
        "Pimpinan perundingan:",
        "Warga yang hadir sepakat iuran naik.",
        "Dasar rapat: surat camat",
    ],
)
def test_tells_nothing(text: str) -> None:
    assert guessed(text) is None
