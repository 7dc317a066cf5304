import pytest

from notula.pipeline.tables import columns, grid


def test_columns_are_aligned() -> None:
    assert columns([["a", "1"], ["bcd", "10"]], ["name", "n"], right=(1,)).splitlines() == [
        "name   n", "----  --", "a      1", "bcd   10",
    ]  # fmt: skip


def test_a_grid_has_a_double_rule_under_its_header() -> None:
    assert grid([["a", "b"], ["1\n2", ""]], header=1).splitlines() == [
        "+---+---+", "| a | b |", "+===+===+", "| 1 |   |", "| 2 |   |", "+---+---+",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 30, 60])
def test_a_grid_keeps_its_width_and_loses_no_word(width: int) -> None:
    long = "menyusun laporan debit mata air desa"
    text = grid([["1", long, long]], width)
    assert max(len(line) for line in text.splitlines()) <= width
    kept = "".join(text.replace("|", "").replace("+", "").replace("-", "").split())
    assert sorted(kept) == sorted("1" + "".join((long + long).split()))


def test_narrow_columns_are_left_alone() -> None:
    first = grid([["No", "x" * 200]], 40).splitlines()[1]
    assert first.startswith("| No | ")


@pytest.mark.parametrize("rows", [[], [[]]])
def test_an_empty_grid_is_nothing(rows: list[list[str]]) -> None:
    assert grid(rows) == ""
