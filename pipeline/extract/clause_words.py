"""The words by which clauses are found: modal words, verbs, what leads to a subject and what goes on behind one."""

import re
from functools import cache
from typing import NamedTuple

from notula.pipeline.extract.scope import word_pattern
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_of

_JOINS = (
    "bahwa", "that", "dan", "serta", "agar", "supaya", "sedangkan", "sementara", "lalu", "kemudian", "maka", "sehingga",
    "namun", "tetapi", "jadi", "biar", "nanti", "akhirnya",
    "diharapkan", "mohon", "tolong", "tlg", "harap", "dimohon", "diminta",
)  # fmt: skip
TO_COME = ("akan", "bakal", "segera")
# What stands behind a modal word without being the verb it asks for.
NO_VERB = frozenset(
    ["kalau", "kalo", "jika", "bila", "apabila", "asal", "asalkan", "tapi", "tetapi", "namun", "sangat", "setiap",
     "tiap", "malam", "sore", "siang", "pagi", "dulu", "saja", "juga", "ketika", "setelah", "sesudah", "sebelum",
     "begitu", "habis", "hari", "minggu", "bulan", "kapan", "karena", "akan", "kami", "saya", "kita", "gue",
     "beliau", "mereka"]
)  # fmt: skip
# What somebody says of himself alone before he promises something.
ADMITTING = frozenset(
    ["mengakui", "mengaku", "keberatan", "menerima", "berterima", "memahami", "membenarkan", "mendukung", "menyambut",
     "menyesal", "menyesalkan", "mengapresiasi"]
)
FLAGS = ("firm", "soft", "weak", "denied", "done", "doing")  # of a clause, by the words before its verb


class Words(NamedTuple):
    """The words by which predicates are told, and the patterns of where clauses begin."""

    lexicon: Lexicon
    commit: frozenset[str]
    phrases: "re.Pattern[str]"
    soft: frozenset[str]
    weak: frozenset[str]
    negative: frozenset[str]
    done: frozenset[str]
    doing: frozenset[str]
    report: frozenset[str]
    task: frozenset[str]
    tellers: frozenset[str]
    bare_task: frozenset[str]
    ask: "re.Pattern[str]"
    begin: "re.Pattern[str]"
    bidden: "re.Pattern[str]"
    goes_on: "re.Pattern[str]"
    lead_in: "re.Pattern[str]"


@cache
def clause_words(lexicon: Lexicon) -> Words:
    """The words of a lexicon, put together once."""
    cues = lexicon.cues
    joins = any_of([[re.escape(char) for char in word] for word in (*_JOINS, *cues.agree)], ignore_case=True)
    return Words(
        lexicon=lexicon,
        commit=frozenset(word for word in cues.commit if " " not in word),
        phrases=re.compile(
            rf"{word_pattern(tuple(word for word in cues.commit if ' ' in word)).pattern}|setuju(?=\s+me[a-z]{{4,}})",
            re.IGNORECASE,
        ),
        soft=frozenset((*cues.possible, *cues.hope)),
        weak=frozenset(cues.weak),
        negative=frozenset(cues.negative),
        done=frozenset(cues.done),
        doing=frozenset(cues.doing),
        report=frozenset(cues.report),
        task=frozenset(cues.task),
        tellers=frozenset(cues.tellers),
        bare_task=frozenset(cues.bare_task),
        ask=word_pattern(cues.ask),
        bidden=re.compile(r"\b(?:agar|supaya|mohon|tolong|tlg|harap|dimohon|diminta)\s+(?:\w+\s+)?$", re.IGNORECASE),
        goes_on=re.compile(
            r"(?P<join>,?\s(?:dan|serta|lalu|kemudian|sekaligus|(?P<but>tetapi|tapi|namun))\s+(?:juga\s+|langsung\s+)?|,\s+|\s)"
            rf"(?P<said>{word_pattern((*cues.promise, *TO_COME)).pattern})",
            re.IGNORECASE,
        ),
        begin=re.compile(
            r"[,;:–—\]]\s+|\s(?=(?:semua|seluruh|setiap|masing-masing|masing2|para)\s)|"
            rf"\b(?:{joins})\s+(?:(?:pula|juga)\s+)?",
            re.IGNORECASE,
        ),
        lead_in=re.compile(rf"\s*{word_pattern(cues.lead_in).pattern}\s*,?\s*", re.IGNORECASE),
    )


def flag_of(word: str, words: Words) -> str | None:
    """The flag of a clause that a word before its verb sets."""
    groups = (words.commit, words.soft, words.weak, words.negative, words.done, words.doing)
    return next((flag for flag, group in zip(FLAGS, groups, strict=True) if word in group), None)
