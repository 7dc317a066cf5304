"""Which text can be what a page shows, and which is garbage."""

import random
import string
from collections.abc import Callable

import pytest

from notula.pipeline.read.sense import is_garbage, likelihood

MINUTES = """Rapat dibuka oleh Kepala Bidang Persampahan pada pukul sembilan pagi. Peserta rapat membahas jadwal
pengangkutan sampah pasar induk yang belum berjalan sesuai rencana. Kepala Seksi Angkutan menyampaikan bahwa dua truk
masih diperbaiki dan baru dapat dipakai kembali pada akhir bulan. Pengelola pasar meminta tambahan kontainer untuk blok
sayur karena volume sampah meningkat menjelang hari raya. Disepakati bahwa Dinas Lingkungan Hidup akan mengirimkan surat
permohonan peminjaman truk kepada kecamatan terdekat paling lambat Rabu depan, serta menugaskan petugas kebersihan
tambahan selama dua minggu. Notulis akan membagikan catatan ini kepada semua peserta melalui surat elektronik."""
ENGLISH = """The steering group reviewed the progress of the irrigation works and noted that the second contractor has
not yet submitted a revised schedule. The engineer will visit both sites before the end of the month and report on the
condition of the sluice gates. Members agreed to postpone the public hearing until the survey results are available. The
secretary shall circulate the minutes together with an updated list of open actions within three working days."""
SUNDANESE = """Rapat dibuka ku Pupuhu Karang Taruna jam salapan isuk. Para pamuda ngabahas jadwal beberesih walungan nu
tacan rengse. Kang Asep nepikeun yén parahu leutik kénéh dibenerkeun jeung kakara bisa dipaké deui ahir bulan. Ibu-ibu
PKK ménta ditambahan wadah runtah keur pasar sayur lantaran loba nu balanja nyanghareupan lebaran. Putusanana, panitia
rék ngirim surat ka kacamatan pangdeukeutna saméméh poé Rebo hareup."""
NAMES = """Ketut Darmayasa, Nyoman Sukraningsih, Bambang Prasetyo, Tjokorda Raka, Maringan Hutasoit, Sahat Simanjuntak,
Yohana Rumbiak, Zulkifli Mansyur, Theresia Watuwaya, Nurhayati Lubis, Muhammad Syaifuddin, Liem Swie Nio, Agustinus
Kambu, Dewi Lestari Wulandari, Sri Mulyaningsih, Ratu Ayu Kencana, Fransiskus Xaverius Tukan, Petrus Wanggai"""
ABBREVIATIONS = (
    "DPRD BAPPEDA BPKAD BPBD DPMPTSP DISKOMINFO DPUPR DLHK DISPERKIM BKPSDM SATPOLPP DISDUKCAPIL DP3AKB DISPORA DINSOS "
    "DISNAKER BPJSTK KEMENPUPR BKKBN KPPN DJPB RSUD UPTD BLUD APBD RKPD RPJMD RENJA RENSTRA LKPJ LAKIP SPBE SIPD SAKIP "
    "KUA PPAS DPA RKA SKPD TAPD BPHTB PBB"
)
FIGURES = "\n".join(f"{n}  {n * 7919 % 9973:,}  {n * 31 % 100},{n % 10}%  Rp{n * 1250:,}  ({n}/12)" for n in range(60))
CODES = "\n".join(f"SN-{n * 48611 % 99991:05d}-{'XKQJWZ'[n % 6]}{'BVTRPS'[n % 5]}{n}" for n in range(80))


def shifted(by: int) -> Callable[[str], str]:
    """Every character another one: a font whose table is off by some."""
    return lambda text: "".join(chr(ord(char) + by) if char not in "\n" else char for char in text)


def other_letters(text: str) -> str:
    """Every letter another one: a font whose table is that of another."""
    order = list(string.ascii_lowercase)
    random.Random(4).shuffle(order)
    return text.lower().translate(str.maketrans(string.ascii_lowercase, "".join(order)))


def accents(text: str) -> str:
    return text.translate(str.maketrans("abdeghiklmnoprstuy", "ĂďĚĞŐŚŝŬůŵŶŽƉƌƐƚƵǇ"))


def random_letters(text: str, share: float = 1.0) -> str:
    chance = random.Random(11)
    return "".join(
        chance.choice(string.ascii_lowercase) if char.isalpha() and chance.random() < share else char for char in text
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(MINUTES, id="minutes"),
        pytest.param(MINUTES.upper(), id="capitals"),
        pytest.param(ENGLISH, id="English"),
        pytest.param(SUNDANESE, id="a regional language"),
        pytest.param(NAMES, id="names"),
        pytest.param(ABBREVIATIONS, id="abbreviations"),
        pytest.param(FIGURES, id="figures"),
        pytest.param(CODES, id="serial numbers"),
        pytest.param("", id="nothing"),
        pytest.param("- " * 20 + "." * 400 + "_" * 300 + "* " * 30, id="rules made of signs"),
        pytest.param(shifted(1)("Lampiran satu: daftar hadir"), id="too little to tell"),
    ],
)
def test_text_that_print_can_show_is_no_garbage(text: str) -> None:
    assert not is_garbage(text)


@pytest.mark.parametrize("text", [pytest.param(MINUTES, id="Indonesian"), pytest.param(ENGLISH, id="English")])
@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(shifted(1), id="next letter"),
        pytest.param(shifted(-29), id="numbers of glyphs"),
        pytest.param(other_letters, id="other letters"),
        pytest.param(accents, id="accents"),
        pytest.param(random_letters, id="letters by chance"),
    ],
)
def test_text_that_makes_no_sense_is_garbage(text: str, spoilt: Callable[[str], str]) -> None:
    assert is_garbage(spoilt(text))


def test_wrong_letters_make_text_less_likely() -> None:
    told = [likelihood(random_letters(MINUTES, share)) for share in (0, 0.1, 0.3, 1)]
    assert all(value is not None for value in told)
    assert told == sorted(told, key=lambda value: -(value or 0))


@pytest.mark.parametrize("text", [pytest.param("Lampiran daftar hadir", id="few"), pytest.param(FIGURES, id="figures")])
def test_few_words_are_not_judged(text: str) -> None:
    assert likelihood(text) is None
