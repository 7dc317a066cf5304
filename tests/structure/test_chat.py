"""Messages of a chat."""

from typing import Any

import pytest

from notula.pipeline.structure.chat import is_announced_talk, is_message


@pytest.mark.parametrize(
    "line",
    ["[19.36] Rina: siap", "20/04/24 19.40 - Mas Tono: nanti saya bawa", "20:14 <rina_> oke", "20:14 < rina> oke"],
)
def test_a_message(line: str) -> None:
    assert is_message(line)


@pytest.mark.parametrize("line", ["Rina: siap", "<rina> oke", "19.30 rapat dimulai", "Jam 19.30 Rina: siap"])
def test_no_message_with_its_time(line: str) -> None:
    assert not is_message(line)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Halo semua, besok malam kita adakan kulwap di grup WA ini, temanya pupuk kandang.", True),
        ("Nanti malam akan diskusi lagi, kita adakan diskusi via grup telegram dg topik irigasi.", True),
        ("Rapat membahas pupuk. Panitia akan mengadakan diskusi di balai desa.", False),
        ("Pak Dodi akan membuat grup WA untuk anggota. Iuran dibahas.", False),
        ("Kita adakan rapat di grup WA, besok.", False),
    ],
    ids=["kulwap", "discussion", "no group", "only a group", "a meeting"],
)
def test_an_announced_talk(minutes: Any, opening: str, expected: bool) -> None:
    text = f"PUPUK KANDANG\n\n{opening}\n\nPembahasan\nPupuk perlu diolah dulu.\n"
    assert is_announced_talk(minutes.sections(text).sections) is expected
