"""What words may be made of: Indonesian verbs and their nouns without beginnings and endings ("pemetaan": "peta")."""

import re

_PREFIX = re.compile(r"(?:me|pe)(?P<nasal>ng|ny|n|m)?|di|ber|ter|per|ke|se")
_SUFFIX = re.compile(r"(?:nya|kan|an|i)$")
_LOST = {"n": "t", "ny": "s", "m": "p", "ng": "k"}  # what a prefix swallows before a vowel: "menutup" is "tutup"
_SHORTEST = 3  # letters of a root


def roots(word: str) -> frozenset[str]:
    """What a word may be made of, in small letters, the word itself included."""
    word = word.casefold()
    found = {word, _SUFFIX.sub("", word)}
    for form in tuple(found):
        if (prefix := _PREFIX.match(form)) is None:
            continue
        rest = form[prefix.end() :]
        found.add(rest)
        if prefix["nasal"] and rest[:1] in "aeiou":
            found.add(_LOST[prefix["nasal"]] + rest)
    return frozenset(root for root in found if len(root) >= _SHORTEST)


def share_root(one: str, other: str) -> bool:
    """Whether two words may be forms of the same one ("penutupan", "ditutup")."""
    return not roots(one).isdisjoint(roots(other))
