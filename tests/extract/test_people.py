"""People whom running text names."""


from notula.pipeline.extract.people import find_people
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


def test_people_in_prose() -> None:
    text = "Ibu Rani menjelaskan kepada dr. Wira, Sp.A dan Bapak Kepala Dinas."
    found = find_people(text, LEXICON)
    assert [(mention.honorific, mention.name) for mention in found] == [("Ibu", "Rani"), (None, "dr. Wira, Sp.A")]


def test_a_name_ends_with_its_sentence() -> None:
    found = find_people("Dijawab Pak Made. Kios tutup. Prof. Dr. Ir. Budi Santoso, M.Si. Acara selesai.", LEXICON)
    assert [each.name for each in found] == ["Made", "Prof. Dr. Ir. Budi Santoso, M.Si."]
