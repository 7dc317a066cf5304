"""When and where the meeting was."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Meeting
from notula.models.result import Extraction, Result

Minutes = Callable[..., Result]
TITLE = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\n"
BODY = "\nPembahasan\n1. Pompa air rusak.\n"


def held(meeting: Meeting) -> dict[str, str | None]:
    """The header's values that are there."""
    date, time, place, mode = meeting.date, meeting.time, meeting.place, meeting.mode
    values = {
        "date": date.start if date else None, "until": date.end if date else None,
        "start": time.start if time else None, "end": time.end if time else None, "zone": time.zone if time else None,
        "place": place.text if place else None, "mode": mode.value if mode else None,
    }  # fmt: skip
    return {name: value for name, value in values.items() if value is not None}


LABELS = {
    "hour behind the day": ("Tanggal : 8 Mei 2023, 13.00\nLokasi : Ruang Rapat",
                            {"date": "2023-05-08", "start": "13:00", "place": "Ruang Rapat", "mode": "onsite"}),
    "signs of a message": ("📅 Senin malam, 8 Mei 2023\n🕗 20.00 - 21.30\n📍 Ruang Rapat",
                           {"date": "2023-05-08", "start": "20:00", "end": "21:30", "place": "Ruang Rapat",
                            "mode": "onsite"}),
    "short labels": ("Tgl : 8/5/23\nJam : 9 pagi - selesai\nTmpt : Aula Balai Desa",
                     {"date": "2023-05-08", "start": "09:00", "place": "Aula Balai Desa", "mode": "onsite"}),
    "an hour behind a label of another language": ("Tanggal: 8 Mei 2023\nGalah : 09.00 WITA - 11.30",
                                                  {"date": "2023-05-08", "start": "09:00", "end": "11:30",
                                                   "zone": "WITA"}),
    "labels without a colon": ("Hari/Tanggal Senin, 8 Mei 2023\nMedia Google Meet\nPokok Bahasan Pupuk",
                               {"date": "2023-05-08", "place": "Google Meet", "mode": "online"}),
    "place with a meeting's number": ("Tempat : Ruang Asisten dan Zoom Meeting (ID 812 345 678)",
                                      {"place": "Ruang Asisten dan Zoom Meeting", "mode": "hybrid"}),
    "a meeting's code": ("Media : Google Meet (kode: abc-defg-hij)", {"place": "Google Meet", "mode": "online"}),
    "small words as labels": ("Pada: Senin, 8 Mei 2023\nPukul: 09.00\nDi = Aula Balai Desa",
                              {"date": "2023-05-08", "start": "09:00", "place": "Aula Balai Desa", "mode": "onsite"}),
    "one label each": ("Hari/Tanggal : Senin, 8 Mei 2023\nWaktu : 09.00 - 11.30 WITA\nTempat : Aula Balai Desa",
                       {"date": "2023-05-08", "start": "09:00", "end": "11:30", "zone": "WITA",
                        "place": "Aula Balai Desa", "mode": "onsite"}),
    "remark on when behind the place": ("Tanggal: 8 Mei 2023\nTempat: Aula Balai Desa (sebelum buka loket)",
                                        {"date": "2023-05-08", "place": "Aula Balai Desa", "mode": "onsite"}),
    "zone behind the end alone": ("Tanggal: 8 Mei 2023\nJam mulai: 13.15\nJam selesai: 15.05 WIB",
                                  {"date": "2023-05-08", "start": "13:15", "end": "15:05", "zone": "WIB"}),
    "ends of their own": ("Tanggal: 8 Mei 2023\nMulai: 13.15 WIB\nSelesai: 15.05",
                          {"date": "2023-05-08", "start": "13:15", "end": "15:05", "zone": "WIB"}),
    "labels of the region": ("Dinten/Tanggal: Senen, 8 Mei 2023\nWanci: 09.00 - 10.30\nPanggonan: Balai Dusun",
                             {"date": "2023-05-08", "start": "09:00", "end": "10:30", "place": "Balai Dusun",
                              "mode": "onsite"}),
    "place in small letters without a mark": ("Tanggal: 8 Mei 2023\nTempat serambi masjid",
                                              {"date": "2023-05-08", "place": "serambi masjid"}),
    "place without a label": ("Tanggal: 8 Mei 2023\nPukul 08.15 WIB\nruang guru lantai 2",
                              {"date": "2023-05-08", "start": "08:15", "zone": "WIB",
                               "place": "ruang guru lantai 2", "mode": "onsite"}),
    "slashes": ("Hari/Tgl/Jam : Kamis/11-05-2023/08.00-09.00",
                {"date": "2023-05-11", "start": "08:00", "end": "09:00"}),
    "pin before the place": ("📅 Senin, 8 Mei 2023\n🕗 19.00 - 20.30\n📍 Kedai Rindang, Jl. Mawar",
                             {"date": "2023-05-08", "start": "19:00", "end": "20:30",
                              "place": "Kedai Rindang, Jl. Mawar"}),
    "place after di": ("Rapat Tani, Senin 8 Mei 2023\nDi balai dusun",
                       {"date": "2023-05-08", "place": "balai dusun", "mode": "onsite"}),
    "wide gaps in a line": ("Senin, 8 Mei 2023   20.00-21.15 WIB   tenda utama", {
        "date": "2023-05-08", "start": "20:00", "end": "21:15", "zone": "WIB", "place": "tenda utama"}),
    "bars in a line": ("3 Mei 2023 / Posko / 19.00", {"date": "2023-05-03", "start": "19:00", "place": "Posko"}),
    "time and place under the time": ("Tanggal: 8 Mei 2023\nJam 8 malam di rumahnya Pak Slamet",
                                      {"date": "2023-05-08", "start": "20:00", "place": "rumahnya Pak Slamet"}),
    "a list without labels": ("- tanggal 8 Mei 2023, 13.00 s/d 14.45\n- ruang guru\n- pencatat: Rina",
                              {"date": "2023-05-08", "start": "13:00", "end": "14:45", "place": "ruang guru",
                               "mode": "onsite"}),
    "place before the weekday in brackets": (
        "Bertempat di Aula Balai Desa, Senin (8/5/2023), telah dilaksanakan rapat panen raya kopi.",
        {"date": "2023-05-08", "place": "Aula Balai Desa", "mode": "onsite"}),
    "why they moved behind the place": ("Tempat: Zoom (banjir, pada gak bisa jalan)",
                                        {"place": "Zoom", "mode": "online"}),
    "a bracket that goes on": ("Senin 8 Mei 2023 | jam 19.00 | Kedai Rindang (pindah dari aula krn bocor)",
                               {"date": "2023-05-08", "start": "19:00", "place": "Kedai Rindang"}),
    "where the link is": ("Tanggal: 8 Mei 2023\nZoom (link di grup)",
                          {"date": "2023-05-08", "place": "Zoom", "mode": "online"}),
    "prayer between slashes": ("8 Mei 2023 / balai / abis tarawih", {"date": "2023-05-08", "place": "balai",
                                                                   "mode": "onsite"}),
    "prayer in short": ("8 Mei 2023, abis magrib, di teras balai", {"date": "2023-05-08", "place": "teras balai",
                                                                   "mode": "onsite"}),
    "meant, begun and ended": ("Waktu: Undangan 09.00, mulai 09.25, selesai 12.05 WITA",
                               {"start": "09:25", "end": "12:05", "zone": "WITA"}),
    "remark with a number between": ("Waktu: 16.10 (molor 40 menit) sampe 18.00", {"start": "16:10", "end": "18:00"}),
    "room of a call": ("8 Mei 2023, 19.00 via Jitsi (ruang kopi-bulanan), diteruskan di grup WA",
                       {"date": "2023-05-08", "start": "19:00", "place": "Jitsi",
                        "mode": "online"}),
    "address of a call": ("Tempat: Zoom Meeting (zoom.us/j/123)", {"place": "Zoom Meeting", "mode": "online"}),
    "prayer behind the place": ("Senin 8 Mei 2023 di Balai Desa, sesudah shalat Asar",
                                {"date": "2023-05-08", "place": "Balai Desa", "mode": "onsite"}),
    "who was there in a bracket": ("Tempat: Balai Desa (yang ikut Ketua RT, Bu Sari)", {"place": "Balai Desa",
                                                                                       "mode": "onsite"}),
    "no place but a time": ("Senin 8 Mei 2023 | mulai 16.10 (molor, macet)",
                           {"date": "2023-05-08", "start": "16:10"}),
    "links to other pages": ("« April | Mei 2023 | Juni »\nTanggal: 8 Mei 2023", {"date": "2023-05-08"}),
    "how many joined": ("Tempat: Zoom (dihadiri 43 akun)", {"place": "Zoom", "mode": "online"}),
    "place told under the time": ("Jam 13.00\nbertempat di rumah ketua panitia", {"start": "13:00", "mode": "onsite",
                                                                          "place": "rumah ketua panitia"}),
    "to the end": ("Tanggal: 8 Mei 2023\nPukul: 13.30 WIB s.d. selesai",
                   {"date": "2023-05-08", "start": "13:30", "zone": "WIB"}),
    "no zone": ("Tanggal: 8 Mei 2023\nJam: 13:30", {"date": "2023-05-08", "start": "13:30"}),
    "two days": ("Tanggal: 8-9 Mei 2023", {"date": "2023-05-08", "until": "2023-05-09"}),
    "over the end of a month": ("Tanggal: 30 April - 2 Mei 2023", {"date": "2023-04-30", "until": "2023-05-02"}),
    "iso": ("Tanggal: 2023-05-08", {"date": "2023-05-08"}),
    "weekday and day apart": ("Hari : Senin\nTanggal : 8 Mei 2023", {"date": "2023-05-08"}),
    "all under one label": ("Waktu: Senin, 8 Mei 2023 / 09.00-11.00 WIB / Ruang Anggrek",
                            {"date": "2023-05-08", "start": "09:00", "end": "11:00", "zone": "WIB",
                             "place": "Ruang Anggrek", "mode": "onsite"}),
    "time and place": ("Waktu/Tempat: Senin, 8 Mei 2023, pukul 09.00 WIB di Ruang Anggrek",
                       {"date": "2023-05-08", "start": "09:00", "zone": "WIB", "place": "Ruang Anggrek",
                        "mode": "onsite"}),
    "figures": ("Tanggal: 08/05/2023", {"date": "2023-05-08"}),
    "short month": ("Tgl: 8 Agt 2023", {"date": "2023-08-08"}),
    "english": ("Date: 8 May 2023\nTime: 10:00 - 11:00\nVenue: Zoom",
                {"date": "2023-05-08", "start": "10:00", "end": "11:00", "place": "Zoom", "mode": "online"}),
    "date and time on one line": ("Hari/Tanggal/Waktu: Senin, 8 Mei 2023, pukul 09.00 WIB",
                                  {"date": "2023-05-08", "start": "09:00", "zone": "WIB"}),
    "link left out": ("Tempat: Zoom Meeting (https://zoom.us/j/123)", {"place": "Zoom Meeting", "mode": "online"}),
    "password left out": ("Tempat: Google Meet, Meeting ID: 555 123 Passcode: abc",
                          {"place": "Google Meet", "mode": "online"}),
    "room and platform": ("Tempat: Ruang Anggrek dan Zoom Meeting",
                          {"place": "Ruang Anggrek dan Zoom Meeting", "mode": "hybrid"}),
    "who came by another way": ("Tempat: Ruang Anggrek (Bu Dewi lewat Zoom)",
                                {"place": "Ruang Anggrek", "mode": "onsite"}),
    "place of neither kind": ("Tempat: Kebun Percobaan", {"place": "Kebun Percobaan"}),
    "nothing": ("Pimpinan rapat: Rina Anggraini", {}),
    "empty labels": ("Hari/Tanggal: \nWaktu: \nTempat: -", {}),
}  # fmt: skip


@pytest.mark.parametrize(("header", "expected"), LABELS.values(), ids=LABELS.keys())
def test_labelled_values(header: str, expected: dict[str, str], minutes: Minutes) -> None:
    assert held(minutes(TITLE + header + "\n" + BODY).meeting) == expected


TABLE = """# Notulen Rapat Panen Raya Kopi

| Hari, tanggal | Rabu, 10 Mei 2023 |
|---|---|
| Waktu | 13.00 - 15.00 WIB |
| Tempat | Ruang Anggrek |
"""


def test_label_table(minutes: Minutes) -> None:
    assert held(minutes(TABLE + BODY, ".md").meeting) == {
        "date": "2023-05-10", "start": "13:00", "end": "15:00", "zone": "WIB", "place": "Ruang Anggrek",
        "mode": "onsite",
    }  # fmt: skip


OPENINGS = {
    "place with what is told of it": (
        "Pada hari ini Senin tanggal 8 Mei 2023 telah dilaksanakan rapat bertempat di Balai Warga RW 05 yang dimulai "
        "pukul 10.00 WIB.",
        {"date": "2023-05-08", "start": "10:00", "zone": "WIB", "place": "Balai Warga RW 05", "mode": "onsite"},
    ),
    "place with a word of purpose in its name": (
        "Pada hari ini Senin tanggal 8 Mei 2023 bertempat di Gedung Serba Guna Desa Ambar guna membahas panen.",
        {"date": "2023-05-08", "place": "Gedung Serba Guna Desa Ambar", "mode": "onsite"},
    ),
    "on this day": ("Pada hari ini Senin tanggal 8 Mei 2023 pukul 10.00 WIB bertempat di Balai Warga RW 05 telah "
                    "dilaksanakan rapat panen.", {"date": "2023-05-08", "start": "10:00", "zone": "WIB",
                                                  "place": "Balai Warga RW 05", "mode": "onsite"}),
    "in words": ("Pada hari Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga bertempat di Aula Balai Desa "
                 "dilaksanakan musyawarah.", {"date": "2023-05-08", "place": "Aula Balai Desa", "mode": "onsite"}),
    "opened and closed": ("Rapat dimulai pukul 09.00 WIB dan ditutup pukul 11.00 WIB.",
                          {"start": "09:00", "end": "11:00", "zone": "WIB"}),
    "held at": ("Rapat dilaksanakan di Aula Kecamatan pada hari Senin, 8 Mei 2023.",
                {"date": "2023-05-08", "place": "Aula Kecamatan", "mode": "onsite"}),
    "held through": ("Rapat diselenggarakan melalui Zoom Meeting pada tanggal 8 Mei 2023.",
                     {"date": "2023-05-08", "place": "Zoom Meeting", "mode": "online"}),
    "opened at": ("Rapat dibuka pukul 09.15 WIB.", {"start": "09:15", "zone": "WIB"}),
    "line with bars": ("Senin, 8 Mei 2023 | 09.00 WIB | Ruang Anggrek",
                       {"date": "2023-05-08", "start": "09:00", "zone": "WIB", "place": "Ruang Anggrek",
                        "mode": "onsite"}),
    "place, date and another calendar": ("Masjid Nurul Huda, Ahad 8 Mei 2023 / 17 Syawal 1444 H",
                                         {"date": "2023-05-08", "place": "Masjid Nurul Huda"}),
    "place and date": ("Aula Balai Desa, 8 Mei 2023", {"date": "2023-05-08"}),
}  # fmt: skip


@pytest.mark.parametrize(("opening", "expected"), OPENINGS.values(), ids=OPENINGS.keys())
def test_prose(opening: str, expected: dict[str, str], minutes: Minutes) -> None:
    found = held(minutes(TITLE + opening + "\n" + BODY).meeting)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("Rapat ditutup pukul 11.45 WIB.", "11:45"),
        ("Rapat berakhir pada pukul 12.00.", "12:00"),
        ("Rapat ditutup oleh ketua.", None),
        ("Kelas ditutup Bu Rina jam 11.45.", "11:45"),
        ("Paruman ditutup dengan doa jam 11.45", "11:45"),
        ("Pendaftaran ditutup pada 20 Mei 2023 pukul 17.00.", None),
        ("Rapat ditutup pukul 08.00.", None),
        ("Pukul 12.30 rapat ditutup dengan doa.", "12:30"),
        ("jam 11.20 baru bubar", "11:20"),
        ("Semua beres. Selesai 11.40, lanjut makan soto.", "11:40"),
        ("[11.50] Rina (ketua): cukup ya, rapat ditutup. makasih", "11:50"),
        ("Log\n[11.50] Rina: cukup ya, rapat ditutup", None),
        ("--- Log closed Mon May 08 11:55:21 2023", "11:55"),
        ("Jam 10.00 pendaftaran kopi ditutup panitia.", None),
        ("Sebentar lagi hujan, rapat diakhiri pukul 11.45.", "11:45"),
        ("Rapat kami akhiri jam 11.45.", "11:45"),
        ("Rapat pra-panen selesai jam 11.45.", "11:45"),
        ("Rapat panen: selesai 11.45.", "11:45"),
        ("Pada pukul 11.45 pimpinan menyatakan rapat selesai.", "11:45"),
        ("Meeting closed at 11.45.", "11:45"),
        ("Palu diketuk tanda ditutupnya rapat pada pukul 11.45.", "11:45"),
        ("Diskusi dicukupkan pada pukul 11.45 karena listrik padam.", "11:45"),
        ("Rapat harus selesai jam 11.45.", None),
        ("Rapat berikutnya Senin, selesai jam 11.45.", None),
    ],
    ids=[
        "closed", "ended", "no time", "class", "regional word", "another day", "before the start", "time first",
        "time first, spoken",        "no word for the time", "message", "appended log", "log", "something else",
        "no more", "we close", "meeting with a name", "colon", "declared over", "English", "sign of the end",
        "another word", "has to end", "next meeting",
    ],
)
def test_end_from_the_closing_sentence(closing: str, end: str | None, minutes: Minutes) -> None:
    time = minutes(f"{TITLE}Tanggal: 8 Mei 2023\nWaktu: 09.00 WIB\n{BODY}\nPenutup\n{closing}\n").meeting.time
    assert time is not None and time.end == end


def test_a_label_alone_tells_the_end(minutes: Minutes) -> None:
    time = minutes(f"{TITLE}Tanggal: 8 Mei 2023\nWaktu bubar: 11.45 WIB\n{BODY}").meeting.time
    assert time is not None and (time.start, time.end) == (None, "11:45")


def test_a_labelled_end_stands_against_the_closing_sentence(minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 8 Mei 2023\nWaktu: 09.00-10.00 WIB\n{BODY}\nPenutup\nRapat ditutup pukul 11.00 WIB.\n"
    time = minutes(text).meeting.time
    assert time is not None and time.end == "10:00"


def test_a_label_counts_before_the_title_line(minutes: Minutes) -> None:
    text = f"NOTULA RAPAT PANEN KOPI 3 MEI 2023\n\nTanggal: 8 Mei 2023\n{BODY}"
    date = minutes(text).meeting.date
    assert date is not None and date.start == "2023-05-08" and date.evidence.rule == "date_label"


def test_the_day_a_form_was_issued_is_not_the_day_of_the_meeting(minutes: Minutes) -> None:
    text = f"No. Dok : F-07\nRevisi : 02\nTanggal : 01/03/2021\n{TITLE}Tanggal: 8 Mei 2023\n{BODY}"
    date = minutes(text).meeting.date
    assert date is not None and date.start == "2023-05-08"


def test_the_day_of_signing_is_not_the_day_of_the_meeting(minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 8 Mei 2023\n{BODY}\nDenpasar, 15 Mei 2023\nNotulis,\n\nRina Anggraini\n"
    date = minutes(text).meeting.date
    assert date is not None and date.start == "2023-05-08"


def test_a_deadline_is_no_day_of_the_meeting(minutes: Minutes) -> None:
    text = f"{TITLE}Tempat: Aula\n\nTindak Lanjut\n1. Membeli pompa paling lambat 20 Mei 2023.\n"
    assert minutes(text).meeting.date is None


def test_the_day_of_a_change_is_no_day_of_the_meeting(minutes: Minutes) -> None:
    stamp = "Arsip kebun, terakhir disunting oleh dewi.a, 9 Mei 2023\n"
    date = minutes(f"{stamp}Rapat Panen Raya\nSenin 8 Mei 2023, di Aula\nHadir: Dewi, Rudi\n{BODY}").meeting.date
    assert date is not None and date.start == "2023-05-08"


def test_the_day_a_page_was_put_up_is_no_day_of_the_meeting(minutes: Minutes) -> None:
    posted = "Rapat Panen Raya Kopi\nOperator | 11 Mei 2023 | Dibaca 40 kali\n\n"
    told = "Pada hari Senin tanggal 8 Mei 2023 bertempat di balai desa telah dilaksanakan rapat panen raya.\n"
    assert held(minutes(posted + told + BODY).meeting)["date"] == "2023-05-08"
    assert held(minutes(posted + BODY).meeting)["date"] == "2023-05-11"


def test_a_long_opening_counts_before_a_deadline_below(minutes: Minutes) -> None:
    opening = (
        "Pada hari ini Senin tanggal 8 Mei 2023 pukul 10.00 WIB bertempat di Balai Warga RW 05 telah dilaksanakan "
        "rapat kerja bakti yang dipimpin oleh Bapak Harun Saputra dan dihadiri oleh Dewi Anjani dan Rudi Hartono."
    )
    listed = "Rapat menyepakati hal-hal sebagai berikut:\n1. Rudi Hartono meminjam gerobak sebelum 12 Mei 2023.\n"
    date = minutes(f"{TITLE}{opening}\n\n{listed}").meeting.date
    assert date is not None and (date.start, date.text) == ("2023-05-08", "Senin tanggal 8 Mei 2023")


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("Senin, 8 Mei 2023", []),
        ("Jumat, 8 Mei 2023", ["H001"]),
        ("8 Mei 2023", []),
        ("Malam Selasa, 8 Mei 2023", []),
        ("Malam Rabu, 8 Mei 2023", ["H001"]),
    ],
    ids=["agrees", "disagrees", "no weekday", "eve", "not the eve"],
)
def test_weekday_and_date(date: str, codes: list[str], minutes: Minutes) -> None:
    result = minutes(f"{TITLE}Tanggal: {date}\nTempat: Aula\n{BODY}")
    assert result.meeting.date is not None and result.meeting.date.start == "2023-05-08"
    assert [issue.code for issue in result.issues] == codes
    assert all(issue.evidence is not None and date.endswith(issue.evidence.quote) for issue in result.issues)


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("NOTULA RAPAT PENGURUS\nTanggal: 8 Mei 2023\nTempat: Aula\n", []),
        ("NOTULA\nTanggal: 8 Mei 2023\nTempat: Aula\n", ["H002"]),
        ("NOTULA RAPAT PENGURUS\nTempat: Aula\n", ["H003"]),
        ("NOTULA\nPukul: 09.00\n", ["H002", "H003", "H004"]),
    ],
    ids=["nothing", "title", "date", "all"],
)
def test_what_is_missing_is_an_issue(header: str, codes: list[str], minutes: Minutes) -> None:
    assert [issue.code for issue in minutes(header + "\nKeputusan\n1. Iuran tetap.\n").issues] == codes


def test_values_quote_their_source(minutes: Minutes) -> None:
    meeting = minutes(TITLE + LABELS["one label each"][0] + "\n" + BODY).meeting
    assert meeting.date and meeting.time and meeting.place
    assert (meeting.date.text, meeting.date.evidence.quote) == ("Senin, 8 Mei 2023", "Senin, 8 Mei 2023")
    assert meeting.time.evidence.quote == meeting.time.text == "09.00 - 11.30 WITA"
    assert meeting.place.evidence.quote == "Aula Balai Desa"


def dates(meetings: Callable[..., tuple[Extraction, ...]], *days: str) -> list[str | None]:
    """The day of each of several minutes in a file, newest and oldest as given."""
    text = "\n\n".join(f"RAPAT PANITIA PANEN\n{day}\nHadir: Wulan, Dodi\n\nPembahasan\n- Kas diaudit" for day in days)
    return [each.result.meeting.date and each.result.meeting.date.start for each in meetings(text)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param(("Senin, 8 Mei 2023", "Senin, 15 Mei"), ["2023-05-08", "2023-05-15"], id="as before"),
        pytest.param(("15 Mei", "8 Mei 2023"), ["2023-05-15", "2023-05-08"], id="as behind"),
        pytest.param(("20 Desember 2022", "3 Januari"), ["2022-12-20", "2023-01-03"], id="over the new year"),
        pytest.param(("8 Mei 2023", "15/5", "22/5"), ["2023-05-08", "2023-05-15", "2023-05-22"], id="in figures"),
        pytest.param(("Senin, 8 Mei 2023", "Jumat, 15 Mei"), ["2023-05-08", None], id="another weekday"),
        pytest.param(("8 Mei 2023", "(lupa dicatat)", "15 Mei"), ["2023-05-08", None, "2023-05-15"], id="past another"),
        pytest.param(("8 Mei 2023", "15 Mei\nCatatan: panen raya 2 Juni 2023"), ["2023-05-08", "2023-05-15"],
                     id="before a date below"),
        pytest.param(("8 Mei 2023", "malam Selasa 15 Mei"), ["2023-05-08", "2023-05-15"], id="the evening before"),
        pytest.param(("8 Mei 2023", "Dilanjutkan pada hari yang sama"), ["2023-05-08"] * 2, id="the same day"),
        pytest.param(("8 Mei", "15 Mei"), [None, None], id="no year at all"),
    ],
)
def test_a_year_left_out(
    meetings: Callable[..., tuple[Extraction, ...]], days: tuple[str, ...], found: list[str | None]
) -> None:
    assert dates(meetings, *days) == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param("Tahun 2023\nRapat Tani, 8 Mei", "2023-05-08", id="a year alone"),
        pytest.param("Rencana Kerja 2024\nRapat Tani, Senin 8 Mei", None, id="no weekday of that year"),
        pytest.param("Laporan 2023, rencana 2024\nRapat Tani, Senin 8 Mei", "2023-05-08", id="the one that agrees"),
        pytest.param("Rencana Kerja 2024\nRapat Tani, 8 Mei", None, id="a year of something else"),
    ],
)
def test_a_year_in_the_first_lines(minutes: Minutes, head: str, found: str | None) -> None:
    result = minutes(f"NOTULA RAPAT\n{head}\nTempat: Balai\n{BODY}")
    assert (result.meeting.date and result.meeting.date.start) == found
    assert ("H005" in {issue.code for issue in result.issues}) == (found is not None)


def test_the_year_in_the_title_of_a_file_of_several_meetings(meetings: Callable[..., tuple[Extraction, ...]]) -> None:
    days = ("## Notulen 8 Mei", "## Notulen 15 Mei")
    text = "# Notulen mingguan 2023\n\n" + "\n\n".join(
        f"{day}\n\nHadir: Wulan, Dodi\n\n### Pembahasan\n- Kas diaudit" for day in days
    )
    found = [each.result.meeting for each in meetings(text, ".md")]
    assert [each.date and each.date.start for each in found] == ["2023-05-08", "2023-05-15"]
    assert [each.title for each in found] == [None, None]


def test_a_reference_beside_the_place_is_no_part_of_it(minutes: Minutes) -> None:
    form = "| Tanggal | 8 Mei 2023 | Jam | 09.00 |\n|---|---|---|---|\n| Tempat | Aula | Ref. | Kontrak 21/SPK |\n"
    place = minutes(f"# NOTULA RAPAT PANEN\n\n{form}\n## Pembahasan\n- Pompa air rusak.\n", ".md").meeting.place
    assert place is not None and place.text == "Aula"


def test_the_hour_of_the_next_meeting_is_not_that_of_this_one(minutes: Minutes) -> None:
    following = "Rapat selanjutnya:\nHari/Tanggal : Jumat, 19 Mei 2023\nWaktu : 08.00 WIB\nTempat : Aula\n"
    header = f"{TITLE}Tanggal : 8 Mei 2023\nTempat : Balai\n\n"
    result = minutes(f"{header}Tindak Lanjut\n1. Rina membeli pupuk\n\n{following}")
    assert result.meeting.time is None


SAID = ["siap, pompa saya cek", "iuran bagaimana?", "nanti dibahas di grup"]


@pytest.mark.parametrize(
    ("heads", "day"),
    [
        pytest.param(["Rudi, [08.05.23 19:12]", "Dewi, [08.05.23 19:14]", "Pak Rudi, [08.05.23 20:02]"], "2023-05-08",
                     id="above-what-was-said"),
        pytest.param(["[08/05/23 19.12] Rudi:", "[08/05/23 19.14] Dewi:", "[08/05/23 20.02] Rudi:"], "2023-05-08",
                     id="before-it"),
        pytest.param(["Pak Rudi, [08.05.23 19:12]", "Dewi, [09.05.23 07:14]", "Dewi, [09.05.23 08:02]"], None,
                     id="two-days"),
        pytest.param(["Pak Rudi, [08.05.23 19:12]", "Dewi", "Pak Rudi"], None, id="one-message"),
    ],
)  # fmt: skip
def test_the_day_of_a_chat(heads: list[str], day: str | None, minutes: Minutes) -> None:
    turns = "".join(f"{head}\n{said}\n\n" for head, said in zip(heads, SAID, strict=True))
    meeting = minutes(f"Rapat Panen Raya Kopi\nrekap dari grup\n\nHadir: Rudi, Dewi, Wati\n\n{turns}").meeting
    assert (meeting.date.start if meeting.date else None) == day
