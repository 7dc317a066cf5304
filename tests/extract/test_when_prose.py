"""Date, time and place where sentences tell them."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

Minutes = Callable[..., Result]

TITLE = "Rapat Warga Blok Anggrek\n\n"
TALK = "\n\nPembahasan\n1. Selokan depan pos mampet.\n2. Lampu taman mati sejak kemarin.\n"
SENTENCES = {
    "jam": ("Sabtu, 4 Mei 2024 jam 19.45 di teras rumah Bu Sekar.", "19:45", None, "teras rumah Bu Sekar"),
    "numbers": ("Sabtu 4/5/24 jam 13.30 di r. Kabag", "13:30", None, "r. Kabag"),
    "in brackets": ("Berikut hasil rapat semalam (Sabtu, 4 Mei 2024 jam 20.00 di rumah Pak Tono)", "20:00", None,
                    "rumah Pak Tono"),
    "mulai": ("Sabtu, 4 Mei 2024, mulai 20.00, Pos RW 05", "20:00", None, "Pos RW 05"),
    "range": ("Sabtu, 4 Mei 2024 pukul 09.00 - 10.30 WIB, Aula Kantor Desa", "09:00", "10:30", "Aula Kantor Desa"),
    "between": ("Sabtu tgl 4 Mei 2024, di balai RW mulai pukul 16.00", "16:00", None, "balai RW"),
    "closed at once": ("4 Mei 2024\n\nRapat di Ruang Melati dimulai pukul 09.00 WIB dan selesai pukul 11.30 WIB.",
                       "09:00", "11:30", "Ruang Melati"),
    "led": ("4 Mei 2024\n\nRapat dipimpin oleh Pak Wiryo di Ruang Melati pukul 10.00 WIT.", "10:00", None,
            "Ruang Melati"),
    "remark on the place": ("4 Mei 2024\n\nRapat diadakan di rumah Pak Wiryo (balai masih dicat), dimulai jam 20.00.",
                            "20:00", None, "rumah Pak Wiryo"),
    "after what the meeting was": ("Sabtu, 4 Mei 2024, lapangan timur habis senam, jam 09.00", "09:00", None,
                                   "lapangan timur"),
    "from and to in spoken words": ("Sabtu, 4 Mei 2024, kediaman Bu Sekar. Mulai 15.45 bubar 17.20.", "15:45", "17:20",
                                    "kediaman Bu Sekar"),
    "place before the day": ("Rapat dilaksanakan di Ruang Melati pada Sabtu, 4 Mei 2024 pukul 19.30.", "19:30", None,
                            "Ruang Melati"),
    "list of date, time and place": ("Sabtu, 4 Mei 2024; pukul 09.00 WIB; Ruang Melati", "09:00", None,
                                     "Ruang Melati"),
    "dots between": ("Sabtu, 4 Mei 2024 · 09.15–09.35 · Slack", "09:15", "09:35", "Slack"),
    "time behind the place": ("Sabtu, 4 Mei 2024, Ruang Melati, 09.00-11.00 WIB", "09:00", "11:00", "Ruang Melati"),
    "place right behind the day": ("4/5/2024 ruang Kabag, hanya sebentar (15.00-15.40).", "15:00", "15:40",
                                   "ruang Kabag"),
    "room of those who met online": ("4 Mei 2024\n\nRapat digelar pukul 08.00 WIB secara virtual dari Ruang Melati.",
                                     "08:00", None, "Ruang Melati"),
    "link behind the place": ("Rapat diadakan Sabtu, 4 Mei 2024 pukul 10.00 bertempat di Zoom (https://zoom.us/j/4567).",
                              "10:00", None, "Zoom"),
    "by way of": ("Sabtu 4 Mei 2024, rapat warga, jam 10 pagi lewat zoom karena balai dicat.", "10:00", None, "zoom"),
    "name of an office above": ("Kantor Pertanahan\n4 Mei 2024\n\nKami kumpul di ruang arsip jam 15.00.", "15:00", None,
                                "ruang arsip"),
    "something between": ("Sabtu, 4 Mei 2024, jam 9.00 tepat, rapat rutin, teras rumah Bu Sekar.", "09:00", None,
                          "teras rumah Bu Sekar"),
    "half": ("Kami kumpul Sabtu malam 4 Mei 2024 jam setengah 8 di rumah Pak Wiryo.", "19:30", None,
             "rumah Pak Wiryo"),
    "prayer": ("4 Mei 2024\n\nKumpul dimulai ba'da isya di serambi musala, yang hadir Wiryo dan Sekar.", None, None,
               "serambi musala"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "start", "end", "place"), SENTENCES.values(), ids=SENTENCES.keys())
def test_opening(sentence: str, start: str | None, end: str | None, place: str, minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}{sentence}{TALK}").meeting
    assert meeting.date is not None and meeting.date.start == "2024-05-04"
    assert (meeting.time and meeting.time.start, meeting.time and meeting.time.end) == (start, end)
    assert meeting.place is not None and meeting.place.text == place


@pytest.mark.parametrize(
    "line",
    [
        "Halaman ini catatan bersama.",
        "Yang hadir: Puskesmas, Kelurahan, kader",
        "Lomba lari diadakan di aula sekolah tanggal 17 Juni 2024.",
        "Sabtu, 4 Mei 2024 - rapat bulanan",
        "4 Mei 2024 / 25 Syawal 1445 H",
        "Beranda | Profil | Berita",
        "Beranda",
    ],
)
def test_no_place(line: str, minutes: Minutes) -> None:
    assert minutes(f"{TITLE}Tanggal: 4 Mei 2024\n{line}{TALK}").meeting.place is None


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Kanal: Jitsi (tautan di grup)", "Jitsi"),
        ("Beranda rumah Pak RT", "Beranda rumah Pak RT"),
        ("Medium: Discord", "Discord"),
        ("Tempat: Ruang Lurah\n  Dipimpin Lurah, yang nyatat Bu Sekar", "Ruang Lurah"),
        ("Tempat: Google Meet (WFH semua, banjir)", "Google Meet"),
        ("Lokasi: Ruang Melati, 08.30 – 11.00 WIB", "Ruang Melati"),
        ("Waktu: 20.00 WIB (daring)", "daring"),
        ("Sabtu, 4 Mei 2024 (daring)\nGoogle Meet, 09.00-10.00 WIB.", "Google Meet"),
    ],
)
def test_place_beside_labels(header: str, place: str, minutes: Minutes) -> None:
    found = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n{header}{TALK}").meeting.place
    assert found is not None and found.text == place


@pytest.mark.parametrize(
    ("last", "end"),
    [
        ("Rapat selesai jam 21.30.", "21:30"),
        ("selesai 21.30", "21:30"),
        ("Selesai jam 21.30.", "21:30"),
        ("Rapat ditutup pukul 21.30 WIB.", "21:30"),
        ("Pak Wiryo menutup rapat pukul 21.30.", "21:30"),
        ("Kumpul rampung jam setengah sepuluh malam.", "21:30"),
        ("Pendaftaran ditutup pukul 21.30.", None),
        ("Pak Wiryo menutup pendaftaran pukul 21.30.", None),
    ],
)
def test_end_of_minutes_that_do_not_tell_the_start(last: str, end: str | None, minutes: Minutes) -> None:
    time = minutes(f"{TITLE}Tanggal: 4 Mei 2024{TALK}\n{last}\n").meeting.time
    assert (time and time.end) == end


def test_a_room_of_the_letterhead_comes_last(minutes: Minutes) -> None:
    head = "PAGUYUBAN ANGGREK\nGedung Serbaguna Lantai 2, Kota Lestari\nNOTULA RAPAT WARGA\n\n"
    held = "Rapat dilaksanakan pada hari Sabtu, 4 Mei 2024 pukul 09.00 di Ruang Melati, dipimpin oleh Pak Wiryo."
    place = minutes(f"{head}{held}{TALK}").meeting.place
    assert place is not None and place.text == "Ruang Melati"


def test_end_after_a_prayer(minutes: Minutes) -> None:
    time = minutes(f"{TITLE}Tanggal: 4 Mei 2024\nWaktu: ba'da Isya s/d 22.15{TALK}").meeting.time
    assert time is not None and (time.start, time.end) == (None, "22:15")


def test_a_deadline_above_the_first_sentence_is_not_the_day(minutes: Minutes) -> None:
    held = "Rapat dilaksanakan pada hari Sabtu, 4 Mei 2024 di pos ronda."
    date = minutes(f"{TITLE}Iuran paling lambat 10 Mei 2024.\n\n{held}{TALK}").meeting.date
    assert date is not None and date.start == "2024-05-04"


def test_the_day_of_a_letter_is_not_that_of_the_meeting_it_reports(minutes: Callable[..., Result]) -> None:
    letter = (
        "KANTOR WILAYAH PELABUHAN\nNOTA DINAS\n\nYth.: Kepala Kantor\nHal: Laporan Rapat Dermaga\n"
        "Tanggal: 20 Juni 2024\n\n"
        "1. Rapat dilaksanakan pada hari Rabu, 19 Juni 2024 bertempat di Aula Bahari.\n2. Dermaga retak.\n"
    )
    meeting = minutes(letter).meeting
    assert meeting.date is not None and meeting.date.start == "2024-06-19"
    assert meeting.place is not None and meeting.place.text == "Aula Bahari"


@pytest.mark.parametrize(
    ("lines", "start", "end", "place"),
    [
        pytest.param("Senin, 8 Mei 2023, 09.30-11.45 WIB, Kopi Tiga", "09:30", "11:45", "Kopi Tiga", id="behind-time"),
        pytest.param("8 Mei 2023, Kopi Semeru, mulai jam 4 sore", "16:00", None, "Kopi Semeru", id="before-time"),
        pytest.param("Senin, 8 Mei 2023 @ Kopi Semeru, 10.00-12.45", "10:00", "12:45", "Kopi Semeru", id="at-sign"),
        pytest.param("Senin 8/5/2023 (09.15–09.40, kedai kopi)", "09:15", "09:40", "kedai kopi", id="in-brackets"),
        pytest.param("8 Mei 2023, lewat Jitsi jam 19.30", "19:30", None, "Jitsi", id="by"),
        pytest.param("8 Mei 2023\nDi pos ronda. Iuran dibahas.", None, None, "pos ronda", id="under-its-day"),
        pytest.param("8 Mei 2023\nMulai 08.30, tempat pindah ke Ruang 2.", "08:30", None, "Ruang 2", id="moved"),
        pytest.param("8 Mei 2023, jam 9, kedai kopi seperti biasa", "09:00", None, "kedai kopi", id="as-usual"),
        pytest.param("8 Mei 2023\nDi teras Joko, selesai pukul 21.40.", None, "21:40", "teras Joko", id="end-alone"),
        pytest.param("Waktu & tempat: balai RW, Dau; 13.15 – 15.30", "13:15", "15:30", "balai RW, Dau", id="label"),
        pytest.param("8 Mei 2023\nKanal #panen-kopi (Slack), 19.30", "19:30", None, "Kanal #panen-kopi (Slack)",
                     id="channel"),
        pytest.param("8 Mei 2023, 10.00, Rapat Panen", "10:00", None, None, id="meeting"),
        pytest.param("8 Mei 2023, 10.00, panen sudah dimulai", "10:00", None, None, id="what-was-said"),
    ],
)
def test_dateline(lines: str, start: str | None, end: str | None, place: str | None, minutes: Minutes) -> None:
    meeting = minutes(f"NOTULA\nRapat Panen Raya\n\n{lines}\n\nPembahasan\n1. Pompa air rusak.\n").meeting
    time = meeting.time
    assert (time and time.start, time and time.end) == (start, end)
    assert (meeting.place and meeting.place.text) == place


def test_the_place_of_another_day_is_not_that_of_the_meeting(minutes: Minutes) -> None:
    text = "RAPAT PANEN\n8 Mei 2023\n\n- Rina mencetak nota\n\nHari H: Sabtu, 20 Mei 2023 di Gedung Serbaguna\n"
    assert minutes(text).meeting.place is None


@pytest.mark.parametrize(("day", "place"), [("21 Mei", None), ("8 Mei", "Pendopo")], ids=["another", "the same"])
def test_a_day_without_its_year_tells_whether_it_is_the_meeting(day: str, place: str | None, minutes: Minutes) -> None:
    text = f"RAPAT PANEN 8 Mei 2023\n\n1. Pupuk kurang\n2. Pameran tgl {day} di Pendopo, Dinas menyiapkan bibit\n"
    found = minutes(text).meeting.place
    assert (found.text.split(",")[0] if found else None) == place


@pytest.mark.parametrize(
    "before", ["Menindaklanjuti musyawarah tanggal 2 Mei 2023 di atas", "Merujuk surat tanggal 2 Mei 2023"]
)
def test_what_led_to_the_meeting_is_not_its_day(before: str, minutes: Minutes) -> None:
    opening = f"{before}, maka pada hari Senin tanggal 8 Mei 2023 di rumah Ketua RT diadakan musyawarah lanjutan."
    meeting = minutes(f"MUSYAWARAH LANJUTAN\n\n{opening}{TALK}").meeting
    assert meeting.date is not None and meeting.date.start == "2023-05-08"
    assert meeting.place is not None and meeting.place.text == "rumah Ketua RT"


def test_a_day_behind_what_led_to_the_meeting(minutes: Minutes) -> None:
    opening = "Menindaklanjuti undangan Kepala Desa, pada Senin, 8 Mei 2023 di Balai Desa telah diadakan rapat panen."
    meeting = minutes(f"RISALAH RAPAT\n\n{opening}{TALK}").meeting
    assert meeting.date is not None and meeting.date.start == "2023-05-08"


def test_a_letter_in_the_title_is_none_that_led_to_the_meeting(minutes: Minutes) -> None:
    meeting = minutes(f"Rapat IV: buku surat masuk — Senin, 8 Mei 2023{TALK}").meeting
    assert meeting.date is not None and meeting.date.start == "2023-05-08"


def test_place_of_this_time(minutes: Minutes) -> None:
    text = f"Kopi darat penggemar foto. Kali ini di Warung Sri, Jl. Kawi, hari Senin 8 Mei 2023.{TALK}"
    place = minutes(text).meeting.place
    assert place is not None and place.text == "Warung Sri, Jl. Kawi"


@pytest.mark.parametrize(
    ("point", "place"),
    [
        ("Rapat diselenggarakan pada hari Senin, 8 Mei 2023 pukul 13.00 s.d. 15.30 WIB di Ruang Mawar", "Ruang Mawar"),
        ("Rapat menyoroti pompa yang rusak di Ruang Mawar", None),
    ],
    ids=["held", "told of something"],
)
def test_the_first_point_of_a_report_tells_the_place(point: str, place: str | None, minutes: Minutes) -> None:
    text = f"LAPORAN RAPAT\n\nBersama ini kami laporkan hasil rapat.\n\n1. {point}.\n2. Pompa rusak.\n3. Pipa bocor.\n"
    found = minutes(text).meeting.place
    assert (found.text if found else None) == place
