"""Personal names left out of every target."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from notula.models.evidence import Evidence
from notula.models.handover import AgreementRow, AttendeeRow, Batch, MeetingRow, Row, RowOwner
from notula.models.minutes import AgreementKind, FollowUp, Meeting, Party, PartyKind, TextValue, Where
from notula.models.result import MadeBy, Result, SourceInfo
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.masks import Masker, index
from notula.pipeline.export.redact import redact_persons
from notula.pipeline.export.table import EXPORTERS

PEOPLE = ("Ratna Kusuma Dewi, S.Sos., M.Si.", "H. Bambang Sutrisno", "Sari Wulandari", "Yulianto")
NAMES = ("Ratna", "ratna", "Kusuma", "RATNA", "Bambang", "Sutrisno", "Sari", "Wulandari", "wulandari", "Yulianto")


@pytest.fixture
def named(batch: Callable[..., Batch], row: Callable[..., Row], meeting: Callable[..., MeetingRow]) -> Batch:
    text = "Bu ratna dan Pak Bambang (b.s@contoh.go.id, @sutrisno) menyusun laporan; YULIANTO membantu Dinas Sosial"
    owners = (
        RowOwner(name=PEOPLE[0], kind=PartyKind.PERSON, organization="Bappeda", user="ratna@contoh.go.id"),
        RowOwner(name="Dinas Sosial", kind=PartyKind.ORGANIZATION, user="dinsos@contoh.go.id"),
        RowOwner(name="Yulianto", kind=None),
    )
    held = meeting(
        title="Rapat dengan Bambang Sutrisno", chair=("Sari Wulandari", "Dinas Sosial"),
        source="rapat-Sari Wulandari.pdf", filename="rapat-Sari Wulandari.pdf",
    )  # fmt: skip
    return batch(
        row(
            1,
            action=text,
            text=text,
            quote=text,
            owners=owners,
            recipients=("Sari Wulandari",),
            due_text="menurut Bu Sari",
        ),
        meetings=(held,),
        agreements=(AgreementRow(id="a", meeting_id=held.id, kind=AgreementKind.DECISION, text=text, quote=text),),
        attendees=(
            AttendeeRow(meeting_id=held.id, name=PEOPLE[1], role="Kepala Dinas", kind=PartyKind.PERSON),
            AttendeeRow(meeting_id=held.id, name="Dinas Sosial", kind=PartyKind.ORGANIZATION),
        ),
        results=[_result(text)],
    )


def _result(text: str) -> Result:
    evidence = Evidence(char_start=0, char_end=len(text), quote=text, rule="test.rule")
    people = tuple(
        Party(name=name, canonical_name=name, aliases=("Bu Ratna",), kind=PartyKind.PERSON, role="Kepala Bidang",
              confidence=0.9, evidence=evidence)
        for name in PEOPLE
    )  # fmt: skip
    office = Party(name="Dinas Sosial", kind=PartyKind.ORGANIZATION, confidence=0.9, evidence=evidence)
    item = FollowUp(id="f", text=text, action=text, owners=(*people, office), where=Where.SECTION, confidence=0.9,
                    evidence=evidence)  # fmt: skip
    return Result(
        id="m",
        source=SourceInfo(path="Yulianto/x.pdf", filename="x.pdf", sha256="0", media_type="application/pdf"),
        made_by=MadeBy(version="0", lexicon="0"),
        meeting=Meeting(title=TextValue(text=text, confidence=0.9, evidence=evidence), chair=people[:1]),
        attendees=people,
        follow_ups=(item,),
    )


def texts_of(path: Path) -> str:
    """All that a file or folder says, unpacked where it is packed."""
    if path.is_dir():
        return "".join(texts_of(each) for each in sorted(path.iterdir()))
    if path.suffix in (".xlsx", ".docx"):
        with ZipFile(path) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n ", "")


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "postgresql"])
def test_no_target_names_a_person(name: str, named: Batch, tmp_path: Path, client: Callable[[str], object]) -> None:
    if name == "parquet":
        client("pyarrow")
    path = tmp_path / f"x{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(redact_persons(named), str(path), ExportOptions())
    text = texts_of(path)
    assert not [word for word in NAMES if re.search(rf"(?<!\w){word}(?!\w)", text)]
    assert "@contoh.go.id" not in text.replace("dinsos@contoh.go.id", "")
    if name not in ("parquet", "sqlite"):
        assert "Dinas Sosial" in text and "menyusun laporan" in text


def test_what_is_no_person_stays(named: Batch) -> None:
    redacted = redact_persons(named)
    owners = [(owner.name, owner.organization, owner.user) for owner in redacted.follow_ups[0].owners]
    assert owners == [
        ("[nama]", "Bappeda", None),
        ("Dinas Sosial", None, "dinsos@contoh.go.id"),
        ("[nama]", None, None),
    ]
    assert redacted.meetings[0].chair == ("[nama]", "Dinas Sosial")
    assert [(each.name, each.role) for each in redacted.attendees] == [
        ("[nama]", "Kepala Dinas"),
        ("Dinas Sosial", None),
    ]
    assert redacted.follow_ups[0].id == named.follow_ups[0].id
    (result,) = redacted.results
    assert [owner.name for owner in result.follow_ups[0].owners] == ["[nama]"] * 4 + ["Dinas Sosial"]
    assert result.follow_ups[0].owners[0].aliases == () and result.attendees[0].role == "Kepala Bidang"


def test_the_mask_is_in_the_language(named: Batch) -> None:
    assert redact_persons(replace(named, lang="en")).follow_ups[0].owners[0].name == "[name]"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Bu Ratna hadir", "Bu [x] hadir"),
        ("pak bambang dan bu ratna", "pak [x] dan bu [x]"),
        ("H. BAMBANG SUTRISNO membuka rapat", "[x] membuka rapat"),
        ("ratna kusuma dewi, s.sos., m.si. membuka", "[x]. membuka"),
        ("ratna kusuma dewi dan bambang sutrisno", "[x] dan [x]"),
        ("Bambang, Ratna, dan tim", "[x], dan tim"),
        ("Dinas Sosial dan Kepala Bidang", "Dinas Sosial dan Kepala Bidang"),
        ("di desa dewi sri", "di desa dewi sri"),
        ("hubungi r.k@contoh.go.id atau @bambang", "hubungi [x] atau [x]"),
        ("NIP 19800101 200501 1 002", "NIP [x]"),
        ("tanggal 20260505 pukul 10", "tanggal 20260505 pukul 10"),
        ("notula_Ratna-Kusuma-Dewi_2026.pdf", "notula_[x]_2026.pdf"),
        ("", ""),
    ],
)
def test_names_in_a_text(text: str, masked: str) -> None:
    assert Masker(index(PEOPLE), PEOPLE, "[x]")(text) == masked


def test_a_part_of_a_name_is_masked_in_its_own_meeting_only(
    batch: Callable[..., Batch], row: Callable[..., Row], meeting: Callable[..., MeetingRow]
) -> None:
    owner = (RowOwner(name="Agung Cahaya", kind=PartyKind.PERSON),)
    rows = (row(1, owners=owner), row(2, meeting_id=meeting(2).id, owners=(), text="PT Cahaya dan Agung Cahaya"))
    redacted = redact_persons(batch(*rows, meetings=(meeting(1), meeting(2))))
    assert redacted.follow_ups[1].text == "PT Cahaya dan [nama]"


def test_other_names_of_what_is_no_person_name_nobody(named: Batch) -> None:
    (result,) = named.results
    [office] = [owner for owner in result.follow_ups[0].owners if owner.kind is PartyKind.ORGANIZATION]
    initials = office.model_copy(update={"name": "RKD", "canonical_name": PEOPLE[0], "aliases": ("RKD",)})
    held = office.model_copy(update={"name": "Kepala Dinas", "aliases": ("Bambang Sutrisno", "Dinsos")})
    item = result.follow_ups[0].model_copy(update={"owners": (initials,), "recipients": (held, office)})
    (redacted,) = redact_persons(replace(named, results=[result.model_copy(update={"follow_ups": (item,)})])).results
    [owner], [first, second] = redacted.follow_ups[0].owners, redacted.follow_ups[0].recipients
    assert (owner.name, owner.canonical_name) == ("[nama]", None)
    assert (first.name, first.aliases, second.name) == ("Kepala Dinas", ("Dinsos",), "Dinas Sosial")


@pytest.mark.parametrize("name", ["DAN", "seluruh", "Forum", "Seluruh Forum", "Al"])
def test_a_word_that_is_no_name_is_not_masked(name: str) -> None:
    text = "DAN Seluruh Forum, Al, dan seluruh forum"
    assert Masker(index([name]), [name], "[x]")(text) == text


def test_a_path_keeps_words_that_are_parts_of_names() -> None:
    masker = Masker(index(["Agung Cahaya"]), ["Agung Cahaya"], "[x]")
    assert masker.path("Cahaya/rapat-Agung Cahaya.pdf") == "Cahaya/rapat-[x].pdf"
