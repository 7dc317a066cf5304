"""Who does a task and when, on lines of their own below it."""

import textwrap
from collections.abc import Callable

import pytest

from notula.models.minutes import FollowUp, Status
from notula.models.result import Result

Under = Callable[..., Result]
TITLED = ("Tindak Lanjut", "")
TASKS = [("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"), ("Menyapu gudang", ["Karang Taruna"], "2023-03-21")]
WRITTEN = ("Mencetak spanduk", "Rina Anggraini", "20 Maret 2023"), ("Menyapu gudang", "Karang Taruna", "21 Maret 2023")


def told(follow_up: FollowUp) -> tuple[str, list[str], str | None]:
    due = follow_up.due.date if follow_up.due else None
    return follow_up.text, [owner.name for owner in follow_up.owners], due


def lines(text: str) -> list[str]:
    return textwrap.dedent(text).strip("\n").split("\n")


LABELS_ON_ONE_LINE = """
    1. Mencetak spanduk
       PIC: Rina Anggraini | deadline: 20 Maret
    2. Menyapu gudang
       PIC: Karang Taruna, deadline 21 Maret
"""
LABELS_ON_TWO = """
    1. Mencetak spanduk
       Penanggung jawab: Rina Anggraini
       Batas waktu: 20 Maret 2023
    2. Menyapu gudang
       Penanggung jawab: Karang Taruna
       Batas waktu: 21 Maret 2023
"""
OTHER_LABELS = """
    1. Mencetak spanduk
       a. yang mengerjakan: Rina Anggraini
       b. kapan: 20 Maret
    2. Menyapu gudang
       a. yang mengerjakan: Karang Taruna
       b. kapan: 21 Maret
"""
WITHOUT_COLONS = """
    1. Mencetak spanduk
       Pelaksana    Rina Anggraini
       Tenggat      20 Maret 2023
    2. Menyapu gudang
       Pelaksana    Karang Taruna
       Tenggat      21 Maret 2023
"""
ITEMS_BELOW = """
    - Mencetak spanduk
      - PIC: Rina Anggraini
      - Target: 20 Maret
    - Menyapu gudang
      - PIC: Karang Taruna
      - Target: 21 Maret
"""
NO_MARKS = """
    Mencetak spanduk
       PIC: Rina Anggraini
       Target: 20 Maret
    Menyapu gudang
       PIC: Karang Taruna
       Target: 21 Maret
"""
ARROWS = """
    - Mencetak spanduk
      -> Bu Rina Anggraini, Senin 20 Maret
    - Menyapu gudang
      -> Karang Taruna, 21 Maret
"""
BRACKETS = """
    - Mencetak spanduk
      (PJ: Rina Anggraini, tgl 20 Maret)
    - Menyapu gudang
      (Karang Taruna, 21 Maret)
"""
NAMES_AND_DAYS = """
    1. Mencetak spanduk
       Rina Anggraini, 20 Maret
    2. Menyapu gudang
       Karang Taruna - 21 Maret
"""
WORDS_BEFORE_NAMES = """
    - Mencetak spanduk
      yang urus Bu Rina Anggraini, 20 Maret
    - Menyapu gudang
      dikerjakan oleh Karang Taruna, 21 Maret
"""
LABELLED_TASKS = """
    Kegiatan: Mencetak spanduk
    PIC: Rina Anggraini
    Deadline: 20 Maret

    Kegiatan: Menyapu gudang
    PIC: Karang Taruna
    Deadline: 21 Maret
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LABELS_ON_ONE_LINE, id="labels-on-one-line"),
        pytest.param(LABELS_ON_TWO, id="labels-on-two"),
        pytest.param(OTHER_LABELS, id="letters"),
        pytest.param(WITHOUT_COLONS, id="without-colons"),
        pytest.param(ITEMS_BELOW, id="items-below"),
        pytest.param(NO_MARKS, id="no-marks"),
        pytest.param(ARROWS, id="arrows"),
        pytest.param(BRACKETS, id="brackets"),
        pytest.param(NAMES_AND_DAYS, id="names-and-days"),
        pytest.param(WORDS_BEFORE_NAMES, id="words-before-names"),
        pytest.param(LABELLED_TASKS, id="labelled-tasks"),
    ],
)
def test_lines_below_tasks_are_no_part_of_their_text(text: str, under: Under) -> None:
    attendees = ("Hadir : Rina Anggraini, Karang Taruna", "", *TITLED)
    assert [told(each) for each in under(*attendees, *lines(text)).follow_ups] == TASKS


def test_names_alone_below_every_task(under: Under) -> None:
    text = lines("""
        1. Mencetak spanduk
           Rina Anggraini
        2. Menyapu gudang
           Karang Taruna
    """)
    follow_ups = under("Hadir : Rina Anggraini, Karang Taruna", "", *TITLED, *text).follow_ups
    assert [told(each) for each in follow_ups] == [(task, owners, None) for task, owners, _ in TASKS]


def test_names_over_tasks_head_those_below_them(under: Under) -> None:
    text = lines("""
        (Rina Anggraini)
        1. Mencetak spanduk
        2. Membayar sewa tenda
        (Karang Taruna)
        1. Menyapu gudang
    """)
    follow_ups = under("Hadir : Rina Anggraini, Karang Taruna", "", *TITLED, *text).follow_ups
    assert [told(each) for each in follow_ups] == [
        ("Mencetak spanduk", ["Rina Anggraini"], None),
        ("Membayar sewa tenda", ["Rina Anggraini"], None),
        ("Menyapu gudang", ["Karang Taruna"], None),
    ]


def test_roles_with_their_holders_are_no_details_of_each_other(under: Under) -> None:
    text = ("spanduk : Rina (jadi Rabu depan)", "gudang : Ketut", "konsumsi : Sari", "tenda : Made")
    found = under("Hadir : Rina, Ketut, Sari, Made", "", *TITLED, *text).follow_ups
    assert [told(each)[1] for each in found] == [["Rina"], ["Ketut"], ["Sari"], ["Made"]]


def test_an_empty_label_and_a_status_below_a_task(under: Under) -> None:
    text = lines("""
        1. Mencetak spanduk
           PIC: -
           Tenggat: 20 Maret
        2. Menyapu gudang
           PIC: Karang Taruna
           Status: selesai
    """)
    first, second = under(*TITLED, *text).follow_ups
    assert told(first) == ("Mencetak spanduk", [], "2023-03-20")
    assert told(second) == ("Menyapu gudang", ["Karang Taruna"], None)
    assert (first.status, second.status) == (Status.OPEN, Status.DONE)


def test_a_label_over_a_label_keeps_both(under: Under) -> None:
    (only,) = under(*TITLED, "- Bendera start:", "  PIC: Rina Anggraini").follow_ups
    assert told(only) == ("Bendera start: PIC: Rina Anggraini", ["Rina Anggraini"], None)


def test_a_target_that_is_no_day_stays_in_the_text(under: Under) -> None:
    (only,) = under(*TITLED, "- Menagih iuran", "  Target: 80 persen anggota").follow_ups
    assert "80 persen" in only.text


def test_tasks_of_talk_told_by_the_labels_below_them(under: Under) -> None:
    text = lines("""
        Langkah menurut tempat
          Gudang
             Mencetak spanduk
                pelaksana  : Rina Anggraini
                batas akhir: 20 Maret 2023
          Lapangan
             Menyapu gudang
                pelaksana  : Karang Taruna
                batas akhir: 21 Maret 2023
    """)
    assert [told(each) for each in under("Pembahasan", "Gudang masih kotor.", "", *text).follow_ups] == TASKS


def test_titles_over_those_who_sign_are_no_owners(under: Under) -> None:
    text = ("Penutup", "", "Rapat ditutup pukul 12.00.", "Owner          MK            Kontraktor")
    assert under("Pembahasan", "Gudang masih kotor.", "", *text).follow_ups == ()


def test_cards_that_begin_with_who_does_it(under: Under) -> None:
    text = lines("""
        PIC: Rina Anggraini
        Tugas: Mencetak spanduk
        Batas waktu: 20 Maret

        PIC: Karang Taruna
        Tugas: Menyapu gudang
        Batas waktu: 21 Maret
    """)
    assert [told(each) for each in under(*TITLED, *text).follow_ups] == TASKS


def test_a_label_for_who_over_a_list(under: Under) -> None:
    text = lines("""
        PIC: Rina Anggraini
        - Mencetak spanduk
        - Membayar sewa tenda
        PIC: Karang Taruna
        - Menyapu gudang
        - Menata kursi
    """)
    assert [told(each)[1] for each in under(*TITLED, *text).follow_ups] == [
        ["Rina Anggraini"],
        ["Rina Anggraini"],
        ["Karang Taruna"],
        ["Karang Taruna"],
    ]


def test_names_and_days_on_lines_of_their_own_on_a_page(minutes: Under) -> None:
    rows = "".join(f"<p><b>{task}</b><br>{who}<br>{day}</p>" for task, who, day in WRITTEN)
    head = "<h2>Notulen Rapat Panen</h2><p>Tanggal: 14 Maret 2023<br>Hadir: Rina Anggraini, Karang Taruna</p>"
    page = f"<html><body>{head}<h3>Tindak Lanjut</h3>{rows}</body></html>"
    assert [told(each) for each in minutes(page, ".html").follow_ups] == TASKS


def test_words_for_who_and_when_without_colons_on_a_page(minutes: Under) -> None:
    rows = "".join(f"<div>{task}</div><div>PIC {who}</div><div>Batas waktu {day}</div>" for task, who, day in WRITTEN)
    head = "<h2>Notulen Rapat Panen</h2><p>Tanggal: 14 Maret 2023<br>Hadir: Rina Anggraini, Karang Taruna</p>"
    page = f"<html><body>{head}<h3>Tindak Lanjut</h3>{rows}</body></html>"
    assert [told(each) for each in minutes(page, ".html").follow_ups] == TASKS


def test_days_over_plain_lines_and_parties_in_two_levels(under: Under) -> None:
    present = ("Hadir : Rina Anggraini, Karang Taruna, Ketut", "", *TITLED)
    days = lines("""
        ~ Senin 20/3
           Rina cetak spanduk
           Ketut bayar sewa tenda
        ~ Selasa 21/3
           Karang Taruna menyapu gudang
    """)
    assert [told(each) for each in under(*present, *days).follow_ups] == [
        ("Rina cetak spanduk", ["Rina"], "2023-03-20"),
        ("Ketut bayar sewa tenda", ["Ketut"], "2023-03-20"),
        ("Karang Taruna menyapu gudang", ["Karang Taruna"], "2023-03-21"),
    ]
    levels = lines("""
        1. Bidang Acara
           a. Rina Anggraini
              - mencetak spanduk
              - mencari pembawa acara
           b. Ketut
              - membayar sewa tenda
        2. Bidang Perlengkapan
           a. Karang Taruna
              - menyapu gudang
              - menata kursi
    """)
    assert [told(each)[1] for each in under(*present, *levels).follow_ups] == [
        ["Rina Anggraini"],
        ["Rina Anggraini"],
        ["Ketut"],
        ["Karang Taruna"],
        ["Karang Taruna"],
    ]


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param(("Deadline: 20 Maret", "Deadline: 21 Maret"), id="labels"),
        pytest.param(("Paling lambat 20 Maret:", "Paling lambat 21 Maret:"), id="limits"),
        pytest.param(("Rina Anggraini (20 Maret)", "Karang Taruna (21 Maret)"), id="parties"),
    ],
)
def test_deadlines_over_lists(heads: tuple[str, str], under: Under) -> None:
    text = (heads[0], "- mencetak spanduk", "- membayar sewa tenda", heads[1], "- menyapu gudang", "- menata kursi")
    found = under("Hadir : Rina Anggraini, Karang Taruna", "", *TITLED, *text).follow_ups
    assert [told(each)[2] for each in found] == ["2023-03-20", "2023-03-20", "2023-03-21", "2023-03-21"]
    assert [each.text for each in found] == [line.strip("- ") for line in text if line.startswith("-")]


def test_plain_lines_below_a_party_are_tasks_behind_a_colon_only(under: Under) -> None:
    text = ("* Rina Anggraini{0}", "     naskah spanduk", "     naskah undangan", "* Ketut{0}", "     denah gudang")
    present = ("Hadir : Rina Anggraini, Ketut", "", *TITLED)
    for colon, count in ((":", 3), ("", 2)):
        found = under(*present, *(line.format(colon) for line in text)).follow_ups
        assert len(found) == count
