"""The templates, one environment a language; whatever a document says is escaped."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from notula.pipeline.messages import Lang
from notula.pipeline.review import marks
from notula.pipeline.review.words import Words
from notula.pipeline.store.items import LOW

_FOLDER: Final = Path(__file__).parent / "templates"


@cache
def environment(lang: Lang) -> Environment:
    """The environment whose words are of a language."""
    found = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    speech = Words(lang)
    found.globals.update(t=speech.t, lang=lang, other_lang="en" if lang == "id" else "id", low=LOW)
    found.filters.update(
        speech.filters(),
        evidence_json=lambda entry: marks.marks_json(marks.entry_marks(entry)),
        field_json=lambda entry, name: marks.marks_json(marks.field_marks(entry, name)),
        marks_json=lambda value, look: marks.marks_json(marks.marks(value, look)),
        values_json=marks.values_json,
    )
    return found


def render(template: str, lang: Lang, values: dict[str, Any]) -> str:
    """A template filled in."""
    return environment(lang).get_template(template).render(values)
