"""Files whose meetings open as the first one does, and what looks like that."""

from typing import Any

import pytest

from notula.models.source import Line, Source

NOTES = "- Pompa diganti minggu depan\n- Iuran warga sudah lengkap\n- Kas diaudit\n- Lampu mati\n- Gapura dicat\n\n"


def parts(minutes: Any, source: Source | str) -> int:
    """How many meetings a file holds."""
    return len(minutes.documents(source))


@pytest.mark.parametrize(
    "head",
    [
        "arisan ibu rt 3\n{day} {month} 2024, rumah bu Yuni",
        "Bincang pengurus tgl {day}-{number}-2024 jam 19.30",
        "Obrolan gudang\nrumah pak Darto\nHari : Ahad, {day} {month} 2024",
    ],
)
def test_first_lines_again_for_another_day(minutes: Any, head: str) -> None:
    first, second = (
        head.format(day=day, month=month, number=number) for day, month, number in ((3, "Maret", 3), (7, "April", 4))
    )
    assert parts(minutes, f"{first}\n\n{NOTES}{second}\n\n{NOTES}") == 2
    assert parts(minutes, f"{first}\n\n{NOTES}{first}\n\n{NOTES}") == 1, "the head of a later page"
    assert parts(minutes, f"{first}\n\n{NOTES}Berikutnya {second}\n\n{NOTES}") == 1, "the next meeting"


def test_days_of_a_list_are_no_first_lines(minutes: Any) -> None:
    text = f"Arisan ibu RT 3\n3 Maret 2024\n\n{NOTES}Jadwal arisan\n7 April 2024\n5 Mei 2024\n\n{NOTES}"
    assert parts(minutes, text) == 1


def test_days_in_english_order(minutes: Any) -> None:
    head = "## Nov {day}, 2025 | Kebun Warga\nAttendees: Rina, Dodi\n\n"
    text = f"# Running notes\n\n{head.format(day=18)}{NOTES}{head.format(day=4)}{NOTES}"
    assert parts(minutes, text) == 2


def test_headings_with_only_a_day(minutes: Any) -> None:
    first, second = "## 21 Mei 2024\nDatang: Rina, Dodi\n\n", "## 14 Mei 2024\nHujan, lewat telepon.\n\n"
    text = f"# Kumpul warga\n\n{first}{NOTES}{second}{NOTES}"
    assert parts(minutes, text) == 2


@pytest.mark.parametrize(
    "form",
    [
        pytest.param([["1", "Hari/Tanggal", "{}"], ["2", "Tempat", "Balai"], ["3", "Ketua", "Rina"]], id="numbered"),
        pytest.param([["Pelaksanaan", "{}, pukul 09.00"], ["Tempat", "Balai"], ["Dipimpin", "Rina"]], id="other-label"),
    ],
)
def test_forms(minutes: Any, form: list[list[str]]) -> None:
    pieces: list[Any] = []
    for day in ("Senin, 4 Maret 2024", "Senin, 11 Maret 2024"):
        pieces += [minutes.table(*([cell.format(day) for cell in row] for row in form))]
        pieces += [Line("Kas diaudit", marker="-"), Line("Pompa diganti", marker="-"), Line("Lampu mati", marker="-")]
    assert parts(minutes, Source("text/plain", tuple(pieces))) == 2


@pytest.mark.parametrize(
    "section",
    [
        pytest.param("**II. Rapat 17 Juli 2024**", id="number"),
        pytest.param("## Rapat pertama, 12 Juni 2024", id="below-the-title"),
        pytest.param("Pukul 12.05 rapat ditutup. Laporan dibagikan 3 Agustus 2024", id="close"),
        pytest.param("**SIDANG II: Laporan**\n\nKas per 31 Desember 2023 sebesar 4 juta", id="balance"),
    ],
)
def test_days_within_one_meeting(minutes: Any, section: str) -> None:
    head = "# NOTULA RAPAT KADER\n\nTanggal: 17 Juli 2024\n\nTempat: Balai\n\nPimpinan: Rina\n\n"
    text = f"{head}**I. Pembukaan**\n\n{NOTES}{section}\n\n{NOTES}**III. Kesepakatan**\n\n{NOTES}"
    assert parts(minutes, text) == 1


def test_a_letter_that_reports_on_a_meeting(minutes: Any) -> None:
    letter = minutes.table(["Kepada Yth.", "Bupati"], ["Dari", "Dinas"], ["Hal", "Rapat"], ["Tanggal", "10 Juli 2023"])
    told = Line("Rapat dilaksanakan hari Kamis, 6 Juli 2023, pukul 13.00 dan dihadiri oleh Bappeda dan para camat.")
    lines = [Line(text.strip("- "), marker="-") for text in NOTES.strip().split("\n")]
    pieces = (Line("LAPORAN RAPAT", bold=True), letter, Line("A. Pelaksanaan", bold=True), told, *lines)
    assert parts(minutes, Source("text/plain", pieces)) == 1


@pytest.mark.parametrize("point", ["d. undangan ke masjid sebelah", "3. perjalanan ke kota"])
def test_a_point_of_a_list_is_no_account(minutes: Any, point: str) -> None:
    head = "Ahad, {} 2024\n\nHadir: Rina, Dodi\n\n"
    text = f"{head.format('14 Januari')}{NOTES}{point}\n- Ditutup pukul 21.00\n\n{head.format('18 Pebruari')}{NOTES}"
    assert parts(minutes, text) == 2


def test_a_full_header_below_minutes_told_in_sentences(minutes: Any) -> None:
    told = "Kumpulan malam Minggu, 3 September 2022 di rumah Pak Slamet, dihadiri 19 warga dan dipimpin Pak RT.\n\n"
    head = "Rapat Riset\nTanggal : 26 Maret 2024\nTempat : Balai\nHadir : Rina, Dodi\n\n"
    more = "- Pompa air warga diganti minggu depan oleh tukang\n" * 3
    assert parts(minutes, f"{told}{more}\n{head}{NOTES}") == 2


@pytest.mark.parametrize(
    ("line", "meetings"),
    [("SURVEI KE PASAR 15 MEI 2024", 3), ("Survei ke pasar 15 Mei 2024", 2), ("BATAS SETOR: 15 MEI 2024", 2),
     ("TARGET SELESAI 15 MEI 2024", 2), ("JADWAL KEGIATAN\nLOMBA MASAK 15 MEI 2024", 2)],
)
def test_lines_of_a_log_put_as_its_titles_are(minutes: Any, line: str, meetings: int) -> None:
    log = f"RAPAT TANGGAL 3 MEI 2024\n\n{NOTES}{line}\n\n{NOTES}RAPAT TANGGAL 20 MEI 2024\n\n{NOTES}"
    assert parts(minutes, log) == meetings


def test_the_last_line_of_a_file_opens_no_meeting(minutes: Any) -> None:
    text = f"NOTULEN RAPAT KEBUN\nTanggal : 3 Maret 2024\n\n{NOTES}Rapat dipimpin Rina, catatan oleh Dodi\n"
    assert parts(minutes, text) == 1
