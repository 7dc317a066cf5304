"""What tells a file's content."""

import hashlib
from pathlib import Path


def digest(path: Path, limit: int) -> str | None:
    """The SHA-256 of a file's bytes; None where they cannot be read, or are more than will be read."""
    try:
        if not path.is_file() or path.stat().st_size > limit:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
