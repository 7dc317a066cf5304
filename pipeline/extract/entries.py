"""One entry of a list of parties: a name with its honorific, office, body and remark.

How an entry is read:

- initials the list explains ("MR = Maya Ratna") become an alias;
- an entry that begins with a person's name goes on with offices, bodies and remarks, in brackets or after a comma, a
  dash, a colon, "dari" or "selaku";
- an entry that begins with an office or a body names a person where one stands in brackets, after a colon or dash, or
  with an honorific or title behind it; else it is that office (a group) or body itself;
- a short form in brackets belongs to the name of the body that it abbreviates.
"""

import re
from collections.abc import Iterator
from functools import cache

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.abbreviations import abbreviates, abbreviates_end
from notula.pipeline.extract.mentions import PartyMention, mention_of
from notula.pipeline.extract.names import bare_name, initials_of, is_house, is_surely_name, name_spans, trimmed
from notula.pipeline.extract.office_names import BREAK, body_behind, person_behind
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.extract.roles import split_role
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word

_MARK = re.compile(r"\s*(?:[-–—•*●▪+>]+\s+|[•*●▪@]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s+|\(\d{1,3}\)\s*)?")
_INITIALS = re.compile(r"([A-Z]{2,5})(?: *[=:–—]|\s-\s|\s*\t)\s*(?=[A-Z])")
_GAP = re.compile(r"[\s,;:.|/=–—-]*")
_LEGAL_FORM = re.compile(r"persero|perseroda|perumda|tbk\.?|persero terbatas", re.IGNORECASE)
_SHARE = re.compile(r"\d+\s*(?:/|dari)\s*\d+(?:\s+orang)?")  # how many came: "BPH (5/6)"
_SENT_BY = re.compile(r"\w\s+di ?wakil(?:i|kan)\b")  # "(RT 04 diwakili Sdr. Joko)"
_ONE_WORD = re.compile(r"[a-z]{3,}(?:-[a-z]+)?")
_HIMSELF = re.compile(r"(?<=\w)\s+sendiri$", re.IGNORECASE)  # "Kapus sendiri"
_NAMELESS = re.compile(r"(?P<address>[^\W\d]{2,6}\.?)\s*\((?P<told>[^()]{4,})\)")  # "Mas (anak kos Bu Yati)"
_LOOSE_DOT = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[A-Z]{2})|(?<=\d))\.$")


def parse_entry(text: str, lexicon: Lexicon, span: Span | None = None) -> PartyMention | None:
    """The one party that a text (or a span of it) names, None where it is empty."""
    place = _trimmed(text, span or Span(0, len(text)), lexicon)
    if place.start == place.end:
        return None
    return _Entry(text, lexicon).read(place)


class _Entry:
    """Reads one entry; ``parts`` collects where its parts stand."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.parts: dict[str, Span] = {}

    def read(self, place: Span) -> PartyMention | None:
        """The party that stands at a place."""
        kind = self._read(self._after_initials(place))
        name = self.parts["name"]
        return mention_of(self.text, kind, self.parts) if name.start < name.end else None

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

    def _read(self, place: Span) -> PartyKind:
        first, *others = BREAK.split(self._piece(place), maxsplit=1)
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

    def _read_person(self, place: Span) -> PartyKind:
        spans = name_spans(self.text, place.start, place.end, self.lexicon)
        if spans is None or self._is_nameless(self._piece(place)):
            self.parts["name"] = place
            return PartyKind.PERSON
        if spans.honorific:
            self.parts["honorific"] = spans.honorific
        self.parts["name"] = spans.name
        self._read_tail(Span(spans.name.end, place.end))
        return PartyKind.PERSON

    def _is_nameless(self, text: str) -> bool:
        """Whether somebody is told by an address and, in brackets, by what is known of them instead of a name."""
        match = _NAMELESS.fullmatch(text)
        known = match is not None and match["address"].rstrip(".") in self.lexicon.titles.honorifics
        return match is not None and known and not is_remark(match["told"], self.lexicon)

    def _read_tail(self, rest: Span) -> None:
        """Offices, bodies and remarks behind a name, in and outside brackets."""
        for piece, bracketed in _pieces(self.text, rest):
            role = self.parts.get("role")
            if bracketed and role and abbreviates(self._piece(piece), self._piece(role).split()):
                self.parts["role"] = Span(role.start, piece.end + 1)
                continue
            initials = initials_of(bare_name(self._name, self.lexicon)) if bracketed else ""
            for part in self._remarked(piece, initials):
                if initials and (self._piece(part) == initials or self._is_short(self._piece(part))):
                    self.parts.setdefault("alias", part)
                else:
                    self._assign(part, bracketed)

    @property
    def _name(self) -> str:
        return self._piece(self.parts["name"])

    def _is_short(self, text: str) -> bool:
        """Whether two or three capitals are short for a name of one word ("Rini (RN)"), and no unit."""
        name = bare_name(self._name, self.lexicon)
        letters = rf"{text[:1]}{''.join(f'.*{letter}' for letter in text[1:])}"
        short = re.fullmatch(r"[A-Z]{2,3}", text) is not None and " " not in name
        return short and opening_of(text, self.lexicon) is None and re.match(letters, name.upper()) is not None

    def _remarked(self, piece: Span, initials: str) -> list[Span]:
        """A piece cut at its commas where one of the cuts is a remark or these initials, else whole."""
        cuts = [trimmed(self.text, cut.start() + piece.start, cut.end() + piece.start)
                for cut in re.finditer(r"[^,;]+", self._piece(piece))]  # fmt: skip
        told = any(self._piece(cut) == initials or is_remark(self._piece(cut), self.lexicon) for cut in cuts)
        return cuts if len(cuts) > 1 and told else [piece]

    def _assign(self, piece: Span, bracketed: bool) -> None:
        """Says what a piece behind a name is.

        Unknown words in brackets are a body, in small letters a remark, a single one an office.
        """
        tie = _ties(self.lexicon).match(self.text, piece.start, piece.end)
        inner = trimmed(self.text, tie.end(), piece.end) if tie else piece
        text = self._piece(inner)
        if not text or (bracketed and _SHARE.fullmatch(text)):
            return
        unknown = bracketed and tie is None and opening_of(text, self.lexicon) is None
        sent = tie is not None and tie.lastgroup == "source" and kind_of(text, self.lexicon) is PartyKind.ORGANIZATION
        if (
            (is_remark(self._piece(piece), self.lexicon) and not sent)
            or (not bracketed and is_house(text))
            or self._is_marked_person(text)
            or (bracketed and _SENT_BY.search(text))
            or (unknown and text[0].islower() and not _ONE_WORD.fullmatch(text))
        ):
            self.parts.setdefault("remark", piece)
            return
        if unknown and text[0].islower():
            self.parts.setdefault("role", inner)
            return
        parts = self._office_and_body(inner)
        if "organization" not in parts and (unknown or (tie and tie.lastgroup == "source")):
            self.parts.setdefault("organization", inner)
            return
        self.parts = parts | self.parts

    def _office_and_body(self, place: Span) -> dict[str, Span]:
        parts = split_role(self._piece(place), self.lexicon)._asdict()
        return {
            key: Span(place.start + span.start, place.start + span.end)
            for key, span in parts.items()
            if span is not None
        }

    def _is_marked_person(self, text: str) -> bool:
        marked = patterns(self.lexicon).address(text) is not None
        return marked and kind_of(text, self.lexicon) is PartyKind.PERSON

    def _read_office(self, place: Span) -> PartyKind:
        """An entry that begins with an office, a collective or a body."""
        if head_and_person := person_behind(self.text, place, self.lexicon):
            return self._read_person_of(*head_and_person)
        honorific = patterns(self.lexicon).honorific.match(self.text, place.start, place.end)
        if honorific and kind_of(self._piece(place), self.lexicon) is PartyKind.GROUP:
            self.parts["honorific"] = trimmed(self.text, honorific.start(), honorific.end())
            place = Span(honorific.end(), place.end)
        if role_and_body := body_behind(self.text, place, self.lexicon):
            role, body = role_and_body
            self.parts |= {"role": role, "name": self._office_name(body)}
            return PartyKind.ORGANIZATION
        self.parts["name"] = self._office_name(place)
        # An honorific makes a body its head: "Pak RT".
        return PartyKind.GROUP if "honorific" in self.parts else kind_of(self._name, self.lexicon)

    def _read_person_of(self, head: Span, behind: Span) -> PartyKind:
        kind = self._read_person(behind)
        opening = opening_of(self._piece(head), self.lexicon)
        if opening is not None and opening.kind == "team":
            self.parts.setdefault("organization", head)
            return kind
        office = self._office_and_body(head)
        if "role" in office and "role" in self.parts:  # "Kapolsek AKP Joko (notulis)"
            self.parts.setdefault("remark", self.parts["role"])
        self.parts |= office
        return kind

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
        if _LEGAL_FORM.fullmatch(inner):
            return True
        if _SHARE.fullmatch(inner):
            return False
        if is_remark(inner, self.lexicon) or (is_role(inner, self.lexicon) and not inner.isupper()):
            return False
        if abbreviates_end(inner, before.split()):
            return True
        found = opening_of(inner, self.lexicon)
        return kind is PartyKind.ORGANIZATION and not (found and found.is_body)

    def _without_body(self, place: Span) -> Span:
        """An office without the body that a comma or "pada" sets apart from it."""
        parts = self._office_and_body(place)
        role, body = parts.get("role"), parts.get("organization")
        if role and body and role.start == place.start:
            between = self.text[role.end : body.start].strip()
            opening = opening_of(self._piece(place), self.lexicon)
            if between == "," and opening is not None and opening.kind == "collective":
                return place  # "warga RT 05, RT 06 dan RT 09"
            if between.strip(" .") and not between.startswith("dari"):
                self.parts["organization"] = body
                return role
        return place


@cache
def _ties(lexicon: Lexicon) -> re.Pattern[str]:
    """Words between a name and the body or office of its bearer."""
    titles = lexicon.titles
    source, office = any_word(titles.from_words), any_word((*titles.as_words, *titles.office_words))
    return re.compile(rf"(?:(?P<source>{source})|(?P<office>{office}))\s+", re.IGNORECASE)


@cache
def _second_office(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)[\s,]+(?:{any_word(lexicon.titles.as_words)})\s+", re.IGNORECASE)


def _pieces(text: str, rest: Span) -> Iterator[tuple[Span, bool]]:
    """What stands behind a name: the contents of brackets (True) and the stretches between them (False)."""
    for piece in re.finditer(r"\(((?:[^()]|\([^()]*\))*)\)?|[^()]+", text[rest.start : rest.end]):
        group = 1 if piece.group(1) is not None else 0
        start, end = rest.start + piece.start(group), rest.start + piece.end(group)
        gap = _GAP.match(text, start, end)
        span = trimmed(text, gap.end() if gap else start, end)
        if span.start < span.end:
            yield span, bool(group)


def _trimmed(text: str, span: Span, lexicon: Lexicon) -> Span:
    """A span without its list mark and without the dot that ends a sentence."""
    mark = _MARK.match(text, span.start, span.end)
    start, end = trimmed(text, mark.end() if mark else span.start, span.end)
    dot = _LOOSE_DOT.search(text[start:end])
    if dot and not patterns(lexicon).degree.match(
        text, max(text.rfind(" ", start, end), text.rfind(",", start, end)) + 1
    ):
        end -= 1
    himself = _HIMSELF.search(text, start, end)
    return Span(start, himself.start() if himself else end)


