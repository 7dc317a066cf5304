"""The only party that a sentence names as somebody who acts, where no other rule tells who does what it commits to.

Only for sentences that are known to commit somebody ("Untuk itu Rina diminta ...", "Besok suratnya Rina antar"). Those
to whom, with whom or about whom something is done do not act; of several who may, nobody is chosen.
"""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import VerbForm
from notula.pipeline.text import fold

_WORD = re.compile(r"\S+")
_MOST_WORDS = 7  # of parties
# What stands before one who acts: the end of a phrase, or a word that bids.
_BEFORE = frozenset(
    ["itu", "ini", "tersebut", "tsb", "depan", "nanti", "besok", "lusa", "coba", "tolong", "mohon", "biar", "lalu",
     "dan", "kemudian", "selanjutnya", "sementara", "sedangkan", "agar", "supaya", "bahwa", "maka", "jadi", "segera",
     "ya"]
)  # fmt: skip
_TO_WHOM = frozenset(
    ["kepada", "kpd", "ke", "dari", "dr", "untuk", "utk", "buat", "dengan", "dgn", "bersama", "sama", "sm", "bagi",
     "pada", "di", "tentang", "soal", "mengenai", "terhadap", "milik", "lewat", "melalui", "atas", "dalam", "karena",
     "menurut"]
)  # fmt: skip
_ENDS = _TO_WHOM | frozenset(
    ["siap", "akan", "bakal", "segera", "bersedia", "sanggup", "yang", "yg", "nanti", "harus", "wajib", "perlu", "agar",
     "supaya", "sudah", "telah", "paling", "sebelum", "sampai", "selambat-lambatnya"]
)  # fmt: skip
_SUFFERED = ("diterima", "diketahui", "disaksikan", "dihadiri", "diikuti", "disetujui")  # by who does nothing for it
_CALLED_ON = re.compile(r"di(?!dampingi|bantu)[a-z]{3,}(?:nya)?$")


def by_lone_party(text: str, known: Known, due: Span | None) -> Owners | None:
    """The party, or the parties joined to one, that alone can be the ones who act."""
    found: list[tuple[Named, ...]] = []
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        named, after = _parties_at(text, words, at, known, due)
        if named and (_may_act(words, at, after, known) or _acts(named, words[after:], known)):
            found.append(named)
        at = after
    if len(found) != 1:
        return None
    (only,) = found
    return Owners(only, "owner_lone", None, Span(only[0].start, only[-1].end))


def _parties_at(
    text: str, words: list[re.Match[str]], at: int, known: Known, due: Span | None
) -> tuple[tuple[Named, ...], int]:
    """The parties that the most words from a place on are made of, and the place behind them."""
    start = words[at].start()
    if fold(words[at].group()) in _TO_WHOM | _BEFORE:
        return (), at + 1
    last = next(
        (place for place in range(at + 1, min(at + _MOST_WORDS, len(words))) if _ends(words[place], known)), None
    )
    for after in range(last or min(at + _MOST_WORDS, len(words)), at, -1):
        stretch = text[start : words[after - 1].end()].rstrip(" .,;:!?")
        end = start + len(stretch if "(" in stretch else stretch.rstrip(" .,;:!?)"))
        if due is not None and start < due.end and due.start < end:
            continue
        if named := known.named(text, start, end):
            return named, after
    return (), at + 1


def _ends(word: re.Match[str], known: Known) -> bool:
    """Whether a word behind a party's first one is of what is said of the party."""
    said = fold(word.group()).strip(".,;:")
    return said in _ENDS or known.language.verb_form(said) in (VerbForm.ACTIVE, VerbForm.PASSIVE)


def _may_act(words: list[re.Match[str]], at: int, after: int, known: Known) -> bool:
    """Whether parties stand where one who acts does: first, behind a phrase, or behind a passive verb."""
    following = fold(words[after].group()).strip(".,;:") if after < len(words) else ""
    if following in known.lexicon.cues.report:
        return False
    if at == 0 or words[at - 1].group()[-1] in ",;:–—-":
        return True
    before = fold(words[at - 1].group()).strip(".,;:()")
    if before in ("kepada", "kpd") and at == 1:  # "Kepada Rina diminta agar ..."
        return _CALLED_ON.match(following) is not None
    if before in ("dari", "dr"):  # "ditunggu dari Rina"
        return at > 1 and fold(words[at - 2].group()) in ("ditunggu", "diminta", "ditagih")
    if before in ("sama", "sm", "ama"):  # "dikirim ulang ke grup sama Rina", "spanduk nanti sama Rina"
        return any(_gives(word, known) for word in words[: at - 1])
    passive = known.language.verb_form(before) is VerbForm.PASSIVE and before not in _SUFFERED
    return passive or before in _BEFORE or before in known.lexicon.cues.report or before.endswith("nya")


def _acts(named: tuple[Named, ...], behind: list[re.Match[str]], known: Known) -> bool:
    """Whether persons stand right before what they do, whatever leads to them ("Untuk lapak timur Rina cek lagi")."""
    word = behind[0].group() if behind and all(each.mention.name.istitle() for each in named) else ""
    told = word in (*known.lexicon.cues.state, *known.lexicon.cues.report)
    acts = known.language.verb_form(word) is VerbForm.ACTIVE or word in bare_tasks(known.lexicon)
    return acts and not told and all(map(known.is_person, named))


def _gives(word: re.Match[str], known: Known) -> bool:
    """Whether a word says that something is done or left to somebody, whom "sama" may name further on."""
    said = fold(word.group()).strip(".,;:")
    return said in ("nanti", "biar") or known.language.verb_form(said) is VerbForm.PASSIVE
