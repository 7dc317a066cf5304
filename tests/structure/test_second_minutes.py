"""Second minutes in a file that open with little: a name or a day below signatures, a title without a day, headings."""

from typing import Any

import pytest

from notula.models.source import Line, Source

FIRST = (
    "NOTULEN RAPAT WARGA\nTanggal : 4 Maret 2024\nTempat : Balai\nNotulis : Wulan\n\n"
    "Pembahasan\n1. Iuran warga belum lunas\n2. Lampu mati\n\nKeputusan\n1. Iuran naik\n\n"
)
SIGNED = "Notulis,\n\nWulan Sari\n\n"
POINTS = "- pompa rusak lagi\n- Dodi mencari bengkel di kota\n- iuran tetap\n"
SECTIONS = "Pembahasan\n1. Pompa rusak lagi\n2. Sumur kotor\n\nKeputusan\n1. Pompa dibeli\n"


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        pytest.param("Rapat soal pompa (Senin 11 Maret)\n", 2, id="name-and-day"),
        pytest.param("Catatan rapat 11 Maret 2024:\n", 2, id="notes"),
        pytest.param("[Rapat pompa - 11 Maret 2024]\n", 2, id="in-brackets"),
        pytest.param("Senin 11/3\nHadir wulan, dodi, sari\n", 2, id="day-over-who-came"),
        pytest.param("Rapat warga, 4 Maret 2024\n", 1, id="their-own-day"),
        pytest.param("Rapat berikutnya 11 Maret 2024\n", 1, id="the-next"),
        pytest.param("Target rapat 11 Maret 2024\n", 1, id="a-plan"),
        pytest.param("Sukamaju, 11 Maret 2024\n", 1, id="day-of-signing"),
    ],
)
def test_a_name_and_its_day_below_signatures(minutes: Any, head: str, parts: int) -> None:
    assert len(minutes.documents(f"{FIRST}{SIGNED}{head}{POINTS}")) == parts


def test_a_name_and_its_day_within_minutes_begin_none(minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}Rapat soal pompa (Senin 11 Maret)\n{POINTS}")) == 1


@pytest.mark.parametrize(
    ("title", "below", "parts"),
    [
        pytest.param("NOTULEN RAPAT POMPA", SECTIONS, 2, id="sections-start-over"),
        pytest.param("NOTULEN RAPAT\nPOMPA AIR", SECTIONS, 2, id="in-two-lines"),
        pytest.param("NOTULEN RAPAT POMPA", POINTS, 1, id="no-sections"),
        pytest.param("POMPA AIR", SECTIONS, 1, id="a-topic"),
    ],
)
def test_a_title_without_a_day_over_sections(minutes: Any, title: str, below: str, parts: int) -> None:
    assert len(minutes.documents(f"{FIRST}{title}\n\n{below}")) == parts


@pytest.mark.parametrize(
    ("level", "parts"), [pytest.param("#", 2, id="like-the-first"), pytest.param("##", 1, id="below-the-first")]
)
def test_a_heading_without_a_day_over_sections(minutes: Any, level: str, parts: int) -> None:
    sections = "### Pembahasan\n\n- Pompa rusak\n\n### Keputusan\n\n- Pompa dibeli\n\n"
    first = f"# Rapat Kas\n\nTanggal: 4 Maret 2024\nTempat: Balai\n\n{sections}"
    assert len(minutes.documents(f"{first}{level} Rapat Pompa\n\n{sections}")) == parts


LOG = "# Notulen Rapat Warga\n\n## {}\n\n- Iuran naik\n- Kas diaudit\n\n## {}\n\n- Pompa dibeli\n- Sumur dikuras\n"


@pytest.mark.parametrize(
    ("headings", "parts"),
    [
        pytest.param(("4 Maret 2024", "11 Maret 2024"), 2, id="days"),
        pytest.param(("Iuran (4 Maret 2024)", "Pompa (11 Maret 2024)"), 2, id="day-behind"),
        pytest.param(("4 Maret 2024 - Iuran", "11 Maret 2024 - Pompa"), 2, id="day-before"),
        pytest.param(("Iuran (4 Maret 2024)", "Pompa"), 1, id="one-without"),
        pytest.param(("Hari pertama, 4 Maret 2024", "Hari kedua, 5 Maret 2024"), 1, id="days-of-one-event"),
        pytest.param(("Kas per 4 Maret 2024", "Pompa per 11 Maret 2024"), 1, id="figures"),
        pytest.param(("Rencana 4 Maret 2024", "Rencana 11 Maret 2024"), 1, id="plans"),
        pytest.param(("Kontrak (4 Maret 2024)", "Serah terima (11 Maret 2024)"), 1, id="steps"),
    ],
)
def test_headings_of_a_log_with_a_day_each(minutes: Any, headings: tuple[str, str], parts: int) -> None:
    assert len(minutes.documents(LOG.format(*headings))) == parts


def test_headings_with_days_below_a_dated_header_are_parts(minutes: Any) -> None:
    text = LOG.format("Iuran (4 Maret 2024)", "Pompa (11 Maret 2024)")
    dated = text.replace("\n\n## Iuran", "\n\nTanggal: 18 Maret 2024\nTempat: Balai\n\n## Iuran")
    assert len(minutes.documents(dated)) == 1


def test_the_day_below_a_heading_does_not_date_the_title_of_the_file(minutes: Any) -> None:
    held = "## {}\n\nSenin, {} Maret 2024\n\n### Pembahasan\n\n- Pompa rusak\n\n"
    assert len(minutes.documents(f"# Notulen Rapat Warga\n\n{held.format('Iuran', 4)}{held.format('Pompa', 11)}")) == 2


def test_a_header_below_which_nothing_is_said(minutes: Any) -> None:
    event = "Kerja Bakti\nHari/Tanggal : Minggu, 17 Maret 2024\nWaktu : 07.00\nTempat : Lapangan\nPeserta : Warga\n\n"
    assert len(minutes.documents(f"{FIRST}{event}{SIGNED}")) == 1


def test_parts_of_a_congress(minutes: Any) -> None:
    said = (Line("Pimpinan: Dodi"), Line("1. Program kerja disepakati"))
    parts = [piece for name in ("A", "B") for piece in (Line(f"RAPAT KOMISI {name}", bold=True), *said)]
    source = Source("test", (*minutes.source(FIRST).content, *parts))
    assert len(minutes.documents(source)) == 1


@pytest.mark.parametrize("heading", ["LAMPIRAN", "Lampiran 2:", "LAMPIRAN II"])
def test_what_heads_an_appendix_stays_above_the_minutes_in_it(minutes: Any, heading: str) -> None:
    added = f"{heading}\nNOTULEN RAPAT POMPA\nTanggal : 11 Maret 2024\nTempat : Balai\n\n{SECTIONS}"
    first, second = minutes.documents(f"{FIRST}{added}")
    assert (first.blocks[-1].text, second.blocks[0].text) == (heading, "NOTULEN RAPAT POMPA")
