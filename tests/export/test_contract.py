"""What holds for every exporter, whatever its form."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notula.models.handover import Batch, Row
from notula.pipeline.errors import OutputError
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
