"""How a text names a party: the words, what they say of it, and where each stands."""

from dataclasses import dataclass
from typing import NamedTuple

from notula.models.blocks import Span
from notula.models.minutes import PartyKind


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


class Named(NamedTuple):
    """A party in a text: where it stands and how it was read."""

    start: int
    end: int
    mention: PartyMention


def mention_of(text: str, kind: PartyKind, parts: dict[str, Span]) -> PartyMention:
    """The mention whose parts (a field's name to where it stands in the text) are these."""
    values: dict[str, str | Span] = {}
    for key, span in parts.items():
        values |= {key: text[span.start : span.end], f"{key}_at": span}
    start, end = min(span.start for span in parts.values()), max(span.end for span in parts.values())
    if end < len(text) and text[end] == ")" and "(" in text[start:end]:
        end += 1
    return PartyMention(start=start, end=end, kind=kind, **values)  # type: ignore[arg-type]  # keys and values pair up
