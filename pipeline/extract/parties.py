"""The parties that a run of text lists: attendees, absentees, owners.

How a run is read:

- list marks, bullets, semicolons and ends of sentences cut it into items; what stands before a colon ("Guru
  Pembimbing : A, B") heads the parties behind it, up to the next head or item; an item that is only a head goes on
  for the next ones;
- a comma, "dan", "&" and the like cut an item only where a new party begins: at an honorific, a title, or a known word
  for an office or a body, or at an unknown name if what stands before is complete. Names of the registry, brackets and
  degrees are never cut, and a field of work goes on with the unit's name ("Bagian Umum dan Keuangan");
- after a comma an office or body belongs to the person beside it where the whole run follows that pattern;
- counts, "terlampir", "dst." and the like name nobody; "(kecuali ...)" names absentees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.cuts import SEPARATOR, Part, cut_parties, is_complete
from notula.pipeline.extract.organizations import (
    is_role,
    kind_of,
    opening_of,
    patterns,
    split_role,
    split_shared_head,
)
from notula.pipeline.extract.people import PartyMention, parse_entry
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s;:,.]))\(?(\d{1,2}|[a-z])[.)]\s+(?=[^\W\d_])")
_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪*]\s*|(?:^|(?<=\n))[ \t]*[-–]\s+")
_COLON = re.compile(r":(?![\d/])\s*")
_LISTED = re.compile(
    r"(?<!\s)(?:\s*\b(?:sebanyak|berjumlah|sejumlah)\s+[^:]{0,80}?)?"
    r",?\s*\b(?:yaitu|yakni|terdiri (?:dari|atas)|antara lain)\s*:?\s+"
)
_ITEM_MARK = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_ONLY_REMARK = re.compile(r"\s*\(([a-z][^()]*)\)[\s.;]*")
_EXCEPTION = re.compile(
    r"\(\s*(?:kecuali|minus|selain)\s+([^()]*)\)|(?<![\s,])[\s,]+(?:kecuali|minus)\s+([^()]*)$", re.IGNORECASE
)
_ETCETERA = re.compile(
    r"(?<![\s,])[\s,]*\b(?:dkk|dst|dll|dsb|dan lain[- ]lain|dan seterusnya|dan sebagainya|dan|serta)\b\.?\s*$", re.I
)
_ETCETERA_WORDS = ("dkk", "dst", "dll", "dsb", "lain", "seterusnya", "sebagainya", "dan", "serta")  # it ends in one
_PLAIN = re.compile(r"[\w' ]+(?:-[\w' ]+)*")
_GAP = re.compile(r"[\s'-]")
_PARTING = frozenset(
    ["dan", "serta", "beserta", "bersama", "sama", "kecuali", "minus", "yaitu", "yakni", "terdiri", "antara"]
)
_NEIGHBOURHOOD_HEAD = re.compile(r"\s*(?:Wakil )?Ketua\s+R[TW]\s*\.?\s*\d", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:dan|serta|beserta|bersama)\s+", re.IGNORECASE)
LIST_WORDS = (*_ETCETERA_WORDS, "beserta", "bersama")
"""Words that belong to a list of parties and to none of them."""
_AFTER_ANYTHING = re.compile(r"(?:oleh|dari|atas|yaitu|lain|kepada|antaranya)$")


class _Item(NamedTuple):
    """A stretch of the text that starts at a mark: "1" for numbers and bullets, "." for sentences and semicolons."""

    start: int
    end: int
    mark: str


class _Head(NamedTuple):
    """What stands before a colon: ``label`` is nobody's office ("Hadir"), ``absent`` lists absentees."""

    start: int
    end: int
    label: bool
    absent: bool


@remembered
def parse_parties(text: str, lexicon: Lexicon) -> tuple[PartyMention, ...]:
    """The parties that a text lists, in order; offsets are into the text."""
    if names_one(text):
        return tuple(_list(text, Span(0, len(text)), lexicon))
    found: list[PartyMention] = []
    rest, excepted = _without_exceptions(text)
    carried: _Head | None = None
    for item in _items(rest, lexicon):
        carried = carried if item.mark == "1" else None
        for head, body in _headed(rest, item, lexicon):
            if head and not head.label and (alone := _sent_nobody(rest, head, body, lexicon)):
                found.append(alone)
                continue
            numbered = item.mark == "1" or _ITEM_MARK.match(rest, item.start) is not None
            found.extend(_under(head or carried, _list(rest, body, lexicon, numbered=numbered), rest, lexicon))
            carried = head if head and not rest[body.start : body.end].strip() else carried
    for span in excepted:
        found.extend(replace(mention, absent=True) for mention in _list(text, span, lexicon))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _sent_nobody(text: str, head: _Head, body: Span, lexicon: Lexicon) -> PartyMention | None:
    """The body that heads no names but a remark: "BPS: (tidak mengirim wakil)" was not there."""
    remark = _ONLY_REMARK.fullmatch(text, body.start, body.end)
    mention = parse_entry(text, lexicon, Span(head.start, head.end)) if remark else None
    if remark is None or mention is None:
        return None
    words = re.findall(r"\w+", remark.group(1).casefold())
    return replace(mention, absent=any(word in lexicon.titles.not_words for word in words))


def names_one(text: str) -> bool:
    """Whether a text names one party at most, told without reading it: it holds nothing that parts two."""
    return _PLAIN.fullmatch(text) is not None and _PARTING.isdisjoint(_GAP.split(text.lower()))


def names_nobody(text: str, lexicon: Lexicon) -> bool:
    """Whether a text stands where parties could and names none: a count, "terlampir", "-"."""
    return not text.strip(" .,;:-–—•()") or _fillers(lexicon).match(text) is not None


def _without_exceptions(text: str) -> tuple[str, list[Span]]:
    """The text with its exceptions blanked out (a semicolon ends each), and where the excepted parties stand."""
    excepted = []
    for match in _EXCEPTION.finditer(text):
        group = 1 if match.group(1) is not None else 2
        excepted.append(Span(*match.span(group)))
        text = text[: match.start()] + " " * (match.end() - match.start() - 1) + ";" + text[match.end() :]
    return text, excepted


def _items(text: str, lexicon: Lexicon) -> Iterator[_Item]:
    """The items of a list, marks left out."""
    cuts = {(span.start, span.start): "." for span in get_language(lexicon).sentences(text)}
    cuts |= {semicolon.span(): "." for semicolon in re.finditer(r";", text) if not _inside(semicolon, text)}
    cuts |= {bullet.span(): "1" for bullet in _BULLET.finditer(text)}
    cuts |= {number.span(): "1" for number in _numbers(text)}
    start, mark = 0, "."
    for (begin, end), kind in sorted(cuts.items()):
        if text[start:begin].strip():
            yield _Item(start, begin, mark)
        start, mark = max(start, end), "1" if kind == "1" or (mark == "1" and not text[start:begin].strip()) else kind
    if text[start:].strip():
        yield _Item(start, len(text), mark)


def _numbers(text: str) -> list[re.Match[str]]:
    """The numbers or letters that count items: they begin with the first and go on one by one."""
    counted: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text):
        first = mark.group(1) in {"1", "a"} or not text[: mark.start()].strip()
        if first or (counted and _follows(counted[-1].group(1), mark.group(1))):
            counted.append(mark)
    return counted


def _follows(before: str, sign: str) -> bool:
    if before.isdigit() and sign.isdigit():
        return int(sign) == int(before) + 1
    return before.isalpha() and sign.isalpha() and ord(sign) == ord(before) + 1


def _headed(text: str, item: _Item, lexicon: Lexicon) -> Iterator[tuple[_Head | None, Span]]:
    """The parts of an item, each with the head it stands under."""
    cursor, head = item.start, None
    signs = [sign for pattern in (_LISTED, _COLON) for sign in pattern.finditer(text, item.start, item.end)]
    for sign in sorted(signs, key=lambda sign: sign.start()):
        if sign.start() < cursor or _inside(sign, text):
            continue
        found = _head_before(text, cursor, sign.start(), lexicon)
        if found is None:
            continue
        if found.start > cursor:
            yield head, Span(cursor, found.start)
        head, cursor = found, sign.end()
    yield head, Span(cursor, item.end)


def _head_before(text: str, cursor: int, stop: int, lexicon: Lexicon) -> _Head | None:
    """The head that ends at a colon: a label, or the words from an office, body or collective on; None for a name."""
    piece = text[cursor:stop]
    for pattern, absent in ((_absent_labels(lexicon), True), (_labels(lexicon), False)):
        label = pattern.search(piece)
        if label:
            return _Head(cursor + label.start(), stop, True, absent)
    if not piece.strip() or re.fullmatch(r"\s*\d+\s*(?:\(\w+\)\s*)?\w+\s*", piece):
        return _Head(cursor, stop, True, False)
    lead = cursor + len(piece) - len(piece.lstrip())
    if kind_of(piece, lexicon) is not PartyKind.PERSON and not _list_before(text, lead, stop, lexicon):
        return _Head(lead, stop, False, False)
    last = max(
        (mark.end() for mark in SEPARATOR.finditer(text, cursor, stop) if "/" not in mark.group()), default=cursor
    )
    for word in re.finditer(r"[^\W\d_]\S*", text[last:stop]):
        start = last + word.start()
        if (word.start() or last > cursor) and word.group()[0].isupper() and opening_of(text[start:stop], lexicon):
            return _Head(start, stop, False, False)
    return None


def _list_before(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether more than one party stands before a colon, so that its head begins later."""
    return len(cut_parties(text, Span(start, stop), lexicon)) > 1


def _under(head: _Head | None, mentions: Iterable[PartyMention], text: str, lexicon: Lexicon) -> Iterator[PartyMention]:
    """The parties with the office or body that heads them."""
    if head is None or (head.label and not head.absent):
        yield from mentions
        return
    parts = split_role(text[head.start : head.end], lexicon)
    for mention in mentions:
        changes: dict[str, object] = {"absent": True} if head.absent else {}
        for key, span in (("role", parts.role), ("organization", parts.organization)):
            own = getattr(mention, key) is None and not (
                key == "organization" and mention.kind is PartyKind.ORGANIZATION
            )
            if span is not None and own and not head.label:
                place = Span(head.start + span.start, head.start + span.end)
                changes |= {key: text[place.start : place.end], f"{key}_at": place}
        yield replace(mention, **changes)  # type: ignore[arg-type]  # keys and values pair up


def _list(text: str, span: Span, lexicon: Lexicon, *, numbered: bool = False) -> Iterator[PartyMention]:
    """The parties of a stretch without heads; an item of a ``numbered`` list rather names one body than two."""
    label = _leading_label(lexicon).match(text, span.start, span.end)
    if label and (text[label.end() : label.end() + 1].isupper() or _AFTER_ANYTHING.search(label.group().strip())):
        span = Span(label.end(), span.end)
    parts = cut_parties(text, span, lexicon)
    if numbered and len(parts) == 2 and _is_one_body(text, parts, lexicon):
        parts = [replace(parts[0], end=parts[1].end)]
    for part in _merged(text, parts, lexicon):
        yield from _parties_of(text, part, lexicon)


def _is_one_body(text: str, parts: list[Part], lexicon: Lexicon) -> bool:
    """Whether "dan" and a word that alone names no body only go on with a body's name ("Asosiasi Teh dan Kopi")."""
    left, right = (text[part.start : part.end].strip() for part in parts)
    known = patterns(lexicon)
    marked = known.honorific.match(right) or known.title.match(right) or opening_of(right, lexicon)
    return (
        parts[1].mark in {"dan", "&"}
        and kind_of(left, lexicon) is PartyKind.ORGANIZATION
        and not is_complete(left, lexicon)
        and len(right.split()) == 1
        and right[:1].isupper()
        and not right.isupper()
        and not marked
    )


def _parties_of(text: str, part: Part, lexicon: Lexicon) -> Iterator[PartyMention]:
    """The party of a part, or the several that share its head."""
    lead = _JOINED.match(text, part.start, part.end)
    start, end = lead.end() if lead else part.start, part.end
    tail = text[start:end].rstrip().removesuffix(".").lower()
    etcetera = _ETCETERA.search(text, start, end) if tail.endswith(_ETCETERA_WORDS) else None
    end = etcetera.start() if etcetera else end
    counted = _counted(lexicon).match(text, start, end)
    if counted:
        start = counted.end()
        if kind_of(text[start:end], lexicon) is PartyKind.PERSON:
            return
    if names_nobody(text[start:end], lexicon):
        return
    shared = split_shared_head(text[start:end], lexicon)
    spans = [Span(start + piece.start, start + piece.end) for piece in shared] or [Span(start, end)]
    for index, span in enumerate(spans):
        mention = parse_entry(text, lexicon, span)
        if mention is None:
            continue
        full = shared[index].full if shared else None
        yield replace(mention, full=full, kind=kind_of(full, lexicon)) if full else mention


def _merged(text: str, parts: list[Part], lexicon: Lexicon) -> Iterator[Part]:
    """The parts, an office or body joined to the person it belongs to."""
    run: list[Part] = []
    for part in parts:
        if run and part.mark != ",":
            yield from _merged_run(text, run, lexicon)
            run = []
        run.append(part)
    yield from _merged_run(text, run, lexicon)


def _sort_of(text: str, lexicon: Lexicon) -> str:
    """What a part is, as one letter.

    P: a person; H: one with an honorific or title; Q: one whose office is told; X: one that is told all about; O: a
    body; R: an office; C: anything else.
    """
    mention = None if names_nobody(text, lexicon) else parse_entry(text, lexicon)
    if mention is None:
        return "C"
    if mention.kind is not PartyKind.PERSON:
        office = is_role(text, lexicon) or _NEIGHBOURHOOD_HEAD.match(text)
        return "O" if mention.kind is PartyKind.ORGANIZATION else "R" if office else "C"
    if mention.organization or mention.remark or (mention.role_at and mention.role_at < mention.name_at):
        return "X"
    if mention.role:
        return "Q"
    return "H" if mention.honorific or patterns(lexicon).title.match(mention.name) else "P"


def _merged_run(text: str, run: list[Part], lexicon: Lexicon) -> Iterator[Part]:
    """Joins what belongs together in parts that only commas keep apart."""
    if len(run) < 2:  # the usual case: nothing to join, so no need to know what it is
        yield from run
        return
    sorts = "".join(_sort_of(text[part.start : part.end], lexicon) for part in run)
    if re.fullmatch(r"(?:[PH]RO?|[PH]O|QO|X)+", sorts):
        joins = re.finditer(r"[PHQX][RO]*", sorts)
    elif re.fullmatch(r"(?:RO?H)+", sorts):
        joins = re.finditer(r"RO?H", sorts)
    elif re.fullmatch(r"(?:[PH]R|[^R])+", sorts):
        joins = re.finditer(r"[PH]R|.", sorts)
    else:
        joins = re.finditer(r".", sorts)
    for join in joins:
        first, last = run[join.start()], run[join.end() - 1]
        yield replace(first, end=last.end)


def _inside(match: re.Match[str], text: str) -> bool:
    """Whether a match stands inside a pair of brackets."""
    before = text[: match.start()]
    return before.count("(") > before.count(")") and ")" in text[match.end() :]


@cache
def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^\s*|(?<=[\s,;.]))(?:{_any(lexicon.titles.list_labels)})\s*(?:\([^()]*\)\s*)?$", re.IGNORECASE
    )


@cache
def absent_words(lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern for what says that somebody was not there ("tidak bisa hadir", "berhalangan")."""
    titles = lexicon.titles
    able, there = _any(titles.able_words), _any(titles.present_words)
    return re.compile(
        rf"(?<!\w)(?:(?:{_any(titles.not_words)})\s+(?:(?:{able})\s+)?(?:{there})|berhalangan)(?!\w)", re.IGNORECASE
    )


@cache
def _absent_labels(lexicon: Lexicon) -> re.Pattern[str]:
    words = rf"{_any(lexicon.titles.absent_labels)}|{absent_words(lexicon).pattern}"
    return re.compile(rf"(?:^\s*|(?<=[\s,;.]))(?:(?:peserta|anggota|yang|yg)\s+)*(?:{words})\s*$", re.IGNORECASE)


@cache
def _leading_label(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any(lexicon.titles.list_labels)})\s+", re.IGNORECASE)


@cache
def _fillers(lexicon: Lexicon) -> re.Pattern[str]:
    about, counters = r"(?:(?:sekitar|kurang lebih|±|~|sebanyak|total|jumlah)\s*)*", _any(lexicon.titles.counters)
    count = rf"{about}\d+\s*(?:\([^()]*\)\s*)?(?:{counters})?\s*(?:\(|$)"
    return re.compile(rf"[\s(]*(?:(?:{_any(lexicon.titles.fillers)})(?!\w)|{count})", re.IGNORECASE)


@cache
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """A count before what is counted ("21 orang panitia")."""
    counters = rf"(?!orang\s?tua\b)(?:{_any(lexicon.titles.counters)})"  # parents are no "persons"
    return re.compile(rf"\s*±?\d+\s*(?:\(\w+\)\s*)?{counters}\s+(?:dari\s+)?(?=\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
