"""The matrix as a Markdown table (GitHub's form of tables); our ids stand in comments that no reader sees."""

import re
from collections.abc import Iterable
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.files import text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.marks import id_line
from notula.pipeline.export.matrix import Form, cells, made_on, titles, write_matrix

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")


def write_markdown(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A matrix, or with ``by_owner`` a list for each owner."""
    return write_matrix(Form(".md", _write), batch, target, options)


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is, line breaks included, inside a table's cell."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")


def _write(path: Path, title: str, rows: Iterable[Row], work: Work) -> int:
    number = 0
    with text_file(path) as file:
        file.write(f"# {escaped(title)}\n\n{escaped(made_on(work))}\n\n")
        file.write("| " + " | ".join(titles(work)) + " |\n|" + " --- |" * len(titles(work)) + "\n")
        for number, row in enumerate(rows, start=1):
            head, action, *rest = map(escaped, cells(number, row, work))
            marked = f"{action} <!-- {id_line(row.id)} -->"
            file.write("| " + " | ".join([head, marked, *rest]) + " |\n")
    return number
