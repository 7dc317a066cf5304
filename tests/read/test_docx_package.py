"""Opening DOCX packages: what is damaged, hostile or unusual."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

from notula.pipeline.errors import DocumentError
from notula.pipeline.read import docx_package, signatures, sniff
from notula.pipeline.read.office import read_docx
from notula.pipeline.settings import Settings


def refusal(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_docx(data, Settings())
    return caught.value


def test_a_file_cut_short_is_damaged(word: Any) -> None:
    data = word.build(word.p("isi"))
    assert refusal(data[: len(data) // 2]).code == "damaged"


def test_a_broken_entry_is_damaged(word: Any) -> None:
    data = bytearray(word.build(word.p("isi" * 500)))
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at + 5 : at + 40] = b"\xff" * 35
    assert refusal(bytes(data)).code == "damaged"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("word/document.xml", b"<w:document", id="not well-formed"),
        pytest.param("word/document.xml", b"", id="nothing"),
        pytest.param("word/document.xml", b"<x/>", id="no body"),
    ],
)
def test_a_broken_main_part_is_damaged(word: Any, name: str, content: bytes) -> None:
    error = refusal(word.build(extra={name: content}))
    assert error.code == "damaged"
    assert error.details["reason"]


def test_a_package_without_a_main_part_is_damaged() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    error = refusal(data.getvalue())
    assert (error.code, error.details["reason"]) == ("damaged", "word/document.xml")


def test_a_package_without_relations_is_read(word: Any) -> None:
    whole = zipfile.ZipFile(BytesIO(word.build(word.p("isi"))))
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", whole.read("word/document.xml"))
    assert read_docx(data.getvalue(), Settings()).content[0].text == "isi"


def test_the_main_part_may_have_any_name(word: Any) -> None:
    rels = (
        f'<Relationships xmlns="{"http://schemas.openxmlformats.org/package/2006/relationships"}"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/isi/utama.xml"/>'
        "</Relationships>"
    )
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>ketat</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    data = word.build(extra={"_rels/.rels": rels.encode(), "isi/utama.xml": strict.encode()})
    assert read_docx(data, Settings()).content[0].text == "ketat"


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param('<!DOCTYPE w:document [<!ENTITY a "rahasia">]><w:document>&a;</w:document>', id="entity"),
        pytest.param('<!DOCTYPE w:document SYSTEM "file:///etc/passwd"><w:document/>', id="outer definition"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(word: Any, xml: str, encoding: str) -> None:
    error = refusal(word.build(extra={"word/document.xml": xml.encode(encoding)}))
    assert (error.code, error.details["reason"]) == ("damaged", "DOCTYPE: word/document.xml")


def test_a_document_type_in_another_part_is_refused(word: Any) -> None:
    data = word.build(word.p("isi"), styles="", extra={"word/styles.xml": b"<!DOCTYPE a><w:styles/>"})
    assert refusal(data).code == "damaged"


def test_xml_that_inflates_too_much_is_refused(word: Any) -> None:
    padding = b"<w:document>" + b" " * 6_000_000 + b"</w:document>"
    error = refusal(word.build(extra={"word/document.xml": padding}))
    assert error.code == "too_large"


def test_pictures_do_not_count_as_xml(word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_XML_BYTES", 50_000)
    data = word.build(word.p("isi"), extra={"word/media/image1.png": bytes(200_000)})
    assert read_docx(data, Settings()).content[0].text == "isi"


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_XML_BYTES", 500), ("MAX_ELEMENTS", 20), ("MAX_ENTRIES", 3)],
)  # fmt: skip
def test_limits(word: Any, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    data = word.build(word.p("isi") * 30)
    read_docx(data, Settings())
    monkeypatch.setattr(docx_package, limit, value)
    assert refusal(data).code == "too_large"


def test_elements_nested_too_deep_are_damage(word: Any) -> None:
    assert (
        refusal(word.build("<w:sdt><w:sdtContent>" * 200 + word.p("x") + "</w:sdtContent></w:sdt>" * 200)).code
        == "damaged"
    )


def test_an_encrypted_entry_is_told(word: Any) -> None:
    data = bytearray(word.build(word.p("isi")))
    at = -1
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flags in each local and central header
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    assert refusal(bytes(data)).code == "encrypted"


def test_a_file_that_python_docx_writes_is_read() -> None:
    import docx

    document = docx.Document()
    document.add_heading("Notula", 0)
    document.add_heading("Keputusan", 1)
    for text in ("satu", "dua"):
        document.add_paragraph(text, style="List Number")
    document.add_table(1, 2).cell(0, 1).text = "sel"
    data = BytesIO()
    document.save(data)
    title, heading, first, second, table = read_docx(data.getvalue(), Settings()).content
    assert (title.outline, heading.outline) == (0, 1)
    assert (first.marker, second.marker) == ("1.", "2.")
    assert table.cells[1].content[0].text == "sel"


def test_names_that_leave_the_package_write_nothing(word: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read_docx(word.build(word.p("isi"), extra={"../../keluar.xml": b"<x/>"}), Settings())
    assert list(tmp_path.iterdir()) == []


def test_a_part_of_any_name_is_held_to_the_ratio(word: Any) -> None:
    rels = (
        f'<Relationships xmlns="{"http://schemas.openxmlformats.org/package/2006/relationships"}"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/isi/utama.bin"/>'
        "</Relationships>"
    )
    bomb = b"<w:document>" + b" " * 6_000_000 + b"</w:document>"
    data = word.build(extra={"_rels/.rels": rels.encode(), "isi/utama.bin": bomb})
    assert refusal(data).details == {"reason": "reason.ratio", "part": "isi/utama.bin", "limit": "200"}
    assert refusal(data).code == "too_large"


def test_millions_of_empty_paragraphs_are_refused(word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_RATIO", 10_000)
    error = refusal(word.build("<w:p/>" * 1_100_000))
    assert (error.code, error.details["reason"]) == ("too_large", "reason.elements")


def test_an_archive_of_countless_entries_is_not_listed(monkeypatch: pytest.MonkeyPatch, word: Any) -> None:
    monkeypatch.setattr(signatures, "MAX_ENTRIES", 3)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(DocumentError) as caught:
        sniff(b"PK\x03\x04" + b"PK\x01\x02" * 4, "rapat.docx")
    assert caught.value.code == "too_large"


def test_macros_and_embedded_files_are_never_opened(word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    real = docx_package.Package.blob

    def blob(self: docx_package.Package, part: Any) -> bytes | None:
        opened.append(str(part))
        return real(self, part)

    monkeypatch.setattr(docx_package.Package, "blob", blob)
    extra = {"word/vbaProject.bin": b"\xd0\xcf", "word/embeddings/oleObject1.bin": b"MZ", "word/activeX/a.xml": b"<a/>"}
    assert read_docx(word.build(word.p("isi"), extra=extra), Settings()).content[0].text == "isi"
    assert not [name for name in opened if "vba" in name or "embeddings" in name or "activeX" in name]
