"""The title: the subject line without the word for minutes."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

BODY = "\nPembahasan\n1. Pompa air perlu diganti.\n\nTindak Lanjut\n1. Membeli pompa\n"
WHEN = "\nTanggal: 8 Mei 2023\nTempat: Balai RW 03\n"

TITLES = {
    "line after the word": ("NOTULA\nRapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "a meeting of those in charge": ("Rapim Koperasi Tani tgl 08-05-2023 pkl 09.00\n", "Rapim Koperasi Tani"),
    "same line": ("NOTULEN RAPAT PANEN RAYA KOPI\n" + WHEN, "RAPAT PANEN RAYA KOPI"),
    "same line, colon": ("Risalah: Rapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "spaced letters": ("N O T U L E N\nRapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "meeting notes": ("MINUTES OF MEETING\nPanen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "two words for minutes": ("BERITA ACARA DAN RISALAH\nRAPAT PANEN RAYA KOPI\n" + WHEN, "RAPAT PANEN RAYA KOPI"),
    "short notes": ("Catatan singkat rapat panitia 17an\n" + WHEN, "rapat panitia 17an"),
    "title label": ("NOTULA RAPAT\n\nJudul: Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "meeting label": ("NOTULA RAPAT\n\nNama Rapat: Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "about, on a line of its own": ("BERITA ACARA RAPAT PLENO\nNOMOR : 12/BA/2023\nTENTANG\nPANEN RAYA KOPI DAN\n"
                                    "PEMBAGIAN PUPUK\n" + WHEN, "PANEN RAYA KOPI DAN PEMBAGIAN PUPUK"),
    "about, behind the word on one line": (
        "KOPERASI TANI\n\nRISALAH RAPAT PANITIA\nNomor : 12/BA/2023\nTentang PEMBAGIAN PUPUK DAN BIBIT\n\n" + WHEN,
        "PEMBAGIAN PUPUK DAN BIBIT",
    ),
    "subject label": ("NOTULA RAPAT\n\nPerihal: Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "only agenda point": ("NOTULA RAPAT\n" + WHEN + "\nAgenda: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "only agenda point below whose minutes they are": (
        "NOTULENSI RAPAT\nSDN 2 SUKAMAJU\n" + WHEN + "Agenda: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "a subject above the agenda": (
        "NOTULEN\nPercepatan Penataan Kebun Kopi Lereng Utara\n" + WHEN + "Agenda: Panen raya\n",
        "Percepatan Penataan Kebun Kopi Lereng Utara"),
    "whose minutes they are, with nothing else": ("NOTULENSI RAPAT\nSDN 2 SUKAMAJU\n" + WHEN, "SDN 2 SUKAMAJU"),
    "a meeting's own name above the agenda": (
        "NOTULEN\nRapat Pengurus SDN 2 Sukamaju\n" + WHEN + "Agenda: Panen Raya Kopi\n",
        "Rapat Pengurus SDN 2 Sukamaju"),
    "who took them, in the first line": (
        "Notulen: Bu Rina\n" + WHEN.lstrip() + "Agenda: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "who made them, below a title": (
        "RAPAT PANEN RAYA KOPI\nCatatan: dibuat oleh Rina\n" + WHEN, "RAPAT PANEN RAYA KOPI"),
    "what record it is": ("NOTULEN (versi ringkas)\n" + WHEN + "Agenda: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "a kind alone": ("Catatan internal\n" + WHEN + "Agenda: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "a kind with its meeting": ("Catatan internal panitia\n" + WHEN + "Tema: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "a sentence that a day cuts off": (
        "NOTULEN\nRapat dibuka Senin, 8 Mei 2023 oleh Camat.\nPerihal: Panen Raya Kopi\nTempat: Aula\n",
        "Panen Raya Kopi"),
    "what a message reports, with a colon": (
        "Mohon izin melaporkan hasil rapat panen raya kopi :\n" + WHEN, "rapat panen raya kopi"),
    "what a message reports, as follows": (
        "Izin menyampaikan notulensi Rapat Panen Raya Kopi sebagai berikut.\n" + WHEN, "Rapat Panen Raya Kopi"),
    "what the writers have held": (
        "Pada Senin, 8 Mei 2023 kami telah mengadakan rapat panen raya kopi di balai RW.\n", "rapat panen raya kopi"),
    "what the writers will hold": (
        "NOTULEN\n" + WHEN + "\nPengurus akan mengadakan rapat anggota di balai RW.\n", None),
    "trailing date": ("NOTULA\nRapat Panen Raya Kopi, 8 Mei 2023\n" + WHEN, "Rapat Panen Raya Kopi"),
    "number of the minutes": ("NOTULA\nRapat Panen Raya Kopi Nomor: 12/NR/2023\n" + WHEN, "Rapat Panen Raya Kopi"),
    "letterhead": ("KOPERASI TANI MAKMUR\nJl. Kenanga 4, Telp. 0361 555\n\nNOTULA\nRapat Panen Raya Kopi\n" + WHEN,
                   "Rapat Panen Raya Kopi"),
    "word at the end of the letterhead": ("KOPERASI TANI\nJl. Kenanga 4 Telp. 555 NOTULA\nRapat Panen Raya\n"
                                          + WHEN, "Rapat Panen Raya"),
    "a road in the title": ("NOTULA\nRapat Perbaikan Jalan Kebun Kopi\n" + WHEN, "Rapat Perbaikan Jalan Kebun Kopi"),
    "an abbreviation like a time": ("NOTULA\nRAPAT EVALUASI PKL\n" + WHEN, "RAPAT EVALUASI PKL"),
    "a letter to somebody": ("LAPORAN HASIL RAPAT\n\nYth.    : Kepala Biro Umum\nDari    : Analis Data\n"
                             "Perihal : Rapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "a letter that leads over to its points": (
        "LAPORAN HASIL RAPAT\n\nYth. Kepala Biro Umum\nTanggal : 9 Mei 2023\nPerihal : Rapat Panen Raya Kopi\n\n"
        "Bersama ini disampaikan hasil rapat panen raya kopi tahun ini sebagai berikut:\n1. Rapat dibuka.\n",
        "Rapat Panen Raya Kopi"),
    "the occasion below": ("BERITA ACARA RAPAT PANEN RAYA KOPI\nDalam rangka panen raya di Desa Ambar, pada :\n" + WHEN,
                           "RAPAT PANEN RAYA KOPI"),
    "a weekday behind the name": ("Rapat kelompok tani Kamis 11-5-2023 jam 19.30 di balai dusun, dipimpin Pak Dodi\n",
                                  "Rapat kelompok tani"),
    "Javanese word": ("CATETAN RAPAT PANEN RAYA KOPI\n" + WHEN, "RAPAT PANEN RAYA KOPI"),
    "behind the word and its day": ("MoM 08/05/2023 - panen raya kopi\n" + WHEN, "panen raya kopi"),
    "log of a meeting": ("Log rapat daring panen raya kopi\n" + WHEN, "rapat daring panen raya kopi"),
    "number of the neighbourhood": ("Berikut hasil rapat RT 07 kemarin, di teras Pak Dodi.\n", "rapat RT 07"),
    "weekday and market day": ("Notulensi rapat panen kopi\nhari minggu pon tgl 7 mei 2023\n", "rapat panen kopi"),
    "a sentence below": ("NOTULEN RAPAT TAKMIR\n\nTelah diadakan rapat rutin pada :\n" + WHEN, "RAPAT TAKMIR"),
    "message": ("Assalamualaikum. Berikut rangkuman rapat takmir Al-Huda hari Ahad 9 Maret 2025 di serambi, "
                "dimulai sehabis subuh dan dihadiri pengurus serta remaja masjid.\n", "rapat takmir Al-Huda"),
    "book of minutes, a sentence below": (
        "BUKU NOTULEN RAPAT\nDESA AMBAR\n\nPada hari ini Senin tanggal 8 Mei 2023 bertempat di balai desa "
        "diadakan rapat panen raya kopi, dipimpin oleh Kepala Desa.\n", "rapat panen raya kopi"),
    "book of minutes, the meeting below": (
        "BUKU NOTULEN RAPAT PENGURUS\nKOPERASI AMBAR\nRAPAT PENGURUS BULAN MEI 2023\n" + WHEN,
        "RAPAT PENGURUS BULAN MEI 2023"),
    "book of minutes alone": ("BUKU RAPAT TAKMIR AL-HUDA\n\nSenin, 8 Mei 2023\nHadir: Wulan, Dodi\n", None),
    "nothing but a day": ("Notulen 8 Mei\n" + WHEN, None),
    "numbered": ("**II. Rapat Panen Raya Kopi**\n" + WHEN, "Rapat Panen Raya Kopi"),
    "verb of the opening": ("AKTA RAPAT PANEN KE-8\n\nRapat diselenggarakan pada hari Senin, 8 Mei 2023 di balai.\n",
                            "RAPAT PANEN KE-8"),
    "sentences under the title": ("Catatan kumpul pengurus. Yang terbaru ada di atas.\n\nTanggal: 8 Mei 2023\n", None),
    "no word for minutes": ("Rapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "label before line": ("NOTULA RAPAT RUTIN\n\nJudul: Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "several lines in capitals": ("NOTULEN\nRAPAT PANEN RAYA\nKOPI DAN KAKAO\n" + WHEN,
                                  "RAPAT PANEN RAYA KOPI DAN KAKAO"),
    "joined by a word": ("NOTULEN\nRapat Pembahasan tentang\npanen raya kopi\n" + WHEN,
                         "Rapat Pembahasan tentang panen raya kopi"),
    "behind the day": ("Senin, 8 Mei 2023 (daring) - Panen Raya Kopi\nHadir: Wulan, Dodi\n\nPembahasan\n- Kas\n",
                       "Panen Raya Kopi"),
    "behind the day and a bar": ("8 Mei 2023 | Weekly Sync Kopi\nHadir: Wulan, Dodi\n\nPembahasan\n- Kas\n",
                                 "Weekly Sync Kopi"),
    "before the evening": ("HASIL RAPAT PANEN KOPI\nmalam Minggu 8 Mei 2023, gudang\n", "RAPAT PANEN KOPI"),
    "behind the day in brackets": ("[8/5/2023] panen & jemur kopi\nhadir: Wulan, Dodi\n\nPembahasan\n- Kas\n",
                                   "panen & jemur kopi"),
    "a sentence that begins with its day": ("Senin 8 Mei 2023, rapat panen raya di ruang guru. Hadir Wulan, Dodi.\n\n"
                                            "Pembahasan\n- Kas\n", "rapat panen raya"),
    "only a number over the subject": ("RAPAT II\n" + WHEN + "Acara: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "only a kind over the subject": ("NOTULEN RAPAT KOORDINASI\n" + WHEN
                                   + "Acara: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "said again by the subject": ("NOTULEN RAPAT PANEN\n" + WHEN + "Perihal: Rapat Bulanan Panen Kopi Raya\n",
                                  "Rapat Bulanan Panen Kopi Raya"),
    "only a kind": ("NOTULEN RAPAT KOORDINASI\n" + WHEN, "RAPAT KOORDINASI"),
    "only a kind over the topic": ("NOTULEN MUSYAWARAH DESA\n\nAcara : Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "only a kind of assembly": ("NOTULEN MUSYAWARAH DESA\n" + WHEN, "MUSYAWARAH DESA"),
    "only a number": ("RAPAT II\n" + WHEN, "RAPAT II"),
    "below the number": ("KOPERASI TANI\nBERITA ACARA\nNomor : 12/BA/2023\nRAPAT PANEN RAYA KOPI\n" + WHEN,
                         "RAPAT PANEN RAYA KOPI"),
    "below the address": ("KOPERASI TANI\nAlamat : Jalan Kenanga 4\nNOTULEN RAPAT PANEN RAYA KOPI\n" + WHEN,
                          "RAPAT PANEN RAYA KOPI"),
    "number without a mark": ("RISALAH RAPAT PIMPINAN KOPERASI NOMOR 11/RPD/2023\n" + WHEN, "RAPAT PIMPINAN KOPERASI"),
    "a row of a form": ("FORMULIR NOTULENSI RAPAT MINGGUAN\nUnit Kerja : Bagian Umum\n" + WHEN, "RAPAT MINGGUAN"),
    "what a record says took place": ("KOPERASI TANI\nUNIT 2\nBERITA ACARA RAPAT\nNomor: 14/BA/2023\n\nPada hari ini, "
                                      "Senin tanggal 8 Mei 2023, di aula telah dilaksanakan rapat pembahasan panen "
                                      "raya kopi yang dipimpin Ketua.\n", "rapat pembahasan panen raya kopi"),
    "a number inside": ("NOTULEN\nWeekly Meeting No. 18 Proyek Kopi\n" + WHEN, "Weekly Meeting No. 18 Proyek Kopi"),
    "short with a numeral": ("NOTULEN RAPAT K3 (P2K3)\n" + WHEN, "RAPAT K3 (P2K3)"),
    "behind a label of who wrote": ("Notulen: Rapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
    "told": ("NOTULEN\n\nTelah diadakan rapat panen raya kopi pada Senin, 8 Mei 2023 di Balai RW 03, dipimpin Pak "
             "Wiryo dan dihadiri Sekar dan Bagas.\n", "rapat panen raya kopi"),
    "before the day": ("NOTULA RAPAT\n\nRapat panen raya kopi di Jl. Kenanga, Senin 8 Mei 2023 jam 9 pagi, dipimpin "
                       "Pak Wiryo, notulis Sekar\n", "Rapat panen raya kopi di Jl. Kenanga"),
    "the code of a form": ("FORMULIR NOTULA RAPAT\nFM-TANI-03 Rev. 01\n" + WHEN + "Perihal: Panen Raya Kopi\n",
                           "Panen Raya Kopi"),
    "which week's meeting": ("NOTULEN RAPAT PENGURUS\nMinggu ke-3 Mei 2023\n\n" + WHEN,
                             "RAPAT PENGURUS Minggu ke-3 Mei 2023"),
    "the day below": ("NOTULEN RAPAT PENGURUS\nMinggu, 7 Mei 2023\n\n" + WHEN, "RAPAT PENGURUS"),
    "the packet below": ("NOTULA RAPAT REVIU\nPaket: Gudang Kopi Tahap II\n\n" + WHEN,
                         "RAPAT REVIU Paket: Gudang Kopi Tahap II"),
    "long and in capitals below the number": (
        "BERITA ACARA\nNomor: 12/BA/2023\nRAPAT PERSIAPAN PANEN RAYA KOPI PEKAN II BULAN MEI\n" + WHEN,
        "RAPAT PERSIAPAN PANEN RAYA KOPI PEKAN II BULAN MEI"),
    "of words for sections, below about": ("NOTULA RAPAT\nTENTANG\nRAPAT KESIMPULAN PANEN RAYA\n" + WHEN,
                                           "RAPAT KESIMPULAN PANEN RAYA"),
    "in quotation marks without a word for minutes": ("“Rapat Panen Raya Kopi”\n" + WHEN, "“Rapat Panen Raya Kopi”"),
    "subject label without a mark": ("NOTULA RAPAT\nPerihal Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
    "about, over a sentence with the day": (
        "NOTULA\nTENTANG\nPANEN RAYA KOPI\n\nRapat dilaksanakan pada hari Senin, 8 Mei 2023 di balai.\n",
        "PANEN RAYA KOPI"),
    "who met, over a subject": ("NOTULA RAPAT PENGURUS\n" + WHEN + "Perihal: Panen Raya Kopi\n", "Panen Raya Kopi"),
    "who met, over an agenda": ("NOTULA RAPAT PENGURUS\n" + WHEN + "Agenda: Panen Raya Kopi\n", "RAPAT PENGURUS"),
    "a body alone, over a subject": ("NOTULEN RAPAT\nKOMITE KEPERAWATAN\n" + WHEN + "Topik: Panen Raya Kopi\n",
                                     "Panen Raya Kopi"),
    "event over its agenda": ("NOTULA RAPAT\nAcara: Rapat Panen Raya Kopi\n" + WHEN + "Agenda:\n1. Pupuk\n2. Bibit\n",
                              "Rapat Panen Raya Kopi"),
    "who met, with a number": ("NOTULA RAPAT DUSUN II\n" + WHEN + "Perihal: Panen Raya Kopi\n", "RAPAT DUSUN II"),
    "what it was about, over a subject": ("NOTULA RAPAT PANEN RAYA\n" + WHEN + "Perihal: Kopi dan beras\n",
                                          "RAPAT PANEN RAYA"),
    "with a list on one paper": ("LEMBAR NOTULEN & DAFTAR TINDAK LANJUT\n" + WHEN + "Agenda: Panen Raya Kopi\n",
                                 "Panen Raya Kopi"),
    "a report of the meeting and its quoted theme": (
        "LAPORAN PELAKSANAAN FOCUS GROUP DISCUSSION\n“Panen Raya Kopi: Siapa Memetik?”\n" + WHEN,
        "FOCUS GROUP DISCUSSION “Panen Raya Kopi: Siapa Memetik?”"),
    "said again below the number": (
        "NOTULA RAPAT PLENO\nNomor: 12/BA/2023\nRapat pleno bulanan tentang Panen Raya Kopi\n" + WHEN,
        "Rapat pleno bulanan tentang Panen Raya Kopi"),
    "a sentence below the number": (
        "NOTULA RAPAT PLENO\nNomor: 12/BA/2023\nRapat pleno dihadiri tujuh anggota dan dibuka pukul 09.00.\n" + WHEN,
        "RAPAT PLENO"),
    "the page of a book": ("CATATAN RAPAT PENGURUS KEBUN (buku merah hal. 12)\n" + WHEN, "RAPAT PENGURUS KEBUN"),
    "a remark in brackets": ("NOTULA\nRapat Panen Raya Kopi (tahap dua)\n" + WHEN, "Rapat Panen Raya Kopi (tahap dua)"),
    "project alone": ("MINUTES OF MEETING\nProject : Jalan Kebun Kopi - Rapat Mingguan ke-4\n" + WHEN,
                      "Jalan Kebun Kopi - Rapat Mingguan ke-4"),
    "project beside a title": ("MINUTES OF MEETING\nPanen Raya Kopi\nProject : Jalan Kebun\n" + WHEN,
                               "Panen Raya Kopi"),
    "gathering of neighbours": ("Kumpulan warga RT 04 persiapan panen kopi\n" + WHEN,
                                "Kumpulan warga RT 04 persiapan panen kopi"),
    "nothing but the word": ("NOTULA RAPAT\n" + WHEN, None),
    "word and date": ("NOTULA RAPAT 8 MEI 2023\n" + WHEN, None),
    "several agenda points": ("NOTULA RAPAT\n" + WHEN + "\nAgenda:\n1. Pupuk\n2. Bibit\n", None),
    "first agenda point names a meeting": ("NOTULA RAPAT\n" + WHEN + "\nAgenda:\n1. Rapat panen kopi\n2. Bibit\n",
                                           "Rapat panen kopi"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES.keys())
def test_title(text: str, title: str | None, minutes: Callable[..., Result]) -> None:
    found = minutes(text + BODY).meeting.title
    assert (found.text if found else None) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Notulen Rapat Panen Raya Kopi\n" + WHEN, "Rapat Panen Raya Kopi"),
        ("# Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
        ("**NOTULENSI RAPAT KELOMPOK TANI**\n\n**“Panen ke-2”**\n" + WHEN, "RAPAT KELOMPOK TANI “Panen ke-2”"),
        ("# RISALAH RAPAT PANEN RAYA\n\n**Rapat Panen Raya Kopi 2023**\n" + WHEN, "Rapat Panen Raya Kopi 2023"),
        ("**NOTULA**\n\n**Rapat Panen Raya Kopi**\n" + WHEN, "Rapat Panen Raya Kopi"),
        ("**RAPAT KOORDINASI II**\n\n**Lomba Panen Raya Kopi**\n" + WHEN, "RAPAT KOORDINASI II Lomba Panen Raya Kopi"),
        ("**RAPAT KOORDINASI II**\n\n**Dinas Pertanian**\n" + WHEN, "RAPAT KOORDINASI II"),
        ("# NOTULENSI RAPAT PLENO II\n\n## Koperasi Tani \"Kopi Makmur\"\n" + WHEN,
         "RAPAT PLENO II Koperasi Tani \"Kopi Makmur\""),
        ("# NOTULENSI RAPAT MITRA\n\n## Arah kebun kopi tahun depan\n" + WHEN,
         "RAPAT MITRA Arah kebun kopi tahun depan"),
        ("# NOTULENSI RAPAT PANEN RAYA\n\n## Koperasi Tani \"Kopi Makmur\"\n" + WHEN, "RAPAT PANEN RAYA"),
        ("**RAPAT KOORDINASI II**\n\n**Senin, 8 Mei 2023**\n" + WHEN, "RAPAT KOORDINASI II"),
        ("**MINUTES OF MEETING**\n\nProject: Kebun Kopi\n\n### Weekly Progress Meeting\n\n"
         "| Date | 8 Mei 2023 |\n|---|---|\n| Venue | Gudang |\n", "Weekly Progress Meeting"),
        ("**RPK 13 - Senin 8/5/23 jam 9.10 di gudang**\n\nHadir: Wulan, Dodi\n", "RPK 13"),
        ("## Arah kebun kopi\n\nHadir: Wulan, Dodi\n\n### Tugas\n\n- Kas\n", "Arah kebun kopi"),
        ("# KOPERASI TANI MAKMUR\n\n## RAPAT PANEN RAYA KOPI\n" + WHEN, "RAPAT PANEN RAYA KOPI"),
        ("# DINAS PERTANIAN\n\n**NOTULA RAPAT**\n\nPerihal: Panen Raya Kopi\n" + WHEN, "Panen Raya Kopi"),
        ("**Kunjungan ke kebun (2)**\n\n8 Mei 2023, kebun Pak Dodi, 09.00\n", "Kunjungan ke kebun (2)"),
    ],
    ids=["word in heading", "heading alone", "quoted", "anew", "bold lines", "second line", "body below",
         "whose pleno", "what a kind of meeting was on", "a topic tells more than whose",
         "date below", "ends with a word for a meeting",
         "short name before the day", "over all other headings", "below a letterhead", "letterhead and subject",
         "over the day"],
)
def test_title_of_markdown(text: str, title: str, minutes: Callable[..., Result]) -> None:
    found = minutes(text + BODY, ".md").meeting.title
    assert found is not None and found.text == title


@pytest.mark.parametrize("name", ["line after the word", "title label", "subject label", "only agenda point"])
def test_title_quotes_its_source(name: str, minutes: Callable[..., Result]) -> None:
    found = minutes(TITLES[name][0] + BODY).meeting.title
    assert found is not None and found.evidence.quote == TITLES[name][1]
    assert found.evidence.rule.startswith("title_")


def test_surer_rules_give_more_confidence(minutes: Callable[..., Result]) -> None:
    labelled, guessed = (minutes(TITLES[name][0] + BODY).meeting.title for name in ("title label", "only agenda point"))
    assert labelled and guessed and labelled.confidence > guessed.confidence


def test_a_picture_before_the_title(minutes: Callable[..., Result]) -> None:
    found = minutes("**📝 RAPAT PANITIA PANEN #3**\n\nPimpinan: Dodi\n" + WHEN + BODY, ".md").meeting.title
    assert found is not None and found.text == "RAPAT PANITIA PANEN #3"
