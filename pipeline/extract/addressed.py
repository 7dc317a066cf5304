"""Who is meant in talk by turns though the turn does not say it: who answers, and whom a turn tells to do something.

- "Jawab: ...": the one whom the question calls by name, else the only one who came to speak ("Narasumber: Rina");
- "Ibu kirim daftarnya ke saya besok": the one who spoke before;
- "dibayar dulu saja, Rina, ...", "Tolong Pak Joko, lampu ...": the one who is called on.
"""

import re

from notula.models.blocks import Block
from notula.models.minutes import PartyKind
from notula.pipeline.extract.asked_forms import SPEAKS
from notula.pipeline.extract.drafts import OwnerRef, owner_refs
from notula.pipeline.extract.due import DueMention, is_ahead
from notula.pipeline.extract.known import ASKING, Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import VerbForm

_ANSWER = re.compile(r"\W{0,9}(?:(?:jawab(?:an(?:nya)?)?|tanggapan|respons?)|(?-i:J))\s*[:–—-]\s+(?=\S)", re.IGNORECASE)
_HONOUR = r"(?:[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Bb]ang|[Kk]ang|[Kk]ak|[Tt]eh|[Ss]dri?\.?)"
# Somebody called by name, between marks: "Pak Joko, ...", "..., Bu Rina?"
_VOCATIVE = re.compile(
    rf"(?:^|[:,.?!]\s+)(?P<who>(?:{_HONOUR}\s+)?[A-Z][\w']*(?:\s+[A-Z][\w']*){{0,2}})(?=\s*(?:[,?!]|\.?\s*$))"
)
_LEAD = r"(?:(?:kalau|kalo|klo) (?:begitu|gitu)|jadi|ya|oke|baik|coba|tolong|nanti|besok|silah?kan|biar|segera|,)"
_YOU = r"(?:bapak|ibu|pak|bu|mas|mbak|anda|kamu|panjenengan)(?!\s+(?-i:[A-Z]))"
_YOU_DO = re.compile(
    rf"(?:{_LEAD}\s*)*{_YOU}\s+(?:(?:yang|yg|tolong|coba|nanti|segera|langsung|besok|saja|silakan)\s+)*(?P<verb>[a-z]{{3,}})\b",
    re.IGNORECASE,
)
_FROM_YOU = re.compile(
    rf"(?:{_LEAD}\s*)*(?:saya|kami)\s+(?:\w+\s+)?(?:me)?(?:minta|tunggu)\s+[^,.;:]{{3,60}}?\s+dari\s+{_YOU}",
    re.IGNORECASE,
)
_BID = re.compile(r"(?:(?:tolong|coba|mohon|segera|ya|sudah|nanti)[, ]\s*)*(?P<verb>[a-z]{4,})\b")
_LISTED = re.compile(r"[A-Z][\w.]*$|\b(?:dan|serta|atau|ke|kepada|dengan|untuk|dari)\s*$")  # before a name: no call
_JOINED = re.compile(rf"\s*,?\s*(?:dan|serta|atau|&)\s|\s*,\s+(?:{_HONOUR}\s+)?[A-Z]")
_CALL = re.compile(
    rf",\s+(?P<who>(?:{_HONOUR}\s+)?[A-Z][\w']*(?:\s+[A-Z][\w']*){{0,2}})(?=\s*(?:,|\.?\s*$|[!?]|\sya\b))"
)
_OFFER = re.compile(
    r"(?:^|[:,]\s+|\b(?:boleh|\w{3,}nya)\s+)(?:saya|sy|kami|aku|gue|gua|gw)\s+(?:saja\s+|aja\s+)?(?P<verb>(?!(?:tunggu|minta|harap|mohon"
    r"|terima|sampaikan|laporkan|jelaskan|bacakan|tegaskan|ingatkan|tanya|usul|saran|rasa|kira|pikir|anggap|lihat"
    r"|dengar|kumpul|jual|sarankan|usulkan|harapkan|butuhkan|dapatkan|temukan|rasakan|lakukan|ucapkan)\w*)[a-z]{4,})\b",
    re.IGNORECASE,
)
# With these nothing is offered: what was, what is usual, denied or only possible.
_NOT_OFFERED = re.compile(
    r"\b(?:(?:sudah|sdh|udah|telah)(?!\s+(?:bisa|jadi|beres|siap|sampai|ada|\d))|tadi|kemarin|kemaren|lalu|barusan|baru|pernah|sempat|dulu(?:nya)?|biasa(?:nya)?|selalu|sering"
    r"|se?tiap|selama|sejak|kalau|kalo|jika|bila|andai|belum|tidak|tdk|tak|enggak|ngg?ak|gak|ga|ndak|bukan|jangan|masih"
    r"|memang|ternyata|(?<!sudah )(?:bisa|dapat)|mungkin|rencananya|yang|yg)\b|\?",
    re.IGNORECASE,
)
_FOR_OTHERS = frozenset(
    ["bawakan", "sediakan", "siapkan", "carikan", "belikan", "buatkan", "pinjamkan", "ambilkan", "kirimkan", "cetakkan",
     "pesankan", "uruskan", "antarkan", "pasangkan", "daftarkan"]
)  # fmt: skip
_CLOCK = re.compile(r"\b(?:jam|pukul)\s+\d", re.IGNORECASE)
_FAR, _NEAR = 2_000, 300  # characters of a question, and behind an order, in which somebody is called
_PLEASE = re.compile(rf"{ASKING}\s+(?P<who>[^,;:.]{{3,60}}),\s+(?=[a-z\d])", re.IGNORECASE)


class Turns:
    """The turns of a talk so far: who speaks now, who spoke before, whom the last question called by name."""

    def __init__(self, known: Known, text: str) -> None:
        self._known, self._text = known, text
        self.now: tuple[OwnerRef, ...] = ()
        self.answering = False  # under a label for answers
        self._ends_asking = False
        self._spoken = self._asked = False  # whether the block is a turn, and the one before it a question
        self._before: tuple[OwnerRef, ...] = ()
        self._question: Block | None = None

    def next(self, block: Block, own: tuple[OwnerRef, ...]) -> tuple[OwnerRef, ...]:
        """Who speaks in the next block, ``own`` being whom it names itself."""
        if not own and (self.answering or answers(block.text)):
            own = self._asked_by_name() or self._guest()
        else:
            self._question = block
        self._before, self.now = self.now, own
        self._spoken, self._asked = self.answering or SPEAKS.match(block.text) is not None, self._ends_asking
        self._ends_asking = block.text.rstrip().endswith("?")
        return own

    def told(self, text: str, start: int, due: DueMention | None) -> tuple[OwnerRef, ...]:
        """Whom a sentence of the turn tells to do something: who is called on, or who spoke before."""
        called = called_within(text, self._known, limited=due is not None)
        if called:
            return owner_refs(called, start, "owner_addressed")
        before = {each.mention.name for each in self._before}
        other = self._spoken and len(before) == 1 and before.isdisjoint(each.mention.name for each in self.now)
        return self._before if other and tells_you(text, self._known) else ()

    def offers(self, text: str, due: DueMention | None) -> bool:
        """Whether the speaker of the turn offers to do something ("kami bawakan dua tenda", "saya jemput Kamis")."""
        found = _OFFER.search(text) if self._spoken and self.now else None
        if found is None or _NOT_OFFERED.search(text, _said(text)):
            return False
        verb, known = found["verb"].casefold(), self._known
        base = verb.endswith(("kan", "i")) and known.language.verb_form(verb) is VerbForm.BASE
        if not (base or verb in bare_tasks(known.lexicon)):
            return False
        if found.group().casefold().startswith("boleh"):
            return True
        return is_ahead(due) or self._asked or (base and verb in _FOR_OTHERS) or _CLOCK.search(text) is not None

    def _asked_by_name(self) -> tuple[OwnerRef, ...]:
        """Whom the question before calls by name."""
        question = self._question
        named = called_by_name(question.text[:_FAR], self._known) if question is not None else ()
        return owner_refs(named, question.start, "owner_addressed", derived=True) if question is not None else ()

    def _guest(self) -> tuple[OwnerRef, ...]:
        """The only one who came to speak, where the minutes name them first."""
        guest = self._known.guest
        at = self._text.find(guest.name) if guest is not None else -1
        if guest is None or at < 0:
            return ()
        return (OwnerRef(Span(at, at + len(guest.name)), guest, "owner_speaker", derived=True),)


def answers(text: str) -> bool:
    """Whether a line is an answer that does not say whose it is ("Jawab: ...")."""
    return _ANSWER.match(text) is not None


def called_by_name(text: str, known: Known) -> tuple[Named, ...]:
    """The one person whom a question calls by name; offsets index the text."""
    calls = (known.named(text, *call.span("who")) for call in _VOCATIVE.finditer(text))
    return next((named for named in calls if _is_one(named, known)), ())


def tells_you(text: str, known: Known) -> bool:
    """Whether a turn tells the one to whom it speaks to do something ("Ibu kirim saja daftarnya ke saya besok")."""
    start = _said(text)
    if _FROM_YOU.match(text, start):
        return True
    told = _YOU_DO.match(text, start)
    if told is None:
        return False
    verb = told["verb"].casefold()
    acts = verb in bare_tasks(known.lexicon) or known.language.verb_form(verb) is VerbForm.BASE
    return acts and verb not in known.lexicon.cues.tellers


def called_within(text: str, known: Known, *, limited: bool) -> tuple[Named, ...]:
    """The one person whom an order calls on; ``limited`` says that it tells by when.

    "bayar dulu pakai kas, Rina, ...", and with a deadline "Tolong Pak Joko, empat lampu tuntas sebelum puasa".
    """
    start = _said(text)
    please = _PLEASE.match(text, start)
    if please is not None:
        named = known.named(text, *please.span("who")) if limited else ()
        return named if _is_one(named, known) else ()
    bid = _BID.match(text, start)
    if bid is None or not (known.bids(bid["verb"]) and text[start:][:1].islower()):
        return ()
    for call in _CALL.finditer(text, bid.end(), bid.end() + _NEAR):
        before, named = text[max(0, call.start() - 40) : call.start()], known.named(text, *call.span("who"))
        if named and (_LISTED.search(before) or _JOINED.match(text, call.end())):
            return ()
        if _is_one(named, known):
            return named
    return ()


def _said(text: str) -> int:
    """Where what is said begins behind who says it."""
    turn = SPEAKS.match(text)
    return turn.end() if turn else 0


def _is_one(named: tuple[Named, ...], known: Known) -> bool:
    """Whether these are one person, told by name or office."""
    if len(named) != 1 or known.is_strange(named[0]):
        return False
    mention = named[0].mention
    return known.is_person(named[0]) or (mention.kind is PartyKind.GROUP and is_role(mention.name, known.lexicon))
