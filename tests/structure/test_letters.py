"""Invitations and the heads of letters between minutes."""

from typing import Any

import pytest

from notula.models.source import Line, Source

FIRST = "NOTULEN RAPAT WARGA\nTanggal : 4 Maret 2024\nTempat : Balai\nNotulis : Wulan\n\nPembahasan\n1. Iuran naik\n\n"
DAY = "Hari/Tanggal : Senin, 11 Maret 2024\nPukul : 19.30 WIB\nTempat : Balai\nAcara : Pompa\n\n"
TALK = "Pembahasan\n1. Pompa dibeli\n2. Sumur dikuras\n"


@pytest.mark.parametrize(
    "invites",
    [
        pytest.param("Dengan hormat, kami mengundang Saudara pada:\n", id="invites"),
        pytest.param("Mengharap kehadiran Bapak dan Ibu dalam rapat yang diadakan pada\n", id="hopes-for"),
        pytest.param("Sehubungan dengan itu, mohon Saudara hadir pada:\n", id="asks"),
        pytest.param("Untuk itu kami minta pengurus agar dapat menghadiri rapat pada:\n", id="to-attend"),
    ],
)
def test_an_invitation_begins_no_meeting(minutes: Any, invites: str) -> None:
    assert len(minutes.documents(f"{FIRST}{invites}{DAY}Demikian undangan ini.\n")) == 1


def test_the_minutes_below_their_invitation_begin_at_their_title(minutes: Any) -> None:
    text = f"{FIRST}Kami mengundang Saudara pada:\n{DAY}Terima kasih.\n\nNOTULEN RAPAT POMPA\n{DAY}{TALK}"
    assert [document.blocks[0].text for document in minutes.documents(text)][1:] == ["NOTULEN RAPAT POMPA"]


def test_an_invitation_with_a_form(minutes: Any) -> None:
    form = minutes.table(["Hari/Tanggal", "Senin, 11 Maret 2024"], ["Waktu", "19.30"], ["Tempat", "Balai"])
    above = minutes.source(FIRST).content
    asked = Line("Kami mohon kehadiran Saudara pada rapat berikut:")
    assert len(minutes.documents(Source("test", (*above, asked, form)))) == 1


@pytest.mark.parametrize(
    "came",
    [
        pytest.param("Terima kasih atas kehadiran warga untuk hadir malam ini.\n\n", id="thanks"),
        pytest.param("Ketua RT telah mengundang warga ke balai.\n\n", id="had-invited"),
    ],
)
def test_those_who_came_are_not_asked(minutes: Any, came: str) -> None:
    assert len(minutes.documents(f"{FIRST}{came}{DAY}{TALK}")) == 2


def test_a_header_right_below_an_invitation_to_it(minutes: Any) -> None:
    asked = f"{FIRST}Warga dimohon hadir pada rapat berikutnya.\n{DAY}"
    held = DAY.replace("Acara : Pompa\n", "Hadir : Rina, Dodi\n")
    assert len(minutes.documents(f"{asked}{held}{TALK}")) == 2
