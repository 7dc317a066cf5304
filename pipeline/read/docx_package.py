"""A DOCX file -> its parsed parts, with guards against hostile packages.

A part goes by the name of its entry (``word/document.xml``). Only the parts that hold text are inflated, each once.
Guards:

* at most 5,000 entries; at most 100 MB of XML, as the directory says and as it is inflated, whatever the parts' names
  (pictures do not count);
* no entry that inflates more than 200-fold past 5 MB;
* a picture is only inflated where pages pasted as pictures are read, up to 60 MB;
* macros, embedded objects and what lies outside of the package are never opened: they are no parts that hold text. A
  file that is put in as text (``w:altChunk``) is inflated like XML and opened by the reader of its kind;
* no document type declaration: entities are how XML bombs and file inclusion work, and Word writes none;
* at most a million elements, counted before parsing; libxml2 itself refuses trees deeper than 256.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from notula.pipeline.errors import DocumentError
from notula.pipeline.read.signatures import ZIP_ERRORS

Element = Any  # lxml ships no types

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_WHOLE = ""  # the package as a part that has relations
_MAIN = "word/document.xml"  # where Word puts the main part

MAX_ENTRIES = 5_000
MAX_XML_BYTES = 100_000_000
MAX_PICTURE_BYTES = 60_000_000
MAX_RATIO = 200
RATIO_FROM = 5_000_000
MAX_ELEMENTS = 1_000_000

_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1], b"<!ENTITY")
# ISO/IEC 29500 Strict has its own names for the same elements.
_STRICT = (
    (
        re.compile(rb"http://purl\.oclc\.org/ooxml/wordprocessingml/main"),
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        re.compile(rb"http://purl\.oclc\.org/ooxml/officeDocument/(relationships|math)"),
        rb"http://schemas.openxmlformats.org/officeDocument/2006/\1",
    ),
    (
        re.compile(rb"http://purl\.oclc\.org/ooxml/drawingml/main"),
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and the part's name."""

    kind: str
    target: str


class Package:
    """An opened DOCX.

    Raises:
        DocumentError: ``damaged``, ``encrypted`` (ZIP encryption) or ``too_large``.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except ZIP_ERRORS as trouble:
            raise DocumentError("damaged", reason="reason.zip") from trouble
        entries = self._archive.infolist()
        _check_entries(entries)
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        self._packed = {entry.filename: entry.compress_size for entry in entries}
        self._inflated = 0
        self._elements = 0
        self.main = self._find_main()
        self.relations = self.relations_of(self.main)

    def _find_main(self) -> str:
        for relation in self.relations_of(_WHOLE).values():
            if relation.kind == "officeDocument" and relation.target in self._sizes:
                return relation.target
        if _MAIN in self._sizes:
            return _MAIN
        raise DocumentError("damaged", reason=_MAIN)

    def relations_of(self, part: str) -> dict[str, Relation]:
        """The inner relations of a part by their ids; none where it has none."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for node in tree if tree is not None else ():
            if node.get("TargetMode") != "External" and node.get("Target"):
                kind = (node.get("Type") or "").rsplit("/", 1)[-1]
                target = posixpath.normpath(posixpath.join("/", folder, node.get("Target")))
                found[node.get("Id", "")] = Relation(kind, target.removeprefix("/"))
        return found

    def related(self, kind: str) -> str | None:
        """The first part that the main part relates to in this way, None where there is none."""
        return next((relation.target for relation in self.relations.values() if relation.kind == kind), None)

    def blob(self, part: str | None) -> bytes | None:
        """The bytes of a part that holds XML, None where there is no such part."""
        if part is None or part not in self._sizes:
            return None
        return self._checked(self._inflate(part), part)

    def imported(self, part: str) -> bytes:
        """The bytes of a file that is put in as text; none where there is no such part."""
        return self._inflate(part) if part in self._sizes else b""

    def _inflate(self, part: str) -> bytes:
        _check_ratio(part, self._sizes[part], self._packed[part])
        self._inflated += self._sizes[part]
        if self._inflated > MAX_XML_BYTES:
            raise DocumentError("too_large", reason="reason.xml", limit=str(MAX_XML_BYTES))
        try:
            return self._archive.read(part)
        except RuntimeError as trouble:
            if "password" in str(trouble):
                raise DocumentError("encrypted", reason="reason.zip_password") from trouble
            raise DocumentError("damaged", reason=part) from trouble
        except ZIP_ERRORS as trouble:
            raise DocumentError("damaged", reason=part) from trouble

    def picture(self, part: str) -> bytes:
        """The bytes of a picture; none where there is no such part, or it is broken, or larger than any scan."""
        if self._sizes.get(part, MAX_PICTURE_BYTES) >= MAX_PICTURE_BYTES:
            return b""
        try:
            return self._archive.read(part)
        except ZIP_ERRORS:
            return b""

    def tree(self, part: str | None) -> Element | None:
        """The root element of a part, None where there is no such part."""
        data = self.blob(part)
        return None if data is None or part is None else parse(data, part)

    def _checked(self, data: bytes, name: str) -> bytes:
        """The bytes, Strict names as the usual ones, if they are safe to parse."""
        if any(sign in data for sign in _DOCTYPES):
            raise DocumentError("damaged", reason=f"DOCTYPE: {name}")
        self._elements += data.count(b"<") - data.count(b"</")
        if self._elements > MAX_ELEMENTS:
            raise DocumentError("too_large", reason="reason.elements", limit=str(MAX_ELEMENTS))
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT:
                data = strict.sub(usual, data)
        return data


def parse(data: bytes, name: str) -> Element:
    """The root element of some XML; no entity is resolved, no network asked.

    Raises:
        DocumentError: it is not well-formed (``damaged``).
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as trouble:
        raise DocumentError("damaged", reason=name) from trouble
    if root is None:
        raise DocumentError("damaged", reason=name)
    return root


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Nothing where a package keeps within the limits that its own directory declares."""
    if len(entries) > MAX_ENTRIES:
        raise DocumentError("too_large", reason="reason.entries", limit=str(MAX_ENTRIES))
    total = 0
    for entry in entries:
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        total += entry.file_size
        _check_ratio(entry.filename, entry.file_size, entry.compress_size)
    if total > MAX_XML_BYTES:
        raise DocumentError("too_large", reason="reason.xml", limit=str(MAX_XML_BYTES))


def _check_ratio(name: str, size: int, packed: int) -> None:
    if size > RATIO_FROM and size > MAX_RATIO * max(packed, 1):
        raise DocumentError("too_large", reason="reason.ratio", part=name, limit=str(MAX_RATIO))
