"""The samples' contents: TOML files read into blocks, and the marks inside their text.

A block is a table with a ``kind`` (``title``, ``fields``, ``list``, ``table``, ...) that the builders know. Line breaks
of the TOML file mean nothing; what should break, says so:

- ``{br}`` a line break inside the paragraph, ``{tab}`` a tab, ``{p}`` the next paragraph of a table cell
- ``{~}`` a hyphen at the end of a line (PDF), as left behind by a typist's word division
- ``**bold**``; ``{+inserted+}`` and ``{-deleted-}`` as tracked changes, ``{=in a content control=}`` (DOCX)
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Block = dict[str, Any]
Mark = Literal["plain", "bold", "inserted", "deleted", "control", "break", "tab", "hyphen"]

_MARKED: dict[Mark, re.Pattern[str]] = {
    "bold": re.compile(r"\*\*(.+?)\*\*"),
    "inserted": re.compile(r"\{\+(.+?)\+\}"),
    "deleted": re.compile(r"\{-(.+?)-\}"),
    "control": re.compile(r"\{=(.+?)=\}"),
}
_ALONE: dict[str, Mark] = {"{br}": "break", "{tab}": "tab", "{~}": "hyphen"}
_ANY_MARK = re.compile(r"(\*\*.+?\*\*|\{\+.+?\+\}|\{-.+?-\}|\{=.+?=\}|\{br\}|\{tab\}|\{~\})")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Sample:
    """One document: its name without suffix, the formats it is made in, the page, the blocks in order."""

    name: str
    formats: tuple[str, ...]
    page: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Span:
    """A piece of text that looks the same throughout; marks that stand alone have no text."""

    mark: Mark
    text: str = ""


@dataclass(frozen=True)
class Item:
    """A list item with its marker as typed (``1.``, ``a)``) and its level from 0."""

    marker: str
    level: int
    text: str


def load_samples(folder: Path) -> list[Sample]:
    """All samples of a folder of TOML files, by name."""
    return [load_sample(path) for path in sorted(folder.glob("*.toml"))]


def load_sample(path: Path) -> Sample:
    """The sample that a TOML file describes; its name is the file's."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Sample(path.stem, tuple(data["formats"]), data.get("page", {}), tuple(data["block"]))


def fold(text: str) -> str:
    """The text on one line: line breaks and runs of spaces of the TOML file as one space."""
    return " ".join(text.split())


def spans(text: str) -> list[Span]:
    """The text cut at its marks."""
    return [_span(piece) for piece in _ANY_MARK.split(fold(text)) if piece]


def _span(piece: str) -> Span:
    if piece in _ALONE:
        return Span(_ALONE[piece])
    for mark, pattern in _MARKED.items():
        if found := pattern.fullmatch(piece):
            return Span(mark, found[1])
    return Span("plain", piece)


def paragraphs(cell: str) -> list[str]:
    """The paragraphs of a table cell."""
    return [fold(part) for part in cell.split("{p}")]


def lines(value: str | list[str]) -> list[str]:
    """A value's lines: one for a string, several for a list."""
    return [value] if isinstance(value, str) else list(value)


def marker(form: str, number: int) -> str:
    """The marker of the given number in a list form such as ``1.``, ``a)``, ``(1)``, ``I.`` or ``-``."""
    counted = {"1": str(number), "a": chr(ord("a") + (number - 1) % 26), "A": chr(ord("A") + (number - 1) % 26)}
    counted["I"] = _ROMAN[number] if number < len(_ROMAN) else str(number)
    return next((form.replace(sign, value) for sign, value in counted.items() if sign in form), form)


def list_items(block: Block) -> Iterator[Item]:
    """The items of a list block, each followed by the items below it."""
    forms = [block["form"], block.get("sub", "a."), block.get("subsub", "-")]
    yield from _level(block["items"], forms, 0, block.get("start", 1))


def _level(items: list[Any], forms: list[str], level: int, start: int) -> Iterator[Item]:
    for number, item in enumerate(items, start):
        text, below = (item, []) if isinstance(item, str) else (item["text"], item["items"])
        yield Item(marker(forms[level], number), level, text)
        yield from _level(below, forms, level + 1, 1)
