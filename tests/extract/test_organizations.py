"""What a party is, and what its words are."""

from collections.abc import Callable

import pytest

from notula.models.minutes import PartyKind
from notula.pipeline.extract.organizations import (
    abbreviates,
    is_field,
    is_organization,
    is_role,
    kind_of,
    opening_of,
    split_role,
    split_shared_head,
)
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    "name",
    [
        "Kementerian Kesehatan", "Badan Mutu Daerah", "Dinkes Kab. Ambar", "Ditjen Tata Air", "Dit. Sarana", "Setda",
        "Bagian Hukum",
        "Bidang Cipta Karya", "Subbag Umum", "Komisi A DPRD", "Fraksi Persatuan", "Yayasan Cahaya", "PT Sinar Jaya",
        "CV. Abadi",
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
    assert is_organization(name, LEXICON)


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
    ("text", "expected"), [("Kepala Bidang", True), ("Plt. Camat", True), ("Bidang Data", False), ("Rani", False)]
)
def test_is_role(text: str, expected: bool) -> None:
    assert is_role(text, LEXICON) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Keuangan dan Aset", True), ("Penyuluhan", True), ("Rani", False), ("Kartika", False)]
)
def test_is_field(text: str, expected: bool) -> None:
    assert is_field(text, LEXICON) is expected


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
        ("TKita — Frontend", "Frontend", "TKita"),
        ("Dinas Kelautan dan Perikanan", None, "Dinas Kelautan dan Perikanan"),
    ],
)
def test_split_role(text: str, role: str | None, organization: str | None) -> None:
    parts = split_role(text, LEXICON)
    found = tuple(None if span is None else text[span.start : span.end] for span in parts)
    assert found == (role, organization)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seksi Acara dan Konsumsi", [("Seksi Acara", None), ("Konsumsi", "Seksi Konsumsi")]),
        (
            "Seksi alat, dokumentasi dan publikasi",
            [("Seksi alat", None), ("dokumentasi", "Seksi dokumentasi"), ("publikasi", "Seksi publikasi")],
        ),
        ("Desa Ambar & Lesung", [("Desa Ambar", None), ("Lesung", "Desa Lesung")]),
        ("Seksi Acara", []),
        ("Bagian Umum dan Keuangan", []),
        ("Seksi Acara dan Bappeda", []),
    ],
)
def test_split_shared_head(text: str, expected: list[tuple[str, str | None]]) -> None:
    parts = split_shared_head(text, LEXICON)
    assert [(part.text, part.full) for part in parts] == expected
    assert all(text[part.start : part.end] == part.text for part in parts)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("YCK", "Yayasan Cahaya Kota", True), ("KoDW", "Koalisi Data Warga", True), ("Pusdatin",
         "Pusat Data dan Informasi", True),
        ("Dit. TAW", "Direktorat Tata Air Wilayah", True), ("BKKBN",
         "Badan Kependudukan dan Keluarga Berencana Nasional", True),
        ("YCK", "Yayasan Kota", False), ("ABC", "Yayasan Cahaya Kota", False), ("izin", "Dinas Sosial", False), ("",
         "Dinas", False),
    ],
)  # fmt: skip
def test_abbreviates(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long.split()) is expected


def test_registry_is_large_and_consistent() -> None:
    bodies = (*LEXICON.institutions.registry, *LEXICON.institutions.local)
    names = [body.name for body in bodies]
    assert len(names) >= 250
    assert len(set(names)) == len(names)
    assert {body.now for body in bodies if body.now} <= set(names)


@pytest.mark.parametrize("body", LEXICON.institutions.registry, ids=lambda body: body.name)
def test_every_body_is_an_organization(body: object) -> None:
    name = body.name  # type: ignore[attr-defined]
    assert is_organization(name, LEXICON)


@pytest.mark.parametrize("case", [str, str.title], ids=["as listed", "in titles"])
def test_every_listed_opening_opens(case: Callable[[str], str]) -> None:
    titles, bodies = LEXICON.titles, LEXICON.institutions
    words = (*bodies.heads, *bodies.teams, *titles.functions, *titles.roles, *titles.collectives, *titles.crowds)
    listed = [word for word in words if not word.isupper()]
    assert listed
    assert [word for word in listed if opening_of(f"{case(word)} Anu", LEXICON) is None] == []
