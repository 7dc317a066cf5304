"""Owners who are said to be the ones doing it ("Bu Sari yang mengurus doorprize", "yang beli Pak Edi")."""

import itertools
import re
from collections.abc import Iterator
from functools import partial

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import longest_named
from notula.pipeline.extract.owner_clauses import NO_NAME, acts_by
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import bare_tasks, task_words
from notula.pipeline.language import VerbForm
from notula.pipeline.text import fold

_MOST_WORDS = 5
_SPOKEN_VERB = re.compile(  # "nyari", "nebang"
    r"(?!nunggak|naik|nilai|nama|nanti|numpang|nganggur|ngaku|ngeluh|nyesel|nangis)(?:ng|ny|n)[aeiou][a-z]{2,}"
)
# Whom somebody goes to, or speaks to for the others: "Rina yang jalan", "Pak Joko yang bilang ke Lurah".
_SETS_OUT = re.compile(
    r"(?:jalan|keliling|berangkat|maju|turun|muter|datang)(?:\s+ke\s+\w|\s*(?:[.,;]|$))"
    r"|(?:bilang|ngomong|matur|minta|tanya|usul)\s+(?:ke|kpd|kepada)\s+(?!saya|sy|kami|kita|aku)\w"
)
_CLEFT = re.compile(
    r"(?:^|[,:;→]\s+|\s[-–—]\s+|\s(?:dan|sedangkan)\s+)(?:(?:tinggal|biar|biarlah|cukup|nanti|nantinya)\s+)?(?P<who>[^,:;()–—]{2,90}?)"
    r"(?:\s+\([^()]{2,40}\))?\s+(?:nanti\s+)?(?:yang|yg|(?P<regional>sing|seng|ingkang|nyang|nu))\s+"
    r"(?:(?:akan|bakal|nanti|arep|bade)\s+)?(?P<verb>[a-z]{3,})\b"
)
# Behind the relative words of Javanese, Sundanese and Betawi: what begins or ends as verbs of doing do there.
_REGIONAL_VERB = re.compile(r"(?:ng|ny|m(?=[aeiou])|n(?=[aeioudj]))[a-z]{3,}|[a-z]{3,}(?:ake|no|keun|in)")
_HEADS_TASK = re.compile(r"[^:;.]{0,60}:\s[^:;.]{3,80}\soleh\s")
_AND_LAST = re.compile(r"\s(?:dan|serta)$")
_CLEFT_TURNED = re.compile(
    r"(?:^|[,:;→]\s+|\s[-–—]\s+)(?:yang|yg)\s+(?:(?:akan|bakal|nanti)\s+)?(?P<verb>[a-z]{3,})\s+"
    r"(?P<who>[^,:;().]{3,60})"
)
_CLEFT_LABEL = re.compile(  # "Yang bertugas menjemput tamu: Pak Joko dan Bu Sri"
    r"^\s*(?:yang|yg)\s+(?:(?:akan|bakal|nanti|bertugas|kebagian)\s+){0,2}(?P<verb>[a-z]{3,})\b[^:;.()]{0,60}?\s*:\s+"
    r"(?P<who>[^:;()]{3,90}?)\s*\.?\s*$",
    re.IGNORECASE,
)
_CLEFT_IS = re.compile(  # "Yang menagih ialah Pak Joko", "Yang menjahit sayap, Bu Sri dan Bu Rina"
    r"^\W*(?:yang|yg)\s+(?:(?:akan|bakal|nanti|bertugas|kebagian)\s+){0,2}(?P<verb>[a-z]{3,})\b[^:;.,()]{0,60}?"
    r"(?:\s+(?:ialah|adalah|yaitu|yakni)\s+|,\s+(?=(?:(?-i:[A-Z])|p?ak\b|b?u\b|mas\b|mbak\b)))"
    r"(?P<who>[^:;(),]{3,90}?)\s*(?:[.,(]|$)",
    re.IGNORECASE,
)
_CLEFT_SENTENCE = re.compile(  # "Spanduk pawai. Yang desain Rina."
    r"(?<=[\w)]\.)\s+(?:[Yy]ang|[Yy]g)\s+(?:(?:akan|bakal|nanti)\s+)?(?P<verb>[a-z]{3,})(?:nya)?\s+"
    r"(?P<who>[^,:;().]{2,60}?)\s*\.?\s*$"
)
_CLEFTS = (_CLEFT, _CLEFT_TURNED, _CLEFT_LABEL, _CLEFT_IS, _CLEFT_SENTENCE)
# Whose part it is, by the noun of a job before a day ("belanjanya Bu Rina tgl 5").
_CLEFT_JOB = re.compile(r"^\W*(?P<verb>[a-z]{3,})nya\s+(?P<who>[^,;:().]{3,60})")
# Who does the same for something else, behind those of "yang jaga pos siang Pak Joko" ("..., malam Mas Tono").
_AND_ANOTHER = re.compile(
    r",\s+(?:(?:dan|sedangkan)\s+)?(?P<what>(?:[\w/-]+\s+){1,4}?)(?P<who>(?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Kk]ang|[Tt]eh"
    r"|[Bb]ang|[Ii]bu|[Bb]apak|[Ss]dr\.?)\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})(?=\s*(?:[,.;(]|$|dan\b))"
)
# Words behind which a party is no subject.
_NO_TOPIC = frozenset(
    ["kepada", "kpd", "ke", "dari", "dr", "oleh", "untuk", "utk", "buat", "dengan", "dgn", "bersama", "sama", "sm",
     "seperti", "adalah", "ada", "termasuk", "terutama", "khususnya", "bagi", "pada", "antara", "tentang", "soal",
     "mengenai", "kata", "menurut", "atas", "terhadap", "milik", "di", "dan", "serta", "atau", "selain", "para",
     "semua", "seluruh", "minta", "mohon", "tolong", "bukan", "hanya",
     "peraturan", "keputusan", "instruksi", "edaran", "surat", "sk", "sambutan", "arahan", "disposisi"]
)  # fmt: skip
# What tells which of several is meant, or who held an office in the meeting, and gives nothing to do.
_NOT_DONE = frozenset(
    ["hadir", "datang", "ikut", "ada", "baru", "lama", "lain", "sakit", "izin", "punya", "kena", "jadi", "sudah",
     "udah", "sdh", "belum", "blm", "telah", "masih", "sedang", "lagi", "bisa", "dapat", "boleh", "mau", "tidak",
     "tdk", "kurang", "lebih", "paling", "mimpin", "memimpin", "mandu", "memandu", "nyatet", "nyatat", "mencatat",
     "ncatat", "bilang", "usul", "minta", "tanya", "cerita"]
)  # fmt: skip


def by_cleft(text: str, known: Known, due: Span | None = None) -> Owners | None:
    """Those who are said to be the ones doing it ("Bu Sari dan Bu Rina yang mengurus doorprize", "yang beli Pak Edi").

    Before a deadline any word may say what they do ("Bu Sari yang presentasi tgl 5").
    """
    found: list[tuple[tuple[Named, ...], Span]] = []
    for match in itertools.chain(*(form.finditer(text) for form in _CLEFTS)):
        start, end = match.span("who")
        if match.re is _CLEFT and _HEADS_TASK.match(text, match.end()):
            continue  # "Siswa yang bolos: kunjungan rumah oleh Bu Rina"
        if _AND_LAST.search(text, start, end):
            continue  # "Kades jadi ketua pawai dan yang mencari kostum"
        end = min(end, due.start) if due is not None and due.start > start else end
        if match.re is _CLEFT_TURNED:
            named, start = _last_named(text, start, end, known)
        elif match.re is _CLEFT_IS:
            named, end = longest_named(text, start, end, known)
        else:
            named = known.named(text, start, end)
            named, start = (named, start) if named else _behind_topic(text, start, end, known)
        verb = match["verb"].casefold()
        if match.re in (_CLEFT_LABEL, _CLEFT_IS) and verb in known.lexicon.cues.report:
            continue  # "Yang mengusulkan: Pak Joko"
        ahead = "nanti" in match.group() or match.re is _CLEFT_SENTENCE or (due is not None and due.start > start)
        ahead = ahead or ("regional" in match.groupdict() and _is_regional(match))
        done = _is_done(verb, known, ahead=ahead) or _SETS_OUT.match(text, match.start("verb")) is not None
        if start > match.start("who") and verb.endswith("nya") and known.language.verb_form(verb[:-3]) is None:
            continue  # "mengganti petugas yang jabatannya kosong": which of them
        topic = match.re is _CLEFT and match.start() > 0 and start == match.start("who")
        alone = topic and _ends(text, match.end(), due)
        if named and done and (match.re is _CLEFT_IS or alone or all(_is_one(each, known) for each in named)):
            found.append((named, Span(start, end)))
            found.extend(_others_beside(text, end, known) if match.re is _CLEFT_TURNED else ())
    if not found:
        return _by_job(text, known, due)
    everybody = tuple(dict.fromkeys(itertools.chain.from_iterable(those for those, _ in found)))
    frame = Span(found[0][1].start, max(span.end for _, span in found))
    return Owners(everybody, "owner_cleft", None, frame)


def _by_job(text: str, known: Known, due: Span | None) -> Owners | None:
    """The people whose part a job is that a text begins with and that has a day ("belanjanya Bu Rina tgl 5")."""
    match = _CLEFT_JOB.match(text) if due is not None else None
    if match is None or due is None or match["verb"] not in bare_tasks(known.lexicon):
        return None
    end = min(match.end(), due.start)
    named = known.named(text, match.start("who"), end) if end > match.start("who") else ()
    frame = Span(match.start("who"), end)
    return Owners(named, "owner_cleft", None, frame) if named and all(map(known.is_person, named)) else None


def _others_beside(text: str, at: int, known: Known) -> Iterator[tuple[tuple[Named, ...], Span]]:
    """The people behind those who are the ones doing it, each for a thing of their own."""
    while match := _AND_ANOTHER.match(text, at):
        words = fold(match["what"]).split()
        named = known.named(text, *match.span("who"))
        if not named or any(map(partial(_tells, known=known), words)):
            return
        yield named, Span(*match.span("who"))
        at = match.end("who")


def _tells(word: str, known: Known) -> bool:
    """Whether a small word says more than what a thing is called."""
    told = word in _NOT_DONE or word in _NO_TOPIC or word in NO_NAME or word in ("tadi", "kemarin")
    return told or word in task_words(known.lexicon) or known.language.verb_form(word) is not None


def _ends(text: str, at: int, due: Span | None) -> bool:
    """Whether nothing but a deadline follows ("Untuk lapak, Bagian Umum yang urus"): nobody is picked out of others."""
    behind = text[at : due.start] + text[due.end :] if due is not None and due.start >= at else text[at:]
    return not behind.strip(" .,")


def _is_done(verb: str, known: Known, *, ahead: bool) -> bool:
    """Whether a word behind "yang" says what somebody does; ``ahead`` says that a deadline follows."""
    if verb in _NOT_DONE or known.language.verb_form(verb) is VerbForm.PASSIVE:
        return False
    if verb in known.lexicon.cues.report and verb not in known.lexicon.cues.task:
        return False
    base = known.language.verb_form(verb) is VerbForm.BASE  # "Pak Joko yang siapkan"
    return ahead or base or acts_by(verb, known) or _SPOKEN_VERB.fullmatch(verb) is not None


def _is_regional(match: re.Match[str]) -> bool:
    """Whether a relative word of a regional language stands before a verb of its form ("Kang Tono sing mesen")."""
    return match["regional"] is not None and _REGIONAL_VERB.fullmatch(match["verb"]) is not None


def _last_named(text: str, start: int, end: int, known: Known) -> tuple[tuple[Named, ...], int]:
    """The parties that the most words up to ``end`` are made of, and where these words begin."""
    end = start + len(text[start:end].rstrip())
    for word in itertools.islice(re.finditer(r"\S+", text[start:end]), _MOST_WORDS):
        if named := known.named(text, start + word.start(), end):
            return named, start + word.start()
    return (), start


def _behind_topic(text: str, start: int, end: int, known: Known) -> tuple[tuple[Named, ...], int]:
    """The parties right before "yang" behind a topic ("Suratnya Bu Rina yang ..."), and where they begin."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for before, word in itertools.pairwise(words[-_MOST_WORDS - 1 :]):
        if fold(word.group()) in _NO_TOPIC:
            continue
        if named := known.named(text, start + word.start(), end):
            said = fold(before.group())
            verb = known.language.verb_form(said) is not None or said in task_words(known.lexicon)
            return ((), start) if verb or said in _NO_TOPIC else (named, start + word.start())
    return (), start


def _is_one(named: Named, known: Known) -> bool:
    """Whether a party is one person, by name or by office, so that "yang" does not pick some out of many."""
    head = named.mention.honorific is not None or is_role(named.mention.name, known.lexicon)  # "Pak RT", "Sekretaris"
    return head or known.is_person(named)
