"""Form tables unrolled into labels and their values."""

from dataclasses import replace
from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Source, Table
from notula.pipeline.structure.forms import is_form, unroll

FORM = [
    ["Hari/Tanggal", ": Senin, 4 Maret 2024"],
    ["Tempat", ": Aula Kelurahan"],
    ["Pimpinan Rapat", ": Bagus Prakoso"],
]


def unrolled(minutes: Any, *rows: list[str]) -> list[tuple[str | None, str]]:
    """A table's units as (field or kind that a label opens, or None for a value; text)."""
    blocks = minutes.blocks(Source("text/plain", (minutes.table(*rows),)))
    return [
        ((unit.opening.field or unit.opening.kind.value) if unit.opening else None, unit.block.text)
        for unit in unroll(blocks, minutes.labels)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(FORM, id="header"),
        pytest.param([["Tempat", "Aula"]], id="single-row"),
        pytest.param([[str(n), *row] for n, row in enumerate(FORM, 1)], id="numbered-rows"),
        pytest.param([["No", "Uraian", "Isi"], *([str(n), *row] for n, row in enumerate(FORM, 1))], id="with-titles"),
        pytest.param([[row[0], ":", row[1][2:]] for row in FORM], id="colon-column"),
        pytest.param([*FORM, ["Penyaji", "Rani"], ["Bahan", "Paparan"]], id="some-unknown-rows"),
        pytest.param([*FORM, ["Rapat Berikutnya", ""], *FORM[:2]], id="the-next-meeting"),
        pytest.param([[f"{mark}. {row[0]}", row[1]] for mark, row in zip("abc", FORM, strict=True)], id="list-marks"),
        pytest.param([["Agenda", "1. Iuran\n2. Pompa"], ["Tempat", "Aula"]], id="section-and-field"),
        pytest.param([*([row[0], ":", row[1][2:]] for row in FORM), ["PIMPINAN RAPAT", ":", ""]], id="asked-and-said"),
        pytest.param(
            [["Tanggal", "4 Maret 2024", "Waktu", "09.00"], ["Tempat", "Aula", "Notulis", "Rani"]], id="two-pairs"
        ),
        pytest.param(
            [["Kordes", "Rani", "Notulis", "Dodi"], ["Tanggal", "4 Maret 2024", "Tempat", "Aula"]],
            id="unknown-first-labels",
        ),
        pytest.param(
            [
                ["Kegiatan", "Rapat kas", "Tanggal", "4 Maret 2024"],
                ["Tempat", "Aula", "Jam", "09.00"],
                ["Notulis", "Rani"],
            ],
            id="first-labels-that-title-tasks-elsewhere",
        ),
        pytest.param([["Peserta", "Rani"], ["Hasil", "Setuju"], ["Tindak Lanjut", "Cat pagar"]], id="sections-alone"),
        pytest.param([["Waktu", "Tempat", "Peserta"], ["09.00", "Aula", "Rani, Dodi"]], id="labels-on-top"),
        pytest.param([["Waktu", "Tempat"], ["09.00", "Aula"], ["Notulis", "Agenda"], ["Rani", "Kas"]], id="by-turns"),
    ],
)
def test_form(minutes: Any, rows: list[list[str]]) -> None:
    assert is_form(minutes.grid(*rows), minutes.labels)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["No", "Tugas", "PIC"], ["1", "Cari gudang", "Dodi"], ["2", "Beli pipa", "Rani"]], id="tasks"),
        pytest.param([["No", "Nama", "Jabatan"], ["1", "Dodi", "Ketua"], ["2", "Rani", "Anggota"]], id="attendees"),
        pytest.param([["Pompa", "2 buah"], ["Pipa", "10 batang"]], id="unknown-labels"),
        pytest.param([["Jabatan", "Nama"], ["Ketua", "Dodi"], ["Sekretaris", "Rani"]], id="offices"),
        pytest.param([["1", "Ketua", "Dodi"], ["2", "Sekretaris", "Rani"]], id="numbered-offices"),
        pytest.param([["Nama", "Hari ini", "Kendala"], ["Rani", "cari gudang", "-"]], id="a-title-that-is-no-label"),
        pytest.param(
            [
                ["Nama", "Kemarin", "Hari ini", "Kendala"],
                ["Rani", "libur", "cari gudang", "-"],
                ["Dodi", "beli pipa", "pasang pipa", "-"],
            ],
            id="four-titles",
        ),
        pytest.param(
            [
                ["Topic", "Discussion", "Action Item", "PIC"],
                ["Kas", "saldo kurang", "Tagih iuran", "Dodi"],
                ["Event", "tempat oke", "Bayar sewa", "Rani"],
            ],
            id="titles-of-talk",
        ),
        pytest.param([["Tempat", "Aula"], *([f"Barang {n}", str(n)] for n in "abcdef")], id="one-label-of-many-rows"),
    ],
)
def test_no_form(minutes: Any, rows: list[list[str]]) -> None:
    assert not is_form(minutes.grid(*rows), minutes.labels)


def test_labels_above_their_values(minutes: Any) -> None:
    assert unrolled(minutes, ["Tanggal", "Agenda"], ["4 Maret 2024", "Iuran"]) == [
        ("date", "Tanggal"), (None, "4 Maret 2024"), ("agenda", "Agenda"), (None, "Iuran"),
    ]  # fmt: skip


def test_cell_with_nothing_but_a_number(minutes: Any) -> None:
    rows = [*FORM, ["1.1", "Progres fisik 38 persen"]]
    assert (None, "Progres fisik 38 persen") in unrolled(minutes, *rows)


def test_table_of_one_column_is_no_form(minutes: Any) -> None:
    assert not is_form(minutes.grid(["Tempat:"], ["Tanggal:"]), minutes.labels)


def test_labels_and_values(minutes: Any) -> None:
    assert unrolled(minutes, *FORM) == [
        ("date", "Hari/Tanggal"),
        (None, ": Senin, 4 Maret 2024"),
        ("place", "Tempat"),
        (None, ": Aula Kelurahan"),
        ("chair", "Pimpinan Rapat"),
        (None, ": Bagus Prakoso"),
    ]


def test_a_heading_of_minutes_above_the_rows(minutes: Any) -> None:
    assert unrolled(minutes, ["RSUD Melati", "NOTULEN RAPAT"], *FORM)[:3] == [
        (None, "RSUD Melati"), (None, "NOTULEN RAPAT"), ("date", "Hari/Tanggal"),
    ]  # fmt: skip


def test_two_pairs_in_a_row(minutes: Any) -> None:
    rows = [["Tanggal", "4 Maret 2024", "Waktu", "09.00"], ["Tempat", "Aula", "Notulis", "Rani"]]
    assert unrolled(minutes, *rows) == [
        ("date", "Tanggal"),
        (None, "4 Maret 2024"),
        ("time", "Waktu"),
        (None, "09.00"),
        ("place", "Tempat"),
        (None, "Aula"),
        ("note_taker", "Notulis"),
        (None, "Rani"),
    ]


def test_labels_under_each_other_in_one_cell(minutes: Any) -> None:
    assert unrolled(minutes, ["Tanggal\nTempat", "4 Maret 2024\nAula"], ["Notulis", "Rani"]) == [
        ("date", "Tanggal"),
        (None, "4 Maret 2024"),
        ("place", "Tempat"),
        (None, "Aula"),
        ("note_taker", "Notulis"),
        (None, "Rani"),
    ]


def test_sections_in_a_form(minutes: Any) -> None:
    assert unrolled(minutes, ["Agenda", "1. Iuran\n2. Pompa"], ["Tempat", "Aula"], ["Peserta", "Dodi"]) == [
        ("agenda", "Agenda"),
        (None, "Iuran"),
        (None, "Pompa"),
        ("place", "Tempat"),
        (None, "Aula"),
        ("attendees", "Peserta"),
        (None, "Dodi"),
    ]


@pytest.mark.parametrize(
    ("value", "kind"), [("Iuran dan pompa.", "agenda"), ("Iuran naik mulai bulan Mei.", "discussion")]
)
def test_a_sentence_in_the_row_of_what_was_talked_of_is_no_agenda(minutes: Any, value: str, kind: str) -> None:
    assert unrolled(minutes, ["Tempat", "Aula"], ["Pembahasan", value])[2] == (kind, "Pembahasan")


def test_unknown_row_of_a_form_stands_by_itself(minutes: Any) -> None:
    assert unrolled(minutes, *FORM[:2], ["Penyaji", "Rani"])[-2:] == [("other", "Penyaji"), (None, "Rani")]


def test_unknown_row_that_was_left_blank_belongs_to_none(minutes: Any) -> None:
    assert unrolled(minutes, *FORM[:2], ["Paraf penyaji", ""])[-1] == ("other", "Paraf penyaji")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        pytest.param("sewa pompa dan iuran", "agenda", id="topics"),
        pytest.param("Pompa lama disewa lagi tiga bulan karena yang baru belum datang.", "discussion", id="talk"),
    ],
)
def test_what_was_talked_about(minutes: Any, value: str, kind: str) -> None:
    assert (kind, "Yang dibahas") in unrolled(minutes, *FORM, ["Yang dibahas", value])


def test_other_tables_stay_whole(minutes: Any) -> None:
    ((opened, text),) = unrolled(minutes, ["No", "Tugas", "PIC"], ["1", "Cari gudang", "Dodi"])
    assert opened is None
    assert text == "No\tTugas\tPIC 1\tCari gudang\tDodi"


def test_a_table_of_tasks_is_no_form_though_labels_stand_in_it(minutes: Any) -> None:
    rows = [["Soal", "Cetak soal ujian", "Dodi"], ["Ruang", "Sapu ruang ujian", "Rani"]]
    ((opened, _),) = unrolled(minutes, ["Bidang", "Uraian Tugas", "PIC"], *rows)
    assert opened is None


def test_rows_that_rule_are_items(minutes: Any) -> None:
    rows = [["KESATU", ":", "Iuran naik."], ["KEDUA", ":", "Dodi mencari gudang."]]
    blocks = minutes.blocks(Source("text/plain", (minutes.table(*rows),)))
    units = [unit.block for unit in unroll(blocks, minutes.labels)]
    assert [(block.kind, block.marker, block.text) for block in units] == [
        ("item", "KESATU", "Iuran naik."),
        ("item", "KEDUA", "Dodi mencari gudang."),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            FORM, {"date": "Senin, 4 Maret 2024", "place": "Aula Kelurahan", "chair": "Bagus Prakoso"}, id="two"
        ),
        pytest.param(
            [[row[0], ":", row[1][2:]] for row in FORM],
            {"date": "Senin, 4 Maret 2024", "place": "Aula Kelurahan", "chair": "Bagus Prakoso"},
            id="colon-column",
        ),
        pytest.param(
            [["Tempat", "Aula\nGedung B"], ["Waktu", "09.00"]],
            {"place": "Aula / Gedung B", "time": "09.00"},
            id="two-lines",
        ),
        pytest.param(
            [["Pimpinan\nRapat", "Rina (Camat\nselaku ketua)"], ["Tempat", "Aula"]],
            {"chair": "Rina (Camat / selaku ketua)", "place": "Aula"},
            id="a-label-of-two-lines",
        ),
        pytest.param(
            [["Tanggal\nTempat", "4 Maret 2024\nAula"], ["Ketua", "Rina"]],
            {"date": "4 Maret 2024", "place": "Aula", "chair": "Rina"},
            id="two-labels-in-a-cell",
        ),
        pytest.param(
            [["Rahina", "4 Maret 2024"], ["Galah", "09.00"], ["Genah", "Balai"], ["Juru surat", "Rani"]],
            {"date": "4 Maret 2024", "time": "09.00", "place": "Balai", "note_taker": "Rani"},
            id="balinese",
        ),
        pytest.param(
            [["Tanggal", "4 Maret 2024"], ["Yang mengetuai", "Dodi"], ["Yang merisalahkan", "Rani"]],
            {"date": "4 Maret 2024", "chair": "Dodi", "note_taker": "Rani"},
            id="verbs-of-offices",
        ),
        pytest.param(
            [["Nomor", "12/RT/2024"], ["Tempat", "Aula"]], {"ignore": "12/RT/2024", "place": "Aula"}, id="ignored"
        ),
    ],
)
def test_fields_of_a_form(minutes: Any, rows: list[list[str]], expected: dict[str, str]) -> None:
    assert minutes.fields(Source("text/plain", (Line("NOTULA RAPAT"), minutes.table(*rows)))) == expected


def test_task_table_under_a_form_is_not_held_by_it(minutes: Any) -> None:
    tasks = minutes.table(["No", "Tugas", "PIC"], ["1", "Cari gudang", "Dodi"])
    found = minutes.sections(Source("text/plain", (minutes.table(*FORM), tasks)))
    assert [section.kind for section in found.sections if section.blocks][-1] is SectionKind.FOLLOW_UPS


def merged(*rows: tuple[str, ...], columns: int) -> Table:
    """A table whose rows have few cells: the last of each goes on to the edge, as do those of ``/`` at their ends."""
    cells = []
    for at, row in enumerate(rows):
        column = 0
        for count, text in enumerate(row, 1):
            wide = columns - column if count == len(row) else 1 + text.count("/")
            cells.append(Cell(at, column, (Line(text.strip("/")),) if text.strip("/") else (), columns=wide))
            column += wide
    return Table(tuple(cells), len(rows), columns)


def outlined_tables(minutes: Any, table: Table) -> list[tuple[str, int]]:
    """The kind of each section that holds a table, and the table's rows."""
    found = minutes.sections(Source("text/plain", (Line("NOTULA RAPAT"), table))).sections
    return [(each.kind.value, len(block.table.rows)) for each in found for block in each.blocks if block.table]


HEADER = [("Tempat", "Balai RW"), ("Hari/Tanggal", "Senin, 6 Mei 2024"), ("Perihal", "Pompa air")]
TALK = "Saldo kas tinggal separuh karena pompa air diganti bulan lalu."
TASKS = [("Kegiatan/", "Pelaksana/", "Waktu"), ("Cari gudang/", "Dodi/", "Jumat"), ("Cat pagar/", "/", "Sabtu")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([*HEADER, ("TINDAK LANJUT",), *TASKS], [("follow_ups", 3)], id="tasks-in-merged-cells"),
        pytest.param(
            [*HEADER, ("TINDAK LANJUT",), *TASKS, ("Notulis", "Wulan")],
            [("follow_ups", 3)],
            id="rows-behind",
        ),
        pytest.param(
            [*HEADER, ("No", "Agenda", "Pembahasan", "Keputusan"), ("1", "Kas", TALK, "Iuran naik")],
            [("discussion", 2)],
            id="talk",
        ),
        pytest.param(
            [*HEADER, ("PESERTA",), ("Dinas PU", "Rani, Dodi"), ("Rekanan", "Wulan, Bagus"), ("KEPUTUSAN",), ("Ya",)],
            [("attendees", 2)],
            id="people-under-a-heading",
        ),
    ],
)
def test_tables_among_the_rows_of_a_form(minutes: Any, rows: list[tuple[str, ...]], expected: list[Any]) -> None:
    assert outlined_tables(minutes, merged(*rows, columns=6)) == expected


def test_tables_in_the_cells_of_a_form(minutes: Any) -> None:
    inner = {
        "Peserta": minutes.table(["Nama", "Jabatan"], ["Rani", "Ketua"], ["Dodi", "Anggota"]),
        "Tindak Lanjut": minutes.table(["Kegiatan", "PIC", "Waktu"], ["Cat pagar", "Dodi", "Sabtu"]),
    }
    cells = [(Cell(at, 0, (Line(label),)), Cell(at, 1, (table,))) for at, (label, table) in enumerate(inner.items())]
    form = Table(tuple(cell for row in cells for cell in row), len(cells), 2)
    assert outlined_tables(minutes, form) == [("attendees", 3), ("follow_ups", 2)]


def test_a_table_of_tasks_among_the_rows_of_a_form_stays_whole(minutes: Any) -> None:
    rows = [
        ("Tempat", "Balai RW"), ("Hari/Tanggal", "Senin, 6 Mei 2024"), ("Perihal", "Pompa air"),
        ("No", "Tugas", "PIC", "Target"), ("1", "Cari gudang", "Dodi", "Jumat"), ("2", "Cat pagar", "Rani", "Sabtu"),
        ("Notulis", "Wulan"),
    ]  # fmt: skip
    cells = (
        Cell(at, column, (Line(text),), columns=5 - len(row) if column == len(row) - 1 else 1)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    table = Table(tuple(cells), len(rows), 4)
    sections = minutes.sections(Source("text/plain", (Line("NOTULA RAPAT"), table)))
    (tasks,) = sections.of(SectionKind.FOLLOW_UPS)
    assert [len(block.table.rows) for block in tasks.blocks if block.table] == [3]


@pytest.mark.parametrize(
    ("value", "below"),
    [
        pytest.param("", ["1. Dodi", "2. Rani"], id="all of it"),
        pytest.param("1. Dodi", ["2. Rani"], id="the rest of it"),
    ],
)
def test_a_list_below_a_form_belongs_to_its_last_row(minutes: Any, value: str, below: list[str]) -> None:
    form = minutes.table(*FORM, ["Peserta", value])
    told = "Dodi melaporkan bahwa atap gudang bocor sejak bulan lalu."
    found = minutes.outline(Source("text/plain", (form, *map(Line, below), Line(told))))
    assert found[-2:] == [("attendees", ["Dodi", "Rani"]), ("discussion", [told])]


@pytest.mark.parametrize(
    ("rows", "taken_apart"),
    [
        pytest.param([["Tgl: 4 Maret 2024", "Jam: 09.00"], ["Tempat: Aula", "Ketua: Rani"]], True, id="four-cells"),
        pytest.param([["RAPAT POMPA", "No: 3\nTgl: 4 Maret 2024\nJam: 09.00"]], True, id="beside-the-title"),
        pytest.param([["Tugas: cari gudang", "Waktu: 9 Mei"], ["Tugas: beli pipa", "PIC: Dodi"]], False, id="tasks"),
        pytest.param([["Peserta: Rani", "Dodi"], ["Tempat: Aula", "Wulan"]], False, id="no-day"),
    ],
)
def test_labels_with_their_values_in_cells(minutes: Any, rows: list[list[str]], taken_apart: bool) -> None:
    blocks = minutes.blocks(Source("text/plain", (minutes.table(*rows),)))
    assert (len(list(unroll(blocks, minutes.labels))) > 1) == taken_apart


def test_heading_of_the_body_in_a_value(minutes: Any) -> None:
    form = minutes.table(*FORM, ["Peserta", "Dodi, Rani\nHASIL RAPAT SEBAGAI BERIKUT\nAtap gudang bocor."])
    found = minutes.outline(Source("text/plain", (form,)))
    assert found[-2:] == [("attendees", ["Dodi, Rani"]), ("discussion", ["Atap gudang bocor."])]


def test_a_value_that_reads_like_a_heading_is_one_value(minutes: Any) -> None:
    form = minutes.table(["Pertemuan", ":", "Presentasi"], *([label, ":", value[2:]] for label, value in FORM))
    assert minutes.outline(Source("text/plain", (form,)))[0] == ("title", ["Presentasi"])


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Tugas yang dibagi", "follow_ups"),
        ("Tindak lanjut & PIC", "follow_ups"),
        ("Butir kesepakatan warga", "agreements"),
        ("Tindak lanjut rapat bulan lalu", "previous"),
        ("Penanggung jawab tugas piket kebersihan malam", "other"),
    ],
)
def test_a_row_that_names_tasks_beside_other_words_is_theirs(minutes: Any, label: str, kind: str) -> None:
    assert (kind, label) in unrolled(minutes, *FORM, [label, "Rani menguras bak air"])


def test_a_line_over_all_columns_that_names_tasks_beside_other_words_heads_them(minutes: Any) -> None:
    wide = ("Poin tindak lanjut warga", "Rani menguras bak")
    cells = [Cell(len(FORM) + at, 0, (Line(text),), columns=2) for at, text in enumerate(wide)]
    form = Table((*minutes.table(*FORM).cells, *cells), rows=len(FORM) + 2, columns=2)
    units = list(unroll(minutes.blocks(Source("text/plain", (form,))), minutes.labels))[-2:]
    assert [unit.block.text for unit in units] == list(wide)
    assert units[0].opening is not None
    assert units[0].opening.kind == "follow_ups"
    assert units[1].held


def test_values_kept_in_one_paragraph_beside_several_labels(minutes: Any) -> None:
    labels = tuple(Line(text) for text in ("Tanggal", "Waktu", "Tempat"))
    values = tuple(Line(text, continues=at > 0) for at, text in enumerate(("4 Maret 2024", "09.00", "Aula")))
    form = Table((Cell(0, 0, labels), Cell(0, 1, values)), 1, 2)
    found = minutes.fields(Source("text/plain", (Line("NOTULA"), form)))
    assert found == {"date": "4 Maret 2024", "time": "09.00", "place": "Aula"}


@pytest.mark.parametrize(
    ("beside", "field"),
    [
        ("Hal. : 1/2", "ignore"),
        ("Halaman 1 dari 3", "ignore"),
        ("Rev. : 0", "ignore"),
        ("No. Formulir : FM-03", "ignore"),
        ("Lantai 2", None),
        ("Gedung B: ruang 4", None),
    ],
)
def test_what_tells_of_the_document_is_no_part_of_a_value(minutes: Any, beside: str, field: str | None) -> None:
    rows = unrolled(minutes, ["Tanggal", "4 Maret 2024", ""], ["Tempat", "Aula", beside])
    assert rows[2:] == [("place", "Tempat"), (None, "Aula"), (field, beside)]


def wide(minutes: Any, *rows: list[str]) -> Source:
    """A table in whose rows of one cell that cell spans all columns."""
    table, alone = minutes.table(*rows), {at for at, row in enumerate(rows) if len(row) == 1}
    kept = (cell for cell in table.cells if cell.row not in alone or cell.column == 0)
    cells = (replace(cell, columns=table.columns) if cell.row in alone else cell for cell in kept)
    return Source("text/plain", (Line("NOTULA RAPAT"), replace(table, cells=tuple(cells))))


def test_a_header_over_topics_one_by_one(minutes: Any) -> None:
    """What each topic was, and what came of it, is asked for topic by topic; a list that repeats a word is no form."""
    told = ["Tindak Lanjut", "Dodi menagih"]
    topics = [["Topik", "Iuran"], told, ["Topik", "Pompa"], ["Tindak Lanjut", "Rani membeli"]]
    kinds = [kind for kind, _ in unrolled(minutes, *FORM, *topics)]
    assert [kinds.count(kind) for kind in ("date", "follow_ups")] == [1, 2]
    assert not is_form(minutes.grid(*topics, ["Tempat", "Aula"]), minutes.labels)


@pytest.mark.parametrize("title", ["Peserta", "DAFTAR HADIR", "Yang hadir:"])
def test_a_list_of_those_present_inside_a_form(minutes: Any, title: str) -> None:
    people = [["No", "Nama", "Instansi"], ["1", "Dodi Pratama", "Dinas PU"], ["2", "Rani Lestari", "Dinas Pasar"]]
    sections = minutes.sections(wide(minutes, *FORM, [title], *people))
    (found,) = sections.of(SectionKind.ATTENDEES)
    assert [block.table is not None for block in found.blocks][-1:] == [True]


@pytest.mark.parametrize("label", ["Peserta:", "Peserta Rapat", "Hadir :"])
def test_names_below_their_label_in_one_cell(minutes: Any, label: str) -> None:
    names = f"{label}\n1. Dodi Pratama\n2. Rani Lestari"
    sections = minutes.sections(wide(minutes, *FORM, [names], ["Agenda", "Iuran"]))
    (found,) = sections.of(SectionKind.ATTENDEES)
    assert [block.text for block in found.blocks] == ["Dodi Pratama", "Rani Lestari"]


def test_talk_in_one_cell_opens_nothing(minutes: Any) -> None:
    told = "Peserta rapat menanyakan iuran yang naik\n1. Dodi menagih\n2. Rani membeli"
    assert not minutes.sections(wide(minutes, *FORM, [told], ["Agenda", "Iuran"])).of(SectionKind.ATTENDEES)


BOX = {"date": "Senin, 4 Maret 2024", "place": "Aula Kelurahan", "chair": "Bagus Prakoso"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["Hari/Tgl: Senin, 4 Maret 2024", "Tempat: Aula Kelurahan", "Pimpinan: Bagus Prakoso"]], id="beside"
        ),
        pytest.param(
            [["Hari/Tanggal :\nSenin, 4 Maret 2024", "Tempat :\nAula Kelurahan", "Pimpinan :\nBagus Prakoso"]],
            id="values-below-their-labels",
        ),
    ],
)  # fmt: skip
def test_labels_with_their_values_in_one_cell(minutes: Any, rows: list[list[str]]) -> None:
    assert minutes.fields(Source("text/plain", (Line("NOTULA RAPAT"), minutes.table(*rows)))) == BOX


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["Senin, 4 Maret 2024", "09.00–10.30", "Aula Kelurahan"],
             ["Ketua sidang: Bagus Prakoso", "Notulis: Rani", "Hadir: Dodi Pratama, Rani Lestari"]],
            id="day-and-hour-without-labels",
        ),
        pytest.param(
            [["Iuran dan pompa"], ["Senin, 4 Maret 2024, pukul 09.00 di Aula"], ["Pimpinan: Bagus Prakoso"],
             ["Hadir: Dodi Pratama, Rani Lestari"]],
            id="one-column",
        ),
    ],
)  # fmt: skip
def test_those_present_end_with_their_cell(minutes: Any, rows: list[list[str]]) -> None:
    source = Source("text/plain", (Line("NOTULA RAPAT"), minutes.table(*rows), Line("Pompa dua kali mogok.")))
    assert minutes.texts(source, SectionKind.ATTENDEES) == ["Dodi Pratama, Rani Lestari"]


def test_a_row_of_day_and_hour_is_a_header_a_schedule_is_not(minutes: Any) -> None:
    grid = minutes.blocks(Source("text/plain", (minutes.table(["Senin, 4 Maret 2024", "09.00 - selesai", "Aula"]),)))
    assert all(unit.block.table is None for unit in unroll(grid, minutes.labels))
    days = [["Senin, 4 Maret 2024", "09.00-10.00", "Dodi"], ["Selasa, 5 Maret 2024", "09.00-10.00", "Rani"]]
    grid = minutes.blocks(Source("text/plain", (minutes.table(*days),)))
    assert [unit.block.table is None for unit in unroll(grid, minutes.labels)] == [False]
