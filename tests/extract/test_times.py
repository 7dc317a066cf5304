import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.pipeline.extract.times import find_times
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()

TIMES = {
    "range with pukul": ("Pukul 15.20 - 16.50 WIB", "15:20", "16:50", "WIB"),
    "range, en dash": ("09.05 – 12.25 WIB", "09:05", "12:25", "WIB"),
    "range without spaces": ("pukul 13.10–16.40 WITA", "13:10", "16:40", "WITA"),
    "range, colons, no zone": ("08:15 - 11:45", "08:15", "11:45", None),
    "range, one short hour": ("9.00-11.30", "09:00", "11:30", None),
    "s/d": ("Jam 07.45 WIB s/d 10.30 WIB", "07:45", "10:30", "WIB"),
    "s.d.": ("09.20 WIB s.d. 11.50 WIB", "09:20", "11:50", "WIB"),
    "sampai": ("ronda pukul 22.00 sampai 23.30", "22:00", "23:30", None),
    "sampai dengan, jam twice": ("dari jam 13.15 sampai dengan jam 15.00 WIB", "13:15", "15:00", "WIB"),
    "hingga": ("pukul 09.00 hingga 10.00 WIT", "09:00", "10:00", "WIT"),
    "pukul twice, zone once": ("pukul 09.00 WITA s/d Pukul 12.00", "09:00", "12:00", "WITA"),
    "selesai": ("13.40 WIB s.d. selesai", "13:40", None, "WIB"),
    "selesai, dash, capitals": ("16:00 - SELESAI", "16:00", None, None),
    "zone in brackets": ("16:00–17:00 (WIB)", "16:00", "17:00", "WIB"),
    "selesai before the end": ("mulai 08.15 selesai 10.00", "08:15", "10:00", None),
    "selesai before the zone": ("19.40 - selesai (WITA)", "19:40", None, "WITA"),
    "selesai, zone behind it": ("pukul 08.15 s.d. selesai WIB", "08:15", None, "WIB"),
    "selesai, no spaces": ("09.40 WIB–Selesai", "09:40", None, "WIB"),
    "end left out": ("14.50 WIB s.d.", "14:50", None, "WIB"),
    "sampe": ("jam 15.30 sampe 17.45", "15:30", "17:45", None),
    "about until": ("pukul 19.30 sampai kira-kira 21.50", "19:30", "21:50", None),
    "hours in words": ("pukul sembilan pagi sampai jam dua belas", "09:00", "12:00", None),
    "half an hour in words": ("selesai jam setengah sebelas malam", "22:30", None, None),
    "minutes past": ("Mulai jam 8 lewat 15 (WIT)", "08:15", None, "WIT"),
    "evening of both": ("jam 7 malam s/d 9.40", "19:00", "21:40", None),
    "evening into the night": ("jam 8 malam s/d 1.15", "20:00", "01:15", None),
    "minutes past, in full": ("jam 7 lewat 5 menit malam sampai 21.00", "19:05", "21:00", None),
    "one time, pukul": ("Acara dimulai pukul 09.25 oleh camat", "09:25", None, None),
    "behind the year": ("Senin, 8 Mei 2023  20.00-21.15 WIB  Aula", "20:00", "21:15", "WIB"),
    "one time, zone": ("10.35 WITA", "10:35", None, "WITA"),
    "pkl": ("tgl 13-11-2022 pkl 08.45 wib", "08:45", None, "WIB"),
    "label and colon": ("Waktu : 10.40 WIB", "10:40", None, "WIB"),
    "minutes with a prime": ("pukul 15.23’", "15:23", None, None),
    "comma": ("pukul 09,35 WIB", "09:35", None, "WIB"),
    "hour only": ("kumpul lagi jam 9", "09:00", None, None),
    "hours only": ("jam 9 - 11", "09:00", "11:00", None),
    "hours and zone": ("09-11 WIB", "09:00", "11:00", "WIB"),
    "evening": ("jam 7 malam", "19:00", None, None),
    "midnight": ("jam 12 malam", "00:00", None, None),
    "noon": ("jam 12 siang", "12:00", None, None),
    "early afternoon": ("jam 1 siang", "13:00", None, None),
    "afternoon": ("jam 3 sore", "15:00", None, None),
    "AM": ("8:00 AM", "08:00", None, None),
    "PM, hour only": ("Makan malam (6 PM)", "18:00", None, None),
    "24.00": ("pukul 24.00", "00:00", None, None),
    "zone written out": ("pukul 10.00 Waktu Indonesia Barat", "10:00", None, "WIB"),
    "zone written out in full": ("pukul 10.00 Waktu Indonesia Bagian Tengah", "10:00", None, "WITA"),
    "zone in letters apart": ("JAM : 10.50  W I B.", "10:50", None, "WIB"),
    "zone split by OCR": ("pukul 20.10 WI B", "20:10", None, "WIB"),
    "seconds": ("pukul 08:30:15", "08:30", None, None),
    "before a full stop": ("bubar persis jam 17.40.", "17:40", None, None),
    "prayer and its time": ("ba'da Isya (20.00) s.d. 21.45", "20:00", "21:45", None),
    "prayer": ("ba’da shalat isya", None, None, None),
}


@pytest.mark.parametrize(("text", "start", "end", "zone"), TIMES.values(), ids=TIMES)
def test_a_time(text: str, start: str | None, end: str | None, zone: str | None) -> None:
    (mention,) = find_times(text, LEXICON)
    assert (mention.start, mention.end, mention.zone) == (start, end, zone)
    assert text[mention.char_start : mention.char_end] == mention.text


def test_two_times_on_one_line() -> None:
    planned, actual = find_times("Rencana : 07.00-11.00 WIB Aktual : 07.30-09.35 WIB", LEXICON)
    assert (planned.start, planned.end, actual.start, actual.end) == ("07:00", "11:00", "07:30", "09:35")


def test_the_span_holds_the_word_and_the_zones() -> None:
    (mention,) = find_times("mulai Pukul 09.20 WIB s.d. 11.50 WIB di aula", LEXICON)
    assert mention.text == "Pukul 09.20 WIB s.d. 11.50 WIB"


NONE = {
    "sum in a table": "1.204,5",
    "money": "Rp 10.00",
    "version": "versi 2.10",
    "section": "klausul 8.2.1",
    "decimal": "naik menjadi 12.30 persen",
    "per cent range": "10.20-12.30%",
    "index": "nilai 12.50 - 13.50",
    "duration": "2 jam 30 menit",
    "all day": "24 jam 7 hari",
    "days after a clock word": "waktu 2 minggu",
    "minutes past sixty": "pukul 9.75",
    "hour past 24": "pukul 25.00",
    "lost digits": "Pukul : WIB",
    "telephone": "(021) 3193 6207",
    "standard": "ISO 9001:2015",
    "days of the month": "tgl 10-12 WIB",
    "date": "12-12-2022 dan 8.10.2020",
    "before Friday": "sebelum Jumat",
    "empty": "",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, LEXICON) == ()


def test_a_bare_time_counts_only_where_asked_for() -> None:
    assert find_times("12.30", LEXICON) == ()
    assert [mention.start for mention in find_times("12.30", LEXICON, bare=True)] == ["12:30"]


@given(
    st.integers(0, 23), st.integers(0, 59), st.sampled_from([".", ":"]), st.sampled_from(["WIB", "WITA", "WIT"]),
    st.text(alphabet="abc ,;()", max_size=10),
)  # fmt: skip
def test_every_minute_is_read_back(hour: int, minute: int, mark: str, zone: str, around: str) -> None:
    text = f"{around} pukul {hour:02d}{mark}{minute:02d} {zone} {around}"
    (mention,) = find_times(text, LEXICON)
    assert (mention.start, mention.zone) == (f"{hour:02d}:{minute:02d}", zone)


def test_a_part_of_the_day_behind_the_label_of_the_time() -> None:
    (mention,) = find_times("9 pagi - selesai", LEXICON, bare=True)
    assert mention.start == "09:00" and find_times("9 pagi", LEXICON) == ()
