"""Texts made to keep a program busy: what is done grows with their length, not with its square.

No clock: the work is counted as calls of Python functions, which is the same on every machine.
"""

import sys
from pathlib import Path

import pytest

from notula.pipeline.errors import DocumentError
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.run import process

HEAD = "NOTULEN RAPAT\n\nHari/Tanggal : Senin, 5 Februari 2024\nTempat : Aula\n\n"
TALK, TASKS, THERE = HEAD + "Pembahasan\n", HEAD + "Tindak Lanjut\n1. ", HEAD + "Peserta : "
TEXTS = {
    "open brackets": TALK + "(",
    "nested brackets": TALK + "()",
    "brackets of words": TALK + "(Dinas a ",
    "open quotes": TALK + "“ a ",
    "words without an end": TALK + "akan menyusun laporan Budi ",
    "sentences": TALK + "Dinas Kesehatan akan menyusun laporan paling lambat 5 Maret 2024. ",
    "tasks in one item": TASKS + "Dinas Kesehatan menyusun laporan; ",
    "clauses": TALK + "Dinas Kesehatan akan menyusun laporan, lalu Camat dan Lurah; ",
    "names": THERE + "Budi Santoso, ",
    "bodies": THERE + "Dinas Kesehatan dan ",
    "slashes": TALK + "a/",
    "titles": TALK + "Dr. Ir. H. ",
    "honorifics": TALK + "Pak Budi ",
    "owners": TASKS + "(PIC: Budi) ",
    "months": TASKS + "Maret ",
    "before": TASKS + "sebelum rapat ",
    "dates": TALK + "5 Maret 2024, ",
    "short lines": TALK + "a\n",
    "labels": "NOTULEN RAPAT\n" + "Tempat : Aula\n",
    "one word": TALK + "a",
    "one word in capitals": TALK + "A",
    "one number": TALK + "1.",
}


def calls(path: Path, text: str) -> int:
    """How many calls of functions it takes to read a text."""
    path.write_text(text, "utf-8")
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        process(path)
    except DocumentError:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_the_length(tmp_path: Path, text: str) -> None:
    head, unit = next(
        ((start, text.removeprefix(start)) for start in (TASKS, TALK, THERE) if text.startswith(start)),
        ("NOTULEN RAPAT\n", "Tempat : Aula\n"),
    )
    letters = 3_000
    process(_warm(tmp_path))
    once = calls(tmp_path / "once.txt", head + unit * (letters // len(unit)))
    fourfold = calls(tmp_path / "fourfold.txt", head + unit * (4 * letters // len(unit)))
    assert fourfold < 7 * once


def _warm(folder: Path) -> Path:
    """A file that has all patterns built before anything is counted."""
    path = folder / "warm.txt"
    path.write_text(TALK + "Dinas Kesehatan akan menyusun laporan paling lambat 5 Maret 2024.\n", "utf-8")
    return path


@pytest.mark.parametrize("run", ["|" * 200_000, "l" * 200_000, "7" * 200_000 + "x", "|" * 200_000 + "x"])
def test_a_run_of_misread_digits_is_looked_at_once(run: str) -> None:
    """Calls do not show what one pattern does: squared, each of these takes minutes and the suite never ends."""
    assert find_dates(run + " 5 Maret 2O24", load_lexicon(), lenient=True, short=True)[0].parts.year == 2024
