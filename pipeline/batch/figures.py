"""What a report counts in a document's follow-ups, kept for each of a million documents in a few hundred bytes.

Figures are a JSON object: ``owners`` (name: how many, how many to review), ``due`` (``2023-05``: how many, ``-``
where there is no day) and ``ready`` (how many in each tenth of the probability, the last entry where there is none).
They are counted where a document is read, and from its results where that was not done (ledgers of earlier versions).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from notula.pipeline.batch.places import Place
from notula.pipeline.text import encodable

NO_DAY: Final = "-"
BINS: Final = 10
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_LONGEST = 200  # letters of an owner


def figures_of(results: Iterable[Mapping[str, Any]]) -> str:
    """The figures of a document's results, each as the JSON object that is written.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: one is no result.
    """
    owners: dict[str, list[int]] = {}
    due: Counter[str] = Counter()
    ready = [0] * (BINS + 1)
    for item in (item for result in results for item in result["follow_ups"]):
        for name in {_name(owner) for owner in item["owners"]}:
            counts = owners.setdefault(name, [0, 0])
            counts[0] += 1
            counts[1] += bool(item["needs_review"])
        due[_month(item.get("due"))] += 1
        ready[_bin(item.get("ready"))] += 1
    return json.dumps({"owners": owners, "due": due, "ready": ready}, ensure_ascii=False, separators=(",", ":"))


def figures_of_files(place: Place, names: Sequence[str]) -> str:
    """The figures of results that lie in a place; nothing is counted where one of them cannot be read."""
    try:
        return figures_of([json.loads(place.read(name)) for name in names])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return figures_of(())


def _name(owner: Mapping[str, Any]) -> str:
    return encodable(str(owner.get("canonical_name") or owner["name"]))[:_LONGEST]


def _month(due: Mapping[str, Any] | None) -> str:
    month = str((due or {}).get("date") or "")[:7]
    return month if _MONTH.fullmatch(month) else NO_DAY


def _bin(ready: float | None) -> int:
    """The tenth that a probability lies in; the entry behind the last where there is none."""
    return BINS if ready is None else min(max(int(ready * BINS), 0), BINS - 1)
