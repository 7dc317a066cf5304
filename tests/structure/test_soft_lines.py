"""Lines that a writer kept in one paragraph by breaks without a new one."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.models.source import Line, Source


def _texts(minutes: Any, heading: str, kind: SectionKind, lines: list[str]) -> list[str]:
    soft = [Line(text, continues=at > 0) for at, text in enumerate(lines)]
    content = (Line("NOTULA RAPAT"), Line("Tanggal: 3 Mei 2024"), Line(heading), *soft)
    found: list[str] = minutes.texts(Source("text/plain", content, wrapped=False), kind)
    return found


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Tindak Lanjut", SectionKind.FOLLOW_UPS), ("Keputusan", SectionKind.AGREEMENTS), ("Agenda", SectionKind.AGENDA)],
)
def test_lines_of_a_list_are_points_of_their_own(heading: str, kind: SectionKind, minutes: Any) -> None:
    lines = ["Rina mencetak spanduk", "Ketut menyewa tenda", "Panitia menyusun laporan"]
    assert _texts(minutes, heading, kind, lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Rina mencetak spanduk", "dan menyewa tenda"],
        ["Rina berkoordinasi dengan", "Ketut tentang tenda"],
        ["Rina mencetak spanduk,", "Ketut menyewa tenda"],
        ["Rina mencetak spanduk untuk Dinas", "Perhubungan Kota"],
    ],
)
def test_a_sentence_over_a_break_stays_whole(lines: list[str], minutes: Any) -> None:
    assert _texts(minutes, "Tindak Lanjut", SectionKind.FOLLOW_UPS, lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Ketua melaporkan kas masih cukup.", "Bendahara menambahkan rincian."], 2),
        (["Ketua melaporkan kas masih cukup", "Bendahara menambahkan rincian."], 1),
    ],
)
def test_lines_of_the_talk_are_apart_where_each_ends_its_sentence(lines: list[str], count: int, minutes: Any) -> None:
    assert len(_texts(minutes, "Pembahasan", SectionKind.DISCUSSION, lines)) == count
