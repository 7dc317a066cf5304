"""Slips of OCR put right, and text of the file itself left alone."""

import pytest

from notula.models.source import Cell, Line, Source, Table, Word
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.slips import edited, forgive_slips

LEXICON = load_lexicon(None)


def mended(*texts: str, certainty: float | None = 0.9) -> list[str]:
    lines = tuple(Line(text, certainty=certainty) for text in texts)
    source = Source("application/pdf", lines, text_from="ocr" if certainty else "text_layer")
    return [line.text for line in forgive_slips(source, LEXICON).content if isinstance(line, Line)]


SLIPS = [
    ("HaritTanggal : Senin, l5 Maret 2O24", "Hari/Tanggal : Senin, 15 Maret 2024"),
    ("Hari1Tanggal : Selasa, 4 0ktober 2022", "Hari/Tanggal : Selasa, 4 Oktober 2022"),
    ("Waktu : 09.00 – 12.30 W IB", "Waktu : 09.00 – 12.30 WIB"),
    ("pukul 13.OO WlTA", "pukul 13.OO WITA"),
    ("Pukul 08.15 WI T", "Pukul 08.15 WIT"),
    ("Waktu\t1 08.15 – 09.30 WIT", "Waktu\t: 08.15 – 09.30 WIT"),
    ("Ternpat : Balai Desa", "Tempat : Balai Desa"),
    ("Notuiis\t: Bu Rini", "Notulis\t: Bu Rini"),
    ("paling lambat 3 Septernber 2023", "paling lambat 3 September 2023"),
    ("Kamls, 5 Januarl 2023", "Kamis, 5 Januari 2023"),
    ("Ill. TINDAK LANJUT", "III. TINDAK LANJUT"),
    ("INI. Tindak Lanjut", "III. Tindak Lanjut"),
    ("lV. PENUTUP", "IV. PENUTUP"),
    ("Ruang Rapat It. 3", "Ruang Rapat lt. 3"),
    ("naik 40 Yo", "naik 40 %"),
    ("Hari/Tanggai\t: Kamis", "Hari/Tanggal\t: Kamis"),
    ("Cc. ARAHAN DIREKSI", "C. ARAHAN DIREKSI"),
    ("pukul 15.30 WIB sampai dengan pukul!", "pukul 15.30 WIB sampai dengan pukul"),
    ("dituntaskan akhir A3 2024", "dituntaskan akhir Q3 2024"),
    ("|. PENDAHULUAN", "I. PENDAHULUAN"),
    ("IL PENDAHULUAN", "I. PENDAHULUAN"),
    ("Kelompok Kerja !! melapor", "Kelompok Kerja II melapor"),
    ("disampaikan Bidang It.", "disampaikan Bidang II."),
    ("Hadir : Dra. Hz. Aminah", "Hadir : Dra. Hj. Aminah"),
    ("Notulis : Taufig Hidayat", "Notulis : Taufiq Hidayat"),
]
KEPT = [
    "Rapat dipimpin oleh Ibu Ilmi", "Pak Toto dan Bu Lili", "H-3 lomba", "PO 12 unit", "Jl. Mawar No. 10",
    "Peserta : 12 orang", "Hari ini rapat dimulai",
    "Kelas III dan IV", "IL. Sungai", "Yogyakarta 2024", "5 Maria hadir",
    "Selamat pagi!", "Ayo kerja bakti! Jangan lupa", "Kertas A3 2024 lembar", "Ab. Rahman hadir",
    "Rapat 1 jam", "A. Pendahuluan", "Pak Maret : setuju",
    "Agung dan Galih hadir", "yang !! penting", "It was agreed",
]  # fmt: skip


@pytest.mark.parametrize(("read", "meant"), SLIPS, ids=[read for read, _ in SLIPS])
def test_slips_are_forgiven(read: str, meant: str) -> None:
    assert mended(read) == [meant]


@pytest.mark.parametrize("text", KEPT)
def test_what_makes_sense_stays(text: str) -> None:
    assert mended(text) == [text]


@pytest.mark.parametrize(("read", "meant"), SLIPS, ids=[read for read, _ in SLIPS])
def test_text_of_the_file_itself_stays(read: str, meant: str) -> None:
    assert mended(read, certainty=None) == [read]


def test_only_pages_read_by_ocr_are_mended() -> None:
    lines = (Line("1 0ktober", certainty=0.9), Line("2 0ktober"))
    source = forgive_slips(Source("application/pdf", lines, text_from="mixed"), LEXICON)
    assert [line.text for line in source.content if isinstance(line, Line)] == ["1 Oktober", "2 0ktober"]


def test_cells_are_mended() -> None:
    table = Table((Cell(0, 0, (Line("l5 Maret", certainty=0.9),)),), 1, 1)
    (found,) = forgive_slips(Source("image/png", (table,), text_from="ocr"), LEXICON).content
    assert isinstance(found, Table) and found.cells[0].content[0].text == "15 Maret"  # type: ignore[union-attr]


def test_a_lists_letters_are_in_order() -> None:
    assert mended("a. satu", "b. dua", "C. tiga", "D. Penutup") == ["a. satu", "b. dua", "c. tiga", "d. Penutup"]
    assert mended("B. Isi", "C. Penutup") == ["B. Isi", "C. Penutup"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        pytest.param(["10. Umum", "11. Rd. Taufan"], ["10. Umum", "11. Rd. Taufan"], id="after ten"),
        pytest.param(["I. PEMBUKAAN", "11. AGENDA"], ["I. PEMBUKAAN", "II. AGENDA"], id="after I"),
        pytest.param(["II. AGENDA", "111. PENUTUP"], ["II. AGENDA", "III. PENUTUP"], id="after II"),
    ],
)
def test_ones_are_a_roman_number_where_it_follows(read: list[str], meant: list[str]) -> None:
    assert mended(*read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["I. Pembukaan", "II. Isi", "It. Penutup"], "III. Penutup"),
        (["k. Kursi", "l. Lampu"], "l. Lampu"),
        (["It. Penutup"], "It. Penutup"),
    ],
)
def test_strokes_are_the_roman_number_that_is_next(read: list[str], meant: str) -> None:
    assert mended(*read)[-1] == meant


def test_words_stay_with_their_letters() -> None:
    line = Line("jam 9 W IB ini", words=(Word(0, 3, 0, 30), Word(4, 5, 40, 50), Word(6, 7, 60, 70), Word(8, 10, 80, 99),
                                         Word(11, 14, 110, 140)))  # fmt: skip
    found = edited(line, [(6, 10, "WIB")])
    assert found.text == "jam 9 WIB ini"
    assert [found.text[word.start : word.end] for word in found.words] == ["jam", "9", "WIB", "WIB", "ini"]
