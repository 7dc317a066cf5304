"""Automatic numbering of DOCX paragraphs, counted as Word counts it (ISO/IEC 29500-1, 17.9).

* A list is an abstract definition of up to nine levels; several ``w:num`` of the same definition share one count.
* ``startOverride`` of a ``w:num`` sets the count anew where that ``w:num`` is first used, and only there.
* A level starts again after any higher level, unless ``lvlRestart`` names another (0: never).
* ``%1`` to ``%9`` in a level's text stand for the counts of the levels; one not used yet shows its start.
* ``isLgl`` shows all of them in Arabic numerals.
* A definition may be borrowed through a list style (``numStyleLink``), a level through a paragraph style (``pStyle``).
"""

import re
from typing import NamedTuple

from notula.pipeline.read.docx_package import Element
from notula.pipeline.read.docx_styles import (
    VAL,
    Styles,
    W,
    first_child,
    is_on,
    named_children,
    number,
    paragraph_props,
    value_of,
)
from notula.pipeline.read.glyphs import bullet, plain_signs
from notula.pipeline.read.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_MOST_LEVELS = 9


class Level(NamedTuple):
    """A level of a list definition; ``left`` and ``first`` are its indents in points."""

    start: int
    style: str
    pattern: str | None
    restart: int | None
    text: str
    legal: bool
    font: str | None
    paragraph_style: str | None
    left: float | None
    first: float | None


class Num(NamedTuple):
    """A use of a list definition: which, where its counts start anew, which levels it redefines."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbered(NamedTuple):
    """What numbering gives a paragraph; ``marker`` is None where the level shows nothing."""

    marker: str | None
    level: int
    left: float | None
    first: float | None


class Numbering:
    """The list definitions of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstracts: dict[str, Element] = {}
        self._read: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._nums: dict[str, Num] = {}
        self._styles = styles
        for node in root if root is not None else ():
            if node.tag == f"{W}abstractNum":
                self._add_abstract(node)
            elif node.tag == f"{W}num":
                self._add_num(node)

    def _add_abstract(self, node: Element) -> None:
        name = node.get(f"{W}abstractNumId", "")
        self._abstracts[name] = node
        link = node.find(f"{W}numStyleLink")
        if link is not None:
            self._links[name] = link.get(VAL, "")

    def _add_num(self, node: Element) -> None:
        abstract = node.find(f"{W}abstractNumId")
        if abstract is None:
            return
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        for override in node.iterchildren(f"{W}lvlOverride"):
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            at = number(override.get(f"{W}ilvl"))
            if start is not None and at is not None:
                starts[at] = number(start.get(VAL)) or 0
        self._nums[node.get(f"{W}numId", "")] = Num(abstract.get(VAL, ""), starts, levels)

    def num(self, num_id: str) -> Num | None:
        """A use of a list definition with links to list styles followed, None where there is none."""
        found = self._nums.get(num_id)
        for _ in range(9):  # links can go in a circle
            if found is None or found.abstract not in self._links:
                return found
            behind = self._nums.get(self._styles.num_id(self._links[found.abstract]) or "")
            found = found._replace(abstract=behind.abstract) if behind is not None else None
        return None

    def _levels(self, abstract: str) -> dict[int, Level]:
        """The levels of a list definition, read when it is first used: templates bring many that are not."""
        if abstract not in self._read:
            node = self._abstracts.get(abstract)
            self._read[abstract] = {} if node is None else _levels(node)
        return self._read[abstract]

    def level(self, num: Num, ilvl: int) -> Level | None:
        """A level as this use of the definition has it."""
        return num.levels.get(ilvl) or self._levels(num.abstract).get(ilvl)

    def level_of_style(self, num: Num, style: str) -> int | None:
        """The level that a paragraph style is tied to, None where it is tied to none."""
        levels = self._levels(num.abstract) | num.levels
        return next((at for at, level in levels.items() if level.paragraph_style == style), None)


class Counter:
    """The counts of one story (body, a header, ...) as it is read from top to bottom."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def next(self, num_id: str | None, ilvl: int | None, style: str | None) -> Numbered | None:
        """The number of the next paragraph of this list, None where the list is none (``numId`` 0) or unknown."""
        num = self._numbering.num(num_id) if num_id is not None and num_id != "0" else None
        if num is None or num_id is None:
            return None
        if ilvl is None:
            ilvl = (self._numbering.level_of_style(num, style) if style is not None else None) or 0
        level = self._numbering.level(num, ilvl)
        if level is None:
            return None
        self._count(num_id, num, ilvl, level)
        return Numbered(self._marker(num, level), ilvl, level.left, level.first)

    def _count(self, num_id: str, num: Num, ilvl: int, level: Level) -> None:
        counts = self._counts.setdefault(num.abstract, {})
        if num_id not in self._started:
            self._started.add(num_id)
            for at in num.starts:
                counts.pop(at, None)
        counts[ilvl] = counts[ilvl] + 1 if ilvl in counts else num.starts.get(ilvl, level.start)
        for deeper in [at for at in counts if at > ilvl]:
            below = self._numbering.level(num, deeper)
            if below is None or below.restart is None or ilvl < below.restart:
                del counts[deeper]

    def _marker(self, num: Num, level: Level) -> str | None:
        if level.style == "bullet":
            return bullet(level.text.strip(), level.font) if level.text.strip() else None
        counts = self._counts[num.abstract]

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = self._numbering.level(num, at)
            if other is None:
                return ""
            count = counts.get(at, num.starts.get(at, other.start))
            return numeral(count, "decimal" if level.legal else other.style, other.pattern)

        return plain_signs(_PLACE.sub(shown, level.text), level.font).strip() or None


def _levels(node: Element) -> dict[int, Level]:
    """The levels defined right under an element, by number from 0."""
    levels = {}
    for child in node.iterchildren(f"{W}lvl"):
        at = number(child.get(f"{W}ilvl"))
        if at is not None and 0 <= at < _MOST_LEVELS:
            levels[at] = _level(child)
    return levels


def _level(node: Element) -> Level:
    own = named_children(node)
    style = next(node.iter(f"{W}numFmt"), None)  # Word wraps its newer formats in mc:AlternateContent
    run = own.get(f"{W}rPr")
    fonts = None if run is None else first_child(run, f"{W}rFonts")
    legal, props = own.get(f"{W}isLgl"), paragraph_props(own.get(f"{W}pPr"))
    start, restart = number(value_of(own.get(f"{W}start"))), number(value_of(own.get(f"{W}lvlRestart")))
    return Level(
        start=1 if start is None else start,
        style="decimal" if style is None else style.get(VAL, "decimal"),
        pattern=None if style is None else style.get(f"{W}format"),
        restart=restart,
        text=value_of(own.get(f"{W}lvlText")) or "",
        legal=legal is not None and is_on(legal.get(VAL)),
        font=None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi"),
        paragraph_style=value_of(own.get(f"{W}pStyle")),
        left=props.left,
        first=props.first,
    )
