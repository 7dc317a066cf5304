"""The language layer: tokens, sentences, institutions, people, verb forms."""

from itertools import product
from pathlib import Path

import pytest

from notula.pipeline.language import OrganizationMatch, Token, VerbForm, get_language
from notula.pipeline.language.sentences import Sentences
from notula.pipeline.language.tokens import Words
from notula.pipeline.lexicon import fingerprint_of, load_lexicon

LEXICON = load_lexicon()
LANGUAGE = get_language(LEXICON)


def words(text: str) -> list[str]:
    return [token.text for token in LANGUAGE.tokens(text)]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in LANGUAGE.sentences(text)]


@pytest.mark.parametrize(
    "word",
    [
        "K/L", "s/d", "a/n", "2021-2022", "Rp5.000.000,-", "5.000,-", "Rp12.500,00", "Jl.", "JL.", "Bpk.", "Kab.",
        "Yth.", "PT.", "Tbk.",
        "data-data", "e-planning", "15/03/2021", "15-03-2021", "12/KEP/2021", "005/421/Bag.Um/2020", "ke-3", "S.Kom.",
        "M.Si", "S.Pd.MM",
        "s.d.", "Dr.", "dr.", "No.", "a.n.", "dll.", "H-7", "Hj.", "Sdr.", "Br.", "15.00", "09:30", "08.00-11.00",
        "Jum'at", "Lt.",
    ],
)  # fmt: skip
def test_stays_one_token(word: str) -> None:
    assert words(f"lihat {word} itu") == ["lihat", word, "itu"]
    assert words(f"({word}, itu") == ["(", word, ",", "itu"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat ditutup.", ["Rapat", "ditutup", "."]),
        ("PIC:Rani", ["PIC", ":", "Rani"]),
        ("BPS/Bappenas", ["BPS", "/", "Bappenas"]),
        ("selesai.Rapat", ["selesai", ".", "Rapat"]),
        ("Rani,Beni;Tono", ["Rani", ",", "Beni", ";", "Tono"]),
        ("(25%)", ["(", "25%", ")"]),
        ("“Baik”", ["“", "Baik", "”"]),
        ("dua \n kata", ["dua", "kata"]),
        ("", []),
    ],
)
def test_is_taken_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_are_slices() -> None:
    text = "Bpk. Yusuf (Bappeda) mengirim data; lihat No. 5."
    assert all(text[token.start : token.end] == token.text for token in LANGUAGE.tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hadir Dr. Rani Lestari, S.H., M.H. dari Bappeda.",
        "Surat No. 5 Tahun 2020 di Jl. Melati Lt. 3.",
        "Kasus hal. 5 dan lampiran.",
        "1. Rapat dibuka pukul 09.00",
        "b. Menyusun draf",
        "IV. Penutup",
        "Agenda: 1. Pembukaan; 2. Penutup",
        "Ketua A. Rahman dan Sr. Yasinta hadir",
        "Data s.d. Maret lengkap (lihat Tabel 1. Rekap).",
        "Laporan a.n. Kepala Dinas dikirim",
        "Nilainya Rp. 5 juta",
        "dr. Wira, Sp.OG(K), M.Kes hadir",
    ],
)
def test_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat dibuka. Peserta hadir.", ["Rapat dibuka.", "Peserta hadir."]),
        ("Selesai! Lanjut? Ya.", ["Selesai!", "Lanjut?", "Ya."]),
        ("Beli ATK, kertas, dll. Panitia membayar.", ["Beli ATK, kertas, dll.", "Panitia membayar."]),
        ("Berlaku sejak 2021. Rapat ditutup.", ["Berlaku sejak 2021.", "Rapat ditutup."]),
        ("Ia setuju. “Baik.” Rapat usai.", ["Ia setuju.", "“Baik.”", "Rapat usai."]),
        ("Berkas dikelola unit R. Ia akan pindah.", ["Berkas dikelola unit R.", "Ia akan pindah."]),
        ("Panitia memilih opsi B. Ketua menyurati camat.", ["Panitia memilih opsi B.", "Ketua menyurati camat."]),
        ("Laporan dibaca oleh R. Wijaya kemarin.", ["Laporan dibaca oleh R. Wijaya kemarin."]),
        ("Surat dari Direktur Jenderal. Berkas lengkap.", ["Surat dari Direktur Jenderal.", "Berkas lengkap."]),
        ("Hadir 5 unit. 25 orang ikut.", ["Hadir 5 unit.", "25 orang ikut."]),
        ("a. Data siap. b. Surat dikirim.", ["a. Data siap.", "b. Surat dikirim."]),
        ("Kuota habis. @tegar membeli lagi.", ["Kuota habis.", "@tegar membeli lagi."]),
        ("Kuota habis. *Tegar* membeli lagi.", ["Kuota habis.", "*Tegar* membeli lagi."]),
        ("Kegiatan selesai.Rapat ditutup.", ["Kegiatan selesai.", "Rapat ditutup."]),
        ("stok habis 12%. rina pesan karung. lihat hal. 5", ["stok habis 12%.", "rina pesan karung.", "lihat hal. 5"]),
        ("tanya kab. jateng dan pak kep. dinas", ["tanya kab. jateng dan pak kep. dinas"]),
        ("Data siap. drg. Wira setuju.", ["Data siap.", "drg. Wira setuju."]),
        ("Judul\n\nIsi rapat.", ["Judul", "Isi rapat."]),
        ("  Satu.  Dua.  ", ["Satu.", "Dua."]),
        ("Hadir Gst. Made dan Dg. Tata.", ["Hadir Gst. Made dan Dg. Tata."]),
        (
            "Rapat menyetujui usul Budi, M.Si. Ketua Komisi II diminta menyurati camat.",
            ["Rapat menyetujui usul Budi, M.Si.", "Ketua Komisi II diminta menyurati camat."],
        ),
        ("Rapat dibuka oleh Budi, M.Si. Kepala Dinas Pasar.", ["Rapat dibuka oleh Budi, M.Si. Kepala Dinas Pasar."]),
        ("Budi, M.Si. Kepala Dinas menutup rapat.", ["Budi, M.Si. Kepala Dinas menutup rapat."]),
        ("", []),
        ("Usul itu ditunda. apt. Rani menghitung stok.", ["Usul itu ditunda.", "apt. Rani menghitung stok."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("oleh Kementerian Dalam Negeri RI kepada", "Kementerian Dalam Negeri RI", "Kementerian Dalam Negeri"),
        ("LAN mengirim", "LAN", "Lembaga Administrasi Negara"),
        ("data bappeda", "bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ("kominfo", "kominfo", None),
        ("Dinas Pemberdayaan Masyarakat & Desa", "Dinas Pemberdayaan Masyarakat & Desa",
         "Dinas Pemberdayaan Masyarakat dan Desa"),
        (
            "Kementerian Desa, PDT dan Transmigrasi",
            "Kementerian Desa, PDT dan Transmigrasi",
            "Kementerian Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
        ),
        ("KEMENTERIAN KEUANGAN", "KEMENTERIAN KEUANGAN", "Kementerian Keuangan"),
        ("Kementerian PPN/Bappenas", "Kementerian PPN/Bappenas",
         "Kementerian Perencanaan Pembangunan Nasional/Badan Perencanaan Pembangunan Nasional"),
    ],
)  # fmt: skip
def test_institution_is_found(text: str, found: str, name: str | None) -> None:
    start = text.index(found)
    assert LANGUAGE.organizations(text) == (OrganizationMatch(start, start + len(found), found, name),)


@pytest.mark.parametrize("text", ["lan atau kabel", "ruang big data", "rapat internal", ""])
def test_ordinary_words_are_no_institution(text: str) -> None:
    assert LANGUAGE.organizations(text) == ()


def test_institutions_come_in_order_without_overlap() -> None:
    found = LANGUAGE.organizations("BPS, Ditjen Pajak, dan Badan Pusat Statistik")
    assert [match.text for match in found] == ["BPS", "Ditjen Pajak", "Badan Pusat Statistik"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bu Rani dan Pak Beni", ["Bu Rani", "Pak Beni"]),
        ("Drs. H. Amir Lubis, M.Si.", ["Drs. H. Amir Lubis"]),
        ("kata dr. Wira tadi", ["dr. Wira"]),
        ("kata ibu itu", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in LANGUAGE.people(text)] == expected


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("mengirim", VerbForm.ACTIVE), ("menyusun", VerbForm.ACTIVE), ("membuat", VerbForm.ACTIVE), ("melakukan",
         VerbForm.ACTIVE),
        ("memfasilitasi", VerbForm.ACTIVE), ("Menindaklanjuti", VerbForm.ACTIVE), ("menghubunginya", VerbForm.ACTIVE),
        ("merekap", VerbForm.ACTIVE), ("berkoordinasi", VerbForm.MIDDLE), ("bekerja", VerbForm.MIDDLE), ("dikirim",
         VerbForm.PASSIVE),
        ("disepakati", VerbForm.PASSIVE), ("dianalisis", VerbForm.PASSIVE), ("terlampir", VerbForm.RESULTANT),
         ("tersedia", VerbForm.RESULTANT),
        ("Kirimkan", VerbForm.BASE), ("siapkan", VerbForm.BASE), ("Lengkapi", VerbForm.BASE),
    ],
)  # fmt: skip
def test_verb_form(word: str, form: VerbForm) -> None:
    assert LANGUAGE.verb_form(word) is form
    assert LANGUAGE.is_verb(Token(0, len(word), word))


@pytest.mark.parametrize(
    "word",
    [
        "Menteri", "Media", "Mei", "Medan", "Meja", "Mesin", "Dinas", "Dirjen", "Direktur", "Dia", "Dikti",
        "Diskominfo", "Berita",
        "Berkas", "Bersama", "Beras", "Tertib", "terhadap", "pendidikan", "perbaikan", "penyusunan", "kebijakan",
        "tindakan", "akan",
        "pekan", "masukan", "DISHUB", "Rani", "rapat", "2021", "",
    ],
)  # fmt: skip
def test_is_no_verb(word: str) -> None:
    assert not LANGUAGE.is_verb(word)


def test_vocabulary_does_not_grow_with_what_is_read() -> None:
    pipeline = LANGUAGE._pipeline
    LANGUAGE.tokens("katapertama")
    before = len(pipeline.vocab.strings)
    for number in range(50):
        LANGUAGE.tokens(f"katabaru{number}")
        LANGUAGE.organizations(f"katalain{number} di Bappeda")
        LANGUAGE.people(f"Pak Namabaru{number}")
    assert len(pipeline.vocab.strings) == before


def test_is_built_once() -> None:
    assert get_language(load_lexicon()) is LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "  Rapat   dibuka.\n\n \tPak Edi (Bappeda),  s.d. 09.30\u00a0WIB ",
        "dll . a.n. d / a.n. Bpk. Dr. Ir. H. A. Rani, S.E., M.Si",
        "((((a))))... b]] “c” [d;e]",
    ],
)
def test_pieces_are_those_of_the_whole_text(text: str) -> None:
    with LANGUAGE._pipeline.memory_zone():
        whole = [(token.idx, token.text) for token in LANGUAGE._pipeline.make_doc(text)]
    assert [(piece.start, piece.text) for piece in LANGUAGE._words.pieces(text)] == whole


def test_a_word_without_end_is_taken_apart_in_stretches() -> None:
    text = "(" * 5_000
    assert "".join(token.text for token in LANGUAGE.tokens(text)) == text


def test_what_is_kept_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Words(LANGUAGE._pipeline)
    monkeypatch.setattr(kept, "_room", 20)
    for number in range(100):
        assert [piece.text for piece in kept.pieces(f"kata{number}, kata")] == [f"kata{number}", ",", "kata"]
        kept._room = min(kept._room, 20)
    assert len(kept._parts) < 30


def test_a_text_told_as_one_sentence_is_one() -> None:
    rules, told = Sentences(LEXICON), 0
    for pieces in product(("Rapat", "dll.", "Selesai.", "(ya.)", "a.", "!", "\n\n", " "), repeat=3):
        text = " ".join(pieces)
        if rules.is_one(text):
            told += 1
            assert rules.find(text, LANGUAGE.tokens(text)) == LANGUAGE.sentences(text), text
            assert len(LANGUAGE.sentences(text)) == 1
    assert told


def test_the_fingerprint_of_the_words_is_told_without_loading_them(tmp_path: Path) -> None:
    more = tmp_path / "own.toml"
    more.write_text('[titles]\nhonorifics = ["puan"]\n', "utf-8")
    assert fingerprint_of(more) == load_lexicon(more).fingerprint != load_lexicon().fingerprint == fingerprint_of()
