"""Signatures of pushed events, as Standard Webhooks has them (HMAC-SHA256 over id, time and body)."""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Mapping
from pathlib import Path

from notula.pipeline.errors import UsageError, why

VARIABLE = "NOTULA_PUSH_SECRET"
_PREFIX = "whsec_"  # marks a secret in base64
_SHORTEST = 16  # bytes; a shorter secret can be guessed


def load_secret(file: Path | None, environment: Mapping[str, str] = os.environ) -> bytes:
    """The secret in a file, else in the environment: base64 after ``whsec_``, other text as it is in UTF-8.

    Raises:
        UsageError: there is none, or it is no good.
    """
    if file is not None:
        try:
            text = file.read_text("utf-8").strip()
        except (OSError, UnicodeError) as trouble:
            raise UsageError("usage.secret_file", path=str(file), reason=why(trouble)) from trouble
    else:
        text = environment.get(VARIABLE, "").strip()
    if not text:
        raise UsageError("usage.no_secret", variable=VARIABLE)
    secret = _decoded(text)
    if len(secret) < _SHORTEST:
        raise UsageError("usage.short_secret", length=str(_SHORTEST))
    return secret


def sign(secret: bytes, event: str, timestamp: int, body: bytes) -> str:
    """The value of the header ``webhook-signature`` for a body sent at ``timestamp`` (Unix seconds)."""
    made = hmac.new(secret, f"{event}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(made).decode()


def _decoded(text: str) -> bytes:
    if not text.startswith(_PREFIX):
        return text.encode()
    try:
        return base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except binascii.Error as trouble:
        raise UsageError("usage.secret_base64") from trouble
