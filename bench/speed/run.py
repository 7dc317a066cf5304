"""Speed and memory of reading minutes: ``python bench/speed/run.py [--files N] [--growth N] [--write]``.

Makes its corpus (kept in ``--corpus``, outside of the repository), measures ours and other readers on the same files by
turns, each in a process of its own, and prints medians of CPU seconds; ``--write`` keeps them in ``bench/RESULTS.md``.
``--run-growth N`` measures a run over so many short files instead, whose section there stands till it is made anew.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from corpus import ROSTER, ROSTER_AND_STYLES, make_corpus
from whole_run import GROWTH_TITLE, run_growth

HERE = Path(__file__).resolve().parent
RESULTS = HERE.parent / "RESULTS.md"
PACKAGES = ("notula", "pypdfium2", "pdfplumber", "python-docx", "lxml", "spacy", "pydantic", "markitdown")
Figures = dict[str, Any]


def main() -> int:
    """Make what is missing of the corpus, measure, print, and write where asked to."""
    options = _options()
    text = run_growth(options.corpus / "short", options.run_growth) if options.run_growth else _figures(options)
    print(text)
    if options.write:
        _keep(text, whole=bool(options.run_growth))
    return 0


def _keep(text: str, *, whole: bool) -> None:
    """Write figures into the results; the section of a whole run is made by itself, and stands where others change."""
    before = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    others, _, section = before.partition(GROWTH_TITLE)
    parts = (others.rstrip(), text) if whole else (text.rstrip(), section and GROWTH_TITLE + section)
    RESULTS.write_text("\n\n".join(filter(None, parts)).rstrip() + "\n", "utf-8")


def _figures(options: argparse.Namespace) -> str:
    """All figures but those of a whole run."""
    paths = make_corpus(options.corpus, options.files)
    pdfs, docxs = ([path for path in paths if path.suffix == suffix] for suffix in (".pdf", ".docx"))
    sample = options.sample
    lines = [
        *_readers("PDF", pdfs[:sample], ("load", "read", "pdfplumber", "pipeline", "markitdown"), options.rounds),
        *_readers("DOCX", docxs[:sample], ("read", "python-docx", "pipeline", "markitdown"), options.rounds),
        *_kinds_of_docx(docxs[:sample], options),
        *_stages(pdfs[:sample], docxs[:sample], options.rounds),
        *_growth(paths[: options.growth]),
        *_supervisor(paths[: 4 * sample]),
        *_start_up(paths[:10]),
    ]
    return "\n".join([*_heading(len(paths)), *lines]) + "\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(tempfile.gettempdir()) / "notula-bench"
    parser.add_argument("--corpus", type=Path, default=default, help=f"where the files are kept ({default})")
    parser.add_argument("--files", type=int, default=2_000, help="files of the corpus, half PDF, half DOCX (2000)")
    parser.add_argument("--sample", type=int, default=40, help="files of a kind for comparing readers (40)")
    parser.add_argument("--growth", type=int, default=2_000, help="files read one after the other for growth (2000)")
    parser.add_argument("--rounds", type=int, default=3, help="interleaved runs; medians are given (3)")
    parser.add_argument("--run-growth", type=int, default=0, help="short files of a whole run to measure instead (0)")
    parser.add_argument("--write", action="store_true", help="keep the figures in bench/RESULTS.md")
    return parser.parse_args()


def _measure(name: str, paths: Sequence[Path]) -> Figures:
    """The figures of a measure, from a process of its own with one thread."""
    done = subprocess.run(
        [sys.executable, str(HERE / "measure.py"), name], input="\n".join(map(str, paths)), capture_output=True,
        text=True, check=False, env=os.environ | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-2000:]}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _interleaved(names: Sequence[str], paths: Sequence[Path], rounds: int) -> dict[str, Figures]:
    """For each measure the run with the median CPU time, the measures taken in turns."""
    runs: dict[str, list[Figures]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            runs[name].append(_measure(name, paths))
    return {name: sorted(each, key=lambda run: run["cpu"])[len(each) // 2] for name, each in runs.items()}


_SAID = {
    "load": "PDFium: open, load pages (no text)",
    "read": "**notula: read** (text, fonts, tables)",
    "pdfplumber": "pdfplumber: `extract_words` + `find_tables`",
    "python-docx": "python-docx walked with `row.cells`",
    "pipeline": "**notula: whole pipeline**, JSON and text",
    "markitdown": "markitdown",
}
_REFERENCE = {"PDF": "pdfplumber", "DOCX": "python-docx"}


def _readers(kind: str, paths: list[Path], names: Sequence[str], rounds: int) -> list[str]:
    there = [name for name in names if name != "markitdown" or find_spec("markitdown")]
    runs = _interleaved(there, paths, rounds)
    pages = runs["read"]["pages"]
    base = runs[_REFERENCE[kind]]["cpu"]
    lines = ["", f"## {kind}: {len(paths)} documents" + (f", {pages} pages" if pages else ""), ""]
    lines += [f"| reader | ms/document | documents/s | pages/s | x {_REFERENCE[kind]} | MB |", "|---" * 6 + "|"]
    for name, run in runs.items():
        cpu, count = run["cpu"], run["documents"]
        rate = f"{pages / cpu:.0f}" if pages else "-"
        cells = (f"{cpu / count * 1e3:.1f}", f"{count / cpu:.1f}", rate, f"{base / cpu:.1f}", f"{run['rss']:.0f}")
        lines.append(f"| {_SAID[name]} | {' | '.join(cells)} |")
    if kind == "PDF":
        lines += ["", f"PDFium's loading alone is {runs['load']['cpu'] / runs['read']['cpu']:.0%} of our reading."]
    if "markitdown" not in there:
        lines += ["", "markitdown is not installed here and was left out."]
    return lines


def _kinds_of_docx(usual: list[Path], options: argparse.Namespace) -> list[str]:
    """What the ratio against python-docx hangs on: how large tables are, and how many styles a file brings."""
    kinds = {"as above": usual}
    for name, shape in (("with 40 rows of those present", ROSTER), ("and all styles of a template", ROSTER_AND_STYLES)):
        folder = options.corpus / f"docx-{shape.roster}-{shape.all_styles:d}"
        kinds[name] = make_corpus(folder, len(usual), shape, forms=("docx",))
    lines = ["", "| DOCX | notula, ms/document | python-docx, ms/document | x |", "|---" * 4 + "|"]
    for name, paths in kinds.items():
        runs = _interleaved(("read", "python-docx"), paths, options.rounds)
        own, other = (runs[each]["cpu"] / len(paths) * 1e3 for each in ("read", "python-docx"))
        lines.append(f"| {name} | {own:.1f} | {other:.1f} | {other / own:.1f} |")
    return lines


def _stages(pdfs: list[Path], docxs: list[Path], rounds: int) -> list[str]:
    lines = ["", "## Stages: CPU ms a document", ""]
    table: dict[str, dict[str, float]] = {}
    for kind, paths in (("PDF", pdfs), ("DOCX", docxs)):
        run = _interleaved(["stages"], paths, rounds)["stages"]
        table[kind] = {name: seconds / run["documents"] * 1e3 for name, seconds in run["stages"].items()}
    lines += [f"| | {' | '.join(table['PDF'])} |", "|---" * (len(table["PDF"]) + 1) + "|"]
    lines += [f"| {kind} | {' | '.join(f'{each:.1f}' for each in row.values())} |" for kind, row in table.items()]
    return lines


def _growth(paths: list[Path]) -> list[str]:
    run = _measure("pipeline", paths)
    ratio = run["last"] / run["first"]
    return [
        "", f"## Growth: {len(paths)} documents in one process", "",
        f"CPU of the last tenth against the first: {ratio:.2f} ({run['last'] * 1e3:.1f} and {run['first'] * 1e3:.1f} "
        f"ms/document). Memory after the first tenth {run['rss_first']:.0f} MB, at the end {run['rss']:.0f} MB.",
    ]  # fmt: skip


def _supervisor(paths: list[Path]) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(HERE / "supervised.py")], input="\n".join(map(str, paths)), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    run = json.loads(done.stdout.splitlines()[-1])
    return [
        "", f"## Supervisor: {len(paths)} documents", "",
        f"- overhead a document, with work that does nothing: {run['overhead_ms']:.3f} ms wall, "
        f"{run['overhead_cpu_ms']:.3f} ms CPU of the parent",
        f"- two workers against one: {run['wall_1'] / run['wall_2']:.2f} times as fast (wall: {run['wall_1']:.1f} and "
        f"{run['wall_2']:.1f} s)",
        f"- memory: parent {run['parent_mb_2']:.0f} MB, largest worker {run['worker_mb_2']:.0f} MB",
    ]  # fmt: skip


def _start_up(ten: list[Path]) -> list[str]:
    with tempfile.TemporaryDirectory() as out:
        calls = {
            "`notula --help`": (["--help"], 7),
            "`notula run`, 10 documents": (["run", *map(str, ten), "-o", out, "--force", "--quiet"], 3),
        }
        lines = ["", "## Start-up: wall ms, median", ""]
        for name, (arguments, times) in calls.items():
            took = []
            for _ in range(times):
                begin = time.perf_counter()
                command = [sys.executable, "-m", "notula.pipeline.cli", *arguments]
                subprocess.run(command, capture_output=True, check=True)
                took.append((time.perf_counter() - begin) * 1e3)
            lines.append(f"- {name}: {median(took):.0f}")
    return lines


def _heading(files: int) -> list[str]:
    return [
        "# Speed", "",
        f"Made by `python bench/speed/run.py --write` ({files} files in the corpus); see docs/performance.md.", "",
        f"- machine: {_processor()}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}",
        f"- load while measuring (1 min): {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "- versions: " + ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        "- CPU seconds of one process; the median of interleaved runs; memory is what a process holds at the end",
        "- pymupdf4llm is left out: AGPL, and it wants a layout model",
    ]  # fmt: skip


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())


if __name__ == "__main__":
    sys.exit(main())
