"""Make the benchmark's documents: ``python bench/quality/make_bench.py [--scans] [--out FOLDER] [--check]``.

DOCX and PDF come from the builders of ``samples/``; what is plain text (TXT, MD, HTML) is written in ``docs/``. With
``--scans`` the scans of some of them are made, as ``manifest.toml`` says, by the scanner of ``bench/scans/``.
The same contents give the same bytes.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTENTS, DOCS, SCANS = HERE / "contents", HERE / "docs", HERE / "scans"
sys.path.insert(0, str(HERE.parents[1] / "samples"))  # its scripts import each other as they stand in one folder
sys.path.insert(0, str(HERE.parent / "scans"))

from make_samples import built_files  # noqa: E402  # found only by the lines above


def bench_files() -> Iterator[tuple[str, bytes]]:
    """Each document's name and bytes."""
    yield from built_files(CONTENTS)
    for path in sorted(DOCS.iterdir()):
        if path.suffix in (".txt", ".md", ".html"):
            yield path.name, path.read_bytes()


def scanned_files() -> Iterator[tuple[str, bytes]]:
    """Each scan's bytes, under the name of the document."""
    from make_scans import WEARS, as_pdf, scan, seed_of  # needs numpy and Pillow, which documents do not

    for entry in tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["scan"]:
        path, wear = DOCS / entry["of"], WEARS[entry["wear"]]
        yield path.name, as_pdf(scan(path.read_bytes(), wear, seed_of(path, 1)), wear)


def differences(folder: Path, made: dict[str, bytes]) -> list[str]:
    """The files of the folder that are not as the script makes them, or that it does not make."""
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))


def main() -> int:
    """Write the files, or with ``--check`` only compare; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scans", action="store_true", help="the scans, not the documents")
    parser.add_argument("--out", type=Path, help="where the files go (the benchmark's own folder)")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    options = parser.parse_args()
    made = dict(scanned_files() if options.scans else bench_files())
    out = options.out or (SCANS if options.scans else DOCS)
    if options.check:
        changed = differences(out, made)
        print("\n".join(changed) or "as committed")
        return int(bool(changed))
    out.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (out / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
