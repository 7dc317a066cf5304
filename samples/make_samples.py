"""Make the sample minutes: ``python samples/make_samples.py [--out FOLDER] [--check]``.

The same contents give the same bytes: no clock, no random value, nothing compressed.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from content import load_samples
from docx_blocks import build_docx
from pdf_blocks import build_pdf

HERE = Path(__file__).resolve().parent
BUILDERS = {"docx": build_docx, "pdf": build_pdf}


def built_files(contents: Path) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    for sample in load_samples(contents):
        for form in sample.formats:
            yield f"{sample.name}.{form}", BUILDERS[form](sample)


def differences(folder: Path) -> list[str]:
    """The files of the folder that are not as the script makes them, or that it does not make."""
    made = dict(built_files(HERE / "contents"))
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))


def main() -> int:
    """Write the files, or with ``--check`` only compare; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE / "docs", help="where the documents go")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    options = parser.parse_args()
    if options.check:
        changed = differences(options.out)
        print("\n".join(changed) or "as committed")
        return int(bool(changed))
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in built_files(HERE / "contents"):
        (options.out / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
