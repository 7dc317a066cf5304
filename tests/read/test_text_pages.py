"""Running heads and feet of the pages that form feeds part."""

import pytest

from notula.models.source import Line
from notula.pipeline.read.plain import read_text
from notula.pipeline.settings import Settings

BODY = ("Ketua membuka rapat.", "Bendahara melaporkan kas.", "Anggota mengusulkan iuran.", "Rapat ditutup.")


def read(*pages: str) -> list[Line]:
    return [part for part in read_text("\n\f".join(pages).encode(), Settings()).content if isinstance(part, Line)]


@pytest.mark.parametrize(
    ("head", "foot", "origins"),
    [
        pytest.param("Koperasi Tirta", "", {"header"}, id="head"),
        pytest.param("Laporan Panen   12 Juni 2022", "", {"header"}, id="head with a year"),
        pytest.param("", "Risalah Rapat 8/9/2021          {}", {"footer"}, id="foot with the page's number"),
        pytest.param("", "{}", {"footer"}, id="number alone"),
        pytest.param("Koperasi Tirta", "Halaman {} dari 4", {"header", "footer"}, id="both"),
        pytest.param("", "", set(), id="none"),
    ],
)
def test_what_stands_at_the_edge_of_all_pages_is_set_apart(head: str, foot: str, origins: set[str]) -> None:
    pages = ["\n".join([head, text, "", foot.format(at)]) for at, text in enumerate(BODY, 1)]
    found = read(*pages)
    assert [line.text for line in found if line.origin == "body"] == list(BODY)
    assert {line.origin for line in found} == {"body", *origins}


def test_the_next_line_starts_the_page_and_is_not_spaced() -> None:
    found = [line for line in read(*(f"Koperasi Tirta\n\n{text}" for text in BODY)) if line.origin == "body"]
    assert [(line.new_page, line.spaced) for line in found[1:]] == [(True, False)] * 3


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(("Keputusan\nIuran naik.", "Keputusan lain\nKas dibuka.", "Penutup", "Doa"), id="different lines"),
        pytest.param(("1. satu\n2.", "3. tiga\n4.", "5. lima\n6."), id="numbers that are not the page's"),
        pytest.param(("Dinas\nKota\nNotulen\nsatu", "Dinas\nKota\nNotulen\ndua"), id="head of minutes on each page"),
        pytest.param(("Iuran naik.\nHalaman sekolah dibersihkan", "Penutup"), id="a word for pages"),
        pytest.param(
            ("NOTULEN\nRutin\nHari/Tanggal   Senin, 6 Mei\nsatu", "NOTULEN\nKhusus\nSelasa, 7 Mei 2024\ndua"),
            id="title over a day",
        ),
        pytest.param(("KETUA RAPAT :\nSatu", "KETUA RAPAT :\nDua"), id="who speaks"),
        pytest.param(("Kop Dinas\nsatu", "dua", "tiga", "Kop Dinas\nempat", "lima", "enam"), id="on few pages"),
    ],
)
def test_other_lines_at_an_edge_are_text(pages: tuple[str, ...]) -> None:
    assert {line.origin for line in read(*pages)} == {"body"}


def test_the_titles_of_a_table_on_each_page_are_no_running_head() -> None:
    table = "No   Nama           Jabatan\n{0}    Arif Wibowo    Ketua\n{0}    Siti Aminah    Anggota"
    assert read(*(table.format(at) for at in range(1, 4))) == []


def flow(blok: str) -> str:
    """A page of text, at its edges too, that no other has."""
    return "\n".join(f"Petani {number} dari Blok {blok} melaporkan panen." for number in ("satu", "dua", "tiga") * 4)


FAR = " " * 60


@pytest.mark.parametrize(
    ("feet", "pages"),
    [
        pytest.param((FAR + "1", FAR + "2", FAR + "3"), 3, id="bare, far in"),
        pytest.param(("- 1 -", "- 2 -", "- 3 -"), 3, id="between dashes"),
        pytest.param(("Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3"), 3, id="that say what they are"),
        pytest.param((FAR + "2", FAR + "3", ""), 3, id="none on the first"),
        pytest.param(("1", "2", "3"), 1, id="not far in: a column of a table"),
        pytest.param((FAR + "4", FAR + "9", FAR + "3"), 1, id="that do not count up"),
        pytest.param((FAR + "1", "", ""), 1, id="only one"),
    ],
)
def test_numbers_that_count_up_part_pages(feet: tuple[str, ...], pages: int) -> None:
    lines = read("\n\n".join(f"{flow(blok)}\n\n{foot}" for blok, foot in zip("ABC", feet, strict=True)))
    assert 1 + sum(line.new_page for line in lines) == pages
    assert sum(line.origin == "footer" for line in lines) == (sum(map(bool, feet)) if pages > 1 else 0)


def test_a_sentence_goes_on_below_the_head_of_a_page_that_a_number_parts() -> None:
    head = "LAPORAN PANEN RAYA" + FAR + "2 MEI 2023"
    pages = (
        f"{flow('A')}\nBibit dibagikan kepada kelompok",
        f"{head}\n\ntani pada hari Jumat.\n{flow('B')}",
        f"{head}\n\n{flow('C')}",
    )
    text = "\n\n".join(f"{page}\n\n{FAR}{at}" for at, page in enumerate(pages, 1))
    texts = [line.text for line in read(text) if line.origin == "body"]
    assert texts[texts.index("Bibit dibagikan kepada kelompok") + 1] == "tani pada hari Jumat."


def test_numbers_close_to_each_other_are_no_page_numbers() -> None:
    found = read(f"{flow('A')}\n\n{FAR}1\n\nsatu\n\n{FAR}2\n\ndua\n\n{FAR}3\n")
    assert not any(line.new_page for line in found)
