"""Short minutes written inside a test, read whole or only as far as one module needs."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Extraction, Result
from notula.pipeline.extract.aliases import build_aliases
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.participants import find_participants
from notula.pipeline.extract.recognizer import Recognizer
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.when import find_when
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.run import build_documents, find_sections, process, read_source
from notula.pipeline.settings import Settings

HEAD = """NOTULA RAPAT
Rapat Pengelolaan Pasar Ikan

Hari/Tanggal: Selasa, 14 Maret 2023
Tempat: Aula Balai Desa

Peserta:
1. Ketut Darma (Kepala Bidang Pemasaran)
2. Gede Mahardika (Sekretaris Desa)
3. Rina Anggraini (Bendahara)
4. Dinas Perikanan
5. Badan Pengelola Pasar Tirta (BPPT)
"""

Meetings = Callable[..., tuple[Extraction, ...]]
Minutes = Callable[..., Result]
ScopeOf = Callable[..., Scope]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Writes minutes to a file of their own."""
    folder, number = tmp_path_factory.mktemp("notula"), count()

    def to_file(text: str, suffix: str) -> Path:
        path = folder / f"rapat-{next(number)}{suffix}"
        path.write_text(text, "utf-8")
        return path

    return to_file


@pytest.fixture(scope="session")
def meetings(lexicon: Lexicon, write: Callable[[str, str], Path]) -> Meetings:
    """Reads the meetings of a text and checks that each quote is the slice it names."""

    @cache
    def read(text: str, suffix: str = ".txt") -> tuple[Extraction, ...]:
        found = process(write(text, suffix), lexicon=lexicon).extractions
        for extraction in found:
            for evidence in evidences(extraction.result.model_dump(mode="json")):
                assert extraction.text[evidence["char_start"] : evidence["char_end"]] == evidence["quote"] != ""
        return found

    return read


@pytest.fixture(scope="session")
def minutes(meetings: Meetings) -> Minutes:
    """The result of a text that holds one meeting."""

    def read(text: str, suffix: str = ".txt") -> Result:
        (extraction,) = meetings(text, suffix)
        return extraction.result

    return read


@pytest.fixture(scope="session")
def under(minutes: Minutes) -> Minutes:
    """The result of minutes of 14 March 2023 with one more heading and these lines under it."""

    def read(heading: str, *lines: str, suffix: str = ".txt") -> Result:
        return minutes("\n".join((HEAD, heading, *lines, "")), suffix)

    return read


@pytest.fixture(scope="session")
def scope_of(lexicon: Lexicon, write: Callable[[str, str], Path]) -> ScopeOf:
    """The scope of a text that holds one meeting."""

    @cache
    def read(text: str, suffix: str = ".txt") -> Scope:
        (document,) = build_documents(read_source(write(text, suffix), Settings()), lexicon)
        return Scope(find_sections(document, lexicon), lexicon)

    return read


class Thorough(Recognizer):
    """Reads every text to tell whether it names a party, whatever its first word."""

    def is_simple(self, text: str) -> bool:
        return False


@pytest.fixture(scope="session")
def known(scope_of: ScopeOf) -> Known:
    """What the minutes of 14 March 2023 tell about parties."""
    return _known(scope_of(HEAD))


@pytest.fixture(scope="session")
def thorough(scope_of: ScopeOf, lexicon: Lexicon) -> Known:
    """The same, told the long way."""
    slow = _known(scope_of(HEAD))
    slow.recognizer = Thorough(lexicon, slow.gazetteer.names, slow.aliases)
    return slow


def _known(scope: Scope) -> Known:
    people = [seen.mention for seen in find_participants(scope).attendees]
    when = find_when(scope)
    assert when.date is not None and when.date.start is not None
    day = dt.date.fromisoformat(when.date.start)
    return Known(scope, people, build_aliases(scope.document.text, scope.lexicon, people), day, ())


def evidences(node: Any) -> Iterator[dict[str, Any]]:
    """Every evidence in a dumped result, wherever it hangs."""
    if isinstance(node, dict):
        if "char_start" in node:
            yield node
        for value in node.values():
            yield from evidences(value)
    elif isinstance(node, list):
        for value in node:
            yield from evidences(value)
