"""Numbered tables whose cells stand below each other, the empty ones gone."""

from typing import Any

import pytest

TASKS = "No\nTugas\nPIC\nBatas waktu\nParaf\n"
FULL = ["1", "Cari gudang", "Rani", "5 Mei", ""]


def rows(minutes: Any, text: str) -> list[list[str]]:
    """The rows of the only table in a text, without its titles; none where there is no table."""
    grids = [block.table for block in minutes.blocks(text) if block.table is not None]
    assert len(grids) < 2
    return [[cell.text.replace("\n", " ") for cell in row] for grid in grids for row in grid.rows[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TASKS}1\nCari gudang\nRani\n5 Mei\n2\nBeli pipa\n8 Mei\n3\nCat pagar\nDodi\nKesimpulan :\nSelesai.\n",
            [FULL, ["2", "Beli pipa", "", "8 Mei", ""], ["3", "Cat pagar", "Dodi", "", ""]],
            id="days-and-parties-are-told-apart",
        ),
        pytest.param(
            f"{TASKS}1\nCari gudang\nRani\n5 Mei\n2\nBeli pipa untuk\nsumur\nDodi dan\nBeni\nH-3\n3\nCat pagar\nDodi\n",
            [FULL, ["2", "Beli pipa untuk sumur", "Dodi dan Beni", "H-3", ""], ["3", "Cat pagar", "Dodi", "", ""]],
            id="cells-of-two-lines",
        ),
        pytest.param(
            "No\nTugas\nPenanggung\njawab\nBatas\nwaktu\n1\nCari gudang\nRani\n5 Mei\n2\nBeli pipa\nDodi\nsegera\n",
            [FULL[:4], ["2", "Beli pipa", "Dodi", "segera"]],
            id="titles-of-two-lines",
        ),
        pytest.param(
            "No\n\nTugas\n\nPIC\n\nBatas waktu\n\n1\n\nCari\nbalai\n\nRani\n\n5 Mei\n\n2\n\nBeli pipa\n\nRani\n",
            [["1", "Cari balai", "Rani", "5 Mei"], ["2", "Beli pipa", "Rani", ""]],
            id="blank-lines-part-the-cells",
        ),
        pytest.param(
            "No\nTugas\nPIC\nKeterangan\n1\nCari gudang\nRani\nberes\n2\nBeli pipa\nada dana\n3\nCat pagar\nDodi\n-\n",
            [["1", "Cari gudang", "Rani", "beres"], ["2", "Beli pipa", "", "ada dana"],
             ["3", "Cat pagar", "Dodi", "-"]],
            id="what-may-be-a-remark-is-no-party",
        ),
        pytest.param(
            "No\nNama\nJabatan\nTanda tangan\n1\nRani\nLurah\n2\nDodi\nKetua RT\n3\nBeni\nDemikian notula ini.\n",
            [["1", "Rani", "Lurah", ""], ["2", "Dodi", "Ketua RT", ""], ["3", "Beni", "", ""]],
            id="those-present",
        ),
        pytest.param(
            "No\nPembahasan\nKeterangan\n1\nPompa rusak lagi.\nRani\n2\nKas cukup.\n3\nPagar dicat.\nDodi\n",
            [["1", "Pompa rusak lagi.", "Rani"], ["2", "Kas cukup.", ""], ["3", "Pagar dicat.", "Dodi"]],
            id="what-was-talked-of",
        ),
        pytest.param("No\nTugas\nPIC\n1\nCari gudang\nRani\n3\nBeli pipa\nDodi\nKas\n", [], id="other-numbers"),
        pytest.param("No\nAnggaran\nBelanja\n1\nAir\n2\nListrik\n", [], id="other-titles"),
    ],
)  # fmt: skip
def test_titles_tell_which_cells_are_empty(minutes: Any, text: str, expected: list[list[str]]) -> None:
    assert rows(minutes, text) == expected
