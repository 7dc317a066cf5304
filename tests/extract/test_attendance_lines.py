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


GROUPS = {
    "lettered groups": (
        "Hadir : A. Anggota\n           1. Harun Saputra\n           2. Dewi Anjani\n"
        "        B. Dinas Pertanian\n           1. Lilis Suryani\n           2. Joko Prabowo",
        [("Harun Saputra", None), ("Dewi Anjani", None), ("Lilis Suryani", "Dinas Pertanian"),
         ("Joko Prabowo", "Dinas Pertanian")],
    ),
    "bodies over degrees": (
        "PESERTA:\nBiro Umum : Harun Saputra, Dewi Anjani, Lilis S.\n"
        "Biro Hukum : Joko Prabowo, S.H., M.H., Sri Lestari, S.E., Ak., M.M.\nInspektorat : Ketut Darma, Ak.",
        [("Harun Saputra", "Biro Umum"), ("Dewi Anjani", "Biro Umum"), ("Lilis S.", "Biro Umum"),
         ("Joko Prabowo, S.H., M.H.", "Biro Hukum"), ("Sri Lestari, S.E., Ak., M.M.", "Biro Hukum"),
         ("Ketut Darma, Ak.", "Inspektorat")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "present"), GROUPS.values(), ids=GROUPS.keys())
def test_groups_of_a_list(lines: str, present: list[tuple[str, str | None]], minutes: Minutes) -> None:
    result = minutes(HEAD + lines + "\n" + BODY)
    assert [(party.name, party.organization) for party in result.attendees] == present


TOLD = {
    "in this meeting": ("Hadir dalam rapat tersebut Lurah, Harun Saputra dan para kader.",
                        ["Lurah", "Harun Saputra", "para kader"]),
    "somebody sent": ("Rapat dihadiri oleh Kapolsek yang diwakili Aiptu Harun dan Danramil diwakili Serka Joko.",
                      ["Aiptu Harun", "Serka Joko"]),
    "as the list says": ("Rapat dihadiri oleh Harun Saputra dan tokoh masyarakat sebagaimana daftar hadir.",
                         ["Harun Saputra", "tokoh masyarakat"]),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "present"), TOLD.values(), ids=TOLD.keys())
def test_attendance_in_a_sentence(sentence: str, present: list[str], minutes: Minutes) -> None:
    assert [party.name for party in minutes(f"{HEAD}{sentence}\n{BODY}").attendees] == present


def test_table_of_sides(minutes: Minutes) -> None:
    rows = "| Pihak | Nama | Jabatan |\n|---|---|---|\n| PT Sawah Subur | Harun Saputra | Direktur |\n"
    (party,) = minutes(HEAD + rows + BODY, suffix=".md").attendees
    assert (party.name, party.role, party.organization) == ("Harun Saputra", "Direktur", "PT Sawah Subur")


def test_count_in_the_heading_of_a_group(minutes: Minutes) -> None:
    lines = "Hadir :\nAnggota 2 dari 3 orang\n1. Harun Saputra\n2. Dewi Anjani\n"
    assert {party.role for party in minutes(HEAD + lines + BODY).attendees} == {"Anggota"}


def test_the_day_above_a_list_is_nobody(minutes: Minutes) -> None:
    listed = "Hari/Tanggal : Senin, 8 Mei 2023\nTempat : Balai Desa\n\n1. Harun Saputra\n2. Dewi Anjani\n"
    result = minutes(f"{HEAD}{BODY}\nDAFTAR HADIR\n{listed}")
    assert [(party.name, party.role) for party in result.attendees] == [("Harun Saputra", None), ("Dewi Anjani", None)]


def test_another_label_ends_the_list_on_one_line(minutes: Minutes) -> None:
    result = minutes(f"{HEAD}Peserta: Harun Saputra, Dewi Anjani\nTipe: Mingguan\nStatus: Selesai\n{BODY}")
    assert [party.name for party in result.attendees] == ["Harun Saputra", "Dewi Anjani"]
