"""Lists of attendees in columns of spaces or dots."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

Minutes = Callable[..., Result]
HEAD = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\nTanggal: 8 Mei 2023\nTempat: Balai Desa\n\n"
BODY = "\nPembahasan\n1. Pompa air rusak.\n"

LISTS = {
    "titles and numbers": (
        ("Daftar hadir :", "NO  NAMA                   JABATAN", "1   Harun Saputra, S.P.    Lurah",
         "2   Dewi Anjani            Ketua LPM"),
        [("Harun Saputra, S.P.", "Lurah"), ("Dewi Anjani", "Ketua LPM")], [],
    ),
    "an office nobody knows, beside a name with a degree": (
        ("Peserta :", "1. Harun Saputra, S.P.      JURU KEBUN", "2. Dewi Anjani, S.E.        STAF UMUM"),
        [("Harun Saputra, S.P.", "JURU KEBUN"), ("Dewi Anjani, S.E.", "STAF UMUM")], [],
    ),
    "dots and marks": (
        ("Kehadiran :", "1) Harun Saputra ........ hadir", "2) Dewi Anjani .......... izin"),
        [("Harun Saputra", None)], ["Dewi Anjani"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "present", "missing"), LISTS.values(), ids=LISTS.keys())
def test_lines_in_columns(
    lines: tuple[str, ...], present: list[tuple[str, str | None]], missing: list[str], minutes: Minutes
) -> None:
    result = minutes(HEAD + "\n".join(lines) + "\n" + BODY)
    assert [(party.name, party.role) for party in result.attendees] == present
    assert [party.name for party in result.absent] == missing


def test_table_of_bodies_and_those_they_sent(minutes: Minutes) -> None:
    rows = (
        "| Lembaga | Yang hadir |\n|---|---|\n| Dinas Pertanian | Harun Saputra; Kabid Pangan |\n"
        "| PMI | Bu Dewi |\n| Bank Tani | Tidak hadir |\n"
    )
    result = minutes(HEAD + rows + BODY, suffix=".md")
    assert [(party.name, party.organization) for party in result.attendees] == [
        ("Harun Saputra", "Dinas Pertanian"), ("Kabid Pangan", "Dinas Pertanian"), ("Dewi", "PMI"),
    ]  # fmt: skip
    assert [party.name for party in result.absent] == ["Bank Tani"]
