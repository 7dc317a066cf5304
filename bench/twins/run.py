"""The same minutes in another format: ``python bench/twins/run.py DOCS GOLD [DOCS GOLD ...]``.

Converts annotated documents with the programs that offices use (LibreOffice, pandoc, poppler's pdftotext) and scores
what is read of the original and of its twin by the same annotations: the difference is what the container costs. A twin
whose program is not installed, or a file that it cannot make, is left out. Prints the table of docs/quality.md.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from notula.pipeline.errors import DocumentError
from notula.pipeline.evaluate.measure import Evaluation, annotations, compare
from notula.pipeline.evaluate.scorer import Json, Key, key_of
from notula.pipeline.run import process

FIELDS = ("date", "title", "place", "chair", "attendees", "agenda", "agreements", "follow_ups", "owners", "due_dates")
READY = "tracker_ready"
_AT_ONCE = 40  # files for a start of LibreOffice

Convert = Callable[[Sequence[Path], Path], None]


class Twin(NamedTuple):
    """A way from one format to another: suffixes, the program it takes and how it is called."""

    before: str
    after: str
    program: str
    convert: Convert


def office(form: str, read_as: str = "") -> Convert:
    """LibreOffice's export ``form``, read by the import filter ``read_as`` where one has to be named."""

    def convert(paths: Sequence[Path], out: Path) -> None:
        read = [f"--infilter={read_as}"] if read_as else []
        for at in range(0, len(paths), _AT_ONCE):
            some = map(str, paths[at : at + _AT_ONCE])
            command = ["soffice", "--headless", *read, "--convert-to", form, "--outdir", str(out), *some]
            subprocess.run(command, check=True, capture_output=True)

    return convert


def pandoc(form: str, suffix: str, read_as: str = "") -> Convert:
    """Pandoc's writer ``form``, lines not wrapped, behind the reader ``read_as`` where one has to be named.

    What it cannot convert (a picture is missing) is left out.
    """

    def convert(paths: Sequence[Path], out: Path) -> None:
        for path in paths:
            read = ["-f", read_as] if read_as else []
            made = str(out / f"{path.stem}{suffix}")
            command = ["pandoc", *read, str(path), "-s", "-t", form, "--wrap=none", "-o", made]
            subprocess.run(command, check=False, capture_output=True)

    return convert


def as_printed(paths: Sequence[Path], out: Path) -> None:
    """The text of a PDF, set with spaces as it stands on its pages."""
    for path in paths:
        subprocess.run(["pdftotext", "-layout", str(path), str(out / f"{path.stem}.txt")], check=True)


TWINS = (
    Twin(".docx", ".pdf", "soffice", office("pdf")),
    Twin(".docx", ".html", "pandoc", pandoc("html", ".html")),
    Twin(".docx", ".md", "pandoc", pandoc("gfm", ".md")),
    Twin(".docx", ".txt", "soffice", office("txt:Text (encoded):UTF8")),
    Twin(".md", ".docx", "pandoc", pandoc("docx", ".docx", "gfm")),
    Twin(".txt", ".docx", "soffice", office("docx:MS Word 2007 XML", "Text (encoded):UTF8,LF,,,")),
    Twin(".pdf", ".txt", "pdftotext", as_printed),
)


def main(folders: Sequence[Path]) -> int:
    """Convert, read, score, print."""
    pairs = list(zip(folders[::2], folders[1::2], strict=True))
    print(f"| | meetings | {' | '.join(FIELDS)} | ready |\n|{'---|' * (len(FIELDS) + 3)}")
    with tempfile.TemporaryDirectory() as work:
        for before in dict.fromkeys(twin.before for twin in TWINS):
            notes = [(docs, note) for docs, gold in pairs for note in annotations(gold) if note["doc"].endswith(before)]
            if not notes:
                continue
            paths = sorted({docs / note["doc"] for docs, note in notes})
            told = [note for _, note in notes]
            own = Path(work) / before[1:]
            own.mkdir()
            for path in paths:
                shutil.copy(path, own)
            print(row(before[1:].upper(), scored(own, told)), flush=True)
            for twin in TWINS:
                if twin.before == before and shutil.which(twin.program):
                    made = Path(work) / f"{before[1:]}-{twin.after[1:]}"
                    made.mkdir()
                    twin.convert(paths, made)
                    changed = [note | {"doc": note["doc"].removesuffix(before) + twin.after} for note in told]
                    there = [note for note in changed if (made / note["doc"]).exists()]
                    print(row(f"as {twin.after[1:].upper()}", scored(made, there)), flush=True)
    return 0


def scored(docs: Path, notes: Sequence[Json]) -> Evaluation:
    """The figures of the documents of a folder."""
    results: dict[Key, Json] = {}
    for path in docs.iterdir():
        with contextlib.suppress(DocumentError):
            for result in process(path).results:
                results[path.name, result.source.part] = result.model_dump(mode="json")
    return compare((note, results.get(key_of(note)) or {}) for note in notes)


def row(label: str, evaluation: Evaluation) -> str:
    """A line of the table."""
    figures = [evaluation.figures[name].f1 for name in (*FIELDS, READY)]
    return f"| {label} | {evaluation.meetings} | {' | '.join(f'{f1:.2f}' for f1 in figures)} |"


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
