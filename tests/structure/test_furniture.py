"""Running text is set apart, body text at a page's edge is kept."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from notula.models.source import Box, Line, Source, Table
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.furniture import find_furniture
from notula.pipeline.structure.labels import get_labels

MakePage = Callable[..., list[Line]]
LABELS = get_labels(load_lexicon(None))
BODY = ["Rapat membahas anggaran pompa.", "Dana belum cukup.", "Warga mengusulkan iuran.", "Iuran ditunda."]


def kinds(content: Sequence[Line | Table]) -> dict[str, str]:
    """The furniture's texts and what each was taken for."""
    found = find_furniture(tuple(content), LABELS)
    return {line.text: kind for at, kind in found.items() if isinstance(line := content[at], Line)}


@pytest.mark.parametrize("origin", ["header", "footer", "footnote"])
def test_the_files_own_furniture_is_known(origin: str) -> None:
    content: list[Line | Table] = [Line("Rapat dibuka"), Line("Dokumen internal", origin=origin)]  # type: ignore[arg-type]
    assert kinds(content) == {"Dokumen internal": origin}


def test_what_a_web_page_says_of_its_last_change_is_its_footer() -> None:
    changed = "Halaman ini terakhir diubah oleh Rani pada 10 Oktober 2019."
    told = "Dokumen anggaran diubah oleh Rani sebelum Jumat."
    assert kinds([Line("Rapat dibuka"), Line(told), Line(changed)]) == {changed: "footer"}


@pytest.mark.parametrize(
    ("line", "is_header"),
    [
        ("Diposting oleh Rani | 3 Mei 2021 | Dibaca 40 kali", True),
        ("Operator 03 Mei 2021 08:10:12 Dilihat: 1.204", True),
        ("Posted on 3 May 2021", True),
        ("Hits: 310", True),
        ("Surat dibaca 2 kali oleh Rani.", False),
        ("Notulen diposting Rani sebelum Jumat", False),
        ("Tanggal terbit : 3 Mei 2021", False),
        ("Video desa dilihat 400 kali.", False),
    ],
)
def test_when_a_web_page_was_put_up_stands_in_its_header(line: str, is_header: bool) -> None:
    assert kinds([Line("Rapat RT"), Line(line), Line("Rapat dibuka")]) == ({line: "header"} if is_header else {})


def test_turned_text_on_a_page_is_a_watermark(make_page: MakePage) -> None:
    mark = Line("DRAF", origin="textbox", box=Box(1, 100, 300, 400, 500))
    assert kinds([*make_page(1, *BODY), mark]) == {"DRAF": "watermark"}


def test_textbox_without_a_page_is_body() -> None:
    assert kinds([Line("Rapat dibuka"), Line("Catatan: bawa laptop", origin="textbox")]) == {}


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        pytest.param(["Kantor Desa Sukamaju"] * 2, "header", id="same"),
        pytest.param(["Kantor Desa Sukamaju", "KANTOR  DESA SUKAMAJU"], "header", id="case-and-blanks"),
        pytest.param(["Notula Rapat Halaman 1", "Notula Rapat Halaman 2"], "header", id="page-number-at-the-end"),
        pytest.param(["Notula Rapat | 1", "Notula Rapat | 2"], "header", id="page-number-after-bar"),
        pytest.param(["Notula Rapat\t1", "Notula Rapat\t2"], "header", id="page-number-after-a-gap"),
        pytest.param(["Notula Rapat\t1/2", "Notula Rapat\t2/2"], "header", id="page-of-pages-after-a-gap"),
        pytest.param(["Notula Rapat - lembar ke-1", "Notula Rapat - lembar ke-2"], "header", id="sheet"),
        pytest.param(["Risalah hal. 1 dari 2", "Risalah hal. 2 dari 2"], "header", id="page-of-pages"),
    ],
)
def test_text_repeated_at_the_top_of_two_pages(make_page: MakePage, texts: list[str], kind: str) -> None:
    first = make_page(1, texts[0], *(f"{text} Pertama" for text in BODY))
    second = make_page(2, texts[1], *(f"{text} Kedua" for text in BODY))
    assert kinds([*first, *second]) == dict.fromkeys(texts, kind)


def test_text_repeated_at_the_bottom_is_a_footer(make_page: MakePage) -> None:
    pages = [make_page(n, *(f"{text} {n}x" for text in BODY), "Sekretariat Daerah") for n in (1, 2)]
    assert kinds([line for page in pages for line in page]) == {"Sekretariat Daerah": "footer"}


@pytest.mark.parametrize(
    ("repeated", "expected"),
    [
        pytest.param(2, {}, id="two-of-six"),
        pytest.param(3, {"Kantor Desa": "header"}, id="three-of-six"),
        pytest.param(6, {"Kantor Desa": "header"}, id="all"),
    ],
)
def test_on_many_pages_half_must_repeat(make_page: MakePage, repeated: int, expected: dict[str, str]) -> None:
    content: list[Line | Table] = []
    for number in range(1, 7):
        top = ["Kantor Desa"] if number <= repeated else []
        content += make_page(number, *top, *(f"{text} {'abcdef'[number - 1]}" for text in BODY * 2))
    assert kinds(content) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Rapat 12 Maret", "Rapat 13 Maret", id="dates-differ"),
        pytest.param("Anggaran 10 juta untuk pompa", "Anggaran 20 juta untuk pompa", id="sums-differ"),
        pytest.param("Pompa", "Pipa", id="texts-differ"),
    ],
)
def test_lines_that_differ_are_kept(make_page: MakePage, first: str, second: str) -> None:
    pages = [make_page(1, first, *BODY), make_page(2, second, *(text.upper() + "x" for text in BODY))]
    assert kinds([line for page in pages for line in page]) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2", id="bare"),
        pytest.param("- 2 -", id="dashes"),
        pytest.param("Halaman 2 dari 2", id="halaman"),
        pytest.param("hal. 2", id="hal"),
        pytest.param("Page 2 of 2", id="page"),
        pytest.param("2/2", id="of-pages"),
        pytest.param("(2)", id="brackets"),
    ],
)
def test_page_number(make_page: MakePage, text: str) -> None:
    pages = [*make_page(1, *BODY), *make_page(2, *(f"{each} lagi" for each in BODY), text)]
    assert kinds(pages) == {text: "page_number"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("28/8", id="date-like"),
        pytest.param("2024", id="year"),
        pytest.param("2 orang", id="with-a-word"),
    ],
)
def test_no_page_number(make_page: MakePage, text: str) -> None:
    pages = [*make_page(1, *BODY), *make_page(2, *(f"{each} lagi" for each in BODY), text)]
    assert kinds(pages) == {}


def test_page_number_in_the_middle_of_a_page_is_kept(make_page: MakePage) -> None:
    assert kinds(make_page(1, *BODY, "2", *(f"{each} lagi" for each in BODY))) == {}


def test_smaller_line_apart_at_the_foot_of_a_later_page(make_page: MakePage) -> None:
    foot = make_page(2, "Arsip bagian umum", size=7.0, top=700.0)
    content = [*make_page(1, *BODY), *make_page(2, *(f"{each} lagi" for each in BODY)), *foot]
    assert kinds(content) == {"Arsip bagian umum": "footer"}


def test_smaller_line_on_the_first_page_is_kept(make_page: MakePage) -> None:
    assert kinds([*make_page(1, *BODY), *make_page(1, "Arsip bagian umum", size=7.0, top=700.0)]) == {}


def test_labelled_line_is_never_furniture(make_page: MakePage) -> None:
    pages = [make_page(n, "Tempat : Balai Desa", *(f"{text} {n}x" for text in BODY)) for n in (1, 2)]
    content = tuple(line for page in pages for line in page)
    assert find_furniture(content, LABELS) == {}


def test_table_ends_the_search_at_an_edge(make_page: MakePage, make_table: Callable[..., Table]) -> None:
    content: list[Line | Table] = []
    for number in (1, 2):
        content.append(make_table(["a", "b"], box=Box(number, 70, 10, 500, 50)))
        content += make_page(number, "Pompa", *(f"{text} {number}x" for text in BODY))
    assert kinds(content) == {}


def test_plain_text_without_pages_has_none(minutes: Any) -> None:
    source = minutes.source("NOTULA RAPAT\n2\nNOTULA RAPAT\n2\n")
    assert find_furniture(source.content, LABELS) == {}


def test_furniture_stands_at_the_end_of_the_text(minutes: Any, make_page: MakePage) -> None:
    pages = [make_page(n, "Kantor Desa", *(f"{text} {n}x" for text in BODY)) for n in (1, 2)]
    document = minutes.document(Source("application/pdf", tuple(line for page in pages for line in page), pages=2))
    body, _, aside = document.text.partition("\f")
    assert "Kantor Desa" not in body
    assert aside.split() == ["Kantor", "Desa"] * 2
    assert [(each.kind, document.text[each.start : each.end]) for each in document.furniture] == [
        ("header", "Kantor Desa")
    ] * 2


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        pytest.param(("3 Juni 2024", "1 Juli 2024"), True, id="each page begins minutes"),
        pytest.param(("3 Juni 2024", "3 Juni 2024"), False, id="a form's running head"),
    ],
)
def test_repeated_lines_over_a_labelled_day(make_page: MakePage, days: tuple[str, str], kept: bool) -> None:
    pages = [make_page(at, "NOTULA RAPAT WARGA", f"Tanggal : {day}", *BODY[at:]) for at, day in enumerate(days, 1)]
    content = tuple(line for page in pages for line in page)
    found = find_furniture(content, LABELS)
    assert ({at for at, line in enumerate(content) if line.text == "NOTULA RAPAT WARGA"} <= set(found)) is not kept


def test_a_number_that_belongs_to_a_word_is_no_page_number(make_page: MakePage) -> None:
    pages = [make_page(at, f"RISALAH RAPAT MINGGUAN KE-{at + 11}", *BODY[2 * at - 2 : 2 * at]) for at in (1, 2)]
    assert kinds([line for page in pages for line in page]) == {}


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(["Senin, {} Juni 2024, balai desa"], id="a-day"),
        pytest.param(["“Pertemuan ke-{}”", "Senin, {} Juni 2024, balai desa"], id="a-day-under-another-title"),
    ],
)
def test_repeated_titles_over_a_day_of_their_own_are_kept(make_page: MakePage, below: list[str]) -> None:
    pages = [make_page(at, "RAPAT WARGA", *(line.format(at) for line in below), *BODY[at:]) for at in (1, 2)]
    assert "RAPAT WARGA" not in kinds([line for page in pages for line in page])


def test_a_letterhead_over_a_title_and_a_labelled_day_further_down(make_page: MakePage) -> None:
    titles = (["PENGURUS HARIAN", "TENTANG KANDANG"], ["PENGURUS LENGKAP", "TENTANG PAKAN"])
    labels = ("Nomor : {}/KTM", "Hari, tanggal : Senin, {} Juli 2024")
    pages = [
        make_page(at, "KOPERASI TERNAK", *title, *(label.format(at) for label in labels), *BODY[2 * at - 2 : 2 * at])
        for at, title in enumerate(titles, 1)
    ]
    assert kinds([line for page in pages for line in page]) == {}


def test_a_running_head_over_the_name_of_the_minutes_or_an_annex(make_page: MakePage) -> None:
    own = ["RISALAH RAPAT PENGURUS", "KOPERASI TERNAK", "Periode Mei", "Hari, tanggal : Senin, 3 Juni 2024"]
    annex = ["DAFTAR HADIR", "Rapat pengurus, 3 Juni 2024", "Rina Anggraini"]
    pages = [make_page(at, "Koperasi Ternak Maju", *texts) for at, texts in enumerate((own, BODY, annex), 1)]
    assert kinds([line for page in pages for line in page]) == {"Koperasi Ternak Maju": "header"}


def test_a_page_number_and_their_count_behind_a_dash(make_page: MakePage) -> None:
    pages = [make_page(at, *BODY[2 * at - 2 : 2 * at], f"- {at} - 2") for at in (1, 2)]
    assert kinds([line for page in pages for line in page]) == {"- 1 - 2": "page_number", "- 2 - 2": "page_number"}


def test_a_running_foot_with_its_number_between_dashes(make_page: MakePage) -> None:
    pages = [make_page(at, *(f"{text} {at}x" for text in BODY), f"Risalah Rakor 12-12-2017\t- {at} -") for at in (1, 2)]
    assert set(kinds([line for page in pages for line in page]).values()) == {"footer"}


def test_a_running_head_that_ocr_reads_in_two_ways(make_page: MakePage) -> None:
    read = ("Risalah Tim Anggaran VII", "Risalah Tim Anggaran Vil", "Risalah Tim Anggaran VIt")
    pages = [make_page(at, head, *(f"{text} {at}x" for text in BODY)) for at, head in enumerate(read, 1)]
    content = [line for page in pages for line in page]
    assert kinds(content) == {}
    assert set(kinds([line._replace(certainty=0.9) for line in content])) == set(read)


def test_titles_of_columns_below_a_running_head_are_no_label(
    make_page: MakePage, make_table: Callable[..., Table]
) -> None:
    content: list[Line | Table] = []
    for at, title in enumerate(("Tindak lanjut", "Tindak Ianjut"), 1):
        content += make_page(at, "Risalah Tim Anggaran")
        content.append(make_table(["Tanggal", title, "Oleh", "Target", "Catatan"], box=Box(at, 70, 300, 500, 400)))
    assert kinds(content) == {"Risalah Tim Anggaran": "header"}


MAIL = ["From: Dodi Santoso <dodi@panen.example>", "Date: Tue, 7 May 2024 06:10:00 +0700", "Subject: notulen senin"]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(MAIL, id="english"),
        pytest.param(["Dari: dodi@panen.example", "Kepada: warga@panen.example", "Perihal: notulen"], id="indonesian"),
        pytest.param([*MAIL, "Message-ID: <7@panen.example>", "Cc: rani@panen.example"], id="more"),
    ],
)
def test_the_fields_of_a_mail_are_no_header_of_minutes(head: list[str]) -> None:
    body = ["Salam semua,", "Rapat kelompok tani", "Senin, 6 Mei 2024, balai", "Pompa dibeli."]
    assert kinds([Line(text) for text in [*head, *body]]) == dict.fromkeys(head, "header")


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([*MAIL, "Salam semua,", "Pompa dibeli."], id="no day of their own"),
        pytest.param(["Dari: Ketua", "Kepada: Anggota", "Perihal: Panen", "Senin, 6 Mei 2024"], id="no address"),
        pytest.param(["Tanggal: 6 Mei 2024", "Perihal: Panen, rani@tani.example", "Senin, 6 Mei"], id="two fields"),
        pytest.param(["Notulen", *MAIL, "Senin, 6 Mei 2024"], id="not on top"),
    ],
)
def test_other_fields_are_a_header_of_minutes(texts: list[str]) -> None:
    assert kinds([Line(text) for text in texts]) == {}
