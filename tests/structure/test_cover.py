"""Properties of whatever is read: sections hold every block of a document once, and no text breaks the stages."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from notula.models.sections import Sections
from notula.models.source import Line, Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.structure.genre import why_no_minutes
from notula.pipeline.structure.sections import find_sections


def check_cover(found: Sections) -> None:
    """Every word of a document's blocks stands in a section, as its heading or in its blocks, and in one only."""
    document = found.document
    held = [0] * len(document.text)
    for section in found.sections:
        for block in section.blocks:
            assert document.text[block.start : block.end].replace("\n", " ").startswith(block.text)
            for at in range(block.start, block.start + len(block.text)):
                held[at] += 1
    assert max(held, default=0) <= 1
    headed = {
        at for section in found.sections if section.heading for at in range(section.heading.start, section.heading.end)
    }
    for block in document.blocks:
        missing = [at for at in range(block.start, block.end) if not held[at] and at not in headed]
        assert not any(document.text[at].isalpha() for at in missing)


LINES = [
    "NOTULA RAPAT", "Tanggal : 4 Maret 2024", "Tempat: Aula   Pimpinan: Dodi", "Agenda:", "Peserta", "1. Iuran",
    "2. Lampu jalan", "a. Kabel putus", "- Dodi Hartono", "Pembahasan", "Kesimpulan", "Tindak Lanjut :", "## Keputusan",
    "**Hasil Rapat**", "III. Penutup", "Rapat menyepakati:", "Rapat ditutup pukul 21.00.", "Mengetahui,",
    "Ketua membuka rapat dan menyampaikan laporan kas selama satu tahun.", "| Tugas | PIC |", "| Menagih | Dodi |", "",
    "Pada hari ini, Senin tanggal 4 Maret 2024 telah diadakan musyawarah.", "[TEMPAT] Balai", "Notulis: Rani",
]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_sections_hold_every_block_once(minutes: Any, texts: list[str]) -> None:
    try:
        source = minutes.source("\n".join(texts))
    except DocumentError:  # nothing to read
        return
    for document in minutes.documents(source):
        check_cover(find_sections(document, minutes.lexicon))


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=50), max_size=12),
    st.booleans(),
)
def test_any_text_is_cut(minutes: Any, texts: list[str], wrapped: bool) -> None:
    source = Source("text/plain", tuple(Line(text) for text in texts), wrapped=wrapped)
    for document in minutes.documents(source):
        found = find_sections(document, minutes.lexicon)
        check_cover(found)
        assert why_no_minutes(found, minutes.lexicon) != ""
