"""Word lists: what is Indonesian about the program, as data."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from notula.models.base import Model
from notula.pipeline.errors import UsageError, why
from notula.pipeline.lexicon.schema import Calendar, Cues, Headings, Institutions, Labels, Names, Titles

_FOLDER = Path(__file__).parent


class Lexicon(Model):
    """All word lists, validated; ``fingerprint`` is the SHA-256 of what they were loaded from.

    Found by identity: it is part of the key of every remembered answer.
    """

    calendar: Calendar
    titles: Titles
    institutions: Institutions
    headings: Headings
    labels: Labels
    cues: Cues
    names: Names
    fingerprint: str

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """The base word lists, extended by the user's overlay file; the same object as long as that file is the same.

    The overlay is one TOML file with the base files' names as top-level tables (``[institutions]``, ``[titles]``, ...).

    Raises:
        UsageError: the overlay cannot be read or does not have the base's form.
    """
    if overlay is None:
        return _load(None)
    try:
        return _load(overlay.read_bytes())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as trouble:
        reason = why(trouble) if isinstance(trouble, OSError | UnicodeDecodeError) else str(trouble)
        raise UsageError("usage.lexicon", path=str(overlay), reason=reason) from trouble


def fingerprint_of(overlay: Path | None = None) -> str:
    """The fingerprint of the lexicon that :func:`load_lexicon` gives; the base lists alone are not taken apart for it.

    Raises:
        UsageError: as :func:`load_lexicon` does.
    """
    return load_lexicon(overlay).fingerprint if overlay else _fingerprint(_base())


def _base() -> dict[str, bytes]:
    """The files of the base lists by their names."""
    return {name: (_FOLDER / f"{name}.toml").read_bytes() for name in Lexicon.model_fields if name != "fingerprint"}


def _fingerprint(base: dict[str, bytes], overlay: bytes = b"") -> str:
    return "sha256:" + hashlib.sha256(b"\0".join(base.values()) + overlay).hexdigest()


@cache
def _load(overlay: bytes | None) -> Lexicon:
    raw = _base()
    tables: Any = {name: tomllib.loads(data.decode("utf-8")) for name, data in raw.items()}
    if overlay is not None:
        tables = _extend(tables, tomllib.loads(overlay.decode("utf-8")))
    return Lexicon.model_validate(tables | {"fingerprint": _fingerprint(raw, overlay or b"")})


def _extend(base: Any, more: Any) -> Any:
    """The base with lists continued and tables merged."""
    if isinstance(base, dict) and isinstance(more, dict):
        return base | {name: _extend(base[name], more[name]) if name in base else more[name] for name in more}
    if isinstance(base, list) and isinstance(more, list):
        return base + more
    return more
