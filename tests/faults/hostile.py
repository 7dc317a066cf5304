"""Files that a hostile or unlucky person would hand in, made here: small on the disk, large or wrong inside."""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

MINUTES = (
    "NOTULA RAPAT", "Rapat Koordinasi Sumur Warga", "Hari/Tanggal : Senin, 3 April 2023", "Tempat : Aula Barat",
    "Peserta:", "1. Sri Wahyuni (Ketua)", "2. Dinas Pertanian", "Kesimpulan:",
    "1. Disepakati jadwal tanam dimajukan dua minggu.", "Tindak Lanjut:",
    "1. Dinas Pertanian menyusun laporan debit paling lambat 10 April 2023.",
)  # fmt: skip
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def docx(body: str | Iterable[bytes], *, before: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A DOCX with this body; ``before`` stands before its root, ``more`` are further entries of the package."""
    file = BytesIO()
    pieces = [body.encode()] if isinstance(body, str) else body
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>'.encode())
            for piece in pieces:
                part.write(piece)
            part.write(b"</w:body></w:document>")
        for name, data in (more or {}).items():
            package.writestr(name, data)
    return file.getvalue()


def pdf(contents: list[bytes], *, compressed: bool = False) -> bytes:
    """A PDF with a page for each of the content streams, in Helvetica; ``compressed`` ones are given as Flate data."""
    count = len(contents)
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * page} 0 R >>".encode()
        )
        how = " /Filter /FlateDecode" if compressed else ""
        objects.append(f"<< /Length {len(content)}{how} >>\nstream\n".encode() + content + b"\nendstream")
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + each + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def text(lines: Iterable[str]) -> bytes:
    """A content stream that prints lines from the top of a page."""
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    return f"BT /F1 11 Tf 14 TL 72 770 Td\n{shown}ET".encode()


def good_pdf() -> bytes:
    return pdf([text(line.replace("(", "\\(").replace(")", "\\)") for line in MINUTES)])


def locked_pdf(user: str, owner: str) -> bytes:
    file = BytesIO()
    page = canvas.Canvas(file, encrypt=StandardEncryption(user, owner, strength=128))
    for row, line in enumerate(MINUTES):
        page.drawString(72, 770 - 16 * row, line)
    page.save()
    return file.getvalue()


def flate_bomb() -> bytes:
    """A page of half a gigabyte of spaces, in half a megabyte."""
    squeeze = zlib.compressobj(9)
    data = [squeeze.compress(b" " * 1_000_000) for _ in range(500)]
    return pdf([b"".join([*data, squeeze.flush()])], compressed=True)


def crowded_page() -> bytes:
    """A page with 600,000 characters; of lines that are alike PDFium would keep one."""
    lines = "".join(f"({number:06d} {'kata demi kata ' * 40}) Tj T*\n" for number in range(1000))
    return pdf([f"BT /F1 2 Tf 0.8 TL 10 830 Td\n{lines}ET".encode()])


def scripted_pdf() -> bytes:
    """A PDF that wants a script run, and has a program attached."""
    objects = good_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 6 0 R")
    script = b"<< /S /JavaScript /JS (app.launchURL\\(\\)) >>"
    return objects.replace(b"xref\n", b"6 0 obj\n" + script + b"\nendobj\nxref\n", 1)


def entity_bomb() -> bytes:
    names = "abcdefghij"
    entities = [f'<!ENTITY {names[0]} "lol">']
    entities += [f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names)]
    return docx(paragraphs(["NOTULA RAPAT", "&j;"]), before=f"<!DOCTYPE w:document [{''.join(entities)}]>")


def thief(secret: Path) -> bytes:
    """A DOCX whose text shall be that of a file of this computer."""
    entity = f'<!DOCTYPE w:document [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'
    return docx(paragraphs([*MINUTES, "&secret;"]), before=entity)


def nested_tables(depth: int) -> bytes:
    opened, closed = "<w:tbl><w:tr><w:tc>" * depth, "<w:p/></w:tc></w:tr></w:tbl>" * depth
    return docx(paragraphs(MINUTES) + opened + paragraphs(["dalam"]) + closed)


def escaping_names() -> bytes:
    """A DOCX with entries that would lie outside of the folder where somebody unpacks it."""
    return docx(paragraphs(MINUTES), more={"../../keluar.txt": b"x", "/tmp/keluar.txt": b"x"})


FILES: dict[str, Callable[[], bytes]] = {
    "zero.pdf": bytes,
    "zeros.docx": lambda: bytes(5000),
    "half.pdf": lambda: good_pdf()[:600],
    "half.docx": lambda: docx(paragraphs(MINUTES))[:400],
    "really-pdf.docx": good_pdf,
    "really-docx.txt": lambda: docx(paragraphs(MINUTES)),
    "really-png.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(200),
    "really-program.docx": lambda: b"MZ" + os.urandom(3000),
    "user-password.pdf": lambda: locked_pdf("buka", "pemilik"),
    "owner-password.pdf": lambda: locked_pdf("", "pemilik"),
    "flate-bomb.pdf": flate_bomb,
    "zip-bomb.docx": lambda: docx(
        b"".join((b"<w:p><w:r><w:t>", b"a" * 1_000_000, b"</w:t></w:r></w:p>")) for _ in range(120)
    ),
    "media-bomb.docx": lambda: docx(paragraphs(MINUTES), more={"word/media/image1.png": bytes(200_000_000)}),
    "entity-bomb.docx": entity_bomb,
    "nested.docx": lambda: nested_tables(3000),
    "paragraphs.docx": lambda: docx(b"<w:p/>" * 100_000 for _ in range(40)),
    "pages.pdf": lambda: pdf([text([f"halaman {page}"]) for page in range(10_000)]),
    "glyphs.pdf": crowded_page,
    "script.pdf": scripted_pdf,
    "macro.docm": lambda: docx(paragraphs(MINUTES), more={"word/vbaProject.bin": os.urandom(2000)}),
    "escaping.docx": escaping_names,
    "good.pdf": good_pdf,
}
