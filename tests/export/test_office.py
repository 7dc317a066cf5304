"""LibreOffice opens the CSV and the workbook with the same cells; what a workbook looks like."""

import csv
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from notula.models.handover import Batch, Row, RowOwner
from notula.pipeline.export.delimited import guarded, unguarded
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.export.workbook import LONGEST_CELL

Client = Callable[[str], ModuleType]
Convert = Callable[..., Path]
_COMMA_UTF8_FORMATTED = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
_NO_FORMULAS, _FORMULAS = "false", "true"


@pytest.fixture
def convert(tool: Callable[[str], str], tmp_path: Path) -> Convert:
    """Opens a file in LibreOffice and saves it in another form."""
    program = tool("soffice")

    def run(file: Path, form: str, *more: str) -> Path:
        out = tmp_path / "diubah"
        home = f"-env:UserInstallation=file://{tmp_path}/profil"
        command = [program, home, "--headless", *more, "--convert-to", form, "--outdir", out, file]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
        found = out / f"{file.stem}.{form.split(':')[0]}"
        assert found.is_file(), done.stderr
        return found

    return run


def read_csv(path: Path, separator: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


def sheets(client: Client, path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = client("openpyxl").load_workbook(path)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return found


def simple(value: Any) -> Any:
    """A cell's value, however the two programs write line breaks."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def test_libreoffice_opens_the_workbook_with_the_same_cells(
    convert: Convert, client: Client, hostile: Batch, tmp_path: Path
) -> None:
    EXPORTERS["xlsx"].write(hostile, str(tmp_path / "x.xlsx"), ExportOptions())
    ours, theirs = sheets(client, tmp_path / "x.xlsx"), sheets(client, convert(tmp_path / "x.xlsx", "xlsx"))
    assert ours.keys() == theirs.keys()
    for name, rows in ours.items():
        assert [[simple(cell) for cell in row] for row in theirs[name]] == [
            [simple(cell) for cell in row] for row in rows
        ]


@pytest.mark.parametrize(("separator", "code"), [(";", 59), (",", 44)], ids=["semicolon", "comma"])
def test_libreoffice_opens_the_csv_with_the_same_cells(
    separator: Any, code: int, convert: Convert, hostile: Batch, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    EXPORTERS["csv"].write(hostile, str(path), ExportOptions(separator=separator))
    # As LibreOffice's dialogue offers it: the separator that was chosen, UTF-8, formulas calculated.
    opened = convert(path, "ods", f"--infilter=CSV:{code},34,76,1,,1033,false,false,false,false,false,0,true")
    saved = convert(opened, _COMMA_UTF8_FORMATTED)
    ours = [[" ".join(cell.split()) for cell in row] for row in read_csv(path, separator)]
    theirs = [[" ".join(cell.split()) for cell in row] for row in read_csv(saved)]
    number, dates = ours[0].index("Keyakinan"), [ours[0].index("Tenggat"), ours[0].index("Tanggal Rapat")]
    assert len(theirs) == len(ours) == 1_001
    for mine, other in zip(ours[1:], theirs[1:], strict=True):
        assert float(mine[number]) == float(other[number])
        for place, (one, two) in enumerate(zip(mine, other, strict=True)):
            if place in dates:
                assert one == iso(two)
            elif place != number:
                assert one == two or (one, two) == ("1e5", "100000"), "a text that is a number becomes one in any CSV"


def iso(shown: str) -> str:
    """The ISO day of a date as LibreOffice shows it: it knew it for one."""
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"):
        try:
            return datetime.strptime(shown, form).date().isoformat()
        except ValueError:
            continue
    return shown


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-menyusun", "@SUM(A1)", " =x", "\n=x", "'=x", "'", "＝1", "biasa", "", " "]
)
def test_a_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@"))


def test_the_csv_begins_with_a_byte_order_mark_and_titles_in_the_language(
    batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    for lang, title in (("id", "Tindak Lanjut"), ("en", "Follow-up")):
        EXPORTERS["csv"].write(batch(row(), lang=lang), str(tmp_path / "x.csv"), ExportOptions())
        assert (tmp_path / "x.csv").read_bytes().startswith(f"\ufeffNo;{title};".encode())


# --- the workbook ----------------------------------------------------------------------------------------------------


@pytest.fixture
def book(client: Client, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path) -> Any:
    owners = (RowOwner(name="Bappeda"), RowOwner(name="Dinas Sosial"))
    rows = (
        row(1, action="=1+1", owners=owners),
        row(2, due_date="1899-12-31", status="in_progress"),
        row(3, quote="x" * 40_000),
    )
    report = EXPORTERS["xlsx"].write(batch(*rows), str(tmp_path / "x.xlsx"), ExportOptions())
    assert [(note.code, note.count) for note in report.notes] == [("shortened", 1)]
    return client("openpyxl").load_workbook(tmp_path / "x.xlsx")


def test_the_workbook_has_its_sheets_with_filters_and_titles_that_stay(book: Any) -> None:
    assert book.sheetnames == ["Tindak Lanjut", "Kesepakatan", "Rapat", "Peserta"]
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:") for sheet in book)
    assert book["Tindak Lanjut"].auto_filter.ref == "A1:S4"


def test_the_workbook_speaks_english_where_it_is_asked_to(
    client: Client, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    EXPORTERS["xlsx"].write(batch(row(status="in_progress"), lang="en"), str(tmp_path / "x.xlsx"), ExportOptions())
    found = sheets(client, tmp_path / "x.xlsx")
    assert list(found) == ["Follow-ups", "Agreements", "Meetings", "Attendees"]
    assert found["Follow-ups"][0][1:4] == ("Follow-up", "Owners", "Due") and "in progress" in found["Follow-ups"][1]


def test_cells_have_their_types(book: Any) -> None:
    titles, one, two, three = book["Tindak Lanjut"].iter_rows()
    place = {cell.value: number for number, cell in enumerate(titles)}
    assert one[place["Tindak Lanjut"]].value == "=1+1" and one[place["Tindak Lanjut"]].data_type in ("s", "inlineStr")
    assert one[place["Penanggung Jawab"]].value == "Bappeda; Dinas Sosial"
    assert one[place["Tenggat"]].is_date and one[place["Tenggat"]].value == datetime(2026, 5, 5)
    assert one[place["Keyakinan"]].value == 0.9 and two[place["Status"]].value == "berjalan"
    assert two[place["Tenggat"]].value == "1899-12-31", "Excel has no such day: it stays as text"
    assert len(three[place["Kutipan"]].value) == LONGEST_CELL


def test_many_emoji_fit_into_a_cell(
    client: Client, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    EXPORTERS["xlsx"].write(batch(row(quote="🧑" * 20_000)), str(tmp_path / "x.xlsx"), ExportOptions())
    (cell,) = [cell for cell in sheets(client, tmp_path / "x.xlsx")["Tindak Lanjut"][1] if str(cell).startswith("🧑")]
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL, "Excel counts an emoji as two"
