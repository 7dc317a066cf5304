"""The words by which clauses are found: modal words, verbs, what leads to a subject and what goes on behind one."""

import re
from functools import cache

from notula.pipeline.extract.scope import word_pattern
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_of

_JOINS = (
    "bahwa", "that", "dan", "serta", "agar", "supaya", "sedangkan", "sementara", "lalu", "kemudian", "maka", "sehingga",
    "namun", "tetapi", "jadi", "biar", "nanti", "akhirnya", "oiya", "oya", "oh iya", "oh ya", "btw",
    "diharapkan", "mohon", "tolong", "tlg", "harap", "dimohon", "diminta",
)  # fmt: skip
TO_COME = ("akan", "bakal", "segera")
MUST = ("harus", "wajib")
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
# Behind a party, which ones of it ("OPD terkait"): no verbs of what it does.
CONCERNED = ("terkait", "terdampak")
FLAGS = ("firm", "soft", "weak", "denied", "done", "doing")  # of a clause, by the words before its verb


class Words:
    """The words by which predicates are told, and the patterns of where clauses begin."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.cues
        joins = any_of([[re.escape(char) for char in word] for word in (*_JOINS, *cues.agree)], ignore_case=True)
        phrases = word_pattern(tuple(word for word in cues.commit if " " in word)).pattern
        promises = word_pattern((*cues.promise, *TO_COME, *MUST)).pattern
        self.lexicon = lexicon
        self.commit = frozenset(word for word in cues.commit if " " not in word)
        self.phrase_heads = frozenset(word.split()[0] for word in cues.commit if " " in word)
        self.phrases = re.compile(rf"{phrases}|(?:setuju|sepakat)(?=\s+me[a-z]{{4,}})", re.IGNORECASE)
        self.soft = frozenset((*cues.possible, *cues.hope))
        self.weak = frozenset(cues.weak)
        self.negative = frozenset(cues.negative)
        self.done = frozenset(cues.done)
        self.doing = frozenset(cues.doing)
        self.report = frozenset(cues.report)
        self.task = frozenset(cues.task)
        self.tellers = frozenset(cues.tellers)
        self.bare_task = bare_tasks(lexicon)
        self.act, self.act_heads = word_pattern(cues.noun_act), frozenset(cues.noun_act_head)
        self.ask = word_pattern(cues.ask)
        self.goes_on = re.compile(
            r"(?P<join>,?\s(?:dan|serta|lalu|kemudian|sekaligus|(?P<but>tetapi|tapi|namun))\s+(?:juga\s+|langsung\s+)?|,\s+|\s)"
            rf"(?P<said>{promises})",
            re.IGNORECASE,
        )
        self.begin = re.compile(
            r"[,;:–—\]]\s+|\s(?=(?:semua|seluruh|setiap|(?:masing-masing|masing2|msg2)(?!\s+(?:di|me|ber|akan|agar|ha?rus|wajib))|para)\s)|"
            rf"\b(?:{joins})\s+(?:(?:pula|juga)\s+)?",
            re.IGNORECASE,
        )
        self.lead_in = re.compile(rf"\s*{word_pattern(cues.lead_ins).pattern}\s*,?\s*", re.IGNORECASE)


@cache
def clause_words(lexicon: Lexicon) -> Words:
    """The words of a lexicon, put together once."""
    return Words(lexicon)


def flag_of(word: str, words: Words) -> str | None:
    """The flag of a clause that a word before its verb sets."""
    groups = (words.commit, words.soft, words.weak, words.negative, words.done, words.doing)
    return next((flag for flag, group in zip(FLAGS, groups, strict=True) if word in group), None)
