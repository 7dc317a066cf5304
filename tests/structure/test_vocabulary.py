"""What the words of labels and headings mean, in the wordings people use."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.structure.wording import join_spaced, normal


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Hari/Tanggal :", "hari tanggal", id="slash-colon"),
        pytest.param("HARI & TGL", "hari tgl", id="and-sign"),
        pytest.param("Hari dan Tanggal", "hari tanggal", id="dan"),
        pytest.param("T A N G G A L", "tanggal", id="letter-spaced"),
        pytest.param("Tindak-Lanjut (RTL)", "tindak lanjut", id="bracket-left-out"),
        pytest.param("Hal yg disepakati", "hal yang disepakati", id="short-spelling"),
        pytest.param("  “Kesimpulan”  ", "kesimpulan", id="quotes"),
        pytest.param("...", "", id="punctuation-alone"),
    ],
)
def test_normal(text: str, plain: str) -> None:
    assert normal(text) == plain


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("N O T U L E N", "NOTULEN", id="word"),
        pytest.param("R A P A T Desa", "RAPAT Desa", id="word-beside"),
        pytest.param("Rapat a b", "Rapat a b", id="two-letters"),
        pytest.param("Rapat Desa", "Rapat Desa", id="plain"),
    ],
)
def test_letter_spaced_words_are_joined(text: str, joined: str) -> None:
    assert join_spaced(text) == joined


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Rencana Tindak Lanjut Perbaikan Pompa", SectionKind.FOLLOW_UPS, id="follow-ups"),
        pytest.param("Kesimpulan dan Tindak Lanjut", SectionKind.FOLLOW_UPS, id="follow-ups-before-agreements"),
        pytest.param("Pembahasan dan Kesimpulan", SectionKind.AGREEMENTS, id="agreements-before-the-rest"),
        pytest.param("Evaluasi Tindak Lanjut Rapat Sebelumnya", SectionKind.PREVIOUS, id="earlier-meeting"),
        pytest.param("Status Tindak Lanjut", SectionKind.PREVIOUS, id="status"),
        pytest.param("Laporan dari pembagian tugas", SectionKind.PREVIOUS, id="report-of-tasks"),
        pytest.param("Laporan dan Tindak Lanjut", SectionKind.FOLLOW_UPS, id="report-and-tasks"),
        pytest.param("Pompa dan Pipa", None, id="unknown"),
    ],
)
def test_kind_of_a_heading_with_other_words(minutes: Any, heading: str, kind: SectionKind | None) -> None:
    assert minutes.labels.words.loose_kind(heading) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Yang harus segera dikerjakan panitia", SectionKind.FOLLOW_UPS, id="duty-and-work"),
        pytest.param("Yang perlu direvisi", SectionKind.FOLLOW_UPS, id="duty-and-revision"),
        pytest.param("Yang perlu dibeli", None, id="shopping-list"),
        pytest.param("Hal-hal yang perlu di-follow up", SectionKind.FOLLOW_UPS, id="english-verb"),
        pytest.param("Sing kudu digarap:", SectionKind.FOLLOW_UPS, id="javanese"),
        pytest.param("Nu kedah dipigawé", SectionKind.FOLLOW_UPS, id="sundanese-with-accent"),
        pytest.param("Tugasnya", SectionKind.FOLLOW_UPS, id="suffix"),
        pytest.param("Kesimpulannya", SectionKind.AGREEMENTS, id="suffix-of-decisions"),
        pytest.param("Kaputusan", SectionKind.AGREEMENTS, id="sundanese-decisions"),
        pytest.param("Yang sudah dikerjakan", SectionKind.PREVIOUS, id="done"),
        pytest.param("Sing wis digarap", SectionKind.PREVIOUS, id="javanese-done"),
        pytest.param("Yang sudah putus", SectionKind.AGREEMENTS, id="decided-in-speech"),
        pytest.param("Yg diketok malam ini", SectionKind.AGREEMENTS, id="decided-by-a-knock"),
        pytest.param("Kabel yang putus", None, id="torn"),
        pytest.param("Tugas untuk dibagi:", SectionKind.FOLLOW_UPS, id="to-be-dealt-out"),
        pytest.param("Sembako untuk dibagi", None, id="goods-to-be-dealt-out"),
        pytest.param("Jadi", SectionKind.AGREEMENTS, id="what-came-of-it"),
        pytest.param("Present / Hadir", SectionKind.ATTENDEES, id="two-languages"),
        pytest.param("Apologies / Berhalangan", SectionKind.ABSENT, id="two-languages-absent"),
        pytest.param("Yang akan dibahas", SectionKind.AGENDA, id="talk-is-no-work"),
        pytest.param("Hal yang perlu diperhatikan", None, id="attention-is-no-work"),
    ],
)
def test_kind_of_a_heading_by_what_it_says(minutes: Any, heading: str, kind: SectionKind | None) -> None:
    assert minutes.labels.words.kind(heading) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Rencana Aksi & PIC", SectionKind.FOLLOW_UPS, id="owner"),
        pytest.param("RTL, Pelaksana, dan Batas Waktu", SectionKind.FOLLOW_UPS, id="owner-and-deadline"),
        pytest.param("Hasil Rapat & PIC", SectionKind.FOLLOW_UPS, id="results-and-owner"),
        pytest.param("Tindak lanjut per bidang", SectionKind.FOLLOW_UPS, id="by-unit"),
        pytest.param("Catatan tugas seksi", SectionKind.FOLLOW_UPS, id="notes-of-tasks"),
        pytest.param("Kas per bidang", None, id="no-tasks-by-unit"),
        pytest.param("Rencana dan Jadwal", None, id="a-word-that-heads-alone"),
        pytest.param("PIC dan Batas Waktu", None, id="no-tasks"),
    ],
)
def test_tasks_beside_what_is_told_of_each(minutes: Any, heading: str, kind: SectionKind | None) -> None:
    assert minutes.labels.words.kind(heading) is kind


def test_follow_ups_of_an_earlier_meeting_are_known_as_such(minutes: Any) -> None:
    assert minutes.labels.words.loose_kind("Tindak Lanjut Minggu Lalu") is SectionKind.PREVIOUS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("NOTULEN", True, id="word"),
        pytest.param("R I S A L A H  R A P A T", True, id="letter-spaced"),
        pytest.param("Berita Acara Rapat", True, id="with-rapat"),
        pytest.param("Notulen Rapat RT", False, id="with-a-name"),
        pytest.param("Agenda", False, id="section"),
    ],
)
def test_genre(minutes: Any, text: str, expected: bool) -> None:
    assert minutes.labels.words.is_genre(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hasil", True, id="hasil"),
        pytest.param("HASIL RAPAT:", True, id="hasil-rapat"),
        pytest.param("Hasil Panen", False, id="something-else"),
        pytest.param("Kesimpulan", False, id="kesimpulan"),
    ],
)
def test_result(minutes: Any, text: str, expected: bool) -> None:
    assert minutes.labels.words.is_result(text) is expected


@pytest.mark.parametrize(
    ("heading", "share"),
    [
        pytest.param("Kesimpulan Rapat", 1.0, id="all-known"),
        pytest.param("Kesimpulan 2", 1.0, id="number"),
        pytest.param("Tindak Lanjut Pompa", 2 / 3, id="one-odd-word"),
        pytest.param("Agenda Perundingan", 1.0, id="generic"),
        pytest.param("Pompa Pipa", 0.0, id="none-known"),
    ],
)
def test_coverage(minutes: Any, heading: str, share: float) -> None:
    assert minutes.labels.words.coverage(heading) == pytest.approx(share)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Date / Tanggal", "date"), ("Venue / Tempat", "place"), ("Note takers / Notulis", "note_taker"),
        ("Rapat / Warna", None),
    ],
)
def test_field_of_a_label_in_two_languages(minutes: Any, label: str, field: str | None) -> None:
    assert minutes.labels.words.field(label) == field


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Paparan dan diskusi", SectionKind.DISCUSSION), ("Pembahasan & Keputusan", SectionKind.AGREEMENTS),
        ("Kesimpulan dan Penutup", SectionKind.AGREEMENTS),
        ("Pembahasan, Keputusan, dan Tindak Lanjut", SectionKind.AGREEMENTS),
        ("Kompor dan diskusi", None),
    ],
)
def test_headings_of_parts_of_minutes_side_by_side(minutes: Any, heading: str, kind: SectionKind | None) -> None:
    assert minutes.labels.words.kind(heading) is kind
