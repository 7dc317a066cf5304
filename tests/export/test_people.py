"""The matrix for the next meeting, as Markdown, HTML and Word, and a list for each owner."""

from collections.abc import Callable
from pathlib import Path

import docx
import lxml.html
import pytest

from notula.models.handover import Batch, MeetingRow, Row, RowOwner
from notula.pipeline.export.docx_matrix import bookmark
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.table import EXPORTERS

Batches, Rows = Callable[..., Batch], Callable[..., Row]
FORMS = ("markdown", "html", "docx")
EXPECTED = [
    ["No", "Tindak Lanjut", "Penanggung Jawab", "Tenggat", "Status", "Sumber"],
    ["1", "menyusun laporan", "Bappeda\nDinas Sosial", "5 Mei 2026", "berjalan", "Rapat Air, 10 Februari 2026, hal. 2"],
    [
        "2",
        "mengirim undangan",
        "-",
        "akhir bulan",
        "belum (belum ditinjau)",
        "Rapat Air, 10 Februari 2026, tabel 2 baris 3 sel 1",
    ],
]


def owners(*names: str) -> tuple[RowOwner, ...]:
    return tuple(RowOwner(name=name) for name in names)


@pytest.fixture
def two(batch: Batches, row: Rows, meeting: Callable[..., MeetingRow]) -> Batch:
    return batch(
        row(1, action="menyusun laporan", owners=owners("Bappeda", "Dinas Sosial"), status="in_progress"),
        row(2, action="mengirim undangan", owners=(), due_date=None, due_text="akhir bulan", review="pending",
            page=None, place="table 2 row 3 cell 1"),
        meetings=(meeting(title="Rapat Air"),),
    )  # fmt: skip


def cells_of(path: Path) -> list[list[str]]:
    if path.suffix == ".docx":
        (table,) = docx.Document(str(path)).tables
        return [[cell.text for cell in row.cells] for row in table.rows]
    if path.suffix == ".md":
        from markdown_it import MarkdownIt

        text = MarkdownIt("commonmark", {"html": True}).enable("table").render(path.read_text("utf-8"))
        text = text.replace("<br>", "\n")
    else:
        text = path.read_text("utf-8")
    page = lxml.html.fromstring(text)
    return [[cell.text_content().strip() for cell in row.xpath("th|td")] for row in page.iterfind(".//tr")]


@pytest.mark.parametrize("name", FORMS)
def test_the_matrix_has_its_columns(name: str, two: Batch, tmp_path: Path, client: Callable[[str], object]) -> None:
    if name == "markdown":
        client("markdown_it")
    path = tmp_path / f"matriks{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(two, str(path), ExportOptions())
    assert cells_of(path) == EXPECTED


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(hostile: Batch, tmp_path: Path) -> None:
    EXPORTERS["html"].write(hostile, str(tmp_path / "x.html"), ExportOptions())
    page = lxml.html.fromstring((tmp_path / "x.html").read_text("utf-8"))
    assert not page.xpath("//script | //link | //img | //iframe | //a | //@src | //@href | //@onclick")
    assert page.xpath("//@lang") == ["id"] and set(page.xpath("//td/@dir")) == {"auto"}


def test_the_word_document_repeats_its_titles_and_lies_across(two: Batch, tmp_path: Path) -> None:
    EXPORTERS["docx"].write(two, str(tmp_path / "x.docx"), ExportOptions(project="Tindak lanjut triwulan I"))
    document = docx.Document(str(tmp_path / "x.docx"))
    section, table = document.sections[0], document.tables[0]
    assert section.page_width > section.page_height
    assert "w:tblHeader" in table.rows[0]._tr.xml and "w:tblHeader" not in table.rows[1]._tr.xml
    assert document.paragraphs[0].text == document.core_properties.title == "Tindak lanjut triwulan I"
    assert document.core_properties.author == "Notula" and document.core_properties.created.year == 2026


def test_a_bookmark_is_one_that_word_takes(row: Rows) -> None:
    assert len(bookmark(row().id)) == 39 and bookmark(row().id).replace("_", "").isalnum()


# --- a list for each owner -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMS)
def test_each_owner_gets_a_list_with_the_soonest_first(
    name: str, batch: Batches, row: Rows, tmp_path: Path, client: Callable[[str], object]
) -> None:
    if name == "markdown":
        client("markdown_it")
    rows = (
        row(1, owners=owners("Dinas Sosial", "BAPPEDA"), due_date=None, action="satu"),
        row(2, owners=owners("Dinas  sosial"), due_date="2026-07-01", action="dua"),
        row(3, owners=owners("Dinas Sosial"), due_date="2026-06-01", action="tiga"),
        row(4, owners=(), action="empat"),
        row(5, owners=owners("Dinas Sosial"), status="withdrawn"),
    )
    suffix = EXPORTERS[name].suffix
    report = EXPORTERS[name].write(batch(*rows), str(tmp_path / "daftar"), ExportOptions(by_owner=True))
    assert [Path(path).name for path in report.paths] == [
        f"tindak-lanjut-bappeda{suffix}", f"tindak-lanjut-dinas-sosial{suffix}",
        f"tindak-lanjut-tanpa-penanggung-jawab{suffix}",
    ]  # fmt: skip
    assert [line[1] for line in cells_of(Path(report.paths[1]))[1:]] == ["tiga", "dua", "satu"]
    assert report.written == 4


def test_names_that_files_cannot_have_give_files_all_the_same(batch: Batches, row: Rows, tmp_path: Path) -> None:
    names = ("../../etc/passwd", "CON", "x" * 300, "א", "ב", "a/b", "a\\b", "A  b", "")
    rows = [row(number, owners=owners(name)) for number, name in enumerate(names)]
    report = EXPORTERS["markdown"].write(batch(*rows), str(tmp_path / "daftar"), ExportOptions(by_owner=True))
    files = [Path(path) for path in report.paths]
    assert len(set(files)) == len(files) == 9 and all(file.parent == tmp_path / "daftar" for file in files)
    assert all(file.is_file() and len(file.name) < 100 for file in files)


def test_a_list_of_an_owner_who_has_nothing_left_is_removed(batch: Batches, row: Rows, tmp_path: Path) -> None:
    folder, options = tmp_path / "daftar", ExportOptions(by_owner=True)
    EXPORTERS["html"].write(batch(row(1, owners=owners("Bappeda", "Dinas Sosial"))), str(folder), options)
    (folder / "tindak-lanjut-milik-orang-lain.html").write_text("bukan dari kami")
    EXPORTERS["html"].write(batch(row(1, owners=owners("Bappeda"))), str(folder), options)
    assert sorted(path.name for path in folder.glob("*.html")) == [
        "tindak-lanjut-bappeda.html", "tindak-lanjut-milik-orang-lain.html",
    ]  # fmt: skip
