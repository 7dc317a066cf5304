"""Lines joined into paragraphs, items and headings."""

from typing import Any

import pytest

from notula.models.source import Box, Line, Source
from notula.pipeline.structure.frames import Frame

PLAIN = "text/plain"

WRAPPED = """
Rapat dibuka oleh ketua rukun warga dengan menyampaikan bahwa iuran bulan
ini belum terkumpul seluruhnya karena sebagian warga masih berada di luar
kota.
Bendahara melaporkan sisa kas sebesar dua juta rupiah dan mengusulkan agar
pembelian lampu ditunda sampai bulan depan.
1. Iuran warga ditagih oleh ketua blok masing-masing paling lambat tanggal
   sepuluh.
2. Lampu jalan diperiksa oleh seksi sarana dan prasarana bersama petugas
   ronda malam.
"""


def shapes(blocks: tuple[Any, ...]) -> list[tuple[str, str]]:
    return [(block.marker or block.kind, block.text) for block in blocks]


def test_wrapped_text_is_put_together(minutes: Any) -> None:
    assert shapes(minutes.blocks(WRAPPED)) == [
        (
            "paragraph",
            "Rapat dibuka oleh ketua rukun warga dengan menyampaikan bahwa iuran bulan "
            "ini belum terkumpul seluruhnya karena sebagian warga masih berada di luar kota.",
        ),
        (
            "paragraph",
            "Bendahara melaporkan sisa kas sebesar dua juta rupiah dan mengusulkan agar "
            "pembelian lampu ditunda sampai bulan depan.",
        ),
        ("1.", "Iuran warga ditagih oleh ketua blok masing-masing paling lambat tanggal sepuluh."),
        ("2.", "Lampu jalan diperiksa oleh seksi sarana dan prasarana bersama petugas ronda malam."),
    ]


@pytest.mark.parametrize(
    ("lengths", "right"),
    [
        pytest.param([*[60] * 12, 20, 30, 140], 360, id="one-runs-on"),
        pytest.param([20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 140], 840, id="none-end-alike"),
        pytest.param([60] * 6 + [140] * 6, 840, id="many-run-on"),
    ],
)
def test_where_the_lines_of_plain_text_end(lengths: list[int], right: float) -> None:
    assert Frame.of([[Line("a" * length) for length in lengths]], wrapped=True).whole.right == right


def page(*rows: tuple[str, float, float], width: float = 5.0) -> Source:
    """A printed page of lines as (text, left edge, top)."""
    found = [
        Line(text, box=Box(1, left, top, left + width * len(text), top + 11), size=11, indent=left)
        for text, left, top in rows
    ]
    return Source("application/pdf", tuple(found), pages=1, wrapped=True)


FULL = "Rapat membahas perbaikan pompa air di tiga dusun bersama warga"
OTHER = "Sumur Dusun Timur dan Dusun Barat diperiksa bersama warga desa"


def test_capitals_after_a_blank_line_are_a_heading(minutes: Any) -> None:
    found = minutes.blocks("SARANA\n- lampu jalan di ujung gang dua padam lagi\n\nKEAMANAN\n- ronda malam tetap\n")
    assert [block.text for block in found][1:3] == ["lampu jalan di ujung gang dua padam lagi", "KEAMANAN"]


def test_a_label_in_small_letters_after_a_blank_line_begins_a_block(minutes: Any) -> None:
    found = minutes.blocks("yang hadir: Rani, Dodi, Bagus, Bu Lestari\n\npembagian tugas\n- Rani: cari tenda\n")
    assert [block.text for block in found][1] == "pembagian tugas"


@pytest.mark.parametrize("title", ["dr. Rani", "drg. Wulan", "apt. Dodi"])
def test_a_title_in_small_letters_begins_anew(minutes: Any, title: str) -> None:
    found = minutes.blocks(page(("Peserta", 50, 100), (f"{title} {FULL}", 50, 114), ("dan para kader desa", 50, 128)))
    assert [block.text for block in found] == ["Peserta", f"{title} {FULL} dan para kader desa"]


def test_a_word_in_small_letters_carries_on(minutes: Any) -> None:
    found = minutes.blocks(page((f"{FULL} menurut", 50, 100), (f"dr. Rani {FULL}", 50, 114), ("dan kader", 50, 128)))
    assert [block.text for block in found] == [f"{FULL} menurut dr. Rani {FULL} dan kader"]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        pytest.param(
            (("- Data sumur dikirim kepada", 70, 100), ("Sekretariat Tim:", 70, 114), (f"- Pompa {FULL}", 70, 128)),
            ["Data sumur dikirim kepada Sekretariat Tim:", f"Pompa {FULL}"],
            id="before-a-colon",
        ),
        pytest.param(
            ((f"- {FULL} pada", 70, 100), ("27 desa", 50, 114)), [f"{FULL} pada 27 desa"], id="left-of-its-mark"
        ),
        pytest.param(
            ((f"1. {FULL} dibantu oleh", 50, 100), ("Sekretaris.", 50, 114)),
            [f"{FULL} dibantu oleh Sekretaris."],
            id="a-word-that-signs",
        ),
        pytest.param(
            ((f"{FULL} tabel", 50, 100), ("– pipa, dibahas lagi dua minggu kemudian", 50, 114)),
            [f"{FULL} tabel – pipa, dibahas lagi dua minggu kemudian"],
            id="a-dash-in-a-sentence",
        ),
        pytest.param(
            ((FULL, 50, 100), ("bersama warga", 50, 113), (f"{OTHER[:40]}", 50, 129), ("juga", 50, 142)),
            [f"{FULL} bersama warga", f"{OTHER[:40]} juga"],
            id="a-little-white-above-a-capital",
        ),
        pytest.param(
            (("Parung, 4 Maret 2024", 260, 100), ("Kepala Desa", 260, 114)),
            ["Parung, 4 Maret 2024", "Kepala Desa"],
            id="place-and-day-of-a-signature",
        ),
    ],
)
def test_lines_that_break_off(minutes: Any, rows: tuple[tuple[str, float, float], ...], texts: list[str]) -> None:
    assert [block.text for block in minutes.blocks(page(*rows))] == texts


def test_a_centred_line_that_breaks_off_in_a_date(minutes: Any) -> None:
    source = page(("Rakor pompa di kantor kecamatan, Senin 4", 80, 100), ("Maret 2024 jam 9, dipimpin Camat", 90, 114))
    centred = tuple(line._replace(align="center") for line in source.content if isinstance(line, Line))
    found = minutes.blocks(Source("application/pdf", centred, pages=1, wrapped=True))
    assert [block.text for block in found] == [
        "Rakor pompa di kantor kecamatan, Senin 4 Maret 2024 jam 9, dipimpin Camat"
    ]


def test_text_after_a_blank_line_further_left_is_a_paragraph_of_its_own(minutes: Any) -> None:
    found = minutes.blocks(
        """
        Peserta   : Dinas Pertanian, Dinas Sosial, Dinas Kesehatan, Satpol
                    PP, para camat, kelompok tani, penyuluh, kader posyandu

        Dengan hormat dilaporkan kepada Bupati hasil rapat yang diadakan di
        aula dan dihadiri oleh semua yang tersebut pada daftar peserta di
        atas.
        """
    )
    assert [block.text.split()[0] for block in found] == ["Peserta", "Dengan"]


@pytest.mark.parametrize(
    ("below", "joined"),
    [
        pytest.param("Kandang kelompok disemprot dua kali.", False, id="a sentence"),
        pytest.param("pedagang ternak setempat.", True, id="the rest of one"),
        pytest.param("\fWonosari pada pekan ini.", True, id="on the next page"),
    ],
)
def test_what_stands_below_a_full_line_and_a_blank_one(minutes: Any, below: str, joined: bool) -> None:
    full = "Peserta rapat kali ini adalah para peternak sapi, penyuluh, dan perwakilan"
    found = minutes.blocks(f"{WRAPPED}\n{full}\n\n{below}\n")
    assert found[-1].text == (f"{full} {below.lstrip(chr(12))}" if joined else below)


def test_a_heading_in_capitals_ends_above_small_letters_however_long_it_is(minutes: Any) -> None:
    heading = "KELOMPOK TERNAK SAPI POTONG \"LEMBU MAKMUR\" - KECAMATAN GIRISUBO"
    found = minutes.blocks(f"{heading}\ncatatan kumpulan bulanan anggota\n\n{WRAPPED}")
    assert [block.text for block in found][:2] == [heading, "catatan kumpulan bulanan anggota"]


def test_an_hour_that_begins_a_line_is_no_list_mark(minutes: Any) -> None:
    said = "Pembagian air ke blok utara dan blok barat sebaiknya dipindah ke jam"
    found = minutes.blocks(f"{WRAPPED}\n{said}\n04.30 supaya giliran sawah lain tidak terganggu.\n")
    assert found[-1].text == f"{said} 04.30 supaya giliran sawah lain tidak terganggu."


def test_a_compound_mark_begins_an_item(minutes: Any) -> None:
    found = minutes.blocks(f"{WRAPPED}\n1. Air\n1.10. pompa diperbaiki\n1.11. pipa diganti\n")
    assert [block.marker for block in found[-3:]] == ["1.", "1.10.", "1.11."]


def test_capitals_inside_a_sentence_are_no_heading(minutes: Any) -> None:
    written = (
        "Rapat membahas usulan dari kelompok tani dan peternak mengenai RENCANA\n"
        "DEFINITIF KEBUTUHAN KELOMPOK (RDKK) TAHUN DEPAN SERTA PUPUK BERSUBSIDI\n"
        "yang akan dibawa oleh penyuluh ke kantor kecamatan pada bulan ini."
    )
    assert minutes.blocks(f"{WRAPPED}\n{written}\n")[-1].text == written.replace("\n", " ")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [(FULL, 70, 60), ("dan perangkat desa.", 70, 75)], [f"{FULL} dan perangkat desa."], id="full-line-goes-on"
        ),
        pytest.param(
            [(FULL, 70, 60), ("Pompa kedua", 70, 75), ("Pompa ketiga", 70, 90)],
            [f"{FULL} Pompa kedua", "Pompa ketiga"],
            id="short-line-ends-a-paragraph",
        ),
        pytest.param(
            [(FULL, 70, 60), (OTHER, 70, 75), (FULL[6:] + " kelak", 70, 90), ("Warga setuju", 70, 140)],
            [f"{FULL} {OTHER} {FULL[6:]} kelak", "Warga setuju"],
            id="gap-ends-a-paragraph",
        ),
        pytest.param([(FULL, 70, 60), ("Tempat: Aula", 70, 75)], [FULL, "Tempat: Aula"], id="label-begins-anew"),
        pytest.param([(FULL, 70, 60), ("Kesimpulan", 70, 75)], [FULL, "Kesimpulan"], id="heading-begins-anew"),
        pytest.param(
            [(FULL, 70, 60), ("peserta rapat.", 70, 75)], [f"{FULL} peserta rapat."], id="label-ends-a-sentence"
        ),
        pytest.param([(FULL, 70, 60), ("1. Pompa", 70, 75)], [FULL, "Pompa"], id="item-begins-anew"),
        pytest.param([(FULL, 70, 60), ("Mengetahui,", 70, 75)], [FULL, "Mengetahui,"], id="signature-begins-anew"),
        pytest.param(
            [("1. " + FULL, 88, 60), ("bersama perangkat.", 106, 75), ("Warga", 70, 90)],
            [f"{FULL} bersama perangkat.", "Warga"],
            id="item-goes-on-further-in",
        ),
        pytest.param(
            [("1. " + FULL, 88, 60), ("Warga", 70, 75)],
            [FULL, "Warga"],
            id="step-left-ends-an-item",
        ),
        pytest.param(
            [("Bagus Prakoso, ketua rukun warga\tWulan Sari Putri, sekretaris", 70, 60), ("Rani\tDodi", 70, 75)],
            ["Bagus Prakoso, ketua rukun warga\tWulan Sari Putri, sekretaris", "Rani\tDodi"],
            id="side-by-side",
        ),
        pytest.param([(FULL.upper(), 70, 60), ("Seksi Sarana", 70, 75)], [FULL.upper(), "Seksi Sarana"], id="capitals"),
        pytest.param([(": 1. Pompa", 70, 60), ("2. Lampu", 70, 75)], ["Pompa", "Lampu"], id="list-behind-a-colon"),
        pytest.param(
            [("Bagus Prakoso - Ketua", 70, 60), ("Wulan Sari P - Notulis", 70, 75)],
            ["Bagus Prakoso - Ketua", "Wulan Sari P - Notulis"],
            id="entries",
        ),
        pytest.param(
            [(FULL, 70, 60), ("hadir semua. Yang memimpin: Rani", 70, 75)],
            [f"{FULL} hadir semua. Yang memimpin: Rani"],
            id="label-behind-a-sentence",
        ),
        pytest.param([(FULL, 70, 60), ("=" * 20, 70, 75)], [FULL, "=" * 20], id="rule-of-signs"),
        pytest.param(
            [("Warga menilai iurannya mahal sekali bagi pensiunan. Bu Rani:", 70, 60), ("baik, kami hitung", 70, 75)],
            ["Warga menilai iurannya mahal sekali bagi pensiunan. Bu Rani: baik, kami hitung"],
            id="what-somebody-says",
        ),
        pytest.param(
            [("Sewa tenda untuk panggung besar → Dodi Pratama", 70, 60), ("Cetak undangan → Rani", 70, 75)],
            ["Sewa tenda untuk panggung besar → Dodi Pratama", "Cetak undangan → Rani"],
            id="entries-with-arrows",
        ),
        pytest.param(
            [("Dodi dan Rani: sewa tenda untuk panggung besar", 70, 60), ("Wulan: cetak undangan", 70, 75)],
            ["Dodi dan Rani: sewa tenda untuk panggung besar", "Wulan: cetak undangan"],
            id="entries-with-names",
        ),
        pytest.param(
            [("Kepala Dusun: Dodi Pratama; Sekretaris", 70, 60), ("Dusun: Rani", 70, 75)],
            ["Kepala Dusun: Dodi Pratama; Sekretaris Dusun: Rani"],
            id="names-in-a-row",
        ),
    ],
)
def test_lines_of_a_page(minutes: Any, rows: list[tuple[str, float, float]], expected: list[str]) -> None:
    assert [block.text for block in minutes.blocks(page(*rows))] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [Line("Rapat dibuka"), Line("oleh ketua", continues=True)], ["Rapat dibuka oleh ketua"], id="soft-break"
        ),
        pytest.param([Line("Rapat dibuka"), Line("oleh ketua")], ["Rapat dibuka", "oleh ketua"], id="own-paragraphs"),
        pytest.param(
            [Line("Waktu: 09.00"), Line("Tempat: Aula", continues=True)],
            ["Waktu: 09.00", "Tempat: Aula"],
            id="soft-break-label",
        ),
        pytest.param([Line("Acara"), Line("1. Iuran", continues=True)], ["Acara", "Iuran"], id="soft-break-item"),
        pytest.param([Line("Bab", outline=1), Line("Rapat dibuka")], ["Bab", "Rapat dibuka"], id="heading"),
        pytest.param([Line("Buka", marker="1."), Line("pintu", continues=True)], ["Buka pintu"], id="item-goes-on"),
        pytest.param(
            [Line("- cat pagar"), Line("Seksi Humas :", continues=True), Line("- cetak brosur", continues=True)],
            ["cat pagar", "Seksi Humas :", "cetak brosur"],
            id="a-name-over-the-next-items",
        ),
        pytest.param(
            [Line("Iuran dibayar kepada", marker="1."), Line("Bendahara RT:", continues=True)],
            ["Iuran dibayar kepada Bendahara RT:"],
            id="a-sentence-that-leads-on",
        ),
        pytest.param(
            [Line("Iuran", marker="1."), Line("naik mulai bulan depan dengan ketentuan:", continues=True)],
            ["Iuran naik mulai bulan depan dengan ketentuan:"],
            id="the-rest-of-a-sentence",
        ),
        pytest.param(
            [Line("Buka pintu", marker="1."), Line("[3/5 14.10] Rani: siap", continues=True)],
            ["Buka pintu", "[3/5 14.10] Rani: siap"],
            id="a-message-behind-an-item",
        ),
        pytest.param([Line("Buka"), Line("  "), Line("Tutup")], ["Buka", "Tutup"], id="blank-line-is-no-block"),
    ],
)
def test_unwrapped_lines(minutes: Any, lines: list[Line], expected: list[str]) -> None:
    assert [block.text for block in minutes.blocks(Source(PLAIN, tuple(lines)))] == expected


@pytest.mark.parametrize(
    ("line", "kind", "marker", "level"),
    [
        pytest.param(Line("Rapat dibuka"), "paragraph", None, -1, id="paragraph"),
        pytest.param(Line("Pembukaan acara", outline=2), "heading", None, -1, id="heading"),
        pytest.param(Line("1. Buka"), "item", "1.", 0, id="written-marker"),
        pytest.param(Line("Buka", marker="b)", level=1), "item", "b)", 1, id="automatic-marker"),
        pytest.param(Line("Buka", marker="§"), "item", "§", 0, id="unknown-automatic-marker"),
        pytest.param(Line("Buka", marker="I.", outline=1), "item", "I.", 0, id="numbered-heading"),
    ],
)
def test_kind_of_a_block(minutes: Any, line: Line, kind: str, marker: str | None, level: int) -> None:
    (block,) = minutes.blocks(Source(PLAIN, (line,)))
    assert (block.kind, block.marker, block.level, block.outline) == (kind, marker, level, line.outline)


def test_a_box_to_tick_begins_a_block_and_ends_with_a_blank_line(minutes: Any) -> None:
    text = (
        "Kerjaan\n[ ] pesan tenda ukuran enam kali delapan ke langganan (Rina) -> sebelum tanggal 8\n"
        "[x] cetak kupon\n[ ] bersihkan balai bersama pemuda\n\nketemu lagi tanggal 12\n"
    )
    assert [block.text for block in minutes.blocks(text)] == text.replace("\n\n", "\n").splitlines()


def test_text_of_an_item_is_without_its_marker(minutes: Any) -> None:
    document = minutes.document("Pembahasan\n1. Pompa diganti\n   a) Dusun Timur\n")
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Pembahasan",
        "Pompa diganti",
        "Dusun Timur",
    ]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param("1. Pompa\n   a. Suku cadang\n   b. Teknisi\n2. Pipa", [0, 1, 1, 0], id="numbers-letters"),
        pytest.param("1. Pompa\na. Suku cadang\nb. Teknisi\n2. Pipa", [0, 1, 1, 0], id="without-indent"),
        pytest.param("- Pompa\n  - Suku cadang\n- Pipa", [0, 1, 0], id="bullets"),
        pytest.param("A. Air\n1. Pompa\n2. Pipa\nB. Lampu\n1. Tiang", [0, 1, 1, 0, 1], id="chapters"),
        pytest.param("1. Air\n1.1 Pompa\n1.2 Pipa\n2. Lampu\n2.1 Tiang", [0, 1, 1, 0, 1], id="compound"),
        pytest.param("1. Air\nKeterangan singkat\n2. Lampu", [0, -1, 0], id="paragraph-between"),
        pytest.param("# Air\n1. Pompa\n# Lampu\n1. Tiang\n2. Kabel", [-1, 0, -1, 0, 0], id="headings-between"),
    ],
)
def test_levels(minutes: Any, text: str, levels: list[int]) -> None:
    assert [block.level for block in minutes.blocks(text)] == levels


def test_a_line_in_bold_over_a_break_stands_alone(minutes: Any) -> None:
    lines = (
        Line("Rapat Komite dan Wali Murid", bold=True),
        Line("ditulis admin", continues=True),
        Line("Iuran", bold=True),
        Line("Tunggakan dibahas.", continues=True),
    )
    found = [block.text for block in minutes.blocks(Source(PLAIN, lines))]
    assert found == ["Rapat Komite dan Wali Murid", "ditulis admin", "Iuran", "Tunggakan dibahas."]


def test_block_is_bold_where_all_of_its_lines_are(minutes: Any) -> None:
    lines = (
        Line("Rapat", bold=True),
        Line("dibuka", bold=True, continues=True),
        Line("Warga", bold=True),
        Line("setuju", continues=True),
    )
    assert [block.bold for block in minutes.blocks(Source(PLAIN, lines))] == [True, False]


def test_lines_are_full_where_their_column_ends(minutes: Any) -> None:
    left = [
        "Pompa di Dusun Timur",
        "Diganti karena rusak",
        "Sejak bulan Januari,",
        "Biayanya dari kas RT",
        "Kata ketua",
        "Warga",
    ]
    right = ["Lampu di Dusun Barat", "Dipasang oleh petugas", "Bersama pemuda desa"]
    rows = [
        (text, edge, 60.0 + 15 * at)
        for edge, part in ((70.0, left), (330.0, right * 2))
        for at, text in enumerate(part)
    ]
    first, second, *_ = minutes.blocks(page(*rows))
    assert first.text == " ".join(left[:5])
    assert second.text == "Warga"


def test_labels_set_out_under_a_heading_in_capitals_are_no_wrapped_lines(minutes: Any) -> None:
    lines = "PEMBAGIAN TUGAS\nparkir     : Rina\nkonsumsi   : Ketut\n"
    assert [text for _, text in shapes(minutes.blocks(WRAPPED + "\n" + lines))][-3:] == [
        "PEMBAGIAN TUGAS", "parkir\t: Rina", "konsumsi\t: Ketut",
    ]  # fmt: skip


FULL = "kas bulan ini tinggal sedikit karena dipakai beli cat dan kuas untuk pagar,"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["rani -> pesan tenda", "dodi -> cetak undangan", "seksi dapur => beli gas"], 3),
        (["rani pesan tenda", "dodi cetak undangan"], 2),
        (["Rani pesan tenda", "dan kursi"], 1),
        (["rani pesan tenda untuk", "pentas"], 1),
        ([FULL, "sisanya disimpan bendahara"], 1),
    ],
    ids=["arrows", "small letters", "a sentence", "broken off", "full line"],
)
def test_lines_of_plain_text_in_small_letters(lines: list[str], blocks: int, minutes: Any) -> None:
    talk = [FULL.capitalize(), *[FULL] * 5, "lalu sisanya disimpan.", ""]  # lines that wrap
    text = "\n".join(["NOTULEN RAPAT WARGA", "", *talk, *talk, *lines])
    assert len(minutes.blocks(text)) == 3 + blocks
