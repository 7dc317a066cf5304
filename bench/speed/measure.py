"""One measurement in a process of its own: ``python measure.py NAME < paths``; prints figures as JSON.

CPU seconds of this process, so that a busy machine disturbs less; what is built once is built before the clock starts.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

Figures = dict[str, Any]
Prepared = Callable[[Path], int]  # reads one file; gives its pages (0 where it has none)


def pdfium_load() -> Prepared:
    """PDFium opens the file and loads its pages: what no reader built on it can save."""
    import pypdfium2

    def read(path: Path) -> int:
        document = pypdfium2.PdfDocument(path.read_bytes())
        for at in range(len(document)):
            document[at].close()
        pages = len(document)
        document.close()
        return pages

    return read


def notula_read() -> Prepared:
    """Words, fonts, lines and tables (PDF); paragraphs, numbering, styles and tables (DOCX)."""
    from notula.pipeline.read import read
    from notula.pipeline.settings import Settings

    settings = Settings()
    return lambda path: read(path, settings).pages or 0


def pdfplumber_read() -> Prepared:
    """Words with fonts and sizes, and ruled tables with their cells' text."""
    import pdfplumber

    def read(path: Path) -> int:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words(extra_attrs=["fontname", "size"])
                for table in page.find_tables():
                    table.extract()
                page.close()
            return len(pdf.pages)

    return read


def python_docx_read() -> Prepared:
    """Paragraphs with style names and bold runs, tables by ``row.cells``, headers and footers."""
    import docx

    def walk(paragraphs: Any) -> None:
        for paragraph in paragraphs:
            _ = paragraph.style.name, [(run.text, run.bold) for run in paragraph.runs]

    def read(path: Path) -> int:
        document = docx.Document(str(path))
        walk(document.paragraphs)
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    walk(cell.paragraphs)
        for section in document.sections:
            walk(section.header.paragraphs)
            walk(section.footer.paragraphs)
        return 0

    return read


def markitdown_read() -> Prepared:
    """Markdown of the whole file."""
    from markitdown import MarkItDown

    reader = MarkItDown()

    def read(path: Path) -> int:
        reader.convert(str(path))
        return 0

    return read


def pipeline() -> Prepared:
    """Everything, as a run does it: result and text as bytes."""
    from notula.pipeline.batch import preload
    from notula.pipeline.batch.outcome import Job
    from notula.pipeline.batch.work import run_job
    from notula.pipeline.lexicon import load_lexicon
    from notula.pipeline.settings import Settings

    settings, lexicon = Settings(), load_lexicon()
    preload.load(lexicon)

    def read(path: Path) -> int:
        outcome = run_job(Job(path, Path(path.name)), settings, lexicon)
        if outcome.status == "failed":
            raise SystemExit(f"{path}: {outcome.code} {outcome.message}")
        return 0

    return read


def stages() -> Prepared:
    """As ``pipeline``, but adding up the CPU seconds of each stage in ``read.seconds``."""
    import notula.pipeline.run as run
    from notula.pipeline.batch import preload
    from notula.pipeline.lexicon import load_lexicon

    preload.load(load_lexicon())
    run.time.perf_counter = time.process_time  # type: ignore[attr-defined]  # its clock: CPU seconds

    def read(path: Path) -> int:
        for name, seconds in run.process(path).seconds:
            read.seconds[name] = read.seconds.get(name, 0.0) + seconds  # type: ignore[attr-defined]
        return 0

    read.seconds = {}  # type: ignore[attr-defined]
    return read


MEASURES: dict[str, Callable[[], Prepared]] = {
    "load": pdfium_load,
    "read": notula_read,
    "pdfplumber": pdfplumber_read,
    "python-docx": python_docx_read,
    "markitdown": markitdown_read,
    "pipeline": pipeline,
    "stages": stages,
}


def measured(name: str, paths: list[Path]) -> Figures:
    """CPU seconds, documents and pages of a measure over files, and what memory the process came to."""
    read = MEASURES[name]()
    for path in paths[:3]:
        read(path)
    if hasattr(read, "seconds"):
        read.seconds.clear()
    tenths = list(_tenths(paths))
    spent, pages, resident = [], 0, []
    for tenth in tenths:
        begin = time.process_time()
        pages += sum(read(path) for path in tenth)
        spent.append((time.process_time() - begin) / len(tenth))
        resident.append(psutil.Process().memory_info().rss / 1e6)
    cpu = sum(each * len(tenth) for each, tenth in zip(spent, tenths, strict=True))
    return {
        "cpu": cpu, "documents": len(paths), "pages": pages, "first": spent[0], "last": spent[-1],
        "rss_first": resident[0], "rss": resident[-1], "stages": getattr(read, "seconds", {}),
    }  # fmt: skip


def _tenths(paths: list[Path]) -> Iterator[list[Path]]:
    size = max(1, len(paths) // 10)
    for at in range(0, len(paths), size):
        yield paths[at : at + size]


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], [Path(line) for line in sys.stdin.read().splitlines()])))
