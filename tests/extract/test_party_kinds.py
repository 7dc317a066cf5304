"""What a party is."""


import pytest

from notula.models.minutes import PartyKind
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    "name",
    [
        "Kementerian Kesehatan", "Badan Mutu Daerah", "Dinkes Kab. Ambar", "Ditjen Tata Air", "Dit. Sarana", "Setda",
        "Bagian Hukum",
        "Bidang Cipta Karya", "Subbag Umum", "Komisi A DPRD", "Fraksi Persatuan", "F-Nurani", "Yayasan Cahaya",
        "PT Sinar Jaya", "CV. Abadi",
        "UD Maju", "Koperasi Mekar", "Universitas Mekar", "SMP Negeri 4", "SDN 3 Mekar", "RSUD Harapan",
        "Puskesmas Sukamaju", "Pustu Lembah",
        "Inspektorat II", "Satpol PP", "Polsek Ambar", "Kodim 0711", "Kecamatan Lembang", "Desa Sukasari", "TP PKK",
        "BPD", "LPMD",
        "Seksi Acara", "Sie Konsumsi", "UPTD Pasar", "Forum Anak", "Koalisi Warga", "Konsorsium Rawa", "Pokja 2",
        "Karang Taruna", "RT 03",
        "Humas", "keuangan", "Layanan Pelanggan", "Farmasi RSUD", "KoDW", "DataKita", "YLX", "Tim Bappeda",
        "Tim Yayasan Cahaya", "unit arsip",
        "lab kimia", "Bumi Hijau Foundation", "Kicau Indonesia", "LSM Peduli", "Bappeda Provinsi", "KOMINFO", "bappeda",
    ],
)  # fmt: skip
def test_organization(name: str) -> None:
    assert kind_of(name, LEXICON) is PartyKind.ORGANIZATION
    assert kind_of(name, LEXICON) is PartyKind.ORGANIZATION


@pytest.mark.parametrize(
    "name",
    [
        "Kepala Desa", "Camat Lembang", "Sekda", "Plt. Kepala Dinas Sosial", "Kabid Data", "PPK", "Bendahara",
        "Guru Kelas VI", "Wali Kelas 5",
        "Analis Kebijakan", "Operator SIPD", "IT Manager", "Seluruh OPD", "semua kader", "para Ketua RT",
        "masing-masing bidang", "masing2 staf",
        "setiap PPK", "perwakilan warga", "unsur Polsek", "tokoh agama", "perangkat desa", "OPD terkait", "OPD",
        "K/L", "LSM", "peserta",
        "kedua belah pihak", "Tim Penyusun Renja", "Tim Teknis IT", "Bapak Kepala Dinas", "Ibu Camat", "Pak Direktur",
        "orang tua siswa",
        "Finance Officer", "HSE Manager",
        "Kadishub", "Kordiv Hukum", "TKSK Kecamatan", "pelapor", "pemohon", "ahli waris", "satpam",
        "Panitia Pembangunan", "Kelompok 3", "jajaran direksi", "Ketua RT / RW se Desa Ambar",
    ],
)  # fmt: skip
def test_group(name: str) -> None:
    assert kind_of(name, LEXICON) is PartyKind.GROUP


@pytest.mark.parametrize(
    "name",
    [
        "Rani Lestari", "rani", "Bu Rani", "Drs. H. Amir, M.Si.", "dr. Wira", "H. Amir", "Anak Agung Gde Wira",
        "Kartika Sari", "Mustika",
        "Dana Wiratama", "Media Sari", "Imam Fauzi", "Desi Wulan", "La Ode Amir", "M. Yusuf", "Eko W.",
        "Yuli Br. Purba", "AMIR HAMZAH",
        "HARTONO", "Sari, S.Kom", "Tono S.Pd", "Letkol Inf. Bagus", "Kang Dudi", "Uni Rahma", "rudi99",
    ],
)  # fmt: skip
def test_person(name: str) -> None:
    assert kind_of(name, LEXICON) is PartyKind.PERSON


@pytest.mark.parametrize(
    ("text", "expected"), [("Keuangan dan Aset", True), ("Penyuluhan", True), ("Rani", False), ("Kartika", False)]
)
def test_is_field(text: str, expected: bool) -> None:
    assert is_field(text, LEXICON) is expected


def test_registry_is_large_and_consistent() -> None:
    bodies = (*LEXICON.institutions.registry, *LEXICON.institutions.local)
    names = [body.name for body in bodies]
    assert len(names) >= 250
    assert len(set(names)) == len(names)
    assert {body.now for body in bodies if body.now} <= set(names)


@pytest.mark.parametrize("body", LEXICON.institutions.registry, ids=lambda body: body.name)
def test_every_body_is_an_organization(body: object) -> None:
    name = body.name  # type: ignore[attr-defined]
    assert kind_of(name, LEXICON) is PartyKind.ORGANIZATION
