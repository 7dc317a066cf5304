"""Where the files of an output folder's results came from, for who wants to look at a source (the review page).

``.notula/inputs.json`` holds ``{"folders": [...]}``: absolute folders, or addresses without passwords, such that folder
and ``source.path`` together are the file. The newest stand first; those of earlier runs are kept, fifty in all.
"""

import json
from collections.abc import Iterable
from typing import Final

from notula.pipeline.batch.job import STATE
from notula.pipeline.batch.places import Place
from notula.pipeline.errors import writing
from notula.pipeline.text import encodable

_NAME: Final = f"{STATE}/inputs.json"
_MOST: Final = 50


def remember_folders(folders: Iterable[str], place: Place) -> None:
    """Put the folders of a run before those of earlier ones.

    Raises:
        OutputError: they cannot be written down.
    """
    merged = list(dict.fromkeys([encodable(folder) for folder in folders] + known_folders(place)))[:_MOST]
    with writing(place.where / _NAME):
        place.write(_NAME, [json.dumps({"folders": merged}, ensure_ascii=False, indent=1).encode("utf-8")])


def known_folders(place: Place) -> list[str]:
    """The folders that were remembered; none where there is nothing, or nothing of this form."""
    try:
        folders = json.loads(place.read(_NAME))["folders"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [folder for folder in folders if isinstance(folder, str)] if isinstance(folders, list) else []
