"""What stands under "Hasil Rapat": decisions, or a report of the talk."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.structure.results import settle_results

DECIDED = ["1. Iuran naik menjadi lima ribu rupiah.", "2. Pompa dibeli bulan depan.", "3. Pos ronda dicat Pak Dodi."]
TOLD = ["1. Dodi melaporkan pompa rusak.", "2. Rani menyampaikan harga pipa naik.", "3. Bagus menjelaskan denah."]
TOLD_BY = ["1. Disampaikan Dodi pompa diganti.", "2. Dilaporkan Rani: pipa baru.", "3. Denah gedung lama."]
STANDING = ["1. Pipa sudah terpasang. Rani menagih iuran besok.", "2. Pompa sedang dipesan.", "3. Kas tetap."]
LONG = [f"{n}. " + " ".join(["warga membicarakan jalan air yang meluap di musim hujan"] * 5) for n in (1, 2)]

TOPIC = [f"   - Warga blok {letter} iuran dua kali setahun." for letter in "CDE"]


def kinds(minutes: Any, *lines: str) -> list[SectionKind]:
    text = "\n".join(["NOTULEN RAPAT WARGA", "Tempat: Balai RW", "", *lines])
    return [section.kind for section in minutes.sections(text).sections]


@pytest.mark.parametrize(
    ("heading", "points", "decided"),
    [
        pytest.param("Hasil Rapat:", DECIDED, True, id="short-points"),
        pytest.param("Hasil Musyawarah", DECIDED, True, id="of-a-musyawarah"),
        pytest.param("Hasil musyawarah pengurus:", DECIDED, True, id="of-somebody"),
        pytest.param("Hasil rakor sbb :", DECIDED, True, id="of-a-kind-of-meeting"),
        pytest.param("Adapun hasil musrenbang adalah sebagai berikut:", DECIDED, True, id="led-over-to"),
        pytest.param("Hasil Rapat:", ["A. IURAN", *TOPIC, "B. JALAN AIR", *TOPIC], True, id="under-topics"),
        pytest.param("Hasil Rapat:", TOLD, False, id="who-said-what"),
        pytest.param("Hasil Rapat:", TOLD_BY, False, id="what-was-told-by-whom"),
        pytest.param("Hasil Rapat:", STANDING, False, id="how-things-stand"),
        pytest.param("Hasil Rapat:", [*DECIDED, "4. Disepakati iuran ditagih Rani."], False, id="one-agreed"),
        pytest.param("Hasil Rapat:", LONG, False, id="long-points"),
        pytest.param("Hasil Rapat:", DECIDED[:1], False, id="one-point"),
        pytest.param("Pembahasan:", DECIDED, False, id="another-heading"),
    ],
)
def test_results(minutes: Any, heading: str, points: list[str], decided: bool) -> None:
    assert (SectionKind.AGREEMENTS in kinds(minutes, heading, *points)) is decided


@pytest.mark.parametrize(
    ("lines", "decided"),
    [
        pytest.param(["Nama sementara Banyu", "Pompa lama dipakai dulu"], True, id="lines-beside-the-talk"),
        pytest.param(["Dodi melaporkan pompa rusak", "Rani bertanya harga"], False, id="who-said-what"),
        pytest.param(["pompa air " * 9], False, id="a-long-line"),
    ],
)
def test_results_in_lines_beside_a_report_of_the_talk(minutes: Any, lines: list[str], decided: bool) -> None:
    said = "Dodi bercerita pompa lama sering mati. Rani setuju pompa diganti."
    rows = ("| Tanggal | 4 Maret 2024 |", "|---|---|", "| Agenda | Pompa |", f"| Pembahasan | {said} |")
    found = kinds(minutes, *rows, f"| Hasil | {'<br>'.join(lines)} |")
    assert (SectionKind.AGREEMENTS in found) is decided


def test_report_before_a_list_of_decisions(minutes: Any) -> None:
    found = kinds(minutes, "Hasil Rapat:", *DECIDED, "", "Keputusan:", "1. Iuran naik.", "2. Pompa dibeli.")
    assert found.count(SectionKind.AGREEMENTS) == 1 and SectionKind.DISCUSSION in found


def test_a_heading_ends_the_decisions(minutes: Any) -> None:
    found = kinds(minutes, "Hasil Rapat:", *DECIDED, "", "Kebutuhan lomba:", "Pompa dan pipa.")
    assert found[-2:] == [SectionKind.AGREEMENTS, SectionKind.DISCUSSION]


def test_a_sentence_behind_the_list_ends_the_decisions(minutes: Any) -> None:
    found = kinds(minutes, "Hasil Rapat:", *DECIDED, "", "Lurah juga mengajak warga menjaga kebersihan selokan.")
    assert found[-2:] == [SectionKind.AGREEMENTS, SectionKind.DISCUSSION]


def test_what_was_only_noted_is_not_decided(minutes: Any) -> None:
    noted = ["", "Selain itu dicatat hal-hal sebagai berikut:", "- Pompa lama rusak.", "- Rani pindah rumah."]
    found = kinds(minutes, "Keputusan:", *DECIDED, *noted)
    assert found[-2:] == [SectionKind.AGREEMENTS, SectionKind.DISCUSSION]


def test_results_under_headings_of_their_own_are_a_report(minutes: Any) -> None:
    text = "# Notula\n\n**Tempat**: Balai\n\n## Hasil Rapat\n\n### A. Kas\n\n- Kas naik.\n- Iuran tetap.\n"
    assert not minutes.sections(text).of(SectionKind.AGREEMENTS)


def test_a_list_of_tasks_among_decisions(minutes: Any) -> None:
    text = "1. Iuran naik.\n2. Pembagian tugas:\n   a. Dodi menagih iuran\n   b. Rani mencetak kartu\n3. Kas tetap.\n"
    found = minutes.sections(f"NOTULEN RAPAT\nTempat: Balai\n\nKeputusan:\n{text}").sections
    assert [(each.kind, len(each.blocks)) for each in found[-3:]] == [
        (SectionKind.AGREEMENTS, 1),
        (SectionKind.FOLLOW_UPS, 2),
        (SectionKind.AGREEMENTS, 1),
    ]


@pytest.mark.parametrize(
    ("over", "kind"),
    [("rencana aksi bersama", SectionKind.FOLLOW_UPS), ("pengelolaan kas", SectionKind.AGREEMENTS)],
    ids=["tasks", "other"],
)
def test_results_that_their_own_line_calls_tasks(minutes: Any, over: str, kind: SectionKind) -> None:
    assert kinds(minutes, f"Hasil rapat: {over}", *DECIDED)[-1] is kind


def test_nothing_changes_without_sections(minutes: Any) -> None:
    assert settle_results((), minutes.labels, minutes.lexicon) == ()


@pytest.mark.parametrize(
    ("signs", "decided"),
    [
        (["Cat pos = Dodi", "Kas bulanan = Rani + Bagus Tri", "Beli lampu -> Pak Dodi, Bu Sari"], True),
        (["Harga cat = Rp 50.000", "Kerja bakti = Minggu", "Sumbangan = 3 sak semen"], False),
    ],
    ids=["people", "other-values"],
)
def test_results_that_deal_out_things(minutes: Any, signs: list[str], decided: bool) -> None:
    points = ["1. Penunjukan penanggung jawab", *(f"   - {sign}" for sign in signs), "2. Batas akhir 14 hari."]
    assert (SectionKind.AGREEMENTS in kinds(minutes, "Hasil Rapat:", *points)) is decided
