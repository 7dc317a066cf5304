"""An office and the body it belongs to."""

import pytest

from notula.pipeline.extract.roles import split_role
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Plt. Kepala Pusat, Kemensos", "Plt. Kepala Pusat", "Kemensos"),
        ("Kepala Seksi Data pada Dinas Sosial", "Kepala Seksi Data", "Dinas Sosial"),
        ("PPK Dinas Perhubungan", "PPK", "Dinas Perhubungan"),
        ("PPK Kominfo", "PPK", "Kominfo"),
        ("Pejabat Pembuat Komitmen (PPK) Dinas Sosial", "Pejabat Pembuat Komitmen (PPK)", "Dinas Sosial"),
        ("Kepala UPT Pasar", "Kepala UPT Pasar", None),
        ("Pendamping Desa", "Pendamping Desa", None),
        ("Kabid Politik, Hukum dan Keamanan", "Kabid Politik, Hukum dan Keamanan", None),
        ("Analis Data", "Analis Data", None),
        ("Anggota / Fraksi Melati", "Anggota", "Fraksi Melati"),
        ("Kapolsek / Bhabinkamtibmas", "Kapolsek / Bhabinkamtibmas", None),
        ("TKita — Frontend", "Frontend", "TKita"),
        ("Kontraktor", None, "Kontraktor"),
        ("Konsultan Pengawas", None, "Konsultan Pengawas"),
        ("Owner / WKJ", None, "Owner / WKJ"),
        ("konsultan pajak", "konsultan pajak", None),
        ("Direktur Penyedia", "Direktur Penyedia", None),
        ("Team Leader Konsultan Pengawas PT Wira", "Team Leader", "Konsultan Pengawas PT Wira"),
        ("Tim Program", None, "Tim Program"),
        ("Ketua Tim Program", "Ketua Tim Program", None),
        ("remaja masjid", None, "remaja masjid"),
        ("Seksi Konsumsi", "Seksi Konsumsi", None),
        ("sie acara", "sie acara", None),
        ("Bidang Pasar", None, "Bidang Pasar"),
        ("Bhabinkamtibmas", "Bhabinkamtibmas", None),
        ("Dinas Kelautan dan Perikanan", None, "Dinas Kelautan dan Perikanan"),
    ],
)
def test_split_role(text: str, role: str | None, organization: str | None) -> None:
    parts = split_role(text, LEXICON)
    found = tuple(None if span is None else text[span.start : span.end] for span in parts)
    assert found == (role, organization)
