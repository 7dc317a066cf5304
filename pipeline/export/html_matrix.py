"""The matrix as one HTML page that needs nothing else: no script, no address, ready to print."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.files import text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.matrix import Form, cells, made_on, titles, write_matrix

_HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 11pt/1.4 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #fff }}
h1 {{ font-size: 1.4rem; margin: 0 }}
table {{ border-collapse: collapse; width: 100%; margin-top: 1rem }}
th, td {{ border: 1px solid #6b7280; padding: .35rem .5rem; text-align: start; vertical-align: top }}
td {{ white-space: pre-line; overflow-wrap: anywhere }}
th {{ background: #e5e7eb }}
td:first-child {{ text-align: end; white-space: nowrap }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
@page {{ size: A4 landscape; margin: 15mm }}
@media print {{ body {{ margin: 0 }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{made_on}</p>
<table>
<thead><tr>{columns}</tr></thead>
<tbody>
"""
_TAIL = "</tbody>\n</table>\n</body>\n</html>\n"


def write_html(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A matrix, or with ``by_owner`` a list for each owner; a row's ``id`` is our id."""
    return write_matrix(Form(".html", _write), batch, target, options)


def _write(path: Path, title: str, rows: Iterable[Row], work: Work) -> int:
    number = 0
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in titles(work))
    with text_file(path) as file:
        head = {"title": escape(title), "made_on": escape(made_on(work)), "columns": columns}
        file.write(_HEAD.format(lang=work.lang, **head))
        for number, row in enumerate(rows, start=1):
            filled = "".join(f'<td dir="auto">{escape(text)}</td>' for text in cells(number, row, work))
            file.write(f'<tr id="{escape(row.id)}">{filled}</tr>\n')
        file.write(_TAIL)
    return number
