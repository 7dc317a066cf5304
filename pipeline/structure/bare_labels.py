"""Labels that may stand in a header without any separator ("Tempat Zoom Meeting")."""

import re

from notula.pipeline.lexicon import Lexicon


def bare_pattern(lexicon: Lexicon) -> "re.Pattern[str]":
    """A pattern of these labels, one named group a field, each with the white space behind it.

    A capital, a digit, a bracket or a quote begins the value; in small letters a word that can begin such a value.
    """
    first = _first_words(lexicon)
    groups = []
    for field, words in lexicon.labels.bare.items():
        options = "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in sorted(words, key=len, reverse=True))
        small = "|".join(re.escape(word.lower()) for word in first.get(field, ()))
        value = rf"[A-Z0-9(“\"]|$|(?:{small})(?!\w)" if small else r"[A-Z0-9(“\"]|$"
        groups.append(rf"(?P<{field}>(?i:{options}))(?:\s+|(?=\s*$))(?={value})")
    return re.compile(r"\s*(?:" + "|".join(groups) + ")")


def _first_words(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The words in small letters that can begin the value of a label without a separator, by field."""
    titles = lexicon.titles
    parties = tuple(word for word in (*titles.collectives, *titles.crowds, *titles.roles) if len(word) > 3)
    people = (*titles.honorifics, *titles.roles, *(word for word in titles.titles if word.islower()))
    return {"place": lexicon.cues.place_head, "attendees": parties} | dict.fromkeys(
        ("absent", "chair", "note_taker"), people
    )
