"""What the meeting agreed on."""

from collections.abc import Callable

import pytest

from notula.models.result import Result
from notula.pipeline.extract.agreements import states_agreement
from notula.pipeline.lexicon import Lexicon

Minutes = Callable[..., Result]


def texts(result: Result) -> list[str]:
    return [agreement.text for agreement in result.agreements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Disepakati lapak dibuka hari Minggu.", True),
        ("Rapat menyepakati lapak dibuka hari Minggu.", True),
        ("Rapat memutuskan iuran naik.", True),
        ("Lapak tetap buka hari Minggu (sepakat semua)", True),
        ("Penjelasan cara mengurus lapak sampai disetujui", False),
        ("Denah lapak menunggu disepakati warga.", False),
        ("Denah lapak disetujui Dinas Pasar lewat surel kemarin.", False),
        ("Denah lapak disetujui rapat seperti minggu lalu.", True),
        ("Lapak pindah ke timur (setuju, Bu Lurah ikut).", True),
        ("udah mufakat", True),
        ("Mufakat: lapak dibagi rata.", True),
        ("Mufakat di atas diambil tanpa pemungutan suara.", False),
        ("Mufakat ini dicatat apa adanya.", False),
        ("Lapak pindah ke timur (belum setuju semua)", False),
        ("Forum menyetujui usulan tersebut.", True),
        ("Raker menetapkan lapak dibuka hari Minggu.", True),
        ("Iuran baru telah disetujui oleh seluruh peserta.", True),
        ("Diputuskan bahwa iuran naik.", True),
        ("Usul itu ditolak secara aklamasi.", True),
        ("Laporan pertanggungjawaban bendahara diterima secara aklamasi.", True),
        ("Anggaran rumah tangga disahkan dengan dua perubahan.", True),
        ("Usul tersebut diterima; iuran tetap dibayar tiap bulan.", True),
        ("Laporan itu belum diterima dengan catatan apa pun.", False),
        ("Dimufakati lapak dibagi rata.", True),
        ("Ditetapkan iuran lima ribu rupiah.", True),
        ("Pimpinan rapat memutuskan lapak dibagi rata.", True),
        ("Ketiga pihak menyepakatinya.", True),
        ("Iuran sudah disetujui semua pihak.", True),
        ("Anggaran sudah disetujui Dinas Perikanan tanggal 3 Maret.", False),
        ("Tarif mengikuti angka yang ditetapkan Dinas Perikanan.", False),
        ("Hal yang telah disepakati dicatat dalam lampiran.", False),
        ("Tidak ada yang usul, jadi enggak diputusin apa-apa.", False),
        ("Usul itu ditolak oleh Rina.", False),
        ("Setelah diskusi disepakati iuran naik.", True),
        ("Setelah dibahas akhirnya disepakati iuran naik.", True),
        ("Setelah tukar pikiran diputuskan lapak digeser.", True),
        ("Atas usulan tersebut rapat menyetujui tarif lama.", True),
        ("Setelah disepakati, iuran naik.", False),
        ("Setelah rapat dibahas jika rapat menyetujui, iuran naik.", False),
        ("Permohonan pedagang ditolak rapat.", True),
        ("Ramai sekali, akhire sepakat lapak pindah.", True),
        ("Permohonan pedagang diterima petugas loket.", False),
        ("undian berhadiah untuk pedagang → ditolak, takutnya ribut", True),
        ("Lapak tidak jadi digusur, keputusan final.", True),
        ("Tidak ada pasar malam, diganti bazar (keputusan Camat)", True),
        ("Berkasnya dilampirkan (keputusan Camat) tahun lalu.", False),
        ("undian berhadiah → masih dipikirkan", False),
        ("Iuran baru belum disepakati.", False),
        ("Iuran baru tidak disetujui.", False),
        ("Iuran akan diputuskan minggu depan.", False),
        ("Jika disetujui, iuran naik.", False),
        ("Apakah iuran disepakati?", False),
        ("Iuran sebesar lima ribu rupiah.", False),
        ("Usul Bu Rina kita setujui, sisanya ditunda.", True),
        ("Pasal 4 kita putuskan ditunda.", True),
        ("Kalau kita setujui sekarang, kas habis.", False),
        ("Itu nanti kita putuskan di rapat depan.", False),
        ("Yang kita sepakati bulan lalu belum jalan.", False),
        ("semua oke iuran dinaikkan", True),
        ("Dengan koreksi tersebut notula disahkan.", True),
        ("Pemungutan suara: 16 setuju, 1 menolak, 1 abstain.", False),
        ("Dengan 4 suara setuju dan 1 menolak rapat menyetujui lapak pindah.", True),
        ("Dari 20 pasal sudah disepakati dengan Dinas Perikanan 15 pasal.", False),
        ("Diambil keputusan memakai terpal untuk lapak timur.", True),
        ("Belum diambil keputusan soal terpal.", False),
        ("Akhirnya kabinet memutuskan bazar digeser ke Mei.", True),
        ("Kami sepakati lapak dibuka tanggal 10 September.", True),
        ("Oke sepakat karcis hanya untuk anak-anak", True),
        ("Kelompok timur ditetapkan harus melunasi iuran pada 31 Maret.", True),
        ("Terima kasih, kami setuju soal letaknya.", False),
        ("Beberapa warga setuju, yang lain belum.", False),
        ("Sebagian besar warga setuju iuran naik.", True),
        ("Paruman memutuskan iuran tetap.", True),
        ("Pinjaman aula udah disetujui, tinggal pengeras suara.", False),
        ("Gambar lapak disetujui pemilik 12 Februari.", False),
        ("Yang kemarin diputuskan: iuran lima ribu.", False),
        ("Bila tidak ada koreksi catatan ini dianggap disetujui.", False),
    ],
)
def test_states_agreement(sentence: str, expected: bool, lexicon: Lexicon) -> None:
    assert (states_agreement(sentence, lexicon) is not None) is expected


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Kesimpulan", "conclusion"),
        ("Keputusan", "decision"),
        ("Kesepakatan", "decision"),
        ("Hasil Keputusan", "decision"),
        ("Rekomendasi", "recommendation"),
    ],
)
def test_points_under_a_heading(heading: str, kind: str, under: Minutes) -> None:
    result = under(heading, "1. Lapak dibuka setiap hari Minggu.", "2. Iuran naik.")
    assert [(agreement.text, agreement.kind.value) for agreement in result.agreements] == [
        ("Lapak dibuka setiap hari Minggu.", kind),
        ("Iuran naik.", kind),
    ]


SECTIONS = {
    "parts of the programme": (["1. Lapak dibuka.", "2. Penutup"], ["Lapak dibuka."]),
    "introduction": (["Rapat menyepakati hal-hal sebagai berikut:", "1. Lapak dibuka.", "2. Iuran naik."],
                     ["Lapak dibuka.", "Iuran naik."]),
    "concludes": (["Setelah mendengar semua pihak, Komisi Pasar berkesimpulan:", "1. Lapak " + "lama " * 45 + "buka.",
                   "2. Iuran naik."], ["Lapak " + "lama " * 45 + "buka.", "Iuran naik."]),
    "recommends": (["Rapat merekomendasikan:", "1. Lapak dibuka.", "2. Iuran naik."],
                   ["Lapak dibuka.", "Iuran naik."]),
    "paragraphs": (["Lapak dibuka setiap Minggu.", "", "Iuran naik bulan depan."],
                   ["Lapak dibuka setiap Minggu.", "Iuran naik bulan depan."]),
    "placeholder": (["-"], []),
    "nil": (["Nihil"], []),
    "not filled in": (["1. Lapak dibuka.", "2. [tuliskan keputusan]", "3. (diisi notulis)",
                       "4. [nama] : [tugas]"], ["Lapak dibuka."]),
    "subjects over the decisions": (["1. Mengenai lapak:", "   a. Lapak timur dibuka setiap Minggu.",
                                     "   b. Lapak barat ditutup sampai Juni.", "2. Iuran naik."],
                                    ["Lapak timur dibuka setiap Minggu.", "Lapak barat ditutup sampai Juni.",
                                     "Iuran naik."]),
    "things dealt out under their topic": (
        ["- Pembagian lapak kosong", "  - lapak timur = Rina Anggraini", "  - lapak barat = Ketut + Gede",
         "- Iuran naik."],
        ["lapak timur = Rina Anggraini", "lapak barat = Ketut + Gede", "Iuran naik."]),
    "values under a decision": (
        ["- Harga sewa lapak", "  - lapak timur = Rp 50.000", "  - lapak barat = Sabtu", "- Iuran naik."],
        ["Harga sewa lapak - lapak timur = Rp 50.000 - lapak barat = Sabtu", "Iuran naik."]),
    "tasks under a decision that names them": (
        ["1. Iuran naik.", "2. Pembagian tugas:", "   a. Rina mencetak karcis", "   b. Ketut mendata lapak"],
        ["Iuran naik.", "Rina mencetak karcis", "Ketut mendata lapak"]),
    "parts that a decision counts": (
        ["1. Lapak dibagi menjadi 2 jalur:", "   a. jalur ikan laut dekat gerbang", "   b. jalur ikan asin dekat kios",
         "2. Iuran naik."],
        ["Lapak dibagi menjadi 2 jalur: a. jalur ikan laut dekat gerbang b. jalur ikan asin dekat kios",
         "Iuran naik."]),
    "a line that points at the decisions under it": (
        ["- Jadwal jaga diatur begini", "  * lapak timur dijaga Rina", "  * lapak barat dijaga Ketut", "- Iuran naik."],
        ["lapak timur dijaga Rina", "lapak barat dijaga Ketut", "Iuran naik."]),
    "a decision with its parts": (["1. Menyusun panitia:", "   a. ketua dari kelompok lapak timur",
                                   "   b. bendahara dari kelompok lapak barat"],
                                  ["Menyusun panitia: a. ketua dari kelompok lapak timur b. bendahara dari kelompok "
                                   "lapak barat"]),
    "summary of the talk": (["Peserta berbicara panjang tentang lapak, " + "lalu tentang iuran dan petugas, " * 10
                             + "dan pulang."], []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), SECTIONS.values(), ids=SECTIONS.keys())
def test_a_section_of_agreements(lines: list[str], expected: list[str], under: Minutes) -> None:
    assert texts(under("Kesimpulan", *lines)) == expected


TALK = {
    "passive": (["1. Disepakati lapak dibuka hari Minggu."], ["Disepakati lapak dibuka hari Minggu."]),
    "one of several sentences": (["1. Lapak sempit. Rapat memutuskan lapak dibagi rata. Semua pulang."],
                                 ["Rapat memutuskan lapak dibagi rata."]),
    "list behind an introduction": (["Rapat menyepakati hal-hal sebagai berikut:", "1. Lapak dibuka.",
                                     "2. Iuran naik."], ["Lapak dibuka.", "Iuran naik."]),
    "list with deeper items": (["Rapat menyepakati hal-hal sebagai berikut:", "1. Lapak dibagi menurut hasil undian.",
                                "   a. timur", "   b. barat", "2. Iuran naik."],
                               ["Lapak dibagi menurut hasil undian. a. timur b. barat", "Iuran naik."]),
    "a proposal and a word of consent": (["1. Pedagang meminta atap baru. Disetujui."],
                                         ["Pedagang meminta atap baru. Disetujui."]),
    "consent in Javanese": (["1. Atap dicat biru. Setuju kabeh."], ["Atap dicat biru. Setuju kabeh."]),
    "consent to what is decided": (["1. Rapat menyetujui iuran naik. Disepakati bersama."],
                                   ["Rapat menyetujui iuran naik.", "Disepakati bersama."]),
    "votes before it": (["1. Dihitung dulu. (9 timur, 2 barat) Jadi diputuskan lapak timur."],
                        ["Jadi diputuskan lapak timur."]),
    "approved before": (["1. Anggaran yang disetujui 40 juta."], []),
    "talk behind a label": (["Lapak penuh.", "", "Sepakat: lapak dibagi rata.", "", "Iuran ramai diperdebatkan."],
                            ["lapak dibagi rata."]),
    "asked, and no signature": (["Disetujui? Belum, menunggu kas.", "", "Rapat sepakat karcis dikurangi."],
                                ["Rapat sepakat karcis dikurangi."]),
    "labelled in a paragraph": (["Atap lapak bocor. Dana belum ada. Keputusan: atap diganti bulan Mei. Semua lega."],
                                ["atap diganti bulan Mei."]),
    "denied": (["1. Iuran baru belum disepakati."], []),
    "opinion": (["1. Rina berpendapat iuran terlalu tinggi."], []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TALK.values(), ids=TALK.keys())
def test_sentences_of_the_discussion(lines: list[str], expected: list[str], under: Minutes) -> None:
    assert texts(under("Pembahasan", *lines)) == expected


@pytest.mark.parametrize("heading", ["Yang kita sepakati", "Yang kami putuskan", "Yang sudah kita setujui"])
def test_headings_that_say_who_decided(heading: str, under: Minutes) -> None:
    assert texts(under(heading, "1. Lapak dibuka.", "2. Iuran naik.")) == ["Lapak dibuka.", "Iuran naik."]


def test_what_is_agreed_in_closing(under: Minutes) -> None:
    result = under("Penutup", "Rapat menyetujui Lilis sebagai ketua lapak. Rapat ditutup dengan doa.")
    assert texts(result) == ["Rapat menyetujui Lilis sebagai ketua lapak."]


def test_what_the_chair_decides(lexicon: Lexicon) -> None:
    assert states_agreement("Kepala Dinas menyetujui pemasangan pompa.", lexicon, ("kepala dinas",)) is not None
    assert states_agreement("Kepala Dinas menyampaikan pemasangan pompa.", lexicon, ("kepala dinas",)) is None
    assert states_agreement("Kepala Dinas menyetujui pemasangan pompa.", lexicon) is None


def test_sentences_of_a_table_of_the_talk(under: Minutes) -> None:
    lines = ["", "| Isu | Catatan Pembahasan |", "|---|---|",
             "| Lapak | Lapak sempit dan sering banjir. Disepakati lapak dibagi rata menurut undian. |"]  # fmt: skip
    assert texts(under("## Pembahasan", *lines, suffix=".md")) == ["Disepakati lapak dibagi rata menurut undian."]


def test_points_numbered_in_words(under: Minutes) -> None:
    lines = ["KESATU : Lapak dibuka setiap Minggu.", "KEDUA : Dinas Perikanan mengirim timbangan."]
    assert texts(under("MEMUTUSKAN", *lines)) == ["Lapak dibuka setiap Minggu.", "Dinas Perikanan mengirim timbangan."]


@pytest.mark.parametrize("titles", ["|  |  |", "| No | Uraian |"])
def test_rows_that_are_only_numbered(titles: str, under: Minutes) -> None:
    lines = ["", titles, "|---|---|", "| 1. | Lapak dibuka setiap Minggu |", "| 2. | Iuran naik |", "| 3. |  |"]
    assert texts(under("## Keputusan", *lines, suffix=".md")) == ["Lapak dibuka setiap Minggu", "Iuran naik"]


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param("| Perkara | Putusan majelis |", id="a-heading-as-title"),
        pytest.param("| Masalah | Yang disepakati |", id="relative"),
        pytest.param("| Kode | Isi |", id="unknown"),
    ],
)
def test_decisions_under_unknown_titles(titles: str, under: Minutes) -> None:
    lines = ["", titles, "|---|---|", "| K1 | Lapak dibuka setiap Minggu pagi |", "| K2 | Iuran lapak naik dua ribu |"]
    expected = ["Lapak dibuka setiap Minggu pagi", "Iuran lapak naik dua ribu"]
    assert texts(under("## Keputusan", *lines, suffix=".md")) == expected


def test_sentences_of_a_paragraph_that_each_decide_something(under: Minutes) -> None:
    told = ["Rapat menyepakati harga cabai tetap.", "Rapat juga memutuskan bahwa lapak timur dibuka."]
    assert [each.text for each in under("Keputusan", " ".join(told)).agreements] == told


def test_sentences_behind_a_label_that_each_decide_something(under: Minutes) -> None:
    told = ["Penetapan. Peserta menyetujui anggaran lapak.", "Rapat memutuskan lapak pindah ke timur.", "Palu diketuk."]
    assert texts(under("Jalannya rapat", "1. Kas cukup.", f"2. {' '.join(told)}")) == [told[0][11:], told[1]]
    assert texts(under("Jalannya rapat", "1. Kas cukup.", f"2. {told[0]} {told[2]}")) == [f"{told[0][11:]} {told[2]}"]


def test_figures_and_names_under_a_heading_of_decisions_are_none(under: Minutes) -> None:
    figures = ["", "| Usulan | Dusun | Biaya |", "|---|---|---|", "| Talud | Krajan | 12 juta |"]
    assert texts(under("## Keputusan", *figures, suffix=".md")) == []
    pair = ["", "| Dari | Kepada |", "|---|---|", "| Ketua panitia lapak | Bendahara panitia lapak pagi |"]
    assert texts(under("## Keputusan", *pair, suffix=".md")) == []


def test_a_decision_column(under: Minutes) -> None:
    lines = ["", "| No | Pembahasan | Keputusan |", "|---|---|---|", "| 1 | Letak lapak | Lapak di sisi timur |",
             "| 2 | Iuran | - |"]  # fmt: skip
    assert texts(under("## Pembahasan", *lines, suffix=".md")) == ["Lapak di sisi timur"]


def test_decisions_beside_items_of_the_agenda_and_votes(under: Minutes) -> None:
    lines = ["", "| Mata Acara | Keputusan | Setuju |", "|---|---|---|", "| Pertama | Menerima laporan tahunan | 98% |"]
    assert texts(under("## Keputusan Rapat", *lines, suffix=".md")) == ["Menerima laporan tahunan"]


def test_an_agreement_is_no_follow_up_unless_it_gives_work(under: Minutes) -> None:
    result = under("Keputusan", "1. Iuran naik.", "2. Dinas Perikanan akan mengirimkan timbangan.")
    assert texts(result) == ["Iuran naik.", "Dinas Perikanan akan mengirimkan timbangan."]
    (follow_up,) = result.follow_ups
    assert follow_up.text == "Dinas Perikanan akan mengirimkan timbangan."
    assert (follow_up.where.value, follow_up.agreement_id) == ("decision", result.agreements[1].id)


def test_follow_ups_are_no_agreements(under: Minutes) -> None:
    result = under("Tindak Lanjut", "1. Rina Anggraini mencetak spanduk.")
    assert result.agreements == () and len(result.follow_ups) == 1


def test_an_agreement_quotes_its_source(under: Minutes) -> None:
    (agreement,) = under("Kesimpulan", "1. Lapak dibuka setiap Minggu.").agreements
    assert agreement.evidence.quote == "Lapak dibuka setiap Minggu."


@pytest.mark.parametrize("heading", ["Keputusan dan Tindak Lanjut", "Putusan & Penugasan:", "Kesepakatan bersama/RTL"])
def test_points_under_a_heading_of_decisions_and_tasks(heading: str, under: Callable[..., Result]) -> None:
    result = under(heading, "1. Pasar buka pukul 05.00.", "2. Rina Anggraini mencetak spanduk.")
    assert [each.text for each in result.agreements] == ["Pasar buka pukul 05.00.", "Rina Anggraini mencetak spanduk."]
    assert [each.text for each in result.follow_ups] == ["Rina Anggraini mencetak spanduk."]


@pytest.mark.parametrize(
    "intro",
    [
        pytest.param("Setelah dibahas, peserta memutuskan beberapa hal sebagai kesepakatan, yaitu", id="no mark"),
        pytest.param("Setelah dibahas, semua peserta menyepakati hal-hal sebagai berikut.", id="full stop"),
    ],
)
def test_a_list_whose_introduction_lost_its_colon(under: Minutes, intro: str) -> None:
    found = under("Pembahasan", intro, "1. Iuran naik.", "2. Pompa dibeli.").agreements
    assert [each.text for each in found] == ["Iuran naik.", "Pompa dibeli."]


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Saya bacakan kesimpulan rapat, mohon didengar:", 2),
        ("Kami bacakan keputusan rapat hari ini:", 2),
        ("Baik, sekretaris membacakan hasil musyawarah sebagai berikut:", 2),
        ("Saya bacakan keputusan rapat yang lalu:", 0),
        ("Saya bacakan surat dari Camat:", 0),
    ],
)
def test_decisions_that_a_speaker_reads_out(lead: str, count: int, minutes: Callable[..., Result]) -> None:
    cell = f"<p>{lead}</p><p>1. Lapak dibuka setiap Minggu.</p><p>2. Iuran tetap.</p><p>Apakah setuju?</p>"
    rows = f"<tr><td>Ketua</td><td>:</td><td>{cell}</td></tr><tr><td>Rina</td><td>:</td><td><p>Baik.</p></td></tr>"
    page = f"<h2>Risalah Rapat Pasar</h2><p>Tanggal: 14 Maret 2023</p><h3>Jalannya Rapat</h3><table>{rows}</table>"
    assert len(minutes(f"<html><body>{page}</body></html>", ".html").agreements) == count


@pytest.mark.parametrize(
    "lead",
    ["para pihak sepakat sebagai berikut:", "Mata Acara Kedua :", "Agenda 2:", "Sesudah itu forum merumuskan:"],
)
def test_the_items_under_a_line_that_only_leads_over_are_agreements_each(lead: str, under: Minutes) -> None:
    found = under("Kesepakatan", lead, "a. Lapak dibuka hari Minggu.", "b. Iuran naik.")
    assert texts(found) == ["Lapak dibuka hari Minggu.", "Iuran naik."]


def test_a_letter_after_the_decisions_decides_nothing(under: Minutes) -> None:
    lines = ("Lapak pindah ke timur.", "", "Iuran tetap.", "", "Kalau ada yang keliru, silakan balas surel ini.", "",
             "Cat belum ada, nanti saja dibahas lagi.", "", "Salam,", "", "Rina")  # fmt: skip
    assert texts(under("Yang diputuskan", *lines)) == ["Lapak pindah ke timur.", "Iuran tetap."]


MESSAGES = ("(20:05) <rina> siapa ambil lapak timur?", "(20:06) <ketut> saya yang cat lapak timur",
            "(20:07) <rina> siap", "(20:08) <ketut> disepakati cat biru ya", "(20:09) <rina> sepakat biru",
            "(20:10) <ketut> besok saya beli catnya")  # fmt: skip


@pytest.mark.parametrize("summed_up", [True, False])
def test_a_log_of_messages_repeats_what_is_summed_up(summed_up: bool, under: Callable[..., Result]) -> None:
    decisions = ("1. Lapak dicat biru.", "2. Iuran tetap.") if summed_up else ()
    lines = ("Catatan obrolan", "---------------", "", *("\n" + each for each in MESSAGES))
    head = ("## Keputusan", "", *decisions) if summed_up else ("## Lokasi", "", "Balai")
    result = under(*head, "", *lines, suffix=".md")
    assert (texts(result) == ["Lapak dicat biru.", "Iuran tetap."]) is summed_up
    assert bool(result.follow_ups) is not summed_up


def test_what_the_chair_says_in_numbered_turns_of_a_form(minutes: Callable[..., Result]) -> None:
    turns = (("2. Lilis Suryani", "Lapak timur becek."), ("3. Pimpinan", "Denah lapak disetujui."), ("4. Tono", "Ya."))
    rows = "".join(f"<table><tr><td>{who}</td><td>:</td><td>{said}</td></tr></table>" for who, said in turns)
    text = "<h1>RISALAH RAPAT</h1><p>Tanggal : 4 Maret 2024</p><p>JALANNYA RAPAT :</p><p>Pimpinan membuka rapat.</p>"
    assert texts(minutes(f"{text}{rows}", ".html")) == ["Denah lapak disetujui."]
