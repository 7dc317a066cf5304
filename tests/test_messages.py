import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from notula.pipeline import messages
from notula.pipeline.errors import DocumentCode
from notula.pipeline.messages import LABELS, MESSAGES, say

ROOT = Path(__file__).resolve().parent.parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_both_languages_say_the_same(key: str) -> None:
    indonesian, english = MESSAGES[key]
    assert indonesian and english and fields(indonesian) == fields(english)


def test_every_document_code_has_a_message() -> None:
    assert {f"document.{code}" for code in get_args(DocumentCode)} <= MESSAGES.keys()


def test_every_message_that_the_code_names_exists() -> None:
    pattern = re.compile(r"""(?:say|UsageError|NoInputError|OutputError|BusyError|WorkerError)\(\s*"([\w.]+)\"""")
    for path in (ROOT / "pipeline").rglob("*.py"):
        unknown = set(pattern.findall(path.read_text("utf-8"))) - MESSAGES.keys()
        assert not unknown, f"{path}: {unknown}"


def test_reasons_are_said_in_both_languages() -> None:
    """A reason is a key, or a name (of a part, a kind of file) that has no language."""
    for path in (ROOT / "pipeline").rglob("*.py"):
        for found in re.findall(r"""reason=f?"([^"]*)\"""", path.read_text("utf-8")):
            key = found.startswith(("reason.", "errno.", "usage."))
            assert found in MESSAGES or "{" in found if key else not re.search(r"[<>]|[a-z] [a-z]", found), path


def test_no_table_takes_the_key_of_another() -> None:
    tables = [table for name, table in vars(messages).items() if name.isupper() and name not in ("LABELS", "MESSAGES")]
    assert sum(map(len, tables)) == len(messages.MESSAGES)


def test_no_label_is_left_over() -> None:
    files = [path for folder in ("pipeline", "models") for path in (ROOT / folder).rglob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in files if path.parent.name != "messages")
    words = set(re.findall(r"[a-z_0-9]+", code))
    assert not [key for key in LABELS if key.split(".")[1] not in words]


def test_words_that_a_message_does_not_ask_for_do_no_harm() -> None:
    assert say("document.empty", "en", reason="x", other="y") == "The document holds no text."


@pytest.mark.parametrize(
    ("place", "indonesian"),
    [
        ("paragraph 12", "paragraf 12"),
        ("table 2 row 3 cell 1 text box 1", "tabel 2 baris 3 sel 1 kotak teks 1"),
        ("header", "kepala halaman"),
        ("footnote 2", "catatan kaki 2"),
    ],
)
def test_places_are_told_in_both_languages(place: str, indonesian: str) -> None:
    assert messages.place_words(place, "id") == indonesian and messages.place_words(place, "en") == place


def documented(table: str) -> set[str]:
    """The codes of a section of docs/issues.md."""
    text = (ROOT / "docs/issues.md").read_text("utf-8").split(f"## {table}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", text, re.M))


def test_the_documentation_lists_every_document_code() -> None:
    assert documented("Why a document failed") == set(get_args(DocumentCode))


def issue_codes() -> set[str]:
    """The issue codes that the code can give."""
    used: set[str] = set()
    for path in (ROOT / "pipeline").rglob("*.py"):
        used |= set(re.findall(r"""["']([A-Z]\d{3})["']""", path.read_text("utf-8")))
    return used


def test_every_issue_code_has_a_message() -> None:
    assert {f"issue.{code}" for code in issue_codes()} <= MESSAGES.keys()


def test_the_documentation_lists_every_issue_code() -> None:
    assert issue_codes() and documented("Issues") == issue_codes()
