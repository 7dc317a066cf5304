"""How long each file target takes for many follow-ups, and how much memory: each in a process of its own.

    python bench/export/bench.py [--rows 100000] [--only csv xlsx]

The rows are made up and take part in the memory, as in a real export. Times are CPU seconds of the export alone.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from notula.models.evidence import Evidence
from notula.models.handover import AgreementRow, AttendeeRow, Batch, MeetingRow, Row, RowOwner, RowStatus
from notula.models.minutes import AgreementKind, Due, DueKind, FollowUp, Meeting, Party, PartyKind, TextValue, Where
from notula.models.result import MadeBy, Result, SourceInfo
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.names import TARGETS

SECONDS, MEGABYTES = 60, 500
_PER_MEETING = 10
_DOES = (
    "menyusun",
    "menyampaikan",
    "menindaklanjuti",
    "memverifikasi",
    "mengoordinasikan",
    "memperbarui",
    "melaporkan",
)
_WHAT = ("data penerima bantuan", "rencana kerja", "laporan capaian", "jadwal penyaluran", "usulan anggaran")
_WHERE = ("tingkat kecamatan", "seluruh desa", "unit kerja terkait", "kabupaten/kota", "perangkat daerah")
_WHO = ("Dinas Sosial", "Bappeda", "Dinas Kesehatan", "Sekretariat Daerah", "Inspektorat", "Dinas Pendidikan", "BPBD")


def make_batch(rows: int) -> Batch:
    """A batch with ``rows`` follow-ups of meetings with ten each, the same each time."""
    dice = random.Random(1)
    meetings = tuple(_meeting(number) for number in range(-(-rows // _PER_MEETING)))
    follow_ups = tuple(_row(number, meetings[number // _PER_MEETING], dice) for number in range(rows))
    agreements = tuple(
        AgreementRow(id=_id("a", n), meeting_id=meetings[n // 3].id, kind=AgreementKind.DECISION,
                     text=_sentence(n, dice), quote=_sentence(n, dice))
        for n in range(len(meetings) * 3)
    )  # fmt: skip
    attendees = tuple(
        AttendeeRow(meeting_id=meetings[n // 12].id, name=f"{dice.choice(_WHO)} {n % 12}", kind=PartyKind.ORGANIZATION)
        for n in range(len(meetings) * 12)
    )  # fmt: skip
    return Batch(
        meetings=meetings,
        follow_ups=follow_ups,
        agreements=agreements,
        attendees=attendees,
        results=_results(meetings, follow_ups),
        made_at="2026-03-01T01:02:03+00:00",
    )


def _id(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:bench:{kind}:{number}"))


def _sentence(number: int, dice: random.Random) -> str:
    parts = (f"{dice.choice(_DOES)} {dice.choice(_WHAT)} pada {dice.choice(_WHERE)}" for _ in range(dice.randint(1, 4)))
    return f"{', lalu '.join(parts)} – butir {number}"


def _meeting(number: int) -> MeetingRow:
    return MeetingRow(
        id=_id("m", number),
        title=f"Rapat Koordinasi Pelaksanaan Program Tahun Berjalan ke-{number}",
        date=(date(2020, 1, 1) + timedelta(days=number % 2_000)).isoformat(),
        time_start="09:00",
        zone="WIB",
        place="Ruang Rapat Sekretariat Daerah Lantai 2",
        source=f"rapat/{number}.pdf",
        filename=f"{number}.pdf",
        sha256="0" * 64,
    )


def _row(number: int, meeting: MeetingRow, dice: random.Random) -> Row:
    action = _sentence(number, dice)
    owner = dice.choice(_WHO)
    due = date(2026, 1, 1) + timedelta(days=dice.randrange(900))
    status: RowStatus = dice.choice(("open", "in_progress", "done"))
    return Row(
        id=_id("f", number),
        meeting_id=meeting.id,
        action=action,
        text=f"{owner} {action}, paling lambat {due:%d/%m/%Y}",
        owners=(RowOwner(name=owner, kind=PartyKind.ORGANIZATION), RowOwner(name=dice.choice(_WHO))),
        due_date=due.isoformat(),
        due_text=f"paling lambat {due:%d/%m/%Y}",
        due_kind=DueKind.ABSOLUTE,
        status=status,
        where="section",
        confidence=0.9,
        page=dice.randint(1, 9),
        quote=f"{number}. {owner} {action}, paling lambat {due:%d/%m/%Y}",
        modified="2026-02-11T03:04:05+00:00",
    )


def _results(meetings: tuple[MeetingRow, ...], rows: tuple[Row, ...]) -> Iterator[Result]:
    for number, meeting in enumerate(meetings):
        yield _result(meeting, rows[number * _PER_MEETING : (number + 1) * _PER_MEETING])


def _result(meeting: MeetingRow, rows: tuple[Row, ...]) -> Result:
    follow_ups = []
    for row in rows:
        evidence = Evidence(page=row.page, char_start=0, char_end=len(row.quote), quote=row.quote, rule="bench.rule")
        owners = tuple(
            Party(name=owner.name, kind=PartyKind.ORGANIZATION, confidence=0.9, evidence=evidence)
            for owner in row.owners
        )
        due = Due(date=row.due_date, text=row.due_text or "", kind=DueKind.ABSOLUTE, evidence=evidence)
        follow_ups.append(FollowUp(id=row.id, text=row.text, action=row.action, owners=owners, due=due, confidence=0.9,
                                   evidence=evidence, where=Where.SECTION))  # fmt: skip
    title = meeting.title or ""
    evidence = Evidence(char_start=0, char_end=len(title), quote=title, rule="bench.rule")
    return Result(
        id=meeting.id,
        source=SourceInfo(
            path=meeting.source, filename=meeting.filename, sha256=meeting.sha256, media_type="application/pdf"
        ),
        made_by=MadeBy(version="0", lexicon="bench"),
        meeting=Meeting(title=TextValue(text=title, confidence=0.9, evidence=evidence)),
        follow_ups=tuple(follow_ups),
    )


def measure(target: str, rows: int) -> None:
    """Export in this process and print what it took: CPU seconds, peak megabytes, megabytes written."""
    import resource

    from notula.pipeline.export.table import EXPORTERS

    batch = make_batch(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{EXPORTERS[target].suffix}"
        before = time.process_time()
        report = EXPORTERS[target].write(batch, str(path), ExportOptions(events=True))
        spent = time.process_time() - before
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    assert report.written > 0
    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # bytes there, kilobytes elsewhere
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"{spent:.1f} {peak:.0f} {size / 1e6:.0f}")


def main() -> int:
    """Measure each target; 1 where one is over a limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", default=[name for name in TARGETS if name != "postgresql"])
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.one, options.rows)
        return 0
    print(f"| target ({options.rows:,} follow-ups) | CPU s | peak MB | file MB |\n|---|---|---|---|")
    over = []
    for target in options.only:
        command = [sys.executable, __file__, "--one", target, "--rows", str(options.rows)]
        spent, peak, size = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
        print(f"| {target} | {spent} | {peak} | {size} |", flush=True)
        over += [target] if float(spent) > SECONDS or float(peak) > MEGABYTES else []
    print(f"over {SECONDS} s or {MEGABYTES} MB: {', '.join(over) or 'none'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
