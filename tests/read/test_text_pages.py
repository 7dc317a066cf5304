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
        pytest.param(("Kop Dinas\nsatu", "dua", "tiga", "Kop Dinas\nempat", "lima", "enam"), id="on few pages"),
    ],
)
def test_other_lines_at_an_edge_are_text(pages: tuple[str, ...]) -> None:
    assert {line.origin for line in read(*pages)} == {"body"}


def test_the_titles_of_a_table_on_each_page_are_no_running_head() -> None:
    table = "No   Nama           Jabatan\n{0}    Arif Wibowo    Ketua\n{0}    Siti Aminah    Anggota"
    assert read(*(table.format(at) for at in range(1, 4))) == []
