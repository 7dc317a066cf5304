"""Old documents: made by LibreOffice from a DOCX of ours, read with and without it."""

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.programs import find_program
from notula.pipeline.read import legacy, read_data
from notula.pipeline.read.lines import lines_in
from notula.pipeline.settings import Settings

FILTERS = {"doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}
MEDIA_TYPES = {
    "doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf",
}  # fmt: skip
TEXTS = ["Notulen Rapat Persiapan Panen", "Rapat menyepakati jadwal panen raya.", "Tugas", "Ketua", "Menyewa traktor",
         "Pak Darmo"]  # fmt: skip


@pytest.fixture(scope="module")
def old(word: Any, tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """A document in an old format, with two paragraphs and a table."""
    tool("soffice")
    office = find_program("soffice")
    folder = tmp_path_factory.mktemp("lama")
    table = word.table(word.tr(word.tc("Tugas"), word.tc("Ketua")),
                       word.tr(word.tc("Menyewa traktor"), word.tc("Pak Darmo")))  # fmt: skip
    (folder / "rapat.docx").write_bytes(word.build(word.p(TEXTS[0]) + word.p(TEXTS[1]) + table + word.p()))

    def made(kind: str) -> bytes:
        target = folder / f"rapat.{kind}"
        if not target.exists():
            subprocess.run(
                [str(office), f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to",
                 FILTERS[kind], "--outdir", str(folder), str(folder / "rapat.docx")],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
        return target.read_bytes()

    return made


def texts(source: Source) -> list[str]:
    return [line.text.strip() for line in lines_in(source.content) if line.text.strip()]


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """As if these programs were not installed."""
    monkeypatch.setattr(
        legacy, "find_program", lambda *wanted: None if set(wanted) & set(names) else find_program(*wanted)
    )


@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_old_documents_are_read_with_their_tables(old: Callable[[str], bytes], kind: str) -> None:
    source = read_data(old(kind), "rapat.bin", Settings())
    assert texts(source) == TEXTS
    assert any(isinstance(part, Table) for part in source.content)
    assert source.media_type == MEDIA_TYPES[kind]
    assert [note.code for note in source.notes] == ["D005"]


def test_nothing_stays_behind(old: Callable[[str], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = old("odt")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_data(data, "rapat.odt", Settings())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "missing"), [("doc", ()), ("doc", ("catdoc",)), ("rtf", ())])
def test_without_libreoffice_the_text_is_read(
    old: Callable[[str], bytes], tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, kind: str,
    missing: tuple[str, ...],
) -> None:  # fmt: skip
    used = tool("antiword" if missing else "catdoc")
    data = old(kind)
    without(monkeypatch, "soffice", *missing)
    source = read_data(data, "rapat.bin", Settings())
    assert [text for text in TEXTS[:2] if text not in texts(source)] == []
    assert all(isinstance(part, Line) for part in source.content)
    (note,) = source.notes
    assert (note.code, dict(note.details)["tool"]) == ("D006", Path(used).name)


@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_without_any_it_is_said_what_to_install(
    old: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    data = old(kind)
    without(monkeypatch, "soffice", "catdoc", "antiword")
    with pytest.raises(DocumentError) as caught:
        read_data(data, "rapat.bin", Settings())
    assert caught.value.code == "needs_converter"
    for words in ("sudo apt install libreoffice-writer-nogui", "winget", "brew"):
        assert words in caught.value.message("id") and words in caught.value.message("en")


def test_a_conversion_that_takes_too_long_is_ended(old: Callable[[str], bytes]) -> None:
    with pytest.raises(DocumentError) as caught:
        read_data(old("rtf"), "rapat.rtf", Settings(convert_seconds=0.01))
    assert caught.value.code == "timeout"


def test_a_broken_document_is_told(old: Callable[[str], bytes]) -> None:
    with pytest.raises(DocumentError) as caught:
        read_data(old("odt")[:-400] + b"PK" + bytes(398), "rapat.odt", Settings())
    assert caught.value.code in ("damaged", "unsupported")
