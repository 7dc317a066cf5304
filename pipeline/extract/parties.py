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
from notula.pipeline.extract.cuts import RETINUE, Part, count_before, cut_parties, makes_one
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.party_heads import Head, headed, inside, is_body, under
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_office_beyond, is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.shared_heads import SharedPart, split_series, split_shared_head
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word
from notula.pipeline.text import fold, remembered

_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s;:,.]))\(?(\d{1,2}|[a-z])[.)]\s+(?=[^\W\d_])")
_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪*]\s*|(?:^|(?<=\n))[ \t]*[-–]\s+")
_ITEM_MARK = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_ONLY_REMARK = re.compile(r"\s*\(([a-z][^()]*)\)[\s.;]*")
_EXCEPTION = re.compile(
    r"\(\s*(?:kecuali|minus|selain)\s+([^()]*)\)"
    r"|(?:^\s*|(?<![\s,])[\s,]+)(?:kecuali|minus)\s+([^()]*(?:\([^()]*\)[^()]*)*)$", re.IGNORECASE
)
_ETCETERA = re.compile(
    r"(?<![\s,])[\s,]*(?:\b(?:dkk|dst|dll|dsb|dan lain[- ]lain|dan seterusnya|dan sebagainya|dan tim(?:nya)?|dan|serta"
    r"|bersama|beserta)"
    r"|(?:&|\+)\s*tim(?:nya)?)\b\.?\s*$", re.I
)
_ETCETERA_WORDS = (  # it ends in one
    "dkk", "dst", "dll", "dsb", "lain", "seterusnya", "sebagainya", "dan", "serta", "bersama", "beserta", "tim",
    "timnya",
)  # fmt: skip
_PLAIN = re.compile(r"[\w' ]+(?:-[\w' ]+)*")
_GAP = re.compile(r"[\s'-]")
HEADING_WORDS = ("kecuali", "minus", "yaitu", "yakni", "terdiri", "antara")
"""What a list inside a sentence begins behind."""
_PARTING = frozenset(("dan", "maupun", "serta", "beserta", "bersama", "sama", *HEADING_WORDS))
_NEIGHBOURHOOD_HEAD = re.compile(r"\s*(?:Wakil )?Ketua\s+R[TW]\s*\.?\s*\d", re.IGNORECASE)
_AND_COUNTED = re.compile(
    r"\s+(?:dan|serta|beserta|bersama)\s+(?=(?:\d+|dua|tiga|empat|lima|enam|tujuh|beberapa|para)\s)", re.IGNORECASE
)
_LIST_IN_BRACKET = re.compile(r"\s*(?P<head>[^()]*?)\s*\((?P<list>[^()]*(?:[,&;/]|\sdan\s)[^()]*)\)[\s.]*")
# The one who came instead ("Camat yang diwakili Bapak Joko").
_SENT = re.compile(
    r"(?P<for>[^()]*?\w)\s*,?\s+(?:dalam hal ini\s+)?(?:(?:yang|yg)\s+)?di ?wakil(?:i|kan)"
    r"(?:\s+(?:oleh|kepada))?\s*:?\s+(?=(?-i:[A-Z]))", re.I
)
_LEGAL_BODY = re.compile(r"(?:PT|CV|UD|Firma|Koperasi|KOPERASI|Yayasan|YAYASAN)\b")  # who votes through somebody
_ALONG = frozenset(("beserta", "bersama", "bersama dengan", "serta", "dan"))  # before who comes along with a person
_JOINED = re.compile(r"\s*(?:dan|serta|beserta|bersama(?:-sama)?(?:\s+dengan)?)\s+", re.IGNORECASE)
LIST_WORDS = (*_ETCETERA_WORDS, "beserta", "bersama")
"""Words that belong to a list of parties and to none of them."""
_NUMERALS = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
_AFTER_ANYTHING = re.compile(r"(?:oleh|dari|atas|yaitu|lain|kepada|antaranya)$")


class _Item(NamedTuple):
    """A stretch of the text that starts at a mark: "1" for numbers and bullets, ";" and "." for sentences."""

    start: int
    end: int
    mark: str


@remembered
def parse_parties(text: str, lexicon: Lexicon) -> tuple[PartyMention, ...]:
    """The parties that a text lists, in order; offsets are into the text."""
    if "[" in text:
        text = text.replace("[", "(").replace("]", ")")
    if names_one(text):
        return tuple(_list(text, Span(0, len(text)), lexicon))
    series = split_series(text)
    if series and kind_of(series[0].text, lexicon) is not PartyKind.PERSON:
        return tuple(_shared(text, series, lexicon))
    found: list[PartyMention] = []
    rest, excepted = _without_exceptions(text)
    carried: Head | None = None
    for item in _items(rest, lexicon):
        if item.mark not in "1;" or (carried is not None and item.mark == "1" and not carried.alone):
            carried = None
        for head, body in headed(rest, Span(item.start, item.end), lexicon):
            if head and not head.label and (alone := _sent_nobody(rest, head, body, lexicon)):
                found.append(alone)
                continue
            numbered = item.mark == "1" or _ITEM_MARK.match(rest, item.start) is not None
            listed = _list(rest, body, lexicon, numbered=numbered)
            found.extend(under(head or carried, listed, rest, lexicon))
            empty = not rest[body.start : body.end].strip()
            if head and (empty or is_body(head, rest, lexicon)):
                carried = head._replace(alone=empty)
    for span in excepted:
        found.extend(replace(mention, absent=True) for mention in _list(text, span, lexicon))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _sent_nobody(text: str, head: Head, body: Span, lexicon: Lexicon) -> PartyMention | None:
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
    cuts |= {semicolon.span(): ";" for semicolon in re.finditer(r";", text) if not inside(semicolon, text)}
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


def _list(text: str, span: Span, lexicon: Lexicon, *, numbered: bool = False) -> Iterator[PartyMention]:
    """The parties of a stretch without heads; an item of a ``numbered`` list rather names one body than two."""
    label = _leading_label(lexicon).match(text, span.start, span.end)
    if label and is_office_beyond(text[span.start : span.end], label.end() - span.start, lexicon):
        label = None
    if label and (text[label.end() : label.end() + 1].isupper() or _AFTER_ANYTHING.search(label.group().strip())):
        span = Span(label.end(), span.end)
    parts = cut_parties(text, span, lexicon)
    if makes_one(text, parts, lexicon, numbered=numbered):
        parts = [replace(parts[0], end=parts[-1].end)]
    for part in _merged(text, parts, lexicon):
        yield from _parties_of(text, part, lexicon)


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
    sender: str | None = None
    if sent := _SENT.match(text, start, end):
        sender = sent["for"].strip() if _LEGAL_BODY.match(sent["for"].strip()) else None
        start = sent.end()
    along = part.mark in _ALONG and RETINUE.fullmatch(text[start:end].strip(" ."))
    if along or names_nobody(text[start:end], lexicon):
        return
    start += count_before(text[start:end], lexicon)
    count = _count_behind(lexicon).search(text, start, end)
    if count and fold(text[start : count.start()]) not in lexicon.titles.collectives:  # "perwakilan 12 OPD"
        end = count.start()
    if several := _people_of_body(text, Span(start, end), lexicon):
        yield from several
        return
    shared = split_shared_head(text[start:end], lexicon) or (SharedPart(0, end - start, text[start:end], None),)
    for mention in _shared(text, shared, lexicon, start):
        yield replace(mention, organization=sender) if sender and not mention.organization else mention


def _shared(text: str, parts: Iterable[SharedPart], lexicon: Lexicon, at: int = 0) -> Iterator[PartyMention]:
    """The parties of these parts of a text from ``at`` on, each with its full name."""
    for part in parts:
        mention = parse_entry(text, lexicon, Span(at + part.start, at + part.end))
        if mention is not None:
            full = part.full
            yield replace(mention, full=full, kind=kind_of(full, lexicon)) if full else mention


def _people_of_body(text: str, span: Span, lexicon: Lexicon) -> tuple[PartyMention, ...]:
    """The people that a bracket lists behind a body or office ("BAAK (Ibu Sinta, Bapak Doni)"); none for one alone."""
    bracket = _LIST_IN_BRACKET.fullmatch(text, span.start, span.end)
    if bracket is None:
        return ()
    addressed = " " in bracket["head"] or patterns(lexicon).address(text, span.start)
    if addressed and kind_of(bracket["head"], lexicon) is PartyKind.PERSON:
        honorific = patterns(lexicon).honorific.match(bracket["head"])
        if honorific is None or opening_of(bracket["head"][honorific.end() :], lexicon) is None:
            return ()  # but "Ibu Kader Posyandu (Ibu Sari, Ibu Rina)"
    listed = tuple(_bracketed(text, Span(*bracket.span("list")), lexicon))
    if len(listed) < 2 or any(mention.kind is not PartyKind.PERSON for mention in listed):
        return ()
    opening = opening_of(bracket["head"], lexicon)
    team = patterns(lexicon).shared_head.match(bracket["head"]) or (opening and opening.kind == "team")
    body = kind_of(bracket["head"], lexicon) is PartyKind.ORGANIZATION  # "Yayasan Kasih (Meli, Sela)"
    names = [text[each.start : each.end] for each in listed]
    plain = body and all(name.istitle() and " " not in name for name in names)
    titled = all(patterns(lexicon).address(name) for name in names)
    if not (plain or titled) and not any(is_surely_name(name, lexicon) or (team and name.istitle()) for name in names):
        return ()
    start, end = bracket.span("head")
    others: tuple[PartyMention, ...] = ()
    if counted := _AND_COUNTED.search(text, start, end):  # "Ketua dan dua wakil warga (Pak Joko, Bu Sri)"
        first = parse_entry(text, lexicon, Span(start, counted.start()))
        others, start = ((first,) if first else ()), counted.end()
    return (*others, *under(Head(start, end, label=False, absent=False), listed, text, lexicon))


def _bracketed(text: str, span: Span, lexicon: Lexicon) -> Iterator[PartyMention]:
    """The parties that a bracket lists: each between its semicolons is one ("Bpk. Joko, QC; Bu Sri, HSE")."""
    cuts = [at for at in range(span.start, span.end) if text[at] == ";"]
    if not cuts:
        yield from _list(text, span, lexicon)
        return
    for start, end in zip([span.start, *(cut + 1 for cut in cuts)], [*cuts, span.end], strict=True):
        if mention := parse_entry(text, lexicon, Span(start, end)):
            yield _with_task(mention)


def _with_task(mention: PartyMention) -> PartyMention:
    """A person in the bracket of a body: a short word behind them is what they do there, no second body ("QC")."""
    said = mention.organization
    if mention.role is not None or said is None or " " in said:
        return mention
    return replace(mention, role=said, role_at=mention.organization_at, organization=None, organization_at=None)


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


@cache
def _leading_label(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_word(lexicon.titles.list_labels)})\s+", re.IGNORECASE)


@cache
def _fillers(lexicon: Lexicon) -> re.Pattern[str]:
    about = r"(?:(?:sekitar|kurang lebih|±|~|sebanyak|(?:total|jumlah)(?:nya)?|seluruhnya|semuanya)\s*)*"
    of = any_word(lexicon.titles.counters)
    count = rf"{about}\d+\s*(?:\([^()]*\)\s*)?(?:(?:{of})?\s*(?:\(|\.?\s*$)|(?:\w+\s+)?dari\s+\d+)"
    return re.compile(rf"[\s(]*(?:(?:{any_word(lexicon.titles.fillers)})(?!\w)|{count})", re.IGNORECASE)


@cache
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    """A count before what is counted ("21 orang panitia")."""
    counters = rf"(?!orang\s?tua\b)(?:{any_word(lexicon.titles.counters)})"  # parents are no "persons"
    return re.compile(rf"\s*(?:±?\d+|{_NUMERALS})\s*(?:\(\w+\)\s*)?{counters}\s+(?:dari\s+)?(?=\w)", re.IGNORECASE)


@cache
def _count_behind(lexicon: Lexicon) -> re.Pattern[str]:
    """A count behind what is counted ("kader 12 orang", "wali murid sebanyak 128 orang dari 140")."""
    counters = any_word((*lexicon.titles.counters, "personel", "personil", "KK"))
    said = r"(?:sebanyak|berjumlah|sejumlah|jumlah(?:nya)?|total(?:nya)?|sekitar|kurang lebih|±)"
    count = rf"(?<=\w)(?<!\bdari)\s*[,:]?\s+(?:{said}\s+)?[±~]?\d+\s*(?:\(\w+\)\s*)?(?:{counters})"
    return re.compile(rf"{count}(?:\s+dari\s+\d+(?:\s+\w+)?)?[\s.]*$", re.IGNORECASE)
