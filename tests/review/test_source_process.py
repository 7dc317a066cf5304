"""The process that opens source files: what it answers, and that no file ends the page."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notula.pipeline.review import source_process
from notula.pipeline.review.source_process import SourceProcess, UnavailableError
from notula.pipeline.review.source_questions import SourceRef
from notula.pipeline.run import process as process_file

ROOT = Path(__file__).resolve().parents[2]
PDF = ROOT / "samples/docs/konsorsium-kopi.pdf"


@pytest.fixture(scope="module")
def process() -> Iterator[SourceProcess]:
    found = SourceProcess()
    yield found
    found.close()


def ref(path: Path) -> SourceRef:
    return SourceRef(str(path), hashlib.sha256(path.read_bytes()).hexdigest())


def test_pages_have_a_size_and_a_picture(process: SourceProcess) -> None:
    width, height = process.sizes(ref(PDF))[0]
    assert 500 < width < height < 900
    assert process.png(ref(PDF), 1, 0.5).startswith(b"\x89PNG\r\n\x1a\n")


def test_printed_lines_say_where_their_text_stands(process: SourceProcess) -> None:
    extraction = process_file(PDF).extractions[0]
    lines = process.lines(ref(PDF), extraction.text)
    title = extraction.result.meeting.title
    assert title is not None
    box = title.evidence.boxes[0]
    at = next(line for line in lines if line.start <= title.evidence.char_start < line.end)
    assert (at.page, at.top) == (box.page, pytest.approx(box.top, abs=0.01))


def test_lines_of_another_text_are_not_given(process: SourceProcess) -> None:
    assert process.lines(ref(PDF), "text of another version") == ()


def test_selected_text_has_boxes(process: SourceProcess) -> None:
    text = process_file(PDF).extractions[0].text
    start = text.index("\n") + 1
    end = text.index("\n", start)
    found = process.evidence(ref(PDF), start, end, text[start:end])
    assert found is not None and found.quote == text[start:end].strip() and found.boxes


def test_text_that_the_file_does_not_say_has_no_evidence(process: SourceProcess) -> None:
    assert process.evidence(ref(PDF), 0, 5, "?????") is None


def test_a_file_that_has_changed_is_not_shown(process: SourceProcess, tmp_path: Path) -> None:
    path = tmp_path / "rapat.pdf"
    path.write_bytes(PDF.read_bytes() + b"\n% changed")
    with pytest.raises(UnavailableError) as caught:
        process.sizes(SourceRef(str(path), ref(PDF).sha256[::-1]))
    assert caught.value.reason == "changed"


def test_a_broken_file_is_told_and_the_process_goes_on(process: SourceProcess, tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7 nothing more")
    with pytest.raises(UnavailableError) as caught:
        process.sizes(ref(path))
    assert caught.value.reason == "broken"
    assert process.sizes(ref(PDF))


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_killed_process_is_started_again() -> None:
    process = SourceProcess()
    try:
        assert process.sizes(ref(PDF))
        child = process._process
        assert child is not None and child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join(5)
        assert process.png(ref(PDF), 1, 0.3)
    finally:
        process.close()


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_file_that_hangs_the_process_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_process, "PATIENCE", 0.05)
    process = SourceProcess()
    try:
        assert process.sizes(ref(PDF))
        for _ in range(source_process.TRIES):
            process.start()
            assert process._process is not None and process._process.pid
            process._fresh = False
            os.kill(process._process.pid, signal.SIGSTOP)
            with pytest.raises(UnavailableError):
                process.png(ref(PDF), 1, 0.3)
        with pytest.raises(UnavailableError):
            process.png(ref(PDF), 1, 0.3)
        assert process._process is None, "the process must not be asked about this file again"
    finally:
        process.close()


def test_the_page_starts_without_the_pipeline_and_pdfium() -> None:
    code = "import sys, notula.pipeline.review.serve; print(*({'spacy', 'pypdfium2', 'lxml'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert said.stdout.strip() == ""
