"""Whole minutes: aliases, offices, recipients, speakers."""

from collections.abc import Callable

import pytest

from notula.models.result import Extraction, Result

Minutes = Callable[..., Result]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Ketut", "Ketut Darma"),
        ("Pak Gede", "Gede Mahardika"),
        ("Rina Anggraini", None),
        ("BPPT", "Badan Pengelola Pasar Tirta"),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ("Pak Togar", None),
    ],
)
def test_the_owner_long_form(written: str, canonical: str | None, under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. Mencetak spanduk (PIC: {written})").follow_ups
    (owner,) = follow_up.owners
    assert (owner.name, owner.canonical_name) == (written.removeprefix("Pak "), canonical)


@pytest.mark.parametrize(
    ("office", "person"),
    [
        ("Kepala Bidang Pemasaran", "Ketut Darma"),
        ("Sekretaris Desa", "Gede Mahardika"),
        ("Bendahara", "Rina Anggraini"),
    ],
)
def test_an_office_of_the_attendance_list_is_its_holder(office: str, person: str, under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. {office} menghubungi camat").follow_ups
    (owner,) = follow_up.owners
    assert owner.name == office
    assert person in (owner.canonical_name, *owner.aliases)


@pytest.mark.parametrize(
    ("point", "recipients"),
    [
        ("Rina Anggraini mengirim surat kepada Dinas Perikanan.", ["Dinas Perikanan"]),
        ("Ketut Darma menyerahkan laporan ke Bendahara paling lambat 20 Maret 2023.", ["Bendahara"]),
        ("Rina Anggraini mengirim surat kepada Dinas Perikanan dan BPPT.", ["Dinas Perikanan", "BPPT"]),
        ("Rina Anggraini mencetak spanduk.", []),
        ("Rina Anggraini pergi ke percetakan.", []),
    ],
)
def test_recipients_are_no_owners(point: str, recipients: list[str], under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. {point}").follow_ups
    assert [party.name for party in follow_up.recipients] == recipients
    assert not {party.name for party in follow_up.owners} & set(recipients)


def test_the_discussion_point_by_point(under: Minutes) -> None:
    lines = ["1. Rina Anggraini menyampaikan bahwa pasar sepi.", "2. Lapak timur:", "   a. Atap bocor.",
             "   b. Lantai rusak."]  # fmt: skip
    found = under("Pembahasan", *lines).discussion
    assert [(each.text, [point.text for point in each.points]) for each in found] == [
        ("Rina Anggraini menyampaikan bahwa pasar sepi.", []),
        ("Lapak timur:", ["Atap bocor.", "Lantai rusak."]),
    ]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Rina Anggraini menyampaikan bahwa pasar sepi.", "Rina Anggraini"),
        ("Rina Anggraini: pasar sepi sejak Januari.", "Rina Anggraini"),
        ("Dinas Perikanan menjelaskan aturan lapak.", "Dinas Perikanan"),
        ("Pedagang mengeluh.", None),
    ],
)
def test_the_speaker(line: str, speaker: str | None, under: Minutes) -> None:
    first = under("Pembahasan", f"1. {line}", "2. Gudang penuh.").discussion[0]
    assert (first.speaker.name if first.speaker else None) == speaker


def test_minutes_that_say_nothing_give_nothing(minutes: Minutes) -> None:
    result = minutes("NOTULA RAPAT\n\nPembahasan\n1. Pasar sepi.\n")
    meeting = result.meeting
    assert (meeting.title, meeting.date, meeting.time, meeting.place, meeting.mode) == (None,) * 5
    assert (meeting.chair, meeting.note_taker, result.attendees, result.absent, result.agenda) == ((),) * 5
    assert (result.agreements, result.follow_ups) == ((), ())


LABEL_TABLE = """# NOTULEN

| Judul | Panen Raya Kopi |
|---|---|
| Tanggal/Jam | 8 Mei 2023 / 09.00-10.00 |
| Lokasi | Ruang Anggrek |
| Peserta | Dewi Anjani, Rudi Hartono |
| Agenda | 1. Pupuk<br>2. Bibit |
| Pimpinan | Harun Saputra |

## Pembahasan

1. Pompa air rusak.
"""


def test_a_label_table_holds_the_whole_header(minutes: Minutes) -> None:
    result = minutes(LABEL_TABLE, ".md")
    meeting = result.meeting
    assert meeting.title and meeting.date and meeting.time and meeting.place
    assert (meeting.title.text, meeting.date.start, meeting.place.text) == (
        "Panen Raya Kopi", "2023-05-08", "Ruang Anggrek",
    )  # fmt: skip
    assert (meeting.time.start, meeting.time.end) == ("09:00", "10:00")
    assert [party.name for party in meeting.chair] == ["Harun Saputra"]
    assert [party.name for party in result.attendees] == ["Dewi Anjani", "Rudi Hartono"]
    assert [item.text for item in result.agenda] == ["Pupuk", "Bibit"]


SEVERAL = """NOTULA RAPAT
Rapat Mingguan Proyek

Hari/Tanggal: Senin, 6 Maret 2023
Tempat: Aula
Peserta:
1. Kusnaryo Wibisono (Mandor)
2. Rina Anggraini

Pembahasan
1. Pompa rusak.

NOTULA RAPAT
Rapat Mingguan Proyek

Hari/Tanggal: Senin, 13 Maret 2023
Tempat: Aula
Peserta: 3 orang

Pembahasan
1. Kusnaryo menelusuri kebocoran pipa, hasilnya dilaporkan Jumat.
"""


def test_a_note_over_a_form_ends_no_header(minutes: Minutes) -> None:
    form = "| | |\n|---|---|\n| Tanggal | 8 Mei 2023 |\n| Tempat | Aula Barat |\n| Notulis | Rina |\n"
    body = "\n## Hadir\n\n- Rina Lestari\n- Joko Purnomo\n\n## Pembahasan\n\n1. Pompa air rusak.\n"
    title = "# Rapat Kelompok Tani Kopi\n\n> Rekaman rapat ada di drive\n\n## Info\n\n"
    meeting = minutes(title + form + body, ".md").meeting
    assert (meeting.title and meeting.title.text, meeting.place and meeting.place.text) == (
        "Rapat Kelompok Tani Kopi", "Aula Barat",
    )  # fmt: skip


def test_what_a_form_asks_for_is_no_value(minutes: Minutes) -> None:
    head = "FORM NOTULA\nRapat Kopi\n\nTanggal: 8 Mei 2023\nTempat: [isi tempat]\nNotulis: [nama notulis]\n"
    head += "\nAgenda:\n- Kopi\n"
    result = minutes(head + "- [diisi bila ada tambahan]\n\nPeserta:\n1. Rina Anggraini\n2. <nama peserta>\n")
    assert (result.meeting.place, result.meeting.note_taker) == (None, ())
    assert [each.text for each in result.agenda] == ["Kopi"]
    assert [each.name for each in result.attendees] == ["Rina Anggraini"]


def test_who_was_at_the_meeting_before_is_known_in_the_next(meetings: Callable[..., tuple[Extraction, ...]]) -> None:
    _, second = meetings(SEVERAL)
    (follow_up,) = second.result.follow_ups
    assert [(owner.name, follow_up.due and follow_up.due.date) for owner in follow_up.owners] == [
        ("Kusnaryo", "2023-03-17")
    ]
