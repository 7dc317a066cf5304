"""Minutes of six pages or one, as many as asked for, no two alike: contents of the samples, grown and varied.

A document is one of the samples' contents whose lists and tables are drawn out with points of other samples until it
fills its pages. What stands in one content alone (names of people, places, firms) becomes another name in every
document, and so do figures: nothing that a document says can be remembered from the one before. The same number gives
the same document.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples"))  # its scripts import each other as they stand in one folder

from content import Block, Sample, load_samples  # noqa: E402  # found only by the line above
from docx_blocks import build_docx  # noqa: E402
from pdf_blocks import build_pdf  # noqa: E402


@dataclass(frozen=True, slots=True)
class Shape:
    """What documents are like.

    They are drawn out to so many ``letters``; a table of those present with so many rows may stand at their end
    (``roster``), and a DOCX may keep all styles of python-docx's template (350 KB) instead of those that it uses.
    """

    letters: int = 14_500
    roster: int = 0
    all_styles: bool = False


SIX_PAGES = Shape()  # as the builders lay them out
SHORT = Shape(letters=0)
ROSTER = Shape(roster=40)
ROSTER_AND_STYLES = Shape(roster=40, all_styles=True)
BUILDERS: dict[str, Callable[[Sample], bytes]] = {"pdf": build_pdf, "docx": build_docx}
CONTENTS = (ROOT / "samples" / "contents", ROOT / "bench" / "quality" / "contents")
_ROSTER_HEAD = ["No.", "Nama", "Jabatan", "Instansi", "Tanda Tangan"]
_LEAST_POINT = 60  # letters: shorter items are names of people

_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_FIGURE = re.compile(r"(?<![\d.,:/-])\d{2,3}(?=\s(?:[a-z]|%))|(?<=\.)000(?=\b)")
_ONSETS = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "br", "kr", "pr", "tr", "ng"]
_VOWELS, _CODAS = ["a", "i", "u", "e", "o"], ["", "", "", "n", "r", "s", "h", "ng", "t"]


def document(number: int, form: str, shape: Shape = SIX_PAGES) -> bytes:
    """The file of a number: ``form`` is ``pdf`` or ``docx``."""
    sample = _grown(number, form, shape.letters)
    roster = {"kind": "table", "header": _ROSTER_HEAD, "widths": [10, 50, 40, 40, 20], "rows": _present(shape.roster)}
    blocks = (*sample.blocks, roster) if shape.roster else sample.blocks
    return BUILDERS[form](replace(sample, blocks=blocks, page=sample.page | {"all_styles": shape.all_styles}))


def make_corpus(
    folder: Path, files: int, shape: Shape = SIX_PAGES, forms: tuple[str, ...] = ("docx", "pdf")
) -> list[Path]:
    """The paths of so many files, their forms by turns; what is not there yet is made."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(files):
        form = forms[number % len(forms)]
        path = folder / f"notula-{number:05d}.{form}"
        if not path.exists():
            half = path.with_suffix(".tmp")
            half.write_bytes(document(number, form, shape))
            half.replace(path)
        paths.append(path)
    return paths


def _present(count: int) -> list[list[str]]:
    return [
        [f"{at}.", f"Peserta Ke-{at}", "Kepala Seksi Perencanaan", "Dinas Pertanian", ""] for at in range(1, count + 1)
    ]


@cache
def _bases(form: str) -> tuple[Sample, ...]:
    """The samples that can be made in a form and drawn out: one meeting, with a list to grow."""
    found = []
    for sample in _all():
        titles = sum(block["kind"] == "title" for block in sample.blocks)
        plain = not any(block["kind"] in ("form", "text_box", "frame_break") for block in sample.blocks)
        marked = any(sign in str(sample.blocks) for sign in ("{+", "{-", "{="))
        points = any(_points(block) for block in sample.blocks)
        if titles < 2 and points and (form == "docx" or (plain and not marked)) and _fits(sample, form):
            found.append(sample)
    return tuple(found)


def _fits(sample: Sample, form: str) -> bool:
    return form in sample.formats or (form == "docx" and "pdf" in sample.formats and sample.page.get("columns", 1) == 1)


def _as_built(block: Block, form: str) -> Block:
    """A copy of a block; what only the PDF builder knows as its nearest kin."""
    return block | {"style": "tabs"} if form == "docx" and block.get("style") == "columnar" else dict(block)


@cache
def _all() -> tuple[Sample, ...]:
    return tuple(sample for folder in CONTENTS for sample in load_samples(folder))


def _points(block: Block) -> list[str]:
    """The sentences of a list, its short entries left out."""
    items = block.get("items", []) if block["kind"] == "list" else []
    texts = [item if isinstance(item, str) else item["text"] for item in items]
    return [text for text in texts if len(text) >= _LEAST_POINT]


@cache
def _pool() -> tuple[str, ...]:
    """Every point of every sample, without marks that only one builder knows."""
    points = [point for sample in _all() for block in sample.blocks for point in _points(block)]
    texts = [block["text"] for sample in _all() for block in sample.blocks if block["kind"] == "text"]
    points += [text for text in texts if 120 <= len(text) <= 600]
    return tuple(point for point in points if "{" not in point and "**" not in point)


@cache
def _own_words() -> frozenset[str]:
    """The capitalised words that stand in one content only: names."""
    seen: Counter[str] = Counter()
    for sample in _all():
        seen.update(set(_WORD.findall(str(sample.blocks))))
    return frozenset(word for word, count in seen.items() if count == 1)


def _grown(number: int, form: str, letters: int) -> Sample:
    """The sample of a number, drawn out and varied."""
    bases = _bases(form)
    base = bases[number % len(bases)]
    chance = random.Random(f"{form} {number}")
    blocks = [_as_built(block, form) for block in base.blocks]
    growing = [block for block in blocks if _points(block) or _is_growing_table(block)]
    missing = letters - len(str(base.blocks))
    while missing > 0:
        block = chance.choice(growing)
        point = chance.choice(_pool())
        missing -= len(point)
        if block["kind"] == "list":
            block["items"] = [*block["items"], point]
        else:
            block["rows"] = [*block["rows"], _row_like(block["rows"][-1], point, len(block["rows"]) + 1, chance)]
    varied = _varied(blocks, _Renamer(chance))
    return replace(base, name=f"{base.name}-{number}", blocks=tuple(varied))


def _is_growing_table(block: Block) -> bool:
    return block["kind"] == "table" and "header" in block and len(block["rows"]) > 2 and "merge" not in block


def _row_like(row: list[str], point: str, number: int, chance: random.Random) -> list[str]:
    """A row after the last one: its number, the point in its longest cell, the rest as there."""
    longest = max(range(len(row)), key=lambda at: len(row[at]))
    made = [point if at == longest else cell for at, cell in enumerate(row)]
    if row[0].rstrip(".").isdigit():
        made[0] = row[0].replace(row[0].rstrip("."), str(number))
    return made


def _varied(value: Any, rename: "_Renamer") -> Any:
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, list):
        return [_varied(part, rename) for part in value]
    if isinstance(value, dict):
        kept = ("kind", "style", "form", "sub", "subsub", "align")
        return {key: part if key in kept else _varied(part, rename) for key, part in value.items()}
    return value


class _Renamer:
    """Puts other names and figures into texts, the same name for the same word throughout a document."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        text = _FIGURE.sub(lambda found: self._figure(len(found[0])), text)
        return _WORD.sub(lambda found: self._name(found[0]) if found[0] in _own_words() else found[0], text)

    def _figure(self, digits: int) -> str:
        return str(self._chance.randrange(10 ** (digits - 1), 10**digits))

    def _name(self, word: str) -> str:
        if word not in self._names:
            pick = self._chance.choice
            syllables = [pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(max(2, round(len(word) / 3)))]
            self._names[word] = "".join(syllables).capitalize()
        return self._names[word]
