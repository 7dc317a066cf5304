"""Which texts name parties, by the minutes of 14 March 2023."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.pipeline.extract.known import Known


@pytest.mark.parametrize(
    "text",
    ["Ketut Darma", "Ketut", "Pak Ketut", "Bu Lastri", "Dinas Perikanan", "Kementerian Perhubungan", "Kepala Desa",
     "BPPT", "Kepala Bidang Pemasaran", "Bappeda", "seluruh anggota", "Ketut Darma dan Rina Anggraini", "PT Sinar Laut",
     "Tim Pemasaran", "dr. Hani", "Samuel", "Debora Rante", "Pak Togar dari Dinas Perikanan", "Ketut dari Humas",
     "Kepala Bidang Pemasaran dan data", "guru sekolah Minggu", "Pak Kamis"],
)  # fmt: skip
def test_parties(text: str, known: Known) -> None:
    assert known.is_party(text)


@pytest.mark.parametrize(
    "text",
    ["", "spanduk", "Lapak Timur", "seluruh spanduk", "25", "-", "belum ditentukan", "Ketut Darma akan datang",
     "rapat minggu depan", "Pak Togar negosiasi perpanjangan", "Samuel pulang cepat",
     "Dinas Perikanan pada", "Kepala Bidang Pemasaran pantau lapak", "sekretaris balikin uang", "nelayan Minggu"],
)  # fmt: skip
def test_no_parties(text: str, known: Known) -> None:
    assert not known.is_party(text)


_WORDS = (
    "Ketut", "Darma", "Hani", "Ketua", "Pak", "dr", "Bagian", "Seksi", "Tim", "Kepala", "Dinas", "Perikanan",
    "Humas", "Pengadaan", "spanduk", "akan", "mencetak", "yang", "untuk", "agar", "dan", "serta", "bersama",
    "beserta", "sebagai", "dari", "Officer", "Finance", "semua", "peserta", "Hadir", "nihil", "dkk", "yaitu",
    "kecuali", "Samuel", "MR", "PT", "RT", "3", "Data-data", "-", "&", ",", "/", "Camat", "sama",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join))
def test_what_no_party_begins_with_names_none(known: Known, thorough: Known, text: str) -> None:
    assert known.is_party(text) == thorough.is_party(text)
    assert known.named(text, 0, len(text)) == thorough.named(text, 0, len(text))
    assert known.clauses(text) == thorough.clauses(text)
