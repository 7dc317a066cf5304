import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.models.blocks import Block, Document, Furniture, Grid, GridCell, PlacedLine
from notula.models.issue import Issue, Level, Note
from notula.models.minutes import Agreement, AgreementKind
from notula.models.result import Result
from notula.models.sections import Section, SectionKind, Sections
from notula.models.source import Box, Cell, Line, Source, Table, Word
from notula.pipeline import show
from notula.pipeline.errors import UsageError
from notula.pipeline.settings import Settings

TITLE = Line("NOTULA", box=Box(1, 72, 90, 200, 104), words=(Word(0, 6, 72, 200),), size=14, bold=True, align="center")
ITEM = Line("Menyusun\tlaporan", place="paragraph 2", marker="1.", level=0)
TABLE = Table(
    (Cell(0, 0, (Line("No"),)), Cell(0, 1, (Line("Tindakan"),)), Cell(1, 0, (Line("1"),)),
     Cell(1, 1, (Line("Survei"), Table((Cell(0, 0, (Line("dalam"),)),), 1, 1)))),
    rows=2, columns=2, header_rows=1, place="table 1",
)  # fmt: skip
SOURCE = Source("application/pdf", (TITLE, ITEM, TABLE), pages=1, wrapped=True, notes=(Note("S001"),))

HEADING = Block("heading", 0, 6, "NOTULA", (PlacedLine(0, 6, TITLE),), outline=1, bold=True)
POINT = Block("item", 10, 26, "Menyusun laporan", marker="1.", level=1)
HEADS = (GridCell(0, 2, "No"), GridCell(3, 9, "Tindak"))
GRID = Grid((HEADS, (GridCell(0, 2, "No", derived=True), GridCell(9, 9, ""))), 1)
DOCUMENT = Document(
    "NOTULA\n1. Menyusun laporan",
    (HEADING, POINT, Block("table", 0, 9, "No Tindak", table=GRID)),
    (PlacedLine(0, 6, TITLE),),
    (Furniture("page_number", 0, 1, "3"),),
)
SECTIONS = Sections(DOCUMENT, (Section(SectionKind.FOLLOW_UPS, HEADING, (POINT,), "heading.word"),))


def test_lines_show_place_looks_and_marker() -> None:
    text = show.source_text(SOURCE)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert lines[0] == "application/pdf, 1 pages, text from text_layer, wrapped lines"
    assert "p1 72,90 - 200,104 14pt bold center NOTULA" in lines
    assert "paragraph 2 list0 1. Menyusun -> laporan" in lines
    assert "table 1 table 2x2 ruled" in lines
    assert lines[-1] == "! S001 {}"


def test_tables_are_grids_with_what_is_nested_in_them() -> None:
    assert show.source_text(SOURCE).splitlines()[5:12] == [
        "+----+----------+", "| No | Tindakan |", "+====+==========+",
        "| 1  | Survei   |", "|    | dalam    |", "+----+----------+", "! S001 {}",
    ]  # fmt: skip


def test_blocks_show_kind_marker_and_level() -> None:
    lines = [line.split() for line in show.blocks_text([DOCUMENT]).splitlines()]
    assert ["0:6", "heading", "h1", "bold", "NOTULA"] in lines
    assert ["10:26", "item", "1.", "Menyusun", "laporan"] in lines
    assert ["0:1", "(page_number)", "3"] in lines
    assert ["|", "(No)", "|", "|"] in lines


def test_sections_show_kind_and_rule() -> None:
    assert "[follow_ups] NOTULA   <heading.word>" in show.sections_text([SECTIONS])


def test_a_result_is_a_page(make_result: Callable[..., Result]) -> None:
    result = make_result("2023/rapat.pdf", part=2, parts=3)
    evidence = result.agenda[0].evidence.model_copy(update={"page": 4})
    decision = Agreement(id="a", text="Setuju", confidence=1, evidence=evidence, kind=AgreementKind.DECISION)
    issue = Issue(code="D003", level=Level.WARNING, message="Tanggal ganda.", evidence=evidence)
    text = show.result_text(result.model_copy(update={"agreements": (decision,), "issues": (issue,)}))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert lines[0] == "2023/rapat.pdf (2/3)"
    assert "Judul : Rapat Koordinasi Air Bersih" in lines and "Tanggal : -" in lines
    assert "1. [keputusan] Setuju" in lines
    assert "| 1 | menyusun laporan debit | Ratna Kusuma | 2023-05-05 | terbuka | owner_unknown |" in lines
    assert lines[-1] == "1. peringatan D003: Tanggal ganda. (hal. 4)"


def test_a_result_in_english(make_result: Callable[..., Result]) -> None:
    text = show.result_text(make_result(), "en")
    assert "Follow-ups (1)" in text and "Attendees (1)" in text


def test_a_result_that_holds_little(make_result: Callable[..., Result]) -> None:
    empty = make_result().model_copy(update={"follow_ups": (), "attendees": (), "agenda": ()})
    assert show.result_text(empty).endswith("Tindak lanjut (0)")


@pytest.mark.parametrize("stage", [SOURCE, DOCUMENT, (SECTIONS,)], ids=["lines", "blocks", "sections"])
def test_every_stage_can_be_dumped(stage: Any) -> None:
    plain = show.to_plain(stage)
    assert json.loads(json.dumps(plain)) == plain


def test_a_dump_names_its_fields() -> None:
    word = {"start": 0, "end": 6, "x0": 72, "x1": 200, "certainty": None, "shown": None}
    assert show.to_plain(SOURCE)["content"][0]["words"] == [word]
    assert "_starts" not in show.to_plain(DOCUMENT)
    assert show.to_plain(SECTIONS)["sections"][0]["kind"] == "follow_ups"


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notula.pipeline.run.read_source", lambda path, settings: SOURCE)
    monkeypatch.setattr("notula.pipeline.run.build_documents", lambda source, lexicon: (DOCUMENT, DOCUMENT))
    monkeypatch.setattr("notula.pipeline.run.find_sections", lambda document, lexicon: SECTIONS)
    monkeypatch.setattr("notula.pipeline.show.load_lexicon", lambda overlay: None)


@pytest.mark.usefixtures("stages")
@pytest.mark.parametrize(
    ("stage", "part", "expected"),
    [
        ("lines", None, SOURCE), ("blocks", None, (DOCUMENT, DOCUMENT)), ("blocks", 2, (DOCUMENT,)),
        ("sections", None, (SECTIONS, SECTIONS)), ("sections", 1, (SECTIONS,)),
    ],
)  # fmt: skip
def test_stages_are_loaded(stage: show.Stage, part: int | None, expected: Any) -> None:
    assert show.load_stage(Path("x"), stage, Settings(), part) == expected
    assert show.stage_text(Path("x"), stage, Settings(), part)


@pytest.mark.usefixtures("stages")
@pytest.mark.parametrize(("stage", "part"), [("lines", 1), ("blocks", 3), ("blocks", 0)])
def test_parts_that_there_are_not(stage: show.Stage, part: int) -> None:
    with pytest.raises(UsageError):
        show.load_stage(Path("x"), stage, Settings(), part)
