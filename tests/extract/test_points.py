"""The points of a section and what hangs under each."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.extract.points import find_points, is_intro
from notula.pipeline.extract.scope import Scope

ScopeOf = Callable[..., Scope]
HEAD = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\nTanggal: 8 Mei 2023\n\n"


def blocks_of(scope: Scope, kind: SectionKind) -> tuple[Block, ...]:
    (section,) = scope.sections.of(kind)
    return section.blocks


POINTS = {
    "numbered": ("1. Membeli pupuk\n2. Menjual panen", ["Membeli pupuk", "Menjual panen"]),
    "dashes": ("- Membeli pupuk\n- Menjual panen", ["Membeli pupuk", "Menjual panen"]),
    "brackets": ("1) Membeli pupuk\n2) Menjual panen", ["Membeli pupuk", "Menjual panen"]),
    "paragraphs": ("Membeli pupuk di koperasi.\n\nMenjual panen ke kota.",
                   ["Membeli pupuk di koperasi.", "Menjual panen ke kota."]),
    "introduction": ("Tindak lanjut rapat adalah sebagai berikut:\n1. Membeli pupuk\n2. Menjual panen",
                     ["Membeli pupuk", "Menjual panen"]),
    "wrapped line": ("1. Membeli pupuk\n   di koperasi\n2. Menjual panen", ["Membeli pupuk di koperasi",
                                                                            "Menjual panen"]),
    "parts of one item and of more": ("Seksi Acara:\n- susun jadwal\n- cari MC\nHumas:\n- cetak brosur",
                                      ["susun jadwal", "cari MC", "cetak brosur"]),
    "one point": ("1. Membeli pupuk", ["Membeli pupuk"]),
    "group by party": ("1. Dinas Pertanian:\n   a. Membeli pupuk untuk anggota baru\n   b. Menjual panen ke pasar kota",
                       ["Membeli pupuk untuk anggota baru", "Menjual panen ke pasar kota"]),
    "field lines": ("- Membeli pupuk\n  PIC: Dewi Anjani\n- Menjual panen\n  PIC: Rudi Hartono",
                    ["Membeli pupuk PIC: Dewi Anjani", "Menjual panen PIC: Rudi Hartono"]),
    "words that only head lists": ("- Pupuk\n  - beli urea\n  - beli NPK\n- Panen\n  - jual kopi",
                                   ["beli urea", "beli NPK", "jual kopi"]),
    "heading over one item": ("Pengadaan pupuk:\n- membeli urea\nPenjualan panen:\n- mengirim contoh",
                              ["Pengadaan pupuk: - membeli urea", "Penjualan panen: - mengirim contoh"]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), POINTS.values(), ids=POINTS.keys())
def test_points(lines: str, expected: list[str], scope_of: ScopeOf) -> None:
    scope = scope_of(f"{HEAD}Tindak Lanjut\n{lines}\n")
    blocks = [block for section in scope.sections.of(SectionKind.FOLLOW_UPS) for block in section.blocks]
    assert [scope.text(point.start, point.end) for point in find_points(blocks)] == expected


def test_a_group_is_kept_with_its_points(scope_of: ScopeOf) -> None:
    scope = scope_of(f"{HEAD}Tindak Lanjut\n{POINTS['group by party'][0]}\n")
    groups = [point.group for point in find_points(blocks_of(scope, SectionKind.FOLLOW_UPS))]
    assert [group.text if group else None for group in groups] == ["Dinas Pertanian:", "Dinas Pertanian:"]


def test_a_point_spans_what_hangs_under_it(scope_of: ScopeOf) -> None:
    lines = "1. Pupuk dibagi menurut luas lahan anggota.\n   a. kering\n   b. basah\n2. Panen dijual ke kota."
    scope = scope_of(f"{HEAD}Kesimpulan\n{lines}\n")
    points = find_points(blocks_of(scope, SectionKind.AGREEMENTS), groups=False)
    assert [(point.block.text, [each.text for each in point.under]) for point in points] == [
        ("Pupuk dibagi menurut luas lahan anggota.", ["kering", "basah"]),
        ("Panen dijual ke kota.", []),
    ]
    assert points[0].end == points[0].under[-1].end


def test_decisions_under_topics_are_points_of_their_own(scope_of: ScopeOf) -> None:
    below = "\n   - Pupuk dibagi menurut lahan.\n   - Panen dijual ke kota.\n"
    scope = scope_of(f"{HEAD}Kesimpulan\nA. PUPUK{below}B. PANEN{below}")
    points = find_points(blocks_of(scope, SectionKind.AGREEMENTS), groups=False)
    assert [point.block.text for point in points] == ["Pupuk dibagi menurut lahan.", "Panen dijual ke kota."] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat menyepakati hal-hal sebagai berikut:", True),
        ("Peserta menyimpulkan beberapa hal:", True),
        ("Rapat memutuskan:", True),
        ("Keputusan rapat antara lain", True),
        ("Rapat memutuskan pupuk dibagi rata.", False),
        ("Membeli pupuk", False),
    ],
)
def test_is_intro(text: str, expected: bool) -> None:
    assert is_intro(Block("paragraph", 0, len(text), text)) is expected


def test_a_paragraph_whose_first_line_alone_is_set_in_does_not_hang_under_an_item(scope_of: ScopeOf) -> None:
    scope = scope_of(f"{HEAD}Tindak Lanjut\n- Membeli pupuk\n\n        Ketua mengajak semua berdoa.\n")
    item, told = blocks_of(scope, SectionKind.FOLLOW_UPS)
    first = told.lines[0]
    wrapped = replace(told, lines=(first, replace(first, line=first.line._replace(indent=0.0))))
    assert [len(find_points([item, block])) for block in (told, wrapped)] == [1, 2]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Pupuk dibagi rata kepada semua anggota kelompok.\n\n3. Hasil panen dijual ke kota bulan depan.",
            ["Pupuk dibagi rata kepada semua anggota kelompok.", "Hasil panen dijual ke kota bulan depan."],
        ),
        (
            "Pupuk dibagi rata kepada semua anggota kelompok.\n\n1. Hasil panen dijual ke kota bulan depan.",
            ["Pupuk dibagi rata kepada semua anggota kelompok."],
        ),
        (
            "Pupuk dibagi rata kepada semua anggota kelompok.\n\n3. Panen",
            ["Pupuk dibagi rata kepada semua anggota kelompok."],
        ),
    ],
    ids=["further-on-in-the-list", "the-first-of-its-list", "a-word"],
)
def test_a_sentence_before_a_numbered_decision(lines: str, expected: list[str], scope_of: ScopeOf) -> None:
    scope = scope_of(f"{HEAD}Kesimpulan\n{lines}\n")
    points = find_points(blocks_of(scope, SectionKind.AGREEMENTS), groups=False)
    assert [point.block.text for point in points] == expected


def test_headings_of_the_outline_part_decisions(scope_of: ScopeOf) -> None:
    parts = "### Jadwal\n\n- Panen hari Minggu\n\n### Orang\n\nDewi menjadi bendahara kelompok.\n"
    text = f"# Notula Rapat Panen\n\nTanggal: 8 Mei 2023\n\n## Keputusan\n\n{parts}"
    points = find_points(blocks_of(scope_of(text, ".md"), SectionKind.AGREEMENTS), groups=False)
    assert [point.block.text for point in points] == ["Panen hari Minggu", "Dewi menjadi bendahara kelompok."]
