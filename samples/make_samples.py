"""Make the sample minutes: ``python samples/make_samples.py [--out FOLDER] [--check]``.

What ``contents/`` holds goes to ``docs/``, what ``contents/refused/`` holds (no minutes) to ``refused/``.
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
CONTENTS = {"docs": HERE / "contents", "refused": HERE / "contents" / "refused"}
BUILDERS = {"docx": build_docx, "pdf": build_pdf}


def built_files(contents: Path) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each file that a folder of contents describes."""
    for sample in load_samples(contents):
        for form in sample.formats:
            yield f"{sample.name}.{form}", BUILDERS[form](sample)


def sample_files() -> Iterator[tuple[str, bytes]]:
    """The path below ``samples/`` and the bytes of each document."""
    for folder, contents in CONTENTS.items():
        for name, data in built_files(contents):
            yield f"{folder}/{name}", data


def differences(out: Path) -> list[str]:
    """The documents below ``out`` that are not as the script makes them, or that it does not make."""
    made = dict(sample_files())
    paths = [path for folder in CONTENTS if (out / folder).is_dir() for path in (out / folder).iterdir()]
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))


def main() -> int:
    """Write the files, or with ``--check`` only compare; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="where docs/ and refused/ go")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    options = parser.parse_args()
    if options.check:
        changed = differences(options.out)
        print("\n".join(changed) or "as committed")
        return int(bool(changed))
    for name, data in sample_files():
        path = options.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
