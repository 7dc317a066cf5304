"""Where the files of an output folder's results came from, for who wants to look at a source (the review page).

``.notula/inputs.json`` holds ``{"folders": [...]}``: absolute folders such that folder and ``source.path`` together are
the file. The newest stand first; those of earlier runs are kept, fifty in all.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from notula.pipeline.batch.job import STATE
from notula.pipeline.batch.write import write_atomically
from notula.pipeline.errors import writing
from notula.pipeline.text import encodable

NAME: Final = "inputs.json"
_MOST: Final = 50


def remember_folders(folders: Iterable[str], out: Path) -> None:
    """Put the folders of a run before those of earlier ones.

    Raises:
        OutputError: they cannot be written down.
    """
    path = out / STATE / NAME
    merged = list(dict.fromkeys([encodable(folder) for folder in folders] + known_folders(out)))[:_MOST]
    with writing(path):
        write_atomically(path, [json.dumps({"folders": merged}, ensure_ascii=False, indent=1).encode("utf-8")])


def known_folders(out: Path) -> list[str]:
    """The folders that were remembered; none where there is nothing, or nothing of this form."""
    try:
        folders = json.loads((out / STATE / NAME).read_bytes())["folders"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [folder for folder in folders if isinstance(folder, str)] if isinstance(folders, list) else []
