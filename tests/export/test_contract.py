"""What holds for every exporter, whatever its form."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from notula.models.handover import Batch, Row
from notula.pipeline.errors import OutputError
from notula.pipeline.export import table
from notula.pipeline.export.interface import Exporter, ExportOptions
from notula.pipeline.export.names import TARGETS
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.messages import MESSAGES

ALL = [pytest.param(exporter, id=name) for name, exporter in EXPORTERS.items()]
FILES = [pytest.param(exporter, id=name) for name, exporter in EXPORTERS.items() if name != "postgresql"]


@pytest.fixture(autouse=True)
def needs(request: pytest.FixtureRequest, client: Callable[[str], object]) -> None:
    """Parquet is left out where its extra is not installed."""
    exporter = getattr(request.node, "callspec", None) and request.node.callspec.params.get("exporter")
    if exporter and exporter.extra == "parquet":
        client("pyarrow")


def test_the_names_are_those_of_the_table() -> None:
    assert tuple(EXPORTERS) == TARGETS and all(name == exporter.name for name, exporter in EXPORTERS.items())


@pytest.mark.parametrize("exporter", ALL)
def test_each_target_says_what_it_is(exporter: Exporter) -> None:
    assert f"export.about.{exporter.name}" in MESSAGES


@pytest.mark.parametrize("exporter", FILES)
def test_nothing_to_hand_over_is_a_file_all_the_same(
    exporter: Exporter, batch: Callable[..., Batch], tmp_path: Path
) -> None:
    report = exporter.write(batch(), str(tmp_path / f"kosong{exporter.suffix}"), ExportOptions())
    assert report.written == 0 and report.paths and all(Path(path).exists() for path in report.paths)


@pytest.mark.parametrize("exporter", FILES)
def test_a_folder_that_is_not_there_is_told(
    exporter: Exporter, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(OutputError):
        exporter.write(batch(row()), str(tmp_path / "berkas" / f"x{exporter.suffix}"), ExportOptions())


def snapshot(folder: Path) -> dict[str, object]:
    """All that is in a folder; of a database its rows, as the next one who opens it sees them."""
    for path in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as database:
            return {path.name: list(database.iterdump())}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file may grow over ``size`` bytes: the same to a writer as a disk that is full."""
    resource = pytest.importorskip("resource")  # not on Windows
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("exporter", FILES)
def test_a_disk_that_is_full_leaves_what_was_there(
    exporter: Exporter, batch: Callable[..., Batch], row: Callable[..., Row], hostile: Batch, tmp_path: Path
) -> None:
    target = tmp_path / f"hasil{exporter.suffix}"
    first = batch(row(1), results=hostile.results[:1])
    exporter.write(first, str(target), ExportOptions())
    before = snapshot(tmp_path)
    with files_of_at_most(1_000), pytest.raises(OutputError) as told:
        exporter.write(replace(hostile, meetings=hostile.meetings[:1]), str(target), ExportOptions())
    assert snapshot(tmp_path) == before and told.value.exit_code == 4


@pytest.mark.parametrize("exporter", FILES)
def test_a_later_export_takes_the_place_of_an_earlier_one(
    exporter: Exporter, batch: Callable[..., Batch], row: Callable[..., Row], hostile: Batch, tmp_path: Path
) -> None:
    if exporter.mode == "upsert" and exporter.kind == "database":
        pytest.skip("rows of earlier exports stay in a database")
    options, target = ExportOptions(), tmp_path / f"hasil{exporter.suffix}"
    exporter.write(replace(hostile, results=list(hostile.results)), str(target), options)
    exporter.write(batch(row(), results=hostile.results[:1]), str(target), options)
    fresh = tmp_path / "baru" / target.name
    fresh.parent.mkdir()
    report = exporter.write(batch(row(), results=hostile.results[:1]), str(fresh), options)
    for path in map(Path, report.paths):
        here = tmp_path / path.relative_to(fresh.parent)
        files = [each for each in path.rglob("*") if each.is_file()] if path.is_dir() else [path]
        assert all(each.read_bytes() == (here / each.relative_to(path)).read_bytes() for each in files)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_file_has_the_permissions_of_any_new_file(
    batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    before = os.umask(0o027)
    try:
        EXPORTERS["csv"].write(batch(row()), str(tmp_path / "x.csv"), ExportOptions())
    finally:
        os.umask(before)
    assert (tmp_path / "x.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_one_and_what_it_points_to_is_written(
    batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    (tmp_path / "asli.csv").write_text("lama")
    (tmp_path / "tautan.csv").symlink_to("asli.csv")
    EXPORTERS["csv"].write(batch(row()), str(tmp_path / "tautan.csv"), ExportOptions())
    assert (tmp_path / "tautan.csv").is_symlink() and row().id in (tmp_path / "asli.csv").read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes in the file system are POSIX's")
def test_what_is_no_file_is_never_replaced(
    batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipa.csv")
    with pytest.raises(OutputError):
        EXPORTERS["csv"].write(batch(row()), str(tmp_path / "pipa.csv"), ExportOptions())
    assert (tmp_path / "pipa.csv").is_fifo() and len(list(tmp_path.iterdir())) == 1


def test_every_code_has_words() -> None:
    """Of notes and of what keeps a row out, as the code has them."""
    text = "".join(path.read_text("utf-8") for path in Path(table.__file__).parent.glob("*.py"))
    notes = set(re.findall(r'notes\["(\w+)"\]', text))
    blocks = set(re.findall(r'\("((?:bad|too)_\w+)",\)', text))
    assert len(notes) >= 5 and len(blocks) >= 4
    assert {f"export.note.{code}" for code in notes} | {f"export.blocked.{code}" for code in blocks} <= MESSAGES.keys()
