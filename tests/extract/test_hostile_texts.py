"""Texts made to keep a program busy: what is done grows with their length, not with its square.

No clock: the work is counted as calls of Python functions, which is the same on every machine.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from notula.pipeline.errors import DocumentError
from notula.pipeline.extract import (
    actions,
    done,
    groups,
    known,
    officers_prose,
    owner_labels,
    owner_marks,
    place,
    title,
)
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
    "degrees": TALK + "Rina Sari, M.Si. Kepala ",
    "orders": TALK + "Dinas Kesehatan arahan: ",
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


SPACES, COMMAS = " " * 100_000 + "x", ", " * 50_000 + "x"
PATTERNS = {
    "limit at the end": (actions._DANGLING.search, (SPACES, COMMAS, "Rina, target" + SPACES)),
    "marks at the end": (
        actions._left_over(load_lexicon()).search,
        (SPACES, COMMAS, "." * 100_000 + "x", "batas " * 10_000 + "x"),
    ),
    "done": (done._DONE.search, ("," + SPACES, COMMAS)),
    "owners of a heading": (groups._APART.search, (SPACES, COMMAS)),
    "one head": (known._AND.search, (SPACES,)),
    "chair told": (officers_prose._AS_CHAIR.search, (SPACES, COMMAS)),
    "note-taker told": (officers_prose._AS_NOTE_TAKER.search, (SPACES, COMMAS)),
    "writer told": (officers_prose._AS_WRITER.search, (SPACES, COMMAS)),
    "helpers": (owner_labels._HELPED_BY.search, (SPACES, COMMAS, "( " * 50_000)),
    "nobody": (owner_marks._NOBODY.search, (COMMAS, ",-" * 50_000)),
    "end of a place": (place._AT_END.search, (SPACES, COMMAS)),
    "what minutes are about": (title._ABOUT.match, ("Tentang" + SPACES,)),
}


@pytest.mark.parametrize(("look", "texts"), PATTERNS.values(), ids=PATTERNS)
def test_a_run_of_marks_is_looked_at_once(look: Callable[[str], object], texts: tuple[str, ...]) -> None:
    """As above: squared, each takes minutes. What they find is tested where they are used."""
    assert not any(map(look, texts))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Beli tenda , ; target: ", "Beli tenda", id="marks before a limit"),
        pytest.param("Beli tenda, batasnya ", "Beli tenda", id="the word alone behind a comma"),
        pytest.param("Beli target", "Beli", id="a space"),
        pytest.param("target", "", id="nothing before it"),
        pytest.param("Beli-target", "Beli-", id="another mark"),
        pytest.param("Beli target tenda", "Beli target tenda", id="not at the end"),
    ],
)
def test_a_limit_at_the_end_goes_with_the_marks_before_it(text: str, kept: str) -> None:
    assert actions._DANGLING.sub("", text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Beli tenda. batas :", "Beli tenda.", id="behind a full stop"),
        pytest.param("Beli tenda, batas, tenggat -", "Beli tenda", id="two labels"),
        pytest.param("Beli tenda (.", "Beli tenda", id="an open bracket"),
        pytest.param("Beli tenda...", "Beli tenda.", id="dots"),
        pytest.param("Beli tenda.", "Beli tenda.", id="a full stop"),
        pytest.param("Beli batas tenda", "Beli batas tenda", id="a label before more words"),
    ],
)
def test_labels_and_marks_at_the_end_go(text: str, kept: str) -> None:
    assert actions._left_over(load_lexicon()).sub("", text) == kept
