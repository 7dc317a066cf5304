"""What of the programs and packages that reading may need is there, and what to install where it is not."""

import importlib.metadata
import re
from dataclasses import dataclass

from notula.pipeline.messages import Lang, say
from notula.pipeline.programs import ProgramError, find_program, run_program
from notula.pipeline.read.scan_engine import find_engine

_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that may be there: its version where it is, else what it is for and how to get it.

    ``install`` is the key of a message, or None where there is nothing to do (a substitute for what is there).
    """

    name: str
    purpose: str
    version: str | None
    install: str | None

    def as_plain(self, lang: Lang) -> dict[str, str | bool | None]:
        """The finding as JSON has it."""
        missing = self.version is None
        return {
            "name": self.name,
            "found": not missing,
            "version": self.version,
            "purpose": say(self.purpose, lang),
            "install": say(self.install, lang) if missing and self.install else None,
        }


def examine() -> tuple[Finding, ...]:
    """Everything that may be there."""
    engine = find_engine()
    office = _version("soffice", "--version")
    return (
        Finding("Tesseract OCR", "doctor.ocr", engine.version if engine else None, "install.tesseract"),
        Finding("Tesseract: ind", "doctor.language", "ind" if engine and engine.knows_indonesian else None,
                "install.tesseract"),
        Finding("LibreOffice", "doctor.office", office, "install.libreoffice"),
        Finding("catdoc", "doctor.text_only", _version("catdoc", "-V"), None),
        Finding("antiword", "doctor.text_only", _version("antiword", "-h"), None),
        Finding("msoffcrypto-tool", "doctor.password", _package("msoffcrypto-tool"), "install.msoffcrypto"),
    )  # fmt: skip


def report(findings: tuple[Finding, ...], lang: Lang) -> str:
    """The findings for people: a line each, and below those that are missing how to get them."""
    lines = []
    for finding in findings:
        mark = say("doctor.found" if finding.version else "doctor.missing", lang)
        lines.append(f"{mark:12} {finding.name:18} {finding.version or '-':14} {say(finding.purpose, lang)}")
        if finding.version is None and finding.install:
            lines += [f"             {line}" for line in say(finding.install, lang).split("; ")]
    complete = not missing(findings)
    return "\n".join([*lines, "", say("doctor.complete" if complete else "doctor.incomplete", lang)])


def missing(findings: tuple[Finding, ...]) -> bool:
    """Whether something that there is no substitute for is missing."""
    return any(finding.version is None and finding.install for finding in findings)


def _version(name: str, option: str) -> str | None:
    """The version that a program tells; None where it is not installed, ``?`` where it does not say."""
    program = find_program(name)
    if program is None:
        return None
    try:
        said = run_program(program, [option], seconds=_SECONDS).decode("utf-8", "replace")
    except ProgramError as trouble:
        said = trouble.said
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else "?"


def _package(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
