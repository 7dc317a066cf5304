"""Headings told by the order of their words."""

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.labels import get_labels

WORDS = get_labels(load_lexicon()).words

AGENDA = [
    "Yg mau diomongin",
    "Daftar masalah yang hendak dibahas",
    "Yang dijadwalkan untuk dibahas malam ini",
    "Dalam rangka membahas",
    "Urutan pembahasan",
    "Bahan rembugan kita",
    "Agenda sidang majelis",
    "Agenda tambahan",
]
ABSENT = [
    "Warga yang tidak sempat hadir",
    "Kagak nongol",
    "Yang belum datang",
    "Instansi yang tidak mengirim wakil",
    "Daftar peserta berhalangan",
    "Sedang dinas luar",
]
PREVIOUS = [
    "Tugas yang sudah diselesaikan",
    "Tindak lanjut rapat lalu yang sudah beres",
    "Laporan pelaksanaan keputusan sidang lalu",
    "Realisasi tindak lanjut",
    "Evaluasi arahan minggu lalu",
    "Completed tasks",
]
AGREEMENTS = [
    "Diputuskan lewat voting",
    "Disepakati hal-hal berikut",
    "Forum sepakat bersama",
    "Telah ditetapkan sebagai berikut",
]
FOLLOW_UPS = [
    "Habis ini ngapain",
    "Yang kita kerjakan sesudah ini",
    "Setelah rapat ini kita",
    "Yang dikerjakan tukang (Joko)",
    "Yang disiapkan oleh seksi dapur",
    "Yang diurus Bu Rina",
    "Yang dipegang Seksi Konsumsi",
    "Untuk diselesaikan oleh pengurus",
    "Agar segera disiapkan",
    "Pekerjaan menjelang lomba",
    "Kewajiban para pihak sesudah serah terima",
    "Tugas peserta setelah pelatihan",
    "Perintah untuk besok, Jumat 5 Mei 2024",
    "Komitmen bulan depan",
    "Butir-butir yang wajib dilaksanakan anggota",
]
CLOSING = ["Rencana rapat berikutnya", "Agenda pertemuan yang akan datang", "Jadwal sidang selanjutnya"]
NONE = [
    "Agenda nasional transparansi",
    "Rekap kas",
    "Urutan juara",
    "Setelah panen",
    "Surat izin usaha",
    "Tidak lulus",
    "Disetujui, Kepala Dinas",
    "Evaluasi kinerja bulan lalu",
    "Tahun lalu",
    "Materi kampanye",
    "Yang dikerjakan di lapangan",
    "Yang disiapkan untuk tamu",
    "Yang dilakukan selama ini",
    "Yang dikerjakan Rina sudah bagus",
    "Yang dibahas pengurus dapur",
    "Untuk tamu undangan",
    "Beras untuk diolah",
    "Kewajiban pajak",
    "Perintah setir",
    "Pekerjaan jalan desa",
    "Kerja sama setelah panen",
]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        *((each, SectionKind.AGENDA) for each in AGENDA),
        *((each, SectionKind.ABSENT) for each in ABSENT),
        *((each, SectionKind.PREVIOUS) for each in PREVIOUS),
        *((each, SectionKind.AGREEMENTS) for each in AGREEMENTS),
        *((each, SectionKind.FOLLOW_UPS) for each in FOLLOW_UPS),
        *((each, SectionKind.CLOSING) for each in CLOSING),
    ],
)
def test_the_order_of_words_tells_the_kind(heading: str, kind: SectionKind) -> None:
    assert WORDS.kind(heading) is kind


@pytest.mark.parametrize("heading", NONE)
def test_other_headings_are_of_no_kind(heading: str) -> None:
    assert WORDS.kind(heading) is None


def test_what_is_not_done_is_left_to_do() -> None:
    assert WORDS.kind("Tugas yang belum selesai") is SectionKind.FOLLOW_UPS
