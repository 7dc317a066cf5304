from pathlib import Path

import pytest

from notula.models.manifest import Entry
from notula.pipeline.batch.report import failure_line, summary
from notula.pipeline.batch.run import Batch
from notula.pipeline.batch.tally import Tally


def entry(path: str, status: str = "ok", code: str | None = None, **more: object) -> Entry:
    counts = {"meetings": 1, "follow_ups": 3, "to_review": 2} if status != "failed" else {}
    line = {"path": path, "status": status, "code": code, "message": code and f"said of {code}", "seconds": {}}
    return Entry.model_validate(line | counts | more)


def said(*entries: Entry, unchanged: tuple[Entry, ...] = (), interrupted: bool = False) -> list[str]:
    tally = Tally()
    for each in entries:
        tally.add(each)
    for each in unchanged:
        tally.add(each, unchanged=True)
    return summary(Batch(tally, interrupted=interrupted), Path("out"), "en").splitlines()


def test_each_file_and_the_totals() -> None:
    lines = said(entry("c.docx", "partial", "P001"), entry("a.txt", "failed", "empty"), entry("2020/b.pdf"))
    table = [line.split()[:5] for line in lines[2:5]]
    assert table == [
        ["2020/b.pdf", "ok", "1", "3", "2"],
        ["a.txt", "failed", "-", "-", "-"],
        ["c.docx", "partial", "1", "3", "2"],
    ]
    assert "3 files: 1 ok, 1 partial, 1 failed. 2 meetings, 6 follow-ups, 4 to review." in lines


def test_a_long_summary_lists_only_what_needs_attention() -> None:
    well = [entry(f"{number}.pdf") for number in range(120)]
    lines = said(*well[:60], entry("broken.pdf", "failed", "damaged"), *well[60:])
    assert [line.split()[0] for line in lines[2:3]] == ["broken.pdf"]
    assert "(and 120 files that went well)" in lines and not [line for line in lines if "1.pdf" in line]


def test_a_long_list_of_failures_is_cut() -> None:
    lines = said(*(entry(f"{number:03}.pdf", "failed", "damaged") for number in range(100)))
    assert len([line for line in lines if ".pdf" in line]) == 60
    assert "(and 40 more with trouble; see the manifest)" in lines


def test_failures_are_counted_by_code() -> None:
    codes = ("timeout", "crashed", "timeout")
    assert "Failed by cause: crashed 1, timeout 2" in said(*(entry(code, "failed", code) for code in codes))


@pytest.mark.parametrize(
    ("more", "line"),
    [
        pytest.param({"tries": 2}, "Tried twice: 1", id="tried twice"),
        pytest.param({"same_as": "b.pdf"}, "Same bytes as another file, read once: 1", id="same bytes"),
        pytest.param({"seconds": {"read": 2.0, "extract": 1.5}}, "Slowest: a.pdf (3.5 s)", id="slow"),
    ],
)
def test_what_was_special_is_told(more: dict[str, object], line: str) -> None:
    assert line in said(entry("a.pdf", **more), entry("b.pdf"))


def test_what_was_not_read_again_is_told() -> None:
    assert "Unchanged, not read again: 2" in said(unchanged=(entry("a"), entry("b", "failed", "empty")))


def test_files_left_out_are_named() -> None:
    text = summary(Batch(Tally(), skipped=(12, ("a.png", "b.png"))), Path("out"), "en")
    assert "Left out, unknown kind (12): a.png, b.png, ..." in text


def test_odd_names_do_not_break_the_summary() -> None:
    lines = said(entry("baris\nbaru" + "n" * 240 + ".txt"))
    assert lines[2].startswith("baris\\nbaru") and "n...n" in lines[2] and ".txt  ok" in lines[2]
    assert len(lines[2]) < 110


def test_a_failure_in_one_line() -> None:
    assert failure_line(entry("a\n.txt", "failed", "empty")) == "a\\n.txt: empty: said of empty"
