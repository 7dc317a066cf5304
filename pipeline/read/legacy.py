"""Word 97-2003 (.doc), RTF and OpenDocument (.odt): turned into DOCX by LibreOffice, then read as any DOCX.

Where LibreOffice is missing, catdoc or antiword give the text of ``.doc`` (and catdoc of ``.rtf``), without tables.
LibreOffice gets a folder and a profile of its own that only this user can look into, and that are gone afterwards: two
conversions never wait for each other. Its profile forbids macros and whatever a document wants from elsewhere.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from notula.models.issue import Note
from notula.models.source import Source
from notula.pipeline.errors import DocumentError, why
from notula.pipeline.heartbeat import beat
from notula.pipeline.programs import ProgramError, find_program, run_program
from notula.pipeline.read.lines import decode
from notula.pipeline.read.office import read_docx
from notula.pipeline.read.plain import read_text
from notula.pipeline.read.protected import decrypted
from notula.pipeline.settings import Settings

_PROGRAMS: Final = ("soffice.bin", "soffice", "libreoffice")
_RESTART: Final = 81  # the program wants to be started again: its profile was new
_STARTS: Final = 3
_ENCRYPTED: Final = 0x0100  # bit of the FIB's flags at offset 10 ([MS-DOC] 2.5.2)
_FIB_MAGIC: Final = (b"\xec\xa5", b"\xdc\xa5")
_SECTOR: Final = 512

# Read-only settings of a fresh profile: no macros, no links or pictures from outside, no recovery.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Recovery/AutoSave"><prop oor:name="Enabled" oor:op="fuse"><value>false</value>
</prop></item>
</oor:items>
"""


def read_doc(data: bytes, settings: Settings) -> Source:
    """What a Word 97-2003 document shows; errors as for :func:`read_rtf`, and ``encrypted``."""
    if _is_encrypted(data):
        data = decrypted(data, settings)
    return _read(data, settings, _Kind("Word 97-2003 (.doc)", "doc", "application/msword", (_CATDOC, _ANTIWORD)))


def read_rtf(data: bytes, settings: Settings) -> Source:
    """What an RTF document shows.

    Raises:
        DocumentError: ``needs_converter`` where nothing that reads it is installed, ``timeout``, ``damaged``; what
            :func:`read_docx` raises.
    """
    return _read(data, settings, _Kind("RTF", "rtf", "application/rtf", (_CATDOC,)))


def read_odt(data: bytes, settings: Settings) -> Source:
    """What an OpenDocument text shows; errors as for :func:`read_rtf`."""
    return _read(data, settings, _Kind("OpenDocument (.odt)", "odt", "application/vnd.oasis.opendocument.text", ()))


class _Extractor:
    """A program that gives the text of a file whose name it is told."""

    def __init__(self, name: str, *arguments: str) -> None:
        self.name, self.arguments = name, arguments


_CATDOC: Final = _Extractor("catdoc", "-w", "-d", "utf-8")
_ANTIWORD: Final = _Extractor("antiword", "-w", "0", "-m", "UTF-8.txt")


class _Kind:
    """A kind of file: its name for people, suffix and media type, and what gives at least its text."""

    def __init__(self, name: str, suffix: str, media_type: str, extractors: Sequence[_Extractor]) -> None:
        self.name, self.suffix, self.media_type, self.extractors = name, suffix, media_type, extractors


def _read(data: bytes, settings: Settings, kind: _Kind) -> Source:
    office = find_program(*_PROGRAMS)
    if office is not None:
        source = read_docx(_converted(office, data, kind, settings), settings)
        note = Note("D005", (("kind", kind.name), ("tool", "LibreOffice")))
        return replace(source, media_type=kind.media_type, notes=(*source.notes, note))
    for extractor in kind.extractors:
        program = find_program(extractor.name)
        if program is not None:
            source = read_text(_extracted(program, extractor, data, kind, settings), settings)
            note = Note("D006", (("kind", kind.name), ("tool", extractor.name)))
            return replace(source, media_type=kind.media_type, notes=(*source.notes, note))
    raise DocumentError("needs_converter", reason=kind.name)


def _converted(office: Path, data: bytes, kind: _Kind, settings: Settings) -> bytes:
    """The file as DOCX."""
    with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            given = _written(folder, data, kind)
            profile = folder / "profile"
            (profile / "user").mkdir(parents=True)
            (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
            arguments = [
                f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(given),
            ]  # fmt: skip
            _start(office, arguments, settings.convert_seconds)
            made = folder / "out" / "dokumen.docx"
            if not made.is_file():
                raise DocumentError("damaged", reason="reason.not_converted")
            return made.read_bytes()
        except OSError as trouble:
            raise DocumentError("unreadable", reason=why(trouble)) from trouble


def _written(folder: Path, data: bytes, kind: _Kind) -> Path:
    """The document under a name of ours."""
    given = folder / f"dokumen.{kind.suffix}"
    given.write_bytes(data)
    return given


def _start(office: Path, arguments: Sequence[str], seconds: float) -> None:
    """Runs LibreOffice until it is done, as it ends with a wish to be started again where its profile is new."""
    for _ in range(_STARTS):
        beat()
        try:
            run_program(office, arguments, seconds=seconds)
        except ProgramError as trouble:
            if trouble.timed_out:
                raise DocumentError("timeout", reason="reason.overtime", limit=f"{seconds:g}") from trouble
            if trouble.code == _RESTART:
                continue
            raise DocumentError("damaged", reason="reason.not_converted") from trouble
        return


def _extracted(program: Path, extractor: _Extractor, data: bytes, kind: _Kind, settings: Settings) -> bytes:
    """The text of the file."""
    with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as name:
        try:
            given = _written(Path(name), data, kind)
            text = run_program(program, [*extractor.arguments, str(given)], seconds=settings.convert_seconds)
        except ProgramError as trouble:
            if trouble.timed_out:
                limit = f"{settings.convert_seconds:g}"
                raise DocumentError("timeout", reason="reason.overtime", limit=limit) from trouble
            raise DocumentError("damaged", reason=extractor.name) from trouble
        except OSError as trouble:
            raise DocumentError("unreadable", reason=why(trouble)) from trouble
    return re.sub(r"\x07|\[pic\]", "\t", decode(text)).encode()


def _is_encrypted(data: bytes) -> bool:
    """Whether a Word document has a password: its information block says so, which starts a sector of the container."""
    for start in range(_SECTOR, min(len(data), 4_000_000), _SECTOR):
        if data[start : start + 2] in _FIB_MAGIC:
            return bool(int.from_bytes(data[start + 10 : start + 12], "little") & _ENCRYPTED)
    return False
