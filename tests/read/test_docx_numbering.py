"""Automatic numbering, as Word shows it."""

from typing import Any

import pytest

from notula.pipeline.read.numerals import numeral


def level(at: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    shown = f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/>{shown}{more}</w:lvl>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def restart(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


OUTLINE = abstract(0, level(0, "%1."), level(1, "%1.%2", "lowerLetter"), level(2, "(%3)", "lowerRoman"))


def markers(word: Any, numbering: str, *items: tuple[int, int]) -> list[str | None]:
    """The markers of paragraphs given as (num, level)."""
    lines = word.lines("".join(word.listed("isi", *item) for item in items), numbering=numbering)
    return [line.marker for line in lines]


@pytest.mark.parametrize(
    ("numbering", "items", "expected"),
    [
        pytest.param(OUTLINE + num(1, 0), [(1, 0), (1, 0)], ["1.", "2."], id="counts"),
        pytest.param(
            OUTLINE + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
            ["1.", "1.a", "1.b", "(i)", "2.", "2.a"],
            id="deeper levels start again",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0),
            [(1, 0), (2, 0), (1, 0)],
            ["1.", "2.", "3."],
            id="two uses of a definition share its count",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, restart(0, 1)),
            [(1, 0), (1, 0), (2, 0), (2, 0)],
            ["1.", "2.", "1.", "2."],
            id="a use may start anew, once",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, restart(0, 5)),
            [(1, 0), (2, 0), (1, 0)],
            ["1.", "5.", "6."],
            id="the count goes on from there",
        ),
        pytest.param(OUTLINE + num(1, 0), [(1, 1)], ["1.a"], id="a level not used yet shows its start"),
        pytest.param(abstract(0, level(0, "%1)", start=4)) + num(1, 0), [(1, 0)], ["4)"], id="start"),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1.", "1)", "2.", "2)"],
            id="a level that never starts again",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%2)"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1.", "1)", "1", "2)", "2", "2.", "1"],
            id="a level that starts again after the first only",
        ),
        pytest.param(
            abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0),
            [(1, 0), (1, 0), (1, 1)],
            ["I.", "II.", "2.1"],
            id="legal numbering",
        ),
        pytest.param(abstract(0, level(0, "Pasal %1")) + num(1, 0), [(1, 0)], ["Pasal 1"], id="words around"),
        pytest.param(abstract(0, level(0, "", "none")) + num(1, 0), [(1, 0)], [None], id="nothing shown"),
        pytest.param(OUTLINE + num(1, 0), [(9, 0)], [None], id="unknown list"),
        pytest.param(OUTLINE + num(1, 0), [(0, 0)], [None], id="numbering taken away"),
        pytest.param(OUTLINE + num(1, 0), [(1, 7)], [None], id="unknown level"),
        pytest.param(
            OUTLINE + num(1, 0, '<w:lvlOverride w:ilvl="0">' + level(0, "%1)", "upperLetter") + "</w:lvlOverride>"),
            [(1, 0), (1, 0)],
            ["A)", "B)"],
            id="a use may redefine a level",
        ),
    ],
)
def test_markers(word: Any, numbering: str, items: list[tuple[int, int]], expected: list[str | None]) -> None:
    assert markers(word, numbering, *items) == expected


def test_levels_and_indents(word: Any) -> None:
    deep = level(1, "%2.", more='<w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr>')
    (line,) = word.lines(word.listed("isi", 1, 1), numbering=abstract(0, level(0, "%1."), deep) + num(1, 0))
    assert (line.text, line.level, line.indent) == ("isi", 1, 54.0)


def test_a_paragraph_without_number_has_no_level(word: Any) -> None:
    assert word.line(word.listed("isi", 9)).level is None


@pytest.mark.parametrize(
    ("text", "font", "marker"),
    [
        pytest.param("\uf0b7", "Symbol", "•", id="Symbol"),
        pytest.param("\uf0a7", "Wingdings", "▪", id="Wingdings square"),
        pytest.param("\uf0fc", "Wingdings", "✓", id="Wingdings tick"),
        pytest.param("\uf0d8", "Wingdings", "➢", id="Wingdings arrow"),
        pytest.param("o", "Courier New", "◦", id="letter as a hollow bullet"),
        pytest.param("–", "Arial", "–", id="dash"),
        pytest.param("-", "Calibri", "-", id="hyphen"),
        pytest.param("\uf0ff", "Webdings", "•", id="unknown sign"),
    ],
)
def test_bullets(word: Any, text: str, font: str, marker: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert markers(word, abstract(0, level(0, text, "bullet", fonts)) + num(1, 0), (1, 0)) == [marker]


def test_empty_and_hidden_paragraphs(word: Any) -> None:
    """An empty item takes its number as in Word; one hidden with its mark does not."""
    hidden = word.p(
        word.r("x", "<w:vanish/>"),
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    )
    body = word.listed("satu") + word.listed("") + hidden + word.listed("tiga")
    lines = word.lines(body, numbering=OUTLINE + num(1, 0))
    assert [line.marker for line in lines] == ["1.", "3."]


def test_deleted_items_take_no_number(word: Any) -> None:
    gone = "<w:del><w:r><w:delText>dua</w:delText></w:r></w:del>"
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    body = word.listed("satu") + word.p(gone, properties) + word.listed("tiga")
    assert [line.marker for line in word.lines(body, numbering=OUTLINE + num(1, 0))] == ["1.", "2."]


def test_numbering_through_a_style(word: Any) -> None:
    """The style names the list, the list's level names the style."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name in ("Bab", "SubBab")
    )
    numbering = abstract(
        0, level(0, "%1.", "upperRoman", '<w:pStyle w:val="Bab"/>'), level(1, "%2.", more='<w:pStyle w:val="SubBab"/>')
    ) + num(1, 0)
    body = word.p("satu", style="Bab") + word.p("dua", style="SubBab") + word.p("tiga", style="Bab")
    lines = word.lines(body, styles=styles, numbering=numbering)
    assert [(line.marker, line.level) for line in lines] == [("I.", 0), ("1.", 1), ("II.", 0)]


@pytest.mark.parametrize(
    ("linked", "expected"), [("2", ["1."]), ("1", [None]), ("7", [None])], ids=["list style", "circle", "nowhere"]
)
def test_a_definition_borrowed_from_a_list_style(word: Any, linked: str, expected: list[str | None]) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Daftar"><w:name w:val="Daftar"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{linked}"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Daftar"/>') + abstract(1, level(0, "%1.")) + num(1, 0) + num(2, 1)
    )
    lines = word.lines(word.listed("isi", 1), styles=styles, numbering=numbering)
    assert [line.marker for line in lines] == expected


def test_only_the_first_line_of_an_item_has_its_marker(word: Any) -> None:
    item = word.listed("x").replace(word.r("x"), word.r("satu") + "<w:r><w:br/></w:r>" + word.r("dua"))
    lines = word.lines(item, numbering=OUTLINE + num(1, 0))
    assert [(line.marker, line.continues) for line in lines] == [("1.", False), (None, True)]


def test_a_number_format_inside_an_alternative(word: Any) -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert markers(word, abstract(0, custom) + num(1, 0), (1, 0)) == ["007"]


@pytest.mark.parametrize(
    ("count", "style", "shown"),
    [
        (3, "lowerLetter", "c"),
        (27, "upperLetter", "AA"),
        (53, "lowerLetter", "aaa"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (5, "none", ""),
        (6, "ordinal", "6"),
        (0, "lowerLetter", "0"),
        (10**11, "lowerLetter", str(10**11)),
        (5000, "upperRoman", "5000"),
    ],
)
def test_numerals(count: int, style: str, shown: str) -> None:
    assert numeral(count, style) == shown
