"""What the readers share."""

import pytest

from notula.models.source import Cell, Line, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import lines
from notula.pipeline.read.glyphs import bullet, glyph, plain_signs, with_lost_bullets
from notula.pipeline.read.lines import (
    check_grid,
    columns,
    decode,
    is_pipe_rule,
    is_rule,
    is_wrapped,
    lines_in,
    split_lines,
    tidy,
)
from notula.pipeline.read.runs import Merged, Run, merge

SAMPLE = "Jum’at – selesai"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SAMPLE.encode(), id="UTF-8"),
        pytest.param(SAMPLE.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(SAMPLE.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(b"\xfe\xff" + SAMPLE.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(SAMPLE.encode("cp1252"), id="Windows-1252"),
        pytest.param(SAMPLE.encode("utf-32"), id="UTF-32 with a mark"),
    ],
)
def test_charsets(data: bytes) -> None:
    assert decode(data) == SAMPLE


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(name: str) -> None:
    assert decode("Rapat dinas".encode(name)) == "Rapat dinas"


def test_a_few_broken_bytes_do_not_make_utf_8_something_else() -> None:
    assert decode(("–" * 9).encode() + b"\xff") == "–" * 9 + "\ufffd"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("iso-8859-1", "’"), ("windows-1252", "’"), ("utf-8", "’"), ("no-such", "’"), ("koi8-r", "▓"), (None, "’"),
    ],
)  # fmt: skip
def test_a_declared_charset(declared: str | None, text: str) -> None:
    """What is declared counts where the bytes fit it; ISO-8859-1 means Windows-1252."""
    assert decode(b"\x92", declared) == text


def test_lines_end_in_many_ways() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e") == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("limit", ["MAX_CHARS", "MAX_LINES"])
def test_text_over_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(lines, limit, 3)
    with pytest.raises(DocumentError) as caught:
        split_lines("a\nb\nc\nd\n")
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    ("text", "width"), [("x", 0), ("   x", 3), ("\tx", 8), ("  \tx", 8), ("\t x", 9), ("\u00a0x", 1), ("", 0)],
)  # fmt: skip
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (" a ", "a"), ("a  b", "a b"), ("a   b", "a\tb"), ("a \t\t b", "a\tb"), ("a\u00a0\u00a0\u00a0b", "a\tb"),
        ("\x07a\x1ab\x90", "ab"), ("a\nb\u2028c", "a b c"),
    ],
)  # fmt: skip
def test_tidy(raw: str, text: str) -> None:
    assert tidy(raw) == text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("----", True), ("====", True), (" * * * ", True), ("####", True), ("____", True), ("--", False), ("-", False),
        ("- - x", False), ("-=-=", False), ("....", False), ("", False),
    ],
)  # fmt: skip
def test_rules(text: str, rule: bool) -> None:
    assert is_rule(text) is rule


WRAPPED = [
    "Rapat membahas penyusunan jadwal panen raya yang akan dilaksanakan",
    "oleh kelompok tani bersama penyuluh lapangan pada akhir musim ini dan",
    "pembagian air irigasi yang selama ini belum merata di tiap blok.",
]


_OPEN = "Kelompok tani membahas jadwal panen raya serta pembagian air di tiap"
OVER_ITEMS = [
    *(_OPEN, "blok sawah.", _OPEN, "Desa Suka.", _OPEN, "Dusun Timur."),
    *(f"{number}. kirim data warga tiap blok sawah ke kantor desa juga" for number in range(1, 5)),
]
UNDER_ITEMS = [
    *("- Bibit diambil dari gudang, dibagi Rina sama", "  Ketut ke blok timur", "- air dibagi dua"),
    *("- Pompa blok barat mati, nanti dibawa ke", "  Bengkel Jaya"),
]
LOWER_CASE = [
    "parkir",
    "tiket dicetak dua warna, merah utk motor, biru utk mobil",
    "uang parkir disetor tiap selesai jaga",
    "spanduk",
    "bikin 4 biji, dipasang di depan sama belakang",
    "desain minta tolong anak rt",
    "lain2",
    "lampu gudang mati, minta tolong satpam pasar",
    "kas",
    "saldo 2 jt lebih, belum dipotong buat sapu",
    "iuran",
]


LATER = [
    "Kandang kelompok sudah disemprot dua kali dan pakan masih cukup buat",
    "tiga minggu. Susanti mencatat bobot sapi tiap Senin lalu hasilnya",
    "ditempel di papan supaya semua anggota bisa ikut melihat kemajuan",
    "penggemukan.",
    "Mesin pencacah rumput macet lagi karena pisaunya tumpul, yang baru",
    "masih dipesan dan baru sampai bulan depan menurut penjual di pasar",
    "hewan.",
    "Listrik aman.",
]
LATER_LONG = "Susulan dari grup: " + "Bu Endah menanyakan harga konsentrat ke toko tani langganan " * 2
SHORT_AND_LONG = [
    "sapi",
    "pakan masih cukup buat tiga minggu lagi kalau tidak ada yang",
    "bobot ditimbang tiap senin",
    "mesin pencacah rumput macet lagi karena pisaunya tumpul",
    "listrik aman",
    "kandang disemprot dua kali",
    "iuran",
    "belum lunas delapan orang, ditagih lagi pas kumpulan nanti",
]


@pytest.mark.parametrize(
    ("texts", "wrapped"),
    [
        pytest.param(WRAPPED, True, id="broken at a margin"),
        pytest.param([*WRAPPED, "1\tpanen raya\t" + "kelompok tani " * 9], True, id="over the row of a table"),
        pytest.param([" ".join(WRAPPED)] * 4, False, id="a paragraph a line"),
        pytest.param(["Satu kalimat pendek yang panjangnya sama semua di sini."] * 5, False, id="sentences"),
        pytest.param(OVER_ITEMS, True, id="over a list without full stops"),
        pytest.param(LOWER_CASE, False, id="a note a line, in lower case"),
        pytest.param(UNDER_ITEMS, True, id="going on under items"),
        pytest.param(["1. Nama : Rina", "   Tugas : doa", "2. Nama : Joko", "   Tugas : acara"], False, id="labels"),
        pytest.param([line.strip() for line in UNDER_ITEMS], False, id="lines between items"),
        pytest.param([text.lower() for text in WRAPPED], True, id="broken at a margin, in lower case"),
        pytest.param(["- kirim surat", "- siapkan ruang", "- undang warga"], False, id="short notes"),
        pytest.param([*LATER, LATER_LONG], True, id="a sentence put in later runs on beyond the margin"),
        pytest.param([*LATER[:4], LATER_LONG], False, id="too few lines to tell of one"),
        pytest.param([*SHORT_AND_LONG, LATER_LONG], False, id="notes of any length in lower case"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_wrapped(texts: list[str], wrapped: bool) -> None:
    assert is_wrapped(texts) is wrapped


def test_all_lines_of_a_content() -> None:
    inner = Table((Cell(0, 0, (Line("c"),)),), 1, 1)
    content = (Line("a"), Table((Cell(0, 0, (Line("b"), inner)),), 1, 1), Line("d"))
    assert [line.text for line in lines_in(content)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("runs", "merged"),
    [
        pytest.param([Run("a", True), Run(" :")], Merged("a :", True, False), id="bold but for a sign"),
        pytest.param([Run("a", True), Run("b")], Merged("ab", False, False), id="bold in part"),
        pytest.param([Run("a", struck=True), Run("b")], Merged("b", False, False), id="struck in part"),
        pytest.param([Run("a" * 9, struck=True), Run("b")], Merged("a" * 9 + "b", False, True), id="nearly all struck"),
        pytest.param([Run("a b cd", struck=True), Run(" done")], Merged("a b cd done", False, True), id="remark"),
        pytest.param(
            [Run("☐ beli cat", struck=True), Run(" sudah, tinggal bayar di toko")],
            Merged("☐ beli cat sudah, tinggal bayar di toko", False, True),
            id="longer remark",
        ),
        pytest.param(
            [Run("cetak buku tamu", struck=True), Run(" tidak jadi, pakai yang lama")],
            Merged("cetak buku tamu tidak jadi, pakai yang lama", False, True),
            id="dropped",
        ),
        pytest.param(
            [Run("Rina mencetak buku", struck=True), Run("Ketut mencetak buku")],
            Merged("Ketut mencetak buku", False, False),
            id="another instead",
        ),
        pytest.param(
            [Run("cetak buku", struck=True), Run(" selesai 5 Mei")], Merged(" selesai 5 Mei", False, False), id="a day"
        ),
        pytest.param([Run("-", struck=True)], Merged("-", False, False), id="a sign struck"),
        pytest.param([], Merged("", False, False), id="nothing"),
    ],
)
def test_merge(runs: list[Run], merged: Merged) -> None:
    assert merge(runs) == merged


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        (0xF0B7, "Symbol", "•"),
        (0xB7, "Symbol", "•"),
        (0xF0A7, "Wingdings", "▪"),
        (0xF0A7, "Symbol", "♣"),
        (0x28, "Symbol", "("),
        (0xF041, "Wingdings 2", ""),
        (0xF0FC, None, "✓"),
        (0xF0B7, None, "•"),
        (0x41, "Arial", "A"),
        (0x2713, "Segoe UI", "✓"),
        (0xD800, None, ""),
        (5, None, ""),
    ],
)
def test_glyphs(code: int, font: str | None, shown: str) -> None:
    assert glyph(code, font) == shown


def test_private_signs_in_text() -> None:
    assert plain_signs("\uf0b7 satu \uf0ffdua") == "• satu dua"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Hasil:\n? Iuran naik\n ?  Pompa dibeli", "Hasil:\n• Iuran naik\n •  Pompa dibeli", id="a-list"),
        pytest.param("\ufffd Iuran\n\ufffd Pompa", "• Iuran\n• Pompa", id="signs-for-what-is-lost"),
        pytest.param("Siapa\n? Dodi", "Siapa\n? Dodi", id="one-line"),
        pytest.param("?Iuran?\n?Pompa?", "?Iuran?\n?Pompa?", id="quotation-marks"),
    ],
)
def test_bullets_that_an_encoding_lost(text: str, shown: str) -> None:
    assert with_lost_bullets(text) == shown


def test_bullets_without_a_known_sign() -> None:
    assert (bullet("\uf0ff", "Webdings"), bullet("\uf0ff", None), bullet("*", None)) == ("•", "•", "*")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("|---|:-:|", True),
        ("--- | ---", True),
        ("| - | - |", True),
        ("---", False),
        ("| a | - |", False),
        ("|||", False),
    ],
)
def test_pipe_rules(text: str, rule: bool) -> None:
    assert is_pipe_rule(text) is rule


def test_tables_of_absurd_size_are_refused() -> None:
    check_grid(1000, 1000)
    with pytest.raises(DocumentError) as caught:
        check_grid(1000, 1001)
    assert caught.value.code == "too_large"
