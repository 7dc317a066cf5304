"""Those who sign a record ("yang bertanda tangan di bawah ini").

- a table of them; or name and office stand on lines of their own, or on one that says what the party is called
  ("..., selanjutnya disebut PIHAK PERTAMA");
- behind them a list of those who were with them ("didampingi oleh:").
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Grid, Span
from notula.pipeline.extract.attendance_tables import AttendanceTable
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.roles import split_role
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_party
from notula.pipeline.text import squeeze

_SIGN = re.compile(r"\b(?:ber)?(?:tanda ?tangan|tandatangan)\b", re.IGNORECASE)
_NAME = re.compile(r"\s*(?:\d{1,2}[.)]\s*)?Nama(?: Lengkap)?\s*[:=]\s*", re.IGNORECASE)
_OFFICE = re.compile(r"\s*(?:Jabatan|Selaku|Pekerjaan)\s*[:=]\s*", re.IGNORECASE)
_BODY = re.compile(r"\s*(?:Instansi|Unit Kerja|Perusahaan|Lembaga)\s*[:=]\s*", re.IGNORECASE)
# Behind name and office: what the record calls the party.
_CALLED = re.compile(
    r"[\s,;]*(?:(?:yang|untuk|dalam hal ini|bertindak)\b[^.;]{0,120}?)?\b(?:selanjutnya|berikutnya)\b[^.;]{0,60}?"
    r"\bdi ?sebut\b",
    re.IGNORECASE,
)
_ACCOMPANIED = re.compile(r"\b(?:di ?dampingi|di ?saksikan|di ?ikuti)(?:\s+(?:pula\s+)?oleh)?\s*:\s*$", re.IGNORECASE)
_FIRST_SECTIONS, _MOST_LINES = 12, 4  # lines about one of them


def signers(scope: Scope) -> list[Seen]:
    """The people whom a record names as those who sign it; empty where it does not begin so."""
    sections = scope.sections.sections[:_FIRST_SECTIONS]
    lines = [line for section in sections for line in (section.heading, *section.blocks) if line is not None]
    begin = next((at for at, line in enumerate(lines) if line.table is None and _SIGN.search(line.text)), None)
    if begin is None:
        return []
    following = lines[begin + 1 : begin + 2]
    if following and following[0].table is not None:
        return _tabled(scope, following[0].table)
    return list(_told(scope, [line for line in lines[begin + 1 :] if line.table is None]))


def _tabled(scope: Scope, grid: Grid) -> list[Seen]:
    """Those whom a table lists; cells that stand alone in their row name nobody."""
    table = AttendanceTable(scope, grid, lambda _: None, absent=False)
    table.read()
    return [seen for seen in table.present if is_party(seen.mention, scope.lexicon)]


def _told(scope: Scope, blocks: list[Block]) -> Iterator[Seen]:
    for at, block in enumerate(blocks):
        if _ACCOMPANIED.search(block.text):
            yield from _listed(scope, blocks[at + 1 :])
            continue
        label, called = _NAME.match(block.text), _CALLED.search(block.text)
        whole = Span(label.end() if label else 0, called.start() if called and not label else len(block.text))
        mention = parse_entry(block.text, scope.lexicon, whole) if label or called else None
        if mention is None or not is_party(mention, scope.lexicon):
            continue
        for line in blocks[at + 1 : at + _MOST_LINES] if label else ():
            if _NAME.match(line.text):
                break
            mention = _with_line(mention, line, scope)
        yield Seen(Span(block.start + mention.start, block.start + mention.end), mention, "attendee_signer")


def _listed(scope: Scope, blocks: list[Block]) -> Iterator[Seen]:
    """The parties of the list that blocks begin with."""
    for block in itertools.takewhile(lambda each: each.kind == "item", blocks):
        mention = parse_entry(block.text, scope.lexicon, Span(0, len(block.text)))
        if mention is not None and is_party(mention, scope.lexicon):
            yield Seen(Span(block.start + mention.start, block.start + mention.end), mention, "attendee_signer")


def _with_line(mention: PartyMention, line: Block, scope: Scope) -> PartyMention:
    """The mention with the office and body that a line tells."""
    if (office := _OFFICE.match(line.text)) and mention.role is None:
        said = squeeze(line.text[office.end() :]).rstrip(" .,;")
        parts = split_role(said, scope.lexicon)
        return replace(
            mention,
            role=said[slice(*parts.role)] if parts.role else None,
            organization=said[slice(*parts.organization)] if parts.organization else mention.organization,
        )
    if (body := _BODY.match(line.text)) and mention.organization is None:
        return replace(mention, organization=squeeze(line.text[body.end() :]).rstrip(" .,;") or None)
    return mention
