"""How well scans are read, against their born-digital originals: ``python bench/scans/measure.py [--wear office]``.

Every sample is scanned (``make_scans.py``) and read, and so is the born-digital file that was scanned. Printed are, for
each: the share of the original's words that the scan's text has (as often), F1 of follow-ups and attendees against the
annotations for both, and the CPU seconds a page (this process and Tesseract).
"""

import argparse
import re
import resource
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from make_scans import WEARS, Wear, as_pdf, pdf_of, scan, seed_of

from notula.pipeline.errors import DocumentError
from notula.pipeline.evaluate import evaluate
from notula.pipeline.run import process

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FIELDS = ("follow_ups", "attendees")


@dataclass(frozen=True)
class Reading:
    """What came of a file: the words of its canonical texts, by and without punctuation, and CPU seconds."""

    bare: Counter[str]
    printed: Counter[str]
    seconds: float


@dataclass(frozen=True)
class Row:
    """A scan against its original."""

    name: str
    pages: int
    recall: float
    printed_recall: float
    seconds: float


def read(path: Path, out: Path) -> Reading:
    """Read a file and write its results to ``out``."""
    begin = _cpu()
    try:
        found = process(path, name=path.name).extractions
    except DocumentError as trouble:
        print(f"{path.name}: {trouble}")
        found = ()
    spent = _cpu() - begin
    out.mkdir(parents=True, exist_ok=True)
    for part, extraction in enumerate(found, 1):
        (out / f"{path.name}.{part:02d}.json").write_text(extraction.result.model_dump_json(), "utf-8")
        (out / f"{path.name}.{part:02d}.txt").write_text(extraction.text, "utf-8")
    text = "\n".join(extraction.text for extraction in found)
    return Reading(Counter(re.findall(r"\w+", text.casefold())), Counter(text.split()), spent)


def recall(wanted: Counter[str], given: Counter[str]) -> float:
    """The share of the wanted words that are given, each as often."""
    return (wanted & given).total() / max(wanted.total(), 1)


def compare(files: Sequence[Path], wear: Wear, folder: Path, seed: int) -> Iterator[Row]:
    """Each file's scan against it; results go to ``folder``."""
    (folder / "scans").mkdir(parents=True, exist_ok=True)
    for path in files:
        data = pdf_of(path)
        if data is None:
            print(f"{path.name}: left out, LibreOffice is not there")
            continue
        pages = scan(data, wear, seed_of(path, seed))
        copy = folder / "scans" / path.name
        copy.write_bytes(as_pdf(pages, wear))
        original, scanned = read(path, folder / "original"), read(copy, folder / "scanned")
        yield Row(
            path.name,
            len(pages),
            recall(original.bare, scanned.bare),
            recall(original.printed, scanned.printed),
            scanned.seconds,
        )


def report(rows: Sequence[Row], folder: Path, gold: Path) -> str:
    """The table."""
    lines = [f"{'file':30} pages  recall printed  CPU s/page  follow-ups        attendees"]
    for row in rows:
        scores = [
            f"{evaluate(gold, folder / side, row.name).figures[field].f1:.3f}"
            for field in FIELDS
            for side in ("original", "scanned")
        ]
        own = f"{scores[0]} -> {scores[1]}    {scores[2]} -> {scores[3]}"
        words = f"{row.recall:7.4f} {row.printed_recall:7.4f}"
        lines.append(f"{row.name:30} {row.pages:5} {words} {row.seconds / row.pages:11.2f}  {own}")
    pages = sum(row.pages for row in rows)
    mean = sum(row.recall * row.pages for row in rows) / pages
    printed = sum(row.printed_recall * row.pages for row in rows) / pages
    lines.append(f"{'all':30} {pages:5} {mean:7.4f} {printed:7.4f} {sum(row.seconds for row in rows) / pages:11.2f}")
    for field in FIELDS:
        before, after = (evaluate(gold, folder / side).figures[field] for side in ("original", "scanned"))
        by_file = f"per document {before.per_doc_f1:.4f} -> {after.per_doc_f1:.4f}"
        lines.append(f"{field}: F1 {before.f1:.4f} -> {after.f1:.4f}, {by_file}")
    return "\n".join(lines)


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> int:
    """Print the figures; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wear", choices=sorted(WEARS), default="office")
    parser.add_argument("--only", default="", help="samples whose name contains this")
    parser.add_argument("--keep", type=Path, help="where scans and results stay")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = [path for path in sorted((SAMPLES / "docs").iterdir()) if options.only in path.name]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        rows = list(compare(files, WEARS[options.wear], folder, options.seed))
        print(report(rows, folder, SAMPLES / "gold"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
