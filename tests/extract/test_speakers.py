"""What speakers promise in the first person, and jobs given away in the notes of a discussion."""

from collections.abc import Callable

import pytest

from notula.models.result import Result
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.speakers import takes_on

HEAD = """NOTULEN RAPAT KARANG TARUNA
Tanggal: 12 Juli 2025
Tempat: Balai RW
Hadir: Pak Joko, Bu Rina, Mas Tono, Bu Sari

Pembahasan
"""


def tasks(result: Result) -> list[tuple[str, list[str]]]:
    return [(each.text, [owner.name for owner in each.owners]) for each in result.follow_ups]


@pytest.mark.parametrize(
    ("point", "owners"),
    [
        ("Bu Sari follow up sponsor air minum", ["Sari"]),
        ("Mas Tono buat poster lomba", ["Tono"]),
        ("Pak Joko & Mas Tono: sewa sound system", ["Joko", "Tono"]),
        ("Dokumentasi: Mas Tono (foto), Bu Rina (video)", ["Tono", "Rina"]),
        ("Bu Sari dan Bu Rina yang mengurus doorprize", ["Sari", "Rina"]),
        ("Pendaftaran dikoordinir Mas Tono lewat grup WA", ["Tono"]),
        ("Konsumsi dipegang Bu Rina", ["Rina"]),
        ("Inspektorat untuk melakukan pendampingan", ["Inspektorat"]),
        ("Mohon Dinas Pertanian menyiapkan data pupuk", ["Dinas Pertanian"]),
        ("Kebersihan lapangan tanggung jawab Bu Sari", ["Sari"]),
        ("Dinas Sosial akan mendata warga dan Dinas Kesehatan akan memeriksanya", ["Dinas Sosial", "Dinas Kesehatan"]),
    ],
    ids=[
        "bare", "buat", "colon", "entry", "cleft", "handled", "held", "untuk", "mohon", "duty", "two",
    ],
)  # fmt: skip
def test_note_gives_a_job(point: str, owners: list[str], minutes: Callable[..., Result]) -> None:
    assert tasks(minutes(f"{HEAD}- Saldo kas satu juta rupiah\n- {point}\n- Acara mulai pagi\n")) == [(point, owners)]


@pytest.mark.parametrize(
    "point",
    [
        "Pak Joko tanya soal sisa dana",
        "Perwakilan pedagang minta keringanan",
        "Warga enggan membayar iuran",
        "Bu Sari sudah beli lampu",
        "UU 27/2022 mewajibkan pengendali data melapor dalam tiga hari",
        "Sesuai peraturan, koperasi wajib rapat anggota paling lambat bulan Juni",
        "Dinas Sosial akan terus meningkatkan pelayanan",
        "Pasar akan buka pukul enam",
        "Anggota Fraksi Mawar meminta Dinas Sosial memperbaiki data",
        "Lomba tanggal 20 Juli, juri silang antar dusun",
    ],
    ids=["asks", "wants", "refuses", "done", "law", "rule", "goes-on", "thing", "no-authority", "among"],
)
def test_note_gives_no_job(point: str, minutes: Callable[..., Result]) -> None:
    assert tasks(minutes(f"{HEAD}- Saldo kas satu juta rupiah\n- {point}\n")) == []


def test_initials_of_the_list_of_those_present_say_who_speaks(minutes: Callable[..., Result]) -> None:
    head = HEAD.replace("Hadir: Pak Joko, Bu Rina", "Hadir: Joko Santoso (JS), Rina Anggraini (RA)")
    talk = "RA: Dua lampu mati. Saya akan menggantinya besok.\n\nJS: Kas cukup.\n"
    assert [names for _, names in tasks(minutes(head + talk))] == [["RA"]]


@pytest.mark.parametrize(
    ("talk", "owners"),
    [
        ("Kepala Dinas Perdagangan\n- Kios kosong 12 unit.\n- Kami akan mengganti atap bocor bulan ini.",
         ["Kepala Dinas Perdagangan"]),
        ("- Kadis PU: kami siap memperbaiki saluran minggu depan", ["Kadis PU"]),
        ("Kepala Dinas Perdagangan menyampaikan bahwa pihaknya akan mengirim data pedagang.",
         ["Kepala Dinas Perdagangan"]),
        ("Bu Sari: Daftar harga nanti saya tempel di pintu.", ["Sari"]),
        ("Mas Tono: spanduknya aku yg cari.", ["Tono"]),
        ("Surat ke kecamatan bagian saya, kata Bu Rina.", ["Rina"]),
        ("J – Bu Sari: Kios penuh. Daftarnya nanti saya tempel di pintu.", ["Sari"]),
        ("[Mas Tono] Tempatnya sudah ada. Suratnya nanti saya antar.", ["Tono"]),
        ("[Mas Tono] Bu Rina garap daftar hadirnya, deadline Selasa.", ["Rina"]),
        ("Bu Rina menjelaskan kas. Beliau menyusun rinciannya paling lambat 20 Juli 2025.", ["Rina"]),
        ("Bu Sari mengatakan akan mengirim surat besok.", ["Sari"]),
        ("Dinas Perdagangan. Kios penuh. Pihaknya akan mengganti atap bocor bulan ini.", ["Dinas Perdagangan"]),
        ("Mas Tono: Bersedia menjadi juri lomba.", ["Tono"]),
    ],
    ids=["heading", "colon", "reported", "thing", "who", "part", "answer", "tag", "tag-other", "pronoun",
         "says", "run-in", "bare"],
)  # fmt: skip
def test_promise_in_the_first_person(talk: str, owners: list[str], minutes: Callable[..., Result]) -> None:
    assert [names for _, names in tasks(minutes(HEAD + talk + "\n"))] == [owners]


@pytest.mark.parametrize("said", ["bukan hanya urusan kami", "bukan tugas kami", "bukan cuma bagian kami"])
def test_what_is_not_our_part(said: str, minutes: Callable[..., Result]) -> None:
    assert tasks(minutes(f"{HEAD}Kepala Dinas Perdagangan\n- Pengawasan kios itu {said}.\n- Data ada.\n")) == []


def test_everybody_promises_nothing(minutes: Callable[..., Result]) -> None:
    assert tasks(minutes(f"{HEAD}Kepala Dinas Perdagangan\n- Kita akan membahasnya lagi.\n- Data sudah ada.\n")) == []


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Kepada Kepala Dinas Perdagangan kami mohon untuk mengambil tempat.", 0),
        ("Kepada Kepala Dinas Perdagangan kami persilakan menyampaikan sambutan.", 0),
        ("Kepada Kepala Dinas Perdagangan kami minta menyampaikan data kios.", 1),
        ("Presentasi denah pasar oleh Kepala Dinas Perdagangan", 0),
        ("Sambutan oleh Kepala Dinas Perdagangan", 0),
        ("Presentasi denah pasar oleh Kepala Dinas Perdagangan paling lambat 20 Maret 2030", 1),
    ],
)
def test_what_belongs_to_the_meeting_itself(said: str, count: int, minutes: Callable[..., Result]) -> None:
    assert len(tasks(minutes(f"{HEAD}1. Kios sepi.\n2. {said}\n"))) == count


CHAT = """*NOTULEN RAPAT PEMUDA*
Sabtu, 1 Februari 2025

*Hadir:*
1. Reza (ketua)
2. Tiara
3. Gilang

*To do:*
☐ Gilang: desain poster (deadline 7 Feb)
☐ Tiara: surat izin - besok
☑ Reza: pesan piala
"""


def test_chat_with_bold_labels_and_boxes(minutes: Callable[..., Result]) -> None:
    result = minutes(CHAT)
    assert [party.name for party in result.attendees] == ["Reza", "Tiara", "Gilang"]
    assert [([owner.name for owner in each.owners], each.status) for each in result.follow_ups] == [
        (["Gilang"], "open"),
        (["Tiara"], "open"),
        (["Reza"], "done"),
    ]


CHATTY = """Kumpul warga RT 05 diadakan Sabtu, 14 September 2024 jam 19.30 sampai 22.00 di teras Pak Haji.
Yang datang: Pak Haji, Bu Yuni, Mas Dani
Yang gak bisa: Pak Toni (dinas)

Soal sampah
- Bak sampah penuh

Bagi tugasnya begini:
- Mas Dani: bikin jadwal ronda, paling lambat Rabu
- Bu Yuni: tagih iuran
"""


def test_chatty_minutes(minutes: Callable[..., Result]) -> None:
    result = minutes(CHATTY)
    meeting = result.meeting
    assert meeting.title is not None and meeting.title.text == "Kumpul warga RT 05"
    assert meeting.date is not None and meeting.date.start == "2024-09-14"
    assert [party.name for party in result.attendees] == ["Haji", "Yuni", "Dani"]
    assert [party.name for party in result.absent] == ["Toni"]
    assert [(names, each.where) for (_, names), each in zip(tasks(result), result.follow_ups, strict=True)] == [
        (["Dani"], "section"),
        (["Yuni"], "section"),
    ]


@pytest.mark.parametrize(
    "stamp", ["[19.36] {}:", "19:36 <{}>", "12/07/25 19.36 - {}:", "[12/07/2025, 19.36.04] {}:", "<{}>", "19:36 < {}>"]
)
def test_messages(stamp: str, minutes: Callable[..., Result]) -> None:
    talk = f"{stamp.format('Mas Tono')} saya akan kirim undangan ke kelurahan besok"
    assert tasks(minutes(HEAD + talk + "\n")) == [("saya akan kirim undangan ke kelurahan besok", ["Tono"])]


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("spanduk saya antar dua hari lagi, tinggal stempel", True),
        ("Senin depan gw tagih sisanya", True),
        ("hari ini saya bacakan laporan kas", False),
        ("spanduk sudah saya antar Senin", False),
        ("Senin depan kami tunggu spanduknya", False),
        ("menurut saya antar minggu depan saja", False),
        ("spanduk tidak saya antar Senin depan", False),
    ],
)
def test_what_a_speaker_does_by_a_day(said: str, promised: bool, minutes: Callable[..., Result]) -> None:
    found = tasks(minutes(f"{HEAD}Mas Tono: {said}\n"))
    assert [names for _, names in found] == ([["Tono"]] if promised else [])


def test_tasks_that_semicolons_divide(minutes: Callable[..., Result]) -> None:
    text = HEAD + "Saldo kas satu juta.\n\nYang perlu dikerjakan: Mas Tono panggil tukang; Bu Sari bikin edaran.\n"
    assert tasks(minutes(text)) == [("Mas Tono panggil tukang", ["Tono"]), ("Bu Sari bikin edaran.", ["Sari"])]


LOG = """# NOTULA RAPAT DATA DESA

**Tanggal:** 12 Juni 2024
**Tempat:** Aula Bappeda

| Pembicara | Uraian |
|---|---|
| Bappeda | Membuka rapat. Metadata dari enam desa belum lengkap. |
| Dinas Kesehatan | Akan menyerahkan data gizi hasil validasi tanggal 24 Juni 2024. |
| Kesimpulan | Seluruh desa mengisi metadata paling lambat 28 Juni 2024. |
"""


def test_table_of_speakers(minutes: Callable[..., Result]) -> None:
    result = minutes(LOG, ".md")
    assert [party.name for party in result.attendees] == ["Bappeda", "Dinas Kesehatan"]
    assert [each.text for each in result.agreements] == ["Seluruh desa mengisi metadata paling lambat 28 Juni 2024."]
    assert tasks(result) == [
        ("Akan menyerahkan data gizi hasil validasi tanggal 24 Juni 2024.", ["Dinas Kesehatan"]),
        ("Seluruh desa mengisi metadata paling lambat 28 Juni 2024.", ["Seluruh desa"]),
    ]


TALK = """RISALAH RAPAT KERJA KOMISI C
Tanggal: 11 Maret 2025
Tempat: Ruang Komisi C
Hadir: Kepala Dinas Lingkungan Hidup

JALANNYA RAPAT

KEPALA DINAS LINGKUNGAN HIDUP:
Kami akan memasang alat pemantau di dua titik.

FRAKSI MAJU (HJ. SITI MARYAM):
Saya minta Dinas Kesehatan memberikan data pasien.
"""


def test_members_ask_and_cannot_order(minutes: Callable[..., Result]) -> None:
    assert tasks(minutes(TALK)) == [
        ("Kami akan memasang alat pemantau di dua titik.", ["KEPALA DINAS LINGKUNGAN HIDUP"])
    ]


def test_who_was_just_reported_is_meant(minutes: Callable[..., Result]) -> None:
    talk = "Kepala Dinas Pertanian menjelaskan stok pupuk menipis. Pihaknya akan mengirimkan data stok."
    more = "Kepala Dinas Kesehatan menyampaikan vaksin belum datang dan akan berkoordinasi dengan provinsi."
    assert tasks(minutes(HEAD + talk + "\n" + more + "\n")) == [
        ("Pihaknya akan mengirimkan data stok.", ["Kepala Dinas Pertanian"]),
        (more, ["Kepala Dinas Kesehatan"]),
    ]


@pytest.mark.parametrize(
    ("said", "owners"),
    [("Baik, saya akan bersurat kepada camat besok", ["Rina"]), ("Datanya akan kami unggah besok pagi", ["Rina"])],
    ids=["saya", "kami"],
)
def test_first_person_means_the_speaker(said: str, owners: list[str], minutes: Callable[..., Result]) -> None:
    found = tasks(minutes(f"{HEAD}Bu Rina: {said}.\n"))
    assert [names for _, names in found] == [owners]


@pytest.mark.parametrize(
    ("talk", "owners"),
    [
        ("Bu Sari menilai lapak penuh. Kepala Desa menengahi: lapak bisa ditambah. Beliau sanggup menghadap camat.",
         ["Kepala Desa"]),
        ("Bu Sari keberatan. Menjawab hal itu, Pak Joko mengakui tenda sobek. Beliau menyanggupi menjahit tenda.",
         ["Joko"]),
        ("Bu Sari menjelaskan genset rusak. Genset cadangan diurus beliau sendiri besok.", ["Sari"]),
        ("Bu Sari menjelaskan daftar harga. Daftar itu ia antar sendiri ke camat besok.", ["Sari"]),
        ("Bu Sari: atap saya betulkan besok bersama Mas Tono.", ["Sari", "Tono"]),
        ("Bu Sari menyela bahwa tenda sudah tiba, terpalnya dia pasang besok.", ["Sari"]),
        ("Bu Sari mengaku notanya hilang; nota lain dijemputnya sendiri besok.", ["Sari"]),
        ("Bu Sari: nanti saya sama Mas Tono yang keliling ke warung.", ["Sari", "Tono"]),
        ("Dinas Sosial (Bu Sari). Data belum lengkap. Daftar itu kami serahkan ke camat besok pagi.", ["Dinas Sosial"]),
        ("Kepala Desa mengatakan pihaknya berjanji menyuruh Mas Tono menutup lubang bulan ini.", ["Kepala Desa"]),
        ("Ditanya soal kunci, Bu Sari bilang ada di lemari. “Besok pagi saya antar ke balai desa.”", ["Sari"]),
        ("Talang cukup ditambal, kata Mas Tono. Dia yang bakal beli semen, sebelum Jumat.", ["Tono"]),
        ("Bu Rina minta kursi baru, Mas Tono: \"ya, nanti saya carikan di pasar besok.\"", ["Tono"]),
        ("Mas Tono: izin keramaian biar saya sendiri yang urus.", ["Tono"]),
        ("Mas Tono: biar saya yang berbicara dengan lurah.", ["Tono"]),
        ("Mas Tono: saya dan Bu Rina akan meminjam tenda ke kelurahan besok.", ["Tono", "Rina"]),
        ("Mas Tono: tenda sobek dua.\n\nBu Sari menjelaskan kas menipis. Kuitansi sudah lengkap. Notanya akan ia "
         "rapikan besok.", ["Sari"]),
        ("Menurut Bu Sari kios belum laku. Beliau akan memasang iklan minggu depan.", ["Sari"]),
        ("Bu Sari bilang dia yang bakal menata kios.", ["Sari"]),
        ("Bu Sari bilang dia yang dulu menata kios. Mas Tono akan memasang iklan besok.", ["Tono"]),
        ("Mas Tono mengusulkan iklan.\n\nDari segi biaya, Bu Sari menyampaikan kas cukup. Yang kurang hanya papan. "
         "Contohnya nanti beliau kirimkan minggu depan.", ["Sari"]),
        ("Mas Tono mengemukakan kios sepi. Dinas Sosial memandang hal ini wajar. Denahnya ia antarkan ke camat besok.",
         ["Tono"]),
        ("Mas Tono mengemukakan kios sepi. Dinas Sosial memandang hal ini wajar. Pihaknya akan mengirim petugas besok.",
         ["Dinas Sosial"]),
        ("Mas Tono mengeluh. Bu Sari sudah minta contoh; setelah contoh datang, ia yang akan memesan papan.", ["Sari"]),
        ("Kunci cadangan dibawa Mas Tono, beliau yang akan mengunci kios.", ["Tono"]),
        ("Bu Sari mengeluh. Urusan kios lewat Kepala Desa; beliau akan menelepon camat besok.", ["Kepala Desa"]),
        ("Bu Sari menyampaikan Dinas Sosial siap memasang papan sebelum Jumat.", ["Dinas Sosial"]),
        ("Mas Tono mengeluhkan kios. Dialah yang nanti menata kios, dan Bu Sari yang memotretnya, sebelum Jumat.",
         ["Tono", "Sari"]),
        ("Menurut Bu Sari kios sepi. Ia berjanji mengajak para pemuda ke kios sebelum Jumat.", ["Sari"]),
        ("Mas Tono cerita kios sepi. Beliau akan membagikan denah besok, jangan ditempel sebelum dicap Bu Sari.",
         ["Tono"]),
    ],
    ids=["last-told-of", "led-to", "by-him", "object-first", "together", "he-does", "herself",
          "i-and-he", "unit-and-name", "asks-others", "quoted", "told-by", "quoted-further-on", "himself", "talks",
          "i-and-she", "told-in-the-same-block", "according-to", "says-to-be-the-one", "says-what-was",
          "led-to-in-the-block", "no-body", "body", "in-the-same-sentence", "at-the-end-of-it", "by-office",
          "said-to-be-ready", "and-another",
          "gathers-others", "before-what"],
)  # fmt: skip
def test_whom_a_pronoun_means(talk: str, owners: list[str], minutes: Callable[..., Result]) -> None:
    assert [names for _, names in tasks(minutes(HEAD + talk + "\n"))] == [owners]


@pytest.mark.parametrize(
    ("sentence", "takes"),
    [
        ("Beliau berjanji selokan dikeruk akhir bulan ini.", True),
        ("Beliau berharap selokan dikeruk akhir bulan ini.", False),
    ],
)
def test_what_is_promised_in_the_passive(sentence: str, takes: bool, known: Known) -> None:
    assert takes_on(sentence, known) is takes


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("Daftar hadir saya ketik malam ini. (Tono)", ["Tono"]),
        ("Daftar hadir saya (Tono) ketik besok.", ["Tono"]),
        ("Daftar hadir saya ketik besok pagi. - Mas Tono", ["Tono"]),
        ("Bu Rina: Mohon maaf terlambat. Tim kami memasang tenda besok pagi.", ["Rina"]),
        ("Bu Rina: Tolong Mas Tono kirim suratnya besok pagi.", ["Tono"]),
        ("Bu Rina: Mas Tono silakan kirim suratnya sebelum 20 Juli.", ["Tono"]),
        ("Pak Joko sendiri yang menghadap lurah besok pagi.", ["Joko"]),
        ("Bu Rina minta Mas Tono balas surat sekolah.", ["Tono"]),
        ("Bu Rina: Sisanya kami sanggupi lunas sebelum 20 Juli.", ["Rina"]),
        ("Mas Tono belum menyetor; yang bersangkutan berjanji melunasi besok pagi.", ["Tono"]),
    ],
    ids=["signed", "myself", "dashed", "ours", "asked", "politely", "alone", "answer", "vow", "the-same"],
)
def test_who_is_meant(told: str, owners: list[str], minutes: Callable[..., Result]) -> None:
    assert [names for _, names in tasks(minutes(f"{HEAD}Saldo kas satu juta rupiah. {told}\n"))] == [owners]


def test_who_will_open_something_with_others_does_not_speak(minutes: Callable[..., Result]) -> None:
    talk = (
        "Bu Sari (Dinas Sosial). Data belum lengkap. Bu Sari bersama Mas Tono akan membuka loket aduan besok. "
        "Antrean sudah panjang. Pihaknya akan memasang papan petunjuk minggu depan.\n"
    )
    assert [names for _, names in tasks(minutes(HEAD + talk))] == [["Sari", "Tono"], ["Sari"]]


def test_a_sentence_behind_a_name_begins_with_no_name(minutes: Callable[..., Result]) -> None:
    text = f"{HEAD}Bu Rina: Terima kasih Pak Joko. Kios memang tutup. Salinan surat saya antar besok pagi.\n"
    assert [names for _, names in tasks(minutes(text))] == [["Rina"]]


@pytest.mark.parametrize(("line", "owners"), [("Dinas Pertanian", [["Dinas Pertanian"]]), ("Pupuk dan bibit", [])])
def test_a_party_on_a_line_of_its_own_says_what_stands_below(
    line: str, owners: list[list[str]], minutes: Callable[..., Result]
) -> None:
    said = "Stoknya masih kurang. Datanya akan kami kirimkan besok pagi."
    talk = f"## Pembahasan\n\n1. {line}  \n   {said}\n2. Bu Rina  \n   Cukup.\n"
    head = HEAD.replace("Bu Sari", "Bu Sari, Dinas Pertanian").removesuffix("Pembahasan\n").replace("\n", "\n\n")
    assert [who for _, who in tasks(minutes(head + talk, ".md"))] == owners


@pytest.mark.parametrize(
    ("turns", "owners"),
    [
        (["Tanya: apakah formulirnya ada?", "Jawab: ada, akan kami kirim ke grup."], ["Hani"]),
        (["Pertanyaan: Apakah formulirnya ada?", "Jawaban: Ada, akan kami kirim ke grup."], ["Hani"]),
        (["Warga: Bu Rina, kapan lampu diganti?", "Jawab: lampunya saya ganti besok."], ["Rina"]),
        (["T: Kuitansi saya belum ada, Bu Sari.", "J: Nanti siang saya kirim ke grup."], ["Sari"]),
        (["Bu Rina: berkas kurang.", "Pak Joko: Ibu kirim saja daftarnya ke saya besok."], ["Rina"]),
        (["Bu Rina: rekanan diam.", "Pak Joko: kalau begitu Ibu surati lagi sebelum 1 Agustus."], ["Rina"]),
        (["Bu Rina: kuitansi ada.", "Pak Joko: saya minta kuitansinya dari Ibu hari Senin."], ["Rina"]),
        (["Pak Joko: bayar dulu pakai kas, Mas Tono, masuk laporan tanggal 27 ya."], ["Tono"]),
        (["Pak Joko: catat pengeluarannya, Bu Rina."], ["Rina"]),
        (["Pak Joko: Tolong Mas Tono, empat lampu tuntas sebelum 20 Juli."], ["Tono"]),
        (["Pak Joko: Mas Tono, undangan rapat diganti tanggalnya sekarang."], ["Tono"]),
        (["Bu Rina: tendanya kurang.", "Mas Tono: saya carikan satu tenda lagi."], ["Tono"]),
        (["Bu Rina: siapa yang fotokopi?", "Mas Tono: saya fotokopi di sekolah."], ["Tono"]),
        (["Bu Sari: saya jemput sound system Kamis jam 8."], ["Sari"]),
        (["Bu Sari: boleh saya antar obatnya, Pak."], ["Sari"]),
        (["Pak Joko: lalu?", "Bu Sari: kami pinjam dari sekolah, sebelum siang sudah bisa dipakai."], ["Sari"]),
        (["Bu Sari: warna catnya cocok, kuasnya saya beli di pasar besok pagi."], ["Sari"]),
        (["Bu Rina: siapa yang menggantikan?", "Mas Tono: saya saja yang gantikan, jam sembilan to?"], ["Tono"]),
        (["Mas Tono menyatakan timnya akan mengecat pos minggu depan."], ["Tono"]),
        (["Bu Rina, yang memakainya setiap hari, menganggap alat itu mudah. Ia menawarkan diri memandu Sabtu depan."],
         ["Rina"]),
        (["Mas Tono tidak sanggup membayar sewa, tetapi bersedia meminjamkan tenda."], ["Tono"]),
        (["Jadwal baru, kata Bu Sari, akan ia tempel besok."], ["Sari"]),
    ],
)
def test_who_answers_is_told_or_offers_in_turns(
    turns: list[str], owners: list[str], minutes: Callable[..., Result]
) -> None:
    head = HEAD.replace("Bu Sari", "Bu Sari, Ibu Hani (Narasumber)")
    talk = "\n\n".join(["Pak Joko: Kas satu juta.", *turns, "Mas Tono: Warga setuju."])
    assert [names for _, names in tasks(minutes(f"{head}{talk}\n"))] == [owners]


@pytest.mark.parametrize(
    "turns",
    [
        ["Bu Rina: kami kirim surat dua kali, tidak dibalas."],
        ["Bu Rina: kami jemput sampah tiap Senin."],
        ["Bu Rina: saya hitung kemarin, kurang dua."],
        ["Bu Rina: jam berapa?", "Pak Joko: kami buka loket jam delapan tiap hari."],
        ["Bu Rina: antreannya panjang.", "Mas Tono: Ibu lihat sendiri antreannya?"],
        ["Bu Rina: kas kosong.", "Mas Tono: Ibu Lurah kirim salam."],
        ["Pak Joko: undang Bu Rina, Bu Sari, dan kepala dusun."],
        ["Pak Joko: bagus, Bu Rina, terima kasih."],
        ["Tanya: Bu Rina, apakah boleh?", "Jawab: kami sudah kirim edaran."],
        ["Bu Sari: seragamnya kami yang bayar atau sekolah?"],
        ["Jadwal baru, kata Bu Sari, akan ditempel besok."],
        ["Kabarnya PLN akan memadamkan listrik besok."],
        ["Bu Sari: seragamnya kami beli tahun lalu, sudah luntur."],
        ["Mas Tono tidak sanggup membayar sewa, tetapi tidak keberatan."],
    ],
)
def test_turns_that_give_nobody_work(turns: list[str], minutes: Callable[..., Result]) -> None:
    talk = "\n\n".join(["Pak Joko: Kas satu juta.", *turns, "Mas Tono: Warga setuju."])
    assert tasks(minutes(f"{HEAD}{talk}\n")) == []
