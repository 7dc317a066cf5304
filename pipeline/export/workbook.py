"""Follow-ups, agreements, meetings and attendees as an Excel workbook, a sheet each, written row by row."""

import tempfile
from collections.abc import Iterable
from datetime import date
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from notula.models.handover import Batch
from notula.pipeline.export.files import replacing
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import SHEETS, Column, Table, Value, headers, in_words
from notula.pipeline.export.words import moment, shorten
from notula.pipeline.messages import say

LONGEST_CELL = 32_767  # Excel's specifications: characters in a cell; it counts those beyond U+FFFF twice
_ROWS = 1_048_575  # rows of a sheet below its titles
_FIRST_YEAR = 1900  # Excel knows no day before
_WIDTHS = {
    "number": 6, "action": 60, "text": 60, "owners": 30, "quote": 60, "due_text": 24, "meeting_title": 40, "title": 50,
    "place": 30, "name": 32, "role": 28, "organization": 32, "chair": 28, "note_taker": 28, "recipients": 28,
    "filename": 28, "id": 38, "meeting_id": 38, "agreement_id": 38,
}  # fmt: skip
_WIDTH = 14
_POINTS, _LINES = 15.0, 8  # of a line of text, and how many of them a row shows at most
_NOT_PRINTED = ("recipients", "quote", "filename", "id", "meeting_id")  # nor what stands to the right of them
_A4 = 9  # as Excel numbers papers


def write_xlsx(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A workbook with real dates, filters and titles that stay in sight; only one row is held in memory."""
    work, path = Work(batch, options), Path(target)
    with replacing(path) as temporary, tempfile.TemporaryDirectory(prefix="notula-") as passing:
        # What a text looks like never makes it a formula, a link or a number.
        choices = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                   "strings_to_numbers": False, "tmpdir": passing}  # fmt: skip
        book = xlsxwriter.Workbook(str(temporary), choices)
        try:
            written = _write_book(book, work)
        finally:
            for sheet in book.worksheets():  # rows on their way stand in files of their own: closed, they can go
                sheet.row_data_fh.close()
    return work.report((path,), written)


def _write_book(book: Any, work: Work) -> int:
    """Write all sheets and the file; the number of follow-ups."""
    book.set_properties({"created": moment(work.batch.made_at).replace(tzinfo=None)})
    formats = _Formats(book)
    counts = {table.name: _write_table(book, table, formats, work) for table in SHEETS}
    _close(book)
    return counts["follow_ups"]


class _Formats:
    """The looks of cells."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "bg_color": "#D9E2EC", "bottom": 1, "text_wrap": True})
        self.date = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})


def _write_table(book: Any, table: Table, formats: _Formats, work: Work) -> int:
    """Write a table, over to another sheet where one is full; the number of rows."""
    name, rows, written, part = say(f"sheet.{table.name}", work.lang), table.rows(work), 0, 1
    while True:
        sheet = book.add_worksheet(name if part == 1 else f"{name} {part}")
        count = _write_sheet(sheet, table, islice(rows, _ROWS), formats, work)
        written, part = written + count, part + 1
        if count < _ROWS:
            return written


def _write_sheet(sheet: Any, table: Table, rows: Iterable[tuple[Value, ...]], formats: _Formats, work: Work) -> int:
    widths = [_WIDTHS.get(column.name, _WIDTH) for column in table.columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, title in enumerate(headers(table, work)):
        sheet.write_string(0, place, title, formats.title)
    count = 0
    for count, row in enumerate(rows, start=1):
        cells = in_words(table, row, work)
        if (height := _height(cells, widths)) > _POINTS:  # a row of usual height costs no memory
            sheet.set_row(count, height)
        for place, value in enumerate(cells):
            _write_cell(sheet, count, place, value, formats, work)
    sheet.autofilter(0, 0, count, len(table.columns) - 1)
    sheet.print_area(0, 0, count, sum(1 for _ in takewhile(_is_printed, table.columns)) - 1)
    return count


def _is_printed(column: Column) -> bool:
    return column.name not in _NOT_PRINTED


def _height(cells: list[Value], widths: list[int]) -> float:
    """A row's height in points: enough lines for its longest text, not more than ``_LINES``."""
    lines = 1
    for value, width in zip(cells, widths, strict=True):
        if isinstance(value, str) and (len(value) > width or "\n" in value):
            lines = max(lines, value.count("\n") + 1 + len(value) // width)
    return _POINTS * min(lines, _LINES)


def _write_cell(sheet: Any, row: int, place: int, value: Value, formats: _Formats, work: Work) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(row, place, value, formats.date)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value, formats.text)
    else:
        text = str(value)
        wide = sum(character > "\uffff" for character in text) if len(text) > LONGEST_CELL // 2 else 0
        sheet.write_string(row, place, shorten(text, LONGEST_CELL - wide, work), formats.text)


def _close(book: Any) -> None:
    """Write the file out.

    Raises:
        OSError: it cannot be written; XlsxWriter wraps it in an error of its own.
    """
    try:
        book.close()
    except FileCreateError as trouble:
        raise OSError(
            *trouble.args[0].args if trouble.args and isinstance(trouble.args[0], OSError) else ()
        ) from trouble
