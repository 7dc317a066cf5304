"""What to install where another program is missing: a line for each system."""

_TESSERACT = (
    "Debian/Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind",
    "Windows: winget install UB-Mannheim.TesseractOCR",
    "macOS: brew install tesseract tesseract-lang",
)
_LIBREOFFICE = (
    "Debian/Ubuntu: sudo apt install libreoffice-writer-nogui",
    "Windows: winget install TheDocumentFoundation.LibreOffice",
    "macOS: brew install --cask libreoffice",
)
_MSOFFCRYPTO = ('pip install "notula[password]"',)


def _both(lines: tuple[str, ...], indonesian: str = "", english: str = "") -> tuple[str, str]:
    return "; ".join(lines) + indonesian, "; ".join(lines) + english


INSTALLING: dict[str, tuple[str, str]] = {
    "install.tesseract": _both(
        _TESSERACT, " (di Windows centang bahasa Indonesian)", " (on Windows tick the language Indonesian)"
    ),
    "install.libreoffice": _both(_LIBREOFFICE),
    "install.msoffcrypto": _both(_MSOFFCRYPTO),
}


def with_install(key: str, indonesian: str, english: str) -> tuple[str, str]:
    """A message and, after it, what to install."""
    line = INSTALLING[f"install.{key}"]
    return f"{indonesian} {line[0]}", f"{english} {line[1]}"
