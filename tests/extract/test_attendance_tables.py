"""Tables of attendees."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

Minutes = Callable[..., Result]
Row = tuple[str, ...]
Told = tuple[str, str | None, str | None]

PAGE = """<h1>Notula Rapat Panen Rumput Laut</h1><p>Tanggal: 4 Mei 2024</p><h2>{heading}</h2>
<table border="1">{rows}</table><h2>Pembahasan</h2><p>Bibit sudah tiba di dermaga kemarin sore.</p>"""


@pytest.fixture(scope="module")
def table(minutes: Minutes) -> Callable[..., Result]:
    """The result of minutes with a table under a heading."""

    def read(*rows: Row, heading: str = "Daftar Hadir") -> Result:
        lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return minutes(PAGE.format(heading=heading, rows="".join(f"<tr>{line}</tr>" for line in lines)), ".html")

    return read


def told(result: Result) -> list[Told]:
    return [(party.name, party.role, party.organization) for party in result.attendees]


TABLES: dict[str, tuple[tuple[Row, ...], list[Told]]] = {
    "numbered": (
        (("No", "Nama", "Jabatan", "Instansi"), ("1", "Wiryo Utomo", "Ketua", "Koperasi Samudra")),
        [("Wiryo Utomo", "Ketua", "Koperasi Samudra")],
    ),
    "as what they came": (
        (("No", "Yang datang", "Sebagai"), ("1", "Wiryo Utomo", "Ketua Panitia")),
        [("Wiryo Utomo", "Ketua Panitia", None)],
    ),
    "what each does": (
        (("No", "Nama", "Dari", "Tugas"), ("1", "Wiryo Utomo", "Koperasi Samudra", "manajer proyek")),
        [("Wiryo Utomo", "manajer proyek", "Koperasi Samudra")],
    ),
    "asked who came and why not": (
        (("No", "Nomor Induk", "Nama Lengkap", "Hadir?", "Sebab"), ("1", "4218", "Wiryo Utomo", "✓", ""),
         ("2", "4219", "Sekar Arum", "x", "pulang kampung")),
        [("Wiryo Utomo", None, None)],
    ),
    "attendees and departments": (
        (("Attendees", "Dept."), ("Wiryo Utomo", "Finance"), ("Sekar Arum", "Operations")),
        [("Wiryo Utomo", None, "Finance"), ("Sekar Arum", None, "Operations")],
    ),
    "parties and who stood for them": (
        (("Pihak", "Wakil", "Jabatan"), ("Pemilik", "Wiryo Utomo", "Bendahara")),
        [("Wiryo Utomo", "Bendahara", "Pemilik")],
    ),
    "bodies and who stood in for them": (
        (("No", "Perangkat Daerah / Instansi", "Diwakili", "Jabatan"), ("1", "Dinas Samudra", "Wiryo Utomo", "Kabid")),
        [("Wiryo Utomo", "Kabid", "Dinas Samudra")],
    ),
    "bodies beside the people they sent": (
        (("Dinas Samudra", "Wiryo Utomo, Sekar Arum"), ("PMI Cabang", "Tegar Wibisono (PT Layar), Laras Ayu")),
        [
            ("Wiryo Utomo", None, "Dinas Samudra"),
            ("Sekar Arum", None, "Dinas Samudra"),
            ("Tegar Wibisono", None, "PT Layar"),
            ("Laras Ayu", None, "PMI Cabang"),
        ],
    ),
    "people in every column": (
        (("Bp. Wiryo", "Ibu Sekar", "Mas Tegar"), ("Ibu Laras", "Pak Gede", "Seksi Konsumsi")),
        [(name, None, None) for name in ("Wiryo", "Sekar", "Tegar", "Laras", "Gede", "Seksi Konsumsi")],
    ),
    "a number under the name": (
        (("No", "Nama/NIP", "Jabatan"), ("1", "Wiryo Utomo<br>19750812 200312 1 004", "Ketua Panitia")),
        [("Wiryo Utomo", "Ketua Panitia", None)],
    ),
    "an office as the unit": (
        (("Nama", "Unit"), ("Wiryo Utomo", "Ketua Komite"), ("Sekar Arum", "IGD")),
        [("Wiryo Utomo", "Ketua Komite", None), ("Sekar Arum", None, "IGD")],
    ),
    "a company behind the name": (
        (("Unsur", "Nama"), ("Alumni", "Wiryo Utomo (PT Samudra)")),
        [("Wiryo Utomo", "Alumni", "PT Samudra")],
    ),
    "what they do behind the name": (
        (("Nama", "Perusahaan"), ("Wiryo Utomo (HSE)", "PT Samudra")),
        [("Wiryo Utomo", "HSE", "PT Samudra")],
    ),
    "several in a cell": (
        (("Instansi", "Nama", "Jabatan"),
         ("Koperasi Samudra", "Ir. Wiryo Utomo<br>Sekar Arum, S.P.", "Ketua<br>Bendahara")),
        [("Ir. Wiryo Utomo", "Ketua", "Koperasi Samudra"), ("Sekar Arum, S.P.", "Bendahara", "Koperasi Samudra")],
    ),
    "a numbered row is one person": (
        (("No", "Nama", "Jabatan"), ("1", "Raden Wiryo<br>Utomo Kusumo", "Kepala Seksi<br>Tata Usaha")),
        [("Raden Wiryo Utomo Kusumo", "Kepala Seksi Tata Usaha", None)],
    ),
    "names in a row": (
        (("Instansi", "Nama"), ("Dinas Perikanan", "Wiryo Utomo, Sekar Arum"), ("BPS", "Tegar Wicaksono")),
        [("Wiryo Utomo", None, "Dinas Perikanan"), ("Sekar Arum", None, "Dinas Perikanan"),
         ("Tegar Wicaksono", None, "BPS")],
    ),
    "a table headed attendance": (
        (("Attendance", "Position", "Company"), ("Wiryo Utomo", "Project Manager", "PT Samudra")),
        [("Wiryo Utomo", "Project Manager", "PT Samudra")],
    ),
    "offices among the remarks": (
        (("Nama", "Unit", "Ket."), ("Wiryo Utomo", "BPS", "ketua"), ("Sekar Arum", "BPS", "bendahara"),
         ("BMKG", "", "tidak mengirim wakil")),
        [("Wiryo Utomo", "ketua", "BPS"), ("Sekar Arum", "bendahara", "BPS")],
    ),
    "online is no body": (
        (("No", "Nama", "Instansi"), ("1", "Wiryo Utomo", "online"), ("2", "Sekar Arum", "BPS")),
        [("Wiryo Utomo", None, None), ("Sekar Arum", None, "BPS")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES.keys())
def test_attendees(rows: tuple[Row, ...], expected: list[Told], table: Callable[..., Result]) -> None:
    assert told(table(*rows)) == expected


def test_columns_of_those_present_and_missing(table: Callable[..., Result]) -> None:
    result = table(("Seksi", "Hadir", "Izin"), ("Perkap", "Wiryo, Tegar", "Sekar"), ("Humas", "-", "Ratna"))
    assert told(result) == [("Wiryo", None, "Perkap"), ("Tegar", None, "Perkap")]
    assert [(party.name, party.organization) for party in result.absent] == [("Sekar", "Perkap"), ("Ratna", "Humas")]


def test_columns_that_only_mark_who_came(table: Callable[..., Result]) -> None:
    rows = (("Nama", "Jabatan", "Hadir", "Izin"), ("Wiryo Utomo", "Ketua", "v", ""), ("Sekar Arum", "Kasir", "v", ""))
    assert [party.name for party in table(*rows).attendees] == ["Wiryo Utomo", "Sekar Arum"]


@pytest.mark.parametrize("missed", ["Tidak Hadir", "Izin"])
def test_a_tick_in_the_column_of_those_missing(missed: str, table: Callable[..., Result]) -> None:
    result = table(("No", "Nama", "Hadir", missed), ("1", "Wiryo Utomo", "√", ""), ("2", "Sekar Arum", "", "√"))
    assert [party.name for party in result.attendees] == ["Wiryo Utomo"]
    assert [party.name for party in result.absent] == ["Sekar Arum"]


@pytest.mark.parametrize("mark", ["tidak hadir", "izin", "-", "sakit"])
def test_a_mark_of_absence(mark: str, table: Callable[..., Result]) -> None:
    rows = (("No", "Nama", "Kehadiran"), ("1", "Wiryo Utomo", "hadir"), ("2", "Sekar Arum", mark))
    result = table(*rows)
    assert [party.name for party in result.attendees] == ["Wiryo Utomo"]
    assert [party.name for party in result.absent] == ["Sekar Arum"]


@pytest.mark.parametrize(("mark", "away"), [("I (kuliah)", True), ("A", True), ("membawa arsip", False)])
def test_marks_in_a_column_of_remarks(mark: str, away: bool, table: Callable[..., Result]) -> None:
    rows = (("No", "Nama", "Jabatan", "Ket."), ("1", "Wiryo Utomo", "Ketua", "H"), ("2", "Sekar Arum", "Kasir", mark))
    assert [party.name for party in table(*rows).absent] == (["Sekar Arum"] if away else [])


def test_an_excuse_in_place_of_a_signature(table: Callable[..., Result]) -> None:
    rows = (("No", "Nama", "Tanda tangan"), ("1", "Wiryo Utomo", "1 ....."), ("2", "Sekar Arum", "ijin (umrah)"))
    result = table(*rows)
    assert [party.name for party in result.absent] == ["Sekar Arum"]


def test_a_wide_table_without_names_lists_nobody(table: Callable[..., Result]) -> None:
    rows = (("Luaran", "Indikator", "Rencana", "Nyata", "Ket"), ("1.1 Kebun bibit", "jumlah kebun", "12", "9", "-"))
    result = table(*rows, heading="Tidak hadir")
    assert (result.attendees, result.absent) == ((), ())


@pytest.mark.parametrize(("last", "present"), [("Paraf", True), ("Alasan", False)])
def test_absen_over_a_sheet_with_signatures(last: str, present: bool, table: Callable[..., Result]) -> None:
    result = table(("No", "Nama", "Jabatan", last), ("1", "Wiryo Utomo", "Ketua", ""), heading="Absen")
    assert [party.name for party in (result.attendees if present else result.absent)] == ["Wiryo Utomo"]


@pytest.mark.parametrize(
    ("titles", "first", "second"),
    [
        pytest.param(("NRP", "Nama Lengkap", "ABSEN"), ("V",), ("-",), id="a roll alone"),
        pytest.param(("No", "Nama", "Absen"), ("Hadir",), ("Izin",), id="a roll in words"),
        pytest.param(("NIM", "Nama", "Hadir", "Absen"), ("V", ""), ("", "V"), id="a column of those missing"),
        pytest.param(("No", "Nama", "Hadir", "Tidak hadir"), ("V", ""), ("", "V"), id="another title of it"),
    ],
)
def test_a_column_titled_absen(
    titles: Row, first: Row, second: Row, table: Callable[..., Result]
) -> None:
    rows = (("101", "Wiryo Utomo", *first), ("102", "Sekar Arum", *second), ("103", "Tegar Wicaksono", *first))
    result = table(titles, *rows)
    assert [party.name for party in result.attendees] == ["Wiryo Utomo", "Tegar Wicaksono"]
    assert [party.name for party in result.absent] == ["Sekar Arum"]


def test_the_meeting_named_between_the_heading_and_its_table(minutes: Callable[..., Result]) -> None:
    head = "<h2>Notulen Rapat Panen</h2><p>Tanggal: 14 Maret 2023<br>Tempat: Balai Desa<br>Hadir: Dinas Perikanan</p>"
    rows = "<tr><td>No</td><td>Nama</td><td>Jabatan</td></tr><tr><td>1</td><td>Wiryo Utomo</td><td>Ketua</td></tr>"
    talk = "<h3>Pembahasan</h3><p>Panen baik.</p><p>Rapat ditutup pukul 11.00.</p>"
    text = f"{head}{talk}<h3>Daftar Hadir</h3><p>Rapat Kerja Kelompok Tani, 14 Maret 2023</p><table>{rows}</table>"
    assert "Wiryo Utomo" in [party.name for party in minutes(f"<html><body>{text}</body></html>", ".html").attendees]


INITIALS = """<h1>Notula Rapat Panen</h1><p>Tanggal: 14 Maret 2023</p><h2>Daftar Hadir</h2><table><tr><td>No</td>
<td>Nama</td><td>Instansi</td><td>{title}</td></tr><tr><td>1</td><td>Ir. Wiryo Utomo, MT</td><td>Koperasi Samudra</td>
<td>{first}</td></tr><tr><td>2</td><td>Sekar A. Larasati</td><td>Koperasi Samudra</td><td>{second}</td></tr></table>
<h2>Pembahasan</h2><p>Bibit diantarkan {second} lusa.</p>"""


@pytest.mark.parametrize("title", ["Inisial", "Kode", "Paraf"])
def test_a_column_of_initials(title: str, minutes: Callable[..., Result]) -> None:
    result = minutes(INITIALS.format(title=title, first="WU", second="SL"), ".html")
    assert [[owner.canonical_name for owner in task.owners] for task in result.follow_ups] == [["Sekar A. Larasati"]]


@pytest.mark.parametrize(("first", "second"), [("PU", "KB"), ("WU", "WU")], ids=["other-letters", "twice-the-same"])
def test_a_column_of_other_short_forms(first: str, second: str, minutes: Callable[..., Result]) -> None:
    result = minutes(INITIALS.format(title="Kode", first=first, second=second), ".html")
    named = [owner.canonical_name for task in result.follow_ups for owner in task.owners]
    assert "Sekar A. Larasati" not in named


def test_merged_rows_over_a_table_without_titles(minutes: Callable[..., Result]) -> None:
    rows = (
        "<tr><td colspan=2>Dinas Perikanan</td></tr><tr><td>Wiryo Utomo</td><td>Kepala Bidang</td></tr>"
        "<tr><td colspan=2>PT Samudra</td></tr><tr><td>Sekar Arum</td><td>Project Manager</td></tr>"
    )
    assert told(minutes(PAGE.format(heading="Daftar Hadir", rows=rows), ".html")) == [
        ("Wiryo Utomo", "Kepala Bidang", "Dinas Perikanan"), ("Sekar Arum", "Project Manager", "PT Samudra"),
    ]  # fmt: skip


@pytest.mark.parametrize("away", [("Izin", "Tidak"), ("Sakit", "Alpa"), ("I", "A"), ("S", "Tdk")])
def test_ticks_below_words_for_who_came_and_who_did_not(away: tuple[str, str], table: Callable[..., Result]) -> None:
    rows = (("1", "Wiryo Utomo", "v", "", ""), ("2", "Sekar Arum", "", "v", ""), ("3", "Tegar Wibowo", "", "", "v"))
    result = table(("No", "Nama", "Hadir", *away), *rows)
    assert [party.name for party in result.attendees] == ["Wiryo Utomo"]
    assert [party.name for party in result.absent] == ["Sekar Arum", "Tegar Wibowo"]
