"""Make the benchmark's documents: ``python bench/quality/make_bench.py [--out FOLDER] [--check]``.

DOCX and PDF come from the builders of ``samples/``; what is plain text (TXT, MD, HTML) is written in ``docs/``.
The same contents give the same bytes.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTENTS, DOCS = HERE / "contents", HERE / "docs"
sys.path.insert(0, str(HERE.parents[1] / "samples"))  # its scripts import each other as they stand in one folder

from make_samples import built_files  # noqa: E402  # found only by the line above


def bench_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    yield from built_files(CONTENTS)
    for path in sorted(DOCS.iterdir()):
        if path.suffix in (".txt", ".md", ".html"):
            yield path.name, path.read_bytes()


def differences(folder: Path) -> list[str]:
    """The files of the folder that are not as the script makes them, or that it does not make."""
    made = dict(bench_files())
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))


def main() -> int:
    """Write the files, or with ``--check`` only compare; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=DOCS, help="where the documents go")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    options = parser.parse_args()
    if options.check:
        changed = differences(options.out)
        print("\n".join(changed) or "as committed")
        return int(bool(changed))
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in bench_files():
        (options.out / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
