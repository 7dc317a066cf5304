"""Ways in which lists of attendees tell offices, bodies and counts."""

from collections.abc import Callable

import pytest

from notula.models.minutes import PartyKind
from notula.models.result import Result
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Finance - Rina, Joko", [("Rina", None, "Finance"), ("Joko", None, "Finance")], id="body-dash"),
        pytest.param("Dishub: Joko; Rina", [("Joko", None, "Dishub"), ("Rina", None, "Dishub")], id="body-semicolon"),
        pytest.param(
            "BAAK (Ibu Rina, Bapak Joko)", [("Rina", None, "BAAK"), ("Joko", None, "BAAK")], id="body-bracket"
        ),
        pytest.param("PT Arta: Joko (Web Ops)", [("Joko", "Web Ops", "PT Arta")], id="office-under-body"),
        pytest.param("Tim Ahli (Dr. Rina)", [("Dr. Rina", None, "Tim Ahli")], id="team"),
        pytest.param("Juru rawat - Joko Susanto", [("Joko Susanto", "Juru rawat", None)], id="unknown-office-dash"),
        pytest.param("Rina (pengrajin)", [("Rina", "pengrajin", None)], id="office-one-small-word"),
        pytest.param("bidan Rina Wati, para kader", [("Rina Wati", "bidan", None), ("para kader", None, None)],
                     id="small-office"),
        pytest.param("Pak Joko SDN Melati 2", [("Joko", None, "SDN Melati 2")], id="body-without-mark"),
        pytest.param("kader posyandu 12 orang", [("kader posyandu", None, None)], id="count-behind"),
        pytest.param("Camat, 5 Ketua RT", [("Camat", None, None), ("Ketua RT", None, None)], id="count-before"),
        pytest.param("21 pengurus dari 26", [], id="count-alone"),
        pytest.param("@rina @joko", [("rina", None, None), ("joko", None, None)], id="handles"),
        pytest.param("pak kabid, joko, rina", [("kabid", None, None), ("joko", None, None), ("rina", None, None)],
                     id="small-names"),
        pytest.param("Drs. H. Muh. Idris, M.Si", [("Drs. H. Muh. Idris, M.Si", None, None)], id="shortened-name"),
        pytest.param("Ketua RT 01 – 05", [("Ketua RT 01 – 05", None, None)], id="range"),
    ],
)  # fmt: skip
def test_families(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(each.name, each.role, each.organization) for each in parse_parties(text, LEXICON)]
    assert found == expected


def test_a_name_behind_an_office_is_a_person() -> None:
    (mention,) = parse_parties("Juru rawat - Joko Susanto", LEXICON)
    assert mention.kind is PartyKind.PERSON


@pytest.mark.parametrize(
    ("text", "present", "missing"),
    [
        pytest.param("Hadir:\n- [x] Rina\n- [ ] Joko", ["Rina"], ["Joko"], id="boxes"),
        pytest.param("Hadir:\n☒ Rina\n☐ Joko", ["Rina"], ["Joko"], id="crossed-boxes"),
        pytest.param("Hadir:\n☑ Rina\n☒ Joko", ["Rina"], ["Joko"], id="ticked-and-crossed-boxes"),
        pytest.param("Pengurus yang hadir : Rina\nPengurus yang udzur : Joko, Tono", ["Rina"], ["Joko", "Tono"],
                     id="crowd-labels"),
        pytest.param("Hadir: Rina, Joko. Tidak ikut: Tono, sedang dinas.", ["Rina", "Joko"], ["Tono"],
                     id="label-inside"),
        pytest.param("Peserta: 1. Rina\n2. Joko\n3. Tono", ["Rina", "Joko", "Tono"], [], id="first-entry-no-heading"),
        pytest.param("Peserta:\nRina\nJoko\nRina mengusulkan jadwal piket yang baru.", ["Rina", "Joko"], [],
                     id="talk-behind"),
    ],
)  # fmt: skip
def test_attendance_families(
    minutes: Callable[..., Result], text: str, present: list[str], missing: list[str]
) -> None:
    head, body = "NOTULA RAPAT\nRapat Panen Raya Kopi\n\nTanggal: 8 Mei 2023\n", "\n\nPembahasan\n1. Pompa air rusak.\n"
    read = minutes(f"{head}{text}{body}")
    assert [party.name for party in read.attendees] == present
    assert [party.name for party in read.absent] == missing


@pytest.mark.parametrize(
    "signers",
    [
        pytest.param(
            "1. Nama    : Rina Wati\n   Jabatan : Direktur PT Arta Boga\n"
            "2. Nama    : Joko\n   Jabatan : Pengguna Anggaran\n",
            id="labels",
        ),
        pytest.param(
            "| 1. | Rina Wati | Direktur PT Arta Boga |\n|---|---|---|\n| 2. | Joko | Pengguna Anggaran |\n", id="table"
        ),
    ],
)
def test_those_who_sign_are_present(signers: str, minutes: Callable[..., Result]) -> None:
    read = minutes(
        "BERITA ACARA\n\nPada hari ini Senin tanggal 8 Mei 2023 kami yang bertanda tangan di bawah ini :\n\n"
        f"{signers}\n"
        "telah mengadakan rapat dengan hasil sebagai berikut :\na. Pekerjaan selesai tepat waktu.\n"
    )
    found = [(party.name, party.role, party.organization) for party in read.attendees]
    assert found == [("Rina Wati", "Direktur", "PT Arta Boga"), ("Joko", "Pengguna Anggaran", None)]


def test_parties_to_a_record_and_those_with_them_are_present(minutes: Callable[..., Result]) -> None:
    read = minutes(
        "BERITA ACARA\n\nPada hari ini Senin tanggal 8 Mei 2023 kami yang bertanda tangan di bawah ini :\n\n"
        "I.  Rina Wati, S.E., Direktur PT Arta Boga, selanjutnya disebut PIHAK PERTAMA\n"
        "II. Joko Susilo, Pengguna Anggaran, yang selanjutnya disebut PIHAK KEDUA\n\n"
        "dengan didampingi oleh :\n1) Sekar Arum, Pengurus Barang\n2) Inspektorat Daerah\n\n"
        "telah melakukan pencocokan dari pukul 09.00 sampai dengan pukul 15.30 WIB, dengan hasil berikut.\n"
    )
    assert [party.name for party in read.attendees] == [
        "Rina Wati, S.E.", "Joko Susilo", "Sekar Arum", "Inspektorat Daerah",
    ]  # fmt: skip
    assert read.meeting.time and (read.meeting.time.start, read.meeting.time.end) == ("09:00", "15:30")
