"""Who is meant by which spelling."""

import pytest

from notula.pipeline.extract.aliases import Aliases, build_aliases
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
LIST = """MRL = Maya Ratna Lestari; Kadek Ayu Wulandari; Made Surya; Made Arta; dr. Putu Jaya; Putu Sena;
Instalasi SIMAR; Nyoman Rai (Ketua Panitia Lelang); Kader Kebersihan Kampung;
Pejabat Pembuat Komitmen (PPK) Dinas Kearsipan : Sdr. Ir. Togar Pane; Ir. Gani Subrata, M.T. (Kepala Balai);
Perkumpulan Sahabat Rawa Timur; Tim Lembaga Kajian Air; Pusat Data dan Mutu (Pusdam) Kemensos"""
TEXT = f"""{LIST}
Direktorat Tata Air Wilayah (Dit. TAW) bersama Koalisi Data Warga (KoDW) menyusun draf. KSP (Koperasi Simpan
Pinjam) hadir. Bu Kadek Ayu dan Pak Togar setuju. MRL mengirim surat. PSRT setuju. LAN dan Badan Pusat Statistik
hadir, BPS menutup. Pusdam menyusun Rencana Induk Kota (RIK). Balai Uji Mutu Kota, selanjutnya disebut BUMK, hadir.
PPK dan Kepala Balai setuju. SIMAR rusak, KPL dan KKK setuju. Kominfo mengirim data. Unit Layanan Warga
(ULW) dibentuk."""


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return build_aliases(TEXT, LEXICON, parse_parties(LIST, LEXICON))


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Dit. TAW", "Direktorat Tata Air Wilayah"), ("KoDW", "Koalisi Data Warga"), ("KSP", "Koperasi Simpan Pinjam"),
        ("BUMK", "Balai Uji Mutu Kota"), ("ULW", "Unit Layanan Warga"), ("Pusdam", "Pusat Data dan Mutu"),
        ("PSRT", "Perkumpulan Sahabat Rawa Timur"), ("LAN", "Lembaga Administrasi Negara"), ("BPS",
         "Badan Pusat Statistik"),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah"), ("Kominfo", None), ("Badan Pusat Statistik", None),
        ("MRL", "Maya Ratna Lestari"), ("Bu Maya", "Maya Ratna Lestari"), ("Kadek Ayu", "Kadek Ayu Wulandari"),
        ("Bu Wulandari", "Kadek Ayu Wulandari"), ("Pak Togar", "Ir. Togar Pane"), ("Togar Pane", "Ir. Togar Pane"),
         ("Made", None),
        ("SIMAR", "Instalasi SIMAR"), ("KKK", "Kader Kebersihan Kampung"),
        ("Made Surya", None), ("dr. Putu", "dr. Putu Jaya"), ("Putu", None), ("Gani Subrata",
         "Ir. Gani Subrata, M.T."), ("Toni", None),
    ],
)  # fmt: skip
def test_canonical(aliases: Aliases, name: str, full: str | None) -> None:
    assert aliases.canonical(name) == full


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("KoDW", ("Koalisi Data Warga",)),
        ("Koalisi Data Warga", ("KoDW",)),
        ("BPS", ("Badan Pusat Statistik",)),
        ("LAN", ()),
        ("Kadek Ayu Wulandari", ("Kadek Ayu",)),
        ("MRL", ("Maya Ratna Lestari",)),
        ("Ir. Gani Subrata, M.T.", ("Kepala Balai",)),
        ("Toni", ()),
    ],
)
def test_spellings(aliases: Aliases, name: str, others: tuple[str, ...]) -> None:
    assert aliases.spellings(name) == others


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("PPK", "Ir. Togar Pane"),
        ("KPL", "Nyoman Rai"),
        ("PPK Dinas Kearsipan", "Ir. Togar Pane"),
        ("Kepala Balai", "Ir. Gani Subrata, M.T."),
        ("Sekretaris", None),
    ],
)
def test_holder(aliases: Aliases, role: str, person: str | None) -> None:
    assert aliases.holder(role) == person


def test_office_of_two_people_is_nobodys() -> None:
    parties = parse_parties("Rani (Anggota), Beni (Anggota)", LEXICON)
    assert build_aliases("", LEXICON, parties).holder("Anggota") is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("KoDW", True),
        ("MRL", True),
        ("Bu Kadek Ayu", True),
        ("Bappeda", True),
        ("PPK", True),
        ("RIK", False),
        ("Toni", False),
        ("draf", False),
    ],
)
def test_knows(aliases: Aliases, name: str, known: bool) -> None:
    assert aliases.knows(name) is known


def test_body_of_an_attendee_is_known() -> None:
    parties = parse_parties("Rani (Rumah Inklusi), Beni (BPS)", LEXICON)
    aliases = build_aliases("", LEXICON, parties)
    assert aliases.knows("Rumah Inklusi")
    assert aliases.canonical("Rumah Inklusi") is None


def test_a_document_without_a_list() -> None:
    aliases = build_aliases("Forum Warga Kota (FWK) bertemu BPS.", LEXICON)
    assert aliases.canonical("FWK") == "Forum Warga Kota"
    assert aliases.person("Rani") is None


def test_a_body_is_known_without_its_legal_form() -> None:
    aliases = build_aliases("", LEXICON, parse_parties("LSM Lentera Hijau, Yayasan Pelita Timur, Kantor Pos", LEXICON))
    assert aliases.knows("Lentera Hijau")
    assert aliases.knows("Pelita Timur")
    assert not aliases.knows("Pos")


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Perbaikan pagar - KTU - 5 April", "KTU", "PT Karya Tani Utama"),
        ("Bibit disiapkan KLM.", "KLM", "KLM Melati"),
        ("KLM Melati menyiapkan bibit.", "KLM", None),
        ("Iuran diurus FKP.", "FKP", None),
        ("Beli cat (MR, sebelum Jumat)", "MR", "Maya Ratna"),
        ("Cetak denah - MR - 3 April", "MR", "Maya Ratna"),
        ("Laporan MR belum lengkap", "MR", None),
        ("Cek jaringan (IT)", "IT", None),
    ],
    ids=["without legal form", "its first word", "only with its name", "of two bodies", "initials", "between dashes",
         "initials in a sentence", "a field of work"],
)  # fmt: skip
def test_what_listed_names_are_in_short(text: str, name: str, full: str | None) -> None:
    listed = "PT Karya Tani Utama, KLM Melati, FKP Utara, FKP Barat, Maya Ratna, Ira Tirta"
    assert build_aliases(text, LEXICON, parse_parties(listed, LEXICON)).canonical(name) == full
