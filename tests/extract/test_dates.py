import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.pipeline.extract.dates import DateMention, Parts, find_dates
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


def only(text: str, **options: bool) -> DateMention:
    (mention,) = find_dates(text, LEXICON, **options)
    return mention


SINGLE = {
    "weekday and comma": ("Senin, 4 Maret 2019", "2019-03-04", "Senin, 4 Maret 2019"),
    "weekday and slash": ("Hari/Tgl: Senin / 4 Maret 2019", "2019-03-04", "Senin / 4 Maret 2019"),
    "weekday and slash, numeric": ("Senin/04-03-2019", "2019-03-04", "Senin/04-03-2019"),
    "space before comma": ("paling lambat Senin ,4 Maret 2019 sudah ada", "2019-03-04", "Senin ,4 Maret 2019"),
    "hari and tanggal": ("Pada hari Senin tanggal 4 Maret 2019, bertempat", "2019-03-04", "Senin tanggal 4 Maret 2019"),
    "no weekday": ("Bogor, 4 Maret 2019", "2019-03-04", "4 Maret 2019"),
    "part of the day": ("Kamis malam, 7 Maret 2019 di balai", "2019-03-07", "Kamis malam, 7 Maret 2019"),
    "part of the day, numeric": ("Rabu sore 6/3/19", "2019-03-06", "Rabu sore 6/3/19"),
    "where it moved": ("Bazar diundur ke 9 Maret 2019", "2019-03-09", "9 Maret 2019"),
    "lower case": ("senin, 4 maret 2019", "2019-03-04", "senin, 4 maret 2019"),
    "upper case": ("RAPAT TANGGAL 4 MARET 2019", "2019-03-04", "4 MARET 2019"),
    "double spaces": ("Senin,  4  Maret  2019", "2019-03-04", "Senin,  4  Maret  2019"),
    "leading zero": ("09 November 2021", "2021-11-09", "09 November 2021"),
    "Pebruari": ("12 Pebruari 2020", "2020-02-12", "12 Pebruari 2020"),
    "Nopember": ("12 Nopember 2020", "2020-11-12", "12 Nopember 2020"),
    "Agt": ("12 Agt 2020", "2020-08-12", "12 Agt 2020"),
    "abbreviation with a stop": ("tgl. 12 Okt. 2020", "2020-10-12", "12 Okt. 2020"),
    "English abbreviation": ("13 Aug 2025", "2025-08-13", "13 Aug 2025"),
    "English order": ("October 8, 2020", "2020-10-08", "October 8, 2020"),
    "hyphens": ("12-Okt-2020", "2020-10-12", "12-Okt-2020"),
    "two-digit year": ("12-Okt-20", "2020-10-12", "12-Okt-20"),
    "apostrophe year": ("12 Okt '20", "2020-10-12", "12 Okt '20"),
    "curly apostrophe in weekday": ("Jum’at, 9 Oktober 2020", "2020-10-09", "Jum’at, 9 Oktober 2020"),
    "straight apostrophe in weekday": ("Jum'at, 9 Oktober 2020", "2020-10-09", "Jum'at, 9 Oktober 2020"),
    "Ahad": ("Ahad, 11 Oktober 2020", "2020-10-11", "Ahad, 11 Oktober 2020"),
    "bulan and tahun": ("tanggal 7 bulan Juni tahun 2022", "2022-06-07", "7 bulan Juni tahun 2022"),
    "day in words": (
        "Rabu tanggal Delapan bulan April Tahun Dua Ribu Lima Belas, di",
        "2015-04-08",
        "Rabu tanggal Delapan bulan April Tahun Dua Ribu Lima Belas",
    ),
    "teen in words": (
        "tanggal sebelas Mei dua ribu sembilan belas",
        "2019-05-11",
        "sebelas Mei dua ribu sembilan belas",
    ),
    "tens in words": (
        "tanggal Tiga Puluh Satu bulan Desember tahun Dua Ribu Dua Puluh Tiga",
        "2023-12-31",
        "Tiga Puluh Satu bulan Desember tahun Dua Ribu Dua Puluh Tiga",
    ),
    "words in brackets": (
        "17-08-2021 (tujuhbelas Agustus duaribu duapuluh satu)",
        "2021-08-17",
        "17-08-2021 (tujuhbelas Agustus duaribu duapuluh satu)",
    ),
    "numerals in brackets": (
        "Sabtu tanggal empat belas bulan Maret tahun dua ribu dua puluh (14-03-2020), di",
        "2020-03-14",
        "Sabtu tanggal empat belas bulan Maret tahun dua ribu dua puluh (14-03-2020)",
    ),
    "day said twice": ("16 (enam belas) Juni 2022", "2022-06-16", "16 (enam belas) Juni 2022"),
    "weekday in brackets": ("12-10-2023 (Kamis)", "2023-10-12", "12-10-2023 (Kamis)"),
    "short figures in brackets": ("sebelum lomba (4/3/19)", "2019-03-04", "4/3/19"),
    "short figures behind a limit": ("paling lambat 4/3/19 di balai", "2019-03-04", "4/3/19"),
    "ISO": ("2020-10-08", "2020-10-08", "2020-10-08"),
    "weekday and ISO": ("Senin, 2025-06-23", "2025-06-23", "Senin, 2025-06-23"),
    "day first": ("08/10/2020", "2020-10-08", "08/10/2020"),
    "short year between marks": ("Kumpul pemuda, 8/5/23, pos ronda", "2023-05-08", "8/5/23"),
    "dots": ("8.10.2020", "2020-10-08", "8.10.2020"),
    "spaced hyphens": ("12 - 11 - 2022", "2022-11-12", "12 - 11 - 2022"),
    "title with time": ("Rakor camat tgl 13-11-2022 pkl 08.45 wib", "2022-11-13", "13-11-2022"),
    "glued to tgl": ("tgl12 Mei 2020", "2020-05-12", "12 Mei 2020"),
    "Hijri date after it": ("14 Februari 2014/14 Rabiul akhir 1435H", "2014-02-14", "14 Februari 2014"),
    "Hijri date before it": ("1 Muharram 1444 H/30 Juli 2022", "2022-07-30", "30 Juli 2022"),
    "a full stop follows": ("Senin, 4 Maret 2019. pukul 20.25 WIB", "2019-03-04", "Senin, 4 Maret 2019"),
}


@pytest.mark.parametrize(("text", "day", "span"), SINGLE.values(), ids=SINGLE)
def test_a_full_date(text: str, day: str, span: str) -> None:
    mention = only(text)
    assert (str(mention.day), mention.end_day, mention.text) == (day, None, span)
    assert text[mention.start : mention.end] == span


RANGES = {
    "hyphen": ("22-26 Mei 2017", "2017-05-22", "2017-05-26"),
    "en dash": ("9–12 Mei 2023", "2023-05-09", "2023-05-12"),
    "spaced dash": ("20 – 23 Oktober 2020", "2020-10-20", "2020-10-23"),
    "s/d": ("6 s/d 9 Juli 2023", "2023-07-06", "2023-07-09"),
    "s.d.": ("6 s.d. 9 Juli 2023", "2023-07-06", "2023-07-09"),
    "sampai dengan": ("6 sampai dengan 9 Juli 2023", "2023-07-06", "2023-07-09"),
    "dan": ("20 dan 21 Juni 2007", "2007-06-20", "2007-06-21"),
    "two months": ("28 Feb - 2 Maret 2020", "2020-02-28", "2020-03-02"),
    "over the year's end": ("28 Desember - 3 Januari 2021", "2020-12-28", "2021-01-03"),
    "two full dates": ("12/10/2020 - 14/10/2020", "2020-10-12", "2020-10-14"),
    "two weekdays": ("Senin, 4 Mei s.d. Rabu, 6 Mei 2020", "2020-05-04", "2020-05-06"),
    "weekday range before": ("Senin-Selasa, 4-5 Mei 2020", "2020-05-04", "2020-05-05"),
    "tanggal repeated": ("tgl 4 Mei 2020 sampai tgl 8 Mei 2020", "2020-05-04", "2020-05-08"),
}


@pytest.mark.parametrize(("text", "first", "last"), RANGES.values(), ids=RANGES)
def test_a_range(text: str, first: str, last: str) -> None:
    mention = only(text)
    assert (str(mention.day), str(mention.end_day)) == (first, last)


PARTIAL = {
    "English order": ("by July 14", Parts(14, 7, None)),
    "English order, with letters": ("on April 3rd", Parts(3, 4, None)),
    "no year": ("14 Maret", Parts(14, 3, None)),
    "no year, in brackets": ("lomba (23 Jan)", Parts(23, 1, None)),
    "before a time": ("12 Okt 20.00 WIB", Parts(12, 10, None)),
    "month and year": ("Mei 2023", Parts(None, 5, 2023)),
    "bulan": ("pada bulan Mei dan", Parts(None, 5, None)),
    "day and month alone": ("28/8", Parts(28, 8, None)),
    "day and month after tgl": ("berkas tgl 15/3 lengkap", Parts(15, 3, None)),
    "day and month after a dash": ("surat ke sponsor – 27/8", Parts(27, 8, None)),
    "day and month in brackets": ("kumpul lagi Rabu (17/1)", Parts(17, 1, None)),
}


@pytest.mark.parametrize(("text", "parts"), PARTIAL.values(), ids=PARTIAL)
def test_a_partial_date_has_no_day(text: str, parts: Parts) -> None:
    mention = only(text)
    assert (mention.parts, mention.day) == (parts, None)


def test_a_month_range_keeps_both_months() -> None:
    mention = only("Januari s.d. Maret 2023")
    assert (mention.parts, mention.end_parts) == (Parts(None, 1, 2023), Parts(None, 3, 2023))


NONE = {
    "a count after a month": "bulan ini Mei 12 orang",
    "letter number": "Nomor 12/KEP/2021",
    "letter number with digits": "045/731/408.2/2019",
    "end of a letter number": "BA/06/12/2022",
    "number word before": "No. 12/10/2020",
    "decimal": "IKM 3.41",
    "money": "Rp 5.000 dan Rp5.000.000,-",
    "telephone": "021-314 5374",
    "years": "RAN 2020-2022",
    "NIP": "NIP. 19700101 199512 1 001",
    "article": "pasal 12/2011 dan Perpres 16/2018",
    "version": "versi 2.10.1",
    "time": "pukul 09.10-12.40 WIB",
    "section": "Klausul 8.2.1",
    "fraction": "hal. 1/2",
    "fraction in brackets": "lulus (3/4)",
    "neighbourhood": "RT 03/05",
    "24/7": "layanan – 24/7",
    "month past twelve": "12/25/2020",
    "day that is not": "31-06-2022",
    "week of the month": "minggu ke-3 Agustus 2021",
    "week of the month, spaced": "minggu ke 3 Bulan Maret 2022",
    "week of the month, Roman": "Minggu II Februari 2023",
    "week of the month, no ke": "Minggu 2 November 2021",
    "name that begins like a month": "Marketing 2020 dan Desa 12",
    "number word and month": "dua Mei",
    "OCR without leave": "l5 0ktober 2O20",
    "empty": "",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_dates(text, LEXICON) == ()


LENIENT = {
    "letters for digits": ("l5 0ktober 2O20", "2020-10-15"),
    "letter in the year": ("15 Oktober 202O", "2020-10-15"),
    "bare at the end of a title": ("Catatan Rapat Tim 20 08 07", "2007-08-20"),
}


@pytest.mark.parametrize(("text", "day"), LENIENT.values(), ids=LENIENT)
def test_lenient_reading(text: str, day: str) -> None:
    mention = only(text, lenient=True)
    assert str(mention.day) == day
    assert text[mention.start : mention.end] == mention.text


def test_a_lone_day_and_month_counts_where_asked_for() -> None:
    assert find_dates("maks 28/8 sudah lengkap", LEXICON) == ()
    assert only("maks 28/8 sudah lengkap", short=True).parts == Parts(28, 8, None)


WEEKDAYS = {
    "agrees": ("Senin, 4 Maret 2019", "Senin", True),
    "disagrees": ("Jum’at tanggal 9 Juli 2020", "Jum’at", False),
    "no year to compare": ("Senin, 4 Maret", "Senin", None),
    "none": ("4 Maret 2019", None, None),
    "after the date": ("24 Agt 2026 (Senin)", "Senin", True),
}


@pytest.mark.parametrize(("text", "weekday", "agrees"), WEEKDAYS.values(), ids=WEEKDAYS)
def test_the_weekday_is_compared(text: str, weekday: str | None, agrees: bool | None) -> None:
    mention = only(text)
    assert (mention.weekday, mention.weekday_agrees) == (weekday, agrees)


def test_a_day_that_does_not_exist_is_kept_without_day() -> None:
    assert (only("31 Juni 2022").day, only("31 Juni 2022").parts) == (None, Parts(31, 6, 2022))


def test_dates_come_in_order() -> None:
    days = [str(m.day) for m in find_dates("tgl 13-10-2020 karena tgl 14 Oktober 2020 ada acara", LEXICON)]
    assert days == ["2020-10-13", "2020-10-14"]


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)),
    st.sampled_from(["{d} {name} {y}", "{d:02d}-{m:02d}-{y}", "{d:02d}/{m:02d}/{y}", "{y}-{m:02d}-{d:02d}"]),
    st.text(alphabet="xyz ,.;()-\t", max_size=12),
    st.text(alphabet="xyz ,;()\t", max_size=12),
)
def test_every_day_is_read_back_in_every_form(day: dt.date, form: str, before: str, after: str) -> None:
    name = LEXICON.calendar.months[day.month][0]
    text = f"{before} {form.format(d=day.day, m=day.month, y=day.year, name=name)} {after}"
    mentions = find_dates(text, LEXICON)
    assert [mention.day for mention in mentions] == [day]
    assert all(text[m.start : m.end] == m.text for m in mentions)


WORDS = [
    *("Minggu", "Senin", ",", "12", "3", "2020", "Mei", "bulan", "tahun", "tanggal", "(", ")", "-", "s.d.", "dua"),
    *("puluh", "ribu", "/", "15/3", "ke-2", "Okt.", "31", "tgl", "08.00", "dan", "II"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_spans_never_overlap_whatever_the_words(words: list[str]) -> None:
    text = " ".join(words)
    mentions = find_dates(text, LEXICON, lenient=True, short=True)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
