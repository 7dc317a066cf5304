"""The whole way of one file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notula.models.result import Extraction, Result
from notula.pipeline.errors import DocumentError
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.messages import Lang
from notula.pipeline.run import process
from notula.pipeline.settings import Settings

Meetings = Callable[..., tuple[Extraction, ...]]

ONE = """NOTULA RAPAT
Rapat Pengelolaan Pasar Ikan

Hari/Tanggal: Selasa, 14 Maret 2023
Waktu: 09.00 - 11.30 WITA
Tempat: Aula Balai Desa
Pimpinan Rapat: Gede Mahardika
Notulis: Lilis Suryani

Peserta:
1. Ketut Darma (Kepala Bidang Pemasaran)
2. Dinas Perikanan

Agenda:
1. Letak lapak
2. Jadwal petugas

Pembahasan
1. Dinas Perikanan akan mengirimkan data nelayan.

Kesimpulan
1. Lapak dibuka setiap hari Minggu.

Tindak Lanjut
1. Mencetak spanduk (Ketut Darma) paling lambat 20 Maret 2023
"""
OTHER = ONE.replace("Pasar Ikan", "Gudang Garam").replace("Selasa, 14 Maret", "Kamis, 16 Maret")


def test_a_file_gives_its_whole_minutes(meetings: Meetings) -> None:
    ((result, text),) = ((each.result, each.text) for each in meetings(ONE))
    meeting = result.meeting
    assert meeting.title and meeting.date and meeting.time and meeting.place
    assert (meeting.title.text, meeting.date.start) == ("Rapat Pengelolaan Pasar Ikan", "2023-03-14")
    assert (meeting.time.start, meeting.time.end, meeting.place.text) == ("09:00", "11:30", "Aula Balai Desa")
    assert [[party.name for party in parties] for parties in (meeting.chair, meeting.note_taker, result.attendees)] == [
        ["Gede Mahardika"], ["Lilis Suryani"], ["Ketut Darma", "Dinas Perikanan"],
    ]  # fmt: skip
    lists = (result.agenda, result.agreements, result.follow_ups)
    assert [len(each) for each in lists] == [2, 1, 2] and "Lapak dibuka" in text


def test_the_source_is_named_and_fingerprinted(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text(ONE, "utf-8")
    (result,) = process(path, lexicon=lexicon, name="2023/rapat.txt").results
    source = result.source
    assert (source.path, source.filename, source.part, source.parts) == ("2023/rapat.txt", "rapat.txt", 1, 1)
    assert source.sha256 == hashlib.sha256(ONE.encode()).hexdigest()
    assert result.made_by.lexicon == lexicon.fingerprint


def test_the_name_is_the_file_name_where_none_is_given(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "catatan.md"
    path.write_text(ONE, "utf-8")
    assert process(path, lexicon=lexicon).results[0].source.path == "catatan.md"


def test_each_stage_is_timed(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text(ONE, "utf-8")
    seconds = process(path, lexicon=lexicon).seconds
    assert [name for name, _ in seconds] == ["read", "layout", "sections", "extract", "assemble", "confidence"]


@pytest.mark.parametrize(("lang", "words"), [("id", "Hari dan tanggal"), ("en", "Weekday and date")])
def test_issues_speak_the_language_of_the_settings(lang: Lang, words: str, tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text(ONE.replace("Selasa", "Jumat"), "utf-8")
    (result,) = process(path, Settings(lang=lang), lexicon).results
    assert [issue.message.startswith(words) for issue in result.issues if issue.code == "H001"] == [True]


# --- several meetings in one file ------------------------------------------------------------------------------------


def test_two_meetings_are_two_results(meetings: Meetings) -> None:
    first, second = (each.result for each in meetings(f"{ONE}\n\n{OTHER}"))
    assert [(each.source.part, each.source.parts) for each in (first, second)] == [(1, 2), (2, 2)]
    dates = [each.meeting.date.start for each in (first, second) if each.meeting.date]
    titles = [each.meeting.title.text for each in (first, second) if each.meeting.title]
    assert dates == ["2023-03-14", "2023-03-16"]
    assert titles == ["Rapat Pengelolaan Pasar Ikan", "Rapat Pengelolaan Gudang Garam"]


def test_meetings_of_a_file_read_like_files_of_their_own(meetings: Meetings) -> None:
    def told(result: Result) -> list[object]:
        return [result.id, *(item.id for item in (*result.agenda, *result.agreements, *result.follow_ups))]

    together = [told(each.result) for each in meetings(f"{ONE}\n\n{OTHER}")]
    assert together == [told(meetings(text)[0].result) for text in (ONE, OTHER)]


# --- what is no minutes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b" \n\n ", "empty"), (b"\x00\x01\x02\xff" * 40, "unsupported")],
    ids=["no bytes", "white space", "no text"],
)
def test_a_file_without_text_is_refused(content: bytes, code: str, tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "rapat.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as refused:
        process(path, lexicon=lexicon)
    assert refused.value.code == code


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError):
        process(tmp_path / "hilang.txt", lexicon=lexicon)


INVITATION = """UNDANGAN
Nomor: 12/UND/2023

Kepada Yth. Seluruh pedagang

Mengharap kehadiran Bapak/Ibu pada rapat yang akan dilaksanakan pada hari Selasa, 14 Maret 2023 di Aula Balai Desa.

Atas kehadirannya kami ucapkan terima kasih.
"""


def test_an_invitation_is_refused(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "undangan.txt"
    path.write_text(INVITATION, "utf-8")
    with pytest.raises(DocumentError) as refused:
        process(path, lexicon=lexicon)
    assert refused.value.code == "not_minutes"


# --- any text --------------------------------------------------------------------------------------------------------

PIECES = st.one_of(
    st.sampled_from([
        "NOTULA RAPAT", "Rapat Pasar", "Tanggal: 31 Februari 2023", "Waktu: 25.99", "Tempat:", "Peserta:", "Hadir",
        "1. Ketut Darma (", "- Bu", "2) PIC:", "Agenda: (1) a; (2)", "Pembahasan", "Kesimpulan:", "Tindak Lanjut",
        "Rapat menyepakati hal-hal sebagai berikut:", "a. Ketut akan", "oleh", "kepada Dinas", "-> Ketut",
        "(Ketut,) besok", "| No | Kegiatan | PIC | Waktu |", "|---|---|---|---|", "| 1 | Cetak | | minggu depan |",
        "||||", "Notulis,", "dipimpin oleh", "dihadiri oleh:", "Rina tidak hadir", ":", "(((", "…", "\t", "",
    ]),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
)  # fmt: skip


@settings(max_examples=80, deadline=None, derandomize=True)
@given(lines=st.lists(PIECES, max_size=25), suffix=st.sampled_from([".txt", ".md"]))
def test_any_text_is_read_with_true_quotes_or_refused(meetings: Meetings, lines: list[str], suffix: str) -> None:
    try:
        found = meetings("\n".join(lines), suffix)
    except DocumentError:
        return
    for extraction in found:
        result = extraction.result
        ids = [item.id for item in (*result.agenda, *result.agreements, *result.follow_ups, *result.suggestions)]
        assert len(set(ids)) == len(ids)
        assert all(each.action and 0 <= each.confidence <= 1 for each in result.follow_ups)
        assert Result.model_validate_json(result.model_dump_json()) == result
