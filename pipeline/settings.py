"""The settings of a run, resolved once before work starts."""

from pathlib import Path

from notula.models.base import Model
from notula.pipeline.messages import Lang


class Settings(Model):
    """What a user may set; the defaults are the documented ones.

    ``lang`` is the language of messages and issues. ``lexicon`` is the user's overlay file. ``max_pages`` and
    ``max_objects`` (path and text objects a page) and ``max_bytes`` bound what is read of one file.
    """

    lang: Lang = "id"
    lexicon: Path | None = None
    max_bytes: int = 200_000_000
    max_pages: int = 2_000
    max_objects: int = 200_000

    def recorded(self) -> dict[str, bool | int | float | str | None]:
        """The settings that can change a result, for ``made_by.settings``."""
        return {"lang": self.lang}
