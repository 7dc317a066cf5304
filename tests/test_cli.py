import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Processed
from notula.pipeline import cli
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.errors import DocumentError, NoInputError, NotulaError, OutputError, UsageError
from notula.pipeline.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("spacy", "pydantic", "pdfplumber", "pdfminer", "pypdfium2", "docx", "lxml", "numpy")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTULA_LANG", raising=False)
    monkeypatch.delenv("NOTULA_DEBUG", raising=False)


@pytest.fixture
def file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_processed: Callable[..., Processed], inline: None
) -> Path:
    """A file that the pipeline, stood in for, finds two meetings in."""
    monkeypatch.setattr("notula.pipeline.run.process", lambda path, *_, name=None: make_processed(name or path.name, 2))
    path = tmp_path / "rapat.txt"
    path.write_text("x", "utf-8")
    return path


def fails_with(monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    def process(*_: Any, **__: Any) -> Processed:
        raise trouble

    monkeypatch.setattr("notula.pipeline.run.process", process)


def leaves(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert isinstance(left.value.code, int)
    return left.value.code


# --- help and wrong calls --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([name, "--help"] for name in cli.COMMANDS), ["--version"], []],
    ids=" ".join,
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom notula.pipeline.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr.splitlines()[-1] == "[]"


def test_version(capsys: Capture) -> None:
    assert leaves("--version") == 0
    assert re.fullmatch(r"notula \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("environment", "arguments", "word"),
    [
        pytest.param("", ["--help"], "pemakaian:", id="Indonesian by default"),
        pytest.param("", ["--lang", "en", "--help"], "usage:", id="before"),
        pytest.param("", ["run", "--help", "--lang", "en"], "usage:", id="after the command"),
        pytest.param("", ["run", "--lang=en", "--help"], "usage:", id="with equals sign"),
        pytest.param("en", ["--help"], "usage:", id="from the environment"),
        pytest.param("en", ["--lang", "id", "--help"], "pemakaian:", id="option over environment"),
        pytest.param("fr", ["--help"], "pemakaian:", id="unknown in the environment"),
    ],
)
def test_language(
    environment: str, arguments: list[str], word: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("NOTULA_LANG", environment)
    assert leaves(*arguments) == 0
    assert capsys.readouterr().out.startswith(word)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["fetch"], "'fetch' bukan pilihan", id="unknown command"),
        pytest.param(["run"], "wajib diisi: PATH", id="no path"),
        pytest.param(["run", "x", "--fast"], "tidak dikenal: --fast", id="unknown option"),
        pytest.param(["run", "x", "--quie"], "tidak dikenal: --quie", id="no abbreviations"),
        pytest.param(["run", "x", "-o"], "perlu satu nilai", id="option without value"),
        pytest.param(["show", "x", "--part", "two"], "'two' (yang diharapkan: bilangan bulat)", id="no number"),
        pytest.param(["run", "x", "--memory-limit", "20"], "bilangan bulat mulai 300)", id="too little memory"),
        pytest.param(["run", "x", "--report", "x.pdf"], "nama berkas .html)", id="a report that is no page"),
        pytest.param(["--lang", "fr", "run", "x"], "'fr' bukan pilihan", id="unknown language"),
    ],
)
def test_wrong_calls_are_explained(arguments: list[str], said: str, capsys: Capture) -> None:
    assert leaves(*arguments) == 2
    assert said in capsys.readouterr().err


def test_no_command_shows_which_there_are(capsys: Capture) -> None:
    assert cli.main([]) == 2
    assert "evaluate" in capsys.readouterr().err


# --- exit codes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        pytest.param(DocumentError("needs_ocr"), 1, id="document"),
        pytest.param(ZeroDivisionError(), 1, id="crash"),
        pytest.param(UsageError("usage.lexicon", path="x"), 2, id="usage"),
        pytest.param(NoInputError("noinput.missing", path="x"), 3, id="input"),
        pytest.param(OutputError("output.write", path="x"), 4, id="output"),
        pytest.param(KeyboardInterrupt(), 130, id="interrupted"),
    ],
)
@pytest.mark.parametrize("command", ["run", "show"])
def test_exit_codes(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, trouble: BaseException, code: int
) -> None:
    fails_with(monkeypatch, trouble)
    assert cli.main([command, str(file), *(["-o", str(tmp_path / "out")] if command == "run" else [])]) == code


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("command", ["run", "show"])
def test_a_missing_file_is_named(command: str, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([command, str(tmp_path / "tidak-ada.pdf"), "--lang", "en"]) == 3
    assert "There is no file or folder" in capsys.readouterr().err


def test_a_program_error_says_how_to_learn_more(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    fails_with(monkeypatch, ZeroDivisionError("why"))
    assert cli.main(["show", str(file), "--lang", "en"]) == 1
    quiet = capsys.readouterr().err
    monkeypatch.setenv("NOTULA_DEBUG", "1")
    cli.main(["show", str(file)])
    assert "NOTULA_DEBUG=1" in quiet and "Traceback" not in quiet
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_leaves_the_pipe_is_no_error() -> None:
    code = (
        "import sys; from notula.pipeline import cli\n"
        "def command(options, lang):\n    while True: print('x' * 10000)\n"
        "cli.COMMANDS['schema'].run = command\n"
        "sys.exit(cli.main(['schema']))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == cli.BROKEN_PIPE
        assert process.stderr.read() == b""


@pytest.mark.parametrize("error", NotulaError.__subclasses__())
def test_the_commands_page_lists_every_exit_code(error: type[NotulaError]) -> None:
    assert f"| {error.exit_code} |" in (ROOT / "docs/commands.md").read_text("utf-8")


@pytest.mark.parametrize("error", [UsageError, NoInputError, OutputError, DocumentError])
def test_the_documentation_lists_every_exit_code(error: type[NotulaError]) -> None:
    for name in ("docs/commands.md", "README.md", "README.id.md"):
        assert f"| {error.exit_code} |" in (ROOT / name).read_text("utf-8"), name


# --- commands --------------------------------------------------------------------------------------------------------


def test_run_writes_and_sums_up(file: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main(["run", str(file), "-o", str(tmp_path / "out"), "--lang", "en"]) == 0
    assert (tmp_path / "out/rapat.txt.02.json").is_file()
    shown = capsys.readouterr()
    assert "1 files: 1 ok" in shown.out and shown.err == ""


def test_a_quiet_run_tells_only_failures(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    arguments = ["run", str(file), "-o", str(tmp_path / "out"), "--quiet", "--lang", "en"]
    assert cli.main(arguments) == 0
    assert capsys.readouterr() == ("", "")
    fails_with(monkeypatch, DocumentError("empty"))
    assert cli.main(arguments) == 1
    assert capsys.readouterr() == ("", "rapat.txt: empty: The document holds no text.\n")


def test_a_run_can_be_logged_for_programs(file: Path, tmp_path: Path, capsys: Capture) -> None:
    arguments = ["run", str(file), "-o", str(tmp_path / "out"), "--quiet", "--log-format", "json"]
    assert cli.main(arguments) == 0
    shown = capsys.readouterr()
    assert [json.loads(line)["event"] for line in shown.err.splitlines()] == ["run_began", "document", "run_ended"]
    assert shown.out == ""
    assert cli.main(["run", str(tmp_path / "gone"), *arguments[2:]]) == 3
    assert json.loads(capsys.readouterr().err)["exit_code"] == 3


def test_the_limits_of_a_run_are_options(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_processed: Callable[..., Processed]
) -> None:
    seen: list[tuple[int, Settings]] = []

    def supervise(jobs: Iterable[Job], settings: Settings, *, workers: int, **_: Any) -> Iterator[Outcome]:
        seen.append((workers, settings))
        yield from ()

    monkeypatch.setattr("notula.pipeline.batch.run.supervise", supervise)
    options = "--workers=3 --stall-limit=1.5 --total-limit=20 --memory-limit=300 --recycle-after=7 --quiet"
    cli.main(["run", str(file), "-o", str(tmp_path / "out"), *options.split()])
    ((workers, settings),) = seen
    assert (workers, settings.stall_seconds, settings.total_seconds) == (3, 1.5, 20.0)
    assert (settings.memory_bytes, settings.recycle_after) == (300_000_000, 7)


def test_a_file_that_is_called_like_a_list_can_be_read(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inline: None
) -> None:
    file.rename(tmp_path / "@rapat.txt")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["run", "./@rapat.txt", "-o", "out", "--quiet"]) == 0
    assert (tmp_path / "out/@rapat.txt.01.json").is_file()


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed by the shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "2>&- >&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_matter(file: Path, tmp_path: Path, closed: str) -> None:
    file.write_text("NOTULA RAPAT\nHari: Senin, 5 Mei 2023\n1. Ratna Kusuma menyusun laporan debit\n", "utf-8")
    command = shlex.join([sys.executable, "-m", "notula.pipeline.cli", "run", str(file), "-o", str(tmp_path / "out")])
    ended = subprocess.run(f"{command} {closed}", shell=True, capture_output=True, cwd=tmp_path)
    assert (ended.returncode, b"Error" in ended.stderr) == (0, False)
    assert (tmp_path / "out/manifest.jsonl").is_file()


@pytest.mark.parametrize("option", ["--workers 0", "--stall-limit 0", "--total-limit inf", "--memory-limit 299"])
def test_limits_of_nothing_are_wrong_calls(option: str, file: Path, capsys: Capture) -> None:
    assert leaves("run", str(file), *option.split()) == 2
    assert "nilai salah" in capsys.readouterr().err


def test_show_prints_a_page_per_meeting(file: Path, capsys: Capture) -> None:
    assert cli.main(["show", str(file)]) == 0
    assert capsys.readouterr().out.count("Tindak lanjut (1)") == 2


def test_show_one_part_as_json(file: Path, capsys: Capture) -> None:
    assert cli.main(["show", str(file), "--part", "2", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert result["source"]["part"] == 2


@pytest.mark.parametrize("part", ["0", "3", "-1"])
def test_a_part_that_does_not_exist(file: Path, part: str, capsys: Capture) -> None:
    assert cli.main(["show", str(file), "--part", part, "--lang", "en"]) == 2
    assert "holds 2 meetings" in capsys.readouterr().err


def test_schema(capsys: Capture) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:notula:schema:result:1"


@pytest.fixture
def annotated(file: Path, tmp_path: Path) -> list[str]:
    """The arguments that evaluate a run against an annotation with two follow-ups, one of which was found."""
    cli.main(["run", str(file), "-o", str(tmp_path / "out"), "--quiet"])
    (tmp_path / "gold").mkdir()
    gold = {"doc": "rapat.txt", "meeting": {"title": "Rapat Koordinasi Air Bersih"},
            "follow_ups": [{"text": "Ratna Kusuma menyusun laporan debit - 5 Mei 2023"}, {"text": "lain"}]}  # fmt: skip
    for part in (1, 2):
        (tmp_path / f"gold/{part}.json").write_text(json.dumps(gold | {"part": part}), "utf-8")
    return ["evaluate", str(tmp_path / "gold"), str(tmp_path / "out"), "--lang", "en"]


def test_evaluate_prints_a_table(annotated: list[str], capsys: Capture) -> None:
    assert cli.main([*annotated, "--misses"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^follow_ups +1\.000 +0\.500 +0\.667", out, re.M)
    assert '"kind": "missed", "field": "follow_ups"' in out


def test_evaluate_against_floors(annotated: list[str], tmp_path: Path, capsys: Capture) -> None:
    floor = tmp_path / "floor.toml"
    floor.write_text("[mine]\nfollow_ups.f1 = 0.5\n", "utf-8")
    assert cli.main([*annotated, "--floor", str(floor), "--section", "mine"]) == 0
    floor.write_text("[mine]\nfollow_ups.f1 = 0.9\n", "utf-8")
    assert cli.main([*annotated, "--floor", str(floor), "--section", "mine"]) == 1
    assert "follow_ups.f1 = 0.6667 is below its floor 0.9" in capsys.readouterr().out


def test_evaluate_writes_figures_for_programs(annotated: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([*annotated, "--json", str(tmp_path / "figures.json"), "--toml", "--section", "mine"]) == 0
    assert json.loads((tmp_path / "figures.json").read_text("utf-8"))["figures"]["follow_ups"]["hit"] == 2
    assert capsys.readouterr().out.startswith("[mine]\ntitle.f1 = 1.0\n")


def test_a_narrow_terminal_encoding_does_not_end_the_run(tmp_path: Path) -> None:
    code = "from notula.pipeline import cli; cli.make_printable(); print('rapat 会')"
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.strip() == b"rapat ?"


def test_the_documentation_lists_every_command_and_option() -> None:
    text = (ROOT / "docs/commands.md").read_text("utf-8")
    parser = cli.build_parser("en")
    help_texts = [parser.format_help()]
    for name in cli.COMMANDS:
        assert f"## notula {name}" in text
        sub = cli.Parser("en", prog=f"notula {name}")
        cli.COMMANDS[name].arrange(sub)
        help_texts.append(sub.format_help())
    options = set(re.findall(r"--[a-z]+", "\n".join(help_texts)))
    assert not [option for option in sorted(options) if f"`{option}" not in text]


@pytest.mark.parametrize("arguments", [["run", ""], ["show", ""], ["run", "x", "-o", ""]], ids=" ".join)
def test_an_empty_path_is_a_wrong_call(arguments: list[str], capsys: Capture) -> None:
    assert leaves(*arguments) == 2
    assert "nilai salah: ''" in capsys.readouterr().err


def test_show_of_a_folder_says_that_it_is_no_file(tmp_path: Path, capsys: Capture) -> None:
    assert cli.main(["show", str(tmp_path)]) == 3
    assert "bukan berkas" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["schema"], ["show", "{file}", "--stage", "lines"]], ids=" ".join)
def test_a_full_standard_output_is_an_output_error(arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text("Notula rapat", "utf-8")
    call = [argument.format(file=path) for argument in arguments]
    code = f"import sys; from notula.pipeline import cli; sys.exit(cli.main({call}))"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        4, "notula: Tidak dapat menulis ke keluaran standar: ruang penyimpanan habis\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "warned"), [(["schema"], True), (["schema", "--lang", "en"], False)], ids=["variable", "option"]
)
def test_an_unknown_language_is_told(
    arguments: list[str], warned: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("NOTULA_LANG", "xx")
    assert cli.main(arguments) == 0
    assert ("NOTULA_LANG=xx tidak dikenal" in capsys.readouterr().err) is warned
