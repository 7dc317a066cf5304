"""Source to documents: furniture set apart, meetings split, each laid out."""

from functools import partial

from notula.models.blocks import Document, FurnitureKind
from notula.models.source import Line, Source, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.crest_cells import set_crests_above
from notula.pipeline.structure.deeds import without_fillings
from notula.pipeline.structure.furniture import find_furniture
from notula.pipeline.structure.heading_sizes import outline_by_size
from notula.pipeline.structure.labels import Labels, get_labels
from notula.pipeline.structure.layout import Layout
from notula.pipeline.structure.loose_columns import gather_loose
from notula.pipeline.structure.meetings import split_meetings
from notula.pipeline.structure.slips import forgive_slips
from notula.pipeline.structure.stacked_columns import gather_columns
from notula.pipeline.structure.stacked_figures import gather_figures
from notula.pipeline.structure.tabbed_pairs import gather_pairs
from notula.pipeline.structure.tables import join_tables
from notula.pipeline.structure.turned_tables import turn_tables
from notula.pipeline.structure.vanished_cells import gather_numbered


def build_documents(source: Source, lexicon: Lexicon) -> tuple[Document, ...]:
    """One document per meeting of the source, in order; each has its own canonical text."""
    source, labels = without_fillings(forgive_slips(source, lexicon)), get_labels(lexicon)
    content = set_crests_above(source.content, labels)
    aside = find_furniture(content, labels)
    body = tuple(piece for index, piece in enumerate(content) if index not in aside)
    furniture = [(line, kind) for index, kind in sorted(aside.items()) for line in lines_in([content[index]])]
    begins = partial(_begins, labels)
    body = gather_numbered(gather_pairs(join_tables(outline_by_size(body)), lexicon), labels)
    body = gather_columns(gather_loose(gather_figures(body, labels), labels), labels)
    body = turn_tables(body, lexicon)
    parts, preamble = split_meetings(body, lexicon, begins if source.wrapped and source.pages else None)
    documents = []
    for number, part in enumerate(parts):
        layout = Layout(source.wrapped, begins, lambda table: table.header_rows)
        shown = _shown_with(furniture, part, number)
        if number == 0:
            shown = [*((line, "preamble") for line in preamble), *shown]
        documents.append(layout.build(part, shown, source.pages))
    return tuple(documents)


def _begins(labels: Labels, text: str) -> bool:
    """Whether a line begins something new wherever it stands: a label, a heading, a closing, a signature."""
    return labels.opening(text) is not None or (text[:1].isupper() and closes(text)) or signs(text)


def _shown_with(
    furniture: list[tuple[Line, FurnitureKind]], part: tuple[Line | Table, ...], number: int
) -> list[tuple[Line, FurnitureKind]]:
    """The furniture on the pages of a part; what has no page goes with the first."""
    pages = [piece.box.page for piece in part if piece.box] or [0]
    return [
        (line, kind)
        for line, kind in furniture
        if (min(pages) <= line.box.page <= max(pages) if line.box else number == 0)
    ]
