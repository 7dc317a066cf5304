"""Tables read column by column."""

from typing import Any

import pytest

from notula.models.sections import SectionKind

CELLS = ["Masalah", "Pompa", "Rencana tindak lanjut", "Membeli pompa air untuk sumur", "Kas", "Pelaksana", "Dodi"]
CELLS += ["Rani", "Waktu", "5 Mei", "segera"]


def points(minutes: Any, kind: SectionKind, *lines: str) -> list[str]:
    text = "\n".join(["NOTULEN RAPAT WARGA", "Tempat: Balai RW", "", *lines])
    return [block.text for section in minutes.sections(text).of(kind) for block in section.blocks]


def test_cells_of_other_columns_are_no_tasks(minutes: Any) -> None:
    assert points(minutes, SectionKind.FOLLOW_UPS, *CELLS) == ["Membeli pompa air untuk sumur"]


def test_cells_are_no_decisions(minutes: Any) -> None:
    lines = ["Kesepakatan", "Pompa dibeli bersama", "Iuran", "Pelaksana", "Warga", "Dodi"]
    assert points(minutes, SectionKind.AGREEMENTS, *lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Tindak lanjut", "Beli pompa", "Cat pagar", "Bersihkan selokan"], id="no-titles"),
        pytest.param(["Tindak lanjut", "PIC", "Waktu", "Beli pompa", "Dodi"], id="titles-together"),
        pytest.param(["Tindak lanjut:", "Beli pompa", "Waktu", "Cat pagar"], id="under-a-label"),
    ],
)
def test_lines_under_a_heading_stay_tasks(minutes: Any, lines: list[str]) -> None:
    assert "Beli pompa" in points(minutes, SectionKind.FOLLOW_UPS, *lines)
