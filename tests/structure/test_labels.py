"""What labels and headings open, in the wordings people use."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notula.models.sections import SectionKind


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        pytest.param("Hari/Tanggal : Senin, 4 Maret 2024", "date", "Senin, 4 Maret 2024", id="hari-tanggal"),
        pytest.param("Hari, tgl: Senin, 4/3/2024", "date", "Senin, 4/3/2024", id="hari-tgl"),
        pytest.param("Rapat dibuka : 09.10", "time", "09.10", id="dibuka"),
        pytest.param("TANGGAL RAPAT = 4 Maret 2024", "date", "4 Maret 2024", id="equals-sign"),
        pytest.param("Date: 4 March 2024", "date", "4 March 2024", id="english"),
        pytest.param("Waktu : Pukul 09.00 - 11.00 WIB", "time", "Pukul 09.00 - 11.00 WIB", id="waktu"),
        pytest.param("Pukul: 09.00 s.d. selesai", "time", "09.00 s.d. selesai", id="pukul"),
        pytest.param("Waktu Pelaksanaan\t09.00 WIB", "time", "09.00 WIB", id="tab-alone"),
        pytest.param("Tempat Rapat\t: Aula Kelurahan", "place", "Aula Kelurahan", id="tab-colon"),
        pytest.param("Tempat :: Zoom", "place", "Zoom", id="two-colons"),
        pytest.param("[TEMPAT] Balai Warga", "place", "Balai Warga", id="boxed"),
        pytest.param("[Hari/Tanggal]: Senin", "date", "Senin", id="boxed-with-colon"),
        pytest.param("Pimpinan Sidang: Bagus Prakoso", "chair", "Bagus Prakoso", id="optional-word"),
        pytest.param("Rapat dipimpin oleh : Camat", "chair", "Camat", id="dipimpin-oleh"),
        pytest.param("Ketua Rapat : Bagus", "chair", "Bagus", id="ketua-rapat"),
        pytest.param("Notulis : Wulan", "note_taker", "Wulan", id="notulis"),
        pytest.param("Dicatat oleh: Wulan", "note_taker", "Wulan", id="dicatat-oleh"),
        pytest.param("Nama Kegiatan : Rakor Air Bersih", "title", "Rakor Air Bersih", id="nama-kegiatan"),
        pytest.param("Perihal: Iuran", "subject", "Iuran", id="perihal"),
        pytest.param("Tajuk rapat : Iuran", "title", "Iuran", id="tajuk"),
        pytest.param("Judul notulen : Iuran", "title", "Iuran", id="judul-notulen"),
        pytest.param("Moda : Daring", "place", "Daring", id="moda"),
        pytest.param("Tmp. : Aula", "place", "Aula", id="short-place"),
        pytest.param("Ditulis : Wulan", "note_taker", "Wulan", id="ditulis"),
        pytest.param("Dilaksanakan: Senin, 4 Maret 2024", "date", "Senin, 4 Maret 2024", id="dilaksanakan"),
        pytest.param("Moderator >> Bagus", "chair", "Bagus", id="double-arrow"),
        pytest.param("Nomor : 12/RT/2024", "ignore", "12/RT/2024", id="ignored"),
        pytest.param("T E M P A T : Aula", "place", "Aula", id="letter-spaced"),
    ],
)
def test_header_label(minutes: Any, text: str, field: str, value: str) -> None:
    found = minutes.labels.opening(text)
    assert found is not None
    assert (found.kind, found.field, text[found.value :]) == (SectionKind.HEADER, field, value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Agenda Rapat:", SectionKind.AGENDA, id="agenda-rapat"),
        pytest.param("SUSUNAN ACARA", SectionKind.AGENDA, id="susunan-acara"),
        pytest.param("Peserta Rapat", SectionKind.ATTENDEES, id="peserta-rapat"),
        pytest.param("Daftar Hadir :", SectionKind.ATTENDEES, id="daftar-hadir"),
        pytest.param("Peserta Luring", SectionKind.ATTENDEES, id="qualified-attendees"),
        pytest.param("Hadir (12 orang):", SectionKind.ATTENDEES, id="count-in-brackets"),
        pytest.param("Tidak Hadir", SectionKind.ABSENT, id="tidak-hadir"),
        pytest.param("Berhalangan hadir:", SectionKind.ABSENT, id="berhalangan"),
        pytest.param("Jalannya Rapat", SectionKind.DISCUSSION, id="jalannya-rapat"),
        pytest.param("PEMBAHASAN", SectionKind.DISCUSSION, id="pembahasan"),
        pytest.param("Hasil Rapat:", SectionKind.DISCUSSION, id="hasil-rapat"),
        pytest.param("KESIMPULAN", SectionKind.AGREEMENTS, id="kesimpulan"),
        pytest.param("K e s i m p u l a n", SectionKind.AGREEMENTS, id="kesimpulan-spaced"),
        pytest.param("Kesimpulan dan Saran", SectionKind.AGREEMENTS, id="kesimpulan-dan-saran"),
        pytest.param("Hal-hal yg disepakati:", SectionKind.AGREEMENTS, id="yang-disepakati"),
        pytest.param("Keputusan Rapat", SectionKind.AGREEMENTS, id="keputusan-rapat"),
        pytest.param("Rencana Tindak Lanjut (RTL)", SectionKind.FOLLOW_UPS, id="rtl"),
        pytest.param("Action Items", SectionKind.FOLLOW_UPS, id="action-items"),
        pytest.param("Pembagian Tugas :", SectionKind.FOLLOW_UPS, id="pembagian-tugas"),
        pytest.param("Next Steps", SectionKind.FOLLOW_UPS, id="next-steps"),
        pytest.param("Penutup", SectionKind.CLOSING, id="penutup"),
        pytest.param("Dokumentasi", SectionKind.OTHER, id="dokumentasi"),
    ],
)
def test_section_heading(minutes: Any, text: str, kind: SectionKind) -> None:
    found = minutes.labels.opening(text)
    assert found is not None
    assert (found.kind, found.field, text[found.value :]) == (kind, None, "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Keputusan. Iuran dinaikkan.", SectionKind.AGREEMENTS),
        ("Tindak lanjut. Rina mencetak spanduk.", SectionKind.FOLLOW_UPS),
        ("Pembahasan. Iuran terlalu kecil.", SectionKind.DISCUSSION),
    ],
    ids=["decision", "task", "talk"],
)
def test_heading_run_in_with_a_full_stop(minutes: Any, text: str, kind: SectionKind) -> None:
    found = minutes.labels.opening(text)
    assert found is not None
    assert (found.kind, text[found.value :]) == (kind, text.split(". ", 1)[1])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tempat. Aula dipakai warga.", id="field-with-a-full-stop"),
        pytest.param("Rapat dibuka oleh ketua RT.", id="sentence"),
        pytest.param("Pak Joko : lampu jalan mati", id="speaker"),
        pytest.param("NOTULEN RAPAT", id="genre"),
        pytest.param("Catatan penting untuk warga yang menunggak iuran", id="known-word-beside-others"),
        pytest.param("[X]", id="box-without-label"),
        pytest.param("12 : 30", id="numbers"),
        pytest.param("", id="nothing"),
    ],
)
def test_opens_nothing(minutes: Any, text: str) -> None:
    assert minutes.labels.opening(text) is None


@pytest.mark.parametrize(
    ("text", "opened", "value"),
    [
        pytest.param("Tempat Zoom Meeting", "place", "Zoom Meeting", id="place"),
        pytest.param("Pukul 09.00 WIB", "time", "09.00 WIB", id="time"),
        pytest.param("Hari/Tanggal Senin, 4 Maret 2024", "date", "Senin, 4 Maret 2024", id="date"),
        pytest.param("Notulis Wulan Sari", "note_taker", "Wulan Sari", id="note-taker"),
        pytest.param("Agenda Iuran bulanan", "agenda", "Iuran bulanan", id="agenda"),
        pytest.param("Tempat - Aula Kelurahan", "place", "Aula Kelurahan", id="dash"),
        pytest.param("Sekretaris Ibu Wartini", "note_taker", "Ibu Wartini", id="office"),
        pytest.param("Yang mimpin Pak Darto, yang nyatet Wulan", "chair", "Pak Darto, yang nyatet Wulan", id="spoken"),
        pytest.param("Yg nyatat Wulan", "note_taker", "Wulan", id="spoken-note-taker"),
    ],
)
def test_label_without_a_colon(minutes: Any, text: str, opened: str, value: str) -> None:
    found = minutes.labels.bare(text)
    assert found is not None
    assert (found.field or found.kind.value, text[found.value :]) == (opened, value)


def test_an_office_in_the_letterhead_is_no_label(minutes: Any) -> None:
    assert minutes.labels.bare("SEKRETARIS DAERAH KABUPATEN", first=True) is None


@pytest.mark.parametrize("text", ["tempat yang dipilih warga", "Tempatkan kursi", "Jaman dulu"])
def test_words_that_only_begin_like_a_label(minutes: Any, text: str) -> None:
    assert minutes.labels.bare(text) is None


@pytest.mark.parametrize(
    ("text", "further"),
    [
        pytest.param("Tempat: Aula\tPimpinan: Sekda", ["Pimpinan: Sekda"], id="tab"),
        pytest.param("Tempat: Aula | Notulis: Rani", ["Notulis: Rani"], id="bar"),
        pytest.param(
            "Tanggal: 4/3/2024\tWaktu: 09.00\tTempat: Aula", ["Waktu: 09.00\tTempat: Aula", "Tempat: Aula"], id="three"
        ),
        pytest.param("Tempat: Aula — notulis: Rani", ["notulis: Rani"], id="dash"),
        pytest.param("Tempat: Aula\tWarna: Biru", [], id="unknown"),
        pytest.param("Tempat: Aula Kelurahan Sukamaju", [], id="none"),
        pytest.param("Tempat: balai tempat: lama", [], id="word-of-the-value"),
        pytest.param("Notulis: Rani Peserta:", ["Peserta:"], id="over-what-stands-below"),
        pytest.param("Tempat: balai desa, pada :", [], id="small-word-at-the-end"),
    ],
)
def test_further_labels_in_a_line(minutes: Any, text: str, further: list[str]) -> None:
    value = minutes.labels.opening(text).value
    assert [text[at:] for at in minutes.labels.labels_in(text, value)] == further


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("Minggu 5 Mei, sekretariat Pimpinan: Rani Notulis: Dodi", ["Pimpinan", "Notulis"], id="two"),
        pytest.param("Minggu 5 Mei di sekretariat. Pimpinan: Rani", ["Pimpinan"], id="behind-a-sign"),
        pytest.param("Minggu 5 Mei di sekretariat Pimpinan: Rani", [], id="one-alone"),
        pytest.param("Gmeet, 19:00-20:20 WIB Hadir: Rani, Dodi", ["Hadir"], id="behind-an-hour"),
    ],
)
def test_labels_in_a_line_that_begins_with_none(minutes: Any, text: str, labels: list[str]) -> None:
    assert [text[at:].partition(":")[0] for at in minutes.labels.labels_in(text, None)] == labels



@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("Pembagian tugas tiap divisi", True, id="tasks"),
        pytest.param("Pembayaran iuran tiap bulan", False, id="something-else"),
    ],
)
def test_item_over_a_list(minutes: Any, text: str, opens: bool) -> None:
    found = minutes.labels.leading(text)
    assert (found is not None and found.kind is SectionKind.FOLLOW_UPS) is opens


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_looked_up(minutes: Any, text: str) -> None:
    for found in (minutes.labels.opening(text), minutes.labels.bare(text), minutes.labels.leading(text)):
        assert found is None or 0 <= found.value <= len(text)
    assert 0 <= minutes.labels.words.coverage(text) <= 1
    assert all(0 <= at < len(text) for at in minutes.labels.labels_in(text, 0))
