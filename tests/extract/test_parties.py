"""Lists of parties."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.parties import names_nobody, names_one, parse_parties
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
PARTS = ("name", "honorific", "role", "organization", "remark", "alias")


def names(text: str) -> list[str]:
    return [mention.name for mention in parse_parties(text, LEXICON)]


def told(mention: PartyMention) -> dict[str, object]:
    values = {part: getattr(mention, part) for part in (*PARTS, "absent", "full")}
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rani, Beni, dan Toni", ["Rani", "Beni", "Toni"]),
        ("Komunitas Ibu Rungkut, Pak Beni", ["Komunitas Ibu Rungkut", "Beni"]),
        ("Direktur Angkutan Laut, Danau, dan Pelayaran", ["Direktur Angkutan Laut, Danau, dan Pelayaran"]),
        ("dr. Rani, Sp.A dr. Beni, Sp.An apt. Toni, S.Farm.", ["dr. Rani, Sp.A", "dr. Beni, Sp.An",
         "apt. Toni, S.Farm."]),
        ("p Beni, b Rani, Toni", ["Beni", "Rani", "Toni"]),
        ("Seksi Pasar (Rani/Beni)", ["Rani", "Beni"]),
        ("Kepala Desa beserta perangkat, Rani", ["Kepala Desa beserta perangkat", "Rani"]),
        ("Dinas Pasar Kab. Ambar dan Melati", ["Dinas Pasar Kab. Ambar", "Melati"]),
        ("Dinas Pasar Kabupaten Ambar dan Kepulauan", ["Dinas Pasar Kabupaten Ambar dan Kepulauan"]),
        ("pucuk suku Melayu", ["pucuk suku Melayu"]),
        ("Rani; Beni; Toni", ["Rani", "Beni", "Toni"]),
        ("Rani serta Beni", ["Rani", "Beni"]),
        ("Rani & Beni + Toni", ["Rani", "Beni", "Toni"]),
        ("Rani/Beni", ["Rani", "Beni"]),
        ("1. Rani Lestari 2. Beni Wira 3. Bappeda", ["Rani Lestari", "Beni Wira", "Bappeda"]),
        ("a. Rani\nb. Beni", ["Rani", "Beni"]),
        ("• Rani • Beni", ["Rani", "Beni"]),
        ("- Bu Rani\n- Pak Beni", ["Rani", "Beni"]),
        ("Drs. H. Amir, S.H., M.H., Rahman, S. Pd, dan dr. Wira, Sp.PD", ["Drs. H. Amir, S.H., M.H.", "Rahman, S. Pd",
         "dr. Wira, Sp.PD"]),
        ("Letkol (Purn.) Amir Rahman, Bagus Pranata (PO)", ["Letkol (Purn.) Amir Rahman", "Bagus Pranata"]),
        ("Rani, SE, MM, Beni, ST", ["Rani, SE, MM", "Beni, ST"]),
        ("Rani (Kabid Data, Bappeda), Beni (BPS)", ["Rani", "Beni"]),
        ("Pak Manajer, Mb Ratih, Mas Dono (telat)", ["Manajer", "Ratih", "Dono"]),
        ("Rani, Beni dkk.", ["Rani", "Beni"]),
        ("Rani, Beni, dst.", ["Rani", "Beni"]),
        ("Siti (BPS). Total 18 peserta bergabung.", ["Siti"]),
        ("Rani (KPA) Beni, Toni", ["Rani", "Beni", "Toni"]),
        ("Dihadiri oleh 21 orang panitia", ["panitia"]),
        ("Penggarap sawah, jumlah 37 orang", ["Penggarap sawah"]),
        ("Ibu-ibu PKK, total 8 orang", ["Ibu-ibu PKK"]),
        ("Pasintel Lanal, Pasiops Kodim", ["Pasintel Lanal", "Pasiops Kodim"]),
        ("perwakilan 12 OPD", ["perwakilan 12 OPD"]),
        ("Pengurus Harian, utusan 9 ranting, peninjau dari Dinas Perikanan",
         ["Pengurus Harian", "utusan 9 ranting", "peninjau dari Dinas Perikanan"]),
        ("Camat Batu Sari", ["Camat Batu Sari"]),
        ("Camat Batu Sari, Drs. Amir", ["Drs. Amir"]),
        ("serta Bappeda", ["Bappeda"]),
        ("Kombes Pol. Amir Rahman (Kapolresta), Brigjen Pol. Wira, Brigadir Toni", ["Kombes Pol. Amir Rahman",
         "Brigjen Pol. Wira", "Brigadir Toni"]),
        ("Sr. Rani Lestari, SSpS, RD. Beni, Pr", ["Sr. Rani Lestari, SSpS", "RD. Beni, Pr"]),
        ("Wali Kelas VII A - VII F, Rani", ["Wali Kelas VII A - VII F", "Rani"]),
        ("PT Wira Karya (Building Management), Rani", ["PT Wira Karya (Building Management)", "Rani"]),
        ("Div. Humas (3/5), Div. PSDM (4/5)", ["Div. Humas", "Div. PSDM"]),
        ("Pak RW (Pak Wira), notulis: Rani", ["Wira", "Rani"]),
        ("Rani, Beni, sama Toni", ["Rani", "Beni", "Toni"]),
        ("Rani sama Beni", ["Rani", "Beni"]),
        ("Rani sm Beni", ["Rani", "Beni"]),
        ("Pak Rani G-09, Beni Blok C2/7", ["Rani", "Beni"]),
        ("Lettu Inf. Wira Bakti (Kodim); Dkn. Rut Hede", ["Lettu Inf. Wira Bakti", "Dkn. Rut Hede"]),
        ("1) Asosiasi Pedagang Ikan dan Rumput 2) BPS", ["Asosiasi Pedagang Ikan dan Rumput", "BPS"]),
        ("Dinas PPKB dan P3A, Dinas Sosial dan BPBD", ["Dinas PPKB dan P3A", "Dinas Sosial", "BPBD"]),
        ("Dinas P3A dan KB, Dinas Pertanian dan P3A", ["Dinas P3A dan KB", "Dinas Pertanian", "P3A"]),
        ("1) Dinas Sosial dan Budi 2) BPS", ["Dinas Sosial", "Budi", "BPS"]),
        ("Rani dan", ["Rani"]),
        ("Moch. Toni, Bung Beni, Miss Rani", ["Moch. Toni", "Beni", "Rani"]),
        ("Rani, S.Farm., Apt, Beni", ["Rani, S.Farm., Apt", "Beni"]),
        ("RANI LESTARI, Sarjana Hukum, Beni", ["RANI LESTARI, Sarjana Hukum", "Beni"]),
        ("Guru dan karyawan", ["Guru dan karyawan"]),
        ("seluruh guru, staf TU", ["seluruh guru", "staf TU"]),
        ("para pengurus blok, serta utusan pedagang", ["para pengurus blok", "utusan pedagang"]),
        ("dua orang kader posyandu", ["kader posyandu"]),
        ("1. Rani, S.H., dari Dinas Pasar", ["Rani, S.H."]),
        ("ketua, sekretaris dan satu orang logistik", ["ketua", "sekretaris", "satu orang logistik"]),
        ("Satgas Pupuk Polsek serta pengecer", ["Satgas Pupuk Polsek", "pengecer"]),
    ],
)  # fmt: skip
def test_people_are_told_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Kementerian Koperasi dan UKM", "Badan Kependudukan dan Keluarga Berencana Nasional",
        "Dinas Kelautan dan Perikanan",
        "Kementerian Desa, PDT dan Transmigrasi", "Dinas Pemberdayaan Masyarakat dan Desa", "Bagian Umum dan Keuangan",
        "Direktorat Pembinaan Usaha Ekonomi dan Lingkungan Kota",
        "Pusat Mutu dan Informasi (Pusmutin) Kemensos",
        "Deputi Bidang Ekonomi, Kehutanan, Perikanan dan Perdagangan", "Kementerian Agraria dan Tata Ruang/BPN",
        "Kementerian PPN/Bappenas",
        "Dinas Pendidikan dan Olahraga", "Kabag Pengadaan Barang/Jasa", "Ketua RT / RW se Desa Ambar",
        "Yayasan Harapan dan Kasih",
        "Dinas Pendidikan, Pemuda, dan Olahraga", "Bidang Perlindungan Perempuan dan Anak",
        "Badan Kesatuan Bangsa dan Politik",
        "Biro Hukum dan Organisasi", "Kepala Bidang Umum dan Kepegawaian", "Divisi SDM dan Umum",
        "Kepala Divisi TI dan Umum", "Subbagian Keuangan dan BMN", "Kelompok Hukum dan Organisasi",
        "Tim Penyusun RPJMD dan RKPD", "Panitia Penulisan LKPJ dan LPPD",
        "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana",
    ],
)  # fmt: skip
def test_name_of_one_body_stays_whole(name: str) -> None:
    assert names(name) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas PMD dan Biro Hukum", ["Dinas PMD", "Biro Hukum"]),
        ("Dinas Kominfo dan BPS", ["Dinas Kominfo", "BPS"]),
        ("BPS/Bappeda", ["BPS", "Bappeda"]),
        ("BPBD/Kecamatan", ["BPBD", "Kecamatan"]),
        ("Dinas Kesehatan dan Rani", ["Dinas Kesehatan", "Rani"]),
        ("Kementerian Hukum dan HAM, Bappenas serta LAN", ["Kementerian Hukum dan HAM", "Bappenas", "LAN"]),
        ("Kesling, Promkes, dan Gizi", ["Kesling", "Promkes", "Gizi"]),
        ("Sekcam, Perwakilan Koramil dan unsur RW serta masing-masing Posyandu",
         ["Sekcam", "Perwakilan Koramil", "unsur RW", "masing-masing Posyandu"]),
        ("Kepala Bagian Umum, para operator di lingkungan Setjen dan Inspektorat II.",
         ["Kepala Bagian Umum", "para operator di lingkungan Setjen", "Inspektorat II"]),
        ("Sekwan, Danramil dan Kanit Samapta", ["Sekwan", "Danramil", "Kanit Samapta"]),
        ("Dinas Sosial (3 orang), BPKAD Kab. Ambar", ["Dinas Sosial", "BPKAD Kab. Ambar"]),
        ("Rani, S.Gz dan bidan desa", ["Rani, S.Gz", "bidan desa"]),
        ("Ka. Ruang + Diklat", ["Ka. Ruang", "Diklat"]),
        ("Camat Ambar dan Lurah Mekar", ["Camat Ambar", "Lurah Mekar"]),
        ("Badan Mutu\nDinas Sosial\nTim Yayasan Cahaya", ["Badan Mutu", "Dinas Sosial", "Tim Yayasan Cahaya"]),
        ("Kantor Data Kota (KDK), Kementerian Luar Negeri, serta Lembaga Kajian Air (LKA)",
         ["Kantor Data Kota (KDK)", "Kementerian Luar Negeri", "Lembaga Kajian Air (LKA)"]),
        ("Biro Hukum dan Organisasi, Humas", ["Biro Hukum dan Organisasi", "Humas"]),
        ("Tim Penyusun RPJMD dan BPS", ["Tim Penyusun RPJMD", "BPS"]),
        ("Tim Pengawas RPJMD dan SPI", ["Tim Pengawas RPJMD", "SPI"]),
        ("kelompok ternak dan koperasi", ["kelompok ternak", "koperasi"]),
        ("BBIX Ambar dan BBIX Melati", ["BBIX Ambar", "BBIX Melati"]),
        ("Direktorat Bibit beserta BBIX Ambar", ["Direktorat Bibit", "BBIX Ambar"]),
        ("Direktorat Bibit beserta jajaran", ["Direktorat Bibit beserta jajaran"]),
        ("Disperpusip Prov. Ambar (Bpk. Beni, Ibu Rani)", ["Beni", "Rani"]),
        ("Dista Melati, Rani", ["Dista Melati", "Rani"]),
    ],
)  # fmt: skip
def test_bodies_are_told_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["25 orang", "Total 23 peserta", "41 orang (daftar hadir terlampir)", "daftar hadir terlampir", "Terlampir", "-",
     "", "dst.", "± 40 orang",
     "Peserta: -", "5 (lima) perusahaan", "Hadir : 12 orang"],
)  # fmt: skip
def test_nobody_is_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("terlampir", True), ("20 orang", True), ("-", True), ("Rani", False), ("BPS", False)]
)
def test_names_nobody(text: str, expected: bool) -> None:
    assert names_nobody(text, LEXICON) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guru Pembimbing : Anwar, M.Pd , Dewi S.Pd Pengurus Kelas/Panitia : Sari, Tono",
            [("Anwar, M.Pd", "Guru Pembimbing", None), ("Dewi S.Pd", "Guru Pembimbing", None),
             ("Sari", "Pengurus Kelas/Panitia", None), ("Tono", "Pengurus Kelas/Panitia", None)],
        ),
        (
            "1. PPK Dinas Sosial : Ir. Yos; 2. PPK RSUD : dr. Ema; 3. Pokja 5 : Ferdi, S.T.; 4. Tim Teknis",
            [("Ir. Yos", "PPK", "Dinas Sosial"), ("dr. Ema", "PPK", "RSUD"), ("Ferdi, S.T.", None, "Pokja 5"),
             ("Tim Teknis", None, None)],
        ),
        (
            "Calon penyedia sebanyak 3 (tiga) perusahaan, yaitu CV. Bina, PT. Maju, dan UD Tani.",
            [("CV. Bina", "Calon penyedia", None), ("PT. Maju", "Calon penyedia", None), ("UD Tani", "Calon penyedia",
             None)],
        ),
        (
            "Pejabat Pembuat Komitmen (PPK) Dinas Kebudayaan dan Pariwisata : Sdr. Ir. Togar",
            [("Ir. Togar", "Pejabat Pembuat Komitmen (PPK)", "Dinas Kebudayaan dan Pariwisata")],
        ),
        ("1. Rani, S.T. : Ketua 2. Beni : Anggota", [("Rani, S.T.", "Ketua", None), ("Beni", "Anggota", None)]),
        ("Narasumber:\n1. Rani\n2. Beni", [("Rani", "Narasumber", None), ("Beni", "Narasumber", None)]),
        ("PT Maju Jaya, dalam hal ini diwakili Tuan BENI WIRA", [("BENI WIRA", None, "PT Maju Jaya")]),
        ("Yayasan Rawa (Meli, Sela)", [("Meli", None, "Yayasan Rawa"), ("Sela", None, "Yayasan Rawa")]),
        ("Rani Lestari bendahara, Beni", [("Rani Lestari", "bendahara", None), ("Beni", None, None)]),
        ("Hadir secara daring: Rani, Bappeda Ambar", [("Rani", None, "Bappeda Ambar")]),
        ("Kontraktor: Rani, Beni", [("Rani", None, "Kontraktor"), ("Beni", None, "Kontraktor")]),
        ("Kontraktor: PT Wira Karya", [("PT Wira Karya", "Kontraktor", None)]),
        ("Seksi Acara: Rani, Beni", [("Rani", "Seksi Acara", None), ("Beni", "Seksi Acara", None)]),
        ("Kontraktor (PT Wira Karya) : Rani (mandor); Beni",
         [("Rani", "mandor", "PT Wira Karya"), ("Beni", None, "PT Wira Karya")]),
        ("Vendor (CV Mekar): Rani; BPS: Beni", [("Rani", None, "CV Mekar"), ("Beni", None, "BPS")]),
        ("Direktur (PT Wira Karya): Rani; Beni", [("Rani", "Direktur", "PT Wira Karya"), ("Beni", None, None)]),
        ("PPK (Dinas Pasar) : Rani", [("Rani", "PPK", "Dinas Pasar")]),
        ("Kontraktor (pelaksana): Rani", [("Rani", "Kontraktor (pelaksana)", None)]),
        ("Bappeda: Rani, Beni", [("Rani", None, "Bappeda"), ("Beni", None, "Bappeda")]),
        ("Rani, Bappeda, Beni, Diskominfo", [("Rani", None, "Bappeda"), ("Beni", None, "Diskominfo")]),
        ("Rani, Kabid Data, BPS, Beni, Analis, LAN", [("Rani", "Kabid Data", "BPS"), ("Beni", "Analis", "LAN")]),
        ("Ibu Rani, Kepala Sekolah, Pak Joko, Pak Deni", [("Rani", "Kepala Sekolah", None), ("Joko", None, None),
         ("Deni", None, None)]),
        ("Camat Ambar, Danramil, Pak Beni, Kapolsek",
         [("Camat Ambar", None, None), ("Danramil", None, None), ("Beni", None, None), ("Kapolsek", None, None)]),
        ("Kepala Dinas Sosial, dr. Rani, M.Kes.", [("dr. Rani, M.Kes.", "Kepala Dinas Sosial", None)]),
        ("Pak Salim (P2), Promkes", [("Salim", None, "P2"), ("Promkes", None, None)]),
        ("Rani (Ketua), Beni (Wakil), Bappeda", [("Rani", "Ketua", None), ("Beni", "Wakil", None), ("Bappeda", None,
         None)]),
        ("• MRL = Maya Ratna Lia (notulis), Yayasan Rawa\n• BW = Beni Wira, LBH Rawa",
         [("Maya Ratna Lia", "notulis", "Yayasan Rawa"), ("Beni Wira", None, "LBH Rawa")]),
    ],
)  # fmt: skip
def test_offices_and_bodies(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(mention.name, mention.role, mention.organization) for mention in parse_parties(text, LEXICON)] == expected


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("Seluruh Kades (kecuali Desa Ambar, Desa Lesung)", ["Seluruh Kades"], ["Desa Ambar", "Desa Lesung"]),
        ("Semua anggota kecuali Rani dan Beni", ["Semua anggota"], ["Rani", "Beni"]),
        ("RT 01, RT 02 (minus RT 09)", ["RT 01", "RT 02"], ["RT 09"]),
        ("Ketua RT 01 s/d RT 05", ["Ketua RT 01 s/d RT 05"], []),
        ("Hadir: Rani, Beni. Tidak hadir: Toni (izin)", ["Rani", "Beni"], ["Toni"]),
    ],
)
def test_absentees(text: str, present: list[str], absent: list[str]) -> None:
    mentions = parse_parties(text, LEXICON)
    assert [mention.name for mention in mentions if not mention.absent] == present
    assert [mention.name for mention in mentions if mention.absent] == absent


def test_parties_that_share_a_head() -> None:
    mentions = parse_parties("Seksi Acara dan Konsumsi", LEXICON)
    assert [told(mention) for mention in mentions] == [
        {"name": "Seksi Acara"},
        {"name": "Konsumsi", "full": "Seksi Konsumsi"},
    ]


def test_remark_goes_to_its_party() -> None:
    mentions = parse_parties("Kanwil BPN (izin), Rani (tanpa keterangan)", LEXICON)
    assert [mention.remark for mention in mentions] == ["izin", "tanpa keterangan"]


PIECES = st.sampled_from(
    ["Rani", "Bu Sari, S.Pd", "Bappeda", "Kepala Dinas", "(izin)", "(Kabid Data)", "MR = Maya Ratna", ":", ",", ";",
     " dan ", "1. ", "\n", "- ",
     "kecuali ", "Seksi Acara dan Konsumsi", "terlampir", "(", ")", "/", "–", "25 orang", ".", "yaitu ", "\t"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12))
@example(["Rani", "(", "kecuali ", ")", "Rani"])
def test_offsets_are_slices_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = parse_parties(text, LEXICON)
    for mention in mentions:
        assert mention.name.strip()
        assert text[mention.start : mention.end].strip()
        for part in PARTS:
            place = getattr(mention, f"{part}_at")
            assert place is None or text[place.start : place.end] == getattr(mention, part)
    assert all(one.start <= other.start for one, other in pairwise(mentions))


@pytest.mark.parametrize(
    "label",
    ["Tidak hadir", "Gak bisa datang", "tdk hdr", "Yang nggak bisa hadir", "Blm hadir", "Berhalangan", "Izin"],
)
def test_absentees_behind_a_label(label: str) -> None:
    found = parse_parties(f"Bu Rani, Pak Beni. {label}: Pak Toni (sakit), Bu Sari", LEXICON)
    assert [(mention.name, mention.absent) for mention in found] == [
        ("Rani", False), ("Beni", False), ("Toni", True), ("Sari", True)
    ]  # fmt: skip


def test_a_body_that_sent_nobody_is_absent() -> None:
    (mention,) = parse_parties("Dinas Sosial: (tidak mengirim wakil)", LEXICON)
    assert (mention.name, mention.absent) == ("Dinas Sosial", True)


_WORDS = ("Dinas", "Perikanan", "Bu", "Rina", "dan", "serta", "bersama", "kecuali", "yaitu", "tim", "-", "a.", "3", ",")


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7).map(" ".join))
@example("Dinas Perikanan")
def test_what_plainly_names_one_is_never_read_as_several(text: str) -> None:
    assert not names_one(text) or len(parse_parties(text, load_lexicon())) < 2


@pytest.mark.parametrize(
    ("text", "one"),
    [
        pytest.param("Dinas Perikanan", True, id="words only"),
        pytest.param("Bu Rina dan Bu Sri", False, id="joined"),
        pytest.param("Bu Rina, Bu Sri", False, id="with a comma"),
    ],
)
def test_one_party_is_told_without_reading(text: str, one: bool) -> None:
    assert names_one(text) is one


def test_working_together_is_no_join() -> None:
    whole = "Subdit Kerja Sama Antar Desa"
    assert [each.name for each in parse_parties(whole, LEXICON)] == [whole]
    assert [each.name for each in parse_parties("Rina sama Tono", LEXICON)] == ["Rina", "Tono"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Direktorat Regulasi, Kementerian Kelautan", ["Direktorat Regulasi, Kementerian Kelautan"]),
        ("Bagian Hukum, Dinas Pasar", ["Bagian Hukum", "Dinas Pasar"]),
        ("Bagian Hukum, Inspektorat Daerah", ["Bagian Hukum, Inspektorat Daerah"]),
        ("Bagian Hukum Setda, Inspektorat Daerah", ["Bagian Hukum Setda", "Inspektorat Daerah"]),
        ("Bidang Data Dinas Sosial, Badan Arsip Daerah", ["Bidang Data Dinas Sosial", "Badan Arsip Daerah"]),
        ("Direktorat Aneka Badan Usaha, Kementerian Kelautan", ["Direktorat Aneka Badan Usaha, Kementerian Kelautan"]),
        ("Direktorat Jenderal Pajak, Kementerian Keuangan", ["Direktorat Jenderal Pajak, Kementerian Keuangan"]),
        ("Ditjen Perikanan Tangkap, Kemenkelautan", ["Ditjen Perikanan Tangkap, Kemenkelautan"]),
        ("Ditjen Pajak, Bappenas", ["Ditjen Pajak", "Bappenas"]),
        ("Direktorat Regulasi, Ditjen Tangkap, KKP", ["Direktorat Regulasi, Ditjen Tangkap, KKP"]),
        (
            "Direktorat Regulasi, Ditjen Tangkap, Kementerian Kelautan",
            ["Direktorat Regulasi, Ditjen Tangkap, Kementerian Kelautan"],
        ),
        ("Direktorat Regulasi, Ditjen Tangkap, Bappenas", ["Direktorat Regulasi", "Ditjen Tangkap", "Bappenas"]),
        ("Bappeda, Dinas Perikanan", ["Bappeda", "Dinas Perikanan"]),
        ("Direktorat Regulasi, Biro Umum", ["Direktorat Regulasi", "Biro Umum"]),
        ("Direktorat Regulasi, Kementerian Kelautan, BPS", ["Direktorat Regulasi", "Kementerian Kelautan", "BPS"]),
    ],
)
def test_a_unit_and_the_body_that_it_is_of(text: str, names: list[str]) -> None:
    assert [each.name for each in parse_parties(text, LEXICON)] == names
