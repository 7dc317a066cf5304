"""Names of people, with what stands around them: honorific, titles, degrees, office, body, remark.

How one entry of a list of parties is read:

- initials the list explains ("MR = Maya Ratna") become an alias;
- an entry that begins with a person's name goes on with offices, bodies and remarks, in brackets or after a comma, a
  dash, a colon, "dari" or "selaku";
- an entry that begins with an office or a body names a person where one stands in brackets, after a colon or dash, or
  with an honorific or title behind it; else it is that office (a group) or body itself;
- a short form in brackets belongs to the name of the body that it abbreviates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.abbreviations import abbreviates
from notula.pipeline.extract.names import bare_name, initials_of, is_surely_name, name_spans, trimmed
from notula.pipeline.extract.office_names import CLUBS, name_after_office
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.extract.roles import split_role
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_MARK = re.compile(r"\s*(?:[-–—•*●▪+>]+\s+|[•*●▪@]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s+|\(\d{1,3}\)\s*)?")
_INITIALS = re.compile(r"([A-Z]{2,5})(?: *[=:–—]|\s-\s|\s*\t)\s*(?=[A-Z])")
_MOST_WORDS = 16
_LONGEST = 400  # characters of a name in running text, titles and degrees included
_GAP = re.compile(r"[\s,;:.|/=–—-]*")
_BREAK = re.compile(r"(?::(?!\d)|(?<=\s)[–—-]+\s|=|\||\t)\s*")
_ONE_WORD = re.compile(r"[a-z]{3,}(?:-[a-z]+)?")
_LOOSE_DOT = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[A-Z]{2})|(?<=\d))\.$")


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party as a text names it; each ``*_at`` is where that part stands, so ``text[slice(*m.name_at)] == m.name``.

    ``remark`` says how the party attended ("telat", "via Zoom"); ``alias`` is another name that the entry gives (the
    initials of "MR = Maya Ratna"); ``absent`` marks parties that the text excepts ("kecuali ..."); ``full`` is the name
    with the head that it shares with the party before it ("Keuangan" in "Seksi Publikasi dan Keuangan").
    """

    start: int
    end: int
    kind: PartyKind
    name: str
    name_at: Span
    honorific: str | None = None
    honorific_at: Span | None = None
    role: str | None = None
    role_at: Span | None = None
    organization: str | None = None
    organization_at: Span | None = None
    remark: str | None = None
    remark_at: Span | None = None
    alias: str | None = None
    alias_at: Span | None = None
    absent: bool = False
    full: str | None = None


def parse_person(text: str, lexicon: Lexicon) -> PartyMention | None:
    """The one person that a text names, None where it names somebody or something else."""
    mention = parse_entry(text, lexicon)
    return mention if mention and mention.kind is PartyKind.PERSON else None


def parse_entry(text: str, lexicon: Lexicon, span: Span | None = None) -> PartyMention | None:
    """The one party that a text (or a span of it) names, None where it is empty."""
    place = _trimmed(text, span or Span(0, len(text)), lexicon)
    if place.start == place.end:
        return None
    return _Entry(text, lexicon).read(place)


def find_people(text: str, lexicon: Lexicon) -> tuple[PartyMention, ...]:
    """The people that running text names with an honorific or a title."""
    found = []
    for span in get_language(lexicon).people(text):
        end = min(span.start + _LONGEST, len(text))
        spans = name_spans(text, span.start, end, lexicon, prose=True)
        addressed = spans is not None and (spans.honorific or patterns(lexicon).title.match(text, span.start, end))
        if spans and addressed and kind_of(text[span.start : spans.name.end], lexicon) is PartyKind.PERSON:
            parts = {"name": spans.name} | ({"honorific": spans.honorific} if spans.honorific else {})
            found.append(_mention(text, PartyKind.PERSON, parts))
    return tuple(found)


class _Entry:
    """Reads one entry; ``parts`` collects where its parts stand."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.parts: dict[str, Span] = {}

    def read(self, place: Span) -> PartyMention | None:
        """The party that stands at a place."""
        kind = self._read(self._after_initials(place))
        name = self.parts.get("name")
        if kind is None or name is None or name.start >= name.end:
            return None
        return _mention(self.text, kind, self.parts)

    def _piece(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _after_initials(self, place: Span) -> Span:
        """The place without initials that it explains; they become the alias."""
        initials = _INITIALS.match(self.text, place.start, place.end)
        if initials:
            spans = name_spans(self.text, initials.end(), place.end, self.lexicon)
            if spans and initials.group(1) == initials_of(bare_name(self._piece(spans.name), self.lexicon)):
                self.parts["alias"] = Span(*initials.span(1))
                return Span(initials.end(), place.end)
        return place

    def _read(self, place: Span) -> PartyKind | None:
        first, *others = _BREAK.split(self._piece(place), maxsplit=1)
        swapped = bool(others) and self._is_surer_name(others[0], first)
        if kind_of(first, self.lexicon) is PartyKind.PERSON and not swapped:
            return self._read_person(place)
        return self._read_office(place)

    def _is_surer_name(self, behind: str, first: str) -> bool:
        """Whether a name stands behind a mark, and an office that the lexicon does not know before it."""
        return (
            not first[:1].isdigit()
            and first not in behind
            and kind_of(behind, self.lexicon) is PartyKind.PERSON
            and is_surely_name(behind, self.lexicon)
            and not is_surely_name(first, self.lexicon)
        )

    def _read_person(self, place: Span) -> PartyKind | None:
        spans = name_spans(self.text, place.start, place.end, self.lexicon)
        if spans is None:
            self.parts["name"] = place
            return PartyKind.PERSON
        if spans.honorific:
            self.parts["honorific"] = spans.honorific
        self.parts["name"] = spans.name
        self._read_tail(Span(spans.name.end, place.end))
        return PartyKind.PERSON

    def _read_tail(self, rest: Span) -> None:
        """Offices, bodies and remarks behind a name, in and outside brackets."""
        for piece, bracketed in _pieces(self.text, rest):
            role = self.parts.get("role")
            if bracketed and role and abbreviates(self._piece(piece), self._piece(role).split()):
                self.parts["role"] = Span(role.start, piece.end + 1)
                continue
            for part in self._remarked(piece):
                if bracketed and self._piece(part) == initials_of(bare_name(self._name, self.lexicon)):
                    self.parts.setdefault("alias", part)
                else:
                    self._assign(part, bracketed)

    @property
    def _name(self) -> str:
        return self._piece(self.parts["name"])

    def _remarked(self, piece: Span) -> list[Span]:
        """A piece cut at its commas where one of the cuts is a remark, else whole."""
        cuts = [trimmed(self.text, cut.start() + piece.start, cut.end() + piece.start)
                for cut in re.finditer(r"[^,;]+", self._piece(piece))]  # fmt: skip
        return cuts if len(cuts) > 1 and any(is_remark(self._piece(cut), self.lexicon) for cut in cuts) else [piece]

    def _assign(self, piece: Span, bracketed: bool) -> None:
        """Says what a piece behind a name is.

        Unknown words in brackets are a body, in small letters a remark, a single one an office.
        """
        tie = _ties(self.lexicon).match(self.text, piece.start, piece.end)
        inner = trimmed(self.text, tie.end(), piece.end) if tie else piece
        text = self._piece(inner)
        if not text:
            return
        unknown = bracketed and tie is None and opening_of(text, self.lexicon) is None
        sent = tie is not None and tie.lastgroup == "source" and kind_of(text, self.lexicon) is PartyKind.ORGANIZATION
        if (
            (is_remark(self._piece(piece), self.lexicon) and not sent)
            or self._is_marked_person(text)
            or (unknown and text[0].islower() and not _ONE_WORD.fullmatch(text))
        ):
            self.parts.setdefault("remark", piece)
            return
        if unknown and text[0].islower():
            self.parts.setdefault("role", inner)
            return
        parts = split_role(text, self.lexicon)
        if parts.organization is None and (unknown or (tie and tie.lastgroup == "source")):
            self.parts.setdefault("organization", inner)
            return
        for key, span in (("role", parts.role), ("organization", parts.organization)):
            if span is not None:
                self.parts.setdefault(key, Span(inner.start + span.start, inner.start + span.end))

    def _is_marked_person(self, text: str) -> bool:
        known = patterns(self.lexicon)
        marked = known.honorific.match(text) or known.title.match(text)
        return bool(marked) and kind_of(text, self.lexicon) is PartyKind.PERSON

    def _read_office(self, place: Span) -> PartyKind | None:
        """An entry that begins with an office, a collective or a body."""
        person = self._person_behind(place)
        if person is not None:
            head, behind = person
            return self._read_person_of(head, behind)
        honorific = patterns(self.lexicon).honorific.match(self.text, place.start, place.end)
        if honorific and kind_of(self._piece(place), self.lexicon) is PartyKind.GROUP:
            self.parts["honorific"] = trimmed(self.text, honorific.start(), honorific.end())
            place = Span(honorific.end(), place.end)
        body = self._body_of_function(place)
        if body is not None:
            return body
        self.parts["name"] = self._office_name(place)
        # An honorific makes a body its head: "Pak RT".
        return PartyKind.GROUP if "honorific" in self.parts else kind_of(self._name, self.lexicon)

    def _read_person_of(self, head: Span, behind: Span) -> PartyKind | None:
        kind = self._read_person(behind)
        opening = opening_of(self._piece(head), self.lexicon)
        if opening is not None and opening[0] == "team":
            self.parts.setdefault("organization", head)
            return kind
        parts = split_role(self._piece(head), self.lexicon)
        for key, span in (("role", parts.role), ("organization", parts.organization)):
            if span is not None:
                self.parts[key] = Span(head.start + span.start, head.start + span.end)
        return kind

    def _person_behind(self, place: Span) -> tuple[Span, Span] | None:
        """The office or body and the person named after it, None where no person is."""
        piece = self._piece(place)
        for cut in _BREAK.finditer(piece):
            left, right = _split_at(self.text, place, cut)
            lettered = re.search(r"[^\W\d_]", self._piece(right)) is not None
            if lettered and kind_of(self._piece(right), self.lexicon) is PartyKind.PERSON:
                return left, right
        bracket = re.search(r"\(([^()]*)\)[\s.]*$", piece)
        if bracket:
            inner = Span(place.start + bracket.start(1), place.start + bracket.end(1))
            text, head = self._piece(inner), trimmed(self.text, place.start, place.start + bracket.start())
            if self._is_person_in_bracket(text, self._piece(head)):
                return head, inner
        for sign in _signs(self.lexicon).finditer(piece):
            left, right = _split_at(self.text, place, sign)
            if fold(self._piece(left)) in CLUBS:
                continue
            if left.start < left.end and kind_of(self._piece(right), self.lexicon) is PartyKind.PERSON:
                return left, right
        return self._named_after_office(place)

    def _named_after_office(self, place: Span) -> tuple[Span, Span] | None:
        """An office and the name right behind it ("jurim Juliana", "Ketua BPD Markus Rante")."""
        cut = name_after_office(self._piece(place), self.lexicon)
        return (Span(place.start, place.start + cut - 1), Span(place.start + cut, place.end)) if cut else None

    def _is_person_in_bracket(self, text: str, head: str) -> bool:
        if not text[:1].isalpha() or is_remark(text, self.lexicon) or abbreviates(text, head.split()):
            return False
        capital = text[:1].isupper() or patterns(self.lexicon).title.match(text) is not None
        return capital and kind_of(text, self.lexicon) is PartyKind.PERSON

    def _body_of_function(self, place: Span) -> PartyKind | None:
        """Reads "Konsultan Perencana : PT Karya Abadi": a body with its role."""
        for cut in _BREAK.finditer(self._piece(place)):
            left, right = _split_at(self.text, place, cut)
            texts = self._piece(left), self._piece(right)
            if (
                texts[1]
                and is_role(texts[0], self.lexicon)
                and kind_of(texts[1], self.lexicon) is PartyKind.ORGANIZATION
            ):
                self.parts |= {"role": left, "name": self._office_name(right)}
                return PartyKind.ORGANIZATION
        return None

    def _office_name(self, place: Span) -> Span:
        """The name of an office or body; brackets and tails that are no part of it become its other parts."""
        end = place.start
        kind = kind_of(self._piece(place), self.lexicon)
        for bracket in re.finditer(r"\(([^()]*)\)", self._piece(place)):
            inner = Span(place.start + bracket.start(1), place.start + bracket.end(1))
            if self._belongs(self._piece(inner), self._piece(Span(place.start, inner.start - 1)), kind):
                end = inner.end + 1
                continue
            self._assign(inner, True)
            place = Span(place.start, max(end, trimmed(self.text, place.start, inner.start - 1).end))
            break
        second = _second_office(self.lexicon).search(self.text, place.start, place.end)
        if second:
            self._assign(Span(second.end(), place.end), False)
            place = Span(place.start, second.start())
        if kind is PartyKind.GROUP and "(" not in self._piece(place):
            place = self._without_body(place)
        return place

    def _belongs(self, inner: str, before: str, kind: PartyKind) -> bool:
        """Whether a bracket holds a short form of the name before it."""
        if is_remark(inner, self.lexicon) or (is_role(inner, self.lexicon) and not inner.isupper()):
            return False
        words = before.split()[-_MOST_WORDS:]
        if any(abbreviates(inner, words[start:]) for start in range(len(words))):
            return True
        found = opening_of(inner, self.lexicon)
        return kind is PartyKind.ORGANIZATION and not (found and found[0] in {"institution", "unit"})

    def _without_body(self, place: Span) -> Span:
        """An office without the body that a comma or "pada" sets apart from it."""
        piece = self._piece(place)
        parts = split_role(piece, self.lexicon)
        if parts.role and parts.organization and parts.role.start == 0:
            between = piece[parts.role.end : parts.organization.start]
            if between.strip(" .") and not between.strip().startswith("dari"):
                self.parts["organization"] = Span(
                    place.start + parts.organization.start, place.start + parts.organization.end
                )
                return Span(place.start, place.start + parts.role.end)
        return place


@cache
def _ties(lexicon: Lexicon) -> re.Pattern[str]:
    """Words between a name and the body or office of its bearer."""
    source, office = (
        "|".join(sorted(words, key=len, reverse=True)) for words in (lexicon.titles.from_words, lexicon.titles.as_words)
    )
    return re.compile(rf"(?:(?P<source>{source})|(?P<office>{office}))\s+", re.IGNORECASE)


@cache
def _second_office(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.titles.as_words, key=len, reverse=True))
    return re.compile(rf"(?<=\w)[\s,]+(?:{words})\s+", re.IGNORECASE)


@cache
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    """Where inside an entry a person begins: an honorific, a title with a dot or a long one, a capital behind it."""
    honorifics = "|".join(sorted((w for w in lexicon.titles.honorifics if len(w) > 1), key=len, reverse=True))
    titles = "|".join(re.escape(title) for title in sorted(lexicon.titles.titles, key=len, reverse=True))
    long = (title for title in lexicon.titles.titles if len(title) > 3 and title.istitle())
    whole = "|".join(title for title in long if title != "Jenderal")  # "Direktorat Jenderal Pajak"
    begins = rf"(?:{honorifics})(?:\.\s*|\s+)|(?:{titles})\.\s*|(?:{whole})\s+"
    return re.compile(rf"(?<!\s)(?:\s*,\s*|\s+)(?=(?:{begins})[A-Zda])")


def _pieces(text: str, rest: Span) -> Iterator[tuple[Span, bool]]:
    """What stands behind a name: the contents of brackets (True) and the stretches between them (False)."""
    for piece in re.finditer(r"\(((?:[^()]|\([^()]*\))*)\)?|[^()]+", text[rest.start : rest.end]):
        group = 1 if piece.group(1) is not None else 0
        start, end = rest.start + piece.start(group), rest.start + piece.end(group)
        gap = _GAP.match(text, start, end)
        span = trimmed(text, gap.end() if gap else start, end)
        if span.start < span.end:
            yield span, bool(group)


def _split_at(text: str, place: Span, cut: re.Match[str]) -> tuple[Span, Span]:
    """The two sides of a cut in the text of a place."""
    return (trimmed(text, place.start, place.start + cut.start()), trimmed(text, place.start + cut.end(), place.end))


def _trimmed(text: str, span: Span, lexicon: Lexicon) -> Span:
    """A span without its list mark and without the dot that ends a sentence."""
    mark = _MARK.match(text, span.start, span.end)
    start, end = trimmed(text, mark.end() if mark else span.start, span.end)
    dot = _LOOSE_DOT.search(text[start:end])
    if dot and not patterns(lexicon).degree.match(
        text, max(text.rfind(" ", start, end), text.rfind(",", start, end)) + 1
    ):
        end -= 1
    return Span(start, end)


def _mention(text: str, kind: PartyKind, parts: dict[str, Span]) -> PartyMention:
    values: dict[str, str | Span] = {}
    for key, span in parts.items():
        values |= {key: text[span.start : span.end], f"{key}_at": span}
    start, end = min(span.start for span in parts.values()), max(span.end for span in parts.values())
    if end < len(text) and text[end] == ")" and "(" in text[start:end]:
        end += 1
    return PartyMention(start=start, end=end, kind=kind, **values)  # type: ignore[arg-type]  # keys and values pair up
