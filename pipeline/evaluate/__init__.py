"""How well results agree with annotated minutes (``docs/annotations.md`` says how these are written).

Rules of the measure:

- Gold and result belong together where the annotation's ``doc`` and ``part`` equal the result's ``source.filename`` and
  ``source.part``. An annotation without a result is all missed; a result for a part of an annotated document that
  nobody annotated is all spurious.
- Two texts match from a token F1 of 0.7 on, two names from 0.8, roles and organisations from 0.6; each is used once.
- Precision, recall and F1 count every item once. ``per_doc_f1`` is the mean F1 over the files that have or were given
  such an item (a file's meetings pooled), so that one long file cannot hide the others.
- A follow-up is ready for the tracker where its text, all of its owners and its due date are right.
- A follow-up whose ``status`` is ``done`` is neither asked for nor held against a result.
"""

from notula.pipeline.evaluate.floors import MEASURES, Shortfall, figures_table, floor_toml, load_floor, shortfalls
from notula.pipeline.evaluate.measure import Evaluation, Figure, evaluate
from notula.pipeline.evaluate.scorer import LOOSE, NAME, TEXT, Mark, Miss, Tally

__all__ = [
    "LOOSE",
    "MEASURES",
    "NAME",
    "TEXT",
    "Evaluation",
    "Figure",
    "Mark",
    "Miss",
    "Shortfall",
    "Tally",
    "evaluate",
    "figures_table",
    "floor_toml",
    "load_floor",
    "shortfalls",
]
