"""Who led, took notes, came and stayed away."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Party
from notula.models.result import Result

Minutes = Callable[..., Result]
TITLE = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\nTanggal: 8 Mei 2023\n"
BODY = "\nPembahasan\n1. Pompa air rusak.\n"


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


CHAIRS = {
    "label": ("Pimpinan Rapat: Drs. Wayan Suteja", ["Drs. Wayan Suteja"]),
    "honorific": ("Pemimpin rapat : Bapak Joko Prabowo", ["Joko Prabowo"]),
    "moderator": ("Moderator: Rina Anggraini, S.P.", ["Rina Anggraini, S.P."]),
    "role only": ("Pimpinan rapat: Kepala Desa", ["Kepala Desa"]),
    "body only": ("Pimpinan rapat: Dinas Pertanian", ["Dinas Pertanian"]),
    "office and name": ("Pimpinan rapat: Ketua RW 05, Harun Saputra", ["Harun Saputra"]),
    "chairman": ("Ketua: Harun Saputra\nSekretaris: Lilis Suryani", ["Harun Saputra"]),
    "another office on the line": ("Pimpinan rapat Pak Harun, notulis Bu Ratna", ["Harun"]),
    "head of the working group": ("Ketua Pokja: Harun Saputra (Bappeda)", ["Harun Saputra"]),
    "who it is said to be": ("Fasilitator diskusi adalah Rina Anggraini, dengan pencatat Joko.", ["Rina Anggraini"]),
    "presidium": ("Presidium Sidang: Harun Saputra", ["Harun Saputra"]),
    "prose": ("Rapat dipimpin oleh Bapak Harun Saputra.", ["Harun Saputra"]),
    "prose, led and attended": ("Rapat dipimpin oleh Harun Saputra dan dihadiri oleh Dewi Anjani.", ["Harun Saputra"]),
    "prose, office": ("Rapat dipandu oleh Sekretaris Desa, Gede Mahardika.", ["Gede Mahardika"]),
    "office and its body": ("Pimpinan rapat: Kepala Bidang Data, Dinas Pertanian", ["Kepala Bidang Data"]),
    "office behind the name": ("Rapat dibuka oleh Ketua Panitia (Sdr. Galih) selaku pemimpin rapat.", ["Galih"]),
    "label alone without a colon": ("Pemimpin rapat Asisten Kebun (Pak Hutagalung)", ["Hutagalung"]),
    "as guide": ("Sebagai pemandu Pak Harun, yang mencatat Bu Ratna.", ["Harun"]),
    "as chair": ("Bertindak selaku pimpinan rapat Harun Saputra.", ["Harun Saputra"]),
    "far down in the opening": ("Assalamualaikum\nBerikut hasilnya\nDi balai dusun\nDipimpin Pak Harun", ["Harun"]),
    "an attendee who leads": ("Hadir: Harun, Dewi, Lilis\n\nHarun pimpin rapat, Dewi yg nyatet.", ["Harun"]),
    "head and moderator": ("Pimpinan Rapat: Kepala Desa\nModerator: Rina Anggraini", ["Kepala Desa", "Rina Anggraini"]),
    "who led before who wrote": ("Yang memimpin Pak Harun, yang mencatat Bu Ratna.", ["Harun"]),
    "beside whom": ("Pimpinan Rapat: Kepala Desa didampingi Kepala Dusun", ["Kepala Desa"]),
    "short label": ("Fasil: Mbak Dewi | Catat: Harun", ["Dewi"]),
    "head of the body": ("Tempat: Aula\nKetua Senat : Harun Saputra\nSekretaris : Sri Lestari", ["Harun Saputra"]),
    "heads of two bodies": ("Tempat: Aula\nKetua Senat : Harun Saputra\nKetua Alumni : Sri Lestari", []),
    "together": ("Dipimpin bersama oleh\nHarun dan Sri Lestari\nTempat: Aula", ["Harun", "Sri Lestari"]),
    "host behind a picture": ("📍 Aula\n🎤 Host: Harun Saputra\n📝 Pencatat: Sri Lestari", ["Harun Saputra"]),
    "and who noted": ("Rapat dipimpin Pak Harun dan yang mencatat Bu Ratna.", ["Harun"]),
    "nobody": ("Tempat: Aula", []),
    "empty": ("Pimpinan rapat: -\nTempat: Aula", []),
}  # fmt: skip


@pytest.mark.parametrize(("line", "chair"), CHAIRS.values(), ids=CHAIRS.keys())
def test_chair(line: str, chair: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}{line}\n{BODY}").meeting.chair) == chair


NOTES = {
    "label": ("Notulis: Ni Luh Sariani", ["Ni Luh Sariani"]),
    "notulen": ("Notulen : Ibu Sri Lestari", ["Sri Lestari"]),
    "two": ("Notulis: Lilis Suryani dan Dewi Anjani", ["Lilis Suryani", "Dewi Anjani"]),
    "short label": ("Sekr : Sri Lestari", ["Sri Lestari"]),
    "prose, secretary": ("Rapat dipimpin oleh Harun Saputra, dengan sekretaris rapat Sri Lestari.", ["Sri Lestari"]),
    "in small letters without a mark": ("Sekretaris rapat adalah Sri Lestari.", ["Sri Lestari"]),
    "made by": ("Risalah dibuat oleh Sri Lestari.", ["Sri Lestari"]),
    "who wrote before the secretary": ("Ketua: Harun Saputra\nSekretaris: Dewi Anjani\nPencatat: Sri Lestari",
                                       ["Sri Lestari"]),
    "another office before": ("Pimpinan rapat Harun Saputra dan notulis Sri Lestari.", ["Sri Lestari"]),
    "written by": ("Rapat di balai. Catatan ditulis oleh Bu Sri Lestari.", ["Sri Lestari"]),
    "log put in order": ("Log dirapikan oleh Sri Lestari.", ["Sri Lestari"]),
    "held by": ("Notulen dipegang Bu Sri Lestari.", ["Sri Lestari"]),
    "duty behind the office": ("Hadir:\n1. Harun / Ketua\n2. Sri Lestari, S.H. / Kasubbag Hukum, notulis",
                               ["Sri Lestari, S.H."]),
    "duty behind an officer of the police": ("Hadir:\n1. Harun\n2. Kapolsek Mekar AKP Sri Lestari (notulis)",
                                             ["AKP Sri Lestari"]),
    "secretary": ("Sekretaris rapat: Sri Lestari", ["Sri Lestari"]),
    "two numbered on the line": ("Notulis : 1. Sri Lestari 2. Dewi Anjani", ["Sri Lestari", "Dewi Anjani"]),
    "an attendee behind the shortest label": ("Cat: Dewi\nHadir: Harun, Dewi, Lilis", ["Dewi"]),
    "a remark behind the shortest label": ("Cat: Kebun basah\nHadir: Harun, Dewi, Lilis", []),
    "an attendee who writes": ("Hadir: Harun, Dewi, Lilis\n\nHarun pimpin rapat, Dewi yg nyatet.", ["Dewi"]),
    "prose": ("Bertindak sebagai notulis Ibu Lilis Suryani.", ["Lilis Suryani"]),
    "nobody": ("Tempat: Aula", []),
}  # fmt: skip


@pytest.mark.parametrize(("line", "note_taker"), NOTES.values(), ids=NOTES.keys())
def test_note_taker(line: str, note_taker: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}{line}\n{BODY}").meeting.note_taker) == note_taker


@pytest.mark.parametrize("dateline", ["Denpasar, 9 Mei 2023\n", ""], ids=["place and day", "office alone"])
def test_the_note_taker_who_signed(dateline: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}{BODY}\n{dateline}Notulis,\n\n\nLilis Suryani\n")
    assert names(result.meeting.note_taker) == ["Lilis Suryani"]


def test_offices_below_a_line_with_pictures(minutes: Minutes) -> None:
    when = "🗓 Senin, 8 Mei 2023 | ⏰ 19.00-21.30 | 📍 Balai Desa\nKunjungan kebun 20 Mei 2023\n"
    meeting = minutes(f"RAPAT PANEN KOPI\n\n{when}Pimpinan: Bu Dewi (ketua)\tNotulen: Rudi\n{BODY}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == (["Dewi"], ["Rudi"])


def test_the_chair_who_signed(minutes: Minutes) -> None:
    signed = "Demikian notula ini dibuat.\n\nMajasari, 9 Mei 2023\n\nPimpinan Rapat,\n\n\nHarun Saputra"
    assert names(minutes(f"{TITLE}{BODY}\n{signed}\n").meeting.chair) == ["Harun Saputra"]


@pytest.mark.parametrize(
    ("office", "writers", "chairs"),
    [
        ("(notulis)", ["Harun Saputra"], []),
        ("(sekretaris, yang nulis ini)", ["Harun Saputra"], []),
        ("(yang mencatat)", ["Harun Saputra"], []),
        ("(Ketua Rapat)", [], ["Harun Saputra"]),
        ("(Bendahara)", [], []),
    ],
)
def test_an_office_in_brackets_below_the_name(
    office: str, writers: list[str], chairs: list[str], minutes: Minutes
) -> None:
    meeting = minutes(f"{TITLE}{BODY}\nSalam,\n\nHarun Saputra\n{office}\n").meeting
    assert (names(meeting.note_taker), names(meeting.chair)) == (writers, chairs)


def test_a_physician_who_signed(minutes: Minutes) -> None:
    signed = "Majasari, 9 Mei 2023\nPimpinan Rapat,\n\n\ndr. Harun Saputra, Sp.A"
    assert names(minutes(f"{TITLE}{BODY}\n{signed}\n").meeting.chair) == ["dr. Harun Saputra, Sp.A"]


def test_the_note_taker_who_signed_beside_a_witness(minutes: Minutes) -> None:
    table = (
        "| | Majasari, 9 Mei 2023 |\n|---|---|\n| Mengetahui,<br>Bendahara | Notulis |\n"
        "| Harun Saputra | Lilis Suryani |\n"
    )
    assert names(minutes(f"{TITLE}{BODY}\n{table}", ".md").meeting.note_taker) == ["Lilis Suryani"]


def test_chair_and_note_taker_by_their_office_in_the_list(minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nPeserta:\n1. Dewi Anjani (Moderator)\n2. Rudi Hartono (Notulis)\n{BODY}")
    assert (names(result.meeting.chair), names(result.meeting.note_taker)) == (["Dewi Anjani"], ["Rudi Hartono"])


def test_an_office_beside_the_name_is_the_role(minutes: Minutes) -> None:
    (chair,) = minutes(f"{TITLE}Pimpinan rapat: Ketua RW 05, Harun Saputra\n{BODY}").meeting.chair
    assert (chair.name, chair.kind.value, chair.role) == ("Harun Saputra", "person", "Ketua RW 05")


def test_an_honorific_is_kept_apart(minutes: Minutes) -> None:
    (chair,) = minutes(f"{TITLE}Pimpinan rapat: Bapak Joko Prabowo\n{BODY}").meeting.chair
    assert (chair.honorific, chair.evidence.rule) == ("Bapak", "chair_label")
    assert "Joko Prabowo" in chair.evidence.quote


ATTENDEES = {
    "numbered": ("Peserta:\n1. Dewi Anjani\n2. Rudi Hartono", ["Dewi Anjani", "Rudi Hartono"]),
    "dashes": ("Hadir:\n- Dewi Anjani\n- Rudi Hartono", ["Dewi Anjani", "Rudi Hartono"]),
    "on one line": ("Peserta: Dewi Anjani, Rudi Hartono, dan Dinas Pertanian",
                    ["Dewi Anjani", "Rudi Hartono", "Dinas Pertanian"]),
    "degrees": ("Peserta: Dewi Anjani, S.E., M.M., Rudi Hartono, S.T.",
                ["Dewi Anjani, S.E., M.M.", "Rudi Hartono, S.T."]),
    "organizations": ("Peserta:\n1. Dinas Kelautan dan Perikanan\n2. Koperasi Tani Makmur",
                      ["Dinas Kelautan dan Perikanan", "Koperasi Tani Makmur"]),
    "groups": ("Peserta:\n1. Seluruh Ketua RT\n2. Warga RW 05", ["Seluruh Ketua RT", "Warga RW 05"]),
    "prose": ("Rapat dihadiri oleh Dewi Anjani, Rudi Hartono, dan Dinas Pertanian.",
              ["Dewi Anjani", "Rudi Hartono", "Dinas Pertanian"]),
    "prose, also": ("Rapat berlangsung di aula. Hadir pula Dewi Anjani, Rudi Hartono serta Wayan Sudira.",
                    ["Dewi Anjani", "Rudi Hartono", "Wayan Sudira"]),
    "prose of offices": ("Rapat dihadiri oleh Kepala Dinas Pertanian, para camat, dan perwakilan kelompok tani.",
                         ["Kepala Dinas Pertanian", "para camat", "perwakilan kelompok tani"]),
    "head of the neighbourhood": ("Peserta: Bp. Suroto, Ketua RT 03", ["Suroto"]),
    "late": ("Hadir: Dewi Anjani, Rudi Hartono. Telat: Pak Eko.", ["Dewi Anjani", "Rudi Hartono", "Eko"]),
    "how many and who": ("Warga yang hadir 18 orang antara lain Bu Dewi dan Pak Rudi.", ["Dewi", "Rudi"]),
    "share of the members": ("Kehadiran: 7 dari 9 anggota", []),
    "a part of all": ("Hadir: 5 dari 9 anggota dan undangan\n\nANGGOTA YANG HADIR\n1. Dewi Anjani\n2. Rudi Hartono",
                      ["Dewi Anjani", "Rudi Hartono"]),
    "whoever of them came": ("Perangkat daerah yang hadir: Bappeda, Dinas Pertanian", ["Bappeda", "Dinas Pertanian"]),
    "no colon": ("Sabtu rapat di balai. Hadir PPK (Dewi Anjani), serta Lurah Sari.", ["Dewi Anjani", "Lurah Sari"]),
    "and others": ("Yang hadir:\n1. Bu Sari\n2. Pak Tono dkk.", ["Sari", "Tono"]),
    "count": ("Jumlah peserta: 25 orang", []),
    "count in a list": ("Peserta:\n1. Dewi Anjani\n2. Rudi Hartono\nTotal 25 orang", ["Dewi Anjani", "Rudi Hartono"]),
    "to be fetched": ("Daftar hadir: unduh", []),
    "appended": ("Peserta: Daftar hadir terlampir", []),
    "in a list at the end": ("Peserta: sebagaimana daftar pada bagian akhir notula", []),
    "who signed": ("Peserta: 21 orang (tanda tangan di lembar presensi)", []),
    "their number": ("Peserta: Bu Rina, Pak Ketut. Seluruhnya 31 akun.", ["Rina", "Ketut"]),
    "the same": ("Peserta: idem", []),
    "named twice": ("Peserta:\n1. Dewi Anjani\n2. Bu Dewi Anjani (Bendahara)", ["Dewi Anjani"]),
    "chapters over the numbers": ("Hadir:\nI. Pengurus\n1. Dewi Anjani\n2. Rudi Hartono\nII. Undangan\n1. Wayan Sudira",
                                  ["Dewi Anjani", "Rudi Hartono", "Wayan Sudira"]),
    "whom they stand for": ("Peserta:\n1. Dewi Anjani, mewakili Koperasi Tani Makmur, pemilik 12 kios\n2. Rudi Hartono",
                            ["Dewi Anjani", "Rudi Hartono"]),
    "two adjectives": ("Peserta: seluruh pejabat struktural dan fungsional, Dinas Pertanian",
                       ["seluruh pejabat struktural dan fungsional", "Dinas Pertanian"]),
    "unsur": ("Rapat dihadiri oleh unsur: Dinas Pertanian, Dinas Pengendalian Penduduk dan KB, serta Kecamatan Sari.",
              ["Dinas Pertanian", "Dinas Pengendalian Penduduk dan KB", "Kecamatan Sari"]),
    "initials and a tab": ("Yang hadir:\nDA\tDewi Anjani, Koperasi Tani Makmur\nRH\tRudi Hartono, Dinas Pertanian",
                           ["Dewi Anjani", "Rudi Hartono"]),
    "chat": ("ada: dewi, rudi, bu lilis (gabung 10 mnt)", ["dewi", "rudi", "lilis"]),
    "names of a chat in a row": ("Hadir: dewi_a rudih WayanGIS lilis", ["dewi_a", "rudih", "WayanGIS", "lilis"]),
    "retinue of a person": ("Peserta:\n- Dewi Anjani (Kepala Dinas) beserta jajaran\n- Rudi Hartono",
                            ["Dewi Anjani", "Rudi Hartono"]),
    "greeting behind the list": ("Hadir: Dewi Anjani, Rudi Hartono\n\nAssalamualaikum wr wb. Berikut hasilnya ya",
                                 ["Dewi Anjani", "Rudi Hartono"]),
    "sentence behind the list": ("Hadir:\n1. Dewi Anjani\n2. Rudi Hartono\nAdapun pokok bahasan sebagai berikut.",
                                 ["Dewi Anjani", "Rudi Hartono"]),
    "what people of the list think": ("Pendapat peserta\nKopi Jaya (Dewi Anjani). Harga turun. Panen tetap.\n\n"
                                      "Daftar hadir\n1. Rudi Hartono", ["Rudi Hartono"]),
    "line that goes on": ("Hadir     : Dewi Anjani (Bendahara), Rudi Hartono,\n            Wayan Sudira, Lilis",
                          ["Dewi Anjani", "Rudi Hartono", "Wayan Sudira", "Lilis"]),
    "behind an exception in a bracket": ("Hadir: Ketua RT 01-05 (minus RT 03), Dewi Anjani, Rudi Hartono",
                                         ["Ketua RT 01-05", "Dewi Anjani", "Rudi Hartono"]),
    "somebody sent by one of a crowd": ("Hadir:\n1. Para Ketua RT 01 sampai 05 (RT 03 diwakili Sdr. Wayan)\n2. Rudi",
                                        ["Para Ketua RT 01 sampai 05", "Rudi"]),
    "crowds with counts": ("Hadir: 34 nasabah, pengurus lengkap 7 orang", ["nasabah", "pengurus"]),
    "holders of an office": ("Peserta:\n1. Rudi Hartono\n2. Ibu Kader Posyandu (Ibu Dewi, Ibu Lilis)",
                             ["Rudi Hartono", "Dewi", "Lilis"]),
    "late by phone": ("Hadir:\n1. Dewi Anjani\nMenyusul lewat Skype: Rudi Hartono.", ["Dewi Anjani", "Rudi Hartono"]),
    "all but some": ("Peserta hadir 14 orang: seluruh guru, kecuali Bu Dewi dan Pak Rudi.", ["seluruh guru"]),
    "heading": ("DAFTAR HADIR\n1. Dewi Anjani\n2. Rudi Hartono", ["Dewi Anjani", "Rudi Hartono"]),
    "nobody": ("Tempat: Aula", []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), ATTENDEES.values(), ids=ATTENDEES.keys())
def test_attendees(lines: str, expected: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}\n{lines}\n{BODY}").attendees) == expected


@pytest.mark.parametrize(
    ("entry", "kind", "role", "organization"),
    [
        ("Dewi Anjani (Bendahara)", "person", "Bendahara", None),
        ("Dewi Anjani - Bendahara", "person", "Bendahara", None),
        ("Dewi Anjani (Dinas Pertanian)", "person", None, "Dinas Pertanian"),
        ("Dinas Pertanian", "organization", None, None),
        ("Kepala Dinas Pertanian", "group", None, None),
        ("Perwakilan warga", "group", None, None),
        ("Bu Bidan Neneng", "person", "Bidan", None),
        ("Kapolres Mekar AKBP Dewi Anjani, S.I.K.", "person", "Kapolres Mekar", None),
        ("Bapak Wayan Sudira, perwakilan pedagang", "person", "perwakilan pedagang", None),
        ("Ketua KPU Mekar beserta anggota", "group", None, None),
        ("BPH (5/6)", "organization", None, None),
        ("Unsur Polri: Aipda Ridwan", "person", None, "Polri"),
        ("Dewi Anjani, Amd.PK (Bendahara)", "person", "Bendahara", None),
        ("Kapospol Mekar", "group", None, None),
    ],
)
def test_what_an_entry_says(
    entry: str, kind: str, role: str | None, organization: str | None, minutes: Minutes
) -> None:
    party = minutes(f"{TITLE}\nPeserta:\n1. {entry}\n2. Rudi Hartono\n{BODY}").attendees[0]
    assert (party.kind.value, party.role, party.organization) == (kind, role, organization)


def test_a_group_heading_gives_its_members_their_organization(minutes: Minutes) -> None:
    text = f"{TITLE}\nPeserta:\nDinas Pertanian:\n1. Dewi Anjani\n2. Rudi Hartono\n{BODY}"
    assert [(p.name, p.organization) for p in minutes(text).attendees] == [
        ("Dewi Anjani", "Dinas Pertanian"),
        ("Rudi Hartono", "Dinas Pertanian"),
    ]


def test_semicolons_part_the_people_of_a_body(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir: Anggota DPRD Dapil II (Ir. Wayan Sudira; Hj. Dewi Anjani); Dinas Pertanian\n{BODY}"
    assert [(p.name, p.role) for p in minutes(text).attendees] == [
        ("Ir. Wayan Sudira", "Anggota DPRD Dapil II"),
        ("Hj. Dewi Anjani", "Anggota DPRD Dapil II"),
        ("Dinas Pertanian", None),
    ]


def test_how_many_came_is_nobodys_office(minutes: Minutes) -> None:
    rows = "<tr><td>Tanggal</td><td>8 Mei 2023</td></tr><tr><td>Hadir</td><td><p>2 dari 5 orang Anggota</p>"
    rows += "<p>1. Dewi Anjani</p><p>2. Rudi Hartono</p></td></tr>"
    text = f"<h1>Notula Rapat Panen</h1><table>{rows}</table><h2>Pembahasan</h2><p>Pompa air rusak.</p>"
    present = minutes(text, ".html").attendees
    assert [(p.name, p.role) for p in present] == [("Dewi Anjani", None), ("Rudi Hartono", None)]


@pytest.mark.parametrize("heading", ["Peserta yang hadir sebagai berikut:", "Daftar hadir peserta:"])
def test_an_introduction_gives_its_members_nothing(heading: str, minutes: Minutes) -> None:
    text = f"{TITLE}\nPeserta:\n{heading}\n1. Dewi Anjani\n2. Rudi Hartono\n{BODY}"
    assert [(p.name, p.role, p.organization) for p in minutes(text).attendees] == [
        ("Dewi Anjani", None, None),
        ("Rudi Hartono", None, None),
    ]


def test_paragraphs_of_names_between_lists(minutes: Minutes) -> None:
    text = f"{TITLE}\nPeserta:\nDinas Pertanian:\n1. Dewi Anjani\nKoperasi Tani:\n1. Rudi Hartono\n{BODY}"
    assert [(p.name, p.organization) for p in minutes(text).attendees] == [
        ("Dewi Anjani", "Dinas Pertanian"),
        ("Rudi Hartono", "Koperasi Tani"),
    ]


TABLE = """# Notulen Rapat Panen

Tanggal: 8 Mei 2023

## Daftar Hadir

| No | Nama | Jabatan | Instansi | {head} |
|---|---|---|---|---|
| 1 | Dewi Anjani, S.E. | Bendahara | Koperasi Tani | {present} |
| 2 | Rudi Hartono | Anggota | Dinas Pertanian | {absent} |
"""


@pytest.mark.parametrize(
    ("head", "present", "absent"),
    [
        ("Hadir", "v", "-"),
        ("Hadir", "√", "x"),
        ("Kehadiran", "Hadir", "Tidak hadir"),
        ("Kehadiran", "Hadir", "Izin"),
        ("Kehadiran", "hadir", "Sakit"),
        ("Status Kehadiran", "H", "A"),
        ("Kehadiran", "Ya", "Alpa"),
        ("Present", "Y (online)", "N"),
    ],
)
def test_attendance_marks(head: str, present: str, absent: str, minutes: Minutes) -> None:
    result = minutes(TABLE.format(head=head, present=present, absent=absent), ".md")
    assert (names(result.attendees), names(result.absent)) == (["Dewi Anjani, S.E."], ["Rudi Hartono"])


def test_a_table_of_signatures_tells_of_no_absence(minutes: Minutes) -> None:
    result = minutes(TABLE.format(head="Tanda Tangan", present="", absent=""), ".md")
    assert [(p.name, p.role, p.organization) for p in result.attendees] == [
        ("Dewi Anjani, S.E.", "Bendahara", "Koperasi Tani"),
        ("Rudi Hartono", "Anggota", "Dinas Pertanian"),
    ]
    assert result.absent == ()


ABSENT = {
    "label": ("Tidak hadir: Rudi Hartono", ["Rudi Hartono"]),
    "list": ("Tidak Hadir:\n1. Rudi Hartono\n2. Dinas Pertanian", ["Rudi Hartono", "Dinas Pertanian"]),
    "prose": ("Rudi Hartono tidak dapat hadir karena sakit.", ["Rudi Hartono"]),
    "with what excuse": ("Tidak hadir dengan izin :\n1. Rudi Hartono\n\nTidak hadir tanpa izin :\n1. Galang",
                         ["Rudi Hartono", "Galang"]),
    "chat": ("ga ada: rudi (sakit)", ["rudi"]),
    "log": ("tidak ada: Rudi - sakit, Galang - dinas luar", ["Rudi", "Galang"]),
    "did not come after all": ("Batal datang: Rudi Hartono", ["Rudi Hartono"]),
    "bracket behind the name": ("Pak Rudi (unit wisata) izin karena anaknya sakit.", ["Rudi"]),
    "invited too late": ("Tidak hadir: Dinas Pertanian (undangan terlambat)", ["Dinas Pertanian (undangan terlambat)"]),
    "a count of them": ("Guru (34 orang), 2 izin", []),
    "nobody": ("Tidak hadir: -", []),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), ABSENT.values(), ids=ABSENT.keys())
def test_absent(lines: str, expected: list[str], minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nPeserta:\n1. Dewi Anjani\n2. Lilis Suryani\n\n{lines}\n{BODY}")
    assert names(result.absent) == expected
    assert names(result.attendees) == ["Dewi Anjani", "Lilis Suryani"]


def test_each_party_quotes_its_name(minutes: Minutes) -> None:
    result = minutes(TABLE.format(head="Hadir", present="v", absent="-"), ".md")
    assert all(party.name in party.evidence.quote for party in (*result.attendees, *result.absent))


def test_a_name_over_a_list_is_no_group_of_attendees(minutes: Minutes) -> None:
    text = "Hadir: Dewi, Rudi, Bu Lilis\n\nRudi:\n- pompa sudah diservis\n- minggu ini: pesan pipa\nDewi:\n- kas aman\n"
    assert names(minutes(TITLE + text).attendees) == ["Dewi", "Rudi", "Lilis"]


def test_a_word_over_prose_is_no_attendee(minutes: Minutes) -> None:
    text = "Hadir: Bu Dewi, Bu Rudi, Bu Lilis\nPembukaan oleh Bu Dewi\nKas\nSaldo kas Rp 875.000, naik dari Mei\n"
    assert names(minutes(TITLE + text).attendees) == ["Dewi", "Rudi", "Lilis"]


def test_a_list_that_is_appended_besides(minutes: Minutes) -> None:
    line = "Peserta: perangkat desa, BPD, Karang Taruna (daftar hadir terlampir)"
    assert names(minutes(f"{TITLE}{line}\n{BODY}").attendees) == ["perangkat desa", "BPD", "Karang Taruna"]


def test_a_title_of_a_profession_belongs_to_the_name(minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nPeserta: Bdn. Lilis Suryani, S.Keb; Ns. Dewi Anjani\n{BODY}")
    assert names(result.attendees) == ["Bdn. Lilis Suryani, S.Keb", "Ns. Dewi Anjani"]


@pytest.mark.parametrize("lead", ["Peserta berasal dari:", "Peserta terdiri atas:"])
def test_bodies_that_a_sentence_introduces(lead: str, minutes: Minutes) -> None:
    text = f"NOTULA\n\nDiskusi berlangsung Senin, 8 Mei 2023. {lead}\n\n- Dinas Pertanian\n- Asosiasi Petani\n\n"
    chapters = "2. **Tujuan**\n\nMembagi pupuk.\n\n## Pembahasan\n\nPupuk kurang.\n"
    assert names(minutes(text + chapters, ".md").attendees) == ["Dinas Pertanian", "Asosiasi Petani"]


def test_who_took_leave_was_not_there(minutes: Minutes) -> None:
    head = "KUMPULAN WARGA RT 04\nSenin, 8 Mei 2023\nhadir: Pak Harun, Bu Dewi\npamit: Pak Rudi\n"
    result = minutes(f"{head}\n- Lampu mati.\n")
    assert (names(result.attendees), names(result.absent)) == (["Harun", "Dewi"], ["Rudi"])
