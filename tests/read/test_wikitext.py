"""Pages of wikis."""

import pytest

from notula.models.source import Line, Table
from notula.pipeline.read.markdown import read_markdown
from notula.pipeline.read.signatures import is_markdown
from notula.pipeline.read.wikitext import as_markdown, is_wikitext
from notula.pipeline.settings import Settings

PAGE = """{{Navigasi|sebelum=2018-04}}
= Kumpul Relawan Kebun =
; Tempat : [[Rumah Bibit|kebun bibit]], lantai atas
__TOC__
== Agenda ==
# Pupuk
# Pompa
== Tugas ==
{| class="wikitable"
! Tugas !! PJ
|-
| Beli pupuk || style="color:red" | '''Rina'''
|-
| Cat pompa
|
|}
[[Kategori:Notulensi]]
"""


def test_a_page_is_read_as_markdown() -> None:
    assert is_markdown(PAGE.encode(), "rapat.txt")
    content = read_markdown(PAGE.encode(), Settings()).content
    lines = [(part.outline, part.marker, part.text) for part in content if isinstance(part, Line)]
    assert lines == [
        (1, None, "Kumpul Relawan Kebun"), (None, None, "Tempat: kebun bibit, lantai atas"), (2, None, "Agenda"),
        (None, "1.", "Pupuk"), (None, "2.", "Pompa"), (2, None, "Tugas"),
    ]  # fmt: skip
    (table,) = (part for part in content if isinstance(part, Table))
    cells = [[line.text for line in cell.content if isinstance(line, Line)] for cell in table.cells]
    assert (table.rows, table.columns, table.header_rows) == (3, 2, 1)
    assert cells == [["Tugas"], ["PJ"], ["Beli pupuk"], ["Rina"], ["Cat pompa"], []]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("* Pupuk\n** Kandang", "- Pupuk\n   - Kandang"),
        ("# Pupuk\n## Kandang\n# Pompa", "1. Pupuk\n   1. Kandang\n2. Pompa"),
        ("<del>Pompa</del> ''miring'' [https://a.id/x tautan] [[Kebun]]", "~~Pompa~~ *miring* tautan Kebun"),
        ("[[Berkas:kebun.jpg|kiri]]Pupuk", "Pupuk"),
    ],
    ids=["bullets", "numbers", "in a line", "picture"],
)
def test_markup(raw: str, expected: str) -> None:
    assert as_markdown(raw) == expected


@pytest.mark.parametrize(
    "line",
    [f"= a{' ' * 50_000}", "|" + "a=b" * 5_000, "[[" * 50_000, f"|{'a' * 50_000}"],
    ids=["spaces", "attributes", "links", "a long word"],
)
def test_no_line_takes_long(line: str) -> None:
    page = f"== Pupuk ==\n'mahal'\n{{|\n{line}\n|}}\n{line}\n== Pompa ==\n"
    assert is_wikitext(page) and "Pompa" in as_markdown(page)


@pytest.mark.parametrize(
    "text",
    ["== Pupuk ==\nmahal\n== Pompa ==\nrusak\n", "Harga naik [[lihat lampiran]]\n", "=====\n'''\n=====\n"],
    ids=["headings alone", "brackets alone", "rules"],
)
def test_other_texts_are_no_page(text: str) -> None:
    assert not is_wikitext(text)
