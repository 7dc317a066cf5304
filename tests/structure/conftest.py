"""Builders: small texts and lines on their way through the reader and the stages of the structure."""

from collections.abc import Callable, Sequence
from textwrap import dedent

import pytest

from notula.models.blocks import Block, Document, Grid
from notula.models.sections import Section, SectionKind, Sections
from notula.models.source import Box, Cell, Line, Source, Table
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.read.markdown import read_markdown
from notula.pipeline.read.plain import read_text
from notula.pipeline.settings import Settings
from notula.pipeline.structure.documents import build_documents
from notula.pipeline.structure.labels import Labels, get_labels
from notula.pipeline.structure.sections import find_sections

LEXICON = load_lexicon()


class Minutes:
    """Texts to sources, documents, blocks and sections; ``#``, ``|`` or ``**`` at a line's start makes it Markdown."""

    lexicon: Lexicon = LEXICON
    labels: Labels = get_labels(LEXICON)

    @staticmethod
    def source(text: str) -> Source:
        text = dedent(text).strip("\n")
        marked = any(line.lstrip().startswith(("#", "|", "**")) for line in text.splitlines())
        return (read_markdown if marked else read_text)(text.encode(), Settings())

    @classmethod
    def documents(cls, source: Source | str) -> tuple[Document, ...]:
        return build_documents(cls.source(source) if isinstance(source, str) else source, cls.lexicon)

    @classmethod
    def document(cls, source: Source | str) -> Document:
        (found,) = cls.documents(source)
        return found

    @classmethod
    def blocks(cls, source: Source | str) -> tuple[Block, ...]:
        return cls.document(source).blocks

    @staticmethod
    def table(*rows: Sequence[str]) -> Table:
        return table_of(*rows)

    @classmethod
    def grid(cls, *rows: Sequence[str]) -> Grid:
        """The grid of a table whose cells hold these texts, ``\\n`` between a cell's lines."""
        (block,) = cls.blocks(Source("text/plain", (table_of(*rows),)))
        assert block.table is not None
        return block.table

    @classmethod
    def sections(cls, source: Source | str) -> Sections:
        return find_sections(cls.document(source), cls.lexicon)

    @classmethod
    def outline(cls, source: Source | str) -> list[tuple[str, list[str]]]:
        """The sections that hold anything as (kind or header field, their blocks' texts)."""
        return [
            (section.field or section.kind.value, [block.text for block in section.blocks])
            for section in cls.sections(source).sections
            if section.blocks
        ]

    @classmethod
    def only(cls, source: Source | str, kind: SectionKind) -> Section:
        """The one section of a kind that holds anything."""
        (found,) = (section for section in cls.sections(source).of(kind) if section.blocks)
        return found

    @classmethod
    def texts(cls, source: Source | str, kind: SectionKind) -> list[str]:
        """The texts of the blocks of every section of a kind."""
        return [block.text for section in cls.sections(source).of(kind) for block in section.blocks]

    @classmethod
    def fields(cls, source: Source | str) -> dict[str, str]:
        """The header's fields and their values, a value's blocks apart by `` / ``."""
        return {
            section.field: " / ".join(block.text for block in section.blocks)
            for section in cls.sections(source).sections
            if section.field and section.kind is SectionKind.HEADER
        }


def table_of(*rows: Sequence[str], box: Box | None = None) -> Table:
    """A table of texts, ``\\n`` between a cell's lines; with a box its lines stand on the box's page."""
    cells = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            lines = tuple(Line(each, box=box) for each in text.split("\n") if each)
            cells.append(Cell(at, column, lines))
    return Table(tuple(cells), len(rows), max(len(row) for row in rows), box=box)


def page_of(number: int, *texts: str, size: float = 11.0, top: float = 60.0, pitch: float = 16.0) -> list[Line]:
    """The lines of a printed page from the top down."""
    return [
        Line(text, box=Box(number, 70, top + at * pitch, 70 + 5 * len(text), top + at * pitch + size), size=size)
        for at, text in enumerate(texts)
    ]


@pytest.fixture(scope="session")
def minutes() -> type[Minutes]:
    return Minutes


@pytest.fixture(scope="session")
def make_table() -> Callable[..., Table]:
    return table_of


@pytest.fixture(scope="session")
def make_page() -> Callable[..., list[Line]]:
    return page_of
