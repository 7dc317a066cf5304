"""Wrapped lines read as the paragraphs they make, for what has to see a whole sentence before there are blocks."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import PlacedLine
from notula.models.source import Line, Table
from notula.pipeline.structure.blocks import BlockBuilder
from notula.pipeline.structure.frames import Frame

Content = Line | Table
Opens = Callable[[str], bool]


class Paragraph(NamedTuple):
    """A paragraph as one line, or a table whose cells hold such, and the index of its first piece in the content."""

    at: int
    piece: Content


def join_wrapped(content: tuple[Content, ...], opens: Opens) -> tuple[Paragraph, ...]:
    """The content of a wrapped source by paragraphs.

    Args:
        content: lines and tables in reading order.
        opens: whether a line begins something new wherever it stands.
    """
    frame = Frame.of([[piece for piece in content if isinstance(piece, Line)]], wrapped=True)
    found: list[Paragraph] = []
    run: list[int] = []
    for at, piece in enumerate(content):
        if isinstance(piece, Line):
            run.append(at)
            continue
        found += _of_run(content, run, frame, opens)
        found.append(Paragraph(at, _joined_table(piece, opens)))
        run = []
    return (*found, *_of_run(content, run, frame, opens))


def _of_run(content: tuple[Content, ...], run: list[int], frame: Frame, opens: Opens) -> list[Paragraph]:
    """The paragraphs of lines that no table parts."""
    lines = [piece for at in run if isinstance(piece := content[at], Line)]
    text = "\n".join(line.text for line in lines)
    builder = BlockBuilder(lambda start, end: text[start:end], frame, opens)
    start, page, places = 0, 0, {}
    for at, line in zip(run, lines, strict=True):
        places[start] = at
        if (line.new_page or (line.box and line.box.page != page)) and not line.text[:1].islower():
            builder.flush()  # minutes may begin with a page
        page = line.box.page if line.box else page
        builder.add(PlacedLine(start, start + len(line.text), line))
        start += len(line.text) + 1
    builder.flush()
    whole = [
        Paragraph(places[block.lines[0].start], _joined([placed.line for placed in block.lines]))
        for block in builder.blocks
    ]
    empty = [Paragraph(at, line) for at, line in zip(run, lines, strict=True) if not line.text.strip()]
    return sorted([*whole, *empty], key=lambda paragraph: paragraph.at)


def _joined(lines: list[Line]) -> Line:
    return lines[0] if len(lines) == 1 else lines[0]._replace(text=" ".join(line.text for line in lines))


def _joined_table(table: Table, opens: Opens) -> Table:
    cells = (
        replace(cell, content=tuple(piece for _, piece in join_wrapped(cell.content, opens)))
        if len(cell.content) > 1
        else cell
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))
