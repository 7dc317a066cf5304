"""The only party of a sentence that can act."""

import pytest

from notula.models.blocks import Span
from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owner_lone import by_lone_party


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Untuk itu Rina diminta melengkapi data", ["Rina"], id="behind-a-phrase"),
        pytest.param("Suratnya Rina antar besok", ["Rina"], id="behind-its-object"),
        pytest.param("Untuk itu bendahara (Ibu Rina) diminta melengkapi data", ["Rina"], id="in-a-bracket"),
        pytest.param("Coba Rina tanyakan dulu", ["Rina"], id="bidden"),
        pytest.param("Spanduk dikerjakan Rina, ditargetkan selesai besok", ["Rina"], id="behind-a-passive"),
        pytest.param("Laporan ditunggu dari Rina sebelum Jumat", ["Rina"], id="awaited-from"),
        pytest.param("Kepada Rina dipesankan agar jadwal dibuat ulang", ["Rina"], id="told-to"),
        pytest.param("Rina menyampaikan Dinas Perikanan siap menyumbang", ["Dinas Perikanan"], id="reported"),
        pytest.param("untuk itu bendahara (Bu Rina) diminta melapor", ["Rina"], id="in-brackets-behind-the-office"),
        pytest.param("Jadwal ronda akan ditempel ulang di pos sama Rina besok", ["Rina"], id="by-sama"),
        pytest.param("Stempel nanti sama Rina", ["Rina"], id="left-to"),
        pytest.param("Untuk lapak timur Rina cek lagi ke gudang", ["Rina"], id="before-what-she-does"),
        pytest.param("Data warga sakit bikin bingung", [], id="nobody-before-a-verb"),
        pytest.param("Berangkat sama Rina besok", [], id="goes-along"),
        pytest.param("Surat dikirim kepada Rina sebelum Jumat", [], id="a-recipient"),
        pytest.param("Lapor ke Rina setelah selesai", [], id="to-whom"),
        pytest.param("Rina dipersilakan hadir, Dinas Perikanan dipersilakan melapor", [], id="two-may-act"),
        pytest.param("Rina menegaskan RT masing-masing mendata warga", ["RT masing-masing"], id="each-of-them"),
        pytest.param("Nomor itu diterima Dinas Perikanan paling lambat Jumat", [], id="who-receives"),
        pytest.param("Rapat berjalan lancar", [], id="nobody"),
    ],
)
def test_the_only_party_that_can_act(text: str, names: list[str], known: Known) -> None:
    due = find_due(text, known.lexicon, known.day, known.events)
    found = by_lone_party(text, known, Span(due.start, due.end) if due else None)
    assert [each.mention.name for each in (found.named if found else ())] == names
