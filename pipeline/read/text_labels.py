"""Labels that stand halfway down their values, as in a form whose cells are centred, put on top of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notula.pipeline.read.text_tables import Printed

_COLON = re.compile(r"\s*(?:[^\W\d_][^:\t]{0,48})?:(?= |$)")


def labels_first(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines; between two blank ones with a single label, in line with others, the label is moved to the first."""
    places = [_colon(line.text) for line in lines]
    on = Counter(place for place in places if place)
    starts = [at for at, line in enumerate(lines) if at == 0 or line.blank or line.new_page]
    for start, end in pairwise([*starts, len(lines)]):
        group, colons = lines[start:end], [place for place in places[start:end] if place]
        if len(colons) == 1 and on[colons[0]] > 1 and not group[0].text[: colons[0] + 1].strip():
            yield from _moved(group, colons[0])
        else:
            yield from group


def _colon(text: str) -> int:
    """The place of a colon that only a label may stand before; 0 where there is none."""
    found = _COLON.match(text)
    return found.end() - 1 if found else 0


def _moved(group: Sequence[Printed], colon: int) -> list[Printed]:
    """The lines with all that is left of the colon in the first; as they are where a line does not keep it free."""
    label = " ".join(filter(None, (line.text[:colon].strip() for line in group)))
    values = [line.text[colon + 1 :] for line in group if line.text[colon + 1 :].strip()]
    kept = all(line.text[colon : colon + 1].strip() in ("", ":") for line in group)
    if not kept or not label or len(label) > colon:
        return list(group)
    texts = [f"{label:<{colon}}:{values[0]}", *(f"{'':<{colon + 1}}{value}" for value in values[1:])]
    return [line._replace(text=text) for line, text in zip(group, texts, strict=False)]
