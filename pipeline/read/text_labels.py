"""Labels of plain text that stand away from their values, put beside them.

- Halfway down their values, as in a form whose cells are centred.
- All first, then as many colons, then as many values; or each value behind its colon.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from notula.pipeline.read.text_tables import Printed

_COLON = re.compile(r"\s*(?:[^\W\d_][^:\t]{0,48})?:(?= |$)")
_FEWEST = 3  # labels below each other
_MOST = 40
_LONGEST = 48  # characters of a label


def labels_beside(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, each label of a form whose columns stand below each other joined with its value.

    Labels fill all lines from a blank one to the first colon; there is one for each colon. Values below bare colons are
    as many as these, with a blank line below them.
    """
    kept: list[Printed] = []
    top = at = 0
    while at < len(lines):
        line = lines[at]
        if _is_colon(line) and _FEWEST <= at - top <= _MOST and not _is_colon(lines[at - 1]):
            joined, after = _form(lines, top, at)
            if joined:
                kept[top - at :] = joined
                top = at = after
                continue
        if (line.blank or line.new_page) and not _is_colon(line):
            top = at
        kept.append(line)
        at += 1
    return kept


def _form(lines: Sequence[Printed], top: int, at: int) -> tuple[list[Printed], int]:
    """The labels from ``top`` to ``at``, where colons begin, joined with their values, and the line after these."""
    labels, count = lines[top:at], at - top
    bare = not _value(lines[at])
    alike = takewhile(lambda line: _is_colon(line) and bare is not bool(_value(line)), lines[at : at + count + 1])
    first = at + count if bare else at
    values, below = lines[first : first + count], lines[first + count : first + count + 1]
    whole = len(list(alike)) == len(values) == count and all(map(_is_label, labels))
    parted = any(line.blank or line.new_page for line in values[1:])
    if not whole or parted or (bare and below and not below[0].blank):
        return [], at
    return [_joined(label, value) for label, value in zip(labels, values, strict=True)], first + count


def _is_colon(line: Printed) -> bool:
    return line.text.lstrip()[:1] == ":"


def _value(line: Printed) -> str:
    return line.text.strip().lstrip(":").strip()


def _is_label(line: Printed) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST and text[:1].isalpha() and ":" not in text and not text.endswith((".", ";"))


def _joined(label: Printed, value: Printed) -> Printed:
    return label._replace(text=f"{label.text.rstrip()} : {_value(value)}")


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
