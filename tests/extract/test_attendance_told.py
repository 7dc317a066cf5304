"""Attendance, absence and the chair where careless sentences tell them."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Party
from notula.models.result import Result

Minutes = Callable[..., Result]

TITLE = "Rapat Warga Blok Anggrek\n\nSabtu, 4 Mei 2024 jam 20.00 di pos ronda. "
TALK = "\n\nPembahasan\n1. Selokan depan pos mampet.\n2. Lampu taman mati sejak kemarin.\n"


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


PRESENT = {
    "counted first": "Hadir 12 dari 20 rumah, di antaranya Pak Wiryo, Bu Sekar, Mas Tegar.",
    "only so many": "Yang ada cuma bertiga: Pak Wiryo, Bu Sekar, Mas Tegar.",
    "the writer among them": "Ada saya, Pak Wiryo, Bu Sekar, Mas Tegar",
    "complete": "Lengkap berempat: saya, Pak Wiryo, Bu Sekar, ditambah Mas Tegar (warga baru)",
    "together with": "Rapat berempat aja sama Pak Wiryo, Bu Sekar dan Mas Tegar",
    "what they did": "Dihadiri Pak Wiryo, Bu Sekar, dan Mas Tegar, membahas surat kelurahan.",
    "who gathered": "Yg kumpul: saya, Pak Wiryo, Bu Sekar, Mas Tegar. jam 8 malam di pos",
    "before the word": "Pak Wiryo, Bu Sekar, dan Mas Tegar hadir; warga lain menyusul.",
    "only those": "Yang bisa datang cuma Pak Wiryo, Bu Sekar sama Mas Tegar.",
    "those who take part": "Peserta rapat adalah Pak Wiryo, Bu Sekar, dan Mas Tegar.",
    "a number in words": "Rapat diikuti oleh tiga pengurus yaitu Pak Wiryo, Bu Sekar, dan Mas Tegar.",
    "two sentences": "Hadir Pak Wiryo, Bu Sekar. Turut hadir Mas Tegar.",
    "and one without": "Rapat dihadiri Pak Wiryo, Bu Sekar dan Mas Tegar tanpa Pak Tono.",
    "late and by phone": "\nHadir: Pak Wiryo, Bu Sekar menyusul, Mas Tegar via Zoom. Di ruang Melati",
    "behind who led": "Dipimpin Bu Lurah, hadir Pak Wiryo, Bu Sekar dan Mas Tegar",
    "counted in between": "Anggota yang hadir 3 dari 9 orang sehingga sah, yaitu Pak Wiryo; Bu Sekar; Mas Tegar.",
    "in brackets": "\nHadir: bertiga (Wiryo, Sekar, Tegar)",
    "in brackets, all": "\nHadir: lengkap (Wiryo, Sekar, Tegar)",
    "so many, in a bracket": "Cuma bertiga (Wiryo, Sekar, Tegar), belum kuorum",
    "behind how many": "\nYg datang ada 27 KK. Pak RT (Pak Wiryo), Bu Sekar, Mas Tegar dll.",
    "and a count of others": "\nHadir: Pak Wiryo, Bu Sekar, Mas Tegar dan 14 warga lainnya",
    "and so many persons": "\nHadir: Pak Wiryo, Bu Sekar, Mas Tegar, serta sekitar 5 orang warga",
    "with others of theirs": "\nHadir: Pak Wiryo, Bu Sekar, Mas Tegar + 2 org",
    "before the messages": "\nHadir: Wiryo, Sekar, Tegar\n20:05 <wiryo> mulai ya",
    "at the meeting": "Hadir dalam musyawarah: Pak Wiryo, Bu Sekar, dan Mas Tegar.",
    "on this occasion": "Rapat lancar. Turut hadir pada kesempatan ini: Pak Wiryo, Bu Sekar dan Mas Tegar",
    "in a room": "Yang masuk ruangan: Pak Wiryo, Bu Sekar, Mas Tegar",
    "just those": "Cuma Pak Wiryo, Bu Sekar + Mas Tegar",
}


@pytest.mark.parametrize("sentence", PRESENT.values(), ids=PRESENT.keys())
def test_who_came(sentence: str, minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).attendees) == ["Wiryo", "Sekar", "Tegar"]


MISSING = {
    "did not come in": "Pak Tono ga masuk.",
    "greetings sent": "Pak Tono titip pesan lewat WA karena di luar kota.",
    "the word before the name": "Tidak hadir Pak Tono (sakit).",
    "without": "\nMinus Pak Tono (bendahara), hajatan.",
    "in brackets behind the name": "\nDaftar: Pak Tono (izin)",
    "the word first": "Absen Pak Tono",
    "only one": "Hanya Pak Tono yang berhalangan.",
    "a reason behind a label": "\nTidak bisa hadir: Pak Tono krn sakit",
    "excused for something": "Pak Tono izin wisuda.",
    "who wrote instead": "Pak Tono sakit jadi saya yang nulis.",
    "marked absent": "\nAlpha: Pak Tono",
    "who it is": "Undangan yang tidak hadir adalah Pak Tono.",
    "could not join": "Pak Tono tidak bisa ikut, sinyal.",
    "no word of why": "\nHadir: Pak Wiryo (Pak Tono tanpa ket.)",
    "in brackets of another": "\nHadir: Pak Wiryo, Bu Sekar (Pak Tono tidak datang, anaknya sakit)",
}


@pytest.mark.parametrize("sentence", MISSING.values(), ids=MISSING.keys())
def test_who_was_missing(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nHadir: Pak Wiryo, Bu Sekar. {sentence}{TALK}")
    assert (names(result.attendees), names(result.absent)) == (["Wiryo", "Sekar"], ["Tono"])


def test_who_came_with_nothing_between_them(minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}\nhadir wiryo sekar tegar{TALK}").attendees) == ["wiryo", "sekar", "tegar"]


def test_who_was_missing_in_small_letters(minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nhadir: wiryo, sekar, tegar. tono cuti{TALK}")
    assert (names(result.attendees), names(result.absent)) == (["wiryo", "sekar", "tegar"], ["tono"])


def test_people_of_a_chat(minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nHadir: @wiryo_u, @sekar, plus 2 orang mahasiswa baru. @tono_b izin (sakit).{TALK}")
    assert names(result.attendees) == ["wiryo_u", "sekar", "mahasiswa baru"]
    assert names(result.absent) == ["tono_b"]


@pytest.mark.parametrize(
    ("line", "present", "absent"),
    [
        ("semua koordinator bidang (bidang keamanan tidak hadir)", ["semua koordinator bidang"], ["bidang keamanan"]),
        ("seluruh pengurus (seksi humas berhalangan)", ["seluruh pengurus"], ["seksi humas"]),
        ("Bu Sekar (seksi humas), Mas Tegar", ["Sekar", "Tegar"], []),
        ("Bu Sekar (datang tidak tepat waktu), Mas Tegar", ["Sekar", "Tegar"], []),
    ],
)
def test_a_unit_in_small_letters_was_missing(
    line: str, present: list[str], absent: list[str], minutes: Minutes
) -> None:
    result = minutes(f"{TITLE}\nPeserta : {line}{TALK}")
    assert (names(result.attendees), names(result.absent)) == (present, absent)


@pytest.mark.parametrize(
    ("when", "first"),
    [
        ("hari Kamis tgl 9 Mei 2024 mulai pkl 09.00 di Pendopo dg hasil sbb :", "Rakor pangan dipimpin"),
        ("pada hari Kamis 9 Mei 2024 jam 09.00 di Pendopo dengan hasil sebagai berikut:", "Rapat dipimpin oleh"),
        ("Kamis tanggal 9 Mei 2024 pukul 09.00 di Pendopo dgn hasil :", "Rakor pangan dipimpin"),
    ],
)
def test_a_header_in_one_sentence(when: str, first: str, minutes: Minutes) -> None:
    meeting = minutes(f"{first} Wakil Bupati diikuti Inspektur, Kepala BPS dan para Camat, {when}\n1. Beras aman\n")
    assert names(meeting.attendees) == ["Inspektur", "Kepala BPS", "para Camat"]
    assert names(meeting.meeting.chair) == ["Wakil Bupati"]
    assert meeting.meeting.place is not None and meeting.meeting.place.text == "Pendopo"
    title = meeting.meeting.title
    assert (title.text if title else None) == ("Rakor pangan" if "pangan" in first else None)


@pytest.mark.parametrize("end", ["dst.", "dan dll."])
def test_a_list_of_names_that_goes_on_unsaid(end: str, minutes: Minutes) -> None:
    listed = f"Pembina\t: -\nPengurus\t: Wiryo, Sekar, Tegar, Tono, Dodi, Beni, Ratna, {end}"
    result = minutes(f"RAPAT OSIS\nTANGGAL\t: 4 Mei 2024\nPESERTA RAPAT\t: {listed}\nNOTULIS\t: Sekar\n{TALK}")
    assert names(result.attendees)[:4] == ["Wiryo", "Sekar", "Tegar", "Tono"]


@pytest.mark.parametrize(
    "sentence",
    ["Semua pengurus hadir kecuali Bu Rina.", "\nHadir: semua pengurus kecuali Bu Rina (ada acara keluarga)"],
    ids=["sentence", "label"],
)
def test_all_but_one(sentence: str, minutes: Minutes) -> None:
    result = minutes(TITLE + sentence + TALK)
    assert [name.lower() for name in names(result.attendees)] == ["semua pengurus"]
    assert names(result.absent) == ["Rina"]


def test_an_excuse_in_a_sentence_about_something_else_is_no_absence(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir: Pak Wiryo, Bu Sekar. Warga minta semua pedagang di depan pasar punya izin usaha.{TALK}"
    assert minutes(text).absent == ()


def test_what_often_happens_is_no_absence(minutes: Minutes) -> None:
    assert minutes(f"{TITLE}\nHadir: Pak Wiryo\n\nBu Sekar (wali kelas): Tono sering tidak masuk.{TALK}").absent == ()


@pytest.mark.parametrize(
    "sentence",
    ["Pertemuan difasilitasi oleh Wiryo Santoso (Balai Warga).", "Moderator Wiryo Santoso (Kasi Umum)."],
    ids=["facilitated", "office first"],
)
def test_chair(sentence: str, minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).meeting.chair) == ["Wiryo Santoso"]


@pytest.mark.parametrize(
    ("sentence", "chair"),
    [
        ("Rapat dipimpin Wiryo Santoso karena Ketua (Tono) berhalangan.", ["Wiryo Santoso"]),
        ("Rapat dipimpin langsung oleh Lurah, Ir. Wiryo Santoso, didampingi Sekretaris, Sekar.", ["Ir. Wiryo Santoso"]),
        ("Pak Wiryo yang memimpin rapat. Selokan dibahas.", ["Wiryo"]),
        ("\nHadir: Pak Wiryo (ketua, yg mimpin), Bu Sekar", ["Wiryo"]),
        ("Presidium sidang I Wiryo Santoso, notulis Sekar.", ["Wiryo Santoso"]),
        ("Pertemuan dipandu bergantian oleh Wiryo dan Sekar.", ["Wiryo", "Sekar"]),
        ("Dibuka oleh Ketua, Wiryo Santo, Ph.D., selaku pimpinan rapat pada pukul 20.05.", ["Wiryo Santo, Ph.D."]),
        ("Dipimpin Pak Wiryo, hadir Bu Sekar dan warga.", ["Wiryo"]),
        ("Sebagai pemimpin rapat adalah Wiryo Santoso dan sebagai notulis Sekar Arum.", ["Wiryo Santoso"]),
    ],
    ids=["instead", "with others", "yang memimpin", "in brackets", "presidium", "in turn", "since when", "who came",
         "and a note-taker"],
)
def test_chair_among_others(sentence: str, chair: list[str], minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).meeting.chair) == chair


@pytest.mark.parametrize(
    "sentence",
    [
        "Wiryo ditunjuk sebagai pimpinan rapat dan Sekar sebagai notulis.",
        "Yang jadi notulis hari ini Sekar.",
        "Notulen dibuat Sekar.",
        "\nPencatat: saya (Sekar)",
    ],
    ids=["appointed", "today", "without oleh", "first person"],
)
def test_note_taker(sentence: str, minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).meeting.note_taker) == ["Sekar"]


def test_degree_at_the_end_of_a_sentence_keeps_its_dot(minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Pencatat adalah Sekar Arum, S.H.{TALK}").meeting
    assert names(meeting.note_taker) == ["Sekar Arum, S.H."]


def test_count_before_an_appended_list(minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}\nHadir : 11 dosen (terlampir). Izin: Pak Tono{TALK}").attendees) == ["dosen"]


def test_members_told_beside_guests(minutes: Minutes) -> None:
    text = f"{TITLE}Dihadiri anggota jaringan: Yayasan Melati (Sekar Arum, Dewi Lestari), PMI. Undangan: Bappeda.{TALK}"
    found = [(party.name, party.organization) for party in minutes(text).attendees]
    assert found == [
        ("Sekar Arum", "Yayasan Melati"), ("Dewi Lestari", "Yayasan Melati"), ("PMI", None), ("Bappeda", None),
    ]  # fmt: skip


def test_value_of_a_label_ends_with_its_sentence(minutes: Minutes) -> None:
    text = f"{TITLE}\nPimpinan: Lurah Melati. Warga berkurang, yang hadir Wiryo Santoso, Sekar Arum.{TALK}"
    assert names(minutes(text).meeting.chair) == ["Lurah Melati"]


def test_two_note_takers(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir: Wiryo, Sekar, Tegar{TALK}\nDicatat oleh Sekar Arum & Tegar Budi\n"
    assert names(minutes(text).meeting.note_taker) == ["Sekar Arum", "Tegar Budi"]


def test_speakers_whose_office_stands_first(minutes: Minutes) -> None:
    said = (
        "Kepala Madrasah (Wiryo Santoso, S.Ag.): Terima kasih sudah datang.\n"
        "Waka Humas (Sekar Arum, S.Pd.): Undangan dicetak besok.\nKepala Madrasah: Cukup sekian.\n"
    )
    result = minutes(f"Rapat Dewan Guru\n\nSabtu, 4 Mei 2024\n\nPembahasan\n{said}")
    assert [(party.name, party.role) for party in result.attendees] == [
        ("Wiryo Santoso, S.Ag.", "Kepala Madrasah"), ("Sekar Arum, S.Pd.", "Waka Humas"),
    ]  # fmt: skip


def test_table_of_names_and_marks(minutes: Minutes) -> None:
    rows = (
        "## Kehadiran\n\n| No | Nama | Pelayan | Ket. |\n|---|---|---|---|\n"
        "| 1 | Wiryo Santoso | Ketua Majelis | hadir |\n"
        "| 2 | Sekar Arum | Bendahara | izin |\n\n## Pembahasan\n\n1. Atap bocor.\n"
    )
    result = minutes(f"# Rapat Majelis\n\nSabtu, 4 Mei 2024\n\n{rows}", suffix=".md")
    assert [(party.name, party.role) for party in result.attendees] == [("Wiryo Santoso", "Ketua Majelis")]
    assert names(result.absent) == ["Sekar Arum"]


def test_groups_of_a_council_behind_their_count(minutes: Minutes) -> None:
    text = (
        "RISALAH RAPAT PANITIA KHUSUS\n\nHari/Tanggal: Selasa, 14 Mei 2024\nHadir: 3 dari 9 orang Anggota\n\n"
        "PIMPINAN :\n1. H. Wiryo Santoso (Ketua)\nANGGOTA :\n2. Sekar Arum\n3. Tegar Budi\n\n"
        "KETUA RAPAT :\nRapat saya buka dan terbuka untuk umum.\n"
    )
    assert [(party.name, party.role) for party in minutes(text).attendees] == [
        ("H. Wiryo Santoso", "Ketua"), ("Sekar Arum", "ANGGOTA"), ("Tegar Budi", "ANGGOTA"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "present"),
    [
        ("Peserta : 1. Camat Melati 2. Inspektorat\n  3. Bagian Umum\n  4. Sekar Arum", 4),
        ("PESERTA\nInstansi vertikal: Kantor Pertanahan; Balai Pangan dan Gizi.\nUnsur warga: PMI; Sekar Arum.", 4),
        ("Yg hadir\ntegar, sekar (bendahara), wiryo\n1. lampu\nlampu taman diganti Tegar\nSekar beli kabel baru\n", 3),
        ("Hadir: Pak Tegar, Bu Sekar\nTitipan warga :\n- selokan mampet dikeruk dulu\n- lampu mati diganti", 2),
        ("Hadir:\n1. Camat Melati\n2. Sekar Arum\nMateri yang dibahas adalah:\n1) Selokan\n2) Lampu", 2),
    ],
    ids=["numbers go on", "groups that join", "a topic behind", "notes behind", "topics behind"],
)
def test_where_a_list_ends(lines: str, present: int, minutes: Minutes) -> None:
    text = f"NOTULA RAPAT\nRapat Selokan\n\nTanggal: 4 Mei 2024\n{lines}\n\nPembahasan\n1. Pompa air rusak.\n"
    assert len(minutes(text).attendees) == present


@pytest.mark.parametrize(
    "crowd",
    ["Ketua dan anggota BPD", "Ketua RT dan RW se-Desa Melati", "warga RT 05, RT 06, dan RT 09 Kelurahan Melati",
     "Direktur PT Laut (Persero) beserta jajaran", "Lurah beserta Perangkat Desa"],
)  # fmt: skip
def test_one_crowd(crowd: str, minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}\nHadir: {crowd}; Pak Wiryo{TALK}").attendees) == [crowd, "Wiryo"]


def test_head_who_opened_the_meeting(minutes: Minutes) -> None:
    told = "Rapat dibuka oleh Ketua Panitia, Sdr. Wiryo Santoso, S.T., sedangkan Sekar Arum mencatat."
    text = f"{TITLE}{told}\n\nPeserta rapat\nPanitia: Wiryo Santoso, S.T. (Ketua), Sekar Arum (Anggota){TALK}"
    assert names(minutes(text).meeting.chair) == ["Wiryo Santoso, S.T."]


def test_office_over_a_bracket_with_a_degree(minutes: Minutes) -> None:
    (chair,) = minutes(f"{TITLE}\nPimpinan rapat: Camat Melati (Wiryo Santoso, S.Sos){TALK}").meeting.chair
    assert (chair.name, chair.role) == ("Wiryo Santoso, S.Sos", "Camat Melati")


def test_offices_with_their_holders_under_a_heading(minutes: Minutes) -> None:
    text = (
        "RINGKASAN RAPAT UMUM\n\nRapat diadakan pada Sabtu, 4 Mei 2024.\n\nDireksi yang hadir dalam Rapat :\nDireksi\n"
        "Direktur Utama : Tn. Wiryo Santoso\nDirektur : Ny. Sekar Arum\n\nRapat dipimpin oleh Tn. Wiryo Santoso.\n"
    )
    assert [(party.name, party.role) for party in minutes(text).attendees] == [
        ("Wiryo Santoso", "Direktur Utama"), ("Sekar Arum", "Direktur"),
    ]  # fmt: skip


SIDES = {
    "rows of a form": (
        "| Date | 4 Mei 2024 |\n|---|---|\n| Venue | Ruang Melati |\n"
        "| Sinar Abadi Jaya | Wiryo Santoso (HR Director), Sekar Arum (Payroll Officer) |\n\n",
        [("Wiryo Santoso", "HR Director", "Sinar Abadi Jaya"), ("Sekar Arum", "Payroll Officer", "Sinar Abadi Jaya")],
    ),
    "lists": (
        "Tanggal: 4 Mei 2024\n\nPihak perusahaan :\n- Wiryo Santoso (Direktur)\n\n"
        "Pihak serikat :\n- Sekar Arum – ketua\n\n",
        [("Wiryo Santoso", "Direktur", "perusahaan"), ("Sekar Arum", "ketua", "serikat")],
    ),
}


@pytest.mark.parametrize(("header", "present"), SIDES.values(), ids=SIDES.keys())
def test_sides(header: str, present: list[tuple[str, str, str]], minutes: Minutes) -> None:
    result = minutes(f"# Minutes of Meeting\n\n{header}## Pembahasan\n\n1. Upah lembur.\n", suffix=".md")
    assert [(party.name, party.role, party.organization) for party in result.attendees] == present


def test_sides_with_lists_in_the_rows_of_a_form(minutes: Minutes) -> None:
    rows = (
        "<tr><td>Tanggal</td><td>4 Mei 2024</td></tr><tr><td>Tempat</td><td>Ruang Melati</td></tr>"
        "<tr><td>Dari Dinas Pertanian</td><td><ol><li>Wiryo Santoso (Kepala Bidang)</li><li>Sekar Arum – staf</li></ol>"
        "</td></tr><tr><td>Dari Auditi</td><td><ol><li>Tegar Budi (Bendahara)</li><li>Lilis (Ketua)</li></ol></td></tr>"
    )
    text = f"<h1>Risalah Rapat Lumbung</h1><table>{rows}</table><h2>Pembahasan</h2><ol><li>Atap bocor.</li></ol>"
    assert [(each.name, each.role, each.organization) for each in minutes(text, suffix=".html").attendees] == [
        ("Wiryo Santoso", "Kepala Bidang", "Dinas Pertanian"), ("Sekar Arum", "staf", "Dinas Pertanian"),
        ("Tegar Budi", "Bendahara", None), ("Lilis", "Ketua", None),
    ]  # fmt: skip


def test_chapter_that_begins_with_its_header(minutes: Minutes) -> None:
    text = (
        "HIMPUNAN NOTULA\n\nI. Rapat Koordinasi Data\nHari, Tanggal Sabtu, 4 Mei 2024\nPukul 09.00 WIB\n"
        "Pemandu Direktorat Data, Bappenas\nPeserta Biro Umum\nKantor Staf Presiden\n\nPembahasan\n1. Data dibuka.\n"
    )
    result = minutes(text)
    assert names(result.meeting.chair) == ["Direktorat Data, Bappenas"]
    assert names(result.attendees) == ["Biro Umum", "Kantor Staf Presiden"]


def test_office_of_the_meeting_in_a_line_behind_the_header(minutes: Minutes) -> None:
    text = (
        "RAKOR POSKO BANJIR\n\n• Sabtu, 4 Mei 2024, jam 10.00\n• Balai Desa\nPimpinan: Pak Wiryo Santoso\n"
        "Panitera : Sekar Arum\nHadir: Pak Wiryo Santoso, Sekar Arum, dr. Galih Prakoso, Sp.FK\n"
        "Pembahasan:\n- Pengungsi di empat titik.\n"
    )
    result = minutes(text)
    assert (names(result.meeting.chair), names(result.meeting.note_taker)) == (["Wiryo Santoso"], ["Sekar Arum"])
    assert names(result.attendees)[2:] == ["dr. Galih Prakoso, Sp.FK"]


NOTED = {
    "label behind a full stop": "Rapat dipimpin Joko Lukito. Notulen : Sekar Arum.",
    "adverb": "Dicatat belakangan oleh Sekar Arum, dari ingatan.",
    "notes by": "Rapat berlangsung santai, catatan oleh Sekar Arum",
    "written by, with a colon": "Risalah dibuat oleh: Kasubbag Risalah, Sekar Arum.",
    "secretary beside the chair": "Rapat dipimpin Ketua, Joko Lukito, dengan sekretaris Sekar Arum.",
    "notary": "Pada hari ini saya, Sekar Arum, Notaris di Kota Melati, membuat risalah rapat.",
    "writer in brackets": "Yang memimpin Joko Lukito, saya yang mencatat (Sekar Arum, Forum Data).",
}


@pytest.mark.parametrize("sentence", NOTED.values(), ids=NOTED.keys())
def test_note_taker_told_in_passing(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"RAPAT FORUM DATA\n\nTanggal: 4 Mei 2024\n\n{sentence}\n\nPembahasan\n1. Data dibuka.\n")
    assert names(result.meeting.note_taker) == ["Sekar Arum"]


def test_hospital_is_no_excuse(minutes: Minutes) -> None:
    text = "Notulen Rapat Pokja Rumah Sakit (PRS)\n\nTanggal: 4 Mei 2024\nPeserta: Sekar Arum\n\nPembahasan\n1. Data.\n"
    assert minutes(text).absent == ()


def test_p_before_several_names_is_an_address(minutes: Minutes) -> None:
    text = "KUMPULAN WARGA\n\nTanggal: 4 Mei 2024\nHadir: P. Rahmat, P. Joko (ketua RT)\n\nPembahasan\n1. Kas.\n"
    assert names(minutes(text).attendees) == ["Rahmat", "Joko"]


def test_a_thing_that_has_not_come_is_no_absentee(minutes: Minutes) -> None:
    assert not minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\nPembahasan\n1. Pupuk belum datang.\n2. Harga naik.\n").absent


def test_p_and_b_before_names_are_addresses(minutes: Minutes) -> None:
    text = "KUMPULAN WARGA\n\nTanggal: 4 Mei 2024\nHadir: P. Rahmat, B. Wati, Mas Joko\n\nPembahasan\n1. Kas.\n"
    assert names(minutes(text).attendees) == ["Rahmat", "Wati", "Joko"]


def test_shareholders_of_a_deed(minutes: Minutes) -> None:
    text = (
        "BERITA ACARA RAPAT UMUM PEMEGANG SAHAM\nPT MELATI JAYA\n\nPada hari ini, Sabtu, tanggal 4-5-2024, di kantor "
        "Perseroan, -----\n\nHadir dalam Rapat : -----\n\n"
        "1. Tuan WIRYO SANTOSO, Direktur Utama, bertindak pula selaku pemegang 40 (empat puluh) saham; -----\n"
        "2. Nyonya SEKAR ARUM, Komisaris; -----\n"
        "3. PT TEGAR ABADI, pemilik 60 saham, diwakili kuasanya Tuan WIRYO SANTOSO tersebut. -----\n\n"
        "Rapat dipimpin oleh Tuan WIRYO SANTOSO sesuai Anggaran Dasar. -----\n"
    )
    result = minutes(text)
    assert [(party.name, party.role) for party in result.attendees] == [
        ("WIRYO SANTOSO", "Direktur Utama"), ("SEKAR ARUM", "Komisaris"), ("PT TEGAR ABADI", None),
    ]  # fmt: skip
    assert names(result.meeting.chair) == ["WIRYO SANTOSO"]


def test_groups_of_a_council_with_letters(minutes: Minutes) -> None:
    text = (
        "NOTULEN RAPAT KOMISI II\nTanggal : 4 Mei 2024\nDihadiri :\nA. PIMPINAN :\n1. Wiryo Santoso (Ketua)\n"
        "B. ANGGOTA :\n1. Sekar Arum\nC. EKSEKUTIF :\n1. Kepala Dinas Pasar\n\n"
        "Ketua rapat : Wiryo Santoso\n\nPembahasan\n1. Pasar.\n"
    )
    assert names(minutes(text).attendees) == ["Wiryo Santoso", "Sekar Arum", "Kepala Dinas Pasar"]


def test_factions_under_a_lettered_group(minutes: Minutes) -> None:
    text = (
        "# RISALAH RAPAT KOMISI II\n\nTanggal: 4 Mei 2024\n\nHadir:\n\nA. PIMPINAN\n\n1. Wiryo Santoso (Ketua)\n\n"
        "B. ANGGOTA\n\nFraksi Mawar\n\n2. Sekar Arum, S.H.\n\n## Pembahasan\n\n1. Pasar.\n"
    )
    assert "ANGGOTA" not in names(minutes(text, suffix=".md").attendees)


def test_groups_with_their_members_under_a_sentence(minutes: Minutes) -> None:
    text = (
        "NOTULEN RAPAT KOMISI C\n\nRapat diadakan Sabtu, 4 Mei 2024 di aula dan dihadiri oleh :\n\n"
        "Anggota Komisi C :\n\n1. Wiryo Santoso\t(Ketua)\n2. Sekar Arum\t(Anggota)\n\n"
        "Rapat dicatat oleh Staf Risalah, Sdri. Melati Sari.\n\nPEMBAHASAN\n\nPasar lama dipindah.\n"
    )
    result = minutes(text)
    assert [(party.name, party.role, party.organization) for party in result.attendees] == [
        ("Wiryo Santoso", "Ketua", "Komisi C"), ("Sekar Arum", "Anggota", "Komisi C"),
    ]  # fmt: skip
    assert names(result.meeting.note_taker) == ["Melati Sari"]


def test_neighbourhoods_told_apart_by_numbers_are_one_group(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir:\n1. Ketua RT 01, 02, 03\n2. Tegar{TALK}"
    assert names(minutes(text).attendees) == ["Ketua RT 01, 02, 03", "Tegar"]


def test_sentences_behind_a_list_on_one_line(minutes: Minutes) -> None:
    text = f"{TITLE}Hadir: Wiryo, Sekar, dan Tegar. Yang dibicarakan adalah iuran, selokan dan lampu taman.{TALK}"
    assert names(minutes(text).attendees) == ["Wiryo", "Sekar", "Tegar"]


def test_counted_absentees_behind_a_colon(minutes: Minutes) -> None:
    text = f"{TITLE}\nPeserta: guru dan karyawan (30 hadir, 2 tidak: Pak Wiryo umrah, Bu Sekar sakit){TALK}"
    result = minutes(text)
    assert (names(result.attendees), names(result.absent)) == (["guru dan karyawan"], ["Wiryo", "Sekar"])


def test_speakers_with_their_office_behind_the_name(minutes: Minutes) -> None:
    talk = "Wiryo Santoso (Kabid Anggaran): Pagu tahun ini naik.\n\nSekar Arum (Dinas Pasar): Lapak sudah didata.\n"
    text = f"RAPAT PAGU PASAR\n\nTanggal: 4 Mei 2024\n\nPembicaraan\n\n{talk}"
    assert [(party.name, party.role, party.organization) for party in minutes(text).attendees] == [
        ("Wiryo Santoso", "Kabid Anggaran", None), ("Sekar Arum", None, "Dinas Pasar"),
    ]  # fmt: skip


def test_no_speakers_beside_a_count(minutes: Minutes) -> None:
    talk = "Pembahasan\n\nKetua Komite mengusulkan iuran dinaikkan.\n\nPak Wiryo: selokan mampet.\n"
    text = f"RAPAT KOMITE\n\nTanggal: 4 Mei 2024\n{{count}}\n\n{talk}"
    assert names(minutes(text.format(count="Tempat: aula")).attendees)
    assert not minutes(text.format(count="Anggota yang hadir 12 orang dari 15 orang.")).attendees


def test_a_group_with_how_many_of_it_came(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir:\n1. Anggota Komisi C: 7 dari 9 orang\n2. Dinas Pasar{TALK}"
    assert names(minutes(text).attendees) == ["Anggota Komisi C", "Dinas Pasar"]
