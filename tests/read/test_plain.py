"""Plain text."""

import pytest

from notula.models.source import Line, Source
from notula.pipeline.read.plain import read_text, rejoin_hyphens
from notula.pipeline.settings import Settings


def read(text: str) -> Source:
    return read_text(text.encode(), Settings())


def lines(text: str) -> list[Line]:
    return [part for part in read(text).content if isinstance(part, Line)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Tempat     : Aula", Line("Tempat\t: Aula"), id="gap"),
        pytest.param("Tempat\t: Aula", Line("Tempat\t: Aula"), id="tab"),
        pytest.param("   - satu", Line("- satu", indent=18.0), id="indent"),
        pytest.param("\t- satu", Line("- satu", indent=48.0), id="tab as indent"),
        pytest.param("1. satu", Line("1. satu"), id="marks stay in the text"),
        pytest.param("### Notulen ###", Line("Notulen", bold=True), id="decorated"),
        pytest.param("========= Rapat Dinas =========", Line("Rapat Dinas", bold=True), id="equal-signs"),
        pytest.param("--- a --- b", Line("--- a --- b"), id="not decorated"),
        pytest.param("\uf0b7 kas\uf0e0bendahara", Line("• kas→bendahara"), id="signs of a symbol font"),
        pytest.param("\ufeffRapat", Line("Rapat"), id="byte order mark"),
        pytest.param("Rapat\x1a", Line("Rapat"), id="end mark of old"),
    ],
)
def test_one_line(raw: str, expected: Line) -> None:
    assert lines(raw) == [expected]


@pytest.mark.parametrize("between", ["", "   ", "----", "======", "\n###"], ids=repr)
def test_blank_lines_and_rules_space_the_next_line(between: str) -> None:
    found = lines(f"satu\n{between}\ndua\ntiga")
    assert [(line.text, line.spaced) for line in found] == [("satu", False), ("dua", True), ("tiga", False)]


@pytest.mark.parametrize("text", ["satu\n\fdua", "satu\f\ndua", "satu\fdua"], ids=repr)
def test_a_form_feed_starts_a_page_and_is_no_blank_line(text: str) -> None:
    found = lines(text)
    assert [(line.text, line.new_page, line.spaced) for line in found] == [("satu", False, False), ("dua", True, False)]


LONG = "Kelompok tani menyampaikan hasil panen raya kepada dinas paling"


def test_words_are_put_together_in_wrapped_text() -> None:
    text = f"{LONG} selambat-\nlambatnya akhir bulan oleh ketua kelompok dan sekretaris desa yang\nbaru dilantik."
    source = read(text)
    assert source.wrapped
    assert [line.text for line in source.content] == [
        f"{LONG} selambat-lambatnya",
        "akhir bulan oleh ketua kelompok dan sekretaris desa yang",
        "baru dilantik.",
    ]


def test_words_stay_apart_where_every_line_is_a_paragraph() -> None:
    source = read("Surat dikirim se-\nlambatnya besok\n")
    assert not source.wrapped
    assert [line.text for line in source.content] == ["Surat dikirim se-", "lambatnya besok"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param("masing-", "masing dinas", ["masing-masing", "dinas"], id="word"),
        pytest.param("tahun 2020-", "2022 disusun", ["tahun 2020-2022", "disusun"], id="years"),
        pytest.param("masing-", "masing", ["masing-masing"], id="nothing left"),
        pytest.param("Rapat -", "besok", ["Rapat -", "besok"], id="dash"),
        pytest.param("non-", "ASN", ["non-", "ASN"], id="capital"),
        pytest.param("pukul 10-", "selesai", ["pukul 10-", "selesai"], id="digit and letter"),
    ],
)
def test_rejoin(first: str, second: str, joined: list[str]) -> None:
    assert [line.text for line in rejoin_hyphens([Line(first), Line(second)])] == joined


def test_words_broken_between_syllables_again_and_again_lose_the_hyphen() -> None:
    lines = ["Ketua me-", "minta bendahara menye-", "rahkan laporan selambat-", "lambatnya pada No-", "vember."]
    found = [line.text for line in rejoin_hyphens(map(Line, lines)) if isinstance(line, Line)]
    assert " ".join(found) == "Ketua meminta bendahara menyerahkan laporan selambat-lambatnya pada November."


def test_what_a_moved_word_leaves_stays_as_far_right_and_goes_on() -> None:
    _, line = rejoin_hyphens([Line("Surat dikirim selambat-"), Line("lambatnya besok", indent=12)])
    assert isinstance(line, Line) and (line.text, line.indent, line.continues) == ("besok", 72, True)


def test_words_are_not_put_together_over_a_blank_line() -> None:
    assert len(rejoin_hyphens([Line("masing-"), Line("masing", spaced=True)])) == 2
