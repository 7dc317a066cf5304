"""Print the table of ``pipeline/read/sense.py``: ``python bench/scans/letter_pairs.py``.

How often a letter follows another is counted over the different words of four letters and more in the minutes of
``samples/`` and ``bench/quality/`` (Indonesian) and in this project's documentation (English).
"""

import math
import re
from collections import Counter
from pathlib import Path
from string import ascii_lowercase

from notula.pipeline.run import process

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[a-z]{4,}")
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def pairs_of(texts: list[str]) -> Counter[str]:
    """The pairs of letters in the different words of some texts."""
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    return Counter(word[at : at + 2] for word in words for at in range(len(word) - 1))


def table(pairs: Counter[str]) -> list[str]:
    """For each letter a digit for each that follows: log2 of how much more often than one in 26, plus 5, from 0 to 9.

    Pairs that were not seen get half a count, shared out by how usual the second letter is.
    """
    usual = {second: sum(pairs[first + second] for first in ascii_lowercase) for second in ascii_lowercase}
    rows = []
    for first in ascii_lowercase:
        seen = sum(pairs[first + second] for second in ascii_lowercase)
        shares = [(pairs[first + b] + usual[b] / pairs.total() / 2) / (seen + 0.5) for b in ascii_lowercase]
        rows.append("".join(str(min(max(round(math.log2(26 * share)) + 5, 0), 9)) for share in shares))
    return rows


def main() -> int:
    """Print the rows; 0."""
    files = [path for folder in ("samples/docs", "bench/quality/docs") for path in sorted((ROOT / folder).iterdir())]
    minutes = [extraction.text for path in files for extraction in process(path).extractions]
    docs = [_CODE.sub(" ", path.read_text("utf-8")) for path in (*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md")]
    print("\n".join(table(pairs_of(minutes) + pairs_of(docs))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
