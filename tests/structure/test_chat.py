"""Messages of a chat."""

import pytest

from notula.pipeline.structure.chat import is_message


@pytest.mark.parametrize(
    "line",
    ["[19.36] Rina: siap", "20/04/24 19.40 - Mas Tono: nanti saya bawa", "20:14 <rina_> oke", "20:14 < rina> oke"],
)
def test_a_message(line: str) -> None:
    assert is_message(line)


@pytest.mark.parametrize("line", ["Rina: siap", "<rina> oke", "19.30 rapat dimulai", "Jam 19.30 Rina: siap"])
def test_no_message_with_its_time(line: str) -> None:
    assert not is_message(line)
