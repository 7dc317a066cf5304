from io import BytesIO, StringIO, TextIOWrapper

import pytest

from notula.pipeline.batch.progress import Progress


class Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def drawn(name: str, encoding: str = "utf-8", quiet: bool = False) -> str:
    raw = BytesIO()
    stream = Terminal(raw, encoding=encoding)
    progress = Progress(stream, quiet=quiet)
    progress(1, 4, name)
    progress.close()
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_a_terminal_gets_one_line_that_is_taken_away() -> None:
    assert drawn("rapat.pdf") == "\r\x1b[K[######..................] 1/4 rapat.pdf\r\x1b[K"


def test_a_long_name_does_not_break_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    line = drawn("folder/" * 30 + "rapat.pdf").split("\x1b[K")[1]
    assert len(line.rstrip("\r")) < 60 and line.rstrip("\r").endswith("rapat.pdf")


def test_a_name_that_the_terminal_cannot_show() -> None:
    assert "rapat ?.pdf" in drawn("rapat 会.pdf", "cp1252")


def test_quiet_and_files_get_nothing() -> None:
    assert drawn("rapat.pdf", quiet=True) == ""
    file = StringIO()
    Progress(file)(0, 1, "rapat.pdf")
    assert file.getvalue() == ""
