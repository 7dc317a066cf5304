from io import BytesIO, StringIO, TextIOWrapper

import pytest

from notula.models.manifest import Entry
from notula.pipeline.batch.events import DocumentDone, RunBegan
from notula.pipeline.batch.progress import Progress, duration


class Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def done(name: str, number: int = 1) -> DocumentDone:
    return DocumentDone(Entry(path=name, status="ok", seconds={}), number, 4)


def drawn(name: str, encoding: str = "utf-8", quiet: bool = False) -> str:
    raw = BytesIO()
    stream = Terminal(raw, encoding=encoding)
    progress = Progress(stream, quiet=quiet)
    progress(done(name))
    progress.close()
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_a_terminal_gets_one_line_that_is_taken_away() -> None:
    line = "[######..................] 1/4 rapat.pdf"
    assert drawn("rapat.pdf") == f"\r{line}\r{' ' * len(line)}\r"


def test_a_short_name_covers_a_long_one() -> None:
    raw = BytesIO()
    progress = Progress(Terminal(raw, encoding="utf-8"))
    for number, name in ((3, "folder/rapat koordinasi.pdf"), (4, "b.pdf")):
        progress(done(name, number))
        progress._drawn = 0.0
    _, first, second = raw.getvalue().decode().split("\r")
    assert second.rstrip().endswith("b.pdf") and len(second) == len(first)


def test_a_name_cannot_command_the_terminal() -> None:
    assert set(drawn("rapat\x1b]0;x\x07\nb.pdf")) & set("\x1b\x07\n") == set()


def test_a_long_name_does_not_break_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    line = drawn("folder/" * 30 + "rapat.pdf").split("\r")[1]
    assert len(line) < 60 and line.endswith("rapat.pdf")


def test_a_name_that_the_terminal_cannot_show() -> None:
    assert "rapat ?.pdf" in drawn("rapat 会.pdf", "cp1252")


def test_quiet_and_files_get_nothing() -> None:
    assert drawn("rapat.pdf", quiet=True) == ""
    file = StringIO()
    Progress(file)(done("rapat.pdf"))
    assert file.getvalue() == ""


def test_the_rate_and_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("notula.pipeline.batch.progress.time.monotonic", lambda: now[0])
    raw = BytesIO()
    progress = Progress(Terminal(raw, encoding="utf-8"), "en")
    progress(RunBegan(4, 1, "0"))
    for number in (1, 2):
        now[0] += 40
        progress(done("rapat.pdf", number))
    progress.close()
    assert "2/4 0.0/s, 1:20 left rapat.pdf" in raw.getvalue().decode()


@pytest.mark.parametrize(("seconds", "shown"), [(0.4, "0:00"), (75, "1:15"), (3600 * 30 + 61, "30:01:01")])
def test_durations(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown
