"""DOCX in an encrypted container, and Word 97-2003 documents with a password, opened with the passwords given."""

import inspect
import io
from collections.abc import Callable
from typing import Any

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.office import read_docx
from notula.pipeline.settings import Settings


def read_protected(data: bytes, settings: Settings) -> Source:
    """What a DOCX that is protected by a password shows.

    Raises:
        DocumentError: ``encrypted`` where no password fits, or what opens such files is not installed; what
            :func:`read_docx` raises.
    """
    return read_docx(decrypted(data, settings), settings)


def decrypted(data: bytes, settings: Settings) -> bytes:
    """The file inside of a protected one.

    Raises:
        DocumentError: ``encrypted``, or ``damaged``.
    """
    if not settings.passwords:
        raise DocumentError("encrypted", reason="reason.no_password")
    try:
        import msoffcrypto
    except ImportError as missing:
        raise DocumentError("encrypted", reason="reason.no_msoffcrypto") from missing
    for password in settings.passwords:
        opened = _try(msoffcrypto.OfficeFile, data, password)
        if opened is not None:
            return opened
    raise DocumentError("encrypted", reason="reason.wrong_password")


def _can_verify(file: Any) -> bool:
    """Whether the library can tell at once that a password is wrong; of ``.doc`` it always does."""
    return "verify_password" in inspect.signature(file.load_key).parameters


def _try(open_file: Callable[[Any], Any], data: bytes, password: str) -> bytes | None:
    """The file inside; None where the password does not fit."""
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    inner = io.BytesIO()
    try:
        file = open_file(io.BytesIO(data))
        file.load_key(password=password, **({"verify_password": True} if _can_verify(file) else {}))
        file.decrypt(inner)
    except (InvalidKeyError, DecryptionError):
        return None
    except Exception as trouble:  # what the library raises on broken files is not documented
        raise DocumentError("damaged", reason=type(trouble).__name__) from trouble
    return inner.getvalue()
