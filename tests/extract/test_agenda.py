"""The agenda's points."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

TITLE = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\nTanggal: 8 Mei 2023\n"
BODY = "\nPembahasan\n1. Pompa air rusak.\n"

AGENDAS = {
    "numbered": ("Agenda:\n1. Pembagian pupuk\n2. Jadwal panen", ["Pembagian pupuk", "Jadwal panen"]),
    "dashes": ("Agenda Rapat\n- Pembagian pupuk\n- Jadwal panen", ["Pembagian pupuk", "Jadwal panen"]),
    "letters": ("Agenda:\na. Pembagian pupuk\nb. Jadwal panen", ["Pembagian pupuk", "Jadwal panen"]),
    "nested": ("Agenda:\n1. Pembagian pupuk\n   a. urea\n   b. NPK\n2. Jadwal panen",
               ["Pembagian pupuk a. urea b. NPK", "Jadwal panen"]),
    "with its report": ("Agenda:\n1. Pupuk\n   a. Urea tersisa 12 karung di gudang.\n   b. NPK belum datang.\n2. Panen",
                        ["Pupuk", "Panen"]),
    "paragraphs": ("Agenda\n\nPembagian pupuk urea\n\nJadwal panen raya",
                   ["Pembagian pupuk urea", "Jadwal panen raya"]),
    "the talk begins with the first point": ("Agenda\n1. Pembagian pupuk\n2. Jadwal panen\n\n1. Pembagian Pupuk",
                                             ["Pembagian pupuk", "Jadwal panen"]),
    "taken up in less words": ("## Bahasan\n1. Pembagian pupuk urea\n2. Jadwal panen raya\n3. Kas\n\n## Catatan\n\n"
                               "### 1. Pembagian pupuk\n\n- Urea habis.\n\n### 2. Jadwal panen raya\n\n- Mundur.\n",
                               ["Pembagian pupuk urea", "Jadwal panen raya", "Kas"]),
    "a team among others": ("## Laporan tiap seksi\n\n### Acara\n\n- Naskah siap\n\n### Humas\n\n- Poster\n", []),
    "leads over": ("Musyawarah ini diadakan untuk membahas sebagai berikut.", []),
    "acara": ("Acara:\n1. Pembukaan\n2. Jadwal panen", ["Pembukaan", "Jadwal panen"]),
    "one sentence": ("Agenda: Pembagian pupuk dan jadwal panen", ["Pembagian pupuk dan jadwal panen"]),
    "numbers in a sentence": ("Agenda: (1) pembagian pupuk; (2) jadwal panen; dan (3) lain-lain",
                              ["pembagian pupuk", "jadwal panen", "lain-lain"]),
    "dotted numbers in a sentence": ("Agenda: 1. Pembagian pupuk; 2. Jadwal panen",
                                     ["Pembagian pupuk", "Jadwal panen"]),
    "dotted numbers without signs between": ("Agenda:\n1. Pembagian pupuk 2. Jadwal panen 3. Lain-lain",
                                             ["Pembagian pupuk", "Jadwal panen", "Lain-lain"]),
    "two sentences of the talk": ("Pembahasan: Urea habis. Panen mundur.", []),
    "topic": ("Topik: Pembagian pupuk", ["Pembagian pupuk"]),
    "item that holds the next points": ("Agenda:\n(1) pembagian pupuk; (2) jadwal panen; (3) lain-lain",
                                        ["pembagian pupuk", "jadwal panen", "lain-lain"]),
    "told in a sentence": ("Agenda rapat hari ini adalah pembagian pupuk dan jadwal panen.",
                           ["pembagian pupuk dan jadwal panen"]),
    "told with who led": ("Rapat dengan agenda pembagian pupuk, dipimpin oleh Pak Harun.", ["pembagian pupuk"]),
    "semicolons": ("Agenda: pembagian pupuk; jadwal panen; dan lain-lain",
                   ["pembagian pupuk", "jadwal panen", "lain-lain"]),
    "dashes in a line": ("Acara: pembagian pupuk -- jadwal panen -- lain-lain",
                         ["pembagian pupuk", "jadwal panen", "lain-lain"]),
    "arrows in a line": ("Agenda: Pupuk → Panen raya → Doa", ["Pupuk", "Panen raya", "Doa"]),
    "one dash": ("Agenda: Pembagian pupuk - tahap kedua", ["Pembagian pupuk - tahap kedua"]),
    "dotted numbers alone": ("Agenda: 1. Pembagian pupuk 2. Jadwal panen", ["Pembagian pupuk", "Jadwal panen"]),
    "dash behind the label": ("Agenda : - pembagian pupuk\n         - jadwal panen",
                              ["pembagian pupuk", "jadwal panen"]),
    "introduced": ("Dengan agenda sebagai berikut :\n1. Pembagian pupuk\n2. Jadwal panen",
                   ["Pembagian pupuk", "Jadwal panen"]),
    "subject": ("Perihal: Pembagian pupuk", ["Pembagian pupuk"]),
    "subject of a report": ("Hal: Laporan rapat pupuk", []),
    "prose": ("Rapat membahas dua hal, yaitu (i) pembagian pupuk dan (ii) jadwal panen",
              ["pembagian pupuk", "jadwal panen"]),
    "wrapped sentence": ("Agenda: Pembagian pupuk\nuntuk anggota baru", ["Pembagian pupuk untuk anggota baru"]),
    "another list right below": ("Agenda:\n1) pupuk\n2) panen\n\n1. Pupuk (Rina)\n - urea\n2. Panen (Dodi)",
                                 ["pupuk", "panen"]),
    "programme with times": ("Susunan Acara\n09.00 - 09.30 WIB Pembagian pupuk\n09.30 Jadwal panen",
                             ["Pembagian pupuk", "Jadwal panen"]),
    "programme as a table": ("Susunan Acara\n\n| Jam | Acara | Petugas |\n|---|---|---|\n"
                             "| 09.00 | Pembagian pupuk | Rina |\n| 09.30 | Jadwal panen | Dodi |\n",
                             ["Pembagian pupuk", "Jadwal panen"]),
    "sentence over a list": ("Pada hari ini Senin tanggal 8 Mei 2023 telah diadakan rapat dengan agenda:\n"
                             "1. Pembagian pupuk\n2. Jadwal panen", ["Pembagian pupuk", "Jadwal panen"]),
    "in order to discuss": ("Kelompok tani mengadakan rapat pada Senin, 8 Mei 2023 untuk membahas pembagian pupuk.",
                            ["pembagian pupuk"]),
    "main business": ("Telah diadakan rapat pengurus dengan acara pokok pembagian pupuk.", ["pembagian pupuk"]),
    "why it was held": ("Pertemuan ini diadakan untuk membagi pupuk bersubsidi kepada anggota baru kelompok.",
                        ["membagi pupuk bersubsidi kepada anggota baru kelompok"]),
    "business of another meeting": ("Rapat berikutnya diadakan untuk membahas pembagian pupuk.", []),
    "topics taken up one by one": ("Yang dibahas:\n1. Pupuk urea\n2. Panen raya\n\nI. Pupuk urea\nUrea belum datang.\n"
                                   "\nII. Panen raya\nMundur sepekan.", ["Pupuk urea", "Panen raya"]),
    "topics above the talk": ("Pokok bahasan\n1. Pupuk urea\n2. Panen raya", ["Pupuk urea", "Panen raya"]),
    "one topic above the talk": ("Pokok bahasan\na. Panen raya", ["Panen raya"]),
    "topics above notes that a label begins": ("Pokok bahasan\na. Pupuk urea\nb. Panen raya\n\nCatatan\n"
                                               "- Tugas minggu lalu: pupuk sudah dibeli\n- Kas tersisa.",
                                               ["Pupuk urea", "Panen raya"]),
    "one sentence that is the report": ("Yang dibahas:\n1. Pupuk urea belum datang", []),
    "what a council talks of": ("Pokok yang dimusyawarahkan\na. Pupuk urea\nb. Panen raya",
                                ["Pupuk urea", "Panen raya"]),
    "column of the agenda": ("| Acara | Pembahasan | Keputusan |\n|---|---|---|\n| Pupuk | Habis | Ditunggu |\n",
                             ["Pupuk"]),
    "column of topics": ("| Topik | Pembahasan | Keputusan |\n|---|---|---|\n| Pupuk | Habis | Ditunggu |\n", []),
    "long numbered topics": ("Pokok bahasan: (1) pembagian pupuk urea bersubsidi kepada anggota baru; "
                             "(2) jadwal panen raya di kebun bawah",
                             ["pembagian pupuk urea bersubsidi kepada anggota baru",
                              "jadwal panen raya di kebun bawah"]),
    "topics over what came of them": ("Yang dibahas:\n- Susunan panitia\n- Pupuk urea\n- Kas\n\nHasil rapat\n"
                                      "1. Rina membeli pupuk urea paling lambat 20 Mei.\n2. Kas disimpan Dodi.\n",
                                      ["Susunan panitia", "Pupuk urea", "Kas"]),
    "topics that are the report": ("Yang dibahas:\n1. Pupuk urea belum datang\n2. Panen raya mundur", []),
    "point again as a heading": ("Acara:\n- pupuk\n- panen\npupuk\nUrea belum datang dari gudang.",
                                 ["pupuk", "panen"]),
    "day below the subject": ("Perihal: Pembagian pupuk\nSenin, 8 Mei 2023, Balai Desa", ["Pembagian pupuk"]),
    "what was talked about": ("Adapun yang dibicarakan ialah pembagian pupuk kepada anggota baru kelompok.",
                              ["pembagian pupuk kepada anggota baru kelompok"]),
    "discussed on its day": ("Rapat anggota diadakan pada Senin, 8 Mei 2023 di balai, membahas pembagian pupuk.",
                             ["pembagian pupuk"]),
    "what is to be talked of": ("Hal yang akan dibahas:\n1. Pupuk urea\n2. Panen raya", ["Pupuk urea", "Panen raya"]),
    "what was talked of above the talk": (
        "Hal-hal yang dibicarakan dalam pertemuan antara lain:\n1. Pupuk urea\n2. Panen raya\n\nUraian\n1. Urea habis.",
        ["Pupuk urea", "Panen raya"]),
    "a section's report": ("Seksi Acara :\n- naskah siap\n- cari juru foto\n\nSeksi Humas :\n- poster", []),
    "soal": ("Soal: Pembagian pupuk", ["Pembagian pupuk"]),
    "name of the meeting": ("Subject: Weekly Harvest Meeting", []),
    "none": ("Tempat: Aula", []),
    "empty": ("Agenda: -\nTempat: Aula", []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "points"), AGENDAS.values(), ids=AGENDAS.keys())
def test_agenda(lines: str, points: list[str], minutes: Callable[..., Result]) -> None:
    assert [item.text for item in minutes(f"{TITLE}\n{lines}\n{BODY}").agenda] == points


def test_points_quote_their_source_without_its_mark(minutes: Callable[..., Result]) -> None:
    agenda = minutes(f"{TITLE}\n{AGENDAS['numbered'][0]}\n{BODY}").agenda
    assert [item.evidence.quote for item in agenda] == ["Pembagian pupuk", "Jadwal panen"]


def test_the_same_point_twice_has_two_ids(minutes: Callable[..., Result]) -> None:
    agenda = minutes(f"{TITLE}\nAgenda:\n1. Lain-lain\n2. Pupuk\n3. Lain-lain\n{BODY}").agenda
    assert len({item.id for item in agenda}) == 3


def test_what_the_section_of_that_name_reports_is_no_agenda(minutes: Callable[..., Result]) -> None:
    report = "## Acara\n- Susunan sudah versi 3.\n- Pengisi baru dua.\n\n**Humas**\n- Poster dicetak.\n"
    assert minutes(f"# Rapat Panitia Panen\n\nTanggal: 8 Mei 2023\n\n## Kabar\n\n{report}", ".md").agenda == ()


def test_the_agenda_of_the_next_meeting_is_not_that_of_this_one(minutes: Callable[..., Result]) -> None:
    assert minutes(f"{TITLE}{BODY}\nRapat berikutnya: 15 Mei 2023\nAgenda: pembagian pupuk\n").agenda == ()


@pytest.mark.parametrize(
    ("label", "points"),
    [
        pytest.param("Bahasan\n1. Pupuk urea\n2. Panen raya", ["Pupuk urea", "Panen raya"], id="list"),
        pytest.param("Yang dirembug : pupuk urea dan panen raya", ["pupuk urea dan panen raya"], id="value"),
        pytest.param("Pembahasan\n1. Pupuk urea\n2. Panen raya", [], id="the-talk"),
        pytest.param("Bahasan\n1. Pupuk urea\n2. Panen raya.\nKetua membuka rapat.", [], id="more-than-topics"),
    ],
)
@pytest.mark.parametrize(
    ("talk", "told"), [("Jalannya rapat\nKetua melaporkan kas.", True), ("Lain-lain\nKas cukup.", False)]
)
def test_a_heading_that_names_topics_over_a_report_of_the_talk(
    label: str, points: list[str], talk: str, told: bool, minutes: Callable[..., Result]
) -> None:
    result = minutes(f"{TITLE}\n{label}\n\n{talk}\n")
    assert [item.text for item in result.agenda] == (points if told else [])


def test_the_name_of_the_event_over_the_list_of_its_points_is_no_agenda(minutes: Callable[..., Result]) -> None:
    points = "Acara: Rapat panen raya\nTempat: Balai\nAgenda:\n1. Pupuk urea\n2. Panen raya"
    assert [item.text for item in minutes(f"{TITLE}\n{points}\n{BODY}").agenda] == ["Pupuk urea", "Panen raya"]
    alone = "Acara: Rapat panen raya\nTempat: Balai"
    assert [item.text for item in minutes(f"{TITLE}\n{alone}\n{BODY}").agenda] == ["Rapat panen raya"]


@pytest.mark.parametrize(
    "line",
    [
        "Hal yang dibicarakan dalam pertemuan antara lain:",
        "Adapun hal-hal yang telah dibicarakan malam ini :",
        "Beberapa hal yang didiskusikan bersama pengurus:",
        "Yang sudah dirembug bersama warga RT 05 di pos:",
    ],
)
def test_a_line_over_what_was_talked_of_heads_the_talk(line: str, minutes: Callable[..., Result]) -> None:
    talk = "1. Pompa masih rusak\n2. Rina Sari mengurus izin panen paling lambat 20 Mei 2023\n3. Kas Dodi"
    result = minutes(f"RAPAT TANI\n\nTanggal: 8 Mei 2023\nPeserta: Rina Sari, Dodi\n\n{line}\n{talk}\n")
    assert result.agenda == ()
    assert [[owner.name for owner in each.owners] for each in result.follow_ups] == [["Rina Sari"]]


@pytest.mark.parametrize(
    ("behind", "points"),
    [
        pytest.param("Perlengkapan\n- tenda 2\n", [], id="another-team"),
        pytest.param("Uraian\n- tenda 2\n", ["Tari", "Doa"], id="the-talk"),
    ],
)
def test_what_the_team_of_that_name_reports_among_others_is_no_agenda(
    behind: str, points: list[str], minutes: Callable[..., Result]
) -> None:
    report = "Acara\n1. Tari\n  - pelatih belum dibayar\n  - kostum ada\n2. Doa\n"
    found = minutes(f"Notulensi 8/5/2023\nPanitia Panen Raya\n\n{report}{behind}").agenda
    assert [item.text.split()[0] for item in found] == points
