"""Follow-ups as CSV for Excel and LibreOffice: UTF-8 with a byte order mark, ``;`` or ``,``, no cell a formula."""

from datetime import date
from pathlib import Path

from notula.models.handover import Batch
from notula.pipeline.export.files import csv_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import FOLLOW_UP_SHEET, Value, headers, in_words

# A cell that begins so, white space before it or not, is read as a formula. The apostrophe is guarded too, so that the
# guard can be taken off again without a doubt.
_FORMULA = ("=", "+", "-", "@", "'", "＝", "＋", "－", "＠")


def write_csv(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A line per follow-up, titles in the user's language, dates as ISO days."""
    work, path, written = Work(batch, options), Path(target), 0
    with csv_file(path, separator=options.separator, bom=True) as writer:
        writer.writerow(headers(FOLLOW_UP_SHEET, work))
        for row in FOLLOW_UP_SHEET.rows(work):
            writer.writerow([cell(value) for value in in_words(FOLLOW_UP_SHEET, row, work)])
            written += 1
    return work.report((path,), written)


def cell(value: Value) -> str:
    """A value as a CSV cell that no spreadsheet takes for a formula; a tab as a blank, for LibreOffice drops it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value.replace("\t", " ")) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where it would be read as a formula."""
    return "'" + text if text.lstrip().startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text
