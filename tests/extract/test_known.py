"""Whom a stretch of text means, by the minutes of 14 March 2023."""

from collections.abc import Callable

import pytest

from notula.models.result import Result
from notula.pipeline.extract.aliases import build_aliases
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.participants import find_participants
from notula.pipeline.extract.scope import Scope


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ketut Darma", ["Ketut Darma"]),
        ("Ketut Darma, Rina Anggraini dan Dinas Perikanan", ["Ketut Darma", "Rina Anggraini", "Dinas Perikanan"]),
        ("Ketut Darma + Gede Mahardika", ["Ketut Darma", "Gede Mahardika"]),
        ("Bapak Ketut", ["Ketut"]),
        ("Dinas Kelautan dan Perikanan", ["Dinas Kelautan dan Perikanan"]),
        ("Seksi Umum/Seksi Haji", ["Seksi Umum", "Seksi Haji"]),
        ("Seksi Umum/pengurus Masjid Raya", ["Seksi Umum", "pengurus Masjid Raya"]),
        ("Biro Humas Kementerian ATR/BPN", ["Biro Humas Kementerian ATR/BPN"]),
        ("Dinas Perikanan Kabupaten/Kota", ["Dinas Perikanan Kabupaten/Kota"]),
        ("Desa/Kelurahan", ["Desa/Kelurahan"]),
        ("Ketut Darma dan spanduk", []),
        ("spanduk", []),
        (" . ", []),
    ],
)
def test_named(text: str, names: list[str], known: Known) -> None:
    found = known.named(text, 0, len(text))
    assert [each.mention.name for each in found] == names
    assert all(each.mention.name in text[each.start : each.end] for each in found)


def test_named_counts_from_the_whole_text(known: Known) -> None:
    text = "Membeli pupuk (Rina Anggraini)"
    (found,) = known.named(text, text.index("(") + 1, len(text) - 1)
    assert text[found.start : found.end] == "Rina Anggraini"


@pytest.mark.parametrize(
    ("text", "names"),
    [("Togar", ["Togar"]), ("Togar, Rina", ["Togar", "Rina"]), ("3 orang", []), ("TBD", []), ("belum ada", [])],
)
def test_named_loosely(text: str, names: list[str], known: Known) -> None:
    assert [each.mention.name for each in known.named(text, 0, len(text), loose=True)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ketut Darma", True), ("Pak Togar", True), ("Dinas Perikanan", False), ("Sekretaris Desa", False)],
)
def test_is_person(text: str, expected: bool, known: Known) -> None:
    (found,) = known.named(text, 0, len(text))
    assert known.is_person(found) is expected


def test_known_parties_on_both_sides_of_a_slash(scope_of: Callable[[str], Scope]) -> None:
    scope = scope_of("Notula Rapat\nPeserta:\n1. Camat\n2. Damang\n")
    people = [each.mention for each in find_participants(scope).attendees]
    known = Known(scope, people, build_aliases(scope.document.text, scope.lexicon, people), None, ())
    assert [each.mention.name for each in known.named("Camat/Damang", 0, 12)] == ["Camat", "Damang"]
    assert [each.mention.name for each in known.named("Camat/Mantir", 0, 12)] == ["Camat/Mantir"]


def test_a_unit_that_somebody_heads_is_one(scope_of: Callable[[str], Scope]) -> None:
    scope = scope_of("Kepala Seksi Sarana dan Aset hadir. Seksi Acara dan Konsumsi hadir.")
    known = Known(scope, (), build_aliases(scope.document.text, scope.lexicon), None, ())
    one, two = "Seksi Sarana dan Aset", "Seksi Acara dan Konsumsi"
    assert [each.mention.name for each in known.named(one, 0, len(one))] == [one]
    assert len(known.named(two, 0, len(two))) == 2


def test_units_of_heads_who_are_present_are_two(scope_of: Callable[[str], Scope]) -> None:
    scope = scope_of("Notula Rapat\nPeserta:\n1. Kabid Niaga\n2. Kabid Ternak\n3. Kasi Benih\n")
    people = [each.mention for each in find_participants(scope).attendees]
    known = Known(scope, people, build_aliases(scope.document.text, scope.lexicon, people), None, ())
    for text, fulls in {
        "Bidang Niaga dan Ternak": [None, "Bidang Ternak"],
        "Kasi Benih serta Pupuk": [None, "Kasi Pupuk"],
        "Bidang Niaga dan Pangan": [None],
    }.items():
        assert [each.mention.full for each in known.named(text, 0, len(text))] == fulls


def test_offices_under_one_head(scope_of: Callable[[str], Scope]) -> None:
    scope = scope_of("Notula Rapat\nPeserta:\n1. Tuti Rahayu - Askep Blok A\n2. Bowo Laksono - Askep Blok B\n")
    people = [each.mention for each in find_participants(scope).attendees]
    known = Known(scope, people, build_aliases(scope.document.text, scope.lexicon, people), None, ())
    assert known.is_party("Askep Blok A dan Blok B") and not known.is_party("Askep Blok A dan Blok C")
    text = "Askep Blok A dan Blok B"
    assert [each.mention.name for each in known.named(text, 0, len(text))] == ["Askep Blok A", "Blok B"]


def test_short_forms_that_act_or_are_headed(under: Callable[..., Result]) -> None:
    lines = ["1. TPKB wajib memasang papan nama.", "2. RAB menyusul."]
    assert [each.text for each in under("Keputusan", *lines).follow_ups] == ["TPKB wajib memasang papan nama."]


def test_units_told_by_the_offices_of_those_present(scope_of: Callable[[str], Scope]) -> None:
    listed = "1. Tuti Rahayu, Ketua Wadah Pemuda\n2. Bowo Laksono, GV Supervisor\n3. Sri Utami, Ketua Umum\n"
    scope = scope_of(f"Notula Rapat\nPeserta:\n{listed}")
    people = [each.mention for each in find_participants(scope).attendees]
    known = Known(scope, people, build_aliases(scope.document.text, scope.lexicon, people), None, ())
    assert [known.is_party(each) for each in ("Wadah Pemuda", "GV", "Umum")] == [True, True, False]


def test_a_name_ends_with_its_line(scope_of: Callable[[str], Scope]) -> None:
    scope = scope_of("Tindak lanjut\nMinta izin ke kelurahan - Pak Kirno\nCetak peta kerja A3\n")
    known = Known(scope, (), build_aliases(scope.document.text, scope.lexicon), None, ())
    assert known.is_party("Kirno") and not known.is_party("Cetak")
