"""Work under the headings of units in the discussion."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

Minutes = Callable[..., Result]
HUMAS = ("**Humas (Rina Anggraini)**", "- pengunjung naik 20 orang", "")
UNITS = ("**Umum**", "- {}", "", *HUMAS, "**Bagian Gudang**", "- {}")


def told(minutes: Minutes, note: str, *, lines: tuple[str, ...] = UNITS) -> list[tuple[str, list[str]]]:
    found = minutes("## Pembahasan", "", *(line.format(note) for line in lines), suffix=".md").follow_ups
    return [(each.text, [owner.name for owner in each.owners]) for each in found]


@pytest.mark.parametrize(
    ("note", "who"),
    [
        pytest.param("urus perpanjangan izin usaha", ["Bagian Gudang"], id="verb-first"),
        pytest.param("stok karung habis, pesan ke toko", ["Bagian Gudang"], id="verb-behind-a-comma"),
        pytest.param("daftar harga naik ke web paling lambat Jumat", ["Bagian Gudang"], id="limit"),
        pytest.param("laporan stok dikirim ke kantor pusat, akhir bulan", ["Bagian Gudang"], id="passive-with-a-day"),
        pytest.param("timbangan baru, Rabu harus sudah ada", ["Bagian Gudang"], id="what-must-be"),
        pytest.param("surat izin bongkar – Pak Ketut, Rabu", ["Ketut"], id="name-behind-a-dash"),
        pytest.param("Pak Ketut turun ke gudang Rabu ini", ["Ketut"], id="person-before-a-bare-verb"),
        pytest.param("Rina & Pak Gede turun ke gudang Rabu ini", ["Rina", "Gede"], id="two-before-a-bare-verb"),
        pytest.param("Pak Ketut ke dinas besok, antar surat", ["Ketut"], id="person-and-where-to"),
        pytest.param("Surat Pak Ketut dikirim ulang besok", ["Bagian Gudang"], id="what-is-of-a-person"),
        pytest.param("minta tukang memeriksa atap", ["Bagian Gudang"], id="asks-others"),
        pytest.param("buat papan harga supaya tidak ada lagi salah paham", ["Bagian Gudang"], id="what-it-is-for"),
        pytest.param("buka loket hari Rabu dan Kamis", ["Bagian Gudang"], id="order"),
    ],
)
def test_a_note_gives_work_to_its_unit(note: str, who: list[str], under: Minutes) -> None:
    assert (note, who) in told(under, note)


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("atap bocor lagi", id="state"),
        pytest.param("karung sudah dipesan", id="done"),
        pytest.param("belum pesan karung", id="denied"),
        pytest.param("mungkin pesan karung lagi", id="possible"),
        pytest.param("pasar malam buka sampai 20 Maret", id="until"),
        pytest.param("survei pelanggan 320 orang", id="noun"),
        pytest.param("Pak Ketut cerita soal timbangan lama", id="only-tells"),
        pytest.param("Pak Ketut izin, anaknya wisuda", id="stays-away"),
    ],
)
def test_a_note_that_gives_no_work(note: str, under: Minutes) -> None:
    assert told(under, note) == []


def test_under_a_general_heading_nobody_is_meant(under: Minutes) -> None:
    assert [who for _, who in told(under, "urus perpanjangan izin usaha")] == [["Bagian Gudang"]]


def test_headings_of_topics_name_no_unit(under: Minutes) -> None:
    lines = ("**Timbangan**", "- {}", "", "**Atap gudang**", "- {}", "", "**Humas**", "- {}")
    assert told(under, "urus perpanjangan izin usaha", lines=lines) == []


def test_units_are_known_by_the_offices_of_those_present(minutes: Minutes) -> None:
    people = "**Hadir**: Raka, Bima (Kadep Kominfo), Salsa (Koordinator PSDM)"
    talk = ("**Kominfo**", "- urus izin papan", "", "**PSDM**", "- bikin formulir", "", "**Parkir**", "- pesan cat")
    text = "\n".join(("# Rapat Pengurus", "", "Tanggal: 8 Maret 2024", "", people, "", "## Pembahasan", "", *talk, ""))
    found = minutes(text, ".md").follow_ups
    assert [[owner.name for owner in each.owners] for each in found] == [["Kominfo"], ["PSDM"]]


def test_a_label_under_the_heading_of_such_a_unit(minutes: Minutes) -> None:
    people = "Hadir: Raka (Ketua), Bima (Kadiv Kominfo)"
    talk = ("## 1. Kominfo", "Tindak lanjut: laporan diserahkan paling lambat 12 Maret.")
    text = "\n".join(("# Rapat Pengurus", "", "Tanggal: 8 Maret 2024", "", people, "", *talk, ""))
    (only,) = minutes(text, ".md").follow_ups
    assert [owner.name for owner in only.owners] == ["Kominfo"]


@pytest.mark.parametrize("note", ["Will fix the scale by Wednesday", "Next: daftar harga, target Jumat"])
def test_what_comes_next_under_the_heading_of_a_person(note: str, under: Minutes) -> None:
    assert told(under, note, lines=("Ketut Darma", "- {}")) == [(note, ["Ketut Darma"])]
