"""Write results of many invented meetings, as a run would: ``python bench/review/make_results.py OUT [--meetings N]``.

Each meeting has twenty items (4 agenda points, 6 agreements, 8 follow-ups, 2 suggestions), a header and ten attendees.
The same number gives the same files.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from notula.models.evidence import Evidence
from notula.models.minutes import (
    Agreement,
    AgreementKind,
    DateValue,
    Due,
    DueKind,
    FollowUp,
    Item,
    Meeting,
    Party,
    PartyKind,
    TextValue,
    Where,
)
from notula.models.result import MadeBy, Result, SourceInfo

_VERBS = ("menyusun", "menyampaikan", "memeriksa", "melengkapi", "menghitung", "memperbaiki", "menjadwalkan",
          "meninjau", "mengirim", "memetakan", "menyiapkan", "mencatat")  # fmt: skip
_THINGS = ("laporan", "rencana anggaran", "daftar peserta", "jadwal pelatihan", "peta saluran", "data sumur",
           "usulan", "naskah surat", "kontrak", "berita acara", "sarana", "formulir", "rekapitulasi")  # fmt: skip
_ABOUT = ("air bersih", "jalan desa", "irigasi", "sekolah", "puskesmas", "pasar", "arsip", "kepegawaian", "sampah",
          "perpustakaan", "banjir", "listrik", "perizinan")  # fmt: skip
_WHERE = ("Kecamatan Timur", "Desa Sukamaju", "wilayah pesisir", "ibu kota kabupaten", "tiga kelurahan", "zona utara")
_OFFICES = tuple(f"{kind} {about.title()}" for kind in ("Dinas", "Bidang", "Seksi") for about in _ABOUT)
_FIRST = ("Ratna", "Budi", "Sari", "Agus", "Dewi", "Eko", "Fitri", "Hadi", "Indah", "Joko", "Lestari", "Made", "Nur")
_LAST = ("Kusuma", "Santoso", "Wijaya", "Hartono", "Lubis", "Siregar", "Pratama", "Utami", "Nugroho", "Simanjuntak")
_START = date(2019, 1, 7)


class _Draft:
    """A meeting while its text is put together; values are made once the text stands."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(number)
        self.id = uuid5(NAMESPACE_URL, f"urn:notula:bench:{number}")
        self.lines: list[str] = []
        self.length = 0

    def line(self, text: str) -> int:
        """Add a line; where it starts."""
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return start

    def evidence(self, start: int, quote: str) -> Evidence:
        return Evidence(page=1, char_start=start, char_end=start + len(quote), quote=quote, rule="bench")

    def sentence(self) -> str:
        pick = self.random.choice
        return f"{pick(_VERBS)} {pick(_THINGS)} {pick(_ABOUT)} di {pick(_WHERE)} tahap {self.random.randint(1, 400)}"

    def party(self) -> tuple[str, PartyKind, str | None]:
        if self.random.random() < 0.4:
            return self.random.choice(_OFFICES), PartyKind.ORGANIZATION, None
        name = f"{self.random.choice(_FIRST)} {self.random.choice(_LAST)} {self.random.choice(_LAST)}"
        return name, PartyKind.PERSON, self.random.choice(_OFFICES)

    def confidence(self) -> float:
        return round(self.random.uniform(0.45, 0.99), 2)


def make_result(number: int) -> tuple[Result, str]:
    """The result and the canonical text of a meeting."""
    draft = _Draft(number)
    title = f"Rapat {draft.random.choice(_ABOUT)} ke-{number}"
    held = _START + timedelta(days=number % 2500)
    header = Meeting(title=_text(draft, title), date=_date(draft, held), place=_text(draft, "Ruang Rapat Utama"))
    name = f"{held.year}/rapat-{number:06}.docx"
    return Result(
        id=str(draft.id),
        source=SourceInfo(path=name, filename=name[5:], sha256=f"{number:064x}", media_type="text/plain"),
        made_by=MadeBy(version="0", lexicon="sha256:0"),
        meeting=header,
        attendees=tuple(_party(draft) for _ in range(10)),
        agenda=_items(draft, 4),
        agreements=tuple(Agreement(kind=AgreementKind.DECISION, **item.model_dump()) for item in _items(draft, 6)),
        follow_ups=tuple(_follow_up(draft, held) for _ in range(8)),
        suggestions=_items(draft, 2),
    ), "\n".join(draft.lines) + "\n"


def _text(draft: _Draft, text: str) -> TextValue:
    return TextValue(text=text, confidence=draft.confidence(), evidence=draft.evidence(draft.line(text), text))


def _date(draft: _Draft, held: date) -> DateValue:
    text = held.strftime("%d-%m-%Y")
    evidence = draft.evidence(draft.line(text), text)
    return DateValue(start=held.isoformat(), text=text, confidence=draft.confidence(), evidence=evidence)


def _party(draft: _Draft) -> Party:
    name, kind, organization = draft.party()
    evidence = draft.evidence(draft.line(name), name)
    return Party(name=name, kind=kind, organization=organization, confidence=draft.confidence(), evidence=evidence)


def _items(draft: _Draft, count: int) -> tuple[Item, ...]:
    found = []
    for _ in range(count):
        text = draft.sentence()
        start = draft.line(text)
        item_id = str(uuid5(draft.id, f"{start} {text}"))
        found.append(Item(id=item_id, text=text, confidence=draft.confidence(), evidence=draft.evidence(start, text)))
    return tuple(found)


def _follow_up(draft: _Draft, held: date) -> FollowUp:
    name, kind, organization = draft.party()
    action = draft.sentence()
    day = (held + timedelta(days=draft.random.randint(1, 90))).isoformat() if draft.random.random() < 0.7 else None
    text = " ".join(filter(None, (name, action, day and f"paling lambat {day}")))
    start = draft.line(text)
    owner = Party(name=name, kind=kind, organization=organization, confidence=0.9, evidence=draft.evidence(start, name))
    due = Due(date=day, text=day, kind=DueKind.ABSOLUTE, evidence=draft.evidence(start + len(text) - len(day), day)) \
        if day else None  # fmt: skip
    return FollowUp(
        id=str(uuid5(draft.id, f"{start} {text}")), text=text, action=action, confidence=draft.confidence(),
        evidence=draft.evidence(start, text), owners=(owner,), due=due, where=Where.SECTION, needs_review=day is None,
        review_reasons=() if day else ("no_due",),
    )  # fmt: skip


def write_results(out: Path, meetings: int) -> None:
    """Write the results of so many meetings below a folder."""
    for number in range(meetings):
        result, text = make_result(number)
        path = out / f"{result.source.path}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(result.model_dump_json(), "utf-8")
        path.with_suffix(".txt").write_bytes(text.encode("utf-8"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--meetings", type=int, default=10_000, metavar="N")
    options = parser.parse_args(arguments)
    write_results(options.out, options.meetings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
