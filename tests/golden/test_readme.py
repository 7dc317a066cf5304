"""The excerpts in the READMEs are what the commands above them print; ``--regenerate-golden`` writes them anew."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.messages import Lang
from notula.pipeline.run import process
from notula.pipeline.settings import Settings
from notula.pipeline.show import stage_text

ROOT = Path(__file__).resolve().parents[2]
SHOWN = ROOT / "samples/docs/rakor-kekeringan.docx"
WRITTEN = ROOT / "samples/docs/data-cuaca-maritim.pdf"
ROWS = 4
FIELDS: dict[str, tuple[str, ...]] = {
    "text": (),
    "confidence": (),
    "ready": (),
    "evidence": ("page", "char_start", "char_end", "quote", "boxes", "rule"),
    "action": (),
    "owners": ("name", "canonical_name", "kind"),
    "recipients": ("name", "canonical_name", "kind"),
    "due": ("date", "text", "kind"),
    "where": (),
    "status": (),
    "needs_review": (),
    "review_reasons": (),
}


def shown(lang: Lang) -> str:
    """The header's first lines and the first rows of the table that ``notula show`` prints."""
    lines = stage_text(SHOWN, "result", Settings(lang=lang)).splitlines()
    header = [line for line in lines if re.match(r"\w[\w-]* +: ", line)][:4]
    borders = [number for number, line in enumerate(lines) if line.startswith(("+-", "+="))]
    return "\n".join([*header, "...", *lines[borders[0] - 1 : borders[ROWS + 1] + 1]])


def written(lang: Lang) -> str:
    """Some fields of the first follow-up with a deadline."""
    (result,) = process(WRITTEN, Settings(lang=lang)).results
    item = next(item for item in result.follow_ups if item.due).model_dump(mode="json")
    lines = [f"  {json.dumps(name)}: {compact(item[name], kept)}" for name, kept in FIELDS.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def compact(value: Any, kept: tuple[str, ...]) -> str:
    if kept and isinstance(value, list):
        value = [{name: each[name] for name in kept} for each in value]
    elif kept:
        value = {name: value[name] for name in kept}
    return json.dumps(value, ensure_ascii=False).replace(', "boxes": ', ',\n               "boxes": ')


def without_places(text: str) -> str:
    """The text without the boxes' coordinates: versions of PDFium round differently."""
    return re.sub(r'("(?:x0|top|x1|bottom)"): [\d.]+', r"\1: 0", text)


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.id.md", "id")])
@pytest.mark.parametrize(("kind", "excerpt"), [("text", shown), ("json", written)], ids=["show", "run"])
def test_an_excerpt_is_what_is_printed(
    name: str, lang: Lang, kind: str, excerpt: Any, request: pytest.FixtureRequest
) -> None:
    page = (ROOT / name).read_text("utf-8")
    block = re.search(rf"```{kind}\n(.*?)\n```", page, re.DOTALL)
    assert block
    if request.config.getoption("--regenerate-golden"):
        page = page[: block.start(1)] + excerpt(lang) + page[block.end(1) :]
        (ROOT / name).write_text(page, "utf-8", newline="\n")
    else:
        assert without_places(block[1]) == without_places(excerpt(lang))
