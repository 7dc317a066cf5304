"""Verbs told by their affixes."""

import re
from enum import StrEnum

from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold


class VerbForm(StrEnum):
    """How a verb is built."""

    ACTIVE = "active"  # me-
    MIDDLE = "middle"  # ber-
    PASSIVE = "passive"  # di-
    RESULTANT = "resultant"  # ter-
    BASE = "base"  # base with -kan or -i: an order, or passive after its actor


class VerbRules:
    """Tells verbs by their affixes; the sounds a prefix asks for rule out most other words."""

    _forms = (
        (
            VerbForm.ACTIVE,
            re.compile(r"me(?:m[bfpvaeiou]|n[cdjstyzaeiou]|ng[aeioughkx]|ny[aeiou]|[lrwy]|m[aeiou]|n[aeiou])\w+"),
        ),
        (VerbForm.PASSIVE, re.compile(r"di[a-z]\w{2,}")),
        (VerbForm.MIDDLE, re.compile(r"ber[a-z]\w{2,}|be(?:kerja|lajar)\w*")),
        (VerbForm.RESULTANT, re.compile(r"ter[a-z]\w{2,}")),
    )
    _noun = re.compile(r"(?:pe[mnr]|peng|peny|ke|per)\w+an")
    _base = re.compile(r"\w{3,}kan")
    _enclitic = re.compile(r"(?<=\w{3})(?:nya|lah|kah|pun|ku|mu)$")

    def __init__(self, lexicon: Lexicon) -> None:
        spelling = lexicon.titles.language
        bodies = {fold(abbreviation) for body in (*lexicon.institutions.registry, *lexicon.institutions.local)
                  for abbreviation in body.abbreviations}  # fmt: skip
        self._not_verbs = frozenset(spelling.not_verbs) | bodies
        self._in_i = frozenset(spelling.verbs_in_i)
        self._not_in_kan = frozenset(spelling.not_in_kan)

    def form(self, word: str) -> VerbForm | None:
        """How a verb is built, None for a word that is no verb."""
        plain = fold(word).strip(".,;:()")
        if word.isupper() and len(word) < 6:
            return None
        for written in (plain, self._enclitic.sub("", plain)):
            if written in self._not_verbs:
                return None
            for form, pattern in self._forms:
                if pattern.fullmatch(written):
                    return form
        if plain in self._in_i or self._is_base_in_kan(plain):
            return VerbForm.BASE
        return None

    def _is_base_in_kan(self, word: str) -> bool:
        return bool(self._base.fullmatch(word)) and word not in self._not_in_kan and not self._noun.fullmatch(word)
